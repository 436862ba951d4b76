"""Assembly: the drafts of a text, sentence by sentence and paragraph by paragraph; each stretch goes to one of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import groupby, zip_longest
from operator import attrgetter
from typing import Final

from newsschema._pairing import Stretch
from newsschema.reading._attributions.conditions import find_conditions, set_condition
from newsschema.reading._attributions.continued import is_between, join_paragraphs, marked_to
from newsschema.reading._attributions.drafts import (
    Draft,
    begins_anew,
    enclosed,
    pieces,
    reading_order,
    says_nothing,
    waits,
)
from newsschema.reading._attributions.echoes import part_pulled
from newsschema.reading._attributions.floor import Floor
from newsschema.reading._attributions.nested import Nesting
from newsschema.reading._attributions.paragraphs import find_label, find_signature, is_caption
from newsschema.reading._attributions.reader import UnitReader
from newsschema.reading._attributions.unowned import SPOKEN, UNKNOWN, give_pulled, give_unowned
from newsschema.reading._contents.resumption import is_open_description
from newsschema.reading._cues.cues import CueFinder
from newsschema.reading._cues.evidence import has_marks, mention_kind
from newsschema.reading._cues.verdict import Verdict
from newsschema.reading._lexicon.frames import Form
from newsschema.reading._lexicon.lexicon import Lexicon
from newsschema.reading._lexicon.signs import SAYING
from newsschema.reading._lexicon.tags import TAGS, Tag
from newsschema.reading._lexicon.words import WORDS
from newsschema.reading._story.turns import Turn, TurnKind
from newsschema.reading._syntax.chunks import Kind, Range, Sentence
from newsschema.reading._syntax.marks import Marked, Unit, find_asides

#: The share of words alone in marks that are said by the one whom the sentence before is about.
_ALONE: Final = 0.85
#: The share of words behind a name and a colon, and of posts, that are said by who is named.
_LABELLED: Final = 0.9
#: Tokens of a stretch, marks included, that is hardly ever an epithet.
_LONG: Final = 6
#: Marks at the start of a sentence, or after one small word there: "Then, ...".
_LEAD: Final = TAGS.pattern("(?: <adverb|contrast|conjunction|subject> <comma>? | <dash> )? <open>")
#: Marks that open a paragraph, or an entry of a list.
_OPENS: Final = TAGS["open dash adverb contrast conjunction subject"]
_OPENING: Final = frozenset({Tag.OPEN, f"{Tag.DASH}{Tag.OPEN}"})


def _opens_story(unit: Unit) -> bool:
    """Whether a sentence is the first of a text."""
    return unit.paragraph == 1 and unit.starts


class Assembler:
    """Walks the paragraphs of a text and collects drafts."""

    def __init__(self, marked: Marked, lexicon: Lexicon, *, trace: list[Verdict] | None = None) -> None:
        self.marked = marked
        self.trace = trace
        self.outer = marked.outer
        self.lower = marked.tokens.lower
        self.view = marked.tokens.view(marked.outer)
        self.finder = CueFinder(marked.tokens.signs, lexicon)
        self.drafts: list[Draft] = []
        self.floor = Floor(marked)
        self._nested: list[Draft] = []
        self._speaking: Draft | None = None
        self._introduced: Range | None = None
        self._waiting: Unit | None = None
        self._guest: Range | None = None  # who answers in an interview: whoever was named last before it
        self._answering = False
        self._opens = [stretch.open for stretch in marked.stretches]

    def run(self) -> list[Draft]:
        """Assemble every paragraph; the drafts come in the order in which their speakers are named."""
        paragraphs = [list(units) for _, units in groupby(self.marked.units, key=attrgetter("paragraph"))]
        last = 0
        for units, following in zip_longest(paragraphs, paragraphs[1:]):
            self._amid(last, units, following)
            last = units[0].paragraph
        join_paragraphs(self.marked, self.drafts)
        part_pulled(self.marked, self.drafts)
        give_pulled(self.marked, self.drafts)
        give_unowned(self.marked, self.floor, self.drafts)
        whole = [draft for draft in self.drafts if draft.content]
        kept = set(whole)
        nested = [draft for draft in self._nested if draft.parent in kept]
        read = {draft.cue for draft in nested}
        nested += [draft for draft in Nesting(self.marked, self.finder).find(whole) if draft.cue not in read]
        return sorted([*whole, *filter(enclosed, nested)], key=reading_order)

    def _amid(self, last: int, units: list[Unit], following: list[Unit] | None) -> None:
        """Read a paragraph; whoever speaks before lines of the page, left out, or before a caption goes on behind."""
        number = units[0].paragraph
        speaking, introduced, made = self._speaking, self._introduced, len(self.drafts)
        goes_on = speaking is not None and speaking.paragraph == last
        if speaking is not None and goes_on:
            speaking.paragraph = number - 1
        self._paragraph(units, following)
        between = is_caption(self.marked, units) or is_between(self.marked, speaking, units, following)
        if len(self.drafts) == made and between:
            self._speaking, self._introduced = speaking, introduced
            if speaking is not None and goes_on:
                speaking.paragraph = number

    def _paragraph(self, units: list[Unit], following: list[Unit] | None) -> None:
        """Read a paragraph by its layout, or sentence by sentence."""
        turn = self.marked.turns.get(units[0].paragraph)
        label = find_label(self.marked, units[0])
        signature = find_signature(self.marked, units[0]) if len(units) == 1 else None
        if turn is not None:
            self._take(turn, units)
        elif self._awaited(units):
            self._introduced = None
        elif label is not None and self.outer[label.body] != Tag.OPEN:
            self._say(label.mention, (label.body, units[-1].high), (label.body - 1, label.body), units[0])
        elif signature is not None:
            colon = signature[0] - 1
            self._say(signature, (units[0].first, colon), (colon, colon + 1), units[0])
        else:
            for unit, behind in zip_longest(units, [*units[1:], *(following or ())[:1]]):
                self._sentence(unit, behind)

    def _sentence(self, unit: Unit, following: Unit | None) -> None:
        """Read a sentence, and hear who speaks in it."""
        made = len(self.drafts)
        self._labelled_or_plain(unit, following)
        if len(self.drafts) > made:
            heard = self._heard(made)
            goes_on = heard.mention or heard.left or has_marks(self.outer, heard.content)  # but "Asked if it hurt, ..."
            self._speaking = heard if goes_on else None
            self._meet(self._named(heard.mention))

    def _labelled_or_plain(self, unit: Unit, following: Unit | None) -> None:
        """Read a sentence: behind a name and a colon its marks are whose name it is: "Lee: “Yes.” Roe: “No.”"."""
        label = find_label(self.marked, unit)
        if label is None or self.outer[label.body] != Tag.OPEN:
            self._unit(unit, following)
            return
        close = self.outer.rfind(Tag.CLOSE, label.body, unit.high)
        content = (label.body, close + 1 if close > 0 else unit.high)
        self._say(label.mention, content, (label.body - 1, label.body), unit)

    def _named(self, mention: Range | None) -> Range | None:
        """A mention, unless it is one that only somebody's own words give a meaning: "we"."""
        own = mention is not None and self.lower[mention[0]] in WORDS.self_reference
        return None if own else mention

    def _meet(self, mention: Range | None) -> None:
        """Somebody is named who may answer in an interview to come; one that goes on keeps its guest."""
        if not self._answering:
            self._guest = mention or self._guest

    def _say(self, mention: Range | None, words: Range, cue: Range, unit: Unit) -> None:
        """Give words to somebody whom their layout names."""
        self.drafts.append(Draft(cue, mention, [words], unit.paragraph, left=True, confidence=_LABELLED))
        self._speaking = self.drafts[-1]
        self._introduced = None

    def _take(self, turn: Turn, units: list[Unit]) -> None:
        """A turn of an exchange: of whom its label or the line below names, or an answer of the guest."""
        starts, first = self.marked.tokens.starts, units[0].first
        named = turn.named and (bisect_left(starts, turn.named[0]), bisect_left(starts, turn.named[1]))
        labelled = turn.kind is TurnKind.SPEECH
        if not self._answering:
            self._guest, self._answering = self.floor.guest(self._guest, first), True
        if turn.kind is TurnKind.LINE:
            self.drafts[-1].content.append((first, units[-1].high))
            return
        self._say(named or self._guest, (first, units[-1].high), (first - labelled, first), units[0])

    def _is_plain(self, unit: Unit, heads: list[int]) -> bool:
        """Whether nothing in a sentence can say that something was said, and nobody waits for it."""
        first, high = unit.first, unit.high
        if (
            heads
            or self._waiting is not None
            or self.outer.find(Tag.OPEN, first, high) >= 0
            or self.outer[high - 1] == Tag.COLON
        ):
            return False
        return SAYING.search(self.view.signs, first, high) is None

    def _asks(self, unit: Unit) -> bool:
        """Whether the narrator asks: "Did he say that he would go?"."""
        return self.outer[unit.first] == Tag.AUXILIARY and self.outer[unit.high - 1] == Tag.QUESTION

    def _introduces(self, following: Unit | None) -> bool:
        """Whether it matters whom a sentence is about: words alone in marks follow, or an interview may."""
        alone = following is not None and self.outer[following.first] in _OPENS
        return alone or bool(self.marked.turns)

    def _plain(self, unit: Unit, following: Unit | None) -> None:
        """A sentence of the narrator."""
        for condition in find_conditions(self.marked, unit):
            set_condition(self.marked, condition, [], self._speaking)
        self._introduced = None
        if self._introduces(following):
            self._hear_of(Sentence(self.view, unit.first, unit.high))

    def _hear_of(self, sentence: Sentence, told: Range | None = None) -> None:
        """Note whom a sentence of the narrator is about: the one of whom it tells, or its subject."""
        question = self.outer[sentence.after - 1] == Tag.QUESTION and Kind.VERB in sentence.kinds  # no "The motto?"
        asked = question and self._speaking is not None
        asked_of = self.floor.questioned(sentence) if question else None
        self._introduced = told or asked_of or (self._asked() if asked else None) or self.floor.introduced(sentence)
        self._meet(self._introduced)

    def _asked(self) -> Range | None:
        """The person whom the narrator asks: the guest."""
        return self._guest if self._guest is not None and self.floor.is_person(self._guest) else None

    def _told_of(self, drafts: list[Draft]) -> Range | None:
        """The first person whose plans or deeds drafts tell: "The guild waits, but Bo Roe wants to fire it"."""
        plain = (draft for draft in drafts if draft.source is not None and draft.source.form == Form.ACTIVE)
        named = (self._named(draft.mention) for draft in plain)
        return next((mention for mention in named if mention is not None and self.floor.acts(mention)), None)

    def _unit(self, unit: Unit, following: Unit | None) -> None:
        """Read a sentence by its cues, and its marks with the sentences around it."""
        heads = [] if self._asks(unit) else self.finder.heads(self.outer, unit.first, unit.high)
        if self._is_plain(unit, heads):
            self._plain(unit, following)
            return
        reader = self._read(unit, heads)
        waiting, self._waiting = self._waiting, None
        if self.outer.find(Tag.OPEN, unit.first, unit.high) >= 0:
            self._give(unit, following, reader)
        else:
            self._introduced = None
            if all(map(says_nothing, reader.drafts)) and self._introduces(following):
                self._hear_of(reader.sentence, self._told_of(reader.drafts))
        if waiting is not None:
            self._told_behind(waiting, reader, reader.sentence)
        if not reader.drafts:
            self._led(unit, following, reader)

    def _give(self, unit: Unit, following: Unit | None, reader: UnitReader) -> None:
        """Give the marks of a sentence to those who speak in it; without a cue, to those around it."""
        if reader.drafts:
            self._introduced = None
            if not any(has_marks(self.outer, draft.content) for draft in reader.drafts):
                self._answered(unit, reader.sentence)  # "“...,” was how Ms Doe described it to the guild"
        elif self._spoken(unit, following, reader.sentence):
            return
        self._left_over(unit, reader)

    def _read(self, unit: Unit, heads: list[int]) -> UnitReader:
        """Read what the cues of a sentence attribute, and on which conditions its sources speak."""
        reader = self._reader(unit, heads)
        for condition in find_conditions(self.marked, unit):
            set_condition(self.marked, condition, reader.drafts, self._speaking)
        reader.asides += self._asides(unit, heads, pieces(reader.drafts))
        self.drafts += [*reader.asides, *reader.drafts]
        self._nested += reader.nested
        return reader

    def _reader(self, unit: Unit, heads: list[int]) -> UnitReader:
        """Read a sentence by its cues alone."""
        sentence = Sentence(self.view, unit.first, unit.high)
        cues = self.finder.find(sentence, heads)
        reader = UnitReader(self.outer, self.marked.tokens.tags, unit, sentence, cues, trace=self.trace)
        reader.read()
        return reader

    def _asides(self, unit: Unit, heads: list[int], taken: list[Range]) -> Iterator[Draft]:
        """What is said in clauses between brackets, unless somebody says them: "it fell (Ms Doe called that “odd”)"."""
        for aside in find_asides(self.outer, unit):
            inside = [head for head in heads if aside.first <= head < aside.high]
            if inside and not any(first <= aside.first < after for first, after in taken):
                yield from self._reader(aside, inside).drafts

    def _led(self, unit: Unit, following: Unit | None, reader: UnitReader) -> None:
        """A sentence that ends in a colon and names somebody, before a paragraph in marks: "And from Ms Welk:"."""
        colon = unit.high - 1
        if self.outer[colon] != Tag.COLON or following is None or not following.starts:
            return
        if self.outer[following.first] != Tag.OPEN:
            return
        told = self.floor.uttered(reader.sentence, colon)
        mention = told.whose if told.follows else reader.speakers.introduced(colon)
        if told.follows or mention is not None:
            self.drafts.append(Draft((colon, unit.high), mention, [], unit.paragraph, confidence=_ALONE))

    # --- whole paragraphs

    def _awaited(self, units: list[Unit]) -> bool:
        """Give the words in a paragraph of their own to a cue that waits for them: "She wrote:"."""
        waiting = self.drafts[-1] if self.drafts else None
        if waiting is None or not waits(waiting) or waiting.paragraph != units[0].paragraph - 1:
            return False
        waiting.content.append((units[0].first, units[-1].high))
        waiting.paragraph = units[0].paragraph
        self._speaking = waiting
        return True

    def _alone(self, unit: Unit, following: Unit | None) -> bool:
        """Words in marks alone are those of whoever signs them, or whom the last sentence is about."""
        inside = self.floor.signed_inside(unit)
        if inside is not None:
            content = [(unit.first, self.outer.find(Tag.CLOSE, unit.first) + 1)]
            place = (unit.first, unit.first)
            self.drafts.append(Draft(place, inside, content, unit.paragraph, left=True, confidence=_LABELLED))
            return True
        if not self.floor.is_alone(unit):
            return False
        signed = self.floor.signed(following) if following is not None and unit.starts else None
        heads = unit.starts or unit.high - unit.first < _LONG  # "7. “The old one”", but "... She said. “Lots of :)”"
        if signed is None and heads and not self.floor.is_said(unit):
            self._speaking = self._introduced = None
            return False
        mention = signed or self._introduced
        self._introduced = None
        if mention is None:
            return False
        draft = Draft(
            (unit.first, unit.first), mention, [(unit.first, unit.high)], unit.paragraph, left=True, confidence=_ALONE
        )
        self.drafts.append(draft)
        return True

    def _spoken(self, unit: Unit, following: Unit | None, sentence: Sentence) -> bool:
        """Whether marks without a cue around them find a speaker beside or before them, or may find one behind."""
        found = self._answered(unit, sentence) or self._broken_off(unit, sentence) or self._alone(unit, following)
        return found or self._continue(unit) or self._wait(unit, following)

    def _answered(self, unit: Unit, sentence: Sentence) -> bool:
        """Whether a noun behind the marks that open a sentence tells whose they are: "..., was the verdict of"."""
        found = self.floor.answered(sentence)
        if found is not None:
            content = [(unit.first, self.outer.find(Tag.CLOSE, unit.first) + 1)]
            self.drafts.append(Draft(*found, content, unit.paragraph, left=True, confidence=_LABELLED))
        return found is not None

    def _broken_off(self, unit: Unit, sentence: Sentence) -> bool:
        """Whether marked words go on behind what somebody does amid them, which tells whose they are."""
        mention = self.floor.breaking_off(sentence)
        if mention is not None:
            first, last = self.outer.find(Tag.CLOSE, unit.first) + 1, self.outer.rfind(Tag.OPEN, unit.first, unit.high)
            content = [(unit.first, first), (last, unit.high)]
            place = (unit.first, unit.first)
            self.drafts.append(Draft(place, mention, content, unit.paragraph, left=True, confidence=_ALONE))
        return mention is not None

    def _wait(self, unit: Unit, following: Unit | None) -> bool:
        """Whether the sentence behind words that stand alone may tell whose they are."""
        waits = (
            following is not None
            and self.floor.is_alone(unit)
            and (
                self.floor.points_back(following)
                or (_opens_story(unit) and following.starts)
                or self.floor.pointed(Sentence(self.view, following.first, following.high)) is not None
            )
        )
        self._waiting = unit if waits else None
        return waits

    def _told_behind(self, unit: Unit, reader: UnitReader, sentence: Sentence) -> None:
        """Give words that stood alone to the one whom the next sentence names: "That is how Bo Roe remembers it"."""
        mention = self.floor.pointed(sentence)
        if mention is None and self.floor.points_back(reader.unit):
            mention = next((draft.mention for draft in reader.drafts if draft.mention), None)
            mention = mention or self.floor.introduced(sentence)
        elif mention is None and not self.floor.tells_of_words(sentence):  # "“...”", and then "Bo Roe still laughs"
            mention = self.floor.introduced(sentence)
        if mention is not None:
            place = (unit.first, unit.first)
            self.drafts.append(Draft(place, mention, [(unit.first, unit.high)], unit.paragraph, confidence=_ALONE))

    def _continue(self, unit: Unit) -> bool:
        """A unit that starts with marks and has no speaker goes on with the words of the one before it."""
        before, lead = self._speaking, _LEAD.match(self.outer, unit.first, unit.high)
        if before is None or lead is None or self.floor.is_owned(unit):
            return False
        if before.paragraph < unit.paragraph - (lead[0] in _OPENING):
            return False
        later = before.paragraph < unit.paragraph
        anew = begins_anew(self.outer, before, later=later)
        if anew and later and not self._speaks_again(before, unit, lead.end()):
            return False
        end = marked_to(self.marked, (lead.end(), unit.high), SPOKEN)
        if end is None:
            return False
        piece = (lead.end() - 1, end)
        if anew:  # a quotation of its own, by the same speaker, or by the guest whom the narrator asks: "..., I ask."
            place, mention = (unit.first, unit.first), self._named(before.mention) or self._asked()
            if mention is not None:
                self.drafts.append(Draft(place, mention, [piece], unit.paragraph, left=True, confidence=_ALONE))
            return mention is not None
        before.content.append(piece)
        before.paragraph = unit.paragraph
        return True

    def _speaks_again(self, before: Draft, unit: Unit, first: int) -> bool:
        """Whether whoever spoke goes on in a paragraph that opens with long words in marks, from a token on, alone."""
        if before.mention is None or not unit.starts:
            return False
        return unit.high - unit.first >= _LONG and not self.outer[first : unit.high].strip("~]")

    def _heard(self, made: int) -> Draft:
        """Who speaks when marks follow: of the cues of a sentence the last with marks, else the last."""
        here = self.drafts[made:]
        if len(here) > 1:
            here = [draft for draft in here if draft.mention and has_marks(self.outer, draft.content)] or here
        return here[-1]

    def _left_over(self, unit: Unit, reader: UnitReader) -> None:
        """Give what no cue took to the speaker before them in the sentence; long ones to one before a colon."""
        at, end = bisect_left(self._opens, unit.first + 1), bisect_left(self._opens, unit.high)
        here = [draft for draft in reader.drafts if draft.mention is not None]
        taken = pieces([*reader.asides, *reader.drafts])
        for stretch in self.marked.stretches[at:end]:
            first, after = stretch.open, stretch.close + stretch.closed
            if self._is_settled(first, here, taken):
                continue
            cried = self.floor.cried(reader.sentence, stretch)
            before = [draft for draft in here if draft.cue[0] < first]
            if cried.follows:
                self.drafts.append(Draft((first - 2, first), cried.whose, [(first, after)], unit.paragraph))
            elif before and not self.floor.is_term(stretch):
                self._hand(max(before, key=attrgetter("cue")), stretch, (first, after))
            elif feels := self.floor.feels(reader.sentence, stretch):
                taken.append((first, after))
                self.drafts.append(Draft((first, first), feels, [(first, after)], unit.paragraph, confidence=_ALONE))
            elif self.outer[first - 1] == Tag.COLON:
                introduced = self._behind_colon(unit, reader, first, after)
                here += introduced
                taken += pieces(introduced)
                self.drafts += introduced

    def _hand(self, draft: Draft, stretch: Stretch, words: Range) -> None:
        """Give marks to the one who speaks before them; behind a colon they are said, whatever the verb tells of."""
        if any(self.floor.is_beyond(end, words[0]) for _, end in draft.content):
            return
        doubtful = draft.confidence < UNKNOWN
        if doubtful and self.outer[words[0] - 1] == Tag.COLON and self.floor.is_speech(stretch, SPOKEN):
            draft.content.clear()
            draft.confidence = _ALONE
        draft.content.append(words)

    def _is_settled(self, first: int, drafts: list[Draft], taken: list[Range]) -> bool:
        """Whether marks are somebody's words already, or part of a name or of what describes one who speaks."""
        if self.outer[first] != Tag.OPEN or any(low <= first < high for low, high in taken):
            return True
        mentions = [draft.mention for draft in drafts if draft.mention is not None]
        named = any(low <= first < high for low, high in mentions)  # "one in ten “liberals” said"
        return named or any(is_open_description(self.outer, mention, first) for mention in mentions)

    def _behind_colon(self, unit: Unit, reader: UnitReader, first: int, after: int) -> list[Draft]:
        """The words from a mark behind a colon on, if a noun tells of them, or somebody before it may say them."""
        if self.floor.is_titled(first) or self.floor.is_shouted(unit.first, first):
            return []
        told = self.floor.uttered(reader.sentence, first - 1)
        if told.follows:
            return [Draft((first - 1, first), told.whose, [(first, after)], unit.paragraph)]
        asked = self._speaking is not None and self.lower[unit.first] == "asked"
        mention = self._speaking.mention if asked and self._speaking else reader.speakers.introduced(first - 1)
        if mention is None or not (self.floor.is_person(mention) or self._may_say(mention, (first, after))):
            return []
        end = after if reader.drafts else unit.high
        return [Draft((first - 1, first), mention, [(first, end)], unit.paragraph)]

    def _may_say(self, mention: Range, words: Range) -> bool:
        """Whether the subject of a sentence may say words behind its colon, if many: no thing does, nor "it" of "I"."""
        (first, after), who = words, self.lower[mention[0]]
        speaks = after - first >= _LONG and who != "there" and mention_kind(self.view, mention) != "thing"
        return speaks and not (who == "it" and "i" in self.lower[first:after])
