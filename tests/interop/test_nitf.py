"""NITF, against the official schema, as round trips, and as agencies send it."""

import re
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from lxml import etree

from newsschema import (
    Article,
    Attribution,
    Author,
    Code,
    Correction,
    Dateline,
    Fragment,
    Genre,
    Quote,
    QuoteKind,
    Source,
    SourceKind,
    Span,
    Subject,
    SubjectKind,
    ValidationError,
    to_dict,
)
from newsschema.interop import LossCode, Report
from newsschema.interop._nitf_body import Mark, nested, paragraphs
from newsschema.interop._report import differences
from newsschema.interop._xml import without_forbidden
from newsschema.interop.nitf import FORMATS, KEPT, from_nitf, to_nitf
from newsschema.strategies import articles

few = settings.get_profile("half")
NOTE = re.compile(r'<meta name="newsschema"[^>]*/>\n')


def nitf(body="<p>Rain fell.</p>", head="", body_head=""):
    """A document."""
    return (
        f"<nitf><head>{head}</head><body><body.head>{body_head}</body.head>"
        f"<body.content>{body}</body.content></body></nitf>"
    )


def read(**parts):
    """The article of a document."""
    return from_nitf(nitf(**parts))[0]


@pytest.fixture(scope="module")
def schema(standards):
    """The official schema of NITF 3.6."""
    return etree.XMLSchema(etree.parse(standards / "nitf" / "nitf-3-6.xsd"))


# Round trips.


@given(article=articles())
@few
def test_what_comes_back_is_what_was_written(article):
    """Every article comes back whole, but for characters of its parts that XML cannot hold."""
    document, report = to_nitf(article)
    back = from_nitf(document)[0]
    assert differences(article, back, "NITF") == report
    if all(without_forbidden(part or "") == (part or "") for part in (article.text, article.headline, article.summary)):
        assert (article, Report()) == (back, report)


def test_what_is_there_only_afterwards_is_told_in_the_order_of_the_document():
    """Fields that a format brings are losses as well, in the order in which they stand."""
    brought = dict.fromkeys(("headline", "summary", "byline", "publisher", "credit", "section", "rights"), "x")
    bare = Article(id="urn:example:1", text="Rain fell.")
    losses = differences(bare, bare.replace(**brought), "a format").losses
    assert [(name,) for name in brought] == [loss.path for loss in losses]


@given(article=articles())
@few
def test_what_is_written_is_valid(schema, article):
    """Documents validate against the official schema."""
    document = etree.fromstring(to_nitf(article)[0].encode())
    assert schema.validate(document), schema.error_log.last_error


@given(article=articles())
@few
def test_without_our_note_the_table_says_what_is_carried(article):
    """What the table says is carried comes back from a document without our `meta`, too."""
    plain = article.replace(quotes=())
    losses = differences(plain, from_nitf(NOTE.sub("", to_nitf(plain)[0]))[0], "NITF").losses
    carried = {row.ours for row in FORMATS[0].fields if row.carried == "yes"}
    lost = {".".join(step for step in loss.path if isinstance(step, str)): loss for loss in losses}
    assert set() == {name for name in carried & lost.keys() if is_clean(at(to_dict(plain), lost[name].path))}


def at(tree, path):
    """What a path leads to."""
    for step in path:
        tree = tree[step] if isinstance(tree, list) else tree.get(step, "")
    return tree


def is_clean(value):
    """Whether XML can hold a value, and any reader of markup gives it back."""
    return not isinstance(value, str) or (without_forbidden(value) == value and value.strip() != "")


def test_our_story_is_valid_and_comes_back(schema, article):
    """A story with quotations of every kind."""
    document, report = to_nitf(article)
    assert schema.validate(etree.fromstring(document.encode())), schema.error_log.last_error
    assert ((article, Report()), Report()) == ((from_nitf(document)[0], from_nitf(document)[1]), report)
    assert '<q class="newsschema" quote-source="Inés Okafor">Nobody need be afraid,</q>' in document
    spoken = [quote for quote in article.quotes if quote.kind is not QuoteKind.EPITHET]
    assert document.count("<q ") == sum(piece.verbatim for quote in spoken for piece in quote.content)


