"""An article in the making: plain data of our own shape, filled from another format and then settled.

Readers put what they find into a tree as it is: `ArticleBuilder.read` takes a field, `add` an author or a subject,
`place`, `quote` and `source` make quotations (see `_quotations`), and `lose(code, path, reason)` reports what is not
carried over. `finish` builds the article and the report; whatever the model refuses is taken out and reported with the
place it came from, so that a bad date does not cost a story. Strict reading refuses instead.

`Document.of(document)` gives a reader the forms of its input: `text`, `data` (decoded JSON) and `root` (the root
element of XML). A module lists its formats in `FORMATS`; a format whose document holds several articles has
`read_each`, and its `fields`, a `Row` for each field of the model, make the table in the documentation. `_registry`
lists the modules.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, time
from typing import Any, Final

from newsschema import Article, Issue, ValidationError, content_id, from_dict, to_dict
from newsschema._model.containers import along, is_list, is_object
from newsschema._model.errors import Path
from newsschema.interop._dates import parse_date
from newsschema.interop._markup import has_markup, without_markup
from newsschema.interop._node import Node
from newsschema.interop._pieces import Tree, without_repeated
from newsschema.interop._plain import format_json_value, is_json, is_storable, refusal, without_nothing
from newsschema.interop._quotations import QuotationBuilder
from newsschema.interop._report import Loss, LossCode, Report
from newsschema.interop._uris import to_id, to_uri

Canonical = Callable[[Article], Tree]
"""Makes a document of an article's own fields."""

_DATES: Final = frozenset({"published", "updated", "embargoed_until"})
_NAMES: Final = frozenset({"id", "version"})
"""Fields whose value may be a number in other formats."""
_NEEDED: Final = frozenset({(), ("text",), ("schema_version",)})
"""Without what stands at these paths there is no article."""
_NO_FIELD: Final = "the model has no place for it"


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


class ArticleBuilder(QuotationBuilder):
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
        super().__init__(base)
        self._name, self._markup = name, markup
        self._strict = strict
        self._refused: list[Path] = []
        self._fields: dict[str, Path] = {}  # where the fields of the article come from
        self._named: defaultdict[str, set[str]] = defaultdict(set)  # the names of those that were added

    def name_by_words(self) -> None:
        """Give the article an id made of its words, if it has none: its text, or its headline where that is all."""
        text, headline = str(self.tree["text"]), self.tree.get("headline")
        self.tree.setdefault("id", content_id(text, headline if is_storable(headline) and not text else None))

    def refuse(self, path: Path, expected: str, value: object) -> None:
        """Report a value that is not what it should be; strict reading refuses the document for it.

        Raises:
            ValidationError: Reading is strict.
        """
        message = f"expected {expected}, got {format_json_value(value)}"
        if self._strict:
            raise refusal(path, message)
        self.lose(LossCode.UNREADABLE, path, message)

    def lose_unread(self, node: Node, ignored: frozenset[str]) -> None:
        """Report what was not taken of a node; under the ignored keys nothing is said."""
        for path in node.unread(ignored):
            self.lose(LossCode.NO_PLACE, path, _NO_FIELD)

    def read(self, field: str, value: object, path: Path, *, base: str | None = None) -> None:
        """Take the value for a field of the article; an empty string says nothing.

        Unless reading is strict, dates are read in any form, of a time without an offset the date; an address is made
        whole by another one of the document, `base`, and an identifier that is not a URI becomes a URN that keeps it.
        """
        if isinstance(value, str):
            value = str(value)  # of a class of somebody else's
        elif field in _NAMES and type(value) in (int, float):
            value = str(value)
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

    def add_named(self, field: str, path: Path, name: object, **fields: Any) -> None:
        """Add an author or a subject of a name, once; what is no name is reported."""
        if is_storable(name):
            self.add_new(field, path, name=name, **fields)
        else:
            self.refuse(path, "a name", name)

    def add_new(self, field: str, path: Path, *, name: str, **fields: Any) -> None:
        """Add an author or a subject, unless there is one of this name."""
        if name not in self._named[field]:
            self.add(field, path, name=name, **fields)

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
