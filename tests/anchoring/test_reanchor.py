"""Quotes find their place in a text that has changed."""

import pickle
import random
import sys
from collections import Counter
from inspect import signature
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsschema import (
    Article,
    Attribution,
    Edit,
    Fragment,
    Quote,
    ReanchorReport,
    Source,
    Span,
    SpanChange,
    SpanOutcome,
    ValidationError,
    content_id,
    reanchor,
)
from newsschema._anchoring import _align
from newsschema._anchoring._tokens import BARRIER, Tokens
from newsschema._model.anchors import SPAN_FIELDS, spans_of
from newsschema.strategies import articles

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))
from reanchoring import EDITS, Edited, judged, stories, with_equal_quotes


def made(text, *quotes):
    """An article of a text and quotes: each its words, or several, with its source and what stands around it.

    Words stand in their first place after those of the quote before, what stands around them in the nearest.
    """
    names, found, at = {}, [], 0
    for number, (words, told) in enumerate(quotes, 1):
        content = []
        for piece in (words,) if isinstance(words, str) else words:
            start = text.index(piece, at)
            at = start + len(piece)
            content.append(Fragment(text=piece, start=start, end=at, verbatim=text[:start][-1:] in {"“", "‘"}))
        if "source" in told:
            names.setdefault(told["source"], f"s{len(names) + 1}")
        around = {name: nearest(text, told[name], content) for name in SPAN_FIELDS if name in told}
        kind = "direct" if all(piece.verbatim for piece in content) else "indirect"
        attribution = Attribution(source=names.get(told.get("source")), **around)
        found.append(Quote(id=f"q{number}", kind=kind, content=content, attribution=attribution))
    sources = [Source(id=name, name=source) for source, name in names.items()]
    return Article(id="urn:example:1", text=text, sources=sources, quotes=found)


def nearest(text, words, content):
    """The place of the words nearest to the content."""
    starts = [at for at in range(len(text)) if text.startswith(words, at)]
    start = min(starts, key=lambda at: min(abs(at - content[-1].end), abs(content[0].start - at - len(words))))
    return Span(text=words, start=start, end=start + len(words))


def said(source, cue="said", **more):
    """Who said it, in words that stand in the text."""
    return {"source": source, "mention": source, "cue": cue, **more}


VOTE = "The vote is on Thursday. Nobody expects it to pass.\n\n"
TEXT = (
    "“It is too dear for this town,” Ana Ruiz said on Monday.\n\n"
    "The vote is on Thursday. Nobody expects it to pass.\n\n"
    "“It is too dear for this town,” Bo Li said.\n\n"
    "“We have waited,” the mayor Eva Holm told reporters, “and we will wait,” at the quay.\n\n"
    "Holm said that the harbour would stay open.\n\n"
    "“My father said ‘never sell the boat’ to all of us,” Bo Li added."
)
TOWNS = made(
    TEXT,
    ("It is too dear for this town,", said("Ana Ruiz", time="on Monday")),
    ("It is too dear for this town,", said("Bo Li")),
    (("We have waited,", "and we will wait,"), said("Eva Holm", cue="told", addressee="reporters")),
    ("the harbour would stay open", {"source": "Eva Holm", "mention": "Holm", "cue": "said"}),
    ("My father said ‘never sell the boat’ to all of us,", said("Bo Li", cue="added")),
)
LINES = ("Rain fell.", "The council meets again on Thursday.", "Correction: an earlier version gave the wrong day.")


def words_of(article):
    """The words of each piece with a place, and `None` for one without."""
    return [None if piece.start is None else piece.text for quote in article.quotes for piece in quote.content]


def reasons(report):
    """Why the pieces of the quotes have lost their place."""
    return [change.reason for change in report.lost if change.path[2] == "content"]


@given(articles())
def test_the_same_text_changes_nothing(article):
    """To the text that it has an article is reanchored as it is."""
    after, report = reanchor(article, text=article.text, headline=article.headline, summary=article.summary)
    assert article == after
    assert {SpanOutcome.KEPT} >= {change.outcome for change in report.changes}
    assert not report


