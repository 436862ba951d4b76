"""Finding words again in a text: where they were, where they are now, or not at all; never a guess.

The way of the Web Annotation clients: the position, checked against the words; then the words, told apart by what stood
around them; then words that are nearly the same, found by Myers' bit-parallel search ("A fast bit-vector algorithm for
approximate string matching based on dynamic programming", 1999), whose cost is bounded.
"""

from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from itertools import pairwise, takewhile
from typing import Final

from attrs import frozen

from newsschema._model.punctuation import STRAIGHTENED

CONTEXT: Final = 32
"""Characters on each side that tell equal words apart."""
_FUZZY_LEAST: Final = 12
"""Shorter words are too easily like others."""
_FUZZY_SHARE: Final = 3
"""One character in so many may differ, where what stands around the words is known; where not, one fewer."""
_EDGE: Final = 8
"""So many characters at either end of the words tell best where they begin and end now."""
_FUZZY_BUDGET: Final = 50_000_000
"""Length of the words times length of the text, beyond which no fuzzy search is tried."""
_MOST_PLACES: Final = 200
"""Words that stand in more places than this are not told apart."""
_ENOUGH: Final = 0.5
"""How alike the context must be, 0 to 1."""
_LEAD: Final = 0.15
"""How much more alike than the context of the next best place."""
_DISTINCTIVE: Final = 24
"""Words of this length that stand once need no context."""

# Each to one character, so that positions stay.
_FOLD: Final = str.maketrans(
    {
        **STRAIGHTENED,
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\n\r\t\u00a0\u2007\u2009\u202f\u2002\u2003\u3000", " "),
    }
)


@frozen
class Place:
    """A stretch of the text, in code points, and whether it reads exactly as the words that were looked for."""

    start: int
    end: int
    exact: bool = True


class Missed(Exception):  # noqa: N818 - a signal between this room's modules
    """The words have no one place in the text; the message says why."""


