"""Whether a description may take somebody up: which noun he has, and what tells him from others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from newsschema._model.enums import Anonymity, SourceKind
from newsschema.reading._lexicon.gazetteer import (
    NAMES,
    NATION,
    NATIONS,
    STATES_IN_LOWER_CASE,
    is_person_noun,
    is_townsman,
    plain,
    singular,
)
from newsschema.reading._lexicon.tags import TAGS, Tag
from newsschema.reading._lexicon.words import WORDS
from newsschema.reading._linking.entities import Entity, initials_of
from newsschema.reading._mentions.readings import Reading
from newsschema.reading._tagging.naming import Sort
from newsschema.reading._tagging.tagging import tag_word

#: What makes a word an owner: "Agder's", "Wanderers’".
_OWNING: Final = re.compile("['’]s?$")
#: Where somebody comes from: "Cork-born".
_FROM: Final = re.compile(r"-(?:based|born|bred|educated|raised|trained)$")
_AGE: Final = re.compile(r"(\d+)-year-old")
_AGED: Final = re.compile(r"[\w-]*year-old|[\w-]*something")
#: Who has so many children: "the mum-of-four".
_PARENT: Final = re.compile(r"(?:dad|father|gran|grandad|grandfather|grandmother|mother|mum)-of-\w+")


def is_withheld(reading: Reading, entity: Entity) -> bool:
    """Whether "the source" takes up a person whose name is withheld: "an insider"."""
    withheld = entity.kind is SourceKind.PERSON and entity.anonymity is Anonymity.ANONYMOUS
    return withheld and reading.head in NAMES.takes_up_withheld and reading.words.count(" ") == 1


def is_unnamed(reading: Reading, entity: Entity) -> bool:
    """Whether "the woman" may take up a person without a name and an office: "a neighbour", but not "a spokesman"."""
    alone = reading.head in NAMES.takes_up_unnamed and reading.words.count(" ") == 1
    unnamed = entity.kind is SourceKind.PERSON and entity.anonymity is Anonymity.ANONYMOUS and not entity.plural
    serves = not entity.heads.isdisjoint(_SERVING)
    return alone and unnamed and not serves and not entity.gender.contradicts(reading.gender)


def are_scholars(reading: Reading, entity: Entity) -> bool:
    """Whether "the team" or "the authors" takes up those who study something: "Ann Lind and her colleagues"."""
    alone = reading.head in NAMES.scholars and reading.words.count(" ") == 1
    several = entity.kind is SourceKind.GROUP and " " in entity.mention  # but "Researchers" may be any
    return alone and several and not entity.heads.isdisjoint(NAMES.scholars)


#: What tells whose somebody is: "her doctor, Bo Roe", "Bo Roe, a doctor of hers".
_OF_SOMEBODY: Final = WORDS.owners | {"for", "of", "s", "'s", "’s", "to"}
_SERVING: Final = NAMES.offices | WORDS.representatives


def stands_in(reading: Reading, *, named: bool = False) -> bool:
    """Whether a description may be anybody's: "the striker", "the Portuguese boss", "the 31-year-old".

    Names tell him from others, unless they may be ``named``: "the Rovers striker".
    """
    words = reading.words.split()
    general = _is_anybodys(reading.head, words)
    if words[-2:-1] == ["of"] and tag_word(words[-1]) == Tag.NUMBER:
        words = words[:-2]  # "the mother of two"
    owned = any(map(_OWNING.search, words[:-1]))  # "the victim's mother", "Rovers’ coach"
    another = words[0].lower() in WORDS.owners or owned or "of" in words  # "her mother"
    return general and not another and all(_is_general(word, named=named) for word in words[1:-1])


def _is_anybodys(head: str, words: Sequence[str]) -> bool:
    """Whether a noun, or what stands before it, may tell of anybody: an age, a people, children."""
    from_there = head in NAMES.origins or (words[-1][0].isupper() and is_townsman(head))
    listed = head in NAMES.stand_ins or from_there or _PARENT.fullmatch(head) is not None
    return listed or "retired" in words[1:-1] or any(map(_AGED.fullmatch, words[1:]))  # "the 38-year-old tea picker"


def is_told_behind(reading: Reading, behind: Sequence[str]) -> bool | None:
    """Whether the words behind a name tell the age or the country of a description, or another; None where neither.

    "Ann Doe, 34," is not "the 40-year-old", and "Bo Roe of Spain" not "the Swede".
    """
    link, told = (*behind, "", "")[:2]
    age = _AGE.search(reading.words)
    if link == "," and told.isdigit() and age is not None:
        return told == age[1]
    if link in _COMES_FROM and told in NATIONS and reading.head in NAMES.origins:
        return NATIONS[told].lower().startswith(reading.head[:_STEM])  # "Swede" and "Swedish"
    return None


def is_of_kind(reading: Reading, entity: Entity) -> bool:
    """Whether a noun does not stand for a body, and somebody for a person: "the guild" is not its spokesman."""
    body = reading.kind in _BODIES_AND_PAPERS and not is_person_noun(reading.head)
    return not (body and entity.name is not None and entity.sort.is_person)


def may_be_either(reading: Reading, entity: Entity) -> bool:
    """Whether a noun may be anybody's, and nothing that somebody is said to be speaks against it: "the star"."""
    head = reading.head
    if head in _OFFICES or not stands_in(reading):
        return False
    told = {word for word in entity.described | entity.heads if is_person_noun(word)} - NAMES.courtesy
    return head in told or told <= (NAMES.performers if head in NAMES.performers else frozenset())


