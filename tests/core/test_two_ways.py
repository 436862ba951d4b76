"""Two ways to read, one meaning: the short way never accepts what the full way refuses, and gives an equal article.

The documents are good ones with something changed: values swapped for hostile ones, moved, doubled, left out, misnamed.
"""

# ruff: noqa: ARG001 - every change takes the same arguments

import contextlib
import copy
import json
import warnings
from functools import partial
from typing import Any

import msgspec
import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from newsschema import (
    Code,
    Issue,
    Limits,
    NewsSchemaWarning,
    Quote,
    ValidationError,
    check,
    from_dict,
    from_json,
    to_dict,
    to_json,
)
from newsschema._json.fast import read_fast
from newsschema._json.read import decode
from newsschema._json.strict import read_article
from newsschema._model.fields import field_specs
from newsschema._model.types import MODELS, Article, Model
from newsschema.strategies import articles

_LEAVES = st.sampled_from(
    [
        *(None, True, False, 0, -1, 1, 2, 2**31, 2**62, 2**62 - 1, 2**63, 2**64, -(2**63), 10**30, 0.0, -0.0, 1.0, 0.5),
        *(1e300, -1.5, "", " ", "x", "\0", "\x7f", "\ufeff", "named", "text", "direct", "unknown", "1.0", "1.1", "2.0"),
        *("urn:x:y", "http://a b", "urn:", "org.example", "en", "en-", "2026-03-24", "2026-03-24T09:30:00Z"),
        *("2026-03-24T09:30:00", "2026-03-24t09:30:00z", "2026-03-24T09:30:00.1234567Z", "2026-W13-2", "20260324"),
        *("2026-02-29", "2024-02-29", "0000-01-01", "2026-03-24T24:00:00Z", "2026-03-24T09:30:60Z"),
        *("2026-03-24T09:30:00+00:60", "2026-03-24T09:30:00-00:00", "2026-03-24 09:30:00Z", "٢٠٢٦-٠٣-٢٤"),
    ]
)
_TREES = st.sampled_from(([], {}, [[]], [None], [{}], {"text": "x"}, {"id": "s0"}, "🌧", [0, "s0", None]))
_VALUES = _LEAVES | _TREES.map(copy.deepcopy)  # changes are made in place
_NAMES = st.sampled_from(
    [
        *("txet", "Text", "", "extra", "schema_version", "start", "end", "part", "kind", "id", "parent", "members"),
        *("confidence", "via", "\0", "__class__", "verbatim", "content", "attribution", "org.example", "🌧"),
    ]
)


