"""The output of other programs that find quotations. None of them is imported.

A table for each says where its records have the parts of a quotation. The [words](index.md#how-words-find-their-place)
decide the place, and positions only help, because several of these programs count in other units or in a cleaned text.
Mention and cue are searched for within 400 characters of the quotation. Words between quotation marks are verbatim. A
name (a capital, no article or pronoun) makes a named source, other words an `unresolved` one, a pronoun alone none.
Placeholders of the programs (`"Unknown"`, `"None"`) become `None`. Unused fields are reported.
"""

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import chain
from typing import Any, Final, Literal, Protocol

from attrs import frozen

from newsschema import Article
from newsschema._model.containers import is_list, is_object
from newsschema.interop._builder import ArticleBuilder
from newsschema.interop._document import Document
from newsschema.interop._flat import find
from newsschema.interop._node import Node
from newsschema.interop._pieces import Tree
from newsschema.interop._plain import (
    as_list,
    enforce_limits,
    field_of,
    format_json_value,
    position,
    refusal,
    text_is_missing,
    words_of,
)
from newsschema.interop._quotations import NEAR
from newsschema.interop._registry import Detector, Format, Row, has_keys
from newsschema.interop._report import LossCode, Report

__all__ = [
    "from_citron",
    "from_corenlp",
    "from_gdelt",
    "from_gendergap",
    "from_langextract",
    "from_quotebank",
    "from_textacy",
]

_INDEX: Final = re.compile(r"\(([0-9]{1,15}), ?[0-9]+\)")
_QUOTED: Final = re.compile(r"quot|statement|utterance", re.IGNORECASE)
_EXTRACTION: Final = ("extraction_text", "char_interval", "attributes", "description")
_TRIPLE: Final = ("speaker", "cue", "content")
_ENTITY: Final = "http://www.wikidata.org/entity/"


@frozen(kw_only=True)
class Words:
    """Where a record has words.

    Attributes:
        at: The place of the object that has them, or of several; the record itself by default.
        text: The names of the words there; the first under which something stands.
        start: The place of their position.
        parse: What gives the position in code points, of what stands there.
        before: The name of what stands before them.
        after: The name of what stands after them.
    """

    at: str = ""
    text: tuple[str, ...] = ("text",)
    start: str = "start"
    parse: "Callable[[object, _Reading], int | None]" = lambda said, _: position(said)
    before: str = ""
    after: str = ""


@frozen(kw_only=True)
class Program:
    """Where the records of a program have what a quotation has.

    Attributes:
        name: The name of the format.
        title: What people call it.
        detect: What knows what it gives out.
        text: Whether the text is needed to read it.
        under: The key of the list of its records; the document is that list by default.
        records: What gives the records, where they are not all that stands there, or have another shape.
        content: Where a record has the words that were said.
        mention: Where it has the words that name the speaker in the text.
        cue: Where it has the verb.
        source: The places of the speaker's name; the first that says something.
        same_as: What gives the speaker's URIs.
        id: The name of the record's id.
        confidence: The place of how sure it is.
        units: What its positions count.
        verbatim: Whether words without marks are verbatim.
        ignored: Names under which nothing is said of a quotation that is not said elsewhere.
    """

    name: str
    title: str
    detect: Detector
    text: Literal["needed", "optional"] = "needed"
    under: str = ""
    records: "Callable[[_Reading, list[Node]], Iterator[Node]] | None" = None
    content: Words
    mention: Words | None = None
    cue: Words | None = None
    source: tuple[str, ...] = ()
    same_as: "Callable[[_Reading, Node], list[str]] | None" = None
    id: str = ""
    confidence: str = ""
    units: str = "positions count code points"
    verbatim: bool = False
    ignored: tuple[str, ...] = ()

    def read(
        self, document: object, text: Article | str | None = None, *, strict: bool = False
    ) -> tuple[Article, Report]:
        """An article with the quotations that the program found in it.

        Args:
            document: What it gives out, as bytes, text or decoded JSON; or objects with the same names.
            text: The article, or its text.
            strict: Refuse a result with a value that is not what it should be.

        Returns:
            The article with the quotes added, and what of the result is not in it.

        Raises:
            ValidationError: The document has another shape, or the text is missing; in strict reading, what is at
                fault.
        """
        given = Document.of(document).data
        enforce_limits(given)
        if text is None and self.text == "needed":
            raise text_is_missing(self.name)
        own = field_of(given, "text")
        base = text if text is not None else own if isinstance(own, str) else ""
        return _Reading(self, given, base, strict=strict).article()

    def format(self) -> Format:
        """The format that this is."""
        return Format(
            name=self.name,
            title=self.title,
            takes="any",
            read=self.read,
            detect=self.detect,
            text=self.text,
            fields=tuple(self._rows()),
        )

    def _rows(self) -> Iterator[Row]:
        for ours, words in (("content", self.content), ("mention", self.mention), ("cue", self.cue)):
            if words:
                names = tuple(f"{words.at}.{name}".lstrip(".") for name in words.text)
                yield Row(ours, names, note=self.units if ours == "content" else "")
        for ours, places in (("source", self.source), ("id", (self.id,)), ("confidence", (self.confidence,))):
            if any(places):
                yield Row(ours, places)


