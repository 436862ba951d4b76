"""Other formats: from them and to them, with a report of what could not be carried.

Every function has one of two shapes, and both return the result together with a [`Report`][newsschema.interop.Report]:

- `to_<format>(article)` gives the document. The losses' paths are the article's. What was written is read back and
  compared, so that the report forgets nothing.
- `from_<format>(document)` gives the article. The losses' paths are the document's. Formats that hold annotations and
  no text take the text, or the article, as a second argument.

Other packages add formats by the entry-point group `newsschema.formats`, each entry a
[`Format`][newsschema.interop.Format].

Examples:
    >>> from newsschema.interop import ninjs
    >>> article, report = ninjs.from_ninjs({"uri": "urn:example:1", "headline": "Rain", "body_text": "Rain fell."})
    >>> item, report = ninjs.to_ninjs(article)
    >>> str(report)
    ''
"""

from newsschema.interop._formats import Format, detect, formats
from newsschema.interop._report import Loss, Report

__all__ = ["Format", "Loss", "Report", "detect", "formats"]
