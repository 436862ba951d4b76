"""Dates in prose: whole ones only, so that nothing is guessed.

A library that parses dates fills in what is missing (today's year, the first of the month) and takes words for zones;
here a date has a day, a month and a year, and a time counts only with its offset.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from typing import Final, NamedTuple

import attrs

from newsschema.reading._lexicon.frame_words import CAPITAL, FRAME, SPACE, any_of

_MONTHS: Final = {name: number for number, names in enumerate(FRAME.months, 1) for name in names}
#: Pieces of a date. What no piece matches makes the whole no date.
_PIECE: Final = re.compile(
    rf"""(?P<iso>\d{{4}}(?P<line>[-/])\d\d(?P=line)\d\d
        (?:[T\ ]\d\d:\d\d(?::\d\d(?:\.\d{{1,9}})?)?{SPACE}?(?:Z|[+-]\d\d:?\d\d)?)?)(?!\d)
    |(?P<reading>\d\d?[ -]min(?:ute)?s?{SPACE}read)\b
    |(?P<numeric>\d\d?(?P<point>[/.-])\d\d?(?P=point)(?:19|20)\d\d)(?!\d)
    |(?P<clock>\d\d?[:.]\d\d(?:[:.]\d\d)?)(?!\d)
    |(?P<hour>\d\d?)(?={SPACE}?[ap]\.?m\b)
    |(?P<half>[ap]\.?m\b\.?)
    |(?P<offset>(?:GMT|UTC)?{SPACE}?[+−-]\d\d?(?::?\d\d)?)(?!\d)
    |(?P<year>(?:19|20)\d\d)(?!\w)
    |(?P<day>\d\d?)(?:st|nd|rd|th)?(?!\w)
    |(?P<word>[^\W\d_]+)
    |(?P<gap>[\s,.:;@|/·•()–—-]+)""",
    re.IGNORECASE | re.VERBOSE,
)
_LABEL: Final = re.compile(
    rf"(?P<published>{FRAME.opening('published').pattern})|(?P<updated>{FRAME.opening('updated').pattern})",
    re.IGNORECASE,
)
_NOON: Final = {"noon": "12:00", "midnight": "00:00"}
_NOON_HOUR: Final = 12
#: The words that begin what says when: of labels, those that dates are made of, and the letters of "a.m.".
_OPENING_WORDS: Final = frozenset(
    {phrase.split()[0] for phrase in (*FRAME.openings["published"], *FRAME.openings["updated"])}
    | {"a", "p", "am", "pm", "gmt", "utc", *_MONTHS, *_NOON, *FRAME.zones}
    | FRAME.weekdays
    | FRAME.relative_dates
    | FRAME.date_fillers
)
_FIRST: Final = re.compile(r"\W*([^\W\d_]+)")
#: Behind a date with its year, the town in capitals or the outlet where it was published: "10:15 pm IST - OSLO".
_TOWN_OR_OUTLET: Final = rf"[{CAPITAL}]{{3,}}(?:{SPACE}[{CAPITAL}]{{3,}}){{0,2}}|{any_of(FRAME.lines['outlets'])}"
_WHERE: Final = re.compile(rf"(?<=\w){SPACE}[–—/|-]{SPACE}(?P<where>{_TOWN_OR_OUTLET})$")
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")


class Stamp(NamedTuple):
    """One date of a line: whether it says when the story was updated, and the date where it is whole."""

    updated: bool
    when: date | datetime | None


@attrs.define
class _Pieces:
    """What the pieces of a date say; a second piece of one kind makes it no date."""

    day: int | None = None
    month: int | None = None
    year: int | None = None
    clock: str | None = None
    afternoon: bool | None = None
    offset: int | None = None
    whole: date | datetime | None = None
    relative: bool = False
    named: bool = False
    bad: bool = False

    def add(self, name: str, value: object) -> None:
        self.bad |= getattr(self, name) is not None
        setattr(self, name, value)

    @property
    def says_when(self) -> bool:
        """Whether it is enough of a date to be known as one: a year alone and "May" are not."""
        parts = (self.day, self.month, self.year, self.clock)
        return self.whole is not None or self.relative + self.named + sum(part is not None for part in parts) > 1

    def value(self) -> date | datetime | None:
        """The date, where it is whole: with its time, where that has an offset."""
        if self.whole is not None or self.day is None or self.month is None or self.year is None:
            return self.whole
        try:
            day = date(self.year, self.month, self.day)
            return day if self.clock is None else self._timed(day, self.clock)
        except ValueError:  # the 30th of February, 25 o'clock
            return None

    def _timed(self, day: date, clock: str) -> date | datetime:
        hour, minute, second = (*map(int, re.split("[:.]", clock)), 0, 0)[:3]
        if self.afternoon is not None and hour <= _NOON_HOUR:
            hour = hour % _NOON_HOUR + _NOON_HOUR * self.afternoon
        made = datetime(day.year, day.month, day.day, hour, minute, second)  # noqa: DTZ001 - an offset comes, or it is dropped
        return day if self.offset is None else made.replace(tzinfo=timezone(timedelta(minutes=self.offset)))


def read_date(text: str) -> date | datetime | None:
    """Read a whole date, or a date and a time with its offset; nothing where the words are more, or no date."""
    pieces = _pieces(text)
    return None if pieces is None else pieces.value()


def read_stamps(line: str) -> tuple[Stamp, ...]:
    """Read a line that says nothing but when a story was published and updated; nothing where it says more."""
    first = _FIRST.match(line)
    if first is not None and first[1].lower() not in _OPENING_WORDS:
        return ()  # most lines
    stamps: list[Stamp] = []
    for label, words in _labelled(_without_place(line)):
        pieces = _pieces(words)
        if pieces is None or not (label or pieces.says_when):
            return ()
        stamps.append(Stamp(label == "updated", pieces.value()))
    return tuple(stamps)


def _without_place(line: str) -> str:
    """A line without where it was published, behind a whole date."""
    where = _WHERE.search(line)
    if where is None or _YEAR.search(line) is None or _pieces(where["where"]) is not None:
        return line
    return line[: where.start()]


def _labelled(line: str) -> Iterator[tuple[str | None, str]]:
    """Cut a line at the words that say what its dates are."""
    done, label = 0, None
    for match in _LABEL.finditer(line):
        if label is not None or line[done : match.start()].strip(" \u00a0,|/·•()–—-.:;"):
            yield label, line[done : match.start()]
        done, label = match.end(), match.lastgroup
        while line[done : done + 1] in {":", " "}:
            done += 1
    yield label, line[done:]


def _pieces(text: str) -> _Pieces | None:
    """Sort the pieces of a date; nothing where a word is none of them."""
    pieces = _Pieces()
    done = 0
    text = text.strip()
    for match in _PIECE.finditer(text):
        if match.start() != done or not _sort(match, pieces) or pieces.bad:
            return None
        done = match.end()
    return pieces if done == len(text) else None


def _sort(match: re.Match[str], pieces: _Pieces) -> bool:
    """Add one piece; say whether it is one."""
    kind, words = match.lastgroup, match[0]
    if kind == "iso":
        pieces.add("whole", _iso(words))
        return pieces.whole is not None
    if kind == "numeric":
        pieces.add("whole", _numeric(words))
        pieces.named = pieces.relative = True  # 03/04/2026 is a date, though nobody can tell which
        return True
    if kind == "word":
        return _sort_word(words.lower(), pieces)
    if kind in {"day", "year"}:
        pieces.add(kind, int(match[kind]))
    elif kind in {"clock", "hour"}:
        pieces.add("clock", words if kind == "clock" else f"{words}:00")
    elif kind == "half":
        pieces.add("afternoon", words[0] in "pP")
    elif kind == "offset":
        pieces.add("offset", _offset(words))
    return True


def _sort_word(word: str, pieces: _Pieces) -> bool:
    if word in _MONTHS:
        pieces.add("month", _MONTHS[word])
    elif word in FRAME.zones:
        pieces.offset = FRAME.zones[word]
    elif word in _NOON:
        pieces.add("clock", _NOON[word])
    elif word in FRAME.weekdays:
        pieces.named = True
    elif word in FRAME.relative_dates:
        pieces.relative = True
    else:
        return word in FRAME.date_fillers
    return True


def _iso(words: str) -> date | datetime | None:
    try:
        made = datetime.fromisoformat(re.sub(rf"{SPACE}(?=[Z+-]|$)", "", words).replace("/", "-"))
    except ValueError:
        return None
    return made if made.tzinfo is not None else made.date()


def _numeric(words: str) -> date | None:
    """A date in numbers, where only one order of them is a date."""
    first, second, year = map(int, re.split(r"[/.-]", words))
    made: set[date] = set()
    for day, month in ((first, second), (second, first)):
        try:
            made.add(date(year, month, day))
        except ValueError:
            continue
    return made.pop() if len(made) == 1 else None


def _offset(words: str) -> int:
    """Minutes of "+0100", "GMT+1" and "UTC-03:30"."""
    sign = -1 if re.search("[−-]", words) else 1
    digits = re.sub(r"\D", "", words)
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "0")  # noqa: PLR2004 - of the hours alone
    return sign * (int(hours) * 60 + int(minutes))
