"""Linking: every mention of an article to the source it stands for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from functools import cached_property
from itertools import takewhile
from typing import Final

import attrs

from newsschema._model.enums import Anonymity, SourceKind
from newsschema.reading._lexicon.gazetteer import CAPITALS, NAMES, NATION, NATIONS, STATES, Gender, plain
from newsschema.reading._lexicon.tags import TAGS, Tag
from newsschema.reading._lexicon.words import WORDS
from newsschema.reading._linking.antecedents import Antecedents
from newsschema.reading._linking.appearances import Place
from newsschema.reading._linking.cast import Cast
from newsschema.reading._linking.described import DescribedFocus
from newsschema.reading._linking.entities import NOBODYS, Around, Entity
from newsschema.reading._linking.focus import DESCRIPTION, GUESS, NAME, NOBODY, PRONOUN, TAKEN_UP, Link
from newsschema.reading._linking.late_names import INDEFINITE, LateNames
from newsschema.reading._linking.linked import are_surnames, as_one, governs_part, named_in, newcomer
from newsschema.reading._linking.pronouns import GENDERS, IT, THEY, WE, Pronouns
from newsschema.reading._mentions.readings import NamedReading, Reading
from newsschema.reading._syntax.chunks import Range
from newsschema.reading._tagging.naming import MARKS, Sort
from newsschema.reading._tagging.tokens import Tokens

_OURS: Final = WE | {"ours", "i", "my"}
_ONE: Final = "one"
_PAST: Final = TAGS["past participle"]
_SELF: Final = frozenset({"i", "my", "you", _ONE})
_PRONOUNS: Final = THEY | IT | _SELF | frozenset(GENDERS)
_RELATIVE: Final = TAGS["relative that"]
#: Tokens of one word in marks.
_ALIAS: Final = 3
_QUARTERS: Final = frozenset({"North", "South", "East", "West"})
#: One more who speaks, and how those before him are called.
_NEXT_ONE: Final = frozenset({"a fifth", "a fourth", "a third"})
_BEFORE_NEXT: Final = ("another", "a second", "a third", "a fourth")
_AGED: Final = TAGS.pattern("<comma> <number> <comma>")
_SECOND: Final = TAGS.pattern("<newline>+")
#: Kinds of those without a name whom a text introduces with "a" and takes up with "the".
_INTRODUCED: Final = frozenset({SourceKind.PERSON, SourceKind.DOCUMENT})


class Linker:
    """Gives each mention, in the order of the text, its source."""

    def __init__(self, tokens: Tokens, outer: str, begun: Collection[int] = ()) -> None:
        self.tokens = tokens
        self.outer = outer
        self.cast = Cast(tokens, outer, begun)
        self.focus = DescribedFocus(self.cast, outer)
        self._antecedents = Antecedents(self.cast, outer)
        self._pronouns = Pronouns(self.cast, self.focus, outer, self.link)
        self.entities: list[Entity] = []
        self._late = LateNames(self.cast, self.focus, self.entities)
        self._by_words: dict[str, Entity] = {}
        self._linked: dict[Range, Link | None] = {}
        self._aliases: dict[str, Entity] = {}

    def link(self, mention: Range, paragraph: int, around: Around = NOBODYS) -> Link | None:
        """The source a mention stands for, with the words around it; one that is new is added."""
        if mention not in self._linked:
            self._linked[mention] = self._link(mention, paragraph, around)
        return self._linked[mention]

    def _link(self, mention: Range, paragraph: int, around: Around) -> Link | None:
        first, after = mention
        single = not self.outer[first + 1 : after].strip(",")
        if single and self.tokens.tags[first] in _RELATIVE:
            taken_up = self._antecedents.find(first)
            return None if taken_up is None else self.link(taken_up, paragraph)
        if single and self.tokens.lower[first] in _PRONOUNS:
            found = self._pronoun(first, paragraph, around)
            late = self._late.remarked(found.entity)
            if late is not None:
                self._replace(late, found.entity)
        else:
            found = self._together(first, after, paragraph) or self._phrase(first, after, paragraph, around.said)
        source = self._source(found.entity)
        self.focus.heard(source, paragraph, first if self.outer[first] != Tag.INSIDE else None)
        return found

    # --- pronouns

    def _pronoun(self, at: int, paragraph: int, around: Around) -> Link:
        word, speaker = self.tokens.lower[at], around.speaker
        own = self.outer[at] == Tag.INSIDE and self.tokens.tags[at + 1] not in _PAST  # but "“One told me to go,”"
        other = word == _ONE and not own  # "Ms Doe spoke of what one called “odd”"
        if speaker is not None and not other and (word in _SELF or word in WE):  # in somebody's own words
            return Link(speaker if word in _SELF else self._spoken_for(speaker), PRONOUN)
        gender = GENDERS.get(word, Gender.UNKNOWN)
        if gender is not Gender.UNKNOWN:
            found = self._pronouns.he_or_she(at, gender, paragraph, around)
        else:
            found = self._pronouns.it_or_they(at, paragraph)
        return found or Link(self._unresolved(at, gender), NOBODY)

    def _unresolved(self, at: int, gender: Gender) -> Entity:
        """Whoever a pronoun stands for; "one" of those before, like "another", is somebody whose name is withheld."""
        word = self.tokens.lower[at]
        kind = SourceKind.PERSON if gender is not Gender.UNKNOWN or word in _SELF else SourceKind.UNKNOWN
        anonymity = Anonymity.ANONYMOUS if word == _ONE else Anonymity.UNRESOLVED
        return Entity(self.tokens.words[at], kind, anonymity, gender=gender, plural=word in THEY)

    def _spoken_for(self, speaker: Entity) -> Entity:
        """Whom "we" stands for in the words of one who speaks for a government: that government."""
        nation = NATIONS.get(speaker.affiliation or "")
        if nation is None or WORDS.representatives.isdisjoint((speaker.role or "").lower().split()):
            return speaker
        return self._government(nation, speaker.affiliation or nation)

    # --- several

    def _together(self, first: int, after: int, paragraph: int) -> Link | None:
        """Those who are named one by one and speak as one: "Ann Doe and Bo Roe"."""
        readings = self.cast.reader.several(first, after)
        if readings is None or self._is_one_body(readings):
            return None
        surnames = are_surnames(readings)
        if not surnames and not self._are_alike(readings):
            return None
        both = self.tokens.lower[first] == "both"
        if (
            both
            or all(map(self._is_known, readings))
            or (surnames and any(one.name.sort.is_person for one in readings))
        ):
            return Link(self._joint(tuple(self._named(one, paragraph).entity for one in readings)), NAME)
        return Link(self.cast.named(as_one(self.tokens, readings)), NAME) if surnames else None

    def _is_one_body(self, readings: list[NamedReading]) -> bool:
        """Whether names are those of one body's places, though another begins so: "Devon and Cornwall Police"."""
        first, last = readings[0], readings[-1]
        known = self.cast.at(first).parts  # "Devon County Council", which nobody calls "Devon"
        return len(first.name.parts) == 1 < len(known) and {known[-1], last.name.parts[-1]} <= NAMES.public_bodies

    def _are_alike(self, readings: list[NamedReading]) -> bool:
        """Whether all are persons, or none is, by what the text says of them."""
        return len({self.cast.at(one).sort.is_person for one in readings}) == 1

    def _is_known(self, reading: NamedReading) -> bool:
        """Whether a name is surely one person's or one body's: a whole one, or the surname of one."""
        name = reading.name
        return len(name.parts) > 1 or name.sort is not Sort.UNSURE or len(self.cast.at(reading).parts) > 1

    def _joint(self, members: tuple[Entity, ...]) -> Entity:
        """The source that several make together; its name is made of theirs."""
        names = [self._source(member).name or member.mention for member in members]
        name = f"{', '.join(names[:-1])} and {names[-1]}"
        known = self._by_words.get(name.lower())
        if known is not None:
            return known
        heads = {f"{head}s" for head in members[0].heads.intersection(*(member.heads for member in members))}
        return Entity(name, SourceKind.GROUP, Anonymity.NAMED, name, heads=heads, plural=True, members=members)

    # --- names and descriptions

    def _phrase(self, first: int, after: int, paragraph: int, said: Sequence[Range]) -> Link:
        reading = self.cast.read(first, after)
        if isinstance(reading, NamedReading):
            return self._named(reading, paragraph)
        reading = self._one_more(reading)
        meant = self._meant(reading, first, paragraph, said)
        if meant is not None:
            return meant
        told = self.cast.named_first(said[0]) if said else None
        found = self._taken_up(reading, first, paragraph, told) if reading.definite else None
        if found is None:
            known = self._named_next(reading, first) or self._by_words.get(reading.words.lower())
            found = Link(known or newcomer(reading), DESCRIPTION)
        elif reading.words.count(" ") > 1 and found.entity.is_body:  # "the lobby group" is the same further on
            self._by_words.setdefault(reading.words.lower(), found.entity)
        self._remember_alias(first, after, found.entity)
        if found.entity.gender is Gender.UNKNOWN and found.entity.name is None and found.entity.is_person:
            found.entity.gender = self.cast.gender_behind(after)
        return found

    def _one_more(self, reading: Reading) -> Reading:
        """A third who speaks behind "another" is one person, and no share of them."""
        last = next(self.focus.lately(0), None) if reading.words.lower() in _NEXT_ONE else None
        if last is None or last.kind is not SourceKind.PERSON or not last.mention.lower().startswith(_BEFORE_NEXT):
            return reading
        return attrs.evolve(reading, kind=SourceKind.PERSON, anonymity=Anonymity.ANONYMOUS, plural=False)

    def _taken_up(self, reading: Reading, first: int, paragraph: int, told: Entity | None) -> Link | None:
        """Whom "the ..." takes up: the one just introduced, or else one of those before."""
        introduced = self._just_introduced(reading, first, paragraph)
        return introduced or self.focus.described(reading, first, paragraph, told)

    def _just_introduced(self, reading: Reading, first: int, paragraph: int) -> Link | None:
        """Whom the sentence before is about, by the same noun: "A guild source came back. “No,” the source said"."""
        mention = self.focus.opening_before(first)
        before = None if mention is None else self.cast.read(*mention)
        if mention is None or before is None or isinstance(before, NamedReading) or before.definite:
            return None
        same = before.kind is reading.kind and before.head == reading.head
        return self.link(mention, paragraph) if same and reading.kind in _INTRODUCED else None

    def _named_next(self, reading: Reading, first: int) -> Entity | None:
        """Who opens the second paragraph, for one of the same gender who opens the text: "A mum ...", "Ann Doe ..."."""
        if first or reading.definite or reading.plural or reading.gender is Gender.UNKNOWN:
            return None
        start = _SECOND.search(self.outer)
        one = next(iter(self.cast.between(start.end(), start.end() + 1)), None) if start is not None else None
        if one is None or one.entity.sort is not Sort.PERSON or len(one.entity.parts) == 1:
            return None
        gender = one.entity.likely_gender
        aged = gender is Gender.UNKNOWN and _AGED.match(self.outer, one.after) is not None
        return one.entity if gender is reading.gender or aged else None

    def _meant(self, reading: Reading, first: int, paragraph: int, said: Sequence[Range]) -> Link | None:
        """Whom a description means for sure: a government, a body that speaks of itself, two that go together."""
        government = self._governing(reading, first)
        if government is not None:
            return Link(government, NAME)
        own = self._speaking_of_itself(said) if reading.head in NAMES.companies and reading.definite else None
        if own is not None:
            return Link(own, TAKEN_UP)
        giving = self._late.giving(reading, first)
        if giving is not None:
            return Link(giving, NAME)
        force = self.cast.force(reading.words)
        if force is not None:
            return Link(force, GUESS)
        pair = self.focus.pair(reading, first, paragraph)
        return None if pair is None else Link(self._joint(pair), TAKEN_UP)

    def _speaking_of_itself(self, said: Sequence[Range]) -> Entity | None:
        """The body that spoke before and is named in words in marks, where they do not say "we"."""
        inside = [self.tokens.words[k] for piece in said for k in range(*piece) if self.outer[k] == Tag.INSIDE]
        named = named_in(inside, self.entities)
        return named[0] if len(named) == 1 and _OURS.isdisjoint(map(str.lower, inside)) else None

    def _remember_alias(self, first: int, after: int, entity: Entity) -> None:
        """Keep the name in marks that a description ends with: "the artist who signs his work “Moth”"."""
        end = after - (self.outer[after - 1] == Tag.COMMA)
        opening, alias, closing = self.tokens.words[end - _ALIAS : end] if end - first > _ALIAS else ("", "", "")
        described = entity.kind is SourceKind.PERSON and entity.name is None
        if described and opening in MARKS and closing in MARKS and alias[0].isupper():
            self._aliases[plain(alias)] = entity

    def _aliased(self, reading: NamedReading) -> Entity | None:
        """The one who was described with this name in marks before."""
        known = self._aliases.pop(" ".join(reading.name.parts), None)
        return known if known in self.entities else None

    def _governing(self, reading: Reading, first: int) -> Entity | None:
        """The government of the nation in a description, in its paragraph, or of which the text speaks most."""
        if reading.head != "government" or governs_part(reading.words):
            return None
        nation = NATION.search(reading.words)
        adjective = NATIONS[nation[0]] if nation else self._nation_before(first) or self._country
        return self._government(adjective, reading.words) if adjective else None

    def _nation_before(self, at: int) -> str | None:
        """The only nation of which a paragraph tells before a token; of several the last, for "its government"."""
        start = self.outer.rfind(Tag.NEWLINE, 0, at)
        near = takewhile(lambda one: one.first > start, self.cast.before(at))
        named = [NATIONS[name] for one in near if one.place is not Place.OTHER and (name := one.entity.name) in STATES]
        return named[0] if named and (self.tokens.lower[at] == "its" or len(set(named)) == 1) else None

    def _named(self, reading: NamedReading, paragraph: int) -> Link:
        entity = self.cast.namesake(reading) or self.cast.at(reading)
        government = self._government_of(entity, reading)
        if government is not None:
            return Link(government, NAME)
        known = self._late.of(reading, paragraph) or self._aliased(reading)
        if known is not None and not entity.id:
            self._replace(known, entity)
        entity.take(reading)
        return Link(self._source(entity), NAME)

    def _government_of(self, entity: Entity, reading: Reading) -> Entity | None:
        """The government that a country or a capital stands for when it speaks."""
        half = self._half(reading)
        if half is not None:
            return self._government(NATIONS[half], reading.words)
        if entity.name not in STATES or entity.sort.is_person:
            return None
        return self._government(NATIONS[entity.name], reading.words)

    def _half(self, reading: Reading) -> str | None:
        """The country that "the North" is where the text has "North Korea"."""
        quarter = reading.words.partition(" ")[2]
        if not reading.definite or quarter not in _QUARTERS:
            return None
        return next((form for form in self._nations if form.startswith(f"{quarter} ")), None)

    def _replace(self, described: Entity, named: Entity) -> None:
        """Let a name take the place of the source described last."""
        named.id, named.role, named.heads = described.id, described.role, described.heads | named.heads
        named.affiliation = described.affiliation
        named.settle(Sort.PERSON)
        self.entities[self.entities.index(described)] = named
        self._by_words[described.mention.lower()] = named
        self.focus.forget(described)

    def _government(self, adjective: str, mention: str) -> Entity:
        name = f"{adjective} government"
        known = self._by_words.get(name.lower())
        if known is None:
            known = Entity(
                mention,
                SourceKind.GOVERNMENT,
                Anonymity.NAMED,
                name,
                tuple(name.lower().split()),
                Sort.GOVERNMENT,
                heads={"government"},
            )
            self._by_words[name.lower()] = known
        return known

    @cached_property
    def _nations(self) -> Counter[str]:
        """The names of nations in the text, and how often each is there."""
        return Counter(match[0] for match in NATION.finditer(self.tokens.flat, 0, 100_000))

    @cached_property
    def _country(self) -> str | None:
        """The nation the text speaks of most, whose government "the government" is."""
        # A capital does not count: it stands for a government that has a name already.
        counted = Counter(NATIONS[form] for form in self._nations.elements() if form not in CAPITALS)
        return counted.most_common(1)[0][0] if counted else None

    # --- sources

    def elsewhere(self, reading: Reading, *, known: bool = False) -> str | None:
        """The source that a mention in another part of the article stands for.

        A name that is new makes one, unless only a person whom the text names, too, is ``known`` to speak.
        """
        if isinstance(reading, NamedReading):
            entity = self.cast.named(reading)
            if known and not (entity.times and entity.is_person):
                return None
            return self._source(self._government_of(entity, reading) or entity).id
        alike = [one for one in self.entities if reading.head in one.heads and one.plural is reading.plural]
        return alike[0].id if len(alike) == 1 else None

    def _source(self, entity: Entity) -> Entity:
        """Make one a source, if it is none yet."""
        if not entity.id:
            entity.id = f"s{len(self.entities) + 1}"
            self.entities.append(entity)
            if entity.plural or not INDEFINITE.match(entity.mention):
                self._by_words.setdefault(entity.mention.lower(), entity)
        return entity
