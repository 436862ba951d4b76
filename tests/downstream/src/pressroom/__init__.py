"""A newsroom's own project: newsschema's types in its signatures and its own types."""

import dataclasses

import attrs
import cattrs
import msgspec
import pydantic

from newsschema import Article, Quote, Source, configure

__all__ = ["Clipping", "Item", "Pair", "Record", "converter", "speakers"]


@attrs.frozen
class Clipping:
    """An article that a desk has cut out, and what it likes in it."""

    desk: str
    article: Article
    best: tuple[Quote, ...] = ()


class Item(pydantic.BaseModel):
    """The same, as it comes over the wire."""

    desk: str
    article: Article
    best: tuple[Quote, ...] = ()


class Record(msgspec.Struct, frozen=True):
    """The same in the archive, where the article stays JSON until somebody reads it."""

    desk: str
    article: msgspec.Raw
    best: tuple[Quote, ...] = ()


@dataclasses.dataclass(frozen=True)
class Pair:
    """Two tellings of one story."""

    left: Article
    right: Article


def converter() -> cattrs.Converter:
    """A converter of our own, with a hook of our own, that knows newsschema's types."""
    made = cattrs.Converter()
    made.register_unstructure_hook(complex, str)
    configure(made)
    return made


def speakers(article: Article) -> dict[str, list[str]]:
    """What each source that speaks says, by the name to call it by."""
    said: dict[str, list[str]] = {}
    for quote in article.quotes:
        source: Source | None = article.source_of(quote)
        if source is not None:
            said.setdefault(source.label, []).append(quote.words)
    return said
