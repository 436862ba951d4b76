"""What the functions of the reader take: text, an article, a language; and what they refuse."""

from fractions import Fraction
from pathlib import Path

import pytest

from newsschema import Article, NewsSchemaWarning, ValidationError, content_id, read_text, reanchor
from newsschema.reading import explain, find_marks, find_quotes

ITEM = Article(
    id="urn:example:1", headline="“It is safe,” says Okafor", text="“It is safe,” harbour master Ines Okafor said."
)


def test_the_quotations_of_an_article_are_found():
    """They are those that the reader finds in the same story, and fit into the article."""
    sources, quotes = find_quotes(ITEM)
    read = read_text(f"{ITEM.headline}\n\n{ITEM.text}")
    assert (read.headline, read.sources, read.quotes) == (ITEM.headline, sources, quotes)
    assert ["headline", "text"] == [
        quote.content[0].part for quote in ITEM.replace(quotes=quotes, sources=sources).quotes
    ]
    assert find_quotes(ITEM.text) == find_quotes(ITEM.replace(headline=None))


@pytest.mark.parametrize("language", ["de", "pt-BR", "EN-us", "en", "und", None])
def test_rules_are_for_english(language, recwarn):
    """Another language is a warning, and is read like English."""
    found = find_quotes(ITEM.replace(language=language))
    read = read_text(ITEM.text, language=language).quotes
    expected = [f"the language is {language!r}, and quotations are found by rules for English"] * 2
    assert ([] if language in ("EN-us", "en", "und", None) else expected) == [str(one.message) for one in recwarn]
    assert {NewsSchemaWarning} >= {one.category for one in recwarn}
    assert (found, read) == (find_quotes(ITEM), find_quotes(ITEM.text)[1])


def test_no_language_is_an_error():
    """What is no language is refused by the article."""
    with pytest.raises(ValidationError, match="language: expected a str, got 5"):
        read_text("Rain.", language=5)


@pytest.mark.parametrize(
    "function",
    [
        read_text,
        find_quotes,
        find_marks,
        explain,
        content_id,
        ITEM.find,
        ITEM.span,
        lambda text: reanchor(ITEM, text=text),
    ],
)
@pytest.mark.parametrize(("given", "named"), [(Path("a.txt"), "Path"), (b"Rain.", "bytes"), (5, "5")])
def test_text_is_a_string(function, given, named):
    """The file that a text is in, its bytes and anything else are refused by what they are."""
    with pytest.raises(ValidationError, match=rf"expected text as a str, got .*{named} \(wrong-type\)"):
        function(given)


def _of_article(text, min_confidence):
    return find_quotes(ITEM.replace(headline=None, text=text), min_confidence=min_confidence)


@pytest.mark.parametrize("function", [read_text, find_quotes, _of_article])
@pytest.mark.parametrize("least", ["0.7", True, None, 0.5j])
def test_the_least_confidence_is_a_number(function, least):
    """It is refused where it is none, whatever the text."""
    with pytest.raises(TypeError, match=r"min_confidence: expected a number from 0 to 1, got "):
        function("Rain.", min_confidence=least)


@pytest.mark.parametrize("function", [read_text, find_quotes, _of_article])
@pytest.mark.parametrize("least", [70, -0.1, 1.01, float("nan"), float("inf")])
def test_the_least_confidence_is_a_share(function, least):
    """A percentage, or what is no number at all, is refused."""
    with pytest.raises(ValueError, match=r"min_confidence is a number from 0 to 1, got "):
        function("Rain.", min_confidence=least)


@pytest.mark.parametrize("least", [0, 1, Fraction(7, 10), 0.7])
def test_any_share_is_a_least_confidence(least):
    """Whole numbers and fractions are numbers, too."""
    assert read_text("Rain.", min_confidence=least).quotes == find_quotes("Rain.", min_confidence=least)[1] == ()
