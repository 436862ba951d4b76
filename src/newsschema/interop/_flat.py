"""Flat documents: where a program or a service has what an article has, as a table; and what reads any of them."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from attrs import field, frozen

from newsschema import Article
from newsschema._model.containers import is_list, is_object
from newsschema.interop._builder import ArticleBuilder
from newsschema.interop._document import Document
from newsschema.interop._extension import read_extension
from newsschema.interop._markup import has_markup, normal_lines, without_markup
from newsschema.interop._names import split_names
from newsschema.interop._node import Node
from newsschema.interop._page import split_lines
from newsschema.interop._plain import enforce_limits, format_json_value, refusal, split_list, words_of
from newsschema.interop._registry import Certainty, Detector, Evidence, Format, Row
from newsschema.interop._report import LossCode, Report
from newsschema.interop._uris import SCHEME
from newsschema.interop._vocabulary import genre_of

_STEP: Final = re.compile(r"(?P<names>[^.\[\]]+)(?:\[(?P<key>\w+)=(?P<words>[^\]]+)\])?(?:\.|$)")
_LISTS: Final = {
    "subjects": "topic",
    "people": "person",
    "organisations": "organisation",
    "places": "place",
    "events": "event",
}
"""The kinds of subjects, by the names of the fields of a table."""
_CUT: Final = re.compile(r"(?<!\s)\s*+(?:(?:…|\.\.\.)\s*+)?\[\+\d+ chars\]\s*$")
_LINES: Final = re.compile(r"\n+")


@frozen(kw_only=True)
class Flat:
    """Where documents of one kind have what an article has.

    A place is a path of names with dots. Of `a+b` both count, in this order; `a[key=x|y]` takes those of a list whose
    key is one of these words.

    Attributes:
        name: The name of the format.
        title: What people call it.
        detect: What knows a document of this kind, where it can be known.
        program: The package whose objects are documents of this kind.
        fields: The places for each of our fields; the first that says something counts, and for lists all of them.
        kept: Under what name `Article.extra` keeps the rest; it is reported as lost where there is none.
        ignored: Names under which nothing is said of the article that is not said elsewhere.
        also: Names under which an object says what there is no field for.
        lines: Whether every line of the text is a paragraph.
        cut: Why the text is not whole, where it never is.
        body: What gives the pieces of the text, where places do not tell.
        around: The name of what is said around several documents of one, and of each only where it says nothing itself.
        extension: The name of what a document holds of an article of ours beside its own fields.
    """

    name: str
    title: str
    detect: Detector = lambda _: None
    program: str = ""
    fields: Mapping[str, tuple[str, ...]] = field(hash=False)
    kept: str
    ignored: frozenset[str] = frozenset()
    also: tuple[str, ...] = ()
    lines: bool = False
    cut: str = ""
    body: Callable[[Node], Iterator[Node]] | None = None
    around: str = ""
    extension: str = ""

    def read(self, document: object, *, strict: bool = False) -> tuple[Article, Report]:
        """An article from a document of this kind.

        Args:
            document: The document, as bytes, text or decoded JSON; or an object with the same names.
            strict: Refuse a document with an invalid value, such as a date; otherwise such values are reported.

        Returns:
            The article, and a report of what is not in it. What there is no field for is kept in `extra`.

        Raises:
            ValidationError: It has neither a text nor a headline; in strict reading, what is at fault.
        """
        return _Reading(self, document, strict=strict).article()

    def names(self) -> list[str]:
        """The names in a document under which it has what an article has."""
        places = (place for places in self.fields.values() for place in places)
        roots = (place.partition(".")[0].partition("[")[0] for place in places)
        return list(dict.fromkeys(name for root in roots for name in root.split("+")))

    def format(self) -> Format:
        """The format that this is."""
        rows = tuple(Row(ours, theirs) for ours, theirs in self.fields.items())
        return Format(name=self.name, title=self.title, takes="any", read=self.read, detect=self._evidence, fields=rows)

    def _evidence(self, document: Document) -> Evidence | None:
        """What speaks for a document: that it is an object of the program, or what it has in it."""
        if self.program and type(document.given).__module__.partition(".")[0] == self.program:
            return Evidence(Certainty.CERTAIN, f"it is an object of {self.title}")
        return self.detect(document)


def find(node: Node, place: str) -> Iterator[Node]:
    """What stands at a place, in the order of the document; lists on the way are gone through."""
    found = [node]
    for step in _STEP.finditer(place):
        names = step["names"].split("+")
        items = [item for outer in found for item in outer.items()]
        found = [inner for item in items for name in names for inner in item.get(name).items()]
        if step["key"]:
            words = step["words"].split("|")
            found = [item for item in found if str(item.get(step["key"]).value) in words]
            for item in found:
                item.skip(step["key"])
    yield from found


class _Reading(ArticleBuilder):
    """A document that is being read by a table."""

    def __init__(self, flat: Flat, document: object, *, strict: bool) -> None:
        super().__init__(strict=strict, name=flat.name, markup=True)
        self._flat, self._given = flat, document
        self._document = Node(self._record(Document.of(document)))

    def _record(self, document: Document) -> dict[str, Any]:
        """The document as an object of JSON: of another object what it has under the names of the table."""
        data = document.data
        if is_object(data):
            enforce_limits(data)
            return {str(name): _sorted(value) for name, value in data.items() if name not in self._flat.ignored}
        found: dict[str, Any] = {}
        for name in (*self._flat.names(), *self._flat.also):
            try:
                value = getattr(data, name, None)
            except Exception as error:  # noqa: BLE001 - a property of somebody else's object may raise anything
                value = error
            if isinstance(value, Exception):
                self.lose(LossCode.UNREADABLE, (name,), f"it holds an error: {value}")
            elif value is not None:
                found[name] = _sorted(value)
        return found

    def article(self) -> tuple[Article, Report]:
        """The article, and a report of what is not in it."""
        for ours, places in self._flat.fields.items():
            if ours in _LISTS:
                self._read_subjects(places, _LISTS[ours])
            elif ours == "authors":
                self._read_authors(places)
            elif ours == "text":
                self._read_text(places)
            else:
                self._read_field(ours, places)
        self._read_extension()
        if not self.tree.get("text"):
            if "headline" not in self.tree and not self._document.get(self._flat.extension):
                message = f"there is no text in {format_json_value(self._given)}"
                raise refusal((self._flat.fields["text"][0],), message)
            self.lose(LossCode.UNREADABLE, (self._flat.fields["text"][0],), "there is no text in it")
            self.tree["text"] = ""
        self.name_by_words()
        self._document.skip(self._flat.around)
        list(self._said(self._flat.also))  # these stay as they are, but for what says nothing
        return self.finish_with_rest(self._flat.kept, self._document)

    def _read_extension(self) -> None:
        """Take what the document holds of an article of ours, in place of what its own fields say."""
        name = self._flat.extension
        if not name or not self._document.get(name):
            return
        given = Document.of(self._document.get(name).take()).data
        if is_object(given):
            read_extension(self, (name,), {key: value for key, value in given.items() if key != "about"})
            self._document.skip(*self._flat.names())  # it says what they do, and more
        else:
            self.lose(
                LossCode.UNREADABLE, (name,), f"expected the fields of an article, got {format_json_value(given)}"
            )

    def _said(self, places: tuple[str, ...]) -> Iterator[Node]:
        """What says something at these places."""
        for place in places:
            for node in find(self._document, place):
                if isinstance(node.value, str) and words_of(node.value) is None:
                    node.take()  # what programs write for nothing: "None"
                else:
                    yield node

    def _read_field(self, field: str, places: tuple[str, ...]) -> None:
        node = next(self._said(places), None)
        if node is None:
            return
        if field == "genre" and genre_of(node.value):
            self.read(field, genre_of(node.take()), node.path)
        else:
            self.take(field, node)

    def _read_text(self, places: tuple[str, ...]) -> None:
        pieces = self._flat.body(self._document) if self._flat.body else self._first(places)
        found = [(node.path, str(node.take())) for node in pieces if _is_text(node)]
        if not found:
            return
        path, texts = found[0][0], [text for _, text in found]
        if any(map(has_markup, texts)):
            self.lose(LossCode.CHANGED, path, "it was marked up; tags and entities are taken out")
        body = self._paragraphs("\n\n".join(normal_lines(without_markup(text)) for text in texts))
        if self._flat.cut or _CUT.search(body):
            self.lose(LossCode.UNREADABLE, path, self._flat.cut or "the text is cut off in the document")
        self.read("text", _CUT.sub("", body), path)

    def _paragraphs(self, body: str) -> str:
        """A text with a blank line between paragraphs, where its lines are such."""
        if self._flat.lines:
            return _LINES.sub("\n\n", body)
        return body if "\n\n" in body else split_lines(body)

    def _first(self, places: tuple[str, ...]) -> list[Node]:
        """The texts at the first place that has any."""
        said = (list(filter(_is_text, self._said((place,)))) for place in places)
        nothing: list[Node] = []
        return next(filter(None, said), nothing)

    def _read_authors(self, places: tuple[str, ...]) -> None:
        for node in self._said(places):
            named, uri = _named(node)
            names = split_names(self.words(named))
            self._add_each("authors", node, names, same_as=[uri] if uri and len(names) == 1 else [])

    def _read_subjects(self, places: tuple[str, ...], kind: str) -> None:
        for place in places:
            nodes = list(self._said((place,)))
            for node in nodes:
                named, uri = _named(node)
                value = self.words(named)
                names = split_list(value) if isinstance(value, str) and len(nodes) == 1 else [value]
                self._add_each("subjects", node, names, kind=kind, uri=uri)

    def _add_each(self, field: str, node: Node, names: Iterable[Any], **fields: Any) -> None:
        """Add an author or a subject of each of these names, once; what is no name is reported."""
        for name in names:
            self.add_named(field, node.path, name, **fields)


def _is_text(node: Node) -> bool:
    return isinstance(node.value, str) and bool(node.value.strip())


def _sorted(value: Any) -> Any:
    """A set as a list in alphabetical order; all else as it is."""
    return sorted(map(str, value)) if type(value) in (set, frozenset) else list(value) if is_list(value) else value


def _named(node: Node) -> tuple[Node, Any]:
    """The name of somebody or something, which is the value, or stands under a name of its own; and its URI."""
    if not is_object(node.value):
        return node, None
    uri = node.get("uri", "url", "href").value
    named = node.get("name", "label", "value", "title", "text")
    if not named:
        parts = [node.get(part) for part in ("firstname", "middlename", "lastname")]
        words = [part.take() for part in parts if isinstance(part.value, str)]
        return parts[-1].put(" ".join(words)), None
    if is_object(named.value):  # by language
        named = next(iter(named.get(key) for key in named.value), named)
    is_uri = isinstance(uri, str) and SCHEME.match(uri) is not None
    return named, node.get("uri", "url", "href").take() if is_uri else None
