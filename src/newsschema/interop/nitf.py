"""NITF 3.x, the XML of the IPTC for news text: 3.6 written, every 3.x read, with a namespace and without.

It is the only news format that says who speaks: a quotation is a `q` with a `quote-source`. Fields without an element
in NITF, above all cues and positions, are JSON in one `meta` element, so that nothing is lost.
"""

from collections.abc import Iterable
from typing import Final

import msgspec

from newsschema import Article, Code, Part, from_dict, to_dict
from newsschema._model.anchors import SPAN_FIELDS
from newsschema._model.containers import is_object
from newsschema._model.own import require
from newsschema.interop._builder import ArticleBuilder, with_kept
from newsschema.interop._document import Document
from newsschema.interop._extension import fields_not_in, read_extension, says_who_speaks
from newsschema.interop._flow import Flow
from newsschema.interop._nitf_body import MARKED, OURS, SPEAKER, body_of, read_quotes
from newsschema.interop._nitf_head import FIELDS, add_element, head_of, read_head
from newsschema.interop._node import Node
from newsschema.interop._pieces import Tree
from newsschema.interop._plain import as_list, format_json_value, refusal
from newsschema.interop._registry import Format, has_root
from newsschema.interop._report import LossCode, Report, differences
from newsschema.interop._xml import (
    CHILDREN,
    NITF,
    Element,
    Start,
    Stream,
    is_element,
    is_name,
    to_xml,
    without_forbidden,
)

__all__ = ["from_nitf", "to_nitf"]

KEPT: Final = "org.iptc.nitf"
"""Where `Article.extra` keeps the elements around a text that say more than the model has a place for."""
_BODY: Final = ("body", "body.content")
_OWN: Final = ("uno", "baselang", "xml:lang", "class")
"""Attributes of the first element that are the document's, and not its format's."""
_CONTAINERS: Final = {"nitf": ("head", "body"), "head": ("docdata",), "body": ("body.head", "body.end")}
"""Elements that are nothing by themselves, by the one that they are in."""
_PLACES: Final = {
    "head": ("title", "meta", "tobject", "iim", "docdata", "pubdata", "revision-history"),
    "docdata": (
        *("correction", "evloc", "doc-id", "del-list", "urgency", "fixture", "date.issue", "date.release"),
        *("date.expire", "doc-scope", "series", "ed-msg", "du-key", "doc.copyright", "doc.rights", "key-list"),
        "identified-content",
    ),
    "body.head": ("hedline", "note", "rights", "byline", "distributor", "dateline", "abstract"),
    "body.end": ("tagline", "bibliography"),
}
"""Which elements stand in which, in their order."""
_PLACED: Final = frozenset(name for names in _PLACES.values() for name in names) | _PLACES.keys() | _CONTAINERS.keys()
_LINES: Final = frozenset(
    {*_CONTAINERS, *_PLACES, "body.content", "tobject", "key-list", "identified-content", "hedline", "abstract"}
)


def to_nitf(article: Article) -> tuple[str, Report]:
    """An article as a NITF 3.6 document.

    Words between quotation marks are in `q` elements, with the speaker as `quote-source`; the mention of a person is a
    `person` element. Positions, cues and other fields are JSON in a `meta` element named `newsschema`.

    Args:
        article: The article.

    Returns:
        The document, and a report of what it does not carry: characters that XML cannot hold.

    Raises:
        MissingExtraError: lxml is not installed.

    Examples:
        >>> from newsschema import Article
        >>> document, report = to_nitf(
        ...     Article(id="urn:example:1", headline="Rain", text="Rain fell.")
        ... )
        >>> "<hl1>Rain</hl1>" in document, bool(report)
        (True, False)
    """
    require(Article, article)
    written = _without_forbidden(article)
    sections = with_kept(written, KEPT, head_of, _of_head, {})
    back = from_nitf(_document(written, sections))[0]
    if rest := fields_not_in(written, back):
        note = {"name": OURS, "content": msgspec.json.encode(rest).decode()}
        sections["meta"] = [*_elements(sections, "meta"), note]
    document = _document(written, sections)
    return document, differences(article, from_nitf(document)[0], "NITF")


