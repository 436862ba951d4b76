"""Objects to Arrow arrays and back, a field of many objects at a time."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from enum import Enum
from functools import cache
from itertools import accumulate, chain, count, pairwise
from operator import attrgetter
from typing import Any, Final

import msgspec
from pyarrow import RecordBatch

from newsschema._json.fast import assemble
from newsschema._json.strict import read_article
from newsschema._json.version import SCHEMA_VERSION, VERSION_FIELD
from newsschema._json.wire_support import UNPLACED, plain
from newsschema._model.base import Model
from newsschema._model.containers import is_list
from newsschema._model.errors import Issue, ValidationError
from newsschema._model.fields import FieldSpec, field_specs
from newsschema._model.types import MODELS, Article
from newsschema._model.values import Format, InvalidValue, parse_date
from newsschema.arrow._schema import INSTANT, WHEN
from newsschema.arrow._untyped import pa, pc

_EPOCH: Final = date(1970, 1, 1).toordinal()
_MINUTE: Final = timedelta(minutes=1)


# Objects to arrays.


def structs_of(cls: type[Model], values: Sequence[Any], kind: Any) -> Any:
    """The array of objects of a type; null where there is none.

    Args:
        cls: The type.
        values: The objects, and `None`.
        kind: The Arrow type of the objects, which says whether enums are dictionaries.
    """
    there = [value for value in values if value is not None]
    if not there:
        return pa.nulls(len(values), kind)
    fields = zip(field_specs(cls), kind, strict=True)
    arrays = [_array_of(spec, list(map(attrgetter(spec.name), there)), field.type) for spec, field in fields]
    structs = pa.StructArray.from_arrays(arrays, fields=list(kind))
    if len(there) == len(values):
        return structs
    places = count()
    return structs.take(pa.array([None if value is None else next(places) for value in values], pa.int32()))


def _array_of(spec: FieldSpec, values: Sequence[Any], kind: Any) -> Any:
    """The array of a field's values, one from each object."""
    if not spec.many:
        return _array_of_values(spec, values, kind)
    offsets = pa.array(accumulate(map(len, values), initial=0), pa.int32())
    items = _array_of_values(spec, list(chain.from_iterable(values)), kind.value_type)
    return pa.ListArray.from_arrays(offsets, items, kind)


def _array_of_values(spec: FieldSpec, values: Sequence[Any], kind: Any) -> Any:
    if spec.format is Format.DATE:
        return _when_array(values)
    if spec.format is Format.EXTRA:
        return pa.array(map(_json, values), kind)
    if spec.format is Format.MODEL:
        return structs_of(spec.type, values, kind)
    if pa.types.is_dictionary(kind):
        indices = {member: index for index, member in enumerate(spec.type)}
        words = pa.array(list(indices), pa.string())
        return pa.DictionaryArray.from_arrays(pa.array(map(indices.get, values), pa.int8()), words)
    return pa.array(values, kind)


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
    return [(None if columns.doubtful else assemble(row)) or _judged(row) for row in rows]


def _judged(row: msgspec.Struct) -> Article | tuple[Issue, ...]:
    try:
        return read_article({VERSION_FIELD: SCHEMA_VERSION, **_tree(row)})
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
    return {cls: msgspec.defstruct(cls.__name__, [spec.name for spec in field_specs(cls)], gc=False) for cls in MODELS}


