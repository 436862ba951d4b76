"""NewsML-G2, the XML of the IPTC for items of any kind: read, where an item is text.

The text of an item is NITF, XHTML or plain; what the item says of itself stands around it. A message holds several
items; a package only refers to them. Concepts, plans and catalogues hold no article, and are refused by name.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import islice
from typing import Final

from attrs import astuple, define, evolve, field

from newsschema import Article, Code, SubjectKind, content_id
from newsschema.interop import nitf
from newsschema.interop._builder import ArticleBuilder
from newsschema.interop._document import Document
from newsschema.interop._extension import keep
from newsschema.interop._flow import Flow, text_of
from newsschema.interop._identifiers import is_uri, uri_of
from newsschema.interop._markup import plain_text
from newsschema.interop._nitf_body import MARKED, SPEAKER, read_quotes
from newsschema.interop._nitf_head import SUBJECT_CODES, add_element, head_of, read_head, report_nameless
from newsschema.interop._pieces import Tree
from newsschema.interop._plain import format_value, refusal, without_nothing
from newsschema.interop._registry import Certainty, Evidence, Format, Reading, Row
from newsschema.interop._report import Loss, LossCode, Path, Report
from newsschema.interop._vocabulary import genre_of
from newsschema.interop._xml import CHILDREN, Element, Start, Stream, children

__all__ = ["FORMATS", "from_newsmlg2", "read_each"]

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

    When an item was published is not in it: `versionCreated` is when it was last changed. Elements around the text that
    say more than the model has a place for are kept in `extra`. No DTD is loaded and no catalogue fetched; a document
    that declares entities is refused.

    Args:
        document: The document, as bytes or as text.
        strict: Refuse an item with a date that is none and the like; otherwise such values are reported, and kept in
            `extra` as they are.

    Returns:
        The article, and what of the item is not in it.

    Raises:
        ValidationError: It is no NewsML-G2, or there is no article in it, or several; in strict reading, what is at
            fault.
        MissingExtraError: lxml is not installed.

    Examples:
        >>> content = "<contentSet><inlineData contenttype='text/plain'>Rain fell.</inlineData></contentSet>"
        >>> item = f"<newsItem guid='urn:example:1' version='2'>{content}</newsItem>"
        >>> article, report = from_newsmlg2(item)
        >>> article.id, article.version, article.text
        ('urn:example:1', '2', 'Rain fell.')
    """
    found = list(islice(read_each(document, strict=strict), 2))
    if len(found) > 1:
        raise refusal((), "there are several articles in it; read_many reads them all", Code.TOO_LARGE)
    return found[0][1]()


def read_each(document: object, *, strict: bool = False) -> Iterator[tuple[str, Reading]]:
    """The articles of a NewsML-G2 item or message, each as the name of its place and what reads it.

    Args:
        document: The document, as bytes or as text.
        strict: Refuse an item with a date that is none and the like.

    Raises:
        ValidationError: It is no NewsML-G2, or there is no article in it.
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
    sections: Tree = field(factory=dict)


@define
class _Item:
    """A news item: what it says of itself, and the renditions of its text."""

    attributes: Mapping[str, str]
    sections: Tree = field(factory=dict)
    texts: list[_Text] = field(factory=list)
    losses: list[Loss] = field(factory=list)


def _items(stream: Stream) -> Iterator[tuple[str, _Item | Loss]]:
    """The items of a document, each with its place: news items, and what is told of others."""
    root = next(stream)
    if not isinstance(root, Start) or root.name not in {"newsItem", "newsMessage", *_OTHERS}:
        raise refusal((), f"expected NewsML-G2, and the first element is {format_value(getattr(root, 'name', root))}")
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
        return Loss(LossCode.NO_PLACE, path, f"this is {_OTHERS.get(start.name, format_value(start.name))}")
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
            reason = f"it is XML of another kind, whose first element is {format_value(inner.name)}"
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
    builder = ArticleBuilder(strict=strict)
    for loss in item.losses:
        builder.lose(*astuple(loss, recurse=False))
    text = _text_of(builder, item)
    rest = _read_header(builder, item)
    read_head(builder, text.sections)
    builder.tree.setdefault("id", content_id(text.text))
    keep(builder, nitf.KEPT, text.sections, head_of)
    keep(builder, KEPT, rest)
    return builder.finish()


def _text_of(builder: ArticleBuilder, item: _Item) -> _Text:
    """The best rendition of the text; it and the quotations in it become the article's."""
    texts = sorted((text for text in item.texts if text.text), key=lambda text: text.rank) or [_Text(2, "")]
    for _ in texts[1:]:
        builder.lose(LossCode.NO_PLACE, _CONTENT, "there is another rendition of the text")
    if not texts[0].text:
        builder.lose(LossCode.UNREADABLE, _CONTENT, "there is no text in it")
    builder.tree["text"] = texts[0].text
    read_quotes(builder, texts[0].flow, _CONTENT, is_known=False)
    return texts[0]


