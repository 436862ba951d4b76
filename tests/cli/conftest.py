"""What the tests of the command share."""

import io
import sys
from collections.abc import Callable
from typing import NamedTuple

import pytest

from newsschema import to_json
from newsschema.cli import _app, _streams, main


class Ran(NamedTuple):
    """What a run of the command gave."""

    code: int
    out: str
    err: str


@pytest.fixture
def run(capsysbinary, monkeypatch) -> Callable[..., Ran]:
    """Run the command in this process."""
    monkeypatch.setenv("COLUMNS", "90")
    monkeypatch.setattr(_app.app, "console", _streams.console())  # what a failed write leaves in it stays in its test
    for name in ("FORCE_COLOR", "NO_COLOR", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)

    def run(*tokens: object, given: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
        code = main([str(token) for token in tokens])
        out, err = capsysbinary.readouterr()
        return Ran(code, out.decode(), err.decode())

    return run


@pytest.fixture
def story(article, tmp_path):
    """The story's article JSON in a file."""
    path = tmp_path / "story.json"
    path.write_bytes(to_json(article))
    return path
