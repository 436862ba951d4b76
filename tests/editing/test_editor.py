"""Articles made of words, and changed."""

import pickle
import re
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsschema
from newsschema import (
    Annotator,
    Article,
    Attribution,
    Author,
    EditError,
    Fragment,
    QuoteKind,
    Source,
    Span,
    ValidationError,
    build,
    content_id,
    edit,
)
from newsschema._editing import _draft
from newsschema._editing._fields import ArticleChanges, QuoteChanges
from newsschema._editing._records import known_fields
from newsschema._editing._words import located as located_as_ever
from newsschema._model.fields import field_specs
from newsschema.strategies import articles

TEXT = (
    "“The bridge is safe,” harbour master Ines Okafor told reporters on Monday. “It reopens [to cars] tomorrow.”\n\n"
    "A senior official said the arch was “sound” but its footings were “worn away ... like sugar”.\n\n"
    "“It is too dear,” Bo Li said.\n\n“It is too dear,” Ana Ruiz said.\n\n"
    "Ruiz called the plan “a fairy tale”. The bridge is known as the “Grey Lady”.\n\n"
    "Li said the port would pay (in full)."
)
PERSON = Annotator(id="mk", kind="person")


@pytest.fixture
def editor():
    """An editor of the text, without sources and quotes."""
    return build(text=TEXT)


def faults(editor):
    """The codes, paths and calls of what is wrong."""
    with pytest.raises(EditError) as caught:
        editor.article()
    return [(fault.issue.code, fault.issue.path, fault.call and fault.call.name) for fault in caught.value.faults]


def pieces(quote):
    """The pieces of a quote and whether each is verbatim."""
    return [(piece.text, piece.verbatim) for piece in quote.content]


def parts(article):
    """What `build` takes to make the article."""
    return {
        spec.name: value
        for spec in field_specs(Article)
        if (value := getattr(article, spec.name)) != spec.default or spec.required
    }


@given(articles())
def test_an_article_that_is_not_changed_comes_back(article):
    """What is edited and left alone is what it was; so is what is built of all its parts."""
    assert article == edit(article).article()
    assert article == build(**parts(article)).article()


@given(articles(), st.data())
def test_an_edit_is_as_if_it_had_been_built_so(article, data):
    """A field that is changed is as if it had been given at first, whichever field it is."""
    change = {"language": "nb", "publisher": data.draw(st.none() | st.just("The Courier"))}
    editor = edit(article)
    editor.change(**change)
    assert build(**parts(article) | change).article() == editor.article()
    if article.sources:
        source = data.draw(st.sampled_from(article.sources))
        editor.change(source, role="mayor")
        changed = [one.replace(role="mayor") if one is source else one for one in article.sources]
        assert build(**parts(article) | change | {"sources": changed}).article() == editor.article()


def test_words_become_spans(editor):
    """Content is found exactly, all else nearest to it; kind, verbatim and edits are what the marks tell."""
    okafor = editor.add_source(name="Ines Okafor")
    editor.add_quote(
        ["The bridge is safe,", "It reopens [to cars] tomorrow."],
        source=okafor,
        mention="harbour master Ines Okafor",
        cue="told",
        addressee="reporters",
        time="on Monday",
    )
    official = editor.add_source(description="a senior official", anonymity="anonymous")
    editor.add_quote(
        "the arch was “sound” but its footings were “worn away ... like sugar”", source=official, cue="said"
    )
    article = editor.article()
    first, second = article.quotes
    assert ("q1", QuoteKind.DIRECT, "s1") == (first.id, first.kind, first.source)
    assert [("The bridge is safe,", True), ("It reopens [to cars] tomorrow.", True)] == pieces(first)
    assert [("[to cars]", "insertion")] == [(one.text, one.kind) for one in first.edits]
    assert ["told", "reporters", "on Monday"] == [
        getattr(first.attribution, name).text for name in ("cue", "addressee", "time")
    ]
    assert (QuoteKind.PARTIAL, TEXT.index("said the arch")) == (second.kind, second.attribution.cue.start)
    assert [
        ("the arch was", False),
        ("sound", True),
        ("but its footings were", False),
        ("worn away ... like sugar", True),
    ] == pieces(second)
    assert content_id(TEXT) == article.id


