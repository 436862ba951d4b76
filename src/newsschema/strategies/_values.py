"""What the fields of the types hold, each for itself: words that break software, dates, addresses, data of others."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import lru_cache
from typing import Any, Final, TypeAlias, TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from newsschema._model.fields import FieldSpec, cached, field_specs
from newsschema._model.rules import FIRST_ZONE, LAST_ZONE
from newsschema._model.types import Model
from newsschema._model.values import Format

M = TypeVar("M", bound=Model)
T = TypeVar("T")
K = TypeVar("K", bound=str)

Table: TypeAlias = dict[str, SearchStrategy[Any]]

_PIECES: Final = (
    *("\n\n", ", the envoy said", '"', "“", "”", "« ", " »", "``", "''", "‘", "’", "…", "[sic] ", "(yards) "),
    *("\n", "\t", "\r\n", "\n\n\n", "\x1b[31m", "</p>", "\\u0000", "\u2028", "\ufeff"),
    *("e\u0301", "हिन्दी", "n\u0308\u0323"),  # letters with their combining marks
    *("قال السفير", "אמר", "\u200f"),  # right to left, and its mark
    *("🌧", "𝒜", "👩🏽‍🚒"),  # beyond the basic plane; the last one is four code points that show as one
)
# Drawn as the control characters U+0080 to U+009F, and put in their places afterwards: a text is one draw.
_PUT: Final = {0x80 + index: piece for index, piece in enumerate(_PIECES)}
_CHARACTERS: Final = st.characters(exclude_categories=["Cs"], exclude_characters="\0")


def _texts(least: int, most: int | None = None) -> SearchStrategy[str]:
    return st.text(_CHARACTERS, min_size=least, max_size=most).map(lambda drawn: drawn.translate(_PUT))


WORDS: Final = _texts(1, 12)
BODIES: Final = st.one_of(_texts(0), _texts(40))
URIS: Final = st.builds(
    str.__add__,
    st.sampled_from(
        (
            *("urn:example:", "https://example.org/", "HTTP://user@[2001:db8::1]:8080/a%20b?", "ni:///sha-256;"),
            *("tag:example.org,2026:", "mailto:desk@", "file:///", "x-a+b.c:d"),
        )
    ),
    st.text("abcXYZ019-._~!$&'()*+,;=:@/?", max_size=8),
)
LANGUAGES: Final = st.sampled_from(
    (
        *("en", "ar", "pt-BR", "zh-Hant-TW", "es-419", "sr-Latn", "de-CH-1996", "sl-rozaj-biske", "EN-gb"),
        *("zh-yue-HK", "x-newsroom", "en-a-bbb-x-a-ccc", "de-u-co-phonebk"),
    )
)
_ZONES: Final = [timezone(timedelta(minutes=at)) for at in (0, 120, -300, 345, 840, -720, 24 * 60 - 1, 1 - 24 * 60)]
_ORIGIN: Final = datetime(2026, 3, 3, tzinfo=UTC)
_FIRST: Final = datetime(1, 1, 3, tzinfo=UTC)
_LAST: Final = datetime(9999, 12, 29, 23, 59, 59, 999_999, tzinfo=UTC)
_TICK: Final = timedelta(microseconds=1)


@lru_cache(maxsize=512)
def up_to(highest: int) -> SearchStrategy[int]:
    return st.integers(0, highest)


@st.composite
def whens(draw: DrawFn, *, earliest: date | None = None) -> date:
    """Dates alone, and times with an offset.

    Args:
        draw: Given by Hypothesis.
        earliest: What an article may be published at whose `updated` is drawn; a date alone is that day somewhere on
            earth.
    """
    timed = draw(YES)
    first = _FIRST
    if isinstance(earliest, datetime):
        first = earliest if timed else _noon(earliest.astimezone(LAST_ZONE).date())
    elif earliest is not None:
        first = datetime.combine(earliest, time.min, FIRST_ZONE) if timed else _noon(earliest)
    base = max(first, _ORIGIN)  # one number of ticks from here, which shrinks to none
    moment = base + draw(st.integers((first - base) // _TICK, (_LAST - base) // _TICK)) * _TICK
    return moment.astimezone(draw(_ZONE)) if timed else moment.astimezone(UTC).date()


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)


@st.composite
def _several(draw: DrawFn, items: SearchStrategy[T]) -> tuple[T, ...]:
    """One to three; that there may be none is for the field to say."""
    return tuple(draw(items) for _ in range(1 + draw(up_to(2))))


@st.composite
def _mapping(draw: DrawFn, keys: SearchStrategy[str], values: SearchStrategy[Any]) -> dict[str, Any]:
    return {draw(keys): draw(values) for _ in range(draw(up_to(3)))}


YES: Final = st.booleans()
_ZONE: Final = st.sampled_from(_ZONES)
_WHENS: Final = whens()
_LEAVES: Final = st.one_of(
    st.none(),
    YES,
    st.integers(),
    st.sampled_from((2**53 + 1, 2**63, 2**64, -(2**70))),
    st.floats(allow_nan=False, allow_infinity=False),
    _texts(0, 8),
)
EXTRAS: Final = _mapping(
    st.sampled_from(("org.example", "com.example.desk_2", "https://example.org/terms#priority", "urn:example:wire")),
    st.recursive(_LEAVES, lambda inner: st.one_of(_several(inner), _mapping(_texts(0, 8), inner)), max_leaves=4),
)


_VALUES: Final[Mapping[Format, SearchStrategy[Any]]] = {
    Format.TEXT: WORDS,
    Format.URI: URIS,
    Format.LANGUAGE: LANGUAGES,
    Format.DATE: _WHENS,
    Format.EXTRA: EXTRAS,
    Format.NUMBER: st.floats(0.0, 1.0),
}


def _values(spec: FieldSpec) -> SearchStrategy[Any]:
    """What a field holds where it holds something."""
    one = _VALUES.get(spec.format)
    if one is None:
        one = st.sampled_from(spec.type) if spec.format is Format.ENUM else objects_of(spec.type)
    return _several(one) if spec.many else one


def optional_fields(cls: type[Model], *others: str) -> Table:
    """What the optional fields of a type hold, but for some that have rules with others."""
    return {spec.name: _values(spec) for spec in field_specs(cls) if not spec.required and spec.name not in others}


_AT_ONCE: Final = 4


def some_of(draw: DrawFn, items: Iterable[T]) -> list[T]:
    """Some of the items, in their order. Each draw costs time, so one number says it of four; of more, few would go."""
    items = list(items)
    some: list[T] = []
    for first in range(0, len(items), _AT_ONCE):
        few = items[first : first + _AT_ONCE]
        chosen = draw(up_to((1 << len(few)) - 1))
        some += [item for index, item in enumerate(few) if chosen >> index & 1]
    return some


def draw_some(draw: DrawFn, optional: Mapping[K, SearchStrategy[Any]]) -> dict[K, Any]:
    """Values for some of the fields."""
    return {name: draw(optional[name]) for name in some_of(draw, optional)}


@cached
def objects_of(cls: type[M]) -> SearchStrategy[M]:
    """Objects of a type that has no rules between its fields."""
    optional = optional_fields(cls)
    due = {spec.name: _values(spec) for spec in field_specs(cls) if spec.name not in optional}

    @st.composite
    def made(draw: DrawFn) -> M:
        return cls(**{name: draw(values) for name, values in due.items()}, **draw_some(draw, optional))

    return made()
