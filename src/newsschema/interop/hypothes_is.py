"""Hypothes.is: quotes as annotations that people discuss and correct, and their corrections.

An annotation has one place and a text. The place is the first piece of the quote. The text has a line for each thing
that people may correct, and the rest in a hidden comment. Only its author can change an annotation, so others correct
it with a reply: with the lines to change, or with the tag `reject` or `confirm`.
"""

import re
from collections.abc import Mapping
from itertools import chain
from typing import Any, Final, Generic, TypeVar

import msgspec

from newsschema import AnnotatorKind, Article, Offsets, Part, Quote, QuoteKind, Source, Span, to_dict
from newsschema._model.anchors import SPAN_FIELDS
from newsschema._model.containers import is_list, is_object
from newsschema._model.errors import Path
from newsschema._model.own import require
from newsschema.interop._builder import ArticleBuilder
from newsschema.interop._document import Document
from newsschema.interop._joint import Collector
from newsschema.interop._node import Node
from newsschema.interop._pieces import SourceList, Tree, detached, recovered
from newsschema.interop._plain import as_list, enforce_limits, field_of, format_json_value, refusal, without_nothing
from newsschema.interop._quotations import NEAR
from newsschema.interop._registry import Certainty, Evidence, Format, Row
from newsschema.interop._report import LossCode, Report, differences
from newsschema.interop._selectors import select, selectors_of

__all__ = ["from_hypothes_is", "to_hypothes_is"]

KEPT: Final = "is.hypothes"
"""Where `Quote.extra` keeps what people said of a quote beside its corrections."""
_TAG: Final = "newsschema"
_REJECT: Final = frozenset({"reject", "rejected", "wrong"})
_CONFIRM: Final = frozenset({"confirm", "confirmed", "right"})
_LINE: Final = re.compile(rf"\s*({'|'.join(('speaker', *SPAN_FIELDS))})\s*:[ \t]*(.*)", re.IGNORECASE)
"""What has a line of its own: the speaker, and each span of the attribution."""
_BEGINS: Final = "<!-- newsschema "
_ENDS: Final = " -->"
"""What stands around the JSON of what a quote has no line for: readers do not see a comment."""


def to_hypothes_is(article: Article) -> tuple[list[Tree], Report]:
    """An article's quotes as annotations for the API of Hypothes.is: each is what `POST /annotations` takes.

    Args:
        article: The article; its `url`, else its `id`, is what the annotations are of.

    Returns:
        The annotations, and a report of what they do not carry of the quotes and sources. The article is not in them.

    Examples:
        >>> from newsschema import Article
        >>> to_hypothes_is(Article(id="urn:example:1", text="Rain fell."))
        ([], Report(losses=(), format=None, origin=''))
    """
    require(Article, article)
    offsets = Offsets(article.text)
    sources = {source.id: source for source in article.sources}
    given = SourceList(article)
    rows = [_annotation(article, quote, offsets, sources, given) for quote in article.quotes]
    base = article.replace(quotes=(), sources=())
    return rows, differences(article, from_hypothes_is(rows, base)[0], "Hypothes.is")


def _annotation(
    article: Article, quote: Quote, offsets: Offsets, sources: Mapping[str, Source], given: SourceList
) -> Tree:
    selectors: list[Tree] = []

    def key_of(role: str, span: Span) -> str | None:
        if role != "content" or selectors or span.part is not Part.TEXT or span.start is None:
            return None
        selectors.extend(reversed(selectors_of(article, span, offsets)))
        return "0"

    source = sources.get(quote.source or "")
    details = detached(quote, key_of) | given.of(quote)
    attribution = to_dict(quote.attribution) if quote.attribution is not None else {}
    said = {"speaker": source.label} if source is not None else {}
    said |= {role: attribution[role]["text"] for role in SPAN_FIELDS if role in attribution}
    lines = [f"{name}: {_one_line(words)}" for name, words in said.items()]
    hidden = msgspec.json.encode(details).decode().replace("<", "\\u003c").replace(">", "\\u003e")
    uri = article.url or article.id
    return {
        "uri": uri,
        "document": {"title": [article.headline]} if article.headline else {},
        "tags": [_TAG, quote.kind.value],
        "text": "\n".join([*lines, "", f"{_BEGINS}{hidden}{_ENDS}"]),
        "target": [{"source": uri, **({"selector": selectors} if selectors else {})}],
    }


def _one_line(words: str) -> str:
    return " ".join(words.split())


