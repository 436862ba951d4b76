"""What the types are asked by others, and what answers: the answers are registered from outside, by `integrations`.

A notebook asks an article to show itself, pydantic asks a type how it is read. The model imports neither; it keeps a
name for each question.
"""

from collections.abc import Callable
from importlib import import_module
from typing import Any, Final

_HOOKS: Final[dict[str, tuple[str, str]]] = {}


def register(question: str, module: str, function: str) -> None:
    """Say which function answers a question; its module is imported when the question is asked."""
    _HOOKS[question] = (module, function)


def answer(question: str) -> Callable[..., Any]:
    """The function that answers a question."""
    module, function = _HOOKS[question]
    found: Callable[..., Any] = getattr(import_module(module), function)
    return found
