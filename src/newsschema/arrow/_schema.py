"""The Arrow types of the model, made from the types themselves."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final

from pyarrow import Schema

from newsschema._json.version import SCHEMA_VERSION, VERSION_FIELD, check_version
from newsschema._model.errors import Code, Issue, ValidationError
from newsschema._model.fields import FieldSpec, field_specs
from newsschema._model.messages import suggestion
from newsschema._model.types import Article
from newsschema._model.values import Format
from newsschema.arrow._untyped import pa, schema_of

VERSION_KEY: Final = b"newsschema.schema_version"
INSTANT: Final = pa.timestamp("us", "UTC")
WHEN: Final = pa.struct([("date", pa.date32()), ("time", INSTANT), ("offset", pa.int16())])
"""A date alone, or a time: the day where it was written, the instant, and the offset from UTC in minutes."""

_FAULT: Final = pa.struct([("code", pa.string()), ("path", pa.string()), ("message", pa.string())])
ORIGIN: Final = [pa.field("origin", pa.string()), pa.field("line", pa.int64()), pa.field("item", pa.int64())]
"""Where a row came from: the file, or whatever else it is called by; the line, where it is one; the number of the
document, from 1, where a file holds several that are no lines."""
RESULT: Final = [*ORIGIN, pa.field("faults", pa.list_(pa.field("element", _FAULT)))]
"""What may stand beside the columns of an article: where it came from, and what is wrong with it."""
FAULT_FIELDS: Final = list(_FAULT)

_LEAVES: Final[Mapping[Format, Any]] = {
    Format.INTEGER: pa.int64(),
    Format.NUMBER: pa.float64(),
    Format.BOOLEAN: pa.bool_(),
    Format.DATE: WHEN,
}
"""Everything else is a string: other people's data is kept as JSON."""


@cache
def struct_of(cls: Any, *, dictionaries: bool) -> Any:
    """The Arrow type of a type of the model."""
    return pa.struct([(spec.name, _type_of(spec, dictionaries=dictionaries)) for spec in field_specs(cls)])


def _type_of(spec: FieldSpec, *, dictionaries: bool) -> Any:
    """The Arrow type of a field."""
    one = _LEAVES.get(spec.format, pa.string())
    if spec.format is Format.MODEL:
        one = struct_of(spec.type, dictionaries=dictionaries)
    elif spec.format is Format.ENUM and dictionaries:
        one = pa.dictionary(pa.int8(), pa.string())
    return pa.list_(pa.field("element", one)) if spec.many else one


@cache
def schema(*, dictionaries: bool = True) -> Schema:
    """The Arrow schema of articles: one column per field, in declared order, nested as the types are.

    Enums are dictionaries of strings. A date or time is a struct of the day where it was written (`date`), the instant
    (`time`, null for a date alone) and the offset from UTC in minutes (`offset`). `extra` is JSON. Positions count
    Unicode code points, half-open. The metadata gives the version of the schema.

    Args:
        dictionaries: Whether enums are dictionaries; plain strings otherwise, for programs without them, such as
            Spark.

    Examples:
        >>> schema().field("published").type
        StructType(struct<date: date32[day], time: timestamp[us, tz=UTC], offset: int16>)
        >>> schema().metadata[b"newsschema.schema_version"]
        b'1.0'
    """
    whole = struct_of(Article, dictionaries=dictionaries)
    metadata = {VERSION_KEY: SCHEMA_VERSION.encode(), b"newsschema.positions": b"Unicode code points, half-open"}
    return schema_of(whole.fields, metadata)


def check_schema(given: Schema) -> None:
    """Check that columns are those of articles, before anything is read.

    Columns may be in any order, and missing if the field has a default. `origin`, `line`, `item` and `faults` may be
    there too, as in [`ARTICLES`][newsschema.arrow.ARTICLES].

    Args:
        given: The schema of a table.

    Raises:
        ValidationError: A column is unknown, occurs twice, or has a type that does not fit the field.

    Examples:
        >>> check_schema(schema())
    """
    issues, _ = misfits(given)
    if issues:
        raise ValidationError(issues)


