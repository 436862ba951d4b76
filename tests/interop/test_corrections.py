"""Quotes corrected by people: Label Studio, Prodigy, Hypothes.is."""

import copy

import pytest
from hypothesis import given, settings

from newsschema import (
    Annotator,
    Article,
    Attribution,
    Edit,
    Fragment,
    Offsets,
    Quote,
    QuoteKind,
    Source,
    Span,
    ValidationError,
    build,
)
from newsschema.interop import LossCode, Report, UnknownFormatError, detect, read
from newsschema.interop.hypothes_is import from_hypothes_is, to_hypothes_is
from newsschema.interop.labelstudio import from_labelstudio, label_config, to_labelstudio
from newsschema.interop.prodigy import from_prodigy, to_prodigy
from newsschema.interop.webannotation import from_webannotation
from newsschema.strategies import articles

few = settings.get_profile("half")
TEXT = "🚢 “The quay is safe,” harbour master Ann Moe said. “Nobody need swim.”\n\nBo Li denied it."


def place(words, cls=Span, **fields):
    """A span of the words."""
    start = TEXT.index(words)
    return cls(text=words, start=start, end=start + len(words), **fields)


def base():
    """An article as a reader left it, with a mistake."""
    said = Attribution(source="s1", mention=place("harbour master Ann Moe"), cue=place("said"))
    return Article(
        id="urn:x:1",
        headline="Safe",
        text=TEXT,
        annotators=[Annotator(id="reader", name="newsschema", kind="software", version="0.1")],
        sources=[Source(id="s1", name="Ann Moe", kind="person"), Source(id="s2", name="Bo Li", kind="person")],
        quotes=[
            Quote(
                id="q1",
                kind="direct",
                content=[place("The quay is safe,", Fragment), place("Nobody need swim.", Fragment)],
                attribution=said,
                translated_from="nb",
            ),
            Quote(
                id="q2",
                kind="indirect",
                content=[place("it", Fragment, verbatim=False)],
                attribution=Attribution(source="s2", mention=place("Bo Li"), polarity="denied"),
            ),
        ],
    )


def seen(article, back, name):
    """Whether an article came back as it was, but for an annotator whom every quote that was seen has now."""
    plain = [quote.replace(annotators=was.annotators) for quote, was in zip(back.quotes, article.quotes, strict=True)]
    extra = {annotator.id for annotator in back.annotators} - {annotator.id for annotator in article.annotators}
    return article == back.replace(annotators=article.annotators, quotes=plain) and extra <= {name}


# Label Studio.


def annotated(task):
    """A task with an annotation made of its prediction, as Label Studio makes it: with other names for the regions."""
    result = copy.deepcopy(task["predictions"][0]["result"])
    names = {}
    for region in result:
        for key in region.keys() & {"id", "from_id", "to_id"}:
            region[key] = names.setdefault(region[key], f"x{len(names)}")
    return {**task, "annotations": [{"completed_by": {"id": 3, "email": "bo@x", "first_name": "Bo"}, "result": result}]}


@given(article=articles())
@few
def test_a_task_of_label_studio_comes_back_whole(article):
    """Nothing is lost in a task, and an annotation that changes nothing changes nothing but the annotators."""
    task, report = to_labelstudio(article)
    assert (Report(), (article, Report())) == (report, from_labelstudio(task))
    back, report = from_labelstudio(annotated(task))
    assert (True, Report()) == (seen(article, back, "labelstudio:bo@x"), report)


def test_regions_count_utf16_and_are_checked_by_their_words():
    """Label Studio counts as browsers do; a region whose words stand elsewhere in code points is read in those."""
    task = to_labelstudio(base())[0]
    value = task["predictions"][0]["result"][0]["value"]
    assert (4, "The quay is safe,", ["Direct"]) == (value["start"], value["text"], value["labels"])
    for counted in (lambda at: at, Offsets(TEXT).to_utf16):
        start = TEXT.index("Nobody")
        region = {"start": counted(start), "end": counted(start + 6), "text": "Nobody", "labels": ["Direct"]}
        article, _ = from_labelstudio(
            {"data": {"text": TEXT}, "annotations": [{"result": [{"id": "a", "type": "labels", "value": region}]}]}
        )
        assert ["Nobody"] == [quote.words for quote in article.quotes]


