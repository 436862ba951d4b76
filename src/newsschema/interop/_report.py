"""What a conversion could not carry."""

from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

from attrs import frozen

from newsschema._json.codec import to_dict
from newsschema._model.errors import format_path
from newsschema._model.types import Article
from newsschema._model.values import format_value, is_list, is_object

Path: TypeAlias = tuple[str | int, ...]


@frozen
class Loss:
    """One thing that a conversion could not carry.

    Attributes:
        path: Keys and indices to it: in the article when writing, in the foreign document when reading.
        reason: Why, for a person. Not stable.

    Examples:
        >>> print(Loss(("quotes", 0, "edits"), "brat has no place for it"))
        quotes[0].edits: brat has no place for it
    """

    path: Path
    reason: str

    def __str__(self) -> str:
        """One line: path and reason."""
        place = format_path(self.path)
        return f"{place}: {self.reason}" if place else self.reason


@frozen
class Report:
    """Everything that a conversion could not carry; false when nothing was lost.

    Attributes:
        losses: What was lost, in the order of the document.

    Examples:
        >>> bool(Report())
        False
    """

    losses: tuple[Loss, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything was lost."""
        return bool(self.losses)

    def __str__(self) -> str:
        """The losses, a line each."""
        return "\n".join(map(str, self.losses))


def differences(article: Article, back: Article, name: str) -> Report:
    """What a format did not carry, found by reading back what was written: so it can forget nothing."""
    return Report(tuple(_compared(to_dict(article), to_dict(back), (), name)))


def _compared(old: Any, new: Any, path: Path, name: str) -> Iterator[Loss]:
    if is_object(old) and is_object(new):
        for key in old:
            if key in new:
                yield from _compared(old[key], new[key], (*path, key), name)
            else:
                yield Loss((*path, key), f"{name} has no place for it")
        for key in new.keys() - old.keys():
            yield Loss((*path, key), f"it comes back from {name} as {format_value(new[key])}")
    elif is_list(old) and is_list(new):
        yield from _compared_lists(old, new, path, name)
    elif old != new or type(old) is not type(new):
        yield Loss(path, f"it comes back from {name} as {format_value(new)}")


def _compared_lists(old: Sequence[Any], new: Sequence[Any], path: Path, name: str) -> Iterator[Loss]:
    ids, back = _ids(old), _ids(new)
    if ids and back:
        for key, index in ids.items():
            if key in back:
                yield from _compared(old[index], new[back[key]], (*path, index), name)
            else:
                yield Loss((*path, index), f"{name} has no place for it")
        if [key for key in ids if key in back] != list(back):
            yield Loss(path, f"they come back from {name} in another order or number")
    elif len(old) == len(new):
        for index, (left, right) in enumerate(zip(old, new, strict=True)):
            yield from _compared(left, right, (*path, index), name)
    else:
        yield Loss(path, f"{name} has no place for {'it' if not new else 'all of it'}")


def _ids(items: Sequence[Any]) -> dict[str, int]:
    """Where each item stands by its id; empty where the items have none."""
    ids: dict[str, int] = {}
    for index, item in enumerate(items):
        if is_object(item) and isinstance(item.get("id"), str):
            ids[item["id"]] = index
    return ids if len(ids) == len(items) else {}
