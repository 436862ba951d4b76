"""Plain agency copy taken apart: what stands above the body of a story, the body, and what stands after it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Final

import attrs

from newsschema._model.enums import Genre
from newsschema._model.types import Author, Correction, Dateline
from newsschema._wrapping import fills, is_wrapped
from newsschema.reading._lexicon.frame_words import FRAME, SPACE, any_of
from newsschema.reading._lexicon.words import WORDS
from newsschema.reading._story.bylines import read_byline, read_writers
from newsschema.reading._story.datelines import find_dateline
from newsschema.reading._story.dates import Stamp, read_date, read_stamps
from newsschema.reading._story.line import AROUND_CREDIT, Line, LineKind
from newsschema.reading._story.lines import classify

_MONTH: Final = any_of(name for names in FRAME.months for name in names)
_DATE_INSIDE: Final = re.compile(
    rf"""\d\d?(?:st|nd|rd|th)?{SPACE}{_MONTH}\.?,?{SPACE}\d{{4}}
    |{_MONTH}\.?{SPACE}\d\d?,{SPACE}\d{{4}}
    |\d{{4}}-\d\d-\d\d""",
    re.IGNORECASE | re.VERBOSE,
)
_EMBARGO: Final = re.compile(
    rf"(?:strictly{SPACE})?(?:under{SPACE})?embargo(?:ed)?(?:{SPACE}(?:until|till|for))?:?{SPACE}*", re.IGNORECASE
)
_GENRES: Final = {name: Genre(genre) for genre, names in FRAME.genres.items() for name in names}
#: A line that ends so far before the longest ends where it was meant to, though lines are wrapped; one that ends a
#: sentence may come nearer, and any room counts where no other line leaves some.
_FULL_LINE: Final = 0.7
_FULL_LINE_OF_SENTENCE: Final = 0.9
_WRAP: Final = re.compile(r"\s*\n\s*")
_SENTENCE_ENDS: Final = re.compile(r"[.!?:…][\"”’')\]]*\s*$")


@attrs.define
class Story:
    """The parts of a text as it came.

    Attributes:
        paragraphs: The body.
        printed: Lines above the body that fields were read from which do not hold them word by word.
        around: Lines above and after the body that are no part of the story, in their order.
    """

    paragraphs: list[str] = attrs.field(factory=list[str])
    printed: list[str] = attrs.field(factory=list[str])
    around: list[str] = attrs.field(factory=list[str])
    headline: str | None = None
    summary: list[str] = attrs.field(factory=list[str])
    section: str | None = None
    genre: Genre | None = None
    credit: str | None = None
    publisher: str | None = None
    published: date | datetime | None = None
    updated: date | datetime | None = None
    embargoed_until: date | datetime | None = None
    byline: list[str] = attrs.field(factory=list[str])
    authors: list[Author] = attrs.field(factory=list[Author])
    dateline: Dateline | None = None
    rights: str | None = None
    corrections: list[Correction] = attrs.field(factory=list[Correction])


def split_paragraphs(text: str) -> list[str]:
    """Cut a text into paragraphs: at blank lines, and at single newlines unless lines are wrapped."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    blocks = [block.strip() for block in re.split(r"\n[^\S\n]*\n\s*", text) if block.strip()]
    if is_wrapped(text):
        lines = text.split("\n")
        width = max(map(len, lines))
        near = width if fills(lines[1:], width) else int(width * _FULL_LINE_OF_SENTENCE)
        return [paragraph for block in blocks for paragraph in _unwrapped(block, int(width * _FULL_LINE), near)]
    return [line.strip() for block in blocks for line in block.split("\n") if line.strip()]


def _unwrapped(block: str, far: int, near: int) -> list[str]:
    """Cut a block of wrapped lines where one is indented, and behind each that had room for the first word of the next.

    Room is counted to ``near`` behind the end of a sentence, and else to ``far``.
    """
    paragraphs: list[str] = []
    before = ""
    for line in block.split("\n"):
        ends = _SENTENCE_ENDS.search(before) is not None
        indented = ends and _indent_of(line) > _indent_of(before)
        if indented or len(before) + len(line.split(None, 1)[0]) < (near if ends else far) or not paragraphs:
            paragraphs.append(line)
        else:
            paragraphs[-1] += f"\n{line}"
        before = line
    return [paragraph.strip() for paragraph in paragraphs]


def _indent_of(line: str) -> int:
    return len(line) - len(line.lstrip())


def take_apart(text: str) -> Story:
    """Find the parts of a story; a line that is none of the others is body."""
    lines = split_paragraphs(text)
    flat = [_WRAP.sub(" ", line) if "\n" in line else line for line in lines]
    reader = _Reader()
    for line, words, kind in zip(lines, flat, classify(flat), strict=True):
        reader.read(line, words, kind)
    return reader.finished()