def test_forbidden_characters_are_reported():
    """What XML cannot hold becomes a replacement character, in its place, and is reported."""
    quote = Quote(
        id="q1",
        kind="direct",
        content=[Fragment(text="wet\x01", start=1, end=5)],
        attribution=Attribution(mention=Span(text="\x01"), cue=Span(text="said", start=7, end=11)),
        edits=[],
    )
    article = Article(id="urn:x:1", text="“wet\x01” said \x02 Ann.", rights="\x03", quotes=[quote])
    document, report = to_nitf(article)
    assert [("text",), ("quotes", 0, "content", 0, "text")] == [loss.path for loss in report.losses]
    assert {LossCode.CHANGED} == {loss.code for loss in report.losses}
    back = from_nitf(document)[0]
    assert ("“wet\ufffd” said \ufffd Ann.", "\x03") == (back.text, back.rights)


def test_the_quotes_of_a_changed_body_find_their_place(article):
    """The text was changed by others: what our note says of it is looked for in it."""
    document = to_nitf(article)[0].replace("The ferry", "The old ferry")
    back, _ = from_nitf(document)
    assert [quote.words for quote in article.quotes] == [quote.words for quote in back.quotes]
    assert article.quotes[2].content[0].start + len("old ") == back.quotes[2].content[0].start


def test_a_quotation_that_others_put_in_is_read_beside_ours(article):
    """Elements of others count, also where a note of ours speaks of our own."""
    document = to_nitf(article)[0].replace("The ferry ", '<q quote-source="Ann Lee">The ferry</q> ', 1)
    back, _ = from_nitf(document)
    assert len(article.quotes) + 1 == len(back.quotes)
    assert "Ann Lee" in [source.name for source in back.sources]


def test_what_was_read_is_given_back():
    """Elements that say more than the model come back in their places."""
    head = (
        '<title>slug</title><meta name="desk" content="night"/><tobject tobject.type="news"/>'
        '<docdata management-status="embargoed"><doc-id id-string="X 1" regsrc="SNB"/><urgency ed-urg="3"/></docdata>'
        '<pubdata item-length="2" unit-of-measure="word"/><x:desk xmlns:x="urn:x">night</x:desk>'
    )
    document = nitf(head=head, body_head="<hedline><hl1>Rain</hl1><hl2>More to come</hl2></hedline>").replace(
        "</body></nitf>", "<body.end><tagline>Ann helped.</tagline></body.end></body></nitf>"
    )
    article, report = from_nitf(document)
    assert "urn:x-nitf:X%201" == article.id
    assert ({"ed-urg": "3"},) == article.extra[KEPT]["urgency"]
    assert {LossCode.KEPT} == {loss.code for loss in report.losses}
    written = to_nitf(article)[0]
    for part in (
        '<doc-id id-string="X 1" regsrc="SNB"/>\n<urgency ed-urg="3"/>',
        '<docdata management-status="embargoed">',
        "<hedline>\n<hl1>Rain</hl1>\n<hl2>More to come</hl2>\n</hedline>",
        '<pubdata item-length="2" unit-of-measure="word"/>',
        '<ns0:desk xmlns:ns0="urn:x">night</ns0:desk>',
        "<body.end>\n<tagline>Ann helped.</tagline>\n</body.end>",
    ):
        assert part in written
    assert article == from_nitf(written)[0]


def test_what_has_become_false_is_not_given_back():
    """An element as it was read is not written where the article says something else by now."""
    article = read(head='<docdata><doc-id id-string="X" regsrc="SNB"/><urgency ed-urg="3"/></docdata>')
    written = to_nitf(article.replace(id="urn:x:2"))[0]
    assert ('<doc-id id-string="urn:x:2"/>' in written, '<urgency ed-urg="3"/>' in written) == (True, True)
    broken = to_nitf(article.replace(extra={KEPT: {"urgency": "3", "a b": [{}], "x": [5]}}))[0]
    assert "urgency" not in NOTE.sub("", broken)
    assert "doc-id" in to_nitf(article.replace(extra={KEPT: "nothing to give back"}))[0]


