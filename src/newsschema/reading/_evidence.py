"""Evidence: whether a candidate is an attribution, by a few points that each have a reason.

The numbers are set by hand and round. A complement that fits the class of the cue counts most; then who speaks.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from newsschema.reading._chunks import Range
from newsschema.reading._cues import Cue, Form, Frame
from newsschema.reading._gazetteer import is_person_noun
from newsschema.reading._tokens import View
from newsschema.reading._words import WORDS

#: The complement is one in which verbs of this class attribute: "said that", "praised the plan".
FITS: Final = 3
#: The complement may be one: "said the plan", "the claim that".
MAY_FIT: Final = 1
#: Some other complement: "said to the left".
OTHER: Final = -3
#: Persons, bodies and papers say things ...
SPEAKER: Final = 1
#: ... other things rarely do, and "it is hard to" less.
NO_SPEAKER: Final = -1
#: "would say", "might say": most such sentences are no report.
SUPPOSED: Final = -2
#: "to say" names no act of saying by itself.
INFINITIVE: Final = -1
#: Marks in the complement.
MARKS: Final = 1
#: Points at which a candidate counts.
ENOUGH: Final = 2
#: A that-clause inside another's words is nearly always said: less evidence is asked for.
ENOUGH_NESTED: Final = ENOUGH - 1

#: The share of candidates with so many points that annotators of news took for attributions, on two halves alike.
CONFIDENCE: Final = {2: 0.55, 3: 0.75, 4: 0.85, 5: 0.95}
_SPEAKERS: Final = frozenset(
    {"name", "the name", "people", "role", "bodies", "papers", "he", "she", "they", "i", "we", "who"}
    | {"his", "her", "their", "my", "our"}
)
_KINDS: Final = {Form.NOUN: "noun", Form.EXISTENTIAL: "existential", Form.ADJECTIVE: "adjective"}
_PASSIVES: Final = frozenset({Form.PASSIVE, Form.PARTICIPLE})
_END: Final = re.compile("[,(]")
_PREPOSITION: Final = re.compile("[OI]")


@cache
def class_of(base: str) -> str:
    """The class of a verb, by the lists."""
    others = (("light", WORDS.light), ("raise", WORDS.raising), ("affect", WORDS.affecting))
    return next(
        (name for name, verbs in (*WORDS.classes.items(), *others) if base in verbs), "none" if base else "unlisted"
    )


@cache
def _fits() -> dict[tuple[str, str], int]:
    """The points of a class with a complement, where the lists have them together."""
    tables = ((WORDS.may_fit, MAY_FIT), (WORDS.fits, FITS))
    return {(kind, frame): points for table, points in tables for kind, frames in table.items() for frame in frames}


@lru_cache(maxsize=1 << 12)
def _fit(form: Form, base: str, frame: Frame) -> tuple[int, int]:
    kind = _KINDS.get(form) or class_of(base)
    return _fits().get((kind, f"passive.{frame}" if form in _PASSIVES else str(frame)), OTHER), _fits().get(
        (kind, "left"), OTHER
    )


def fit(cue: Cue) -> tuple[int, int]:
    """How well the complement of a cue, and how well words to its left, go with its class."""
    return _fit(cue.form, cue.base, cue.frame)


def mention_kind(view: View, mention: Range | None) -> str:
    """Sort a mention: a pronoun as it is, or name, people, role, bodies, papers, thing, none."""
    if mention is None:
        return "none"
    outer, lower, _ = view
    first, after = mention
    if after - first == 1 and (outer[first] in "WTRr" or lower[first] in WORDS.owners):
        return lower[first]
    comma = _END.search(outer, first, after)
    end = comma.start() if comma else after
    join = _PREPOSITION.search(outer, first + 1, end)
    head = (join.start() if join else end) - 1
    if outer[head] == "S" and head > first:
        head -= 1
    word = lower[head]
    for kind, listed in (("papers", WORDS.papers), ("bodies", WORDS.bodies), ("people", WORDS.people)):
        if word in listed:
            return kind
    if outer[head] == "#":
        return "people"  # "six in ten"
    if word in WORDS.governments:
        return "bodies"
    if outer[head] == "P":
        return "name" if outer[first] == "P" else "the name"
    return "role" if is_person_noun(word) else "thing"


def points(cue: Cue, view: View, mention: Range | None, content: list[Range], fits: int) -> int:
    """What speaks for a candidate, less what speaks against it; ``fits`` is how well the words go with the cue."""
    total = 0 if cue.form == Form.ING and fits == MAY_FIT else fits  # "adding a room" tells what one does
    total += SPEAKER if mention_kind(view, mention) in _SPEAKERS else NO_SPEAKER
    if not WORDS.modals.isdisjoint(view.lower[cue.first : cue.head]):
        total += SUPPOSED
    if cue.form == Form.INFINITIVE:
        total += INFINITIVE
    if any("[" in view.tags[first:after] for first, after in content):
        total += MARKS
    return total
