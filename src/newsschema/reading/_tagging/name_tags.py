"""Where names stand: what only looks like another word, and what belongs to a name beside it."""

from __future__ import annotations

import re
from typing import Final

from newsschema.reading._lexicon.gazetteer import NAMES, NATIONS, SPLIT_BODIES, is_given, plain
from newsschema.reading._lexicon.signs import BODY_END, PARTICLE, SMALL_NAME
from newsschema.reading._lexicon.tags import TAGS, Tag
from newsschema.reading._lexicon.words import known_tags
from newsschema.reading._tagging.made_names import is_initials
from newsschema.reading._tagging.naming import ENDINGS, is_common

#: What a small word may be tagged as that is a name.
_SMALL: Final = TAGS[
    "determiner subject relative preposition conjunction contrast subordinator auxiliary adverb date number"
]
_APPOSED: Final = TAGS["preposition auxiliary"]
#: Before the name of a month that is none: "in May", "early June".
_MONTH_BEFORE: Final = TAGS["link date subordinator number adjective determiner"]
_COUNTED: Final = TAGS["counted"]
_OPENERS: Final = TAGS["end open straight single colon dash"]
#: Behind a name that opens a sentence.
_BEHIND_NAME: Final = TAGS["past third base auxiliary participle comma open_bracket open dash"]
_OFFICES: Final = NAMES.offices | NAMES.trades
#: Dutch particles of two words, of which the first is a word of its own: "in ’t Veld", "op de Beek".
_LED: Final = frozenset({"aan", "in", "op", "uit"})
_LEADING: Final = frozenset({"'t", "’t", "de", "den", "der"})
#: How many small words may stand together in a name.
_PARTICLES: Final = 3


def tag_names(tags: str, words: tuple[str, ...], lower: tuple[str, ...], signs: str) -> str:
    """Tag as names what only looks like something else: "Will Dorn", "Thora May", "van den Brule".

    A small word with a capital beside a name is one where it can be: a given name before, a surname behind one; at the
    start of a sentence only a given name before a lone surname is. Small words between names belong to them.
    """
    size, tags = len(tags), f"{tags}\n\n"  # a look ahead is safe
    made = list(tags)
    _tag_particles(made, tags, words, lower, signs)
    _tag_slogans(made, tags, words, lower)
    _tag_titles(made, tags, words)
    _tag_bodies(made, words, lower, signs)
    _tag_letters(made, tags, words)
    for match in _ENDING.finditer(tags):
        if plain(words[match.end()]) in ENDINGS:
            made[match.start()] = Tag.NAME
    for match in SMALL_NAME.finditer(signs):
        at = match.start()
        if words[at][0].isupper() and tags[at] in _SMALL and _is_name_here(tags, words, at):
            made[at] = Tag.NAME
    _tag_surnames(made, words, lower, signs)
    _tag_days(made, tags, words, lower)
    return "".join(made[:size])


#: "Acme Foods, Inc."
_ENDING: Final = TAGS.pattern("<comma> (?<= <name> . ) (?= <name> )")
#: A weekday before a name: "coach Sunday Okpara", "“...,” said Sunday Okpara", "Sunday Okpara said".
_DAY: Final = TAGS.pattern("""
    <date> (?= <name> ) (?: (?<= <close|straight|comma> <past|third> . ) (?P<said>)
        | (?<! [^\n.?] . ) (?= <name> <past|third|participle|auxiliary> ) (?P<opening>) )?
""")


def _tag_days(made: list[str], tags: str, words: tuple[str, ...], lower: tuple[str, ...]) -> None:
    """Weekdays that are given names become names wherever they stand before the same surname; of papers too."""
    days = [match for match in _DAY.finditer(tags) if lower[match.start()] in NAMES.days]
    if not days:
        return
    surnames = _surnames_behind(days, tags, words)
    for match in days:
        at = match.start()
        if _is_paper(tags, lower, at) or words[at + 1] in surnames:
            made[at] = Tag.NAME


def _surnames_behind(days: list[re.Match[str]], tags: str, words: tuple[str, ...]) -> set[str]:
    """The surnames before which a weekday is shown to be a given name, and which no other given name has."""
    shown = {words[day.start() + 1] for day in days if _is_born_on(day, words)}
    others = (k for k in _BEFORE_NAMES.finditer(tags) if plain(words[k.start()]) not in _NO_NAMES)
    return shown.difference(words[k.end()] for k in others)