def test_our_note_may_be_broken():
    """A note that is none is reported, and the rest is read."""
    for content in ("{", "[]", "&quot;x&quot;"):
        article, report = from_nitf(
            nitf(head=f'<meta name="newsschema" content="{content}"/><meta name="a" content="b"/>')
        )
        assert (LossCode.UNREADABLE, ("meta", "newsschema")) == (report.losses[0].code, report.losses[0].path)
        assert ("Rain fell.", ({"name": "a", "content": "b"},)) == (article.text, article.extra[KEPT]["meta"])
    note = '{"quotes": [5], "sources": [5], "id": null}'.replace('"', "&quot;")
    article, report = from_nitf(nitf(head=f'<meta name="newsschema" content="{note}"/>'))
    assert [("meta", "newsschema", "sources", 0), ("meta", "newsschema", "quotes", 0)] == [
        loss.path for loss in report.losses[:2]
    ]


# What others write.


def test_the_fields_of_a_document():
    """Headline, byline, dates and the rest are read from where NITF has them."""
    head = (
        '<title>slug</title><tobject><tobject.property tobject.property.type="analysis"/>'
        '<tobject.property tobject.property.type="review"/></tobject>'
        '<docdata management-status="usable"><correction info="The day was wrong."/><doc-id id-string="urn:x:7"/>'
        '<date.issue norm="20260303T063000+0100"/><date.release norm="20260304T000000Z"/><du-key version="2"/>'
        "</docdata>"
        '<pubdata name="The Courier" ex-ref="https://example.org/7" position.section="World"/>'
        '<revision-history norm="20260302T080000Z"/><revision-history norm="20260305T080000Z"/>'
    )
    body_head = (
        "<hedline><hl1>Rain <em>again</em></hl1></hedline><rights>© 2026 SNB</rights>"
        "<byline>By <person value='https://example.org/moe'>Ann Moe</person>, "
        "<byttl>Odda <em>reporter</em>, <org>SNB</org></byttl></byline><distributor><org>SNB</org></distributor>"
        "<dateline><location><city>ODDA</city><country>Norway</country></location> "
        "<story.date>March 3</story.date></dateline>"
        "<abstract><p>It is wet.</p><p>Very.</p></abstract>"
    )
    article, report = from_nitf(nitf(head=head, body_head=body_head).replace("<nitf>", '<nitf baselang="en-GB">'))
    assert (
        Article(
            id="urn:x:7",
            headline="Rain again",
            text="Rain fell.",
            language="en-GB",
            published="2026-03-03T06:30:00+01:00",
            updated="2026-03-05T08:00:00Z",
            summary="It is wet.\n\nVery.",
            byline="By Ann Moe, Odda reporter, SNB",
            authors=[
                Author(name="Ann Moe", role="Odda reporter", affiliation="SNB", same_as=["https://example.org/moe"])
            ],
            publisher="The Courier",
            credit="SNB",
            dateline=Dateline(text="ODDA, Norway, March 3", place="ODDA, Norway", date="March 3"),
            url="https://example.org/7",
            section="World",
            genre="analysis",
            version="2",
            status="usable",
            embargoed_until="2026-03-04T00:00:00Z",
            rights="© 2026 SNB",
            corrections=[Correction(text="The day was wrong.")],
            extra=article.extra,
        )
        == article
    )
    assert {LossCode.KEPT} == {loss.code for loss in report.losses}


@pytest.mark.parametrize(
    ("norm", "expected"),
    [
        ("20260303T063000+0100", "2026-03-03T06:30:00+01:00"),
        ("20260303T063000Z", "2026-03-03T06:30:00+00:00"),
        ("2026-03-03T06:30:00+01:00", "2026-03-03T06:30:00+01:00"),
        ("20260303T063000.5+01:00", "2026-03-03T06:30:00.500000+01:00"),
        ("20260303", "2026-03-03"),
        ("20260303000000-0500", "2026-03-03"),  # as NITF says that the time is not known
        ("20260303T063000", "2026-03-03"),
    ],
)
def test_dates_have_many_forms(norm, expected):
    """Of a time without an offset the date is read."""
    published = read(head=f'<docdata><date.issue norm="{norm}"/></docdata>').published
    assert expected == published.isoformat()


