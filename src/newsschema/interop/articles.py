"""Article objects that people already have: newspaper4k's, trafilatura's, fundus's and news-please's, read by shape."""

import re
from collections.abc import Iterable
from typing import Any, Final

from attrs import frozen

from newsschema import Article, Code, content_id
from newsschema.interop._builder import ArticleBuilder
from newsschema.interop._plain import as_list, field_of, format_value, refusal, words_of
from newsschema.interop._registry import Format, has_keys
from newsschema.interop._report import LossCode, Report

__all__ = ["from_fundus", "from_newspaper4k", "from_newsplease", "from_trafilatura"]


@frozen(kw_only=True)
class Shape:
    """Where a program's article has what ours has: attributes or keys, the first that says something."""

    headline: tuple[str, ...] = ("title",)
    text: tuple[str, ...] = ("text",)
    published: tuple[str, ...]
    updated: tuple[str, ...] = ()
    summary: tuple[str, ...] = ()
    language: tuple[str, ...] = ("language",)
    url: tuple[str, ...] = ("url",)
    authors: tuple[str, ...] = ("authors",)
    subjects: tuple[str, ...] = ()
    lines: bool = False
    """Whether every line of the text is a paragraph."""
    passed_over: tuple[str, ...] = ()
    """What we know of and have no place for."""


NEWSPAPER4K: Final = Shape(
    published=("publish_date",),
    summary=("meta_description",),
    language=("meta_lang",),
    url=("canonical_link", "url"),
    subjects=("tags", "keywords", "meta_keywords"),
    passed_over=("top_image", "images", "movies", "meta_site_name", "meta_data", "summary"),
)
TRAFILATURA: Final = Shape(
    published=("date",),
    summary=("description",),
    authors=("author",),
    subjects=("tags", "categories"),
    lines=True,
    passed_over=("hostname", "sitename", "license", "image", "pagetype", "comments", "id", "fingerprint"),
)
FUNDUS: Final = Shape(
    text=("body", "plaintext"),
    published=("publishing_date",),
    language=("lang",),
    url=("html",),
    subjects=("topics",),
    passed_over=("images", "publisher", "exception"),
)
NEWSPLEASE: Final = Shape(
    text=("maintext",),
    published=("date_publish",),
    updated=("date_modify",),
    summary=("description",),
    lines=True,
    passed_over=("image_url", "source_domain", "date_download", "filename", "localpath", "title_page", "title_rss"),
)
_SEVERAL: Final = re.compile(r"\s*;\s*")


def from_newspaper4k(document: object) -> tuple[Article, Report]:
    """An article from newspaper4k's, downloaded and parsed.

    Args:
        document: The object, or a dictionary with the same names.

    Returns:
        The article, and what of the object is not in it.

    Raises:
        ValidationError: It has no text.

    Examples:
        >>> from_newspaper4k({"title": "Rain", "text": "Rain fell.", "tags": {"weather"}})[0].subjects[0].name
        'weather'
    """
    return _read(document, NEWSPAPER4K)


def from_trafilatura(document: object) -> tuple[Article, Report]:
    r"""An article from what trafilatura's `bare_extraction` gives.

    Args:
        document: The object, or a dictionary with the same names.

    Returns:
        The article, and what of the object is not in it.

    Raises:
        ValidationError: It has no text.

    Examples:
        >>> from_trafilatura({"title": "Rain", "text": "Rain fell.\nWind came.", "author": "A. Moe; B. Li"})[0].text
        'Rain fell.\n\nWind came.'
    """
    return _read(document, TRAFILATURA)


def from_fundus(document: object) -> tuple[Article, Report]:
    r"""An article from fundus's.

    Args:
        document: The object, or a dictionary with the same names.

    Returns:
        The article, and what of the object is not in it; an attribute that holds an exception says nothing.

    Raises:
        ValidationError: It has no text.

    Examples:
        >>> body = {"summary": [], "sections": [{"headline": [], "paragraphs": ["Rain fell.", "Wind came."]}]}
        >>> from_fundus({"title": "Rain", "body": body})[0].text
        'Rain fell.\n\nWind came.'
    """
    return _read(document, FUNDUS)


