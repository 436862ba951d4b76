"""The reader: finds the quotations in plain news text, who said them, and where.

It works with rules and word lists, without a model or a dependency. Each pass hands typed data to the next:

tokens and tags → marks and units → cues → assembly (mentions, content) → linking and details → the model.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from newsschema._model.arguments import require_share
from newsschema._model.errors import Code, Issue, ValidationError, warn
from newsschema._model.homes import name_home
from newsschema._model.keys import content_id
from newsschema._model.messages import format_value
from newsschema._model.mistakes import has_tags, names_file, tag_meant
from newsschema._model.own import require_text
from newsschema._model.types import Article, Quote, Source
from newsschema._model.values import InvalidValue, parse_date
from newsschema._pairing import MarkedWords
from newsschema.reading._attributions.assembly import Assembler
from newsschema.reading._budget import LONGEST_TEXT
from newsschema.reading._building import Builder, Findings
from newsschema.reading._cues.evidence import MIN_CONFIDENCE
from newsschema.reading._explain import ExplainedCue, ExplainedSentence, explain
from newsschema.reading._headline import with_headline
from newsschema.reading._lexicon.lexicon import Lexicon, lexicon_or_default
from newsschema.reading._story.story import Story, is_earlier, take_apart
from newsschema.reading._syntax.marks import mark
from newsschema.reading._syntax.pairs import find_marks
from newsschema.reading._tagging.tokens import tokenize
from newsschema.reading._threshold import at_least

__all__ = [
    "ExplainedCue",
    "ExplainedSentence",
    "Lexicon",
    "MarkedWords",
    "explain",
    "find_marks",
    "find_quotes",
    "read_text",
]

name_home(__name__, (ExplainedCue, ExplainedSentence, Lexicon, MarkedWords))

#: English, and what says of a text that its language is not known.
_LANGUAGES: Final = frozenset({"en", "und"})
#: Under which names `read_text` keeps the lines that fields were read from, and those that are no part of the story.
PRINTED = "org.newsschema.printed"
TRAILER = "org.newsschema.trailer"


def find_quotes(
    text: Article | str, *, lexicon: Lexicon | None = None, min_confidence: float = MIN_CONFIDENCE
) -> tuple[tuple[Source, ...], tuple[Quote, ...]]:
    """Find the quotations in a text or an article, and their sources.

    Args:
        text: English news text, in which a newline ends a paragraph, unless the lines are wrapped. Or an article, for
            example from a news item without quotations: its text and its headline are read.
        lexicon: The words that the reader knows; by default `Lexicon.default()`.
        min_confidence: The least confidence of a finding, 0 to 1. With the default, nine in ten findings are right; 0
            gives everything. A higher one only leaves findings out; words in marks that nobody says have none.

    Returns:
        The sources in the order of their first mention, and the quotes in the order of the text. Positions count code
        points in exactly this text, and are half-open. The confidence of a quote is the share of findings of the same
        kind that are right.

    Raises:
        ValidationError: `text` is neither text nor an article, or a quotation holds a NUL or a lone surrogate.
        TypeError: `min_confidence` is not a number.
        ValueError: `min_confidence` is not between 0 and 1.

    Warns:
        NewsSchemaWarning: The article is not in English.

    Examples:
        >>> from newsschema import Article
        >>> sources, quotes = find_quotes(
        ...     '"It is safe," harbour master Ines Okafor told reporters.'
        ... )
        >>> sources[0].name, quotes[0].words, quotes[0].attribution.addressee.text
        ('Ines Okafor', 'It is safe,', 'reporters')
        >>> item = Article(id="urn:example:1", text='"It is safe," said Ines Okafor.')
        >>> sources, quotes = find_quotes(item)
        >>> item.replace(sources=sources, quotes=quotes).quotes[0].words
        'It is safe,'
    """
    least = require_share("min_confidence", min_confidence)
    if not isinstance(text, Article):
        return at_least(_builder(text, lexicon).build(), least)
    _warn_of(language_remark(text.language))
    return at_least(_find(text.text, text.headline, lexicon), least)


def knows_language(tag: object) -> bool:
    """Whether the rules are for the language of this tag; where none is given, they are taken to be."""
    return not isinstance(tag, str) or tag.partition("-")[0].lower() in _LANGUAGES


def language_remark(tag: object) -> str | None:
    """What is to be said of the language of a text; `None` where the rules are for it."""
    if not isinstance(tag, str) or knows_language(tag):
        return None
    meant = tag_meant(tag)
    if meant is not None:
        return f"the language is {tag!r}, which is no language tag; did you mean {meant!r}?"
    return f"the language is {tag!r}, and quotations are found by rules for English"


def _warn_of(*remarks: str | None) -> None:
    for remark in filter(None, remarks):
        warn(remark)


def _text_remark(text: str) -> str | None:
    """What is to be said of a text that is no plain text; it is read all the same."""
    if names_file(text):
        return f"{format_value(text)} looks like the name of a file or an address; read_text takes what is in it"
    if has_tags(text):
        return (
            "there are HTML tags in the text, and they are read as words; newsschema.interop.read reads pages "
            "(with the extra 'pages'), and newsschema read takes tags out"
        )
    return None


def _builder(text: str, lexicon: Lexicon | None) -> Builder:
    """What makes quotes and sources of all that is found in a text."""
    words = lexicon_or_default(lexicon)
    marked = mark(tokenize(text, words))
    return Builder(marked, Assembler(marked, words).run())


def _find(text: str, title: str | None, lexicon: Lexicon | None) -> Findings:
    """All findings, with what the headline says; most say nothing between marks, and are not read."""
    builder = _builder(text, lexicon)
    findings = builder.build()
    if title is None or not find_marks(title):
        return findings
    return with_headline(builder, findings, _builder(title, lexicon))


def read_text(  # noqa: PLR0913 - what a caller may know already
    text: str,
    *,
    id: str | None = None,  # noqa: A002 - the name of the field
    url: str | None = None,
    language: str | None = None,
    headline: str | None = None,
    published: date | datetime | str | None = None,
    lexicon: Lexicon | None = None,
    min_confidence: float = MIN_CONFIDENCE,
) -> Article:
    """Read a story as an agency or newspaper sends it into an article with its quotations.

    Headline, section, standfirst, byline, dates, credit, corrections and notices around the body become fields of the
    article. Lines that are not part of the story ("ENDS", "Read more", contacts) are kept in `extra` under
    `org.newsschema.trailer`, and lines from which a field was read under `org.newsschema.printed`; no character is lost
    or changed.

    Args:
        text: The story. A byte-order mark and the kind of newline do not matter.
        id: A URI; by default made from the words.
        url: Where it was published.
        language: The language it is written in (BCP 47), if known. The rules are for English.
        headline: The headline, if you know it and it is not in the text.
        published: When it was published; by default the date in the text.
        lexicon: The words that the reader knows; by default `Lexicon.default()`.
        min_confidence: The least confidence of a quotation, 0 to 1; see `find_quotes`.

    Returns:
        The article. Paragraphs of its text are separated by one blank line.

    Raises:
        ValidationError: The text is not a `str`, holds a NUL or a lone surrogate, or is longer than 4 MiB; or an
            argument is not valid.
        TypeError: `min_confidence` is not a number.
        ValueError: `min_confidence` is not between 0 and 1.

    Warns:
        NewsSchemaWarning: The language is not English, or the text is the name of a file or has HTML tags.

    Examples:
        >>> article = read_text('''Bridge to reopen
        ...
        ... NTB, Thursday 3 March 2022
        ...
        ... "It is safe," harbour master Ines Okafor said.
        ...
        ... ENDS''')
        >>> article.headline, article.credit, article.published.isoformat()
        ('Bridge to reopen', 'NTB', '2022-03-03')
        >>> article.text
        '"It is safe," harbour master Ines Okafor said.'
        >>> article.extra["org.newsschema.trailer"]
        ('ENDS',)
    """
    require_text(text)
    _warn_of(language_remark(language), _text_remark(text))
    return read_story(
        text,
        id=id,
        url=url,
        language=language,
        headline=headline,
        published=published,
        lexicon=lexicon,
        min_confidence=min_confidence,
    )


def read_story(  # noqa: PLR0913
    text: str,
    *,
    id: str | None = None,  # noqa: A002
    url: str | None = None,
    language: str | None = None,
    headline: str | None = None,
    published: date | datetime | str | None = None,
    lexicon: Lexicon | None = None,
    min_confidence: float = MIN_CONFIDENCE,
) -> Article:
    """What `read_text` gives, without its warnings: for callers that know what they have."""
    least = require_share("min_confidence", min_confidence)
    if len(text.encode("utf-8", "surrogatepass")) > LONGEST_TEXT:
        message = f"more than {LONGEST_TEXT:,} bytes of UTF-8, which is the limit of a text to read"
        raise ValidationError([Issue(Code.TOO_LARGE, (), message)])
    story = take_apart(text)
    title = _title_of(story, headline)
    body = "\n\n".join(story.paragraphs)
    sources, quotes = at_least(_find(body, title, lexicon), least)
    known = published if published is not None else story.published
    extra = {PRINTED: tuple(story.printed), TRAILER: tuple(story.around)}
    return Article(
        id=id if id is not None else content_id(body, title),
        headline=title,
        text=body,
        language=language,
        published=known,
        updated=None if is_earlier(story.updated, _date_of(known)) else story.updated,
        summary="\n".join(story.summary) or None,
        byline="\n".join(story.byline) or None,
        authors=tuple(story.authors),
        publisher=story.publisher,
        credit=story.credit,
        dateline=story.dateline,
        url=url,
        section=story.section,
        genre=story.genre,
        embargoed_until=story.embargoed_until,
        rights=story.rights,
        corrections=tuple(story.corrections),
        sources=sources,
        quotes=quotes,
        extra={name: lines for name, lines in extra.items() if lines},
    )


def _title_of(story: Story, headline: str | None) -> str | None:
    """The headline of a story, given or found; the first line is none where another headline is given."""
    if headline is None:
        return story.headline
    if story.headline is not None and story.headline != headline:
        story.paragraphs.insert(0, story.headline)
    return headline


def _date_of(value: object) -> date | datetime | None:
    """The date that somebody gives; `None` where the article will say that it is none."""
    try:
        return None if value is None else parse_date(value)
    except InvalidValue:
        return None
