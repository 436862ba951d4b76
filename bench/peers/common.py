"""The same model in every library that could hold it, made from the neutral table, with the same checks.

Each peer is made on its own and imports its library then, so that a start can be measured. The libraries that check
types in C or Rust do so here; those that coerce are given the readers of `model.py`. What holds between fields is one
function for all, called once when an article is made: the cheapest way for all of them.
"""

import enum
import json
from collections.abc import Callable
from typing import Any, Literal, NamedTuple, NewType, Optional

from model import ENUMS, LEAVES, TYPES, Field, read_when


class Peer(NamedTuple):
    """A library that can do the work.

    Attributes:
        load: JSON to an article; raises on bad data.
        dump: An article to JSON, defaults left out.
        reject: The number of faults told of a bad document.
        types: Constructors and enumerations by name; `None` for plain data.
        moment: What the peer holds a date or time in.
        checked: Whether load makes all the checks.
    """

    load: Callable[[bytes], Any]
    dump: Callable[[Any], bytes]
    reject: Callable[[bytes], int] | None = None
    types: dict[str, Any] | None = None
    moment: Callable[[Any], Any] = read_when
    checked: bool = True


def enums() -> dict[str, Any]:
    return {name: enum.StrEnum(name, {value.upper(): value for value in values}) for name, values in ENUMS.items()}


def literals() -> dict[str, Any]:
    return {name: Literal[values] for name, values in ENUMS.items()}


def _annotation(field: Field, known: dict[str, Any]) -> Any:
    kind = known[field.kind]
    return tuple[kind, ...] if field.many else Optional[kind] if field.optional else kind  # noqa: UP045 - run time


def default_of(field: Field, known: dict[str, Any]) -> Any:
    """The default as the peer holds it."""
    named = field.kind in ENUMS and isinstance(field.default, str) and isinstance(known[field.kind], type)
    return known[field.kind](field.default) if named else field.default


def build(known: dict[str, Any], make: Callable[[str, list[tuple[Field, Any, Any]]], Any]) -> dict[str, Any]:
    """Every type in turn, by a function that takes its name and its fields with annotations and defaults."""
    for name, fields in TYPES.items():
        own = [(field, _annotation(field, known), default_of(field, known)) for field in fields]
        if name == "Article":
            own.insert(0, (Field("schema_version", "", many=False, optional=False, default=...), Literal["1.0"], ...))
        known[name] = make(name, own)
    return known


def newtypes() -> dict[str, Any]:
    """A type of its own for every leaf, for the libraries that look up readers by type."""
    bases = {"int": int, "float": float, "bool": bool, "extra": dict[str, Any]}
    return {name: NewType(name, bases.get(name, str)) for name in LEAVES}


def counted(
    load: Callable[[bytes], Any], count: Callable[[Any], int], *errors: type[Exception]
) -> Callable[[bytes], int]:
    def reject(data: bytes) -> int:
        try:
            load(data)
        except errors as error:
            return count(error)
        return 0

    return reject


def compact(tree: Any) -> bytes:
    return json.dumps(tree, ensure_ascii=False, separators=(",", ":")).encode()
