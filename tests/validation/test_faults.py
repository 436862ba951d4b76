"""Every fault is told once, with its code, in its place.

A corruption changes one thing in a valid document, and knows the one fault that must be found.
"""

import json
import os
import re
from copy import deepcopy
from pathlib import Path
from typing import Any, NamedTuple

import fastjsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsschema import Article, Code, Quote, Source, check, json_schema, to_dict
from newsschema._model.anchors import SPAN_FIELDS
from newsschema._model.fields import field_specs
from newsschema._model.types import MODELS
from newsschema._model.values import Format
from newsschema.strategies import articles

DOCUMENT = {Code.INVALID_JSON, Code.DUPLICATE_KEY, Code.UNSUPPORTED_VERSION, Code.TOO_LARGE}
GONE = object()


class Corruption(NamedTuple):
    """One thing to change: new values by path, the fault that it makes, and what must be left alone beside it."""

    code: Code
    paths: tuple[tuple[str | int, ...], ...]
    """Where the fault may be told: one place, but for a loop, which has several."""
    changes: dict[tuple[str | int, ...], Any]
    areas: frozenset[Any]


def corrupted(tree, corruptions):
    """A copy of the document with the changes."""
    tree = deepcopy(tree)
    for corruption in corruptions:
        for path, value in corruption.changes.items():
            node = tree
            for step in path[:-1]:
                node = node[step]
            if value is GONE:
                node.pop(path[-1], None)
            else:
                node[path[-1]] = value
    return tree


def corruptions_of(tree):
    """Every corruption that this document allows."""
    made = []

    def add(code, path, changes, *areas):
        paths = path if isinstance(path, list) else [path]
        touched = set().union(*(around(tree, changed) for changed in changes))
        made.append(Corruption(code, tuple(paths), changes, frozenset({*touched, *areas})))

    for cls, path in objects_of(Article, tree, ()):
        structural(cls, path, add)
    for index, source in enumerate(tree.get("sources", ())):
        source_faults(tree, ("sources", index), source, add)
    for index, quote in enumerate(tree.get("quotes", ())):
        quote_faults(tree, ("quotes", index), quote, add)
    version = ("schema_version",)
    add(Code.MISSING_FIELD, version, {version: GONE})
    add(Code.WRONG_TYPE, version, {version: 1.0})
    add(Code.DATE_ORDER, ("updated",), {("published",): "2026-03-03", ("updated",): "2026-03-02"})
    add(
        Code.DATE_ORDER,
        ("updated",),
        {("published",): "2026-03-03T00:00:00+14:00", ("updated",): "2026-03-02T09:59:59.999999Z"},
    )
    return made


def around(tree, path):
    """What a change at a path may have an effect on."""
    if len(path) > 1:
        area = path[:2] if isinstance(path[1], int) else path[:1]
        return {area, f"ids of {path[0]}"} if path[-1] == "id" else {area}
    lists = {"text": "quotes", "headline": "quotes", "summary": "quotes"}.get(path[0], path[0])
    items = tree[lists] if isinstance(tree.get(lists), list) else ()
    return {path, f"ids of {path[0]}", *((lists, index) for index in range(len(items)))}


def objects_of(cls, tree, path):
    """Every object of the model's types in a document."""
    yield cls, path
    for item in field_specs(cls):
        if item.format is Format.MODEL and item.name in tree:
            value = tree[item.name]
            for index, one in enumerate(value) if item.many else ((None, value),):
                yield from objects_of(item.type, one, (*path, item.name) + ((index,) if item.many else ()))


WRONG = {Format.INTEGER: "5", Format.BOOLEAN: 1, Format.NUMBER: "0.5"}
BAD = {
    "uri": [(Code.BAD_URI, "not a URI"), (Code.BAD_URI, "http://[::1"), (Code.BAD_URI, "urn:%zz")],
    "language": [(Code.BAD_LANGUAGE, "e"), (Code.BAD_LANGUAGE, "en_GB")],
    "date": [(Code.BAD_DATE, "2026-02-30"), (Code.BAD_DATE, "2026-03-03T09:00:00"), (Code.BAD_DATE, "Monday")],
}


