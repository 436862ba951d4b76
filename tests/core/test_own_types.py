# ruff: noqa: D102 - containers that misbehave
"""Types, containers and warnings of users' own making, and what type checkers are told."""

import copy
import gc
import json
import pickle
import typing
import warnings
import weakref
from collections import UserDict
from datetime import UTC, date, datetime, tzinfo
from enum import Enum

import attrs
import pytest

from newsschema import (
    Annotator,
    AnnotatorKind,
    Article,
    Attribution,
    Author,
    Correction,
    Dateline,
    Edit,
    EditKind,
    Fragment,
    FrozenDict,
    Genre,
    Limits,
    NewsSchemaWarning,
    Quote,
    QuoteKind,
    Source,
    Span,
    Subject,
    SubjectKind,
    ValidationError,
    check,
    from_dict,
    from_json,
    to_dict,
    to_json,
)
from newsschema._json.limits import DEFAULT_LIMITS, _path_to, check_size
from newsschema._model import changes, choices, enums, plain
from newsschema._model.extra import MAX_DEPTH
from newsschema._model.fields import field_specs
from newsschema._model.types import MODELS, Model
from newsschema._model.values import InvalidValue, parse_integer

TREE = {"schema_version": "1.0", "id": "urn:example:1", "text": "Rain fell."}


@attrs.frozen(kw_only=True)
class Story(Article):
    desk: str = "news"


@attrs.frozen(kw_only=True)
class Plain(Article):
    pass


def _codes(document):
    return [(issue.code, issue.path) for issue in check(document)]


def test_a_class_of_ones_own_is_written_as_the_type_that_it_extends():
    """Fields that a user added are not written, and a warning names them; without such, nothing is said."""
    story = Story(id="urn:example:1", text="Rain fell.", desk="weather")
    assert __name__ == Story.__module__
    with pytest.warns(NewsSchemaWarning, match="Story adds fields to Article that are not written: desk") as caught:
        assert b'{"schema_version":"1.0","id":"urn:example:1","text":"Rain fell."}' == to_json(story)
    assert __file__ == caught[0].filename
    assert TREE == to_dict(Plain(id="urn:example:1", text="Rain fell."))
    assert story == copy.copy(story)
    with pytest.raises(TypeError, match="expected an object of the model, got 5"):
        to_json(5)


def test_an_object_does_not_change_by_its_state():
    """Unpickling fills a new object, checked; one that is whole refuses."""
    source = Source(id="s1", name="Ines Okafor")
    assert source == pickle.loads(pickle.dumps(source))
    with pytest.raises(TypeError, match="Source does not change"):
        source.__setstate__({"id": "s2", "name": "Bo Roe"})
    with pytest.raises(ValidationError):
        Source.__new__(Source).__setstate__({"id": ""})


