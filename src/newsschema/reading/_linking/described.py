"""Whom a description takes up: one who spoke, or is called so, or is near."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise, takewhile
from operator import itemgetter
from typing import Final

from newsschema._model.enums import SourceKind
from newsschema.reading._lexicon.gazetteer import NAMES, is_person_noun, is_plural, plain, singular
from newsschema.reading._lexicon.tags import TAGS, Tag
from newsschema.reading._lexicon.words import WORDS
from newsschema.reading._linking.appearances import Appearance, Place
from newsschema.reading._linking.entities import Entity
from newsschema.reading._linking.focus import GUESS, REACH, TAKEN_UP, Focus, Link
from newsschema.reading._linking.taking_up import (
    are_scholars,
    fits,
    has_other_office,
    holds_another,
    is_another,
    is_firm,
    is_former,
    is_of_elsewhere,
    is_of_kind,
    is_others,
    is_owned,
    is_told_behind,
    is_told_by,
    is_unnamed,
    is_withheld,
    leads_party,
    may_be_called,
    may_be_either,
    may_hold,
    nouns_of,
    owns,
    seat,
    serves_others,
    stands_in,
)
from newsschema.reading._mentions.readings import Reading
from newsschema.reading._syntax.chunks import np_left
from newsschema.reading._tagging.naming import Sort

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
#: How many sentences back a text may be about the one body that "the firm" takes up.
_BACK: Final = 3
#: How many of those who spoke last are looked at for who spoke in the last sentences.
_LAST: Final = 8
#: A phrase in front of the subject of a sentence.
_FRONT: Final = TAGS.pattern("<newline>* <preposition|ing|participle> <!finite|pronoun|end|open|close>+")
_HE_OR_SHE: Final = frozenset({"he", "she"})
_HIS_OR_HER: Final = frozenset({"her", "his"})
_HIM_OR_HER: Final = frozenset({"her", "him", "his"})
#: What somebody does to another, or to his words or deeds in marks: "praised him", "praised her “wit”".
_DOES_TO: Final = TAGS.pattern("<auxiliary|adverb>* <verbal> (?: <object> | <determiner> (?= <open> ) )")
_ONE_OF_MANY: Final = frozenset({"a", "an", "another", "one"})


class DescribedFocus(Focus):
    """The focus of a text, which tells whom a description takes up there, too."""

    def described(self, reading: Reading, first: int, paragraph: int, told: Entity | None) -> Link | None:
        """Whom "the bank" takes up: one who spoke, or is called so, or is near and not the one ``told`` of."""
        found = self._described(reading, first, paragraph, told)
        if found is None or self._serves_another(reading, found.entity, first):
            return None
        found.entity.named_with |= seat(reading)
        return found

    def _serves_another(self, reading: Reading, entity: Entity, first: int) -> bool:
        """Whether "her spokesman", behind whose she is, is another's than who speaks for a body, or somebody else."""
        if reading.head not in WORDS.representatives or reading.words.partition(" ")[0].lower() not in _HIS_OR_HER:
            return False
        near = (one.entity for one in self._near(first, 0) if one.entity.is_person and one.entity is not entity)
        owner = next(near, None)
        return owner is not None and serves_others(entity, owner)

    def _described(self, reading: Reading, first: int, paragraph: int, told: Entity | None) -> Link | None:
        spoken = self._spoke(reading, first, paragraph)
        if spoken is not None or reading.plural or reading.kind not in _ONE_OR_A_BODY:
            return spoken
        said = self._said_to_be(reading, first)
        if said is not None:
            return said
        if reading.kind is SourceKind.ORGANISATION:
            return self._body_called(reading, first)
        return self._person_called(reading, first, paragraph, told)

    def _spoke(self, reading: Reading, first: int, paragraph: int) -> Link | None:
        """One who spoke, or the body of that noun that is named since."""
        spoken = self._of_speakers(reading, first, paragraph) or self._unnamed(reading, first, paragraph)
        return self._named_since(reading, first, spoken) or spoken or self._paper(reading, first) or self._far(reading)

    def _far(self, reading: Reading) -> Link | None:
        """The only one without a name of whom a description says the same, however far back: "the Voss potter"."""
        told = {plain(word) for word in _between(reading)}
        alike = [one for one in self._recent if one.name is None and self._is_taken_up(reading, one)] if told else []
        same = [one for one in alike if told <= {plain(word) for word in one.mention.split()}]
        return Link(same[0], GUESS) if len(same) == 1 else None

    def _person_called(self, reading: Reading, first: int, paragraph: int, told: Entity | None) -> Link | None:
        """The one of whom the sentence before tells, for an office, or anybody near whom a noun may stand for."""
        behind = self.cast.tokens.lower[first + len(reading.words.split())]
        another = behind == "who" or self._does_to_another(reading, first)  # "the man who wrote it"
        if another or self._is_introduced(reading.head, first):
            return None
        found = self._adding(reading, first) or self._holder(reading, first)
        found = found or self._anybody(reading, first, paragraph, told)
        return None if found is None or found is told or self._speaks_here(found, first) else Link(found, GUESS)

    def _does_to_another(self, reading: Reading, first: int) -> bool:
        """Whether somebody does something to "her" and so is another: "praised Ms Doe. The mayor called her “odd”"."""
        found = _DOES_TO.match(self.outer, first + len(reading.words.split()))
        return found is not None and self.cast.tokens.lower[found.end() - 1] in _HIM_OR_HER

    def _adding(self, reading: Reading, first: int) -> Entity | None:
        """Who alone spoke in the sentence before, where one adds: "Ann Doe said so. “I left,” the nurse added"."""
        after = first + len(reading.words.split())
        one = self._alone_before(first) if self.cast.tokens.lower[after] in WORDS.adding_forms else None
        if one is None or one.name is None or not one.is_person or one.gender.contradicts(reading.gender):
            return None
        return one if leads_party(reading) or not self._is_told_apart(reading, one, first) else None

    def _anybody(self, reading: Reading, first: int, paragraph: int, told: Entity | None) -> Entity | None:
        """The person near for "the striker", and the only one named so far, and not ``told`` of, for "the Voss one"."""
        if stands_in(reading):
            return self._standing_in(reading, first, paragraph, told)
        if reading.head not in NAMES.performers or not stands_in(reading, named=True):
            return None
        persons = [one for one in self._named_before(first) if one.entity.sort.is_person]
        one = _only({one.entity for one in persons}) or self._only_subject(persons, first)
        return None if one is None or one is told or one.gender.contradicts(reading.gender) else one

    def _only_subject(self, persons: Sequence[Appearance], first: int) -> Entity | None:
        """The only person a text is about, if the sentence before is: "Ann Doe left Bo. The Moth star said"."""
        subjects = [one for one in persons if one.place >= Place.OPENING]
        near = any(self._sentence(first) - self._sentence(one.first) == 1 for one in subjects)
        return _only({one.entity for one in subjects}) if near else None

    def _holder(self, reading: Reading, first: int) -> Entity | None:
        """The person of whom the sentence before tells, for "the Agder senator" and "the former president"."""
        if reading.head not in NAMES.holders:
            return None
        near = self._persons_near(first)
        one = self._told_of(reading, near, first) if near else self._holding_floor(reading, first)
        return one if one is not None and may_hold(reading, one) else None

    def _persons_near(self, first: int) -> list[Appearance]:
        """The persons whom the sentence before names, or the one before those that only say "he" or "she".

        "So says Ann Doe. On Monday, she tried again. “No,” the Agder senator said."
        """
        here = self._sentence(first)
        back = 1
        while back < _BACK and here - back > 1 and self._is_of_one(*self._sentences[here - back - 1 : here - back + 1]):
            back += 1
        near = [one for one in self._near(first, back) if one.entity.sort.is_person]
        return near if back == 1 or _only({one.entity for one in near}) else []

    def _is_of_one(self, first: int, after: int) -> bool:
        """Whether a sentence is about "he" or "she", and names nobody."""
        lower = self.cast.tokens.lower
        named = any(one.entity.sort.may_be_person for one in self.cast.between(first, after))
        return not named and any(self.outer[k] == Tag.SUBJECT and lower[k] in _HE_OR_SHE for k in range(first, after))

    def _told_of(self, reading: Reading, near: Sequence[Appearance], first: int) -> Entity | None:
        """The only person whom the sentence before is about, or names, where this one has named nobody."""
        if self._sentence(near[0].first) == self._sentence(first):
            return None
        past = is_former(reading.words)  # after two are named it may be either
        about = {one.entity for one in near if past or one.place >= Place.OPENING}
        foreign = any(plain(word) in NAMES.origins for word in _between(reading))  # "praise for Ms Doe. The Swede"
        return _only(about) if about or foreign else _only({one.entity for one in near})

    def _holding_floor(self, reading: Reading, first: int) -> Entity | None:
        """The one who spoke last and is called so: "“No,” she said. “I left,” the Agder senator added"."""
        one = self._holding(first) if any(word[0].isupper() for word in _between(reading)) else None
        called = reading.head in NAMES.parties or one in self._all_called(reading)
        return one if called else None

    def _person_since(self, reading: Reading, entity: Entity, first: int) -> Entity | None:
        """Another called so of whom the last sentences tell, and not of this one: "Mr Roe left. The senator said"."""
        near = self._named_or_speaking(first) if entity.sort.is_person else []
        if any(one is entity for _, one, _ in near):
            return None
        about = (one for _, one, place in near if place >= Place.SUBORDINATE and one.sort.is_person)
        return next((one for one in about if self._is_so_called(reading, one)), None)

    def _named_or_speaking(self, first: int) -> list[tuple[int, Entity, Place]]:
        """Who is named or speaks in the last sentences, and where, the nearest first."""
        here, last = self._sentence(first), self._spoken[-_LAST:]
        spoke = [(at, one, Place.SUBJECT) for at, one in last if at < first and here - self._sentence(at) <= _TWO]
        named = [(one.first, one.entity, one.place) for one in self._near(first, _TWO)]
        return sorted(spoke + named, key=itemgetter(0), reverse=True)

    def _near(self, first: int, back: int) -> list[Appearance]:
        """The names before a token in its sentence and in some before that, the nearest first."""
        here = self._sentence(first)
        return list(takewhile(lambda one: here - self._sentence(one.first) <= back, self._named_before(first)))

    def _is_so_called(self, reading: Reading, entity: Entity) -> bool:
        """Whether the text calls somebody by a noun, or he may well be that."""
        if entity.gender.contradicts(reading.gender):
            return False
        told = entity in self._all_called(reading) or not nouns_of(reading.head).isdisjoint(entity.heads)
        return (told and self._is_meant(reading, entity)) or may_be_either(reading, entity)

    def _standing_in(self, reading: Reading, first: int, paragraph: int, told: Entity | None) -> Entity | None:
        """The person of whom the text tells the age or the country of a description, or else the one near."""
        sure = (one.entity for one in self._named_before(first) if self._tells(reading, one))
        same = next((one for one in sure if one is not told), None)
        if same is not None:
            return same
        others = (told, *self._set_in_front(first))
        found = self.person(first, reading.gender, paragraph, lead=_LEAD, without=others)
        if found is None or found.entity.name is None:
            return None  # "a passenger" is not "the driver"
        return None if self._is_told_apart(reading, found.entity, first) else found.entity

    def _set_in_front(self, first: int) -> Iterator[Entity]:
        """Those named in what opens a sentence, whom its subject is not: "In a post on Peatnet, the singer said"."""
        begin = self._sentences[self._sentence(first) - 1]
        if _FRONT.fullmatch(self.outer, begin, first) is not None:
            yield from (one.entity for one in self.cast.between(begin, first) if one.place is Place.OTHER)

    def _tells(self, reading: Reading, one: Appearance) -> bool | None:
        """Whether what stands behind a name is what a description says, or another: "Ann Doe, 34,"."""
        return is_told_behind(reading, self.cast.tokens.words[one.after : one.after + _TWO])

    def _is_told_apart(self, reading: Reading, entity: Entity, first: int) -> bool:
        """Whether the text says of somebody what a description does not: "Ann Doe, 34," is no 40-year-old."""
        near = (one for one in self._named_before(first) if one.entity is entity)
        apart = holds_another(reading, entity) or is_of_elsewhere(reading, entity)
        return apart or any(self._tells(reading, one) is False for one in near)

    def _speaks_here(self, entity: Entity, at: int) -> bool:
        """Whether somebody is the last who spoke, and in this sentence: "the mayor" after "Ms Doe said" is another."""
        where, last = self._spoken[-1] if self._spoken else (-1, None)
        return last is entity and self._sentence(where) == self._sentence(at)

    def _of_speakers(self, reading: Reading, first: int, paragraph: int) -> Link | None:
        """One who spoke before and whom the noun of a description fits, or the body that was named since."""
        for entity in self.lately(paragraph):
            if not self._is_taken_up(reading, entity):
                continue
            if _is_named_body(entity) and reading.head in NAMES.companies:
                entity = self._body_named_since(first) or entity  # noqa: PLW2901 - "the company" is the nearest
            entity = self._person_since(reading, entity, first) or entity  # noqa: PLW2901 - and so is "the senator"
            entity.affiliation = entity.affiliation or reading.affiliation
            entity.describe(reading)
            return Link(entity, TAKEN_UP)
        return None

    def _is_taken_up(self, reading: Reading, entity: Entity) -> bool:
        """Whether a description is of one who spoke, by its noun and by what else it tells."""
        other = is_others(reading, entity) or self._is_lesser(reading, entity)
        return _is_called(reading, entity) and fits(reading, entity) and not other

    def _paper(self, reading: Reading, first: int) -> Link | None:
        """The only paper that spoke and has the noun of a description, however far back: "the report"."""
        if reading.kind is not SourceKind.DOCUMENT:
            return None
        alike = [one for one in self._recent if one.kind is reading.kind and reading.head in one.heads]
        alike = [one for one in alike if one.plural is reading.plural and fits(reading, one)]
        if len(alike) == 1 and not is_others(reading, alike[0]):
            return Link(alike[0], GUESS)
        return None if alike else self._paper_before(reading, first)

    def _paper_before(self, reading: Reading, first: int) -> Link | None:
        """What spoke last, if that is all a bare noun can mean: "the study" behind "Acme figures", "the article"."""
        where, last = self._spoken[-1] if self._spoken else (-1, None)
        bare = reading.words.count(" ") == 1 and not self._is_introduced(reading.head, first, first - where)
        if last is None or not bare or self._sentence(first) - self._sentence(where) > _TWO:
            return None
        return Link(last, GUESS) if _may_bring_out(reading, last) else None

    def _unnamed(self, reading: Reading, first: int, paragraph: int) -> Link | None:
        """The one without a name who spoke last, if the text has named or introduced nobody since."""
        where, last = self._spoken[-1] if self._spoken else (-1, None)
        if last is None or paragraph - last.seen > 1 or not is_unnamed(reading, last):
            return None
        named = any(one.first > where and one.entity.is_person for one in self._named_before(first))
        return None if named or self._is_introduced(reading.head, first) else Link(last, TAKEN_UP)

    def _named_since(self, reading: Reading, first: int, spoken: Link | None) -> Link | None:
        """The body that is named since its noun spoke: "the agency said", and then "the Kiln Agency left"."""
        if spoken is None or spoken.entity.name is not None or reading.kind is not SourceKind.ORGANISATION:
            return None
        near = (one.entity for one in self._near(first, _BACK) if one.entity.sort is Sort.BODY)
        called = next((one for one in near if _has_noun(reading, one)), None)
        return Link(called, GUESS) if called is not None and is_told_by(_between(reading), called) else None

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
        fitting = fits(reading, entity) and is_owned(reading, entity) and is_of_kind(reading, entity)
        return fitting and not (self._is_lesser(reading, entity) or is_others(reading, entity))

    def _said_to_be(self, reading: Reading, first: int) -> Link | None:
        """The nearest of those of whom the text says that they are this."""
        fitting = {one for one in self._all_called(reading) if one.name and self._is_meant(reading, one)}
        nearest = next((one.entity for one in self._named_before(first) if one.entity in fitting), None)
        later = reading.head in NAMES.taking_up or self._is_introduced(reading.head, first)
        if not fitting or (nearest is None and later):
            return None  # "the company" is none that comes later, and neither is the officer behind "an officer"
        found = nearest or min(fitting, key=lambda one: one.at)
        return Link(self._person_since(reading, found, first) or found, TAKEN_UP)

    def _all_called(self, reading: Reading) -> set[Entity]:
        """All of whom the text says that they are what a noun says."""
        return {one for noun in nouns_of(reading.head) for one in self.cast.by_description(noun)}

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
        called = [one.entity for one in near if _has_noun(reading, one.entity)]
        same = (Link(one, GUESS) for one in called if is_told_by(_between(reading), one))
        return next(same, None) if called else self._firm_called(reading, first, near)  # "the budget airline"

    def _firm_called(self, reading: Reading, first: int, near: Iterable[Appearance]) -> Link | None:
        """The one body in the text that a general noun takes up, if none has that in its name."""
        only = self._only_body(reading, near, self._sentence(first)) if reading.head in NAMES.taking_up else None
        trade = is_person_noun(reading.head) and self._is_introduced(reading.head, first, _FAR)
        return None if only is None or trade or is_another(reading, only) else Link(only, GUESS)

    def _only_body(self, reading: Reading, near: Iterable[Appearance], here: int) -> Entity | None:
        """The one body that the sentences up to this one are about, or the only firm in the last, if it is most so."""
        close = [one for one in near if self._may_be_called(reading, one, here)]
        about = [one for one in close if one.place is not Place.OTHER]
        bodies = {one.entity for one in about}
        own, only = self._of_paragraph(reading, about, here), _only(bodies)
        if own is not None or only is not None:
            named = close if reading.head in NAMES.companies else about
            return own or self._if_late(only, named, here)
        return self._last_firm(reading, close, bodies, here)

    def _if_late(self, entity: Entity | None, near: Iterable[Appearance], here: int) -> Entity | None:
        """A body if one of the last sentences names it."""
        return next((one.entity for one in near if one.entity is entity and self._is_late(one, here)), None)

    def _last_firm(
        self, reading: Reading, close: Iterable[Appearance], others: set[Entity], here: int
    ) -> Entity | None:
        """The only firm that the sentence before names, and not as a place."""
        last = [one for one in close if here - self._sentence(one.first) == 1]
        last = [one for one in last if self.cast.tokens.lower[one.low - 1] != "in" and is_firm(reading, one.entity)]
        only = _most_named(last, others)
        return only if only is not None and is_told_by(_between(reading), only) else None

    def _of_paragraph(self, reading: Reading, about: Iterable[Appearance], here: int) -> Entity | None:
        """The one firm that the paragraph is about in which the sentence before ends."""
        begin = self.outer.rfind(Tag.NEWLINE, 0, self._sentences[max(0, here - _TWO)])
        near = [one for one in about if one.first > begin]
        only = _only({one.entity for one in near})
        return only if only is not None and is_firm(reading, only) and self._is_late(near[0], here) else None

    def _is_late(self, one: Appearance, here: int) -> bool:
        """Whether a name stands in one of the last sentences."""
        return here - self._sentence(one.first) <= _BACK

    def _may_be_called(self, reading: Reading, one: Appearance, here: int) -> bool:
        """Whether a name not far before may be that of a body with a noun, and no plural: "Prices will rise"."""
        posted = one.place is not Place.SUBJECT and not NAMES.platforms.isdisjoint(one.entity.parts)
        near = here - self._sentence(one.first) <= REACH and not posted
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
    """Whether a word that opens a sentence, and is named but once, may be no name: "Prices will", "Copper sales"."""
    name, opens = one.entity, one.first == 0 or outer[one.first - 1] in _ENDS
    once = name.sort is Sort.UNSURE and name.times == 1 and len(name.parts) == 1
    plural = is_plural(name.parts[0]) and outer[one.after] == Tag.AUXILIARY
    return once and opens and (plural or outer[one.after] in _NOUNS)


