"""What other programs that find quotations give out: read by its shape, without importing them.

Each function takes the program's structure (dictionaries as JSON decodes them, or objects with the same names) and the
text that it was made from. Words decide where something stands, positions only help: several of these programs count
in other units, or in a text that they have cleaned. What they write for nothing (`"Unknown"`, `"None"`) is `None`.
"""

import re
from collections.abc import Callable, Iterator
from itertools import chain
from typing import Any, Final

from attrs import frozen

from newsschema import Article, Offsets
from newsschema.interop._builder import ArticleBuilder
from newsschema.interop._pieces import Tree
from newsschema.interop._plain import (
    as_list,
    enforce_limits,
    field_of,
    format_value,
    is_list,
    is_object,
    position,
    refusal,
    words_of,
)
from newsschema.interop._registry import Detector, Format, has_keys
from newsschema.interop._report import LossCode, Path, Report

__all__ = [
    "from_citron",
    "from_corenlp",
    "from_gdelt",
    "from_gendergap",
    "from_langextract",
    "from_quotebank",
    "from_textacy",
]

_NEAR: Final = 400
"""How far from a quotation its speaker and cue are looked for."""
_INDEX: Final = re.compile(r"\(([0-9]{1,15}), ?[0-9]+\)")
_QUOTED: Final = re.compile(r"quot|statement|utterance", re.IGNORECASE)
_TRIPLE: Final = ("speaker", "cue", "content")
_ENTITY: Final = "http://www.wikidata.org/entity/"


def from_citron(document: object, text: Article | str) -> tuple[Article, Report]:
    """An article with the quotes of Citron: cue, sources and contents with positions in code points.

    Args:
        document: Citron's result, `{"quotes": [...]}`, or the list of its quotes.
        text: The article, or its text.

    Returns:
        The article with the quotes added, and what of the result is not in it.

    Raises:
        ValidationError: The document has another shape.

    Examples:
        >>> quote = {
        ...     "sources": [{"start": 0, "end": 4, "text": "Anna"}],
        ...     "cue": {"start": 5, "end": 9, "text": "said"},
        ...     "contents": [{"start": 10, "end": 21, "text": "it was late"}],
        ... }
        >>> article, report = from_citron({"quotes": [quote]}, "Anna said it was late.")
        >>> article.quotes[0].words, article.sources[0].name
        ('it was late', 'Anna')
    """
    reading = _Reading(document, text)
    for path, quote in reading.records("quotes", "contents sources cue confidence coreferences id"):
        contents, mentions = as_list(field_of(quote, "contents")), as_list(field_of(quote, "sources"))
        for index, other in enumerate(mentions[1:], 1):
            lost = format_value(field_of(other, "text"))
            reading.lose(LossCode.NO_PLACE, (*path, "sources", index), f"no place for a second mention {lost}")
        named = next(iter((*as_list(field_of(quote, "coreferences")), *mentions)), None)
        reading.found(
            path,
            *(_words(item, "contents", index) for index, item in enumerate(contents)),
            mention=_words(next(iter(mentions), None), "sources", 0),
            cue=_words(field_of(quote, "cue"), "cue"),
            id=field_of(quote, "id"),
            source=reading.source(field_of(named, "text")),
            confidence=field_of(quote, "confidence"),
        )
    return reading.finish()


def from_gendergap(document: object, text: Article | str) -> tuple[Article, Report]:
    """An article with the quotes of the Gender Gap Tracker, whose positions are in a text that it has cleaned.

    Args:
        document: The list of its quotes, or `{"quotes": [...]}`.
        text: The article, or its text.

    Returns:
        The article with the quotes added, and what of the result is not in it.

    Raises:
        ValidationError: The document has another shape.

    Examples:
        >>> quote = {"speaker": "Anna", "verb": "said", "quote": "it was late", "quote_index": "(10,21)"}
        >>> article, report = from_gendergap([quote], "Anna said it was late.")
        >>> article.quotes[0].attribution.cue.text
        'said'
    """
    reading = _Reading(document, text)
    known = "speaker speaker_index quote quote_index verb verb_index quote_token_count"
    for path, quote in reading.records("quotes", known):
        said, speaker, verb = (
            _Words((name,), words_of(field_of(quote, name)), _index(field_of(quote, f"{name}_index")))
            for name in ("quote", "speaker", "verb")
        )
        reading.found(path, said, mention=speaker, cue=verb, source=reading.source(speaker.text))
    return reading.finish()


