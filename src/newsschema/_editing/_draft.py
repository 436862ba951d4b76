"""What is edited as plain data: words as spans, parts by their ids, quotes in order; and which call made a fault."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Final, TypeAlias

from attrs import define

from newsschema._editing._records import ATTRIBUTED, HINTS, REFERENCES, Record, Records
from newsschema._editing._refs import WORDS_AMBIGUOUS, WORDS_NOT_FOUND, Call, EditFault, Ref
from newsschema._editing._words import Complaint, Hints, located
from newsschema._json.version import SCHEMA_VERSION
from newsschema._json.write import to_dict
from newsschema._model.anchors import SPAN_FIELDS
from newsschema._model.base import Model
from newsschema._model.containers import is_list
from newsschema._model.enums import Part
from newsschema._model.errors import AmbiguousWordsError, Issue, ValidationError
from newsschema._model.rules import PART_ORDER
from newsschema._model.types import Annotator, Article, Fragment, Quote, Source, Span, content_id

_PARTS: Final = tuple(part.value for part in Part)
_Missing: TypeAlias = tuple[Record, str, Exception]
"""A quote, the field of it whose words have no place, and why."""


@define
class Draft:
    """An article as plain data, its parts in their order, and the words in it that have no place."""

    tree: dict[str, Any]
    lists: dict[str, list[Record]]
    faults: list[EditFault]


def draft_of(records: Records, annotator: Annotator | None) -> Draft:
    """The article as plain data; the annotator is named at the quotes that were touched."""
    missing: list[_Missing] = []
    made = _made(records, missing)
    lists = {**records.lists, "quotes": _in_order(records.lists["quotes"], made)}
    added = _annotate(records, made, annotator) if annotator else []
    tree = {name: _plain(value) for name, value in records.article.fields.items() if value is not None}
    for name, those in lists.items():
        parts: list[Any] = [_tree(made[record], quote=record.cls is Quote) for record in those]
        parts += added if name == "annotators" else []
        tree |= {name: parts} if parts else {}
    if "id" not in tree:
        tree["id"] = content_id(*_words_of(tree))
    faults = [_fault(lists["quotes"].index(record), record, name, error) for record, name, error in missing]
    return Draft({"schema_version": SCHEMA_VERSION, **tree}, lists, faults)


def _made(records: Records, missing: list[_Missing]) -> dict[Record, dict[str, Any]]:
    """The fields of each part with spans for words, and with ids; words that have no place are noted."""
    made: dict[Record, dict[str, Any]] = {}
    base = base_of(records)
    for record in records:
        fields = {name: value for name, value in record.fields.items() if value is not None}
        if record.cls is Quote:
            fields = located_fields(records, record, base, partial(_note, missing, record))
        made[record] = _resolved(records, record, fields)
    return made


def explained(records: Records, issue: Issue, lists: Mapping[str, Sequence[Record]]) -> EditFault:
    """A fault with the call that made it: that which gave the value, or took away what it refers to."""
    where, *rest = issue.path or ("",)
    parts = lists.get(str(where), ())
    if not (rest and isinstance(rest[0], int) and rest[0] < len(parts)):
        return EditFault(issue, records.article.call(str(where)))
    record = parts[rest[0]]
    return EditFault(issue, next(_removals(records, record, rest), None) or record.call(*rest))


def _removals(records: Records, record: Record, path: Sequence[str | int]) -> Iterator[Call]:
    """The calls that took away what the fields on a path refer to."""
    for name, where in REFERENCES.get(record.cls, {}).items():
        for one in _several(record.fields.get(name)) if name in path else ():
            call = records.removed.get((where, records.id_of(one, where)))
            if call is not None:
                yield call


# Words.


def base_of(records: Records) -> Article | None:
    """An article of the words alone, to look for words in; `None` where these are at fault, which is told later."""
    fields = records.article.fields
    words = {name: fields[name] for name in _PARTS if fields.get(name) is not None}
    try:
        return Article(id="urn:newsschema:words", **words)
    except (ValidationError, TypeError):
        return None


def _words_of(tree: Mapping[str, Any]) -> tuple[str, str | None]:
    """The text and the headline, as far as they are such."""
    text, headline = tree.get("text"), tree.get("headline")
    return text if isinstance(text, str) else "", headline if isinstance(headline, str) else None


def located_fields(records: Records, record: Record, base: Article | None, complain: Complaint) -> dict[str, Any]:
    """The fields of a quote with spans for words."""
    fields = {name: value for name, value in record.fields.items() if name not in HINTS and value is not None}
    if base is not None:
        part, near = record.fields.get("part"), record.fields.get("near")
        try:
            hints = Hints(
                _near(records, near, base), record.fields.get("occurrence"), None if part is None else Part(part)
            )
            fields = located(base, fields, hints, complain)
        except (ValueError, TypeError) as error:
            complain("content", error)
    return _without_words(fields)


def _near(records: Records, near: Any, base: Article) -> Any:
    """What words are near to; for a quote of this article, a quote with its pieces in their places."""
    if not isinstance(near, (Ref, Quote)):
        return near
    name = near.id
    record = next((one for one in records.lists["quotes"] if one.ref.id == name), None)
    content = located_fields(records, record, base, silently).get("content", ()) if record else ()
    pieces = [piece.replace(verbatim=True) for piece in content if piece.start is not None]
    if not pieces:
        raise ValueError(f"the quote {name!r} has no place that anything could be near to")
    return Quote(id=name, kind="epithet", content=pieces)


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


def silently(_name: str, _error: Exception) -> None:
    """Words that have no place are told of when the article is made."""


def _note(missing: list[_Missing], record: Record, name: str, error: Exception) -> None:
    missing.append((record, name, error))


def _fault(index: int, record: Record, name: str, error: Exception) -> EditFault:
    """Words of a quote that have no place, as a fault."""
    path = ("quotes", index, *(("attribution",) if name in ATTRIBUTED else ()), name)
    code = WORDS_AMBIGUOUS if isinstance(error, AmbiguousWordsError) else WORDS_NOT_FOUND
    return EditFault(Issue(code, path, str(error)), record.call(name))


# References, and who found or changed the quotes.


def _resolved(records: Records, record: Record, fields: dict[str, Any]) -> dict[str, Any]:
    """The fields with ids for what refers to other parts."""
    made = dict(fields)
    for name, where in REFERENCES.get(record.cls, {}).items():
        value = made.get(name)
        if is_list(value):
            ids = [records.id_of(item, where) for item in value]
            made[name] = [one for one in dict.fromkeys(ids) if (record.cls, one) != (Source, record.ref.id)]
        elif value is not None:
            made[name] = records.id_of(value, where)
    return made


def _annotate(records: Records, made: Mapping[Record, dict[str, Any]], annotator: Annotator) -> list[dict[str, Any]]:
    """Name the annotator of this edit at each quote that it touched, and who was before at each other one."""
    quotes = records.lists["quotes"]
    if not any(record.touched for record in quotes):
        return []
    before = [record.ref.id for record in records.lists["annotators"]]
    for record in quotes:
        fields = made[record]
        given = list(fields.get("annotators") or (before if record.original is not None else ()))
        if record.touched and annotator.id not in given:
            given.append(annotator.id)
        fields["annotators"] = given
    return [] if annotator.id in before else [_plain(annotator)]


# The order of the quotes.


def position(content: Sequence[Any]) -> tuple[int, int] | None:
    """Where pieces begin in the article, in the order of reading; `None` where that is not known."""
    starts = [(PART_ORDER[one.part], one.start) for one in content if isinstance(one, Span) and one.start is not None]
    return min(starts, default=None)


def _in_order(records: Sequence[Record], made: Mapping[Record, dict[str, Any]]) -> list[Record]:
    """Quotes that were there in their order, each new one before the first that begins after it."""
    found = [record for record in records if record.original is not None]
    for record in records:
        if record.original is None:
            mine = position(made[record]["content"])
            later = (
                index
                for index, other in enumerate(found)
                if mine is not None and (its := position(made[other]["content"])) is not None and its > mine
            )
            found.insert(next(later, len(found)), record)
    return found


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
