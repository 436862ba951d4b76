"""NewsML-G2, with the kinds of content that agencies send."""

import pytest
from lxml import etree

from newsschema import Author, Code, Dateline, Subject, SubjectKind, ValidationError
from newsschema.interop import LossCode, Report, detect, read, read_many
from newsschema.interop.newsmlg2 import KEPT, from_newsmlg2, read_each

TEXT = "<contentSet><inlineData contenttype='text/plain'>Rain fell.</inlineData></contentSet>"
PAGE = (
    '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>t</title></head><body><header><h1>Rain</h1></header>'
    "<p>Rain.</p><figure><figcaption>f</figcaption></figure></body></html>"
)
CLASS = '<itemMeta><itemClass qcode="ninat:text"/></itemMeta>'


def item(content=TEXT, meta="", attributes='guid="urn:x:1" version="2"', rest=""):
    """A news item."""
    return (
        f'<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" {attributes}>{CLASS}<contentMeta>{meta}</contentMeta>'
        f"{content}{rest}</newsItem>"
    )


def message(*items):
    """A message that holds items."""
    sets = "".join(f"<itemSet>{one}</itemSet>" for one in items)
    return f'<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent/></header>{sets}</newsMessage>'


def test_the_official_examples_read_or_are_refused(standards):
    """Examples of the guide that are whole items and hold text are read; what holds none is refused by its kind."""
    found = {}
    for path in sorted((standards / "newsml-g2" / "examples").glob("*.xml")):
        try:
            found[path.name.split("_")[1]] = bool(from_newsmlg2(path.read_bytes())[0].headline)
        except ValidationError as error:
            found[path.name.split("_")[1]] = error.issues[0].message.split("; ")[0].partition(": ")[2]
    package = "this is a package, which only refers to items"
    parts = ["25", "28"]
    read = ["1", "2", "22", "27"]
    assert {"24": package, "6": package, **dict.fromkeys(parts, ""), **dict.fromkeys(read, True)} == found


def test_the_official_text_has_its_fields(standards):
    """The example with NITF inside has in its fields what a look into its elements finds."""
    (path,) = (standards / "newsml-g2" / "examples").glob("LISTING_2_*.xml")
    article, report = from_newsmlg2(path.read_bytes())
    tree = etree.parse(path)
    g2 = {"g": "http://iptc.org/std/nar/2006-10-01/", "n": "http://iptc.org/std/NITF/2006-10-18/"}
    (guid,) = map(str, tree.xpath("/g:newsItem/@guid", namespaces=g2))
    (writer,) = map(str, tree.xpath("//g:creator/@uri", namespaces=g2))
    (name,) = map(str, tree.xpath("//g:creator/g:name/text()", namespaces=g2))
    (role,) = map(str, tree.xpath("//n:byttl/text()", namespaces=g2))
    assert (guid, (Author(name=name, role=role, same_as=[writer]),)) == (article.id, article.authors)
    codes = [code.partition(":")[2] for code in tree.xpath("//g:subject/@qcode", namespaces=g2)]
    assert [f"http://cv.iptc.org/newscodes/mediatopic/{code}" for code in codes] == [
        subject.uri for subject in article.subjects
    ]
    assert len(tree.xpath("//n:body.content/n:p", namespaces=g2)) == len(article.paragraphs)
    assert {LossCode.KEPT} == {loss.code for loss in report.losses}


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<inlineData>\n Rain fell.\n\nThen sun.\n</inlineData>", " Rain fell.\n\nThen sun."),
        ("<inlineData contenttype='text/plain'>&lt;p&gt;Rain&amp;amp;sun.&lt;/p&gt;</inlineData>", "Rain&sun."),
        ("<inlineData contenttype='text/html'>Rain &amp;lt; sun.</inlineData>", "Rain < sun."),
        ("<inlineXML><p>Rain.</p><p>Sun.</p></inlineXML>", "Rain.\n\nSun."),
        (
            f"<inlineXML>{PAGE}</inlineXML>",
            "Rain.",
        ),
        ("<inlineXML><nitf><body><body.content><p>Rain.</p></body.content></body></nitf></inlineXML>", "Rain."),
    ],
)
def test_content_of_every_kind_is_read(content, text):
    """Plain text, HTML in a string, XHTML whole and in pieces, and NITF."""
    assert text == from_newsmlg2(item(f"<contentSet>{content}</contentSet>"))[0].text


def test_the_best_rendition_is_read():
    """NITF comes before XHTML and XHTML before plain text; others are reported, and what is no text."""
    content = (
        "<contentSet><inlineData>plain</inlineData><inlineXML><p>page</p></inlineXML>"
        "<inlineXML><sports-content xmlns='urn:s'/></inlineXML><remoteContent href='https://example.org/p.jpg'/>"
        "<inlineXML><nitf><body><body.content><p>nitf</p></body.content></body></nitf></inlineXML></contentSet>"
    )
    article, report = from_newsmlg2(item(content))
    assert "nitf" == article.text
    assert [
        (LossCode.UNREADABLE, "it is XML of another kind, whose first element is '{urn:s}sports-content'"),
        (LossCode.NO_PLACE, "there is no place for it"),
        (LossCode.NO_PLACE, "there is another rendition of the text"),
        (LossCode.NO_PLACE, "there is another rendition of the text"),
    ] == [(loss.code, loss.reason) for loss in report.losses]


