"""Paragraphs of a body that somebody speaks without marks: turns of a transcript, answers, posts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum, auto
from typing import Final, NamedTuple

from newsschema.reading._lexicon.frame_words import CAPITAL, FRAME, SPACE
from newsschema.reading._lexicon.gazetteer import NAMES, is_given, is_person_noun, plain
from newsschema.reading._story.datelines import find_dateline
from newsschema.reading._story.lines import is_aside

#: When somebody speaks, by the clock of a recording: "[00:01:15] ".
_TIMED: Final = rf"(?:[\[(]\d\d?(?::\d\d){{1,2}}[\])]{SPACE})?"
#: Who speaks, before a colon: in capitals, but for "Mr", with an office and a place or none; or with a capital at each
#: word.
_SPEAKER: Final = re.compile(
    rf"""{_TIMED}(?:(?P<capitals>(?:[{CAPITAL}][a-z]{{1,4}}\.?{SPACE}(?=[{CAPITAL}]{{2}}))?
            [{CAPITAL}][{CAPITAL}.'’{SPACE[1:-1]}-]{{1,40}}(?<![{SPACE[1:-1]}-])
            (?:,{SPACE}[{CAPITAL}][{CAPITAL}0-9,.&'’{SPACE[1:-1]}-]{{1,60}})?)(?:{SPACE}\([^()\n]{{1,40}}\))?:{SPACE}+(?=\S)
    |(?P<title>[{CAPITAL}][\w'’.-]+(?:{SPACE}[{CAPITAL}][\w'’.-]+){{0,3}}):{SPACE}+(?=[^\s\d]))""",
    re.VERBOSE,
)
_ASKED: Final = re.compile(rf"(?P<side>Q|A|Question|Answer|QUESTION|ANSWER)(?:[:.]|{SPACE}[–—-]){SPACE}+(?=\S)")
#: Who wrote the post above: "— Ann Pike (@annpike) March 3, 2026".
_SIGNED: Final = re.compile(
    rf"[—–-]+{SPACE}?(?P<name>[^()@\n]{{2,60}}?)[^\w()@\n]+\(@\w{{1,30}}\)[^\n]{{0,40}}$", re.MULTILINE
)
#: How many lines of a post are looked at.
_LINES: Final = 10
#: How every paragraph begins that one of these may match.
_LABELS: Final = re.compile(
    rf"[—–-]|{_TIMED}[{CAPITAL}][^\n:]{{0,250}}:|(?:Q|A|Question|Answer|QUESTION|ANSWER)(?:\.|{SPACE})"
)


#: How a letter begins, which names whom it is to.
_ADDRESSED: Final = frozenset({"dear"})


class TurnKind(Enum):
    """What a paragraph is: a turn, or the line that says whose the one above was."""

    SPEECH = auto()
    QUESTION = auto()
    ANSWER = auto()
    POST = auto()
    LINE = auto()
    """A line that goes on with the post above."""
    SIGNATURE = auto()


class Turn(NamedTuple):
    """A paragraph that somebody speaks: who it says that is, and where the words begin, in code points."""

    kind: TurnKind
    named: tuple[int, int] | None
    start: int


def find_turns(text: str, paragraphs: Sequence[tuple[int, int]]) -> Mapping[int, Turn]:
    """The paragraphs that are turns of an exchange, or posts with who wrote them below.

    Args:
        text: The text.
        paragraphs: Where its paragraphs begin and end, in code points.

    Returns:
        Each by the number of its paragraph, from 1.
    """
    labelled = [
        at for at, (start, end) in enumerate(paragraphs) if _LABELS.match(text, start) and not is_aside(text[start:end])
    ]
    found = {
        **_exchange(text, paragraphs, labelled),
        **_asked(text, paragraphs, labelled),
        **_posts(text, paragraphs, labelled),
    }
    return {at + 1: turn for at, turn in found.items()}


def _asked(text: str, paragraphs: Sequence[tuple[int, int]], labelled: Sequence[int]) -> dict[int, Turn]:
    """Questions and answers, where there are both."""
    found: dict[int, Turn] = {}
    for at in labelled:
        match = _ASKED.match(text, paragraphs[at][0])
        if match is not None:
            kind = TurnKind.QUESTION if match["side"][0] == "Q" else TurnKind.ANSWER
            found[at] = Turn(kind, None, match.end())
    return found if len({turn.kind for turn in found.values()}) > 1 else {}


def _exchange(text: str, paragraphs: Sequence[tuple[int, int]], labelled: Sequence[int]) -> dict[int, Turn]:
    """The turns of a transcript: of several speakers, by name, and each in capitals or more than once.

    One alone answers questions that have no name before them.
    """
    found = _labels(text, paragraphs, labelled)
    sure = _speakers(list(found.values()))
    capitals = any(match["capitals"] for match in found.values() if _surname(match) in sure)
    speaks = {at: match for at, match in found.items() if _surname(match) in sure or (capitals and match["capitals"])}
    if len(set(map(_surname, speaks.values()))) < 2 and not _is_asked_each(text, paragraphs, speaks):  # noqa: PLR2004
        return {}  # an exchange is of two
    if all(map(_in_capitals, speaks.values())) and not _takes_turns(speaks):
        return {}  # "SANTA LUZ: A baker ...", under headings
    return {at: Turn(TurnKind.SPEECH, match.span(match.lastgroup or 0), match.end()) for at, match in speaks.items()}


def _in_capitals(match: re.Match[str]) -> bool:
    return match["capitals"] is not None


def _takes_turns(speaking: Mapping[int, re.Match[str]]) -> bool:
    """Whether somebody speaks again, or right behind another."""
    again = len(set(map(_surname, speaking.values()))) < len(speaking)
    return again or any(at + 1 in speaking for at in speaking)


def _is_asked_each(text: str, paragraphs: Sequence[tuple[int, int]], speaking: Iterable[int]) -> bool:
    """Whether a question stands before each of several paragraphs."""
    before = [text[slice(*paragraphs[at - 1])].rstrip() for at in speaking if at]
    return len(before) > 1 and all(words.endswith("?") for words in before)


def _labels(text: str, paragraphs: Sequence[tuple[int, int]], labelled: Sequence[int]) -> dict[int, re.Match[str]]:
    """The names before a colon that open paragraphs, by paragraph; a town there is a dateline.

    What a line in capitals offers ends without a stop: "VIEW PRICE: A red kiln".
    """
    found: dict[int, re.Match[str]] = {}
    for at in labelled:
        start, end = paragraphs[at]
        match = _SPEAKER.match(text, start)
        offers = match is not None and match["capitals"] is not None and text[start:end].rstrip()[-1].isalnum()
        if match is not None and not offers and find_dateline(text, start) is None:
            found[at] = match
    return found


def _speakers(labels: Sequence[re.Match[str]]) -> set[str]:
    """The surnames in labels that surely name who speaks."""
    again = Counter(map(_surname, labels))
    return {_surname(label) for label in labels if _may_speak(label, again[_surname(label)])}


def _surname(match: re.Match[str]) -> str:
    """The last word of the name in a label."""
    return _name(match).split()[-1].lower()


def _name(match: re.Match[str]) -> str:
    """The name in a label, without the office behind it."""
    return match[match.lastgroup or 0].split(",")[0]


def _may_speak(match: re.Match[str], times: int) -> bool:
    """Whether a label names somebody: a person by given name, title or office, an outlet, or a surname that recurs."""
    words = list(map(plain, _name(match).split()))
    if words[0] in _ADDRESSED:
        return False
    person = is_given(words[0].title()) or words[0] in NAMES.courtesy or is_person_noun(words[-1])
    if person and match["capitals"]:
        return True
    known = person or not FRAME.bylines["outlet_words"].isdisjoint(words)
    return times > 1 and (known or match["capitals"] is not None)


def _posts(text: str, paragraphs: Sequence[tuple[int, int]], labelled: Sequence[int]) -> dict[int, Turn]:
    """Posts, each with a line below that says by name and handle who wrote it."""
    found: dict[int, Turn] = {}
    for at in labelled:
        match = _SIGNED.match(text, paragraphs[at][0]) if at else None
        if match is not None:
            first = _first_line(text, paragraphs, at)
            for line in range(first, at):
                kind = TurnKind.POST if line == first else TurnKind.LINE
                found[line] = Turn(kind, match.span("name"), paragraphs[line][0])
            found[at] = Turn(TurnKind.SIGNATURE, None, match.end())
    return found


def _first_line(text: str, paragraphs: Sequence[tuple[int, int]], at: int) -> int:
    """The paragraph in which a post begins that is signed in another: its lines have no empty line between them."""
    first = at - 1
    apart = text[: paragraphs[at][0]].endswith("\n\n")
    while apart and first and at - first < _LINES and _goes_on(text, paragraphs[first][0]):
        first -= 1
    return first


def _goes_on(text: str, start: int) -> bool:
    """Whether a line goes on with the one right above it, which does not lead to it."""
    return text[start - 1] == "\n" and text[start - 2] not in "\n:"
