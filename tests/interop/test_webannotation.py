"""W3C Web Annotation."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft4Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT4

from newsschema import Annotator, Article, Attribution, Fragment, Quote, QuoteKind, Source, Span, ValidationError
from newsschema.interop import Report
from newsschema.interop.webannotation import CONTEXT_URI, from_webannotation, to_webannotation
from newsschema.strategies import articles

few = settings.get_profile("half")


def bare(article):
    """The article as the reader of its annotations has it."""
    return article.replace(quotes=(), sources=())


@given(article=articles(), utf16=st.booleans())
@few
def test_what_comes_back_lacks_what_the_report_says(minus, article, utf16):
    """What comes back is the article minus what was reported, and that is nothing of any quote."""
    document, report = to_webannotation(article, utf16=utf16)
    back = from_webannotation(document, bare(article), utf16=utf16)[0]
    assert minus(article, report) == minus(back, report, like=article)
    assert {"sources"} >= {loss.path[0] for loss in report.losses}
    assert article.quotes == back.quotes


@pytest.mark.parametrize("utf16", [True, False])
def test_our_story_comes_back_whole(article, utf16):
    """A story whose sources all speak loses nothing."""
    document, report = to_webannotation(article, utf16=utf16)
    assert Report() == report
    assert (article, Report()) == from_webannotation(json.loads(json.dumps(document)), bare(article), utf16=utf16)


def test_positions_are_in_either_unit(article):
    """Code points as the standard has it; UTF-16 units for browsers, one more for each astral character before."""
    starts = [
        to_webannotation(article, utf16=utf16)[0]["first"]["items"][2]["target"][0]["selector"][1]["start"]
        for utf16 in (False, True)
    ]
    assert [article.quotes[2].content[0].start, article.quotes[2].content[0].start + 1] == starts


def test_every_span_is_a_target(article):
    """Quote, mention and cue are targets of their own, each with its words, their context and their position."""
    annotation = to_webannotation(article)[0]["first"]["items"][1]
    assert [target["id"].removeprefix(f"{annotation['id']}-") for target in annotation["target"]] == [
        "content-0",
        "mention-1",
        "cue-2",
        "addressee-3",
        "setting-4",
    ]
    cue = article.quotes[1].attribution.cue
    assert annotation["target"][2]["selector"] == [
        {
            "type": "TextQuoteSelector",
            "exact": "told",
            "prefix": article.text[cue.start - 32 : cue.start],
            "suffix": article.text[cue.end : cue.end + 32],
        },
        {"type": "TextPositionSelector", "start": cue.start, "end": cue.end},
    ]
    assert annotation["body"][0] == {"type": "TextualBody", "purpose": "identifying", "value": "Inés Okafor"}


@pytest.fixture(scope="module")
def musts(standards):
    """The assertions that every annotation must meet, by their names."""
    folder = standards / "web-annotation"
    schemas = {
        path.name: json.loads(path.read_bytes()) for path in folder.rglob("*.json") if "samples" not in path.parts
    }
    registry = Registry().with_resources(
        [
            (name, Resource.from_contents(schema, default_specification=DRAFT4))
            for name, schema in schemas.items()
            if isinstance(schema, dict)
        ]
    )
    names = json.loads((folder / "annotations" / "annotationMusts.test").read_bytes())["assertions"]
    present = [name.rpartition("/")[2] for name in names if (folder / name).is_file()]
    return {name: (Draft4Validator(schemas[name], registry=registry), schemas[name]) for name in present}


@given(article=articles())
@settings(max_examples=4)  # the assertions are slow
def test_what_is_written_meets_the_musts(musts, article):
    """Every annotation of a generated article meets every MUST of the W3C's test suite."""
    assert_musts(musts, article)


def assert_musts(musts, article):
    """Every annotation of the article meets every MUST."""
    assert len(musts) > 40
    for annotation in to_webannotation(article)[0].get("first", {}).get("items", []):
        for name, (validator, schema) in musts.items():
            expected = schema.get("expectedResult", "valid") == "valid"
            assert expected == validator.is_valid(annotation), name


def test_our_story_meets_the_musts(musts, article):
    """So does every annotation of the story."""
    assert_musts(musts, article)


