"""Verbs of the lexicon that tell of nothing said where they stand: they describe, qualify or only see."""

from __future__ import annotations

from typing import Final

from newsschema.reading._cues.complements import Complement
from newsschema.reading._cues.cue import Cue
from newsschema.reading._lexicon.frames import Form, Frame
from newsschema.reading._lexicon.gazetteer import NAMES, is_person_noun
from newsschema.reading._lexicon.tags import TAGS, Tag
from newsschema.reading._lexicon.words import WORDS
from newsschema.reading._syntax.chunks import KINDS, NOMINAL, Kind, Sentence
from newsschema.reading._tagging.tagging import tag_word

#: A participle that describes the noun before it, when the verb of the sentence is still to come.
_REDUCED: Final = KINDS.pattern(
    "<participle> (?! <time> <name> <verb> ) (?= <preposition|subordinator|time> )"
    " <link|subordinator|nominal|marked|time>+ <verb>"
)
_LATE: Final = frozenset({"earlier", "here", "online"})
#: "That", and a clause or marks.
_CLAIMED: Final = KINDS.pattern("<that> (?: <marked> | <!point|end|predicate|marked>+ <predicate|marked> )")
#: "A boy named Bo Roe said".
_NAMED_SPEAKER: Final = KINDS.pattern("<participle> <name|marked> <verb>")
#: "A boy named Bo Roe, ten, said".
_NAMED_ONE: Final = KINDS.pattern("<participle> <name|marked> (?: <verb> | , )")
_ANY: Final = frozenset({"a", "an", "one"})
#: Tokens of a few words in marks, with the marks.
_FEW_MARKED: Final = 5
_BARE_NOUN: Final = TAGS["head adjective"]


#: "Described by", "hailed as “a gem” by".
_VALUED: Final = KINDS.pattern("<participle> (?: <subordinator>? <marked> )? <preposition>")
#: A relative pronoun without its verb yet.
_GAPPED: Final = KINDS.pattern("<relative> <!predicate>* $")
_PREDICATE: Final = KINDS["predicate"]
_VALUING: Final = WORDS.classes["call"] | WORDS.classes["judge"]


def is_valued(s: Sentence, k: int, base: str) -> bool:
    """Whether "by" tells who calls something so: "a plan described by the mayor as “dead”"."""
    if base not in _VALUING:
        return False
    apart = s.kind(k - 1) == Kind.COMMA and s.kinds[k] == Kind.PARTICIPLE and s.word(k + 1) == "as"
    if apart and not _GAPPED.search(s.kinds, 0, k):
        return True  # "Ms Doe, described as “a star”, said", but "what Ms Doe, a potter, described as “a mess”"
    by = _VALUED.match(s.kinds, k)
    return by is not None and s.word(by.end() - 1) == "by"


def withholds_name(s: Sentence, body: int, frame: Frame) -> bool:
    """Whether somebody asks not to be named, who says nothing by that."""
    if s.lower[body] == "anonymity":
        return True
    if frame != Frame.INFINITIVE:
        return False
    body += s.lower[body] == "not"
    verb, name = s.lower[body + 1], s.lower[body + 2]
    return name in WORDS.unnamed if verb == "be" else verb in _STAYING and name in WORDS.nameless


_STAYING: Final = frozenset({"remain", "stay"})


def is_idle(s: Sentence, first: int) -> bool:
    """Whether a participle is the narrator's by its phrase: "it is worth noting that", "there is no denying that"."""
    idle = s.lower[first - 1] in WORDS.idle or s.lower[first - 2 : first] in _IDLE
    return idle or (s.tags[first + 1] == Tag.NOUN and s.lower[first + 1] in NAMES.taking_up)  # "a branding firm"


_IDLE: Final = frozenset({("goes", "without"), ("is", "no"), ("was", "no"), ("'s", "no"), ("’s", "no")})


