"""Pages, and JSON-LD as pages have it."""

import json
import sys
from types import SimpleNamespace

import pytest

from newsschema import Author, MissingExtraError, Subject, ValidationError
from newsschema.interop import LossCode, Report, UnknownFormatError, detect, read, read_many
from newsschema.interop._jsonld import Block, block_of
from newsschema.interop._names import split_names
from newsschema.interop._page import Page, set_paragraphs, split_lines
from newsschema.interop._uris import to_id, to_uri
from newsschema.interop.html import from_html
from newsschema.interop.schemaorg import from_schemaorg, to_schemaorg

ARTICLE = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Bridge shut"}
PARAGRAPHS = (
    "The old bridge over the fjord was shut on Monday, harbour master Ines Okafor told reporters at the quay.",
    "“We found a crack in the third pier, and we will not take a chance with it,” she said on the way to the boat.",
    "The company denied that it had known of the crack, though a clerk had written of it to the council in the winter.",
    "Nobody was hurt, and the ferry will sail every hour until the pier has been mended, the council said in a note.",
    "Lorries have to take the long way round the mountain, which adds an hour to the road between the two towns.",
)
BODY = "\n\n".join(PARAGRAPHS)


def page(head="", body=PARAGRAPHS, lang="en"):
    """A page with a head, and paragraphs in its body."""
    inner = "".join(f"<p>{text}</p>" for text in body)
    return f'<!DOCTYPE html><html lang="{lang}"><head>{head}</head><body><main>{inner}</main></body></html>'


def script(data):
    """A script with JSON-LD."""
    text = data if isinstance(data, str) else json.dumps(data)
    return f'<script type="application/ld+json">{text}</script>'


def codes(report):
    """The losses but for what is kept."""
    return [(loss.code.value, loss.path) for loss in report.losses if loss.code != LossCode.KEPT]


# JSON that is broken.


@pytest.mark.parametrize(
    ("around", "mended"),
    [
        ("%s", False),
        ("//<![CDATA[\n%s\n//]]>", False),
        ("<![CDATA[%s]]>", False),
        ("<!-- %s -->", False),
        ("/*<![CDATA[*/%s/*]]>*/", False),
        ("%s;", False),
        ("\ufeff%s", False),
        ("/* made by a plugin */ %s", True),
        ("// made by a plugin\n%s", True),
    ],
)
def test_json_is_found_between_marks(around, mended):
    """Marks of comments and of CDATA around JSON say nothing; comments beside it are taken out."""
    assert Block(ARTICLE, mended=mended) == block_of(around % json.dumps(ARTICLE))
    article, report = from_schemaorg(page(script(around % json.dumps(ARTICLE))))
    assert (article.headline, (LossCode.CHANGED, ()) in [(loss.code, loss.path) for loss in report.losses]) == (
        "Bridge shut",
        mended,
    )


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ('{"a": "b\nc\td"}', {"a": "b\nc\td"}),
        ('{"a": [1, 2, ], "b": 3,}', {"a": [1, 2], "b": 3}),
        ('{"a": "it\\\'s, \\x"}', {"a": "it's, x"}),
        ('{"a": "http://b, ]", /* c */ "d": 1 // e\n}', {"a": "http://b, ]", "d": 1}),
        ('{"a": 1} <!-- no end', {"a": 1}),
        ('{"a": "\\u00e9 \\n /* no comment */",}', {"a": "é \n /* no comment */"}),
        ("{&quot;a&quot;: &#34;b &amp; c&#34;}", {"a": "b & c"}),
        ('{"a": 1}{"b": 2}\n;{"c": 3},', [{"a": 1}, {"b": 2}, {"c": 3}]),
    ],
)
def test_usual_faults_are_mended(text, data):
    """Line breaks in strings, commas before an end, escapes that JSON has not, comments."""
    assert Block(data, mended=True) == block_of(text)