@pytest.mark.parametrize(
    ("words", "fields", "kind", "expected"),
    [
        ("“The bridge is safe,”", {"cue": "told"}, "direct", [("The bridge is safe,", True)]),
        ("bridge is", {"cue": "told"}, "direct", [("bridge is", True)]),
        ("a fairy tale", {"cue": "called"}, "partial", [("a fairy tale", True)]),
        ("Grey Lady", {}, "epithet", [("Grey Lady", True)]),
        ("the port would pay (in full).", {"mention": "Li"}, "indirect", [("the port would pay (in full)", False)]),
        ("the port would pay", {"kind": "direct"}, "direct", [("the port would pay", True)]),
        ("a fairy tale", {"kind": "indirect", "cue": "called"}, "indirect", [("a fairy tale", False)]),
        (Fragment(text="gone", verbatim=False), {"cue": "said", "near": "Li"}, "indirect", [("gone", False)]),
        (Span(text="gone"), {"kind": "direct"}, "direct", [("gone", True)]),
        ([Span(text="gone"), "Grey Lady"], {}, "epithet", [("gone", True), ("Grey Lady", True)]),
        ([Fragment(text="gone", verbatim=False), "Grey Lady"], {}, "partial", [("gone", False), ("Grey Lady", True)]),
    ],
)
def test_marks_tell_the_kind(editor, words, fields, kind, expected):
    """Between marks or not, in part or whole, said or not: and where a kind is given, that holds."""
    if "cue" in fields and "near" in fields:
        fields = {"cue": Span(text="said")}
    editor.add_quote(words, **fields)
    (quote,) = editor.article().quotes
    assert (kind, expected) == (quote.kind, pieces(quote))


@pytest.mark.parametrize(
    ("fields", "nth"),
    [
        ({"near": "Ana Ruiz"}, 1),
        ({"near": 0}, 0),
        ({"occurrence": 2}, 1),
        ({"mention": "Ana Ruiz", "cue": "said"}, 1),
        ({"mention": Span(text="Bo Li", start=TEXT.index("Bo"), end=TEXT.index("Bo") + 5)}, 0),
    ],
)
def test_which_of_several_places_is_meant(editor, fields, nth):
    """Words that stand twice are told apart by what they are near to, by their number, or by who says them."""
    editor.add_quote("It is too dear,", **fields)
    start = [match.start() for match in re.finditer("It is too dear,", TEXT)][nth]
    assert start == editor.article().quotes[0].content[0].start


@pytest.mark.parametrize(
    ("text", "content", "told", "start"),
    [
        # between the pieces, with a mention or without
        ("“One,” Ida Holm said. “Two.” Bo Li said it was late.", ["One,", "Two."], {"mention": "Ida Holm"}, 16),
        ("“One,” Ida Holm said. “Two.” Bo Li said it was late.", ["One,", "Two."], {}, 16),
        # else beside the mention, however far that is
        ("Ida, of Hull, a skipper with boats, said it blew. “One.” Bo said no.", "One.", {"mention": "Ida"}, 36),
        # not among the words of the quote, and of two beside the mention that beside the quote
        ("“Bo said no,” Ida said.", "Bo said no,", {"mention": "Ida"}, 18),
        ("“No, he said,” Ida told Bo, and they said bye.", "No, he said,", {"mention": "Ida"}, 37),
        ("“One,” said Ida said.", "One,", {"mention": "Ida"}, 7),
    ],
)
def test_the_cue_is_that_of_who_speaks(text, content, told, start):
    """Words around a quote are those between its pieces, else those nearest to the mention, else to the pieces."""
    editor = build(text=text)
    editor.add_quote(content, cue="said", **told)
    assert start == editor.article().quotes[0].attribution.cue.start


def test_between_pieces_in_two_parts_there_is_nothing():
    """Of words that are in the headline and in the text, the cue is beside those that come first."""
    editor = build(headline="Ida said “no”", text="Bo said that Ida had said “no” before.")
    pieces = [Fragment(text="no", start=10, end=12, part="headline"), Fragment(text="no", start=27, end=29)]
    editor.add_quote(pieces, cue="said")
    cue = editor.article().quotes[0].attribution.cue
    assert ("headline", 4) == (cue.part, cue.start)


def test_near_another_quote(editor):
    """Words may be near to a quote of the editor, or of the article that is edited."""
    first = editor.add_quote("Ruiz", kind="epithet", near="called")
    editor.add_quote("It is too dear,", near=first)
    article = editor.article()
    again = edit(article)
    again.add_quote("said", near=article.quotes[0], kind="epithet")
    second, third, _ = again.article().quotes
    assert (TEXT.rindex("It is too dear,"), TEXT.index("said.", third.content[0].start - 1)) == (
        second.content[0].start,
        third.content[0].start,
    )


