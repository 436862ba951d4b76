"""Whose parts an editor and an article take, and whose words a quote's are."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsschema import Annotator, Article, EditError, Quote, build, edit
from newsschema.strategies import articles

TEXT = "“The kiln is cold,” Aud Berg said. “It is hot,” Bo Lind said.\n\nThe potters said they would wait."
OTHER = "“The glaze is blue,” Eva Holm said. “It is grey,” Ida Moe said.\n\nThe founders said they would stay."
BERG, LIND, POTTERS = range(3)


def story(text, *names):
    """An article of two people and the group of both, with a quote of each; its ids are those of any other one."""
    editor = build(text=text)
    people = [editor.add_source(name=name, role="potter") for name in names]
    both = editor.add_source(description="the potters", anonymity="described", members=people)
    first, second, third = re.findall(r"“.*?”|they would \w+", text)
    for words, source, cue in zip((first, second, third), (*people, both), ("said",) * 3, strict=True):
        editor.add_quote(words, source=source, cue=cue)
    return editor.article()


POTTERY = story(TEXT, "Aud Berg", "Bo Lind")
ELSEWHERE = story(OTHER, "Eva Holm", "Ida Moe")


def told(editor):
    """The codes, calls and messages of what is wrong."""
    with pytest.raises(EditError) as caught:
        editor.article()
    return [(fault.issue.code, fault.call.name, fault.issue.message) for fault in caught.value.faults]


def speakers(article):
    """Who says what."""
    return {quote.words: getattr(article.source_of(quote), "label", None) for quote in article.quotes}


SOURCE, QUOTE = ELSEWHERE.sources[BERG], ELSEWHERE.quotes[0]


@pytest.mark.parametrize(
    ("call", "what"),
    [
        (lambda editor: editor.change(SOURCE, role="founder"), "<Source s1>"),
        (lambda editor: editor.change(QUOTE, polarity="denied"), "<Quote q1>"),
        (lambda editor: editor.remove(QUOTE), "<Quote q1>"),
        (lambda editor: editor.confirm(QUOTE), "<Quote q1>"),
        (lambda editor: editor.merge(POTTERY.sources[BERG], SOURCE), "<Source s1>"),
        (lambda editor: editor.split(SOURCE, POTTERY.quotes[0], name="Ann"), "<Source s1>"),
        (lambda editor: editor.change(POTTERY.quotes[0], source=SOURCE), "source: <Source s1>"),
        (lambda editor: editor.add_quote("they", source=SOURCE), "source: <Source s1>"),
        (lambda editor: editor.add_quote("they", parent=QUOTE), "parent: <Quote q1>"),
        (lambda editor: editor.add_quote("would", near=QUOTE), "near: <Quote q1>"),
        (lambda editor: editor.add_source(name="All", members=[POTTERY.sources[1], SOURCE]), "members: <Source s1>"),
        (lambda editor: editor.change(POTTERY.quotes[0], source=build(text="").add_source(id="s1")), "source: <Source"),
    ],
    ids=[
        *("change a source", "change a quote", "remove", "confirm", "merge", "split", "change source=", "add source="),
        *("add parent=", "add near=", "add members=", "a reference"),
    ],
)
def test_no_part_of_another_article_is_taken_for_one_of_its_id(call, what):
    """Whatever is passed, and however: the one fault says so, and nothing of the article changes."""
    editor = edit(POTTERY, annotator=Annotator(id="desk", kind="person"))
    call(editor)
    ((code, _, message),) = told(editor)
    assert ("unknown-part", True, True) == (
        code,
        message.startswith(what),
        bool(re.search(r"article, which has another (source|quote) with this id or a later version of", message)),
    )


def test_no_span_of_another_article_tells_a_place():
    """Neither what is quoted nor what it is near to is a place with other words."""
    kiln = ELSEWHERE.span("glaze")
    editor = edit(POTTERY)
    editor.add_quote(kiln)
    editor.add_quote("It is hot,", near=kiln)
    editor.add_quote("would", cue=kiln)
    assert [
        ("words-not-found", "add_quote", "near: the text does not have 'glaze' at 5"),
        ("span-mismatch", "add_quote", "the text has 'kiln ' at 5, not 'glaze'"),
        ("span-mismatch", "add_quote", "the text has 'kiln ' at 5, not 'glaze'"),
    ] == told(editor)


def test_parts_without_a_namesake():
    """What the article has no other of is not part of it either; what was removed is so no longer."""
    editor = edit(POTTERY)
    person = Annotator(id="desk", kind="person")
    quote = editor.add_quote("would", near=POTTERY.quotes[2])
    editor.change(quote, annotators=[person])
    editor.remove(quote)
    editor.change(quote, polarity="denied")
    assert [
        "annotators: <Annotator desk> is not part of this article",
        "<Quote q4> is no longer part of this article",
    ] == [message for _, _, message in told(editor)]


@given(articles(), st.data())
def test_an_editor_takes_what_it_had_and_what_it_made(article, data):
    """The parts that were there, references, and the parts of each article that it made stand for the same."""
    editor = edit(article)
    for quote in data.draw(st.lists(st.sampled_from(article.quotes), max_size=2)) if article.quotes else ():
        editor.change(quote, confidence=0.5)
        between = editor.article()
        index = article.quotes.index(quote)
        editor.change(between.quotes[index], confidence=0.25)
        editor.change(quote, source=data.draw(st.sampled_from((*article.sources, None))))
    for source in article.sources:
        editor.change(source, role="potter")
        editor.change(next(one for one in editor.article().sources if one.id == source.id), affiliation="The Kiln")
    made = editor.article()
    assert {"potter"} >= {source.role for source in made.sources}
    assert {"The Kiln"} >= {source.affiliation for source in made.sources}


def test_an_annotator_is_not_credited_for_another_of_its_id():
    """Who edits is who the article says has this id, or nobody that it has."""
    person = Annotator(id="desk", kind="person", name="Ann Vik")
    article = POTTERY.replace(annotators=[person])
    assert article == edit(article, annotator=person.replace()).article()
    ((code, call, message),) = told(edit(article, annotator=person.replace(name="Ida Moe")))
    assert ("unknown-part", "edit") == (code, call)
    assert message.startswith("annotator: <Annotator desk> is not part of this article, which has another annotator")


def test_the_annotator_of_the_edit_may_be_named():
    """Whoever edits is one of the annotators, though only when something is touched."""
    person = Annotator(id="desk", kind="person")
    editor = edit(POTTERY, annotator=person)
    editor.add_quote("would", near=POTTERY.quotes[2], annotators=[person])
    assert ("desk",) == editor.article().quotes[-1].annotators


def test_words_stay_with_who_said_them():
    """Quotes of two people are no one quote, and none of another's is split off, unless it is said whose they are."""
    first, second, _ = POTTERY.quotes
    editor = edit(POTTERY)
    editor.merge(first, second)
    editor.split(POTTERY.sources[BERG], second, name="Ann Vik")
    editor.split(POTTERY.sources[BERG], name="Ann Vik")
    assert [
        (
            "other-source",
            "merge",
            "the quotes are of different sources, 's1' and 's2': say whose the merged quote is with source=...",
        ),
        ("other-source", "split", "<Quote q2> is not a quote of <Source s1>"),
        ("unknown-part", "split", "split() needs at least one quote of <Source s1> for the new source"),
    ] == told(editor)
    editor = edit(POTTERY)
    editor.merge(first, second, source=POTTERY.sources[LIND])
    editor.split(POTTERY.sources[LIND], first, name="Ann Vik")
    assert ["Ann Vik", "the potters"] == [*speakers(editor.article()).values()]
    editor = edit(POTTERY)
    editor.merge(first, editor.add_quote("would", near=POTTERY.quotes[2], kind="indirect", polarity="denied"))
    editor.merge(POTTERY.sources[BERG], role="master potter")
    article = editor.article()
    assert ("s1", "master potter") == (article.quotes[0].source, article.sources[0].role)