def test_a_date_that_is_none_is_reported_and_kept():
    """Strict reading refuses it."""
    document = nitf(head='<docdata><date.issue norm="YYYYMMDD"/></docdata>')
    article, report = from_nitf(document)
    assert (LossCode.UNREADABLE, ("date.issue", 0, "norm")) == (report.losses[0].code, report.losses[0].path)
    assert ({"norm": "YYYYMMDD"},) == article.extra[KEPT]["date.issue"]
    with pytest.raises(ValidationError) as caught:
        from_nitf(document, strict=True)
    assert [(Code.BAD_DATE, ("date.issue", 0, "norm"))] == [(issue.code, issue.path) for issue in caught.value.issues]


@pytest.mark.parametrize(
    ("docdata", "embargoed", "updated"),
    [
        ('<date.release norm="20260303T063000Z"/>', None, None),  # released with the issue
        ('<date.release norm="20260303"/>', date(2026, 3, 3), None),
        ('</docdata><revision-history norm="20260303T063000Z"/><docdata>', None, None),
        ('</docdata><revision-history norm="20260302T063000Z"/><docdata>', None, None),
        ('</docdata><revision-history norm="2026-03-03T07:00Z"/><docdata>', None, datetime(2026, 3, 3, 7, tzinfo=UTC)),
    ],
)
def test_an_embargo_and_an_update_come_after_the_issue(docdata, embargoed, updated):
    """A release with the issue is no embargo, and a revision before it or with it no update."""
    article = read(head=f'<docdata><date.issue norm="20260303T063000Z"/>{docdata}</docdata>')
    assert (embargoed, updated) == (article.embargoed_until, article.updated)


@pytest.mark.parametrize(
    ("byline", "printed", "authors"),
    [
        ("By Ann Moe", "By Ann Moe", []),  # nothing says that it is a name
        ("By ANN MOE<byttl>SNB Writer</byttl>", "By ANN MOE\nSNB Writer", [Author(name="ANN MOE", role="SNB Writer")]),
        ("Sam Colby, <byttl>editor</byttl>", "Sam Colby, editor", [Author(name="Sam Colby", role="editor")]),
        ("<byttl>Weather desk</byttl>", "Weather desk", []),
        ("By <byttl>Weather desk</byttl>", "By Weather desk", []),
        (
            "By Ann Moe and Bo Li<byttl>reporters</byttl>",
            "By Ann Moe and Bo Li\nreporters",
            [Author(name="Ann Moe", role="reporters"), Author(name="Bo Li", role="reporters")],
        ),
        ("<person>Ann Moe</person>", "Ann Moe", [Author(name="Ann Moe")]),
        ("<person>A</person> and <person>B</person><byttl><org>S</org></byttl>", "A and B\nS", ["A", "B"]),
        ("<person/>", None, []),
        ("in <location>Odda</location>", "in Odda", []),
    ],
)
def test_bylines_name_their_writers(byline, printed, authors):
    """Writers are those whom the line marks, or the words before a title."""
    article = read(body_head=f"<byline>{byline}</byline>")
    expected = [Author(name="A"), Author(name="B", affiliation="S")] if authors == ["A", "B"] else authors
    assert (printed, expected) == (article.byline, list(article.authors))


def test_a_writer_without_a_byline_has_one_in_nitf():
    """Authors are written as bylines, and come back as authors alone."""
    authors = [Author(name="Ann Moe", role="editor", affiliation="SNB"), Author(name="Bo Li", affiliation="SNB")]
    article = Article(id="urn:x:1", text="Rain.", authors=[*authors, Author(name="Cy Day")])
    document, report = to_nitf(article)
    assert "<byline><person>Ann Moe</person><byttl>editor, <org>SNB</org></byttl></byline>" in document
    assert (article, Report()) == (from_nitf(document)[0], report)
    assert (*authors, Author(name="Cy Day")) == from_nitf(NOTE.sub("", document))[0].authors


