"""Lines that are broken at a fixed width."""

import re
from itertools import pairwise
from typing import Final

_FEW: Final = 2
#: Columns of a wrapped text: lines of lists and verses are shorter, those that are paragraphs longer.
_NARROWEST: Final = 50
_WIDEST: Final = 200
#: So near to the longest line comes one that is full, though the first of its paragraph may have lost an indent.
_FULL: Final = 0.9
#: A line that ends without the end of a sentence, and one that begins with a letter behind it.
_OPEN_LINE: Final = re.compile(r"[^\s.!?:\"”][^\S\n]*\n(?=[^\W\d_])")
_GOES_ON: Final = re.compile(r"\S[^\S\n]*\n(?=[a-z])")
_SINGLE: Final = re.compile(r"(\S[^\S\n]*)\n(?=[^\S\n]*\S)")


def unwrapped(text: str) -> str:
    """The text, as long as it is, with a space for each newline that only wraps a line."""
    return _SINGLE.sub(r"\1 ", text) if is_wrapped(text) else text


def is_wrapped(text: str) -> bool:
    """Whether single newlines only wrap lines.

    Some stand before a small letter; and most do that end no sentence, or none of these lines, but the first, had room
    for the first word of the next.
    """
    if text.count("\n") <= 2 * text.count("\n\n"):
        return False
    going_on = len(_GOES_ON.findall(text))
    if not going_on:
        return False
    if _FEW < len(_OPEN_LINE.findall(text)) < 2 * going_on:
        return True
    lines = text.split("\n")
    width = max(map(len, lines))
    return _NARROWEST <= width <= _WIDEST and fills(lines[1:], width * _FULL)


def fills(lines: list[str], width: float) -> bool:
    """Whether each line that ends no sentence leaves no room within a width for the first word of the next."""
    return all(
        len(line) + 1 + len(following.split(None, 1)[0]) > width
        for line, following in pairwise(lines)
        if _OPEN_LINE.search(f"{line}\n{following}")
    )
