"""What stands around a story on its page, in both directions: headlines, bylines, datelines, captions and links."""

import pytest

from newsschema.reading import read_text


@pytest.mark.parametrize(
    ("headline", "label"),
    [
        ("Berg stunned as Holt storms into the last eight: “I have to pinch myself”", "Kari Holt"),
        ("Voss out as Berg fumes: “We were robbed of it”", "Aud Berg"),
        ("Berg fumes: “We were robbed of it”", "Aud Berg"),
        ("Berg stunned in the last eight: “I have to pinch myself”", "Aud Berg"),
        ("Berg hits back at Holt: “We were robbed of it”", "Aud Berg"),
        ("New Berg kilns: “We were robbed of it”", None),
        ("‘I will fight on’: Berg tells of the fire", "Aud Berg"),
        ("“We will fight on” – Aud Berg on the fire", "Aud Berg"),
        ("‘Cruel and cold’: Berg faces the guild", None),
        ("‘I will fight on’: Berg slammed by the guild", None),
        ("Berg on fire: ‘I will fight on’: Holt tells all", "Aud Berg"),
    ],
)
def test_who_speaks_in_a_headline(headline, label):
    """Of two in a headline it is not the one who is affected by what the other does."""
    article = read_text(
        f"{headline}\n\nAud Berg met Kari Holt in Voss on Friday.\n\n“It is late,” she said.\n\n“No,” said Holt."
    )
    labels = {source.id: source.label for source in article.sources}
    assert labels.get(article.quotes[0].source or "") == label


@pytest.mark.parametrize(("shown", "count"), [("‘It is late,’ she says.", 1), ("At Voss’ kiln.", 0)])
def test_a_credit_behind_what_is_quoted(shown, count):
    """A paragraph that ends in a credit is a caption, unless somebody speaks in it."""
    article = read_text(f"Kilns\n\nAud Berg with a kiln. {shown} (Image: Norphoto)\n\nThe kiln fell.")
    assert (len(article.quotes), "Image" in article.text) == (count, bool(count))


_DATELINED = {
    "Berlin (dpa) - Kilns are cold, the guild said.": ("Berlin", "dpa"),
    "Berlin (dpa/lno) - Kilns are cold, the guild said.": ("Berlin", "dpa/lno"),
    "Vienna (apa) - Kilns are cold, the guild said.": ("Vienna", "apa"),
}


@pytest.mark.parametrize("text", _DATELINED)
def test_agencies_in_small_letters(text):
    """An agency may write its name in small letters in a dateline."""
    article = read_text(text)
    assert (article.dateline.place, article.credit) == _DATELINED[text]
    assert [quote.words for quote in article.quotes] == ["Kilns are cold"]


def test_remarks_in_brackets_are_no_agency():
    """What stands in brackets behind a place in small letters is an agency only by name."""
    assert read_text("Paris (see map) - Kilns are cold, the guild said.").dateline is None


def test_a_contact_of_several_lines_above_a_release():
    """The name and the desk under "Contact" belong to it, and are no headline."""
    article = read_text(
        "FOR IMMEDIATE RELEASE\n\nMedia Contact:\nAud Berg\nPress Desk, Norkiln\n(555) 555-0134\n\n"
        "Norkiln to light a new kiln in Voss\n\n"
        "VOSS, Norway, May 12, 2025 — Norkiln will light a kiln next spring, the company said."
    )
    assert article.headline == "Norkiln to light a new kiln in Voss"
    assert article.dateline.place == "VOSS, Norway"


_HEADLINES = {
    "Berg on leaving: ‘I need a rest’": "Aud Berg",
    "Berg to potters: ‘I need a rest’": "Aud Berg",
    "Berg on life after the guild: ‘I need a rest’": "Aud Berg",
    "Clayxit on hold: ‘We must wait’": None,
    "Heat on Berg: ‘We must wait’": None,
}


@pytest.mark.parametrize("headline", _HEADLINES)
def test_a_headline_with_a_topic(headline):
    """Whoever speaks on something, or to somebody, has the words behind the colon, if the text names that person."""
    article = read_text(f"{headline}\n\nHead potter Aud Berg leaves the guild on Friday after nine years.")
    assert [(source := article.source_of(quote)) and source.label for quote in article.quotes] == [_HEADLINES[headline]]


