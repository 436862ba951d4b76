"""What the signs of a text tell of quoted words."""

import pytest

from newsschema._marks import find_edits, marked_stretches, pieces_between_marks


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Up,” he said. It was “late”.", ["Up,", "late"]),
        ('"A.\n\n"B," she said.', ["A.", "B,"]),
        ("“Up, he said. “Down,” she said.", ["Up, he said. ", "Down,"]),
        ("„Ja“ sagt er. »Nej« siger hun. «Oui », dit-il.", ["Ja", "Nej", "Oui "]),
        ("``So'' it goes.", ["So"]),
        ("‘It’s safe,’ he said. The dogs’ bowls.", ["It’s safe,"]),
        ("'It is safe,' she said, 'and dry.'", ["It is safe,", "and dry."]),
        ("Don't ask the dogs' keepers.", []),
        ("", []),
    ],
)
def test_marks_are_paired_paragraph_by_paragraph(text, expected):
    """Double marks of every style pair, single ones where there are no double ones; apostrophes are none."""
    assert expected == [text[start:end] for start, end in marked_stretches(text)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the arch was “sound” but old", [("the arch was", False), ("sound", True), ("but old", False)]),
        ("“sound”", [("sound", True)]),
        ("oun", [("oun", True)]),
        ("sound” but", [("sound", True), ("but", False)]),
        (", the arch was ", [("the arch was", False)]),
        ("“", []),
    ],
)
def test_stretches_are_cut_along_their_marks(words, expected):
    """Each piece is between marks or not, wherever the stretch begins and ends; signs alone are no piece."""
    text = "He said, the arch was “sound” but old."
    start = text.index(words)
    pieces = pieces_between_marks(text, start, start + len(words))
    assert expected == [(text[low:high], marked) for low, high, marked in pieces]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He [the mayor] has (four) dogs ... and [...] cats [sic] in (the) bag… (yards)", None),
        ("nothing", []),
    ],
)
def test_edits(text, expected):
    """Brackets and dots are insertions, glosses, ellipses and remarks."""
    found = [(text[start:end], kind.value) for start, end, kind in find_edits(text, 0, len(text))]
    assert found == (
        [
            ("[the mayor]", "insertion"),
            ("(four)", "gloss"),
            ("...", "ellipsis"),
            ("[...]", "ellipsis"),
            ("[sic]", "sic"),
            ("(the)", "insertion"),
            ("…", "ellipsis"),
            ("(yards)", "gloss"),
        ]
        if expected is None
        else expected
    )