@pytest.mark.parametrize("text", ['{"a": ', '{"a" "b"}', "[" * 100_000, "{" + "/* " * 200, '{"a": 1} and more'])
def test_other_faults_are_told(text):
    """What is broken otherwise is reported, and the rest of the page read."""
    assert block_of(text).error
    article, report = from_schemaorg(page(script(text) + script(ARTICLE) + script(" ")))
    assert (article.headline, (LossCode.UNREADABLE, ())) == (
        "Bridge shut",
        (report.losses[0].code, report.losses[0].path),
    )


def test_json_alone_is_mended_too():
    """JSON-LD that is no page is mended as well."""
    article, report = from_schemaorg('{"@type": "NewsArticle", "headline": "Bridge\nshut",}')
    assert (article.headline, codes(report)[0]) == ("Bridge\nshut", ("changed", ()))


# Nodes.


@pytest.mark.parametrize(
    "data",
    [
        {"@type": "WebPage", "mainEntity": ARTICLE},
        {"@type": "WebPage", "mainEntityOfPage": [ARTICLE]},
        {"@graph": [{"@type": "WebPage", "mainEntity": {"@id": "#a"}}, {**ARTICLE, "@id": "#a"}]},
        [[], 5, {"@type": "WebSite"}, ARTICLE],
        [[{"@type": "WebSite"}, [ARTICLE]]],
        {**ARTICLE, "@type": "http://www.schema.org/newsarticle"},
    ],
)
def test_an_article_is_found_wherever_it_stands(data):
    """In a graph, a list, as the main entity of a page, by any spelling of its type."""
    assert from_schemaorg(data)[0].headline == "Bridge shut"


@pytest.mark.parametrize(
    "other",
    [
        {"headline": "Bridge  Shut", "articleBody": "It is shut."},
        {"@id": "https://example.org/1#body", "articleBody": "It is shut."},
        {"mainEntityOfPage": {"@id": "http://example.org/1/"}, "articleBody": "It is shut."},
        {"headline": "Bridge shut | The Courier", "url": "https://example.org/1", "articleBody": "It is shut."},
        {"articleBody": "It is shut."},
    ],
)
def test_what_several_nodes_say_of_one_article_is_joined(other):
    """Nodes of one address or one headline are one article; of two bodies the longer counts."""
    first = {**ARTICLE, "url": "https://example.org/1", "articleBody": "It is"}
    article, report = from_schemaorg([first, {"@type": "Article", **other}])
    assert (article.headline, article.text) == ("Bridge shut", "It is shut.")
    assert not any("another article" in loss.reason for loss in report.losses)


def test_another_article_is_told():
    """An article of another headline is another one; that of the page's address is read."""
    other = {"@type": "NewsArticle", "headline": "Ferry sails", "url": "https://example.org/2"}
    article, report = from_schemaorg([ARTICLE, other])
    assert (article.headline, report.losses[0].reason) == (
        "Bridge shut",
        "there is another article in it: 'Ferry sails'",
    )
    link = '<link rel="canonical" href="https://example.org/2">'
    assert from_schemaorg(page(script([ARTICLE, other]) + link))[0].headline == "Ferry sails"
    here = {**ARTICLE, "url": "https://example.org/2"}
    assert len([loss for loss in from_schemaorg([here, other])[1].losses if "another" in loss.reason]) == 1


# Fields.


