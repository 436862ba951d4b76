"""On what condition a source is not named."""

import pytest

from newsschema.reading import find_quotes

_CONDITIONS = {
    "An official said on condition of anonymity that the wall fell.": "on condition of anonymity",
    "“It fell,” said an aide, who spoke on condition of anonymity because she was not authorised to speak.": (
        "on condition of anonymity because she was not authorised to speak"
    ),
    "The wall fell, an official said, speaking on condition of anonymity.": "on condition of anonymity",
    "The wall fell, said an aide who asked not to be named for fear of reprisals.": (
        "asked not to be named for fear of reprisals"
    ),
    "“It fell,” said a diplomat, declining to be identified.": "declining to be identified",
    "A source said that the wall fell, asking not to be named.": "asking not to be named",
    "The wall fell, said a diver, who wanted to remain anonymous.": "wanted to remain anonymous",
    "The wall fell, said a nurse who was granted anonymity to speak freely.": "was granted anonymity",
    "The wall fell, according to an official who was not authorized to discuss it.": "not authorized to discuss it",
    "An official said the wall fell.\n\nThe official spoke on condition of anonymity.": "on condition of anonymity",
    "An official said the wall fell, on condition that his name not be used.": "on condition that his name not be used",
    "Okafor said that the wall fell.": None,
    "“It fell,” said the mayor, who named the wall after her son.": None,
    "“I asked not to be named,” the mayor said.": None,
    "Okafor said the boat was named in May.": None,
}


@pytest.mark.parametrize("text", _CONDITIONS)
def test_condition_is_that_of_who_speaks(text):
    """Why a source is not named stands with the quotation, and is no part of what was said."""
    (quote,) = find_quotes(text)[1]
    condition = quote.attribution.condition
    assert _CONDITIONS[text] == (condition and condition.text)
    assert condition is None or not any(condition.start <= piece.start < condition.end for piece in quote.content)


def test_a_condition_before_anybody_spoke_is_nobodys():
    """A sentence that tells a condition of one who was not quoted gives nothing."""
    assert ((), ()) == find_quotes("The official spoke on condition of anonymity.")
