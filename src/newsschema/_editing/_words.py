"""Words of a quote to spans of the article: its pieces, their marks, and what stands around them."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final, TypeAlias

from attrs import frozen

from newsschema._marks import find_edits, pieces_between_marks
from newsschema._model.anchors import SPAN_FIELDS
from newsschema._model.containers import is_list
from newsschema._model.enums import Part, QuoteKind
from newsschema._model.errors import AmbiguousWordsError, WordsError
from newsschema._model.finding import find_one, finder_of
from newsschema._model.types import Article, Edit, Fragment, Quote, Span

Complaint: TypeAlias = Callable[[str, Exception], object]
"""Takes a field and what is wrong with the words in it."""

_UNIFORM: Final = {QuoteKind.DIRECT: True, QuoteKind.EPITHET: True, QuoteKind.INDIRECT: False}
"""Whether all pieces of a kind are between marks, or none."""


@frozen
class Hints:
    """Where the words of a quote are, as far as an editor was told."""

    near: Quote | Span | int | str | None = None
    occurrence: int | None = None
    part: Part | None = None


def located(base: Article, fields: dict[str, Any], hints: Hints, complain: Complaint) -> dict[str, Any]:
    """The fields of a quote with spans in place of words, and with its kind and edits where nobody gave them.

    Args:
        base: The article, for its text, headline and summary.
        fields: The quote's fields, those of its attribution among them; spans stay as they are.
        hints: Where its words are.
        complain: Told of words that have no one place: content stays as it is then, what stands around is left out.
    """
    made = dict(fields)
    raw = fields.get("content", ())
    content = _content(base, raw, fields, hints, complain) if raw is not None else []
    if content is not None:
        made["content"] = content
    around = [piece for piece in content or () if piece.start is not None]
    for name in SPAN_FIELDS:
        if isinstance(made.get(name), str):
            try:
                made[name] = _nearest(base, made.pop(name), around, hints)
            except WordsError as error:
                if content is not None or not isinstance(error, AmbiguousWordsError):  # else it is near to nothing
                    complain(name, error)
    if "kind" not in made and content:
        made["kind"] = _kind(content, made)
    if "edits" not in made and content:
        made["edits"] = list(_edits(base, content))
    return made


def _content(
    base: Article, raw: Any, fields: dict[str, Any], hints: Hints, complain: Complaint
) -> list[Fragment] | None:
    """The pieces of a quote; `None` where words were not found."""
    given: Sequence[Any] = raw if is_list(raw) else (raw,)
    if all(isinstance(item, Fragment) for item in given):
        return list(given)
    try:
        spans = _spans(base, given, fields, hints)
    except (WordsError, ValueError) as error:
        complain("content", error)
        return None
    pieces = [piece for span in spans for piece in _pieces(base, span)]
    marked = {piece.verbatim for piece in pieces}
    due = _UNIFORM.get(fields.get("kind"))  # type: ignore[arg-type]  # a kind that is none is found later
    if due is not None and marked == {not due}:  # whoever says so knows better than the marks
        pieces = [piece.replace(verbatim=due) for piece in pieces]
    return pieces


def _spans(base: Article, given: Sequence[Any], fields: dict[str, Any], hints: Hints) -> list[Span]:
    """The stretches of the article that a quote is told to be, in order.

    Words that stand once, or that the hints tell, are found first; those before and after them are the next ones.
    """
    spans: list[Span | None] = [item if isinstance(item, Span) else None for item in given]
    part = hints.part or next((span.part for span in spans if span and span.start is not None), Part.TEXT)
    text = base.part(part) or ""
    firm = next((index for index, span in enumerate(spans) if span is not None), None)
    if firm is None:
        counts = [len(finder_of(text).places(str(words))) for words in given]
        firm = counts.index(1) if 1 in counts and not (hints.near or hints.occurrence) else 0
        spans[firm] = _first(base, str(given[firm]), fields, hints, part)
    order = [*range(firm - 1, -1, -1), *range(firm + 1, len(given))]
    for index in order:
        if spans[index] is None:
            beside = spans[index + 1] if index < firm else spans[index - 1]
            spans[index] = _next(base, str(given[index]), beside, part, back=index < firm)
    return [span for span in spans if span is not None]


def _first(base: Article, words: str, fields: dict[str, Any], hints: Hints, part: Part) -> Span:
    """The place of words by the hints; of several places without any, the one nearest to who is said to speak."""
    try:
        return find_one(base, words, near=hints.near, occurrence=hints.occurrence, part=part)
    except AmbiguousWordsError:
        if hints.near is not None:
            raise
        for name in ("mention", "cue"):
            told = fields.get(name)
            places = base.find(told, part) if isinstance(told, str) else ()
            if len(places) == 1 or isinstance(told, Span):
                return find_one(base, words, near=told, occurrence=None, part=part)
        raise


def _next(base: Article, words: str, beside: Span | None, part: Part, *, back: bool) -> Span:
    """The next place of words before or after a piece of the quote."""
    if beside is None or beside.start is None or beside.end is None:
        return find_one(base, words, near=None, occurrence=None, part=part)
    places = finder_of(base.part(part) or "").places(words)
    found = [place for place in places if (place[1] <= beside.start if back else place[0] >= beside.end)]
    if not found:
        return find_one(base, words, near=beside, occurrence=None, part=part)
    start, end = found[-1] if back else found[0]
    return Span(text=(base.part(part) or "")[start:end], start=start, end=end, part=part)


def _pieces(base: Article, span: Span) -> Iterator[Fragment]:
    """A stretch cut along its marks."""
    if isinstance(span, Fragment) or span.start is None or span.end is None:
        yield span if isinstance(span, Fragment) else Fragment(text=span.text, part=span.part)
        return
    text = base.part(span.part) or ""
    for start, end, marked in pieces_between_marks(text, span.start, span.end):
        yield Fragment(text=text[start:end], start=start, end=end, part=span.part, verbatim=marked)


def _nearest(base: Article, words: str, around: Sequence[Fragment], hints: Hints) -> Span:
    """The place of words nearest to the pieces of a quote, outside of them."""
    near, part = None, hints.part
    if around:
        part = around[0].part
        near = Quote(id="q", kind="epithet", content=[piece.replace(verbatim=True) for piece in around])
    return find_one(base, words, near=near, occurrence=None, part=part, apart=True)


def _kind(content: Sequence[Fragment], fields: dict[str, Any]) -> QuoteKind:
    """What the marks tell; words between marks that nobody is told to say are an epithet.

    Marked words that begin with a small letter and follow their cue are part of somebody's sentence.
    """
    marked = {piece.verbatim for piece in content}
    if marked == {False}:
        return QuoteKind.INDIRECT
    if len(marked) > 1:
        return QuoteKind.PARTIAL
    if not fields.get("source") and not any(fields.get(name) for name in SPAN_FIELDS):
        return QuoteKind.EPITHET
    cue, first = fields.get("cue"), content[0]
    follows = isinstance(cue, Span) and cue.start is not None and first.start is not None and cue.start < first.start
    return QuoteKind.PARTIAL if follows and first.text[:1].islower() else QuoteKind.DIRECT


def _edits(base: Article, content: Sequence[Fragment]) -> Iterator[Edit]:
    """What an editor of the text put into the marked words, or took out."""
    for piece in content:
        if piece.verbatim and piece.start is not None and piece.end is not None:
            text = base.part(piece.part) or ""
            for start, end, kind in find_edits(text, piece.start, piece.end):
                yield Edit(text=text[start:end], start=start, end=end, part=piece.part, kind=kind)
