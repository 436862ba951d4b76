"""Quotes taken apart: into what stands in a document's spans, and the rest."""

from collections.abc import Callable, Iterable
from typing import Any, Final

from newsschema import Article, Quote, Span, to_dict
from newsschema._model.anchors import spans_of
from newsschema._model.containers import along, is_object
from newsschema.interop._document import Document

Tree = dict[str, Any]

_ANY: Final = "q"


def detached(quote: Quote, key_of: Callable[[str, Span], str | None]) -> Tree:
    """A quote as plain data without the words and places that stand elsewhere in a document.

    `key_of` gives the key of a span there, by its role (`content`, `mention`, ...); `None` where it has no place.
    """
    tree = to_dict(quote)
    for path, span in spans_of(quote):
        key = key_of(str(path[1] if path[0] == "attribution" else path[0]), span)
        if key is not None:
            *_, node = along(path, tree)
            for name in ("text", "start", "end"):
                del node[name]
            node["target"] = key
    return tree


class SourceList:
    """The sources of an article, of which each is given once: with the first quote that it speaks in."""

    def __init__(self, article: Article) -> None:
        self._left = {source.id: source for source in article.sources}

    def of(self, quote: Quote) -> Tree:
        """The sources of a quote that have not been given, with their members, under `sources`."""
        found: list[Tree] = []
        ahead = [quote.source] if quote.source else []
        while ahead:
            source = self._left.pop(ahead.pop(), None)
            if source is not None:
                found.append(to_dict(source))
                ahead.extend(reversed(source.members))
        return {"sources": found} if found else {}


def without_repeated(article: Article, first: int) -> Article:
    """An article without the quotes that say what one of the first so many says, but for their ids.

    Annotations of an article may be read together with the article, which has these quotes already.
    """
    if not 0 < first < len(article.quotes):
        return article
    given, added = article.quotes[:first], article.quotes[first:]
    known = {quote.replace(id=_ANY, parent=None): quote.id for quote in given}
    same = {quote.id: known.get(quote.replace(id=_ANY, parent=None)) for quote in added}
    if not any(same.values()):
        return article
    new = [quote for quote in added if same[quote.id] is None]
    kept = [quote.replace(parent=same.get(quote.parent or "") or quote.parent) for quote in new]
    return article.replace(quotes=(*given, *kept))


def kind_of(pieces: Iterable[Tree]) -> str:
    """The kind of a quote with these fragments: `partial` where some are verbatim and some reported."""
    kinds = {piece["verbatim"] for piece in pieces}
    return "partial" if len(kinds) > 1 else "direct" if True in kinds else "indirect"


def recovered(text: object) -> Tree | None:
    """What `detached` gave, from its JSON; `None` where the text is something else."""
    details = Document(text).data if isinstance(text, str) else None
    return dict(details) if is_object(details) and "content" in details else None
