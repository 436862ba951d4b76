"""Each rule of the model: what breaks it, under which code, where, and in which words."""

import copy
import json
from typing import Any

import pytest

from newsschema import Article, Attribution, Fragment, Limits, Quote, Source, Span, ValidationError, check, from_dict
from newsschema._json.fast import read_fast
from newsschema._model.anchors import SPAN_FIELDS

_TEXT = "“The 🌧 bridge is safe,” Ines Okafor said. It holds."
_TREE: dict[str, Any] = {
    "schema_version": "1.0",
    "id": "urn:example:bridge",
    "headline": "Bridge “safe”",
    "text": _TEXT,
    "sources": [{"id": "s1", "name": "Ines Okafor"}, {"id": "s2", "anonymity": "generic"}],
    "quotes": [
        {
            "id": "q1",
            "kind": "direct",
            "content": [{"text": "The 🌧 bridge is safe,", "start": 1, "end": 22}],
            "attribution": {
                "source": "s1",
                "mention": {"text": "Ines Okafor", "start": 24, "end": 35},
                "cue": {"text": "said", "start": 36, "end": 40},
            },
        },
        {"id": "q2", "kind": "epithet", "content": [{"text": "safe", "start": 17, "end": 21}], "parent": "q1"},
    ],
}
_Q1, _Q2 = ("quotes", 0), ("quotes", 1)
_CONTENT, _SAID = (*_Q1, "content"), (*_Q1, "attribution")
_REPORTED = {"text": "It holds", "start": 42, "end": 50, "verbatim": False}
_GONE = object()
_NAMELESS = "anonymity is 'named', but there is no name: give one, or say how far the text identifies the source"


def _with(changes: dict[tuple[Any, ...], Any]) -> dict[str, Any]:
    """The document with values set at paths, or taken away."""
    tree = copy.deepcopy(_TREE)
    for (*path, key), value in changes.items():
        holder: Any = tree
        for step in path:
            holder = holder[step]
        if value is _GONE:
            del holder[key]
        else:
            holder[key] = copy.deepcopy(value)
    return tree


def _told(tree: Any) -> list[tuple[str, tuple[str | int, ...], str]]:
    return [(issue.code, issue.path, issue.message) for issue in check(tree)]


def test_the_document_is_valid() -> None:
    """The document that the cases change is valid, and stays so where nothing about it is said to be wrong."""
    assert [] == _told(_TREE)
    # So that the short way could take the cases too.
    assert read_fast(json.dumps(_TREE), Limits()) == from_dict(_TREE)
    assert [] == _told(_with({(*_Q1, "content"): [{"text": "Elsewhere"}], ("quotes", 1, "parent"): None}))


