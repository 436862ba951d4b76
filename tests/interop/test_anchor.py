"""Finding words again in a text."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsschema.interop import _anchor
from newsschema.interop._anchor import CONTEXT, Anchors, Missed, Place

WORDS = [
    "harbour",
    "rope",
    "tide",
    "winter",
    "quarrel",
    "bread",
    "oath",
    "river",
    "stone",
    "glove",
    "herring",
    "ladder",
]


def table(pattern, text, *, anchored):
    """The errors by the textbook's table."""
    before = list(range(len(pattern) + 1))
    found = []
    for column, character in enumerate(text, 1):
        now = [column if anchored else 0]
        for row, expected in enumerate(pattern, 1):
            now.append(min(before[row] + 1, now[-1] + 1, before[row - 1] + (expected != character)))
        found.append(now[-1])
        before = now
    return found


@given(st.text("abc", min_size=1, max_size=9), st.text("abcd", max_size=20), st.booleans())
def test_bits_count_the_errors_that_the_table_counts(pattern, text, anchored):
    """The bit-parallel search and dynamic programming agree at every end."""
    assert table(pattern, text, anchored=anchored) == list(_anchor._errors(pattern, text, anchored=anchored))


@given(st.text(min_size=1, max_size=60), st.data())
def test_unedited_words_are_where_they_were(text, data):
    """With its position and all its context a stretch of an unedited text is found there, whatever it is."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    before, after = text[max(start - CONTEXT, 0) : start], text[end : end + CONTEXT]
    assert Place(start, end) == Anchors(text).find(text[start:end], start=start, before=before, after=after)


def paragraphs(rng, count):
    """Paragraphs with a quotation each, with few different words, so that much is alike."""
    found = []
    for _ in range(count):
        said = " ".join(rng.choice(WORDS) for _ in range(rng.randint(2, 14)))
        lead, tail = (" ".join(rng.choice(WORDS) for _ in range(rng.randint(3, 9))) for _ in range(2))
        found.append((f"{lead} said: ", f"“{said}”", f" {tail}."))
    return found


def edited(rng, pieces):
    """The paragraphs moved, words put in around the quotations and into some, other marks; and the place of each."""
    pieces = list(enumerate(pieces))
    if rng.random() < 0.5:
        first, second = sorted(rng.sample(range(len(pieces)), 2))
        pieces[first], pieces[second] = pieces[second], pieces[first]
    text, places = "", {}
    for index, (lead, said, tail) in pieces:
        now = said.replace("“", '"').replace("”", '"') if rng.random() < 0.3 else said
        words = now.split(" ")
        if len(words) > 6 and rng.random() < 0.3:
            words.insert(rng.randrange(1, len(words)), "indeed")
        now = " ".join(words)
        if rng.random() < 0.3:
            lead = f"{rng.choice(WORDS)} {lead}"  # noqa: PLW2901 - edited
        text += lead
        places[index] = (len(text), len(text) + len(now))
        text += f"{now}{tail}\n\n"
    return text, places


def test_words_are_found_in_an_edited_story():
    """At least 95% of the quotations of edited stories are found, and none where another stands."""
    rng = random.Random(20261123)
    found = tried = 0
    for _ in range(60):
        pieces = paragraphs(rng, rng.randint(3, 9))
        text = "\n\n".join("".join(piece) for piece in pieces)
        after, places = edited(rng, pieces)
        anchors, at = Anchors(after), 0
        for index, (lead, said, tail) in enumerate(pieces):
            start = at + len(lead)
            at = start + len(said) + len(tail) + 2
            tried += 1
            end = start + len(said)
            before, behind = text[max(start - CONTEXT, 0) : start], text[end : end + CONTEXT]
            try:
                place = anchors.find(said, start=start, before=before, after=behind)
            except Missed:
                continue
            low, high = places[index]
            assert abs(place.start - low) <= 2, (said, after[place.start : place.end])
            assert abs(place.end - high) <= 2, (said, after[place.start : place.end])
            found += 1
    assert found / tried >= 0.95


@given(st.lists(st.sampled_from(WORDS), min_size=30, max_size=60), st.data())
@settings(max_examples=50)
def test_words_that_are_gone_are_not_found_elsewhere(words, data):
    """What was cut out of a text has no place in it, unless the same words stand there still."""
    start = data.draw(st.integers(0, len(words) - 5))
    end = start + data.draw(st.integers(1, 5))
    gone, rest = " ".join(words[start:end]), " ".join([*words[:start], *words[end:]])
    before, after = " ".join(words[:start])[-CONTEXT:], " ".join(words[end:])[:CONTEXT]
    try:
        place = Anchors(rest).find(gone, start=len(" ".join(words[:start])) + 1, before=before, after=after)
    except Missed:
        return
    # At most a letter in three differs: it is the same words but for a part of them.
    assert table(gone, rest[place.start : place.end], anchored=True)[-1] <= len(gone) // 3


@pytest.mark.parametrize(
    ("text", "words", "known", "reason"),
    [
        ("He said yes. She said no.", "said", {}, "the words stand in 2 places, and nothing tells which is meant"),
        ("He said yes.", "bolt", {}, "the words do not stand in the text"),
        ("He said yes.", "  ", {}, "there are no words to look for"),
        (
            "He never spoke of it in public again.",
            "the price of salt is too high for us",
            {},
            "the words do not stand in the text, nor any that are nearly the same",
        ),
        (
            "the tide comes in at night. the tide came in at night.",
            "the tide cime in at night",
            {},
            "words that are nearly the same stand in several places",
        ),
        (
            "They met. Too dear for xs, he said.",
            "too dear for us",
            {"before": "nobody has ever told them that it is ", "after": ", wrote the envoy in a letter"},
            "words that are nearly the same stand in the text, but nothing around them is as it was",
        ),
        (
            "One said. Two said.",
            "said",
            {"before": "Not a single letter alike: ", "after": " (0123456789)"},
            "the words stand in 2 places, and nothing tells which is meant",
        ),
        (
            "a " * 300,
            "a",
            {"before": "z a ", "after": " a z"},
            "the words stand in 201 places, and nothing tells which is meant",
        ),
    ],
)
def test_no_guess(text, words, known, reason):
    """Where words are lost or might be in several places, the reason is told."""
    with pytest.raises(Missed) as missed:
        Anchors(text).find(words, **known)
    assert reason == str(missed.value)


def test_the_search_is_bounded(monkeypatch):
    """Words and text that are both long are not compared letter by letter."""
    monkeypatch.setattr(_anchor, "_FUZZY_BUDGET", 500)
    with pytest.raises(Missed, match="too long to look for what is like them"):
        Anchors("no such thing here " * 4).find("the price of salt is high")


@pytest.mark.parametrize(
    ("text", "words", "known", "place"),
    [
        ("It was “too dear”.", '"too dear"', {}, Place(7, 17, exact=False)),
        ("He said yes. She said no.", "said", {"before": "She ", "after": " no"}, Place(17, 21)),
        ("He said yes. She said no.", "said", {"start": 17}, Place(17, 21)),
        ("He said yes. She said no.", "said", {"within": (9, 25)}, Place(17, 21)),
        ("as said as said as", "said", {"start": 11, "before": "x as ", "after": " as x"}, Place(11, 15)),
        ("The bridge is really quite safe.", "The bridge is quite safe", {"after": "."}, Place(0, 31, exact=False)),
        (
            "Nobody knows what the winter brings us.",
            "Nobody knows what the winter brings us.",
            {"after": "?!"},
            Place(0, 39),
        ),
    ],
)
def test_places(text, words, known, place):
    """Marks of any kind are alike; context, position and bounds tell equal words apart; small changes are forgiven."""
    assert place == Anchors(text).find(words, **known)
