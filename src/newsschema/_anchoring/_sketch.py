"""An old text of which stretches are known: put together from what annotations select, to be aligned as a whole."""

from collections.abc import Mapping, Sequence
from typing import Final, cast

from newsschema._anchoring._align import Alignment
from newsschema._anchoring._places import Lost, Places
from newsschema._anchoring._quotes import Resolver, Speech
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
        placed = [
            one
            for one in selections
            if one.lead is not None
            and 0 <= one.lead <= len(text) + _FURTHEST
            and one.within is None
            and one.words.strip()
        ]
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
    wanted = {one.path[-1]: one for speech in speeches for one in speech.spans()}
    parts: dict[Part, Places | None] = {}
    found: dict[int, tuple[int, int] | Lost] = {}
    for part, text in texts.items():
        mine = {number: one for number, one in selections.items() if wanted[number].span.part == part}
        sketch = Sketch(text, list(mine.values()))
        search = TextSearch(text)
        joint = not sketch.unchanged
        for number, one in mine.items():
            if not joint or id(one) not in sketch.believed:
                found[number] = search.find(one)
        if joint:
            parts[part] = Places(Alignment(Tokens(sketch.old), Tokens(text)))
    for speech in speeches:
        _keep_joint(speech, found, parts)
    Resolver(speeches, parts).run()
    for path_end, span in wanted.items():
        if isinstance(path_end, int) and path_end not in found:
            place = span.place
            found[path_end] = (place.start, place.end) if place else cast("Lost", span.found)
    return found


def _keep_joint(speech: Speech, found: Mapping[int, object], parts: Mapping[Part, object]) -> None:
    """Leave to the joint search what is not found yet, and stands in a part that has changed."""
    speech.content = [one for one in speech.content if one.path[-1] not in found and one.span.part in parts]
    speech.edits = [one for one in speech.edits if one.path[-1] not in found and one.span.part in parts]
    speech.around = {
        name: one for name, one in speech.around.items() if one.path[-1] not in found and one.span.part in parts
    }
