"""Plain copy taken apart: what stands before the body, in it and after it."""

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from newsschema import Author, Dateline, NewsSchemaError, ValidationError, content_id, read_text

_BODY = "The bridge is safe, engineers say."


@pytest.mark.parametrize(
    ("line", "when"),
    [
        ("2024-05-01", date(2024, 5, 1)),
        ("2024-05-01T10:00:00Z", datetime(2024, 5, 1, 10, tzinfo=UTC)),
        ("2024-05-01 10:00+02:00", datetime(2024, 5, 1, 10, tzinfo=timezone(timedelta(hours=2)))),
        ("Thursday 24 Mar 2016", date(2016, 3, 24)),
        ("24th March, 2016", date(2016, 3, 24)),
        ("Mar. 24, 2016", date(2016, 3, 24)),
        ("March 24, 2016, 9:15 GMT", datetime(2016, 3, 24, 9, 15, tzinfo=UTC)),
        ("Published: 24 March 2016", date(2016, 3, 24)),
    ],
)
def test_date_lines_are_read(line, when):
    """A line with a whole date, in any usual form, says when the story was published."""
    assert when == read_text(f"Bridge to reopen\n\n{line}\n\n{_BODY}").published


@pytest.mark.parametrize("line", ["AFP , Thursday 24 Mar 2016", "AFP - March 24, 2016", "AFP | 2016-03-24"])
def test_credit_lines_are_read(line):
    """A credit and a date on one line are both read."""
    article = read_text(f"Bridge to reopen\n\n{line}\n\n{_BODY}")
    assert ("AFP", date(2016, 3, 24), _BODY) == (article.credit, article.published, article.text)


def test_agency_on_its_own_line():
    """A line with nothing but an agency is the credit, once."""
    article = read_text(f"Reuters\n\nBridge to reopen\n\nAFP\n\n{_BODY}")
    assert ("Reuters", "Bridge to reopen", f"AFP\n\n{_BODY}") == (article.credit, article.headline, article.text)


def test_updated_after_published():
    """The day of the last change is read beside the day of publication."""
    article = read_text(f"Bridge to reopen\n\n3 May 2020\n\nUpdated: 4 May 2020\n\n{_BODY}")
    assert (date(2020, 5, 3), date(2020, 5, 4)) == (article.published, article.updated)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("3 May 2020", "Updated: 2 May 2020"),
        ("Updated: 2 May 2020", "3 May 2020"),
        ("2020-05-03T10:00:00Z", "Updated: 2020-05-03T09:00:00Z"),
        ("2020-05-03T10:00:00Z", "Updated: 2 May 2020"),
        ("3 May 2020", "4 May 2020"),
    ],
)
def test_lines_that_contradict_stay_in_the_body(first, second):
    """A second date that cannot be is kept as text, not lost."""
    assert read_text(f"Bridge to reopen\n\n{first}\n\n{second}\n\n{_BODY}").text == f"{second}\n\n{_BODY}"


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Lena Brandt", (Author(name="Lena Brandt"),)),
        ("By Åsa Ørn", (Author(name="Åsa Ørn"),)),
        ("By Lena Brandt and Omar Haddad", (Author(name="Lena Brandt"), Author(name="Omar Haddad"))),
        ("By Lena Brandt, Weather Editor", (Author(name="Lena Brandt", role="Weather Editor"),)),
        ("By Lena Brandt in Bergen", (Author(name="Lena Brandt"),)),
        ("BY Jan van der Meer", (Author(name="Jan van der Meer"),)),
        ("Lena Brandt | lena@shore.example", (Author(name="Lena Brandt"),)),
    ],
)
def test_bylines_are_read(line, authors):
    """The line is kept as printed and the people in it are named."""
    article = read_text(f"Bridge to reopen\n\n{line}\n\n{_BODY}")
    assert (line, authors, _BODY) == (article.byline, article.authors, article.text)


