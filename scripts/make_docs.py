"""Write the pages of the documentation that the program itself knows best: `python scripts/make_docs.py [--check]`.

The page of the command, the JSON Schema field by field, the tables of the formats, the schemas at their stable address,
and the example story as a page. With `--check` nothing is written, and the exit code says whether all is as it should
be.
"""

import ast
import importlib
import inspect
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from textwrap import fill
from typing import Any

import newsschema
from newsschema import json_schema
from newsschema._flat import COLUMNS
from newsschema._json.version import SCHEMA_VERSION
from newsschema.cli._app import app
from newsschema.html import page
from newsschema.interop import Format
from newsschema.interop._registry import MODULES
from newsschema.reading import read_text

sys.path.insert(0, str(Path(__file__).parent))
from docs_mistakes import mistakes
from docs_story import parts
from generated import ROOT, write_or_check
from make_pictures import packages

DOCS = ROOT / "docs"
SCHEMAS = Path(newsschema.__file__).parent / "schemas"
MADE = "<!-- Made by scripts/make_docs.py. -->"
TABLE = "<!-- The table is made by scripts/make_docs.py. -->"
SHORT = 80
"""Characters of an example that a table has room for."""
INTRODUCTION = f"""\
---
description: Every field of the JSON of newsschema, with its type, default, meaning and an example.
source: src/newsschema/_model/types.py
---

# JSON

{MADE}

This page describes version {{version}} of the JSON. The JSON Schema (2020-12) is
[`{{version}}.json`](../schemas/{{version}}.json), at the stable address `{{address}}`, in the package as
[`json_schema()`][newsschema.json_schema], and from the command as `newsschema schema`.

A document holds one article. Keys are in the order of these tables, defaults are left out, and the encoding is UTF-8,
so that equal articles give equal bytes. Unknown fields are errors. A field that may be `null` may also be missing, and
is left out when written. Positions count Unicode code points.

A schema cannot say everything. A document that is valid against the schema may still have these
[faults](codes.md), which only the library finds:

- positions: [`span-order`](codes.md#span-order), [`span-outside`](codes.md#span-outside),
  [`span-mismatch`](codes.md#span-mismatch), [`content-order`](codes.md#content-order),
  [`cue-overlap`](codes.md#cue-overlap), [`parent-extent`](codes.md#parent-extent)
- names: [`duplicate-id`](codes.md#duplicate-id), [`unknown-source`](codes.md#unknown-source),
  [`unknown-parent`](codes.md#unknown-parent), [`unknown-annotator`](codes.md#unknown-annotator),
  [`cycle`](codes.md#cycle)
- [`date-order`](codes.md#date-order), and a lone surrogate ([`bad-character`](codes.md#bad-character))

In the rest, the schema and the library agree, but for a document of a newer minor version, which the library reads with
a warning; both accept `1.0` as an integer and `-0` as zero. The patterns use only
syntax that RE2, Rust and ECMAScript share. The schema works with `ajv` in strict mode, and with the type generators
quicktype, json-schema-to-typescript and datamodel-code-generator. A document may begin with `"$schema"`.

[JSON words](schema-words.md) explains each word that a field may take, such as `"anonymous"`.
"""
WORDS = f"""\
---
description: Every word with a fixed meaning in the JSON of newsschema, such as direct, anonymous or denied.
source: src/newsschema/_model/enums.py
---

# JSON words

{MADE}

Some fields of [the JSON](schema.md) take one of a few words. A word that a field does not list is an
[`unknown-value`](codes.md#unknown-value).
"""
NEEDS = 'The command needs the extra `cli`: `pip install "newsschema[cli]"`.'
COLUMNS_PAGE = f"""\
---
description: The columns of the quotes table (CSV, Parquet, JSON lines, data frames), a row for each quote.
source: src/newsschema/_flat.py
---

# Columns of the quotes table

{MADE}

`newsschema quotes -o FILE` writes this table as `.csv`, `.jsonl` or `.parquet`, and `--json` prints it. In Python,
[`quotes_table`][newsschema.arrow.quotes_table] makes it from articles, and [`flatten`][newsschema.arrow.flatten] from
batches. There is a row for each quote. An empty cell means that the article does not say; JSON lines leave it out.

| Column | Type | What it holds |
|---|---|---|
{{rows}}

In files and batches, three more columns say where a row came from: `origin` (the file), `line` (the line of the file,
from 1, if the document is one) and `item` (the number of the document, from 1, if a file has several). Batches also
have `faults`, the faults of a document that is not a valid article; its row has nothing else.

To find the words again, take `start` and `end` in the part of the article: `article.part(row["part"])`. A quote with
several pieces begins where the first does; the words between the pieces are not in `words`. The pieces are in the
article, as [`Quote.content`](types/quote.md).
"""


