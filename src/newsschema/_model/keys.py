"""What tells articles apart, and what orders them."""

from datetime import datetime, timedelta

from newsschema._model.own import require, require_text
from newsschema._model.types import Article

__all__ = ["content_id", "sort_key"]


def content_id(text: str, headline: str | None = None) -> str:
    """An id made from an article's words (RFC 6920), so that the same words have the same id everywhere.

    Args:
        text: The body.
        headline: The headline, if there is one.

    Returns:
        A `ni:` URI with the SHA-256 of headline, blank line and body in UTF-8.

    Raises:
        ValidationError: One of them is no `str`.

    Examples:
        >>> content_id("Rain fell.")
        'ni:///sha-256;ikseg9msdliKvG5Sk0ZB-ZhfooEWkX0gCx0FVy5tebg'
    """
    from base64 import urlsafe_b64encode
    from hashlib import sha256

    parts = [text] if headline is None else [headline, text]
    for part in parts:
        require_text(part)
    digest = sha256("\n\n".join(parts).encode("utf-8", "surrogatepass")).digest()
    return "ni:///sha-256;" + urlsafe_b64encode(digest).rstrip(b"=").decode()


def sort_key(article: Article) -> tuple[bool, int, bool, int, str]:
    """A sort key for articles with dates and times mixed: `sorted(articles, key=sort_key)`.

    The earliest comes first, by `published` or else `updated`. Times are compared as instants; a date comes before the
    times of its day in UTC. Articles without a date come last, and equal ones are in the order of their ids.

    Args:
        article: The article.

    Raises:
        TypeError: `article` is not an article.

    Examples:
        >>> times = ("2026-03-03T00:30:00+01:00", None, "2026-03-03", "2026-03-02")
        >>> articles = [Article(id="urn:x:1", text="", published=time) for time in times]
        >>> [
        ...     article.published and article.published.isoformat()
        ...     for article in sorted(articles, key=sort_key)
        ... ]
        ['2026-03-02', '2026-03-03T00:30:00+01:00', '2026-03-03', None]
    """
    when = require(Article, article).published or article.updated
    if when is None:
        return True, 0, False, 0, article.id
    seconds = when.toordinal() * 86_400
    if not isinstance(when, datetime):
        return False, seconds, False, 0, article.id
    offset = when.utcoffset() or timedelta()
    seconds += when.hour * 3600 + when.minute * 60 + when.second - offset // timedelta(seconds=1)
    return False, seconds, True, when.microsecond, article.id
