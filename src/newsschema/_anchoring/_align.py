"""Which words of one text are which of another: lines first, then what has moved, then words, then slips of the pen."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final, TypeAlias

from newsschema._anchoring._tokens import Tokens

Block: TypeAlias = tuple[int, int, int]
"""Where equal items begin in the old and in the new, and how many there are."""
Bounds: TypeAlias = tuple[int, int, int, int]
"""A stretch of the old tokens and one of the new ones."""

_PAIRS: Final = 400_000
"""So many pairs of equal items may be looked at in one comparison of the standard library's; it looks several times."""
_BUDGET: Final = 4_000_000
"""So many in all comparisons of words."""
_LONG: Final = 6
"""Words in a row that are enough to tell that something has moved."""
_FEW: Final = 3
"""So many are enough where it is known about where to look."""
_LOOKALIKE: Final = 0.6
"""How alike two words are of which one is a misspelling of the other, 0 to 1."""
_SHORTEST: Final = 4
"""Shorter words are too easily like others."""
_MISSPELT: Final = 12
"""So many words in a row may be misspelt."""
_ROOM: Final = 64
"""No further than so many words it is asked what else may have come or gone."""
NOWHERE: Final = -1


class Alignment:
    """The tokens of an old text in a new one.

    Attributes:
        image: For each token of the old text its index in the new one, or `NOWHERE`.
        origin: The same the other way round.
        spelling: The old tokens whose image is spelt differently.
    """

    __slots__ = ("_budget", "image", "new", "old", "origin", "spelling")

    def __init__(self, old: Tokens, new: Tokens) -> None:
        self.old, self.new = old, new
        self.image = [NOWHERE] * len(old)
        self.origin = [NOWHERE] * len(new)
        self.spelling: set[int] = set()
        self._budget = _BUDGET
        self._align_lines()
        self._align_moved()
        self._align_gaps()
        _slide(old, new, self.image, self.origin)
        _slide(new, old, self.origin, self.image)

    def match(self, first: int, other: int, count: int) -> None:
        """Match tokens in a row."""
        self.image[first : first + count] = range(other, other + count)
        self.origin[other : other + count] = range(first, first + count)

    def release(self, first: int, last: int) -> None:
        """Match old tokens with nothing any more."""
        for index in range(first, last):
            if self.image[index] != NOWHERE:
                self.origin[self.image[index]] = NOWHERE
                self.image[index] = NOWHERE
        self.spelling.difference_update(range(first, last))

    # Lines.

    def _align_lines(self) -> None:
        """Match the lines that are the same, in order; then those that have moved."""
        old, new = self.old.lines(), self.new.lines()
        ours, theirs = _rows(self.old, old), _rows(self.new, new)
        matched = set[int](), set[int]()
        for first, other, count in _blocks(ours, theirs):
            for step in range(count):
                self._match_line(old[first + step], new[other + step])
            matched[0].update(range(first, first + count))
            matched[1].update(range(other, other + count))
        left = _by_value(ours, matched[0]), _by_value(theirs, matched[1])
        for line, places in left[0].items():
            others = left[1].get(line, [])
            if len(others) == len(places):
                for place, other_place in zip(places, others, strict=True):
                    self._match_line(old[place], new[other_place])

    def _match_line(self, one: tuple[int, int], other: tuple[int, int]) -> None:
        self.match(one[0], other[0], one[1] - one[0])

    # What has moved.

    def _align_moved(self) -> None:
        """Match rows of words that stand once in what is left of either text, wherever they stand."""
        ours, theirs = _unmatched(self.image), _unmatched(self.origin)
        if not ours or not theirs:
            return
        once = _once(self.old.keys, ours, _LONG)
        others = _once(self.new.keys, theirs, _LONG)
        for row, place in once.items():
            other = others.get(row, NOWHERE)
            if NOWHERE not in (place, other) and self.image[place] == NOWHERE:
                self._grow(place, other, (0, len(self.image), 0, len(self.origin)))

    def _grow(self, place: int, other: int, bounds: Bounds) -> None:
        """Match the longest row of equal words, none of them matched, that two equal words are in."""
        first, last, other_first, other_last = bounds
        old, new, image, origin = self.old.keys, self.new.keys, self.image, self.origin

        def same(one: int, two: int) -> bool:
            return old[one] == new[two] and image[one] == NOWHERE == origin[two]

        if not same(place, other):
            return
        before, after = 0, 1
        while place - before > first and other - before > other_first and same(place - before - 1, other - before - 1):
            before += 1
        while place + after < last and other + after < other_last and same(place + after, other + after):
            after += 1
        self.match(place - before, other - before, before + after)

    # Words.

    def _align_gaps(self) -> None:
        """Match the words between what is matched."""
        for first, last in _unmatched(self.image):
            for one, other in self._windows(first, last):
                self._align_words(*one, *other)

    def _windows(self, first: int, last: int) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
        """Where the words of a gap in the old text may be in the new one.

        That is what lies between its neighbours there, or beside them, as far as their paragraphs go.
        """
        left = self.image[first - 1] if first else NOWHERE
        right = self.image[last] if last < len(self.image) else len(self.origin)
        low, high = self._matched(left + 1, 1), self._matched(right - 1, -1)
        if low == right:
            yield (first, last), (left + 1, right)
            return
        middle = first
        if first and left + 1 < len(self.origin):
            middle = min(last, self.old.paragraph(first - 1)[1])
            yield (first, middle), (left + 1, min(low, self.new.paragraph(left)[1]))
        if last < len(self.image) and right > 0:
            start = max(middle, self.old.paragraph(last)[0])
            yield (start, last), (max(high + 1, self.new.paragraph(right)[0]), right)

    def _matched(self, index: int, step: int) -> int:
        """The first token from an index on, in one direction, that is matched, or the end of the text."""
        while 0 <= index < len(self.origin) and self.origin[index] == NOWHERE:
            index += step
        return index

    def _align_words(self, first: int, last: int, other: int, end: int) -> None:
        """Match the words of a stretch of each text, in order."""
        if first >= last or other >= end:
            return
        ours, theirs = self.old.keys[first:last], self.new.keys[other:end]
        cost = _pairs(ours, theirs)
        if cost > min(_PAIRS, self._budget):
            for gap in self._split(first, last, other, end):
                self._align_words(*gap)
            return
        self._budget -= cost
        for tag, low, high, low_other, high_other in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
            if tag == "equal":
                self.match(first + low, other + low_other, high - low)
            elif tag == "replace" and high - low <= _MISSPELT:
                start = max(low_other, high_other - _MISSPELT)
                for one, two in _misspelt(ours[low:high], theirs[start:high_other]):
                    self.match(first + low + one, other + start + two, 1)
                    self.spelling.add(first + low + one)

    def _split(self, first: int, last: int, other: int, end: int) -> Iterator[Bounds]:
        """Match the rows of a few words that stand once in either stretch, in order; what lies between them."""
        ours = _once(self.old.keys, [(first, last)], _FEW)
        theirs = _once(self.new.keys, [(other, end)], _FEW)
        pairs = [(place, theirs[row]) for row, place in ours.items() if place >= 0 and theirs.get(row, NOWHERE) >= 0]
        rising = _rising(sorted(pairs))
        for place, place_other in rising:
            self._grow(place, place_other, (first, last, other, end))
        if not rising:
            for low, low_other, count in _ends(self.old.keys[first:last], self.new.keys[other:end]):
                self.match(first + low, other + low_other, count)
            return
        done, done_other = first, other
        for place in range(first, last):
            image = self.image[place]
            if image != NOWHERE:
                yield done, place, done_other, image
                done, done_other = place + 1, image + 1
        yield done, last, done_other, end