def task_of(*regions, data=None):
    """A task with one annotation; a region is an id, a label and words, a link two ids, a speaker an id and a name."""
    result = []
    for region in regions:
        if len(region) == 3:
            name, label, words = region
            start = Offsets(TEXT).to_utf16(TEXT.index(words))
            value = {"start": start, "end": start + len(words), "labels": [label]}
            result.append({"id": name, "type": "labels", "value": value})
        else:
            result.append({"type": "relation", "from_id": region[0], "to_id": region[1]})
    return {"data": data or to_labelstudio(base())[0]["data"], "annotations": [{"completed_by": 7, "result": result}]}


KEPT_AS_IT_WAS = [
    ("a", "Direct", "The quay is safe,"),
    ("b", "Direct", "Nobody need swim."),
    ("m", "Source", "harbour master Ann Moe"),
    ("c", "Cue", "said"),
    ("a", "b"),
    ("a", "m"),
    ("c", "a"),
]


def test_corrections_of_every_kind():
    """Words, labels, cues and speakers are changed, quotes added and removed; what marks do not say stays."""
    task = task_of(
        ("a", "Direct", "The quay is safe,"),
        ("m", "Source", "Ann Moe"),
        ("a", "m"),
        ("n", "Reported", "Nobody need swim."),
        ("o", "Source", "Bo Li"),
        ("n", "o"),
        ("e", "Edit", "denied"),
        ("n", "e"),
    )
    article, report = from_labelstudio(task)
    first, second = article.quotes
    assert ("q1", "The quay is safe,", "nb", None) == (
        first.id,
        first.words,
        first.translated_from,
        first.attribution.cue,
    )
    assert ("Ann Moe", "Ann Moe") == (article.source_of(first).name, first.attribution.mention.text)
    assert (QuoteKind.INDIRECT, "Nobody need swim.", "s2", "denied") == (
        second.kind,
        second.words,
        second.source,
        second.edits[0].text,
    )
    assert [("reader", "labelstudio:7")] * 2 == [quote.annotators for quote in article.quotes]
    assert ("labelstudio:7", Report()) == (article.annotators[-1].id, report)


def test_new_quotes_stand_where_the_text_has_them():
    """A quote that somebody found is between those before and after it; a quote in a quote that is gone stays alone."""
    article, _ = from_labelstudio(task_of(*KEPT_AS_IT_WAS, ("x", "Epithet", "quay"), ("y", "Direct", "harbour")))
    assert ["q1", "q2", "q3"] == sorted(quote.id for quote in article.quotes)
    assert ["The quay is safe, Nobody need swim.", "quay", "harbour"] == [quote.words for quote in article.quotes]
    assert (QuoteKind.EPITHET, None) == (article.quotes[1].kind, article.quotes[1].source)
    before = base()
    inner = Quote(id="q3", kind="epithet", content=[place("quay", Fragment)], parent="q1")
    data = to_labelstudio(before.replace(quotes=[*before.quotes, inner]))[0]["data"]
    article, report = from_labelstudio(task_of(("x", "Epithet", "quay"), ("y", "Reported", "it"), data=data))
    assert ([("q2", None), ("q3", None)], Report()) == (
        sorted((quote.id, quote.parent) for quote in article.quotes),
        report,
    )


def test_a_quote_before_all_others_comes_first():
    """Its place in the article is that of its words."""
    article, _ = from_labelstudio(task_of(("x", "Epithet", "harbour"), ("y", "Reported", "it")))
    assert [("harbour", "q1"), ("it", "q2")] == [(quote.words, quote.id) for quote in article.quotes]


