"""Evidence: whether a candidate is an attribution, by points that each have a reason, and how sure that is.

The points are set by hand and round; they decide what is found at all. How sure a finding is depends on how the words
are told: that somebody said something is surer than that he backed it.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final, NamedTuple

from newsschema.reading._cues.cue import Cue
from newsschema.reading._cues.manner import Manner, class_of, is_held, kind_of, manner_of
from newsschema.reading._cues.refusals import object_end, refuses, rejects
from newsschema.reading._lexicon.frames import Form, Frame
from newsschema.reading._lexicon.gazetteer import NAMES, is_person_noun, singular
from newsschema.reading._lexicon.tags import TAGS, Tag, until
from newsschema.reading._lexicon.words import WORDS
from newsschema.reading._syntax.chunks import Range
from newsschema.reading._tagging.tokens import View

#: The confidence at which nine of ten findings are right on news of all desks.
MIN_CONFIDENCE: Final = 0.7
#: The complement is one in which verbs of this class attribute: "said that", "praised the plan".
FITS: Final = 3
#: The complement may be one: "said the plan", "the claim that".
MAY_FIT: Final = 1
#: Some other complement: "said to the left".
OTHER: Final = -3
#: Persons, bodies and papers say things ...
SPEAKER: Final = 1
#: ... other things rarely do, and "it is hard to" less.
NO_SPEAKER: Final = -1
#: "would say", "might say": most such sentences are no report.
SUPPOSED: Final = -2
#: "to say" names no act of saying by itself.
INFINITIVE: Final = -1
#: Marks in the complement.
MARKS: Final = 1
#: Points at which a candidate counts.
ENOUGH: Final = 2
#: A that-clause inside another's words is nearly always said: less evidence is asked for.
ENOUGH_NESTED: Final = ENOUGH - 1

_HOLDING: Final = TAGS["link to"]
_SPEAKERS: Final = frozenset(
    {"name", "the name", "people", "role", "bodies", "papers", "he", "she", "they", "i", "we", "who"}
    | {"his", "her", "their", "my", "our"}
)
_PASSIVES: Final = frozenset({Form.PASSIVE, Form.PARTICIPLE})
_END: Final = TAGS.pattern("<comma|dash|open_bracket> | <relative> (?= <nominal>* <adverb>* <finite|participle> )")
#: What hangs on a noun: "of the bank", "seen by Reuters", "close to her".
_ATTACHED: Final = TAGS.pattern(
    "<participle>? <link> | (?<= <noun|plural|subject> )"
    " (?: <participle> | <ing> (?= <determiner|name> ) | <adjective> <preposition|to> )"
)


@cache
def _fits() -> dict[tuple[str, str], int]:
    """The points of a class with a complement, where the lists have them together."""
    tables = ((WORDS.may_fit, MAY_FIT), (WORDS.fits, FITS))
    return {(kind, frame): points for table, points in tables for kind, frames in table.items() for frame in frames}


@lru_cache(maxsize=1 << 12)
def _fit(form: Form, base: str, frame: Frame) -> tuple[int, int]:
    kind = kind_of(form, base)
    return _fits().get((kind, f"passive.{frame}" if form in _PASSIVES else str(frame)), OTHER), _fits().get(
        (kind, "left"), OTHER
    )


def fit(cue: Cue) -> tuple[int, int]:
    """How well the complement of a cue, and how well words to its left, go with its class."""
    return _fit(cue.form, cue.base, cue.frame)


#: Behind those who are there, and behind an office: "parents there", "the secretary general".
_BEHIND_NOUN: Final = NAMES.ranks_behind | {"here", "there"}


def mention_kind(view: View, mention: Range | None) -> str:
    """Sort a mention: a pronoun as it is, or name, people, role, bodies, papers, thing, none."""
    if mention is None:
        return "none"
    outer, lower = view.tags, view.lower
    first, after = mention
    if after - first == 1 and (outer[first] in _PRONOUNS or lower[first] in WORDS.owners):
        governs = lower[first] == "it" and outer[first - 1 : first] in _GOVERNED  # "which it described as “a mess”"
        return "bodies" if governs else lower[first]
    end = until(_END, outer, first, after)
    head = until(_ATTACHED, outer, first + 1, end) - 1
    behind = outer[head] == Tag.POSSESSIVE or lower[head] in _BEHIND_NOUN
    if behind and head > first and outer[head - 1] != Tag.DETERMINER:  # but "the general"
        head -= 1
    if _APPOSED_NAME.fullmatch(outer, end, after):
        return "name"  # "his shadow, Ann Doe,"
    return _noun_kind(lower[head]) or _noun_kind(singular(lower[head])) or _kind_by_tag(outer, first, head, lower[head])


#: Before "it" in a clause on a noun: "a plan which it called “a mess”", "a plan it called “a mess”".
_GOVERNED: Final = TAGS["relative noun plural"]
_APPOSED_NAME: Final = TAGS.pattern("<comma> <name>+ <comma>?")


def _noun_kind(word: str) -> str | None:
    """What a noun names that speaks, by the lists."""
    return next((kind for kind, listed in _NOUNS if word in listed), None)


def _kind_by_tag(outer: str, first: int, head: int, word: str) -> str:
    """What a mention names whose noun no list has."""
    if outer[head] == Tag.NUMBER or word in WORDS.percent:
        return "people"  # "six in ten", "40 percent of voters"
    if outer[head] == Tag.NAME:
        return "name" if outer[first] == Tag.NAME else "the name"
    if is_person_noun(word) or word in NAMES.offices:
        return "role"
    return "bodies" if word in NAMES.bodies else "thing"


_NOUNS: Final = (
    ("papers", WORDS.papers),
    ("bodies", WORDS.bodies),
    ("people", WORDS.people),
    ("bodies", WORDS.governments),
)
_PRONOUNS: Final = TAGS["relative that subject object"]


class Evidence(NamedTuple):
    """What is seen of a candidate: who speaks, how well the words go with the cue, and what makes it doubtful."""

    fits: int
    kind: str
    supposed: bool
    infinitive: bool
    marked: bool

    def reasons(self) -> tuple[tuple[str, int], ...]:
        """Each thing that counts, with its points."""
        speaks = self.kind in _SPEAKERS
        found = (
            (
                "what follows goes with the verb" if self.fits > 0 else "what follows does not go with the verb",
                self.fits,
            ),
            (f"{self.kind} as the speaker", SPEAKER if speaks else NO_SPEAKER),
            ("only supposed", SUPPOSED * self.supposed),
            ("an infinitive", INFINITIVE * self.infinitive),
            ("marks", MARKS * self.marked),
        )
        return tuple((reason, points) for reason, points in found if points)

    @property
    def points(self) -> int:
        """All points together."""
        total = self.fits + (SPEAKER if self.kind in _SPEAKERS else NO_SPEAKER)
        return total + SUPPOSED * self.supposed + INFINITIVE * self.infinitive + MARKS * self.marked


#: Classes of verbs behind whose colon or "for" only marks are said: "blasted: “No”", "apologised for “being late”".
_TOLD_IN_MARKS: Final = {Frame.COLON: {"judge", "rule", "talk", "think", "urge", "want"}, Frame.FOR: {"talk"}}
#: What an index falls by.
_AMOUNTS: Final = WORDS.percent | {"basis", "cents", "points"}


def evidence(cue: Cue, view: View, mention: Range | None, content: list[Range], fits: int) -> Evidence:
    """What speaks for a candidate and against it; ``fits`` is how well its words go with the cue."""
    marked = has_marks(view.tags, content)
    fits = _suited(cue, view, fits, marked=marked)
    kind = mention_kind(view, mention)
    if mention is not None and _is_minded(cue, view, mention[0]):
        kind = "bodies"
    if cue.frame == Frame.REFUSAL and cue.base == "answer" and kind == "thing":
        fits = MAY_FIT  # "the idea does not answer the question"
    orders = (
        mention is None and cue.form == Form.ACTIVE and view.tags[cue.head] == Tag.BASE
    )  # "Then add the salt", "; see “The old kiln”"
    return Evidence(
        fits,
        kind,
        supposed=orders or _is_supposed(cue, view, mention),
        infinitive=mention is None and _is_unheld(cue, view),  # but "prompted Ms Doe to reply"
        marked=marked,
    )


def _is_minded(cue: Cue, view: View, first: int) -> bool:
    """Whether "it" that opens a sentence is a body that wants something: "It expects to open in May"."""
    minded = cue.frame == Frame.INFINITIVE and cue.base in WORDS.minded
    return minded and view.lower[first] == "it" and (not first or view.tags[first - 1] in _ENDS)


_ENDS: Final = TAGS["end"]


def _is_unheld(cue: Cue, view: View) -> bool:
    """Whether a verb has a form in which nobody need do what it says: "to say", "the art of saying"."""
    held = view.tags[cue.first - 1 : cue.first] in _HOLDING and view.lower[cue.first - 1] != "by"
    return cue.form == Form.INFINITIVE or (cue.form == Form.ING and held)


def _is_supposed(cue: Cue, view: View, mention: Range | None) -> bool:
    """Whether what a verb tells only may be: "would say", "if the guild finds that"."""
    helpers = view.lower[cue.first : cue.head]
    helped = cue.frame != Frame.REFUSAL and not WORDS.modals.isdisjoint(helpers)
    return helped or _may_find(cue, view, mention)


def _may_find(cue: Cue, view: View, mention: Range | None) -> bool:
    """Whether somebody has still to find something: "if the guild finds that it is late", but not "even if"."""
    if mention is None or cue.base not in WORDS.knowing:
        return False
    before = view.lower[max(0, mention[0] - 2) : mention[0]]
    return not WORDS.supposing.isdisjoint(before[-1:]) and "even" not in before


def _suited(cue: Cue, view: View, fits: int, *, marked: bool) -> int:
    """How well words go with a cue, by what they are: "adding a room" tells what one does."""
    if cue.base in WORDS.refusing and view.lower[cue.body + 1] in _AMOUNTS:
        return OTHER  # "shares declined 3%"
    if not marked and class_of(cue.base) in _TOLD_IN_MARKS.get(cue.frame, ()):
        return OTHER  # "did what the guild wanted: it fired pots"
    return 0 if cue.form == Form.ING and fits == MAY_FIT else fits


def has_marks(tags: str, content: list[Range]) -> bool:
    """Whether marks open in any of these pieces."""
    return any([tags.find(Tag.OPEN, first, after) >= 0 for first, after in content])  # noqa: C419 - mostly one


def confidence(cue: Cue, view: View, content: list[Range], seen: Evidence, *, left: bool = False) -> float:
    """How sure it is that something is said so; ``left`` says that the words stand before the cue."""
    sure = _share(cue, view, content, seen, left=left)
    nobody = seen.kind not in _SPEAKERS and seen.kind != "which" and not _needs_nobody(cue, view, content, seen)
    sure -= _UNSURE * ((nobody or seen.kind in _VAGUE) + seen.supposed + seen.infinitive)
    if seen.marked and _is_title(cue, view, content, seen):
        return _TITLED
    if seen.marked and any(view.tags.find(_LONG_MARKED, first, after) >= 0 for first, after in content):
        sure = max(sure, _WHOLE)
    return round(max(sure, 0.05), 2)


def _needs_nobody(cue: Cue, view: View, content: list[Range], seen: Evidence) -> bool:
    """Whether what is told names no speaker as a rule: "there is some hope that", "a claim that", "is said to be"."""
    if cue.form == Form.EXISTENTIAL:
        return True
    if seen.kind != "none":
        return False
    if cue.frame == Frame.NOUN_THAT:
        return cue.base not in WORDS.unspoken
    held = is_held(cue.form, cue.base, cue.frame)
    return held and view.tags[content[0][0]] not in _RELATIVE  # but "things that are expected to happen"


_RELATIVE: Final = TAGS["relative that"]


def _share(cue: Cue, view: View, content: list[Range], seen: Evidence, *, left: bool) -> float:
    """The share of findings that are right, by how the words are told, and what it is that is told."""
    if _is_introduced(cue, view, content):
        return Manner.MARKED.share
    if _says_nothing(cue, view) or (not seen.marked and _is_unsaid(cue, view, seen)):
        return Manner.ACT.share
    unmarked = _unmarked_before(cue, view, content, seen.kind) if left and not seen.marked else None
    manner = unmarked or _manner_of_words(cue, view, content, seen, left=left)
    return (manner or manner_of(cue, left=left, marked=seen.marked)).share


def _manner_of_words(cue: Cue, view: View, content: list[Range], seen: Evidence, *, left: bool) -> Manner | None:
    """How something is told by what is told."""
    if _is_claim(cue, view, content) or _is_count(cue, view, content, seen.kind):
        return Manner.THOUGHT
    if _is_to_happen(cue, view, content):
        return Manner.PROMISED
    if left and _is_continued(cue, view, content):
        return Manner.REPORTED
    clause = cue.frame == Frame.OBJECT and cue.base in WORDS.classes["say"] and _has_verb(view, content)
    return Manner.CLAUSE if clause else None  # "said homes hit by the flood would be rebuilt"


def _is_to_happen(cue: Cue, view: View, content: list[Range]) -> bool:
    """Whether somebody asks for something to be done: "called for the kiln to be closed", but not "for an inquiry"."""
    asks = cue.frame == Frame.FOR and cue.base in _ASKING_FOR
    return asks and any(_TO_BE_DONE.search(view.tags, *piece) for piece in content)


_ASKING_FOR: Final = frozenset({"appeal", "ask", "call", "plead", "press", "push"})
_TO_BE_DONE: Final = TAGS.pattern("<head> <to> <adverb>* <auxiliary|base>")


def _has_verb(view: View, content: list[Range]) -> bool:
    """Whether there is a finite verb in words, so that what looks like an object is a clause."""
    first, after = content[0]
    return _FINITE.search(view.tags, first, after) is not None


_FINITE: Final = TAGS.pattern("(?<= <noun|plural|name> ) <adverb>? <auxiliary>")


def _is_introduced(cue: Cue, view: View, content: list[Range]) -> bool:
    """Whether marks tell that something is said: "answered the board with a shout: “No”", "called for “calm”"."""
    asked = cue.frame == Frame.FOR and cue.form == Form.ACTIVE and _FOR_MARKS.match(view.tags, cue.body) is not None
    return asked or any(view.tags[first - 1 : first + 1] == _INTRODUCED for first, _ in content)


def _unmarked_before(cue: Cue, view: View, content: list[Range], kind: str) -> Manner | None:
    """How words without marks before their cue are told, where they are a deed or a promise."""
    if kind == "thing" and view.tags[cue.head] == Tag.PARTICIPLE:
        return Manner.DEED  # "..., a deal announced on Monday"
    return Manner.PROMISED if cue.base in WORDS.promising and _is_to_come(cue, view, content) else None


def _is_continued(cue: Cue, view: View, content: list[Range]) -> bool:
    """Whether a cue between commas tells that somebody goes on: "The kiln, she continued, is cold"."""
    return cue.base in WORDS.going_on and view.tags[cue.after] == view.tags[content[0][1]] == Tag.COMMA


def _is_to_come(cue: Cue, view: View, content: list[Range]) -> bool:
    """Whether words that end with a comma tell what will be: "Fares will fall, she promised"."""
    (first, after), rest = content[0], cue.after + 1
    said = (*view.lower[first:after], *view.lower[rest : rest + (view.tags[cue.after] == Tag.COMMA)])
    return view.tags[after] == Tag.COMMA and not _WILL.isdisjoint(said)


_WILL: Final = frozenset({"will", "wo", "would", "'ll", "’ll"})


def _is_claim(cue: Cue, view: View, content: list[Range]) -> bool:
    """Whether an object is as good as a clause: "denied the claims", "accused the firm of dumping oil"."""
    if cue.base in WORDS.avowing and view.tags[cue.body] == Tag.ING:
        return view.lower[cue.body - 1] == "to"  # "confessed to dumping oil"
    stated = _is_stated(view, cue) or _is_charge(view, cue, content) or _is_forecast(view, cue, content)
    return cue.frame == Frame.OBJECT and stated


def _is_unaware(words: tuple[str, ...]) -> bool:
    """Whether words say that somebody does not know: "was not aware", "is unaware"."""
    return "unaware" in words or ("aware" in words and not WORDS.negations.isdisjoint(words))


def _says_nothing(cue: Cue, view: View) -> bool:
    """Whether what stands behind a verb is not said: "knows how it works", "did not know that", "refused to sign"."""
    if cue.form == Form.ADJECTIVE:
        return _is_unaware(view.lower[cue.first : cue.after])
    if cue.base in WORDS.knowing:
        return cue.frame == Frame.QUESTION or _is_negated(cue, view)
    if cue.base in WORDS.showing:
        begun = view.lower[cue.body : cue.body + _BEGUN]
        return begun[:2] == _HOW_TO or (cue.frame == Frame.BARE and not _MOMENTS.isdisjoint(begun))
    return cue.base in WORDS.refusing and _keeps_all(cue, view)


def _keeps_all(cue: Cue, view: View) -> bool:
    """Whether somebody refuses a thing or a deed, and no answer: "refused bail", but not "declined an interview"."""
    if cue.frame == Frame.OBJECT:
        return view.lower[object_end(view, cue) - 1] not in _ANSWERS
    return cue.frame == Frame.INFINITIVE and not refuses(view, cue)


_ANSWERS: Final = WORDS.calls | {"comment", "comments", "interview", "interviews"}


def _only_asks(cue: Cue, view: View, kind: str) -> bool:
    """Whether a question is one that nobody answers by asking it: "asked whether it was cold", "Asked why, she"."""
    if cue.frame != Frame.QUESTION or class_of(cue.base) != "ask":
        return False
    return cue.form in _PASSIVES or kind == "none" or view.lower[cue.body] in WORDS.supposing


def _is_unsaid(cue: Cue, view: View, seen: Evidence) -> bool:
    """Whether one only asks, or tells the story and only might say something: "a kiln, or two, I should say"."""
    return _only_asks(cue, view, seen.kind) or (seen.supposed and seen.kind in _TELLING)


_TELLING: Final = frozenset({"i", "we"})
#: What somebody calls for in his words, at once: "called for “calm”", "called for both sides to “talk”", but not
#: "called for a ban on “old” kilns".
_FOR_MARKS: Final = TAGS.pattern(
    "<preposition>? (?: <determiner>? | <determiner|adjective|number|name|noun|plural>{1,4} <to> ) <open>"
)
#: Who shows how to do something does it: "a paper showing how to fire clay", but "showed how it cracks".
_HOW_TO: Final = ("how", "to")
#: What a film only shows, and in how many words: "shows the very moment | the kiln burst".
_MOMENTS: Final = frozenset({"moment", "moments"})
_BEGUN: Final = 4
_INTRODUCED: Final = Tag.COLON + Tag.OPEN


def _is_negated(cue: Cue, view: View) -> bool:
    return not WORDS.negations.isdisjoint(view.lower[cue.first : cue.head])


def _is_titled(view: View, content: list[Range]) -> bool:
    """Whether all that stands in marks has capitals throughout, as titles have: "he likes “Heat”"."""
    found = False
    for first, after in content:
        for inside in _MARKED.finditer(view.tags, first, after):
            words = [word for word in view.words[slice(*inside.span())] if word[0].isalpha()]
            if not all(word[0].isupper() or word in WORDS.small_in_titles for word in words):
                return False
            found = found or bool(words)
    return found


_MARKED: Final = TAGS.pattern("<inside>+")


def _is_title(cue: Cue, view: View, content: list[Range], seen: Evidence) -> bool:
    """Whether marks are those of a title or a term."""
    named = cue.base in WORDS.titling and (seen.kind in _NOBODY or (seen.kind == "thing" and _is_next(cue, view)))
    called = cue.frame in _OBJECTS and any(_is_called(view, first, after) for first, after in content)
    return named or called or (_may_be_title(cue, view) and _is_titled(view, content))


def _is_next(cue: Cue, view: View) -> bool:
    """Whether marks stand right behind a cue, or with an article: "a film with Ann Doe called “Heat”"."""
    return view.tags[cue.after + (view.lower[cue.after] in WORDS.leading_articles)] == Tag.OPEN


def _may_be_title(cue: Cue, view: View) -> bool:
    """Whether marks behind a cue may be those of a title: "likes “Heat”", "wrote “Ten Days”", but no "wrote: “Go”"."""
    made = cue.base in WORDS.authoring and cue.frame != Frame.COLON and view.tags[cue.after] == Tag.OPEN
    return made or class_of(cue.base) not in _SPOKEN


_OBJECTS: Final = frozenset({Frame.OBJECT, Frame.OBJECT_QUOTE})


def _is_called(view: View, first: int, after: int) -> bool:
    """Whether words before the marks of a piece say that they are a name: "issued a paper called “Ten Winters”"."""
    opening = view.tags.find(Tag.OPEN, first, after)
    return opening > first and view.lower[opening - 1] in WORDS.naming and view.tags[opening - 1] == Tag.PARTICIPLE


_NOBODY: Final = frozenset({"none", "what"})
#: Classes of verbs whose marks are words and no title.
_SPOKEN: Final = frozenset({"say", "add", "tell", "ask", "utter", "call", "unlisted"})
#: How sure it is that a title in marks is said, behind any other verb.
_TITLED: Final = 0.4


def _is_stated(view: View, cue: Cue) -> bool:
    """Whether the object of a verb of saying is something that is said: "denied the claims"."""
    word = view.lower[object_end(view, cue) - 1]
    denied = cue.base in WORDS.denying and word in _REPORTED
    told = class_of(cue.base) == "say" and cue.base not in WORDS.authoring  # but "wrote news"
    return rejects(view, cue) or (told and (denied or word in WORDS.stated))


#: What others say, where it is denied; who recalls or sends a report says nothing by that.
_REPORTED: Final = frozenset({"report", "reports"})


def _is_charge(view: View, cue: Cue, content: list[Range]) -> bool:
    """Whether somebody is said to have done something: "accused the firm of dumping oil"."""
    return cue.base == "accuse" and any(view.tags.find(_OF_DOING, first, after) >= 0 for first, after in content)


def _is_forecast(view: View, cue: Cue, content: list[Range]) -> bool:
    """Whether something is said to be going to happen: "predicted prices falling", but not "a building boom"."""
    return cue.base in WORDS.forecasting and any(_FALLING.search(view.tags, *piece) for piece in content)


_FALLING: Final = TAGS.pattern("<noun|plural|name> <ing> (?! <nominal> )")


def _is_count(cue: Cue, view: View, content: list[Range], kind: str) -> bool:
    """Whether a paper tells how many there are: "the poll showed Ms Doe ahead with 38 percent"."""
    counted = cue.frame == Frame.OBJECT and cue.base in WORDS.tallying and kind == "papers"
    return counted and any(not WORDS.percent.isdisjoint(view.lower[first:after]) for first, after in content)


_OF_DOING: Final = Tag.OF + Tag.ING


_UNSURE: Final = 0.15
#: The least for five words and more in marks, whatever is told of them: somebody says them.
_WHOLE: Final = 0.8
_LONG_MARKED: Final = Tag.OPEN + Tag.INSIDE * 6
#: Speakers who are mostly none.
_VAGUE: Final = frozenset({"that", "it"})
