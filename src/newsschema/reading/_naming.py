"""Names: where they stand, what of the capitalised words before them belongs to them, and what they are names of."""

from __future__ import annotations

import re
from enum import StrEnum, auto
from functools import lru_cache
from typing import Final

import attrs

from newsschema.reading._gazetteer import NAMES, NATIONS, STATES, Gender, given_gender, is_given, is_person_noun, plain


class Sort(StrEnum):
    """What a capitalised name stands for, as far as its own words tell."""

    PERSON = auto()
    BODY = auto()
    GOVERNMENT = auto()
    NATION = auto()
    PAPER = auto()
    PLACE = auto()
    #: Two words or more of which none is known: a person, if nothing speaks against it.
    LIKELY_PERSON = auto()
    UNSURE = auto()

    @property
    def is_person(self) -> bool:
        """Whether it is a person's, or most likely."""
        return self in _PERSONS

    @property
    def may_be_person(self) -> bool:
        """Whether "he" or "she" may take it up."""
        return self in _PERSONAL

    @property
    def is_body(self) -> bool:
        """Whether it is that of a body or a government."""
        return self in _BODIES


_PERSONS: Final = frozenset({Sort.PERSON, Sort.LIKELY_PERSON})
_PERSONAL: Final = _PERSONS | {Sort.UNSURE}
_BODIES: Final = frozenset({Sort.BODY, Sort.GOVERNMENT})


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
    core: tuple[str, ...] = attrs.field(init=False)

    @core.default
    def _without_suffix(self) -> tuple[str, ...]:
        return without_suffix(self.parts)

    @property
    def surname(self) -> str:
        """The last of its words, before "Jr."."""
        return self.core[-1]


