"""An article in the making: plain data of our own shape, filled from another format and then settled.

Readers put what they find into a tree as it is: `ArticleBuilder.read` takes a field, `add` an author or a subject,
`place`, `quote` and `source` make quotations, and `lose(code, path, reason)` reports what is not carried over. `finish`
builds the article and the report; whatever the model refuses is taken out and reported with the place it came from, so
that a bad date does not cost a story. Strict reading refuses instead.

`Document.of(document)` gives a reader the forms of its input: `text`, `data` (decoded JSON) and `root` (the root
element of XML). A module lists its formats in `FORMATS`; a format whose document holds several articles has
`read_each`, and its `fields`, a `Row` for each field of the model, make the table in the documentation. `_registry`
lists the modules.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, time
from itertools import count
from typing import Any, Final
from urllib.parse import quote as escaped
from urllib.parse import unquote

from newsschema import Article, Issue, Offsets, ValidationError, content_id, from_dict, to_dict
from newsschema._anchoring._places import Lost
from newsschema._anchoring._search import Selection, TextSearch
from newsschema._json.version import SCHEMA_VERSION
from newsschema._marks import pieces_between_marks
from newsschema._model.anchors import SPAN_FIELDS
from newsschema._model.containers import along, is_list, is_object
from newsschema._model.errors import Path
from newsschema.interop._dates import parse_date
from newsschema.interop._markup import has_markup, without_markup
from newsschema.interop._node import Node
from newsschema.interop._pieces import Tree, kind_of, without_repeated
from newsschema.interop._plain import as_list, format_json_value, is_json, is_storable, without_nothing, words_of
from newsschema.interop._report import Loss, LossCode, Report
from newsschema.interop._uris import to_id, to_uri

SpanOf = Callable[[str, str], Tree | None]
Canonical = Callable[[Article], Tree]
"""Makes a document of an article's own fields."""

NEAR: Final = 400
"""Characters on either side of a quotation in which its speaker, its cue and the rest are looked for."""
_DATES: Final = frozenset({"published", "updated", "embargoed_until"})
_NEEDED: Final = frozenset({(), ("text",), ("schema_version",)})
"""Without what stands at these paths there is no article."""
_NO_FIELD: Final = "the model has no place for it"
_NO_NAME: Final = re.compile(
    r"(?:an?|the|his|her|its|their|some|one|another|he|she|it|they|we|i|you|who|which)\b", re.IGNORECASE
)


def inner_id(article: str, kind: str, name: str = "") -> str:
    """A URI for something of some kind inside the article of this id, which has a name there."""
    return f"{article}{'.' if '#' in article else '#'}{kind}{escaped(name, safe='')}"


def inner_name(uri: object, article: str, kind: str) -> str | None:
    """The name of something of that kind inside the article, from its URI; `None` where that is another."""
    start = inner_id(article, kind)
    return unquote(uri[len(start) :]) if isinstance(uri, str) and uri.startswith(start) else None


def with_kept(
    article: Article,
    name: str,
    canonical: Canonical,
    read: Callable[[Tree], tuple[Article, Report]],
    means: Mapping[str, str],
) -> Tree:
    """A document made of the article, with the properties that it was read with and that still say the same.

    These are under a name in `extra`; a property that is read and never written means another that is.
    """
    ours = canonical(article)
    kept = to_dict(article).get("extra", {}).get(name)
    if not is_object(kept):
        return ours
    again = canonical(read({**ours, **kept})[0])
    same = {key for key in kept if again.get(means.get(key, key)) == ours.get(means.get(key, key))}
    return ours | {key: value for key, value in kept.items() if key in same}


