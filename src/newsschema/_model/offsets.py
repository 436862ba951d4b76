"""Positions in other units than code points."""

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import Any, Final

from newsschema._model.errors import PositionError
from newsschema._model.homes import name_home
from newsschema._model.own import require_position, require_text

_STRIDE: Final = 128
"""Code points between two known positions: a look-up encodes fewer than this many."""


class _Unit:
    """One encoding's positions in one text."""

    __slots__ = ("_codec", "_marks", "_size", "text")

    def __init__(self, text: str, codec: str, size: int) -> None:
        self.text = text
        self._codec = codec
        self._size = size
        blocks = (text[start : start + _STRIDE] for start in range(0, len(text), _STRIDE))
        self._marks = list(accumulate(map(self._length, blocks), initial=0))

    def _length(self, text: str) -> int:
        return len(text.encode(self._codec, "surrogatepass")) // self._size

    def at(self, position: int) -> int:
        """The position in this unit."""
        require_position(position)
        if not 0 <= position <= len(self.text):
            raise PositionError(f"{position} is outside a text of {len(self.text)} code points")
        block = position // _STRIDE
        return self._marks[block] + self._length(self.text[block * _STRIDE : position])

    def back(self, offset: int) -> int:
        """The position in code points."""
        require_position(offset)
        if not 0 <= offset <= self._marks[-1]:
            raise PositionError(f"{offset} is outside a text of {self._marks[-1]} units")
        block = bisect_right(self._marks, offset) - 1
        start, rest = min(block * _STRIDE, len(self.text)), offset - self._marks[block]  # the last mark is the end

        def length(count: int) -> int:
            return self._length(self.text[start : start + count])

        count = bisect_left(range(_STRIDE), rest, key=length)
        if length(count) != rest:
            raise PositionError(f"{offset} is in the middle of a character")
        return start + count


class Offsets:
    """Positions in one text, converted between code points and the units of other languages.

    Everything in newsschema counts Unicode code points, as Python's `str` does. JavaScript, Java and C# count UTF-16
    units; many other programs count the bytes of UTF-8. Making an object takes a pass over the text and a
    look-up some microseconds, so keep the object for many positions in the same text.

    Args:
        text: The text that the positions are in.

    Raises:
        ValidationError: `text` is not a `str`.
        PositionError: From every method, for a position outside the text or in the middle of a character.

    Examples:
        >>> offsets = Offsets("a🌧b")
        >>> offsets.to_utf16(2), offsets.to_utf8(2)
        (3, 5)
        >>> offsets.from_utf16(3), offsets.from_utf8(5)
        (2, 2)
    """

    __slots__ = ("_utf8", "_utf16")

    def __init__(self, text: str) -> None:
        """Measure the text."""
        require_text(text)
        self._utf16 = _Unit(text, "utf-16-le", 2)
        self._utf8 = _Unit(text, "utf-8", 1)

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle and copy the text, which is measured again."""
        return Offsets, (self._utf16.text,)

    def to_utf16(self, position: int) -> int:
        """The position in UTF-16 units of a position in code points."""
        return self._utf16.at(position)

    def from_utf16(self, offset: int) -> int:
        """The position in code points of a position in UTF-16 units."""
        return self._utf16.back(offset)

    def to_utf8(self, position: int) -> int:
        """The position in bytes of UTF-8 of a position in code points."""
        return self._utf8.at(position)

    def from_utf8(self, offset: int) -> int:
        """The position in code points of a position in bytes of UTF-8."""
        return self._utf8.back(offset)


name_home("newsschema", [Offsets])
