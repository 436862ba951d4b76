"""Wire structs, and the functions between them and the types. Made by `scripts/make_wire.py`: do not edit."""

# mypy: disable-error-code="misc"
from collections.abc import Callable, Sequence
from typing import Any, Final, Literal

from msgspec import Struct, field

from newsschema._json.version import SCHEMA_VERSION
from newsschema._json.wire_support import (
    EPITHET,
    INDIRECT,
    NAMED,
    TEXT,
    UNPLACED,
    Ids,
    NotPlainError,
    Position,
    Probability,
    Text,
    freeze,
    locate,
    plain,
)
from newsschema._model.base import blank
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
from newsschema._model.rules import plain_content
from newsschema._model.types import (
    Annotator,
    Article,
    Attribution,
    Author,
    Correction,
    Dateline,
    Edit,
    Fragment,
    Model,
    Quote,
    Source,
    Span,
    Subject,
)
from newsschema._model.values import format_date, parse_date, parse_language, parse_uri


class SpanWire(Struct, forbid_unknown_fields=True, omit_defaults=True, gc=False, kw_only=True):
    text: Text
    start: Position = UNPLACED
    end: Position = UNPLACED
    part: Part = Part.TEXT


class FragmentWire(Struct, forbid_unknown_fields=True, omit_defaults=True, gc=False, kw_only=True):
    text: Text
    start: Position = UNPLACED
    end: Position = UNPLACED
    part: Part = Part.TEXT
    verbatim: bool = True


class EditWire(Struct, forbid_unknown_fields=True, omit_defaults=True, gc=False, kw_only=True):
    text: Text
    start: Position = UNPLACED
    end: Position = UNPLACED
    part: Part = Part.TEXT
    kind: EditKind


class SourceWire(Struct, forbid_unknown_fields=True, omit_defaults=True, gc=False, kw_only=True):
    id: Text
    name: Text | None = None
    description: Text | None = None
    kind: SourceKind = SourceKind.UNKNOWN
    anonymity: Anonymity = Anonymity.NAMED
    role: Text | None = None
    affiliation: Text | None = None
    members: Sequence[Text] = ()
    same_as: Sequence[Text] = ()
    extra: dict[str, Any] = NO_EXTRA


class AttributionWire(Struct, forbid_unknown_fields=True, omit_defaults=True, gc=False, kw_only=True):
    source: Text | None = None
    mention: SpanWire | None = None
    cue: SpanWire | None = None
    addressee: SpanWire | None = None
    setting: SpanWire | None = None
    time: SpanWire | None = None
    condition: SpanWire | None = None
    via: SpanWire | None = None
    polarity: Polarity = Polarity.AFFIRMED
    medium: Medium = Medium.UNKNOWN
    terms: Terms = Terms.UNKNOWN
    confidence: Probability | None = None
    source_confidence: Probability | None = None


class QuoteWire(Struct, forbid_unknown_fields=True, omit_defaults=True, gc=False, kw_only=True):
    id: Text
    kind: QuoteKind
    content: Sequence[FragmentWire]
    attribution: AttributionWire | None = None
    edits: Sequence[EditWire] = ()
    parent: Text | None = None
    translated_from: Text | None = None
    annotators: Sequence[Text] = ()
    extra: dict[str, Any] = NO_EXTRA


class AuthorWire(Struct, forbid_unknown_fields=True, omit_defaults=True, gc=False, kw_only=True):
    name: Text
    role: Text | None = None
    affiliation: Text | None = None
    same_as: Sequence[Text] = ()


class DatelineWire(Struct, forbid_unknown_fields=True, omit_defaults=True, gc=False, kw_only=True):
    text: Text
    place: Text | None = None
    date: Text | None = None
    credit: Text | None = None


class SubjectWire(Struct, forbid_unknown_fields=True, omit_defaults=True, gc=False, kw_only=True):
    name: Text
    kind: SubjectKind = SubjectKind.TOPIC
    uri: Text | None = None


class CorrectionWire(Struct, forbid_unknown_fields=True, omit_defaults=True, gc=False, kw_only=True):
    text: Text
    date: Text | None = None


class AnnotatorWire(Struct, forbid_unknown_fields=True, omit_defaults=True, gc=False, kw_only=True):
    id: Text
    name: Text | None = None
    kind: AnnotatorKind
    version: Text | None = None