def command_page() -> str:
    """What `--help` says, as a page."""
    made = app.generate_docs(heading_level=1)
    text = re.sub(r"## Table of Contents\n.*?(?=\*\*Commands)", "", made, flags=re.DOTALL)
    front = "---\ndescription: Every command of newsschema with its arguments, options and exit codes.\n"
    front += "source: src/newsschema/cli/_app.py\n---\n\n"
    text = re.sub(r"^# newsschema$", f"{front}# Command\n\n{MADE}\n\n{NEEDS}", text, count=1, flags=re.MULTILINE)
    text = re.sub(r" \*\[default: (?:\(\)|False)\]\*", "", text)
    # The usage calls the arguments by the name that their list has.
    text = re.sub(
        r"\[ARGS\.\.\.\](?=.*?^\*\*Arguments\*\*:\s+\* `(\w+)`)", r"[\1...]", text, flags=re.MULTILINE | re.DOTALL
    )
    # What it shows is usage, and nothing to run.
    return re.sub(r"^```\w*\n(.*?)^```$", r"```sh\n\1```", text, flags=re.MULTILINE | re.DOTALL).rstrip() + "\n"


SCHEMA = json_schema()
ENUMS = {kind for kind, definition in SCHEMA["$defs"].items() if "enum" in definition}


def schema_page() -> str:
    """The JSON Schema, a table for each type."""
    parts = [INTRODUCTION.format(version=SCHEMA_VERSION, address=SCHEMA["$id"]), *_section("Article", SCHEMA)]
    for kind, definition in SCHEMA["$defs"].items():
        if kind not in ENUMS:
            parts += _section(kind, definition)
    return "\n".join(parts)


def words_page() -> str:
    """The words that fields take, a table for each enumeration."""
    parts = [WORDS]
    for kind in sorted(ENUMS):
        said, *members = SCHEMA["$defs"][kind]["description"].split("\n")
        parts.append(f"## {kind}\n\n{_prose(said)}\n\n| Word | Meaning |\n|---|---|")
        for line in members:
            word, _, meaning = line.partition(": ")
            parts.append(f"| `{_quoted(word)}` | {_prose(meaning)} |")
        parts.append("")
    return "\n".join(parts)


def _section(kind: str, schema: dict[str, Any]) -> Iterator[str]:
    yield f"## {kind}\n\n{_prose(schema['description'])}\n"
    if "properties" not in schema:
        yield f"One of: {_type(schema)}.\n"
        return
    required = schema.get("required", ())
    yield "| Field | Type | Meaning | Default | Example |\n|---|---|---|---|---|"
    for name, field in schema["properties"].items():
        given = "*required*" if name in required else f"`{_quoted(field.get('default'))}`"
        example = f"`{_quoted(field['examples'][0])}`" if field.get("examples") else ""
        yield f"| `{name}` | {_type(field)} | {_prose(field.get('description', ''))} | {given} | {example} |"
    yield ""


def _type(field: dict[str, Any]) -> str:
    if "$ref" in field:
        name = field["$ref"].rsplit("/", 1)[1]
        return f"[{name}]({'schema-words.md' if name in ENUMS else ''}#{name.lower()})"
    if "const" in field:
        return f"`{_quoted(field['const'])}`"
    if "anyOf" in field:
        return " or ".join(map(_type, field["anyOf"]))
    if field["type"] == "array":
        items = _type(field["items"])
        return f"list of {items if items.startswith('[') else f'{items}s'}"
    kinds = [field["type"]] if isinstance(field["type"], str) else field["type"]
    return " or ".join(kinds)


