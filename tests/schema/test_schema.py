"""The JSON Schema as other people's tools take it: its patterns, its examples, fast validators, generated types."""

import importlib.util
import json
import re
import subprocess
import sys

import fastjsonschema
import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from newsschema import Article, check, from_dict, json_schema, to_dict
from newsschema._model.fields import field_specs
from newsschema._model.types import MODELS
from newsschema.strategies import articles

TREE = {"schema_version": "1.0", "id": "urn:example:1", "text": "Rain."}
HEAD = ("schema_version", "$schema")
REGISTERED = ["en-GB-oed", "i-klingon", "I-DEFAULT", "sgn-BE-FR", "en-GB-OED"]


def schema_of(cls):
    """The schema of a type."""
    whole = json_schema()
    return whole if cls is Article else whole["$defs"][cls.__name__]


def nodes(value):
    """Every object in the schema."""
    if isinstance(value, dict):
        yield value
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from nodes(item)


PATTERNS = sorted({node["pattern"] for node in nodes(json_schema()) if isinstance(node.get("pattern"), str)})


@pytest.mark.parametrize("pattern", PATTERNS)
def test_patterns_are_in_the_syntax_that_all_share(pattern):
    """Groups capture nothing, look at nothing, and name nothing; escapes are those of every engine."""
    assert set(re.findall(r"\\(.)", pattern)) <= set("x[]$.?n/")
    outside = re.sub(r"\[[^\]]*\]", "", re.sub(r"\\.", "", pattern))  # of sets of characters
    assert set(re.findall(r"\(\?.?", outside)) <= {"(?:"}
    assert re.search(r"[*+?}][+]|\$.", outside) is None
    assert re.compile(pattern).groups == 0


@pytest.mark.parametrize("cls", MODELS, ids=lambda cls: cls.__name__)
def test_examples_together_make_a_valid_object(cls):
    """Each field has an example, and the first of each, together, are what the page of an API sends."""
    properties = schema_of(cls)["properties"]
    tried = {name: field["examples"][0] for name, field in properties.items()}
    assert [spec.name for spec in field_specs(cls)] == [
        name for name in tried if name not in ("schema_version", "$schema")
    ]
    assert check(tried, cls) == ()
    validator = Draft202012Validator({**schema_of(cls), "$defs": json_schema()["$defs"]})
    assert [error.message for error in validator.iter_errors(tried)] == []


def quoted(**more):
    """A field with one quote."""
    return {"quotes": [{"id": "q", "kind": "epithet", **more}]}


DOCUMENTS = {
    "floats that are whole": quoted(content=[{"text": "R", "start": 0.0, "end": 1.0}]),
    "floats that are not": quoted(content=[{"text": "R", "start": 0.5, "end": 1.5}]),
    "minus zero": quoted(content=[{"text": "R"}], attribution={"confidence": -0.0}),
    "a NUL in other people's data": {"extra": {"org.example": [{"k": "\0"}]}},
    "a NUL in its keys": {"extra": {"org.example": {"\0": 1}}},
    "its schema": {"$schema": "https://example.org/1.0.json"},
    "its schema as a number": {"$schema": 5},
    **{f"the language {tag}": {"language": tag} for tag in (*REGISTERED, "i-nobody")},
    **{f"the URI {uri}": {"url": uri} for uri in ("https://example.org/$a?b=$c", "urn:a:$b", "https://example.org/ $")},
}


@pytest.mark.parametrize("more", DOCUMENTS.values(), ids=DOCUMENTS)
def test_schema_and_library_agree(more):
    """Where two readings of a value are possible, a validator's is the library's."""
    tree = {**TREE, **more}
    assert Draft202012Validator(json_schema()).is_valid(tree) is (check(tree) == ())


@pytest.mark.parametrize("tag", REGISTERED)
def test_registered_tags_are_language_tags(tag):
    """Tags that were registered before there was a grammar for them are still tags."""
    assert from_dict({**TREE, "language": tag}).language == tag


@pytest.fixture(scope="module")
def validate():
    """The schema, compiled by fastjsonschema."""
    return fastjsonschema.compile(json_schema())


def test_fastjsonschema(validate):
    """It takes every document that is valid, with defaults that it fills in, and refuses one that is not."""

    @given(articles())
    def takes(article):
        assert from_dict(validate(to_dict(article))) == article

    takes()
    with pytest.raises(fastjsonschema.JsonSchemaValueException, match=r"data\.url"):
        validate({**TREE, "url": "no uri"})


KINDS = {
    "pydantic_v2.BaseModel": "cls.model_validate(tree).model_dump(mode='json', by_alias=True, exclude_unset=True)",
    "msgspec.Struct": "msgspec.to_builtins(msgspec.convert(tree, cls))",
    "typing.TypedDict": "pydantic.TypeAdapter(cls).validate_python(tree)",
}


@pytest.mark.parametrize("kind", KINDS)
def test_generated_types_for_python(kind, tmp_path):
    """What datamodel-code-generator makes of the schema reads documents, and writes what it has read."""
    pytest.importorskip("datamodel_code_generator", reason="the docs group is not installed")
    pydantic = pytest.importorskip("pydantic")
    import msgspec

    source, target = tmp_path / "schema.json", tmp_path / f"made_{kind.replace('.', '_')}.py"
    source.write_text(json.dumps(json_schema()), "utf-8")
    options = ["--input-file-type", "jsonschema", "--output-model-type", kind, "--target-python-version", "3.11"]
    command = [sys.executable, "-m", "datamodel_code_generator", "--input", source, "--output", target, *options]
    subprocess.run([*command, "--formatters", "builtin"], check=True, capture_output=True)
    spec = importlib.util.spec_from_file_location(target.stem, target)
    module = sys.modules[target.stem] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)

    @given(articles())
    def round_trips(article):
        names = {"cls": module.Article, "tree": to_dict(article), "msgspec": msgspec, "pydantic": pydantic}
        assert from_dict(eval(KINDS[kind], names)) == article

    round_trips()


@pytest.mark.parametrize("name", ["org.example\n", "urn:example:1\n"])
def test_no_name_ends_in_a_line_break(name):
    """In Python a `$` lets one pass; no engine takes it for part of a name."""
    tree = {**TREE, "extra": {name: 1}}
    assert [issue.code for issue in check(tree)] == ["extra-name"]
    assert not Draft202012Validator(json_schema()).is_valid(tree)
