"""Reading one unit: which of its cues attribute, and which words are theirs."""

from __future__ import annotations

from itertools import zip_longest
from typing import Final

from newsschema.reading._attributions.according import ACCORDING, According
from newsschema.reading._attributions.coordination import Coordination
from newsschema.reading._attributions.drafts import (
    UTTERING,
    Draft,
    before_told,
    has_clause,
    is_condition,
    is_interrupted,
    is_left,
    is_liked,
    is_said,
    is_told,
    is_told_meanwhile,
    told_from,
)
from newsschema.reading._attributions.relays import Relays
from newsschema.reading._attributions.reports import Reports
from newsschema.reading._attributions.speakers import Speakers
from newsschema.reading._contents.contents import Contents, is_pointed
from newsschema.reading._contents.resumption import Reporting
from newsschema.reading._cues.cue import Cue
from newsschema.reading._cues.evidence import (
    ENOUGH,
    ENOUGH_NESTED,
    FITS,
    OTHER,
    confidence,
    evidence,
    fit,
    has_marks,
    mention_kind,
)
from newsschema.reading._cues.idle import is_called
from newsschema.reading._cues.refusals import is_kept_back, is_negated
from newsschema.reading._cues.verdict import Verdict
from newsschema.reading._lexicon.frames import MARKED, SAID, Form, Frame
from newsschema.reading._lexicon.tags import TAGS, Tag
from newsschema.reading._lexicon.words import WORDS
from newsschema.reading._syntax.chunks import Range, Sentence
from newsschema.reading._syntax.marks import Unit

#: The least share of that-clauses inside the words of others that are said.
_NESTED: Final = 0.78
#: How far a verb may stand from the marks that it follows, in tokens.
_NEAR: Final = 40
#: Tokens from the opening mark of two words to the closing one.
_FEW: Final = 3
_CONJOINED: Final = TAGS["conjunction contrast"]
_LEADING: Final = "".join(TAGS["conjunction contrast adverb"])
_ANY: Final = TAGS["subject relative that"]
_HOLDING: Final = WORDS.clausal.union({"believe", "fear", "suspect"}, *(WORDS.classes[name] for name in UTTERING))
_HEAD: Final = TAGS["head"]
_PRESENT: Final = TAGS["base third"]
_FINITE: Final = TAGS.pattern("<finite>")
#: Behind a cue that has its words before it, a preposition of what is none of its own.
_ELSEWHERE: Final = frozenset({Frame.AS, Frame.ON})
_NO_PERSONS: Final = frozenset({"bodies", "thing"})


