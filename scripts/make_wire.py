"""Write the wire types and the functions of the fast path from the types: `python scripts/make_wire.py [--check]`.

The JSON of most valid documents is decoded into wire structs, which msgspec fills and checks in C, and generated
functions make the objects of these. Objects are written the other way round. The result is committed, and a test holds
it up to date.
"""

import sys
from collections.abc import Iterable, Iterator
from enum import Enum
from pathlib import Path
from types import SimpleNamespace

# What is written here must not be needed to write it.
sys.modules["newsschema._json.wire"] = SimpleNamespace(ArticleWire=None, TO_WIRE={}, load_article=None)  # type: ignore[assignment]
sys.modules["newsschema._json.sound"] = SimpleNamespace(with_sound_parts=None)  # type: ignore[assignment]

from generated import formatted, write_or_check

import newsschema
from newsschema._json.version import SCHEMA_FIELD, VERSION_FIELD
from newsschema._model.fields import FieldSpec, field_specs
from newsschema._model.types import MODELS, Article, Attribution, Model, Span
from newsschema._model.values import Format

TARGET = Path(newsschema.__file__).parent / "_json" / "wire.py"
HEAD = '''"""Wire structs, and the functions between them and the types. Made by `scripts/make_wire.py`: do not edit."""

# ruff: noqa: C901, PLR0912, PLR0915 - one plain line for each field, and no calls where there are many
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
    Text,
    freeze,
    locate,
    plain,
)
from newsschema._model.blanks import blank
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
    Format.NUMBER: "float",
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
        yield f'    {VERSION_FIELD}: Literal["1.0"]'
    for spec in field_specs(cls):
        yield f"    {spec.name}: {_wire_type(spec)}{_wire_default(spec)}"
    yield ""
    yield ""


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
    yield ""
    yield ""


RULES = {
    "Source": """
if ({w}.name is None) is ({w}.anonymity is NAMED):
    raise NotPlainError
""",
    "Attribution": """
cue, mention = {w}.cue, {w}.mention
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
v, kind = {w}.content, {w}.kind
if {w}.attribution is None and kind is not EPITHET:
    raise NotPlainError
if v[0].verbatim is (kind is INDIRECT) if len(v) == 1 else not plain_content(v, kind):
    raise NotPlainError
""",
}
"""The rules between the fields of a type, as far as they hold plainly: stricter than the rules, never laxer."""


def _made(cls: type[Model], wire: str, made: str) -> Iterator[str]:
    """The lines that make an object of its wire object, as the variable of that name, and check it."""
    yield from RULES.get(cls.__name__, "").format(w=wire).strip().splitlines()
    if issubclass(cls, Span):
        yield f"start, end, words = {wire}.start, {wire}.end, {wire}.text"
        yield f"if text[start:end] != words or {wire}.part is not TEXT:"
        yield f"    start, end = locate({wire}, article)"
    yield f"{made} = _{cls.__name__}()"
    for spec in field_specs(cls):
        if issubclass(cls, Span):
            yield f"{made}.{spec.name} = {_IN_PLACE.get(spec.name, f'{wire}.{spec.name}')}"
        elif (cls, spec.name) == (Attribution, "source"):  # it is there, and all that refer to it share one string
            yield f"{made}.{spec.name} = ids[{wire}.{spec.name}]"
        else:
            yield from _read(spec, wire, made)
    yield f"{made}.__class__ = {cls.__name__}"


_IN_PLACE = {"text": "words", "start": "start", "end": "end"}
"""The variables that hold what a span is made of."""


def _read(spec: FieldSpec, wire: str, made: str) -> Iterator[str]:
    """The lines that read a field of a wire object into the object that is made of it."""
    ours, theirs = f"{made}.{spec.name}", f"{wire}.{spec.name}"
    parse = {Format.URI: "parse_uri", Format.LANGUAGE: "parse_language"}.get(spec.format)
    if spec.format is Format.MODEL:
        yield from _read_several(spec, ours, theirs) if spec.many else _read_one(spec, ours, theirs)
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
        yield f"v = {theirs}"
        yield f"{ours} = None if v is None else parse_date(v)" if spec.optional else f"{ours} = parse_date(v)"
    elif spec.format is Format.EXTRA:
        yield f"v = {theirs}"
        yield f"{ours} = freeze(v) if v else NO_EXTRA"
    elif spec.format is Format.NUMBER:  # all are probabilities; zero may have a sign
        yield f"{ours} = v = {theirs}"
        yield "if v is not None and not 0.0 < v <= 1.0:"
        yield "    raise NotPlainError"
    else:
        yield f"{ours} = {theirs}"


def _read_one(spec: FieldSpec, ours: str, theirs: str) -> Iterator[str]:
    """The lines for a field that holds an object, which is made in place: a call takes more time than a span."""
    low = spec.type.__name__.lower()
    yield f"if ({low} := {theirs}) is None:"
    yield f"    {ours} = None"
    yield "else:"
    yield from _indented(_made(spec.type, low, f"made_{low}"))
    yield f"    {ours} = made_{low}"


def _read_several(spec: FieldSpec, ours: str, theirs: str) -> Iterator[str]:
    """The lines for a field that holds objects; spans, of which there are many, are made in place."""
    low = spec.type.__name__.lower()
    if not issubclass(spec.type, Span):
        yield f"v = {theirs}"
        yield f"{ours} = load_{low}s(v{', text, w, ids' * _holds_spans(spec.type)}) if v else ()"
    elif spec.required:
        yield from _all_made(spec.type, theirs, low, f"made_{low}", f"{ours} = tuple({low}s)")
    else:
        yield f"if {theirs}:"
        yield from _indented(_all_made(spec.type, theirs, low, f"made_{low}", f"{ours} = tuple({low}s)"))
        yield "else:"
        yield f"    {ours} = ()"


def _all_made(cls: type[Model], wires: str, wire: str, made: str, last: str) -> Iterator[str]:
    """The lines that make an object of each wire object, and the line that follows them."""
    several = f"{cls.__name__.lower()}s"
    yield f"{several}: list[{cls.__name__}] = []"
    yield f"for {wire} in {wires}:"
    yield from _indented(_made(cls, wire, made))
    yield f"    {several}.append({made})"
    yield last


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (f"    {line}" for line in lines)


def _holds_spans(cls: type[Model]) -> bool:
    held = [spec.type for spec in field_specs(cls) if spec.format is Format.MODEL]
    return any(issubclass(one, Span) or _holds_spans(one) for one in held)


def _loader(cls: type[Model]) -> Iterator[str]:
    """The function from wire objects to objects; several at a time, which spares calls."""
    name, low = cls.__name__, cls.__name__.lower()
    if cls is Article:
        lines = [*_made(cls, "w", "o"), "return o  # type: ignore[no-any-return]"]
        yield f"def load_{low}(w: {name}Wire, text: str, ids: Ids) -> {name}:"
    else:
        lines = [*_all_made(cls, "wires", "w", "o", f"return tuple({low}s)")]
        around = ", text: str, article: ArticleWire, ids: Ids" * _holds_spans(cls)
        yield f"def load_{low}s(wires: Sequence[{name}Wire]{around}) -> tuple[{name}, ...]:"
    if any("v = " in line for line in lines):
        yield "    v: Any"
    if any("start, end" in line for line in lines):
        yield "    start: int | None"
        yield "    end: int | None"
    yield from _indented(lines)
    yield ""
    yield ""


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
    lines += ["", ""]
    many = {spec.type for spec in specs if spec.format is Format.MODEL and spec.many}
    for cls in MODELS:
        if cls is Article or (cls in many and not issubclass(cls, Span)):
            lines += _loader(cls)
    lines.append("TO_WIRE: Final[dict[type[Model], Callable[[Any], Struct]]] = {")
    lines += [f"    {cls.__name__}: dump_{cls.__name__.lower()}," for cls in MODELS]
    lines.append("}")
    return formatted("\n".join(lines) + "\n", TARGET)


if __name__ == "__main__":
    sys.exit(write_or_check(source(), TARGET))
