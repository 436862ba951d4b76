"""Plain data of any origin: what the readers ask of it, and how they put it into words."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final, TypeGuard

from newsschema import Code, Issue, Offsets, PositionError, ValidationError
from newsschema._json.limits import DEFAULT_LIMITS, check_tree
from newsschema._model.containers import is_list, is_object
from newsschema._model.errors import Path
from newsschema._model.messages import JSON, format_value
from newsschema._model.values import is_valid, parse_text

_NOTHING: Final = frozenset({"", "unknown", "none", "null", "nan", "n/a"})
"""What programs write where they have nothing to say."""


def format_json_value(value: object, limit: int = 60) -> str:
    """A value as a message shows it, in JSON's words: other formats are data, whatever Python made of them."""
    return format_value(value, limit, words=JSON)


def words_of(value: object) -> str | None:
    """A string that says something, trimmed; `None` for anything else, and for what programs write for nothing."""
    text = value.strip() if isinstance(value, str) else ""
    return None if text.casefold() in _NOTHING else str(text)


def split_list(text: str, signs: str = ",;") -> list[str]:
    """The items of a list that is one string, trimmed, where one of these signs stands between two."""
    return [item.strip() for item in re.split(f"[{signs}]", text) if item.strip()]


def as_list(value: Any) -> list[Any]:
    """The items of a list or of what is like one, or the value alone; nothing for `None`."""
    if value is None:
        return []
    several = isinstance(value, Sequence | Iterator) and not isinstance(value, str | bytes)
    return [*value] if several else [value]


def without_nothing(**fields: Any) -> dict[str, Any]:
    """The fields that hold something."""
    return {name: value for name, value in fields.items() if value not in (None, "", [], {}, ())}


def is_missing(value: object) -> bool:
    """Whether a value is none, or what data frames have for one: `NaN`, or a date that is none."""
    return value is None or (isinstance(value, float | date) and value != value)  # noqa: PLR0124 - these are not


def field_of(record: object, name: str) -> Any:
    """What a dictionary or an object has under a name; `None` where it has nothing."""
    if is_object(record):
        return record.get(name)
    try:
        return getattr(record, name, None)
    except Exception:  # noqa: BLE001 - a property of somebody else's object may raise anything
        return None


def position(value: object, offsets: Offsets | None = None) -> int | None:
    """A position in code points, of one in UTF-16 units where there are offsets; `None` for what is none."""
    if type(value) is not int or value < 0:
        return None
    try:
        return value if offsets is None else offsets.from_utf16(value)
    except PositionError:
        return None


def is_storable(value: object) -> TypeGuard[str]:
    """Whether a value is a string that the model can hold."""
    return is_valid(parse_text, value)


def enforce_limits(document: object) -> None:
    """Refuse a document that is nested too deeply, or too large, before anything walks it.

    Raises:
        ValidationError: It is.
    """
    check_tree(document, DEFAULT_LIMITS)


def refusal(path: Path, message: str, code: Code = Code.WRONG_TYPE) -> ValidationError:
    """The error for a document that is refused for one reason."""
    return ValidationError([Issue(code, path, message)])


def text_is_missing(name: str) -> ValidationError:
    """The error for annotations of a format that has no text, where none is given."""
    return refusal((), f"{name} has no text of its own: give the article or its text with it", Code.MISSING_FIELD)


def is_json(value: object) -> bool:
    """Whether a value is what JSON decodes to, and so are all in it."""
    if is_object(value):
        return all(type(key) is str and is_json(inner) for key, inner in value.items())
    return all(map(is_json, value)) if is_list(value) else value is None or isinstance(value, str | int | float)
