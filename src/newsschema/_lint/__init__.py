"""Lint: what is valid but an editor would question."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeAlias

from attrs import frozen

from newsschema._model.containers import is_list
from newsschema._model.errors import Issue, Path
from newsschema._model.homes import name_home
from newsschema._model.messages import format_value, suggestion
from newsschema._model.own import require
from newsschema._model.types import Article
from newsschema._plugins import load_plugins

__all__ = ["GROUP", "Finding", "LintRule", "chosen_rules", "known_rules", "lint"]

GROUP = "newsschema.lint_rules"
"""The entry points by which an installed package brings rules of its own."""

Finding: TypeAlias = tuple[Path, str]
"""The path to what a rule asks about, and the question."""


@frozen
class LintRule:
    """A lint rule.

    Attributes:
        name: The code of its issues, in kebab-case.
        summary: What it finds, in one line.
        check: Yields the path and message of each finding in an article.

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


name_home("newsschema", [LintRule])


def known_rules() -> tuple[LintRule, ...]:
    """The rules of this library and of every installed package that has an entry point for one.

    Raises:
        TypeError: An entry point does not lead to a rule.
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
    """Find what an editor would question in a valid article.

    Args:
        article: The article.
        rules: The rules; by default those of the library and of installed packages.
        select: Names of the only rules to use; by default all.
        ignore: Names of rules to leave out.

    Returns:
        The findings, rule by rule; the code of a finding is the name of its rule.

    Raises:
        ValueError: A name in `select` or `ignore` is not that of a rule.
        TypeError: `article` is not an article, one of the rules is not a rule, or a rule of your own yields anything
            but findings.

    Examples:
        >>> from newsschema import Source
        >>> okafor = Source(id="s1", name="Ines Okafor")
        >>> article = Article(id="urn:example:1", text="Rain fell.", sources=(okafor,))
        >>> for issue in lint(article):
        ...     print(issue)
        sources[0]: 'Ines Okafor' is not quoted; remove the source, or add its quote (unused-source)
    """
    require(Article, article)
    used = chosen_rules(select, ignore, rules)
    return tuple(issue for rule in used for issue in _asked(rule, article))


def _asked(rule: LintRule, article: Article) -> Iterator[Issue]:
    """What a rule asks about an article.

    Raises:
        TypeError: The rule, which may be somebody else's, yields anything but findings.
    """
    found: Any = rule.check(article)
    for finding in found if _is_several(found) else (found,):
        if not _is_finding(finding):
            raise TypeError(
                f"the lint rule {rule.name!r} gives {format_value(finding)}; expected findings, each a path and a "
                "message: yield ('headline',), 'the headline is too long'"
            )
        path, message = finding
        yield Issue(rule.name, tuple(path), message)


def _is_several(value: Any) -> bool:
    return isinstance(value, Iterable) and not isinstance(value, str)


def _is_finding(value: Any) -> bool:
    return is_list(value) and len(value) == 2 and is_list(value[0]) and isinstance(value[1], str)  # noqa: PLR2004


def _require_rule(rule: object) -> LintRule:
    if not isinstance(rule, LintRule):
        raise TypeError(f"expected a LintRule, got {format_value(rule)}; select takes the names of rules")
    return rule


def chosen_rules(
    select: Sequence[str], ignore: Sequence[str], rules: Iterable[LintRule] | None = None
) -> tuple[LintRule, ...]:
    """The rules that are selected and not ignored.

    Raises:
        TypeError: One name is given in place of several, or something else than a rule among the rules.
        ValueError: A name in `select` or `ignore` is not that of a rule.
    """
    for given in (select, ignore):
        if isinstance(given, str):
            raise TypeError(f"expected the names of lint rules in a list, got {given!r}")
    found = known_rules() if rules is None else tuple(map(_require_rule, rules))
    names = [rule.name for rule in found]
    for name in (*select, *ignore):
        if name not in names:
            raise ValueError(f"there is no lint rule {name!r}{suggestion(name, names)}")
    return tuple(rule for rule in found if rule.name not in ignore and (not select or rule.name in select))