_ENDS: Final = TAGS["end"]
_NOUNS: Final = TAGS["noun plural"]


def _is_called(reading: Reading, entity: Entity) -> bool:
    """Whether a noun is one by which the text calls somebody, or any of its kind: "the union" is no other "club"."""
    body = _is_named_body(entity) and reading.head in WORDS.generic_bodies and may_be_called(reading, entity)
    general = body or is_withheld(reading, entity)
    called = general or not nouns_of(reading.head).isdisjoint(entity.heads)
    alike = called and entity.plural is reading.plural and is_of_kind(reading, entity)
    return alike or are_scholars(reading, entity)


_IN_COURT: Final = frozenset({"defence", "defense", "prosecution"})


def _has_noun(reading: Reading, entity: Entity) -> bool:
    """Whether the noun of a description stands in a name: "the bank" for "Norr Bank", but no side in court."""
    return (
        owns(reading, entity)
        and reading.head not in _IN_COURT
        and not (nouns_of(reading.head) | {f"{reading.head}s"}).isdisjoint(entity.parts)
    )


def _is_named_body(entity: Entity) -> bool:
    """Whether one is a body with a name."""
    return entity.name is not None and entity.kind is SourceKind.ORGANISATION


def _may_bring_out(reading: Reading, entity: Entity) -> bool:
    """Whether "the study" may be another paper in which something is found, or "the article" that of a newspaper."""
    if reading.head in NAMES.studies:
        return entity.kind is SourceKind.DOCUMENT and not entity.heads.isdisjoint(NAMES.studies)
    return reading.head == "article" and _is_named_body(entity)


