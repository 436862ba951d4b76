"""Assembly: each accepted cue gets its mention and its content; each stretch goes to one attribution or to nobody."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import zip_longest
from typing import Final

import attrs

from newsschema.reading._chunks import Kind, Range, Sentence
from newsschema.reading._clauses import Clauses, Reporting
from newsschema.reading._cues import CLAUSAL, Cue, CueFinder, Form, Frame, inner_cues
from newsschema.reading._evidence import CONFIDENCE, ENOUGH, FITS, OTHER, fit, points
from newsschema.reading._floor import Floor
from newsschema.reading._lexicon import Lexicon
from newsschema.reading._marks import Marked, Unit
from newsschema.reading._phrases import described, phrase_end, subject
from newsschema.reading._tags import TAGS, Tag
from newsschema.reading._tokens import View
from newsschema.reading._words import WORDS

#: A that-clause inside another's words is nearly always said: less evidence is asked for.
_ENOUGH_NESTED: Final = ENOUGH - 1
#: The share of "according to" that annotators of news took for attributions.
_ACCORDING: Final = 0.95
#: The share of words alone in marks that are said by the one whom the sentence before is about.
_ALONE: Final = 0.85
#: How far a verb may stand from the marks that it follows, in tokens.
_NEAR: Final = 40
#: Tokens of a stretch, marks included, that is hardly ever an epithet.
_LONG: Final = 6
#: Frames with marks in them.
_MARKED: Final = frozenset({Frame.QUOTE, Frame.AS, Frame.OBJECT_QUOTE, Frame.OBJECT_AS})
_PAST: Final = TAGS["past participle"]
_NAME_COLON: Final = TAGS.pattern("(?: <name|noun|number|adjective> | <possessive> <name|noun> ){1,5} <colon>")
#: Marks at the start of a sentence, or after one small word there: "Then, ...".
_LEAD: Final = TAGS.pattern("(?: <adverb|contrast|conjunction|subject> <comma>? | <dash> )? <open>")
#: Who relays it, behind marks: "... open to all" by state television.
_BY: Final = TAGS.pattern("<close> <preposition> (?= <nominal|of>+ $ )")
_JOINING: Final = TAGS["conjunction contrast adverb"]
_CONJOINED: Final = TAGS["conjunction contrast"]
_FINITE: Final = TAGS.pattern("<finite>")
_PARTED: Final = TAGS["comma semicolon dash close"]
_RELATIVE: Final = TAGS["relative that"]
#: Marks that open a paragraph, or an entry of a list.
_OPENING: Final = frozenset({Tag.OPEN.value, f"{Tag.DASH}{Tag.OPEN}"})
_NO_REST: Final = TAGS["ing contrast subordinator conjunction relative"]


@attrs.define(eq=False)
class Draft:
    """One attribution in the making; positions are indices of tokens.

    ``low`` is where its clause begins; ``left`` says that its words stand before the cue; ``source`` is the cue that
    the lexicon knew, if any, and ``sentence`` where it stands. ``cue`` is empty where no word says that it was said.
    """

    cue: Range
    mention: Range | None
    content: list[Range]
    paragraph: int
    source: Cue | None = None
    sentence: Sentence | None = None
    left: bool = False
    low: int = 0
    confidence: float | None = None
    parent: Draft | None = None
    via: Range | None = None


def _reading_order(draft: Draft) -> tuple[int, int]:
    """By where the speaker is named; what stands inside another's words comes after that other."""
    here = (draft.mention or draft.cue)[0]
    if draft.parent is None:
        return here, 0
    return max(here, _reading_order(draft.parent)[0]), 1


def _enclosed(nested: Draft) -> bool:
    """Whether anything stands inside the parent's words, which a later cue may have cut; what does not is taken off."""
    end = max(after for _, after in nested.parent.content) if nested.parent is not None else 0
    nested.content = [(first, min(after, end)) for first, after in nested.content if first < end]
    return bool(nested.content)