def test_no_field_keeps_tags_or_entities():
    """Tags and entities, escaped once or several times, are taken out of every field, and told."""
    document = {
        "@type": "NewsArticle",
        "headline": "Ruiz: &quot;The bridge isn&#8217;t safe&quot;",
        "description": "Shut &amp;amp; <em>locked</em>",
        "articleBody": "<p>The bridge is shut.</p><p>Ruiz said so &amp; left.</p>",
        "author": {"name": "Liam O&#039;Dea"},
        "publisher": {"name": "Sea &lt;b&gt;Courier&lt;/b&gt;"},
        "keywords": "bridge, sea &amp; land",
        "articleSection": " Local ",
    }
    article, report = from_schemaorg(document)
    assert (article.headline, article.summary, article.text, article.authors[0].name) == (
        'Ruiz: "The bridge isn’t safe"',
        "Shut & locked",
        "The bridge is shut.\n\nRuiz said so & left.",
        "Liam O'Dea",
    )
    assert (article.publisher, article.section) == ("Sea Courier", "Local")
    assert [subject.name for subject in article.subjects] == ["bridge", "sea & land"]
    assert {path[0] for code, path in codes(report) if code == "changed"} == {
        *("headline", "description", "articleBody", "author", "publisher"),
    }


def test_what_looks_like_markup_is_written_as_plain():
    """Words that look like tags come back as they are: the document says that its texts are plain."""
    article = from_schemaorg(ARTICLE)[0].replace(text="He wrote <b> &amp; left.\r\n\r\n\r\nThen?", extra={})
    document, report = to_schemaorg(article)
    assert (document["encodingFormat"], report) == ("text/plain", Report())
    assert "encodingFormat" not in to_schemaorg(article.replace(text="He left."))[0]


@pytest.mark.parametrize(
    ("given", "uri"),
    [
        ({"mainEntityOfPage": {"@type": "WebPage", "@id": "//www.example.org/1"}}, "https://www.example.org/1"),
        ({"url": "/1", "publisher": {"name": "C", "url": "https://example.org/"}}, "https://example.org/1"),
        ({"url": "1/é a", "mainEntityOfPage": "https://example.org/0/"}, "https://example.org/0/1/%C3%A9%20a"),
        ({"url": "www.example.org/1", "@id": "https://example.org/0"}, "https://www.example.org/1"),
        ({"mainEntityOfPage": {"@id": "/1#webpage"}, "@id": "https://example.org/0"}, "https://example.org/1"),
        ({"mainEntityOfPage": True}, None),
        ({"mainEntityOfPage": "True", "isPartOf": {"@id": "https://example.org/"}}, None),
        ({"url": "https://example.org/100%"}, "https://example.org/100%25"),
    ],
)
def test_addresses_are_made_whole(given, uri):
    """A relative address is made whole by another one of the document, and one with other characters escaped."""
    article, report = from_schemaorg({**ARTICLE, **given})
    assert (article.url, ("changed" in [code for code, _ in codes(report)])) == (uri, uri is not None)


def test_identifiers_become_uris():
    """What is not a URI becomes a URN that keeps it."""
    assert to_id("0D63670A-8080-4854-9A31-000000000000", "telex") == "urn:uuid:0d63670a-8080-4854-9a31-000000000000"
    assert to_id(" a b/c ", "telex") == "urn:x-telex:a%20b/c"
    assert to_id("0D63670A80804854 9a31000000000000", "telex") == "urn:x-telex:0D63670A80804854%209a31000000000000"
    assert to_id("tag:a b", "telex") == "tag:a%20b"
    assert to_uri("https://example.org/\ud800") == "https://example.org/\ud800"
    assert to_uri("http://[", "https://example.org") == "http://["
    assert to_uri("//[", "https://example.org") == "//["


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("By Ana Ruiz", ["Ana Ruiz"]),
        ("Ana Ruiz and Bo Li", ["Ana Ruiz", "Bo Li"]),
        ("Ana Ruiz, Bo de Li &amp; Carl M. Moe", ["Ana Ruiz", "Bo de Li", "Carl M. Moe"]),
        ("Ana Ruiz, Bergen", ["Ana Ruiz, Bergen"]),
        ("ANA RUIZ, SNB Political Writer", ["ANA RUIZ, SNB Political Writer"]),
        ("Ana Ruiz and Sea News", ["Ana Ruiz and Sea News"]),
        (["Ana Ruiz", {"@type": "Person", "name": ["Bo Li"]}], ["Ana Ruiz", "Bo Li"]),
    ],
)
def test_authors_are_people(author, names):
    """A string that names several people is taken apart where all of it is names."""
    assert [item.name for item in from_schemaorg({**ARTICLE, "author": author})[0].authors] == names
    assert split_names(5) == [5]


