"""A story in plain text, in which the reader finds the quotations."""

from newsschema import Article
from newsschema.interop._document import Document
from newsschema.interop._plain import format_json_value, refusal
from newsschema.interop._registry import Certainty, Evidence, Format
from newsschema.interop._report import Report
from newsschema.interop._unrecognised import describe_text

__all__ = ["from_text"]


def from_text(document: object, *, strict: bool = False) -> tuple[Article, Report]:  # noqa: ARG001 - nothing is lenient
    """An article from a story in plain text, with its quotations.

    Args:
        document: The text, or its bytes in UTF-8.
        strict: Has no effect.

    Returns:
        The article, and an empty report.

    Raises:
        ValidationError: The document is not text, or holds a NUL or a lone surrogate.

    Examples:
        >>> article, report = from_text("“The bridge is safe,” Ines Okafor said.")
        >>> article.quotes[0].words
        'The bridge is safe,'
    """
    whole = Document.of(document)
    text = whole.data if isinstance(whole.data, str) else whole.text
    if text is None or not text.strip():
        raise refusal((), f"expected a story in plain text, got {format_json_value(document)}")
    from newsschema import read_text  # a whole lexicon, which a list of the formats does not need

    return read_text(text), Report()


def _detect(document: Document) -> Evidence | None:
    if document.text is None or describe_text(document) is not None:
        return None
    if document.data is not None and not isinstance(document.data, str):
        return None  # there are sentences in the strings of much JSON
    return Evidence(Certainty.LIKELY, "it is made of sentences, and of nothing else")


FORMATS = (Format(name="text", title="plain text", takes="text", read=from_text, detect=_detect),)
