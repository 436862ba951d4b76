"""W3C Web Annotation: an annotation for each quote, with a target for each span.

The quotes of an article are written as a [W3C](https://www.w3.org/TR/annotation-model/) annotation collection, without
the article. Each quote is an annotation. Each of its spans is a target, with a `TextQuoteSelector` (32 characters of
context on each side) and a `TextPositionSelector`; the id of a target ends in its role. Positions count code points, as
in the standard; `utf16=True` counts as browsers do. The bodies are the speaker (`identifying`), the kind (`tagging`)
and the rest as JSON (`describing`); a source is in the first of its quotes.

Of an annotation by another program, the first target is the content; words between quotation marks are verbatim, and a
body with the purpose `identifying` names the speaker. The `creator` of an annotation is an annotator of its quote.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

import msgspec

from newsschema import Annotator, AnnotatorKind, Article, Offsets, Part, Quote, Span
from newsschema._model.anchors import SPAN_FIELDS
from newsschema._model.containers import is_list, is_object
from newsschema._model.own import require
from newsschema.interop._builder import ArticleBuilder
from newsschema.interop._document import Document
from newsschema.interop._joint import Collector
from newsschema.interop._node import Node
from newsschema.interop._pieces import SourceList, Tree, detached, recovered
from newsschema.interop._plain import (
    as_list,
    enforce_limits,
    field_of,
    format_json_value,
    is_storable,
    refusal,
    without_nothing,
    words_of,
)
from newsschema.interop._registry import OTHER_FIELDS, Certainty, Evidence, Format, Row
from newsschema.interop._report import LossCode, Report, differences
from newsschema.interop._selectors import select, selectors_of
from newsschema.interop._uris import inner_id, is_uri

__all__ = ["from_webannotation", "to_webannotation"]

CONTEXT_URI: Final = "http://www.w3.org/ns/anno.jsonld"
_HOLDERS: Final = (("AnnotationCollection", "first"), ("AnnotationPage", "items"), ("rows", "rows"))
"""Where annotations stand in what holds them, by its type or by the name of a key of its own."""
_VERSION: Final = "schema:softwareVersion"
"""Of a program; the standard has no word for it, and names the vocabulary that has one."""
_IGNORED: Final = frozenset({"@context", "id", "type", "motivation", "source"})
"""Properties of an annotation that say nothing of a quote."""
FIELDS: Final = (
    Row("quotes.id", ("id",)),
    Row("quotes.kind", ("body",), note="purpose `tagging`"),
    *(Row(f"quotes.{role}", ("target",), note=f"`{role}-...`") for role in ("content", "edits")),
    *(Row(f"quotes.attribution.{role}", ("target",), note=f"`{role}-...`") for role in SPAN_FIELDS),
    Row("quotes.attribution.source", ("body",), note="purpose `identifying`"),
    *(Row(f"quotes.{field}", ("body",), note="purpose `describing`") for field in OTHER_FIELDS),
    Row("annotators", ("creator",), note="those of the quotes, or all where a quote names none"),
    Row("sources", ("body",), "partly", "purpose `describing`: those that are quoted, in the order of the quotes"),
)


def to_webannotation(article: Article, *, utf16: bool = False) -> tuple[Tree, Report]:
    """An article's quotes as an annotation collection.

    Each quote is one annotation. Its targets are the pieces, then the edits, the mention, the cue and so on, each with
    a text quote and a text position. Its bodies are the name of the speaker, the kind of the quote as a tag, and all
    its fields as JSON.

    Args:
        article: The article.
        utf16: Count positions in UTF-16 units, as browsers do; by default in code points, as in the standard.

    Returns:
        The collection, and a report of what it does not carry of the quotes and sources. The article is not in it.

    Examples:
        >>> from newsschema import Article
        >>> collection, report = to_webannotation(
        ...     Article(id="urn:example:1", text="Rain fell.")
        ... )
        >>> collection["total"]
        0
    """
    require(Article, article)
    offsets = {part: Offsets(article.part(part) or "") for part in Part} if utf16 else {}
    sources = SourceList(article)
    items = [_annotation(article, quote, offsets, sources) for quote in article.quotes]
    collection = {
        "@context": CONTEXT_URI,
        "id": inner_id(article.id, "quotes"),
        "type": "AnnotationCollection",
        "label": article.headline or "Quotations",
        "total": len(items),
    }
    if items:
        page = {"id": inner_id(article.id, "quotes-1"), "type": "AnnotationPage", "startIndex": 0, "items": items}
        collection |= {"first": page}
    base = article.replace(quotes=(), sources=())
    return collection, differences(article, from_webannotation(collection, base, utf16=utf16)[0], "Web Annotation")


def _annotation(article: Article, quote: Quote, offsets: Mapping[Part, Offsets], sources: SourceList) -> Tree:
    name = inner_id(article.id, "quote-", quote.id)
    targets: list[Tree] = []

    def key_of(role: str, span: Span) -> str | None:
        if span.start is None:
            return None
        key = f"{role}-{len(targets)}"
        selectors = [*selectors_of(article, span, offsets.get(span.part))]
        source = article.url or article.id
        targets.append({"id": f"{name}-{key}", "type": "SpecificResource", "source": source, "selector": selectors})
        return key

    details = detached(quote, key_of) | sources.of(quote)
    source = article.source_of(quote)
    speaker = [] if source is None else [{"type": "TextualBody", "purpose": "identifying", "value": source.label}]
    bodies = [
        *speaker,
        {"type": "TextualBody", "purpose": "tagging", "value": quote.kind.value},
        {
            "type": "TextualBody",
            "purpose": "describing",
            "format": "application/json",
            "value": msgspec.json.encode(details).decode(),
        },
    ]
    wanted = set(quote.annotators)
    agents = [_agent(one) for one in article.annotators if not wanted or one.id in wanted]
    return {
        "@context": CONTEXT_URI,
        "id": name,
        "type": "Annotation",
        "motivation": "describing",
        **({"creator": agents[0] if len(agents) == 1 else agents} if agents else {}),
        "body": bodies,
        "target": targets or article.url or article.id,
    }


def _agent(annotator: Annotator) -> Tree:
    """An annotator as the standard has it: an id is an IRI there, and another short name a nickname."""
    return without_nothing(
        **{
            "id": annotator.id if is_uri(annotator.id) else None,
            "type": "Software" if annotator.kind is AnnotatorKind.SOFTWARE else "Person",
            "name": annotator.name,
            "nickname": None if is_uri(annotator.id) else annotator.id,
            _VERSION: annotator.version,
        }
    )


def from_webannotation(
    document: object, text: Article | str, *, utf16: bool = False, strict: bool = False
) -> tuple[Article, Report]:
    """An article with the quotes that annotations mark in it.

    The text may have changed: the selected words are aligned with it as by [`reanchor`][newsschema.reanchor], and words
    without a position are searched for with their context. Spans that have lost their place, or could be in several,
    keep their words without a place, and are reported. Annotations that this library wrote give back what was written.
    In others, the first target is the content, a body with the purpose `identifying` names the speaker, and the
    creators are the annotators.

    Args:
        document: A collection, a page of one, an annotation, or a list of annotations, as bytes, as text, or as JSON
            decodes it; the rows of an annotation service too, whose annotations do not say that they are such.
        text: The article, or its text.
        utf16: Whether positions count UTF-16 units.
        strict: Refuse annotations with an invalid quote; otherwise the quote is reported.

    Returns:
        The article with the quotes added, and a report of what is not in it.

    Raises:
        ValidationError: The document is none of these.

    Examples:
        >>> selector = {"type": "TextQuoteSelector", "exact": "too dear"}
        >>> target = {"source": "urn:example:1", "selector": selector}
        >>> annotation = {"type": "Annotation", "target": target}
        >>> article, report = from_webannotation(annotation, "It was “too dear”.")
        >>> article.quotes[0].content[0].start
        8
    """
    data = Document.of(document).data
    enforce_limits(data)
    if data is None:
        raise refusal((), f"expected an annotation, got {format_json_value(document)}")
    collecting = _Collecting(text, utf16=utf16, strict=False)
    collecting.read_all(data)
    reading = _Reading(text, utf16=utf16, strict=strict)
    reading.known_places = collecting.placed()
    reading.read_all(data)
    return reading.finish()


def _bodies(annotation: Node) -> tuple[Tree | None, object]:
    """What the bodies of an annotation say: its quote as JSON, and the speaker."""
    details, speaker = None, None
    for body in annotation.get("body").items():
        purpose = field_of(body.value, "purpose")
        inner = recovered(field_of(body.value, "value")) if purpose == "describing" else None
        if inner is not None:
            details = inner
            body.take()
        elif purpose == "identifying":
            speaker = field_of(body.take(), "value")
        elif purpose == "tagging":
            body.take()
    return details, speaker


class _Reading(ArticleBuilder):
    """Annotations that are being read."""

    def __init__(self, text: Article | str, *, utf16: bool, strict: bool) -> None:
        super().__init__(text, strict=strict, name="webannotation")
        self._utf16 = utf16

    def read_all(self, data: Any) -> None:
        """Read all annotations of a document."""
        annotations = [(annotation, *_bodies(annotation)) for annotation in self.annotations(data)]
        for annotation, details, _ in annotations:  # first those who speak, since others may refer to them
            self.attach_sources(annotation.path, (details or {}).get("sources"))
        for annotation, details, speaker in annotations:
            self.annotated(annotation, details, speaker)

    def annotations(self, data: Any) -> Iterator[Node]:
        """The annotations of a document."""
        for item in self._held(Node(data)):
            kinds = as_list(field_of(item.value, "type"))
            if not is_object(item.value) or not ("Annotation" in kinds or (not kinds and "target" in item.value)):
                raise refusal(item.path, f"expected an annotation, got {format_json_value(item.value)}")
            yield item

    def _held(self, document: Node) -> list[Node]:
        """What a collection or a page of one holds, as far as it is here; the document itself where it is neither."""
        for kind, inner in _HOLDERS:
            if is_object(document.value) and (kind in as_list(document.value.get("type")) or kind in document.value):
                if words_of(document.value.get("next")):
                    self.lose(LossCode.UNREADABLE, (*document.path, "next"), "only the first page is here")
                document = document.get(inner)
                if isinstance(document.value, str):
                    self.lose(LossCode.UNREADABLE, document.path, "the annotations are not here, only their address")
                if not is_list(document.value) and not is_object(document.value):
                    return []
        paths = [(index,) for index in range(len(document.value))] if is_list(document.value) else [()]
        return list(map(document.at, paths))

    def annotated(self, annotation: Node, details: Tree | None, speaker: object) -> None:
        """Add the quote of an annotation, and report what of it is in no quote."""
        name = annotation.get("id").value
        targets: dict[str, Node] = {}
        for index, target in enumerate(annotation.get("target").items()):
            key = field_of(target.value, "id")
            targets[key.removeprefix(f"{name}-") if isinstance(key, str) else str(index)] = target
        annotators = self._annotators(annotation)
        if details is not None:
            missing = annotation.get("target").put(None)
            self.attach(
                annotation.path,
                details if annotators in ([], self.annotators) else {"annotators": annotators, **details},
                lambda key, part: select(self, targets.get(key, missing), part, utf16=self._utf16),
                speaker,
            )
        else:
            content = [select(self, target, "text", utf16=self._utf16) for target in list(targets.values())[:1]]
            fields = without_nothing(id=name, annotators=annotators or None)
            self.quote(annotation.path, content, {"source": self.source(speaker)}, **fields)
        self.lose_unread(annotation, _IGNORED)

    def _annotators(self, annotation: Node) -> list[str]:
        """The ids of those who made an annotation, which the article has after that."""
        ids: list[str] = []
        for agent in annotation.get("creator").items():
            fields = self._annotator(agent)
            if not is_storable(fields.get("id")):
                self.lose(LossCode.UNREADABLE, agent.path, f"expected an agent, got {format_json_value(agent.value)}")
                continue
            self.add_annotator(fields, agent.path)
            ids.append(fields["id"])
        return list(dict.fromkeys(ids))

    def _annotator(self, agent: Node) -> Tree:
        """What is said of an agent: its IRI, or a description of it."""
        if isinstance(agent.value, str):
            return {"id": agent.take(), "kind": AnnotatorKind.PERSON.value}
        kinds = map(str, as_list(agent.get("type").take()))
        kind = AnnotatorKind.SOFTWARE if any("Software" in one for one in kinds) else AnnotatorKind.PERSON
        names: list[Any] = [agent.get(key).take() for key in ("id", "nickname", "email", "name")]
        version = agent.get(_VERSION).take()
        return without_nothing(
            id=next((one for one in names if one), None), name=names[-1], kind=kind.value, version=version
        )


class _Collecting(Collector, _Reading):
    """Annotations that are read only for what they select."""


def _detect(document: Document) -> Evidence | None:
    first = next(iter(as_list(document.data)), None)
    if not is_object(first) or "Annotation" not in str(first.get("type")):
        return None
    return Evidence(Certainty.LIKELY, f"its type is {format_json_value(first['type'])}")


FORMATS = (
    Format(
        name="webannotation",
        title="W3C Web Annotation",
        read=from_webannotation,
        write=to_webannotation,
        detect=_detect,
        text="needed",
        fields=FIELDS,
    ),
)