_CASES: dict[str, tuple[dict[tuple[Any, ...], Any], list[tuple[str, tuple[Any, ...], str]]]] = {
    "a span with a start alone": (
        {(*_SAID, "cue"): {"text": "said", "start": 36}},
        [("span-anchor", (*_SAID, "cue"), "the span has no end; give both start and end, or neither")],
    ),
    "a span with an end alone": (
        {(*_SAID, "cue"): {"text": "said", "end": 40}},
        [("span-anchor", (*_SAID, "cue"), "the span has no start; give both start and end, or neither")],
    ),
    "a span that ends where it starts": (
        {(*_SAID, "cue"): {"text": "said", "start": 36, "end": 36}},
        [("span-order", (*_SAID, "cue"), "expected 0 <= start < end, got start 36 and end 36")],
    ),
    "a span before the text": (
        {(*_SAID, "cue"): {"text": "said", "start": -4, "end": 0}},
        [("span-order", (*_SAID, "cue"), "expected 0 <= start < end, got start -4 and end 0")],
    ),
    "a span longer than its words": (
        {(*_SAID, "cue", "end"): 41},
        [("span-mismatch", (*_SAID, "cue"), "positions 36 to 41 are 5 code points, but 'said' is 4")],
    ),
    "a span with other words": (
        {(*_SAID, "cue", "text"): "says"},
        [("span-mismatch", (*_SAID, "cue"), "the text has 'said' at 36, not 'says'")],
    ),
    "a span counted in UTF-16": (
        {(*_SAID, "cue"): {"text": "said", "start": 37, "end": 41}},
        [("span-mismatch", (*_SAID, "cue"), "the text has 'aid.' at 37, not 'said'")],
    ),
    "a span after the text": (
        {(*_SAID, "cue"): {"text": "said", "start": 49, "end": 53}},
        [("span-outside", (*_SAID, "cue"), "the span ends at 53, and the text is 51 code points long")],
    ),
    "a span in a part that is not there": (
        {(*_SAID, "cue", "part"): "summary"},
        [("span-outside", (*_SAID, "cue"), "the span is in the summary, and the article has none")],
    ),
    "a span in the wrong part": (
        {(*_SAID, "cue"): {"text": "said", "start": 0, "end": 4, "part": "headline"}},
        [("span-mismatch", (*_SAID, "cue"), "the headline has 'Brid' at 0, not 'said'")],
    ),
    "an edit with other words": (
        {(*_Q1, "edits"): [{"text": "[sic]", "start": 1, "end": 6, "kind": "sic"}]},
        [("span-mismatch", (*_Q1, "edits", 0), "the text has 'The 🌧' at 1, not '[sic]'")],
    ),
    "a quote without content": (
        {(*_Q2, "content"): []},
        [("content-empty", (*_Q2, "content"), "a quote has at least one fragment")],
    ),
    "content out of order": (
        {(*_Q2, "content"): [{"text": "safe", "start": 17, "end": 21}, {"text": "The", "start": 1, "end": 4}]},
        [("content-order", (*_Q2, "content", 1), "'The' begins before 'safe' has ended")],
    ),
    "a third piece before the second": (
        {
            (*_Q2, "content"): [
                {"text": "The", "start": 1, "end": 4},
                {"text": "safe", "start": 17, "end": 21},
                {"text": "bridge", "start": 7, "end": 13},
            ]
        },
        [("content-order", (*_Q2, "content", 2), "'bridge' begins before 'safe' has ended")],
    ),
    "content that overlaps": (
        {(*_Q2, "content"): [{"text": "safe", "start": 17, "end": 21}, {"text": "e", "start": 20, "end": 21}]},
        [("content-order", (*_Q2, "content", 1), "'e' begins before 'safe' has ended")],
    ),
    "the text before the headline": (
        {
            (*_Q2, "parent"): None,
            (*_Q2, "content"): [
                {"text": "The", "start": 1, "end": 4},
                {"text": "safe", "start": 8, "end": 12, "part": "headline"},
            ],
        },
        [("content-order", (*_Q2, "content", 1), "'safe' begins before 'The' has ended")],
    ),
    "content out of order around one without a place": (
        {
            (*_Q2, "content"): [
                {"text": "safe", "start": 17, "end": 21},
                {"text": "somewhere"},
                {"text": "The", "start": 1, "end": 4},
            ]
        },
        [("content-order", (*_Q2, "content", 2), "'The' begins before 'safe' has ended")],
    ),
    "a direct quote with reported words": (
        {(*_CONTENT, 0, "verbatim"): False},
        [
            (
                "content-kind",
                (*_Q1, "kind"),
                "a direct quote is verbatim throughout, but fragment 0 is reported",
            )
        ],
    ),
    "an indirect quote with verbatim words": (
        {(*_Q1, "kind"): "indirect", (*_Q1, "content"): [{"text": "The"}, _REPORTED]},
        [("content-kind", (*_Q1, "kind"), "an indirect quote has no verbatim fragment, but fragment 0 is verbatim")],
    ),
    "a partial quote without verbatim words": (
        {(*_Q1, "kind"): "partial", (*_Q1, "content"): [{"text": "holds", "verbatim": False}, _REPORTED]},
        [
            (
                "content-kind",
                (*_Q1, "kind"),
                "a partial quote has at least one verbatim fragment, and this one has none",
            )
        ],
    ),
    "an epithet with reported words": (
        {(*_Q2, "content", 0, "verbatim"): False},
        [
            (
                "content-kind",
                (*_Q2, "kind"),
                "an epithet quote is verbatim throughout, but fragment 0 is reported",
            )
        ],
    ),
    "a quote that nobody says": (
        {(*_Q1, "attribution"): _GONE},
        [
            (
                "attribution-missing",
                (*_Q1, "attribution"),
                "a direct quote needs an attribution, which may be empty; only an epithet has none",
            )
        ],
    ),
    "a named source without a name": (
        {("sources", 0, "name"): _GONE},
        [
            (
                "anonymity-name",
                ("sources", 0, "anonymity"),
                _NAMELESS,
            )
        ],
    ),
    "an anonymous source with a name": (
        {("sources", 0, "anonymity"): "anonymous"},
        [
            (
                "anonymity-name",
                ("sources", 0, "anonymity"),
                "the name 'Ines Okafor' is given, so anonymity must be 'named', not 'anonymous'",
            )
        ],
    ),
    "two sources of one id": (
        {("sources", 1): {"id": "s1", "name": "Other"}},
        [("duplicate-id", ("sources", 1, "id"), "'s1' is the id of sources[0] too")],
    ),
    "two quotes of one id": (
        {(*_Q2, "id"): "q1"},
        [("duplicate-id", (*_Q2, "id"), "'q1' is the id of quotes[0] too")],
    ),
    "a source that is not there": (
        {(*_SAID, "source"): "s3"},
        [("unknown-source", (*_SAID, "source"), "there is no source 's3'")],
    ),
    "a member that is not there": (
        {("sources", 1, "members"): ["s1", "s3"]},
        [("unknown-source", ("sources", 1, "members", 1), "there is no source 's3'")],
    ),
    "a parent that is not there": (
        {(*_Q2, "parent"): "q3"},
        [("unknown-parent", (*_Q2, "parent"), "there is no quote 'q3'")],
    ),
    "a source inside itself": (
        {("sources", 0, "members"): ["s2"], ("sources", 1, "members"): ["s1"]},
        [("cycle", ("sources", 0, "members"), "the source 's1' is a member of itself")],
    ),
    "a source that is its own member": (
        {("sources", 1, "members"): ["s2", "s1"]},
        [("cycle", ("sources", 1, "members"), "the source 's2' is a member of itself")],
    ),
    "two quotes each inside the other": (
        {(*_Q1, "parent"): "q2"},
        [("cycle", (*_Q1, "parent"), "the quote 'q1' is inside itself")],
    ),
    "a quote inside itself": (
        {(*_Q2, "parent"): "q2"},
        [("cycle", (*_Q2, "parent"), "the quote 'q2' is inside itself")],
    ),
    "a parent that ends before its child": (
        {(*_Q2, "content"): [{"text": "safe,”", "start": 17, "end": 23}]},
        [("parent-extent", (*_Q2, "parent"), "the content of 'q1' does not enclose the content of 'q2'")],
    ),
    "a parent that starts after its child": (
        {(*_Q2, "content"): [{"text": "“The", "start": 0, "end": 4}]},
        [("parent-extent", (*_Q2, "parent"), "the content of 'q1' does not enclose the content of 'q2'")],
    ),
    "a parent in another part": (
        {(*_Q2, "content"): [{"text": "safe", "start": 8, "end": 12, "part": "headline"}]},
        [("parent-extent", (*_Q2, "parent"), "the content of 'q1' does not enclose the content of 'q2'")],
    ),
    "a parent whose place would enclose its child in the same part": (
        {
            (*_CONTENT, 0): {"text": "Bridge “safe”", "start": 0, "end": 13, "part": "headline"},
            (*_Q2, "content"): [{"text": "The", "start": 1, "end": 4}],
        },
        [("parent-extent", (*_Q2, "parent"), "the content of 'q1' does not enclose the content of 'q2'")],
    ),
    "a parent that encloses one piece of two": (
        {
            (*_Q2, "content"): [
                {"text": "safe", "start": 17, "end": 21},
                {"text": "It", "start": 42, "end": 44},
            ]
        },
        [("parent-extent", (*_Q2, "parent"), "the content of 'q1' does not enclose the content of 'q2'")],
    ),
    "a cue that overlaps its mention": (
        {(*_SAID, "cue"): {"text": "Okafor said", "start": 29, "end": 40}},
        [("cue-overlap", (*_SAID, "cue"), "the cue 'Okafor said' overlaps its own mention 'Ines Okafor'")],
    ),
    "a cue inside its mention": (
        {(*_SAID, "cue"): {"text": "nes", "start": 25, "end": 28}},
        [("cue-overlap", (*_SAID, "cue"), "the cue 'nes' overlaps its own mention 'Ines Okafor'")],
    ),
    "a confidence above one": (
        {(*_SAID, "confidence"): 1.5},
        [("confidence-range", (*_SAID, "confidence"), "expected a number from 0 to 1, got 1.5")],
    ),
    "a confidence below zero": (
        {(*_SAID, "confidence"): -1},
        [("confidence-range", (*_SAID, "confidence"), "expected a number from 0 to 1, got -1.0")],
    ),
    "a confidence that is no number": (
        {(*_SAID, "confidence"): float("nan")},
        [("confidence-range", (*_SAID, "confidence"), "expected a number from 0 to 1, got nan")],
    ),
    "a confidence beyond all floats": (
        {(*_SAID, "confidence"): 10**400},
        [("confidence-range", (*_SAID, "confidence"), "expected a number from 0 to 1, got inf")],
    ),
    "a confidence below all floats": (
        {(*_SAID, "confidence"): -(10**400)},
        [("confidence-range", (*_SAID, "confidence"), "expected a number from 0 to 1, got -inf")],
    ),
    "updated the day before": (
        {("published",): "2026-03-24", ("updated",): "2026-03-23"},
        [("date-order", ("updated",), "updated on 2026-03-23, before it was published on 2026-03-24")],
    ),
    "updated an instant before": (
        {("published",): "2026-03-24T09:30:00+02:00", ("updated",): "2026-03-24T07:29:59.999999Z"},
        [
            (
                "date-order",
                ("updated",),
                "updated on 2026-03-24T07:29:59.999999+00:00, before it was published on 2026-03-24T09:30:00+02:00",
            )
        ],
    ),
    "updated at a time before that day anywhere on earth": (
        {("published",): "2026-03-24", ("updated",): "2026-03-23T09:59:59Z"},
        [("date-order", ("updated",), "updated on 2026-03-23T09:59:59+00:00, before it was published on 2026-03-24")],
    ),
    "updated on a day that was over everywhere on earth": (
        {("published",): "2026-03-25T12:00:00Z", ("updated",): "2026-03-24"},
        [("date-order", ("updated",), "updated on 2026-03-24, before it was published on 2026-03-25T12:00:00+00:00")],
    ),
}


