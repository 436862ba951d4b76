"""What can be wrong, and how it is told."""

from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING

from attrs import frozen

from newsschema._model.printable import printable_line

if TYPE_CHECKING:
    from newsschema._model.quotes import Span


class Code(StrEnum):
    """The stable name of a fault.

    A code never changes its meaning once released; the message beside it may improve. Each code has an entry, with a
    document that has the fault, on the page "Error codes" of the documentation.
    """

    # The document.
    INVALID_JSON = "invalid-json"
    DUPLICATE_KEY = "duplicate-key"
    UNSUPPORTED_VERSION = "unsupported-version"
    TOO_LARGE = "too-large"
    # The structure.
    MISSING_FIELD = "missing-field"
    UNKNOWN_FIELD = "unknown-field"
    WRONG_TYPE = "wrong-type"
    UNKNOWN_VALUE = "unknown-value"
    EMPTY_STRING = "empty-string"
    BAD_CHARACTER = "bad-character"
    BAD_DATE = "bad-date"
    BAD_URI = "bad-uri"
    BAD_LANGUAGE = "bad-language"
    EXTRA_NAME = "extra-name"
    # The meaning.
    SPAN_ANCHOR = "span-anchor"
    SPAN_ORDER = "span-order"
    SPAN_OUTSIDE = "span-outside"
    SPAN_MISMATCH = "span-mismatch"
    CONTENT_EMPTY = "content-empty"
    CONTENT_ORDER = "content-order"
    CONTENT_KIND = "content-kind"
    ATTRIBUTION_MISSING = "attribution-missing"
    ANONYMITY_NAME = "anonymity-name"
    DUPLICATE_ID = "duplicate-id"
    UNKNOWN_SOURCE = "unknown-source"
    UNKNOWN_PARENT = "unknown-parent"
    UNKNOWN_ANNOTATOR = "unknown-annotator"
    CYCLE = "cycle"
    PARENT_EXTENT = "parent-extent"
    CUE_OVERLAP = "cue-overlap"
    DATE_ORDER = "date-order"
    CONFIDENCE_RANGE = "confidence-range"


def format_path(path: tuple[str | int, ...]) -> str:
    """A path as a person writes it, `quotes[0].id`; nothing for the whole document."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).lstrip(".")


@frozen
class Issue:
    """One fault, in its place.

    Attributes:
        code: A [`Code`][newsschema.Code], or the name of a lint rule.
        path: Keys and indices from the document's root to the value at fault; empty for the document itself.
        message: What is wrong and what was expected, for a person. Not stable.

    Examples:
        >>> issue = Issue("wrong-type", ("quotes", 0, "id"), "expected a string, got 5")
        >>> issue.pointer
        '/quotes/0/id'
        >>> print(issue)
        quotes[0].id: expected a string, got 5 (wrong-type)
    """

    code: str
    path: tuple[str | int, ...]
    message: str

    @property
    def pointer(self) -> str:
        """The path as a JSON Pointer (RFC 6901)."""
        return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in self.path)

    def with_prefix(self, *steps: str | int) -> "Issue":
        """The same fault, seen from further out.

        Args:
            *steps: The keys and indices that lead to where this issue's path begins.
        """
        return Issue(self.code, (*steps, *self.path), self.message)

    def __str__(self) -> str:
        """One line, whatever stands in path and message: path, message, code."""
        place = format_path(self.path)
        return printable_line(f"{place}: {self.message} ({self.code})" if place else f"{self.message} ({self.code})")


class NewsSchemaError(Exception):
    """The root of every error that this library raises for bad data."""


class ValidationError(NewsSchemaError, ValueError):
    """Data that is no valid article, quote or part of one, with every fault that was found.

    Attributes:
        issues: Every fault, once: first those of single values, in document order, then those between values.

    Examples:
        >>> from newsschema import Span
        >>> try:
        ...     Span(text="envoy", start=9, end=4)
        ... except ValidationError as error:
        ...     print(error.issues[0].code)
        span-order
    """

    def __init__(self, issues: Iterable[Issue]) -> None:
        """Take the faults found, at least one."""
        self.issues: tuple[Issue, ...] = tuple(issues)
        super().__init__(self.issues)

    def __str__(self) -> str:
        """The faults, a line each."""
        if len(self.issues) == 1:
            return str(self.issues[0])
        return "\n".join([f"{len(self.issues)} faults", *(f"  {issue}" for issue in self.issues)])


class PositionError(NewsSchemaError, ValueError):
    """A position outside the text, or in the middle of a character."""


class WordsError(NewsSchemaError, ValueError):
    """Words that have no one place in an article.

    Attributes:
        words: The words that were looked for.
        places: The places that there are.
    """

    def __init__(self, message: str, words: str, places: "tuple[Span, ...]" = ()) -> None:
        """Take the message, the words and their places."""
        super().__init__(message, words, places)
        self.words = words
        self.places = places

    def __str__(self) -> str:
        """The message, which lists the places."""
        return printable_line(str(self.args[0]))


class WordsNotFoundError(WordsError):
    """Words that do not stand in the article, or not so many times.

    Attributes:
        words: The words that were looked for.
        places: The places that there are, fewer than were asked for.
    """


class AmbiguousWordsError(WordsError):
    """Words that stand in several places, where one was asked for.

    Attributes:
        words: The words that were looked for.
        places: All of the places that it might be.
    """


class MissingExtraError(NewsSchemaError, ImportError):
    """An optional part was used whose dependency is not installed; the message names the extra that brings it."""

    def __init__(self, feature: str, extra: str) -> None:
        """Take what was asked for, and the extra that provides it."""
        self.feature = feature
        self.extra = extra
        super().__init__(feature, extra)

    def __str__(self) -> str:
        """The message with the command that mends it."""
        return f"{self.feature} needs an optional dependency: pip install 'newsschema[{self.extra}]'"


class NewsSchemaWarning(UserWarning):
    """Something that a reader of the data should know and that is no fault, such as a newer minor version."""
