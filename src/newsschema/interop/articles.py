"""Article objects of extractors, news services and publishing systems.

A table for each says where it has the fields of an article; `_flat` reads them all. None of the programs is imported.
"""

from collections.abc import Iterator
from typing import Final, Protocol

from newsschema import Article
from newsschema.interop._document import Document
from newsschema.interop._flat import Flat, find
from newsschema.interop._node import Node
from newsschema.interop._plain import field_of
from newsschema.interop._registry import Certainty, Evidence, has_keys
from newsschema.interop._report import Report

__all__ = [
    "from_ans",
    "from_ap",
    "from_ccnews",
    "from_eventregistry",
    "from_fundus",
    "from_guardian",
    "from_mediacloud",
    "from_newsapi",
    "from_newspaper4k",
    "from_newsplease",
    "from_nyt",
    "from_trafilatura",
]


def _blocks(node: Node) -> Iterator[Node]:
    """The texts of an ANS story, those inside quotations and lists too."""
    for block in find(node, "content_elements+items"):
        if block.get("type").value in _TEXTS:
            yield from block.get("content").items()
        if block.get("type").value in _HOLDERS:
            yield from _blocks(block)
        block.skip("type", "_id", "additional_properties", "subtype", "level", "list_type")


_TEXTS: Final = ("text", "header", "quote")
_HOLDERS: Final = ("quote", "list")


def _detect_ap(document: Document) -> Evidence | None:
    """AP's items have the properties of ninjs 1, and do not name that standard."""
    standard = field_of(document.data, "$standard") or field_of(document.data, "standard")
    return None if standard else has_keys("altids.itemid", "headline", certainty=Certainty.CERTAIN)(document)


class ReadFormat(Protocol):
    """What reads a document of a format."""

    def __call__(self, document: object, *, strict: bool = False) -> tuple[Article, Report]: ...


