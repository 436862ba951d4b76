"""The tag of a word: by list and shape, and then by its neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from newsschema._model.punctuation import (
    DOUBLE_CLOSING,
    DOUBLE_OPENING,
    DOUBLE_STRAIGHT,
    SINGLE_CLOSING,
    SINGLE_OPENING,
)
from newsschema.reading._lexicon.gazetteer import NAMES, is_listed_person
from newsschema.reading._lexicon.tags import TAGS, Tag
from newsschema.reading._lexicon.words import WORDS, known_tags
from newsschema.reading._tagging.hidden_verbs import with_hidden_verbs
from newsschema.reading._tagging.openings import opening, shape
from newsschema.reading._tagging.place import MANY
from newsschema.reading._tagging.revisions import revised
from newsschema.reading._tagging.verbs import is_verb

_PLAIN: Final = (
    {mark: mark for mark in ",;:.-()\"'\n"}
    | dict.fromkeys(("!", "?"), "?")
    | dict.fromkeys(("—", "–", "―", "--", "---"), "-")
    | dict.fromkeys((*DOUBLE_OPENING, ",,"), Tag.OPEN)
    | dict.fromkeys(DOUBLE_CLOSING, Tag.CLOSE)
    | dict.fromkeys((*SINGLE_OPENING, *SINGLE_CLOSING), Tag.SINGLE)
    | dict.fromkeys(DOUBLE_STRAIGHT, Tag.STRAIGHT)
    | dict.fromkeys("£€$", "#")
    | {
        "’": Tag.POSSESSIVE,
        "[": "(",
        "]": ")",
        "…": ",",
        "...": ",",
        "....": ".",
        "%": "N",
        "°C": "N",
        "°F": "N",
        "May": "M",
    }
)
_WHOLE_NAME: Final = TAGS.pattern("<name>{2,}")
#: A word with a capital that opens a sentence, or words in marks; so does one behind marks or brackets that close
#: behind a stop.
_OPENING: Final = re.compile(r"P(?: (?<![^\n.?\"\[]P) | (?<=[.?][\]')]P) | (?<=[.?][\]'\"]\)P) )", re.VERBOSE)
#: A word that opens the sentence behind a dateline: "VOSS, Norway (AP) -- Saying".
_AFTER_DATELINE: Final = TAGS.pattern("""
    <name> (?<! <!newline> . ) <name|comma|number|date|stop|open_bracket|close_bracket>{0,14} <dash> <name>
""")
_TITLE: Final = re.compile(r"\n[^\n.;]{4,30}(?=\.?\n)")
#: How many capitals a headline has to each word that is no name, where it has capitals throughout.
_TO_ONE: Final = 5
_VERBAL: Final = TAGS["finite base_or_noun third_or_plural participle ing"] - TAGS["auxiliary"]
#: A name amid a sentence, with a small word beside it: no headline.
_AMID: Final = TAGS.pattern("(?<= <!name|end|open|close|straight|dash|colon> ) <name>")
#: Words that are verb or noun, and verbs right behind an article.
_UNDECIDED: Final = TAGS.pattern(
    """<base_or_noun|third_or_plural>
    | <base|third> (?<= <determiner> . ) | <participle> (?<= <determiner> . ) (?!<counted|participle|ing>)"""
)
#: "To close", "will open", "to suspend the sentence", "would not suspend the sentence": what may be a verb by what
#: stands around it.
_HELPED: Final = TAGS.pattern("""
    <adjective> (?<= <to|auxiliary> . )
    | <noun> (?: (?<= <to|auxiliary> . ) | (?<= <auxiliary> <adverb> . ) ) (?= <determiner|pronoun> )
