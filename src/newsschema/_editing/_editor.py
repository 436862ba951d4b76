"""The editor: what a caller can do with the parts of an article, each call kept with what it gave."""

from collections.abc import Mapping, Sequence
from typing import Any, Unpack, overload

from newsschema._editing._draft import base_of, draft_of, explained, located_fields, position, silently
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
from newsschema._editing._refs import WORDS_NOT_FOUND, Call, EditError, Ref, Words, call_of
from newsschema._json.read import from_dict
from newsschema._model.base import Model
from newsschema._model.changes import AnnotatorChanges, AuthorChanges, CorrectionChanges, SubjectChanges
from newsschema._model.containers import is_list
from newsschema._model.errors import ValidationError
from newsschema._model.finding import finder_of
from newsschema._model.types import Annotator, Article, Author, Correction, Fragment, Quote, Source, Subject


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

        With new `content`, the kind and the edits of a quote are determined again, unless they are given. To change the
        text, use [`reanchor`][newsschema.reanchor] first.

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
        """
        call = call_of("confirm", quotes, {})
        for record in self._records.find(quotes, call):
            record.touched = True

    def remove(self, *targets: Ref[Any] | Model) -> None:
        """Remove parts of the article. A remaining reference to one is a fault of this call.

        Args:
            *targets: The parts.
        """
        call = call_of("remove", targets, {})
        for record in self._records.find(targets, call):
            self._records.remove(record, call)

    @overload
    def merge(self, target: Ref[Source] | Source, *others: Ref[Source] | Source) -> None: ...
    @overload
    def merge(self, target: Ref[Quote] | Quote, *others: Ref[Quote] | Quote) -> None: ...
    def merge(self, target: Ref[Any] | Model, *others: Ref[Any] | Model) -> None:
        """Merge several sources, with the quotes of all, or several quotes, with the pieces of all.

        Args:
            target: The source or quote that stays; fields that it lacks are taken from the others.
            *others: The sources or quotes to merge into it.
        """
        call = call_of("merge", (target, *others), {})
        kept = next(self._records.find([target], call), None)
        for record in self._records.find(others, call):
            if kept is not None and record is not kept:
                self._merge(kept, record, call)

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
            *parts: The quotes of the new source; or the words with which the new quote begins.
            **fields: The fields of the new part. Without a `source`, a new quote has that of the old one.

        Returns:
            A reference to the new part.
        """
        call = call_of("split", (target, *parts), fields)
        record = next(self._records.find([target], call), None)
        if record is not None and record.cls is Quote:
            return self._split_quote(record, parts[0], fields, call)
        made = self._records.add(Source, fields, call)
        for found in self._records.find(parts, call):
            self._records.change(found, {"source": made}, call)
        return made

    # The end.

    def article(self) -> Article:
        """The article, checked as a whole.

        Raises:
            EditError: The article is invalid; the error has every fault and the call that caused it.
        """
        draft = draft_of(self._records, self._annotator)
        faults = [*self._records.faults, *draft.faults]
        seen = {fault.issue.path for fault in draft.faults}
        try:
            article = from_dict(draft.tree)
        except ValidationError as error:
            faults += [explained(self._records, issue, draft.lists) for issue in error.issues if issue.path not in seen]
            raise EditError(faults) from None
        if faults:
            raise EditError(faults)
        return article

    # Two of one, and one of two.

    def _merge(self, kept: Record, other: Record, call: Call) -> None:
        if kept.cls is Quote:
            base = base_of(self._records)
            mine, its = (located_fields(self._records, one, base, silently) for one in (kept, other))
            made = _joined(mine, its)
            made["content"] = _ordered(made["content"])
            if mine.get("kind") != its.get("kind"):
                del made["kind"]
        else:
            mine, its = kept.fields, other.fields
            made = _joined(mine, its)
            if made.get("name"):
                made.pop("anonymity", None)
        kept.fields = made
        kept.calls |= {name: call for name in its if name not in mine}
        kept.touched = True
        self._records.merge(kept, other)

    def _split_quote(self, record: Record, at: Words, fields: Mapping[str, Any], call: Call) -> Ref[Quote]:
        content: list[Any] = located_fields(self._records, record, base_of(self._records), silently)["content"]
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
        return made


def _joined(mine: Mapping[str, Any], its: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of two parts as those of one: the first has the word, and lists have the items of both."""
    made = {**its, **mine}
    for name in mine.keys() & its.keys():
        if is_list(mine[name]):
            made[name] = [*mine[name], *(one for one in its[name] if one not in mine[name])]
    return made


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