@given(articles(), st.text(max_size=200), st.none() | st.text(min_size=1, max_size=20))
def test_any_text_makes_a_valid_article_and_a_whole_report(article, text, headline):
    """Whatever the new text is, the article is valid and has it, and the report says what became of each span."""
    text, headline = text.replace("\0", ""), headline and (headline.replace("\0", "") or None)
    after, report = reanchor(article, text=text, headline=headline)
    assert (text, headline) == (after.text, after.headline)
    paths = [(index, *path) for index, quote in enumerate(article.quotes) for path, _ in spans_of(quote)]
    assert paths == [change.path[1:] for change in report.changes]
    for change in report.changes:
        before, now = (dict(spans_of(one.quotes[change.path[1]]))[change.path[2:]] for one in (article, after))
        assert (before, now) == (change.before, change.after)
        assert (change.outcome is SpanOutcome.LOST) == (change.reason is not None)
        assert change.outcome is not SpanOutcome.LOST or change.before.text == change.after.text


@given(st.lists(st.tuples(st.integers(0, 6), st.sampled_from(LINES)), min_size=1, max_size=6))
def test_insertions_move_every_quote_and_lose_none(places):
    """Paragraphs put in anywhere move what comes after them; no span is lost and no word of one changes."""
    paragraphs = TEXT.split("\n\n")
    for place, line in sorted(places, reverse=True):
        paragraphs.insert(place, line)
    after, report = reanchor(TOWNS, text="\n\n".join(paragraphs))
    assert {SpanOutcome.KEPT, SpanOutcome.MOVED} >= {change.outcome for change in report.changes}
    assert [quote.words for quote in TOWNS.quotes] == [quote.words for quote in after.quotes]
    assert [piece.start for quote in after.quotes for piece in quote.content] == sorted(
        piece.start for quote in after.quotes for piece in quote.content
    )


@given(st.permutations(range(6)))
def test_paragraphs_that_move_take_their_quotes_along(order):
    """In whatever order the paragraphs stand, each quote stands in its own."""
    paragraphs = TEXT.split("\n\n")
    after, report = reanchor(TOWNS, text="\n\n".join(paragraphs[index] for index in order))
    assert report.lost == ()
    mentions = [quote.attribution.mention for quote in after.quotes]
    for quote, mention in zip(after.quotes, mentions, strict=True):
        between = after.text[min(mention.end, quote.content[0].end) : max(mention.start, quote.content[0].start)]
        assert "\n" not in between


@pytest.mark.parametrize("name", EDITS)
def test_edits_as_desks_make_them(name):
    """Of generated edits of a kind 98 % of the spans are right, none is another's, over a mark or wrong in silence."""
    tally, shown = Counter(), []
    for number, article in enumerate(stories()):
        story = with_equal_quotes(article) if name == "an equal quote" else article
        text = Edited(story.text)
        EDITS[name](text, random.Random(f"{name} {number}"), story)
        judged(story, text, tally, shown)
    spans = sum(tally[verdict] for verdict in ("right", "wrong", "edges", "lost"))
    assert spans > 250
    assert tally["right"] >= 0.98 * spans or name in {"text cut short", "several at once"}, shown
    assert tally["right"] >= 0.94 * spans, shown
    assert (0, 0, 0) == (tally["silent"], tally["speaker"], tally["mark"]), shown


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            ("for this town,” Bo", "for this port,” Bo"),
            (0, ["It is too dear for this town,", "It is too dear for this port,"]),
        ),
        (
            ("for this town,” Ana", "for this port,” Ana"),
            (0, ["It is too dear for this port,", "It is too dear for this town,"]),
        ),
        (
            ("“It is too dear for this town,” Ana Ruiz said on Monday.\n\n", ""),
            (0, [None, "It is too dear for this town,"]),
        ),
        (("“It is too dear for this town,” Bo Li said.\n\n", ""), (0, ["It is too dear for this town,", None])),
        (
            (
                f" on Monday.\n\n{VOTE}“It is too dear for this town,” Bo Li said",
                "",
            ),
            (0, ["It is too dear for this town,", None]),
        ),
        (
            (
                f"Ana Ruiz said on Monday.\n\n{VOTE}“It is too dear for this town,” Bo",
                "Bo",
            ),
            (0, [None, "It is too dear for this town,"]),
        ),
        (("We have waited", "We have long waited"), (2, ["We have long waited,", "and we will wait,"])),
        (("“We have", "“Yes, we have"), (2, ["Yes, we have waited,", "and we will wait,"])),
        (("will wait,”", "will wait and see,”"), (2, ["We have waited,", "and we will wait and see,"])),
        ((", “and we will wait,” at", " at"), (2, ["We have waited,", None])),
        (("Eva Holm told", "Holm told"), (2, ["We have waited,", "and we will wait,"])),
        (("the mayor Eva Holm told", "she told"), (2, ["We have waited,", "and we will wait,"])),
        (("Holm said that", "She said that"), (4, ["the harbour would stay open"])),
        (("would stay open", "would probably stay open"), (4, ["the harbour would probably stay open"])),
        (("said that the harbour", "said that a harbour"), (4, ["a harbour would stay open"])),
        (("stay open.", "stay opne."), (4, ["the harbour would stay opne"])),
        (
            ("‘never sell the boat’", "“never sell the boat”"),
            (5, ["My father said “never sell the boat” to all of us,"]),
        ),
        ((", “and", " “and"), (2, ["We have waited,", "and we will wait,"])),
    ],
)
def test_words_that_are_there_are_found(change, expected):
    """What is left of the words, with what has come in among them, is found at its speaker's."""
    assert change[0] in TEXT
    after, _ = reanchor(TOWNS, text=TEXT.replace(*change))
    at, words = expected
    assert words == words_of(after)[at : at + len(words)]


