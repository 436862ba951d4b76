"""The fast path: most valid documents, looking at each value once. It accepts only what the strict path accepts."""

from functools import cache
from typing import Any

import msgspec

from newsschema._json.limits import Limits, is_plainly_within
from newsschema._json.wire import ArticleWire, load_article
from newsschema._json.wire_support import GIVE_UP, Ids, NotPlainError
from newsschema._model.rules import date_rules
from newsschema._model.types import Article


@cache
def _decoder() -> "msgspec.json.Decoder[ArticleWire]":
    return msgspec.json.Decoder(ArticleWire)


def read_fast(data: bytes | str, limits: Limits) -> Article | None:
    """The article of a document, or `None` where the strict path must say what is wrong."""
    if type(data) not in (bytes, str) or not is_plainly_within(data, limits) or has_nul(data):
        return None
    try:
        wire = _decoder().decode(data)
    except GIVE_UP:
        return None
    return None if len(wire.quotes) > limits.quotes else assemble(wire)


def has_nul(data: bytes | str) -> bool:
    """Whether a string of the document may have a NUL, which JSON can only write as an escape."""
    # From the end, since a search compares first what it comes to first: backslashes are rarer than digits.
    return (data.rfind("\\u0000") if isinstance(data, str) else data.rfind(b"\\u0000")) >= 0


def assemble(wire: Any) -> Article | None:
    """The article of an object that has its fields, or `None` where the strict path must say what is wrong.

    Args:
        wire: Values of the types that the wire has: strings that are not empty and have no NUL, tuples; positions are
            not negative, and those that are not given are `UNPLACED`.
    """
    try:
        # Behind the text stands what no words have, so that no span that goes beyond it reads as its words.
        ids: Ids = {source.id: source.id for source in wire.sources}
        if len(ids) != len(wire.sources):
            return None
        ids[None] = None
        article = load_article(wire, wire.text + "\0", wire, ids)
        _check_references(article)
    except GIVE_UP:
        return None
    return article


def _check_references(article: Article) -> None:
    """Ids are unique, references arrive, nothing nests in a way that needs a closer look, and dates are in order."""
    quotes = {quote.id: quote for quote in article.quotes}
    if len(quotes) != len(article.quotes):
        raise NotPlainError
    annotators = {annotator.id for annotator in article.annotators}
    if len(annotators) != len(article.annotators):
        raise NotPlainError
    for quote in article.quotes:
        if quote.annotators and not annotators.issuperset(quote.annotators):
            raise NotPlainError
        if quote.parent is not None:
            _check_parent(quote, quotes[quote.parent])
    for source in article.sources:
        if source.members:
            _check_members(source, article.sources)
    if article.updated is not None and any(date_rules(article)):
        raise NotPlainError


def _check_members(source: Any, sources: tuple[Any, ...]) -> None:
    """The members are there, and are no groups themselves."""
    single = {one.id for one in sources if not one.members}
    if not single.issuperset(source.members):
        raise NotPlainError


def _check_parent(quote: Any, parent: Any) -> None:
    """A parent's content encloses its child's, and no quote is inside itself.

    That is plain where the parent is inside no other, or where each piece lies in a larger one.
    """
    if quote is parent or not all(_is_inside(piece, parent) for piece in quote.content):
        raise NotPlainError


def _is_inside(piece: Any, parent: Any) -> bool:
    """Whether a piece lies in one of the parent's, and in a larger one where the parent is inside another quote."""
    start, end, part = piece.start, piece.end, piece.part
    if start is None:
        return False
    for outer in parent.content:
        first, last = outer.start, outer.end
        if first is not None and first <= start and end <= last and part is outer.part:
            return parent.parent is None or last - first > end - start
    return False
