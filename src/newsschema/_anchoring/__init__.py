"""Anchoring: finds the places of quotes in a text that has changed."""

from collections.abc import Collection, Iterator, Mapping
from enum import Enum
from typing import Any, Final, Literal, TypeVar

from newsschema._anchoring._align import Alignment
from newsschema._anchoring._places import Lost, Places
from newsschema._anchoring._quotes import Names, Resolver, Speech, Wanted
from newsschema._anchoring._report import ReanchorReport, SpanChange, SpanOutcome
from newsschema._anchoring._speakers import Speakers
from newsschema._anchoring._tokens import Tokens
from newsschema._model.anchors import SPAN_FIELDS, spans_of
from newsschema._model.enums import Part
from newsschema._model.errors import Path
from newsschema._model.homes import name_home
from newsschema._model.keys import content_id
from newsschema._model.own import require, require_text
from newsschema._model.types import Article, Quote, Span

__all__ = ["ReanchorReport", "SpanChange", "SpanOutcome", "reanchor"]

name_home("newsschema", (ReanchorReport, SpanChange, SpanOutcome))

S = TypeVar("S", bound=Span)


class Unchanged(Enum):
    """The type of `UNCHANGED`."""

    UNCHANGED = "unchanged"

    def __repr__(self) -> str:
        """What a signature shows."""
        return "unchanged"


UNCHANGED: Final = Unchanged.UNCHANGED
"""What a part of the article is that was not given."""


def reanchor(
    article: Article,
    *,
    text: str | Literal[Unchanged.UNCHANGED] = UNCHANGED,
    headline: str | Literal[Unchanged.UNCHANGED] | None = UNCHANGED,
    summary: str | Literal[Unchanged.UNCHANGED] | None = UNCHANGED,
) -> tuple[Article, ReanchorReport]:
    r"""Give an article a changed text, and move its quotes to their new places.

    The texts are aligned first, by lines and then by words. Spans that only moved have their place at once; the others
    are searched for near their old place. Kinds of quotation marks, dashes and spaces, case, composed letters and small
    typing errors make no difference. A span loses its place if another source seems to have the words now, if it would
    run over a quotation mark or is no longer between marks, or if everything around it has changed.

    Args:
        article: The article.
        text: The new text; by default the old one.
        headline: The new headline; `None` removes it.
        summary: The new summary; `None` removes it.

    Returns:
        The article with the new text, and a report on each span of its quotes. Spans that have lost their place keep
        their words. An `id` that `content_id` made from the old words is made again from the new ones.

    Raises:
        TypeError: `article` is not an article.
        ValidationError: A new part is not a `str`, or holds a NUL or a lone surrogate; or the new headline or summary
            is empty.

    Examples:
        >>> from newsschema import Article, Attribution, Fragment, Quote
        >>> safe = Fragment(text="It is safe,", start=1, end=12)
        >>> quote = Quote(id="q1", kind="direct", content=(safe,), attribution=Attribution())
        >>> article = Article(
        ...     id="urn:example:1", text="“It is safe,” she said.", quotes=(quote,)
        ... )
        >>> article, report = reanchor(
        ...     article, text="Rain fell.\n\n“It is quite safe,” she said."
        ... )
        >>> article.quotes[0].words
        'It is quite safe,'
        >>> print(report)
        quotes[0].content[0]: 'It is safe,' now reads 'It is quite safe,', at 13
    """
    require(Article, article)
    given = {Part.TEXT: text, Part.HEADLINE: headline, Part.SUMMARY: summary}
    words = {part: new for part, new in given.items() if new is not UNCHANGED and new != article.part(part)}
    if not words:
        return article, ReanchorReport(tuple(_changes(article, article, {})))
    for new in words.values():
        if new is not None:
            require_text(new)
    parts = {part: _places(article.part(part), new) for part, new in words.items()}
    speeches = _speeches(article, parts)
    Resolver(speeches, parts).run()
    resolved = {wanted.path: wanted for speech in speeches for wanted in speech.spans()}
    quotes = tuple(_moved(quote, index, resolved, words) for index, quote in enumerate(article.quotes))
    changes: dict[str, Any] = {part.value: new for part, new in words.items()}
    made = article.replace(id=_id_with(article, changes), quotes=quotes, **changes)
    return made, ReanchorReport(tuple(_changes(article, made, resolved)))


