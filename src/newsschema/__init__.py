"""News text with its quotations: who said what, in which words, where in the text, on whose authority."""

from typing import TYPE_CHECKING

from newsschema._json.limits import Limits
from newsschema._json.read import check, from_dict, from_json
from newsschema._json.schema import json_schema
from newsschema._json.write import to_dict, to_json
from newsschema._lazy import __dir__ as __dir__
from newsschema._lazy import __getattr__ as __getattr__
from newsschema._model.containers import FrozenDict
from newsschema._model.enums import (
    AnnotatorKind,
    Anonymity,
    EditKind,
    Genre,
    Medium,
    Part,
    Polarity,
    QuoteKind,
    SourceKind,
    Status,
    SubjectKind,
    Terms,
)
from newsschema._model.errors import (
    Code,
    Issue,
    MissingExtraError,
    NewsSchemaError,
    NewsSchemaWarning,
    PositionError,
    ValidationError,
)
from newsschema._model.homes import name_home
from newsschema._model.keys import content_id, sort_key
from newsschema._model.types import (
    Annotator,
    Article,
    Attribution,
    Author,
    Correction,
    Dateline,
    Edit,
    Fragment,
    Location,
    Quote,
    Source,
    Span,
    Subject,
)
from newsschema._model.words import AmbiguousWordsError, WordsError, WordsNotFoundError

if TYPE_CHECKING:  # found by `__getattr__` when they are first used
    from newsschema import arrow as arrow
    from newsschema import corpus as corpus
    from newsschema import html as html
    from newsschema import interop, reading
    from newsschema import strategies as strategies
    from newsschema._anchoring import ReanchorReport, SpanChange, SpanOutcome, reanchor
    from newsschema._editing import Call, EditError, EditFault, Editor, Ref, build, edit
    from newsschema._jsonl import LineError, iter_jsonl, map_jsonl, write_jsonl
    from newsschema._lint import LintRule, lint
    from newsschema._model.offsets import Offsets
    from newsschema.integrations.cattrs import configure
    from newsschema.reading import read_text

# A star imports none of these: some need an extra, and others are named as modules that are often used.
__all__ = [
    "AmbiguousWordsError",
    "Annotator",
    "AnnotatorKind",
    "Anonymity",
    "Article",
    "Attribution",
    "Author",
    "Call",
    "Code",
    "Correction",
    "Dateline",
    "Edit",
    "EditError",
    "EditFault",
    "EditKind",
    "Editor",
    "Fragment",
    "FrozenDict",
    "Genre",
    "Issue",
    "Limits",
    "LineError",
    "LintRule",
    "Location",
    "Medium",
    "MissingExtraError",
    "NewsSchemaError",
    "NewsSchemaWarning",
    "Offsets",
    "Part",
    "Polarity",
    "PositionError",
    "Quote",
    "QuoteKind",
    "ReanchorReport",
    "Ref",
    "Source",
    "SourceKind",
    "Span",
    "SpanChange",
    "SpanOutcome",
    "Status",
    "Subject",
    "SubjectKind",
    "Terms",
    "ValidationError",
    "WordsError",
    "WordsNotFoundError",
    "build",
    "check",
    "configure",
    "content_id",
    "edit",
    "from_dict",
    "from_json",
    "interop",
    "iter_jsonl",
    "json_schema",
    "lint",
    "map_jsonl",
    "read_text",
    "reading",
    "reanchor",
    "sort_key",
    "to_dict",
    "to_json",
    "write_jsonl",
]

name_home(__name__, map(globals().get, __all__))
