"""Capitalised words that are no names but nouns: alone, as what opens a sentence, or as people of a sort."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Final, NamedTuple

from newsschema.reading._lexicon.gazetteer import (
    NAMES,
    STATES,
    STATES_IN_LOWER_CASE,
    is_given,
    is_listed_person,
    is_plural,
    plain,
    singular,
)
from newsschema.reading._lexicon.tags import TAGS
from newsschema.reading._lexicon.words import known_tags
from newsschema.reading._tagging.naming import Sort, find_name
from newsschema.reading._tagging.tokens import Tokens

_COMMON: Final = TAGS["noun plural base base_or_noun third third_or_plural adjective ing participle past"]
_FIELD: Final = TAGS.pattern("<of> <determiner|number>")
#: Endings that no name has where a capital may come from the sentence: "Negotiations".
_NOUN_ENDINGS: Final = (
    *("tion", "tions", "sion", "sions", "ment", "ments", "ness"),
    *("ity", "ities", "ism", "ings", "ance", "ances"),
)
_GOVERNING: Final = frozenset({"for", "of"})
#: A name of several words.
_WHOLE: Final = TAGS.pattern("<name>{2,6}")


class _Seen(NamedTuple):
    """Given names, surnames, and origins with which the names of bodies begin: "American" of "American Airlines"."""

    given: set[str]
    surnames: set[str]
    openings: set[str]


class LoneWords:
    """Tells the names among the capitalised words of one text that stand alone."""

    def __init__(self, tokens: Tokens, outer: str) -> None:
        self.tokens = tokens
        self.outer = outer
        #: Words that were asked for, within a sentence and at its start: whether they are no names.
        self._common: tuple[dict[str, bool], dict[str, bool]] = ({}, {})

    def is_common(self, at: int, *, opens: bool) -> bool:
        """Whether a lone capitalised word is no name but a noun: "Shopkeepers" where a sentence starts, "Officials"."""
        if opens and self._has_field(at):
            return True
        word = self.tokens.words[at]
        known = self._common[opens]
        if word not in known:
            known[word] = self._means_kind(word, opens=opens)
        return known[word]

    def _has_field(self, at: int) -> bool:
        """Whether the first word of a sentence is a plural with "of" behind it, and no body: "Keepers of the kiln"."""
        low = plain(self.tokens.words[at])
        named = is_given(low) or self.is_known(self.tokens.words[at], low) or low in NAMES.bodies_of
        return is_plural(low) and not named and _FIELD.match(self.outer, at + 1) is not None

    def _means_kind(self, word: str, *, opens: bool) -> bool:
        """Whether a capitalised word is a noun where it stands alone, within a sentence or at its start."""
        low = plain(word)
        if self.is_known(word, low):
            return False
        if is_plural(low) and (is_listed_person(low) or singular(low) in NAMES.parties | NAMES.origins):
            return True
        if not opens:
            return False
        return _is_noun(low) or (self._is_seen(low) and not is_given(word))

    def _is_seen(self, low: str) -> bool:
        """Whether a word stands elsewhere in the text without a capital, or is a noun for a person by a list."""
        return low in self._written or is_listed_person(low)

    @cached_property
    def _written(self) -> frozenset[str]:
        return frozenset(self.tokens.words)

    def is_known(self, word: str, low: str) -> bool:
        """Whether a word alone is a name by a list, or by a whole name in the text."""
        listed = low in NAMES.known_bodies or low in NAMES.government_names or word in STATES
        return listed or low.startswith("@") or self.is_surname(low) or self.opens_body(low)

    def opens_body(self, low: str) -> bool:
        """Whether the name of a body in the text begins with an origin: "American Airlines"."""
        return low in self._seen.openings

    def is_surname(self, low: str) -> bool:
        """Whether a word ends a person's name of several words somewhere in the text: "Ann Waters" for "Waters"."""
        return low in self._seen.surnames

    def is_first_name(self, low: str) -> bool:
        """Whether a word begins a person's name of several words somewhere in the text."""
        return low in self._seen.given

    @cached_property
    def _seen(self) -> _Seen:
        """What the whole names of the text tell of a word alone."""
        seen = _Seen(set(), set(), set())
        for match in _WHOLE.finditer(self.tokens.tags):
            first, after = match.span()
            name = find_name(self.tokens.words[first:after])
            if name is None or len(name.parts) == 1:
                continue
            governed = first > 0 and self.tokens.lower[first - 1] in _GOVERNING  # it may be part of an office or a body
            if name.sort is Sort.PERSON or (name.sort.is_person and not governed):
                seen.surnames.add(name.surname)
                seen.given.add(name.parts[0])
            elif name.sort is Sort.BODY and name.parts[0] in NAMES.origins:
                seen.openings.add(name.parts[0])
        return seen


def _is_noun(low: str) -> bool:
    """Whether a word that opens a sentence is a noun or an adverb by a list or by its ending."""
    lists = (NAMES.papers, NAMES.bodies, NAMES.groups, NAMES.counting)
    shaped = low.endswith(_NOUN_ENDINGS) and not is_given(low.title())  # "Sally" is a name
    several = is_plural(low) and singular(low) in NAMES.bodies  # "Airlines"
    return shaped or several or known_tags().get(low) in _COMMON or any(low in words for words in lists)


def are_people(words: tuple[str, ...]) -> bool:
    """Whether several capitalised words are some of a party or a people: "House Democrats", "New Yorkers"."""
    *before, last = map(plain, words)
    if not before or last not in NAMES.people:
        return False
    return " ".join(before) in _PARTS or NAMES.of_people.issuperset(before)


#: Places that are no nations, whose parties have names: "Texas Republicans", but "the Sweden Democrats".
_PARTS: Final = NAMES.places - STATES_IN_LOWER_CASE


def is_word(low: str) -> bool:
    """Whether what opens a sentence is a word by the lexicon or by its shape: "Urging", "Unbeaten", "Unseeded"."""
    known = low in known_tags() or (low.endswith("ing") and low.removesuffix("ing") in known_tags())
    return known or _WITHOUT.fullmatch(low) is not None


#: What somebody is not: "unseeded", "unbeaten".
_WITHOUT: Final = re.compile(r"un\w{3,}(?:ed|en)")
