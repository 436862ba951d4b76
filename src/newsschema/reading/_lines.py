"""What each line of a story's frame may be, with what speaks for and against it, and which whole is the best."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from enum import Enum, IntEnum, auto
from functools import cached_property
from typing import Final, NamedTuple

from newsschema.reading._bylines import Byline, read_byline, read_writers
from newsschema.reading._datelines import DatelineMatch, find_dateline
from newsschema.reading._dates import Stamp, read_stamps
from newsschema.reading._frame import CAPITAL, FRAME, SPACE
from newsschema.reading._words import WORDS


class LineKind(Enum):
    """What a line of plain copy is."""

    BODY = auto()
    HEADLINE = auto()
    SECTION = auto()
    """A section or a kicker: "World", "MIDDLE EAST CRISIS"."""
    SUMMARY = auto()
    """A standfirst, or one of the bullets that stand for it."""
    BYLINE = auto()
    WRITER = auto()
    """More of the writers that the byline before it names: a role, an outlet, an address."""
    DATE = auto()
    CREDIT = auto()
    RELEASE = auto()
    """"For immediate release", or until when it may not be used."""
    CONTACT = auto()
    NOTE = auto()
    CORRECTION = auto()
    CONTRIBUTORS = auto()
    CAPTION = auto()
    LINK = auto()
    """What a page puts around a story: links, offers, tags, standards."""
    ABOUT = auto()
    """The head of what a company says of itself."""
    RIGHTS = auto()
    ENDING = auto()
    AFTER = auto()
    """More of what the line before it began, after the story."""


class Zone(IntEnum):
    """Where in a story a line stands; a later line never stands in an earlier zone."""

    ABOVE = 0
    """Above the headline."""
    BELOW = 1
    """Between headline and body."""
    BODY = 2
    TAIL = 3


_K: Final = LineKind
_HEAD: Final = (Zone.ABOVE, Zone.BELOW)
_AROUND: Final = (*_HEAD, Zone.TAIL)
#: In which zones a line of a kind may stand.
_ZONES: Final[dict[LineKind, tuple[Zone, ...]]] = {
    _K.BODY: (Zone.BODY,),
    _K.HEADLINE: (Zone.BELOW,),
    _K.SUMMARY: (Zone.BELOW,),
    **dict.fromkeys((_K.SECTION, _K.BYLINE, _K.WRITER, _K.DATE, _K.CREDIT), _HEAD),
    **dict.fromkeys((_K.RELEASE, _K.CONTACT, _K.NOTE, _K.CORRECTION, _K.CAPTION, _K.LINK, _K.ENDING, _K.RIGHTS), _AROUND),
    **dict.fromkeys((_K.CONTRIBUTORS, _K.ABOUT, _K.AFTER), (Zone.TAIL,)),
}
#: What the line before must be, where a kind only goes on with it.
_GOES_ON: Final[dict[LineKind, frozenset[LineKind]]] = {
    _K.WRITER: frozenset({_K.BYLINE, _K.WRITER}),
    _K.AFTER: frozenset({_K.ENDING, _K.ABOUT, _K.AFTER, _K.CONTACT, _K.CORRECTION, _K.NOTE, _K.LINK}),
}
#: What one line after another speaks for.
_TOGETHER: Final[dict[tuple[LineKind, LineKind], int]] = {
    (_K.SECTION, _K.HEADLINE): 1,
    (_K.HEADLINE, _K.BYLINE): 1,
    (_K.BYLINE, _K.WRITER): 2,
    (_K.BYLINE, _K.DATE): 2,
    (_K.HEADLINE, _K.SECTION): -2,
}

#: It says so itself; it looks like it; a little speaks for it.
_SURE: Final = 8
_LIKELY: Final = 4
_HINT: Final = 2
#: A paragraph that reads like one of a story.
_PROSE: Final = 2
#: A story begins with its dateline.
_DATELINED: Final = 4

_HEADLINE_LIMIT: Final = 160
_LINE_LIMIT: Final = 200
_SUMMARY_LIMIT: Final = 400
_SHORT: Final = 40
_LONG: Final = 100
#: How many lines at the head and at the tail of a text are looked at.
_HEAD_LINES: Final = 16
_TAIL_LINES: Final = 24

_STOP: Final = re.compile(r"[.!?…][\"'”’»)\]]*$")
_QUOTED_STOP: Final = re.compile(r"[.!?][\"”’']+$")
_FULL_STOP: Final = re.compile(r"(?<!\.)\.[\"'”’»)\]]*$")
_OPEN_END: Final = re.compile(r"[,;:]$")
_BULLET: Final = re.compile(r"(?:[•·*▪●◦‣■►➤]|[-–—](?=\s))\s*")
_LEAD: Final = re.compile(r"[\s(\[*•·—–-]+")
_ADDRESS: Final = re.compile(r"(?:\S+@\S+\.\w+|(?:https?://|www\.)\S+|#\w+(?:\s+#\w+)*)$")
_DETAILS: Final = re.compile(r"\S+@\S+\.\w+|https?://|www\.|\(?\+?\d[\d ().-]{5,}\d|\b\d{3}-\d{4}\b")
_BOILERPLATE: Final = re.compile(r"[®™]|https?://|www\.|\bvisit\b|\bNYSE\b|\bNASDAQ\b|\bNasdaq\b|\bheadquartered\b|\bfounded in\b")
_ABOUT: Final = re.compile(rf"About{SPACE}(?:the{SPACE})?[{CAPITAL}\d][^.!?]{{0,80}}:?$|About{SPACE}(?:us|the{SPACE}(?:author|company)\w*):?$")
_RIGHTS: Final = re.compile(
    r"©|℗|\(c\)\s?\d{4}|copyright\b.{0,40}(?:\d{4}|reserved)|copyright:|all rights reserved", re.IGNORECASE
)
_PICTURED: Final = re.compile(
    r"\((?:AP |File|FILE|Picture|Photo|Image|Courtesy|Credit|Reuters/|AFP/)[^)]*\)\.?$|(?:/|via |: )(?:Getty Images|AP|AFP|Reuters|EPA|PA)(?:\s?\w+)?\.?$"
)
_CREDITED: Final = re.compile(rf"(?P<credit>[{CAPITAL}][\w.&'’ ]{{0,40}}?){SPACE}*[,|/·–—-]{SPACE}*(?P<date>.{{6,60}})$")
_COURTESY: Final = re.compile(rf"(?:Courtesy of|Source:|Credit:|Distributed by){SPACE}(?P<credit>[{CAPITAL}][\w.&'’ ]{{1,40}})$")
_CALENDAR: Final = frozenset(FRAME.weekdays | {name for names in FRAME.months for name in names})
#: Small words of a line that names who helped; with others it is a sentence.
_HELPED: Final = frozenset(
    "by in and additional reporting writing editing from with for of the to this report story article contributed at compiled"
    " also writer writers reporter reporters correspondent staff news desk files agencies inputs graphics production our edited".split()
)
_TITLE_SHARE: Final = 0.6
_MOST_TITLE_WORDS: Final = 16


class Line:
    """A line of plain copy and what the readers of its parts make of it, each asked at most once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.plain = _LEAD.sub("", text, count=1) if text[:1] in "([*•·—–- " else text

    @cached_property
    def words(self) -> list[str]:
        return self.text.split()

    @cached_property
    def is_short(self) -> bool:
        return len(self.text) <= _LINE_LIMIT and "\n" not in self.text

    @cached_property
    def stamps(self) -> tuple[Stamp, ...]:
        return read_stamps(self.text) if self.is_short else ()

    @cached_property
    def byline(self) -> Byline | None:
        return read_byline(self.text) if self.is_short else None

    @cached_property
    def writers(self) -> Byline | None:
        return read_writers(self.text) if self.is_short and not self.stamps else None

    @cached_property
    def dateline(self) -> DatelineMatch | None:
        return find_dateline(self.text)

    @cached_property
    def credited(self) -> tuple[str, tuple[Stamp, ...]] | None:
        """An agency or outlet alone, or with a date: "AFP, Thursday 24 March 2016"."""
        if not self.is_short:
            return None
        if self.text in WORDS.agencies or self.text in FRAME.lines["outlets"]:
            return self.text, ()
        match = _COURTESY.match(self.text)
        if match is not None:
            return match["credit"], ()
        match = _CREDITED.match(self.text)
        if match is None or not _CALENDAR.isdisjoint(re.findall(r"\w+", match["credit"].lower())):
            return None
        stamps = read_stamps(match["date"])
        return (match["credit"].strip(), stamps) if any(stamp.when for stamp in stamps) else None

    @cached_property
    def is_title(self) -> bool:
        """Whether it has capitals throughout, as headlines of some houses have."""
        words = [word for word in self.words if word[0].isalpha()]
        return len(words) <= _MOST_TITLE_WORDS and sum(word[0].isupper() for word in words) >= _TITLE_SHARE * len(words)