def test_edits_keep_their_kind():
    """An edit that is marked as it was is what it was; one without a place stays, and a new one is an insertion."""
    before = base()
    edits = [place("swim", Edit, kind="gloss"), Edit(text="[sic]", kind="sic")]
    first = before.quotes[0].replace(edits=edits)
    data = to_labelstudio(before.replace(quotes=[first]))[0]["data"]
    regions = [*KEPT_AS_IT_WAS, ("e", "Edit", "swim"), ("a", "e"), ("f", "Edit", "quay"), ("a", "f")]
    article, _ = from_labelstudio(task_of(*regions, data=data))
    assert [("quay", "insertion"), ("swim", "gloss"), ("[sic]", "sic")] == [
        (edit.text, edit.kind) for edit in article.quotes[0].edits
    ]


def test_the_speaker_is_the_name_that_is_written():
    """A name in the text of a region is the speaker's, whatever words name him."""
    task = annotated(to_labelstudio(base())[0])
    texts = [region for region in task["annotations"][0]["result"] if region["type"] == "textarea"]
    speaker = next(region for region in texts if region["value"]["text"] == ["Ann Moe"])
    speaker["value"]["text"] = ["Cy Day"]
    article, _ = from_labelstudio(task)
    assert ["Cy Day", "Bo Li"] == [article.source_of(quote).name for quote in article.quotes]
    assert "harbour master Ann Moe" == article.quotes[0].attribution.mention.text


def test_words_that_name_a_known_speaker_name_him_again():
    """A mention that another quote has names the same source; other words a new one, and none nobody."""
    article, _ = from_labelstudio(
        task_of(("a", "Direct", "The quay is safe,"), ("m", "Source", "Bo Li"), ("a", "m"), ("b", "Reported", "it"))
    )
    assert ["s2", None] == [quote.source for quote in article.quotes]


def test_what_a_task_has_beside_is_reported():
    """Regions that nothing is linked with, with unknown labels, or of other kinds, and other annotations."""
    task = task_of(
        ("a", "Direct", "The quay is safe,"),
        ("m", "Source", "Bo Li"),
        ("u", "Person", "Ann Moe"),
        ("a", "u"),
        ("m", "u"),
    )
    first = task["annotations"][0]
    first["result"] += [
        {"id": "r", "type": "rating", "value": {"rating": 4}},
        {"id": "t", "type": "textarea", "value": {"text": []}},
        {"id": "v", "type": "labels", "value": {"start": 5, "end": 900, "labels": ["Direct"]}},
    ]
    first["ground_truth"] = True
    task["annotations"] += [{"result": []}, {"result": [], "was_cancelled": True}]
    article, report = from_labelstudio(task)
    assert ["The quay is safe,"] == [quote.words for quote in article.quotes]
    assert [
        (LossCode.NO_PLACE, ("annotations", 1)),
        (LossCode.UNREADABLE, ("annotations", 0, "result", 2)),
        (LossCode.NO_PLACE, ("annotations", 0, "result", 5)),
        (LossCode.NO_PLACE, ("annotations", 0, "result", 6)),
        (LossCode.UNREADABLE, ("annotations", 0, "result", 7)),
        (LossCode.NO_PLACE, ("annotations", 0, "result", 1)),
    ] == [(loss.code, loss.path) for loss in report.losses]


def test_regions_without_a_name_of_their_own():
    """Two regions of one name, or of none, are two regions."""
    task = task_of(("a", "Direct", "The quay is safe,"), ("a", "Direct", "it"), ("", "Source", "Bo Li"))
    del task["annotations"][0]["result"][2]["id"]
    article, report = from_labelstudio(task)
    assert ["The quay is safe,", "it"] == [quote.words for quote in article.quotes]
    assert [(LossCode.NO_PLACE, ("annotations", 0, "result", 2))] == [(loss.code, loss.path) for loss in report.losses]


@pytest.mark.parametrize("completed_by", [None, {}, {"first_name": "Bo", "email": ""}])
def test_an_annotation_of_nobody(completed_by):
    """Where a task does not say who annotated it, nobody becomes an annotator."""
    task = task_of(("a", "Direct", "it"))
    task["annotations"][0]["completed_by"] = completed_by
    assert base().annotators == from_labelstudio(task)[0].annotators


