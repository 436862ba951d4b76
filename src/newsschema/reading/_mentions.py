"""What the words of one mention say: name, role and body, the kind of source, and how far it is named."""

from __future__ import annotations

from typing import Final

import attrs

from newsschema._model.enums import Anonymity, SourceKind
from newsschema.reading._chunks import Range
from newsschema.reading._descriptions import Descriptions
from newsschema.reading._gazetteer import NAMES, Gender, is_person_noun, plain
from newsschema.reading._name_phrases import Found, NamePhrases
from newsschema.reading._naming import MARKS, Name, Sort, is_common
from newsschema.reading._readings import NamedReading, Reading, kind_of, without_article
from newsschema.reading._tags import TAGS, Tag
from newsschema.reading._tokens import Tokens
from newsschema.reading._words import WORDS

#: What ends the noun phrase by which somebody is called: an apposition, a bracket or a relative clause follows.
_BREAK: Final = TAGS.pattern("<comma|open_bracket|dash|relative|that|open|close>")
_LINK: Final = TAGS.pattern("<link|to>")
_FINITE: Final = TAGS["finite participle"]
#: Between a name and what is said of it behind a comma.
_AGE: Final = TAGS.pattern("<number> (?:<adjective|noun>)? <comma> (?=<nominal>)")
_NAME_BEHIND: Final = TAGS.pattern("<name> | <adjective|noun|name>{1,6} <name> (?!<head>)")
#: Several who are named one by one.
_ONE: Final = "<determiner>? <adjective|noun|plural|name>* <name>"
_PERSON: Final = TAGS.pattern(_ONE)
_SEVERAL: Final = TAGS.pattern(f"{_ONE} (?: <comma> {_ONE} )* <comma>? <conjunction> {_ONE} <comma>?")
_BEHIND_LIST: Final = TAGS["link comma relative"]
_LIST: Final = TAGS.pattern("(?: <comma> <nominal|of>{1,6} )* <comma>? <conjunction> <nominal|of>{1,6} $")
_PAUSE: Final = TAGS["comma dash"]
_HEADS: Final = TAGS["head"]
#: What a name behind a description of a kind stands for.
_SORTS: Final = {SourceKind.PERSON: Sort.PERSON, SourceKind.ORGANISATION: Sort.BODY}
#: How many words a name with an article has that is a body's: "the Pentagon".
_SHORT: Final = 2
#: Behind a subject and before its verb.
_LATE: Final = frozenset({"both", "each", "first", "here", "last", "there"})


