"""RSS, Atom and JSON Feed: each entry is an article. Reading RSS and Atom needs the extra `feeds`."""

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from email.utils import format_datetime
from functools import partial
from io import BytesIO
from typing import Any, Final, TypeVar
from xml.etree import ElementTree as ET

import msgspec
from attrs import evolve

from newsschema import Article
from newsschema._json.version import SCHEMA_VERSION
from newsschema._model.containers import is_list, is_object
from newsschema._model.errors import import_extra
from newsschema._model.own import require
from newsschema._model.values import format_date
from newsschema.interop._dates import mail_date_in_iso
from newsschema.interop._document import Document
from newsschema.interop._extension import fields_not_in
from newsschema.interop._flat import Flat
from newsschema.interop._markup import escape_paragraphs
from newsschema.interop._pieces import Tree
from newsschema.interop._plain import enforce_limits, format_json_value, refusal, without_nothing
from newsschema.interop._registry import Certainty, Evidence, Format, Reading, Row, has_root, read_only_one
from newsschema.interop._report import Loss, LossCode, Report, differences
from newsschema.interop._uris import is_uri
from newsschema.interop._xml import without_forbidden

__all__ = ["from_atom", "from_jsonfeed", "from_rss", "to_atom", "to_jsonfeed", "to_rss"]

EXTENSION: Final = "newsschema"
"""The name of what an entry holds of an article beside what feeds have: an element, or `_newsschema` in JSON Feed."""
_OURS: Final = "https://newsschema.github.io/newsschema/schemas/feeds"
_ATOM: Final = "http://www.w3.org/2005/Atom"
_CONTENT: Final = "http://purl.org/rss/1.0/modules/content/"
_DC: Final = "http://purl.org/dc/elements/1.1/"
_JSON_FEED: Final = "https://jsonfeed.org/version/"
_NOTHING_MORE: Final = {"schema_version": SCHEMA_VERSION}
_DERIVED: Final = re.compile(r"\w+_(?:detail|parsed)|author|guidislink|href|contributors")
"""What feedparser makes of other values that it gives."""

D = TypeVar("D", str, Tree)

XML: Final = Flat(
    name="rss",
    title="RSS and Atom",
    kept="org.feedparser",
    around="feed",
    extension=f"{EXTENSION}_article",
    fields={
        "id": ("id",),
        "headline": ("title",),
        "text": ("content.value",),
        "summary": ("summary",),
        "published": ("published",),
        "updated": ("updated",),
        "authors": ("authors",),
        "publisher": ("feed.title",),
        "credit": ("source.title",),
        "language": ("language", "content.language", "feed.language"),
        "url": ("link",),
        "rights": ("rights", "feed.rights"),
        "subjects": ("tags.term",),
    },
)
JSON: Final = Flat(
    name="jsonfeed",
    title="JSON Feed",
    kept="org.jsonfeed",
    around="feed",
    extension=f"_{EXTENSION}",
    fields={
        "id": ("id",),
        "headline": ("title",),
        "text": ("content_text", "content_html"),
        "summary": ("summary",),
        "published": ("date_published",),
        "updated": ("date_modified",),
        "authors": ("authors", "author", "feed.authors", "feed.author"),
        "publisher": ("feed.title",),
        "language": ("language", "feed.language"),
        "url": ("url", "external_url"),
        "subjects": ("tags",),
    },
)

# Reading.


def from_rss(document: object, *, strict: bool = False) -> tuple[Article, Report]:
    """An article from an RSS feed with one entry; for several, use `interop.read_many`.

    Args:
        document: The feed, as bytes or text.
        strict: Refuse an entry with an invalid value, such as a date; otherwise such values are reported.

    Returns:
        The article, and a report of what is not in it.

    Raises:
        ValidationError: The document is not an RSS feed, has no entry or several, or has faults (strict).
        MissingExtraError: feedparser is not installed (the extra `feeds`).

    Examples:
        >>> item = "<item><title>Rain</title></item>"
        >>> feed = f"<rss version='2.0'><channel>{item}</channel></rss>"
        >>> from_rss(feed)[0].headline
        'Rain'
    """
    return read_only_one(_read_rss(document, strict=strict))