def test_an_outlet_is_no_author():
    """A body that is given for an author is who it is credited to."""
    given = [{"@type": "Organization", "name": "SNB"}, {"@type": "Person", "name": "Ana Ruiz", "url": "/ana"}, {}]
    document = {**ARTICLE, "author": given, "publisher": "The Courier", "url": "https://example.org/1"}
    article, _ = from_schemaorg(document)
    assert (article.credit, article.publisher) == ("SNB", "The Courier")
    assert article.authors == (Author(name="Ana Ruiz", same_as=("https://example.org/ana",)),)
    assert from_schemaorg({**ARTICLE, "sourceOrganization": {"name": "SNB"}})[0].credit == "SNB"
    two = [{"@type": "Organization", "name": name} for name in ("SNB", "TNB")]
    assert from_schemaorg({**ARTICLE, "author": two})[0].credit == "SNB"


@pytest.mark.parametrize(
    ("keywords", "names"),
    [
        ("bridge, ferry; sea", ["bridge", "ferry", "sea"]),
        (["Paris, Texas", "sea", 5], ["Paris, Texas", "sea"]),
        (["bridge,ferry"], ["bridge", "ferry"]),
        ([{"@type": "DefinedTerm", "name": "sea"}, "rain", "rain"], ["sea", "rain"]),
    ],
)
def test_keywords_are_subjects(keywords, names):
    """One string is cut up, the items of a list are not; what is a subject already is none again."""
    article = from_schemaorg({**ARTICLE, "keywords": keywords, "about": "rain"})[0]
    assert article.subjects == tuple(
        Subject(name=name) for name in ["rain", *(name for name in names if name != "rain")]
    )


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ("Tue, 24 Mar 2026 09:30:00 GMT", "2026-03-24T09:30:00+00:00"),
        ("March 24, 2026", "2026-03-24"),
        ("24. März 2026 10:15", "2026-03-24"),
        ("24/03/2026", "2026-03-24"),
        ("2026-03-24 10:00:00 UTC", "2026-03-24T10:00:00+00:00"),
        ("2026-03-24T10:00:00+01:00[Europe/Bergen]", "2026-03-24T10:00:00+01:00"),
        ("2026-03-24 10:00 PM XYZ", None),
        ("Mar 24, 2026 10:00 PM ET", "2026-03-24"),
        ("2026-03-24T00:00:00", "2026-03-24"),
        (1774344600, "2026-03-24T09:30:00+00:00"),
        (1774344600000, "2026-03-24T09:30:00+00:00"),
        ("03/04/2026", None),
        ("Mon, 33 Mar 2026 09:30:00 GMT", None),
        ("yesterday", None),
        ("March 2026", None),
        (5, None),
        ([2026], None),
        ("2026 " * 50, None),
    ],
)
def test_dates_of_other_forms(given, read):
    """Dates are read in many forms; what reads as two days, or as none, is told."""
    article, report = from_schemaorg({**ARTICLE, "datePublished": given})
    assert (article.published and article.published.isoformat()) == read
    assert (read is None) == ("datePublished" in [loss.path[0] for loss in report.losses if loss.code != "changed"])


def test_dates_in_words_need_an_extra(monkeypatch):
    """Without the library the error names the extra."""
    monkeypatch.setitem(sys.modules, "dateparser", None)
    with pytest.raises(MissingExtraError, match=r"newsschema\[interop\]"):
        from_schemaorg({**ARTICLE, "datePublished": "March 24, 2026"})


# Paragraphs.


