"""Other formats: read and write them, with a report of what could not be carried over.

[`read`][newsschema.interop.read] recognises a document by its content, reads it, and returns the article with a
[`Report`][newsschema.interop.Report]; [`read_many`][newsschema.interop.read_many] does the same for lists, JSON lines,
feeds and files. Each format has a module with two kinds of function:

- `from_<format>(document, *, strict=False)` returns the article and the report. The document is bytes, text or decoded
  JSON. The paths of the losses are those of the document. Formats of annotations have no text; they take the text, or
  the article, as a second argument.
- `to_<format>(article)` returns the document and the report. The paths of the losses are those of the article. The
  document is read back and compared, so the report is complete.

Other packages add formats with the entry-point group `newsschema.formats`. A format is a
[`Format`][newsschema.interop.Format]: a name, the two functions, and a `detect` function that recognises a document.

Examples:
    >>> from newsschema import interop
    >>> document = '{"uri": "urn:example:1", "headline": "Rain", "body_text": "Rain fell."}'
    >>> article, report = interop.read(document)
    >>> article.headline, report.format, bool(report)
    ('Rain', 'ninjs', False)
    >>> item, report = interop.ninjs.to_ninjs(article)
    >>> str(report)
    ''
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from newsschema._model.homes import name_home
from newsschema.interop._document import Document
from newsschema.interop._read import DocumentError, read, read_many
from newsschema.interop._registry import (
    MODULES,
    Certainty,
    Detection,
    Evidence,
    Format,
    Row,
    UnknownFormatError,
    detect,
    formats,
    has_keys,
)
from newsschema.interop._report import Loss, LossCode, Report

if TYPE_CHECKING:
    from newsschema.interop import (
        articles,
        brat,
        extractors,
        feeds,
        html,
        hypothes_is,
        labelstudio,
        newsmlg2,
        ninjs,
        nitf,
        own,
        prodigy,
        schemaorg,
        text,
        webannotation,
    )

__all__ = [
    "Certainty",
    "Detection",
    "Document",
    "DocumentError",
    "Evidence",
    "Format",
    "Loss",
    "LossCode",
    "Report",
    "Row",
    "UnknownFormatError",
    "articles",
    "brat",
    "detect",
    "extractors",
    "feeds",
    "formats",
    "has_keys",
    "html",
    "hypothes_is",
    "labelstudio",
    "newsmlg2",
    "ninjs",
    "nitf",
    "own",
    "prodigy",
    "read",
    "read_many",
    "schemaorg",
    "text",
    "webannotation",
]

name_home(__name__, map(globals().get, __all__))

if not TYPE_CHECKING:  # pragma: no branch - no type for what is not there

    def __getattr__(name: str) -> Any:
        """The module of a format, imported when it is first used (PEP 562)."""
        if name in MODULES:
            return import_module(f"{__name__}.{name}")
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name)
