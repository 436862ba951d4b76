"""Entry points: lint rules and formats of other packages."""

import os
import sys
from collections.abc import Iterator
from functools import lru_cache
from importlib.metadata import EntryPoint, entry_points
from typing import TypeVar

T = TypeVar("T")


def load_plugins(group: str, kind: type[T]) -> Iterator[T]:
    """The objects of a type that the entry points of a group lead to.

    They are looked up again as soon as a package was installed or removed, or `sys.path` has changed.

    Raises:
        TypeError: One leads to something else.
    """
    for entry, made in _loaded(group, tuple((folder, _changed_at(folder)) for folder in sys.path)):
        if not isinstance(made, kind):
            raise TypeError(f"the entry point {entry.name!r} of {group} leads to no {kind.__name__}: {entry.value}")
        yield made


def _changed_at(folder: str) -> int:
    try:
        return os.stat(folder or ".").st_mtime_ns  # noqa: PTH116 - every lint asks this
    except OSError:
        return 0


@lru_cache(maxsize=4)
def _loaded(group: str, _: tuple[tuple[str, int], ...]) -> tuple[tuple[EntryPoint, object], ...]:
    return tuple((entry, entry.load()) for entry in entry_points(group=group))
