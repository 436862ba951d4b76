"""The focus of a text: whom it is about at a place, and whom a pronoun or a description takes up there."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import chain, islice, pairwise, takewhile
from operator import itemgetter
from typing import Final, NamedTuple

from newsschema._model.enums import SourceKind
from newsschema.reading._cast import Appearance, Cast, Place
from newsschema.reading._chunks import Range
from newsschema.reading._entities import Entity
from newsschema.reading._gazetteer import NAMES, Gender, singular
from newsschema.reading._naming import Sort
from newsschema.reading._phrases import np_left
from newsschema.reading._readings import Reading
from newsschema.reading._tags import TAGS, Tag
from newsschema.reading._taking_up import (
    are_scholars,
    fits,
    has_other_office,
    is_another,
    is_firm,
    is_others,
    is_owned,
    is_told_by,
    is_unnamed,
    is_withheld,
    may_be_called,
    nouns_of,
    owns,
    stands_in,
)
from newsschema.reading._words import WORDS

_SENTENCE: Final = re.compile(r"[.?\n]+[\])]*")
#: How many paragraphs back a pronoun or "the official" may reach, and over how many mentions.
_REACH: Final = 8
RECENT: Final = 40
#: How many sentences back a name may count.
_FARTHEST: Final = 2 * _REACH
#: How much it counts to be the one who spoke, beside the places of names; and how much each sentence back takes off.
_SPEAKER: Final = 1.0
_FADE: Final = 0.6
#: How much it counts that nobody else is named since.
_HOLDS: Final = 0.5
#: How much it counts that a gender is known and the same, or may be; and that something is a body for sure.
_SAME_GENDER: Final = 0.8
_MAYBE_SAME: Final = 0.5
_SURE_BODY: Final = 1.0
#: How much it counts, for a description that may be anybody's, that the text begins with somebody.
_LEAD: Final = 0.5
#: How much a lone name loses of which nothing says that it is a person's.
_DOUBTED: Final = 0.8
#: How much it counts against somebody that the speaker names him.
_TOLD: Final = 1.0
#: How much each time counts that the text names somebody.
_OFTEN: Final = 0.1
_MANY_TIMES: Final = 6

_ASKING: Final = frozenset({"ask", "asked", "asks"})
_ASKED: Final = frozenset({"asked", "pressed", "questioned", "quizzed"})
_PAIR: Final = re.compile(r"(?:both(?: \w+)?|the (?:two(?: \w+)?|pair|duo|couple))$", re.IGNORECASE)
#: A noun phrase that opens a sentence, and its verb.
_OPENING: Final = TAGS.pattern("""
    <newline>* (?P<who> <determiner> <adjective|noun>* <noun> )
    (?= <adverb>* (?: <finite|participle> | <plural> <end> ) )
""")
#: The same of several: "On Monday, hundreds of protesters met".
_OPENING_SEVERAL: Final = TAGS.pattern("""
    <newline>* (?: <preposition> <nominal|of|date|adverb|participle>{1,6} <comma> | <date> <comma> )?
    (?P<who> <determiner|number>* <adjective|noun|name|participle>*
        (?: <plural> | (?<= <number|determiner> ) (?= <of> ) )
        (?: <of> <determiner>? <adjective|noun|name>* <plural>
            | <preposition> <determiner>? <adjective|noun|name>* (?: <of> <name> )? )? )
    (?= <adverb>* (?: <finite> | <participle> (?! <preposition> <!end>* <finite> ) ) )
