"""Details of an attribution: to whom, where and when it was said; whether it was; edits inside the marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import attrs

from newsschema._enums import EditKind, Medium, Polarity
from newsschema.reading._cues import Cue
from newsschema.reading._gazetteer import OCCASIONS
from newsschema.reading._phrases import np_right, when
from newsschema.reading._tokens import Tokens

Range = tuple[int, int]

_EDIT: Final = re.compile(r"\[[^\[\]]{1,200}\]|\([^()]{1,200}\)|(?:\. ?){2,}\.|…")
_PREPOSITIONS: Final = frozenset("in at on during via over after before by from through aboard".split())
_MODALS: Final = frozenset("would could might may should 'd ’d".split())
_NEGATIVE: Final = frozenset("not 't ’t n't never neither".split())
_DENYING: Final = frozenset("deny decline refuse dispute refute rebut".split())
_WRITING: Final = frozenset("write tweet retweet post blog email text publish sign".split())
_THINKING: Final = frozenset(
    "think believe hope fear want wish expect know feel doubt worry consider suspect assume suppose wonder hate love like prefer regret "
    "plan intend see view regard imagine understand realize realise".split()
)
_SPEAKING: Final = frozenset(
    "say tell ask add shout yell whisper chant quip joke speak talk answer reply testify exclaim murmur mutter".split()
)


@attrs.frozen
class Details:
    """Positions are indices of tokens."""

    addressee: Range | None = None
    setting: Range | None = None
    time: Range | None = None


def details(tokens: Tokens, outer: str, cue: Cue, mention: Range | None, low: int, body: int) -> Details:
    """Read addressee, setting and time from the clause around a cue: what leads to it and what follows it."""
    stop = re.compile(r"[\[\].;:\n]").search(outer, cue.after)
    high = min(stop.start() if stop else len(outer), body if body > cue.after else len(outer))
    addressee, setting, time = cue.addressee, None, None
    k = cue.after if addressee is None else addressee[1]
    if addressee is None and cue.base == "tell" and (end := np_right(outer, k, attached=False)) > k:
        addressee, k = (k, end), end
    for first, after, kind in _phrases(tokens, outer, k, high):
        if kind == "time":
            time = time or (first, after)
        else:
            setting = setting or (first, after)
    lead = outer[low : mention[0]] if mention is not None and mention[1] <= cue.first else ""
    if mention is not None and lead and not re.search("[XVvzE]", lead):
        for first, after, kind in _phrases(tokens, outer, low, mention[0]):
            if kind == "time":
                time = time or (first, after)
            else:
                setting = setting or (first, after)
    if addressee is None and setting is not None:
        for j in range(setting[0], setting[1] - 1):
            if tokens.lower[j] in {"with", "to"}:
                addressee = (j + 1, setting[1])
    return Details(addressee, setting, time)


def _phrases(tokens: Tokens, outer: str, k: int, high: int) -> Iterator[tuple[int, int, str]]:
    """Yield the expressions of time and of occasion between two tokens."""
    lower = tokens.lower
    while k < high:
        later = when(outer, lower, k)
        if k < later <= high and (outer[k] in "MDA" or "M" in outer[k:later]):
            yield k, later, "time"
            k = later
        elif lower[k] in _PREPOSITIONS or (lower[k] == "to" and outer[k] == "t"):
            end = np_right(outer, k + 1, attached=False)
            if k + 1 < end <= high and not OCCASIONS.isdisjoint(lower[k + 1 : end]):
                while end < high and lower[end] in {"with", "to", "of"} and np_right(outer, end + 1, attached=False) > end + 1:
                    end = np_right(outer, end + 1, attached=False)
                yield k, min(end, high), "setting"
            k = max(end, k + 1)
        elif outer[k] in "VvzTW[":
            return
        else:
            k += 1


def polarity(tokens: Tokens, cue: Cue, mention: Range | None) -> Polarity:
    """Whether the words are said to have been said, or denied, or only supposed."""
    helpers = tokens.lower[cue.first : cue.head]
    if not _NEGATIVE.isdisjoint(helpers) or cue.base in _DENYING:
        return Polarity.DENIED
    if not _MODALS.isdisjoint(helpers) or (cue.form == "g" and mention is None):
        return Polarity.HYPOTHETICAL
    return Polarity.AFFIRMED


def medium(base: str) -> Medium:
    """Spoken, written or thought, where the cue says so."""
    if base in _WRITING:
        return Medium.WRITING
    if base in _THINKING:
        return Medium.THOUGHT
    return Medium.SPEECH if base in _SPEAKING else Medium.UNKNOWN


def edits(text: str, start: int, end: int) -> Iterator[tuple[int, int, EditKind]]:
    """Yield what an editor put into the words between two code points."""
    for match in _EDIT.finditer(text, start, end):
        words = match.group()
        inner = words[1:-1].strip().lower()
        if words[0] in ".…" or inner in {"...", "…", ". . ."}:
            kind = EditKind.ELLIPSIS
        elif inner == "sic":
            kind = EditKind.SIC
        elif words[0] == "[" or _GOVERNED.search(text, max(start, match.start() - 8), match.start()):
            kind = EditKind.INSERTION
        else:
            kind = EditKind.GLOSS
        yield match.start(), match.end(), kind


#: Before words in round brackets that the sentence needs: "at (the southern) entrances".
_GOVERNED: Final = re.compile(r"\b(?:at|in|on|of|to|by|for|from|with|the|a|an|is|are|was|were|and|or|that)\s$")
