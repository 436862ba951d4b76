"""Linking: every mention of an article to the source it stands for."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

import attrs

from newsschema._enums import Anonymity, SourceKind
from newsschema._model import Source
from newsschema.reading._gazetteer import (
    BODIES,
    CAPITALS,
    FEMALE,
    GOVERNMENTS,
    MALE,
    NATION,
    NATIONS,
    PAPERS,
    PEOPLE,
    ROLE,
    TITLES,
)
from newsschema.reading._phrases import np_left
from newsschema.reading._tokens import Tokens

Range = tuple[int, int]

_HE: Final = {"he": "m", "his": "m", "him": "m", "she": "f", "her": "f", "hers": "f"}
_THEY: Final = frozenset("they their them we our us both all".split())
_IT: Final = frozenset("it its".split())
_NAME: Final = re.compile(r"P(?:(?:P|#(?=P)|N(?=P))*P)?")
_PARTICLES: Final = frozenset("de da di du del della la le van von der den bin ibn al el bint abu ap y dos ter ten zu".split())
_SPOKEN_FOR: Final = frozenset("negotiator spokesman spokeswoman spokesperson envoy ambassador minister official president diplomat lawyer".split())
_GENERIC: Final = frozenset("group body organisation organization agency company firm party committee union".split())
#: How many paragraphs back a pronoun or "the official" may reach.
_REACH: Final = 8


@attrs.define(eq=False)
class Entity:
    """A source in the making."""

    mention: str
    kind: SourceKind
    anonymity: Anonymity
    name: str | None = None
    role: str | None = None
    affiliation: str | None = None
    heads: set[str] = attrs.Factory(set)
    gender: str = ""
    plural: bool = False
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
            role=self.role or None,
            affiliation=self.affiliation or None,
        )


@attrs.frozen
class Reading:
    """What the words of one mention say."""

    words: str
    name: str | None
    head: str
    kind: SourceKind
    plural: bool
    definite: bool
    role: str | None = None
    affiliation: str | None = None
    gender: str = ""


class Linker:
    """Gives each mention, in the order of the text, its source."""

    def __init__(self, tokens: Tokens, outer: str) -> None:
        self.tokens = tokens
        self.outer = outer
        self.entities: list[Entity] = []
        self._by_name: dict[str, Entity] = {}
        self._home: str | None = None

    def link(self, mention: Range, paragraph: int, speaker: Entity | None = None) -> Entity | None:
        """The entity a mention stands for; one that is new is added."""
        first, after = mention
        word = self.tokens.lower[first]
        single = after - first == 1 or (after - first == 2 and self.outer[after - 1] == ",")
        if single and self.outer[first] in "WT":
            before = first - 1 - (self.outer[first - 1 : first] == ",")
            start = np_left(self.outer, before + 1, 0) if before >= 0 else first
            return self.link((start, before + 1), paragraph) if start <= before and self.outer[start] not in "WT" else None
        if single and (word in _HE or word in _THEY or word in _IT or word in {"i", "my", "you", "one"}):
            found = self._pronoun(word, paragraph, speaker, first)
        else:
            found = self._phrase(self._read(first, after), paragraph)
        found.seen = paragraph
        return found

    # --- pronouns

    def _pronoun(self, word: str, paragraph: int, speaker: Entity | None, at: int) -> Entity:
        if speaker is not None and word in {"i", "my"}:
            return speaker
        if speaker is not None and word in {"we", "our", "us"}:
            return self._spoken_for(speaker)
        recent = [e for e in self.entities if paragraph - e.seen <= _REACH]
        recent.sort(key=lambda e: e.seen)
        gender = _HE.get(word, "")
        for entity in reversed(recent):
            if gender and entity.kind is SourceKind.PERSON and not entity.plural and entity.gender in {"", gender}:
                entity.gender = gender
                return entity
            if word in _THEY and (entity.plural or entity.kind is SourceKind.GROUP):
                return entity
            if word in _IT and not entity.plural and entity.kind not in {SourceKind.PERSON, SourceKind.GROUP}:
                return entity
        if gender and (name := self._name_before(at)) is not None:
            entity = self._phrase(name, paragraph)
            entity.gender = gender
            return entity
        kind = SourceKind.PERSON if gender or word in {"i", "my"} else SourceKind.UNKNOWN
        entity = Entity(self.tokens.words[at], kind, Anonymity.UNRESOLVED, gender=gender, plural=word in _THEY)
        return self._add(entity)

    def _spoken_for(self, speaker: Entity) -> Entity:
        """Whom "we" stands for in the words of one who speaks for a body."""
        nation = NATIONS.get(speaker.affiliation or "")
        if nation is None or not speaker.role or _SPOKEN_FOR.isdisjoint(speaker.role.lower().split()):
            return speaker
        return self._government(nation, speaker.affiliation or nation)

    def _name_before(self, at: int) -> Reading | None:
        """The name that opens a sentence or a clause shortly before a pronoun."""
        low = max(0, at - 80)
        names = [m for m in re.finditer(r"(?<=[\n.?\],UL])P[P#N]*P|(?<=[\n.?\],UL])P(?=[XVzEB])", self.outer[low:at])]
        for match in reversed(names):
            reading = self._read(low + match.start(), low + match.end())
            if reading.kind is SourceKind.PERSON:
                return reading
        return None

    # --- names and descriptions

    def _read(self, first: int, after: int) -> Reading:
        """Take the words of a mention apart: name, head noun, role, body."""
        tokens, outer = self.tokens, self.outer
        while after > first + 1 and outer[after - 1] in ",-S":
            after -= 1
        words = tokens.text[slice(*tokens.span(first, after))]
        comma = re.compile(r",|\(").search(outer, first, after)
        end = comma.start() if comma and comma.start() > first else after
        join = re.compile("[OIt]").search(outer, first, end)
        stop = join.start() if join and join.start() > first else end
        head = tokens.lower[stop - 1] if stop > first else tokens.lower[first]
        role = affiliation = None
        name = self._proper(first, stop)
        if name is None and comma is not None:  # "the commander of X, Ivan Petrov," with the name behind
            tail = comma.end()
            behind = self._proper(tail, after) if tail < after and outer[tail] == "P" else None
            if behind is not None and (outer[first] != "P" or "S" in outer[first:end]):
                name, role = behind, tokens.text[slice(*tokens.span(first, end))]
                possessor = outer.find("S", first, end)
                if possessor > first:
                    affiliation = tokens.text[slice(*tokens.span(first, possessor))]
                    role = tokens.text[slice(*tokens.span(possessor + 1, end))]
        elif name is not None:
            before = self._before_name(first, stop, name)
            role = before or None
            if comma is not None and comma.group() == "," and comma.end() < after and outer[comma.end()] in "DNAK":
                role = tokens.text[slice(*tokens.span(comma.end(), after))].rstrip(", ")
            if join is not None and join.end() < end and join.start() > first:
                affiliation = re.sub(r"^(?:the|The) ", "", tokens.text[slice(*tokens.span(join.end(), end))])
        kind, plural = self._kind(first, stop, head, name)
        if name is None and kind is SourceKind.PERSON:
            role = re.sub(r"^(?:a|an|the|one) ", "", words, flags=re.IGNORECASE) if not plural else None
            if outer[first + 1 : first + 3] == "PP" and stop - first > 3:
                affiliation = tokens.text[slice(*tokens.span(first + 1, stop - 1))]
        low = [w.rstrip(".") for w in tokens.lower[first:after]]
        gender = "f" if not FEMALE.isdisjoint(low) else "m" if not MALE.isdisjoint(low) else ""
        definite = tokens.lower[first] in {"the", "this", "that", "these", "those"} or outer[first] == "D" and "S" in outer[first:stop]
        return Reading(words, name, head, kind, plural, definite, role, affiliation, gender)

    def _proper(self, first: int, after: int) -> str | None:
        """The proper name inside a noun phrase, without the titles before it."""
        tokens, outer = self.tokens, self.outer
        k = after
        while k > first and (outer[k - 1] == "P" or (tokens.lower[k - 1].split("-")[0] in _PARTICLES and k < after) or (k < after and outer[k - 1] == "#")
                             or (tokens.lower[k - 1].startswith("al-") and k - 1 > first)):
            k -= 1
        while k < after and (tokens.lower[k].rstrip(".") in TITLES or tokens.lower[k] in _PARTICLES or outer[k] == "#") and k < after - 1:
            k += 1
        if k >= after or "P" not in outer[k:after] or (tokens.lower[k].rstrip(".") in TITLES and after - k == 1):
            return None
        if k == first and after - k == 1 and tokens.lower[k] in PEOPLE | PAPERS | BODIES:
            return None
        nations = [NATIONS.get(w) for w in tokens.words[k:after]]
        if nations[0] and after - k > 1 and nations[0] != tokens.words[k] and outer[first] != "P":
            k += 1
        if nations[0] and after - k == 1 and tokens.words[k] not in CAPITALS:
            return None
        return tokens.text[slice(*tokens.span(k, after))]

    def _before_name(self, first: int, stop: int, name: str) -> str:
        """What stands before the name: "UN envoy"."""
        words = self.tokens.text[slice(*self.tokens.span(first, stop))]
        return re.sub(r"^(?:the|The|a|A) ", "", words[: -len(name)].strip()) if words.endswith(name) else ""

    def _kind(self, first: int, stop: int, head: str, name: str | None) -> tuple[SourceKind, bool]:
        lower = self.tokens.lower[first:stop]
        base = head[:-1] if head.endswith("s") and not head.endswith("ss") else head
        if name is not None and name in CAPITALS or head in GOVERNMENTS:
            return SourceKind.GOVERNMENT, False
        if head in PAPERS or base in PAPERS:
            return SourceKind.DOCUMENT, head != base
        if head in PEOPLE:
            return SourceKind.GROUP, True
        if head in BODIES or (name is not None and any(w in BODIES or w == "house" for w in lower)):
            return SourceKind.ORGANISATION, False
        if name is not None:
            simple = len(lower) == 1 and (lower[0].isupper() or self.tokens.words[first].isupper())
            definite = self.outer[first] == "D" and ROLE.match(lower[-1]) is None and len(name.split()) == len(lower) - 1
            person = not simple and not definite
            return (SourceKind.PERSON if person else SourceKind.ORGANISATION), False
        if ROLE.match(head):
            plural = head.endswith("s") and not head.endswith(("ss", "us"))
            return (SourceKind.GROUP if plural else SourceKind.PERSON), plural
        return SourceKind.UNKNOWN, head.endswith("s")

    def _phrase(self, reading: Reading, paragraph: int) -> Entity:
        if reading.kind is SourceKind.GOVERNMENT:
            nation = NATION.search(reading.words)
            adjective = NATIONS[nation.group()] if nation else self._country()
            if adjective is not None:
                return self._government(adjective, reading.words)
        if reading.name is not None:
            return self._named(reading, reading.name, paragraph)
        if reading.definite:
            for entity in sorted(self.entities, key=lambda e: -e.seen):
                generic = reading.head in _GENERIC and entity.kind is SourceKind.ORGANISATION
                if paragraph - entity.seen <= _REACH and (reading.head in entity.heads or generic) and entity.plural == reading.plural:
                    if reading.affiliation and not entity.affiliation:
                        entity.affiliation = reading.affiliation
                    return entity
        known = self._by_name.get(reading.words.lower()) if reading.plural else None
        if known is not None:
            return known
        anonymity = Anonymity.COLLECTIVE if reading.plural or reading.kind is SourceKind.GROUP else Anonymity.ANONYMOUS
        if reading.kind is SourceKind.UNKNOWN and not reading.plural:
            anonymity = Anonymity.UNRESOLVED
        return self._add(self._entity(reading, anonymity))

    def _named(self, reading: Reading, name: str, paragraph: int) -> Entity:
        key = name.lower()
        surname = key.split()[-1]
        known = self._by_name.get(key) or (self._by_name.get(surname) if len(key.split()) == 1 else None)
        if known is None:
            known = self._late_name(reading, paragraph)
        if known is None:
            known = self._add(self._entity(reading, Anonymity.NAMED))
        if known.name is None or len(name) > len(known.name) and name.endswith(known.name):
            known.name = name
        known.role = known.role or reading.role
        known.affiliation = known.affiliation or reading.affiliation
        known.gender = known.gender or reading.gender
        known.heads.update(self._heads(reading))
        self._by_name[key] = known
        self._by_name.setdefault(surname, known)
        if known.kind is SourceKind.ORGANISATION:
            self._by_name.setdefault("".join(w[0] for w in name.split() if w[0].isupper()).lower(), known)
        return known

    def _late_name(self, reading: Reading, paragraph: int) -> Entity | None:
        """The one just described and not named, when a bare new name follows at once: "the commander ..."; "Ivan Petrov"."""
        last = self.entities[-1] if self.entities else None
        bare = reading.kind is SourceKind.PERSON and reading.role is None and reading.words == reading.name and " " in reading.words
        if bare and last and last.name is None and last.kind is SourceKind.PERSON and last.anonymity is Anonymity.ANONYMOUS:
            definite = last.mention.lower().startswith("the ") and len(last.mention.split()) > 2
            return last if definite and 0 <= paragraph - last.seen <= 1 else None
        return None

    def _government(self, adjective: str, words: str) -> Entity:
        name = f"{adjective} government"
        known = self._by_name.get(name.lower())
        if known is None:
            known = self._add(Entity(words, SourceKind.GOVERNMENT, Anonymity.NAMED, name=name, affiliation=None, heads={"government"}))
            self._by_name[name.lower()] = known
        return known

    def _country(self) -> str | None:
        """The nation the text speaks of most, whose government "the government" is."""
        if self._home is None:
            counted = Counter(NATIONS[m.group()] for m in NATION.finditer(self.tokens.text))
            self._home = counted.most_common(1)[0][0] if counted else ""
        return self._home or None

    def _entity(self, reading: Reading, anonymity: Anonymity) -> Entity:
        return Entity(
            reading.words, reading.kind, anonymity, reading.name, reading.role, reading.affiliation, self._heads(reading), reading.gender, reading.plural
        )

    @staticmethod
    def _heads(reading: Reading) -> set[str]:
        """The nouns by which a later definite phrase may take the source up again."""
        heads = {reading.head} if reading.name is None or reading.name.split()[-1].lower() != reading.head else set[str]()
        if reading.role:
            for part in re.split(r"\b(?:of|at|for|in|to|with)\b|,", reading.role.lower()):
                heads.update(part.split()[-1:])
        if reading.kind is SourceKind.ORGANISATION:
            heads.update(w for w in (reading.name or reading.words).lower().split() if w in BODIES)
        return heads

    def _add(self, entity: Entity) -> Entity:
        entity.id = f"s{len(self.entities) + 1}"
        self.entities.append(entity)
        if entity.plural and entity.name is None:
            self._by_name[entity.mention.lower()] = entity
        return entity
