"""What other extractors give out."""

from types import SimpleNamespace

import pytest

from newsschema import Anonymity, Article, QuoteKind, ValidationError
from newsschema.interop import Report, formats
from newsschema.interop.extractors import (
    from_citron,
    from_corenlp,
    from_gdelt,
    from_gendergap,
    from_langextract,
    from_quotebank,
    from_textacy,
)

TEXT = (
    "🌧 “The quay is safe,” said harbour master Inés Okafor. “Nobody need be afraid,” she said.\n\n"
    "A clerk told the town that it would pay “twice as much”. She said no more."
)


def item(words, after=0, **more):
    """Words with their place, as Citron has them."""
    start = TEXT.index(words, after)
    return {"start": start, "end": start + len(words), "text": words, **more}


def found(article):
    """What each quote says, who says it by which words, and the cue."""
    return [
        (
            quote.words,
            quote.kind.value,
            getattr(article.source_of(quote), "label", None),
            quote.attribution.mention and (quote.attribution.mention.text, quote.attribution.mention.start),
            quote.attribution.cue and (quote.attribution.cue.text, quote.attribution.cue.start),
        )
        for quote in article.quotes
    ]


SAID = TEXT.index("said")
SHE = TEXT.index("she said")


def test_citron():
    """Positions in code points; contents with their marks; coreferences name whom a pronoun means."""
    quotes = [
        {
            "id": 7,
            "cue": item("said"),
            "sources": [item("harbour master Inés Okafor")],
            "contents": [item("“The quay is safe,”")],
            "coreferences": None,
            "confidence": 0.9,
        },
        {
            "cue": item("said", SHE),
            "sources": [item("she"), item("Inés Okafor")],
            "contents": [item("“Nobody need be afraid,”")],
            "coreferences": [item("Inés Okafor")],
            "shade": "dark",
        },
        {"contents": [item("that it would pay “twice as much”")], "sources": [], "cue": None},
        {"contents": [], "sources": []},
    ]
    article, report = from_citron({"quotes": quotes}, TEXT)
    assert article == from_citron(quotes, TEXT)[0]
    assert [
        (
            "The quay is safe,",
            "direct",
            "harbour master Inés Okafor",
            ("harbour master Inés Okafor", TEXT.index("harbour")),
            ("said", SAID),
        ),
        ("Nobody need be afraid,", "direct", "Inés Okafor", ("she", SHE), ("said", SHE + 4)),
        ("that it would pay twice as much", "partial", None, None, None),
    ] == found(article)
    assert (
        article.quotes[0].id,
        article.quotes[0].attribution.confidence,
        [piece.verbatim for piece in article.quotes[0].content],
    ) == ("7", 0.9, [True])
    assert [loss.path for loss in report.losses] == [("quotes", 1, "sources", 1), ("quotes", 1, "shade"), ("quotes", 3)]


def test_gender_gap_tracker():
    """Positions in a cleaned text: words decide, and the distance from the quotation tells which `said` it is."""
    shift = 3  # the cleaned text has lost three characters
    start = TEXT.index("“Nobody") - shift
    quotes = [
        {
            "speaker": "she",
            "speaker_index": f"({SHE - shift},{SHE + 3 - shift})",
            "quote": '"Nobody need be afraid,"',
            "quote_index": f"({start},{start + 24})",
            "verb": "said",
            "verb_index": f"({SHE + 4 - shift}, {SHE + 8 - shift})",
            "quote_type": "QCSV",
            "is_floating_quote": False,
        },
        {
            "speaker": "",
            "speaker_index": "",
            "quote": "it would pay",
            "quote_index": "nowhere",
            "verb": "",
            "verb_index": "",
        },
        {"speaker": "A clerk", "quote": "words that stand nowhere at all", "verb": "told"},
    ]
    article, report = from_gendergap(quotes, TEXT)
    assert [
        ("Nobody need be afraid,", "direct", None, ("she", SHE), ("said", SHE + 4)),
        ("it would pay", "indirect", None, None, None),
        (
            "words that stand nowhere at all",
            "indirect",
            "A clerk",
            ("A clerk", TEXT.index("A clerk")),
            ("told", TEXT.index("told")),
        ),
    ] == found(article)
    assert article.sources[0].anonymity == Anonymity.UNRESOLVED
    assert {(0, "quote"), (0, "is_floating_quote"), (0, "quote_type"), (2, "quote")} == {
        loss.path for loss in report.losses
    }