def _places(tree: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The paths of everything in a document, without the document itself."""
    steps = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    found = []
    for key, value in steps:
        found += [(*path, key), *_places(value, (*path, key))]
    return found


def _at(tree: Any, path: tuple[Any, ...]) -> Any:
    for step in path:
        tree = tree[step]
    return tree


def _left_out(draw: st.DrawFn, holder: Any, key: Any, tree: Any) -> None:
    del holder[key]


def _replaced(draw: st.DrawFn, holder: Any, key: Any, tree: Any) -> None:
    holder[key] = draw(_VALUES)


def _changed(draw: st.DrawFn, holder: Any, key: Any, tree: Any) -> None:
    """A number a little off, a string a little longer, a truth denied, a list doubled or turned, an item twice."""
    value = holder[key]
    if isinstance(value, bool):
        holder[key] = not value
    elif isinstance(value, int | float):
        holder[key] = value + draw(st.sampled_from((1, -1, 0.0, 0.5)))
    elif isinstance(value, str):
        holder[key] = draw(st.sampled_from((value + "x", value + "\0", value[1:], value + "\n", value + "e\u0301")))
    elif isinstance(value, list):
        holder[key] = draw(st.sampled_from((value * 2, value[::-1])))
    elif isinstance(holder, list):
        holder.append(copy.deepcopy(value))


def _displaced(draw: st.DrawFn, holder: Any, key: Any, tree: Any) -> None:
    """A span at positions that no text has, or of no length."""
    for span in _drawn_spans(draw, tree):
        start = draw(st.sampled_from((0, 1, -1, 2**31, 2**62 - 1, 2**62, 2**63 - 1, 2**63, 2**64)))
        span["start"], span["end"] = start, start + draw(st.sampled_from((0, 1, len(str(span.get("text"))))))


def _relocated(draw: st.DrawFn, holder: Any, key: Any, tree: Any) -> None:
    """A span elsewhere, and right there: only what holds between spans can be wrong."""
    for span in _drawn_spans(draw, tree):
        part = draw(st.sampled_from(("text", "headline", "summary")))
        words = tree.get(part)
        if isinstance(words, str) and words:
            start = draw(st.integers(0, len(words) - 1))
            end = draw(st.integers(start + 1, len(words)))
            span |= {"text": words[start:end], "start": start, "end": end, "part": part}


def _drawn_spans(draw: st.DrawFn, tree: Any) -> list[dict[str, Any]]:
    """One of the document's spans with a place, where there is any."""
    spans = [value for value in map(partial(_at, tree), _places(tree)) if isinstance(value, dict) and "start" in value]
    return [draw(st.sampled_from(spans))] if spans else []


def _misnamed(draw: st.DrawFn, holder: Any, key: Any, tree: Any) -> None:
    if isinstance(holder, dict):
        holder[draw(_NAMES)] = holder.pop(key)


def _added(draw: st.DrawFn, holder: Any, key: Any, tree: Any) -> None:
    if isinstance(holder, dict):
        holder[draw(_NAMES)] = draw(_VALUES)
    else:
        holder.append(draw(_VALUES))


def _moved(draw: st.DrawFn, holder: Any, key: Any, tree: Any) -> None:
    """What stands elsewhere in the document: another quote's parent, another span's end."""
    holder[key] = copy.deepcopy(_at(tree, draw(st.sampled_from(_places(tree)))))


@st.composite
def trees(draw: st.DrawFn, least: int = 0) -> dict[str, Any]:
    """Plain data of an article with up to three changes."""
    tree = json.loads(to_json(draw(articles())))
    change = st.sampled_from((_replaced, _changed, _displaced, _relocated, _moved, _left_out, _misnamed, _added))
    for _ in range(draw(st.integers(least, 3))):
        places = _places(tree)
        if places:
            *path, key = draw(st.sampled_from(places))
            draw(change)(draw, _at(tree, tuple(path)), key, tree)
    return tree


@st.composite
def documents(draw: st.DrawFn) -> bytes | str:
    """JSON texts: changed documents in many spellings, and spellings that are no JSON."""
    text = json.dumps(draw(trees()), ensure_ascii=draw(st.booleans()), indent=draw(st.sampled_from((None, 1))))
    spoilt = draw(st.sampled_from((False, False, False, True)))
    if spoilt and draw(st.booleans()):  # a key twice
        key, value = draw(st.sampled_from(("text", "id", "quotes", "extra"))), draw(_VALUES)
        text = f"{text[:-1]}, {json.dumps(key)}: {json.dumps(value)}}}"
    data = text.encode()
    if spoilt:
        at = draw(st.integers(0, len(data)))
        data = data[:at] + draw(st.sampled_from((b"", b"\xff", b"\0", b"\\", b'"', b"1", b"e9", b","))) + data[at + 1 :]
    if draw(st.booleans()):
        with contextlib.suppress(UnicodeDecodeError):
            return data.decode()
    return data


_LIMITS = st.one_of(
    st.just(Limits()),
    st.builds(
        Limits,
        bytes=st.integers(0, 4000),
        string=st.integers(0, 4000),
        quotes=st.integers(0, 4),
        depth=st.integers(0, 8) | st.integers(60, 80),
    ),
)


def _exactly(article: Article | None) -> object:
    """An article in a form that is equal only where every value has the same type, enums and tuples too."""
    return article and (article, hash(article), repr(article.replace(extra={})))


def _read_in_full(data: bytes | str, limits: Limits) -> Article | None:
    try:
        return read_article(decode(data, limits), limits)
    except ValidationError:
        return None


def _read_short(data: bytes | str, limits: Limits) -> Article | None:
    return read_fast(data, limits)


@given(documents(), _LIMITS)
def test_short_way_agrees(data: bytes | str, limits: Limits) -> None:
    """What the short way accepts, the full way accepts, and the articles are equal in every value and type."""
    with warnings.catch_warnings(action="ignore", category=NewsSchemaWarning):
        full = _read_in_full(data, limits)
    short = _read_short(data, limits) if len(data) <= limits.bytes else None
    event(f"short way: {short is not None}, full way: {full is not None}")
    if short is not None:
        assert _exactly(full) == _exactly(short)
        assert to_json(full) == to_json(short)


def _is_plain(quote: Quote) -> bool:
    """Whether the short way has no doubt about a quote: its pieces are in one part, all with places or one alone."""
    said = quote.attribution
    in_one = len({piece.part for piece in quote.content}) == 1 and None not in {piece.start for piece in quote.content}
    apart = said is None or said.cue is None or said.mention is None or said.cue.part is said.mention.part
    return (
        (in_one or len(quote.content) == 1)
        and apart
        and (said is None or 0 not in (said.confidence, said.source_confidence))
    )


@given(articles())
def test_short_way_is_taken(article: Article) -> None:
    """The short way reads every article whose quotes are plain, whatever else it holds."""
    data = to_json(article)
    parents = {quote.id: quote.parent for quote in article.quotes}
    groups = {source.id for source in article.sources if source.members}
    flat = all(parents.get(parent) is None for parent in parents.values() if parent) and not any(
        groups.intersection(source.members) for source in article.sources
    )
    nested = [quote for quote in article.quotes if quote.parent or quote.id in parents.values()]
    placed = None not in {piece.start for quote in nested for piece in quote.content}
    plain = all(map(_is_plain, article.quotes)) and flat and placed and b"\\u0000" not in data
    event(f"plain: {plain}, with quotes: {bool(article.quotes)}")
    if plain:
        assert article == _read_short(data, Limits())


def _places_of(issues: tuple[Issue, ...]) -> list[tuple[str, tuple[str | int, ...]]]:
    """Codes and paths; the messages call values by Python's names or by JSON's."""
    return [(issue.code, issue.path) for issue in issues]


@given(trees(least=1))
def test_faults_are_told_alike(tree: dict[str, Any]) -> None:
    """The faults of a document are the same whether its sound parts are read the short way or in full."""
    data = msgspec.json.encode(tree)
    with warnings.catch_warnings(action="ignore", category=NewsSchemaWarning):
        assert _places_of(check(msgspec.json.decode(data))) == _places_of(check(data))


@given(documents(), _LIMITS)
def test_check_tells_what_reading_refuses(data: bytes | str, limits: Limits) -> None:
    """`check` finds what `from_json` refuses, key by key, and doubled keys; no other error leaves either."""
    with warnings.catch_warnings(action="ignore", category=NewsSchemaWarning):
        told = tuple(issue for issue in check(data, limits=limits) if issue.code != Code.DUPLICATE_KEY)
        refused: tuple[Issue, ...] = ()
        try:
            from_json(data, limits=limits)
        except ValidationError as error:
            refused = error.issues
    assert refused == told


@given(st.binary() | st.text() | documents())
def test_any_bytes(data: bytes | str) -> None:
    """Whatever the bytes, the answer is an article or issues with codes and paths."""
    with warnings.catch_warnings(action="ignore", category=NewsSchemaWarning):
        for issue in check(data):
            assert isinstance(issue.code, str)
            assert all(type(step) in (str, int) for step in issue.path)
            assert issue.message in str(issue)


def _built(cls: type[Model], tree: Any) -> Any:
    """An object made by the constructors from plain data, inmost first."""
    if type(tree) is not dict:
        return tree
    values = dict(tree)
    for item in field_specs(cls):
        inner = next((kind for kind in MODELS if kind in _kinds(item.type)), None)
        if inner and item.name in values:
            value = values[item.name]
            values[item.name] = [_built(inner, i) for i in value] if type(value) is list else _built(inner, value)
    return cls(**values)


def _kinds(annotation: Any) -> list[Any]:
    return [annotation, *(kind for argument in getattr(annotation, "__args__", ()) for kind in _kinds(argument))]


@given(trees())
def test_constructors_accept_the_same(tree: dict[str, Any]) -> None:
    """Constructors and `from_dict` accept exactly the same, and make equal articles."""
    tree["schema_version"] = "1.0"
    try:
        read = from_dict(tree)
    except ValidationError:
        read = None
    del tree["schema_version"]
    try:
        built = _built(Article, tree)
    except (ValidationError, TypeError):  # a TypeError for a field that is missing or unknown
        built = None
    event(f"accepted: {read is not None}")
    assert _exactly(read) == _exactly(built)


def _inside(tree: Any) -> list[tuple[Any, ...]]:
    """The paths of all that the model defines, without what other people keep under `extra`."""
    return [path for path in _places(tree) if "extra" not in path[:-1]]


@given(st.data(), articles(), st.sampled_from([b"bytes", {1}, object(), 1j]))
def test_one_wrong_value_is_one_issue(data: st.DataObject, article: Article, wrong: object) -> None:
    """A value of a wrong type gives one issue, at its path, however much depends on it."""
    tree = to_dict(article)
    *path, key = place = data.draw(st.sampled_from(_places(tree)))
    _at(tree, tuple(path))[key] = wrong
    assert [("wrong-type", place)] == [(issue.code, issue.path) for issue in check(tree)]


@given(st.data(), articles())
def test_one_unknown_field_is_one_issue(data: st.DataObject, article: Article) -> None:
    """A field that the model does not have gives one issue, at its path."""
    tree = to_dict(article)
    objects = [(), *(path for path in _inside(tree) if type(_at(tree, path)) is dict and path[-1] != "extra")]
    path = data.draw(st.sampled_from(objects))
    _at(tree, path)["quux"] = "x"
    assert [("unknown-field", (*path, "quux"))] == [(issue.code, issue.path) for issue in check(tree)]


@given(st.data(), articles())
def test_one_missing_field_is_one_issue(data: st.DataObject, article: Article) -> None:
    """A required field that is left out gives one issue, at its path, however much depends on it."""
    tree = to_dict(article)
    due = {"schema_version", "id", "text", "kind", "content", "name"}
    *path, key = place = data.draw(st.sampled_from([path for path in _inside(tree) if path[-1] in due]))
    if _optional(tuple(place)):
        return
    del _at(tree, tuple(path))[key]
    assert [("missing-field", place)] == [(issue.code, issue.path) for issue in check(tree)]


def _optional(path: tuple[Any, ...]) -> bool:
    """Whether a field named like a required one has a default here."""
    optional = {"sources": ("name", "kind"), "subjects": ("kind",), "annotators": ("name",)}
    return path[-1] in optional.get(path[0], ())


@given(trees())
def test_msgspec_cannot_fill_our_types_with_less(tree: dict[str, Any]) -> None:
    """A quote that msgspec decodes straight into our type is one that the constructor makes."""
    for quote in tree.get("quotes") or ():
        try:
            made = msgspec.json.decode(json.dumps(quote), type=Quote)
        except (msgspec.ValidationError, msgspec.DecodeError, ValidationError):
            continue
        assert made == from_json(to_json(made), Quote)


@pytest.mark.parametrize("place", [{}, {"start": 0, "end": 3, "part": "headline"}])
def test_a_nul_in_words_is_found_wherever_they_stand(place: dict[str, Any]) -> None:
    """Words with a NUL are at fault without a place too, and where a headline at fault has the same."""
    epithet = {"id": "q1", "kind": "epithet", "content": [{"text": "a\0b", **place}]}
    tree = {"schema_version": "1.0", "id": "urn:x:1", "text": "Rain.", "headline": "a\0b", "quotes": [epithet]}
    found = [("bad-character", ("headline",)), ("bad-character", ("quotes", 0, "content", 0, "text"))]
    assert found == [(issue.code, issue.path) for issue in check(json.dumps(tree))]