class UnitReader:
    """Reads one unit: which of its cues attribute, and which words are theirs."""

    def __init__(self, marked: Marked, unit: Unit, sentence: Sentence, cues: list[Cue]) -> None:
        self.outer = marked.outer
        self.lower = marked.tokens.lower
        self.unit = unit
        self.sentence = sentence
        self.cues = cues
        self.clauses = Clauses(sentence, marked.outer, marked.tokens.tags)
        self.drafts: list[Draft] = []
        self.nested: list[Draft] = []
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
        if "according" in self.lower[self.unit.first : self.unit.high]:
            self._according_to()

    def _passed(self, cue: Cue, following: Cue | None) -> bool:
        """Whether a cue stands in what has been read, or leads to the one behind it: "appeared to say"."""
        led = following is not None and following.first <= cue.first and following.base in WORDS.parenthetical
        return led or cue.first < self.start or (self.current is not None and cue.first < self.current.cue[1])

    def _read(self, cue: Cue, following: Cue | None) -> None:
        relayed = self._relayed(cue)
        if relayed is not None:
            last = self.current
            if last is not None and last.source is not None and last.source.base in WORDS.quoting:
                self.drafts.remove(last)
            self.drafts.append(relayed)
            self.current = relayed
            return
        draft = self._reported(cue, following)
        if draft is not None:
            del self.drafts[self._settled :]  # what was found before stands inside these words
        elif fit(cue)[0] != OTHER:
            draft = self._governed(cue)
        if draft is None:
            return
        self.current = draft
        self.drafts.append(draft)
        if draft.left:
            self._settled = len(self.drafts)

    def _draft(self, cue: Cue, mention: Range | None, content: list[Range], score: float | None, low: int) -> Draft:
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

    def _reported(self, cue: Cue, following: Cue | None) -> Draft | None:
        """The draft of a cue that stands after or inside what was said."""
        near = self._quoting and self.outer.rfind(Tag.CLOSE, max(self.start, cue.first - _NEAR), cue.first) >= 0
        left = fit(cue)[1]
        if left == OTHER and not near:  # with any other complement no evidence is enough: not worth a look
            return None
        clause = self.clauses.reporting(cue, self.start)
        if clause is None:
            return None
        said = (self.start, clause.said)
        score = self._score(cue, clause.mention, [said], FITS if clause.quoted else left)
        if score is None:
            return None
        content = [said] if clause.said > self.start else []
        rest = self._rest(clause, following)
        if rest is not None:
            content.append((rest, self.unit.high))
        draft = self._draft(cue, clause.mention, content, score, self.start)
        draft.left = True
        self.start = max(rest or clause.end, clause.end)
        return draft

    def _rest(self, clause: Reporting, following: Cue | None) -> int | None:
        """Where the words go on behind a reporting clause, but not in "she said, adding, ..."."""
        rest = self.clauses.rest(clause, self.start)
        adds = following is not None and following.form == Form.ING and following.frame == Frame.QUOTE
        return None if rest is not None and adds and following is not None and following.first < rest else rest

    # --- what one relays of another

    def _relayed(self, cue: Cue) -> Draft | None:
        """The draft of "Tanjug quoted a minister as saying" and "a minister was quoted by Tanjug as saying"."""
        outer, lower, s = self.outer, self.lower, self.sentence
        if cue.form != Form.ING or lower[cue.first - 1] != "as" or cue.base not in WORDS.classes["say"]:
            return None
        low = max(self.start, cue.first - _NEAR)
        at = next((k for k in range(cue.first - 2, low, -1) if lower[k] in WORDS.quoting), None)
        if at is None:
            return None
        k = s.at(at)
        about = subject(s, k, s.at(self.start))
        passive = s.kinds[k] == Kind.VERB and outer[at] in _PAST and s.firsts[k] < at
        if passive:
            agent = (at + 2, cue.first - 1) if lower[at + 1] == "by" else None
            mention, via, place = about, agent, (at if agent is None else cue.first, cue.after)
        else:
            mention, via, place = (at + 1, cue.first - 1), about, (cue.first, cue.after)
        content = self.clauses.content(cue, mention, self.unit.first)
        if mention is None or mention[0] >= mention[1] or not content:
            return None
        end = content[-1][1]
        by = _BY.search(outer, content[-1][0], end) if passive and via is None else None
        if by is not None and lower[by.start() + 1] == "by":
            via, content[-1] = (by.start() + 2, end), (content[-1][0], by.start() + 1)
        draft = self._draft(cue, mention, content, None, self.unit.first)
        draft.cue, draft.via = place, via
        return draft

    # --- words behind the cue

    def _governed(self, cue: Cue) -> Draft | None:
        """The draft of a cue that stands before what was said; the words around it end where it begins."""
        current = self.current
        mention = self.clauses.mention(cue, self.start)
        cut = None
        around = self._around(cue)
        if around is not None:
            cut = self._coordinated(around, cue, mention)
            if cut is None:
                self._nest(cue, around, mention, around.content[-1][1])
                return None
        raising = cue.base in WORDS.raising
        if mention is None and not raising:
            mention = self._borrowed(cue)
        content = self.clauses.content(cue, mention, self.unit.first)
        if not content and not (cue.frame == Frame.COLON and cue.body >= self.unit.high):
            return None
        if current is not None and cut is None and content and content[-1] in current.content:
            return None  # it stands between another cue and the words of that one
        score = self._score(cue, mention, content, fit(cue)[0])
        if score is None:
            return None
        if around is not None and cut is not None:
            first, _ = around.content.pop()
            around.content += [(first, cut)] if cut > first else []
        return self._draft(cue, None if raising else mention, content, score, self.unit.first)

    def _around(self, cue: Cue) -> Draft | None:
        """The draft in whose words a cue stands."""
        current = self.current
        inside = (
            current is not None and current.content and current.content[-1][0] <= cue.first < current.content[-1][1]
        )
        return current if inside else None

    def _borrowed(self, cue: Cue) -> Range | None:
        """The speaker of a cue that has none of its own: that of the verb before, or of the clause to come."""
        if cue.form not in {Form.ACTIVE, Form.ING}:
            return None
        if self.current is not None and self.current.left:
            return self.current.mention
        found = self.clauses.shared_subject(cue)
        if found is None and cue.form == Form.ING and cue.first <= self.unit.first + 1:
            found = self.clauses.coming_subject(cue)
        return found

    def _score(self, cue: Cue, mention: Range | None, content: list[Range], fits: int) -> float | None:
        total = points(cue, self.sentence.view, mention, content, fits)
        return CONFIDENCE.get(total, 0.95) if total >= ENOUGH else None

    def _coordinated(self, current: Draft, cue: Cue, mention: Range | None) -> int | None:
        """Where the content before ends when a cue inside it is on the same level; nothing when the cue is nested."""
        outer, trim = self.outer, self.clauses.trim
        own = mention is not None and mention[1] <= cue.first
        first = mention[0] if mention is not None and own else cue.first
        k = first
        while k and (outer[k - 1] in _JOINING or self.lower[k - 1] in WORDS.contrasting):
            k -= 1
        joined = k < first
        outside = current.source is not None and current.source.frame not in CLAUSAL
        if cue.form == Form.ING:  # "praising the plan and adding that"
            both = own or (current.source is not None and current.source.form == Form.ING)
            parted = outer[first - 1] == Tag.COMMA or self.clauses.ends(first - 1)
            return trim(k) if (joined and both) or parted else None
        if own:
            return self._joined_clause(cue, first, k, outside=outside)
        if cue.form == Form.ACTIVE and joined:
            before = current.source or cue
            past = [not _PAST.isdisjoint(outer[some.first : some.head + 1]) for some in (cue, before)]
            return trim(k) if past[0] == past[1] or before.form == Form.ING else None
        return None

    def _joined_clause(self, cue: Cue, first: int, k: int, *, outside: bool) -> int | None:
        """Where the words before end when a cue with a speaker of its own, which begins at ``first``, is joined."""
        outer = self.outer
        if outer[first - 1] == Tag.RELATIVE and cue.frame in _MARKED and outside:
            return self.clauses.trim(first - 1)  # "support for what X called ..."
        parted = outer[k - 1] in _PARTED or outer[k] == Tag.CONTRAST
        joined = k < first and (parted or outside) and outer[first] not in _RELATIVE
        return self.clauses.trim(k) if joined else None

    # --- according to

    def _according_to(self) -> None:
        """Read "according to X" before, after or inside what X said."""
        s, unit, outer = self.sentence, self.unit, self.outer
        k = next((i for i in range(unit.first, unit.high - 2) if self.lower[i : i + 2] == ("according", "to")), None)
        if k is None or outer[k] == Tag.INSIDE:
            return
        at = s.at(k + 2)
        after = described(s, at)
        if after == at:
            return
        end = s.firsts[after]
        lead = self.clauses.trim(k)
        last = self.drafts[-1] if self.drafts else None
        if last is not None and last.left and last.mention is not None and last.cue[1] <= k and outer[k - 1] == ",":
            last.via = (k + 2, end)  # "..., the minister said, according to state television"
            return
        left = lead - unit.first > 1
        if left:
            content = [(unit.first, lead)]
            if (
                end + 1 < unit.high
                and outer[end] == ","
                and outer[end + 1] not in _NO_REST
                and _FINITE.search(outer, end, unit.high)
            ):
                content.append((end + 1, unit.high))
        else:
            end = self._source_end(k + 2, end)
            content = [(end + (outer[end] == ","), unit.high)]
        if content[0][0] < content[0][1]:
            self.drafts[:] = [
                Draft((k, k + 2), (k + 2, end), content, unit.paragraph, left=left, confidence=_ACCORDING)
            ]

    def _source_end(self, first: int, end: int) -> int:
        """Where the source behind "According to" ends that opens the sentence."""
        s, outer, high = self.sentence, self.outer, self.unit.high
        comma = outer.find(",", s.firsts[phrase_end(s, s.at(first))], high)
        if comma > 0 and outer[comma + 1] == Tag.RELATIVE:
            comma = outer.find(",", comma + 1, high)
        if comma > 0 and (end >= high or outer[end] != "," or _FINITE.search(outer, comma, end)):
            return comma  # it ends the phrase and begins no description
        return end

    # --- quotes in quotes

    def _nest(self, cue: Cue, parent: Draft, mention: Range | None, high: int) -> None:
        """A cue with a that-clause inside what another says is a quote in a quote."""
        if cue.frame != Frame.THAT:
            return
        content = [(cue.body, self.clauses.nested_end(cue, mention, high))]
        enough = points(cue, self.sentence.view, mention, content, fit(cue)[0]) >= _ENOUGH_NESTED
        if content[0][1] > cue.body + 1 and enough:
            draft = self._draft(cue, mention, content, None, cue.first)
            draft.parent = parent
            self.nested.append(draft)


