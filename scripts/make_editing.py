"""Write what the methods of an editor take from the types: `python scripts/make_editing.py [--check]`.

A type checker then knows the fields of each part of an article and what each holds. The result is committed, and a test
holds it up to date.
"""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import newsschema
from newsschema._model.fields import FieldSpec, field_specs
from newsschema._model.types import Annotator, Article, Attribution, Author, Correction, Model, Quote, Source, Subject
from newsschema._model.values import Format

TARGET = Path(newsschema.__file__).parent / "_editing" / "_fields.py"
HEAD = '''"""What the methods of an editor take. Made by `scripts/make_editing.py`: do not edit."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, Literal, Required, TypedDict

from newsschema._editing._refs import AnnotatorLike, Near, QuoteLike, SourceLike, Words
from newsschema._model import enums
from newsschema._model.types import Annotator, Author, Correction, Dateline, Edit, Quote, Source, Subject
'''
REFERENCES = {
    (Attribution, "source"): "SourceLike | None",
    (Source, "members"): "Sequence[SourceLike]",
    (Quote, "parent"): "QuoteLike | None",
    (Quote, "annotators"): "Sequence[AnnotatorLike]",
    (Quote, "content"): "Words | Sequence[Words]",
}
"""The fields that refer to other parts of the article, or that are looked for in it."""
LOOKED_FOR = ("    near: Near | None", "    occurrence: int | None", f"    part: {'{part}'} | None")
PLAIN = {Format.INTEGER: "int", Format.NUMBER: "float", Format.BOOLEAN: "bool", Format.DATE: "date | datetime | str"}


def type_of(cls: type[Model], spec: FieldSpec) -> str:
    """What a field is given as."""
    if (cls, spec.name) in REFERENCES:
        return REFERENCES[cls, spec.name]
    if spec.format is Format.ENUM:
        one = enum_of(spec.type)
    elif spec.format is Format.MODEL:
        one = "Words" if spec.type.__name__ == "Span" else spec.type.__name__
    elif spec.format is Format.EXTRA:
        one = "Mapping[str, Any]"
    else:
        one = PLAIN.get(spec.format, "str")
    return (f"Sequence[{one}]" if spec.many else one) + " | None" * spec.optional


def enum_of(kind: type) -> str:
    """A member of an enum, or its word."""
    words = ", ".join(f'"{member.value}"' for member in kind)  # type: ignore[attr-defined]
    return f"enums.{kind.__name__} | Literal[{words}]"


def fields_of(*classes: type[Model], without: tuple[str, ...] = (), required: tuple[str, ...] = ()) -> Iterator[str]:
    """A line for each field."""
    for cls in classes:
        for spec in field_specs(cls):
            if spec.name not in without:
                kind = type_of(cls, spec)
                yield f"    {spec.name}: {f'Required[{kind}]' if spec.name in required else kind}"


def source() -> str:
    """The module."""
    looked_for = [line.format(part=enum_of(newsschema.Part)) for line in LOOKED_FOR]
    many = tuple(spec.name for spec in field_specs(Article) if spec.many)
    tables = [
        ("SourceFields", "a source", list(fields_of(Source))),
        (
            "QuoteFields",
            "a quote but its words",
            [*fields_of(Quote, Attribution, without=("content", "attribution")), *looked_for],
        ),
        ("QuoteChanges", "a quote", [*fields_of(Quote, Attribution, without=("attribution",)), *looked_for]),
        ("ArticleFields", "an article but its text", list(fields_of(Article, without=("text",)))),
        ("ArticleChanges", "an article but its parts", list(fields_of(Article, without=many))),
    ]
    for cls in (Author, Subject, Correction, Annotator):
        due = tuple(spec.name for spec in field_specs(cls) if spec.required and spec.name != "id")
        kind = cls.__name__
        article = "an" if kind[0] == "A" else "a"
        tables.append((f"{kind}Fields", f"{article} {kind.lower()}", list(fields_of(cls, required=due))))
        tables.append((f"{kind}Changes", f"{article} {kind.lower()}, some of them", list(fields_of(cls))))
    parts = [HEAD]
    for name, what, lines in tables:
        head = [f"class {name}(TypedDict, total=False):", f'    """The fields of {what}."""\n']
        parts.append("\n".join([*head, *lines]))
    command = [sys.executable, "-m", "ruff", "format", "-", "--stdin-filename", str(TARGET)]
    text = "\n\n\n".join(parts) + "\n"
    return subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout  # noqa: S603 - our own


def main(words: list[str]) -> int:
    """Write the module, or say whether it is as it should be.

    Args:
        words: `--check`, or nothing.

    Returns:
        The exit code.
    """
    text = source()
    if TARGET.exists() and TARGET.read_text("utf-8") == text:
        return 0
    print(f"{'not as made' if words == ['--check'] else 'writing'}: {TARGET.name}")
    if words == ["--check"]:
        return 1
    TARGET.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
