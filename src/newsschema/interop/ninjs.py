"""ninjs, the JSON of the IPTC for news items: 3.1 written; 1.x, 2.x and 3.x read.

Fields for which [ninjs](https://iptc.org/standards/ninjs/) has no property, above all the quotations, go into one
property, `newsschema`, a provider's extension whose JSON Schema is `ninjs.extension_schema()`. With it, nothing is
lost. With `quotes="beside"` the item is strictly valid without it, and `ninjs.beside(article)` gives the rest as a
second document, which `from_ninjs(item, beside=...)` takes.

A `uri` that is not a URI becomes a URN that contains it, so that two versions of an item have the same id. Of several
bodies, the plain one is read. The column "carried" of the table is about the item without the extension.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from importlib.resources import files
from typing import Any, Final, Literal

import msgspec
from attrs import evolve

from newsschema import Article, Code, Genre, Issue, SubjectKind, ValidationError, to_dict
from newsschema._json.version import SCHEMA_VERSION
from newsschema._model.containers import is_list, is_object
from newsschema._model.own import require
from newsschema._model.values import format_date
from newsschema.interop._builder import ArticleBuilder, with_kept
from newsschema.interop._document import Document
from newsschema.interop._extension import read_extension
from newsschema.interop._markup import plain_text
from newsschema.interop._ninjs_names import EXTENSION, PROPERTIES, Upgrade, detect
from newsschema.interop._node import Node
from newsschema.interop._pieces import Tree
from newsschema.interop._plain import as_list, enforce_limits, format_json_value, refusal, without_nothing
from newsschema.interop._registry import Format, Row, direct_names
from newsschema.interop._report import Loss, LossCode, Report, differences
from newsschema.interop._uris import is_uri
from newsschema.interop._vocabulary import GENRE_URI, GENRES, genre_of

__all__ = ["beside", "extension_schema", "from_ninjs", "to_ninjs"]

KEPT: Final = "org.iptc.ninjs"
"""Where `Article.extra` keeps the properties of an item that say more than the model has a place for."""

FIELDS: Final = (
    Row("id", ("uri",), note="read also from Superdesk's `guid`", direct=True),
    Row("headline", ("headlines",), note="role `main`"),
    Row("text", ("bodies",), note="role `text`, plain; read also from one that is marked up, without its tags"),
    Row("language", ("language",), direct=True),
    Row(
        "published",
        carried="no",
        note="`firstCreated` and `versionCreated` are something else; Superdesk's `firstpublished` is read",
    ),
    Row("updated", ("versionCreated",), "partly", "times only", direct=True),
    Row("summary", ("descriptions",), note="role `summary`; captions, credit lines and notes are left out"),
    Row("byline", ("by",), direct=True),
    Row("authors.name", ("infoSources",), note="role `author`; read also from Superdesk's `authors`"),
    Row("authors.role", carried="no", note="read from Superdesk's `authors`: `jobtitle`, else `role`"),
    Row("authors.affiliation", carried="no"),
    Row("authors.same_as", ("infoSources",), "partly", "`uri` of the party: the first"),
    Row("publisher", ("infoSources",), note="role `publisher`"),
    Row("credit", ("infoSources",), note="role `credit`; read also from Superdesk's `source`"),
    Row("dateline", ("located",), "no", "the place is written, and not read as a printed line"),
    Row("url", carried="no"),
    Row("section", carried="no"),
    Row("genre", ("genres",), note="with the URI of the IPTC's vocabulary"),
    Row("version", ("version",), direct=True),
    Row("status", ("pubStatus",), direct=True),
    Row("embargoed_until", ("embargoedUntil",), "partly", "times only", direct=True),
    Row("rights", ("copyrightNotice",), direct=True),
    Row(
        "subjects",
        ("people", "organisations", "places", "subjects", "events"),
        "partly",
        "the order within each kind; Superdesk's `keywords` are topics",
    ),
    Row("corrections", carried="no"),
    Row("annotators", carried="no", note="in `newsschema`"),
    Row("sources", carried="no", note="in `newsschema`"),
    Row("quotes", carried="no", note="in `newsschema`"),
    Row("extra", carried="partly", note="only what is under `org.iptc.ninjs`: every property"),
)
"""What an item alone carries."""
STRINGS: Final = direct_names(FIELDS)
PARTS: Final = {"headline": ("headlines", "main"), "summary": ("descriptions", "summary"), "text": ("bodies", "text")}
"""With the role that we write and prefer."""
_SUMMARIES: Final = frozenset({"summary", "abstract", "standfirst", "lead", "text", "xhtml", "html", ""})
"""Roles of descriptions that sum the item up. Others are captions, credit lines, notes."""
SUBJECTS: Final = {
    SubjectKind.PERSON: "people",
    SubjectKind.ORGANISATION: "organisations",
    SubjectKind.PLACE: "places",
    SubjectKind.TOPIC: "subjects",
    SubjectKind.EVENT: "events",
}
_STANDARD: Final = {
    "name": "ninjs",
    "version": "3.1",
    "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json",
}
"""The form in which an item is written; what one was read in is not kept."""
_MEANS: Final = {"authors": "infoSources", "source": "infoSources", "keywords": "subjects"}
"""Properties of Superdesk, and those of the standard that are written for them."""
_FIRST_PUBLISHED: Final = "firstpublished"
_MARKED_UP: Final = re.compile(r"html|xml", re.IGNORECASE)
_TAGS: Final = re.compile(r"<(?:p|div|body|html|section|article|h[1-6]|br|span)\b[^<>]*>", re.IGNORECASE)


def to_ninjs(article: Article, *, quotes: Literal["inside", "beside"] = "inside") -> tuple[Tree, Report]:
    """An article as a ninjs 3.1 item.

    Args:
        article: The article.
        quotes: `inside`: fields without a property in ninjs, above all the quotations, are in the extension property
            `newsschema`. `beside`: they are left out, so that the item is strictly valid;
            [`beside`][newsschema.interop.ninjs.beside] gives them as a second document.

    Returns:
        The item, and a report of what it does not carry.

    Raises:
        ValueError: `quotes` is neither of the two.

    Examples:
        >>> from newsschema import Article
        >>> item, report = to_ninjs(
        ...     Article(id="urn:example:1", headline="Rain", text="Rain fell.")
        ... )
        >>> item["headlines"], bool(report)
        ([{'role': 'main', 'value': 'Rain'}], False)
    """
    require(Article, article)
    if quotes not in ("inside", "beside"):
        raise ValueError(f"quotes is 'inside' or 'beside', not {quotes!r}")
    item = _item(article)
    if quotes == "beside":
        item = _strictly(item)
    elif rest := _rest(article, item):
        item[EXTENSION] = rest
    return item, differences(article, from_ninjs(item)[0], "ninjs")


def beside(article: Article) -> Tree:
    """The fields that a strictly valid item does not carry, as a second document.

    Args:
        article: The article.

    Returns:
        The item's `uri`, and under `newsschema` the fields that the item does not have.

    Examples:
        >>> from newsschema import Article
        >>> beside(Article(id="urn:example:1", text="Rain fell.", published="2026-03-01"))
        {'uri': 'urn:example:1', 'newsschema': {'schema_version': '1.0', 'published': '2026-03-01'}}
    """
    require(Article, article)
    rest = _rest(article, _strictly(_item(article)))
    return {"uri": article.id, EXTENSION: rest or {"schema_version": SCHEMA_VERSION}}


def from_ninjs(
    document: object, *, beside: Mapping[str, Any] | None = None, strict: bool = False
) -> tuple[Article, Report]:
    """An article from a ninjs item of any version.

    The body is the plain one, or else the marked-up one without its tags. Properties without a field are kept in
    `extra`. ninjs has no property for the time of publication; `firstCreated` and `versionCreated` are something else.

    Args:
        document: The item, as bytes, text or decoded JSON.
        beside: The second document, if there is one.
        strict: Refuse an item with an invalid value, such as a date. Otherwise such values are reported, and kept in
            `extra`; a `uri` that is not a URI becomes a URN that contains it.

    Returns:
        The article, and a report of what is not in it.

    Raises:
        ValidationError: The document is not an item, or has faults (strict).
        MissingExtraError: The body is marked up, and the extra `interop` is not installed.

    Examples:
        >>> item = {"uri": "urn:example:1", "headline": "Rain", "body_text": "Rain fell."}
        >>> from_ninjs(item)[0].headline
        'Rain'
    """
    data = Document.of(document).data
    if not is_object(data):
        raise refusal((), f"expected a ninjs item, got {format_json_value(document)}")
    enforce_limits(data)
    upgrade = Upgrade(data)
    tree = upgrade.item
    if "uri" not in tree and (strict or not _says_something(tree)):
        raise refusal(("uri",), "an item has a uri", Code.MISSING_FIELD)
    extension = _extension_in(tree if beside is None else beside)
    item = Node({name: value for name, value in tree.items() if name not in (EXTENSION, "standard")})
    if tree.get("type") == "text":
        item.skip("type")
    builder = ArticleBuilder(strict=strict, name="ninjs")
    try:
        _read_item(builder, item)
        read_extension(builder, (EXTENSION,), extension)
        article, report = builder.finish_with_rest(KEPT, item, _canonical)
    except ValidationError as error:
        issues = (Issue(issue.code, upgrade.original(issue.path), issue.message) for issue in error.issues)
        raise ValidationError(issues) from None
    return article, Report(tuple(_told(upgrade, report.losses)))


def _extension_in(document: object) -> Tree:
    """Our fields in an item, or in a second document."""
    if not is_object(document):
        raise refusal((), f"expected the second document of a ninjs item, got {format_json_value(document)}")
    given = document.get(EXTENSION)
    return {key: value for key, value in given.items() if value is not None} if is_object(given) else {}


def _told(upgrade: Upgrade, losses: Iterable[Loss]) -> Iterator[Loss]:
    """What is lost, by the names that the document has for it."""
    for loss in losses:
        for path in upgrade.originals(loss.path):
            other = upgrade.beside.get(path)
            reason = f"the item has {other} too, which counts; it is in extra under {KEPT}" if other else loss.reason
            yield evolve(loss, path=path, reason=reason)


def extension_schema() -> Tree:
    """The JSON Schema of an item with the property `newsschema`, as an extension of the IPTC's schema of ninjs 3.1.

    Examples:
        >>> extension_schema()["allOf"]
        [{'$ref': 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#/$defs/ninjsType'}]
    """
    text = files("newsschema").joinpath("schemas", "ninjs-extension-1.0.json").read_bytes()
    schema: Tree = msgspec.json.decode(text)
    return schema


# Writing.


def _canonical(article: Article) -> Tree:
    """The item that the article's own fields make."""
    item: Tree = {"uri": article.id, "standard": _STANDARD, "type": "text"}
    for ours, theirs in STRINGS.items():
        value = getattr(article, ours)
        if isinstance(value, datetime):
            item[theirs] = format_date(value)
        elif value is not None and not isinstance(value, date):  # ninjs has times only
            item[theirs] = str(value)
    for ours, (theirs, role) in PARTS.items():
        value = getattr(article, ours)
        if value is not None:
            plain = {"contentType": "text/plain"} if ours == "text" else {}
            item[theirs] = [{"role": role, **plain, "value": value}]
    for subject in article.subjects:
        item.setdefault(SUBJECTS[subject.kind], []).append(without_nothing(name=subject.name, uri=subject.uri))
    place = article.dateline and article.dateline.place
    return item | without_nothing(located=place, infoSources=_parties(article), genres=_genres(article.genre))


def _parties(article: Article) -> list[Tree]:
    """Those who wrote the article, whom it is credited to, and who published it."""
    parties = [
        without_nothing(name=author.name, role="author", uri=next(iter(author.same_as), None))
        for author in article.authors
    ]
    outlets = (("credit", article.credit), ("publisher", article.publisher))
    return [*parties, *({"name": name, "role": role} for role, name in outlets if name)]


def _genres(genre: Genre | None) -> list[Tree]:
    """A genre as items have it; one that the IPTC has no code for by its name alone."""
    if genre is None:
        return []
    code = GENRES.get(genre)
    return [without_nothing(name=genre.value, uri=code and GENRE_URI + code)]


def _item(article: Article) -> Tree:
    """The item that the article makes, with the properties that it was read with and that still say the same."""
    item = with_kept(article, KEPT, _canonical, from_ninjs, _MEANS)
    if _FIRST_PUBLISHED in item and from_ninjs(item)[0].published != article.published:
        del item[_FIRST_PUBLISHED]
    return item


def _strictly(item: Tree) -> Tree:
    """The item with no other properties than those of the standard."""
    return {name: value for name, value in item.items() if name in PROPERTIES}


def _rest(article: Article, item: Tree) -> Tree:
    """The fields of the article that the item does not give back, with their version; nothing where there are none."""
    tree, back = to_dict(article), to_dict(from_ninjs(item)[0])
    rest = {name: value for name, value in tree.items() if back.get(name) != value}
    return {"schema_version": SCHEMA_VERSION, **rest} if rest else {}


# Reading.


def _says_something(item: Tree) -> bool:
    """Whether there is a headline or a body in an item."""
    node = Node(item)
    return any(entry.get("value") for name in ("headlines", "bodies") for entry in node.get(name).objects())


def _read_item(builder: ArticleBuilder, item: Node) -> None:
    for ours, theirs in STRINGS.items():
        builder.take(ours, item.get(theirs))
    _read_parts(builder, item)
    _read_lists(builder, item)
    _read_superdesk(builder, item)
    if "text" not in builder.tree and not is_list(item.get("bodies").value):
        builder.lose(LossCode.UNREADABLE, ("bodies",), "there is no text in it")
    builder.tree.setdefault("text", "")
    builder.name_by_words()


def _objects(builder: ArticleBuilder, node: Node) -> list[Node]:
    """The items of a property that are objects, as those of items are; of others it is reported that they are not."""
    for item in node.items():
        if not is_object(item.value):
            builder.refuse(item.path, "an object", item.take())
    return node.objects()


def _read_parts(builder: ArticleBuilder, item: Node) -> None:
    for ours, (theirs, role) in PARTS.items():
        entries = [entry for entry in _objects(builder, item.get(theirs)) if entry.get("value")]
        if ours == "summary":
            entries = [entry for entry in entries if str(entry.get("role").value or "") in _SUMMARIES]
        if entries:
            entry = min(entries, key=lambda entry: (_marked_up(entry.value), entry.get("role").value != role))
            value = entry.get("value").take()
            entry.skip("role", "contentType", "charCount", "wordCount")
            builder.read(ours, plain_text(value) if _marked_up(entry.value) else value, (*entry.path, "value"))


def _read_lists(builder: ArticleBuilder, item: Node) -> None:
    for kind, theirs in SUBJECTS.items():
        for entry in _objects(builder, item.get(theirs)):
            if entry.get("name"):
                fields = {name: entry.get(name).take() for name in ("name", "uri")}
                builder.add("subjects", entry.path, kind=kind.value, **fields)
    _read_parties(builder, item)
    for genre in _objects(builder, item.get("genres")):
        known = next((key for key in ("uri", "name") if genre_of(genre.get(key).value)), None)
        if known is not None and "genre" not in builder.tree:
            builder.read("genre", genre_of(genre.get(known).value), (*genre.path, known))
            genre.skip("uri", "name", "literal")


def _read_parties(builder: ArticleBuilder, item: Node) -> None:
    for party in _objects(builder, item.get("infoSources")):
        role = party.get("role").value
        if role in ("credit", "publisher") and role not in builder.tree:
            builder.take(role, party.get("name"))
            party.skip("role")
        elif role == "author":
            uri = as_list(party.get("uri").take())
            builder.add("authors", party.path, name=party.get("name").take(), same_as=uri)
            party.skip("role")


def _read_superdesk(builder: ArticleBuilder, item: Node) -> None:
    """Take what items from Superdesk have beside the standard."""
    builder.take("published", item.get(_FIRST_PUBLISHED))
    if isinstance(item.get("source").value, str):
        builder.take("credit", item.get("source"))
    _read_jobs(builder, item)
    for keyword in item.get("keywords").items():
        builder.add_named("subjects", keyword.path, keyword.take(), kind=SubjectKind.TOPIC.value)


def _read_jobs(builder: ArticleBuilder, item: Node) -> None:
    """Take the authors that Superdesk names with their jobs, as far as the standard's parties have none of them."""
    for author in item.get("authors").items():
        name = author.get("name") if is_object(author.value) else author
        if name:
            role = author.get("jobtitle").get("name").take() or author.get("role").take()
            uri = author.get("uri").take()
            builder.add_named("authors", author.path, name.take(), role=role, same_as=[uri] if is_uri(uri) else [])


def _marked_up(entry: Mapping[str, Any]) -> bool:
    """Whether the value has tags: as its type says; where that is silent, as its role says, or a body's look."""
    value = entry["value"]
    kind = entry.get("contentType") or entry.get("role") or ""
    return isinstance(value, str) and bool(
        _MARKED_UP.search(str(kind)) or (not entry.get("contentType") and _TAGS.search(value))
    )


FORMATS = (
    Format(name="ninjs", title="ninjs", takes="any", read=from_ninjs, write=to_ninjs, detect=detect, fields=FIELDS),
)