def is_read(s: Sentence, form: Form, body: int) -> bool:
    """Whether the verb behind what a participle holds is that of a text: "a note confirming the sale read: “...”"."""
    told = _READ.match(s.kinds, s.at(body)) if form == Form.ING else None
    return told is not None and s.head(told.end() - 1) in _READING


_READ: Final = KINDS.pattern("<nominal> (?: <link> <nominal> )* <predicate> (?= <colon>? <marked> )")
_READING: Final = frozenset({"read", "reads"})


def is_seen(s: Sentence, k: int, base: str) -> bool:
    """Whether somebody only shows how he is: "Ms Doe displayed no signs of fever", but not "show signs were late".

    "Say" between commas gives an example: "a kiln, say, or a shed".
    """
    if s.word(k) == "say" and s.kind(k - 1) == s.kind(k + 1) == Kind.COMMA:
        return True
    if base == "find" and s.word(k + 1) in WORDS.reflexive and s.kind(k + 2) not in _PREDICATE:
        return True  # "finds herself deep in debt by the time it ends"
    shown = s.kind(k + 1) in NOMINAL and s.head(k + 1) in WORDS.symptoms
    return shown and base in WORDS.classes["show"] and s.kind(k + 2) not in _PREDICATE


def is_watched(s: Sentence, head: int, body: int) -> bool:
    """Whether one does what another sees, who says nothing by that: "saw Ms Doe leave", "seeing boats sail helps"."""
    k = s.at(body)
    if s.tags[head] == Tag.ING and s.kind(k) in NOMINAL and s.lower[head] in WORDS.watching:
        return True
    if s.kind(k) not in NOMINAL or s.lower[head] not in WORDS.watching:
        return False
    verb = s.firsts[k + 1]
    past = s.lower[head] in _WATCHED  # "see prices sink" may be "see that prices sink"
    return (past or s.tags[verb - 1] != Tag.PLURAL) and _acts(s.tags, verb)


def leaves_word(s: Sentence, base: str, frame: Frame, body: int) -> bool:
    """Whether one tells of another who says something: "recalled Ms Doe telling guests: “No”"."""
    k = s.at(body)
    says = s.kind(k) in NOMINAL and s.kind(k + 1) == Kind.ING and s.head(k + 1) in _SAYING
    return says and s.kind(k + 2) not in _END and frame == Frame.OBJECT and base in _RECALLING


_END: Final = KINDS["end"]
_RECALLING: Final = frozenset({"recall", "recount", "remember"})
_SAYING: Final = frozenset({"asking", "saying", "shouting", "telling", "whispering", "yelling"})


def takes_lives(s: Sentence, base: str, body: int) -> bool:
    """Whether something kills: "the flood claimed two lives and", but not "claimed two lives were lost"."""
    words = s.lower[body : body + _FAR] if base == "claim" else ()
    lost = next((k for k, word in enumerate(words, body) if word in _LOST), 0)
    return lost > 0 and s.tags[lost + 1] not in _FINITE


_FINITE: Final = TAGS["finite participle"]
#: How many words there may be of what is lost: "more than 200,000 lives".
_FAR: Final = 6
_LOST: Final = frozenset({"life", "lives", "victim", "victims"})


def _acts(tags: str, verb: int) -> bool:
    """Whether a verb without an ending, or a participle without an object, stands at a token, behind adverbs."""
    while tags[verb] == Tag.ADVERB:
        verb += 1
    return tags[verb] == Tag.BASE or (tags[verb] == Tag.PARTICIPLE and tags[verb + 1] in _BEHIND_DONE)


_WATCHED: Final = frozenset({"heard", "saw", "seen", "watched"})
#: Behind a participle without an object: "saw a ship moored | by the pier".
_BEHIND_DONE: Final = TAGS["link adverb comma end"]


def holds(s: Sentence, k: int, base: str, found: Complement) -> bool:
    """Whether a court holds that something is so; a term of office has no verb: "the judge held that post"."""
    if base != "hold" or found.frame != Frame.THAT or not k or s.kinds[k - 1] not in NOMINAL:
        return False
    judges = not WORDS.judging.isdisjoint(s.lower[slice(*s.tokens(k - 1, k))])
    return judges and _CLAIMED.match(s.kinds, s.at(found.body)) is not None


