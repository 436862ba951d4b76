"""Stories that the tests of tables and corpora share."""

import pytest

from newsschema import Anonymity, Article, Attribution, Fragment, Quote, QuoteKind, Source, Span, to_json

SPEAKERS = ("Ines Okafor", "Tomás Lindqvist", "Marit Sørby")


def story(number: int) -> Article:
    """A short article with two quotes, another one for each number."""
    name, depth = SPEAKERS[number % 3], number % 7 + 2
    first, second = f"The water stands {depth} feet high 🌊,", "the pumps had failed"
    text = f'"{first}" {name} told reporters.\n\nA port official said {second}. Day {number}.'
    said, reported = text.index(first), text.index(second)
    return Article(
        id=f"urn:example:{number}",
        headline="Harbour under water",
        text=text,
        published=f"2026-{number % 12 + 1:02}-03",
        sources=(
            Source(id="s1", name=name, role="harbour master"),
            Source(id="s2", description="A port official", anonymity=Anonymity.ANONYMOUS),
        ),
        quotes=(
            Quote(
                id="q1",
                kind=QuoteKind.DIRECT,
                content=(Fragment(text=first, start=said, end=said + len(first)),),
                attribution=Attribution(source="s1", cue=span(text, "told"), addressee=span(text, "reporters")),
            ),
            Quote(
                id="q2",
                kind=QuoteKind.INDIRECT,
                content=(Fragment(text=second, start=reported, end=reported + len(second), verbatim=False),),
                attribution=Attribution(source="s2", cue=span(text, "said"), confidence=0.5),
            ),
        ),
    )


def span(text: str, words: str) -> Span:
    """The first place of words in a text."""
    start = text.index(words)
    return Span(text=words, start=start, end=start + len(words))


@pytest.fixture
def stories() -> list[Article]:
    """Six of them."""
    return [story(number) for number in range(6)]


@pytest.fixture
def make_lines(tmp_path):
    """Write a file of that many stories as JSON lines."""

    def make(count: int, name: str = "in.jsonl"):
        path = tmp_path / name
        path.write_bytes(b"".join(to_json(story(number)) + b"\n" for number in range(count)))
        return path

    return make
