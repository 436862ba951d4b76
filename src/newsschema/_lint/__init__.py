"""What is valid, and an editor would still ask about."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from attrs import frozen

from newsschema._model.errors import Issue
from newsschema._model.messages import suggestion
from newsschema._model.types import Article
from newsschema._plugins import load_plugins

__all__ = ["GROUP", "Finding", "LintRule", "chosen_rules", "known_rules", "lint"]

GROUP = "newsschema.lint_rules"
"""The entry points by which an installed package brings rules of its own."""

Finding: TypeAlias = tuple[tuple[str | int, ...], str]
"""The path to what a rule asks about, and the question."""


@frozen
class LintRule:
    """One question that an editor might ask.

    Attributes:
        name: The code of its issues, in kebab-case.
        summary: What it finds, in a line.
        check: Gives path and message of each finding in an article.

    Examples:
        >>> def long_headlines(article):
        ...     if article.headline and len(article.headline) > 80:
        ...         yield ("headline",), f"the headline has {len(article.headline)} characters"
        >>> rule = LintRule(
        ...     "long-headline", "A headline that no front page holds.", long_headlines
        ... )
        >>> article = Article(id="urn:example:1", headline="Rain " * 20, text="")
        >>> lint(article, rules=[rule])[0].message
        'the headline has 100 characters'
    """

    name: str
    summary: str
    check: Callable[[Article], Iterable[Finding]]


def known_rules() -> tuple[LintRule, ...]:
    """The rules of this library and of every installed package that has an entry point for one.

    Raises:
        TypeError: An entry point leads to something else than a rule.
    """
    from newsschema._lint._rules import RULES

    return (*RULES, *load_plugins(GROUP, LintRule))


def lint(
    article: Article,
    *,
    rules: Iterable[LintRule] | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
) -> tuple[Issue, ...]:
    """What an editor would ask about a valid article.

    Args:
        article: The article.
        rules: The rules to go by; those of the library and of installed packages where none are given.
        select: Names of the only rules to use; all where none are given.
        ignore: Names of rules to leave out.

    Returns:
        The findings, rule by rule; the code of each is its rule's name.

    Raises:
        ValueError: There is no rule of a name in `select` or `ignore`.

    Examples:
        >>> from newsschema import Source
        >>> okafor = Source(id="s1", name="Ines Okafor")
        >>> article = Article(id="urn:example:1", text="Rain fell.", sources=(okafor,))
        >>> for issue in lint(article):
        ...     print(issue)
        sources[0]: 'Ines Okafor' says nothing here; leave the source out, or give it its quote (unused-source)
    """
    used = chosen_rules(select, ignore, rules)
    return tuple(Issue(rule.name, path, message) for rule in used for path, message in rule.check(article))


def chosen_rules(
    select: Sequence[str], ignore: Sequence[str], rules: Iterable[LintRule] | None = None
) -> tuple[LintRule, ...]:
    """The rules that are selected and not ignored.

    Raises:
        ValueError: There is no rule of a name in `select` or `ignore`.
    """
    found = known_rules() if rules is None else tuple(rules)
    names = [rule.name for rule in found]
    for name in (*select, *ignore):
        if name not in names:
            raise ValueError(f"there is no lint rule {name!r}{suggestion(name, names)}")
    return tuple(rule for rule in found if rule.name not in ignore and (not select or rule.name in select))