def _is_paper(tags: str, lower: tuple[str, ...], at: int) -> bool:
    """Whether a weekday and the name behind it are those of a paper: "the Sunday Ledger reports"."""
    if tags[at + 2] == Tag.NAME:
        return False
    listed = f"{lower[at]} {lower[at + 1]}" in NAMES.known_bodies
    return listed or (lower[at - 1] == "the" and tags[at + 2] not in _COUNTED)  # but "the Monday Nato meeting"


#: A name before another, and what is none where it has a capital.
_BEFORE_NAMES: Final = TAGS.pattern("<name> (?= <name> )")
_NO_NAMES: Final = _OFFICES | NAMES.courtesy


def _is_born_on(match: re.Match[str], words: tuple[str, ...]) -> bool:
    """Whether a weekday before a name is a given name: behind a trade or "said", or where a verb follows the two."""
    at = match.start()
    before = plain(words[at - 1]) if at else ""
    if not may_be_surname(words[at + 1], plain(words[at + 1])):
        return False
    if before in NAMES.offices or before in NAMES.trades or match.lastgroup == "said":
        return True
    return match.lastgroup is not None and not is_given(words[at + 1])  # "Monday Joseph said" may be either


def may_be_surname(word: str, low: str) -> bool:
    """Whether a capitalised word is none of a body or a place that lists have."""
    listed = word in NATIONS or low in NAMES.places or low in NAMES.known_bodies
    return not listed and not is_common(word, low) and not is_initials(word)


#: A letter that tells one from others: "Witness A told", "Child A, who".
_LETTERED: Final = TAGS.pattern("<name|noun> <determiner> (?= <comma|end|past|third|auxiliary|possessive> )")
_INITIAL: Final = TAGS.pattern("<determiner> (?= <name> )")


def _tag_letters(made: list[str], tags: str, words: tuple[str, ...]) -> None:
    """The letter "A" is a name behind what it tells from others, and an initial: "Witness A", "Minister A B Lind"."""
    for match in _LETTERED.finditer(tags):
        if words[match.end() - 1] == "A":
            made[match.end() - 1] = Tag.NAME
    for match in _INITIAL.finditer(tags):
        at = match.start()
        if words[at] == "A" and (_is_letter(words[at + 1]) or (at and plain(words[at - 1]) in _NO_NAMES)):
            made[at] = Tag.NAME


def _is_letter(word: str) -> bool:
    """Whether a word is one capital letter."""
    return len(word) == 1 and word.isupper()


#: "Campaign group Stop the Road", "Save Our Sea".
_SLOGAN: Final = TAGS.pattern("<name> <determiner> <name>")
_BASES: Final = TAGS["base base_or_noun"]


def _tag_slogans(made: list[str], tags: str, words: tuple[str, ...], lower: tuple[str, ...]) -> None:
    """A determiner between names belongs to the name of a campaign: behind an order, or where a body's noun leads."""
    for match in _SLOGAN.finditer(tags):
        first, after = match.span()
        ordered = words[first + 1][0].isupper() and known_tags().get(lower[first]) in _BASES  # "Save Our Sea"
        if ordered or (lower[first - 1] in NAMES.bodies and tags[first - 1] == Tag.NOUN):
            made[first:after] = Tag.NAME * (after - first)


#: "Boys On The Hill singer Bo Roe said", but no headline: the words behind the name have small letters.
_TITLED: Final = TAGS.pattern("""
    (?<! <name> ) <name>+ <preposition|of>
    (?: <determiner> <name>+ (?= <noun|past|third|participle|auxiliary> ) | <name>+ (?= <noun> ) )
""")


def _tag_titles(made: list[str], tags: str, words: tuple[str, ...]) -> None:
    """Small words with a capital between names belong to the name of a band, in a line that is no headline."""
    for match in _TITLED.finditer(tags):
        first, after = match.span()
        if all(word[0].isupper() for word in words[first:after]) and words[after][0].islower():
            made[first:after] = Tag.NAME * (after - first)


