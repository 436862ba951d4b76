"""Hypothesis strategies for every type: always valid, and full of text that breaks software.

Installed with the extra `newsschema[hypothesis]`. With it, `st.from_type(Article)` works, because
Hypothesis finds the types through an entry point.

Texts have astral characters, combining marks, right-to-left words, every style of quotation mark and odd line ends;
quotes come in several pieces, nested, in the headline, or without a place. Everything shrinks towards a short text
without quotes.

Examples:
    >>> from hypothesis import given
    >>> from newsschema import from_json, to_json
    >>> @given(articles())
    ... def test_round_trip(article):
    ...     assert from_json(to_json(article)) == article
    >>> test_round_trip()
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import lru_cache
from typing import Any, Final, TypeAlias, TypeVar

from attrs import evolve, frozen

from newsschema._model.anchors import SPAN_FIELDS
from newsschema._model.enums import Anonymity, EditKind, Part, QuoteKind
from newsschema._model.errors import MissingExtraError
from newsschema._model.fields import FieldSpec, field_specs
from newsschema._model.rules import FIRST_ZONE, LAST_ZONE
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
from newsschema._model.values import Format

try:
    from hypothesis import strategies as st
    from hypothesis.strategies import DrawFn, SearchStrategy
except ImportError:
    raise MissingExtraError("newsschema.strategies", "hypothesis") from None

__all__ = [
    "annotators",
    "articles",
    "attributions",
    "authors",
    "corrections",
    "datelines",
    "edits",
    "fragments",
    "quotes",
    "sources",
    "spans",
    "subjects",
]

M = TypeVar("M", bound=Model)
S = TypeVar("S", bound=Span)
T = TypeVar("T")


_KINDS: Final = st.sampled_from(QuoteKind)


@frozen
class _Story:
    """What an article is drawn for: the words of its parts, and what its quotes must be."""

    parts: Mapping[Part, str]
    placed: bool = False
    kinds: SearchStrategy[QuoteKind] = _KINDS


Region: TypeAlias = tuple[Part, int, int]
"""A stretch of one part of an article: the part, start and end."""
Table: TypeAlias = dict[str, SearchStrategy[Any]]

_PIECES: Final = (
    *("\n\n", ", the envoy said", '"', "“", "”", "« ", " »", "``", "''", "‘", "’", "…", "[sic] ", "(yards) "),
    *("\n", "\t", "\r\n", "\n\n\n", "\x1b[31m", "</p>", "\\u0000", "\u2028", "\ufeff"),
    *("e\u0301", "हिन्दी", "n\u0308\u0323"),  # letters with their combining marks
    *("قال السفير", "אמר", "\u200f"),  # right to left, and its mark
    *("🌧", "𝒜", "👩🏽‍🚒"),  # beyond the basic plane; the last one is four code points that show as one
)
# Drawn as the control characters U+0080 to U+009F, and put in their places afterwards: a text is one draw.
_PUT: Final = {0x80 + index: piece for index, piece in enumerate(_PIECES)}
_CHARACTERS: Final = st.characters(exclude_categories=["Cs"], exclude_characters="\0")


def _texts(least: int, most: int | None = None) -> SearchStrategy[str]:
    return st.text(_CHARACTERS, min_size=least, max_size=most).map(lambda drawn: drawn.translate(_PUT))


_WORDS: Final = _texts(1, 12)
_BODIES: Final = st.one_of(_texts(0), _texts(40))
_URIS: Final = st.builds(
    str.__add__,
    st.sampled_from(
        (
            *("urn:example:", "https://example.org/", "HTTP://user@[2001:db8::1]:8080/a%20b?", "ni:///sha-256;"),
            *("tag:example.org,2026:", "mailto:desk@", "file:///", "x-a+b.c:d"),
        )
    ),
    st.text("abcXYZ019-._~!$&'()*+,;=:@/?", max_size=8),
)
_LANGUAGES: Final = st.sampled_from(
    (
        *("en", "ar", "pt-BR", "zh-Hant-TW", "es-419", "sr-Latn", "de-CH-1996", "sl-rozaj-biske", "EN-gb"),
        *("zh-yue-HK", "x-newsroom", "en-a-bbb-x-a-ccc", "de-u-co-phonebk"),
    )
)
_ZONES: Final = [timezone(timedelta(minutes=at)) for at in (0, 120, -300, 345, 840, -720, 24 * 60 - 1, 1 - 24 * 60)]
_ORIGIN: Final = datetime(2026, 3, 3, tzinfo=UTC)
_FIRST: Final = datetime(1, 1, 3, tzinfo=UTC)
_LAST: Final = datetime(9999, 12, 29, 23, 59, 59, 999_999, tzinfo=UTC)
_TICK: Final = timedelta(microseconds=1)


@st.composite
def _whens(draw: DrawFn, *, earliest: date | None = None) -> date:
    """Dates alone, and times with an offset.

    Args:
        draw: Given by Hypothesis.
        earliest: What an article may be published at whose `updated` is drawn; a date alone is that day somewhere on
            earth.
    """
    timed = draw(_YES)
    first = _FIRST
    if isinstance(earliest, datetime):
        first = earliest if timed else _noon(earliest.astimezone(LAST_ZONE).date())
    elif earliest is not None:
        first = datetime.combine(earliest, time.min, FIRST_ZONE) if timed else _noon(earliest)
    base = max(first, _ORIGIN)  # one number of ticks from here, which shrinks to none
    moment = base + draw(st.integers((first - base) // _TICK, (_LAST - base) // _TICK)) * _TICK
    return moment.astimezone(draw(_ZONE)) if timed else moment.astimezone(UTC).date()


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)


def _several(items: SearchStrategy[T]) -> SearchStrategy[tuple[T, ...]]:
    """One to three; that there may be none is for the field to say."""
    return st.lists(items, min_size=1, max_size=3).map(tuple)


def _mapping(keys: SearchStrategy[str], values: SearchStrategy[Any]) -> SearchStrategy[dict[str, Any]]:
    return st.lists(st.tuples(keys, values), max_size=3).map(dict)


_YES: Final = st.booleans()
_ZONE: Final = st.sampled_from(_ZONES)
_WHENS: Final = _whens()
_LEAVES: Final = st.one_of(
    st.none(),
    _YES,
    st.integers(),
    st.sampled_from((2**53 + 1, 2**63, 2**64, -(2**70))),
    st.floats(allow_nan=False, allow_infinity=False),
    _texts(0, 8),
)
_EXTRAS: Final = _mapping(
    st.sampled_from(("org.example", "com.example.desk_2", "https://example.org/terms#priority", "urn:example:wire")),
    st.recursive(_LEAVES, lambda inner: st.one_of(_several(inner), _mapping(_texts(0, 8), inner)), max_leaves=4),
)


@lru_cache(maxsize=512)
def _up_to(highest: int) -> SearchStrategy[int]:
    return st.integers(0, highest)


_VALUES: Final[Mapping[Format, SearchStrategy[Any]]] = {
    Format.TEXT: _WORDS,
    Format.URI: _URIS,
    Format.LANGUAGE: _LANGUAGES,
    Format.DATE: _WHENS,
    Format.EXTRA: _EXTRAS,
    Format.NUMBER: st.floats(0.0, 1.0),
}


def _values(spec: FieldSpec) -> SearchStrategy[Any]:
    """What a field holds where it holds something."""
    one = _VALUES.get(spec.format)
    if one is None:
        one = st.sampled_from(spec.type) if spec.format is Format.ENUM else _made(spec.type)
    return _several(one) if spec.many else one


def _optional(cls: type[Model], *others: str) -> Table:
    """What the optional fields of a type hold, but for some that have rules with others."""
    return {spec.name: _values(spec) for spec in field_specs(cls) if not spec.required and spec.name not in others}


def _filled(draw: DrawFn, optional: Table) -> dict[str, Any]:
    """Values for some of the fields."""
    return {name: draw(values) for name, values in optional.items() if draw(_YES)}


def _made(cls: type[M]) -> SearchStrategy[M]:
    """Objects of a type that has no rules between its fields."""
    optional = _optional(cls)
    due = {spec.name: _values(spec) for spec in field_specs(cls) if spec.name not in optional}

    @st.composite
    def made(draw: DrawFn) -> M:
        return cls(**{name: draw(values) for name, values in due.items()}, **_filled(draw, optional))

    return made()


_AUTHORS: Final = _made(Author)
_DATELINES: Final = _made(Dateline)
_SUBJECTS: Final = _made(Subject)
_ANNOTATORS: Final = _made(Annotator)
_CORRECTIONS: Final = _made(Correction)
_SOURCE: Final = _optional(Source, "name", "anonymity", "members")
_ATTRIBUTION: Final = _optional(Attribution, "source", *SPAN_FIELDS)
_ARTICLE: Final = _optional(Article, "headline", "summary", "updated", "annotators", "sources", "quotes")
_ANONYMITY: Final = st.sampled_from([member for member in Anonymity if member is not Anonymity.NAMED])
_PART: Final = st.sampled_from(Part)
_OTHER_PARTS: Final = {Part.HEADLINE: _WORDS, Part.SUMMARY: _WORDS}
_EDIT_KIND: Final = st.sampled_from(EditKind)


def annotators() -> SearchStrategy[Annotator]:
    """Annotators."""
    return _ANNOTATORS


def authors() -> SearchStrategy[Author]:
    """Authors."""
    return _AUTHORS


def datelines() -> SearchStrategy[Dateline]:
    """Datelines."""
    return _DATELINES


def subjects() -> SearchStrategy[Subject]:
    """Subjects."""
    return _SUBJECTS


def corrections() -> SearchStrategy[Correction]:
    """Corrections."""
    return _CORRECTIONS


@st.composite
def sources(draw: DrawFn, *, members: Sequence[str] = ()) -> Source:
    """Sources, named and unnamed.

    Args:
        draw: Given by Hypothesis.
        members: Ids that the source may have as its members.
    """
    return _source(draw, draw(_WORDS), members)


def _source(draw: DrawFn, name: str, members: Sequence[str]) -> Source:
    told: dict[str, Any] = {"name": draw(_WORDS)} if draw(_YES) else {"anonymity": draw(_ANONYMITY)}
    return Source(id=name, **told, **_filled(draw, _SOURCE), members=tuple(name for name in members if draw(_YES)))


# Places. A span takes a stretch out of one region; what comes after it is left for the next.


def _regions(story: _Story) -> list[Region]:
    """The whole parts in reading order, where they have any words."""
    return [
        (part, 0, len(words)) for part in (Part.HEADLINE, Part.SUMMARY, Part.TEXT) if (words := story.parts.get(part))
    ]


def _regions_of(spans: Iterable[Span]) -> list[Region]:
    """The places of the spans, of those that have one."""
    return [(span.part, span.start, span.end) for span in spans if span.start is not None and span.end is not None]


def _span(draw: DrawFn, cls: type[S], story: _Story, regions: list[Region], **more: Any) -> tuple[S, list[Region]]:
    """A span somewhere in the regions, or without a place, and the regions that come after it."""
    choice = draw(_EIGHT)
    if not regions or (choice == 7 and not story.placed):  # noqa: PLR2004 - one in eight
        return cls(text=draw(_WORDS), part=draw(_PART), **more), regions
    index = -1 - choice % len(regions)  # shrinks to the last, which is the text
    part, first, last = regions[index]
    start = first + draw(_up_to(last - first - 1))
    end = start + 1 + draw(_up_to(last - start - 1))
    after = regions[len(regions) + index + 1 :]
    rest = [(part, end, last), *after] if end < last else after
    return cls(text=story.parts[part][start:end], start=start, end=end, part=part, **more), rest


_EIGHT: Final = _up_to(7)


def _given(draw: DrawFn, text: str | None) -> _Story:
    """The parts of an article that is about this text, or of any."""
    if text is not None:
        return _Story({Part.TEXT: text})
    others = {part: draw(words) for part, words in _OTHER_PARTS.items() if draw(_YES)}
    return _Story({Part.TEXT: draw(_BODIES)} | others)


@st.composite
def spans(draw: DrawFn, text: str | None = None) -> Span:
    """Spans with and without a place.

    Args:
        draw: Given by Hypothesis.
        text: The text of the article; by default drawn.
    """
    story = _given(draw, text)
    return _span(draw, Span, story, _regions(story))[0]


@st.composite
def fragments(draw: DrawFn, text: str | None = None) -> Fragment:
    """Fragments, verbatim and reported.

    Args:
        draw: Given by Hypothesis.
        text: The text of the article; by default drawn.
    """
    story = _given(draw, text)
    return _span(draw, Fragment, story, _regions(story), verbatim=draw(_YES))[0]


@st.composite
def edits(draw: DrawFn, text: str | None = None) -> Edit:
    """Edits of every kind.

    Args:
        draw: Given by Hypothesis.
        text: The text of the article; by default drawn.
    """
    story = _given(draw, text)
    return _edit(draw, story, _regions(story))


def _edit(draw: DrawFn, story: _Story, regions: list[Region]) -> Edit:
    return _span(draw, Edit, story, regions, kind=draw(_EDIT_KIND))[0]


@st.composite
def attributions(draw: DrawFn, text: str | None = None, *, sources: Sequence[str] = ()) -> Attribution:
    """Attributions, from empty to full.

    Args:
        draw: Given by Hypothesis.
        text: The text of the article; by default drawn.
        sources: Ids of the article's sources.
    """
    return _attribution(draw, _given(draw, text), sources)


def _attribution(draw: DrawFn, story: _Story, sources: Sequence[str]) -> Attribution:
    found: dict[str, Any] = {}
    regions = _regions(story)
    for name in reversed(SPAN_FIELDS) if draw(_YES) else SPAN_FIELDS:
        if not draw(_YES) or (story.placed and not regions):
            continue
        found[name], after = _span(draw, Span, story, regions)
        if name in {"mention", "cue"}:  # the other one stands after it, never in it
            regions = after
    return Attribution(source=_perhaps(draw, sources), **found, **_filled(draw, _ATTRIBUTION))


@st.composite
def quotes(draw: DrawFn, text: str | None = None, *, sources: Sequence[str] = ()) -> Quote:
    """Quotes of every kind, in one piece or several, without a parent.

    Args:
        draw: Given by Hypothesis.
        text: The text of the article; by default drawn.
        sources: Ids of the article's sources.
    """
    return _quote(draw, draw(_WORDS), _given(draw, text), sources)


def _quote(draw: DrawFn, name: str, story: _Story, sources: Sequence[str], parent: Quote | None = None) -> Quote:
    kind = draw(story.kinds)
    marked = [kind is not QuoteKind.INDIRECT] * (1 + draw(_up_to(2)))
    if kind is QuoteKind.PARTIAL:
        reported = draw(_up_to(2 ** len(marked) - 2))  # never all of it
        marked = [not reported >> index & 1 for index in range(len(marked))]
        marked.sort(reverse=story.placed)  # the first, which has a place for sure, is verbatim
    regions = _regions(story) if parent is None else _regions_of(parent.content)
    content: list[Fragment] = []
    for verbatim in marked:
        if content and story.placed and not regions:
            break
        fragment, regions = _span(draw, Fragment, story, regions, verbatim=verbatim)
        content.append(fragment)
    more: dict[str, Any] = {} if parent is None else {"parent": parent.id}
    if kind is not QuoteKind.EPITHET or draw(_YES):
        more["attribution"] = _attribution(draw, story, sources)
    edits, translated = draw(_up_to(2)), draw(_EIGHT) == 1
    return Quote(
        id=name,
        kind=kind,
        content=tuple(content),
        edits=tuple(_edit(draw, story, _regions_of(content)) for _ in range(edits)),
        translated_from=draw(_LANGUAGES) if translated else None,
        extra=draw(_EXTRAS) if draw(_EIGHT) == 1 else {},
        **more,
    )


@st.composite
def articles(  # noqa: PLR0913 - what a tester may ask for
    draw: DrawFn,
    text: str | None = None,
    *,
    min_quotes: int = 0,
    kinds: Collection[QuoteKind | str] = tuple(QuoteKind),
    placed: bool = False,
    small: bool = False,
) -> Article:
    """Whole articles.

    Args:
        draw: Given by Hypothesis.
        text: The text of the article; by default drawn, perhaps with a headline and a summary.
        min_quotes: The least number of quotes.
        kinds: The kinds of quotes.
        placed: Whether every span has a place.
        small: Whether to draw short plain stories, many times as fast: a few sentences with one quote each.

    Examples:
        >>> from hypothesis import given
        >>> @given(articles(min_quotes=1, kinds=["direct"], placed=True, small=True))
        ... def test_quotes_stand_in_the_text(article):
        ...     for quote in article.quotes:
        ...         assert quote.words in article.text
        >>> test_quotes_stand_in_the_text()
    """
    wanted = st.sampled_from([QuoteKind(kind) for kind in kinds])
    if small:
        return _small_article(draw, text, min_quotes, wanted)
    story = _given(draw, text)
    if min_quotes and not story.parts[Part.TEXT] and text is None:
        story = _Story({**story.parts, Part.TEXT: draw(_WORDS)})
    story = evolve(story, placed=placed, kinds=wanted)
    more = _filled(draw, _ARTICLE)
    if draw(_YES):
        more["updated"] = draw(_whens(earliest=more.get("published")))
    more["id"] = draw(_URIS)
    found = tuple(draw(_ANNOTATORS).replace(id=name) for name in ("a1", "a2")[: draw(_up_to(2))])
    # Last, so that leaving some out changes nothing else.
    spoken = _up_to_four(draw, lambda name, drawn: _source(draw, name, _ids(drawn)))

    def said(name: str, drawn: Sequence[Quote]) -> Quote:
        quote = _quote(draw, name, story, _ids(spoken), _perhaps(draw, drawn))
        return quote.replace(annotators=tuple(one.id for one in found if draw(_YES))) if found else quote

    can_quote = bool(_regions(story)) or not placed
    uttered = _up_to_four(draw, said, min_quotes) if can_quote else ()
    return Article(
        headline=story.parts.get(Part.HEADLINE),
        text=story.parts[Part.TEXT],
        summary=story.parts.get(Part.SUMMARY),
        annotators=found,
        sources=spoken,
        quotes=uttered,
        **more,
    )


_SPEAKERS: Final = ("Ines Okafor", "Åse Holm", "Rosa Calder")
_SAID: Final = ("The bridge is safe", "Rain fell", "It’s late", "Nobody came")
_SMALL: Final = _up_to(len(_SPEAKERS) * len(_SAID) - 1)


def _small_article(draw: DrawFn, text: str | None, least: int, kinds: SearchStrategy[QuoteKind]) -> Article:
    """A story of one sentence for each quote, or with the text that is given and without quotes where it has none."""
    if text is not None:
        story = _Story({Part.TEXT: text}, placed=True, kinds=kinds)
        count = max(least, draw(_QUARTER)) if text else 0
        return Article(
            id="urn:example:1", text=text, quotes=[_quote(draw, f"q{index}", story, ()) for index in range(count)]
        )
    sentences: list[str] = []
    quotes: list[Quote] = []
    speakers: dict[str, Source] = {}
    at = 0
    for index in range(max(least, draw(_QUARTER))):
        choice, kind = draw(_SMALL), draw(kinds)
        name, words = _SPEAKERS[choice // len(_SAID)], _SAID[choice % len(_SAID)]
        source = speakers.setdefault(name, Source(id=f"s{len(speakers) + 1}", name=name, kind="person"))
        quote, sentence = _sentence(f"q{index + 1}", kind, words, source, at)
        quotes.append(quote)
        sentences.append(sentence)
        at += len(sentence) + 1
    return Article(id="urn:example:1", text=" ".join(sentences), sources=list(speakers.values()), quotes=quotes)


def _sentence(name: str, kind: QuoteKind, words: str, source: Source, at: int) -> tuple[Quote, str]:
    """A quote, and the sentence that it stands in, which begins at a position."""
    verbatim = kind is not QuoteKind.INDIRECT
    marked = f"“{words},”" if verbatim else words
    start = at + verbatim
    cue = at + len(marked) + 1
    attribution = Attribution(source=source.id, cue=Span(text="said", start=cue, end=cue + 4))
    quote = Quote(
        id=name,
        kind=kind,
        content=[Fragment(text=words, start=start, end=start + len(words), verbatim=verbatim)],
        attribution=None if kind is QuoteKind.EPITHET else attribution,
    )
    return quote, f"{marked} said {source.name}."


_QUARTER: Final = _up_to(3)  # nothing more in one case of four
_NAMES: Final = range(4)


def _up_to_four(draw: DrawFn, make: Callable[[str, Sequence[T]], T], least: int = 0) -> tuple[T, ...]:
    """Sources or quotes, each of which may refer to those drawn before it, so that none is inside itself."""
    drawn: list[T] = []
    while len(drawn) < least or (len(drawn) < len(_NAMES) and draw(_QUARTER)):
        letter = "sq🎙"[draw(_up_to(2))]
        drawn.append(make(f"{letter}{len(drawn)}", drawn))
    return tuple(reversed(drawn) if len(drawn) > 1 and draw(_YES) else drawn)


def _perhaps(draw: DrawFn, items: Sequence[T]) -> T | None:
    """One of the items, or none."""
    chosen = draw(_up_to(len(items)))
    return items[chosen - 1] if chosen else None


def _ids(items: Iterable[Source | Annotator]) -> list[str]:
    return [item.id for item in items]


STRATEGIES: Final[Mapping[type[Model], SearchStrategy[Any]]] = {
    Article: articles(),
    Quote: quotes(),
    Attribution: attributions(),
    Source: sources(),
    Span: spans(),
    Fragment: fragments(),
    Edit: edits(),
    Author: _AUTHORS,
    Dateline: _DATELINES,
    Subject: _SUBJECTS,
    Correction: _CORRECTIONS,
    Annotator: _ANNOTATORS,
}
"""What `st.from_type` draws for each type."""