class Anchors:
    """Finds words in one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._folded = text.translate(_FOLD)

    def find(
        self,
        words: str,
        *,
        start: int | None = None,
        before: str = "",
        after: str = "",
        within: tuple[int, int] | None = None,
    ) -> Place:
        """The place of the words.

        It helps to know where they stood, in code points, and what stood before and after them; `within` is the
        stretch of the text to look in.

        Raises:
            Missed: They stand nowhere, or in several places that nothing tells apart.
        """
        pattern = words.translate(_FOLD)
        low, high = within or (0, len(self.text))
        if start is not None and low <= start and self._stands(pattern, start, before, after):
            return self._place(start, start + len(words), words)
        if not pattern.strip():
            raise Missed("there are no words to look for")
        context = bool(before.strip() or after.strip())
        starts = list(self._occurrences(pattern, low, high))
        if starts:
            at = self._best([(at, at + len(words)) for at in starts], before, after, start, context=context)
            alone = len(starts) == 1 and (not context or len(words) >= _DISTINCTIVE)
            if at is None and not alone:
                raise Missed(f"the words stand in {len(starts)} places, and nothing tells which is meant")
            chosen = at or (starts[0], starts[0] + len(words))
            return self._place(*chosen, words)
        return self._fuzzy(pattern, (before, after), (low, high))

    def _stands(self, pattern: str, start: int, before: str, after: str) -> bool:
        """Whether the words stand at a position, between what they stood between as far as that is known."""
        around = before.translate(_FOLD), after.translate(_FOLD)
        return self._folded.startswith(around[0] + pattern + around[1], start - len(around[0]))

    def _place(self, start: int, end: int, words: str) -> Place:
        return Place(start, end, self.text[start:end] == words)

    def _occurrences(self, pattern: str, low: int, high: int) -> Iterator[int]:
        at, count = self._folded.find(pattern, low, high), 0
        while at >= 0 and count <= _MOST_PLACES:
            yield at
            at, count = self._folded.find(pattern, at + 1, high), count + 1

    def _best(
        self, places: list[tuple[int, int]], before: str, after: str, start: int | None, *, context: bool
    ) -> tuple[int, int] | None:
        """The place whose context is the most alike, where it is alike enough and by far the most."""
        if not context or len(places) > _MOST_PLACES:
            return None
        scored = sorted(((self._alike(place, before, after), place) for place in places), reverse=True)
        score, best = scored[0]
        if score < _ENOUGH:
            return None
        if len(scored) > 1 and score - scored[1][0] < _LEAD:
            tied = [place for other, place in scored if score - other < _LEAD]
            return next((place for place in tied if place[0] == start), None)
        return best

    def _alike(self, place: tuple[int, int], before: str, after: str) -> float:
        """How alike what stands around a place is to what stood around it, 0 to 1: the better side counts most."""
        shares = [
            SequenceMatcher(None, was.translate(_FOLD), now, autojunk=False).ratio()
            for was, now in (
                (before[-CONTEXT:], self._folded[max(place[0] - CONTEXT, 0) : place[0]]),
                (after[:CONTEXT], self._folded[place[1] : place[1] + CONTEXT]),
            )
            if was.strip()
        ]
        return (2 * max(shares) + min(shares)) / 3

    def _fuzzy(self, pattern: str, around: tuple[str, str], bounds: tuple[int, int]) -> Place:
        low, high = bounds
        known = any(part.strip() for part in around)
        most = min(256, len(pattern) // (_FUZZY_SHARE if known else _FUZZY_SHARE + 1))
        if len(pattern) < _FUZZY_LEAST:
            raise Missed("the words do not stand in the text")
        if len(pattern) * (high - low) > _FUZZY_BUDGET:
            raise Missed("the words do not stand in the text, and both are too long to look for what is like them")
        text = self._folded[low:high]
        hits = [(end, errors) for end, errors in enumerate(_errors(pattern, text), 1) if errors <= most]
        if not hits:
            raise Missed("the words do not stand in the text, nor any that are nearly the same")
        least = min(errors for _, errors in hits)
        # Ends that are closer together than the words are long are one place, seen with more or fewer characters.
        ends = [end for end, errors in hits if errors <= least + max(2, most // 4)]
        if any(right - left >= len(pattern) - most for left, right in pairwise(ends)):
            raise Missed("words that are nearly the same stand in several places")
        near = [(end, errors) for end, errors in hits if ends[0] - most <= end <= ends[-1] + most]
        end = _edge(near, pattern, lambda end: text[:end])
        before = text[max(end - len(pattern) - most, 0) : end][::-1]
        lengths = [
            (length, errors)
            for length, errors in enumerate(_errors(pattern[::-1], before, anchored=True), 1)
            if errors <= most
        ]
        length = _edge(lengths, pattern[::-1], lambda length: before[:length])
        place = Place(low + end - length, low + end, exact=False)
        if known and self._alike((place.start, place.end), *around) < _ENOUGH:
            raise Missed("words that are nearly the same stand in the text, but nothing around them is as it was")
        return place


def _edge(candidates: list[tuple[int, int]], pattern: str, upto: Callable[[int], str]) -> int:
    """Where words end, of several places with their errors: few errors, and the last characters as they were."""

    def cost(candidate: tuple[int, int]) -> tuple[int, int]:
        at, errors = candidate
        pairs = zip(pattern[: -_EDGE - 1 : -1], upto(at)[: -_EDGE - 1 : -1], strict=False)
        kept = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
        return errors - kept, errors

    return min(candidates, key=cost)[0]


def _errors(pattern: str, text: str, *, anchored: bool = False) -> Iterator[int]:
    """For each end in the text, how many characters must change to read the pattern there (Myers 1999).

    The stretch that is read so begins where the text begins, if anchored, else anywhere.
    """
    size = len(pattern)
    full, last = (1 << size) - 1, 1 << (size - 1)
    masks: dict[str, int] = {}
    for index, character in enumerate(pattern):
        masks[character] = masks.get(character, 0) | 1 << index
    plus, minus, errors = full, 0, size
    for character in text:
        equal = masks.get(character, 0)
        vertical = equal | minus
        diagonal = (((equal & plus) + plus) ^ plus) | equal
        more, fewer = minus | (full & ~(diagonal | plus)), plus & diagonal
        errors += bool(more & last) - bool(fewer & last)
        more, fewer = (more << 1 | anchored) & full, (fewer << 1) & full
        plus, minus = fewer | (full & ~(vertical | more)), more & vertical
        yield errors
