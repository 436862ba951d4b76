"""Positions in code points, UTF-16 units and UTF-8 bytes."""

import copy
import pickle
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsschema import Offsets, PositionError

_TEXTS = st.text(st.characters(), max_size=150) | st.text("aé😀\u0301\ud800", min_size=120, max_size=200)


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
        units = range(size + 1)
        expected = [starts.get(unit, f"{unit} is in the middle of a character") for unit in units]
        assert expected == [_position_or_refusal(back, unit) for unit in units]


def _position_or_refusal(back: Callable[[int], int], unit: int) -> int | str:
    try:
        return back(unit)
    except PositionError as error:
        return str(error)


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


@pytest.mark.parametrize("protocol", [0, 5])
def test_copies(protocol: int) -> None:
    """A pickle names what is public alone."""
    offsets = Offsets("a🌊b")
    data = pickle.dumps(offsets, protocol)
    assert b"newsschema._" not in data
    for copied in (pickle.loads(data), copy.deepcopy(offsets)):
        assert (3, 2) == (copied.to_utf16(2), copied.from_utf16(3))


def test_a_position_is_a_number() -> None:
    """What is none is told so."""
    for convert in (Offsets("a").to_utf8, Offsets("a").from_utf8):
        with pytest.raises(TypeError, match=r"^expected a position as an int, got '1'$"):
            convert("1")  # type: ignore[arg-type]
