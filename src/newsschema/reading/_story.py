"""Plain agency copy taken apart: headline, credit and date, byline, dateline, body, and what trails after it."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Final

import attrs

from newsschema.reading._tokens import is_wrapped
from newsschema.reading._words import WORDS

_MONTHS: Final = {name: number for number, names in enumerate(WORDS.months, 1) for name in names}
_MONTH: Final = r"(?P<month>[A-Z][a-z]{2,8})\.?"
_CAPITAL: Final = "".join(filter(str.isupper, map(chr, range(0x530))))  # Latin, Greek, Cyrillic
_DAY: Final = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR: Final = r"(?P<year>(?:19|20)\d\d)"
_WEEKDAY: Final = re.compile(r"^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon|Tue|Wed|Thu|Fri|Sat|Sun)?[,.]?\s*")
_CLOCK: Final = r"(?P<clock>\d\d?:\d\d(?::\d\d)?)\s?(?P<zone>Z|[+-]\d\d:?\d\d|GMT|UTC)"
_DATES: Final = (
    re.compile(rf"(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?:[T ]{_CLOCK})?"),
    re.compile(rf"{_DAY}\s+{_MONTH},?\s+{_YEAR}(?:,?\s+(?:at\s+)?{_CLOCK})?"),
    re.compile(rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}(?:,?\s+(?:at\s+)?{_CLOCK})?"),
)
_PUBLISHED: Final = re.compile(r"(?:First published|Published|Posted|Issued|Released|Date)\s*(?:on|at)?\s*:?\s*")
_UPDATED: Final = re.compile(r"(?:Last\s+)?(?:Updated|Modified)\s*(?:on|at)?\s*:?\s*", re.IGNORECASE)
_CREDIT_LINE: Final = re.compile(r"(?P<credit>[A-Z][\w.&'’ ]{0,30}?)\s*[,|/·–—-]\s*(?P<date>.{6,50})$")
_AND: Final = re.compile(r",\s(?:and\s)?|\sand\s|\s&\s")
_BYLINE: Final = re.compile(r"(?:By|BY|by|Words by|Story by)\s+(?P<names>[^.!?]{2,120})$")
_NAME: Final = rf"[{_CAPITAL}][\w.'’-]+(?:\s(?:[{_CAPITAL}][\w.'’-]*|de|da|van|von|der|den|al|bin|del|la|le|di)){{0,4}}"
_NAMES: Final = re.compile(
    rf"(?P<all>{_NAME}(?:(?:,\s(?:and\s)?|\sand\s|\s&\s){_NAME})*)(?P<rest>(?:,|\sin\s|\s\|\s|\s[–—-]\s).*)?$"
)
_DATELINE: Final = re.compile(
    r"(?P<place>[A-Z][A-Z.'’-]+(?:[ /][A-Z][A-Z.'’-]+){0,4}(?:, [A-Z][\w.]+(?: [A-Z][\w.]+){0,2})?)"
    r"(?:,? (?P<date>(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})(?:, \d{4})?))?"
    r"(?: ?\((?P<credit>[A-Z][\w. /-]{1,30})\))?\s?(?:—|–|--|-)\s"
)
_ADDRESS: Final = re.compile(r"(?:https?://|www\.)\S+$")
_RIGHTS: Final = re.compile(r"(?:©|\(c\)\s|copyright\b|all rights reserved)", re.IGNORECASE)
#: How long a headline and a line before the body may be, in code points.
_HEADLINE_LIMIT: Final = 160
_LINE_LIMIT: Final = 120


@attrs.define
class Story:
    """The parts of a text as it came; ``after`` holds the lines that follow the story."""

    paragraphs: list[str]
    after: list[str] = attrs.field(factory=list[str])
    headline: str | None = None
    credit: str | None = None
    published: date | datetime | None = None
    updated: date | datetime | None = None
    byline: str | None = None
    authors: list[tuple[str, str | None]] = attrs.field(factory=list[tuple[str, str | None]])
    dateline: tuple[str, str, str | None, str | None] | None = None
    rights: str | None = None


def split_paragraphs(text: str) -> list[str]:
    """Cut a text into paragraphs: at blank lines, and at single newlines unless lines are wrapped."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    blocks = [block for block in re.split(r"\n[^\S\n]*\n\s*", text) if block.strip()]
    if is_wrapped(text):
        return [block.strip() for block in blocks]
    return [line.strip() for block in blocks for line in block.split("\n") if line.strip()]


