"""Where a text names who says the words of a quote, though no mention says so, as in quotes from other formats."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from newsschema._anchoring._quotes import Wanted
from newsschema._model.enums import Part
from newsschema._model.finding import Place, overlap, span_at, stretch_of
from newsschema._model.types import Article, Quote

_NEAR: Final = 60
"""So many characters beside the words their source is named."""


class Speakers:
    """The places of the names of those sources whose mention some quote lacks.

    Args:
        article: The article.
    """

    def __init__(self, article: Article) -> None:
        self._text = article.text
        untold = {quote.source for quote in article.quotes if _lacks_mention(quote)}
        named = [source for source in article.sources if source.name and source.id in untold]
        self._places = {source.id: list(map(stretch_of, article.find(str(source.name)))) for source in named}

    def beside(self, quote: Quote) -> Wanted | None:
        """The nearest place of the name of a quote's source beside one of its pieces, outside of all of them."""
        if not _lacks_mention(quote):
            return None
        pieces = [stretch_of(piece) for piece in quote.content if piece.start is not None and piece.part is Part.TEXT]
        near = [found for piece in pieces for found in self._near(piece, self._places.get(str(quote.source), []))]
        apart = [(gap, place) for gap, place in near if not any(overlap(place, piece) for piece in pieces)]
        return Wanted((), span_at(min(apart)[1], self._text, Part.TEXT)) if apart else None

    def _near(self, piece: Place, places: list[Place]) -> Iterator[tuple[int, Place]]:
        """The places near a piece in its line, each with how far it is away."""
        start, end = piece
        size = max((high - low for low, high in places[:1]), default=0)
        for place in places[bisect_left(places, (start - _NEAR - size, 0)) : bisect_left(places, (end + _NEAR, 0))]:
            _, low, high, _ = sorted((start, end, *place))
            if "\n" not in self._text[low:high]:
                yield high - low, place


def _lacks_mention(quote: Quote) -> bool:
    return quote.attribution is not None and quote.attribution.mention is None