def from_atom(document: object, *, strict: bool = False) -> tuple[Article, Report]:
    """An article from an Atom feed with one entry; for several, use `interop.read_many`.

    Args:
        document: The feed, as bytes or text.
        strict: Refuse an entry with an invalid value, such as a date; otherwise such values are reported.

    Returns:
        The article, and a report of what is not in it.

    Raises:
        ValidationError: The document is not an Atom feed, has no entry or several, or has faults (strict).
        MissingExtraError: feedparser is not installed (the extra `feeds`).

    Examples:
        >>> entry = "<entry><title>Rain</title></entry>"
        >>> feed = f"<feed xmlns='http://www.w3.org/2005/Atom'>{entry}</feed>"
        >>> from_atom(feed)[0].headline
        'Rain'
    """
    return read_only_one(_read_atom(document, strict=strict))


def from_jsonfeed(document: object, *, strict: bool = False) -> tuple[Article, Report]:
    """An article from a JSON Feed with one item; for several, use `interop.read_many`.

    Args:
        document: The feed, as bytes, text or decoded JSON.
        strict: Refuse an item with an invalid value, such as a date; otherwise such values are reported.

    Returns:
        The article, and a report of what is not in it.

    Raises:
        ValidationError: The document is not a feed, has no item or several, or has faults (strict).

    Examples:
        >>> from_jsonfeed({"items": [{"title": "Rain", "content_text": "Rain fell."}]})[0].text
        'Rain fell.'
    """
    return read_only_one(_read_json(document, strict=strict))


def _read_xml(
    title: str, roots: tuple[str, ...], document: object, *, strict: bool = False
) -> Iterator[tuple[str, Reading]]:
    """What reads each entry of a feed of this kind, whose first element has one of these names."""
    whole = Document.of(document)
    if not whole.is_text or whole.root not in roots:
        raise refusal((), f"expected {title}, got {format_json_value(document)}")
    parse = import_extra("feedparser", "reading feeds", "feeds").parse
    utf8 = {"content-type": "application/xml; charset=utf-8"}
    try:
        if whole.text is None:  # in no encoding that can be made out: feedparser may guess it
            feed = parse(BytesIO(whole.given))
        else:
            feed = parse(BytesIO(whole.text.encode("utf-8", "replace")), response_headers=utf8)
    except ValueError as error:  # of feedparser: a namespace with a kind of space in its name
        raise refusal((), f"expected a feed, got one that cannot be parsed: {error}") from None
    around = without_nothing(**{name: feed.feed.get(name) for name in ("title", "language", "rights")})
    broken = f"the feed is broken, and was read as far as it can be: {feed.bozo_exception}" if feed.bozo else ""
    for index, entry in enumerate(feed.entries):
        record = _record(entry) | {"feed": around}
        yield f"entries[{index}]", partial(_read_entry, XML, record, broken, strict=strict)


_read_rss: Final = partial(_read_xml, "an RSS feed", ("rss", "rdf"))
_read_atom: Final = partial(_read_xml, "an Atom feed", ("feed",))


def _record(entry: Any) -> Tree:
    """An entry as plain data, without what feedparser makes of other values."""
    record: Tree = {name: _plain(value) for name, value in entry.items() if not _DERIVED.fullmatch(name)}
    contents = record.get("content", [])[:1]
    record["content"] = [without_nothing(value=part.get("value"), language=part.get("language")) for part in contents]
    record["links"] = [link for link in record.get("links", []) if link.get("rel") != "alternate"]
    record["tags"] = [without_nothing(**tag) for tag in record.get("tags", [])]
    if entry.get("guidislink") and not is_uri(record.get("link")):
        del record["link"]  # made of an id that feedparser could not resolve
    if [record.get("summary")] == [part.get("value") for part in contents]:
        del record["summary"]  # where there is no description, it stands in for the content
    return without_nothing(**_with_iso_times(record))


def _with_iso_times(record: Tree) -> Tree:
    """An entry whose times have the form that even strict reading takes."""
    return record | {name: mail_date_in_iso(record[name]) for name in ("published", "updated") if record.get(name)}


def _plain(value: Any) -> Any:
    """A value without feedparser's own dictionaries, whose keys have other names besides."""
    if is_object(value):
        return {name: _plain(inner) for name, inner in value.items()}
    return [_plain(inner) for inner in value] if is_list(value) else value


