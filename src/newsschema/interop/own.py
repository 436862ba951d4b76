"""The JSON of this library, as one of the formats."""

from collections.abc import Iterable
from typing import Any

from newsschema import Article, Issue, to_dict
from newsschema._json.strict import read_article
from newsschema._model.containers import is_object
from newsschema._model.own import require
from newsschema.interop._document import Document
from newsschema.interop._plain import format_json_value, refusal
from newsschema.interop._registry import Certainty, Format, has_keys
from newsschema.interop._report import Loss, LossCode, Report

__all__ = ["from_newsschema", "to_newsschema"]


def from_newsschema(document: object, *, strict: bool = False) -> tuple[Article, Report]:  # noqa: ARG001 - it always is
    """An article from this library's own JSON.

    Args:
        document: The JSON, as bytes, text or decoded JSON.
        strict: Has no effect.

    Returns:
        The article, and a report of the fields that only a newer minor version has.

    Raises:
        ValidationError: Every fault there is.

    Examples:
        >>> document = '{"schema_version": "1.0", "id": "urn:example:1", "text": "Rain fell."}'
        >>> from_newsschema(document)[0].text
        'Rain fell.'
    """
    data = Document.of(document).data
    if not is_object(data):
        raise refusal((), f"expected an article, got {format_json_value(document)}")
    skipped: list[Issue] = []
    return read_article(data, skipped=skipped), Report(losses_of(skipped))


def losses_of(skipped: Iterable[Issue]) -> tuple[Loss, ...]:
    """What is told of fields that only a newer minor version has.

    Args:
        skipped: An issue for each.
    """
    reason = "this is a field of a newer version of the schema, which this library does not know"
    return tuple(Loss(LossCode.NO_PLACE, issue.path, reason) for issue in skipped)


def to_newsschema(article: Article) -> tuple[dict[str, Any], Report]:
    """An article as plain data, and an empty report.

    Args:
        article: The article.

    Examples:
        >>> from newsschema import Article
        >>> to_newsschema(Article(id="urn:example:1", text="Rain fell."))[0]["id"]
        'urn:example:1'
    """
    require(Article, article)
    return to_dict(article), Report()


FORMATS = (
    Format(
        name="newsschema",
        title="newsschema's own JSON",
        read=from_newsschema,
        write=to_newsschema,
        detect=has_keys("schema_version", certainty=Certainty.CERTAIN),
    ),
)
