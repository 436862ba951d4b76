"""The report of what happened to each span when the text of an article changed."""

from enum import StrEnum

from attrs import frozen

from newsschema._model.enums import Part
from newsschema._model.errors import Path, format_path
from newsschema._model.messages import format_value
from newsschema._model.printable import printable_line
from newsschema._model.types import Span


class SpanOutcome(StrEnum):
    """What happened to a span when the text changed."""

    KEPT = "kept"
    """The same words in the same place, or still without a place."""
    MOVED = "moved"
    """The same words in another place."""
    REWORDED = "reworded"
    """Its place is known, but the words there have changed."""
    LOST = "lost"
    """Its place is not certain; it keeps its words without a place."""


@frozen(kw_only=True)
class SpanChange:
    """What happened to one span.

    Attributes:
        path: Keys and indices of the span in the article.
        outcome: What happened to it.
        before: The span as it was.
        after: The span as it is.
        reason: Why it has lost its place; `None` if it has not.

    Examples:
        >>> said = Span(text="said", start=12, end=16)
        >>> path = ("quotes", 0, "attribution", "cue")
        >>> print(SpanChange(path=path, outcome="kept", before=said, after=said))
        quotes[0].attribution.cue: 'said' kept at 12
    """

    path: Path
    outcome: SpanOutcome
    before: Span
    after: Span
    reason: str | None = None

    def __str__(self) -> str:
        """One line: path, words, and what became of them."""
        words, now = format_value(self.before.text), self.after
        where = "" if now.part is Part.TEXT else f" in the {now.part.value}"
        told = {
            SpanOutcome.KEPT: f"{words} kept" + ("" if now.start is None else f" at {now.start}{where}"),
            SpanOutcome.MOVED: f"{words} moved from {self.before.start} to {now.start}{where}",
            SpanOutcome.REWORDED: f"{words} now reads {format_value(now.text)}, at {now.start}{where}",
            SpanOutcome.LOST: f"{words} has lost its place: {self.reason}",
        }
        return printable_line(f"{format_path(self.path)}: {told[SpanOutcome(self.outcome)]}")


@frozen
class ReanchorReport:
    """What happened to every span of an article when its text changed; true if an editor should look.

    Attributes:
        changes: What happened to each span, in the order of the quotes.

    Examples:
        >>> bool(ReanchorReport())
        False
    """

    changes: tuple[SpanChange, ...] = ()

    def of(self, outcome: SpanOutcome) -> tuple[SpanChange, ...]:
        """The spans with this outcome.

        Args:
            outcome: The outcome.
        """
        return tuple(change for change in self.changes if change.outcome == outcome)

    @property
    def lost(self) -> tuple[SpanChange, ...]:
        """The spans that have lost their place."""
        return self.of(SpanOutcome.LOST)

    @property
    def reworded(self) -> tuple[SpanChange, ...]:
        """The spans whose words have changed."""
        return self.of(SpanOutcome.REWORDED)

    def __bool__(self) -> bool:
        """Whether a span was lost or has other words."""
        return bool(self.lost or self.reworded)

    def __str__(self) -> str:
        """What was lost and what has other words, a line each."""
        return "\n".join(map(str, (*self.lost, *self.reworded)))
