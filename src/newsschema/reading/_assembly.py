"""Assembly: each accepted cue gets its mention and its content; each stretch goes to one attribution or to nobody."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import compress, count, zip_longest
from typing import Final

import attrs

from newsschema.reading._clauses import CLAUSAL, Clauses, Reporting
from newsschema.reading._cues import Cue
from newsschema.reading._evidence import CONFIDENCE, ENOUGH, FITS, OTHER, fit, points
from newsschema.reading._marks import Marked, Unit
from newsschema.reading._phrases import Range, described, np_right, subject
from newsschema.reading._words import WORDS

#: A that-clause inside another's words is nearly always said: less evidence is asked for.
_ENOUGH_NESTED: Final = ENOUGH - 1
#: The share of "according to" that annotators of news took for attributions.
_ACCORDING: Final = 0.95
#: How far a verb may stand from the marks that it follows, in tokens.
_NEAR: Final = 40
#: Tokens of a stretch, marks included, that is hardly ever an epithet.
_LONG: Final = 6
#: Frames with marks in them.
_MARKED: Final = frozenset({"quote", "as", "npquote", "npas"})
_FINITE: Final = re.compile("[XVvz]")
_PAST: Final = frozenset("VE")
_NAME_COLON: Final = re.compile(r"(?:[PN#A]|S[PN]){1,5}:")
#: Marks at the start of a sentence, or after one small word there: "Then, ...".
_LEAD: Final = re.compile(r"(?:[BUCR],?)?\[")
#: Who relays it, behind marks: "... open to all" by state television.
_BY: Final = re.compile(r"\]I(?=[DPANK#O]+$)")
_SENTENCE_END: Final = re.compile(r"[.?]")


@attrs.define(eq=False)
class Draft:
    """One attribution in the making; positions are indices of tokens.

    ``low`` is where its clause begins; ``left`` says that its words stand before the cue; ``source`` is the cue that
    the lexicon knew, if any.
    """

    cue: Range
    mention: Range | None
    content: list[Range]
    paragraph: int
    source: Cue | None = None
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


class Assembler:
    """Walks the units of a text and collects drafts."""

    def __init__(self, marked: Marked, cues: list[Cue], inner: list[Cue]) -> None:
        self.marked = marked
        self.outer = marked.outer
        self.lower = marked.tokens.lower
        self.view = marked.tokens.view(marked.outer)
        self.cues = cues
        self.inner = inner
        self.clauses = Clauses(marked)
        self.drafts: list[Draft] = []
        self._nested: list[Draft] = []
        self._speaking: Draft | None = None
        self._heads = [cue.head for cue in cues]
        self._opens = [stretch.open for stretch in marked.stretches]
        self._according = [
            k for k in compress(count(), map("according".__eq__, self.lower)) if self.lower[k + 1] == "to"
        ]

    def run(self) -> list[Draft]:
        """Assemble every unit; the drafts come in the order in which their speakers are named."""
        for unit in self.marked.units:
            made = len(self.drafts)
            if not self._awaited(unit) and not self._named(unit):
                self._unit(unit)
                if self._according:
                    self._according_to(unit, made)
                marked = self.outer.find("[", unit.first, unit.high) >= 0
                if marked and (len(self.drafts) > made or not self._continue(unit)):
                    self._left_over(unit, made)
            if len(self.drafts) > made:
                self._speaking = self._heard(made)
        self._nest_marked()
        whole = [draft for draft in self.drafts if draft.content]
        kept = set(whole)
        nested = [draft for draft in self._nested if draft.parent in kept]
        return sorted([*whole, *filter(_enclosed, nested)], key=_reading_order)

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
        if colon is None or "P" not in colon[0] or colon.end() >= unit.high or self.outer[colon.end()] == "#":
            return False
        after = colon.end()
        self.drafts.append(Draft((after - 1, after), (unit.first, after - 1), [(after, unit.high)], unit.paragraph))
        return True

    def _continue(self, unit: Unit) -> bool:
        """A unit that starts with marks and has no speaker goes on with the words of the one before it."""
        before, lead = self._speaking, _LEAD.match(self.outer, unit.first, unit.high)
        if before is None or lead is None or before.paragraph < unit.paragraph - (lead[0] == "["):
            return False
        alone = unit.high - unit.first >= _LONG and not self.outer[unit.first + 1 : unit.high].strip("~]")
        quoted = any("[" in self.outer[first:after] for first, after in before.content)
        if before.paragraph < unit.paragraph and not quoted and not (alone and unit.starts and before.mention):
            return False
        before.content.append((lead.end() - 1, unit.high))
        before.paragraph = unit.paragraph
        return True

    def _heard(self, made: int) -> Draft:
        """Who speaks when marks follow: of the cues of a sentence the last with marks, else the last."""
        for draft in reversed(self.drafts[made:]):
            if draft.mention and any(self.outer.find("[", first, after) >= 0 for first, after in draft.content):
                return draft
        return self.drafts[-1]

    def _left_over(self, unit: Unit, made: int) -> None:
        """Give what no cue took to the speaker before them in the sentence; long ones to one before a colon."""
        at, end = bisect_left(self._opens, unit.first + 1), bisect_left(self._opens, unit.high)
        here = [draft for draft in self.drafts[made:] if draft.mention is not None]
        taken = [piece for draft in self.drafts[made:] for piece in draft.content]
        for stretch in self.marked.stretches[at:end]:
            first, after = stretch.open, stretch.close + stretch.closed
            if self.outer[first] != "[" or any(low <= first < high for low, high in taken):
                continue
            before = [draft for draft in here if draft.cue[0] < first]
            if before and self.lower[first - 1] not in WORDS.distancing:
                max(before, key=lambda draft: draft.cue).content.append((first, after))
            elif self.outer[first - 1] == ":" and after - first >= _LONG:
                mention = self.clauses.introduced(unit.first, first - 1)
                if mention is not None:
                    here.append(Draft((first - 1, first), mention, [(first, unit.high)], unit.paragraph))
                    self.drafts.append(here[-1])
                    taken.append((first, unit.high))

    # --- cues one by one

    def _unit(self, unit: Unit) -> None:
        cues = self.cues[bisect_left(self._heads, unit.first) : bisect_left(self._heads, unit.high)]
        kept = len(self.drafts)
        start = unit.first
        while self.outer[start] in "CU":  # "But the arch, she said, fell"
            start += 1
        current: Draft | None = None
        quoting = self.outer.find("]", start, unit.high) >= 0
        for cue, following in zip_longest(cues, cues[1:]):
            led = following is not None and following.first <= cue.first and following.base in WORDS.parenthetical
            if led or cue.first < start or (current is not None and cue.first < current.cue[1]):
                continue  # "appeared to say": the leading verb is part of the cue
            draft = clause = None
            relayed = self._relayed(cue, start, unit) if self.lower[cue.first - 1] == "as" else None
            if relayed is not None:
                if current is not None and current.source is not None and current.source.base in WORDS.quoting:
                    self.drafts.remove(current)
                current = relayed
                self.drafts.append(relayed)
                continue
            right, left = fit(cue)
            near = quoting and self.outer.rfind("]", max(start, cue.first - _NEAR), cue.first) >= 0
            if left != OTHER or near:  # with any other complement no evidence is enough: not worth a look
                clause = self.clauses.reporting(cue, start, unit.high)
                draft = None if clause is None else self._reported(cue, clause, start, unit, following)
            if clause is not None and draft is not None:
                del self.drafts[kept:]  # what was found before stands inside these words
                start = draft.content[-1][0] if draft.content and draft.content[-1][0] >= clause.end else clause.end
            elif right != OTHER:
                draft = self._governed(cue, current, start, unit)
            if draft is not None:
                current = draft
                self.drafts.append(draft)
                kept = len(self.drafts) if draft.left else kept

    def _reported(self, cue: Cue, clause: Reporting, start: int, unit: Unit, following: Cue | None) -> Draft | None:
        """The draft of a cue that stands after or inside what was said."""
        said = (start, clause.said)
        score = self._score(cue, clause.mention, [said], FITS if clause.quoted else fit(cue)[1])
        if score is None:
            return None
        content = [said] if clause.said > start else []
        rest = self.clauses.rest(clause, start, unit.high)
        adds = following is not None and following.form == "g" and following.frame == "quote"
        if rest is not None and not (adds and following is not None and following.first < rest):
            content.append((rest, unit.high))  # but not in "she said, adding, ..."
        return Draft((cue.first, cue.after), clause.mention, content, unit.paragraph, cue, True, start, score)  # noqa: FBT003

    def _relayed(self, cue: Cue, start: int, unit: Unit) -> Draft | None:
        """The draft of "Tanjug quoted a minister as saying" and "a minister was quoted by Tanjug as saying"."""
        outer, lower = self.outer, self.lower
        low = max(start, cue.first - _NEAR)
        at = next((k for k in range(cue.first - 2, low, -1) if lower[k] in WORDS.quoting), None)
        if at is None or cue.base not in WORDS.classes["say"] or cue.form != "g":
            return None
        first = at  # of "was quoted"
        while first > low and outer[first - 1] in "XB":
            first -= 1
        passive = first < at and outer[at] in "EV"
        about = subject(outer, lower, first, start)
        if passive:
            agent = (at + 2, cue.first - 1) if lower[at + 1] == "by" else None
            mention, via, place = about, agent, (at if agent is None else cue.first, cue.after)
        else:
            mention, via, place = (at + 1, cue.first - 1), about, (cue.first, cue.after)
        content = self.clauses.content(cue, mention, unit.first, unit.high)
        if mention is None or mention[0] >= mention[1] or not content:
            return None
        end = content[-1][1]
        by = _BY.search(outer, content[-1][0], end) if passive and via is None else None
        if by is not None and lower[by.start() + 1] == "by":
            via, content[-1] = (by.start() + 2, end), (content[-1][0], by.start() + 1)
        return Draft(place, mention, content, unit.paragraph, cue, low=unit.first, via=via)

    def _governed(self, cue: Cue, current: Draft | None, start: int, unit: Unit) -> Draft | None:
        """The draft of a cue that stands before what was said; the words around it end where it begins."""
        mention = self.clauses.mention(cue, start, unit.high)
        cut = None
        if current is not None and current.content and current.content[-1][0] <= cue.first < current.content[-1][1]:
            cut = self._coordinated(current, cue, mention)
            if cut is None:
                self._nest(cue, current, mention, self.outer, current.content[-1][1])
                return None
        raising = cue.base in WORDS.raising
        if mention is None and cue.form in "ag" and not raising:
            if current is not None and current.left:
                mention = current.mention
            else:
                mention = self.clauses.shared_subject(cue, unit.first)
            if mention is None and cue.form == "g" and cue.first <= unit.first + 1:
                mention = self.clauses.coming_subject(cue, unit.high)
        content = self.clauses.content(cue, mention, unit.first, unit.high)
        if not content and not (cue.frame == "colon" and cue.body >= unit.high):
            return None
        if current is not None and cut is None and content and content[-1] in current.content:
            return None  # it stands between another cue and the words of that one
        score = self._score(cue, mention, content, fit(cue)[0])
        if score is None:
            return None
        if cut is not None and current is not None:
            first, _ = current.content.pop()
            current.content += [(first, cut)] if cut > first else []
        speaker = None if raising else mention
        return Draft((cue.first, cue.after), speaker, content, unit.paragraph, cue, low=unit.first, confidence=score)

    def _score(self, cue: Cue, mention: Range | None, content: list[Range], fits: int) -> float | None:
        total = points(cue, self.view, mention, content, fits)
        return CONFIDENCE.get(total, 0.95) if total >= ENOUGH else None

    def _coordinated(self, current: Draft, cue: Cue, mention: Range | None) -> int | None:
        """Where the content before ends when a cue inside it is on the same level; nothing when the cue is nested."""
        outer, trim = self.outer, self.clauses.trim
        own = mention is not None and mention[1] <= cue.first
        first = mention[0] if mention is not None and own else cue.first
        k = first
        while k and (outer[k - 1] in "CUB" or self.lower[k - 1] in WORDS.contrasting):
            k -= 1
        joined = k < first
        if cue.form == "g":  # "praising the plan and adding that"
            pair = joined and (own or (current.source is not None and current.source.form == "g"))
            return trim(k) if pair or outer[first - 1] == "," or self.clauses.ends(first - 1) else None
        outside = current.source is not None and current.source.frame not in CLAUSAL
        if own and outer[first - 1] == "W" and cue.frame in _MARKED and outside:
            return trim(first - 1)  # "support for what X called ..."
        if own:
            comma = outer[k - 1] in ",;-]" or outer[k] == "U"
            return trim(k) if joined and (comma or outside) and outer[first] not in "WT" else None
        if cue.form == "a" and joined:
            before = current.source or cue
            past = [not _PAST.isdisjoint(outer[some.first : some.head + 1]) for some in (cue, before)]
            return trim(k) if past[0] == past[1] or before.form == "g" else None
        return None

    def _according_to(self, unit: Unit, made: int) -> None:
        """Read "according to X" before, after or inside what X said."""
        outer = self.outer
        at = bisect_left(self._according, unit.first)
        k = self._according[at] if at < len(self._according) else unit.high
        end = described(outer, k + 2, unit.high) if k + 2 < unit.high else k + 2
        if outer[k] == "~" or end == k + 2:
            return
        lead = self.clauses.trim(k)
        last = self.drafts[-1] if len(self.drafts) > made else None
        if last is not None and last.left and last.mention is not None and last.cue[1] <= k and outer[k - 1] == ",":
            last.via = (k + 2, end)  # "..., the minister said, according to state television"
            return
        left = lead - unit.first > 1
        if left:
            content = [(unit.first, lead)]
            if end + 1 < unit.high and outer[end] == "," and outer[end + 1] not in "GULCW":
                content.append((end + 1, unit.high))
        else:
            comma = outer.find(",", np_right(outer, k + 2), unit.high)
            if comma > 0 and outer[comma + 1] == "W":
                comma = outer.find(",", comma + 1, unit.high)
            if comma > 0 and (end >= unit.high or outer[end] != "," or _FINITE.search(outer, comma, end)):
                end = comma  # it ends the phrase and begins no description
            content = [(end + (outer[end] == ","), unit.high)]
        if content[0][0] < content[0][1]:
            del self.drafts[made:]
            self.drafts.append(
                Draft((k, k + 2), (k + 2, end), content, unit.paragraph, left=left, confidence=_ACCORDING)
            )

    # --- quotes in quotes

    def _nest(self, cue: Cue, parent: Draft, mention: Range | None, tags: str, high: int) -> None:
        """A cue with a that-clause inside what another says is a quote in a quote."""
        if cue.frame != "that":
            return
        end = self.clauses.nested_end(cue, mention, tags, high)
        content = [(cue.body, end)]
        if (
            end > cue.body + 1
            and points(cue, self.marked.tokens.view(tags), mention, content, fit(cue)[0]) >= _ENOUGH_NESTED
        ):
            place = (cue.first, cue.after)
            self._nested.append(Draft(place, mention, content, parent.paragraph, cue, low=cue.first, parent=parent))

    def _nest_marked(self) -> None:
        """Quotes in quotes whose cue stands inside the marks: "When we say that ..."."""
        holder = {
            self._opens[at]: draft
            for draft in self.drafts
            for first, after in draft.content
            for at in range(bisect_left(self._opens, first), bisect_left(self._opens, after))
        }
        tags = self.clauses.tags
        for cue in self.inner:
            stretch = self.marked.stretches[bisect_left(self._opens, cue.head) - 1]
            parent = holder.get(stretch.open)
            if parent is not None:
                mention = subject(tags, self.lower, cue.first, stretch.open + 1)
                stop = _SENTENCE_END.search(tags, cue.body, stretch.close)
                self._nest(cue, parent, mention, tags, stop.start() if stop else stretch.close)
