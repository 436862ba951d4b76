"""What is edited as plain data: words as spans, parts by their ids, quotes in order; and which call made a fault."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import Any, Final

from attrs import define

from newsschema._editing._records import ATTRIBUTED, HINTS, REFERENCES, Record, Records
from newsschema._editing._refs import (
    SINGLE_MEMBER,
    WORDS_AMBIGUOUS,
    WORDS_NOT_FOUND,
    Call,
    EditFault,
    is_quote,
)
from newsschema._editing._words import Hints, Missing, located
from newsschema._json.version import SCHEMA_VERSION
from newsschema._json.write import to_dict
from newsschema._model.anchors import SPAN_FIELDS
from newsschema._model.base import Model
from newsschema._model.containers import is_list
from newsschema._model.enums import Part
from newsschema._model.errors import Code, Issue, ValidationError
from newsschema._model.finding import position
from newsschema._model.keys import content_id
from newsschema._model.messages import format_value
from newsschema._model.types import Annotator, Article, Fragment, Quote, Source, Span
from newsschema._model.values import InvalidValue
from newsschema._model.words import AmbiguousWordsError

_PARTS: Final = tuple(part.value for part in Part)
_MISPLACED: Final = frozenset((Code.SPAN_MISMATCH, Code.SPAN_OUTSIDE))


@define
class Draft:
    """An article as plain data, its parts in their order, and the words in it that have no place."""

    tree: dict[str, Any]
    lists: dict[str, list[Record]]
    faults: list[EditFault]


def draft_of(records: Records, annotator: Annotator | None) -> Draft:
    """The article as plain data; the annotator is named at the quotes that were touched."""
    located = Located(records)
    lists = records.lists()
    made = {
        record: _resolved(records, record, located.fields(record) if record.cls is Quote else _given(record))
        for record in chain.from_iterable(lists.values())
    }
    added = _annotate(lists, made, annotator) if annotator else []
    lists["quotes"] = _in_order(lists["quotes"], made)
    tree = {name: _plain(value) for name, value in _given(records.article).items()}
    trees: dict[str, list[Any]] = {
        name: [_tree(made[record], quote=record.cls is Quote) for record in those] for name, those in lists.items()
    }
    trees["annotators"] += added
    tree |= {name: parts for name, parts in trees.items() if parts}
    if "id" not in tree:
        tree["id"] = content_id(*_words_of(tree))
    return Draft({"schema_version": SCHEMA_VERSION, **tree}, lists, _faults(records, located, lists, made))


def _faults(
    records: Records, located: "Located", lists: Mapping[str, Sequence[Record]], made: Mapping[Record, dict[str, Any]]
) -> list[EditFault]:
    """What is wrong beside what a document can have: words that have no place, and groups of one."""
    quotes = enumerate(lists["quotes"])
    faults = [_fault(index, record, *one) for index, record in quotes for one in located.missing[record]]
    for index, record in enumerate(lists["sources"]):
        faults += _left_alone(records, index, record, made[record])
    return faults


def _given(record: Record) -> dict[str, Any]:
    """The fields of a part that hold something."""
    return {name: value for name, value in record.fields.items() if value is not None}


def explained(records: Records, issue: Issue, draft: Draft) -> EditFault:
    """A fault with the call that made it: that which gave the value, or took away what it refers to."""
    where, *rest = issue.path or ("",)
    parts = draft.lists.get(str(where), ())
    if not (rest and isinstance(rest[0], int) and rest[0] < len(parts)):
        return EditFault(issue, records.article.call(str(where)))
    record = parts[rest[0]]
    return EditFault(issue, _removal(records, record, issue, draft.tree) or record.call(*rest))


def _removal(records: Records, record: Record, issue: Issue, tree: Any) -> Call | None:
    """The call that took away what the value at fault refers to."""
    kinds = [REFERENCES.get(record.cls, {}).get(str(step)) for step in issue.path]
    kind = next(filter(None, kinds), None)
    for step in issue.path if kind else ():
        tree = tree[step]
    return records.removed.get((kind, tree)) if kind and isinstance(tree, str) else None


def gathered(records: Records, faults: list[EditFault]) -> list[EditFault]:
    """Faults, with one for all the spans that were there and that a changed text left behind."""
    left = [fault for fault in faults if fault.call is None and fault.issue.code in _MISPLACED]
    if not left:
        return faults
    part = next(name for name in _PARTS if name in records.article.calls)
    spans = "a span of a quote does" if len(left) == 1 else f"{len(left)} spans of quotes do"
    message = f"{spans} not fit the new {part}: use newsschema.reanchor(article, {part}=...), which moves the quotes"
    told = EditFault(Issue(Code.SPAN_MISMATCH, (part,), message), records.article.call(part))
    return [told, *(fault for fault in faults if fault not in left)]


# Words.


class Located:
    """The quotes of an editor as they are now, with spans for words; each is located once.

    Attributes:
        missing: What of each quote has no place.
    """

    def __init__(self, records: Records) -> None:
        self.missing: defaultdict[Record, list[Missing]] = defaultdict(list)
        self._records = records
        self._base = _base_of(records)
        self._made: dict[Record, dict[str, Any]] = {}

    def fields(self, record: Record) -> dict[str, Any]:
        """The fields of a quote with spans for words. Those that it is near to are located first."""
        ahead: dict[Record, None] = {}
        one: Record | None = record
        while one is not None and one not in ahead and one not in self._made:
            ahead[one] = None
            one = self._records.quote(near) if is_quote(near := one.fields.get("near")) else None
        for one in reversed(ahead):
            self._made[one] = self._locate(one)
        return self._made[record]

    def _locate(self, record: Record) -> dict[str, Any]:
        fields = {name: value for name, value in _given(record).items() if name not in HINTS}
        hints = self._hints(record) if self._base is not None else None
        if self._base is not None and hints is not None:
            fields = located(self._base, fields, hints, self.missing[record])
        return _without_words(fields)

    def _hints(self, record: Record) -> Hints | None:
        """Where the words of a quote are; `None` where that is at fault."""
        hints: dict[str, Any] = {}
        missing = self.missing[record]
        for name, parse in HINTS.items():
            value = record.fields.get(name)
            try:
                hints[name] = None if value is None else parse(value)
            except InvalidValue as error:
                missing.append((name, error))
        if len(hints) < len(HINTS):
            return None
        if None not in (hints["near"], hints["occurrence"]):
            missing.append(("content", ValueError("give near or occurrence, not both")))
            return None
        try:
            near = self._placed(hints["near"]) if is_quote(hints["near"]) else self._in_place(hints["near"])
        except ValueError as error:
            missing.append(("content", error))
            return None
        return Hints(near, hints["occurrence"], hints["part"])

    def _in_place(self, near: Any) -> Any:
        """What is no quote and words are near to; a span, as it reads in the article.

        Raises:
            ValueError: It reads otherwise.
        """
        part = self._base.part(near.part) if self._base is not None and isinstance(near, Span) else None
        if part is not None and near.start is not None and part[near.start : near.end] != near.text:
            raise ValueError(f"near: the {near.part} does not have {format_value(near.text)} at {near.start}")
        return near

    def _placed(self, near: Any) -> Quote:
        """A quote that words are near to, with its pieces in their places.

        Raises:
            ValueError: It has none.
        """
        record = self._records.quote(near)
        if record is not None and record not in self._made:  # all else that it is near to has been located
            raise ValueError(f"near forms a circle: the place of the quote {near.id!r} depends on that of this quote")
        content = self._made[record].get("content", ()) if record else ()
        spans = [piece for piece in content if isinstance(piece, Fragment) and piece.start is not None]
        if not spans:
            raise ValueError(f"the quote {near.id!r} has no place that anything could be near to")
        return Quote(id=near.id, kind="epithet", content=[span.replace(verbatim=True) for span in spans])


def _base_of(records: Records) -> Article | None:
    """An article of the words alone, to look for words in; `None` where these are at fault, which is told later."""
    fields = records.article.fields
    try:
        return _base(*(fields.get(name) for name in _PARTS))
    except (ValidationError, TypeError):
        return None


@lru_cache(maxsize=16)
def _base(*words: Any) -> Article:
    given = {name: value for name, value in zip(_PARTS, words, strict=True) if value is not None}
    return Article(id="urn:newsschema:words", **given)


def _words_of(tree: Mapping[str, Any]) -> tuple[str, str | None]:
    """The text and the headline, as far as they are such."""
    text, headline = tree.get("text"), tree.get("headline")
    return text if isinstance(text, str) else "", headline if isinstance(headline, str) else None


def _without_words(fields: dict[str, Any]) -> dict[str, Any]:
    """The fields with spans that have no place for words that were not found."""
    made = dict(fields)
    made["content"] = [
        Fragment(text=words, verbatim=made.get("kind") != "indirect") if words else item
        for item in _several(made.get("content", ()))
        for words in [item if isinstance(item, str) else item.text if type(item) is Span else None]
    ]
    made.setdefault("kind", "direct")
    return {name: value for name, value in made.items() if name not in SPAN_FIELDS or not isinstance(value, str)}


def _fault(index: int, record: Record, name: str, error: Exception) -> EditFault:
    """Words of a quote that have no place, or a hint that is none, as a fault."""
    path = ("quotes", index, *(("attribution",) if name in ATTRIBUTED else ()), name)
    code = WORDS_AMBIGUOUS if isinstance(error, AmbiguousWordsError) else WORDS_NOT_FOUND
    return EditFault(Issue(getattr(error, "code", code), path, str(error)), record.call(name))


# References, and who found or changed the quotes.


def _resolved(records: Records, record: Record, fields: dict[str, Any]) -> dict[str, Any]:
    """The fields with ids for what refers to other parts."""
    made = dict(fields)
    for name, kind in REFERENCES.get(record.cls, {}).items():
        value = made.get(name)
        if is_list(value):
            ids = [records.id_of(item, kind) for item in value]
            made[name] = [one for one in dict.fromkeys(ids) if (record.cls, one) != (Source, record.ref.id)]
        elif value is not None:
            made[name] = records.id_of(value, kind)
    return made


def _left_alone(records: Records, index: int, record: Record, made: Mapping[str, Any]) -> Iterator[EditFault]:
    """That a group has one member left, since others were merged: whether its words are that one's, nobody said."""
    given, left = record.fields.get("members"), made.get("members")
    if not (is_list(given) and len(given) > 1 and is_list(left) and len(left) == 1):
        return
    names = [getattr(one, "id", one) for one in given]
    calls = [records.removed[Source, name] for name in names if records.id_of(name, Source) != name]
    if calls:
        message = f"the group has one member left, {left[0]!r}: merge the group into it too, or change its members"
        yield EditFault(Issue(SINGLE_MEMBER, ("sources", index, "members"), message), calls[-1])


