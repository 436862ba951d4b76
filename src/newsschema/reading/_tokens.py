"""Tokens of a text and their tags: the only pass that looks at every character."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import accumulate
from typing import Final, NamedTuple

import attrs

from newsschema.reading._naming import tag_names
from newsschema.reading._tagging import decide, tag_word

_TITLE_WORD: Final = (
    "Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Gen|Rev|St|Lt|Col|Prof|Sgt|Capt|Maj|Cmdr|Adm|Hon|Pres|Supt|Insp|No|vs"
)
_MONTH: Final = "Jan|Feb|Aug|Sept|Oct|Nov|Dec"
_PLACE: Final = (
    "Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt"
    "|Wash|Wis|Wyo"
)
_WORD: Final = (
    r"[A-Za-z]++(?![\w&/@.'’-])|[,\"“”]|\.(?!\.)"  # most of a text: tried first, for speed alone
    r"|(?:[^\W\d_]\.){2,}(?:-\w+)*"  # U.S., D.C.-based
    rf"|(?:(?:[a-z]+-)?(?:{_TITLE_WORD})|{_MONTH}|{_PLACE}|[A-Z])\.(?=,|[ \u00a0]+[\w“\"(])"
    r"|(?:Jr|Sr|Inc|Corp|Ltd|Co)\.(?=[,\s]|$)"
    r"|\d+(?:[.,:]\d+)*\w*(?:-\w+)*"
    r"|[^\W_]+(?:[-&/@][^\W_]+|\.[a-z]+|['’](?!(?:s|re|ll|ve|d|m|t)\b)(?=\w)\w+|_\w+)*"
    r"|['’](?:s|re|ll|ve|d|m|t)\b|(?<=\S)'(?=''(?!'))|''|``|--+|\.\.+|[$#@]\w[\w,.]*\w|[^\w\s]|_"
)
#: A token and the space after it.
_TOKEN: Final = re.compile(rf"(?:{_WORD}|\n\s*)[^\S\n]*")
#: In a text whose lines are wrapped, a single newline is a space.
_WRAPPED_TOKEN: Final = re.compile(rf"(?:{_WORD}|\n[^\S\n]*\n\s*)(?:[^\S\n]|\n(?![^\S\n]*\n))*")


@lru_cache(maxsize=1 << 16)
def _read(piece: str) -> tuple[str, str, str]:
    """A word without the space after it, the word in lower case, and its tag; a newline is a word."""
    word = piece.rstrip() or "\n"
    return word, word.lower(), tag_word(word)


class View(NamedTuple):
    """The tags by which tokens are read (with or without what stands inside marks) and their words."""

    tags: str
    lower: tuple[str, ...]
    words: tuple[str, ...]


@attrs.frozen(eq=False)
class Tokens:
    """A text cut into words, with where each stands and what it is.

    Two newlines stand after the last tag, and two empty words after the last of ``lower``: a look ahead is safe.
    """

    text: str
    words: tuple[str, ...]
    lower: tuple[str, ...]
    starts: list[int]
    tags: str

    def view(self, tags: str | None = None) -> View:
        """The tokens under these tags, or under their own."""
        return View(self.tags if tags is None else tags, self.lower, self.words)

    def end(self, index: int) -> int:
        """Code point after the last character of a token."""
        return self.starts[index] + len(self.words[index])

    def span(self, first: int, after: int) -> tuple[int, int]:
        """Code points of the tokens from ``first`` to before ``after``."""
        return self.starts[first], self.starts[after - 1] + len(self.words[after - 1])

    def cut(self, first: int, after: int) -> str:
        """The text of the tokens from ``first`` to before ``after``."""
        start, end = self.span(first, after)
        return self.text[start:end]


def is_wrapped(text: str) -> bool:
    """Whether single newlines only wrap lines: between blank lines, most of them stand before a small letter."""
    if text.count("\n") - 2 * text.count("\n\n") <= 2:  # noqa: PLR2004 - a few
        return False
    open_lines = len(re.findall(r"[^\s.!?:\"”][^\S\n]*\n(?=[^\W\d_])", text))
    return open_lines > 2 and len(re.findall(r"\S[^\S\n]*\n(?=[a-z])", text)) * 2 > open_lines  # noqa: PLR2004 - a few


def tokenize(text: str, known: Mapping[str, str] | None = None) -> Tokens:
    """Cut a text into tagged tokens; straight marks keep the tag ``"`` until they are paired.

    Words that ``known`` holds in lower case get its tag, whatever their shape.
    """
    found = (_WRAPPED_TOKEN if is_wrapped(text) else _TOKEN).findall(text)
    if not found:
        return Tokens(text, (), ("", ""), [], "\n\n")
    lengths = list(map(len, found))
    starts = list(accumulate(lengths, initial=len(text) - sum(lengths)))
    starts.pop()
    pieces, lower, own = zip(*map(_read, found), strict=True)
    named = tag_names("".join(map(known.get, lower, own) if known else own), pieces, lower)
    decided = decide(named, lower)
    return Tokens(text, pieces, (*lower, "", ""), starts, f"{decided}\n\n")
