"""How much may come of a text: hostile ones give articles in proportion, which our own limits let in again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsschema import Code, ValidationError, from_json, read_text, to_json
from newsschema.reading._budget import LONGEST_TEXT, Budget

_PIECES = [
    *('"', "“", "'", "‘", "’", "''", "“a ", '"a" ', '"x', "“a”, ‘b’ ", "(“a” ", "“[a] … ", "“a.” "),
    *("said ", 'said "', '"said ', 'Doe said "a" ', "Doe said that ", "he told her that she said that "),
    *("“a” he said. ", "“a”\n\n", "He said “a”. ", "“a\n\n", "Doe: “a ", "Q: a\n\nA: b\n\n", "By Lena Brandt\n\n"),
    *("Doe, ", "(", ", ", "try to ", "hope ", "that "),
]


@pytest.mark.parametrize("piece", _PIECES)
def test_hostile_text_gives_small_json(piece):
    """A text of nothing but marks, cues or turns gives JSON of a few times its size, which reads back."""
    text = (piece * 4_000)[:4_000]
    article = read_text(text)
    data = to_json(article)
    assert len(data) < 14 * len(text.encode()) + 10_000
    assert article == from_json(data)


@given(st.lists(st.sampled_from(_PIECES), min_size=1, max_size=4), st.integers(1, 2_000))
def test_json_grows_with_the_text(pieces, times):
    """Whatever pieces are repeated however often, the JSON is in proportion."""
    text = "".join(pieces) * times
    text = text[:2_000]
    assert len(to_json(read_text(text))) < 14 * len(text.encode()) + 10_000


def test_a_text_beyond_the_limit_is_refused():
    """A text that could make an article beyond our own limits is refused by its size."""
    with pytest.raises(ValidationError) as caught:
        read_text("a" * (LONGEST_TEXT + 1))
    assert [Code.TOO_LARGE] == [issue.code for issue in caught.value.issues]


@pytest.mark.parametrize(
    ("text", "words"), [("abc", "a"), ("äbc", "ä"), ("雨bc", "雨"), ("🌧bc", "🌧"), ("\x01bc", "\x01")]
)
def test_words_count_as_json_writes_them(text, words):
    """The wider the characters of a text, the fewer quotes are within its budget, but some always are."""
    assert 0 < _taken(Budget(text), words) <= _taken(Budget("abc"), "a")


def _taken(budget, words):
    """How many quotes of five hundred times the words are within a budget."""
    count = 0
    while budget.take([len(words) * 500]):
        count += 1
    assert not budget.take([0])
    return count
