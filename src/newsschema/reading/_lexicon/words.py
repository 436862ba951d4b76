"""The word lists of the reader (``lexicon.toml``) and the forms of English verbs."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache, cached_property
from importlib.resources import files
from typing import Any, Final, cast

import attrs

from newsschema._model.punctuation import APOSTROPHES
from newsschema.reading._lexicon.tags import TAGS, Tag

_Rows = tuple[tuple[str, ...], ...]


def _frozen(table: Mapping[str, tuple[str, ...]]) -> dict[str, frozenset[str]]:
    return {key: frozenset(words) for key, words in table.items()}


@attrs.frozen(eq=False, repr=False, slots=False)
class WordLists:
    """The lists of ``lexicon.toml``: each field is a key there, where its comment says what the words are."""

    plain_verbs: frozenset[str]
    verbs_or_nouns: frozenset[str]
    cue_verbs_or_nouns: frozenset[str]
    cue_nouns: frozenset[str]
    felt: frozenset[str]
    cue_adjectives: frozenset[str]
    parenthetical: frozenset[str]
    addressed: frozenset[str]
    bridges: frozenset[str]
    to_somebody: frozenset[str]
    light: frozenset[str]
    made_clear: frozenset[str]
    raising: frozenset[str]
    affecting: frozenset[str]
    leading: frozenset[str]
    rumoured: frozenset[str]
    statements: frozenset[str]
    unspoken: frozenset[str]
    stances: frozenset[str]
    naming: frozenset[str]
    presenting: frozenset[str]
    naming_words: frozenset[str]
    naming_verbs: frozenset[str]
    quoting: frozenset[str]
    writing: frozenset[str]
    authoring: frozenset[str]
    titling: frozenset[str]
    thinking: frozenset[str]
    speaking: frozenset[str]
    clausal: frozenset[str]
    tallying: frozenset[str]
    clauseless: frozenset[str]
    asking: frozenset[str]
    objectless: frozenset[str]
    says: frozenset[str]
    knowing: frozenset[str]
    claiming: frozenset[str]
    held: frozenset[str]
    minded: frozenset[str]
    ready: frozenset[str]
    wanting_clauses: frozenset[str]
    avowing: frozenset[str]
    either_case: frozenset[str]
    anyone: frozenset[str]
    governed: frozenset[str]
    excepting: frozenset[str]
    qualifying: frozenset[str]
    denying: frozenset[str]
    denials: frozenset[str]
    rejecting: frozenset[str]
    owning: frozenset[str]
    stated: frozenset[str]
    forecasting: frozenset[str]
    promising: frozenset[str]
    refusing: frozenset[str]
    refused: frozenset[str]
    reporting: frozenset[str]
    answering: frozenset[str]
    nobody: frozenset[str]
    somebody: frozenset[str]
    near: frozenset[str]
    hardly: frozenset[str]
    turned: frozenset[str]
    supposing: frozenset[str]
    be: frozenset[str]
    modals: frozenset[str]
    shifted: frozenset[str]
    negations: frozenset[str]
    people: frozenset[str]
    percent: frozenset[str]
    measures: frozenset[str]
    bodies: frozenset[str]
    governments: frozenset[str]
    papers: frozenset[str]
    occasions: frozenset[str]
    unnamed: frozenset[str]
    symptoms: frozenset[str]
    idle: frozenset[str]
    representatives: frozenset[str]
    generic_bodies: frozenset[str]
    time_spans: frozenset[str]
    time_units: frozenset[str]
    time_shifts: frozenset[str]
    self_reference: frozenset[str]
    replies: frozenset[str]
    liking: frozenset[str]
    utterances: frozenset[str]
    received: frozenset[str]
    judging: frozenset[str]
    arriving: frozenset[str]
    bidding: frozenset[str]
    hearing: frozenset[str]
    mostly_nouns: frozenset[str]
    misdeeds: frozenset[str]
    doubling: frozenset[str]
    bare_determiners: frozenset[str]
    placing: frozenset[str]
    perceiving: frozenset[str]
    reaching: frozenset[str]
    showing: frozenset[str]
    revealing: frozenset[str]
    objectless_to: frozenset[str]
    open_nouns: frozenset[str]
    floating: frozenset[str]
    time_determiners: frozenset[str]
    repeating: frozenset[str]
    owners: frozenset[str]
    reflexive: frozenset[str]
    contrasting: frozenset[str]
    kept_prepositions: frozenset[str]
    telling_adverbs: frozenset[str]
    telling_forms: frozenset[str]
    agent_prepositions: frozenset[str]
    wondering: frozenset[str]
    meanwhile: frozenset[str]
    whereabouts: frozenset[str]
    occasion_prepositions: frozenset[str]
    quantities: tuple[str, ...]
    before_quantity: frozenset[str]
    adjectives_or_verbs: frozenset[str]
    continuing: frozenset[str]
    adding_forms: frozenset[str]
    narrating: frozenset[str]
    stirring: frozenset[str]
    stirred: frozenset[str]
    beating: frozenset[str]
    estimates: frozenset[str]
    giving: frozenset[str]
    particulars: frozenset[str]
    prompting: frozenset[str]
    comparatives: frozenset[str]
    many: frozenset[str]
    according: tuple[str, ...]
    labels: frozenset[str]
    articles: frozenset[str]
    plural_determiners: frozenset[str]
    rare_verbs: frozenset[str]
    attributive: frozenset[str]
    small_in_titles: frozenset[str]
    distancing: frozenset[str]
    works: frozenset[str]
    leading_articles: frozenset[str]
    loose_complements: frozenset[str]
    suppositions: frozenset[str]
    past_modals: frozenset[str]
    happening: frozenset[str]
    scholarly: frozenset[str]
    questioning: frozenset[str]
    applause: frozenset[str]
    calls: frozenset[str]
    calls_to_do: frozenset[str]
    aliases: frozenset[str]
    watching: frozenset[str]
    day_adverbs: frozenset[str]
    fractions: frozenset[str]
    nameless: frozenset[str]
    views: frozenset[str]
    polls: frozenset[str]
    staging: frozenset[str]
    wordings: frozenset[str]
    tales: frozenset[str]
    accounts: frozenset[str]
    wholes: frozenset[str]
    going_on: frozenset[str]
    agencies: tuple[str, ...]
    phrasal: _Rows
    tags: Mapping[str, tuple[str, ...]]
    classes: Mapping[str, frozenset[str]] = attrs.field(converter=_frozen)
    fits: Mapping[str, tuple[str, ...]]
    may_fit: Mapping[str, tuple[str, ...]]
    irregular: Mapping[str, tuple[str, ...]]
    british: Mapping[str, tuple[str, ...]]
    particles: Mapping[str, frozenset[str]] = attrs.field(converter=_frozen)

    @cached_property
    def parenthetical_forms(self) -> frozenset[str]:
        """The forms of the verbs that may follow what was said."""
        return frozenset(form for base in self.parenthetical for form in forms(base).values())

    @cached_property
    def answering_forms(self) -> frozenset[str]:
        """The forms of the verbs of answering."""
        return frozenset(form for base in self.answering for form in forms(base).values())

    @cached_property
    def staging_forms(self) -> frozenset[str]:
        """The forms of the verbs that say where in a speech somebody is."""
        return frozenset(form for base in self.staging for form in forms(base).values())

    @cached_property
    def denying_forms(self) -> frozenset[str]:
        """The forms of the verbs of denying."""
        return frozenset(form for base in self.denying for form in forms(base).values())

    @cached_property
    def owning_forms(self) -> frozenset[str]:
        """The forms of the verbs of saying that something is so."""
        return frozenset(form for base in self.owning for form in forms(base).values())

    @cached_property
    def perceiving_forms(self) -> frozenset[str]:
        """The forms of the verbs whose object does what is told of it."""
        return frozenset(form for base in self.perceiving for form in forms(base).values())

    @cached_property
    def phrasal_forms(self) -> Mapping[tuple[str, str], str]:
        """The forms of verbs with a particle, each with the verb that both together are used like."""
        rows = ((verbs.split(), particle, like) for verbs, particle, like in self.phrasal)
        return {
            (form, particle): like
            for verbs, particle, like in rows
            for base in verbs
            for form in (self.be if base == "be" else forms(base).values())
        }

    @property
    def cue_verbs(self) -> frozenset[str]:
        """The verbs that may make an attribution, of all classes."""
        return frozenset(self.light | self.raising | self.affecting).union(*self.classes.values())


def _read(value: Any) -> Any:
    """What a value of the file means: words at spaces, entries, rows, or a table of words."""
    if isinstance(value, str):
        return frozenset(value.split())
    if isinstance(value, dict):
        table = cast("dict[str, str]", value)
        return {key: tuple(words.split()) for key, words in table.items()}
    rows: list[str | list[str]] = value
    return tuple(tuple(row) if isinstance(row, list) else row for row in rows)


def _load() -> WordLists:
    text = files("newsschema.reading").joinpath("lexicon.toml").read_text(encoding="utf-8")
    return WordLists(**{key: _read(value) for key, value in tomllib.loads(text).items()})


WORDS: Final = _load()


#: Participles that are no other form of their verb: "seen", but not "come".
ONLY_PARTICIPLES: Final = frozenset(
    participle for base, (past, participle) in WORDS.irregular.items() if participle not in {past, base}
)
_ONE_SHORT_VOWEL: Final = re.compile(r"(?:qu|[^aeiou])*[aeiou][^aeiouwxy]")


def forms(base: str) -> dict[str, str]:
    """Inflect a verb: its forms by tag.

    >>> list(forms("deny").values())
    ['deny', 'denies', 'denied', 'denied', 'denying']
    """
    past, participle = WORDS.irregular.get(base, ("", ""))
    if not past:
        past = participle = _with_ending(base, "ed")
    return {
        Tag.BASE: base,
        Tag.THIRD: _with_ending(base, "s"),
        Tag.PAST: past,
        Tag.PARTICIPLE: participle,
        Tag.ING: _going(base, past),
    }


def _with_ending(base: str, ending: str) -> str:
    """A verb with -s or -ed: "denies", "pushes", "hoped", "blabbed"."""
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return f"{base[:-1]}i{'es' if ending == 's' else ending}"
    if ending == "s":
        return base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
    if _ONE_SHORT_VOWEL.fullmatch(base):
        base += base[-1]
    return base + ending.removeprefix("e" if base.endswith("e") else "")


def _going(base: str, past: str) -> str:
    """A verb with -ing: "lying", "hoping", "planning"."""
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return base[:-1] + "ing"
    if past == base + base[-1] + "ed" or base in WORDS.doubling:
        return base + base[-1] + "ing"
    return base + ("king" if base.endswith("ic") else "ing")


@cache
def known_tags() -> dict[str, str]:
    """The tag of every word that the tagger knows, in lower case."""
    tags: dict[str, str] = {}
    nouns = WORDS.verbs_or_nouns | WORDS.cue_verbs_or_nouns | WORDS.cue_nouns
    for base in sorted(WORDS.plain_verbs | WORDS.verbs_or_nouns | WORDS.cue_verbs):
        for form, tag in _tags_of_verb(base, noun=base in nouns and base not in WORDS.plain_verbs).items():
            tags.setdefault(form, tag)
    for name, listed in WORDS.tags.items():
        tags.update(dict.fromkeys(listed, TAGS.letters[name]))
    tags |= {"that": Tag.THAT, "to": Tag.TO, "of": Tag.OF, "said": Tag.PAST, "told": Tag.PAST}
    for apostrophe in APOSTROPHES:
        tags |= {apostrophe: Tag.POSSESSIVE, f"{apostrophe}s": Tag.POSSESSIVE, f"{apostrophe}t": Tag.ADVERB}
        tags |= dict.fromkeys((apostrophe + clitic for clitic in ("re", "ll", "ve", "d", "m")), Tag.AUXILIARY)
    return tags


def _tags_of_verb(base: str, *, noun: bool) -> dict[str, str]:
    """The tags of the forms of a verb, which may be a noun as well; a form that is two things has the first."""
    made = forms(base)
    apart = made[Tag.PAST] != made[Tag.PARTICIPLE] or base in WORDS.objectless
    past = {made[Tag.PAST]: Tag.PAST} if apart else {}
    return {
        made[Tag.PARTICIPLE]: Tag.PARTICIPLE,
        **past,
        made[Tag.ING]: Tag.ING,
        base: Tag.BASE_OR_NOUN if noun else Tag.BASE,
        made[Tag.THIRD]: Tag.THIRD_OR_PLURAL if noun else Tag.THIRD,
    }
