"""Single sentences, one phenomenon each: kind, mention, cue and content."""

import pytest

from newsschema import Quote
from newsschema.reading import find_quotes


def _shown(quote: Quote) -> tuple[str, str | None, str | None, tuple[str, ...]]:
    who = quote.attribution
    mention = who.mention.text if who and who.mention else None
    cue = who.cue.text if who and who.cue else None
    return str(quote.kind), mention, cue, tuple(piece.text for piece in quote.content)


def _read(text: str) -> list[tuple[str, str | None, str | None, tuple[str, ...]]]:
    return [_shown(quote) for quote in find_quotes(text)[1] if quote.parent is None]


_CASES = {
    "words before, speaker and verb": (
        '"The bridge is safe," Okafor said.',
        [("direct", "Okafor", "said", ("The bridge is safe,",))],
    ),
    "words before, verb and speaker": (
        '"The bridge is safe," said Ines Okafor, the harbour master.',
        [("direct", "Ines Okafor, the harbour master", "said", ("The bridge is safe,",))],
    ),
    "words after a comma": (
        'Okafor said, "The bridge is safe."',
        [("direct", "Okafor", "said", ("The bridge is safe.",))],
    ),
    "words after a colon": (
        'The mayor wrote: "We will pay."',
        [("direct", "The mayor", "wrote:", ("We will pay.",))],
    ),
    "words in a paragraph of their own": (
        "The mayor wrote:\n\nWe will pay for it all.",
        [("indirect", "The mayor", "wrote:", ("We will pay for it all",))],
    ),
    "interrupted": (
        '"The bridge," Okafor said, "is safe."',
        [("direct", "Okafor", "said", ("The bridge,", "is safe."))],
    ),
    "interrupted between sentences": (
        '"The bridge is safe," Okafor said. "We checked it."',
        [("direct", "Okafor", "said", ("The bridge is safe,", "We checked it."))],
    ),
    "several sentences in one pair of marks": (
        '"It is safe. We checked it. Go ahead," Okafor said.',
        [("direct", "Okafor", "said", ("It is safe. We checked it. Go ahead,",))],
    ),
    "a question": (
        '"Is it safe?" Okafor asked.',
        [("direct", "Okafor", "asked", ("Is it safe?",))],
    ),
    "continued paragraphs, closed at the end": (
        '"It is safe," Okafor said. "We checked it.\n\n"And we checked it twice."',
        [("direct", "Okafor", "said", ("It is safe,", "We checked it.", "And we checked it twice."))],
    ),
    "curly marks": (
        "“The bridge is safe,” said Okafor.",
        [("direct", "Okafor", "said", ("The bridge is safe,",))],
    ),
    "guillemets": (
        "«The bridge is safe», Okafor said.",
        [("direct", "Okafor", "said", ("The bridge is safe",))],
    ),
    "two apostrophes": (
        "''The bridge is safe,'' Okafor said.",
        [("direct", "Okafor", "said", ("The bridge is safe,",))],
    ),
    "single marks and apostrophes": (
        "'The bridge's arch isn't safe,' Okafor said.",
        [("direct", "Okafor", "said", ("The bridge's arch isn't safe,",))],
    ),
    "a that-clause": (
        "Okafor said that the bridge was safe.",
        [("indirect", "Okafor", "said", ("that the bridge was safe",))],
    ),
    "a bare clause": (
        "The harbour master said the bridge was safe.",
        [("indirect", "The harbour master", "said", ("the bridge was safe",))],
    ),
    "a clause before": (
        "The bridge is safe, engineers say.",
        [("indirect", "engineers", "say", ("The bridge is safe",))],
    ),
    "a clause around": (
        "The bridge, she said, would reopen.",
        [("indirect", "she", "said", ("The bridge", "would reopen"))],
    ),
    "as somebody noted": (
        "The arch has cracks, as Okafor noted in her report.",
        [("indirect", "Okafor", "noted", ("The arch has cracks",))],
    ),
    "according to, behind": (
        "The arch has cracks, according to a report by the council.",
        [("indirect", "a report by the council", "according to", ("The arch has cracks",))],
    ),
    "according to, in front": (
        "According to Ines Okafor, the arch has cracks.",
        [("indirect", "Ines Okafor", "According to", ("the arch has cracks",))],
    ),
    "according to, inside": (
        "The arch, according to Okafor, will be closed.",
        [("indirect", "Okafor", "according to", ("The arch", "will be closed"))],
    ),
    "a fragment": (
        'Okafor called the arch "a disgrace" on Monday.',
        [("partial", "Okafor", "called", ("the arch", "a disgrace"))],
    ),
    "described as": (
        'Okafor described it as a "sleeping beauty".',
        [("partial", "Okafor", "described", ("it as a", "sleeping beauty"))],
    ),
    "a noun with marks as the object": (
        'The minister voiced "a strong hope that talks will go on."',
        [("partial", "The minister", "voiced", ("a strong hope that talks will go on.",))],
    ),
    "somebody told": (
        "The minister told reporters that talks would go on.",
        [("indirect", "The minister", "told", ("that talks would go on",))],
    ),
    "a question asked": (
        "Reporters asked whether talks would go on.",
        [("indirect", "Reporters", "asked", ("whether talks would go on",))],
    ),
    "an intention": (
        "The company plans to close two plants.",
        [("indirect", "The company", "plans", ("to close two plants",))],
    ),
    "an attitude": (
        "Voters support the plan.",
        [("indirect", "Voters", "support", ("the plan",))],
    ),
    "an order to somebody": (
        "The council urged residents to stay away.",
        [("indirect", "The council", "urged", ("residents to stay away",))],
    ),
    "talk about something": (
        "She talked about the flood.",
        [("indirect", "She", "talked about", ("the flood",))],
    ),
    "a light verb and a noun": (
        "The firm made an announcement that it would move.",
        [("indirect", "The firm", "made an announcement", ("that it would move",))],
    ),
    "a statement": (
        "The firm said in a statement that it would move.",
        [("indirect", "The firm", "said in a statement", ("that it would move",))],
    ),
    "a verb that leads to the cue": (
        "Okafor went on to say that it was late.",
        [("indirect", "Okafor", "went on to say", ("that it was late",))],
    ),
    "an agent": (
        "The plan was criticised by union leaders.",
        [("indirect", "union leaders", "was criticised", ("The plan",))],
    ),
    "nobody named": (
        "The plant is expected to close in May.",
        [("indirect", None, "is expected", ("The plant", "to close in May"))],
    ),
    "there is hope": (
        "There is some hope that talks will go on.",
        [("indirect", None, "is some hope", ("that talks will go on",))],
    ),
    "a noun with its owner": (
        "Okafor's claim that the arch was safe surprised nobody.",
        [("indirect", "Okafor's", "claim", ("that the arch was safe surprised nobody",))],
    ),
    "a noun with a possessive pronoun": (
        "They heard her claim that the arch was safe.",
        [("indirect", "They", "heard", ("her claim that the arch was safe",))],
    ),
    "a noun with its holder behind": (
        "Claims by union leaders that the arch was unsafe were made.",
        [("indirect", "union leaders", "Claims", ("that the arch was unsafe were made",))],
    ),
    "a feeling and its cause": (
        "The ruling angered union leaders.",
        [("indirect", "union leaders", "angered", ("The ruling",))],
    ),
    "a feeling in the passive": (
        "Union leaders were angered by the ruling.",
        [("indirect", "Union leaders", "were angered", ("the ruling",))],
    ),
    "an adjective": (
        "Okafor was confident about the arch.",
        [("indirect", "Okafor", "was confident about", ("the arch",))],
    ),
    "two verbs, one speaker": (
        "Okafor said the arch was safe, adding that it was old.",
        [
            ("indirect", "Okafor", "said", ("the arch was safe",)),
            ("indirect", "Okafor", "adding", ("that it was old",)),
        ],
    ),
    "two verbs joined": (
        "Okafor praised the crew and said that the arch was safe.",
        [
            ("indirect", "Okafor", "praised", ("the crew",)),
            ("indirect", "Okafor", "said", ("that the arch was safe",)),
        ],
    ),
    "two speakers in one sentence": (
        'The union said the arch was "unsafe", but the council said it was "sound".',
        [
            ("partial", "The union", "said", ("the arch was", "unsafe")),
            ("partial", "the council", "said", ("it was", "sound")),
        ],
    ),
    "with somebody insisting": (
        'Talks failed, with the council insisting the price is "fair".',
        [("partial", "the council", "insisting", ("the price is", "fair"))],
    ),
    "a relative pronoun": (
        "The council, which said that the arch was safe, has paid.",
        [("indirect", "which", "said", ("that the arch was safe",))],
    ),
    "an apposition with commas": (
        "Ines Okafor, the harbour master, said the arch was safe.",
        [("indirect", "Ines Okafor, the harbour master,", "said", ("the arch was safe",))],
    ),
    "an apposition with dashes": (
        "Ines Okafor — the harbour master — said the arch was safe.",
        [("indirect", "Ines Okafor — the harbour master —", "said", ("the arch was safe",))],
    ),
    "a party in brackets": (
        "Ines Okafor (Labour) said the arch was safe.",
        [("indirect", "Ines Okafor (Labour)", "said", ("the arch was safe",))],
    ),
    "an interruption that is no apposition": (
        "Ines Okafor, in a speech on Monday, said the arch was safe.",
        [("indirect", "Ines Okafor", "said", ("the arch was safe",))],
    ),
    "a description in front of the name": (
        "The harbour master, Ines Okafor, said the arch was safe.",
        [("indirect", "The harbour master, Ines Okafor,", "said", ("the arch was safe",))],
    ),
    "a time between subject and verb": (
        "The council on Tuesday said the arch was safe.",
        [("indirect", "The council", "said", ("the arch was safe",))],
    ),
    "a span of time between": (
        "The council this week said the arch was safe.",
        [("indirect", "The council", "said", ("the arch was safe",))],
    ),
    "both": (
        "The unions both said the arch was safe.",
        [("indirect", "The unions", "said", ("the arch was safe",))],
    ),
    "a relative clause without commas": (
        "Those who cross the bridge say it shakes.",
        [("indirect", "Those who cross the bridge", "say", ("it shakes",))],
    ),
    "more than": (
        "More than six in 10 said they were worried.",
        [("indirect", "More than six in 10", "said", ("they were worried",))],
    ),
    "a list of names": (
        "Doe, Roe and other critics said it was late.",
        [("indirect", "Doe, Roe and other critics", "said", ("it was late",))],
    ),
    "a town and its state": (
        "Ann Doe of Columbia, Ohio said it was late.",
        [("indirect", "Ann Doe of Columbia, Ohio", "said", ("it was late",))],
    ),
    "a verb that no list has": (
        '"It is mine," he harrumphed.',
        [("direct", "he", "harrumphed", ("It is mine,",))],
    ),
    "a name and a colon": (
        "Okafor: It is safe.",
        [("indirect", "Okafor", ":", ("It is safe",))],
    ),
    "a dateline": (
        "BERGEN, Norway (NTB) — The arch is safe, Okafor said.",
        [("indirect", "Okafor", "said", ("The arch is safe",))],
    ),
    "a nickname": (
        'They live in the city dubbed the "Gate of the North".',
        [("epithet", None, "dubbed", ("Gate of the North",))],
    ),
    "words at arm's length": (
        'The so-called "experts" left.',
        [("epithet", None, None, ("experts",))],
    ),
    "a title of a work": (
        'He played in "The Long Night" last year.',
        [("epithet", None, None, ("The Long Night",))],
    ),
    "attributive participles say nothing": ("The opposing sides met.", []),
    "plain narrative": ("The ship left the harbour at noon.", []),
}


@pytest.mark.parametrize("name", _CASES)
def test_sentence_is_read(name):
    """Each sentence gives exactly the attributions that stand in it."""
    text, wanted = _CASES[name]
    assert wanted == _read(text)