class Candidate(NamedTuple):
    """One thing that a line may be, and how much speaks for it."""

    kind: LineKind
    points: int


def classify(lines: Sequence[str]) -> list[LineKind]:
    """Sort the lines of plain copy: of all ways to divide them into frame and body, the one most speaks for.

    At least one line is body, and lines that are neither near the head nor near the tail are always body.
    """
    seen = [Line(text) for text in lines]
    choices: list[list[Candidate]] = []
    for at, line in enumerate(seen):
        if at < _HEAD_LINES or at >= len(seen) - _TAIL_LINES:
            following = seen[at + 1] if at + 1 < len(seen) else None
            choices.append([candidate for rule in _RULES for candidate in rule(line, following)])
        else:
            choices.append([Candidate(LineKind.BODY, _PROSE)])
    return _best(seen, choices)


class _Way(NamedTuple):
    """The best way to read the lines up to one, with this one in a zone and of a kind."""

    points: int
    zone: Zone
    kind: LineKind | None
    before: _Way | None

    def kinds(self) -> list[LineKind]:
        """The kinds of all lines so far."""
        found: list[LineKind] = []
        way: _Way | None = self
        while way is not None:
            found += [way.kind] if way.kind is not None else []
            way = way.before
        return found[::-1]


def _best(lines: list[Line], choices: list[list[Candidate]]) -> list[LineKind]:
    """The best way through the lines; for each zone and kind of a line only the best way there is kept (Viterbi)."""
    ways = [_Way(0, Zone.ABOVE, None, None)]
    for line, candidates in zip(lines, choices, strict=True):
        reached: dict[tuple[Zone, LineKind], _Way] = {}
        for way in ways:
            for kind, points in candidates:
                zone = _zone(way, kind)
                if zone is None:
                    continue
                total = way.points + points + _joined(way, kind, line)
                if (zone, kind) not in reached or reached[zone, kind].points < total:
                    reached[zone, kind] = _Way(total, zone, kind, way)
        ways = list(reached.values())
    done = [way for way in ways if way.zone >= Zone.BODY]
    return max(done, key=lambda way: way.points).kinds() if done else [LineKind.BODY] * len(lines)