def structural(cls, path, add):
    """Faults of single fields."""
    add(Code.UNKNOWN_FIELD, (*path, "headlinee"), {(*path, "headlinee"): "Rain"})
    for item in field_specs(cls):
        place = (*path, item.name)
        if not item.optional:
            add(Code.WRONG_TYPE, place, {place: None})
        if item.required:
            add(Code.MISSING_FIELD, place, {place: GONE})
        if item.many:
            add(Code.WRONG_TYPE, place, {place: {}})
            add(Code.WRONG_TYPE, place, {place: "envoy"})
            add(Code.WRONG_TYPE, (*place, 0), {place: [5]}, *refers(cls, item.name))
        else:
            for code, inside, value in bad_values(item):
                add(code, (*place, *inside), {place: value})


def bad_values(item):
    """Values that a field does not take: the fault, where in the value it is told, and the value."""
    if item.format is Format.MODEL:
        return [(Code.WRONG_TYPE, (), "envoy"), (Code.WRONG_TYPE, (), [])]
    if item.format in WRONG:
        return [(Code.WRONG_TYPE, (), WRONG[item.format])]
    if item.format is Format.EXTRA:
        return [
            (Code.WRONG_TYPE, (), []),
            (Code.EXTRA_NAME, ("desk",), {"desk": 1}),
            (Code.BAD_CHARACTER, ("org.example", 1), {"org.example": ["a", "\0"]}),
            (Code.BAD_CHARACTER, ("org.example\0",), {"org.example\0": ""}),
            (Code.BAD_CHARACTER, ("org.example", "\ud800"), {"org.example": {"\ud800": 1}}),
        ]
    if item.format is Format.ENUM:
        return [(Code.WRONG_TYPE, (), 5), (Code.UNKNOWN_VALUE, (), "nonsense")]
    bad = [(Code.WRONG_TYPE, (), 5), (Code.BAD_CHARACTER, (), "rain\0"), (Code.BAD_CHARACTER, (), "\udc00rain")]
    if item.format is not Format.BODY:
        bad.append((Code.EMPTY_STRING, (), ""))
    return bad + [(code, (), value) for code, value in BAD.get(item.format, ())]


def refers(cls, name):
    """The ids that a list of references depends on."""
    return {(Source, "members"): ("ids of sources",), (Quote, "annotators"): ("ids of annotators",)}.get(
        (cls, name), ()
    )


def source_faults(tree, path, source, add):
    """Faults between the fields of a source, and of its references."""
    if "name" in source:
        add(Code.ANONYMITY_NAME, (*path, "anonymity"), {(*path, "name"): GONE})
        add(Code.ANONYMITY_NAME, (*path, "anonymity"), {(*path, "anonymity"): "generic"})
    else:
        add(Code.ANONYMITY_NAME, (*path, "anonymity"), {(*path, "name"): "Åse"})
    members = source.get("members", [])
    unknown, own = [*members, "nobody"], [*members, source["id"]]
    ids = "ids of sources"
    add(Code.UNKNOWN_SOURCE, (*path, "members", len(members)), {(*path, "members"): unknown}, ids)
    add(Code.CYCLE, (*path, "members"), {(*path, "members"): own}, ids)
    for index, other in enumerate(tree["sources"][: path[1]]):
        add(Code.DUPLICATE_ID, (*path, "id"), {(*path, "id"): other["id"]}, ids)
        if source["id"] in other.get("members", ()):
            loop = [*members, other["id"]]
            both = [(*path, "members"), ("sources", index, "members")]
            add(Code.CYCLE, both, {(*path, "members"): loop}, ids, ("sources", index))