class ArticleWire(Struct, forbid_unknown_fields=True, omit_defaults=True, gc=False, kw_only=True):
    schema: str = field(default="", name="$schema")
    schema_version: Literal["1.0"]
    id: Text
    headline: Text | None = None
    text: str
    language: Text | None = None
    published: Text | None = None
    updated: Text | None = None
    summary: Text | None = None
    byline: Text | None = None
    authors: Sequence[AuthorWire] = ()
    publisher: Text | None = None
    credit: Text | None = None
    dateline: DatelineWire | None = None
    url: Text | None = None
    section: Text | None = None
    genre: Genre | None = None
    version: Text | None = None
    status: Status | None = None
    embargoed_until: Text | None = None
    rights: Text | None = None
    subjects: Sequence[SubjectWire] = ()
    corrections: Sequence[CorrectionWire] = ()
    annotators: Sequence[AnnotatorWire] = ()
    sources: Sequence[SourceWire] = ()
    quotes: Sequence[QuoteWire] = ()
    extra: dict[str, Any] = NO_EXTRA


def dump_span(o: Span) -> SpanWire:
    return SpanWire(
        text=o.text,
        start=UNPLACED if o.start is None else o.start,
        end=UNPLACED if o.end is None else o.end,
        part=o.part,
    )


def dump_fragment(o: Fragment) -> FragmentWire:
    return FragmentWire(
        text=o.text,
        start=UNPLACED if o.start is None else o.start,
        end=UNPLACED if o.end is None else o.end,
        part=o.part,
        verbatim=o.verbatim,
    )


def dump_edit(o: Edit) -> EditWire:
    return EditWire(
        text=o.text,
        start=UNPLACED if o.start is None else o.start,
        end=UNPLACED if o.end is None else o.end,
        part=o.part,
        kind=o.kind,
    )


def dump_source(o: Source) -> SourceWire:
    return SourceWire(
        id=o.id,
        name=o.name,
        description=o.description,
        kind=o.kind,
        anonymity=o.anonymity,
        role=o.role,
        affiliation=o.affiliation,
        members=list(o.members) if o.members else (),
        same_as=list(o.same_as) if o.same_as else (),
        extra=plain(o.extra) if o.extra else NO_EXTRA,
    )


def dump_attribution(o: Attribution) -> AttributionWire:
    return AttributionWire(
        source=o.source,
        mention=None if o.mention is None else dump_span(o.mention),
        cue=None if o.cue is None else dump_span(o.cue),
        addressee=None if o.addressee is None else dump_span(o.addressee),
        setting=None if o.setting is None else dump_span(o.setting),
        time=None if o.time is None else dump_span(o.time),
        condition=None if o.condition is None else dump_span(o.condition),
        via=None if o.via is None else dump_span(o.via),
        polarity=o.polarity,
        medium=o.medium,
        terms=o.terms,
        confidence=o.confidence,
        source_confidence=o.source_confidence,
    )


def dump_quote(o: Quote) -> QuoteWire:
    return QuoteWire(
        id=o.id,
        kind=o.kind,
        content=[dump_fragment(i) for i in o.content],
        attribution=None if o.attribution is None else dump_attribution(o.attribution),
        edits=[dump_edit(i) for i in o.edits] if o.edits else (),
        parent=o.parent,
        translated_from=o.translated_from,
        annotators=list(o.annotators) if o.annotators else (),
        extra=plain(o.extra) if o.extra else NO_EXTRA,
    )


def dump_author(o: Author) -> AuthorWire:
    return AuthorWire(
        name=o.name,
        role=o.role,
        affiliation=o.affiliation,
        same_as=list(o.same_as) if o.same_as else (),
    )


def dump_dateline(o: Dateline) -> DatelineWire:
    return DatelineWire(
        text=o.text,
        place=o.place,
        date=o.date,
        credit=o.credit,
    )


def dump_subject(o: Subject) -> SubjectWire:
    return SubjectWire(
        name=o.name,
        kind=o.kind,
        uri=o.uri,
    )


def dump_correction(o: Correction) -> CorrectionWire:
    return CorrectionWire(
        text=o.text,
        date=None if o.date is None else format_date(o.date),
    )


def dump_annotator(o: Annotator) -> AnnotatorWire:
    return AnnotatorWire(
        id=o.id,
        name=o.name,
        kind=o.kind,
        version=o.version,
    )


