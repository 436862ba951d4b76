"""What this newsroom asks beyond what every editor asks."""

from collections.abc import Iterator

from newsschema import Article, LintRule


def _check(article: Article) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if article.headline and len(article.headline) > 40:
        yield (
            ("headline",),
            f"{len(article.headline)} characters; the front page has room for 40",
        )


LONG_HEADLINE = LintRule(
    "long-headline", "A headline that the front page has no room for.", _check
)