def _read_entry(flat: Flat, record: Tree, broken: str, *, strict: bool) -> tuple[Article, Report]:
    article, report = flat.read(record, strict=strict)
    losses = (Loss(LossCode.CHANGED, (), broken), *report.losses) if broken else report.losses
    return article, evolve(report, losses=losses)


def _read_json(document: object, *, strict: bool = False) -> Iterator[tuple[str, Reading]]:
    """What reads each item of a JSON Feed."""
    data = Document.of(document).data
    if not is_object(data) or not isinstance(data.get("items"), list):
        raise refusal((), f"expected a JSON Feed, got {format_json_value(document)}")
    enforce_limits(data)
    around = {name: data[name] for name in ("title", "language", "authors", "author") if data.get(name)}
    for index, item in enumerate(data["items"]):
        record = {**item, "feed": around} if is_object(item) else {}
        yield f"items[{index}]", partial(JSON.read, record, strict=strict)


# Writing.


def to_jsonfeed(article: Article) -> tuple[Tree, Report]:
    """An article as a JSON Feed of one item; fields without a counterpart are in the extension `_newsschema`.

    Args:
        article: The article.

    Returns:
        The feed, and a report of what it does not carry.

    Examples:
        >>> from newsschema import Article
        >>> article = Article(id="urn:example:1", headline="Rain", text="Rain fell.")
        >>> feed, report = to_jsonfeed(article)
        >>> feed["items"][0]["title"]
        'Rain'
    """
    require(Article, article)
    return _written(article, _json_feed, from_jsonfeed, "JSON Feed")


def to_rss(article: Article) -> tuple[str, Report]:
    """An article as an RSS feed of one entry; fields without a counterpart are JSON in an extension element.

    Args:
        article: The article.

    Returns:
        The feed, and a report of what it does not carry.

    Examples:
        >>> from newsschema import Article
        >>> article = Article(id="urn:example:1", headline="Rain", text="Rain fell.")
        >>> feed, report = to_rss(article)
        >>> "<title>Rain</title>" in feed
        True
    """
    require(Article, article)
    return _written(article, _rss, from_rss, "RSS")


def to_atom(article: Article) -> tuple[str, Report]:
    """An article as an Atom feed of one entry; fields without a counterpart are JSON in an extension element.

    Args:
        article: The article.

    Returns:
        The feed, and a report of what it does not carry.

    Examples:
        >>> from newsschema import Article
        >>> article = Article(id="urn:example:1", headline="Rain", text="Rain fell.")
        >>> feed, report = to_atom(article)
        >>> "<title>Rain</title>" in feed
        True
    """
    require(Article, article)
    return _written(article, _atom, from_atom, "Atom")


def _written(
    article: Article,
    build: Callable[[Article, Tree], D],
    read: Callable[[D], tuple[Article, Report]],
    name: str,
) -> tuple[D, Report]:
    rest = fields_not_in(article, read(build(article, _NOTHING_MORE))[0]) or _nothing_more(article)
    document = build(article, rest)
    return document, differences(article, read(document)[0], name)


def _nothing_more(article: Article) -> Tree:
    """An extension that says nothing, for an entry that without one would have neither a text nor a headline."""
    return {} if article.text or article.headline else _NOTHING_MORE


def _title(article: Article) -> str:
    return article.publisher or article.headline or "Untitled"


def _moment(value: Any) -> str | None:
    """A time; feeds have no dates alone."""
    return format_date(value) if isinstance(value, datetime) else None


def _mail_date(value: Any) -> str | None:
    """A time as RSS has it."""
    return format_datetime(value) if isinstance(value, datetime) else None


def _json_feed(article: Article, rest: Tree) -> Tree:
    item = without_nothing(
        id=article.id,
        url=article.url,
        title=article.headline,
        content_text=article.text,
        summary=article.summary,
        date_published=_moment(article.published),
        date_modified=_moment(article.updated),
        authors=[without_nothing(name=author.name, url=next(iter(author.same_as), None)) for author in article.authors],
        tags=[subject.name for subject in article.subjects],
        language=article.language,
        **({f"_{EXTENSION}": {"about": _OURS, **rest}} if rest else {}),
    )
    return {"version": f"{_JSON_FEED}1.1", "title": _title(article), "items": [item]}


