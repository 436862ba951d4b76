"""The formats there are, ours and those of other packages, and which of them a document is in."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import IntEnum
from functools import cache
from importlib import import_module
from itertools import islice
from typing import Any, Final, Literal, TypeAlias

from attrs import frozen

from newsschema import Article, Code, NewsSchemaError
from newsschema._model.containers import is_list, is_object
from newsschema._plugins import load_plugins
from newsschema.interop._document import Document
from newsschema.interop._plain import as_list, field_of, refusal
from newsschema.interop._report import Report
from newsschema.interop._unrecognised import EMPTY, NAME, describe

GROUP: Final = "newsschema.formats"
MODULES: Final = (
    "articles",
    "brat",
    "extractors",
    "feeds",
    "html",
    "hypothes_is",
    "labelstudio",
    "newsmlg2",
    "ninjs",
    "nitf",
    "own",
    "prodigy",
    "schemaorg",
    "text",
    "webannotation",
)
"""Ours. Each has its formats in `FORMATS`."""


class Certainty(IntEnum):
    """How certain it is that a document is in a format; the most certain format is taken."""

    POSSIBLE = 1
    """Nothing contradicts it."""
    LIKELY = 2
    """It has names that this format uses and other formats rarely do."""
    CERTAIN = 3
    """It says so itself, or has something that no other format has."""


@frozen
class Evidence:
    """Why a document seems to be in a format.

    Attributes:
        certainty: How certain it is.
        reason: The evidence in the document, in words.
    """

    certainty: Certainty
    reason: str


OTHER_FIELDS: Final = (
    *(f"attribution.{field}" for field in ("polarity", "medium", "terms", "confidence", "source_confidence")),
    *("parent", "translated_from", "annotators", "extra"),
)
"""The fields of a quote that are no spans."""

Detector: TypeAlias = Callable[[Document], Evidence | None]
Reading: TypeAlias = Callable[[], tuple[Article, Report]]
"""Reads one of several documents."""


def read_only_one(found: Iterable[tuple[str, Reading]]) -> tuple[Article, Report]:
    """The one article of a document.

    Raises:
        ValidationError: There are several, or there is none.
    """
    first = [reading for _, reading in islice(found, 2)]
    if len(first) > 1:
        raise refusal((), "there are several articles in it; read_many reads them all", Code.TOO_LARGE)
    if not first:
        raise refusal((), "there is no article in it", Code.MISSING_FIELD)
    return first[0]()


@frozen
class Row:
    """How a format stores a field of the model; the tables of the documentation are made from these rows.

    Attributes:
        ours: The field, with dots: `authors.name`.
        theirs: Its names in the format: first the one that is written, then others that are read.
        carried: Whether a written value can be read back.
        note: A remark for the table.
        direct: Whether the names alone say how it is read and, under the first, written.
    """

    ours: str
    theirs: tuple[str, ...] = ()
    carried: Literal["yes", "partly", "no"] = "yes"
    note: str = ""
    direct: bool = False


def direct_names(rows: tuple[Row, ...]) -> dict[str, str]:
    """The names of the fields that stand in a format as they are, by our names."""
    return {row.ours: row.theirs[0] for row in rows if row.direct}


@frozen(kw_only=True)
class Format:
    """A format that articles can be read from, written to, or both.

    Attributes:
        name: Its name on the command line.
        title: Its name for people.
        takes: The form in which `read` and `read_each` take a document: `data`, decoded JSON; `text`; or `any`, as it
            was given.
        read: Returns the article of a document, and a report. Takes the option `strict`.
        write: Returns the document of an article, and a report.
        read_each: For a format with several articles in a document: yields the path of each and a function to read it.
        detect: Returns the evidence that a document is in this format, or `None`.
        text: Whether the document has its `own` text, or the article or its text is `needed` or `optional` as the
            second argument of `read`.
        suffix: The ending of the name of a file in this format.
        text_suffix: The ending of the name of the text file beside such a file; `None` if there is none.
        fields: What the format has for each field of the model.

    Examples:
        >>> from newsschema.interop import formats
        >>> formats()["brat"].text
        'needed'
    """

    name: str
    title: str = ""
    takes: Literal["data", "text", "any"] = "data"
    read: Callable[..., tuple[Article, Report]] | None = None
    write: Callable[..., tuple[Any, Report]] | None = None
    read_each: Callable[..., Iterator[tuple[str, Reading]]] | None = None
    detect: Detector = lambda _: None
    text: Literal["own", "optional", "needed"] = "own"
    suffix: str = ".json"
    text_suffix: str | None = None
    fields: tuple[Row, ...] = ()

    def form_of(self, document: Document) -> Any:
        """A document in the form that this format takes."""
        return document.given if self.takes == "any" else getattr(document, self.takes)


@frozen
class Detection:
    """The format of a document.

    Attributes:
        format: Its format.
        certainty: How certain that is.
        reason: The evidence in the document.
    """

    format: Format
    certainty: Certainty
    reason: str

    @property
    def name(self) -> str:
        """The name of the format."""
        return self.format.name


class UnknownFormatError(NewsSchemaError, ValueError):
    """The document is in no known format, or could be in several.

    Attributes:
        looks_like: What it looks like: "a PDF", "HTML without an article", "tab-separated values".
    """

    def __init__(self, looks_like: str) -> None:
        """Take what it looks like."""
        super().__init__(looks_like)
        self.looks_like: str = looks_like

    def __str__(self) -> str:
        """What it looks like, and that it cannot be read."""
        if self.looks_like == EMPTY:
            return "the document is empty"
        hint = "; a pathlib.Path is read" if self.looks_like == NAME else ""
        return f"this is {self.looks_like}, and in no format that can be read here{hint}"


def formats() -> Mapping[str, Format]:
    """Every format by its name: those of this library and of installed packages.

    A format of another package does not replace one of ours.

    Raises:
        TypeError: An entry point is not a format.

    Examples:
        >>> sorted(formats())[:3]
        ['brat', 'citron', 'corenlp']
    """
    return {form.name: form for form in (*load_plugins(GROUP, Format), *_own_formats())}


@cache
def _own_formats() -> tuple[Format, ...]:
    return tuple(form for name in MODULES for form in import_module(f"newsschema.interop.{name}").FORMATS)


def detect(document: Any) -> Detection:
    """Recognise the format of a document by its content.

    Args:
        document: Bytes, text or decoded JSON.

    Returns:
        The format, how certain it is, and why.

    Raises:
        UnknownFormatError: The document is in none of the formats, or could be in several.

    Examples:
        >>> found = detect({"uri": "urn:example:1", "bodies": [{"value": "Rain fell."}]})
        >>> found.name, found.certainty.name, found.reason
        ('ninjs', 'LIKELY', "it has 'uri' and 'bodies'")
    """
    whole = Document.of(document)
    if isinstance(whole.data, str):  # a text in a JSON string
        whole = Document(whole.data)
    found = [(form, evidence) for form in formats().values() if (evidence := form.detect(whole)) is not None]
    most = max((evidence.certainty for _, evidence in found), default=None)
    best = [
        Detection(form, evidence.certainty, evidence.reason) for form, evidence in found if evidence.certainty == most
    ]
    if len(best) == 1:
        return best[0]
    if best:
        raise UnknownFormatError(f"a document that may be {' or '.join(detection.name for detection in best)}")
    raise UnknownFormatError(describe(whole))


# What formats are known by.


def has_keys(
    *names: str,
    any_of: tuple[str, ...] = (),
    under: str | None = None,
    several: bool = False,
    certainty: Certainty = Certainty.LIKELY,
) -> Detector:
    """Make a `detect` function that recognises a JSON document by the keys of its object.

    Args:
        *names: Keys that it must have; a dot leads into an inner object, `altids.itemid`.
        any_of: Keys of which it must have at least one.
        under: The key of the list whose first item has these keys, unless the document is the list.
        several: Whether the document may be a list of such objects.
        certainty: How certain a match is.

    Examples:
        >>> has_keys("maintext")(Document({"maintext": "Rain fell."})).reason
        "it has 'maintext'"
    """

    def detector(document: Document) -> Evidence | None:
        found = _looked_at(document.data, under, several=several)
        if not is_object(found) or not all(_has(found, name) for name in names):
            return None
        also = [name for name in any_of if _has(found, name)][:1]
        if any_of and not also:
            return None
        return Evidence(certainty, f"it has {' and '.join(map(repr, (*names, *also)))}")

    return detector


def has_root(*names: str) -> Detector:
    """Make a `detect` function that recognises XML by its first element, in capitals or not.

    Args:
        *names: The names that this element may have.

    Examples:
        >>> has_root("nitf")(Document("<nitf/>")).reason
        "its first element is 'nitf'"
    """
    known = {name.lower(): name for name in names}

    def detector(document: Document) -> Evidence | None:
        name = known.get(document.root)
        return None if name is None else Evidence(Certainty.CERTAIN, f"its first element is {name!r}")

    return detector


def _looked_at(data: Any, under: str | None, *, several: bool) -> Any:
    """What of a document must have the keys: the first of several, be it under a key."""
    if under is None:
        return next(iter(data), None) if several and is_list(data) else data
    inner = data if is_list(data) else as_list(field_of(data, under)) if is_object(data) else None
    return next(iter(inner), None) if is_list(inner) else None


def _has(found: Mapping[str, Any], name: str) -> bool:
    outer, dot, inner = name.partition(".")
    return outer in found and (not dot or (is_object(found[outer]) and inner in found[outer]))
