"""The editor: parts of an article as plain data, kept with the calls that gave them, and the article made of them."""

from collections.abc import Container, Mapping, Sequence
from functools import partial
from itertools import count
from typing import Any, Final, TypeVar, Unpack, overload

from attrs import define, field

from newsschema._editing._fields import (
    AnnotatorChanges,
    AnnotatorFields,
    ArticleChanges,
    AuthorChanges,
    AuthorFields,
    CorrectionChanges,
    CorrectionFields,
    QuoteChanges,
    QuoteFields,
    SourceFields,
    SubjectChanges,
    SubjectFields,
)
from newsschema._editing._refs import (
    UNKNOWN_PART,
    WORDS_AMBIGUOUS,
    WORDS_NOT_FOUND,
    Call,
    EditError,
    EditFault,
    Ref,
    Words,
    call_of,
)
from newsschema._editing._words import Complaint, Hints, located
from newsschema._json.read import from_dict
from newsschema._json.version import SCHEMA_VERSION
from newsschema._json.write import to_dict
from newsschema._model.anchors import SPAN_FIELDS
from newsschema._model.base import Model
from newsschema._model.containers import is_list
from newsschema._model.enums import Part
from newsschema._model.errors import AmbiguousWordsError, Issue, ValidationError
from newsschema._model.fields import field_specs
from newsschema._model.finding import finder_of
from newsschema._model.messages import suggestion
from newsschema._model.types import (
    Annotator,
    Article,
    Attribution,
    Author,
    Correction,
    Fragment,
    Quote,
    Source,
    Span,
    Subject,
    content_id,
)

M = TypeVar("M", bound=Model)

_LISTS: Final = {spec.type: spec.name for spec in field_specs(Article) if spec.many}
"""The field of an article that has the parts of each type."""
_PARTS: Final = tuple(part.value for part in Part)
_ATTRIBUTED: Final = tuple(spec.name for spec in field_specs(Attribution))
_HINTS: Final = ("near", "occurrence", "part")
_REFERENCES: Final[Mapping[type[Model], Mapping[str, str]]] = {
    Source: {"members": "sources"},
    Quote: {"source": "sources", "parent": "quotes", "annotators": "annotators"},
}
"""The fields that hold the ids of other parts, with where these are."""
_ORDER: Final = {Part.HEADLINE: 0, Part.SUMMARY: 1, Part.TEXT: 2}


def known_fields(cls: type[Model]) -> tuple[str, ...]:
    """The names that an editor takes for a part: those of a quote and its attribution are one list."""
    names = tuple(spec.name for spec in field_specs(cls))
    return (*names, *_ATTRIBUTED, *_HINTS) if cls is Quote else names


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
            for name in ("kind", "edits", *_HINTS):
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


@define
class Draft:
    """An article as plain data, its parts in their order, and the words in it that have no place."""

    tree: dict[str, Any]
    lists: dict[str, list[Record]]
    faults: list[EditFault]