def _quoted(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return (text if len(text) <= SHORT else text[: SHORT - 1] + "…").replace("|", "\\|").replace("`", "'")


def columns_page() -> str:
    """The columns of the quotes table: of each its type, and what it holds."""
    rows = [f"| `{name}` | {column.type.__name__} | {column.about} |" for name, column in COLUMNS.items()]
    return COLUMNS_PAGE.format(rows="\n".join(rows))


def _prose(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def module_pages() -> Iterator[tuple[str, str]]:
    """A page for each public module, with an entry for each of its names."""
    names = [f"newsschema.{name}" for name in ("arrow", "corpus", "html", "interop", "reading", "strategies")]
    for name in [*names, *(f"newsschema.interop.{name}" for name in MODULES)]:
        module = importlib.import_module(name)
        said = json.dumps(_said_first(module).replace("`", ""), ensure_ascii=False)
        parts = [
            f"---\ndescription: {said}\nsource: {_source(module)}\n---\n",
            f"# {name.removeprefix('newsschema.')}\n\n{MADE}\n",
            _about_module(name, module),
            *(_entry(module, member) for member in public_names(module)),
        ]
        yield name.removeprefix("newsschema.").replace(".", "-"), "\n".join(parts)


def _entry(module: Any, name: str) -> str:
    """The entry of a name; what `newsschema` has too has one under that."""
    if getattr(newsschema, name, None) is getattr(module, name):
        return f"[`newsschema.{name}`][newsschema.{name}] can be imported from here too.\n"
    return f"::: {module.__name__}.{name}\n    options: {{heading_level: 2}}\n"


def public_names(module: Any) -> list[str]:
    """The names that a module says are public, its submodules apart."""
    return [name for name in module.__all__ if not inspect.ismodule(getattr(module, name))]


def _about_module(name: str, module: Any) -> str:
    """What a module is for; a format has a page of its own, whose links its docstring has."""
    form = name.removeprefix("newsschema.interop.")
    if (DOCS / "reference" / "formats" / f"{form}.md").exists():
        said = f"{_said_first(module)} [The page of the format](../formats/{form}.md) says what it carries."
        return f"{said}{_calls(module)}\n"
    return f"::: {name}\n    options: {{members: false, show_root_heading: false}}\n"


def _calls(module: Any) -> str:
    """How to call functions that are methods of tables, whose parameters the page does not show."""
    methods = list(filter(inspect.ismethod, (getattr(module, name) for name in public_names(module))))
    if not methods:
        return ""
    taken = inspect.signature(methods[0]).parameters.values()
    bare = inspect.Signature([each.replace(annotation=inspect.Parameter.empty) for each in taken])
    return f" Each function takes `{bare}`, and returns the article and a [report](interop.md)."


def _source(module: Any) -> str:
    return str(Path(module.__file__).relative_to(ROOT))


def _said_first(module: Any) -> str:
    return " ".join(inspect.cleandoc(module.__doc__ or "").split("\n\n")[0].split())


HOVER = (
    "addressee", "byline", "code points", "cue", "dateline", "epithet", "lone surrogate", "mention", "ninjs", "NITF",
    "polarity", "round trip", "UTF-16 units",
)  # fmt: skip
"""Terms that pages explain when one points at them; the others are words of every day."""


def abbreviations() -> str:
    """The first sentence that the glossary has of some terms, in the form that pages show when one points at a term."""
    page = (DOCS / "glossary.md").read_text("utf-8")
    terms = dict(re.findall(r"^(\S.*)\n:   ((?:.+\n)+)", page, re.MULTILINE))
    plain = {term: re.sub(r"[*`]|\[|\]\[[^\]]*\]|\]\([^)]*\)", "", text) for term, text in terms.items()}
    first = {term: re.split(r"(?<=\.) ", " ".join(text.split()))[0] for term, text in plain.items()}
    return "".join(f"*[{term}]: {first[term]}\n" for term in HOVER)


RECIPE = re.compile(r"^## ([^\n]+)\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
BLOCK = re.compile(r"```(python|text)\n(.*?)```\n", re.DOTALL)


def slug_of(title: str) -> str:
    """A title as it stands in an address, as the site makes it."""
    return re.sub(r"[^a-z0-9]+", "-", title.lower().replace("'", "")).strip("-")


def notebooks() -> Iterator[tuple[str, str]]:
    """Each recipe of the cookbook as a notebook, with the output that the page shows."""
    page = (DOCS / "cookbook.md").read_text("utf-8")
    for title, body in RECIPE.findall(page):
        words = BLOCK.sub("", body).strip()
        words = re.sub(r"\n*\[Notebook\].*", "", words)
        (code, output) = (text for _, text in BLOCK.findall(body))
        needs = [] if "pip install" in words else ["Needs `pip install newsschema`."]
        heading = "\n\n".join(filter(None, [f"# {title}", words, *needs]))
        printed = {"name": "stdout", "output_type": "stream", "text": output.splitlines(keepends=True)}
        cell = {
            "cell_type": "code",
            "execution_count": 1,
            "id": "code",
            "metadata": {},
            "outputs": [printed],
            "source": code.rstrip("\n").splitlines(keepends=True),
        }
        notebook = {
            "cells": [
                {"cell_type": "markdown", "id": "words", "metadata": {}, "source": heading.splitlines(keepends=True)},
                cell,
            ],
            "metadata": {
                "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
                "language_info": {"name": "python"},
            },
            "nbformat": 4,
            "nbformat_minor": 5,
        }
        yield slug_of(title), json.dumps(notebook, ensure_ascii=False, indent=1) + "\n"


def citations() -> Iterator[tuple[str, str]]:
    """How a paper cites the project, from CITATION.cff: for BibTeX, and as APA has it."""
    text = (ROOT / "CITATION.cff").read_text("utf-8")
    said = dict(re.findall(r'^ *(?:- )?([\w-]+): "?(.*?)"?$', text, re.MULTILINE))
    year = said.get("date-released", "n.d.")[:4]
    fields = {
        "author": f"{{{said['name']}}}",
        "title": said["title"],
        "version": said["version"],
        "year": year,
        "url": said["url"],
        "license": said["license"],
    }
    rows = "".join(f"  {name:<7} = {{{value}}},\n" for name, value in fields.items())
    yield "citation.bib", f"@software{{newsschema,\n{rows}}}\n"
    title = re.sub(r"(?<=: )\w", lambda first: first[0].upper(), said["title"])
    apa = f"{said['name']}. ({year}). {title} (Version {said['version']}) [Computer software]. {said['url']}"
    yield "citation.txt", fill(apa, 88) + "\n"


def package_table() -> str:
    """What goes into each package, by its docstring, and what it imports."""
    rows = []
    for name, imports in packages().items():
        path = Path(newsschema.__file__).parent / name
        source = (path / "__init__.py" if path.is_dir() else path.with_suffix(".py")).read_text("utf-8")
        said = (ast.get_docstring(ast.parse(source)) or "").split("\n\n")[0]
        used = ", ".join(f"`{other}`" for other in sorted(imports)) or "–"
        rows.append(f"| `{name}` | {_prose(said)} | {used} |")
    return "\n".join(["| Package | What goes there | Imports |", "|---|---|---|", *rows, ""])


def format_pages() -> Iterator[tuple[Path, str]]:
    """The pages of the formats, with the tables that the formats of a module have of their fields."""
    for module in MODULES:
        forms = importlib.import_module(f"newsschema.interop.{module}").FORMATS
        path = DOCS / "reference" / "formats" / f"{module}.md"
        if any(form.fields for form in forms):
            parts = path.read_text("utf-8").split(TABLE) if path.exists() else []
            if len(parts) != 3:  # noqa: PLR2004 - before the table, the table, after it
                raise SystemExit(f"write {path.relative_to(ROOT)}, with this line twice where its table goes: {TABLE}")
            heads = [f"## {form.title} (`{form.name}`)\n\n" if len(forms) > 1 else "" for form in forms]
            tables = "\n\n".join(head + field_table(form) for head, form in zip(heads, forms, strict=True))
            yield path, f"{parts[0]}{TABLE}\n\n{tables}\n\n{TABLE}{parts[2]}"


def field_table(form: Format) -> str:
    """What a format has for each field of the model: only the columns that say something."""
    columns = {
        "Field": [f"`{row.ours}`" for row in form.fields],
        form.title: [", ".join(f"`{name}`" for name in row.theirs) for row in form.fields],
        "Carried": [row.carried if form.write else "" for row in form.fields],
        "Note": [row.note for row in form.fields],
    }
    shown = {head: cells for head, cells in columns.items() if any(cells)}
    lines = [shown, ["---"] * len(shown), *zip(*shown.values(), strict=True)]
    return "\n".join(f"| {' | '.join(cell or '–' for cell in cells)} |" for cells in lines)


def pages() -> Iterator[tuple[Path, str]]:
    """Every file that is made, with its content."""
    yield DOCS / "reference" / "command.md", command_page()
    yield DOCS / "reference" / "schema.md", schema_page()
    yield DOCS / "reference" / "schema-words.md", words_page()
    yield DOCS / "reference" / "columns.md", columns_page()
    yield from format_pages()
    for schema in sorted(SCHEMAS.glob("*.json")):
        yield DOCS / "schemas" / schema.name, schema.read_text("utf-8")
    yield ROOT / "includes" / "abbreviations.md", abbreviations()
    for name, text in citations():
        yield ROOT / "includes" / name, text
    yield ROOT / "includes" / "mistakes.md", mistakes()
    yield ROOT / "includes" / "packages.md", package_table()
    for name, text in parts():
        yield ROOT / "includes" / "story" / name, text
    for name, text in notebooks():
        yield DOCS / "notebooks" / f"{name}.ipynb", text
    for name, text in module_pages():
        yield DOCS / "reference" / "modules" / f"{name}.md", text
    story = (ROOT / "examples" / "port-elsa.txt").read_text("utf-8")
    yield DOCS / "assets" / "port-elsa.html", page(read_text(story))


if __name__ == "__main__":
    sys.exit(write_or_check(pages()))
