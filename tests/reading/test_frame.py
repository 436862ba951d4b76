"""The frame of a story: every line above the body and after it is sorted by what speaks for it."""

from collections import Counter
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsschema import Author, Correction, Genre, from_json, read_text, to_json
from newsschema.reading._lexicon.frame_words import FRAME
from newsschema.reading._story.story import split_paragraphs, take_apart

_HEADLINE = "Arch to reopen after the storm"
_BODY = "The arch will reopen on Monday, the harbour master said."
_MORE = "It had been shut since the storm of last winter."
_TRAILER = "org.newsschema.trailer"
_PRINTED = "org.newsschema.printed"


def _copy(*lines):
    return "\n\n".join(lines)


def _kept(article):
    """Every line that the article holds, wherever it stands."""
    told = [article.headline, article.section, article.rights, article.publisher, article.credit]
    told += [line for part in (article.summary, article.byline) if part for line in part.split("\n")]
    told += [*article.text.split("\n\n"), *article.extra.get(_TRAILER, ()), *article.extra.get(_PRINTED, ())]
    return Counter(filter(None, told))


@pytest.mark.parametrize(
    ("above", "between", "fields"),
    [
        (["WORLD NEWS"], [], {"section": "WORLD NEWS"}),
        (["News > World"], [], {"section": "News > World"}),
        (["STORM ON THE COAST"], ["By Lena Brandt"], {"section": "STORM ON THE COAST", "byline": "By Lena Brandt"}),
        ([], ["World", "By Lena Brandt"], {"section": "World", "byline": "By Lena Brandt"}),
        (["OPINION"], ["By Lena Brandt"], {"section": "OPINION", "genre": Genre.OPINION}),
        (["Analysis"], [], {"section": "Analysis", "genre": Genre.ANALYSIS}),
        (["Sponsored content"], [], {"genre": Genre.ADVERTISEMENT}),
        (["FOR IMMEDIATE RELEASE", "Contact: Jo Lind, 555-0100"], [], {"genre": Genre.PRESS_RELEASE}),
        (["PRESS RELEASE", "March 3, 2026"], [], {"genre": Genre.PRESS_RELEASE, "published": date(2026, 3, 3)}),
        (["EMBARGOED UNTIL 3 March 2026 06:00 GMT"], [], {"embargoed_until": datetime(2026, 3, 3, 6, tzinfo=UTC)}),
        (["Editor's note: The story names a child."], ["By Lena Brandt"], {"byline": "By Lena Brandt"}),
        (["Reuters"], [], {"credit": "Reuters"}),
        (["BBC News"], [], {"publisher": "BBC News"}),
        (["Courtesy of Shore Weekly"], [], {"credit": "Shore Weekly"}),
        (["By Lena Brandt", "Read more: rain"], [], {"byline": "By Lena Brandt"}),
        (
            [],
            ["By Lena Brandt", "Political reporter, Shore News"],
            {"byline": "By Lena Brandt\nPolitical reporter, Shore News"},
        ),
        ([], ["By LENA BRANDT", "Associated Press"], {"byline": "By LENA BRANDT\nAssociated Press"}),
        ([], ["By Lena Brandt", "lena@shore.example"], {"byline": "By Lena Brandt\nlena@shore.example"}),
        ([], ["Lena Brandt", "3 March 2026"], {"byline": "Lena Brandt", "published": date(2026, 3, 3)}),
        ([], ["Lena Brandt | 3 March 2026"], {"published": date(2026, 3, 3)}),
        ([], ["Lena Brandt, political correspondent"], {"byline": "Lena Brandt, political correspondent"}),
        ([], ["By Lena Brandt", "By Omar Haddad"], {"byline": "By Lena Brandt\nBy Omar Haddad"}),
        ([], ["Staff reporter"], {"byline": "Staff reporter", "authors": ()}),
        ([], ["Lena Brandt in Oslo"], {"byline": "Lena Brandt in Oslo", "summary": None}),
        ([], ["Lena Brandt and Omar Haddad"], {"byline": "Lena Brandt and Omar Haddad", "summary": None}),
        ([], ["Lena Brandt Science editor", "@lena"], {"byline": "Lena Brandt Science editor\n@lena", "summary": None}),
        ([], ["Lena Brandt, Oslo"], {"byline": "Lena Brandt, Oslo"}),
        ([], ["Chaos in Oslo"], {"byline": None}),
        ([], ["Staff and agencies"], {"byline": "Staff and agencies", "authors": ()}),
        ([], ["Gazette staff and AP"], {"byline": "Gazette staff and AP", "authors": ()}),
        ([], ["From staff and wire reports"], {"byline": "From staff and wire reports", "authors": ()}),
        ([], ["Staff and nurses"], {"byline": None, "authors": ()}),
        ([], ["Reuters and AFP"], {"credit": "Reuters and AFP", "byline": None}),
        ([], ["By Reuters"], {"byline": "By Reuters", "credit": "Reuters", "authors": ()}),
        (
            [],
            ["Divers found that the cracks are only skin deep", "By Lena Brandt"],
            {"summary": "Divers found that the cracks are only skin deep"},
        ),
        ([], ["Divers found that the cracks are only skin deep."], {"summary": None}),
        (
            [],
            ["Divers found that the cracks are only skin deep.", "By Lena Brandt", "3 March 2026"],
            {"summary": "Divers found that the cracks are only skin deep.", "published": date(2026, 3, 3)},
        ),
        ([], ["- It is safe", "- It reopens on Monday"], {"summary": "- It is safe\n- It reopens on Monday"}),
        ([], ["The arch at dawn. (Photo by Jo Lind)", "By Lena Brandt"], {"byline": "By Lena Brandt"}),
        ([], ["Photo: Jo Lind/Shore Pictures"], {}),
        ([], ["Updated 10:15 GMT, 4 March 2026"], {"updated": datetime(2026, 3, 4, 10, 15, tzinfo=UTC)}),
        ([], ["Published 3 hours ago", "5 min read"], {"published": None}),
        ([], ["AFP, Tue 3 March 2026"], {"credit": "AFP", "published": date(2026, 3, 3)}),
        (["From: Jo Lind <jo@shore.example>", "To: desk@shore.example", "Subject: arch copy"], [], {"byline": None}),
        (["Subject: arch copy", "Date: Tue, 3 Mar 2026"], ["By Lena Brandt"], {"published": date(2026, 3, 3)}),
        ([], ["From Lena Brandt in Oslo"], {"byline": "From Lena Brandt in Oslo"}),
    ],
)
def test_lines_above_the_body(above, between, fields):
    """Each kind of line above the body has its field, hides nothing that follows, and is not lost."""
    lines = (*above, _HEADLINE, *between, _BODY, _MORE)
    article = read_text(_copy(*lines))
    body = _copy(*([] if fields != {"summary": None} else between), _BODY, _MORE)
    assert (_HEADLINE, body) == (article.headline, article.text)
    assert fields == {name: getattr(article, name) for name in fields}
    assert not Counter(lines) - _kept(article)
    assert article == from_json(to_json(article))


