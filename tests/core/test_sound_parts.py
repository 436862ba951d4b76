"""In a document with a fault, the parts without one are made by the fast path; what is told does not depend on it."""

import copy
import json

import pytest

from newsschema import Code, Limits, NewsSchemaWarning, check, from_json
from newsschema._json import sound
from newsschema._json.limits import DEFAULT_LIMITS
from newsschema._json.sound import with_sound_parts
from newsschema._json.strict import Sound

TREE = {
    "schema_version": "1.0",
    "id": "urn:example:1",
    "headline": "Bridge to reopen",
    "text": '"The bridge is safe," said Ines Okafor. "It will stay so," she said.',
    "authors": [{"name": "Lena Brandt"}],
    "subjects": [{"name": "Bergen"}],
    "corrections": [{"text": "An earlier version gave the wrong year."}],
    "annotators": [{"id": "desk", "kind": "person"}],
    "sources": [{"id": "s1", "name": "Ines Okafor"}, {"id": "s2", "description": "a mayor", "anonymity": "described"}],
    "quotes": [
        {
            "id": "q1",
            "kind": "direct",
            "content": [{"text": "The bridge is safe,", "start": 1, "end": 20}],
            "attribution": {"source": "s1", "cue": {"text": "said", "start": 22, "end": 26}},
            "annotators": ["desk"],
        },
        {
            "id": "q2",
            "kind": "direct",
            "content": [{"text": "It will stay so,", "start": 41, "end": 57}],
            "attribution": {"source": "s1", "mention": {"text": "she", "start": 59, "end": 62}},
        },
        {"id": "q3", "kind": "epithet", "content": [{"text": "Pearl of the Fjord"}]},
        {"id": "q4", "kind": "epithet", "content": [{"text": "Bridge", "start": 0, "end": 6, "part": "headline"}]},
    ],
}
LISTS = ("authors", "subjects", "corrections", "annotators", "sources", "quotes")


def _changed(*path, value=None, without=False):
    """The document with another value at a path, or without what is there."""
    tree = copy.deepcopy(TREE)
    *steps, last = path
    holder = tree
    for step in steps:
        holder = holder[step]
    if without:
        del holder[last]
    else:
        holder[last] = value
    return tree


def _told(data, **options):
    return [(issue.code, issue.path) for issue in check(data, **options)]


def _sound(tree, **options):
    """For each list, whether it is sound as a whole, or each of its items."""
    made = with_sound_parts(tree, options.get("limits", DEFAULT_LIMITS), nul=options.get("nul", False))
    return {
        name: type(made[name]) is Sound or [type(item) is Sound for item in made[name]]
        for name in LISTS
        if name in made
    }


WHOLE = dict.fromkeys(LISTS, True)


def test_lists_without_a_fault_are_made_as_a_whole():
    """A fault elsewhere in the article leaves nothing of its lists to be read."""
    assert _sound(TREE) == WHOLE
    assert _sound({**TREE, "headline": 5, "quotes": TREE["quotes"][:3]}) == WHOLE
    assert [("bad-uri", ("url",))] == _told(json.dumps({**TREE, "url": "no uri"}))
    assert [] == with_sound_parts([], DEFAULT_LIMITS, nul=False)


@pytest.mark.parametrize("name", LISTS)
def test_items_without_a_fault_are_made(name):
    """An item of another form, or that breaks a rule of its own, is left, and it alone."""
    for wrong in (5, {}):
        tree = _changed(name, value=[*TREE[name], wrong])
        assert _sound(tree) == WHOLE | {name: [True] * len(TREE[name]) + [False]}
        assert _told(json.dumps(tree)) == _told(tree) != []


FAULTS = [
    ("quotes", 0, "content", 0, "text"),
    ("quotes", 0, "attribution", "source"),
    ("quotes", 1, "annotators"),
    ("quotes", 1, "attribution", "cue"),
    ("quotes", 1, "parent"),
    ("quotes", 3, "content", 0, "part"),
    ("sources", 0, "anonymity"),
    ("sources", 1, "members"),
    ("sources", 1, "id"),
    ("annotators", 0, "id"),
    ("headline",),
    ("summary",),
    ("text",),
]


@pytest.mark.parametrize("path", FAULTS)
@pytest.mark.parametrize(
    "value", [5, "Rain", "q1", "s1", "desk", ["s2"], "headline", "a\0b", "a\ud800b", None, "", [], {}]
)
def test_what_is_told_does_not_depend_on_what_is_sound(path, value):
    """Bytes and data tell the same faults in the same order, whatever could be made of the rest."""
    tree = _changed(*path, value=value)
    assert _told(json.dumps(tree)) == _told(tree)


SPANS = [
    ({"text": "Rain", "start": 0, "end": 4}, True),
    ({"text": "Rain", "start": 7, "end": 11}, True),
    ({"text": "Rain"}, True),
    ({"text": "Rain", "start": 0, "end": 5}, False),
    ({"text": "Rain", "start": 4, "end": 0}, False),
    ({"text": "Rain", "end": 4}, False),
    ({"text": "Rain", "start": 0, "end": 4, "part": "headline"}, False),
    ({"text": "Bridge", "start": 0, "end": 6, "part": "headline"}, True),
]


@pytest.mark.parametrize(("span", "right"), SPANS)
@pytest.mark.parametrize("text", [None, 5, ["Rain"]])
def test_spans_in_a_text_that_could_not_be_read(span, right, text):
    """Where the text itself is at fault, a span is sound if it is as long as its words."""
    tree = _changed("quotes", value=[{"id": "q", "kind": "epithet", "content": [span]}])
    tree["text"] = text
    assert _sound(tree)["quotes"] == (right or [False])
    assert _told(json.dumps(tree)) == _told(tree)
    assert (Code.WRONG_TYPE, ("text",)) in _told(tree)


def test_more_quotes_than_the_limit_are_not_made():
    """The limit of quotes is told before anything else is."""
    limits = Limits(quotes=3)
    assert _sound(TREE, limits=limits)["quotes"] == [False] * 4
    assert [("too-large", ("quotes",))] == _told(json.dumps({**TREE, "url": "no uri"}), limits=limits)


def test_lists_with_a_nul_are_not_made():
    """A string with a NUL is refused where it stands; the lists without one are made as ever."""
    tree = _changed("quotes", 0, "id", value="a\0b")
    assert _sound(tree, nul=True) == WHOLE | {"quotes": [False] * 4}
    assert [("bad-character", ("quotes", 0, "id"))] == _told(json.dumps(tree))


def test_a_newer_document_is_made_of_sound_parts(monkeypatch):
    """A document of a newer minor version, which the fast path declines, gives an equal article."""
    newer = json.dumps({**TREE, "schema_version": "1.7", "mood": 5})
    with pytest.warns(NewsSchemaWarning, match="mood"):
        made = from_json(newer)
    assert made == from_json(json.dumps(TREE))
    monkeypatch.setattr(sound, "_sound", lambda items, *_: items)
    with pytest.warns(NewsSchemaWarning, match="mood"):
        assert made == from_json(newer)
