"""Annotations of a text that has changed since: what all of them select is placed together, that of one by the others.

Annotations are read twice. A `Collector` reads them first, only for what they select; the places that all of that has
in the new text are then what a second reader finds.
"""

from typing import Any, Final

from newsschema import Fragment, Part, Span
from newsschema._anchoring._places import Lost
from newsschema._anchoring._quotes import Names, Speech, Wanted
from newsschema._anchoring._search import Selection
from newsschema._anchoring._sketch import place_all
from newsschema._model.anchors import SPAN_FIELDS
from newsschema._model.containers import is_object
from newsschema._model.errors import Path
from newsschema.interop._builder import ArticleBuilder
from newsschema.interop._pieces import Tree
from newsschema.interop._plain import as_list, field_of, is_storable
from newsschema.interop._quotations import Wish

_NUMBER: Final = "number of the selection"


class Collector(ArticleBuilder):
    """An article whose annotations are read only for what they select."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._wishes: dict[Wish, int] = {}
        self._selections: dict[int, Selection] = {}
        self._before = len(self.tree.get("quotes", []))

    def place(self, path: Path, words: object, part: str = "text", **known: Any) -> Tree | None:
        """A span without a place, that knows the number of its selection."""
        if not is_storable(words):
            return None
        selection = Selection(words, **known)
        number = self._wishes.setdefault((path, part, selection), len(self._selections))
        self._selections[number] = selection
        return {"text": words, "start": None, "end": None, "part": part, _NUMBER: number}

    def placed(self) -> dict[Wish, tuple[int, int] | Lost]:
        """The place of what each quote that was read selects."""
        quotes = self.tree.get("quotes", [])[self._before :]
        speeches = {quote["id"]: self._speech(quote) for quote in quotes}
        for quote in quotes:
            speech, parent = speeches[quote["id"]], speeches.get(str(self.quote_name(quote.get("parent"))))
            if parent is not None and speech not in parent.chain():  # else it would be inside itself
                speech.parent = parent
        used = {one.path[-1] for speech in speeches.values() for one in speech.spans()}
        texts = {part: words for part in Part if isinstance(words := self.tree.get(part.value), str)}
        mine = {number: one for number, one in self._selections.items() if number in used}
        found = place_all(texts, list(speeches.values()), mine)
        return {wish: found[number] for wish, number in self._wishes.items() if number in found}

    def _speech(self, quote: Tree) -> Speech:
        """What a quote selects, by its role."""
        said = quote.get("attribution")
        around: Tree = dict(said) if is_object(said) else {}
        speech = Speech(self._names(around))
        speech.content = [*filter(None, map(self._wanted, as_list(quote.get("content"))))]
        speech.edits = [*filter(None, map(self._wanted, as_list(quote.get("edits"))))]
        found = {name: self._wanted(around.get(name)) for name in SPAN_FIELDS}
        speech.around = {name: one for name, one in found.items() if one is not None}
        return speech

    def _wanted(self, node: object) -> Wanted | None:
        """A span that selects something in a part that the article has."""
        number = field_of(node, _NUMBER) if is_object(node) else None
        part = str(field_of(node, "part"))
        if number is None or part not in [one.value for one in Part] or self.tree.get(part) is None:
            return None
        selection = self._selections[number]
        start = selection.start or 0
        place: Tree = {"text": selection.words, "start": start, "end": start + len(selection.words), "part": part}
        marked = field_of(node, "verbatim")
        return Wanted((number,), Span(**place) if marked is None else Fragment(**place, verbatim=marked is True))

    def _names(self, said: Tree) -> Names:
        """The words for the source of a quote."""
        sources: list[Tree] = self.tree.get("sources", [])
        source = next((one for one in sources if one.get("id") == said.get("source")), Tree())
        told: list[Any] = [source.get(name) for name in ("role", "affiliation", "description")]
        words = [one for one in (*told, field_of(said.get("mention"), "text")) if isinstance(one, str)]
        name = source.get("name")
        return Names.of(name if isinstance(name, str) else None, words)
