"""The properties that schema.org has for our fields, and the `NewsArticle` that an article makes of them."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from newsschema import Anonymity, Article, Genre, Polarity, Quote, Source, SourceKind, SubjectKind
from newsschema._model.containers import is_list, is_object
from newsschema._model.values import format_date
from newsschema.interop._markup import has_markup, normal_lines
from newsschema.interop._pieces import Tree
from newsschema.interop._plain import without_nothing
from newsschema.interop._registry import Row, direct_names
from newsschema.interop._uris import inner_id

ROWS: Final = (
    Row("id", ("@id",), direct=True),
    Row("headline", ("headline", "name"), direct=True),
    Row(
        "text", ("articleBody",), note="with a blank line between paragraphs, as far as they can be found", direct=True
    ),
    Row("language", ("inLanguage",), direct=True),
    Row("published", ("datePublished",), note="read in many forms", direct=True),
    Row("updated", ("dateModified",), direct=True),
    Row("summary", ("description",), direct=True),
    Row("byline", carried="no"),
    Row("authors.name", ("author",), note="`name`; one string that names several people is taken apart"),
    Row("authors.role", ("author",), note="`jobTitle`"),
    Row("authors.affiliation", ("author",), note="`affiliation`; read also from `memberOf` and `worksFor`"),
    Row("authors.same_as", ("author",), note="`url`, `sameAs`"),
    Row("publisher", ("publisher",), note="`name`"),
    Row(
        "credit", ("creditText", "sourceOrganization", "provider"), note="or an outlet given as an author", direct=True
    ),
    Row("dateline.text", ("dateline",)),
    Row("dateline.place", carried="no"),
    Row("dateline.date", carried="no"),
    Row("dateline.credit", carried="no"),
    Row(
        "url",
        ("url", "mainEntityOfPage"),
        note="a relative one is resolved with another address in the document",
        direct=True,
    ),
    Row("section", ("articleSection",), direct=True),
    Row("genre", ("@type", "genre"), note="`OpinionNewsArticle` and similar types; other genres in words"),
    Row("version", ("version",), direct=True),
    Row("status", ("creativeWorkStatus",), direct=True),
    Row("embargoed_until", carried="no"),
    Row("rights", ("copyrightNotice",), direct=True),
    Row("subjects", ("about", "keywords"), note="`Person`, `Organization`, `Place`, `Event`, `Thing`"),
    Row("corrections", ("correction",), note="`CorrectionComment`"),
    Row("annotators", carried="no"),
    Row(
        "sources",
        ("hasPart",),
        "partly",
        "`creator`: name, role, affiliation and pages of named people and bodies; `creditText`: the words for others",
    ),
    Row(
        "quotes",
        ("hasPart",),
        "partly",
        "`Quotation`: denied quotes are left out; the place is found if the words occur once",
    ),
    Row("extra", carried="partly", note="only what is under `org.schema`: every property"),
)
FIELDS: Final = direct_names(ROWS)
AUTHOR: Final = {"name": "name", "role": "jobTitle", "affiliation": "affiliation"}
SUBJECT: Final = {"name": "name", "uri": "sameAs"}
CORRECTION: Final = {"text": "text", "date": "datePublished"}
PERSON: Final = {**AUTHOR, "description": "description", "same_as": "sameAs"}
_BODY: Final = {"name": "name", "affiliation": "memberOf", "description": "description", "same_as": "sameAs"}
KINDS: Final = {
    SourceKind.PERSON: "Person",
    SourceKind.ORGANISATION: "Organization",
    SourceKind.GOVERNMENT: "GovernmentOrganization",
}
SUBJECTS: Final = {
    SubjectKind.PERSON: "Person",
    SubjectKind.ORGANISATION: "Organization",
    SubjectKind.PLACE: "Place",
    SubjectKind.EVENT: "Event",
    SubjectKind.TOPIC: "Thing",
}
GENRES: Final = {
    Genre.NEWS: "ReportageNewsArticle",
    Genre.ANALYSIS: "AnalysisNewsArticle",
    Genre.BACKGROUND: "BackgroundNewsArticle",
    Genre.OPINION: "OpinionNewsArticle",
    Genre.REVIEW: "ReviewNewsArticle",
    Genre.LIVE: "LiveBlogPosting",
    Genre.ADVERTISEMENT: "AdvertiserContentArticle",
    Genre.SATIRE: "SatiricalArticle",
}
"""Types of articles; other genres are words."""


def news_article(article: Article) -> Tree:
    """The document that the article's own fields make."""
    kind, genre = _kind_of(article.genre)
    document = {"@context": "https://schema.org"} | _object(
        kind,
        article,
        FIELDS,
        publisher=article.publisher and {"@type": "Organization", "name": article.publisher},
        genre=genre,
        dateline=article.dateline and article.dateline.text,
        author=[
            _object("Person", author, AUTHOR, url=next(iter(author.same_as), None), sameAs=list(author.same_as[1:]))
            for author in article.authors
        ],
        about=[_object(SUBJECTS[item.kind], item, SUBJECT) for item in article.subjects],
        correction=[_object("CorrectionComment", item, CORRECTION) for item in article.corrections],
        hasPart=[_quotation(article, quote) for quote in article.quotes if not _denied(quote)],
    )
    return document if _reads_as_it_is(document) else {**document, "encodingFormat": "text/plain"}


