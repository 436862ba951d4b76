"""Reading and writing: limits, versions, other people's converters, and the schema."""

import json
import re
import subprocess
import sys
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import cattrs
import msgspec
import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

import newsschema
from newsschema import (
    Article,
    Edit,
    Fragment,
    Issue,
    Limits,
    NewsSchemaWarning,
    Quote,
    Source,
    Span,
    ValidationError,
    check,
    configure,
    from_dict,
    from_json,
    json_schema,
    to_dict,
    to_json,
)
from newsschema._model import extra as values
from newsschema.strategies import articles

_TREE: dict[str, Any] = {"schema_version": "1.0", "id": "urn:x:1", "text": "Rain fell."}


def _told(data: Any, limits: Limits | None = None) -> list[tuple[str, tuple[str | int, ...], str]]:
    return [(issue.code, issue.path, issue.message) for issue in check(data, limits=limits or Limits())]


# Versions.

_UNREADABLE = "schema version {} cannot be read by this library, which knows 1.0"


@pytest.mark.parametrize(
    ("version", "code", "message"),
    [
        ("2.0", "unsupported-version", f"{_UNREADABLE.format(2.0)}; a newer release may"),
        ("0.9", "unsupported-version", _UNREADABLE.format(0.9)),
        ("1", "unsupported-version", "expected a version such as '1.0', got '1'"),
        ("1.0.0", "unsupported-version", "expected a version such as '1.0', got '1.0.0'"),
        ("01.0", "unsupported-version", "expected a version such as '1.0', got '01.0'"),
        ("1.0\n", "unsupported-version", "expected a version such as '1.0', got '1.0\\n'"),
        ("1.1234567890", "unsupported-version", "expected a version such as '1.0', got '1.1234567890'"),
        ("", "unsupported-version", "expected a version such as '1.0', got ''"),
        (1.0, "wrong-type", "expected a version such as '1.0', got 1.0"),
        (None, "wrong-type", "expected a version such as '1.0', got None"),
    ],
)
def test_versions_refused(version: object, code: str, message: str) -> None:
    """A version that this library does not know is refused by name, in plain data and in JSON."""
    tree = {**_TREE, "schema_version": version}
    assert [(code, ("schema_version",), message)] == _told(tree)
    assert [(code, ("schema_version",), message.replace("None", "null"))] == _told(json.dumps(tree))


def test_a_document_names_its_version() -> None:
    """A document without a version is refused, and its other faults are told too."""
    assert [
        ("missing-field", ("schema_version",), "the field 'schema_version' is missing; the current version is '1.0'"),
        ("unknown-field", ("lead",), "unknown field 'lead'; did you mean 'summary'?"),
    ] == _told({"id": "urn:x:1", "text": "", "lead": 1})


def test_another_major_version_is_all_that_is_told() -> None:
    """Of a document of another major version nothing else is said."""
    assert ["unsupported-version"] == [code for code, _, _ in _told({"schema_version": "2.0", "x": 1})]


def test_a_newer_minor_version() -> None:
    """Fields unknown to this version are skipped with a warning that names them; other faults stay."""
    tree = {**_TREE, "schema_version": "1.1", "mood": 5, "subjects": [{"name": "Rain", "weight": 2}]}
    with pytest.warns(NewsSchemaWarning, match=re.escape("skipped: /mood, /subjects/0/weight")) as caught:
        article = from_dict(tree)
    assert __file__ == caught[0].filename
    assert from_dict({**_TREE, "subjects": [{"name": "Rain"}]}) == article
    with pytest.warns(NewsSchemaWarning):
        assert [("wrong-type", ("text",), "expected a str, got 5")] == _told({**tree, "text": 5})
    with warnings.catch_warnings(action="error"):
        assert from_json(json.dumps(_TREE)) == from_json(json.dumps({**_TREE, "schema_version": "1.7"}))


# Limits.


def test_bytes() -> None:
    """A document larger than the limit is refused; one just as large is read."""
    data = json.dumps(_TREE)
    size = len(data)
    assert [] == _told(data, Limits(bytes=size))
    for given_ in (data, data.encode()):
        expected = f"the document has more than {size - 1} bytes, which is the limit"
        assert [("too-large", (), expected)] == _told(given_, Limits(bytes=size - 1))


