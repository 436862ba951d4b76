"""Spans cut out of a text: they stand there by the way they are made, and need no second look."""

from typing import Any, Final, TypeVar, cast

from newsschema._model.base import blank
from newsschema._model.enums import Part
from newsschema._model.quotes import Fragment, Span
from newsschema._model.values import is_valid, parse_body

T = TypeVar("T", bound=Span)

_Span: Final[Any] = blank(Span)
_Fragment: Final[Any] = blank(Fragment)
_TEXT: Final = Part.TEXT


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
        self._end = len(text) if is_valid(parse_body, text) else -1

    def span(self, start: int, end: int) -> Span:
        """The words between two positions, in code points.

        Raises:
            ValidationError: They are no words of a valid text.
        """
        if 0 <= start < end <= self._end:
            return self._placed(_Span(), Span, start, end)
        return Span(text=self.text[start:end], start=start, end=end)

    def fragment(self, start: int, end: int, *, verbatim: bool) -> Fragment:
        """The words between two positions as a piece of what was said; see `span`."""
        if 0 <= start < end <= self._end:
            made = _Fragment()
            made.verbatim = verbatim
            return self._placed(made, Fragment, start, end)
        return Fragment(text=self.text[start:end], start=start, end=end, verbatim=verbatim)

    def _placed(self, made: Any, cls: type[T], start: int, end: int) -> T:
        made.text = self.text[start:end]
        made.start = start
        made.end = end
        made.part = _TEXT
        made.__class__ = cls
        return cast("T", made)