@pytest.mark.parametrize(
    ("dateline", "expected"),
    [
        ("<location>ODDA</location>, March 3 (SNB)", Dateline(text="ODDA, March 3 (SNB)", place="ODDA")),
        ("<story.date norm='20260303T063000Z'>20260303T063000Z</story.date>", None),  # for programs
        ("<story.date norm='20260303'/>", None),
        ("ODDA</dateline><dateline>BERGEN", Dateline(text="ODDA")),
    ],
)
def test_a_dateline_is_a_printed_line(dateline, expected):
    """The first line, as printed, and what is marked in it."""
    assert expected == read(body_head=f"<dateline>{dateline}</dateline>").dateline


def test_subjects_have_codes_and_schemes():
    """Codes of the IPTC become URIs; other codes are kept; keywords, people, bodies and places are subjects."""
    head = (
        "<tobject>"
        '<tobject.subject tobject.subject.refnum="17005000" tobject.subject.type="Sky" tobject.subject.matter="Rain"/>'
        '<tobject.subject tobject.subject.ipr="SNB" tobject.subject.refnum="W1" tobject.subject.detail="Storm"/>'
        '<tobject.subject tobject.subject.ipr="IPTC" tobject.subject.refnum="17000000"/><tobject.subject/></tobject>'
        '<docdata><key-list><keyword key="rain"/><keyword>wet</keyword><keyword/></key-list>'
        '<identified-content><person value="https://example.org/moe">Ann Moe</person><org value="SNB"/>'
        '<location location-code="NO">Norway</location><event>Odda Day</event>'
        "<classifier>rain</classifier></identified-content>"
        '<evloc city="Odda" state-prov="Vestland"/></docdata>'
    )
    article, report = from_nitf(nitf(head=head))
    code = "http://cv.iptc.org/newscodes/subjectcode/"
    assert (
        Subject(name="Rain", uri=f"{code}17005000"),
        Subject(name="Storm"),
        Subject(name="17000000", uri=f"{code}17000000"),
        Subject(name="rain"),
        Subject(name="wet"),
        Subject(name="Ann Moe", kind=SubjectKind.PERSON, uri="https://example.org/moe"),
        Subject(name="SNB", kind=SubjectKind.ORGANISATION),
        Subject(name="Norway", kind=SubjectKind.PLACE),
        Subject(name="Odda Day", kind=SubjectKind.EVENT),
        Subject(name="Odda, Vestland", kind=SubjectKind.PLACE),
    ) == article.subjects
    assert ["1 subjects have a code and no name, and the code stands for it: 17000000"] == [
        loss.reason for loss in report.losses if loss.code is LossCode.CHANGED
    ]


def test_subjects_are_written_in_their_places():
    """Codes, keywords and others each have an element."""
    code = "http://cv.iptc.org/newscodes/subjectcode/"
    subjects = [
        Subject(name="weather", uri=f"{code}17000000"),
        Subject(name="rain", uri=f"{code}17005000"),
        Subject(name="hail", uri=f"{code}17005001"),
        Subject(name="wet"),
        Subject(name="Ann Moe", kind="person", uri="urn:x:moe"),
        Subject(name="Odda", kind="place", uri="urn:x:odda"),
        Subject(name="news", uri="urn:x:news"),
    ]
    article = Article(id="urn:x:1", text="Rain.", subjects=subjects, genre=Genre.LIVE)
    document = NOTE.sub("", to_nitf(article)[0])
    assert article == from_nitf(document)[0]
    assert 'tobject.subject.type="weather"' in document
    assert '<location location-code="urn:x:odda">Odda</location>' in document


# Quotations.


