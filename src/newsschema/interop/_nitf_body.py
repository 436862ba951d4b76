"""The body of a NITF document: its quotations out of their elements, and into them."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate
from typing import Final

from attrs import define, evolve, field, frozen

from newsschema import Article, Part, Polarity, Quote, QuoteKind, Source, SourceKind, Span
from newsschema._model.errors import Path
from newsschema._model.punctuation import MARK
from newsschema.interop._builder import ArticleBuilder
from newsschema.interop._flow import Flow, Passage
from newsschema.interop._pieces import Tree, kind_of
from newsschema.interop._plain import without_nothing
from newsschema.interop._report import LossCode
from newsschema.interop._xml import CHILDREN, Element

OURS: Final = "newsschema"
"""The class of the elements that this library puts into a text; the `meta` of that name says more of them."""
SPEAKER: Final = "quote-source"
MARKED: Final = frozenset({"q", "bq", "credit", "person", "org", "function"})
"""Elements that say who speaks, and what."""

_BREAK: Final = re.compile(r"\n{2,}")
_MARK: Final = re.compile(MARK)
_TIDY: Final = re.compile(r"[^ \t\r\n\f]+(?:[ \n][^ \t\r\n\f]+)*")
"""A paragraph whose white space every reader of markup gives back."""
_AROUND_NAME: Final = " ,—–-"
_DEEP: Final = 8
"""Elements in a paragraph are not nested deeper."""


# Reading.


@define
class _Speaker:
    """A person or a body that is marked in the text, and where."""

    name: str
    kind: SourceKind
    role: str | None = None
    places: list[Passage] = field(factory=list[Passage])
    is_quoted: bool = False


class _Speakers:
    """The people and bodies that are marked in a text, by name, id and value."""

    def __init__(self, passages: Iterable[Passage], text: str) -> None:
        self._text = text
        self._roles: dict[int, Passage] = {}
        self._found: dict[str, _Speaker] = {}
        self._all: list[_Speaker] = []
        for passage in passages:  # a function comes before the person that it is in
            if passage.name == "function":
                self._roles.setdefault(id(passage.parent), passage)
            elif passage.name in ("person", "org"):
                self._add(passage)

    def _add(self, passage: Passage) -> None:
        name, role = self._named(passage)
        speaker = self._found.get(name.casefold())
        if speaker is None:
            kind = SourceKind.PERSON if passage.name == "person" else SourceKind.ORGANISATION
            speaker = self._found[name.casefold()] = _Speaker(name, kind)
            self._all.append(speaker)
        speaker.role = speaker.role or role
        speaker.places.append(passage)
        for key in ("id", "value"):
            if passage.attributes.get(key):
                self._found.setdefault(passage.attributes[key].casefold(), speaker)

    def _named(self, passage: Passage) -> tuple[str, str | None]:
        """The name of a person or body, and the role that stands with it."""
        text, role = self._text, self._roles.get(id(passage))
        if role is None:
            return text[passage.start : passage.end], None
        around = text[passage.start : role.start], text[role.end : passage.end]
        name = " ".join(words for words in (part.strip(_AROUND_NAME) for part in around) if words)
        return name or text[passage.start : passage.end], text[role.start : role.end]

    def unused(self) -> Counter[str]:
        """How many elements of each name mark somebody who is not quoted."""
        places = [place for speaker in self._all if not speaker.is_quoted for place in speaker.places]
        return Counter(place.name for place in places if place.attributes.get("class") != OURS)

    def get(self, words: str) -> _Speaker | None:
        """The speaker of a name, an id or a value."""
        return self._found.get(words.casefold())

    def mention(self, speaker: _Speaker, passage: Passage) -> Passage | None:
        """The place where a speaker is marked in the paragraph of a quotation: the nearest."""
        index = bisect_left(speaker.places, passage.start, key=lambda place: place.start)
        distances = [
            (max(passage.start - place.end, place.start - passage.end), place)
            for place in speaker.places[max(index - 1, 0) : index] + self._after(speaker, passage, index)
            if self._same_paragraph(place, passage)
        ]
        return min(distances, key=lambda found: found[0])[1] if distances else None

    def _after(self, speaker: _Speaker, passage: Passage, index: int) -> list[Passage]:
        after = bisect_left(speaker.places, passage.end, lo=index, key=lambda place: place.start)
        return speaker.places[after : after + 1]

    def _same_paragraph(self, place: Passage, passage: Passage) -> bool:
        low, high = min(place.end, passage.end), max(place.start, passage.start)
        return "\n\n" not in self._text[low:high]


def read_quotes(builder: ArticleBuilder, flow: Flow, path: Path, *, is_known: bool) -> None:
    """Add the quotations of a text, and tell which of its elements the article does not have.

    Args:
        builder: The article that is being read; it has the text.
        flow: The text as it was read.
        path: Where in the document the text stands.
        is_known: Whether the quotations that this library marked are known from elsewhere.
    """
    reader = _QuoteReader(builder, flow.passages)
    said = [passage for passage in flow.passages if passage.name in ("q", "bq") or SPEAKER in passage.attributes]
    for index, passage in enumerate(sorted(said, key=lambda passage: (passage.start, -passage.end))):
        if not (is_known and passage.attributes.get("class") == OURS):
            reader.add((*path, passage.name, index), passage)
    for name, count in (+flow.dropped).items():
        builder.lose(LossCode.NO_PLACE, (*path, name), f"there is no place for it ({count} in the text)")
    if tags := flow.tags + reader.speakers.unused():
        names = ", ".join(f"{name} ({count})" for name, count in tags.most_common())
        builder.lose(LossCode.CHANGED, path, f"the words of these elements are kept, and not the elements: {names}")


class _QuoteReader:
    """Adds the quotations that elements mark."""

    def __init__(self, builder: ArticleBuilder, passages: list[Passage]) -> None:
        self._builder = builder
        self._text: str = builder.tree["text"]
        self._credits = {id(passage.parent): passage for passage in passages if passage.name == "credit"}
        self._ids: dict[int, str] = {}
        self.speakers = _Speakers(passages, self._text)

    def add(self, path: Path, passage: Passage) -> None:
        """Add the quotation of an element, unless it is a part of that around it."""
        around = self._around(passage)
        given = passage.attributes.get(SPEAKER, "").strip()
        if around is not None and given in ("", around.attributes.get(SPEAKER, "").strip()):
            return
        credit = self._credits.get(id(passage))
        end = passage.end if credit is None else credit.start
        content = [piece for span in self._paragraphs(path, passage.start, end) for piece in self._pieces(span)]
        if not content:
            self._builder.lose(LossCode.UNREADABLE, path, "there are no words in it")
            return
        name = self._ids[id(passage)] = f"q{len(self._ids) + 1}"
        attribution = self._credited(path, given, credit) if credit else self._spoken(path, given, passage)
        quote = {"id": name, "kind": kind_of(content), "content": content, "attribution": attribution}
        parent = {} if around is None else {"parent": self._ids[id(around)]}
        self._builder.add_quote(path, quote | parent)

    def _around(self, passage: Passage) -> Passage | None:
        """The quotation that an element is in."""
        around = passage.parent
        while around is not None and id(around) not in self._ids:
            around = around.parent
        return around

    def _paragraphs(self, path: Path, at: int, end: int) -> Iterator[Tree]:
        """A stretch of the text, a span for each paragraph."""
        while at < end:
            found = _BREAK.search(self._text, at, end)
            stop, following = found.span() if found else (end, end)
            span = self._builder.place(path, self._text[at:stop], start=at)
            if span is not None:
                yield span
            at = following

    def _pieces(self, span: Tree) -> list[Tree]:
        """The fragments of a span: where it begins with a quotation mark, the marks tell what is verbatim; else all."""
        pieces = self._builder.pieces(span) if _MARK.match(span["text"]) else []
        return pieces or [{**span, "verbatim": True}]

    def _credited(self, path: Path, given: str, credit: Passage) -> Tree:
        """The attribution of a quotation whose source is printed below it."""
        line = self._text[credit.start : credit.end]
        name = line.strip(_AROUND_NAME)
        speaker = self.speakers.get(given or name)
        mention = self._builder.place(path, name, start=credit.start + line.find(name))
        return without_nothing(source=self._source(path, given or name, speaker), mention=mention)

    def _spoken(self, path: Path, given: str, passage: Passage) -> Tree:
        speaker = self.speakers.get(given)
        place = self.speakers.mention(speaker, passage) if speaker else None
        words = self._text[place.start : place.end] if place else None
        mention = self._builder.place(path, words, start=place.start) if place else None
        return without_nothing(source=self._source(path, given, speaker), mention=mention)

    def _source(self, path: Path, words: str, speaker: _Speaker | None) -> str | None:
        if speaker is None:
            source = self._builder.source(words)
        else:
            speaker.is_quoted = True
            source = self._builder.source(speaker.name, **without_nothing(kind=speaker.kind.value, role=speaker.role))
        if words and source is None:
            self._builder.lose(LossCode.UNREADABLE, (*path, SPEAKER), "it names nobody")
        return source


# Writing.


@frozen
class Mark:
    """An element that is put around a stretch of the text."""

    start: int
    end: int
    name: str
    attributes: Mapping[str, str]


def body_of(article: Article) -> list[Element]:
    """The paragraphs of an article, with elements around what is said in them and around those who say it."""
    sources = {source.id: source for source in article.sources}
    marks = [mark for quote in article.quotes for mark in _marks_of(quote, sources)]
    return paragraphs(article.text, sorted(marks, key=lambda mark: (mark.start, -mark.end)))


def _marks_of(quote: Quote, sources: Mapping[str, Source]) -> Iterator[Mark]:
    attribution = quote.attribution
    if attribution is None or not _is_said(quote):
        return  # who reads only NITF would take it for what was said
    source = sources.get(attribution.source or "")
    speaker = {} if source is None else {SPEAKER: source.label}
    for piece in quote.content:
        if piece.verbatim:
            yield from _around(piece, "q", {"class": OURS, **speaker})
    mention = attribution.mention
    if mention is not None and source is not None and source.kind is SourceKind.PERSON:
        yield from _person(mention, source)


def _is_said(quote: Quote) -> bool:
    """Whether the text says that somebody said it."""
    is_affirmed = quote.attribution is not None and quote.attribution.polarity is Polarity.AFFIRMED
    return is_affirmed and quote.kind is not QuoteKind.EPITHET


def _person(mention: Span, source: Source) -> Iterator[Mark]:
    """The elements around the name and the role of a person."""
    if source.name is not None and source.name in mention.text:
        yield from _around(mention, "person", {"class": OURS})
        yield from _function(mention, source.role)


def _function(mention: Span, role: str | None) -> Iterator[Mark]:
    """The element around the role in the words that name somebody."""
    at = mention.text.find(role) if role else -1
    if role and at >= 0:
        for mark in _around(mention, "function", {}):
            yield evolve(mark, start=mark.start + at, end=mark.start + at + len(role))


def _around(span: Span, name: str, attributes: Mapping[str, str]) -> Iterator[Mark]:
    """The element around a span that stands in the text."""
    if span.part is Part.TEXT and span.start is not None and span.end is not None:
        yield Mark(span.start, span.end, name, attributes)


def paragraphs(text: str, marks: Iterable[Mark] = ()) -> list[Element]:
    """A text as paragraphs, with elements at the marks, which come in the order of their starts, the longest first.

    A mark that crosses another, or that goes over the end of a paragraph where another does, is left out.
    """
    blocks = text.split("\n\n") if text else []
    starts = list(accumulate((len(block) + 2 for block in blocks), initial=0))[: len(blocks)]
    inside: list[list[Mark]] = [[] for _ in blocks]
    covered = 0
    for mark in marks:
        first, last = bisect_right(starts, mark.start) - 1, bisect_left(starts, mark.end) - 1
        if first < last:
            if mark.start < covered:
                continue
            covered = mark.end
        for index in range(first, last + 1):
            low, high = starts[index], starts[index] + len(blocks[index])
            piece = evolve(mark, start=max(mark.start, low) - low, end=min(mark.end, high) - low)
            if piece.start < piece.end:
                inside[index].append(piece)
    return [{"p": _paragraph(block, pieces)} for block, pieces in zip(blocks, inside, strict=True)]


def _paragraph(text: str, marks: Iterable[Mark]) -> Element:
    tidy = _TIDY.fullmatch(text) is not None
    return {**({} if tidy else {"xml:space": "preserve"}), CHILDREN: nested(text, marks, breaks=tidy)}


def nested(text: str, marks: Iterable[Mark], *, breaks: bool = False) -> list[str | Element]:
    """A text with elements at the marks, and with `br` for its line ends; marks that cross others are left out."""
    whole: list[str | Element] = []
    open_: list[tuple[int, list[str | Element]]] = [(len(text), whole)]
    at = 0

    def add(end: int) -> None:
        nonlocal at
        lines = text[at:end].split("\n") if breaks else [text[at:end]]
        for index, line in enumerate(lines):
            if index:
                open_[-1][1].append({"br": {}})
            if line:
                open_[-1][1].append(line)
        at = end

    def close(before: int) -> None:
        while len(open_) > 1 and open_[-1][0] <= before:
            add(open_[-1][0])
            open_.pop()

    for mark in marks:
        close(mark.start)
        if mark.end <= open_[-1][0] and len(open_) <= _DEEP:
            add(mark.start)
            content: list[str | Element] = []
            open_[-1][1].append({mark.name: {**mark.attributes, CHILDREN: content}})
            open_.append((mark.end, content))
    close(len(text))
    add(len(text))
    return whole
