"""Selectors of annotations: what they select in a text, one refined by another."""

from typing import Final

from newsschema import Article, Offsets, Span
from newsschema._anchoring._places import Lost
from newsschema._anchoring._search import CONTEXT, Selection
from newsschema._model.finding import stretch_of
from newsschema.interop._builder import ArticleBuilder
from newsschema.interop._node import Node
from newsschema.interop._pieces import Tree
from newsschema.interop._plain import position
from newsschema.interop._report import LossCode

_QUOTE: Final = {"words": "exact", "before": "prefix", "after": "suffix"}
"""The parts of a text quote, by what a `Selection` calls them."""


def selectors_of(article: Article, span: Span, offsets: Offsets | None) -> tuple[Tree, Tree]:
    """What selects a span that has a place: its words with what stands around them, and its position.

    Args:
        article: The article.
        span: A span of it.
        offsets: Those of the part that the span is in, where positions count UTF-16 units.
    """
    around = article.locate(span, CONTEXT)
    start, end = stretch_of(span)
    if offsets is not None:
        start, end = offsets.to_utf16(start), offsets.to_utf16(end)
    return (
        {"type": "TextQuoteSelector", "exact": span.text, "prefix": around.before, "suffix": around.after},
        {"type": "TextPositionSelector", "start": start, "end": end},
    )


def select(builder: ArticleBuilder, target: Node, part: str, *, utf16: bool = True) -> Tree | None:
    """The span that a target selects in a part of the article; `None`, and a report, where it selects no text.

    Of several selectors each describes the same stretch. One that refines another selects within what that selects.

    Args:
        builder: The article that is being read.
        target: The target.
        part: The part of the article.
        utf16: Whether positions count UTF-16 units.
    """
    text, low, around = builder.search_of(part).text, 0, Tree()
    offsets = builder.offsets_of(part) if utf16 else None
    selectors = target.get("selector").items()
    known = _known(selectors, text, low, offsets)
    while selectors := [inner for selector in selectors for inner in selector.get("refinedBy").items()]:
        place = _placed(builder, target, part, known | around)
        if place is not None:
            low, around = place[0], {"within": place}
            offsets = Offsets(text[slice(*place)]) if utf16 else None
        known = _known(selectors, text, low, offsets)
    if "words" not in known:
        target.take()
        builder.lose(LossCode.UNREADABLE, target.path, "it selects no text")
        return None
    return builder.place(target.path, known.pop("words"), part, **known, **around)


def _placed(builder: ArticleBuilder, target: Node, part: str, known: Tree) -> tuple[int, int] | None:
    """Where the words stand within which others are selected; `None` where there are none, or they are lost."""
    found = builder.search_of(part).find(Selection(**known)) if "words" in known else None
    if isinstance(found, Lost):
        builder.lose_place(target.path, known["words"], found)
        return None
    return found


def _known(selectors: list[Node], text: str, low: int, offsets: Offsets | None) -> Tree:
    """What selectors say of a stretch; positions count from where the stretch around it begins."""
    known = Tree()
    end = len(text) + 1
    for selector in selectors:
        kind = selector.get("type").value
        if kind == "TextQuoteSelector":
            said = {ours: selector.get(theirs).take() for ours, theirs in _QUOTE.items()}
            known |= {ours: str(value) for ours, value in said.items() if value}
        elif kind == "TextPositionSelector" and (stretch := _stretch(selector, offsets)) is not None:
            known["start"], end = low + stretch[0], low + stretch[1]
    if "words" not in known and end <= len(text):  # nothing to check the position against
        known["words"] = text[known["start"] : end]
    return known


def _stretch(selector: Node, offsets: Offsets | None) -> tuple[int, int] | None:
    start, end = (position(selector.get(name).take(), offsets) for name in ("start", "end"))
    return None if start is None or end is None or start >= end else (start, end)
