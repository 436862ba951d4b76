"""What all the types of the model share."""

from collections.abc import Iterable
from enum import Enum
from functools import cache
from typing import Any, Self, cast, get_args, get_origin

from attrs import Attribute, evolve, fields

from newsschema._model.errors import Issue, ValidationError
from newsschema._model.values import InvalidValue, Parser, parser_of, without_none, wrong_type


def _instance_of(cls: type) -> Parser:
    def read(value: object) -> object:
        if type(value) is not cls:
            raise wrong_type(f"a {cls.__name__}", value)
        return value

    return read


class Model:
    """What all the types share: they check themselves when made, and a changed copy is checked again."""

    __slots__ = ()

    def __init_subclass__(cls) -> None:
        """Say where users find the type: what a pickle names does not move when our rooms do."""
        cls.__module__ = "newsschema"

    def __attrs_post_init__(self) -> None:
        """Keep each value in its one form, or say all that is wrong."""
        issues: list[Issue] = []
        for name, default, exact, several, reader in _readers_of(cast("Any", type(self))):
            value = getattr(self, name)
            if value is default or type(value) is exact:
                continue
            if several is not None and type(value) is tuple and several.issuperset(map(type, value)):  # pyright: ignore[reportUnknownArgumentType]
                continue
            try:
                kept = reader(value)
            except InvalidValue as faulty:
                kept = faulty.value
                issues.extend(issue.under(name) for issue in faulty.issues)
            if kept is not value:
                object.__setattr__(self, name, kept)
        issues.extend(self._faults(set()))
        if issues:
            raise ValidationError(issues)

    def _faults(self, bad: set[int]) -> Iterable[Issue]:  # noqa: ARG002 - few types have rules between their fields
        """What is wrong between the fields; spans whose identity is in `bad` are passed over."""
        return ()

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
        return evolve(self, **changes)  # type: ignore[misc]  # every Model is an attrs class

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: object) -> Any:
        """How pydantic reads and writes this type."""
        from newsschema.integrations.pydantic import schema_of

        return schema_of(cls)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: object, handler: object) -> dict[str, Any]:
        """The type's own JSON Schema, for pydantic and what is built on it."""
        from newsschema.integrations.pydantic import json_schema_of

        return json_schema_of(cls)


@cache
def _readers_of(cls: Any) -> tuple[tuple[str, Any, Any, frozenset[Any] | None, Parser], ...]:
    """For each field its name, default and reader, and what needs none: objects of a type, or tuples of such."""
    found: list[tuple[str, Any, Any, frozenset[Any] | None, Parser]] = []
    for item in fields_of(cls):
        bare, optional = without_none(item.type)
        # A default is passed over before it is read, so that where it is None the reader need not look for it again.
        reader = parser_of(bare if optional and item.default is None else item.type, _instance_of)
        inner = [kind for kind in get_args(bare) if get_origin(bare) is tuple and _is_whole(kind)]
        several = frozenset(inner) if inner else None
        found.append((item.name, item.default, bare if _is_whole(bare) else None, several, reader))
    return tuple(found)


def _is_whole(kind: Any) -> bool:
    """Whether objects of a type are kept as they are."""
    return kind in (int, bool) or is_model(kind) or (isinstance(kind, type) and issubclass(kind, Enum))


@cache
def draft_of(cls: Any) -> Any:
    """A type of the same layout whose objects can be assigned to, until their `__class__` is set to the real one.

    Only for code that checks what it makes, or throws it away, before anyone holds it.
    """
    plain = {name: getattr(object, name) for name in ("__init__", "__setattr__", "__delattr__")}
    return type(cls.__name__, (cls,), {"__slots__": (), **plain})


@cache
def parts_of(cls: Any) -> tuple[str, ...]:
    """The names of the fields that hold objects of the model."""
    return tuple(item.name for item in fields_of(cls) if any(is_model(kind) for kind in _types_in(item.type)))


def is_model(kind: Any) -> bool:
    """Whether a type is one of the model's."""
    return isinstance(kind, type) and issubclass(kind, Model)


def _types_in(annotation: Any) -> list[Any]:
    return [annotation] + [kind for argument in get_args(annotation) for kind in _types_in(argument)]


def fields_of(cls: type) -> "tuple[Attribute[Any], ...]":
    """The fields of a model type, in declared order."""
    found: tuple[Attribute[Any], ...] = fields(cls)
    return found