class Editor:
    """Makes an article of words: added to, changed, and checked as a whole at the end.

    An editor is made by [`build`][newsschema.build] or [`edit`][newsschema.edit]. Its methods take words where the
    model has spans, look for them when the article is made, and never fail on what they are given: `article` names
    every fault at once, each with the call that made it.

    Examples:
        >>> from newsschema import build
        >>> editor = build(text="“The bridge is safe,” harbour master Ines Okafor said.")
        >>> okafor = editor.add_source(name="Ines Okafor", role="harbour master")
        >>> quote = editor.add_quote(
        ...     "The bridge is safe,", source=okafor, mention="Ines Okafor", cue="said"
        ... )
        >>> article = editor.article()
        >>> article.quotes[0].kind, article.quotes[0].attribution.cue.start
        (<QuoteKind.DIRECT: 'direct'>, 49)
    """

    def __init__(
        self, original: Article | None, fields: Mapping[str, Any], call: Call, annotator: Annotator | None = None
    ) -> None:
        """Begin with an article, or with the fields of a new one."""
        self._original = original
        self._article = Record(Article, Ref(Article, "the article"), {}, None if original else call)
        self._lists: dict[str, list[Record]] = {name: [] for name in _LISTS.values()}
        self._by_ref: dict[Ref[Any], Record] = {}
        self._moved: dict[tuple[str, str], str] = {}  # ids of parts that were merged, and those they are now
        self._removed: dict[tuple[str, str], Call] = {}
        self._faults: list[EditFault] = []
        self._annotator = annotator
        if original is not None:
            self._article.fields = _given(original, without=self._lists)
            if original.id == content_id(original.text, original.headline):
                del self._article.fields["id"]
            for name in self._lists:
                for part in getattr(original, name):
                    self._keep(name, part, None)
        plain = {name: value for name, value in fields.items() if name not in self._lists}
        self._article.fields.update(plain)
        self._article.calls = dict.fromkeys(plain, call)
        for name in self._lists:
            for part in fields.get(name, ()):
                self._keep(name, part, call)

    # Adding.

    def add_source(self, **fields: Unpack[SourceFields]) -> Ref[Source]:
        """Add somebody, or something, that says things.

        Args:
            **fields: The fields of a [`Source`][newsschema.Source]; an `id` is made where none is given.

        Returns:
            What to give as the `source` of a quote.
        """
        return self._add(Source, fields, call_of("add_source", (), fields))

    def add_quote(self, content: Words | Sequence[Words], **fields: Unpack[QuoteFields]) -> Ref[Quote]:
        """Add what somebody says, in its words.

        The words are looked for as `Article.span` looks for them; of words that stand several times, `near`,
        `occurrence` and `part` tell which are meant, or else the `mention` that is given. Marks around or among them
        tell which of them are verbatim and of which kind the quote is; what an editor of the text did to them
        ("[the city]", "...") becomes its `edits`. Marked words that nobody is said to say are an epithet. What stands
        around the quote (`mention`, `cue`, ...) is found nearest to it.

        Args:
            content: The words, in one piece or several, with or without their marks; spans stand for themselves.
            **fields: The fields of a [`Quote`][newsschema.Quote] and of its [`Attribution`][newsschema.Attribution];
                `near` (a quote, span, position or words), `occurrence` (counted from 1) and `part` tell where the
                words are.

        Returns:
            What to change the quote by, or to give as the `parent` of another.
        """
        return self._add(Quote, {"content": content, **fields}, call_of("add_quote", (content,), fields))

    def add_author(self, **fields: Unpack[AuthorFields]) -> Ref[Author]:
        """Add somebody who wrote the article.

        Args:
            **fields: The fields of an [`Author`][newsschema.Author].
        """
        return self._add(Author, fields, call_of("add_author", (), fields))

    def add_subject(self, **fields: Unpack[SubjectFields]) -> Ref[Subject]:
        """Add whom or what the article is about.

        Args:
            **fields: The fields of a [`Subject`][newsschema.Subject].
        """
        return self._add(Subject, fields, call_of("add_subject", (), fields))

    def add_correction(self, **fields: Unpack[CorrectionFields]) -> Ref[Correction]:
        """Add a correction that is published with the article.

        Args:
            **fields: The fields of a [`Correction`][newsschema.Correction].
        """
        return self._add(Correction, fields, call_of("add_correction", (), fields))

    def add_annotator(self, **fields: Unpack[AnnotatorFields]) -> Ref[Annotator]:
        """Add who found quotes, confirmed them or changed them.

        Args:
            **fields: The fields of an [`Annotator`][newsschema.Annotator]; an `id` is made where none is given.
        """
        return self._add(Annotator, fields, call_of("add_annotator", (), fields))

    # Changing.

    @overload
    def change(self, **fields: Unpack[ArticleChanges]) -> None: ...
    @overload
    def change(self, target: Ref[Source] | Source, /, **fields: Unpack[SourceFields]) -> None: ...
    @overload
    def change(self, target: Ref[Quote] | Quote, /, **fields: Unpack[QuoteChanges]) -> None: ...
    @overload
    def change(self, target: Ref[Author] | Author, /, **fields: Unpack[AuthorChanges]) -> None: ...
    @overload
    def change(self, target: Ref[Subject] | Subject, /, **fields: Unpack[SubjectChanges]) -> None: ...
    @overload
    def change(self, target: Ref[Correction] | Correction, /, **fields: Unpack[CorrectionChanges]) -> None: ...
    @overload
    def change(self, target: Ref[Annotator] | Annotator, /, **fields: Unpack[AnnotatorChanges]) -> None: ...
    def change(self, *target: Any, **fields: Any) -> None:
        """Change fields of a part of the article, or of the article itself.

        With new words for its `content`, a quote has the kind and the edits that these tell, unless they are given. To
        change the text under its quotes, use [`reanchor`][newsschema.reanchor] first.

        Args:
            *target: The part: what its `add_...` gave, or the object of the article that is edited; the article itself
                where none is given.
            **fields: New values by the names of the fields; `None` takes a value away.
        """
        call = call_of("change", target, fields)
        if len(target) > 1:
            raise TypeError(f"change() takes one part at a time, got {len(target)}")
        record = self._record(target[0], call) if target else self._article
        if record is not None:
            self._take(record, fields, call)

    def confirm(self, *quotes: Ref[Quote] | Quote) -> None:
        """Say that quotes are right as they are: the annotator of this edit is among theirs.

        Args:
            *quotes: The quotes.
        """
        call = call_of("confirm", quotes, {})
        for quote in quotes:
            record = self._record(quote, call)
            if record is not None:
                record.touched = True

    def remove(self, *targets: Ref[Any] | Model) -> None:
        """Take parts out of the article; what still refers to one is a fault of this call.

        Args:
            *targets: The parts.
        """
        call = call_of("remove", targets, {})
        for target in targets:
            record = self._record(target, call)
            if record is not None:
                name = _LISTS[record.cls]
                self._lists[name].remove(record)
                self._removed[name, record.ref.id] = call

    @overload
    def merge(self, target: Ref[Source] | Source, *others: Ref[Source] | Source) -> None: ...
    @overload
    def merge(self, target: Ref[Quote] | Quote, *others: Ref[Quote] | Quote) -> None: ...
    def merge(self, target: Ref[Any] | Model, *others: Ref[Any] | Model) -> None:
        """Make one part of several: one source, with the quotes of all; or one quote, with the pieces of all.

        Args:
            target: The source or quote that stays; what it does not say itself, it has from the others.
            *others: Those that become part of it.
        """
        call = call_of("merge", (target, *others), {})
        kept = self._record(target, call)
        for other in others:
            record = self._record(other, call)
            if kept is not None and record is not None and record is not kept:
                self._merge(kept, record, call)

    @overload
    def split(
        self, target: Ref[Source] | Source, *quotes: Ref[Quote] | Quote, **fields: Unpack[SourceFields]
    ) -> Ref[Source]: ...
    @overload
    def split(self, target: Ref[Quote] | Quote, at: Words, /, **fields: Unpack[QuoteFields]) -> Ref[Quote]: ...
    def split(self, target: Ref[Any] | Model, *parts: Any, **fields: Any) -> Ref[Any]:
        """Make two parts of one: some quotes of a source are another's; or a quote ends where another begins.

        Args:
            target: The source, or the quote.
            *parts: The quotes that are the other source's; or the words, in the quote, with which the other begins.
            **fields: The fields of the new part. A new quote has the source of the old one where none is given.

        Returns:
            The new part.
        """
        call = call_of("split", (target, *parts), fields)
        record = self._record(target, call)
        if record is not None and record.cls is Quote:
            return self._split_quote(record, parts[0], fields, call)
        made = self._add(Source, fields, call)
        for quote in parts:
            found = self._record(quote, call)
            if found is not None:
                self._take(found, {"source": made}, call)
        return made

    # The end.

    def article(self) -> Article:
        """The article, checked as a whole.

        Raises:
            EditError: Every fault there is, with the call that made it.
        """
        draft = self._draft()
        faults = [*self._faults, *draft.faults]
        seen = {fault.issue.path for fault in draft.faults}
        try:
            article = from_dict(draft.tree)
        except ValidationError as error:
            faults += [self._explained(issue, draft.lists) for issue in error.issues if issue.path not in seen]
            raise EditError(faults) from None
        if faults:
            raise EditError(faults)
        return article

    # Records.

    def _keep(self, name: str, part: Any, call: Call | None) -> None:
        """Take over a part that is there."""
        cls = next(cls for cls, field_name in _LISTS.items() if field_name == name)
        if not isinstance(part, cls):
            self._fail(call, UNKNOWN_PART, (name,), f"expected objects of {cls.__name__}, got {type(part).__name__}")
            return
        ref: Ref[Any] = Ref(cls, getattr(part, "id", f"{name}[{len(self._lists[name])}]"))
        record = Record(cls, ref, {"edits": (), **_given(part)} if cls is Quote else _given(part), call, part)
        self._lists[name].append(record)
        self._by_ref[ref] = record

    def _add(self, cls: type[M], fields: Mapping[str, Any], call: Call) -> Ref[M]:
        name = _LISTS[cls]
        has_id = any(spec.name == "id" for spec in field_specs(cls))
        given = fields.get("id")
        ref = Ref(cls, given if isinstance(given, str) else self._new_id(name))
        record = Record(cls, ref, {"id": ref.id} if has_id else {}, call)
        self._by_ref[ref] = record
        self._take(record, fields, call)
        self._lists[name].append(record)
        return ref

    def _take(self, record: Record, fields: Mapping[str, Any], call: Call) -> None:
        names = known_fields(record.cls)
        for name in fields:
            if name not in names or (record.cls is Article and name in self._lists) or name == "attribution":
                hint = suggestion(name, names)
                raise TypeError(f"{call.name}() got an unexpected field {name!r} of {record.cls.__name__}{hint}")
        record.take(fields, call)

    def _new_id(self, name: str) -> str:
        taken = {record.ref.id for record in self._by_ref.values() if _LISTS[record.cls] == name}
        return next(new for number in count(len(taken) + 1) if (new := f"{name[0]}{number}") not in taken)

    def _record(self, target: Any, call: Call) -> Record | None:
        """The record of a part; what is none is a fault of the call."""
        key: Any = target
        found = self._by_ref.get(key) if isinstance(target, Ref) else None
        if found is None and isinstance(target, Model):
            records: list[Record] = self._lists.get(_LISTS.get(type(target), ""), [])
            name = getattr(target, "id", None)
            found = next((one for one in records if (one.ref.id == name if name else one.original == target)), None)
        if found is None or found not in self._lists[_LISTS[found.cls]]:
            self._fail(call, UNKNOWN_PART, (), f"{target!r} is no part of this article"[:200])
            return None
        return found

    def _fail(self, call: Call | None, code: str, path: tuple[str | int, ...], message: str) -> None:
        self._faults.append(EditFault(Issue(code, path, message), call))

    def _merge(self, kept: Record, other: Record, call: Call) -> None:
        name = _LISTS[kept.cls]
        mine, its = kept.fields, other.fields
        if kept.cls is Quote:
            base = self._base()
            mine, its = (self._located(one, base, _silently) for one in (kept, other))
        made = {**its, **mine}
        for field_name in mine.keys() & its.keys():
            if is_list(mine[field_name]):
                made[field_name] = [*mine[field_name], *(one for one in its[field_name] if one not in mine[field_name])]
        if kept.cls is Quote:
            placed = all(_position([piece]) is not None for piece in made["content"])
            made["content"] = (
                sorted(made["content"], key=lambda piece: _position([piece]) or ()) if placed else made["content"]
            )
            if mine.get("kind") != its.get("kind"):
                del made["kind"]
        elif made.get("name"):
            made.pop("anonymity", None)
        kept.fields = made
        kept.calls |= {field_name: call for field_name in its if field_name not in mine}
        kept.touched = True
        self._lists[name].remove(other)
        self._moved[name, other.ref.id] = kept.ref.id

    def _split_quote(self, record: Record, at: Words, fields: Mapping[str, Any], call: Call) -> Ref[Quote]:
        base = self._base()
        content: list[Any] = self._located(record, base, _silently)["content"]
        given = {name: record.fields[name] for name in _REFERENCES[Quote] if name in record.fields}
        made = self._add(Quote, {"content": [], **given, **fields}, call)
        new = self._by_ref[made]
        for index, piece in enumerate(content):
            border = _border(piece, at)
            if border is not None:
                before = _cut(piece, 0, border)
                record.take({"content": [*content[:index], *before]}, call)
                new.fields["content"] = [*_cut(piece, border, len(piece.text)), *content[index + 1 :]]
                return made
        words = at if isinstance(at, str) else at.text
        self._fail(call, WORDS_NOT_FOUND, (), f"{words!r} does not stand in the quote {record.ref.id!r}")
        return made

    # The tree.

    def _draft(self) -> Draft:
        """The article as plain data."""
        base = self._base()
        missing: list[tuple[Record, str, Exception]] = []
        made: dict[Record, dict[str, Any]] = {}
        for record in (one for records in self._lists.values() for one in records):
            fields = {name: value for name, value in record.fields.items() if value is not None}
            if record.cls is Quote:
                fields = self._located(record, base, partial(_note, missing, record))
            made[record] = self._resolved(record, fields)
        lists = {**self._lists, "quotes": _in_order(self._lists["quotes"], made)}
        added = self._annotate(made)
        tree = {name: _plain(value) for name, value in self._article.fields.items() if value is not None}
        for name, records in lists.items():
            parts: list[Any] = [_tree(made[record], quote=record.cls is Quote) for record in records]
            parts += added if name == "annotators" else []
            tree |= {name: parts} if parts else {}
        text, headline = tree.get("text"), tree.get("headline")
        if "id" not in tree:
            words = (one if isinstance(one, str) else None for one in (text, headline))
            tree["id"] = content_id(next(words) or "", next(words))
        faults = [_missing(lists["quotes"].index(record), record, name, error) for record, name, error in missing]
        return Draft({"schema_version": SCHEMA_VERSION, **tree}, lists, faults)

    def _base(self) -> Article | None:
        """An article of the words alone, to look for words in; `None` where these are at fault, which is told later."""
        words = {name: self._article.fields[name] for name in _PARTS if self._article.fields.get(name) is not None}
        try:
            return Article(id="urn:newsschema:words", **words)
        except (ValidationError, TypeError):
            return None

    def _located(self, record: Record, base: Article | None, complain: Complaint) -> dict[str, Any]:
        """The fields of a quote with spans for words."""
        fields = {name: value for name, value in record.fields.items() if name not in _HINTS and value is not None}
        if base is not None:
            part, near = record.fields.get("part"), record.fields.get("near")
            try:
                hints = Hints(
                    self._near(near, base), record.fields.get("occurrence"), None if part is None else Part(part)
                )
                fields = located(base, fields, hints, complain)
            except (ValueError, TypeError) as error:
                complain("content", error)
        return _without_words(fields)

    def _near(self, near: Any, base: Article) -> Any:
        """What words are near to; for a quote of this article, a quote with its pieces in their places."""
        if not isinstance(near, (Ref, Quote)):
            return near
        name = near.id
        record = next((one for one in self._lists["quotes"] if one.ref.id == name), None)
        content = self._located(record, base, _silently).get("content", ()) if record else ()
        pieces = [piece.replace(verbatim=True) for piece in content if piece.start is not None]
        if not pieces:
            raise ValueError(f"the quote {name!r} has no place that anything could be near to")
        return Quote(id=name, kind="epithet", content=pieces)

    def _resolved(self, record: Record, fields: dict[str, Any]) -> dict[str, Any]:
        """The fields with ids for what refers to other parts."""
        made = dict(fields)
        for name, where in _REFERENCES.get(record.cls, {}).items():
            value = made.get(name)
            if is_list(value):
                ids = [self._id_of(item, where) for item in value]
                made[name] = [one for one in dict.fromkeys(ids) if (record.cls, one) != (Source, record.ref.id)]
            elif value is not None:
                made[name] = self._id_of(value, where)
        return made

    def _id_of(self, value: Any, where: str) -> Any:
        name = getattr(value, "id", value)
        while isinstance(name, str) and (where, name) in self._moved:
            name = self._moved[where, name]
        return name

    def _annotate(self, made: Mapping[Record, dict[str, Any]]) -> list[dict[str, Any]]:
        """Name the annotator of this edit at each quote that it touched, and who was before at each other one."""
        annotator = self._annotator
        touched = [record for record in self._lists["quotes"] if record.touched]
        if annotator is None or not touched:
            return []
        before = [record.ref.id for record in self._lists["annotators"]]
        for record in self._lists["quotes"]:
            fields = made[record]
            given = list(fields.get("annotators") or (before if record.original is not None else ()))
            if record.touched and annotator.id not in given:
                given.append(annotator.id)
            fields["annotators"] = given
        return [] if annotator.id in before else [_plain(annotator)]

    def _explained(self, issue: Issue, lists: Mapping[str, Sequence[Record]]) -> EditFault:
        """A fault with the call that made it: that which gave the value, or took away what it refers to."""
        where, *rest = issue.path or ("",)
        if where in lists and rest and isinstance(rest[0], int) and rest[0] < len(lists[str(where)]):
            record = lists[str(where)][rest[0]]
            names = [one for one in rest if isinstance(one, str)]
            for name, target in _REFERENCES.get(record.cls, {}).items():
                value = record.fields.get(name)
                ids = value if is_list(value) else (value,)
                gone = (self._removed.get((target, self._id_of(one, target))) for one in ids if name in names)
                call = next(filter(None, gone), None)
                if call is not None:
                    return EditFault(issue, call)
            return EditFault(issue, record.call(*names))
        return EditFault(issue, self._article.call(str(where)))


