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
from typing import Any, Final, TypeAlias, TypeVar

from attrs import evolve, frozen

from newsschema._model.anchors import SPAN_FIELDS
from newsschema._model.enums import Anonymity, EditKind, Part, QuoteKind
from newsschema._model.errors import MissingExtraError
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

try:
    from hypothesis import strategies as st
    from hypothesis.strategies import DrawFn, SearchStrategy
except ImportError:
    raise MissingExtraError("newsschema.strategies", "hypothesis") from None

from newsschema.strategies._values import (
    BODIES,
    EXTRAS,
    LANGUAGES,
    URIS,
    WORDS,
    YES,
    draw_some,
    objects_of,
    optional_fields,
    some_of,
    up_to,
    whens,
)

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

_SOURCE: Final = optional_fields(Source, "name", "anonymity", "members")
_ATTRIBUTION: Final = optional_fields(Attribution, "source", *SPAN_FIELDS)
_ARTICLE: Final = optional_fields(Article, "headline", "summary", "updated", "annotators", "sources", "quotes")
_ANONYMITY: Final = st.sampled_from([member for member in Anonymity if member is not Anonymity.NAMED])
_PART: Final = st.sampled_from(Part)
_OTHER_PARTS: Final = {Part.HEADLINE: WORDS, Part.SUMMARY: WORDS}
_EDIT_KIND: Final = st.sampled_from(EditKind)


def annotators() -> SearchStrategy[Annotator]:
    """Annotators, each with any of the optional fields."""
    return objects_of(Annotator)


def authors() -> SearchStrategy[Author]:
    """Authors, each with any of the optional fields."""
    return objects_of(Author)


def datelines() -> SearchStrategy[Dateline]:
    """Datelines, each with any of the optional fields."""
    return objects_of(Dateline)


def subjects() -> SearchStrategy[Subject]:
    """Subjects, each with any of the optional fields."""
    return objects_of(Subject)


def corrections() -> SearchStrategy[Correction]:
    """Corrections, each with any of the optional fields."""
    return objects_of(Correction)


@st.composite
def sources(draw: DrawFn, *, members: Sequence[str] = ()) -> Source:
    """Sources, named and unnamed.

    Args:
        draw: Given by Hypothesis.
        members: Ids that the source may have as its members.
    """
    return _source(draw, draw(WORDS), members)


def _source(draw: DrawFn, name: str, members: Sequence[str]) -> Source:
    told: dict[str, Any] = {"name": draw(WORDS)} if draw(YES) else {"anonymity": draw(_ANONYMITY)}
    return Source(id=name, **told, **draw_some(draw, _SOURCE), members=some_of(draw, members))


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
        return cls(text=draw(WORDS), part=draw(_PART), **more), regions
    index = -1 - choice % len(regions)  # shrinks to the last, which is the text
    part, first, last = regions[index]
    start = first + draw(up_to(last - first - 1))
    end = start + 1 + draw(up_to(last - start - 1))
    after = regions[len(regions) + index + 1 :]
    rest = [(part, end, last), *after] if end < last else after
    return cls(text=story.parts[part][start:end], start=start, end=end, part=part, **more), rest


_EIGHT: Final = up_to(7)


def _given(draw: DrawFn, text: str | None) -> _Story:
    """The parts of an article that is about this text, or of any."""
    if text is not None:
        return _Story({Part.TEXT: text})
    others = draw_some(draw, _OTHER_PARTS)
    return _Story({Part.TEXT: draw(BODIES)} | others)


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
    return _span(draw, Fragment, story, _regions(story), verbatim=draw(YES))[0]


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
    names = some_of(draw, SPAN_FIELDS)
    for name in reversed(names) if draw(YES) else names:
        if story.placed and not regions:
            break
        found[name], after = _span(draw, Span, story, regions)
        if name in {"mention", "cue"}:  # the other one stands after it, never in it
            regions = after
    return Attribution(source=_perhaps(draw, sources), **found, **draw_some(draw, _ATTRIBUTION))


@st.composite
def quotes(draw: DrawFn, text: str | None = None, *, sources: Sequence[str] = ()) -> Quote:
    """Quotes of every kind, in one piece or several, without a parent.

    Args:
        draw: Given by Hypothesis.
        text: The text of the article; by default drawn.
        sources: Ids of the article's sources.
    """
    return _quote(draw, draw(WORDS), _given(draw, text), sources)