def edit(text):
    """The text with words put in, other marks, and two paragraphs changed about."""
    paragraphs = text.replace("“", '"').replace("”", '"').replace("will sail", "will surely sail").split("\n\n")
    paragraphs[1], paragraphs[2] = paragraphs[2], f"Then, after a pause: {paragraphs[1]}"
    return "\n\n".join(paragraphs)


def test_quotes_find_their_place_in_an_edited_story(article):
    """In an edited body every quote is found again, words, mention and cue."""
    document, _ = to_webannotation(article)
    now = edit(article.text)
    again, report = from_webannotation(document, bare(article).replace(text=now))
    assert [quote.id for quote in article.quotes] == [quote.id for quote in again.quotes]
    assert all(piece.start is not None for quote in again.quotes for piece in quote.content)
    assert [piece.text for piece in again.quotes[1].content] == ["will surely sail again on Monday"]
    cue = again.quotes[3].attribution.cue
    assert (now.index("said", now.index("Nobody")), "said") == (cue.start, cue.text)
    assert {"now reads"} == {"now reads" for loss in report.losses if "now reads" in loss.reason}


def test_what_is_lost_keeps_its_words(article):
    """A quote that was cut out keeps its words and has no place, and is reported."""
    document, _ = to_webannotation(article)
    again, report = from_webannotation(document, bare(article).replace(text="The ferry sails."))
    assert [quote.words for quote in article.quotes] == [quote.words for quote in again.quotes]
    assert {None} == {piece.start for quote in again.quotes for piece in quote.content}
    assert report.losses[0].path == ("first", "items", 0, "target", 0)


def annotation(**fields):
    """Somebody else's annotation of two words."""
    return {"@context": CONTEXT_URI, "type": "Annotation", "id": "https://example.org/a1", **fields}


EXACT = {"type": "TextQuoteSelector", "exact": "too dear"}


@pytest.mark.parametrize(
    ("selector", "utf16", "start"),
    [
        (EXACT, False, 9),
        ([EXACT, {"type": "TextPositionSelector", "start": 25, "end": 33}], False, 25),
        ([EXACT, {"type": "TextPositionSelector", "start": 26, "end": 34}], True, 25),
        ([EXACT, {"type": "TextPositionSelector", "start": -3, "end": 35}], True, None),
        ([EXACT, {"type": "TextPositionSelector", "start": 400, "end": 500}], True, None),
        ({**EXACT, "prefix": "not “", "suffix": "”."}, False, 25),
        ({"type": "TextPositionSelector", "start": 25, "end": 33}, False, 25),
    ],
)
def test_others_annotations_are_read(selector, utf16, start):
    """A selector of words, of a position or of both finds its place; marks around it make it verbatim."""
    text = "🌧 It is “too dear”, not “too dear”." if start != 9 else "🌧 It is “too dear”, he said."
    target = {"source": "https://example.org/ferry", "selector": selector}
    body = {"type": "TextualBody", "purpose": "identifying", "value": "Anna Li"}
    article, report = from_webannotation(annotation(target=target, body=body), text, utf16=utf16)
    (quote,) = article.quotes
    assert (quote.id, quote.words, article.source_of(quote).name) == ("https://example.org/a1", "too dear", "Anna Li")
    assert (start, start is None) == (quote.content[0].start, bool(report))


@pytest.mark.parametrize(
    ("inner", "utf16"),
    [
        ({"type": "TextQuoteSelector", "exact": "dear"}, False),
        ({"type": "TextPositionSelector", "start": 11, "end": 15}, False),
        ({"type": "TextPositionSelector", "start": 12, "end": 16}, True),
    ],
)
@pytest.mark.parametrize("before", ["", "Corrected.\n\n"])
def test_a_selector_that_refines_another_selects_within_it(inner, utf16, before):
    """Words that stand in several places, or a position, are looked for in what the outer selector selects."""
    text = f"{before}🌧 It is “too dear”, not “🌧 too dear” but cheap, Bo said."
    outer = {"type": "TextQuoteSelector", "exact": "not “🌧 too dear” but", "refinedBy": inner}
    article, report = from_webannotation(annotation(target={"selector": outer}), text, utf16=utf16)
    assert (text.index("dear” but"), False) == (article.quotes[0].content[0].start, bool(report))


