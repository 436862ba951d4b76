"""Other formats: from them and to them, with a report of what could not be carried.

The door is [`read`][newsschema.interop.read]: it recognises a document by what is in it, reads it, and gives the
article together with a [`Report`][newsschema.interop.Report]; [`read_many`][newsschema.interop.read_many] does so with
lists, JSON lines, feeds and files. Each format has a module with functions of two shapes:

- `from_<format>(document, *, strict=False)` gives the article and the report. The document is bytes, text, or what JSON
  decodes to. The losses' paths are the document's. Formats that hold annotations and no text take the text, or the
  article, as a second argument.
- `to_<format>(article)` gives the document and the report. The losses' paths are the article's. What was written is
  read back and compared, so that the report forgets nothing.

How a format's module looks, ours or another package's: a tuple `FORMATS` of [`Format`][newsschema.interop.Format]
objects, each with its name, its two functions, a `detect` that says what speaks for a document, and `fields`, a
[`Row`][newsschema.interop.Row] for each field of the model, from which the code and its page in the documentation are
made. A reader fills an `ArticleBuilder` (`_builder`): `read` for a field, `add` for an author or a subject, `place`,
`quote` and `source` for quotations, `lose(code, path, reason)` for what is not carried; `finish` gives the article and
the report, and takes out what the model refuses. `Document.of(document)` gives every form of the input: `text`, `data`
(decoded JSON), `root` (the first element of XML). A format whose document holds several articles has `read_each`. Other
packages name their formats by the entry-point group `newsschema.formats`; ours are listed in `_registry`.

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

from newsschema.interop import articles, brat, extractors, ninjs, schemaorg, webannotation
from newsschema.interop._document import Document
from newsschema.interop._read import DocumentError, read, read_many
from newsschema.interop._registry import (
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
    "formats",
    "has_keys",
    "ninjs",
    "read",
    "read_many",
    "schemaorg",
    "webannotation",
]
