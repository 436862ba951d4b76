"""Words of a quote to spans of the article: its pieces, their marks, and what stands around them."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import islice, pairwise
from typing import Any, Final, TypeAlias

from attrs import frozen

from newsschema._editing._refs import kind_of
from newsschema._marks import find_edits, pieces_between_marks
from newsschema._model.anchors import SPAN_FIELDS
from newsschema._model.containers import is_list
from newsschema._model.enums import Part, QuoteKind
from newsschema._model.errors import Code
from newsschema._model.finding import find_one, finder_of, overlap, span_at, stretch_of
from newsschema._model.messages import with_article
from newsschema._model.types import Article, Edit, Fragment, Quote, Span
from newsschema._model.values import InvalidValue
from newsschema._model.words import AmbiguousWordsError, WordsError

Missing: TypeAlias = tuple[str, Exception]
"""A field of a quote whose words have no place, or a hint that is none, and why."""

_UNIFORM: Final[Mapping[str, bool]] = {QuoteKind.DIRECT: True, QuoteKind.EPITHET: True, QuoteKind.INDIRECT: False}
"""Whether all pieces of a kind are between marks, or none."""


@frozen
class Hints:
    """Where the words of a quote are, as far as an editor was told."""

    near: Quote | Span | int | str | None = None
    occurrence: int | None = None
    part: Part | None = None


def located(base: Article, fields: dict[str, Any], hints: Hints, missing: list[Missing]) -> dict[str, Any]:
    """The fields of a quote with spans in place of words, and with its kind and edits where nobody gave them.

    Args:
        base: The article, for its text, headline and summary.
        fields: The quote's fields, those of its attribution among them; spans stay as they are.
        hints: Where its words are.
        missing: Gets the words that have no one place: content stays as it is then, what stands around is left out.
    """
    content = _content(base, fields, hints, missing)
    spans = _around(base, fields, content, hints, missing)
    made = {name: value for name, value in {**fields, **spans}.items() if value is not None}
    if content is None:
        return made
    made["content"] = content
    if "kind" not in made and content:
        made["kind"] = _kind(content, made)
    if "edits" not in made and content:
        made["edits"] = list(_edits(base, content))
    return made


def _around(
    base: Article, fields: dict[str, Any], content: Sequence[Fragment] | None, hints: Hints, missing: list[Missing]
) -> dict[str, Span | None]:
    """Spans for the words around a quote: the mention nearest to its content, the others nearest to the mention.

    `None` stands for those without one place.
    """
    pieces = _placed(content or ())
    found: dict[str, Span | None] = {}
    for name in SPAN_FIELDS:
        words = fields.get(name)
        if words is None or isinstance(words, Span):
            continue
        found[name] = None
        try:
            found[name] = _nearest(base, _words(words), pieces, found.get("mention") or fields.get("mention"), hints)
        except (WordsError, InvalidValue) as error:
            if content is not None or not isinstance(error, AmbiguousWordsError):  # else it is near to nothing
                missing.append((name, error))
    return found


def _placed(pieces: Sequence[Fragment]) -> list[Fragment]:
    return [piece for piece in pieces if piece.start is not None]


def _content(base: Article, fields: dict[str, Any], hints: Hints, missing: list[Missing]) -> list[Fragment] | None:
    """The pieces of a quote; `None` where words were not found."""
    raw = fields.get("content", ())
    given: Sequence[Any] = raw if is_list(raw) else (raw,)
    if all(isinstance(item, Fragment) for item in given):
        return list(given)
    try:
        spans = _spans(base, [item if isinstance(item, Span) else _words(item) for item in given], fields, hints)
    except (WordsError, ValueError, InvalidValue) as error:
        missing.append(("content", error))
        return None
    return _as_kind(fields.get("kind"), [piece for span in spans for piece in _pieces(base, span)])


def _words(value: object) -> str:
    """What stands where words belong and is no span.

    Raises:
        InvalidValue: It is no words; a reference is called by what it refers to.
    """
    if isinstance(value, str):
        return value
    kind = kind_of(value)
    got = with_article(kind.__name__) if kind else "{got}"
    raise InvalidValue(Code.WRONG_TYPE, f"expected words or a Span, got {got}", value)


def _as_kind(kind: Any, pieces: list[Fragment]) -> list[Fragment]:
    """Pieces as a kind demands them where the marks tell otherwise of all: whoever says so knows better than these."""
    due = _UNIFORM.get(kind) if isinstance(kind, str) else None
    if due is not None and {piece.verbatim for piece in pieces} == {not due}:
        return [piece.replace(verbatim=due) for piece in pieces]
    return pieces


def _spans(base: Article, given: Sequence[Any], fields: dict[str, Any], hints: Hints) -> list[Span]:
    """The stretches of the article that a quote is told to be, in order.

    Words that stand once, or that the hints tell, are found first; those before and after them are the next ones.
    """
    spans = [item for item in given if isinstance(item, Span)]
    part = hints.part or next((span.part for span in spans if span.start is not None), Part.TEXT)
    firm = given.index(spans[0]) if spans else _firmest(base, given, hints, part)
    found = [spans[0] if spans else _first(base, str(given[firm]), fields, hints, part)]
    for words in reversed(given[:firm]):
        found.insert(0, _next(base, words, found[0], part, back=True))
    for words in given[firm + 1 :]:
        found.append(_next(base, words, found[-1], part, back=False))
    return found


def _firmest(base: Article, given: Sequence[Any], hints: Hints, part: Part) -> int:
    """Which of several words to look for first: those that hints tell the place of, else the first that stand once."""
    if hints.near or hints.occurrence:
        return 0
    finder = finder_of(base.part(part) or "")
    return next((index for index, words in enumerate(given) if len(finder.places(str(words))) == 1), 0)


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


def _next(base: Article, words: Any, beside: Span, part: Part, *, back: bool) -> Span:
    """The next place of words before or after a piece of the quote; a span stands for itself."""
    if isinstance(words, Span):
        return words
    if beside.start is None or beside.end is None:
        return find_one(base, str(words), near=None, occurrence=None, part=part)
    text = base.part(part) or ""
    places = finder_of(text).places(str(words))
    found = [place for place in places if (place[1] <= beside.start if back else place[0] >= beside.end)]
    if not found:
        return find_one(base, str(words), near=beside, occurrence=None, part=part)
    return span_at(found[-1 if back else 0], text, part)


def _pieces(base: Article, span: Span) -> Iterator[Fragment]:
    """A stretch cut along its marks; one that reads otherwise than the article stays as it is, which is told later."""
    text = base.part(span.part) or ""
    if isinstance(span, Fragment):
        yield span
        return
    if span.start is None or span.end is None or text[span.start : span.end] != span.text:
        yield Fragment(text=span.text, start=span.start, end=span.end, part=span.part)
        return
    for start, end, marked in pieces_between_marks(text, span.start, span.end):
        yield Fragment(text=text[start:end], start=start, end=end, part=span.part, verbatim=marked)


def _nearest(base: Article, words: str, around: Sequence[Fragment], mention: Any, hints: Hints) -> Span:
    """The place of words between the pieces of a quote; else the nearest to who speaks, or to the pieces."""
    if not around:
        return find_one(base, words, near=None, occurrence=None, part=hints.part, apart=True)
    between = [*islice(_between(base, words, around), 2)]
    if len(between) == 1:
        return between[0]
    found = _beside(base, words, mention, around)
    if found is not None:
        return found
    near = Quote(id="q", kind="epithet", content=[piece.replace(verbatim=True) for piece in around])
    return find_one(base, words, near=near, occurrence=None, part=around[0].part, apart=True)


def _between(base: Article, words: str, pieces: Sequence[Fragment]) -> Iterator[Span]:
    """The places of words between the pieces of an interrupted quote."""
    for before, after in pairwise(pieces):
        if before.end is None or after.start is None or before.part is not after.part:
            continue
        text = base.part(before.part) or ""
        places = finder_of(text).places(words)
        for place in islice(places, bisect_left(places, (before.end, 0)), None):
            if place[1] > after.start:
                break
            yield span_at(place, text, before.part)


def _beside(base: Article, words: str, mention: Any, pieces: Sequence[Fragment]) -> Span | None:
    """The place of words nearest to the mention, unless two are as near, or it is in what is quoted."""
    if not isinstance(mention, Span) or mention.start is None or mention.part is not pieces[0].part:
        return None
    with suppress(AmbiguousWordsError):
        found = find_one(base, words, near=mention, occurrence=None, part=mention.part, apart=True)
        if not any(overlap(stretch_of(found), stretch_of(piece)) for piece in pieces):
            return found
    return None


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
    goes_on = content[0].text[:1].islower() and _follows(content[0], fields.get("cue"))
    return QuoteKind.PARTIAL if goes_on else QuoteKind.DIRECT


def _follows(piece: Span, cue: Any) -> bool:
    """Whether a piece stands behind the cue."""
    return isinstance(cue, Span) and cue.start is not None and piece.start is not None and cue.start < piece.start


def _edits(base: Article, content: Sequence[Fragment]) -> Iterator[Edit]:
    """What an editor of the text put into the marked words, or took out."""
    for piece in content:
        if piece.verbatim and piece.start is not None and piece.end is not None:
            text = base.part(piece.part) or ""
            for start, end, kind in find_edits(text, piece.start, piece.end):
                yield Edit(text=text[start:end], start=start, end=end, part=piece.part, kind=kind)
