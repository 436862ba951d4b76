"""Quotation marks and brackets: which words are quoted, and where an editor changed them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Final

from newsschema._model.enums import EditKind
from newsschema._model.punctuation import MARK_CHARACTERS
from newsschema._pairing import MarkedWords, find_marked

_EDIT: Final = re.compile(r"\[[^\[\]]{1,200}\]|\([^()]{1,200}\)|\.(?: ?\.){2,20}|…")
_GOVERNED: Final = re.compile(r"\b(?:at|in|on|of|to|by|for|from|with|the|a|an|is|are|was|were|and|or|that)\s$")
"""Before words in round brackets that the sentence needs: "at (the southern) entrances"."""
_NEWLINE: Final = re.compile(r"[\r\n]")
_SPACES: Final = " \t\r\n\u00a0\u202f"
_STOPS: Final = f",;:.!?…-–—{_SPACES}{MARK_CHARACTERS}`"


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


def pieces_between_marks(text: str, start: int, end: int, *, to_the_end: bool = False) -> list[tuple[int, int, bool]]:
    """The pieces of a stretch of text, each with whether it stands between quotation marks.

    Args:
        text: The text.
        start: Where the stretch begins, in code points.
        end: Where it ends; marks at its ends are none of its words.
        to_the_end: Whether a comma or a stop behind what is reported belongs to it.
    """
    found: list[tuple[int, int, bool]] = []
    at = start
    stretches = _between_lines(text, start, end) or find_marked(text)
    first = bisect_right(stretches, start, key=attrgetter("end"))
    last = bisect_left(stretches, end, key=attrgetter("start"))
    for marked in stretches[first:last]:
        found += [(at, max(at, marked.opens), False), (max(start, marked.start), min(end, marked.end), True)]
        at = min(end, marked.closes)
    found.append((at, end, False))
    signs = {True: (_SPACES, _SPACES), False: (_STOPS, _SPACES if to_the_end else _STOPS)}
    trimmed = ((*_trimmed(text, low, high, *signs[verbatim]), verbatim) for low, high, verbatim in found)
    return [piece for piece in trimmed if any(map(str.isalnum, text[piece[0] : piece[1]]))]


def _between_lines(text: str, start: int, end: int) -> Sequence[MarkedWords]:
    """Marked words with newlines in them that a stretch begins with and does not leave: it tells that they are one."""
    words = text[start:end].strip()
    if "\n" not in words:
        return ()
    start += text[start:end].index(words)
    end = start + len(words)
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    line = text[first:start] + _NEWLINE.sub(" ", words) + text[end : last if last >= 0 else None]
    found = (
        MarkedWords(one.opens + first, one.start + first, one.end + first, one.closes + first, one.closed)
        for one in find_marked(line)
    )
    return [one for one in found if one.closed and start in (one.opens, one.start) and end <= one.closes]


def _trimmed(text: str, low: int, high: int, before: str, behind: str) -> tuple[int, int]:
    """A stretch without these signs at its ends."""
    piece = text[low:high]
    start = low + len(piece) - len(piece.lstrip(before))
    return start, max(start, low + len(piece.rstrip(behind)))