@pytest.mark.parametrize(
    ("change", "at", "reason"),
    [
        (("Ana Ruiz", "Eva Holm"), 0, "what is beside the words now names another speaker"),
        (("Ana Ruiz", "Omar Fry"), 0, "what is beside the words now names another speaker"),
        (("Ana Ruiz", "a neighbour"), 0, "what is beside the words now names another speaker"),
        (("Ana Ruiz said", "Bo Li told Ana Ruiz"), 0, "what is beside the words now names another speaker"),
        (("Ana Ruiz said", "said Ana Ruiz Omar Fry and others"), 0, None),
        (
            ("“It is too dear for this town,” Bo Li said.", "It is too dear for this town, Bo Li said."),
            1,
            "the words are no longer between quotation marks",
        ),
        (
            ("We have waited,” the", "We have” long “waited,” the"),
            2,
            "the words are in several places of the new text",
        ),
        (("“We have waited,”", "“We are here to stay,”"), 2, "too few of the words are in the new text"),
        (
            ("the harbour would stay open", "nothing was to be done about it"),
            4,
            "the words do not occur in the new text",
        ),
        (
            ("said that the harbour would stay open", "promised everyone one port would stay open"),
            4,
            "where the words begin or end in the new text is not clear",
        ),
    ],
)
def test_words_that_may_be_anothers_have_no_place(change, at, reason):
    """What cannot be placed for sure keeps its words without a place, and the report says why."""
    assert change[0] in TEXT
    after, report = reanchor(TOWNS, text=TEXT.replace(*change))
    piece = [piece for quote in TOWNS.quotes for piece in quote.content][at]
    now = [piece for quote in after.quotes for piece in quote.content][at]
    found = next((one.reason for one in report.changes if one.before is piece), None)
    assert (reason, reason is None) == (found, now.start is not None)
    assert piece.text == now.text


def test_words_do_not_run_over_a_mark():
    """The end of a quotation that is cut off is its end, and not the next mark."""
    words = "The bridge needs a decision and not another report, and I would say so again,"
    article = made(f"“{words}” Ana Ruiz said.\n\nThe vote is on Thursday.", (words, said("Ana Ruiz")))
    after, report = reanchor(article, text=article.text.replace(", and I would say so again", ""))
    assert ["The bridge needs a decision and not another report,"] == words_of(after)
    assert [SpanOutcome.REWORDED] == [change.outcome for change in report.changes if change.path[2] == "content"]


