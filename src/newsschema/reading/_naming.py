"""Names: where they stand, what of the capitalised words before them belongs to them, and what they are names of."""

from __future__ import annotations

import re
from enum import StrEnum, auto
from functools import lru_cache
from typing import Final

import attrs

from newsschema._model.punctuation import DOUBLE_MARKS, SINGLE_MARKS
from newsschema.reading._gazetteer import (
    NAMES,
    NATIONS,
    SPLIT_BODIES,
    STATES,
    Gender,
    given_gender,
    is_given,
    is_listed_person,
    is_person_noun,
    is_plural,
    plain,
)
from newsschema.reading._signs import BODY_END, PARTICLE, SMALL_NAME
from newsschema.reading._tags import TAGS, Tag
from newsschema.reading._words import known_tags


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
_ENDINGS: Final = NAMES.forms | _BRITISH.keys() | frozenset(_BRITISH.values())


def are_of_two_generations(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the endings of two names tell that they are not one person's: "Sr." and "Jr."."""
    first, second = (
        next((_GENERATIONS[word] for word in parts if word in _GENERATIONS), None) for parts in (one, other)
    )
    return first is not None and second is not None and first != second


_CAPITALS_INSIDE: Final = re.compile(r"[a-zà-ÿ][A-Z]")
_PERSONAL_CAPITALS: Final = re.compile(
    r"(?:Mc|Mac|De|Le|La|Da|Du|Di|Fitz|Van|Ver|Von|St|O|D|Al)['’]?[A-Z]|\w+-[A-Z]|\w['’][A-Z]|Ó"
)
#: How the names of firms end in other languages.
_FORMS: Final = frozenset(
    {"AB", "AG", "AS", "ASA", "A/S", "BV", "GmbH", "KK", "NV", "Oy", "Oyj", "Pty", "SA", "SE", "SpA"}
)
#: Words of most names of persons; and of the longest name with all that stands before it.
_TWO: Final = 2
_LONGEST: Final = 16
#: Words with hyphens before a name: "Bergen-based Norline", "Mother-of-two Ann Doe", "Ten-year-old Bo Roe".
_BEFORE_NAME: Final = re.compile(r"-based$|-of-|-old$")
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
    if not parts or _names_nobody(rest, rest_low, whole):
        return None
    sort = whole or _body(rest, rest_low, start)
    if sort is None:
        firm = len(rest) == 1 and start and low[start - 1] in NAMES.bodies and not is_given(rest[0])
        sort = Sort.BODY if firm else _person(rest, rest_low, start > 0)
    return Name(cut + start, cut + len(words), sort, _gender(low[:start], rest), parts)


def _parts(low: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name, without marks and the comma before "Inc."."""
    if "," in low[:-1]:
        at = low.index(",")
        low = low[:at] + low[at + (low[at + 1] in _ENDINGS) :]
    return tuple(word for word in low if word and word not in MARKS)


def _names_nobody(words: tuple[str, ...], low: tuple[str, ...], whole: Sort | None) -> bool:
    """Whether words are an office, a trade or an origin alone."""
    return _is_no_name(words[0], low[0]) if len(words) == 1 else whole is not Sort.GOVERNMENT and _is_office(words, low)


def _is_no_name(word: str, low: str) -> bool:
    """Whether a word alone is an office, a trade or an origin and names nobody: "President", "Norwegian"."""
    if word in STATES or low in NAMES.known_bodies or low in NAMES.government_names:
        return False
    office = low in NAMES.offices or _is_short_trade(word, low)
    return office or low in NAMES.courtesy or low in NAMES.origins or word in NATIONS


def _is_short_trade(word: str, low: str) -> bool:
    """Whether a word is the initials of a trade: "GP"."""
    return word.isupper() and low in NAMES.persons


def _is_office(words: tuple[str, ...], low: tuple[str, ...]) -> bool:
    """Whether several words are an office or a trade and name nobody: "Transport Minister"."""
    last = low[-1]
    trade = last in NAMES.trades or _is_short_trade(words[-1], last)
    listed = (trade or last in NAMES.offices) and last not in NAMES.surnames
    return (
        len(low) > 1
        and listed
        and all(
            is_common(word, part) or word in NATIONS or part in NAMES.places or _is_initials(word)
            for word, part in zip(words[:-1], low, strict=False)
        )
    )


# --- what stands before a name


def _start(words: tuple[str, ...], low: tuple[str, ...]) -> int:
    """How many words before a name are no part of it."""
    end = _core(low)
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
    word, given = low[k - 1], is_given(words[k - 1])
    whole = is_given(words[k]) and end - k > 1  # a given name and more follow
    if word in NAMES.particles and not words[k - 1].isupper():
        return False  # "Di Marsh", whatever "DI Marsh" is
    if word in NAMES.courtesy or (words[k - 1].endswith(".") and word in NAMES.offices) or _is_rank(words, low, k):
        return True
    if word in NAMES.surnames:  # "Baker Bo Roe", but "Ann Baker Roe" and "Carter Roe"
        alone = end - k > 1 or word in NAMES.offices
        return whole or (alone and not given and _may_lead(low[: k - 1]))
    return not (given and k == 1) and (_is_office_word(word) or (k == 1 and whole and is_person_noun(word)))


def _is_rank(words: tuple[str, ...], low: tuple[str, ...], k: int) -> bool:
    """Whether capitals before ``k`` are a rank: "PC" of "PC Ann Doe", but not of "PC Makers"."""
    if low[k - 1] not in NAMES.ranks or not words[k - 1].isupper():
        return False
    common = is_common(words[k], low[k]) and low[k] not in NAMES.weak_body_parts
    return not common and not (is_plural(low[k]) and is_listed_person(low[k]))


def _is_office_word(word: str) -> bool:
    """Whether a word is an office or a trade, or several of one."""
    return _is_title(word) or word in NAMES.trades or _is_trade_of_many(word)


def _may_lead(low: tuple[str, ...]) -> bool:
    """Whether all words may stand before an office."""
    return all(word in NAMES.office_parts or word in NAMES.offices or word in NAMES.parties for word in low)


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
    """Whether a word is a party, an origin or a part of an office, and a name of two words or more comes after it."""
    if end - k <= _TWO:
        return False
    named = is_given(words[k + 1])
    if is_given(words[k]):
        return low[k] in NAMES.parties and (named or low[k + 1] in NAMES.parties)
    office = low[k] in NAMES.offices and low[k] not in NAMES.surnames
    if office or low[k] in NAMES.origins or words[k] in NATIONS:
        return True
    return named and (low[k] in NAMES.parties or low[k] in NAMES.office_parts or _is_initials(words[k]))


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


def _is_initials(word: str) -> bool:
    """Whether a word is initials of a body: "BBC", "U.S."."""
    letters = word.replace(".", "").replace("&", "")
    return len(letters) > 1 and letters.isupper() and letters.isalpha()


# --- what a name is the name of


def _body(words: tuple[str, ...], low: tuple[str, ...], start: int) -> Sort | None:
    """The sort of a name that its own words show to be no person's."""
    listed = _listed(words, low)
    if listed is not None or (start == 0 and _offices_lead(words, low)):
        return listed
    if len(words) == 1:
        return Sort.BODY if _looks_made(words[0]) else None
    if words[-1] in _FORMS or "&" in words or _ends_in_acronym(words):
        return Sort.BODY
    core = low[: _core(low)]
    if is_given(words[0]) and low[0] not in NAMES.body_parts:
        weak = len(core) == _TWO and core[1] in NAMES.weak_body_parts  # "Ann Hall"
        return Sort.BODY if core[-1] in NAMES.body_parts and not weak else None
    return _impersonal(low, core)


def _impersonal(low: tuple[str, ...], core: tuple[str, ...]) -> Sort | None:
    """The sort of a name of several words that begins with no given name."""
    if low[0] in NAMES.known_bodies or not NAMES.body_parts.isdisjoint(core):
        return Sort.BODY
    if low[-1] in NAMES.papers:
        return Sort.PAPER
    return Sort.PLACE if low[0] in NAMES.place_starts or low[-1] in NAMES.place_ends else None


def _ends_in_acronym(words: tuple[str, ...]) -> bool:
    """Whether initials end a name, which are no number of a king: "Montana GOP", but not a name in capitals."""
    last = words[-1]
    number = plain(last) in NAMES.suffixes or "." in last
    return _is_initials(last) and not number and not all(map(str.isupper, words))


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
        whole = is_given(words[k]) and end - k > 1
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


def _looks_made(word: str) -> bool:
    """Whether a single word is made up like the name of a firm: "NASA", "WeWork", "AT&T", "3M"."""
    if _is_initials(word) or "&" in word or any(map(str.isdigit, word)):
        return True
    return bool(_CAPITALS_INSIDE.search(word)) and not _PERSONAL_CAPITALS.match(word)


def _person(words: tuple[str, ...], low: tuple[str, ...], led: bool) -> Sort:
    """How sure it is that a name that no body has is a person's; ``led`` says that an office stands before it."""
    if led:
        return Sort.PERSON
    if len(words) == 1:
        return Sort.LIKELY_PERSON if is_given(words[0]) else Sort.UNSURE
    if any(map(is_given, words[:-1])) or any(map(_is_personal, words[:-1], low[:-1])) or low[-1] in NAMES.suffixes:
        return Sort.PERSON
    common = known_tags().get(low[0], Tag.NAME) not in _NAMELIKE or low[-1] in NAMES.plurals
    return Sort.UNSURE if common else Sort.LIKELY_PERSON


#: Tags of words that may begin a name: a weekday is tagged as a name only where it is one.
_NAMELIKE: Final = TAGS["name date"]


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


# --- where names stand

#: What a small word may be tagged as that is a name.
_SMALL: Final = TAGS[
    "determiner subject relative preposition conjunction contrast subordinator auxiliary adverb date number"
]
#: Before the name of a month that is none: "in May", "early June".
_MONTH_BEFORE: Final = TAGS["link date subordinator number adjective determiner"]
_OPENERS: Final = TAGS["end open straight single colon dash"]
#: Behind a name that opens a sentence.
_BEHIND_NAME: Final = TAGS["past third base auxiliary participle comma open_bracket open dash"]
_OFFICES: Final = NAMES.offices | NAMES.trades
#: Dutch particles of two words, of which the first is a word of its own: "in ’t Veld", "op de Beek".
_LED: Final = frozenset({"aan", "in", "op", "uit"})
_LEADING: Final = frozenset({"'t", "’t", "de", "den", "der"})
#: How many small words may stand together in a name.
_PARTICLES: Final = 3


def tag_names(tags: str, words: tuple[str, ...], lower: tuple[str, ...], signs: str) -> str:
    """Tag as names what only looks like something else: "Will Dorn", "Thora May", "van den Brule".

    A small word with a capital beside a name is one where it can be: a given name before, a surname behind one; at the
    start of a sentence only a given name before a lone surname is. Small words between names belong to them.
    """
    size, tags = len(tags), f"{tags}\n\n"  # a look ahead is safe
    made = list(tags)
    _tag_particles(made, tags, words, lower, signs)
    for match in _SLOGAN.finditer(tags):
        if lower[match.start() - 1] in NAMES.bodies:
            made[match.start() : match.end()] = Tag.NAME * len(match[0])
    _tag_bodies(made, words, lower, signs)
    for match in _ENDING.finditer(tags):
        if plain(words[match.end()]) in _ENDINGS:
            made[match.start()] = Tag.NAME
    for match in SMALL_NAME.finditer(signs):
        at = match.start()
        if words[at][0].isupper() and tags[at] in _SMALL and _is_name_here(tags, words, at):
            made[at] = Tag.NAME
    _tag_days(made, tags, words, lower)
    return "".join(made[:size])


#: "Acme Foods, Inc."
_ENDING: Final = TAGS.pattern("<comma> (?<= <name> . ) (?= <name> )")
#: A weekday before a name: "coach Sunday Okpara", "“...,” said Sunday Okpara", "Sunday Okpara said".
_DAY: Final = TAGS.pattern("""
    <date> (?= <name> ) (?: (?<= <close|straight|comma> <past|third> . ) (?P<said>)
        | (?<! [^\n.?] . ) (?= <name> <past|third|participle|auxiliary> ) (?P<opening>) )?
""")


def _tag_days(made: list[str], tags: str, words: tuple[str, ...], lower: tuple[str, ...]) -> None:
    """Weekdays that are given names become names wherever they stand before the same surname; of papers too."""
    days = [match for match in _DAY.finditer(tags) if lower[match.start()] in NAMES.days]
    if not days:
        return
    shown = {words[k.start() + 1] for k in days if _is_born_on(k, words)}
    others = {words[k.end()] for k in _BEFORE_NAMES.finditer(tags) if plain(words[k.start()]) not in _NO_NAMES}
    for match in days:
        at = match.start()
        paper = f"{lower[at]} {lower[at + 1]}" in NAMES.known_bodies and tags[at + 2] != Tag.NAME
        if paper or words[at + 1] in shown - others:
            made[at] = Tag.NAME


#: A name before another, and what is none where it has a capital.
_BEFORE_NAMES: Final = TAGS.pattern("<name> (?= <name> )")
_NO_NAMES: Final = _OFFICES | NAMES.courtesy


def _is_born_on(match: re.Match[str], words: tuple[str, ...]) -> bool:
    """Whether a weekday before a name is a given name: behind a trade or "said", or where a verb follows the two."""
    at = match.start()
    before = plain(words[at - 1]) if at else ""
    if not _may_be_surname(words[at + 1], plain(words[at + 1])):
        return False
    if before in NAMES.offices or before in NAMES.trades or match.lastgroup == "said":
        return True
    return match.lastgroup is not None and not is_given(words[at + 1])  # "Monday Joseph said" may be either


def _may_be_surname(word: str, low: str) -> bool:
    """Whether a capitalised word is none of a body or a place that lists have."""
    listed = word in NATIONS or low in NAMES.places or low in NAMES.known_bodies
    return not listed and not is_common(word, low) and not _is_initials(word)


#: "Campaign group Stop the Road".
_SLOGAN: Final = TAGS.pattern("(?<=<noun>) <name> <determiner> <name>")


def _tag_bodies(made: list[str], words: tuple[str, ...], lower: tuple[str, ...], signs: str) -> None:
    """All the words of a listed body become its name: "Save the Children"."""
    for match in BODY_END.finditer(signs):
        after = match.end()
        for parts in SPLIT_BODIES[lower[after - 1]]:
            first = after - len(parts)
            if first >= 0 and words[first][0].isupper() and lower[first:after] == parts:
                made[first:after] = Tag.NAME * len(parts)


def _is_name_here(tags: str, words: tuple[str, ...], at: int) -> bool:
    """Whether a capitalised small word beside a name belongs to it."""
    before = tags[at - 1] if at else Tag.NEWLINE
    if Tag.NAME not in {before, tags[at + 1]}:
        return False
    given = tags[at + 1] == Tag.NAME and is_given(words[at])
    if tags[at] == Tag.DETERMINER:  # "said An Li", but "An Israeli" and "Says An Israeli"
        return given and at > 0 and words[at - 1][0].islower()
    if given and not _is_month(tags[at], before):
        return before not in _OPENERS or _opens_name(tags, words, at)
    return before == Tag.NAME != tags[at + 1] and _ends_name(tags, words, at)


def _is_month(tag: str, before: str) -> bool:
    """Whether a month stands behind what only stands before one: "in May"."""
    return tag == Tag.DATE and before in _MONTH_BEFORE


def _opens_name(tags: str, words: tuple[str, ...], at: int) -> bool:
    """Whether a small word that opens a sentence is a given name: a surname and a verb or a comma follow."""
    follows = tags[at + 2]
    body = plain(words[at + 1]) in NAMES.known_bodies or _is_initials(words[at + 1])
    return follows in _BEHIND_NAME and not (follows == Tag.COMMA and body)  # "Per Reuters, ..."


def _ends_name(tags: str, words: tuple[str, ...], at: int) -> bool:
    """Whether a small word behind a name is its surname: "Thora May", "Mrs May"."""
    if plain(words[at - 1]) in NAMES.courtesy:
        return True
    office = at > 1 and plain(words[at - 2]) in _OFFICES
    return is_given(words[at - 1]) and (at < _TWO or tags[at - 2] != Tag.NAME or office)


def _tag_particles(made: list[str], tags: str, words: tuple[str, ...], lower: tuple[str, ...], signs: str) -> None:
    """Small words in lower case between two names become part of them: at most three, "van de la Roe"."""
    small = {match.start() for match in PARTICLE.finditer(signs) if not words[match.start()][0].isupper()}
    for k in sorted(small):
        end = next(end for end in range(k + 1, k + _PARTICLES + 1) if end not in small or end == k + _PARTICLES)
        start = k - (k > 1 and words[k - 1] in _LED and lower[k] in _LEADING)
        if start and made[start - 1] == Tag.NAME == tags[end]:
            made[start:end] = Tag.NAME * (end - start)
