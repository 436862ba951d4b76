"""What must hold between the parts of an article: ids, references, nesting, dates."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import count
from math import inf
from typing import TYPE_CHECKING, Any, TypeAlias

from newsschema._model.errors import Code, Issue, Path
from newsschema._model.messages import format_value
from newsschema._model.rules import PART_ORDER, date_rules, is_anchored, readable
from newsschema._model.values import INVALID

if TYPE_CHECKING:
    from newsschema._model.quotes import Quote
    from newsschema._model.types import Article


def article_rules(article: "Article", bad: Collection[int]) -> Iterator[Issue]:
    """Ids are unique, references arrive, a parent encloses its child, and dates are in order."""
    yield from date_rules(article)
    sources, faults = _indexed("sources", article.sources)
    yield from faults
    quotes, faults = _indexed("quotes", article.quotes)
    yield from faults
    yield from _member_references(article, sources)
    yield from _speaker_references(article, sources)
    yield from _parent_references(article, quotes, bad)
    annotators, faults = _indexed("annotators", article.annotators)
    yield from faults
    yield from _annotator_references(article, annotators)


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


def _member_references(article: "Article", ids: _Ids) -> Iterator[Issue]:
    groups = {index: source for index, source in readable(article.sources) if source.members not in ((), INVALID)}
    for index, source in groups.items():
        for at, name in readable(source.members):
            if name not in ids:
                yield from _unknown(Code.UNKNOWN_SOURCE, "source", name, ids, ("sources", index, "members", at))
    graph = {source.id: source.members for source in groups.values() if source.id in ids}
    for name, *_ in _loops(graph) if graph else ():
        message = f"the source {format_value(name)} is a member of itself"
        yield Issue(Code.CYCLE, ("sources", ids[name], "members"), message)


def _speaker_references(article: "Article", ids: _Ids) -> Iterator[Issue]:
    for index, quote in readable(article.quotes):
        said = quote.attribution
        if said is not None and said is not INVALID and said.source is not None and said.source not in ids:
            path = ("quotes", index, "attribution", "source")
            yield from _unknown(Code.UNKNOWN_SOURCE, "source", said.source, ids, path)


def _annotator_references(article: "Article", ids: _Ids) -> Iterator[Issue]:
    for index, quote in readable(article.quotes):
        for at, name in readable(quote.annotators) if quote.annotators else ():
            if name not in ids:
                path = ("quotes", index, "annotators", at)
                yield from _unknown(Code.UNKNOWN_ANNOTATOR, "annotator", name, ids, path)


def _unknown(code: Code, kind: str, name: Any, ids: _Ids, path: Path) -> Iterator[Issue]:
    """That a reference leads nowhere, where all that there is to refer to could be read."""
    if ids.whole and name is not INVALID:
        yield Issue(code, path, f"there is no {kind} {format_value(name)}")


def _parent_references(article: "Article", ids: _Ids, bad: Collection[int]) -> Iterator[Issue]:
    children = [(index, quote) for index, quote in readable(article.quotes) if quote.parent not in (None, INVALID)]
    if not children:
        return
    looped: set[str] = set()
    for loop in _loops({quote.id: (quote.parent,) for _, quote in children if quote.id in ids}):
        message = f"the quote {format_value(loop[0])} is inside itself"
        yield Issue(Code.CYCLE, ("quotes", ids[loop[0]], "parent"), message)
        looped.update(loop)
    for index, quote in children:
        if quote.parent not in ids:
            yield from _unknown(Code.UNKNOWN_PARENT, "quote", quote.parent, ids, ("quotes", index, "parent"))
    yield from _extent_rules(article, [pair for pair in children if pair[1].id not in looped], ids, bad)


def _extent_rules(
    article: "Article", children: Iterable[tuple[int, Any]], ids: _Ids, bad: Collection[int]
) -> Iterator[Issue]:
    """The content of a quote lies in that of its parent."""
    nested = [(index, quote) for index, quote in children if quote.parent in ids]
    parents = dict.fromkeys(quote.parent for _, quote in nested)
    extents = {name: _extent(article.quotes[ids[name]], bad) for name in parents}
    for index, quote in nested:
        if not _is_within(_extent(quote, bad), extents[quote.parent]):
            outer, inner = format_value(quote.parent), format_value(quote.id)
            message = f"the content of {outer} does not enclose the content of {inner}"
            yield Issue(Code.PARENT_EXTENT, ("quotes", index, "parent"), message)


def _is_within(inner: "_Extent", outer: "_Extent") -> bool:
    """Whether the content of a quote lies in another's, as far as both places are known."""
    return not inner or not outer or all(_encloses(outer, piece) for piece in inner)


_Extent: TypeAlias = list[tuple[int, int, int]] | None


def _extent(quote: "Quote", bad: Collection[int]) -> list[tuple[int, int, int]] | None:
    """Where the pieces stand, in order; None where that is not known of every piece."""
    if quote.content is INVALID or not all(is_anchored(fragment, bad) for fragment in quote.content):
        return None
    pieces: tuple[Any, ...] = quote.content
    return sorted((PART_ORDER[piece.part], piece.start, piece.end) for piece in pieces)


def _encloses(outer: list[tuple[int, int, int]], piece: tuple[int, int, int]) -> bool:
    part, start, end = piece
    index = bisect_right(outer, (part, start, inf)) - 1
    return index >= 0 and outer[index][0] == part and end <= outer[index][2]


def _loops(graph: Mapping[str, Iterable[str]]) -> list[list[str]]:
    """The names that lead back to themselves, grouped with those on the way."""
    groups = _Groups(graph)
    return [group for root in graph for group in groups.reach(root) if len(group) > 1 or group[0] in graph[group[0]]]


class _Groups:
    """The groups of names of which each leads to all others of its group: Gabow's strong components."""

    def __init__(self, graph: Mapping[str, Iterable[str]]) -> None:
        self._graph = graph
        self._number: dict[str, int] = {}
        self._done: set[str] = set()
        self._path: list[str] = []
        self._heads: list[str] = []  # the first name of each group on the path

    def reach(self, root: str) -> Iterator[list[str]]:
        """The groups of the names that one leads to, as far as none led to them before."""
        walk = [] if root in self._number else [(root, self._enter(root))]
        while walk:
            name, ahead = walk[-1]
            step = next(ahead, None)
            if step is None:
                walk.pop()
                if self._heads[-1] == name:
                    yield self._close()
            elif step not in self._number:
                walk.append((step, self._enter(step)))
            elif step not in self._done:
                self._join(step)

    def _enter(self, name: str) -> Iterator[str]:
        """Begin a group; the names that its first one leads to."""
        self._number[name] = len(self._number)
        self._path.append(name)
        self._heads.append(name)
        return filter(self._graph.__contains__, self._graph[name])

    def _join(self, name: str) -> None:
        """Make one group of those on the path from a name on, to which the path has led back."""
        while self._number[self._heads[-1]] > self._number[name]:
            self._heads.pop()

    def _close(self) -> list[str]:
        """End the last group on the path."""
        first = self._path.index(self._heads.pop())
        group = self._path[first:]
        del self._path[first:]
        self._done.update(group)
        return group
