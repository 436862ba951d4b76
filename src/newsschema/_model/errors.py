"""Codes, issues and exceptions."""

from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING

from attrs import frozen

from newsschema._model.printable import printable_line

if TYPE_CHECKING:
    from newsschema._model.quotes import Span


class Code(StrEnum):
    """The stable name of a fault.

    A code never changes its meaning; the message may change. The page "Error codes" of the documentation has an entry
    for each, with a document that has the fault.
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
    """One fault and its place.

    Attributes:
        code: A [`Code`][newsschema.Code], or the name of a lint rule.
        path: Keys and indices from the root of the document to the faulty value; empty for the document itself.
        message: What is wrong and what was expected, in words. May change.

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
        """The same fault with a longer path, as seen from an enclosing value.

        Args:
            *steps: The keys and indices to put in front of the path.
        """
        return Issue(self.code, (*steps, *self.path), self.message)

    def __str__(self) -> str:
        """One line, whatever stands in path and message: path, message, code."""
        place = format_path(self.path)
        return printable_line(f"{place}: {self.message} ({self.code})" if place else f"{self.message} ({self.code})")


class NewsSchemaError(Exception):
    """The base class of every error that this library raises for bad data."""


class ValidationError(NewsSchemaError, ValueError):
    """The data is not a valid article, quote or part of one. Carries every fault.

    Attributes:
        issues: Every fault, once: first the faults of single values in document order, then those between values.

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
    """The position is outside the text, or in the middle of a character."""


class WordsError(NewsSchemaError, ValueError):
    """Words without a single place in an article.

    Attributes:
        words: The words that were searched for.
        places: The places where they occur.
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
    """The words do not occur in the article, or not so many times.

    Attributes:
        words: The words that were searched for.
        places: The places where they occur, fewer than asked for.
    """


class AmbiguousWordsError(WordsError):
    """The words occur in several places, and one was asked for.

    Attributes:
        words: The words that were searched for.
        places: All the places where they occur.
    """


class MissingExtraError(NewsSchemaError, ImportError):
    """A dependency of an optional feature is not installed; the message names the extra to install."""

    def __init__(self, feature: str, extra: str) -> None:
        """Take what was asked for, and the extra that provides it."""
        self.feature = feature
        self.extra = extra
        super().__init__(feature, extra)

    def __str__(self) -> str:
        """The message with the command to install it."""
        return f"{self.feature} needs an optional dependency: pip install 'newsschema[{self.extra}]'"


class NewsSchemaWarning(UserWarning):
    """Something worth knowing that is not a fault, such as a document of a newer minor version."""