def test_a_task_of_another_text_than_its_article_is_refused():
    """Places count on the text; a headline that is none is left."""
    task = to_labelstudio(base())[0]
    with pytest.raises(ValidationError, match=r"data\.text: the text of the task is not that of the article"):
        from_labelstudio({"data": task["data"] | {"text": "Rain."}})
    assert base() == from_labelstudio({"data": {"newsschema": task["data"]["newsschema"]}})[0]
    article, _ = from_labelstudio({"data": {"text": TEXT, "headline": 5}})
    assert (None, TEXT) == (article.headline, article.text)
    with pytest.raises(ValidationError, match="text: the text of the task is not that of the article"):
        from_prodigy(to_prodigy(base())[0] | {"text": ""})
    assert ("", ()) == (
        from_prodigy({"text": "", "spans": []})[0].text,
        from_prodigy({"text": "", "spans": []})[0].quotes,
    )


def test_a_task_without_annotations():
    """The prediction is read, and nobody becomes an annotator; without any the article is as it was."""
    task = to_labelstudio(base())[0]
    assert (base(), Report()) == from_labelstudio([task])
    assert (base(), Report()) == from_labelstudio({"data": task["data"], "annotations": []})
    assert "Safe" == from_labelstudio({"data": {"text": TEXT, "headline": "Safe"}})[0].headline
    for document in (5, [], [task, task], {"data": {"image": "a.png"}}, {"data": 5}):
        with pytest.raises(ValidationError, match="expected"):
            from_labelstudio(document)


def test_the_interface_has_every_label():
    """The configuration of a project knows the labels that tasks have."""
    config = label_config()
    assert {"Direct", "Reported", "Epithet", "Source", "Cue"} <= {
        line.split('"')[1] for line in config.splitlines() if "<Label " in line
    }


# Prodigy.


@given(article=articles())
@few
def test_a_task_of_prodigy_comes_back_whole(article):
    """Nothing is lost in a task, and accepting it changes nothing but the annotators; tokens are the text's."""
    task, report = to_prodigy(article)
    assert (Report(), (article, Report())) == (report, from_prodigy(task))
    back, report = from_prodigy({**task, "answer": "accept", "_annotator_id": "bo"})
    assert (True, Report()) == (seen(article, back, "prodigy:bo"), report)
    assert all(token["text"] == article.text[token["start"] : token["end"]] for token in task["tokens"])


def test_tokens_are_cut_where_spans_are():
    """A span begins and ends with tokens, also inside a word."""
    quote = Quote(id="q1", kind="epithet", content=[place("arbour", Fragment)])
    task = to_prodigy(Article(id="urn:x:1", text=TEXT, quotes=[quote]))[0]
    (span,) = task["spans"]
    (token,) = task["tokens"][span["token_start"] : span["token_end"] + 1]
    assert ("arbour", True) == (token["text"], token["ws"])


def test_spans_without_relations_belong_where_they_did():
    """Recipes for spans alone have no relations; what is as it was stays together, and new roles are reported."""
    task = to_prodigy(base())[0] | {"relations": [], "answer": "accept", "_session_id": "bo"}
    back, report = from_prodigy(task)
    assert (True, Report()) == (seen(base(), back, "prodigy:bo"), report)
    start = TEXT.index("denied")
    task["spans"] = [*task["spans"][:-2], {"start": start, "end": start + 6, "label": "Cue"}]
    back, report = from_prodigy(task)
    assert (["q1"], [(LossCode.NO_PLACE, ("spans", 4))]) == (
        [quote.id for quote in back.quotes],
        [(loss.code, loss.path) for loss in report.losses],
    )


def test_relations_are_known_by_their_spans():
    """Spans of others have no names; relations find them by label and place."""
    quay, said = ({"start": TEXT.index(words), "end": TEXT.index(words) + len(words)} for words in ("The quay", "said"))
    quay, said = quay | {"label": "Direct"}, said | {"label": "Cue"}
    relations = [
        {"head_span": quay, "child_span": said},
        {"head_span": quay, "child_span": {"start": 0, "end": 1, "label": "Cue"}},
    ]
    bad = [{"start": 5, "end": 5, "label": "Cue"}, {"start": 0, "end": 1, "label": "PERSON"}]
    article, report = from_prodigy({"text": TEXT, "spans": [quay, said, *bad], "relations": relations})
    assert ("The quay", "said", ()) == (
        article.quotes[0].words,
        article.quotes[0].attribution.cue.text,
        article.annotators,
    )
    assert [("spans", 2), ("spans", 3)] == [loss.path for loss in report.losses]


