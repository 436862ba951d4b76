"""Prodigy: an article as a task with spans and relations, and people's corrections.

Each piece, cue and so on is a span with a label; relations link the parts of a quotation. Everything else is in the
task, which Prodigy returns unchanged.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from typing import Any, Final

from newsschema import Annotator, Article, to_dict
from newsschema._model.containers import is_list, is_object
from newsschema._model.own import require
from newsschema.interop._corrections import (
    CONTENT,
    OURS,
    Marks,
    Place,
    article_of,
    corrected,
    rows,
    stretches_of,
)
from newsschema.interop._document import Document
from newsschema.interop._node import Node
from newsschema.interop._pieces import Tree
from newsschema.interop._plain import enforce_limits, field_of, format_json_value, position, refusal
from newsschema.interop._registry import Certainty, Evidence, Format
from newsschema.interop._report import Loss, LossCode, Report, differences

__all__ = ["from_prodigy", "to_prodigy"]

_TOKEN: Final = re.compile(r"\w+|[^\w\s]")
_LINK: Final = "QUOTE"
"""The label of the relations."""


def to_prodigy(article: Article) -> tuple[Tree, Report]:
    """An article as a task of Prodigy, for recipes such as `rel.manual` and `spans.manual`.

    Tokens are words and punctuation, cut where a span begins or ends. The task has the whole article, so that nothing
    is lost; quotes without a place in the text are only there.

    Args:
        article: The article.

    Returns:
        The task, a line of the JSON lines that Prodigy reads; and an empty report.

    Examples:
        >>> from newsschema import Article
        >>> task, report = to_prodigy(Article(id="urn:example:1", text="Rain fell."))
        >>> [token["text"] for token in task["tokens"]], task["spans"]
        (['Rain', 'fell', '.'], [])
    """
    require(Article, article)
    labels = {source.id: source.label for source in article.sources}
    quotations = [(stretches_of(quote), labels.get(quote.source or "")) for quote in article.quotes]
    edges = {edge for stretches, _ in quotations for _, place in stretches for edge in place}
    tokens = list(_tokens(article.text, sorted(edges)))
    starts, ends = [token["start"] for token in tokens], [token["end"] for token in tokens]
    spans: list[Tree] = []
    relations: list[Tree] = []
    for stretches, speaker in quotations:
        found = [
            {"id": f"s{number}", **_span(label, place, starts, ends)}
            for number, (label, place) in enumerate(stretches, len(spans))
        ]
        if found and speaker is not None:
            found[0]["speaker"] = speaker
        spans += found
        relations += [_relation(found[0], other) for other in found[1:]]
    task = {"text": article.text, "tokens": tokens, "spans": spans, "relations": relations, OURS: to_dict(article)}
    return task, differences(article, from_prodigy(task)[0], "Prodigy")


def _tokens(text: str, edges: list[int]) -> Iterator[Tree]:
    """The words and marks of a text, cut at these positions."""
    ahead = list(reversed(edges))
    places: list[Place] = []
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        while ahead and ahead[-1] < end:
            edge = ahead.pop()
            if edge > start:
                places.append((start, edge))
                start = edge
        places.append((start, end))
    for number, (start, end) in enumerate(places):
        yield {"text": text[start:end], "start": start, "end": end, "id": number, "ws": text[end : end + 1].isspace()}


def _span(label: str, place: Place, starts: list[int], ends: list[int]) -> Tree:
    start, end = place
    first, last = bisect_right(ends, start), bisect_left(starts, end) - 1
    return {"start": start, "end": end, "token_start": first, "token_end": max(first, last), "label": label}


def _relation(head: Tree, child: Tree) -> Tree:
    return {
        "head": head["token_start"],
        "child": child["token_start"],
        "head_span": head,
        "child_span": child,
        "label": _LINK,
    }


def from_prodigy(document: object, *, strict: bool = False) -> tuple[Article, Report]:  # noqa: ARG001 - nothing is lenient
    """An article whose quotes are as people corrected them in Prodigy.

    Without relations, an unchanged span belongs to the same quotation as before. A task that was not accepted changes
    nothing. Whoever accepted it becomes an annotator of every quote in it.

    Args:
        document: A task as `prodigy db-out` gives it; as bytes, text or decoded JSON.
        strict: Has no effect.

    Returns:
        The article, and a report of what is not in it: spans of no quotation, a task that was not accepted.

    Raises:
        ValidationError: The document is not a task with a text, or its article has faults.

    Examples:
        >>> span = {"start": 1, "end": 11, "label": "Direct", "speaker": "Ann Moe"}
        >>> task = {
        ...     "text": "“Rain fell,” she said.",
        ...     "spans": [span],
        ...     "answer": "accept",
        ...     "_annotator_id": "bo",
        ... }
        >>> article, report = from_prodigy(task)
        >>> article.sources[0].name, article.quotes[0].annotators
        ('Ann Moe', ('prodigy:bo',))
    """
    data = Document.of(document).data
    if not is_object(data) or not isinstance(data.get("text"), str):
        raise refusal((), f"expected a task of Prodigy, got {format_json_value(data)}")
    enforce_limits({name: value for name, value in data.items() if name != "tokens"})  # those are not looked at
    base = article_of(Node(data))
    answer = data.get("answer")
    if answer not in (None, "accept"):
        reason = f"the answer is {format_json_value(answer)}, so that nothing of it is taken"
        return base, Report((Loss(LossCode.NO_PLACE, ("answer",), reason),))
    who = data.get("_annotator_id") or data.get("_session_id")
    annotator = Annotator(id=f"prodigy:{who}", kind="person") if answer and who else None
    return corrected(base, _marks_of(Node(data), base), annotator)


def _marks_of(task: Node, base: Article) -> Marks:
    """What a task marks."""
    marks = Marks()
    for node in task.get("spans").objects():
        name = marks.add(node, node.get("label").value, _place(node.value, len(base.text)))
        if name is not None and isinstance(node.get("speaker").value, str):
            marks.speakers[name] = node.get("speaker").value
    marks.links += _links(task, marks.regions) if task.get("relations") else _known_links(base, marks.regions)
    return marks


def _place(span: object, size: int) -> Place | None:
    start, end = position(field_of(span, "start")), position(field_of(span, "end"))
    return (start, end) if start is not None and end is not None and start < end <= size else None


def _links(task: Node, regions: Mapping[str, tuple[str, Place]]) -> Iterator[tuple[str, str]]:
    """The spans that relations link: by the names that we gave them, else by label and place."""
    keys = {region: key for key, region in reversed(list(regions.items()))}
    for node in task.get("relations").objects():
        ends = [node.get(name) for name in ("head_span", "child_span")]
        found = [_key(end.value, regions, keys) for end in ends]
        if found[0] is not None and found[1] is not None:
            yield found[0], found[1]


def _key(span: Any, regions: Mapping[str, Any], keys: Mapping[Any, str]) -> str | None:
    name = field_of(span, "id")
    if isinstance(name, str) and name in regions:
        return name
    place = field_of(span, "label"), (position(field_of(span, "start")), position(field_of(span, "end")))
    return keys.get(place) if isinstance(place[0], str) else None


def _known_links(base: Article, regions: Mapping[str, tuple[str, Place]]) -> Iterator[tuple[str, str]]:
    """What belonged together in the article, of the spans that are as they were."""
    keys = {region: key for key, region in reversed(list(regions.items()))}
    for quote in base.quotes:
        found = [keys[region] for region in stretches_of(quote) if region in keys]
        if found and regions[found[0]][0] in CONTENT:
            yield from ((found[0], key) for key in found[1:])


def _detect(document: Document) -> Evidence | None:
    task = document.data
    if not is_object(task) or not isinstance(task.get("text"), str) or not is_list(task.get("spans")):
        return None
    if not task.keys() & {"answer", "tokens", "_task_hash", OURS}:
        return None
    return Evidence(Certainty.LIKELY, "it has 'text' with 'spans' of it")


FORMATS = (
    Format(
        name="prodigy",
        title="Prodigy",
        read=from_prodigy,
        write=to_prodigy,
        detect=_detect,
        fields=rows(
            "spans",
            pieces="relations link the pieces of one quotation",
            speaker="spans.speaker",
            annotators=("_annotator_id", "_session_id"),
        ),
    ),
)