class ArticleBuilder:
    """An article that is being read from another format.

    Args:
        base: The text that the document speaks of, or the article; `None` where the document has it itself.
        strict: Refuse the document where anything in it is at fault.
        name: The name of the format.
        markup: Whether any of the document's texts may be marked up; tags and entities are then taken out, and told.
    """

    def __init__(
        self, base: Article | str | None = None, *, strict: bool = False, name: str = "", markup: bool = False
    ) -> None:
        self._name, self._markup = name, markup
        if isinstance(base, str):
            base = Article(id=content_id(base), text=base)
        self.tree: Tree = {"schema_version": SCHEMA_VERSION} if base is None else to_dict(base)
        self._base_quotes = 0 if base is None else len(base.quotes)
        self._strict = strict
        self._losses: list[Loss] = []
        self._refused: list[Path] = []
        self._fields: dict[str, Path] = {}  # where the fields of the article come from
        self._origins: dict[int, Path] = {}
        self._searches: dict[str, TextSearch] = {}
        self._offsets: dict[str, Offsets] = {}
        self.annotators: list[str] = [annotator["id"] for annotator in self.tree.get("annotators", [])]
        """The ids of those that the base has."""
        self._ids = {
            field: {item["id"] for item in self.tree.get(field, [])} for field in ("sources", "quotes", "annotators")
        }
        self._numbers = {field: count(len(taken) + 1) for field, taken in self._ids.items()}
        self._named: defaultdict[str, set[str]] = defaultdict(set)  # the names of those that were added
        self._known_sources: dict[str, str] = {}  # their ids, by what is said of them
        for source in self.tree.get("sources", []):
            self._remember_source(source)
        self._sources: dict[str, str] = {}  # the ids of the document's sources here, by those they have there
        self._quotes: dict[str, str] = {}

    def name_by_words(self) -> None:
        """Give the article an id made of its words, if it has none: its text, or its headline where that is all."""
        text, headline = str(self.tree["text"]), self.tree.get("headline")
        self.tree.setdefault("id", content_id(text, headline if is_storable(headline) and not text else None))

    def lose(self, code: LossCode, path: Path, reason: str) -> None:
        """Report something that is not carried as it is; the path is the foreign document's."""
        self._losses.append(Loss(code, path, reason))

    def lose_unread(self, node: Node, ignored: frozenset[str]) -> None:
        """Report what was not taken of a node; under the ignored keys nothing is said."""
        for path in node.unread(ignored):
            self.lose(LossCode.NO_PLACE, path, _NO_FIELD)

    def came_from(self, node: Tree, path: Path) -> Tree:
        """Remember where in the foreign document a part of the tree comes from."""
        self._origins[id(node)] = path
        return node

    def read(self, field: str, value: object, path: Path, *, base: str | None = None) -> None:
        """Take the value for a field of the article; an empty string says nothing.

        Unless reading is strict, dates are read in any form, of a time without an offset the date; an address is made
        whole by another one of the document, `base`, and an identifier that is not a URI becomes a URN that keeps it.
        """
        if isinstance(value, str):
            value = str(value)  # of a class of somebody else's
        if not self._strict:
            value = self._read_leniently(field, value, path, base)
        if value not in (None, ""):
            self.tree[field] = value
            self._fields[field] = path

    def _read_leniently(self, field: str, value: object, path: Path, base: str | None) -> object:
        if field in _DATES:
            return self._moment(value, path)
        if field in ("id", "url") and isinstance(value, str) and value.strip():
            made = to_uri(value, base) if field == "url" or base else to_id(value, self._name)
            if made != value:
                self.lose(LossCode.CHANGED, path, f"{format_json_value(value)} is not a URI; it became {made}")
            return made
        return value

    def _moment(self, value: object, path: Path) -> object:
        found = parse_date(value)
        if found is None:
            return value
        if isinstance(found, datetime) and found.utcoffset() is None:
            if found.time() != time():
                self.lose(LossCode.CHANGED, path, f"the time {found} has no offset from UTC; its date alone is kept")
            return found.date()
        return found

    def take(self, field: str, node: Node, *, base: str | None = None) -> None:
        """Take a node's value for a field of the article."""
        if node and field not in self.tree:
            self.read(field, self.words(node), node.path, base=base)

    def words(self, node: Node) -> Any:
        """The value of a node, which is read by that; a text without its tags and entities where it may have some."""
        value = node.take()
        if not self._markup or not isinstance(value, str):
            return value
        if not has_markup(value):
            return value.strip()
        self.lose(LossCode.CHANGED, node.path, "it was marked up; tags and entities are taken out")
        return " ".join(without_markup(value).split())

    def add(self, field: str, path: Path, **fields: Any) -> None:
        """Add an author, a subject or a correction, of the fields that hold something."""
        self.tree.setdefault(field, []).append(self.came_from(without_nothing(**fields), path))
        if isinstance(fields.get("name"), str):
            self._named[field].add(fields["name"])

    def add_new(self, field: str, path: Path, *, name: str, **fields: Any) -> None:
        """Add an author or a subject, unless there is one of this name."""
        if name not in self._named[field]:
            self.add(field, path, name=name, **fields)

    # Annotators.

    def add_annotator(self, fields: Tree, path: Path) -> None:
        """Add an annotator, unless there is one of this id."""
        if fields["id"] not in self._ids["annotators"]:
            self._ids["annotators"].add(fields["id"])
            self.tree.setdefault("annotators", []).append(self.came_from(fields, path))

    def seen_by(self, quote: Tree, annotator: str) -> None:
        """Let one who has seen a quote be the last of its annotators, of whom all that the base has are the first."""
        before = quote.get("annotators") or self.annotators
        quote["annotators"] = [*(name for name in before if name != annotator), annotator]

    # Spans.

    def place(self, path: Path, words: object, part: str = "text", **known: Any) -> Tree | None:
        """A span's tree: the words in their place, or without one; `None` where there are no words.

        What is known of the place is given as for a `Selection`.
        """
        if not is_storable(words):
            if words not in (None, ""):
                self.lose(LossCode.UNREADABLE, path, f"expected words, got {format_json_value(words)}")
            return None
        found = self.locate(part, Selection(words, **known))
        if isinstance(found, Lost):
            self.lose_place(path, words, found)
            return {"text": words, "start": None, "end": None, "part": part}
        start, end = found
        text = self.search_of(part).text[start:end]
        if text != words:
            self.lose(LossCode.CHANGED, path, f"{format_json_value(words)} now reads {format_json_value(text)}")
        return {"text": text, "start": start, "end": end, "part": part}

    def lose_place(self, path: Path, words: str, lost: Lost) -> None:
        """Report words that are kept without their place."""
        self.lose(LossCode.UNPLACED, path, f"{format_json_value(words)} has lost its place: {lost.reason}")

    def locate(self, part: str, selection: Selection) -> tuple[int, int] | Lost:
        """Where words stand in a part of the article."""
        return self.search_of(part).find(selection)

    def quote_name(self, name: object) -> object:
        """The id that a quote of the document has here, by the one it has there."""
        return self._quotes.get(name, name) if isinstance(name, str) else None

    def search_of(self, part: str) -> TextSearch:
        """What finds words in a part of the article."""
        if part not in self._searches:
            text = self.tree.get(part)
            self._searches[part] = TextSearch(text if isinstance(text, str) else "")
        return self._searches[part]

    def offsets_of(self, part: str) -> Offsets:
        """What counts positions in a part of the article in other units."""
        if part not in self._offsets:
            self._offsets[part] = Offsets(self.search_of(part).text)
        return self._offsets[part]

    def pieces(self, span: Tree) -> list[Tree]:
        """The fragments of a span: what is between quotation marks is verbatim, the rest reported."""
        start = span["start"]
        body = span["text"] if start is None else self.search_of(span["part"]).text
        end = len(body) if start is None else span["end"]
        found: list[Tree] = []
        for left, right, verbatim in pieces_between_marks(body, start or 0, end, to_the_end=True):
            place = {} if start is None else {"start": left, "end": right}
            found.append({**span, "text": body[left:right], **place, "verbatim": verbatim})
        return found

    # Sources and quotes.

    def source(self, words: object, **fields: Any) -> str | None:
        """The id of the source of this name or description, a new one where there is none yet.

        A name is what begins with a capital and with no article or pronoun; other words describe somebody whom only a
        reader of the text can make out.
        """
        name = words_of(words)
        if name is None or not is_storable(name):
            return None
        if name[0].isupper() and not _NO_NAME.match(name):
            fields = {"name": name, **fields}
        elif not _NO_NAME.fullmatch(name):
            fields = {"description": name, "anonymity": "unresolved", **fields}
        else:
            return None  # a pronoun alone names nobody
        return self.add_source(without_nothing(**fields))

    def add_source(self, fields: Tree) -> str:
        """The id of a source with these fields, a new one where there is none yet."""
        known = self._known_sources.get(_key_of(fields))
        if known is not None:
            return known
        fields["id"] = self._new_id("sources", fields.get("id"))
        self.tree.setdefault("sources", []).append(fields)
        self._remember_source(fields)
        return str(fields["id"])

    def _remember_source(self, fields: Tree) -> None:
        """Let a source be found by all that is said of it, with its id and without, and by its name alone."""
        described = {name: value for name, value in fields.items() if name in ("description", "anonymity")}
        unnamed = {name: value for name, value in fields.items() if name != "id"}
        for key in (fields, unnamed, {"name": fields["name"]} if "name" in fields else described):
            self._known_sources.setdefault(_key_of(key), str(fields["id"]))

    def quote(
        self, path: Path, content: Sequence[Tree | None], attribution: Tree, *, verbatim: bool = False, **fields: Any
    ) -> None:
        """Add a quote of the spans of what was said, marks and all: the marks tell its kind.

        Where there is no mark anywhere, `verbatim` tells whether it is direct or indirect.
        """
        spans = [span for span in content if span is not None]
        pieces = [piece for span in spans for piece in self.pieces(span)]
        if not pieces:
            self.lose(LossCode.UNREADABLE, path, "nothing of what was said could be read")
            return
        if verbatim and not any(piece["verbatim"] for piece in pieces):
            pieces = [{**piece, "verbatim": True} for piece in pieces]
        quote = {"kind": kind_of(pieces), "content": pieces, "attribution": without_nothing(**attribution), **fields}
        self.add_quote(path, quote)

    def add_quote(self, path: Path, quote: Tree) -> None:
        """Add a quote; its id is kept where it is free, and its pieces are put in reading order."""
        content = quote.get("content", [])
        if content and all(piece.get("part", "text") == "text" and piece.get("start") is not None for piece in content):
            quote["content"] = sorted(content, key=lambda piece: piece["start"])
        name = self._new_id("quotes", quote.get("id"))
        if isinstance(quote.get("id"), str):
            self._quotes[quote["id"]] = name
        self.tree.setdefault("quotes", []).append(self.came_from({**quote, "id": name}, path))

    def _new_id(self, field: str, wanted: object) -> str:
        """The id that is wanted where it is free, else the first of its kind that is."""
        taken = self._ids[field]
        names = (f"{field[0]}{number}" for number in self._numbers[field])  # goes on where the last one ended
        usable = isinstance(wanted, str) and wanted and wanted not in taken
        name = str(wanted) if usable else next(name for name in names if name not in taken)
        taken.add(name)
        return name

    def attach(self, path: Path, details: Tree, span_of: SpanOf, speaker: object = None) -> None:
        """Add a quote that `detached` took apart.

        Args:
            path: Where it stands in the document.
            details: What it is, but for the words and places that stand elsewhere there.
            span_of: Gives a span by its key and the part that it is in.
            speaker: The name of its source, for where the document does not have it any more.
        """
        quote = {name: value for name, value in details.items() if name != "sources"}
        for name in ("content", "edits"):
            nodes = [self._filled(path, node, span_of) for node in as_list(quote.pop(name, None))]
            quote |= {name: [node for node in nodes if node is not None]} if nodes else {}
        if is_object(quote.get("attribution")):
            quote["attribution"] = self._attribution(path, quote["attribution"], span_of, speaker)
        self.add_quote(path, quote)

    def _attribution(self, path: Path, details: Mapping[str, Any], span_of: SpanOf, speaker: object) -> Tree:
        """An attribution with the words and places of its spans, by a source of this article."""
        filled = dict(details)
        for name in sorted(filled.keys() & SPAN_FIELDS):
            filled[name] = self._filled(path, filled[name], span_of)
        if isinstance(filled.get("source"), str):
            filled["source"] = self._sources.get(filled["source"]) or self.source(speaker) or filled["source"]
        return {name: node for name, node in filled.items() if node is not None}

    def attach_sources(self, path: Path, sources: object) -> None:
        """Add a document's sources, each once."""
        for index, source in enumerate(as_list(sources)):
            if not is_object(source) or not isinstance(source.get("id"), str):
                self.lose(LossCode.UNREADABLE, (*path, index), "a source has an id")
            elif source["id"] not in self._sources:
                self._sources[source["id"]] = self.add_source(self.came_from(dict(source), (*path, index)))

    def _filled(self, path: Path, node: Any, span_of: SpanOf) -> Tree | None:
        """A span's node with its words and place."""
        if not is_object(node):
            self.lose(LossCode.UNREADABLE, path, f"expected a span, got {format_json_value(node)}")
            return None
        rest = {name: value for name, value in node.items() if name not in ("target", "text", "start", "end")}
        part = str(node.get("part", "text"))
        if "target" in node:
            span = span_of(str(node["target"]), part)
        elif isinstance(node.get("start"), int):
            span = self.place(path, node.get("text"), part, start=node["start"])
        else:  # it never had a place
            span = {"text": node.get("text")}
        return None if span is None else {**span, **rest}

    # The end.

    def finish_with_rest(
        self,
        name: str,
        document: Node,
        canonical: Canonical | None = None,
        ignored: frozenset[str] = frozenset(),
    ) -> tuple[Article, Report]:
        """The article, with what of the document it does not say itself in `extra`, under a name.

        Of a format that is written, `canonical` makes the document that the article's own fields make: what it does not
        give back is kept, for its form. Of other formats it is what was not taken, or was refused. What was not taken
        is reported, unless the article says it.
        """
        given: Mapping[str, Any] = document.value
        article, _ = self.finish()
        unread = list(document.unread(ignored))
        if unread == [()]:  # nothing was taken at all
            unread = [(key,) for key in given]
        if canonical is None:
            said = given.keys() - {path[0] for path in (*self._refused, *unread) if path}
        else:
            ours = canonical(article)
            said = {key for key, value in given.items() if ours.get(key) == value}
        self._keep(name, {key: value for key, value in given.items() if key not in said and is_json(value)})
        article, _ = self.finish()
        there = article.extra.get(name, {})
        for path in (path for path in unread if path[0] not in said):
            if path[0] in there:
                self.lose(LossCode.KEPT, path, f"there is no field for it; it is in extra under {name}")
            else:
                self.lose(LossCode.NO_PLACE, path, _NO_FIELD)
        return article, Report(tuple(self._losses))

    def _keep(self, name: str, rest: Tree) -> None:
        """Put a part of the document into `extra`, under a name, beside what stands there."""
        extra = self.tree.get("extra", {})
        known = extra.get(name)
        if rest:
            kept = {**rest, **known} if is_object(known) else rest
            self.tree["extra"] = {**extra, name: self.came_from(kept, ())}

    def finish(self) -> tuple[Article, Report]:
        """The article, and a report of what is not in it.

        Raises:
            ValidationError: What is at fault, where reading is strict or no article is left without it.
        """
        self._refer()
        while True:
            try:
                return without_repeated(from_dict(self.tree), self._base_quotes), Report(tuple(self._losses))
            except ValidationError as error:
                faults = [Issue(issue.code, self._origin(issue.path), issue.message) for issue in error.issues]
                if self._strict or not self._take_out([issue.path for issue in error.issues]):
                    raise ValidationError(faults) from None
                self._refused += [fault.path for fault in faults]
                self._losses += [Loss(LossCode.UNREADABLE, fault.path, fault.message) for fault in faults]

    def _refer(self) -> None:
        """Let what refers to a quote or a source of the document refer to it by the id that it has here."""
        for node in (*self.tree.get("quotes", []), *self.tree.get("sources", [])):
            if id(node) in self._origins:  # not of the base, whose ids are as they were
                if isinstance(node.get("parent"), str):
                    node["parent"] = self._quotes.get(node["parent"], node["parent"])
                if isinstance(node.get("members"), list):
                    node["members"] = [
                        self._sources.get(name, name) if isinstance(name, str) else name for name in node["members"]
                    ]
        self._quotes, self._sources = {}, {}

    def _origin(self, path: Path) -> Path:
        """Where in the foreign document the thing at a path of the tree comes from."""
        origin: Path = ()
        done = 0
        for depth, node in enumerate(along(path, self.tree)):
            if depth == 1:
                origin, done = self._fields.get(str(path[0]), path[:1]), 1
            if id(node) in self._origins:
                origin, done = self._origins[id(node)], depth
        return (*origin, *path[done:])

    def _take_out(self, paths: Sequence[Path]) -> bool:
        """Remove what is at fault, or what should have what is missing; false where no article would be left."""
        found = {path[: len(list(along(path, self.tree))) - 1] for path in paths}
        if found & _NEEDED:
            return False
        # What lies deep in `extra` goes as a whole: it is the caller's.
        faulty = {path[:3] if path[0] == "extra" else path for path in found}
        _remove([(list(along(path[:-1], self.tree))[-1], path[-1]) for path in faulty])
        self.name_by_words()
        return True


def _remove(places: Iterable[tuple[Any, str | int]]) -> None:
    """Take items out of objects and lists, out of each list all at once."""
    lists: dict[int, tuple[Any, set[Any]]] = {}
    for holder, step in places:
        if is_list(holder):
            lists.setdefault(id(holder), (holder, set()))[1].add(step)
        else:
            del holder[step]
    for items, steps in lists.values():
        items[:] = [item for index, item in enumerate(items) if index not in steps]


def _key_of(fields: Mapping[str, Any]) -> str:
    """What equal fields have in common, whatever they hold."""
    return repr(sorted(fields.items(), key=lambda field: str(field[0])))
