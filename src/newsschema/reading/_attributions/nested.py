"""Quotes in quotes: what somebody says inside the words of another."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from newsschema._model.punctuation import DOUBLE_MARKS, SINGLE_MARKS
from newsschema._pairing import Does, Stretch, does
from newsschema.reading._attributions.drafts import Draft
from newsschema.reading._attributions.reader import UnitReader
from newsschema.reading._cues.cues import CueFinder
from newsschema.reading._cues.evidence import ENOUGH_NESTED
from newsschema.reading._cues.manner import class_of
from newsschema.reading._lexicon.frames import SAID, Frame
from newsschema.reading._lexicon.tags import TAGS, Tag
from newsschema.reading._lexicon.words import WORDS
from newsschema.reading._syntax.chunks import Range, Sentence
from newsschema.reading._syntax.marks import Marked, Unit
from newsschema.reading._tagging.tokens import Tokens, View

_THAT_CLAUSE: Final = TAGS.pattern(
    "<verbal|base_or_noun> (?: <conjunction>? <adverb>? <preposition>? <date|number> ){0,2} <that> | <open>"
)
_SENTENCE_END: Final = TAGS.pattern("<stop|question> (?! <close> ) | (?<= <inside> ) <close>")
_SELF: Final = frozenset({"i", "me", "us", "we"})
#: Verbs that tell of another's words, which need no "that".
_SPEECH: Final = frozenset({"add", "ask", "say", "tell"})


def inner_stretches(tokens: Tokens, stretch: Stretch) -> Iterator[Stretch]:
    """The marked words inside marked words: those between marks of the other sort."""
    marks = DOUBLE_MARKS if tokens.words[stretch.open] in SINGLE_MARKS else SINGLE_MARKS
    if marks.isdisjoint(tokens.words[stretch.open + 1 : stretch.close]):
        return
    opened: int | None = None
    for k in range(stretch.open + 1, min(stretch.close, len(tokens.words))):
        if tokens.words[k] not in marks:
            continue
        what = does(tokens, k)
        if opened is None:
            opened = k if what is Does.OPEN else None
        elif what is Does.CLOSE and k - opened > 1:
            yield Stretch(opened, k, closed=True)
            opened = None


class Nesting:
    """Finds the quotes inside the words of others."""

    def __init__(self, marked: Marked, finder: CueFinder) -> None:
        self.marked = marked
        self.finder = finder
        self.tokens = marked.tokens
        self.opens = [stretch.open for stretch in marked.stretches]
        tags = list(marked.tokens.tags)
        for stretch in marked.stretches:
            for inner in inner_stretches(marked.tokens, stretch):
                tags[inner.open : inner.close + 1] = "[" + Tag.INSIDE * (inner.close - inner.open - 1) + "]"
        self.inner = marked.tokens.view("".join(tags))
        self.outer = marked.tokens.view(marked.outer)

    def find(self, drafts: list[Draft]) -> Iterator[Draft]:
        """The quotes inside those of these drafts, each with its parent."""
        for draft in drafts:
            for first, after in draft.content:
                for stretch in self.marked.stretches[bisect_left(self.opens, first) : bisect_left(self.opens, after)]:
                    yield from self._within(draft, self.inner, stretch.open + 1, stretch.close, inner=True)
                if draft.source is None and draft.left:  # a paragraph behind a label
                    yield from self._within(draft, self.outer, first, after, inner=False)

    def _within(self, parent: Draft, view: View, first: int, after: int, *, inner: bool) -> Iterator[Draft]:
        for low, high in _sentences(self.tokens, view.tags, first, after):
            telling = not WORDS.telling_forms.isdisjoint(view.lower[low:high])
            if not telling and not _THAT_CLAUSE.search(view.tags, low, high):
                continue
            sentence = Sentence(view, low, high)
            unit = Unit(low, high, high, parent.paragraph, starts=False)
            cues = self.finder.find(sentence)
            reader = UnitReader(view.tags, self.tokens.tags, unit, sentence, cues, enough=ENOUGH_NESTED)
            reader.read()
            kept = [draft for draft in reader.drafts if self._tells(view, draft)]
            for draft in kept:
                draft.parent = parent
            for draft in [*kept, *(draft for draft in reader.nested if draft.parent in kept)]:
                draft.inner = inner
                yield draft

    def _tells(self, view: View, draft: Draft) -> bool:
        """Whether a clause inside another's words tells what somebody says, and not what the speaker thinks or does."""
        cue = draft.source
        marked = any(Tag.OPEN in view.tags[first:after] for first, after in draft.content)
        if cue is None or draft.left:
            return marked
        own = draft.mention is not None and view.lower[draft.mention[0]] in _SELF
        if cue.frame == Frame.THAT or marked:
            hears = own and cue.frame in SAID and view.lower[cue.head] in WORDS.watching
            return not hears  # "I hear, ‘Leave!’" has words of others
        if draft.mention is None or own:
            return False
        return cue.frame in {Frame.BARE, Frame.QUESTION} and class_of(cue.base) in _SPEECH


def _sentences(tokens: Tokens, tags: str, first: int, after: int) -> Iterator[Range]:
    """The sentences between two tokens; marks that close behind a stop end one before a capital."""
    for stop in _SENTENCE_END.finditer(tags, first, after):
        at, behind = stop.span()
        if tags[at] != Tag.CLOSE:
            yield first, at
        elif behind < after and tokens.tags[at - 1] == Tag.STOP and tokens.words[behind][0].isupper():
            yield first, behind
        else:
            continue
        first = behind
    if first < after:
        yield first, after