def _zone(way: _Way, kind: LineKind) -> Zone | None:
    """In which zone a line of a kind stands after the lines before it; none where it cannot follow them."""
    goes_on = _GOES_ON.get(kind)
    if goes_on is not None and way.kind not in goes_on:
        return None
    if kind is LineKind.HEADLINE:
        return Zone.BELOW if way.zone is Zone.ABOVE else None
    if kind is LineKind.BODY:
        return Zone.BODY if way.zone <= Zone.BODY else None
    zone = way.zone if way.zone in _HEAD else Zone.TAIL
    return zone if zone in _ZONES[kind] else None


def _joined(way: _Way, kind: LineKind, line: Line) -> int:
    """What speaks for a line in its place after the one before."""
    if kind is LineKind.BODY and way.zone is not Zone.BODY:
        if line.dateline is not None:
            return _DATELINED
        return 0 if _STOP.search(line.text) or len(line.text) > _LONG else -1
    return _TOGETHER.get((way.kind, kind), 0) if way.kind is not None else 0


# --- what speaks for each kind


def _body(line: Line, _following: Line | None) -> Iterator[Candidate]:
    size = len(line.text)
    stops = _STOP.search(line.text) is not None
    prose = _PROSE if stops and size > _SHORT else int(stops or size > _LONG)
    yield Candidate(LineKind.BODY, prose)