def test_pieces_stand_in_order():
    """Of words that stand several times, a piece is the next one before or after those that are known."""
    text = "“No,” he said, “no,” and “No, never,” and “no.” “Yes,” he said, “no.”"
    editor = build(text=text)
    editor.add_quote(["Yes,", "no."], cue="said")
    editor.add_quote(["No,", "no,", "never,"], cue="said")
    editor.add_quote(["no.", "Yes,"], kind="direct")
    article = editor.article()
    assert (
        text.rindex("no.") == article.quotes[1].content[1].start if article.quotes[1].words.startswith("Yes") else True
    )
    starts = {quote.words: [piece.start for piece in quote.content] for quote in article.quotes}
    assert [text.index("Yes"), text.rindex("no.")] == starts["Yes, no."]
    assert [text.index("No, never"), text.index("never")] != starts["No, no, never,"][:2]
    assert starts["No, no, never,"] == sorted(starts["No, no, never,"])
    assert [text.index("no.”"), text.index("Yes")] == starts["no. Yes,"]


def test_parts_of_the_article(editor):
    """Authors, subjects, corrections and annotators are added, changed and removed like all else."""
    author = editor.add_author(name="Lena Brandt")
    subject = editor.add_subject(name="Bergen", kind="place")
    correction = editor.add_correction(text="It was Monday.", date="2026-03-04")
    annotator = editor.add_annotator(kind="software", name="reader")
    editor.change(author, role="correspondent")
    editor.change(headline="Bridge", published="2026-03-03")
    article = editor.article()
    assert ("correspondent", "place", "a1") == (
        article.authors[0].role,
        article.subjects[0].kind,
        article.annotators[0].id,
    )
    assert content_id(TEXT, "Bridge") == article.id
    editor.remove(subject, correction, annotator)
    editor.change(author, role=None)
    assert editor.article() == article.replace(
        subjects=(), corrections=(), annotators=(), authors=[article.authors[0].replace(role=None)]
    )
    again = edit(article)
    again.remove(article.subjects[0])
    assert again.article() == article.replace(subjects=())


def two_sources():
    """An article with two sources that are one, and a quote of each."""
    editor = build(text=TEXT)
    okafor = editor.add_source(name="Ines Okafor", same_as=["https://example.org/1"])
    minister = editor.add_source(
        description="the minister", anonymity="described", role="minister", same_as=["urn:x:2"]
    )
    both = editor.add_source(description="both", anonymity="described", members=[okafor, minister])
    editor.add_quote("The bridge is safe,", source=okafor, cue="told")
    editor.add_quote("a fairy tale", source=minister, cue="called")
    editor.add_quote("Grey Lady", source=both)
    return editor.article()


def test_merging_sources():
    """One source of two has the quotes of both, and what it did not say itself; whoever refers to it refers to it."""
    article = two_sources()
    for kept, other in ((0, 1), (1, 0)):
        editor = edit(article)
        editor.merge(article.sources[kept], article.sources[other])
        editor.merge(article.sources[kept], article.sources[2])
        merged = editor.article()
        (one,) = merged.sources
        assert (article.sources[kept].id, "Ines Okafor", "minister", "named") == (
            one.id,
            one.name,
            one.role,
            one.anonymity,
        )
        assert {"https://example.org/1", "urn:x:2"} == set(one.same_as)
        assert [one.id] * 3 == [quote.source for quote in merged.quotes]
    editor = edit(article)
    editor.merge(article.sources[2], article.sources[0], article.sources[1], article.sources[2])
    assert [("s3", ())] == [(source.id, source.members) for source in editor.article().sources]


def test_splitting_a_source():
    """Some quotes of a source are another's."""
    article = two_sources()
    editor = edit(article)
    other = editor.split(article.sources[0], article.quotes[0], name="Eva Holm")
    assert [other.id, "s2", "s3"] == [quote.source for quote in editor.article().quotes]
    assert "Eva Holm" == editor.article().sources[-1].name


