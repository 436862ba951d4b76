"""Positions in code points, UTF-16 units and UTF-8 bytes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsschema import Offsets, PositionError

_TEXTS = st.text(st.characters(), max_size=300) | st.text("aé😀\u0301\ud800", min_size=120, max_size=400)


@given(st.data(), _TEXTS)
def test_there_and_back(data: st.DataObject, text: str) -> None:
    """A position converted comes back, and is as far on as the encoded text before it is long."""
    offsets = Offsets(text)
    position = data.draw(st.integers(0, len(text)))
    before = text[:position]
    assert len(before.encode("utf-16-le", "surrogatepass")) // 2 == offsets.to_utf16(position)
    assert len(before.encode("utf-8", "surrogatepass")) == offsets.to_utf8(position)
    assert position == offsets.from_utf16(offsets.to_utf16(position))
    assert position == offsets.from_utf8(offsets.to_utf8(position))


@given(_TEXTS)
def test_every_unit(text: str) -> None:
    """Each unit either begins a character, whose position it gives, or is refused as the middle of one."""
    offsets = Offsets(text)
    for at, back, size in (
        (offsets.to_utf16, offsets.from_utf16, len(text.encode("utf-16-le", "surrogatepass")) // 2),
        (offsets.to_utf8, offsets.from_utf8, len(text.encode("utf-8", "surrogatepass"))),
    ):
        starts = {at(position): position for position in range(len(text) + 1)}
        assert size == max(starts)
        for unit in range(size + 1):
            if unit in starts:
                assert starts[unit] == back(unit)
            else:
                with pytest.raises(PositionError, match=f"^{unit} is in the middle of a character$"):
                    back(unit)


@given(_TEXTS, st.integers(1))
def test_outside(text: str, beyond: int) -> None:
    """Positions before and after the text are refused."""
    offsets = Offsets(text)
    for position in (-beyond, len(text) + beyond):
        for convert in (offsets.to_utf16, offsets.to_utf8):
            with pytest.raises(PositionError, match=f"^{position} is outside a text of {len(text)} code points$"):
                convert(position)
    for convert, size in (
        (offsets.from_utf16, len(text.encode("utf-16-le", "surrogatepass")) // 2),
        (offsets.from_utf8, len(text.encode("utf-8", "surrogatepass"))),
    ):
        for offset in (-beyond, size + beyond):
            with pytest.raises(PositionError, match=f"^{offset} is outside a text of {size} units$"):
                convert(offset)
