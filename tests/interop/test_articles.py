"""Article objects that people already have."""

import json
from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest

from newsschema import ValidationError, to_dict
from newsschema.interop import Report, UnknownFormatError, detect, formats, read
from newsschema.interop._flat import find
from newsschema.interop._node import Node
from newsschema.interop.articles import (
    TABLES,
    from_ans,
    from_fundus,
    from_newsapi,
    from_newspaper4k,
    from_newsplease,
    from_nyt,
    from_trafilatura,
)

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Ferry to sail again</title>
<meta property="og:title" content="Ferry to sail again"><meta name="author" content="Lena Brandt">
<meta name="description" content="The quay is mended."><meta property="og:type" content="article">
<link rel="canonical" href="https://example.org/ferry">
<meta property="article:published_time" content="2026-03-03T06:00:00+01:00">
</head><body><article><h1>Ferry to sail again</h1>
<p>The ferry will sail again on Monday, the harbour master told reporters at the quay this morning, after a wait.</p>
<p>“We have checked every bolt,” she said, and she asked the town to trust the people who had mended the old ramp.</p>
<p>The company denied that it would raise its fares, though a clerk had said so to the council in the winter.</p>
</article></body></html>"""


class Faulty:
    """An object one of whose properties raises, and another of which holds an exception."""

    title = ValueError("no title")
    body = SimpleNamespace(
        summary=["It sails."],
        sections=[
            SimpleNamespace(headline=["Ferry"], paragraphs=["It sails on Monday.", "It is safe."]),
            SimpleNamespace(headline=[], paragraphs=["No fares go up."]),
        ],
    )
    authors = ("Lena Brandt",)
    publishing_date = datetime(2026, 3, 3, 6, tzinfo=UTC)
    topics = ("shipping",)
    html = SimpleNamespace(responded_url="https://example.org/ferry")
    images = ("picture",)

    @property
    def lang(self):
        """The language, which cannot be made out."""
        raise RuntimeError("no language")


def test_newspaper4k():
    """Empty strings are nothing, a naive time keeps its date, a set of tags is in order."""
    document = SimpleNamespace(
        title="Ferry to sail again",
        text="It sails.\n\nIt is safe.",
        authors=["Lena Brandt", "None", "Lena Brandt"],
        publish_date=datetime(2026, 3, 3, 6),  # noqa: DTZ001 - as it gives them
        meta_description="The quay is mended.",
        meta_lang="en",
        canonical_link="",
        url="https://example.org/ferry",
        tags={"sea", "ferry"},
        keywords=["ferry"],
        top_image="https://example.org/ferry.jpg",
        movies=[],
    )
    article, report = from_newspaper4k(document)
    assert ("It sails.\n\nIt is safe.", date(2026, 3, 3), "https://example.org/ferry") == (
        article.text,
        article.published,
        article.url,
    )
    assert (
        [author.name for author in article.authors],
        [subject.name for subject in article.subjects],
        article.language,
    ) == (["Lena Brandt"], ["ferry", "sea"], "en")
    assert [(loss.code, loss.path) for loss in report.losses] == [
        ("changed", ("publish_date",)),
        ("kept", ("top_image",)),
    ]


def test_trafilatura():
    """Strings for authors and dates, and a paragraph a line."""
    document = {
        "title": "Ferry to sail again",
        "author": "Lena Brandt; Bo Li",
        "date": "2026-03-03",
        "text": "It sails.\nIt is safe.",
        "description": "The quay is mended.",
        "categories": [],
        "tags": ["ferry;sea"],
        "language": None,
        "url": "no address",
        "sitename": "SNB",
    }
    article, report = from_trafilatura(document)
    assert ("It sails.\n\nIt is safe.", date(2026, 3, 3), None, "The quay is mended.") == (
        article.text,
        article.published,
        article.url,
        article.summary,
    )
    assert [author.name for author in article.authors] == ["Lena Brandt", "Bo Li"]
    assert (article.publisher, [loss.path for loss in report.losses]) == ("SNB", [("url",)])
    assert article.extra == {"io.readthedocs.trafilatura": {"url": "no address"}}


def test_fundus():
    """A body in sections; attributes that are exceptions, or raise them, say nothing and are reported."""
    article, report = from_fundus(Faulty())
    assert (
        article.text,
        article.summary,
        article.headline,
        article.language,
    ) == ("Ferry\n\nIt sails on Monday.\n\nIt is safe.\n\nNo fares go up.", "It sails.", None, None)
    assert ("https://example.org/ferry", datetime(2026, 3, 3, 6, tzinfo=UTC)) == (article.url, article.published)
    assert [(loss.code, loss.path) for loss in report.losses] == [
        ("unreadable", ("title",)),
        ("unreadable", ("lang",)),
        ("kept", ("images",)),
    ]


def test_a_body_may_have_strings_for_lists():
    """One text is a text, and not its letters; what is no name is reported where it stands."""
    body = {"summary": "It sails.", "sections": [{"headline": "Ferry", "paragraphs": ["It is safe."]}]}
    article, report = from_fundus({"body": body, "authors": ["Lena Brandt", "\ud800"]})
    assert ("It sails.", "Ferry\n\nIt is safe.") == (article.summary, article.text)
    assert [(loss.code, loss.path) for loss in report.losses] == [("unreadable", ("authors", 1))]


def test_newsplease():
    """A missing date is no date, though it is serialised as the word `None`."""
    document = {
        "title": "Ferry",
        "maintext": "It sails.\nIt is safe.",
        "date_publish": "2026-03-03 06:00:00",
        "date_modify": "None",
        "authors": [],
        "source_domain": "example.org",
    }
    article, report = from_newsplease(document)
    assert ("It sails.\n\nIt is safe.", date(2026, 3, 3), None) == (article.text, article.published, article.updated)
    assert (article.publisher, [loss.path for loss in report.losses]) == ("example.org", [("date_publish",)])


@pytest.mark.parametrize("name", [table.name for table in TABLES])
@pytest.mark.parametrize("document", [{}, None, 5, [], "no JSON", {"text": "", "maintext": "", "body": {}}])
def test_without_text_there_is_no_article(name, document):
    """What has neither a text nor a headline is refused."""
    with pytest.raises(ValidationError, match="there is no text in"):
        formats()[name].read(document)


SERVICES = {
    "guardian": {
        "id": "local/2026/mar/03/ferry",
        "sectionName": "Local",
        "webPublicationDate": "2026-03-03T06:00:00Z",
        "webTitle": "Ferry to sail | Local",
        "webUrl": "https://example.org/ferry",
        "apiUrl": "https://api.example.org/ferry",
        "fields": {
            "headline": "Ferry to sail",
            "standfirst": "<p>The quay is mended.</p>",
            "body": "<p>It sails.</p><p>It is safe.</p>",
            "byline": "Lena Brandt in Odda",
            "lastModified": "2026-03-03T07:00:00Z",
            "wordcount": "4",
            "lang": "en",
            "publication": "example.org",
        },
        "tags": [
            {"type": "contributor", "webTitle": "Lena Brandt", "id": "profile/brandt"},
            {"type": "keyword", "webTitle": "Shipping"},
        ],
    },
    "nyt": {
        "uri": "nyt://article/1",
        "_id": "nyt://article/1",
        "web_url": "https://example.org/ferry",
        "snippet": "The quay is mended.",
        "lead_paragraph": "It sails.",
        "headline": {"main": "Ferry to sail", "kicker": None},
        "byline": {
            "original": "By Lena Brandt",
            "person": [{"firstname": "Lena", "middlename": None, "lastname": "Brandt", "rank": 1}],
        },
        "keywords": [{"name": "glocations", "value": "Odda"}, {"name": "subject", "value": "Shipping"}],
        "pub_date": "2026-03-03T06:00:00+0000",
        "section_name": "Local",
        "type_of_material": "News",
        "source": "The Courier",
    },
    "newsapi": {
        "source": {"id": None, "name": "The Courier"},
        "author": "Lena Brandt",
        "title": "Ferry to sail",
        "description": "The quay is mended.",
        "url": "https://example.org/ferry",
        "urlToImage": None,
        "publishedAt": "2026-03-03T06:00:00Z",
        "content": "It sails.\r\nIt is… [+96 chars]",
    },
    "eventregistry": {
        "uri": "8123",
        "lang": "eng",
        "dateTime": "2026-03-03T06:10:00Z",
        "dateTimePub": "2026-03-03T06:00:00Z",
        "url": "https://example.org/ferry",
        "title": "Ferry to sail",
        "body": "It sails.\n\nIt is safe.",
        "source": {"uri": "example.org", "title": "The Courier"},
        "authors": [{"uri": "lena@example.org", "name": "Lena Brandt"}],
        "concepts": [
            {"uri": "https://example.org/odda", "type": "loc", "score": 5, "label": {"eng": "Odda"}},
            {"uri": "none", "type": "wiki", "label": {"eng": "Shipping"}},
        ],
    },
    "mediacloud": {
        "stories_id": 7,
        "media_name": "The Courier",
        "publish_date": "2026-03-03 06:00:00",
        "title": "Ferry to sail",
        "text": "It sails.",
        "url": "https://example.org/ferry",
        "story_tags": [{"tag": "Shipping", "tag_set": "nyt_labels"}],
    },
    "ccnews": {
        "title": "Ferry to sail",
        "text": "It sails.\nIt is safe.",
        "domain": "example.org",
        "date": "2026-03-03 06:00:00",
        "description": "The quay is mended.",
        "url": "https://example.org/ferry",
        "image_url": "https://example.org/ferry.jpg",
    },
    "ans": {
        "_id": "ABC123",
        "type": "story",
        "version": "0.10.9",
        "headlines": {"basic": "Ferry to sail"},
        "description": {"basic": "The quay is mended."},
        "canonical_url": "/local/ferry/",
        "content_elements": [
            {"type": "text", "content": "It <b>sails</b>.", "_id": "1"},
            {"type": "image", "url": "https://example.org/ferry.jpg"},
            {"type": "quote", "content_elements": [{"type": "text", "content": "“It is safe.”"}]},
            {"type": "list", "list_type": "unordered", "items": [{"type": "text", "content": "One."}]},
        ],
        "credits": {"by": [{"type": "author", "name": "Lena Brandt", "org": "SNB"}]},
        "first_publish_date": "2026-03-03T06:00:00Z",
        "last_updated_date": "2026-03-03T07:00:00Z",
        "taxonomy": {"primary_section": {"name": "Local"}, "tags": [{"text": "Shipping"}, {"text": "Sea"}]},
        "source": {"name": "SNB"},
    },
    "ap": {
        "altids": {"itemid": "0123456789abcdef0123456789abcdef", "etag": "x"},
        "uri": "https://example.org/item/1",
        "version": 3,
        "pubstatus": "usable",
        "headline": "Ferry to sail",
        "bylines": [{"by": "By LENA BRANDT", "title": "SNB"}],
        "versioncreated": "2026-03-03T07:00:00Z",
        "subject": [{"name": "Shipping", "code": "a"}],
        "place": [{"name": "Odda"}],
    },
}
TIME = "2026-03-03T06:00:00Z"
SAID = {
    "summary": "The quay is mended.",
    "authors": [{"name": "Lena Brandt"}],
    "publisher": "The Courier",
    "section": "Local",
    "published": TIME,
    "url": "https://example.org/ferry",
    "subjects": [{"name": "Shipping"}],
}
READ = {
    "guardian": SAID
    | {
        "id": "urn:x-guardian:local/2026/mar/03/ferry",
        "text": "It sails.\n\nIt is safe.",
        "byline": "Lena Brandt in Odda",
        "language": "en",
        "updated": "2026-03-03T07:00:00Z",
        "publisher": "example.org",
    },
    "nyt": SAID
    | {
        "id": "nyt://article/1",
        "text": "It sails.",
        "byline": "By Lena Brandt",
        "genre": "news",
        "subjects": [{"name": "Shipping"}, {"name": "Odda", "kind": "place"}],
    },
    "newsapi": SAID | {"text": "It sails.\n\nIt is", "section": None, "subjects": None},
    "eventregistry": SAID
    | {
        "id": "urn:x-eventregistry:8123",
        "text": "It sails.\n\nIt is safe.",
        "language": "eng",
        "summary": None,
        "section": None,
        "subjects": [{"name": "Odda", "kind": "place", "uri": "https://example.org/odda"}, {"name": "Shipping"}],
    },
    "mediacloud": SAID
    | {
        "id": "urn:x-mediacloud:7",
        "text": "It sails.",
        "published": "2026-03-03",
        "summary": None,
        "authors": None,
        "section": None,
    },
    "ccnews": SAID
    | {
        "text": "It sails.\n\nIt is safe.",
        "published": "2026-03-03",
        "authors": None,
        "publisher": "example.org",
        "section": None,
        "subjects": None,
    },
    "ans": SAID
    | {
        "id": "urn:x-ans:ABC123",
        "text": "It sails.\n\n“It is safe.”\n\nOne.",
        "updated": "2026-03-03T07:00:00Z",
        "credit": "SNB",
        "publisher": None,
        "url": None,
        "subjects": [{"name": "Shipping"}, {"name": "Sea"}],
    },
    "ap": {
        "id": "urn:x-ap:0123456789abcdef0123456789abcdef",
        "text": "",
        "updated": "2026-03-03T07:00:00Z",
        "authors": [{"name": "LENA BRANDT"}],
        "version": "3",
        "status": "usable",
        "subjects": [{"name": "Shipping"}, {"name": "Odda", "kind": "place"}],
    },
}
TOLD = {
    "guardian": "changed id, changed fields.body, changed fields.standfirst, kept webTitle, kept fields.wordcount, "
    "kept tags.0.id",
    "nyt": "unreadable lead_paragraph, kept _id, kept byline.person.0.rank",
    "newsapi": "unreadable content",
    "eventregistry": "changed uri, kept dateTime, kept source.uri, kept authors.0.uri, kept concepts.0.score, "
    "kept concepts.1.uri",
    "mediacloud": "changed stories_id, changed publish_date, kept story_tags.0.tag_set",
    "ccnews": "changed date, kept image_url",
    "ans": "changed _id, changed content_elements.0.content, unreadable canonical_url, kept content_elements.1.url, "
    "kept credits.by.0.type, kept credits.by.0.org",
    "ap": "changed altids.itemid, unreadable body_text, kept altids.etag, kept uri, kept bylines.0.title, "
    "kept subject.0.code",
}


@pytest.mark.parametrize("name", SERVICES)
def test_services(name):
    """What a service gives is known by its keys, and read by its table; the rest is kept, and told."""
    document = SERVICES[name]
    assert detect(document).name == name
    article, report = formats()[name].read(document)
    assert (article, report) == formats()[name].read(json.dumps(document).encode())
    assert article.headline == "Ferry to sail"
    told = ", ".join(f"{loss.code} {'.'.join(map(str, loss.path))}" for loss in report.losses)
    assert TOLD[name] == told
    fields = {
        key: value for key, value in to_dict(article).items() if key not in ("schema_version", "extra", "headline")
    }
    if fields["id"].startswith("ni:"):
        del fields["id"]
    assert {key: value for key, value in READ[name].items() if value is not None} == fields


def test_what_cannot_be_read_is_kept():
    """A value that is not what it should be is told, and stands in `extra` as it was."""
    article, _ = from_ans(SERVICES["ans"])
    assert article.extra["com.arcxp"]["canonical_url"] == "/local/ferry/"


@pytest.mark.parametrize(
    ("place", "found"),
    [
        ("a", [1]),
        ("b.c", [2, 3]),
        ("b[c=3].c", [3]),
        ("b[c=2|3].c", [2, 3]),
        ("b.d+c", [2, 4, 3]),
        ("e", []),
        ("a.b", []),
    ],
)
def test_places(place, found):
    """A place leads through objects and lists, in the order of the document."""
    node = Node({"a": 1, "b": [{"c": 2}, {"c": 3, "d": 4}]})
    assert found == [inner.value for inner in find(node, place)]


def test_a_property_deep_in_an_object_may_raise():
    """What raises an error when it is asked for says nothing."""

    class Body:
        @property
        def sections(self):
            raise RuntimeError("no sections")

    article, _ = from_fundus(SimpleNamespace(title="Ferry", body=Body(), plaintext="It sails."))
    assert article.text == "It sails."


def test_a_genre_of_its_own_is_kept():
    """A word that is no genre of ours is told."""
    article, report = from_nyt(SERVICES["nyt"] | {"type_of_material": "Crossword"})
    assert (article.genre, article.extra["com.nytimes"]["type_of_material"]) == (None, "Crossword")
    assert ("unreadable", ("type_of_material",)) in [(loss.code, loss.path) for loss in report.losses]


def test_odd_values_are_passed_over():
    """Names of other types, and values that no JSON has, are told and not kept."""
    document = {"title": "Ferry", "text": "It sails.", "authors": [5], "tags": [{"firstname": 5}], "movies": object()}
    article, report = from_newspaper4k(document)
    assert (article.authors, article.subjects) == ((), ())
    assert article.extra == {"io.readthedocs.newspaper4k": {"tags": ({"firstname": 5},)}}
    assert [(loss.code, loss.path) for loss in report.losses] == [
        ("unreadable", ("authors", 0)),
        ("kept", ("tags", 0, "firstname")),
        ("no-place", ("movies",)),
    ]


@pytest.mark.parametrize(
    ("text", "read", "codes"),
    [
        ("One.\nTwo.", "One.\n\nTwo.", []),
        ("One\ntwo.", "One\ntwo.", []),
        ("<p>One.</p><p>Two.</p>", "One.\n\nTwo.", ["changed"]),
        ("One. [+12 chars]", "One.", ["unreadable"]),
    ],
)
def test_texts_of_services(text, read, codes):
    """Lines that end as sentences do are paragraphs, tags are taken out, and a text that is cut off is told to be."""
    article, report = from_newsapi({"title": "Ferry", "content": text})
    assert (article.text, [loss.code for loss in report.losses]) == (read, codes)


def test_the_real_newspaper4k():
    """An article that newspaper4k has parsed reads."""
    newspaper = pytest.importorskip("newspaper", reason="newspaper4k is not installed (group interop-test)")
    found = newspaper.Article("https://example.org/ferry")
    found.download(input_html=PAGE)
    found.parse()
    article, _ = from_newspaper4k(found)
    assert (article.headline, article.url) == ("Ferry to sail again", "https://example.org/ferry")
    assert "“We have checked every bolt,” she said" in article.paragraphs[1].text


def test_the_real_trafilatura():
    """What trafilatura extracts reads, as an object and as a dictionary."""
    trafilatura = pytest.importorskip("trafilatura", reason="trafilatura is not installed (group interop-test)")
    found = trafilatura.bare_extraction(PAGE, with_metadata=True)
    article, _ = from_trafilatura(found)
    assert article == from_trafilatura(found.as_dict())[0]
    assert ("Ferry to sail again", date(2026, 3, 3), ["Lena Brandt"]) == (
        article.headline,
        article.published,
        [author.name for author in article.authors],
    )
    assert any(item.text.startswith("“We have checked every bolt,”") for item in article.paragraphs)


def test_the_real_fundus():
    """An article of fundus reads."""
    pytest.importorskip("fundus", reason="fundus is not installed (group fundus-test)", exc_type=ImportError)
    from fundus.parser import ArticleBody
    from fundus.parser.data import ArticleSection, TextSequence
    from fundus.scraping.article import Article as Theirs
    from fundus.scraping.html import HTML, SourceInfo

    section = ArticleSection(headline=TextSequence([]), paragraphs=TextSequence(["It sails.", "It is safe."]))
    html = HTML("https://example.org/f", "https://example.org/ferry", PAGE, datetime.now(UTC), SourceInfo("SNB"))
    found = Theirs(
        html=html,
        title="Ferry to sail again",
        body=ArticleBody(summary=TextSequence(["The quay is mended."]), sections=[section]),
        authors=["Lena Brandt"],
        publishing_date=datetime(2026, 3, 3, 6, tzinfo=UTC),
        topics=ValueError("no topics"),
    )
    article, report = from_fundus(found)
    assert (
        article.text,
        article.summary,
        article.url,
    ) == ("It sails.\n\nIt is safe.", "The quay is mended.", "https://example.org/ferry")
    assert ("topics",) in [loss.path for loss in report.losses]


def test_what_programs_write_for_nothing():
    """Where no field of ours has the value either, "None" is not kept."""
    told = {"title": "Ferry to sail again", "maintext": "It sails.", "date_download": "None", "filename": "a.html"}
    article, _ = from_newsplease(told)
    assert article.extra == {"com.github.fhamborg.news-please": {"filename": "a.html"}}


def test_the_real_newsplease():
    """An article of news-please reads, and its serialised form as well."""
    theirs = pytest.importorskip("newsplease.NewsArticle", reason="news-please is not installed (group interop-test)")
    found = theirs.NewsArticle()
    found.title, found.maintext = "Ferry to sail again", "It sails.\nIt is safe."
    article, _ = from_newsplease(found)
    assert (article.headline, article.published) == ("Ferry to sail again", None)
    assert article == from_newsplease(found.get_serializable_dict())[0]


def test_what_data_frames_have_for_nothing_says_nothing():
    """A missing value of pandas is none, and no error of Python."""
    pandas = pytest.importorskip("pandas", reason="pandas is not installed (group test)")
    row = {"title": "Ferry to sail again", "text": "It sails.", "publish_date": pandas.NaT, "authors": float("nan")}
    article, report = from_newspaper4k(row)
    assert (None, (), Report()) == (article.published, article.authors, report)


def test_objects_of_programs_are_recognised():
    """They say what they are by where their class stands."""
    made = type("Document", (), {"__module__": "trafilatura.settings", "title": "Ferry", "text": "It sails."})()
    assert "it is an object of trafilatura" == detect(made).reason
    article, report = read(made)
    assert ("It sails.", "trafilatura") == (article.text, report.format)
    other = type("Document", (), {"title": "Ferry", "text": "It sails."})()
    with pytest.raises(UnknownFormatError, match="this is a Document"):
        read(other)
