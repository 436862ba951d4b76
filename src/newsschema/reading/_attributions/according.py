"""Who says what stands around "according to"."""

from __future__ import annotations

from typing import Final, NamedTuple

from newsschema.reading._attributions.drafts import Draft
from newsschema.reading._contents.contents import Contents
from newsschema.reading._cues.evidence import mention_kind
from newsschema.reading._lexicon.gazetteer import NAMES, is_person_noun
from newsschema.reading._lexicon.signs import SAYING
from newsschema.reading._lexicon.tags import TAGS, Tag
from newsschema.reading._lexicon.words import WORDS
from newsschema.reading._syntax.behind_verbs import described, owner, phrase_end
from newsschema.reading._syntax.chunks import KINDS, Kind, Range
from newsschema.reading._syntax.marks import Unit

#: The share of "according to" that annotators of news took for attributions.
ACCORDING: Final = 0.95
_FINITE: Final = TAGS.pattern("<finite>")
_ACTS: Final = TAGS.pattern("<finite|dash>")
_BREAKS: Final = TAGS["comma close dash"]
#: "According to", "in the words of", by their first word.
_ACCORDING_TO: Final = {
    first: [tuple(phrase.split()) for phrase in WORDS.according if phrase.split()[0] == first]
    for first in {phrase.split()[0] for phrase in WORDS.according}
}
#: Speakers that no name between commas describes.
_BODIES: Final = frozenset({"bodies", "papers", "people"})
#: Who somebody is, up to the comma behind it: "according to the head, Ann Doe, it is".
_NAMED: Final = KINDS.pattern("(?: , <nominal> (?: <link> <nominal> )* ){1,2} (?= , <marked|subject> )")
#: Who somebody is, with a clause, up to the comma before what is said: "according to Ms Doe, a nurse who left, it is".
_WHO: Final = KINDS.pattern(
    ", <common> <!point|predicate|relative|that|subject>* <relative|that|participle> <!point|marked>+ (?= , <noun> )"
)
_INDEFINITE: Final = frozenset({"a", "an"})
_INSERTED: Final = TAGS["relative ing"]
_JOINING: Final = TAGS["conjunction contrast"]
_SUBJECTS: Final = KINDS["nominal subject"]
#: What was done with it: ", released today,", ", seen by the BBC,", but no ", failed loans rose".
_MADE: Final = KINDS.pattern(", <adverb>* <participle> (?! <nominal|that|relative|subject> )")
#: What tells which paper it is, up to where the words go on: "published today, fell", "that was sent to staff, is".
_TELLING_WHICH: Final = KINDS.pattern(
    "<participle|that|relative> <!point|stop|marked|end>* (?= , <adverb>* <predicate|participle> )"
)
#: A word that may be a subject by itself: "Sales, according to the guild, rose".
_ALONE: Final = TAGS.pattern("<name|plural> <comma>")
#: What a source is called that only an article or an adjective stands before, and what hangs on it.
_CALLED: Final = KINDS.pattern("<marked> <nominal>? (?: <link> <nominal> )*")
_TELLING_WHOSE: Final = TAGS.pattern("<determiner|name|possessive>")
_UNFINISHED: Final = TAGS["determiner adjective number possessive"]
#: The share of sentences that a poll opens in which it is the poll that says so.
_POLLED: Final = 0.6
#: "In a poll of potters released on Monday,".
_POLL: Final = KINDS.pattern("<preposition> (?P<poll> <common> ) (?: <link|nominal|time> | <participle> )* (?= , )")
#: What only points to the sentence before: "That's according to", "This is according to".
_ONLY_POINTS: Final = TAGS.pattern("<that|subject|determiner> <auxiliary|possessive>")
_NO_REST: Final = TAGS["ing contrast subordinator conjunction relative"]
#: What a clause may begin with that another follows, behind a comma.
_SET_BEFORE: Final = TAGS["ing subordinator"]
#: Only when and where: "at around 3 a.m.".
_SETTING: Final = KINDS.pattern(
    "(?: <adverb>* (?: <time> | <preposition>+ <nominal|time> (?: <link> <nominal> )* ) ,? )+"
)


_RELATIVES: Final = TAGS["relative"]
_NARRATORS: Final = frozenset({"its", "my", "our", "your"})
_CLOSES: Final = TAGS["comma colon stop open close dash"]


class Found(NamedTuple):
    """Where "according to" or the like begins, its words, the source, and the token behind both."""

    first: int
    cue: Range
    mention: Range
    after: int

    @property
    def is_owned(self) -> bool:
        """Whether the words belong to the source: "in Ms Doe's view"."""
        return self.mention[1] < self.after


