"""The formats there are, ours and those of other packages."""

import re
from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from typing import Any, Final

from attrs import frozen

from newsschema._core.codec import from_dict, to_dict
from newsschema._core.errors import Code, Issue, ValidationError
from newsschema._core.model import Article
from newsschema._core.values import is_list, is_object, shown
from newsschema.interop._report import Report

GROUP: Final = "newsschema.formats"


@frozen(kw_only=True)
class Format:
    """A format that articles can be read from, written to, or both.

    Attributes:
        name: What the command line calls it.
        read: Gives the article of a document, and what of it is not in the article.
        write: Gives the document of an article, and what of the article is not in it.
        detects: Whether a document, as JSON decodes it or as text where it is no JSON, is in this format.
        needs_text: Whether the document has no text of its own: `read` then takes the article or its text too.

    Examples:
        >>> from newsschema.interop import formats
        >>> formats()["brat"].needs_text
        True
    """

    name: str
    read: Callable[..., tuple[Article, Report]] | None = None
    write: Callable[[Article], tuple[Any, Report]] | None = None
    detects: Callable[[Any], bool] = lambda _: False
    needs_text: bool = False


@cache
def formats() -> Mapping[str, Format]:
    """Every format by its name: ours, and those that installed packages add by the entry-point group.

    A format of another package does not replace one of ours.

    Examples:
        >>> sorted(formats())[:3]
        ['brat', 'citron', 'corenlp']
    """
    added = [entry.load() for entry in entry_points(group=GROUP)]
    return {form.name: form for form in (*added, *map(_ours, _OURS), _OWN)}


def detect(document: Any) -> Format:
    """The format of a document.

    Args:
        document: As JSON decodes it; the text itself where it is no JSON.

    Raises:
        ValidationError: It is in none of the formats, or several claim it.

    Examples:
        >>> detect({"uri": "urn:example:1", "bodies": [{"value": "Rain fell."}]}).name
        'ninjs'
    """
    found = [form for form in formats().values() if form.detects(document)]
    if len(found) == 1:
        return found[0]
    names = ", ".join(form.name for form in found)
    message = f"in several formats ({names})" if found else f"in no format known here: {shown(document)}"
    raise ValidationError([Issue(Code.WRONG_TYPE, (), f"the document is {message}")])


def _lazily(module: str, function: str) -> Callable[..., tuple[Any, Report]]:
    """A function that is imported when it is called."""

    def call(*arguments: Any, **options: Any) -> tuple[Any, Report]:
        result: tuple[Any, Report] = getattr(import_module(f"newsschema.interop.{module}"), function)(
            *arguments, **options
        )
        return result

    return call


def _own_read(document: Mapping[str, Any]) -> tuple[Article, Report]:
    return from_dict(document), Report()


def _own_write(article: Article) -> tuple[dict[str, Any], Report]:
    return to_dict(article), Report()


def _has(*names: str) -> Callable[[Any], bool]:
    """Whether a document is an object with all of these keys."""
    return lambda document: is_object(document) and all(name in document for name in names)


def _records(*names: str, under: str | None = None) -> Callable[[Any], bool]:
    """Whether a document is a list of objects with these keys, or has one under a name."""

    def detects(document: Any) -> bool:
        items = document.get(under) if under is not None and is_object(document) else document
        return is_list(items) and _has(*names)(_first(items))

    return detects


def _first(document: Any) -> Any:
    """The first of several, or the one."""
    return next(iter(document), None) if is_list(document) else document


def _is_json_ld(document: Any) -> bool:
    if isinstance(document, str):
        return "application/ld+json" in document
    first = _first(document)
    return is_object(first) and ("@graph" in first or "@type" in first)


def _is_annotation(document: Any) -> bool:
    first = _first(document)
    kinds = str(first.get("type")) if is_object(first) else ""
    return "Annotation" in kinds


def _is_brat(document: Any) -> bool:
    return isinstance(document, str) and re.match(r"(?:[TEARN]\d+|#\d+|\*)\t", document) is not None


_OURS: Final[tuple[tuple[str, str, bool, bool, Callable[[Any], bool]], ...]] = (
    # name, module, whether it is written, whether it needs the text, and how it is known
    ("ninjs", "ninjs", True, False, _has("uri")),
    ("schemaorg", "schemaorg", True, False, _is_json_ld),
    ("webannotation", "webannotation", True, True, _is_annotation),
    ("brat", "brat", True, True, _is_brat),
    ("citron", "extractors", False, True, _records("contents", under="quotes")),
    ("gendergap", "extractors", False, True, _records("quote", "verb", under="quotes")),
    ("corenlp", "extractors", False, True, _records("beginIndex", under="quotes")),
    ("textacy", "extractors", False, True, lambda _: False),
    (
        "quotebank",
        "extractors",
        False,
        True,
        lambda document: _has("quoteID")(document) or _records("quoteID")(document),
    ),
    ("gdelt", "extractors", False, True, _records("pre", "post", under="quotes")),
    ("langextract", "extractors", False, False, _has("extractions")),
    ("newspaper4k", "articles", False, False, _has("text", "publish_date")),
    ("trafilatura", "articles", False, False, _has("text", "hostname")),
    ("fundus", "articles", False, False, _has("publishing_date")),
    ("newsplease", "articles", False, False, _has("maintext")),
)
_OWN: Final = Format(name="newsschema", read=_own_read, write=_own_write, detects=_has("schema_version"))


def _ours(row: tuple[str, str, bool, bool, Callable[[Any], bool]]) -> Format:
    name, module, written, needs_text, detects = row
    return Format(
        name=name,
        read=_lazily(module, f"from_{name}"),
        write=_lazily(module, f"to_{name}") if written else None,
        detects=detects,
        needs_text=needs_text,
    )
