"""Quotation marks paired into stretches, paragraph by paragraph.

What a mark does is told by its shape and by what stands right before and behind it; where that leaves a choice, by the
marks that follow in its paragraph. Single marks are apostrophes as often, and are paired last.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum, auto
from functools import lru_cache
from heapq import merge
from html import unescape
from typing import Final, NamedTuple, Protocol

from newsschema._model.punctuation import (
    DOUBLE_CLOSING,
    DOUBLE_MARK,
    DOUBLE_MARKS,
    DOUBLE_OPENING,
    SINGLE_MARKS,
    SINGLE_OPENING,
)
from newsschema._wrapping import unwrapped

MARKS: Final = DOUBLE_MARKS | SINGLE_MARKS | {",,", "\n"}
"""Quotation marks, and the newline that ends a paragraph."""
#: A mark of two characters, an entity, a word with its apostrophes, or a sign.
_WORD: Final = rf"(?<=\S)'(?=''(?!'))|{DOUBLE_MARK}|,,(?=\w)|&(?:[A-Za-z]+|#\w+);|\w+(?:['’]\w+)*|[^\w\s]"
_TOKEN: Final = re.compile(rf"{_WORD}|\n\s*")
_NEWLINE: Final = "\n"
_DOUBLE: Final = DOUBLE_MARKS | {",,"}
_OPENING: Final = frozenset({*DOUBLE_OPENING, *SINGLE_OPENING, ",,"})
_CLOSING: Final = frozenset(DOUBLE_CLOSING)
#: Marks that have a direction wherever they stand, since their scripts have no spaces.
_DIRECTED: Final = {"「": True, "『": True, "」": False, "』": False}
#: What may stand right before an opening mark, beside a space.
_BEFORE_OPENING: Final = frozenset("([{—–-/“‘\"'…„«")
_STOPS: Final = frozenset((".", ",", "?", "!", "…", "...", "...."))
#: Behind one of these a straight mark opens other words.
_BEFORE_OTHERS: Final = _STOPS | {":", ";", "(", "["}
#: Behind one of these, words in single marks may go on in the next paragraph.
_BEFORE_LAST: Final = frozenset({":", ",", ".", "?", "!", "..."})
#: Words that begin with an apostrophe.
_ELIDED: Final = frozenset(
    {
        *("til", "tis", "twas", "twere", "twill", "em", "cause", "cos", "n", "neath", "round", "bout", "tween"),
        *("gainst", "ere", "un", "ol", "cept", "nuff", "im"),
    }
)
#: Those of them that are words of their own as well: "a 'cause'".
_OWN_WORDS: Final = frozenset({"cause", "cos", "round", "bout", "un", "ol", "ere"})
#: Words that lose their end to an apostrophe.
_CUT: Final = frozenset(
    {"an", "n", "o", "t", "th", "wi", "ol", "lil", "doin", "nothin", "somethin", "anythin", "mornin"}
)
#: So many single marks at most stand between the two around some words: no time is lost on a text of apostrophes alone.
_FARTHEST: Final = 100


class Words(Protocol):
    """A text that is cut into words and signs.

    Attributes:
        text: The text.
        words: Each word or sign; entities as what they stand for, and newlines, which end paragraphs, as one.
        lower: The words in small letters, and an empty one behind them.
        starts: Where each begins, in code points.
    """

    @property
    def text(self) -> str: ...
    @property
    def words(self) -> Sequence[str]: ...
    @property
    def lower(self) -> Sequence[str]: ...
    @property
    def starts(self) -> Sequence[int]: ...

    def end(self, index: int, /) -> int:
        """Where a word ends."""
        ...


class Stretch(NamedTuple):
    """Words between marks: tokens of the opening mark and of the closing one (or of where the paragraph ends)."""

    open: int
    close: int
    closed: bool


class MarkedWords(NamedTuple):
    """Words between quotation marks, with their positions in code points.

    Attributes:
        opens: Where the opening mark begins.
        start: Where the words begin.
        end: Where they end.
        closes: Where the closing mark ends; the same as `end` without a closing mark.
        closed: Whether there is a closing mark; otherwise the words run to the end of their paragraph.
    """

    opens: int
    start: int
    end: int
    closes: int
    closed: bool


class Does(Enum):
    """What a mark can do in its place."""

    OPEN = auto()
    CLOSE = auto()
    EITHER = auto()


class _Mark(NamedTuple):
    """A mark: its token, its shape, and what it can do."""

    at: int
    word: str
    does: Does


class Pairing:
    """Pairs the marks of a text; the reader, which knows more words, has a kind of its own.

    Args:
        tokens: The text, cut into words.
    """

    def __init__(self, tokens: Words) -> None:
        self.tokens = tokens

    def is_cut(self, word: str) -> bool:
        """Whether a word, in small letters, lost its end to the apostrophe behind it: "an' tell"."""
        return word in _CUT

    def forgotten(self, opened: int, end: int) -> int:  # noqa: ARG002 - for those who know words
        """Where words end that are never closed: with their paragraph."""
        return end

    def pairs(self, places: Iterable[int]) -> tuple[Stretch, ...]:
        """Pair the marks of each paragraph; one left open runs to the end of its paragraph.

        Args:
            places: Which words are marks or newlines.
        """
        found: list[Stretch] = []
        doubles: list[_Mark] = []
        singles: list[_Mark] = []
        start = 0
        words, size = self.tokens.words, len(self.tokens.words)
        for i in (*places, size):
            word = words[i] if i < size else _NEWLINE
            if word in _DOUBLE:
                doubles.append(_Mark(i, word, does(self.tokens, i)))
            elif word in SINGLE_MARKS:
                singles.append(_Mark(i, word, does(self.tokens, i)))
            else:
                if doubles or singles:
                    found += self._paragraph(doubles, singles, (start, i))
                    doubles, singles = [], []
                start = i + 1
        return tuple(stretch for stretch in found if stretch.close - stretch.open > 1)

    def _paragraph(self, doubles: list[_Mark], singles: list[_Mark], place: tuple[int, int]) -> Iterator[Stretch]:
        """The stretches of one paragraph, from its first token to before its end, in order."""
        found = list(self._doubles(doubles, place[1]))
        outer = list(self._singles(_outside(singles, found), place)) if singles else []
        done = -1
        for stretch in merge(found, outer):
            if stretch.open > done:  # double marks inside single ones are no stretches of their own
                yield stretch
                done = stretch.close - (not stretch.closed)

    def _doubles(self, marks: Sequence[_Mark], end: int) -> Iterator[Stretch]:
        """Pair double marks: one that can only open begins anew, unless those behind it show that it stands inside."""
        opened: int | None = None
        inside = 0
        for at, mark in enumerate(marks):
            if inside:
                inside -= 1
            elif opened is None:
                opened = mark.at if _may_open(mark) else None
            elif _is_nested(marks, at):
                inside = 1
            elif mark.does is Does.OPEN and _is_anew(self.tokens, marks, at):
                # The one before was never closed.
                yield Stretch(opened, self.forgotten(opened, mark.at), closed=False)
                opened = mark.at
            elif not _is_inches(self.tokens, marks, at):
                yield Stretch(opened, mark.at, closed=True)
                opened = None
        if opened is not None:
            yield Stretch(opened, self.forgotten(opened, end), closed=False)

    def _singles(self, marks: Sequence[_Mark], place: tuple[int, int]) -> Iterator[Stretch]:
        """Pair single marks: each that opens with the next that closes, before another opens."""
        openers = [at for at, mark in enumerate(marks) if _opens(mark) and not _is_cut_front(self.tokens, mark)]
        done = 0
        for at in openers:
            mark = marks[at]
            if at < done or _is_decade(self.tokens, mark):
                continue
            close = self._closing(marks, at + 1)
            if close is None:
                if at == openers[-1] and _goes_on(self.tokens, mark, place):
                    yield Stretch(mark.at, place[1], closed=False)
            elif not _is_elision(self.tokens, mark, marks[close]):
                yield Stretch(mark.at, marks[close].at, closed=True)
                done = close + 1

    def _closing(self, marks: Sequence[_Mark], first: int) -> int | None:
        """Which mark closes: the first that can, but no elision or possessive plural where words end at a later one."""
        weak = cut = None
        for at in _closers(self.tokens, marks, first):
            before = self.tokens.text[self.tokens.starts[marks[at].at] - 1]
            if self._is_cut_end(marks[at]):
                cut = cut or at
            elif before in ",.?!…" or before.isspace() or (weak is None and before != "s"):
                return at
            else:
                weak = weak or at
        return weak or cut

    def _is_cut_end(self, mark: _Mark) -> bool:
        """Whether an apostrophe stands for the end of a word, and another word follows: "an' tell", "doin' it"."""
        return self.is_cut(self.tokens.lower[mark.at - 1]) and self.tokens.lower[mark.at + 1][:1].isalnum()


def does(tokens: Words, index: int) -> Does:
    """What a mark can do, by what stands right before and behind it."""
    word = tokens.words[index]
    if word in _DIRECTED:
        return Does.OPEN if _DIRECTED[word] else Does.CLOSE
    text, start, end = tokens.text, tokens.starts[index], tokens.end(index)
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    opens = not after.isspace() and (before.isspace() or before in _BEFORE_OPENING)
    closes = not before.isspace() and not after.isalnum()
    if opens is closes:
        return Does.EITHER
    return Does.OPEN if opens else Does.CLOSE


def _outside(marks: Sequence[_Mark], stretches: Sequence[Stretch]) -> list[_Mark]:
    """The marks that stand in none of the stretches, which are in order and apart."""
    opens = [stretch.open for stretch in stretches]
    found: list[_Mark] = []
    for mark in marks:
        at = bisect_right(opens, mark.at) - 1
        if at < 0 or stretches[at].close <= mark.at:
            found.append(mark)
    return found


def _may_open(mark: _Mark) -> bool:
    """Whether a mark opens where none is open: not one that can only close, and of closing ones only where it must."""
    return mark.does is Does.OPEN or (mark.does is Does.EITHER and mark.word not in _CLOSING)


def _is_nested(marks: Sequence[_Mark], at: int) -> bool:
    """Whether a mark opens a quote inside the open one: the next two marks close."""
    return [mark.does for mark in marks[at : at + 3]] == [Does.OPEN, Does.CLOSE, Does.CLOSE]


def _is_anew(tokens: Words, marks: Sequence[_Mark], at: int) -> bool:
    """Whether a mark that can only open begins other words; a straight one behind a word may close, a space gone."""
    mark = marks[at]
    closes_next = at + 1 < len(marks) and marks[at + 1].does is Does.CLOSE
    return mark.word in _OPENING or closes_next or tokens.words[mark.at - 1] in _BEFORE_OTHERS


def _is_inches(tokens: Words, marks: Sequence[_Mark], at: int) -> bool:
    """Whether a straight mark after a number, in an open quote, is the sign of inches: another one closes."""
    mark = marks[at]
    number = mark.word == '"' and tokens.words[mark.at - 1][0].isdigit()
    following = marks[at + 1].does if at + 1 < len(marks) else None
    return number and following is Does.CLOSE and _behind(tokens, mark) not in _STOPS


def _opens(mark: _Mark) -> bool:
    """Whether a single mark can only open; a curly one that closes is an apostrophe where it stands before a word."""
    return mark.does is Does.OPEN and mark.word != "’"


def _closers(tokens: Words, marks: Sequence[_Mark], first: int) -> Iterator[int]:
    """The marks that can close, before one that opens other words: not "'em" in "'We told 'em no'"."""
    for at in range(first, min(len(marks), first + _FARTHEST)):
        mark = marks[at]
        inside = mark.does is Does.EITHER and tokens.words[mark.at - 1] in DOUBLE_MARKS  # "'He said "No"'"
        low = marks[first - 1].word == "‚"  # "‚We won‘, she said"
        if (mark.does is Does.CLOSE or inside) and (low or mark.word != "‘"):
            yield at
        elif _opens(mark) and _behind(tokens, mark) not in _ELIDED and not _is_decade(tokens, mark):
            return


def _behind(tokens: Words, mark: _Mark) -> str:
    """The word behind a mark; none behind the last one."""
    return tokens.words[mark.at + 1] if mark.at + 1 < len(tokens.words) else ""


def _is_cut_front(tokens: Words, mark: _Mark) -> bool:
    """Whether an apostrophe amid a clause stands for the front of a word: "told 'em", "rock 'n' roll"."""
    elided = _behind(tokens, mark) in _ELIDED - _OWN_WORDS and mark.word != "‘"
    return elided and mark.at > 0 and tokens.words[mark.at - 1][-1].isalnum()


def _is_decade(tokens: Words, mark: _Mark) -> bool:
    """Whether an apostrophe stands before the digits of a year: "the '90s"."""
    return _behind(tokens, mark)[:1].isdigit()


def _is_elision(tokens: Words, mark: _Mark, close: _Mark) -> bool:
    """Whether two apostrophes stand for what is left out, or around nothing: "rock 'n' roll"."""
    return close.at - mark.at <= 1 + (tokens.lower[mark.at + 1] in _ELIDED)


def _goes_on(tokens: Words, mark: _Mark, place: tuple[int, int]) -> bool:
    """Whether words in single marks go on in the next paragraph, which opens them again."""
    begins = mark.at == place[0] or tokens.words[mark.at - 1] in _BEFORE_LAST
    again = tokens.words[place[1] + 1] if place[1] + 1 < len(tokens.words) else ""
    return begins and again == mark.word and _behind(tokens, mark).lower() not in _ELIDED


class _CutWords(NamedTuple):
    """A text that is cut into words, without a lexicon."""

    text: str
    words: list[str]
    lower: list[str]
    starts: list[int]
    ends: list[int]

    def end(self, index: int, /) -> int:
        return self.ends[index]


@lru_cache(maxsize=16)
def find_marked(text: str) -> tuple[MarkedWords, ...]:
    """The words between the quotation marks of a text in any language, in order."""
    found = list(_TOKEN.finditer(unwrapped(text)))
    words = [unescape(match[0]).strip() or _NEWLINE for match in found]
    starts, ends = [match.start() for match in found], [match.end() for match in found]
    tokens = _CutWords(text, words, [*map(str.lower, words), "", ""], starts, ends)
    return placed(tokens, Pairing(tokens).pairs(at for at, word in enumerate(words) if word in MARKS))


def placed(tokens: Words, stretches: Iterable[Stretch]) -> tuple[MarkedWords, ...]:
    """Stretches with their positions."""
    found: list[MarkedWords] = []
    for stretch in stretches:
        end = tokens.starts[stretch.close] if stretch.close < len(tokens.starts) else len(tokens.text)
        closes = tokens.end(stretch.close) if stretch.closed else end
        found.append(MarkedWords(tokens.starts[stretch.open], tokens.end(stretch.open), end, closes, stretch.closed))
    return tuple(found)
