"""Datelines: where, when and by whom a story was filed, at the head of a paragraph or alone on a line.

This is the one place that knows them: the frame of the story reads place, date and credit here, and what was said in a
paragraph begins where the dateline ends.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from newsschema.reading._frame import CAPITAL, FRAME, SPACE, any_of
from newsschema.reading._gazetteer import NATIONS
from newsschema.reading._words import WORDS

_MONTH: Final = "|".join(sorted((name for names in FRAME.months for name in names), key=len, reverse=True))
_WEEKDAY: Final = "|".join(sorted(FRAME.weekdays, key=len, reverse=True))
_DAY: Final = rf"""(?:(?:{_WEEKDAY})\b\.?,?{SPACE}?)?
    (?:(?:{_MONTH})\b\.?{SPACE}\d\d?(?!\d)(?:,{SPACE}?\d{{4}})?|\d\d?{SPACE}(?:{_MONTH})\b\.?(?:,?{SPACE}\d{{4}})?)
    |(?:{_WEEKDAY})\b"""
#: A word of a place in capitals: "SALT", "ST.", "JOHN'S", "D.C."; and one that begins with a capital.
_CAPITALS: Final = rf"(?:(?:ST|FT|MT)\.|[{CAPITAL}][{CAPITAL}'’]*[{CAPITAL}]\b(?!\.[{CAPITAL}])|(?:[{CAPITAL}]\.)+)"
_TITLE: Final = rf"(?!(?i:{_MONTH}|{_WEEKDAY})\b)[{CAPITAL}][\w'’-]*\.?"
_TOWN: Final = rf"{_CAPITALS}(?:[{SPACE[1:-1]}-]{_CAPITALS}){{0,3}}"
_REGION: Final = rf"(?:,{SPACE}(?:{_CAPITALS}|{_TITLE})(?:{SPACE}(?:of|and|the|{_CAPITALS}|{_TITLE})){{0,3}}){{0,2}}"
_JOIN: Final = rf"(?:{SPACE}(?:and|AND|&){SPACE}|/|{SPACE}/{SPACE})"
_CREDIT: Final = rf"\((?P<bracketed>[{CAPITAL}][\w./&' -]{{0,40}})\)|/(?P<slashed>[\w. -]{{2,40}})/|\[(?P<squared>[{CAPITAL}][\w. -]{{1,30}})\]"
_DATELINE: Final = re.compile(
    rf"""(?:(?P<capitals>{_TOWN}{_REGION}(?:{_JOIN}{_TOWN}{_REGION}){{0,2}})
           |(?P<title>{_TITLE}(?:{SPACE}{_TITLE}){{0,2}}{_REGION}))?
        (?:(?:,{SPACE}?|{SPACE}?(?:—|–|--|-){SPACE}?|{SPACE}|^)(?:\({SPACE}?(?P<dated>(?i:{_DAY}))\)|(?P<date>(?i:{_DAY}))))?
        (?:,?{SPACE}?(?:(?:—|–|--|-){SPACE}?)?(?:{_CREDIT}))?
        (?P<separator>{SPACE}?(?:—|–|―|--+|-)(?:{SPACE}|(?<=--|.—))|:(?:{SPACE}|$)|{SPACE}\|{SPACE}|{SPACE}?)""",
    re.VERBOSE,
)
_SERVICE: Final = re.compile(any_of([*WORDS.agencies, *FRAME.datelines["services"]]), re.IGNORECASE)
_PLACES: Final = frozenset({name.lower() for name in NATIONS} | {"u.s.", "d.c.", "england", "scotland", "wales", "northern ireland"})
_BEGINS: Final = re.compile(rf"[{CAPITAL}(/\[]")
#: How short a word in capitals is more often a body than a town: "US", "FBI".
_SHORT: Final = 3
_LONGEST: Final = 120


class DatelineMatch(NamedTuple):
    """What a dateline says, each as printed, and where the words of the paragraph begin after it, in code points."""

    text: str
    place: str | None
    date: str | None
    credit: str | None
    end: int


def find_dateline(paragraph: str, start: int = 0) -> DatelineMatch | None:
    """Read the dateline at the head of a paragraph, or one that is a paragraph by itself.

    Args:
        paragraph: A text.
        start: Where in it the paragraph begins, in code points.
    """
    if not _BEGINS.match(paragraph, start):
        return None
    match = _DATELINE.match(paragraph, start)
    if match is None or match.end() == start or match.end() - start > _LONGEST:
        return None
    alone = match.end() == len(paragraph) or paragraph[match.end()] == "\n"
    if not (_is_line(match) if alone else _is_head(match, paragraph[match.end()])):
        return None
    place = match["capitals"] or match["title"]
    printed = paragraph[start : match.start("separator")]
    return DatelineMatch(printed, place, match["date"] or match["dated"], _credit(match), match.end())


def _is_head(match: re.Match[str], following: str) -> bool:
    """Whether what stands before the words of a paragraph is a dateline: by what speaks for it, form by form."""
    separator = match["separator"].strip()
    dated = (match["date"] or match["dated"]) is not None
    town = match["capitals"] or match["title"]
    service = _is_service(match)
    if town is None:
        bare = match["bracketed"] is not None and not dated  # "(CNN) The bridge"
        return service and separator != "|" and (bare or bool(separator))
    if following.islower() or town.lower() in FRAME.datelines["no_places"]:
        return False
    if not separator:
        return service and match["capitals"] is not None
    if match["title"] is not None:
        sure = _credit(match) is None and _is_known(town) and (dated or separator == ":" or "," in town)
        return separator != "|" and (service or sure)
    if dated or service or _is_known(town):
        return True
    return separator != ":" and (len(town) > _SHORT or _credit(match) is not None)


def _is_line(match: re.Match[str]) -> bool:
    """Whether a whole line is a dateline: a town and its country, in capitals or with a date, or with an agency."""
    town = match["capitals"] or match["title"]
    if town is None or "|" in match["separator"] or town.lower() in FRAME.datelines["no_places"]:
        return False
    dated = (match["date"] or match["dated"]) is not None
    if match["capitals"] is not None and "," in town and (_is_service(match) or dated):
        return True
    return _is_known(town) and len(town) > _SHORT + 1 and (dated or "," in town or match["capitals"] is not None)


def _credit(match: re.Match[str]) -> str | None:
    return match["bracketed"] or match["slashed"] or match["squared"]


def _is_service(match: re.Match[str]) -> bool:
    """Whether what stands in brackets or slashes is an agency, an outlet or a newswire."""
    credit = _credit(match)
    if credit is None:
        return False
    words = set(credit.lower().split())
    known = _SERVICE.match(credit) is not None or credit in FRAME.lines["outlets"] or match["slashed"] is not None
    return known or not words.isdisjoint(FRAME.bylines["outlet_words"])


def _is_known(town: str) -> bool:
    """Whether a part of a place is a country, a state of one, or a capital."""
    return any(part.strip().lower() in _PLACES for part in re.split("[,/]", town))
