"""schema.org's JSON-LD."""

import json

import pytest
from hypothesis import given, settings

from newsschema import (
    Anonymity,
    Article,
    Attribution,
    Author,
    Code,
    Fragment,
    Quote,
    QuoteKind,
    Source,
    SourceKind,
    Subject,
    SubjectKind,
    ValidationError,
)
from newsschema.interop import Loss, LossCode
from newsschema.interop.schemaorg import KEPT, from_schemaorg, to_schemaorg
from newsschema.strategies import articles

few = settings.get_profile("half")


@given(article=articles())
@few
def test_what_comes_back_lacks_what_the_report_says(minus, article):
    """What comes back is the article minus what was reported."""
    document, report = to_schemaorg(article)
    assert minus(article, report) == minus(from_schemaorg(document)[0], report, like=article)


def test_our_story_loses_what_schema_org_has_no_place_for(article):
    """Only how the text attributes, the printed lines and the anonymity of a source are lost."""
    _, report = to_schemaorg(article)
    lost = {".".join(str(step) for step in loss.path if isinstance(step, str)) for loss in report.losses}
    assert {
        "byline",
        "dateline.place",
        "sources.kind",
        "sources.anonymity",
        "sources",  # of what was denied
        "quotes",
        "quotes.edits",
        *(
            f"quotes.attribution.{name}"
            for name in ("mention", "cue", "addressee", "setting", "via", "confidence", "medium")
        ),
    } == lost


def test_what_search_engines_recommend_is_there(article):
    """Author with name and page, both dates, headline; and an image where one was read."""
    document, _ = to_schemaorg(article.replace(extra={KEPT: {"image": ["https://example.org/ferry.jpg"]}}))
    assert {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Ferry to sail again",
        "datePublished": "2026-03-03",
        "dateModified": "2026-03-04T08:30:00+01:00",
        "author": [{"@type": "Person", "name": "Lena Brandt", "url": "https://example.org/people/brandt"}],
        "image": ["https://example.org/ferry.jpg"],
    }.items() <= document.items()


def test_only_real_people_are_persons(article):
    """The creator of a quotation is a named person or body; the words for anybody else are its credit."""
    document, _ = to_schemaorg(article)
    by_id = {item["@id"].rpartition("-")[2]: item for item in document["hasPart"]}
    assert by_id["q2"]["creator"] == {
        "@type": "Person",
        "@id": "urn:example:ferry#source-s1",
        "name": "Inés Okafor",
        "jobTitle": "harbour master",
        "affiliation": {"@type": "Organization", "name": "Port of Skarvik"},
        "sameAs": ["https://example.org/people/okafor"],
    }
    assert (by_id["q5"]["creditText"], "creator" in by_id["q5"]) == ("a port official", False)
    assert not {"creator", "creditText"} & by_id["q1"].keys()


def test_what_was_denied_is_no_quotation(article):
    """A quotation would claim that it was said."""
    document, _ = to_schemaorg(article)
    assert "q9" not in {item["@id"].rpartition("-")[2] for item in document["hasPart"]}


@pytest.mark.parametrize(
    ("source", "credit"),
    [
        (Source(id="s1", name="Anna", kind=SourceKind.PERSON, anonymity=Anonymity.NAMED), None),
        (Source(id="s1", name="the Port", kind=SourceKind.GOVERNMENT, affiliation="Norway"), None),
        (Source(id="s1", name="Anna"), "Anna"),
        (Source(id="s1", name="the minutes", kind=SourceKind.DOCUMENT), "the minutes"),
        (Source(id="s1", description="a clerk", kind=SourceKind.PERSON, anonymity=Anonymity.ANONYMOUS), "a clerk"),
        (Source(id="s1", kind=SourceKind.GROUP, anonymity=Anonymity.GENERIC), "s1"),
    ],
)
def test_credit(source, credit):
    """Who is no named person or body is credited in words, never made one."""
    quote = Quote(
        id="q1", kind=QuoteKind.DIRECT, content=(Fragment(text="Rain"),), attribution=Attribution(source="s1")
    )
    article = Article(id="urn:example:1", text="“Rain”.", sources=(source,), quotes=(quote,))
    (quotation,) = to_schemaorg(article)[0]["hasPart"]
    assert (credit, credit is None) == (quotation.get("creditText"), "creator" in quotation)