def test_the_fields_of_an_item():
    """What an item says of itself becomes fields; what is in several languages, that of the item's."""
    meta = (
        '<language tag="nb"/><headline role="hld:sub">Mer</headline><headline role="hld:main">Regn</headline>'
        '<description role="drol:caption">Bilde</description>'
        '<description role="drol:summary">Det er vått.</description>'
        '<by>Ann Moe</by><creditline>SNB</creditline><dateline>ODDA (SNB)</dateline><genre qcode="genre:Analysis"/>'
        '<creator literal="x" uri="https://example.org/moe"><name>Ann Moe</name></creator>'
        '<creator literal="SNB" type="cpnat:organisation"/><creator qcode="staff:7"/><urgency>3</urgency>'
        "<keyword>regn</keyword><keyword role='x'/>"
    )
    rest = (
        '<rightsInfo><copyrightNotice xml:lang="en">(c) SNB</copyrightNotice><copyrightNotice>© SNB</copyrightNotice>'
        "</rightsInfo><itemMeta><provider literal='snb.example'><name/><name>Skarvik News</name></provider>"
        "<versionCreated>2026-03-03T06:30:00+01:00</versionCreated><embargoed>2026-03-04T00:00:00Z</embargoed>"
        '<pubStatus qcode="stat:usable"/></itemMeta><catalogRef href="https://example.org/catalog"/><assert/>'
        '<assert qcode="x:y"/>'
    )
    article, report = from_newsmlg2(item(meta=meta, rest=rest, attributes='guid="X 1" version="3" xml:lang="nn"'))
    assert (
        "urn:x-newsmlg2:X%201",
        "3",
        "Regn",
        "Det er vått.",
        "nb",
        "Ann Moe",
        "SNB",
        "Skarvik News",
        "© SNB",
        "usable",
    ) == (
        article.id,
        article.version,
        article.headline,
        article.summary,
        article.language,
        article.byline,
        article.credit,
        article.publisher,
        article.rights,
        article.status,
    )
    assert (Dateline(text="ODDA (SNB)"), "analysis") == (article.dateline, article.genre)
    assert (Author(name="Ann Moe", same_as=["https://example.org/moe"]),) == article.authors
    assert ("2026-03-03T06:30:00+01:00", "2026-03-04T00:00:00+00:00") == (
        article.updated.isoformat(),
        article.embargoed_until.isoformat(),
    )
    assert (Subject(name="regn"),) == article.subjects
    kept = {"urgency", "headline", "description", "creator", "copyrightNotice", "assert", "keyword", "provider"}
    assert kept == set(article.extra[KEPT])
    told = {loss.path for loss in report.losses}
    assert (kept, True) == ({path[0] for path in told}, told >= {("creator", 0, "literal"), ("provider", 0, "literal")})


def test_subjects_are_of_many_kinds():
    """The kind of a concept, and its URI where it is given or its vocabulary is the IPTC's."""
    meta = (
        '<subject type="cpnat:person" uri="https://example.org/moe"><name>Ann Moe</name></subject>'
        '<subject type="cpnat:organisation" literal="SNB"/>'
        '<subject type="cpnat:geoArea" qcode="place:1"><name>Odda</name></subject>'
        '<subject type="cpnat:event"><name>Odda Day</name></subject><subject type="cpnat:x"/>'
        '<subject qcode="medtop:17000000"><name>weather</name></subject><subject qcode="desk:W"/><subject/>'
    )
    article, report = from_newsmlg2(item(meta=meta))
    assert (
        Subject(name="Ann Moe", kind=SubjectKind.PERSON, uri="https://example.org/moe"),
        Subject(name="SNB", kind=SubjectKind.ORGANISATION),
        Subject(name="Odda", kind=SubjectKind.PLACE),
        Subject(name="Odda Day", kind=SubjectKind.EVENT),
        Subject(name="weather", uri="http://cv.iptc.org/newscodes/mediatopic/17000000"),
        Subject(name="desk:W"),
    ) == article.subjects
    assert [
        (LossCode.CHANGED, ("subject",)),
        (LossCode.KEPT, ("subject", 2, "qcode")),
        (LossCode.KEPT, ("subject", 4, "type")),
    ] == [(loss.code, loss.path) for loss in report.losses]
    assert "1 subjects have a code and no name, and the code stands for it: desk:W" == report.losses[0].reason
    assert "place:1" == article.extra[KEPT]["subject"][2]["qcode"]