def from_corenlp(document: object, text: Article | str) -> tuple[Article, Report]:
    """An article with the quotes of Stanford CoreNLP, whose positions count UTF-16 units.

    Args:
        document: CoreNLP's JSON, `{"quotes": [...], "sentences": [...]}`; the sentences' tokens place the mentions.
        text: The article, or its text.

    Returns:
        The article with the quotes added, and what of the result is not in it.

    Raises:
        ValidationError: The document has another shape.

    Examples:
        >>> quote = {"id": 0, "text": '"It is late,"', "beginIndex": 0, "endIndex": 13, "speaker": "Unknown"}
        >>> article, report = from_corenlp({"quotes": [quote]}, '"It is late," Anna said.')
        >>> article.quotes[0].words, article.quotes[0].source
        ('It is late,', None)
    """
    reading = _Reading(document, text)
    offsets = Offsets(reading.tree["text"])
    sentences = as_list(field_of(document, "sentences"))
    tokens = list(chain.from_iterable(as_list(field_of(sentence, "tokens")) for sentence in sentences))
    known = (
        "id text beginIndex endIndex beginToken endToken beginSentence endSentence mention mentionBegin mentionEnd "
        "mentionType mentionSieve speaker speakerSieve canonicalSpeaker canonicalMentionBegin canonicalMentionEnd"
    )
    for path, quote in reading.records("quotes", known):
        token = position(field_of(quote, "mentionBegin"))
        begin = field_of(tokens[token], "characterOffsetBegin") if token is not None and token < len(tokens) else None
        said, mention = field_of(quote, "text"), words_of(field_of(quote, "mention"))
        speaker = words_of(field_of(quote, "canonicalSpeaker")) or field_of(quote, "speaker")
        reading.found(
            path,
            _Words(("text",), said, position(field_of(quote, "beginIndex"), offsets)),
            mention=_Words(("mention",), mention, position(begin, offsets)),
            id=field_of(quote, "id"),
            source=reading.source(speaker),
        )
    return reading.finish()


def from_textacy(document: object, text: Article | str) -> tuple[Article, Report]:
    """An article with the quotations of textacy's `direct_quotations`: speaker, cue and content.

    Args:
        document: Its triples: tokens or spans of spaCy, or strings.
        text: The article, or its text.

    Returns:
        The article with the quotes added, and what of the triples is not in it.

    Raises:
        ValidationError: The document has another shape.

    Examples:
        >>> article, report = from_textacy([(["Anna"], ["said"], "“It is late”")], "Anna said: “It is late”.")
        >>> article.quotes[0].words
        'It is late'
    """
    reading = _Reading((), text)
    for index, triple in enumerate(as_list(document)):
        if is_list(triple) and len(triple) == len(_TRIPLE):
            parts = list(triple)
        elif all(hasattr(triple, name) for name in _TRIPLE):
            parts = [getattr(triple, name) for name in _TRIPLE]
        else:
            reading.lose(
                LossCode.UNREADABLE, (index,), f"expected speaker, cue and content, got {format_value(triple)}"
            )
            continue
        speaker, cue, said = (_stretch(part, at) for at, part in enumerate(parts))
        source = reading.source(speaker.text)
        reading.found((index,), said, mention=speaker, cue=cue, verbatim=True, source=source)
    return reading.finish()


def from_quotebank(document: object, text: Article | str = "") -> tuple[Article, Report]:
    """An article with the quotations of Quotebank records, which have no positions and no text.

    Args:
        document: A record, or a list of records.
        text: The article, or its text, where there is one; without it the words have no place.

    Returns:
        The article with the quotes added, and what of the records is not in it.

    Raises:
        ValidationError: The document has another shape.

    Examples:
        >>> record = {"quoteID": "2020-01-01-000001", "quotation": "It is late", "speaker": "None", "qids": []}
        >>> article, report = from_quotebank(record)
        >>> article.quotes[0].id, article.quotes[0].source
        ('2020-01-01-000001', None)
    """
    reading = _Reading(document, text)
    for path, record in reading.records(None, "quoteID quotation speaker qids probas"):
        ids = as_list(field_of(record, "qids"))
        if len(ids) > 1:
            reading.lose(LossCode.UNREADABLE, (*path, "qids"), "the speaker may be any of several people of the name")
        same_as = [_ENTITY + str(name) for name in ids] if len(ids) == 1 else []
        likely = next(iter(as_list(field_of(record, "probas"))), None)
        reading.found(
            path,
            _Words(("quotation",), field_of(record, "quotation")),
            id=field_of(record, "quoteID"),
            verbatim=True,
            source=reading.source(field_of(record, "speaker"), same_as=same_as),
            confidence=_number(likely[1]) if is_list(likely) and len(likely) > 1 else None,
        )
    return reading.finish()


