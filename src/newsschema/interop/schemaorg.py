"""schema.org's `NewsArticle` and its kin as JSON-LD, with each quote as a `Quotation` under `hasPart`."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final
from urllib.parse import urljoin

import msgspec

from newsschema import (
    Anonymity,
    Article,
    Genre,
    Polarity,
    Quote,
    QuoteKind,
    Source,
    SourceKind,
    Status,
    SubjectKind,
    content_id,
)
from newsschema.interop._builder import ArticleBuilder, inner_id, inner_name, with_kept
from newsschema.interop._document import Document
from newsschema.interop._markup import parsed
from newsschema.interop._pieces import Tree
from newsschema.interop._plain import (
    as_list,
    enforce_limits,
    format_date,
    format_value,
    is_list,
    is_object,
    refusal,
    without_nothing,
)
from newsschema.interop._registry import Certainty, Evidence, Format
from newsschema.interop._report import LossCode, Path, Report, differences
from newsschema.interop._vocabulary import genre_of

__all__ = ["from_schemaorg", "to_schemaorg"]

KEPT: Final = "org.schema"
"""Where `Article.extra` keeps the properties that say more than the model has a place for."""

# Ours, and schema.org's.
FIELDS: Final = {
    "id": "@id",
    "url": "url",
    "headline": "headline",
    "summary": "description",
    "text": "articleBody",
    "language": "inLanguage",
    "published": "datePublished",
    "updated": "dateModified",
    "section": "articleSection",
    "credit": "creditText",
    "version": "version",
    "status": "creativeWorkStatus",
    "rights": "copyrightNotice",
}
_AUTHOR: Final = {"name": "name", "role": "jobTitle", "affiliation": "affiliation"}
_SUBJECT: Final = {"name": "name", "uri": "sameAs"}
_CORRECTION: Final = {"text": "text", "date": "datePublished"}
_PERSON: Final = {**_AUTHOR, "description": "description", "same_as": "sameAs"}
_BODY: Final = {"name": "name", "affiliation": "memberOf", "description": "description", "same_as": "sameAs"}
_INSTEAD: Final = {"name": "headline", "mainEntityOfPage": "url"}
"""Properties that are read where those that we write are missing."""
_KINDS: Final = {
    SourceKind.PERSON: "Person",
    SourceKind.ORGANISATION: "Organization",
    SourceKind.GOVERNMENT: "GovernmentOrganization",
}
_SUBJECTS: Final = {
    SubjectKind.PERSON: "Person",
    SubjectKind.ORGANISATION: "Organization",
    SubjectKind.PLACE: "Place",
    SubjectKind.EVENT: "Event",
    SubjectKind.TOPIC: "Thing",
}
_GENRES: Final = {
    Genre.NEWS: "ReportageNewsArticle",
    Genre.ANALYSIS: "AnalysisNewsArticle",
    Genre.BACKGROUND: "BackgroundNewsArticle",
    Genre.OPINION: "OpinionNewsArticle",
    Genre.REVIEW: "ReviewNewsArticle",
    Genre.LIVE: "LiveBlogPosting",
    Genre.ADVERTISEMENT: "AdvertiserContentArticle",
    Genre.SATIRE: "SatiricalArticle",
}
"""Types of articles; other genres are words."""
_SPEAKERS: Final = {
    **dict.fromkeys(("NewsMediaOrganization", "Corporation", "NGO", "EducationalOrganization"), "organisation"),
    **{name: kind.value for kind, name in _KINDS.items()},
}
_ARTICLE: Final = re.compile(r"\w*(?:Article|BlogPosting|LiveBlogPosting|SocialMediaPosting|Report)")
_ABSOLUTE: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_VOCABULARY: Final = re.compile(r"https?://schema\.org/|schema:")


def to_schemaorg(article: Article) -> tuple[Tree, Report]:
    """An article as a `NewsArticle`.

    A named person or organisation that is quoted is the `creator` of the `Quotation`. Anybody else is never made a
    `Person`: the words that the text has for them are its `creditText`. What somebody is said not to have said is left
    out.

    Args:
        article: The article.

    Returns:
        The JSON-LD, and what of the article it does not carry.

    Examples:
        >>> document, report = to_schemaorg(Article(id="urn:example:1", headline="Rain", text="Rain fell."))
        >>> document["@type"], document["headline"]
        ('NewsArticle', 'Rain')
    """
    document = with_kept(article, KEPT, _canonical, from_schemaorg, _INSTEAD)
    return document, differences(article, from_schemaorg(document)[0], "schema.org")


def _canonical(article: Article) -> Tree:
    """The document that the article's own fields make."""
    kind = _GENRES.get(article.genre, "NewsArticle") if article.genre else "NewsArticle"
    return {"@context": "https://schema.org"} | _object(
        kind,
        article,
        FIELDS,
        publisher=article.publisher and {"@type": "Organization", "name": article.publisher},
        genre=article.genre and kind == "NewsArticle" and article.genre.value,
        dateline=article.dateline and article.dateline.text,
        author=[
            _object("Person", author, _AUTHOR, url=next(iter(author.same_as), None), sameAs=list(author.same_as[1:]))
            for author in article.authors
        ],
        about=[_object(_SUBJECTS[item.kind], item, _SUBJECT) for item in article.subjects],
        correction=[_object("CorrectionComment", item, _CORRECTION) for item in article.corrections],
        hasPart=[_quotation(article, quote) for quote in article.quotes if not _denied(quote)],
    )


