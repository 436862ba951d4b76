"""What an editor hands out and takes back: references to parts of an article, and faults with their calls."""

import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import FrameType
from typing import Any, Final, Generic, TypeAlias, TypeGuard, TypeVar

from attrs import frozen

from newsschema._model.base import Model
from newsschema._model.errors import Issue, ValidationError
from newsschema._model.finding import NEIGHBOUR
from newsschema._model.messages import format_value
from newsschema._model.printable import printable_line
from newsschema._model.types import Annotator, Quote, Source, Span
from newsschema._model.values import wrong_type

M_co = TypeVar("M_co", bound=Model, covariant=True)

WORDS_NOT_FOUND: Final = "words-not-found"
"""The code of words that do not stand in the article."""
WORDS_AMBIGUOUS: Final = "words-ambiguous"
"""The code of words that stand in several places, where nothing tells which is meant."""
OTHER_SOURCE: Final = "other-source"
"""The code of quotes that are not all of the source that a call takes them to be of."""
SINGLE_MEMBER: Final = "single-member"
"""The code of a group that has one member left, since its members were merged."""


class Ref(Generic[M_co]):
    """A reference to a part of the article that an `Editor` makes; only that editor can use it.

    Attributes:
        id: The id of the source, quote or annotator; for other parts, a name used in messages.

    Examples:
        >>> from newsschema import build
        >>> build(text="Rain fell.").add_source(name="Ines Okafor").id
        's1'
    """

    __slots__ = ("_type", "id")

    def __init__(self, kind: type[M_co], id: str) -> None:  # noqa: A002 - the name of the field
        """Refer to a part of some type."""
        self._type: type[M_co] = kind
        self.id: str = id

    def __repr__(self) -> str:
        """What it refers to."""
        return f"<{self._type.__name__} {self.id}>"


Words: TypeAlias = str | Span
"""Words that stand in the article, or a span of it."""
SourceLike: TypeAlias = Ref[Source] | Source | str
"""A source of the article: what `add_source` gave, a source that was there before, or an id."""
QuoteLike: TypeAlias = Ref[Quote] | Quote | str
AnnotatorLike: TypeAlias = Ref[Annotator] | Annotator | str
Near: TypeAlias = Ref[Quote] | Quote | Span | int | str
"""What words may stand near to."""


@frozen
class Call:
    """A call of a method of an editor.

    Attributes:
        name: The method.
        arguments: Its arguments, as text.
        filename: The file of the call.
        line: The line of the call, from 1.
    """

    name: str
    arguments: str
    filename: str
    line: int

    def __str__(self) -> str:
        """The call and where it was made."""
        return printable_line(f"{self.name}({self.arguments}) in {Path(self.filename).name}:{self.line}")


@frozen
class EditFault:
    """One fault of an article that was built or edited, and the call that caused it.

    Attributes:
        issue: The fault and its place in the article.
        call: The call; `None` if the article already had the fault.
    """

    issue: Issue
    call: Call | None = None

    def __str__(self) -> str:
        """One line: the fault, and the call."""
        return str(self.issue) if self.call is None else f"{self.issue}, from {self.call}"


def kind_of(part: object) -> type[Model] | None:
    """Of which type a part is that a reference or an object stands for; `None` for anything else."""
    if isinstance(part, Ref):
        return part._type  # pyright: ignore[reportUnknownVariableType, reportUnknownMemberType]
    return type(part) if isinstance(part, Model) else None


def is_quote(near: object) -> TypeGuard[Ref[Quote] | Quote]:
    """Whether words are near to a quote."""
    return isinstance(near, Ref | Quote)


def parse_near(value: object) -> object:
    """What words are near to.

    Raises:
        InvalidValue: They can be near to no such thing.
    """
    if isinstance(value, bool) or not isinstance(value, Ref | Quote | Span | int | str):
        raise wrong_type(NEIGHBOUR, value)
    return value  # pyright: ignore[reportUnknownVariableType]


class EditError(ValidationError):
    """The article that was built or edited is not valid. Carries every fault and the call that caused it.

    Besides the codes of invalid documents there are `words-not-found` and `words-ambiguous`; `unknown-part` for an
    object or a reference that is not of this article; `other-source` where a call would give quotes of another source
    than it names, or of several, to one; and `single-member` for a group whose members were merged into one.

    Attributes:
        faults: Every fault with its call.
        issues: The faults alone.

    Examples:
        >>> from newsschema import build
        >>> editor = build(text="“Up,” she said.")
        >>> quote = editor.add_quote("Down", source="nobody")
        >>> try:
        ...     editor.article()
        ... except EditError as error:
        ...     print([(fault.issue.code, fault.call.name) for fault in error.faults])
        [('words-not-found', 'add_quote'), ('unknown-source', 'add_quote')]
    """

    def __init__(self, faults: Iterable[EditFault]) -> None:
        """Take the faults found, at least one."""
        self.faults: tuple[EditFault, ...] = tuple(faults)
        super().__init__(fault.issue for fault in self.faults)
        self.args: tuple[Any, ...] = (self.faults,)

    def __str__(self) -> str:
        """The faults, a line each."""
        if len(self.faults) == 1:
            return str(self.faults[0])
        return "\n".join([f"{len(self.faults)} faults", *(f"  {fault}" for fault in self.faults)])


def call_of(name: str, given: Sequence[Any], fields: Mapping[str, Any]) -> Call:
    """The call of a method that runs now, from the first frame outside of this package."""
    frame: FrameType | None = sys._getframe(1)
    while frame is not None and f"{frame.f_globals.get('__name__', '')}.".startswith("newsschema."):
        frame = frame.f_back
    shown = [*map(_shown, given), *(f"{field}={_shown(value)}" for field, value in fields.items())]
    filename, line = (frame.f_code.co_filename, frame.f_lineno) if frame else ("", 0)
    return Call(name, ", ".join(shown), filename, line)


def _shown(value: Any) -> str:
    if isinstance(value, Ref):
        return value.id
    if isinstance(value, Model):
        return f"<{type(value).__name__} {format_value(getattr(value, 'text', getattr(value, 'id', '')))}>"
    return format_value(value)
