"""Words instead of positions."""

import pickle
import re
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsschema import (
    AmbiguousWordsError,
    Article,
    Attribution,
    Fragment,
    NewsSchemaError,
    Part,
    Quote,
    ValidationError,
    WordsError,
    WordsNotFoundError,
)
from newsschema._model.folding import Folded, folded
from newsschema.strategies import articles

TEXT = (
    "The bridge-keeper’s sheep won't eat 12,000 daisies, she said.\n\n"
    "“It’s  safe – I think,” she said. “Really safe,” he said, and she said nothing."
)


def story(text=TEXT, **fields):
    """An article of this text."""
    return Article(id="urn:example:1", text=text, **fields)


def starts(article, words, **options):
    """Where the words stand."""
    return [span.start for span in article.find(words, **options)]


@given(st.text(), st.data())
def test_a_folded_stretch_is_found_back(text, data):
    """Every stretch of the folded text comes from a stretch of the text that folds to it, but for marks on its edge."""
    whole = Folded(text)
    if not whole.text:
        return
    start = data.draw(st.integers(0, len(whole.text) - 1))
    end = data.draw(st.integers(start + 1, len(whole.text)))
    first, last = whole.original(start, end)
    assert 0 <= first < last <= len(text)
    assert normalize("NFC", whole.text[start:end]) in normalize("NFC", folded(text[first:last]))


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("“a” «b» „c“ ``d'' ‘e’", '"a" "b" "c" "d" \'e\''),
        ("a\u00a0\u202fb \n\n c", "a b c"),
        ("1939–45 — well-known … and ...", "1939-45 - well-known … and …"),
        ("Jose\u0301 \u1112\u1161\u11ab \u212b", "José 한 Å"),
        ("so\u00adft\u200b\ufeff", "soft"),
        ("Ine\u0301\u200bs", "Inés"),
        ("", ""),
    ],
)
def test_folding(text, plain):
    """Marks, dashes, ellipses and spaces become one of their kind, letters are composed, what has no width is gone."""
    assert plain == folded(text)


@given(articles(), st.data())
def test_what_stands_between_spaces_is_found_there(article, data):
    """Any words of the text are found where they stand, and every place found reads as they do."""
    words = [match.span() for match in re.finditer(r"\S+", article.text)]
    if not words:
        return
    first, last = (data.draw(st.sampled_from(words)) for _ in range(2))
    (start, _), (_, end) = sorted((first, last))
    said = article.text[start:end]
    found = article.find(said)
    assert all(folded(span.text).strip() == folded(said).strip() and span.text for span in found)
    if any(map(str.isalnum, said)):
        assert any(span.start <= start + 1 and span.end >= end - 1 for span in found) or not folded(said).strip()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("she", [TEXT.index("she said", 20), TEXT.index("she said", 70), TEXT.index("she said nothing")]),
        ("keeper", [11]),
        ("bridge-keeper's", [4]),
        ("it's", []),
        ('"It\'s safe - I think,"', [TEXT.index("“It")]),
        (" Really safe ", [TEXT.index("Really")]),
        ("won", []),
        ("won't", [26]),
        ("12", []),
        ("000", []),
        ("daisies", [TEXT.index("daisies")]),
        ("", []),
        (" \n", []),
    ],
)
def test_words_are_whole_and_typed_on_any_keyboard(words, expected):
    """No word is found inside a longer word or number; marks, dashes and spaces are alike, and capitals are not."""
    assert expected == starts(story(), words)


def test_every_place_is_found():
    """Places that overlap are places."""
    assert starts(story("ha ha ha"), "ha ha") == [0, 3]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("北京的天气很好", "天气", [3]),
        ("นายกรัฐมนตรี", "รัฐ", [4]),
        ("Ine\u0301s", "Ine", []),
        ("Ine\u0301s", "Inés", [0]),
    ],
)
def test_scripts_without_spaces(text, words, expected):
    """Where a script writes no spaces a word may begin at any letter; a letter goes with its marks everywhere."""
    assert expected == starts(story(text), words)


def test_every_part_can_be_looked_in():
    """The text is looked in, or the part that is named."""
    article = story("Rain fell.", headline="Snow", summary="Snow and rain")
    assert (starts(article, "Snow"), starts(article, "Snow", part="headline")) == ([], [0])
    assert article.find("rain", Part.SUMMARY)[0].part is Part.SUMMARY
    assert article.span("Snow", part="summary").text == "Snow"


def quote(*pieces, text=TEXT):
    """A quote of these words."""
    content = [Fragment(text=words, start=(at := text.index(words)), end=at + len(words)) for words in pieces]
    return Quote(id="q1", kind="direct", content=content, attribution=Attribution())


