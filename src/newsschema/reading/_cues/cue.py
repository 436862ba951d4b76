"""A cue: a word by which somebody says something, where it stands."""

from __future__ import annotations

import attrs

from newsschema.reading._lexicon.frames import Form, Frame
from newsschema.reading._lexicon.words import WORDS
from newsschema.reading._syntax.chunks import Range


@attrs.define(eq=False)
class Cue:
    """A cue word with its group (auxiliaries, adverbs, particles), how it is used and what follows.

    Positions are indices of tokens; ``chunk`` is where its verb group or noun phrase stands in its sentence, and
    ``body`` where its complement begins; ``agent`` is the holder named after a noun: "claims by agencies that".
    """

    first: int
    after: int
    head: int
    base: str
    form: Form
    frame: Frame
    body: int
    chunk: int
    addressee: Range | None = None
    agent: Range | None = None

    @property
    def raises(self) -> bool:
        """Whether the subject belongs to what is said: "it is expected to", "it seems", but not "she expects it to"."""
        expects = self.form != Form.PASSIVE and self.base in WORDS.classes["expect"]
        return self.base in WORDS.raising and not expects

    def put(self, after: int, frame: Frame, body: int, addressee: Range | None = None) -> Cue:
        """Read what follows the cue in another way."""
        self.after, self.frame, self.body, self.addressee = after, frame, body, addressee
        return self
