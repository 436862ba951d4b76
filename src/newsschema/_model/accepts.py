"""What the constructors take, told to type checkers.

A constructor keeps each value in one form and takes it in several: the member of an enum or its word, a date or its
text, a tuple or a list. attrs tells a type checker so by the type of a converter. Each object converts and checks all
its values itself, and names every fault at once, so that while the program runs there are no converters: all of these
are `None`.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date as _date
    from datetime import datetime as _datetime
    from typing import Any, Literal, TypeAlias

    from newsschema._model import enums
    from newsschema._model.quotes import Edit, Fragment, Quote, Source
    from newsschema._model.types import Annotator, Author, Correction, Subject

    Part: TypeAlias = enums.Part | Literal["text", "headline", "summary"]
    EditKind: TypeAlias = enums.EditKind | Literal["insertion", "gloss", "ellipsis", "sic"]
    SourceKind: TypeAlias = (
        enums.SourceKind | Literal["person", "group", "organisation", "government", "document", "unknown"]
    )
    Anonymity: TypeAlias = enums.Anonymity | Literal["named", "described", "anonymous", "generic", "unresolved"]
    Polarity: TypeAlias = enums.Polarity | Literal["affirmed", "denied", "hypothetical", "refused"]
    Medium: TypeAlias = enums.Medium | Literal["speech", "writing", "thought", "unknown"]
    Terms: TypeAlias = enums.Terms | Literal["on_record", "background", "deep_background", "off_record", "unknown"]
    QuoteKind: TypeAlias = enums.QuoteKind | Literal["direct", "partial", "indirect", "epithet"]
    Status: TypeAlias = enums.Status | Literal["usable", "withheld", "canceled"]
    Genre: TypeAlias = (
        Literal[
            "news",
            "analysis",
            "background",
            "opinion",
            "interview",
            "review",
            "obituary",
            "live",
            "press_release",
            "advertisement",
            "satire",
        ]
        | enums.Genre
    )
    AnnotatorKind: TypeAlias = enums.AnnotatorKind | Literal["software", "person"]
    SubjectKind: TypeAlias = enums.SubjectKind | Literal["person", "organisation", "place", "event", "topic"]
    Date: TypeAlias = _date | _datetime | str

    # fmt: off
    def part(value: Part) -> enums.Part: ...
    def edit_kind(value: EditKind) -> enums.EditKind: ...
    def source_kind(value: SourceKind) -> enums.SourceKind: ...
    def anonymity(value: Anonymity) -> enums.Anonymity: ...
    def polarity(value: Polarity) -> enums.Polarity: ...
    def medium(value: Medium) -> enums.Medium: ...
    def terms(value: Terms) -> enums.Terms: ...
    def quote_kind(value: QuoteKind) -> enums.QuoteKind: ...
    def status(value: Status | None) -> enums.Status | None: ...
    def genre(value: Genre | None) -> enums.Genre | None: ...
    def annotator_kind(value: AnnotatorKind) -> enums.AnnotatorKind: ...
    def subject_kind(value: SubjectKind) -> enums.SubjectKind: ...
    def date(value: Date | None) -> _date | _datetime | None: ...
    def strings(value: list[str] | tuple[str, ...]) -> tuple[str, ...]: ...
    def fragments(value: list[Fragment] | tuple[Fragment, ...]) -> tuple[Fragment, ...]: ...
    def edits(value: list[Edit] | tuple[Edit, ...]) -> tuple[Edit, ...]: ...
    def authors(value: list[Author] | tuple[Author, ...]) -> tuple[Author, ...]: ...
    def subjects(value: list[Subject] | tuple[Subject, ...]) -> tuple[Subject, ...]: ...
    def corrections(value: list[Correction] | tuple[Correction, ...]) -> tuple[Correction, ...]: ...
    def annotators(value: list[Annotator] | tuple[Annotator, ...]) -> tuple[Annotator, ...]: ...
    def sources(value: list[Source] | tuple[Source, ...]) -> tuple[Source, ...]: ...
    def quotes(value: list[Quote] | tuple[Quote, ...]) -> tuple[Quote, ...]: ...
    def extra(value: Mapping[str, Any]) -> Mapping[str, Any]: ...
    # fmt: on
else:
    part = edit_kind = source_kind = anonymity = polarity = medium = terms = quote_kind = status = genre = None
    annotator_kind = subject_kind = date = strings = fragments = edits = authors = subjects = corrections = None
    annotators = sources = quotes = extra = None
