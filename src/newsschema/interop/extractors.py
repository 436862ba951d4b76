"""What other programs that find quotations give out: read by its shape, without importing them.

Each function takes the program's structure (dictionaries as JSON decodes them, or objects with the same names) and the
text that it was made from. Words decide where something stands, positions only help: several of these programs count
in other units, or in a text that they have cleaned. What they write for nothing (`"Unknown"`, `"None"`) is `None`.
"""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Any, Final

from newsschema._errors import Code, Issue, PositionError, ValidationError
from newsschema._model import Article
from newsschema._offsets import Offsets
from newsschema._values import is_list, is_object, shown
from newsschema.interop._draft import Draft, listed, measured, words_of
from newsschema.interop._pieces import Tree
from newsschema.interop._report import Path, Report

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
    for path, quote in reading.records("quotes"):
        content = [
            reading.draft.place((*path, "contents", index), field(item, "text"), start=_integer(field(item, "start")))
            for index, item in enumerate(listed(field(quote, "contents")))
        ]
        mentions, cue = listed(field(quote, "sources")), field(quote, "cue")
        for index, other in enumerate(mentions[1:], 1):
            reading.draft.lose(
                (*path, "sources", index), f"no place for a second mention {shown(field(other, 'text'))}"
            )
        mention = next(iter(mentions), None)
        named = next(iter(listed(field(quote, "coreferences"))), mention)
        attribution = {
            "mention": reading.near((*path, "sources", 0), mention, content),
            "cue": reading.near((*path, "cue"), cue, content),
            "source": reading.draft.source(field(named, "text")),
            "confidence": field(quote, "confidence"),
        }
        reading.draft.quote(path, content, attribution, **_named(field(quote, "id")))
        reading.unread(path, quote, "contents sources cue confidence coreferences id")
    return reading.draft.finish()


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
    for path, quote in reading.records("quotes"):
        start = _index(field(quote, "quote_index"))
        content = [reading.draft.place((*path, "quote"), field(quote, "quote"), start=start)]
        drift = (_placed(content) or (0, 0))[0] - (start or 0)
        ends = {}
        for role, name in (("mention", "speaker"), ("cue", "verb")):
            at = _index(field(quote, f"{name}_index"))
            item = {"text": words_of(field(quote, name)), "start": None if at is None else at + drift}
            ends[role] = reading.near((*path, name), item, content)
        reading.draft.quote(path, content, {**ends, "source": reading.draft.source(field(quote, "speaker"))})
        reading.unread(path, quote, "speaker speaker_index quote quote_index verb verb_index quote_token_count")
    return reading.draft.finish()


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
    offsets = Offsets(reading.draft.tree["text"])
    sentences = listed(field(document, "sentences"))
    tokens = list(chain.from_iterable(listed(field(sentence, "tokens")) for sentence in sentences))
    for path, quote in reading.records("quotes"):
        start = _from_utf16(offsets, field(quote, "beginIndex"))
        content = [reading.draft.place((*path, "text"), field(quote, "text"), start=start)]
        token = _integer(field(quote, "mentionBegin"))
        begin = field(tokens[token], "characterOffsetBegin") if token is not None and token < len(tokens) else None
        mention = {"text": words_of(field(quote, "mention")), "start": _from_utf16(offsets, begin)}
        speaker = words_of(field(quote, "canonicalSpeaker")) or words_of(field(quote, "speaker"))
        attribution = {
            "mention": reading.near((*path, "mention"), mention, content),
            "source": reading.draft.source(speaker),
        }
        reading.draft.quote(path, content, attribution, **_named(field(quote, "id")))
        reading.unread(
            path,
            quote,
            "id text beginIndex endIndex beginToken endToken beginSentence endSentence mention mentionBegin mentionEnd "
            "mentionType mentionSieve speaker speakerSieve canonicalSpeaker canonicalMentionBegin canonicalMentionEnd",
        )
    return reading.draft.finish()


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
    for index, triple in enumerate(_iterated(document)):
        path: Path = (index,)
        if is_list(triple) and len(triple) == len(_TRIPLE):
            parts = list(triple)
        elif all(hasattr(triple, name) for name in _TRIPLE):
            parts = [getattr(triple, name) for name in _TRIPLE]
        else:
            reading.draft.lose(path, f"expected speaker, cue and content, got {shown(triple)}")
            continue
        speaker, cue, said = map(_stretch, parts)
        content = [reading.draft.place((*path, 2), said["text"], start=said["start"])]
        attribution = {
            "mention": reading.near((*path, 0), speaker, content),
            "cue": reading.near((*path, 1), cue, content),
            "source": reading.draft.source(speaker["text"]),
        }
        reading.draft.quote(path, content, attribution, verbatim=True)
    return reading.draft.finish()


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
    for path, record in reading.records():
        content = [reading.draft.place((*path, "quotation"), field(record, "quotation"))]
        ids = listed(field(record, "qids"))
        if len(ids) > 1:
            reading.draft.lose((*path, "qids"), "the speaker may be any of several people of the name")
        likely = next(iter(listed(field(record, "probas"))), None)
        attribution = {
            "source": reading.draft.source(
                field(record, "speaker"), same_as=[_ENTITY + str(name) for name in ids] if len(ids) == 1 else []
            ),
            "confidence": _number(likely[1]) if is_list(likely) and len(likely) > 1 else None,
        }
        reading.draft.quote(path, content, attribution, verbatim=True, **_named(field(record, "quoteID")))
        reading.unread(path, record, "quoteID quotation speaker qids probas")
    return reading.draft.finish()


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
    if "url" not in reading.draft.tree:
        reading.draft.read("url", field(document, "url"), ("url",))
    for path, quote in reading.records("quotes"):
        around = {ours: str(field(quote, theirs) or "") for ours, theirs in (("before", "pre"), ("after", "post"))}
        content = [reading.draft.place((*path, "quote"), field(quote, "quote"), **around)]
        reading.draft.quote(path, content, {}, verbatim=True)
        reading.unread(path, quote, "pre quote post")
    reading.unread((), document, "url quotes")
    return reading.draft.finish()


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
    own = field(document, "text")
    reading = _Reading(document, text if text is not None else own if isinstance(own, str) else "")
    for path, found in reading.records("extractions"):
        if not _QUOTED.search(str(field(found, "extraction_class"))):
            reading.draft.lose(path, f"no quotation, but a {shown(field(found, 'extraction_class'))}")
            continue
        start = _integer(field(field(found, "char_interval"), "start_pos"))
        content = [reading.draft.place((*path, "extraction_text"), field(found, "extraction_text"), start=start)]
        given = field(found, "attributes")
        speaker = words_of(field(given, "speaker")) or words_of(field(given, "source"))
        cue = words_of(field(given, "cue")) or words_of(field(given, "verb"))
        attribution = {
            "mention": reading.near((*path, "attributes"), {"text": speaker}, content),
            "cue": reading.near((*path, "attributes"), {"text": cue}, content),
            "source": reading.draft.source(speaker),
        }
        reading.draft.quote(path, content, attribution)
        reading.unread((*path, "attributes"), given, "speaker source cue verb")
    return reading.draft.finish()