def _kind_of(genre: Genre | None) -> tuple[str, str | None]:
    """The type of an article of a genre, and the genre in words where no type says it."""
    kind = GENRES.get(genre) if genre else None
    return (kind, None) if kind else ("NewsArticle", genre and genre.value)


def _reads_as_it_is(value: Any) -> bool:
    """Whether no text looks marked up, so that a reader might take something out of it."""
    if isinstance(value, str):
        return not has_markup(value) and normal_lines(value) == value.strip() == value
    inner = value.values() if is_object(value) else value if is_list(value) else ()
    return all(map(_reads_as_it_is, inner))


def _object(kind: str, thing: object, names: Mapping[str, str], **more: Any) -> Tree:
    """An object of the vocabulary that says what one of ours says; `names` has its properties by our fields."""
    said = {theirs: _written(ours, getattr(thing, ours)) for ours, theirs in names.items()}
    return {"@type": kind, **without_nothing(**said, **more)}


def _written(field: str, value: Any) -> Any:
    """A field's value as the vocabulary has it."""
    if field == "affiliation":
        return value and {"@type": "Organization", "name": value}
    if is_list(value):
        return list(value)
    return format_date(value) if isinstance(value, date) else value and str(value)


def _denied(quote: Quote) -> bool:
    """Whether it was not said: a `Quotation` has no way to say so, and would claim the contrary."""
    return quote.attribution is not None and quote.attribution.polarity is not Polarity.AFFIRMED


def _quotation(article: Article, quote: Quote) -> Tree:
    pieces = [
        {"@type": "Quotation", "text": piece.text, "genre": "direct" if piece.verbatim else "indirect"}
        for piece in quote.content
    ]
    language = quote.translated_from
    return {
        "@type": "Quotation",
        "@id": inner_id(article.id, "quote-", quote.id),
        "text": quote.words,
        "genre": quote.kind.value,
        **without_nothing(
            hasPart=pieces if len(pieces) > 1 else None,
            isPartOf=quote.parent and {"@id": inner_id(article.id, "quote-", quote.parent)},
            translationOfWork=language and {"@type": "Quotation", "inLanguage": language},
        ),
        **_credit(article, article.source_of(quote)),
    }


def _credit(article: Article, source: Source | None) -> Tree:
    """Who said it: a real person or body by name, or the words that the text has for anybody else."""
    if source is None:
        return {}
    if source.kind not in KINDS or source.anonymity is not Anonymity.NAMED:
        return {"creditText": source.label}
    name = inner_id(article.id, "source-", source.id)
    fields = PERSON if source.kind is SourceKind.PERSON else _BODY
    return {"creator": _object(KINDS[source.kind], source, fields, **{"@id": name})}