def _object(kind: str, thing: object, names: Mapping[str, str], **more: Any) -> Tree:
    """An object of the vocabulary that says what one of ours says; `names` has its properties by our fields."""
    said = {theirs: _written(ours, getattr(thing, ours)) for ours, theirs in names.items()}
    return {"@type": kind, **without_nothing(**said, **more)}


def _written(field: str, value: Any) -> Any:
    """A field's value as the vocabulary has it."""
    if field == "affiliation":
        return value and {"@type": "Organization", "name": value}
    if is_list(value):
        return list(value)
    return format_date(value) if isinstance(value, date) else value and str(value)


def _denied(quote: Quote) -> bool:
    """Whether it was not said: a `Quotation` has no way to say so, and would claim the contrary."""
    return quote.attribution is not None and quote.attribution.polarity is not Polarity.AFFIRMED


def _quotation(article: Article, quote: Quote) -> Tree:
    pieces = [
        {"@type": "Quotation", "text": piece.text, "genre": "direct" if piece.verbatim else "indirect"}
        for piece in quote.content
    ]
    language = quote.translated_from
    return {
        "@type": "Quotation",
        "@id": inner_id(article.id, "quote-", quote.id),
        "text": quote.words,
        "genre": quote.kind.value,
        **without_nothing(
            hasPart=pieces if len(pieces) > 1 else None,
            isPartOf=quote.parent and {"@id": inner_id(article.id, "quote-", quote.parent)},
            translationOfWork=language and {"@type": "Quotation", "inLanguage": language},
        ),
        **_credit(article, article.source_of(quote)),
    }


def _credit(article: Article, source: Source | None) -> Tree:
    """Who said it: a real person or body by name, or the words that the text has for anybody else."""
    if source is None:
        return {}
    if source.kind not in _KINDS or source.anonymity is not Anonymity.NAMED:
        return {"creditText": source.label}
    name = inner_id(article.id, "source-", source.id)
    fields = _PERSON if source.kind is SourceKind.PERSON else _BODY
    return {"creator": _object(_KINDS[source.kind], source, fields, **{"@id": name})}


def from_schemaorg(
    document: Mapping[str, Any] | list[Any] | str | bytes, *, strict: bool = False
) -> tuple[Article, Report]:
    """An article from JSON-LD, or from a web page that has some.

    Any property may be a value or a list, any name may be written out in full, and people may be strings. Properties
    that say more than the model has a place for are kept in `extra`. A quotation's words are looked for in the body;
    those that stand there more than once, or not at all, have no place.

    Args:
        document: JSON-LD as JSON decodes it, or as text; or the HTML of a page.
        strict: Refuse a document with a date that is none and the like; otherwise such values are reported, and kept in
            `extra` as they are.

    Returns:
        The article, and what of it is not in it.

    Raises:
        ValidationError: There is no article in it; in strict reading, what is at fault.
        MissingExtraError: It is a page, and the extra `interop` is not installed.

    Examples:
        >>> document = {"@type": ["NewsArticle"], "http://schema.org/headline": ["Rain"], "author": "A. Moe"}
        >>> article, report = from_schemaorg(document)
        >>> article.headline, article.authors[0].name
        ('Rain', 'A. Moe')
    """
    nodes = list(_nodes(_decoded(document) if isinstance(document, str | bytes) else document))
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    found = next((node for node in nodes if any(map(_ARTICLE.fullmatch, _types(node)))), None)
    if found is None:
        raise refusal((), f"expected an article in JSON-LD, got {format_value(document)}")
    return _Reading(found, by_id, strict=strict).article()