def from_hypothes_is(
    document: object,
    text: Article | str,
    *,
    strict: bool = False,  # noqa: ARG001 - nothing is lenient
) -> tuple[Article, Report]:
    """An article with the quotes that annotations mark in it, as people corrected them.

    Annotations that this library wrote give back their quotes, with the changed lines, and replace those of the
    article. Other annotations are new quotations; the line `speaker:` names the speaker. Replies correct with the same
    kind of lines, or reject or confirm. Whoever found, changed or confirmed a quote becomes one of its annotators.
    Other remarks are kept in its `extra`.

    Args:
        document: What a search of the API gives, a list of annotations, or one; as bytes, text or decoded JSON.
        text: The article, or its text.
        strict: Has no effect.

    Returns:
        The article, and a report of what is not in it.

    Raises:
        ValidationError: The document is none of these.

    Examples:
        >>> selector = {"type": "TextQuoteSelector", "exact": "Rain fell,"}
        >>> row = {"id": "a", "user": "acct:bo@hypothes.is", "text": "speaker: Ann Moe"}
        >>> rows = [row | {"target": [{"selector": [selector]}]}]
        >>> article, report = from_hypothes_is(
        ...     {"total": 1, "rows": rows}, "“Rain fell,” she said."
        ... )
        >>> article.sources[0].name, article.quotes[0].annotators
        ('Ann Moe', ('acct:bo@hypothes.is',))
    """
    data = Document.of(document).data
    enforce_limits(data)
    collecting = _Reading(text, Collector)
    collecting.read_all(data)
    reading = _Reading(text, ArticleBuilder)
    reading.builder.known_places = collecting.builder.placed()
    reading.read_all(data)
    return reading.builder.finish()


def _rows_of(data: Any) -> list[Node]:
    """The annotations of a search's result, of a list, or the one."""
    if is_object(data) and is_list(data.get("rows")):
        rows = [*Node(data).get("rows").items(), *Node(data).get("replies").items()]
    else:
        rows = Node(data if is_list(data) else [data]).items()
    for row in rows:
        if not is_object(row.value) or not row.value.keys() & {"target", "references"}:
            raise refusal(row.path, f"expected an annotation of Hypothes.is, got {format_json_value(row.value)}")
    return rows


B = TypeVar("B", bound=ArticleBuilder)


class _Reading(Generic[B]):
    """Annotations that are being read."""

    def __init__(self, text: Article | str, building: type[B]) -> None:
        base = ArticleBuilder(text).finish()[0]
        self._quotes: list[Tree] = to_dict(base).get("quotes", [])
        self._known = {tree["id"]: tree for tree in self._quotes}
        self._labels: dict[str, str] = {}
        self.builder: B = building(base.replace(quotes=()))

    def _check_total(self, data: Any) -> None:
        """Report that a search has found more than is here: the API gives 200 annotations at most."""
        total, here = field_of(data, "total"), field_of(data, "rows")
        if isinstance(total, int) and is_list(here) and total > len(here):
            self.builder.lose(LossCode.UNREADABLE, ("rows",), f"only {len(here)} of {total} annotations are here")

    def read_all(self, data: Any) -> None:
        """Add the quotes of all annotations, as people corrected them."""
        rows = _rows_of(data)
        self._check_total(data)
        replies: dict[str, list[Node]] = {}
        own: dict[str, tuple[Node, Tree]] = {}
        others: list[Node] = []
        for row in rows:
            root = _root_of(row)
            details = _details(row)
            if root is not None:
                replies.setdefault(root, []).append(row)
            elif details is not None and details["id"] not in own:
                own[details["id"]] = row, details
            else:
                others.append(row)
        for row, details in own.values():
            self.builder.attach_sources(row.path, details.pop("sources", None))
        for name in [*self._known, *(name for name in own if name not in self._known)]:
            if name in own:
                self._read(*own[name], replies)
            else:
                self.builder.add_quote(("quotes",), self._known[name])
        for row in others:
            self._read(row, None, replies)
        for reply in chain.from_iterable(replies.values()):
            self.builder.lose(LossCode.NO_PLACE, reply.path, "what it replies to is not here")

    def _read(self, row: Node, details: Tree | None, replies: dict[str, list[Node]]) -> None:
        """Add the quote of an annotation, as it and the replies to it have it."""
        thread = replies.pop(str(row.get("id").value), [])
        quotes: list[Tree] = self.builder.tree.setdefault("quotes", [])
        count = len(quotes)
        target = next(iter(row.get("target").items()), row.get("target"))
        if details is not None:
            speaker = _lines(row)[0].get("speaker")
            self.builder.attach(row.path, details, lambda _, part: select(self.builder, target, part), speaker)
        else:
            self.builder.quote(row.path, [select(self.builder, target, "text")], {"source": None})
        if len(quotes) == count:
            return
        quote = quotes[-1]
        changed = [self._set_kind(quote, row), self._correct(quote, row)]
        if any(changed) or details is None:
            self._seen(quote, row)
        for reply in sorted(thread, key=lambda reply: str(reply.get("created").value)):
            if self._correct(quote, reply) or _tags(reply) & _CONFIRM:
                self._seen(quote, reply)
        if any(_tags(node) & _REJECT for node in (row, *thread)):
            quotes.pop()

    def _set_kind(self, quote: Tree, row: Node) -> bool:
        """Let a quote be of the kind that a tag names."""
        kinds = _tags(row) & {kind.value for kind in QuoteKind} - {"partial"}
        if len(kinds) != 1 or kinds == {quote["kind"]}:
            return False
        (quote["kind"],) = kinds
        for piece in quote["content"]:
            piece["verbatim"] = quote["kind"] != "indirect"
        return True

    def _correct(self, quote: Tree, row: Node) -> bool:
        """Let a quote say what the lines of a text say; true where that is something else. Other words are kept."""
        attribution = quote.setdefault("attribution", {})
        lines, comment = _lines(row)
        changed = [self._set(quote, attribution, name, words, row.path) for name, words in lines.items()]
        if comment:
            said = without_nothing(user=row.get("user").value, text=comment)
            quote.setdefault("extra", {}).setdefault(KEPT, {}).setdefault("comments", []).append(said)
            self.builder.lose(LossCode.KEPT, (*row.path, "text"), f"it is in the extra of the quote, under {KEPT}")
        if quote["kind"] == "epithet" and not attribution:
            del quote["attribution"]
        return any(changed)

    def _set(self, quote: Tree, attribution: Tree, name: str, words: str, path: Path) -> bool:
        """Set a part of an attribution; false where it says the same already."""
        key = "source" if name == "speaker" else name
        before = self._label(attribution.get("source")) if key == "source" else field_of(attribution.get(name), "text")
        if _one_line(str(before or "")) == words:
            return False
        value = self.builder.source(words) if key == "source" else self._near(path, words, quote)
        attribution.pop(key, None)
        attribution |= without_nothing(**{key: value})
        return True

    def _label(self, name: object) -> str | None:
        """What a source is called."""
        sources = self.builder.tree.get("sources", [])
        for source in sources[len(self._labels) :]:  # those that have come since
            self._labels[source["id"]] = source.get("name") or source.get("description") or source["id"]
        return self._labels.get(str(name))

    def _near(self, path: Path, words: str, quote: Tree) -> Tree | None:
        """The words in the place that is nearest to a quote."""
        text, start = str(self.builder.tree["text"]), quote["content"][0].get("start")
        if start is None or not words:
            return self.builder.place(path, words) if words else None
        low, high = max(start - NEAR, 0), start + len(quote["content"][0]["text"]) + NEAR
        places = [match.start() + low for match in re.finditer(re.escape(words), text[low:high])]
        if not places:
            return self.builder.place(path, words)
        return self.builder.place(path, words, start=min(places, key=lambda place: abs(place - start)))

    def _seen(self, quote: Tree, row: Node) -> None:
        """Add who made an annotation to the annotators of a quote."""
        user = row.get("user").value
        if not user or not isinstance(user, str):
            return
        name = field_of(row.get("user_info").value, "display_name")
        annotator = without_nothing(id=user, name=name, kind=AnnotatorKind.PERSON.value)
        self.builder.add_annotator(annotator, row.path)
        self.builder.seen_by(quote, user)


