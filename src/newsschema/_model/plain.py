"""What the constructors keep at a glance. Made by `scripts/make_plain.py`: do not edit."""

from collections.abc import Callable
from functools import partial
from types import NoneType
from typing import Any, Final, TypeAlias

from newsschema._model.base import Model
from newsschema._model.containers import NO_EXTRA
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
from newsschema._model.parsers import are_kept, are_of, each, is_kept
from newsschema._model.rules import are_apart, plain_content
from newsschema._model.types import (
    Annotator,
    Article,
    Attribution,
    Author,
    Correction,
    Dateline,
    Edit,
    Fragment,
    Quote,
    Source,
    Span,
    Subject,
)
from newsschema._model.values import (
    is_text,
    parse_body,
    parse_date,
    parse_language,
    parse_number,
    parse_text,
    parse_uri,
)

Types: TypeAlias = frozenset[type[Any]]
look_closely: Final = Model.__attrs_post_init__
NAMED: Final = Anonymity.NAMED
EPITHET: Final = QuoteKind.EPITHET
INDIRECT: Final = QuoteKind.INDIRECT
is_body: Final = partial(is_kept, parse_body)
is_date: Final = partial(is_kept, parse_date)
is_language: Final = partial(is_kept, parse_language)
is_number: Final = partial(is_kept, parse_number)
is_uri: Final = partial(is_kept, parse_uri)

ONLY_ANNOTATOR: Types = frozenset((Annotator,))
ONLY_AUTHOR: Types = frozenset((Author,))
ONLY_CORRECTION: Types = frozenset((Correction,))
ONLY_EDIT: Types = frozenset((Edit,))
ONLY_FRAGMENT: Types = frozenset((Fragment,))
ONLY_QUOTE: Types = frozenset((Quote,))
ONLY_SOURCE: Types = frozenset((Source,))
ONLY_SUBJECT: Types = frozenset((Subject,))
ANY_ATTRIBUTION: Types = frozenset((Attribution, NoneType))
ANY_DATELINE: Types = frozenset((Dateline, NoneType))
ANY_GENRE: Types = frozenset((Genre, NoneType))
ANY_SPAN: Types = frozenset((Span, NoneType))
ANY_STATUS: Types = frozenset((Status, NoneType))


def check_span(o: Any) -> None:
    if not (
        is_text(o.text)
        and type(o.part) is Part
        and (
            (o.start is None and o.end is None)
            or (type(o.start) is int and type(o.end) is int and 0 <= o.start < o.end == o.start + len(o.text))
        )
    ):
        look_closely(o)


def check_fragment(o: Any) -> None:
    if not (
        is_text(o.text)
        and type(o.part) is Part
        and type(o.verbatim) is bool
        and (
            (o.start is None and o.end is None)
            or (type(o.start) is int and type(o.end) is int and 0 <= o.start < o.end == o.start + len(o.text))
        )
    ):
        look_closely(o)


def check_edit(o: Any) -> None:
    if not (
        is_text(o.text)
        and type(o.part) is Part
        and type(o.kind) is EditKind
        and (
            (o.start is None and o.end is None)
            or (type(o.start) is int and type(o.end) is int and 0 <= o.start < o.end == o.start + len(o.text))
        )
    ):
        look_closely(o)


def check_source(o: Any) -> None:
    if not (
        is_text(o.id)
        and type(o.kind) is SourceKind
        and type(o.anonymity) is Anonymity
        and are_kept(parse_text, o.members)
        and are_kept(parse_uri, o.same_as)
        and o.extra is NO_EXTRA
        and each(is_text, o.name, o.description, o.role, o.affiliation)
        and (o.name is None) is not (o.anonymity is NAMED)
    ):
        look_closely(o)


def check_attribution(o: Any) -> None:
    if not (
        type(o.polarity) is Polarity
        and type(o.medium) is Medium
        and type(o.terms) is Terms
        and (o.source is None or is_text(o.source))
        and are_of(ANY_SPAN, (o.mention, o.cue, o.addressee, o.setting, o.time, o.condition, o.via))
        and each(is_number, o.confidence, o.source_confidence)
        and (o.confidence is None or 0 < o.confidence <= 1)
        and (o.source_confidence is None or 0 < o.source_confidence <= 1)
        and (o.cue is None or o.mention is None or are_apart(o.cue, o.mention))
    ):
        look_closely(o)


def check_quote(o: Any) -> None:
    if not (
        is_text(o.id)
        and type(o.kind) is QuoteKind
        and are_of(ONLY_FRAGMENT, o.content)
        and are_of(ONLY_EDIT, o.edits)
        and are_kept(parse_text, o.annotators)
        and o.extra is NO_EXTRA
        and type(o.attribution) in ANY_ATTRIBUTION
        and (o.parent is None or is_text(o.parent))
        and (o.translated_from is None or is_language(o.translated_from))
        and (
            o.content[0].verbatim is not (o.kind is INDIRECT)
            if len(o.content) == 1
            else plain_content(o.content, o.kind)
        )
        and (o.attribution is not None or o.kind is EPITHET)
    ):
        look_closely(o)


def check_author(o: Any) -> None:
    if not (is_text(o.name) and are_kept(parse_uri, o.same_as) and each(is_text, o.role, o.affiliation)):
        look_closely(o)


def check_dateline(o: Any) -> None:
    if not (is_text(o.text) and each(is_text, o.place, o.date, o.credit)):
        look_closely(o)


def check_subject(o: Any) -> None:
    if not (is_text(o.name) and type(o.kind) is SubjectKind and (o.uri is None or is_uri(o.uri))):
        look_closely(o)


def check_correction(o: Any) -> None:
    if not (is_text(o.text) and (o.date is None or is_date(o.date))):
        look_closely(o)


def check_annotator(o: Any) -> None:
    if not (is_text(o.id) and type(o.kind) is AnnotatorKind and each(is_text, o.name, o.version)):
        look_closely(o)


def check_article(o: Any) -> None:
    if not (
        is_uri(o.id)
        and is_body(o.text)
        and are_of(ONLY_AUTHOR, o.authors)
        and are_of(ONLY_SUBJECT, o.subjects)
        and are_of(ONLY_CORRECTION, o.corrections)
        and are_of(ONLY_ANNOTATOR, o.annotators)
        and are_of(ONLY_SOURCE, o.sources)
        and are_of(ONLY_QUOTE, o.quotes)
        and o.extra is NO_EXTRA
        and each(is_text, o.headline, o.summary, o.byline, o.publisher, o.credit, o.section, o.version, o.rights)
        and (o.language is None or is_language(o.language))
        and each(is_date, o.published, o.updated, o.embargoed_until)
        and type(o.dateline) in ANY_DATELINE
        and (o.url is None or is_uri(o.url))
        and type(o.genre) in ANY_GENRE
        and type(o.status) in ANY_STATUS
        and not any(o._issues(set()))
    ):
        look_closely(o)


CHECKS: Final[dict[Any, Callable[[Any], None]]] = {
    Span: check_span,
    Fragment: check_fragment,
    Edit: check_edit,
    Source: check_source,
    Attribution: check_attribution,
    Quote: check_quote,
    Author: check_author,
    Dateline: check_dateline,
    Subject: check_subject,
    Correction: check_correction,
    Annotator: check_annotator,
    Article: check_article,
}
for _cls, _check in CHECKS.items():
    _cls.__attrs_post_init__ = _check
