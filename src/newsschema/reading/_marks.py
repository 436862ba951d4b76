"""Quotation marks paired into stretches, and the text cut into units that never break inside one."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

import attrs

from newsschema.reading._tokens import Tokens

_MARK: Final = re.compile(r"[\"\[\]'S\n]")
_BOUNDARY: Final = re.compile(r"\n|[.?]|(?<=~)\]")
_OPENERS: Final = {"“": "”", "«": "»", "„": "“", "``": "''", "‘": "’", "'": "'", '"': '"', "''": "''", "»": "«"}
_SINGLE: Final = frozenset("‘’'")


@attrs.frozen
class Stretch:
    """Words between marks: tokens of the opening mark and of the closing one (or where the paragraph ends)."""

    open: int
    close: int
    closed: bool


@attrs.frozen
class Unit:
    """A sentence, or several that one stretch binds together: tokens from ``first`` to before ``after``."""

    first: int
    after: int
    starts_paragraph: bool


@attrs.frozen(eq=False)
class Marked:
    """Tokens whose marks are paired; ``outer`` hides what stands inside them behind ``~``."""

    tokens: Tokens
    stretches: tuple[Stretch, ...]
    outer: str
    units: tuple[Unit, ...]


def _faces(tokens: Tokens, index: int) -> tuple[bool, bool]:
    """Whether a mark can open (a word follows at once) and can close (a word or a stop precedes at once)."""
    text, start, end = tokens.text, tokens.starts[index], tokens.end(index)
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    opens = not after.isspace() and (before.isspace() or before in "([{—–-/“‘\"'…")
    closes = not before.isspace() and not after.isalnum()
    return opens, closes


def pair_marks(tokens: Tokens) -> tuple[Stretch, ...]:
    """Pair the marks of each paragraph; one left open runs to the end of its paragraph."""
    found: list[Stretch] = []
    opened: int | None = None
    single: int | None = None
    for match in _MARK.finditer(tokens.tags):
        i = match.start()
        word = tokens.words[i]
        if word[0] == "\n":
            if opened is not None and i - opened > 1:
                found.append(Stretch(opened, i, closed=False))
            opened = single = None
            continue
        if len(word) > 1 and word not in _OPENERS:  # 's
            continue
        opens, closes = _faces(tokens, i)
        if word in _SINGLE:
            if opened is not None:
                continue
            if single is None and word != "’" and opens and not (i + 1 < len(tokens.tags) and tokens.tags[i + 1] == "#"):
                single = i
            elif single is not None and word != "‘" and closes and i - single > 1 and not opens:
                found.append(Stretch(single, i, closed=True))
                single = None
            continue
        if opened is None:
            if word not in "”»" and (opens or not closes):
                opened, single = i, None
        elif word in "“«„``" and opens and not closes and word not in _OPENERS[tokens.words[opened]]:
            if i - opened > 1:
                found.append(Stretch(opened, i - 1, closed=False))
            opened = i
        elif i - opened > 1:
            found.append(Stretch(opened, i, closed=True))
            opened = None
        else:
            opened = None
    if opened is not None and len(tokens.tags) - opened > 1:
        found.append(Stretch(opened, len(tokens.tags), closed=False))
    return tuple(found)


def mark(tokens: Tokens) -> Marked:
    """Pair the marks and cut the units."""
    stretches = pair_marks(tokens)
    outer: list[str] = []
    done = 0
    for stretch in stretches:
        outer += (tokens.tags[done : stretch.open], "[", "~" * (stretch.close - stretch.open - 1))
        done = stretch.close
        if stretch.closed:
            outer.append("]")
            done += 1
    outer.append(tokens.tags[done:])
    joined = "".join(outer)
    return Marked(tokens, stretches, joined, tuple(_units(tokens, joined)))


def _units(tokens: Tokens, outer: str) -> list[Unit]:
    """Cut at stops outside marks, at newlines, and at closing marks with a stop inside before a capital."""
    cuts = [0]
    paragraphs = {0}
    for match in _BOUNDARY.finditer(outer):
        i = match.start()
        tag = outer[i]
        after = i + 1
        if tag == "\n":
            cuts.append(after)
            paragraphs.add(after)
            continue
        if tag == "]":
            inside = tokens.tags[i - 1]
            if inside not in ".?" or not _starts(tokens, outer, after) or (inside == "?" and _SPEAKS.match(outer, after)):
                continue
        elif outer[after : after + 1] == "]" or not _starts(tokens, outer, after):
            continue
        cuts.append(after)
    cuts.append(len(outer))
    return [Unit(first, after, first in paragraphs) for first, after in pairwise(cuts) if after > first and outer[first:after].strip("\n")]


#: After a question in marks, a speaker and a verb keep the sentence going: "Why?" Ms Doe asked.
_SPEAKS: Final = re.compile(r"[DPAN#KR]{1,6}[VEz]")


def _starts(tokens: Tokens, outer: str, index: int) -> bool:
    """Whether a sentence can start at a token."""
    if index >= len(outer):
        return True
    first = tokens.words[index][0]
    return outer[index] in "[\n(-_" or first.isupper() or first.isdigit()
