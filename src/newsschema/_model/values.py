"""The values that fields hold: what is accepted for each, and the form in which it is kept.

A reader takes any value and returns the one to keep, or raises `Faulty`. The constructors and the codec compose the
same readers, so that both accept exactly the same.
"""

import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta, timezone
from enum import Enum
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Annotated, Any, Final, Never, TypeAlias, TypeGuard, Union, get_args, get_origin

from newsschema._model.errors import Code, Issue

Parser: TypeAlias = Callable[[Any], Any]

# The second argument names the reader (see `FORMATS`), and the format in the JSON Schema.
Uri: TypeAlias = Annotated[str, "uri"]
Language: TypeAlias = Annotated[str, "language"]
Body: TypeAlias = Annotated[str, "body"]
Extra: TypeAlias = Annotated[Mapping[str, Any], "extra"]
if TYPE_CHECKING:
    When: TypeAlias = date | datetime
else:  # msgspec refuses a union of two types that are strings in JSON
    When = Annotated[Any, "when"]

MAX_DEPTH = 64
"""How deeply the values under `extra` may nest."""
MAX_VALUES = 2**20
"""How many values there may be under `extra`; one that stands in several places counts each time."""
MAX_BITS = 14_280
"""How large an integer under `extra` may be: what Python reads and writes in decimal, 4,299 digits."""

# RFC 3986: scheme, authority, path, query, fragment; ASCII only. Each character can be matched in one way only.
_SUB = "A-Za-z0-9._~!$&'()*+,;="


def _run(characters: str) -> str:
    return f"[{characters}-]*(?:%[0-9A-Fa-f]{{2}}[{characters}-]*)*"


_PATH, _QUERY = _run(_SUB + ":@/"), _run(_SUB + ":@/?")
_AUTHORITY = rf"(?:{_run(_SUB + ':')}@)?(?:\[[0-9A-Fa-f:.]+\]|{_run(_SUB)})(?::[0-9]*)?"
URI_PATTERN = rf"[A-Za-z][A-Za-z0-9+.-]*:(?://{_AUTHORITY}(?:/{_PATH})?|(?!//){_PATH})(?:\?{_QUERY})?(?:#{_QUERY})?"
# RFC 5646, section 2.1: language, script, region, variants, extensions, private use; and private use alone.
LANGUAGE_PATTERN = (
    r"(?:[A-Za-z]{2,3}(?:-[A-Za-z]{3}){0,3}|[A-Za-z]{4}|[A-Za-z]{5,8})(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|[0-9]{3}))?"
    r"(?:-(?:[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*(?:-[0-9A-WY-Za-wy-z](?:-[A-Za-z0-9]{2,8})+)*"
    r"(?:-[xX](?:-[A-Za-z0-9]{1,8})+)?|[xX](?:-[A-Za-z0-9]{1,8})+"
)
# RFC 3339 with the calendar spelled out: the days of each month, February in leap years, no year 0, no leap second.
_LEAP = "[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00"
_DATE = (
    "(?!0000)[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
    f"|02-(?:0[1-9]|1[0-9]|2[0-8]))|(?:{_LEAP})-02-29"
)
_CLOCK = "(?:[01][0-9]|2[0-3]):[0-5][0-9]"
WHEN_PATTERN = rf"(?:{_DATE})(?:T{_CLOCK}:[0-5][0-9](?:\.[0-9]{{1,6}})?(?:Z|[+-]{_CLOCK}))?"
DOMAIN_PATTERN = r"[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?)+"

# What most values look like, part of the above and quick to test. The patterns above are compiled when they are needed.
_usual_uri = re.compile(r"https?://[A-Za-z0-9.-]+/[A-Za-z0-9._~/?=&-]*").fullmatch
_usual_language = re.compile("[a-z]{2}(?:-[A-Z]{2})?").fullmatch
_when = re.compile(
    rf"[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}(?:T{_CLOCK}:[0-5][0-9](?:\.[0-9]{{1,6}})?(?:Z|[+-]{_CLOCK}))?"
).fullmatch


class Finished:
    """An object that has been read already, in place of its plain data; nobody else's data holds one."""

    __slots__ = ("made",)

    def __init__(self, made: object) -> None:
        self.made = made


_FLAT: Final = frozenset((str, int, float, bool, NoneType, Finished))


class _Invalid:
    """Stands in a half-read object where the value was at fault, so that the rest can still be checked."""


INVALID: Any = _Invalid()


class InvalidValue(Exception):  # noqa: N818 - a signal between readers, never seen outside
    """A value was refused: the issues, with paths that begin at the value, and what could still be read of it."""

    def __init__(self, issues: list[Issue], value: object = INVALID) -> None:
        super().__init__(issues)
        self.issues = issues
        self.value = value