def may_hold(reading: Reading, entity: Entity) -> bool:
    """Whether "the Agder senator" or "the former president" may be somebody of whom no other office is told."""
    *before, last = reading.words.partition(" from ")[0].split()[1:] or ("",)
    apart = plain(last) != reading.head or any(map(_tells_holder_apart, before))
    if apart or entity.gender.contradicts(reading.gender) or not _is_in_time(reading, entity):
        return False
    return not (is_of_elsewhere(reading, entity) or holds_another(reading, entity))


def may_be_named_so(described: Entity, reading: Reading, named: Entity) -> bool:
    """Whether one with a name may be who was described before: "a spokesman for the force", "police spokesman Roe"."""
    heads = {noun for head in described.heads & _SERVING for noun in nouns_of(head)}  # no "police officer"
    if heads.isdisjoint(reading.heads()):
        return False
    *_, served = (plain(word) for word in described.mention.split())
    own = {plain(word) for word in described.mention.split()} - described.heads - _SMALL_WORDS
    told = {plain(word) for word in (reading.role or "").split()} | named.described
    return not own.isdisjoint(told) or (" the " in described.mention and not nouns_of(served).isdisjoint(told))


_SMALL_WORDS: Final = frozenset({"a", "an", "at", "for", "from", "in", "of", "the", "with"})


def leads_party(reading: Reading) -> bool:
    """Whether a description is that of a party's leader, who may be a minister as well: "the DMK leader"."""
    before = reading.words.split()[1:-1]
    return bool(before) and reading.head == "leader" and all(map(_is_party, before))


def _is_party(word: str) -> bool:
    """Whether a word may name a party: "Labour", "DMK", but not "US"."""
    return (word.isupper() and word not in _NO_PARTIES) or plain(word) in NAMES.parties


_NO_PARTIES: Final = frozenset(NATIONS) | {"EU", "UN"}


def _is_in_time(reading: Reading, entity: Entity) -> bool:
    """Whether somebody has an office, or had it, as a description says: "President Doe" is no former president."""
    past = is_former(reading.words)
    held = reading.head in _told_offices(entity) and reading.head not in entity.past
    return not (past and held) and not _is_past(reading, entity)