def test_corenlp():
    """UTF-16 units, tokens for mentions, a canonical name, and the sentinel `Unknown`."""
    words = TEXT.replace("\n\n", " ¶ ").split(" ")
    tokens, at = [], 0
    for word in words:
        at = TEXT.index(word, at) if word != "¶" else at
        tokens.append({"characterOffsetBegin": at + (at > 0)})
    begin = TEXT.index("“Nobody") + 1  # one more for the rain cloud
    quotes = [
        {
            "id": 0,
            "text": "“Nobody need be afraid,”",
            "beginIndex": begin,
            "endIndex": begin + 24,
            "mention": "she",
            "mentionBegin": words.index("she"),
            "mentionEnd": words.index("she"),
            "speaker": "she",
            "canonicalSpeaker": "Inés Okafor",
        },
        {
            "id": 1,
            "text": "“twice as much”",
            "beginIndex": 1,
            "mention": None,
            "mentionBegin": 999,
            "speaker": "Unknown",
        },
        {"id": 2, "text": "“twice as much”", "beginIndex": 9999, "speaker": "None"},
    ]
    article, report = from_corenlp({"quotes": quotes, "sentences": [{"tokens": tokens}]}, TEXT)
    assert found(article) == [
        ("Nobody need be afraid,", "direct", "Inés Okafor", ("she", SHE), None),
        ("twice as much", "direct", None, None, None),
        ("twice as much", "direct", None, None, None),
    ]
    assert (["0", "1", "2"], Report()) == ([quote.id for quote in article.quotes], report)


def token(word, after=0):
    """A token as spaCy has it."""
    return SimpleNamespace(text=word, idx=TEXT.index(word, after), text_with_ws=f"{word} ")


def test_textacy():
    """Triples of tokens and spans, named or not, or of strings; whatever else is there is reported."""
    content = SimpleNamespace(text="“Nobody need be afraid,”", start_char=TEXT.index("“Nobody"))
    triples = [
        ([token("she", SHE)], [token("said", SHE)], content),
        SimpleNamespace(speaker=[], cue=["told"], content="“twice as much”"),
        ["A clerk", "told", "the town"],
        ("speaker", "cue"),
    ]
    article, report = from_textacy(iter(triples), TEXT)
    assert [
        ("Nobody need be afraid,", "direct", None, ("she", SHE), ("said", SHE + 4)),
        ("twice as much", "direct", None, None, ("told", TEXT.index("told"))),
        ("the town", "direct", "A clerk", ("A clerk", TEXT.index("A clerk")), ("told", TEXT.index("told"))),
    ] == found(article)
    assert [loss.path for loss in report.losses] == [(3,)]
    assert from_textacy(5, TEXT)[0].quotes == ()


def test_quotebank():
    """Records without positions: one or many, with the sentinel `None`, probabilities as strings, ids of Wikidata."""
    records = [
        {
            "quoteID": "2020-03-03-000001",
            "quotation": "Nobody need be afraid,",
            "speaker": "Inés Okafor",
            "qids": ["Q42"],
            "probas": [["Inés Okafor", "0.81"], ["None", "0.19"]],
            "numOccurrences": 2,
        },
        {
            "quoteID": "2",
            "quotation": "twice as much",
            "speaker": "None",
            "qids": ["Q1", "Q2"],
            "probas": [["None", "much"]],
        },
        {"quotation": "words of nobody", "speaker": "", "probas": []},
        {"quoteID": "3", "quotation": ""},
        "record",
    ]
    article, report = from_quotebank(records, TEXT)
    assert found(article) == [
        ("Nobody need be afraid,", "direct", "Inés Okafor", None, None),
        ("twice as much", "direct", None, None, None),
        ("words of nobody", "direct", None, None, None),
    ]
    assert (
        article.sources[0].same_as,
        article.quotes[0].attribution.confidence,
    ) == (("http://www.wikidata.org/entity/Q42",), 0.81)
    assert [TEXT.index("Nobody"), TEXT.index("twice"), None] == [quote.content[0].start for quote in article.quotes]
    assert [loss.path for loss in report.losses] == [
        (0, "probas", 1),
        (0, "numOccurrences"),
        (1, "qids"),
        (2, "quotation"),
        (3,),
        (4,),
    ]


def test_quotebank_has_no_text():
    """Without a text the words have no place."""
    article, _ = from_quotebank({"quoteID": "1", "quotation": "Rain fell"})
    assert (article.text, article.quotes[0].words, article.quotes[0].content[0].start) == ("", "Rain fell", None)


def test_a_record_may_be_an_object_that_can_be_gone_through():
    """Models of other libraries give their fields when they are iterated over, and are one record all the same."""

    class Record(SimpleNamespace):
        def __iter__(self):
            return iter(vars(self).items())

    article, report = from_quotebank(Record(quoteID="1", quotation="Nobody need be afraid,", speaker="A clerk"), TEXT)
    assert ("1", "A clerk", Report()) == (article.quotes[0].id, article.sources[0].label, report)