def said(body):
    """Who says what in a body, with the mention and the kind."""
    article, _ = from_nitf(nitf(body=body))
    found = []
    for quote in article.quotes:
        source, mention = article.source_of(quote), quote.attribution.mention
        found.append(
            (
                quote.words,
                quote.kind.value,
                source and source.label,
                source and source.role,
                mention and (mention.text, mention.start),
            )
        )
    return found


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>“<q>It is wet,</q>” said Ann.</p>", [("It is wet,", "direct", None, None, None)]),
        (
            "<p><q quote-source='Ann Moe'>“It is wet,”</q> she said.</p>",
            [("It is wet,", "direct", "Ann Moe", None, None)],
        ),
        (
            "<p><q quote-source='Ann Moe'>“It is wet,” she said, “and cold.”</q></p>",
            [("It is wet, she said, and cold.", "partial", "Ann Moe", None, None)],
        ),
        (
            "<p><q quote-source='Ann Moe'>It is “wet”, he says</q></p>",
            [("It is “wet”, he says", "direct", "Ann Moe", None, None)],
        ),
        ("<p quote-source='Odda Post'>«It is wet»</p>", [("It is wet", "direct", "Odda Post", None, None)]),
        ("<p><q quote-source='she'>Wet</q></p>", [("Wet", "direct", None, None, None)]),
        ("<p><q quote-source='an official'>Wet</q></p>", [("Wet", "direct", "an official", None, None)]),
        ("<p><q quote-source='Ann'/>Wet</p>", []),
        ("<p xml:space='preserve'><q>\n\nWet</q></p>", [("Wet", "direct", None, None, None)]),
        ("<p><q quote-source='Ann'>“”</q></p>", [("“”", "direct", "Ann", None, None)]),
    ],
)
def test_marked_words_are_quotations(body, expected):
    """What an element marks is said, by whom it says; quotation marks at its edges are no part of it."""
    assert expected == said(body)


@pytest.mark.parametrize(
    "person",
    [
        "<person>Ann Moe</person>",
        "<person id='Ann Moe'>Ann Moe</person>",
        "<person value='ANN MOE'>Ann Moe</person>",
    ],
)
def test_speakers_are_found_in_the_text(person):
    """The speaker is a person of the text, by name, id or value."""
    body = f"<p>It rained.</p><p>“<q quote-source='Ann Moe'>Wet,</q>” said {person}.</p>"
    assert [("Wet,", "direct", "Ann Moe", None, ("Ann Moe", 24))] == said(body)


def test_an_id_names_a_person():
    """A source may be the id of a person, whose name and role are those of the text."""
    body = "<p><person id='p1'><function>harbour master</function> Ann Moe</person>: <q quote-source='p1'>Wet.</q></p>"
    assert [("Wet.", "direct", "Ann Moe", "harbour master", ("harbour master Ann Moe", 0))] == said(body)
    body = "<p><person>Ann Moe, <function>harbour master</function></person>: <q quote-source='Ann Moe'>Wet.</q></p>"
    assert [("Wet.", "direct", "Ann Moe", "harbour master", ("Ann Moe, harbour master", 0))] == said(body)
    body = "<p><person><function>The mayor</function></person>: <q quote-source='The mayor'>Wet.</q></p>"
    assert [("Wet.", "direct", "The mayor", "The mayor", ("The mayor", 0))] == said(body)


def test_the_nearest_words_of_the_paragraph_are_the_mention():
    """Of several places of a person the nearest in the same paragraph counts; in another paragraph none."""
    ann = "<person>Ann</person>"
    body = f"<p>{ann} and {ann} said <q quote-source='Ann'>wet</q> to us, not {ann}.</p>"
    body += "<p><q quote-source='Ann'>Wet.</q></p>"
    assert [("Ann", 8), None] == [found[-1] for found in said(body)]
    body = f"<p><q quote-source='Ann'>I, {ann}, am wet,</q> {ann} said.</p>"
    assert [("Ann", 16)] == [found[-1] for found in said(body)]


def test_a_body_may_speak():
    """An organisation that is marked speaks as one."""
    body = "<p><q quote-source='Odda Port'>Wet,</q> said <org>Odda Port</org>.</p>"
    assert [SourceKind.ORGANISATION] == [source.kind for source in from_nitf(nitf(body=body))[0].sources]


