"""Nothing but `NewsSchemaError`, whatever the bytes, the data or the size."""

import json
import math
from collections.abc import Mapping

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsschema import (
    Code,
    Limits,
    ValidationError,
    check,
    from_dict,
    from_json,
    read_text,
    to_dict,
    to_json,
)
from newsschema.strategies import articles

BARE = '{"schema_version": "1.0", "id": "urn:example:1", "text": %s}'


def codes(document, **limits):
    """The codes of a document's faults; reading it raises exactly when there are any."""
    found = [issue.code for issue in check(document, limits=Limits(**limits))]
    read = from_dict if isinstance(document, Mapping) else from_json
    if set(found) <= {Code.DUPLICATE_KEY}:
        read(document, limits=Limits(**limits))
    else:
        with pytest.raises(ValidationError) as caught:
            read(document, limits=Limits(**limits))
        assert [issue.code for issue in caught.value.issues] == [code for code in found if code != Code.DUPLICATE_KEY]
    return found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ["invalid-json"]),
        (" \n", ["invalid-json"]),
        ("null", ["wrong-type"]),
        ("[]", ["wrong-type"]),
        ("5", ["wrong-type"]),
        (BARE % '"Rain." ' + "x", ["invalid-json"]),
        (BARE % '"Rain."' + "{}", ["invalid-json"]),
        (BARE % "NaN", ["invalid-json"]),
        (BARE % "Infinity", ["invalid-json"]),
        (BARE % "1e400", ["invalid-json"]),
        (BARE % ("1" * 5000), ["invalid-json"]),
        (BARE % ("1" * 4000), ["wrong-type"]),
        (BARE % "-0.0", ["wrong-type"]),
        (BARE % r'"\ud800"', ["bad-character"]),
        (BARE % r'"\udc00\ud800"', ["bad-character"]),
        (BARE % r'"\ud83c\udf27"', []),
        (BARE % r'"\u0000"', ["bad-character"]),
        (BARE % '"\0"', ["invalid-json"]),
        (BARE % '"\n"', ["invalid-json"]),
        ("\ufeff" + BARE % '""', ["invalid-json"]),
        (BARE % '"\x7f\u2028\ufeff"', []),
        (BARE % '"", "text": ""', ["duplicate-key"]),
        ("[" * 100_000, ["too-large"]),
        ('{"a":' * 100_000, ["too-large"]),
        (BARE % ("[" * 900 + "]" * 900), ["too-large"]),
        (BARE % '"", "extra": {"org.example": ' + "[" * 66 + "]" * 66 + "}}", ["invalid-json"]),
        (BARE % ('"", "extra": {"org.example": ' + "[" * 66 + "]" * 66 + "}"), ["too-large"]),
        (BARE % ('"", "extra": {"org.example": ' + "[" * 64 + "]" * 64 + "}"), []),
        (BARE % ('"", "extra": {"org.example": ' + "9" * 4299 + "}"), ["too-large"]),
        (BARE % ('"", "extra": {"org.example": ' + "9" * 4298 + "}"), []),
        (BARE % '"", "extra": {"org.example": 1e308, "": -0.0}', ["extra-name"]),
    ],
)
def test_the_dark_corners_of_json(text, found):
    """What JSON leaves open is settled: each document is taken or refused, as text and as bytes alike."""
    assert codes(text) == found
    assert codes(text.encode("utf-8", "surrogatepass")) == found


