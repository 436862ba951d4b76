"""Write the JSON Schemas of the current version from the types: `python scripts/make_schema.py [--check]`.

A released version's file never changes: a difference is a mistake, or a new version.
"""

import ast
import inspect
import json
import re
import sys
from collections.abc import Iterator
from enum import Enum
from itertools import pairwise
from pathlib import Path
from typing import Any

from attrs import NOTHING
from generated import write_or_check

import newsschema
from newsschema._json.version import SCHEMA_VERSION
from newsschema._model import enums, patterns
from newsschema._model.fields import FieldSpec, field_specs
from newsschema._model.types import MODELS, Article, Model
from newsschema._model.values import Format

TARGET = Path(newsschema.__file__).parent / "schemas" / f"{SCHEMA_VERSION}.json"
EXTENSION = TARGET.with_name(f"ninjs-extension-{SCHEMA_VERSION}.json")
ADDRESS = f"https://newsschema.github.io/newsschema/schemas/{SCHEMA_VERSION}.json"


_LINE_BREAK = {"pattern": "\\n"}
"""In some dialects `$` lets a last line break pass, which no string of a form has."""


def _pattern(pattern: str) -> dict[str, Any]:
    """A string of this form."""
    return {"type": "string", "pattern": f"^(?:{pattern})$", "not": _LINE_BREAK}


_NO_NUL = r"^[^\x00]*$"
FORMATS: dict[Format, dict[str, Any]] = {
    Format.TEXT: {"type": "string", "minLength": 1, "pattern": _NO_NUL},
    Format.BODY: {"type": "string", "pattern": _NO_NUL},
    Format.URI: _pattern(patterns.URI),
    Format.LANGUAGE: _pattern(patterns.LANGUAGE),
    Format.DATE: _pattern(patterns.DATE),
    Format.EXTRA: {
        "type": "object",
        "propertyNames": {"pattern": f"^(?:{patterns.URI}|{patterns.DOMAIN})$", "not": _LINE_BREAK},
        # A condition, which what makes types passes over: much of it does not end on a type that holds itself.
        "additionalProperties": True,
        "if": True,
        "then": {"type": "object", "additionalProperties": {"$ref": "#/$defs/JsonValue"}},
    },
    Format.INTEGER: {"type": "integer", "minimum": 0},
    Format.NUMBER: {"type": "number", "minimum": 0, "maximum": 1},
    Format.BOOLEAN: {"type": "boolean"},
}

_VALUE = {"$ref": "#/$defs/JsonValue"}
JSON_VALUE: dict[str, Any] = {
    "description": "Anything that JSON holds; no string has a NUL.",
    "anyOf": [
        {"type": "null"},
        {"type": "boolean"},
        {"type": "number"},
        {"type": "string", "pattern": _NO_NUL},
        {"type": "array", "items": _VALUE},
        {"type": "object", "propertyNames": {"pattern": _NO_NUL}, "additionalProperties": _VALUE},
    ],
}


def _fields(*required: str, **fields: dict[str, Any]) -> dict[str, Any]:
    """An object with these fields; its type is said once more for ajv, which in strict mode asks for it everywhere."""
    needed = {"required": [*required]} if required else {}
    return {"type": "object", **needed, "properties": {**{name: {} for name in required}, **fields}}


def _of_kind(*kinds: str) -> dict[str, Any]:
    return _fields("kind", kind={"enum": [*kinds]})


def _content(**words: Any) -> dict[str, Any]:
    return _fields(content={"type": "array", **words})


_GIVEN_NAME = _fields("name", name={"type": "string"})
_ANCHOR = {name: _fields(name, **{name: {"type": "integer"}}) for name in ("start", "end")}
_VERBATIM = _fields(verbatim={"const": True})
_REPORTED = _fields("verbatim", verbatim={"const": False})
_SPAN_RULE = [{"if": _ANCHOR["start"], "then": _ANCHOR["end"], "else": {"not": _ANCHOR["end"]}}]
RULES: dict[str, list[dict[str, Any]]] = {
    "Span": _SPAN_RULE,
    "Fragment": _SPAN_RULE,
    "Edit": _SPAN_RULE,
    "Source": [
        {
            "if": _GIVEN_NAME,
            "then": _fields(anonymity={"const": "named"}),
            "else": _fields("anonymity", anonymity={"not": {"const": "named"}}),
        }
    ],
    "Quote": [
        {"if": _of_kind("direct", "epithet"), "then": _content(items=_VERBATIM)},
        {"if": _of_kind("partial"), "then": _content(contains=_VERBATIM)},
        {"if": _of_kind("indirect"), "then": _content(items=_REPORTED)},
        {
            "if": _of_kind("direct", "partial", "indirect"),
            "then": _fields("attribution", attribution={"not": {"type": "null"}}),
        },
    ],
}
"""The rules between fields that a JSON Schema can say. It cannot say positions, references and the order of dates."""

