"""What holds for any text whatever."""

from collections import Counter

from hypothesis import example, given
from hypothesis import strategies as st

from newsschema import Article, QuoteKind, content_id, from_json, read_text, to_json
from newsschema.reading import find_quotes
from newsschema.reading._words import WORDS

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


@given(_NEWS | _ANY)
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