# Finding the article.


def _decoded(document: str | bytes) -> Any:
    """The JSON-LD of a text that is some, or of a page that has some."""
    text = document.decode("utf-8", "replace") if isinstance(document, bytes) else document
    try:
        return msgspec.json.decode(text)
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        root = parsed(text)
    found: list[Any] = []
    for script in () if root is None else root.iter("script"):
        if script.get("type", "").partition(";")[0].strip().lower() == "application/ld+json":
            try:
                found += as_list(msgspec.json.decode("".join(script.itertext()).strip()))
            except (msgspec.MsgspecError, UnicodeError, RecursionError):
                continue  # another block may be whole
    return found


def _nodes(document: Any) -> Iterator[Tree]:
    """Every object of a document that stands on its own, under the vocabulary's short names."""
    enforce_limits(document)
    for item in as_list(document):
        if is_object(item):
            node = _short(item)
            graph = node.pop("@graph", None)
            if len(node.keys() - {"@context", "@id"}) > 0:
                yield node
            yield from (_short(inner) for inner in as_list(graph) if is_object(inner))


def _short(item: Mapping[str, Any]) -> Tree:
    return {_VOCABULARY.sub("", key, count=1): value for key, value in item.items()}


def _types(node: Mapping[str, Any]) -> list[str]:
    return [_VOCABULARY.sub("", kind, count=1) for kind in as_list(node.get("@type")) if isinstance(kind, str)]


def _scalar(value: Any) -> Any:
    """The first of several, and the value of one that says its language or type; `None` for what has none."""
    first = next((item for item in as_list(value) if item not in (None, "")), None)
    if is_object(first):
        first = first.get("@value", first.get("@id"))
    return None if is_object(first) or is_list(first) else first