def _content(draw: DrawFn, kind: QuoteKind, story: _Story, regions: list[Region]) -> list[Fragment]:
    """One to three pieces of a quote, in the regions."""
    marked = [kind is not QuoteKind.INDIRECT] * (1 + draw(up_to(2)))
    if kind is QuoteKind.PARTIAL:
        reported = draw(up_to(2 ** len(marked) - 2))  # never all of it
        marked = [not reported >> index & 1 for index in range(len(marked))]
        marked.sort(reverse=story.placed)  # the first, which has a place for sure, is verbatim
    content: list[Fragment] = []
    for verbatim in marked:
        if content and story.placed and not regions:
            break
        fragment, regions = _span(draw, Fragment, story, regions, verbatim=verbatim)
        content.append(fragment)
    return content


def _quote(draw: DrawFn, name: str, story: _Story, sources: Sequence[str], parent: Quote | None = None) -> Quote:
    kind = draw(story.kinds)
    content = _content(draw, kind, story, _regions(story) if parent is None else _regions_of(parent.content))
    more: dict[str, Any] = {} if parent is None else {"parent": parent.id}
    if kind is not QuoteKind.EPITHET or draw(YES):
        more["attribution"] = _attribution(draw, story, sources)
    edits, translated = draw(up_to(2)), draw(_EIGHT) == 1
    return Quote(
        id=name,
        kind=kind,
        content=tuple(content),
        edits=tuple(_edit(draw, story, _regions_of(content)) for _ in range(edits)),
        translated_from=draw(LANGUAGES) if translated else None,
        extra=draw(EXTRAS) if draw(_EIGHT) == 1 else {},
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
        min_quotes: The minimum number of quotes.
        kinds: The kinds of quotes.
        placed: Whether every span has a place.
        small: Whether to draw short plain stories, many times as fast: a few sentences with one quote each.

    Raises:
        ValueError: `min_quotes` is negative, or a kind is unknown.
        TypeError: One kind is given in place of several.

    Examples:
        >>> from hypothesis import given
        >>> @given(articles(min_quotes=1, kinds=["direct"], placed=True, small=True))
        ... def test_quotes_stand_in_the_text(article):
        ...     for quote in article.quotes:
        ...         assert quote.words in article.text
        >>> test_quotes_stand_in_the_text()
    """
    if min_quotes < 0:
        raise ValueError(f"expected min_quotes of at least 0, got {min_quotes}")
    if isinstance(kinds, str):
        raise TypeError(f"expected kinds of quotes, got one; put it in a list: [{str(kinds)!r}]")
    wanted = st.sampled_from([QuoteKind(kind) for kind in kinds])
    if small:
        return _small_article(draw, text, min_quotes, wanted)
    story = _given(draw, text)
    if min_quotes and not story.parts[Part.TEXT] and text is None:
        story = _Story({**story.parts, Part.TEXT: draw(WORDS)})
    story = evolve(story, placed=placed, kinds=wanted)
    more = draw_some(draw, _ARTICLE)
    if draw(YES):
        more["updated"] = draw(whens(earliest=more.get("published")))
    more["id"] = draw(URIS)
    found = tuple(draw(annotators()).replace(id=name) for name in ("a1", "a2")[: draw(up_to(2))])
    # Last, so that leaving some out changes nothing else.
    spoken = _up_to_four(draw, lambda name, drawn: _source(draw, name, _ids(drawn)))

    def said(name: str, drawn: Sequence[Quote]) -> Quote:
        quote = _quote(draw, name, story, _ids(spoken), _perhaps(draw, drawn))
        return quote.replace(annotators=some_of(draw, [one.id for one in found])) if found else quote

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
_SMALL: Final = up_to(len(_SPEAKERS) * len(_SAID) - 1)


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


_QUARTER: Final = up_to(3)  # nothing more in one case of four
_NAMES: Final = range(4)


def _up_to_four(draw: DrawFn, make: Callable[[str, Sequence[T]], T], least: int = 0) -> tuple[T, ...]:
    """Sources or quotes, each of which may refer to those drawn before it, so that none is inside itself."""
    drawn: list[T] = []
    while len(drawn) < least or (len(drawn) < len(_NAMES) and draw(_QUARTER)):
        letter = "sq🎙"[draw(up_to(2))]
        drawn.append(make(f"{letter}{len(drawn)}", drawn))
    return tuple(reversed(drawn) if len(drawn) > 1 and draw(YES) else drawn)


def _perhaps(draw: DrawFn, items: Sequence[T]) -> T | None:
    """One of the items, or none."""
    chosen = draw(up_to(len(items)))
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
    Author: authors(),
    Dateline: datelines(),
    Subject: subjects(),
    Correction: corrections(),
    Annotator: annotators(),
}
"""What `st.from_type` draws for each type."""