def test_hundreds_of_equal_words_keep_their_places():
    """A line on top moves every quote, mention and cue, however often the words stand in the text."""
    quotes = [(f"Point number {index} matters,", said("Ana Ruiz")) for index in range(230)]
    article = made("\n\n".join(f"“{words}” Ana Ruiz said." for words, _ in quotes), *quotes)
    _, report = reanchor(article, text=f"Corrected.\n\n{article.text}")
    assert len(report.changes) == len(report.of(SpanOutcome.MOVED)) == 3 * 230


def test_letters_and_spaces_of_other_kinds():
    """Composed or not, with one space or two, the words are the words; the report says that they read otherwise."""
    article = made("“Así será,” Inés Peña said.", ("Así será,", said("Inés Peña")))
    for text in (normalize("NFD", article.text), article.text.replace(" ", "  "), article.text.replace(" ", "\u00a0")):
        after, report = reanchor(article, text=text)
        assert report.lost == ()
        assert after.quotes[0].content[0].text == text[1 : text.index("”")]


@pytest.mark.parametrize("text", ["", "Rain.", "“Nothing of it,” Omar Fry wrote in 1931. “Nothing at all.”"])
def test_another_text_has_none_of_the_quotes(text):
    """In a text that has nothing of them, the quotes keep their words and all places are lost."""
    after, report = reanchor(TOWNS, text=text)
    assert [quote.words for quote in TOWNS.quotes] == [quote.words for quote in after.quotes]
    assert {None} == {change.after.start for change in report.changes}
    assert report


def test_each_part_has_its_words():
    """A headline and a summary change like the text; what stood in one that is gone has lost its place."""
    headline = Fragment(text="too dear", start=7, end=15, part="headline")
    summary = Fragment(text="dear", start=4, end=8, part="summary")
    quotes = [
        Quote(id="h", kind="epithet", content=[headline]),
        Quote(id="s", kind="epithet", content=[summary]),
        *TOWNS.quotes,
    ]
    article = TOWNS.replace(headline="Tram: ‘too dear’", summary="Too dear.", quotes=quotes)
    after, report = reanchor(article, headline="New tram is ‘too dear’", summary=None)
    assert ("New tram is ‘too dear’", None, TEXT) == (after.headline, after.summary, after.text)
    assert (13, None) == (after.quotes[0].content[0].start, after.quotes[1].content[0].start)
    assert ["the article has no such part any more"] == reasons(report)
    again, report = reanchor(after, text=f"Rain.\n\n{TEXT}", summary="It is dear.")
    assert (13, None) == (again.quotes[0].content[0].start, again.quotes[1].content[0].start)
    assert report.lost == ()


def test_a_quote_of_two_parts_keeps_what_is_left():
    """Where the piece in the text is gone and the one in the headline is there, what stands around stays."""
    headline = Fragment(text="too dear", start=0, end=8, part="headline")
    quote = TOWNS.quotes[0].replace(content=[headline, *TOWNS.quotes[0].content])
    article = TOWNS.replace(headline="too dear", quotes=[quote, *TOWNS.quotes[1:]])
    after, _ = reanchor(article, text=TEXT.replace("It is too dear for this town,” Ana", "No,” Ana"))
    assert [0, None] == [piece.start for piece in after.quotes[0].content]
    assert after.quotes[0].attribution.mention.start is not None


def test_a_name_made_of_the_content_follows_it():
    """An id that is made of the words is made of the new ones; any other stays."""
    article = TOWNS.replace(id=content_id(TEXT))
    assert content_id("Rain.") == reanchor(article, text="Rain.")[0].id
    assert content_id(TEXT, "Rain") == reanchor(article, headline="Rain")[0].id
    assert TOWNS.id == reanchor(TOWNS, text="Rain.")[0].id