class _Columns:
    """Reads columns of values as the short way of reading wants them, and remembers when it must not be taken."""

    def __init__(self) -> None:
        self.doubtful = False
        self._readers: Mapping[Format, Callable[[Any], list[Any]]] = {
            Format.DATE: self._whens,
            Format.EXTRA: self._extras,
            Format.BODY: lambda array: self._strings(array, empty=True),
            Format.INTEGER: self._places,
            Format.NUMBER: self._probabilities,
            Format.BOOLEAN: lambda array: array.to_pylist(),
        }

    def rows(self, cls: type[Model], array: Any) -> list[Any]:
        """For each place an object that has the fields of the type, unchecked, or `None`."""
        there = array.drop_null() if array.null_count else array
        given = dict(zip((field.name for field in array.type), there.flatten(), strict=True))
        absent = pa.nulls(len(there))
        rows = map(_row_types()[cls], *(self._field(spec, given.get(spec.name, absent)) for spec in field_specs(cls)))
        if there is array:
            return list(rows)
        return [next(rows) if is_there else None for is_there in array.is_valid().to_pylist()]

    def _field(self, spec: FieldSpec, array: Any) -> list[Any]:
        """The values, and the field's default where there are none."""
        values = self._lists(spec, array) if spec.many else self._values(spec, array)
        if spec.optional or not array.null_count:
            return values
        if spec.required:
            self.doubtful = True
            return values
        return [spec.default if value is None else value for value in values]

    def _values(self, spec: FieldSpec, array: Any) -> list[Any]:
        if array.null_count == len(array):
            return [UNPLACED if spec.format is Format.INTEGER else None] * len(array)
        read = self._readers.get(spec.format)
        if read is not None:
            return read(array)
        if spec.format is Format.MODEL:
            return self.rows(spec.type, array)
        if spec.format is Format.ENUM:
            return self._members(spec.type, array)
        return self._strings(array)

    def _lists(self, spec: FieldSpec, array: Any) -> list[Any]:
        if array.null_count == len(array):
            return [None] * len(array)
        flat = array.flatten()
        self.doubtful |= flat.null_count > 0
        lengths = pc.list_value_length(array)
        ends = accumulate(lengths.fill_null(0).to_pylist(), initial=0)
        values = tuple(self._values(spec, flat))
        lists = [values[start:end] for start, end in pairwise(ends)]
        if not array.null_count:
            return lists
        return [one if is_there else None for one, is_there in zip(lists, array.is_valid().to_pylist(), strict=True)]

    def _places(self, array: Any) -> list[Any]:
        places = [UNPLACED if place is None else place for place in _integers(array)]
        self.doubtful |= min(places, default=0) < 0 or float in map(type, places)
        return places

    def _probabilities(self, array: Any) -> list[Any]:
        numbers: list[Any] = array.cast(pa.float64(), safe=False).to_pylist()
        self.doubtful |= not all(0 < number <= 1 for number in numbers if number is not None)
        return numbers

    def _whens(self, array: Any) -> list[Any]:
        if pa.types.is_struct(array.type):
            return _whens_of_parts(array)
        if pa.types.is_timestamp(array.type):
            array = array.cast(pa.timestamp("us", array.type.tz), safe=False)
        values = array.to_pylist() if pa.types.is_temporal(array.type) else self._strings(array)
        return [None if value is None else self._parsed_when(value) for value in values]

    def _parsed_when(self, value: Any) -> Any:
        try:
            return parse_date(value)
        except InvalidValue:
            self.doubtful = True
            return value

    def _extras(self, array: Any) -> list[Any]:
        texts = self._strings(array)
        self.doubtful |= any("\\u0000" in text for text in texts if text)
        return list(map(_parsed, texts))

    def _strings(self, array: Any, *, empty: bool = False) -> list[Any]:
        if not (pa.types.is_string(array.type) or pa.types.is_large_string(array.type)):
            array = array.cast(pa.large_string())  # a dictionary or a view
        try:
            values: list[Any] = array.to_pylist()
        except UnicodeDecodeError:
            self.doubtful = True
            raw = array.cast(pa.large_binary()).to_pylist()
            values = [None if value is None else value.decode("utf-8", "surrogateescape") for value in raw]
        self.doubtful |= (not empty and "" in values) or any("\0" in value for value in values if value)
        return values

    def _members(self, enum: type[Enum], array: Any) -> list[Any]:
        encoded = array if pa.types.is_dictionary(array.type) else array.dictionary_encode()
        known = {member.value: member for member in enum}
        words = self._strings(encoded.dictionary)
        self.doubtful |= not known.keys() >= set(words)
        members = [known.get(word, word) for word in words]
        return [None if index is None else members[index] for index in encoded.indices.to_pylist()]


def _whens_of_parts(array: Any) -> list[Any]:
    given = dict(zip((field.name for field in array.type), array.flatten(), strict=True))
    absent = pa.nulls(len(array), pa.int64())
    days = given.get("date", absent).cast(pa.int32())
    ticks = given.get("time", absent).cast(INSTANT, safe=False).cast(pa.int64())
    return list(map(_when, days.to_pylist(), ticks.to_pylist(), _integers(given.get("offset", absent))))


def _integers(array: Any) -> list[Any]:
    """The numbers; whole ones as integers, which pandas makes floats of where a value is missing."""
    numbers: list[Any] = array.to_pylist()
    if not pa.types.is_floating(array.type):
        return numbers
    return [int(number) if number is not None and number.is_integer() else number for number in numbers]


def _when(day: int | None, ticks: int | None, offset: float | None) -> Any:
    """The date or time; the parts as they are, which no reader takes, where they are of none."""
    try:
        if ticks is None:
            return None if day is None else date.fromordinal(day + _EPOCH)
        made = _epoch_at(offset or 0) + timedelta(microseconds=ticks)
        if not isinstance(offset, float) and (day is None or day + _EPOCH == made.toordinal()):
            return made
    except (OverflowError, ValueError):
        pass
    return {"date": day, "time": ticks, "offset": offset}


@cache
def _epoch_at(minutes: float) -> datetime:
    return datetime(1970, 1, 1, tzinfo=UTC).astimezone(timezone(timedelta(minutes=minutes)))


def _parsed(text: str | None) -> Any:
    try:
        return None if text is None else msgspec.json.decode(text)
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        return text