def test_an_article_is_pickled_as_json():
    """A pickle holds what `to_json` writes, of whatever size, and is checked when it is read; it changes no article."""
    article = Article(id="urn:example:1", text="Rain fell.", published="2026-03-03")
    assert to_json(article) in pickle.dumps(article)
    large = article.replace(text="Rain. " * (DEFAULT_LIMITS.string // 6 + 1))
    assert large == pickle.loads(pickle.dumps(large))
    with pytest.raises(TypeError, match="Article does not change"):
        article.__setstate__(to_json(article))
    with pytest.raises(ValidationError, match="bad-uri"):
        Article.__new__(Article).__setstate__(b'{"schema_version": "1.0", "id": "1", "text": ""}')


class Clipping(Article):
    """An article of a class of a user's own."""


@attrs.frozen(kw_only=True)
class Filed(Article):
    """One that has a field more."""

    desk: str


@pytest.mark.parametrize(("cls", "more"), [(Clipping, {}), (Filed, {"desk": "weather"})])
def test_an_article_of_an_own_class_is_pickled_with_its_fields(cls, more):
    """JSON has no place for what a class of somebody else's adds."""
    filed = cls(id="urn:example:1", text="Rain fell.", **more)
    twin = pickle.loads(pickle.dumps(filed))
    assert (filed, cls) == (twin, type(twin))


def test_a_frozen_dictionary_does_not_change_by_its_constructor():
    """Calling `__init__` again changes nothing."""
    held = FrozenDict(desk="weather")
    held.__init__(desk="sport")
    assert {"desk": "weather"} == held


def test_a_frozen_dictionary_is_frozen_all_through():
    """Lists in it are tuples and objects in it frozen, whoever makes it; what was frozen stays the object it is."""
    inner = FrozenDict(a=1)
    held = FrozenDict({"desk": ["weather", {"tags": ["rain"]}], "inner": inner})
    assert ("weather", {"tags": ("rain",)}) == held["desk"]
    assert FrozenDict is type(held["desk"][1])
    assert inner is held["inner"]
    assert isinstance(hash(held), int)


def test_a_frozen_dictionary_is_unequal_to_what_is_no_json():
    """Whatever it is compared with, nothing is raised."""
    assert FrozenDict(a=1) != {"a": {1}}
    assert FrozenDict(a=1) != {"a": bytearray()}


def test_a_newer_minor_version_is_no_fault_where_warnings_are_errors():
    """`check` never raises; reading warns, at the caller's line."""
    newer = {**TREE, "schema_version": "1.7", "mood": 5}
    with warnings.catch_warnings(action="error"):
        assert () == check(newer)
        with pytest.raises(NewsSchemaWarning):
            from_dict(newer)


def test_a_document_may_name_its_schema():
    """`$schema` at the head of a document is taken as a string, and means nothing."""
    assert from_dict(TREE) == from_dict({"$schema": "https://example.org/1.0.json", **TREE})
    assert [("wrong-type", ("$schema",))] == _codes({"$schema": 5, **TREE})


class Raising(UserDict):
    def items(self):
        raise RuntimeError("no")


class Endless(list):
    def __iter__(self):
        raise RuntimeError("no")


class Unnamed(str):
    __slots__ = ()

    def __repr__(self):
        raise RuntimeError("no")


def test_containers_of_ones_own_are_an_issue_and_nothing_else():
    """A mapping or a list that raises when it is gone through is refused in its place."""
    assert [("wrong-type", ())] == _codes(Raising(TREE))
    assert [("wrong-type", ("extra", "org.example"))] == _codes({**TREE, "extra": {"org.example": Endless([1])}})
    assert [("wrong-type", ("extra",))] == [
        (issue.code, issue.path) for issue in _issues(extra=Raising({"org.example": 1}))
    ]


def _issues(**fields):
    with pytest.raises(ValidationError) as caught:
        Article(**{"id": "urn:example:1", "text": "Rain fell.", **fields})
    return caught.value.issues


class Zone(tzinfo):
    def utcoffset(self, _):
        raise RuntimeError("no")


class NoTime(datetime):
    """As pandas' NaT is, whose parts are none."""

    def utcoffset(self):
        raise ValueError("no")


@pytest.mark.parametrize(
    "time", [datetime(2026, 3, 3, tzinfo=Zone()), datetime(2026, 3, 3, tzinfo=tzinfo()), NoTime(2026, 3, 3)]
)
def test_times_of_ones_own_are_refused_in_words(time):
    """A time or a time zone that raises makes no time of ours; a string that hides its `repr` is shown as it is."""
    (issue,) = _issues(published=time)
    assert ("wrong-type", ("published",)) == (issue.code, issue.path)
    assert [("wrong-type", ("published",))] == _codes({**TREE, "published": time})
    (issue,) = _issues(url=Unnamed("no uri"))
    assert "'no uri'" in issue.message
    with pytest.raises(InvalidValue) as caught:
        parse_integer("5")
    assert "expected an int, got '5'" == str(caught.value)


def test_issues_are_limited():
    """No more issues are named than the limit says; one more says how many there are besides."""
    tree = {**TREE, **{f"x{index}": 0 for index in range(5)}}
    found = check(tree, limits=Limits(issues=3))
    assert ["unknown-field"] * 3 + ["too-large"] == [issue.code for issue in found]
    assert "2 more issues; the limit is 3" == found[-1].message
    bad = {**TREE, "authors": [{"name": index} for index in range(4)]}
    found = check(bad, limits=Limits(issues=3))
    assert "1 more issue; the limit is 3" == found[-1].message


def test_values_are_counted_before_a_document_is_decoded():
    """A text is counted as its bytes are; what stands in strings is no value."""
    limits = Limits(values=10)
    for document in ("[" * 30, b"[" * 30, '{"a": [' + "0," * 30 + "0]}"):
        with pytest.raises(ValidationError, match="more than 10 values"):
            check_size(document, limits)
    check_size(
        '{"schema_version": "1.0", "text": "one, two, three, [four], {five}, six, seven, eight, nine, ten"}', limits
    )
    assert () == _path_to(object(), {"a": [1]})


def test_json_that_is_none_and_deep():
    """A byte-order mark is named in a string as well; escaped halves of pairs nested too deeply are too large."""
    (issue,) = check("\ufeff{}")
    assert issue.message.endswith("it begins with a byte-order mark, and JSON is UTF-8 without one")
    (issue,) = check("[" * 100_000 + r'"\ud800"' + "]" * 100_000)
    assert "too-large" == issue.code
    (issue,) = check(r'["\ud800", ' + "[" * 100_000 + "]" * 100_000 + "]")
    assert "too-large" == issue.code
    (issue,) = check(r'{"text": "\ud800", "n": NaN}')
    assert "invalid-json" == issue.code


def test_type_checkers_are_told_what_there_is():
    """What `replace` takes is what the fields are, and every enum can be given by its words."""
    for cls in MODELS:
        told = getattr(changes, f"{cls.__name__}Changes").__annotations__
        assert [spec.name for spec in field_specs(cls)] == list(told)
    for enum in vars(enums).values():
        if isinstance(enum, type) and issubclass(enum, Enum) and enum.__module__ == "newsschema":
            taken, words = typing.get_args(getattr(choices, enum.__name__))
            assert (enum, [*enum]) == (taken, [*typing.get_args(words)])


def test_caches_may_hold_what_has_a_name_weakly():
    """Articles, quotes and sources can be held weakly, however they were made; small parts do not pay for it."""
    tree = {
        **TREE,
        "sources": [{"id": "s", "name": "Ines Okafor"}],
        "quotes": [{"id": "q", "kind": "epithet", "content": [{"text": "Rain"}]}],
    }
    for article in (from_dict(tree), from_json(json.dumps(tree)), copy.deepcopy(from_dict(tree))):
        for one in (article, article.quotes[0], article.sources[0]):
            assert weakref.ref(one)() is one
        with pytest.raises(TypeError, match="weak reference"):
            weakref.ref(article.quotes[0].content[0])


def test_the_kinds_of_span_are_those_that_are_public():
    """What goes through the subclasses of a type, as cattrs and singledispatch do, meets no draft of our own."""
    from_json(json.dumps(TREE))
    gc.collect()  # attrs makes a class with slots of one without
    for cls in MODELS:
        ours = [found for found in cls.__subclasses__() if found.__module__ == "newsschema"]
        assert ours == ([Fragment, Edit] if cls is Span else [])


def test_parts_alone():
    """Any of the types is written, read and checked by itself."""
    author = Author(name="Lena Brandt")
    assert author == from_json(to_json(author), Author) == from_dict(to_dict(author), Author)
    assert [("missing-field", ("text",))] == [(issue.code, issue.path) for issue in check({}, Span)]


def test_a_number_under_extra_that_is_too_large_is_told_alike():
    """Data and bytes say the same of an integer that is larger than Python writes in decimal."""
    tree = {**TREE, "extra": {"org.example": [[10**4299 - 1]]}}
    data = json.dumps(tree | {"extra": 0}).replace('"extra": 0', f'"extra": {{"org.example": [[{"9" * 4299}]]}}')
    assert check(tree) == check(data)
    assert [("too-large", ("extra", "org.example", 0, 0))] == [(issue.code, issue.path) for issue in check(data)]


@pytest.mark.parametrize("wrap", [lambda value: [value], lambda value: {"deeper": value}], ids=["lists", "objects"])
@pytest.mark.parametrize("depth", [MAX_DEPTH, MAX_DEPTH + 1])
def test_how_deep_extra_may_nest_is_told_alike(wrap, depth):
    """Data and bytes may nest equally deeply under `extra`, in lists and in objects."""
    value: object = 1
    for _ in range(depth):
        value = wrap(value)
    tree = {**TREE, "extra": {"org.example": value}}
    found = check(json.dumps(tree))
    assert check(tree) == found
    assert (["too-large"] if depth > MAX_DEPTH else []) == [issue.code for issue in found]


def test_a_place_within_a_quote_without_one():
    """Where a child's words have no place, whether its parent encloses them is not told, whichever way it is read."""
    tree = {
        **TREE,
        "quotes": [
            {"id": "q1", "kind": "epithet", "content": [{"text": "Rain", "start": 0, "end": 4}]},
            {"id": "q2", "kind": "epithet", "content": [{"text": "Wind"}], "parent": "q1"},
        ],
    }
    assert () == check(tree) == check(json.dumps(tree))


def test_integers_of_ones_own_are_plain():
    """A position of a type derived from `int` is kept as the integer that it is."""
    start = type("Position", (int,), {})(0)
    assert int is type(Span(text="Rain", start=start, end=4).start)


USUAL = {
    Span: {"text": "Rain", "start": 0, "end": 4},
    Fragment: {"text": "“Rain”"},
    Edit: {"text": "[sic]", "kind": EditKind.SIC},
    Source: {"id": "s1", "name": "Ines Okafor", "members": ("s2",), "same_as": ("urn:example:1",)},
    Attribution: {
        "mention": Span(text="she", start=0, end=3),
        "cue": Span(text="said", start=4, end=8),
        "confidence": 1.0,
    },
    Quote: {"id": "q1", "kind": QuoteKind.EPITHET, "content": (Fragment(text="Rain"),), "edits": (), "parent": "q0"},
    Author: {"name": "Lena Brandt"},
    Dateline: {"text": "BERGEN, March 3 (NTB)", "place": "BERGEN"},
    Subject: {"name": "Bergen", "kind": SubjectKind.PLACE, "uri": "https://example.org/bergen"},
    Correction: {"text": "An earlier version gave the wrong year.", "date": date(2026, 3, 3)},
    Annotator: {"id": "desk", "kind": AnnotatorKind.PERSON},
    Article: {"id": "urn:example:1", "text": "", "published": datetime(2026, 3, 3, tzinfo=UTC), "genre": Genre.NEWS},
}


@pytest.mark.parametrize("cls", MODELS)
def test_usual_values_are_kept_at_a_glance(cls, monkeypatch):
    """Values in their one form need no close look; one that is wrong gets it, and is named."""
    looked = []
    monkeypatch.setattr(plain, "look_closely", lambda made: looked.append(made) or Model.__attrs_post_init__(made))
    assert {name: getattr(cls(**USUAL[cls]), name) for name in USUAL[cls]} == USUAL[cls]
    assert [] == looked
    for name in USUAL[cls]:
        with pytest.raises(ValidationError) as caught:
            cls(**USUAL[cls] | {name: b"wrong"})
        assert [("wrong-type", (name,))] == [(issue.code, issue.path) for issue in caught.value.issues]
    assert len(USUAL[cls]) == len(looked)


def test_a_place_that_is_not_known_is_apart_from_none():
    """Whether two spans overlap is looked at closely where one has no place."""
    made = Attribution(mention=Span(text="she", start=0, end=3), cue=Span(text="said"))
    assert made.cue.start is None


def test_an_article_of_ones_own_class_is_read():
    """It goes through the gate of versions as any other, and the fields that it adds have their defaults."""
    story = from_json(json.dumps(TREE), Story)
    assert (Story, "Rain fell.", "news") == (type(story), story.text, story.desk)
    assert story == from_dict(TREE, Story)
    with pytest.raises(ValidationError, match=r"schema version 2\.0 cannot be read"):
        from_dict({**TREE, "schema_version": "2.0"}, Story)


class Silent(dict):
    """An object that does not say how much it holds."""

    def __len__(self):
        raise RuntimeError


class Locked(UserDict):
    """An object that does not give what it holds."""

    def items(self):
        raise RuntimeError


def test_an_object_that_raises_is_a_fault_where_it_stands():
    """Nothing that a container raises comes out: the fault has its place."""
    assert "BERGEN" == from_dict({**TREE, "dateline": UserDict(text="BERGEN")}).dateline.text
    (fault,) = check({**TREE, "dateline": Locked(text="BERGEN")})
    assert ("/dateline", "it cannot be read: RuntimeError") == (fault.pointer, fault.message)
    with pytest.raises(ValidationError, match="expected a str, got a dict"):
        Article(id="urn:example:1", text=Silent())
