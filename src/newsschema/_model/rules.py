"""What must hold between the fields of a type, and between the parts of an article.

Every rule yields issues with paths that begin at the object it is given. A field that could not be read holds
`INVALID`, and a span that is at fault stands in `bad` by its identity: rules pass over both, so that no fault is
told twice.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta, timezone
from itertools import count
from math import inf
from typing import TYPE_CHECKING, Any, Final, TypeGuard

from newsschema._model.enums import QuoteKind
from newsschema._model.errors import Code, Issue
from newsschema._model.messages import format_value, with_article
from newsschema._model.values import INVALID

if TYPE_CHECKING:
    from newsschema._model.types import Article, Attribution, Quote, Source, Span

_PARTIAL, _INDIRECT = QuoteKind.PARTIAL, QuoteKind.INDIRECT  # each time, through the class, costs more
_PART_ORDER: Final = {"headline": 0, "summary": 1, "text": 2}
FIRST_ZONE: Final = timezone(timedelta(hours=14))  # where a date begins first on earth
LAST_ZONE: Final = timezone(timedelta(hours=-12))


def span_rules(span: "Span", bad: set[int]) -> Iterable[Issue]:
    """Start and end are both known or both not, in order, and as far apart as the words are long."""
    text, start, end = span.text, span.start, span.end
    if (start is None and end is None) or text is INVALID or start is INVALID or end is INVALID or id(span) in bad:
        return ()
    if start is None or end is None:
        lacks = "start" if start is None else "end"
        issue = Issue(Code.SPAN_ANCHOR, (), f"the span has no {lacks}; give both start and end, or neither")
    elif not 0 <= start < end:
        issue = Issue(
            Code.SPAN_ORDER,
            (),
            f"expected 0 <= start < end, got start {format_value(start)} and end {format_value(end)}",
        )
    elif end - start != len(text):
        count = f"positions {format_value(start)} to {format_value(end)} are {format_value(end - start)} code points"
        issue = Issue(Code.SPAN_MISMATCH, (), f"{count}, but {format_value(text)} is {len(text)}")
    else:
        return ()
    bad.add(id(span))
    return (issue,)


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


def quote_rules(quote: "Quote", bad: Collection[int]) -> Iterator[Issue]:
    """Content is there, in reading order and disjoint, and is verbatim as the kind demands; somebody says it."""
    content, kind = quote.content, quote.kind
    if content == ():
        yield Issue(Code.CONTENT_EMPTY, ("content",), "a quote has at least one fragment")
    plain = plain_content(content, kind)
    before: Any = None
    for index, fragment in readable(() if plain else content):
        if not is_anchored(fragment, bad):
            continue
        if before is not None:
            ahead, behind = _PART_ORDER[fragment.part], _PART_ORDER[before.part]
            if ahead < behind or (ahead == behind and fragment.start < before.end):
                message = f"{format_value(fragment.text)} begins before {format_value(before.text)} has ended"
                yield Issue(Code.CONTENT_ORDER, ("content", index), message)
        before = fragment
    if not plain:
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


def _kind_rules(quote: "Quote") -> Iterator[Issue]:
    content = () if quote.content is INVALID else quote.content
    verbatim = [INVALID if item is INVALID else item.verbatim for item in content]
    if quote.kind is INVALID or not verbatim or INVALID in verbatim:
        return
    if quote.kind == "partial":
        wrong = None if True in verbatim else "has at least one verbatim fragment, and this one has none"
    else:
        due = quote.kind != "indirect"
        at = next((index for index, value in enumerate(verbatim) if value is not due), None)
        what = "is verbatim throughout" if due else "has no verbatim fragment"
        wrong = None if at is None else f"{what}, but fragment {at} is {'reported' if due else 'verbatim'}"
    if wrong:
        yield Issue(Code.CONTENT_KIND, ("kind",), f"{with_article(quote.kind)} quote {wrong}")


def article_rules(article: "Article", bad: Collection[int]) -> Iterator[Issue]:
    """Ids are unique, references arrive, a parent encloses its child, and dates are in order."""
    yield from date_rules(article)
    sources, faults = _indexed("sources", article.sources)
    yield from faults
    quotes, faults = _indexed("quotes", article.quotes)
    yield from faults
    yield from _source_references(article, sources)
    yield from _parent_references(article, quotes, bad)
    annotators, faults = _indexed("annotators", article.annotators)
    yield from faults
    yield from _annotator_references(article, annotators)


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


class _Ids(dict[str, int]):
    """Where each id stands that one item alone has; `whole` where that is every item."""

    whole = True


def _indexed(kind: str, items: Iterable[Any]) -> tuple[_Ids, list[Issue]]:
    names = [] if items is INVALID else [INVALID if item is INVALID else item.id for item in items]
    ids = _Ids(zip(names, count(), strict=False))
    ids.pop(INVALID, None)
    ids.whole = items is not INVALID and len(ids) == len(names)
    issues: list[Issue] = []
    if not ids.whole:
        first: dict[str, int] = {}
        for index, name in enumerate(names):
            if name is not INVALID and first.setdefault(name, index) != index:
                ids.pop(name, None)
                message = f"{format_value(name)} is the id of {kind}[{first[name]}] too"
                issues.append(Issue(Code.DUPLICATE_ID, (kind, index, "id"), message))
    return ids, issues


def _source_references(article: "Article", ids: _Ids) -> Iterator[Issue]:
    message = "there is no source {}"
    groups = {index: source for index, source in readable(article.sources) if source.members not in ((), INVALID)}
    for index, source in groups.items():
        for place, member in readable(source.members):
            if ids.whole and member not in ids:
                yield Issue(
                    Code.UNKNOWN_SOURCE, ("sources", index, "members", place), message.format(format_value(member))
                )
    graph = {source.id: source.members for source in groups.values() if source.id in ids}
    for name, *_ in _loops(graph) if graph else ():
        yield Issue(
            Code.CYCLE, ("sources", ids[name], "members"), f"the source {format_value(name)} is a member of itself"
        )
    for index, quote in readable(article.quotes if ids.whole else ()):
        attribution = quote.attribution
        if attribution is not None and attribution is not INVALID:
            name = attribution.source
            if name is not None and name is not INVALID and name not in ids:
                yield Issue(
                    Code.UNKNOWN_SOURCE, ("quotes", index, "attribution", "source"), message.format(format_value(name))
                )


def _annotator_references(article: "Article", ids: _Ids) -> Iterator[Issue]:
    for index, quote in readable(article.quotes if ids.whole else ()):
        for place, name in readable(quote.annotators):
            if name not in ids:
                message = f"there is no annotator {format_value(name)}"
                yield Issue(Code.UNKNOWN_ANNOTATOR, ("quotes", index, "annotators", place), message)


def _parent_references(article: "Article", ids: _Ids, bad: Collection[int]) -> Iterator[Issue]:
    children = [(index, quote) for index, quote in readable(article.quotes) if quote.parent not in (None, INVALID)]
    if not children:
        return
    looped: set[str] = set()
    for loop in _loops({quote.id: (quote.parent,) for _, quote in children if quote.id in ids}):
        yield Issue(
            Code.CYCLE, ("quotes", ids[loop[0]], "parent"), f"the quote {format_value(loop[0])} is inside itself"
        )
        looped.update(loop)
    extents: dict[str, list[tuple[int, int, int]] | None] = {}
    for index, quote in children:
        parent = quote.parent
        if parent not in ids:
            if ids.whole:
                yield Issue(
                    Code.UNKNOWN_PARENT, ("quotes", index, "parent"), f"there is no quote {format_value(parent)}"
                )
            continue
        if parent not in extents:
            extents[parent] = _extent(article.quotes[ids[parent]], bad)
        outer, inner = extents[parent], _extent(quote, bad)
        if quote.id not in looped and outer and inner and not all(_encloses(outer, piece) for piece in inner):
            message = f"the content of {format_value(parent)} does not enclose the content of {format_value(quote.id)}"
            yield Issue(Code.PARENT_EXTENT, ("quotes", index, "parent"), message)


def _extent(quote: "Quote", bad: Collection[int]) -> list[tuple[int, int, int]] | None:
    """Where the pieces stand, in order; None where that is not known of every piece."""
    if quote.content is INVALID or not all(is_anchored(fragment, bad) for fragment in quote.content):
        return None
    pieces: tuple[Any, ...] = quote.content
    return sorted((_PART_ORDER[piece.part], piece.start, piece.end) for piece in pieces)


def _encloses(outer: list[tuple[int, int, int]], piece: tuple[int, int, int]) -> bool:
    part, start, end = piece
    index = bisect_right(outer, (part, start, inf)) - 1
    return index >= 0 and outer[index][0] == part and end <= outer[index][2]


def _loops(graph: Mapping[str, Iterable[str]]) -> list[list[str]]:
    """The names that lead back to themselves, grouped with those on the way (Gabow's components)."""
    number: dict[str, int] = {}
    done: set[str] = set()
    found: list[list[str]] = []
    path: list[str] = []
    heads: list[str] = []  # the first name of each group on the path
    for root in graph:
        walk: list[tuple[str | None, Iterator[str]]] = [(None, iter((root,)))]
        while walk:
            name, ahead = walk[-1]
            step = next(ahead, None)
            if step is None:
                walk.pop()
                if name is not None and heads[-1] == name:
                    heads.pop()
                    group = [path.pop()]
                    while group[-1] != name:
                        group.append(path.pop())
                    done.update(group)
                    if len(group) > 1 or name in graph[name]:
                        found.append(group[::-1])
            elif step in graph and step not in number:
                number[step] = len(number)
                path.append(step)
                heads.append(step)
                walk.append((step, iter(graph[step])))
            elif step in number and step not in done:
                while number[heads[-1]] > number[step]:
                    heads.pop()
    return found


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
