"""Write the constructors' checks of the usual values from the types: `python scripts/make_plain.py [--check]`.

Most objects are made of values that are kept as they are. For each type there is a function that sees so at a glance,
and leaves all else to the careful check. The result is committed, and a test holds it up to date.
"""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import SimpleNamespace

# What is written here must not be needed to write it.
sys.modules["newsschema._model.plain"] = SimpleNamespace()  # type: ignore[assignment]

from generated import formatted, write_or_check

import newsschema
from newsschema._model.fields import FieldSpec, field_specs
from newsschema._model.types import MODELS, Model, Span
from newsschema._model.values import Format

TARGET = Path(newsschema.__file__).parent / "_model" / "plain.py"
HEAD = '''"""What the constructors keep at a glance. Made by `scripts/make_plain.py`: do not edit."""

from collections.abc import Callable
from functools import partial
from types import NoneType
from typing import Any, Final, TypeAlias

from newsschema._model.base import Model
from newsschema._model.containers import NO_EXTRA
from newsschema._model.enums import {enums}
from newsschema._model.rules import are_apart, plain_content
from newsschema._model.parsers import are_kept, are_of, each, is_kept
from newsschema._model.types import {models}
from newsschema._model.values import (
    is_text, parse_body, parse_date, parse_language, parse_number, parse_text, parse_uri
)

Types: TypeAlias = frozenset[type[Any]]
look_closely: Final = Model.__attrs_post_init__
NAMED: Final = Anonymity.NAMED
EPITHET: Final = QuoteKind.EPITHET
INDIRECT: Final = QuoteKind.INDIRECT
is_body: Final = partial(is_kept, parse_body)
is_date: Final = partial(is_kept, parse_date)
is_language: Final = partial(is_kept, parse_language)
is_number: Final = partial(is_kept, parse_number)
is_uri: Final = partial(is_kept, parse_uri)
'''
TYPED = (Format.BOOLEAN, Format.ENUM, Format.MODEL)
RULES = {
    "Span": [
        """((o.start is None and o.end is None)
        or (type(o.start) is int and type(o.end) is int and 0 <= o.start < o.end == o.start + len(o.text)))"""
    ],
    "Source": ["(o.name is None) is not (o.anonymity is NAMED)"],
    "Attribution": [
        "(o.confidence is None or 0 < o.confidence <= 1)",
        "(o.source_confidence is None or 0 < o.source_confidence <= 1)",
        "(o.cue is None or o.mention is None or are_apart(o.cue, o.mention))",
    ],
    "Quote": [
        """(o.content[0].verbatim is not (o.kind is INDIRECT) if len(o.content) == 1
        else plain_content(o.content, o.kind))""",
        "(o.attribution is not None or o.kind is EPITHET)",
    ],
}
"""The rules between the fields of a type, as far as they hold plainly: stricter than `_issues`, never laxer.

The rule of spans is also what holds for integers.
"""


def _type(spec: FieldSpec) -> str:
    return spec.type.__name__


def _kept(spec: FieldSpec) -> str:
    """The condition under which the value of a field that always has one is kept as it is."""
    value = f"o.{spec.name}"
    if spec.format is Format.EXTRA:
        return f"{value} is NO_EXTRA"
    if spec.many:
        typed = spec.format is Format.MODEL
        return f"are_of(ONLY_{_type(spec).upper()}, {value})" if typed else f"are_kept(parse_{spec.format}, {value})"
    if spec.format in TYPED:
        return f"type({value}) is {_type(spec)}"
    return f"is_{spec.format}({value})"


def _all_kept(specs: Iterable[FieldSpec]) -> Iterator[str]:
    """The conditions under which the values of fields that may have none are kept: one for all of a type or format."""
    alike: dict[tuple[bool, str], list[str]] = {}
    for spec in specs:
        typed = spec.format in TYPED
        alike.setdefault((typed, _type(spec).upper() if typed else spec.format), []).append(f"o.{spec.name}")
    for (typed, name), values in alike.items():
        given = ", ".join(values)
        if len(values) > 1:
            yield f"are_of(ANY_{name}, ({given}))" if typed else f"each(is_{name}, {given})"
        else:
            yield f"type({given}) in ANY_{name}" if typed else f"({given} is None or is_{name}({given}))"


def _check(cls: type[Model]) -> Iterator[str]:
    """The function that stands for the end of a type's constructor."""
    without = cls._issues is Model._issues
    name = "Span" if issubclass(cls, Span) else cls.__name__
    rules = RULES.get(name, [] if without else ["not any(o._issues(set()))"])
    specs = [spec for spec in field_specs(cls) if spec.format is not Format.INTEGER]
    values = [_kept(spec) for spec in specs if not spec.optional] + [
        *_all_kept(spec for spec in specs if spec.optional)
    ]
    yield f"def check_{cls.__name__.lower()}(o: Any) -> None:"
    yield f"    if not ({' and '.join(values + rules)}):"
    yield "        look_closely(o)"


def source() -> str:
    """The module's source, formatted."""
    specs = [spec for cls in MODELS for spec in field_specs(cls)]
    enums = sorted({spec.type.__name__ for spec in specs if spec.format is Format.ENUM})
    lines = [HEAD.format(enums=", ".join(enums), models=", ".join(sorted(cls.__name__ for cls in MODELS)))]
    several = {_type(spec) for spec in specs if spec.format is Format.MODEL and spec.many}
    lines += [f"ONLY_{name.upper()}: Types = frozenset(({name},))" for name in sorted(several)]
    perhaps = {_type(spec) for spec in specs if spec.format in TYPED and spec.optional}
    lines += [f"ANY_{name.upper()}: Types = frozenset(({name}, NoneType))" for name in sorted(perhaps)]
    for cls in MODELS:
        lines += _check(cls)
    lines.append("CHECKS: Final[dict[Any, Callable[[Any], None]]] = {")
    lines += [f"    {cls.__name__}: check_{cls.__name__.lower()}," for cls in MODELS]
    lines += ["}", "for _cls, _check in CHECKS.items():", "    _cls.__attrs_post_init__ = _check"]
    return formatted("\n".join(lines) + "\n", TARGET)


if __name__ == "__main__":
    sys.exit(write_or_check([(TARGET, source())]))
