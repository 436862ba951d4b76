"""What a reader of news knows of names: offices, trades, bodies, nations, and whose given names are whose.

The lists stand in ``names.toml`` and ``given_names.toml``; each becomes an attribute, so that a list that is missing,
or that nothing asks for, fails at once.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

import attrs

from newsschema._model.punctuation import APOSTROPHES, LIKE_APOSTROPHES, SINGLE_OPENING


class Gender(StrEnum):
    """As whom a text speaks of a person."""

    __hash__ = str.__hash__  # that of `Enum` is a function of Python

    MAN = "man"
    WOMAN = "woman"
    UNKNOWN = ""

    def contradicts(self, other: Gender) -> bool:
        """Whether one is a man and the other a woman."""
        return self is not other and self is not Gender.UNKNOWN and other is not Gender.UNKNOWN


_APOSTROPHES: Final = str.maketrans(dict.fromkeys((*APOSTROPHES, *SINGLE_OPENING, *LIKE_APOSTROPHES), "'"))


@lru_cache(maxsize=1 << 14)
def plain(word: str) -> str:
    """A word without case, with straight apostrophes and no full stop at its end: as the lists have it."""
    return word.translate(_APOSTROPHES).lower().rstrip(".")


@attrs.frozen(eq=False)
class Gazetteer:
    """The lists of words, each in lower case and without the full stop of an abbreviation."""

    courtesy: frozenset[str]
    offices: frozenset[str]
    ranks: frozenset[str]
    office_parts: frozenset[str]
    trades: frozenset[str]
    surnames: frozenset[str]
    parties: frozenset[str]
    members: frozenset[str]
    people: frozenset[str]
    of_people: frozenset[str]
    particles: frozenset[str]
    suffixes: frozenset[str]
    honours: frozenset[str]
    seats: frozenset[str]
    posts: frozenset[str]
    standing: frozenset[str]
    telling_apart: frozenset[str]
    small_words_that_are_names: frozenset[str]
    days: frozenset[str]
    persons: frozenset[str]
    things: frozenset[str]
    withheld: frozenset[str]
    anybody: frozenset[str]
    in_general: frozenset[str]
    shares: frozenset[str]
    stand_ins: frozenset[str]
    studies: frozenset[str]
    scholars: frozenset[str]
    performers: frozenset[str]
    holders: frozenset[str]
    groups: frozenset[str]
    plurals: frozenset[str]
    female: frozenset[str]
    male: frozenset[str]
    leaders: frozenset[str]
    guarded: frozenset[str]
    staffs: frozenset[str]
    companies: frozenset[str]
    of_no_gender: frozenset[str]
    takes_up_withheld: frozenset[str]
    takes_up_unnamed: frozenset[str]
    below: frozenset[str]
    no_more: frozenset[str]
    sides: frozenset[str]
    public_bodies: frozenset[str]
    stations: frozenset[str]
    periodicals: frozenset[str]
    ranks_behind: frozenset[str]
    bodies: frozenset[str]
    body_parts: frozenset[str]
    teams: frozenset[str]
    weak_body_parts: frozenset[str]
    bodies_of: frozenset[str]
    campaigners: frozenset[str]
    governments: frozenset[str]
    regional: frozenset[str]
    government_names: frozenset[str]
    known_bodies: frozenset[str]
    platforms: frozenset[str]
    forms: frozenset[str]
    firm_ends: frozenset[str]
    papers: frozenset[str]
    nations: tuple[tuple[str, ...], ...]
    abbreviations: dict[str, str]
    initials: dict[str, str]
    also_called: dict[str, frozenset[str]]
    bodies_called: dict[str, frozenset[str]]
    named_things: frozenset[str]
    no_firms: frozenset[str]
    taking_up: frozenset[str]
    producers: frozenset[str]
    central_banks: frozenset[str]
    sectors: frozenset[str]
    origins: frozenset[str]
    places: frozenset[str]
    place_surnames: frozenset[str]
    place_starts: frozenset[str]
    place_ends: frozenset[str]
    definite: frozenset[str]
    indefinite: frozenset[str]
    counting: frozenset[str]
    collecting: frozenset[str]
    knowing: frozenset[str]
    behind: frozenset[str]
    belongings: frozenset[str]
    firms_belongings: frozenset[str]
    in_side: frozenset[str]
    named_as_several: frozenset[str]
    serving: frozenset[str]
    personal: frozenset[str]
    planning: frozenset[str]


def _lists(name: str) -> dict[str, str]:
    return tomllib.loads(files("newsschema.reading").joinpath(name).read_text(encoding="utf-8"))


def _read() -> Gazetteer:
    lists = _lists("names.toml")
    rows = tuple(tuple(line.split(",")) for line in lists.pop("nations").strip().splitlines())
    short, initials = (
        dict(line.split(",") for line in lists.pop(name).strip().splitlines()) for name in ("abbreviations", "initials")
    )
    also, bodies = _by_first(lists.pop("also_called")), _by_first(lists.pop("bodies_called"))
    by_line = {name: lists.pop(name) for name in ("central_banks", "government_names", "known_bodies", "places")}
    sets = {name: frozenset(text.split()) for name, text in lists.items()}
    sets["body_parts"] |= sets["teams"]
    sets["origins"] |= {row[2].lower() for row in rows if " " not in row[2] and not row[2].isupper()}
    sets["sectors"] = sets["taking_up"] - sets["body_parts"] - {"brand", "giant", "maker", "team"}
    names = {name: frozenset(map(plain, text.strip().splitlines())) for name, text in by_line.items()}
    return Gazetteer(
        nations=rows, abbreviations=short, initials=initials, also_called=also, bodies_called=bodies, **sets, **names
    )


def _by_first(lines: str) -> dict[str, frozenset[str]]:
    """The words of each line by the first of them, which is one of them."""
    return {row[0]: frozenset(row) for row in (line.split(",") for line in lines.strip().splitlines())}


NAMES: Final = _read()


def _split_bodies() -> Mapping[str, list[tuple[str, ...]]]:
    found: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for body in sorted(NAMES.known_bodies):
        parts = tuple(body.split())
        if not {"the", "on"}.isdisjoint(parts):
            found[parts[-1]].append(parts)
    return dict(found)


#: Bodies with a small word in their name, by their last word: "Save the Children".
SPLIT_BODIES: Final = _split_bodies()

#: Capitals, countries and their other names: when one speaks, it is its government.
STATES: Final = frozenset(form for row in NAMES.nations for form in row[:2] + row[3:])
STATES_IN_LOWER_CASE: Final = frozenset(map(str.lower, STATES))
CAPITALS: Final = frozenset(row[0] for row in NAMES.nations)
#: Capital, country, adjective and other names, each with the adjective.
NATIONS: Final = {form: row[2] for row in NAMES.nations for form in row}
NATION: Final = re.compile(rf"\b(?=[A-Z])(?:{'|'.join(sorted(map(re.escape, NATIONS), key=len, reverse=True))})(?!\w)")
_PLACES: Final = frozenset(map(plain, NATIONS)) - {"jordan", "chad", "paris", "sofia", "santiago", "lima", "georgia"}

#: The shape of nouns for a person by what he or she does or is.
_COMPOUND: Final = re.compile(
    r"\w+-?(?:(?:woman|person|mate|wife|mother|father|husband|maker|keeper|goer|holder|worker|owner)s?|women|people)$"
    r"|\w{3,}(?:man|men)$"
)
_ROLE: Final = re.compile(r"\w{2,}(?:er|or|eer|ician|ologist|ist|ian|ographer|ess)s?$")
_NO_ROLE: Final = re.compile(
    r"(?:\w*(?:ness|cess|gress|dress|press|stress|less|mess|guess|bless|tress|chess|xpress))(?:es)?$"
)
_PLURAL: Final = re.compile(r"(?<![su])s$")


#: Offices that are nouns by themselves: "the bishop".
_OFFICERS: Final = NAMES.offices - NAMES.office_parts - {"cabinet", "crown", "general", "state"}


@cache
def _given() -> dict[str, Gender]:
    lists = _lists("given_names.toml")
    genders = (("either", Gender.UNKNOWN), ("female", Gender.WOMAN), ("male", Gender.MAN))
    return {name: gender for section, gender in genders for name in lists[section].split()}


def given_gender(word: str) -> Gender | None:
    """The gender of a given name; None where the word is no given name that we know."""
    name = plain(word)
    names = (name, *((name.partition("-")[0],) if "-" in name else ()))  # "Anne-Marie"
    return next((gender for one in names if (gender := _gender_of(one)) is not None), None)


def _gender_of(name: str) -> Gender | None:
    """The gender of a given name in lower case, with its accents or, where the list has it so, without."""
    found = _given().get(name)
    if found is not None or name.isascii():
        return found
    letters = unicodedata.normalize("NFKD", name)
    return _given().get("".join(letter for letter in letters if not unicodedata.combining(letter)))


@lru_cache(maxsize=1 << 14)
def is_given(word: str) -> bool:
    """Whether a word is a given name first of all, and no country."""
    return given_gender(word) is not None and plain(word) not in _PLACES


def singular(noun: str) -> str:
    """A noun without its plural ending."""
    if noun.endswith("ies") and len(noun) > 4:  # noqa: PLR2004 - "ties"
        return noun[:-3] + "y"
    if noun.endswith(("sses", "xes", "ches", "shes")):
        return noun[:-2]
    if noun.endswith(("men", "women")):
        return noun[:-2] + "an"
    return noun[:-1] if _PLURAL.search(noun) else noun


@lru_cache(maxsize=1 << 12)
def is_listed_person(noun: str) -> bool:
    """Whether a noun stands for a person by a list, or by a second part that makes it one: "shopkeeper"."""
    noun = noun.partition("-of-")[0]  # "mother-of-two"
    one = singular(noun)
    lists = (NAMES.persons, NAMES.trades, NAMES.withheld, NAMES.male, NAMES.female, _OFFICERS)
    office, _, rank = one.partition("-")  # "director-general"
    one = office if rank in NAMES.ranks_behind else one
    listed = any(noun in words or one in words for words in lists)
    return listed or (_COMPOUND.match(noun) is not None and noun not in NAMES.things)


@lru_cache(maxsize=1 << 12)
def is_person_noun(noun: str) -> bool:
    """Whether a noun stands for a person, or in the plural for several, by what they do or are."""
    if is_listed_person(noun):
        return True
    one = singular(noun)
    if one.endswith("-year-old"):
        return True
    if one in NAMES.things or noun in NAMES.papers or one in NAMES.bodies or _NO_ROLE.match(noun):
        return False
    return _ROLE.match(noun) is not None or (("-" in one) and is_person_noun(one.rpartition("-")[2]))


def is_townsman(word: str) -> bool:
    """Whether a word with a capital tells where somebody is from by its ending: "Corkman", "Yorkshirewoman"."""
    return word.endswith(("man", "woman")) and word not in NAMES.offices


def is_post(first: str, last: str) -> bool:
    """Whether words between these tell who somebody is: "head", "Democrat", "VP Sales"."""
    return is_person_noun(last) or last in NAMES.members or first in NAMES.posts


def is_plural(noun: str) -> bool:
    """Whether a noun stands for several."""
    ends = noun.endswith("s") and not noun.endswith(("ss", "us", "is"))
    return noun in NAMES.plurals or (ends and noun not in NAMES.posts)  # "the CS"


def opens_contact(noun: str) -> bool:
    """Whether a clause may follow a noun with no word to join it: "the effect | Ms Doe has", not "the mayor Ms Doe"."""
    told = noun in NAMES.offices or noun in NAMES.bodies or noun in NAMES.counting
    return not (told or is_person_noun(noun))