def quote_faults(tree, path, quote, add):
    """Faults between the fields of a quote, of its spans, and of its references."""
    content, kind = quote["content"], quote["kind"]
    add(Code.CONTENT_EMPTY, (*path, "content"), {(*path, "content"): []})
    for index, fragment in enumerate(content):
        place = (*path, "content", index)
        if "start" in fragment:
            twice = [*content[: index + 1], fragment, *content[index + 1 :]]
            add(Code.CONTENT_ORDER, (*path, "content", index + 1), {(*path, "content"): twice})
        if kind != "partial":
            add(Code.CONTENT_KIND, (*path, "kind"), {(*place, "verbatim"): kind == "indirect"})
        span_faults(tree, place, fragment, add)
    if kind == "partial":
        reported = {(*path, "content", index, "verbatim"): False for index in range(len(content))}
        add(Code.CONTENT_KIND, (*path, "kind"), reported)
    for index, edit in enumerate(quote.get("edits", ())):
        span_faults(tree, (*path, "edits", index), edit, add)
    if kind != "epithet":
        add(Code.ATTRIBUTION_MISSING, (*path, "attribution"), {(*path, "attribution"): GONE})
    if "attribution" in quote:
        attribution_faults(tree, (*path, "attribution"), quote, add)
    parent_faults(tree, path, quote, add)
    known = quote.get("annotators", [])
    unknown = {(*path, "annotators"): [*known, "nobody"]}
    add(Code.UNKNOWN_ANNOTATOR, (*path, "annotators", len(known)), unknown, "ids of annotators")


def parent_faults(tree, path, quote, add):
    """Faults of what refers to a quote."""
    quotes, place, ids = tree["quotes"], (*path, "parent"), "ids of quotes"
    add(Code.UNKNOWN_PARENT, place, {place: "nobody"}, ids)
    add(Code.CYCLE, place, {place: quote["id"]}, ids)
    for index, other in enumerate(quotes):
        if index < path[1]:
            add(Code.DUPLICATE_ID, (*path, "id"), {(*path, "id"): other["id"]}, ids)
        line = line_of(quotes, other)
        if quote["id"] in line[1:]:
            loop = line[: line.index(quote["id"]) + 1]
            places = [("quotes", at, "parent") for at, one in enumerate(quotes) if one["id"] in loop]
            add(Code.CYCLE, places, {place: other["id"]}, ids, *(place[:2] for place in places))
        elif all("start" in piece for piece in (*quote["content"], *other["content"])) and other is not quote:
            within = (
                any(
                    outer.get("part") == piece.get("part")
                    and outer["start"] <= piece["start"]
                    and piece["end"] <= outer["end"]
                    for outer in other["content"]
                )
                for piece in quote["content"]
            )
            if not all(within):
                add(Code.PARENT_EXTENT, place, {place: other["id"]}, ids, ("quotes", index))


def line_of(quotes, quote):
    """The ids of a quote and of those that it is inside."""
    by_id = {one["id"]: one for one in quotes}
    line = [quote["id"]]
    while "parent" in by_id[line[-1]]:
        line.append(by_id[line[-1]]["parent"])
    return line


def attribution_faults(tree, path, quote, add):
    """Faults of an attribution."""
    attribution = quote["attribution"]
    for name in SPAN_FIELDS:
        if name in attribution:
            span_faults(tree, (*path, name), attribution[name], add)
    for value in (1.5, -1e-9, 1e308, 10**400):
        add(Code.CONFIDENCE_RANGE, (*path, "confidence"), {(*path, "confidence"): value})
    add(Code.UNKNOWN_SOURCE, (*path, "source"), {(*path, "source"): "nobody"}, "ids of sources")
    for piece in quote["content"]:
        if "start" in piece:
            span = {name: piece[name] for name in ("text", "start", "end", "part") if name in piece}
            add(Code.CUE_OVERLAP, (*path, "cue"), {(*path, "cue"): span, (*path, "mention"): dict(span)})


