"""Plain agency copy taken apart: headline, credit and date, byline, dateline, body, and what trails after it."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Final

import attrs

MONTHS: Final = {
    name: number
    for number, names in enumerate(
        "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|november nov|december dec".split("|"), 1
    )
    for name in names.split()
}
_MONTH: Final = r"(?P<month>[A-Z][a-z]{2,8})\.?"
_DAY: Final = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR: Final = r"(?P<year>(?:19|20)\d\d)"
_WEEKDAY: Final = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon|Tue|Wed|Thu|Fri|Sat|Sun)?[,.]?\s*"
_DATES: Final = (
    re.compile(r"(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?:[T ](?P<clock>\d\d:\d\d(?::\d\d)?)\s?(?P<zone>Z|[+-]\d\d:?\d\d|GMT|UTC))?"),
    re.compile(rf"{_DAY}\s+{_MONTH},?\s+{_YEAR}(?:,?\s+(?:at\s+)?(?P<clock>\d\d?:\d\d)\s?(?P<zone>GMT|UTC))?"),
    re.compile(rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}(?:,?\s+(?:at\s+)?(?P<clock>\d\d?:\d\d)\s?(?P<zone>GMT|UTC))?"),
)
_LABEL: Final = r"(?:(?:Published|Posted|Issued|Date|First published|Released)\s*(?:on|at)?\s*:?\s*)?"
_UPDATED: Final = re.compile(r"(?:Last\s+)?(?:Updated|Modified)\s*(?:on|at)?\s*:?\s*", re.IGNORECASE)
_CREDIT: Final = r"(?P<credit>[A-Z][\w.&'’ ]{0,30}?)"
_CREDIT_LINE: Final = re.compile(rf"{_CREDIT}\s*[,|/·–—-]\s*(?P<date>{_WEEKDAY}.{{6,40}})$")
_AGENCY: Final = re.compile(
    r"(?:The )?(?:AFP|AP|Reuters|Associated Press|Agence France-Presse|UPI|PA|PA Media|dpa|DPA|Bloomberg|Xinhua|TASS|ANSA|EFE|Kyodo|AAP|NTB|TT|Ritzau|ANI|PTI|CNN|BBC)$"
)
_BYLINE: Final = re.compile(r"(?:By|BY|by|Words by|Story by)\s+(?P<names>[^.!?]{2,120})$")
_NAME: Final = r"[A-Z][\w.'’-]+(?:\s(?:[A-Z][\w.'’-]*|de|da|van|von|der|den|al|bin|del|la|le|di)){0,4}"
_NAMES: Final = re.compile(rf"(?P<all>{_NAME}(?:(?:,\s(?:and\s)?|\sand\s|\s&\s){_NAME})*)(?P<rest>(?:,|\sin\s|\s\|\s|\s[–—-]\s).*)?$")
_DATELINE: Final = re.compile(
    r"(?P<place>[A-Z][A-Z.'’-]+(?:[ /][A-Z][A-Z.'’-]+){0,4}(?:, (?:[A-Z][\w.]+ ?){1,3})?)"
    r"(?:,? (?P<date>(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})(?:, \d{4})?))?"
    r"(?: ?\((?P<credit>[A-Z][\w. /-]{1,30})\))?\s?(?:—|–|--|-)\s"
)
_TRAILER: Final = re.compile(
    r"(?:short link|(?:-+\s*)?ends?(?:\s*-+)?$|#{2,}$|-\s*30\s*-$|more to follow|\(more\)|more follows|read (?:more|also|next)\b|see also\b|related(?: stories| articles)?:|"
    r"share this|follow (?:us|@|\w+ on)|click here|source:|tags?:|topics?:|contact:|for (?:more|further) information|notes? to editors|photo(?:graph)?s?:|"
    r"\((?:additional )?(?:reporting|writing|editing|edited|compiled)\b|(?:additional )?reporting by\b|editing by\b|https?://\S+$|www\.\S+$|_{3,}$|\*{3,}$|-{3,}$)",
    re.IGNORECASE,
)
_RIGHTS: Final = re.compile(r"(?:©|\(c\)\s|copyright\b|all rights reserved)", re.IGNORECASE)
_STOP: Final = re.compile(r"[.!?][\"'”’)]*$")
_BOUNDARY: Final = re.compile(r"\n[^\S\n]*(?:\n\s*)?")
#: How long a headline and a line before the body may be, in code points.
_HEADLINE_LIMIT: Final = 160
_LINE_LIMIT: Final = 120


@attrs.frozen(kw_only=True)
class Story:
    """The parts of a text as it came."""

    headline: str | None
    paragraphs: tuple[str, ...]
    credit: str | None = None
    published: date | datetime | None = None
    updated: date | datetime | None = None
    byline: str | None = None
    authors: tuple[tuple[str, str | None], ...] = ()
    dateline: tuple[str, str | None, str | None, str | None] | None = None
    rights: str | None = None
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


def split_paragraphs(text: str) -> list[str]:
    """Cut a text into paragraphs: at blank lines, and at single newlines unless lines are wrapped."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    blocks = [block for block in re.split(r"\n[^\S\n]*\n\s*", text) if block.strip()]
    if is_wrapped(text):
        return [block.strip() for block in blocks]
    return [line.strip() for block in blocks for line in block.split("\n") if line.strip()]