def test_a_lone_surrogate_is_a_bad_character_where_a_string_holds_it():
    """Half of a pair is told in its place, written out or escaped; in bytes it is no UTF-8, and so no JSON."""
    text = BARE % '"\ud800"'
    (issue,) = check(text)
    assert ("bad-character", ("text",), "the lone surrogate U+D800 at position 0") == (
        issue.code,
        issue.path,
        issue.message,
    )
    assert ["invalid-json"] == codes(text.encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig"])
def test_json_is_utf_8_without_a_mark(encoding):
    """Other encodings are refused, and where a byte-order mark gives them away the message says so."""
    data = (BARE % '"Rain."').encode(encoding)
    assert codes(data) == ["invalid-json"]
    marked = encoding in ("utf-16", "utf-32", "utf-8-sig")
    assert ("byte-order mark" in check(data)[0].message) == marked


@pytest.mark.parametrize("data", [b"\xff", b'{"id": "\xc3"}', b'"\xed\xa0\x80"', b'"\xf5\x80\x80\x80"', b'"\xc0\x80"'])
def test_broken_utf_8_is_no_json(data):
    """Bytes that are no UTF-8 are refused, wherever they stand."""
    assert codes(data) == ["invalid-json"]


@pytest.mark.parametrize("data", [None, 5, ["{}"], bytearray(b"{}"), memoryview(b"{}")])
def test_what_is_neither_text_nor_bytes_is_refused(data):
    """Something else than JSON is a fault like others."""
    assert codes(data) == ["wrong-type"]


QUOTE = {"id": "q1", "kind": "epithet", "content": [{"text": "Rain", "start": 0, "end": 4}]}
LARGE = {
    "schema_version": "1.0",
    "id": "urn:example:1",
    "text": "Rain" * 25,
    "url": "urn:example:" + "1" * 38,
    "quotes": [QUOTE, QUOTE | {"id": "q2"}],
    "extra": {"org.example." + "a" * 28: {"desk": [[[[]]]]}},
}


@pytest.mark.parametrize(
    ("limits", "path"),
    [
        ({"bytes": len(json.dumps(LARGE)) - 1}, ()),
        ({"string": 99}, ("text",)),
        ({"string": 49, "text": "Rain"}, ("url",)),
        ({"string": 39, "text": "Rain", "url": "urn:example:1"}, ("extra",)),
        ({"quotes": 1}, ("quotes",)),
        ({"values": 26}, ()),
        ({"depth": 5}, ()),
    ],
)
def test_what_exceeds_a_limit_is_too_large(limits, path):
    """Each limit is told, with the value that exceeds it, and a document within all of them is taken."""
    given = {name: value for name, value in limits.items() if isinstance(value, int)}
    data = json.dumps(LARGE | {name: value for name, value in limits.items() if name not in given})
    assert codes(data) == []
    assert [(issue.code, issue.path) for issue in check(data, limits=Limits(**given))] == [("too-large", path)]
    assert codes(data, **given) == ["too-large"]
    assert codes(data, **{name: value + 1 for name, value in given.items()}) == []


huge = st.integers(-2, 2).map(lambda sign: sign * 10**5000)
json_leaves = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=5),
    st.sampled_from(["1.0", "urn:x:1", "direct", "2026-03-03", "\ud800", "\0", math.nan]),
    huge,
)
keys = st.one_of(
    st.sampled_from(["schema_version", "id", "text", "quotes", "sources", "extra", "start", "end", "content", "kind"]),
    st.text(max_size=3),
)
odd_keys = st.one_of(keys, st.integers(), st.none(), huge, st.binary(max_size=2), st.tuples())
json_trees = st.recursive(
    json_leaves, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=6)
)
odd_trees = st.recursive(
    json_leaves | st.binary(max_size=3) | st.dates() | st.sets(st.integers(), max_size=2) | st.builds(object),
    lambda inner: st.lists(inner, max_size=3) | st.tuples(inner) | st.dictionaries(odd_keys, inner, max_size=5),
)


@given(st.binary() | st.text().map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_are_read_or_refused(data):
    """No bytes get anything but a `NewsSchemaError` out of the library."""
    assert codes(data) != []


@given(st.text(st.sampled_from('{}[]:,"\\ \n-1.eEtruefalsnu\0\ud800'), max_size=30))
@example('{"":1,"":1e400}')
def test_text_made_of_the_signs_of_json_is_read_or_refused(text):
    """Nor does text that looks like JSON."""
    assert codes(text) != []


@given(st.dictionaries(odd_keys, odd_trees, max_size=6))
def test_any_plain_data_is_read_or_refused(tree):
    """Nor do Python objects of any kind, at any place."""
    assert codes(tree) != []
    assert codes({"schema_version": "1.0", "id": "urn:x:1", "text": "", "extra": tree, "quotes": [tree]}) != []


@given(articles())
def test_objects_of_the_model_are_no_plain_data(article):
    """A quote or a source that was made for another text is not taken for one that has been looked at."""
    tree = to_dict(article)
    for name, items in (("quotes", article.quotes), ("sources", article.sources)):
        if items:
            assert codes(tree | {name: [*tree[name][1:], items[0]]})[0] == "wrong-type"


@given(articles(), st.data())
def test_a_valid_document_with_anything_put_anywhere_is_read_or_refused(article, data):
    """A mutation of a valid document is taken, and then survives a round trip, or it is refused with a message."""
    tree = to_dict(article)
    for _ in range(data.draw(st.integers(1, 3))):
        node = tree
        while True:
            step = data.draw(st.sampled_from(list(node) if isinstance(node, dict) else range(len(node))))
            if not (isinstance(node[step], dict | list) and node[step]) or data.draw(st.booleans()):
                break
            node = node[step]
        if data.draw(st.booleans()):
            node[step] = data.draw(json_trees)
        elif isinstance(node, dict):
            node[data.draw(keys)] = node[step]
        else:
            node.append(node[step])
    if codes(tree) == []:
        made = from_dict(tree)
        assert from_json(to_json(made)) == made


@pytest.mark.filterwarnings("ignore:.* looks like the name:newsschema.NewsSchemaWarning")  # "a.a"
@given(st.text(st.characters(exclude_categories=["Cs"])) | st.text("\"'“”‘’«»`\n .,aA", max_size=80))
def test_any_text_can_be_read(text):
    """The reader makes a valid article of any text, or refuses its characters."""
    if "\0" in text:
        with pytest.raises(ValidationError, match="a NUL at position"):
            read_text(text)
    else:
        assert check(to_json(read_text(text))) == ()