def _id_with(article: Article, changes: Mapping[str, Any]) -> str:
    """The id of an article with new words: made of them where it was made of the old ones."""
    if article.id != content_id(article.text, article.headline):
        return article.id
    return content_id(changes.get("text", article.text), changes.get("headline", article.headline))


def _speeches(article: Article, parts: Collection[Part]) -> list[Speech]:
    """The quotes, with those of their spans that stand in some parts of the article."""
    names, speakers = _names(article), Speakers(article) if Part.TEXT in parts else None
    speeches = {quote.id: Speech(names.get(quote.source, Names())) for quote in article.quotes}
    for index, quote in enumerate(article.quotes):
        speech = speeches[quote.id]
        speech.parent = speeches.get(quote.parent or "")
        speech.elsewhere = any(piece.start is not None and piece.part not in parts for piece in quote.content)
        placed = ((path, span) for path, span in spans_of(quote) if span.start is not None and span.part in parts)
        for path, span in placed:
            speech.want(path, Wanted(("quotes", index, *path), span))
        speech.named = speakers.beside(quote) if speakers else None
    return list(speeches.values())


def _names(article: Article) -> dict[str | None, Names]:
    """The words for each source."""
    mentions: dict[str | None, set[str]] = {}
    for quote in article.quotes:
        if quote.attribution is not None and quote.attribution.mention is not None:
            mentions.setdefault(quote.source, set()).add(quote.attribution.mention.text)
    return {
        source.id: Names.of(
            source.name,
            [
                *filter(None, (source.role, source.affiliation, source.description)),
                *sorted(mentions.get(source.id, ())),
            ],
        )
        for source in article.sources
    }


def _places(old: str | None, new: str | None) -> Places | None:
    return None if new is None else Places(Alignment(Tokens(old or ""), Tokens(new)))


def _moved(quote: Quote, index: int, resolved: Mapping[Path, Wanted], words: Mapping[Part, str | None]) -> Quote:
    """A quote with its spans where they stand now."""

    def moved(span: S, *path: str | int) -> S:
        wanted = resolved.get(("quotes", index, *path))
        if wanted is None:
            return span
        place, text = wanted.place, words[span.part]
        if place is None or text is None:
            return span.replace(start=None, end=None)
        return span.replace(text=text[place.start : place.end], start=place.start, end=place.end)

    changes: dict[str, Any] = {
        "content": tuple(moved(piece, "content", at) for at, piece in enumerate(quote.content)),
        "edits": tuple(moved(edit, "edits", at) for at, edit in enumerate(quote.edits)),
    }
    said = quote.attribution
    if said is not None:
        around = {name: span for name in SPAN_FIELDS if (span := getattr(said, name)) is not None}
        changes["attribution"] = said.replace(
            **{name: moved(span, "attribution", name) for name, span in around.items()}
        )
    return quote.replace(**changes)


def _changes(before: Article, after: Article, resolved: Mapping[Path, Wanted]) -> Iterator[SpanChange]:
    """What became of each span, in the order of the quotes."""
    for index, (old, new) in enumerate(zip(before.quotes, after.quotes, strict=True)):
        for (path, was), (_, now) in zip(spans_of(old), spans_of(new), strict=True):
            wanted = resolved.get(("quotes", index, *path))
            found = wanted.found if wanted else None
            reason = found.reason if isinstance(found, Lost) else None
            yield SpanChange(
                path=("quotes", index, *path), outcome=_outcome(was, now), before=was, after=now, reason=reason
            )


def _outcome(was: Span, now: Span) -> SpanOutcome:
    if was == now:
        return SpanOutcome.KEPT
    if now.start is None:
        return SpanOutcome.LOST
    return SpanOutcome.MOVED if was.text == now.text else SpanOutcome.REWORDED