def is_reduced(s: Sentence, k: int, base: str) -> bool:
    """Whether a participle only describes the noun before it: "a statement released on Monday said"."""
    if k == 0 or s.kinds[k - 1] not in NOMINAL:
        return False
    by = s.word(k + 1) == "by"
    if by and s.head(k) == "read":
        return True  # "said in a statement read by her lawyer"
    if s.kinds[k] != Kind.PARTICIPLE:
        return False
    shown = s.word(k + 1) in _LATE and s.kind(k + 1) == Kind.VERB  # "a film posted online shows"
    if shown or (by and base in WORDS.authoring):  # "a book written by"
        return True
    return _is_named_so(s, k) or (_REDUCED.match(s.kinds, k) is not None and not _is_told(s, k, base))


def _is_told(s: Sentence, k: int, base: str) -> bool:
    """Whether somebody wrote what stands in marks before him: "“It is late,” the guild posted after it was lost"."""
    return base in WORDS.writing and s.kind(k - 2) == Kind.MARKED and s.view.words[s.firsts[k - 1] - 2] == ","


#: What stands before the subject of a clause that tells which.
_BEFORE_SPEAKER: Final = KINDS["relative nominal"]


def _is_named_so(s: Sentence, k: int) -> bool:
    """Whether a participle gives a name to the noun before it: "men known as “runners”"."""
    if (s.head(k), s.word(k + 1)) == _ALIAS:
        return True
    pattern = _NAMED_ONE if s.word(k - 1) in _ANY and is_person_noun(s.head(k - 1)) else _NAMED_SPEAKER
    named = pattern.match(s.kinds, k) is not None and s.head(k) in WORDS.naming
    return named and s.kind(k - 2) not in _BEFORE_SPEAKER  # "what Ms Doe called “a mess” is", "a plan Ms Doe called"


def tells_how(s: Sentence, base: str, frame: Frame, body: int) -> bool:
    """Whether words in marks tell how somebody speaks, as another has it: "spoke “warmly of the guild”"."""
    how = base in WORDS.classes["talk"] and frame == Frame.QUOTE and s.tags[body - 1] not in _PARTED
    return how and s.view.words[body + 1].islower() and tag_word(s.lower[body + 1]) in _MANNER


_ALIAS: Final = ("known", "as")


_PARTED: Final = TAGS["comma colon"]
_MANNER: Final = TAGS["adverb preposition"]


def qualifies(s: Sentence, k: int, base: str, frame: Frame) -> bool:
    """Whether a participle only qualifies the noun behind it: "alleged thieves have", "the guild's planned “fair”"."""
    if s.kinds[k] != Kind.PARTICIPLE:
        return False
    if k and s.tags[s.firsts[k] - 1] == Tag.POSSESSIVE and s.kind(k + 1) == Kind.MARKED:
        return s.firsts[k + 2] - s.firsts[k + 1] <= _FEW_MARKED
    alone = frame == Frame.BARE and s.tags[s.firsts[k + 1]] in _BARE_NOUN
    return k == 0 and alone and base not in WORDS.addressed


def is_called(s: Sentence, cue: Cue, following: Cue | None) -> bool:
    """Whether the object of a cue is what another calls it: "rejected an offer the guild described as “odd”"."""
    if following is None or cue.frame != Frame.OBJECT or following.base not in WORDS.classes["call"]:
        return False
    marks = s.tags.find(Tag.OPEN, cue.after, s.after)
    return marks == following.body and _ON_OBJECT.search(s.kinds, cue.chunk, following.chunk) is not None


#: Somebody behind a noun, of which a clause tells what he does with it.
_ON_OBJECT: Final = KINDS.pattern("<nominal> <relative|that>? <noun> $")