class According:
    """Reads "according to X" in one unit."""

    def __init__(self, unit: Unit, contents: Contents) -> None:
        self.unit = unit
        self.contents = contents
        self.sentence = contents.sentence
        self.outer = contents.outer
        self.lower = contents.lower

    def find(self) -> Found | None:
        """The first "according to" or the like, with its source."""
        s, first, high = self.sentence, self.unit.first, self.unit.high - 1
        if not SAYING.search(s.view.signs, first, self.unit.after):
            return None
        return next(filter(None, (self._behind(k) or self._owned(k) for k in range(first, high))), None)

    def polled(self) -> Draft | None:
        """What a poll shows with which a sentence opens: "In a poll of potters, six in ten wanted a kiln"."""
        s, unit = self.sentence, self.unit
        k = s.at(unit.first)
        found = _POLL.match(s.kinds, k) if self.lower[unit.first] == "in" else None
        if found is None or s.head(found.start("poll")) not in WORDS.polls:
            return None
        first, comma = s.firsts[k + 1], s.firsts[found.end()]
        content = self._after_source(comma)
        if not self.contents.has_verb(*content):
            return None
        return Draft((unit.first, first), (first, comma), [content], unit.paragraph, confidence=_POLLED)

    def _behind(self, k: int) -> Found | None:
        """A source behind "according to" or the like, which begins at a token."""
        s, first = self.sentence, self.unit.first
        if self.lower[k] not in _ACCORDING_TO or self.outer[k] == Tag.NAME:  # "her lawyer, Per Lie, said"
            return None
        begin = k - (k > first and self.lower[k - 1] == "as")  # "as per"
        size = self._words(k, opens=self._opens(begin))
        at = s.at(k + size)
        after = described(s, at) if size else at
        if after == at or self._measures(k, at, after) or _ONLY_POINTS.fullmatch(self.outer, first, begin):
            return None
        source = s.tokens(at, self._called_end(after))
        return Found(begin, (begin, source[0]), source, source[1])

    def _measures(self, k: int, at: int, after: int) -> bool:
        """Whether what follows is no source but sorts or counts: "according to size", "$5 per single kiln"."""
        s = self.sentence
        if s.head(at) in WORDS.measures and s.word(at) != "the":  # but "according to the plan"
            return True
        tags = s.tags[slice(*s.tokens(at, after))]
        return self.lower[k] == "per" and tags.endswith(Tag.NOUN) and not _TELLING_WHOSE.search(tags)

    def _called_end(self, after: int) -> int:
        """The chunk behind a source that may have words in marks for its noun or before it: "the “bar plot” of"."""
        s = self.sentence
        called = _CALLED.match(s.kinds, after) if s.tags[s.firsts[after] - 1] in _UNFINISHED else None
        return after if called is None or self.contents.ends(s.firsts[after + 1] - 1) else called.end()

    def _owned(self, k: int) -> Found | None:
        """A source that a view or words belong to: "in Ms Doe's view"."""
        s = self.sentence
        if self.lower[k] != "in" or self.outer[k] != Tag.PREPOSITION or not self._opens(k):
            return None
        at = s.at(k + 1)
        end = s.firsts[at + 1]
        told = self.lower[end - 1] in WORDS.views and self.outer[end] in _CLOSES and s.word(at) not in _NARRATORS
        whose = owner(s, at) if told else None
        return Found(k, (end - 1, end), whose, end) if whose else None

    def _opens(self, begin: int) -> bool:
        """Whether a token begins a clause, or what is set into one."""
        return begin == self.unit.first or self.outer[begin - 1] in _BREAKS

    def relays(self, found: Found, last: Draft) -> bool:
        """Whether a source relays what another says: "..., the minister said, according to state television"."""
        follows = last.left and last.mention is not None and last.cue[1] <= found.first
        return follows and self.outer[found.first - 1] == Tag.COMMA

    def draft(self, found: Found) -> Draft | None:
        """What somebody says, in front of who is named or behind."""
        return self._draft_owned(found) if found.is_owned else self._draft_behind(found)

    def _draft_owned(self, found: Found) -> Draft | None:
        """What stands around "in Ms Doe's view", if it is not amid what somebody else does or says."""
        unit, lead, after = self.unit, self.contents.trim(found.first), found.after
        left = lead > unit.first
        if not left:
            colon = self.outer[after] == Tag.COLON and after + 1 < unit.high
            content = [self._after_source(after + colon)]
        elif self._is_begun(lead) or after + 1 >= unit.high:
            content = [(unit.first, lead), *([(after + 1, unit.high)] if self._resumes(lead, after) else ())]
        elif Tag.OPEN in self.outer[after : after + 2]:
            left, content = False, [self._after_source(after)]  # "He left because, in her words, “it was late”"
        else:
            return None
        return Draft(found.cue, found.mention, content, unit.paragraph, left=left, confidence=ACCORDING)

    def _is_begun(self, lead: int) -> bool:
        """Whether a clause has only begun before a token: with its subject, or with a helper too."""
        helped = self.outer[lead - 1] == Tag.AUXILIARY
        return not self.contents.has_verb(self.unit.first, lead - helped)

    def _draft_behind(self, found: Found) -> Draft:
        """What stands around "according to Ms Doe", where the source ends before the words."""
        unit, mention, (at, after) = self.unit, found.mention, found.mention
        lead = self.contents.trim(found.first)
        left = lead - unit.first > 1 or _ALONE.match(self.outer, unit.first, found.first) is not None
        if left and not self.is_joined(found):
            if not self.contents.has_verb(unit.first, lead):
                after = self._source_end(at, after)  # "In addition, according to Ms Doe, two who left will be paid"
            helped = self.outer[lead - 1] == Tag.AUXILIARY  # "It was, according to Ms Doe, a mess"
            comma = self.outer.find(Tag.COMMA, at, after) if helped else -1
            after = comma if comma > 0 else after
            mention = (at, min(after, mention[1]))  # "In May, according to a story | she told, ..."
            end = self._clause_end(after)
            related = self.outer[lead - 1] == Tag.RELATIVE  # "Nora, who, in the words of her son, “failed”, left"
            high = self._relative_end(lead - 1, end + 1) if related else unit.high
            rest = [(end + 1, high)] if self._resumes(lead, end) else []
            inner = self._inner(lead) if lead == found.first else None
            first = lead - 1 if related else self._opened(found)
            content = [(first, lead), *rest] if inner is None else [(inner, lead)]
        else:
            after = self._source_end(at, after)
            mention, left = (at, after), False
            content = [self._after_source(after)]
        return Draft(found.cue, mention, content, unit.paragraph, left=left, confidence=ACCORDING)

    def _inner(self, lead: int) -> int | None:
        """Where a clause begins that tells of somebody by a source: "Ms Doe, | who leads according to a poll,"."""
        relative = max(self.outer.rfind(tag, self.unit.first, lead) for tag in _RELATIVES)
        inner = relative > 0 and self.outer[relative - 1] == Tag.COMMA not in self.outer[relative:lead]
        return relative if inner and self.contents.has_verb(relative, lead) else None

    def _opened(self, found: Found) -> int:
        """Where words begin behind which their source stands: behind a dash, if another closes behind the source."""
        closed = self.outer[found.after] == Tag.DASH != self.outer[found.first - 1]
        dashed = closed and self.outer.count(Tag.DASH, self.unit.first, found.first) % 2
        return self.outer.rfind(Tag.DASH, 0, found.first) + 1 if dashed else self._begin(found.first)

    def _begin(self, lead: int) -> int:
        """Where words begin that end at a token: behind a semicolon, if their verb is still to come."""
        parted = self.outer.rfind(Tag.SEMICOLON, self.unit.first, lead) + 1
        return parted if parted and not self.contents.has_verb(parted, lead) else self.unit.first

    def is_joined(self, found: Found) -> bool:
        """Whether "and" joins what a source says to a clause before it: "It burned, and according to Ms Doe, …"."""
        s, comma = self.sentence, self.outer[found.first - 1] == Tag.COMMA
        joint = found.first - 1 - comma
        if self.outer[joint] not in _JOINING or not self.contents.has_verb(self.unit.first, joint):
            return False
        sails = comma and s.kind(s.at(found.after) + 1) not in _SUBJECTS  # "he left and, according to Ms Doe, sailed"
        return not sails and self._resumes(joint, found.after)

    def _clause_end(self, after: int) -> int:
        """Where what tells which source it is ends: "figures published today"."""
        clause = _TELLING_WHICH.match(self.sentence.kinds, self.sentence.at(after))
        return after if clause is None else self.sentence.firsts[clause.end()]

    def _relative_end(self, relative: int, first: int) -> int:
        """Where a relative clause ends that goes on at a token: at the verb of its sentence, behind a comma."""
        s, inserted = self.sentence, self.outer[relative - 1] == Tag.COMMA
        return s.firsts[self.contents.relative_end(relative, s.at(first))] if inserted else self.unit.high

    def _after_source(self, after: int) -> Range:
        """The words behind the source of "According to X, ..."."""
        first = after + (self.outer[after] == Tag.COMMA)
        marked = self.outer[first] == Tag.OPEN
        end = self.contents.marked_end(first) if marked else self.contents.plain_end(first)
        return first, min(end, self.unit.high)

    def _words(self, k: int, *, opens: bool) -> int:
        """How many words "according to" or the like has at a token; "according to" may stand anywhere."""
        if self.outer[k] == Tag.INSIDE:
            return 0
        phrases = _ACCORDING_TO[self.lower[k]]
        size = next((len(words) for words in phrases if self.lower[k : k + len(words)] == words), 0)
        return size if opens or size == 2 else 0  # noqa: PLR2004 - "according to"

    def _resumes(self, lead: int, after: int) -> bool:
        """Whether a clause that ends before ``lead`` goes on behind a source between commas."""
        high = self.unit.high
        if after + 1 >= high or self.outer[after] != Tag.COMMA or self.outer[after + 1] in _NO_REST:
            return False
        if self.outer[lead - 1] == Tag.AUXILIARY or _FINITE.search(self.outer, after, high) is not None:
            return True
        opens = not self.contents.has_verb(self._begin(lead), lead)
        return opens and self.contents.has_verb(after, high)  # "The kiln, according to Ms Doe, burned down"

    def _is_somebody(self, k: int) -> bool:
        """Whether a noun phrase is "a" with a noun of those who say something."""
        s = self.sentence
        return s.word(k) in _INDEFINITE and (is_person_noun(s.head(k)) or s.head(k) in NAMES.bodies)

    def _is_office(self, k: int) -> bool:
        """Whether a name behind a comma says who the one before it is, or one before it who that is."""
        return is_person_noun(self.sentence.head(k)) or is_person_noun(self.sentence.head(k - 2))

    def _is_inserted(self, comma: int) -> bool:
        """Whether what stands behind a source and a comma tells of it: "speaking on Monday", "seen by the BBC"."""
        outer, s = self.outer, self.sentence
        end = max(outer.find(Tag.COMMA, comma + 1, self.unit.high), comma)
        acts = outer[comma + 1] == Tag.ING and _ACTS.search(outer, comma, end)  # "eating pots that have cracked, ..."
        return not acts and (outer[comma + 1] in _INSERTED or _MADE.match(s.kinds, s.at(comma)) is not None)

    def _source_end(self, first: int, end: int) -> int:
        """Where the source behind "According to" ends that opens the sentence."""
        k = phrase_end(self.sentence, self.sentence.at(first))
        told = self._named_end(first, k)
        behind = self.sentence.firsts[k]
        told = self._described_end(behind, end) if told is None else told
        return told if self._is_followed(told) else behind

    def _is_followed(self, end: int) -> bool:
        """Whether a clause stands behind a source that ends at a token: else what describes it is what it says."""
        rest, high = end + 1, self.unit.high
        if self.outer[end] != Tag.COMMA or rest >= high or self.outer[rest] == Tag.OPEN:
            return True
        if self.outer[rest] in _NO_REST:  # "According to potters, the fire spread to the hall, and"
            return self.outer[rest] in _SET_BEFORE and self.outer.find(Tag.COMMA, rest, high) > 0
        return _SETTING.fullmatch(self.sentence.kinds, self.sentence.at(rest), self.sentence.at(high)) is None

    def _named_end(self, first: int, k: int) -> int | None:
        """Where a source ends by what stands behind its phrase: a name, who that is, or who else is spoken of."""
        s = self.sentence
        named = _NAMED.match(s.kinds, k)
        if named is not None and mention_kind(s.view, (first, s.firsts[k])) not in _BODIES:
            return s.firsts[named.end()]
        comma = self.outer.find(",", s.firsts[k], self.unit.high)
        who = _WHO.match(s.kinds, k)
        if who is not None and self.outer[comma - 1] == Tag.NAME and self._is_somebody(k + 1):
            return s.firsts[who.end()]
        another = s.firsts[k] == comma and s.kind(k + 1) == Kind.NAME and not self._is_office(k + 1)
        return comma if another else None  # "According to the report, Ms Doe, 74, is the owner"

    def _described_end(self, behind: int, end: int) -> int:
        """Where a source ends with what describes it: at the comma that ends the phrase and begins no description."""
        outer, high = self.outer, self.unit.high
        comma = outer.find(",", behind, high)
        inserted = comma > 0 and self._is_inserted(comma)
        if inserted:
            comma = outer.find(",", comma + 1, high)
        ends = inserted or end >= high or outer[end] != "," or _FINITE.search(outer, comma, end)
        return comma if comma > 0 and ends else end
