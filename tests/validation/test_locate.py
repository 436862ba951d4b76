"""Where things stand in a JSON text."""

import json
import re

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsschema import Limits, check
from newsschema._json.locations import Lines, Place, locate

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=4)
leaves = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False), words)
trees = st.recursive(leaves, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3))
layouts = st.sampled_from([{}, {"indent": 1}, {"indent": "\t", "ensure_ascii": False}, {"separators": (",", ":")}])


def paths_of(tree):
    """Every value of a tree with the path to it."""
    yield (), tree
    for key, value in tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ():
        for path, inner in paths_of(value):
            yield (key, *path), inner


@given(trees, layouts)
def test_every_value_is_found_where_it_stands(tree, layout):
    """The text at a value's place reads as that value, and that at its key's place as the key."""
    text = json.dumps(tree, **layout)
    values = list(paths_of(tree))
    found = locate(text, [path for path, _ in values])
    for path, value in values:
        place = found.place(path)
        assert repr(json.loads(text[place.start : place.end])) == repr(value)
        if path and isinstance(path[-1], str):
            assert place.key is not None
            assert json.loads(text[slice(*place.key)]) == path[-1]
    assert (found.repeats, found.stop) == ((), len(text))


@given(trees, layouts, st.data())
def test_a_text_that_is_cut_short_stops_at_its_end(tree, layout, data):
    """What begins as JSON and ends too early is read up to there, and no error is raised."""
    text = json.dumps([tree], **layout)
    cut = text[: data.draw(st.integers(0, len(text) - 1))]
    last = re.search(r'\\[^"\\/bfnrt]?[^"]*$|[-+.eE]+$|[a-z]+$', cut)
    assert locate(cut).stop >= (last.start() if last else len(cut))


@given(st.text('{}[]:,"\\ aeE01+-.\n\ud800u', max_size=20))
@example('"\\ud800\\udc00"')
def test_what_decodes_is_read_to_its_end(text):
    """Whatever the decoder takes as JSON, the locator reads whole, and arbitrary text raises nothing."""
    found = locate(text, [()])
    try:
        msgspec.json.decode(text)
    except (msgspec.MsgspecError, UnicodeError):
        return
    assert (found.place(()).end, found.stop) == (len(text.rstrip(" \n")), len(text))


@pytest.mark.parametrize(
    ("text", "stop"),
    [
        ("", 0),
        ('{"a" 1}', 5),
        ('{"a": }', 6),
        ("[1 2]", 3),
        ("[1,]", 3),
        ('{"a":1,}', 7),
        ("{} {}", 3),
        ('["rain\nfell"]', 6),
        (r'["a\x"]', 3),
        (r'["a\ud80"]', 3),
        (r'["a\ud800"]', 11),
        ("[NaN]", 1),
        ("[1e400]", 1),
        (f"[{'1' * 5000}]", 1),
        ("\ufeff{}", 0),
        ('{"a": [tru]}', 7),
        ("[[[[]]]]", 2),
    ],
)
def test_reading_stops_where_the_text_breaks(text, stop):
    """The place is that of the first character that cannot stand there, or that nests too deep."""
    assert locate(text, depth=2).stop == stop


def test_a_value_that_is_not_there_is_told_by_the_one_that_would_hold_it():
    """The place of a missing field is that of its object."""
    text = '{"quotes": [{"id": "q1"}]}'
    assert locate(text, [("quotes", 0, "kind")]).place(("quotes", 0, "kind")) == Place(12, 24, None)


def test_of_a_repeated_key_the_last_value_is_found():
    """What an earlier object of the same name held is not taken for a part of the later one."""
    found = locate('{"a": {"b": 1}, "a": {"c": 2}}', [("a", "b"), ("a", "c")])
    assert (found.place(("a", "b")), found.place(("a", "c"))) == (Place(21, 29, (16, 19)), Place(27, 28, (22, 25)))


def test_nothing_is_too_deep():
    """A hundred thousand lists in each other are read without recursion."""
    assert locate("[" * 100_000 + "]" * 100_000, depth=100_000).stop == 200_000


