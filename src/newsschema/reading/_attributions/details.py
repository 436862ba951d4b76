"""Details of an attribution: to whom, where and when it was said, and by which medium."""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

from newsschema._model.enums import Medium
from newsschema.reading._cues.cue import Cue
from newsschema.reading._lexicon.words import WORDS
from newsschema.reading._syntax.behind_verbs import phrase_end
from newsschema.reading._syntax.chunks import KINDS, Kind, Range, Sentence

_PREDICATE: Final = KINDS.pattern("<predicate>")
_STOPS: Final = KINDS["predicate relative that marked stop semicolon colon newline"]
_MEDIA: Final = (
    (WORDS.writing, Medium.WRITING),
    (WORDS.thinking, Medium.THOUGHT),
    (WORDS.speaking, Medium.SPEECH),
)


class Details(NamedTuple):
    """Positions are indices of tokens."""

    addressee: Range | None = None
    setting: Range | None = None
    time: Range | None = None


def details(sentence: Sentence, cue: Cue, mention: Range | None, low: int, body: int) -> Details:
    """Read addressee, setting and time from the clause around a cue: what leads to it and what follows it."""
    s = sentence
    k = s.at(cue.after)
    high = s.at(body) if body > cue.after else s.size
    addressee = cue.addressee
    if addressee is None and cue.base == "tell":
        addressee = _person_at(s, k)
    times, settings = _phrases(s, s.at(addressee[1]) if addressee else k, high)
    if mention is not None and low < mention[0] and mention[1] <= cue.first:
        first, after = s.at(low), s.at(mention[0])
        if not _PREDICATE.search(s.kinds, first, after):
            before = _phrases(s, first, after)
            times, settings = times + before[0], settings + before[1]
    setting = settings[0] if settings else None
    if addressee is None and setting is not None:
        addressee = _met(s, *setting)
    return Details(addressee, setting, times[0] if times else None)


def _person_at(s: Sentence, k: int) -> Range | None:
    """The noun phrase that begins with a chunk."""
    end = phrase_end(s, k, attached=False)
    return s.tokens(k, end) if end > k else None


def _met(s: Sentence, first: int, after: int) -> Range | None:
    """With whom an occasion is: "in an interview with the BBC", "in a letter to MPs"."""
    at = next((i for i in range(first, after - 1) if s.lower[i] in {"with", "to"}), None)
    return None if at is None else (at + 1, after)


def _phrases(s: Sentence, k: int, high: int) -> tuple[list[Range], list[Range]]:
    """The expressions of time and those of occasion between two chunks."""
    times: list[Range] = []
    settings: list[Range] = []
    while k < high and s.kinds[k] not in _STOPS:
        after = k + 1
        if s.kinds[k] == Kind.TIME:
            times.append(s.tokens(k, after))
        elif s.word(k) in WORDS.occasion_prepositions:
            after = max(after, phrase_end(s, k + 1, attached=False))
            if not WORDS.occasions.isdisjoint(s.lower[s.firsts[k] : s.firsts[after]]):
                while (
                    s.word(after) in {"with", "to", "of"}
                    and (end := phrase_end(s, after + 1, attached=False)) > after + 1
                ):
                    after = end
                settings.append(s.tokens(k, after))
        k = after
    return times, settings


@cache
def medium(base: str) -> Medium:
    """Spoken, written or thought, where the cue says so."""
    return next((medium_ for verbs, medium_ in _MEDIA if base in verbs), Medium.UNKNOWN)