class _Reading(ArticleBuilder):
    """A program's result that is being read."""

    def __init__(self, program: Program, document: object, text: Article | str, *, strict: bool) -> None:
        super().__init__(text, strict=strict, name=program.name)
        self._program = program
        self.document = document

    @cached_property
    def tokens(self) -> list[object]:
        """The tokens of CoreNLP's sentences."""
        sentences = as_list(field_of(self.document, "sentences"))
        return list(chain.from_iterable(as_list(field_of(sentence, "tokens")) for sentence in sentences))

    def article(self) -> tuple[Article, Report]:
        """The article with the quotes."""
        program = self._program
        records = self._found()
        for record in program.records(self, records) if program.records else records:
            if isinstance(record.value, str | int | float | None):
                self.lose(LossCode.UNREADABLE, record.path, f"expected a record, got {format_json_value(record.value)}")
            else:
                self._read_record(record)
                self.lose_unread(record, frozenset(program.ignored))
        if program.under and is_object(self.document):
            self._read_around()
        return self.finish()

    def _found(self) -> list[Node]:
        """What stands where the records are."""
        under = self._program.under
        if not under or is_list(self.document):
            items = as_list(self.document)
            alone = len(items) == 1 and items[0] is self.document
            return [Node(item, () if alone else (index,)) for index, item in enumerate(items)]
        found = Node(field_of(self.document, under), (under,))
        if not is_list(found.value):
            raise refusal(found.path, f"expected a list, got {format_json_value(found.value)}")
        return [Node(item, (under, index)) for index, item in enumerate(found.value)]

    def _read_around(self) -> None:
        """Take the article's address from around the records, and report what else is said there."""
        around = Node(self.document)
        around.skip("text", self._program.under)
        self.take("url", around.get("url"))
        self.lose_unread(around, frozenset(self._program.ignored))

    def _read_record(self, record: Node) -> None:
        program = self._program
        nodes = list(find(record, program.content.at)) if program.content.at else [record]
        spans = [self._span(node, program.content) for node in nodes]
        attribution = {
            **self._beside(record, nodes, spans),
            "source": self._speaker(record),
            "confidence": self._confidence(record),
        }
        name = record.get(program.id).take() if program.id else None
        self.quote(record.path, spans, attribution, verbatim=program.verbatim, id=None if name is None else str(name))

    def _beside(self, record: Node, nodes: list[Node], spans: list[Tree | None]) -> Tree:
        """Mention and cue, which are as far from the quotation as they are said to be, or close to it."""
        pairs = zip(nodes, spans, strict=True)
        placed = [(node, span) for node, span in pairs if span is not None and span["start"] is not None]
        near: Tree = {}
        if placed:
            (node, first), (_, last) = placed[0], placed[-1]
            start = self._start(node, self._program.content)
            near["within"] = max(first["start"] - NEAR, 0), last["end"] + NEAR
            near["shift"] = 0 if start is None else first["start"] - start
        found: Tree = {}
        for role, words in (("mention", self._program.mention), ("cue", self._program.cue)):
            if words is not None:
                node = next(find(record, words.at), Node(None)) if words.at else record
                found[role] = self._span(node, words, **near) if node else None
        return found

    def _start(self, node: Node, words: Words) -> int | None:
        return words.parse(next(find(node, words.start), Node(None)).take(), self)

    def _span(self, node: Node, words: Words, *, shift: int = 0, **known: Any) -> Tree | None:
        start = self._start(node, words)
        known["start"] = None if start is None else start + shift
        for name in ("before", "after"):
            if getattr(words, name):
                known[name] = str(node.get(getattr(words, name)).take() or "")
        said = node.get(*words.text)
        value = said.take()
        empty = isinstance(value, str) and words_of(value) is None
        return None if empty else self.place(said.path, value, **known)

    def _speaker(self, record: Node) -> str | None:
        """The id of the source that a record names."""
        same_as = self._program.same_as(self, record) if self._program.same_as else []
        said = (node.take() for place in self._program.source for node in find(record, place))
        return self.source(next(filter(words_of, said), None), same_as=same_as)

    def _confidence(self, record: Node) -> object:
        place = self._program.confidence
        node = next(find(record, place), Node(None)) if place else Node(None)
        value = node.take()
        return _number(value[1]) if is_list(value) and len(value) > 1 else value


