"""What the methods of an editor take, for type checkers. Made by `scripts/make_typing.py`: do not edit."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Required, TypedDict

if TYPE_CHECKING:
    from newsschema._editing._refs import AnnotatorLike, Near, QuoteLike, SourceLike, Words
    from newsschema._model import accepts, choices
    from newsschema._model.types import Annotator, Author, Correction, Dateline, Edit, Quote, Source, Subject


class SourceFields(TypedDict, total=False):
    """The fields of a source."""

    id: "str"
    name: "str | None"
    description: "str | None"
    kind: "choices.SourceKind"
    anonymity: "choices.Anonymity"
    role: "str | None"
    affiliation: "str | None"
    members: "Sequence[SourceLike]"
    same_as: "Sequence[str]"
    extra: "Mapping[str, Any]"


class QuoteFields(TypedDict, total=False):
    """The fields of a quote but its words."""

    id: "str"
    kind: "choices.QuoteKind"
    edits: "Sequence[Edit]"
    parent: "QuoteLike | None"
    translated_from: "str | None"
    annotators: "Sequence[AnnotatorLike]"
    extra: "Mapping[str, Any]"
    source: "SourceLike | None"
    mention: "Words | None"
    cue: "Words | None"
    addressee: "Words | None"
    setting: "Words | None"
    time: "Words | None"
    condition: "Words | None"
    via: "Words | None"
    polarity: "choices.Polarity"
    medium: "choices.Medium"
    terms: "choices.Terms"
    confidence: "float | None"
    source_confidence: "float | None"
    near: "Near | None"
    occurrence: "int | None"
    part: "choices.Part | None"


class QuoteChanges(QuoteFields, total=False):
    """The fields of a quote."""

    content: "Words | Sequence[Words]"


class ArticleFields(TypedDict, total=False):
    """The fields of an article but its text."""

    id: "str"
    headline: "str | None"
    language: "str | None"
    published: "accepts.Date | None"
    updated: "accepts.Date | None"
    summary: "str | None"
    byline: "str | None"
    authors: "Sequence[Author]"
    publisher: "str | None"
    credit: "str | None"
    dateline: "Dateline | None"
    url: "str | None"
    section: "str | None"
    genre: "choices.Genre | None"
    version: "str | None"
    status: "choices.Status | None"
    embargoed_until: "accepts.Date | None"
    rights: "str | None"
    subjects: "Sequence[Subject]"
    corrections: "Sequence[Correction]"
    annotators: "Sequence[Annotator]"
    sources: "Sequence[Source]"
    quotes: "Sequence[Quote]"
    extra: "Mapping[str, Any]"


class ArticleChanges(TypedDict, total=False):
    """The fields of an article but its parts."""

    id: "str"
    headline: "str | None"
    text: "str"
    language: "str | None"
    published: "accepts.Date | None"
    updated: "accepts.Date | None"
    summary: "str | None"
    byline: "str | None"
    publisher: "str | None"
    credit: "str | None"
    dateline: "Dateline | None"
    url: "str | None"
    section: "str | None"
    genre: "choices.Genre | None"
    version: "str | None"
    status: "choices.Status | None"
    embargoed_until: "accepts.Date | None"
    rights: "str | None"
    extra: "Mapping[str, Any]"


class AuthorFields(TypedDict, total=False):
    """The fields of an author."""

    name: "Required[str]"
    role: "str | None"
    affiliation: "str | None"
    same_as: "Sequence[str]"


class SubjectFields(TypedDict, total=False):
    """The fields of a subject."""

    name: "Required[str]"
    kind: "choices.SubjectKind"
    uri: "str | None"


class CorrectionFields(TypedDict, total=False):
    """The fields of a correction."""

    text: "Required[str]"
    date: "accepts.Date | None"


class AnnotatorFields(TypedDict, total=False):
    """The fields of an annotator."""

    id: "str"
    name: "str | None"
    kind: "Required[choices.AnnotatorKind]"
    version: "str | None"
