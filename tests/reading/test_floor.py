"""Who has the floor: pronouns, descriptions and words that stand alone."""

import pytest

from newsschema.reading import find_quotes


def _who(text: str) -> list[str | None]:
    """The label of the source of each quote that somebody says."""
    sources, quotes = find_quotes(text, min_confidence=0)
    labels = {source.id: source.label for source in sources}
    return [labels.get(quote.source or "") for quote in quotes if quote.attribution is not None]


_PRONOUNS = {
    "the subject of the sentence before": (
        "Tom Wick sold the boat to Cy Wolf. “A bargain,” he said.",
        ["Tom Wick"],
    ),
    "the subject, and not the last who spoke": (
        "“We won,” Cy Wolf said.\n\nTom Wick smiled. He said: “It was close.”",
        ["Cy Wolf", "Tom Wick"],
    ),
    "whose given name has the gender": (
        "Mayor Ann Pike spoke to baker Tom Wick. “I was angry,” he said.",
        ["Tom Wick"],
    ),
    "she, and not the man in between": (
        "Anna Lind runs the shop with her son Erik. “We open at six,” she said.",
        ["Anna Lind"],
    ),
    "the one who was asked": ("Reporters asked Eva Lund about the leak. “What leak?” she said.", ["Eva Lund"]),
    "the one who was phoned, by gender": ("Tom Wick phoned Ann Pike. She said the ship had sunk.", ["Ann Pike"]),
    "the one who is introduced": (
        "After Mia Sele had won, it was Kari Holt who got the crowd going. “I am glad,” she said.",
        ["Kari Holt"],
    ),
    "one with a title, back and forth": (
        "Mr Roe said it was late. Mrs Poe said it was early. He said it was dark. She said it was light.",
        ["Roe", "Poe", "Roe", "Poe"],
    ),
    "no owner of a thing": ("Cy Wolf teed up Tom Wick's song. “You know him,” he said.", ["Cy Wolf"]),
    "what the text says overrules a list": (
        "Jordan Dunn, a mother of two, left. “I am tired,” she said. Dunn said it was late.",
        ["Jordan Dunn", "Jordan Dunn"],
    ),
    "it, for a firm": ("Norline cut its fares. “We are sorry,” it said.", ["Norline"]),
    "he, for no firm": ("NASA left at noon. He said it was late.", ["He"]),
    "he, for no country": ("Norway won. He said it was late.", ["He"]),
    "they, for two": ("Ann Pike and Bo Roe said it was late. They said it was dark.", ["Ann Pike and Bo Roe"] * 2),
    "both men": ("Tom Wick and Cy Wolf ran the yard. Both men said it was hard.", ["Tom Wick and Cy Wolf"]),
    "it, of nothing": ("It said it was late.", ["It"]),
    "both men, who are none of two firms": ("Acme Air and Norline Air met. Both men said it was hard.", ["Both men"]),
    "both sides, which are no persons": ("Tom Wick and Cy Wolf met. Both sides said it was hard.", ["Both sides"]),
    "the pair, who spoke as one before": (
        "Tom Wick and Cy Wolf said it was late. The pair said it was dark.",
        ["Tom Wick and Cy Wolf"] * 2,
    ),
    "both, of nobody": ("It rained. Both women said it was hard.", ["Both women"]),
}
_DESCRIPTIONS = {
    "an office before the name": ("Agder governor Ann Pike spoke. The governor said it was late.", ["Ann Pike"]),
    "an office with its place": ("Agder governor Ann Pike spoke. The Agder governor said it was late.", ["Ann Pike"]),
    "an office of another place": (
        "Agder governor Ann Pike spoke. The Troms governor said it was late.",
        ["The Troms governor"],
    ),
    "an office in short": ("Gov. Ann Pike spoke. The governor said it was late.", ["Ann Pike"]),
    "an office behind the name": ("Bo Roe is the mayor of Risør. The mayor said it was late.", ["Bo Roe"]),
    "an office before a comma": ("The minister, Eva Lund, left. The minister said it was late.", ["Eva Lund"]),
    "a trade behind a comma": ("Jo Lind, a baker, left at noon. The baker said it was late.", ["Jo Lind"]),
    "an age": ("Cy Wolf scored twice. The 31-year-old said it was luck.", ["Cy Wolf"]),
    "an age, of the one with whom the text begins": (
        "Jose Lund is the new coach.\n\nMauro Pike, whom he follows, left.\n\nThe 56-year-old said it was late.",
        ["Jose Lund"],
    ),
    "a trade that nothing says of anybody": ("Cy Wolf scored twice. The striker said it was luck.", ["Cy Wolf"]),
    "somebody else": ("Cy Wolf scored twice. The referee said it was late.", ["The referee"]),
    "another gender": ("Ann Pike spoke. The spokesman said it was late.", ["The spokesman"]),
    "the bank": ("Agder Bank will raise its rates. The bank said costs had risen.", ["Agder Bank"]),
    "the airline, where there is one": ("Norline will cut jobs. The airline said it was sad.", ["Norline"]),
    "the airline, where there are two": (
        "Norline will cut jobs. Acme Air will not. The airline said it was sad.",
        ["The airline"],
    ),
    "the court, which is none of the firms": ("Norline lost. The court said it was late.", ["The court"]),
    "initials in brackets": (
        "The Northern Fishing Board (NFB) said it was late. The NFB said it was dark.",
        ["Northern Fishing Board"] * 2,
    ),
    "a part of a name": ("Acme Robotics said it was late. Acme said it was dark.", ["Acme Robotics"] * 2),
    "bodies of one sort": (
        "The Department of Works said it was late. The Department of Ports said it was early.",
        ["Department of Works", "Department of Ports"],
    ),
    "a person and not a country": ("Michael Jordan won again. Jordan said it was luck.", ["Michael Jordan"]),
    "a country and not a person": (
        "Jordan will close its border. Jordan said it was a pity.",
        ["Jordanian government"],
    ),
    "two spellings of an apostrophe": ("Pat O’Neill won. “I am glad,” O'Neill said.", ["Pat O’Neill"]),
    "a surname behind an office with of": (
        "Ines Okafor left. Minister of Fisheries Okafor said it was late.",
        ["Ines Okafor"],
    ),
    "a chairman who is a woman": (
        "Ann Pike, chairman of the port, said it was late. The chairman said it was dark.",
        ["Ann Pike"] * 2,
    ),
    "a surname of two words": ("Charles Saumar Roe left. “It holds,” Mr Saumar Roe said.", ["Charles Saumar Roe"]),
    "a family name in front": ("Li Wei fell. “I slipped,” Mr Li said.", ["Li Wei"]),
    "a first name alone": ("Joel Smit left. “I am off,” sailor Joel said.", ["Joel Smit"]),
    "an initial": ("John Roe left. “I am off,” J. Roe said.", ["John Roe"]),
    "a name first said in a quotation": ("“Ask Ines Okafor,” he said. Okafor said it was late.", ["he", "Ines Okafor"]),
    "a first name before the whole": ("Taylor said it was late. Taylor Dunn said it was dark.", ["Taylor Dunn"] * 2),
    "a couple with one name": ("Kari Holt and Ola Holt met. Ola Holt said it was late.", ["Ola Holt"]),
}
_ALONE = {
    "by whom the sentence before is about": (
        "“We won,” said Bo Roe.\n\nCoach Jan Klein was less happy.\n\n“We were poor and we know it.”",
        ["Bo Roe", "Jan Klein"],
    ),
    "in one paragraph": ("Ann Pike began to talk. “The tide is wrong.” The crowd left.", ["Ann Pike"]),
    "by a pronoun": ("Bo Roe lost.\n\nHe was sad.\n\n“We were poor.”", ["Bo Roe"]),
    "by nobody: the sentence is about a thing": ("The wall is old.\n\n“We were poor.”", [None]),
    "by nobody: two persons": ("Ann Pike and Bo Roe left.\n\n“We were poor.”", [None]),
    "by whose words they are elsewhere: a pull quote": (
        "“It is late,” Bo Roe said.\n\n“The lungs behave oddly”\n\n“In some the lungs behave oddly,” Ann Pike said.",
        ["Bo Roe", "Ann Pike", "Ann Pike"],
    ),
    "by who signs it": (
        "The wall is old.\n\n“They came”\n\nSandra Holt, resident\n\nIt rained.",
        ["Sandra Holt"],
    ),
    "not by a line that ends like a sentence": ("The wall is old.\n\n“They came”\n\nSandra Holt.", []),
    "by whom the next sentence points at": (
        "“We lost it in one night.”\n\nThat is how skipper Bo Roe remembers the storm.",
        ["Bo Roe"] * 2,
    ),
    "by nobody, where the next sentence only begins so": ("“We lost it in one night.”\n\nThat wall is old.", [None]),
    "in a list": ("Residents said:\n\n- “It leaks.”\n- “It smells.”", ["Residents"]),
}
_ALL = {**_PRONOUNS, **_DESCRIPTIONS, **_ALONE}


@pytest.mark.parametrize("name", _ALL)
def test_the_speaker_is_found(name):
    """A mention goes to whom the text is about there; words that stand alone to whom it has just introduced."""
    text, wanted = _ALL[name]
    assert wanted == _who(text)


def test_a_sure_link_is_surer_than_a_guess():
    """A whole name is surer than a pronoun with rivals; a pronoun for nobody is least sure."""
    text = "Ann Pike said it was late. Eva Lund left. She said it was dark."
    confidences = [quote.attribution.source_confidence for quote in find_quotes(text)[1]]
    assert sorted(confidences, reverse=True) == confidences
    assert confidences[0] > confidences[1]
