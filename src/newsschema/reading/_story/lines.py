"""What each line of a story's frame may be, with what speaks for and against it, and which whole is the best."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from enum import IntEnum
from itertools import zip_longest
from typing import Final, NamedTuple, TypeAlias

from newsschema._model.punctuation import DOUBLE_MARK
from newsschema.reading._lexicon.frame_words import CAPITAL, FRAME, SPACE, any_of
from newsschema.reading._lexicon.gazetteer import is_given
from newsschema.reading._story.bylines import Byline, is_unnamed
from newsschema.reading._story.dates import read_stamps
from newsschema.reading._story.line import AROUND_CREDIT, JOINT, Line, LineKind, is_service, is_short


class Zone(IntEnum):
    """Where in a story a line stands; a later line never stands in an earlier zone."""

    __hash__ = int.__hash__

    ABOVE = 0
    """Above the headline."""
    BELOW = 1
    """Between headline and body."""
    BODY = 2
    TAIL = 3


_K: Final = LineKind
_ABOVE: Final = (Zone.ABOVE,)
_BELOW: Final = (Zone.BELOW,)
_HEAD: Final = (Zone.ABOVE, Zone.BELOW)
_TAIL: Final = (Zone.TAIL,)
_AROUND: Final = (*_HEAD, Zone.TAIL)
#: What the line before must be, where a kind only goes on with it.
_GOES_ON: Final[dict[LineKind, frozenset[LineKind]]] = {
    _K.WRITER: frozenset({_K.BYLINE, _K.WRITER}),
    _K.SUMMARY: frozenset({_K.HEADLINE, _K.SUMMARY, _K.BYLINE, _K.WRITER, _K.DATE, _K.SECTION, _K.CAPTION}),
    _K.BULLET: frozenset({_K.HEADLINE, _K.BULLET, _K.BYLINE, _K.WRITER, _K.DATE}),
    _K.DETAILS: frozenset({_K.CONTACT, _K.DETAILS}),
    _K.LINKED: frozenset({_K.LINK, _K.LINKED}),
    _K.AFTER: frozenset({_K.ENDING, _K.ABOUT, _K.AFTER, _K.CORRECTIONS, _K.DETAILS}),
}
#: What one line after another speaks for.
_TOGETHER: Final[dict[tuple[LineKind, LineKind], int]] = {
    (_K.SECTION, _K.HEADLINE): 1,
    (_K.HEADLINE, _K.BYLINE): 1,
    (_K.BYLINE, _K.WRITER): 2,
    (_K.BYLINE, _K.DATE): 4,
    (_K.DATE, _K.BYLINE): 2,
    (_K.HEADLINE, _K.SECTION): -2,
    (_K.SUMMARY, _K.SUMMARY): -2,
}

#: What may stand inside a body and is no part of it.
_ASIDES: Final = frozenset({_K.LINK, _K.CAPTION, _K.CONTRIBUTORS, _K.RIGHTS})

#: It says so itself; it looks like it; a little speaks for it.
_SURE: Final = 8
_LIKELY: Final = 4
_HINT: Final = 2
#: A paragraph that reads like one of a story.
_PROSE: Final = 2
#: A story begins with its dateline.
_DATELINED: Final = 4

_HEADLINE_LIMIT: Final = 160
_SUMMARY_LIMIT: Final = 400
_SHORT: Final = 40
_LONG: Final = 100
#: How many lines at the head and at the tail of a text are looked at, and how many that can only be body end the head.
_HEAD_LINES: Final = 16
_TAIL_LINES: Final = 24
_HEAD_PARAGRAPHS: Final = 4

_CRIED: Final = re.compile(r": ['‘][^'’]+[!?]['’]$")
_BULLET: Final = re.compile(r"(?:[•·*▪●◦‣■►➤]|[-–—](?=\s))\s*")
_FIRST: Final = re.compile(r"\w+")
#: A date between a label and its colon: "Correction (May 9, 2025):".
_LABEL_DATE: Final = re.compile(r"(?:\([^()]*\d[^()]*\)|,[^:()]{0,20}\d[^:()]{0,20})(?=\s*:)")
_ADDRESS: Final = re.compile(r"(?:\S+@\S+\.\w+|(?:https?://|www\.)\S+|#\w+(?:\s+#\w+)*)$")
_DETAILS: Final = re.compile(r"\S+@\S+\.\w+|https?://|www\.|\(?\+?\d[\d ().-]{5,}\d|\b\d{3}-\d{4}\b")
_BOILERPLATE: Final = re.compile(
    r"[®™]|https?://|www\.|\bvisit\b|\bNYSE\b|\bNASDAQ\b|\bNasdaq\b|\bheadquartered\b|\bfounded in\b"
)
_ABOUT: Final = re.compile(
    rf"About{SPACE}(?:the{SPACE})?[{CAPITAL}\d][^.!?]{{0,80}}:?$|About{SPACE}(?:us|the{SPACE}(?:author|company)\w*):?$"
)
_RIGHTS: Final = re.compile(
    r"©|℗|\(c\)\s?\d{4}|copyright\b.{0,40}(?:\d{4}|reserved)|copyright:|all rights reserved", re.IGNORECASE
)
_PICTURED: Final = re.compile(
    r"\((?:AP |File|FILE|Picture|Photo|Image|Courtesy|Credit|Reuters/|AFP/)[^)]*\)\.?$"
    r"|(?:/|via |: )(?:Getty Images|AP|AFP|Reuters|EPA|PA)(?:\s?\w+)?\.?$"
)


class Candidate(NamedTuple):
    """One thing that a line may be, how much speaks for it, and in which zones it may be that."""

    kind: LineKind
    points: int
    zones: tuple[Zone, ...] = _AROUND


#: What most lines are.
_BODY_PROSE: Final = Candidate(LineKind.BODY, _PROSE)
Rule: TypeAlias = Callable[[Line, Line | None], Iterator[Candidate]]


def classify(lines: Sequence[str]) -> list[LineKind]:
    """Sort the lines of plain copy: of all ways to divide them into frame and body, the one most speaks for.

    At least one line is body, and lines that are neither near the head nor near the tail are always body.
    """
    seen = [Line(text) for text in lines]
    choices: list[list[Candidate]] = []
    paragraphs = 0
    for at, (line, following) in enumerate(zip_longest(seen, seen[1:])):
        head = at < _HEAD_LINES and paragraphs < _HEAD_PARAGRAPHS
        frame = head or at >= len(seen) - _TAIL_LINES
        rules = _rules(head, frame, line.is_short, choices[-1] if choices else [])
        candidates = [candidate for rule in rules for candidate in rule(line, following)]
        if any(map(_is_sure_aside, candidates)):  # it may stand in the body, too
            candidates[0] = Candidate(LineKind.BODY, _SURE - 1)
        paragraphs += candidates == [_BODY_PROSE]
        choices.append(candidates)
    return _best(seen, choices)


def _rules(head: bool, frame: bool, short: bool, before: list[Candidate]) -> tuple[Rule, ...]:
    """The rules to ask of a line: in the head, in the frame at all, and after what the line before may be."""
    if not frame:
        return (_body,)
    kinds = {candidate.kind for candidate in before}
    goes_on = (rule for kind, rule in _GOING_ON if not kinds.isdisjoint(_GOES_ON[kind]))
    return (*(_FRAME_RULES if not head else _FRAME_HEAD_RULES if short else _FRAME_LONG_RULES), *goes_on)


def is_aside(paragraph: str) -> bool:
    """Whether a paragraph of the body is a line that a page puts in between: a link, a caption, who helped."""
    if not is_short(paragraph):
        return False
    line = Line(paragraph)
    return any(_is_sure_aside(candidate) for rule in _RULES for candidate in rule(line, None))


def _is_sure_aside(candidate: Candidate) -> bool:
    return candidate.kind in _ASIDES and candidate.points >= _SURE


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
        ways = _onwards(ways, line, candidates)
    done = [way for way in ways if way.zone >= Zone.BODY]
    return max(done, key=lambda way: way.points).kinds() if done else [LineKind.BODY] * len(lines)


def _onwards(ways: list[_Way], line: Line, candidates: list[Candidate]) -> list[_Way]:
    """The best ways with one more line, one for each zone and kind of it."""
    reached: dict[tuple[Zone, LineKind], _Way] = {}
    for way in ways:
        for kind, points, zones in candidates:
            zone = _zone(way, kind)
            if zone is None or (zone not in zones and kind is not LineKind.BODY):
                continue
            total = way.points + points + _joined(way, kind, line)
            if (zone, kind) not in reached or reached[zone, kind].points < total:
                reached[zone, kind] = _Way(total, zone, kind, way)
    return list(reached.values())


def _zone(way: _Way, kind: LineKind) -> Zone | None:
    """In which zone a line of a kind stands after the lines before it; none where it cannot follow them."""
    goes_on = _GOES_ON.get(kind)
    if goes_on is not None and way.kind not in goes_on:
        return None
    if kind is LineKind.HEADLINE:
        return Zone.BELOW if way.zone is Zone.ABOVE else None
    if kind is LineKind.BODY:
        return Zone.BODY if way.zone <= Zone.BODY else None
    return way.zone if way.zone in _HEAD else Zone.TAIL


def _joined(way: _Way, kind: LineKind, line: Line) -> int:
    """What speaks for a line in its place after the one before."""
    if kind is LineKind.BODY and way.zone is not Zone.BODY:
        if line.dateline is not None:
            return _DATELINED
        return 0 if line.stops or len(line.text) > _LONG else -1
    return _TOGETHER.get((way.kind, kind), 0) if way.kind is not None else 0


# --- what speaks for each kind


def _body(line: Line, _following: Line | None) -> Iterator[Candidate]:
    size = len(line.text)
    if line.stops and size > _SHORT:
        yield _BODY_PROSE
    else:
        yield Candidate(LineKind.BODY, int(line.stops or size > _LONG))


def _headline(line: Line, following: Line | None) -> Iterator[Candidate]:
    if len(line.text) > _HEADLINE_LIMIT or following is None:
        return
    points = _LIKELY + (len(following.text) > 1.5 * len(line.text))
    if _is_stopped_title(line):
        points += _LIKELY
    for less in _against_headline(line):
        points -= less
        if points <= 0:  # what speaks against it is asked for in the order of what it costs to ask
            break
    else:
        yield Candidate(LineKind.HEADLINE, points, _BELOW)


def _is_stopped_title(line: Line) -> bool:
    """Whether a line has capitals throughout and a stop at its end, as the headlines of some houses have."""
    return line.stops and line.count > 3 and line.ends_with_stop and line.is_title  # noqa: PLR2004 - a sentence


def _against_headline(line: Line) -> Iterator[int]:
    """What speaks against a headline."""
    text = line.text
    yield _SURE * (line.is_open or _BULLET.match(text) is not None or text[0] in "([")
    yield _SURE * (text[0].islower() and not text[1:2].isupper())
    if line.ends_with_quote:  # as a paragraph of somebody's words does; a tabloid's headline may: 'We won!'
        yield _HINT if _CRIED.search(text) else _LIKELY + _HINT
    elif line.ends_with_stop:
        yield _LIKELY
    yield _HINT * text.endswith(";")
    yield (line.count <= 2) + (line.count == 1)  # noqa: PLR2004 - hardly a sentence
    yield _HINT * (text.isupper() and line.count <= 3)  # noqa: PLR2004 - a kicker as likely
    yield _SURE * (line.dateline is not None or bool(line.stamps))
    yield int(line.writers is not None)


def _section(line: Line, following: Line | None) -> Iterator[Candidate]:
    if len(line.text) > _SHORT * 2:
        return
    parts = [part.strip().lower() for part in re.split(r"[>|/»›]", line.text.strip(" :|>/"))]
    if all(part in FRAME.lines["sections"] for part in parts):
        yield Candidate(LineKind.SECTION, _LIKELY + _HINT * (len(parts) > 1), _HEAD)
    elif following is not None and _is_kicker(line) and not following.text.isupper():
        yield Candidate(LineKind.SECTION, _HINT if line.dateline is None and not line.stops else 0, _ABOVE)


def _is_kicker(line: Line) -> bool:
    """Whether it is a few words in capitals."""
    return line.text.isupper() and line.count <= 4  # noqa: PLR2004 - more make a headline


def _summary(line: Line, following: Line | None) -> Iterator[Candidate]:
    if len(line.text) > _SUMMARY_LIMIT or _is_no_summary(line):
        return
    if _BULLET.match(line.text):
        yield Candidate(LineKind.BULLET, _LIKELY, _BELOW)
    elif line.count > 2:  # noqa: PLR2004 - shorter ones are cross-heads
        open_ = following is not None and len(following.text) > len(line.text) and not line.stops
        yield Candidate(LineKind.SUMMARY, _HINT if open_ and line.is_short else -1, _BELOW)


def _is_no_summary(line: Line) -> bool:
    """Whether a line is open, tells where a story is from, or parts a word that the next line goes on with."""
    return line.is_open or line.tells_origin or line.text.endswith("-")


def _byline(line: Line, _following: Line | None) -> Iterator[Candidate]:
    if line.byline is not None:
        yield Candidate(LineKind.BYLINE, _SURE, _HEAD)
    found = line.writers
    if found is not None and found.writers:
        if 2 <= line.count <= 8 and not line.text.isupper():  # noqa: PLR2004 - names, not a row of capitals
            told = _LIKELY if _is_told(found) else -_HINT - 1
            yield Candidate(LineKind.BYLINE, _SURE if found.date else told, _BELOW)
        yield Candidate(LineKind.WRITER, 1, _HEAD)


def _is_told(found: Byline) -> bool:
    """Whether a byline tells more than names, or is surely of persons."""
    more = any(writer.role or writer.affiliation for writer in found.writers)
    return more or found.shared or _is_of_persons(found)


def _is_of_persons(found: Byline) -> bool:
    """Whether all who are named with a place, or beside others, have two names: "Ann Doe and Bo Roe"."""
    names = [writer.name.split() for writer in found.writers]
    return (found.placed or len(names) > 1) and all(len(name) > 1 and is_given(name[0]) for name in names)


def _is_unnamed(words: str) -> bool:
    """Whether words stand for writers without a name: "staff reporter", "agencies", "AP", "Gazette staff"."""
    if is_unnamed(words) or is_service(words):
        return True
    *before, last = words.lower().split() or [""]
    return last == "staff" and not FRAME.bylines["outlet_words"].isdisjoint(before)


def _writer(line: Line, _following: Line | None) -> Iterator[Candidate]:
    """A line that names nobody and says more of the writers, or stands for them: "Staff reporter"."""
    if line.writers is not None and not line.writers.writers:
        writers = JOINT.split(line.plain.rstrip(".").removeprefix("From "))
        if all(map(_is_unnamed, writers)) and not all(map(is_service, writers)):
            yield Candidate(LineKind.BYLINE, _LIKELY, _HEAD)
        yield Candidate(LineKind.WRITER, _SURE if _ADDRESS.match(line.text) else _LIKELY, _HEAD)


def _dates(line: Line, _following: Line | None) -> Iterator[Candidate]:
    if line.stamps:
        yield Candidate(LineKind.DATE, _SURE if any(stamp.when for stamp in line.stamps) else _LIKELY, _HEAD)
    if line.credited is not None:
        yield Candidate(LineKind.CREDIT, _SURE - 1 if line.credited[1] else _LIKELY + 1, _HEAD)


def _opened(line: Line, _following: Line | None) -> Iterator[Candidate]:
    """By how the line begins: surely where that is all, which is a head then, or where a colon follows."""
    first = _FIRST.match(line.plain)
    for phrase, kind, head in _PHRASES.get(first[0].lower(), ()) if first is not None else ():
        match = phrase.match(line.plain)
        if match is None:
            continue
        rest = line.plain[match.end() :].lstrip()
        dated = _LABEL_DATE.match(rest)
        rest = rest[dated.end() :].lstrip() if dated else rest
        heads = not rest.strip(" .:)]") or bool(read_stamps(rest.strip(": ")))
        captioned = kind is LineKind.CAPTION and rest[:1] == ","  # "Image caption, the kiln at Voss"
        if heads or captioned or match[0].endswith(":") or rest[:1] in {":", "–", "—", "-"}:
            yield Candidate(head if heads else kind, _SURE)
        elif " " in match[0] or line.text[0] in "([":
            yield Candidate(kind, _LIKELY + _HINT, _AROUND if kind is LineKind.RELEASE else _TAIL)


#: What may not follow in a line of a kind: in a caption, words that somebody is said to say.
_BEHIND: Final = {"caption": rf"(?![^\n]*[,.?!](?:{DOUBLE_MARK}|[’'])\s\w)"}


def _phrases() -> dict[str, list[tuple[re.Pattern[str], LineKind, LineKind]]]:
    """How lines of each kind begin, by the first word."""
    found: dict[str, list[tuple[re.Pattern[str], LineKind, LineKind]]] = {}
    for name, kind, head in _OPENINGS:
        by_word: dict[str, list[str]] = {}
        for phrase in FRAME.openings[name]:
            by_word.setdefault(_FIRST.findall(phrase)[0], []).append(phrase)
        for word, phrases in by_word.items():
            pattern = re.compile(any_of(phrases) + _BEHIND.get(name, ""), re.IGNORECASE)
            found.setdefault(word, []).append((pattern, kind, head))
    return found


def _mail(line: Line, _following: Line | None) -> Iterator[Candidate]:
    if _MAIL.match(line.text):
        yield Candidate(LineKind.CONTACT, _SURE, _ABOVE)


#: What heads a mail, and no byline: "From: desk@example.org", "Subject: Arch to reopen".
_MAIL: Final = re.compile(r"(?:Bcc|Cc|From|Reply-To|To):[^@]*@|(?:Sent|Subject):\s", re.IGNORECASE)


def _details(line: Line, _following: Line | None) -> Iterator[Candidate]:
    if line.is_short and not line.stamps and (_DETAILS.search(line.text) or not line.stops):
        points = 1 + (_HINT if _DETAILS.search(line.text) else 0)
        yield Candidate(LineKind.DETAILS, points)


def _linked(line: Line, _following: Line | None) -> Iterator[Candidate]:
    if line.is_short and (not line.stops or line.text.endswith("?")):
        yield Candidate(LineKind.LINKED, 1, _TAIL)


def _contributors(line: Line, _following: Line | None) -> Iterator[Candidate]:
    opened = _CONTRIBUTORS.match(line.plain) is not None
    if not opened and ("contribut" not in line.text or _CONTRIBUTED.search(line.text.lower()) is None):
        return
    small = [word for word in re.findall(r"\b[a-z]+\b", line.plain) if word not in FRAME.helped]
    if len(small) <= (1 if opened else 3):
        yield Candidate(LineKind.CONTRIBUTORS, _SURE, _TAIL)


def _around(line: Line, _following: Line | None) -> Iterator[Candidate]:
    text = line.text
    low = text.lower()
    if not FRAME.lines["ends"].isdisjoint((low, low.rstrip("."))):
        yield Candidate(LineKind.ENDING, _SURE)
    elif low.rstrip(".") in FRAME.lines["divides"]:
        yield Candidate(LineKind.ENDING, 1)
    if _is_link(line, low):
        yield Candidate(LineKind.LINK, _SURE)
    if _RIGHTS.match(text):
        yield Candidate(LineKind.RIGHTS, _SURE)
    if line.is_short and is_service(text.strip(AROUND_CREDIT)):
        yield Candidate(LineKind.CREDIT, _LIKELY + 1, _TAIL)
    if line.is_short and _ABOUT.match(text):
        yield Candidate(LineKind.ABOUT, _LIKELY + 1, _TAIL)
    if _is_pictured(line):
        yield Candidate(LineKind.CAPTION, _LIKELY)


def _is_link(line: Line, low: str) -> bool:
    """Whether a line, given in small letters too, is an address, or tells a reader what to press or to read next."""
    if not line.is_short:
        return _ADDRESS.match(line.text) is not None
    named = (_ADDRESS.match(line.text), _RELEASED.match(line.text))
    told = (_SHARING.fullmatch(low), _FOLLOWING.match(low), _LINKED.search(low))
    return any(named) or any(told)


def _is_pictured(line: Line) -> bool:
    """Whether a short line without marks says by whom a picture is."""
    return line.is_short and _PICTURED.search(line.text) is not None and not _MARKED.search(line.text)


def _after(line: Line, _following: Line | None) -> Iterator[Candidate]:
    """Prose after the story has less for it than prose of the story: a head in the body does not end that."""
    yield Candidate(LineKind.AFTER, _PROSE if _BOILERPLATE.search(line.text) else int(len(line.text) > _SHORT), _TAIL)


#: How a newswire names whose release it was: "SOURCE Norr Foods".
_RELEASED: Final = re.compile(rf"SOURCE:?{SPACE}[{CAPITAL}]")
#: "Share this page", "Print"; "Follow Agder News on Facebook and X".
_SHARING: Final = re.compile(
    r"(?:bookmark|copy|email|print|save|share) (?:(?:this|the) )?(?:article|link|page|post|story)\W*"
)
_FOLLOWING: Final = re.compile(
    r"(?:follow .{2,60}|(?:find|join|like) us) on (?:facebook|instagram|linkedin|tiktok|twitter|x)\b"
)
_MARKED: Final = re.compile(rf"{DOUBLE_MARK}|[,.?!][’']\s\w")
_CONTRIBUTORS: Final = FRAME.opening("contributors")
_CONTRIBUTED: Final = FRAME.part("contributors")
_LINKED: Final = FRAME.part("link")
_HEAD_RULES: Final[tuple[Rule, ...]] = (_headline, _section, _summary, _byline, _writer, _dates, _mail)
_RULES: Final[tuple[Rule, ...]] = (_opened, _contributors, _around)
#: All rules for a line of the tail, of the head, and for one of the head that is too long for most kinds.
_FRAME_RULES: Final[tuple[Rule, ...]] = (_body, *_RULES)
_FRAME_HEAD_RULES: Final[tuple[Rule, ...]] = (_body, *_HEAD_RULES, *_RULES)
_FRAME_LONG_RULES: Final[tuple[Rule, ...]] = (_body, _section, _summary, *_RULES)
#: Rules for what only goes on with the line before.
_GOING_ON: Final[tuple[tuple[LineKind, Rule], ...]] = (
    (LineKind.DETAILS, _details),
    (LineKind.LINKED, _linked),
    (LineKind.AFTER, _after),
)
#: The lists of openings, what a line is that begins so, and what one that says no more.
_OPENINGS: Final = (
    ("release", LineKind.RELEASE, LineKind.RELEASE),
    ("contact", LineKind.CONTACT, LineKind.CONTACT),
    ("note", LineKind.NOTE, LineKind.ABOUT),
    ("correction", LineKind.CORRECTION, LineKind.CORRECTIONS),
    ("caption", LineKind.CAPTION, LineKind.CAPTION),
    ("link", LineKind.LINK, LineKind.LINK),
)
_PHRASES: Final = _phrases()
