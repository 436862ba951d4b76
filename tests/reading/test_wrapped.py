"""Copy whose lines are broken at a width, as wires and mail send it, is read as copy of one line a paragraph."""

import textwrap

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsschema import read_text
from newsschema._wrapping import is_wrapped, unwrapped
from newsschema.reading import find_quotes

_HEAD = """\
Harbour master of Vallnes leaves after a long quarrel over who may run the new ferry to the islands

By Lena Brandt and Marc Oduya
"""
_BODY = """\
VALLNES, March 3 (Reuters) - The harbour master of Vallnes resigned on Tuesday after a dispute over a ferry contract
that had split the town council for months, officials said.

"I have done what I could, and I leave with a clear conscience," Capt. Tora Mendes told reporters outside the harbour
office. "The contract was never mine to sign, and the U.S. owners knew it."

The council said it would name a successor within two weeks and that the boats would keep running until then.

“Nobody will be left standing on the quay,” said deputy mayor Pia Sandvik, who has backed the new owners from the start.
She denied that Mendes had been pushed out.

“We asked for a plan, and got a picture.

“We asked again, and got the frame.”

Skippers' union leader Olav Brekke called the departure “a loss for everybody who works on the water”, and said that Ms.
Sandvik “should tell the town what the owners were promised”.

(Reporting by Lena Brandt in Vallnes; Editing by Marc Oduya)
"""
_PARAGRAPHS = [" ".join(paragraph.split()) for paragraph in _BODY.split("\n\n")]
_STORY = "\n\n".join([_HEAD.strip(), *_PARAGRAPHS])
_LIST = """To bring:
eggs
flour and
milk"""
_VERSE = """The tide came in at seven bells,
And took the nets away;
The tide went out and left us shells
and nothing more to say."""
_TITLED = """Arch to reopen
by Lena Brandt
The arch will reopen on Monday, the harbour master said, and the whole town is asked to come and walk across it."""


def _wrapped(width, *, indent):
    """The story in so many columns; an indent begins the paragraphs of its body, or blank lines part them."""
    first = "   " if indent else ""
    head = [textwrap.fill(line, width) for line in _HEAD.split("\n\n")]
    body = [textwrap.fill(words, width, initial_indent=first, break_on_hyphens=False) for words in _PARAGRAPHS]
    return "\n\n".join([*head, ("\n" if indent else "\n\n").join(body)])


def _flat(words):
    return " ".join(words.split())


def _read(text):
    """The frame of a story, and who says what in it, with one space for each white space."""
    article = read_text(text)
    frame = [article.headline, article.byline, article.dateline.text, article.credit, len(article.paragraphs)]
    said = [
        (
            quote.kind,
            _flat(quote.words),
            source and _flat(source.label),
            quote.attribution and quote.attribution.polarity,
        )
        for quote in article.quotes
        for source in [article.source_of(quote)]
    ]
    return frame, said, [(source.kind, source.anonymity) for source in article.sources]


@given(width=st.integers(50, 110), indent=st.booleans())
@example(width=72, indent=False)
@example(width=72, indent=True)
def test_width_changes_nothing(width, indent):
    """Whatever the width, and whether blank lines or indents part the paragraphs, the same is found."""
    assert _read(_STORY) == _read(_wrapped(width, indent=indent))


def test_words_keep_their_lines():
    """Words go over the end of a line as they stand in the text, and positions are those of the text."""
    text = _wrapped(72, indent=False)
    _, quotes = find_quotes(text)
    assert all(text[piece.start : piece.end] == piece.text for quote in quotes for piece in quote.content)
    assert any("\n" in piece.text for quote in quotes for piece in quote.content)


@pytest.mark.parametrize("text", [_LIST, _VERSE, _TITLED, _STORY, "\n".join(_PARAGRAPHS), "Rain\nfell.", "\n"])
def test_other_short_lines_are_lines(text):
    """Lists, verses and paragraphs of one line are not wrapped, though a small letter may begin a line."""
    assert not is_wrapped(text)
    assert text == unwrapped(text)


def test_one_line_that_goes_on_is_enough():
    """A line that is full and goes on in small letters is wrapped, in a text of two lines too."""
    text = "“The kettle is on,” said Ann Lind, who looks after the lighthouse and\nits visitors."
    assert is_wrapped(text)
    assert text.replace("\n", " ") == unwrapped(text)


def test_room_ends_a_paragraph():
    """Where no blank line and no indent parts them, a line with room for the next word ends a paragraph."""
    first = "The kiln was cold, the potter said, and nobody knew when it would be\nlit again."
    second = "“We wait,” the glazier said, and went back to the shop in which she had\nwaited since last year."
    article = read_text(f"{first}\n{second}")
    assert 2 == len(article.paragraphs)