_WORDS = {"text": "The bridge is safe,", "start": 1, "end": 20}
_CUE = {"text": "said", "start": 22, "end": 26}
EXAMPLES: dict[str, list[Any]] = {
    "schema_version": [SCHEMA_VERSION],
    "Article.id": ["urn:example:bridge", "ni:///sha-256;ikseg9msdliKvG5Sk0ZB-ZhfooEWkX0gCx0FVy5tebg"],
    "Article.text": ["“The bridge is safe,” said Ines Okafor.\n\nIt reopens on Monday."],
    "Source.id": ["s1"],
    "Quote.id": ["q1"],
    "Quote.kind": ["direct"],
    "Edit.text": ["[the bridge]"],
    "Edit.start": [4],
    "Edit.end": [16],
    "Edit.kind": ["insertion"],
    "Author.name": ["Lena Brandt"],
    "Author.role": ["Bergen correspondent"],
    "Author.affiliation": ["The Bergen Courier"],
    "Source.kind": ["person"],
    "Subject.kind": ["place"],
    "Subject.name": ["Bergen"],
    "Dateline.text": ["BERGEN, March 3 (NTB)"],
    "Dateline.date": ["March 3"],
    "Correction.text": ["An earlier version gave the wrong year."],
    "text": ["the harbour master"],
    "start": [24],
    "end": [42],
    "part": ["headline"],
    "verbatim": [False],
    "headline": ["Bridge to reopen on Monday"],
    "language": ["en", "pt-BR"],
    "published": ["2026-03-24", "2026-03-24T09:30:00+02:00"],
    "updated": ["2026-03-25"],
    "date": ["2026-03-25"],
    "embargoed_until": ["2026-03-24T06:00:00Z"],
    "summary": ["The old bridge passed its last test."],
    "byline": ["By Lena Brandt in Bergen"],
    "authors": [[{"name": "Lena Brandt"}]],
    "credit": ["NTB"],
    "dateline": [{"text": "BERGEN, March 3 (NTB)", "place": "BERGEN", "date": "March 3", "credit": "NTB"}],
    "url": ["https://example.org/bridge"],
    "uri": ["https://www.wikidata.org/entity/Q26793"],
    "version": ["3"],
    "status": ["usable"],
    "rights": ["© 2026 NTB"],
    "subjects": [[{"name": "Bergen", "kind": "place"}]],
    "corrections": [[{"text": "An earlier version gave the wrong year."}]],
    "sources": [[{"id": "s1", "name": "Ines Okafor"}]],
    "quotes": [[{"id": "q1", "kind": "direct", "content": [_WORDS], "attribution": {"source": "s1", "cue": _CUE}}]],
    "extra": [{"org.example.desk": {"slug": "bridge"}}],
    "name": ["Ines Okafor"],
    "description": ["a senior port official"],
    "anonymity": ["named", "anonymous"],
    "role": ["harbour master"],
    "affiliation": ["Port of Bergen"],
    "members": [["s1", "s2"]],
    "same_as": [["https://www.wikidata.org/entity/Q42"]],
    "condition": [{"text": "on condition of anonymity", "start": 79, "end": 104}],
    "source_confidence": [0.8],
    "publisher": ["The Bergen Courier"],
    "section": ["World"],
    "genre": ["analysis"],
    "annotators": [[{"id": "a1", "name": "newsschema", "kind": "software", "version": "0.1.0"}]],
    "Quote.annotators": [["a1"]],
    "Annotator.id": ["a1"],
    "Annotator.name": ["newsschema"],
    "Annotator.kind": ["software"],
    "Annotator.version": ["0.1.0"],
    "source": ["s1"],
    "mention": [{"text": "Ines Okafor", "start": 27, "end": 38}],
    "cue": [_CUE],
    "addressee": [{"text": "reporters", "start": 43, "end": 52}],
    "setting": [{"text": "in an interview", "start": 53, "end": 68}],
    "time": [{"text": "on Monday", "start": 69, "end": 78}],
    "polarity": ["denied"],
    "medium": ["writing"],
    "terms": ["background"],
    "via": [{"text": "state television", "start": 80, "end": 96}],
    "confidence": [0.9],
    "content": [[_WORDS]],
    "attribution": [{"source": "s1", "cue": _CUE}],
    "edits": [[{"text": "[the bridge]", "start": 4, "end": 16, "kind": "insertion"}]],
    "parent": ["q1"],
    "translated_from": ["ar"],
    "place": ["BERGEN"],
}
"""The first of each, together, make a valid object: it is what the page of an API offers to send."""


IN_JSON = {"None": "null", "True": "true", "False": "false"}
"""What JSON calls the constants that docstrings name."""


def descriptions(cls: type) -> dict[str, str]:
    """What the `Attributes` section of a docstring says of each field, as one line of plain text."""
    text = inspect.cleandoc(cls.__doc__ or "")
    section = re.search(r"^Attributes:\n((?:    .*\n|\n)+)", text + "\n", re.MULTILINE)
    assert section, cls
    entries = re.findall(r"^    (\w+): (.*(?:\n {8}.*)*)", section[1], re.MULTILINE)
    return {name: _plain(words) for name, words in entries}