def dump_article(o: Article) -> ArticleWire:
    return ArticleWire(
        schema_version=SCHEMA_VERSION,
        id=o.id,
        headline=o.headline,
        text=o.text,
        language=o.language,
        published=None if o.published is None else format_date(o.published),
        updated=None if o.updated is None else format_date(o.updated),
        summary=o.summary,
        byline=o.byline,
        authors=[dump_author(i) for i in o.authors] if o.authors else (),
        publisher=o.publisher,
        credit=o.credit,
        dateline=None if o.dateline is None else dump_dateline(o.dateline),
        url=o.url,
        section=o.section,
        genre=o.genre,
        version=o.version,
        status=o.status,
        embargoed_until=None if o.embargoed_until is None else format_date(o.embargoed_until),
        rights=o.rights,
        subjects=[dump_subject(i) for i in o.subjects] if o.subjects else (),
        corrections=[dump_correction(i) for i in o.corrections] if o.corrections else (),
        annotators=[dump_annotator(i) for i in o.annotators] if o.annotators else (),
        sources=[dump_source(i) for i in o.sources] if o.sources else (),
        quotes=[dump_quote(i) for i in o.quotes] if o.quotes else (),
        extra=plain(o.extra) if o.extra else NO_EXTRA,
    )


_Span: Any = blank(Span)
_Fragment: Any = blank(Fragment)
_Edit: Any = blank(Edit)
_Source: Any = blank(Source)
_Attribution: Any = blank(Attribution)
_Quote: Any = blank(Quote)
_Author: Any = blank(Author)
_Dateline: Any = blank(Dateline)
_Subject: Any = blank(Subject)
_Correction: Any = blank(Correction)
_Annotator: Any = blank(Annotator)
_Article: Any = blank(Article)


def load_span(w: SpanWire, body: str, article: ArticleWire) -> Span:
    start: int | None
    end: int | None
    text = w.text
    start = w.start
    end = w.end
    part = w.part
    if body[start:end] != text or part is not TEXT:
        start, end = locate(w, article)
    o = _Span()
    o.text = text
    o.start = start
    o.end = end
    o.part = part
    o.__class__ = Span
    return o  # type: ignore[no-any-return]


def load_fragment(w: FragmentWire, body: str, article: ArticleWire) -> Fragment:
    start: int | None
    end: int | None
    text = w.text
    start = w.start
    end = w.end
    part = w.part
    if body[start:end] != text or part is not TEXT:
        start, end = locate(w, article)
    o = _Fragment()
    o.text = text
    o.start = start
    o.end = end
    o.part = part
    o.verbatim = w.verbatim
    o.__class__ = Fragment
    return o  # type: ignore[no-any-return]


def load_edit(w: EditWire, body: str, article: ArticleWire) -> Edit:
    start: int | None
    end: int | None
    text = w.text
    start = w.start
    end = w.end
    part = w.part
    if body[start:end] != text or part is not TEXT:
        start, end = locate(w, article)
    o = _Edit()
    o.text = text
    o.start = start
    o.end = end
    o.part = part
    o.kind = w.kind
    o.__class__ = Edit
    return o  # type: ignore[no-any-return]


def load_source(w: SourceWire) -> Source:
    v: Any
    name = w.name
    anonymity = w.anonymity
    if (name is None) is (anonymity is NAMED):
        raise NotPlainError
    o = _Source()
    o.id = w.id
    o.name = name
    o.description = w.description
    o.kind = w.kind
    o.anonymity = anonymity
    o.role = w.role
    o.affiliation = w.affiliation
    v = w.members
    o.members = tuple(v) if v else ()
    v = w.same_as
    o.same_as = tuple(v) if v else ()
    for i in v:
        parse_uri(i)
    v = w.extra
    o.extra = freeze(v) if v else NO_EXTRA
    o.__class__ = Source
    return o  # type: ignore[no-any-return]


def load_attribution(w: AttributionWire, body: str, article: ArticleWire, ids: Ids) -> Attribution:
    cue, mention = w.cue, w.mention
    if (
        cue is not None
        and mention is not None
        and cue.start < mention.end
        and mention.start < cue.end
        and cue.start != UNPLACED
    ):
        raise NotPlainError
    o = _Attribution()
    o.source = ids[w.source]
    o.mention = w.mention and load_span(w.mention, body, article)
    o.cue = w.cue and load_span(w.cue, body, article)
    o.addressee = w.addressee and load_span(w.addressee, body, article)
    o.setting = w.setting and load_span(w.setting, body, article)
    o.time = w.time and load_span(w.time, body, article)
    o.condition = w.condition and load_span(w.condition, body, article)
    o.via = w.via and load_span(w.via, body, article)
    o.polarity = w.polarity
    o.medium = w.medium
    o.terms = w.terms
    o.confidence = w.confidence
    o.source_confidence = w.source_confidence
    o.__class__ = Attribution
    return o  # type: ignore[no-any-return]