def span_faults(tree, path, span, add):
    """Faults of a place."""
    if "start" not in span:
        add(Code.SPAN_ANCHOR, path, {(*path, "start"): 0})
        add(Code.SPAN_ANCHOR, path, {(*path, "end"): 5})
        return
    start, end, words = span["start"], span["end"], span["text"]
    part = tree[span.get("part", "text")]
    add(Code.SPAN_ANCHOR, path, {(*path, "start"): GONE})
    add(Code.SPAN_ANCHOR, path, {(*path, "end"): None})
    add(Code.SPAN_ORDER, path, {(*path, "start"): end, (*path, "end"): start})
    add(Code.SPAN_ORDER, path, {(*path, "start"): end})
    add(Code.SPAN_ORDER, path, {(*path, "start"): -1})
    add(Code.SPAN_ORDER, path, {(*path, "start"): 10**5000})
    add(Code.SPAN_MISMATCH, path, {(*path, "end"): end + 1})
    add(Code.SPAN_MISMATCH, path, {(*path, "end"): 10**5000})
    add(Code.SPAN_MISMATCH, path, {(*path, "text"): ("y" if words[0] == "x" else "x") + words[1:]})
    beyond = {(*path, "start"): start + len(part), (*path, "end"): end + len(part)}
    add(Code.SPAN_OUTSIDE, path, beyond)
    for missing in {"headline", "summary"} - set(tree):
        add(Code.SPAN_OUTSIDE, path, {(*path, "part"): missing})


def told(issues):
    """Code and path of every issue."""
    return [(issue.code, issue.path) for issue in issues]


def in_json(tree):
    """The issues of the document that JSON makes of the data; None where it cannot."""
    try:
        text = json.dumps(tree)
    except ValueError:  # an integer that Python does not write
        return None
    return check(text)


def expected(corruption, found):
    """The fault of a corruption; of a loop, told in one of its places, the place where it was told."""
    places = [path for code, path in found if code == corruption.code and path in corruption.paths]
    return corruption.code, (places or corruption.paths)[0]


TEXT = (
    "“The bridge ‘will stand’,” Åse Holm told the Elsa Post on Monday 🌧, “[the old one] won’t.”\n\n"
    "Officials in Port Elsa said rain was likely. The “Grey Lady” stayed shut, state radio reported."
)


def span(words, part=None, **more):
    """A span of the story."""
    start = {"headline": HEADLINE, "summary": SUMMARY, None: TEXT}[part].index(words)
    place = {"text": words, "start": start, "end": start + len(words)}
    return place | ({"part": part} if part else {}) | more