def _silently(_name: str, _error: Exception) -> None:
    """Words that have no place are told of when the article is made."""


def _missing(index: int, record: Record, name: str, error: Exception) -> EditFault:
    """Words of a quote that have no place, as a fault."""
    path = ("quotes", index, *(("attribution",) if name in _ATTRIBUTED else ()), name)
    code = WORDS_AMBIGUOUS if isinstance(error, AmbiguousWordsError) else WORDS_NOT_FOUND
    return EditFault(Issue(code, path, str(error)), record.call(name))


def _note(missing: list[tuple[Record, str, Exception]], record: Record, name: str, error: Exception) -> None:
    missing.append((record, name, error))


def _given(part: Model, without: Container[str] = ()) -> dict[str, Any]:
    """The fields of a part that hold something, those of a quote and its attribution as one."""
    found = {
        spec.name: value
        for spec in field_specs(type(part))  # pyright: ignore[reportUnknownArgumentType]
        if spec.name not in without and ((value := getattr(part, spec.name)) != spec.default or spec.required)
    }
    if isinstance(part, Quote):
        said = found.pop("attribution", None)
        if said is not None:
            found |= {**_given(said), "attribution": said}
    return found


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


def _several(value: Any) -> list[Any]:
    return list(value) if is_list(value) else [value]


