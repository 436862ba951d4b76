"""Names: where they stand, what of the capitalised words before them belongs to them, and what they are names of."""

from __future__ import annotations

import re
from enum import StrEnum, auto
from functools import lru_cache
from typing import Final

import attrs

from newsschema._model.punctuation import DOUBLE_MARKS, SINGLE_MARKS
from newsschema.reading._lexicon.gazetteer import (
    NAMES,
    NATIONS,
    STATES,
    STATES_IN_LOWER_CASE,
    Gender,
    given_gender,
    is_given,
    is_listed_person,
    is_person_noun,
    is_plural,
    plain,
    singular,
)
from newsschema.reading._lexicon.tags import TAGS, Tag
from newsschema.reading._lexicon.words import known_tags
from newsschema.reading._tagging.made_names import is_initials, is_made


class Sort(StrEnum):
    """What a capitalised name stands for, as far as its own words tell."""

    __hash__ = str.__hash__  # that of `Enum` is a function of Python

    PERSON = auto()
    BODY = auto()
    GOVERNMENT = auto()
    NATION = auto()
    PAPER = auto()
    PLACE = auto()
    #: Two words or more of which none is known: a person, if nothing speaks against it.
    LIKELY_PERSON = auto()
    UNSURE = auto()

    is_person: bool
    """Whether it is a person's, or most likely."""
    may_be_person: bool
    """Whether "he" or "she" may take it up."""
    is_body: bool
    """Whether it is that of a body or a government."""


for _sort in Sort:  # set once: properties of an enum are asked for more often than all else
    _sort.is_person = _sort in {Sort.PERSON, Sort.LIKELY_PERSON}
    _sort.may_be_person = _sort.is_person or _sort is Sort.UNSURE
    _sort.is_body = _sort in {Sort.BODY, Sort.GOVERNMENT}


@attrs.frozen
class Name:
    """A proper name within capitalised words.

    ``first`` says how many words before it are no part of it; ``last`` is where the name ends among them.
    """

    first: int
    last: int
    sort: Sort
    gender: Gender
    parts: tuple[str, ...]
    #: The words of the name before "Jr.".
    core: tuple[str, ...] = attrs.field(
        init=False, default=attrs.Factory(lambda self: without_suffix(self.parts), takes_self=True)
    )

    def of_sort(self, sort: Sort) -> Name:
        """The name as one of a sort."""
        return self if self.sort is sort else attrs.evolve(self, sort=sort)

    @property
    def surname(self) -> str:
        """The last of its words, before "Jr."."""
        return self.core[-1]


