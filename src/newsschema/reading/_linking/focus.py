"""The focus of a text: whom it is about at a place, and whom a pronoun or a description takes up there."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from itertools import compress, islice, takewhile
from operator import itemgetter
from typing import Final, NamedTuple

from newsschema._model.enums import SourceKind
from newsschema.reading._lexicon.gazetteer import NAMES, Gender, is_person_noun, plain
from newsschema.reading._lexicon.tags import TAGS, Tag
from newsschema.reading._lexicon.words import WORDS
from newsschema.reading._linking.appearances import Appearance, Place
from newsschema.reading._linking.cast import Cast
from newsschema.reading._linking.entities import Entity
from newsschema.reading._syntax.chunks import Range
from newsschema.reading._tagging.naming import Sort

_SENTENCE: Final = re.compile(r"[.?\n]+[\])]*|\](?=[^\].?\n,:;)-])")
#: How many paragraphs back a pronoun or "the official" may reach, and over how many mentions.
REACH: Final = 8
RECENT: Final = 40
#: How many words back somebody may be introduced whom a pronoun takes up.
FAR: Final = 400
#: How many sentences back a name may count.
_FARTHEST: Final = 2 * REACH
#: How much it counts to be the one who spoke, beside the places of names; and how much each sentence back takes off.
_SPEAKER: Final = 1.0
_FADE: Final = 0.6
#: How much it counts that nobody else is named since.
_HOLDS: Final = 0.5
#: How much it counts that a gender is known and the same, or may be; and that something is a body for sure.
_SAME_GENDER: Final = 0.8
_MAYBE_SAME: Final = 0.5
_SURE_BODY: Final = 1.0
#: How much a lone name loses of which nothing says that it is a person's.
_DOUBTED: Final = 0.8
#: How much it counts against somebody that the speaker names him.
_TOLD: Final = 1.0
#: How much each time counts that the text names somebody.
_OFTEN: Final = 0.1
_MANY_TIMES: Final = 6

_STOPS: Final = TAGS["stop question"]
_ASKING: Final = frozenset({"ask", "asked", "asks"})
_ABOUT: Final = frozenset({"about", "how", "if", "whether", "why"})
#: Words before somebody's own name.
_OWN_NAME: Final = frozenset({"'m", "am", "i", "is", "’m"})
_NARRATOR: Final = frozenset({"i", "we"})
#: How far behind where somebody is named the verb may stand by which he asks.
_NEAR: Final = 12
_JOINTS: Final = TAGS["conjunction contrast"]
#: How many words tell of whom something is asked, and whether it is a deed: "asked Bo Roe to".
_ASKED_WITHIN: Final = 5
#: What somebody is asked to do or for, and no question.
_BIDDING: Final = frozenset({"for", "to"})
_TELLING: Final = frozenset({"tell", "tells", "told", "suggested", "suggests"})
_REPLYING: Final = WORDS.answering_forms | WORDS.replies
#: How a sentence begins that tells first of what somebody speaks: "Commenting on Ms Doe's speech, he said".
_SPEAKING_OF: Final = frozenset(
    {"asked", "commenting", "quizzed", "reacting", "reflecting", "speaking", "talking", "writing"}
)
_MATTERS: Final = frozenset({"about", "of", "on", "to"})
_ASKED: Final = frozenset({"asked", "pressed", "questioned", "quizzed"})
#: A noun phrase that opens a sentence, and its verb.
_OPENING: Final = TAGS.pattern("""
    <newline>* (?P<who> <determiner> <adjective|noun|name>* <noun> )
    (?= <adverb>* (?: <finite|participle> | <plural> <end> )
      | <comma> <relative> <!comma|end>+ <comma> <finite|participle> )
