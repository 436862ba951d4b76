"""Linking: every mention of an article to the source it stands for."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

import attrs

from newsschema._model.enums import Anonymity, SourceKind
from newsschema._model.quotes import Source
from newsschema.reading._chunks import Range
from newsschema.reading._gazetteer import CAPITALS, NATION, NATIONS, ROLE, STATES
from newsschema.reading._phrases import np_left
from newsschema.reading._tokens import Tokens
from newsschema.reading._words import WORDS

_GENDER: Final = {"he": "m", "his": "m", "him": "m", "she": "f", "her": "f", "hers": "f"}
_THEY: Final = frozenset({"they", "their", "them", "we", "our", "us", "both", "all"})
_IT: Final = frozenset({"it", "its"})
_SELF: Final = frozenset({"i", "my", "you", "one"})
_DEMONSTRATIVE: Final = frozenset({"the", "this", "that", "these", "those"})
_BREAK: Final = re.compile(r"[,(W-]")
_AGE: Final = re.compile(r"#,(?=[DNAKP])")
_JOIN: Final = re.compile("[OIt]")
_OPENING_NAME: Final = re.compile(r"(?<![^\n.?\],UL])(?:P[P#N]*P|P(?=[XVzEB]))")
_NAME_BEHIND: Final = re.compile("P|N{1,3}P+$")
_RUN: Final = re.compile(r"P[PN#]{0,4}P")
_ARTICLE: Final = re.compile(r"^(?:a|an|the|one|another)\b\s*", re.IGNORECASE)
#: Persons named one by one, each with an office before the name or none; an apposition is left to the rules for one.
_PERSON: Final = re.compile(r"D?[ANP]*P")
_PERSONS: Final = re.compile(r"D?[ANP]*P(?:,D?[ANP]*P)*,?CD?[ANP]*P,?")
_INDEFINITE: Final = re.compile(r"(?:an?|one|another|some\w*)\b", re.IGNORECASE)
_ROLE_BREAK: Final = re.compile(r"\b(?:of|at|for|in|to|with)\b")
#: How many paragraphs back a pronoun or "the official" may reach, and over how many sources.
_REACH: Final = 8
_RECENT: Final = 40
#: How many runs of capitalised words, or persons, with one surname are looked at.
_NAMESAKES: Final = 8


@attrs.define(eq=False)
class Entity:
    """A source in the making."""

    mention: str
    kind: SourceKind
    anonymity: Anonymity
    name: str | None = None
    role: str | None = None
    affiliation: str | None = None
    heads: set[str] = attrs.field(factory=set[str])
    gender: str = ""
    plural: bool = False
    members: list[Entity] = attrs.field(factory=list["Entity"])
    seen: int = 0
    id: str = ""

    def source(self) -> Source:
        """The finished source."""
        return Source(
            id=self.id,
            name=self.name,
            description=None if self.name else self.mention,
            kind=self.kind,
            anonymity=Anonymity.NAMED if self.name else self.anonymity,
            role=self.role,
            affiliation=self.affiliation,
            members=tuple(member.id for member in self.members),
        )


class Reading(NamedTuple):
    """What the words of one mention say."""

    words: str
    name: str | None
    head: str
    kind: SourceKind
    plural: bool
    definite: bool
    role: str | None
    affiliation: str | None
    gender: str


class Linker:
    """Gives each mention, in the order of the text, its source."""

    def __init__(self, tokens: Tokens, outer: str) -> None:
        self.tokens = tokens
        self.outer = outer
        self.entities: list[Entity] = []
        self._recent: dict[Entity, None] = {}  # the one seen last stands last
        self._by_name: dict[str, Entity] = {}
        self._families: defaultdict[str, list[Entity]] = defaultdict(list)
        self._linked: dict[Range, Entity | None] = {}
        self._whole: dict[str, list[Range]] | None = None

    def link(self, mention: Range, paragraph: int, speaker: Entity | None = None) -> Entity | None:
        """The entity a mention stands for; one that is new is added."""
        if mention not in self._linked:
            self._linked[mention] = self._link(mention, paragraph, speaker)
        return self._linked[mention]

    def _link(self, mention: Range, paragraph: int, speaker: Entity | None) -> Entity | None:
        first, after = mention
        word = self.tokens.lower[first]
        single = after - first == 1 or (after - first == 2 and self.outer[after - 1] == ",")  # noqa: PLR2004 - "he,"
        if single and self.outer[first] in "WT":
            return self._antecedent(first, paragraph)
        if single and (word in _GENDER or word in _THEY or word in _IT or word in _SELF):
            found = self._pronoun(word, paragraph, speaker, first)
        else:
            found = self._together(first, after, paragraph) or self._phrase(self._read(first, after), paragraph)
        found.seen = paragraph
        self._recent.pop(found, None)
        self._recent[found] = None
        return found

    def _together(self, first: int, after: int, paragraph: int) -> Entity | None:
        """Persons who are named one by one and speak as one: "Ann Doe and Bo Roe"."""
        if self.outer.find("C", first, after) < 0 or not _PERSONS.fullmatch(self.outer, first, after):
            return None
        names = [self._read(*match.span()) for match in _PERSON.finditer(self.outer, first, after)]
        if any(one.kind is not SourceKind.PERSON or not self._is_known(one) for one in names):
            return None
        members = [self._named(one, one.name or one.words, paragraph) for one in names]
        mention = self.tokens.cut(first, after).rstrip(", ")
        if mention.lower() in self._by_name:
            return self._by_name[mention.lower()]
        heads = {f"{head}s" for head in members[0].heads.intersection(*(member.heads for member in members))}
        joint = Entity(mention, SourceKind.GROUP, Anonymity.DESCRIBED, heads=heads, plural=True, members=members)
        return self._add(joint)

    def _is_known(self, reading: Reading) -> bool:
        """Whether a name is surely one person's: a whole one, or the surname of one."""
        name = reading.name or ""
        return " " in name or name.lower() in self._by_name or self._whole_name(name) is not None

    def _antecedent(self, at: int, paragraph: int) -> Entity | None:
        """What a relative pronoun stands for: the noun phrase before it."""
        end = at - (self.outer[at - 1 : at] == ",")
        start = np_left(self.outer, end, max(0, end - _RECENT))
        return self.link((start, end), paragraph) if start < end and self.outer[start] not in "WT" else None

    def _lately(self, paragraph: int) -> Iterator[Entity]:
        """The entities seen last, the nearest first."""
        near = islice(reversed(self._recent), _RECENT)
        return (entity for entity in near if paragraph - entity.seen <= _REACH)

    # --- pronouns

    def _pronoun(self, word: str, paragraph: int, speaker: Entity | None, at: int) -> Entity:
        if speaker is not None and word in _SELF:
            return speaker
        if speaker is not None and word in _THEY:
            return self._spoken_for(speaker)
        gender = _GENDER.get(word, "")
        for entity in self._lately(paragraph):
            person = entity.kind is SourceKind.PERSON and not entity.plural
            if gender and person and entity.gender in {"", gender}:
                entity.gender = gender
                return entity
            if word in _THEY and entity.plural:
                return entity
            if word in _IT and not entity.plural and not person:
                return entity
        name = self._name_before(at) if gender else None
        if name is not None:
            entity = self._phrase(name, paragraph)
            entity.gender = gender
            return entity
        kind = SourceKind.PERSON if gender or word in _SELF else SourceKind.UNKNOWN
        return self._add(Entity(self.tokens.words[at], kind, Anonymity.UNRESOLVED, gender=gender, plural=word in _THEY))

    def _spoken_for(self, speaker: Entity) -> Entity:
        """Whom "we" stands for in the words of one who speaks for a government: that government."""
        nation = NATIONS.get(speaker.affiliation or "")
        if nation is None or WORDS.representatives.isdisjoint((speaker.role or "").lower().split()):
            return speaker
        return self._government(nation, speaker.affiliation or nation)

    def _name_before(self, at: int) -> Reading | None:
        """The name that opens a sentence or a clause shortly before a pronoun."""
        for match in reversed(list(_OPENING_NAME.finditer(self.outer, max(0, at - 80), at))):
            reading = self._read(match.start(), match.end())
            if reading.kind is SourceKind.PERSON and not reading.words.isupper():
                return reading
        return None

    # --- names and descriptions

    def _read(self, first: int, after: int) -> Reading:
        """Take the words of a mention apart: name, head noun, role, body."""
        tokens, outer = self.tokens, self.outer
        while after > first + 1 and outer[after - 1] in ",-S":
            after -= 1
        comma = _BREAK.search(outer, first + 1, after)
        end = comma.start() if comma else after
        join = _JOIN.search(outer, first + 1, end)
        stop = join.start() if join else end
        head = tokens.lower[stop - 1]
        name = self._proper(first, stop)
        kind, plural = self._kind(first, stop, head, name)
        role = affiliation = None
        behind = self._proper(comma.end(), after) if comma and _NAME_BEHIND.match(outer, comma.end(), after) else None
        if name is None and behind is not None and (outer[first] != "P" or "S" in outer[first:end]):
            name = behind  # "the commander of X, Ivan Petrov"
            owner = outer.find("S", first, end)
            role = _ARTICLE.sub("", tokens.cut(max(first, owner + 1), end))
            affiliation = tokens.cut(first, owner) if owner > first else None
        elif name is not None:
            role = _ARTICLE.sub("", tokens.cut(first, stop).removesuffix(name).strip())
            if role.lower().rstrip(".") in WORDS.courtesy:
                role = None
            office = self._office(comma.end(), after) if comma and comma[0] == "," else None
            if office is not None:
                role, kind = _ARTICLE.sub("", tokens.cut(*office)), self._described(office, kind)
            affiliation = _ARTICLE.sub("", tokens.cut(join.end(), end)) if join and join.end() < end else None
        elif kind is SourceKind.PERSON:
            role = _ARTICLE.sub("", tokens.cut(first, end))
            named = re.match("P{2,}", outer[first + 1 : stop - 1])  # "the State Department official"
            affiliation = tokens.cut(first + 1, first + 1 + named.end()) if named else None
        plain = {word.rstrip(".") for word in tokens.lower[first:after]}
        gender = "" if WORDS.male.isdisjoint(plain) else "m"
        gender = gender if WORDS.female.isdisjoint(plain) else "f"
        definite = tokens.lower[first] in _DEMONSTRATIVE
        role, affiliation = role or None, affiliation or None
        return Reading(tokens.cut(first, after), name, head, kind, plural, definite, role, affiliation, gender)

    def _office(self, first: int, after: int) -> Range | None:
        """The description behind a name and a comma, without an age before it and a clause after it."""
        age = _AGE.match(self.outer, first, after)
        first = age.end() if age else first
        if first >= after or self.outer[first] not in "DNAK":
            return None
        end = _BREAK.search(self.outer, first + 1, after)
        return first, end.start() if end else after

    def _described(self, office: Range, kind: SourceKind) -> SourceKind:
        """What a name stands for, by its description: "Xinhua, the state news agency"."""
        first, after = office
        join = _JOIN.search(self.outer, first + 1, after)
        head = self.tokens.lower[(join.start() if join else after) - 1]
        if head in WORDS.bodies:
            return SourceKind.ORGANISATION
        return SourceKind.PERSON if ROLE.match(head) and kind is SourceKind.ORGANISATION else kind

    def _proper(self, first: int, after: int) -> str | None:
        """The proper name that ends a noun phrase, without the titles before it."""
        lower, outer = self.tokens.lower, self.outer
        k = after
        while k > first and (
            outer[k - 1] == "P"
            or (k < after and (outer[k - 1] == "#" or lower[k - 1] in WORDS.name_particles))
            or (k - 1 > first and lower[k - 1].startswith("al-"))
            or (first < k - 2 and k < after and lower[k - 1] in "'’" and outer[first] == "D" and outer[k - 2] == "P")
        ):
            k -= 1
        for at in range(after - 1, k, -1):
            if self._titled(k, at) and outer[k:at] == "P" * (at - k):
                k = at
                break
        while k < after - 1 and (
            lower[k].rstrip(".") in WORDS.titles or lower[k] in WORDS.name_particles or outer[k] == "#"
        ):
            k += 1
        for at in range(k + 1, after - 1):
            if lower[at][-1] == "." and lower[at][:-1] in WORDS.titles:
                k = at + 1  # "Ohio Rep. Ann Doe"
        given = self.tokens.words[k:after]
        title = len(given) == 1 and lower[k].rstrip(".") in WORDS.titles and given[0] not in STATES
        if "P" not in outer[k:after] or title:
            return None
        if len(given) == 1 and (self._is_common(k) if k == first else lower[k] in WORDS.people):
            return None  # a capital that only the sentence gives
        if len(given) == 1 and given[0] in NATIONS and given[0] not in STATES:
            return None
        return self.tokens.cut(k, after)

    def _titled(self, first: int, after: int) -> bool:
        """Whether capitalised words are an office: "Transport Minister"."""
        lower = self.tokens.lower
        return lower[after - 1] in WORDS.offices and WORDS.bodies.isdisjoint(lower[first:after])

    def _is_common(self, at: int) -> bool:
        """Whether a lone capitalised word is no name: a known noun, or many of a trade, like "Shopkeepers"."""
        word = self.tokens.lower[at]
        if any(word in listed for listed in (WORDS.people, WORDS.papers, WORDS.bodies)):
            return True
        if self.tokens.words[at] in WORDS.agencies:
            return False
        return word.endswith("s") and ROLE.match(word) is not None and self._whole_name(self.tokens.words[at]) is None

    def _kind(self, first: int, stop: int, head: str, name: str | None) -> tuple[SourceKind, bool]:
        """Sort a noun phrase by its head and its name; say whether it stands for many."""
        inside = self.tokens.lower[first:stop]
        if name in STATES or head in WORDS.governments:
            return SourceKind.GOVERNMENT, False
        if head in WORDS.papers and (name is None or (self.outer[first] == "D" and head not in WORDS.bodies)):
            return SourceKind.DOCUMENT, head.endswith("s")
        if head in WORDS.people:
            return SourceKind.GROUP, True
        if head in WORDS.bodies or (name is not None and self._is_body(name, inside)):
            return SourceKind.ORGANISATION, False
        if name is not None:
            initials = len(name) > 1 and name.isupper()
            definite = self.outer[first] == "D" and self.tokens.cut(first + 1, stop) == name
            return SourceKind.ORGANISATION if initials or definite else SourceKind.PERSON, False
        many = head.endswith("s") and not head.endswith(("ss", "us"))
        if ROLE.match(head):
            return SourceKind.GROUP if many else SourceKind.PERSON, many
        return SourceKind.UNKNOWN, many

    def _is_body(self, name: str, inside: tuple[str, ...]) -> bool:
        """Whether a name is that of a body by its own words, or by the noun before it: "the militant group Dawn"."""
        own = name.lower().split()
        near = inside[-len(own) - 1 :]
        parts = WORDS.body_name_parts
        return not WORDS.bodies.isdisjoint(near) or not parts.isdisjoint(own) or name in WORDS.agencies

    def _phrase(self, reading: Reading, paragraph: int) -> Entity:
        if reading.kind is SourceKind.GOVERNMENT:
            nation = NATION.search(reading.words)
            adjective = NATIONS[nation[0]] if nation else self._country()
            if adjective:
                return self._government(adjective, reading.words)
        if reading.name is not None:
            return self._named(reading, reading.name, paragraph)
        if reading.definite:
            for entity in self._lately(paragraph):
                body = reading.head in WORDS.generic_bodies and entity.kind is SourceKind.ORGANISATION
                if (reading.head in entity.heads or body) and entity.plural == reading.plural:
                    entity.affiliation = entity.affiliation or reading.affiliation
                    return entity
        known = self._by_name.get(reading.words.lower())
        if known is not None:
            return known
        if reading.plural:
            return self._add(_entity(reading, Anonymity.GENERIC))
        unclear = reading.kind is SourceKind.UNKNOWN
        return self._add(_entity(reading, Anonymity.UNRESOLVED if unclear else Anonymity.ANONYMOUS))

    def _whole_name(self, surname: str) -> str | None:
        """The first whole name in the text with this surname: "Ivan Petrov" for "Petrov"."""
        if self._whole is None:
            self._whole = defaultdict(list)
            for match in _RUN.finditer(self.tokens.tags):
                self._whole[_surname(self.tokens.words[match.start() : match.end()])].append(match.span())
        names = (self._proper(*place) for place in self._whole.get(surname, ())[:_NAMESAKES])
        return next((name for name in names if name and " " in name), None)

    def _named(self, reading: Reading, name: str, paragraph: int) -> Entity:
        known = None
        if reading.kind is SourceKind.PERSON and " " not in name:
            known = self._of_surname(name, reading.gender)
            name = (known and known.name) or self._whole_name(name) or name
        key = name.lower()
        surname = _surname(key.split())
        short = f"{key.split()[0]} {surname}" if reading.kind is SourceKind.PERSON else key
        known = known or self._by_name.get(key) or self._by_name.get(short) or self._late_name(reading, paragraph)
        if known is not None and {known.gender, reading.gender} == {"m", "f"}:
            known, name, key = None, reading.name or name, reading.words.lower()  # "Mr Doe" after "Mrs Doe"
        if known is None:
            known = self._add(_entity(reading, Anonymity.NAMED))
            if reading.kind is SourceKind.PERSON:
                self._families[surname].append(known)
        if known.name is None or (len(name) > len(known.name) and name.endswith(known.name)):
            known.name = name
        known.role = known.role or reading.role
        known.affiliation = known.affiliation or reading.affiliation
        known.gender = known.gender or reading.gender
        known.heads |= _heads(reading)
        self._by_name[key] = known
        for other in (short, surname):
            self._by_name.setdefault(other, known)
        if known.kind is SourceKind.ORGANISATION:
            initials = "".join(word[0] for word in name.split() if word[0].isupper()).lower()
            self._by_name.setdefault(initials, known)
        return known

    def _of_surname(self, name: str, gender: str) -> Entity | None:
        """The person last spoken of who has this surname, and may be a man or a woman as it is said here."""
        family = [
            entity for entity in self._families[name.lower()][-_NAMESAKES:] if {entity.gender, gender} != {"m", "f"}
        ]
        near = islice(reversed(self._recent), _RECENT)
        return next((entity for entity in near if entity in family), family[0] if family else None)

    def _late_name(self, reading: Reading, paragraph: int) -> Entity | None:
        """The one just described, when a bare new name follows at once: "the commander in the north"; "Ivan Petrov"."""
        last = self.entities[-1] if self.entities else None
        bare = reading.kind is SourceKind.PERSON and reading.words == reading.name and " " in reading.words
        if last is None or not bare or last.anonymity is not Anonymity.ANONYMOUS or last.kind is not SourceKind.PERSON:
            return None
        definite = last.mention.lower().startswith("the ") and " of " in last.mention
        return last if definite and 0 <= paragraph - last.seen <= 1 and last.name is None else None

    def _government(self, adjective: str, mention: str) -> Entity:
        name = f"{adjective} government"
        known = self._by_name.get(name.lower())
        if known is None:
            known = Entity(mention, SourceKind.GOVERNMENT, Anonymity.NAMED, name=name, heads={"government"})
            self._by_name[name.lower()] = self._add(known)
        return known

    def _country(self) -> str | None:
        """The nation the text speaks of most, whose government "the government" is.

        A capital does not count: it stands for a government that has a name already.
        """
        found = (match[0] for match in NATION.finditer(self.tokens.text, 0, 100_000))
        counted = Counter(NATIONS[form] for form in found if form not in CAPITALS)
        return counted.most_common(1)[0][0] if counted else None

    def _add(self, entity: Entity) -> Entity:
        entity.id = f"s{len(self.entities) + 1}"
        self.entities.append(entity)
        if entity.plural or not _INDEFINITE.match(entity.mention):
            self._by_name.setdefault(entity.mention.lower(), entity)
        return entity


def _surname(parts: Sequence[str]) -> str:
    """The last of the words of a name, before "Jr."."""
    return parts[-2 if len(parts) > 1 and parts[-1].lower().rstrip(".") in WORDS.name_suffixes else -1]


def _entity(reading: Reading, anonymity: Anonymity) -> Entity:
    return Entity(
        reading.words,
        reading.kind,
        anonymity,
        reading.name,
        reading.role,
        reading.affiliation,
        _heads(reading),
        reading.gender,
        reading.plural,
    )


def _heads(reading: Reading) -> set[str]:
    """The nouns by which a later definite phrase may take the source up again."""
    heads = {reading.head}
    for part in (reading.role or "").lower().split(","):
        heads.update(_ROLE_BREAK.split(part)[0].split()[-1:])
    if reading.kind is SourceKind.ORGANISATION:
        heads |= WORDS.bodies & set(reading.words.lower().split())
    return heads