def member_descriptions() -> dict[str, dict[str, str]]:
    """What the sources say below each member of each enumeration, by its value."""
    said: dict[str, dict[str, str]] = {}
    classes = [node for node in ast.parse(inspect.getsource(enums)).body if isinstance(node, ast.ClassDef)]
    for tree in classes:
        for item, below in pairwise(tree.body):
            if isinstance(item, ast.Assign) and isinstance(below, ast.Expr):
                text = _plain(ast.literal_eval(below.value).strip())
                said.setdefault(tree.name, {})[ast.literal_eval(item.value)] = text
    return said


def enum_schema(cls: type[Enum]) -> dict[str, Any]:
    """The schema of an enumeration; what each word means is in the description, a line for each."""
    said = member_descriptions()[cls.__name__]
    lines = [_plain(inspect.cleandoc(cls.__doc__ or "")), *(f"{member.value}: {said[member.value]}" for member in cls)]
    return {"enum": [member.value for member in cls], "description": "\n".join(lines)}


def _plain(text: str) -> str:
    return re.sub(r"\[`(\w+)`\]\[[\w.]+\]", r"\1", re.sub(r"\s+", " ", text)).replace("`", "")


def schema_of(spec: FieldSpec) -> dict[str, Any]:
    """The schema of a field."""
    one = FORMATS.get(spec.format) or {"$ref": f"#/$defs/{spec.type.__name__}"}
    if spec.many:
        return {"type": "array", "items": one}
    if not spec.optional:
        return one
    return {**one, "type": [one["type"], "null"]} if "type" in one else {"anyOf": [one, {"type": "null"}]}


def _default(value: Any) -> Any:
    return [] if value == () else {} if value == {} else value


def object_schema(cls: type[Model]) -> dict[str, Any]:
    """The schema of one of the model's types."""
    said = descriptions(cls)
    properties: dict[str, Any] = {}
    for item in field_specs(cls):
        schema = dict(schema_of(item))
        if (cls.__name__, item.name) == ("Quote", "content"):
            schema["minItems"] = 1
        if item.name not in said:
            raise SystemExit(f"say under Attributes in the docstring of {cls.__name__} what {item.name} is")
        schema["description"] = re.sub(r"\b(?:None|True|False)\b", lambda word: IN_JSON[word[0]], said[item.name])
        if item.default not in (NOTHING, None):
            schema["default"] = _default(item.default)
        examples = EXAMPLES.get(f"{cls.__name__}.{item.name}") or EXAMPLES.get(item.name)
        if examples:
            schema["examples"] = examples
        properties[item.name] = schema
    return {
        "type": "object",
        "description": _plain(inspect.cleandoc(cls.__doc__ or "").split("\n\n", maxsplit=1)[0]),
        "properties": properties,
        "required": [item.name for item in field_specs(cls) if item.required],
        "additionalProperties": False,
        **({"allOf": RULES[cls.__name__]} if cls.__name__ in RULES else {}),
    }


def document_schema() -> dict[str, Any]:
    """The whole schema."""
    article = object_schema(Article)
    version = {
        "const": SCHEMA_VERSION,
        "description": "The version of this JSON.",
        "examples": EXAMPLES["schema_version"],
    }
    named = {
        "type": "string",
        "description": "Where this schema is, for editors; it means nothing else.",
        "examples": [ADDRESS],
    }
    words = {item.type for model in MODELS for item in field_specs(model) if item.format is Format.ENUM}
    definitions = {cls.__name__: object_schema(cls) for cls in MODELS if cls is not Article}
    definitions["JsonValue"] = JSON_VALUE
    for enum in sorted(words, key=lambda cls: cls.__name__):
        definitions[enum.__name__] = enum_schema(enum)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": ADDRESS,
        "title": "Article",  # what generators of types name their class
        **article,
        "properties": {"schema_version": version, **article["properties"], "$schema": named},
        "required": ["schema_version", *article["required"]],
        "$defs": definitions,
    }


def extension_schema() -> dict[str, Any]:
    """The schema of a ninjs item with our property, in the form of an extension of the IPTC's."""
    fields = [item.name for item in field_specs(Article) if item.name != "id"]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": ADDRESS.replace(f"{SCHEMA_VERSION}.json", EXTENSION.name),
        "title": "ninjs item with quotations",
        "description": "An item of IPTC ninjs 3.1 with one more property, which holds what ninjs has no place for.",
        "type": "object",
        "allOf": [{"$ref": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#/$defs/ninjsType"}],
        "required": ["uri"],
        "properties": {
            "newsschema": {
                "description": "Fields of an article of newsschema that the item does not hold, its sources and quotes "
                "above all. Positions count Unicode code points in the body that is plain text.",
                "type": "object",
                "required": ["schema_version"],
                "properties": {name: {"$ref": f"{ADDRESS}#/properties/{name}"} for name in ("schema_version", *fields)},
                "additionalProperties": False,
            }
        },
        "unevaluatedProperties": False,
    }


def schemas() -> Iterator[tuple[Path, str]]:
    """The files, with their paths."""
    for target, schema in ((TARGET, document_schema()), (EXTENSION, extension_schema())):
        yield target, json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.exit(write_or_check(schemas()))