_NEWSPAPER4K: Final = Flat(
    name="newspaper4k",
    title="newspaper4k",
    program="newspaper",
    detect=has_keys("text", "publish_date"),
    kept="io.readthedocs.newspaper4k",
    also=("top_image", "images", "movies", "summary"),
    fields={
        "headline": ("title",),
        "text": ("text",),
        "published": ("publish_date",),
        "summary": ("meta_description",),
        "language": ("meta_lang",),
        "url": ("canonical_link", "url"),
        "publisher": ("meta_site_name",),
        "authors": ("authors",),
        "subjects": ("tags", "keywords", "meta_keywords"),
    },
)
from_newspaper4k: ReadFormat = _NEWSPAPER4K.read
"""An article of newspaper4k, downloaded and parsed: the object, or a dictionary with the same names."""
_TRAFILATURA: Final = Flat(
    name="trafilatura",
    title="trafilatura",
    program="trafilatura",
    detect=has_keys("text", any_of=("hostname", "source-hostname")),
    kept="io.readthedocs.trafilatura",
    lines=True,
    ignored=frozenset({"raw_text", "fingerprint", "body", "commentsbody", "filedate"}),
    also=("hostname", "license", "image", "pagetype", "comments", "id"),
    fields={
        "headline": ("title",),
        "text": ("text",),
        "published": ("date",),
        "summary": ("description", "excerpt"),
        "language": ("language",),
        "url": ("url", "source"),
        "publisher": ("sitename", "source-hostname"),
        "authors": ("author",),
        "subjects": ("tags", "categories"),
    },
)
from_trafilatura: ReadFormat = _TRAFILATURA.read
"""An article from what trafilatura's `bare_extraction` gives, or its JSON."""
_FUNDUS: Final = Flat(
    name="fundus",
    title="fundus",
    program="fundus",
    detect=has_keys("publishing_date"),
    kept="com.github.flairnlp.fundus",
    also=("images", "exception", "free_access"),
    fields={
        "headline": ("title",),
        "text": ("body.sections.headline+paragraphs", "body", "plaintext"),
        "summary": ("body.summary",),
        "published": ("publishing_date",),
        "language": ("lang",),
        "url": ("html.responded_url", "html.requested_url"),
        "publisher": ("publisher",),
        "authors": ("authors",),
        "subjects": ("topics",),
    },
)
from_fundus: ReadFormat = _FUNDUS.read
"""An article of fundus: the object, or its JSON."""
_NEWSPLEASE: Final = Flat(
    name="newsplease",
    title="news-please",
    program="newsplease",
    detect=has_keys("maintext"),
    kept="com.github.fhamborg.news-please",
    also=("image_url", "date_download", "filename", "localpath", "title_page", "title_rss"),
    lines=True,
    fields={
        "headline": ("title",),
        "text": ("maintext",),
        "published": ("date_publish",),
        "updated": ("date_modify",),
        "summary": ("description",),
        "language": ("language",),
        "url": ("url",),
        "publisher": ("source_domain",),
        "authors": ("authors",),
    },
)
from_newsplease: ReadFormat = _NEWSPLEASE.read
"""An article of news-please: the object, or the dictionary that it serialises to."""
_CCNEWS: Final = Flat(
    name="ccnews",
    title="cc_news",
    detect=has_keys("title", "text", "domain", any_of=("date", "image_url", "description")),
    kept="org.commoncrawl.news",
    lines=True,
    fields={
        "headline": ("title",),
        "text": ("text",),
        "published": ("date",),
        "summary": ("description",),
        "url": ("url",),
        "publisher": ("domain",),
    },
)
from_ccnews: ReadFormat = _CCNEWS.read
"""An article from a row of the data set `cc_news`."""
_GUARDIAN: Final = Flat(
    name="guardian",
    title="Guardian Open Platform",
    detect=has_keys("webTitle", "webUrl"),
    kept="com.theguardian",
    ignored=frozenset({"apiUrl"}),
    fields={
        "id": ("id",),
        "headline": ("fields.headline", "webTitle"),
        "text": ("fields.body", "fields.bodyText", "blocks.body.bodyHtml"),
        "summary": ("fields.standfirst", "fields.trailText"),
        "byline": ("fields.byline",),
        "authors": ("tags[type=contributor].webTitle",),
        "published": ("webPublicationDate", "fields.firstPublicationDate"),
        "updated": ("fields.lastModified",),
        "publisher": ("fields.publication",),
        "section": ("sectionName",),
        "language": ("fields.lang",),
        "url": ("webUrl",),
        "subjects": ("tags[type=keyword].webTitle",),
    },
)
from_guardian: ReadFormat = _GUARDIAN.read
"""An article from the Guardian's Open Platform."""
_NYT: Final = Flat(
    name="nyt",
    title="New York Times Article Search",
    detect=has_keys("web_url", "headline", any_of=("lead_paragraph", "snippet", "abstract", "pub_date")),
    kept="com.nytimes",
    cut="the document has no more than the first paragraph of the text",
    fields={
        "id": ("uri", "_id"),
        "headline": ("headline.main", "headline.print_headline"),
        "text": ("lead_paragraph",),
        "summary": ("abstract", "snippet"),
        "byline": ("byline.original",),
        "authors": ("byline.person",),
        "published": ("pub_date",),
        "publisher": ("source",),
        "section": ("section_name",),
        "genre": ("type_of_material",),
        "url": ("web_url",),
        "subjects": ("keywords[name=subject|Subject].value",),
        "people": ("keywords[name=persons|Person].value",),
        "organisations": ("keywords[name=organizations|Organization].value",),
        "places": ("keywords[name=glocations|Location].value",),
    },
)
from_nyt: ReadFormat = _NYT.read
"""An article from the New York Times' Article Search, which has no more than its first paragraph."""
_NEWSAPI: Final = Flat(
    name="newsapi",
    title="NewsAPI",
    detect=has_keys("title", "publishedAt", "source"),
    kept="org.newsapi",
    fields={
        "headline": ("title",),
        "text": ("content",),
        "summary": ("description",),
        "authors": ("author",),
        "published": ("publishedAt",),
        "publisher": ("source.name",),
        "url": ("url",),
    },
)
from_newsapi: ReadFormat = _NEWSAPI.read
"""An article from NewsAPI, which cuts its text off."""
_EVENTREGISTRY: Final = Flat(
    name="eventregistry",
    title="Event Registry",
    detect=has_keys("uri", "title", "body", any_of=("dateTime", "dateTimePub", "dataType")),
    kept="org.eventregistry",
    fields={
        "id": ("uri",),
        "headline": ("title",),
        "text": ("body",),
        "authors": ("authors",),
        "published": ("dateTimePub", "dateTime", "date"),
        "publisher": ("source.title",),
        "language": ("lang",),
        "url": ("url",),
        "people": ("concepts[type=person]",),
        "organisations": ("concepts[type=org]",),
        "places": ("concepts[type=loc]",),
        "subjects": ("concepts[type=wiki]",),
    },
)
from_eventregistry: ReadFormat = _EVENTREGISTRY.read
"""An article from Event Registry (newsapi.ai)."""
_MEDIACLOUD: Final = Flat(
    name="mediacloud",
    title="Media Cloud",
    detect=has_keys(
        "title", any_of=("stories_id", "media_name", "media_id", "indexed_date"), certainty=Certainty.CERTAIN
    ),
    kept="org.mediacloud",
    fields={
        "id": ("guid", "stories_id", "id"),
        "headline": ("title", "article_title"),
        "text": ("text", "text_content", "story_text"),
        "published": ("publish_date", "publication_date"),
        "publisher": ("media_name",),
        "language": ("language",),
        "url": ("url",),
        "subjects": ("story_tags.tag",),
    },
)
from_mediacloud: ReadFormat = _MEDIACLOUD.read
"""An article from Media Cloud."""
_ANS: Final = Flat(
    name="ans",
    title="Arc XP (ANS)",
    detect=has_keys("content_elements"),
    kept="com.arcxp",
    ignored=frozenset({"version", "type"}),
    body=_blocks,
    fields={
        "id": ("_id",),
        "headline": ("headlines.basic",),
        "text": ("content_elements",),
        "summary": ("description.basic", "subheadlines.basic"),
        "authors": ("credits.by",),
        "published": ("first_publish_date", "publish_date", "display_date"),
        "updated": ("last_updated_date",),
        "publisher": ("distributor.name",),
        "credit": ("source.name",),
        "section": ("taxonomy.primary_section.name", "taxonomy.sections.name"),
        "genre": ("subtype",),
        "language": ("language",),
        "rights": ("copyright",),
        "url": ("canonical_url",),
        "subjects": ("taxonomy.tags",),
    },
)
from_ans: ReadFormat = _ANS.read
"""An article from Arc XP's native specification (ANS)."""
_AP: Final = Flat(
    name="ap",
    title="AP Media API",
    detect=_detect_ap,
    kept="org.ap",
    fields={
        "id": ("altids.itemid", "uri"),
        "headline": ("headline", "title"),
        "text": ("body_text", "body_nitf"),
        "summary": ("description_summary", "description_text"),
        "authors": ("bylines.by",),
        "updated": ("versioncreated",),
        "embargoed_until": ("embargoed",),
        "credit": ("creditline", "infosource"),
        "language": ("language",),
        "version": ("version",),
        "status": ("pubstatus",),
        "rights": ("copyrightnotice", "usageterms"),
        "subjects": ("subject",),
        "people": ("person",),
        "organisations": ("organisation",),
        "places": ("place",),
        "events": ("event",),
    },
)
from_ap: ReadFormat = _AP.read
"""An article from an item of AP's Media API."""

TABLES: Final = (
    _NEWSPAPER4K,
    _TRAFILATURA,
    _FUNDUS,
    _NEWSPLEASE,
    _CCNEWS,
    _GUARDIAN,
    _NYT,
    _NEWSAPI,
    _EVENTREGISTRY,
    _MEDIACLOUD,
    _ANS,
    _AP,
)
"""Every kind of flat document that is known."""
FORMATS = tuple(table.format() for table in TABLES)
