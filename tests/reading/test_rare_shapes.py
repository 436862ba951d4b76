# ruff: noqa: E501 - a story is one line
"""Shapes of sentences that are rare in copy: each is read without foreign words, and comes back from JSON as it was."""

from types import SimpleNamespace

import pytest

from newsschema import Anonymity, SourceKind, check, from_json, read_text, to_json
from newsschema.reading._lexicon.gazetteer import Gender
from newsschema.reading._linking.entities import Entity
from newsschema.reading._syntax.phrases import apposed
from newsschema.reading._tagging.naming import Sort

SHAPES = {
    "blame for doing": "I don't blame Holm for doing this.",
    "opposites": (
        "But if the island public was looking for some kind of reassurance about the integrity and reliability of our"
        " bridge and the strength of its piers, yesterday's Harbour College vote did largely the opposite."
    ),
    "marks among words with nobody": "Roe said the bridge was old.\n\n“Rain” and wind “or snow” and ice “again” fell.",
    "a path of a program": "'ferry.path' => __DIR__.'/../views',",
    "somebody who knew": "It was someone who did not know me but knew I was adopted.",
    "paths of a server": "<boat> ':r') any GET or HEAD requests to piers that start with\n\n'/' <boat> '/' or '/quay/' <boat> '/',",
    "a number that is less": (
        "Apparently, Roe is believed to have had just four harbour briefings till date, a number that’s way less than any"
        " of his predecessors."
    ),
    "a body with its own letters": "Mophie’s newly shown plan has a place for a boat with a crane, and a pier or more. It is not cheap.",
    "a colon and nobody": "Here are some of the highlights:\n\n“My fears have come true.”",
    "marks that go on with nobody's words": (
        "Divers have seen signs of cracks in the pier of the bridge, which is thought to be old. And they have found one"
        " more, a new study reports.\n\n“Iron parts (bolts, plates, chains and rails) and beams, two of three things that a"
        " bridge needs, are all over the island,” she said. “But the third is rare.”"
    ),
    "marks in marks that open twice": "He said Holm drew on a time of storms that is known as “Den ‘lange ‘natt’” (“The Night”).",
    "a verb that is not the head": (
        "As I noted above, the boat’s long bow is not really felt on flat water (unless you are doing a sharp turn)."
    ),
    "a minister behind a country": (
        "The two islands to have signed - Elsa and Holm - also criticised the plan, with Holm Harbour Minister Bo Roe"
        " warning of “wet winters”."
    ),
    "data that suggest to somebody": (
        "And, the data we have been collecting on the old bridge and the new pier suggests that whatever the port did is"
        " working, with it having to bolt fewer plates."
    ),
    "a supervisor between dashes": (
        "Lind said he was told by former mayor Bo Roe — Holm’s supervisor — to go straight to the council with his concerns."
    ),
    "a label with a bracket": "Port Elsa (Group A): Seventh appearance",
    "a second motor": (
        "The Marland builder, which has turned to ferries after its scandal, says the boat will go far. It has a"
        " rear-mounted motor, but a second motor could be put in for all-weather-drive. The all-weather-drive boat will go"
        " fast, Holm says."
    ),
    "an aside behind according to": (
        "According to Lind, her former firm Big Sail, which owns her boats (aka the fleet), is keeping her from sailing at"
        " the Elsa Fair."
    ),
    "an abbreviation in an aside": (
        "After a very, very long time in dock, the ferry Elsa is back in the harbour. It is lighter, although it still"
        " takes the old ropes. The only catch is that you cannot land at low water (i.e. in the morning), but most of you"
        " who sail, this is fine, Roe said."
    ),
}


@pytest.mark.parametrize("name", SHAPES)
def test_a_rare_shape_is_read(name):
    """Every word that is found stands in the text, and the article is valid and comes back unchanged."""
    article = read_text(SHAPES[name], min_confidence=0)
    assert () == check(to_json(article))
    assert article == from_json(to_json(article))
    assert all(fragment.text in SHAPES[name] for quote in article.quotes for fragment in quote.content)


def test_a_subject_without_a_comma_has_no_apposition():
    """What stands before a verb without a comma is no aside."""
    assert None is apposed(SimpleNamespace(kinds="nv"), 1, 0)


def test_a_description_adds_heads_and_no_name():
    """An entity learns from a description what it is called by, and keeps the sort of its name."""
    name = SimpleNamespace(sort=Sort.PERSON)
    reading = SimpleNamespace(name=name, role="mayor", affiliation=None, gender=Gender.UNKNOWN, heads=lambda: ["mayor"])
    entity = Entity("Roe", SourceKind.ORGANISATION, Anonymity.NAMED, name="Roe", sort=Sort.BODY)
    entity.take(reading)
    assert ("mayor", {"mayor"}, Sort.BODY) == (entity.role, entity.heads, entity.sort)