def test_words_that_are_there_are_not_said_to_be_gone():
    """A few words that stand elsewhere, among others, may be anybody's; the report does not say that there are none."""
    article = made(
        "“It is safe,” Ines Okafor told reporters on Monday.\n\n"
        "The ministry declined to comment. “We wait,” said Bo Li.",
        ("It is safe,", {"source": "Ines Okafor", "mention": "Ines Okafor", "cue": "told", "addressee": "reporters"}),
        ("to comment", {"mention": "The ministry", "cue": "declined"}),
        ("We wait,", {"source": "Bo Li", "mention": "Bo Li", "cue": "said"}),
    )
    _, report = reanchor(
        article,
        text="The bridge opens later.\n\n"
        "“It is safe,” Ines Okafor said on Monday. “We wait,” said Bo Li, a skipper.\n\n"
        "The transport ministry declined to comment.",
    )
    gone, adrift = "the words do not occur in the new text", "nothing around the words is as it was"
    assert [
        ("told", gone),
        ("reporters", gone),
        ("to comment", adrift),
        ("The ministry", gone),
        ("declined", adrift),
    ] == [(lost.before.text, lost.reason) for lost in report.lost]


def test_the_report_can_be_read_and_kept():
    """It says in lines what is lost and what has other words, is true then, and pickles."""
    _, report = reanchor(TOWNS, text=TEXT.replace("said on Monday", "siad").replace("the harbour", "a port"))
    assert [
        "quotes[0].attribution.time: 'on Monday' has lost its place: the words do not occur in the new text",
        "quotes[0].attribution.cue: 'said' now reads 'siad', at 41",
        "quotes[3].content[0]: 'the harbour would stay open' now reads 'a port would stay open', at 248",
    ] == str(report).splitlines()
    assert report == pickle.loads(pickle.dumps(report))
    assert "quotes[0].content[0]: 'It is too dear for this town,' kept at 1" == str(report.changes[0])
    moved = report.of(SpanOutcome.MOVED)[0]
    assert f"{moved.before.text!r} moved from {moved.before.start} to {moved.after.start}" in str(moved)
    assert not ReanchorReport(report.of(SpanOutcome.KEPT))
    span = Span(text="said")
    change = SpanChange(path=("quotes", 0, "edits", 0), outcome="kept", before=span, after=span)
    assert str(change) == "quotes[0].edits[0]: 'said' kept"


def test_a_place_in_another_part_is_said_to_be_there():
    """Positions count in a part, which is named where it is not the text."""
    said = Span(text="Rain", start=0, end=4, part="headline")
    change = SpanChange(path=("quotes", 0), outcome="moved", before=said, after=said.replace(start=1, end=5))
    assert "quotes[0]: 'Rain' moved from 0 to 1 in the headline" == str(change)


def test_edits_and_inner_quotes_stand_in_the_words_they_are_part_of():
    """Where the words are lost, what stood in them is; else it moves with them."""
    outer = TOWNS.quotes[4]
    start = TEXT.index("never sell")
    inner = Quote(
        id="inner",
        kind="direct",
        content=[Fragment(text="never sell the boat", start=start, end=start + 19)],
        parent=outer.id,
        attribution=Attribution(),
    )
    edited = outer.replace(edits=[Edit(text="to all of us", start=start + 21, end=start + 33, kind="gloss")])
    article = TOWNS.replace(quotes=[inner, *TOWNS.quotes[:4], edited])
    after, report = reanchor(article, text=f"Rain.\n\n{TEXT}")
    assert start + 7 == after.quotes[0].content[0].start
    assert start + 28 == after.quotes[-1].edits[0].start
    after, report = reanchor(article, text=TEXT.replace(" Bo Li added", " Omar Fry added"))
    assert (None, None) == (after.quotes[0].content[0].start, after.quotes[-1].edits[0].start)
    assert {"it is no longer inside the words that it was part of"} < {change.reason for change in report.lost}


@given(articles(), st.lists(st.sampled_from(range(9)), max_size=4), st.randoms(use_true_random=False))
def test_words_apart_stay_apart(article, cuts, rng):
    """However the pieces of a text are put together, words of quotes that stood apart never share a letter."""
    places = sorted({rng.randint(0, len(article.text)) for _ in cuts})
    pieces = [article.text[low:high] for low, high in zip([0, *places], [*places, len(article.text)], strict=True)]
    rng.shuffle(pieces)
    after, _ = reanchor(article, text=" ".join(pieces))
    spans = [
        (old, new)
        for before, now in zip(article.quotes, after.quotes, strict=True)
        for old, new in zip(before.content, now.content, strict=True)
        if new.start is not None and new.part == "text" and any(map(str.isalnum, new.text))
    ]
    for index, (old, new) in enumerate(spans):
        for other, another in spans[index + 1 :]:
            if old.end <= other.start or other.end <= old.start:
                shared = after.text[max(new.start, another.start) : min(new.end, another.end)]
                assert not shared.strip()