@pytest.mark.parametrize("name", _CASES)
def test_broken(name: str) -> None:
    """A document that breaks one rule has one issue: its code, its place, its words."""
    changes, expected = _CASES[name]
    assert expected == _told(_with(changes))
    if name != "a confidence that is no number":  # JSON has none either
        assert expected == _told(json.dumps(_with(changes)))


@pytest.mark.parametrize("name", _CASES)
def test_broken_and_another_field_unreadable(name: str) -> None:
    """A field elsewhere that cannot be read adds its own issue and hides none."""
    changes, expected = _CASES[name]
    tree = _with(changes) | {"byline": 5}
    assert sorted([("wrong-type", ("byline",), "expected a str, got 5"), *expected]) == sorted(_told(tree))


_FINE: dict[str, dict[tuple[Any, ...], Any]] = {
    "a span without a place": {(*_SAID, "cue"): {"text": "declared"}},
    "a span in the headline": {(*_SAID, "cue"): {"text": "safe", "start": 8, "end": 12, "part": "headline"}},
    "a cue that begins where its mention ends": {(*_SAID, "cue"): {"text": " said", "start": 35, "end": 40}},
    "a cue that ends where its mention begins": {(*_SAID, "cue"): {"text": "” ", "start": 22, "end": 24}},
    "a cue at its mention's place in another part": {
        (*_SAID, "mention"): {"text": "Bridge", "start": 0, "end": 6, "part": "headline"},
        (*_SAID, "cue"): {"text": "“The 🌧", "start": 0, "end": 6},
    },
    "pieces that touch": {
        (*_Q2, "content"): [{"text": "sa", "start": 17, "end": 19}, {"text": "fe", "start": 19, "end": 21}]
    },
    "the headline before the text": {
        (*_Q2, "parent"): None,
        (*_Q2, "content"): [
            {"text": "safe", "start": 8, "end": 12, "part": "headline"},
            {"text": "The", "start": 1, "end": 4},
        ],
    },
    "a parent with the same content": {(*_Q2, "content"): _TREE["quotes"][0]["content"]},
    "a parent of which not every piece has a place": {
        (*_Q1, "content"): [{"text": "It", "start": 42, "end": 44}, {"text": "elsewhere"}]
    },
    "a child of which not every piece has a place": {
        (*_Q2, "content"): [{"text": "It", "start": 42, "end": 44}, {"text": "elsewhere"}]
    },
    "a parent that comes later": {(*_Q1,): _TREE["quotes"][1], (*_Q2,): _TREE["quotes"][0]},
    "a child in the second piece of its parent": {
        (*_Q1, "content"): [{"text": "“", "start": 0, "end": 1}, {"text": "safe", "start": 17, "end": 21}]
    },
    "a member twice": {("sources", 1, "members"): ["s1", "s1"]},
    "a member of two": {("sources", 1, "members"): ["s1"], ("sources", 0, "members"): []},
    "an epithet that somebody uses": {(*_Q2, "attribution"): {"source": "s1"}},
    "a partial quote of verbatim words alone": {(*_Q1, "kind"): "partial"},
    "a partial quote with reported words": {(*_Q1, "kind"): "partial", (*_Q1, "content"): [{"text": "x"}, _REPORTED]},
    "an indirect quote": {(*_Q1, "kind"): "indirect", (*_Q1, "content"): [_REPORTED], (*_Q2, "parent"): None},
    "a confidence of none": {(*_SAID, "confidence"): 0},
    "a confidence of one": {(*_SAID, "confidence"): 1.0},
    "updated the same day": {("published",): "2026-03-24", ("updated",): "2026-03-24"},
    "updated the same instant elsewhere": {
        ("published",): "2026-03-24T09:30:00+02:00",
        ("updated",): "2026-03-24T07:30:00Z",
    },
    "updated when that day had begun somewhere on earth": {
        ("published",): "2026-03-24",
        ("updated",): "2026-03-23T10:00:00Z",
    },
    "updated on a day that was not over somewhere on earth": {
        ("published",): "2026-03-25T11:59:59Z",
        ("updated",): "2026-03-24",
    },
    "the first and the last day": {("published",): "0001-01-01", ("updated",): "9999-12-31T23:59:59-23:59"},
    "updated and never published": {("updated",): "2026-03-24"},
}