def _lines(row: Node) -> tuple[dict[str, str], str]:
    """The lines of a text that say something of a quote, by what they say, and all other words."""
    lines: dict[str, str] = {}
    others: list[str] = []
    for line in _parted(row)[0].splitlines():
        match = _LINE.fullmatch(line)
        if match is None:
            others.append(line)
        else:
            lines[match[1].lower()] = match[2].strip()
    return lines, "\n".join(others).strip()


def _parted(row: Node) -> tuple[str, str]:
    """The words of a text, and what the comment of ours behind them says; nothing where there is none."""
    text = str(row.get("text").value or "")
    words, _, hidden = text.rstrip().partition(_BEGINS)
    return (words, hidden.removesuffix(_ENDS)) if hidden.endswith(_ENDS) else (text, "")


def _root_of(row: Node) -> str | None:
    """The name of the annotation that a reply belongs to; `None` for what is no reply."""
    references = as_list(row.get("references").value)
    return str(references[0]) if references else None


def _details(row: Node) -> Tree | None:
    """What an annotation of ours says of its quote."""
    details = recovered(_parted(row)[1])
    return details if details is not None and isinstance(details.get("id"), str) else None


def _tags(row: Node) -> set[str]:
    return {str(tag).lower() for tag in as_list(row.get("tags").value)}


def _detect(document: Document) -> Evidence | None:
    data = document.data
    found = data.get("rows") if is_object(data) and "total" in data else data
    row = next(iter(as_list(found)), None)
    if not is_object(row) or "uri" not in row or not (is_list(row.get("target")) or is_list(row.get("references"))):
        return None
    return Evidence(Certainty.LIKELY, "it has 'uri' with a 'target' in it") if "type" not in row else None


FORMATS = (
    Format(
        name="hypothes_is",
        title="Hypothes.is",
        read=from_hypothes_is,
        write=to_hypothes_is,
        detect=_detect,
        text="needed",
        fields=(
            Row("quotes.id", ("text",), note="in a comment"),
            Row("quotes.kind", ("tags",)),
            Row("quotes.content", ("target",), note="the first piece; the others in the comment"),
            Row("quotes.attribution.source", ("text",), note="in the line `speaker:`"),
            *(Row(f"quotes.attribution.{role}", ("text",), note=f"in the line `{role}:`") for role in SPAN_FIELDS),
            Row("quotes.attribution.polarity", ("text",), note="in the comment"),
            Row("quotes.annotators", ("user",)),
            Row("sources", ("text",), "partly", "those that are quoted, in the order of the quotes"),
        ),
    ),
)