def test_strings() -> None:
    """A string longer than the limit, anywhere, is refused; the limit counts code points."""
    for extra, path in (({"org.a": ["é" * 20]}, ("org.a", 0)), ({"org.a": {"é" * 20: 1}}, ("org.a",))):
        expected = [("too-large", ("extra", *path), "a string has 20 code points, and the limit is 19")]
        tree = {**_TREE, "text": "🌧" * 19, "extra": extra}
        assert [] == _told(tree, Limits(string=20))
        assert [] == _told(json.dumps(tree, ensure_ascii=False), Limits(string=20))
        assert expected == _told(tree, Limits(string=19)) == _told(json.dumps(tree), Limits(string=19))


def test_quotes() -> None:
    """More quotes than the limit are refused at their place."""
    quotes = [{"id": f"q{n}", "kind": "epithet", "content": [{"text": "x"}]} for n in range(3)]
    tree = {**_TREE, "quotes": quotes}
    assert [] == _told(tree, Limits(quotes=3)) == _told(json.dumps(tree), Limits(quotes=3))
    expected = [("too-large", ("quotes",), "3 quotes, and the limit is 2")]
    assert expected == _told(tree, Limits(quotes=2)) == _told(json.dumps(tree), Limits(quotes=2))


def test_values() -> None:
    """More values than the limit are refused; one that stands in several places counts in each."""
    tree = {**_TREE, "extra": {"org.a": [1, [2, 3]]}}
    count = len(tree) + 5
    assert [] == _told(tree, Limits(values=count)) == _told(json.dumps(tree), Limits(values=count))
    expected = [("too-large", (), f"more than {count - 1} values, which is the limit")]
    assert expected == _told(tree, Limits(values=count - 1)) == _told(json.dumps(tree), Limits(values=count - 1))
    shared: list[object] = [1]
    for _ in range(60):
        shared = [shared, shared]
    expected = [("too-large", (), "more than 1000 values, which is the limit")]
    for field in ("extra", "quotes", "unknown"):
        assert expected == _told({**_TREE, field: {"org.a": shared}}, Limits(values=1000))
    wide: object = {}
    for _ in range(3):
        wide = [wide] * 1000
    assert expected == _told({**_TREE, "extra": {"org.a": wide}}, Limits(values=1000))


@pytest.mark.parametrize(
    "joined", [lambda value: [value, value], lambda value: {"a": value, "b": value}], ids=["list", "object"]
)
def test_extra_that_shares_with_itself(joined: Callable[[object], object], monkeypatch: pytest.MonkeyPatch) -> None:
    """A constructor counts what is under `extra` as well, and stops at the limit."""
    monkeypatch.setattr(values, "MAX_VALUES", 100)
    shared: object = 1
    for _ in range(60):
        shared = joined(shared)
    with pytest.raises(ValidationError) as caught:
        Article(id="urn:example:1", text="Rain.", extra={"org.a": shared})
    expected = ("too-large", ("extra",), "more than 100 values, which is the limit")
    (issue,) = caught.value.issues
    assert expected == (issue.code, issue.path, issue.message)
    assert Article(id="urn:example:1", text="Rain.", extra={"org.a": [1] * 99}).extra == {"org.a": (1,) * 99}


def test_depth() -> None:
    """What nests deeper than the limit is refused, however deep and wherever."""
    tree = {**_TREE, "extra": {"org.a": [[1]]}}
    assert [] == _told(tree, Limits(depth=4)) == _told(json.dumps(tree), Limits(depth=4))
    expected = [("too-large", (), "nested deeper than the limit of 3")]
    assert expected == _told(tree, Limits(depth=3)) == _told(json.dumps(tree), Limits(depth=3))
    deepest = json.dumps({**_TREE, "extra": {"org.a": json.loads("[" * 63 + "[1]" + "]" * 63)}})
    assert [] == _told(deepest, Limits(depth=66))
    assert [("too-large", (), "nested deeper than the limit of 65")] == _told(deepest, Limits(depth=65))
    tree["extra"]["org.a"] = tree
    assert [("too-large", (), "nested deeper than the limit of 72")] == _told(tree)
    assert [("too-large", (), "nested deeper than the limit of 72")] == _told("[" * 100_000)


# What is no document.