def _number(value: object) -> object:
    """The number that a string spells; anything else as it is."""
    try:
        return float(value) if isinstance(value, str) else value
    except ValueError:
        return None


def _index(said: object, _: _Reading) -> int | None:
    """The start in a pair of positions that is written out: `"(526,595)"`."""
    match = _INDEX.fullmatch(said) if isinstance(said, str) else None
    return int(match[1]) if match else None


def _utf16(said: object, reading: _Reading) -> int | None:
    return position(said, reading.offsets_of("text"))


def _token(said: object, reading: _Reading) -> int | None:
    """Where a token begins, by its number in CoreNLP's sentences."""
    number = position(said)
    if number is None or number >= len(reading.tokens):
        return None
    begin = field_of(reading.tokens[number], "characterOffsetBegin")
    return position(begin, reading.offsets_of("text"))


def _triples(reading: _Reading, found: list[Node]) -> Iterator[Node]:
    """Textacy's triples as records: the words of a string, a span, or a list of tokens, and where they begin."""
    for node in found:
        triple = node.value
        if is_list(triple) and len(triple) == len(_TRIPLE):
            parts = list(triple)
        elif all(hasattr(triple, name) for name in _TRIPLE):
            parts = [getattr(triple, name) for name in _TRIPLE]
        else:
            message = f"expected speaker, cue and content, got {format_json_value(triple)}"
            reading.lose(LossCode.UNREADABLE, node.path, message)
            continue
        yield node.put({name: _stretch(part) for name, part in zip(_TRIPLE, parts, strict=True)})


def _stretch(item: Any) -> Tree:
    if isinstance(item, str):
        return {"text": item}
    if not is_list(item):
        return {"text": field_of(item, "text"), "start": field_of(item, "start_char")}
    texts = (str(field_of(token, "text_with_ws") or f"{field_of(token, 'text') or token} ") for token in item)
    return {"text": "".join(texts).strip(), "start": field_of(item[0], "idx") if item else None}


def _extractions(reading: _Reading, found: list[Node]) -> Iterator[Node]:
    """Those of langextract's extractions whose class speaks of quotes or statements."""
    for node in found:
        kind = node.get("extraction_class").take()
        if _QUOTED.search(str(kind)):
            yield node.put({name: field_of(node.value, name) for name in _EXTRACTION})
        else:
            reading.lose(LossCode.NO_PLACE, node.path, f"no quotation, but a {format_json_value(kind)}")


def _entities(reading: _Reading, record: Node) -> list[str]:
    """The speaker in Wikidata, where Quotebank knows which of several people of the name it is."""
    ids = as_list(record.get("qids").take())
    if len(ids) > 1:
        reading.lose(
            LossCode.UNREADABLE, (*record.path, "qids"), "the speaker may be any of several people of the name"
        )
    return [_ENTITY + str(name) for name in ids] if len(ids) == 1 else []


class ReadQuotes(Protocol):
    """What reads a document of a program."""

    def __call__(
        self, document: object, text: Article | str | None = None, *, strict: bool = False
    ) -> tuple[Article, Report]: ...


