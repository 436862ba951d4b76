"""What the tests of the reader share."""

from collections.abc import Callable
from typing import TypeAlias

import pytest

from newsschema.reading import find_quotes

Said: TypeAlias = Callable[[str], list[tuple[str, str | None]]]


@pytest.fixture(scope="session")
def said() -> Said:
    """What gives the words of each quote in a text that is attributed, with the label of its source."""

    def read(text: str) -> list[tuple[str, str | None]]:
        sources, quotes = find_quotes(text)
        labels = {source.id: source.label for source in sources}
        return [(quote.words, labels.get(quote.source or "")) for quote in quotes if quote.attribution is not None]

    return read
