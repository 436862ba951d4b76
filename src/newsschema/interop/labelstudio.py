"""Label Studio: an article as a task with its quotes as a prediction, and people's corrections.

Each piece, cue and so on is a region with a label. Relations link the pieces of a quotation, and the speaker's name is
a text of the first piece. Everything else is in the task's data.
"""

from collections.abc import Iterator
from itertools import chain
from typing import Any, Final

from newsschema import Annotator, Article, Offsets, Quote, to_dict
from newsschema._model.containers import is_object
from newsschema._model.own import require
from newsschema.interop._corrections import (
    LABELS,
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
from newsschema.interop._plain import as_list, enforce_limits, format_json_value, position, refusal
from newsschema.interop._registry import Certainty, Evidence, Format
from newsschema.interop._report import LossCode, Report, differences

__all__ = ["from_labelstudio", "label_config", "to_labelstudio"]

_COLOURS: Final = dict(zip(LABELS, ("#1565c0", "#6a1b9a", "#546e7a", "#2e7d32", "#ef6c00"), strict=False))


def label_config() -> str:
    """The labelling interface that a project needs for these tasks.

    Examples:
        >>> label_config().splitlines()[0]
        '<View>'
    """
    labels = "\n".join(
        f'    <Label value="{label}" background="{_COLOURS.get(label, "#9e9d24")}"/>' for label in LABELS
    )
    return (
        "<View>\n"
        '  <Header value="$headline"/>\n'
        f'  <Labels name="label" toName="text">\n{labels}\n  </Labels>\n'
        '  <Text name="text" value="$text" granularity="word"/>\n'
        '  <TextArea name="speaker" toName="text" perRegion="true" maxSubmissions="1" placeholder="Who says it"/>\n'
        "  <Relations/>\n"
        "</View>\n"
    )


def to_labelstudio(article: Article) -> tuple[Tree, Report]:
    """An article as a task of Label Studio, its quotes as a prediction.

    Positions count UTF-16 units, as in Label Studio. The task's data has the whole article, so that nothing is lost;
    quotes without a place in the text are only there.

    Args:
        article: The article.

    Returns:
        The task, and an empty report.

    Examples:
        >>> from newsschema import Article
        >>> task, report = to_labelstudio(Article(id="urn:example:1", text="Rain fell."))
        >>> task["data"]["text"], task["predictions"][0]["result"]
        ('Rain fell.', [])
    """
    require(Article, article)
    offsets = Offsets(article.text)
    labels = {source.id: source.label for source in article.sources}
    result: list[Tree] = []
    for quote in article.quotes:
        result += _regions(article.text, offsets, quote, labels.get(quote.source or ""), len(result))
    software = [annotator for annotator in article.annotators if annotator.kind == "software"]
    version = " ".join(filter(None, (software[-1].name or software[-1].id, software[-1].version))) if software else OURS
    data = {"text": article.text, "headline": article.headline or "", OURS: to_dict(article)}
    task = {"data": data, "predictions": [{"model_version": version, "result": result}]}
    return task, differences(article, from_labelstudio(task)[0], "Label Studio")


def _regions(text: str, offsets: Offsets, quote: Quote, speaker: str | None, number: int) -> Iterator[Tree]:
    """The regions of a quotation and the relations between them, numbered from there on."""
    first = f"r{number}"
    for index, (label, (start, end)) in enumerate(stretches_of(quote)):
        place = {"start": offsets.to_utf16(start), "end": offsets.to_utf16(end)}
        name = first if index == 0 else f"{first}-{index}"
        value = {**place, "text": text[start:end], "labels": [label]}
        yield {"id": name, "from_name": "label", "to_name": "text", "type": "labels", "value": value}
        if index == 0 and speaker is not None:
            value = {**place, "text": [speaker]}
            yield {"id": name, "from_name": "speaker", "to_name": "text", "type": "textarea", "value": value}
        elif index:
            yield {"type": "relation", "from_id": first, "to_id": name, "direction": "right"}


def from_labelstudio(document: object, *, strict: bool = False) -> tuple[Article, Report]:  # noqa: ARG001 - nothing is lenient
    """An article whose quotes are as people corrected them in Label Studio.

    Of several annotations, the ground truth is read, or else the last one that was not cancelled, or else the last
    prediction. Whoever annotated becomes an annotator of every quote in the annotation.

    Args:
        document: A task as Label Studio exports it, or a list of one; as bytes, text or decoded JSON.
        strict: Has no effect.

    Returns:
        The article, and a report of what is not in it: regions of no quotation, other annotations.

    Raises:
        ValidationError: The document is not a task with a text, or its article has faults.

    Examples:
        >>> value = {"start": 1, "end": 11, "text": "Rain fell,", "labels": ["Direct"]}
        >>> annotation = {
        ...     "completed_by": 7,
        ...     "result": [{"id": "a", "type": "labels", "value": value}],
        ... }
        >>> task = {"data": {"text": "“Rain fell,” he said."}, "annotations": [annotation]}
        >>> article, report = from_labelstudio(task)
        >>> article.quotes[0].words, article.quotes[0].annotators
        ('Rain fell,', ('labelstudio:7',))
    """
    data = Document.of(document).data
    tasks = as_list(data)
    if len(tasks) != 1 or not is_object(tasks[0]) or not is_object(tasks[0].get("data")):
        raise refusal((), f"expected a task of Label Studio, got {format_json_value(data)}")
    enforce_limits(tasks[0])
    task = Node(tasks[0])
    base = article_of(task.get("data"))
    marks = Marks()
    annotation = _annotation(task, marks)
    if annotation is None:
        return base, Report()
    _read_result(marks, annotation.get("result"), base.text)
    annotator = _annotator(annotation.get("completed_by").value) if annotation.path[0] == "annotations" else None
    return corrected(base, marks, annotator)


def _annotation(task: Node, marks: Marks) -> Node | None:
    """The annotation that counts; the last prediction where there is none."""
    done = [node for node in task.get("annotations").objects() if not node.get("was_cancelled").value]
    found = sorted(done, key=lambda node: bool(node.get("ground_truth").value))
    for node in found[:-1]:
        marks.lose(LossCode.NO_PLACE, node.path, "only one annotation of a task is read")
    return next(iter((found or task.get("predictions").objects())[::-1]), None)


def _annotator(completed_by: Any) -> Annotator | None:
    """The person who made an annotation; `None` where it does not say who that is."""
    said = completed_by if is_object(completed_by) else {"id": completed_by}
    names = " ".join(str(said[key]) for key in ("first_name", "last_name") if said.get(key))
    name = said.get("email") or said.get("id")
    return None if name in (None, "") else Annotator(id=f"labelstudio:{name}", name=names or None, kind="person")


def _read_result(marks: Marks, result: Node, text: str) -> None:
    """Take what an annotation marks."""
    offsets = Offsets(text)
    for node in result.objects():
        kind, value = node.get("type").value, node.get("value")
        if kind == "labels":
            label = next((label for label in as_list(value.get("labels").value) if label in LABELS), None)
            marks.add(node, label, _place(value, text, offsets))
        elif kind == "relation":
            marks.links.append((str(node.get("from_id").value), str(node.get("to_id").value)))
        elif kind == "textarea" and as_list(value.get("text").value):
            marks.speakers[str(node.get("id").value)] = str(as_list(value.get("text").value)[0])
        else:
            marks.lose(LossCode.NO_PLACE, node.path, "there is no place for it")


def _place(value: Node, text: str, offsets: Offsets) -> Place | None:
    """The place of a region: in UTF-16 units, unless its words stand there in code points alone."""
    found: list[Place] = []
    for counted in (offsets, None):
        low, high = (position(value.get(name).value, counted) for name in ("start", "end"))
        if low is not None and high is not None and low < high <= len(text):
            found.append((low, high))
    words = value.get("text").value
    alike = (place for place in found if text[slice(*place)] == words)
    return next(chain(alike, found), None)


def _detect(document: Document) -> Evidence | None:
    task = next(iter(as_list(document.data)), None)
    if not is_object(task) or not is_object(task.get("data")) or not task.keys() & {"annotations", "predictions"}:
        return None
    return Evidence(Certainty.LIKELY, "it has 'data' and annotations or predictions of it")


FORMATS = (
    Format(
        name="labelstudio",
        title="Label Studio",
        read=from_labelstudio,
        write=to_labelstudio,
        detect=_detect,
        fields=rows(
            "labels",
            pieces="pieces of one quotation are linked by relations",
            speaker="textarea: speaker",
            annotators=("annotations.completed_by",),
        ),
    ),
)