@pytest.mark.parametrize("name", _FINE)
def test_fine(name: str) -> None:
    """What comes close to breaking a rule and does not is accepted."""
    assert [] == _told(_with(_FINE[name])) == _told(json.dumps(_with(_FINE[name])))


_QUIET: dict[str, tuple[dict[tuple[Any, ...], Any], list[tuple[Any, ...]]]] = {
    "text": ({("text",): 5}, [("text",)]),
    "sources": ({("sources",): None}, [("sources",)]),
    "one source": ({("sources", 0): None}, [("sources", 0)]),
    "the id of a source": ({("sources", 0, "id"): None}, [("sources", 0, "id")]),
    "the name of a source": ({("sources", 0, "name"): 5}, [("sources", 0, "name")]),
    "the members of a source": ({("sources", 1, "members"): 5}, [("sources", 1, "members")]),
    "one member": ({("sources", 1, "members"): [5, "s1"]}, [("sources", 1, "members", 0)]),
    "quotes": ({("quotes",): {}}, [("quotes",)]),
    "one quote": ({_Q1: "x"}, [_Q1]),
    "the id of a quote": ({(*_Q1, "id"): ""}, [(*_Q1, "id")]),
    "the kind of a quote": ({(*_Q1, "kind"): "mixed"}, [(*_Q1, "kind")]),
    "the parent of a quote": ({(*_Q2, "parent"): 5}, [(*_Q2, "parent")]),
    "content": ({_CONTENT: 5}, [_CONTENT]),
    "one fragment": ({(*_CONTENT, 0): []}, [(*_CONTENT, 0)]),
    "whether a fragment is verbatim": ({(*_CONTENT, 0, "verbatim"): 0}, [(*_CONTENT, 0, "verbatim")]),
    "the words of a fragment": ({(*_CONTENT, 0, "text"): ""}, [(*_CONTENT, 0, "text")]),
    "the start of a fragment": ({(*_CONTENT, 0, "start"): 1.5}, [(*_CONTENT, 0, "start")]),
    "the part of a fragment": ({(*_CONTENT, 0, "part"): "body"}, [(*_CONTENT, 0, "part")]),
    "an attribution": ({_SAID: 5}, [_SAID]),
    "the source of an attribution": ({(*_SAID, "source"): 5}, [(*_SAID, "source")]),
    "a mention": ({(*_SAID, "mention"): 5}, [(*_SAID, "mention")]),
    "a confidence": ({(*_SAID, "confidence"): "1"}, [(*_SAID, "confidence")]),
    "edits": ({(*_Q1, "edits"): 5}, [(*_Q1, "edits")]),
    "published": ({("published",): "x", ("updated",): "2026-03-24"}, [("published",)]),
    "updated": ({("updated",): "x", ("published",): "2026-03-24"}, [("updated",)]),
    "a misplaced fragment, of a parent too": (
        {(*_CONTENT, 0, "text"): "The 🌧 bridge is safe."},
        [(*_CONTENT, 0)],
    ),
    "a misplaced cue that overlaps too": (
        {(*_SAID, "cue"): {"text": "Otto", "start": 30, "end": 34}},
        [(*_SAID, "cue")],
    ),
    "a duplicate that others refer to": ({("sources", 1, "id"): "s1"}, [("sources", 1, "id")]),
}