def from_newsplease(document: object) -> tuple[Article, Report]:
    """An article from news-please's.

    Args:
        document: The object, or the dictionary that it serialises to.

    Returns:
        The article, and what of the object is not in it.

    Raises:
        ValidationError: It has no text.

    Examples:
        >>> from_newsplease({"maintext": "Rain fell.", "date_publish": "None"})[0].published is None
        True
    """
    return _read(document, NEWSPLEASE)


def _read(document: object, shape: Shape) -> tuple[Article, Report]:
    reading = _Reading(document)
    name, text = reading.given(shape.text)
    summary, text = (None, text) if isinstance(text, str) else _body(text)
    if not text:
        raise refusal((shape.text[0],), f"there is no text in {format_value(document)}", Code.MISSING_FIELD)
    reading.read("text", re.sub(r"\n+", "\n\n", text) if shape.lines else text, (name,))
    for ours in ("headline", "summary", "language", "url", "published", "updated"):
        name, value = reading.given(getattr(shape, ours))
        reading.read(ours, field_of(value, "responded_url") if name == "html" else value, (name,))
    reading.read("summary", summary, (shape.text[0], "summary"))
    for ours in ("authors", "subjects"):
        for name, key in reading.names(getattr(shape, ours)).items():
            reading.add(ours, (key,), name=name)
    reading.tree["id"] = content_id(reading.tree["text"])
    for name in shape.passed_over:
        if reading.given((name,))[0]:
            reading.lose(LossCode.NO_PLACE, (name,), "the model has no place for it")
    return reading.finish()


class _Reading(ArticleBuilder):
    """An object that is being read."""

    def __init__(self, document: object) -> None:
        super().__init__()
        self._document = document

    def given(self, names: Iterable[str]) -> tuple[str, Any]:
        """The first of these names under which something is said, and what."""
        for name in names:
            try:
                value = field_of(self._document, name)
            except Exception as error:  # noqa: BLE001 - a property of somebody else's object may raise anything
                value = error
            if isinstance(value, Exception):
                self.lose(LossCode.UNREADABLE, (name,), f"it holds an error: {value}")
            elif words_of(value) is not None if isinstance(value, str) else value:
                return name, value
        return "", None

    def names(self, keys: Iterable[str]) -> dict[str, str]:
        """The names under all of these keys, each once with its key: a set in alphabetical order, a string cut up."""
        found: dict[str, str] = {}
        for key in keys:
            _, value = self.given((key,))
            if type(value) in (set, frozenset):
                value = sorted(map(str, value))
            for name in map(words_of, _SEVERAL.split(value) if isinstance(value, str) else as_list(value)):
                if name:
                    found.setdefault(name, key)
        return found


def _body(body: Any) -> tuple[str | None, str]:
    """Summary and text of a body in sections, as fundus has it."""
    sections = as_list(field_of(body, "sections"))
    paragraphs = [field_of(section, part) for section in sections for part in ("headline", "paragraphs")]
    return _joined([field_of(body, "summary")]) or None, _joined(paragraphs)


def _joined(texts: list[Any]) -> str:
    return "\n\n".join(text for several in texts for text in as_list(several) if isinstance(text, str))


FORMATS = (
    Format(name="newspaper4k", title="newspaper4k", read=from_newspaper4k, detect=has_keys("text", "publish_date")),
    Format(
        name="trafilatura",
        title="trafilatura",
        read=from_trafilatura,
        detect=has_keys("text", any_of=("hostname", "source-hostname")),
    ),
    Format(name="fundus", title="fundus", read=from_fundus, detect=has_keys("publishing_date")),
    Format(name="newsplease", title="news-please", read=from_newsplease, detect=has_keys("maintext")),
)
