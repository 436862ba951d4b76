"""NewsML-G2, the IPTC's XML for news items: items of text are read.

The text of an item is NITF, XHTML or plain, with metadata around it. A message holds several items; a package only
refers to them. Concepts, plans and catalogues hold no article and are refused.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any, Final

from attrs import astuple, define, evolve, field

from newsschema import Article, Code, SubjectKind
from newsschema._model.errors import Path
from newsschema.interop import nitf
from newsschema.interop._builder import ArticleBuilder
from newsschema.interop._flow import Flow, text_of
from newsschema.interop._markup import plain_text
from newsschema.interop._nitf_body import MARKED, SPEAKER, read_quotes
from newsschema.interop._nitf_head import SUBJECT_CODES, add_element, head_of, inside, read_head, report_nameless
from newsschema.interop._node import Node
from newsschema.interop._pieces import Tree
from newsschema.interop._plain import format_json_value, refusal, without_nothing
from newsschema.interop._registry import Format, Reading, Row, has_root, read_only_one
from newsschema.interop._report import Loss, LossCode, Report
from newsschema.interop._uris import is_uri, to_id
from newsschema.interop._vocabulary import genre_of
from newsschema.interop._xml import CHILDREN, Start, Stream

__all__ = ["from_newsmlg2"]

KEPT: Final = "org.iptc.newsml-g2"
"""Where `Article.extra` keeps the elements around a text that say more than the model has a place for."""
_OTHERS: Final = {
    "packageItem": "a package, which only refers to items",
    "conceptItem": "a concept item",
    "knowledgeItem": "a knowledge item",
    "planningItem": "a planning item",
    "catalogItem": "a catalogue",
}
"""Items that hold no article."""
_CONTAINERS: Final = frozenset({"rightsInfo", "itemMeta", "contentMeta"})
_TEXTS: Final = (
    ("byline", "by"),
    ("credit", "creditline"),
    ("rights", "copyrightNotice"),
    ("rights", "usageTerms"),
    ("updated", "versionCreated"),
    ("embargoed_until", "embargoed"),
)
"""Our fields, and the elements whose words they are; the first that says something counts."""
_PARTIES: Final = (("publisher", "provider"), ("credit", "infoSource"))
"""Our fields, and the elements whose names they are."""
_VOCABULARIES: Final = {"medtop": "http://cv.iptc.org/newscodes/mediatopic/", "subj": SUBJECT_CODES}
"""The vocabularies of the IPTC that subjects are from, by the alias that its catalogue gives them."""
_KINDS: Final = {
    "person": SubjectKind.PERSON,
    "organisation": SubjectKind.ORGANISATION,
    "geoArea": SubjectKind.PLACE,
    "poi": SubjectKind.PLACE,
    "event": SubjectKind.EVENT,
}
"""Kinds of concepts, by the codes of the IPTC; all others are topics."""
_MAIN: Final = frozenset({"", "main"})
_SUMMARY: Final = frozenset({"", "summary", "abstract"})
_PAGE: Final = frozenset({"html", "body", "div", "section", "article", "main", "p", "h1", "h2", "ul", "ol", "table"})
"""Elements that XHTML begins with, whole or a piece."""
_TAGGED: Final = re.compile(r"<(?:p|div|br|h[1-6]|ul|ol|table|span|a|b|i|em|strong)\b[^<>]*>", re.IGNORECASE)
_CONTENT: Final = ("contentSet",)


def from_newsmlg2(document: object, *, strict: bool = False) -> tuple[Article, Report]:
    """An article from a NewsML-G2 news item, or from a message that holds one.

    An item does not say when it was published: `versionCreated` is when it was last changed. Metadata without a field
    is kept in `extra`. No DTD is loaded and no catalogue fetched; a document that declares entities is refused.

    Args:
        document: The document, as bytes or as text.
        strict: Refuse an item with an invalid value, such as a date; otherwise such values are reported, and kept in
            `extra` as they are.

    Returns:
        The article, and a report of what is not in it.

    Raises:
        ValidationError: The document is not NewsML-G2, holds no article or several, or has faults (strict).
        MissingExtraError: lxml is not installed.

    Examples:
        >>> data = "<inlineData contenttype='text/plain'>Rain fell.</inlineData>"
        >>> content = f"<contentSet>{data}</contentSet>"
        >>> item = f"<newsItem guid='urn:example:1' version='2'>{content}</newsItem>"
        >>> article, report = from_newsmlg2(item)
        >>> article.id, article.version, article.text
        ('urn:example:1', '2', 'Rain fell.')
    """
    return read_only_one(read_each(document, strict=strict))


def read_each(document: object, *, strict: bool = False) -> Iterator[tuple[str, Reading]]:
    """The articles of a NewsML-G2 item or message, each as the name of its place and what reads it.

    Args:
        document: The document, as bytes or as text.
        strict: Refuse an item with an invalid value, such as a date.

    Raises:
        ValidationError: The document is not NewsML-G2, or holds no article.
    """
    held: tuple[str, _Item] | None = None
    others: list[Loss] = []
    for place, item in _items(Stream(document)):
        if isinstance(item, Loss):
            others.append(item)
            continue
        if held is not None:
            yield held[0], partial(_article, held[1], strict=strict)
        held, item.losses, others = (place, item), [*others, *item.losses], []
    if held is None:
        reasons = "; ".join(loss.reason for loss in others[:3])
        raise refusal((), f"there is no article in it: {reasons or 'there are no items'}", Code.MISSING_FIELD)
    held[1].losses += others
    yield held[0], partial(_article, held[1], strict=strict)


# Taking a document apart.


@define
class _Text:
    """A rendition of an item's text: its rank by how it is marked up, and for NITF the elements around it."""

    rank: int
    text: str
    flow: Flow = field(factory=Flow)
    sections: Tree = field(factory=dict[str, Any])