@pytest.mark.parametrize("answer", ["reject", "ignore"])
def test_a_task_that_was_not_accepted_changes_nothing(answer):
    """The article is as it was, and that is reported."""
    article, report = from_prodigy(to_prodigy(base())[0] | {"answer": answer, "spans": []})
    assert (base(), [(LossCode.NO_PLACE, ("answer",))]) == (article, [(loss.code, loss.path) for loss in report.losses])


def test_what_is_no_task_of_prodigy_is_refused():
    """A task has a text, and it is the article's."""
    for document in (5, {"spans": []}, to_prodigy(base())[0] | {"text": "Rain."}):
        with pytest.raises(ValidationError):
            from_prodigy(document)


# Hypothes.is.

USER = {"user": "acct:bo@hypothes.is", "user_info": {"display_name": "Bo"}}


def rows_of(article):
    """The annotations of an article as the API gives them back, with names."""
    return [{"id": f"a{index}", **USER, **row} for index, row in enumerate(to_hypothes_is(article)[0])]


@given(article=articles())
@few
def test_annotations_come_back(minus, article):
    """What comes back is the article minus what was reported; over the article itself nothing changes."""
    rows, report = to_hypothes_is(article)
    back = from_hypothes_is(rows, article.replace(quotes=(), sources=()))[0]
    assert minus(article, report) == minus(back, report, like=article)
    assert {"sources"} >= {loss.path[0] for loss in report.losses}
    assert (article, Report()) == from_hypothes_is({"total": len(rows), "rows": rows}, article)


def test_an_annotation_is_for_people():
    """The place is the first piece; the text has a line for what people may correct."""
    row = to_hypothes_is(base())[0][0]
    assert ["newsschema", "direct"] == row["tags"]
    assert ["speaker: Ann Moe", "mention: harbour master Ann Moe", "cue: said"] == row["text"].splitlines()[:3]
    assert (4, "The quay is safe,") == (
        row["target"][0]["selector"][0]["start"],
        row["target"][0]["selector"][1]["exact"],
    )


def test_lines_that_were_changed_correct():
    """The owner changed lines and a tag: the quote follows, and he is one of its annotators."""
    rows = rows_of(base())
    rows[0]["text"] = rows[0]["text"].replace("speaker: Ann Moe", "Speaker: Cy Day").replace("cue: said", "cue: need")
    rows[0]["tags"] = ["newsschema", "indirect"]
    rows[1]["text"] = rows[1]["text"].replace("mention: Bo Li", "mention:\nI doubt it.")
    article, report = from_hypothes_is(rows, base())
    first, second = article.quotes
    assert ("Cy Day", "need", QuoteKind.INDIRECT) == (
        article.source_of(first).name,
        first.attribution.cue.text,
        first.kind,
    )
    assert (None, "denied", "nb") == (second.attribution.mention, second.attribution.polarity, first.translated_from)
    assert [("reader", "acct:bo@hypothes.is")] * 2 == [quote.annotators for quote in article.quotes]
    assert Annotator(id="acct:bo@hypothes.is", name="Bo", kind="person") == article.annotators[-1]
    assert [(LossCode.KEPT, (1, "text"))] == [(loss.code, loss.path) for loss in report.losses]
    assert ({"user": "acct:bo@hypothes.is", "text": "I doubt it."},) == second.extra["is.hypothes"]["comments"]


