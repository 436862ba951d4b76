"""How the types show themselves, and how articles are sorted."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsschema import Article, Attribution, Author, Correction, Dateline, Fragment, Quote, Source, Span, sort_key
from newsschema.strategies import STRATEGIES, articles


@given(articles())
def test_the_repr_of_any_article_is_short(article):
    """It has less than a thousand characters, whatever the article holds."""
    assert len(repr(article)) < 1000
    assert repr(article).startswith("Article(id=")


@given(st.sampled_from(sorted(STRATEGIES, key=lambda cls: cls.__name__)).flatmap(STRATEGIES.get))
def test_the_str_of_anything_is_a_line(model):
    """It names the type, and has no line break in it."""
    assert len(str(model).splitlines()) == 1
    assert str(model).startswith(type(model).__name__)
    assert len(str(model)) <= 120


def test_a_long_article():
    """Each value is cut short, the more of them there are the shorter; of parts their number is shown."""
    long = "word " * 400
    quote = Quote(id="q1", kind="direct", content=[Fragment(text="word ", start=0, end=5)], attribution=Attribution())
    article = Article(
        id="urn:example:1",
        headline=long,
        text=long,
        published="2026-03-03",
        dateline=Dateline(text=long),
        status="usable",
        quotes=[quote] * 1,
        extra={"org.example": long},
    )
    assert "published=2026-03-03" in repr(article)
    assert "status='usable'" in repr(article)
    assert "dateline=<Dateline 'word" in repr(article)
    assert repr(article).endswith("quotes=<1 quotes>, extra=a dict with 1 key)")
    fields = ("summary", "byline", "publisher", "credit", "section", "version", "rights")
    more = article.replace(**dict.fromkeys(fields, long), url="https://example.org/" + "a" * 80, updated="2026-03-04")
    assert len(repr(more)) < 1000


@pytest.mark.parametrize(
    ("model", "line"),
    [
        (Source(id="s1", name="Ines Okafor", kind="person"), "Source 's1' 'person' 'Ines Okafor'"),
        (Span(text="a\nb"), "Span 'a\\nb'"),
        (Author(name="Lena Brandt"), "Author 'Lena Brandt'"),
        (Attribution(cue=Span(text="said")), "Attribution 'said'"),
        (Attribution(), "Attribution"),
        (Article(id="urn:example:1", text="Rain fell."), "Article 'urn:example:1' 'Rain fell.'"),
    ],
)
def test_lines(model, line):
    """What tells one object from another is in the line."""
    assert line == str(model)


def test_what_is_sorted_by_dates_and_times_mixed():
    """Instants in order, a date before the times of its day, no date at the end, then the ids."""
    times = [
        "2026-03-03T00:30:00+01:00",
        None,
        "2026-03-03",
        "2026-03-02",
        "2026-03-02T23:30:00.5Z",
        "2026-03-03T00:00:00Z",
    ]
    found = [Article(id=f"urn:x:{index}", text="", published=time) for index, time in enumerate(times)]
    assert [3, 0, 4, 2, 5, 1] == [int(article.id[-1]) for article in sorted(found, key=sort_key)]
    updated = Article(id="urn:x:6", text="", updated="2026-03-03")
    assert sort_key(updated)[:4] == sort_key(found[2])[:4]


@given(st.lists(articles(), max_size=3, unique_by=lambda article: article.id))
def test_any_articles_can_be_sorted(found):
    """The order is total, and the same whatever it was before."""
    assert sorted(found, key=sort_key) == sorted(set(found), key=sort_key)


def test_the_ends_of_time():
    """The first and the last moments have their place too."""
    first = Article(id="urn:x:1", text="", published="0001-01-01T00:00:00+14:00")
    last = Article(id="urn:x:2", text="", published=datetime(9999, 12, 31, 23, 59, tzinfo=UTC))
    assert sort_key(first) < sort_key(Article(id="urn:x:3", text="", published=date(1, 1, 1))) < sort_key(last)


def test_equal_objects_are_of_one_type_and_hold_the_same():
    """Objects are equal to those of the same type alone; the same instant under another offset is another time."""
    span = Span(text="Rain")
    assert span == Span(text="Rain")
    assert hash(span) == hash(Span(text="Rain"))
    assert span not in (Span(text="Snow"), Fragment(text="Rain"), "Rain", None)
    one, other = (Correction(text="x", date=f"2026-03-24T{time}") for time in ("09:30:00+01:00", "08:30:00Z"))
    assert one == Correction(text="x", date="2026-03-24T09:30:00+01:00")
    assert hash(one) == hash(one.replace())
    assert one != other
    assert repr(span) == "Span(text='Rain', start=None, end=None, part=<Part.TEXT: 'text'>)"