def _annotate(
    lists: Mapping[str, Sequence[Record]], made: Mapping[Record, dict[str, Any]], annotator: Annotator
) -> list[dict[str, Any]]:
    """Name the annotator of this edit at each quote that it touched, and who was before at each other one."""
    quotes = lists["quotes"]
    if not any(record.touched for record in quotes):
        return []
    before = [record.ref.id for record in lists["annotators"]]
    for record in quotes:
        fields = made[record]
        given = list(fields.get("annotators") or (before if record.original is not None else ()))
        if record.touched and annotator.id not in given:
            given.append(annotator.id)
        fields["annotators"] = given
    return [] if annotator.id in before else [_plain(annotator)]


# The order of the quotes.


def _in_order(records: Sequence[Record], made: Mapping[Record, dict[str, Any]]) -> list[Record]:
    """Quotes that were there in their order, each new one before the first that begins after it."""
    keys: dict[Record, tuple[int, int]] = {}
    last = (0, 0)
    for record in sorted(records, key=lambda record: record.original is None):
        mine = position(made[record]["content"])
        keys[record] = max(last, mine or last) if mine is None or record.original is not None else mine
        last = max(last, keys[record])
    return sorted(keys, key=keys.__getitem__)


# Plain data.


def _several(value: Any) -> list[Any]:
    return list(value) if is_list(value) else [value]


def _tree(fields: dict[str, Any], *, quote: bool) -> dict[str, Any]:
    """The fields of a part as plain data."""
    tree = {name: _plain(value) for name, value in fields.items()}
    return _nested(tree) if quote else tree


def _nested(fields: dict[str, Any]) -> dict[str, Any]:
    """A quote's fields with those of its attribution in their place."""
    around = {name: fields[name] for name in ATTRIBUTED if fields.get(name) is not None}
    made = {name: value for name, value in fields.items() if name not in ATTRIBUTED and name != "attribution"}
    if around or "attribution" in fields or made.get("kind") != "epithet":
        made["attribution"] = around
    return made


def _plain(value: Any) -> Any:
    """A value as plain data, as far as it is ours."""
    if isinstance(value, Model):
        return {name: one for name, one in to_dict(value).items() if name != "schema_version"}
    if is_list(value):
        return [_plain(item) for item in value]
    return value