@define
class _Item:
    """A news item: what it says of itself, and the renditions of its text."""

    attributes: Mapping[str, str]
    sections: Tree = field(factory=dict[str, Any])
    texts: list[_Text] = field(factory=list[_Text])
    losses: list[Loss] = field(factory=list[Loss])


def _items(stream: Stream) -> Iterator[tuple[str, _Item | Loss]]:
    """The items of a document, each with its place: news items, and what is told of others."""
    root = next(stream)
    if not isinstance(root, Start) or root.name not in {"newsItem", "newsMessage", *_OTHERS}:
        raise refusal(
            (), f"expected NewsML-G2, and the first element is {format_json_value(getattr(root, 'name', root))}"
        )
    if root.name != "newsMessage":
        yield "", _item(stream, root, ())
        return
    number = 0
    for part in stream.children():
        if part.name != "itemSet":
            stream.skip()
            continue
        for child in stream.children():
            yield f"itemSet[{number}]", _item(stream, child, ("itemSet", number))
            number += 1


def _item(stream: Stream, start: Start, path: Path) -> _Item | Loss:
    """A news item that has begun; for another item, or one without text, what is told of it."""
    if start.name != "newsItem":
        stream.skip()
        return Loss(LossCode.NO_PLACE, path, f"this is {_OTHERS.get(start.name, format_json_value(start.name))}")
    stream.kept = 0  # its limit is for each item
    item = _Item(start.attributes)
    for part in stream.children():
        _read_part(stream, part, item)
    kind = next((_code(element.get("qcode")) for element in item.sections.get("itemClass", ())), "")
    is_text = kind == "text" and "headline" in item.sections
    if not is_text and not any(text.text for text in item.texts):
        return Loss(LossCode.NO_PLACE, path, f"this is an item without text{kind and f', of the class {kind!r}'}")
    return item


def _read_part(stream: Stream, part: Start, item: _Item) -> None:
    if part.name in _CONTAINERS:
        for child in stream.children():
            add_element(item.sections, child.name, stream.element(child))
    elif part.name == "contentSet":
        _read_content(stream, item)
    elif part.name == "catalogRef":
        stream.skip()
    else:
        add_element(item.sections, part.name, stream.element(part))


def _read_content(stream: Stream, item: _Item) -> None:
    for part in stream.children():
        if part.name == "inlineXML":
            _read_xml(stream, item)
        elif part.name == "inlineData":
            _read_data(stream, part, item)
        else:
            stream.skip()
            item.losses.append(Loss(LossCode.NO_PLACE, (*_CONTENT, part.name), "there is no place for it"))