def _headline(line: Line, following: Line | None) -> Iterator[Candidate]:
    text = line.text
    if len(text) > _HEADLINE_LIMIT or "\n" in text or following is None:
        return
    against = (
        (_SURE, line.dateline is not None or bool(line.stamps)),
        (_SURE, _OPEN_END.search(text) is not None),
        (_SURE, _BULLET.match(text) is not None or text[0] in "(["),
        (_LIKELY, text[0].islower()),
        (_LIKELY + _HINT, _QUOTED_STOP.search(text) is not None),
        (_LIKELY, _FULL_STOP.search(text) is not None and not _QUOTED_STOP.search(text)),
        (1, len(line.words) <= 2),  # noqa: PLR2004 - hardly a sentence
        (1, len(line.words) == 1),
        (1, line.writers is not None),
        (_HINT, text.isupper() and len(line.words) <= 3),  # noqa: PLR2004 - a kicker as likely
    )
    goes_on = len(following.text) > 1.5 * len(text)
    titled = line.is_title and len(line.words) > 3 and _FULL_STOP.search(text) is not None  # noqa: PLR2004
    points = _LIKELY - sum(less for less, holds in against if holds) + goes_on + (_LIKELY if titled else 0)
    if points > 0:
        yield Candidate(LineKind.HEADLINE, points)


def _section(line: Line, following: Line | None) -> Iterator[Candidate]:
    parts = [part.strip().lower() for part in re.split(r"[>|/»›]", line.text.strip(" :|>/"))]
    if not line.is_short or len(line.text) > _SHORT * 2:
        return
    if all(part in FRAME.lines["sections"] for part in parts):
        yield Candidate(LineKind.SECTION, _LIKELY + _HINT * (len(parts) > 1))
    elif line.text.isupper() and len(line.words) <= 4 and following and not following.text.isupper():  # noqa: PLR2004
        yield Candidate(LineKind.SECTION, _HINT if line.dateline is None and not _STOP.search(line.text) else 0)


def _summary(line: Line, following: Line | None) -> Iterator[Candidate]:
    if len(line.text) > _SUMMARY_LIMIT or line.stamps or line.byline or line.dateline:
        return
    if _BULLET.match(line.text):
        yield Candidate(LineKind.SUMMARY, _LIKELY)
    elif len(line.words) >= 5:  # noqa: PLR2004 - shorter ones are cross-heads
        longer = following is not None and len(following.text) > len(line.text)
        yield Candidate(LineKind.SUMMARY, -1 if _STOP.search(line.text) or not longer else _HINT)


def _byline(line: Line, _following: Line | None) -> Iterator[Candidate]:
    if line.byline is not None:
        yield Candidate(LineKind.BYLINE, _SURE)
    found = line.writers
    if found is None:
        return
    if found.writers and 2 <= len(line.words) <= 8 and not line.text.isupper():  # noqa: PLR2004 - names, not a row of capitals
        yield Candidate(LineKind.BYLINE, _SURE if found.date else _HINT)
    elif not found.writers and line.plain.lower().rstrip(".") in FRAME.bylines["unnamed"]:
        yield Candidate(LineKind.BYLINE, _LIKELY)
    yield Candidate(LineKind.WRITER, 1 if found.writers else _LIKELY)


