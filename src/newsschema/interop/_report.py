"""What a conversion could not carry over."""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Any

from attrs import frozen

from newsschema import Article, to_dict
from newsschema._model.containers import is_list, is_object
from newsschema._model.errors import Path, format_path
from newsschema._model.printable import printable_line
from newsschema.interop._plain import format_json_value


class LossCode(StrEnum):
    """The stable name of a kind of loss."""

    NO_PLACE = "no-place"
    """The target has no field for it; it is gone."""
    CHANGED = "changed"
    """It was carried over but changed: tags were removed, broken JSON was repaired."""
    UNREADABLE = "unreadable"
    """It is not what it should be, for example an invalid date."""
    UNPLACED = "unplaced"
    """The words are kept, but their place in the text is unknown."""
    KEPT = "kept"
    """The model has no field for it; it is kept unchanged in `extra`."""


@frozen
class Loss:
    """One thing that a conversion could not carry over.

    Attributes:
        code: What kind of loss it is.
        path: Keys and indices: in the article when writing, in the foreign document when reading.
        reason: Why, in words. May change.

    Examples:
        >>> print(Loss(LossCode.NO_PLACE, ("quotes", 0, "edits"), "brat has no place for it"))
        quotes[0].edits: brat has no place for it (no-place)
    """

    code: LossCode
    path: Path
    reason: str

    def __str__(self) -> str:
        """One line: path, reason, code."""
        place = format_path(self.path)
        return printable_line(f"{place}: {self.reason} ({self.code})" if place else f"{self.reason} ({self.code})")


@frozen
class Report:
    """Everything that a conversion could not carry over; false if nothing was lost.

    Attributes:
        losses: The losses, in the order of the document.
        format: The name of the format that was read, where [`read`][newsschema.interop.read] recognised it.
        origin: Which document was read, where it was one of several: `line 3`, `articles[2]`.

    Examples:
        >>> bool(Report())
        False
    """

    losses: tuple[Loss, ...] = ()
    format: str | None = None
    origin: str = ""

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
                yield _no_place((*path, key), name)
        for key in new:
            if key not in old:
                yield _changed((*path, key), new[key], name)
    elif is_list(old) and is_list(new):
        yield from _compared_lists(old, new, path, name)
    elif old != new or type(old) is not type(new):
        yield _changed(path, new, name)


def _no_place(path: Path, name: str, what: str = "it") -> Loss:
    return Loss(LossCode.NO_PLACE, path, f"{name} has no place for {what}")


def _changed(path: Path, value: object, name: str) -> Loss:
    """A value that comes back as another; a place that does not come back at all is a kind of its own."""
    code = LossCode.UNPLACED if value is None and path[-1] in ("start", "end") else LossCode.CHANGED
    return Loss(code, path, f"it comes back from {name} as {format_json_value(value)}")


def _compared_lists(old: Sequence[Any], new: Sequence[Any], path: Path, name: str) -> Iterator[Loss]:
    ids, back = _ids(old), _ids(new)
    if ids and back:
        for key, index in ids.items():
            if key in back:
                yield from _compared(old[index], new[back[key]], (*path, index), name)
            else:
                yield _no_place((*path, index), name)
        if [key for key in ids if key in back] != list(back):
            yield Loss(LossCode.CHANGED, path, f"they come back from {name} in another order or number")
    elif len(old) == len(new):
        for index, (left, right) in enumerate(zip(old, new, strict=True)):
            yield from _compared(left, right, (*path, index), name)
    else:
        yield _no_place(path, name, "it" if not new else "all of it")


def _ids(items: Iterable[Any]) -> dict[str, int]:
    """Where each item stands by its id; empty where not each has one of its own."""
    ids: dict[str, int] = {}
    count = 0
    for count, item in enumerate(items, 1):
        if is_object(item) and isinstance(item.get("id"), str):
            ids[item["id"]] = count - 1
    return ids if len(ids) == count else {}