def _add(parent: ET.Element, name: str, text: str | None, **attributes: str) -> None:
    if text:
        ET.SubElement(parent, name, attributes).text = without_forbidden(text)


def _extend(entry: ET.Element, rest: Tree) -> None:
    if rest:
        _add(entry, f"{EXTENSION}:article", msgspec.json.encode(rest).decode())


def _rss(article: Article, rest: Tree) -> str:
    spaces = {"content": _CONTENT, "dc": _DC, "atom": _ATOM, EXTENSION: _OURS}
    root = ET.Element("rss", {"version": "2.0", **{f"xmlns:{prefix}": uri for prefix, uri in spaces.items()}})
    channel = ET.SubElement(root, "channel")
    _add(channel, "title", _title(article))
    _add(channel, "link", article.url or article.id)
    _add(channel, "description", _title(article))
    _add(channel, "language", article.language)
    _add(channel, "copyright", article.rights)
    item = ET.SubElement(channel, "item")
    _add(item, "title", article.headline)
    _add(item, "link", article.url)
    _add(item, "guid", article.id, isPermaLink="false")
    _add(item, "pubDate", _mail_date(article.published))
    _add(item, "atom:updated", _moment(article.updated))
    for author in article.authors:
        _add(item, "dc:creator", author.name)
    for subject in article.subjects:
        _add(item, "category", subject.name)
    _add(item, "description", article.summary)
    _add(item, "content:encoded", escape_paragraphs(article.text))
    _extend(item, rest)
    return ET.tostring(root, encoding="unicode")


def _atom(article: Article, rest: Tree) -> str:
    root = ET.Element("feed", {"xmlns": _ATOM, f"xmlns:{EXTENSION}": _OURS})
    _add(root, "title", _title(article))
    _add(root, "id", article.id)
    updated = _moment(article.updated) or _moment(article.published)  # Atom wants one
    _add(root, "updated", updated)
    entry = ET.SubElement(root, "entry")
    if article.language:
        entry.set("xml:lang", article.language)
    _add(entry, "title", article.headline)
    _add(entry, "id", article.id)
    if article.url:
        ET.SubElement(entry, "link", rel="alternate", href=article.url)
    _add(entry, "published", _moment(article.published))
    _add(entry, "updated", updated)
    for author in article.authors:
        person = ET.SubElement(entry, "author")
        _add(person, "name", author.name)
        _add(person, "uri", next(iter(author.same_as), None))
    for subject in article.subjects:
        ET.SubElement(entry, "category", term=without_forbidden(subject.name))
    _add(entry, "rights", article.rights)
    _add(entry, "summary", article.summary)
    _add(entry, "content", escape_paragraphs(article.text), type="html")
    _extend(entry, rest)
    return ET.tostring(root, encoding="unicode")


# What they are known by.


def _detect_rss(document: Document) -> Evidence | None:
    """RSS 1.0 is RDF, as much else is."""
    is_other = document.root == "rdf" and "purl.org/rss" not in document.head
    return None if is_other else has_root("rss", "rdf")(document)


def _detect_json(document: Document) -> Evidence | None:
    data = document.data
    if not is_object(data) or not str(data.get("version")).startswith(_JSON_FEED) or "items" not in data:
        return None
    return Evidence(Certainty.CERTAIN, "it names the version of JSON Feed")


def _rows(flat: Flat) -> tuple[Row, ...]:
    partly = {"published": "times only", "updated": "times only", "subjects": "the names", "authors": "the names"}
    return tuple(
        Row(ours, theirs, "partly" if ours in partly else "yes", partly.get(ours, ""))
        for ours, theirs in flat.fields.items()
    )


def _format(name: str, title: str, flat: Flat, **options: Any) -> Format:
    return Format(name=name, title=title, takes="any", fields=_rows(flat), **options)


FORMATS = (
    _format("rss", "RSS", XML, read=from_rss, write=to_rss, read_each=_read_rss, detect=_detect_rss, suffix=".xml"),
    _format(
        "atom", "Atom", XML, read=from_atom, write=to_atom, read_each=_read_atom, detect=has_root("feed"), suffix=".xml"
    ),
    _format(
        "jsonfeed", "JSON Feed", JSON, read=from_jsonfeed, write=to_jsonfeed, read_each=_read_json, detect=_detect_json
    ),
)