def test_every_shape_is_read():
    """Scalars or lists, names in full, people as strings, references in a graph, languages as objects."""
    graph = {
        "@context": ["http://schema.org/"],
        "@graph": [
            {"@type": "WebPage", "@id": "https://example.org/ferry", "name": "Page"},
            {
                "@type": ["http://schema.org/ReportageNewsArticle"],
                "@id": "#article",
                "schema:headline": [{"@value": "Ferry sails", "@language": "en"}],
                "https://schema.org/articleBody": "“It is late,” said Anna Li. “It is late,” said Bo.",
                "mainEntityOfPage": {"@id": "https://example.org/ferry"},
                "author": ["A. Moe", {"@id": "#bo"}, {"@type": "Person", "jobTitle": "clerk"}, 5],
                "about": [
                    {"@type": "Place", "name": "Odda", "sameAs": ["https://example.org/odda"]},
                    "rain",
                    {"name": "x"},
                ],
                "correction": ["The day was wrong.", {"@type": "CorrectionComment", "text": "So was the hour."}],
                "version": 3,
                "creativeWorkStatus": "Published",
                "dateline": "ODDA",
                "datePublished": "20260303T060000Z",
                "dateModified": "2026-03-04T06:00:00",
                "articleSection": "Local",
                "hasPart": [
                    {"@type": "WebPageElement", "isAccessibleForFree": False},
                    {"@type": "Quotation", "text": "said Anna Li.", "creator": {"@type": "Person", "name": "Anna Li"}},
                    {"@type": "Quotation", "text": "It is late,", "author": [{"@type": "Person"}, {"@id": "#bo"}]},
                    {"@type": "Quotation", "creator": "nobody"},
                    {
                        "@type": "Quotation",
                        "text": "“It is late,” said Bo.",
                        "creator": {"@type": "NGO", "name": "Bo & Co"},
                    },
                ],
            },
            {"@id": "#bo", "@type": "Person", "name": "Bo", "worksFor": "SNB", "affiliation": "SNB"},
        ],
    }
    article, report = from_schemaorg(graph)
    assert article == from_schemaorg(json.dumps(graph))[0]
    assert (
        article.id,
        article.headline,
        article.version,
        article.status,
    ) == ("https://example.org/ferry#article", "Ferry sails", "3", None)
    assert (Author(name="A. Moe"), Author(name="Bo", affiliation="SNB")) == article.authors
    place = Subject(name="Odda", kind=SubjectKind.PLACE, uri="https://example.org/odda")
    assert (place, Subject(name="rain"), Subject(name="x")) == article.subjects
    assert [item.text for item in article.corrections] == ["The day was wrong.", "So was the hour."]
    assert (article.published.isoformat(), article.updated.isoformat()) == ("2026-03-03T06:00:00+00:00", "2026-03-04")
    assert article.section == "Local"
    assert [(quote.words, quote.content[0].start, article.source_of(quote).name) for quote in article.quotes] == [
        ("said Anna Li.", 14, "Anna Li"),
        ("It is late,", None, "Bo"),
        ("It is late,", 29, "Bo & Co"),
    ]
    assert [quote.content[0].verbatim for quote in article.quotes] == [True, True, True]
    assert article.sources[-1].kind == SourceKind.ORGANISATION
    assert {loss.path: loss.code for loss in report.losses} == {
        ("@id",): "changed",
        ("dateModified",): "changed",
        ("hasPart", 2, "text"): "unplaced",
        ("hasPart", 3): "unreadable",
        ("hasPart", 3, "creator"): "kept",
        ("creativeWorkStatus",): "kept",
        ("author", 2): "kept",
        ("author", 3): "kept",
        ("hasPart", 0): "kept",
    }
    assert "ReportageNewsArticle" in to_schemaorg(article)[0]["@type"][0]


PAGE = """<!DOCTYPE html><html><head><title>Ferry</title>
<script type="application/ld+json">{ broken</script>
<script type="text/javascript">var x = "NewsArticle";</script>
<script type="application/LD+json; charset=utf-8">
[{"@context": "https://schema.org", "@type": "WebSite", "name": "SNB"},
 {"@context": "https://schema.org", "@type": "NewsArticle", "name": "Ferry &amp; sea", "articleBody": "It sails."}]
</script></head><body><p>It sails.</p></body></html>"""


@pytest.mark.parametrize("page", [PAGE, PAGE.encode()])
def test_a_page_is_read(page):
    """JSON-LD inside an HTML page is found, past a block that is broken."""
    article, report = from_schemaorg(page)
    assert ("Ferry & sea", "It sails.") == (article.headline, article.text)
    assert [(loss.code, loss.path) for loss in report.losses] == [("unreadable", ()), ("changed", ("name",))]
    assert report.losses[0].reason.startswith("a script has JSON-LD that is broken: Expecting property name")


