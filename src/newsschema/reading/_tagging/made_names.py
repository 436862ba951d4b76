"""How names are made up that only bodies have: "WeWork", "NASA", "Roe & Sons", "Norline GmbH"."""

from __future__ import annotations

import re
from typing import Final

from newsschema.reading._lexicon.gazetteer import NAMES, STATES, is_given, plain

_CAPITALS_INSIDE: Final = re.compile(r"[a-zà-ÿ][A-Z]")
_PERSONAL_CAPITALS: Final = re.compile(
    r"(?:Mc|Mac|De|Le|La|Da|Du|Di|Fitz|Van|Ver|Von|St|O|D|Al)['’]?[A-Z]|\w+-[A-Z]|\w['’][A-Z]|Ó"
)
#: How the names of firms end in other languages.
_FORMS: Final = frozenset(
    {"AB", "AG", "AS", "ASA", "A/S", "BV", "GmbH", "KK", "NV", "Oy", "Oyj", "Pty", "SA", "SE", "SpA"}
)
#: How many letters initials have that are no person's.
_LETTERS: Final = 3


def is_initials(word: str) -> bool:
    """Whether a word is initials of a body: "BBC", "U.S."."""
    letters = word.replace(".", "").replace("&", "")
    return len(letters) > 1 and letters.isupper() and letters.isalpha()


def is_made(words: tuple[str, ...], low: tuple[str, ...]) -> bool:
    """Whether a name is made up as only those of bodies are: "WeWork", "Roe & Sons", "Montana GOP", "Norline GmbH"."""
    if len(words) == 1:
        return _looks_made(words[0])
    numbered = any(map(str.isdigit, words))  # "Channel 4 News"
    return numbered or "&" in words or _ends_in_acronym(words) or _ends_in_form(words, low)


def _ends_in_form(words: tuple[str, ...], low: tuple[str, ...]) -> bool:
    """Whether a legal form ends a name: "Norline GmbH", "Ford Motor Co.", but not "Ann Co"."""
    sure = words[-1].endswith(".") or not is_given(words[0])
    return words[-1] in _FORMS or (low[-1] in NAMES.forms and sure)


def _ends_in_acronym(words: tuple[str, ...]) -> bool:
    """Whether initials end a name, or stand before a country: "Montana GOP", but not "Ann Doe III" nor a heading."""
    first, last = words[0], words[-1]
    if last in STATES and len(first) >= _LETTERS and is_initials(first):
        return True  # "CPA Canada"
    number = plain(last) in NAMES.suffixes or "." in last
    return is_initials(last) and not number and not all(map(str.isupper, words))


def _looks_made(word: str) -> bool:
    """Whether a single word is made up like the name of a firm: "NASA", "WeWork", "AT&T", "3M"."""
    if is_initials(word) or "&" in word or any(map(str.isdigit, word)):
        return True
    return bool(_CAPITALS_INSIDE.search(word)) and not _PERSONAL_CAPITALS.match(word)
