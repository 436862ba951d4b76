"""What holds for any text whatever."""

from collections import Counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsschema import Article, QuoteKind, content_id, from_json, read_text, to_json
from newsschema.reading import find_quotes
from newsschema.reading._lexicon.words import WORDS

pytestmark = pytest.mark.filterwarnings("ignore:.*looks like the name of a file")  # "said.said"

_PIECES = st.sampled_from(
    [
        *(
            "said",
            "says",
            "told",
            "that",
            "to",
            "the",
            "a",
            "an",
            "he",
            "she",
            "they",
            "who",
            "which",
            "it",
            "we",
            "I",
            "there",
        ),
        *(
            "Ines",
            "Okafor",
            "Oslo",
            "government",
            "officials",
            "report",
            "group",
            "by",
            "of",
            "for",
            "in",
            "on",
            "with",
            "from",
        ),
        *("according", "claim", "hope", "is", "was", "has", "not", "and", "but", "as", "if", "when", "what", "called"),
        *(
            "made",
            "statement",
            "expected",
            "seems",
            "angered",
            "confident",
            "about",
            "Monday",
            "last",
            "week",
            "interview",
        ),
        *(
            "adding",
            "insisting",
            "known",
            "described",
            "dubbed",
            "continued",
            "appears",
            "went",
            "reporters",
            "plan",
            "😀",
        ),
        *(
            "“",
            "”",
            '"',
            "'",
            "‘",
            "’",
            "''",
            "``",
            "«",
            "»",
            ",",
            ".",
            "?",
            ":",
            ";",
            "—",
            "(",
            ")",
            "[",
            "]",
            "...",
            "\n",
            "\n\n",
        ),
    ]
)
_NEWS = st.lists(st.tuples(_PIECES, st.sampled_from(["", " ", " ", " ", "\u00a0"])), max_size=30).map(
    lambda pairs: "".join(word + gap for word, gap in pairs)
)
_ANY = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=80)


@given(_NEWS | _ANY)
@example("\r\n“")
@example("he he he said")
@example("‘ ’ “ ” \u0301")
def test_findings_make_a_valid_article(text):
    """Whatever the text, its quotes and sources are valid in it, in order, and survive JSON."""
    sources, quotes = find_quotes(text)
    article = Article(id=content_id(text), text=text, sources=sources, quotes=quotes)
    assert article == from_json(to_json(article))
    starts = [quote.content[0].start for quote in quotes]
    assert sorted(starts) == starts
    assert [f"q{number}" for number in range(1, len(quotes) + 1)] == [quote.id for quote in quotes]
    assert [f"s{number}" for number in range(1, len(sources) + 1)] == [source.id for source in sources]


@given(_NEWS)
@example("said by called''said")
@example("said“said“he said to said“said")
def test_every_stretch_is_somebodys_or_nobodys(text):
    """No verbatim fragment belongs to two quotes, unless one is inside the other."""
    quotes = find_quotes(text)[1]
    outer = [piece.start for quote in quotes if quote.parent is None for piece in quote.content if piece.verbatim]
    assert len(set(outer)) == len(outer)


@given(_NEWS)
def test_only_epithets_have_no_attribution(text):
    """What has no attribution is an epithet; what has one says how sure it is."""
    assert all(
        quote.kind is QuoteKind.EPITHET if quote.attribution is None else quote.attribution.confidence is not None
        for quote in find_quotes(text)[1]
    )


@pytest.mark.filterwarnings("ignore:.*looks like the name:newsschema.NewsSchemaWarning")
@given(_NEWS | _ANY)
@example("CITY OF “HONESTY TALK.”")
@example("The mayor challenged.")
@example("『")
@example('Ann Lind is quoted as saying "it is late" by\n\nher mother.')
@example("IT FELL.\nHE NEEDS TO PERSUADE NUMBER HIM.\n\"I'VE")
def test_any_copy_is_read(text):
    """Any text becomes an article, and none of its words is lost."""
    article = read_text(text)
    told = [article.headline, article.section, article.summary, article.text, article.byline, article.rights]
    told += [article.credit, article.publisher]
    told += [line for name in ("printed", "trailer") for line in article.extra.get(f"org.newsschema.{name}", ())]
    kept = Counter("".join(part or "" for part in told))
    assert not Counter("".join(text.removeprefix("\ufeff").split())) - kept


@given(st.sampled_from(sorted(WORDS.classes["say"])))
def test_verbs_of_saying_attribute(verb):
    """Every verb of saying makes an attribution with a speaker and marks."""
    (quote,) = find_quotes(f'Ms Doe will {verb}: "It is safe."')[1]
    wanted = "It is safe."
    assert wanted == quote.words


_DOUBTFUL = (
    "Pike: ‘Not me’ and ‘late’\n\nAnn Pike praised the ‘late’ crew. “It is,” she said. Bo Lind wants ‘late’ trams.\n\n"
    "Neither Ann Pike nor Bo Lind said it was “late”. The two ministers were angered by a “sad” day, Lind told Pike, "
    "who hopes Roe said “no” to it. Ann Roe and Bo Roe want it “gone”. They expect “rain”.\n\nIt is called “The Wall”."
)


def _told(text, least):
    """What is found at a confidence: each finding's place and words, its kind and polarity, and who speaks."""
    article = read_text(text, min_confidence=least)
    labels = {source.id: source.replace(id="s", members=()) for source in article.sources}
    members = {source.id: [labels[one] for one in source.members] for source in article.sources}
    for quote in article.quotes:
        told = quote.attribution
        said = None if told is None or told.source is None else (labels[told.source], members[told.source])
        how = None if told is None or quote.kind == "epithet" else told.replace(source=None)
        yield quote.kind, quote.content, said, how


def _is_left_of(few, many):
    """Whether a list is another with some left out."""
    rest = iter(many)
    return all(one in rest for one in few)


@given(_NEWS, st.floats(0, 1), st.floats(0, 1))
@example(_DOUBTFUL, 0.0, 0.7)
@example(_DOUBTFUL, 0.7, 0.9)
@example(_DOUBTFUL, 0.5, 1.0)
def test_a_higher_confidence_only_leaves_findings_out(text, one, other):
    """What is found for sure is found, too, where less is asked for: the same words, of one kind, by one speaker."""
    low, high = sorted((one, other))
    assert _is_left_of(list(_told(text, high)), list(_told(text, low)))


def test_epithets_have_no_confidence():
    """Words in marks that nobody says are epithets at any confidence, and those that somebody says at none."""
    found = [[quote for quote in _told(_DOUBTFUL, least) if quote[0] == "epithet"] for least in (0, 0.7, 1)]
    assert found[0] == found[1] == found[2] != []


def test_what_is_kept_is_numbered_and_refers_to_what_is_kept():
    """Quotes and sources count from one; what stands in words that are left out stands in what is around these."""
    text = "Roe wants a kiln. Aud Berg said: “Bo Lind might say that Ann Doe said it was cold.” Roe said it was late."
    found, article = (read_text(text, min_confidence=least) for least in (0, 0.9))
    for one in (found, article):
        assert [quote.id for quote in one.quotes] == [f"q{k}" for k in range(1, len(one.quotes) + 1)]
        assert [source.id for source in one.sources] == [f"s{k}" for k in range(1, len(one.sources) + 1)]
        assert {quote.source for quote in one.quotes} == {source.id for source in one.sources}
    assert [quote.parent for quote in found.quotes] == [None, None, "q2", "q3", None]
    assert [quote.parent for quote in article.quotes] == [None, "q1", None]
