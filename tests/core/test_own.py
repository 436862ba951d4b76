"""An article answers for its own quotes, sources and spans alone."""

import re

import pytest
from hypothesis import given

from newsschema import Article, Attribution, Fragment, Quote, Source, ValidationError
from newsschema.strategies import articles

POTTERY = Article(
    id="urn:example:1",
    text="“The kiln is cold,” Aud Berg said.",
    sources=[Source(id="s1", name="Aud Berg")],
    quotes=[
        Quote(
            id="q1",
            kind="direct",
            content=[Fragment(text="The kiln is cold,", start=1, end=18)],
            attribution=Attribution(source="s1"),
        )
    ],
)


def test_a_copy_is_as_good_as_the_object_itself():
    """Parts are told by their values."""
    assert POTTERY.sources[0] == POTTERY.source_of(POTTERY.quotes[0].replace())
    assert POTTERY.quotes == POTTERY.quotes_of(POTTERY.sources[0].replace())
    with pytest.raises(ValidationError, match="which has another quote with this id or a later version of this one"):
        POTTERY.source_of(POTTERY.quotes[0].replace(kind="partial"))


@given(articles(), articles())
def test_an_article_answers_for_its_own_parts(article, other):
    """A quote, source or span of another article is refused, unless it is the same in all."""
    for quote in other.quotes:
        if quote in article.quotes:
            assert (quote.source is None) is (article.source_of(quote) is None)
        else:
            with pytest.raises(ValidationError, match=re.escape(f"<Quote {quote.id}> is not part of this article")):
                article.source_of(quote)
        for piece in quote.content:
            text = article.part(piece.part)
            if piece.start is None or (text is not None and text[piece.start : piece.end] == piece.text):
                article.locate(piece)
            else:
                for ask in (article.locate, article.marks_of, lambda one: article.span("x", near=one)):
                    with pytest.raises(ValidationError, match=r"span-(mismatch|outside)"):
                        ask(piece)
    for source in other.sources:
        if source not in article.sources:
            with pytest.raises(ValidationError, match="is not part of this article") as caught:
                article.quotes_of(source)
            assert ["unknown-part"] == [issue.code for issue in caught.value.issues]


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (lambda: POTTERY.source_of(POTTERY.sources[0]), "expected a Quote, got a Source"),
        (lambda: POTTERY.source_of("q1"), "expected a Quote, got 'q1'"),
        (lambda: POTTERY.quotes_of(POTTERY.quotes[0]), "expected a Source or an id, got a Quote"),
        (lambda: POTTERY.locate(POTTERY.quotes[0]), "expected a Span, got a Quote"),
        (lambda: POTTERY.marks_of("The kiln"), "expected a Span, got 'The kiln'"),
        (lambda: POTTERY.continues("q2"), "expected a Quote, got 'q2'"),
    ],
)
def test_what_an_article_is_asked_about(ask, message):
    """What has another type is named with what was expected."""
    with pytest.raises(TypeError, match=f"^{re.escape(message)}$"):
        ask()