class Assembler:
    """Walks the units of a text and collects drafts."""

    def __init__(self, marked: Marked, lexicon: Lexicon) -> None:
        self.marked = marked
        self.outer = marked.outer
        self.lower = marked.tokens.lower
        self.view = marked.tokens.view(marked.outer)
        self.lexicon = lexicon
        self.finder = CueFinder(self.lower, lexicon)
        self.drafts: list[Draft] = []
        self._nested: list[Draft] = []
        self._speaking: Draft | None = None
        self._introduced: Range | None = None
        self._waiting: Unit | None = None
        self.floor = Floor(marked)
        self._opens = [stretch.open for stretch in marked.stretches]

    def run(self) -> list[Draft]:
        """Assemble every unit; the drafts come in the order in which their speakers are named."""
        for unit, following in zip_longest(self.marked.units, self.marked.units[1:]):
            made = len(self.drafts)
            if self._awaited(unit) or self._named(unit):
                self._introduced = None
            else:
                self._unit(unit, following)
            if len(self.drafts) > made:
                self._speaking = self._heard(made)
        self._nest_marked()
        whole = [draft for draft in self.drafts if draft.content]
        kept = set(whole)
        nested = [draft for draft in self._nested if draft.parent in kept]
        return sorted([*whole, *filter(_enclosed, nested)], key=_reading_order)

    def _unit(self, unit: Unit, following: Unit | None) -> None:
        sentence = Sentence(self.view, unit.first, unit.high)
        reader = UnitReader(self.marked, unit, sentence, self.finder.find(sentence))
        reader.read()
        self.drafts += reader.drafts
        self._nested += reader.nested
        marked = self.outer.find(Tag.OPEN, unit.first, unit.high) >= 0
        alone = marked and not reader.drafts
        if marked and not (alone and (self._alone(unit, following) or self._continue(unit))):
            self._left_over(unit, reader)
        if self._waiting is not None and not alone:
            self._told_behind(self._waiting, reader, sentence)
        if not alone:
            self._introduced = None if reader.drafts or marked else self.floor.introduced(sentence)

    # --- whole units

    def _awaited(self, unit: Unit) -> bool:
        """Give the words in a paragraph of their own to a cue that waits for them: "She wrote:"."""
        waiting = self.drafts[-1] if self.drafts else None
        if waiting is None or waiting.content or not unit.starts or waiting.paragraph != unit.paragraph - 1:
            return False
        waiting.content.append((unit.first, unit.high))
        waiting.paragraph = unit.paragraph
        self._speaking = waiting
        return True

    def _named(self, unit: Unit) -> bool:
        """A name and a colon at the start of a paragraph, as transcripts and headlines have it."""
        colon = _NAME_COLON.match(self.outer, unit.first, unit.high) if unit.starts else None
        if (
            colon is None
            or Tag.NAME not in colon[0]
            or colon.end() >= unit.high
            or self.outer[colon.end()] == Tag.NUMBER
        ):
            return False
        after = colon.end()
        self.drafts.append(Draft((after - 1, after), (unit.first, after - 1), [(after, unit.high)], unit.paragraph))
        return True

    def _alone(self, unit: Unit, following: Unit | None) -> bool:
        """Words in marks alone are those of whoever signs them, or whom the last sentence is about."""
        if not self.floor.is_alone(unit):
            return False
        signed = self.floor.signed(following) if following is not None and unit.starts else None
        if signed is None and not self.floor.is_said(unit):
            self._speaking = self._introduced = None
            return False
        mention = signed or self._introduced
        self._introduced = None
        if mention is None:
            self._waiting = unit if following is not None and self.floor.points_back(following) else None
            return self._waiting is not None
        draft = Draft(
            (unit.first, unit.first), mention, [(unit.first, unit.high)], unit.paragraph, left=True, confidence=_ALONE
        )
        self.drafts.append(draft)
        return True

    def _told_behind(self, unit: Unit, reader: UnitReader, sentence: Sentence) -> None:
        """Give words that stood alone to the one whom the next sentence names: "That is how Bo Roe remembers it"."""
        self._waiting = None
        mention = next((draft.mention for draft in reader.drafts if draft.mention), None)
        mention = mention or self.floor.introduced(sentence)
        if mention is not None:
            place = (unit.first, unit.first)
            self.drafts.append(Draft(place, mention, [(unit.first, unit.high)], unit.paragraph, confidence=_ALONE))

    def _continue(self, unit: Unit) -> bool:
        """A unit that starts with marks and has no speaker goes on with the words of the one before it."""
        before, lead = self._speaking, _LEAD.match(self.outer, unit.first, unit.high)
        opens = lead is not None and lead[0] in _OPENING
        if before is None or lead is None or before.paragraph < unit.paragraph - opens:
            return False
        alone = unit.high - unit.first >= _LONG and not self.outer[lead.end() : unit.high].strip("~]")
        quoted = any(Tag.OPEN in self.outer[first:after] for first, after in before.content)
        if before.paragraph < unit.paragraph and not quoted and not (alone and unit.starts and before.mention):
            return False
        before.content.append((lead.end() - 1, unit.high))
        before.paragraph = unit.paragraph
        return True

    def _heard(self, made: int) -> Draft:
        """Who speaks when marks follow: of the cues of a sentence the last with marks, else the last."""
        for draft in reversed(self.drafts[made:]):
            if draft.mention and any(self.outer.find(Tag.OPEN, first, after) >= 0 for first, after in draft.content):
                return draft
        return self.drafts[-1]

    def _left_over(self, unit: Unit, reader: UnitReader) -> None:
        """Give what no cue took to the speaker before them in the sentence; long ones to one before a colon."""
        at, end = bisect_left(self._opens, unit.first + 1), bisect_left(self._opens, unit.high)
        here = [draft for draft in reader.drafts if draft.mention is not None]
        taken = [piece for draft in reader.drafts for piece in draft.content]
        for stretch in self.marked.stretches[at:end]:
            first, after = stretch.open, stretch.close + stretch.closed
            if self.outer[first] != Tag.OPEN or any(low <= first < high for low, high in taken):
                continue
            before = [draft for draft in here if draft.cue[0] < first]
            if before and self.lower[first - 1] not in WORDS.distancing:
                max(before, key=lambda draft: draft.cue).content.append((first, after))
            elif self.outer[first - 1] == ":" and after - first >= _LONG:
                mention = reader.clauses.introduced(first - 1)
                if mention is not None:
                    here.append(Draft((first - 1, first), mention, [(first, unit.high)], unit.paragraph))
                    self.drafts.append(here[-1])
                    taken.append((first, unit.high))

    # --- quotes in quotes

    def _nest_marked(self) -> None:
        """Quotes in quotes whose cue stands inside the marks: "When we say that ..."."""
        view = self.marked.tokens.view()
        for draft in list(self.drafts):
            for first, after in draft.content:
                for at in range(bisect_left(self._opens, first), bisect_left(self._opens, after)):
                    self._nest_in(draft, self.marked.stretches[at].open + 1, self.marked.stretches[at].close, view)

    def _nest_in(self, parent: Draft, first: int, after: int, view: View) -> None:
        for low, high in _sentences(view.tags, first, after):
            if not _THAT_CLAUSE.search(view.tags, low, high):
                continue
            sentence = Sentence(view, low, high)
            for cue in inner_cues(sentence, self.lexicon):
                clauses = Clauses(sentence, view.tags, view.tags)
                mention = subject(sentence, cue.chunk)
                content = [(cue.body, clauses.nested_end(cue, mention, high))]
                enough = points(cue, view, mention, content, fit(cue)[0]) >= _ENOUGH_NESTED
                if content[0][1] > cue.body + 1 and enough:
                    place = (cue.first, cue.after)
                    self._nested.append(
                        Draft(place, mention, content, parent.paragraph, cue, sentence, low=cue.first, parent=parent)
                    )


_THAT_CLAUSE: Final = TAGS.pattern("<verbal|base_or_noun> <that>")
_SENTENCE_END: Final = TAGS.pattern("<stop|question>")


def _sentences(tags: str, first: int, after: int) -> Iterator[Range]:
    """The sentences between two tokens."""
    for stop in _SENTENCE_END.finditer(tags, first, after):
        yield first, stop.start()
        first = stop.end()
    if first < after:
        yield first, after