@pytest.mark.parametrize(
    "after",
    [
        ["ENDS"],
        ["###"],
        ["- 30 -"],
        ["Short link:", "https://example.org/x"],
        ["Read more: Rain on the coast"],
        ["Related stories", "Rain on the coast", "Snow in the hills"],
        ["Our Standards: The Shore Principles."],
        ["(Reporting by Lena Brandt in Oslo and Omar Haddad; Editing by Cy Wolf)"],
        ["Additional reporting by Omar Haddad"],
        ["Lena Brandt contributed to this report."],
        ["___", "Shore Press writer Lena Brandt in Bergen contributed to this report."],
        ["With files from Shore Press"],
        ["Follow Lena Brandt on Twitter @lenab"],
        ["This article originally appeared on Shore Weekly."],
        ["Sign up for our newsletter"],
        ["Correction: June 5, 2018", "An earlier version of this article misstated the height of the arch."],
        ["CORRECTION", "The arch was built in 1911, and not in 1912."],
        ["CORRECTION (May 9, 2025): The arch was built in 1911, and not in 1912."],
        ["Clarification, May 9: The arch was built in 1911, Jo Lind said."],
        ["Corrections & Clarifications: A previous version said that “it was built in 1912”."],
        ["UPDATE (2 p.m.): This story has been updated to give the year."],
        ["• This article was amended on 4 March 2026. An earlier version gave the wrong height."],
        ["About Pierworks", "Pierworks builds quay walls in nine countries. It was founded in 1911."],
        [
            "###",
            "About Pierworks",
            "Pierworks builds quay walls.",
            "Media contact:",
            "Jo Lind",
            "+47 555 01 00",
            "jo@pier.example",
        ],
        ["For more information, contact: Jo Lind, jo@pier.example"],
        ["ENDS", "Notes to editors", "The arch was built in 1911 and is listed."],
        ["Editor's note: The writer lives beside the arch."],
        ["#arch #coast"],
        ["(Image credit: Shore Weekly)"],
        ["ENDS", "© 2026 The Bergen Courier"],
        ["© 2026 The Bergen Courier", "All rights reserved."],
        ["Tags: arch, storm"],
    ],
)
def test_lines_after_the_story(after):
    """What follows a story is no part of it, gives no quotation, and is kept line by line."""
    article = read_text(_copy(_HEADLINE, _BODY, _MORE, *after))
    rights = [line for line in after if line.startswith("©")]
    assert (_copy(_BODY, _MORE), 1) == (article.text, len(article.quotes))
    assert [line for line in after if line not in rights] == list(article.extra.get(_TRAILER, ()))
    assert (rights or [None])[0] == article.rights


