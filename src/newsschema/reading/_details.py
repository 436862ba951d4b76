"""Details of an attribution: to whom, where and when it was said; whether it was; edits inside the marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from newsschema._model.enums import EditKind, Medium, Polarity
from newsschema.reading._cues import Cue
from newsschema.reading._phrases import Range, np_right, when
from newsschema.reading._tokens import View
from newsschema.reading._words import WORDS

_EDIT: Final = re.compile(r"\[[^\[\]]{1,200}\]|\([^()]{1,200}\)|\.(?: ?\.){2,20}|…")
#: Before words in round brackets that the sentence needs: "at (the southern) entrances".
_GOVERNED: Final = re.compile(r"\b(?:at|in|on|of|to|by|for|from|with|the|a|an|is|are|was|were|and|or|that)\s$")
_CLAUSE_STOP: Final = re.compile(r"[\[\].;:\n]")
_VERB: Final = re.compile("[XVvzE]")
_MEDIA: Final = (
    (WORDS.writing, Medium.WRITING),
    (WORDS.thinking, Medium.THOUGHT),
    (WORDS.speaking, Medium.SPEECH),
)
#: How many tokens around a cue are looked at.
_REACH: Final = 60


class Details(NamedTuple):
    """Positions are indices of tokens."""

    addressee: Range | None = None
    setting: Range | None = None
    time: Range | None = None


def details(view: View, cue: Cue, mention: Range | None, low: int, body: int) -> Details:
    """Read addressee, setting and time from the clause around a cue: what leads to it and what follows it."""
    tags, after = view.tags, cue.after
    stop = _CLAUSE_STOP.search(tags, after, after + _REACH)
    high = min(stop.start() if stop else after + _REACH, body if body > after else len(tags))
    addressee = cue.addressee
    if addressee is None and cue.base == "tell" and (end := np_right(tags, after, attached=False)) > after:
        addressee = after, end
    times, settings = _phrases(view, addressee[1] if addressee else after, high)
    lead = tags[low : mention[0]] if mention is not None and mention[1] <= cue.first else ""
    if mention is not None and 0 < len(lead) <= _REACH and not _VERB.search(lead):
        before = _phrases(view, low, mention[0])
        times, settings = times + before[0], settings + before[1]
    setting = settings[0] if settings else None
    if addressee is None and setting is not None:
        at = next((k for k in range(*setting) if view.lower[k] in {"with", "to"} and k + 1 < setting[1]), None)
        addressee = (at + 1, setting[1]) if at is not None else None
    return Details(addressee, setting, times[0] if times else None)


def _phrases(view: View, k: int, high: int) -> tuple[list[Range], list[Range]]:
    """The expressions of time and those of occasion between two tokens."""
    times: list[Range] = []
    settings: list[Range] = []
    tags, lower, _ = view
    prepositions = WORDS.occasion_prepositions
    while k < high and tags[k] not in "VvzTW[":
        later = when(tags, lower, k)
        if k < later <= high and (tags[k] != "B" or "M" in tags[k:later]):
            times.append((k, later))
            k = later
        elif lower[k] in prepositions:
            end = np_right(tags, k + 1, attached=False)
            if end <= high and not WORDS.occasions.isdisjoint(lower[k + 1 : end]):
                while lower[end] in {"with", "to", "of"} and end < np_right(tags, end + 1, attached=False) - 1 < high:
                    end = np_right(tags, end + 1, attached=False)
                settings.append((k, end))
            k = max(end, k + 1)
        else:
            k += 1
    return times, settings


def polarity(view: View, cue: Cue, mention: Range | None) -> Polarity:
    """Whether the words are said to have been said, or denied, or only supposed."""
    helpers = view.lower[cue.first : cue.head]
    if not WORDS.negations.isdisjoint(helpers) or cue.base in WORDS.denying:
        return Polarity.DENIED
    if not WORDS.suppositions.isdisjoint(helpers) or (cue.form == "g" and mention is None):
        return Polarity.HYPOTHETICAL
    return Polarity.AFFIRMED


@cache
def medium(base: str) -> Medium:
    """Spoken, written or thought, where the cue says so."""
    return next((medium_ for verbs, medium_ in _MEDIA if base in verbs), Medium.UNKNOWN)


def edits(text: str, start: int, end: int) -> Iterator[tuple[int, int, EditKind]]:
    """Yield what an editor put into the words between two code points, or took out."""
    for match in _EDIT.finditer(text, start, end):
        inner = match[0][1:-1].strip().lower()
        if match[0][0] in ".…" or inner in {"...", "…", ". . ."}:
            kind = EditKind.ELLIPSIS
        elif inner == "sic":
            kind = EditKind.SIC
        elif match[0][0] == "[" or _GOVERNED.search(text, max(start, match.start() - 8), match.start()):
            kind = EditKind.INSERTION
        else:
            kind = EditKind.GLOSS
        yield match.start(), match.end(), kind
