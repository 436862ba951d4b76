"""What type checkers make of the public names: read by mypy and pyright in their strict modes, and never run."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, assert_type

import attrs
import cattrs
from hypothesis.strategies import SearchStrategy

from newsschema import (
    Anonymity,
    Article,
    Attribution,
    Author,
    Correction,
    Dateline,
    Edit,
    EditKind,
    Editor,
    Fragment,
    Issue,
    Limits,
    Location,
    Medium,
    Offsets,
    Part,
    Polarity,
    Quote,
    QuoteKind,
    ReanchorReport,
    Ref,
    Source,
    SourceKind,
    Span,
    SpanChange,
    SpanOutcome,
    Status,
    Subject,
    SubjectKind,
    Terms,
    ValidationError,
    build,
    check,
    configure,
    content_id,
    from_dict,
    from_json,
    json_schema,
    reanchor,
    strategies,
    to_dict,
    to_json,
)


@attrs.frozen
class Clipping:
    """A project's own class with ours inside."""

    desk: str
    article: Article


def made() -> Article:
    """Every type, with every field that a checker could get wrong."""
    span = Span(text="said", start=22, end=26, part=Part.TEXT)
    fragment = Fragment(text="The bridge is safe,", start=1, end=20, verbatim=True)
    edit = Edit(text="[sic]", kind=EditKind.SIC)
    source = Source(
        id="s1",
        name="Ines Okafor",
        kind=SourceKind.PERSON,
        anonymity=Anonymity.NAMED,
        members=("s2",),
        same_as=("https://example.org/ines",),
    )
    attribution = Attribution(
        source="s1",
        mention=span,
        cue=None,
        polarity=Polarity.AFFIRMED,
        medium=Medium.SPEECH,
        terms=Terms.UNKNOWN,
        confidence=0.9,
    )
    quote = Quote(id="q1", kind=QuoteKind.DIRECT, content=(fragment,), attribution=attribution, edits=(edit,))
    return Article(
        id="urn:example:bridge",
        headline=None,
        text="...",
        published=date(2026, 3, 3),
        updated=datetime.fromisoformat("2026-03-03T09:30:00+01:00"),
        authors=(Author(name="Lena Brandt"),),
        dateline=Dateline(text="BERGEN"),
        status=Status.USABLE,
        subjects=(Subject(name="Bergen", kind=SubjectKind.PLACE),),
        corrections=(Correction(text="...", date=date(2026, 3, 4)),),
        sources=(source,),
        quotes=(quote,),
        extra={"org.example": {"desk": ["weather"]}},
    )


def refused(article: Article) -> None:
    """What no checker lets pass; each comment would be superfluous if one did."""
    Span("said")  # type: ignore[call-arg]  # fields are given by name
    Span(text="said", begin=1)  # type: ignore[call-arg]  # no such field
    Span(text=5)  # type: ignore[arg-type]  # words are a string
    Quote(id="q1", kind=QuoteKind.DIRECT)  # type: ignore[call-arg]  # no content
    article.text = "other"  # type: ignore[misc]  # it does not change
    from_json(5)  # type: ignore[call-overload]  # neither bytes nor a string


def read(article: Article) -> None:
    """The types of fields and members."""
    assert_type(article.headline, str | None)
    assert_type(article.text, str)
    assert_type(article.published, date | datetime | None)
    assert_type(article.status, Status | None)
    assert_type(article.extra, Mapping[str, Any])
    assert_type(article.quotes, tuple[Quote, ...])
    assert_type(article.paragraphs, tuple[Span, ...])
    assert_type(article.part(Part.SUMMARY), str | None)
    assert_type(article.find("said", "headline"), tuple[Span, ...])
    assert_type(article.span("said", near=article.quotes[0]), Span)
    assert_type(article.span("said", near="she", part="text"), Span)
    assert_type(article.span("said", occurrence=2, part=Part.HEADLINE), Span)
    assert_type(article.replace(text="..."), Article)
    for quote in article.quotes:
        assert_type(quote.kind, QuoteKind)
        assert_type(quote.words, str)
        assert_type(quote.source, str | None)
        assert_type(quote.content, tuple[Fragment, ...])
        assert_type(quote.attribution, Attribution | None)
        assert_type(article.source_of(quote), Source | None)
        assert_type(article.continues(quote), bool)
        fragment = quote.content[0]
        assert_type(fragment.start, int | None)
        assert_type(article.locate(fragment), Location)
        assert_type(article.marks_of(fragment), tuple[str, str])
        if quote.attribution is not None:
            assert_type(quote.attribution.cue, Span | None)
            assert_type(quote.attribution.confidence, float | None)
    assert_type(article.quotes_of(article.sources[0]), tuple[Quote, ...])
    assert_type(article.quotes_of("s1"), tuple[Quote, ...])
    assert_type(article.sources[0].label, str)
    assert_type(attrs.evolve(article, text="..."), Article)