def test_merging_and_splitting_quotes(editor):
    """Two quotes become one with the pieces of both, and one becomes two where the words say."""
    okafor = editor.add_source(name="Ines Okafor")
    first = editor.add_quote("The bridge is safe,", source=okafor, cue="told")
    second = editor.add_quote("It reopens [to cars] tomorrow.", time="on Monday")
    editor.merge(first, second)
    (merged,) = editor.article().quotes
    assert [("The bridge is safe,", True), ("It reopens [to cars] tomorrow.", True)] == pieces(merged)
    assert ("q1", QuoteKind.DIRECT, "told", "on Monday", 1) == (
        merged.id,
        merged.kind,
        merged.attribution.cue.text,
        merged.attribution.time.text,
        len(merged.edits),
    )
    editor = edit(editor.article())
    new = editor.split(merged, "reopens", time="on Monday")
    article = editor.article()
    assert [["The bridge is safe,", "It"], ["reopens [to cars] tomorrow."]] == [
        [piece.text for piece in quote.content] for quote in article.quotes
    ]
    assert (new.id, "s1", "on Monday") == (
        article.quotes[1].id,
        article.quotes[1].source,
        article.quotes[1].attribution.time.text,
    )
    again = edit(article)
    span = article.span("bridge", occurrence=1)
    again.split(article.quotes[0], span)
    assert ["The", "bridge is safe, It"] == [quote.words for quote in again.article().quotes[:2]]


def test_new_words_for_a_quote(editor):
    """Kind, edits and hints go with the words; what stands around stays."""
    quote = editor.add_quote("The bridge is safe,", cue="told", occurrence=1)
    editor.change(quote, content="the arch was “sound”", cue="said")
    (changed,) = editor.article().quotes
    assert (QuoteKind.PARTIAL, TEXT.index("said the arch")) == (changed.kind, changed.attribution.cue.start)


def test_new_quotes_stand_in_the_order_of_the_text():
    """A quote that is added later stands before the first that begins after it; those that were there stay in order."""
    editor = build(text=TEXT, headline="“Grey Lady” opens")
    editor.add_quote("a fairy tale", cue="called")
    editor.add_quote("The bridge is safe,", cue="told")
    editor.add_quote(Span(text="words without a place"))
    editor.add_quote("Grey Lady", part="headline")
    assert ["q4", "q2", "q1", "q3"] == [quote.id for quote in editor.article().quotes]


def test_the_annotator_is_named_where_it_changed_something():
    """At each quote that was added, changed or confirmed, after those before; nobody is taken for another."""
    reader = Annotator(id="reader", kind="software")
    article = two_sources().replace(annotators=[reader])
    editor = edit(article, annotator=PERSON)
    editor.change(article.quotes[0], polarity="denied")
    editor.confirm(article.quotes[2])
    editor.add_quote("It is too dear,", near="Bo Li", cue="said")
    changed = editor.article()
    assert (reader, PERSON) == changed.annotators
    assert [("reader", "mk"), ("mk",), ("reader",), ("reader", "mk")] == [quote.annotators for quote in changed.quotes]
    again = edit(changed, annotator=PERSON)
    again.confirm(*changed.quotes[:2])
    assert changed == again.article()
    assert article == edit(article, annotator=PERSON).article()


def test_every_fault_at_once_with_its_call(editor):
    """Words that are not there or are ambiguous, values that no field holds, references to nothing: all are told."""
    source = editor.add_source(name="Bo Li")
    editor.add_quote("Nothing of it", source=source)
    editor.add_quote("It is too dear,", cue="shouted", source="nobody", kind="loud")
    editor.add_subject(name="", kind="place")
    editor.change(language="en_GB")
    editor.remove(source)
    editor.remove(source)
    editor.merge(Source(id="s9", name="Eva"), source)
    editor.split(editor.add_quote("Grey Lady"), "blue")
    assert [
        ("unknown-part", (), "remove"),
        ("unknown-part", (), "merge"),
        ("unknown-part", (), "merge"),
        ("words-not-found", (), "split"),
        ("words-not-found", ("quotes", 0, "content"), "add_quote"),
        ("words-ambiguous", ("quotes", 1, "content"), "add_quote"),
        ("words-not-found", ("quotes", 1, "attribution", "cue"), "add_quote"),
        ("bad-language", ("language",), "change"),
        ("empty-string", ("subjects", 0, "name"), "add_subject"),
        ("unknown-value", ("quotes", 1, "kind"), "add_quote"),
        ("unknown-source", ("quotes", 0, "attribution", "source"), "remove"),
        ("unknown-source", ("quotes", 1, "attribution", "source"), "add_quote"),
    ] == faults(editor)


