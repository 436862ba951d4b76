"""The word lists of the frame of a story (``frame.toml``)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from importlib.resources import files
from typing import Any, Final

import attrs

CAPITAL: Final = "".join(filter(str.isupper, map(chr, range(0x530))))
"""The capitals of Latin, Greek and Cyrillic, for classes of characters."""
SPACE: Final = r"[ \t\u00a0\u2009\u202f]"
"""A space inside a line, a no-break one too, as a class of characters."""


def _set(entries: Iterable[str]) -> frozenset[str]:
    return frozenset(entries)


def _sets(table: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    return {key: frozenset(entries) for key, entries in table.items()}


def _rows(rows: Iterable[Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    return tuple(map(tuple, rows))


@attrs.frozen(eq=False, repr=False)
class FrameLists:
    """The lists of ``frame.toml``: each field is a key there, where its comment says what the words are."""

    months: tuple[tuple[str, ...], ...] = attrs.field(converter=_rows)
    weekdays: frozenset[str] = attrs.field(converter=_set)
    date_fillers: frozenset[str] = attrs.field(converter=_set)
    relative_dates: frozenset[str] = attrs.field(converter=_set)
    helped: frozenset[str] = attrs.field(converter=_set)
    zones: Mapping[str, int]
    openings: Mapping[str, list[str]]
    parts: Mapping[str, list[str]]
    lines: Mapping[str, frozenset[str]] = attrs.field(converter=_sets)
    genres: Mapping[str, frozenset[str]] = attrs.field(converter=_sets)
    bylines: Mapping[str, frozenset[str]] = attrs.field(converter=_sets)
    datelines: Mapping[str, frozenset[str]] = attrs.field(converter=_sets)

    def opening(self, kind: str) -> re.Pattern[str]:
        """A pattern of how the lines of a kind begin."""
        return re.compile(any_of(self.openings[kind]), re.IGNORECASE)

    def part(self, kind: str) -> re.Pattern[str]:
        """A pattern of what stands anywhere in the lines of a kind, in lower case; quick to look for by its letters."""
        rests = {phrase[0]: [one[1:] for one in self.parts[kind] if one[0] == phrase[0]] for phrase in self.parts[kind]}
        return re.compile("|".join(rf"{first}(?<!\w{first}){any_of(behind)}" for first, behind in rests.items()))


def any_of(phrases: Iterable[str]) -> str:
    """A pattern that matches any of the phrases whole, the longest first, with any space and either apostrophe."""
    found = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    made = (re.escape(phrase) + (r"(?!\w)" if phrase[-1].isalnum() else "") for phrase in found)
    return f"(?:{'|'.join(made)})".replace("\\ ", f"{SPACE}+").replace("'", "['’]")


def _load() -> FrameLists:
    text = files("newsschema.reading").joinpath("frame.toml").read_text(encoding="utf-8")
    tables: dict[str, Any] = tomllib.loads(text)
    return FrameLists(**tables)


FRAME: Final = _load()
