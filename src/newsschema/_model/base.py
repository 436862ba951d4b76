"""What all the types of the model share: they check themselves when made, and a changed copy is checked again."""

from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final, Self

import attrs
from attrs import evolve

from newsschema._model.display import one_line
from newsschema._model.errors import Issue
from newsschema._model.fields import cached, field_specs, given_fields
from newsschema._model.homes import name_home
from newsschema._model.hooks import answer
from newsschema._model.issuelog import IssueLog
from newsschema._model.messages import with_article
from newsschema._model.parsers import Reader, field_reader, leaf
from newsschema._model.values import wrong_type

_HOME: Final = "newsschema"


class Model:
    """What all the types share."""

    __slots__ = ()

    def __init_subclass__(cls) -> None:
        """Say where users find the type: what a pickle names does not move when a private module does."""
        name_home(_HOME, [cls])

    def __attrs_post_init__(self) -> None:
        """Keep each value in its one form, or say all that is wrong.

        Most objects need no such close look: `plain` has a quicker function for each type.
        """
        log = IssueLog()
        for name, default, reader in _readers_of(type(self)):
            value = getattr(self, name)
            if value is default:
                continue
            kept = reader(value, (name,), log)
            if kept is not value:
                object.__setattr__(self, name, kept)
        log.extend(self._issues(set()))
        log.raise_if_any()

    # What attrs would compile for each type stands here once, so that an import takes less time.

    def __eq__(self, other: object) -> bool:
        """Whether the other is of the same type, and its fields hold the same."""
        if type(other) is not type(self):
            return NotImplemented
        compared = _compared_of(type(self))
        return compared(self) == compared(other)

    def __hash__(self) -> int:
        """Equal objects hash equal."""
        return hash(_compared_of(type(self))(self))

    def __repr__(self) -> str:
        """All fields, as a constructor takes them."""
        fields = ", ".join(f"{spec.name}={getattr(self, spec.name)!r}" for spec in field_specs(type(self)))
        return f"{type(self).__name__}({fields})"

    def __str__(self) -> str:
        """The type, and what tells one of its objects from another, on one line."""
        return one_line(self)

    def _issues(self, bad: set[int]) -> Iterable[Issue]:  # noqa: ARG002 - few types have rules between their fields
        """What is wrong between the fields; spans whose identity is in `bad` are passed over."""
        return ()

    def __getstate__(self) -> Any:
        """The fields that hold something else than their defaults."""
        return given_fields(self)

    def __setstate__(self, state: Any) -> None:
        """Fill an object that is being unpickled or copied; like a constructor, it refuses what is invalid.

        Raises:
            TypeError: The object is whole already, and does not change.
        """
        self._require_empty()
        self.__init__(**state)  # type: ignore[misc]  # an object without fields is not yet made

    def _require_empty(self) -> None:
        if hasattr(self, field_specs(type(self))[0].name):
            raise TypeError(f"{type(self).__name__} does not change")

    if not TYPE_CHECKING:  # pragma: no branch - each type says by itself what it takes

        def replace(self, **changes: Any) -> Self:
            """A copy with some fields changed, checked like a new one.

            Args:
                **changes: New values by field name.

            Raises:
                ValidationError: The changed copy would not be valid.

            Examples:
                >>> from newsschema import Source
                >>> Source(id="s1", name="Ines Okafor").replace(role="harbour master").role
                'harbour master'
            """
            return evolve(self, **changes)

    @property
    def __pydantic_serializer__(self) -> Any:
        """How pydantic writes an object where an annotation says `Any`, or nothing."""
        return answer("pydantic serializer")(model_of(type(self)))

    def __iter__(self) -> Iterator[tuple[str, Any]]:
        """The items of the object's plain data, so that `dict(article)` is what JSON encoders take."""
        tree: dict[str, Any] = answer("plain data")(self)
        return iter(tree.items())

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: object) -> Any:
        """How pydantic reads and writes this type."""
        return answer("pydantic schema")(cls, handler)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: object, handler: object) -> dict[str, Any]:
        """The type's own JSON Schema, for pydantic and what is built on it."""
        found: dict[str, Any] = answer("pydantic JSON schema")(cls, handler)
        return found


def blank(cls: type[Model]) -> type:
    """A type of the same layout whose objects can be assigned to, until their `__class__` is set to the real one.

    One way past a constructor, only for code that checks what it makes before anyone holds it. To set the fields of a
    frozen object through their descriptors takes three times as long, and loading a document half as long again
    (measured on 16 kB). The type stands beside the real one, so that none of ours is among the subclasses of that.
    """
    layout: Any = cls.__base__
    return type(cls.__name__, (layout,), {"__slots__": cls.__slots__})


class Entity(Model):
    """What the types share whose objects a program keeps track of: they can be weakly referenced."""

    __slots__ = ("__weakref__",)


def model_of(cls: type) -> type[Model]:
    """The type of the model that a class is, or that a user's class is derived from."""
    return next(one for one in cls.__mro__ if one.__module__ == _HOME)


@cached
def _compared_of(cls: type) -> Callable[[Any], tuple[Any, ...]]:
    """What takes from an object all that it is compared by."""
    fields: tuple[Any, ...] = attrs.fields(cls)  # Any: the stubs leave out `eq_key`
    values = attrgetter(*(item.name for item in fields))
    keys = [(index, item.eq_key) for index, item in enumerate(fields) if item.eq_key]
    if not keys:
        return values

    def compared(model: Any) -> tuple[Any, ...]:
        found = list(values(model))
        for index, key in keys:
            found[index] = key(found[index])
        return tuple(found)

    return compared


@cached
def _readers_of(cls: type) -> tuple[tuple[str, Any, Reader], ...]:
    """The name of each field of a type or of a user's class, its default, and what reads its value."""
    return tuple((spec.name, spec.default, field_reader(spec, _instance_reader)) for spec in field_specs(model_of(cls)))


@cached
def _instance_reader(cls: type) -> Reader:
    def parse(value: object) -> object:
        if type(value) is cls:
            return value
        if isinstance(value, cls) and model_of(type(value)) is type(value):
            return narrow(value, cls)
        raise wrong_type(with_article(cls.__name__), value)

    return leaf(parse)


def narrow(value: Any, cls: type[Any]) -> Any:
    """An object as one of the type that its own is derived from: a fragment as a span."""
    if type(value) is cls:
        return value
    return cls(**{spec.name: getattr(value, spec.name) for spec in field_specs(cls)})
