"""News text together with its quotations: who said what, in which words, where in the text, on whose authority."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from newsschema._codec import Limits, check, configure, from_dict, from_json, json_schema, to_dict, to_json
from newsschema._enums import (
    Anonymity,
    EditKind,
    Medium,
    Part,
    Polarity,
    QuoteKind,
    SourceKind,
    Status,
    SubjectKind,
    Terms,
)
from newsschema._errors import (
    Code,
    Issue,
    MissingExtraError,
    NewsSchemaError,
    NewsSchemaWarning,
    PositionError,
    ValidationError,
)
from newsschema._model import (
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
    content_id,
)
from newsschema._offsets import Offsets

if TYPE_CHECKING:
    from newsschema._lint import LintRule, lint

__all__ = [
    "Anonymity",
    "Article",
    "Attribution",
    "Author",
    "Code",
    "Correction",
    "Dateline",
    "Edit",
    "EditKind",
    "Fragment",
    "Issue",
    "Limits",
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
    "Source",
    "SourceKind",
    "Span",
    "Status",
    "Subject",
    "SubjectKind",
    "Terms",
    "ValidationError",
    "check",
    "configure",
    "content_id",
    "from_dict",
    "from_json",
    "json_schema",
    "lint",
    "to_dict",
    "to_json",
]

_LATER = {"LintRule": "newsschema._lint", "lint": "newsschema._lint"}
"""Names whose rooms are imported when they are first asked for."""


def __getattr__(name: str) -> Any:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = value = getattr(import_module(_LATER[name]), name)
    return value