class _Header:
    """The elements around a text, and which of them say no more than what was read of them."""

    def __init__(self, builder: ArticleBuilder, item: _Item) -> None:
        self.language = item.attributes.get("xml:lang", "")
        self._builder = builder
        self._sections = item.sections
        self._used: set[tuple[str, int]] = set()

    def each(self, name: str) -> Iterator[tuple[Path, Element]]:
        """The elements of a name, each with its path; those in the language of the item first."""
        found = [((name, index), element) for index, element in enumerate(self._sections.get(name, ()))]
        return iter(sorted(found, key=lambda pair: pair[1].get("xml:lang", self.language) != self.language))

    def take(
        self,
        ours: str,
        found: Iterable[tuple[Path, Element]],
        value_of: Callable[[Element], object],
        *attributes: str,
    ) -> None:
        """Take the first of these elements that has a value for a field, which is made of its words and attributes."""
        for path, element in found:
            value = value_of(element)
            if value and ours not in self._builder.tree:
                self._builder.read(ours, value, path)
                self.use(path, element, *attributes)

    def use(self, path: Path, element: Element, *attributes: str) -> None:
        """Note that these attributes of an element were read, and its words or its name."""
        is_plain = element.keys() <= {CHILDREN, "xml:lang", *attributes}
        inner = [
            child for name, child in children(element) if name == "name" and child.keys() <= {CHILDREN, "xml:lang"}
        ]
        if is_plain and len(inner) == sum(not isinstance(item, str) for item in element.get(CHILDREN, ())) <= 1:
            self._used.add((str(path[0]), int(path[1])))

    def rest(self) -> Tree:
        """The elements that say more."""
        kept = {
            name: [element for index, element in enumerate(elements) if (name, index) not in self._used]
            for name, elements in self._sections.items()
        }
        return without_nothing(**kept)


def _read_header(builder: ArticleBuilder, item: _Item) -> Tree:
    """Take what an item says of itself; gives what is not in the article then."""
    header = _Header(builder, item)
    builder.read("id", uri_of(item.attributes.get("guid", "")), ("guid",))
    builder.read("version", item.attributes.get("version"), ("version",))
    for ours, name in _TEXTS:
        header.take(ours, header.each(name), lambda element: text_of("p", element))
    for ours, name in _PARTIES:
        header.take(ours, header.each(name), _label, "literal")
    header.take("language", header.each("language"), lambda element: element.get("tag", ""), "tag")
    if "language" not in builder.tree:
        builder.read("language", header.language, ("xml:lang",))
    header.take("status", header.each("pubStatus"), lambda element: _code(element.get("qcode")), "qcode")
    header.take("genre", header.each("genre"), _genre, "qcode")
    main = sorted(header.each("headline"), key=lambda pair: _code(pair[1].get("role")) not in _MAIN)
    header.take("headline", main, lambda element: text_of("p", element), "role")
    summaries = [pair for pair in header.each("description") if _code(pair[1].get("role")) in _SUMMARY]
    header.take("summary", summaries, lambda element: text_of("p", element), "role")
    header.take("dateline", header.each("dateline"), lambda element: without_nothing(text=text_of("p", element)))
    for path, element in header.each("itemClass"):
        if _code(element.get("qcode")) == "text":
            header.use(path, element, "qcode")
    _read_authors(builder, header)
    _read_subjects(builder, header)
    return header.rest()


def _genre(element: Element) -> str | None:
    return genre_of(_code(element.get("qcode"))) or genre_of(_label(element))


def _read_authors(builder: ArticleBuilder, header: _Header) -> None:
    for path, element in header.each("creator"):
        name = _label(element)
        if name and _code(element.get("type")) != "organisation":
            same_as = [element["uri"]] if is_uri(element.get("uri")) else []
            builder.add("authors", path, name=name, same_as=same_as)
            header.use(path, element, "literal", "uri", "type")


def _read_subjects(builder: ArticleBuilder, header: _Header) -> None:
    nameless: list[str] = []
    for path, element in header.each("subject"):
        code, name = element.get("qcode", ""), _label(element)
        alias, _, local = code.partition(":")
        uri = element.get("uri") or (_VOCABULARIES[alias] + local if alias in _VOCABULARIES else None)
        nameless += [code] if code and not name else []
        if name or code:
            kind = _KINDS.get(_code(element.get("type")), SubjectKind.TOPIC)
            builder.add("subjects", path, name=name or code, kind=kind.value, uri=uri)
            header.use(path, element, "type", "literal" if name else "qcode", *(("uri", "qcode") if uri else ()))
    report_nameless(builder, ("subject",), nameless)
    for path, element in header.each("keyword"):
        if words := text_of("p", element):
            builder.add("subjects", path, name=words, kind=SubjectKind.TOPIC.value)
            header.use(path, element)


def _label(element: Element) -> str:
    """The name of a party or a concept: its name, or what it is called literally."""
    names = [text_of("name", child) for name, child in children(element) if name == "name"]
    return next(filter(None, names), element.get("literal", ""))


def _code(qcode: object) -> str:
    """The code without the alias of its vocabulary."""
    return str(qcode or "").rpartition(":")[2]


def _detect(document: Document) -> Evidence | None:
    name = {known.lower(): known for known in ("newsItem", "newsMessage", *_OTHERS)}.get(document.root)
    return Evidence(Certainty.CERTAIN, f"its first element is {name!r}") if name else None


FORMATS = (
    Format(
        name="newsmlg2",
        title="NewsML-G2",
        takes="any",
        read=from_newsmlg2,
        read_each=read_each,
        detect=_detect,
        fields=(
            Row("id", ("newsItem/@guid",)),
            Row("headline", ("headline",), note="of the main role, else the first"),
            Row("text", ("inlineXML", "inlineData"), note="NITF before XHTML, XHTML before plain text"),
            Row("language", ("language/@tag", "newsItem/@xml:lang")),
            Row("published", (), note="NewsML-G2 does not say when"),
            Row("updated", ("versionCreated",)),
            Row("summary", ("description",), note="of the role of a summary"),
            Row("byline", ("by", "byline"), note="the second of NITF inside, as all below that G2 has not"),
            Row("authors", ("creator", "byline/person"), note="not one whose type is an organisation"),
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