def test_paragraphs_are_set_as_on_the_page():
    """A body in one piece has its paragraphs where the page has them."""
    run_on = {**ARTICLE, "articleBody": " ".join(PARAGRAPHS)}
    article, report = from_schemaorg(page(script(run_on), body=[*PARAGRAPHS, "Read more about it on our other pages."]))
    assert (article.text, ("changed", ("articleBody",)) in codes(report)) == (BODY, True)
    assert from_schemaorg(page(script({**ARTICLE, "articleBody": BODY})))[0].text == BODY


@pytest.mark.parametrize(
    ("body", "paragraphs", "text"),
    [
        ("One.Two.", ["One."], "One.Two."),
        (
            f"Short. {PARAGRAPHS[0]}{PARAGRAPHS[1]} End.",
            PARAGRAPHS,
            f"Short.\n\n{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}\n\nEnd.",
        ),
        (f"{PARAGRAPHS[0][:29]} {PARAGRAPHS[0]}", PARAGRAPHS, f"{PARAGRAPHS[0][:29]}\n\n{PARAGRAPHS[0]}"),
        ("", PARAGRAPHS, ""),
    ],
)
def test_paragraphs_stand_word_for_word(body, paragraphs, text):
    """A paragraph of the page is one of the body where all of its words stand there."""
    assert text == set_paragraphs(body, list(paragraphs))


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("It is shut.\nIt will open.", "It is shut.\n\nIt will open."),
        (
            "It is shut and will\nstay so until the\nend of the week.",
            "It is shut and will\nstay so until the\nend of the week.",
        ),
    ],
)
def test_lines_are_paragraphs_where_they_end_as_sentences_do(body, text):
    """Lines that are only wrapped are left alone."""
    assert text == split_lines(body)


def test_blocks_that_hold_others_are_no_paragraphs():
    """The words of a block are those of the blocks in it."""
    assert Page("<blockquote><p>One  <b>two</b></p><p>three</p></blockquote><li></li>").paragraphs == [
        "One two",
        "three",
    ]


# Pages.


def test_a_page_without_a_body_in_its_jsonld():
    """The body is found in the page, and all else is as the JSON-LD says."""
    head = script({**ARTICLE, "author": "Ana Ruiz", "datePublished": "2026-03-03"})
    article, report = from_html(page(head))
    assert (article.headline, article.authors[0].name, article.text) == ("Bridge shut", "Ana Ruiz", BODY)
    assert (article.language, codes(report)) == ("en", [("changed", ("body",))])
    article, _ = from_html(page(script({**ARTICLE, "url": "https://example.org/1", "inLanguage": "nb"})))
    assert (article.language, article.url) == ("nb", "https://example.org/1")


HEAD = """<title>Bridge shut | The Courier</title><meta property="og:type" content="article">
<meta property="og:title" content="Bridge shut | The Courier"><meta name="description" content="No crossing.">
<meta name="author" content="Ana Ruiz; Bo Li"><meta property="og:site_name" content="The Courier">
<meta property="article:published_time" content="2026-03-03T06:00:00+01:00">
<meta property="article:section" content="Local">
<link rel="canonical" href="/bridge"><base href="https://example.org/">"""


def test_a_page_without_jsonld():
    """Headline, authors, dates and address come from the head of the page."""
    text = page(HEAD, body=[f"</p><h1>Bridge shut</h1><p>{PARAGRAPHS[0]}", *PARAGRAPHS[1:]])
    article, report = from_html(text)
    assert (article.headline, article.summary, article.publisher, article.section, article.url) == (
        *("Bridge shut", "No crossing.", "The Courier", "Local", "https://example.org/bridge"),
    )
    assert [author.name for author in article.authors] == ["Ana Ruiz", "Bo Li"]
    assert (article.published.isoformat(), article.text) == ("2026-03-03T06:00:00+01:00", BODY)
    assert codes(report) == [("changed", ("headline",)), ("changed", ("body",))]


