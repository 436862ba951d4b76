"""Readers of whole fields, composed from the parsers of single values and the table of fields."""

from collections.abc import Callable
from typing import Any, TypeAlias

from newsschema._model.containers import is_list, plain_list
from newsschema._model.errors import Path
from newsschema._model.extra import parse_extra
from newsschema._model.fields import FieldSpec
from newsschema._model.issuelog import IssueLog
from newsschema._model.values import INVALID, PARSERS, Format, InvalidValue, Parser, enum_parser, wrong_type

Reader: TypeAlias = Callable[[Any, Path, IssueLog], Any]
"""Reads a value that stands at a path. What is wrong goes to the log, and `INVALID` comes back in its place."""


def field_reader(spec: FieldSpec, model_reader: Callable[[type], Reader]) -> Reader:
    """The reader of a field, for all but its default, which stands as it is; `model_reader` gives those of objects."""
    one = _value_reader(spec, model_reader)
    return _many(one) if spec.many else one


def _value_reader(spec: FieldSpec, model_reader: Callable[[type], Reader]) -> Reader:
    if spec.format is Format.MODEL:
        return model_reader(spec.type)
    if spec.format is Format.EXTRA:
        return parse_extra
    return leaf(enum_parser(spec.type) if spec.format is Format.ENUM else PARSERS[spec.format])


def leaf(parse: Parser) -> Reader:
    """The reader of single values that a parser takes."""

    def read(value: Any, path: Path, log: IssueLog) -> Any:
        try:
            return parse(value)
        except InvalidValue as error:
            log.invalid(error, path)
            return INVALID

    return read


def _many(reader: Reader) -> Reader:
    def read(value: Any, path: Path, log: IssueLog) -> Any:
        if not is_list(value):
            log.invalid(wrong_type("{list}", value), path)
            return INVALID
        return tuple([reader(item, (*path, index), log) for index, item in enumerate(plain_list(value))])

    return read


def is_kept(parse: Parser, value: object) -> bool:
    """Whether a parser takes a value, and keeps it as it is."""
    try:
        return parse(value) is value
    except InvalidValue:
        return False


def each(holds: Callable[[object], bool], *values: object) -> bool:
    """Whether something holds of each of these values that is there."""
    for value in values:  # noqa: SIM110 - for so few, what makes a generator takes as long again
        if value is not None and not holds(value):
            return False
    return True


def are_kept(parse: Parser, values: tuple[object, ...]) -> bool:
    """Whether what should be a tuple is one, and a parser keeps all its values."""
    return type(values) is tuple and (not values or all(is_kept(parse, value) for value in values))


def are_of(types: frozenset[type], values: tuple[object, ...]) -> bool:
    """Whether what should be a tuple is one, and its values are of these types, and of none derived from them."""
    return type(values) is tuple and types.issuperset(map(type, values))