def test_too_much_to_compare_is_compared_in_parts(monkeypatch):
    """Where comparing all would take too long, rows of words that stand once are found, and both ends."""
    monkeypatch.setattr(_align, "_PAIRS", 3)
    after, report = reanchor(TOWNS, text=TEXT.replace("Nobody", "No one").replace("all of us", "both of us"))
    assert report.lost == ()
    words = " ".join(f"w{number % 7}" for number in range(60))
    article = made(f"“{words}” Ana Ruiz said.", (words, said("Ana Ruiz")))
    for text in (f"Rain. {article.text}", article.text.replace("w3", "x3", 1)):
        after, report = reanchor(article, text=text)
        assert [None] != words_of(after), report
    assert [None] == words_of(reanchor(article, text=f"“{words.replace('w3', 'x')[::-1]}” Ana Ruiz said.")[0])
    same = made("no " * 50, ("no no no", {}))
    assert ["no no no"] == words_of(reanchor(same, text=f"{'no ' * 20}oh {'no ' * 29}")[0])


def test_words_that_moved_alone_are_found_at_their_speaker():
    """Short words that stand elsewhere are found by what is left beside them, where that is with one alone."""
    text = "Nobody came. “Never again,” Ana Ruiz said.\n\nRain fell. “Never again,” Bo Li said."
    article = made(text, ("Never again,", said("Ana Ruiz")), ("Never again,", said("Bo Li")))
    moved = "A dog barked: “Never again,” Bo Li wrote.\n\nSnow. It went on: “Never again,” Ana Ruiz wrote."
    after, _ = reanchor(article, text=moved)
    assert [moved.rindex("Never"), moved.index("Never")] == [quote.content[0].start for quote in after.quotes]
    nobody = "A dog barked: “Never again,” one wrote.\n\nSnow. It went on: “Never again,” another wrote."
    assert [None, None] == words_of(reanchor(article, text=nobody)[0])


def test_pieces_that_change_about_are_not_both_placed():
    """The pieces of a quote stand in the order of the text, or the later one has no place."""
    text = "“We have waited,” Eva Holm said, “and we will wait.”"
    article = made(text, (("We have waited,", "and we will wait."), said("Eva Holm")))
    after, report = reanchor(article, text="“And we will wait,” Eva Holm said, “we have waited.”")
    assert None in words_of(after)
    assert report


def test_spaces_at_the_edges_come_along():
    """A span that ends in spaces keeps them where they are there, and shares none with what stands beside it."""
    text = "“Yes,” Ana  said."
    article = made(text, ("Yes,", {"source": "Ana", "mention": "Ana ", "cue": " said"}))
    _, report = reanchor(article, text=f"Rain.\n\n{text}")
    assert {SpanOutcome.MOVED} == {change.outcome for change in report.changes}
    after, report = reanchor(article, text="“Yes,” Ana said.")
    assert ["it would be inside the words that name the source"] == [change.reason for change in report.lost]
    assert after.quotes[0].attribution.mention.text == "Ana "


@pytest.mark.parametrize(
    ("text", "words", "new", "start"),
    [
        ("He said “unthinkable” twice.", "think", "Rain. He said “unthinkable” twice.", 17),
        ("He said “unthinkable” twice.", "think", "Rain. He said “unthinkables” twice.", None),
        ("İstanbul said “geldik” twice.", "geldik", "Rain. İstanbul said “geldik” twice.", 21),
        ("He said “…” twice.", "…", "Rain. He said “...” twice.", 15),
        ("He said “… –” twice.", "… –", "Rain. He said – “…” twice.", None),
        ("a b c “ ” d", " ", "x a b c “ ” d", None),
    ],
)
def test_spans_of_every_shape(text, words, new, start):
    """Parts of words, signs alone and letters that change their length have their place, or none for sure."""
    at = text.index(words, 7)
    piece = Fragment(text=words, start=at, end=at + len(words))
    article = Article(id="urn:example:1", text=text, quotes=[Quote(id="q", kind="epithet", content=[piece])])
    after, _ = reanchor(article, text=new)
    assert start == after.quotes[0].content[0].start


