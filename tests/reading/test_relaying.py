"""What one says that another said, and who only relays it."""

import pytest

from newsschema.reading import find_quotes

_NESTED = {
    "“He told me, ‘It is safe,’” Okafor said.": ["It is safe,"],
    "“My aunt always says that it is safe,” Okafor said.": ["that it is safe"],
    "“My aunt said it was safe,” Okafor said.": ["it was safe"],
    "“I think it is safe,” Okafor said.": [],
    "“The council wants a bridge,” Okafor said.": [],
    "“‘It is safe,’ he told me,” Okafor said.": ["It is safe,"],
    "“He left ‘ and ’ she stayed,” Okafor said.": [],
    "OKAFOR: The mayor told us that it is safe.": ["that it is safe"],
}


@pytest.mark.parametrize("text", _NESTED)
def test_what_others_say_inside_is_a_quote_in_a_quote(text):
    """Inside somebody's words only what another is told to say is a quote, and has a parent."""
    assert _NESTED[text] == [quote.words for quote in find_quotes(text)[1] if quote.parent is not None]


def test_a_parent_that_is_not_sure_is_left_out():
    """A quote whose parent is left out stands in what is around that, or alone."""
    quotes = find_quotes("Okafor praised the claim by Doe that Roe said that it was late.", min_confidence=0.7)[1]
    assert all(quote.parent in {None, *(other.id for other in quotes)} for quote in quotes)


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("A minister was quoted as saying that it was open to all by state television.", None),
        ("A minister was quoted as saying it was “open” by the Tanjug agency.", "the Tanjug agency"),
        ("A minister was quoted by Tanjug as saying that it was open.", "Tanjug"),
        ("Tanjug quoted a minister as saying that it was open.", "Tanjug"),
        ("He went as far as saying that it was open.", None),
    ],
)
def test_who_relays_it_is_told_from_who_said_it(text, via):
    """One who quotes another relays it, wherever he is named."""
    quotes = find_quotes(text, min_confidence=0)[1]
    assert via in [quote.attribution.via and quote.attribution.via.text for quote in quotes]


def test_who_relays_the_words():
    """Behind words that somebody in front of them said, another only tells of it."""
    sources, (quote,) = find_quotes("Aud Berg told a guard, “I have a match,” prosecutors said.")
    assert quote.attribution is not None
    assert quote.attribution.via is not None
    assert (quote.attribution.via.text, sources[0].label) == ("prosecutors", "Aud Berg")


def test_who_quotes_relays():
    """Who quotes somebody as saying what stands before is who relays it."""
    (quote,) = find_quotes("“It is cold,” the Voss Post quoted Aud Berg as saying.")[1]
    assert quote.attribution is not None
    assert quote.attribution.via is not None
    assert quote.attribution.via.text == "the Voss Post"