def test_the_title_on_the_page_is_the_headline():
    """Where nothing else says what the headline is, the only first heading does."""
    text = page("", body=[f"</p><h1>Bridge shut</h1><p>{PARAGRAPHS[0]}", *PARAGRAPHS[1:]])
    assert from_html(text)[0].headline == "Bridge shut"
    assert (
        from_html(page(script({**ARTICLE, "headline": "Bridge shut for good"})))[0].headline == "Bridge shut for good"
    )


def test_of_several_headings_that_of_the_title_is_meant():
    """A page with several first headings has the title that stands in its head too, if there is one alone."""
    headings = "<h1>The Courier</h1><h1>Bridge shut</h1><h1></h1>"
    assert Page(f"<title>Bridge shut | Local</title>{headings}").title == "Bridge shut"
    assert Page(f"<title>Bridge shut | The Courier</title>{headings}").title is None
    assert Page("<title>Bridge</title>").title is None


def test_an_address_is_no_author():
    """A profile's address is no name."""
    head = script(ARTICLE) + '<meta property="article:author" content="https://social.example.org/ana">'
    assert from_html(page(head))[0].authors == ()
    assert from_html(page(script({**ARTICLE, "author": "Bo Li"}) + HEAD))[0].authors == (Author(name="Bo Li"),)


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("By Ana Ruiz", ["Ana Ruiz"]),
        ("Ana Ruiz and Bo Li", ["Ana Ruiz", "Bo Li"]),
        ("By Ana Ruiz, Bo Li; Cy Day", ["Ana Ruiz", "Bo Li", "Cy Day"]),
        ("Press and Sports Desk", ["Press and Sports Desk"]),
    ],
)
def test_the_names_in_the_head_are_taken_apart(said, names):
    """As those in JSON-LD are: "By" is no name, and one string may name several people."""
    article, report = from_html(page(script(ARTICLE) + f'<meta name="author" content="{said}">'))
    assert names == [author.name for author in article.authors]
    told = [(loss.code.value, loss.path) for loss in report.losses if loss.path[:1] == ("meta",)]
    assert [("changed", ("meta", "author"))] * (len(names) > 1) == told


def test_a_body_that_is_cut_off_is_completed():
    """A teaser in the JSON-LD gives way to the text of the page, and that is told; a whole body does not."""
    cut = {**ARTICLE, "articleBody": PARAGRAPHS[0][:80] + "…"}
    article, report = from_html(page(script(cut)))
    assert article.text.startswith(PARAGRAPHS[0][:79])
    cut = {**ARTICLE, "articleBody": PARAGRAPHS[0]}
    article, report = from_html(page(script(cut)))
    assert (article.text, codes(report)) == (BODY, [("changed", ("articleBody",))])
    other = {**ARTICLE, "articleBody": "Another story, which is not on the page."}
    assert from_html(page(script(other)))[0].text == "Another story, which is not on the page."
    assert from_html(page(script({**ARTICLE, "articleBody": BODY}), body=()))[0].text == BODY


def test_where_little_is_found_more_is_looked_for(monkeypatch):
    """Where trafilatura finds less than half of the sentences on the page, it looks again, less strictly."""
    import trafilatura

    def extract(_, *, favor_recall=False, **__):
        return SimpleNamespace(text="\n".join(PARAGRAPHS) if favor_recall else PARAGRAPHS[0], title=None)

    monkeypatch.setattr(trafilatura, "bare_extraction", extract)
    assert from_html(page(script(ARTICLE)))[0].text == BODY


def test_a_page_without_text_is_told():
    """An article without a text in the page is read for what is said of it."""
    article, report = from_html(page(script(ARTICLE), body=()))
    assert (article.text, codes(report)) == ("", [("unreadable", ("body",))])