def test_nitf_inside_fills_what_the_item_leaves_open():
    """The item's own fields come first; a writer whom both name is one."""
    nitf = (
        "<nitf baselang='en'><body><body.head><hedline><hl1>Inside</hl1></hedline><byline>By <person>Ann Moe</person>"
        "<byttl>reporter</byttl></byline><note><body.content><p>n</p></body.content></note></body.head><body.content>"
        "<p>“<q quote-source='Bo Li'>Wet,</q>” <person>Bo Li</person> said.</p></body.content></body></nitf>"
    )
    meta = "<headline>Outside</headline><creator><name>Ann Moe</name></creator>"
    article, _ = from_newsmlg2(item(f"<contentSet><inlineXML>{nitf}</inlineXML></contentSet>", meta))
    assert ("Outside", "By Ann Moe\nreporter", "en") == (article.headline, article.byline, article.language)
    assert (Author(name="Ann Moe", role="reporter"),) == article.authors
    assert [("Wet,", "Bo Li")] == [(quote.words, article.source_of(quote).name) for quote in article.quotes]
    assert "note" in article.extra["org.iptc.nitf"]


def test_a_message_gives_several():
    """Items are read one by one; what is no article is reported with the one after it, or the last before."""
    document = message(
        "<packageItem/>" + item(),
        item().replace("urn:x:1", "urn:x:2")
        + '<newsItem><itemMeta><itemClass qcode="n:picture"/></itemMeta></newsItem>',
        "<conceptItem/>",
    )
    found = [(place, *reading()) for place, reading in read_each(document)]
    assert [("itemSet[1]", "urn:x:1"), ("itemSet[2]", "urn:x:2")] == [
        (place, article.id) for place, article, _ in found
    ]
    assert [
        ["this is a package, which only refers to items"],
        ["this is an item without text, of the class 'picture'", "this is a concept item"],
    ] == [[loss.reason for loss in report.losses] for _, _, report in found]
    with pytest.raises(ValidationError, match="several articles"):
        from_newsmlg2(document)
    assert ["itemSet[1]", "itemSet[2]"] == [report.origin for _, report in read_many(document)]


def test_the_door_knows_it():
    """Items and messages are recognised, and read."""
    assert ["newsmlg2", "newsmlg2"] == [detect(document).name for document in (item(), message())]
    article, report = read(item())
    assert ("Rain fell.", Report(format="newsmlg2")) == (article.text, report)


@pytest.mark.parametrize(
    ("document", "code", "words"),
    [
        ("<html/>", Code.WRONG_TYPE, "expected NewsML-G2, and the first element is 'html'"),
        ("<planningItem/>", Code.MISSING_FIELD, "this is a planning item"),
        (message(), Code.MISSING_FIELD, "there are no items"),
        (message("<x/>"), Code.MISSING_FIELD, "this is 'x'"),
        (item("<contentSet/>"), Code.MISSING_FIELD, "without text, of the class 'text'"),
    ],
)
def test_what_holds_no_article_is_refused(document, code, words):
    """Other documents, and items without text, are refused in words."""
    with pytest.raises(ValidationError) as caught:
        from_newsmlg2(document)
    (issue,) = caught.value.issues
    assert (code, True) == (issue.code, words in issue.message)


def test_an_item_of_another_class_may_hold_text():
    """What an item is stays in `extra` where it is no text alone."""
    article, _ = from_newsmlg2(item().replace("ninat:text", "ninat:composite"))
    assert ("Rain fell.", ({"qcode": "ninat:composite"},)) == (article.text, article.extra[KEPT]["itemClass"])


def test_a_headline_without_text_is_an_article():
    """That there is no text is reported."""
    article, report = from_newsmlg2(item("<contentSet/>", "<headline>Rain</headline>"))
    assert ("Rain", "", ["there is no text in it"]) == (
        article.headline,
        article.text,
        [loss.reason for loss in report.losses],
    )


def test_a_date_that_is_none_is_reported():
    """Strict reading refuses it."""
    rest = "<itemMeta><versionCreated>Tuesday</versionCreated></itemMeta>"
    _, report = from_newsmlg2(item(rest=rest))
    assert [(LossCode.UNREADABLE, ("versionCreated", 0))] == [(loss.code, loss.path) for loss in report.losses]
    with pytest.raises(ValidationError) as caught:
        from_newsmlg2(item(rest=rest), strict=True)
    assert [Code.BAD_DATE] == [issue.code for issue in caught.value.issues]


def test_what_is_kept_is_counted_for_each_item(monkeypatch):
    """A message may hold more elements than one item may."""
    monkeypatch.setattr("newsschema.interop._xml._MOST_KEPT", 3)
    assert 5 == len(list(read_each(message(*[item()] * 5))))


def test_a_party_with_an_empty_name_is_called_by_the_next():
    """A name without words is passed over, and where no name has any, the literal is the name."""
    for names, expected in (("<name/><name>Ann Moe</name>", "Ann Moe"), ("<name/><name> </name>", "a.moe")):
        article, _ = from_newsmlg2(item(meta=f'<creator literal="a.moe">{names}</creator>'))
        assert [expected] == [author.name for author in article.authors]


def test_a_genre_that_is_none_of_ours_is_reported():
    """The genre is the one that is known; any other stands in the report."""
    article, report = from_newsmlg2(item(meta='<genre qcode="g:9"><name>Recipe</name></genre>'))
    assert None is article.genre
    assert "genre" in str(report)
