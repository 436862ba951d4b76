"""What the generated wire types and functions are built on: types of values, and the checks of the fast path.

A check here may be stricter than the rule that it stands for, never laxer: what it refuses is read again by the strict
path, which costs time and nothing else.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import Annotated, Any, Final, TypeAlias

import msgspec

from newsschema._model.containers import FrozenDict, frozen_dict, is_list, is_object
from newsschema._model.enums import Anonymity, Part, QuoteKind
from newsschema._model.extra import MAX_BITS, MAX_DEPTH, MAX_VALUES
from newsschema._model.values import InvalidValue, parse_name

Text: TypeAlias = Annotated[str, msgspec.Meta(min_length=1)]

UNPLACED: Final = 2**62
"""Start and end of a wire object that has none: no text is so long, so that one comparison serves."""
TEXT: Final = Part.TEXT
NAMED: Final = Anonymity.NAMED
EPITHET: Final = QuoteKind.EPITHET
INDIRECT: Final = QuoteKind.INDIRECT
Position: TypeAlias = Annotated[int, msgspec.Meta(ge=0, lt=UNPLACED)]
Probability: TypeAlias = Annotated[float, msgspec.Meta(gt=0, le=1)]  # zero may have a sign


Ids: TypeAlias = dict[str | None, str | None]
"""Each id that there is, by itself, and `None`: what refers to none of them raises `KeyError`."""


class NotPlainError(Exception):
    """The document is perhaps not valid: the strict path must say."""


GIVE_UP: Final = (NotPlainError, InvalidValue, KeyError, msgspec.MsgspecError, UnicodeError, RecursionError)
"""What is raised where the strict path must say what is wrong."""


def plain(value: Any) -> Any:
    """JSON data as fresh dictionaries, keys sorted, and lists."""
    if is_object(value):
        return {key: plain(value[key]) for key in sorted(value)}
    return [plain(item) for item in value] if is_list(value) else value


@cache
def _usual_name() -> Callable[[str], object]:
    """Whether a string is a reversed domain in small letters, as most names of other people's data are."""
    return re.compile(r"[a-z0-9]++(?:\.[a-z0-9]++)++").fullmatch


def freeze(value: Any) -> FrozenDict:
    """Other people's data, as it was decoded, frozen."""
    kind = type(value)  # pyright: ignore[reportUnknownVariableType] - of anything
    if kind is not dict:
        raise NotPlainError
    is_usual, left = _usual_name(), [MAX_VALUES - len(value)]
    for key in value:
        if not is_usual(key):
            parse_name(key)
    return _frozen_object(value, MAX_DEPTH, left)


# Loops: a comprehension that uses what is around it takes a quarter longer.


def _frozen_object(value: Any, depth: int, left: list[int]) -> FrozenDict:
    items: dict[str, Any] = {}
    for key, item in value.items():
        items[key] = item if type(item) is str else _frozen(item, depth, left)
    return frozen_dict(items)


def _frozen(value: Any, depth: int, left: list[int]) -> Any:
    kind = type(value)  # pyright: ignore[reportUnknownVariableType] - of anything
    if kind is dict or kind is list:
        left[0] -= len(value)
        if not depth or left[0] < 0:
            raise NotPlainError
        if kind is dict:
            return _frozen_object(value, depth - 1, left)
        items: list[Any] = []
        for item in value:
            items.append(item if type(item) is str else _frozen(item, depth - 1, left))  # noqa: PERF401 - as above
        return tuple(items)
    if kind is int and value.bit_length() > MAX_BITS:
        raise NotPlainError
    return value


def locate(wire: Any, article: Any) -> tuple[int | None, int | None]:
    """Start and end of a span that does not stand in the text where it says: in another part, or without a place."""
    start, end, words = wire.start, wire.end, wire.text
    if start == end == UNPLACED:
        return None, None
    if start + len(words) != end or (getattr(article, wire.part) or "")[start:end] != words:
        raise NotPlainError
    return start, end
