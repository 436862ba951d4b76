"""newsschema as its users have it: installed from the wheel, inside other people's types."""

from typing import Any

import cattrs
import msgspec
import pydantic
import pytest
from fastapi.testclient import TestClient
from hypothesis import given, settings
from hypothesis import strategies as st
from pressroom import Clipping, Item, Pair, Record, converter, speakers
from pressroom.web import app

import newsschema
from newsschema import Article, ValidationError, from_json, interop, lint, read_text, strategies, to_dict, to_json

VALID: dict[str, Any] = {"schema_version": "1.0", "id": "urn:example:1", "text": "Rain fell."}
BROKEN: dict[str, Any] = {**VALID, "sources": [{"id": "s", "name": "Ines Okafor", "anonymity": "anonymous"}]}
CODE = "anonymity-name"
few = settings(max_examples=10, deadline=None)


def test_is_installed_as_a_wheel() -> None:
    """It is the installed package that is tried, and not a source tree."""
    assert "site-packages" in newsschema.__file__


@few
@given(strategies.articles())
def test_attrs(article: Article) -> None:
    """An attrs class with its own converter gives an equal object back."""
    clipping = Clipping(desk="weather", article=article, best=article.quotes[:1])
    there = converter().unstructure(clipping)
    assert converter().structure(there, Clipping) == clipping
    assert there["article"] == to_dict(article)


@few
@given(strategies.articles())
def test_pydantic(article: Article) -> None:
    """So does a pydantic model, as plain data and as JSON."""
    item = Item(desk="weather", article=article, best=article.quotes[:1])
    assert Item.model_validate(item.model_dump()) == item
    assert Item.model_validate_json(item.model_dump_json()) == item


@few
@given(strategies.articles())
def test_msgspec(article: Article) -> None:
    """So does a msgspec struct, which keeps the article's JSON."""
    record = Record("weather", msgspec.Raw(to_json(article)), article.quotes[:1])
    back = msgspec.json.decode(msgspec.json.encode(record), type=Record)
    assert from_json(bytes(back.article)) == article
    assert back.best == article.quotes[:1]


@few
@given(strategies.articles(), strategies.articles())
def test_dataclass(left: Article, right: Article) -> None:
    """So does a dataclass, filled by cattrs."""
    pair = Pair(left, right)
    assert converter().structure(converter().unstructure(pair), Pair) == pair


def test_broken_article_in_attrs() -> None:
    """A broken article does not get into an attrs class, and the code says why."""
    with pytest.raises(cattrs.ClassValidationError) as caught:
        converter().structure({"desk": "weather", "article": BROKEN}, Clipping)
    (error,) = caught.value.exceptions
    assert isinstance(error, ValidationError)
    assert [issue.code for issue in error.issues] == [CODE]


def test_broken_article_in_pydantic() -> None:
    """Nor into a pydantic model."""
    with pytest.raises(pydantic.ValidationError) as caught:
        Item.model_validate({"desk": "weather", "article": BROKEN})
    assert [error["type"] for error in caught.value.errors()] == [CODE]
    assert caught.value.errors()[0]["loc"] == ("article", "sources", 0, "anonymity")


def test_broken_quote_in_msgspec() -> None:
    """Nor does a broken quote get into a struct."""
    quote: dict[str, Any] = {"id": "q", "kind": "epithet", "content": []}
    tree = {"desk": "weather", "article": VALID, "best": [quote]}
    with pytest.raises(msgspec.ValidationError, match="content-empty") as caught:
        msgspec.json.decode(msgspec.json.encode(tree), type=Record)
    assert isinstance(caught.value.__cause__, ValidationError)


def test_endpoint() -> None:
    """The endpoint takes and gives articles, refuses broken ones with our codes, and survives hostile ones."""
    client = TestClient(app)
    assert client.post("/items", json={"desk": "weather", "article": VALID}).json() == VALID
    refused = client.post("/items", json={"desk": "weather", "article": BROKEN})
    assert (refused.status_code, refused.json()["detail"][0]["type"]) == (422, CODE)
    hostile = b'{"desk": "weather", "article": {"id": NaN, "\\ud800": "\\ud800"}}'
    assert client.post("/items", content=hostile, headers={"content-type": "application/json"}).status_code == 422


def test_an_article_is_a_body() -> None:
    """So does an endpoint that takes an article by itself."""
    client = TestClient(app)
    named = {**BROKEN, "sources": [{"id": "s", "name": "Ines Okafor"}]}
    assert client.post("/articles", json=named).json() == {"id": VALID["id"], "sources": named["sources"]}
    refused = client.post("/articles", json=BROKEN)
    assert (refused.status_code, refused.json()["detail"][0]["type"]) == (422, CODE)


def test_openapi_shows_our_schema() -> None:
    """The page of the endpoint describes an article field by field, each type in one component."""
    schemas = app.openapi()["components"]["schemas"]
    assert list(schemas["Article"]["properties"]) == list(newsschema.json_schema()["properties"])
    assert schemas["Article"]["properties"]["sources"]["items"] == {"$ref": "#/components/schemas/Source"}
    assert schemas["Source"]["properties"]["anonymity"]["description"]


def test_rule_by_entry_point() -> None:
    """A rule of this project is asked like the library's own, and can be selected by name."""
    article = Article(id="urn:example:1", headline="Rain " * 10 + "again", text="Rain fell.")
    assert [issue.code for issue in lint(article)] == ["long-headline"]
    assert lint(article, ignore=["long-headline"]) == ()


def test_format_by_entry_point() -> None:
    """A format of this project is found by its name and by its content."""
    form = interop.detect({"slip": "Rain", "words": "Rain fell.", "initials": "io"}).format
    assert form is interop.formats()["slip"]
    assert form.read is not None
    assert form.write is not None
    article, report = form.read({"slip": "Rain", "words": "Rain fell.", "initials": "io"})
    assert str(report) == "initials: the slip's own business (no-place)"
    assert form.write(article)[0] == {"slip": "Rain", "words": "Rain fell."}


def test_reader() -> None:
    """A story in plain text gives its speakers."""
    article = read_text("Rain\n\n“It fell all night,” harbour master Ines Okafor told reporters.\n")
    assert speakers(article) == {"Ines Okafor": ["It fell all night,"]}
    assert from_json(to_json(article)) == article


@few
@given(st.from_type(Clipping))
def test_strategies_inside_our_types(clipping: Clipping) -> None:
    """Hypothesis builds our own types around the library's."""
    assert isinstance(clipping.article, Article)