def test_a_refined_selector_that_has_lost_its_place_is_reported():
    """The inner words are then looked for in all of the text, and what else refines is not read unsaid."""
    outer = {"type": "TextQuoteSelector", "exact": "nowhere to be found", "refinedBy": EXACT}
    by_path = {"type": "XPathSelector", "value": "/p[1]", "refinedBy": outer}
    article, report = from_webannotation(annotation(target={"selector": by_path}), "It is “too dear”.")
    assert ["too dear"] == [quote.words for quote in article.quotes]
    assert [("unplaced", ("target",)), ("no-place", ("target", "selector", "value"))] == [
        (loss.code, loss.path) for loss in report.losses
    ]


@pytest.mark.parametrize(
    ("target", "paths"),
    [
        ("https://example.org/ferry", [("target",), ()]),
        ({"selector": {"type": "RangeSelector"}}, [("target",), ()]),
        ({"selector": {"type": "TextPositionSelector", "start": 7, "end": 70}}, [("target",), ()]),
        ([{"selector": EXACT}, {"selector": EXACT}], [("target", 1)]),
    ],
)
def test_what_selects_no_text_is_reported(target, paths):
    """A target without words, and every target after the first, is reported."""
    article, report = from_webannotation(annotation(target=target), "It is “too dear”.")
    assert paths == [loss.path for loss in report.losses]
    assert len(article.quotes) == (len(paths) == 1)


def test_rows_of_an_annotation_service():
    """Annotations that do not say that they are such are known by their targets; what else they say is reported."""
    row = {"id": "a", "uri": "https://example.org/1", "text": "", "user": "ana", "target": [{"selector": [EXACT]}]}
    article, report = from_webannotation(json.dumps({"total": 1, "rows": [row]}).encode(), "It is “too dear”.")
    assert (article.quotes[0].id, article.quotes[0].words) == ("a", "too dear")
    assert [(loss.code, loss.path) for loss in report.losses] == [
        ("no-place", ("rows", 0, "uri")),
        ("no-place", ("rows", 0, "user")),
    ]


def test_a_source_stands_once(article):
    """Each source is written with the first of its quotes; where that is gone, the name of the speaker is left."""
    collection, _ = to_webannotation(article)
    items = collection["first"]["items"]
    notes = [json.loads(item["body"][-1]["value"]).get("sources", []) for item in items]
    assert [source["id"] for sources in notes for source in sources] == [source.id for source in article.sources]
    assert from_webannotation(items[::-1], bare(article))[0].source_of(article.quotes[1]).role == "harbour master"
    again, _ = from_webannotation(items[1:2], bare(article))
    assert again.source_of(again.quotes[0]).name == "Inés Okafor"


def test_strict_reading_refuses():
    """A quote that is none is refused."""
    target = {"selector": EXACT}
    body = {"purpose": "describing", "value": '{"id": "q1", "kind": "song", "content": [{"text": "dear"}]}'}
    with pytest.raises(ValidationError, match="kind"):
        from_webannotation(annotation(target=target, body=body), "It is “too dear”.", strict=True)


def test_others_bodies():
    """A tag is taken for granted, JSON of somebody else's is reported, as is any other body."""
    bodies = [
        {"purpose": "tagging", "value": "quote"},
        {"purpose": "describing", "format": "application/json", "value": "{broken"},
        {"purpose": "describing", "value": '{"note": "no quote"}'},
        "https://example.org/comment",
    ]
    article, report = from_webannotation(annotation(target={"selector": EXACT}, body=bodies), "It is “too dear”.")
    assert [loss.path for loss in report.losses] == [("body", 1), ("body", 2), ("body", 3)]
    assert article.quotes[0].kind == QuoteKind.DIRECT


