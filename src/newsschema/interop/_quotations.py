"""The quotations of an article in the making: their words are placed, and their sources known.

`place` finds words, `quote` and `source` make quotations of them, and `attach` puts together what `detached` took
apart. `lose(code, path, reason)` reports what is not carried over.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import count
from typing import Any, Final

from newsschema import Article, Offsets, content_id, to_dict
from newsschema._anchoring._places import Lost
from newsschema._anchoring._search import Selection, TextSearch
from newsschema._json.version import SCHEMA_VERSION
from newsschema._marks import pieces_between_marks
from newsschema._model.anchors import SPAN_FIELDS
from newsschema._model.containers import is_object
from newsschema._model.errors import Path
from newsschema._model.own import require
from newsschema.interop._pieces import Tree, kind_of
from newsschema.interop._plain import as_list, format_json_value, is_storable, without_nothing, words_of
from newsschema.interop._report import Loss, LossCode

SpanOf = Callable[[str, str], Tree | None]
Wish = tuple[Path, str, Selection]
"""What is to be placed: where it stands in the document, in which part, and what is known of it."""

NEAR: Final = 400
"""Characters on either side of a quotation in which its speaker, its cue and the rest are looked for."""
_NO_NAME: Final = re.compile(
    r"(?:an?|the|his|her|its|their|some|one|another|he|she|it|they|we|i|you|who|which)\b", re.IGNORECASE
)


class QuotationBuilder:
    """The sources, the annotators and the quotes of an article that is being read from another format.

    Args:
        base: The text that the document speaks of, or the article; `None` where the document has it itself.
    """

    def __init__(self, base: Article | str | None) -> None:
        if isinstance(base, str):
            base = Article(id=content_id(base), text=base)
        elif base is not None:
            require(Article, base, " or its text")
        self.tree: Tree = {"schema_version": SCHEMA_VERSION} if base is None else to_dict(base)
        self._base_quotes = 0 if base is None else len(base.quotes)
        self._losses: list[Loss] = []
        self._origins: dict[int, Path] = {}
        self._searches: dict[str, TextSearch] = {}
        self._offsets: dict[str, Offsets] = {}
        self.known_places: Mapping[Wish, tuple[int, int] | Lost] = {}
        """The places that are known already."""
        self.annotators: list[str] = [annotator["id"] for annotator in self.tree.get("annotators", [])]
        """The ids of those that the base has."""
        self._ids = {
            field: {item["id"] for item in self.tree.get(field, [])} for field in ("sources", "quotes", "annotators")
        }
        self._numbers = {field: count(len(taken) + 1) for field, taken in self._ids.items()}
        self._known_sources: dict[str, str] = {}  # their ids, by what is said of them
        for source in self.tree.get("sources", []):
            self._remember_source(source)
        self._sources: dict[str, str] = {}  # the ids of the document's sources here, by those they have there
        self._quotes: dict[str, str] = {}

    def lose(self, code: LossCode, path: Path, reason: str) -> None:
        """Report something that is not carried as it is; the path is the foreign document's."""
        self._losses.append(Loss(code, path, reason))

    def came_from(self, node: Tree, path: Path) -> Tree:
        """Remember where in the foreign document a part of the tree comes from."""
        self._origins[id(node)] = path
        return node

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
        found = self._locate(path, part, Selection(words, **known))
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

    def _locate(self, path: Path, part: str, selection: Selection) -> tuple[int, int] | Lost:
        """Where words stand in a part of the article, of which something at a path of the document speaks."""
        known = self.known_places.get((path, part, selection))
        return self.search_of(part).find(selection) if known is None else known

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


def _key_of(fields: Mapping[str, Any]) -> str:
    """What equal fields have in common, whatever they hold."""
    return repr(sorted(fields.items(), key=lambda field: str(field[0])))
