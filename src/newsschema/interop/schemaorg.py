"""schema.org's `NewsArticle` and related types as JSON-LD, with each quote as a `Quotation` under `hasPart`.

A named person or organisation that is quoted is the `creator` of the `Quotation`. Other sources are never made a
`Person`; their description is the `creditText`. Denied quotes are left out, since a `Quotation` would claim the
contrary.

JSON-LD is read as real pages have it: inside comments and CDATA, with line breaks in strings, trailing commas and
comments (which is repaired and reported); in a graph or as the main entity of a page. Several nodes of one article are
joined. Tags and entities are removed from every text, and that is reported, unless the document says that it is
`text/plain` (`encodingFormat`); `to_schemaorg` says so if the words look like markup.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, TypeVar

from newsschema import Article, QuoteKind, Status, ValidationError
from newsschema._model.containers import is_list, is_object
from newsschema._model.errors import Path
from newsschema._model.own import require
from newsschema.interop._builder import ArticleBuilder, with_kept
from newsschema.interop._document import Document
from newsschema.interop._jsonld import Block, addresses_of, are_articles, block_of, find_articles, is_at, types_of
from newsschema.interop._markup import normal_lines, without_markup
from newsschema.interop._names import split_names
from newsschema.interop._newsarticle import (
    AUTHOR,
    CORRECTION,
    FIELDS,
    GENRES,
    KINDS,
    PERSON,
    ROWS,
    SUBJECT,
    SUBJECTS,
    news_article,
)
from newsschema.interop._node import Node
from newsschema.interop._page import Page, set_paragraphs, split_lines
from newsschema.interop._pieces import Tree
from newsschema.interop._plain import as_list, format_json_value, refusal, split_list, without_nothing
from newsschema.interop._registry import Evidence, Format, has_keys
from newsschema.interop._report import LossCode, Report, differences
from newsschema.interop._uris import inner_name, to_uri
from newsschema.interop._vocabulary import genre_of

__all__ = ["from_schemaorg", "to_schemaorg"]

KEPT: Final = "org.schema"
"""Where `Article.extra` keeps the properties that say more than the model has a place for."""

_INSTEAD: Final = {"name": "headline", "mainEntityOfPage": "url"}
"""Properties that are read where those that we write are missing."""
_OUTLETS: Final = {"publisher": "publisher", "sourceOrganization": "credit", "provider": "credit"}
_SPEAKERS: Final = {
    **dict.fromkeys(("NewsMediaOrganization", "Corporation", "NGO", "EducationalOrganization"), "organisation"),
    **{name: kind.value for kind, name in KINDS.items()},
}
_WEB: Final = re.compile(r"https?://", re.IGNORECASE)
_FEW: Final = 3
_IGNORED: Final = frozenset({"@type", "@context", "@id", "@language"})
"""Properties that say nothing of the article by themselves."""


def to_schemaorg(article: Article) -> tuple[Tree, Report]:
    """An article as a `NewsArticle`.

    A named person or organisation that is quoted is the `creator` of the `Quotation`. Other sources are never made a
    `Person`; their description is the `creditText`. Denied quotes are left out.

    Args:
        article: The article.

    Returns:
        The JSON-LD, and a report of what it does not carry.

    Examples:
        >>> from newsschema import Article
        >>> rain = Article(id="urn:example:1", headline="Rain", text="Rain fell.")
        >>> document, report = to_schemaorg(rain)
        >>> document["@type"], document["headline"]
        ('NewsArticle', 'Rain')
    """
    require(Article, article)
    document = with_kept(article, KEPT, news_article, from_schemaorg, _INSTEAD)
    return document, differences(article, from_schemaorg(document)[0], "schema.org")


def from_schemaorg(document: object, *, strict: bool = False) -> tuple[Article, Report]:
    """An article from JSON-LD, or from a web page that has some.

    Any property may be a value or a list, any name may be a full IRI, and people may be strings. Several nodes of one
    article are joined. Tags and entities are removed from every text, and that is reported. JSON that is broken in the
    usual ways (line breaks in strings, trailing commas, comments) is repaired and reported. Properties without a field
    are kept in `extra`. The words of a quotation are searched for in the body; words that occur several times, or not
    at all, have no place.

    Args:
        document: JSON-LD as bytes, text or decoded JSON; or the HTML of a page.
        strict: Refuse a document with an invalid value, such as a date; otherwise such values are reported, and kept in
            `extra` as they are.

    Returns:
        The article, and a report of what is not in it.

    Raises:
        ValidationError: The document holds no article, or has faults (strict).
        MissingExtraError: The document is a page, and the extra `interop` is not installed.

    Examples:
        >>> headline = {"http://schema.org/headline": ["Rain"]}
        >>> document = {"@type": ["NewsArticle"], **headline, "author": "A. Moe"}
        >>> article, report = from_schemaorg(document)
        >>> article.headline, article.authors[0].name
        ('Rain', 'A. Moe')
    """
    blocks, page = _blocks_of(Document.of(document))
    reading = prepare(blocks, page, JsonLd, strict=strict)
    if not reading.found:
        kinds = [kind for block in blocks for node in as_list(block.data) if is_object(node) for kind in types_of(node)]
        found = f"something of the type {' and '.join(kinds[:_FEW])}" if kinds else format_json_value(document)
        raise refusal((), f"expected an article in JSON-LD, got {found}")
    return reading.article()


def _blocks_of(document: Document) -> tuple[list[Block], Page | None]:
    """What a document says in JSON-LD, and the page that it is, if it is one."""
    if document.data is not None:
        return [Block(document.data)], None
    if document.root or document.is_page:
        page = Page(document.text or "")
        return page.blocks, page
    return [block_of(document.text or "")], None


R = TypeVar("R", bound="JsonLd")


def prepare(blocks: list[Block], page: Page | None, reading: type[R], *, strict: bool = False) -> R:
    """The article that blocks of JSON-LD speak of, ready to be read, and what is to be told of the blocks."""
    data = [item for block in blocks for item in as_list(block.data)]
    articles, by_id = find_articles(data)
    if page is not None and page.address is not None:
        articles.sort(key=lambda article: not is_at(article, str(page.address)))
    found = reading(next(iter(articles), None), by_id, page, strict=strict)
    for block in blocks:
        if block.error:
            found.lose(LossCode.UNREADABLE, (), f"a script has JSON-LD that is broken: {block.error}")
        elif block.mended:
            found.lose(LossCode.CHANGED, (), "the JSON-LD was broken, and has been mended")
    for other in articles[1:]:
        title = format_json_value(other.get("headline") or other.get("name"))
        found.lose(LossCode.NO_PLACE, (), f"there is another article in it: {title}")
    return found


class JsonLd(ArticleBuilder):
    """An article's node that is being read."""

    def __init__(self, node: Tree | None, by_id: Mapping[str, Tree], page: Page | None, *, strict: bool) -> None:
        self.found: bool = node is not None
        node = node or {}
        plain = node.get("encodingFormat") == "text/plain"
        super().__init__(strict=strict, name="schemaorg", markup=not plain)
        self._node, self._by_id, self._page, self._plain = Node(node), by_id, page, plain
        self._base = self._find_base()

    def article(self) -> tuple[Article, Report]:
        """The article, and what of the node is not in it."""
        if self._plain:
            self._node.skip("encodingFormat")
        self._read_fields()
        self._read_text()
        self._read_identity()
        self._read_genre()
        self._read_people()
        self._read_lists()
        for quotation in self._items(self._node, "hasPart"):
            if "Quotation" in types_of(quotation.value):
                self._read_quotation(quotation)
        return self.finish_with_rest(KEPT, self._node, news_article, _IGNORED)

    def has_text(self) -> bool:
        """Whether the node has the body."""
        return isinstance(_scalar(self._node.get("articleBody")).value, str)

    def _find_base(self) -> str | None:
        """The address by which others are made whole: the article's own, the page's, or the outlet's."""
        own = addresses_of(self._node.value)
        outlets = [
            address
            for name in ("isPartOf", "publisher")
            for outlet in self._items(self._node, name)
            for address in addresses_of(outlet.value)
        ]
        page = self._page.address if self._page else None
        found = (to_uri(address) for address in (*own, page, *outlets) if address)
        return next((address for address in found if _WEB.match(address)), None)

    def _items(self, node: Node, name: str) -> Iterator[Node]:
        """The values of a property as objects: references followed, strings as names."""
        for item in node.get(name).items():
            if isinstance(item.value, str):
                yield item.put({"name": item.value})
            elif is_object(item.value):
                alone = len(item.value) == 1 and isinstance(item.value.get("@id"), str)
                target = self._by_id.get(item.value["@id"], item.value) if alone else item.value
                yield item.put(target)

    def _said(self, node: Node, names: Mapping[str, str]) -> Tree:
        """What an object of the vocabulary says, by the names of our fields."""
        said = {ours: self.words(_scalar(node.get(theirs))) for ours, theirs in names.items()}
        if "affiliation" in names:
            bodies = (body for key in ("affiliation", "memberOf", "worksFor") for body in self._items(node, key))
            said["affiliation"] = next((self.words(_scalar(body.get("name"))) for body in bodies), None)
        if "same_as" in names:
            said["same_as"] = [self._address(uri) for uri in node.get("sameAs").items()]
        return said

    def _address(self, node: Node) -> Any:
        """A URI, made whole where it is relative."""
        value = _scalar(node).take()
        return to_uri(value, self._base) if isinstance(value, str) and not self._strict else value

    def _read_fields(self) -> None:
        for ours, theirs in FIELDS.items():
            node = _scalar(self._node.get(theirs))
            if ours == "status" and node.value not in set(Status):  # others have words of their own for it
                continue
            if ours not in ("id", "text"):
                self._take_field(ours, node)
        for theirs, ours in _INSTEAD.items():
            node = _scalar(self._node.get(theirs), "@id", "url", "name")
            # A page's node is often named by its address with a fragment behind it, which is no part of the address.
            self._take_field(ours, node if ours != "url" else node.put(_without_fragment(node.value)))
        dateline = self.words(_scalar(self._node.get("dateline")))
        if isinstance(dateline, str) and dateline:
            self.read("dateline", {"text": dateline}, ("dateline",))

    def _take_field(self, field: str, node: Node) -> None:
        if field == "url" and str(node.value).lower() in ("true", "false"):
            return  # `true`, as pages have it, is no address
        self.take(field, node, base=self._base if "/" in str(node.value) else None)

    def _read_text(self) -> None:
        node = _scalar(self._node.get("articleBody"))
        if not isinstance(node.value, str):
            self.lose(LossCode.UNREADABLE, ("articleBody",), "the article has no text here")
            self.tree["text"] = ""
            return
        body = node.take()
        self.read("text", body if self._plain else self._clean_body(body), node.path)
        self.tree.setdefault("text", "")

    def _clean_body(self, body: str) -> str:
        """A body without markup, with a blank line between paragraphs as far as they can be found."""
        plain = without_markup(body)
        if plain != body:
            self.lose(LossCode.CHANGED, ("articleBody",), "it was marked up; tags and entities are taken out")
        plain = normal_lines(plain)
        if "\n\n" in plain:
            return plain
        paragraphs = self._page.paragraphs if self._page else []
        made = split_lines(set_paragraphs(plain, paragraphs))
        if made != plain:
            self.lose(LossCode.CHANGED, ("articleBody",), "paragraphs are set as the page, or the lines, have them")
        return made

    def _read_identity(self) -> None:
        name = _scalar(self._node.get("@id"))
        if isinstance(name.value, str) and (_WEB.match(name.value) or ":" in name.value or self._base):
            self.take("id", name, base=self._base)
        self.name_by_words()

    def _read_genre(self) -> None:
        genres = {kind: genre.value for genre, kind in GENRES.items()}
        kinds = [self._node.get("@type").put(kind) for kind in types_of(self._node.value)]
        for node in (*kinds, *self._node.get("genre").items()):
            known = genres.get(node.value) if isinstance(node.value, str) else None
            known = known or genre_of(node.value)
            if known and "genre" not in self.tree:
                node.take()
                self.read("genre", known, node.path)

    def _read_people(self) -> None:
        for author in self._items(self._node, "author"):
            if "name" not in author.value:
                continue
            if _is_body(author):
                self._take_field("credit", _scalar(author.get("name")))
            else:
                said = self._said(author, AUTHOR)
                same_as = [self._address(uri) for key in ("url", "sameAs") for uri in author.get(key).items()]
                self._add_authors(author.path, said | {"same_as": same_as})
        for name, field in _OUTLETS.items():
            for outlet in self._items(self._node, name):
                self._take_field(field, _scalar(outlet.get("name")))

    def _add_authors(self, path: Path, said: Tree) -> None:
        """Add an author, or each of those whom one string names."""
        names = [said["name"]] if self._plain else split_names(said["name"])
        if len(names) > 1:
            self.lose(LossCode.CHANGED, path, "it names several people; each is an author")
            said = {}
        for name in names:
            self.add("authors", path, **said | {"name": name})

    def _read_lists(self) -> None:
        kinds = {name: kind.value for kind, name in SUBJECTS.items()}
        for thing in self._items(self._node, "about"):
            kind = next((kinds[name] for name in types_of(thing.value) if name in kinds), kinds["Thing"])
            self.add("subjects", thing.path, kind=kind, **self._said(thing, SUBJECT))
        self._read_keywords()
        for note in self._items(self._node, "correction"):
            said = self._said(note, CORRECTION)
            self.add("corrections", note.path, **said | {"text": said["text"] or self.words(note.get("name"))})

    def _read_keywords(self) -> None:
        keywords = self._node.get("keywords").items()
        for node in keywords:
            words = _scalar(node, "name").take()
            plain = without_markup(words) if isinstance(words, str) else ""
            for name in split_list(plain) if len(keywords) == 1 else [plain.strip()]:
                if name:
                    self.add_new("subjects", node.path, kind="topic", name=name)

    # Quotations.

    def _read_quotation(self, node: Node) -> None:
        kind = _scalar(node.get("genre")).value
        pieces = [piece for piece in self._items(node, "hasPart") if "Quotation" in types_of(piece.value)]
        content: list[Tree] = []
        for piece in pieces or [node]:
            span = self.place((*piece.path, "text"), self.words(_scalar(piece.get("text"))))
            content += [] if span is None else self._fragments(span, _scalar(piece.get("genre")).value)
        if not content:
            self.lose(LossCode.UNREADABLE, node.path, "the quotation has no words")
            return
        node.skip("text", "genre", "hasPart", "isPartOf", "translationOfWork")
        article = str(self.tree["id"])
        original = next(iter(self._items(node, "translationOfWork")), Node({}))
        attribution = without_nothing(source=self._read_speaker(node))
        quote = without_nothing(
            id=inner_name(node.get("@id").value, article, "quote-"),
            kind=kind if kind in set(QuoteKind) else "direct",
            content=content,
            parent=inner_name(_scalar(node.get("isPartOf")).value, article, "quote-"),
            translated_from=_scalar(original.get("inLanguage")).value,
        )
        if attribution or kind != "epithet":
            quote["attribution"] = attribution
        self.add_quote(node.path, quote)

    def _fragments(self, span: Tree, genre: object) -> list[Tree]:
        """The words of a quotation: as its genre says; where that is silent, what is said to be quoted is verbatim."""
        if genre in set(QuoteKind):
            return [{**span, "verbatim": genre != "indirect"}]
        marked = [piece for piece in self.pieces(span) if piece["verbatim"]]
        return marked or [{**span, "verbatim": True}]

    def _read_speaker(self, node: Node) -> str | None:
        for name in ("creator", "author"):
            for person in self._items(node, name):
                fields = without_nothing(
                    id=inner_name(person.get("@id").value, str(self.tree["id"]), "source-"),
                    kind=next((_SPEAKERS[kind] for kind in types_of(person.value) if kind in _SPEAKERS), None),
                    **self._said(person, PERSON),
                )
                if "name" in fields:
                    return self.add_source(self.came_from(fields, person.path))
        return self.source(self.words(_scalar(node.get("creditText"))))