def test_gdelt():
    """A record's quotations are told apart by what stood around them."""
    record = {
        "date": "2020-03-03T00:00:00Z",
        "url": "https://example.org/ferry",
        "lang": "ENGLISH",
        "quotes": [{"pre": "A clerk told the town that it would pay ", "quote": "twice as much", "post": ". She"}],
    }
    article, report = from_gdelt(record, TEXT)
    assert ("https://example.org/ferry", TEXT.index("twice")) == (article.url, article.quotes[0].content[0].start)
    assert {("date",), ("lang",)} == {loss.path for loss in report.losses}
    known = Article(id="urn:example:1", text=TEXT, url="https://example.org/known")
    assert from_gdelt(record, known)[0].url == "https://example.org/known"


def test_langextract():
    """Extractions of quotations with their attributes, as dictionaries or objects; others are reported."""
    extractions = [
        SimpleNamespace(
            extraction_class="quotation",
            extraction_text="it would pay",
            char_interval=SimpleNamespace(start_pos=TEXT.index("it would pay"), end_pos=0),
            attributes={"speaker": "A clerk", "verb": "told", "tone": "dry"},
        ),
        {"extraction_class": "direct_quote", "extraction_text": "twice as much", "char_interval": None},
        {"extraction_class": "person", "extraction_text": "Inés Okafor"},
    ]
    article, report = from_langextract({"text": TEXT, "extractions": extractions})
    assert [
        ("it would pay", "indirect", "A clerk", ("A clerk", TEXT.index("A clerk")), ("told", TEXT.index("told"))),
        ("twice as much", "direct", None, None, None),
    ] == found(article)
    assert [loss.path for loss in report.losses] == [("extractions", 0, "attributes", "tone"), ("extractions", 2)]
    assert from_langextract([])[0].text == ""
    assert from_langextract([], TEXT)[0].text == TEXT


@pytest.mark.parametrize("name", ["citron", "gendergap", "corenlp"])
@pytest.mark.parametrize("document", [{}, {"quotes": "many"}, 5, None])
def test_another_shape_is_refused(name, document):
    """A structure without a list of quotes is a fault."""
    with pytest.raises(ValidationError, match="expected a list"):
        formats()[name].read(document, TEXT)


def test_a_text_is_needed():
    """Without the text there is nothing to place the words in."""
    with pytest.raises(ValidationError, match="citron has no text of its own"):
        from_citron([])


def test_one_source_for_one_name():
    """The same name is one source; what only a reader of the text can make out is unresolved."""
    quotes = [
        {"contents": [item(words)], "sources": [{"text": name}]}
        for words, name in (("safe", "Inés Okafor"), ("afraid", "Inés Okafor"), ("pay", "the clerk"), ("more", "they"))
    ]
    article, _ = from_citron(quotes, TEXT)
    assert [(item.name, item.description) for item in article.sources] == [("Inés Okafor", None), (None, "the clerk")]
    kinds = [QuoteKind.DIRECT, QuoteKind.DIRECT, QuoteKind.INDIRECT, QuoteKind.INDIRECT]
    assert kinds == [quote.kind for quote in article.quotes]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("He said ‘no more’ to it.", [("no more", True)]),
        ("He said it's “not his”, they’re sure.", [("it's", False), ("not his", True), ("they’re sure.", False)]),
        ("Er sagte: „Nein“, und ging.", [("Nein", True), ("und ging.", False)]),
        ("``One'' he said.", [("One", True), ("he said.", False)]),
        ("“One\n\n“two”, he said.", [("One", True), ("two", True), ("he said.", False)]),
    ],
)
def test_marks_of_every_kind(text, pieces):
    """What is between marks is verbatim, whatever the marks; an apostrophe is none; a paragraph may go on."""
    said = text.removeprefix("He said ").removeprefix("Er sagte: ").removesuffix(" to it.")
    article, report = from_citron([{"contents": [{"text": said}]}], text)
    assert Report() == report
    assert pieces == [(piece.text, piece.verbatim) for piece in article.quotes[0].content]


def test_words_that_are_none_are_reported():
    """A number where words should be, or words that no text can hold, are reported and left out."""
    article, report = from_citron([{"contents": [{"text": 5}, {"text": "\ud800"}], "sources": [{"text": "\0"}]}], TEXT)
    assert (article.quotes, article.sources) == ((), ())
    assert [loss.path for loss in report.losses] == [
        *((0, "contents", 0, "text"), (0, "contents", 1, "text"), (0, "sources", 0, "text"), (0,)),
    ]


def test_new_ids_are_free():
    """Quotes and sources that are added get ids that nobody has."""
    base, _ = from_citron([{"id": "q2", "contents": [item("safe")], "sources": [item("she", SHE)]}], TEXT)
    article, _ = from_citron([{"contents": [item("afraid")], "sources": [{"text": "Inés Okafor"}]}], base)
    assert [quote.id for quote in article.quotes] == ["q2", "q3"]
    taken = article.replace(sources=(article.sources[0].replace(id="s2"),), quotes=())
    again, _ = from_citron([{"contents": [item("afraid")], "sources": [{"text": "A clerk"}]}], taken)
    assert [source.id for source in again.sources] == ["s2", "s3"]
