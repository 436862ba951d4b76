"""What a text was read as, and why."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsschema.reading import explain, find_quotes

_TEXT = "“It is late,” said Bo Roe, of Roe and Sons. Ann Doe praised the crew. Doe would say so. Nobody left."


def test_each_sentence_shows_its_words_chunks_cues_and_quotes():
    """A sentence has the tag of each word, the kind of each chunk, and what was made of each cue."""
    first, second, third, last = explain(_TEXT)
    assert ("said", "past") == first.words[6]
    assert ("marked", "“It is late,”") == first.chunks[0]
    (cue,) = first.cues
    assert ("said", "say, active, object", "Bo Roe, of Roe and Sons", 5, 0.97) == (
        cue.words,
        cue.use,
        cue.speaker,
        cue.points,
        cue.confidence,
    )
    assert [("It is late,", "Bo Roe")] == [(quote.words, source.label) for quote, source in first.quotes]
    assert (4, 0.5) == (second.cues[0].points, second.cues[0].confidence)
    assert (None, None, ()) == (third.cues[0].points, third.cues[0].confidence, third.quotes)
    assert ((), ()) == (last.cues, last.quotes)


def test_points_are_those_of_the_reasons():
    """The reasons of a cue account for all its points."""
    for sentence in explain(_TEXT):
        for cue in sentence.cues:
            assert cue.points in {None, sum(points for _, points in cue.reasons)}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "Doe praised the crew.",
            (
                "  cue     praised: judge, active, object; speaker Doe; "
                "what follows goes with the verb +3, name as the speaker +1 = 4, sure 0.5"
            ),
        ),
        ("Doe would say so.", "  cue     would say: say, active, end; nothing is said with it"),
        (
            "It might say that it is late.",
            (
                "  cue     might say: say, active, that; speaker It; what follows goes with the verb +3, "
                "it as the speaker -1, only supposed -2 = 0, 2 would be enough"
            ),
        ),
        ("The so-called “experts” left.", "  quote   q1 epithet: experts"),
        (
            "“We heard it go and nobody slept.”",
            "  quote   q1 direct, sure 0.75, nobody named: We heard it go and nobody slept.",
        ),
    ],
)
def test_a_sentence_is_printed_for_people(text, line):
    """Printed, each cue and each quote is a line that says what it is and why."""
    assert line in str(explain(text)[0]).split("\n")


@given(st.lists(st.sampled_from(["Doe", "said", "that", "“", "”", ".", "\n\n", "it", "fell", ","]), max_size=20))
def test_any_text_is_explained(words):
    """All quotes of a text stand with some sentence, whatever the text."""
    text = " ".join(words)
    shown = [quote for sentence in explain(text) for quote, _ in sentence.quotes]
    assert find_quotes(text, min_confidence=0)[1] == tuple(sorted(shown, key=lambda quote: int(quote.id[1:])))
