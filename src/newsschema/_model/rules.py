"""What must hold between the fields of a type, and between the parts of an article.

Every rule yields issues with paths that begin at the object it is given. A field that could not be read holds
`INVALID`, and a span that is at fault stands in `bad` by its identity: rules pass over both, so that no fault is
told twice.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta, timezone
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final, TypeGuard

from newsschema._model.enums import QuoteKind
from newsschema._model.errors import Code, Issue
from newsschema._model.messages import format_value, with_article
from newsschema._model.values import INVALID

if TYPE_CHECKING:
    from newsschema._model.types import Article, Attribution, Quote, Source, Span

_PARTIAL, _INDIRECT = QuoteKind.PARTIAL, QuoteKind.INDIRECT  # each time, through the class, costs more
PART_ORDER: Final = {"headline": 0, "summary": 1, "text": 2}
FIRST_ZONE: Final = timezone(timedelta(hours=14))  # where a date begins first on earth
LAST_ZONE: Final = timezone(timedelta(hours=-12))


def span_rules(span: "Span", bad: set[int]) -> Iterable[Issue]:
    """Start and end are both known or both not, in order, and as far apart as the words are long."""
    text, start, end = span.text, span.start, span.end
    if (start is None and end is None) or text is INVALID or start is INVALID or end is INVALID or id(span) in bad:
        return ()
    if start is not None and end is not None and 0 <= start < end == start + len(text):
        return ()
    bad.add(id(span))
    return (_span_fault(text, start, end),)


def _span_fault(text: str, start: int | None, end: int | None) -> Issue:
    """What is wrong with the positions of a span."""
    if start is None or end is None:
        lacks = "start" if start is None else "end"
        return Issue(Code.SPAN_ANCHOR, (), f"the span has no {lacks}; give both start and end, or neither")
    if not 0 <= start < end:
        message = f"expected 0 <= start < end, got start {format_value(start)} and end {format_value(end)}"
        return Issue(Code.SPAN_ORDER, (), message)
    count = f"positions {format_value(start)} to {format_value(end)} are {format_value(end - start)} code points"
    return Issue(Code.SPAN_MISMATCH, (), f"{count}, but {format_value(text)} is {len(text)}")


def source_rules(source: "Source", _bad: Collection[int]) -> Iterator[Issue]:
    """A source is named exactly when its name is known."""
    name, anonymity = source.name, source.anonymity
    if name is INVALID or anonymity is INVALID or (name is not None) == (anonymity == "named"):
        return
    if name is None:
        message = "anonymity is 'named', but there is no name: give one, or say how far the text identifies the source"
    else:
        message = f"the name {format_value(name)} is given, so anonymity must be 'named', not {str(anonymity)!r}"
    yield Issue(Code.ANONYMITY_NAME, ("anonymity",), message)


def attribution_rules(attribution: "Attribution", bad: Collection[int]) -> Iterator[Issue]:
    """The cue stands outside the mention; confidence is a probability."""
    cue, mention = attribution.cue, attribution.mention
    for field in ("confidence", "source_confidence"):
        value = getattr(attribution, field)
        if value not in (None, INVALID) and not 0 <= value <= 1:
            yield Issue(Code.CONFIDENCE_RANGE, (field,), f"expected a number from 0 to 1, got {format_value(value)}")
    if (
        is_anchored(cue, bad)
        and is_anchored(mention, bad)
        and cue.part == mention.part
        and cue.start < mention.end
        and mention.start < cue.end
    ):
        message = f"the cue {format_value(cue.text)} overlaps its own mention {format_value(mention.text)}"
        yield Issue(Code.CUE_OVERLAP, ("cue",), message)


def are_apart(one: Any, other: Any) -> bool:
    """Whether two spans plainly do not overlap, whatever their parts; False where that needs a closer look."""
    try:
        return one.end <= other.start or other.end <= one.start  # type: ignore[no-any-return]
    except TypeError:  # one has no place
        return False


def quote_rules(quote: "Quote", bad: Collection[int]) -> Iterator[Issue]:
    """Content is there, in reading order and disjoint, and is verbatim as the kind demands; somebody says it."""
    content, kind = quote.content, quote.kind
    if content == ():
        yield Issue(Code.CONTENT_EMPTY, ("content",), "a quote has at least one fragment")
    if not plain_content(content, kind):
        yield from _order_rules([pair for pair in readable(content) if is_anchored(pair[1], bad)])
        yield from _kind_rules(quote)
    if quote.attribution is None and kind not in ("epithet", INVALID):
        message = f"{with_article(kind)} quote needs an attribution, which may be empty; only an epithet has none"
        yield Issue(Code.ATTRIBUTION_MISSING, ("attribution",), message)


def plain_content(content: Sequence[Any], kind: Any) -> bool:
    """Whether fragments, or what has their fields, are plainly in order and as verbatim as the kind demands.

    False where that needs a closer look.
    """
    end = verbatim = 0
    try:
        part = content[0].part
        for piece in content:
            if piece.start < end or piece.part is not part:
                return False
            end = piece.end
            verbatim += piece.verbatim
    except (AttributeError, IndexError, TypeError):  # one has no place, or could not be read; or there is none
        return False
    return verbatim > 0 if kind is _PARTIAL else verbatim == (0 if kind is _INDIRECT else len(content))


def _order_rules(placed: list[tuple[int, Any]]) -> Iterator[Issue]:
    """Each fragment that has a place begins where the one before has ended, or in a later part."""
    for (_, before), (index, fragment) in pairwise(placed):
        ahead, behind = PART_ORDER[fragment.part], PART_ORDER[before.part]
        if ahead < behind or (ahead == behind and fragment.start < before.end):
            message = f"{format_value(fragment.text)} begins before {format_value(before.text)} has ended"
            yield Issue(Code.CONTENT_ORDER, ("content", index), message)


def _kind_rules(quote: "Quote") -> Iterator[Issue]:
    content = () if quote.content is INVALID else quote.content
    verbatim = [INVALID if item is INVALID else item.verbatim for item in content]
    if quote.kind is INVALID or not verbatim or INVALID in verbatim:
        return
    wrong = _wrong_kind(quote.kind, verbatim)
    if wrong:
        yield Issue(Code.CONTENT_KIND, ("kind",), f"{with_article(quote.kind)} quote {wrong}")


def _wrong_kind(kind: str, verbatim: list[Any]) -> str | None:
    """What a quote of a kind demands of its fragments, and which of them is otherwise."""
    if kind == "partial":
        return None if True in verbatim else "has at least one verbatim fragment, and this one has none"
    if kind == "indirect":
        return (
            f"has no verbatim fragment, but fragment {verbatim.index(True)} is verbatim" if True in verbatim else None
        )
    return f"is verbatim throughout, but fragment {verbatim.index(False)} is reported" if False in verbatim else None


def date_rules(article: "Article") -> Iterator[Issue]:
    """An update is not before the publication, for any clock on earth where one of them is a date alone."""
    published, updated = article.published, article.updated
    if published is None or published is INVALID or updated is None or updated is INVALID:
        return
    if type(published) is type(updated):
        wrong = updated < published
    else:  # a date alone is that day somewhere on earth
        wrong = _moment(updated, time.max, LAST_ZONE) < _moment(published, time.min, FIRST_ZONE)
    if wrong:
        message = f"updated on {updated.isoformat()}, before it was published on {published.isoformat()}"
        yield Issue(Code.DATE_ORDER, ("updated",), message)


def _moment(when: date, clock: time, zone: timezone) -> datetime:
    return when if isinstance(when, datetime) else datetime.combine(when, clock, zone)


def readable(items: Iterable[Any]) -> list[tuple[int, Any]]:
    """The items that could be read, each with its index."""
    return [] if items is INVALID else [pair for pair in enumerate(items) if pair[1] is not INVALID]


def is_anchored(span: "Span | None", bad: Collection[int]) -> TypeGuard[Any]:
    """Whether the span has a place that can be relied on."""
    return (
        span is not None
        and span is not INVALID
        and span.start is not None
        and span.start is not INVALID
        and span.end is not INVALID
        and span.text is not INVALID
        and span.part is not INVALID
        and id(span) not in bad
    )
