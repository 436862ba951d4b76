"""What an article tells about itself."""

import copy
import pickle
import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsschema import (
    Article,
    Attribution,
    Edit,
    Fragment,
    Location,
    Part,
    Quote,
    QuoteKind,
    Source,
    Span,
    ValidationError,
    content_id,
)
from newsschema.strategies import articles


@given(articles())
def test_paragraphs(article: Article) -> None:
    """Paragraphs are the stretches between blank lines, in their places, with every other character in them."""
    paragraphs = article.paragraphs
    assert [article.text[span.start : span.end] for span in paragraphs] == [span.text for span in paragraphs]
    lines = re.sub(r"\r\n?", "\n", article.text)
    assert [part for part in re.split(r"\n\n+", lines.strip("\n")) if part] == [
        re.sub(r"\r\n?", "\n", span.text) for span in paragraphs
    ]


def test_a_line_is_no_paragraph() -> None:
    """A single line break is inside a paragraph."""
    assert ["Roses are red,\nviolets blue.", "Sugar."] == [
        span.text for span in Article(id="urn:x:1", text="\nRoses are red,\nviolets blue.\n\n\nSugar.\n").paragraphs
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_as_any_system_has_it(end: str) -> None:
    """Two line ends of any kind lie between two paragraphs, one is inside; a quote over two of them continues."""
    text = f"Rain fell.{end}It was late.{end}{end}Wind came.{end}{end}{end}Sun."
    article = Article(id="urn:x:1", text=text)
    assert [f"Rain fell.{end}It was late.", "Wind came.", "Sun."] == [span.text for span in article.paragraphs]
    assert [0, 1, 2] == [article.locate(article.span(word)).paragraph for word in ("late", "Wind", "Sun")]
    over = [article.span(words) for words in (f"fell.{end}It", f"late.{end}{end}Wind")]
    pieces = [Fragment(text=span.text, start=span.start, end=span.end) for span in over]
    quotes = [Quote(id="q", kind=QuoteKind.EPITHET, content=[piece]) for piece in pieces]
    assert [False, True] == [article.continues(quote) for quote in quotes]


@given(articles(), st.integers(0, 40))
def test_locate(article: Article, width: int) -> None:
    """A span's place is its paragraph and as many characters around it as asked for and there."""
    for quote in article.quotes:
        for fragment in quote.content:
            place = article.locate(fragment, width)
            part = article.part(fragment.part)
            if fragment.start is None or fragment.end is None:
                assert Location(paragraph=None, before="", after="") == place
                continue
            assert part is not None
            end = fragment.end + len(place.after)
            assert place.before + fragment.text + place.after == part[fragment.start - len(place.before) : end]
            assert len(place.before) == min(width, fragment.start)
            assert len(place.after) == min(width, len(part) - fragment.end)
            if fragment.part is not Part.TEXT or not article.paragraphs:
                assert place.paragraph is None
            else:
                begun = [index for index, span in enumerate(article.paragraphs) if (span.start or 0) <= fragment.start]
                assert place.paragraph == (begun[-1] if begun else 0)


def test_locate_in_a_part_that_is_not_there() -> None:
    """A span of another article has no place in this one."""
    article = Article(id="urn:x:1", text="Rain fell.")
    span = Span(text="Rain", start=0, end=4, part=Part.HEADLINE)
    with pytest.raises(ValidationError, match="the span is in the headline, and the article has none"):
        article.locate(span)
    assert Location(paragraph=0, before="", after=" fell.") == article.locate(span.replace(part=Part.TEXT))
    blank = Article(id="urn:x:1", text="\n\n")
    assert Location(paragraph=None, before="", after="\n") == blank.locate(Span(text="\n", start=0, end=1))


@given(articles())
def test_parts(article: Article) -> None:
    """Each part is the field of its name."""
    assert [article.text, article.headline, article.summary] == [article.part(name) for name in Part]
    assert article.text == article.part("text")
    with pytest.raises(ValidationError, match="no part of an article: expected one of 'text', 'headline', 'summary'"):
        article.part("body")  # type: ignore[arg-type]  # there is none


@given(articles())
def test_sources_and_their_quotes(article: Article) -> None:
    """A source's quotes are those whose source it is, in the article's order."""
    for source in article.sources:
        expected = tuple(quote for quote in article.quotes if article.source_of(quote) == source)
        assert expected == article.quotes_of(source) == article.quotes_of(source.id)
    for quote in article.quotes:
        source_ = article.source_of(quote)
        assert (source_ is None) is (quote.source is None)
        assert source_ is None or source_.id == quote.source


@given(articles())
def test_words(article: Article) -> None:
    """The words of a quote are its pieces in their order."""
    for quote in article.quotes:
        assert quote.words == " ".join(fragment.text for fragment in quote.content)


@pytest.mark.parametrize(
    ("cue", "place"),
    [
        (Span(text="x", start=1, end=2), "before"),
        (Span(text="x", start=5, end=6), "inside"),
        (Span(text="x", start=9, end=10), "after"),
        (Span(text="x", start=1, end=2, part=Part.HEADLINE), None),
        (Span(text="x"), None),
        (None, None),
    ],
)
def test_where_the_cue_stands(cue: Span | None, place: str | None) -> None:
    """A cue stands before, inside or after the content of its quote, where all their places are known."""
    content = (Fragment(text="a", start=3, end=4), Fragment(text="b", start=7, end=8))
    quote = Quote(id="q", kind=QuoteKind.DIRECT, content=content, attribution=Attribution(cue=cue))
    assert place == quote.cue_position
    assert quote.replace(content=(*content, Fragment(text="elsewhere"))).cue_position is None
    assert Quote(id="q", kind=QuoteKind.EPITHET, content=content).cue_position is None


def test_sources_of_quotes_without_one() -> None:
    """A quote without an attribution, and one whose attribution names nobody, have no source."""
    content = (Fragment(text="x"),)
    for quote in (
        Quote(id="q", kind=QuoteKind.EPITHET, content=content),
        Quote(id="q", kind=QuoteKind.DIRECT, content=content, attribution=Attribution()),
    ):
        assert quote.source is None
        assert Article(id="urn:x:1", text="", quotes=(quote,)).source_of(quote) is None


def test_labels() -> None:
    """A source is called by its name, else by its description, else by its id."""
    assert "Ines Okafor" == Source(id="s1", name="Ines Okafor", description="the harbour master").label
    assert "a port official" == Source(id="s1", description="a port official", anonymity="anonymous").label
    assert "s1" == Source(id="s1", anonymity="unresolved").label


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("“x”", ("“", "”")),
        ('"x"', ('"', '"')),
        ("``x''", ("``", "''")),
        ("''x''", ("''", "''")),
        ("'x'", ("'", "'")),
        ("«x»", ("«", "»")),
        ("„x“", ("„", "“")),
        ("‹x›", ("‹", "›")),
        ("「x」", ("「", "」")),
        ("『x』", ("『", "』")),
        ("‘x’", ("‘", "’")),
        ('a "x," b', ('"', "")),
        ('“x,"', ("“", "")),
        ('"\nx\n"', ("", "")),
        ("« x »", ("", "")),
        ("ax b", ("", "")),
        ("x", ("", "")),
        ("`x`", ("", "")),
    ],
)
def test_marks(text: str, marks: tuple[str, str]) -> None:
    """The marks of a fragment are those right before and right after it, double ones whole."""
    article = Article(id="urn:x:1", text=text)
    start = text.index("x")
    assert marks == article.marks_of(Fragment(text="x", start=start, end=start + 1))