@pytest.mark.parametrize(
    ("words", "options", "start"),
    [
        ("keeper", {}, 11),
        ("she", {"occurrence": 2}, TEXT.index("she said", 70)),
        ("she", {"near": 0}, TEXT.index("she said")),
        ("she", {"near": len(TEXT)}, TEXT.index("she said nothing")),
        ("she", {"near": "I think"}, TEXT.index("she said", 70)),
        ("she", {"near": "daisies"}, TEXT.index("she said")),
        ("said", {"near": quote("Really safe,")}, TEXT.index("said, and")),
        ("said", {"near": quote("Really safe,").content[0]}, TEXT.index("said, and")),
        ("safe", {"near": quote("It’s  safe – I think,", "Really safe,")}, None),
        ("said", {"near": quote("It’s  safe – I think,", "Really safe,")}, TEXT.index("said, and")),
        ("daisies", {"near": quote("Really safe,")}, TEXT.index("daisies")),
    ],
)
def test_one_place(words, options, start):
    """The one place is the only one, the one counted to, or the nearest: in the same sentence, else fewest letters."""
    article = story()
    if start is None:
        with pytest.raises(AmbiguousWordsError, match="equally near in 2 places of the text"):
            article.span(words, **options)
        return
    assert start == article.span(words, **options).start


def test_many_marks_behind_a_stop_end_one_sentence():
    """However many marks stand behind a stop, they are read once; the sentence ends where a space is behind them."""
    for text, find in (("Hail fell.{}x Snow. Rain fell.", str.index), ("Hail fell.{} Snow Rain fell.", str.rindex)):
        article = Article(id="urn:example:1", text=text.format("'" * 200))
        assert find(article.text, "fell") == article.span("fell", near="Snow").start


def test_near_is_in_its_part():
    """What stands near to words of the headline stands in the headline."""
    article = story("Rain. Rain.", headline="No rain in Bergen, no Rain")
    near = article.span("Bergen", part="headline")
    assert article.span("Rain", near=near).part is Part.HEADLINE


@pytest.mark.parametrize(
    ("words", "options", "error", "message", "count"),
    [
        (
            "she",
            {},
            AmbiguousWordsError,
            "'she' occurs 3 times in the text; say which with near or occurrence: at 52",
            3,
        ),
        ("a", {"part": "summary"}, AmbiguousWordsError, "at 8, 'a a a a a a a'; and 2 more", 7),
        ("sheep dog", {}, WordsNotFoundError, "'sheep dog' does not occur in the text", 0),
        ("THE BRIDGE", {}, WordsNotFoundError, "with other capitals it does: at 0, 'The bridge-keeper’s sheep '", 0),
        ("hee", {}, WordsNotFoundError, "only inside longer words: at 21, ", 0),
        ("Daisies", {}, WordsNotFoundError, "with other capitals", 0),
        ("Flock", {}, WordsNotFoundError, "it occurs in the headline: part='headline'", 0),
        ("she", {"occurrence": 4}, WordsNotFoundError, "occurs 3 times in the text, but occurrence 4 was asked for", 3),
        ("keeper", {"occurrence": 2}, WordsNotFoundError, "occurs once in the text", 1),
        (" ", {}, WordsNotFoundError, "there are no words to look for", 0),
        ("keeper", {"near": "she"}, AmbiguousWordsError, "'she' occurs 3 times", 3),
    ],
)
def test_no_guess(words, options, error, message, count):
    """Words that are not there, or are there several times, say so and list the places there are."""
    article = story(headline="Flock safe", summary="a a a a a a a")
    with pytest.raises(error, match=re.escape(message)) as caught:
        article.span(words, **options)
    assert count == len(caught.value.places)
    assert all(article.part(span.part)[span.start : span.end] == span.text for span in caught.value.places)
    again = pickle.loads(pickle.dumps(caught.value))
    assert (str(again), again.words, again.places) == (str(caught.value), caught.value.words, caught.value.places)
    assert isinstance(again, WordsError)
    assert isinstance(again, NewsSchemaError)


def test_a_part_that_is_not_there():
    """A part that the article has not is named."""
    with pytest.raises(WordsNotFoundError, match="the article has no headline to look for 'safe' in"):
        story().span("safe", part="headline")


def test_letters_whose_capitals_have_another_length():
    """Where small letters have other positions, no hint is given at a wrong place."""
    with pytest.raises(WordsNotFoundError, match=r"'SAFE' does not occur in the text$"):
        story("İt is safe.").span("SAFE")


@pytest.mark.parametrize(
    ("options", "error", "message"),
    [
        ({"near": 5, "occurrence": 1}, TypeError, "near or occurrence, not both"),
        ({"occurrence": 0}, ValueError, "occurrence counts from 1, got 0"),
        ({"near": Fragment(text="gone")}, ValueError, "'gone' has no place in the text that anything could be near to"),
        ({"near": quote("safe"), "part": "headline"}, ValueError, "the quote 'q1' has no place in the headline"),
        ({"near": 1.5}, TypeError, "near: expected a quote, a span, a position or words, got 1.5"),
        ({"near": True}, TypeError, "near: expected a quote, a span, a position or words, got True"),
        ({"occurrence": "2"}, TypeError, "occurrence: expected an int, got '2'"),
        ({"occurrence": True}, TypeError, "occurrence: expected an int, got True"),
        ({"part": "body"}, ValidationError, "expected one of 'text', 'headline', 'summary', got 'body'"),
    ],
)
def test_what_cannot_be_asked(options, error, message):
    """A question that has no answer in any text is an error of its own."""
    with pytest.raises(error, match=message):
        story().span("she", **options)