class _Reader:
    """Puts each line where it belongs, by its kind."""

    def __init__(self) -> None:
        self.story = Story()
        self._before: LineKind | None = None
        self._bylines: list[str] = []  # each with the lines that say more of its writers
        self._correcting = False  # after the head of a correction
        self._take: dict[LineKind, Callable[[str], bool]] = {
            LineKind.HEADLINE: self._headline,
            LineKind.SECTION: self._section,
            LineKind.SUMMARY: self._summary,
            LineKind.BULLET: self._summary,
            LineKind.BYLINE: self._byline,
            LineKind.WRITER: self._writer,
            LineKind.DATE: self._date,
            LineKind.CREDIT: self._credit,
            LineKind.RELEASE: self._release,
            LineKind.CORRECTION: self._correction,
            LineKind.CORRECTIONS: self._correction,
            LineKind.AFTER: self._after,
            LineKind.RIGHTS: self._rights,
            LineKind.BODY: lambda _: False,
        }

    def read(self, line: str, words: str, kind: LineKind) -> None:
        """Take a line in, by its words on one line; what has no other place is body, or stands around it."""
        if not self._take.get(kind, self._around)(words):
            self.story.paragraphs.append(line)
        self._before = kind
        self._correcting = kind is LineKind.CORRECTIONS or (self._correcting and kind is LineKind.AFTER)

    def finished(self) -> Story:
        """The story, with what its first paragraph and its byline say."""
        story = self.story
        for byline in self._bylines:
            self._name_writers(byline)
        found = find_dateline(story.paragraphs[0]) if story.paragraphs else None
        if found is not None:
            story.dateline = Dateline(text=found.text, place=found.place, date=found.date, credit=found.credit)
            story.credit = story.credit or found.credit
        return story

    def _name_writers(self, line: str) -> None:
        """Read a byline with the lines that say more of its writers, or without them where they are too much."""
        alone = line.split("\n", 1)[0]
        found = next(filter(None, (reader(words) for words in (line, alone) for reader in (read_byline, read_writers))))
        story = self.story
        story.authors += [Author(name=one.name, role=one.role, affiliation=one.affiliation) for one in found.writers]
        story.credit = story.credit or found.credit
        stamps = read_stamps(found.date) if found.date is not None else ()
        self._dated(stamps)

    # --- one line each: whether it was taken

    def _headline(self, line: str) -> bool:
        self.story.headline = line
        return True

    def _summary(self, line: str) -> bool:
        self.story.summary.append(line)
        return True

    def _section(self, line: str) -> bool:
        if self.story.section is not None:
            return self._around(line)
        self.story.section = line
        self.story.genre = self.story.genre or _GENRES.get(line.strip(" :|").lower())
        return True

    def _byline(self, line: str) -> bool:
        self.story.byline.append(line)
        self._bylines.append(line)
        return True

    def _writer(self, line: str) -> bool:
        self.story.byline.append(line)
        self._bylines[-1] += f"\n{line}"
        return True

    def _date(self, line: str) -> bool:
        """Take when it was published and updated; a line that contradicts one before it stays where it is."""
        stamps = Line(line).stamps
        if not any(stamp.when for stamp in stamps):
            return self._around(line)
        return self._dated(stamps) and self._print(line)

    def _dated(self, stamps: tuple[Stamp, ...]) -> bool:
        story = self.story
        published, updated = story.published, story.updated
        for stamp in stamps:
            if stamp.when is None:
                continue
            if (updated if stamp.updated else published) is not None:
                return False
            published, updated = (published, stamp.when) if stamp.updated else (stamp.when, updated)
        if is_earlier(updated, published):
            return False
        story.published, story.updated = published, updated
        return True

    def _credit(self, line: str) -> bool:
        name, stamps = Line(line).credited or (line.strip(AROUND_CREDIT), ())
        outlet = name in FRAME.lines["outlets"] and name not in WORDS.agencies
        if (self.story.publisher if outlet else self.story.credit) is not None or not self._dated(stamps):
            return False
        if outlet:
            self.story.publisher = name
        else:
            self.story.credit = name
        return name == line or self._print(line)

    def _release(self, line: str) -> bool:
        embargo = _EMBARGO.match(line)
        if embargo is None:
            self.story.genre = Genre.PRESS_RELEASE
        else:
            self.story.embargoed_until = self.story.embargoed_until or read_date(line[embargo.end() :])
        return self._around(line)

    def _correction(self, line: str) -> bool:
        self._correct(line, more=self._before is LineKind.CORRECTIONS)
        return self._around(line)

    def _after(self, line: str) -> bool:
        if self._correcting:
            self._correct(line, more=True)
        return self._around(line)

    def _correct(self, line: str, *, more: bool) -> None:
        """Add a correction, or more of what it says to the line that heads it: "Correction: June 5, 2018"."""
        corrections = self.story.corrections
        found = _DATE_INSIDE.search(line)
        when = read_date(found[0]) if found is not None else None
        if more:
            last = corrections.pop()
            corrections.append(Correction(text=f"{last.text}\n{line}", date=last.date or when))
        else:
            corrections.append(Correction(text=line, date=when))

    def _rights(self, line: str) -> bool:
        if self.story.rights is not None:
            return self._around(line)
        self.story.rights = line
        return True

    def _around(self, line: str) -> bool:
        self.story.around.append(line)
        return True

    def _print(self, line: str) -> bool:
        self.story.printed.append(line)
        return True


def is_earlier(one: date | datetime | None, other: date | datetime | None) -> bool:
    """Whether one day, or one moment, is before another."""
    if one is None or other is None:
        return False
    if isinstance(one, datetime) and isinstance(other, datetime):
        return one < other
    return _day(one) < _day(other)


def _day(when: date | datetime) -> date:
    return when.date() if isinstance(when, datetime) else when
