"""Write the wire types and the functions of the fast path from the types: `python scripts/make_wire.py [--check]`.

The JSON of most valid documents is decoded into wire structs, which msgspec fills and checks in C, and generated
functions make the objects of these. Objects are written the other way round. The result is committed, and a test holds
it up to date.
"""

import subprocess
import sys
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from types import SimpleNamespace

# What is written here must not be needed to write it.
sys.modules["newsschema._json.wire"] = SimpleNamespace(ArticleWire=None, TO_WIRE={}, load_article=None)  # type: ignore[assignment]

import newsschema
from newsschema._json.version import SCHEMA_FIELD, VERSION_FIELD
from newsschema._model.fields import FieldSpec, field_specs
from newsschema._model.types import MODELS, Article, Edit, Fragment, Model, Span
from newsschema._model.values import Format

TARGET = Path(newsschema.__file__).parent / "_json" / "wire.py"
HEAD = '''"""Wire structs, and the functions between them and the types. Made by `scripts/make_wire.py`: do not edit."""

# ruff: noqa: ARG001 - one plain line for each field
# mypy: disable-error-code="misc"
from collections.abc import Callable
from typing import Any, Final, Literal

from msgspec import Struct, field

from newsschema._json.version import SCHEMA_VERSION
from newsschema._json.wire_support import (
    EPITHET,
    INDIRECT,
    NAMED,
    TEXT,
    UNPLACED,
    NotPlainError,
    Position,
    Text,
    blank,
    freeze,
    locate,
    plain,
)
from newsschema._model.cuts import setters
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
        return f"list[{one}]"
    return f"{one} | None" if spec.optional and spec.format is not Format.INTEGER else one


def _wire_default(spec: FieldSpec) -> str:
    if spec.required:
        return ""
    if spec.format is Format.INTEGER:
        return " = UNPLACED"
    if spec.format is Format.EXTRA or spec.many:
        return " = []" if spec.many else " = {}"
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
    one = {Format.DATE: "format_date({})", Format.EXTRA: "plain({0}) if {0} else {{}}"}.get(spec.format)
    if spec.format is Format.MODEL:
        one = f"dump_{spec.type.__name__.lower()}({{}})"
    if spec.many:
        return f"[{one.format('i')} for i in {value}]" if one else f"list({value})"
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


def _read(spec: FieldSpec) -> Iterator[str]:
    """The lines that read a field of the wire object `w` into the object `o`."""
    ours, theirs = f"o.{spec.name}", f"tuple(w.{spec.name})" if spec.many else f"w.{spec.name}"
    parse = {Format.URI: "parse_uri", Format.LANGUAGE: "parse_language"}.get(spec.format)
    if spec.format is Format.MODEL:
        yield from _read_models(spec)
    elif parse:
        yield f"{ours} = v = {theirs}"
        if spec.many:
            yield "for i in v:"
        elif spec.optional:
            yield "if v is not None:"
        indent = "    " * (spec.many or spec.optional)
        yield f"{indent}{parse}({'i' if spec.many else 'v'})"
    elif spec.format is Format.DATE:
        yield f"v = {theirs}"
        yield f"{ours} = None if v is None else parse_date(v)" if spec.optional else f"{ours} = parse_date(v)"
    elif spec.format is Format.EXTRA:
        yield f"v = {theirs}"
        yield f"{ours} = freeze(v) if v else NO_EXTRA"
    else:
        yield f"{ours} = {theirs}"


def _read_models(spec: FieldSpec) -> Iterator[str]:
    """The lines for a field that holds objects; several spans are made in place, which takes less time than calls."""
    name, ours, theirs = spec.type.__name__, f"o.{spec.name}", f"w.{spec.name}"
    call = f"load_{name.lower()}({{}}, text, article)"
    if not spec.many:
        yield f"v = {theirs}"
        yield f"{ours} = None if v is None else {call.format('v')}"
    elif issubclass(spec.type, Span):
        yield f"{spec.name}: list[{name}] = []"
        yield f"for v in {theirs}:"
        yield from (f"    {line}" for line in _read_span(spec.type, "v", name.lower()))
        yield f"    {spec.name}.append({name.lower()})"
        yield f"{ours} = tuple({spec.name})"
    else:
        yield f"v = {theirs}"
        yield f"{ours} = tuple([{call.format('i')} for i in v]) if v else ()"


def _span_loader() -> Iterator[str]:
    """The function from the wire object of a span to the span."""
    yield "def load_span(w: Any, text: str, article: ArticleWire) -> Span:"
    yield from (f"    {line}" for line in _read_span(Span, "w", "o"))
    yield "    return o  # type: ignore[no-any-return]"
    yield ""
    yield ""


def _read_span(cls: type[Model], wire: str, made: str) -> Iterator[str]:
    """The lines that make a span of its wire object."""
    yield f"words, start, end, part = {wire}.text, {wire}.start, {wire}.end, {wire}.part"
    yield "if text[start:end] != words or part is not TEXT:"
    yield f"    start, end = locate({wire}, article)"
    if cls is Span:
        yield f"{made} = _Span()"
        for name, value in zip(("text", "start", "end", "part"), ("words", "start", "end", "part"), strict=True):
            yield f"{made}.{name} = {value}"
        yield f"{made}.__class__ = Span"
    else:  # no type of ours can have its layout without being one of Span's subclasses
        low = cls.__name__.lower()
        yield f"{made} = {cls.__name__}.__new__({cls.__name__})"
        for name, value in zip(("text", "start", "end", "part"), ("words", "start", "end", "part"), strict=True):
            yield f"set_{low}_{name}({made}, {value})"
        for spec in field_specs(cls)[len(field_specs(Span)) :]:
            yield f"set_{low}_{spec.name}({made}, {wire}.{spec.name})"


RULES = {
    "Source": """
if (w.name is None) is (w.anonymity is NAMED):
    raise NotPlainError
""",
    "Attribution": """
v = w.confidence
if v is not None and not 0 < v <= 1:
    raise NotPlainError
v = w.source_confidence
if v is not None and not 0 < v <= 1:
    raise NotPlainError
cue, mention = w.cue, w.mention
if cue and mention and cue.start < mention.end and mention.start < cue.end and cue.start != UNPLACED:
    raise NotPlainError
""",
    "Quote": """
v, kind = w.content, w.kind
if w.attribution is None and kind is not EPITHET:
    raise NotPlainError
if v[0].verbatim is (kind is INDIRECT) if len(v) == 1 else not plain_content(v, kind):
    raise NotPlainError
""",
}
"""The rules between the fields of a type, as far as they hold plainly: stricter than the rules, never laxer."""


def _uses_v(spec: FieldSpec) -> bool:
    return spec.format in (Format.MODEL, Format.URI, Format.LANGUAGE, Format.DATE, Format.EXTRA)


def _loader(cls: type[Model]) -> Iterator[str]:
    """The function from a wire object to the object."""
    name, low = cls.__name__, cls.__name__.lower()
    yield f"def load_{low}(w: {name}Wire, text: str, article: ArticleWire) -> {name}:"
    if any(_uses_v(spec) for spec in field_specs(cls)):
        yield "    v: Any"
    yield from (f"    {line}" for line in RULES.get(name, "").strip().splitlines())
    yield f"    o = _{name}()"
    for spec in field_specs(cls):
        yield from (f"    {line}" for line in _read(spec))
    yield f"    o.__class__ = {name}"
    yield "    return o  # type: ignore[no-any-return]"
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
    for cls in MODELS:
        if cls in (Fragment, Edit):
            names = ", ".join(f"set_{cls.__name__.lower()}_{spec.name}" for spec in field_specs(cls))
            lines.append(f"{names} = setters({cls.__name__})")
        else:
            lines.append(f"_{cls.__name__}: Any = blank({cls.__name__})")
    lines += ["", ""]
    lines += _span_loader()
    for cls in MODELS:
        if not issubclass(cls, Span):
            lines += _loader(cls)
    lines.append("TO_WIRE: Final[dict[type[Model], Callable[[Any], Struct]]] = {")
    lines += [f"    {cls.__name__}: dump_{cls.__name__.lower()}," for cls in MODELS]
    lines.append("}")
    text = "\n".join(lines) + "\n"
    return _ruff(["check", "--fix", "--select", "I"], _ruff(["format"], text))


def _ruff(words: list[str], text: str) -> str:
    command = [sys.executable, "-m", "ruff", *words, "--quiet", "--stdin-filename", str(TARGET), "-"]
    return subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout  # noqa: S603 - ours


def main() -> int:
    """Write the file, or with `--check` say whether it is as the types are."""
    text = source()
    if "--check" in sys.argv[1:]:
        same = TARGET.is_file() and TARGET.read_text("utf-8") == text
        print(f"{TARGET.name} {'is' if same else 'is NOT'} as the types are")
        return 0 if same else 1
    TARGET.write_text(text, "utf-8")
    print(f"wrote {TARGET.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
