"""What is told of those whom mentions name, for the one who links them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import attrs

from newsschema.reading._lexicon.gazetteer import NAMES, NATION, Gender, plain
from newsschema.reading._lexicon.tags import Tag
from newsschema.reading._lexicon.words import known_tags
from newsschema.reading._linking.entities import Entity
from newsschema.reading._mentions.readings import NamedReading, Reading
from newsschema.reading._tagging.naming import Name, Sort
from newsschema.reading._tagging.tokens import Tokens

#: Words with a capital of a government that may be the nation's: "the Labour-led government", "the Government".
_OF_NATIONS: Final = NAMES.parties | NAMES.governments


def governs_part(words: str) -> bool:
    """Whether a government is no nation's: "the local government", "the government of Wales"."""
    if not NAMES.regional.isdisjoint(map(plain, words.split())):
        return True
    if NATION.search(words) is not None:
        return False
    capitals = {plain(word).partition("-")[0] for word in words.split()[1:] if word[0].isupper()} - _OF_NATIONS
    return any(word in NAMES.origins or known_tags().get(word, Tag.NAME) == Tag.NAME for word in capitals)


def newcomer(reading: Reading) -> Entity:
    """Somebody of whom a text has not told before."""
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


def named_in(words: Sequence[str], entities: Iterable[Entity]) -> list[Entity]:
    """The bodies whose names stand among words."""
    capitals = {plain(word) for word in words if word[0].isupper()}
    return [one for one in entities if one.sort.is_body and capitals.issuperset(one.parts[:1])]


def may_be(entity: Entity, gender: Gender) -> bool:
    """Whether one is a person who may be of a gender."""
    return entity.is_person and not entity.likely_gender.contradicts(gender)


def are_surnames(readings: list[NamedReading]) -> bool:
    """Whether each is one word that may be a person's name: "Halden and Corbin"."""
    return all(len(one.name.parts) == 1 and one.name.sort.may_be_person for one in readings)


def as_one(tokens: Tokens, readings: list[NamedReading]) -> NamedReading:
    """Names that stand together, of which nobody knows whether they are one name or several, as one."""
    first, after = readings[0].place[0], readings[-1].place[1]
    parts = tuple(map(plain, tokens.words[first:after]))
    name = Name(0, after - first, Sort.UNSURE, Gender.UNKNOWN, parts)
    return attrs.evolve(readings[0], name=name, called=tokens.cut(first, after), place=(first, after))