def test_block_quotes_have_a_credit():
    """The credit below a block quote names the source; each paragraph is a piece."""
    body = "<bq><block><p>Wet.</p><p>Cold.</p></block><credit>— Ann Moe</credit></bq><p>So it was.</p>"
    article, _ = from_nitf(nitf(body=body))
    assert ["Wet.", "Cold."] == [piece.text for piece in article.quotes[0].content]
    assert ("Ann Moe", "Ann Moe") == (article.sources[0].name, article.quotes[0].attribution.mention.text)
    body = "<bq quote-source='Ann Moe'><block><p>Wet.</p></block><credit><person>A. Moe</person></credit></bq>"
    assert [("Wet.", "direct", "Ann Moe", None, ("A. Moe", 6))] == said(body)
    assert [] == said("<bq><credit>Ann Moe</credit></bq>")


def test_quotations_in_quotations():
    """Another speaker's words inside a quotation are a quotation of their own; the same speaker's are a part of it."""
    body = "<p><q quote-source='Ann'>He said <em><q quote-source='Bo'>no</q></em> and <q>left</q>.</q></p>"
    article, _ = from_nitf(nitf(body=body))
    assert [("He said no and left.", None), ("no", "q1")] == [(quote.words, quote.parent) for quote in article.quotes]
    body = "<p><q quote-source='Ann'>I and <person>Bo, <q quote-source='Bo'>the wet</q></person>.</q></p>"
    assert [None, "q1"] == [quote.parent for quote in from_nitf(nitf(body=body))[0].quotes]


def test_elements_that_are_not_carried_are_reported():
    """Pictures are left out, and marks in the text that nobody quotes are reported."""
    body = (
        "<media><media-caption>Rain</media-caption></media><p><em>Rain</em> fell on <person>Ann</person>, "
        "<org>SNB</org> said. “<q quote-source='Bo'>Wet,</q>” <person>Bo</person> said.</p>"
    )
    _, report = from_nitf(nitf(body=body))
    assert [
        (LossCode.NO_PLACE, "there is no place for it (1 in the text)"),
        (LossCode.CHANGED, "the words of these elements are kept, and not the elements: em (1), person (1), org (1)"),
    ] == [(loss.code, loss.reason) for loss in report.losses]


def test_marks_nest_or_are_left_out():
    """Elements in a paragraph are nested; one that crosses another, or lies too deep, is left out."""
    marks = [Mark(0, 4, "a", {}), Mark(1, 3, "b", {"x": "y"}), Mark(2, 5, "c", {}), Mark(5, 6, "d", {})]
    inner = {"b": {"x": "y", "#": ["12"]}}
    assert [{"a": {"#": ["0", inner, "3"]}}, "4", {"d": {"#": ["5"]}}] == nested("012345", marks)
    deep = nested("0", [Mark(0, 1, "a", {})] * 20)
    depth = 0
    while isinstance(deep[0], dict):
        deep, depth = deep[0]["a"]["#"], depth + 1
    assert (8, ["0"]) == (depth, deep)


def test_marks_over_paragraphs_are_cut():
    """A mark over several paragraphs is one in each, and no second goes over the same end."""
    marks = [Mark(1, 6, "a", {}), Mark(2, 5, "b", {}), Mark(6, 7, "c", {})]
    assert [
        {"p": {"#": ["0", {"a": {"#": ["1"]}}]}},
        {"p": {"#": [{"a": {"#": ["23"]}}, {"c": {"#": ["4"]}}]}},
    ] == paragraphs("01\n\n234", marks)
    assert [{"p": {"#": ["01"]}}, {"p": {"#": ["234"]}}] == paragraphs("01\n\n234", [Mark(2, 3, "a", {})])