@pytest.mark.parametrize(
    ("document", "count", "paths"),
    [
        ([annotation(target={"selector": EXACT}), {"type": ["Annotation"], "target": {"selector": EXACT}}], 2, []),
        ({"type": "AnnotationPage", "items": [annotation(target={"selector": EXACT})], "next": "p2"}, 1, [("next",)]),
        ({"type": ["AnnotationCollection"], "first": "https://example.org/page1"}, 0, [("first",)]),
        ({"type": "AnnotationCollection", "total": 0}, 0, []),
    ],
)
def test_collections_pages_and_lists(document, count, paths):
    """Annotations are read wherever they are; what is only named is reported."""
    article, report = from_webannotation(document, "It is “too dear”.")
    assert (count, paths) == (len(article.quotes), [loss.path for loss in report.losses])


@pytest.mark.parametrize(
    "document", [{"type": "Note"}, [5], "text", '"text"', {"type": "AnnotationPage", "items": [[]]}]
)
def test_what_is_no_annotation_is_refused(document):
    """Anything else is a fault."""
    with pytest.raises(ValidationError, match="expected an annotation"):
        from_webannotation(document, "It is “too dear”.")


def test_quotes_are_added_to_those_there_are(article):
    """Annotations read into an article that has quotes get ids of their own, and refer to each other as before."""
    document, _ = to_webannotation(article)
    others = [quote.replace(extra={"https://example.org/": 1}) for quote in article.quotes]
    twice, report = from_webannotation(document, article.replace(quotes=others))
    assert Report() == report
    assert len(article.quotes) * 2 == len(twice.quotes)
    inner = twice.quotes[len(article.quotes) + 6]
    assert twice.quotes[len(article.quotes) + 5].id == inner.parent
    assert article.sources == twice.sources


def test_the_official_sample_is_read(standards):
    """The test suite's collection is read to its end; what selects no text is reported."""
    document = json.loads((standards / "web-annotation" / "samples" / "collection1.json").read_bytes())
    article, report = from_webannotation(document, "")
    assert report
    assert all(piece.start is None for quote in article.quotes for piece in quote.content)


def test_an_id_may_have_a_fragment(article):
    """Annotations of an article whose id has a fragment still have ids that are URIs."""
    document, report = to_webannotation(article.replace(id="https://example.org/paper#ferry"))
    assert ("https://example.org/paper#ferry.quotes", Report()) == (document["id"], report)


@pytest.mark.parametrize("change", ["a line on top", "reworded"])
def test_all_that_is_selected_tells_of_each(change):
    """Equal words keep to their own places in a changed text, and no words go to another speaker."""
    said = "It is too dear for this town,"
    text = f"“{said}” Ana Ruiz said.\n\nThe vote is on Thursday.\n\n“{said}” Bo Li said."
    sources, quotes = [], []
    for name, start in (("Ana Ruiz", 1), ("Bo Li", text.rindex(said))):
        at = text.index(name)
        mention = Span(text=name, start=at, end=at + len(name))
        piece = Fragment(text=said, start=start, end=start + len(said))
        sources.append(Source(id=name, name=name))
        quotes.append(
            Quote(id=name, kind="direct", content=[piece], attribution=Attribution(source=name, mention=mention))
        )
    story = Article(id="urn:example:1", text=text, sources=sources, quotes=quotes)
    now = f"Corrected.\n\n{text}" if change == "a line on top" else text[:60] + text[60:].replace("town", "port")
    again, _ = from_webannotation(to_webannotation(story)[0], bare(story).replace(text=now))
    words = [now[quote.content[0].start : quote.content[0].end] for quote in again.quotes]
    assert ([said, said] if change == "a line on top" else [said, said.replace("town", "port")]) == words
    assert again.quotes[0].content[0].start < again.quotes[1].content[0].start


def test_positions_that_contradict_each_other():
    """Of two annotations that give different words for one stretch, the second is looked for by its words."""

    def selected(words, start):
        position = {"type": "TextPositionSelector", "start": start, "end": start + len(words)}
        return annotation(target={"selector": [{"type": "TextQuoteSelector", "exact": words}, position]})

    article, _ = from_webannotation(
        [selected("Rain fell", 0), selected("Snow fell all day", 0)],
        "So it was: snow. Snow fell all day, and Rain fell.",
    )
    assert [40, 17] == [quote.content[0].start for quote in article.quotes]