def test_replies_correct_confirm_and_reject():
    """Others than the owner reply; replies are read in the order of their making."""
    rows = rows_of(base())
    replies = [
        {"id": "r2", "references": ["a0"], "user": "acct:cy@h", "created": "2", "text": "speaker: Bo Li", "tags": []},
        {"id": "r1", "references": ["a0", "x"], "user": "acct:di@h", "created": "1", "text": "speaker: Eve Fox"},
        {"id": "r3", "references": ["a1"], "user": "acct:di@h", "tags": ["Reject"], "text": ""},
        {"id": "r4", "references": ["gone"], "user": "acct:di@h", "text": "yes"},
    ]
    article, report = from_hypothes_is({"total": 2, "rows": rows, "replies": replies}, base())
    (quote,) = article.quotes
    assert ("Bo Li", ("reader", "acct:di@h", "acct:cy@h")) == (article.source_of(quote).name, quote.annotators)
    assert [(LossCode.NO_PLACE, ("replies", 3))] == [(loss.code, loss.path) for loss in report.losses]
    confirm = {"references": ["a0"], "user": "acct:di@h", "tags": ["confirmed"], "text": ""}
    anonymous = {"references": ["a1"], "tags": ["confirm"], "text": None}
    article, report = from_hypothes_is([*rows, confirm, anonymous], base())
    assert ([("reader", "acct:di@h"), ()], Report()) == ([quote.annotators for quote in article.quotes], report)


def test_quotes_that_others_found():
    """An annotation of somebody else is a quotation; its lines are looked for near it."""

    def row(exact, text, **fields):
        return {
            "id": "n",
            "user": "acct:di@h",
            "tags": [],
            "text": text,
            **fields,
            "target": [{"source": "x", "selector": [{"type": "TextQuoteSelector", "exact": exact}]}],
        }

    article, report = from_hypothes_is([row("denied it", "speaker: Bo Li\nmention: Bo Li\ncue: shouted")], base())
    found = article.quotes[-1]
    assert ("denied it", "s2", place("Bo Li"), None) == (
        found.words,
        found.source,
        found.attribution.mention,
        found.attribution.cue.start,
    )
    assert (("acct:di@h",), [LossCode.UNPLACED]) == (found.annotators[-1:], [loss.code for loss in report.losses])
    article, _ = from_hypothes_is(row("quay", "", tags=["epithet"]), TEXT)
    assert (QuoteKind.EPITHET, None) == (article.quotes[0].kind, article.quotes[0].attribution)
    article, report = from_hypothes_is([row("nowhere to be found here", "cue: said")], TEXT)
    assert (None, "said") == (article.quotes[0].content[0].start, article.quotes[0].attribution.cue.text)
    _, report = from_hypothes_is([{"target": [{"source": "x"}], "text": "A note on the page"}], TEXT)
    assert [LossCode.UNREADABLE] * 2 == [loss.code for loss in report.losses]


def test_selectors_refine_one_another():
    """A selector that refines another selects within what that selects."""
    inner = {"type": "TextQuoteSelector", "exact": "Bo"}
    outer = {"type": "TextQuoteSelector", "exact": "Bo Li denied", "refinedBy": inner}
    text = "Bo saw it. Then Bo Li denied it."
    article, _ = from_hypothes_is([{"target": [{"selector": [outer]}]}], text)
    assert 16 == article.quotes[0].content[0].start
    inner = {"type": "TextPositionSelector", "start": 3, "end": 5}
    outer = {"type": "FragmentSelector", "value": "x", "refinedBy": {**outer, "refinedBy": inner}}
    article, _ = from_hypothes_is([{"target": {"selector": outer}}], text)
    assert ("Li", 19) == (article.quotes[0].words, article.quotes[0].content[0].start)
    lost = {
        "type": "TextQuoteSelector",
        "exact": "nowhere to be found",
        "refinedBy": {"type": "TextQuoteSelector", "exact": "saw"},
    }
    article, _ = from_hypothes_is([{"target": {"selector": lost}}], text)
    assert "saw" == article.quotes[0].words
    none = {"type": "TextPositionSelector", "start": 5, "end": 5}
    _, report = from_hypothes_is([{"target": {"selector": none}}], text)
    assert LossCode.UNREADABLE == report.losses[0].code


def test_a_search_that_found_more_than_is_here():
    """The API gives a part of many annotations; that the others are not read is reported."""
    rows = rows_of(base())
    article, report = from_hypothes_is({"total": 240, "rows": rows}, base())
    assert (base(), "rows: only 2 of 240 annotations are here (unreadable)") == (article, str(report))