@pytest.mark.parametrize(
    "data",
    [
        *("", " ", "{", "nul", "{'id': 1}", "[1,]", "{} {}", "NaN", "1e400", "\ufeff{}", '{"a": "\n"}'),
        *(b"\xff", b"\xef\xbb\xbf{}", b'{"a": "\xed\xa0\x80"}', "{}".encode("utf-16"), b"\0"),
    ],
)
def test_no_json(data: bytes | str) -> None:
    """What is no JSON is refused as a whole, with what the decoder says."""
    ((code, path, message),) = _told(data)
    assert ("invalid-json", ()) == (code, path)
    assert message.startswith("invalid JSON: ")


@pytest.mark.parametrize(
    ("data", "shown"), [("[]", "an empty list"), ("null", "null"), ('"x"', "'x'"), ("5", "5"), ("true", "true")]
)
def test_no_object(data: str, shown: str) -> None:
    """A document is an object."""
    assert [("wrong-type", (), f"expected an object (Article), got {shown}")] == _told(data)


@pytest.mark.parametrize("data", [None, 5, bytearray(b"{}"), memoryview(b"{}"), ["{}"], object()])
def test_no_text(data: object) -> None:
    """JSON comes as bytes or a string."""
    ((code, path, message),) = _told(data)
    assert ("wrong-type", ()) == (code, path)
    assert message.startswith("expected JSON as bytes or str, got ")


def test_plain_data_is_an_object() -> None:
    """Plain data that is no mapping is refused."""
    with pytest.raises(ValidationError, match=re.escape("expected a dict (Article), got an empty list")):
        from_dict([])  # type: ignore[arg-type]  # that is the point


def test_unknown_fields_are_told_with_what_was_meant() -> None:
    """An unknown field is an error that suggests the nearest one; keys that JSON does not have are shown."""
    assert [
        ("unknown-field", ("txet",), "unknown field 'txet'; did you mean 'text'?"),
        ("unknown-field", ("zzz",), "unknown field 'zzz'"),
        ("unknown-field", ("5",), "unknown field 5"),
    ] == _told({**_TREE, "txet": "x", "zzz": 1, 5: 1})


def test_the_last_of_doubled_keys_counts() -> None:
    """Of a key that stands twice the last counts in reading, and checking tells it."""
    data = '{"schema_version": "1.0", "id": "urn:x:1", "text": "Snow.", "text": "Rain fell."}'
    assert from_dict(_TREE) == from_json(data)
    assert [("duplicate-key", ("text",))] == [found[:2] for found in _told(data)]


def test_nothing_given_is_changed() -> None:
    """Reading leaves the plain data as it was."""
    tree = {**_TREE, "extra": {"org.a": {"b": [1]}}, "quotes": []}
    before = json.dumps(tree)
    from_dict(tree)
    assert before == json.dumps(tree)


def test_null_is_left_out() -> None:
    """A field that may be missing may be null, and is not written then."""
    assert to_dict(from_dict({**_TREE, "headline": None, "url": None, "published": None})) == _TREE


# Other people's converters.


@attrs.frozen
class Clipping:
    desk: str
    article: Article | None = None
    quotes: list[Quote] = attrs.field(factory=list)
    spans: dict[str, Span] = attrs.field(factory=dict)


def _converter(**settings: Any) -> cattrs.Converter:
    converter = cattrs.Converter(**settings)
    configure(converter)
    return converter


def _within(error: BaseException) -> list[tuple[Issue, ...]]:
    if isinstance(error, ValidationError):
        return [error.issues]
    return [found for inner in getattr(error, "exceptions", ()) for found in _within(inner)]


@given(articles())
def test_a_class_with_ours_inside(article: Article) -> None:
    """A project's own class that holds our types goes to plain data and back, with or without detailed errors."""
    clipping = Clipping(desk="weather", article=article, quotes=list(article.quotes), spans={"first": Span(text="x")})
    for detailed in (True, False):
        converter = _converter(detailed_validation=detailed)
        tree = converter.unstructure(clipping)
        assert to_dict(article) == tree["article"]
        assert clipping == converter.structure(json.loads(json.dumps(tree)), Clipping)


