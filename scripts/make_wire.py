"""Write the wire types and the functions of the fast path from the types: `python scripts/make_wire.py [--check]`.

The JSON of most valid documents is decoded into wire structs, which msgspec fills and checks in C, and generated
functions make the objects of these. Objects are written the other way round. The result is committed, and a test holds
it up to date.
"""

import re
import sys
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from types import SimpleNamespace

# What is written here must not be needed to write it.
sys.modules["newsschema._json.wire"] = SimpleNamespace(ArticleWire=None, TO_WIRE={}, load_article=None)  # type: ignore[assignment]
sys.modules["newsschema._json.sound"] = SimpleNamespace(with_sound_parts=None)  # type: ignore[assignment]

from generated import formatted, write_or_check

import newsschema
from newsschema._json.version import SCHEMA_FIELD, SCHEMA_VERSION, VERSION_FIELD
from newsschema._model.fields import FieldSpec, field_specs
from newsschema._model.types import MODELS, Article, Attribution, Model, Span
from newsschema._model.values import Format

TARGET = Path(newsschema.__file__).parent / "_json" / "wire.py"
HEAD = '''"""Wire structs, and the functions between them and the types. Made by `scripts/make_wire.py`: do not edit."""

# mypy: disable-error-code="misc"
from collections.abc import Callable, Sequence
from typing import Any, Final, Literal

from msgspec import Struct, field

from newsschema._json.version import SCHEMA_VERSION
from newsschema._json.wire_support import (
    EPITHET,
    INDIRECT,
    NAMED,
    TEXT,
    UNPLACED,
    Ids,
    NotPlainError,
    Position,
    Probability,
    Text,
    freeze,
    locate,
    plain,
)
from newsschema._model.base import blank
from newsschema._model.enums import {enums}
from newsschema._model.types import {models}
from newsschema._model.containers import NO_EXTRA
from newsschema._model.rules import plain_content
from newsschema._model.values import format_date, parse_date, parse_language, parse_uri
'''

_WIRE = {
    Format.TEXT: "Text",
    Format.BODY: "str",
    Format.INTEGER: "Position",
    Format.NUMBER: "Probability",
    Format.BOOLEAN: "bool",
}


def _wire_type(spec: FieldSpec) -> str:
    if spec.format is Format.EXTRA:
        return "dict[str, Any]"
    one = _WIRE.get(spec.format, "Text")
    if spec.format in (Format.ENUM, Format.MODEL):
        one = spec.type.__name__ + "Wire" * (spec.format is Format.MODEL)
    if spec.many:
        return f"Sequence[{one}]"
    return f"{one} | None" if spec.optional and spec.format is not Format.INTEGER else one


def _wire_default(spec: FieldSpec) -> str:
    if spec.required:
        return ""
    if spec.format is Format.INTEGER:
        return " = UNPLACED"
    if spec.format is Format.EXTRA or spec.many:
        return " = ()" if spec.many else " = NO_EXTRA"
    return (
        f" = {spec.default!s}" if not isinstance(spec.default, Enum) else f" = {spec.type.__name__}.{spec.default.name}"
    )


def _struct(cls: type[Model]) -> Iterator[str]:
    """The wire struct of a type."""
    yield f"class {cls.__name__}Wire(Struct, forbid_unknown_fields=True, omit_defaults=True, gc=False, kw_only=True):"
    if cls is Article:
        yield f'    schema: str = field(default="", name="{SCHEMA_FIELD}")'
        yield f'    {VERSION_FIELD}: Literal["{SCHEMA_VERSION}"]'
    for spec in field_specs(cls):
        yield f"    {spec.name}: {_wire_type(spec)}{_wire_default(spec)}"


def _written(spec: FieldSpec) -> str:
    """The expression for what the wire holds of a field of the object `o`."""
    value = f"o.{spec.name}"
    one = {Format.DATE: "format_date({})", Format.EXTRA: "plain({0}) if {0} else NO_EXTRA"}.get(spec.format)
    if spec.format is Format.MODEL:
        one = f"dump_{spec.type.__name__.lower()}({{}})"
    if spec.many:
        several = f"[{one.format('i')} for i in {value}]" if one else f"list({value})"
        return several if spec.required else f"{several} if {value} else ()"
    if spec.format is Format.INTEGER:
        return f"UNPLACED if {value} is None else {value}"
    if not one:
        return value
    return f"None if {value} is None else {one.format(value)}" if spec.optional else one.format(value)


def _dumper(cls: type[Model]) -> Iterator[str]:
    """The function from an object to its wire struct."""
    name = cls.__name__
    yield f"def dump_{name.lower()}(o: {name}) -> {name}Wire:"
    yield f"    return {name}Wire("
    if cls is Article:
        yield f"        {VERSION_FIELD}=SCHEMA_VERSION,"
    for spec in field_specs(cls):
        yield f"        {spec.name}={_written(spec)},"
    yield "    )"


