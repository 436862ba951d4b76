"""Names in noun phrases: which capitalised words are the name, and what "of" and "'s" join to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

import attrs

from newsschema.reading._gazetteer import (
    NAMES,
    NATIONS,
    STATES,
    Gender,
    is_given,
    is_listed_person,
    is_person_noun,
    is_plural,
    plain,
)
from newsschema.reading._naming import Name, Sort, find_name
from newsschema.reading._tags import TAGS, Tag
from newsschema.reading._tokens import Tokens
from newsschema.reading._words import known_tags

_LINK: Final = TAGS.pattern("<link|to>")
_FINITE: Final = TAGS["finite participle"]
_OPENS: Final = TAGS["end open colon dash semicolon"]
_COMMON: Final = TAGS["noun plural base base_or_noun third third_or_plural adjective ing participle past"]
#: Endings that no name has where a capital may come from the sentence: "Negotiations", "Additionally".
_NOUN_ENDINGS: Final = (
    *("ly", "tion", "tions", "sion", "sions", "ment", "ments", "ness"),
    *("ity", "ities", "ism", "ings", "ance", "ances"),
)
#: A name of several words.
_WHOLE: Final = TAGS.pattern("<name>{2,6}")
#: How many words the name of a body may have; and a name of a person, at most.
_LONG: Final = 10
_SHORT: Final = 2


class Found(NamedTuple):
    """A name and its tokens, from ``low`` to before ``high``."""

    name: Name
    low: int
    high: int


class NamePhrases:
    """Finds the names in the noun phrases of one text."""

    def __init__(self, tokens: Tokens, outer: str) -> None:
        self.tokens = tokens
        self.outer = outer
        self._surnames: set[str] | None = None
        self._written = frozenset(tokens.words)

    def named_from(self, first: int, after: int) -> Found | None:
        """The name in a run of capitalised words, with what "of", "for" or a possessive joins to it."""
        outer, words = self.outer, self.tokens.words
        opens = first == 0 or outer[first - 1] in _OPENS
        end = after
        if outer[after] in "S'" and outer[after + 1] == Tag.NAME:
            named = self._possessed(first, after, self._run(after + 1, len(words)))
            if named is not None:
                return named
        if (
            plain(words[after - 1]) in NAMES.bodies_of
            and outer[after] in "OI"
            and self.tokens.lower[after] in {"of", "for"}
        ):
            end = self._of_end(after, len(words))
            if end > after + 1:
                return self._body_of(first, after, end)
        if first > 1 and outer[first - 1] == Tag.OF and plain(words[first - 2]) in NAMES.offices:
            named = self._person_behind(first, after)
            if named is not None:
                return named
        if after < len(words) and words[after] == "&" and outer[after + 1] == Tag.NAME:
            end = self._run(first, len(words))
        if end - first == 1 and self.is_common(first, opens=opens):
            return None
        first = self.without_opening(first, end, opens=opens)
        name = self._named(words[first:end])
        return None if name is None else Found(name, first + name.first, end)

    def find(self, first: int, end: int) -> Found | None:
        """The name in a noun phrase, and where it stands."""
        outer = self.outer
        known = self._known_body(first, end)
        if known is not None:
            return known
        owner = self.owner(first, end)
        link = _LINK.search(outer, first + 1, end)
        if first < owner < end - 1 and (link is None or owner < link.start()):
            named = self._possessed(first, owner, end)
            if named is not None:
                return named
            return self._plain(owner + 1, end, opens=False)
        return self._plain(first, end, opens=first == 0 or outer[first - 1] in _OPENS)

    def _known_body(self, first: int, end: int) -> Found | None:
        """A body that a list has, of several words: "Lloyd's of London"."""
        first += self.outer[first] == Tag.DETERMINER and end - first > 1
        if end - first < 2 or plain(self.tokens.cut(first, end)) not in NAMES.known_bodies:  # noqa: PLR2004 - several
            return None
        parts = tuple(map(plain, self.tokens.words[first:end]))
        return Found(Name(0, end - first, Sort.BODY, Gender.UNKNOWN, parts), first, end)

    def _plain(self, first: int, end: int, *, opens: bool) -> Found | None:
        link = _LINK.search(self.outer, first + 1, end)
        if link is None:
            return self._last(first, end, opens=opens)
        join = link.start()
        word = plain(self.tokens.words[join - 1])
        capital = self.outer[join - 1] == Tag.NAME
        if capital and word in NAMES.bodies_of and self.tokens.lower[join] in {"of", "for", "on", "in"}:
            return self._body_of(first, join, end)
        if word in NAMES.offices or (not capital and (is_person_noun(word) or word in {"head", "secretary"})):
            return self._after_office(first, join, end, capital=capital)
        return self._last(first, join, opens=opens) if capital else None

    def _last(self, first: int, end: int, *, opens: bool) -> Found | None:
        """The name that ends a noun phrase, without the offices before it."""
        end -= self.outer[end - 1] == Tag.POSSESSIVE and not self._is_verbal(end)
        closing = self.outer[end - 1] == Tag.POSSESSIVE
        start = self.run_back(first, end - closing)
        if closing and not self._is_possessive_name(start, end):
            closing, end = False, end - 1
        if start == end - closing:
            return None
        if end - start == 1 and self.is_common(start, opens=opens and start == first):
            return None
        start = self.without_opening(start, end, opens=opens and start == first)
        name = self._named(self.tokens.words[start : end - closing])
        if name is None:
            return None
        joined = name.sort is Sort.BODY and name.first == 0 and self.outer[start - 1] == Tag.CONJUNCTION
        if joined and first == self.run_back(first, start - 1) < start - 1:
            parts = tuple(map(plain, self.tokens.words[first:end]))  # "Devon and Cornwall Police"
            return Found(attrs.evolve(name, last=end - first, parts=parts), first, end)
        if closing:
            named = attrs.evolve(name, sort=Sort.BODY, parts=(*name.parts, "'s"))
            return Found(named, start + name.first, end)
        return Found(name, start + name.first, end)

    def _possessed(self, first: int, owner: int, end: int) -> Found | None:
        """A body whose name has a possessive in it: "People's Daily", but not "Norway's Labour Party"."""
        start = first + (self.outer[first] == Tag.DETERMINER)
        rest = self._run(owner + 1, end)
        lead = self.tokens.words[start:owner]
        if self.outer[start:owner].strip("P") or not lead or rest == owner + 1 or rest < end:
            return None
        word = plain(lead[-1])
        people = word in NAMES.plurals or (is_plural(word) and is_listed_person(word))
        if " ".join(lead) in NATIONS or is_given(self.tokens.words[owner + 1]) or (len(lead) > 1 and not people):
            return None
        common = people or word in known_tags() or is_person_noun(word)
        tail = plain(self.tokens.words[owner + 1])
        if not common and tail not in NAMES.body_parts:
            return None
        parts = tuple(map(plain, self.tokens.words[start:rest]))
        return Found(Name(0, rest - start, Sort.BODY, Gender.UNKNOWN, parts), start, rest)

    def _is_possessive_name(self, start: int, end: int) -> bool:
        """Whether a possessive is the name of a body: "McDonald's"."""
        return plain("".join(self.tokens.words[start:end])) in NAMES.known_bodies

    def _is_verbal(self, at: int) -> bool:
        return self.outer[at] in _FINITE

    def _body_of(self, first: int, join: int, end: int) -> Found | None:
        """A body called "... of ...": "Department of Works", and a person named behind it."""
        start = self.run_back(first, join)
        after = self._of_end(join, end)
        if after == join + 1:
            return self._last(first, join, opens=False)
        named = self._person_behind(join + 1, end)
        if named is not None:
            return named
        words = self.tokens.words[start:after]
        low = tuple(map(plain, words))
        while start < join - 1 and plain(self.tokens.words[start]) in NAMES.offices | NAMES.trades:
            start += 1
        governs = low[join - 1 - start] in {"ministry", "department", "government"} and "police" not in low
        sort = Sort.GOVERNMENT if governs or low[0] in NAMES.governments else Sort.BODY
        return Found(Name(0, after - start, sort, Gender.UNKNOWN, low), start, after)

    def _of_end(self, join: int, end: int) -> int:
        """Where the name of a body ends whose "of" stands at a token: over capitalised words, "and", "of" and "the"."""
        outer, k = self.outer, join + 1
        while k < end:
            small = outer[k] in "COID" and self.tokens.lower[k] in {"of", "for", "the", "and", "&", "in", "on"}
            ahead = k + 1 + (outer[k + 1 : k + 2] == Tag.DETERMINER)
            if outer[k] == Tag.NAME or (small and ahead < end and outer[ahead] == Tag.NAME and k - join < _LONG):
                k += 1
            else:
                break
        return k

    def _after_office(self, first: int, join: int, end: int, *, capital: bool) -> Found | None:
        """A name behind an office with "of": "Minister of Fisheries Ines Okafor", "head of research Jo Lind"."""
        named = self._person_behind(join + 1, end)
        if named is not None or not capital:
            return named
        after = self._of_end(join, end)
        last = after - 1
        known = (
            after - join > _SHORT
            and self.outer[last] == Tag.NAME
            and after == end
            and self.is_surname(plain(self.tokens.words[last]))
        )
        if known:
            name = find_name((self.tokens.words[last],))
            return None if name is None else Found(attrs.evolve(name, sort=Sort.PERSON), last, after)
        start = self.run_back(first, join)
        before = find_name(self.tokens.words[start:join])
        return None if before is None else self._last(first, join, opens=False)

    def _person_behind(self, first: int, end: int) -> Found | None:
        """A given name and a surname that end what stands behind "of" or "for", and are not governed by it."""
        start = self.run_back(first, end)
        for k in range(max(start, first + 1), end - 1):
            word = self.tokens.words[k]
            before = self.outer[k - 1]
            if is_given(word) and before in "NKP" and plain(self.tokens.words[k - 1]) not in NAMES.courtesy:
                name = find_name(self.tokens.words[k:end])
                if name is not None and name.sort.is_person:
                    return Found(attrs.evolve(name, sort=Sort.PERSON), k + name.first, end)
        return None

    def _named(self, words: tuple[str, ...]) -> Name | None:
        """The name in capitalised words; an office alone is one where it is a surname in this text: "King"."""
        name = find_name(words)
        if name is not None or len(words) > 1:
            return name
        low = plain(words[0])
        return Name(0, 1, Sort.PERSON, Gender.UNKNOWN, (low,)) if self.is_surname(low) else None

    def without_opening(self, first: int, after: int, *, opens: bool) -> int:
        """Where a name begins behind a word that has its capital from the sentence: "Ask Ines Okafor"."""
        words = self.tokens.words
        if not opens or after - first <= 2 or is_given(words[first]) or not is_given(words[first + 1]):  # noqa: PLR2004
            return first
        return first + (plain(words[first]) in known_tags())

    def _run(self, first: int, end: int) -> int:
        """The end of a run of capitalised words, over "&"."""
        k = first
        while k < end and (
            self.outer[k] == Tag.NAME
            or (first < k < end - 1 and self.tokens.words[k] == "&" and self.outer[k + 1] == Tag.NAME)
        ):
            k += 1
        return k

    def run_back(self, first: int, end: int) -> int:
        """The start of a run of capitalised words that ends before a token, over "&"."""
        k = end
        while k > first and (
            self.outer[k - 1] == Tag.NAME
            or (first < k - 1 and k < end and self.tokens.words[k - 1] == "&" and self.outer[k - 2] == Tag.NAME)
        ):
            k -= 1
        return k

    def owner(self, first: int, end: int) -> int:
        """The last possessive ending in a noun phrase, or -1; an apostrophe alone may be one."""
        return max(self.outer.rfind(Tag.POSSESSIVE, first, end), self.outer.rfind(Tag.SINGLE, first + 1, end))

    def is_common(self, at: int, *, opens: bool) -> bool:
        """Whether a lone capitalised word is no name but a noun: "Shopkeepers" where a sentence starts, "Officials"."""
        word = self.tokens.words[at]
        low = plain(word)
        if low in NAMES.known_bodies or low in NAMES.government_names or word in STATES:
            return False
        if is_plural(low) and (is_listed_person(low) or low[:-1] in NAMES.parties or low == "tories"):
            return not self.is_surname(low)
        if not opens:
            return False
        if low in self._written and not is_given(word):
            return not self.is_surname(low)
        known = (
            known_tags().get(low)
            in TAGS["noun plural base base_or_noun third third_or_plural adjective ing participle past"]
        )
        listed = (
            known or low in NAMES.papers or low in NAMES.bodies or low in NAMES.groups or low.endswith(_NOUN_ENDINGS)
        )
        return (listed or (is_listed_person(low) and not is_given(word))) and not self.is_surname(low)

    def is_surname(self, low: str) -> bool:
        """Whether a word ends a person's name of several words somewhere in the text: "Ann Waters" for "Waters"."""
        if self._surnames is None:
            found = (
                (match.start(), find_name(self.tokens.words[slice(*match.span())])) for match in self._whole_names()
            )
            self._surnames = {
                name.surname
                for first, name in found
                if name is not None
                and len(name.parts) > 1
                and (name.sort is Sort.PERSON or not self._is_governed(first))
                and name.sort.is_person
            }
        return low in self._surnames

    def _whole_names(self) -> Iterator[re.Match[str]]:
        return _WHOLE.finditer(self.tokens.tags)

    def _is_governed(self, first: int) -> bool:
        """Whether "of" stands before capitalised words, which may then be part of an office or a body."""
        return first > 0 and self.tokens.tags[first - 1] == Tag.OF
