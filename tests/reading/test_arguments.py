"""What the functions of the reader take: text, an article, a language; and what they refuse."""

from fractions import Fraction
from pathlib import Path

import pytest

from newsschema import Article, NewsSchemaWarning, Offsets, ValidationError, content_id, read_text, reanchor
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


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("story.txt", "'story.txt' looks like the name of a file or an address; read_text takes what is in it"),
        ("wire/my story.json.gz", "'wire/my story.json.gz' looks like the name of a file"),
        ("https://example.org/story", "'https://example.org/story' looks like the name of a file or an address"),
        ("<p>Rain fell.</p>", "there are HTML tags in the text, and they are read as words; newsschema.interop.read"),
        ("Rain fell. <!-- a1 -->", "there are HTML tags in the text"),
    ],
)
def test_what_is_no_plain_text_is_a_warning(text, message):
    """The name of a file, an address and a page are read as they are, and the warning says what reads them."""
    with pytest.warns(NewsSchemaWarning) as found:
        article = read_text(text)
    assert (text, [message]) == (article.text, [str(one.message)[: len(message)] for one in found])


@pytest.mark.parametrize(
    "text", ["", "Rain fell.", "Rain.", "12.50", "Rain fell in Voss < Bergen, story.txt says.", "a." * 5000]
)
def test_plain_text_is_no_warning(text):
    """Text that has dots, names of files or an angle in it is text."""
    assert text == read_text(text).text


@pytest.mark.parametrize(("name", "tag"), [("English", "en"), ("german", "de"), ("Thai", "th")])
def test_the_name_of_a_language_is_a_warning(name, tag):
    """What is the name of a language and has the form of a tag is told which tag is meant."""
    with pytest.warns(
        NewsSchemaWarning, match=f"^the language is '{name}', which is no language tag; did you mean '{tag}'"
    ):
        read_text("Rain fell.", language=name)


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
        pytest.param(lambda headline: content_id("Rain.", headline), id="headline"),
        Offsets,
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