@pytest.mark.parametrize(
    "last",
    [
        "Reporting by the Courier found that the arch was unsafe.",
        "Contact between the two towns was lost for a week.",
        "About 40 people watched from the quay.",
        "Share prices fell after the news.",
        "Related work will begin in May.",
        "More than a hundred ships wait outside.",
        "Correction officers guarded the quay all night.",
        "Copyright law has nothing to say on arches.",
        "He asked them to visit https://example.org/arch for the plans, and many did so at once.",
        "Watch",
    ],
)
def test_last_paragraphs_that_begin_like_one(last):
    """A sentence that only begins like a line after the story is body."""
    article = read_text(_copy(_HEADLINE, _BODY, _MORE, last))
    assert article.text.endswith(last)


@pytest.mark.parametrize(
    "middle",
    ["Read more: Rain on the coast", "___", "About the arch", "Correction", "ENDS", "By Lena Brandt", "3 March 2026"],
)
def test_lines_inside_the_story_stay(middle):
    """A line like one of the frame with much of the story on either side keeps its place."""
    body = [f"{_BODY} It is the {number} time." for number in ("first", "second", "third", "fourth", "fifth", "sixth")]
    lines = [*body, middle, *body, *body]
    assert _copy(*lines) == read_text(_copy(_HEADLINE, *lines)).text


@pytest.mark.parametrize(
    "first",
    [
        "Mayor Ann Pike said on Monday: “We will build it again.”",
        "Friend,",
        "What I saw:",
        "- It is safe",
        "(It is safe)",
        "it is safe",
        f"{'Long ' * 40}",
        "3 March 2026",
    ],
)
def test_first_lines_that_are_no_headline(first):
    """A sentence that ends in a quotation, an open line, a bullet or a date is no headline."""
    assert read_text(_copy(first, _MORE, _MORE)).headline is None


@pytest.mark.parametrize(
    "first",
    [
        "Arch reopens",
        "Is the arch ‘safe’?",
        "“WE WILL REBUILD” - MAYOR",
        "Arch Is Safe, Harbour Master Says.",
        "Arch is safe;",
    ],
)
def test_first_lines_that_are_a_headline(first):
    """Headlines may be short, ask, hold marks, or end in a stop where they have capitals throughout."""
    assert first == read_text(_copy(first, _BODY, _MORE)).headline


def test_lines_in_between_near_the_head_stay():
    """An advertisement, or a picture's line with a quotation in it, ends no body and begins none."""
    lines = ["“It is safe,” Ines Okafor said.", "Advertisement", "“It is old,” she said. (Photo: Jo Lind/AFP)", _BODY]
    assert _copy(*lines) == read_text(_copy(_HEADLINE, *lines)).text


def test_a_dateline_tells_the_standfirst():
    """A sentence between headline and dateline is the standfirst."""
    article = read_text(_copy(_HEADLINE, "Divers find no cracks.", f"BERGEN, Norway — {_BODY}", _MORE))
    assert ("Divers find no cracks.", "BERGEN, Norway") == (article.summary, article.dateline.place)


def test_corrections_are_told_apart():
    """Each correction has its words and the date that stands in them."""
    article = read_text(
        _copy(
            *(_HEADLINE, _BODY, _MORE),
            *("Correction: June 5, 2018", "The arch is 12 metres high, and not 21.", "It is older, too."),
            "• This article was amended on 4 March 2026 to give the right year.",
        )
    )
    wanted = (
        Correction(
            text="Correction: June 5, 2018\nThe arch is 12 metres high, and not 21.\nIt is older, too.",
            date=date(2018, 6, 5),
        ),
        Correction(text="• This article was amended on 4 March 2026 to give the right year.", date=date(2026, 3, 4)),
    )
    assert wanted == article.corrections


def test_writers_are_known_from_the_lines_below():
    """A role and an outlet on the next line are the writer's."""
    article = read_text(_copy(_HEADLINE, "By Lena Brandt", "Political reporter, Shore News", _BODY, _MORE))
    assert (Author(name="Lena Brandt", role="Political reporter", affiliation="Shore News"),) == article.authors


def test_too_much_said_of_writers_is_kept_only():
    """Where more is said of a writer than a byline holds, the lines are kept and the name is read."""
    address = f"https://shore.example/{'lena-' * 26}brandt"
    article = read_text(_copy(_HEADLINE, "By Lena Brandt", address, _BODY, _MORE))
    assert (f"By Lena Brandt\n{address}", (Author(name="Lena Brandt"),)) == (article.byline, article.authors)


