"""Web pages: an article from the JSON-LD of a page, and from the page itself where that lacks something.

The page's JSON-LD counts first, read as by [schema.org](schemaorg.md), and then the elements in its head. The body is
that of the JSON-LD, with the paragraphs of the page. If the JSON-LD has no body, or a truncated one, the body is what
[trafilatura](https://trafilatura.readthedocs.io/) finds (`newsschema[pages]`), which is reported. A title that ends
with the name of the outlet is cut to the heading on the page. The rest of the page is not reported.

A page is recognised as an article if its JSON-LD, head or microdata say so, or if much of it is sentences in
paragraphs. Bytes are decoded as UTF-8 if they are valid UTF-8, and otherwise as browsers do.
"""

import re
from typing import Final

from newsschema import Article, MissingExtraError
from newsschema._model.errors import import_extra
from newsschema.interop._document import Document
from newsschema.interop._jsonld import find_articles
from newsschema.interop._markup import without_markup
from newsschema.interop._node import Node
from newsschema.interop._page import Page
from newsschema.interop._plain import as_list, format_json_value, refusal, split_list
from newsschema.interop._registry import Certainty, Evidence, Format, Row
from newsschema.interop._report import LossCode, Report
from newsschema.interop.schemaorg import JsonLd, prepare

__all__ = ["from_html"]

METAS: Final[dict[str, tuple[str, ...]]] = {
    "headline": ("og:title", "twitter:title", "dc.title", "headline"),
    "summary": ("og:description", "description", "twitter:description"),
    "published": ("article:published_time", "datepublished", "dc.date.issued", "parsely-pub-date", "pubdate", "date"),
    "updated": ("article:modified_time", "og:updated_time", "datemodified", "last-modified"),
    "publisher": ("og:site_name", "application-name", "dc.publisher"),
    "section": ("article:section", "parsely-section"),
}
"""The names of `meta` elements that say what a field says; the first that is there."""
_AUTHORS: Final = ("author", "article:author", "parsely-author", "dc.creator", "byl")
FIELDS: Final = (
    Row("text", note="where the JSON-LD has none, or one that is cut off: by trafilatura"),
    *(Row(ours, names) for ours, names in METAS.items()),
    Row("authors", _AUTHORS, note="unless it is an address"),
    Row("url", ("link rel=canonical", "og:url", "base")),
    Row("language", ("html lang",)),
)
"""What is read beside the JSON-LD, and where that is silent."""
_ARTICLE_TYPE: Final = re.compile(r"[\"'/](?:[A-Z]\w*)?(?:Article|BlogPosting|Report)[\"']")
_ENOUGH: Final = 500
"""So many characters in paragraphs make an article of a page that says nothing of what it is."""
_MUCH: Final = 1000
"""So many make one of a page that says that it is a site, if it has one title."""
_SHORT: Final = 500
_CUT: Final = re.compile(r"(?:\.\.\.|…|\[\+\d+ chars\])\s*$|[^.!?…:;\"'”’»)\]\s]\s*$")
"""How a body ends that is cut off."""
_LONGER: Final = 1.3
_SAME: Final = 30
_BEHIND: Final = re.compile(r"\s+[|–—·-]\s|\s*[|ㅣ-]\s*\S")
"""What parts a headline from what is behind it."""
_OPTIONS: Final = {"include_comments": False, "include_tables": False}


def from_html(document: object, *, strict: bool = False) -> tuple[Article, Report]:
    """An article from a page.

    The page's JSON-LD counts first, then its `meta` elements. The body is that of the JSON-LD; if that has none, or a
    truncated one, it is what trafilatura finds in the page.

    Args:
        document: The page, as text or bytes; bytes are decoded as browsers do.
        strict: Refuse a page with an invalid value, such as a date; otherwise such values are reported.

    Returns:
        The article, and a report of the JSON-LD that is not in it. The rest of the page is not reported.

    Raises:
        ValidationError: The document holds no article, or has faults (strict).
        MissingExtraError: lxml is not installed (the extra `interop`); or the page says nowhere what the text is, and
            trafilatura is not installed (`pages`).

    Examples:
        >>> page = '''<html lang="en"><head><script type="application/ld+json">
        ... {"@type": "NewsArticle", "headline": "Rain", "articleBody": "Rain fell."}
        ... </script></head></html>'''
        >>> from_html(page)[0].headline
        'Rain'
    """
    whole = Document.of(document)
    if not whole.is_text or whole.text is None:
        raise refusal((), f"expected a page, got {format_json_value(document)}")
    page = Page(whole.text)
    reading = prepare(page.blocks, page, _PageReading, strict=strict)
    if not reading.found and _evidence(page) is None:
        raise refusal((), "this is HTML without an article")
    return reading.article()


