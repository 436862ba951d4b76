"""The editor: what a caller can do with the parts of an article, each call kept with what it gave."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, Unpack, overload

from newsschema._editing._draft import Located, draft_of, explained, gathered
from newsschema._editing._fields import (
    AnnotatorFields,
    ArticleChanges,
    AuthorFields,
    CorrectionFields,
    QuoteChanges,
    QuoteFields,
    SourceFields,
    SubjectFields,
)
from newsschema._editing._records import REFERENCES, Record, Records
from newsschema._editing._refs import OTHER_SOURCE, WORDS_NOT_FOUND, Call, EditError, Ref, Words, call_of
from newsschema._json.read import from_dict
from newsschema._model.base import Model
from newsschema._model.changes import AnnotatorChanges, AuthorChanges, CorrectionChanges, SubjectChanges
from newsschema._model.containers import is_list
from newsschema._model.errors import Path, ValidationError
from newsschema._model.finding import finder_of, position
from newsschema._model.messages import format_value, with_article
from newsschema._model.own import UNKNOWN_PART
from newsschema._model.types import Annotator, Article, Author, Correction, Fragment, Quote, Source, Span, Subject

_UNFOUND: Final = Span(text="?")
"""The words of a quote whose words were not found, which has been told."""


class Editor:
    """Builds or changes an article by words, and checks it as a whole at the end.

    [`build`][newsschema.build] and [`edit`][newsschema.edit] make an editor. Its methods take words where the model has
    spans. `article` finds their positions and reports every fault at once, each with the call that caused it.

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
        self._records = Records(original, fields, call)
        self._annotator = annotator
        if annotator is not None:
            self._records.sign(annotator, call)

    # Adding.

    def add_source(self, **fields: Unpack[SourceFields]) -> Ref[Source]:
        """Add a source.

        Args:
            **fields: The fields of a [`Source`][newsschema.Source]; without an `id`, one is made.

        Returns:
            A reference, to pass as the `source` of a quote.
        """
        return self._records.add(Source, fields, call_of("add_source", (), fields))

    def add_quote(self, content: Words | Sequence[Words], **fields: Unpack[QuoteFields]) -> Ref[Quote]:
        """Add a quote by its words.

        The words are found as by `Article.span`. If they occur several times, `near`, `occurrence` and `part` decide,
        or else the `mention`. Quotation marks around or among them decide which words are verbatim and the kind of the
        quote. Changes by an editor ("[the city]", "...") become its `edits`. Words between marks without a source are
        an epithet. The mention is the one nearest to the quote; the cue and so on are those between its pieces, or else
        those nearest to the mention.

        Args:
            content: The words, in one piece or several, with or without their quotation marks; or spans.
            **fields: The fields of a [`Quote`][newsschema.Quote] and of its [`Attribution`][newsschema.Attribution];
                `near` (a quote, span, position or words), `occurrence` (counted from 1) and `part` say where the
                words are.

        Returns:
            A reference to the quote, to pass to other methods or as the `parent` of another quote.
        """
        return self._records.add(Quote, {"content": content, **fields}, call_of("add_quote", (content,), fields))

    def add_author(self, **fields: Unpack[AuthorFields]) -> Ref[Author]:
        """Add an author.

        Args:
            **fields: The fields of an [`Author`][newsschema.Author].
        """
        return self._records.add(Author, fields, call_of("add_author", (), fields))

    def add_subject(self, **fields: Unpack[SubjectFields]) -> Ref[Subject]:
        """Add a subject.

        Args:
            **fields: The fields of a [`Subject`][newsschema.Subject].
        """
        return self._records.add(Subject, fields, call_of("add_subject", (), fields))

    def add_correction(self, **fields: Unpack[CorrectionFields]) -> Ref[Correction]:
        """Add a correction.

        Args:
            **fields: The fields of a [`Correction`][newsschema.Correction].
        """
        return self._records.add(Correction, fields, call_of("add_correction", (), fields))

    def add_annotator(self, **fields: Unpack[AnnotatorFields]) -> Ref[Annotator]:
        """Add an annotator.

        Args:
            **fields: The fields of an [`Annotator`][newsschema.Annotator]; without an `id`, one is made.
        """
        return self._records.add(Annotator, fields, call_of("add_annotator", (), fields))

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

        With new `content`, the kind and the edits of a quote are determined again, unless they are given. With another
        `source`, a quote loses its `source_confidence`, which was computed for the earlier one, and keeps its `mention`
        and all else. To change the text, use [`reanchor`][newsschema.reanchor] first.

        Args:
            *target: The part: the reference that its `add_...` method returned, or an object of the edited article; by
                default the article itself.
            **fields: New values by field name; `None` removes a value.
        """
        call = call_of("change", target, fields)
        if len(target) > 1:
            raise TypeError(f"change() takes one part at a time, got {len(target)}")
        for record in self._records.find(target, call) if target else (self._records.article,):
            self._records.change(record, fields, call)

    def confirm(self, *quotes: Ref[Quote] | Quote) -> None:
        """Confirm quotes: add the annotator of this edit to theirs.

        Args:
            *quotes: The quotes.

        Raises:
            TypeError: One of them is not a quote, or this edit has no annotator.
        """
        call = call_of("confirm", quotes, {})
        found = self._found(quotes, call, Quote)
        if self._annotator is None:
            raise TypeError("confirm() needs to know who confirms: begin with edit(article, annotator=...)")
        for record in found:
            record.touched = True

    def remove(self, *targets: Ref[Any] | Model) -> None:
        """Remove parts of the article. If anything left still refers to one, that is a fault of this call.

        Args:
            *targets: The parts.
        """
        call = call_of("remove", targets, {})
        for record in self._records.find(targets, call):
            self._records.remove(record, call)

    @overload
    def merge(
        self, target: Ref[Source] | Source, *others: Ref[Source] | Source, **fields: Unpack[SourceFields]
    ) -> None: ...
    @overload
    def merge(self, target: Ref[Quote] | Quote, *others: Ref[Quote] | Quote, **fields: Unpack[QuoteFields]) -> None: ...
    def merge(self, target: Ref[Any] | Model, *others: Ref[Any] | Model, **fields: Any) -> None:
        """Merge several sources, with the quotes of all, or several quotes, with the pieces of all.

        Quotes of different sources are merged only if `source` says whose the merged quote is. A group of sources that
        has one member left is a fault, until it is merged into that one too or gets other members.

        Args:
            target: The source or quote that stays; fields that it lacks are taken from the others.
            *others: The sources or quotes to merge into it.
            **fields: Fields of the one that stays, such as the `source` of a quote.

        Raises:
            TypeError: `target` and `others` are neither all sources nor all quotes.
        """
        call = call_of("merge", (target, *others), fields)
        kept = next(iter(self._found([target], call, Source, Quote)), None)
        cls = (kept.cls,) if kept else (Source, Quote)
        merged = [record for record in self._found(others, call, *cls) if record is not kept]
        if kept is None or not self._may_merge([kept, *merged], fields, call):
            return
        if merged:
            self._merge(kept, merged, call)
        if fields:
            self._records.change(kept, fields, call)

    @overload
    def split(
        self, target: Ref[Source] | Source, *quotes: Ref[Quote] | Quote, **fields: Unpack[SourceFields]
    ) -> Ref[Source]: ...
    @overload
    def split(self, target: Ref[Quote] | Quote, at: Words, /, **fields: Unpack[QuoteFields]) -> Ref[Quote]: ...
    def split(self, target: Ref[Any] | Model, *parts: Any, **fields: Any) -> Ref[Any]:
        """Split a source, giving some of its quotes to a new one, or split a quote in two.

        Args:
            target: The source, or the quote.
            *parts: The quotes of the new source, at least one, all of them quotes of the old one so far; or the words
                with which the new quote begins.
            **fields: The fields of the new part. Without a `source`, a new quote has that of the old one.

        Returns:
            A reference to the new part.

        Raises:
            TypeError: The target is neither a source nor a quote, or the parts are not what it is split by.
        """
        call = call_of("split", (target, *parts), fields)
        record = next(iter(self._found([target], call, Source, Quote)), None)
        if record is not None and record.cls is Quote:
            return self._split_quote(record, parts, fields, call)
        quotes = self._found(parts, call, Quote)
        made = self._records.add(Source, fields, call)
        if record is not None:
            self._split_source(record, parts, quotes, made, call)
        return made

    # The end.

    def article(self) -> Article:
        """The article, checked as a whole.

        Raises:
            EditError: The article is invalid; the error has every fault and the call that caused it.
        """
        draft = draft_of(self._records, self._annotator)
        faults = [*self._records.faults, *draft.faults]
        named = {fault.issue.path for fault in draft.faults}
        try:
            article = from_dict(draft.tree)
        except ValidationError as error:
            others = [issue for issue in error.issues if named.isdisjoint(_heads(issue.path))]
            found = [explained(self._records, issue, draft) for issue in others]
            raise EditError([*faults, *gathered(self._records, found)]) from None
        if faults:
            raise EditError(faults)
        for name, records in draft.lists.items():
            for record, part in zip(records, getattr(article, name), strict=False):  # an annotator may be the last
                self._records.know(part, record)
        return article

    def _found(self, targets: Iterable[Any], call: Call, *types: type[Model]) -> list[Record]:
        """The records of parts, each once.

        Raises:
            TypeError: A part has another type.
        """
        found = list(dict.fromkeys(self._records.find(targets, call)))
        other = next((record.cls for record in found if record.cls not in types), None)
        if other is not None:
            expected = " or ".join(with_article(one.__name__) for one in types)
            raise TypeError(f"{call.name}() expected {expected}, got {with_article(other.__name__)}")
        return found

    # Two of one, and one of two.

    def _may_merge(self, records: Sequence[Record], fields: Mapping[str, Any], call: Call) -> bool:
        """Whether nobody gets the words of another by a merge, unless it says so."""
        if records[0].cls is Source or "source" in fields:
            return True
        names = [self._records.source_of(record.fields) for record in records]
        several = dict.fromkeys(name for name in names if isinstance(name, str))
        if len(several) <= 1:
            return True
        told = " and ".join(map(repr, several))
        message = f"the quotes are of different sources, {told}: say whose the merged quote is with source=..."
        self._records.fail(call, OTHER_SOURCE, (), message)
        return False

    def _merge(self, kept: Record, others: list[Record], call: Call) -> None:
        if kept.cls is Quote:
            quotes = Located(self._records)
            parts = [quotes.fields(record) for record in (kept, *others)]
            made = _joined(parts)
            made["content"] = _ordered(made["content"])
            if len({part.get("kind") for part in parts}) > 1:
                del made["kind"]
        else:
            parts = [record.fields for record in (kept, *others)]
            made = _joined(parts)
            if made.get("name"):
                made.pop("anonymity", None)
        kept.calls |= dict.fromkeys(made.keys() - parts[0].keys(), call)
        kept.fields = made
        kept.touched = True
        for other in others:
            self._records.merge(kept, other, call)

    def _split_source(
        self, record: Record, parts: Sequence[Any], quotes: Sequence[Record], made: Ref[Source], call: Call
    ) -> None:
        if not parts:
            message = f"split() needs at least one quote of {record.ref} for the new source"
            self._records.fail(call, UNKNOWN_PART, (), message)
        for quote in quotes:
            if self._records.source_of(quote.fields) == record.ref.id:
                self._records.change(quote, {"source": made}, call)
            else:
                self._records.fail(call, OTHER_SOURCE, (), f"{quote.ref} is not a quote of {record.ref}")

    def _split_quote(self, record: Record, parts: Sequence[Any], fields: Mapping[str, Any], call: Call) -> Ref[Quote]:
        if len(parts) != 1 or not isinstance(parts[0], str | Span):
            got = format_value(parts[0]) if len(parts) == 1 else f"{len(parts)} values"
            raise TypeError(f"split() expected the words with which the new quote begins, got {got}")
        at: Words = parts[0]
        content: list[Any] = Located(self._records).fields(record)["content"]
        given = {name: record.fields[name] for name in REFERENCES[Quote] if name in record.fields}
        made = self._records.add(Quote, {"content": [], **given, **fields}, call)
        for index, piece in enumerate(content):
            border = _border(piece, at)
            if border is not None:
                record.take({"content": [*content[:index], *_cut(piece, 0, border)]}, call)
                rest = [*_cut(piece, border, len(piece.text)), *content[index + 1 :]]
                self._records.of(made).fields["content"] = rest
                return made
        words = at if isinstance(at, str) else at.text
        self._records.fail(call, WORDS_NOT_FOUND, (), f"{words!r} does not occur in the quote {record.ref.id!r}")
        self._records.of(made).fields = {"id": made.id, "content": _UNFOUND}  # nothing else is told of it
        return made


def _heads(path: Path) -> Iterator[Path]:
    """A path and all that lead to it."""
    return (path[:length] for length in range(len(path) + 1))


def _joined(parts: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The fields of several parts as those of one: the first has the word, and lists have the items of all."""
    made: dict[str, Any] = {name: value for part in reversed(parts) for name, value in part.items()}
    for name, value in made.items():
        if is_list(value):
            made[name] = _unique(item for part in parts if is_list(part.get(name)) for item in part[name])
    return made


def _unique(items: Iterable[Any]) -> list[Any]:
    """Items, each once; all of them where they are no values of the model, which is told when the article is made."""
    several = list(items)
    try:
        return list(dict.fromkeys(several))
    except TypeError:
        return several


def _ordered(content: list[Any]) -> list[Any]:
    """Pieces in the order of the article, where all have a place."""
    placed = all(position([piece]) is not None for piece in content)
    return sorted(content, key=lambda piece: position([piece]) or ()) if placed else content


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
