"""Quotation marks and brackets: which words are quoted, and where an editor changed them."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from newsschema._model.enums import EditKind
from newsschema._model.punctuation import APOSTROPHES, DOUBLE_MARK, DOUBLE_OPENING, SINGLE_CLOSING, SINGLE_OPENING

_EDIT: Final = re.compile(r"\[[^\[\]]{1,200}\]|\([^()]{1,200}\)|\.(?: ?\.){2,20}|…")
_GOVERNED: Final = re.compile(r"\b(?:at|in|on|of|to|by|for|from|with|the|a|an|is|are|was|were|and|or|that)\s$")
"""Before words in round brackets that the sentence needs: "at (the southern) entrances"."""
_paragraph: Final = re.compile(r"[^\n]+")
_double: Final = re.compile(DOUBLE_MARK)
_opening: Final = "".join(SINGLE_OPENING) + "'"
_closing: Final = "".join((*SINGLE_CLOSING, *APOSTROPHES))
_single: Final = re.compile(rf"(?<!\w)[{_opening}](?=\S)((?:[^\n](?!(?<=\s)[{_opening}]))*?)(?<=\S)[{_closing}](?!\w)")
_STOPS: Final = ",;:.!?…-–— \t\r\n\u00a0\u202f"
_MARKS: Final = "".join({*_opening, *_closing, *(mark for mark in '“”„‟«»「」『』"`')})


def find_edits(text: str, start: int, end: int) -> Iterator[tuple[int, int, EditKind]]:
    """What an editor put into words, or took out of them: start, end and kind of each.

    Args:
        text: The text.
        start: Where the words begin, in code points.
        end: Where they end.
    """
    for match in _EDIT.finditer(text, start, end):
        inner = match[0][1:-1].strip().lower()
        if match[0][0] in ".…" or inner in {"...", "…", ". . ."}:
            kind = EditKind.ELLIPSIS
        elif inner == "sic":
            kind = EditKind.SIC
        elif match[0][0] == "[" or _GOVERNED.search(text, max(start, match.start() - 8), match.start()):
            kind = EditKind.INSERTION
        else:
            kind = EditKind.GLOSS
        yield match.start(), match.end(), kind


@lru_cache(maxsize=16)
def marked_stretches(text: str) -> tuple[tuple[int, int], ...]:
    """What stands between quotation marks, without them, paragraph by paragraph; what is left open runs to its end."""
    found: list[tuple[int, int]] = []
    for paragraph in _paragraph.finditer(text):
        marks = list(_double.finditer(text, *paragraph.span()))
        opened: int | None = None
        for mark in marks:
            if opened is None:
                opened = mark.end()
            elif mark[0] in DOUBLE_OPENING and text[mark.start() - 1].isspace() and text[mark.end() :][:1].isalpha():
                found.append((opened, mark.start()))  # the one before was never closed
                opened = mark.end()
            else:
                found.append((opened, mark.start()))
                opened = None
        if opened is not None:
            found.append((opened, paragraph.end()))
        if not marks:
            found += [match.span(1) for match in _single.finditer(text, *paragraph.span())]
    return tuple(found)


def pieces_between_marks(text: str, start: int, end: int) -> list[tuple[int, int, bool]]:
    """The pieces of a stretch of text, each with whether it stands between quotation marks.

    Args:
        text: The text.
        start: Where the stretch begins, in code points.
        end: Where it ends; marks at its ends are none of its words.
    """
    found: list[tuple[int, int, bool]] = []
    at = start
    for low, high in marked_stretches(text):
        if high <= start or low >= end:
            continue
        found.append((at, max(at, low), False))
        found.append((max(start, low), min(end, high), True))
        at = min(end, high)
    found.append((at, end, False))
    trimmed = ((*_trimmed(text, low, high, marked=marked), marked) for low, high, marked in found)
    return [piece for piece in trimmed if any(map(str.isalnum, text[piece[0] : piece[1]]))]


def _trimmed(text: str, low: int, high: int, *, marked: bool) -> tuple[int, int]:
    """A stretch without the spaces at its ends, and without the marks and stops at the ends of what is reported."""
    piece = text[low:high]
    signs = " \t\r\n\u00a0\u202f" if marked else _STOPS + _MARKS
    start = low + len(piece) - len(piece.lstrip(signs))
    return start, max(start, low + len(piece.rstrip(signs)))