def test_faults_inside_a_class() -> None:
    """A fault in ours inside another class is our own error, within what cattrs raises."""
    tree = {
        "desk": "weather",
        "article": {**_TREE, "text": 5, "lead": 1},
        "quotes": [{"id": "q", "kind": "direct", "content": []}],
        "spans": {"a": {"text": "x", "start": 1, "end": 3}},
    }
    with pytest.raises(cattrs.ClassValidationError) as caught:
        _converter().structure(tree, Clipping)
    assert [
        [("wrong-type", ("text",)), ("unknown-field", ("lead",))],
        [("content-empty", ("content",)), ("attribution-missing", ("attribution",))],
        [("span-mismatch", ())],
    ] == [[(issue.code, issue.path) for issue in issues] for issues in _within(caught.value)]
    with pytest.raises(ValidationError) as plain:
        _converter(detailed_validation=False).structure(tree, Clipping)
    assert [("wrong-type", ("text",)), ("unknown-field", ("lead",))] == [
        (issue.code, issue.path) for issue in plain.value.issues
    ]


def test_nothing_is_coerced_inside_a_class() -> None:
    """Where cattrs would make a string of a number, ours refuse it."""
    with pytest.raises(ValidationError, match="expected a str, got 5"):
        _converter().structure({"id": 5, "name": "x"}, Source)
    with pytest.raises(ValidationError, match=re.escape("expected a dict (Source), got 5")):
        _converter().structure(5, Source)


def test_each_type_by_itself() -> None:
    """Parts of an article are structured by themselves, as exactly the type that is asked for."""
    converter = _converter()
    fragment = Fragment(text="x", start=0, end=1, verbatim=False)
    assert {"text": "x", "start": 0, "end": 1, "verbatim": False} == converter.unstructure(fragment)
    assert fragment == converter.structure(converter.unstructure(fragment), Fragment)
    assert fragment == converter.structure(converter.unstructure(fragment), Span)
    with pytest.raises(ValidationError, match="unknown field 'verbatim'"):
        converter.structure(converter.unstructure(fragment), Edit)


def test_other_hooks_stay() -> None:
    """Configuring changes nothing about other types, and nothing about the global converter."""
    converter = _converter()
    assert 5 == converter.structure("5", int)
    with pytest.raises(cattrs.StructureHandlerNotFoundError):
        cattrs.structure({**_TREE, "quotes": [{"id": "q", "kind": "direct", "content": []}]}, Article)


# msgspec fills attrs classes without their constructor.


def test_msgspec_gives_our_codes() -> None:
    """What msgspec fills is checked, and its error is caused by ours."""
    data = json.dumps({"text": "x", "start": 3, "end": 3})
    with pytest.raises(msgspec.ValidationError, match=re.escape("(span-order)")) as caught:
        msgspec.json.decode(data, type=Span)
    assert isinstance(caught.value.__cause__, ValidationError)
    assert Span(text="x") == msgspec.json.decode('{"text": "x"}', type=Span)


# The schema, and what an import costs.


def test_the_schema_is_one() -> None:
    """The schema that ships is a valid JSON Schema, a new copy each time."""
    schema = json_schema()
    Draft202012Validator.check_schema(schema)
    schema.clear()
    assert "https://json-schema.org/draft/2020-12/schema" == json_schema()["$schema"]


def test_what_an_import_brings() -> None:
    """Importing the package brings no other libraries, and nothing that only faults or looking for words need."""
    code = "import sys, newsschema; print([n for n in sys.argv[1:] if n in sys.modules])"
    names = ["hypothesis", "rich", "cyclopts", "cattrs", "pydantic", "pyarrow", "difflib", "json"]
    names += ["newsschema._model.finding", "newsschema._model.punctuation", "newsschema._model.offsets"]
    names += ["newsschema._json.strict", "newsschema._json.sound"]
    done = subprocess.run([sys.executable, "-c", code, *names], capture_output=True, text=True, check=True)
    assert "[]\n" == done.stdout


def test_public_names() -> None:
    """The public names are listed, sorted, and there."""
    assert sorted(newsschema.__all__) == list(newsschema.__all__)
    assert set() == {*newsschema.__all__} - {*dir(newsschema)}
    with pytest.raises(AttributeError, match="module 'newsschema' has no attribute 'artcle'"):
        newsschema.artcle  # noqa: B018 - that is the point
    assert newsschema.arrow.__name__ == "newsschema.arrow"
    assert Path(newsschema.__file__).with_name("py.typed").is_file()


def test_json_may_be_indented():
    """What people read is spread over lines, and is the same document."""
    article = Article(id="urn:example:1", text="Rain fell.")
    assert to_json(article, indent=2).startswith(b'{\n  "schema_version": "1.0",\n  "id":')
    assert article == from_json(to_json(article, indent=4))
    assert to_json(article) == to_json(article, indent=0)