def test_two_bylines_are_one():
    """Bylines on two lines name the writers together."""
    article = read_text(f"By Lena Brandt\n\nBy Omar Haddad\n\n{_BODY}")
    assert ("By Lena Brandt\nBy Omar Haddad", _BODY) == (article.byline, article.text)
    assert ["Lena Brandt", "Omar Haddad"] == [author.name for author in article.authors]


@pytest.mark.parametrize(
    ("line", "dateline"),
    [
        ("BERGEN, Norway (NTB) — ", Dateline(text="BERGEN, Norway (NTB)", place="BERGEN, Norway", credit="NTB")),
        (
            "BERGEN, March 3 (NTB) - ",
            Dateline(text="BERGEN, March 3 (NTB)", place="BERGEN", date="March 3", credit="NTB"),
        ),
        ("BERGEN — ", Dateline(text="BERGEN", place="BERGEN")),
        ("NEW YORK (AP) -- ", Dateline(text="NEW YORK (AP)", place="NEW YORK", credit="AP")),
    ],
)
def test_datelines_are_read(line, dateline):
    """The printed line is read and stays in the text; no quotation takes it in."""
    article = read_text(f"Bridge to reopen\n\n{line}{_BODY}")
    assert (dateline, line + _BODY) == (article.dateline, article.text)
    assert [quote.words for quote in article.quotes] == ["The bridge is safe"]


@pytest.mark.parametrize(
    "line",
    [
        *("ENDS", "-30-", "Short link:", "More to follow", "https://example.org/x", "Read more: rain"),
        *("Follow Bo Roe on Twitter: @boroe", "(This story has not been edited by our staff.)"),
        *("SOURCE Norr Foods", "— With assistance by Jo Lind", "UPDATE: This article has been changed."),
        *("If you have been affected by this story, call 116 123.", "Opinions expressed are those of the author."),
    ],
)
def test_trailing_lines_are_kept_apart(line):
    """What follows the story is no part of the body and is not lost."""
    article = read_text(f"Bridge to reopen\n\n{_BODY}\n\n{line}")
    assert (_BODY, (line,)) == (article.text, article.extra["org.newsschema.trailer"])


@pytest.mark.parametrize("line", ["SOURCES CLOSE", "Sources close to the bridge left.", "- Lena Brandt", "Ferries"])
def test_other_lines_at_the_end_are_text(line):
    """A line at the end that nothing tells apart is part of the body."""
    assert read_text(f"Bridge to reopen\n\n{_BODY}\n\n{line}").text == f"{_BODY}\n\n{line}"


@pytest.mark.parametrize("line", ["AFP", "-- AFP", "(AFP)"])
def test_an_agency_may_sign_the_story(line):
    """An agency alone in the last line is credited."""
    article = read_text(f"Bridge to reopen\n\n{_BODY}\n\n{line}")
    assert ("AFP", _BODY) == (article.credit, article.text)


def test_rights_are_kept():
    """A notice of copyright is the article's rights."""
    article = read_text(f"{_BODY}\n\nENDS\n\n© 2024 The Bergen Times")
    wanted = ("© 2024 The Bergen Times", ("ENDS",))
    assert wanted == (article.rights, article.extra["org.newsschema.trailer"])


@pytest.mark.parametrize(
    "text",
    [
        "\ufeffBridge to reopen\r\n\r\nIt is safe.\r\n\r\nIt is old.\r\n",
        "Bridge to reopen\nIt is safe.\nIt is old.",
        "\n\nBridge to reopen\n\n\n\nIt is safe.\n \nIt is old.\n",
    ],
)
def test_kind_of_newline_does_not_matter(text):
    """Byte order mark, carriage returns and single newlines give the same paragraphs."""
    article = read_text(text)
    wanted = ("Bridge to reopen", "It is safe.\n\nIt is old.")
    assert wanted == (article.headline, article.text)