def _rows(tokens: Tokens, lines: Iterable[tuple[int, int]]) -> list[tuple[str, ...]]:
    return [tuple(tokens.keys[first:last]) for first, last in lines]


def _blocks(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Block]:
    """The stretches that are the same, in order; where too much is alike to compare it, at both ends."""
    if _pairs(old, new) <= _PAIRS:
        found = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
        return [(block.a, block.b, block.size) for block in found]
    return _ends(old, new)


def _ends(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Block]:
    """What is the same at both ends."""
    shorter = min(len(old), len(new))
    before = next((index for index in range(shorter) if old[index] != new[index]), shorter)
    rest = shorter - before
    after = next((index for index in range(rest) if old[-1 - index] != new[-1 - index]), rest)
    return [(0, 0, before), (len(old) - after, len(new) - after, after)]


def _pairs(old: Iterable[Hashable], new: Iterable[Hashable]) -> int:
    """How many pairs of equal items there are."""
    counts = Counter(new)
    return sum(count * counts[item] for item, count in Counter(old).items() if item in counts)


def _by_value(items: Sequence[Hashable], but: set[int]) -> dict[Hashable, list[int]]:
    """Where each item stands, but for some places."""
    found: dict[Hashable, list[int]] = {}
    for index, item in enumerate(items):
        if index not in but:
            found.setdefault(item, []).append(index)
    return found


