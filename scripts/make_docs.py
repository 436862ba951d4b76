"""Write the pages of the documentation that the program itself knows best: `python scripts/make_docs.py [--check]`.

The page of the command, the JSON Schema field by field, the tables of the formats, the schemas at their stable address,
and the example story as a page. With `--check` nothing is written, and the exit code says whether all is as it should
be.
"""

import json
import re
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import newsschema
from newsschema import json_schema
from newsschema._json.version import SCHEMA_VERSION
from newsschema.cli._app import app
from newsschema.html import page
from newsschema.interop import Format
from newsschema.interop._registry import MODULES
from newsschema.reading import read_text

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
SCHEMAS = Path(newsschema.__file__).parent / "schemas"
MADE = "<!-- Made by scripts/make_docs.py. -->"
TABLE = "<!-- The table is made by scripts/make_docs.py. -->"
SHORT = 80
"""Characters of an example that a table has room for."""
INTRODUCTION = f"""\
# JSON

{MADE}

The JSON of version {{version}}, as its schema has it: [`{{version}}.json`](../schemas/{{version}}.json) (JSON Schema
2020-12), at the stable address `{{address}}`, in the package as
[`json_schema()`][newsschema.json_schema], and from the command as `newsschema schema`.

One document holds one article. Keys stand in the order of these tables, defaults are left out, and the text is UTF-8,
so that equal articles give equal bytes. Unknown fields are errors. A field that may be `null` may also be missing, and
is left out when written. Positions count Unicode code points.

A schema cannot say everything: that positions lie in the text and its words stand there, that ids are unique and
references arrive, that parents enclose their children, that `updated` is not before `published`. The library checks all
of it; see [Error codes](codes.md).
"""


def command_page() -> str:
    """What `--help` says, as a page."""
    made = app.generate_docs(heading_level=1)
    text = re.sub(r"## Table of Contents\n.*?(?=\*\*Commands)", "", made, flags=re.DOTALL)
    text = re.sub(r"^# newsschema$", f"# Command\n\n{MADE}", text, count=1, flags=re.MULTILINE)
    # What it shows is usage, and nothing to run.
    return re.sub(r"^```\w*\n(.*?)^```$", r"```sh\n\1```", text, flags=re.MULTILINE | re.DOTALL).rstrip() + "\n"


def schema_page() -> str:
    """The JSON Schema, a table for each type."""
    schema = json_schema()
    parts = [INTRODUCTION.format(version=SCHEMA_VERSION, address=schema["$id"]), *_section("Article", schema)]
    for kind, definition in schema["$defs"].items():
        parts += _section(kind, definition)
    return "\n".join(parts)


def _section(kind: str, schema: dict[str, Any]) -> Iterator[str]:
    yield f"## {kind}\n\n{_prose(schema.get('description', ''))}\n"
    if "enum" in schema:
        yield "One of " + ", ".join(f"`{_quoted(value)}`" for value in schema["enum"]) + ".\n"
        return
    required = schema.get("required", ())
    yield "| Field | Type | Default | Meaning | Example |\n|---|---|---|---|---|"
    for name, field in schema["properties"].items():
        given = "*required*" if name in required else f"`{_quoted(field.get('default'))}`"
        example = f"`{_quoted(field['examples'][0])}`" if field.get("examples") else ""
        yield f"| `{name}` | {_type(field)} | {given} | {_prose(field.get('description', ''))} | {example} |"
    yield ""


def _type(field: dict[str, Any]) -> str:
    if "$ref" in field:
        name = field["$ref"].rsplit("/", 1)[1]
        return f"[{name}](#{name.lower()})"
    if "const" in field:
        return f"`{_quoted(field['const'])}`"
    if "anyOf" in field:
        return " or ".join(map(_type, field["anyOf"]))
    if field["type"] == "array":
        return f"list of {_type(field['items'])}"
    kinds = [field["type"]] if isinstance(field["type"], str) else field["type"]
    return " or ".join(kinds)


def _quoted(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return (text if len(text) <= SHORT else text[: SHORT - 1] + "…").replace("|", "\\|").replace("`", "'")


def _prose(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def format_pages() -> Iterator[tuple[Path, str]]:
    """The pages of the formats, with the tables that the formats of a module have of their fields."""
    for module in MODULES:
        forms = import_module(f"newsschema.interop.{module}").FORMATS
        path = DOCS / "reference" / "formats" / f"{module}.md"
        if any(form.fields for form in forms):
            before, after = path.read_text("utf-8").split(TABLE)[::2]
            heads = [f"## {form.title} (`{form.name}`)\n\n" if len(forms) > 1 else "" for form in forms]
            tables = "\n\n".join(head + field_table(form) for head, form in zip(heads, forms, strict=True))
            yield path, f"{before}{TABLE}\n\n{tables}\n\n{TABLE}{after}"


def field_table(form: Format) -> str:
    """What a format has for each field of the model."""
    is_written = form.write is not None
    heads = ("ours", form.title, *(("carried",) if is_written else ()), "")
    lines = [heads, ("---",) * len(heads)]
    for row in form.fields:
        theirs = ", ".join(f"`{name}`" for name in row.theirs).replace("|", "\\|")
        lines.append((f"`{row.ours}`", theirs, *((row.carried,) if is_written else ()), row.note))
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def pages() -> Iterator[tuple[Path, str]]:
    """Every file that is made, with its content."""
    yield DOCS / "reference" / "command.md", command_page()
    yield DOCS / "reference" / "schema.md", schema_page()
    yield from format_pages()
    for schema in sorted(SCHEMAS.glob("*.json")):
        yield DOCS / "schemas" / schema.name, schema.read_text("utf-8")
    story = (ROOT / "examples" / "port-elsa.txt").read_text("utf-8")
    yield DOCS / "assets" / "port-elsa.html", page(read_text(story))


def main(words: list[str]) -> int:
    """Write the files, or say which are not as they should be.

    Args:
        words: `--check`, or nothing.

    Returns:
        The exit code.
    """
    stale = 0
    for path, text in pages():
        if path.exists() and path.read_text("utf-8") == text:
            continue
        stale += 1
        print(f"{'not as made' if words == ['--check'] else 'writing'}: {path.relative_to(ROOT)}")
        if words != ["--check"]:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
    return int(words == ["--check"] and stale > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
