"""A line of plain copy by itself: the kinds there are, and what the readers of its parts make of it.

Of which kind it is depends on the lines around it, and is told in ``_lines``.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import cached_property
from typing import Final

from newsschema._model.punctuation import MARK_CHARACTERS
from newsschema.reading._lexicon.frame_words import CAPITAL, FRAME, SPACE, any_of
from newsschema.reading._lexicon.words import WORDS
from newsschema.reading._story.bylines import Byline, read_byline, read_writers
from newsschema.reading._story.datelines import DatelineMatch, find_dateline
from newsschema.reading._story.dates import Stamp, read_stamps

_LINE_LIMIT: Final = 200
_STOP: Final = re.compile(rf"[.!?…][{MARK_CHARACTERS})\]]*$")
_CLOSERS: Final = f"{MARK_CHARACTERS})]"
_LEAD: Final = re.compile(r"[\s(\[*•·—–-]+")
_CREDITED: Final = re.compile(
    rf"(?P<credit>[{CAPITAL}][\w.&'’ ]{{0,40}}?){SPACE}*[,|/·–—-]{SPACE}*(?P<date>.{{6,60}})$"
)
_COURTESY: Final = re.compile(
    rf"(?:Courtesy of|Source:|Credit:|Distributed by){SPACE}(?P<credit>[{CAPITAL}][\w.&'’ ]{{1,40}})$"
)
_CALENDAR: Final = frozenset(FRAME.weekdays | {name for names in FRAME.months for name in names})
_TAIL_WIDTH: Final = 8
_BRACKETED: Final = re.compile(r"(?<=\S)\s*\([^()]{1,80}\)$")
_TITLE_SHARE: Final = 0.6
_MOST_NAMES: Final = 14
_FEW_NAMES: Final = 6
#: What every line of dates has: a number, or the words that say of what it is the date.
_DATED: Final = re.compile(rf"\d|^{any_of([*FRAME.openings['published'], *FRAME.openings['updated']])}", re.IGNORECASE)
_MOST_TITLE_WORDS: Final = 16


class LineKind(Enum):
    """What a line of plain copy is."""

    __hash__ = object.__hash__  # that of `Enum` is a function of Python, and kinds are keys everywhere

    BODY = auto()
    HEADLINE = auto()
    SECTION = auto()
    """A section or a kicker: "World", "MIDDLE EAST CRISIS"."""
    SUMMARY = auto()
    """A standfirst."""
    BULLET = auto()
    """One of the points that stand for a standfirst."""
    BYLINE = auto()
    WRITER = auto()
    """More of the writers that the byline before it names: a role, an outlet, an address."""
    DATE = auto()
    CREDIT = auto()
    RELEASE = auto()
    """"For immediate release", or until when it may not be used."""
    CONTACT = auto()
    DETAILS = auto()
    """More of a contact: a name, a number, an address."""
    NOTE = auto()
    CORRECTION = auto()
    CORRECTIONS = auto()
    """The head of a correction, which comes on the next line."""
    CONTRIBUTORS = auto()
    CAPTION = auto()
    LINK = auto()
    """What a page puts around a story: links, offers, tags, standards."""
    LINKED = auto()
    """One of the titles that a link heads."""
    ABOUT = auto()
    """The head of what a company says of itself, or to editors."""
    RIGHTS = auto()
    ENDING = auto()
    AFTER = auto()
    """More of what the line before it began, after the story."""


#: What joins agencies in a credit, and those who stand for the writers: "Reuters and AFP", "staff and agencies".
JOINT: Final = re.compile(rf",?{SPACE}(?:and|with){SPACE}|,{SPACE}|{SPACE}?[/&]{SPACE}?")


#: What may stand around an agency in the last line: "-- AFP", "(Reuters)".
AROUND_CREDIT: Final = "-–— ()"


def is_service(words: str) -> bool:
    """Whether words are the name of an agency or an outlet."""
    return words in WORDS.agencies or words in FRAME.lines["outlets"]


def is_short(text: str) -> bool:
    """Whether a line is no longer than those around a story are."""
    return len(text) <= _LINE_LIMIT


class Line:
    """A line of plain copy and what the readers of its parts make of it, each asked at most once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.plain = _LEAD.sub("", text, count=1) if text[:1] in "([*•·—–- " else text
        self.is_short = is_short(text)
        self.count = text.count(" ") + 1
        #: Whether it ends as a sentence does, marks and brackets behind the stop left out.
        whole = _BRACKETED.sub("", text) if text.endswith(")") else text
        self.stops = _STOP.search(whole, len(whole) - _TAIL_WIDTH) is not None
        #: Whether a comma or a colon ends it.
        self.is_open = text.endswith((",", ":"))

    @property
    def ends_with_stop(self) -> bool:
        """Whether a full stop ends it, and no dots, with marks and brackets behind it or none."""
        words = self.text.rstrip(_CLOSERS)
        return words.endswith(".") and not words.endswith("..")

    @property
    def ends_with_quote(self) -> bool:
        """Whether marks end it behind a stop."""
        words = self.text.rstrip(MARK_CHARACTERS)
        return words.endswith((".", "!", "?")) and len(words) < len(self.text)

    @cached_property
    def stamps(self) -> tuple[Stamp, ...]:
        return read_stamps(self.text) if self.is_short and _DATED.search(self.text) else ()

    @cached_property
    def byline(self) -> Byline | None:
        return read_byline(self.text) if self.is_short else None

    @cached_property
    def writers(self) -> Byline | None:
        few = self.is_short and self.count <= (_FEW_NAMES if self.stops else _MOST_NAMES)
        return read_writers(self.text) if few and not self.stamps else None

    @cached_property
    def dateline(self) -> DatelineMatch | None:
        return find_dateline(self.text)

    @cached_property
    def credited(self) -> tuple[str, tuple[Stamp, ...]] | None:
        """An agency or outlet alone, or with a date: "AFP, Thursday 24 March 2016"; asked of short lines."""
        if all(map(is_service, JOINT.split(self.text))):
            return self.text, ()
        match = _COURTESY.match(self.text)
        if match is not None:
            return match["credit"], ()
        dated = _DATED.search(self.text) and self.dateline is None
        match = _CREDITED.match(self.text) if dated else None
        if match is None or not _CALENDAR.isdisjoint(re.findall(r"\w+", match["credit"].lower())):
            return None
        stamps = read_stamps(match["date"])
        return (match["credit"].strip(), stamps) if any(stamp.when for stamp in stamps) else None

    @property
    def tells_origin(self) -> bool:
        """Whether it says when, by whom or where the story was written."""
        return bool(self.stamps or self.byline or self.dateline)

    @cached_property
    def is_title(self) -> bool:
        """Whether it has capitals throughout, as headlines of some houses have."""
        words = [word for word in self.text.split() if word[0].isalpha()]
        return len(words) <= _MOST_TITLE_WORDS and sum(word[0].isupper() for word in words) >= _TITLE_SHARE * len(words)