def from_nitf(document: object, *, strict: bool = False) -> tuple[Article, Report]:
    """An article from a NITF document of any version 3.

    The quotations are `q`, `bq`, and every element with a `quote-source`. Metadata without a field is kept in `extra`.
    No DTD is loaded; a document that declares entities is refused.

    Args:
        document: The document, as bytes or as text.
        strict: Refuse a document with an invalid value, such as a date; otherwise such values are reported, and kept
            in `extra` as they are.

    Returns:
        The article, and a report of what is not in it.

    Raises:
        ValidationError: The document is not NITF, holds no article, or has faults (strict).
        MissingExtraError: lxml is not installed.

    Examples:
        >>> body = "<p>“<q quote-source='Ines Okafor'>It is safe,</q>” she said.</p>"
        >>> article, report = from_nitf(
        ...     f"<nitf><body><body.content>{body}</body.content></body></nitf>"
        ... )
        >>> article.source_of(article.quotes[0]).name, article.quotes[0].words
        ('Ines Okafor', 'It is safe,')
    """
    stream = Stream(document)
    root = next(stream)
    if not isinstance(root, Start) or root.name != "nitf":
        raise refusal((), f"expected NITF, and the first element is {format_json_value(getattr(root, 'name', root))}")
    sections, flow = gather(root, stream)
    if not sections and not flow.text:
        raise refusal((), "there is no article in it", Code.MISSING_FIELD)
    builder = ArticleBuilder(strict=strict)
    extension = _take_extension(builder, sections)
    builder.tree["text"] = flow.text
    if not flow.text and not extension:
        builder.lose(LossCode.UNREADABLE, _BODY, "there is no text in it")
    read_quotes(builder, flow, _BODY, is_known=says_who_speaks(extension))
    head = Node(sections)
    read_head(builder, head)
    builder.name_by_words()
    builder.finish_with_rest(KEPT, head, head_of)
    read_extension(builder, ("meta", OURS), extension)
    return builder.finish()


# Reading.


def gather(root: Start, stream: Stream) -> tuple[Tree, Flow]:
    """The elements around the text of a document that has begun, by their names, and the text."""
    flow = Flow(MARKED, SPEAKER)
    sections: Tree = {}
    add_element(sections, "nitf", {name: root.attributes[name] for name in _OWN if name in root.attributes})
    _gather(root.name, stream, sections, flow)
    return sections, flow


def _gather(name: str, stream: Stream, sections: Tree, flow: Flow) -> None:
    for child in stream.children():
        if child.name in _CONTAINERS.get(name, ()):
            add_element(sections, child.name, dict(child.attributes))
            _gather(child.name, stream, sections, flow)
        elif child.name == "body.content":
            flow.read(child, stream)
        else:
            add_element(sections, child.name, stream.element(child))


def _take_extension(builder: ArticleBuilder, sections: Tree) -> Tree:
    """What a `meta` of ours holds; it is taken out of the sections."""
    notes = [element for element in sections.get("meta", ()) if element.get("name") == OURS]
    others = [element for element in sections.pop("meta", ()) if element.get("name") != OURS]
    sections |= {"meta": others} if others else {}
    if not notes:
        return {}
    found = Document(notes[0].get("content")).data
    if not is_object(found):
        builder.lose(LossCode.UNREADABLE, ("meta", OURS), "it is not what this library writes there")
        return {}
    return dict(found)


def _of_head(sections: Tree) -> tuple[Article, Report]:
    """The article that the elements around a text make, without the text."""
    builder = ArticleBuilder()
    builder.tree["text"] = ""
    read_head(builder, Node(sections))
    builder.name_by_words()
    return builder.finish()


# Writing.


def _without_forbidden(article: Article) -> Article:
    """The article with replacement characters in its parts for what XML cannot hold; places stay as they are."""
    tree = to_dict(article)
    parts = {part.value: without_forbidden(tree[part]) for part in Part if part in tree}
    if all(tree[part] == words for part, words in parts.items()):
        return article
    for quote in tree.get("quotes", ()):
        attribution = quote.get("attribution", {})
        spans = [attribution[name] for name in SPAN_FIELDS if name in attribution]
        for span in (*quote["content"], *quote.get("edits", ()), *spans):
            if span.get("start") is not None:
                span["text"] = without_forbidden(span["text"])
    return from_dict(tree | parts)


def _document(article: Article, sections: Tree) -> str:
    """The document of these elements and the article's text."""
    inside = dict(sections)
    inside["docdata"] = [_filled(sections, "docdata", _PLACES["docdata"])]
    others = [name for name in sections if name not in _PLACED and is_name(name)]
    end = _filled(sections, "body.end", _PLACES["body.end"])
    body = [
        {"body.head": _filled(sections, "body.head", _PLACES["body.head"])},
        {"body.content": {CHILDREN: body_of(article)}},
        *([{"body.end": end}] if end[CHILDREN] else []),
    ]
    parts = [
        {"head": _filled(inside, "head", (*_PLACES["head"], *others))},
        {"body": {**_first(sections, "body"), CHILDREN: body}},
    ]
    root = {"version": "-//IPTC//DTD NITF 3.6//EN", **_first(sections, "nitf"), CHILDREN: parts}
    return to_xml("nitf", root, NITF, _LINES)


def _filled(sections: Tree, name: str, names: Iterable[str]) -> Element:
    """An element with its own attributes, and in it the elements of these names."""
    inside = [{inner: element} for inner in names for element in _elements(sections, inner)]
    return {**_first(sections, name), CHILDREN: inside}


def _elements(sections: Tree, name: str) -> list[Element]:
    """The elements of a name that are well formed."""
    return [element for element in as_list(sections.get(name)) if is_element(element)]


def _first(sections: Tree, name: str) -> Element:
    return next(iter(_elements(sections, name)), Element())


FORMATS = (
    Format(
        name="nitf",
        title="NITF 3.x",
        takes="any",
        read=from_nitf,
        write=to_nitf,
        detect=has_root("nitf"),
        suffix=".xml",
        fields=FIELDS,
    ),
)