def is_object(value: object) -> TypeGuard[Mapping[Any, Any]]:
    """Whether a value is what JSON calls an object."""
    return type(value) is dict or isinstance(value, Mapping)  # the first is quick and usual; a list takes long


def is_list(value: object) -> TypeGuard[list[Any] | tuple[Any, ...]]:
    """Whether a value is what JSON calls an array."""
    return isinstance(value, (list, tuple))


def invalid(code: Code, message: str) -> InvalidValue:
    """A value that is at fault as a whole."""
    return InvalidValue([Issue(code, (), message)])


def iter_containers(tree: object, limit: int) -> Iterator[list[Any]]:
    """The lists and objects in a tree that are not empty, level by level, so that nothing is too deep for it.

    Args:
        tree: Plain data. What it shares with itself is met in each place, and so may be far more than is in memory.
        limit: How many values there may be in all; counted before they are gone through.

    Raises:
        Faulty: There are more.
    """
    level: list[Any] = [[tree]]
    left = limit
    while True:
        level = [
            item
            for value in level
            for item in (value if is_list(value) else value.values())
            if type(item) not in _FLAT and (is_list(item) or is_object(item)) and item
        ]
        if not level:
            return
        left -= sum(map(len, level))
        if left < 0:
            raise invalid(Code.TOO_LARGE, f"more than {limit} values, which is the limit")
        yield level


def format_value(value: object, limit: int = 60) -> str:
    """The value as a message shows it: in JSON's words where it has some, and never long."""
    if isinstance(value, str):
        text = repr(value if len(value) <= limit else value[: limit - 1] + "…")
    elif is_object(value):
        text = f"an object with {len(value)} fields" if value else "an empty object"
    elif is_list(value):
        text = f"a list of {len(value)}" if value else "an empty list"
    elif value is None or isinstance(value, bool):
        text = {None: "null", True: "true", False: "false"}[value]
    elif isinstance(value, int) and value.bit_length() > 4 * limit:  # Python refuses to print very long integers
        text = f"an integer of {value.bit_length()} bits"
    elif isinstance(value, int | float):
        text = repr(value)
    else:
        text = f"a {type(value).__name__}"
    return text if len(text) <= limit + 2 else text[: limit - 1] + "…"


def wrong_type(expected: str, value: object) -> InvalidValue:
    """A value of another type than the field has."""
    return invalid(Code.WRONG_TYPE, f"expected {expected}, got {format_value(value)}")


def parse_body(value: object) -> str:
    """A string, possibly empty, that can be stored and sent anywhere: no NUL, no lone surrogate."""
    if type(value) is not str:
        raise wrong_type("a string", value)
    if ("\0" in value or not (value.isascii() or _encodable(value))) and (
        unusable := re.search("[\0\ud800-\udfff]", value)
    ):
        name = "a NUL" if unusable[0] == "\0" else f"the lone surrogate U+{ord(unusable[0]):04X}"
        raise invalid(Code.BAD_CHARACTER, f"{name} at position {unusable.start()}")
    return value