def from_gdelt(document: object, text: Article | str = "") -> tuple[Article, Report]:
    """An article with the quotations of a record of the GDELT Global Quotation Graph, which has no speakers.

    Args:
        document: A record: `{"date", "url", "lang", "quotes": [{"pre", "quote", "post"}]}`.
        text: The article, or its text, where there is one; without it the words have no place.

    Returns:
        The article with the quotes added, and what of the record is not in it.

    Raises:
        ValidationError: The document has another shape.

    Examples:
        >>> quote = {"pre": "Anna said ", "quote": "It is late", "post": "."}
        >>> record = {"url": "https://example.org/1", "quotes": [quote]}
        >>> article, report = from_gdelt(record, "Anna said “It is late”.")
        >>> article.url, article.quotes[0].content[0].start
        ('https://example.org/1', 11)
    """
    reading = _Reading(document, text)
    if "url" not in reading.tree:
        reading.read("url", field_of(document, "url"), ("url",))
    for path, quote in reading.records("quotes", "pre quote post"):
        before, after = (str(field_of(quote, name) or "") for name in ("pre", "post"))
        said = _Words(("quote",), field_of(quote, "quote"), before=before, after=after)
        reading.found(path, said, verbatim=True)
    reading.unread((), document, "url quotes")
    return reading.finish()


def from_langextract(document: object, text: Article | str | None = None) -> tuple[Article, Report]:
    """An article with the quotations that langextract found: extractions whose class speaks of quotes or statements.

    Args:
        document: Its annotated document, or the list of its extractions.
        text: The article, or its text; that of the document by default.

    Returns:
        The article with the quotes added, and what of the document is not in it. The speaker is that of the attributes
        `speaker` or `source`, the cue that of `cue` or `verb`.

    Raises:
        ValidationError: The document has another shape.

    Examples:
        >>> found = {"extraction_class": "quote", "extraction_text": "it was late", "attributes": {"speaker": "Anna"}}
        >>> article, report = from_langextract({"text": "Anna said it was late.", "extractions": [found]})
        >>> article.sources[0].name
        'Anna'
    """
    own = field_of(document, "text")
    reading = _Reading(document, text if text is not None else own if isinstance(own, str) else "")
    for path, found in reading.records("extractions"):
        if not _QUOTED.search(str(field_of(found, "extraction_class"))):
            reading.lose(
                LossCode.NO_PLACE, path, f"no quotation, but a {format_value(field_of(found, 'extraction_class'))}"
            )
            continue
        given, place = field_of(found, "attributes"), field_of(found, "char_interval")
        speaker = words_of(field_of(given, "speaker")) or words_of(field_of(given, "source"))
        cue = words_of(field_of(given, "cue")) or words_of(field_of(given, "verb"))
        reading.found(
            path,
            _Words(("extraction_text",), field_of(found, "extraction_text"), position(field_of(place, "start_pos"))),
            mention=_Words(("attributes",), speaker),
            cue=_Words(("attributes",), cue),
            source=reading.source(speaker),
        )
        reading.unread((*path, "attributes"), given, "speaker source cue verb")
    return reading.finish()


@frozen
class _Words:
    """Words that a program gives: where they stand in its record, and where they are said to stand in the text."""

    at: Path
    text: object
    start: int | None = None
    before: str = ""
    after: str = ""


_NO_WORDS: Final = _Words((), None)


def _words(item: object, *at: str | int) -> _Words:
    """The words of what has a `text` and perhaps a `start`."""
    return _Words(at, field_of(item, "text"), position(field_of(item, "start")))