def test_two_annotations_of_one_quote():
    """The first counts, the second is a quotation of its own; a broken comment makes one of somebody else's."""
    rows = rows_of(base())
    article, _ = from_hypothes_is([rows[0], {**rows[0], "id": "b"}], base().replace(quotes=()))
    assert ["q1", "q2"] == [quote.id for quote in article.quotes]
    row = {**rows[1], "text": "<!-- newsschema {} -->"}
    assert ("it", ("reader", "acct:bo@hypothes.is")) == (
        from_hypothes_is(row, base().replace(quotes=()))[0].quotes[0].words,
        from_hypothes_is(row, base().replace(quotes=()))[0].quotes[0].annotators,
    )


def test_a_quote_without_a_place_cannot_be_marked():
    """It stays as it is, whatever was marked beside it."""
    lost = Quote(id="q3", kind="direct", content=[Fragment(text="Gone.")], attribution=Attribution())
    article = base().replace(quotes=[lost, *base().quotes])
    task = to_labelstudio(article)[0]
    assert (article, article) == (from_labelstudio(task)[0], from_prodigy(to_prodigy(article)[0])[0])
    task["annotations"] = [{"completed_by": 7, "result": []}]
    assert (lost,) == from_labelstudio(task)[0].quotes


def test_a_quote_without_a_place_is_a_note_on_the_page():
    """Its words are in the comment."""
    quote = Quote(
        id="q1",
        kind="direct",
        content=[Fragment(text="Gone <b>")],
        attribution=Attribution(cue=Span(text="said")),
        edits=[Edit(text="[b]", kind="insertion")],
    )
    article = Article(id="urn:x:1", text=TEXT, quotes=[quote])
    (row,) = to_hypothes_is(article)[0]
    assert ([{"source": "urn:x:1"}], (article, Report())) == (row["target"], from_hypothes_is([row], article))


def test_a_result_of_the_api_is_no_annotation_of_the_w3c():
    """The reader of Web Annotation takes what the API gives, too; what is none is refused."""
    rows = rows_of(base())
    assert 2 == len(from_webannotation({"total": 2, "rows": rows}, TEXT)[0].quotes)
    with pytest.raises(ValidationError, match=r"expected an annotation of Hypothes\.is"):
        from_hypothes_is([5], TEXT)


def test_annotations_of_a_text_that_has_changed():
    """The cues and mentions of all quotes move with them, and equal words stay with who said them."""
    said = "“It is too dear,” Ann Moe said.\n\n“It is too dear,” Bo Li said.\n\n“It is too dear,” Cy Day said."
    editor = build(text=said)
    for name in ("Ann Moe", "Bo Li", "Cy Day"):
        source = editor.add_source(name=name)
        editor.add_quote("It is too dear,", source=source, cue="said", mention=name, near=name)
    article = editor.article()
    changed = "Corrected.\n\n" + said.replace("“It is too dear,” Bo", "“It was far too dear,” Bo")
    back, report = from_hypothes_is(rows_of(article), article.replace(text=changed, quotes=(), sources=()))
    assert ["It is too dear,", "It was far too dear,", "It is too dear,"] == [quote.words for quote in back.quotes]
    for quote in back.quotes:
        end = quote.content[0].end
        assert changed[end:].startswith(f"” {back.source_of(quote).name} said.")
        assert end + 2 == quote.attribution.mention.start
        assert "said" == changed[quote.attribution.cue.start : quote.attribution.cue.end]
    assert {LossCode.CHANGED} == {loss.code for loss in report.losses}


def test_the_door_knows_them():
    """Each is recognised by what is in it."""
    documents = {
        "labelstudio": to_labelstudio(base())[0],
        "prodigy": to_prodigy(base())[0],
        "hypothes_is": {"total": 2, "rows": rows_of(base())},
    }
    assert list(documents) == [detect(document).name for document in documents.values()]
    assert base() == read(documents["labelstudio"])[0]
    assert "prodigy" == detect({"text": "Rain.", "spans": [], "answer": "accept"}).name
    for other in ({"text": "Rain.", "spans": []}, {"data": {}}, [{"uri": "urn:x:1", "target": []} | {"type": "x"}]):
        with pytest.raises(UnknownFormatError):
            detect(other)