def test_wrapped_lines_stay_together():
    """Lines wrapped at a width make one paragraph, and a quotation may go over their ends."""
    text = (
        "The harbour master said on\nMonday that the bridge was\nsafe after all and that\nit would reopen soon.\n\n"
        "The council agreed and\nsaid it would pay for\nthe work."
    )
    article = read_text(text)
    assert len(article.paragraphs) == 2
    assert article.quotes[0].words == "that the bridge was\nsafe after all and that\nit would reopen soon"


@pytest.mark.parametrize(
    "text", ["It is safe.", "", "\n", "One, two,\n\nIt is safe.", f"{'Long ' * 40}\n\nIt is safe."]
)
def test_no_headline_is_guessed(text):
    """A sentence, an open line or a long one is no headline."""
    assert read_text(text).headline is None


def test_known_facts_win():
    """What the caller knows is taken, and the first line is then text."""
    article = read_text(
        f"First line\n\n{_BODY}",
        id="urn:example:1",
        url="https://example.org/1",
        language="en",
        headline="Known",
        published=date(2020, 1, 2),
    )
    assert ("urn:example:1", "https://example.org/1", "en", "Known", date(2020, 1, 2), f"First line\n\n{_BODY}") == (
        article.id,
        article.url,
        article.language,
        article.headline,
        article.published,
        article.text,
    )


def test_name_is_made_of_the_words():
    """Without an id the article is named by its words."""
    assert content_id(_BODY, "Bridge to reopen") == read_text(f"Bridge to reopen\n\n{_BODY}").id


@pytest.mark.parametrize(
    ("headline", "body", "kinds"),
    [
        (
            "Bo Roe, star of ‘Moth Lane,’ dies",
            "Bo Roe, who was seen in “Moth Lane,” died on Monday, his agent Eva Lund told the Courier.",
            ["epithet", "partial"],
        ),
        (
            "Roe calls kiln ‘a mess’",
            "Bo Roe told the Courier the kiln was “a mess” on Monday.",
            ["direct", "partial"],
        ),
    ],
)
def test_titles_in_a_headline_are_nobodys_words(headline, body, kinds):
    """A title that a headline shares with what somebody reports is not what he says; other words are."""
    article = read_text(f"{headline}\n\n{body}")
    assert (kinds, headline) == ([str(quote.kind) for quote in article.quotes], article.headline)


def test_headline_words_have_the_speaker_of_the_body():
    """Marked words of a headline go to whoever says them in the body."""
    article = read_text("Bridge ‘safe after all’\n\n“It is safe after all,” Ines Okafor said.")
    head, body = article.quotes
    assert ("headline", "direct", "safe after all", body.source) == (
        head.content[0].part,
        head.kind,
        head.words,
        head.source,
    )


def test_headline_speaker_is_known_from_the_body():
    """A name in the headline is linked to the whole name in the body."""
    article = read_text("Okafor: ‘Not my fault’\n\nInes Okafor said it was late.")
    assert article.quotes[0].source == article.quotes[1].source


_HEADLINES = {
    "a surname whose bearer says nothing in the body": (
        "Okafor: ‘Not my fault’\n\nInes Okafor left at noon.",
        "Ines Okafor",
    ),
    "a name that the body has not": ("Okafor: ‘Not my fault’\n\nIt rained at noon.", "Okafor"),
    "a country": ("Norway says ‘not our fault’\n\nThe wall fell.", "Norwegian government"),
    "an office": (
        "Governor: ‘Not my fault’\n\nAgder governor Ines Okafor said it was late.",
        "Ines Okafor",
    ),
    "an office that two hold": (
        "Governor: ‘Not my fault’\n\nAgder governor Ines Okafor said it was late. Troms governor Bo Roe said it fell.",
        None,
    ),
}


@pytest.mark.parametrize("name", _HEADLINES)
def test_headline_is_read_last(name):
    """Who speaks in a headline is who bears the name, or alone the office, in the body."""
    text, wanted = _HEADLINES[name]
    article = read_text(text)
    source = article.source_of(article.quotes[0])
    assert wanted == (source and source.label)


