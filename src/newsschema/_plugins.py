"""What installed packages bring by entry points: lint rules and formats."""

import os
import sys
from functools import lru_cache
from importlib.metadata import entry_points
from typing import TypeAlias, TypeVar

T = TypeVar("T")
_Installed: TypeAlias = tuple[tuple[str, int], ...]


def load_plugins(group: str, kind: type[T]) -> tuple[T, ...]:
    """The objects of a type that the entry points of a group lead to.

    They are looked up again as soon as a package was installed or removed, or `sys.path` has changed.

    Raises:
        TypeError: One leads to something else.
    """
    return _load(group, kind, tuple((folder, _changed_at(folder)) for folder in sys.path))


def _changed_at(folder: str) -> int:
    try:
        return os.stat(folder or ".").st_mtime_ns  # noqa: PTH116 - this stands in the way of every lint
    except OSError:
        return 0


@lru_cache(maxsize=4)
def _load(group: str, kind: type[T], _: _Installed) -> tuple[T, ...]:
    found: list[T] = []
    for entry in entry_points(group=group):
        made = entry.load()
        if not isinstance(made, kind):
            raise TypeError(f"the entry point {entry.name!r} of {group} leads to no {kind.__name__}: {entry.value}")
        found.append(made)
    return tuple(found)