def without_suffix(parts: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name before "Jr." or "III"."""
    return parts[: _core(parts)]


_BRITISH: Final = {"jnr": "jr", "snr": "sr"}
#: Endings of names that tell a father from his son, each as one of its forms.
_GENERATIONS: Final = {word: _BRITISH.get(word, word) for word in NAMES.suffixes - NAMES.honours}
#: What belongs to the name before it in spite of a comma: "Acme Foods, Inc.", "John Doe, Jr."
ENDINGS: Final = NAMES.forms | _BRITISH.keys() | frozenset(_BRITISH.values())


def are_of_two_generations(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the endings of two names tell that they are not one person's: "Sr." and "Jr."."""
    first, second = (
        next((_GENERATIONS[word] for word in parts if word in _GENERATIONS), None) for parts in (one, other)
    )
    return first is not None and second is not None and first != second


_SURNAME: Final = re.compile(r"(?:Mc|Mac|O['’])[A-Z]")
_TRADE: Final = re.compile(r"\w{3,}(?:ist|ician|ographer)s?")
#: Words of most names of persons; and of the longest name with all that stands before it.
_TWO: Final = 2
_LONGEST: Final = 16
#: Words with hyphens before a name: "Bergen-based Norline", "Mother-of-two Ann Doe", "Ten-year-old Bo Roe".
_BEFORE_NAME: Final = re.compile(r"-based$|-by-|-of-|-old$")
_DOTS: Final = re.compile(r"(?:[^\W\d_]\.)+")
#: Marks of nicknames in tags of names; what stands between them is no word of the name by which it is known.
MARKS: Final = DOUBLE_MARKS | SINGLE_MARKS


def _core(parts: tuple[str, ...]) -> int:
    """How many words a name has before "Jr." or "III"."""
    end = len(parts)
    while end > 1 and parts[end - 1] in NAMES.suffixes:
        end -= 1
    return end


@lru_cache(maxsize=1 << 14)
def find_name(words: tuple[str, ...]) -> Name | None:
    """The proper name at the end of a run of capitalised words, without the offices and trades before it.

    None where the words are an office or a trade alone: "President".
    """
    cut = max(0, len(words) - _LONGEST)  # so that the work is bounded
    cut += len(words) > cut + 1 and _BEFORE_NAME.search(words[cut]) is not None
    words = words[cut:]
    low = tuple(map(plain, words))
    whole = None if low[0] in NAMES.courtesy and len(words) > 1 else _body(words, low, 0)  # "Mr Hill"
    start = 0 if whole is not None else _start(words, low)
    rest, rest_low = words[start:], low[start:]
    parts = _parts(rest_low)
    addressed = _is_addressed(low[:start], rest_low)
    if not parts or (_names_nobody(rest, rest_low, whole) and not addressed):
        return None
    sort = Sort.PERSON if addressed else whole or _body(rest, rest_low, start)
    if sort is None:
        sort = Sort.BODY if _is_firm(low[:start], rest) else _person(rest, rest_low, start > 0)
    return Name(cut + start, cut + len(words), sort, _gender(low[:start], rest), parts)


def _is_firm(before: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether the noun for a body stands before a single word, or one for bodies alone: "Charity Norline", "NGO"."""
    single = len(words) == 1 and before != () and before[-1] in NAMES.bodies and not is_given(words[0])
    return single or not _BEFORE_BODIES.isdisjoint(before[-1:])


_BEFORE_BODIES: Final = frozenset({"ngo"})
_NO_NAMES: Final = _BEFORE_BODIES | {"tv"}


def _parts(low: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name, without marks and the comma before "Inc."."""
    if "," in low[:-1]:
        at = low.index(",")
        low = low[:at] + low[at + (low[at + 1] in ENDINGS) :]
    return tuple(word for word in low if word and word not in MARKS)


def _names_nobody(words: tuple[str, ...], low: tuple[str, ...], whole: Sort | None) -> bool:
    """Whether words are an office, a trade or an origin alone."""
    return _is_no_name(words[0], low[0]) if len(words) == 1 else whole is not Sort.GOVERNMENT and _is_held(words, low)


def _is_addressed(before: tuple[str, ...], low: tuple[str, ...]) -> bool:
    """Whether a form of address stands before a single word, which is a surname then: "Mr English", "Ms Bishop"."""
    surname = low[0] in NAMES.surnames - _ADDRESSED or low[0] not in NAMES.offices
    return len(low) == 1 and surname and before[-1:] in _ADDRESSES


#: Forms of address that stand before a surname, and offices that they stand before as well: "Mr Speaker".
_ADDRESSES: Final = frozenset({("mr",), ("mrs",), ("ms",), ("miss",)})
_ADDRESSED: Final = frozenset({"judge", "justice", "mayor", "speaker"})


def _is_no_name(word: str, low: str) -> bool:
    """Whether a word alone is an office, a trade or an origin and names nobody: "President", "Norwegian"."""
    if word in STATES or low in NAMES.known_bodies or low in NAMES.government_names:
        return False
    office = low in NAMES.offices or _is_short_trade(word, low)
    return office or low in NAMES.courtesy or low in _NO_NAMES or low in NAMES.origins or word in NATIONS


def _is_short_trade(word: str, low: str) -> bool:
    """Whether a word is the initials of a trade: "GP"."""
    return word.isupper() and low in NAMES.persons


def _is_held(words: tuple[str, ...], low: tuple[str, ...]) -> bool:
    """Whether several words are an office, or letters of a post and whose it is: "Acme CEO"."""
    post = low[-1] in NAMES.posts and words[-1].isupper() and not is_given(words[0])
    return post or _is_office(words, low)


_TITLES: Final = NAMES.courtesy | NAMES.offices
#: Offices that end no name of a body, and what stands before a seat or an office that is somebody's surname.
_HELD: Final = NAMES.offices - NAMES.body_parts - NAMES.papers - {"leader"}


def is_held_with_article(words: tuple[str, ...]) -> bool:
    """Whether a seat or an office ends capitalised words with an article: "the Leeds MP", "the Voss Port Director"."""
    lead, last = plain(words[0]), plain(words[-1])
    if last in NAMES.seats:
        return lead not in {"hon", "rt"}  # but "the Hon Bo Roe MP"
    titled = lead in _TITLES or plain(" ".join(words)) in NAMES.known_bodies  # "the Rev Bo Bishop"
    return len(words) > 1 and last in _HELD and not words[-1].isupper() and not titled


def _is_office(words: tuple[str, ...], low: tuple[str, ...]) -> bool:
    """Whether several words are an office or a trade and name nobody: "Transport Minister"."""
    last = low[-1]
    trade = last in NAMES.trades or _is_short_trade(words[-1], last)
    listed = (trade or last in NAMES.offices) and last not in NAMES.surnames
    return (
        len(low) > 1
        and listed
        and all(
            is_common(word, part) or word in NATIONS or part in NAMES.places or is_initials(word)
            for word, part in zip(words[:-1], low, strict=False)
        )
    )


# --- what stands before a name


def _start(words: tuple[str, ...], low: tuple[str, ...]) -> int:
    """How many words before a name are no part of it."""
    end = _core(low)
    end = len(low) if _TITLES.issuperset(low[:end]) else end  # "Mr Xi" is no eleventh
    start = 0
    for k in range(1, end):
        if _cuts(words, low, k, end):
            start = k
    while start < end - 1 and _leads(words, low, start, end):
        start += 1
    for k in range(start + 1, end - 1):
        if is_given(words[k]) and all(map(is_common, words[start:k], low[start:k])):
            return k  # "Public Works Eva Person"
    return start


def _cuts(words: tuple[str, ...], low: tuple[str, ...], k: int, end: int) -> bool:
    """Whether the word before ``k`` is an office or a trade that ends before the name."""
    word = low[k - 1]
    if word in NAMES.particles and not words[k - 1].isupper():
        return False  # "Di Marsh", whatever "DI Marsh" is
    if _is_courtesy(words[k - 1], word) or _is_rank(words, low, k) or word in _BEFORE_BODIES:
        return True
    whole = _begins_whole(words, k, end)
    given = is_given(words[k - 1])
    if word in NAMES.surnames:
        return whole or (not given and _is_no_surname(low, k, end))
    if k > 1:
        return _is_office_word(word) or (whole and word in NAMES.members)  # "Voss Republican Ann Doe"
    return not given and (_is_office_word(word) or _is_trade_here(word, whole, end - k))


def _begins_whole(words: tuple[str, ...], k: int, end: int) -> bool:
    """Whether a given name and more of a name begin at a word."""
    return is_given(words[k]) and end - k > 1


def _is_no_surname(low: tuple[str, ...], k: int, end: int) -> bool:
    """Whether a surname before ``k`` is a trade here: "Harbour Baker Bo Roe", "Baker Roe", but "Ann Baker Roe"."""
    told = end - k > 1 or low[k - 1] in NAMES.offices or (k == 1 and low[0] in NAMES.trades)
    return told and _OFFICE_LEADS.issuperset(low[: k - 1])


def _is_trade_here(word: str, whole: bool, behind: int) -> bool:
    """Whether a word is a trade by its shape: before a given name, or by an ending; or one of firms: "Carmaker Roe"."""
    sure = behind > 1 and _TRADE.fullmatch(word) is not None  # "Florist Zebedi Roe"
    return (behind == 1 and word in NAMES.sectors) or ((whole or sure) and is_person_noun(word))


def _is_courtesy(word: str, low: str) -> bool:
    """Whether a word only stands before names: "Mrs", "Gov."."""
    return low in NAMES.courtesy or (word.endswith(".") and low in NAMES.offices)


def _is_rank(words: tuple[str, ...], low: tuple[str, ...], k: int) -> bool:
    """Whether letters before ``k`` are a rank: "PC" of "PC Ann Doe", "Pc Doe", but not of "PC Makers"."""
    if low[k - 1] not in NAMES.ranks:
        return False
    common = is_common(words[k], low[k]) and low[k] not in NAMES.weak_body_parts
    return not common and not (is_plural(low[k]) and is_listed_person(low[k]))


def _is_office_word(word: str) -> bool:
    """Whether a word is an office or a trade, or several of one."""
    return _is_title(word) or word in NAMES.trades or _is_trade_of_many(word)


#: What may stand before an office.
_OFFICE_LEADS: Final = _TITLES | NAMES.office_parts | NAMES.parties


#: The parts of an office with hyphens: "editor-in-chief", "president-elect".
_IN_TITLE: Final = NAMES.offices | NAMES.office_parts | NAMES.trades | {"at", "elect", "in", "of"}


def _is_title(word: str) -> bool:
    """Whether a word is an office, or several with hyphens between them: "Major-Gen"."""
    parts = word.split("-")
    return word in NAMES.offices or (len(parts) > 1 and all(part in _IN_TITLE for part in parts))


def _is_trade_of_many(word: str) -> bool:
    """Whether a word is the plural of a trade: "engineers"."""
    one = word.removesuffix("s")
    return one != word and any(one in words for words in (NAMES.trades, NAMES.offices, NAMES.persons))


def _leads(words: tuple[str, ...], low: tuple[str, ...], k: int, end: int) -> bool:
    """Whether a word is a party, a place or a part of an office, and a name of two words or more comes after it."""
    if end - k <= _TWO:
        return False
    named = is_given(words[k + 1])
    if is_given(words[k]):
        return low[k] in NAMES.parties and (named or low[k + 1] in NAMES.parties)
    if low[k] in _LEADERS or words[k] in NATIONS:
        return True
    return named and (low[k] in _NAME_LEADS or is_initials(words[k]))


#: What leads to any name of two words, and what leads only to one that begins with a given name.
_LEADERS: Final = NAMES.origins | (NAMES.offices - NAMES.surnames)
_NAME_LEADS: Final = NAMES.parties | NAMES.office_parts | NAMES.places


#: Words of offices, bodies and sides rather than of persons.
_COMMON: Final = (
    NAMES.office_parts
    | NAMES.offices
    | NAMES.body_parts
    | NAMES.bodies
    | NAMES.papers
    | NAMES.parties
    | NAMES.origins
    | (NAMES.trades - NAMES.surnames)
)


def is_common(word: str, low: str) -> bool:
    """Whether a capitalised word is one of an office or a body rather than of a person."""
    return low in _COMMON and not is_given(word)


# --- what a name is the name of


def _body(words: tuple[str, ...], low: tuple[str, ...], start: int) -> Sort | None:
    """The sort of a name that its own words show to be no person's."""
    listed = _listed(words, low)
    if listed is not None or (start == 0 and _offices_lead(words, low)):
        return listed
    if is_made(words, low):
        return Sort.BODY
    if len(words) == 1:
        return Sort.BODY if low[0] in NAMES.teams else None
    core = low[: _core(low)]
    if is_given(words[0]) and low[0] not in NAMES.body_parts:
        return _behind_given(core)
    return _impersonal(low, core)


def _behind_given(core: tuple[str, ...]) -> Sort | None:
    """The sort of a name of several words that begins with a given name."""
    last, several = core[-1], len(core) > _TWO
    if several and last in NAMES.papers:
        return Sort.PAPER  # "Paris Climate Accord"
    weak = last in NAMES.weak_body_parts and len(core) == _TWO  # "Ann Hall"
    return Sort.BODY if last in NAMES.body_parts and not weak else None


def _impersonal(low: tuple[str, ...], core: tuple[str, ...]) -> Sort | None:
    """The sort of a name of several words that begins with no given name."""
    if low[0] in NAMES.known_bodies or not NAMES.body_parts.isdisjoint(core):
        return Sort.BODY
    if low[-1] in NAMES.papers:
        return Sort.PAPER
    if is_plural(core[-1]) and is_listed_person(core[-1]) and singular(core[-1]) not in NAMES.surnames:
        return Sort.BODY  # "Chartered Accountants"
    if low[0] in NAMES.place_starts or low[-1] in NAMES.place_ends:
        return Sort.PLACE
    return Sort.BODY if low[-1] in _WHERE_BODIES_ARE else None  # "Quiet Streets Canada"


#: Countries and places that end the name of a body, and that few persons are called after.
_WHERE_BODIES_ARE: Final = (STATES_IN_LOWER_CASE | NAMES.places) - NAMES.place_surnames


def _listed(words: tuple[str, ...], low: tuple[str, ...]) -> Sort | None:
    """The sort of a name that a list has."""
    name = " ".join(low)
    if (
        name in NAMES.government_names
        or " ".join(low[-2:]) in NAMES.government_names
        or (low[-1] in NAMES.governments and low[-1] != "administration")
    ):
        return Sort.GOVERNMENT
    if name in NAMES.known_bodies:
        return Sort.BODY
    if " ".join(words) in STATES:
        return Sort.NATION
    return Sort.PLACE if name in NAMES.places else None


def _offices_lead(words: tuple[str, ...], low: tuple[str, ...]) -> bool:
    """Whether an office and a person's name come after the words of a body: "Harbour Board Chair Ann Doe"."""
    end = _core(low)
    for k in range(end - 1, 0, -1):
        before = low[k - 1]
        body = not NAMES.body_parts.isdisjoint(low[k:end])
        whole = _begins_whole(words, k, end)
        office = _is_title(before) or before in NAMES.trades
        if office and ((before not in NAMES.body_parts and not body) or whole):
            return True
        if before in NAMES.body_parts and whole and not body:  # "Labour Party Ann Doe"
            return True
        if _is_short_rank(words, low, k) and (not body or (end - k == 1 and low[k] in NAMES.weak_body_parts)):
            return True  # "Sgt Hall"
    return False


def _is_short_rank(words: tuple[str, ...], low: tuple[str, ...], k: int) -> bool:
    """Whether the word before ``k`` is an abbreviation of an office, or letters of a rank."""
    return low[k - 1] in NAMES.abbreviations or _is_rank(words, low, k)


def _person(words: tuple[str, ...], low: tuple[str, ...], led: bool) -> Sort:
    """How sure it is that a name that no body has is a person's; ``led`` says that an office stands before it."""
    if led:
        return Sort.PERSON
    if len(words) == 1:
        likely = is_given(words[0]) or _SURNAME.match(words[0]) or words[0].startswith("@")
        return Sort.LIKELY_PERSON if likely else Sort.UNSURE
    if any(map(is_given, words[:-1])) or any(map(_is_personal, words[:-1], low[:-1])) or low[-1] in NAMES.suffixes:
        return Sort.PERSON
    common = known_tags().get(low[0], Tag.NAME) not in _NAMELIKE or low[-1] in NAMES.plurals
    return Sort.UNSURE if common else Sort.LIKELY_PERSON


_NAMELIKE: Final = TAGS["name date"]  # a weekday is tagged as a name only where it is one


def _is_personal(word: str, low: str) -> bool:
    """Whether a word before the last of a name shows that it is a person's: an initial, "van"."""
    return len(word) == 1 or _DOTS.fullmatch(word) is not None or low in NAMES.particles


def _gender(before: tuple[str, ...], rest: tuple[str, ...]) -> Gender:
    """By a form of address or an office, else by the given name."""
    for word in before:
        if word in NAMES.female:
            return Gender.WOMAN
        if word in NAMES.male:
            return Gender.MAN
    if len(rest) == 1:
        return Gender.UNKNOWN
    given = given_gender(rest[0])
    if given is None and (len(rest[0]) == 1 or _DOTS.fullmatch(rest[0])):  # "J. Kelly Doe"
        given = given_gender(rest[1]) if len(rest) > 2 else None  # noqa: PLR2004 - and a surname
    return given or Gender.UNKNOWN