def test_headline_may_be_of_one_whose_other_words_are_left_out():
    """A speaker whom only doubtful words in the body have is a source of the headline's words all the same."""
    article = read_text("Pike: ‘Not me’\n\nAnn Pike praised the crew.")
    assert ["Ann Pike"] == [source.name for source in article.sources]
    assert [article.sources[0].id] == [quote.source for quote in article.quotes]


def test_headline_words_of_nobody_are_an_epithet():
    """Marked words that nobody in the body says have no source."""
    article = read_text("A ‘sleeping beauty’ wakes\n\nThe arch is old.")
    wanted = ["epithet"]
    assert wanted == [quote.kind for quote in article.quotes]


def test_headline_that_only_reports_adds_nothing():
    """Indirect speech in a headline is told in the body."""
    assert read_text("Bridge is safe, engineers say\n\nIt is old.").quotes == ()


def test_the_long_example_reads_well():
    """The shipped story gives its parts, its sources, and each its own words."""
    copy = (Path(__file__).parents[2] / "examples" / "port-elsa.txt").read_text("utf-8")
    article = read_text(copy)
    assert (article.byline, article.credit, article.published) == ("By Zoë Ångquist", "Marland Press", date(2026, 3, 3))
    said = [(source.name or source.anonymity.value, source.kind.value) for source in article.sources]
    wanted = [
        ("Inés Þórsdóttir", "person"),
        ("anonymous", "person"),
        ("described", "document"),
        ("Islanders’ Guild", "organisation"),
        ("Tomáš Večeřa", "person"),
        ("Amélie N’Diaye", "person"),
        ("described", "government"),
        ("generic", "group"),
        ("Noor van den Ægir", "person"),
    ]
    assert wanted == said
    guild = article.sources[3].id
    words = ["the closure premature", "it hoped", "A ferry takes"]
    assert words == [
        quote.words[: len(start)]
        for quote, start in zip((quote for quote in article.quotes if quote.source == guild), words, strict=True)
    ]
    assert ["Iron Swan"] == [quote.words for quote in article.quotes if quote.attribution is None]
    assert ["reporters"] == [
        quote.attribution.addressee.text
        for quote in article.quotes
        if quote.attribution and quote.attribution.addressee and quote.attribution.cue.text in {"told", "promised"}
    ]


def test_bad_characters_are_refused_as_data():
    """A NUL leaves the library as its own error."""
    with pytest.raises(NewsSchemaError):
        read_text("It is\0 safe.")


@pytest.mark.parametrize("published", ["2026-03-24", date(2026, 3, 24)])
def test_a_date_that_is_given_may_be_its_text(published):
    """The day of publication is given as everywhere else; an update before it is not kept."""
    article = read_text("Bridge shut\n\nUpdated 3 March 2026\n\nBo Roe said it was shut.", published=published)
    assert (date(2026, 3, 24), None) == (article.published, article.updated)
    with pytest.raises(ValidationError, match="expected a date"):
        read_text("Bridge shut\n\nUpdated 3 March 2026\n\nBo Roe said it was shut.", published="yesterday")


@pytest.mark.parametrize(
    ("copy", "field", "value"),
    [
        (
            "Aud Berg hits back: ‘We sold it!’\n\nBy Jo Lind\n\nRain fell on Monday.",
            "headline",
            "Aud Berg hits back: ‘We sold it!’",
        ),
        ("Verdict\n\nCourt reporter\n\nA man was jailed on Monday for a year.", "byline", "Court reporter"),
        ("Rain fell on the town on Monday.\n\n(With PTI inputs)", "text", "Rain fell on the town on Monday."),
    ],
)
def test_lines_of_other_houses(copy, field, value):
    """Tabloids cry in their headlines, courts have reporters without a name, and agencies give inputs."""
    assert getattr(read_text(copy), field) == value
