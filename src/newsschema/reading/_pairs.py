"""Quotation marks paired into stretches, paragraph by paragraph.

What a mark does is told by its shape and by what stands right before and behind it; where that leaves a choice, by the
marks that follow in its paragraph. Single marks are apostrophes as often, and are paired last.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from heapq import merge
from typing import Final, NamedTuple

from newsschema._model.punctuation import (
    DOUBLE_CLOSING,
    DOUBLE_MARKS,
    DOUBLE_OPENING,
    SINGLE_MARKS,
    SINGLE_OPENING,
)
from newsschema.reading._signs import MARK
from newsschema.reading._tags import TAGS, Tag
from newsschema.reading._tokens import Tokens, tokenize
from newsschema.reading._words import known_tags

_NEWLINE: Final = "\n"
_DOUBLE: Final = DOUBLE_MARKS | {",,"}
_OPENING: Final = frozenset({*DOUBLE_OPENING, *SINGLE_OPENING, ",,"})
_CLOSING: Final = frozenset(DOUBLE_CLOSING)
#: Marks that have a direction wherever they stand, since their scripts have no spaces.
_DIRECTED: Final = {"「": True, "『": True, "」": False, "』": False}
#: What may stand right before an opening mark, beside a space.
_BEFORE_OPENING: Final = frozenset("([{—–-/“‘\"'…„«")
#: Words that begin with an apostrophe.
_ELIDED: Final = frozenset(
    {
        *("til", "tis", "twas", "twere", "twill", "em", "cause", "cos", "n", "neath", "round", "bout", "tween"),
        *("gainst", "ere", "un", "ol", "cept", "nuff", "im"),
    }
)
#: Those of them that are words of their own as well: "a 'cause'".
_OWN_WORDS: Final = frozenset({"cause", "cos", "round", "bout", "un", "ol", "ere"})
#: Words that lose their end to an apostrophe; so do those in "-ing".
_CUT: Final = frozenset(
    {"an", "n", "o", "t", "th", "wi", "ol", "lil", "doin", "nothin", "somethin", "anythin", "mornin"}
)
#: Who said it, at the end of a paragraph whose mark was forgotten before: ", said Doe.", ", Ms Doe said on Monday."
_SAID: Final = TAGS.pattern(
    r"""<comma> (?: (?P<verb> <past|third> ) (?: <nominal|object|of|preposition|comma> )+
        (?: (?<= <comma> ) <relative> <!comma|stop|open>{1,15} )?
    | <nominal|subject|object|ing|of>{1,8} (?: <comma> <nominal|of|preposition>{1,8} <comma> )?
        (?P<late> <past|third> ) <nominal|preposition|date|adverb|object|to>{0,6} ) <stop>? $"""
)
_AMID: Final = TAGS[
    "nominal pronoun verbal adverb ing base_or_noun preposition of to auxiliary conjunction relative that"
]
_TELLING: Final = frozenset({"said", "says", "told", "tells", "added", "adds"})
_CLAUSE: Final = 30


class Stretch(NamedTuple):
    """Words between marks: tokens of the opening mark and of the closing one (or of where the paragraph ends)."""

    open: int
    close: int
    closed: bool

    def is_cut(self, tokens: Tokens) -> bool:
        """Whether a comma stands where the mark was forgotten: "“It is late, said Doe"."""
        return not self.closed and tokens.tags[self.close - 1] == Tag.COMMA and tokens.tags[self.close] != Tag.NEWLINE


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


def stop_inside(tags: str, close: int) -> str:
    """The tag before a closing mark, and before the marks of a quote inside that ends with it."""
    while tags[close - 1] in "'S":
        close -= 1
    return tags[close - 1]


def pair_marks(tokens: Tokens) -> tuple[Stretch, ...]:
    """Pair the marks of each paragraph; one left open runs to the end of its paragraph."""
    found: list[Stretch] = []
    doubles: list[_Mark] = []
    singles: list[_Mark] = []
    start = 0
    words, size = tokens.words, len(tokens.words)
    for i in (*(match.start() for match in MARK.finditer(tokens.signs)), size):
        word = words[i] if i < size else _NEWLINE
        if word in _DOUBLE:
            doubles.append(_Mark(i, word, does(tokens, i)))
        elif word in SINGLE_MARKS:
            singles.append(_Mark(i, word, does(tokens, i)))
        else:
            if doubles or singles:
                found += _paragraph(tokens, doubles, singles, (start, i))
                doubles, singles = [], []
            start = i + 1
    return tuple(stretch for stretch in found if stretch.close - stretch.open > 1)


def does(tokens: Tokens, index: int) -> Does:
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


def _paragraph(tokens: Tokens, doubles: list[_Mark], singles: list[_Mark], place: tuple[int, int]) -> Iterator[Stretch]:
    """The stretches of one paragraph, from its first token to before its end, in order."""
    found = list(_doubles(tokens, doubles, place[1]))
    outer = list(_singles(tokens, _outside(singles, found), place)) if singles else []
    done = -1
    for stretch in merge(found, outer):
        if stretch.open > done:  # double marks inside single ones are no stretches of their own
            yield stretch
            done = stretch.close - (not stretch.closed)


def _outside(marks: Sequence[_Mark], stretches: Sequence[Stretch]) -> list[_Mark]:
    """The marks that stand in none of the stretches, which are in order and apart."""
    opens = [stretch.open for stretch in stretches]
    found: list[_Mark] = []
    for mark in marks:
        at = bisect_right(opens, mark.at) - 1
        if at < 0 or stretches[at].close <= mark.at:
            found.append(mark)
    return found


def _doubles(tokens: Tokens, marks: Sequence[_Mark], end: int) -> Iterator[Stretch]:
    """Pair double marks: one that can only open begins anew, unless the marks behind it show that it stands inside."""
    opened: int | None = None
    inside = 0
    for at, mark in enumerate(marks):
        if inside:
            inside -= 1
        elif opened is None:
            opened = mark.at if _may_open(mark) else None
        elif _is_nested(marks, at):
            inside = 1
        elif mark.does is Does.OPEN and _is_anew(tokens, marks, at):
            yield Stretch(opened, _forgotten(tokens, opened, mark.at), closed=False)  # the one before was never closed
            opened = mark.at
        elif not _is_inches(tokens, marks, at):
            yield Stretch(opened, mark.at, closed=True)
            opened = None
    if opened is not None:
        yield Stretch(opened, _forgotten(tokens, opened, end), closed=False)


def _may_open(mark: _Mark) -> bool:
    """Whether a mark opens where none is open: not one that can only close, and of closing ones only where it must."""
    return mark.does is Does.OPEN or (mark.does is Does.EITHER and mark.word not in _CLOSING)


def _is_nested(marks: Sequence[_Mark], at: int) -> bool:
    """Whether a mark opens a quote inside the open one: the next two marks close."""
    return [mark.does for mark in marks[at : at + 3]] == [Does.OPEN, Does.CLOSE, Does.CLOSE]


def _is_anew(tokens: Tokens, marks: Sequence[_Mark], at: int) -> bool:
    """Whether a mark that can only open begins other words; a straight one behind a word may close, a space gone."""
    mark = marks[at]
    closes_next = at + 1 < len(marks) and marks[at + 1].does is Does.CLOSE
    return mark.word in _OPENING or closes_next or tokens.tags[mark.at - 1] in ".?:,;("


def _is_inches(tokens: Tokens, marks: Sequence[_Mark], at: int) -> bool:
    """Whether a straight mark after a number, in an open quote, is the sign of inches: another one closes."""
    mark = marks[at]
    number = mark.word == '"' and tokens.tags[mark.at - 1] == Tag.NUMBER
    following = marks[at + 1].does if at + 1 < len(marks) else None
    return number and following is Does.CLOSE and tokens.tags[mark.at + 1] not in ".,?"


def _forgotten(tokens: Tokens, opened: int, end: int) -> int:
    """Where words end that are never closed: at the end of their paragraph, or before who said them there."""
    said = _SAID.search(tokens.tags, max(opened, end - _CLAUSE), end)
    if said is None:
        return end
    verb = said.start("verb") if said["verb"] else said.start("late")
    return said.start() + 1 if tokens.lower[verb] in _TELLING else end


# --- single marks


def _singles(tokens: Tokens, marks: Sequence[_Mark], place: tuple[int, int]) -> Iterator[Stretch]:
    """Pair single marks: each that opens with the next that closes, before another opens."""
    openers = [at for at, mark in enumerate(marks) if _opens_words(tokens, mark)]
    done = 0
    for at in openers:
        mark = marks[at]
        if at < done or _is_decade(tokens, mark):
            continue
        close = _closing(tokens, marks, at + 1)
        if close is None:
            if at == openers[-1] and _goes_on(tokens, mark, place):
                yield Stretch(mark.at, place[1], closed=False)
        elif not _is_elision(tokens, mark, marks[close]):
            yield Stretch(mark.at, marks[close].at, closed=True)
            done = close + 1


def _opens_words(tokens: Tokens, mark: _Mark) -> bool:
    """Whether a single mark opens words, and is not the cut front of one."""
    return _opens(mark) and not _is_cut_front(tokens, mark)


def _opens(mark: _Mark) -> bool:
    """Whether a single mark can only open; a curly one that closes is an apostrophe where it stands before a word."""
    return mark.does is Does.OPEN and mark.word != "’"


def _closing(tokens: Tokens, marks: Sequence[_Mark], first: int) -> int | None:
    """Which mark closes: the first that can, but no elision nor a possessive plural where words end at a later one."""
    weak = cut = None
    for at in _closers(tokens, marks, first):
        before = tokens.text[tokens.starts[marks[at].at] - 1]
        if _is_cut_end(tokens, marks[at]):
            cut = cut or at
        elif before in ",.?!…" or before.isspace() or (weak is None and before != "s"):
            return at
        else:
            weak = weak or at
    return weak or cut


def _closers(tokens: Tokens, marks: Sequence[_Mark], first: int) -> Iterator[int]:
    """The marks that can close, before one that opens other words: not "'em" in "'We told 'em no'"."""
    for at in range(first, len(marks)):
        mark = marks[at]
        inside = mark.does is Does.EITHER and tokens.words[mark.at - 1] in DOUBLE_MARKS  # "'He said "No"'"
        if (mark.does is Does.CLOSE or inside) and mark.word != "‘":
            yield at
        elif _opens(mark) and tokens.words[mark.at + 1] not in _ELIDED and not _is_decade(tokens, mark):
            return


def _is_cut_front(tokens: Tokens, mark: _Mark) -> bool:
    """Whether an apostrophe amid a clause stands for the front of a word: "told 'em", "rock 'n' roll"."""
    word = tokens.words[mark.at + 1]
    return word in _ELIDED - _OWN_WORDS and mark.word != "‘" and tokens.tags[mark.at - 1] in _AMID


def _is_cut_end(tokens: Tokens, mark: _Mark) -> bool:
    """Whether an apostrophe stands for the end of a word, and another word follows: "an' tell", "doin' it"."""
    word = tokens.lower[mark.at - 1]
    cut = word in _CUT or known_tags().get(f"{word}g") == Tag.ING
    return cut and tokens.lower[mark.at + 1][:1].isalnum()


def _is_decade(tokens: Tokens, mark: _Mark) -> bool:
    """Whether an apostrophe stands before the digits of a year: "the '90s"."""
    return tokens.words[mark.at + 1][0].isdigit()


def _is_elision(tokens: Tokens, mark: _Mark, close: _Mark) -> bool:
    """Whether two apostrophes stand for what is left out, or around nothing: "rock 'n' roll"."""
    return close.at - mark.at <= 1 + (tokens.lower[mark.at + 1] in _ELIDED)


def _goes_on(tokens: Tokens, mark: _Mark, place: tuple[int, int]) -> bool:
    """Whether words in single marks go on in the next paragraph, which opens them again."""
    begins = mark.at == place[0] or tokens.tags[mark.at - 1] in ":,"
    again = tokens.words[place[1] + 1] if place[1] + 1 < len(tokens.words) else ""
    return begins and again == mark.word


def find_marks(text: str) -> tuple[MarkedWords, ...]:
    """Pair the quotation marks of a text, paragraph by paragraph, whether somebody is quoted or not.

    Args:
        text: Any text. Straight, curly, angled and East Asian marks, doubled and single apostrophes count, and the
            entities that web pages write them with.

    Returns:
        The words between marks in the order of the text, spaces at their ends included.

    Examples:
        >>> text = "“Up,” he said. It was “late”."
        >>> [text[words.start : words.end] for words in find_marks(text)]
        ['Up,', 'late']
    """
    tokens = tokenize(text)
    found: list[MarkedWords] = []
    for stretch in pair_marks(tokens):
        end = tokens.starts[stretch.close] if stretch.close < len(tokens.starts) else len(text)
        closes = tokens.end(stretch.close) if stretch.closed else end
        found.append(MarkedWords(tokens.starts[stretch.open], tokens.end(stretch.open), end, closes, stretch.closed))
    return tuple(found)
