"""The clause of a cue: where its speaker stands, and which words to the left or right were said."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from newsschema.reading._cues import Cue
from newsschema.reading._marks import Marked, stop_inside
from newsschema.reading._phrases import Range, described, np_left, np_right, subject
from newsschema.reading._words import WORDS

#: Frames whose complement is a clause and may run to the end of the sentence.
CLAUSAL: Final = frozenset({"that", "bare", "quote", "colon", "wh", "gap", "nthat", "nquote", "ncolon", "nwh"})
#: Frames that a verb before its subject seems to have: "said Ms Doe".
_INVERTED: Final = frozenset({"np", "bare", "npto", "npas", "npquote"})
_FINITE: Final = re.compile(r"[XVvzE]")
_VERB: Final = re.compile(r"B*(?:X[XB]*[EVvG]?|[Vvz]|E)")
_PHRASE_END: Final = re.compile(
    r",(?=B*[GCULWXIVzER])|[;\n]|-|(?<=\])(?=I?[AB]?M|[GURD])|[CU](?=B*(?:[VXz]|E[DPrRT])|R[VXzE])|,(?=[DPNAK#]{1,5}[XVzE])|L(?=R|D[NA]*[XVz])"
    r"|(?<=\])C(?=B*G)|(?=I?[BA]?M[#N,]*$)"
)
_TO_END: Final = re.compile(r",(?=B*[GCULWXVzER])|[;\n]|-|,(?=[DPNAK#]{1,5}[XVzE])|[CU](?=B*[VXz])")
#: Where a phrase inside a subject or a relative clause meets the verb of the sentence.
_MAIN_VERB: Final = re.compile(r"(?<=[NKP\]#r])B*[XVzv]")
_CLAUSE_END: Final = re.compile(r",(?=[DPNAKR#]{1,6}(?:[OI][DPNAK#]{1,4}){0,2}B?[XVzEv])")
_RESUMED: Final = re.compile(r",(?=B*[XVzE])")
_TAIL_STOP: Final = re.compile(r"[,\[;:]|-")
#: Prepositions after a passive that tell where and when, not what.
_ASIDE: Final = frozenset({"in", "at", "on", "by", "from", "during"})
#: How far a passive's agent may stand from it, in tokens.
_AGENT_REACH: Final = 12


class Reporting(NamedTuple):
    """A reporting clause after or inside what was said: its speaker, where the words end and where it ends itself.

    ``quoted`` says that speaker and verb follow marks that end in a comma or a question: any verb reports then.
    """

    mention: Range
    said: int
    end: int
    quoted: bool = False


class Clauses:
    """Reads the clauses of one text; all positions are indices of tokens."""

    def __init__(self, marked: Marked) -> None:
        self.outer = marked.outer
        self.lower = marked.tokens.lower
        self.tags = marked.tokens.tags

    def trim(self, end: int) -> int:
        """Step back over commas, dashes and colons."""
        while end and self.outer[end - 1] in ",-:;":
            end -= 1
        return end

    # --- what was said stands to the left

    def reporting(self, cue: Cue, start: int, high: int) -> Reporting | None:
        """The reporting clause of a cue whose words stand before it, back to ``start``."""
        if cue.form not in "ap" or cue.first <= start:
            return None
        inverted = self._inverted(cue, start, high)
        if inverted is not None:
            return inverted
        outer = self.outer
        mention = subject(outer, self.lower, cue.first, start) if outer[cue.first - 1] != "]" else None
        if mention is None or mention[0] <= start or outer[mention[0]] == "W":
            return None
        before = outer[mention[0] - 1]
        quoted = before == "]"
        if not quoted and cue.base not in WORDS.parenthetical:
            return None
        if self.lower[mention[0] - 1] == "as" and cue.frame not in CLAUSAL and cue.frame != "np":
            return Reporting(mention, self.trim(mention[0] - 1), self._tail_end(cue, high))
        told = cue.base in WORDS.addressed and cue.form == "a" and cue.frame not in CLAUSAL
        loose = cue.frame in WORDS.loose_complements or told
        if quoted and cue.frame in CLAUSAL:
            loose = outer[start] == "[" or self._ends(mention[0] - 1) == ","
        if before not in "],-" or not (loose or (quoted and cue.frame not in CLAUSAL)):
            return None
        end = self._tail_end(cue, high)
        if not self._said_before(mention[0], start) and not (outer[end] == "," and _FINITE.search(outer, end, high)):
            return None
        sure = quoted and mention[1] == cue.first and self._ends(mention[0] - 1) in ",?"
        return Reporting(mention, self.trim(mention[0]), end, sure)

    def _inverted(self, cue: Cue, start: int, high: int) -> Reporting | None:
        """A reporting clause with the verb in front: '..., said Ms Doe'."""
        outer = self.outer
        previous = outer[cue.first - 1]
        adjacent = previous in "]~"
        if (
            previous not in "],-~"
            or outer[cue.body] == "r"
            or cue.base == "tell"
            or (cue.frame == "npquote" and cue.base in WORDS.naming_verbs)
            or outer[cue.first] not in "VzE"
            or not (adjacent or cue.base in WORDS.parenthetical)
        ):
            return None
        if cue.frame not in _INVERTED and not (adjacent and cue.frame == "adj"):
            return None
        end = described(outer, cue.body, high)
        following = outer[end] if end < high else "."
        said = self._said_before(cue.first, start) if adjacent or following in ".,:[-" else False
        if end == cue.body or not (said or following in ",:"):
            return None
        return Reporting((cue.body, end), self.trim(cue.first), end)

    def _said_before(self, end: int, start: int) -> bool:
        """Whether what stands before can have been said: marks, or a clause with a verb."""
        if self.outer[start] == "[":
            return True
        if self.outer[end - 1] == "]":
            return self._ends(end - 1) in ",.?-"
        return bool(_FINITE.search(self.outer, start, end))

    def ends(self, close: int) -> bool:
        """Whether a token is a closing mark that ends what was said."""
        return self.outer[close] == "]" and self._ends(close) in ",.?"

    def _ends(self, close: int) -> str:
        """The tag before a closing mark, or of the comma after it."""
        return "," if self.outer[close + 1] == "," else stop_inside(self.tags, close)

    def _tail_end(self, cue: Cue, high: int) -> int:
        """First token after a reporting clause: where a comma, a mark or the unit ends it."""
        stop = _TAIL_STOP.search(self.outer, max(cue.after, cue.addressee[1] if cue.addressee else 0), high)
        return stop.start() if stop else high

    def rest(self, clause: Reporting, start: int, high: int) -> int | None:
        """Where the words go on after an interrupting reporting clause, if they do."""
        outer, after = self.outer, clause.end
        if after < high and outer[after] == "[":
            return after
        k = after + 1
        if k >= high or outer[after] not in ",:;-":
            return None
        if outer[k] == "[":
            return k
        said = clause.said > start
        again = outer.find("[", k, high)
        if again > 0 and said and outer[again - 1] in ",P" and not _FINITE.search(outer, k, again):
            return again
        quoted = said and outer[clause.mention[0] - 1] == "]"
        return k if outer[after] == "," and outer[k] not in "GW\n" and not quoted else None

    # --- who says it

    def mention(self, cue: Cue, start: int, high: int) -> Range | None:
        """The subject of a cue whose content follows, or the agent of a passive, or the owner of a noun."""
        outer = self.outer
        if cue.agent is not None:
            return cue.agent
        if cue.base in WORDS.affecting and cue.form == "a":
            end = np_right(outer, cue.body)
            return (cue.body, end) if end > cue.body else None
        if cue.form in "pd" and cue.base not in WORDS.affecting:
            return self._agent(cue, high)
        if cue.form == "n":
            return self._owner(cue, start)
        if cue.form in "apj":
            return subject(outer, self.lower, cue.first, start)
        if cue.form == "g" and cue.first > start and outer[cue.first - 1] in "NKPRD":
            return subject(outer, self.lower, cue.first, start)
        return None

    def _agent(self, cue: Cue, high: int) -> Range | None:
        for k in range(cue.after, min(high, cue.after + _AGENT_REACH)):
            if self.lower[k] == "by" and self.outer[k] == "I":
                end = described(self.outer, k + 1, high)
                return (k + 1, end) if end > k + 1 else None
            if self.outer[k] in ",[\n;":
                break
        return None

    def _owner(self, cue: Cue, start: int) -> Range | None:
        """Whose claim it is: "Ms Doe's", "her"."""
        first = cue.first
        if first > start and self.lower[first - 1] in WORDS.owners:
            return first - 1, first
        if first > start and self.outer[first - 1] == "S":
            head = np_left(self.outer, first - 1, start)
            return (head, first) if head < first - 1 else None
        return None

    def shared_subject(self, cue: Cue, start: int) -> Range | None:
        """The subject of the verb before, for a cue that has none of its own: "..., adding that", "and said"."""
        best: Range | None = None
        for match in _VERB.finditer(self.outer, start + 1, cue.first):
            found = subject(self.outer, self.lower, match.start(), start)
            before = self.outer[found[0] - 1] if found is not None and found[0] > start else "\n"
            if found is None or before in "OIXVvz":
                continue
            if best is None or not (self.outer[found[0]] in "WT" or before in "LWT"):
                best = found
        return best

    def coming_subject(self, cue: Cue, high: int) -> Range | None:
        """The subject of the clause after a phrase that opens the sentence: "In saying so, the mayor left"."""
        stop = _CLAUSE_END.search(self.outer, cue.body, high)
        if stop is None:
            return None
        end = np_right(self.outer, stop.end())
        return stop.end(), end - (self.outer[end - 1] == "E")

    def introduced(self, start: int, colon: int) -> Range | None:
        """Who is named before a colon that no cue leads to: the name at the colon, or the subject of the sentence."""
        first = np_left(self.outer, colon, start)
        if first < colon and not self.outer[first:colon].strip("P#"):
            return first, colon
        verb = _VERB.search(self.outer, start + 1, colon)
        return subject(self.outer, self.lower, verb.start(), start) if verb else None

    # --- what was said stands to the right

    def content(self, cue: Cue, mention: Range | None, start: int, high: int) -> list[Range]:
        """What was said with a cue: the complement to the right; for a passive the subject as well."""
        affecting = cue.base in WORDS.affecting
        about = None
        passive = cue.form == "p" and cue.base not in WORDS.addressed  # "was asked whether" is not about its subject
        if (cue.form == "a" if affecting else passive) or cue.base in WORDS.raising:
            about = subject(self.outer, self.lower, cue.first, start)
        if cue.frame == "gap" and mention is not None and mention[0] > start and self.outer[mention[0] - 1] in "WT":
            about = mention[0] - 1, mention[0]  # "which critics said was wrong"
        body = None if affecting and cue.form == "a" else self._body(cue, mention, start, high)
        return [piece for piece in (about, body) if piece is not None]

    def _body(self, cue: Cue, mention: Range | None, start: int, high: int) -> Range | None:
        """The complement to the right of a cue, cut where the clause or the phrase ends."""
        outer, first = self.outer, cue.body
        aside = cue.form == "p" and cue.frame in _ASIDE and cue.base not in WORDS.affecting
        if first >= high or cue.frame == "end" or aside:
            return None
        relative = mention is not None and outer[mention[0]] in "WT"
        stop = None
        if cue.frame in CLAUSAL:
            if relative and mention is not None and outer[mention[0] - 1] == ",":
                stop = _RESUMED.search(outer, first, high)
            elif (outer[start] in "LIGE" or cue.first == start) and not _CLAUSE_END.search(outer, start, cue.first):
                stop = _CLAUSE_END.search(outer, first, high)
        else:
            stop = (_TO_END if cue.frame == "to" else _PHRASE_END).search(outer, first + 1, high)
            if cue.form in "gdnx" or relative:
                high = stop.start() if stop else high
                stop = _MAIN_VERB.search(outer, first + 1, high)
        end = stop.start() if stop else high
        while end > first and outer[end - 1] in ",;:-.":
            end -= 1
        return (first, end) if end > first else None

    def nested_end(self, cue: Cue, mention: Range | None, tags: str, high: int) -> int:
        """Where a that-clause inside another's words ends."""
        stop: re.Match[str] | None = None
        if mention is None and cue.form == "g":  # "thinking that X could Y was a mistake"
            verbs = list(_VERB.finditer(tags, cue.body, high))
            stop = verbs[1] if len(verbs) > 1 else None
        elif cue.first > 1 and tags[cue.first - 2] == "L":  # "When we say that X, this means Y"
            stop = _CLAUSE_END.search(tags, cue.body, high)
        return self.trim(stop.start() if stop else high)
