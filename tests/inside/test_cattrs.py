"""The types on other people's cattrs converters: preconfigured ones, tagged unions, subclasses, errors in detail."""

import copy
import pickle
from importlib import import_module

import attrs
import cattrs
import pytest
from cattrs.strategies import configure_tagged_union, include_subclasses
from hypothesis import given, settings
from hypothesis import strategies as st

from newsschema import Article, Edit, Fragment, Quote, Source, Span, ValidationError, check, configure
from newsschema.strategies import articles, fragments, spans

BROKEN = {
    "schema_version": "1.0",
    "id": "no uri",
    "text": "Rain.",
    "txet": 1,
    "quotes": [{"id": "q", "kind": "direct", "content": [{"text": "Rain", "start": 0, "end": 9}], "attribution": {}}],
}
NEEDS = {
    "json": None,
    "orjson": "orjson",
    "msgspec": "msgspec",
    "msgpack": "msgpack",
    "pyyaml": "yaml",
    "tomlkit": "tomlkit",
    "bson": "bson",
    "cbor2": "cbor2",
}


@attrs.frozen
class Clipping:
    desk: str
    article: Article


def configured(*, detailed: bool = True) -> cattrs.Converter:
    """A converter with our hooks."""
    converter = cattrs.Converter(detailed_validation=detailed)
    configure(converter)
    return converter


@pytest.mark.parametrize("name", NEEDS)
def test_preconfigured_converters_round_trip(name):
    """What a converter for another wire format writes, it reads as an equal object, and it refuses what is invalid."""
    if NEEDS[name]:
        pytest.importorskip(NEEDS[name])
    converter = import_module(f"cattrs.preconf.{name}").make_converter()
    configure(converter)

    # TOML and BSON have no null and no integer beyond 64 bits, which other people's data may hold.
    @settings.get_profile("quarter")  # what is read is the same, in one format after another
    @given(articles().map(lambda article: article.replace(extra={}, sources=(), quotes=())), st.text("abc", min_size=1))
    def round_trips(article, desk):
        held = Clipping(desk, article)
        assert held == converter.loads(converter.dumps(held), Clipping)

    round_trips()
    story = Article(
        id="urn:example:1",
        text="“Rain,” Ines Okafor said.",
        published="2026-03-03",
        updated="2026-03-03T09:30:00+01:00",
        sources=[Source(id="s1", name="Ines Okafor", extra={"org.example": {"desk": ["weather", 1]}})],
        quotes=[Quote(id="q1", kind="epithet", content=[Fragment(text="Rain,", start=1, end=6)])],
    )
    assert story == converter.loads(converter.dumps(story), Article)
    with pytest.raises(ValidationError):
        converter.structure(BROKEN, Article)


@given(st.lists(st.one_of(spans(), fragments())))
def test_what_is_written_as_a_span_is_read_as_what_it_was(held):
    """A list of spans with fragments among them comes back as it was."""
    converter = configured()
    assert held == converter.structure(converter.unstructure(held, unstructure_as=list[Span]), list[Span])


def test_tagged_unions_and_subclasses():
    """With a tag, a union of our types, or a type with all that is derived from it, is read as it was written."""
    held = [Span(text="a"), Fragment(text="b"), Edit(text="c", kind="sic")]
    converter = configured()
    configure_tagged_union(Span | Fragment | Edit | Source, converter)
    kind = list[Span | Fragment | Edit | Source]
    assert held == converter.structure(converter.unstructure(held, unstructure_as=kind), kind)
    converter = configured()
    include_subclasses(Span, converter, union_strategy=configure_tagged_union)
    assert held == converter.structure(converter.unstructure(held, unstructure_as=list[Span]), list[Span])


@pytest.mark.parametrize("tag", ["_type", "kind_of_span"])
def test_the_tag_of_a_union_is_the_only_field_passed_over(tag):
    """A tag may have another name; whatever else is unknown is refused, even if its value is the name of the type."""
    converter = cattrs.Converter()
    configure(converter, tag=tag)
    configure_tagged_union(Span | Source, converter, tag_name=tag)
    tree = converter.unstructure(Span(text="a"), unstructure_as=Span | Source)
    assert Span(text="a") == converter.structure(tree, Span | Source)
    with pytest.raises(ValidationError, match="unknown field 'typo'"):
        converter.structure(tree | {"typo": "Span"}, Span | Source)


def test_errors_keep_our_codes_and_paths():
    """The messages that cattrs makes of an error have our words, our codes and the whole path."""
    with pytest.raises(cattrs.ClassValidationError) as caught:
        configured().structure({"desk": "weather", "article": BROKEN}, Clipping)
    found = cattrs.transform_error(caught.value)
    expected = [
        f"unknown error ({issue.message} ({issue.code})) @ $.article{''.join(map(_step, issue.path))}"
        for issue in check(BROKEN)
    ]
    assert sorted(expected) == sorted(found)


def _step(step):
    return f"[{step}]" if isinstance(step, int) else f".{step}"


@pytest.mark.parametrize("detailed", [True, False])
def test_an_error_is_ours_whatever_the_converter(detailed):
    """Structured by itself, an object that is refused raises our error with every issue."""
    with pytest.raises(ValidationError) as caught:
        configured(detailed=detailed).structure(BROKEN, Article)
    assert check(BROKEN) == caught.value.issues
    assert [str(issue) in str(caught.value) for issue in caught.value.issues] == [True] * 3


def test_the_errors_can_be_split():
    """A group of errors is split as any other; the part is a group of cattrs."""
    with pytest.raises(ExceptionGroup) as caught:
        configured().structure(BROKEN, Article)
    matched, rest = caught.value.split(cattrs.IterableValidationError)
    assert isinstance(matched, cattrs.ClassValidationError)
    assert isinstance(rest, cattrs.ClassValidationError)


def test_a_converter_without_our_hooks_refuses():
    """An article is not structured by a converter that was not configured, which would coerce and lose."""
    with pytest.raises(cattrs.StructureHandlerNotFoundError):
        cattrs.structure(BROKEN, Article)


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, lambda error: pickle.loads(pickle.dumps(error))])
def test_the_errors_can_be_copied(copied):
    """What a worker raises arrives whole: the issues, and the errors that cattrs nests."""
    with pytest.raises(ValidationError) as caught:
        configured().structure(BROKEN, Article)
    twin = copied(caught.value)
    assert (type(caught.value), caught.value.issues, str(caught.value)) == (type(twin), twin.issues, str(twin))
    assert cattrs.transform_error(caught.value) == cattrs.transform_error(twin)
    inner = caught.value.exceptions[0]
    assert str(inner) == str(copied(inner))
