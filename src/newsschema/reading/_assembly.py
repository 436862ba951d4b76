"""Assembly: each accepted cue gets its mention and its content; each stretch goes to one attribution or to nobody."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import zip_longest
from typing import Final

import attrs

from newsschema.reading._cues import Cue
from newsschema.reading._evidence import evidence
from newsschema.reading._lexicon import Lexicon
from newsschema.reading._marks import Marked, Unit
from newsschema.reading._phrases import described, np_left, np_right, subject
from newsschema.reading._vocabulary import ADDRESSED, AFFECTING, PARENTHETICAL, RAISING

Range = tuple[int, int]

#: Frames whose complement is a clause and may run to the end of the sentence.
_CLAUSAL: Final = frozenset({"that", "bare", "quote", "colon", "wh", "nthat", "nquote", "ncolon", "nwh"})
#: Frames with marks in them.
_MARKED: Final = frozenset({"quote", "as", "npquote", "npas"})
#: Frames that a reporting clause after unmarked words may have: nothing, or to whom, where, how.
_LOOSE: Final = frozenset("end tonp in at on during after by with from as before via".split())
_FINITE: Final = re.compile(r"[XVvzE]")
_NAME_COLON: Final = re.compile(r"(?:[PN#A]|S[PN]){1,5}:")
_VERB: Final = re.compile(r"B*(?:X[XB]*[EVvG]?|[Vvz]|E)")
_PHRASE_END: Final = re.compile(r",(?=B*[GCULWXIVzER])|[;\n]|-|(?<=\])(?=[AB]?M)|[CU](?=B*[VXz])|,(?=[DPNAK#]{1,5}[XVzE])")
_TO_END: Final = re.compile(r",(?=B*[GCULWXVzER])|[;\n]|-|,(?=[DPNAK#]{1,5}[XVzE])|[CU](?=B*[VXz])")
#: Where a phrase inside a subject or a relative clause meets the verb of the sentence.
_MAIN_VERB: Final = re.compile(r"(?<=[NKP\]#r])B*[XVz]")
_CLAUSE_END: Final = re.compile(r",(?=[DPNAKR#]{1,6}(?:[OI][DPNAK#]{1,4}){0,2}B?[XVzEv])")
_RESUME: Final = re.compile(r",(?=B*[XVzE])")
_TAIL_STOP: Final = re.compile(r"[,\[;:]|-")
#: A that-clause inside another's words is nearly always said: less evidence is asked for.
_NESTED_FLOOR: Final = -1.5
_OWN: Final = frozenset({"his", "her", "their", "its", "my", "our", "your"})


@attrs.define(eq=False)
class Draft:
    """One attribution in the making; positions are indices of tokens."""

    cue: Range
    mention: Range | None
    content: list[Range]
    source: Cue | None
    paragraph: int
    left: bool = False
    low: int = 0
    confidence: float | None = None
    parent: Draft | None = None


def _reading_order(draft: Draft) -> tuple[int, int]:
    """By where the speaker is named; what stands inside another's words comes after that other."""
    here = (draft.mention or draft.cue)[0]
    if draft.parent is None:
        return here, 0
    return max(here, _reading_order(draft.parent)[0]), 1