@pytest.mark.parametrize("name", _QUIET)
def test_no_fault_is_told_twice(name: str) -> None:
    """What depends on a value that is at fault is not at fault as well."""
    changes, expected = _QUIET[name]
    assert expected == [path for _, path, _ in _told(_with(changes))]


@pytest.mark.parametrize("field", SPAN_FIELDS)
@pytest.mark.parametrize(
    "span",
    [
        {"text": "It holds", "start": 42, "end": 50},
        {"text": "safe", "start": 8, "end": 12, "part": "headline"},
        {"text": "elsewhere"},
    ],
    ids=["in the text", "in the headline", "without a place"],
)
def test_each_span_is_read_the_short_way(field: str, span: dict[str, Any]) -> None:
    """A span of each kind, wherever it stands, needs no second look; the id of a source is one string."""
    tree = _with({(*_Q1, "attribution"): {"source": "s1", field: span}, (*_Q1, "edits"): [span | {"kind": "gloss"}]})
    article = read_fast(json.dumps(tree), Limits())
    assert from_dict(tree) == article
    assert article
    assert article.quotes[0].source is article.sources[0].id


@pytest.mark.parametrize("items", ["sources", "quotes", "annotators"])
def test_ids_that_repeat_are_seen_on_both_ways(items: str) -> None:
    """Two of one id, in whichever list, are refused by the short way and named by the long one."""
    one = {
        "sources": {"id": "s1", "name": "Ines Okafor"},
        "quotes": {"id": "q1", "kind": "epithet", "content": [{"text": "elsewhere"}]},
        "annotators": {"id": "a1", "kind": "person"},
    }[items]
    tree = _with({("quotes",): [], (items,): [one, one]})
    assert read_fast(json.dumps(tree), Limits()) is None
    assert [("duplicate-id", (items, 1, "id"))] == [issue[:2] for issue in _told(tree)]