class MentionReader:
    """Reads the mentions of one text."""

    def __init__(self, tokens: Tokens, outer: str) -> None:
        self.tokens = tokens
        self.outer = outer
        self.names = NamePhrases(tokens, outer)
        self.descriptions = Descriptions(tokens, outer, self.names)

    def read(self, first: int, after: int) -> Reading:
        """Take the words of a mention apart."""
        after = self._trimmed(first, after)
        stop = _BREAK.search(self.outer, first + 1, after)
        end = stop.start() if stop else after
        found = self.names.find(first, end)
        if found is not None:
            return self._named(found, first, end, after)
        behind = self._name_behind(first, end, end + 1, after) if stop is not None else None
        if behind is not None:
            return behind
        listed = stop is not None and _LIST.match(self.outer, end, after) is not None
        reading = self.descriptions.read(first, after if listed else end)
        by = self.tokens.lower[end : end + 2] == (",", "by")  # "the report, by the divers, found"
        return attrs.evolve(reading, words=self.tokens.cut(first, after)) if by and end < after else reading

    def _trimmed(self, first: int, after: int) -> int:
        """The end of a mention without stops, adverbs and the possessive: "Doe's claim", but "McDonald's said"."""
        outer, lower = self.outer, self.tokens.lower
        while after > first + 1 and (outer[after - 1] in ",-.:(B" or lower[after - 1] in _LATE | WORDS.reflexive):
            after -= 1
        owner = outer[after - 1] == Tag.POSSESSIVE and after > first + 1
        return after - (owner and outer[after] not in _FINITE)

    # --- with a name

    def _named(self, found: Found, first: int, end: int, after: int) -> NamedReading:
        """The reading of a mention with a name in its noun phrase, which ends before ``end``."""
        tokens, outer = self.tokens, self.outer
        name, low, high = found
        sort = self._sort(name, first, low, high)
        role, affiliation = self._before(first, low)
        if end < after and outer[end] == Tag.COMMA:
            office = self._office(end + 1, after)
            if office is not None:
                role = without_article(tokens.cut(*office)) or role
                sort = self._sort_described(sort, office)
            elif outer[end + 1] == Tag.NUMBER:
                sort = Sort.PERSON
        if affiliation is None and high + 1 < end and outer[high] in "OI":
            affiliation = without_article(tokens.cut(high + 1, end))
        gender = name.gender if name.gender is not Gender.UNKNOWN else self.descriptions.gender(first, after)
        return NamedReading(
            tokens.cut(first, after),
            kind_of(sort),
            Anonymity.NAMED,
            tokens.lower[high - 1],
            name=name.of_sort(sort),
            called=tokens.cut(low, high),
            place=(low, high),
            definite=tokens.lower[first] in NAMES.definite,
            role=role or None,
            affiliation=affiliation or None,
            gender=gender,
        )

    def _before(self, first: int, low: int) -> tuple[str, str | None]:
        """The role and the owner before a name; a courtesy is no role."""
        outer, tokens = self.outer, self.tokens
        owner = self.names.owner(first, low)
        begin = max(first, owner + 1)
        low = self._behind_description(begin, low)
        joined = outer.rfind(Tag.CONJUNCTION, begin, low)
        if joined > begin and outer[joined - 1] == Tag.NAME:  # "Roe and CEO Ann Doe"
            begin = joined + 1
        role = without_article(tokens.cut(begin, low)) if low > begin else ""
        affiliation = without_article(tokens.cut(first, owner)) if first < owner else None
        return ("" if plain(role) in NAMES.courtesy else role), affiliation

    def _behind_description(self, first: int, low: int) -> int:
        """Where the words before a name end that describe its bearer: "a boy" in "a boy named Bo Roe"."""
        lower = self.tokens.lower
        while low > first and (lower[low - 1] in WORDS.naming or lower[low - 1] == "as" or lower[low - 1] in MARKS):
            low -= 1
        return low

    def _name_behind(self, first: int, end: int, behind: int, after: int) -> NamedReading | None:
        """A name behind its description: "the commander of the fleet, Ivan Petrov"."""
        outer = self.outer
        if outer[behind - 1] not in _PAUSE or not _NAME_BEHIND.match(outer, behind, after):
            return None
        stop = _BREAK.search(outer, behind, after)
        found = self.names.find(behind, stop.start() if stop else after)
        described = self.descriptions.read(first, end)
        if found is None or described.plural or not (outer[behind] == Tag.NAME or found.name.sort.is_person):
            return None
        owner = self._owner_of(first, end)
        if not (described.definite or described.kind is SourceKind.PERSON or owner > first):
            return None
        sort = _SORTS.get(described.kind, found.name.sort)
        gender = found.name.gender if found.name.gender is not Gender.UNKNOWN else described.gender
        role = without_article(self.tokens.cut(owner + 1, end)) if owner > first else described.role
        return NamedReading(
            self.tokens.cut(first, after),
            kind_of(sort),
            Anonymity.NAMED,
            described.head,
            name=found.name.of_sort(sort),
            called=self.tokens.cut(found.low, found.high),
            place=(found.low, found.high),
            definite=True,
            role=role or None,
            affiliation=without_article(self.tokens.cut(first, owner)) if owner > first else described.affiliation,
            gender=gender,
        )

    def _owner_of(self, first: int, end: int) -> int:
        """The possessive ending of the owner of a description, or -1: "the bank's chief economist"."""
        owner = self.names.owner(first, end)
        link = _LINK.search(self.outer, first, end)
        return owner if link is None or owner < link.start() else -1

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
        if low == first or name.sort is Sort.PERSON or name.sort.is_body:
            return name.sort
        low = self._behind_description(first, low)
        before = plain(self.tokens.lower[low - 1])
        if self.outer[low - 1] in _HEADS:
            if is_person_noun(before) or before in NAMES.offices:
                return Sort.PERSON
            return Sort.BODY if before in NAMES.bodies else name.sort
        article = self.outer[low - 1] == Tag.DETERMINER and high - low <= _SHORT
        return Sort.BODY if article and name.sort is Sort.UNSURE else name.sort

    def _sort_described(self, sort: Sort, office: Range) -> Sort:
        """What a name stands for, by the description behind it: "Xinhua, the state news agency"."""
        head = self.descriptions.head(*office)
        if sort is Sort.PERSON:
            return sort
        if is_person_noun(head):
            return Sort.PERSON
        return Sort.BODY if head in NAMES.bodies else sort

    def _listed(self, first: int, after: int) -> int | None:
        """Where several end who are named one by one, unless "&" joins them to one."""
        listed = _SEVERAL.match(self.outer, first, after)
        if listed is None or "&" in self.tokens.words[first : listed.end()]:
            return None
        return listed.end() if listed.end() == after or self.outer[listed.end()] in _BEHIND_LIST else None

    def several(self, first: int, after: int) -> list[NamedReading] | None:
        """Persons or bodies who are named one by one and speak as one: "Ann Doe and Bo Roe"."""
        end = self._listed(first, after)
        if end is None:
            return None
        found = [self.read(*match.span()) for match in _PERSON.finditer(self.outer, first, end)]
        named = [one for one in found if isinstance(one, NamedReading)]
        alike = len({one.name.sort.is_person for one in named}) == 1
        return named if alike and len(named) == len(found) and not any(map(self._is_cut, named)) else None

    def _is_cut(self, reading: NamedReading) -> bool:
        """Whether a name is rather the first part of a body's: "National Search" of "National Search and Rescue"."""
        words = self.tokens.words[slice(*reading.place)] if reading.name.sort is Sort.LIKELY_PERSON else ()
        return any(is_common(word, plain(word)) for word in words)
