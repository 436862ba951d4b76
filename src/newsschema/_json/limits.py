"""How much foreign data may ask of us, and the counting that says so before anything is decoded."""

import re
from collections.abc import Iterator
from typing import Any, Final

from attrs import asdict, frozen

from newsschema._model.containers import is_list, is_object, plain_list
from newsschema._model.errors import Code, Issue, ValidationError
from newsschema._model.extra import MAX_DEPTH
from newsschema._model.messages import format_value


@frozen(kw_only=True)
class Limits:
    """How much foreign data to accept; what exceeds a limit is refused as `too-large`.

    Size, values and quotes are counted before the document is decoded, so a refused document costs no memory.

    Attributes:
        bytes: Size of a document, in bytes of UTF-8 (of characters, where it comes as a `str`).
        string: Length of one string, in code points.
        quotes: Number of quotes in an article.
        values: Number of values in lists and objects at any depth; under `extra` at most 1,048,576.
            A Python object that occurs several times counts each time.
        depth: How deeply lists and objects may nest; under `extra` at most 64.
        issues: Number of issues that are reported; one more issue then says how many others there are.

    Examples:
        >>> from newsschema import check
        >>> check('{"schema_version": "1.0"}', limits=Limits(bytes=10))[0].code
        <Code.TOO_LARGE: 'too-large'>
    """

    bytes: int = 64 * 2**20
    string: int = 16 * 2**20
    quotes: int = 10_000
    values: int = 2**18
    depth: int = MAX_DEPTH + 8
    issues: int = 10_000

    def __attrs_post_init__(self) -> None:
        """Refuse what is no number to count up to.

        Raises:
            TypeError: A limit is no integer.
        """
        for name, limit in asdict(self).items():
            if not isinstance(limit, int):
                raise TypeError(f"{name}: expected an int, got {format_value(limit)}")


DEFAULT_LIMITS: Final = Limits()

# A string, an empty list or object, and else what comes before a value: a comma, or the opening of a list or an object.
_MARKS: Final = r'"(?:[^"\\]++|\\.)*+"|\[\s*+\]|\{\s*+\}|([,\[{])'


def too_large(message: str, path: tuple[str | int, ...] = ()) -> ValidationError:
    """The error for what exceeds a limit."""
    return ValidationError([Issue(Code.TOO_LARGE, path, message)])


def check_size(data: bytes | str, limits: Limits) -> None:
    """Refuse a document that is too large, or that holds too many values, before it is decoded.

    Raises:
        ValidationError: It is too large.
    """
    if len(data) > limits.bytes:
        raise too_large(f"the document has more than {limits.bytes} bytes, which is the limit")
    if len(data) > 2 * limits.values and _bound(data) > limits.values and _has_more(data, limits.values):
        raise too_large(f"more than {limits.values} values, which is the limit")


def _bound(data: bytes | str) -> int:
    """No document has more values than this: each comes after a comma or an opening."""
    if isinstance(data, str):
        return data.count(",") + data.count("[") + data.count("{")
    return data.count(b",") + data.count(b"[") + data.count(b"{")


def _has_more(data: bytes | str, limit: int) -> bool:
    marks: Any = _MARKS if isinstance(data, str) else _MARKS.encode()
    count = 0
    for mark in re.finditer(marks, data, re.DOTALL):
        if mark[1] is not None:
            count += 1
            if count > limit:
                return True
    return False


def is_plainly_within(data: bytes | str, limits: Limits) -> bool:
    """Whether a document plainly keeps to the limits; nothing valid nests deeper than `extra` in a quote's `extra`."""
    size = len(data)
    return (
        size <= limits.bytes
        and size <= limits.string
        and (size <= 2 * limits.values or _bound(data) <= limits.values)
        and limits.depth >= MAX_DEPTH + 4
    )


def check_tree(tree: Any, limits: Limits, *, strings: bool = True) -> None:
    """Refuse plain data that is larger than the limits.

    Args:
        tree: Plain data. What it shares with itself is met in each place, and so may be far more than is in memory.
        limits: How much to accept.
        strings: Whether strings may be too long; not where the document was short.

    Raises:
        ValidationError: It is too large.
    """
    for depth, level in enumerate(iter_containers(tree, limits.values), 1):
        if depth > limits.depth:
            raise too_large(f"nested deeper than the limit of {limits.depth}")
        for container in level if strings else ():
            _check_strings(container, limits.string, tree)
    quotes = tree.get("quotes") if is_object(tree) else None
    if is_list(quotes) and len(plain_list(quotes)) > limits.quotes:
        raise too_large(f"{len(plain_list(quotes))} quotes, and the limit is {limits.quotes}", ("quotes",))


def _check_strings(container: Any, limit: int, tree: Any) -> None:
    for item in (*container, *container.values()) if is_object(container) else container:
        if isinstance(item, str) and len(item) > limit:
            raise too_large(f"a string has {len(item)} code points, and the limit is {limit}", _path_to(item, tree))


def iter_containers(tree: object, limit: int) -> Iterator[list[Any]]:
    """The lists and objects of a tree that are not empty, level by level, so that nothing is too deep to be counted.

    Args:
        tree: Plain data.
        limit: How many values there may be in all; counted before they are gone through.

    Raises:
        ValidationError: There are more.
    """
    level: list[Any] = [[tree]]
    left = limit
    while level := [item for container in level for item in _containers_in(container)]:
        left -= sum(map(len, level))
        if left < 0:
            raise too_large(f"more than {limit} values, which is the limit")
        yield level


_PLAIN: Final = frozenset((str, int, float, bool, type(None)))


def _containers_in(container: Any) -> Iterator[Any]:
    for item in container.values() if is_object(container) else container:
        if type(item) in _PLAIN:
            continue
        if is_list(item):
            items = plain_list(item)
            if items:
                yield items
        elif is_object(item) and len(item):
            yield item


def _path_to(wanted: object, tree: Any) -> tuple[str | int, ...]:
    """The path to a value that is in the tree, or to the object that has it as a key."""
    ahead: list[tuple[tuple[str | int, ...], Any]] = [((), tree)]
    for path, value in ahead:
        if value is wanted:
            return path
        if is_object(value):
            ahead.extend((path, key) for key in value)
            ahead.extend(((*path, key), item) for key, item in value.items() if isinstance(key, str))
        elif is_list(value):
            ahead.extend(((*path, index), item) for index, item in enumerate(plain_list(value)))
    return ()
