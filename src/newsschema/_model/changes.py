"""What `replace` takes, for type checkers. Made by `scripts/make_typing.py`: do not edit."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from newsschema._model import accepts, choices
    from newsschema._model.quotes import Attribution, Edit, Fragment, Quote, Source, Span
    from newsschema._model.types import Annotator, Author, Correction, Dateline, Subject


class SpanChanges(TypedDict, total=False):
    """The fields of [`Span`][newsschema.Span], each as its constructor takes it."""

    text: "str"
    start: "int | None"
    end: "int | None"
    part: "choices.Part"


class FragmentChanges(TypedDict, total=False):
    """The fields of [`Fragment`][newsschema.Fragment], each as its constructor takes it."""

    text: "str"
    start: "int | None"
    end: "int | None"
    part: "choices.Part"
    verbatim: "bool"


class EditChanges(TypedDict, total=False):
    """The fields of [`Edit`][newsschema.Edit], each as its constructor takes it."""

    text: "str"
    start: "int | None"
    end: "int | None"
    part: "choices.Part"
    kind: "choices.EditKind"


class SourceChanges(TypedDict, total=False):
    """The fields of [`Source`][newsschema.Source], each as its constructor takes it."""

    id: "str"
    name: "str | None"
    description: "str | None"
    kind: "choices.SourceKind"
    anonymity: "choices.Anonymity"
    role: "str | None"
    affiliation: "str | None"
    members: "list[str] | tuple[str, ...]"
    same_as: "list[str] | tuple[str, ...]"
    extra: "Mapping[str, Any]"


class AttributionChanges(TypedDict, total=False):
    """The fields of [`Attribution`][newsschema.Attribution], each as its constructor takes it."""

    source: "str | None"
    mention: "Span | None"
    cue: "Span | None"
    addressee: "Span | None"
    setting: "Span | None"
    time: "Span | None"
    condition: "Span | None"
    via: "Span | None"
    polarity: "choices.Polarity"
    medium: "choices.Medium"
    terms: "choices.Terms"
    confidence: "float | None"
    source_confidence: "float | None"


class QuoteChanges(TypedDict, total=False):
    """The fields of [`Quote`][newsschema.Quote], each as its constructor takes it."""

    id: "str"
    kind: "choices.QuoteKind"
    content: "list[Fragment] | tuple[Fragment, ...]"
    attribution: "Attribution | None"
    edits: "list[Edit] | tuple[Edit, ...]"
    parent: "str | None"
    translated_from: "str | None"
    annotators: "list[str] | tuple[str, ...]"
    extra: "Mapping[str, Any]"


class AuthorChanges(TypedDict, total=False):
    """The fields of [`Author`][newsschema.Author], each as its constructor takes it."""

    name: "str"
    role: "str | None"
    affiliation: "str | None"
    same_as: "list[str] | tuple[str, ...]"


class DatelineChanges(TypedDict, total=False):
    """The fields of [`Dateline`][newsschema.Dateline], each as its constructor takes it."""

    text: "str"
    place: "str | None"
    date: "str | None"
    credit: "str | None"


class SubjectChanges(TypedDict, total=False):
    """The fields of [`Subject`][newsschema.Subject], each as its constructor takes it."""

    name: "str"
    kind: "choices.SubjectKind"
    uri: "str | None"


class CorrectionChanges(TypedDict, total=False):
    """The fields of [`Correction`][newsschema.Correction], each as its constructor takes it."""

    text: "str"
    date: "accepts.Date | None"


class AnnotatorChanges(TypedDict, total=False):
    """The fields of [`Annotator`][newsschema.Annotator], each as its constructor takes it."""

    id: "str"
    name: "str | None"
    kind: "choices.AnnotatorKind"
    version: "str | None"


class ArticleChanges(TypedDict, total=False):
    """The fields of [`Article`][newsschema.Article], each as its constructor takes it."""

    id: "str"
    headline: "str | None"
    text: "str"
    language: "str | None"
    published: "accepts.Date | None"
    updated: "accepts.Date | None"
    summary: "str | None"
    byline: "str | None"
    authors: "list[Author] | tuple[Author, ...]"
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
    subjects: "list[Subject] | tuple[Subject, ...]"
    corrections: "list[Correction] | tuple[Correction, ...]"
    annotators: "list[Annotator] | tuple[Annotator, ...]"
    sources: "list[Source] | tuple[Source, ...]"
    quotes: "list[Quote] | tuple[Quote, ...]"
    extra: "Mapping[str, Any]"