def load_quote(w: QuoteWire, body: str, article: ArticleWire, ids: Ids) -> Quote:
    v: Any
    v = w.content
    kind = w.kind
    if w.attribution is None and kind is not EPITHET:
        raise NotPlainError
    if v[0].verbatim is (kind is INDIRECT) if len(v) == 1 else not plain_content(v, kind):
        raise NotPlainError
    o = _Quote()
    o.id = w.id
    o.kind = kind
    v = w.content
    o.content = (
        (load_fragment(v[0], body, article),) if len(v) == 1 else tuple([load_fragment(i, body, article) for i in v])
    )
    o.attribution = w.attribution and load_attribution(w.attribution, body, article, ids)
    v = w.edits
    o.edits = tuple([load_edit(i, body, article) for i in v]) if v else ()
    o.parent = w.parent
    o.translated_from = v = w.translated_from
    if v is not None:
        parse_language(v)
    v = w.annotators
    o.annotators = tuple(v) if v else ()
    v = w.extra
    o.extra = freeze(v) if v else NO_EXTRA
    o.__class__ = Quote
    return o  # type: ignore[no-any-return]


def load_author(w: AuthorWire) -> Author:
    v: Any
    o = _Author()
    o.name = w.name
    o.role = w.role
    o.affiliation = w.affiliation
    v = w.same_as
    o.same_as = tuple(v) if v else ()
    for i in v:
        parse_uri(i)
    o.__class__ = Author
    return o  # type: ignore[no-any-return]


def load_dateline(w: DatelineWire) -> Dateline:
    o = _Dateline()
    o.text = w.text
    o.place = w.place
    o.date = w.date
    o.credit = w.credit
    o.__class__ = Dateline
    return o  # type: ignore[no-any-return]


def load_subject(w: SubjectWire) -> Subject:
    v: Any
    o = _Subject()
    o.name = w.name
    o.kind = w.kind
    o.uri = v = w.uri
    if v is not None:
        parse_uri(v)
    o.__class__ = Subject
    return o  # type: ignore[no-any-return]


def load_correction(w: CorrectionWire) -> Correction:
    o = _Correction()
    o.text = w.text
    o.date = w.date and parse_date(w.date)
    o.__class__ = Correction
    return o  # type: ignore[no-any-return]


def load_annotator(w: AnnotatorWire) -> Annotator:
    o = _Annotator()
    o.id = w.id
    o.name = w.name
    o.kind = w.kind
    o.version = w.version
    o.__class__ = Annotator
    return o  # type: ignore[no-any-return]


def load_article(w: ArticleWire, body: str, article: ArticleWire, ids: Ids) -> Article:
    v: Any
    o = _Article()
    o.id = v = w.id
    parse_uri(v)
    o.headline = w.headline
    o.text = w.text
    o.language = v = w.language
    if v is not None:
        parse_language(v)
    o.published = w.published and parse_date(w.published)
    o.updated = w.updated and parse_date(w.updated)
    o.summary = w.summary
    o.byline = w.byline
    v = w.authors
    o.authors = tuple([load_author(i) for i in v]) if v else ()
    o.publisher = w.publisher
    o.credit = w.credit
    o.dateline = w.dateline and load_dateline(w.dateline)
    o.url = v = w.url
    if v is not None:
        parse_uri(v)
    o.section = w.section
    o.genre = w.genre
    o.version = w.version
    o.status = w.status
    o.embargoed_until = w.embargoed_until and parse_date(w.embargoed_until)
    o.rights = w.rights
    v = w.subjects
    o.subjects = tuple([load_subject(i) for i in v]) if v else ()
    v = w.corrections
    o.corrections = tuple([load_correction(i) for i in v]) if v else ()
    v = w.annotators
    o.annotators = tuple([load_annotator(i) for i in v]) if v else ()
    v = w.sources
    o.sources = tuple([load_source(i) for i in v]) if v else ()
    v = w.quotes
    o.quotes = tuple([load_quote(i, body, article, ids) for i in v]) if v else ()
    v = w.extra
    o.extra = freeze(v) if v else NO_EXTRA
    o.__class__ = Article
    return o  # type: ignore[no-any-return]


TO_WIRE: Final[dict[type[Model], Callable[[Any], Struct]]] = {
    Span: dump_span,
    Fragment: dump_fragment,
    Edit: dump_edit,
    Source: dump_source,
    Attribution: dump_attribution,
    Quote: dump_quote,
    Author: dump_author,
    Dateline: dump_dateline,
    Subject: dump_subject,
    Correction: dump_correction,
    Annotator: dump_annotator,
    Article: dump_article,
}
