"""How much may be found in a text, so that no text makes an article out of proportion to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

#: Bytes of JSON that findings may take for each byte of the text, and whatever its length; news takes two or three.
_SHARE: Final = 12
_LEAST: Final = 10_000
_MOST: Final = 32 * 2**20
#: How long a text may be, in bytes of UTF-8: with what may be found in it, it is within the default `Limits`.
LONGEST_TEXT: Final = 4 * 2**20
#: Bytes of JSON that a quote takes, and a span, without their words.
_QUOTE: Final = 180
_SPAN: Final = 60
#: Characters that JSON writes as six; newlines are few.
_ESCAPED: Final = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]")
#: Characters that UTF-8 writes with four, three and two bytes.
_WIDE: Final = (
    (4, re.compile("[\U00010000-\U0010ffff]")),
    (3, re.compile("[\u0800-\uffff]")),
    (2, re.compile("[\x80-\u07ff]")),
)


class Budget:
    """What is left of the bytes of JSON that the findings of a text may take."""

    def __init__(self, text: str) -> None:
        size = len(text.encode("utf-8", "surrogatepass"))
        wide = 1 if size == len(text) else next(width for width, characters in _WIDE if characters.search(text))
        self._width = 6 if _ESCAPED.search(text) else wide
        self._left = min(_LEAST + _SHARE * size, _MOST)

    def take(self, lengths: Sequence[int]) -> bool:
        """Whether a quote with spans of so many code points is within what is left, which then is so much less."""
        self._left -= _QUOTE + _SPAN * len(lengths) + self._width * sum(lengths)
        return self._left >= 0