def test_words_alone_in_their_paragraph_stay_with_their_neighbours():
    """Words with nothing around them stand where they stood to the paragraph before or after, and with no other."""
    text = "Ana:\n\n“Yes.”\n\nBo:\n\n“No.”\n\nSo it went."
    article = made(text, ("Yes.", {"source": "Ana"}), ("No.", {"source": "Bo"}))
    for new, expected in [
        (text.replace("So", "Rain fell.\n\nSo"), ["Yes.", "No."]),
        ("Ana:\n\n“No.”\n\nBo:\n\n“Yes.”\n\nSo it went.", [None, None]),
        (text.replace("Bo:", "Rain fell.\n\nOmar:"), ["Yes.", None]),
        ("“Yes.”\n\n“No.”", [None, None]),
    ]:
        assert expected == words_of(reanchor(article, text=new)[0]), new


def test_what_stands_around_stands_near():
    """What stood beside the words and is now paragraphs away has no place, nor has what another part has instead."""
    text = "“The harbour must stay open for all of us,” Ana Ruiz said. She spoke to reporters at the quay."
    told = said("Ana Ruiz", addressee="reporters")
    article = made(text, ("The harbour must stay open for all of us,", told))
    _, report = reanchor(article, text=text.replace(". She", ".\n\nRain fell.\n\nSnow fell.\n\nShe"))
    assert ["it is no longer near the words of the quote"] == [change.reason for change in report.lost]
    (quote,) = article.quotes
    headline = Fragment(text="must stay open", start=0, end=14, part="headline")
    article = article.replace(headline="must stay open", quotes=[quote.replace(content=[headline, *quote.content])])
    after, _ = reanchor(article, headline="It must stay open", text=f"Rain.\n\n{text.replace('said', 'told us')}")
    assert (3, 8, None) == (*(piece.start for piece in after.quotes[0].content), after.quotes[0].attribution.cue.start)


def test_words_that_moved_to_new_surroundings_are_found():
    """Words that stand once in the new text, somewhere else, are their speaker's where the name stands beside them."""
    text = "“Never again,” Ana Ruiz said.\n\nThe vote is on Thursday. Nobody expects it to pass."
    article = made(text, ("Never again,", said("Ana Ruiz")))
    new = f"Rain fell all day.\n\n{VOTE}Ana Ruiz, in tears: “Never again,”"
    after, report = reanchor(article, text=new)
    assert new.index("Never") == after.quotes[0].content[0].start
    assert new.index("Ana") == after.quotes[0].attribution.mention.start
    assert ["quotes[0].attribution.cue"] == [str(change).partition(":")[0] for change in report.lost]


def test_signs_in_several_places_and_spaces_alone():
    """Signs that stand apart, and a mention of nothing but spaces, have no place in a text that changes."""
    text = "He said “… –” twice. “Ana”  "
    at = text.index("…")
    piece = Fragment(text="… –", start=at, end=at + 3)
    mention = Span(text="  ", start=len(text) - 2, end=len(text))
    quote = Quote(id="q", kind="direct", content=[piece], attribution=Attribution(mention=mention))
    article = Article(id="urn:example:1", text=text, quotes=[quote])
    after, _ = reanchor(article, text="He said “…” – twice. “Ana”")
    assert (None, None) == (after.quotes[0].content[0].start, after.quotes[0].attribution.mention.start)
    after, _ = reanchor(article, text=f"rain. {text}")
    assert (at + 6, None) == (after.quotes[0].content[0].start, after.quotes[0].attribution.mention.start)


def test_what_cannot_be_anchored():
    """What is no article, and a part that is no text, are refused by what they are."""
    with pytest.raises(TypeError, match="expected an Article, got 'Rain"):
        reanchor("Rain fell.", text="Rain fell.")
    for part in ("text", "headline", "summary"):
        with pytest.raises(ValidationError, match="expected text as a str, got 0"):
            reanchor(Article(id="urn:example:1", text="Rain fell."), **{"text": "Rain fell.", part: 0})


