"""Spans that are cut out of a text are those that the constructors make."""

import pickle

import pytest

from newsschema import Fragment, Span, ValidationError
from newsschema._model.cuts import Cutter


def test_span_is_that_of_the_constructor() -> None:
    """What is cut out is equal to what a constructor makes, and survives a pickle."""
    span = Cutter("The envoy said").span(4, 9)
    assert span == Span(text="envoy", start=4, end=9)
    assert hash(span) == hash(Span(text="envoy", start=4, end=9))
    assert pickle.loads(pickle.dumps(span)) == span


@pytest.mark.parametrize("verbatim", [True, False])
def test_fragment_is_that_of_the_constructor(verbatim: bool) -> None:
    """A piece of what was said is equal to what a constructor makes, verbatim or not."""
    fragment = Cutter("The envoy said").fragment(4, 9, verbatim=verbatim)
    assert fragment == Fragment(text="envoy", start=4, end=9, verbatim=verbatim)
    assert fragment.replace(verbatim=True) == Fragment(text="envoy", start=4, end=9)


@pytest.mark.parametrize(("start", "end"), [(3, 3), (5, 4), (-2, 3), (0, 99)])
def test_no_place_is_no_span(start: int, end: int) -> None:
    """Positions that a constructor refuses are refused here too."""
    cutter = Cutter("The envoy said")
    with pytest.raises(ValidationError):
        cutter.span(start, end)
    with pytest.raises(ValidationError):
        cutter.fragment(start, end, verbatim=True)


@pytest.mark.parametrize("text", ["The en\0voy", "The en\ud800voy"])
def test_unusable_words_are_no_span(text: str) -> None:
    """Words that no document can hold are refused, and those beside them are not."""
    cutter = Cutter(text)
    with pytest.raises(ValidationError) as raised:
        cutter.span(4, 9)
    assert [issue.code for issue in raised.value.issues] == ["bad-character"]
    assert cutter.fragment(0, 3, verbatim=False) == Fragment(text="The", start=0, end=3, verbatim=False)
