"""Whom a description takes up: one who spoke, or is called so, or is near."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise
from typing import Final

from newsschema._model.enums import SourceKind
from newsschema.reading._cast import Appearance, Place
from newsschema.reading._chunks import np_left
from newsschema.reading._entities import Entity
from newsschema.reading._focus import GUESS, REACH, TAKEN_UP, Focus, Link
from newsschema.reading._gazetteer import NAMES, is_person_noun, is_plural, singular
from newsschema.reading._naming import Sort
from newsschema.reading._readings import Reading
from newsschema.reading._tags import TAGS, Tag
from newsschema.reading._taking_up import (
    are_scholars,
    fits,
    has_other_office,
    holds_another,
    is_another,
    is_firm,
    is_others,
    is_owned,
    is_told_behind,
    is_told_by,
    is_unnamed,
    is_withheld,
    may_be_called,
    nouns_of,
    owns,
    stands_in,
)
from newsschema.reading._words import WORDS

_TWO: Final = 2
#: How much it counts, for a description that may be anybody's, that the text begins with somebody.
_LEAD: Final = 0.5
_PAIR: Final = re.compile(r"(?:both(?: \w+)?|the (?:two(?: \w+)?|pair|duo|couple))$", re.IGNORECASE)
_ONE_OR_A_BODY: Final = frozenset({SourceKind.PERSON, SourceKind.ORGANISATION, SourceKind.UNKNOWN})
#: How far before "the officer" an officer may be introduced, and in how many words, and by which.
_BEFORE: Final = 80
_WORDS: Final = 6
#: The same for whoever has a trade, whom a text may take up much later: "found a brewer in Voss".
_FAR: Final = 600
_ONE_OF_MANY: Final = frozenset({"a", "an", "another", "one"})


class DescribedFocus(Focus):
    """The focus of a text, which tells whom a description takes up there, too."""

    def described(self, reading: Reading, first: int, paragraph: int, told: Entity | None) -> Link | None:
        """Whom "the bank" takes up: one who spoke, or is called so, or is near and not the one ``told`` of."""
        spoken = self._of_speakers(reading, first, paragraph) or self._unnamed(reading, first, paragraph)
        spoken = spoken or self._paper(reading)
        if spoken is not None or reading.plural or reading.kind not in _ONE_OR_A_BODY:
            return spoken
        said = self._said_to_be(reading, first)
        if said is not None:
            return said
        if reading.kind is SourceKind.ORGANISATION:
            return self._body_called(reading, first)
        found = None if self._is_introduced(reading.head, first) else self._anybody(reading, first, paragraph, told)
        return None if found is None or self._speaks_here(found, first) else Link(found, GUESS)

    def _anybody(self, reading: Reading, first: int, paragraph: int, told: Entity | None) -> Entity | None:
        """The person near for "the striker", and the only one named so far, and not ``told`` of, for "the Voss one"."""
        if stands_in(reading):
            return self._standing_in(reading, first, paragraph, told)
        if reading.head not in NAMES.performers or not stands_in(reading, named=True):
            return None
        persons = {one.entity for one in self._named_before(first) if one.entity.sort.is_person}
        if len(persons) != 1:
            return None
        one = persons.pop()
        return None if one is told or one.gender.contradicts(reading.gender) else one

    def _standing_in(self, reading: Reading, first: int, paragraph: int, told: Entity | None) -> Entity | None:
        """The person of whom the text tells the age or the country of a description, or else the one near."""
        sure = (one.entity for one in self._named_before(first) if self._tells(reading, one))
        same = next((one for one in sure if one is not told), None)
        if same is not None:
            return same
        found = self.person(first, reading.gender, paragraph, lead=_LEAD, without=() if told is None else (told,))
        return None if found is None or self._is_told_apart(reading, found.entity, first) else found.entity

    def _tells(self, reading: Reading, one: Appearance) -> bool | None:
        """Whether what stands behind a name is what a description says, or another: "Ann Doe, 34,"."""
        return is_told_behind(reading, self.cast.tokens.words[one.after : one.after + _TWO])

    def _is_told_apart(self, reading: Reading, entity: Entity, first: int) -> bool:
        """Whether the text says of somebody what a description does not: "Ann Doe, 34," is no 40-year-old."""
        near = (one for one in self._named_before(first) if one.entity is entity)
        return holds_another(reading, entity) or any(self._tells(reading, one) is False for one in near)

    def _speaks_here(self, entity: Entity, at: int) -> bool:
        """Whether somebody is the last who spoke, and in this sentence: "the mayor" after "Ms Doe said" is another."""
        where, last = self._spoken[-1] if self._spoken else (-1, None)
        return last is entity and self._sentence(where) == self._sentence(at)

    def _of_speakers(self, reading: Reading, first: int, paragraph: int) -> Link | None:
        """One who spoke before and whom the noun of a description fits, or the body that was named since."""
        for entity in self.lately(paragraph):
            other = is_others(reading, entity) or self._is_lesser(reading, entity)
            if _is_called(reading, entity) and fits(reading, entity) and not other:
                if _is_named_body(entity) and reading.head in NAMES.companies:
                    entity = self._body_named_since(first) or entity  # noqa: PLW2901 - "the company" is the nearest
                entity.affiliation = entity.affiliation or reading.affiliation
                entity.describe(reading)
                return Link(entity, TAKEN_UP)
        return None

    def _paper(self, reading: Reading) -> Link | None:
        """The only paper that spoke and has the noun of a description, however far back: "the report"."""
        if reading.kind is not SourceKind.DOCUMENT:
            return None
        alike = [one for one in self._recent if one.kind is reading.kind and reading.head in one.heads]
        alike = [one for one in alike if one.plural is reading.plural and fits(reading, one)]
        return Link(alike[0], GUESS) if len(alike) == 1 and not is_others(reading, alike[0]) else None

    def _unnamed(self, reading: Reading, first: int, paragraph: int) -> Link | None:
        """The one without a name who spoke last, if the text has named or introduced nobody since."""
        where, last = self._spoken[-1] if self._spoken else (-1, None)
        if last is None or paragraph - last.seen > 1 or not is_unnamed(reading, last):
            return None
        named = any(one.first > where and one.entity.is_person for one in self._named_before(first))
        return None if named or self._is_introduced(reading.head, first) else Link(last, TAKEN_UP)

    def _body_named_since(self, first: int) -> Entity | None:
        """The body that the sentence before is about, or a clause in it."""
        here = self._sentence(first)
        near = (one for one in self._named_before(first) if here - self._sentence(one.first) == 1)
        about = (one.entity for one in near if one.place >= Place.SUBORDINATE and one.entity.sort is Sort.BODY)
        return next(about, None)

    def _is_lesser(self, reading: Reading, entity: Entity) -> bool:
        """Whether another has the bare office: "the president" is not a bank's, "the mayor" not the former one."""
        if reading.words.count(" ") != 1 or not has_other_office(reading, entity):
            return False
        called = self.cast.by_description(reading.head)
        return any(one is not entity and one.is_person and not has_other_office(reading, one) for one in called)

    def _is_meant(self, reading: Reading, entity: Entity) -> bool:
        """Whether nothing in a description speaks against one of whom the text says that he is this."""
        fitting = fits(reading, entity) and is_owned(reading, entity)
        return fitting and not (self._is_lesser(reading, entity) or is_others(reading, entity))

    def _said_to_be(self, reading: Reading, first: int) -> Link | None:
        """The nearest of those of whom the text says that they are this."""
        called = {one for noun in nouns_of(reading.head) for one in self.cast.by_description(noun)}
        fitting = {one for one in called if one.name and self._is_meant(reading, one)}
        if not fitting:
            return None
        nearest = next((one.entity for one in self._named_before(first) if one.entity in fitting), None)
        if nearest is None and (reading.head in NAMES.taking_up or self._is_introduced(reading.head, first)):
            return None  # "the company" is none that comes later, and neither is the officer behind "an officer"
        return Link(nearest or min(fitting, key=lambda one: one.at), TAKEN_UP)

    def _is_introduced(self, head: str, first: int, reach: int = _BEFORE) -> bool:
        """Whether a noun stands not far before with "a": "a police officer called", and then "the officer"."""
        outer, lower = self.outer, self.cast.tokens.lower
        low = max(0, first - reach)
        if head not in lower[low + 1 : first]:
            return False
        near = (k for k in range(first - 1, low, -1) if lower[k] == head)
        return any(lower[np_left(outer, k + 1, max(0, k - _WORDS))] in _ONE_OF_MANY for k in near)

    def _body_called(self, reading: Reading, first: int) -> Link | None:
        """The body that "the bank" or "the airline" takes up: one with the noun in its name, or the one in the text."""
        if reading.words.partition(" ")[0].lower() in WORDS.owners:
            return None  # "Acme, her bank said"
        near = [one for one in self._named_before(first) if one.entity.sort in _FIRMS and owns(reading, one.entity)]
        nouns = nouns_of(reading.head) | {f"{reading.head}s"}
        called = [one.entity for one in near if not nouns.isdisjoint(one.entity.parts)]
        if called:  # but "the budget airline" is not Delta Airlines
            same = next((one for one in called if is_told_by(reading.words.split()[1:-1], one)), None)
            return None if same is None else Link(same, GUESS)
        only = self._only_body(reading, near, self._sentence(first)) if reading.head in NAMES.taking_up else None
        trade = is_person_noun(reading.head) and self._is_introduced(reading.head, first, _FAR)
        return None if only is None or trade or is_another(reading, only) else Link(only, GUESS)

    def _only_body(self, reading: Reading, near: Iterable[Appearance], here: int) -> Entity | None:
        """The one body that the sentences up to this one are about, or the only firm in the last, if it is most so."""
        close = [one for one in near if self._may_be_called(reading, one, here)]
        about = {one.entity for one in close if one.place is not Place.OTHER}
        last = {one.entity for one in close if here - self._sentence(one.first) == 1}
        return about.pop() if len(about) == 1 else _only_firm(reading, last, about)

    def _may_be_called(self, reading: Reading, one: Appearance, here: int) -> bool:
        """Whether a name not far before may be that of a body with a noun, and no plural: "Prices will rise"."""
        near = here - self._sentence(one.first) <= REACH
        return near and may_be_called(reading, one.entity) and not _may_be_things(self.outer, one)

    def pair(self, reading: Reading, first: int, paragraph: int) -> tuple[Entity, ...] | None:
        """Whom "both men" or "the pair" takes up: those who spoke as one, or two named with "and" between them."""
        if not reading.plural or not _PAIR.match(reading.words):
            return None
        pairs: Iterator[tuple[Entity, ...]]
        joint = (one.members for one in self.lately(paragraph) if len(one.members) == _TWO)
        head = singular(reading.head)
        if head in NAMES.companies:
            pairs = (pair for pair in chain(joint, self._joined_before(first)) if all(map(_is_firm, pair)))
        elif reading.head in NAMES.sides or head in NAMES.bodies:
            return None
        else:
            pairs = chain(joint, filter(_are_persons, self._joined_before(first)))
        return next(pairs, None)

    def _joined_before(self, first: int) -> Iterator[tuple[Entity, Entity]]:
        """Two who are named before a token with "and" between them, the nearest first."""
        near = list(self._named_before(first))
        for later, one in pairwise(near):
            if self.outer[one.after : later.first] in _AND and one.entity is not later.entity:
                yield one.entity, later.entity