@pytest.mark.parametrize(
    "text", ["", "a", "a\nb", "a\n\nb", "\n", "\n\n", "a\n\n\nb", " a", "a  b", "a\tb", "a\n\n", "a\r\nb"]
)
def test_every_text_is_written_exactly(text):
    """White space that readers of markup would change is marked as to be kept."""
    article = Article(id="urn:x:1", text=text, headline="a  b", summary="a\nb")
    assert article == from_nitf(NOTE.sub("", to_nitf(article)[0]))[0]


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ({"kind": "direct"}, ["q", "person", "function"]),
        ({"kind": "epithet"}, []),
        ({"kind": "direct", "attribution": Attribution(source="s1", polarity="denied")}, []),
        ({"kind": "direct", "attribution": Attribution()}, ["q"]),
        (
            {"kind": "direct", "attribution": Attribution(source="s2", mention=Span(text="Ann", start=28, end=31))},
            ["q"],
        ),
        ({"kind": "direct", "attribution": Attribution(source="s1", mention=Span(text="Moe"))}, ["q"]),
        (
            {"kind": "direct", "attribution": Attribution(source="s1", mention=Span(text="Ann", start=28, end=31))},
            ["q", "person"],
        ),
        (
            {"kind": "direct", "attribution": Attribution(source="s3", mention=Span(text="Ann", start=28, end=31))},
            ["q"],
        ),
        ({"kind": "direct", "content": [Fragment(text="Wet,")]}, ["person", "function"]),
    ],
)
def test_only_what_was_said_is_marked(quote, expected):
    """Who reads NITF alone is told of what was said, and by whom, and of nothing else."""
    text = "“Wet,” said harbour master ~Ann."
    words = {"id": "q1", "content": [Fragment(text="Wet,", start=1, end=5)]}
    mention = Span(text="harbour master ~Ann", start=12, end=31)
    told = {"attribution": Attribution(source="s1", mention=mention)}
    sources = [
        Source(id="s1", name="Ann", kind="person", role="harbour master"),
        Source(id="s2", name="Ann"),
        Source(id="s3", description="Ann", kind="person", anonymity="described"),
    ]
    article = Article(id="urn:x:1", text=text, sources=sources, quotes=[Quote(**words | told | quote)])
    document = to_nitf(article)[0]
    assert expected == re.findall(r"<(q|person|function)\b", document.partition("<body.content>")[2])
    assert article == from_nitf(document)[0]


# What is none.


@pytest.mark.parametrize(
    ("document", "code", "words"),
    [
        ("<html/>", Code.WRONG_TYPE, "expected NITF, and the first element is 'html'"),
        ("<nitf/>", Code.MISSING_FIELD, "there is no article in it"),
        ("<nitf><head/><body><body.head/></body></nitf>", Code.MISSING_FIELD, "there is no article in it"),
        ("Rain fell.", Code.WRONG_TYPE, "not XML"),
        (None, Code.WRONG_TYPE, "expected XML"),
    ],
)
def test_what_is_no_nitf_is_refused(document, code, words):
    """Other documents, and those without an article, are refused in words."""
    with pytest.raises(ValidationError) as caught:
        from_nitf(document)
    (issue,) = caught.value.issues
    assert (code, True) == (issue.code, words in issue.message)


def test_a_document_without_text_says_so():
    """A headline alone is an article, and that there is no text is reported."""
    hedline = "<hedline><hl1 id='h'/><hl1>Rain</hl1></hedline>"
    article, report = from_nitf(f"<nitf><body><body.head>{hedline}</body.head></body></nitf>")
    assert ("Rain", "", "there is no text in it") == (article.headline, article.text, report.losses[0].reason)


@pytest.mark.parametrize(
    "start", ["<nitf>", '<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/">', '<n:nitf xmlns:n="urn:x">']
)
def test_namespaces_make_no_difference(start):
    """Documents come with a namespace, without, and with prefixes."""
    document = nitf().replace("<nitf>", start)
    if start.startswith("<n:"):
        document = re.sub(r"<(/?)(?!n:)(\w)", r"<\1n:\2", document)
    assert "Rain fell." == from_nitf(document)[0].text


def test_the_official_examples_of_a_document_type_read():
    """A document type that lies elsewhere is no hindrance."""
    document = '<?xml version="1.0"?>\n<!DOCTYPE nitf SYSTEM "nitf-3-2.dtd">\n' + nitf(body="<p>caf&eacute;</p>")
    assert "café" == from_nitf(document.encode())[0].text
