"""The Arrow types of the model, made from the types themselves."""

from collections.abc import Iterator
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Annotated, Any, Final, get_args, get_origin

from pyarrow import Schema

from newsschema._json.codec import check_version
from newsschema._json.version import SCHEMA_VERSION
from newsschema._model.errors import Code, Issue, ValidationError
from newsschema._model.types import Article, Model, fields_of
from newsschema._model.values import InvalidValue, suggestion, without_none
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

_LEAVES: Final[dict[Any, Any]] = {
    str: pa.string(),
    int: pa.int64(),
    float: pa.float64(),
    bool: pa.bool_(),
    date: pa.date32(),
    datetime: INSTANT,
}


@cache
def type_of(annotation: Any, *, dictionaries: bool) -> Any:
    """The Arrow type of a field's annotation."""
    bare, _ = without_none(annotation)
    if get_origin(bare) is tuple:
        return pa.list_(pa.field("element", type_of(get_args(bare)[0], dictionaries=dictionaries)))
    if get_origin(bare) is Annotated:
        return WHEN if get_args(bare)[1] == "when" else pa.string()  # other people's data is kept as JSON
    if issubclass(bare, Model):
        fields: Any = fields_of(bare)
        return pa.struct([(item.name, type_of(item.type, dictionaries=dictionaries)) for item in fields])
    if issubclass(bare, Enum):
        return pa.dictionary(pa.int8(), pa.string()) if dictionaries else pa.string()
    return _LEAVES[bare]


@cache
def schema(*, dictionaries: bool = True) -> Schema:
    """The Arrow schema of articles: one column per field, in declared order, nested as the types are.

    Enums are dictionaries of strings. A date or time is a struct of the day where it was written (`date`), the instant
    (`time`, null for a date alone) and the offset from UTC in minutes (`offset`). `extra` is JSON. Positions count
    Unicode code points, half-open. The metadata name the version of the schema.

    Args:
        dictionaries: Whether enums are dictionaries; plain strings otherwise, for programs that know no dictionaries,
            such as Spark.

    Examples:
        >>> schema().field("published").type
        StructType(struct<date: date32[day], time: timestamp[us, tz=UTC], offset: int16>)
        >>> schema().metadata[b"newsschema.schema_version"]
        b'1.0'
    """
    whole = type_of(Article, dictionaries=dictionaries)
    metadata = {VERSION_KEY: SCHEMA_VERSION.encode(), b"newsschema.positions": b"Unicode code points, half-open"}
    return schema_of(whole.fields, metadata)


def check_schema(given: Schema) -> None:
    """See that columns are those of articles, before anything is read.

    Columns may be missing where the field has a default, and in any order; those of where rows came from, and `faults`,
    may stand beside them, as in [`ARTICLES`][newsschema.arrow.ARTICLES].

    Args:
        given: The schema of a table.

    Raises:
        ValidationError: A column is unknown, is there twice, or has a type that cannot be read as the field's.

    Examples:
        >>> check_schema(schema())
    """
    issues, _ = misfits(given)
    if issues:
        raise ValidationError(issues)


def misfits(given: Schema) -> tuple[list[Issue], list[str]]:
    """Why columns cannot be read as articles: another major version, unknown fields, or other types.

    Fields that are missing are no fault here: their rows are judged as JSON without them would be. The columns of
    `RESULT` may be there too, and have the types that they have there.

    Returns:
        The faults; and the unknown columns that are none, because the table is of a newer minor version.
    """
    metadata: dict[bytes, bytes] = given.metadata or {}
    try:
        issues, newer = check_version(
            {"schema_version": metadata.get(VERSION_KEY, SCHEMA_VERSION.encode()).decode("utf-8", "replace")}
        )
    except InvalidValue as faulty:
        return faulty.issues, []
    ours = pa.struct([*type_of(Article, dictionaries=False), *RESULT])
    issues += _misfits(pa.struct(list(given)), ours, ())
    passed_over = [issue for issue in issues if newer and issue.code == Code.UNKNOWN_FIELD]
    return [issue for issue in issues if issue not in passed_over], [issue.pointer for issue in passed_over]


def _misfits(given: Any, ours: Any, path: tuple[str, ...]) -> Iterator[Issue]:
    while pa.types.is_dictionary(given):
        given = given.value_type
    if pa.types.is_struct(given) and pa.types.is_struct(ours):
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
    elif _is_list(given) and _is_list(ours):
        yield from _misfits(given.value_type, ours.value_type, path)
    elif not any(kind(given) and kind(ours) for kind in _KINDS) and not pa.types.is_null(given):
        yield Issue(Code.WRONG_TYPE, path, f"expected a column of {ours}, got {given}")


def _is_list(given: Any) -> bool:
    return bool(pa.types.is_list(given) or pa.types.is_large_list(given))


def _is_string(given: Any) -> bool:
    return bool(pa.types.is_string(given) or pa.types.is_large_string(given) or pa.types.is_string_view(given))


def _is_instant(given: Any) -> bool:
    return bool(pa.types.is_timestamp(given) and given.tz and given.unit in ("us", "ns"))


_KINDS: Final = (
    _is_string,
    pa.types.is_integer,
    pa.types.is_floating,
    pa.types.is_boolean,
    pa.types.is_date32,
    _is_instant,
)
