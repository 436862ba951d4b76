"""What public functions say to arguments that are of another type than they take."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from newsschema._model.base import Model
from newsschema._model.messages import format_value, with_article
from newsschema._model.types import Article

M = TypeVar("M", bound=Model)


def require(cls: type[M], value: object) -> M:
    """A value that must be of a type of the model.

    Raises:
        TypeError: It is not.
    """
    if not isinstance(value, cls):
        raise TypeError(f"expected {with_article(cls.__name__)}, got {format_value(value)}")
    return value


def require_articles(values: Iterable[object]) -> Iterator[Article]:
    """The articles of an argument that holds any number.

    Raises:
        TypeError: It is one article, which could be gone through like a dictionary, or it holds something else.
    """
    if isinstance(values, Model):
        raise TypeError("expected articles, got one object; put it in a list")
    return (require(Article, value) for value in values)