def _read_xml(stream: Stream, item: _Item) -> None:
    page = Flow(MARKED, SPEAKER)
    for inner in stream.children():
        if inner.name == "nitf":
            sections, flow = nitf.gather(inner, stream)
            item.texts.append(_Text(0, flow.text, flow, sections))
        elif inner.name in _PAGE:
            page.read(inner, stream)
        else:
            stream.skip()
            reason = f"it is XML of another kind, whose first element is {format_json_value(inner.name)}"
            item.losses.append(Loss(LossCode.UNREADABLE, (*_CONTENT, "inlineXML"), reason))
    item.texts.append(_Text(1, page.text, page))


def _read_data(stream: Stream, start: Start, item: _Item) -> None:
    flow = Flow()
    flow.read(evolve(start, attributes={"xml:space": "preserve"}), stream)
    words = flow.text.strip("\n")
    is_page = "html" in start.attributes.get("contenttype", "") or _TAGGED.search(words)
    item.texts.append(_Text(2, plain_text(words) if is_page else words))


# Reading an item.


def _article(item: _Item, *, strict: bool) -> tuple[Article, Report]:
    builder = ArticleBuilder(strict=strict, name="newsmlg2")
    for loss in item.losses:
        builder.lose(*astuple(loss, recurse=False))
    text = _read_text(builder, item)
    header, inside_nitf = Node(item.sections), Node(text.sections)
    guid = item.attributes.get("guid", "").strip()
    builder.read("id", guid and to_id(guid, "newsmlg2"), ("guid",))
    builder.read("version", item.attributes.get("version"), ("version",))
    _read_header(builder, header, item.attributes.get("xml:lang", ""))
    read_head(builder, inside_nitf)
    builder.name_by_words()
    builder.finish_with_rest(nitf.KEPT, inside_nitf, head_of)
    return builder.finish_with_rest(KEPT, header)


def _read_text(builder: ArticleBuilder, item: _Item) -> _Text:
    """Take the best rendition of the text, and the quotations in it."""
    texts = sorted((text for text in item.texts if text.text), key=lambda text: text.rank) or [_Text(2, "")]
    for _ in texts[1:]:
        builder.lose(LossCode.NO_PLACE, _CONTENT, "there is another rendition of the text")
    if not texts[0].text:
        builder.lose(LossCode.UNREADABLE, _CONTENT, "there is no text in it")
    builder.tree["text"] = texts[0].text
    read_quotes(builder, texts[0].flow, _CONTENT, is_known=False)
    return texts[0]


def _read_header(builder: ArticleBuilder, header: Node, language: str) -> None:
    """Take what an item says of itself; of elements in several languages that of the item's first."""

    def each(name: str) -> list[Node]:
        return sorted(header.get(name).items(), key=lambda node: node.get("xml:lang").value not in (None, language))

    for ours, name in _TEXTS:
        _take(builder, ours, each(name), _words)
    for ours, name in _PARTIES:
        _take(builder, ours, each(name), _label)
    _take(builder, "language", each("language"), lambda node: node.get("tag").take())
    if "language" not in builder.tree:
        builder.read("language", language, ("xml:lang",))
    _take(builder, "status", each("pubStatus"), lambda node: _code(node.get("qcode").take()))
    _take(builder, "genre", each("genre"), _genre)
    _take(builder, "headline", sorted(each("headline"), key=lambda node: _role(node) not in _MAIN), _words, "role")
    summaries = [node for node in each("description") if _role(node) in _SUMMARY]
    _take(builder, "summary", summaries, _words, "role")
    _take(builder, "dateline", each("dateline"), lambda node: without_nothing(text=_words(node)))
    for node in each("itemClass"):
        if _code(node.get("qcode").value) == "text":
            node.skip("qcode", CHILDREN)
    _read_authors(builder, each("creator"))
    _read_subjects(builder, each("subject"))
    for node in each("keyword"):
        if words := _words(node):
            builder.add("subjects", node.path, name=words, kind=SubjectKind.TOPIC.value)


