"""What the constructors keep at a glance. Made by `scripts/make_plain.py`: do not edit."""

from collections.abc import Callable
from typing import Any, Final

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
from newsschema._model.parsers import are_kept, are_of, is_kept
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

look_closely: Final = Model.__attrs_post_init__
NAMED: Final = Anonymity.NAMED
EPITHET: Final = QuoteKind.EPITHET
INDIRECT: Final = QuoteKind.INDIRECT

ONLY_ANNOTATOR: Final = frozenset((Annotator,))
ONLY_AUTHOR: Final = frozenset((Author,))
ONLY_CORRECTION: Final = frozenset((Correction,))
ONLY_EDIT: Final = frozenset((Edit,))
ONLY_FRAGMENT: Final = frozenset((Fragment,))
ONLY_QUOTE: Final = frozenset((Quote,))
ONLY_SOURCE: Final = frozenset((Source,))
ONLY_SUBJECT: Final = frozenset((Subject,))


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
        and (o.name is None or is_text(o.name))
        and (o.description is None or is_text(o.description))
        and type(o.kind) is SourceKind
        and type(o.anonymity) is Anonymity
        and (o.role is None or is_text(o.role))
        and (o.affiliation is None or is_text(o.affiliation))
        and are_kept(parse_text, o.members)
        and are_kept(parse_uri, o.same_as)
        and o.extra is NO_EXTRA
        and (o.name is None) is not (o.anonymity is NAMED)
    ):
        look_closely(o)


def check_attribution(o: Any) -> None:
    if not (
        (o.source is None or is_text(o.source))
        and (o.mention is None or type(o.mention) is Span)
        and (o.cue is None or type(o.cue) is Span)
        and (o.addressee is None or type(o.addressee) is Span)
        and (o.setting is None or type(o.setting) is Span)
        and (o.time is None or type(o.time) is Span)
        and (o.condition is None or type(o.condition) is Span)
        and (o.via is None or type(o.via) is Span)
        and type(o.polarity) is Polarity
        and type(o.medium) is Medium
        and type(o.terms) is Terms
        and (o.confidence is None or is_kept(parse_number, o.confidence))
        and (o.source_confidence is None or is_kept(parse_number, o.source_confidence))
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
        and (o.attribution is None or type(o.attribution) is Attribution)
        and are_of(ONLY_EDIT, o.edits)
        and (o.parent is None or is_text(o.parent))
        and (o.translated_from is None or is_kept(parse_language, o.translated_from))
        and are_kept(parse_text, o.annotators)
        and o.extra is NO_EXTRA
        and (
            o.content[0].verbatim is not (o.kind is INDIRECT)
            if len(o.content) == 1
            else plain_content(o.content, o.kind)
        )
        and (o.attribution is not None or o.kind is EPITHET)
    ):
        look_closely(o)


def check_author(o: Any) -> None:
    if not (
        is_text(o.name)
        and (o.role is None or is_text(o.role))
        and (o.affiliation is None or is_text(o.affiliation))
        and are_kept(parse_uri, o.same_as)
    ):
        look_closely(o)


def check_dateline(o: Any) -> None:
    if not (
        is_text(o.text)
        and (o.place is None or is_text(o.place))
        and (o.date is None or is_text(o.date))
        and (o.credit is None or is_text(o.credit))
    ):
        look_closely(o)


def check_subject(o: Any) -> None:
    if not (is_text(o.name) and type(o.kind) is SubjectKind and (o.uri is None or is_kept(parse_uri, o.uri))):
        look_closely(o)


def check_correction(o: Any) -> None:
    if not (is_text(o.text) and (o.date is None or is_kept(parse_date, o.date))):
        look_closely(o)


def check_annotator(o: Any) -> None:
    if not (
        is_text(o.id)
        and (o.name is None or is_text(o.name))
        and type(o.kind) is AnnotatorKind
        and (o.version is None or is_text(o.version))
    ):
        look_closely(o)


def check_article(o: Any) -> None:
    if not (
        is_kept(parse_uri, o.id)
        and (o.headline is None or is_text(o.headline))
        and is_kept(parse_body, o.text)
        and (o.language is None or is_kept(parse_language, o.language))
        and (o.published is None or is_kept(parse_date, o.published))
        and (o.updated is None or is_kept(parse_date, o.updated))
        and (o.summary is None or is_text(o.summary))
        and (o.byline is None or is_text(o.byline))
        and are_of(ONLY_AUTHOR, o.authors)
        and (o.publisher is None or is_text(o.publisher))
        and (o.credit is None or is_text(o.credit))
        and (o.dateline is None or type(o.dateline) is Dateline)
        and (o.url is None or is_kept(parse_uri, o.url))
        and (o.section is None or is_text(o.section))
        and (o.genre is None or type(o.genre) is Genre)
        and (o.version is None or is_text(o.version))
        and (o.status is None or type(o.status) is Status)
        and (o.embargoed_until is None or is_kept(parse_date, o.embargoed_until))
        and (o.rights is None or is_text(o.rights))
        and are_of(ONLY_SUBJECT, o.subjects)
        and are_of(ONLY_CORRECTION, o.corrections)
        and are_of(ONLY_ANNOTATOR, o.annotators)
        and are_of(ONLY_SOURCE, o.sources)
        and are_of(ONLY_QUOTE, o.quotes)
        and o.extra is NO_EXTRA
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