@pytest.mark.parametrize("given", ["Lena Brandt", b"Lena", {"name": "Lena Brandt"}, Author(name="Lena Brandt"), 5])
def test_what_is_no_list_of_parts_is_one_fault(given):
    """What can be gone through, and is not meant to be, is told once."""
    with pytest.raises(EditError) as caught:
        build(text="Rain fell.", authors=given).article()
    assert [("wrong-type", ("authors",))] == [(one.issue.code, one.issue.path) for one in caught.value.faults]


def test_a_call_says_where_it_was_made(editor):
    """A fault has the file and the line of the caller, and the arguments; the error pickles."""
    editor.add_quote("Nothing of it", source=editor.add_source(name="Bo Li"), near=Span(text="Li", start=0, end=2))
    with pytest.raises(EditError) as caught:
        editor.article()
    (fault,) = caught.value.faults
    assert (__file__, "add_quote") == (fault.call.filename, fault.call.name)
    assert "Nothing of it" in Path(__file__).read_text("utf-8").splitlines()[fault.call.line - 1]
    assert "from add_quote('Nothing of it', source=s1, near=<Span 'Li'>) in test_editor.py:" in str(caught.value)
    again = pickle.loads(pickle.dumps(caught.value))
    assert (str(again), again.faults, again.issues) == (str(caught.value), caught.value.faults, caught.value.issues)
    assert isinstance(again, ValidationError)


def test_faults_that_were_given(editor):
    """Without a text that words can be looked for in, its own faults are told, and not that the words are missing."""
    bad = build(text="Rain\0 fell.", sources=[5])
    bad.add_quote("Rain", cue="fell")
    assert [("unknown-part", ("sources",), "build"), ("bad-character", ("text",), "build")] == faults(bad)
    assert [("missing-field", ("text",), "build")] == faults(build(text=None))
    assert [("wrong-type", ("quotes",), "build")] == faults(build(text=TEXT, quotes=5))
    editor = build(text=TEXT)
    lost = editor.add_quote(Span(text="gone"))
    editor.add_quote("Grey Lady", near=lost)
    assert [("words-not-found", ("quotes", 1, "content"), "add_quote")] == faults(editor)


def test_changed_text_under_quotes_is_a_fault_of_the_change():
    """Words that no longer stand where they stood are one fault, of the call that changed the text."""
    article = two_sources()
    editor = edit(article)
    editor.change(text="Rain fell.")
    assert [("span-mismatch", ("text",), "change")] == faults(editor)
    with pytest.raises(EditError, match=r"text: 5 spans of quotes do not fit the new text: use newsschema.reanchor"):
        editor.article()
    editor.change(text=TEXT.replace("Grey Lady", "Old Lady"))
    editor.add_quote(Span(text="rain", start=0, end=4), cue="said", near="Bo Li")
    assert ["span-mismatch", "span-mismatch"] == [code for code, _, _ in faults(editor)]
    with pytest.raises(EditError, match=r"text: a span of a quote does not fit the new text: use newsschema.reanchor"):
        editor.article()


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda editor: editor.add_source(nmae="Eva"), "add_source() got an unexpected field 'nmae' of Source"),
        (
            lambda editor: editor.add_quote("Rain", speaker="s1"),
            "unexpected field 'speaker' of Quote; did you mean 'source'?",
        ),
        (lambda editor: editor.add_quote("Rain", name="Bo"), "'name' of Quote; did you mean 'source'?"),
        (lambda editor: editor.add_quote("Rain", verb="said"), "'verb' of Quote; did you mean 'cue'?"),
        (
            lambda editor: editor.add_quote("Rain", source=editor.add_quote("Grey Lady")),
            "add_quote() expected a Source as source, got a Quote",
        ),
        (
            lambda editor: editor.add_quote("Rain", near=editor.add_source(name="Bo Li")),
            "add_quote() expected a Quote as near, got a Source",
        ),
        (
            lambda editor: editor.add_source(members=[Annotator(id="s1", kind="person")]),
            "add_source() expected a Source as members, got an Annotator",
        ),
        (
            lambda editor: editor.confirm(editor.add_quote("Rain")),
            "confirm() needs to know who confirms: begin with edit(article, annotator=...)",
        ),
        (
            lambda editor: editor.add_quote("Rain", colour="red"),
            "add_quote() got an unexpected field 'colour' of Quote",
        ),
        (lambda editor: editor.change(sources=()), "'sources' of Article; its parts are added, changed and"),
        (lambda editor: editor.add_quote("Rain", attribution=None), "'attribution' of Quote; its fields, such as"),
        (lambda editor: editor.change(1, 2), "change() takes one part at a time, got 2"),
        (lambda editor: editor.confirm(editor.add_source()), "confirm() expected a Quote, got a Source"),
        (
            lambda editor: editor.merge(editor.add_source(), editor.add_quote("Rain")),
            "merge() expected a Source, got a Quote",
        ),
        (
            lambda editor: editor.merge(*(editor.add_author(name=name) for name in ("A", "B"))),
            "merge() expected a Source or a Quote, got an Author",
        ),
        (
            lambda editor: editor.split(editor.add_author(name="A"), "Rain"),
            "split() expected a Source or a Quote, got an Author",
        ),
        (
            lambda editor: editor.split(editor.add_source(), editor.add_source()),
            "split() expected a Quote, got a Source",
        ),
        (
            lambda editor: editor.split(editor.add_quote("Rain")),
            "split() expected the words with which the new quote begins, got 0 values",
        ),
        (
            lambda editor: editor.split(editor.add_quote("Rain"), 5),
            "split() expected the words with which the new quote begins, got 5",
        ),
        (lambda _: build(text="", titel="Rain"), "build() got an unexpected field 'titel' of Article"),
    ],
)
def test_calls_that_make_no_sense(editor, call, message):
    """A name that is no field, or a part of another type, is an error at once, as in any call."""
    with pytest.raises(TypeError, match=re.escape(message)):
        call(editor)