def _take(
    builder: ArticleBuilder, ours: str, nodes: Iterable[Node], value_of: Callable[[Node], object], *attributes: str
) -> None:
    """Take the first of these elements that has a value for a field; attributes of these names say no more."""
    for node in nodes:
        value = value_of(node) if ours not in builder.tree else None
        if value:
            builder.read(ours, value, node.path)
            node.skip("xml:lang", *attributes)


def _words(node: Node) -> str:
    """The words in an element, which are read by that."""
    words = text_of("p", node.value)
    node.skip(CHILDREN)
    return words


def _label(node: Node) -> str:
    """The name of a party or a concept, which is read by that: its name, or what it is called literally."""
    for _, child in inside(node, "name"):
        if words := _words(child):
            child.skip("xml:lang")
            return words
    return str(node.get("literal").take() or "")


def _genre(node: Node) -> str | None:
    genre = genre_of(_code(node.get("qcode").value)) or genre_of(text_of("p", node.value))
    if genre:
        node.skip("qcode", CHILDREN)
    return genre


def _role(node: Node) -> str:
    return _code(node.get("role").value)


def _code(qcode: object) -> str:
    """The code without the alias of its vocabulary."""
    return str(qcode or "").rpartition(":")[2]


def _read_authors(builder: ArticleBuilder, nodes: Iterable[Node]) -> None:
    for node in nodes:
        if _code(node.get("type").value) == "organisation":
            continue
        if name := _label(node):
            uri = node.get("uri")
            builder.add("authors", node.path, name=name, same_as=[uri.take()] if is_uri(uri.value) else [])
            node.skip("type")


def _read_subjects(builder: ArticleBuilder, nodes: Iterable[Node]) -> None:
    nameless: list[str] = []
    for node in nodes:
        code, name = str(node.get("qcode").value or ""), _label(node)
        uri = node.get("uri").take() or _uri_of(code)
        nameless += [code] if code and not name else []
        if name or code:
            kind = _KINDS.get(_code(node.get("type").value), SubjectKind.TOPIC)
            builder.add("subjects", node.path, name=name or code, kind=kind.value, uri=uri)
            node.skip("type", *(("qcode",) if uri or not name else ()))
    report_nameless(builder, ("subject",), nameless)


def _uri_of(code: str) -> str | None:
    """The URI of a code of the IPTC's vocabularies."""
    alias, _, local = code.partition(":")
    return _VOCABULARIES[alias] + local if alias in _VOCABULARIES else None


FORMATS = (
    Format(
        name="newsmlg2",
        title="NewsML-G2",
        takes="any",
        read=from_newsmlg2,
        read_each=read_each,
        detect=has_root("newsItem", "newsMessage", *_OTHERS),
        fields=(
            Row("id", ("newsItem/@guid",)),
            Row("headline", ("headline",), note="with the main role, else the first"),
            Row("text", ("inlineXML", "inlineData"), note="NITF before XHTML, XHTML before plain text"),
            Row("language", ("language/@tag", "newsItem/@xml:lang")),
            Row("published", (), note="NewsML-G2 does not say when"),
            Row("updated", ("versionCreated",)),
            Row("summary", ("description",), note="with the role of a summary"),
            Row("byline", ("by", "byline"), note="`byline` is an element of NITF inside the item, as are others below"),
            Row("authors", ("creator", "byline/person"), note="organisations are left out"),
            Row("publisher", ("provider",), note="its name"),
            Row("credit", ("creditline", "infoSource", "distributor")),
            Row("dateline", ("dateline",)),
            Row("url", ("pubdata/@ex-ref",)),
            Row("section", ("pubdata/@position.section",)),
            Row("genre", ("genre", "tobject.property/@tobject.property.type")),
            Row("version", ("newsItem/@version",)),
            Row("status", ("pubStatus/@qcode",)),
            Row("embargoed_until", ("embargoed", "date.release/@norm")),
            Row("rights", ("copyrightNotice", "usageTerms", "rights")),
            Row("subjects", ("subject", "keyword"), note="with the URI, or that of a code of `medtop` and `subj`"),
            Row("corrections", ("correction/@info",)),
            Row("annotators"),
            Row("sources", ("@quote-source", "person", "org", "function")),
            Row("quotes", ("q", "bq")),
            Row("extra", (), note="all other elements, under `org.iptc.newsml-g2` and `org.iptc.nitf`"),
        ),
    ),
)