def _nested(fields: dict[str, Any]) -> dict[str, Any]:
    """A quote's fields with those of its attribution in their place."""
    around = {name: fields[name] for name in _ATTRIBUTED if fields.get(name) is not None}
    made = {name: value for name, value in fields.items() if name not in _ATTRIBUTED and name != "attribution"}
    if around or "attribution" in fields or made.get("kind") != "epithet":
        made["attribution"] = around
    return made


def _tree(fields: dict[str, Any], *, quote: bool) -> dict[str, Any]:
    """The fields of a part as plain data."""
    tree = {name: _plain(value) for name, value in fields.items()}
    return _nested(tree) if quote else tree


def _plain(value: Any) -> Any:
    """A value as plain data, as far as it is ours."""
    if isinstance(value, Model):
        return {name: one for name, one in to_dict(value).items() if name != "schema_version"}
    if is_list(value):
        return [_plain(item) for item in value]
    return value


def _position(content: Sequence[Any]) -> tuple[int, int] | None:
    """Where pieces begin in the article, in the order of reading; `None` where that is not known."""
    starts = [(_ORDER[one.part], one.start) for one in content if isinstance(one, Span) and one.start is not None]
    return min(starts, default=None)


def _in_order(records: Sequence[Record], made: Mapping[Record, dict[str, Any]]) -> list[Record]:
    """Quotes that were there in their order, each new one before the first that begins after it."""
    found = [record for record in records if record.original is not None]
    for record in records:
        if record.original is None:
            mine = _position(made[record]["content"])
            later = (
                index
                for index, other in enumerate(found)
                if mine is not None and (its := _position(made[other]["content"])) is not None and its > mine
            )
            found.insert(next(later, len(found)), record)
    return found


def _border(piece: Any, at: Words) -> int | None:
    """Where in a piece words begin."""
    if not isinstance(piece, Fragment):
        return None
    if isinstance(at, str):
        places = finder_of(piece.text).places(at)
        return places[0][0] if places else None
    if at.start is None or piece.start is None or not piece.start <= at.start < piece.start + len(piece.text):
        return None
    return at.start - piece.start


def _cut(piece: Fragment, low: int, high: int) -> list[Fragment]:
    """A part of a piece, without the spaces at its ends; nothing where it says nothing."""
    words = piece.text[low:high]
    start = low + len(words) - len(words.lstrip())
    words = words.strip()
    if not words:
        return []
    if piece.start is None:
        return [piece.replace(text=words)]
    return [piece.replace(text=words, start=piece.start + start, end=piece.start + start + len(words))]
