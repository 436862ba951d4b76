"""Quotation marks paired: what opens, what closes, and what is no mark at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsschema.reading import find_marks, find_quotes
from newsschema.reading._tagging.tokens import tokenize


def _marked(text):
    return [text[words.start : words.end].strip() for words in find_marks(text)]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ('He said: "It is old. "It will fall," and left.', ["It is old.", "It will fall,"]),
        (
            'Doe said: "A b. "C d." Roe said: "E f. "G h." It rained.',
            ["A b.", "C d.", "E f.", "G h."],
        ),
        ('"He told us "go home" and we went," she said.', ['He told us "go home" and we went,']),
        ("“He told us “go home” and we went,” she said.", ["He told us “go home” and we went,"]),
        ('“He told us "go home" and we went,” she said.', ['He told us "go home" and we went,']),
        ('He called it "odd "and left.', ["odd"]),
        ('He called it "odd and then "strange" too.', ["odd and then", "strange"]),
        ('He said:"It is late." It was.', ["It is late."]),
        ('" It is late , " he said .', ["It is late ,"]),
        ('"She is 6\'2" tall and 14" wide," he said.', ['She is 6\'2" tall and 14" wide,']),
        ('The 12" blade and the 6\'2" man.', []),
        ("It is late,” she said. “It is old,” he said.", ["It is old,"]),
        ("「雨です」と彼は言った。「風です」", ["雨です", "風です"]),
        ("He read 『Rain』 aloud.", ["Rain"]),
        ("‘‘It is late,’’ he said.", ["It is late,"]),
        ("’’It is late,’’ he said.", ["It is late,"]),
        (",,It is late,'' he said.", ["It is late,"]),
        ("&quot;It is late,&quot; he said. &ldquo;It is old,&rdquo; she said.", ["It is late,", "It is old,"]),
        ("&#8220;It&#39;s late,&#8221; he said.", ["It&#39;s late,"]),
        ("‹It is late›, he said.", ["It is late"]),
    ],
)
def test_double_marks_are_paired(text, marked):
    """A mark that can only open never closes, nested marks stay inside, and signs of inches are none."""
    assert marked == _marked(text)


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("It was built in the '60s, an' folk loved 'em. 'Tis a fine wall,' he said.", ["Tis a fine wall,"]),
        ("Rock 'n' roll was played till dawn 'cause it was warm.", []),
        ("Rock ‘n’ roll was played till dawn.", []),
        ("The lads' dads' vans were there, and the pilots' union's chief's car.", []),
        ("'The dogs' bowls are empty,' she said.", ["The dogs' bowls are empty,"]),
        ("He called it a 'loss' and the owners' fault.", ["loss"]),
        ("Mothers blast the council's 'bin tax' this week. 'What next?' one asked.", ["bin tax", "What next?"]),
        ("‘Who said that’, he asked.", ["Who said that"]),
        ("‘It’s late’, he said, ‘and old’.", ["It’s late", "and old"]),
        ("‘What “red lead” is’, he said.", ["What “red lead” is"]),
        ("“What ‘red lead’ is”, he said.", ["What ‘red lead’ is"]),
        ("He left ‘the shop and went home.", []),
        ("‘It is old ' and late’, he said.", ["It is old ' and late"]),
        ("I “shouldn‘t walk on it” but I did.", ["shouldn‘t walk on it"]),
        ("‘It is late.\n\n‘It is old,’ he said.", ["It is late.", "It is old,"]),
        ("He said: ‘It is late.\n\n‘It is old.’", ["It is late.", "It is old."]),
        ("‘It is late,’ he said. ‘And old.\n\n‘It is cold.’", ["It is late,", "And old.", "It is cold."]),
        ("'It is late,' he said. 'Tis cold.\n\n'It is old.'", ["It is late,", "It is old."]),
        ("‘Til dawn they sang.\n\nThey slept.", []),
        ("''It is late,'' he said of the dogs' home.", ["It is late,"]),
    ],
)
def test_single_marks_are_paired(text, marked):
    """Apostrophes are no marks; single marks enclose double ones, and go on over paragraphs that open them again."""
    assert marked == _marked(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("“It is late, and it is old, Ms Doe said on Monday.", "It is late, and it is old,"),
        ("“It is late, said Doe.", "It is late,"),
        ("“It is late, a man told the inquiry.", "It is late,"),
        ("“It is late, and nobody fell on Ms Doe.", "It is late, and nobody fell on Ms Doe."),
        ("“It is late, she says.", "It is late,"),
    ],
)
def test_forgotten_marks(text, said):
    """Words whose mark was forgotten end before who says them at the end of the paragraph."""
    assert [said] == _marked(text)
    assert said.rstrip(".,") in find_quotes(text)[1][0].words


def test_unseen_characters_are_no_part_of_words():
    """Soft hyphens and breaks of no width hide no word, and positions count in the text as it is."""
    text = "“It is sa\u00adfe,” har\u00adbour master\u200b Jan\u2060 Doe sa\u00adid."
    sources, quotes = find_quotes(text)
    assert ("Jan\u2060 Doe", "sa\u00adid") == (sources[0].name, quotes[0].attribution.cue.text)
    made = tokenize(text)
    assert ["safe", "harbour", "said"] == [made.words[k] for k in (3, 6, 10)]
    assert text[made.starts[6] : made.end(6)] == "har\u00adbour"


def test_entities_are_read_as_what_they_stand_for():
    """Words with entities are one word, and keep their place."""
    text = "Don&#39;t ask O&rsquo;Roe &amp; Sons&rsquo;s AT&amp;T."
    made = tokenize(text)
    assert ["Don", "'t", "ask", "O’Roe", "&", "Sons", "’s", "AT&T", "."] == list(made.words)
    assert text[made.starts[7] : made.end(7)] == "AT&amp;T"


_WORDS = st.lists(
    st.sampled_from(["rain", "Doe", "it's", "old", "the dogs' home", "a 6-foot wall"]), min_size=1, max_size=4
)
_SAID = st.tuples(_WORDS.map(" ".join), st.sampled_from([",", ".", "?", "!"])).map("".join)
_SHAPES = st.sampled_from([("“", "”"), ('"', '"'), ("«", "»"), ("„", "“"), ("``", "''"), ("「", "」")])


@given(st.lists(st.tuples(_SAID, _WORDS.map(" ".join)), min_size=1, max_size=5), _SHAPES)
def test_well_formed_marks_are_never_inverted(pairs, shape):
    """Where each mark stands at its words, what is between them is found, and nothing else."""
    opening, closing = shape
    text = " ".join(f"{opening}{said}{closing} {told}." for said, told in pairs)
    assert [said for said, _ in pairs] == _marked(text)


@given(st.text(st.sampled_from("a B.,' \"“”‘’«»`\n5"), max_size=60))
def test_stretches_are_in_order_and_apart(text):
    """Whatever the marks, stretches are in the order of the text, apart, and inside one paragraph."""
    found = find_marks(text)
    borders = [place for words in found for place in (words.opens, words.start, words.end, words.closes)]
    assert sorted(borders) == borders
    assert not any("\n\n" in text[words.start : words.end].strip() for words in found)