_CITRON: Final = Program(
    name="citron",
    title="Citron",
    detect=has_keys("contents", under="quotes"),
    under="quotes",
    content=Words(at="contents"),
    mention=Words(at="sources"),
    cue=Words(at="cue"),
    source=("coreferences.text", "sources.text"),
    id="id",
    confidence="confidence",
    ignored=("start", "end"),
)
from_citron: ReadQuotes = _CITRON.read
"""The quotes of Citron: `{"quotes": [...]}`, or the list of its quotes."""
_GENDERGAP: Final = Program(
    name="gendergap",
    title="Gender Gap Tracker",
    detect=has_keys("quote", "verb", under="quotes"),
    under="quotes",
    content=Words(text=("quote",), start="quote_index", parse=_index),
    mention=Words(text=("speaker",), start="speaker_index", parse=_index),
    cue=Words(text=("verb",), start="verb_index", parse=_index),
    source=("speaker",),
    units="positions refer to a text that it has cleaned",
    ignored=("quote_token_count",),
)
from_gendergap: ReadQuotes = _GENDERGAP.read
"""The quotes of the Gender Gap Tracker: `{"quotes": [...]}`, or the list of its quotes."""
_CORENLP: Final = Program(
    name="corenlp",
    title="Stanford CoreNLP",
    detect=has_keys("beginIndex", under="quotes"),
    under="quotes",
    content=Words(start="beginIndex", parse=_utf16),
    mention=Words(text=("mention",), start="mentionBegin", parse=_token),
    source=("canonicalSpeaker", "speaker"),
    id="id",
    units="positions count UTF-16 units; those of the mention count tokens",
    ignored=(
        *("endIndex", "beginToken", "endToken", "beginSentence", "endSentence", "mentionEnd", "mentionType"),
        *("mentionSieve", "speaker", "speakerSieve", "canonicalMentionBegin", "canonicalMentionEnd", "sentences"),
        *("canonicalSpeaker", "docId", "corefs"),
    ),
)
from_corenlp: ReadQuotes = _CORENLP.read
"""The quotes of Stanford CoreNLP: its JSON, whose sentences' tokens place the mentions."""
_TEXTACY: Final = Program(
    name="textacy",
    title="textacy's `direct_quotations`",
    detect=lambda _: None,  # triples look like nothing in particular
    records=_triples,
    content=Words(at="content"),
    mention=Words(at="speaker"),
    cue=Words(at="cue"),
    source=("speaker.text",),
    verbatim=True,
)
from_textacy: ReadQuotes = _TEXTACY.read
"""The triples of textacy's `direct_quotations`: tokens or spans of spaCy, or strings."""
_QUOTEBANK: Final = Program(
    name="quotebank",
    title="Quotebank",
    detect=has_keys("quoteID", several=True),
    text="optional",
    content=Words(text=("quotation",)),
    source=("speaker",),
    same_as=_entities,
    id="quoteID",
    confidence="probas",
    units="no positions",
    verbatim=True,
)
from_quotebank: ReadQuotes = _QUOTEBANK.read
"""A record of Quotebank, or a list of records; without the text the words have no place."""
_GDELT: Final = Program(
    name="gdelt",
    title="GDELT Global Quotation Graph",
    detect=has_keys("pre", "post", under="quotes"),
    text="optional",
    under="quotes",
    content=Words(text=("quote",), before="pre", after="post"),
    units="no positions",
    verbatim=True,
)
from_gdelt: ReadQuotes = _GDELT.read
"""A record of the GDELT Global Quotation Graph, which has no speakers; without the text the words have no place."""
_LANGEXTRACT: Final = Program(
    name="langextract",
    title="langextract",
    detect=has_keys("extractions"),
    text="optional",
    under="extractions",
    records=_extractions,
    content=Words(text=("extraction_text",), start="char_interval.start_pos"),
    mention=Words(at="attributes", text=("speaker", "source")),
    cue=Words(at="attributes", text=("cue", "verb")),
    source=("attributes.speaker", "attributes.source"),
    ignored=("char_interval", "document_id"),
)
from_langextract: ReadQuotes = _LANGEXTRACT.read
"""The extractions of langextract whose class speaks of quotes; the text is that of its document by default."""

PROGRAMS: Final = (_CITRON, _GENDERGAP, _CORENLP, _TEXTACY, _QUOTEBANK, _GDELT, _LANGEXTRACT)
"""Every program that is known."""
FORMATS = tuple(program.format() for program in PROGRAMS)