def test_quotes_that_are_inside_each_other(article):
    """Quotes of which each is inside the other are found all the same, and the circle is reported."""
    document, _ = to_webannotation(article)
    items = document["first"]["items"]
    inner = items[6]["body"][-1]
    details = json.loads(items[5]["body"][-1]["value"]) | {"parent": "q7"}
    items[5]["body"][-1]["value"] = json.dumps(details)
    again, report = from_webannotation(document, bare(article).replace(text=f"Rain.\n\n{article.text}"))
    assert json.loads(inner["value"])["parent"] == "q6"
    assert [quote.words for quote in article.quotes] == [quote.words for quote in again.quotes]
    assert "is inside itself" in str(report)


def test_words_that_no_article_can_hold_are_reported(article):
    """A selector whose words have a NUL selects nothing."""
    target = {"source": article.id, "selector": {"type": "TextQuoteSelector", "exact": "Rain\0"}}
    _, report = from_webannotation({"id": "urn:example:2", "type": "Annotation", "target": target}, article)
    assert [("target",), ()] == [loss.path for loss in report.losses]


LENA = {"id": "urn:example:lena", "type": "Person", "name": "Lena Brandt"}
FINDER = {"type": "Software", "name": "Finder", "nickname": "finder", "schema:softwareVersion": "2.1"}


def test_annotators_are_creators(article):
    """Who found a quote is written as the standard has it, and read even where the article does not say it."""
    lena = Annotator(id="urn:example:lena", name="Lena Brandt", kind="person")
    finder = Annotator(id="finder", name="Finder", kind="software", version="2.1")
    first, second, *others = article.quotes
    quotes = (first.replace(annotators=("finder",)), second.replace(annotators=(finder.id, lena.id)), *others)
    annotated = article.replace(annotators=(finder, lena), quotes=quotes)
    document, report = to_webannotation(annotated)
    items = document["first"]["items"]
    assert (Report(), FINDER, [FINDER, LENA]) == (report, items[0]["creator"], items[1]["creator"])
    assert items[2]["creator"] == [FINDER, LENA]  # all, where the quote names none
    assert annotated == from_webannotation(document, bare(annotated))[0]
    alone = from_webannotation(document, article.text)[0]
    assert annotated.annotators == alone.annotators
    assert alone.quotes[2].annotators == ("finder", "urn:example:lena")


@pytest.mark.parametrize(
    ("creator", "annotator"),
    [
        ("urn:example:lena", Annotator(id="urn:example:lena", kind="person")),
        ([LENA, LENA], Annotator(id="urn:example:lena", name="Lena Brandt", kind="person")),
        ({"email": "a@example.org"}, Annotator(id="a@example.org", kind="person")),
        ({"name": "Desk", "type": ["Organization"]}, Annotator(id="Desk", name="Desk", kind="person")),
    ],
)
def test_creators_are_annotators(creator, annotator):
    """A creator is an address or a description of somebody, whose name is what tells it best."""
    article, report = from_webannotation(annotation(target={"selector": EXACT}, creator=creator), "It was “too dear”.")
    assert (article.annotators, article.quotes[0].annotators, report) == ((annotator,), (annotator.id,), Report())


def test_who_is_no_creator_is_reported():
    """What names nobody is said to be lost, as is what there is no field for."""
    creators = [7, {"type": "Person"}, LENA | {"homepage": "https://example.org/"}]
    article, report = from_webannotation(annotation(target={"selector": EXACT}, creator=creators), "It was “too dear”.")
    assert article.quotes[0].annotators == ("urn:example:lena",)
    assert sorted(loss.path for loss in report.losses) == [("creator", 0), ("creator", 1), ("creator", 2, "homepage")]


def test_a_quote_that_is_there_does_not_come_twice(article):
    """Annotations of an article that has their quotes add only the others, in the quotes that they are inside of."""
    document, _ = to_webannotation(article)
    children = {quote.id for quote in article.quotes if quote.parent}
    some = article.replace(quotes=tuple(quote for quote in article.quotes if quote.id not in children))
    assert article == from_webannotation(document, article)[0]
    again = from_webannotation(document, some)[0]
    assert {quote.words: quote.parent for quote in again.quotes} == {one.words: one.parent for one in article.quotes}