def _encodable(text: str) -> bool:
    """Whether there is no lone surrogate: far quicker than to look for one."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def parse_text(value: object) -> str:
    """A string that is not empty."""
    if type(value) is str and value and value.isascii() and "\0" not in value:
        return value
    if parse_body(value) == "":
        raise invalid(Code.EMPTY_STRING, "the string is empty; leave the field out where there is nothing to say")
    return value  # type: ignore[return-value]  # read_body has checked it


def parse_uri(value: object) -> str:
    """A URI (RFC 3986)."""
    if type(value) is str and _usual_uri(value):
        return value
    text = parse_text(value)
    if not re.fullmatch(URI_PATTERN, text):
        raise invalid(Code.BAD_URI, f"expected a URI such as 'https://example.org/story', got {format_value(text)}")
    return text


def parse_language(value: object) -> str:
    """A language tag (BCP 47), well formed."""
    if type(value) is str and _usual_language(value):
        return value
    text = parse_text(value)
    if not re.fullmatch(LANGUAGE_PATTERN, text):
        raise invalid(Code.BAD_LANGUAGE, f"expected a language tag such as 'en' or 'pt-BR', got {format_value(text)}")
    return text


def parse_integer(value: object) -> int:
    """An integer; `True` is none."""
    if type(value) is not int:
        raise wrong_type("an integer", value)
    return value


def parse_number(value: object) -> float:
    """A number, kept as a float."""
    if type(value) is int:
        try:
            return float(value)
        except OverflowError:
            return math.inf if value > 0 else -math.inf  # as far outside any range as the number was
    if type(value) is not float:
        raise wrong_type("a number", value)
    return value


def parse_boolean(value: object) -> bool:
    """`True` or `False`."""
    if type(value) is not bool:
        raise wrong_type("true or false", value)
    return value


def parse_date(value: object) -> date:
    """A date alone, or a time with its offset from UTC; from a string, as in RFC 3339."""
    if type(value) is str:
        return _parsed_when(value)
    if isinstance(value, datetime):
        offset = value.utcoffset()
        if offset is None:
            raise invalid(Code.BAD_DATE, f"the time {value} has no offset from UTC; give one, or a date alone")
        if offset % timedelta(minutes=1):
            raise invalid(Code.BAD_DATE, f"the offset of {value} is not of whole minutes")
        zone = timezone(offset)
        if value.tzinfo == zone and type(value) is datetime and not value.fold:
            return value
        return datetime.combine(value.date(), value.time().replace(fold=0), zone)
    if isinstance(value, date):
        return value if type(value) is date else date(value.year, value.month, value.day)
    raise wrong_type("a date or a time", value)


def _parsed_when(text: str) -> date:
    try:
        if _when(text):  # the calendar, which the pattern leaves out, is Python's
            return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
    except ValueError:
        pass
    naive = re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9:.]+", parse_text(text))
    lacks = "; a time needs its offset from UTC" if naive else ""
    example = "expected a date '2026-03-24' or a time '2026-03-24T09:30:00+02:00'"
    raise invalid(Code.BAD_DATE, f"{example}, got {format_value(text)}{lacks}")


def format_date(when: date) -> str:
    """A date or time as JSON has it, one way for each: the offset zero is `Z`."""
    text = when.isoformat()
    return text[:-6] + "Z" if text.endswith("+00:00") and isinstance(when, datetime) else text


def date_key(when: date | None) -> str | None:
    """What two dates or times are compared by: noon in Paris is not eleven in London, the same instant."""
    return None if when is None else format_date(when)


class FrozenDict(dict[str, Any]):
    """A JSON object that does not change: hashable, with tuples for lists, and equal as JSON documents are equal.

    `1`, `1.0` and `True` are three different values here, and the order of the keys means nothing.

    Examples:
        >>> from newsschema import Article
        >>> article = Article(id="urn:example:1", text="Rain.", extra={"org.example": {"desk": ["weather"]}})
        >>> article.extra["org.example"]["desk"]
        ('weather',)
        >>> article.extra == {"org.example": {"desk": ["weather"]}}
        True
    """

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        """Whether the other is the same JSON object."""
        return is_object(other) and _typed(self) == _typed(other)

    def __ne__(self, other: object) -> bool:
        """Whether the other is another JSON object."""
        return not self == other

    def __hash__(self) -> int:  # type: ignore[override]  # dict has none; this one does not change
        """Equal objects hash equal."""
        return hash(_typed(self))

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle as a plain dictionary that is frozen again."""
        return (FrozenDict, (dict(self),))

    def _refuse(self, *_: object, **__: object) -> Never:
        raise TypeError("a FrozenDict does not change; make a dict of it first")

    if not TYPE_CHECKING:  # pragma: no branch - no type for a dict that does not change
        __setitem__ = __delitem__ = __ior__ = clear = pop = popitem = setdefault = update = _refuse


NO_EXTRA: Final = FrozenDict()
"""The default of `extra`."""


def _typed(value: object) -> object:
    """The value in a form whose equality is JSON's: types tell, order of keys does not."""
    if is_object(value):
        return frozenset((key, _typed(item)) for key, item in value.items())
    if is_list(value):
        return tuple(map(_typed, value))
    return (type(value), repr(value)) if isinstance(value, float) else (type(value), value)


def parse_extra(value: Any) -> FrozenDict:
    """Other people's data under names that they own, frozen."""
    if not is_object(value):
        raise wrong_type("an object", value)
    for _ in zip(range(MAX_DEPTH), iter_containers(value, MAX_VALUES), strict=False):
        pass  # what is deeper is refused in its place
    return _frozen_object(value, _read_name, MAX_DEPTH)


def _read_name(value: object) -> None:
    name = parse_body(value)
    if not (re.fullmatch(DOMAIN_PATTERN, name) or re.fullmatch(URI_PATTERN, name)):
        raise invalid(Code.EXTRA_NAME, f"expected a URI or a reversed domain, got {format_value(name)}")


