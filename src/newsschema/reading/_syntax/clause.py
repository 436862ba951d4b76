"""What those who read a clause share: its sentence, and what ends it."""

from __future__ import annotations

from typing import Final

from newsschema.reading._lexicon.tags import TAGS, Tag
from newsschema.reading._syntax.chunks import KINDS, Kind, Sentence
from newsschema.reading._syntax.pairs import stop_inside
from newsschema.reading._syntax.phrases import subject

_VERB: Final = KINDS.pattern("<predicate>")
_TRIMMED: Final = TAGS["comma dash colon semicolon"]


class Clause:
    """A sentence whose clauses are read; positions are indices of tokens."""

    def __init__(self, sentence: Sentence, outer: str, tags: str) -> None:
        self.sentence = sentence
        self.kinds = sentence.kinds
        self.outer = outer
        self.lower = sentence.lower
        self.tags = tags
        self.high = sentence.after

    def trim(self, end: int) -> int:
        """Step back over commas, dashes and colons."""
        while end and self.outer[end - 1] in _TRIMMED:
            end -= 1
        return end

    def ends(self, close: int) -> bool:
        """Whether a token is a closing mark that ends what was said."""
        return self.outer[close] == Tag.CLOSE and self.stop_at(close) in ",.?"

    def stop_at(self, close: int) -> str:
        """The tag before a closing mark, or of the comma after it."""
        return "," if self.outer[close + 1] == "," else stop_inside(self.tags, close)

    def acts_before(self, k: int, low: int = 0) -> bool:
        """Whether a verb stands before a chunk, but not in a clause of the subject that ends there: "one who left"."""
        verb = _VERB.search(self.kinds, low, k)
        front = None if verb is None else subject(self.sentence, k, low)
        if verb is None or front is None:
            return verb is not None
        return Kind.RELATIVE not in self.kinds[self.sentence.at(front[0]) : verb.start()]

    def has_verb(self, first: int, after: int | None = None) -> bool:
        """Whether a verb stands between two tokens."""
        s = self.sentence
        return _VERB.search(s.kinds, s.at(first), s.size if after is None else s.at(after)) is not None