class _Reading(ArticleBuilder):
    """A program's result that is being read."""

    def __init__(self, document: object, text: Article | str) -> None:
        enforce_limits(document)
        super().__init__(text)
        self._document = document

    def records(self, under: str | None, known: str | None = None) -> Iterator[tuple[Path, Any]]:
        """The records of the document, or those under a name in it; what is not known in one is reported after it."""
        path: Path = ()
        document: Any = self._document
        if under is not None and not is_list(document):
            path, document = (under,), field_of(document, under)
            if not is_list(document):
                raise refusal(path, f"expected a list, got {format_value(document)}")
        for index, record in enumerate(as_list(document)):
            place = (*path, index) if is_list(document) else path
            if isinstance(record, str | int | float | None):
                self.lose(LossCode.UNREADABLE, place, f"expected a record, got {format_value(record)}")
                continue
            yield place, record
            if known is not None:
                self.unread(place, record, known)

    def found(
        self,
        path: Path,
        *content: _Words,
        mention: _Words = _NO_WORDS,
        cue: _Words = _NO_WORDS,
        id: object = None,  # noqa: A002 - the name of the field
        verbatim: bool = False,
        **told: Any,
    ) -> None:
        """Add a quote; its speaker and cue are as far from it as they are said to be, or else close to it."""
        spans = [self._span(path, words) for words in content]
        pairs = zip(content, spans, strict=True)
        placed = [(words, span) for words, span in pairs if span is not None and span["start"] is not None]
        near: Tree = {}
        if placed:
            (words, first), (_, last) = placed[0], placed[-1]
            near["within"] = max(first["start"] - _NEAR, 0), last["end"] + _NEAR
            near["shift"] = 0 if words.start is None else first["start"] - words.start
        attribution = {"mention": self._span(path, mention, **near), "cue": self._span(path, cue, **near), **told}
        self.quote(path, spans, attribution, verbatim=verbatim, id=None if id is None else str(id))

    def _span(self, path: Path, words: _Words, *, shift: int = 0, **known: Any) -> Tree | None:
        known |= {"before": words.before, "after": words.after}
        known["start"] = None if words.start is None else words.start + shift
        return self.place((*path, *words.at), words.text, **known)

    def unread(self, path: Path, record: object, known: str) -> None:
        """Report the fields of a record that nothing was made of and that say something."""
        if is_object(record):
            for name, value in record.items():
                if name not in known.split() and value not in (None, "", [], {}):
                    self.lose(LossCode.NO_PLACE, (*path, str(name)), "the model has no place for it")


def _number(value: object) -> object:
    """The number that a string spells; anything else as it is."""
    try:
        return float(value) if isinstance(value, str) else value
    except ValueError:
        return None


def _index(value: object) -> int | None:
    """The start in a pair of positions that is written out: `"(526,595)"`."""
    match = _INDEX.fullmatch(value) if isinstance(value, str) else None
    return int(match[1]) if match else None


def _stretch(item: Any, at: int) -> _Words:
    """The words of a string, of a span, or of a list of tokens, and the position of a span or of the first token."""
    if isinstance(item, str):
        return _Words((at,), item)
    if not is_list(item):
        return _Words((at,), field_of(item, "text"), position(field_of(item, "start_char")))
    texts = (str(field_of(token, "text_with_ws") or f"{field_of(token, 'text') or token} ") for token in item)
    return _Words((at,), "".join(texts).strip(), position(field_of(item[0], "idx")) if item else None)


def _format(name: str, read: Callable[..., tuple[Article, Report]], detect: Detector, **options: Any) -> Format:
    return Format(name=name, title=name, read=read, detect=detect, **{"text": "needed", **options})


FORMATS = (
    _format("citron", from_citron, has_keys("contents", under="quotes")),
    _format("gendergap", from_gendergap, has_keys("quote", "verb", under="quotes")),
    _format("corenlp", from_corenlp, has_keys("beginIndex", under="quotes")),
    _format("textacy", from_textacy, lambda _: None),  # triples look like nothing in particular
    _format("quotebank", from_quotebank, has_keys("quoteID", several=True), text="optional"),
    _format("gdelt", from_gdelt, has_keys("pre", "post", under="quotes"), text="optional"),
    _format("langextract", from_langextract, has_keys("extractions"), text="optional"),
)