def is_wrapped(text: str) -> bool:
    """Whether single newlines only wrap lines: most of them stand before a small letter or after an open line."""
    single = re.findall(r"[^\n](?<![.!?:\"”])\n(?=[^\W\d_])", text)
    return len(single) > 2 and 2 * len(re.findall(r"\S[^\S\n]*\n(?=[a-z])", text)) > len(single) and "\n\n" in text


def take_apart(text: str) -> Story:
    """Find the parts of a story.

    Nothing is lost: every paragraph is the headline, a line that was read, body, or kept in ``before`` or ``after``.
    """
    paragraphs = split_paragraphs(text)
    found: dict[str, object] = {}
    after = _trailing(paragraphs, found)
    headline = None
    if len(paragraphs) > 1 and not _read_line(paragraphs[0], found) and _is_headline(paragraphs[0]):
        headline = paragraphs.pop(0)
    elif found.keys() - {"rights"}:
        paragraphs.pop(0)
        if len(paragraphs) > 1 and _is_headline(paragraphs[0]):
            headline = paragraphs.pop(0)
    while len(paragraphs) > 1 and _read_line(paragraphs[0], found):
        paragraphs.pop(0)
    if paragraphs and (match := _DATELINE.match(paragraphs[0])):
        place = match["place"].strip().rstrip(",")
        found["dateline"] = (match.group().rstrip(" —–-"), place, match["date"], match["credit"])
        found.setdefault("credit", match["credit"])
    return Story(headline=headline, paragraphs=tuple(paragraphs), after=tuple(after), **found)  # type: ignore[arg-type]  # by name


def _trailing(paragraphs: list[str], found: dict[str, object]) -> list[str]:
    """Take off the end what is no part of the story."""
    after: list[str] = []
    while len(paragraphs) > 1:
        last = paragraphs[-1]
        if _RIGHTS.match(last) and "rights" not in found:
            found["rights"] = paragraphs.pop()
        elif _TRAILER.match(last) or _RIGHTS.match(last):
            after.insert(0, paragraphs.pop())
        else:
            break
    return after


def _is_headline(line: str) -> bool:
    return len(line) <= _HEADLINE_LIMIT and "\n" not in line and not line.endswith((".", ",", ":", ";")) and line[0] not in "-—(" and not _DATELINE.match(line)


def _read_line(line: str, found: dict[str, object]) -> bool:
    """Read a credit, date or byline; say whether the line was one."""
    if len(line) > _LINE_LIMIT or "\n" in line:
        return False
    byline = _BYLINE.match(line)
    if byline and "byline" not in found and (names := _NAMES.match(byline["names"])):
        found["byline"] = line
        role = (names["rest"] or "").strip(" ,|–—-") or None
        found["authors"] = tuple((name, role) for name in re.split(r",\s(?:and\s)?|\sand\s|\s&\s", names["all"]))
        return True
    updated = _UPDATED.match(line)
    if updated and (when := read_date(line[updated.end() :])):
        found["updated"] = when
        return True
    credit = _CREDIT_LINE.match(line)
    if credit and (when := read_date(credit["date"])) is not None:
        found.setdefault("credit", credit["credit"].strip())
        found.setdefault("published", when)
        return True
    label = re.match(_LABEL + _WEEKDAY, line)
    when = read_date(line[label.end() :]) if label else None
    if when is not None:
        found.setdefault("published", when)
        return True
    if _AGENCY.match(line) and "credit" not in found:
        found["credit"] = line
        return True
    return False


def read_date(words: str) -> date | datetime | None:
    """Read a whole date, or a date and a time with its offset; nothing where the words are more, or no date."""
    words = re.sub(rf"^{_WEEKDAY}", "", words.strip())
    for pattern in _DATES:
        match = pattern.fullmatch(words)
        if match is None:
            continue
        month = match["month"]
        number = int(month) if month.isdigit() else MONTHS.get(month.lower())
        if number is None:
            return None
        try:
            day = date(int(match["year"]), number, int(match["day"]))
            if match["clock"] is None:
                return day
            clock = datetime.strptime(match["clock"][:5].zfill(5), "%H:%M").time()  # noqa: DTZ007 - the zone follows
            zone = match["zone"]
            if zone in {"Z", "GMT", "UTC"}:
                return datetime.combine(day, clock, UTC)
            return datetime.fromisoformat(f"{day.isoformat()}T{clock.isoformat()}{zone}")
        except ValueError:
            return None
    return None