def _frozen(value: Any, depth: int) -> Any:
    if value is None or type(value) is bool:
        return value
    if type(value) is str:
        return parse_body(value)
    if type(value) is int:
        if value.bit_length() > MAX_BITS:
            raise invalid(
                Code.TOO_LARGE, f"expected an integer of no more than {MAX_BITS} bits, got {format_value(value)}"
            )
        return value
    if type(value) is float:
        if not math.isfinite(value):
            raise invalid(Code.WRONG_TYPE, f"JSON has no number for {value}")
        return value
    if depth == 0 and (is_list(value) or is_object(value)):
        raise invalid(Code.TOO_LARGE, f"nested more than {MAX_DEPTH} deep")
    if is_list(value):
        return _read_items(value, lambda item: _frozen(item, depth - 1))
    if is_object(value):
        return _frozen_object(value, parse_body, depth - 1)
    raise wrong_type("a JSON value", value)


def _frozen_object(value: Mapping[Any, Any], read_key: Parser, depth: int) -> FrozenDict:
    issues: list[Issue] = []
    kept: dict[Any, Any] = {}
    for key, item in value.items():
        try:
            read_key(key)
        except InvalidValue as faulty:
            issues.extend(issue.under(format_key(key)) for issue in faulty.issues)
        try:
            kept[key] = _frozen(item, depth)
        except InvalidValue as faulty:
            issues.extend(issue.under(format_key(key)) for issue in faulty.issues)
    if issues:
        raise InvalidValue(issues)
    return FrozenDict(kept)


def _read_items(value: Iterable[Any], reader: Parser) -> tuple[Any, ...]:
    issues: list[Issue] = []
    kept = _collected(enumerate(value), reader, issues)
    if issues:
        raise InvalidValue(issues, kept)
    return kept


def _collected(pairs: Iterable[tuple[str | int, Any]], reader: Parser, issues: list[Issue]) -> tuple[Any, ...]:
    """Every value read, the pairs having its step in a path first; what was refused goes to the issues."""
    kept: list[Any] = []
    for step, item in pairs:
        try:
            kept.append(item.made if type(item) is Finished else reader(item))
        except InvalidValue as faulty:
            kept.append(faulty.value)
            issues.extend(issue.under(step) for issue in faulty.issues)
    return tuple(kept)


def format_key(key: object) -> str:
    """A key as a step of a path; those that JSON does not have as a message shows them."""
    return key if isinstance(key, str) else format_value(key)


FORMATS: dict[str, Parser] = {
    "uri": parse_uri,
    "language": parse_language,
    "body": parse_body,
    "when": parse_date,
    "extra": parse_extra,
}
_LEAVES: dict[Any, Parser] = {str: parse_text, int: parse_integer, float: parse_number, bool: parse_boolean}


def without_none(annotation: Any) -> tuple[Any, bool]:
    """An annotation without its `None`, and whether it had one."""
    if get_origin(annotation) in (Union, UnionType):
        (bare,) = (argument for argument in get_args(annotation) if argument is not NoneType)
        return bare, True
    return annotation, False


def parser_of(annotation: Any, nested: Callable[[Any], Parser]) -> Parser:
    """The reader for a field's annotation.

    Args:
        annotation: The type as the class declares it.
        nested: Gives the reader for one of the model's own types.
    """
    bare, optional = without_none(annotation)
    if optional:
        return _optional(parser_of(bare, nested))
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return FORMATS[arguments[1]]
    if origin is tuple:
        return _sequence(parser_of(arguments[0], nested))
    if annotation in _LEAVES:
        return _LEAVES[annotation]
    return _member(annotation) if issubclass(annotation, Enum) else nested(annotation)


def _optional(reader: Parser) -> Parser:
    return lambda value: value if value is None else reader(value)


def _sequence(reader: Parser) -> Parser:
    def read(value: object) -> tuple[Any, ...]:
        if not is_list(value):
            raise wrong_type("a list", value)
        return _read_items(value, reader)

    return read


def _member(enum: type[Enum]) -> Parser:
    members = {member.value: member for member in enum}
    names = ", ".join(map(repr, members))

    def read(value: object) -> Enum:
        if not isinstance(value, str):
            raise wrong_type(f"one of {names}", value)
        try:
            return members[value]
        except KeyError:
            raise invalid(
                Code.UNKNOWN_VALUE, f"expected one of {names}, got {format_value(value)}{suggestion(value, members)}"
            ) from None

    return read


def suggestion(word: str, known: Iterable[str]) -> str:
    """`; did you mean …?`, where a known word is near, else nothing."""
    from difflib import get_close_matches  # only a fault needs it

    match = get_close_matches(word[:64], list(known), n=1, cutoff=0.6)
    return f"; did you mean {match[0]!r}?" if match else ""
