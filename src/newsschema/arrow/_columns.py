"""Objects to Arrow arrays and back, a field of many objects at a time."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from enum import Enum
from functools import cache
from itertools import accumulate, chain, count, pairwise
from typing import Annotated, Any, Final, get_args, get_origin

import msgspec
from attrs import NOTHING, Attribute
from pyarrow import RecordBatch

from newsschema._json.codec import read_article
from newsschema._json.fast import UNPLACED, assembled, plain
from newsschema._json.limits import DEFAULT_LIMITS
from newsschema._json.version import SCHEMA_VERSION
from newsschema._model.errors import Issue, ValidationError
from newsschema._model.types import MODELS, Article, Model, fields_of
from newsschema._model.values import is_list, without_none
from newsschema.arrow._schema import INSTANT, WHEN, type_of
from newsschema.arrow._untyped import pa, pc

_EPOCH: Final = date(1970, 1, 1).toordinal()
_MINUTE: Final = timedelta(minutes=1)


# Objects to arrays.


def array_of(annotation: Any, values: Sequence[Any], *, dictionaries: bool) -> Any:
    """The array of a field's values.

    Args:
        annotation: The field's, as the class declares it.
        values: Valid ones, from as many objects as the array shall be long.
        dictionaries: Whether enums become dictionaries.
    """
    bare, optional = without_none(annotation)
    if get_origin(bare) is tuple:
        offsets = pa.array(accumulate(map(len, values), initial=0), pa.int32())
        items = array_of(get_args(bare)[0], list(chain.from_iterable(values)), dictionaries=dictionaries)
        return pa.ListArray.from_arrays(offsets, items, type_of(bare, dictionaries=dictionaries))
    if get_origin(bare) is Annotated:
        kind = get_args(bare)[1]
        if kind == "when":
            return _when_array(values)
        return pa.array(map(_json, values) if kind == "extra" else values, pa.string())
    if issubclass(bare, Model):
        return _optional_structs(bare, values, dictionaries) if optional else _structs(bare, values, dictionaries)
    if issubclass(bare, Enum) and dictionaries:
        indices = {member: index for index, member in enumerate(bare)}
        words = pa.array(list(indices), pa.string())
        return pa.DictionaryArray.from_arrays(pa.array(map(indices.get, values), pa.int8()), words)
    return pa.array(values, type_of(bare, dictionaries=dictionaries))


def _structs(cls: Any, objects: Sequence[Any], dictionaries: bool) -> Any:
    columns = zip(fields_of(cls), _fields_out_of(cls)(objects), strict=True)
    arrays = [array_of(item.type, values, dictionaries=dictionaries) for item, values in columns]
    return pa.StructArray.from_arrays(arrays, fields=list(type_of(cls, dictionaries=dictionaries)))


@cache
def _fields_out_of(cls: type[Model]) -> Callable[[Sequence[Any]], list[list[Any]]]:
    """The function that takes objects apart: a list for each field, in half the time that `attrgetter` needs."""
    lists = ", ".join(f"[one.{item.name} for one in objects]" for item in fields_of(cls))
    made: Callable[[Sequence[Any]], list[list[Any]]] = eval(f"lambda objects: [{lists}]")  # noqa: S307 - our own names
    return made


def _optional_structs(cls: Any, values: Sequence[Any], dictionaries: bool) -> Any:
    """Those that are there, spread out over all places."""
    there = [value for value in values if value is not None]
    if not there:
        return pa.nulls(len(values), type_of(cls, dictionaries=dictionaries))
    structs = _structs(cls, there, dictionaries)
    if len(there) == len(values):
        return structs
    places = count()
    return structs.take(pa.array([None if value is None else next(places) for value in values], pa.int32()))


def _when_array(values: Sequence[date | None]) -> Any:
    times = [value if isinstance(value, datetime) else None for value in values]
    offsets = [None if time is None else _minutes(time.tzinfo) for time in times]
    arrays = [pa.array(values, WHEN[0].type), pa.array(times, INSTANT), pa.array(offsets, WHEN[2].type)]
    return pa.StructArray.from_arrays(arrays, fields=list(WHEN), mask=arrays[0].is_null())


@cache
def _minutes(zone: tzinfo | None) -> int:
    """The offset from UTC, of a zone that has but one."""
    assert zone is not None
    return (zone.utcoffset(None) or timedelta()) // _MINUTE


def _json(extra: Any) -> str | None:
    return msgspec.json.encode(plain(extra)).decode() if extra else None


# Arrays to objects.


def articles_of(batch: RecordBatch) -> list[Article | tuple[Issue, ...]]:
    """For each row the article, or every fault that keeps it from being one.

    Args:
        batch: Columns that fit the schema.
    """
    columns = _Columns()
    rows = columns.rows(Article, batch.to_struct_array())
    if columns.doubtful and len(rows) > 1:  # ever smaller, until the rows that gave rise to doubt stand alone
        half = len(rows) // 2
        return articles_of(batch.slice(0, half)) + articles_of(batch.slice(half))
    return [(None if columns.doubtful else assembled(row)) or _judged(row) for row in rows]


def _judged(row: msgspec.Struct) -> Article | tuple[Issue, ...]:
    try:
        return read_article({"schema_version": SCHEMA_VERSION, **_tree(row)}, DEFAULT_LIMITS)
    except ValidationError as error:
        return error.issues


def _tree(value: Any) -> Any:
    """Plain data, as JSON would have it, of a row."""
    if isinstance(value, msgspec.Struct):
        fields = ((name, getattr(value, name)) for name in value.__struct_fields__)
        return {name: _tree(item) for name, item in fields if item is not None and item != UNPLACED}
    return [_tree(item) for item in value] if is_list(value) else value


@cache
def _row_types() -> dict[type[Model], type[msgspec.Struct]]:
    """For each type one with the same fields that checks nothing."""
    return {cls: msgspec.defstruct(cls.__name__, [item.name for item in fields_of(cls)], gc=False) for cls in MODELS}


class _Columns:
    """Reads columns of values as the short way of reading wants them, and remembers when it must not be taken."""

    def __init__(self) -> None:
        self.doubtful = False

    def rows(self, cls: type[Model], array: Any) -> list[Any]:
        """For each place an object that has the fields of the type, unchecked, or `None`."""
        there = array.drop_null() if array.null_count else array
        given = dict(zip((field.name for field in array.type), there.flatten(), strict=True))
        absent = pa.nulls(len(there))
        rows = map(_row_types()[cls], *(self._field(item, given.get(item.name, absent)) for item in fields_of(cls)))
        if there is array:
            return list(rows)
        return [next(rows) if is_there else None for is_there in array.is_valid().to_pylist()]

    def _field(self, item: "Attribute[Any]", array: Any) -> list[Any]:
        """The values, and the field's default where there are none."""
        bare, optional = without_none(item.type)
        values = self._values(bare, array)
        if optional or not array.null_count:
            return values
        if item.default is NOTHING:
            self.doubtful = True
            return values
        return [item.default if value is None else value for value in values]

    def _values(self, bare: Any, array: Any) -> list[Any]:
        if array.null_count == len(array):
            return [UNPLACED if bare is int else None] * len(array)
        if get_origin(bare) is tuple:
            return self._lists(get_args(bare)[0], array)
        if get_origin(bare) is Annotated:
            kind = get_args(bare)[1]
            if kind == "when":
                return _whens(array)
            strings = self._strings(array, empty=kind == "body")
            return list(map(_parsed, strings)) if kind == "extra" else strings
        if issubclass(bare, Model):
            return self.rows(bare, array)
        if issubclass(bare, Enum):
            return self._members(bare, array)
        if bare is int:
            return self._places(array)
        return self._strings(array) if bare is str else array.to_pylist()

    def _lists(self, item: Any, array: Any) -> list[Any]:
        flat = array.flatten()
        self.doubtful |= flat.null_count > 0
        lengths = pc.list_value_length(array)
        ends = accumulate(lengths.fill_null(0).to_pylist(), initial=0)
        values = tuple(self._values(item, flat))
        lists = [values[start:end] for start, end in pairwise(ends)]
        if not array.null_count:
            return lists
        return [one if is_there else None for one, is_there in zip(lists, array.is_valid().to_pylist(), strict=True)]

    def _places(self, array: Any) -> list[Any]:
        places = [UNPLACED if place is None else place for place in array.to_pylist()]
        self.doubtful |= min(places, default=0) < 0
        return places

    def _strings(self, array: Any, *, empty: bool = False) -> list[Any]:
        if not (pa.types.is_string(array.type) or pa.types.is_large_string(array.type)):
            array = array.cast(pa.large_string())  # a dictionary or a view
        try:
            values: list[Any] = array.to_pylist()
        except UnicodeDecodeError:
            self.doubtful = True
            raw = array.cast(pa.large_binary()).to_pylist()
            values = [None if value is None else value.decode("utf-8", "surrogateescape") for value in raw]
        self.doubtful |= not empty and "" in values
        return values

    def _members(self, enum: type[Enum], array: Any) -> list[Any]:
        encoded = array if pa.types.is_dictionary(array.type) else array.dictionary_encode()
        known = {member.value: member for member in enum}
        words = self._strings(encoded.dictionary)
        self.doubtful |= not known.keys() >= set(words)
        members = [known.get(word, word) for word in words]
        return [None if index is None else members[index] for index in encoded.indices.to_pylist()]


def _whens(array: Any) -> list[Any]:
    given = dict(zip((field.name for field in array.type), array.flatten(), strict=True))
    absent = pa.nulls(len(array), pa.int64())
    days = given.get("date", absent).cast(pa.int32())
    ticks = given.get("time", absent).cast(INSTANT, safe=False).cast(pa.int64())
    return list(map(_when, days.to_pylist(), ticks.to_pylist(), given.get("offset", absent).to_pylist()))


def _when(day: int | None, ticks: int | None, offset: int | None) -> Any:
    """The date or time; the parts as they are, which no reader takes, where they are of none."""
    try:
        if ticks is None:
            return None if day is None else date.fromordinal(day + _EPOCH)
        made = _epoch_at(offset or 0) + timedelta(microseconds=ticks)
        if day is None or day + _EPOCH == made.toordinal():
            return made
    except (OverflowError, ValueError):
        pass
    return {"date": day, "time": ticks, "offset": offset}


@cache
def _epoch_at(minutes: int) -> datetime:
    return datetime(1970, 1, 1, tzinfo=UTC).astimezone(timezone(timedelta(minutes=minutes)))


def _parsed(text: str | None) -> Any:
    try:
        return None if text is None else msgspec.json.decode(text)
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        return text
