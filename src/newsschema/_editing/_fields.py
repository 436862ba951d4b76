"""What the methods of an editor take. Made by `scripts/make_editing.py`: do not edit."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, Literal, Required, TypedDict

from newsschema._editing._refs import AnnotatorLike, Near, QuoteLike, SourceLike, Words
from newsschema._model import enums
from newsschema._model.types import Annotator, Author, Correction, Dateline, Edit, Quote, Source, Subject


class SourceFields(TypedDict, total=False):
    """The fields of a source."""

    id: str
    name: str | None
    description: str | None
    kind: enums.SourceKind | Literal["person", "group", "organisation", "government", "document", "unknown"]
    anonymity: enums.Anonymity | Literal["named", "described", "anonymous", "generic", "unresolved"]
    role: str | None
    affiliation: str | None
    members: Sequence[SourceLike]
    same_as: Sequence[str]
    extra: Mapping[str, Any]


class QuoteFields(TypedDict, total=False):
    """The fields of a quote but its words."""

    id: str
    kind: enums.QuoteKind | Literal["direct", "partial", "indirect", "epithet"]
    edits: Sequence[Edit]
    parent: QuoteLike | None
    translated_from: str | None
    annotators: Sequence[AnnotatorLike]
    extra: Mapping[str, Any]
    source: SourceLike | None
    mention: Words | None
    cue: Words | None
    addressee: Words | None
    setting: Words | None
    time: Words | None
    condition: Words | None
    via: Words | None
    polarity: enums.Polarity | Literal["affirmed", "denied", "hypothetical", "refused"]
    medium: enums.Medium | Literal["speech", "writing", "thought", "unknown"]
    terms: enums.Terms | Literal["on_record", "background", "deep_background", "off_record", "unknown"]
    confidence: float | None
    source_confidence: float | None
    near: Near | None
    occurrence: int | None
    part: enums.Part | Literal["text", "headline", "summary"] | None


class QuoteChanges(TypedDict, total=False):
    """The fields of a quote."""

    id: str
    kind: enums.QuoteKind | Literal["direct", "partial", "indirect", "epithet"]
    content: Words | Sequence[Words]
    edits: Sequence[Edit]
    parent: QuoteLike | None
    translated_from: str | None
    annotators: Sequence[AnnotatorLike]
    extra: Mapping[str, Any]
    source: SourceLike | None
    mention: Words | None
    cue: Words | None
    addressee: Words | None
    setting: Words | None
    time: Words | None
    condition: Words | None
    via: Words | None
    polarity: enums.Polarity | Literal["affirmed", "denied", "hypothetical", "refused"]
    medium: enums.Medium | Literal["speech", "writing", "thought", "unknown"]
    terms: enums.Terms | Literal["on_record", "background", "deep_background", "off_record", "unknown"]
    confidence: float | None
    source_confidence: float | None
    near: Near | None
    occurrence: int | None
    part: enums.Part | Literal["text", "headline", "summary"] | None


class ArticleFields(TypedDict, total=False):
    """The fields of an article but its text."""

    id: str
    headline: str | None
    language: str | None
    published: date | datetime | str | None
    updated: date | datetime | str | None
    summary: str | None
    byline: str | None
    authors: Sequence[Author]
    publisher: str | None
    credit: str | None
    dateline: Dateline | None
    url: str | None
    section: str | None
    genre: (
        enums.Genre
        | Literal[
            "news",
            "analysis",
            "background",
            "opinion",
            "interview",
            "review",
            "obituary",
            "live",
            "press_release",
            "advertisement",
            "satire",
        ]
        | None
    )
    version: str | None
    status: enums.Status | Literal["usable", "withheld", "canceled"] | None
    embargoed_until: date | datetime | str | None
    rights: str | None
    subjects: Sequence[Subject]
    corrections: Sequence[Correction]
    annotators: Sequence[Annotator]
    sources: Sequence[Source]
    quotes: Sequence[Quote]
    extra: Mapping[str, Any]


class ArticleChanges(TypedDict, total=False):
    """The fields of an article but its parts."""

    id: str
    headline: str | None
    text: str
    language: str | None
    published: date | datetime | str | None
    updated: date | datetime | str | None
    summary: str | None
    byline: str | None
    publisher: str | None
    credit: str | None
    dateline: Dateline | None
    url: str | None
    section: str | None
    genre: (
        enums.Genre
        | Literal[
            "news",
            "analysis",
            "background",
            "opinion",
            "interview",
            "review",
            "obituary",
            "live",
            "press_release",
            "advertisement",
            "satire",
        ]
        | None
    )
    version: str | None
    status: enums.Status | Literal["usable", "withheld", "canceled"] | None
    embargoed_until: date | datetime | str | None
    rights: str | None
    extra: Mapping[str, Any]


class AuthorFields(TypedDict, total=False):
    """The fields of an author."""

    name: Required[str]
    role: str | None
    affiliation: str | None
    same_as: Sequence[str]


class AuthorChanges(TypedDict, total=False):
    """The fields of an author, some of them."""

    name: str
    role: str | None
    affiliation: str | None
    same_as: Sequence[str]


class SubjectFields(TypedDict, total=False):
    """The fields of a subject."""

    name: Required[str]
    kind: enums.SubjectKind | Literal["person", "organisation", "place", "event", "topic"]
    uri: str | None


class SubjectChanges(TypedDict, total=False):
    """The fields of a subject, some of them."""

    name: str
    kind: enums.SubjectKind | Literal["person", "organisation", "place", "event", "topic"]
    uri: str | None


class CorrectionFields(TypedDict, total=False):
    """The fields of a correction."""

    text: Required[str]
    date: date | datetime | str | None


class CorrectionChanges(TypedDict, total=False):
    """The fields of a correction, some of them."""

    text: str
    date: date | datetime | str | None


class AnnotatorFields(TypedDict, total=False):
    """The fields of an annotator."""

    id: str
    name: str | None
    kind: Required[enums.AnnotatorKind | Literal["software", "person"]]
    version: str | None


class AnnotatorChanges(TypedDict, total=False):
    """The fields of an annotator, some of them."""

    id: str
    name: str | None
    kind: enums.AnnotatorKind | Literal["software", "person"]
    version: str | None