class _Reading(ArticleBuilder):
    """An article's node that is being read."""

    def __init__(self, node: Tree, by_id: Mapping[str, Tree], *, strict: bool) -> None:
        super().__init__(strict=strict)
        self._node, self._by_id = node, by_id

    def article(self) -> tuple[Article, Report]:
        self._read_fields()
        self._read_identity()
        genres = {kind: genre.value for genre, kind in _GENRES.items()}
        for key, words in (("@type", _types(self._node)), ("genre", as_list(self._node.get("genre")))):
            known = (genres.get(word) or genre_of(word) for word in words if isinstance(word, str))
            if "genre" not in self.tree:
                self.read("genre", next(filter(None, known), None), (key,))
        for path, outlet in self._items(self._node, "publisher"):
            self.read("publisher", _scalar(outlet.get("name")), (*path, "name"))
        for path, author in self._items(self._node, "author"):
            same_as = [uri for key in ("url", "sameAs") for uri in as_list(author.get(key))]
            self.add("authors", path, **self._said(author, _AUTHOR), same_as=same_as)
        kinds = {name: kind.value for kind, name in _SUBJECTS.items()}
        for path, thing in self._items(self._node, "about"):
            kind = next((kinds[name] for name in _types(thing) if name in kinds), kinds["Thing"])
            self.add("subjects", path, kind=kind, **self._said(thing, _SUBJECT))
        for path, note in self._items(self._node, "correction"):
            self.add("corrections", path, **self._said({"text": note.get("name"), **note}, _CORRECTION))
        for path, quotation in self._items(self._node, "hasPart"):
            if "Quotation" in _types(quotation):
                self._read_quotation(path, quotation)
        told = {name: value for name, value in self._node.items() if name != "@context"}
        return self.finish_with_rest(KEPT, told, _canonical)

    def _items(self, node: Mapping[str, Any], name: str, path: Path = ()) -> Iterator[tuple[Path, Tree]]:
        """The values of a property as objects: references followed, strings as names."""
        values = node.get(name)
        for index, value in enumerate(as_list(values)):
            place = (*path, name, index) if is_list(values) else (*path, name)
            if isinstance(value, str) and value:
                yield place, {"name": value}
            elif is_object(value):
                name_alone = len(value) == 1 and isinstance(value.get("@id"), str)
                yield place, _short(self._by_id.get(value["@id"], value) if name_alone else value)

    def _said(self, node: Mapping[str, Any], names: Mapping[str, str]) -> Tree:
        """What an object of the vocabulary says, by the names of our fields."""
        said = {ours: _scalar(node.get(theirs)) for ours, theirs in names.items()}
        bodies = (body for key in ("affiliation", "memberOf") for _, body in self._items(node, key))
        if "affiliation" in names:
            said["affiliation"] = _scalar(next(bodies, Tree()).get("name"))
        if "same_as" in names:
            said["same_as"] = as_list(node.get("sameAs"))
        return said

    def _read_fields(self) -> None:
        node = self._node
        for ours, theirs in FIELDS.items():
            value = _scalar(node.get(theirs))
            if ours != "status" or value in set(Status):  # others have words of their own for it
                self.read(ours, str(value) if type(value) in (int, float) else value, (theirs,))
        fields = {theirs: ours for ours, theirs in FIELDS.items()}
        for instead, theirs in _INSTEAD.items():
            if fields[theirs] not in self.tree:
                self.read(fields[theirs], _scalar(node.get(instead)), (instead,))
        dateline = _scalar(node.get("dateline"))
        if dateline is not None:
            self.read("dateline", {"text": dateline}, ("dateline",))

    def _read_identity(self) -> None:
        tree = self.tree
        if "text" not in tree:
            self.lose(LossCode.UNREADABLE, ("articleBody",), "the article has no text here")
            tree["text"] = ""
        name, base = tree.get("id"), tree.get("url")
        if isinstance(name, str) and isinstance(base, str) and not _ABSOLUTE.match(name):
            try:
                name = urljoin(base, name)
            except ValueError:
                name = None
        tree["id"] = name or content_id(str(tree["text"]))

    # Quotations.

    def _read_quotation(self, path: Path, node: Tree) -> None:
        article, kind = str(self.tree["id"]), _scalar(node.get("genre"))
        pieces = [(place, piece) for place, piece in self._items(node, "hasPart", path) if "Quotation" in _types(piece)]
        content: list[Tree] = []
        for place, piece in pieces or [(path, node)]:
            span = self.place((*place, "text"), _scalar(piece.get("text")))
            content += [] if span is None else self._fragments(span, _scalar(piece.get("genre")))
        if not content:
            self.lose(LossCode.UNREADABLE, path, "the quotation has no words")
            return
        attribution = without_nothing(source=self._read_speaker(path, node))
        original = next((inner for _, inner in self._items(node, "translationOfWork")), Tree())
        quote = without_nothing(
            id=inner_name(node.get("@id"), article, "quote-"),
            kind=kind if kind in set(QuoteKind) else "direct",
            content=content,
            parent=inner_name(_scalar(node.get("isPartOf")), article, "quote-"),
            translated_from=_scalar(original.get("inLanguage")),
        )
        if attribution or kind != "epithet":
            quote["attribution"] = attribution
        self.add_quote(path, quote)

    def _fragments(self, span: Tree, genre: object) -> list[Tree]:
        """The words of a quotation: as its genre says; where that is silent, what is said to be quoted is verbatim."""
        if genre in set(QuoteKind):
            return [{**span, "verbatim": genre != "indirect"}]
        marked = [piece for piece in self.pieces(span) if piece["verbatim"]]
        return marked or [{**span, "verbatim": True}]

    def _read_speaker(self, path: Path, node: Tree) -> str | None:
        for name in ("creator", "author"):
            for place, person in self._items(node, name, path):
                fields = without_nothing(
                    id=inner_name(person.get("@id"), str(self.tree["id"]), "source-"),
                    kind=next((_SPEAKERS[kind] for kind in _types(person) if kind in _SPEAKERS), None),
                    **self._said(person, _PERSON),
                )
                if "name" in fields:
                    return self.add_source(self.came_from(fields, place))
        return self.source(_scalar(node.get("creditText")))


def _detect(document: Document) -> Evidence | None:
    if document.is_page and "application/ld+json" in document.head:
        return Evidence(Certainty.LIKELY, "it is a page with JSON-LD in it")
    first = next(iter(as_list(document.data)), None)
    named = next((name for name in ("@graph", "@type") if is_object(first) and name in first), None)
    return None if named is None else Evidence(Certainty.LIKELY, f"it has {named!r}")


FORMATS = (
    Format(name="schemaorg", title="schema.org", takes="any", read=from_schemaorg, write=to_schemaorg, detect=_detect),
)
