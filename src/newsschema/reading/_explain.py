"""What a text was read as: its sentences with tags, chunks and cues, and why each cue counts or does not."""

from __future__ import annotations

from typing import NamedTuple

from newsschema._model.quotes import Quote, Source
from newsschema.reading._attributions.assembly import Assembler
from newsschema.reading._building import Builder
from newsschema.reading._cues.cue import Cue
from newsschema.reading._cues.evidence import ENOUGH
from newsschema.reading._cues.manner import class_of
from newsschema.reading._cues.verdict import Verdict
from newsschema.reading._lexicon.lexicon import Lexicon, lexicon_or_default
from newsschema.reading._lexicon.tags import TAGS
from newsschema.reading._syntax.chunks import KINDS, Sentence
from newsschema.reading._syntax.marks import Marked, Unit


class ExplainedCue(NamedTuple):
    """A cue of a sentence, and how it was read.

    Attributes:
        words: The cue as it stands, with its auxiliaries.
        use: The class of its verb, how it is used, and what follows it.
        speaker: The words that name the speaker; `None` if none was found.
        reasons: The evidence for and against it, each with its points.
        points: The sum of the points; `None` if no words were found that it could attribute.
        confidence: The probability that it attributes something.
    """

    words: str
    use: str
    speaker: str | None
    reasons: tuple[tuple[str, int], ...]
    points: int | None
    confidence: float | None


class ExplainedSentence(NamedTuple):
    """How a sentence was read; `str` formats it for people.

    Attributes:
        text: The sentence.
        words: Its words, each with the name of its tag.
        chunks: Its chunks, each with the name of its kind.
        cues: Its cues, in order.
        quotes: The quotes that begin in it, each with its source.
    """

    text: str
    words: tuple[tuple[str, str], ...]
    chunks: tuple[tuple[str, str], ...]
    cues: tuple[ExplainedCue, ...]
    quotes: tuple[tuple[Quote, Source | None], ...]

    def __str__(self) -> str:
        """The sentence, its words with their tags, its chunks, cues and quotes, a line each."""
        lines = [
            self.text,
            "  tags    " + " ".join(f"{word}/{tag}" for word, tag in self.words),
            "  chunks  " + " ".join(f"[{kind} {words}]" for kind, words in self.chunks),
            *(f"  cue     {_cue_line(cue)}" for cue in self.cues),
            *(f"  quote   {_quote_line(quote, source)}" for quote, source in self.quotes),
        ]
        return "\n".join(lines)


def explain(text: str, *, lexicon: Lexicon | None = None) -> tuple[ExplainedSentence, ...]:
    """Show how each sentence of a text is read, and why.

    Args:
        text: English news text, as for `find_quotes`.
        lexicon: The words that the reader knows; by default `Lexicon.default()`.

    Returns:
        The sentences in the order of the text, with every finding, however uncertain.

    Examples:
        >>> print(explain("Okafor praised the crew.")[0])
        Okafor praised the crew.
          tags    Okafor/name praised/participle the/determiner crew/noun
          chunks  [name Okafor] [participle praised] [common the crew]
          cue     praised: judge, active, object; speaker Okafor; what follows goes with the verb +3, name as the speaker +1 = 4, sure 0.5
          quote   q1 indirect, sure 0.5, Okafor: the crew
    """  # noqa: E501 - the line as it is printed
    from newsschema.reading._syntax.marks import mark
    from newsschema.reading._tagging.tokens import tokenize

    words = lexicon_or_default(lexicon)
    marked = mark(tokenize(text, words))
    trace: list[Verdict] = []
    assembler = Assembler(marked, words, trace=trace)
    sources, quotes = Builder(marked, assembler.run()).build()
    return tuple(_sentence(marked, assembler, trace, unit, (sources, quotes)) for unit in marked.units)


def _sentence(
    marked: Marked,
    assembler: Assembler,
    trace: list[Verdict],
    unit: Unit,
    found: tuple[tuple[Source, ...], tuple[Quote, ...]],
) -> ExplainedSentence:
    tokens = marked.tokens
    sentence = Sentence(tokens.view(marked.outer), unit.first, unit.high)
    start, end = tokens.span(unit.first, unit.after)
    labels = {source.id: source for source in found[0]}
    chunks = zip(sentence.kinds, sentence.firsts, sentence.firsts[1:], strict=False)
    return ExplainedSentence(
        tokens.flat[start:end].rstrip(),
        tuple((tokens.words[k], TAGS.names[marked.outer[k]]) for k in range(unit.first, unit.high)),
        tuple((KINDS.names[kind], tokens.cut(first, after)) for kind, first, after in chunks),
        tuple(_cue(marked, cue, trace) for cue in assembler.finder.find(sentence)),
        tuple(
            (quote, labels.get(quote.source or ""))
            for quote in found[1]
            if start <= (quote.content[0].start or 0) < end
        ),
    )


def _cue(marked: Marked, cue: Cue, trace: list[Verdict]) -> ExplainedCue:
    words = marked.tokens.cut(cue.first, max(cue.after, cue.first + 1))
    use = f"{class_of(cue.base)}, {cue.form}, {cue.frame}"
    verdict = next((verdict for verdict in trace if verdict.head == cue.head), None)
    if verdict is None:
        return ExplainedCue(words, use, None, (), None, None)
    speaker = marked.tokens.cut(*verdict.mention) if verdict.mention is not None else None
    return ExplainedCue(words, use, speaker, verdict.seen.reasons(), verdict.seen.points, verdict.confidence)


def _cue_line(cue: ExplainedCue) -> str:
    if cue.points is None or cue.confidence is None:
        return f"{cue.words}: {cue.use}; nothing is said with it"
    reasons = ", ".join(f"{reason} {points:+}" for reason, points in cue.reasons)
    enough = f"sure {cue.confidence:g}" if cue.points >= ENOUGH else f"{ENOUGH} would be enough"
    return f"{cue.words}: {cue.use}; speaker {cue.speaker or 'unknown'}; {reasons} = {cue.points}, {enough}"


def _quote_line(quote: Quote, source: Source | None) -> str:
    if quote.attribution is None:
        return f"{quote.id} {quote.kind}: {quote.words}"
    sure = f"sure {quote.attribution.confidence:g}"
    return f"{quote.id} {quote.kind}, {sure}, {source.label if source is not None else 'nobody named'}: {quote.words}"
