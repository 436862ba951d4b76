"""What installed packages bring by entry points: lint rules and formats."""

from importlib.metadata import entry_points
from typing import TypeVar

T = TypeVar("T")


def load_plugins(group: str, kind: type[T]) -> list[T]:
    """The objects of a type that the entry points of a group lead to.

    Raises:
        TypeError: One leads to something else.
    """
    found: list[T] = []
    for entry in entry_points(group=group):
        made = entry.load()
        if not isinstance(made, kind):
            raise TypeError(f"the entry point {entry.name!r} of {group} leads to no {kind.__name__}: {entry.value}")
        found.append(made)
    return found