def without_suffix(parts: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name before "Jr." or "III"."""
    return parts[: _core(parts)]


_CAPITALS_INSIDE: Final = re.compile(r"[a-zà-ÿ][A-Z]")
_PERSONAL_CAPITALS: Final = re.compile(
    r"(?:Mc|Mac|De|Le|La|Da|Du|Di|Fitz|Van|Ver|Von|St|O|D|Al)['’]?[A-Z]|\w+-[A-Z]|\w['’][A-Z]|Ó"
)
#: How the names of firms end in other languages.
_FORMS: Final = frozenset(
    {"AB", "AG", "AS", "ASA", "A/S", "BV", "GmbH", "KK", "NV", "Oy", "Oyj", "Pty", "SA", "SE", "SpA"}
)
#: Words of most names of persons.
_TWO: Final = 2
_DOTS: Final = re.compile(r"(?:[^\W\d_]\.)+")
#: Marks of nicknames in tags of names; what stands between them is no word of the name by which it is known.
MARKS: Final = frozenset("\"'“”‘’«»„") | {"``", "''"}


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
    low = tuple(map(plain, words))
    whole = _body(words, low, 0)
    start = 0 if whole is not None else _start(words, low)
    while start < len(low) - 1 and low[start] in NAMES.particles and words[start].islower() and start == 0:
        start += 1
    rest, rest_low = words[start:], low[start:]
    if (len(rest) == 1 and _is_no_name(rest[0], rest_low[0])) or (
        whole is not Sort.GOVERNMENT and _is_office(rest, rest_low)
    ):
        return None
    firm = len(rest) == 1 and start and low[start - 1] in NAMES.bodies and not is_given(rest[0])
    parts = tuple(word for word in rest_low if word and word not in MARKS)
    if not parts:
        return None
    sort = whole or _body(rest, rest_low, start) or (Sort.BODY if firm else _person(rest, rest_low, start > 0))
    gender = _gender(low[:start], rest)
    return Name(start, len(words), sort, gender, parts)


def _is_no_name(word: str, low: str) -> bool:
    """Whether a word alone is an office, a trade or an origin and names nobody: "President", "Norwegian"."""
    if word in STATES or low in NAMES.known_bodies or low in NAMES.government_names:
        return False
    return low in NAMES.offices or low in NAMES.courtesy or (word in NATIONS and word not in STATES)


def _is_office(words: tuple[str, ...], low: tuple[str, ...]) -> bool:
    """Whether several words are an office or a trade and name nobody: "Transport Minister"."""
    last = low[-1]
    listed = (last in NAMES.offices or last in NAMES.trades) and last not in NAMES.surnames
    return (
        len(low) > 1
        and listed
        and all(
            _is_common(word, part) or word in NATIONS or _is_initials(word)
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
        if is_given(words[k]) and all(map(_is_common, words[start:k], low[start:k])):
            return k  # "Public Works Eva Person"
    return start


def _cuts(words: tuple[str, ...], low: tuple[str, ...], k: int, end: int) -> bool:
    """Whether the word before ``k`` is an office or a trade that ends before the name."""
    word = low[k - 1]
    if word in NAMES.courtesy or (words[k - 1].endswith(".") and word in NAMES.offices):
        return True
    if word in NAMES.surnames:  # "Baker Bo Roe", but "Ann Baker Roe" and "Carter Roe"
        led = all(part in NAMES.office_parts or part in NAMES.offices or part in NAMES.parties for part in low[: k - 1])
        follows = is_given(words[k]) and end - k > 1
        own = is_given(words[k - 1]) and not follows
        alone = end - k > 1 or word in NAMES.offices
        return not own and (follows or (led and alone))
    titled = _is_title(word) or word in NAMES.trades or singular_trade(word) is not None
    if not titled and not (k == 1 and is_given(words[k]) and end - k > 1 and is_person_noun(word)):
        return False
    return not (is_given(words[k - 1]) and k == 1)


def _is_title(word: str) -> bool:
    """Whether a word is an office, or several with hyphens between them: "Major-Gen"."""
    return word in NAMES.offices or ("-" in word and all(part in NAMES.offices for part in word.split("-")))


def singular_trade(word: str) -> str | None:
    """The trade of which a word is the plural: "engineers"."""
    one = word[:-1] if word.endswith("s") else ""
    return one if one in NAMES.trades or one in NAMES.offices or (word.endswith("s") and one in NAMES.persons) else None


def _leads(words: tuple[str, ...], low: tuple[str, ...], k: int, end: int) -> bool:
    """Whether a word is a party, an origin or a part of an office, and the name comes after it."""
    if end - k <= 2 and not (end - k == 2 and (low[k] in NAMES.courtesy)):  # noqa: PLR2004 - a name of two words stays whole
        return False
    if is_given(words[k]):
        return low[k] in NAMES.parties and is_given(words[k + 1])
    if low[k] in NAMES.offices and low[k] not in NAMES.surnames:
        return True
    if low[k] in NAMES.origins or words[k] in NATIONS:
        return True
    return is_given(words[k + 1]) and (
        low[k] in NAMES.parties or low[k] in NAMES.office_parts or _is_initials(words[k])
    )


def _is_common(word: str, low: str) -> bool:
    """Whether a capitalised word is one of an office or a body rather than of a person."""
    return not is_given(word) and (
        low in NAMES.office_parts
        or low in NAMES.offices
        or low in NAMES.body_parts
        or low in NAMES.bodies
        or low in NAMES.papers
        or low in NAMES.parties
        or low in NAMES.origins
        or (low not in NAMES.surnames and is_person_noun(low) and low in NAMES.trades)
    )


def _is_initials(word: str) -> bool:
    """Whether a word is initials of a body: "BBC", "U.S."."""
    letters = word.replace(".", "").replace("&", "")
    return len(letters) > 1 and letters.isupper() and letters.isalpha()


# --- what a name is the name of


def _body(words: tuple[str, ...], low: tuple[str, ...], start: int) -> Sort | None:
    """The sort of a name that its own words show to be no person's."""
    listed = _listed(words, low)
    if listed is not None:
        return listed
    if start == 0 and _offices_lead(words, low):
        return None
    if len(words) == 1:
        return Sort.BODY if _looks_made(words[0]) else None
    if words[-1] in _FORMS:
        return Sort.BODY
    given = is_given(words[0]) and low[0] not in NAMES.body_parts
    end = _core(low)
    if given and end == _TWO and low[1] in NAMES.weak_body_parts:  # "Ann Hall"
        return Sort.PERSON
    parts = not NAMES.body_parts.isdisjoint(low[:end])
    if "&" in words or (parts and (low[end - 1] in NAMES.body_parts or not given)):
        return Sort.BODY
    if given:
        return None
    return Sort.PAPER if low[-1] in NAMES.papers else (Sort.PLACE if low[0] in NAMES.place_starts else None)


def _listed(words: tuple[str, ...], low: tuple[str, ...]) -> Sort | None:
    """The sort of a name that a list has."""
    name = " ".join(low)
    if name in NAMES.government_names or low[-1] in NAMES.governments - {"administration"}:
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
        office = low[k - 1] in NAMES.offices or low[k - 1] in NAMES.trades
        if office and low[k - 1] not in NAMES.body_parts and not any(word in NAMES.body_parts for word in low[k:end]):
            return True
        if office and is_given(words[k]) and end - k > 1:
            return True
    return end > _TWO and any(
        is_given(words[k]) and not any(word in NAMES.body_parts for word in low[k:end])
        for k in range(1, end - 1)
        if low[k - 1] in NAMES.body_parts
    )


def _looks_made(word: str) -> bool:
    """Whether a single word is made up like the name of a firm: "NASA", "WeWork", "AT&T", "3M"."""
    if _is_initials(word) or "&" in word or any(map(str.isdigit, word)):
        return True
    return bool(_CAPITALS_INSIDE.search(word)) and not _PERSONAL_CAPITALS.match(word)


def _person(words: tuple[str, ...], low: tuple[str, ...], led: bool) -> Sort:
    if led or (len(words) > 1 and is_given(words[0])):
        return Sort.PERSON
    if len(words) == 1:
        return Sort.PERSON if "-" in words[0] and is_given(words[0]) else Sort.UNSURE
    initial = any(_DOTS.fullmatch(word) or len(word) == 1 for word in words[:-1])
    particle = any(word in NAMES.particles for word in low[1:-1])
    given = any(map(is_given, words[1:-1]))
    return Sort.PERSON if initial or particle or given or low[-1] in NAMES.suffixes else Sort.LIKELY_PERSON


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

_SMALL: Final = re.compile(r"[DRWICULXBM#](?=P)|(?<=P)[DRWICULXBM]")
_MONTH_BEFORE: Final = frozenset("IMLO#AD")


def tag_names(tags: str, words: tuple[str, ...], lower: tuple[str, ...]) -> str:
    """Tag as names what only looks like something else: "Will Dorn", "Thora May", "van den Brule".

    A small word with a capital beside a name is one where it can be: a given name before, a surname behind one; at the
    start of a sentence only a given name before a lone surname is. Small words between names belong to them.
    """
    made: list[str] | None = None
    if not NAMES.particles.isdisjoint(lower):
        made = _tag_particles(tags, words, lower)
    for match in _SMALL.finditer(tags):
        at = match.start()
        word = words[at]
        if word[0].isupper() and lower[at] in NAMES.small_words_that_are_names and _is_name_here(tags, words, at):
            made = made or list(tags)
            made[at] = "P"
    return "".join(made) if made else tags


def _is_name_here(tags: str, words: tuple[str, ...], at: int) -> bool:
    """Whether a capitalised small word beside a name belongs to it."""
    before = tags[at - 1] if at else "\n"
    opens = before in "\n.?[\":-'"
    if tags[at + 1] == "P" and not (tags[at] == "M" and before in _MONTH_BEFORE):
        follows = tags[at + 2 : at + 3]
        surname = tags[at + 2 : at + 3] != "P" or is_given(words[at])
        if is_given(words[at]) and (not opens or (follows in "VvzXE,([-" and surname)):
            body = plain(words[at + 1]) in NAMES.known_bodies or _is_initials(words[at + 1])
            return not (opens and follows == "," and body)  # "Per Reuters, ..."
    titled = plain(words[at - 1]) in NAMES.courtesy if at else False
    lone = at > 0 and before == "P" and tags[at + 1 : at + 2] != "P" and (titled or is_given(words[at - 1]))
    two = at < _TWO or tags[at - 2] != "P" or plain(words[at - 2]) in NAMES.offices | NAMES.trades
    return lone and (titled or two)


def _tag_particles(tags: str, words: tuple[str, ...], lower: tuple[str, ...]) -> list[str]:
    """Small words in lower case between two names become part of them: at most three, "van de la Roe"."""
    made = list(tags)
    for k, word in enumerate(words):
        if lower[k] in NAMES.particles and word[0].islower() | (word[0] in "'’") and k and made[k - 1] == "P":
            end = k
            while end < len(words) and end - k < 3 and lower[end] in NAMES.particles and not words[end][0].isupper():  # noqa: PLR2004
                end += 1
            if tags[end : end + 1] == "P":
                made[k:end] = "P" * (end - k)
    return made
