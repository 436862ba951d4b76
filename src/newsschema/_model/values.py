"""The values that fields hold: what is accepted for each, and the form in which it is kept.

A parser takes any value and returns the one to keep, or raises `InvalidValue`. The constructors and the JSON reader use
the same parsers, so that both accept exactly the same.
"""

import math
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta, timezone, tzinfo
from enum import Enum, StrEnum
from typing import Annotated, Any, Final, TypeAlias, TypeGuard, TypeVar

from newsschema._model import patterns
from newsschema._model.errors import Code
from newsschema._model.messages import PYTHON, format_value, suggestion


class Format(StrEnum):
    """What one value of a field is."""

    TEXT = "text"
    """A string that is not empty."""
    BODY = "body"
    """A string that may be empty."""
    URI = "uri"
    LANGUAGE = "language"
    DATE = "date"
    """A date alone, or a time with its offset."""
    EXTRA = "extra"
    """Other people's data."""
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    ENUM = "enum"
    MODEL = "model"
    """An object of the model."""


Uri: TypeAlias = Annotated[str, Format.URI]
Language: TypeAlias = Annotated[str, Format.LANGUAGE]
Body: TypeAlias = Annotated[str, Format.BODY]
When: TypeAlias = date | datetime
Extra: TypeAlias = Annotated[Mapping[str, Any], Format.EXTRA]

V = TypeVar("V")
Parser: TypeAlias = Callable[[Any], Any]

# What most values look like, part of the whole grammar and quick to test.
_usual_uri: Final = re.compile(r"(?:https?://[A-Za-z0-9.-]+|ni://)/[A-Za-z0-9._~/?=&;-]*").fullmatch
_usual_language: Final = re.compile("[a-z]{2}(?:-[A-Z]{2})?").fullmatch
_dated: Final = re.compile(rf"[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}(?:{patterns.TIME})?").fullmatch
_UNUSABLE: Final = "[\0\ud800-\udfff]"


class _Invalid:
    """Stands in a half-read object where the value was invalid, so that the rest can still be checked."""


INVALID: Any = _Invalid()


class InvalidValue(Exception):  # noqa: N818 - a signal between parsers, never seen outside
    """A value was refused.

    Args:
        code: Which rule it breaks.
        template: The message, with `{got}` for the value and `{string}`, `{list}` and the like for what it should be.
        value: The value.
    """

    def __init__(self, code: Code, template: str, value: object = None) -> None:
        super().__init__(code, template, value)
        self.code = code
        self.template = template
        self.value = value

    def message(self, words: Mapping[str, str]) -> str:
        """The message in the words of Python or of JSON."""
        return self.template.format(**words, got=format_value(self.value, words=words))

    def __str__(self) -> str:
        return self.message(PYTHON)


def wrong_type(expected: str, value: object) -> InvalidValue:
    """A value of another type than the field has."""
    return InvalidValue(Code.WRONG_TYPE, f"expected {expected}, got {{got}}", value)


def is_valid(parse: Parser, value: object) -> bool:
    """Whether a parser takes a value."""
    try:
        parse(value)
    except InvalidValue:
        return False
    return True


def is_text(value: object) -> TypeGuard[str]:
    """Whether a value is a string of Python's own type that a field of text keeps as it is."""
    return type(value) is str and value != "" and "\0" not in value and (value.isascii() or _is_encodable(value))


def parse_body(value: object) -> str:
    """A string, possibly empty, that can be stored and sent anywhere: no NUL, no lone surrogate."""
    if type(value) is not str:
        if not isinstance(value, str):
            raise wrong_type("{string}", value)
        value = str.__str__(value)
    if ("\0" in value or not (value.isascii() or _is_encodable(value))) and (unusable := re.search(_UNUSABLE, value)):
        name = "a NUL" if unusable[0] == "\0" else f"the lone surrogate U+{ord(unusable[0]):04X}"
        raise InvalidValue(Code.BAD_CHARACTER, f"{name} at position {unusable.start()}")
    return value


