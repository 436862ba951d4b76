"""The lexicon: which words make an attribution, and how much each weighs in which frame."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from math import exp
from typing import Self

import attrs

from newsschema.reading import _vocabulary as vocabulary
from newsschema.reading._words import forms


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "sh", "ch")) else "s")


@attrs.frozen(eq=False, kw_only=True)
class Lexicon:
    """The words that make an attribution.

    Each map goes from a form as it stands in a text, in lower case, to the word that it is a form of. The default, `Lexicon.default()`,
    has about a thousand words; take it as it is or with more words of your own.

    Attributes:
        verbs: Forms of verbs.
        nouns: Forms of nouns.
        adjectives: Adjectives.
        weights: What speaks for a candidate and what against it, in log-odds, by the name of the evidence: a word (``say``), a
            frame (``a.that``), a word in a frame (``say.that``), a kind of mention (``@name``) and others. Counted on news
            texts with annotated attributions.
        floor: The least sum of weights at which a candidate counts.

    Examples:
        >>> from newsschema.reading import find_quotes
        >>> lexicon = Lexicon.default().extended(verbs={"harrumph": "say"})
        >>> sources, quotes = find_quotes("The mayor harrumphed that it was late.", lexicon=lexicon)
        >>> quotes[0].words
        'that it was late'
    """

    verbs: Mapping[str, str]
    nouns: Mapping[str, str]
    adjectives: Mapping[str, str]
    weights: Mapping[str, float]
    floor: float = 0.0
    tags: Mapping[str, str] = attrs.field(factory=dict)

    @classmethod
    def default(cls) -> Lexicon:
        """The lexicon of English news that comes with the library."""
        return _default()

    def extended(self, *, verbs: Mapping[str, str] | None = None, nouns: Mapping[str, str] | None = None) -> Self:
        """A lexicon with more words, each used like one that is known already.

        Args:
            verbs: New verbs in the base form, each with the known verb that it is used like.
            nouns: New nouns in the singular, each with the known noun that it is used like.
        """
        more_verbs = {form: like for base, like in (verbs or {}).items() for form in forms(base).values()}
        tags = {form: tag for base in verbs or {} for tag, form in forms(base).items()}
        more_nouns = {form: like for noun, like in (nouns or {}).items() for form in (noun, _plural(noun))}
        return attrs.evolve(
            self,
            verbs={**self.verbs, **more_verbs},
            nouns={**self.nouns, **more_nouns},
            tags={**self.tags, **tags},
        )

    def points(self, evidence: Iterable[str]) -> float:
        """The log-odds that a candidate with this evidence is an attribution."""
        weights = self.weights
        return sum([weights[name] for name in evidence if name in weights])

    def confidence(self, evidence: Iterable[str]) -> float | None:
        """The probability that a candidate is an attribution; nothing for one below the floor."""
        points = self.points(evidence)
        return probability(points) if points >= self.floor else None


def probability(points: float) -> float:
    """Turn log-odds into a probability with two digits, which is all that the counts bear."""
    return round(1 / (1 + exp(-points)), 2)


def read_weights(text: str) -> dict[str, float]:
    """Read lines of a name and a number."""
    rows = (line.rsplit(" ", 1) for line in text.splitlines())
    return {name: float(weight) for name, weight in rows}


@cache
def _default() -> Lexicon:
    text = files("newsschema.reading").joinpath("weights.txt").read_text(encoding="utf-8")
    return Lexicon(
        verbs={form: base for base in sorted(vocabulary.VERBS) for form in forms(base).values()},
        nouns={form: noun for noun in sorted(vocabulary.NOUNS) for form in (noun, _plural(noun))},
        adjectives={word: word for word in vocabulary.ADJECTIVES},
        weights=read_weights(text),
    )
