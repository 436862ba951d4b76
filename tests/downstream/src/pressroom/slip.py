"""A format of this newsroom's own: the slip, a headline and a text."""

from typing import Any

from newsschema import Article, content_id
from newsschema.interop import Format, Loss, LossCode, Report, has_keys


def read(slip: dict[str, Any]) -> tuple[Article, Report]:
    """The article of a slip."""
    rest = [key for key in slip if key not in ("slip", "words")]
    lost = tuple(
        Loss(LossCode.NO_PLACE, (key,), "the slip's own business") for key in rest
    )
    headline, words = slip["slip"], slip["words"]
    return Article(
        id=content_id(words, headline), headline=headline, text=words
    ), Report(lost)


def write(article: Article) -> tuple[dict[str, Any], Report]:
    """The slip of an article."""
    places = [("quotes", index) for index in range(len(article.quotes))]
    lost = tuple(
        Loss(LossCode.NO_PLACE, place, "a slip has no quotes") for place in places
    )
    return {"slip": article.headline, "words": article.text}, Report(lost)


SLIP = Format(name="slip", read=read, write=write, detect=has_keys("slip"))
