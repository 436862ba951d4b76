"""Who says something by a verb that has no subject of its own: whoever acts before it, beside it or behind it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsschema.reading._cues.cue import Cue
from newsschema.reading._cues.evidence import mention_kind
from newsschema.reading._lexicon.frames import Form
from newsschema.reading._lexicon.gazetteer import is_person_noun, opens_contact
from newsschema.reading._lexicon.tags import TAGS, Tag
from newsschema.reading._lexicon.words import WORDS
from newsschema.reading._syntax.chunks import KINDS, NOMINAL, Kind, Range
from newsschema.reading._syntax.clause import Clause
from newsschema.reading._syntax.phrases import subject
from newsschema.reading._tagging.naming import find_name

_VERB: Final = KINDS.pattern("<predicate>")
_THERE: Final = ("there",)
_WHO: Final = ("who",)
_PAST: Final = TAGS["past participle"]
#: What says nothing.
_DUMB: Final = frozenset({"it", "thing"})
#: Where a clause that opens the sentence gives way to its main clause; where it goes on after a relative clause.
_MAIN_CLAUSE: Final = KINDS.pattern(
    "(?: , | (?<= <marked> ) ) (?= (?P<who> <noun> (?: <link> <nominal> ){0,2} ) <adverb>* <predicate> )"
)
_BESIDE: Final = KINDS.pattern(
    "<preposition> (?P<who> <nominal> ) (?= <ing> <!semicolon|end>* <comma|conjunction|marked> $ )"
)
#: What "it" is like that does nothing.
_SEEMS: Final = WORDS.be | {"felt", "looked", "seemed", "took"}
_INNER: Final = KINDS["of infinitive preposition predicate"]
_RELATIVES: Final = TAGS["relative that"]
_CLAUSE_OPENERS: Final = KINDS["subordinator relative that"]
_CLEFT: Final = Kind.THAT + Kind.VERB
_JOINTS: Final = frozenset(Kind.COMMA + joint for joint in KINDS["conjunction contrast"])
#: How many chunks behind its subject a verb may stand that has none of its own.
_SHARED_REACH: Final = 80
_PREDICATE: Final = KINDS["predicate"]


class SharedSubjects(Clause):
    """Reads who says what a verb without a subject tells."""

    def may_speak(self, k: int) -> bool:
        """Whether a noun phrase may name a person, or several."""
        s = self.sentence
        first, after = s.firsts[k], s.firsts[k + 1]
        if s.kinds[k] == Kind.NAME:
            name = find_name(s.view.words[first:after])
            return name is not None and name.sort.may_be_person
        named = s.tags[first:after].rstrip(Tag.NAME)  # "left | captain Ann Doe saying"
        if named and len(named) < after - first:
            return is_person_noun(self.lower[first + len(named) - 1])
        bare = after - first == 1 and s.tags[first] == Tag.NOUN  # "surged forward"
        head = s.head(k)
        return head in WORDS.people or (is_person_noun(head) and not bare) or s.tags[first] == Tag.OBJECT

    def shared_subject(self, cue: Cue, inside: int | None, k: int | None = None) -> Range | None:
        """The subject of the verb before, for a cue that has none of its own: "..., adding that", "and said".

        It is none with which the words begin, at ``inside``, that somebody was told: "told her the man left, and said".
        The verb stands before the chunk ``k``, if not that of the cue.
        """
        s = self.sentence
        rejecting = self._rejecting(cue)
        if rejecting is not None:
            return rejecting
        k = s.at(cue.first) if k is None else k
        best = last = None
        for verb, found in self._subjects(k):
            if found[0] == inside:
                continue
            last = found
            if best is None or self._is_main(found, cue, verb + 1) or self._is_alike(cue, verb):
                best = found
        if best is None or last is None or s.kind(k - 1) != Kind.CONJUNCTION:
            return best
        if self._goes_on(last, best, k):
            return last
        return last if self._is_nobody(best) and self.may_speak(s.at(last[1] - 1)) else best

    def _subjects(self, k: int) -> Iterator[tuple[int, Range]]:
        """The verbs before a chunk, each with its subject; "there is a day when she came" has one."""
        s = self.sentence
        for match in _VERB.finditer(s.kinds, max(1, k - _SHARED_REACH), k):
            found = subject(s, match.start())
            if found is None or self.lower[slice(*found)] == _THERE or s.kind(s.at(found[0]) - 1) in _INNER:
                continue
            yield match.start(), found

    def _goes_on(self, who: Range, best: Range, k: int) -> bool:
        """Whether "and" joins a verb at a chunk to one behind "who": "met Ms Doe, who runs a kiln and | says"."""
        s = self.sentence
        first, main = s.at(who[0]) + 1, s.at(best[1])
        if self.lower[slice(*who)] != _WHO or not self._is_whole(first, k) or s.kind(first) not in _PREDICATE:
            return False
        alike = self._is_past(first) == self._is_past(k)
        return alike and (self._is_past(main) != self._is_past(k) or mention_kind(s.view, best) in _DUMB)

    def _is_past(self, k: int) -> bool:
        """Whether a verb is in the past."""
        s = self.sentence
        return s.kind(k) in _PREDICATE and s.tags[s.firsts[k]] in _PAST

    def _is_nobody(self, found: Range | None) -> bool:
        """Whether a subject is "it" that does nothing: "it was late when Ms Doe came and said"."""
        return found is not None and self.lower[found[0]] == "it" and self.lower[found[1]] in _SEEMS

    def _is_alike(self, cue: Cue, k: int) -> bool:
        """Whether "and" joins a verb to the one at a chunk, by their forms: "has left after Bo Roe rang and said"."""
        s = self.sentence
        joined = s.kind(cue.chunk - 1) == Kind.CONJUNCTION and s.kind(cue.chunk - 2) != Kind.COMMA
        if not joined or cue.form != Form.ACTIVE or self._is_helped(k) or self._is_helped(cue.chunk):
            return False
        first = _VERB.search(self.kinds, 0, k)
        return first is not None and self._is_helped(first.start())

    def _is_helped(self, k: int) -> bool:
        """Whether a verb has a helper: "has left"."""
        first, after = self.sentence.firsts[k], self.sentence.firsts[k + 1]
        return after - first > 1 and self.sentence.tags[first] == Tag.AUXILIARY

    def _is_main(self, found: Range, cue: Cue, after: int) -> bool:
        """Whether the subject of a verb, whose predicate begins at ``after``, is no part of a phrase before it."""
        first, at = self.outer[found[0]], self.sentence.at(found[0])
        means = (
            cue.form == Form.ING and self.lower[cue.first - 1] == "by"
        )  # "Ms Doe, who hit back by saying", "in which Ms Doe hit back by"
        related = Tag.RELATIVE in {first, self.outer[found[0] - 1]}
        if means and related and self._is_whole(after, cue.chunk):
            return True
        inner = first in _RELATIVES or self.sentence.kind(at - 1) in _CLAUSE_OPENERS or self._is_contact(found, cue)
        return self._has_own_clause(at) or not inner

    def _rejecting(self, cue: Cue) -> Range | None:
        """Who denies something right before a participle: "a claim that Ms Doe denied, saying"."""
        s, k = self.sentence, self.sentence.at(cue.first) - 2
        behind = cue.form == Form.ING and s.kind(k + 1) == Kind.COMMA and s.kind(k) in _PREDICATE
        return subject(s, k) if behind and s.head(k) in WORDS.denying_forms else None

    def _is_whole(self, first: int, after: int) -> bool:
        """Whether no comma stands between two chunks."""
        return Kind.COMMA not in self.kinds[first:after]

    def above(self, cue: Cue, noun: Cue | None) -> Range | None:
        """Who holds with a noun, for a participle behind its clause: "She backed his view that it fell, adding"."""
        if noun is None or noun.form != Form.NOUN or cue.form != Form.ING or self.outer[cue.first - 1] != Tag.COMMA:
            return None
        found = self.shared_subject(cue, None)
        return found if found is not None and found[0] < noun.first else None

    def _is_contact(self, found: Range, cue: Cue) -> bool:
        """Whether a subject begins a clause on the noun before it, without "that": "the plan | the guild made, and"."""
        first, after = found
        named = self.outer[after - 1] == Tag.NAME and not opens_contact(self.lower[first - 1])  # "the guild the Rovers"
        held = cue.form == Form.ING and self.outer[cue.first - 1] != Tag.COMMA  # "a note the guild sent saying"
        return self.sentence.kind(self.sentence.at(first) - 1) in NOMINAL and not named and not held

    def _has_own_clause(self, k: int) -> bool:
        """Whether a subject at a chunk begins a clause beside the one before: "whereas he", ", and when he"."""
        s = self.sentence
        joined = s.kinds[max(0, k - 3) : k - 1] in _JOINTS
        cleft = s.kinds[: k - 1] == _CLEFT and s.head(1) in WORDS.be  # "That’s when Ms Doe left, saying"
        return s.kind(k - 1) == Kind.SUBORDINATOR and (joined or cleft or s.word(k - 1) in WORDS.contrasting)

    def beside(self, cue: Cue) -> Range | None:
        """Who does something beside the subject, and goes on: "..., with some booing her and saying"."""
        s = self.sentence
        found = _BESIDE.search(s.kinds, 0, s.at(cue.first)) if cue.form == Form.ING else None
        if found is None or s.word(found.start("who") - 1) != "with" or not self.may_speak(found.end("who") - 1):
            return None
        return s.tokens(*found.span("who"))

    def coming_subject(self, cue: Cue) -> Range | None:
        """The subject of the clause after a phrase that opens the sentence: "In saying so, the mayor left"."""
        s = self.sentence
        stop = _MAIN_CLAUSE.search(s.kinds, s.at(cue.body))
        return None if stop is None else s.tokens(*stop.span("who"))