def _tag_bodies(made: list[str], words: tuple[str, ...], lower: tuple[str, ...], signs: str) -> None:
    """All the words of a listed body become its name: "Save the Children"."""
    for match in BODY_END.finditer(signs):
        after = match.end()
        for parts in SPLIT_BODIES[lower[after - 1]]:
            first = after - len(parts)
            if first >= 0 and words[first][0].isupper() and lower[first:after] == parts:
                made[first:after] = Tag.NAME * len(parts)


def _is_name_here(tags: str, words: tuple[str, ...], at: int) -> bool:
    """Whether a capitalised small word beside a name belongs to it."""
    before, behind = tags[at - 1] if at else Tag.NEWLINE, tags[at + 1]
    if before == behind == Tag.COMMA:  # "her husband, Per, said", but "in April, May, and June"
        return tags[at] in _APPOSED and is_given(words[at])
    if behind == Tag.NAME and is_given(words[at]) and not _is_month(tags[at], before):
        return _begins_name(tags, words, at, before)
    return before == Tag.NAME != behind and tags[at] != Tag.DETERMINER and _ends_name(tags, words, at)


def _begins_name(tags: str, words: tuple[str, ...], at: int, before: str) -> bool:
    """Whether a small word before a name, which is a given name elsewhere, is one here."""
    if tags[at] == Tag.DETERMINER:  # "said An Li", but "An Israeli" and "Says An Israeli"
        return at > 0 and words[at - 1][0].islower()
    return before not in _OPENERS or _opens_name(tags, words, at)


def _tag_surnames(made: list[str], words: tuple[str, ...], lower: tuple[str, ...], signs: str) -> None:
    """Small words with a capital before a verb are surnames where the text has the whole name: "May said"."""
    alone = [
        match.start()
        for match in SMALL_NAME.finditer(signs)
        if words[match.start()][0].isupper() and made[match.start() + 1] in _VERBS and made[match.start()] in _SMALL
    ]
    tags = "".join(made) if alone else ""
    surnames = {lower[whole.end() - 1] for whole in _WHOLE.finditer(tags) if is_given(words[whole.end() - 2])}
    for at in alone:
        if lower[at] in surnames:
            made[at] = Tag.NAME


#: A whole name, and the verb behind a lone surname.
_WHOLE: Final = TAGS.pattern("<name>{2,4}")
_VERBS: Final = TAGS["past third possessive"]


def _is_month(tag: str, before: str) -> bool:
    """Whether a month stands behind what only stands before one: "in May"."""
    return tag == Tag.DATE and before in _MONTH_BEFORE


def _opens_name(tags: str, words: tuple[str, ...], at: int) -> bool:
    """Whether a small word that opens a sentence is a given name: a surname and a verb or a comma follow."""
    follows = tags[at + 2]
    body = plain(words[at + 1]) in NAMES.known_bodies or is_initials(words[at + 1])
    return follows in _BEHIND_NAME and not (follows == Tag.COMMA and body)  # "Per Reuters, ..."


def _ends_name(tags: str, words: tuple[str, ...], at: int) -> bool:
    """Whether a small word behind a name is its surname: "Thora May", "Mrs May"."""
    if plain(words[at - 1]) in NAMES.courtesy:
        return True
    if tags[at] == Tag.AUXILIARY and tags[at + 1] == Tag.PAST and words[at + 1].islower():
        return True  # "Otieno Were said", but "Three Men Were Held" in a headline
    office = at > 1 and plain(words[at - 2]) in _OFFICES
    return is_given(words[at - 1]) and (at == 1 or tags[at - 2] != Tag.NAME or office)


def _tag_particles(made: list[str], tags: str, words: tuple[str, ...], lower: tuple[str, ...], signs: str) -> None:
    """Small words in lower case between two names become part of them: at most three, "van de la Roe"."""
    small = {match.start() for match in PARTICLE.finditer(signs) if not words[match.start()][0].isupper()}
    for k in sorted(small):
        end = k + 1
        while end in small and end < k + _PARTICLES:
            end += 1
        start = k - (k > 1 and words[k - 1] in _LED and lower[k] in _LEADING)
        if start and made[start - 1] == Tag.NAME == tags[end]:
            made[start:end] = Tag.NAME * (end - start)
