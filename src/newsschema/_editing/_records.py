"""The parts of an article that is edited: what was given for each and by which call, and which are gone or merged."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from typing import Any, Final, TypeVar

from attrs import define, field

from newsschema._editing._refs import Call, EditFault, Ref, kind_of, parse_near
from newsschema._model.base import Model
from newsschema._model.containers import is_list
from newsschema._model.enums import Part
from newsschema._model.errors import Code, Issue
from newsschema._model.fields import field_specs, given_fields
from newsschema._model.keys import content_id
from newsschema._model.messages import format_value, suggestion, synonyms, with_article
from newsschema._model.own import UNKNOWN_PART, no_part
from newsschema._model.types import Annotator, Article, Attribution, Quote, Source
from newsschema._model.values import Parser, enum_parser, parse_integer

M = TypeVar("M", bound=Model)

LISTS: Final = {spec.type: spec.name for spec in field_specs(Article) if spec.many}
"""The field of an article that has the parts of each type."""
ATTRIBUTED: Final = tuple(spec.name for spec in field_specs(Attribution))
"""The fields of an attribution, which an editor takes for the quote."""
HINTS: Final[Mapping[str, Parser]] = {"near": parse_near, "occurrence": parse_integer, "part": enum_parser(Part)}
"""What tells where the words of a quote are, and how each is parsed."""
REFERENCES: Final[Mapping[type[Model], Mapping[str, type[Model]]]] = {
    Source: {"members": Source},
    Quote: {"source": Source, "parent": Quote, "annotators": Annotator},
}
"""The fields that hold the ids of other parts, with the type of these."""


_NOT_TAKEN: Final[Mapping[type[Model], Mapping[str, str]]] = {
    Article: dict.fromkeys(LISTS.values(), "its parts are added, changed and removed one by one"),
    Quote: {"attribution": "its fields, such as cue, are given as those of the quote"},
}
"""The fields that an editor does not take, with what to do instead."""


def known_fields(cls: type[Model]) -> tuple[str, ...]:
    """The names that an editor takes for a part: those of a quote and its attribution are one list."""
    names = tuple(spec.name for spec in field_specs(cls) if spec.name not in _NOT_TAKEN.get(cls, ()))
    return (*names, *ATTRIBUTED, *HINTS) if cls is Quote else names


@define(eq=False)
class Record:
    """A part of the article: its fields, each with the call that gave it.

    Attributes:
        cls: Its type.
        ref: What refers to it.
        fields: What was given for each field; of a quote, those of its attribution too.
        calls: Which call gave it.
        made: The call that added it; `None` where it was there before.
        original: The part that was there before.
        touched: Whether a call added or changed it.
    """

    cls: type[Model]
    ref: Ref[Any]
    fields: dict[str, Any]
    made: Call | None = None
    original: Model | None = None
    calls: dict[str, Call] = field(factory=dict[str, Call])
    touched: bool = False

    def take(self, fields: Mapping[str, Any], call: Call) -> None:
        """Take what a call gives; what follows from the words of a quote follows from the new ones."""
        if self.cls is Quote and "content" in fields:
            for name in ("kind", "edits", *HINTS):
                self.fields.pop(name, None)
        if self.cls is Source and fields.get("name"):  # then it is named
            self.fields.pop("anonymity", None)
        self.fields.update(fields)
        self.calls.update(dict.fromkeys(fields, call))
        self.touched = True

    def call(self, *path: str | int) -> Call | None:
        """The call that gave what stands at a path of the part."""
        names = [step for step in path if isinstance(step, str)]
        return next((self.calls[name] for name in reversed(names) if name in self.calls), self.made)


def _synonyms(cls: type[Model]) -> dict[str, str]:
    """The fields that an editor takes for a part, by the names that others have for them."""
    if cls is Quote:
        both = {**synonyms("Quote"), **synonyms("Attribution")}
        return {word: name.removeprefix("attribution.") for word, name in both.items()}
    return dict(synonyms(cls.__name__))


class Records:
    """All parts of one article.

    Attributes:
        article: The article's own fields.
        removed: The calls that took parts out, by type and id.
        faults: What was wrong with calls.
    """

    def __init__(self, original: Article | None, fields: Mapping[str, Any], call: Call) -> None:
        """Begin with an article, or with the fields of a new one."""
        self.article = Record(Article, Ref(Article, "the article"), {}, None if original else call)
        self.removed: dict[tuple[type[Model], str], Call] = {}
        self.faults: list[EditFault] = []
        self._by_ref: dict[Ref[Any], Record] = {}  # the parts that are there
        self._by_id: dict[tuple[type[Model], str], list[Record]] = {}  # these, by type and id
        self._known: dict[Any, dict[Record, None]] = {}  # references, and objects by value, that are or were parts
        self._ids: dict[type[Model], set[str]] = {cls: set() for cls in LISTS}  # those that ever were
        self._merged: dict[tuple[type[Model], str], str] = {}  # ids of parts that are others now
        if original is not None:
            self._begin(original)
        parts = {name: value for name, value in fields.items() if name in LISTS.values()}
        self.change(self.article, {name: value for name, value in fields.items() if name not in parts}, call)
        self._keep(parts, call)
        self._numbers = {cls: count(len(ids) + 1) for cls, ids in self._ids.items()}

    def _begin(self, original: Article) -> None:
        """Take over an article; an id that is made of its words is made again at the end."""
        given = given_fields(original).items()
        self.article.fields = {name: value for name, value in given if name not in LISTS.values()}
        if original.id == content_id(original.text, original.headline):
            del self.article.fields["id"]
        self._keep({name: getattr(original, name) for name in LISTS.values()}, None)

    def lists(self) -> dict[str, list[Record]]:
        """The parts that are there, by the field that has them."""
        found: dict[str, list[Record]] = {name: [] for name in LISTS.values()}
        for record in self._by_ref.values():
            found[LISTS[record.cls]].append(record)
        return found

    def _keep(self, parts: Mapping[str, Any], call: Call | None) -> None:
        """Take over parts that are there."""
        for cls, name in LISTS.items():
            several = _items(parts.get(name, ()))
            if several is None:
                self.fail(call, Code.WRONG_TYPE, (name,), f"expected a list, got {format_value(parts[name])}")
                continue
            for number, part in enumerate(several):
                if isinstance(part, cls):
                    ref: Ref[Any] = Ref(cls, getattr(part, "id", f"{name}[{number}]"))
                    given = {"edits": (), **_given(part)} if cls is Quote else _given(part)
                    self._enter(Record(cls, ref, given, call, part))
                else:
                    message = f"expected objects of {cls.__name__}, got {type(part).__name__}"
                    self.fail(call, UNKNOWN_PART, (name,), message)

    def _enter(self, record: Record) -> None:
        self._ids[record.cls].add(record.ref.id)
        self._by_ref[record.ref] = record
        self._by_id.setdefault((record.cls, record.ref.id), []).append(record)
        self.know(record.ref, record)
        if record.original is not None:
            self.know(record.original, record)
        self._merged.pop((record.cls, record.ref.id), None)

    def know(self, part: object, *records: Record) -> None:
        """From now on an object stands for parts of this article, or for one that it gets at the end."""
        self._known.setdefault(part, {}).update(dict.fromkeys(records))

    def sign(self, annotator: Annotator, call: Call) -> None:
        """Let an annotator be named who is added at the end, unless the article has another one of this id."""
        if annotator not in self._known and self._by_id.get((Annotator, annotator.id)):
            self.fail(call, UNKNOWN_PART, (), f"annotator: {self._no_part(annotator)}")
        self.know(annotator)

    def add(self, cls: type[M], fields: Mapping[str, Any], call: Call) -> Ref[M]:
        """Add a part; it has a new id where none is given."""
        given, made = fields.get("id"), self._new_id(cls)
        ref = Ref(cls, given if isinstance(given, str) else made)
        record = Record(cls, ref, {"id": ref.id} if "id" in known_fields(cls) else {}, call)
        self.change(record, fields, call)
        self._enter(record)
        return ref

    def _new_id(self, cls: type[Model]) -> str:
        names = (f"{LISTS[cls][0]}{number}" for number in self._numbers[cls])
        return next(name for name in names if name not in self._ids[cls])

    def change(self, record: Record, fields: Mapping[str, Any], call: Call) -> None:
        """Take fields of a part.

        Raises:
            TypeError: It has no field of such a name.
        """
        names = known_fields(record.cls)
        for name in fields:
            if name not in names:
                instead = _NOT_TAKEN.get(record.cls, {}).get(name)
                hint = f"; {instead}" if instead else suggestion(name, names, _synonyms(record.cls))
                raise TypeError(f"{call.name}() got an unexpected field {name!r} of {record.cls.__name__}{hint}")
        own = self._own(record.cls, fields, call)
        if "source" in own and self.source_of(own) != self.source_of(record.fields):
            own = {"source_confidence": None, **own}  # it was computed for the other source
        record.take(own, call)

    def source_of(self, fields: Mapping[str, Any]) -> Any:
        """The id of the source of a quote with these fields, where it has one."""
        return self.id_of(fields.get("source"), Source)

    def _own(self, cls: type[Model], fields: Mapping[str, Any], call: Call) -> dict[str, Any]:
        """Fields without the parts of other articles, each of which is a fault of the call.

        Raises:
            TypeError: A field has a part of another type than it takes.
        """
        own = dict(fields)
        for name, kind in {**REFERENCES.get(cls, {}), "near": Quote}.items():
            value = own.get(name)
            if is_list(value):
                own[name] = [one for one in value if self._is_own(one, name, kind, call)]
            elif not self._is_own(value, name, kind, call):
                del own[name]
        return own

    def _is_own(self, value: Any, name: str, kind: type[Model], call: Call) -> bool:
        """Whether what a field has is no part of another article; what is no part at all is told at the end."""
        given = kind_of(value)
        if given is None or given not in LISTS:
            return True
        if given is not kind:
            raise TypeError(
                f"{call.name}() expected {with_article(kind.__name__)} as {name}, got {with_article(given.__name__)}"
            )
        if value not in self._known:
            self.fail(call, UNKNOWN_PART, (), f"{name}: {self._no_part(value)}")
        return value in self._known

    def of(self, ref: Ref[Any]) -> Record:
        """The record of a part that was added."""
        return self._by_ref[ref]

    def find(self, targets: Iterable[Any], call: Call) -> Iterator[Record]:
        """The records of parts, each as it is asked for; what is none is a fault of the call."""
        for target in targets:
            found = self.like(target)
            if found is not None:
                yield found
            else:
                self.fail(call, UNKNOWN_PART, (), self._no_part(target))

    def like(self, part: Any) -> Record | None:
        """The record of a reference, or of an object of the article, as it was or as it is, by all its values."""
        records = self._known.get(part, ()) if kind_of(part) in LISTS else ()
        return next((record for record in records if record.ref in self._by_ref), None)

    def _no_part(self, target: Any) -> str:
        """What to say of something that is no part of the article, or none any more."""
        if isinstance(target, str):
            return f"expected a part of the article itself, such as article.quotes[0], got {target!r}"
        kind = kind_of(target)
        if kind is None or not hasattr(target, "id"):
            return f"{format_value(target)} is not part of this article"
        if self._known.get(target):
            return f"<{kind.__name__} {target.id}> is no longer part of this article"
        return no_part(target, kind, namesake=bool(self._by_id.get((kind, target.id))))

    def quote(self, near: Any) -> Record | None:
        """The quote that a reference means, or a quote, by its id; that which it was merged into."""
        return next(iter(self._by_id.get((Quote, self.id_of(near, Quote)), ())), None)

    def fail(self, call: Call | None, code: str, path: tuple[str | int, ...], message: str) -> None:
        """Note what is wrong with a call."""
        self.faults.append(EditFault(Issue(code, path, message), call))

    def remove(self, record: Record, call: Call) -> None:
        """Take a part out."""
        del self._by_ref[record.ref]
        self._by_id[record.cls, record.ref.id].remove(record)
        self.removed[record.cls, record.ref.id] = call

    def merge(self, kept: Record, other: Record, call: Call) -> None:
        """Let a part be another one from now on."""
        self.remove(other, call)
        if other.ref.id != kept.ref.id:
            self._merged[kept.cls, other.ref.id] = kept.ref.id

    def id_of(self, value: Any, cls: type[Model]) -> Any:
        """The id of what refers to a part of a type; that of the part that it was merged into."""
        name = getattr(value, "id", value)
        passed: list[tuple[type[Model], str]] = []
        while isinstance(name, str) and (cls, name) in self._merged:
            passed.append((cls, name))
            name = self._merged[cls, name]
        self._merged.update(dict.fromkeys(passed, name))  # the next time it is one step
        return name


def _items(value: Any) -> list[Any] | None:
    """The items of a list or of what gives some; `None` for what can be gone through and is not meant to be."""
    if isinstance(value, str | bytes | Mapping | Model):
        return None
    try:
        return list(value)
    except TypeError:
        return None


def _given(part: Model) -> dict[str, Any]:
    """The fields of a part that hold something, those of a quote and its attribution as one."""
    found = given_fields(part)
    if isinstance(part, Quote):
        said = found.pop("attribution", None)
        if said is not None:
            found |= {**_given(said), "attribution": said}
    return found
