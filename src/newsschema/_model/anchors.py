"""The spans of a quote, and whether the article reads at their places as they say."""

from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from typing import Any, Final

from newsschema._model.enums import Part
from newsschema._model.errors import Code, Issue, ValidationError
from newsschema._model.fields import fields_holding
from newsschema._model.messages import format_value
from newsschema._model.quotes import Attribution, Quote, Span
from newsschema._model.rules import is_anchored, readable
from newsschema._model.values import INVALID

SPAN_FIELDS: Final = fields_holding(Attribution, Span)
"""The names of an attribution's fields that are spans."""
_TEXT: Final = Part.TEXT
_spans_around: Final[Callable[[Any], tuple[Any, ...]]] = attrgetter(*SPAN_FIELDS)


def spans_of(quote: Quote) -> Iterator[tuple[tuple[str | int, ...], Span]]:
    """Every span of a quote, with the path to it: content, edits, and those of its attribution."""
    for name in ("content", "edits"):
        for index, span in readable(getattr(quote, name)):
            yield (name, index), span
    attribution = quote.attribution
    if attribution is not None and attribution is not INVALID:
        for name in SPAN_FIELDS:
            span = getattr(attribution, name)
            if span is not None and span is not INVALID:
                yield ("attribution", name), span


def anchor_rules(article: Any, quotes: Iterable[tuple[int, Quote]], bad: set[int]) -> Iterator[Issue]:
    """Every span with a place reads as the article does there; those that do not are added to `bad`.

    Args:
        article: The article.
        quotes: Those of its quotes that are to be looked at, each with its index.
        bad: The identities of spans known to be at fault by themselves, and of quotes whose spans are known to stand.
    """
    for index, quote in quotes:
        if id(quote) in bad or _plainly_stands(quote, article.text):
            continue
        for path, span in spans_of(quote):
            if not is_anchored(span, bad):
                continue
            part = getattr(article, span.part)
            if part is INVALID or (part is not None and part[span.start : span.end] == span.text):
                continue
            bad.add(id(span))
            yield _misplaced(span, part).with_prefix("quotes", index, *path)


def require_in_place(span: Span, part: str | None) -> None:
    """See that a span, where it has a place, reads as the part of the article that it is in.

    Raises:
        ValidationError: It reads otherwise.
    """
    if span.end is not None and (part is None or part[span.start : span.end] != span.text):
        raise ValidationError([_misplaced(span, part)])


def _plainly_stands(quote: Quote, text: str) -> bool:
    """Whether every span of a quote can be read in the text, where it says; False where that needs a closer look."""
    said = quote.attribution
    try:
        for span in (*quote.content, *quote.edits) if quote.edits else quote.content:
            if text[span.start : span.end] != span.text or span.part is not _TEXT:
                return False
        for around in () if said is None else _spans_around(said):
            if around is not None and (text[around.start : around.end] != around.text or around.part is not _TEXT):
                return False
    except (AttributeError, TypeError):  # something could not be read
        return False
    return True


def _misplaced(span: Any, part: str | None) -> Issue:
    if part is None:
        return Issue(Code.SPAN_OUTSIDE, (), f"the span is in the {span.part}, and the article has none")
    if span.end > len(part):
        message = f"the span ends at {format_value(span.end)}, and the {span.part} is {len(part)} code points long"
        return Issue(Code.SPAN_OUTSIDE, (), message)
    found = format_value(part[span.start : span.end])
    return Issue(Code.SPAN_MISMATCH, (), f"the {span.part} has {found} at {span.start}, not {format_value(span.text)}")
