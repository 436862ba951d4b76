"""Write what `replace` and an editor take, for type checkers: `python scripts/make_typing.py [--check]`."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from generated import formatted, write_or_check

import newsschema
from newsschema._model.fields import FieldSpec, field_specs
from newsschema._model.types import (
    MODELS,
    Annotator,
    Article,
    Attribution,
    Author,
    Correction,
    Model,
    Quote,
    Source,
    Subject,
)
from newsschema._model.values import Format

PACKAGE = Path(newsschema.__file__).parent
CHOICES = '''"""What a field of each enumeration takes. Made by `scripts/make_typing.py`: do not edit."""

from typing import Literal, TypeAlias

from newsschema._model import enums
'''
CHANGES = '''"""What `replace` takes, for type checkers. Made by `scripts/make_typing.py`: do not edit."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from newsschema._model import accepts, choices
    from newsschema._model.quotes import Attribution, Edit, Fragment, Quote, Source, Span
    from newsschema._model.types import Annotator, Author, Correction, Dateline, Subject
'''
EDITING = '''"""What the methods of an editor take, for type checkers. Made by `scripts/make_typing.py`: do not edit."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Required, TypedDict

if TYPE_CHECKING:
    from newsschema._editing._refs import AnnotatorLike, Near, QuoteLike, SourceLike, Words
    from newsschema._model import accepts, choices
    from newsschema._model.types import Annotator, Author, Correction, Dateline, Edit, Quote, Source, Subject
'''
PLAIN = {
    Format.INTEGER: "int",
    Format.NUMBER: "float",
    Format.BOOLEAN: "bool",
    Format.DATE: "accepts.Date",
    Format.EXTRA: "Mapping[str, Any]",
}
IN_AN_EDITOR = {
    (Attribution, "source"): "SourceLike | None",
    (Source, "members"): "Sequence[SourceLike]",
    (Quote, "parent"): "QuoteLike | None",
    (Quote, "annotators"): "Sequence[AnnotatorLike]",
    (Quote, "content"): "Words | Sequence[Words]",
    **{(Attribution, spec.name): "Words | None" for spec in field_specs(Attribution) if spec.type is newsschema.Span},
}
"""The fields that refer to other parts of the article, or that an editor looks for in it."""
SEARCH = {"near": "Near | None", "occurrence": "int | None", "part": "choices.Part | None"}
"""What tells an editor which of several places is meant."""


def type_of(spec: FieldSpec, several: str) -> str:
    """What a field is given as.

    Args:
        spec: The field.
        several: How many of one are spelled, with `{0}` for one.
    """
    one = PLAIN.get(spec.format, "str")
    if spec.format is Format.ENUM:
        one = f"choices.{spec.type.__name__}"
    elif spec.format is Format.MODEL:
        one = spec.type.__name__
    if spec.many:
        return several.format(one)
    return f"{one} | None" if spec.optional else one


def changes_of(cls: type[Model]) -> dict[str, str]:
    """What `replace` takes."""
    return {spec.name: type_of(spec, "list[{0}] | tuple[{0}, ...]") for spec in field_specs(cls)}


def edited(*classes: type[Model], without: Iterable[str] = (), required: bool = False) -> dict[str, str]:
    """What an editor takes for some types together."""
    found: dict[str, str] = {}
    for cls in classes:
        for spec in field_specs(cls):
            kind = IN_AN_EDITOR.get((cls, spec.name)) or type_of(spec, "Sequence[{0}]")
            due = required and spec.required and spec.name != "id"
            found[spec.name] = f"Required[{kind}]" if due else kind
    return {name: kind for name, kind in found.items() if name not in without}


def typed_dict(name: str, summary: str, fields: Mapping[str, str], base: str = "TypedDict") -> str:
    """One class."""
    lines = (f'    {field}: "{kind}"' for field, kind in fields.items())
    return "\n".join([f"class {name}({base}, total=False):", f'    """{summary}"""', *lines])


def enumerations() -> Iterator[str]:
    """What a field of each enumeration is given as."""
    specs = (spec for cls in MODELS for spec in field_specs(cls) if spec.format is Format.ENUM)
    for enum in dict.fromkeys(spec.type for spec in specs):
        literal = ", ".join(f'"{member.value}"' for member in enum)
        yield f"{enum.__name__}: TypeAlias = enums.{enum.__name__} | Literal[{literal}]"


def replace_tables() -> Iterator[str]:
    """The classes for `replace`."""
    for cls in MODELS:
        name = cls.__name__
        summary = f"The fields of [`{name}`][newsschema.{name}], each as its constructor takes it."
        yield typed_dict(f"{name}Changes", summary, changes_of(cls))


def editor_tables() -> Iterator[str]:
    """The classes for an editor."""
    parts = [spec.name for spec in field_specs(Article) if spec.many]
    quote, whole = edited(Quote, Attribution, without=["attribution"]) | SEARCH, "The fields of"
    yield typed_dict("SourceFields", f"{whole} a source.", edited(Source))
    words = {name: kind for name, kind in quote.items() if name != "content"}
    yield typed_dict("QuoteFields", f"{whole} a quote but its words.", words)
    content = {"content": quote["content"]}
    yield typed_dict("QuoteChanges", f"{whole} a quote.", content, base="QuoteFields")
    yield typed_dict("ArticleFields", f"{whole} an article but its text.", edited(Article, without=["text"]))
    yield typed_dict("ArticleChanges", f"{whole} an article but its parts.", edited(Article, without=parts))
    for cls in (Author, Subject, Correction, Annotator):
        name = cls.__name__
        summary = f"{whole} {'an' if name[0] == 'A' else 'a'} {name.lower()}"
        yield typed_dict(f"{name}Fields", f"{summary}.", edited(cls, required=True))


def sources() -> Iterator[tuple[Path, str]]:
    """The modules, with their paths."""
    modules = {
        "_model/choices.py": (CHOICES, enumerations()),
        "_model/changes.py": (CHANGES, replace_tables()),
        "_editing/_fields.py": (EDITING, editor_tables()),
    }
    for name, (head, parts) in modules.items():
        yield PACKAGE / name, formatted("\n".join([head, *parts, ""]), PACKAGE / name)


if __name__ == "__main__":
    sys.exit(write_or_check(sources()))
