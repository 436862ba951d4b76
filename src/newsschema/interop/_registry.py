"""The formats there are, ours and those of other packages, and which of them a document is in."""

from collections.abc import Callable, Iterator, Mapping
from enum import IntEnum
from functools import cache
from importlib import import_module
from typing import Any, Final, Literal, TypeAlias

from attrs import frozen

from newsschema import Article, NewsSchemaError
from newsschema._plugins import load_plugins
from newsschema.interop._document import Document
from newsschema.interop._plain import as_list, field_of, is_list, is_object
from newsschema.interop._report import Report
from newsschema.interop._unrecognised import describe

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
    """How sure it is that a document is in a format; what is more certain decides."""

    POSSIBLE = 1
    """Nothing speaks against it."""
    LIKELY = 2
    """It has the names that this format uses, and others seldom."""
    CERTAIN = 3
    """It says so itself, or has what no other format has."""


@frozen
class Evidence:
    """Why a document seems to be in a format.

    Attributes:
        certainty: How sure it is.
        reason: What in the document speaks for it, for a person.
    """

    certainty: Certainty
    reason: str


SPAN_ROLES: Final = ("mention", "cue", "addressee", "setting", "time", "condition", "via")
"""The spans of an attribution."""
OTHER_FIELDS: Final = (
    *(f"attribution.{field}" for field in ("polarity", "medium", "terms", "confidence", "source_confidence")),
    *("parent", "translated_from", "annotators", "extra"),
)
"""The fields of a quote that are no spans."""

Detector: TypeAlias = Callable[[Document], Evidence | None]
Reading: TypeAlias = Callable[[], tuple[Article, Report]]
"""Reads one of several documents."""


@frozen
class Row:
    """What a format has for a field of the model; the tables of the documentation are made of them.

    Attributes:
        ours: The field, with dots: `authors.name`.
        theirs: Its names there: that which is written first, then those that are read beside it.
        carried: Whether what is written comes back.
        note: What a reader of the table should know beside the names.
        direct: Whether the value stands under the first name as it is, a string for a string.
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
        name: What the command line calls it.
        title: What people call it.
        takes: In which form `read` and `read_each` take a document: `data`, as JSON decodes it; `text`; or `any`, as it
            came, bytes or text or data.
        read: Gives the article of a document, and what of it is not in the article. Takes `strict` as an option.
        write: Gives the document of an article, and what of the article is not in it.
        read_each: For a format that holds several articles: gives a path to each, and what reads it.
        detect: Says what speaks for a document being in this format; `None` where it is not.
        text: Whether the document has a text of its `own`, or one `needed` beside it, the article or its text, as the
            second argument of `read`; `optional` where it can be done without.
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
    fields: tuple[Row, ...] = ()

    def form_of(self, document: Document) -> Any:
        """A document in the form that this format takes."""
        return document.given if self.takes == "any" else getattr(document, self.takes)


@frozen
class Detection:
    """What a document is.

    Attributes:
        format: Its format.
        certainty: How sure that is.
        reason: What in the document speaks for it.
    """

    format: Format
    certainty: Certainty
    reason: str

    @property
    def name(self) -> str:
        """The name of the format."""
        return self.format.name


class UnknownFormatError(NewsSchemaError, ValueError):
    """A document is in no format that is known here, or in several.

    Attributes:
        looks_like: What it looks like: "a PDF", "HTML without an article", "tab-separated values".
    """

    def __init__(self, looks_like: str) -> None:
        """Take what it looks like."""
        super().__init__(looks_like)
        self.looks_like = looks_like

    def __str__(self) -> str:
        """What it looks like, and that it cannot be read."""
        return f"this is {self.looks_like}, and in no format that can be read here"


def formats() -> Mapping[str, Format]:
    """Every format by its name: ours, and those that installed packages add by the entry-point group.

    A format of another package does not replace one of ours.

    Raises:
        TypeError: An entry point leads to something else than a format.

    Examples:
        >>> sorted(formats())[:3]
        ['brat', 'citron', 'corenlp']
    """
    return {form.name: form for form in (*load_plugins(GROUP, Format), *_own_formats())}


@cache
def _own_formats() -> tuple[Format, ...]:
    return tuple(form for name in MODULES for form in import_module(f"newsschema.interop.{name}").FORMATS)


def detect(document: Any) -> Detection:
    """The format of a document, by what is in it.

    Args:
        document: Bytes, text, or what JSON decodes to.

    Returns:
        The format, how sure it is, and why.

    Raises:
        UnknownFormatError: It is in none of the formats, or nothing tells which of several it is in.

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
    """What knows a JSON document by the keys of its object.

    Args:
        *names: The keys that it has, all of them; of one in an object of its own with a dot, `altids.itemid`.
        any_of: Keys of which it has at least one.
        under: The key of the list whose first item has these keys, unless the document is the list.
        several: Whether the document may be a list of such objects.
        certainty: How sure it is then.

    Examples:
        >>> has_keys("maintext")(Document({"maintext": "Rain fell."})).reason
        "it has 'maintext'"
    """

    def detector(document: Document) -> Evidence | None:
        found = document.data
        if under is not None:
            found = found if is_list(found) else as_list(field_of(found, under)) if is_object(found) else None
        if under is not None or several:
            found = next(iter(found), None) if is_list(found) else found if under is None else None
        if not is_object(found) or not all(_has(found, name) for name in names):
            return None
        also = [name for name in any_of if _has(found, name)][:1]
        if any_of and not also:
            return None
        return Evidence(certainty, f"it has {' and '.join(map(repr, (*names, *also)))}")

    return detector


def _has(found: Mapping[str, Any], name: str) -> bool:
    outer, dot, inner = name.partition(".")
    return outer in found and (not dot or (is_object(found[outer]) and inner in found[outer]))