def is_of_elsewhere(reading: Reading, entity: Entity) -> bool:
    """Whether the text tells of another place, party or people of somebody's than a description does."""
    named = _names_in(reading.words.split()[1:]) | ({reading.head} & NAMES.parties)
    told = {plain(word) for word in f"{entity.role or ''} {entity.affiliation or ''}".split() if word[0].isupper()}
    told |= entity.named_with
    pairs = ({word[:_STEM_OF_PARTY] for word in words & NAMES.parties} for words in (named, told))
    peoples, places = (named & NAMES.origins, told & NAMES.origins), (named - _OF_NOBODY, told - _OF_NOBODY)
    return any(one and other and one.isdisjoint(other) for one, other in (tuple(pairs), peoples, places))


def seat(reading: Reading) -> set[str]:
    """The state and the party of somebody, as a description tells: "the Ohio Republican"."""
    return _names_in(reading.words.split()[1:]) & (STATES_IN_LOWER_CASE | NAMES.parties)


def _tells_holder_apart(word: str) -> bool:
    """Whether a word before an office makes it another's: "the opposition leader", "the bank's president"."""
    if word[0].isupper():
        return _OWNING.search(word) is not None or (word.isupper() and "." not in word)
    return word not in NAMES.no_more and word != "prime" and _tells_apart(word)


def holds_another(reading: Reading, entity: Entity) -> bool:
    """Whether somebody holds another office than that of a description: "captain Jo Lind" is not "the mayor"."""
    held = _told_offices(entity)
    return reading.head in _OFFICES and bool(held) and nouns_of(reading.head).isdisjoint(held)


def _told_offices(entity: Entity) -> set[str]:
    """The offices that the text says that somebody has."""
    return {NAMES.abbreviations.get(word, word) for word in entity.heads | entity.described} & _OFFICES


#: How many letters the names of a party begin with alike: "Democrat", "Democratic".
_STEM_OF_PARTY: Final = 6
_COMES_FROM: Final = frozenset({"from", "of", "("})
#: How many letters a people and its adjective begin with alike.
_STEM: Final = 3
_OFFICES: Final = NAMES.offices - NAMES.courtesy
_OF_OFFICES: Final = NAMES.courtesy | NAMES.offices | NAMES.office_parts | NAMES.origins
#: Words of offices and of parties, which tell no place.
_OF_NOBODY: Final = _OF_OFFICES | NAMES.parties
_BODIES_AND_PAPERS: Final = frozenset({SourceKind.ORGANISATION, SourceKind.GOVERNMENT, SourceKind.DOCUMENT})
_OWNS: Final = re.compile("['’]s$|(?<=s)['’]$")


def owns(reading: Reading, entity: Entity) -> bool:
    """Whether a name that owns a noun is one of somebody's: "Norway's bank" is not the Bank of Rigga."""
    owner = _owner(reading.words)
    return owner is None or owner in _words_about(entity)


def is_owned(reading: Reading, entity: Entity) -> bool:
    """Whether somebody is that of the one who owns the noun: "Ms Doe's lawyer" is not Mr Roe's, "her doctor" none."""
    owner = _owner(reading.words)
    if reading.words.partition(" ")[0].lower() in WORDS.owners and reading.head not in _SERVING:
        return not entity.described.isdisjoint(_OF_SOMEBODY)
    return owns(reading, entity) or owner in entity.described or owner in STATES_IN_LOWER_CASE


def is_others(reading: Reading, entity: Entity) -> bool:
    """Whether two names own two descriptions, or two nations: "Oslo's bank" and "Norway's", "the Danish ministry"."""
    if entity.name is not None and entity.kind is not SourceKind.GOVERNMENT:
        return _serves_another(reading, entity)
    words = entity.name or entity.mention
    owners = _owner(reading.words), _owner(words)
    nations = _nation(reading.words), _nation(words)
    return any(None not in pair and pair[0] != pair[1] for pair in (nations, owners))


def _serves_another(reading: Reading, entity: Entity) -> bool:
    """Whether somebody has his office in another nation: "Denmark's minister" is not the Norwegian minister Ann Doe."""
    nations = _nation(reading.words), _nation(f"{entity.role or ''} {entity.affiliation or ''}".strip())
    return None not in nations and nations[0] != nations[1]


