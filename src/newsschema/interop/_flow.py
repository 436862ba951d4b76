"""Text out of markup: paragraphs separated by a blank line, and where the elements stand that say something of it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from enum import Enum, auto
from io import StringIO
from typing import Final

from attrs import define, field

from newsschema import Code
from newsschema._json.limits import DEFAULT_LIMITS
from newsschema.interop._plain import refusal
from newsschema.interop._xml import CHILDREN, SPACE, Element, End, Event, Start, replay

_BLOCK: Final = frozenset(
    {
        *("address", "article", "blockquote", "body", "caption", "dd", "details", "div", "dl", "dt", "fieldset"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "hr", "html", "li", "main", "ol", "p", "pre", "section", "table"),
        *("tbody", "tfoot", "thead", "ul"),
        *("abstract", "block", "body.content", "bq", "byline", "copyrite", "credit", "datasource", "dateline", "fn"),
        *("hedline", "hl1", "hl2", "nitf-table", "note", "tagline"),
    }
)
"""Elements that are paragraphs, or hold some, of HTML and of NITF."""
_BREAKS: Final = frozenset({"br", "tr"})
_CELLS: Final = frozenset({"td", "th"})
_LAYOUT: Final = _BLOCK | _BREAKS | _CELLS
_APART: Final = {
    "byttl": "\n",
    **dict.fromkeys(("story.date", "city", "state", "region", "country", "sublocation"), ", "),
}
"""What parts an element from the one before it, where the document has nothing between them."""
_NO_TEXT: Final = frozenset(
    {
        *("head", "script", "style", "template", "noscript", "title", "svg", "math", "img", "audio", "video", "iframe"),
        *("object", "figure", "figcaption", "form", "header", "footer", "nav", "aside"),
        *("media", "nitf-table-metadata", "tobject", "key-list", "classifier", "alt-code"),
    }
)
"""Elements whose words are no part of the text."""
_SAYS_NOTHING: Final = frozenset({"head", "script", "style", "template", "noscript", "title"})
"""Those of which nothing is to be told."""
_RANKS: Final = {"": 0, " ": 1, ", ": 1, "\t": 2, "\n": 3, "\n\n": 4}
"""What may part two words; of several, that of the highest rank does."""


@define(eq=False)
class Passage:
    """An element of the text, and where it stands.

    Attributes:
        name: The element's name.
        attributes: Its attributes.
        start: Position of the first character, in code points.
        end: Position after the last character.
        parent: The passage that it is in.
    """

    name: str
    attributes: Mapping[str, str] = field(factory=dict[str, str])
    start: int = -1
    end: int = -1
    parent: "Passage | None" = None


class _Mode(Enum):
    """What becomes of white space."""

    FLOW = auto()
    """A browser shows it as one space."""
    PREFORMATTED = auto()
    """It is kept, but for line ends at the edges."""
    EXACT = auto()
    """It is kept."""


class Flow:
    """Text that is being read, with white space as a browser shows it.

    Args:
        marked: The names of the elements that are remembered as passages.
        attribute: An attribute that makes any element one.

    Attributes:
        passages: The remembered elements that have words, in the order of their ends.
        dropped: How many elements of each name were left out, their words with them.
        tags: How many elements of each name stand in paragraphs and are not remembered.
    """

    def __init__(self, marked: frozenset[str] = frozenset(), attribute: str | None = None) -> None:
        self.passages: list[Passage] = []
        self.dropped: Counter[str] = Counter()
        self.tags: Counter[str] = Counter()
        self._marked, self._attribute = marked, attribute
        self._text = StringIO()
        self._length = 0
        self._gap = ""
        self._is_begun = False
        self._mode = _Mode.FLOW
        self._is_fresh = False  # nothing has come yet of what is preformatted
        self._open: list[tuple[str, Passage | None, _Mode]] = []
        self._around: Passage | None = None
        self._waiting: list[Passage] = []  # those that have no character yet
        self._count = 0

    @property
    def text(self) -> str:
        """The text so far."""
        return self._text.getvalue()

    def read(self, start: Start, events: Iterator[Event]) -> None:
        """Read an element that has begun to its end."""
        depth, silent = len(self._open), 0
        self._start(start)
        while len(self._open) > depth:
            event = next(events)
            if silent:
                silent += isinstance(event, Start) - isinstance(event, End)
            elif isinstance(event, str):
                self._words(event)
            elif isinstance(event, End):
                self._end()
            elif event.name in _NO_TEXT:
                self.dropped[event.name] += event.name not in _SAYS_NOTHING
                silent = 1
            else:
                self._start(event)

    def _start(self, start: Start) -> None:
        self._count += 1
        if self._count > DEFAULT_LIMITS.values:
            message = f"the text has more than {DEFAULT_LIMITS.values} elements, which is the limit"
            raise refusal((), message, Code.TOO_LARGE)
        name, passage, mode = start.name, None, self._mode
        self._part_before(name)
        self._begin_mode(start)
        if name in self._marked or self._attribute in start.attributes:
            passage = self._around = Passage(name, start.attributes, parent=self._around)
            self._waiting.append(passage)
        elif name not in _LAYOUT:
            self.tags[name] += 1
        self._open.append((name, passage, mode))

    def _part_before(self, name: str) -> None:
        """Let an element stand apart from what was."""
        if name in _BLOCK:
            self._part("\n\n")
        elif name in _BREAKS:
            self._part("\n\n" if name == "br" and self._gap == "\n" else "\n")
        elif name in _APART and not self._gap:
            self._gap = _APART[name]

    def _begin_mode(self, start: Start) -> None:
        if start.attributes.get("xml:space") == "preserve":
            self._put("")
            self._mode = _Mode.EXACT
        elif start.name == "pre" and self._mode is _Mode.FLOW:
            self._mode, self._is_fresh = _Mode.PREFORMATTED, True

    def _end(self) -> None:
        name, passage, self._mode = self._open.pop()
        if name in _BLOCK:
            self._part("\n\n")
        elif name in _CELLS:
            self._part("\t")
        elif name == "tr":
            self._part("\n")
        if passage is not None:
            self._end_passage(passage)

    def _end_passage(self, passage: Passage) -> None:
        self._around = passage.parent
        if self._waiting:  # it is the last of those
            self._waiting.pop()
            return
        passage.end = self._length
        self.passages.append(passage)
        if len(self.passages) > DEFAULT_LIMITS.quotes:
            message = f"more than {DEFAULT_LIMITS.quotes} elements of the text say who speaks"
            raise refusal((), message, Code.TOO_LARGE)

    def _part(self, gap: str) -> None:
        """Let something part what comes from what was."""
        if self._mode is _Mode.EXACT:
            self._put("\n" if gap == "\n" else "")
        elif _RANKS[gap] > _RANKS.get(self._gap, _RANKS["\n"]):
            self._gap = gap

    def _words(self, words: str) -> None:
        if self._mode is _Mode.EXACT:
            self._put(words)
        elif self._mode is _Mode.PREFORMATTED:
            self._preformatted(words)
        else:
            tidy = SPACE.sub(" ", words)
            kept = tidy.strip(" ")
            if tidy.startswith(" "):
                self._part(" ")
            if kept:
                self._put(kept)
                if tidy.endswith(" "):
                    self._part(" ")

    def _preformatted(self, words: str) -> None:
        words = words.lstrip("\n") if self._is_fresh else words
        kept = words.rstrip("\n")
        if kept:
            self._put(kept)
            self._is_fresh, self._gap = False, words[len(kept) :]
        elif not self._is_fresh:
            self._gap += words

    def _put(self, words: str) -> None:
        """Add words, after what parts them from those before."""
        gap = self._gap if self._is_begun else ""
        self._is_begun, self._gap = True, ""
        self._text.write(gap)
        self._text.write(words)
        self._length += len(gap)
        if words:
            for passage in self._waiting:
                passage.start = self._length
            self._waiting.clear()
        self._length += len(words)
        if self._length > DEFAULT_LIMITS.string:
            raise refusal(
                (), f"the text has more than {DEFAULT_LIMITS.string} code points, which is the limit", Code.TOO_LARGE
            )


def text_of(name: str, element: Element) -> str:
    """The words in an element of that name."""
    flow = Flow()
    flow.read(Start(name, {key: value for key, value in element.items() if key != CHILDREN}), replay(element))
    return flow.text