def _is_encodable(text: str) -> bool:
    """Whether there is no lone surrogate: far quicker than to look for one."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def parse_text(value: object) -> str:
    """A string that is not empty."""
    if is_text(value):
        return value
    text = parse_body(value)
    if not text:
        raise InvalidValue(Code.EMPTY_STRING, "the string is empty; leave the field out where there is nothing to say")
    return text


def parse_uri(value: object) -> str:
    """A URI (RFC 3986)."""
    if type(value) is str and _usual_uri(value):
        return value
    text = parse_text(value)
    if not re.fullmatch(patterns.URI, text):
        raise InvalidValue(Code.BAD_URI, "expected a URI such as 'https://example.org/story', got {got}", text)
    return text


def parse_language(value: object) -> str:
    """A language tag (BCP 47), well formed."""
    if type(value) is str and _usual_language(value):
        return value
    text = parse_text(value)
    if not re.fullmatch(patterns.LANGUAGE, text):
        from newsschema._model.mistakes import tag_meant  # compiles what only mistakes need

        meant = tag_meant(text)
        hint = f"; did you mean {meant!r}?" if meant else ""
        raise InvalidValue(
            Code.BAD_LANGUAGE, f"expected a language tag such as 'en' or 'pt-BR', got {{got}}{hint}", text
        )
    return text


def parse_integer(value: object) -> int:
    """An integer; `True` is none, and `1.0` is 1, as JSON and its schemas have it."""
    if type(value) is int:
        return value
    if type(value) is float and value.is_integer():
        return int(value)
    if not isinstance(value, int) or isinstance(value, bool):
        raise wrong_type("{integer}", value)
    return int.__int__(value)


def parse_number(value: object) -> float:
    """A number, kept as a float; `True` is none, and minus zero is zero, so that equal objects give equal bytes."""
    if isinstance(value, float):
        return value if type(value) is float and value else float.__float__(value) + 0.0
    if not isinstance(value, int) or isinstance(value, bool):
        raise wrong_type("{number}", value)
    try:
        return float(int.__int__(value))
    except OverflowError:
        return math.inf if value > 0 else -math.inf  # as far outside any range as the number was


def parse_boolean(value: object) -> bool:
    """`True` or `False`."""
    if type(value) is not bool:
        raise wrong_type("{boolean}", value)
    return value


def parse_date(value: object) -> date:
    """A date alone, or a time with its offset from UTC; from a string, as in RFC 3339."""
    if isinstance(value, str):
        return _parse_date_text(str.__str__(value))
    if isinstance(value, datetime):
        return _parse_time(value)
    if isinstance(value, date):
        return value if type(value) is date else date(value.year, value.month, value.day)
    raise wrong_type("a date or a time", value)


def _parse_time(value: datetime) -> datetime:
    """A time of Python's own type, with a fixed offset in place of its time zone."""
    zone = value.tzinfo
    if type(zone) is timezone and type(value) is datetime and not value.fold and not zone.utcoffset(None).seconds % 60:
        return value
    try:
        offset = value.utcoffset()
        clock = value.time()
        day = date(value.year, value.month, value.day)
    except Exception:  # noqa: BLE001 - other people's types and time zones, such as pandas' NaT
        raise wrong_type("a date or a time", value) from None
    if offset is None:
        message = "the time {got} has no offset from UTC; give one, or a date alone"
        raise InvalidValue(Code.BAD_DATE, message, datetime.isoformat(value))
    if offset % timedelta(minutes=1):
        raise InvalidValue(Code.BAD_DATE, "the offset of {got} is not of whole minutes", datetime.isoformat(value))
    return datetime.combine(day, clock.replace(fold=0), timezone(offset))


def _parse_date_text(text: str) -> date:
    try:
        if _dated(text):  # the calendar, which this pattern leaves out, is Python's
            return _parse_time_text(text) if "T" in text else date.fromisoformat(text)
    except ValueError:
        pass
    naive = re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9:.]+", parse_text(text))
    lacks = "; a time needs its offset from UTC" if naive else ""
    example = "expected a date '2026-03-24' or a time '2026-03-24T09:30:00+02:00'"
    raise InvalidValue(Code.BAD_DATE, f"{example}, got {{got}}{lacks}", text)


_zones: Final[dict[str, tzinfo | None]] = {}


def _parse_time_text(text: str) -> datetime:
    """The time, with the one object that there is for its offset: Python would make two for each time."""
    offset = text[-6:]
    if offset not in _zones:
        made = datetime.fromisoformat(text)
        if not text.endswith("Z"):
            _zones[offset] = made.tzinfo
        return made
    local = datetime.fromisoformat(text[:-6])
    return datetime.combine(local, local.time(), _zones[offset])  # a third of what `replace` takes


def format_date(value: date) -> str:
    """A date or time as JSON has it, one way for each: the offset zero is `Z`."""
    text = value.isoformat()
    return text[:-6] + "Z" if text.endswith("+00:00") and isinstance(value, datetime) else text


def date_key(value: date | None) -> str | None:
    """What two dates or times are compared by: noon in Paris is not eleven in London, the same instant."""
    return None if value is None else format_date(value)


def parse_name(value: object) -> str:
    """The name of other people's data: a URI or a reversed domain."""
    name = parse_body(value)
    if not (re.fullmatch(patterns.DOMAIN, name) or re.fullmatch(patterns.URI, name)):
        raise InvalidValue(Code.EXTRA_NAME, "expected a URI or a reversed domain, got {got}", name)
    return name


def enum_parser(enum: type[Enum]) -> Parser:
    """The parser for the members of an enum, and for their values."""
    members = {member.value: member for member in enum}
    names = ", ".join(map(repr, members))

    def parse(value: object) -> Enum:
        if not isinstance(value, str):
            raise wrong_type(f"one of {names}", value)
        word = str.__str__(value)
        if word not in members:
            message = f"expected one of {names}, got {{got}}{suggestion(word, members)}"
            raise InvalidValue(Code.UNKNOWN_VALUE, message, word)
        return members[word]

    return parse


PARSERS: Final[Mapping[Format, Parser]] = {
    Format.TEXT: parse_text,
    Format.BODY: parse_body,
    Format.URI: parse_uri,
    Format.LANGUAGE: parse_language,
    Format.DATE: parse_date,
    Format.INTEGER: parse_integer,
    Format.NUMBER: parse_number,
    Format.BOOLEAN: parse_boolean,
}
"""How a single value is parsed; enums, objects and other people's data have parsers of their own."""