def _may_be_things(outer: str, one: Appearance) -> bool:
    """Whether a word that opens a sentence, and is named but once, may be a plural: "Prices will rise"."""
    name, opens = one.entity, one.first == 0 or outer[one.first - 1] in _ENDS
    once = name.sort is Sort.UNSURE and name.times == 1 and len(name.parts) == 1
    return once and opens and is_plural(name.parts[0]) and outer[one.after] == Tag.AUXILIARY


_ENDS: Final = TAGS["end"]


def _is_called(reading: Reading, entity: Entity) -> bool:
    """Whether a noun is one by which the text calls somebody, or any of its kind: "the union" is no other "club"."""
    body = _is_named_body(entity) and reading.head in WORDS.generic_bodies and may_be_called(reading, entity)
    general = body or is_withheld(reading, entity)
    called = general or not nouns_of(reading.head).isdisjoint(entity.heads)
    return (called and entity.plural is reading.plural) or are_scholars(reading, entity)


def _is_named_body(entity: Entity) -> bool:
    """Whether one is a body with a name."""
    return entity.name is not None and entity.kind is SourceKind.ORGANISATION


def _is_firm(entity: Entity) -> bool:
    """Whether one is a body with a name for sure, and no public one by its initials."""
    return entity.sort is Sort.BODY and NAMES.no_firms.isdisjoint(entity.parts)


def _only_firm(reading: Reading, near: set[Entity], others: set[Entity]) -> Entity | None:
    """The only firm among those near, if a text names none of others as often."""
    firms = [one for one in near if is_firm(reading, one)]
    outdone = len(firms) != 1 or any(one.times >= firms[0].times for one in others.difference(firms))
    return None if outdone else firms[0]


def _are_persons(pair: tuple[Entity, ...]) -> bool:
    """Whether all are persons, or may be."""
    return all(one.is_person for one in pair)


_AND: Final = frozenset({Tag.CONJUNCTION, f"{Tag.COMMA}{Tag.CONJUNCTION}"})


_FIRMS: Final = frozenset({Sort.BODY, Sort.UNSURE})