@lru_cache(maxsize=1 << 12)
def _nation(words: str) -> str | None:
    """The nation in a description, by its adjective: "Danish" for "Denmark's bank"; else the region: "Welsh"."""
    found = NATION.search(words)
    regions = (word for word in words.split() if word[0].isupper() and plain(word) in NAMES.origins)
    return NATIONS[found[0]] if found is not None else next(regions, None)


def serves_others(entity: Entity, owner: Entity) -> bool:
    """Whether a text tells whose an officer is, and that is not one: "White House spokesman Bo Roe" is not Ms Doe's."""
    known = set(map(plain, f"{entity.role or ''} {entity.affiliation or ''}".split())) | entity.described
    return bool(known - entity.heads - _SMALL_WORDS - NAMES.office_parts) and owner.parts[-1] not in known


def has_other_office(reading: Reading, entity: Entity) -> bool:
    """Whether somebody has not the bare office: "president of the Bank of Agder", "former president", "ex-mayor"."""
    role = (entity.role or "").lower()
    body, before = role.partition(f"{reading.head} of ")[2], role.partition(reading.head)[0]
    return not _BODIES.isdisjoint(body.split()) or is_former(before)


_BODIES: Final = NAMES.bodies | NAMES.body_parts


def _owner(words: str) -> str | None:
    """The name that owns what is described: "norway" in "Norway's bank", "jones" in "Jones' office"."""
    first = words.split(maxsplit=1)[0]
    return plain(_OWNS.sub("", first)) if first[0].isupper() and _OWNS.search(first) else None


def _is_general(word: str, *, named: bool) -> bool:
    """Whether a word before a noun tells nobody from others: "tall", "Portuguese", but not "Agder" or "deputy"."""
    if word[0].isupper():
        return named or _FROM.search(word) is not None or plain(word) in NAMES.origins
    return plain(word) not in NAMES.telling_apart


def is_told_by(modifiers: list[str], entity: Entity) -> bool:
    """Whether what stands before a noun is said of somebody too: "the deputy mayor" is no other mayor."""
    words = [word.removeprefix("ex-") for word in modifiers]
    telling = {plain(_OWNING.sub("", word)) for word in words if word[0].islower() and _tells_apart(word)}
    central = ["central"] * (" ".join(entity.parts) in NAMES.central_banks)
    known = set(map(plain, _words_about(entity) + central))
    above = not (known & NAMES.below).difference(map(plain, modifiers))  # "the mayor" is not the deputy mayor
    return above and telling <= {form for word in known | entity.described for form in (word, singular(word))}


def _words_about(entity: Entity) -> list[str]:
    """The words by which the text calls somebody, in lower case."""
    return f"{entity.role or ''} {entity.affiliation or ''} {entity.mention}".lower().split()


def _tells_apart(word: str) -> bool:
    """Whether a word before a noun tells one of its kind from another: a noun, "deputy"."""
    return plain(word) in NAMES.telling_apart or tag_word(word.removesuffix("'s").removesuffix("’s")) in _NOUNS


_NOUNS: Final = TAGS["noun plural base_or_noun third_or_plural"]


def nouns_of(head: str) -> frozenset[str]:
    """The nouns of those whom a noun may take up; an abbreviation stands for its word."""
    bare = head.removeprefix("ex-")
    return NAMES.also_called.get(bare) or frozenset({head, bare, NAMES.abbreviations.get(bare, bare)})


def _is_still(reading: Reading, entity: Entity) -> bool:
    """Whether "the ex-mayor" is one whom the text calls no former one."""
    called = is_former(f"{entity.role or ''} {entity.mention}") or reading.head in entity.heads
    return "ex-" in reading.words.lower() and not called and nouns_of(reading.head).isdisjoint(entity.past)


def is_former(words: str) -> bool:
    """Whether words say that somebody has his office no more: "former mayor", "ex-mayor"."""
    told = words.lower().replace("ex-", "ex ").split()
    return not NAMES.no_more.isdisjoint(told)


