"""Tables of what a function makes of strings: a plain table is asked in half the time of an `lru_cache`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeVar

_Made = TypeVar("_Made")

#: How many strings a table keeps; those of a language come again within a few texts.
MOST: Final = 1 << 16


class Table(dict[str, _Made]):
    """What a function makes of each string that it was asked for; a table that is full begins anew."""

    __slots__ = ("_make",)

    def __init__(self, make: Callable[[str], _Made]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: str) -> _Made:
        if len(self) >= MOST:
            self.clear()
        found = self[key] = self._make(key)
        return found
