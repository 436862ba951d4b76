"""The lexicon: which words make an attribution."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final, Self

import attrs

from newsschema._model.containers import is_object
from newsschema._model.messages import format_value, suggestion
from newsschema.reading._lexicon.words import WORDS, forms

_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_INFLECTED: Final = re.compile(r"(?!embed|imbed)\w*[aeiouy]\w*(?:(?<!e)ed|(?<!str)(?<!spr)ing|(?<![suia])s)")
"""Verbs in -ed, -ing and -s; not in -eed, -string, -spring, -ss, -us, -is and -as, in which verbs end by themselves."""


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "sh", "ch")) else "s")


@attrs.frozen(eq=False, kw_only=True)
class Lexicon:
    """The words that make an attribution.

    The maps go from a word form in lower case to its base form. The default has about nine hundred words;
    `extended` adds your own.

    Attributes:
        verbs: Forms of verbs.
        nouns: Forms of nouns.
        adjectives: Adjectives that attribute with a form of "be".
        tags: Tags of words that the reader's tagger does not know.
        listed: All forms together: those of verbs and nouns, and the adjectives.

    Examples:
        >>> from newsschema.reading import find_quotes
        >>> lexicon = Lexicon.default().extended(verbs={"harrumph": "say"})
        >>> sources, quotes = find_quotes(
        ...     "The mayor harrumphed that it was late.", lexicon=lexicon
        ... )
        >>> quotes[0].words
        'that it was late'
    """

    verbs: Mapping[str, str]
    nouns: Mapping[str, str]
    adjectives: frozenset[str]
    tags: Mapping[str, str] = attrs.field(factory=dict[str, str])
    listed: frozenset[str] = attrs.field(init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        """Gather all forms once, for the scan that looks for them."""
        object.__setattr__(self, "listed", frozenset({*self.verbs, *self.nouns, *self.adjectives}))

    @classmethod
    def default(cls) -> "Lexicon":
        """The lexicon of English news that comes with the library."""
        return _default()

    def extended(self, *, verbs: Mapping[str, str] | None = None, nouns: Mapping[str, str] | None = None) -> Self:
        """A lexicon with more words, each used like a known one.

        Args:
            verbs: New verbs in the base form, each with a known verb that is used in the same way.
            nouns: New nouns in the singular, each with a known noun that is used in the same way.

        Raises:
            ValueError: A word that should be known is not; or a new word could not be found: it is not one word in
                lower case, or a verb that is inflected.
            TypeError: The words are not in a mapping, or one is not a `str`.
        """
        verbs, nouns = {} if verbs is None else verbs, {} if nouns is None else nouns
        _check_known(verbs, self.verbs.values(), "verb")
        _check_known(nouns, self.nouns.values(), "noun")
        made = {base: forms(base) for base in verbs}
        spoken = {form: like for base, like in verbs.items() for form in made[base].values()}
        tags = {form: tag for inflected in made.values() for tag, form in inflected.items()}
        return attrs.evolve(
            self,
            verbs={**self.verbs, **spoken},
            nouns={**self.nouns, **_with_plurals(nouns)},
            tags={**self.tags, **tags},
        )


def _check_known(words: Mapping[str, str], bases: Iterable[str], kind: str) -> None:
    """See that each new word can be found, and is used like one that makes an attribution."""
    known = frozenset(bases)
    if not is_object(words):
        example = "{'harrumph': 'say'}" if kind == "verb" else "{'diktat': 'claim'}"
        raise TypeError(
            f"expected {kind}s in a dict, each with a known one that it is used like, such as {example}, "
            f"got {format_value(words)}"
        )
    for word, like in words.items():
        if not isinstance(word, str) or not isinstance(like, str):
            raise TypeError(f"expected two words, got {format_value(word)} and {format_value(like)}")
        if (fault := _fault_of(word, kind)) is not None:
            raise ValueError(f"the {kind} {word!r} would never be found: {fault}")
        if like not in known:
            raise ValueError(
                f"{word!r} cannot be used like {like!r}, which is no {kind} of attribution"
                f"{suggestion(like, sorted(known))}"
            )


def _fault_of(word: str, kind: str) -> str | None:
    """Why a word of this form cannot be found in a text; `None` where it can."""
    if word != word.lower():
        return f"write it in lower case, {word.lower()!r}"
    if not _WORD.fullmatch(word):
        return "it is not one word"
    if kind == "verb" and _INFLECTED.fullmatch(word):
        return "give its base form, such as 'harrumph' and not 'harrumphed'"
    return None


def lexicon_or_default(given: object) -> Lexicon:
    """The lexicon that is given, or the one of the library.

    Raises:
        TypeError: It is none.
    """
    if given is not None and not isinstance(given, Lexicon):
        raise TypeError(f"expected a Lexicon, as Lexicon.default().extended(...) gives, got {format_value(given)}")
    return Lexicon.default() if given is None else given


def _with_plurals(nouns: Mapping[str, str]) -> dict[str, str]:
    """Nouns and their plurals, each with the noun that it is used like."""
    return {form: like for noun, like in nouns.items() for form in (noun, _plural(noun))}


@cache
def _default() -> Lexicon:
    return Lexicon(
        verbs={form: base for base in sorted(WORDS.cue_verbs) for form in forms(base).values()},
        nouns=_with_plurals({noun: noun for noun in sorted(WORDS.cue_nouns)}),
        adjectives=WORDS.cue_adjectives,
    )
