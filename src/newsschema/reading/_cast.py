"""The cast of a text: everybody and every body that it names, wherever, and which names are one's.

A name is looked up in tables by its whole, by its last word and by any of its words, so that the work grows with the
text and not with the number of those in it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from enum import Enum
from itertools import islice
from typing import Final

import attrs

from newsschema._model.enums import Anonymity, SourceKind
from newsschema._model.quotes import Source
from newsschema.reading._chunks import Range
from newsschema.reading._gazetteer import NAMES, Gender, is_person_noun, plain
from newsschema.reading._mentions import MentionReader, Reading, kind_of
from newsschema.reading._naming import MARKS, Name, Sort
from newsschema.reading._phrases import np_left
from newsschema.reading._tags import TAGS, Tag
from newsschema.reading._tokens import Tokens

#: How many of one surname are looked at, the last ones first.
_NAMESAKES: Final = 8
_RUN: Final = TAGS.pattern("<name>+")
_POSSESSIVE: Final = TAGS["possessive"]
_SUBORDINATE: Final = TAGS["subordinator relative that preposition"]
_IN_FRONT: Final = TAGS["nominal"]
_LINK: Final = TAGS.pattern("<link|to>")
_OPENS: Final = TAGS["end open colon dash semicolon"]
_FINITE: Final = TAGS["finite participle"]
#: How many words around a lone name are looked at for what tells a person from a firm.
_NEAR: Final = 14


@attrs.define(eq=False)
class Entity:
    """Somebody or some body in a text; a source as soon as it speaks."""

    mention: str
    kind: SourceKind
    anonymity: Anonymity
    name: str | None = None
    parts: tuple[str, ...] = ()
    sort: Sort = Sort.UNSURE
    role: str | None = None
    affiliation: str | None = None
    heads: set[str] = attrs.field(factory=set[str])
    described: set[str] = attrs.field(factory=set[str])
    gender: Gender = Gender.UNKNOWN
    plural: bool = False
    members: tuple[Entity, ...] = ()
    seen: int = -1
    at: int = -1
    times: int = 0
    id: str = ""

    @property
    def is_person(self) -> bool:
        """Whether it is one person, or may be one."""
        if self.name is not None:
            return self.sort.may_be_person and not self.plural
        return self.kind is SourceKind.PERSON and not self.plural

    @property
    def is_body(self) -> bool:
        """Whether it is one body, or may be one."""
        if self.name is not None:
            return self.sort in {Sort.BODY, Sort.GOVERNMENT, Sort.UNSURE, Sort.NATION}
        return self.kind not in {SourceKind.PERSON, SourceKind.GROUP}

    def take(self, reading: Reading) -> None:
        """Learn from one more mention."""
        self.role = self.role or reading.role
        self.affiliation = self.affiliation or reading.affiliation
        if self.gender is Gender.UNKNOWN:
            self.gender = reading.gender
        self.heads.update(reading.heads())
        if reading.name is not None and reading.name.sort is not self.sort:
            self.settle(reading.name.sort)

    def settle(self, sort: Sort) -> None:
        """Learn what it is, unless that is sure already."""
        if self.sort in {Sort.UNSURE, Sort.LIKELY_PERSON, Sort.NATION} and sort not in {Sort.UNSURE, Sort.NATION}:
            self.sort = sort
            self.kind = kind_of(sort)

    def source(self) -> Source:
        """The finished source."""
        kind = self.kind
        if self.name is not None and self.sort is Sort.UNSURE and not self.members:
            kind = SourceKind.PERSON if self.gender is not Gender.UNKNOWN else SourceKind.ORGANISATION
        return Source(
            id=self.id,
            name=self.name,
            description=None if self.name else self.mention,
            kind=kind,
            anonymity=Anonymity.NAMED if self.name else self.anonymity,
            role=self.role,
            affiliation=self.affiliation,
            members=tuple(member.id for member in self.members),
        )


class Place(Enum):
    """How much a sentence is about somebody whom it names."""

    SUBJECT = 1.2
    OPENING = 0.9
    SUBORDINATE = 0.5
    OTHER = 0.0
    OWNER = -0.3


@attrs.frozen(eq=False)
class Appearance:
    """A name where it stands, with the offices before it from ``first`` and without from ``low``, and whose it is."""

    first: int
    after: int
    low: int
    entity: Entity
    place: Place


class Cast:
    """Everybody whom a text names."""

    def __init__(self, tokens: Tokens, outer: str) -> None:
        self.tokens = tokens
        self.outer = outer
        self.reader = MentionReader(tokens, outer)
        self._inner = MentionReader(tokens, tokens.tags)
        self.appearances: list[Appearance] = []
        self._whole: dict[str, Entity] = {}
        self._ends: defaultdict[str, list[Entity]] = defaultdict(list)
        self._words: defaultdict[str, list[Entity]] = defaultdict(list)
        self._by_token: dict[int, Entity] = {}
        self._described: dict[str, list[Entity]] | None = None
        self._gather()
        self._starts = [one.first for one in self.appearances]

    # --- all names, once

    def _gather(self) -> None:
        done = 0
        for first, after in self._runs():
            found = self.reader.named_from(first, after) if first >= done else None
            if found is None:
                continue
            name, low, done = found
            entity = self.named(name, self.tokens.cut(low, done))
            entity.at = first
            entity.times += 1
            self._by_token[low] = entity
            if entity.gender is Gender.UNKNOWN:
                entity.gender = name.gender
            if entity.sort in {Sort.UNSURE, Sort.LIKELY_PERSON}:
                self._weigh(entity, done)
            self.appearances.append(Appearance(first, done, low, entity, self._place(first, done)))

    def _runs(self) -> Iterator[Range]:
        """Capitalised words that stand together; a title between marks is none of them."""
        for match in _RUN.finditer(self.outer):
            first, after = match.span()
            marks = [k for k in range(first, after) if self.tokens.words[k] in MARKS]
            if len(marks) == 2 and first < marks[0] and marks[1] + 1 < after:  # noqa: PLR2004 - a nickname in a name
                marks = []
            for mark in marks:
                if first < mark and self.tokens.tags[first] == Tag.NAME:
                    yield first, mark
                first = mark + 1
            if first < after:
                yield first, after

    def _place(self, first: int, after: int) -> Place:
        """The place of a name in its sentence, by what stands right before and behind it."""
        outer = self.outer
        before = outer[first - 1] if first else Tag.NEWLINE
        follows = outer[after]
        if follows in _POSSESSIVE:
            return Place.OWNER
        if follows in _FINITE:
            return Place.SUBORDINATE if before in _SUBORDINATE else Place.SUBJECT
        if follows == Tag.RELATIVE and before == Tag.AUXILIARY:  # "it was Ann Doe who"
            return Place.SUBJECT
        while first and outer[first - 1] in _IN_FRONT:
            first -= 1
        return Place.OPENING if first == 0 or outer[first - 1] in _OPENS else Place.OTHER

    def _weigh(self, entity: Entity, after: int) -> None:
        """Tell a person from a firm by the words around a name that could be either."""
        outer, lower = self.outer, self.tokens.lower
        follows = lower[after] if after < len(lower) else ""
        if (
            outer[after] == Tag.COMMA and outer[after + 1] == Tag.NUMBER and outer[after + 2 : after + 3] == Tag.COMMA
        ) or (outer[after] == Tag.COMMA and lower[after + 1] in {"who", "whose"}):
            entity.settle(Sort.PERSON)
        elif (
            (outer[after] == Tag.COMMA and lower[after + 1] == "which")
            or follows in NAMES.belongings
            or (outer[after] == Tag.POSSESSIVE and lower[after + 1] in NAMES.belongings)
        ):
            entity.settle(Sort.BODY)
        elif outer[after] in _FINITE and len(entity.parts) == 1:
            k = after + 1
            if lower[k] == "it" and lower[k + 1] in NAMES.planning:
                entity.settle(Sort.BODY)
                return
            near = lower[k : k + _NEAR]
            if "its" in near and NAMES.personal.isdisjoint(near):
                entity.settle(Sort.BODY)

    # --- one name

    def named(self, name: Name, called: str) -> Entity:
        """Whose name this is; one that is new is added to the cast."""
        known = self._find(name)
        if known is None:
            known = Entity(
                called, kind_of(name.sort), Anonymity.NAMED, called, name.parts, name.sort, gender=name.gender
            )
            self._index(known, name.parts)
        elif len(name.parts) > len(known.parts) and known.sort is not Sort.BODY:
            known.name, known.parts = called, name.parts
            self._index(known, name.parts)
        known.settle(name.sort)
        return known

    def _index(self, entity: Entity, parts: tuple[str, ...]) -> None:
        if not parts:
            return
        core = _without_suffix(parts)
        self._whole[" ".join(parts)] = entity
        self._whole.setdefault(" ".join(core), entity)
        if entity.sort.may_be_person and len(core) > 2:  # noqa: PLR2004 - a middle name may be left out
            self._whole.setdefault(f"{core[0]} {core[-1]}", entity)
        if not self._ends[core[-1]] or self._ends[core[-1]][-1] is not entity:
            self._ends[core[-1]].append(entity)
        for word in dict.fromkeys(core):
            if not self._words[word] or self._words[word][-1] is not entity:
                self._words[word].append(entity)
        if entity.sort in {Sort.BODY, Sort.GOVERNMENT} and len(core) > 1:
            initials = "".join(word[0] for word in core if word not in {"of", "for", "and", "the", "&", "in", "on"})
            self._whole.setdefault(initials, entity)

    def _find(self, name: Name) -> Entity | None:
        parts = _without_suffix(name.parts)
        if not parts:
            return None
        whole = self._whole.get(" ".join(name.parts)) or self._whole.get(" ".join(parts))
        if whole is None and name.sort in {Sort.PERSON, Sort.LIKELY_PERSON} and len(parts) > 2:  # noqa: PLR2004
            whole = self._whole.get(f"{parts[0]} {parts[-1]}")
        if whole is not None and not whole.gender.contradicts(name.gender) and len(parts) > 1:
            return whole
        if len(parts) == 1:
            return self._of_one_word(name, parts[0], whole)
        if name.sort in {Sort.BODY, Sort.GOVERNMENT}:
            return None
        return next(
            (
                one
                for one in reversed(self._ends[parts[-1]][-_NAMESAKES:])
                if one.sort.may_be_person and not one.gender.contradicts(name.gender) and _are_one(one.parts, parts)
            ),
            None,
        )

    def _of_one_word(self, name: Name, word: str, whole: Entity | None) -> Entity | None:
        """Who is meant by one word: one with this surname, else one with this among the names, the last of them."""
        fitting = [one for one in reversed(self._ends[word][-_NAMESAKES:]) if not one.gender.contradicts(name.gender)]
        persons = [one for one in fitting if one.sort in {Sort.PERSON, Sort.LIKELY_PERSON}]
        if persons:
            return max(persons, key=lambda one: one.at)
        if whole is not None and not whole.gender.contradicts(name.gender):
            return whole
        if name.sort is Sort.NATION:
            return None
        body = self._body_of_one_word(name, word)
        if body is not None:
            return body
        if name.sort in {Sort.BODY, Sort.GOVERNMENT}:
            return None
        inner = [
            one
            for one in reversed(self._words[word][-_NAMESAKES:])
            if not one.gender.contradicts(name.gender) and one.sort in {Sort.PERSON, Sort.LIKELY_PERSON}
        ]
        return inner[0] if inner else None

    def _body_of_one_word(self, name: Name, word: str) -> Entity | None:
        """The body that a part of its name stands for: "the Front" for "Farmers' Front", "Acme" for "Acme Robotics"."""
        body = next(
            (one for one in reversed(self._words[word][-_NAMESAKES:]) if one.sort in {Sort.BODY, Sort.GOVERNMENT}), None
        )
        if body is None or name.sort is Sort.PERSON:
            return None
        ends = word not in NAMES.body_parts and word in {body.parts[0], body.parts[-1]}
        return body if name.sort is Sort.BODY or ends else None

    def read(self, first: int, after: int) -> Reading:
        """What the words of a mention say, within marks or outside them."""
        reader = self._inner if self.outer[first] == Tag.INSIDE else self.reader
        return reader.read(first, after)

    def at(self, reading: Reading) -> Entity:
        """The one whom a mention names."""
        if reading.name is None or reading.place is None:
            raise LookupError(reading.words)
        known = self._by_token.get(reading.place[0])
        if known is not None and known.parts[-1:] == reading.name.parts[-1:]:
            return known
        return self.named(reading.name, reading.called or reading.words)

    # --- who stands near

    def before(self, at: int) -> Iterator[Appearance]:
        """The names before a token, the nearest first."""
        return (self.appearances[k] for k in range(bisect_right(self._starts, at - 1) - 1, -1, -1))

    def by_description(self, head: str) -> Iterable[Entity]:
        """Those of whom the text says anywhere that they are this: "Agder governor Ines Okafor", "Lind, a baker"."""
        if self._described is None:
            self._described = self._describe()
        return islice(self._described.get(head, ()), _NAMESAKES * 4)

    def _describe(self) -> dict[str, list[Entity]]:
        """What the words around each name say that its bearer is."""
        found: defaultdict[str, dict[Entity, None]] = defaultdict(dict)
        for one in self.appearances:
            for first, after in self._descriptions(one):
                heads = self._heads(first, after)
                one.entity.described.update(map(plain, self.tokens.words[first:after]))
                for head in heads:
                    found[head][one.entity] = None
        return {head: list(entities) for head, entities in found.items()}

    def _descriptions(self, one: Appearance) -> Iterator[Range]:
        """Where words stand that describe a name: before it, and behind a comma or "is"."""
        outer = self.outer
        low = max(0, one.first - _NEAR)
        start = np_left(outer, one.after, low)
        if start < one.low and outer[one.low - 1] in "NKP":
            yield start, one.low
        if one.after + 1 < len(self.tokens.words) and (
            outer[one.after] == Tag.COMMA or self.tokens.lower[one.after] in _IS
        ):
            begin = one.after + 1
            found = _BEHIND.match(outer, begin, begin + _NEAR)
            if found is not None:
                yield found.span()

    def _heads(self, first: int, after: int) -> set[str]:
        """The nouns of a description: the last one, and the last before "of"."""
        link = _LINK.search(self.outer, first + 1, after)
        ends = {after, link.start()} if link is not None else {after}
        words = {plain(self.tokens.words[end - 1]) for end in ends}
        return {word for word in words if is_person_noun(word) or word in NAMES.bodies or word in NAMES.offices}


#: A description behind a name and a comma.
_BEHIND: Final = TAGS.pattern(
    "<counted|determiner|possessive>* <head> (?: <link> <counted|determiner|possessive>* <head> )*"
)
_IS: Final = frozenset({"is", "was", "became", "becomes"})


def _without_suffix(parts: tuple[str, ...]) -> tuple[str, ...]:
    end = len(parts)
    while end > 1 and parts[end - 1] in NAMES.suffixes:
        end -= 1
    return parts[:end]


def _are_one(known: tuple[str, ...], parts: tuple[str, ...]) -> bool:
    """Whether two names of several words may be one person's: one ends the other, or an initial stands for a name."""
    one, other = _without_suffix(known), parts
    shorter, longer = sorted((one, other), key=len)
    if longer[-len(shorter) :] == shorter:
        return True
    initial = len(one[0]) == 1 or len(other[0]) == 1
    return initial and one[0][0] == other[0][0] and one[-1] == other[-1]