""")
#: The same with what the phrase tells behind its noun: "A petition against the plan, started by Ms Doe, | has".
_OPENING_WIDE: Final = TAGS.pattern("""
    <newline>* (?P<who> <determiner> <adjective|noun|name|ing>* <noun> )
    <comma>? <preposition|of|participle> <!comma|auxiliary|past|third|end>+
    (?: <comma> <participle|preposition> <!comma|auxiliary|past|third|end>+ )? <comma>? <auxiliary|past|third>
""")
#: The same of a clause: "... after the guild left".
_OPENING_CLAUSE: Final = TAGS.pattern(
    "<subordinator> (?P<who> <determiner> <adjective|noun>* <noun> ) (?= <finite|participle> )"
)
#: The same of several: "On Monday, hundreds of protesters met".
_OPENING_SEVERAL: Final = TAGS.pattern("""
    <newline>* (?: <preposition> <nominal|of|date|adverb|participle>{1,6} <comma> | <date> <comma> )?
    (?P<who> <determiner|number>* <adjective|noun|name|participle>*
        (?: <plural> | (?<= <number|determiner> ) (?= <of> ) )
        (?: <of> <determiner>? <adjective|noun|name>* <plural>
            | <preposition> <determiner>? <adjective|noun|name>* (?: <of> <name>+ )? )? )
    (?= <adverb>* (?: <finite> | <participle> (?! <preposition> <!end>* <finite> ) ) )
