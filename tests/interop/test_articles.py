"""Article objects that people already have."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest

from newsschema import ValidationError
from newsschema.interop.articles import from_fundus, from_newspaper4k, from_newsplease, from_trafilatura

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
    assert [loss.path for loss in report.losses] == [("publish_date",), ("top_image",)]


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
    assert [loss.path for loss in report.losses] == [("sitename",), ("url",)]


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
    assert [loss.path for loss in report.losses] == [("title",), ("lang",), ("images",)]


def test_a_body_may_have_strings_for_lists():
    """One text is a text, and not its letters; what is no name is reported where it stands."""
    body = {"summary": "It sails.", "sections": [{"headline": "Ferry", "paragraphs": ["It is safe."]}]}
    article, report = from_fundus({"body": body, "authors": ["Lena Brandt", "\ud800"]})
    assert ("It sails.", "Ferry\n\nIt is safe.") == (article.summary, article.text)
    assert {loss.path for loss in report.losses} == {("authors", "name")}


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
    assert [loss.path for loss in report.losses] == [("date_publish",), ("source_domain",)]


@pytest.mark.parametrize("read", [from_newspaper4k, from_trafilatura, from_fundus, from_newsplease])
@pytest.mark.parametrize("document", [{}, None, 5, {"text": "", "maintext": "", "body": {}}])
def test_without_text_there_is_no_article(read, document):
    """What has no text is refused."""
    with pytest.raises(ValidationError, match="there is no text in"):
        read(document)


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


def test_the_real_newsplease():
    """An article of news-please reads, and its serialised form as well."""
    theirs = pytest.importorskip("newsplease.NewsArticle", reason="news-please is not installed (group interop-test)")
    found = theirs.NewsArticle()
    found.title, found.maintext = "Ferry to sail again", "It sails.\nIt is safe."
    article, _ = from_newsplease(found)
    assert (article.headline, article.published) == ("Ferry to sail again", None)
    assert article == from_newsplease(found.get_serializable_dict())[0]
