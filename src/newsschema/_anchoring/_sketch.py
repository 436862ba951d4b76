"""An old text of which stretches are known: put together from what annotations select, to be aligned as a whole."""

from collections.abc import Mapping, Sequence
from typing import Final, cast

from newsschema._anchoring._align import Alignment
from newsschema._anchoring._places import Lost, Places
from newsschema._anchoring._quotes import Resolver, Speech, Wanted
from newsschema._anchoring._search import Selection, TextSearch
from newsschema._anchoring._tokens import BARRIER, Tokens
from newsschema._model.enums import Part

_FURTHEST: Final = 2**20
"""Positions so far beyond the new text are not believed."""


class Sketch:
    """What is known of a part of an article before it changed.

    Args:
        text: The new text of the part.
        selections: What is selected in the old one, each with its position where that is known.
    """

    def __init__(self, text: str, selections: Sequence[Selection]) -> None:
        self.text = text
        placed = [one for one in selections if one.words.strip() and _is_placed(one, len(text) + _FURTHEST)]
        self.unchanged = all(text.startswith(one.whole, one.lead) for one in placed)
        self.believed: set[int] = set()
        self._signs: dict[int, str] = {}
        for one in placed:
            stretch = dict(enumerate(one.whole, one.lead or 0))
            if all(self._signs.get(at, sign) == sign for at, sign in stretch.items()):
                self._signs |= stretch
                self.believed.add(id(one))

    @property
    def old(self) -> str:
        """The old text, as far as it is known; a barrier stands for what is not."""
        return "".join(self._signs.get(at, BARRIER) for at in range(max(self._signs, default=-1) + 1))


def _is_placed(selection: Selection, furthest: int) -> bool:
    """Whether a selection has a position in the whole text that can be believed."""
    return selection.lead is not None and 0 <= selection.lead <= furthest and selection.within is None


def place_all(
    texts: Mapping[Part, str], speeches: Sequence[Speech], selections: Mapping[int, Selection]
) -> dict[int, tuple[int, int] | Lost]:
    """Where each selection stands in the new texts, those of one quote by the others'.

    Args:
        texts: The new text of each part.
        speeches: The quotes; the last step of the path of each of their spans is the number of its selection.
        selections: What is selected, by number.

    Returns:
        For each number the place in code points, or why there is none.
    """
    wanted = {cast("int", one.path[-1]): one for speech in speeches for one in speech.spans()}
    parts: dict[Part, Places | None] = {}
    found: dict[int, tuple[int, int] | Lost] = {}
    for part, text in texts.items():
        mine = {number: one for number, one in selections.items() if wanted[number].span.part == part}
        alone, places = _place_alone(text, mine)
        found |= alone
        if places is not None:
            parts[part] = places
    for speech in speeches:
        _keep_joint(speech, found, parts)
    Resolver(speeches, parts).run()
    return {number: found[number] if number in found else _found(one) for number, one in wanted.items()}


def _place_alone(
    text: str, selections: Mapping[int, Selection]
) -> tuple[dict[int, tuple[int, int] | Lost], Places | None]:
    """The places of what nothing else helps to find; and those of an old text that is known in part, if it changed."""
    sketch, search = Sketch(text, list(selections.values())), TextSearch(text)
    if sketch.unchanged:
        return {number: search.find(one) for number, one in selections.items()}, None
    apart = {number: search.find(one) for number, one in selections.items() if id(one) not in sketch.believed}
    return apart, Places(Alignment(Tokens(sketch.old), Tokens(text)))


def _found(wanted: Wanted) -> tuple[int, int] | Lost:
    """What the joint search has found of a span."""
    place = wanted.place
    return (place.start, place.end) if place else cast("Lost", wanted.found)


def _keep_joint(speech: Speech, found: Mapping[int, object], parts: Mapping[Part, object]) -> None:
    """Leave to the joint search what is not found yet, and stands in a part that has changed."""
    joint = {one for one in speech.spans() if one.path[-1] not in found and one.span.part in parts}
    speech.content = [one for one in speech.content if one in joint]
    speech.edits = [one for one in speech.edits if one in joint]
    speech.around = {name: one for name, one in speech.around.items() if one in joint}