def test_one_source_of_two_says_its_words_once():
    """Quotes of sources that were merged are of one source; what is no source at all is told as such."""
    first, second, third = POTTERY.quotes
    editor = edit(POTTERY)
    editor.merge(POTTERY.sources[BERG], POTTERY.sources[LIND], POTTERY.sources[POTTERS])
    editor.merge(first, second, third)
    (quote,) = editor.article().quotes
    assert ("s1", 3) == (quote.source, len(quote.content))
    editor.merge(quote, editor.add_quote("said", occurrence=1, source=["s1"]), editor.add_quote("Berg", source="s1"))
    editor.change(quote, source=5)
    assert [("wrong-type", "change")] == [(code, call) for code, call, _ in told(editor)]


def test_a_changed_source_is_as_certain_as_it_is_said_to_be():
    """What was computed for one source does not hold for another; mention and cue stay with their words."""
    editor = edit(POTTERY)
    editor.change(POTTERY.quotes[0], source_confidence=0.75, confidence=0.5, mention="Aud Berg")
    article = editor.article()
    quote, source = article.quotes[0], article.sources[LIND]
    for change, expected in (
        ({"source": source}, None),
        ({"source": None}, None),
        ({"source": source, "source_confidence": 1.0}, 1.0),
        ({"source": article.sources[BERG]}, 0.75),
        ({"source": "s1", "mention": "Aud"}, 0.75),
        ({"polarity": "denied"}, 0.75),
    ):
        editor = edit(article)
        editor.change(quote, **change)
        said = editor.article().quotes[0].attribution
        assert (expected, 0.5, "said") == (said.source_confidence, said.confidence, said.cue.text)
        assert said.mention.text == change.get("mention", "Aud Berg")
    editor = edit(article)
    editor.split(article.sources[BERG], quote, name="Ann Vik")
    assert editor.article().quotes[0].attribution.source_confidence is None


