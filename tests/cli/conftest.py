"""What the tests of the command share."""

import io
import sys
from collections.abc import Callable
from typing import NamedTuple

import pytest

from newsschema import (
    Anonymity,
    Article,
    Attribution,
    Dateline,
    Fragment,
    Medium,
    Polarity,
    Quote,
    QuoteKind,
    Source,
    SourceKind,
    Span,
    to_json,
)
from newsschema.cli import _app, main

TEXT = (
    "The “Old Goat” mill will grind again, miller Åse Brå told visitors at the fair.\n\n"
    "“We start [in May],” she said, and “not before”.\n\n"
    "“Flour, Åse says, ‘is patience’,” a baker wrote.\n\n"
    "The council denied that it would pay."
)


class Ran(NamedTuple):
    """What a run of the command gave."""

    code: int
    out: str
    err: str


@pytest.fixture
def run(capsysbinary, monkeypatch) -> Callable[..., Ran]:
    """Run the command in this process."""
    monkeypatch.setenv("COLUMNS", "90")
    monkeypatch.setattr(_app.app, "console", _app.console())  # what a failed write leaves in it stays in its test
    for name in ("FORCE_COLOR", "NO_COLOR", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)

    def run(*tokens: object, given: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
        code = main([str(token) for token in tokens])
        out, err = capsysbinary.readouterr()
        return Ran(code, out.decode(), err.decode())

    return run


def _span(words: str, cls: type[Span] = Span, **fields: object) -> Span:
    start = TEXT.index(words)
    return cls(text=words, start=start, end=start + len(words), **fields)


@pytest.fixture
def article() -> Article:
    """A story with a named, an anonymous and an unnamed speaker, an epithet, a quote in a quote and a denial."""
    sources = (
        Source(id="s1", name="Åse Brå", kind=SourceKind.PERSON, role="miller"),
        Source(id="s2", description="a baker", anonymity=Anonymity.ANONYMOUS),
    )
    quotes = (
        Quote(id="q1", kind=QuoteKind.EPITHET, content=(_span("Old Goat", Fragment),)),
        Quote(
            id="q2",
            kind=QuoteKind.INDIRECT,
            content=(_span("mill will grind again", Fragment, verbatim=False),),
            attribution=Attribution(
                source="s1",
                mention=_span("miller Åse Brå"),
                cue=_span("told"),
                addressee=_span("visitors"),
                setting=_span("at the fair"),
            ),
        ),
        Quote(
            id="q3",
            kind=QuoteKind.DIRECT,
            content=(_span("We start [in May],", Fragment), _span("not before", Fragment)),
            attribution=Attribution(source="s1", mention=_span("she"), cue=_span("said")),
        ),
        Quote(
            id="q4",
            kind=QuoteKind.DIRECT,
            content=(_span("Flour, Åse says, ‘is patience’,", Fragment),),
            attribution=Attribution(source="s2", cue=_span("wrote"), medium=Medium.WRITING, via=Span(text="the wire")),
        ),
        Quote(
            id="q5",
            kind=QuoteKind.DIRECT,
            content=(_span("is patience", Fragment),),
            attribution=Attribution(source="s1", cue=_span("says")),
            parent="q4",
        ),
        Quote(
            id="q6",
            kind=QuoteKind.INDIRECT,
            content=(_span("that it would pay", Fragment, verbatim=False),),
            attribution=Attribution(cue=_span("denied"), polarity=Polarity.DENIED),
        ),
    )
    return Article(
        id="urn:example:mill",
        headline="Mill to grind again",
        text=TEXT,
        byline="By Lena Brandt",
        credit="MNA",
        dateline=Dateline(text="ODDA, March 3", place="ODDA"),
        published="2026-03-03",
        sources=sources,
        quotes=quotes,
    )


@pytest.fixture
def story(article, tmp_path):
    """The story's article JSON in a file."""
    path = tmp_path / "story.json"
    path.write_bytes(to_json(article))
    return path