RULES = {
    "Span": """
start: int | None
end: int | None
text = w.text
start = w.start
end = w.end
part = w.part
if body[start:end] != text or part is not TEXT:
    start, end = locate(w, article)
""",
    "Source": """
name = w.name
anonymity = w.anonymity
if (name is None) is (anonymity is NAMED):
    raise NotPlainError
""",
    "Attribution": """
cue, mention = w.cue, w.mention
if (
    cue is not None
    and mention is not None
    and cue.start < mention.end
    and mention.start < cue.end
    and cue.start != UNPLACED
):
    raise NotPlainError
""",
    "Quote": """
v = w.content
kind = w.kind
if w.attribution is None and kind is not EPITHET:
    raise NotPlainError
if v[0].verbatim is (kind is INDIRECT) if len(v) == 1 else not plain_content(v, kind):
    raise NotPlainError
""",
}
"""The rules between the fields of a type, as far as they hold plainly: stricter than the rules, never laxer.

What a rule has read into a variable of the field's name is not read again.
"""


def _loader(cls: type[Model]) -> Iterator[str]:
    """The function from a wire object to an object, which it checks."""
    name = cls.__name__
    around = "".join(f", {context}: {_CONTEXT[context]}" for context in _context(cls))
    yield f"def load_{name.lower()}(w: {name}Wire{around}) -> {name}:"
    lines = list(_made(cls))
    if any("v = " in line for line in lines):
        yield "    v: Any"
    yield from (f"    {line}" for line in lines)


def _made(cls: type[Model]) -> Iterator[str]:
    """The lines that make an object of its wire object, and check it."""
    rule = RULES.get("Span" if issubclass(cls, Span) else cls.__name__, "").strip()
    has_read = re.findall(r"^(\w+) = w\.\1$", rule, re.MULTILINE)
    yield from rule.splitlines()
    yield f"o = _{cls.__name__}()"
    for spec in field_specs(cls):
        if spec.name in has_read:
            yield f"o.{spec.name} = {spec.name}"
        elif (cls, spec.name) == (Attribution, "source"):  # it is there, and all that refer to it share one string
            yield f"o.{spec.name} = ids[w.{spec.name}]"
        else:
            yield from _read(spec)
    yield f"o.__class__ = {cls.__name__}"
    yield "return o  # type: ignore[no-any-return]"


def _read(spec: FieldSpec) -> Iterator[str]:
    """The lines that read a field of a wire object into the object that is made of it."""
    ours, theirs = f"o.{spec.name}", f"w.{spec.name}"
    parse = {Format.URI: "parse_uri", Format.LANGUAGE: "parse_language"}.get(spec.format)
    if spec.format is Format.MODEL:
        yield from _read_object(spec, ours, theirs)
    elif spec.many:
        yield f"v = {theirs}"
        yield f"{ours} = tuple(v) if v else ()"
        if parse:
            yield "for i in v:"
            yield f"    {parse}(i)"
    elif parse:
        yield f"{ours} = v = {theirs}"
        if spec.optional:
            yield "if v is not None:"
        yield f"{'    ' * spec.optional}{parse}(v)"
    elif spec.format is Format.DATE:
        yield f"{ours} = {theirs} and parse_date({theirs})" if spec.optional else f"{ours} = parse_date({theirs})"
    elif spec.format is Format.EXTRA:
        yield f"v = {theirs}"
        yield f"{ours} = freeze(v) if v else NO_EXTRA"
    else:
        yield f"{ours} = {theirs}"


def _read_object(spec: FieldSpec, ours: str, theirs: str) -> Iterator[str]:
    """The lines for a field that holds an object, or several."""
    load, context = f"load_{spec.type.__name__.lower()}", _context(spec.type)

    def loaded(wire: str) -> str:
        return f"{load}({', '.join([wire, *context])})"

    if spec.required:  # the pieces of a quote: one, nearly always
        yield f"v = {theirs}"
        yield f"{ours} = ({loaded('v[0]')},) if len(v) == 1 else tuple([{loaded('i')} for i in v])"
    elif spec.many:
        yield f"v = {theirs}"
        yield f"{ours} = tuple([{loaded('i')} for i in v]) if v else ()"
    else:
        yield f"{ours} = {theirs} and {loaded(theirs)}"


_CONTEXT = {"body": "str", "article": "ArticleWire", "ids": "Ids"}
"""What a function may be told of the document: its text, all its parts, and the ids of its sources."""


def _context(cls: type[Model]) -> list[str]:
    """What the function of a type must be told: for spans where they stand, for what holds them all of it."""
    held = [spec.type for spec in field_specs(cls) if spec.format is Format.MODEL]
    if any(map(_context, held)):
        return [*_CONTEXT]
    return [*_CONTEXT][:2] if issubclass(cls, Span) else []


def source() -> str:
    """The module's source, formatted."""
    specs = [spec for cls in MODELS for spec in field_specs(cls)]
    enums = sorted({spec.type.__name__ for spec in specs if spec.format is Format.ENUM})
    models = sorted([cls.__name__ for cls in MODELS] + ["Model"])
    lines = [HEAD.format(enums=", ".join(enums), models=", ".join(models))]
    for cls in MODELS:
        lines += _struct(cls)
    for cls in MODELS:
        lines += _dumper(cls)
    lines += [f"_{cls.__name__}: Any = blank({cls.__name__})" for cls in MODELS]
    for cls in MODELS:
        lines += _loader(cls)
    lines.append("TO_WIRE: Final[dict[type[Model], Callable[[Any], Struct]]] = {")
    lines += [f"    {cls.__name__}: dump_{cls.__name__.lower()}," for cls in MODELS]
    lines.append("}")
    return formatted("\n".join(lines) + "\n", TARGET)


if __name__ == "__main__":
    sys.exit(write_or_check([(TARGET, source())]))
