"""RSS, Atom and JSON Feed."""

import json
import sys
import xml.etree.ElementTree as ET
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

import pytest
from hypothesis import example, given, settings

from newsschema import Article, Author, MissingExtraError, Subject, ValidationError
from newsschema.interop import Report, detect, feeds, formats, read, read_many
from newsschema.interop.feeds import from_atom, from_jsonfeed, from_rss, to_atom, to_jsonfeed, to_rss
from newsschema.strategies import articles

few = settings.get_profile("quarter")
NAMES = ["rss", "atom", "jsonfeed"]
RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Courier</title><language>en</language><copyright>© SNB</copyright>
<item><title>Ferry &amp; sea</title><link>https://example.org/ferry</link><guid isPermaLink="false">7</guid>
<pubDate>Tue, 03 Mar 2026 06:00:00 GMT</pubDate><dc:creator>Lena Brandt</dc:creator><category>Shipping</category>
<description>The quay is mended.</description>
<content:encoded><![CDATA[<p>It sails.</p><p>It is <b>safe</b>.</p>]]></content:encoded>
<enclosure url="https://example.org/ferry.jpg" type="image/jpeg" length="5"/></item>
<item><title>Rain</title><description>Wet.</description></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>The Courier</title><id>urn:example:feed</id>
<entry><title type="html">Ferry &amp;amp; sea</title><id>urn:example:7</id><link href="https://example.org/ferry"/>
<published>2026-03-03T06:00:00Z</published><updated>2026-03-03T07:00:00Z</updated>
<author><name>Lena Brandt</name><uri>https://example.org/brandt</uri></author><category term="Shipping"/>
<summary>The quay is mended.</summary><content type="html">&lt;p&gt;It sails.&lt;/p&gt;</content></entry></feed>"""
JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "The Courier",
    "language": "en",
    "items": [
        {
            "id": "7",
            "url": "https://example.org/ferry",
            "title": "Ferry & sea",
            "content_html": "<p>It sails.</p>",
            "date_published": "2026-03-03T06:00:00Z",
            "authors": [{"name": "Lena Brandt", "url": "https://example.org/brandt"}],
            "tags": ["Shipping"],
            "image": "https://example.org/ferry.jpg",
        },
        5,
    ],
}


@pytest.mark.parametrize("name", NAMES)
@given(article=articles())
@example(article=Article(id="file:///::", text="Rain fell."))  # which feedparser resolves to what is no address
@few
def test_nothing_is_lost(name, article):
    """With what it holds beside its own fields, a feed carries every article whole."""
    form = formats()[name]
    document, report = form.write(article)
    assert (Report(), name) == (report, detect(document).name)
    assert article == form.read(document)[0]


def test_our_story_is_a_feed(article):
    """The words stand where readers of feeds look for them."""
    import feedparser

    for write, version in ((to_rss, "rss20"), (to_atom, "atom10")):
        parsed = feedparser.parse(write(article)[0].encode())
        assert (parsed.bozo, parsed.version, parsed.entries[0].title) == (False, version, "Ferry to sail again")
        assert parsed.entries[0].content[0].value.startswith("<p>The ferry “Grey Gull”")
    item = to_jsonfeed(article)[0]["items"][0]
    assert (item["content_text"], item["date_modified"]) == (article.text, "2026-03-04T08:30:00+01:00")


def test_what_a_feed_holds_is_written():
    """Authors with their pages, subjects, dates and rights stand in elements of their own."""
    article = Article(
        id="urn:example:1",
        headline="Ferry",
        text="It sails.",
        language="en",
        url="https://example.org/ferry",
        published=datetime(2026, 3, 3, 6, tzinfo=UTC),
        summary="Mended.",
        rights="© SNB",
        publisher="The Courier",
        authors=(Author(name="Lena Brandt", same_as=("https://example.org/brandt",)),),
        subjects=(Subject(name="Shipping"),),
    )
    assert to_jsonfeed(article)[0] == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Courier",
        "items": [
            {
                "id": "urn:example:1",
                "url": "https://example.org/ferry",
                "title": "Ferry",
                "content_text": "It sails.",
                "summary": "Mended.",
                "date_published": "2026-03-03T06:00:00Z",
                "authors": [{"name": "Lena Brandt", "url": "https://example.org/brandt"}],
                "tags": ["Shipping"],
                "language": "en",
                "_newsschema": {"about": feeds._OURS, "schema_version": "1.0", "rights": "© SNB"},
            }
        ],
    }
    assert "newsschema:article" not in to_atom(article.replace(updated=article.published))[0]
    assert "_newsschema" not in to_jsonfeed(article.replace(rights=None))[0]["items"][0]
    for write, read_one in ((to_rss, from_rss), (to_atom, from_atom)):
        assert (read_one(write(article)[0])[0], write(article)[1]) == (article, Report())
    bare = Article(id="urn:example:1", text="")
    assert [from_rss(to_rss(bare)[0])[0], from_jsonfeed(to_jsonfeed(bare)[0])[0]] == [bare, bare]


def test_times_have_the_form_that_each_feed_wants():
    """RSS has those of mail, as its readers do; an entry of Atom says when it was updated, or else published."""
    sailed = datetime(2026, 3, 3, 9, tzinfo=timezone(timedelta(hours=2)))
    article = Article(id="urn:example:1", text="It sails.", published=sailed)
    feed = ET.fromstring(to_rss(article)[0])
    assert (feed.findtext(".//pubDate"), parsedate_to_datetime(feed.findtext(".//pubDate"))) == (
        *("Tue, 03 Mar 2026 09:00:00 +0200", sailed),
    )
    for updated in (None, sailed + timedelta(hours=1)):
        found = ET.fromstring(to_atom(article.replace(updated=updated))[0]).iterfind(
            ".//{http://www.w3.org/2005/Atom}updated"
        )
        assert [(updated or sailed).isoformat()] * 2 == [one.text for one in found]
    for moment in (sailed, sailed.replace(microsecond=5), sailed.date(), None):
        for write, read_one in ((to_rss, from_rss), (to_atom, from_atom)):
            held = article.replace(published=moment)
            assert (held, Report()) == (read_one(write(held)[0], strict=True)[0], write(held)[1])


def test_a_time_of_mail_that_is_none_is_told():
    """A day that no month has is no time."""
    item = "<item><title>Rain</title><pubDate>Tue, 33 Mar 2026 09:00:00 GMT</pubDate></item>"
    article, report = from_rss(f"<rss version='2.0'><channel>{item}</channel></rss>")
    assert (article.published, ("unreadable", "published") in told(report)) == (None, True)


def told(report):
    """The losses, by code and path."""
    return [(loss.code.value, ".".join(map(str, loss.path))) for loss in report.losses]


def test_an_rss_feed():
    """Each entry is an article, with what the feed says of all of them; one without content is told to be."""
    found = list(read_many(RSS.encode()))
    (article, report), (other, rest) = found
    assert (article.headline, article.text, article.summary, article.id) == (
        *("Ferry & sea", "It sails.\n\nIt is safe.", "The quay is mended.", "urn:x-rss:7"),
    )
    assert (article.publisher, article.language, article.rights, article.published.isoformat()) == (
        *("The Courier", "en", "© SNB", "2026-03-03T06:00:00+00:00"),
    )
    assert (article.authors, article.subjects) == ((Author(name="Lena Brandt"),), (Subject(name="Shipping"),))
    assert (report.format, report.origin) == ("rss", "entries[0]")
    assert told(report) == [("changed", "id"), ("changed", "content.0.value"), ("kept", "links")]
    assert (other.headline, other.text, other.summary, told(rest)) == (
        *("Rain", "", "Wet.", [("unreadable", "content.value")]),
    )


def test_an_atom_feed():
    """A feed of one entry is read by itself."""
    article, report = from_atom(ATOM)
    assert (article.headline, article.text, article.id) == ("Ferry & sea", "It sails.", "urn:example:7")
    assert article.authors == (Author(name="Lena Brandt", same_as=("https://example.org/brandt",)),)
    assert article.updated.isoformat() == "2026-03-03T07:00:00+00:00"
    assert told(report) == [("changed", "title"), ("changed", "content.0.value")]
    assert article == read(ATOM.encode("utf-16"))[0]


def test_a_json_feed():
    """Items that are none are told, and the others read."""
    errors = []
    ((article, report),) = read_many(json.dumps(JSON_FEED), on_error=errors.append)
    assert (article.headline, article.text, article.language) == ("Ferry & sea", "It sails.", "en")
    assert told(report) == [("changed", "id"), ("changed", "content_html"), ("kept", "image")]
    assert [str(error) for error in errors] == [
        "items[1]: content_text: there is no text in an empty object (wrong-type)"
    ]


@pytest.mark.parametrize(("module", "document"), [(from_rss, RSS), (from_jsonfeed, JSON_FEED)], ids=["rss", "jsonfeed"])
def test_several_entries_are_not_one(module, document):
    """A feed of several is refused where one is asked for."""
    with pytest.raises(ValidationError, match="there are several articles in it; read_many reads them all"):
        module(document)


@pytest.mark.parametrize("document", [{}, "Rain fell.", "<html></html>", b"\0", None])
def test_what_is_no_feed_is_refused(document):
    """Anything else is a fault."""
    with pytest.raises(ValidationError, match="expected an RSS feed"):
        from_rss(document)
    with pytest.raises(ValidationError, match="expected a JSON Feed"):
        from_jsonfeed(document)


def test_a_feed_of_the_other_kind_is_refused():
    """RSS is not Atom: a report names the format that its document is in."""
    with pytest.raises(ValidationError, match="expected an RSS feed, got '<"):
        from_rss(ATOM)
    with pytest.raises(ValidationError, match="expected an Atom feed, got '<"):
        read(RSS, format="atom")


def test_a_broken_feed_is_read_as_far_as_it_can_be():
    """What is no well-formed XML is told to be broken."""
    article, report = from_rss("<rss version='2.0'><channel><item><title>Rain & wind</title></item></channel></rss>")
    assert (article.headline, told(report)[0]) == ("Rain & wind", ("changed", ""))
    assert report.losses[0].reason.startswith("the feed is broken, and was read as far as it can be")


@pytest.mark.parametrize("write", [to_rss, to_atom])
def test_writing_a_feed_changes_no_xml_of_others(article, write):
    """Which prefix a namespace has is the affair of who writes it."""
    tree = ET.Element("{http://www.w3.org/2005/Atom}feed", {"{http://purl.org/dc/elements/1.1/}date": "2026"})
    before = ET.tostring(tree)
    write(article)
    assert before == ET.tostring(tree)


@pytest.mark.parametrize("extension", ["no JSON", "[1]"])
def test_an_extension_that_is_none_is_told(extension):
    """Where the extension is not what it should be, the rest is read."""
    space = f"xmlns:newsschema='{feeds._OURS}'"
    item = f"<title>Rain</title><newsschema:article>{extension}</newsschema:article>"
    article, report = from_rss(f"<rss version='2.0' {space}><channel><item>{item}</item></channel></rss>")
    assert (article.headline, told(report)[0]) == ("Rain", ("unreadable", "newsschema_article"))


@pytest.mark.parametrize(
    ("encoding", "declared"), [("windows-1251", "windows-1251"), ("utf-16", "utf-8"), ("windows-1252", "utf-8")]
)
def test_bytes_are_decoded(encoding, declared):
    """A mark tells the encoding, then the declaration; where that is wrong, feedparser guesses."""
    words = {"windows-1251": "Дождь"}.get(encoding, "“Été”")
    feed = (
        f"<?xml version='1.0' encoding='{declared}'?><rss><channel><item><title>{words}</title></item></channel></rss>"
    )
    assert from_rss(feed.encode(encoding))[0].headline == words


def test_rss_1_is_known():
    """RDF is a feed where it speaks of RSS."""
    rdf = "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'>"
    item = (
        "<item rdf:about='https://example.org/1'><title>Rain</title><link>https://example.org/1</link></item></rdf:RDF>"
    )
    assert read(rdf + item)[0].headline == "Rain"
    with pytest.raises(ValueError, match="this is RDF"):
        detect(rdf.replace("purl.org/rss", "example.org") + "</rdf:RDF>")


def test_feedparser_is_optional(monkeypatch):
    """Without the library the error names the extra."""
    monkeypatch.setitem(sys.modules, "feedparser", None)
    with pytest.raises(MissingExtraError, match=r"newsschema\[feeds\]"):
        from_atom(ATOM)


def test_entries_without_text_or_name_are_told_apart_by_their_headlines():
    """An id made of words is not the same for all that have no text."""
    items = "".join(f"<item><title>{title}</title></item>" for title in ("Rain", "Wind", "Rain"))
    ids = [article.id for article, _ in read_many(f"<rss version='2.0'><channel>{items}</channel></rss>")]
    assert (ids[0] == ids[2], len({*ids})) == (True, 2)


def test_a_namespace_that_is_none_is_told():
    """What the parser of feeds breaks at is an error with its reason."""
    broken = '<rss version="2.0" xmlns:a="x\u2028y\u2028z"><channel><a:title>q</a:title></channel></rss>'
    with pytest.raises(ValidationError, match="expected a feed, got one that cannot be parsed: too many values"):
        from_rss(broken)
