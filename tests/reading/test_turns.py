"""Turns of transcripts, questions and answers, posts, and lines that a page puts in between."""

import pytest

from newsschema.reading import find_quotes


def _said(text):
    """Who says what, in the order of the text."""
    sources, quotes = find_quotes(text)
    names = {source.id: source.label for source in sources}
    return [(names.get(quote.source), quote.words) for quote in quotes]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "ANNE RIEDEL, COLUMNIST: It is odd. Why?\n\nJOHN BERG (on the line): Is it?\n\nRIEDEL: Yes, of course.",
            [("ANNE RIEDEL", "It is odd. Why?"), ("JOHN BERG", "Is it?"), ("ANNE RIEDEL", "Yes, of course")],
        ),
        (
            "THE MAYOR: It is late.\n\nVOICES: No!\n\nTHE MAYOR: It is old.",
            [("THE MAYOR", "It is late"), ("VOICES", "No!"), ("THE MAYOR", "It is old")],
        ),
        (
            "Mr BERG: It is late.\n\nSen. ROE: It is not.\n\nThe CHAIRMAN: Order.",
            [("BERG", "It is late"), ("ROE", "It is not"), ("The CHAIRMAN", "Order")],
        ),
        (
            "Rick: I swam. It was cold.\n\nMarissa: Not for me.\n\nRick: For me it was.\n\nMarissa: Well.",
            [
                ("Rick", "I swam. It was cold"),
                ("Marissa", "Not for me"),
                ("Rick", "For me it was"),
                ("Marissa", "Well"),
            ],
        ),
    ],
)
def test_transcripts_are_read(text, said):
    """A paragraph with a speaker's name before it is that speaker's, all of it."""
    assert said == _said(text)


@pytest.mark.parametrize("labels", [("Q:", "A:"), ("Q.", "A."), ("Q –", "A –"), ("Question:", "Answer:")])
def test_answers_are_those_of_the_one_introduced(labels):
    """Answers go to the first person whom the text introduces; questions are the paper's."""
    asks, answers = labels
    turns = f"{asks} Is it cold?\n\n{answers} It is. We swim.\n\n{asks} Why?\n\n{answers} For joy."
    text = f"Diver Ann Pike lives on the quay.\n\n{turns}"
    assert [("Ann Pike", "It is. We swim"), ("Ann Pike", "For joy")] == _said(text)


@pytest.mark.parametrize(
    ("intro", "guest"),
    [
        ("The Gazette met Ann Pike at her home in Voss.", "Ann Pike"),
        ("We sat down with Ann Pike.", "Ann Pike"),
        ("Diver Ann Pike spoke to Jo Lind.", "Ann Pike"),
        ("The diver lives in Voss.", "The diver"),
        ("It is hot in Voss.", None),
    ],
)
def test_answers_are_those_of_a_person(intro, guest):
    """Whoever is surely a person answers rather than a paper, wherever the text names him."""
    assert [(guest, "It is"), (guest, "Bo Roe does")] == _said(
        f"{intro}\n\nQ: Is it cold?\n\nA: It is.\n\nQ: Who dives?\n\nA: Bo Roe does."
    )


def test_answers_of_nobody_known():
    """Answers in a text that introduces nobody have no source."""
    assert [(None, "It is")] == _said("Q: Is it cold?\n\nA: It is.")


@pytest.mark.parametrize(
    "words", ["It is cold. Stay away. https://t.co/x1", "“It is cold. Stay away. https://t.co/x1”"]
)
def test_posts_are_those_of_who_signs_them(words):
    """A post with a name and a handle below it is that person's, with marks or without."""
    text = f"People were warned.\n\n{words}\n\n— Ann Pike 🌊 (@annpike) March 3, 2026\n\nIt rained."
    assert ("Ann Pike", "It is cold. Stay away. https://t.co/x1") == _said(text)[-1]


@pytest.mark.parametrize(
    "line",
    [
        "Read more: ‘We will rebuild it’, says mayor",
        "RELATED: Doe said it was late",
        "(Photo: Jo Lind, who said it was late)",
        "WATCH: “It is late”",
    ],
)
def test_lines_in_between_are_nobodys(line):
    """What a link, a caption or a credit line holds is said by nobody here, and not by the last speaker."""
    text = f"“It is cold,” Ann Pike said.\n\n{line}\n\nIt rained."
    assert [("Ann Pike", "It is cold,")] == [found for found in _said(text) if found[0]]


@pytest.mark.parametrize(
    "text",
    [
        "DEAR ABBY: My dog is old.\n\nDEAR FEELING OLD: So is mine.\n\nDEAR ABBY: He barks.",
        "My Guess: Five.\n\nActual: Six.\n\nMy Guess: Seven.\n\nActual: Eight.",
        "Ann Pike lives here.",
    ],
)
def test_other_labels_are_no_transcript(text):
    """Letters, lists and a question alone are no exchange of several speakers."""
    assert all(quote.attribution is None for quote in find_quotes(text)[1])