def test_the_signature_says_what_is_left_alone():
    """Parts that are not given stay as they are, and the signature shows so."""
    assert str(signature(reanchor)).count(" = unchanged") == 3


def test_what_is_not_known_is_like_nothing():
    """Where a text is not known, its token equals no other."""
    tokens = Tokens(f"He said{BARRIER * 9}it, {BARRIER}")
    assert (6, 6) == (len(tokens.keys), len(set(tokens.keys)))


@pytest.mark.parametrize(
    ("now", "start"),
    [
        ("Omar Fry", None),
        ("a neighbour", None),
        ("he", 1),
        ("Ruiz", 1),
        ("the mayor Ana Ruiz", 1),
    ],
)
def test_the_speaker_is_known_by_his_name_where_no_mention_is(now, start):
    """A quote may have come from a format that says who speaks, and not which words say so."""
    text = "“It is safe,” Ana Ruiz said. It rained.\n\nAna Ruiz left."
    article = made(text, ("It is safe,", {"source": "Ana Ruiz"}))
    after, _ = reanchor(article, text=text.replace("Ana Ruiz said", f"{now} said"))
    assert start == after.quotes[0].content[0].start


@pytest.mark.parametrize(
    "text",
    [
        "“It is safe,” he said.\n\nAna Ruiz left.",  # in another line
        "“It is safe,” he said, and much else, until the rain stopped and everybody went home. Ana Ruiz left.",
        "“Ana Ruiz is safe,” he said.",  # inside what is said
        "“It is safe.”",
    ],
)
def test_a_name_elsewhere_says_nothing_of_the_speaker(text):
    """Only beside the words does a name that has become another give them to somebody else."""
    words = "Ana Ruiz is safe," if "“Ana" in text else text[1 : text.index("”")]
    article = made(text, (words, {"source": "Ana Ruiz"}))
    after, _ = reanchor(article, text=text.replace("Ana Ruiz left", "Omar Fry left").replace("rain", "snow"))
    assert after.quotes[0].content[0].start == 1
    headline = article.replace(headline=text)
    assert reanchor(headline, headline="Rain")[0].quotes == article.quotes


def sayings(*numbers):
    """Sentences in one paragraph that differ by a word."""
    return " ".join(f"“Point {number} matters,” Bo Li told us." for number in numbers)


@pytest.mark.parametrize("numbers", [(1, 2, 4), (1, 2, 9, 3, 4), (2, 3, 4), (1, 2, 3), (9, 1, 2, 3, 4)])
def test_whole_sentences_come_and_go(numbers):
    """Of sentences that begin and end alike the one that has come or gone is the whole, and the others stay."""
    article = made(
        sayings(1, 2, 3, 4), *((f"Point {number} matters,", {"mention": "Bo Li"}) for number in (1, 2, 3, 4))
    )
    after, report = reanchor(article, text=f"{sayings(*numbers)} It rained.")
    words = {f"Point {number} matters," for number in numbers}
    for before, quote in zip(article.quotes, after.quotes, strict=True):
        assert (before.words, before.words in words) == (quote.words, quote.content[0].start is not None), str(report)


def test_a_gap_does_not_slide_without_end():
    """Where all words are alike, it stays where it is after some steps; it goes to either side."""
    old, new = Tokens("a " * 400 + "b. " + "a " * 300), Tokens("a " * 400 + "b. " + "a " * 290)
    alignment = _align.Alignment(old, new)
    assert alignment.image.count(_align.NOWHERE) == 10
    for old, gone in (("p q. r q. s t u v w", "r q ."), ("a b c d e. x y. x z", "x y .")):
        found = _align.Alignment(Tokens(old), Tokens(old.replace(f"{gone.replace(' .', '.')} ", "", 1)))
        assert gone == " ".join(found.old.keys[at] for at, image in enumerate(found.image) if image == _align.NOWHERE)


def test_where_sentences_begin():
    """Behind the sign that ends one, with its closing marks, and with the opening mark of the next."""
    tokens = Tokens("“It rained.” He left. “No,” he said\nShe came.")
    assert [0, 5, 8, 14] == [index for index in range(len(tokens)) if tokens.is_begin(index)]
