"""Datelines: where, when and by whom a story was filed, at the head of a paragraph or alone on a line.

This is the one place that knows them: the frame of the story reads place, date and credit here, and what was said in a
paragraph begins where the dateline ends.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from newsschema.reading._lexicon.frame_words import CAPITAL, FRAME, SPACE, any_of
from newsschema.reading._lexicon.gazetteer import NAMES, NATIONS
from newsschema.reading._lexicon.words import WORDS

_MONTH: Final = "|".join(sorted((name for names in FRAME.months for name in names), key=len, reverse=True))
_WEEKDAY: Final = "|".join(sorted(FRAME.weekdays, key=len, reverse=True))
_DAY: Final = rf"""(?:(?:{_WEEKDAY})\b\.?,?{SPACE}?)?
    (?:(?:{_MONTH})\b\.?{SPACE}\d\d?(?!\d)(?:,{SPACE}?\d{{4}})?|\d\d?(?:st|nd|rd|th)?{SPACE}(?:{_MONTH})\b\.?(?:,?{SPACE}\d{{4}})?)
    |(?:{_WEEKDAY})\b"""
#: A word of a place in capitals: "SALT", "ST.", "JOHN'S", "D.C."; and one that begins with a capital.
_CAPITALS: Final = rf"(?:(?:ST|FT|MT)\.|[{CAPITAL}][{CAPITAL}'’]*[{CAPITAL}]\b(?!\.[{CAPITAL}])|(?:[{CAPITAL}]\.)+)"
_TITLE: Final = rf"(?!(?i:{_MONTH}|{_WEEKDAY})\b)[{CAPITAL}](?:[\w'’]|-(?!-))*\.?"
#: What stands in small letters in the name of a town: "Rio de Janeiro".
_SMALL: Final = "(?:al|da|de|del|di|do|du|es|la|le|of|upon)"
#: Where what is no town lies: "IN THE GULF OF ADEN", "ABOARD THE USS ALBA".
_OUT_THERE: Final = rf"(?:(?:ABOARD|ALONG|AT|IN|NEAR|OFF|ON|OUTSIDE){SPACE}(?:BOARD{SPACE})?(?:THE{SPACE})?)?"
_TOWN: Final = rf"{_OUT_THERE}{_CAPITALS}(?:[{SPACE[1:-1]}-]{_CAPITALS}){{0,3}}"
_PART: Final = rf"(?!(?i:{_MONTH})\b)(?:{_CAPITALS}\.?|{_TITLE})"
_REGION: Final = rf"(?:,{SPACE}{_PART}(?:{SPACE}(?:of|and|the|{_CAPITALS}|{_TITLE})){{0,3}}){{0,2}}"
_IN_BRACKETS: Final = rf"(?:(?:{SPACE}\({_TITLE}(?:{SPACE}{_TITLE})?\))?{SPACE}\[{_TITLE}\])?"
_JOIN: Final = rf"(?:,?{SPACE}(?:and|AND|&){SPACE}|/|{SPACE}/{SPACE})"
_SERVED: Final = any_of([*WORDS.agencies, *FRAME.datelines["services"]])
#: An agency may write itself in small letters: "(dpa)", "(dpa-AFX)".
_CREDIT: Final = rf"""\((?P<bracketed>(?:[{CAPITAL}]|(?=(?i:{_SERVED})))[\w./&'{SPACE[1:-1]}-]{{0,40}}?)
        (?:{SPACE}?[-–—,]{SPACE}?(?P<beside>(?i:{_DAY})))?\)
    |(?P<bare>{any_of(WORDS.agencies)})(?={SPACE}?(?:—|–|--|-{SPACE}))
    |/(?P<slashed>[\w.{SPACE[1:-1]}-]{{2,40}})/|\[(?P<squared>[{CAPITAL}][\w.{SPACE[1:-1]}-]{{1,30}})\]"""
_DATELINE: Final = re.compile(
    rf"""(?P<wrapped>\()?(?:(?P<capitals>{_TOWN}{_REGION}(?:{_JOIN}{_TOWN}{_REGION}){{0,2}})
           |(?P<title>{_TITLE}(?:{SPACE}(?:{_SMALL}{SPACE})?{_TITLE}){{0,2}}(?:/{_TITLE}(?:{SPACE}{_TITLE})?)?{_REGION}{_IN_BRACKETS}))?
        (?:(?:,{SPACE}?|\.{SPACE}|{SPACE}?(?:—|–|--|-|\|){SPACE}?|{SPACE}|^)(?:\({SPACE}?(?P<dated>(?i:{_DAY}))\)|(?P<date>(?i:{_DAY}))))?
        (?(wrapped)(?<=\d)\))
        (?:,?{SPACE}?(?:(?:—|–|--|-|\|){SPACE}?)?(?:{_CREDIT}))?
        (?P<separator>{SPACE}?(?:—|–|―|--+|-|_)(?:{SPACE}|(?<=--|.—))|{SPACE}?:(?:{SPACE}|$)|{SPACE}\|{SPACE}|{SPACE}?)""",
    re.VERBOSE,
)
_SERVICE: Final = re.compile(_SERVED, re.IGNORECASE)
_PLACES: Final = frozenset({name.lower() for name in NATIONS} | FRAME.datelines["towns"] | FRAME.datelines["regions"])
_BEGINS: Final = re.compile(rf"[{CAPITAL}(/\[]|\d\d?(?:st|nd|rd|th)?{SPACE}")
#: What stands in every dateline, or, beside two spaces, right behind one that is a line by itself.
_SIGN: Final = re.compile(r"[(/\[—–―:|\t-\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000-]")
#: How short a word in capitals is more often a body than a town: "US", "FBI".
_SHORT: Final = 3
#: How long the letters are that stand for an agency: "ANSA".
_ACRONYM: Final = 5
_LONGEST: Final = 120


class DatelineMatch(NamedTuple):
    """What a dateline says, each as printed, and where the words of the paragraph begin after it, in code points."""

    text: str
    place: str | None
    date: str | None
    credit: str | None
    end: int


class _Found(NamedTuple):
    """The parts of what may be a dateline."""

    town: str | None
    in_capitals: bool
    date: str | None
    credit: str | None
    slashed: bool
    separator: str

    @property
    def is_known(self) -> bool:
        """Whether a part of the place is a country, a state of one, or a capital; a state alone may be a name."""
        parts = [part.strip().lower() for part in re.split("[,/]", self.town or "")]
        return not _PLACES.isdisjoint(parts) or not NAMES.places.isdisjoint(parts[1:])

    @property
    def is_served(self) -> bool:
        """Whether what stands in brackets or slashes is an agency, an outlet or a newswire."""
        if self.credit is None or self.slashed:
            return self.slashed
        known = _SERVICE.match(self.credit) is not None or self.credit in FRAME.lines["outlets"]
        return known or not FRAME.bylines["outlet_words"].isdisjoint(self.credit.lower().split())

    @property
    def is_signed(self) -> bool:
        """Whether an agency or the like is named, and no bar follows, which divides the parts of a title."""
        return self.is_served and self.separator != "|"

    @property
    def is_place(self) -> bool:
        return self.town is not None and self.town.lower() not in FRAME.datelines["no_places"]


def find_dateline(paragraph: str, start: int = 0) -> DatelineMatch | None:
    """Read the dateline at the head of a paragraph, or one that is a paragraph by itself.

    Args:
        paragraph: A text.
        start: Where in it the paragraph begins, in code points.
    """
    if not _BEGINS.match(paragraph, start):
        return None
    after = start + _LONGEST + 1
    signed = _SIGN.search(paragraph, start, after) or paragraph.find("  ", start, after) >= 0
    if after < len(paragraph) and not signed:
        return None
    match = _DATELINE.match(paragraph, start)
    if match is None or not 0 < match.end() - start <= _LONGEST:
        return None
    found = _parts(match)
    following = paragraph[match.end() : match.end() + 1].strip()
    if not (_is_head(found, following) if following else _is_line(found)):
        return None
    printed = paragraph[start : match.start("separator")]
    return DatelineMatch(printed, found.town, found.date, found.credit, match.end())


def _parts(match: re.Match[str]) -> _Found:
    """The parts of a match; an agency before a dash is no town: "AP — The bridge"."""
    separator = match["separator"].strip()
    town = _any_of(match, "capitals", "title")
    place, _, last = (town or "").rpartition(", ")  # "SYDNEY, AAP - The mine"
    agency = last if last in WORDS.agencies and separator else None
    credit = agency or _any_of(match, "bracketed", "bare", "slashed", "squared")
    date = _any_of(match, "date", "dated", "beside")
    slashed, in_capitals = match["slashed"] is not None, match["capitals"] is not None
    return _Found((place or None) if agency else town, in_capitals, date, credit, slashed, separator)


def _any_of(match: re.Match[str], *groups: str) -> str | None:
    """The first of the groups that has matched."""
    return next(filter(None, match.group(*groups)), None)


def _is_head(found: _Found, following: str) -> bool:
    """Whether what stands before the words of a paragraph is a dateline: by what speaks for it, form by form."""
    if found.town is None:  # "(CNN) The bridge", "March 3 (Reuters) - The bridge"
        return found.is_signed and (bool(found.separator) or found.date is None)
    if following.islower() or not found.is_place:
        return False
    if not found.separator:
        return found.is_served and (found.in_capitals or found.is_known or found.date is not None)
    return _is_shouted_head(found, found.town) if found.in_capitals else _is_titled_head(found)


def _is_shouted_head(found: _Found, town: str) -> bool:
    """Whether a place in capitals is one: something else speaks for it, or it is no short word before a colon."""
    if found.date is not None or found.is_served or found.is_known:
        return True
    return found.separator != ":" and (found.credit is not None or len(town) > _SHORT)


def _is_titled_head(found: _Found) -> bool:
    """Whether a place that is not in capitals is one: an agency or a date follows, or it is known."""
    if found.is_signed:
        return True
    if found.credit is None:
        return found.date is not None or found.is_known
    return found.is_known and found.credit.isupper() and len(found.credit) <= _ACRONYM  # "Dhaka (UNB): The"


def _is_line(found: _Found) -> bool:
    """Whether a whole line is a dateline: a town and its country, in capitals or with a date, or with an agency."""
    if found.town is None or found.separator == "|" or not found.is_place:
        return False
    several, dated = "," in found.town, found.date is not None
    if several and found.in_capitals and (found.is_served or dated):
        return True
    known = found.is_known and len(found.town.replace(".", "")) > _SHORT
    return known and (several or found.in_capitals or dated)