@pytest.mark.parametrize(
    ("document", "reason"),
    [
        (page(script(ARTICLE), body=()), "its JSON-LD speaks of an article"),
        (page('<meta property="og:type" content="article">', body=()), "it says in its head that it is an article"),
        ('<html itemtype="https://schema.org/NewsArticle"><p>Shut.</p></html>', "its microdata speaks of an article"),
        (
            page(body=["</p><article><p>" + "</p><p>".join(PARAGRAPHS) + "</p></article><p>"]),
            "it has one article element",
        ),
        (page(), "much of it is sentences in paragraphs"),
        (f"<html><td>{'<br><br>'.join(PARAGRAPHS)}</td></html>", "much of it is sentences in paragraphs"),
        (
            page('<meta property="og:type" content="website">', body=["</p><h1>Bridge shut</h1><p>", *PARAGRAPHS * 5]),
            "much of it is sentences in paragraphs",
        ),
    ],
)
def test_what_makes_an_article_of_a_page(document, reason):
    """A page is known as an article by what it says of itself, else by its paragraphs."""
    assert (detect(document).name, detect(document).reason) == ("html", reason)


@pytest.mark.parametrize(
    "document",
    [
        page(body=["Shut."]),
        page('<meta property="og:type" content="website">'),
        page(body=[f"<a href='/{number}'>{text}</a>" for number, text in enumerate(PARAGRAPHS)]),
        page(script({"@type": "Recipe"}), body=()),
        "<html></html>",
    ],
)
def test_a_page_without_an_article_is_refused(document):
    """A page that is no article is refused by name."""
    with pytest.raises(UnknownFormatError, match="this is HTML without an article"):
        detect(document)
    with pytest.raises(ValidationError, match="this is HTML without an article"):
        from_html(document)


@pytest.mark.parametrize("document", [{}, b"\xff\xfe\x00", None])
def test_what_is_no_page_is_refused(document):
    """What is no text is no page."""
    with pytest.raises(ValidationError, match="expected a page"):
        from_html(document)


@pytest.mark.parametrize(
    ("encoding", "meta"),
    [
        ("windows-1252", '<meta charset="iso-8859-1">'),
        ("windows-1251", '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">'),
        ("shift_jis", '<meta charset="Shift_JIS">'),
        ("utf-8", '<meta charset="iso-8859-1">'),
        ("utf-16", ""),
        ("windows-1252", ""),
    ],
)
def test_bytes_are_decoded_as_browsers_do(encoding, meta):
    """A mark, what the page declares, and else the usual encoding; what is valid UTF-8 is that."""
    words = {"windows-1251": "Мост закрыт", "shift_jis": "橋は閉鎖"}.get(encoding, "“Pont” fermé")
    document = page(meta + script({**ARTICLE, "headline": "?"}).replace("?", words), body=())
    assert from_html(document.encode(encoding))[0].headline == words


@pytest.mark.parametrize(
    ("module", "extra"), [("trafilatura", "pages"), ("w3lib.encoding", "interop"), ("lxml.etree", "interop")]
)
def test_libraries_are_optional(monkeypatch, module, extra):
    """Without a library the error names the extra that brings it."""
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingExtraError, match=rf"newsschema\[{extra}\]"):
        from_html(page(script(ARTICLE)).replace("crack", "crevé").encode("windows-1252"))


def test_a_body_needs_no_extra(monkeypatch):
    """Where the page says what the text is, that is taken without the library; that it may be cut off is reported."""
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    article, report = from_html(page(script({**ARTICLE, "articleBody": PARAGRAPHS[0]})))
    (loss,) = report.losses
    assert (article.text, loss.path) == (PARAGRAPHS[0], ("articleBody",))
    assert loss.reason == (
        "it may be cut off, and was not compared with the page: "
        "finding the text of a page needs an optional dependency: pip install 'newsschema[pages]'"
    )


def test_a_short_page_with_one_article_element_is_an_article():
    """Where the page says which part of it is the article, that need not be long."""
    words = ["The pier at Odda is shut until Monday, harbour master Ann Moe said.", "“It is wet,” she told reporters."]
    body = "".join(f"<p>{paragraph}</p>" for paragraph in words)
    page = f"<html><body><nav><a href='/'>Home</a></nav><article><h1>Pier shut</h1>{body}</article></body></html>"
    assert ("Pier shut", "\n\n".join(words)) == ((article := from_html(page)[0]).headline, article.text)
    with pytest.raises(ValueError, match="HTML without an article"):
        from_html(page.replace("article>", "div>"))