def carried(data: bytes | str, tree: dict[str, Any]) -> None:
    """The functions from JSON and plain data, and back."""
    assert_type(from_json(data, limits=Limits(bytes=10)), Article)
    assert_type(from_dict(tree), Article)
    assert_type(to_json(from_dict(tree)), bytes)
    assert_type(to_dict(from_dict(tree)), dict[str, Any])
    assert_type(check(data), tuple[Issue, ...])
    assert_type(check(tree), tuple[Issue, ...])
    assert_type(json_schema(), dict[str, Any])
    assert_type(content_id("Rain fell.", headline=None), str)
    assert_type(Offsets("Rain fell.").to_utf16(3), int)
    converter = cattrs.Converter()
    configure(converter)
    assert_type(converter.structure(tree, Clipping), Clipping)
    try:
        from_json(data)
    except ValidationError as error:
        assert_type(error.issues, tuple[Issue, ...])
        assert_type(error.issues[0].path, tuple[str | int, ...])
        assert_type(error.issues[0].pointer, str)


def built(article: Article) -> None:
    """An editor: what it takes, gives and refuses."""
    editor = build(text="...", headline=None, published="2026-03-03", genre="news")
    assert_type(editor, Editor)
    source = editor.add_source(name="Ines Okafor", kind="person")
    assert_type(source, Ref[Source])
    quote = editor.add_quote(["...", "..."], source=source, cue="said", kind="direct", near="...", part="text")
    assert_type(quote, Ref[Quote])
    editor.change(source, role="harbour master")
    editor.change(quote, content="...", polarity="denied")
    editor.change(headline="...")
    editor.merge(source, article.sources[0])
    editor.merge(quote, article.quotes[0])
    editor.merge(quote, article.quotes[0], source=source, cue="said")
    editor.merge(source, article.sources[0], role="harbour master")
    assert_type(editor.split(quote, "...", cue="told"), Ref[Quote])
    assert_type(editor.split(source, quote, name="Bo Li"), Ref[Source])
    editor.remove(quote, source, article.authors[0])
    assert_type(editor.article(), Article)
    editor.change(source, cue="said")  # type: ignore[arg-type]  # a source has no cue
    editor.merge(source, article.sources[0], cue="said")  # type: ignore[call-overload]  # a source has no cue
    editor.add_source(nmae="Bo Li")  # type: ignore[call-arg]  # no such field
    editor.add_quote("...", kind="loud")  # type: ignore[arg-type]  # no such kind
    editor.add_author(role="photographs")  # type: ignore[call-arg]  # an author has a name


def reanchored(article: Article) -> None:
    """A changed text, and what became of the spans."""
    after, report = reanchor(article, text="...", headline=None)
    assert_type(after, Article)
    assert_type(report, ReanchorReport)
    assert_type(report.lost, tuple[SpanChange, ...])
    assert_type(report.changes[0].outcome, SpanOutcome)
    reanchor(article, text=None)  # type: ignore[arg-type]  # there is always a text


def drawn() -> None:
    """The strategies, as a test gives them to Hypothesis."""
    assert_type(strategies.articles(), SearchStrategy[Article])
    assert_type(strategies.articles("Rain fell."), SearchStrategy[Article])
    assert_type(strategies.quotes("Rain fell.", sources=["s1"]), SearchStrategy[Quote])
    assert_type(strategies.attributions(), SearchStrategy[Attribution])
    assert_type(strategies.sources(members=["s1"]), SearchStrategy[Source])
    assert_type(strategies.spans(), SearchStrategy[Span])
    assert_type(strategies.fragments(), SearchStrategy[Fragment])
    assert_type(strategies.edits(), SearchStrategy[Edit])
    assert_type(strategies.authors(), SearchStrategy[Author])