class _PageReading(JsonLd):
    """A page that is being read."""

    _page: Page

    def _read_fields(self) -> None:
        super()._read_fields()
        self._cut_headline()
        for field, names in METAS.items():
            name = next((name for name in names if name in self._page.metas), None)
            if name is not None and field not in self.tree:
                self.read(field, self._said_in_head(name), ("meta", name))
        if "url" not in self.tree:
            self.read("url", self._page.address, ("link", "canonical"))
        if "language" not in self.tree:
            self.read("language", self._page.language, ("html", "lang"))

    def _said_in_head(self, name: str) -> str:
        """What a `meta` element says, without the tags and entities that its words may have beside those of HTML."""
        return str(self.words(Node(self._page.metas[name], ("meta", name))))

    def _cut_headline(self) -> None:
        """Take the title on the page for a headline that has the outlet's name or a section's behind it."""
        headline = self.tree.get("headline") or without_markup(self._page.metas.get("og:title", ""))
        title = self._page.title
        if headline and title and headline.startswith(title) and _BEHIND.match(headline[len(title) :]):
            self.lose(
                LossCode.CHANGED, ("headline",), f"{format_json_value(headline)} has more than the title on the page"
            )
            headline = None
        if not headline:
            self.read("headline", title, ("h1",))

    def _read_people(self) -> None:
        super()._read_people()
        if "authors" in self.tree or "credit" in self.tree:
            return
        name = next((name for name in _AUTHORS if name in self._page.metas), None)
        said = "" if name is None else self._said_in_head(name)
        for author in split_list(said, ";") if "://" not in said else ():
            self._add_authors(("meta", str(name)), {"name": author})

    def _read_text(self) -> None:
        if self.has_text():
            super()._read_text()
            self._complete_text()
            return
        self.tree["text"] = self._extracted()
        if self.tree["text"]:
            self.lose(LossCode.CHANGED, ("body",), "the page does not say where its article is: trafilatura found it")
        else:
            self.lose(LossCode.UNREADABLE, ("body",), "no text of an article is found in the page")

    def _complete_text(self) -> None:
        """Take the text of the page for a body that is cut off."""
        body = str(self.tree["text"])
        if len(body) > _SHORT and not _CUT.search(body):
            return
        try:
            whole = self._extracted()
        except MissingExtraError as error:
            self.lose(
                LossCode.UNREADABLE, ("articleBody",), f"it may be cut off, and was not compared with the page: {error}"
            )
            return
        begins = " ".join(body.split())[:_SAME]
        if len(whole) > _LONGER * len(body) and begins in " ".join(whole.split()):
            self.lose(LossCode.CHANGED, ("articleBody",), "it is cut off; the text is that of the page")
            self.tree["text"] = whole

    def _extracted(self) -> str:
        """The text of the article in the page, paragraph by paragraph, without its headline."""
        extract = import_extra("trafilatura", "finding the text of a page", "pages").bare_extraction
        found = extract(self._page.text, **_OPTIONS)
        if len(getattr(found, "text", None) or "") < self._page.prose / 2:
            found = extract(self._page.text, favor_recall=True, **_OPTIONS) or found
        lines = [line.strip() for line in (getattr(found, "text", None) or "").split("\n") if line.strip()]
        if lines and lines[0] in (self.tree.get("headline"), self._page.title, getattr(found, "title", None)):
            del lines[0]
        return "\n\n".join(lines)


def _evidence(page: Page) -> Evidence | None:
    """What speaks for a page being an article: what it says itself, or its paragraphs."""
    return next((evidence for evidence, speaks_for_it in _CLUES if speaks_for_it(page)), None)


def _has_jsonld(page: Page) -> bool:
    return bool(find_articles([item for block in page.blocks for item in as_list(block.data)])[0])


def _says_so(page: Page) -> bool:
    return page.metas.get("og:type", "").lower() == "article" or "article:published_time" in page.metas


def _has_microdata(page: Page) -> bool:
    types = (element.get("itemtype", "") for element in page.elements("article", "div", "body", "html"))
    return any(_ARTICLE_TYPE.search(f'"{kind}"') for kind in types)


def _is_prose(page: Page) -> bool:
    if page.metas.get("og:type", "").lower() == "website":  # as pages of all kinds say
        return page.prose >= _MUCH and page.title is not None
    return page.prose >= _ENOUGH


def _has_one_element(page: Page) -> bool:
    return page.prose > 0 and len(list(page.elements("article"))) == 1


_CLUES: Final = (
    (Evidence(Certainty.CERTAIN, "its JSON-LD speaks of an article"), _has_jsonld),
    (Evidence(Certainty.LIKELY, "it says in its head that it is an article"), _says_so),
    (Evidence(Certainty.LIKELY, "its microdata speaks of an article"), _has_microdata),
    (Evidence(Certainty.LIKELY, "it has one article element"), _has_one_element),
    (Evidence(Certainty.POSSIBLE, "much of it is sentences in paragraphs"), _is_prose),
)
"""What speaks for a page being an article, the surest first."""


def _detect(document: Document) -> Evidence | None:
    if not document.is_page or document.text is None:
        return None
    return _evidence(Page(document.text))


FORMATS = (Format(name="html", title="Pages (HTML)", takes="any", read=from_html, detect=_detect, fields=FIELDS),)