@pytest.mark.parametrize(
    "document", ["", "no page", "<html></html>", {}, [5], {"@type": "Recipe"}, {"@type": [5]}, None]
)
def test_without_an_article_there_is_a_fault(document):
    """What holds no article is refused."""
    with pytest.raises(ValidationError, match="expected an article in JSON-LD"):
        from_schemaorg(document)


def test_strict_reading_refuses():
    """What is at fault is named; lenient reading reports and keeps it."""
    document = {"@type": "NewsArticle", "articleBody": "Rain.", "datePublished": "yesterday", "url": "nowhere at all"}
    with pytest.raises(ValidationError) as error:
        from_schemaorg(document, strict=True)
    assert {(Code.BAD_DATE, ("datePublished",)), (Code.BAD_URI, ("url",))} == {
        (issue.code, issue.path) for issue in error.value.issues
    }
    article, report = from_schemaorg(document)
    assert {("datePublished",), ("url",)} == {loss.path for loss in report.losses}
    assert document["datePublished"] == to_schemaorg(article)[0]["datePublished"]


@pytest.mark.parametrize(("headline", "name"), [("Rain", "Rain"), (None, None)])
def test_a_headline_that_is_gone_does_not_come_back_by_another_name(headline, name):
    """The name that stood for the headline is given back as long as it is the headline."""
    article = from_schemaorg({"@type": "NewsArticle", "articleBody": "Rain.", "name": "Rain"})[0]
    document = to_schemaorg(article.replace(headline=headline))[0]
    assert (headline, name) == (document.get("headline"), document.get("name"))


def test_an_article_without_text_is_reported():
    """Many pages leave the body out; the quotations then have no place."""
    quotation = {"@type": "Quotation", "text": "It sails."}
    article, report = from_schemaorg({"@type": "Article", "url": "http://[", "@id": "x", "hasPart": quotation})
    assert (article.text, article.quotes[0].content[0].start) == ("", None)
    assert Loss(LossCode.UNREADABLE, ("articleBody",), "the article has no text here") == report.losses[0]


def test_pieces_and_parents_come_back(article):
    """A quote in pieces, one inside another, and one in translation keep what they are."""
    again = from_schemaorg(to_schemaorg(article)[0])[0]
    quotes = {quote.id: quote for quote in again.quotes}
    for mine in article.quotes[:-1]:
        theirs = quotes[mine.id]
        assert (mine.kind, mine.content, mine.parent, mine.translated_from) == (
            theirs.kind,
            theirs.content,
            theirs.parent,
            theirs.translated_from,
        )


def test_independent_models_accept_it(article):
    """The strict models of another project take what is written."""
    models = pytest.importorskip("schema_org", reason="schema_org-py is not installed (group interop-test)")
    from datetime import date, datetime

    def built(node, name=None):
        if isinstance(node, list):
            return [built(item, name) for item in node]
        if not isinstance(node, dict):
            if name not in ("datePublished", "dateModified"):
                return node
            return datetime.fromisoformat(node) if "T" in node else date.fromisoformat(node)
        fields = {key: built(value, key) for key, value in node.items() if not key.startswith("@")}
        return getattr(models, node["@type"])(**fields) if "@type" in node else node["@id"]

    model = built(to_schemaorg(article)[0])
    assert model.to_jsonld()["headline"] == "Ferry to sail again"


def test_a_processor_drops_no_term(article, standards):
    """Expanded by a JSON-LD processor with the official context, every property becomes one of the vocabulary's."""
    jsonld = pytest.importorskip("pyld.jsonld", reason="PyLD is not installed (group interop-test)")
    context = json.loads((standards / "schemaorg" / "schemaorgcontext.jsonld").read_bytes())

    def load(url, _):
        return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": context}

    document = to_schemaorg(article)[0]
    expanded = jsonld.expand(document, {"documentLoader": load})

    def names(node):
        if isinstance(node, dict):
            own = {key.rpartition("/")[2] for key in node if not key.startswith("@")}
            return own.union(*map(names, node.values()))
        return set().union(*map(names, node)) if isinstance(node, list) else set()

    assert names(document) - {"@context"} == names(expanded)


def test_a_value_that_is_none_is_passed_over():
    """A list in a list, or a value that is an object, says nothing."""
    document = {"@type": "NewsArticle", "articleBody": "Rain.", "headline": [["Rain"]], "version": {"@value": {}}}
    article, _ = from_schemaorg(document | {"creativeWorkStatus": [[]]})
    assert (None, None, None) == (article.headline, article.version, article.status)