def test_continued_quotes() -> None:
    """A quote continues where its pieces stand in several paragraphs, or one piece runs over them."""
    article = Article(id="urn:x:1", headline="One", text="One\n\ntwo\nthree")
    one, two, three = (
        Fragment(text=word, start=article.text.index(word), end=article.text.index(word) + len(word))
        for word in ("One", "two", "three")
    )
    above = Fragment(text="One", start=0, end=3, part=Part.HEADLINE)

    def continued(*content: Fragment) -> bool:
        return article.continues(Quote(id="q", kind=QuoteKind.EPITHET, content=content))

    assert continued(one, two)
    assert continued(Fragment(text="One\n\ntwo", start=0, end=8))
    assert not continued(two, three)
    assert not continued(above, two)
    assert not continued(one, Fragment(text="elsewhere"))


@given(st.text(st.characters(exclude_categories=["Cs"])), st.text(), st.none() | st.text())
def test_content_ids(text: str, other: str, headline: str | None) -> None:
    """The same words get the same id, which is a URI an article takes; other words get another."""
    made = content_id(text, headline)
    assert made == content_id(text, headline)
    assert made == Article(id=made, text="").id
    assert re.fullmatch(r"ni:///sha-256;[A-Za-z0-9_-]{43}", made)
    assert (made == content_id(other, headline)) is (text == other)


def test_examples_of_content_ids() -> None:
    """The digest is of headline, blank line and body in UTF-8 (the empty one is RFC 6920's own algorithm's)."""
    assert content_id("") == "ni:///sha-256;47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU"
    assert content_id("b", "a") == content_id("a\n\nb")


def test_an_edit_stands_by_itself() -> None:
    """An edit is a span with a kind."""
    assert "[sic]" == Edit(text="[sic]", kind="sic", start=3, end=8).text


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, lambda place: pickle.loads(pickle.dumps(place))])
def test_a_location_can_be_copied(copied: Callable[[Location], Location]) -> None:
    """Where a span stands may be kept, or sent to another process."""
    place = Location(paragraph=1, before="a", after="b")
    assert place == copied(place)