def take_apart(text: str) -> Story:
    """Find the parts of a story; a paragraph that is none of the others is body."""
    story = Story(split_paragraphs(text))
    paragraphs = story.paragraphs
    _trailing(story)
    while len(paragraphs) > 1:
        if not _read_line(paragraphs[0], story):
            if story.headline is not None or not _is_headline(paragraphs[0]):
                break
            story.headline = paragraphs[0]
        paragraphs.pop(0)
    match = _DATELINE.match(paragraphs[0]) if paragraphs else None
    if match is not None:
        story.dateline = (match[0].rstrip(" —–-"), match["place"].strip(), match["date"], match["credit"])
        story.credit = story.credit or match["credit"]
    return story


def _trailing(story: Story) -> None:
    """Take off the end what is no part of the story."""
    paragraphs = story.paragraphs
    while len(paragraphs) > 1:
        if _RIGHTS.match(paragraphs[-1]) and story.rights is None:
            story.rights = paragraphs.pop()
        elif _trails(paragraphs[-1]):
            story.after.insert(0, paragraphs.pop())
        else:
            break


def _trails(line: str) -> bool:
    """Whether a line is one that comes after a story."""
    low = line.lower()
    return low in WORDS.endings or low.startswith(WORDS.trailers) or _ADDRESS.match(line) is not None


def _is_headline(line: str) -> bool:
    return (
        len(line) <= _HEADLINE_LIMIT
        and "\n" not in line
        and not line.endswith((".", ",", ":", ";"))
        and line[0] not in "-—("
        and not _DATELINE.match(line)
    )


def _read_line(line: str, story: Story) -> bool:
    """Read a credit, date or byline into the story; say whether the line was one that tells something new."""
    if len(line) > _LINE_LIMIT or "\n" in line:
        return False
    return _read_byline(line, story) or _read_dates(line, story) or _read_credit(line, story)


def _read_byline(line: str, story: Story) -> bool:
    byline = _BYLINE.match(line)
    names = _NAMES.match(byline["names"]) if byline else None
    if names is None or story.byline is not None:
        return False
    story.byline = line
    people = _AND.split(names["all"])
    role = (names["rest"] or "").strip(" ,|–—-") or None
    if len(people) > 1 and people[-1].split()[-1].lower() in WORDS.writer_offices:
        role = people.pop()
    story.authors = [(name, role) for name in people]
    return True


def _read_dates(line: str, story: Story) -> bool:
    """Read when the story was published, with or without a credit before it, or updated."""
    label = _UPDATED.match(line)
    changed = read_date(line[label.end() :]) if label else None
    if changed is not None and story.updated is None and not _earlier(changed, story.published):
        story.updated = changed
        return True
    if story.published is not None:
        return False
    credit = _CREDIT_LINE.match(line)
    when = read_date(credit["date"]) if credit else None
    if credit is not None and when is not None:
        story.credit = story.credit or credit["credit"].strip()
    else:
        label = _PUBLISHED.match(line)
        when = read_date(line[label.end() :] if label else line)
    if when is None or _earlier(story.updated, when):
        return False
    story.published = when
    return True


def _read_credit(line: str, story: Story) -> bool:
    if line not in WORDS.agencies or story.credit is not None:
        return False
    story.credit = line
    return True


def _earlier(one: date | datetime | None, other: date | datetime | None) -> bool:
    """Whether one day, or one moment, is before another."""
    if one is None or other is None:
        return False
    if isinstance(one, datetime) and isinstance(other, datetime):
        return one < other
    return _day(one) < _day(other)


def _day(when: date | datetime) -> date:
    return when.date() if isinstance(when, datetime) else when


def read_date(text: str) -> date | datetime | None:
    """Read a whole date, or a date and a time with its offset; nothing where the words are more, or no date."""
    text = _WEEKDAY.sub("", text.strip(), count=1)
    match = next((match for pattern in _DATES if (match := pattern.fullmatch(text))), None)
    if match is None:
        return None
    month = match["month"]
    number = int(month) if month.isdigit() else _MONTHS.get(month.lower(), 0)
    clock, zone = match["clock"], match["zone"]
    try:
        day = date(int(match["year"]), number, int(match["day"]))
        if clock is None:
            return day
        offset = "+00:00" if zone in {"Z", "GMT", "UTC"} else zone
        return datetime.fromisoformat(f"{day.isoformat()}T{clock.zfill(5)}{offset}")
    except ValueError:  # the 30th of February, 25 o'clock
        return None
