"""Selectors of annotations: what they select in a text, one refined by another."""

from typing import Any, Final

from newsschema import Article, Offsets, Span
from newsschema._anchoring._search import CONTEXT
from newsschema._model.errors import Path
from newsschema._model.finding import stretch_of
from newsschema.interop._builder import ArticleBuilder
from newsschema.interop._pieces import Tree
from newsschema.interop._plain import as_list, field_of, position
from newsschema.interop._report import LossCode

QUOTE: Final = {"words": "exact", "before": "prefix", "after": "suffix"}
"""Of a text quote: what `ArticleBuilder.place` calls its parts."""


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


def select(builder: ArticleBuilder, path: Path, target: object, part: str, offsets: Offsets) -> Tree | None:
    """The span that a target selects in a part of the article; `None`, and a report, where it selects no text.

    Of several selectors each describes the same stretch. One that refines another selects within what that selects.

    Args:
        builder: The article that is being read.
        path: Where the document has the target.
        target: The target.
        part: The part of the article.
        offsets: Those of the part, whose positions count UTF-16 units.
    """
    text = builder.tree.get(part, "")
    low, high = 0, len(text)
    selectors = as_list(field_of(target, "selector"))
    while True:
        known = _known(selectors, text, low, offsets)
        inner = [refined for selector in selectors for refined in as_list(field_of(selector, "refinedBy"))]
        if not inner:
            break
        outer = builder.place(path, known.pop("words", None), part, **known) if "words" in known else None
        if outer is not None and outer["start"] is not None:
            low, high = outer["start"], outer["end"]
            offsets = Offsets(text[low:high])
        selectors = inner
    if "words" not in known:
        builder.lose(LossCode.UNREADABLE, path, "it selects no text")
        return None
    within = {} if (low, high) == (0, len(text)) else {"within": (low, high)}
    return builder.place(path, known.pop("words"), part, **known, **within)


def _known(selectors: list[Any], text: str, low: int, offsets: Offsets) -> dict[str, Any]:
    """What selectors say of a stretch; positions count from where the stretch around it begins."""
    known: dict[str, Any] = {}
    end: int | None = None
    for selector in selectors:
        kind = field_of(selector, "type")
        if kind == "TextQuoteSelector":
            known |= {ours: str(selector[theirs]) for ours, theirs in QUOTE.items() if selector.get(theirs)}
        elif kind == "TextPositionSelector":
            start, stop = (position(field_of(selector, name), offsets) for name in ("start", "end"))
            if start is not None and stop is not None and start < stop:
                known["start"], end = low + start, low + stop
    if "words" not in known and end is not None and end <= len(text):  # nothing to check the position against
        known["words"] = text[known["start"] : end]
    return known