def _scalar(node: Node, *names: str) -> Node:
    """The first of several values, and the value of one that says its language or type, or stands under a name."""
    first = next(iter(node.items()), node)
    if is_object(first.value):
        first = first.get("@value", *(names or ("@id",)))
    return Node(None, first.path) if is_object(first.value) or is_list(first.value) else first


def _without_fragment(value: object) -> object:
    return value.partition("#")[0] if isinstance(value, str) else value


def _is_body(node: Node) -> bool:
    """Whether it is an outlet or another body, and no person."""
    return any(kind.endswith("Organization") for kind in types_of(node.value))


_has_types: Final = has_keys(any_of=("@graph", "@type"), several=True)


def _detect(document: Document) -> Evidence | None:
    """JSON-LD, of one article: a list of several holds documents of their own."""
    data = document.data
    if data is None and not document.is_page and '"@' in document.head:
        data = block_of(document.text or "").data  # it may be broken in a way that can be mended
    if are_articles(data):
        return None
    return _has_types(Document(data)) if _has_article(data) else None


def _has_article(data: Any) -> bool:
    try:
        return bool(find_articles(data)[0])
    except ValidationError:  # it is too large, which reading tells
        return True


FORMATS = (
    Format(
        name="schemaorg",
        title="schema.org",
        takes="any",
        read=from_schemaorg,
        write=to_schemaorg,
        detect=_detect,
        fields=ROWS,
    ),
)
