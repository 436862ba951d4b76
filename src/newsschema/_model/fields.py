"""What the fields of the types are: the one reading of the classes, from which all that follows them is made.

The constructors' checks, the JSON reader, the generated fast path, the JSON Schema, Arrow's types, the strategies and
the tables of the docs all ask here. To add a field, add it to its class; nothing here changes.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Final, NamedTuple, TypeVar, Union, cast, get_args, get_origin

import attrs
from attrs import NOTHING

from newsschema._model.values import Format

_FORMATS: Final[Mapping[Any, Format]] = {
    str: Format.TEXT,
    int: Format.INTEGER,
    float: Format.NUMBER,
    bool: Format.BOOLEAN,
    date | datetime: Format.DATE,
}


F = TypeVar("F", bound=Callable[..., Any])


class FieldSpec(NamedTuple):
    """What one field of a type holds.

    Attributes:
        name: The field's name, in Python and in JSON.
        format: What one value is.
        type: The type of one value: an enum, a type of the model, or one of Python's own.
        many: Whether the field holds several, as a tuple.
        optional: Whether it may be `None`.
        default: What it holds where nothing is given; `NOTHING` where something must be.
    """

    name: str
    format: Format
    type: Any
    many: bool
    optional: bool
    default: Any

    @property
    def required(self) -> bool:
        """Whether the field must be given."""
        return self.default is NOTHING


def cached(function: F) -> F:
    """`functools.cache` for a function of types, which type checkers take for no hashable values."""
    return cast("F", cache(function))


@cached
def field_specs(cls: type) -> tuple[FieldSpec, ...]:
    """The fields of a type of the model, in declared order.

    Args:
        cls: The type.

    Examples:
        >>> from newsschema import Source
        >>> [spec.name for spec in field_specs(Source) if spec.many]
        ['members', 'same_as']
    """
    found: tuple[attrs.Attribute[Any], ...] = attrs.fields(cls)
    return tuple(_spec_of(item.name, item.type, item.default) for item in found)


def _spec_of(name: str, annotation: Any, default: Any) -> FieldSpec:
    bare, optional = _without_none(annotation)
    many = get_origin(bare) is tuple
    one = get_args(bare)[0] if many else bare
    if get_origin(one) is Annotated:
        kind, form = get_args(one)[:2]
    else:
        kind, form = one, _FORMATS.get(one) or (Format.MODEL if attrs.has(one) else Format.ENUM)
    assert form is not Format.ENUM or issubclass(kind, Enum), f"the field {name} holds a type without a format: {kind}"
    return FieldSpec(name, form, kind, many, optional, default)


def _without_none(annotation: Any) -> tuple[Any, bool]:
    """An annotation without its `None`, and whether it had one."""
    if get_origin(annotation) not in (Union, UnionType):
        return annotation, False
    rest = [argument for argument in get_args(annotation) if argument is not NoneType]
    bare = rest[0]
    for other in rest[1:]:
        bare |= other
    return bare, len(rest) < len(get_args(annotation))


def given_fields(model: Any) -> dict[str, Any]:
    """The fields of an object that hold something else than their defaults."""
    values = ((spec, getattr(model, spec.name)) for spec in field_specs(type(model)))  # pyright: ignore[reportUnknownArgumentType]
    return {spec.name: value for spec, value in values if value != spec.default}


@cached
def fields_holding(cls: type, held: type) -> tuple[str, ...]:
    """The names of the fields that hold objects of a type, or of one derived from it, alone or in a tuple."""
    return tuple(spec.name for spec in field_specs(cls) if spec.format is Format.MODEL and issubclass(spec.type, held))