@pytest.mark.parametrize(("values", "stop"), [(0, 1), (1, 4), (2, 9), (3, 12), (4, 14)])
def test_reading_stops_at_the_first_value_too_many(values, stop):
    """Those in lists and in objects count, and the document itself does not."""
    assert locate('[[],{"a":0},1]', values=values).stop == stop


class CountedText(str):
    """Text that counts the characters gone through in search of something."""

    passed = 0
    __slots__ = ()

    def count(self, sub, start, end):
        """Count what is gone through."""
        type(self).passed += end - start
        return super().count(sub, start, end)

    def rindex(self, sub, start, end):
        """Count what is gone through."""
        found = super().rindex(sub, start, end)
        type(self).passed += end - found
        return found


def test_lines_are_counted_once_however_many_are_asked_for():
    """Places in the order of the text cost as much together as the last of them alone, in lines long and short."""
    for text in (CountedText("\n" * 4000), CountedText("a" * 4000), CountedText("rain\n" * 800)):
        CountedText.passed = 0
        lines = Lines(text)
        for at in range(0, 4000, 3):
            lines.at(at)
        assert 0 < CountedText.passed <= 2 * len(text)


def test_no_more_repeated_keys_are_named_than_issues_are_allowed():
    """Those beyond the limit are counted."""
    repeated = ", ".join(f'"a{number}": 0, "a{number}": 0' for number in range(4))
    issues = check(ARTICLE + f'"extra": {{"org.example": {{{repeated}}}}}}}', limits=Limits(issues=3))
    assert [str(issue.code) for issue in issues] == [*["duplicate-key"] * 3, "too-large"]
    assert issues[3].message == "1 more issue; the limit is 3"


@given(st.text("a\n🌧\r", max_size=12), st.data())
def test_lines_and_columns_count_from_one(text, data):
    """A line's words stand where line and column say, in code points."""
    lines = Lines(text)
    for _ in range(3):
        at = data.draw(st.integers(0, len(text)))
        before = text[:at].split("\n")
        assert lines.at(at) == (len(before), len(before[-1]) + 1)


def test_lines_before_the_last_that_was_asked_for_are_found():
    """The order in which places are asked for is a matter of speed alone."""
    lines = Lines("a\nb\nc")
    assert [lines.at(at) for at in (4, 2, 0, 5)] == [(3, 1), (2, 1), (1, 1), (3, 2)]


ARTICLE = '{"schema_version": "1.0", "id": "urn:example:1",\n "text": "Rain.",\n '


@pytest.mark.parametrize("encoded", [str, str.encode], ids=["str", "bytes"])
def test_repeated_keys_are_found_with_both_places(encoded):
    """A key that is there twice in one object is a fault of an otherwise valid document, told with both places."""
    issues = check(encoded(ARTICLE + '"\\u0069d": "urn:example:2"}'))
    assert [(issue.code, issue.path, issue.message) for issue in issues] == [
        (
            "duplicate-key",
            ("id",),
            "the key 'id' is there twice, first on line 1, column 27, last on line 3, column 2; only the last counts",
        )
    ]


def test_each_repeated_key_is_told_once_in_the_order_of_the_text():
    """However often a key is repeated and however deep, its object gives one fault for it, beside all others."""
    text = ARTICLE + '"extra": {"org.example": [{"a": 1, "b": {"c": 1, "c": 2}, "a": 2, "a": 3}]}, "headline": ""}'
    assert [(issue.code, issue.pointer, "3 times" in issue.message) for issue in check(text)] == [
        ("duplicate-key", "/extra/org.example/0/b/c", False),
        ("duplicate-key", "/extra/org.example/0/a", True),
        ("empty-string", "/headline", False),
    ]


@pytest.mark.parametrize(
    "data", [b"\xff", b'{"a":1,"a":2', b'{"a":1,"a":2}'.decode().encode("utf-16"), "[" * 100_000, "\ud800", 5]
)
def test_of_what_is_no_json_no_repeated_key_is_told(data):
    """A document that cannot be read has that one fault."""
    assert len(check(data)) == 1