@pytest.mark.parametrize(
    ("headline", "label"),
    [
        ("Guild sued over ‘backdoor’", None),
        ("Guild denies ‘backdoor’", "Aud Berg"),
        ("Guild sued over ‘no backdoor at all’", "Aud Berg"),
    ],
)
def test_a_headline_with_a_matter(headline, label):
    """A single word in marks that tells over what somebody is sued is nobody's, though somebody has it in the text."""
    article = read_text(f"{headline}\n\nPotter Aud Berg said on Friday that there was “no backdoor at all”.")
    source = article.source_of(article.quotes[0])
    assert (source and source.label) == label


_BY_LINES = {
    "By AUD BERG FOR THE KILN COURIER": ["AUD BERG"],
    "By AUD BERG FOR KILNONLINE": ["AUD BERG"],
    "By AUD BERG IN VOSS": ["AUD BERG"],
    "By AUD BERG AND BO ROE": ["AUD BERG", "BO ROE"],
    "By Aud Berg for the Courier": ["Aud Berg"],
}


@pytest.mark.parametrize("line", _BY_LINES)
def test_for_whom_a_byline_was_written(line):
    """In capitals, too, "for" and "in" divide a byline; an outlet may have an article."""
    article = read_text(f"Guild lights kiln\n\n{line}\n\nThe guild said on Monday it would light a kiln.")
    assert ([one.name for one in article.authors], article.byline) == (_BY_LINES[line], line)


def test_an_agency_behind_the_town_of_a_dateline():
    """An agency may stand behind the town and a comma."""
    article = read_text("SYDNEY, AAP - The kiln will crack, its owner says.")
    assert (article.dateline.place, article.credit) == ("SYDNEY", "AAP")


_AROUND_THE_STORY = {
    "Share this page": True,
    "Share the ferry with friends, the guild says.": False,
    "Media caption: The kiln at Voss": True,
    "Image caption, The kiln at Voss": True,
    "Main image credit: Bo Roe/Norpix": True,
    "Follow Voss News on Facebook and X.": True,
    "Like many potters on Facebook, she was late.": False,
    "Leave a comment": True,
    "CLICK FOR FULL KILN RESULTS": True,
    "This article has been adapted from its original source.": True,
    "This article has been on her mind since May, she said.": False,
}


@pytest.mark.parametrize("line", _AROUND_THE_STORY)
def test_lines_around_a_story(line):
    """Links, captions and what was made of a story are no part of it, wherever they stand, and no corrections."""
    body = "The kiln in Voss was lit in 1911, and it has never gone out since that winter."
    article = read_text(f"The kiln that warmed a town\n\n{body}\n\n{body}\n\n{line}")
    assert (line in article.text, article.corrections) == (not _AROUND_THE_STORY[line], ())


def test_the_head_of_a_blog():
    """The way to a page, and a byline with what it is filed under."""
    body = "A man was held on Monday after a fire at a kiln, police said."
    line = "by Eva Lund | Mar 3, 2026 | Crime, Local News | 0 comments"
    article = read_text(f"Home » News » Local\n\nMan held after kiln fire\n\n{line}\n\nShare this story\n\n{body}")
    assert (article.headline, article.section, article.text) == (
        "Man held after kiln fire",
        "Home » News » Local",
        body,
    )
    assert ([author.name for author in article.authors], str(article.published)) == (["Eva Lund"], "2026-03-03")


def test_a_byline_with_bars_and_no_date():
    """Bars divide the parts of a byline, too."""
    body = "A man was held on Monday after a fire at a kiln, police said."
    article = read_text(f"Man held after kiln fire\n\nBy Eva Lund | Voss Courier\n\n{body}")
    assert [(author.name, author.affiliation) for author in article.authors] == [("Eva Lund", "Voss Courier")]


def test_questions_that_a_page_links():
    """Titles that end with a question are links as others are."""
    body = "The kiln in Voss was lit in 1911, and it has never gone out since that winter."
    article = read_text(f"The kiln\n\n{body}\n\n{body}\n\nMore on this story\n\nKilns: a guide\n\nWhy are kilns hot?")
    assert article.text == f"{body}\n\n{body}"


def test_a_known_town_and_an_agency_with_no_dash():
    """A town that is known needs no capitals and no dash before an agency."""
    article = read_text("London (CNN Business) A muddled view of trade talks is weighing on investors.")
    assert (article.credit, article.dateline and article.dateline.place) == ("CNN Business", "London")
    assert read_text("Rosewood (CNN Business) A muddled view of talks is weighing on investors.").dateline is None