def misfits(given: Schema) -> tuple[list[Issue], list[Issue]]:
    """Why columns cannot be read as articles: another major version, unknown fields, or other types.

    Fields that are missing are no fault here: their rows are judged as JSON without them would be. The columns of
    `RESULT` may be there too, and have the types that they have there.

    Returns:
        The faults; and the unknown columns that are none, because the table is of a newer minor version.
    """
    metadata: dict[bytes, bytes] = given.metadata or {}
    version = metadata.get(VERSION_KEY, SCHEMA_VERSION.encode()).decode("utf-8", "replace")
    try:
        issue, newer = check_version({VERSION_FIELD: version})
    except ValidationError as error:
        return list(error.issues), []
    issues = [issue] if issue is not None else []
    ours = pa.struct([*struct_of(Article, dictionaries=False), *RESULT])
    issues += _misfits(pa.struct(list(given)), ours, ())
    passed_over = [issue for issue in issues if newer and issue.code == Code.UNKNOWN_FIELD]
    return [issue for issue in issues if issue not in passed_over], passed_over


def _misfits(given: Any, ours: Any, path: tuple[str, ...]) -> Iterator[Issue]:
    while pa.types.is_dictionary(given):
        given = given.value_type
    if pa.types.is_struct(given) and pa.types.is_struct(ours):
        yield from _misfit_columns(given, ours, path)
    elif _is_list(given) and _is_list(ours):
        yield from _misfits(given.value_type, ours.value_type, path)
    elif not _fits(given, ours):
        others = "dates, times with a zone, strings or " if ours == WHEN else ""
        yield Issue(Code.WRONG_TYPE, path, f"expected a column of {others}{ours}, got {given}")


def _misfit_columns(given: Any, ours: Any, path: tuple[str, ...]) -> Iterator[Issue]:
    """The faults of the columns of a struct."""
    known = {field.name: field.type for field in ours.fields}
    names = [field.name for field in given.fields]
    for field in given.fields:
        if names.count(field.name) > 1:
            yield Issue(Code.DUPLICATE_KEY, (*path, field.name), f"there are two columns {field.name!r}")
        elif field.name in known:
            yield from _misfits(field.type, known[field.name], (*path, field.name))
        else:
            message = f"unknown column {field.name!r}{suggestion(field.name, known)}"
            yield Issue(Code.UNKNOWN_FIELD, (*path, field.name), message)


def _fits(given: Any, ours: Any) -> bool:
    """Whether the values of a plain type can be read as those of another."""
    if pa.types.is_null(given) or (ours == WHEN and _is_when(given)):
        return True
    return any(kind(given) and kind(ours) for kind in _KINDS)


def castable(given: Any) -> Any:
    """A type in which pyarrow can do everything; it cannot with views, lists of a fixed size, and nothing but nulls.

    Integers can be cast to whatever the place of the nulls wants.
    """
    if pa.types.is_null(given):
        return pa.int64()
    if pa.types.is_string_view(given):
        return pa.large_string()
    if pa.types.is_dictionary(given):
        return pa.dictionary(given.index_type, castable(given.value_type))
    if pa.types.is_struct(given):
        return pa.struct([field.with_type(castable(field.type)) for field in given])
    if _is_list(given):
        list_of = pa.list_ if pa.types.is_list(given) else pa.large_list
        return list_of(given.value_field.with_type(castable(given.value_type)))
    return given


def _is_list(given: Any) -> bool:
    return any(is_list(given) for is_list in _LISTS)


def _is_string(given: Any) -> bool:
    return bool(pa.types.is_string(given) or pa.types.is_large_string(given) or pa.types.is_string_view(given))


def _is_instant(given: Any) -> bool:
    return bool(pa.types.is_timestamp(given) and given.tz and given.unit in ("us", "ns"))


def _is_number(given: Any) -> bool:
    """Whole numbers are the same either way, as in JSON; pandas makes floats of integers where one is missing."""
    return bool(pa.types.is_integer(given) or pa.types.is_floating(given))


def _is_when(given: Any) -> bool:
    """What says of itself which date or time it means, without the three parts."""
    is_time = pa.types.is_timestamp(given) and given.tz
    return bool(is_time or pa.types.is_date32(given) or _is_string(given))


_LISTS: Final = (
    pa.types.is_list,
    pa.types.is_large_list,
    pa.types.is_fixed_size_list,
    pa.types.is_list_view,
)
_KINDS: Final = (
    _is_string,
    _is_number,
    pa.types.is_boolean,
    pa.types.is_date32,
    _is_instant,
)