HEADLINE, SUMMARY = "Bridge ‘will stand’", "Holm: it will stand"
FULL = {
    "schema_version": "1.0",
    "id": "urn:example:bridge",
    "headline": HEADLINE,
    "text": TEXT,
    "language": "en-GB",
    "published": "2026-03-03",
    "updated": "2026-03-03T12:00:00+01:00",
    "summary": SUMMARY,
    "byline": "By Lena Brandt",
    "authors": [{"name": "Lena Brandt", "role": "reporter", "affiliation": "Post", "same_as": ["urn:example:lena"]}],
    "publisher": "Elsa Post",
    "credit": "Post",
    "dateline": {"text": "PORT ELSA, March 3", "place": "PORT ELSA", "date": "March 3", "credit": "Post"},
    "url": "https://example.org/bridge",
    "section": "World",
    "genre": "analysis",
    "version": "2",
    "status": "usable",
    "embargoed_until": "2026-03-03T10:00:00Z",
    "rights": "All reserved",
    "subjects": [{"name": "Port Elsa", "kind": "place", "uri": "urn:example:elsa"}],
    "corrections": [{"text": "The bridge is old.", "date": "2026-03-04"}],
    "annotators": [
        {"id": "a1", "name": "newsschema", "kind": "software", "version": "0.1.0"},
        {"id": "a2", "name": "Lena Brandt", "kind": "person"},
    ],
    "sources": [
        {"id": "s1", "name": "Åse Holm", "kind": "person", "role": "engineer", "same_as": ["urn:example:holm"]},
        {
            "id": "s2",
            "description": "Officials",
            "anonymity": "generic",
            "affiliation": "the port",
            "extra": {"org.example": 1},
        },
        {"id": "s3", "name": "the two", "kind": "group", "members": ["s1", "s2"]},
    ],
    "quotes": [
        {
            "id": "q1",
            "kind": "direct",
            "content": [span("The bridge ‘will stand’,"), span("[the old one] won’t.")],
            "attribution": {
                "source": "s1",
                "mention": span("Åse Holm"),
                "cue": span("told"),
                "addressee": span("the Elsa Post"),
                "time": span("on Monday"),
                "medium": "speech",
                "terms": "on_record",
                "confidence": 0.5,
                "source_confidence": 0.25,
            },
            "edits": [span("[the old one]", kind="insertion")],
            "translated_from": "nb",
            "annotators": ["a1", "a2"],
            "extra": {"urn:example:desk": "checked"},
        },
        {"id": "q2", "kind": "partial", "content": [span("will stand")], "attribution": {}, "parent": "q1"},
        {"id": "q3", "kind": "partial", "content": [span("stand")], "attribution": {}, "parent": "q2"},
        {
            "id": "q4",
            "kind": "indirect",
            "content": [span("rain was likely", verbatim=False)],
            "attribution": {
                "source": "s2",
                "mention": span("Officials"),
                "cue": {"text": "said"},
                "setting": span("in Port Elsa"),
                "condition": {"text": "on condition of anonymity"},
                "polarity": "hypothetical",
            },
        },
        {
            "id": "q5",
            "kind": "epithet",
            "content": [span("Grey Lady")],
            "attribution": {"source": "s3", "via": span("state radio")},
        },
        {
            "id": "q6",
            "kind": "direct",
            "content": [span("will stand", "headline"), span("will stand", "summary")],
            "attribution": {"source": "s1", "mention": span("Holm", "summary")},
        },
    ],
    "extra": {"org.example": {"desk": ["news", 1, 1.5, True, None]}},
}
BARE = {
    "schema_version": "1.0",
    "id": "urn:example:bare",
    "text": "Rain fell.",
    "quotes": [{"id": "q1", "kind": "epithet", "content": [{"text": "Rain", "start": 0, "end": 4}]}],
}


STORIES = pytest.mark.parametrize("tree", [FULL, BARE], ids=["full", "bare"])


@pytest.fixture(scope="module")
def spoilt():
    """Each corruption of the full story, with the issues of its data and of its JSON."""
    trees = [(corruption, corrupted(FULL, [corruption])) for corruption in corruptions_of(FULL)]
    return [(corruption, check(tree), in_json(tree)) for corruption, tree in trees]


def test_each_corruption_of_a_story_is_one_fault_in_its_place(spoilt):
    """Whatever one thing is changed, one fault is told, with the right code at the right path."""
    assert check(FULL) == ()
    for corruption, issues, _ in spoilt:
        assert told(issues) == [expected(corruption, told(issues))], corruption


def test_each_corruption_of_a_story_of_one_quote_is_one_fault_in_its_place():
    """It is so where most fields are left out, too."""
    assert check(BARE) == ()
    for corruption in corruptions_of(BARE):
        found = told(check(corrupted(BARE, [corruption])))
        assert found == [expected(corruption, found)], corruption


def test_each_corruption_of_a_document_is_the_same_fault_in_json(spoilt):
    """JSON gives the faults that the plain data gives, where it can hold the data at all."""
    for corruption, issues, issues_in_json in spoilt:
        assert issues_in_json is None or told(issues_in_json) == told(issues), corruption


def test_the_corruptions_leave_no_code_and_no_field_out():
    """Every code but those of whole documents is made, and something is wrong with every field."""
    made = corruptions_of(FULL)
    assert {corruption.code for corruption in made} == set(Code) - DOCUMENT
    changed = {path[-1] for corruption in made for path in corruption.changes}
    assert {item.name for cls in MODELS for item in field_specs(cls)} <= changed


