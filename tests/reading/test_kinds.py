r"""Kinds of sentences of everyday news, in both directions: what must be found, and what must not.

Each file in `kinds/` is about one question. A line that begins with "==" names a kind. A text stands at the margin,
with "\n" for a new line; below it, indented, is each quote that the reader must find in it, as "SPEAKER: WORDS": all
of them in their order, or "-" for none. The speaker is "nobody" where a quote has none. "*" stands for any speaker or
any words, and "..." for whatever quotes there are, or none.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from pathlib import Path

import pytest

_FOLDER = Path(__file__).with_name("kinds")
_REST = "..."


def _cases(lines: Sequence[str]) -> Iterator[tuple[str, str, list[str]]]:
    """The name of the kind, the text and what must be found, of each case of a file."""
    kind, text, due = "", "", list[str]()
    for line in [*lines, "=="]:
        if line.startswith("    "):
            due.append(line.strip().replace("\\n", "\n"))
        elif line and not line.startswith("# "):
            if text:
                yield kind, text, [] if due == ["-"] else due
            starts = line.startswith("==")
            kind, text, due = (line[3:], "", []) if starts else (kind, line.replace("\\n", "\n"), [])


def _fits(found: Sequence[tuple[str, str | None]], due: Sequence[str]) -> bool:
    """Whether quotes are those that a file asks for."""
    if not due:
        return not found
    if due[0] == _REST:
        return any(_fits(found[k:], due[1:]) for k in range(len(found) + 1))
    speaker, words = due[0].split(": ", 1)
    return bool(found) and _is(found[0], speaker, words) and _fits(found[1:], due[1:])


def _is(found: tuple[str, str | None], speaker: str, words: str) -> bool:
    said, label = found
    return speaker in {"*", label or "nobody"} and words in {"*", said}


@pytest.mark.parametrize(
    "cases",
    [
        pytest.param([case[1:] for case in cases], id=f"{path.stem}: {kind}")
        for path in sorted(_FOLDER.glob("*.txt"))
        for kind, cases in groupby(_cases(path.read_text("utf-8").splitlines()), itemgetter(0))
    ],
)
def test_what_is_said(said, cases):
    """What the reader finds in each text of a kind is what the file says: none is misread."""
    misread = [f"{text}\n    {found}" for text, due in cases if not _fits(found := said(text), due)]
    assert not misread, "\n".join(misread)


@pytest.mark.parametrize(
    ("due", "fits"),
    [
        (["Ann: a", "nobody: b"], True),
        (["Ann: a"], False),
        (["nobody: b", "Ann: a"], False),
        (["...", "*: b"], True),
        (["Ann: *", "..."], True),
        (["...", "Bo: *", "..."], False),
        (["..."], True),
        ([], False),
    ],
)
def test_how_a_file_asks(due, fits):
    """All quotes in their order must be there, but for what is left open."""
    assert fits is _fits([("a", "Ann"), ("b", None)], due)
