"""A foreign document that is being read: what is taken of it is remembered, so that the rest can be told."""

from collections.abc import Iterator
from typing import Any

from newsschema._model.containers import is_list, is_object
from newsschema._model.errors import Path
from newsschema.interop._plain import field_of, is_missing


class _Taken:
    """What has been taken of a document: the paths, and those that lead to them."""

    __slots__ = ("paths", "touched")

    def __init__(self) -> None:
        self.paths: set[Path] = set()
        self.touched: set[Path] = set()

    def add(self, path: Path) -> None:
        self.paths.add(path)
        while path not in self.touched:
            self.touched.add(path)
            path = path[:-1]


class Node:
    """A value in a document, with its path.

    Args:
        value: The value; `None` where the document has none.
        path: Keys and indices to it.
        taken: What has been taken of the document, shared by all its nodes.
    """

    __slots__ = ("_taken", "path", "value")

    def __init__(self, value: Any, path: Path = (), taken: "_Taken | None" = None) -> None:
        self.value: Any = value
        self.path: Path = path
        self._taken = _Taken() if taken is None else taken

    def __bool__(self) -> bool:
        """Whether it says something: nothing, an empty string, list or object say nothing."""
        return _says_something(self.value)

    def get(self, *names: str) -> "Node":
        """What stands under the first of these names under which something does; a node of nothing where none does."""
        for name in names:
            value = field_of(self.value, name)
            if _says_something(value):
                return self._at(name, value)
        return self._at(names[0], None)

    def items(self) -> "list[Node]":
        """The items of a list, or the one value; those that say something."""
        if not is_list(self.value):
            return [self] if self else []
        return [self._at(index, item) for index, item in enumerate(self.value) if _says_something(item)]

    def objects(self) -> "list[Node]":
        """Those of the items that are objects."""
        return [item for item in self.items() if is_object(item.value)]

    def take(self) -> Any:
        """The value, which is read by that as a whole."""
        self._taken.add(self.path)
        return self.value

    def skip(self, *names: str) -> None:
        """Pass over what stands under these names, and says nothing of the article."""
        for name in names:
            self._taken.add((*self.path, name))

    def put(self, value: Any) -> "Node":
        """A node of the same place with another value: what a reference leads to, what a string stands for."""
        return Node(value, self.path, self._taken)

    def at(self, path: Path) -> "Node":
        """The node at a path from here."""
        node = self
        for step in path:
            node = node._at(step, node.value[step])
        return node

    def unread(self, ignored: frozenset[str] = frozenset()) -> Iterator[Path]:
        """The paths of what says something and was not taken, nor anything in it.

        Args:
            ignored: Keys under which nothing is said of the article, wherever they stand.
        """
        if self.path in self._taken.paths:
            return
        if self.path not in self._taken.touched:
            if _says(self.value, ignored):
                yield self.path
            return
        steps = range(len(self.value)) if is_list(self.value) else [*self.value] if is_object(self.value) else ()
        for step in steps:
            if step not in ignored:
                yield from self._at(step, self.value[step]).unread(ignored)

    def _at(self, step: str | int, value: Any) -> "Node":
        return Node(value, (*self.path, step), self._taken)


def _says(value: object, ignored: frozenset[str]) -> bool:
    """Whether anything is said in a value but under keys that are ignored."""
    if is_object(value):
        return any(_says(inner, ignored) for key, inner in value.items() if key not in ignored)
    return any(_says(inner, ignored) for inner in value) if is_list(value) else _says_something(value)


def _says_something(value: object) -> bool:
    if isinstance(value, str) or is_list(value) or is_object(value):
        return len(value) > 0
    return not is_missing(value)
