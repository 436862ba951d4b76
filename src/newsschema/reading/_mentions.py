"""What the words of one mention say: name, role and body, the kind of source, and how far it is named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import attrs

from newsschema._model.enums import Anonymity, SourceKind
from newsschema.reading._chunks import Range
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
    singular,
)
from newsschema.reading._naming import Name, Sort, find_name
from newsschema.reading._tags import TAGS, Tag
from newsschema.reading._tokens import Tokens
from newsschema.reading._words import known_tags

#: What ends the noun phrase by which somebody is called: an apposition, a bracket or a relative clause follows.
_BREAK: Final = TAGS.pattern("<comma|open_bracket|dash|relative|that|open|close>")
_LINK: Final = TAGS.pattern("<link|to>")
_FINITE: Final = TAGS["finite participle"]
#: Between a name and what is said of it behind a comma.
_AGE: Final = TAGS.pattern("<number> (?:<adjective|noun>)? <comma> (?=<nominal>)")
_NAME_BEHIND: Final = TAGS.pattern("<name> | <noun>{1,3} <name>+ $")
#: Several who are named one by one.
_ONE: Final = "<determiner>? <adjective|noun|plural|name>* <name>"
_PERSON: Final = TAGS.pattern(_ONE)
_SEVERAL: Final = TAGS.pattern(f"{_ONE} (?: <comma> {_ONE} )* <comma>? <conjunction> {_ONE} <comma>?")
_LIST: Final = TAGS.pattern("(?: <comma> <nominal|of>{1,6} )* <comma>? <conjunction> <nominal|of>{1,6} $")
_OPENS: Final = TAGS["end open colon dash"] | {Tag.SEMICOLON}
_ARTICLE: Final = re.compile(
    r"^(?:a|an|the|both|either|neither|one|another|his|her|their|its|our|my)\b\s*", re.IGNORECASE
)
_CIRCLES: Final = frozenset(["police", "staff"])
#: Endings that no name has where a capital may come from the sentence: "Negotiations", "Additionally".
_NOUN_ENDINGS: Final = (
    "ly",
    "tion",
    "tions",
    "sion",
    "sions",
    "ment",
    "ments",
    "ness",
    "ity",
    "ities",
    "ism",
    "ings",
    "ance",
    "ances",
)
#: Behind a subject and before its verb.
_LATE: Final = frozenset({"both", "each", "first", "here", "last", "there"})
_ROLE_SPLIT: Final = re.compile(r"\b(?:of|at|for|in|to|with|on|from|by)\b")


@attrs.frozen
class Reading:
    """What the words of one mention say; ``place`` is where the name stands, in tokens."""

    words: str
    kind: SourceKind
    anonymity: Anonymity
    head: str
    name: Name | None = None
    called: str | None = None
    place: Range | None = None
    plural: bool = False
    definite: bool = False
    role: str | None = None
    affiliation: str | None = None
    gender: Gender = Gender.UNKNOWN

    def heads(self) -> Iterator[str]:
        """The nouns by which a later "the ..." may take the source up."""
        yield self.head
        for part in (self.role or "").lower().split(","):
            for word in _ROLE_SPLIT.split(part)[0].split()[-1:]:
                yield NAMES.abbreviations.get(plain(word), word)


class MentionReader:
    """Reads the mentions of one text."""

    def __init__(self, tokens: Tokens, outer: str) -> None:
        self.tokens = tokens
        self.outer = outer
        self._surnames: set[str] | None = None

    # --- one mention

    def read(self, first: int, after: int) -> Reading:
        """Take the words of a mention apart."""
        tokens, outer = self.tokens, self.outer
        while after > first + 1 and (outer[after - 1] in ",-.:(B" or tokens.lower[after - 1] in _LATE):
            after -= 1
        if outer[after - 1] == Tag.POSSESSIVE and after > first + 1 and outer[after] not in _FINITE:
            after -= 1  # "Doe's claim", but "McDonald's said"
        stop = _BREAK.search(outer, first + 1, after)
        end = stop.start() if stop else after
        name = self._known_body(first, end) or self._name(first, end)
        if name is None and stop is not None:
            behind = self._name_behind(first, end, stop.end(), after)
            if behind is not None:
                return behind
        if name is None:
            listed = stop is not None and _LIST.match(outer, end, after) is not None
            return self._described(first, after if listed else end)
        found, low, high = name
        called = tokens.cut(low, high)
        owner = self._owner(first, low)
        role = _ARTICLE.sub("", tokens.cut(max(first, owner + 1), low)) if low > max(first, owner + 1) else ""
        if plain(role) in NAMES.courtesy:
            role = ""
        affiliation = _ARTICLE.sub("", tokens.cut(first, owner)) if first < owner else None
        sort = self._sort(found, first, low, high)
        office = self._office(stop.end(), after) if stop is not None and stop[0] == Tag.COMMA else None
        if office is not None:
            role = _ARTICLE.sub("", tokens.cut(*office)) or role
            sort = self._sort_described(sort, office)
        elif stop is not None and stop[0] == Tag.COMMA and outer[stop.end()] == Tag.NUMBER:
            sort = Sort.PERSON
        if affiliation is None and high < end and outer[high] in "OI":
            affiliation = _ARTICLE.sub("", tokens.cut(high + 1, end)) if high + 1 < end else None
        gender = self._gender(first, after)
        return Reading(
            tokens.cut(first, after),
            _KIND[sort],
            Anonymity.NAMED,
            tokens.lower[high - 1],
            attrs.evolve(found, sort=sort),
            called,
            (low, high),
            definite=tokens.lower[first] in NAMES.definite,
            role=role or None,
            affiliation=affiliation or None,
            gender=found.gender if found.gender is not Gender.UNKNOWN else gender,
        )

    def _gender(self, first: int, after: int) -> Gender:
        """Whether the words of a mention say that it is a man or a woman: "a spokeswoman", "Mr Doe"."""
        stop = _LINK.search(self.outer, first, after)
        said = {word.rstrip(".") for word in self.tokens.lower[first : stop.start() if stop else after]}
        if not NAMES.female.isdisjoint(said):
            return Gender.WOMAN
        return Gender.UNKNOWN if NAMES.male.isdisjoint(said) else Gender.MAN

    def _name_behind(self, first: int, end: int, behind: int, after: int) -> Reading | None:
        """A name behind its description: "the commander of the fleet, Ivan Petrov"."""
        outer = self.outer
        if outer[behind - 1] not in ",-" or not _NAME_BEHIND.match(outer, behind, after):
            return None
        stop = _BREAK.search(outer, behind, after)
        found = self._name(behind, stop.start() if stop else after)
        described = self._described(first, end)
        sure = described.definite or described.kind is SourceKind.PERSON or self._owner(first, end) > first
        if found is None or not sure or described.plural:
            return None
        name, low, high = found
        sort = name.sort
        if described.kind is SourceKind.PERSON:
            sort = Sort.PERSON
        elif described.kind is SourceKind.ORGANISATION and sort is not Sort.PERSON:
            sort = Sort.BODY
        owner = self._owner(first, end)
        link = _LINK.search(outer, first, end)
        owned = owner > first and (link is None or owner < link.start())
        return Reading(
            self.tokens.cut(first, after),
            _KIND[sort],
            Anonymity.NAMED,
            described.head,
            attrs.evolve(name, sort=sort),
            self.tokens.cut(low, high),
            (low, high),
            definite=True,
            role=_ARTICLE.sub("", self.tokens.cut(owner + 1, end) if owned else described.role or "") or None,
            affiliation=_ARTICLE.sub("", self.tokens.cut(first, owner)) if owned else described.affiliation,
            gender=name.gender if name.gender is not Gender.UNKNOWN else self._gender(first, end),
        )

    def _office(self, first: int, after: int) -> Range | None:
        """The description behind a name and a comma, without an age before it and a clause after it."""
        age = _AGE.match(self.outer, first, after)
        first = age.end() if age else first
        if first >= after or self.outer[first] not in "DNAK":
            return None
        end = _BREAK.search(self.outer, first + 1, after)
        return first, end.start() if end else after

    def _sort(self, name: Name, first: int, low: int, high: int) -> Sort:
        """What a name stands for, by the words before it: "the militant group Dawn", "baker Bo Roe", "the Pentagon"."""
        outer, lower = self.outer, self.tokens.lower
        if name.sort is Sort.PERSON or name.sort.is_body:
            return name.sort
        before = plain(lower[low - 1]) if low > first and outer[low - 1] in "NKP" else ""
        if before in NAMES.bodies and not is_person_noun(before):
            return Sort.BODY
        if before and (is_person_noun(before) or before in NAMES.offices):
            return Sort.PERSON
        if low > first and outer[low - 1] == Tag.DETERMINER and high - low <= 2 and name.sort is not Sort.LIKELY_PERSON:  # noqa: PLR2004
            return Sort.BODY if name.sort is not Sort.NATION else name.sort
        return name.sort

    def _sort_described(self, sort: Sort, office: Range) -> Sort:
        """What a name stands for, by the description behind it: "Xinhua, the state news agency"."""
        head = self._head(*office)
        if sort is Sort.PERSON:
            return sort
        if is_person_noun(head):
            return Sort.PERSON
        return Sort.BODY if head in NAMES.bodies else sort

    # --- names in noun phrases

    def _owner(self, first: int, end: int) -> int:
        """The last possessive ending in a noun phrase, or -1; an apostrophe alone may be one."""
        return max(self.outer.rfind(Tag.POSSESSIVE, first, end), self.outer.rfind(Tag.SINGLE, first + 1, end))

    def _name(self, first: int, end: int) -> tuple[Name, int, int] | None:
        """The name in a noun phrase, and where it stands."""
        outer = self.outer
        owner = self._owner(first, end)
        link = _LINK.search(outer, first + 1, end)
        if first < owner < end - 1 and (link is None or owner < link.start()):
            named = self._possessed(first, owner, end)
            if named is not None:
                return named
            return self._plain_name(owner + 1, end, opens=False)
        return self._plain_name(first, end, opens=first == 0 or outer[first - 1] in _OPENS)

    def named_from(self, first: int, after: int) -> tuple[Name, int, int] | None:
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
        return None if name is None else (name, first + name.first, end)

    def without_opening(self, first: int, after: int, *, opens: bool) -> int:
        """Where a name begins behind a word that has its capital from the sentence: "Ask Ines Okafor"."""
        words = self.tokens.words
        if not opens or after - first <= 2 or is_given(words[first]) or not is_given(words[first + 1]):  # noqa: PLR2004
            return first
        return first + (plain(words[first]) in known_tags())

    def _named(self, words: tuple[str, ...]) -> Name | None:
        """The name in capitalised words; an office alone is one where it is a surname in this text: "King"."""
        name = find_name(words)
        if name is not None or len(words) > 1:
            return name
        low = plain(words[0])
        return Name(0, 1, Sort.PERSON, Gender.UNKNOWN, (low,)) if self._is_whole(low) else None

    def _known_body(self, first: int, end: int) -> tuple[Name, int, int] | None:
        """A body that a list has, of several words: "Lloyd's of London"."""
        first += self.outer[first] == Tag.DETERMINER and end - first > 1
        if end - first < 2 or plain(self.tokens.cut(first, end)) not in NAMES.known_bodies:  # noqa: PLR2004 - several
            return None
        parts = tuple(map(plain, self.tokens.words[first:end]))
        return Name(0, end - first, Sort.BODY, Gender.UNKNOWN, parts), first, end

    def _possessed(self, first: int, owner: int, end: int) -> tuple[Name, int, int] | None:
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
        return Name(0, rest - start, Sort.BODY, Gender.UNKNOWN, parts), start, rest

    def _run(self, first: int, end: int) -> int:
        """The end of a run of capitalised words, over "&"."""
        k = first
        while k < end and (
            self.outer[k] == Tag.NAME
            or (first < k < end - 1 and self.tokens.words[k] == "&" and self.outer[k + 1] == Tag.NAME)
        ):
            k += 1
        return k

    def _run_back(self, first: int, end: int) -> int:
        """The start of a run of capitalised words that ends before a token, over "&"."""
        k = end
        while k > first and (
            self.outer[k - 1] == Tag.NAME
            or (first < k - 1 and k < end and self.tokens.words[k - 1] == "&" and self.outer[k - 2] == Tag.NAME)
        ):
            k -= 1
        return k

    def _plain_name(self, first: int, end: int, *, opens: bool) -> tuple[Name, int, int] | None:
        link = _LINK.search(self.outer, first + 1, end)
        if link is None:
            return self._last_name(first, end, opens=opens)
        join = link.start()
        word = plain(self.tokens.words[join - 1])
        capital = self.outer[join - 1] == Tag.NAME
        if capital and word in NAMES.bodies_of and self.tokens.lower[join] in {"of", "for", "on", "in"}:
            return self._body_of(first, join, end)
        if word in NAMES.offices or (not capital and (is_person_noun(word) or word in {"head", "secretary"})):
            return self._after_office(first, join, end, capital=capital)
        return self._last_name(first, join, opens=opens) if capital else None

    def _last_name(self, first: int, end: int, *, opens: bool) -> tuple[Name, int, int] | None:
        """The name that ends a noun phrase, without the offices before it."""
        end -= self.outer[end - 1] == Tag.POSSESSIVE and not self._is_verbal(end)
        closing = self.outer[end - 1] == Tag.POSSESSIVE
        start = self._run_back(first, end - closing)
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
        if joined and first == self._run_back(first, start - 1) < start - 1:
            parts = tuple(map(plain, self.tokens.words[first:end]))  # "Devon and Cornwall Police"
            return attrs.evolve(name, last=end - first, parts=parts), first, end
        if closing:
            return attrs.evolve(name, sort=Sort.BODY, parts=(*name.parts, "'s")), start + name.first, end
        return name, start + name.first, end

    def _is_possessive_name(self, start: int, end: int) -> bool:
        """Whether a possessive is the name of a body: "McDonald's"."""
        return plain("".join(self.tokens.words[start:end])) in NAMES.known_bodies

    def _is_verbal(self, at: int) -> bool:
        return self.outer[at] in _FINITE

    def is_common(self, at: int, *, opens: bool) -> bool:
        """Whether a lone capitalised word is no name but a noun: "Shopkeepers" where a sentence starts, "Officials"."""
        word = self.tokens.words[at]
        low = plain(word)
        if low in NAMES.known_bodies or low in NAMES.government_names or word in STATES:
            return False
        if is_plural(low) and (is_listed_person(low) or low[:-1] in NAMES.parties or low == "tories"):
            return not self._is_whole(low)
        if not opens:
            return False
        known = (
            known_tags().get(low)
            in TAGS["noun plural base base_or_noun third third_or_plural adjective ing participle past"]
        )
        listed = (
            known or low in NAMES.papers or low in NAMES.bodies or low in NAMES.groups or low.endswith(_NOUN_ENDINGS)
        )
        return (listed or (is_listed_person(low) and not is_given(word))) and not self._is_whole(low)

    def _is_whole(self, low: str) -> bool:
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

    def _body_of(self, first: int, join: int, end: int) -> tuple[Name, int, int] | None:
        """A body called "... of ...": "Department of Works", and a person named behind it."""
        start = self._run_back(first, join)
        after = self._of_end(join, end)
        if after == join + 1:
            return self._last_name(first, join, opens=False)
        named = self._person_behind(join + 1, end)
        if named is not None:
            return named
        words = self.tokens.words[start:after]
        low = tuple(map(plain, words))
        while start < join - 1 and plain(self.tokens.words[start]) in NAMES.offices | NAMES.trades:
            start += 1
        governs = low[join - 1 - start] in {"ministry", "department", "government"} and "police" not in low
        sort = Sort.GOVERNMENT if governs or low[0] in NAMES.governments else Sort.BODY
        return Name(0, after - start, sort, Gender.UNKNOWN, low), start, after

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

    def _after_office(self, first: int, join: int, end: int, *, capital: bool) -> tuple[Name, int, int] | None:
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
            and self._is_whole(plain(self.tokens.words[last]))
        )
        if known:
            name = find_name((self.tokens.words[last],))
            return None if name is None else (attrs.evolve(name, sort=Sort.PERSON), last, after)
        start = self._run_back(first, join)
        before = find_name(self.tokens.words[start:join])
        return None if before is None else self._last_name(first, join, opens=False)

    def _person_behind(self, first: int, end: int) -> tuple[Name, int, int] | None:
        """A given name and a surname that end what stands behind "of" or "for", and are not governed by it."""
        start = self._run_back(first, end)
        for k in range(max(start, first + 1), end - 1):
            word = self.tokens.words[k]
            before = self.outer[k - 1]
            if is_given(word) and before in "NKP" and plain(self.tokens.words[k - 1]) not in NAMES.courtesy:
                name = find_name(self.tokens.words[k:end])
                if name is not None and name.sort.is_person:
                    return attrs.evolve(name, sort=Sort.PERSON), k + name.first, end
        return None

    # --- several

    def several(self, first: int, after: int) -> list[Reading] | None:
        """Persons or bodies who are named one by one and speak as one: "Ann Doe and Bo Roe"."""
        if self.outer.find(Tag.CONJUNCTION, first, after) < 0 or not _SEVERAL.fullmatch(self.outer, first, after):
            return None
        if "&" in self.tokens.words[first:after]:
            return None
        found = [self.read(*match.span()) for match in _PERSON.finditer(self.outer, first, after)]
        return found if len(found) > 1 and all(one.name is not None for one in found) else None

    # --- descriptions

    def _head_at(self, first: int, end: int) -> int:
        """The noun of a noun phrase, without the adjectives behind it: "people familiar with"."""
        link = _LINK.search(self.outer, first + 1, end)
        k = link.start() if link else end
        while k > first + 1 and self._hangs_behind(k - 1):
            k -= 1
        return k - 1

    def _hangs_behind(self, at: int) -> bool:
        """Whether a word behind a noun is no noun itself: "people familiar with", but "the patient"."""
        word = self.tokens.lower[at]
        return word in NAMES.behind or (
            self.outer[at] in "ABEGS" and not is_listed_person(word) and self.outer[at - 1] != Tag.DETERMINER
        )

    def _head(self, first: int, end: int) -> str:
        return self.tokens.lower[self._head_at(first, end)]

    def _described(self, first: int, end: int) -> Reading:
        """A mention without a name."""
        tokens, outer = self.tokens, self.outer
        end -= outer[end - 1] in "SB" and end - 1 > first
        at = self._head_at(first, end)
        counted, lead_at = None, first
        if tokens.lower[at] in NAMES.counting | NAMES.collecting and outer[at + 1 : at + 2] == Tag.OF and at + 2 < end:
            counted, lead_at = tokens.lower[at], at + 2  # "one of the officials"
            at = self._head_at(lead_at, end)
        head = tokens.lower[at]
        one = counted in {"one", "another", "either", "neither", "each"}
        many = is_plural(head) or (counted is not None and head not in NAMES.bodies) or head in NAMES.counting
        plural = many and not one and head not in NAMES.bodies
        kind = self._kind(head, one=one, plural=plural)
        lead = tokens.lower[first]
        owned = self._owner(first, at) > first
        definite = (lead in NAMES.definite and first < at) or owned
        described = tokens.lower[first:end]
        role = affiliation = None
        if kind is SourceKind.PERSON:
            role = _ARTICLE.sub("", tokens.cut(lead_at, end)) or None
            affiliation = self._affiliation(lead_at, at)
        numbered = outer[first] == Tag.NUMBER or (counted is not None and lead in NAMES.counting | NAMES.indefinite)
        return Reading(
            tokens.cut(first, end),
            kind,
            _anonymity(kind, head, described, definite=definite, numbered=numbered, plural=plural),
            head,
            plural=plural or kind is SourceKind.GROUP,
            definite=definite,
            role=role,
            affiliation=affiliation,
            gender=self._gender(first, end),
        )

    def _affiliation(self, first: int, head: int) -> str | None:
        """The body before a noun: "the State Department official"."""
        start = self._run_back(first, head)
        before = self.tokens.words[start:head]
        owner = self._owner(first, head)
        if owner > first and self.outer[owner - 1] == Tag.NAME:
            return _ARTICLE.sub("", self.tokens.cut(first, owner))
        if not before or before[0] in NATIONS or plain(before[0]) in NAMES.origins or start == 0:
            return None
        opens = start == first and self.outer[start - 1] in _OPENS
        return None if opens and len(before) == 1 else self.tokens.cut(start, head)

    def _kind(self, head: str, *, one: bool, plural: bool) -> SourceKind:
        """The kind of source that a noun stands for."""
        low = head.rstrip(".")
        if low in NAMES.governments:
            return SourceKind.GOVERNMENT
        if low in _CIRCLES:
            return SourceKind.ORGANISATION if low == "police" else SourceKind.GROUP
        if (
            is_person_noun(low)
            or low in {"one", "another"}
            or singular(low) in NAMES.parties - {"opposition", "coalition"}
        ):
            return SourceKind.PERSON if one or not plural else SourceKind.GROUP
        if low in NAMES.groups or low in NAMES.counting or low in NAMES.plurals:
            return SourceKind.GROUP
        if low in NAMES.papers:
            return SourceKind.DOCUMENT
        if low in NAMES.bodies:
            return SourceKind.ORGANISATION
        if is_plural(low) and (low[:-1] in NAMES.bodies or low[:-3] + "y" in NAMES.bodies):
            return SourceKind.GROUP
        return SourceKind.UNKNOWN


#: A name of several words.
_WHOLE: Final = TAGS.pattern("<name>{2,6}")
#: How many words the name of a body may have; and a name of a person, at most.
_LONG: Final = 10
_SHORT: Final = 2

_KIND: Final = {
    Sort.PERSON: SourceKind.PERSON,
    Sort.LIKELY_PERSON: SourceKind.PERSON,
    Sort.UNSURE: SourceKind.UNKNOWN,
    Sort.BODY: SourceKind.ORGANISATION,
    Sort.GOVERNMENT: SourceKind.GOVERNMENT,
    Sort.NATION: SourceKind.GOVERNMENT,
    Sort.PAPER: SourceKind.DOCUMENT,
    Sort.PLACE: SourceKind.ORGANISATION,
}


def kind_of(sort: Sort) -> SourceKind:
    """The kind of source that a name of a sort stands for."""
    return _KIND[sort]


def _anonymity(  # noqa: PLR0913 - what decides
    kind: SourceKind, head: str, words: tuple[str, ...], *, definite: bool, numbered: bool, plural: bool
) -> Anonymity:
    """How far a mention without a name says who it is."""
    if kind is SourceKind.DOCUMENT:
        generic = plural and not definite and words[0] in NAMES.papers | {"many", "several", "some", "most", "other"}
        return Anonymity.GENERIC if generic else Anonymity.DESCRIBED
    if kind is SourceKind.GOVERNMENT:
        return Anonymity.DESCRIBED
    if kind is SourceKind.ORGANISATION:
        return Anonymity.ANONYMOUS if words[0] in NAMES.indefinite else Anonymity.DESCRIBED
    withheld = head in NAMES.withheld or f"{head}s" in NAMES.withheld or head in {"source", "spokesman", "spokeswoman"}
    if kind is SourceKind.GROUP:
        return _several_anonymity(head, words, definite=definite, numbered=numbered, withheld=withheld)
    if kind is SourceKind.PERSON:
        known = (definite or words[0] not in NAMES.indefinite) and not numbered and head not in NAMES.anybody
        return Anonymity.DESCRIBED if known else Anonymity.ANONYMOUS
    return Anonymity.DESCRIBED if definite else Anonymity.ANONYMOUS


def _several_anonymity(
    head: str, words: tuple[str, ...], *, definite: bool, numbered: bool, withheld: bool
) -> Anonymity:
    if withheld or not NAMES.knowing.isdisjoint(words):
        return Anonymity.ANONYMOUS
    if definite or head in NAMES.groups:
        return Anonymity.DESCRIBED
    return Anonymity.ANONYMOUS if numbered and head not in NAMES.counting else Anonymity.GENERIC
