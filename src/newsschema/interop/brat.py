"""brat standoff, read and written in the form of the attribution corpora (PolNeAR).

An event of the type `Attribution` links [brat](https://brat.nlplab.org/standoff.html)'s text-bound annotations
`Source`, `Cue`, `Content` and others. The text file is the article's text. Positions count code points. Fields without
a label, and spans outside the text, are JSON in a note of the event. A quote without a place in the text is not
written.

Annotations find their place in a text that has changed since. When a corpus is read, several stretches of one
annotation are pieces of a quote, unless only line ends separate them. Words between quotation marks are verbatim. The
words of the first `Source` name the speaker if they are a name.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

import msgspec

from newsschema import Article, Part, Quote, Span
from newsschema._anchoring._places import Lost
from newsschema._model.anchors import SPAN_FIELDS
from newsschema._model.own import require
from newsschema.interop._builder import ArticleBuilder
from newsschema.interop._corrections import ROLES
from newsschema.interop._document import Document
from newsschema.interop._joint import Collector
from newsschema.interop._pieces import SourceList, Tree, detached, recovered
from newsschema.interop._plain import format_json_value, refusal
from newsschema.interop._registry import OTHER_FIELDS, Certainty, Evidence, Format, Row
from newsschema.interop._report import LossCode, Report, differences

__all__ = ["from_brat", "to_brat"]

LABELS: Final = {"content": "Content", **ROLES}
"""The labels of the text-bound annotations, by the role of the span."""
FIELDS: Final = (
    Row("quotes.id", note="in the note of the event"),
    Row("quotes.kind", note="in the note of the event"),
    *(Row(f"quotes.{role}", (LABELS[role],)) for role in ("content", "edits")),
    *(Row(f"quotes.attribution.{role}", (LABELS[role],)) for role in SPAN_FIELDS),
    Row("quotes.attribution.source", note="in the note of the event"),
    *(
        Row(
            f"quotes.{field}",
            carried="partly" if field == "parent" else "yes",
            note="in the note of the event" + (", while the parent has a place" if field == "parent" else ""),
        )
        for field in OTHER_FIELDS
    ),
    Row(
        "sources", carried="partly", note="in the note of the event: those that are quoted, in the order of the quotes"
    ),
)
_EVENT: Final = "Attribution"
_PLACE: Final = r"[0-9]{1,15} [0-9]{1,15}"
_BOUND: Final = re.compile(rf"(T\d+)\t(\S+) ({_PLACE}(?:;{_PLACE})*)\t(.*)")
_EVENT_LINE: Final = re.compile(r"(E\d+)\t([^\s:]+):(T\d+)((?: [^\s:]+:[TE]\d+)*) ?")
_LINE: Final = re.compile(r"[^\n]+")
_FIRST: Final = re.compile(r"([TEARN]\d+|#\d+|\*)\t")
_NOTE: Final = re.compile(r"(#\d+)\tAnnotatorNotes (E\d+)\t(.*)")


def to_brat(article: Article) -> tuple[str, Report]:
    """An article's quotes as the annotation file of brat; the article's text is the text file.

    Spans outside the text, and fields without a label, are JSON in the note of the event.

    Args:
        article: The article.

    Returns:
        The lines of the file, and a report of what they do not carry of the quotes and sources.

    Examples:
        >>> from newsschema import Article
        >>> to_brat(Article(id="urn:example:1", text="Rain fell."))
        ('', Report(losses=()))
    """
    require(Article, article)
    lines: list[str] = []
    sources = SourceList(article)
    bound = 0  # how many text-bound annotations there are
    for number, quote in enumerate(article.quotes, 1):
        found = _lines(sources, quote, number, bound)
        lines += found
        bound += max(len(found) - 2, 0)
    document = "".join(f"{line}\n" for line in lines)
    back = from_brat(document, article.replace(quotes=(), sources=()))[0]
    return document, differences(article, back, "brat")


def _lines(sources: SourceList, quote: Quote, number: int, bound: int) -> list[str]:
    """The lines of a quote: its text-bound annotations, numbered from there on, its event and the event's note."""
    spans: list[tuple[str, Span]] = []

    def key_of(role: str, span: Span) -> str | None:
        if span.start is None or span.part is not Part.TEXT or span.text != span.text.strip():
            return None
        spans.append((role, span))
        return f"T{bound + len(spans)}"

    details = detached(quote, key_of)
    if not spans:
        return []
    details |= sources.of(quote)
    names: Counter[str] = Counter()
    trigger = bound + len(spans) + 1
    lines: list[str] = []
    event = f"E{number}\t{_EVENT}:T{trigger}"
    for key, (role, span) in enumerate(spans, bound + 1):
        label = LABELS[role]
        names[label] += 1
        lines.append(f"T{key}\t{label} {_bound(span)}")
        event += f" {label}{names[label] if names[label] > 1 else ''}:T{key}"
    cue = next((span for role, span in spans if role == "cue"), spans[0][1])
    note = f"#{number}\tAnnotatorNotes E{number}\t{msgspec.json.encode(details).decode()}"
    return [*lines, f"T{trigger}\t{_EVENT} {_bound(cue)}", event, note]


def _bound(span: Span) -> str:
    """Positions and words of a text-bound annotation, which goes on from line to line of the text in pieces."""
    assert span.start is not None
    pieces = [match for match in _LINE.finditer(span.text) if match[0].strip()]
    places = ";".join(f"{span.start + piece.start()} {span.start + piece.end()}" for piece in pieces)
    return f"{places}\t{' '.join(piece[0] for piece in pieces)}"