def test_dates_without_a_value_do_no_harm():
    """A line may say when it was published in full and when it was updated in part."""
    article = read_text(_copy(_HEADLINE, "Published 3 March 2026 | Updated 10:15", _BODY, _MORE))
    assert (date(2026, 3, 3), None) == (article.published, article.updated)


def test_first_writers_and_credits_count():
    """Further sections stand around the story, and a line that gives a second credit stays in the body."""
    article = read_text(_copy("News", "Reuters", "World", _HEADLINE, "AFP", _BODY, _MORE))
    assert ("News", "Reuters", ("World",), _copy("AFP", _BODY, _MORE)) == (
        article.section,
        article.credit,
        article.extra[_TRAILER],
        article.text,
    )


def test_known_facts_win_over_the_frame():
    """A headline that is known is the line's, and an update before the known day of publication is dropped."""
    text = _copy(_HEADLINE, "3 March 2026", "Updated 4 March 2026", _BODY)
    article = read_text(text, headline=_HEADLINE, published=date(2026, 3, 5))
    assert (_HEADLINE, _BODY, date(2026, 3, 5), None) == (
        article.headline,
        article.text,
        article.published,
        article.updated,
    )


def test_wrapped_copy_has_a_frame_too():
    """Short lines of wrapped copy end where they end; the frame is read as in copy of one line a paragraph."""
    text = """Arch to reopen after the storm
By Lena Brandt
3 March 2026

The arch will reopen on Monday, the harbour master said, after divers
had looked at each of its piers and found that the cracks were only
skin deep and that nobody need fear for it.

It had been shut since the storm of last winter, when a barge broke
its chains and was driven against the third pier in the dark, and the
watchman saw the lamps go out.

ENDS
Short link:"""
    article = read_text(text)
    assert ("Arch to reopen after the storm", "By Lena Brandt", date(2026, 3, 3), 2, ("ENDS", "Short link:")) == (
        article.headline,
        article.byline,
        article.published,
        len(article.paragraphs),
        article.extra[_TRAILER],
    )


_LINES = st.sampled_from(
    [
        *(
            _HEADLINE,
            _BODY,
            _MORE,
            "WORLD NEWS",
            "By Lena Brandt",
            "Political reporter",
            "3 March 2026",
            "Updated 4 March 2026",
            "Reuters",
        ),
        *(
            "BERGEN, NORWAY",
            f"OSLO (NTB) — {_BODY}",
            "FOR IMMEDIATE RELEASE",
            "Contact: Jo Lind",
            "Editor's note: x",
            "Correction:",
            "ENDS",
        ),
        *(
            "About Pierworks",
            "Read more:",
            "555-0100",
            "© 2026 Shore",
            "(Reporting by Lena Brandt)",
            "“It is safe,” she said.",
            "• One",
            "___",
        ),
        *(
            "Lena Brandt | 3 March 2026",
            "EMBARGOED UNTIL noon",
            "Published today",
            "(AP Photo/Jo Lind)",
            "#arch",
            "World",
            "BBC News",
        ),
    ]
)


def test_lines_far_from_head_and_tail_are_body() -> None:
    """A line amid a long story is body, though it would be a date at its head."""
    lines = [_HEADLINE, *[_BODY] * 30, "Published 3 March 2026", *[_BODY] * 30]
    assert take_apart("\n\n".join(lines)).paragraphs == lines[1:]


@given(st.lists(_LINES, min_size=1, max_size=12))
def test_no_line_is_lost(lines):
    """Whatever lines a text has, each stands somewhere, as it came, and at least one is body."""
    story = take_apart("\n\n".join(lines))
    kept = [story.headline, *story.summary, story.section, *story.byline, *story.printed, *story.around, story.rights]
    kept += [*story.paragraphs, story.credit, story.publisher]
    assert not Counter(lines) - Counter(kept)
    assert story.paragraphs


@given(st.lists(_LINES, min_size=1, max_size=12))
def test_any_frame_makes_an_article(lines):
    """Whatever the lines, the article is valid and survives JSON."""
    article = read_text("\n\n".join(lines))
    assert article == from_json(to_json(article))


def test_openings_are_told_apart():
    """No opening of a line is listed for two kinds, and each begins with a word, by which it is found."""
    listed = [phrase for phrases in FRAME.openings.values() for phrase in phrases]
    assert len(set(listed)) == len(listed)
    assert all(phrase[0].isalnum() for phrase in listed)


def test_paragraphs_of_an_empty_text():
    """A text without words has none."""
    assert ([], []) == (split_paragraphs(" \n\n "), take_apart("").paragraphs)