""")
_VERBS: Final[dict[str, str]] = {
    Tag.BASE_OR_NOUN: Tag.BASE,
    Tag.THIRD_OR_PLURAL: Tag.THIRD,
    Tag.BASE: Tag.BASE,
    Tag.THIRD: Tag.THIRD,
    Tag.PARTICIPLE: Tag.PARTICIPLE,
}
#: "$5", "#1"; "R3.5 billion", "US$1.2bn"; "D-Ariz.", which stands where an age does, but not "D-Day".
_NUMBER: Final = re.compile(
    r"""
    [$\#] | (?:Rs\.?|[A-Z]{1,3}\$?)\d+[.,]?\d
    | [DRI]-(?:[A-Z]\w*\.|(?:Alaska|Hawaii|Idaho|Iowa|Maine|Ohio|Texas|Utah)$)
""",
    re.VERBOSE,
)
#: "@annadoe", a name with its article, or with a small letter in front: "al-Jaafari", "d'Arcy", "hÓgáin".
_SMALL_NAME: Final = re.compile(
    r"@|(?:a[dlnrstz]|ash|el|ibn|abu)-[A-Z]|(?:[a-z]{1,2}['’]?|d[ae]ll['’])[A-ZÀ-Þ][a-zß-ÿ]"
)
#: Nouns that begin with a letter for a shape or a class: "T-shirt", "X-ray".
_LETTERED: Final = re.compile("[A-Z]-[a-z]{3,}")
#: A name with what makes an adjective of it: "London-based", "Norwegian-born", "UN-backed".
_PLACED_AT: Final = re.compile(r"[A-Z]\S*-(?:based|born|led|run|[a-z]{2,}ed)")
#: What a capital makes a name of, and what only capitals throughout do.
_OPEN_CLASSES: Final = TAGS["noun plural adjective base_or_noun third_or_plural base third participle ing past"]
_CLOSED_CLASSES: Final = TAGS["auxiliary pronoun relative"]


#: Several who are called by initials: "MPs", "NGOs".
_INITIALS: Final = re.compile("[A-Z]{2,5}s")


def tag_word(word: str) -> str:
    """Tag one word by list and shape, whatever stands around it."""
    plain = _PLAIN.get(word)
    if plain:
        return plain
    if _INITIALS.fullmatch(word):
        return Tag.PLURAL
    known = known_tags().get(word.lower())
    if known is None:
        return _unlisted(word)
    return Tag.NAME if word[0].isupper() and _is_named(word, known) else known


def _is_named(word: str, tag: str) -> bool:
    """Whether a capital makes a name of a word: except in the closed classes; "IS" and "US" are names, "I" is none."""
    return tag in _OPEN_CLASSES or (tag in _CLOSED_CLASSES and word.isupper() and len(word) > 1)


def _unlisted(word: str) -> str:
    """Tag a word that no list knows by its shape."""
    first = word[0]
    if first.isdigit() or _NUMBER.match(word):
        return Tag.NUMBER
    if _PLACED_AT.fullmatch(word) or word[-1] == "-":  # "short- and long-term"
        return Tag.ADJECTIVE
    if _SMALL_NAME.match(word) or (first.isupper() and not _LETTERED.fullmatch(word)):
        return Tag.NAME
    return shape(word.lower()) if first.isalpha() else Tag.OTHER


def _lower_titles(tags: str, lower: tuple[str, ...]) -> str:
    """In a headline with capitals throughout, tag the verbs as if they had none, and what the text has without."""
    pieces: list[str] = []
    done = 0
    small: Mapping[str, str] = {}
    for match in _TITLE.finditer(f"\n{tags}"):
        first, after = match.start(), match.end() - 1
        if tags.count("P", first, after) * 2 > after - first:
            small = small or _small(tags, lower)
            others = sum(tag in _OPEN_CLASSES for tag in match[0])  # one may be in a name: "Norr Papers"
            meant = small if others * _TO_ONE < tags.count("P", first, after) else {}
            pieces += [tags[done:first]]
            pieces += [_in_small(tag, word, meant) for word, tag in zip(lower[first:after], match[0][1:], strict=True)]
            done = after
    return "".join((*pieces, tags[done:]))


def _in_small(tag: str, word: str, small: Mapping[str, str]) -> str:
    """The tag that a word of a headline has without its capital: that of the text, or that of a verb."""
    if tag != Tag.NAME:
        return tag
    known = known_tags().get(word, tag)
    return small.get(word) or (known if known in _VERBAL else tag)


def _small(tags: str, lower: tuple[str, ...]) -> dict[str, str]:
    """The words that have small letters somewhere in a text and are no name amid a sentence, with their tags."""
    body = _TITLE.sub(lambda match: Tag.NEWLINE * len(match[0]), f"\n{tags}")[1:]
    named = NAMES.particles.union(lower[match.start()] for match in _AMID.finditer(body))
    return {word: tag for word, tag in zip(lower, tags, strict=False) if tag in _OPEN_CLASSES and word not in named}


def decide(tags: str, lower: tuple[str, ...]) -> str:
    """Decide words that are verb or noun, and those that several classes share, by their neighbours."""
    return with_hidden_verbs(revised(_decide_words(_lower_titles(tags, lower), lower), lower), lower)


def _decide_words(tags: str, lower: tuple[str, ...]) -> str:
    """Decide word by word what opens a sentence, what is verb or noun, and what "to" or a modal makes a verb."""
    made = list(tags)
    surnames = _surnames(tags, lower)
    behind_datelines = (match.end() - 1 for match in _AFTER_DATELINE.finditer(tags))
    for i in (*_starts(_OPENING, tags), *behind_datelines):
        if lower[i] not in surnames and lower[i + 1 : i + 2] != ("&",):
            made[i] = opening(lower[i], tags[i + 1 : i + 4])
    for i in _starts(_UNDECIDED, tags):
        noun = Tag.PLURAL if tags[i] in MANY else Tag.NOUN
        made[i] = _VERBS[tags[i]] if is_verb(made, tags, lower, i) else noun
    for i in _starts(_HELPED, tags):
        if _is_helped(tags, lower, i):
            made[i] = Tag.BASE
    return "".join(made)


def _surnames(tags: str, lower: tuple[str, ...]) -> set[str]:
    """The words of whole names behind the first, but no plurals of persons: "A Rift Among Climate Scientists"."""
    found = {word for match in _WHOLE_NAME.finditer(tags) for word in lower[match.start() + 1 : match.end()]}
    return {word for word in found if not (word.endswith("s") and is_listed_person(word))}


def _starts(pattern: re.Pattern[str], tags: str) -> Iterator[int]:
    """Where a pattern matches."""
    return (match.start() for match in pattern.finditer(tags))


def _is_helped(tags: str, lower: tuple[str, ...], i: int) -> bool:
    """Whether an adjective or a noun is a verb behind "to" or a modal: "will open", "to suspend the sentence"."""
    if tags[i] == Tag.NOUN:
        timed = not WORDS.time_spans.isdisjoint(lower[i + 1 : i + 3])  # "to hospital that night"
        helped = tags[i - 1] == Tag.TO or not WORDS.modals.isdisjoint(lower[i - 2 : i])
        return helped and lower[i] not in known_tags() and lower[i - 2] != "according" and not timed
    return lower[i] in WORDS.adjectives_or_verbs and (tags[i - 1] == Tag.TO or lower[i - 1] in WORDS.modals)