class UnitReader:
    """Reads one unit: which of its cues attribute, and which words are theirs."""

    def __init__(  # noqa: PLR0913 - what is read, by which tags
        self,
        outer: str,
        tags: str,
        unit: Unit,
        sentence: Sentence,
        cues: list[Cue],
        *,
        enough: int = ENOUGH,
        trace: list[Verdict] | None = None,
    ) -> None:
        self.outer = outer
        self.lower = sentence.lower
        self.enough = enough
        self.trace = trace
        self.unit = unit
        self.sentence = sentence
        self.cues = cues
        self.reports = Reports(sentence, outer, tags)
        self.speakers = Speakers(sentence, outer, tags)
        self.contents = Contents(sentence, outer, tags)
        self.according = According(unit, self.contents)
        self.coordination = Coordination(unit, self.contents, self.speakers)
        self.relays = Relays(unit, self.contents)
        self.drafts: list[Draft] = []
        self.nested: list[Draft] = []
        self.asides: list[Draft] = []  # between brackets
        self.current: Draft | None = None
        self.start = unit.first
        while self.outer[self.start] in _CONJOINED:  # "But the arch, she said, fell"
            self.start += 1
        self._settled = 0  # drafts that no words in front of a later cue take in
        self._quoting = self.outer.find(Tag.CLOSE, self.start, unit.high) >= 0

    def read(self) -> None:
        """Read the cues one by one."""
        for cue, following in zip_longest(self.cues, self.cues[1:]):
            if not self._passed(cue, following):
                self._read(cue, following)
        self._according_to()

    def _passed(self, cue: Cue, following: Cue | None) -> bool:
        """Whether a cue stands in what has been read, or leads to the one behind it: "appeared to say"."""
        led = following is not None and following.first <= cue.first and following.base in WORDS.parenthetical
        inside = cue.first < self.start and not self._is_put_to(cue)
        return led or inside or (self.current is not None and self._is_of(cue, self.current))

    def _is_put_to(self, cue: Cue) -> bool:
        """Whether a question behind a speaker is what he answers: "“No,” she said when asked whether she would go"."""
        return cue.form == Form.PASSIVE and cue.base == "ask" and self.lower[cue.first - 1] == "when"

    def _is_of(self, cue: Cue, draft: Draft) -> bool:
        """Whether a cue stands in that of a draft, or in what it calls those who are told: "told cheering crowds"."""
        told = draft.source.addressee if draft.source is not None else None
        return cue.first < draft.cue[1] or (told is not None and told[0] <= cue.first < told[1])

    def _read(self, cue: Cue, following: Cue | None) -> None:
        relayed = self._relayed(cue)
        if relayed is not None:
            last = self.current
            if last is not None and last.source is not None and last.source.base in WORDS.quoting:
                self.drafts.remove(last)
            self.drafts.append(relayed)
            self.current = relayed
            return
        right, left = fit(cue)
        draft = self._reported(cue, following, left)
        if draft is not None and self._is_relaying(draft):
            return
        if draft is not None:
            self._hand_over(draft)
            self.drafts[self._settled :] = self._enclose(draft, self.drafts[self._settled :])
        elif right != OTHER and not is_called(self.sentence, cue, following):
            draft = self._governed(cue, right)
        if draft is None:
            return
        self.current = draft
        self.drafts.append(draft)
        if draft.left:
            self._settled = len(self.drafts)

    def _hand_over(self, draft: Draft) -> None:
        """End the words that went on behind their cue where those of the next begin: "..., he said, ..., she said"."""
        before = self.current
        if before is not None and before.left and len(before.content) > 1 and before.content[-1][1] > draft.cue[0]:
            before.content.pop()

    def _draft(self, cue: Cue, mention: Range | None, content: list[Range], score: float, low: int) -> Draft:
        return Draft(
            (cue.first, cue.after),
            mention,
            content,
            self.unit.paragraph,
            source=cue,
            sentence=self.sentence,
            low=low,
            confidence=score,
        )

    # --- words in front of the cue

    def _reported(self, cue: Cue, following: Cue | None, left: int) -> Draft | None:
        """The draft of a cue that stands after or inside what was said; ``left`` is how well that goes with it."""
        clause = self._clause(cue, left)
        if clause is None:
            return None
        alone = len(self.drafts) == self._settled
        said = (self.reports.without_lead(cue, self.start, clause.said, alone=alone), clause.said)
        if is_condition(self.current, said, self.outer, self.lower):
            return None
        said = (self._opener(clause, said[0]) or said[0], clause.said)
        points, sure = self._weigh(cue, clause.mention, [said], FITS if clause.quoted else left, left=True)
        if points < self.enough or self._goes_on(clause):
            return None
        rest = self.reports.rest_before(following, clause, self.start)
        around = self._told_around(clause)
        if around is not None and said[0] > around.content[-1][0]:
            self._cut(around, said[0])
            self._settled = len(self.drafts)
        draft = self._draft(cue, self._saying(cue, clause.mention), self._pieces(said, rest), sure, self.start)
        draft.cue, draft.left = (cue.first, self._own_end(cue)), True
        relayed = self.reports.relayed(cue)
        if relayed is not None:  # "..., the agency quoted Ms Doe as saying"
            draft.mention, draft.via = relayed, clause.mention
        self.start = max(rest or 0, clause.end)
        return draft

    def _saying(self, cue: Cue, mention: Range) -> Range | None:
        """Who says what stands before a clause: no "it" and none who is told, but whoever tells: "..., he was told"."""
        told = cue.base in WORDS.addressed or self.lower[mention[0]] == "it"  # "..., it is said, ..."
        return self.speakers.mention(cue, self.start) if cue.form == Form.PASSIVE and told else mention

    def _clause(self, cue: Cue, left: int) -> Reporting | None:
        """The reporting clause that a cue stands in, if its words are given and nobody else's."""
        if left == OTHER and not self._is_near_marks(cue):  # no evidence is enough: not worth a look
            return None
        clause = self.reports.reporting(cue, self.start)
        if clause is None or self._is_anothers(clause) or self._agrees(clause) or self._adds(cue, clause):
            return None
        return clause

    def _opener(self, clause: Reporting, first: int) -> int | None:
        """What opens the clause into which one puts another: "said it was dead because, | he argued, nobody came"."""
        found = max(self.outer.rfind(tag, first + 1, clause.said) for tag in (Tag.RELATIVE, Tag.SUBORDINATOR))
        on_noun = self.outer[found - 1 : found + 1] == Tag.COMMA + Tag.RELATIVE
        if found < 0 or _FINITE.search(self.outer, found, clause.said) or not (on_noun or self._told_around(clause)):
            return None
        return found

    def _told_around(self, clause: Reporting) -> Draft | None:
        """The draft whose words one interrupts who says them: "Mr Doe said the kiln, he argued, was cold"."""
        last = self.drafts[-1] if len(self.drafts) > self._settled else None
        same = self.outer[clause.mention[0]] == Tag.SUBJECT
        return last if last and same and is_interrupted(last, clause.said, clause.end, self.lower) else None

    def _goes_on(self, clause: Reporting) -> bool:
        """Whether the words that a clause interrupts are those of the cue before, and go on behind it."""
        around = self._told_around(clause)
        if around is None or self._opener(clause, around.content[-1][0]) is not None:
            return False
        first, end = around.content.pop()
        self.start = clause.end + (self.outer[clause.end] == Tag.COMMA)
        around.content += [(first, clause.said), (self.start, end)]
        return True

    def _pieces(self, said: Range, rest: int | None) -> list[Range]:
        """The words before a reporting clause, and those with which they go on; but not "Meanwhile, she said, ..."."""
        pieces = [said] if self.outer[said[0] : said[1]].strip(_LEADING) else []
        if rest is not None:
            marked = self.outer[rest] == Tag.OPEN
            pieces.append((rest, self.contents.marked_end(rest) if marked else self.unit.high))
        return pieces

    def _own_end(self, cue: Cue) -> int:
        """Where a cue ends without what tells when or where: "“...,” she noted | as she left"."""
        apart = cue.frame in _ELSEWHERE and cue.form == Form.ACTIVE and self.lower[cue.after - 1] == cue.frame
        return cue.after - apart

    def _is_anothers(self, clause: Reporting) -> bool:
        """Whether a clause before a cue has its own speaker: "As Ms Doe says it is “dead,” Mr Roe laughs"."""
        last = self.drafts[-1] if len(self.drafts) > self._settled else None
        if last is None or last.source is None or not last.content or last.content[-1][1] != clause.said:
            return False
        first = last.mention[0] if last.mention is not None else last.cue[0]
        asked = last.mention is None and last.source.base in WORDS.classes["ask"]  # "Asked if it was late, he laughed"
        opens = self.reports.opens_clause(first, self.unit.first) or (asked and first == self.start)
        return opens and self.reports.rest(clause, self.start) is None

    def _agrees(self, clause: Reporting) -> bool:
        """Whether somebody only said the same, and no words are given: "said it was late, as Ms Doe had said"."""
        last = self.drafts[-1] if len(self.drafts) > self._settled else None
        alike = self.lower[clause.mention[0] - 1] == "as"
        if last is None or not (alike and last.content and is_said(last, self.lower)):
            return False
        first, end = last.content[-1]
        if first < clause.said < end:
            self._cut(last, clause.said)
            again = clause.end + (self.outer[clause.end] == Tag.COMMA)
            if self.outer[again:end].startswith(Tag.CONJUNCTION + Tag.THAT):  # ", as Ms Doe had said, | and that"
                last.content.append((again, end))
        return first < clause.said <= end

    def _adds(self, cue: Cue, clause: Reporting) -> bool:
        """Whether one adds something amid what is said: "Ms Doe said it was late — except, she added, for us"."""
        amid = cue.base == "add" and clause.end < self.unit.high and self.outer[clause.mention[0]] == Tag.SUBJECT
        said = (one for one in self.drafts[self._settled :] if is_said(one, self.lower))
        before = next((one for one in said if not has_marks(self.outer, one.content)), None) if amid else None
        if before is not None and before.content[-1][1] > clause.said:
            self._cut(before, clause.said)
        return before is not None

    def _is_near_marks(self, cue: Cue) -> bool:
        """Whether marks close not far before a cue."""
        low = max(self.start, cue.first - _NEAR)
        return self._quoting and self.outer.rfind(Tag.CLOSE, low, cue.first) >= 0

    def _enclose(self, draft: Draft, found: list[Draft]) -> list[Draft]:
        """Make a quote in a quote of what is plainly said inside a draft's words.

        What is left stands amid who speaks: "..., the mayor, who said she had seen it, told them".
        """
        low, high = draft.mention or draft.cue
        beside = [inner for inner in found if low <= inner.cue[0] < high]
        for inner in found:
            plain = has_clause(inner) or has_marks(self.outer, inner.content)
            told = is_said(inner, self.lower) or is_told(inner) or is_told_meanwhile(inner)
            if inner not in beside and plain and told:
                inner.parent = draft
                self.nested.append(inner)
        return beside

    def _is_relaying(self, draft: Draft) -> bool:
        """Whether words have their speaker in front and one behind who relays it: "He said, “No,” police say"."""
        last = self.drafts[-1] if len(self.drafts) > self._settled else None
        if last is None or not draft.content or not last.content or not is_said(last, self.lower):
            return False
        (low, end), rest = draft.content[0], draft.content[1:]
        again = self._is_again(last, draft)
        if last.content[-1][1] != end or (last.content[0][0] > low and not again):
            return False
        last.via = None if again else draft.mention
        last.content[1:] = [*last.content[1:], *rest]
        before = self.drafts[self._settled : -1]
        self.drafts[self._settled :] = [*(one for one in before if one.content[-1][1] <= last.cue[0]), last]
        self._settled = len(self.drafts)
        return True

    def _is_again(self, last: Draft, draft: Draft) -> bool:
        """Whether it is told twice who speaks: "Ms Doe said “No,” she said"."""
        pronouns = [one is not None and self.outer[one[0]] == Tag.SUBJECT for one in (last.mention, draft.mention)]
        return pronouns == [False, True] and has_marks(self.outer, last.content)

    # --- what one relays of another

    def _relayed(self, cue: Cue) -> Draft | None:
        """The draft of words that somebody relays of another."""
        found = self.relays.find(cue, self.start)
        if found is None:
            return None
        draft = self._draft(cue, found.mention, found.content, ACCORDING, self.unit.first)
        draft.cue, draft.via = found.cue, found.via
        return draft

    # --- words behind the cue

    def _governed(self, cue: Cue, right: int) -> Draft | None:
        """The draft of a cue that stands before what was said; the words around it end where it begins.

        ``right`` is how well these words go with it.
        """
        mention = self.speakers.mention(cue, self.start)
        around = self._around(cue)
        cut = None if around is None else self.coordination.end(around, cue, mention)
        if around is not None and cut is None:
            self._nest(cue, around, mention or self.coordination.inward(around, cue), right)
            return None
        if mention is None and not cue.raises:
            mention = self._lent(cue, around)
        draft = self._draft_behind(cue, mention, right, taken=cut is None)
        if draft is not None and around is not None and cut is not None:
            self._cut(around, cut)
        return draft

    def _draft_behind(self, cue: Cue, mention: Range | None, right: int, *, taken: bool) -> Draft | None:
        """The draft of a cue with the words behind it, unless they are nothing, or ``taken`` where they may be."""
        content = before_told(self.current, self.contents.content(cue, mention, self.unit.first))
        if self._tells_nothing(cue, mention, content, taken=taken and self._is_taken(content)):
            return None
        points, sure = self._weigh(cue, mention, content, right)
        if points < self.enough:
            return None
        content = content if self.drafts else self.reports.with_condition(cue, mention, content, self.start)
        return self._draft(cue, None if cue.raises else mention, content, sure, self.unit.first)

    def _tells_nothing(self, cue: Cue, mention: Range | None, content: list[Range], *, taken: bool) -> bool:
        """Whether nothing is left for a cue to tell; behind a colon at the end of its words more may come."""
        empty = not content and not (cue.frame == Frame.COLON and cue.body >= self.unit.high)
        return empty or taken or self.contents.is_unsaid(cue, content) or self._is_term(cue, mention, content)

    def _is_term(self, cue: Cue, mention: Range | None, content: list[Range]) -> bool:
        """Whether a word or two in marks are what a thing offers, what people at large like, or nobody believes.

        "The spa offers “sound baths”", "shoppers hate “elevator” music", "she never trusted the “magic” pill".
        """
        offers = cue.base == "offer" and self.outer[cue.head] in _PRESENT
        if mention is None or not content or cue.frame not in MARKED:
            return False
        offers = offers and mention_kind(self.sentence.view, mention) in _NO_PERSONS
        doubts = self._doubts(cue)
        if not (offers or doubts or is_liked(cue, self.outer, mention)):
            return False
        first, after = content[-1]
        opened = self.outer.find(Tag.OPEN, first, after)
        close = self.outer.find(Tag.CLOSE, opened, after)
        few = opened >= 0 and close - opened <= _FEW
        qualifies = not doubts or self.outer[close + 1] in _HEAD
        return few and qualifies and not self.reports.has_verb(opened, after)

    def _doubts(self, cue: Cue) -> bool:
        """Whether somebody does not think something, whose words are not his: "never believed the “official” story"."""
        return cue.base in WORDS.classes["think"] and is_negated(self.sentence, cue.first, cue.head)

    def _is_taken(self, content: list[Range]) -> bool:
        """Whether words are those of the cue before, in front of which another stands."""
        return self.current is not None and bool(content) and content[-1] in self.current.content

    def _cut(self, draft: Draft, end: int) -> None:
        """End the words of a cue where those of the next begin, and weigh anew what is left."""
        first, _ = draft.content.pop()
        draft.content += [(first, end)] if end > first and not is_pointed(draft.source, first, end) else []
        if draft.source is not None and draft.content and not draft.left:
            draft.confidence = self._weigh(draft.source, draft.mention, draft.content, fit(draft.source)[0])[1]

    def _around(self, cue: Cue) -> Draft | None:
        """The draft in whose words a cue stands."""
        current = self.current
        inside = (
            current is not None and current.content and current.content[-1][0] <= cue.first < current.content[-1][1]
        )
        return current if inside else None

    def _lent(self, cue: Cue, around: Draft | None) -> Range | None:
        """Whose a cue is that has no subject: whoever acts beside it, or speaks around it, or is borrowed."""
        within = cue.form == Form.ING and not (around and is_left(around, self.outer, cue.first))
        speaker = around.mention if around and within else self._borrowed(cue)
        noun = around.source if around is not None else None
        return self.speakers.beside(cue) or self.speakers.above(cue, noun) or speaker

    def _borrowed(self, cue: Cue) -> Range | None:
        """The speaker of a cue that has none of its own: that of the verb before, or of the clause to come."""
        if cue.form not in {Form.ACTIVE, Form.ING}:
            return None
        if self.current is not None and self.current.left:
            return self.current.mention
        found = self.speakers.shared_subject(cue, told_from(self.current))
        if found is None and cue.form == Form.ING and cue.first <= self.unit.first + 1:
            found = self.speakers.coming_subject(cue)
        return found

    def _weigh(
        self, cue: Cue, mention: Range | None, content: list[Range], fits: int, *, left: bool = False
    ) -> tuple[int, float]:
        view = self.sentence.view
        seen = evidence(cue, view, mention, content, fits)
        sure = confidence(cue, view, content, seen, left=left)
        if self.trace is not None:
            self.trace.append(Verdict(cue.head, mention, seen, sure))
        return seen.points, sure

    def _according_to(self) -> None:
        """Read "according to X" before, after or inside what X said."""
        found = self.according.find()
        if found is None or (found.is_owned and self.drafts):  # "In her view, Mr Roe said, it is late"
            self.drafts += [] if self.drafts else filter(None, [self.according.polled()])
            return
        last, own = self.drafts[-1] if self.drafts else None, self.according.draft(found)
        if last is not None and self.according.relays(found, last):
            last.via = found.mention
        elif own is not None and own.content[0][0] < own.content[0][1]:
            self._take_in(own, found.first)

    def _take_in(self, own: Draft, first: int) -> None:
        """Put the draft of "according to X", which begins at a token, among those of the other cues."""
        before = [draft for draft in self.drafts if draft.cue[1] <= min(first, own.content[0][0])]
        behind = [draft for draft in self.drafts if own.content[-1][1] <= draft.cue[0]]
        if before and before[-1].content and before[-1].content[-1][1] > first:
            self._cut(before[-1], self.contents.trim(first - 1))  # and the "and" before it
        self._enclose(own, self.drafts[len(before) : len(self.drafts) - len(behind)])
        self.drafts[:] = [*before, own, *behind]

    # --- quotes in quotes

    def _nest(self, cue: Cue, parent: Draft, mention: Range | None, right: int) -> None:
        """A cue with a that-clause, or with marks, inside what another says is a quote in a quote."""
        impersonal = cue.form == Form.ADJECTIVE and mention is not None and self.lower[mention[0]] == "it"
        if is_kept_back(self.sentence, cue, parent.source) or impersonal:  # "said that it is clear that"
            return
        mention = mention and self._joint(mention, parent)
        told = cue.frame == Frame.THAT and not self.contents.tells_which(cue)
        if told or self._says_another(cue, mention):
            end = self.contents.nested_end(cue, mention, parent.content[-1][1])
        elif self._quotes_another(cue, mention):
            end = self.outer.find(Tag.CLOSE, cue.body) + 1
        else:
            return
        content = [(cue.body, end)]
        points, sure = self._weigh(cue, mention, content, right)
        if end > cue.body + 1 and points >= ENOUGH_NESTED:
            draft = self._draft(cue, mention, content, max(sure, _NESTED), cue.first)
            draft.parent = parent
            self.nested.append(draft)

    def _joint(self, mention: Range, parent: Draft) -> Range:
        """A subject with whom "and" joins to it at the start of what is said: "said that he and Ms Doe feared"."""
        first = (begun := parent.content[-1][0]) + (self.outer[begun] == Tag.THAT)
        joined = first < mention[0] and self.outer[mention[0] - 1] == Tag.CONJUNCTION
        return (first, mention[1]) if joined and not self.contents.has_verb(first, mention[0]) else mention

    def _says_another(self, cue: Cue, mention: Range | None) -> bool:
        """Whether somebody else says what stands in a clause without "that": "said the firm told them it was late"."""
        another = mention is not None and self.outer[mention[0]] not in _ANY
        return another and (cue.frame, cue.form) == (Frame.BARE, Form.ACTIVE) and cue.base in _HOLDING

    def _quotes_another(self, cue: Cue, mention: Range | None) -> bool:
        """Whether one who is named says what stands in marks: "heard Ms Doe tell police: ...", "heard fans yelling"."""
        if mention is None or self.outer[mention[0]] == Tag.SUBJECT or self.outer[cue.body] != Tag.OPEN:
            return False
        heard = cue.form == Form.ING and self.lower[mention[0] - 1] in WORDS.watching
        return cue.frame in SAID and (heard or cue.form == Form.ACTIVE)