def test_other_peoples_data_is_read_the_short_way() -> None:
    """Data under a reversed domain or a URI, however it is nested, needs no second look."""
    extra = {"org.example": [["a", 1], {"b": None}], "https://example.org/x": "y"}
    tree = _with({("extra",): extra, ("sources", 0, "extra"): extra, (*_Q1, "extra"): extra})
    assert from_dict(tree) == read_fast(json.dumps(tree), Limits())
    assert read_fast(json.dumps(_with({("extra",): {"no name": 1}})), Limits()) is None


def test_every_fault_at_once() -> None:
    """All the faults of a document are told, those of the structure and those of the meaning."""
    tree = _with(
        {
            ("headline",): "",
            ("sources", 0, "anonymity"): "anonymous",
            (*_SAID, "source"): "s9",
            (*_SAID, "cue", "text"): "says",
            (*_Q2, "kind"): "nickname",
            ("schema_version",): _GONE,
            ("lead",): "x",
        }
    )
    assert [
        ("anonymity-name", ("sources", 0, "anonymity")),
        ("empty-string", ("headline",)),
        ("missing-field", ("schema_version",)),
        ("span-mismatch", (*_SAID, "cue")),
        ("unknown-field", ("lead",)),
        ("unknown-source", (*_SAID, "source")),
        ("unknown-value", (*_Q2, "kind")),
    ] == sorted((str(code), path) for code, path, _ in _told(tree))