def _names_in(words: list[str]) -> set[str]:
    """The names among the words of a description, but not "Bergen-based"."""
    bare = (word.removeprefix("ex-") for word in words)
    return {plain(_OWNING.sub("", word)) for word in bare if word[0].isupper() and not _FROM.search(word)}


def fits(reading: Reading, entity: Entity) -> bool:
    """Whether no name in a description speaks against one: "the Troms governor" is not the governor of Agder."""
    words = reading.words.split()[1:]
    if not is_told_by(words[:-1], entity) or _is_past(reading, entity) or _is_still(reading, entity):
        return False
    capitals, known = _names_in(words) - NAMES.posts, {*_words_about(entity), *entity.described}  # "the PM"
    if is_of_elsewhere(reading, entity):
        return False
    if not capitals or not capitals.isdisjoint(known):
        return True
    if entity.name is None and entity.affiliation is None:
        return capitals <= _OF_MANY or _names_in(entity.mention.split()[1:]) <= _OF_MANY
    return capitals <= _GENERAL and _GENERAL.isdisjoint(known)


def may_be_called(reading: Reading, entity: Entity) -> bool:
    """Whether a general noun may be one for a body, by its name: "the company" is no school, "the union" no firm."""
    sorts = _SORTS_OF_BODIES.intersection(entity.parts)
    if entity.parts[-1] in NAMES.named_things:
        return False  # "Norr Airlines Flight", "the Kiln Protection Act"
    if reading.head in NAMES.bodies_called:
        return entity.sort is Sort.BODY and sorts <= NAMES.bodies_called[reading.head]
    public = _NO_FIRMS if reading.head in _FIRM_NOUNS else frozenset[str]()
    return sorts.isdisjoint(NAMES.public_bodies) and public.isdisjoint({*entity.parts, initials_of(entity.parts)})


def is_firm(reading: Reading, entity: Entity) -> bool:
    """Whether a body is one for sure, and nothing in its name says that it is of another sort than a noun."""
    other = _SORTS_OF_BODIES.intersection(entity.parts) - _FIRMS - {reading.head}
    listed = NAMES.parties.isdisjoint(entity.parts) and NAMES.papers.isdisjoint(entity.parts)
    return entity.sort is Sort.BODY and not other and listed


#: Who is no firm, by a word of the name.
_NO_FIRMS: Final = NAMES.no_firms | {"association", "commission", "federation", "guild", "ministry", "party", "union"}
_FIRM_NOUNS: Final = NAMES.companies | NAMES.sectors | {"brand", "giant", "maker"}
_FIRMS: Final = NAMES.forms | NAMES.firm_ends
_SORTS_OF_BODIES: Final = NAMES.bodies | NAMES.forms | NAMES.public_bodies


def _is_past(reading: Reading, entity: Entity) -> bool:
    """Whether somebody has the office of a description no more: "the mayor" is not "a former mayor, Jo Lind"."""
    if reading.plural or reading.head not in _OFFICES or is_former(reading.words):
        return False
    held = _NO_MORE.search(f"{entity.role}; {entity.mention}".lower())
    return reading.head in entity.past or (held is not None and reading.head in held[0].split())


_NO_MORE: Final = re.compile(rf"\b(?:{'|'.join(sorted(NAMES.no_more))})\b(?: (?!at |for |from |in |of )[\w-]+){{1,4}}")


def is_another(reading: Reading, entity: Entity) -> bool:
    """Whether a name in a description is that of another body: "the Holt agency", but not "the Bergen agency".

    Of whoever makes something it is what he makes: "the maker of Kilnit pots".
    """
    words = _words_about(entity)
    initials = "".join(word[0] for word in words)
    made = reading.head in NAMES.producers
    told = reading.words.partition(" of ")[0] if made else reading.words
    return not _names_in(told.split()[1:]) <= _OF_MANY.union(NAMES.places, words, {initials, reading.head})


#: Names that do not tell one body from another.
_GENERAL: Final = NAMES.parties | NAMES.origins
_OF_MANY: Final = _GENERAL | frozenset(map(plain, NATIONS))