""")
#: What opens a sentence before a pronoun that is its subject: "Born in 1934, ", "In his letter, ".
_FRONT: Final = TAGS.pattern(
    "<newline>* (?: <preposition|participle|ing> <!finite|pronoun|name|point|end|open|close>+ <comma> )?"
    " (?= <subject> )"
)
_TWO: Final = 2
#: How many words behind one who speaks are looked at for what he does.
_WORDS: Final = 6
_NOUNS: Final = TAGS["noun plural"]
_NONE: Final = float("-inf")
_WHOM: Final = TAGS.pattern("<determiner> <adjective|noun>* <noun> (?= <end|preposition|date|adverb> )")
_OBJECTS: Final = {"he": "him", "she": "her"}
_GENDERS: Final = {"he": Gender.MAN, "she": Gender.WOMAN}


class Link(NamedTuple):
    """Whom a mention stands for, and how sure that is, from 0 to 1."""

    entity: Entity
    confidence: float


#: The share of links of each sort that are right, on annotated news.
NAME: Final = 0.97
DESCRIPTION: Final = 0.75
TAKEN_UP: Final = 0.8
PRONOUN: Final = 0.92
GUESS: Final = 0.5
NOBODY: Final = 0.3


def _is_many(entity: Entity) -> bool:
    """Whether somebody who speaks is several: "they", "officials"."""
    return (
        entity.plural or entity.kind is SourceKind.GROUP or (entity.name is None and entity.kind is SourceKind.UNKNOWN)
    )


class Focus:
    """Follows who speaks, and tells who is meant; those of the cast need not have spoken."""

    def __init__(self, cast: Cast, outer: str) -> None:
        self.cast = cast
        self.outer = outer
        self._spoken: list[tuple[int, Entity]] = []
        self._outside = set[Entity]()  # those of whom not only somebody's own words tell
        self._recent: dict[Entity, None] = {}  # the one seen last stands last
        self._sentences = [0, *(match.end() for match in _SENTENCE.finditer(outer) if self._ends(match))]
        self._questions = list(self._asked_about())

    def _ends(self, end: re.Match[str]) -> bool:
        """Whether a sentence ends where it may: at marks, behind a stop inside them and before a capital."""
        tokens, at = self.cast.tokens, end.start()
        if self.outer[at] != Tag.CLOSE:
            return True
        capital = tokens.tags[at - 1] == Tag.STOP and tokens.words[at + 1][:1].isupper()
        return capital or (tokens.tags[at - 1] in _STOPS and self.outer[at + 1] == Tag.OPEN)  # "“Why?” “No,” he said"

    def heard(self, entity: Entity, paragraph: int, at: int | None) -> None:
        """Take note of one who speaks, outside of others' words where a token is given."""
        entity.seen = paragraph
        self._recent.pop(entity, None)
        self._recent[entity] = None
        if at is not None:
            self._spoken.append((at, entity))
            self._outside.add(entity)

    def spoke_since(self, first: int, at: int) -> bool:
        """Whether anybody spoke between two tokens."""
        return any(first <= where < at for where, _ in self._spoken)

    def nameless(self) -> Iterator[Entity]:
        """Those without a name who spoke, whom others seldom mean: "a rider said"; "he told me,” she said"."""
        return (entity for entity in self._recent if entity.name is None)

    def forget(self, entity: Entity) -> None:
        """Leave one out that another stands for now."""
        self._recent.pop(entity, None)

    def lately(self, paragraph: int) -> Iterator[Entity]:
        """Those who spoke last, the nearest first."""
        near = islice(reversed(self._recent), RECENT)
        return (entity for entity in near if paragraph - entity.seen <= REACH)

    # --- pronouns

    def person(  # noqa: PLR0913 - what speaks for somebody and against him
        self,
        at: int,
        gender: Gender,
        paragraph: int,
        *,
        lead: float = 0.0,
        without: Collection[Entity | None] = (),
        told: frozenset[Entity] = frozenset(),
    ) -> Link | None:
        """Whom "he" or "she" takes up: by gender, then by who the sentences before are about.

        ``lead`` is how much it counts to be the one with whom the text begins; ``without`` are others for sure.
        Those ``told`` of are named by the speaker, which few do of themselves.
        """
        weights: dict[Entity, float] = {}
        holding = None if lead else self._holding(at)
        for entity, weight in self._floor(at, paragraph):
            if weight > weights.get(entity, _NONE):
                weights[entity] = weight
        scores = {
            entity: weight
            + self._personal(entity, gender)
            + lead * (entity is self.cast.lead)
            + _HOLDS * (entity is holding)
            - _TOLD * (entity in told)
            for entity, weight in weights.items()
            if entity not in without and _is_he_or_she(entity, gender)
        }
        if not scores:
            return None
        best = max(scores, key=lambda entity: scores[entity])
        if best.gender is Gender.UNKNOWN:
            best.gender = gender
        best.settle(Sort.PERSON)
        return Link(best, PRONOUN if len(scores) == 1 else TAKEN_UP)

    def replying(self, at: int) -> tuple[Entity | None, Entity | None]:
        """Who asked in the sentence before a pronoun's, or spoke where it replies, and whom, if that is named.

        Where it adds something, that is who alone spoke there: "“No,” a potter told Mr Roe. He added".
        """
        adds = self.cast.tokens.lower[at + 1] in WORDS.adding_forms
        if adds:
            return None, self._alone_before(at)
        asker = self._asking_here(at)
        return self._asking_before(at) if asker is None else (asker, None)

    def told_of(self, at: int) -> Iterator[Entity]:
        """Those without a name of whom one speaks behind a pronoun: "she said when asked about the envoy"."""
        lower, here = self.cast.tokens.lower, self._sentence(at)
        end = next(iter(self._sentences[here : here + 1]), len(lower))
        about = next((k for k in range(at, min(at + _NEAR, end)) if lower[k] == "about"), end)
        nouns = {plain(word) for word in lower[about + 1 : min(about + _ASKED_WITHIN, end)]}
        return (one for one in self._recent if one.name is None and not one.heads.isdisjoint(nouns))

    def _asking_here(self, at: int) -> Entity | None:
        """Who asks in the sentence of a pronoun that "and" joins to it: "Ann Doe asked Bo Roe, and he said"."""
        lower, (where, last) = self.cast.tokens.lower, self._last_before(at)
        joined = self.outer[at - 1] in _JOINTS and self._sentence(where) == self._sentence(at)
        verb = next((k for k in range(where, at) if lower[k] in _ASKING), at) if joined else at
        asks = verb < at and _BIDDING.isdisjoint(lower[verb : min(at, verb + _ASKED_WITHIN)])
        return last if asks else None

    def _asking_before(self, at: int) -> tuple[Entity | None, Entity | None]:
        """Who asked in the sentence before a pronoun's, or spoke where it replies, and whom."""
        lower, first = self.cast.tokens.lower, self._sentences[self._sentence(at) - 1]
        where, last = self._last_before(first)
        verbs = _ASKING | (_TELLING if lower[at + 1] in _REPLYING else frozenset[str]())
        verb = next((k for k in range(where, min(where + _NEAR, first)) if lower[k] in verbs), None)
        if last is None or verb is None or self._sentence(at) - self._sentence(where) != 1:
            return None, None
        told = verb + 1 + (lower[verb + 1] == "to")  # "suggested to Ms Doe that"
        named = next((one for one in self._named_before(first) if one.first == told), None)
        whom = named.entity if named is not None and lower[named.after] not in _BIDDING else None
        questions = not WORDS.questioning.isdisjoint(lower[where:verb])  # "counsel, Jo Lind KC, asked: “Why?”"
        apart = questions or self._is_himself(verb + 1, at) or self._replies_to(verb + 1, at)
        return (last, whom) if apart or whom not in {None, last} else (None, None)

    def _is_himself(self, whom: int, at: int) -> bool:
        """Whether the pronoun for whom somebody asked or told is that of who replies: "Bo Roe told him. He replied"."""
        lower = self.cast.tokens.lower
        return self.outer[whom] == Tag.OBJECT and lower[whom] == _OBJECTS.get(lower[at])

    def _replies_to(self, whom: int, at: int) -> bool:
        """Whether somebody told or asked a person without a name who then replies: "told her friend. She replied"."""
        lower = self.cast.tokens.lower
        told = _WHOM.match(self.outer, whom) if lower[at + 1] in WORDS.answering_forms else None
        return told is not None and is_person_noun(lower[told.end() - 1])

    def _alone_before(self, at: int) -> Entity | None:
        """Who spoke in the sentence before a token's, if nobody else did, and nobody is named since."""
        here = self._sentence(at)
        spoke = {one for where, one in self._spoken[-_MANY_TIMES:] if self._sentence(where) == here - 1}
        named = next((one.first for one in self._named_before(at)), -1)
        return spoke.pop() if len(spoke) == 1 and named < self._sentences[here - 1] else None

    def topic(self, at: int) -> Entity | None:
        """Of whom a sentence says at its start that somebody speaks: "Asked about Ms Doe, he said: “She left.”"."""
        lower, first = self.cast.tokens.lower, self._sentences[self._sentence(at) - 1]
        opens = first + (lower[first] == Tag.NEWLINE) + (lower[first] == "when")
        spoken = lower[opens] in _SPEAKING_OF and lower[opens + 1] in _MATTERS
        named = next(iter(self.cast.between(opens, min(at, opens + _NEAR))), None) if spoken else None
        return named.entity if named is not None and named.entity.sort.is_person else None

    def just_spoke(self, entity: Entity, at: int) -> bool:
        """Whether somebody is the last who spoke before a token, in the sentence before or the one before that."""
        where, last = self._last_before(at)
        return last is entity and 0 < self._sentence(at) - self._sentence(where) <= _TWO

    def _last_before(self, first: int, *, alone: bool = False) -> tuple[int, Entity | None]:
        """Who spoke last before a token, and where; nobody counts who is several, if it is to be one ``alone``."""
        spoke = (one for one in self._spoken if one[0] < first and not (alone and _is_many(one[1])))
        return max(spoke, key=itemgetter(0), default=(0, None))

    def carried(self, at: int, gender: Gender) -> int:
        """Where a pronoun stands that opens the sentence before and means the same: "She left. “No,” she said"."""
        for _ in range(REACH):
            here = self._sentence(at)
            at = self._first_so(at, gender)
            if here < _TWO or next((one.first for one in self._named_before(at)), -1) >= self._sentences[here - 1]:
                return at
            first = self._behind_front(self._sentences[here - 2], at)
            if self.outer[first] != Tag.SUBJECT or _GENDERS.get(self.cast.tokens.lower[first]) is not gender:
                return at
            at = first
        return at

    def _behind_front(self, first: int, end: int) -> int:
        """Where a sentence goes on behind a phrase that opens it, up to a token: "Born in 1934, | she left"."""
        found = _FRONT.match(self.outer, first, end)
        return first if found is None else found.end()

    def named_by(self, said: Iterable[Range]) -> Iterator[Entity]:
        """Those who spoke or were named lately and whose surname stands in words in marks, not as "I am Bo Roe"."""
        lower = self.cast.tokens.lower
        inside = {plain(lower[k]) for first, after in said for k in range(first, after) if self._tells_of(k)}
        first = next((low for low, _ in said), 0)
        near = {one.entity for one in self._named_before(first)} if inside else set[Entity]()
        yield from (one for one in near if one.name is not None and one.parts[-1] in inside)

    def _tells_of(self, at: int) -> bool:
        """Whether a word in marks is a name, but not in "Roe fans", "I am Bo Roe", "my name is Bo Roe"."""
        tokens = self.cast.tokens
        if self.outer[at] != Tag.INSIDE or tokens.tags[at] != Tag.NAME or tokens.tags[at + 1] in _NOUNS:
            return False
        while tokens.tags[at - 1] == Tag.NAME:
            at -= 1
        return tokens.lower[at - 1] not in _OWN_NAME

    def _first_so(self, at: int, gender: Gender) -> int:
        """The first pronoun in the sentence of another that means the same: "If he left with Mr Roe, he said"."""
        first = self._sentences[self._sentence(at) - 1]
        named = next((one.first for one in self.cast.between(first, at)), at)
        lower = self.cast.tokens.lower
        earlier = (k for k in range(first, named) if self.outer[k] == Tag.SUBJECT and _GENDERS.get(lower[k]) is gender)
        return next(earlier, at)

    def _holding(self, at: int) -> Entity | None:
        """Who spoke last, in a sentence before that of a token, if nobody else is named behind that, but in marks."""
        first = self._sentences[self._sentence(at) - 1]
        where, last = self._last_before(first, alone=True)
        since = self._sentences[self._sentence(where)] if last is not None and self._keeps(last, where) else 0
        named = (one for one in self._named_before(at) if one.first >= since and one.entity is not last)
        others = any(one.first < first or self.outer[one.first] != Tag.INSIDE for one in named)
        return last if since and not others else None

    def _keeps(self, entity: Entity, at: int) -> bool:
        """Whether somebody who speaks at a token has the floor behind it, and does not ask: "Ann Doe then asked"."""
        return entity.name is not None and _ASKING.isdisjoint(self.cast.tokens.lower[at : at + _WORDS])

    def _personal(self, entity: Entity, gender: Gender) -> float:
        """What speaks for somebody wherever named: the gender, how often, and that it is a person for sure."""
        known = entity.gender is gender and gender is not Gender.UNKNOWN
        either = entity.gender is Gender.UNKNOWN and entity.sort is Sort.PERSON
        doubted = entity.sort is Sort.UNSURE and entity.leaning <= 0 and not entity.id
        same = _SAME_GENDER * known + _MAYBE_SAME * either
        return same + _OFTEN * min(entity.times, _MANY_TIMES) - _DOUBTED * doubted

    def opening_before(self, at: int) -> Range | None:
        """The noun phrase that is the subject of the sentence before a token's, where nobody else is named since."""
        found, named = self.opened_before(at), next(self._named_before(at), None)
        return None if found is None or (named is not None and named.first >= found[1]) else found

    def opened_before(self, at: int) -> Range | None:
        """The noun phrase that is the subject of the sentence before a token's, where it opens that."""
        return self._opens_before(_OPENING, at)

    def opened_wide_before(self, at: int) -> Range | None:
        """The same for a noun phrase that tells more behind its noun."""
        return self._opens_before(_OPENING_WIDE, at)

    def _opens_before(self, opening: re.Pattern[str], at: int) -> Range | None:
        here = self._sentence(at)
        found = opening.match(self.outer, self._sentences[here - 2], at) if here > 1 else None
        return None if found is None else found.span("who")

    def opening_of(self, at: int) -> Range | None:
        """The noun phrase that is the subject of a token's sentence, or of the clause before it there."""
        first = self._sentences[self._sentence(at) - 1]
        found = _OPENING.match(self.outer, first, at)
        for later in _OPENING_CLAUSE.finditer(self.outer, first, at):
            found = later
        return None if found is None else found.span("who")

    def several_here(self, at: int) -> Range | None:
        """The noun phrase for several that is the subject of a token's sentence, where it opens that."""
        found = _OPENING_SEVERAL.match(self.outer, self._sentences[self._sentence(at) - 1], at)
        return None if found is None else found.span("who")

    def several_before(self, at: int) -> Range | None:
        """The noun phrase for several that is the subject of the sentence before a token's, where it opens that."""
        return self._opens_before(_OPENING_SEVERAL, at)

    def body(self, at: int, paragraph: int) -> Link | None:
        """What "it" takes up as a speaker: a body, a government or a paper."""
        best: Entity | None = None
        most = 0.0
        for entity, weight in self._floor(at, paragraph):
            described = entity.name is None and entity.kind is not SourceKind.UNKNOWN
            sure = entity.sort.is_body or described or (entity.name is not None and bool(entity.id))
            score = weight + _SURE_BODY * sure
            if entity.is_body and (best is None or score > most):
                best, most = entity, score
        if best is None:
            return None
        if best.name is not None and best.sort is not Sort.NATION:
            best.settle(Sort.BODY)
        return Link(best, TAKEN_UP)

    def several(self, at: int, paragraph: int) -> Link | None:
        """Whom "they" and "we" take up: several who spoke last, unless the text has gone on to somebody else since."""
        several = self._several_lately(at, paragraph)
        last = next((one for one in several if one.kind is not SourceKind.UNKNOWN or one.seen == paragraph), None)
        far = last is not None and paragraph - last.seen > 1 and not self._recurs(last, at)
        left = last is None or (far and (self.outer[at] == Tag.INSIDE or self._is_about_one(at)))
        return None if left or last is None else Link(last, GUESS)

    def _several_lately(self, at: int, paragraph: int) -> Iterator[Entity]:
        """Those together who spoke last; outside of marks none of whom only somebody's own words tell."""
        told = self.outer[at] == Tag.INSIDE
        return (one for one in self.lately(paragraph) if one.plural and (told or one in self._outside))

    def _is_about_one(self, at: int) -> bool:
        """Whether the sentence before a token's is about a person whom it names."""
        here = self._sentence(at)
        near = takewhile(lambda one: here - self._sentence(one.first) <= 1, self._named_before(at))
        return any(one.place >= Place.OPENING and one.entity.is_person for one in near)

    def _recurs(self, several: Entity, at: int) -> bool:
        """Whether the noun for several stands before a token in its sentence: "Democrats spoke of what they said"."""
        return not several.heads.isdisjoint(self.cast.tokens.lower[self._sentences[self._sentence(at) - 1] : at])

    def spoke_before(self, at: int) -> Link | None:
        """Whom "they" take up who spoke in the sentence before: a body, or "a spokesperson"."""
        where, last = self._spoken[-1] if self._spoken else (at, None)
        if last is None:
            return None
        back = self._sentence(at) - self._sentence(where)
        if back > 1 or (back == 0 and self.outer[at - 1 : at] not in _CLOSING):  # but "said: “We know.” They added"
            return None
        return Link(last, GUESS) if last.sort.is_body or _may_be_they(last) else None

    def _floor(self, at: int, paragraph: int) -> list[tuple[Entity, float]]:
        """Those named or speaking before a token, each with how much the text is about it there."""
        here, sentences = self._sentence(at), self._sentences
        spoken = ((where, one) for where, one in reversed(self._spoken) if where < at)
        floor = [
            (entity, _SPEAKER - (here - bisect_right(sentences, where)) * _FADE)
            for where, entity in islice(spoken, RECENT)
            if paragraph - entity.seen <= REACH
        ]
        farthest = sentences[max(0, here - 1 - _FARTHEST)]  # where the first sentence begins whose names may count
        asked = self._is_asked(sentences[here - 1])
        floor += [
            (one.entity, one.place - (here - bisect_right(sentences, one.first)) * _FADE)
            for one in self._named_before(at)
            if one.first >= farthest and not (asked and one.first >= sentences[here - 1]) and not self._is_no_one(one)
        ]
        return floor

    def _asked_about(self) -> Iterator[int]:
        """Where the narrator asks something: "I asked if Ms Doe was late", "when we ask her about Mr Roe"."""
        lower = self.cast.tokens.lower
        for k in compress(range(len(lower) - _TWO), map(_ASKING.__contains__, lower)):
            if self.outer[k] != Tag.INSIDE and not _ABOUT.isdisjoint(lower[k + 1 : k + 3]):
                before = lower[self._sentences[self._sentence(k) - 1] : k]
                if not _NARRATOR.isdisjoint(before):
                    yield k

    def _is_no_one(self, one: Appearance) -> bool:
        """Whether a name is asked about, or may be anything's and tells where or which: "In Voss", "the Moe Prize"."""
        asked = bisect_right(self._questions, one.first)
        if asked and self._questions[asked - 1] >= self._sentences[self._sentence(one.first) - 1]:
            return True
        before, behind = self.cast.tokens.lower[one.low - 1] if one.low else "", self.outer[one.after]
        if one.entity.sort is Sort.UNSURE and behind == Tag.NUMBER:
            return True  # "Route 9"
        if one.entity.sort is Sort.LIKELY_PERSON:
            return before == "the" and behind in _NOUNS
        within = (before == "in" and behind != Tag.POSSESSIVE) or self.cast.is_seat(one.low)
        return one.entity.sort is Sort.UNSURE and within

    def _is_asked(self, first: int) -> bool:
        """Whether a sentence begins with what somebody was asked about: "Asked about Ms Doe, she said"."""
        lower = self.cast.tokens.lower
        return lower[first + (lower[first] == "when")] in _ASKED

    def _named_before(self, at: int) -> Iterator[Appearance]:
        return islice(self.cast.before(at), RECENT)

    def _sentence(self, at: int) -> int:
        return bisect_right(self._sentences, at)


def _is_he_or_she(entity: Entity, gender: Gender) -> bool:
    """Whether one is a person of a gender, and not the "I" who tells the story."""
    narrates = entity.name is None and entity.mention.lower() in WORDS.self_reference
    place = entity.sort is Sort.UNSURE and entity.leaning < 0  # "won at Voss"
    return entity.is_person and not (narrates or place) and not entity.likely_gender.contradicts(gender)


def _may_be_they(entity: Entity) -> bool:
    """Whether one may be nobody of whom a text says "he" or "she": "a spokesperson", "Ann Doe, a spokesperson"."""
    told = entity.heads if entity.name is None else entity.heads | entity.described
    return not entity.plural and not told.isdisjoint(NAMES.of_no_gender)


_CLOSING: Final = TAGS["close straight"]
