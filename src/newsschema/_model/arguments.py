"""What public functions say to arguments that they do not take: collections of articles, shares."""

import os
from collections.abc import Iterable, Iterator
from numbers import Real
from typing import cast

from newsschema._model.base import Model
from newsschema._model.messages import format_value
from newsschema._model.own import require
from newsschema._model.types import Article


def require_articles(values: Iterable[object]) -> Iterator[Article]:
    """The articles of an argument that holds any number.

    Raises:
        TypeError: It is one article, which could be gone through like a dictionary, the name of a file, or nothing that
            can be gone through; or it holds something else.
    """
    if isinstance(values, Model):
        raise TypeError("expected articles, got one object; put it in a list")
    if isinstance(values, str | bytes | os.PathLike):
        raise TypeError(f"expected articles, got {format_value(values)}; iter_jsonl() reads the articles of a file")
    if not isinstance(cast("object", values), Iterable):
        raise TypeError(f"expected articles, got {format_value(values)}")
    return (require(Article, value) for value in values)


def require_share(name: str, value: object) -> float:
    """An argument that must be a number from 0 to 1.

    Raises:
        TypeError: It is no number; a truth value is none.
        ValueError: It is another number.
    """
    if isinstance(value, bool) or not isinstance(value, Real):
        raise TypeError(f"{name}: expected a number from 0 to 1, got {format_value(value)}")
    share = float(value)
    if not 0 <= share <= 1:
        raise ValueError(f"{name} is a number from 0 to 1, got {format_value(value)}")
    return share
