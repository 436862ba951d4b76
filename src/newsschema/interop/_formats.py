"""The formats there are, ours and those of other packages."""

import re
from collections.abc import Callable, Mapping
from functools import cache, partial
from importlib import import_module
from typing import Any, Final

from attrs import frozen

from newsschema._json.codec import from_dict, to_dict
from newsschema._model.errors import Code, Issue, ValidationError
from newsschema._model.types import Article
from newsschema._model.values import format_value, is_list, is_object
from newsschema._plugins import load_plugins
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

    Raises:
        TypeError: An entry point leads to something else than a format.

    Examples:
        >>> sorted(formats())[:3]
        ['brat', 'citron', 'corenlp']
    """
    return {form.name: form for form in (*load_plugins(GROUP, Format), *_OURS)}


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
    message = f"in several formats ({names})" if found else f"in no format known here: {format_value(document)}"
    raise ValidationError([Issue(Code.WRONG_TYPE, (), f"the document is {message}")])


def _called(module: str, function: str, *arguments: Any, **options: Any) -> tuple[Any, Report]:
    """What a function gives that is imported when it is called."""
    found: tuple[Any, Report] = getattr(import_module(module), function)(*arguments, **options)
    return found


def _ours(name: str, room: str, detects: Callable[[Any], bool], *, write: bool = False, text: bool = False) -> Format:
    """A format of this package."""
    called = partial(_called, f"newsschema.interop.{room}")
    return Format(
        name=name,
        read=partial(called, f"from_{name}"),
        write=partial(called, f"to_{name}") if write else None,
        detects=detects,
        needs_text=text,
    )


def _lossless(convert: Callable[[Any], Any]) -> Callable[[Any], tuple[Any, Report]]:
    return lambda given: (convert(given), Report())


def _has(*names: str) -> Callable[[Any], bool]:
    """Whether a document is an object with all of these keys."""
    return lambda document: is_object(document) and all(name in document for name in names)


def _quotes(*names: str) -> Callable[[Any], bool]:
    """Whether a document is a list of objects with these keys, or has one under `quotes`."""

    def detects(document: Any) -> bool:
        items = document.get("quotes") if is_object(document) else document
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
    return is_object(first) and "Annotation" in str(first.get("type"))


def _is_brat(document: Any) -> bool:
    return isinstance(document, str) and re.match(r"(?:[TEARN]\d+|#\d+|\*)\t", document) is not None


_OURS: Final = (
    _ours("ninjs", "ninjs", _has("uri"), write=True),
    _ours("schemaorg", "schemaorg", _is_json_ld, write=True),
    _ours("webannotation", "webannotation", _is_annotation, write=True, text=True),
    _ours("brat", "brat", _is_brat, write=True, text=True),
    _ours("citron", "extractors", _quotes("contents"), text=True),
    _ours("gendergap", "extractors", _quotes("quote", "verb"), text=True),
    _ours("corenlp", "extractors", _quotes("beginIndex"), text=True),
    _ours("textacy", "extractors", lambda _: False, text=True),  # triples look like nothing in particular
    _ours("quotebank", "extractors", lambda document: _has("quoteID")(_first(document)), text=True),
    _ours("gdelt", "extractors", _quotes("pre", "post"), text=True),
    _ours("langextract", "extractors", _has("extractions")),
    _ours("newspaper4k", "articles", _has("text", "publish_date")),
    _ours("trafilatura", "articles", _has("text", "hostname")),
    _ours("fundus", "articles", _has("publishing_date")),
    _ours("newsplease", "articles", _has("maintext")),
    Format(
        name="newsschema",
        read=_lossless(from_dict),
        write=_lossless(to_dict),
        detects=_has("schema_version"),
    ),
)
