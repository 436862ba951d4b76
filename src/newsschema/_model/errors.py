"""Codes, issues and exceptions."""

import sys
import warnings
from collections.abc import Iterable
from enum import StrEnum
from importlib import import_module
from typing import Any, Final, TypeAlias

from attrs import frozen

from newsschema._model.printable import printable_line

Path: TypeAlias = tuple[str | int, ...]
"""Keys and indices that lead to a value."""


class Code(StrEnum):
    """The stable name of a fault.

    A code never changes its meaning; the message may change. The page "Error codes" of the documentation has an entry
    for each, with a document that has the fault.
    """

    # The document.
    INVALID_JSON = "invalid-json"
    """The bytes are not JSON in UTF-8, or hold a number that cannot be represented."""
    DUPLICATE_KEY = "duplicate-key"
    """An object repeats a key."""
    UNSUPPORTED_VERSION = "unsupported-version"
    """The `schema_version` is not a version that this library knows."""
    TOO_LARGE = "too-large"
    """The document exceeds a limit, or has more faults than are reported."""
    # The structure.
    MISSING_FIELD = "missing-field"
    """A required field is missing."""
    UNKNOWN_FIELD = "unknown-field"
    """The object has a field that its type does not have."""
    WRONG_TYPE = "wrong-type"
    """The value has the wrong type."""
    UNKNOWN_VALUE = "unknown-value"
    """The value is not one of the words that the field takes."""
    EMPTY_STRING = "empty-string"
    """The string is empty."""
    BAD_CHARACTER = "bad-character"
    """The string contains a NUL or a lone surrogate."""
    BAD_DATE = "bad-date"
    """The string is not a date, or not a time with an offset from UTC (RFC 3339)."""
    BAD_URI = "bad-uri"
    """The string is not a URI (RFC 3986)."""
    BAD_LANGUAGE = "bad-language"
    """The string is not a language tag (BCP 47)."""
    EXTRA_NAME = "extra-name"
    """A name under `extra` is neither a URI nor a reversed domain."""
    # The meaning.
    SPAN_ANCHOR = "span-anchor"
    """A span has a start but no end, or an end but no start."""
    SPAN_ORDER = "span-order"
    """A span's start is negative, or not before its end."""
    SPAN_OUTSIDE = "span-outside"
    """A span ends after the end of its part, or is in a part that the article does not have."""
    SPAN_MISMATCH = "span-mismatch"
    """The article has other words at the place of the span."""
    CONTENT_EMPTY = "content-empty"
    """A quote has no fragment."""
    CONTENT_ORDER = "content-order"
    """A fragment begins before the previous one has ended."""
    CONTENT_KIND = "content-kind"
    """The fragments do not fit the kind of the quote."""
    ATTRIBUTION_MISSING = "attribution-missing"
    """A quote that is not an epithet has no attribution."""
    ANONYMITY_NAME = "anonymity-name"
    """A source has a name and is not `named`, or is `named` and has no name."""
    DUPLICATE_ID = "duplicate-id"
    """Two quotes, two sources or two annotators have the same id."""
    UNKNOWN_SOURCE = "unknown-source"
    """A quote or a list of members refers to a source that is not in the article."""
    UNKNOWN_PARENT = "unknown-parent"
    """The parent of a quote is not in the article."""
    UNKNOWN_ANNOTATOR = "unknown-annotator"
    """A quote names an annotator that is not in the article."""
    CYCLE = "cycle"
    """A quote is inside itself, or a source is a member of itself."""
    PARENT_EXTENT = "parent-extent"
    """A fragment of a quote does not lie inside a fragment of its parent."""
    CUE_OVERLAP = "cue-overlap"
    """The cue overlaps the mention."""
    DATE_ORDER = "date-order"
    """The article was updated before it was published."""
    CONFIDENCE_RANGE = "confidence-range"
    """A confidence is not a number from 0 to 1."""


def format_path(path: Path) -> str:
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

    code: Code | str
    path: Path
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


def import_extra(module: str, feature: str, extra: str) -> Any:
    """A module of an optional dependency, imported when a feature first needs it.

    Raises:
        MissingExtraError: It is not installed.
    """
    try:
        return import_module(module)
    except ImportError:
        raise MissingExtraError(feature, extra) from None


class NewsSchemaWarning(UserWarning):
    """Something worth knowing that is not a fault, such as a document of a newer minor version."""


_INSIDE: Final = ("newsschema", "cattrs", "pydantic", "attr")


def warn(message: str) -> None:
    """Warn of data that is no fault, at the place in the user's code that asked for it."""
    level = 1
    frame = sys._getframe()
    while frame.f_back is not None and str(frame.f_globals.get("__name__", "")).partition(".")[0] in (*_INSIDE, ""):
        frame = frame.f_back
        level += 1
    warnings.warn(message, NewsSchemaWarning, stacklevel=level)