def test_references_show_what_they_refer_to(editor):
    """A reference names its type and id."""
    assert "<Source s1>" == repr(editor.add_source(name="Bo Li"))
    assert "<Author a1>" == repr(editor.add_author(name="Lena Brandt"))


def test_fields_are_those_of_the_types():
    """An editor takes every field of every type, and a type checker knows them all."""
    quote = {*(spec.name for spec in field_specs(newsschema.Quote)), *(spec.name for spec in field_specs(Attribution))}
    taken = {*quote, "near", "occurrence", "part"} - {"attribution"}
    assert taken == set(known_fields(newsschema.Quote)) == QuoteChanges.__optional_keys__
    assert set(known_fields(Article)) == ArticleChanges.__optional_keys__


def test_calls_on_what_is_no_part(editor):
    """Whatever is done to something that is no part of the article is the one fault, and nothing else is touched."""
    editor = edit(editor.article(), annotator=PERSON)
    source = editor.add_source(name="Bo Li")
    quote = editor.add_quote("Grey Lady", source=source)
    other = build(text=TEXT).add_quote("Grey Lady")
    for call in (editor.change, editor.confirm, editor.remove):
        call(other)
    editor.split(source, other, quote, name="Eva Holm")
    assert ["change", "confirm", "remove", "split"] == [call for _, _, call in faults(editor)]


def test_merging_quotes_of_two_kinds_and_without_places():
    """A quote of marked and of reported words is partial; pieces without a place stand in the order given."""
    editor = build(text=TEXT)
    first = editor.add_quote("worn away ... like sugar", cue="said")
    second = editor.add_quote("the arch was", source=editor.add_source(name="Bo Li"), cue="said")
    third = editor.add_quote(Span(text="so it goes"), kind="direct")
    editor.merge(first, second)
    editor.merge(third, first)
    (quote,) = editor.article().quotes
    assert (QuoteKind.PARTIAL, "so it goes the arch was worn away ... like sugar") == (quote.kind, quote.words)


def test_where_a_quote_is_split():
    """Words without a place are split by words, a place outside of a quote splits nothing, and no piece is empty."""
    editor = build(text=TEXT)
    quote = editor.add_quote(Span(text="Rain fell. Snow fell."))
    editor.split(quote, "Snow")
    whole = editor.add_quote("Grey Lady")
    editor.split(whole, Span(text="A", start=0, end=1))
    assert ["words-not-found"] == [code for code, _, _ in faults(editor)]
    editor = build(text=TEXT)
    whole = editor.add_quote("Grey Lady")
    editor.split(whole, "Grey")
    assert [("content-empty", ("quotes", 0, "content"), "split")] == faults(editor)


