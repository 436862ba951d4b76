"""What is a noun by the words around it, though it looks like a verb or an adjective: rules of the revised tags."""

from __future__ import annotations

import re
from typing import Final

from newsschema.reading._lexicon.gazetteer import NAMES, is_person_noun
from newsschema.reading._lexicon.tags import TAGS, Tag
from newsschema.reading._lexicon.words import WORDS
from newsschema.reading._tagging.openings import takes_clause


def made_noun(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """Say is no noun, nor what is past and has an object: "who know his thinking say", "the flooring hurt her"."""
    word = lower[match.start()]
    past = word in WORDS.irregular.get(word, ()) and match.string[match.end()] in _OBJECTS
    return match[0] if past or word == "say" else Tag.NOUN


_OBJECTS: Final = TAGS["determiner object"]


def trade(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """What looks like a participle begins a trade: "managing director Ann Doe", "visiting guild master Ann Doe"."""
    i = match.start()
    two = match.string[i + 2] != Tag.NAME
    return Tag.NOUN if is_person_noun(lower[i + 1 + two]) and not takes_clause(lower[i]) else match[0]


def trade_of_second(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """Behind a rank, what looks like a participle begins a trade: "the assistant firing master Ann Doe"."""
    return trade(lower, match) if lower[match.start() - 1] in _RANKS else match[0]


_RANKS: Final = frozenset({"assistant", "associate", "chief", "deputy", "head", "junior", "senior"})


#: Nouns that are what somebody does where they have an object.
DEEDS: Final = frozenset(
    {"briefing", "building", "filing", "hearing", "listing", "meeting", "offering", "painting", "ruling"}
)


def old_saying(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """What one has, does or calls old ends with a noun in -ing: "an old saying in", but not "the old living in"."""
    return Tag.NOUN if lower[match.start() - 2] in _ONE else match[0]


_ONE: Final = frozenset({"a", "an"})


def one_of_several(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """What stands behind "a" and what looks like a plural is the noun: "a police report"."""
    return Tag.NOUN if lower[match.start() - 2] in _ONE else match[0]


def following(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """A noun behind "tracking" or the like is what does it."""
    i = match.start()
    return Tag.NOUN if lower[i + 1] in NAMES.bodies and not takes_clause(lower[i]) else match[0]


def periodical(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """A paper by how often it comes out, behind its name or before it; but not "meets Ann Doe daily"."""
    k = match.start()
    if lower[k] not in _PERIODICALS:
        return match[0]
    while match["named"] is not None and match.string[k - 1] == Tag.NAME:
        k -= 1
    owned = match["named"] is None or match.string[k - 1] in _OWNING
    return Tag.NOUN if owned else match[0]


_PERIODICALS: Final = frozenset({"daily", "weekly"})
_OWNING: Final = TAGS["determiner possessive"]


def channel(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """A number is part of the name of a station."""
    i = match.start()
    return Tag.NAME if lower[i - 1] in NAMES.stations and (len(lower[i]) <= _DIGITS or lower[i].isalpha()) else match[0]


#: How many digits the number of a station has.
_DIGITS: Final = 2
