"""Words of which no old text is known: where they stand by their position, by what stood around them, or alone."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cached_property
from itertools import islice
from typing import Final

from attrs import frozen

from newsschema._anchoring._align import Alignment
from newsschema._anchoring._places import GONE, Lost, Place, Places
from newsschema._anchoring._tokens import Tokens
from newsschema._model.finding import finder_of, overlap, stretch_of
from newsschema._model.folding import folded
from newsschema._model.types import Span

NOTHING: Final = "there are no words to look for"
SEVERAL: Final = "the words are in {} places, and nothing says which is meant"
AROUND: Final = "words that are nearly the same are in the text, but nothing around them is as it was"

CONTEXT: Final = 32
"""Characters on each side that tell equal words apart."""
_MOST: Final = 200
"""Words that stand in more places than this are not told apart."""
_LOOKED_AT: Final = 50_000
"""Places beyond these are not looked at, for a hostile text's sake."""
_ENOUGH: Final = 0.5
"""How alike the context must be, 0 to 1."""
_LEAD: Final = 0.15
"""How much more alike than the context of the next best place."""
_DISTINCTIVE: Final = 24
"""Words of this length that stand once need no context."""
_ROW: Final = 3
"""So many words in a row tell where words that have changed may stand."""
_TRIED: Final = 20
"""In so many places."""


@frozen
class Selection:
    """Words, and what is known of where they stood.

    Attributes:
        words: The words.
        start: Where they began, in code points; `None` where that is not known.
        before: What stood right before them.
        after: What stood right after them.
        within: The stretch of the text to look in; all of it where none is given.
    """

    words: str
    start: int | None = None
    before: str = ""
    after: str = ""
    within: tuple[int, int] | None = None

    @property
    def has_context(self) -> bool:
        """Whether anything is known of what stood around them."""
        return bool(self.before.strip() or self.after.strip())

    @property
    def lead(self) -> int | None:
        """Where what stood before them began."""
        return None if self.start is None else self.start - len(self.before)

    @property
    def whole(self) -> str:
        """The words with what stood around them."""
        return self.before + self.words + self.after


class TextSearch:
    """Finds words in one text."""

    def __init__(self, text: str) -> None:
        self.text = text

    def find(self, selection: Selection) -> tuple[int, int] | Lost:
        """The place of the words, in code points; by their position, else by what stood around them, else alone."""
        low, high = selection.within or (0, len(self.text))
        if selection.start is not None and self._stands(selection, selection.start, low):
            return selection.start, selection.start + len(selection.words)
        if not selection.words.strip():
            return Lost(NOTHING)
        finder = finder_of(self.text)
        found = islice(finder.stretches(selection.words), _LOOKED_AT)
        stretches = [place for place in found if low <= place[0] and place[1] <= high]
        if not stretches:
            return self._changed(selection, (low, high))
        words = [place for place in stretches if not finder.is_inside(*place)]
        chosen = self._chosen(words or stretches, selection)
        if isinstance(chosen, tuple) or len(words) in (0, len(stretches)) or not selection.has_context:
            return chosen
        inside = self._chosen(stretches, selection)  # somebody may have selected a part of a word
        return chosen if isinstance(inside, Lost) else inside

    def _stands(self, selection: Selection, start: int, low: int) -> bool:
        """Whether the words stand at their position still, with what stood around them."""
        lead, whole = start - len(selection.before), selection.whole
        there = self.text[max(lead, 0) : lead + len(whole)]
        return lead >= 0 and start >= low and (there == whole or folded(there) == folded(whole))

    def _chosen(self, places: Sequence[tuple[int, int]], selection: Selection) -> tuple[int, int] | Lost:
        """The one of several places that is meant."""
        known = selection.has_context
        if len(places) == 1 and (not known or len(selection.words) >= _DISTINCTIVE):
            return places[0]
        best = self._most_alike(places, selection) if known and len(places) <= _MOST else None
        return best or Lost(SEVERAL.format(len(places)) if len(places) > 1 else AROUND)

    def _most_alike(self, places: Sequence[tuple[int, int]], selection: Selection) -> tuple[int, int] | None:
        """The place whose context is alike enough and by far the most alike; of several such that at the position."""
        scored = sorted(((self._alike(place, selection), place) for place in places), reverse=True)
        score, best = scored[0]
        if score < _ENOUGH:
            return None
        tied = [place for other, place in scored if score - other < _LEAD]
        return best if len(tied) == 1 else next((place for place in tied if place[0] == selection.start), None)

    def _alike(self, place: tuple[int, int], selection: Selection) -> float:
        """How alike what stands around a place is to what stood around the words: the better side counts most."""
        start, end = place
        sides = (
            (selection.before[-CONTEXT:], self.text[max(start - CONTEXT, 0) : start]),
            (selection.after[:CONTEXT], self.text[end : end + CONTEXT]),
        )
        shares = [
            SequenceMatcher(None, folded(was), folded(now), autojunk=False).ratio() for was, now in sides if was.strip()
        ]
        return (2 * max(shares) + min(shares)) / 3

    # Words that have changed.

    def _changed(self, selection: Selection, bounds: tuple[int, int]) -> tuple[int, int] | Lost:
        """The place of words that have changed, found by what is left of them."""
        old = Tokens(selection.whole)
        start = len(selection.before)
        span = Span(text=selection.words, start=start, end=start + len(selection.words))
        windows = self._windows(old, span, bounds)
        found: dict[tuple[int, int], Lost | None] = {}
        reason = Lost(GONE)
        for low, high in windows:
            places = Places(Alignment(old, Tokens(self.text[low:high])))
            place = places.find(span)
            if isinstance(place, Place):
                doubt = Lost(AROUND) if selection.has_context and not places.as_before(span, place) else None
                found[low + place.start, low + place.end] = doubt
            else:
                reason = place
        sure = [place for place, doubt in found.items() if doubt is None]
        if len(sure) == 1:
            return sure[0]
        return Lost(SEVERAL.format(len(sure))) if sure else next(filter(None, found.values()), reason)

    def _windows(self, old: Tokens, span: Span, bounds: tuple[int, int]) -> list[tuple[int, int]]:
        """The stretches of the text that have a few of the words in a row, with as much around them as is known."""
        tokens = self._tokens
        first, last = old.within(*stretch_of(span))
        found: list[tuple[int, int]] = []
        for index in range(first, last - _ROW + 1):
            places = self._rows.get(tuple(old.keys[index : index + _ROW]), [])
            for at in places if len(places) <= _TRIED else ():
                low, high = max(at - 2 * index - _ROW, 0), min(at + 2 * (len(old) - index) + _ROW, len(tokens))
                window = tokens.starts[low], tokens.ends[high - 1]
                if overlap(window, bounds) and not any(overlap(window, one) for one in found):
                    found.append((max(window[0], bounds[0]), min(window[1], bounds[1])))
        return found[:_TRIED]

    @cached_property
    def _tokens(self) -> Tokens:
        return Tokens(self.text)

    @cached_property
    def _rows(self) -> dict[tuple[str, ...], list[int]]:
        """Where each few words in a row begin in the text."""
        rows: dict[tuple[str, ...], list[int]] = {}
        for index in range(len(self._tokens) - _ROW + 1):
            rows.setdefault(tuple(self._tokens.keys[index : index + _ROW]), []).append(index)
        return rows