def from_brat(document: object, text: Article | str, *, strict: bool = False) -> tuple[Article, Report]:
    r"""An article with the quotes that an annotation file of brat marks in it.

    Every event of the type `Attribution` is a quote; words between quotation marks are verbatim.

    Args:
        document: The annotation file, as text or as bytes.
        text: The article, or the text file.
        strict: Refuse a file with an invalid quote; otherwise the quote is reported.

    Returns:
        The article with the quotes added, and a report of what is not in it; paths are ids of the file (`T5`), or
        indices of lines that have none.

    Raises:
        ValidationError: The document is not text; or it has faults (strict).

    Examples:
        >>> lines = [
        ...     "T1\tSource 0 4\tAnna",
        ...     "T2\tCue 5 9\tsaid",
        ...     "T3\tContent 10 21\tit was late",
        ... ]
        >>> lines += [
        ...     "T4\tAttribution 5 9\tsaid",
        ...     "E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3",
        ... ]
        >>> article, report = from_brat("\n".join(lines), "Anna said it was late.")
        >>> article.quotes[0].words, article.sources[0].name
        ('it was late', 'Anna')
    """
    lines = Document.of(document).text
    if lines is None:
        raise refusal((), f"expected the lines of a file, got {format_json_value(document)}")
    lines = lines.replace("\r\n", "\n")  # as editors on Windows write them
    collecting = _Collecting(lines.split("\n"), text, strict=False)
    collecting.read_all()
    reading = _Reading(lines.split("\n"), text, strict=strict)
    # What the others do not tell of is looked for by its words alone.
    reading.known_places = {wish: place for wish, place in collecting.placed().items() if not isinstance(place, Lost)}
    reading.read_all()
    return reading.finish()


class _Reading(ArticleBuilder):
    """A file that is being read."""

    def __init__(self, lines: list[str], text: Article | str, *, strict: bool) -> None:
        super().__init__(text, strict=strict, name="brat")
        self._bound: dict[str, re.Match[str]] = {}
        self._events: dict[str, tuple[str, list[list[str]]]] = {}
        self._notes: dict[str, tuple[str, str]] = {}
        self._used: set[str] = set()
        for index, line in enumerate(lines):
            if match := _BOUND.fullmatch(line):
                self._bound[match[1]] = match
            elif match := _EVENT_LINE.fullmatch(line):
                self._events[match[1]] = match[3], [role.split(":") for role in match[4].split()]
            elif match := _NOTE.fullmatch(line):
                self._notes[match[2]] = match[1], match[3]
            elif line.strip():
                named = _FIRST.match(line)
                self.lose(
                    LossCode.UNREADABLE,
                    (named[1] if named else index,),
                    "neither a text-bound annotation, nor an attribution, nor a note of one",
                )

    def read_all(self) -> None:
        """Add the quotes of all events, and report what belongs to none."""
        known = {name: recovered(note) for name, (_, note) in self._notes.items()}
        for name, details in known.items():
            self.attach_sources((self._notes[name][0],), (details or {}).get("sources"))
        for name, (trigger, event) in self._events.items():
            roles = [(label.rstrip("0123456789"), key) for label, key in event]
            self._used |= {trigger, *(key for _, key in roles)}
            remark, note = self._notes.get(name, ("", ""))
            details = known.get(name)
            if details is not None:
                self.attach((name,), details, lambda key, _: next(iter(self._spans(key)), None))
                continue
            if note:
                self.lose(LossCode.NO_PLACE, (remark,), "the model has no place for a note")
            self._read_quote(name, roles)
        for key, match in self._bound.items():
            if key not in self._used:
                self.lose(LossCode.NO_PLACE, (key,), f"no attribution has this {match[2]}")

    def _read_quote(self, name: str, roles: list[tuple[str, str]]) -> None:
        spans: dict[str, list[Tree]] = {}
        for label, key in roles:
            spans.setdefault(label, []).extend(self._spans(key))
        attribution: dict[str, Any] = {}
        for role, label in LABELS.items():
            if role not in ("content", "edits") and spans.get(label):
                attribution[role], *others = spans[label]
                for span in others:
                    self.lose(
                        LossCode.NO_PLACE,
                        (name,),
                        f"a quote has one {label}; there is no place for {format_json_value(span['text'])}",
                    )
        if "mention" in attribution:
            attribution["source"] = self.source(attribution["mention"]["text"])
        self.quote((name,), spans.get("Content", []), attribution)

    def _spans(self, key: str) -> Iterator[Tree]:
        """The spans of a text-bound annotation: one for each of its pieces, unless only ends of lines part them."""
        if key not in self._bound:
            return
        match = self._bound[key]
        text, words, at = self.tree["text"], match[4], 0
        joined: list[tuple[int, int, list[str]]] = []
        for start, end in (tuple(map(int, pair.split(" "))) for pair in match[3].split(";")):
            piece, at = words[at : at + end - start], at + end - start + 1
            if joined and text[joined[-1][1] : start].isspace():
                first, last, before = joined[-1]
                before += [text[last:start], piece]
                joined[-1] = first, end, before
            else:
                joined.append((start, end, [piece]))
        for start, _, pieces in joined:
            span = self.place((key,), "".join(pieces), start=start)
            if span is None:
                self.lose(LossCode.UNREADABLE, (key,), "there are no words")
            else:
                yield span


class _Collecting(Collector, _Reading):
    """A file that is read only for what it marks."""


def _detect(document: Document) -> Evidence | None:
    if _FIRST.match(document.head) is None:
        return None
    return Evidence(Certainty.CERTAIN, "its lines begin with the names of annotations")


FORMATS = (
    Format(
        name="brat",
        title="brat standoff",
        takes="text",
        read=from_brat,
        write=to_brat,
        detect=_detect,
        text="needed",
        suffix=".ann",
        text_suffix=".txt",
        fields=FIELDS,
    ),
)
