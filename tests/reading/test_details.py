"""Addressee, setting, time, polarity, medium and edits."""

import pytest

from newsschema.reading import find_quotes, read_text


def _first(text: str):
    return find_quotes(text, min_confidence=0)[1][0]


@pytest.mark.parametrize(
    ("text", "addressee", "setting", "time"),
    [
        ("Okafor told reporters on Monday that it was safe.", "reporters", None, "on Monday"),
        ('"It is safe," Okafor told the BBC.', "the BBC", None, None),
        ("Okafor said earlier Wednesday that it was safe.", None, None, "earlier Wednesday"),
        ("Okafor said last week that it was safe.", None, None, "last week"),
        ("Okafor said in an interview with the BBC that it was safe.", "the BBC", "in an interview with the BBC", None),
        ("In a speech on Friday, Okafor said that it was safe.", None, "In a speech", "on Friday"),
        ('"It is safe," she said at a rally in Bergen on Monday.', None, "at a rally", "on Monday"),
        ("Okafor said to reporters that it was safe.", "reporters", None, None),
        ("Okafor said that it was safe.", None, None, None),
        ("After the bridge fell, Okafor said that it was safe.", None, None, None),
        ("Okafor said again that it was safe.", None, None, None),
        ("Okafor said in a letter to voters that it was safe.", "voters", "in a letter to voters", None),
    ],
)
def test_details_of_the_reporting_clause(text, addressee, setting, time):
    """To whom, where and when stand as spans of the text."""
    who = _first(text).attribution
    assert (addressee, setting, time) == tuple(
        span.text if span else None for span in (who.addressee, who.setting, who.time)
    )


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Okafor said that it was safe.", "affirmed"),
        ("Okafor did not say that it was safe.", "denied"),
        ("Okafor didn't say that it was safe.", "denied"),
        ("Okafor denied that it was safe.", "denied"),
        ("Okafor declined to comment.", "refused"),
        ("Okafor might say that it is safe.", "hypothetical"),
    ],
)
def test_polarity(text, polarity):
    """Denials and suppositions are told from what was said."""
    assert polarity == _first(text).attribution.polarity


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("Okafor said that it was safe.", "speech"),
        ("Okafor wrote that it was safe.", "writing"),
        ("Okafor believes that it is safe.", "thought"),
        ("Okafor announced that it was safe.", "unknown"),
        ("According to Okafor, it is safe.", "unknown"),
    ],
)
def test_medium(text, medium):
    """The cue says how it was uttered, or nothing does."""
    assert medium == _first(text).attribution.medium


@pytest.mark.parametrize(
    ("words", "edits"),
    [
        ("We love [the city] now,", [("[the city]", "insertion")]),
        ("It is 800 metres (yards) away,", [("(yards)", "gloss")]),
        ("It is at (the southern) gates,", [("(the southern)", "insertion")]),
        ("It was ... late,", [("...", "ellipsis")]),
        ("It was […] late,", [("[…]", "ellipsis")]),
        ("It was … late,", [("…", "ellipsis")]),
        ("They was [sic] late,", [("[sic]", "sic")]),
        ("It was late,", []),
    ],
)
def test_edits(words, edits):
    """What an editor put in or took out is marked inside the verbatim words."""
    assert edits == [(edit.text, edit.kind) for edit in _first(f'"{words}" Okafor said.').edits]


def test_nested_quotes_have_a_parent():
    """A that-clause inside another's words is a quote of its own, inside the first."""
    outer, inner = find_quotes("Okafor said she hoped that it was safe.", min_confidence=0)[1]
    assert (outer.id, "she", "that it was safe") == (inner.parent, inner.attribution.mention.text, inner.words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Doe said that he did not want to think that the arch would fall and predicted that the town would pay.",
            [
                "that he did not want to think that the arch would fall",
                "that the arch would fall",
                "that the town would pay",
            ],
        ),
        (
            "Doe criticised the mayor over his call for the ban on boats and suggested that the port be closed.",
            ["the mayor over his call for the ban on boats", "that the port be closed"],
        ),
    ],
)
def test_nested_quotes_end_with_their_parent(text, words):
    """Where a later verb cuts the words around it, the words inside end there too."""
    assert [quote.words for quote in read_text(text, min_confidence=0).quotes] == words


@pytest.mark.parametrize(
    ("text", "confidence"),
    [
        ('"It is safe," Okafor said.', 0.97),
        ('Okafor called it "safe".', 0.95),
        ("Okafor said that it was safe.", 0.92),
        ("Okafor likes “Heat”.", 0.4),
        ("The plan said that it was safe.", 0.77),
        ("Okafor might say that it was safe.", 0.77),
        ("According to Okafor, it is safe.", 0.95),
        ("Okafor declined to comment.", 0.85),
        ("Okafor promised to leave.", 0.8),
        ("Okafor believes that it was safe.", 0.78),
        ("Okafor denied the claims.", 0.78),
        ("Okafor praised the crew.", 0.5),
        ("Okafor wants a bridge.", 0.35),
        ("It was safe. “We checked it all again in the morning.” It rained.", 0.75),
        ("Okafor: It is safe.", 0.9),
    ],
)
def test_confidence_follows_the_evidence(text, confidence):
    """How surely something is said depends on how it is told, and by whom."""
    assert confidence == _first(text).attribution.confidence