def test_a_group_whose_members_were_merged_into_one():
    """Whether a group of one is that one, or has other members, is for who merges them to say."""
    berg, lind, potters = POTTERY.sources
    editor = edit(POTTERY)
    editor.merge(berg, lind)
    with pytest.raises(EditError) as caught:
        editor.article()
    (fault,) = caught.value.faults
    assert ("single-member", ("sources", 1, "members"), "merge") == (
        fault.issue.code,
        fault.issue.path,
        fault.call.name,
    )
    assert "the group has one member left, 's1': merge the group into it too, or change its members" in str(fault)
    editor.change(potters, members=[])
    assert ["Aud Berg", "Aud Berg", "the potters"] == [*speakers(editor.article()).values()]
    editor.change(potters, members=[berg])
    assert [("s1",)] == [source.members for source in editor.article().sources if source.members]
    editor.merge(berg, potters)
    assert {"Aud Berg"} == {*speakers(editor.article()).values()}
    editor = edit(POTTERY)
    editor.change(potters, members=[berg, "s1"])
    assert POTTERY.replace(sources=[berg, lind, potters.replace(members=["s1"])]) == editor.article()


@pytest.mark.parametrize(
    ("content", "fields", "message"),
    [
        ("would", {"cue": ["said"]}, "quotes[0].attribution.cue: expected words or a Span, got a list with 1 item"),
        ("would", {"mention": Annotator(id="a", kind="person")}, "mention: expected words or a Span, got an Annotator"),
        (POTTERY.sources[0], {}, "quotes[0].content: expected words or a Span, got a Source"),
        (None, {}, "quotes[0].content: expected words or a Span, got a Source"),
    ],
)
def test_what_stands_where_words_belong(content, fields, message):
    """It is named with what was expected; a reference by what it refers to."""
    editor = build(text=TEXT)
    editor.add_quote(content or editor.add_source(name="Bo Lind"), **fields)
    with pytest.raises(EditError, match=re.escape(message)) as caught:
        editor.article()
    assert ["wrong-type"] == [issue.code for issue in caught.value.issues]


def test_words_that_split_nothing_are_one_fault():
    """A quote that is split by words that it does not have is as it was, and its other part has no fault of its own."""
    for fields in ({}, {"kind": "indirect"}, {"cue": "said"}):
        editor = edit(POTTERY)
        new = editor.split(POTTERY.quotes[0], "zebra", **fields)
        editor.change(new, polarity="denied")
        assert ["'zebra' does not occur in the quote 'q1'"] == [message for _, _, message in told(editor)]


def test_quotes_and_articles_of_the_same_values_are_the_same():
    """A copy is as good as the object itself."""
    copy = Quote(**{name: getattr(POTTERY.quotes[0], name) for name in ("id", "kind", "content", "attribution")})
    again = Article(id=POTTERY.id, text=TEXT, sources=POTTERY.sources, quotes=POTTERY.quotes)
    assert again.source_of(copy) is POTTERY.sources[0]
    assert again == edit(again).article()
    editor = edit(again)
    editor.remove(copy)
    assert 2 == len(editor.article().quotes)