def test_hints_that_say_nothing(editor):
    """A hint that is ambiguous itself, or tells of no place, leaves the words without one."""
    editor.add_quote("It is too dear,", near="said")
    editor.add_quote("It is too dear,", mention="said")
    editor.add_quote([Span(text="gone"), "Grey Lady"])
    editor.add_quote(["Lady", "Grey"], part="text")
    assert [("words-ambiguous", 0), ("words-ambiguous", 1), ("content-order", 3)] == [
        (code, path[1]) for code, path, _ in faults(editor)
    ]


@pytest.mark.parametrize(
    ("fields", "code", "message"),
    [
        (
            {"part": "body"},
            "unknown-value",
            "quotes[0].part: expected one of 'text', 'headline', 'summary', got 'body'",
        ),
        ({"occurrence": "x"}, "wrong-type", "quotes[0].occurrence: expected an int, got 'x'"),
        ({"near": 1.5}, "wrong-type", "quotes[0].near: expected a quote, a span, a position or words, got 1.5"),
        ({"near": True}, "wrong-type", "quotes[0].near: expected a quote, a span, a position or words, got True"),
        ({"occurrence": 0}, "words-not-found", "quotes[0].content: occurrence counts from 1, got 0"),
        ({"occurrence": 1, "near": 0}, "words-not-found", "quotes[0].content: give near or occurrence, not both"),
    ],
)
def test_hints_that_are_none(editor, fields, code, message):
    """A hint of another type or value is a fault of its own, and the words have no place."""
    editor.add_quote("Grey Lady", **fields)
    with pytest.raises(EditError, match=re.escape(message)) as caught:
        editor.article()
    assert [code] == [issue.code for issue in caught.value.issues]


def test_a_kind_that_is_none(editor):
    """A kind may be anything: that is a fault of the kind alone."""
    editor.add_quote("Grey Lady", kind=["direct"])
    assert [("wrong-type", ("quotes", 0, "kind"), "add_quote")] == faults(editor)


@pytest.mark.parametrize(
    ("words", "code"), [("", "words-not-found"), (["", "Grey Lady"], "words-not-found"), (5, "wrong-type")]
)
def test_what_is_no_words_is_one_fault(editor, words, code):
    """No fault is told of what stands inside of what is at fault already."""
    editor.add_quote(words)
    assert [(code, ("quotes", 0, "content"), "add_quote")] == faults(editor)


@pytest.mark.parametrize("size", [1, 2, 3])
def test_quotes_near_one_another_in_a_circle(editor, size):
    """Quotes that say of one another where they are have no place, and the fault says why."""
    quotes = [editor.add_quote("It is too dear,") for _ in range(size)]
    for quote, near in zip(quotes, quotes[1:] + quotes[:1], strict=True):
        editor.change(quote, near=near)
    with pytest.raises(EditError, match="near forms a circle") as caught:
        editor.article()
    assert [("words-not-found", index) for index in range(size)] == [
        (issue.code, issue.path[1]) for issue in caught.value.issues
    ]


@pytest.mark.parametrize("backwards", [True, False])
def test_each_quote_is_located_once(monkeypatch, backwards):
    """However many quotes are near to one another, in whichever order, each is looked for once."""
    located = []
    monkeypatch.setattr(
        _draft, "located", lambda base, fields, *rest: located.append(1) or located_as_ever(base, fields, *rest)
    )
    size = 400
    editor = build(text="“Up,” she said. " * size)
    quotes = [editor.add_quote("Up,", cue="said") for _ in range(size)]
    order = quotes[::-1] if backwards else quotes
    editor.change(order[0], occurrence=1)
    for quote, near in zip(order[1:], order, strict=False):
        editor.change(quote, near=near)
    assert {1} == {quote.content[0].start for quote in editor.article().quotes}
    assert size == len(located)


@given(st.lists(st.none() | st.integers(0, 9), max_size=8), st.lists(st.none() | st.integers(0, 9), max_size=8))
def test_a_new_quote_stands_before_the_first_that_begins_later(before, new):
    """Whatever the order of those that were there; a quote without a place is the last when it is added."""
    text = "0123456789"
    spans = [Span(text="gone") if at is None else Span(text=text[at], start=at, end=at + 1) for at in (*before, *new)]
    quotes = [
        newsschema.Quote(id=f"q{number}", kind="epithet", content=[Fragment(**attrs.asdict(span, recurse=False))])
        for number, span in enumerate(spans[: len(before)])
    ]
    expected = list(before)
    for at in new:
        later = (index for index, other in enumerate(expected) if None not in (at, other) and other > at)
        expected.insert(next(later, len(expected)), at)
    editor = edit(Article(id="urn:x:1", text=text, quotes=quotes))
    for span in spans[len(before) :]:
        editor.add_quote(span, kind="epithet")
    assert expected == [quote.content[0].start for quote in editor.article().quotes]