def test_a_long_chain_of_parents() -> None:
    """References as long as the article are followed without recursion."""
    content = [{"text": "The", "start": 1, "end": 4}]
    quotes = [
        {"id": f"q{index}", "kind": "epithet", "content": content, "parent": f"q{index + 1}"} for index in range(3000)
    ]
    quotes.append({"id": "q3000", "kind": "epithet", "content": content})
    assert [] == _told({**_TREE, "quotes": quotes})
    quotes[-1]["parent"] = "q0"
    assert [("cycle", ("quotes", 0, "parent"))] == [found[:2] for found in _told({**_TREE, "quotes": quotes})]


def test_constructors_say_the_same() -> None:
    """A constructor raises the issues of its own rules, with paths from the object."""
    with pytest.raises(ValidationError) as caught:
        Quote(id="", kind="direct", content=[Fragment(text="x", verbatim=False)], edits=None)
    assert [
        ("empty-string", ("id",)),
        ("wrong-type", ("edits",)),
        ("content-kind", ("kind",)),
        ("attribution-missing", ("attribution",)),
    ] == [(issue.code, issue.path) for issue in caught.value.issues]
    with pytest.raises(ValidationError) as caught:
        Attribution(cue=Span(text="said", start=3, end=7), mention=Span(text="id", start=5, end=7), confidence=2)
    assert [("confidence-range", ("confidence",)), ("cue-overlap", ("cue",))] == [
        (issue.code, issue.path) for issue in caught.value.issues
    ]


def test_constructors_take_objects_of_the_model_alone() -> None:
    """Where a type holds another, its constructor takes an object of exactly that type and no plain data."""
    with pytest.raises(ValidationError) as caught:
        Article(id="urn:x:1", text="x", sources=[{"id": "s1", "name": "x"}], quotes=[Source(id="s", name="x")])
    assert [
        (("sources", 0), "expected a Source, got a dict with 2 keys"),
        (("quotes", 0), "expected a Quote, got a Source"),
    ] == [(issue.path, issue.message) for issue in caught.value.issues]


def test_constructor_keeps_one_form() -> None:
    """A list becomes a tuple, a string the member of its enum, and a whole number a float where a float is due."""
    quote = Quote(id="q", kind="direct", content=[Fragment(text="x")], attribution=Attribution(confidence=1))
    assert (
        quote
        == from_dict(
            {
                "schema_version": "1.0",
                "id": "urn:x:1",
                "text": "x",
                "quotes": [
                    {"id": "q", "kind": "direct", "content": [{"text": "x"}], "attribution": {"confidence": 1.0}}
                ],
            }
        ).quotes[0]
    )
    assert "(1.0, <QuoteKind.DIRECT: 'direct'>, (Fragment(text='x', start=None, end=None," in repr(
        (quote.attribution.confidence, quote.kind, quote.content)
    )