""")
_ONE_OR_A_BODY: Final = frozenset({SourceKind.PERSON, SourceKind.ORGANISATION, SourceKind.UNKNOWN})
_TWO: Final = 2
#: How far before "the officer" an officer may be introduced, and in how many words, and by which.
_BEFORE: Final = 80
_WORDS: Final = 6
_ONE_OF_MANY: Final = frozenset({"a", "an", "another", "one"})


_NONE: Final = float("-inf")
_GENDERS: Final = {"he": Gender.MAN, "she": Gender.WOMAN}


class Link(NamedTuple):
    """Whom a mention stands for, and how sure that is, from 0 to 1."""

    entity: Entity
    confidence: float


#: The share of links of each sort that are right, on annotated news.
NAME: Final = 0.97
DESCRIPTION: Final = 0.75
TAKEN_UP: Final = 0.8
PRONOUN: Final = 0.92
GUESS: Final = 0.5
NOBODY: Final = 0.3


class Focus:
    """Follows who speaks, and tells who is meant; those of the cast need not have spoken."""

    def __init__(self, cast: Cast, outer: str) -> None:
        self.cast = cast
        self.outer = outer
        self._spoken: list[tuple[int, Entity]] = []
        self._outside = set[Entity]()  # those of whom not only somebody's own words tell
        self._recent: dict[Entity, None] = {}  # the one seen last stands last
        self._sentences = [0, *(match.end() for match in _SENTENCE.finditer(outer))]

    def heard(self, entity: Entity, paragraph: int, at: int | None) -> None:
        """Take note of one who speaks, outside of others' words where a token is given."""
        entity.seen = paragraph
        self._recent.pop(entity, None)
        self._recent[entity] = None
        if at is not None:
            self._spoken.append((at, entity))
            self._outside.add(entity)

    def forget(self, entity: Entity) -> None:
        """Leave one out that another stands for now."""
        self._recent.pop(entity, None)

    def lately(self, paragraph: int) -> Iterator[Entity]:
        """Those who spoke last, the nearest first."""
        near = islice(reversed(self._recent), RECENT)
        return (entity for entity in near if paragraph - entity.seen <= _REACH)

    # --- pronouns

    def person(  # noqa: PLR0913 - what speaks for somebody and against him
        self,
        at: int,
        gender: Gender,
        paragraph: int,
        *,
        lead: float = 0.0,
        without: Entity | None = None,
        told: frozenset[Entity] = frozenset(),
    ) -> Link | None:
        """Whom "he" or "she" takes up: by gender, then by who the sentences before are about.

        ``lead`` is how much it counts to be the one with whom the text begins; ``without`` is who speaks of another.
        Those ``told`` of are named by the speaker, which few do of themselves.
        """
        weights: dict[Entity, float] = {}
        holding = None if lead else self._holding(at)
        for entity, weight in self._floor(at, paragraph):
            if weight > weights.get(entity, _NONE):
                weights[entity] = weight
        scores = {
            entity: weight
            + self._personal(entity, gender)
            + lead * (entity is self.cast.lead)
            + _HOLDS * (entity is holding)
            - _TOLD * (entity in told)
            for entity, weight in weights.items()
            if entity is not without and _is_he_or_she(entity, gender)
        }
        if not scores:
            return None
        best = max(scores, key=lambda entity: scores[entity])
        if best.gender is Gender.UNKNOWN:
            best.gender = gender
        best.settle(Sort.PERSON)
        return Link(best, PRONOUN if len(scores) == 1 else TAKEN_UP)

    def carried(self, at: int, gender: Gender) -> int:
        """Where a pronoun stands that opens the sentence before and means the same: "She left. “No,” she said"."""
        for _ in range(_REACH):
            here = self._sentence(at)
            if here < _TWO or next((one.first for one in self._named_before(at)), -1) >= self._sentences[here - 1]:
                return at
            first = self._sentences[here - 2]
            if self.outer[first] != Tag.SUBJECT or _GENDERS.get(self.cast.tokens.lower[first]) is not gender:
                return at
            at = first
        return at

    def _holding(self, at: int) -> Entity | None:
        """Who spoke last, in a sentence before that of a token, if nobody else is named behind that, but in marks."""
        first = self._sentences[self._sentence(at) - 1]
        where, last = max((one for one in self._spoken if one[0] < first), key=itemgetter(0), default=(0, None))
        since = self._sentences[self._sentence(where)] if last is not None and self._keeps(last, where) else 0
        named = (one for one in self._named_before(at) if one.first >= since and one.entity is not last)
        others = any(one.first < first or self.outer[one.first] != Tag.INSIDE for one in named)
        return last if since and not others else None

    def _keeps(self, entity: Entity, at: int) -> bool:
        """Whether somebody who speaks at a token has the floor behind it, and does not ask: "Ann Doe then asked"."""
        return entity.name is not None and _ASKING.isdisjoint(self.cast.tokens.lower[at : at + _WORDS])

    def _personal(self, entity: Entity, gender: Gender) -> float:
        """What speaks for somebody wherever named: the gender, how often, and that it is a person for sure."""
        known = entity.gender is gender and gender is not Gender.UNKNOWN
        either = entity.gender is Gender.UNKNOWN and entity.sort is Sort.PERSON
        doubted = entity.sort is Sort.UNSURE and entity.leaning <= 0 and not entity.id
        same = _SAME_GENDER * known + _MAYBE_SAME * either
        return same + _OFTEN * min(entity.times, _MANY_TIMES) - _DOUBTED * doubted

    def opening_before(self, at: int) -> Range | None:
        """The noun phrase that is the subject of the sentence before a token's, where nobody else is named since."""
        here = self._sentence(at)
        first = self._sentences[here - 2] if here > 1 else at
        found = _OPENING.match(self.outer, first, at)
        named = next(self._named_before(at), None)
        if found is None or (named is not None and named.first >= first):
            return None
        return found.span("who")

    def several_before(self, at: int) -> Range | None:
        """The noun phrase for several that is the subject of the sentence before a token's, where it opens that."""
        here = self._sentence(at)
        found = _OPENING_SEVERAL.match(self.outer, self._sentences[here - 2], at) if here > 1 else None
        return None if found is None else found.span("who")

    def body(self, at: int, paragraph: int) -> Link | None:
        """What "it" takes up as a speaker: a body, a government or a paper."""
        best: Entity | None = None
        most = 0.0
        for entity, weight in self._floor(at, paragraph):
            described = entity.name is None and entity.kind is not SourceKind.UNKNOWN
            sure = entity.sort.is_body or described or (entity.name is not None and bool(entity.id))
            score = weight + _SURE_BODY * sure
            if entity.is_body and (best is None or score > most):
                best, most = entity, score
        if best is None:
            return None
        if best.name is not None and best.sort is not Sort.NATION:
            best.settle(Sort.BODY)
        return Link(best, TAKEN_UP)

    def several(self, at: int, paragraph: int) -> Link | None:
        """Whom "they" and "we" take up: several who spoke last, unless the text has gone on to somebody else since."""
        several = self._several_lately(at, paragraph)
        last = next((one for one in several if one.kind is not SourceKind.UNKNOWN or one.seen == paragraph), None)
        far = last is not None and paragraph - last.seen > 1 and not self._recurs(last, at)
        left = last is None or (far and (self.outer[at] == Tag.INSIDE or self._is_about_one(at)))
        return None if left or last is None else Link(last, GUESS)

    def _several_lately(self, at: int, paragraph: int) -> Iterator[Entity]:
        """Those together who spoke last; outside of marks none of whom only somebody's own words tell."""
        told = self.outer[at] == Tag.INSIDE
        return (one for one in self.lately(paragraph) if one.plural and (told or one in self._outside))

    def _is_about_one(self, at: int) -> bool:
        """Whether the sentence before a token's is about a person whom it names."""
        here = self._sentence(at)
        near = takewhile(lambda one: here - self._sentence(one.first) <= 1, self._named_before(at))
        return any(one.place >= Place.OPENING and one.entity.is_person for one in near)

    def _recurs(self, several: Entity, at: int) -> bool:
        """Whether the noun for several stands before a token in its sentence: "Democrats spoke of what they said"."""
        return not several.heads.isdisjoint(self.cast.tokens.lower[self._sentences[self._sentence(at) - 1] : at])

    def spoke_before(self, at: int) -> Link | None:
        """Whom "they" take up who spoke in the sentence before: a body, or "a spokesperson"."""
        where, last = self._spoken[-1] if self._spoken else (at, None)
        if last is None:
            return None
        back = self._sentence(at) - self._sentence(where)
        if back > 1 or (back == 0 and self.outer[at - 1 : at] not in _CLOSING):  # but "said: “We know.” They added"
            return None
        return Link(last, GUESS) if last.sort.is_body or _may_be_they(last) else None

    def _floor(self, at: int, paragraph: int) -> list[tuple[Entity, float]]:
        """Those named or speaking before a token, each with how much the text is about it there."""
        here, sentences = self._sentence(at), self._sentences
        spoken = ((where, one) for where, one in reversed(self._spoken) if where < at)
        floor = [
            (entity, _SPEAKER - (here - bisect_right(sentences, where)) * _FADE)
            for where, entity in islice(spoken, RECENT)
            if paragraph - entity.seen <= _REACH
        ]
        farthest = sentences[max(0, here - 1 - _FARTHEST)]  # where the first sentence begins whose names may count
        asked = self._is_asked(sentences[here - 1])
        floor += [
            (one.entity, one.place - (here - bisect_right(sentences, one.first)) * _FADE)
            for one in self._named_before(at)
            if one.first >= farthest and not (asked and one.first >= sentences[here - 1]) and not self._is_no_one(one)
        ]
        return floor

    def _is_no_one(self, one: Appearance) -> bool:
        """Whether a name that may be anything's tells where or which: "In Voss", "the Nordlys Prize winner said"."""
        before, behind = self.cast.tokens.lower[one.low - 1] if one.low else "", self.outer[one.after]
        if one.entity.sort is Sort.LIKELY_PERSON:
            return before == "the" and behind in _NOUNS
        within = (before == "in" and behind != Tag.POSSESSIVE) or self.cast.is_seat(one.low)
        return one.entity.sort is Sort.UNSURE and within

    def _is_asked(self, first: int) -> bool:
        """Whether a sentence begins with what somebody was asked about: "Asked about Ms Doe, she said"."""
        lower = self.cast.tokens.lower
        return lower[first + (lower[first] == "when")] in _ASKED

    def _named_before(self, at: int) -> Iterator[Appearance]:
        return islice(self.cast.before(at), RECENT)

    def _sentence(self, at: int) -> int:
        return bisect_right(self._sentences, at)

    # --- descriptions

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
            found = self.person(first, reading.gender, paragraph, lead=_LEAD, without=told)
            return None if found is None else found.entity
        if reading.head not in NAMES.performers or not stands_in(reading, named=True):
            return None
        persons = {one.entity for one in self._named_before(first) if one.entity.sort.is_person}
        if len(persons) != 1:
            return None
        one = persons.pop()
        return None if one is told or one.gender.contradicts(reading.gender) else one

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

    def _said_to_be(self, reading: Reading, first: int) -> Link | None:
        """The nearest of those of whom the text says that they are this."""
        called = {one for noun in nouns_of(reading.head) for one in self.cast.by_description(noun)}
        fitting = {one for one in called if one.name and fits(reading, one) and is_owned(reading, one)}
        fitting = {one for one in fitting if not self._is_lesser(reading, one)}
        if not fitting:
            return None
        nearest = next((one.entity for one in self._named_before(first) if one.entity in fitting), None)
        if nearest is None and (reading.head in NAMES.taking_up or self._is_introduced(reading.head, first)):
            return None  # "the company" is none that comes later, and neither is the officer behind "an officer"
        return Link(nearest or min(fitting, key=lambda one: one.at), TAKEN_UP)

    def _is_introduced(self, head: str, first: int) -> bool:
        """Whether a noun stands not far before with "a": "a police officer called", and then "the officer"."""
        outer, lower = self.outer, self.cast.tokens.lower
        near = (k for k in range(first - 1, max(0, first - _BEFORE), -1) if lower[k] == head)
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
        return None if only is None or is_another(reading, only) else Link(only, GUESS)

    def _only_body(self, reading: Reading, near: Iterable[Appearance], here: int) -> Entity | None:
        """The one body that the sentences up to this one are about, or the only firm in the last, if it is most so."""
        close = [one for one in near if here - self._sentence(one.first) <= _REACH]
        close = [one for one in close if may_be_called(reading, one.entity)]
        about = {one.entity for one in close if one.place is not Place.OTHER}
        last = {one.entity for one in close if here - self._sentence(one.first) == 1}
        return about.pop() if len(about) == 1 else _only_firm(reading, last, about)

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


def _is_he_or_she(entity: Entity, gender: Gender) -> bool:
    """Whether one is a person of a gender, and not the "I" who tells the story."""
    narrates = entity.name is None and entity.mention.lower() in WORDS.self_reference
    return entity.is_person and not narrates and not entity.likely_gender.contradicts(gender)


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


def _may_be_they(entity: Entity) -> bool:
    """Whether one is nobody of whom a text says "he" or "she": "a spokesperson", "a source"."""
    return entity.name is None and not entity.plural and not entity.heads.isdisjoint(NAMES.of_no_gender)


_NOUNS: Final = TAGS["noun plural"]
_CLOSING: Final = TAGS["close straight"]
_AND: Final = frozenset({Tag.CONJUNCTION, f"{Tag.COMMA}{Tag.CONJUNCTION}"})
_FIRMS: Final = frozenset({Sort.BODY, Sort.UNSURE})