def test_ids_that_come_again(editor):
    """Sources of one id are merged as others are; a new source with the id of a merged one is itself."""
    first, again = editor.add_source(id="s1", name="Bo Li"), editor.add_source(id="s1", role="mayor")
    editor.merge(first, again)
    other = editor.add_source(id="s2", name="Ana Ruiz")
    editor.merge(first, other)
    quote = editor.add_quote("Grey Lady", source="s2")
    assert ["s1"] == [quote.source for quote in editor.article().quotes]
    new = editor.add_source(id="s2", name="Eva Holm")
    editor.merge(new, first)
    editor.change(quote, source="s1")
    article = editor.article()
    assert ([("s2", "Eva Holm")], "s2") == ([(one.id, one.name) for one in article.sources], article.quotes[0].source)


def test_a_quote_near_to_one_that_was_merged(editor):
    """Whatever refers to a merged quote refers to the one that it is part of."""
    first, second = editor.add_quote("Grey Lady"), editor.add_quote("a fairy tale", cue="called")
    editor.add_quote("plan", near=second, kind="indirect")
    editor.merge(second, first)
    assert 2 == len(editor.article().quotes)


def test_two_faults_are_lines(editor):
    """Several faults are listed a line each; a fault that was there before has no call."""
    editor.add_quote("Rain")
    editor.add_quote("Snow")
    with pytest.raises(EditError) as caught:
        editor.article()
    assert ["2 faults", 2] == [str(caught.value).splitlines()[0], str(caught.value).count("\n  quotes[")]
    issue = caught.value.issues[0]
    assert str(issue) == str(newsschema.EditFault(issue))


def test_an_id_that_was_given_stays():
    """An id of the caller's own is kept, whatever becomes of the words; merging keeps a kind that both have."""
    article = build(text=TEXT, id="urn:example:1").article()
    again = edit(article)
    again.change(headline="Bridge")
    first = again.add_quote("the arch was", cue="said")
    again.merge(first, again.add_quote("but its footings were", cue="said"))
    changed = again.article()
    assert ("urn:example:1", QuoteKind.INDIRECT) == (changed.id, changed.quotes[0].kind)
    again.merge(*(again.add_quote("Grey Lady", edits=[{"kind": kind}]) for kind in ("gloss", "sic")))
    assert [("missing-field", ("quotes", 1, "edits", at, "text"), "add_quote") for at in range(2)] == faults(again)
    once = edit(changed)
    once.split(changed.quotes[0], Span(text="but", start=TEXT.index("but its"), end=TEXT.index("but its") + 3))
    once.split(changed.quotes[0], Span(text="but"))
    assert [("words-not-found", (), "split")] == faults(once)[:1]


def test_odd_company(editor):
    """Sources without names merge too; a span beside words stands for itself; what is no words is a fault."""
    first, second = (editor.add_source(description=words, anonymity="generic") for words in ("experts", "residents"))
    editor.merge(first, second)
    text = editor.article()
    called = text.span("called")
    editor.add_quote([called, "the plan", text.span("a fairy tale")], source=first)
    article = editor.article()
    assert [("experts", "generic")] == [(source.description, source.anonymity) for source in article.sources]
    assert ["called", "the plan", "a fairy tale"] == [piece.text for piece in article.quotes[0].content]
    editor.split(editor.add_quote(5), "Grey")
    assert ["words-not-found", "wrong-type"] == [code for code, _, _ in faults(editor)][:2]


@pytest.mark.parametrize(
    ("part", "message"),
    [
        ("q9", "expected a part of the article itself, such as article.quotes[0], got 'q9'"),
        (Source(id="s9", name="Bo Li"), "<Source s9> is not part of this article"),
        (Attribution(source="s1"), "an Attribution is not part of this article"),
    ],
)
def test_what_is_no_part_of_the_article_is_named_in_short(editor, part, message):
    """Ids are not taken for parts, and no whole object is printed."""
    editor.remove(part)
    with pytest.raises(EditError, match=re.escape(message)):
        editor.article()