def _unmatched(image: Sequence[int]) -> list[tuple[int, int]]:
    """The stretches that are matched with nothing."""
    left, last = image.count(NOWHERE), 0
    found: list[tuple[int, int]] = []
    while left:
        first = image.index(NOWHERE, last)
        last = next((index for index in range(first, len(image)) if image[index] != NOWHERE), len(image))
        left -= last - first
        found.append((first, last))
    return found


def _once(keys: Sequence[str], stretches: Iterable[tuple[int, int]], count: int) -> dict[tuple[str, ...], int]:
    """Where each row of so many keys begins that is in one of the stretches; `NOWHERE` where it is in them twice."""
    found: dict[tuple[str, ...], int] = {}
    for first, last in stretches:
        for index in range(first, last - count + 1):
            row = tuple(keys[index : index + count])
            found[row] = NOWHERE if row in found else index
    return found


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Of pairs in the order of their firsts, the most whose seconds are in order as well (patience sorting)."""
    tops: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, (_, second) in enumerate(pairs):
        pile = bisect_left(tops, second)
        before.append(ends[pile - 1] if pile else NOWHERE)
        tops[pile : pile + 1] = [second]
        ends[pile : pile + 1] = [index]
    found: list[tuple[int, int]] = []
    index = ends[-1] if ends else NOWHERE
    while index != NOWHERE:
        found.append(pairs[index])
        index = before[index]
    return found[::-1]


def _misspelt(ours: Sequence[str], theirs: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs of words, in order, of which one may be a misspelling of the other."""
    found: list[tuple[int, int]] = []
    at = 0
    for index, word in enumerate(ours):
        other = next((place for place in range(at, len(theirs)) if _alike(word, theirs[place])), NOWHERE)
        if other != NOWHERE:
            found.append((index, other))
            at = other + 1
    return found


def _alike(one: str, other: str) -> bool:
    """Whether two words are the same but for a slip: letters changed about, or a few of them others."""
    if len(one) == len(other) and sorted(one) == sorted(other):
        return True
    short, long = sorted((one, other), key=len)
    if len(long) < _SHORTEST:
        return False
    before = next((index for index, letter in enumerate(short) if letter != long[index]), len(short))
    rest = len(short) - before
    after = next((index for index in range(rest) if short[-1 - index] != long[-1 - index]), rest)
    return before + after >= _LOOKALIKE * len(long)


def _slide(ours: Tokens, theirs: Tokens, image: list[int], origin: list[int]) -> None:
    """Let what one text alone has begin with a sentence, where equal words at its ends leave open where it begins.

    Args:
        ours: The tokens of the text.
        theirs: Those of the other.
        image: For each of ours its index there, or `NOWHERE`.
        origin: The same the other way round.
    """
    for first, last in _unmatched(image):
        if first and last < len(image) and image[last] == image[first - 1] + 1:
            shift = _shift(ours, theirs, image, (first, last))
            for step in range(abs(shift)):
                gone, come = (first - 1 - step, last - 1 - step) if shift < 0 else (last + step, first + step)
                image[come], image[gone] = image[gone], NOWHERE
                origin[image[come]] = come


def _shift(ours: Tokens, theirs: Tokens, image: Sequence[int], gap: tuple[int, int]) -> int:
    """How far a gap can slide, back or on, to begin with a sentence: as little as may be."""
    first, last = gap
    if ours.is_begin(first):
        return 0
    back, on = (_room(ours, theirs, image, *ends) for ends in ((first - 1, last - 1), (last, first)))
    return min((shift for shift in range(-back, on + 1) if ours.is_begin(first + shift)), key=abs, default=0)


def _room(ours: Tokens, theirs: Tokens, image: Sequence[int], near: int, far: int) -> int:
    """How many tokens, going away from a gap, are matched in a row and equal to those at the gap's other end."""
    way = 1 if near > far else -1
    start, room = near, 0
    while (
        room < _ROOM
        and 0 <= near < len(image)
        and image[near] == image[start] + room * way != NOWHERE
        and ours.keys[near] == ours.keys[far] == theirs.keys[image[near]]
    ):
        near, far, room = near + way, far + way, room + 1
    return room
