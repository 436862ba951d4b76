"""Where a stretch of the old text stands in the new one, as far as its words and the marks around them tell."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from itertools import accumulate, islice, takewhile
from typing import Final

from attrs import frozen

from newsschema._anchoring._align import NOWHERE, Alignment
from newsschema._anchoring._tokens import BARRIER, MARK, Tokens
from newsschema._model.finding import stretch_of
from newsschema._model.types import Fragment, Span

GONE: Final = "the words do not occur in the new text"
ADRIFT: Final = "nothing around the words is as it was"
CHANGED: Final = "too few of the words are in the new text"
APART: Final = "the words are in several places of the new text"
EDGES: Final = "where the words begin or end in the new text is not clear"
UNMARKED: Final = "the words are no longer between quotation marks"

_MOST: Final = 0.5
"""This share of the letters of the words, at least, is as it was, whether one asks the old words or the new ones."""
_SOME: Final = 0.35
"""And this share whichever one asks."""
_LITTLE: Final = 0.2
"""Of what stands around what is said this share is enough: "Ms Okafor" for "harbour master Ines Okafor"."""
_KEPT: Final = 0.9
"""Where so much is as it was, much may be gone or new beside it,"""
_REST: Final = 0.12
"""down to this share,"""
_LETTERS: Final = 12
"""if what is left has so many letters."""
_PUT_IN: Final = 40
"""Among words that are all there so many letters may have come in."""
_SLIP: Final = 0.8
"""What a misspelt word counts."""
_TOGETHER: Final = 0.6
"""This share of the words that are found stand together."""
_ROW: Final = 3
"""So many words are looked for in the whole text, fewer only beside what was beside them."""
_TRIED: Final = 50
"""In so many places."""
_SLOT: Final = 30
"""Words for a source are looked for among so many tokens."""
_BESIDE: Final = 6
"""So many words on either side tell whether what stands around is as it was,"""
_SLACK: Final = 6
"""among them as many signs and words that have come in,"""
_LEAST: Final = 2
"""if so many are."""
_ROOM: Final = 2
"""For each word that is gone from an end so many new ones, and so many more, may have come in."""


@frozen
class Place:
    """Where words stand now.

    Attributes:
        start: Their first position in the new text, in code points.
        end: The position after the last.
        first: Their first token in the new text.
        last: The token after the last.
    """

    start: int
    end: int
    first: int
    last: int


@frozen
class Lost:
    """Why words have no place."""

    reason: str


class Places:
    """Finds the places of old stretches by an alignment of the texts.

    Attributes:
        alignment: The alignment.
        old: The tokens of the old text.
        new: Those of the new one.
        said: New tokens that are words of some quote.
    """

    def __init__(self, alignment: Alignment) -> None:
        self.alignment = alignment
        self.old, self.new = alignment.old, alignment.new
        self.said = set[int]()
        self._marks = _counted(self.old), _counted(self.new)
        self._where: dict[str, list[int]] = {}

    def find(self, span: Span, *, marked: bool = False) -> Place | Lost:
        """The place of a span of the old text.

        Args:
            span: The span, which has a place in the old text.
            marked: It must stand between marks still, where it did.
        """
        start, end = stretch_of(span)
        first, last = self.old.within(start, end)
        if self._plainly(first, last):
            image = self.alignment.image[first]
            return self._exactly(start, end, (first, last), (image, image + last - first))
        row = self._together([index for index in range(first, last) if self.alignment.image[index] != NOWHERE])
        if isinstance(row, Lost):
            return self._lost(row, self.old.keys[first:last])
        theirs = self._extent((first, last), row, marked=marked)
        if theirs is None:
            return Lost(EDGES)
        if not self._enough(row, (first, last), theirs, said=isinstance(span, Fragment)):
            return Lost(CHANGED)
        if marked and not self._marked_still((first, last), theirs):
            return Lost(UNMARKED)
        return self._exactly(start, end, (first, last), theirs)

    def _ours(self, span: Span) -> tuple[int, int]:
        """The first token of a span of the old text, and the one after its last."""
        return self.old.within(*stretch_of(span))

    def paragraph_of(self, span: Span) -> int:
        """The paragraph of the old text that a span begins in."""
        return bisect_right(self.old.borders, stretch_of(span)[0])

    def release(self, span: Span) -> None:
        """Give up what was found of a span, so that others may have the place."""
        self.alignment.release(*self._ours(span))

    def is_new(self, index: int, paragraphs: Collection[int] = ()) -> bool:
        """Whether a token of the new text was not in the old one, or in none of some of its paragraphs."""
        origin = self.alignment.origin[index]
        return origin == NOWHERE or (bool(paragraphs) and self.old.paragraphs[origin] not in paragraphs)

    def was(self, index: int) -> str:
        """What a token of the new text was in the old one, if it was there, else what it is."""
        origin = self.alignment.origin[index]
        return self.new.keys[index] if origin == NOWHERE else self.old.keys[origin]

    def slot(self, span: Span) -> range:
        """What stands in the new text between what stood beside a span, where that is in order still."""
        first, last = self._ours(span)
        if first == last:
            return range(0)
        low, high = self.old.paragraph(first)
        image = self.alignment.image
        before = next((image[index] for index in range(first - 1, low - 1, -1) if image[index] != NOWHERE), None)
        after = next((image[index] for index in range(last, high) if image[index] != NOWHERE), None)
        if before is None:
            before = NOWHERE if after is None else self.new.paragraph(after)[0] - 1
        if after is None:
            after = NOWHERE if before == NOWHERE else self.new.paragraph(before)[1]
        return range(before + 1, min(after, before + _SLOT))

    # Words that are matched with nothing.

    def rows(self, span: Span, window: Iterable[int]) -> list[int]:
        """The tokens, of some, at which the words of a span begin in the new text, matched with nothing."""
        first, last = self._ours(span)
        keys, count = self.old.keys[first:last], last - first
        new, origin = self.new.keys, self.alignment.origin
        return [
            at for at in window if new[at : at + count] == keys and origin[at : at + count].count(NOWHERE) == count > 0
        ]

    def row(self, span: Span) -> int | None:
        """The one token at which the words of a span begin anywhere in the new text, matched with nothing.

        Of several it is the one with the most words beside it that were beside them; `None` where that is none or two.
        """
        first, last = self._ours(span)
        found = self.rows(span, self._candidates(self.old.keys[first:last]))
        if len(found) <= 1:
            return found[0] if found and last - first >= _ROW else None
        (best, at), (second, _) = sorted(((self._beside_both(first, last, at), at) for at in found), reverse=True)[:2]
        return at if best > second else None

    def _candidates(self, keys: Sequence[str]) -> Sequence[int]:
        """Where a row of keys may begin, by the rarest of them; nowhere, where that is too often there."""
        if not self._where:
            for index, key in enumerate(self.new.keys):
                self._where.setdefault(key, []).append(index)
        found = [[at - step for at in self._where.get(key, ())] for step, key in enumerate(keys)]
        rarest: list[int] = min(found, key=len, default=list[int]())
        return [at for at in rarest if at >= 0] if len(rarest) <= _TRIED else []

    def _lost(self, lost: Lost, keys: Sequence[str]) -> Lost:
        """Why a row of keys is lost, which may be in the new text though none of it is matched."""
        places = self._candidates(keys) if lost.reason == GONE else ()
        return Lost(ADRIFT) if any(self.new.keys[at : at + len(keys)] == keys for at in places) else lost

    def _beside_both(self, first: int, last: int, at: int) -> int:
        """How many tokens beside a stretch of the old text are the same beside a row of the new one."""
        old, new, end = self.old.keys, self.new.keys, at + last - first
        before = zip(
            reversed(old[max(first - _BESIDE, 0) : first]), reversed(new[max(at - _BESIDE, 0) : at]), strict=False
        )
        after = zip(old[last : last + _BESIDE], new[end : end + _BESIDE], strict=False)
        return sum(sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs)) for pairs in (before, after))

    def take(self, span: Span, at: int) -> Place | Lost:
        """The place of a span whose words were found at a token of the new text."""
        first, last = self._ours(span)
        self.alignment.release(first, last)
        self.alignment.match(first, at, last - first)
        return self.find(span, marked=isinstance(span, Fragment) and span.verbatim)

    # Whether what stands around is as it was.

    def as_before(self, span: Span, place: Place) -> bool:
        """Whether enough of what stood around a span stands around its place.

        That is the words beside it in its paragraph; where there are none, the last of the paragraph before it and the
        first of the one after.
        """
        first, last = self._ours(span)
        low, high = self.old.paragraph(first)[0], self.old.paragraph(last - 1)[1]
        before = self._words(range(first - 1, low - 1, -1))
        after = self._words(range(last, high))
        image = self.alignment.image
        now_low, now_high = self.new.paragraph(place.first)[0], self.new.paragraph(place.last - 1)[1]
        alone = not self.new.weight(now_low, place.first) + self.new.weight(place.last, now_high)
        if (before or after) and not alone:
            reach = _BESIDE + _SLACK
            kept = sum(max(place.first - reach, 0) <= image[index] < place.first for index in before)
            also = sum(place.last <= image[index] < place.last + reach for index in after)
            return kept + also >= min(_LEAST, len(before) + len(after))
        return self._between_neighbours(low, high, place)

    def _words(self, tokens: Iterable[int]) -> list[int]:
        """The first few words of some old tokens, up to where the text is not known."""
        known = takewhile(lambda index: self.old.keys[index][0] != BARRIER, tokens)
        return list(islice(filter(self.old.is_word, known), _BESIDE))

    def _between_neighbours(self, low: int, high: int, place: Place) -> bool:
        """Whether a paragraph that is nothing but words of a quote stands where it stood to one of its neighbours."""
        if self._introduced_anew(place):
            return False
        ahead = self._image_of_word(range(low - 1, -1, -1), -1)
        if ahead is not None and self._none_between(ahead + 1, place.first):
            return True
        behind = self._image_of_word(range(high, len(self.old)), len(self.new))
        return behind is not None and self._none_between(place.last, behind)

    def _introduced_anew(self, place: Place) -> bool:
        """Whether something that was not there introduces the words with a colon."""
        new = self.new
        lead = next((index for index in range(place.first - 1, -1, -1) if new.keys[index] != MARK), None)
        return lead is not None and new.keys[lead] == ":" and any(map(self.is_new, range(new.paragraph(lead)[0], lead)))

    def _image_of_word(self, tokens: Iterable[int], end: int) -> int | None:
        """Where the first word of some old tokens stands now, `None` for nowhere; the end where they have no word."""
        word = next(filter(self.old.is_word, tokens), None)
        if word is None:
            return end
        image = self.alignment.image[word]
        return None if image == NOWHERE else image

    def _none_between(self, low: int, high: int) -> bool:
        """Whether no words of the old text stand between two tokens of the new one, which are in order."""
        return low <= high and all(map(self.is_new, filter(self.new.is_word, range(low, high))))

    # By the words and the marks around them.

    def _plainly(self, first: int, last: int) -> bool:
        """Whether a stretch is in the new text as it was, the tokens beside it too."""
        low, high = max(first - 1, 0), min(last + 1, len(self.old))
        rows = self.alignment.image[low:high]
        return (
            low < first < last < high
            and rows[0] != NOWHERE
            and rows == list(range(rows[0], rows[0] + high - low))
            and self.alignment.spelling.isdisjoint(range(low, high))
        )

    def _together(self, matched: Sequence[int]) -> list[int] | Lost:
        """Of the old tokens that have an image the heaviest row whose images are in order, the marks among them too."""
        rows: list[list[int]] = []
        for index in matched:
            if rows and self._follows(rows[-1][-1], index):
                rows[-1].append(index)
            else:
                rows.append([index])
        if not rows:
            return Lost(GONE)
        weights = [self._weight(row) for row in rows]
        if len(rows) > 1 and not any(weights):
            return Lost(APART)
        best = max(range(len(rows)), key=weights.__getitem__)
        return rows[best] if weights[best] >= _TOGETHER * sum(weights) else Lost(APART)

    def _follows(self, one: int, two: int) -> bool:
        image, now = self.alignment.image, self.new.paragraphs
        breaks = self.old.paragraphs[two] - self.old.paragraphs[one]
        return (
            image[one] < image[two]
            and now[image[two]] - now[image[one]] <= breaks
            and self._between(0, one, two) == self._between(1, image[one], image[two])
        )

    def _between(self, text: int, first: int, last: int) -> int:
        """How many marks stand from a token of a text to another."""
        return self._marks[text][last] - self._marks[text][first]

    def _weight(self, row: Sequence[int]) -> float:
        spelling = self.alignment.spelling
        weight = self.old.weight
        return sum(weight(index, index + 1) * (_SLIP if index in spelling else 1) for index in row)

    def _extent(self, ours: tuple[int, int], row: Sequence[int], *, marked: bool) -> tuple[int, int] | None:
        """The new tokens that stand for a stretch, of which a row has an image; `None` where that cannot be told."""
        low = self._edge(ours[0] - 1, row[0], -1, marked=marked)
        high = self._edge(ours[1], row[-1], 1, marked=marked)
        return None if low is None or high is None else (low, high + 1)

    def _edge(self, outside: int, found: int, step: int, *, marked: bool) -> int | None:
        """The outermost new token of a stretch on one side; `None` where that cannot be told.

        What has come in between a mark and words that are marked is theirs.

        Args:
            outside: The first old token outside of the stretch.
            found: The outermost token in the stretch that has an image.
            step: The direction in which the edge lies, 1 or -1.
            marked: The stretch is words between marks.
        """
        at = self.alignment.image[found]
        gone = abs(outside - found) - 1
        mark = _beside(self.old, outside - step, step) == MARK
        if not gone and not (mark and marked):
            return self._close(found, -step)
        edge = self._grown(at, step)
        if edge + step == len(self.new):  # it is cut short
            return edge if edge - at <= 1 else None
        if self._bounded(outside, edge, step) and (mark or abs(edge - at) <= _ROOM * gone + _ROOM):
            return edge
        return None if gone else at

    def _grown(self, at: int, step: int) -> int:
        """The last token that has come in beside a new one, without a mark in between."""
        new, origin = self.new, self.alignment.origin
        while _goes_on(new, at, step) and origin[at + step] == NOWHERE and new.keys[at + step] != MARK:
            at += step
        return at

    def _bounded(self, outside: int, edge: int, step: int) -> bool:
        """Whether a stretch ends at a new token as it did: beside its neighbour, at a mark, with the paragraph."""
        old, new, last = self.old, self.new, outside - step
        if 0 <= outside < len(old) and self.alignment.image[outside] == edge + step:
            return True
        if _beside(old, last, step) == MARK:
            return _beside(new, edge, step) == MARK
        return not _goes_on(old, last, step) and not _goes_on(new, edge, step)

    def _close(self, token: int, step: int) -> int:
        """The image of the outermost token of a stretch; of two that it may be the one beside the next token's."""
        image, new = self.alignment.image, self.new
        if not 0 <= token + step < len(image) or image[token + step] == NOWHERE:
            return image[token]
        beside = image[token + step] - step
        free = 0 <= beside < len(new) and self.alignment.origin[beside] == NOWHERE
        return beside if free and new.keys[beside] == self.old.keys[token] else image[token]

    def _enough(self, row: Sequence[int], ours: tuple[int, int], theirs: tuple[int, int], *, said: bool) -> bool:
        """Whether enough of some words is as it was; more of what is said than of what stands around it."""
        kept = self._weight(row)
        before, now = self.old.weight(*ours), self.new.weight(*theirs)
        if not before or not now:
            return len(row) == ours[1] - ours[0] == theirs[1] - theirs[0]
        less, more = sorted((kept / before, kept / now))
        whole = len(row) == ours[1] - ours[0] and now - before <= _PUT_IN
        some = _SOME if said else _LITTLE
        return whole or (less >= some and more >= _MOST) or (less >= _REST and more >= _KEPT and kept >= _LETTERS)

    def _marked_still(self, ours: tuple[int, int], theirs: tuple[int, int]) -> bool:
        """Whether marks stand at the ends of a stretch where they stood, or it is cut short."""
        sides = ((ours[0], theirs[0], -1), (ours[1] - 1, theirs[1] - 1, 1))
        return all(
            image + step == len(self.new)
            or _beside(self.old, token, step) != MARK
            or _beside(self.new, image, step) == MARK
            for token, image, step in sides
        )

    def _exactly(self, start: int, end: int, ours: tuple[int, int], theirs: tuple[int, int]) -> Place | Lost:
        """The place to the character: spaces at the ends come along where they are there, parts of a word too."""
        (first, last), (low, high) = ours, theirs
        starts = self._within(start, first, low)
        ends = self._within(end, last - 1, high - 1)
        if starts is None or ends is None:
            return Lost(EDGES)
        lead = self.old.text[start : self.old.starts[first]]
        tail = self.old.text[self.old.ends[last - 1] : end]
        text = self.new.text
        starts -= len(lead) * (bool(lead) and text[:starts].endswith(lead))
        ends += len(tail) * (bool(tail) and text.startswith(tail, ends))
        return Place(starts, ends, low, high)

    def _within(self, position: int, token: int, image: int) -> int | None:
        """A position at an edge of a token's image, or inside it; outside it at its edge."""
        old, new = self.old, self.new
        if position <= old.starts[token]:
            return new.starts[image]
        if position >= old.ends[token]:
            return new.ends[image]
        same = self.alignment.image[token] == image and _word(old, token) == _word(new, image)
        return new.starts[image] + position - old.starts[token] if same else None


def _goes_on(tokens: Tokens, index: int, step: int) -> bool:
    """Whether a token's paragraph goes on in a direction."""
    beside = index + step
    return 0 <= beside < len(tokens) and tokens.paragraphs[beside] == tokens.paragraphs[index]


def _beside(tokens: Tokens, index: int, step: int) -> str | None:
    """The key of the token beside one, if it is in the same paragraph."""
    return tokens.keys[index + step] if _goes_on(tokens, index, step) else None


def _word(tokens: Tokens, index: int) -> str:
    return tokens.text[tokens.starts[index] : tokens.ends[index]]


def _counted(tokens: Tokens) -> list[int]:
    """How many marks stand before each token, and in all."""
    return list(accumulate((key == MARK for key in tokens.keys), initial=0))
