"""Where parsers write down what is wrong: up to a limit, in the words of Python or of JSON."""

from collections.abc import Iterable, Mapping

from newsschema._model.errors import Code, Issue, Path, ValidationError
from newsschema._model.messages import PYTHON, suggestion
from newsschema._model.values import InvalidValue

_SUGGESTIONS = 100
"""How many unknown names are compared with the known ones; more is work that nobody reads."""


class IssueLog:
    """The issues found so far.

    Args:
        limit: How many to keep; further ones are counted. `None` keeps all.
        words: What messages call values: `PYTHON` or `JSON`.
    """

    __slots__ = ("_left", "_more", "_suggestions", "issues", "words")

    def __init__(self, limit: int | None = None, words: Mapping[str, str] = PYTHON) -> None:
        self.issues: list[Issue] = []
        self.words = words
        self._left = limit
        self._more = 0
        self._suggestions = _SUGGESTIONS

    def add(self, issue: Issue) -> None:
        """Keep an issue, or count it where there are enough."""
        if self._left is not None:
            if not self._left:
                self._more += 1
                return
            self._left -= 1
        self.issues.append(issue)

    def extend(self, issues: Iterable[Issue]) -> None:
        """Keep several."""
        for issue in issues:
            self.add(issue)

    def invalid(self, error: InvalidValue, path: Path) -> None:
        """Keep what a parser refused, at its path."""
        self.add(Issue(error.code, path, "" if self._left == 0 else error.message(self.words)))

    def suggest(self, word: str, known: Iterable[str], others: Mapping[str, str]) -> str:
        """`; did you mean …?` for the first hundred unknown names."""
        self._suggestions -= 1
        return suggestion(word, known, others) if self._suggestions >= 0 else ""

    def all(self) -> tuple[Issue, ...]:
        """The issues, and behind them one that says how many there are besides."""
        if not self._more:
            return tuple(self.issues)
        rest = f"{self._more} more issue{'s' * (self._more > 1)}; the limit is {len(self.issues)}"
        return (*self.issues, Issue(Code.TOO_LARGE, (), rest))

    def raise_if_any(self) -> None:
        """Raise what was found.

        Raises:
            ValidationError: Something was.
        """
        if self.issues:
            raise ValidationError(self.all())
