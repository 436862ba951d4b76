"""brat standoff."""

import pytest
from hypothesis import given, settings

from newsschema import Quote, QuoteKind, SourceKind, Span, ValidationError
from newsschema.interop import Report
from newsschema.interop.brat import from_brat, to_brat
from newsschema.strategies import articles

TEXT = "Anna Li said it was “too dear”,\nand\n\nthat “nobody\n\n“would pay”. She left, adding a word."


def lines(*found):
    """The lines of a file, their columns apart."""
    return "".join(line.replace("|", "\t") + "\n" for line in found)


def bound(number, label, *words):
    """A text-bound annotation of these words."""
    places = ";".join(f"{TEXT.index(word)} {TEXT.index(word) + len(word)}" for word in words)
    return f"T{number}|{label} {places}|{' '.join(words)}".replace("\n", " ")


@given(article=articles())
@settings.get_profile("half")
def test_what_comes_back_lacks_what_the_report_says(minus, article):
    """What comes back is the article minus what was reported."""
    document, report = to_brat(article)
    back = from_brat(document, article.replace(quotes=(), sources=()))[0]
    assert minus(article, report) == minus(back, report, like=article)
    assert {"sources", "quotes"} >= {loss.path[0] for loss in report.losses}


def test_our_story_comes_back_whole(article):
    """A story all of whose quotes have a place loses nothing, and reads as a corpus of attributions does."""
    document, report = to_brat(article)
    assert Report() == report
    assert (article, Report()) == from_brat(document, article.replace(quotes=(), sources=()))
    assert "E2\tAttribution:T8 Content:T3 Source:T4 Cue:T5 Addressee:T6 Setting:T7" in document.split("\n")
    assert "E4\tAttribution:T18 Content:T14 Content2:T15 Source:T16 Cue:T17" in document.split("\n")
    assert f"T3\tContent {article.quotes[1].content[0].start} " in document


def test_a_quote_without_a_place_is_lost(article):
    """A quote no word of which has a place in the text cannot be bound to it."""
    headline = article.quotes[0].replace(content=(article.quotes[0].content[0].replace(start=None, end=None),))
    document, report = to_brat(article.replace(quotes=(headline,), sources=()))
    assert (document, [loss.path for loss in report.losses]) == ("", [("quotes",)])


def test_a_corpus_is_read():
    """Discontinuous contents are pieces, ends of lines part nothing, and marks tell what is verbatim."""
    document = lines(
        bound(1, "Source", "Anna Li"),
        bound(2, "Cue", "said"),
        bound(3, "Content", "it was “too dear”,", "and", "that “nobody", "“would pay”"),
        bound(4, "Attribution", "said"),
        "E1|Attribution:T4 Source:T1 Cue:T2 Content:T3 ",
    )
    article, report = from_brat(document, TEXT)
    (quote,) = article.quotes
    assert Report() == report
    assert (
        quote.kind,
        article.source_of(quote).name,
        quote.attribution.cue.text,
    ) == (QuoteKind.PARTIAL, "Anna Li", "said")
    assert [(piece.text, piece.verbatim) for piece in quote.content] == [
        ("it was", False),
        ("too dear", True),
        ("and\n\nthat", False),
        ("nobody", True),
        ("would pay", True),
    ]


def test_what_was_not_read_is_reported():
    """Notes, attributes, unused annotations, second cues and other lines are named by their ids, if any."""
    document = lines(
        bound(1, "Source", "She"),
        bound(2, "Cue", "left", "adding"),
        bound(3, "Content", "a word"),
        bound(4, "Attribution", "left"),
        bound(5, "Cue", "said"),
        "E1|Attribution:T4 Source:T1 Cue:T2 Content:T3 Other:T9",
        "#1|AnnotatorNotes E1|is this right?",
        "A1|Negated E1",
        "",
        "E2|Attribution:T9 Cue:T2",
        "no line of brat",
    )
    article, report = from_brat(document, TEXT)
    assert (
        len(article.quotes),
        article.quotes[0].source,
        article.quotes[0].attribution.cue.text,
    ) == (1, None, "left")
    assert [loss.path[0] for loss in report.losses] == ["A1", 10, "#1", "E1", "E2", "E2", "T5"]


def test_an_edited_text_keeps_its_quotes(article):
    """Bound words are looked for where the text has changed."""
    document, _ = to_brat(article)
    now = "Update. " + article.text
    again, report = from_brat(document, article.replace(text=now, quotes=(), sources=()))
    assert [piece.start + 8 for quote in article.quotes for piece in quote.content] == [
        piece.start for quote in again.quotes for piece in quote.content
    ]
    assert all("has lost its place" in loss.reason for loss in report.losses)  # "she" and "said" stand twice


def test_white_space_at_an_edge_travels_in_the_note(article):
    """Brat cannot bind the end of a line; such a span is in the note of its event."""
    start = article.text.index("quay.") + len("quay.")
    odd = Quote(
        id="q1",
        kind=QuoteKind.EPITHET,
        content=(article.quotes[0].content[0],),
        attribution=article.quotes[1].attribution.replace(
            source=None, mention=Span(text="\n\n", start=start, end=start + 2), cue=None
        ),
    )
    alone = article.replace(quotes=(odd,), sources=())
    document, report = to_brat(alone)
    assert Report() == report
    assert alone == from_brat(document, alone.replace(quotes=()))[0]


def test_a_role_that_is_not_bound_says_nothing():
    """An event may name what the file does not have."""
    document = lines(bound(1, "Content", "a word"), "E1|Attribution:T1 Cue:T9 Content:T1")
    (quote,) = from_brat(document, TEXT)[0].quotes
    assert ("a word", None) == (quote.words, quote.attribution.cue)


def test_only_a_text_is_a_file():
    """Bytes are decoded, and anything else is refused."""
    assert from_brat(b"T1\tCue 0 1\tx", "x")[1].losses[0].path == ("T1",)
    with pytest.raises(ValidationError, match="expected the lines of a file"):
        from_brat(["T1\tCue 0 1\tx"], "x")


def test_kinds_of_sources_are_not_guessed():
    """A name in a corpus says nothing of what it names."""
    document = lines(
        bound(1, "Source", "Anna Li"), bound(2, "Content", "a word"), "E1|Attribution:T1 Source:T1 Content:T2"
    )
    assert from_brat(document, TEXT)[0].sources[0].kind == SourceKind.UNKNOWN


def test_a_bound_annotation_without_words_is_reported():
    """Positions alone could not be checked against anything."""
    article, report = from_brat(lines("T1|Content 0 4|", "E1|Attribution:T1 Content:T1"), TEXT)
    assert (article.quotes, [loss.path for loss in report.losses]) == ((), [("T1",), ("E1",)])


@pytest.mark.parametrize("end", ["\r\n", "\n"])
@pytest.mark.parametrize("change", ["\ufeff{}", "Update.\n\n{}"])
def test_what_all_annotations_bind_tells_of_each(article, end, change):
    """Lines may end as on Windows; and where all has moved, words that stand twice have moved with the others."""
    document, _ = to_brat(article)
    moved = article.replace(text=change.format(article.text), quotes=(), sources=())
    again, report = from_brat(document.replace("\n", end), moved)
    shift = len(moved.text) - len(article.text)
    assert not any("neither" in loss.reason for loss in report.losses)
    assert [piece.start + shift for quote in article.quotes for piece in quote.content] == [
        piece.start for quote in again.quotes for piece in quote.content
    ]
    cues = [[quote.attribution.cue.start for quote in one.quotes if quote.attribution] for one in (article, again)]
    assert [start + shift for start in cues[0]] == cues[1]
