"""The types as fields of pydantic models."""

import json
import subprocess
import sys
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from newsschema import (
    Article,
    Attribution,
    Fragment,
    Quote,
    QuoteKind,
    Source,
    Span,
    ValidationError,
    check,
    json_schema,
    to_dict,
    to_json,
)
from newsschema._model.fields import field_specs
from newsschema._model.types import MODELS
from newsschema._model.values import Format

pydantic = pytest.importorskip("pydantic", reason="pydantic is not installed")

ARTICLE = Article(id="urn:example:2", text="Rain fell.", sources=(Source(id="s1", name="Ines Okafor"),))
TREE = {"schema_version": "1.0", "id": "urn:example:1", "text": "Rain fell.", "quotes": []}
FAULTY = {
    **TREE,
    "txet": 1,
    "published": float("nan"),
    "quotes": [{"id": "q", "kind": "direct", "content": []}],
    "\ud800": None,
}


class Clipping(pydantic.BaseModel):
    desk: str
    article: Article
    quotes: tuple[Quote, ...] = ()


@pytest.fixture
def clipping():
    """One of somebody's own, made from plain data."""
    return Clipping.model_validate({"desk": "weather", "article": TREE})


def test_round_trip(clipping):
    """What is written reads as an equal model, as plain data and as JSON, and has our own form."""
    article = Article(id="urn:example:1", text="Rain fell.")
    assert article == clipping.article
    assert to_dict(article) == clipping.model_dump()["article"]
    assert clipping == Clipping.model_validate(clipping.model_dump())
    assert clipping == Clipping.model_validate_json(clipping.model_dump_json())
    assert to_json(article).decode() in clipping.model_dump_json()


def test_instance_is_kept(clipping):
    """An object that is valid already is taken as it is."""
    assert clipping.article is Clipping(desk="weather", article=clipping.article).article


def test_a_fragment_is_a_span():
    """Where a span is declared a fragment is taken, as type checkers take it, and written as a span is."""
    span, fragment = Span(text="Rain"), Fragment(text="Rain", verbatim=False)
    adapter = pydantic.TypeAdapter(Span)
    assert span == adapter.validate_python(span)
    assert fragment == adapter.validate_python(fragment)
    assert span == adapter.validate_python(adapter.dump_python(fragment))
    assert span == Attribution(mention=fragment).mention
    with pytest.raises(pydantic.ValidationError, match="wrong-type"):
        pydantic.TypeAdapter(Fragment).validate_python(span)


class Event(pydantic.BaseModel):
    payload: Any


@pytest.mark.parametrize("part", [ARTICLE, ARTICLE.sources[0]], ids=["article", "source"])
def test_what_is_declared_as_anything_is_written(part):
    """Where an annotation says nothing of the type, an object is written as everywhere else."""
    expected = json.loads(to_json(part))
    assert expected == json.loads(Event(payload=part).model_dump_json())["payload"]
    assert expected == pydantic.TypeAdapter(type(part)).dump_python(part, mode="json", serialize_as_any=True)
    assert expected == dict(part)


def test_faults_have_our_codes_and_paths():
    """Every fault is told, as `check` tells it, beside those that pydantic found itself."""
    with pytest.raises(pydantic.ValidationError) as caught:
        Clipping.model_validate({"desk": 5, "article": FAULTY})
    desk, *ours = caught.value.errors()
    expected = [(issue.code, ("article", *issue.path), issue.message) for issue in check(FAULTY)]
    assert (desk["type"], desk["loc"]) == ("string_type", ("desk",))
    assert [(code, tuple(str(step) for step in path), message) for code, path, message in expected] == [
        (error["type"], tuple(str(step).replace("\\ud800", "\ud800") for step in error["loc"]), error["msg"])
        for error in ours
    ]


def test_faults_can_always_be_sent():
    """What is told of hostile data is itself plain JSON, though the data is not."""
    with pytest.raises(pydantic.ValidationError) as caught:
        Clipping.model_validate({"desk": "weather", "article": FAULTY})
    sent = json.dumps(caught.value.errors(), allow_nan=False, ensure_ascii=False).encode()
    inputs = {".".join(map(str, error["loc"])): error["input"] for error in json.loads(sent)}
    assert inputs["article.published"] == "nan"
    assert inputs["article.quotes.0.content"] == "an empty list"


def test_part_of_an_article():
    """A quote alone is read and refused in the same way."""
    adapter = pydantic.TypeAdapter(Quote)
    with pytest.raises(pydantic.ValidationError) as caught:
        adapter.validate_python({"id": "q", "kind": "direct", "content": []})
    assert {"content-empty", "attribution-missing"} == {error["type"] for error in caught.value.errors()}
    assert isinstance(caught.value.__cause__ or caught.value, ValueError)


def test_what_is_no_object_is_refused():
    """A list where an article should be is a fault like any other."""
    with pytest.raises(pydantic.ValidationError, match="wrong-type"):
        Clipping.model_validate({"desk": "weather", "article": [1]})


@pytest.mark.parametrize("cls", MODELS, ids=lambda cls: cls.__name__)
def test_json_schema_is_ours(cls):
    """The schema that pydantic gives is our own; what a type holds is a component of its own, each once."""
    schema = pydantic.TypeAdapter(cls).json_schema()
    held = {spec.type.__name__ for spec in field_specs(cls) if spec.format in (Format.MODEL, Format.ENUM)}
    assert held <= schema.get("$defs", {}).keys()
    Draft202012Validator.check_schema(schema)
    whole = json_schema()
    ours = whole if cls is Article else whole["$defs"][cls.__name__]
    assert list(ours["properties"]) == list(schema["properties"])
    assert ours["required"] == schema["required"]


@pytest.mark.parametrize("mode", ["validation", "serialization"])
def test_an_enum_is_one_component_whoever_holds_it(mode):
    """A model with an enum of ours beside an article does not have it twice, whichever comes first."""
    for fields in ({"kind": QuoteKind, "article": Article}, {"article": Article, "kind": QuoteKind}):
        schema = pydantic.create_model("Held", **fields).model_json_schema(mode=mode)
        assert ["QuoteKind"] == [name for name in schema["$defs"] if "QuoteKind" in name]
        assert {"$ref": "#/$defs/QuoteKind"} == schema["properties"]["kind"]


def test_json_schema_tells_valid_from_invalid(clipping):
    """The inlined schema takes what the library writes, and refuses what it refuses."""
    validator = Draft202012Validator(Clipping.model_json_schema())
    assert list(validator.iter_errors(clipping.model_dump(mode="json"))) == []
    assert not validator.is_valid({"desk": "weather", "article": {**TREE, "txet": 1}})


def test_pydantic_costs_nothing_to_others():
    """Importing and using the library does not import pydantic."""
    program = (
        "import newsschema, sys; newsschema.Article(id='urn:example:1', text='Rain.');"
        "sys.exit('pydantic' in sys.modules or 'pydantic_core' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_error_is_the_library_s_own_root():
    """The error underneath is still there for those who want its issues."""
    with pytest.raises(pydantic.ValidationError):
        Clipping.model_validate({"desk": "weather", "article": {}})
    with pytest.raises(ValidationError):
        Article(id="urn:example:1", text=5)


def test_the_errors_of_a_union_name_its_types():
    """Which of the types refused the value stands in the place of the error."""
    with pytest.raises(pydantic.ValidationError) as caught:
        pydantic.TypeAdapter(Quote | Source).validate_python({"colour": "red"})
    assert {"function-plain[Quote()]", "function-plain[Source()]"} == {
        error["loc"][0] for error in caught.value.errors()
    }