@STORIES
def test_the_schema_refuses_all_but_what_its_page_names(tree):
    """The codes of documents that pass the JSON Schema are those that its page lists; no other fault gets past it."""
    accepts = accepted_by(fastjsonschema.compile(json_schema()))
    assert accepts(tree)
    passed = [corruption for corruption in corruptions_of(tree) if accepts(corrupted(tree, [corruption]))]
    text = (Path(__file__).parents[2] / "docs" / "reference" / "schema.md").read_text("utf-8")
    listed = set(re.findall(r"`([a-z-]+)`", text[text.index("A schema cannot say") : text.index("In the rest,")]))
    codes = {corruption.code for corruption in passed}
    assert codes == listed if tree is FULL else codes <= listed
    assert all("\\ud" in repr(one) for one in passed if one.code == Code.BAD_CHARACTER)


def accepted_by(validate):
    """Whether a validator passes a document."""

    def accepts(tree):
        try:
            validate(tree)
        except fastjsonschema.JsonSchemaValueException:
            return False
        return True

    return accepts


@given(articles(), st.data())
def test_one_corruption_gives_one_fault(article, data):
    """Whatever one thing is changed in any article, one fault is told, with the right code at the right path."""
    tree = to_dict(article)
    corruption = data.draw(st.sampled_from(corruptions_of(tree)))
    found = told(check(corrupted(tree, [corruption])))
    assert found == [expected(corruption, found)]


@given(articles(), st.data())
def test_independent_corruptions_give_all_their_faults(article, data):
    """Of several things changed, each is told, once."""
    tree = to_dict(article)
    chosen = []
    for corruption in data.draw(st.lists(st.sampled_from(corruptions_of(tree)), min_size=2, max_size=8)):
        if not any(corruption.areas & other.areas for other in chosen):
            chosen.append(corruption)
    found = told(check(corrupted(tree, chosen)))
    again = in_json(corrupted(tree, chosen))
    assert again is None or sorted(told(again), key=repr) == sorted(found, key=repr)
    assert sorted(found, key=repr) == sorted((expected(corruption, found) for corruption in chosen), key=repr)


MESSAGES = Path(__file__).with_name("messages.txt")


def test_messages(spoilt):
    """What each kind of fault is told with, in JSON's words and in Python's, is what it was (UPDATE_EXAMPLES=1)."""
    found = set()
    for _, issues, issues_in_json in spoilt:
        found |= {f"python  {issue.code}: {issue.message}" for issue in issues}
        found |= {f"json    {issue.code}: {issue.message}" for issue in issues_in_json or ()}
    lines = sorted(found)
    if os.environ.get("UPDATE_EXAMPLES"):
        MESSAGES.write_text("\n".join(lines) + "\n", "utf-8")
    assert MESSAGES.read_text("utf-8").splitlines() == lines


@pytest.mark.parametrize(
    ("inside", "name", "hint"),
    [
        ((), "title", "; did you mean 'headline'?"),
        ((), "body", "; did you mean 'text'?"),
        ((), "colour", ""),
        (("quotes", 0), "text", "; did you mean 'content'?"),
        (("quotes", 0), "source", "; did you mean 'attribution.source'?"),
        (("quotes", 0), "cue", "; did you mean 'attribution.cue'?"),
        (("quotes", 0), "kid", "; did you mean 'kind'?"),
        (("quotes", 0, "attribution"), "speaker", "; did you mean 'source'?"),
        (("sources", 0), "type", "; did you mean 'kind'?"),
        (("dateline",), "agency", ""),
    ],
)
def test_other_names_are_known(inside, name, hint):
    """A field by the name that others have for it, or beside the object that has it, is told where it goes."""
    tree = deepcopy(FULL)
    node = tree
    for step in inside:
        node = node[step]
    node[name] = "x"
    assert f"unknown field {name!r}{hint}" in [issue.message for issue in check(tree)]


@pytest.mark.parametrize(
    ("document", "is_prose"),
    [
        ("Rain fell.", True),
        (b'"It is late," she said.', True),
        ("“Rain”", False),
        ("Rain", False),
        ("{", False),
        ("nul", False),
    ],
)
def test_a_story_is_no_json(document, is_prose):
    """Who checks a story in plain text is told what reads it."""
    (issue,) = check(document)
    assert (issue.code, is_prose) == ("invalid-json", "read it with read_text() or newsschema read" in issue.message)