def _dates(line: Line, _following: Line | None) -> Iterator[Candidate]:
    if line.stamps:
        yield Candidate(LineKind.DATE, _SURE if any(stamp.when for stamp in line.stamps) else _LIKELY)
    if line.credited is not None:
        yield Candidate(LineKind.CREDIT, _SURE - 1)


def _opening(kind: LineKind, name: str) -> Callable[[Line, Line | None], Iterator[Candidate]]:
    """The rule for a kind by how its lines begin: surely where that is all, or a colon follows it."""
    pattern = FRAME.opening(name)

    def rule(line: Line, _following: Line | None) -> Iterator[Candidate]:
        match = pattern.match(line.plain)
        if match is None:
            return
        rest = line.plain[match.end() :].lstrip()
        heads = not rest.strip(" .:)]") or match[0].endswith(":") or rest[:1] in {":", "–", "—", "-"}
        several = " " in match[0] or not match[0][-1].isalnum()
        if heads or several:
            yield Candidate(kind, _SURE if heads else _LIKELY + _HINT)

    return rule


def _contact(line: Line, _following: Line | None) -> Iterator[Candidate]:
    if line.is_short and _DETAILS.search(line.text) and not line.stamps:
        prose = _STOP.search(line.text) is not None and len(line.words) > 8  # noqa: PLR2004 - a sentence that names a page
        yield Candidate(LineKind.CONTACT, 0 if prose else _LIKELY)
        yield Candidate(LineKind.AFTER, _LIKELY)


def _contributors(line: Line, _following: Line | None) -> Iterator[Candidate]:
    opened = _CONTRIBUTORS.match(line.plain) is not None
    if not opened and _CONTRIBUTED.search(line.text) is None:
        return
    small = [word for word in re.findall(r"\b[a-z]+\b", line.plain) if word not in _HELPED]
    if len(small) <= (1 if opened else 3):
        yield Candidate(LineKind.CONTRIBUTORS, _SURE)


def _around(line: Line, _following: Line | None) -> Iterator[Candidate]:
    text = line.text
    low = text.lower()
    if low.rstrip(".") in FRAME.lines["ends"] or low in FRAME.lines["ends"]:
        yield Candidate(LineKind.ENDING, _SURE)
    elif low.rstrip(".") in FRAME.lines["divides"]:
        yield Candidate(LineKind.ENDING, 1)
    if _ADDRESS.match(text) or (line.is_short and _LINKED.search(text)):
        yield Candidate(LineKind.LINK, _SURE)
    if _RIGHTS.match(text):
        yield Candidate(LineKind.RIGHTS, _SURE)
    if line.is_short and _ABOUT.match(text):
        yield Candidate(LineKind.ABOUT, _LIKELY + 1)
    if line.is_short and _PICTURED.search(text):
        yield Candidate(LineKind.CAPTION, _LIKELY)


def _after(line: Line, _following: Line | None) -> Iterator[Candidate]:
    """Prose after the story costs a little against prose of the story, so that a head in the body is not taken for one."""
    yield Candidate(LineKind.AFTER, _PROSE if _BOILERPLATE.search(line.text) else 1)


_CONTRIBUTORS: Final = FRAME.opening("contributors")
_CONTRIBUTED: Final = FRAME.part("contributors")
_LINKED: Final = FRAME.part("link")
_RULES: Final = (
    _body,
    _headline,
    _section,
    _summary,
    _byline,
    _dates,
    _opening(LineKind.RELEASE, "release"),
    _opening(LineKind.CONTACT, "contact"),
    _opening(LineKind.NOTE, "note"),
    _opening(LineKind.CORRECTION, "correction"),
    _opening(LineKind.CAPTION, "caption"),
    _opening(LineKind.LINK, "link"),
    _contact,
    _contributors,
    _around,
    _after,
)
