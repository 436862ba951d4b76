"""Linking: every mention of an article to the source it stands for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Final, NamedTuple

from newsschema._model.enums import Anonymity, SourceKind
from newsschema.reading._cast import Cast, Place
from newsschema.reading._chunks import Range
from newsschema.reading._entities import Entity
from newsschema.reading._gazetteer import CAPITALS, NAMES, NATION, NATIONS, STATES, Gender
from newsschema.reading._mentions import Reading
from newsschema.reading._naming import Sort
from newsschema.reading._phrases import np_left
from newsschema.reading._tags import Tag
from newsschema.reading._tokens import Tokens
from newsschema.reading._words import WORDS

_GENDER: Final = {
    **dict.fromkeys(("he", "his", "him"), Gender.MAN),
    **dict.fromkeys(("she", "her", "hers"), Gender.WOMAN),
}
_THEY: Final = frozenset({"they", "their", "them", "we", "our", "us", "both", "all"})
_IT: Final = frozenset({"it", "its"})
_SELF: Final = frozenset({"i", "my", "you", "one"})
_INDEFINITE: Final = re.compile(r"(?:an?|one|another|some\w*)\b", re.IGNORECASE)
#: How many paragraphs back a pronoun or "the official" may reach, and over how many mentions.
_REACH: Final = 8
_RECENT: Final = 40


class Link(NamedTuple):
    """Whom a mention stands for, and how sure that is, from 0 to 1."""

    entity: Entity
    confidence: float


#: The share of links of each sort that are right, on annotated news.
_NAME: Final = 0.97
_SURNAME: Final = 0.95
_DESCRIPTION: Final = 0.9
_TAKEN_UP: Final = 0.85
_PRONOUN: Final = 0.9
_GUESS: Final = 0.6
_NOBODY: Final = 0.5


class Linker:
    """Gives each mention, in the order of the text, its source."""

    def __init__(self, tokens: Tokens, outer: str) -> None:
        self.tokens = tokens
        self.outer = outer
        self.cast = Cast(tokens, outer)
        self.entities: list[Entity] = []
        self._spoken: list[tuple[int, Entity]] = []
        self._recent: dict[Entity, None] = {}  # the one seen last stands last
        self._by_words: dict[str, Entity] = {}
        self._linked: dict[Range, Link | None] = {}
        self._sentences = [0, *(match.end() for match in _SENTENCE.finditer(outer))]

    def link(self, mention: Range, paragraph: int, speaker: Entity | None = None) -> Link | None:
        """The entity a mention stands for; one that is new is added."""
        if mention not in self._linked:
            self._linked[mention] = self._link(mention, paragraph, speaker)
        return self._linked[mention]

    def _link(self, mention: Range, paragraph: int, speaker: Entity | None) -> Link | None:
        first, after = mention
        word = self.tokens.lower[first]
        single = after - first == 1 or (after - first == 2 and self.outer[after - 1] == ",")  # noqa: PLR2004 - "he,"
        if single and self.outer[first] in "WT":
            return self._antecedent(first, paragraph)
        if single and (word in _GENDER or word in _THEY or word in _IT or word in _SELF):
            found = self._pronoun(word, paragraph, speaker, first)
        else:
            found = self._together(first, after, paragraph) or self._phrase(
                self.cast.read(first, after), first, paragraph
            )
        found.entity.seen = paragraph
        self._recent.pop(found.entity, None)
        self._recent[found.entity] = None
        if self.outer[first] != Tag.INSIDE:
            self._spoken.append((first, found.entity))
        return found

    def _together(self, first: int, after: int, paragraph: int) -> Link | None:
        """Those who are named one by one and speak as one: "Ann Doe and Bo Roe"."""
        readings = self.cast.reader.several(first, after)
        if readings is None or any(not self._is_known(one) for one in readings):
            return None
        return Link(self._joint(tuple(self._named(one, paragraph).entity for one in readings)), _SURNAME)

    def _joint(self, members: tuple[Entity, ...]) -> Entity:
        """The source that several make together; its name is made of theirs."""
        names = [member.name or member.mention for member in members]
        name = f"{', '.join(names[:-1])} and {names[-1]}"
        known = self._by_words.get(name.lower())
        if known is None:
            heads = {f"{head}s" for head in members[0].heads.intersection(*(member.heads for member in members))}
            known = self._add(
                Entity(name, SourceKind.GROUP, Anonymity.NAMED, name, heads=heads, plural=True, members=members)
            )
        return known

    def _pair(self, first: int, paragraph: int) -> Entity | None:
        """Whom "both men" or "the pair" takes up: those who spoke as one, or two named with "and" between them."""
        joint = next((one for one in self._lately(paragraph) if len(one.members) == 2), None)  # noqa: PLR2004
        if joint is not None:
            return joint
        later = None
        for one, _ in zip(self.cast.before(first), range(_RECENT), strict=False):
            if later is not None and self.outer[one.after : later.first] in {"C", ",C"}:
                members = (one.entity, later.entity)
                if members[0] is not members[1] and all(member.is_person for member in members):
                    return self._joint((self._source(members[0]), self._source(members[1])))
            later = one
        return None

    def _is_known(self, reading: Reading) -> bool:
        """Whether a name is surely one person's or one body's: a whole one, or the surname of one."""
        name = reading.name
        if name is None:
            return False
        return len(name.parts) > 1 or name.sort is not Sort.UNSURE or len(self.cast.at(reading).parts) > 1

    def _antecedent(self, at: int, paragraph: int) -> Link | None:
        """What a relative pronoun stands for: the noun phrase before it."""
        end = at - (self.outer[at - 1 : at] == ",")
        start = np_left(self.outer, end, max(0, end - _RECENT))
        return self.link((start, end), paragraph) if start < end and self.outer[start] not in "WT" else None

    def _lately(self, paragraph: int) -> Iterator[Entity]:
        """The entities seen last, the nearest first."""
        near = islice(reversed(self._recent), _RECENT)
        return (entity for entity in near if paragraph - entity.seen <= _REACH)

    # --- pronouns

    def _pronoun(self, word: str, paragraph: int, speaker: Entity | None, at: int) -> Link:
        if speaker is not None and word in _SELF:
            return Link(speaker, _PRONOUN)
        if speaker is not None and word in _THEY:
            return Link(self._spoken_for(speaker), _PRONOUN)
        gender = _GENDER.get(word)
        found = None
        if gender is not None:
            found = self._person(at, gender, paragraph)
        elif word in _IT:
            found = self._body(at, paragraph)
        elif word in _THEY:
            found = next((Link(entity, _GUESS) for entity in self._lately(paragraph) if entity.plural), None)
        if found is not None:
            return Link(self._source(found.entity), found.confidence)
        kind = SourceKind.PERSON if gender is not None or word in _SELF else SourceKind.UNKNOWN
        unknown = Entity(
            self.tokens.words[at], kind, Anonymity.UNRESOLVED, gender=gender or Gender.UNKNOWN, plural=word in _THEY
        )
        return Link(self._add(unknown), _NOBODY)

    def _person(self, at: int, gender: Gender, paragraph: int) -> Link | None:
        """Whom "he" or "she" takes up: by gender, then by who the sentences before are about."""
        best: Entity | None = None
        most = 0.0
        rivals = 0
        for entity, weight in self._floor(at, paragraph):
            if not entity.is_person or entity.gender.contradicts(gender):
                continue
            known = entity.gender is gender and gender is not Gender.UNKNOWN
            score = weight + _SAME_GENDER * known + _OFTEN * min(entity.times, _MANY_TIMES)
            score -= _DOUBTED * (entity.sort is Sort.UNSURE and entity.leaning <= 0 and not entity.id)
            rivals += entity is not best
            if best is None or score > most:
                best, most = entity, score
        if best is None:
            return None
        if best.gender is Gender.UNKNOWN:
            best.gender = gender
        best.settle(Sort.PERSON)
        return Link(best, _PRONOUN if rivals == 1 else _TAKEN_UP)

    def _body(self, at: int, paragraph: int) -> Link | None:
        """What "it" takes up as a speaker: a body, a government or a paper."""
        best: Entity | None = None
        most = 0.0
        for entity, weight in self._floor(at, paragraph):
            if not entity.is_body:
                continue
            sure = entity.sort.is_body or entity.name is None or bool(entity.id)
            score = weight + (1.0 if sure else 0.0)
            if best is None or score > most:
                best, most = entity, score
        if best is None:
            return None
        if best.name is not None and best.sort is not Sort.NATION:
            best.settle(Sort.BODY)
        return Link(best, _TAKEN_UP)

    def _floor(self, at: int, paragraph: int) -> Iterator[tuple[Entity, float]]:
        """Those named or speaking before a token, each with how much the text is about it there."""
        here = self._sentence(at)
        for (where, entity), _ in zip(self._spoken_before(at, paragraph), range(_RECENT), strict=False):
            yield entity, _SPEAKER - (here - self._sentence(where)) * _FADE
        for one, _ in zip(self.cast.before(at), range(_RECENT), strict=False):
            back = here - self._sentence(one.first)
            if back > _REACH * 2:
                break
            yield one.entity, one.place.value - back * _FADE

    def _spoken_before(self, at: int, paragraph: int) -> Iterator[tuple[int, Entity]]:
        return ((where, one) for where, one in reversed(self._spoken) if where < at and paragraph - one.seen <= _REACH)

    def _sentence(self, at: int) -> int:
        return bisect_right(self._sentences, at)

    def _spoken_for(self, speaker: Entity) -> Entity:
        """Whom "we" stands for in the words of one who speaks for a government: that government."""
        nation = NATIONS.get(speaker.affiliation or "")
        if nation is None or WORDS.representatives.isdisjoint((speaker.role or "").lower().split()):
            return speaker
        return self._government(nation, speaker.affiliation or nation)

    # --- names and descriptions

    def _phrase(self, reading: Reading, first: int, paragraph: int) -> Link:
        if reading.name is not None:
            return self._named(reading, paragraph)
        if reading.kind is SourceKind.GOVERNMENT and reading.head in {"government", "administration", "cabinet"}:
            nation = NATION.search(reading.words)
            adjective = NATIONS[nation[0]] if nation else self._country()
            if adjective and reading.head == "government":
                return Link(self._government(adjective, reading.words), _SURNAME)
        known = self._by_words.get(reading.words.lower())
        if reading.definite:
            taken = self._taken_up(reading, first, paragraph)
            if taken is not None:
                return taken
        if known is not None:
            return Link(known, _DESCRIPTION)
        return Link(self._add(_entity(reading)), _DESCRIPTION)

    def _taken_up(self, reading: Reading, first: int, paragraph: int) -> Link | None:
        """Whom "the governor" or "the bank" takes up: one who spoke, or one of whom the text says so."""
        for entity in self._lately(paragraph):
            if entity.plural is not reading.plural or (entity.members != () and not reading.plural):
                continue
            general = reading.head in WORDS.generic_bodies and entity.kind is SourceKind.ORGANISATION
            if (reading.head in entity.heads or general) and self._fits(reading, entity):
                entity.affiliation = entity.affiliation or reading.affiliation
                return Link(entity, _TAKEN_UP)
        if reading.plural and _PAIR.match(reading.words) and reading.head not in _SIDES:
            pair = self._pair(first, paragraph)
            return Link(pair, _TAKEN_UP) if pair is not None else None
        if reading.plural or reading.kind not in {SourceKind.PERSON, SourceKind.ORGANISATION, SourceKind.UNKNOWN}:
            return None
        described = [
            entity for entity in self.cast.by_description(reading.head) if self._fits(reading, entity) and entity.name
        ]
        if described:
            nearest = {id(one.entity): k for k, one in zip(range(200), self.cast.before(first), strict=False)}
            best = min(described, key=lambda entity: nearest.get(id(entity), 1000))
            return Link(self._source(best), _TAKEN_UP)
        if reading.kind is SourceKind.ORGANISATION:
            return self._body_called(reading, first)
        stands_in = reading.head in NAMES.stand_ins or reading.head in NAMES.origins or _AGED.fullmatch(reading.head)
        found = self._person(first, reading.gender, paragraph) if stands_in else None
        return None if found is None else Link(self._source(found.entity), _GUESS)

    def _body_called(self, reading: Reading, first: int) -> Link | None:
        """The body that "the bank" or "the airline" takes up: one with the noun in its name, or the one in the text."""
        here = self._sentence(first)
        spoken_of: set[Entity] = set()
        for one, _ in zip(self.cast.before(first), range(_RECENT), strict=False):
            entity = one.entity
            if not (entity.sort is Sort.BODY or entity.sort is Sort.UNSURE):
                continue
            if reading.head in entity.parts:
                return Link(self._source(entity), _GUESS)
            if here - self._sentence(one.first) <= _REACH and one.place is not Place.OTHER:
                spoken_of.add(entity)
        if reading.head not in NAMES.taking_up or len(spoken_of) != 1:
            return None
        return Link(self._source(spoken_of.pop()), _GUESS)

    def _fits(self, reading: Reading, entity: Entity) -> bool:
        """Whether nothing in a description speaks against one: a name in it that is not said of the other."""
        if entity.gender.contradicts(reading.gender):
            return False
        capitals = {word.rstrip("'s’").lower() for word in reading.words.split()[1:] if word[0].isupper()}
        if not capitals or (entity.name is None and entity.affiliation is None):
            return True
        known = {*entity.described, *(entity.role or "").lower().split(), *(entity.affiliation or "").lower().split()}
        known |= {word.lower() for word in entity.mention.split()}
        return not capitals.isdisjoint(known)

    def _named(self, reading: Reading, paragraph: int) -> Link:
        entity = self.cast.at(reading)
        name = reading.name
        if name is not None and entity.sort is Sort.NATION and entity.name in STATES:
            return Link(self._government(NATIONS[entity.name], reading.words), _NAME)
        known = self._late_name(reading, paragraph)
        if known is not None and not entity.id:
            self._replace(known, entity)
        entity.take(reading)
        whole = name is None or len(name.parts) >= len(entity.parts)
        return Link(self._source(entity), _NAME if whole else _SURNAME)

    def _late_name(self, reading: Reading, paragraph: int) -> Entity | None:
        """The one just described, when a bare new name follows at once: "the commander in the north"; "Ivan Petrov"."""
        last = self.entities[-1] if self.entities else None
        bare = reading.kind is SourceKind.PERSON and reading.words == reading.called and " " in reading.words
        if last is None or not bare or last.kind is not SourceKind.PERSON or last.name is not None:
            return None
        definite = last.mention.lower().startswith("the ") and " of " in last.mention
        return last if definite and 0 <= paragraph - last.seen <= 1 else None

    def _replace(self, described: Entity, named: Entity) -> None:
        """Let a name take the place of the source described last."""
        named.id, named.role, named.heads = described.id, described.role, described.heads | named.heads
        named.affiliation = described.affiliation
        self.entities[-1] = named
        self._by_words[described.mention.lower()] = named
        self._recent.pop(described, None)

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
            self._by_words[name.lower()] = self._add(known)
        return known

    def _country(self) -> str | None:
        """The nation the text speaks of most, whose government "the government" is.

        A capital does not count: it stands for a government that has a name already.
        """
        found = (match[0] for match in NATION.finditer(self.tokens.text, 0, 100_000))
        counted = Counter(NATIONS[form] for form in found if form not in CAPITALS)
        return counted.most_common(1)[0][0] if counted else None

    # --- sources

    def _source(self, entity: Entity) -> Entity:
        """Make one of the cast a source, if it is none yet."""
        return entity if entity.id else self._add(entity)

    def _add(self, entity: Entity) -> Entity:
        entity.id = f"s{len(self.entities) + 1}"
        self.entities.append(entity)
        if entity.plural or not _INDEFINITE.match(entity.mention):
            self._by_words.setdefault(entity.mention.lower(), entity)
        return entity


_PAIR: Final = re.compile(r"(?:both(?: \w+)?|the (?:two(?: \w+)?|pair|duo|couple))$", re.IGNORECASE)
_SIDES: Final = frozenset({"sides", "teams", "parties", "countries", "companies", "clubs", "governments"})
_AGED: Final = re.compile(r"[\w-]*year-old|[\w-]*something")
_SENTENCE: Final = re.compile(r"[.?\n]+[\])]*")
#: How much it counts to be the one who spoke, beside the places of names; and how much each sentence back takes off.
_SPEAKER: Final = 1.0
_FADE: Final = 0.6
_SAME_GENDER: Final = 0.8
#: How much a lone name loses of which nothing says that it is a person's.
_DOUBTED: Final = 0.8
#: How much each time counts that the text names somebody.
_OFTEN: Final = 0.1
_MANY_TIMES: Final = 6


def _entity(reading: Reading) -> Entity:
    return Entity(
        reading.words,
        reading.kind,
        reading.anonymity,
        role=reading.role,
        affiliation=reading.affiliation,
        heads=set(reading.heads()),
        gender=reading.gender,
        plural=reading.plural,
    )
