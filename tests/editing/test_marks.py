"""What the signs of a text tell of quoted words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsschema import EditError, build
from newsschema._marks import find_edits, pieces_between_marks
from newsschema._pairing import find_marked
from newsschema.reading import find_marks


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Up,” he said. It was “late”.", ["Up,", "late"]),
        ('"A.\n\n"B," she said.', ["A.", "B,"]),
        ('He cut 12" pipe, "and left," he said.', ["and left,"]),
        ("“One „two“ three”", ["One „two“ three"]),
        ("‘One two’ she said.", ["One two"]),
        ("&ldquo;Up,&rdquo; he said.", ["Up,"]),
        ("He told 'em no and left. 'Go,' he said.", ["Go,"]),
        (
            "He said “the wall\nis old, the rain\nis cold and the road\nis long” too.",
            ["the wall\nis old, the rain\nis cold and the road\nis long"],
        ),
        ("„Ja“ sagt er. »Nej« siger hun. «Oui », dit-il.", ["Ja", "Nej", "Oui "]),
        ("``So'' it goes.", ["So"]),
        ("‘It’s safe,’ he said. The dogs’ bowls.", ["It’s safe,"]),
        ("'It is safe,' she said, 'and dry.'", ["It is safe,", "and dry."]),
        ("(‘Up, ‘down,’ he said, (‘over", ["down,"]),
        ("Don't ask the dogs' keepers.", []),
        ("", []),
    ],
)
def test_marks_are_paired_paragraph_by_paragraph(text, expected):
    """Marks of every style pair as they do for the reader, which knows more words; apostrophes are none."""
    found = find_marked(text)
    assert find_marks(text) == found
    assert expected == [text[words.start : words.end] for words in found]


@given(st.text(st.sampled_from("a B.,' \"“”‘’«»`\n"), max_size=60))
def test_marks_are_paired_alike_everywhere(text):
    """Whoever edits or imports a text sees its marks as the reader does, where no word of English tells more."""
    assert find_marks(text) == find_marked(text)


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


@pytest.mark.parametrize("marks", ["“{}”", '"{}"', "‘{}’"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\n\n"])
@pytest.mark.parametrize("given", ["We’re done{}here for good,", "We're done here for good,", "We're done{}here"])
@pytest.mark.parametrize("bare", [True, False])
def test_a_newline_cuts_no_words_between_marks(marks, newline, given, bare):
    """Words that begin behind an opening mark and end before its closing one are one, however lines are broken."""
    words = f"We’re done{newline}here for good,"
    text = f"It rained.{newline}{marks.format(words)} Bo Lind said.\n\nEnd."
    given = given.format(newline)
    editor = build(text=text)
    editor.add_quote(given if bare else marks.format(given), source=editor.add_source(name="Bo Lind"), cue="said")
    if not bare and given.endswith("here"):
        with pytest.raises(EditError, match="words-not-found"):
            editor.article()
        return
    (quote,) = editor.article().quotes
    assert ("direct", [(words[: len(quote.words)], True)]) == (
        quote.kind,
        [(piece.text, piece.verbatim) for piece in quote.content],
    )
    assert len(quote.words) in (len(words), len(words) - len(" for good,"))


def test_a_newline_ends_words_whose_mark_is_not_theirs():
    """Words that begin amid a line, or whose mark is never closed, are cut as their marks tell."""
    editor = build(text="“Up, he said.\nThe potter called it “late” again.\n“We are done\nhere.”")
    editor.add_quote("Up, he said.\nThe potter called it", mention="he")
    editor.add_quote("done\nhere.", cue="said")
    assert [[("Up, he said.", True), ("The potter called it", False)], [("done", True), ("here", False)]] == [
        [(piece.text, piece.verbatim) for piece in quote.content] for quote in editor.article().quotes
    ]
