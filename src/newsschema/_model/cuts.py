"""Spans cut out of a text: they stand there by the way they are made, and need no second look."""

from collections.abc import Callable
from typing import Any, Final, TypeVar

from newsschema._model.base import Model
from newsschema._model.enums import Part
from newsschema._model.fields import field_specs
from newsschema._model.quotes import Fragment, Span
from newsschema._model.values import InvalidValue, parse_body

T = TypeVar("T", bound=Span)

_new: Final[Any] = object.__new__


def setters(cls: type[Model]) -> tuple[Callable[[Any, Any], None], ...]:
    """What sets each field of an object that no constructor has made, in declared order.

    Args:
        cls: A type of the model that is derived from another.
    """
    return tuple(getattr(cls, spec.name).__set__ for spec in field_specs(cls))


_set_text, _set_start, _set_end, _set_part, _set_verbatim = setters(Fragment)


class Cutter:
    """Makes spans of one text.

    What a constructor would refuse goes to the constructor: a text with a NUL or a lone surrogate, and places that are
    none.

    Args:
        text: The text of an article.

    Examples:
        >>> Cutter("The envoy said").span(4, 9)
        Span(text='envoy', start=4, end=9, part=<Part.TEXT: 'text'>)
    """

    __slots__ = ("_end", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._end = len(text) if _is_usable(text) else -1

    def span(self, start: int, end: int) -> Span:
        """The words between two positions, in code points.

        Raises:
            ValidationError: They are no words of a valid text.
        """
        if 0 <= start < end <= self._end:
            return self._placed(Span, start, end)
        return Span(text=self.text[start:end], start=start, end=end)

    def fragment(self, start: int, end: int, *, verbatim: bool) -> Fragment:
        """The words between two positions as a piece of what was said; see `span`."""
        if 0 <= start < end <= self._end:
            made = self._placed(Fragment, start, end)
            _set_verbatim(made, verbatim)
            return made
        return Fragment(text=self.text[start:end], start=start, end=end, verbatim=verbatim)

    def _placed(self, cls: type[T], start: int, end: int) -> T:
        made: T = _new(cls)
        _set_text(made, self.text[start:end])
        _set_start(made, start)
        _set_end(made, end)
        _set_part(made, Part.TEXT)
        return made


def _is_usable(text: str) -> bool:
    """Whether all that is cut out of a text can be stored and sent."""
    try:
        parse_body(text)
    except InvalidValue:
        return False
    return True