def _is_firm(entity: Entity) -> bool:
    """Whether one is a body with a name for sure, and no public one by its initials."""
    return entity.sort is Sort.BODY and NAMES.no_firms.isdisjoint(entity.parts)


def _most_named(last: Iterable[Appearance], others: set[Entity]) -> Entity | None:
    """The only firm in a sentence, or the one that owns something and is named far more often, and than others are."""
    owning = {one.entity for one in last if one.place is Place.OWNER}
    firms = sorted({one.entity for one in last}, key=lambda one: -one.times)
    if not firms or any(one.times >= firms[0].times for one in others.difference(firms)):
        return None
    alone = len(firms) == 1 or (firms[0] in owning and firms[1].times * _FAR_LESS <= firms[0].times)
    return firms[0] if alone else None


def _only(entities: set[Entity]) -> Entity | None:
    """The one of a set that has no more."""
    return next(iter(entities)) if len(entities) == 1 else None


def _between(reading: Reading) -> list[str]:
    """The words before the noun of a description."""
    return reading.words.split()[1:-1]


#: How many times as often as others a firm is named among them that is meant.
_FAR_LESS: Final = 3


def _are_persons(pair: tuple[Entity, ...]) -> bool:
    """Whether all are persons, or may be."""
    return all(one.is_person for one in pair)


_AND: Final = frozenset({Tag.CONJUNCTION, f"{Tag.COMMA}{Tag.CONJUNCTION}"})


_FIRMS: Final = frozenset({Sort.BODY, Sort.UNSURE})
