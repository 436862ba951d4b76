"""What commands take alike: files, switches, and what is given for documents."""

from typing import Annotated, Any, Final

from attrs import frozen
from cyclopts import Parameter
from cyclopts.validators import Number

from newsschema._model.errors import ValidationError
from newsschema.cli._streams import Stop
from newsschema.corpus import ReadOptions
from newsschema.corpus._given import check_given


def _no_option(_: Any, value: object) -> None:
    """A file that begins with a hyphen is a mistyped option; only `-` alone has a meaning."""
    name = str(value)
    if name.startswith("-") and name != "-":
        raise Stop(f"unknown option {name}; for a file of that name write ./{name} (see newsschema --help)")


_FILE: Final = Parameter(allow_leading_hyphen=True, validator=_no_option, metavar="FILE")

Input = Annotated[str, _FILE]
"""A file to read, or `-` for standard input."""

Output = Annotated[str | None, _FILE, Parameter(name=("--output", "-o"))]
"""A file to write, whole or not at all; standard output where there is none, or for `-`.

As text, since the slash at the end of a folder's name is lost on a path."""

Flag = Annotated[bool, Parameter(negative="", show_default=False)]
"""A switch that is off unless it is named."""


@Parameter(name="*")
@frozen(kw_only=True)
class Reading:
    """What is given for documents, and how they are read.

    Attributes:
        publisher: The publisher, for documents that do not name one.
        section: The section, for documents that do not name one.
        language: The language (BCP 47), for documents that do not name one.
        published: The date, or the time with an offset, for documents that do not give one.
        url: The address, for documents that do not give one.
        encoding: The encoding of text. By default it is detected, and a guess is reported; `utf-8` prevents guessing.
        as_is: Read plain text as it is. By default tags, entities and Markdown are removed and broken lines joined, and
            that is reported.
        find_quotes: Find the quotations of articles that have none, such as news items and pages. In plain text they
            are always found.
        min_confidence: The lowest confidence, 0 to 1, at which a quotation is kept; 0 keeps everything. The default is
            0.7.
    """

    publisher: str | None = None
    section: str | None = None
    language: str | None = None
    published: str | None = None
    url: str | None = None
    encoding: str | None = None
    as_is: Flag = False
    find_quotes: Flag = False
    min_confidence: Annotated[float | None, Parameter(validator=Number(gte=0, lte=1))] = None

    @property
    def given(self) -> dict[str, str]:
        """What is given, by the names of the fields.

        Raises:
            Stop: A value is none that its field can have.
        """
        names = ("publisher", "section", "language", "published", "url")
        given = {name: value for name in names if (value := getattr(self, name)) is not None}
        try:
            check_given(given)
        except ValidationError as error:
            raise Stop(*(f"--{issue.path[0]}: {issue.message}" for issue in error.issues)) from None
        return given

    @property
    def options(self) -> ReadOptions:
        """Options for reading documents."""
        sure = {} if self.min_confidence is None else {"min_confidence": self.min_confidence}
        return ReadOptions(encoding=self.encoding, as_is=self.as_is, find_quotes=self.find_quotes, reader=sure)


NOTHING: Final = Reading()