@pytest.mark.parametrize(
    "text",
    [
        '{"@type": "NewsArticle", "headline": "Bridge shut",}',
        '/* made by a plugin */ {"@type": "NewsArticle", "headline": "Bridge shut"}',
        '// made by a plugin\n{"@type": "NewsArticle", "headline": "Bridge shut"}',
    ],
)
def test_broken_jsonld_is_recognised(text):
    """What can be mended is read at the one door, too."""
    assert "schemaorg" == detect(text).name
    article, report = read(text)
    assert ("Bridge shut", ("changed", ())) == (article.headline, codes(report)[0])


@pytest.mark.parametrize("text", ['{"@type": "Recipe",}', '{"@id": oops', '{"@type": "NewsArticle", "headline": '])
def test_jsonld_without_an_article_is_not(text):
    """Neither other things nor what is broken otherwise are articles."""
    with pytest.raises(UnknownFormatError):
        detect(text)


def test_what_is_no_article_is_told_by_its_type():
    """The door says that there is none, and the format what there is instead."""
    product = {"@context": "https://schema.org", "@type": ["Product", "Thing"], "name": "Bridge"}
    with pytest.raises(UnknownFormatError, match=r"^this is JSON-LD without an article, and in no format"):
        read(product)
    with pytest.raises(ValidationError, match="got something of the type Product and Thing"):
        from_schemaorg(product)


def test_a_list_of_articles_is_several_documents():
    """Each of a list is read for itself; nodes that say something of one article are one."""
    others = [{**ARTICLE, "headline": f"Ferry {number}"} for number in range(3)]
    assert ["Ferry 0", "Ferry 1", "Ferry 2"] == [article.headline for article, _ in read_many(others)]
    assert ["Bridge shut"] == [article.headline for article, _ in read_many([ARTICLE, {"@type": "WebSite"}])]
    assert ["Bridge shut"] == [article.headline for article, _ in read_many([ARTICLE, {**ARTICLE, "url": "/1"}])]


def test_the_limits_hold_for_whoever_asks():
    """What is too large is JSON-LD all the same, which reading refuses."""
    deep = {"@type": "NewsArticle", "headline": "Bridge shut", "about": json.loads("[" * 100 + "]" * 100)}
    assert "schemaorg" == detect(deep).name
    with pytest.raises(ValidationError, match="nested deeper"):
        read(deep)


def test_words_in_the_head_have_no_entities_left():
    """What was escaped twice is read as what it says, and its semicolons part no names."""
    head = (
        '<meta property="og:title" content="Okafor: &amp;quot;It isn&amp;#8217;t safe&amp;quot;">'
        '<meta name="author" content="Liam O&amp;#039;Dea; Bo Li"><meta property="og:type" content="article">'
    )
    article, report = from_html(page(head))
    assert ('Okafor: "It isn’t safe"', ["Liam O'Dea", "Bo Li"]) == (
        article.headline,
        [author.name for author in article.authors],
    )
    assert {("meta", "og:title"), ("meta", "author")} <= {loss.path for loss in report.losses}


@pytest.mark.parametrize(
    ("head", "url"),
    [
        ('<link rel="canonical nofollow" href="https://example.org/1">', "https://example.org/1"),
        (
            '<link rel="canonical" href="/1"><meta property="og:url" content="https://example.org/2">',
            "https://example.org/1",
        ),
        ('<link rel="canonicals" href="https://example.org/1">', None),
    ],
)
def test_where_a_page_says_that_it_is(head, url):
    """A link may be of several kinds, and one address makes another whole."""
    assert url == Page(page(head)).address
