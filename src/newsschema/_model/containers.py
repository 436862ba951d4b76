"""Objects and lists, as JSON has them: how they are recognised, and a JSON object that does not change."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final, Never, Self, TypeGuard


def is_object(value: object) -> TypeGuard[Mapping[Any, Any]]:
    """Whether a value is what JSON calls an object."""
    return type(value) is dict or isinstance(value, Mapping)  # the first is quick and usual; a list takes long


def is_list(value: object) -> TypeGuard[list[Any] | tuple[Any, ...]]:
    """Whether a value is what JSON calls an array."""
    return isinstance(value, (list, tuple))


def plain_list(value: list[Any] | tuple[Any, ...]) -> list[Any] | tuple[Any, ...]:
    """The items that a list or tuple of other people's making really holds, whatever its methods say."""
    if type(value) in (list, tuple):
        return value
    items: Any = value
    whole: Any = list if isinstance(value, list) else tuple
    plain: list[Any] | tuple[Any, ...] = whole.__getitem__(items, slice(None))
    return plain


def along(path: Iterable[str | int], tree: Any) -> Iterator[Any]:
    """A value and what a path leads through in it, as far as there is something."""
    yield tree
    for step in path:
        try:
            tree = tree[step]
        except (LookupError, TypeError):
            return
        yield tree


class FrozenDict(dict[str, Any]):
    """An immutable, hashable JSON object, with tuples for lists. It equals another if the JSON is equal.

    `1`, `1.0` and `True` are three different values. The order of the keys does not matter.

    Examples:
        >>> from newsschema import Article
        >>> extra = {"org.example": {"desk": ["weather"]}}
        >>> article = Article(id="urn:example:1", text="Rain.", extra=extra)
        >>> article.extra["org.example"]["desk"]
        ('weather',)
        >>> article.extra == {"org.example": {"desk": ["weather"]}}
        True
    """

    __slots__ = ()

    def __new__(cls, *args: Any, **kwargs: Any) -> Self:
        """Fill the object here, so that calling `__init__` later changes nothing."""
        made = super().__new__(cls)
        given: dict[str, Any] = dict(*args, **kwargs)
        _fill(made, {key: _frozen(value) for key, value in given.items()})
        return made

    def __init__(self, *_: object, **__: object) -> None:
        """Do nothing: the object is filled when it is made, and only then."""

    def __eq__(self, other: object) -> bool:
        """Whether the other is the same JSON object."""
        try:
            return is_object(other) and _typed(self) == _typed(other)
        except TypeError:  # a set, for example, is nothing of JSON's, and cannot be hashed
            return False

    def __ne__(self, other: object) -> bool:
        """Whether the other is another JSON object."""
        return not self == other

    def __hash__(self) -> int:  # type: ignore[override]  # dict has none; this one does not change
        """Equal objects hash equal."""
        return hash(_typed(self))

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle as a plain dictionary that is frozen again."""
        return (FrozenDict, (dict(self),))

    def _refuse(self, *_: object, **__: object) -> Never:
        raise TypeError("a FrozenDict does not change; make a dict of it first")

    if not TYPE_CHECKING:  # pragma: no branch - no type for a dict that does not change
        __setitem__ = __delitem__ = __ior__ = clear = pop = popitem = setdefault = update = _refuse


_fill: Final[Callable[[FrozenDict, dict[str, Any]], None]] = dict[str, Any].update


def _frozen(value: Any) -> Any:
    """A value whose objects and lists do not change."""
    if is_object(value):
        return value if type(value) is FrozenDict else FrozenDict(value)
    return tuple(map(_frozen, value)) if is_list(value) else value


def frozen_dict(items: dict[str, Any]) -> FrozenDict:
    """Items that are frozen already, as a `FrozenDict`; the constructor takes five times as long."""
    made = dict.__new__(FrozenDict)
    _fill(made, items)
    return made


NO_EXTRA: Final = FrozenDict()
"""The default of `extra`."""


def _typed(value: object) -> object:
    """The value in a form whose equality is JSON's: types tell, order of keys does not."""
    if is_object(value):
        return frozenset((key, _typed(item)) for key, item in value.items())
    if is_list(value):
        return tuple(map(_typed, value))
    return (type(value), repr(value)) if isinstance(value, float) else (type(value), value)