def field(record: object, name: str) -> Any:
    """What a dictionary or an object has under a name; `None` where it has nothing."""
    return record.get(name) if is_object(record) else getattr(record, name, None)


class _Reading:
    """A program's result that is being read."""

    def __init__(self, document: object, text: Article | str) -> None:
        measured(document)
        self.draft = Draft(text)
        self._document = document

    def records(self, name: str | None = None) -> Iterator[tuple[Path, Any]]:
        """The records of the document, or those under a name in it."""
        path: Path = ()
        document: Any = self._document
        if name is not None and not is_list(document):
            path, document = (name,), field(document, name)
            if not is_list(document):
                raise ValidationError([Issue(Code.WRONG_TYPE, path, f"expected a list, got {shown(document)}")])
        for index, record in enumerate(listed(document)):
            place = (*path, index) if is_list(document) else path
            if isinstance(record, str | int | float | None):
                self.draft.lose(place, f"expected a record, got {shown(record)}")
            else:
                yield place, record

    def near(self, path: Path, item: object, content: list[Tree | None]) -> Tree | None:
        """The span of a speaker or cue: where it is said to be, or else close to the quotation."""
        around = _placed(content)
        within = None if around is None else (max(around[0] - _NEAR, 0), around[1] + _NEAR)
        return self.draft.place(path, field(item, "text"), start=_integer(field(item, "start")), within=within)

    def unread(self, path: Path, record: object, known: str) -> None:
        """Report the fields of a record that nothing was made of and that say something."""
        if is_object(record):
            for name, value in record.items():
                if name not in known.split() and value not in (None, "", [], {}):
                    self.draft.lose((*path, str(name)), "the model has no place for it")


def _iterated(document: Any) -> Iterator[Any]:
    """The items of anything that has some."""
    return iter(document) if hasattr(document, "__iter__") else iter((document,))


def _placed(content: list[Tree | None]) -> tuple[int, int] | None:
    """From where to where the quotation stands."""
    spans = [span for span in content if span is not None and "start" in span]
    return (spans[0]["start"], spans[-1]["end"]) if spans else None


def _integer(value: object) -> int | None:
    return value if type(value) is int and value >= 0 else None


def _number(value: object) -> object:
    """The number that a string spells; anything else as it is."""
    try:
        return float(value) if isinstance(value, str) else value
    except ValueError:
        return None


def _named(value: object) -> Tree:
    """The id of a quote, where the program gives one."""
    return {} if value in (None, "") else {"id": str(value)}


def _index(value: object) -> int | None:
    """The start in a pair of positions that is written out: `"(526,595)"`."""
    match = _INDEX.fullmatch(value) if isinstance(value, str) else None
    return int(match[1]) if match else None


def _from_utf16(offsets: Offsets, value: object) -> int | None:
    at = _integer(value)
    try:
        return None if at is None else offsets.from_utf16(at)
    except PositionError:
        return None


def _stretch(item: Any) -> Tree:
    """The words of a string, of a span, or of a list of tokens, and the position of a span or of the first token."""
    if isinstance(item, str):
        return {"text": item, "start": None}
    if is_list(item):
        words = "".join(str(field(token, "text_with_ws") or f"{field(token, 'text') or token} ") for token in item)
        return {"text": words.strip(), "start": _integer(field(item[0], "idx")) if item else None}
    return {"text": field(item, "text"), "start": _integer(field(item, "start_char"))}
