"""Text with its typography folded away, so that words typed on any keyboard, or set by any desk, are the same words."""

import re
from collections.abc import Iterator
from typing import Final
from unicodedata import combining, is_normalized, normalize

from newsschema._model.punctuation import DOUBLE_MARKS, STRAIGHTENED

_DASHES: Final = "‐‑‒–—―−"
_IGNORED: Final = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
"""Soft hyphens, what has no width, marks of direction."""
_PLAIN: Final = {**STRAIGHTENED, **dict.fromkeys(_DASHES, "-")}
_REPLACED: Final = {**{mark: '"' for mark in DOUBLE_MARKS if len(mark) > 1}, "...": "…"}
_sequence: Final = "|".join([r"\s+", rf"[{_IGNORED}]+", *map(re.escape, _REPLACED)])
_plain: Final = re.compile("[" + "".join(map(re.escape, _PLAIN)) + "]")
_composed: Final = re.compile(_sequence)
_decomposed: Final = re.compile(rf"{_sequence}|\S?[^\x00-\u02ff\s\u2000-\u206f\ufeff]+")
_ignored: Final = re.compile(f"[{_IGNORED}]")


class Folded:
    """A text in its folded form, with the way back to the positions that it had.

    Quotation marks, apostrophes, dashes and ellipses of each kind become one, runs of white space one space, letters
    with combining marks one letter where Unicode has one (NFC); soft hyphens and what has no width are gone.

    Attributes:
        text: The folded text.
        starts: Where each of its characters stands in the text itself.
        ends: Where each ends there.
    """

    __slots__ = ("ends", "starts", "text")

    def __init__(self, text: str) -> None:
        """Fold a text."""
        pieces: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        done = 0

        def keep(first: int, last: int, piece: str) -> None:
            pieces.append(piece)
            starts.extend(range(first, last))
            ends.extend(range(first + 1, last + 1))

        for first, last, piece in _changes(text):
            keep(done, first, text[done:first])
            pieces.append(piece)
            starts.extend([first] * len(piece))
            ends.extend([last] * len(piece))
            done = last
        keep(done, len(text), text[done:])
        self.text = _plain.sub(lambda sign: _PLAIN[sign[0]], "".join(pieces))
        self.starts, self.ends = starts, ends

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the folded text, which has a character at least, stands in the text itself."""
        return self.starts[start], self.ends[end - 1]


def folded(text: str) -> str:
    """The folded form of a text."""
    return Folded(text).text


def _changes(text: str) -> Iterator[tuple[int, int, str]]:
    """The stretches whose length folding changes, in order, with what becomes of them."""
    pattern = _composed if is_normalized("NFC", text) else _decomposed
    for match in pattern.finditer(text):
        found = match[0]
        if found == " ":
            continue
        if found.isspace():
            yield match.start(), match.end(), " "
        elif found in _REPLACED:
            yield match.start(), match.end(), _REPLACED[found]
        else:
            yield from _clusters(found, match.start())


def _clusters(run: str, at: int) -> Iterator[tuple[int, int, str]]:
    """The letters of a run that are written otherwise when composed, and what is ignored."""
    first = 0
    for last in range(1, len(run) + 1):
        if last == len(run) or not _combines(run[first:last], run[last]):
            plain = _ignored.sub("", normalize("NFC", run[first:last]))
            if plain != run[first:last]:
                yield at + first, at + last, plain
            first = last


def _combines(letter: str, character: str) -> bool:
    """Whether a character belongs to the letter before it."""
    return combining(character) != 0 or normalize("NFC", letter + character) != normalize("NFC", letter) + character
