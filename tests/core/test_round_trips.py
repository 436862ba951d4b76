"""Whatever an article goes through, it comes out equal."""

import copy
import json
import pickle
from collections.abc import Callable

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import newsschema
from newsschema import Article, Span, from_dict, from_json, json_schema, to_dict, to_json
from newsschema._model.fields import field_specs
from newsschema._model.types import MODELS
from newsschema.strategies import articles

_VALIDATOR = Draft202012Validator(json_schema())


@given(articles())
def test_json(article: Article) -> None:
    """An article comes back from its JSON equal, and is written the same again."""
    back = from_json(to_json(article))
    assert article == back
    assert to_json(article) == to_json(back)


@given(articles())
def test_dict(article: Article) -> None:
    """An article comes back from its plain data equal, and is written the same again."""
    back = from_dict(to_dict(article))
    assert article == back
    assert to_json(article) == to_json(back)


@given(articles())
def test_json_is_the_plain_data(article: Article) -> None:
    """Any JSON decoder makes of the JSON what `to_dict` gives."""
    assert to_dict(article) == json.loads(to_json(article))


@given(articles())
def test_schema(article: Article) -> None:
    """What is written is valid by the JSON Schema."""
    assert [] == [error.message for error in _VALIDATOR.iter_errors(to_dict(article))]


@given(articles(), st.sampled_from([copy.copy, copy.deepcopy, attrs.evolve, Article.replace]))
def test_copies(article: Article, copied: Callable[[Article], Article]) -> None:
    """A copy is equal, hashes equal and is written as the same bytes."""
    twin = copied(article)
    assert article == twin
    assert hash(article) == hash(twin)
    assert to_json(article) == to_json(twin)


@given(articles(), st.integers(2, pickle.HIGHEST_PROTOCOL))
def test_pickle(article: Article, protocol: int) -> None:
    """A pickled article is equal afterwards."""
    twin = pickle.loads(pickle.dumps(article, protocol))
    assert article == twin
    assert to_json(article) == to_json(twin)


@given(articles(), st.randoms(use_true_random=False))
def test_order_of_keys(article: Article, random) -> None:
    """In which order a document has its keys means nothing: equal articles, equal hashes, equal bytes."""

    def shuffled(value):
        if isinstance(value, dict):
            keys = list(value)
            random.shuffle(keys)
            return {key: shuffled(value[key]) for key in keys}
        return [shuffled(item) for item in value] if isinstance(value, list) else value

    twin = from_dict(shuffled(to_dict(article)))
    assert article == twin
    assert hash(article) == hash(twin)
    assert to_json(article) == to_json(twin)


@given(st.lists(articles(), min_size=2, max_size=2))
def test_equal_exactly_when_bytes_are(pair: list[Article]) -> None:
    """Two articles are equal exactly when their JSON is."""
    first, second = pair
    assert (first == second) is (to_json(first) == to_json(second))


@given(articles())
def test_keys_in_declared_order_without_defaults(article: Article) -> None:
    """The plain data has keys in declared order and no default."""
    tree = to_dict(article)
    names = ["schema_version", *(item.name for item in field_specs(Article))]
    assert [name for name in names if name in tree] == list(tree)
    given_fields = [item.name for item in field_specs(Article) if getattr(article, item.name) != item.default]
    assert given_fields == list(tree)[1:]


@given(articles())
def test_frozen(article: Article) -> None:
    """No field of an article can be set or deleted."""
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        article.text = "other"  # type: ignore[misc]  # that is the point
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        del article.text
    with pytest.raises(AttributeError):
        object.__setattr__(article, "unheard_of", 1)


def test_replace_checks() -> None:
    """A changed copy is checked like a new one."""
    span = Span(text="envoy", start=4, end=9)
    assert Span(text="envoy", start=5, end=10) == span.replace(start=5, end=10)
    with pytest.raises(newsschema.ValidationError) as caught:
        span.replace(end=10)
    assert ["span-mismatch"] == [issue.code for issue in caught.value.issues]


@pytest.mark.parametrize("cls", MODELS)
def test_keyword_only_and_slotted(cls: type) -> None:
    """Every type takes its fields by keyword, has slots, and says where users find it."""
    assert all(item.kw_only for item in attrs.fields(cls))
    assert not hasattr(object.__new__(cls), "__dict__")
    assert cls is getattr(newsschema, cls.__name__)
    assert cls.__module__ == "newsschema"