class Assembler:
    """Walks the units of a text and collects drafts."""

    def __init__(self, marked: Marked, cues: list[Cue], inner: list[Cue], lexicon: Lexicon) -> None:
        self.inner = inner
        self._nested: list[Draft] = []
        self.marked = marked
        self.outer = marked.outer
        self.lower = marked.tokens.lower
        self.tags = marked.tokens.tags
        self.cues = cues
        self.lexicon = lexicon
        self.drafts: list[Draft] = []
        self._heads = [cue.head for cue in cues]
        self._opens = [s.open for s in marked.stretches]

    def run(self) -> list[Draft]:
        """Assemble every unit."""
        paragraph = 0
        for number, unit in enumerate(self.marked.units):
            paragraph += unit.starts_paragraph
            made = len(self.drafts)
            high = unit.after
            while high > unit.first and self.outer[high - 1] in "\n.":
                high -= 1
            waiting = self.drafts[-1] if made and not self.drafts[-1].content else None
            if waiting and unit.starts_paragraph and waiting.paragraph == paragraph - 1:
                waiting.content.append((unit.first, high))  # "She wrote:" and the words in a paragraph of their own
                waiting.paragraph = paragraph
                continue
            if waiting and not waiting.content:
                self.drafts.pop()
                made = min(made, len(self.drafts))
            if not self._named(unit, high, paragraph):
                self._unit(unit, high, paragraph)
            if len(self.drafts) == made:
                self._continue(unit, high, paragraph)
        self._nest_marked()
        kept = set(map(id, self.drafts))
        self.drafts += [draft for draft in self._nested if id(draft.parent) in kept]
        for draft in self.drafts:
            if draft.mention and self.lower[draft.mention[0]] == "there" and draft.mention[1] - draft.mention[0] == 1:
                draft.mention = None
        return sorted((draft for draft in self.drafts if draft.content), key=_reading_order)

    def _named(self, unit: Unit, high: int, paragraph: int) -> bool:
        """A name and a colon at the start of a paragraph, as transcripts and headlines have it."""
        colon = _NAME_COLON.match(self.outer, unit.first, high) if unit.starts_paragraph else None
        if colon is None or "P" not in colon.group() or colon.end() >= high:
            return False
        after = colon.end()
        self.drafts.append(Draft((after - 1, after), (unit.first, after - 1), [(after, high)], None, paragraph))
        return True

    def _unit(self, unit: Unit, high: int, paragraph: int) -> None:
        cues = self.cues[bisect_left(self._heads, unit.first) : bisect_left(self._heads, high)]
        made = kept = len(self.drafts)
        start = unit.first
        current: Draft | None = None
        for cue, following in zip_longest(cues, cues[1:]):
            if following is not None and following.first <= cue.first and following.base in PARENTHETICAL:
                continue  # "appeared to say": the leading verb is part of the cue
            if cue.first < start or (current is not None and cue.first < current.cue[1]):
                continue
            left = self._left(cue, start, high)
            left_score = self._score(cue, left[0], [(start, left[1])], left=True) if left is not None else None
            if left is not None and left_score is not None:
                mention, before, after = left
                del self.drafts[kept:]
                content = [(start, before)] if before > start else []
                rest = self._rest(after, high, bool(content), mention)
                if rest is not None:
                    content.append((rest, high))
                    after = rest
                current = Draft((cue.first, cue.after), mention, content, cue, paragraph, left=True, low=start, confidence=left_score)
                self.drafts.append(current)
                kept = len(self.drafts)
                start = after
                continue
            mention = self._mention(cue, start, high)
            cut = None
            if current is not None and current.content and current.content[-1][0] <= cue.first < current.content[-1][1]:
                cut = self._coordinated(current, cue, mention)
                if cut is None:
                    self._nest(cue, current, mention, self.outer, current.content[-1][1])
                    continue
            if mention is None and cue.form in "ag" and cue.base not in RAISING:
                mention = self._shared_subject(cue, unit.first)
            content = self._content(cue, mention, unit.first, high)
            if not content and not (cue.frame == "colon" and cue.body >= high):
                continue
            score = self._score(cue, mention, content, left=False)
            if score is None:
                continue
            if cut is not None and current is not None:
                first, _ = current.content.pop()
                if cut > first:
                    current.content.append((first, cut))
            if cue.base in RAISING:
                mention = None
            current = Draft((cue.first, cue.after), mention, content, cue, paragraph, low=unit.first, confidence=score)
            self.drafts.append(current)
        self._according(unit, high, paragraph, made)

    def _score(self, cue: Cue, mention: Range | None, content: list[Range], *, left: bool) -> float | None:
        return self.lexicon.confidence(evidence(cue, self.outer, self.lower, mention, content, left=left))

    def _nest(self, cue: Cue, parent: Draft, mention: Range | None, tags: str, high: int) -> None:
        """A cue with a that-clause inside what another says is a quote in a quote."""
        if cue.frame != "that" or (parent.content and cue.first < parent.content[0][0]):
            return
        stop = None
        if mention is None and cue.form == "g":  # "thinking that X could Y was a mistake"
            verbs = [m for m in _VERB.finditer(tags, cue.body, high)]
            stop = verbs[1].start() if len(verbs) > 1 else None
        elif cue.first and tags[max(0, cue.first - 2)] in "L[":
            clause = _CLAUSE_END.search(tags, cue.body, high)
            stop = clause.start() if clause else None
        end = self._trim(stop if stop is not None else high)
        points = self.lexicon.points(evidence(cue, tags, self.lower, mention, [(cue.body, end)], left=False))
        if points >= _NESTED_FLOOR and end > cue.body + 1:
            self._nested.append(Draft((cue.first, cue.after), mention, [(cue.body, end)], cue, parent.paragraph, low=cue.first, parent=parent))

    def _nest_marked(self) -> None:
        """Quotes in quotes whose cue stands inside the marks: "When we say that ..."."""
        tags = self.tags
        for cue in self.inner:
            at = bisect_left(self._opens, cue.head) - 1
            stretch = self.marked.stretches[at]
            parent = next((d for d in self.drafts if any(a <= stretch.open < b for a, b in d.content)), None)
            if parent is not None:
                mention = subject(tags, self.lower, cue.first, stretch.open + 1) if cue.form == "a" else None
                end = next((m.start() for m in [re.compile(r"[.?]").search(tags, cue.body, stretch.close)] if m), stretch.close)
                self._nest(cue, parent, mention, tags, end)

    # --- where the speaker stands

    def _left(self, cue: Cue, start: int, high: int) -> tuple[Range | None, int, int] | None:
        """For a cue whose content stands before it: mention, end of that content, first token after the clause."""
        outer = self.outer
        if cue.form not in "ap" or cue.first <= start:
            return None
        previous = outer[cue.first - 1]
        if cue.base not in PARENTHETICAL and previous != "]":
            back = np_left(outer, cue.first, start)
            if outer[back - 1] != "]":
                return None
        if previous in "],-" and outer[cue.first] in "VzE" and (cue.frame in {"np", "bare", "npto", "npas", "npquote"} or (previous == "]" and cue.frame == "adj")):
            end = described(outer, cue.body, high)
            following = outer[end] if end < high else "."
            if end > cue.body and (previous == "]" or following in ".,:[-"):
                if self._said_before(cue.first, start, quoted=previous == "]") or following in ",:":
                    return (cue.body, end), self._trim(cue.first), end
        if previous == "]":
            return None
        mention = subject(outer, self.lower, cue.first, start)
        if mention is None or mention[0] <= start or outer[mention[0]] == "W":
            return None
        before = outer[mention[0] - 1]
        if before == "L" and self.lower[mention[0] - 1] == "as" and cue.frame not in _CLAUSAL and cue.frame != "np":
            return mention, self._trim(mention[0] - 1), self._tail_end(cue, high)
        if before not in "],-" or (before != "]" and cue.frame not in _LOOSE and cue.base not in ADDRESSED):
            return None
        if cue.frame in _CLAUSAL and not (before == "]" and (self._whole(start, mention[0]) or self._ends(mention[0] - 1) == ",")):
            return None
        if not self._said_before(mention[0], start, quoted=before == "]"):
            return None
        return mention, self._trim(mention[0]), self._tail_end(cue, high)

    def _whole(self, start: int, end: int) -> bool:
        """Whether a region starts with a mark and ends with one."""
        return self.outer[start] == "[" and self.outer[end - 1] == "]"

    def _said_before(self, end: int, start: int, *, quoted: bool) -> bool:
        """Whether what stands before can have been said: marks, or a clause with a verb."""
        if quoted:
            return self._ends(end - 1) in ",.?-" or self.outer[start] == "["
        return self.outer[start] == "[" or bool(_FINITE.search(self.outer, start, end))

    def _ends(self, close: int) -> str:
        """The tag before a closing mark, or of the comma after it."""
        return "," if self.outer[close + 1 : close + 2] == "," else self.tags[close - 1]

    def _trim(self, end: int) -> int:
        while end and self.outer[end - 1] in ",-:;":
            end -= 1
        return end

    def _tail_end(self, cue: Cue, high: int) -> int:
        """First token after a reporting clause: where a comma, a mark or the unit ends it."""
        stop = _TAIL_STOP.search(self.outer, max(cue.after, cue.addressee[1] if cue.addressee else 0), high)
        return stop.start() if stop else high

    def _rest(self, after: int, high: int, has_left: bool, mention: Range | None) -> int | None:
        """Where the content goes on after an interrupting reporting clause, if it does."""
        outer = self.outer
        if after >= high:
            return None
        if outer[after] == "[":
            return after
        k = after + 1
        if k >= high or outer[after] not in ",:;-":
            return None
        if outer[k] == "[":
            return k
        again = outer.find("[", k, high)
        if again > 0 and has_left and outer[again - 1] in ",P" and not _FINITE.search(outer, k, again):
            return again
        if outer[after] == "," and outer[k] not in "GCULW\n" and not (has_left and outer[(mention or (1, 1))[0] - 1] == "]"):
            return k
        return None

    def _mention(self, cue: Cue, start: int, high: int) -> Range | None:
        """The subject of a cue whose content follows, or the agent of a passive."""
        outer = self.outer
        if cue.agent is not None:
            return cue.agent
        if cue.base in AFFECTING and cue.form in "pa":
            if cue.form == "p":
                return subject(outer, self.lower, cue.first, start)
            end = np_right(outer, cue.body) if cue.frame.startswith("np") else cue.body
            return (cue.body, end) if end > cue.body else None
        if cue.form in "pd" or (cue.form == "a" and cue.frame == "by" and self.tags[cue.head] == "E"):
            for k in range(cue.after, min(high, cue.after + 12)):
                if self.lower[k] == "by" and outer[k] == "I":
                    end = described(outer, k + 1, high)
                    return (k + 1, end) if end > k + 1 else None
                if outer[k] in ",[\n;":
                    break
            return None
        if cue.form == "n":
            first = cue.first
            while first > start and outer[first - 1] in "A#NG":
                first -= 1
            if first > start + 1 and outer[first - 1] == "S":
                head = np_left(outer, first - 1, start)
                return (head, first) if head < first - 1 else None
            if first > start and outer[first - 1] == "D" and self.lower[first - 1] in _OWN:
                return first - 1, first
            return None
        if cue.form in "aj":
            return subject(outer, self.lower, cue.first, start)
        if cue.form == "g" and cue.first > start and outer[cue.first - 1] in "NKPRD":
            found = subject(outer, self.lower, cue.first, start)
            if found and (found[0] == start or outer[found[0] - 1] in "ICXVvzE"):
                return found
        return None

    def _shared_subject(self, cue: Cue, start: int) -> Range | None:
        """The subject of the verb before, for a cue that has none of its own: "..., adding that", "and said"."""
        best: Range | None = None
        for match in _VERB.finditer(self.outer, start + 1, cue.first):
            found = subject(self.outer, self.lower, match.start(), start)
            if found is None or (found[0] > start and self.outer[found[0] - 1] in "OIXVvz"):
                continue
            aside = self.outer[found[0]] in "WT" or (found[0] > start and self.outer[found[0] - 1] in "LWT")
            if best is None or not aside:
                best = found
        return best

    # --- what was said

    def _content(self, cue: Cue, mention: Range | None, start: int, high: int) -> list[Range]:
        """What was said with a cue: the complement to the right, for a passive the subject as well."""
        content = []
        if cue.base in AFFECTING and cue.form == "a":
            about = subject(self.outer, self.lower, cue.first, start)
            return [about] if about is not None else []
        if (cue.form == "p" and cue.base not in AFFECTING) or cue.base in RAISING:
            about = subject(self.outer, self.lower, cue.first, start)
            if about is not None:
                content.append(about)
        body = self._body(cue, mention, start, high)
        if body is not None and body[1] > body[0]:
            content.append(body)
        return content

    def _body(self, cue: Cue, mention: Range | None, start: int, high: int) -> Range | None:
        """The complement to the right of a cue, cut where the clause or the phrase ends."""
        outer = self.outer
        first = cue.body
        if first >= high or cue.frame == "end" or cue.form == "p" and cue.base not in AFFECTING and cue.frame in {"in", "at", "on", "by", "from", "during"}:
            return None
        if mention is not None and mention is not cue.agent and mention[0] > cue.first and mention[0] <= first + 2:  # the agent of a passive
            first = mention[1]
        if cue.frame in _CLAUSAL:
            stop = None
            if mention is not None and outer[mention[0]] in "WT" and outer[mention[0] - 1 : mention[0]] == ",":
                stop = _RESUME.search(outer, first, high)
            elif outer[start] in "LI" and not _CLAUSE_END.search(outer, start, cue.first):
                stop = _CLAUSE_END.search(outer, first, high)
        else:
            stop = (_TO_END if cue.frame == "to" else _PHRASE_END).search(outer, first + 1, high)
            if cue.form in "gdn" or (mention is not None and outer[mention[0]] in "WT"):
                high = stop.start() if stop else high
                stop = _MAIN_VERB.search(outer, first + 1, high)
        end = stop.start() if stop else high
        while end > first and outer[end - 1] in ",;:-.":
            end -= 1
        return (first, end) if end > first else None

    def _coordinated(self, current: Draft, cue: Cue, mention: Range | None) -> int | None:
        """Where the content before ends when a cue inside it is on the same level; nothing when the cue is nested."""
        outer = self.outer
        own = mention is not None and mention[1] <= cue.first
        first = mention[0] if mention is not None and own else cue.first
        k = first
        while k and outer[k - 1] in "CUBL":
            k -= 1
        joined = k < first
        if cue.form == "g":
            return self._trim(k) if outer[first - 1] in ",]" or (own and joined) else None
        if own and outer[first - 1] == "W" and cue.frame in _MARKED and current.source and current.source.frame not in _CLAUSAL:
            return self._trim(first - 1)  # "support for what X called ..."
        if own:
            comma = outer[k - 1] in ",;-]" or outer[k] == "U"
            return self._trim(k) if joined and comma and outer[first] not in "WT" else None
        if cue.form == "a" and joined:
            past = self.tags[cue.head] in "VE"
            verb = self.tags[current.source.head] in "VE" if current.source else True
            return self._trim(k) if past == verb else None
        return None

    def _according(self, unit: Unit, high: int, paragraph: int, made: int) -> None:
        """ "According to X" before, after or inside what X said."""
        outer = self.outer
        for k in range(unit.first, high - 2):
            if self.lower[k] != "according" or self.lower[k + 1] != "to" or outer[k] == "~":
                continue
            end = described(outer, k + 2, high)
            if end == k + 2:
                continue
            lead = self._trim(k)
            if lead - unit.first <= 1:
                simple = np_right(outer, k + 2)
                if simple < high and outer[simple] == "," and (end >= high or outer[end] != ","):
                    end = simple
                rest = end + (end < high and outer[end] == ",")
                content = [(rest, high)]
            else:
                content = [(unit.first, lead)]
                if end + 1 < high and outer[end] == "," and outer[end + 1] not in "GULCW":
                    content.append((end + 1, high))
            if content[0][0] < content[0][1]:
                del self.drafts[made:]
                self.drafts.append(Draft((k, k + 2), (k + 2, end), content, None, paragraph, left=lead - unit.first > 1))
            return

    def _continue(self, unit: Unit, high: int, paragraph: int) -> None:
        """A unit of nothing but marks goes on with the words of the speaker before it."""
        if self.outer[unit.first] != "[" or not self.drafts:
            return
        before = self.drafts[-1]
        if before.paragraph < paragraph - 1 or (before.paragraph < paragraph and not self._quoted(before)):
            return
        before.content.append((unit.first, high))
        before.paragraph = paragraph

    def _quoted(self, draft: Draft) -> bool:
        return any("[" in self.outer[a:b] for a, b in draft.content)
