"""Kinds of sentences of everyday news, in both directions: what must be found, and what must not."""

import pytest

from newsschema import Polarity, SourceKind
from newsschema.reading import find_quotes, read_text
from newsschema.reading._phrases import np_left


def _said(text: str) -> list[tuple[str, str | None]]:
    """The words of each quote that is attributed, with the label of its source."""
    sources, quotes = find_quotes(text)
    labels = {source.id: source.label for source in sources}
    return [(quote.words, labels.get(quote.source or "")) for quote in quotes if quote.attribution is not None]


_BEHIND_THE_SPEAKER = {
    "“The kiln is cold,” said Aud Berg, 61, from Voss. “It will stay so.”": (
        "The kiln is cold, It will stay so.",
        "Aud Berg",
    ),
    "“The kiln is cold,” said Aud Berg, of Berg and Daughters.": ("The kiln is cold,", "Aud Berg"),
    "“The kiln is cold,” said Aud Berg, now a diver.": ("The kiln is cold,", "Aud Berg"),
    "“The kiln is cold,” said Aud Berg, wiping her hands.": ("The kiln is cold,", "Aud Berg"),
    "“The kiln is cold,” said Aud Berg, who has run it since 1998.": ("The kiln is cold,", "Aud Berg"),
    "“The kiln is cold,” said Aud Berg in an interview on Monday.": ("The kiln is cold,", "Aud Berg"),
    "“The kiln is cold,” said a man who calls himself “Ember.”": ("The kiln is cold,", "a man"),
    "“The kiln is cold,” said Aud Berg when asked about the fire.": ("The kiln is cold,", "Aud Berg"),
    "“The kiln is cold,” Aud Berg, then head of the guild, told a hearing.": ("The kiln is cold,", "Aud Berg"),
    "“The kiln is cold,” Aud Berg said, as the crew packed up.": ("The kiln is cold,", "Aud Berg"),
    "The kiln is cold, said Aud Berg, the potter who built it.": ("The kiln is cold", "Aud Berg"),
    "But the kiln is cold, Aud Berg said.": ("the kiln is cold", "Aud Berg"),
    "Afterwards, the kiln was cold, Aud Berg said.": ("the kiln was cold", "Aud Berg"),
    "The kiln, Aud Berg said, is cold.": ("The kiln is cold", "Aud Berg"),
    "“The kiln,” said Aud Berg, “is cold.”": ("The kiln, is cold.", "Aud Berg"),
    "Aud Berg said the kiln was cold, which surprised the town.": ("the kiln was cold", "Aud Berg"),
    "Aud Berg said the kiln was cold, a charge that the guild denies.": ("the kiln was cold", "Aud Berg"),
    "Aud Berg said the kiln was cold - her first words on it.": ("the kiln was cold", "Aud Berg"),
    "Aud Berg said the kiln was cold, as she left the room.": ("the kiln was cold", "Aud Berg"),
    "However, when asked if the kiln was cold, Aud Berg left.": ("if the kiln was cold", None),
    "Aud Berg said the kiln was cold, in her latest report.": ("the kiln was cold", "Aud Berg"),
    "Aud Berg answered a letter before saying, “It is cold.”": ("It is cold.", "Aud Berg"),
    "Aud Berg said the kiln was cold, before leaving the shed.": ("the kiln was cold", "Aud Berg"),
    "Some 40% of kilns are cold, a Norpoll survey found.": ("Some 40% of kilns are cold", "a Norpoll survey"),
    "The firm expects kilns to cool.": ("kilns to cool", "The firm"),
    "“It is cold,” Mr Berg, now 81 and retired in Voss, Norway, said on Monday.": ("It is cold,", "Berg"),
    "In the letter, sent to the guild, Aud Berg asks for “a kiln that is warm for all of us”.": (
        "a kiln that is warm for all of us",
        "Aud Berg",
    ),
    "Conceding that it was “cold at times” Aud Berg warned: “It will stay cold for a while.”": (
        "that it was cold at times",
        "Aud Berg",
    ),
    "Aud Berg put it this way: “It is as cold as it was.”": ("It is as cold as it was.", "Aud Berg"),
    "“The kiln is cold,” Aud Berg said. “Bisque” is clay that was fired once.": ("The kiln is cold,", "Aud Berg"),
    "Recalling “the cold of so many winters,” the guild urged members to stay.": (
        "the cold of so many winters,",
        "the guild",
    ),
    "Aud Berg said the kiln was cold, prompting laughter.": ("the kiln was cold", "Aud Berg"),
    "Aud Berg said the kiln was cold, her voice breaking.": ("the kiln was cold", "Aud Berg"),
    "Aud Berg said the kiln was cold; the work goes on.": ("the kiln was cold", "Aud Berg"),
    "Aud Berg said that the kiln was cold; that it would stay so.": (
        "that the kiln was cold; that it would stay so",
        "Aud Berg",
    ),
    "According to Aud Berg, speaking on Monday, the kiln is cold.": ("the kiln is cold", "Aud Berg"),
    "The kiln “will stay cold”, said Aud Berg, who built it.": ("The kiln will stay cold", "Aud Berg"),
    "“It is late,” Aud Berg said. “We met in the old and cold hall” and then it rained.": (
        "It is late, We met in the old and cold hall",
        "Aud Berg",
    ),
    "“It is late,” Aud Berg said. “It was cold,” and then it rained on the “Peat”.": (
        "It is late, It was cold,",
        "Aud Berg",
    ),
    "Aud Berg said “it is, according to me, cold”.": ("it is, according to me, cold", "Aud Berg"),
    "The kiln was cold as she promised to pay.": ("to pay", "she"),
    "Aud Berg answered the guild: “It is as cold as it was.”": ("It is as cold as it was.", "Aud Berg"),
    "“It is cold” in the kiln, said Aud Berg, head of the guild, a body that has moved.": (
        "It is cold in the kiln",
        "Aud Berg",
    ),
    "According to Aud Berg, “it is cold,” presumably in the kiln.": ("it is cold,", "Aud Berg"),
    "As the firm left, the “cold” guild sent a note: “It is late,” Aud Berg wrote.": ("It is late,", "Aud Berg"),
    "A woman who described herself as the potter of Voss said that the kiln was cold.": (
        "that the kiln was cold",
        "A woman",
    ),
    "The kiln is cold, says a report highlighting the costs.": ("The kiln is cold", "a report"),
    "Aud Berg said the kiln was not hot, but was simply a shed warming the yard.": (
        "the kiln was not hot, but was simply a shed warming the yard",
        "Aud Berg",
    ),
    "Aud Berg said it was a “cold kiln”, but walked away.": ("it was a cold kiln", "Aud Berg"),
    "Aud Berg said, “It is cold,” and walked away.": ("It is cold,", "Aud Berg"),
}


@pytest.mark.parametrize("text", _BEHIND_THE_SPEAKER)
def test_words_of_the_narrator_are_nobodys(text):
    """Ages, offices, settings and what the narrator adds are no part of what was said."""
    assert _BEHIND_THE_SPEAKER[text] == _said(text)[0]


@pytest.mark.parametrize(
    "text",
    [
        "Olympic champion Kari Holt won the race.",
        "The new rail link to the coast opens in May.",
        "The relay team took gold, and the title song was long.",
        "The tourist spots such as the pier were full.",
        "For legal reasons some firms sent no figures.",
        "Roe faces 18 criminal charges in Norway.",
        "Four-time champion Mia Sele is out.",
        "The kiln has an attacking style and conceded a penalty.",
        "Berg committed suicide, the family signed a deal, and the firm introduced a surcharge.",
        "Holt is ranked third and will defend her title.",
        "The bus firm brought in a fuel charge.",
        "Their reply was late, and a moan went round.",
        "Berg looks to the north.",
        "Holt marked the day with a cake.",
        "He likes “Heat” and “The Long Night”.",
        "She acted in “Cold Water” and wrote “Ten Winters in Voss”.",
        "“Dumb” meters mean more work.",
        "They sold “Ten Winters,” a novel written by Aud Berg.",
        "They published a paper titled: “A slow way of firing clay – with notes”.",
        "He has what's called “potter's lung and a bit more” by nobody.",
        "They have the films “Star Boats,” “Mary Pier” and “Bamboo.”",
        "The so-called “experts” left.",
        "A question hour saw four fights.",
        "An aide who asked not to be named left early.",
        "Photo: Jo Lind",
        "The potter Aud the Stoker left early.",
        "Norway's answer: build more.",
        "Three things happened in Oslo: it rained, it froze, it thawed.",
        "The letter that she wrote was lost.",
        "A statement released on Monday was lost.",
    ],
)
def test_deeds_and_things_say_nothing(text):
    """What somebody does, is or owns is no quotation, with whatever word that can speak elsewhere."""
    assert [] == _said(text)


_FRAMES = {
    "Officials say at least 12 houses were lost.": "Officials",
    "Nurses said up to 30 patients were moved.": "Nurses",
    "She said less than half the road is open.": "She",
    "The poll published Tuesday shows that towns grow.": "The poll",
    "Data from the census show that towns grow.": "Data from the census",
    "Okafor said in Risør, Agder, that it is late.": "Okafor",
    "Okafor said on Tuesday, in a lecture, that it is late.": "Okafor",
    "She slept, nurses there said.": "nurses there",
    "The ferry sank at noon, the NRK reports.": "the NRK",
    "The wall is damp, says WHO.": "WHO",
    "Okafor's view is that the harbour is full.": "Okafor",
    "Per the memo, sales fell.": "the memo",
    "As per the memo, sales fell.": "the memo",
    "Sales fell, as per the memo.": "the memo",
    "Okafor urged her crew to “stand by and wait”.": "Okafor",
    "Bo Roe said backstage that it was late.": "Bo Roe",
    "Bo Roe said at yesterday’s opening ceremony that it was late.": "Bo Roe",
    "Speaking through a guard, Bo Roe added; “It is late.”": "Bo Roe",
    "Beijing said it was late.": "Beijing",
    "United said it was late.": "United",
    "Striking potters said it was late.": "Striking potters",
    "Responding officers said it was late.": "Responding officers",
    "She slept, loved ones say it was late.": "loved ones",
    "Clay tests revealed that it was late.": "Clay tests",
    "As Bo Roe himself said, “It is late.”": "Bo Roe himself",
    "Bo Roe answered with a phrase that was hers: “It is as late as it was.”": "Bo Roe",
    "Bergen accused the firm of dumping oil.": "Bergen",
    "The text read: Sorry, it is late.": "The text",
    "Minutes of the meeting show that it was late.": "Minutes of the meeting",
    "At the scene, police press officer Bo Roe said that it was late.": "police press officer Bo Roe",
    "It rained, with Bo Roe calling the cold a “slow thief”.": "Bo Roe",
    "Bo Roe hailed the “slow and patient” potters.": "Bo Roe",
    "Bo Roe said (in Danish) that it was late.": "Bo Roe",
    "Best, whose wife died in May, said: “It is late.”": "Best, whose wife died in May",
    "Bo Roe was adamant: “We stay.”": "Bo Roe",
    "The judge ruled that it was late.": "The judge",
    "The inquest found that it was late.": "The inquest",
    "A man called Bo Roe said it was late.": "A man called Bo Roe",
    "In the words of Bo Roe, “it leaks like a sieve”.": "Bo Roe",
    "In a radio interview Okafor declared “the bank may be empty.”": "Okafor",
    "Okafor tells her crew at a meeting to “go to your boats and wait”.": "Okafor",
    "Okafor, 43: “It leaks at every tide we have.”": "Okafor, 43",
    "“It leaks at every tide we have.” — Ines Okafor": "Ines Okafor",
    "“So proud” — skipper Bo Roe, on Instagram.": "skipper Bo Roe",
    "The Courier reports:\n\n“Just nine of the boats came home.”": "The Courier",
    "And from chairwoman Rosa Welk:\n\n“Anna has a habit of finishing on time.”": "Rosa Welk",
    "Bo Roe wrote in a letter seen by the Gazette that jobs would go.": "Bo Roe",
    "“It leaks,” read a press release.": "a press release",
    "The report, by Pierworks, found the wall “unsafe at any tide”.": "The report, by Pierworks",
    "Mr Doe forecast that sales would fall.": "Mr Doe",
    "Okafor — a baker and a diver — said it was late.": "Okafor — a baker and a diver —",
    "Okafor blamed several things, including the tide, the wind and the moon, for what she called “a mess”.": "she",
}


@pytest.mark.parametrize("text", _FRAMES)
def test_plain_frames_are_found(text):
    """Everyday ways of saying who said something are found, with the words that name the speaker."""
    mentions = [quote.attribution.mention.text for quote in find_quotes(text)[1] if quote.attribution]
    assert _FRAMES[text] in [mention.strip(" ,") for mention in mentions]


_POLARITY = {
    "Low would not say whether it fell.": ("refused", "whether it fell"),
    "The ministry declined to comment.": ("refused", "to comment"),
    "The ministry declined to say how it fell.": ("refused", "to say how it fell"),
    "The ministry did not immediately respond to a request for comment.": (
        "refused",
        "respond to a request for comment",
    ),
    "The mayor would not comment on the fall.": ("refused", "comment on the fall"),
    "Okafor could not be reached for comment.": ("refused", "for comment"),
    "The mayor was unavailable for comment.": ("refused", "for comment"),
    "Nobody said it was late.": ("denied", "it was late"),
    "Neither Roe nor Pike said it was dark.": ("denied", "it was dark"),
    "None of the ministers said it was dark.": ("denied", "it was dark"),
    "The owners have not said when they will open the yard.": ("denied", "when they will open the yard"),
    "Okafor never said the wall was safe.": ("denied", "the wall was safe"),
    "If Lund says it is wet, she is wrong.": ("hypothetical", "it is wet"),
    "Okafor said the wall was safe.": ("affirmed", "the wall was safe"),
    "Okafor said: “I decline to comment.”": ("affirmed", "I decline to comment."),
}


@pytest.mark.parametrize("text", _POLARITY)
def test_polarity_of_what_was_said(text):
    """What nobody said, what is only supposed and what was refused is told from what was said."""
    quote = find_quotes(text, min_confidence=0)[1][0]
    assert _POLARITY[text] == (quote.attribution.polarity, quote.words)


@pytest.mark.parametrize(
    "text",
    [
        "The wall was open for comment.",
        "Okafor was in Oslo for talks.",
        "The mayor did not wait for comment cards, nor answer.",
        "The comment form is online.",
    ],
)
def test_not_every_comment_is_refused(text):
    """Only one who was not there for comment gave none."""
    assert "refused" not in [quote.attribution.polarity for quote in find_quotes(text, min_confidence=0)[1]]


_NESTED = {
    "“He told me, ‘It is safe,’” Okafor said.": ["It is safe,"],
    "“My aunt always says that it is safe,” Okafor said.": ["that it is safe"],
    "“My aunt said it was safe,” Okafor said.": ["it was safe"],
    "“I think it is safe,” Okafor said.": [],
    "“The council wants a bridge,” Okafor said.": [],
    "“‘It is safe,’ he told me,” Okafor said.": ["It is safe,"],
    "“He left ‘ and ’ she stayed,” Okafor said.": [],
    "OKAFOR: The mayor told us that it is safe.": ["that it is safe"],
}


@pytest.mark.parametrize("text", _NESTED)
def test_what_others_say_inside_is_a_quote_in_a_quote(text):
    """Inside somebody's words only what another is told to say is a quote, and has a parent."""
    assert _NESTED[text] == [quote.words for quote in find_quotes(text)[1] if quote.parent is not None]


def test_a_parent_that_is_not_sure_is_left_out():
    """A quote whose parent is left out stands in what is around that, or alone."""
    quotes = find_quotes("Okafor praised the claim by Doe that Roe said that it was late.", min_confidence=0.7)[1]
    assert all(quote.parent in {None, *(other.id for other in quotes)} for quote in quotes)


_UNKNOWN = {
    "The wall fell at dawn. “We heard it go and nobody slept.” The road is shut.": "direct",
    "The wall fell at dawn. “Bang” and all. The road is shut.": "epithet",
    "It is called “The Wall of the North Sea” here.": "epithet",
    "A “we are late for it all” mood set in.": "epithet",
}


@pytest.mark.parametrize("text", _UNKNOWN)
def test_long_words_in_marks_are_said_by_somebody(text):
    """Five words and more with nobody beside them are speech of an unknown source; names and titles are not."""
    (quote,) = find_quotes(text)[1]
    assert (_UNKNOWN[text], None) == (quote.kind, quote.source)


def test_a_condition_in_a_sentence_of_its_own():
    """A sentence that only tells why somebody is not named belongs to the one quoted before."""
    (quote,) = find_quotes("An aide said the wall fell. She was granted anonymity for her safety.")[1]
    assert "was granted anonymity" == quote.attribution.condition.text


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("A minister was quoted as saying that it was open to all by state television.", None),
        ("A minister was quoted as saying it was “open” by the Tanjug agency.", "the Tanjug agency"),
        ("A minister was quoted by Tanjug as saying that it was open.", "Tanjug"),
        ("Tanjug quoted a minister as saying that it was open.", "Tanjug"),
        ("He went as far as saying that it was open.", None),
    ],
)
def test_who_relays_it_is_told_from_who_said_it(text, via):
    """One who quotes another relays it, wherever he is named."""
    quotes = find_quotes(text, min_confidence=0)[1]
    assert via in [quote.attribution.via and quote.attribution.via.text for quote in quotes]


_AT_THE_EDGES = {
    # words in marks that go on to something else are not the next words of the last speaker
    "Okafor said it was late.\n\n“Bang”, and a guard shut the door.": ["it was late"],
    # marks in marks that open twice
    "“It is ‘so ‘late’ here,” Okafor said.": ["It is ‘so ‘late’ here,"],
    # a colon after nobody
    "Okafor said it was late.\n\nThe transcript as follows:\n\n“It is.” It is.": ["it was late"],
    "The transcript follows:\n\n“Nobody here was asked and nobody knew of it.”": [
        "Nobody here was asked and nobody knew of it."
    ],
    # an object with a preposition that begins no clause
    "Okafor said Roe called out the mayor for shutting the kiln.": ["Roe called out the mayor for shutting the kiln"],
    "Okafor criticised “the whole mess” for hurting bakers.": ["the whole mess"],
    # a noun that is not the last of its words
    "The question Thursday night was whether it is late.": [],
    # what is only said of somebody, and a verb that is left out
    "Okafor is said to have more.": [],
    "The wall is expected to coincide with the fair.": ["The wall to coincide with the fair"],
    "Ms Roe plans to root for Leeds.": ["to root for Leeds"],
    # a description between two commas, and one that names nobody alone
    "While bakers, like Ms Roe, continued to affirm support for Pike, others left.": ["support for Pike"],
    "Commanders at sea, Ivan Petrov, said it was late.": ["it was late"],
    "According to F.A.A. records, the boat sailed between the start of the race in June and March 3, 2016.": [
        "the boat sailed between the start of the race in June and March 3, 2016"
    ],
    # a label that is no speaker's
    "Spring Poll: Voters like the wall.": [],
    "Pike camp: Lund is wrong.": [],
}


@pytest.mark.parametrize("text", _AT_THE_EDGES)
def test_edges(text):
    """Sentences at the edges of the rules."""
    quotes = find_quotes(text, min_confidence=0)[1]
    assert _AT_THE_EDGES[text] == [quote.words for quote in quotes if quote.attribution is not None]


def test_a_name_begins_behind_a_possessive():
    """A name whose owner is a day begins with itself: "Monday's Oslo Herald"."""
    assert np_left("MSPP", 4, 0) == 2
    assert np_left("NW", 2, 0) == 1


_CLAUSES = {
    # a clause without "that", whose verb looks like a participle or whose subject begins like one
    "Aud Berg said a potter noticed in time.": [("a potter noticed in time", "Aud Berg")],
    "Aud Berg said rising costs and a leak led to the sale.": [("rising costs and a leak led to the sale", "Aud Berg")],
    "Aud Berg said selling prices have fallen.": [("selling prices have fallen", "Aud Berg")],
    # but no clause
    "Aud Berg said nothing about the fee charged by the guild.": [],
    "Aud Berg said a prayer for the drowned.": [],
    "Potters found it via an old map.": [],
    "Sellers are asking for prices they had last year.": [],
    "Aud Berg spoke of the day they closed the shed.": [],
    # what another says is not hers
    "Aud Berg said the kiln was cold and a potter said it was hot.": [
        ("the kiln was cold", "Aud Berg"),
        ("it was hot", "a potter"),
    ],
    # where the verb of the sentence comes behind a relative clause
    "Potters who said they were hurt were taken to hospital.": [("they were hurt", "Potters")],
    "Those who said they had used a kiln in the past month were many.": [
        ("they had used a kiln in the past month", "Those")
    ],
    # a relative clause that the speaker interrupts
    "Aud Berg opened the shed, which, she said, had been warm.": [("which had been warm", "Aud Berg")],
    # knowing how, and not knowing, say nothing; admitting what one did does
    "No one knows how much the kiln will cost.": [],
    "Aud Berg did not know the kiln was cold.": [],
    "Aud Berg admitted stealing a kiln.": [("stealing a kiln", "Aud Berg")],
    # what one asks of others
    "Aud Berg urged potters to stay at home.": [("to stay at home", "Aud Berg")],
    # marks in a relative clause, and the verb of the sentence behind them
    "The kiln, which critics have called “a wreck”, took a year.": [("a wreck", "critics")],
    "The film, which critics have described as “a letter to a lost city”, opens on Friday.": [
        ("a letter to a lost city", "critics")
    ],
    "The potter, who said that she brings a “cold kiln,” will have to hurry.": [
        ("that she brings a cold kiln,", "The potter")
    ],
    # marks in what describes the speaker
    "“It was a good year,” said potter Aud Berg, who rates the kiln a “buy”.": [("It was a good year,", "Aud Berg")],
    # adverbs that belong to the words, and those that belong to the verb
    "Aud Berg said not all kilns were cold.": [("not all kilns were cold", "Aud Berg")],
    "Aud Berg told the guild not everyone was to blame.": [("not everyone was to blame", "Aud Berg")],
    "Aud Berg said on Monday almost all kilns were cold.": [("almost all kilns were cold", "Aud Berg")],
    "Aud Berg said again the kilns were cold.": [("the kilns were cold", "Aud Berg")],
    # a pronoun that looks like the word before a clause
    "Aud Berg has not reported that and there is no sign of it.": [],
    "They are asked to answer in a way that nobody could.": [],
    # a subject with a participle, and what is done beside it
    "The guild had said a cart carrying ten kilns to Voss lost a wheel.": [
        ("a cart carrying ten kilns to Voss lost a wheel", "The guild")
    ],
    "Aud Berg urged potters to leave cold sheds and immediately report cracks.": [
        ("to leave cold sheds and immediately report cracks", "Aud Berg")
    ],
    "Aud Berg asked the judge to annul the sale.": [("to annul the sale", "Aud Berg")],
    # who is told, with what describes them
    "Aud Berg told potters of Voss, the heart of the trade, on Monday that kilns would go cold.": [
        ("that kilns would go cold", "Aud Berg")
    ],
    # what is asked about is no clause
    "Aud Berg asked him about cracks the potter might have seen.": [],
    # a paper that was sent and posted says nothing by that
    "The guild confirmed in a letter sent to the town and posted on its door that work had stopped.": [
        ("that work had stopped", "The guild")
    ],
    # "it" alone is no part of what was said
    "It was revealed that the kiln was cold.": [("that the kiln was cold", None)],
    # why somebody says it, and what happened meanwhile
    "Aud Berg said the town needs kilns, as most pots are sold there.": [
        ("the town needs kilns, as most pots are sold there", "Aud Berg")
    ],
    # marks in what the narrator adds
    "Aud Berg admitted it was “cold” and had never been warm, which is odd since potters call her “queen”.": [
        ("it was cold and had never been warm", "Aud Berg"),
        ("her queen", "potters"),
    ],
    # another verb behind what stands between commas
    "Aud Berg doesn’t think the cracks are gone, and, given the age of the kiln, expects kilns to fail.": [
        ("the cracks are gone", "Aud Berg"),
        ("kilns to fail", "Aud Berg"),
    ],
    # only an adverb stands before
    "Meanwhile, Aud Berg says, they are trying to sell.": [("they are trying to sell", "Aud Berg")],
    # titles behind a noun, and who gave a name
    "One of the works, a set called “Cold Water”, enabled potters to sell.": [],
    "A potter dubbed “the Stoker” by the guild was held on Friday.": [("the Stoker", "the guild")],
    # time that was spent says nothing
    "Aud Berg spent 45 minutes explaining how the kiln had cracked.": [("how the kiln had cracked", "Aud Berg")],
    # what was announced, refused or counted
    "The guild bought half of the kiln, a deal announced on Monday.": [],
    "Fines for those who refuse to leave are to rise.": [],
    "There are several pottery styles that range from old to new.": [],
    "He shouted “I quit” — words she later regretted.": [("I quit", "He")],
    # who the paper names is not the paper
    "Per the contract, Aud Berg, 74, keeps the rights to the shed.": [
        ("Aud Berg, 74, keeps the rights to the shed", "the contract")
    ],
    # a long subject, and a clause in front of it
    "Aud Berg said the work across kilns, sheds and yards reflects a plan.": [
        ("the work across kilns, sheds and yards reflects a plan", "Aud Berg")
    ],
    "Aud Berg said the Voss Kiln Board (VKB) briefed potters on Monday.": [
        ("the Voss Kiln Board (VKB) briefed potters on Monday", "Aud Berg")
    ],
    "Aud Berg said shortly after the crew left the shed, a potter took a pot.": [
        ("shortly after the crew left the shed, a potter took a pot", "Aud Berg")
    ],
    "Aud Berg said potters “missed the mark” on selling kilns.": [
        ("potters missed the mark on selling kilns", "Aud Berg")
    ],
    # lists of what to do, and of what to do it with
    "Aud Berg urged potters to stay calm, follow the plan, and keep the kilns cold.": [
        ("to stay calm, follow the plan, and keep the kilns cold", "Aud Berg")
    ],
    "Aud Berg urged potters to report cracks, damaged pots, and leaks.": [
        ("to report cracks, damaged pots, and leaks", "Aud Berg")
    ],
    # several say what stands before, whatever name ends it
    "The kiln is the third to catch the fault called the Black Crack, say potters.": [
        ("The kiln is the third to catch the fault called the Black Crack", "potters")
    ],
    # a participle in front is no clause
    "Asked about the kiln by a paper, Aud Berg laughed.": [],
    "Voss sold the kiln, with Mayor Aud Berg warning of “cold days”.": [("cold days", "Aud Berg")],
    # notes on teams
    "Voss Rovers: Bo Roe missed his third game.": [],
    "Voss Rovers: We will win.": [("We will win", "Voss Rovers")],
    # what is put in front says when, and is not said
    "Since the kilns opened in 2016, potters have been asking for less heat.": [],
    # "they" in what was said do not go on to say it
    "Mr Roe said potters had sold the pots so they could “look well” in Voss, adding that Voss had a “huge shed”.": [
        ("potters had sold the pots so they could look well in Voss", "Roe"),
        ("that Voss had a huge shed", "Roe"),
    ],
    # what somebody did next, with marks
    "Aud Berg left, saying it was cold, after she called the kiln “too hot for any town”.": [
        ("it was cold", "Aud Berg"),
        ("the kiln too hot for any town", "Aud Berg"),
    ],
    # a title behind what somebody made
    "Aud Berg also issued fresh advice online today called “Keeping kilns and sheds cold”.": [],
    # rumour
    "Aud Berg is said to have answered the guild with a shout: “Leave my kiln alone!”": [
        ("Leave my kiln alone!", "Aud Berg")
    ],
    "“We worked on the kiln,” comments Aud Berg of the guild.": [("We worked on the kiln,", "Aud Berg")],
    # what the narrator adds to what a paper says
    "According to the guild, the kiln was cold, which surprised the town.": [("the kiln was cold", "the guild")],
    # a verb that looks like a participle behind a speaker who interrupts
    "The tide, Aud Berg said, lifted all boats.": [("The tide lifted all boats", "Aud Berg")],
    "Aud Berg said a $15-an-hour wage was fair.": [("a $15-an-hour wage was fair", "Aud Berg")],
    # who issues a paper says what it says
    "The guild issued a statement warning that “kilns are hot and always were.”": [
        ("that kilns are hot and always were.", "The guild")
    ],
    "A film showed two potters in a shed with a sign that read “every kiln is a wreck now”.": [
        ("every kiln is a wreck now", "a sign")
    ],
    # a clause in front that "once" opens
    "And once Aud Berg mentioned that the kiln was cold, the guild quickly left.": [
        ("that the kiln was cold", "Aud Berg")
    ],
    # what is set off before a speaker is not said
    "The film was cut to show Aud Berg failing to answer, when, in fact, she responded quickly.": [],
    "It is for that reason that the guild on Monday closed the kiln.": [],
    "The guild posted a misleading edit of a film with Aud Berg, a potter.": [],
    "The shed was old, which Aud Berg referred to as potters “hiding” from the town.": [("potters hiding", "Aud Berg")],
    # whom one asks, with what describes them
    "The report called on the Potters’ Guild, the body that trains them, to close the sheds.": [],
    "The guild called on Voss, the home of potters, to close the sheds.": [("to close the sheds", "The guild")],
    # orders are no reports
    "Then add the salt and stir the pot till it is warm.": [],
    # a label names whose the marks are, and no more
    "Berg: “We will win.” She left. “It is late,” she said.": [("We will win.", "Berg"), ("It is late,", "Berg")],
    # what another answers
    "Lawyers for Aud Berg said the kiln was safe, but Judge Ann Holt disagreed, saying it was cold.": [
        ("the kiln was safe", "Lawyers for Aud Berg"),
        ("it was cold", "Ann Holt"),
    ],
    "According to the guild, kilns are safe, although potters insist that some are cold.": [
        ("kilns are safe", "the guild"),
        ("that some are cold", "potters"),
    ],
    # a claim that is the subject, and who dismissed it
    "Aud Berg's claim that the kiln was sold has been dismissed by potters as “nonsense”.": [
        ("that the kiln was sold", "Aud Berg"),
        ("nonsense", "potters"),
    ],
    # asked about something, somebody said
    "Asked about the kiln, a potter of the guild said it “takes all cracks seriously”.": [
        ("it takes all cracks seriously", "a potter of the guild")
    ],
    # what one promises not to do
    "Aud Berg promised not to sell the kiln.": [("not to sell the kiln", "Aud Berg")],
    "Aud Berg told potters never to sell kilns.": [("never to sell kilns", "Aud Berg")],
    "Aud Berg warned potters not to sell kilns.": [("not to sell kilns", "Aud Berg")],
    # a noun in "-ing" that somebody gives a name
    "Aud Berg called the warning “ugly”.": [("the warning ugly", "Aud Berg")],
    # the narrator asks
    "Does Aud Berg think she will see the kiln again?": [],
    # sums of money
    "Aud Berg said the R3.5 billion debt would be paid.": [("the R3.5 billion debt would be paid", "Aud Berg")],
    "Aud Berg said that Rs.500 would be paid.": [("that Rs.500 would be paid", "Aud Berg")],
    # what somebody else calls it
    "The guild said it was cutting jobs “to stay alive”, a move the potters called “heartless”.": [
        ("it was cutting jobs to stay alive", "The guild"),
        ("heartless", "the potters"),
    ],
    "Aud Berg left early, and nothing, she heard, was done.": [],
    "Aud Berg said the fine, which she called “grotesque”, was based on “flawed maths”.": [
        ("the fine, which she called grotesque was based on flawed maths", "Aud Berg")
    ],
    "What surprised her most, Aud Berg said, was the silence.": [
        ("What surprised her most was the silence", "Aud Berg")
    ],
    "Police say ‘no evidence’ potter was drunk.": [("no evidence potter was drunk", "Police")],
    "“We tried,” a visibly upset Aud Berg told potters.": [("We tried,", "Aud Berg")],
    "The court was told Aud Berg had searched for “cold kilns”.": [("Aud Berg had searched for cold kilns", None)],
    # what is heard is somebody's
    "The court heard that Aud Berg told police: “I did it.”": [
        ("that Aud Berg told police I did it.", "The court"),
        ("I did it.", "Aud Berg"),
    ],
    # a range of money is one word
    "Aud Berg said that to reach $40-50 billion, the guild would have to grow.": [
        ("that to reach $40-50 billion, the guild would have to grow", "Aud Berg")
    ],
}


@pytest.mark.parametrize("text", _CLAUSES)
def test_clauses_behind_a_verb_of_saying(text):
    """A clause is taken whole and alone: where it begins and ends, and whether there is one."""
    assert _said(text) == _CLAUSES[text]


_PAPERS = {
    "Figures from the guild show pots fell.": "Figures from the guild",
    "Documents seen by the guild show the guild lied.": "Documents seen by the guild",
    "Emails obtained by NTB show that the guild lied.": "Emails obtained by NTB",
    "A study published in the Clay Journal found that pots crack.": "A study published in the Clay Journal",
    "Data released on Monday by the guild showed pots cracked.": "Data released on Monday by the guild",
    "Footage posted online shows that pots crack.": "Footage posted",
    "Minutes of the meeting show potters objected.": "Minutes of the meeting",
}


@pytest.mark.parametrize("text", _PAPERS)
def test_papers_with_what_hangs_on_them(text):
    """What is seen, published or released shows what stands behind its verb."""
    assert [source for _, source in _said(text)] == [_PAPERS[text]]


@pytest.mark.parametrize(
    "text",
    [
        "Crowds at the kiln show grew.",
        "Guests of the kiln show left in the rain.",
        "Potters at the kiln show two of their pots.",
    ],
)
def test_a_show_says_nothing(text):
    """What looks like the verb of a paper is a noun, or the deed of somebody."""
    assert _said(text) == []


@pytest.mark.parametrize("who", ["The couple", "Her family", "The club", "Early on, the crew"])
@pytest.mark.parametrize("clause", ["he lied about it", "the potters never came back", "nobody cared"])
def test_those_who_count_as_several_claim(who, clause):
    """A couple or a club takes the verb of several."""
    assert [words for words, _ in _said(f"{who} claim {clause}.")] == [clause]


@pytest.mark.parametrize(
    "text", ["In a club claim the fee is due.", "The club claim form is old.", "The club claim a title."]
)
def test_a_claim_that_is_no_verb(text):
    """A noun behind a noun, and the deed of a club, say nothing."""
    assert _said(text) == []


@pytest.mark.parametrize("marks", ["‘’", "''"])
@pytest.mark.parametrize("words", ["Nine crowns for a pot!", "Three cheers for the kiln!", "Two pots,"])
def test_single_marks_before_a_number(marks, words):
    """A number in letters is no year whose century an apostrophe leaves out."""
    assert _said(f"{marks[0]}{words}{marks[1]} said Aud Berg.") == [(words, "Aud Berg")]


def test_an_apostrophe_before_a_year():
    """A year without its century opens nothing."""
    assert _said("It rained in the '90s, said Aud Berg's sons.") == [("It rained in the '90s", "Aud Berg's sons")]


_QUANTITIES = [
    "as many as 30 kilns were lost",
    "as few as 30 kilns were lost",
    "close to a million kilns were lost",
    "between 10 and 20 kilns were lost",
    "about half the kilns were lost",
    "around a third of the kilns were lost",
    "about one third of the kilns were lost",
    "at least 30 kilns were lost",
]


@pytest.mark.parametrize("clause", _QUANTITIES)
@pytest.mark.parametrize("verb", ["say", "believe"])
def test_a_quantity_opens_a_clause(clause, verb):
    """What goes with a number belongs to the subject of a clause."""
    assert _said(f"Potters {verb} {clause}.") == [(clause, "Potters")]


@pytest.mark.parametrize(
    "text", ["Aud Berg talked about half of the kiln.", "Aud Berg said about a kiln that it was old."]
)
def test_what_is_talked_about_is_no_quantity(text):
    """Behind a verb of talk, "about" leads to its subject."""
    assert "half of the kiln" not in [words for words, _ in _said(text)]
    assert "about a kiln that it was old" not in [words for words, _ in _said(text)]


@pytest.mark.parametrize("text", ["By a", "told the guild “", "Aud Berg told potters ``"])
def test_a_text_may_end_anywhere(text):
    """Nothing stands behind the last word."""
    assert _said(text) == []


_POINTING = {
    "Those are the words of Jo Lind.": "Jo Lind",
    "That was the verdict of Jo Lind.": "Jo Lind",
    "So says Jo Lind.": "Jo Lind",
    "That is how Jo Lind remembers it.": "Jo Lind",
    "So fell the kiln.": None,
    "That was the end of Jo Lind.": None,
}


@pytest.mark.parametrize("text", _POINTING)
def test_a_sentence_that_points_back(text):
    """What stands alone in marks is said by the one of whom the next sentence says so."""
    (quote,) = find_quotes(f"“It is late and cold in the shed.”\n\n{text}")[1]
    sources = find_quotes(f"“It is late and cold in the shed.”\n\n{text}")[0]
    labels = {source.id: source.label for source in sources}
    assert labels.get(quote.source or "") == _POINTING[text]


_TASTES = {
    "Potters adore a “clean” kiln.": [],
    "Estate agents hate “elevator” music.": [],
    "Pupils dread “bin day”.": [],
    "Potters fear “shrinkage” is here to stay.": [("shrinkage is here to stay", "Potters")],
    "Potters fear “kilns that are old and cold”.": [("kilns that are old and cold", "Potters")],
    "The guild wants a “clean” kiln.": [("a clean kiln", "The guild")],
    "Potters wanted a “clean” kiln.": [("a clean kiln", "Potters")],
}


@pytest.mark.parametrize("text", _TASTES)
def test_what_people_at_large_like(text):
    """A word in marks is the writer's where people at large like what has it."""
    assert _said(text) == _TASTES[text]


_HELD = {
    "The court held that the kiln was unlawful.": [("that the kiln was unlawful", "The court")],
    "Mr Justice Berg held that “no kiln was lawful”.": [("that no kiln was lawful", "Berg")],
    "The guild held that post for years.": [],
    "The judge held that post for years.": [],
    "The judge held a hearing.": [],
    "It was late, and held that it was not.": [],
}


@pytest.mark.parametrize("text", _HELD)
def test_what_judges_hold(text):
    """A court holds that something is so."""
    assert _said(text) == _HELD[text]


@pytest.mark.parametrize("bullet", ["•", "*", "-", "▪"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_lists_of_words_in_marks(bullet, gap):
    """The sign before an entry of a list is no part of what is said in it."""
    entries = gap.join(f"{bullet} “{words}.”" for words in ("It is late", "It is so cold in the shed"))
    (quote,) = find_quotes(f"Potters complained to the guild:\n\n{entries}\n\nThe kiln is shut.")[1]
    assert (quote.kind, quote.words) == ("direct", "It is late. It is so cold in the shed.")


_SPOKE = "“It is late,” said Aud Berg. "
_BEHIND_MARKS = {
    # a noun says whose the marks are
    "“A ruin,” was the verdict of Jo Lind.": ("A ruin,", "Jo Lind"),
    "“A ruin” was Jo Lind’s assessment.": ("A ruin", "Jo Lind"),
    "“A ruin,” was her answer.": ("A ruin,", "Aud Berg"),
    "“No comment,” was all Jo Lind would say.": ("No comment,", "Jo Lind"),
    "“No comment,” was all the guild had to say.": ("No comment,", "the guild"),
    "“Go home!” was the answer from a potter at the back.": ("Go home!", "a potter at the back"),
    "“Shame,” went up the cry from Jo Lind.": ("Shame,", "Jo Lind"),
    "“Shame!”, came a shout from the yard.": ("Shame!", "a shout from the yard"),
    # names with particles of two words
    "“It is,” Gijs in ’t Hof said.": ("It is,", "Gijs in ’t Hof"),
    "“It is,” Inge op de Hoek said.": ("It is,", "Inge op de Hoek"),
    # the words of the one before go on
    "“It was cold as well.”": ("It is late, It was cold as well.", "Aud Berg"),
    "“It was cold as well,” a line that drew cheers.": ("It is late, It was cold as well,", "Aud Berg"),
    "“It was cold,” was the answer.": ("It is late, It was cold,", "Aud Berg"),
    "“It was cold,” was the kiln.": ("It is late, It was cold,", "Aud Berg"),
    "“It was cold,” was half the joke.": ("It is late, It was cold,", "Aud Berg"),
    # what is nobody's
    "“It was all cold,” Jo Lind to the guild.": ("It is late,", "Aud Berg"),
}


@pytest.mark.parametrize("text", _BEHIND_MARKS)
def test_words_behind_those_of_another(text):
    """Marks that open a sentence are not those of the one before where a noun or a name behind them takes them."""
    said = [each for each in _said(_SPOKE + text) if each[1] is not None]
    assert said[-1] == _BEHIND_MARKS[text]


_TOLD = {
    # persons and bodies end whoever is told
    "Aud Berg told potters kilns had cracked.": "kilns had cracked",
    "Aud Berg told young potters two kilns had cracked.": "two kilns had cracked",
    "Aud Berg told potters rising rents were a burden.": "rising rents were a burden",
    "Aud Berg told potters and glaziers kilns had cracked.": "kilns had cracked",
    "Aud Berg told supporters of the guild Holt was late.": "Holt was late",
    "Aud Berg told MPs Norway was late.": "Norway was late",
    "Aud Berg told parliament kilns had cracked.": "kilns had cracked",
    "Aud Berg told troops victory was near.": "victory was near",
    "Aud Berg told the council members had left.": "members had left",
    "Aud Berg told police officers kilns had cracked.": "kilns had cracked",
    "Aud Berg told police officers had left.": "officers had left",
    "Aud Berg told guild staff kilns had cracked.": "kilns had cracked",
    "Aud Berg told the guild members of the board had left.": "members of the board had left",
    "Aud Berg told his wife dogs were loud.": "dogs were loud",
    "Aud Berg told her dogs were loud.": "dogs were loud",
    "Aud Berg told potters at a meeting kilns had cracked.": "kilns had cracked",
    "Aud Berg told potters kilns in Voss had cracked.": "kilns in Voss had cracked",
    "Aud Berg told him kilns in Voss had cracked.": "kilns in Voss had cracked",
    "Aud Berg told a packed hall Holt was late.": "Holt was late",
    "Aud Berg told voters cutting rents would help.": "cutting rents would help",
    "Aud Berg told a rally in Voss, Western Norway, that it was late.": "that it was late",
    "Aud Berg told a crowd of 3,000, many of them potters, that it was late.": "that it was late",
    "Aud Berg told a meeting, which was loud, that it was late.": "that it was late",
    # a name behind them is another's
    "Aud Berg told police Holt's kiln had cracked.": "Holt's kiln had cracked",
    "Aud Berg told officers Mr Holt was late.": "Mr Holt was late",
    "Aud Berg told the court Jo Lind was late.": "Jo Lind was late",
    "Aud Berg told the court Jo Lind, who runs the kiln, was late.": "Jo Lind, who runs the kiln, was late",
    "Aud Berg told state television Iran was late.": "Iran was late",
    # one who has a name, and what another name begins
    "Aud Berg told the BBC kilns had cracked.": "kilns had cracked",
    "Aud Berg told BBC staff kilns had cracked.": "kilns had cracked",
    "Aud Berg told Holt kilns had cracked.": "kilns had cracked",
    "Aud Berg told potter Jo Lind kilns had cracked.": "kilns had cracked",
    "Aud Berg told President Jo Lind Norway was late.": "Norway was late",
    "Aud Berg told Sky News Holt was late.": "Holt was late",
    "Aud Berg told Sky Sports Jo Lind was late.": "Jo Lind was late",
    "Aud Berg told the Voss Times Holt was late.": "Holt was late",
    "Aud Berg told NTB Holt was late.": "Holt was late",
    "Aud Berg told Dagens Posten Ms Holt was late.": "Ms Holt was late",
    "Aud Berg told Dagens Posten Norway was late.": "Norway was late",
    "Aud Berg told Jo Lind Holt was late.": "Holt was late",
    "Aud Berg told Holt Bergen was late.": "Bergen was late",
    "Aud Berg told reporters in New York kilns had cracked.": "kilns had cracked",
    "Aud Berg told a rally in Voss Holt was late.": "Holt was late",
    # whom a verb may leave out
    "Aud Berg warned MPs Norway was not ready.": "Norway was not ready",
    "Aud Berg warned the court Mr Holt was late.": "Mr Holt was late",
    "Aud Berg promised potters rents would fall.": "rents would fall",
    "Aud Berg warned house prices would fall.": "house prices would fall",
    "Aud Berg warned staff shortages would last.": "staff shortages would last",
    "Potters were told kilns had cracked.": "kilns had cracked",
    # the subject of what marks go on with
    "Aud Berg told the court Mr Holt “had a kiln”.": "Mr Holt had a kiln",
    "Aud Berg told the court “had a kiln cracked, it was late”.": "had a kiln cracked, it was late",
    "Aud Berg told Jo Lind “to leave the kiln alone”.": "to leave the kiln alone",
    "Aud Berg told potters “there are no kilns in Voss”.": "there are no kilns in Voss",
}


@pytest.mark.parametrize("text", _TOLD)
def test_whoever_is_told_is_no_part_of_what_he_is_told(text):
    """Where "that" is left out, the one told and the subject of the clause are two."""
    assert [words for words, _ in _said(text)] == [_TOLD[text]]


@pytest.mark.parametrize(
    "text",
    [
        "The tale she told police was long.",
        "What Aud Berg told potters had shocked them.",
        "Aud Berg told potters travelling with her kilns had cracked.",
        "Aud Berg told potters about kilns the guild had sold.",
        "Aud Berg told potters on the campaign trail Holt was late.",
    ],
)
def test_a_clause_that_tells_nobody(text):
    """Whoever is told something is not the subject of the verb behind him."""
    assert _said(text) == []


_WHO = {
    "Aud Berg said the kiln was cold and the mayor said it was hot.": "the mayor",
    "Judge Helen Marsh said no.\n\nHis mother, Ruth Berg, wept as she told the guild she was proud.": "Ruth Berg",
    "The club said it was sorry.\n\nWorkers will receive a raise, the union said.": "the union",
    "BERGEN, March 3 (NTB) — The town's bank held its rate.\n\nThe bank warned that prices could rise.": "The bank",
    "Voss Rovers have parted company with coach Jan Klein, the club said.": "Voss Rovers",
    "Police held Jan Klein, the force said.": "the force",
    "Aud Berg won. The Cork-born author said she was glad.": "Aud Berg",
    "Aud Berg quoted her mother as saying: “Never lend a kiln.”": "her mother",
    "Bank of Voss’s head of rates and chief strategist, Aud Berg, said prices would rise.": "Aud Berg",
    "Aud Berg, director of Voss Works, a pottery, said prices would rise.": "Aud Berg",
    "“It is late,” chairman, founder and president Aud Berg said.": "Aud Berg",
    "“It is,” author Aud Berg, a potter at a centre in Voss, Agder, and Pot College in Moss, Viken, said.": "Aud Berg",
    "Minister for Kilns and Old Sheds, Aud Berg, said it was late.": "Aud Berg",
    "He spoke in the House of Works with a string of Liberal MPs who said it was late.": "a string of Liberal MPs",
    "He met a man in the crowd who said it was late.": "a man in the crowd",
    "Aud Berg spoke.\n\nWe think it is late.\n\nQ: Why now?\n\nA: It is late.": "Aud Berg",
    "Lawyers for Aud Berg said it was late.": "Lawyers for Aud Berg",
    "Friends of Aud Berg said it was late.": "Friends of Aud Berg",
    "Mayor Aud Berg said it was late. The deputy mayor said it was not.": "The deputy mayor",
    "Aud Berg said it was late. The deputy mayor said it was not.": "The deputy mayor",
    "Mayor Aud Berg spoke. Deputy mayor Jo Lind said it was late. “It is,” the mayor said.": "Aud Berg",
    "Defence Minister Aud Berg said it was late. “It is,” the minister said.": "Aud Berg",
    "Voss Bank said it was late. The central bank said it was not.": "The central bank",
    "Voss Airlines said it was late. The budget airline said it was not.": "The budget airline",
    "Voss Productions said it was late. The production company said it was dark.": "Voss Productions",
    "Voss Sild said it was late. Voss Sild shares fell. The software company said it would move.": "Voss Sild",
    "Aud Berg, who lives in Voss, Agder, said it was late.": "Aud Berg",
    "Aud Berg, speaking in Moss, Viken, said it was late.": "Aud Berg",
    "Aud Berg, who sells pots, pans and kilns, said it was late.": "Aud Berg",
    "Aud Berg, 51, who sells pots, said it was late.": "Aud Berg",
    "“It is late,” Aud Berg, 51, whose kiln broke, said.": "Aud Berg",
    "Aud Berg, a potter, who sells kilns, said it was late.": "Aud Berg",
    "A potter, 51, who asked not to be named, said it was late.": "A potter",
    "At the kiln, the potter, who sells pots, said it was late.": "the potter",
    "It is late in Moss, Norway, two potters, who sell pots, said.": "two potters",
    "“It is late,” Aud Berg, who works for Voss Sild, a charity, said.": "Aud Berg",
    "“You can’t,” Aud Berg said. “She looked at me and said, ‘Watch me.’”": "She",
    "The Voss County Sheriff's Office said it was late. “It is,” VCSO said.": "Voss County Sheriff's Office",
    "The U.S. Attorney's Office said it was late.": "U.S. Attorney's Office",
    "Voss Police said it was late.\n\nHe was in hospital, the force said.": "Voss Police",
    "Ashdale manager Aud Berg admitted it was late. “We stopped,” the Ashdale boss said.": "Aud Berg",
    "Substitute Aud Berg said: “We won.”": "Aud Berg",
    "One potter wrote: “Finally!”": "One potter",
    "The potter spent the money on kilns, a jury heard on Tuesday.": "a jury",
    "Gov. Aud Berg signed it. “It is fine,” the Republican governor said.": "Aud Berg",
    "Gov. Aud Berg, a Democrat, signed it. “It is fine,” the Republican governor said.": "the Republican governor",
    "Minister for Kilns, Aud Berg, left. The minister said it was late.": "Aud Berg",
    "An insider said it was late. “It is,” the source said.": "An insider",
    "Voss Pots grew. Voss Pots of Bergen Hill closed. Voss Pots won.\n\n“It is late,” Voss said.": "Voss Pots",
    "Potters leave\n\nBERGEN, March 3 (NTB) — Rain fell.\n\nThe town said it was late.": "The town",
    "“It is late,” Aud Berg QC said.": "Aud Berg",
    "“It is late,” Aud Berg MP said.": "Aud Berg",
    "“It is late,” a Labour MP said.": "a Labour MP",
    "It was “late”, according to the auditor general’s report.": "the auditor general’s report",
    "“It is late,” Berg QC said.": "Berg QC",
    "“They went in, and they said, ‘We sell pots.’” Aud Berg said.": "they",
    "It was shut on Monday, two potters said.": "two potters",
    "It was shut in May, three guild officials said.": "three guild officials",
    "It was shut on Monday, one of them said.": "one of them",
    "It was shut on Friday, 3 May, Aud Berg said.": "Aud Berg",
    "It was shut on May 3, 2019, Aud Berg said.": "Aud Berg",
    "Three hurt in shed fire: police\n\nRain fell.": "police",
    "“We are better,” he said.\n\n‘Rates to stay’: Bank of Voss\n\nRain fell.": "Bank of Voss",
    "Berg: “We will win.” Klein: “No you won't.”": "Klein",
}


@pytest.mark.parametrize("text", _WHO)
def test_who_has_the_floor(text):
    """A name between commas is the subject; one body, or who has just spoken, is no other; datelines name nobody."""
    assert _WHO[text] == _said(text)[-1][1]


_BEFORE_COLONS = {
    "Aud Berg asked Roe: “Done?”": "Aud Berg",
    "Aud Berg asked him: “Are you done?”": "Aud Berg",
    "Aud Berg, who came from the set of “Moth,” had one wish: “It was the feeling of being home again.”": "Aud Berg",
    "Aud Berg has one rule for working with Eva Lund and Bo Roe: “They are such good potters.”": "Aud Berg",
    "Former head of works Aud Berg: “We learned it from the guild.”": "Aud Berg",
    "Aud Berg had a cold. The crew had one wish, as had Eva Lund: “It was the feeling of being home.”": "Eva Lund",
    "That process led to a new insight: “It was a kiln for my mother and not for me.”": None,
    "A stone from 1921 marks the opening of the Kilneum: “Voss Kilneum, built in a year by its guild.”": None,
}


@pytest.mark.parametrize("text", _BEFORE_COLONS)
def test_whose_the_marks_behind_a_colon_are(text):
    """Marks behind a colon are whose sentence it is or who is named last, and no thing's."""
    assert [_BEFORE_COLONS[text]] == [label for words, label in _said(text)]


_THEY = {
    "The Voss Guild denies it. “We did not close the kiln,” they said.": "Voss Guild",
    "The potters denied it. The Voss Guild denied it. “We did not close the kiln,” they said.": "Voss Guild",
    "The potters denied it. Rain fell. “We did not close the kiln,” they said.": "The potters",
    "The Voss Guild denies it. Rain fell. “We did not close the kiln,” they said.": "they",
    "Aud Berg denies it. “We did not close the kiln,” they said.": "they",
    "A guild spokesperson said: “We know.” They added that it was cold.": "A guild spokesperson",
    "A source close to the guild said it was near.\n\nThey said it was cold.": "A source close to the guild",
    "A potter said it was near. They said it was cold.": "They",
}


@pytest.mark.parametrize("text", _THEY)
def test_they_are_the_body_that_spoke_before(text):
    """A body or a spokesperson who spoke in the sentence before is "they", and else several who spoke."""
    assert _THEY[text] == _said(text)[-1][1]


@pytest.mark.parametrize(
    "who", ["who works for Roe’s guild", "a potter from Voss", "61", "wearing a Roe shirt", "head of works at Roe’s"]
)
def test_whoever_is_described_before_the_verb_is_the_subject(who):
    """The pronoun takes up whoever is described before the verb, and not the one of whom the text is full."""
    text = f"Bo Roe won. Bo Roe fell. Roe left. Roe lost. Dan Holt, {who}, said it was late.\n\n“It is,” he said."
    assert _said(text)[-1][1] == "Dan Holt"


def test_whoever_is_described_in_a_clause_is_not_the_subject():
    """The clause that tells when is not about the one described there."""
    text = "Bo Roe won. Bo Roe fell. Roe left when Dan Holt, a potter, called. “It is late,” he said."
    assert _said(text)[-1][1] == "Bo Roe"


_ECHOED = {
    "“It is as cold as it was.”\n\nThe rain fell.\n\n“It is as cold as it was,” Aud Berg said.": "Aud Berg",
    "Aud Berg said the shed was “as cold as it ever was”.\n\n“As cold as it ever was”\n\nThe rain fell.": "Aud Berg",
    "“It is as cold as it was.”\n\nThe rain fell.\n\n“It is as dark as it was,” Aud Berg said.": None,
    "“It is as cold as it was.”\n\nThe rain fell.\n\n“As it was, as it was, as it was.”": None,
    "“It is as cold as it was.”\n\nThe rain fell.\n\n“It is,” Aud Berg said.": None,
    "It was said that it was late.\n\nThe rain fell.\n\nIt is “as cold as it ever was”.": None,
}


@pytest.mark.parametrize("text", _ECHOED)
def test_words_alone_are_of_whoever_says_them_elsewhere(text):
    """A pull quote or a headline in marks is said by whoever says its words in the story."""
    marked = [label for words, label in _said(text) if words.lower().startswith(("it is as cold", "as cold"))]
    assert set(marked) == {_ECHOED[text]}


_STILL_SPEAKING = {
    "“It is late,” said Aud Berg. That led to “a shed as cold as it ever was.”": "Aud Berg",
    "Aud Berg said it was late. For potters, by contrast, “it was as early as ever.”": "Aud Berg",
    "“It is late,” said Aud Berg.\n\nThat led to “a shed as cold as it ever was.”": None,
    "“It is late,” said Aud Berg. The menu: “a soup as cold as it ever was.”": None,
    "“It is late,” said Aud Berg. It was, in the words, “as cold as it ever was.”": None,
    "“It is late,” said Aud Berg. It was late (see “a shed as cold as it ever was”).": None,
    "Aud Berg left. That led to “a shed as cold as it ever was.”": None,
}


@pytest.mark.parametrize("text", _STILL_SPEAKING)
def test_who_goes_on_in_a_sentence_of_the_narrator(text):
    """Long words in marks amid a sentence with no cue are of whoever spoke before it in the paragraph."""
    long = [label for words, label in _said(text) if "as ever" in words or "ever was" in words]
    assert long == [_STILL_SPEAKING[text]]


def test_what_is_to_be_seen_elsewhere_is_a_title():
    """The verb "see" with nobody who sees is for the reader."""
    assert _said("Kilns grew (A. Berg; 2025; see ‘The kiln of ages’).") == []
    assert _said("Potters see “a kiln of many years”.") == [("a kiln of many years", "Potters")]


def test_a_heading_in_marks_is_no_part_of_what_was_said_above():
    """Marks before a colon and a name open a heading, whatever word the name begins with."""
    text = "“It is late,” Aud Berg said.\n\n“Potters can breathe again now”: Indeed Voss\n\nThe rain fell."
    assert [label for _, label in _said(text)] == ["Aud Berg", "Voss"]
    assert _said("“It is late,” she said. “Potters can breathe again now”: that was all.")[0][0] == "It is late,"


_OF_NATIONS = {
    "Norway’s Air Force said it was late. Sweden’s Air Force said it was not.": [
        "Norway’s Air Force",
        "Sweden’s Air Force",
    ],
    "South Korea’s Air Force said it was late. Sweden’s Air Force left. The South Korean Air Force said it was not.": [
        "South Korea’s Air Force",
        "South Korea’s Air Force",
    ],
    "Norway’s Air Force said it was late. The Air Force said it was not.": ["Air Force", "Air Force"],
    "The Air Force said it was late. Norway’s Air Force said it was not.": ["Air Force", "Air Force"],
    "The Danish foreign ministry said it was late. Norway’s foreign ministry said it was not.": [
        "The Danish foreign ministry",
        "Norway’s foreign ministry",
    ],
    "Norway’s foreign ministry said it was late. The foreign ministry said it was dark.": [
        "Norway’s foreign ministry",
        "Norway’s foreign ministry",
    ],
    "China grew. China lit a kiln. Chinese potters left.\n\nBrazil’s role is small: the government said it was late.": [
        "Brazilian government"
    ],
    "China grew. China lit a kiln.\n\nSweden grew. India lit a kiln. Its government said it was late.": [
        "Indian government"
    ],
    "China grew. China lit a kiln.\n\nSweden grew. India lit a kiln. The government said it was late.": [
        "Chinese government"
    ],
    "China grew. China lit a kiln.\n\nPots come from India, and the government said it was late.": [
        "Chinese government"
    ],
}


@pytest.mark.parametrize("text", _OF_NATIONS)
def test_whose_a_body_of_a_nation_is(text):
    """Ministries and forces of two nations are two; "the government" is that of the nation that is spoken of."""
    assert [label for _, label in _said(text)] == _OF_NATIONS[text]


_SAID_LAST = {
    "The kiln is cold, said Aud Berg on Tuesday.": [("The kiln is cold", "Aud Berg")],
    "The kiln is cold, said Aud Berg on Tuesday, May 3.": [("The kiln is cold", "Aud Berg")],
    "The kiln is cold, said the guild in a letter to its members.": [("The kiln is cold", "the guild")],
    "The kiln is cold, said retired potter Aud Berg.": [("The kiln is cold", "Aud Berg")],
    "The kiln is cold, says certified kiln planner Aud Berg.": [("The kiln is cold", "Aud Berg")],
    "The kiln fell, crushed potter Aud Berg and burned.": [],
    "“The kiln is cold,” said a potter at the fair in a statement.": [("The kiln is cold,", "a potter at the fair")],
    "“The kiln is cold,” said the guild on its website.": [("The kiln is cold,", "the guild")],
    "“The kiln is cold,” said the guild on Facebook.": [("The kiln is cold,", "the guild")],
    "“The kiln is cold,” said a man in the video.": [("The kiln is cold,", "a man in the video")],
    "Weeks before it burned, Aud Berg had been found in the kiln.": [],
    "As the charges were read in Voss, Aud Berg testified before the council.": [],
    "It was late when the charges were read, Aud Berg testified.": [
        ("It was late when the charges were read", "Aud Berg")
    ],
    "Because it was late, Aud Berg said.": [("Because it was late", "Aud Berg")],
}


@pytest.mark.parametrize("text", _SAID_LAST)
def test_a_speaker_at_the_end(text):
    """When and where somebody speaks may close a sentence; a clause before somebody who acts is not said."""
    assert _said(text) == _SAID_LAST[text]


_AROUND_ACCORDING = {
    "Aud Berg, according to the guild, made a trip to Voss.": ("Aud Berg made a trip to Voss", "the guild"),
    "Aud Berg, according to the guild, made a trip for a “quick look” at it.": (
        "Aud Berg made a trip for a quick look at it",
        "the guild",
    ),
    "The kiln was closed, according to the guild, founded in May.": ("The kiln was closed", "the guild"),
    "According to the guild, eating pots that have cracked — such as jars, mugs, cups, and bowls — is rare.": (
        "eating pots that have cracked — such as jars, mugs, cups, and bowls — is rare",
        "the guild",
    ),
    "According to the guild, speaking on Monday, the kiln is cold.": ("the kiln is cold", "the guild"),
}


@pytest.mark.parametrize("text", _AROUND_ACCORDING)
def test_what_goes_on_around_a_source(text):
    """A subject before "according to" has its verb behind it; a phrase that acts is no description of the source."""
    assert _said(text) == [_AROUND_ACCORDING[text]]


_BETWEEN_BRACKETS = {
    "The kiln fell. (Aud Berg called it “a mess from the start.”)": [("it a mess from the start.", "Aud Berg")],
    "The kiln fell. (Aud Berg said it was late)": [("it was late", "Aud Berg")],
    "The kiln fell (Aud Berg called it “a mess”) in May.": [("it a mess", "Aud Berg")],
    "The kiln fell (see the guild) in May.": [],
    "The kiln fell (in May it rained) and burned.": [],
    "The kiln (it fell in May) is cold, Aud Berg said.": [("The kiln (it fell in May) is cold", "Aud Berg")],
    "The kiln (Bo Roe said it fell in May) is cold, Aud Berg said.": [
        ("The kiln (Bo Roe said it fell in May) is cold", "Aud Berg")
    ],
    "(Sourcing: much of it came from the guild).": [],
}


@pytest.mark.parametrize("text", _BETWEEN_BRACKETS)
def test_what_is_said_between_brackets(text):
    """A clause between brackets has its own speaker, unless somebody says it with the words around it."""
    assert _said(text) == _BETWEEN_BRACKETS[text]


def test_what_somebody_calls_so_in_a_relative_clause():
    """Who blasts what she left with on a call is behind the relative."""
    assert _said("She left with a sum that Bo Roe blasted on a call as “wrong.”") == [("wrong.", "Bo Roe")]
    assert _said("She is known for her years as “Ember.”") == []


@pytest.mark.parametrize("verb", ["professed", "surmised", "certified", "recollected", "insinuated", "corroborated"])
def test_more_verbs_of_saying(verb):
    """Rare verbs of saying and thinking are known."""
    assert _said(f"Aud Berg {verb} that he would leave.")[0] == ("that he would leave", "Aud Berg")


_FEELINGS = {
    "Aud Berg is worried that the kiln is cold.": [("that the kiln is cold", "Aud Berg")],
    "Potters are concerned that firing them could be costly.": [("that firing them could be costly", "Potters")],
    "Aud Berg was adamant that it was late.": [("that it was late", "Aud Berg")],
    "Aud Berg is convinced that it was late.": [("that it was late", "Aud Berg")],
    "Aud Berg is worried by the noise.": [],
    "The kiln, the guild hopes, will help more potters.": [("The kiln will help more potters", "the guild")],
    "The kiln, the guild claims, paid its debts.": [("The kiln paid its debts", "the guild")],
    "As the guild notes, the kiln is cold.": [("the kiln is cold", "the guild")],
    "As the guild points out in its report, the kiln is cold.": [("the kiln is cold", "the guild")],
    "As notes, the two are much alike.": [],
    "As the weather notes, the two are much alike.": [("the two are much alike", "the weather")],
    "Just as the weather notes, it fell.": [],
    "Aud Berg points out that the kiln is cold.": [("that the kiln is cold", "Aud Berg")],
    "What Aud Berg said was that the kiln was cold.": [("that the kiln was cold", "Aud Berg")],
    "But what far fewer people know is that it was built on sand.": [("that it was built on sand", "fewer people")],
    "Aud Berg will tell you the quality of pots has declined.": [("the quality of pots has declined", "Aud Berg")],
    "Aud Berg told you that it was late.": [("that it was late", "Aud Berg")],
    "Aud Berg told it to the guild.": [],
    "Aud Berg of the Clay think tank said it was late.": [("it was late", "Aud Berg")],
    "They think tanks are cold.": [("tanks are cold", "They")],
    "His long list of alleged victims and friends grew.": [],
    "In failed talks that were held on Monday, Aud Berg said it was late.": [("it was late", "Aud Berg")],
}


@pytest.mark.parametrize("text", _FEELINGS)
def test_what_is_felt_and_pointed_out(text):
    """What worries somebody, what one points out, what one will tell you."""
    assert _said(text) == _FEELINGS[text]


def test_who_films_himself():
    """Whoever is filmed by himself speaks."""
    assert _said("Bo Roe filmed himself shouting “Free the ferries!”") == [("Free the ferries!", "Bo Roe")]
    assert _said("Bo Roe filmed a man shouting “Free the ferries!”")[0][1] == "a man"


_AIMS = {
    "Bo Roe turned to Twitter last month to describe his city as a “gas chamber.”": [
        ("his city as a gas chamber.", "Bo Roe")
    ],
    "Bo Roe left, using his platform to criticise “dumb potters and guilds”.": [("dumb potters and guilds", "Bo Roe")],
    "Using his platform to criticise “dumb potters and guilds”, Bo Roe left.": [],
    "Aud Berg used her speech to warn that the kiln was cold.": [("that the kiln was cold", "Aud Berg")],
    "Aud Berg used a kiln to fire pots.": [],
    "Aud Berg fell on a kiln to call it “a mess”.": [],
}


@pytest.mark.parametrize("text", _AIMS)
def test_what_somebody_makes_use_of_to_speak(text):
    """Whoever turns to something to say so, or uses it, says it."""
    assert _said(text) == _AIMS[text]


_WHO_IS_WHO = {
    "It came in the presence of Aud Berg, who said it was late.": "Aud Berg",
    "He met a string of Liberal MPs who said it was late.": "a string of Liberal MPs",
    "He met enough of the MPs who said it was late.": "enough of the MPs",
    "He met the mother of Aud Berg, who said it was late.": "the mother of Aud Berg",
    "He read a report of the guild, which said it was late.": "a report of the guild",
    "It fell.\n\n“I was the head of it. We lied.”\n\n— Aud Berg, Voss Park, AG, May 15, 2019\n\nIt fell.": "Aud Berg",
}


@pytest.mark.parametrize("text", _WHO_IS_WHO)
def test_whom_a_relative_or_a_signature_means(text):
    """A thing does not speak where "who" follows, and a place and a date may stand behind a name that signs."""
    assert _WHO_IS_WHO[text] == _said(text)[-1][1]


def test_lines_in_capitals_that_offer_something():
    """An offer ends without a stop, which a turn in a transcript never does."""
    offers = "GET IT HERE: A red kiln\n\nIt fell.\n\nFIRE FIRST: A blue kiln\n\nIt fell.\n\nFIRE FIRST: A blue kiln"
    assert _said(offers) == []
    turns = "AUD BERG: It is late.\n\nBO ROE: It is not.\n\nAUD BERG: Who says so?"
    assert [label for _, label in _said(turns)] == ["AUD BERG", "BO ROE", "AUD BERG"]


_TOPICS = {
    "For Dag Holt, the day begins at five.": "Dag Holt",
    "And for the potter Dag Holt, 61, the day begins at five.": "Dag Holt",
    "It was 1971 when Dag Holt opened a shed.": "Dag Holt",
    "For Voss, the day begins at five.": None,
    "For Voss United, the day was long.": None,
    "For the guild, the day was long.": None,
    "With Dag Holt, the day was long.": None,
    "It was 1971 as Dag Holt opened a shed.": None,
}


@pytest.mark.parametrize("text", _TOPICS)
def test_for_whom_a_day_begins(text):
    """Words alone in marks are those of the person of whom the sentence before tells, as its subject or not."""
    assert _said(f"{text}\n\n“It is as cold as it was.”") == [("It is as cold as it was.", _TOPICS[text])]


@pytest.mark.parametrize(
    ("headline", "label"),
    [
        ("Berg stunned as Holt storms into the last eight: “I have to pinch myself”", "Kari Holt"),
        ("Voss out as Berg fumes: “We were robbed of it”", "Aud Berg"),
        ("Berg fumes: “We were robbed of it”", "Aud Berg"),
        ("Berg stunned in the last eight: “I have to pinch myself”", "Aud Berg"),
        ("Berg hits back at Holt: “We were robbed of it”", "Aud Berg"),
        ("New Berg kilns: “We were robbed of it”", None),
        ("‘I will fight on’: Berg tells of the fire", "Aud Berg"),
        ("“We will fight on” – Aud Berg on the fire", "Aud Berg"),
        ("‘Cruel and cold’: Berg faces the guild", None),
        ("‘I will fight on’: Berg slammed by the guild", None),
        ("Berg on fire: ‘I will fight on’: Holt tells all", "Aud Berg"),
    ],
)
def test_who_speaks_in_a_headline(headline, label):
    """Of two in a headline it is not the one who is affected by what the other does."""
    article = read_text(
        f"{headline}\n\nAud Berg met Kari Holt in Voss on Friday.\n\n“It is late,” she said.\n\n“No,” said Holt."
    )
    labels = {source.id: source.label for source in article.sources}
    assert labels.get(article.quotes[0].source or "") == label


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Photo: AP. “It is late,” said Aud Berg.", ["It is late,"]),
        ("Picture: Norphoto. Aud Berg with her kiln. ‘It is late,’ she says.", ["It is late,"]),
        ("Photo: AP. Aud Berg said it was late.", []),
    ],
)
def test_a_caption_that_quotes(text, words):
    """A credit in front of words that somebody says does not make them a line of the page, nor one behind them."""
    assert [said for said, _ in _said(text)] == words


@pytest.mark.parametrize(("shown", "count"), [("‘It is late,’ she says.", 1), ("At Voss’ kiln.", 0)])
def test_a_credit_behind_what_is_quoted(shown, count):
    """A paragraph that ends in a credit is a caption, unless somebody speaks in it."""
    article = read_text(f"Kilns\n\nAud Berg with a kiln. {shown} (Image: Norphoto)\n\nThe kiln fell.")
    assert (len(article.quotes), "Image" in article.text) == (count, bool(count))


_PLACED = {
    'Mumbai : " It is late , " said Aud Berg , head of the guild .': ["Aud Berg"],
    'New Delhi : " It is late , " Aud Berg said .': ["Aud Berg"],
    "Voss: “It is late,” said Aud Berg.": ["Aud Berg"],
    "Voss: “It is late?” said potter Aud Berg.": ["Aud Berg"],
    "Voss: “It is late”, Aud Berg said.": ["Aud Berg"],
    "Kari Holt: “It is late,” she said.": ["Kari Holt"],
    "Kari Holt: “It is late.” Aud Berg: “It is cold.”": ["Kari Holt", "Aud Berg"],
    "Kari Holt: “It is late.” Aud Berg left.": ["Kari Holt"],
}


@pytest.mark.parametrize("text", _PLACED)
def test_a_place_before_a_colon_says_nothing(text):
    """Whoever is named behind the marks says them, whatever stands before a colon, with a space before it or none."""
    assert [label for _, label in _said(text)] == _PLACED[text]


_UTTERED = {
    "Her verdict: “Scrap it.”": ("Scrap it.", "Aud Berg"),
    "Aud Berg's verdict: “Scrap it.”": ("Scrap it.", "Aud Berg"),
    "The response from the guild: “Scrap it.”": ("Scrap it.", "the guild"),
    "One demand: “Scrap it.”": ("Scrap it.", None),
    "Then comes the punchline: “Scrap it.”": ("Scrap it.", None),
    "Her answer? “Scrap it.”": ("Scrap it.", "Aud Berg"),
    "The plea of the potters: “Scrap it.”": ("Scrap it.", "the potters"),
    "The message of the shed: “Scrap it.”": ("Scrap it.", None),
    "And finally, this from guild leader Bo Roe: “Scrap it.”": ("Scrap it.", "Bo Roe"),
    "More from Bo Roe, the diver:\n\n“Scrap it.”": ("Scrap it.", "Bo Roe"),
    "Then there was this, from old friend Bo Roe, 61:\n\n“Scrap it.”": ("Scrap it.", "Bo Roe"),
    "Bo Roe, who runs the shed, shakes his head: “Scrap it.”": ("Scrap it.", "Bo Roe"),
    "Bo Roe (52), who runs the shed, has a theory: “Scrap it.”": ("Scrap it.", "Bo Roe"),
}


@pytest.mark.parametrize("text", _UTTERED)
def test_a_noun_before_a_colon_tells_of_words(text):
    """A verdict, a demand or "this from" gives the words behind a colon to whose it is."""
    assert _said(f"Aud Berg left.\n\n{text}") == [_UTTERED[text]]


@pytest.mark.parametrize("text", ["The film: “Ten Winters”.", "Its name: “Peat”.", "The claim fell apart: “Peat”."])
def test_a_noun_before_a_colon_may_be_a_thing(text):
    """What a title or a term stands behind says nothing."""
    assert _said(text) == []


_SIGNED = {
    "“It is as cold as it was” — Aud Berg, potter, Voss": "Aud Berg",
    "“It is as cold as it was” — Aud Berg, 44, of Voss": "Aud Berg",
    "“It is as cold as it was” — Aud Berg (@audb)": "Aud Berg",
    "“It is as cold as it was” — guild leader Aud Berg, on Monday": "Aud Berg",
    "“It is as cold as it was” – Aud, 44, Voss": "Aud",
    "“It is as cold as it was.” ~ Dame Aud Berg, actor, 44": "Aud Berg",
    "“It is as cold as it was.”\n\n— Aud Berg, head, Voss Kilns, Norway": "Aud Berg",
    "“It is as cold as it was.”\n\nAud Berg, potter": "Aud Berg",
    "“It is as cold as it was” – a proverb of Voss": None,
    "“It is as cold as it was” – though Aud Berg, 44, left": "Kari Holt",
}


@pytest.mark.parametrize("text", _SIGNED)
def test_who_signs_words(text):
    """Whoever is named behind marks and a dash says the words, with any age, trade and town; nobody before does."""
    said = _said(f"Kari Holt said it was “fair”.\n\n{text}\n\nThe shed fell.")
    assert [label for words, label in said if "cold" in words] == [_SIGNED[text]]


_JOINT = {
    "Ann Lee, 40, and Bo Roe, 41, said it was late.": "Ann Lee and Bo Roe",
    "Ann Lee (40) and Bo Roe (41) said it was late.": "Ann Lee and Bo Roe",
    "Ann Lee of Voss and Bo Roe of Bergen said it was late.": "Ann Lee and Bo Roe",
    "Ann Lee and Bo Roe, her deputy, said it was late.": "Ann Lee and Bo Roe",
    "Ann Lee and her deputy, Bo Roe, said it was late.": "Ann Lee and Bo Roe",
    "Ann Lee, who runs the firm, and Bo Roe said it was late.": "Ann Lee and Bo Roe",
    "Ann Lee, a potter, and Mayor Bo Roe, who left on Monday, said it was late.": "Ann Lee and Bo Roe",
    "“It is late,” said Ann Lee, 40, and Bo Roe, 41.": "Ann Lee and Bo Roe",
    "Ann Lee, director of Voss and Bergen Pots, said it was late.": "Ann Lee",
    "Lee and Walz said it was late. Ann Lee left. Tim Walz left.": "Ann Lee and Tim Walz",
    "Halden and Corbin said it was late.": "Halden and Corbin",
    "Halden and Vexler said it was late.": "Halden and Vexler",
    "The Institute of Ropes and Knots said it was late.": "Institute of Ropes and Knots",
}


@pytest.mark.parametrize("text", _JOINT)
def test_nobody_of_several_is_lost(text):
    """Those who speak as one are named all, whatever is said of each."""
    assert _said(text)[0][1] == _JOINT[text]


@pytest.mark.parametrize(
    "text",
    [
        "Rain fell.\n\nRead more: “We are here to stay for a long time”\n\nIt was late.",
        "Voss Rovers: Marsh; Doyle, Prior, Tate.",
        "Scorers: Smith 12, Jones 45.",
        "Live: Voss",
        "Pots for all: “Voss” and police",
        "Path A: Voss, Bergen\n\nPath B: Oslo, Moss and Skien",
        "Group C: Voss and Bergen",
    ],
)
def test_lists_say_nothing(text):
    """What stands behind a colon is a list where it is names alone."""
    assert _said(text) == []


_AROUND = {
    # a question that opens the sentence ends where its main clause begins, whoever its subject is
    "Asked if the kiln was lit, the warden, Aud Berg, said it was.": [
        ("if the kiln was lit", None),
        ("it was", "Aud Berg"),
    ],
    "Asked whether the kiln was lit, the new warden, Aud Berg, 61, said: “Not yet.”": [
        ("whether the kiln was lit", None),
        ("Not yet.", "Aud Berg"),
    ],
    "Asked if the kiln was lit, Aud Berg, the warden, said it was.": [
        ("if the kiln was lit", None),
        ("it was", "Aud Berg"),
    ],
    "Asked if the kiln was lit, Aud Berg, who runs it, said it was.": [
        ("if the kiln was lit", None),
        ("it was", "Aud Berg"),
    ],
    "Pressed on whether he lied, the warden, Aud Berg, said it was late.": [("it was late", "Aud Berg")],
    "Asked why the kiln, the last of its kind, was cold, the warden left.": [
        ("why the kiln, the last of its kind, was cold", None)
    ],
    # a relative clause ends where the verb of its noun stands
    "The kiln, which potters say is cold, was sold.": [("which is cold", "potters")],
    "The kiln, which the guild said had broken the rules, was sold.": [("which had broken the rules", "the guild")],
    "The kiln, which the guild says will save fuel, opens in May.": [("which will save fuel", "the guild")],
    "The kiln, which the guild says it has seen, is in Voss.": [("it has seen", "the guild")],
    "The kiln, which potters warned was cold, fell.": [("which was cold", "potters")],
    "Voss sold the kiln, which potters say is cold and damp.": [("which is cold and damp", "potters")],
    "A potter, who said it was cold, left.": [("it was cold", "A potter")],
    "Voss sold the kiln that witnesses say is cold.": [("that is cold", "witnesses")],
    # where one goes to say it
    "Aud Berg took to the stage to say she was “happy to be there”.": [("she was happy to be there", "Aud Berg")],
    "Aud Berg drove to the stage to say she was late.": [],
    # a relative clause behind what somebody made known
    "Aud Berg unveiled a kiln which she said would save fuel.": [("which would save fuel", "Aud Berg")],
    "Aud Berg outlined a plan the guild said would fail.": [("would fail", "the guild")],
    "Voss has a kiln which Aud Berg claimed would save fuel.": [("which would save fuel", "Aud Berg")],
    "Voss has a kiln which critics claim will fail.": [("which will fail", "critics")],
    "Voss has a kiln which the critics claim will fail.": [("which will fail", "the critics")],
    "That report found potters in Voss did not have kilns.": [("potters in Voss did not have kilns", "report")],
    # who is named behind a description, or described behind a name, is no part of what was said
    "In the words of her warden, Aud Berg, “it leaks”.": [("it leaks", "Aud Berg")],
    "In the words of Aud Berg, her warden, “it leaks”.": [("it leaks", "Aud Berg")],
    "In the words of the stoker, Aud Berg, it was “a slow thief”.": [("it was a slow thief", "Aud Berg")],
    "According to the report, Ms Berg, 74, “never left”.": [("Ms Berg, 74 never left", "the report")],
}


@pytest.mark.parametrize("text", _AROUND)
def test_clauses_stand_apart(text):
    """What stands in front of a main clause, or is set into it, ends where the main clause goes on."""
    assert _said(text) == _AROUND[text]


_MEANWHILE = {
    # who acts says what is said meanwhile, wherever that is
    "A man ran into the street yelling “Fire!”": "A man",
    "The warden walked out of court saying “it is late”.": "The warden",
    "The warden left the meeting saying it was late.": "The warden",
    "Aud Berg flew home from Voss saying it was late.": "Aud Berg",
    "Aud Berg returned from Paris insisting it was late.": "Aud Berg",
    "The mayor left London vowing to return.": "The mayor",
    "The crowd surged forward shouting “Let us in”.": "The crowd",
    "Potters marched to the gates shouting “It is late”.": "Potters",
    "He hid and left the house saying it was late.": "He",
    # but a paper, and who is heard or seen, says it
    "The guild sent a letter saying the shed was cold.": "a letter",
    "The guild sent letters to potters saying it was late.": "letters to potters",
    "There was a sign on the door saying “Closed”.": "a sign on the door",
    "There was a man in the street shouting “Fire!”": "a man in the street",
    "Aud Berg heard fans chanting “Resign”.": "fans",
    "Aud Berg met a guard saying “Go home”.": "a guard",
    "Aud Berg met them saying “Go home”.": "them",
    "The guild hired Bo Roe saying “Go home”.": "Bo Roe",
    "The hall was full of people shouting “Go home”.": "people",
    "Aud Berg left the court with a guard saying it was late.": "a guard",
    "A caller rang the police saying there was a fire.": "A caller",
    "The guild posted on X saying it was late.": "The guild",
    "The match ended with fans chanting “Resign”.": "fans",
    "She cited tests in Voss showing that it was late.": "tests in Voss",
    "Aud Berg fled from a man shouting “Go home”.": "a man",
}


@pytest.mark.parametrize("text", _MEANWHILE)
def test_who_speaks_while_doing_something(text):
    """A participle behind a noun tells of who acts, unless the noun tells something or names who is perceived."""
    assert [said[1] for said in _said(text)] == [_MEANWHILE[text]]


def test_what_one_writes_to_somebody():
    """A participle goes on with a verb of writing, and what it says is no part of whom one writes to."""
    said = ("they would be paid", "A spokesman for the guild")
    assert said in _said("A spokesman for the guild wrote to potters saying they would be paid.")


def test_what_a_paper_says_ends_at_its_verb():
    """A participle that belongs to the subject ends where the verb of the sentence stands."""
    assert _said("A note from the guild saying it was late was lost.") == [("it was late", "A note from the guild")]


_BEFORE_A_COLON = {
    # where somebody says the words in marks, and of what, is no speaker
    "Aud Berg, speaking to Radio Voss: “We held our own.”": "Aud Berg",
    "Aud Berg, writing in the Courier: “We held our own.”": "Aud Berg",
    "Aud Berg on Radio Voss: “We held our own.”": "Aud Berg",
    "Aud Berg to Radio Voss: “We held our own.”": "Aud Berg",
    "Voss manager Aud Berg, after losing 3-0: “We held our own.”": "Aud Berg",
    "Aud Berg, manager of Voss, in her press conference: “We held our own.”": "Aud Berg",
    "And from Aud Berg:\n\n“We held our own.”": "Aud Berg",
}


@pytest.mark.parametrize("text", _BEFORE_A_COLON)
def test_who_stands_before_a_colon(text):
    """A name that opens a line speaks behind its colon, whatever is told of it in between."""
    assert [said[1] for said in _said(text)] == [_BEFORE_A_COLON[text]]


def test_what_an_outlet_says_of_somebody_is_not_his():
    """The name before a colon is no speaker behind "on"."""
    assert [] == _said("The Courier on Aud Berg: “No complaints.”")


_CLOSED = {
    # "said" at the end tells that something was said, with whatever verb
    "She drank alone, the guild said.": [("She drank alone", "the guild")],
    "It rains there 200 days a year, potters say.": [("It rains there 200 days a year", "potters")],
    "Potters sped to the shed, Aud Berg told reporters on Monday.": [("Potters sped to the shed", "Aud Berg")],
    "The kiln leaks, the guild and the mayor said.": [("The kiln leaks", "the guild and the mayor")],
    # but not behind a list, a description or a time
    "Potters from Voss, Moss and Bergen said.": [],
    "Aud Berg, a potter, said.": [],
    "On Monday, the guild said.": [],
    "The kiln leaks, the guild said, and it was cold.": [("The kiln leaks and it was cold", "the guild")],
}


@pytest.mark.parametrize("text", _CLOSED)
def test_said_closes_what_was_said(text):
    """A comma, a speaker and "said" at the end are enough; a verb before them need not be known."""
    assert _said(text) == _CLOSED[text]


_POLARITIES = {
    "Nor did she say that it was late.": Polarity.DENIED,
    "At no point did the guild tell potters it was late.": Polarity.DENIED,
    "Nowhere in the letter does Aud Berg call it “a wreck”.": Polarity.DENIED,
    "Never once did Aud Berg claim the kiln was cold.": Polarity.DENIED,
    "She neither said it was late nor called it “rotten”.": Polarity.DENIED,
    "Not only did she say it was late.": Polarity.AFFIRMED,
    "Only then did she say that it was late.": Polarity.AFFIRMED,
    "No, the guild did say it was late.": Polarity.AFFIRMED,
    "She would only say that it was late.": Polarity.AFFIRMED,
    "She would say only that it was “late”.": Polarity.AFFIRMED,
    "She would later say that it was late.": Polarity.AFFIRMED,
    "She would go on to say it was “late”.": Polarity.AFFIRMED,
    "“It is late,” she would tell potters.": Polarity.AFFIRMED,
    "“It is late,” some would say.": Polarity.HYPOTHETICAL,
    "Experts would say: “It is late.”": Polarity.HYPOTHETICAL,
    "Aud Berg might later say that it was late.": Polarity.HYPOTHETICAL,
    "Fewer rules would mean the kiln was cold, he would say.": Polarity.HYPOTHETICAL,
}


@pytest.mark.parametrize("text", _POLARITIES)
def test_whether_it_was_said(text):
    """A negation may turn the verb round; "would" tells of the past as well as of what may be."""
    polarities = {quote.attribution.polarity for quote in find_quotes(text)[1] if quote.attribution is not None}
    assert polarities == {_POLARITIES[text]}


@pytest.mark.parametrize("close", ["\"', ", "\",' ", "?\"', "])
def test_outer_single_marks_close_with_the_inner_double(close):
    """Words in single marks may end with words in double ones."""
    text = f"'We met \"late, as ever{close}Aud Berg told the guild. 'It was \"cold\" there,' she said."
    assert [label for words, label in _said(text) if "met" in words or "there" in words] == ["Aud Berg"] * 2


@pytest.mark.parametrize(
    ("behind", "label"),
    [
        ("chuckles Aud Berg.", "Aud Berg"),
        ("grins Aud Berg, a diver.", "Aud Berg"),
        ("divers Aud Berg and Bo Roe said.", "Aud Berg and Bo Roe"),
    ],
)
def test_a_plural_behind_marks(behind, label):
    """What ends in "s" between marks and a name is a verb, unless it is what several are."""
    assert _said(f"“It is late,” {behind}") == [("It is late,", label)]


_SINGLE_MARKS = {
    # what is left out at the front of a word, or at its end, opens and closes nothing
    "'We told 'em no,' said Aud Berg.": "We told 'em no,",
    "Aud Berg said: 'They gave 'im nowt.'": "They gave 'im nowt.",
    "Aud Berg said: 'Go an' tell 'em I'm not for moving.'": "Go an' tell 'em I'm not for moving.",
    "‘Nothin’ to it,’ said Aud Berg.": "Nothin’ to it,",
    "'I was thinkin' of kilns,' said Aud Berg.": "I was thinkin' of kilns,",
    "Aud Berg said: ‘There was nowt left in t’ shed,’ and left.": "There was nowt left in t’ shed,",
    "'They sang rock 'n' roll,' said Aud Berg.": "They sang rock 'n' roll,",
    "'It is the '90s again,' said Aud Berg.": "It is the '90s again,",
    "'The lads' effort was great,' said Aud Berg.": "The lads' effort was great,",
    "'Tis a pity,' said Aud Berg.": "Tis a pity,",
    "Aud Berg called it 'a sin'.": "it a sin",
    "Aud Berg was happy 'bout it, she said.": "Aud Berg was happy 'bout it",
}


@pytest.mark.parametrize("text", _SINGLE_MARKS)
def test_apostrophes_are_no_marks(text):
    """An apostrophe for letters that are left out stands inside what somebody says."""
    assert _said(text)[0][0] == _SINGLE_MARKS[text]


_FORGOTTEN = {
    "“It is late, teaching assistant Aud Berg said.": [("It is late,", "Aud Berg")],
    "“It is late, mine worker Aud Berg told the guild.": [("It is late,", "Aud Berg")],
    "“It is late, Aud Berg, a potter, said.": [("It is late,", "Aud Berg")],
    "“It is late, said Aud Berg, who runs the kiln.": [("It is late,", "Aud Berg")],
    "“It is late, said Aud Berg. “We must go.”": [("It is late, We must go.", "Aud Berg")],
    "“It is late, and she said so, and left.": [("It is late, and she said so, and left.", None)],
}


@pytest.mark.parametrize("text", _FORGOTTEN)
def test_a_closing_mark_that_was_forgotten(text):
    """Where no mark closes, who said it tells where the words end."""
    assert _said(text) == _FORGOTTEN[text]


@pytest.mark.parametrize(
    ("mention", "label", "anonymity"),
    [
        ("One senior Tory", "One senior Tory", "anonymous"),
        ("A Liberal Democrat", "A Liberal Democrat", "anonymous"),
        ("The Republican", "The Republican", "described"),
        ("Tory Aud Berg", "Aud Berg", "named"),
        ("Labour", "Labour", "named"),
        ("Texans", "Texans", "generic"),
    ],
)
def test_members_of_a_party_are_not_named(mention, label, anonymity):
    """A noun of party or origin names nobody."""
    (source,) = find_quotes(f"{mention} said it was late.")[0]
    assert (source.label, source.anonymity) == (label, anonymity)


def test_the_noble_particle_is_no_rank():
    """A name may begin with "Di", and "DI" is a rank."""
    labels = [
        find_quotes(f"{name} said it was late.")[0][0].label for name in ("Di Berg", "Aud Di Berg", "DI Aud Berg")
    ]
    assert labels == ["Di Berg", "Aud Di Berg", "Aud Berg"]


@pytest.mark.parametrize(
    ("mention", "label"),
    [
        ("PC Aud Berg", "Aud Berg"),
        ("PC Aud Hill", "Aud Hill"),
        ("DC Berg", "Berg"),
        ("DS Hall", "Hall"),
        ("Sgt Hall", "Hall"),
        ("PC Summer Berg", "Summer Berg"),
        ("DC Comics", "DC Comics"),
        ("DC Council", "DC Council"),
        ("DC Mayor Ann Berg", "Ann Berg"),
        ("DC Residents", "DC Residents"),
    ],
)
def test_ranks_in_capitals(mention, label):
    """What is a rank before a name is something else elsewhere."""
    assert find_quotes(f"{mention} said it was late.")[0][0].label == label


def test_a_rank_makes_no_second_source():
    """An officer has one name with the rank and without it."""
    text = "PC Aud Berg said it was late. “It was ice,” PC Berg said. Ms Berg said it was cold."
    assert [label for _, label in _said(text)] == ["Aud Berg"] * 3


_BORN_ON = {
    "“It is late,” said coach Sunday Okon. “It is cold,” Okon added.": ["Sunday Okon", "Sunday Okon"],
    "“It is late,” Voss coach Sunday Okon demanded.": ["Sunday Okon"],
    "Monday Okon told the guild it was late.": ["Monday Okon"],
    "“It is late,” said Aud Berg. “It is cold,” said Friday Martin, a diver.": ["Aud Berg", "Friday Martin"],
    "A trader, Saturday Okon, said it was late. “It is cold,” said Saturday Okon.": ["Saturday Okon", "Saturday Okon"],
    "On Sunday Okon told the guild it was late.": ["Okon"],
    "Aud Berg left. Sunday Berg said it was late.": ["Aud Berg"],
    "“It is late,” said Aud Berg Sunday.": ["Aud Berg"],
    "Sunday Acme Corp said it was late.": ["Acme Corp"],
    "Tuesday Paris said it was late.": ["French government"],
    "Sunday Martin said it was late.": ["Martin"],
    "The Sunday Times said it was late.": ["Sunday Times"],
}


@pytest.mark.parametrize("text", _BORN_ON)
def test_weekdays_are_given_names(text):
    """Somebody may be called after the day on which he was born; elsewhere the day is a time."""
    assert [label for _, label in _said(text)] == _BORN_ON[text]


@pytest.mark.parametrize(
    ("mention", "label"),
    [
        ("Potters' Aid", "Potters' Aid"),
        ("Women’s Kiln Trust", "Women’s Kiln Trust"),
        ("St Olav's College", "St Olav's College"),
        ("Lloyd's List", "Lloyd's List"),
        ("Labour's Aud Berg", "Aud Berg"),
        ("Norway's Labour Party", "Labour Party"),
        ("Children's Commissioner Aud Berg", "Aud Berg"),
        ("Children's author Aud Berg", "Aud Berg"),
    ],
)
def test_names_with_an_owner_inside(mention, label):
    """The name of a body may begin with those whom it is for, where a sentence starts too."""
    texts = (f"{mention} said it was late.", f"It was late, {mention[0]}{mention[1:]} said.")
    assert [find_quotes(text)[0][0].label for text in texts] == [label] * 2


_TRADES = {
    "Voss potter Dr Aud Berg left. “It is late,” the potter said.": ["Aud Berg"],
    "Potter Prof Aud Berg left. “It is late,” the potter said. “It is cold,” the professor said.": ["Aud Berg"] * 2,
    "Voss GP Dr Aud Berg left. “It is late,” the GP said.": ["Aud Berg"],
    "Potter Dr Aud Berg met the physicist Prof Kari Holt. “It is late,” the physicist said.": ["Kari Holt"],
    "A Leeds GP said it was late. The GP said it was cold.": ["A Leeds GP", "A Leeds GP"],
    "JP Morgan said it was late.": ["JP Morgan"],
}


@pytest.mark.parametrize("text", _TRADES)
def test_a_trade_before_a_title(text):
    """What somebody is stands before a title, too, and is taken up by it."""
    assert [label for _, label in _said(text)] == _TRADES[text]


_GENERATIONS = {
    "Olav Berg Sr. said it was late. “It is cold,” said Olav Berg Jr.": ["Olav Berg Sr.", "Olav Berg Jr."],
    "Olav Berg Snr said it was late. “It is cold,” said his son, Olav Berg Jnr.": ["Olav Berg Snr", "Olav Berg Jnr"],
    "Olav Berg Sr. said it was late. Berg Jr. said it was cold.": ["Olav Berg Sr.", "Berg Jr."],
    "O. Dag Berg II said it was late. Olav Berg III said it was cold. Berg II said it was wet.": [
        "O. Dag Berg II",
        "Olav Berg III",
        "O. Dag Berg II",
    ],
    "Olav Berg Jr. said it was late. “It is cold,” said Olav Berg Jnr. Berg said it was wet.": ["Olav Berg Jr."] * 3,
    "Olav Berg Jr. said it was late. “It is cold,” Olav Berg said.": ["Olav Berg Jr."] * 2,
    "Olav Berg III left. “It is late,” Berg said. His father, Olav Berg, Jr., wept.": ["Olav Berg III"],
    "Olav Berg CBE said it was late. “It is cold,” said Olav Berg Jr.": ["Olav Berg Jr."] * 2,
}


@pytest.mark.parametrize("text", _GENERATIONS)
def test_father_and_son_are_two(text):
    """Names that differ in "Sr." and "Jr." are never one person's."""
    assert [label for _, label in _said(text)] == _GENERATIONS[text]


def test_those_who_are_there_are_people():
    """Who speaks is told by the noun before "there"."""
    (quote,) = find_quotes("The shed will not reopen, parents there recalled.")[1]
    assert quote.attribution is not None
    assert (quote.attribution.confidence or 0) > 0.9


@pytest.mark.parametrize(
    ("mention", "kind"),
    [
        ("A paper in the journal Clay", "document"),
        ("The paper", "organisation"),
        ("Figures from the guild", "document"),
        ("Senior figures", "group"),
        ("Ryan Foods", "organisation"),
        ("The coast guard", "organisation"),
        ("The coastguard", "organisation"),
        ("HM Coastguard", "organisation"),
        ("A coastguard", "person"),
        ("The guard", "person"),
    ],
)
def test_nouns_of_two_senses(mention, kind):
    """A paper may be a newspaper or what somebody wrote; figures are numbers, or persons of standing."""
    (source,) = find_quotes(f"{mention} said profit would fall.")[0]
    assert source.kind == kind


def test_a_noun_before_a_name_says_what_it_is():
    """A body may be called what it is in front of its name."""
    (source,) = find_quotes("The newspaper Dagens Nyheter said it was late.")[0]
    assert source.kind == "organisation"


@pytest.mark.parametrize("noun", ["retailer", "insurer", "housebuilder", "developer"])
def test_trades_that_firms_have_stand_for_firms(noun):
    """News calls a firm by what it does: "the retailer said"."""
    (source,) = find_quotes(f"The {noun} said profit would fall.")[0]
    assert source.kind == "organisation"


_IN_FRONT = {
    "In the call he said, “I will light it,” police said.": [("I will light it,", "he")],
    "Roe told a guard, “I have a match,” prosecutors said. “Nobody move.”": [
        ("I have a match, Nobody move.", "Roe"),
    ],
    "Roe told a guard: “I have a match,” police said, “and I will light it.”": [
        ("I have a match, and I will light it.", "Roe"),
    ],
    "In a letter, Aud Berg wrote that she had “no clay left,” the court heard.": [
        ("that she had no clay left,", "Aud Berg"),
    ],
    "Aud Berg said she would “never stop,” the Argus reported.": [
        ("Aud Berg said she would never stop,", "Argus"),
        ("she would never stop,", "Aud Berg"),
    ],
    "Aud Berg told friends that the kiln was lost, the Argus reported.": [
        ("Aud Berg told friends that the kiln was lost", "Argus"),
        ("that the kiln was lost", "Aud Berg"),
    ],
    "Aud Berg told friends the kiln was lost, the Argus reported.": [
        ("Aud Berg told friends the kiln was lost", "Argus"),
        ("the kiln was lost", "Aud Berg"),
    ],
    "According to police, Roe told a guard, “I have a match.”": [
        ("Roe told a guard I have a match.", "police"),
        ("I have a match.", "Roe"),
    ],
    "Roe told a guard that he had a match, according to police.": [
        ("Roe told a guard that he had a match", "police"),
        ("that he had a match", "Roe"),
    ],
    "The guild had to defend the plan: “I am no thief,” Aud Berg told the Argus.": [("I am no thief,", "Aud Berg")],
    "That said, “there is no rush,” Aud Berg said.": [("there is no rush,", "Aud Berg")],
    "That being said, “there is no rush,” Aud Berg said.": [("there is no rush,", "Aud Berg")],
}


@pytest.mark.parametrize("text", _IN_FRONT)
def test_who_speaks_in_front_of_the_words(text):
    """Words are those of who says them in front; who tells of it behind them relays it, or says the whole sentence."""
    assert _said(text) == _IN_FRONT[text]


def test_who_relays_the_words():
    """Behind words that somebody in front of them said, another only tells of it."""
    sources, (quote,) = find_quotes("Aud Berg told a guard, “I have a match,” prosecutors said.")
    assert quote.attribution is not None
    assert quote.attribution.via is not None
    assert (quote.attribution.via.text, sources[0].label) == ("prosecutors", "Aud Berg")


_LATER = {
    "The potter said the kiln was cold, and thinks the guild is wrong.": ("the kiln was cold", "the guild is wrong"),
    "The potter said she did not want to judge it, and hopes it helps.": ("she did not want to judge it", "it helps"),
    "The potter said the kiln stood and says the guild is wrong.": ("the kiln stood", "the guild is wrong"),
    "The potter said she lives nearby and thinks it is cold.": ("she lives nearby and thinks it is cold",),
    "The potter said she had to go and see the guild.": ("she had to go and see the guild",),
}


@pytest.mark.parametrize("text", _LATER)
def test_a_present_behind_words_in_the_past(text):
    """Words that somebody "said" are in the past; a verb in the present behind them is the narrator's."""
    assert _said(text) == [(words, "The potter") for words in _LATER[text]]


_WHEN = {
    "The kiln is cold, the guild said late on Friday.": ("The kiln is cold", "the guild"),
    "The guild said early on Friday that the kiln was cold.": ("that the kiln was cold", "The guild"),
    "The kiln is cold, the guild announced early this week.": ("The kiln is cold", "the guild"),
    "The kiln is cold, the guild confirmed late last night.": ("The kiln is cold", "the guild"),
    "The guild said late last year the kiln was cold.": ("the kiln was cold", "The guild"),
    "The kiln is cold, the guild said yesterday afternoon.": ("The kiln is cold", "the guild"),
    "The guild said yesterday pots were cold.": ("pots were cold", "The guild"),
    "The kiln is cold, the guild told the Post an hour later.": ("The kiln is cold", "the guild"),
    "The guild said three years ago the kiln was cold.": ("the kiln was cold", "The guild"),
    "The guild a week ago said that it was cold.": ("that it was cold", "The guild"),
    "The guild said late pots on Friday were cold.": ("late pots on Friday were cold", "The guild"),
    "The guild said the kiln was cold an hour later.": ("the kiln was cold an hour later", "The guild"),
    "The kiln went cold; earlier, the guild said it was lit.": ("it was lit", "the guild"),
    "The guild later said the kiln was cold.": ("the kiln was cold", "The guild"),
}


@pytest.mark.parametrize("text", _WHEN)
def test_when_somebody_says_it(text):
    """A day, a span and how long after or before belong to the saying, and not to the words."""
    assert _said(text) == [_WHEN[text]]


_PHRASAL = {
    "“Light it,” said Bo Roe. “Do it yourself,” shot back Aud Berg.": [
        ("Light it,", "Bo Roe"),
        ("Do it yourself,", "Aud Berg"),
    ],
    "“Light it,” said Bo Roe. “Do it yourself,” hit back his rival, Aud Berg.": [
        ("Light it,", "Bo Roe"),
        ("Do it yourself,", "Aud Berg"),
    ],
    "« It is cold » , shot back Aud Berg.": [("It is cold", "Aud Berg")],
    "“It is cold,” chimed in Aud Berg.": [("It is cold,", "Aud Berg")],
    "“It is cold,” snapped back the potter.": [("It is cold,", "the potter")],
    "“Cold,” Bo Roe said, while Aud Berg chipped in: “Very.”": [("Cold,", "Bo Roe"), ("Very.", "Aud Berg")],
    "“Cold,” said Bo Roe, before Aud Berg cut in: “Very.”": [("Cold,", "Bo Roe"), ("Very.", "Aud Berg")],
    "“Cold,” said Bo Roe; Aud Berg hit back: “No.”": [("Cold,", "Bo Roe"), ("No.", "Aud Berg")],
    "Bo Roe piped up: “Cold?” Aud Berg weighed in with: “Very.”": [("Cold?", "Bo Roe"), ("Very.", "Aud Berg")],
    "“Cold,” said Bo Roe, prompting Aud Berg to reply: “No.”": [("Cold,", "Bo Roe"), ("No.", "Aud Berg")],
    "Aud Berg shot back that the kiln was “cold”.": [("that the kiln was cold", "Aud Berg")],
    "Aud Berg wrote back to the guild that it was cold.": [("that it was cold", "Aud Berg")],
    "“Kiln” opened in Voss on Friday.": [],
    "Aud Berg put in “new” bricks.": [],
}


@pytest.mark.parametrize("text", _PHRASAL)
def test_verbs_of_saying_with_a_particle(text):
    """A particle between a verb and its speaker, or the marks, parts them no more than it does amid a clause."""
    assert _said(text) == _PHRASAL[text]


_ACCORDING_TO_WHAT = {
    "According to the guild's survey, released on Friday, one kiln in six is cold.": [
        ("one kiln in six is cold", "the guild's survey"),
    ],
    "According to figures, obtained by the Post and checked by the guild, most kilns are cold.": [
        ("most kilns are cold", "figures"),
    ],
    "According to the guild, based in Voss, kilns are cold.": [("kilns are cold", "the guild")],
    "According to the guild, cracked kilns were sold in Voss, which sells pots.": [
        ("cracked kilns were sold in Voss", "the guild"),
    ],
    "Internal emails seen by the Evening Post suggest that kilns were cold.": [
        ("that kilns were cold", "Internal emails seen by the Evening Post"),
    ],
    "Guild records obtained by the Post show they were cold.": [
        ("they were cold", "Guild records obtained by the Post"),
    ],
    "Leaked emails suggest that kilns were cold.": [("that kilns were cold", "Leaked emails")],
    "Text messages shared with the Post indicate kilns were cold.": [
        ("kilns were cold", "Text messages shared with the Post"),
    ],
    "Aud Berg records songs and emails them.": [],
}


@pytest.mark.parametrize("text", _ACCORDING_TO_WHAT)
def test_what_was_done_with_a_paper_is_not_what_it_says(text):
    """By whom and when a paper was seen, leaked or released tells of the paper, in front or behind it."""
    assert _said(text) == _ACCORDING_TO_WHAT[text]


_HARDLY_SAID = {
    "Not one of the potters said it was cold.": [("it was cold", "denied")],
    "Not a single potter said it was cold.": [("it was cold", "denied")],
    "Not even the mayor claims it was cold.": [("it was cold", "denied")],
    "Few believe that it was cold.": [("that it was cold", "denied")],
    "A few believe that it was cold.": [("that it was cold", "affirmed")],
    "Scarcely a potter claims it was cold.": [("it was cold", "denied")],
    "The mayor, not the potter, said it was cold.": [("it was cold", "affirmed")],
    "Aud Berg stopped short of saying that it was cold.": [("that it was cold", "denied")],
    "Aud Berg spoke at length, saying that it was cold.": [("that it was cold", "affirmed")],
    "Aud Berg has yet to say that it was cold.": [("that it was cold", "denied")],
    "Should Aud Berg say it was cold, the kiln will go.": [("it was cold", "hypothetical")],
    "Had she said it was cold, the guild would know.": [("it was cold", "hypothetical")],
    "In case she says it is cold, the guild will light it.": [("it is cold", "hypothetical")],
    "Whether or not she says it is cold, the guild will light it.": [("it is cold", "hypothetical")],
    "Whether she says it is cold, the guild will light it.": [("it is cold", "hypothetical")],
}


@pytest.mark.parametrize("text", _HARDLY_SAID)
def test_what_hardly_anybody_says_or_only_might(text):
    """Nobody, or next to nobody, says it; a condition without "if" ends where the main clause begins."""
    _, quotes = find_quotes(text)
    assert [(quote.words, quote.attribution.polarity) for quote in quotes if quote.attribution] == _HARDLY_SAID[text]


_ENDED_NAMES = {
    "Bergen Kilns, Inc. (NASDAQ: KILN) said pots were cold. Bergen Kilns Inc. said it was sorry.": [
        ("pots were cold", "Bergen Kilns, Inc."),
        ("it was sorry", "Bergen Kilns, Inc."),
    ],
    "Bergen Co., Ltd. said pots were cold.": [("pots were cold", "Bergen Co., Ltd.")],
    "Bergen Kilns, LLC announced that pots were cold.": [("that pots were cold", "Bergen Kilns, LLC")],
    "Norkiln, S.A. said pots were cold.": [("pots were cold", "Norkiln, S.A.")],
    "“It is cold,” said Bergen Kilns, Inc. chief executive Aud Berg.": [("It is cold,", "Aud Berg")],
    "Aud Berg, of Bergen Kilns, Inc., said pots were cold.": [("pots were cold", "Aud Berg")],
    "Bo Roe, Jr. said it was cold. Mr Roe said pots were cold.": [
        ("it was cold", "Bo Roe, Jr."),
        ("pots were cold", "Bo Roe, Jr."),
    ],
    "In Voss, Bergen Kilns said pots were cold.": [("pots were cold", "Bergen Kilns")],
}


@pytest.mark.parametrize("text", _ENDED_NAMES)
def test_the_comma_in_a_name(text):
    """The legal form of a firm, and "Jr.", belong to the name in front of their comma."""
    assert _said(text) == _ENDED_NAMES[text]


_SHARES = {
    "Potters warn one in six kilns will crack.": [("one in six kilns will crack", "Potters")],
    "They warn more than one in six kilns leaks gas.": [("more than one in six kilns leaks gas", "They")],
    "Potters warn two out of three kilns will crack.": [("two out of three kilns will crack", "Potters")],
    "Aud Berg cautions most will not light.": [("most will not light", "Aud Berg")],
    "Aud Berg warned the guild that it was cold.": [("that it was cold", "Aud Berg")],
    "Aud Berg warned one of the potters that it was cold.": [("that it was cold", "Aud Berg")],
}


@pytest.mark.parametrize("text", _SHARES)
def test_whom_nobody_warns(text):
    """One in so many is the subject of what is said, and not who is told."""
    assert _said(text) == _SHARES[text]


_OFFERED = {
    "The spa offers “clay baths” for £9.": [],
    "The guild now offers “kiln sitters”.": [],
    "Shoppers hate “cold” pots.": [],
    "The guild offered “sincere apologies”.": [("sincere apologies", "The guild")],
    "Aud Berg offers “clay baths”.": [("clay baths", "Aud Berg")],
    "The guild offers “to light all of its kilns today”.": [("to light all of its kilns today", "The guild")],
}


@pytest.mark.parametrize("text", _OFFERED)
def test_what_a_thing_offers(text):
    """A word or two in marks that a thing or a body offers are a term, and nobody says them."""
    assert _said(text) == _OFFERED[text]


def test_the_index_of_a_firm_is_not_taken_up():
    """A name that a number and a noun follow only describes: "it" is the firm."""
    text = "Norkiln said pots were cold. The FTSE 250 group expects more to crack, it added."
    assert [label for _, label in _said(text)] == ["Norkiln", "Norkiln"]


@pytest.mark.parametrize("word", ["Sales", "Revenue", "Wages", "Takings"])
def test_what_fell_is_not_who_says_so(word):
    """A noun that opens the words has its capital from the sentence, and "the firm" does not take it up."""
    assert [label for _, label in _said(f"{word} fell in the year, the firm said.")] == ["the firm"]


_DONE = {
    "The judge said that the guild had been “cold” and awarded Aud Berg a kiln.": ("that the guild had been cold",),
    "Aud Berg told the court she was “sorry” and wept.": ("she was sorry",),
    "Aud Berg said the kiln was “cold” and denied that it was lit.": ("the kiln was cold", "that it was lit"),
    "Aud Berg said the kiln was “cold” and would stay so.": ("the kiln was cold and would stay so",),
    "Aud Berg said the kiln was “cold” and “dead”.": ("the kiln was cold and dead",),
}


@pytest.mark.parametrize("text", _DONE)
def test_what_the_speaker_did_behind_marks(text):
    """A deed in the past behind marks and "and" is the narrator's, unless a helping verb goes on with the words."""
    assert tuple(words for words, _ in _said(text)) == _DONE[text]


_SOMEWHERE = {
    "In Leeds, the nurse, 44, said it was cold.": "the nurse",
    "In Leeds, the nurse, who lives nearby, said it was cold.": "the nurse",
    "At Leeds Crown Court, the judge, Bo Roe, said it was cold.": "Bo Roe",
    "Aud Berg, the nurse, said it was cold.": "Aud Berg",
}


@pytest.mark.parametrize("text", _SOMEWHERE)
def test_where_somebody_speaks_is_not_who(text):
    """A place in front is not what a description behind its comma tells of."""
    assert [label for _, label in _said(text)] == [_SOMEWHERE[text]]


_VALUED = {
    "The plan, described by the potter as “dead”, was dropped.": [("dead", "the potter")],
    "The plan was branded “a farce” by the potter.": [("The plan a farce", "the potter")],
    "The plan, branded “a farce” by the potter, was dropped.": [("a farce", "the potter")],
    "The pot, hailed as “a gem” by critics, was sold on Friday.": [("a gem", "critics")],
    "Critics hailed the pot as “a gem”.": [("the pot as a gem", "Critics")],
    "Aud Berg has hit out at “silly” claims she wants to leave.": [],
    "The idea of “printing money” leaves critics cold.": [],
}


@pytest.mark.parametrize("text", _VALUED)
def test_by_whom_something_is_called_so(text):
    """Behind a participle, "by" names who calls it so; claims behind an adjective in marks are a noun."""
    assert _said(text) == _VALUED[text]


_OF_TWO_GENERATIONS = {
    "Dag Berg III said it was cold. His father, Dag Berg Jr., built it. Berg said it would close.": "Dag Berg III",
    "Dag Berg Sr. said it was cold. Dag Berg Jr. built it. Berg Jr. said it would close.": "Dag Berg Jr.",
    "Dag Berg said it was cold. Ann Berg built it. Berg said it would close.": "Ann Berg",
}


@pytest.mark.parametrize("text", _OF_TWO_GENERATIONS)
def test_a_surname_of_two_generations(text):
    """Of a father and his son the surname stands for whom the text names more often, of others for the last one."""
    assert _said(text)[-1] == ("it would close", _OF_TWO_GENERATIONS[text])


_DATELINED = {
    "Berlin (dpa) - Kilns are cold, the guild said.": ("Berlin", "dpa"),
    "Berlin (dpa/lno) - Kilns are cold, the guild said.": ("Berlin", "dpa/lno"),
    "Vienna (apa) - Kilns are cold, the guild said.": ("Vienna", "apa"),
}


@pytest.mark.parametrize("text", _DATELINED)
def test_agencies_in_small_letters(text):
    """An agency may write its name in small letters in a dateline."""
    article = read_text(text)
    assert (article.dateline.place, article.credit) == _DATELINED[text]
    assert [quote.words for quote in article.quotes] == ["Kilns are cold"]


def test_remarks_in_brackets_are_no_agency():
    """What stands in brackets behind a place in small letters is an agency only by name."""
    assert read_text("Paris (see map) - Kilns are cold, the guild said.").dateline is None


def test_a_contact_of_several_lines_above_a_release():
    """The name and the desk under "Contact" belong to it, and are no headline."""
    article = read_text(
        "FOR IMMEDIATE RELEASE\n\nMedia Contact:\nAud Berg\nPress Desk, Norkiln\n(555) 555-0134\n\n"
        "Norkiln to light a new kiln in Voss\n\n"
        "VOSS, Norway, May 12, 2025 — Norkiln will light a kiln next spring, the company said."
    )
    assert article.headline == "Norkiln to light a new kiln in Voss"
    assert article.dateline.place == "VOSS, Norway"


_LABELS = {
    "Chief of Army Staff Aud Berg said it was cold.": "Aud Berg",
    "Chief of Naval Operations Aud Berg said it was cold.": "Aud Berg",
    "Florist Xolisa Mbeki said it was cold.": "Xolisa Mbeki",
    "Videographer Xolisa Mbeki said it was cold.": "Xolisa Mbeki",
    "Goldsmith Aud Berg said it was cold.": "Aud Berg",
    "Aud Goldsmith said it was cold.": "Aud Goldsmith",
    "It was cold, the Sunday Potter reports.": "Sunday Potter",
    "The Saturday Potter said it was cold.": "Saturday Potter",
}


@pytest.mark.parametrize("text", _LABELS)
def test_offices_trades_and_papers_before_names(text):
    """Offices with "of" and trades by their ending stand before names; a day belongs to the name of a paper."""
    assert [label for _, label in _said(text)] == [_LABELS[text]]


def test_a_day_before_a_noun_is_no_paper():
    """A weekday between an article and a name with a noun only tells when."""
    assert _said("The guild met, the Monday Norkiln shift said.")[0][1] != "Monday Norkiln"


_TOLD_ON_A_DAY = {
    "Aud Berg told potters on Monday, at a dinner in Voss, that it was cold.": [("that it was cold", "Aud Berg")],
    "Aud Berg told potters in Voss on Monday, after a vote, that it was cold.": [("that it was cold", "Aud Berg")],
    "Aud Berg told the guild on Monday, in a speech, “It is as cold as ever.”": [
        ("It is as cold as ever.", "Aud Berg")
    ],
}


@pytest.mark.parametrize("text", _TOLD_ON_A_DAY)
def test_a_day_between_the_addressee_and_the_words(text):
    """A day and an occasion between commas may stand before "that" and before marks."""
    assert _said(text) == _TOLD_ON_A_DAY[text]


_NEW_WORDS = {
    "“Clayflation” hits the smallest kilns hardest. Pots are dear.": [],
    "“Kilning” leaves potters confused. Few know why.": [],
    "“It is cold,” gibes Aud Berg.": [("It is cold,", "Aud Berg")],
}


@pytest.mark.parametrize("text", _NEW_WORDS)
def test_a_marked_word_that_does_something(text):
    """A word in marks that no stop ends is the subject of a verb of no speech, and nobody's words."""
    assert _said(text) == _NEW_WORDS[text]


_OBLIGED = {
    "If Roe tells the guild he lied, the potter will have to reply.": [("he lied", "Roe", Polarity.HYPOTHETICAL)],
    "It was cold, the potter had to admit.": [("It was cold", "the potter", Polarity.AFFIRMED)],
}


@pytest.mark.parametrize("text", _OBLIGED)
def test_who_will_have_to_answer(text):
    """Whoever will have to say something has not said it."""
    sources, quotes = find_quotes(text)
    labels = {source.id: source.label for source in sources}
    found = [(one.words, labels[one.source], one.attribution.polarity) for one in quotes]
    assert found == _OBLIGED[text]


_DISBELIEVED = {
    "I have never trusted a “magic” glaze.": [],
    "Aud Berg does not trust “smart” kilns.": [],
    "Aud Berg did not think it was “cold”.": [("it was cold", "Aud Berg")],
    "Aud Berg doubts the “cold” kiln.": [("the cold kiln", "Aud Berg")],
}


@pytest.mark.parametrize("text", _DISBELIEVED)
def test_what_somebody_does_not_believe(text):
    """A word in marks before a noun is none of hers who does not believe in it."""
    sources, quotes = find_quotes(text)
    labels = {source.id: source.label for source in sources}
    assert [(one.words, labels[one.source]) for one in quotes if one.source] == _DISBELIEVED[text]


_GOING_BY = {
    "“The kiln is cold,” said a dealer known to buyers as “Ember”.": [
        ("The kiln is cold,", "a dealer known to buyers")
    ],
    "“The kiln is cold,” said a potter identified in the papers only as “Witness C”.": [
        ("The kiln is cold,", "a potter identified in the papers")
    ],
    "The potter who signs her bowls “Ash” said it was cold. “I am not lit,” Ash said.": [
        ("it was cold", "Ash"),
        ("I am not lit,", "Ash"),
    ],
    "A dealer, who goes by the name “Ember”, said it was cold. Aud Berg said it was late.": [
        ("it was cold", "A dealer"),
        ("it was late", "Aud Berg"),
    ],
}


@pytest.mark.parametrize("text", _GOING_BY)
def test_the_name_somebody_goes_by(text):
    """A name in marks behind a speaker is none of his words; whoever has it later is the one described with it."""
    assert _said(text) == _GOING_BY[text]


def test_whoever_has_an_alias_is_a_person():
    """A name that only marks tell is a person's where a person is described with it, and she keeps her trade."""
    sources, _ = find_quotes("The potter who signs her bowls “Ash” said it was cold. It was late, Ash said.")
    assert [(one.name, one.kind, one.role) for one in sources] == [("Ash", "person", "potter")]


_WHOLE_NAMES = {
    # A surname that is an auxiliary elsewhere
    "“It is cold,” head potter Onyango Were said.": [("It is cold,", "Onyango Were")],
    "The kilns were said to be cold.": [],
    # An office with "of" and "for"
    "Minister of State for Rural Crafts Zelda Quist said it was cold.": [("it was cold", "Zelda Quist")],
    "Minister of State for Crafts Zelda Quist said it was cold.": [("it was cold", "Zelda Quist")],
    # A shop
    "Fires were lit, and Quist’s warned that it was cold.": [("that it was cold", "Quist’s")],
    "Quist’s potter said it was cold.": [("it was cold", "Quist’s potter")],
    # Nouns with a letter before them
    "A T-shirt said: “It is cold.”": [("It is cold.", "A T-shirt")],
    "A-Rod said it was cold.": [("it was cold", "A-Rod")],
    # A nickname in a name that no list has
    "Zoltani 'Big Zed' Quist said it was cold.": [("it was cold", "Zoltani 'Big Zed' Quist")],
}


@pytest.mark.parametrize("text", _WHOLE_NAMES)
def test_what_belongs_to_a_name(text):
    """Auxiliaries with a capital, what a minister is for, the ending of a shop, a letter, a nickname in marks."""
    assert _said(text) == _WHOLE_NAMES[text]


_BETWEEN = {
    # A place and its state
    "Aud Berg told a rally in Voss, Agder on Monday that it was cold.": [("that it was cold", "Aud Berg")],
    "Aud Berg told a rally in Voss, Agder, on Monday that it was cold.": [("that it was cold", "Aud Berg")],
    "Aud Berg said in Voss, Agder that it was cold.": [("that it was cold", "Aud Berg")],
    # A sentence in brackets, and what is none
    "(Aud Berg, who makes kilns, has denied that she was late.)": [("that she was late", "Aud Berg")],
    "It burned. (Aud Berg said it was cold.) It rained.": [("it was cold", "Aud Berg")],
    "(“It is cold,” Aud Berg said.)": [("It is cold,", "Aud Berg")],
    "It was (Aud Berg said) cold.": [],
    # A noun with a clause that tells which
    "But the years that followed, Aud Berg said, brought rain.": [("the years that followed brought rain", "Aud Berg")],
}


@pytest.mark.parametrize("text", _BETWEEN)
def test_what_stands_between_a_speaker_and_the_words(text):
    """Where something was said, brackets around all of it, and a speaker between a noun and its verb."""
    assert _said(text) == _BETWEEN[text]


_BESIDE_A_NAME = {
    "His critics, Berg said in Voss, “have no kiln.”": [("have no kiln.", "Berg")],
    "Ms Berg, these people said, would be late.": [("Ms Berg would be late", "these people")],
    "Berg, two potters said, had a key.": [("Berg had a key", "two potters")],
    "The founders, Aud Berg and Bo Roe, said it was late.": [("it was late", "The founders, Aud Berg and Bo Roe")],
    "The potter, Berg said, was late.": [("The potter was late", "Berg")],
    "The potter, Aud Berg said it was late.": [("it was late", "Aud Berg")],
}


@pytest.mark.parametrize("text", _BESIDE_A_NAME)
def test_whom_a_phrase_beside_a_name_describes(text):
    """Several are not one, and whoever is spoken of before a verb of his own is not who speaks."""
    assert _said(text) == _BESIDE_A_NAME[text]


def test_who_that_stands_for_nobody():
    """A question behind a preposition takes up no noun."""
    assert ("she was cold", "Aud Berg") in _said(
        "It was so hot over who backed which kiln that Aud Berg said she was cold."
    )


_IN_A_REGION = {
    "A potter in Worcester, Massachusetts, said it was cold.": [
        ("it was cold", "A potter in Worcester, Massachusetts")
    ],
    "The mayor of Austin, Texas, said it was cold.": [("it was cold", "The mayor of Austin, Texas")],
    "A potter from Voss, Agder, said it was cold.": [("it was cold", "A potter from Voss, Agder")],
    "A potter from Voss, Aud Berg, said it was cold.": [("it was cold", "Aud Berg")],
    "The captain of the Grey Gull, Berg, said it was cold.": [("it was cold", "Berg")],
    # Conditions, and clauses in front of the main one
    "She said, if chosen, she would ask potters to leave.": [("if chosen, she would ask potters to leave", "She")],
    "Aud Berg said, unless it rained, the kiln would burn.": [("unless it rained, the kiln would burn", "Aud Berg")],
    "The kiln would burn, if lit, she said.": [("The kiln would burn, if lit", "she")],
    "In a race that he said was cold, Aud Berg came second.": [("that was cold", "he")],
    "It was dark, and though she said it was cold, nobody left.": [("it was cold", "she")],
    "Though she said it was cold, it was not.": [("it was cold", "she")],
}


@pytest.mark.parametrize("text", _IN_A_REGION)
def test_what_stands_between_commas(text):
    """A region behind its town is no name of who speaks; a condition is part of the words, the main clause is not."""
    assert _said(text) == _IN_A_REGION[text]


_EVERYDAY = {
    "Potters said the driver, a woman of 23, died at the kiln.": [
        ("the driver, a woman of 23, died at the kiln", "Potters")
    ],
    "Potters said Berg, 23, died at the kiln.": [("Berg, 23, died at the kiln", "Potters")],
    "Aud Berg said after the match that it was cold.": [("that it was cold", "Aud Berg")],
    "Aud Berg said following the match that it was cold.": [("that it was cold", "Aud Berg")],
    "Aud Berg said before the match she was cold.": [("she was cold", "Aud Berg")],
    "Aud Berg labelled it “a cold joke”.": [("it a cold joke", "Aud Berg")],
    "The guild signalled that it was cold.": [("that it was cold", "The guild")],
}


@pytest.mark.parametrize("text", _EVERYDAY)
def test_everyday_sentences(text):
    """Who is described before the verb, the occasion of a saying, and British spelling."""
    assert _said(text) == _EVERYDAY[text]


@pytest.mark.parametrize("phrase", ["In an interview with Ann Doe", "In a letter to Ann Doe", "Speaking to Ann Doe"])
def test_who_is_spoken_to(phrase):
    """Whoever is interviewed by or writes to somebody is somebody else."""
    assert _said(f"Aud Berg left.\n\n{phrase}, she said it was cold.")[-1] == ("it was cold", "Aud Berg")


_LIKE_NOUNS = {
    "“It is cold,” Aud Berg hit back.": [("It is cold,", "Aud Berg")],
    "The guild hit back, saying it was cold.": [("it was cold", "The guild")],
    "Aud Berg hit out at the plan, calling it “a joke”.": [("it a joke", "Aud Berg")],
    "“It is cold,” Aud Berg cut in.": [("It is cold,", "Aud Berg")],
    "The Berg call on Monday was cold, potters said.": [("The Berg call on Monday was cold", "potters")],
}


@pytest.mark.parametrize("text", _LIKE_NOUNS)
def test_pasts_that_look_like_nouns(text):
    """A verb that has one form for all its times is one before its particle."""
    assert _said(text) == _LIKE_NOUNS[text]


_LY = {
    "Sally said it was cold.": [("it was cold", "Sally")],
    "Kelly, 31, explained: “It is cold.”": [("It is cold.", "Kelly")],
    "Connolly said it was cold.": [("it was cold", "Connolly")],
    "O’Reilly’s potter said it was cold.": [("it was cold", "O’Reilly’s potter")],
    "Unusually for him, he said it was cold.": [("it was cold", "he")],
    "Constance told potters it was cold.": [("it was cold", "Constance")],
    "Finally, potters said it was cold.": [("it was cold", "potters")],
    "Aud Berg urged potters to “stay home”.": [("to stay home", "Aud Berg")],
    "Aud Berg urged potters “to light it”.": [("potters to light it", "Aud Berg")],
}


@pytest.mark.parametrize("text", _LY)
def test_names_that_end_like_other_words(text):
    """A name that opens a sentence is one, whatever its ending; whoever is urged is spoken to."""
    assert _said(text) == _LY[text]


@pytest.mark.parametrize("end", ["to", "compared", "compared with", "raising", "beating", "in", "in what", "despite"])
def test_a_sentence_that_breaks_off(end):
    """Where a text breaks off behind a comma, it is read as far as it goes."""
    assert [("it was cold", "Aud Berg")] == [
        (words.partition(",")[0], who) for words, who in _said(f"Aud Berg said it was cold, {end}")
    ]


_ENDS = {
    "Norline GmbH said it was cold.": [("it was cold", "Norline GmbH")],
    "Ann Co said it was cold.": [("it was cold", "Ann Co")],
    "“Cold kilns” makes clear potters": [],
}


@pytest.mark.parametrize("text", _ENDS)
def test_what_ends_a_name_or_a_cue(text):
    """A legal form from abroad ends a name, and no word of a cue begins one."""
    assert _said(text) == _ENDS[text]


_WHERE_SAID = {
    "In a post on Pottergram Berg wrote “it is cold”.": "Berg",
    "In a post on Pottergram Aud Berg wrote that it was cold.": "Aud Berg",
    "In an interview with Kiln News Berg said it was cold.": "Berg",
    "In an email to staff Berg said it was cold.": "Berg",
    "Writing on Pottergram Berg said it was cold.": "Berg",
    "In the summer Aud Berg said it was cold.": "Aud Berg",
    "In a letter to staff head potter Aud Berg said it was cold.": "Aud Berg",
    "In a call with critics Ms Berg said it was cold.": "Berg",
    "After Aud Berg said it was cold, the guild left.": "Aud Berg",
}


@pytest.mark.parametrize("text", _WHERE_SAID)
def test_where_words_were_said_without_a_comma(text):
    """A phrase that opens the sentence is no part of the name behind it, though no comma parts them."""
    assert [label for _, label in _said(text)] == [_WHERE_SAID[text]]


_HEADLINES = {
    "Berg on leaving: ‘I need a rest’": "Aud Berg",
    "Berg to potters: ‘I need a rest’": "Aud Berg",
    "Berg on life after the guild: ‘I need a rest’": "Aud Berg",
    "Clayxit on hold: ‘We must wait’": None,
    "Heat on Berg: ‘We must wait’": None,
}


@pytest.mark.parametrize("headline", _HEADLINES)
def test_a_headline_with_a_topic(headline):
    """Whoever speaks on something, or to somebody, has the words behind the colon, if the text names that person."""
    article = read_text(f"{headline}\n\nHead potter Aud Berg leaves the guild on Friday after nine years.")
    assert [(source := article.source_of(quote)) and source.label for quote in article.quotes] == [_HEADLINES[headline]]


_ON_X = {
    "“It is cold,” @audberg wrote on X. “Who lit it?” @boroe asked.": ["@audberg", "@boroe"],
    "“It is cold,” said Aud Berg in a post to X. “Who lit it?” asked Bo Roe.": ["Aud Berg", "Bo Roe"],
    "“It is cold,” said Malcolm X. Berg, a potter.": ["Malcolm X. Berg"],
    "“So cold. See you soon” — Aud Berg (@audberg) July 3, 2024": ["Aud Berg"],
    "“So cold. See you soon” — Aud Berg (@audberg) 3 July 2024": ["Aud Berg"],
}


@pytest.mark.parametrize("text", _ON_X)
def test_posts(text):
    """X ends a sentence behind "on" and is an initial in a name; a post is signed with a handle and a day."""
    assert [label for _, label in _said(text)] == _ON_X[text]


_TAKEN_UP = {
    "Rovers captain Aud Berg left. “It is cold,” the captain said. It was late, the Rovers captain added.": "Aud Berg",
    "United captain Aud Berg left. It was late, the United captain said.": "Aud Berg",
    "Norkiln chief executive Aud Berg left. It was late, the Norkiln boss said.": "Aud Berg",
    "Voss MP Aud Berg left. It was late, the Voss MP said.": "Aud Berg",
    "Rovers captain Aud Berg left. It was late, the City captain said.": "the City captain",
}


@pytest.mark.parametrize("text", _TAKEN_UP)
def test_of_which_side_somebody_is(text):
    """The side or the place before an office is that of the one who was named with it."""
    assert _said(text)[-1][1] == _TAKEN_UP[text]


_EITHER = {
    "“It is cold,” said coach Bo Roe. Potter Tavish Berg has hurt his hand. He said it was late.": "Tavish Berg",
    "“It is cold,” said coach Ann Roe. Potter Tavish Berg has hurt her hand. She said it was late.": "Tavish Berg",
    "“It is cold,” said coach Ann Roe. Potter Tavish Berg met her there. He said it was late.": "Tavish Berg",
    "“It is cold,” said coach Bo Roe. Potter Tavish Berg, who met Jo Lie, is ill. He said it was late.": "Tavish Berg",
}


@pytest.mark.parametrize("text", _EITHER)
def test_what_a_pronoun_tells_of_a_subject(text):
    """A pronoun with a noun behind a subject tells whether it is a man or a woman."""
    assert _said(text)[-1][1] == _EITHER[text]


_OPENED = {
    "“I thought it was a dream.”\n\nPotter Aud Berg still laughs at the call that woke her.": "Aud Berg",
    "“The kiln saved my life.”\n\nSitting in her shed, Aud Berg recalls the night.": "Aud Berg",
    "“The kiln must go out.”\n\nAud Berg will never forget those words.": None,
    "“The kiln must go out.”\n\nThe guild met on Friday. Aud Berg was there.": None,
}


@pytest.mark.parametrize("text", _OPENED)
def test_words_that_open_a_story(text):
    """Words alone at the head of a story are those of the person whom the next sentence is about."""
    sources, quotes = find_quotes(text)
    labels = {source.id: source.label for source in sources}
    assert labels.get(quotes[0].source) == _OPENED[text]


_OVER_PARAGRAPHS = {
    "“It was cold,” she said.\n\n“It is late.\n\n“It is dark,” Aud Berg said.": [
        "It was cold,",
        "It is late. It is dark,",
    ],
    "It rained.\n\n“It is late.\n\n“It is dark.\n\n“It is cold,” Aud Berg said.": [
        "It is late. It is dark. It is cold,"
    ],
    "Aud Berg said: “It is late.\n\n“It is dark,” she added.": ["It is late.", "It is dark,"],
    "Aud Berg wrote:\n\n“It is late.\n\n“It is dark,” she added.": ["It is late.", "It is dark,"],
    "“It was cold,” she said.\n\n“It is late.”\n\n“It is dark,” Aud Berg said.": [
        "It was cold, It is late.",
        "It is dark,",
    ],
    "“It was cold,” she said.\n\n“It is late.\n\nIt rained.": ["It was cold, It is late."],
}


@pytest.mark.parametrize("text", _OVER_PARAGRAPHS)
def test_a_paragraph_that_is_never_closed(text):
    """Its words go on in the next one, and are of whoever is named there, unless a cue before has led to them."""
    assert [words for words, _ in _said(text)] == _OVER_PARAGRAPHS[text]


_BEFORE_A_VERB = {
    "Aud Berg said the kiln – built by a firm in Voss – was cold.": "the kiln – built by a firm in Voss – was cold",
    "Aud Berg said the kilns — Ember and Ash (A) — had been lit.": "the kilns — Ember and Ash (A) — had been lit",
    "Aud Berg said the day before the guild left, she left.": "the day before the guild left, she left",
    "Aud Berg said the moment she heard the bang she rushed out.": "the moment she heard the bang she rushed out",
    "In May, she said after the guild had ruled, on Friday, that it was cold, there was no fire.": (
        "after the guild had ruled, on Friday, that it was cold, there was no fire"
    ),
}


@pytest.mark.parametrize("text", _BEFORE_A_VERB)
def test_what_stands_before_the_verb_of_a_clause(text):
    """An insertion between dashes and a clause that tells when belong to what is said."""
    assert _said(text)[0][0] == _BEFORE_A_VERB[text]


_TOLD_MORE = {
    "Aud Berg told the potters who filled the shed that it was cold.": ["that it was cold"],
    "Aud Berg told cheering potters that it was cold.": ["that it was cold"],
    "Aud Berg told visiting potters it would be “cold” in May.": ["it would be cold in May"],
    "Aud Berg told the potters which kiln was cold.": ["which kiln was cold"],
    "Aud Berg told the guild who lit the kiln.": ["who lit the kiln"],
}


@pytest.mark.parametrize("text", _TOLD_MORE)
def test_who_is_told_is_not_what(text):
    """A participle and a relative clause belong to those who are told."""
    assert [words for words, _ in _said(text)] == _TOLD_MORE[text]


_OF_ANOTHER = {
    "Later, Bo Roe said he had lit it, Aud Berg testified.": [
        ("Bo Roe said he had lit it", "Aud Berg"),
        ("he had lit it", "Bo Roe"),
    ],
    "Aud Berg said she left after the guild reported the kiln was cold.": [
        ("she left after the guild reported the kiln was cold", "Aud Berg"),
        ("the kiln was cold", "the guild"),
    ],
    "Aud Berg said that they say it is cold.": [("that they say it is cold", "Aud Berg")],
}


@pytest.mark.parametrize("text", _OF_ANOTHER)
def test_what_another_says_within(text):
    """Somebody else who is named says what stands in a clause inside another's words, with "that" or without."""
    assert _said(text) == _OF_ANOTHER[text]


_SHORTENED = {
    "Roads, Piers and Harbours Norway (RPHN) met in Voss. RPHN said it was late.": "Roads, Piers and Harbours Norway",
    "The plan of Potters and Glaziers Norway (PGN) fell. PGN said it was late.": "Potters and Glaziers Norway",
    "John Frank Kennedy (JFK) met in Voss. PGN said it was late.": "PGN",
    "The Potters Guild (ABC) met in Voss. ABC said it was late.": "ABC",
    "Potters (PGN) met in Voss. PGN said it was late.": "PGN",
    "The guild (PG) met in Voss. PG said it was late.": "PG",
}


@pytest.mark.parametrize("text", _SHORTENED)
def test_a_short_name_in_brackets(text):
    """Initials in brackets stand for the name before them, whatever commas and "and" it has."""
    assert [label for _, label in _said(text)] == [_SHORTENED[text]]


_MADE = {
    "“It is late,” the Rogalan Sinmar said. The paper said it was cold.": ["Rogalan Sinmar", "Rogalan Sinmar"],
    "The Rogalan Sinmar case fell. Rogalan Sinmar said he was cold.": ["Rogalan Sinmar"],
}


@pytest.mark.parametrize("text", _MADE)
def test_an_article_before_a_strange_name(text):
    """With an article a name that no list has is a body's, unless a noun follows."""
    sources, _ = find_quotes(text)
    assert [label for _, label in _said(text)] == _MADE[text]
    assert sources[0].kind == ("organisation" if "The Rog" not in text else "person")


_WHOSE = {
    "Bo Roe met a guard. He said it was cold. Bo Roe said it was dark.\n\nKaib Moe said it was late. He said no.": (
        "Kaib Moe"
    ),
    "Aud Berg said few were glad, with some calling her out, saying it was cold.": "some",
    "It ended in a row, with critics calling it “dead” and saying it was cold.": "critics",
    "She left, with kilns cooling, saying it was cold.": "She",
    "Bo Roe asked Dag Holt if he knew Aud Berg, but Holt's lawyer said it was cold.": "Holt's lawyer",
    "Aud Berg left. Her first reaction was, “It is as cold as it was.”": "Aud Berg",
    "Aud Berg's first reaction was: “It is as cold as it was.”": "Aud Berg",
    "The reaction was: “It is as cold as it was.”": "The reaction",
    "Aud Berg had written to her fans, loosely translated, “It is as cold as it was.”": "Aud Berg",
    "Aud Berg fell.\n\nSTRANGE CALL\n\nShe said it was cold.": "Aud Berg",
    "The Voss fire department said it was cold.": "The Voss fire department",
    "Dallas fire crews said it was cold.": "Dallas fire crews",
}


@pytest.mark.parametrize("text", _WHOSE)
def test_whose_words_are_told(text):
    """The nearest who acts, owns or is named says the words, and no thing, heading or hearer."""
    assert _said(text)[-1][1] == _WHOSE[text]


_AFTER_ALL = {
    "Bo Roe has lit it before — “It is cold,” he said, lighting it.": [("It is cold,", "Bo Roe")],
    "The kiln — “a wreck,” she said — is cold.": [("The kiln a wreck,", "she")],
    "Bo Roe said it was cold, though Aud Berg and other potters have since claimed it is lit.": [
        ("it was cold", "Bo Roe"),
        ("it is lit", "Aud Berg and other potters"),
    ],
    "Bo Roe said it was cold, though it was lit on Friday.": [("it was cold, though it was lit on Friday", "Bo Roe")],
}


@pytest.mark.parametrize("text", _AFTER_ALL)
def test_what_the_narrator_says_around_words(text):
    """A sentence before a dash and what others have said since are no part of what somebody says."""
    assert _said(text) == _AFTER_ALL[text]


_WHAT_SORT = {
    "The US military": ("organisation", "described"),
    "The brokerage": ("organisation", "described"),
    "Projections from the guild": ("document", "described"),
    "A letter Wednesday to the guild": ("document", "described"),
    "About 7 in 10 potters": ("group", "generic"),
    "Two in five potters": ("group", "generic"),
    "No 10": ("government", "named"),
    "Number 10": ("government", "named"),
}


@pytest.mark.parametrize("who", _WHAT_SORT)
def test_what_sort_of_source(who):
    """Papers in the plural, bodies, and shares of a group are what they are."""
    sources, _ = find_quotes(f"{who} said it was cold.")
    assert (sources[0].kind, sources[0].anonymity) == _WHAT_SORT[who]


_IDLE = [
    "It is worth noting that it was cold.",
    "It goes without saying that it was cold.",
    "There’s no denying that it is.",
]


@pytest.mark.parametrize("text", _IDLE)
def test_what_the_narrator_notes(text):
    """Some phrases have a verb of saying and nobody who says it."""
    assert _said(text) == []


_ANOTHERS_BANK = {
    "The Bank of Rigga left. Norway's bank said it was cold.": "Norway's bank",
    "Norway's bank said it was late. The bank said it was cold.": "Norway's bank",
    "Norway's bank said it was late. Iceland's bank said it was cold.": "Iceland's bank",
    "The Bank of Rigga left. Rigga's bank said it was cold.": "Bank of Rigga",
}


@pytest.mark.parametrize("text", _ANOTHERS_BANK)
def test_of_two_owners(text):
    """What one owns is not what another owns."""
    assert _said(text)[-1][1] == _ANOTHERS_BANK[text]


_ASKED_OF = {
    "Aud Berg begged potters not to go.": ["not to go"],
    "Aud Berg urged potters “to light it”.": ["potters to light it"],
    "Aud Berg urged the American public not to go.": ["not to go"],
    "Aud Berg said in an email the cost associated with closing the kiln had risen.": [
        "the cost associated with closing the kiln had risen"
    ],
    "Aud Berg said no one knew it, a charge Bo Roe denied.": ["no one knew it"],
    "Aud Berg called for a rise in a protest that closed the kilns for the day.": [],
    "The potters spoke of a ruling from Voss that closed the kilns.": [],
}


@pytest.mark.parametrize("text", _ASKED_OF)
def test_what_is_asked_and_what_hangs_on_a_noun(text):
    """An infinitive in marks is what somebody is asked; a relative clause behind a noun is nobody's words."""
    assert [words for words, _ in _said(text)] == _ASKED_OF[text]


_NAMED_LIKE_A_FORM = {
    "Boeing said it was cold.": "Boeing",
    "Pickering has denied that it was cold.": "Pickering",
    "Pickering, 61, said it was cold.": "Pickering",
    "Pickering's Aud Berg said it was cold.": "Aud Berg",
    "Kayaking is cold, Aud Berg said.": "Aud Berg",
    "Fearing frost, the guild said it was cold.": "the guild",
    "Transport for Voss's head of kilns, Aud Berg, said it was cold.": "Aud Berg",
    "Aud Berg's husband, Per, 60, said it was cold.": "Per",
    "Aud Berg's lawyer, Per Lie, said it was cold.": "Per Lie",
    "It was cold, per Lie.": "Lie",
    "The potters stayed in April, May, and June, the guild said.": "the guild",
}


@pytest.mark.parametrize("text", _NAMED_LIKE_A_FORM)
def test_names_that_look_like_other_words(text):
    """A name may look like a participle or a preposition; what stands around it tells."""
    assert [label for _, label in _said(text)] == [_NAMED_LIKE_A_FORM[text]]


_NO_ANSWER = {
    "The guild has yet to comment.": ("to comment", "The guild"),
    "The guild is yet to respond to the claims.": ("to respond to the claims", "The guild"),
    "Neither potter replied to calls.": ("replied to calls", "Neither potter"),
    "None of the potters replied.": ("replied", "None of the potters"),
    "Aud Berg would neither confirm nor deny that it was cold.": ("that it was cold", "Aud Berg"),
    "Nobody at the guild was available for comment.": ("for comment", "Nobody at the guild"),
}


@pytest.mark.parametrize("text", _NO_ANSWER)
def test_who_gives_no_answer(text):
    """An answer may be refused by nobody's giving it, or not yet."""
    sources, quotes = find_quotes(text)
    found = [(one.words, one.attribution.polarity) for one in quotes]
    words, who = _NO_ANSWER[text]
    assert (found, [one.label for one in sources]) == ([(words, Polarity.REFUSED)], [who])


_INTERRUPTED = {
    "Because it was cold, Aud Berg said, the kiln cracked.": "Because it was cold the kiln cracked",
    "Had it been cold, Aud Berg said, the kiln would have cracked.": "Had it been cold the kiln would have cracked",
    "Some 300 kilns had, Aud Berg said, cracked in the cold.": "Some 300 kilns had cracked in the cold",
    "The kiln was cold, Aud Berg said, the last of her fires.": "The kiln was cold",
}


@pytest.mark.parametrize("text", _INTERRUPTED)
def test_a_clause_that_waits_for_its_end(text):
    """Behind whoever interrupts a clause with "because", or a helping verb, the rest of the sentence goes on."""
    assert _said(text) == [(_INTERRUPTED[text], "Aud Berg")]


_ANSWERED = {
    "“No,” came the reply from Aud Berg.": [("No,", "Aud Berg")],
    "“It is cold” – that was the message from head potter Aud Berg.": [("It is cold", "Aud Berg")],
    "“It is cold.” Those were Aud Berg’s first words.": [("It is cold.", "Aud Berg")],
    "“It is cold.” Those were the words of Aud Berg.": [("It is cold.", "Aud Berg")],
    "Aud Berg’s message to the guild was clear: “It is cold.”": [("It is cold.", "Aud Berg")],
    "The message from the guild was blunt: “Stay away.”": [("Stay away.", "the guild")],
    "Asked whether it was cold, Aud Berg smiled. “Wait and see.”": [
        ("whether it was cold", None),
        ("Wait and see.", "Aud Berg"),
    ],
    "It is said that it is cold. “It is dark.”": [],
}


@pytest.mark.parametrize("text", _ANSWERED)
def test_whose_an_answer_is(text):
    """A message, words and a reply are those of whom the noun or the sentence names."""
    assert [one for one in _said(text) if one[0] != "that it is cold"] == _ANSWERED[text]


_AROUND_A_VERB = {
    "The guild reported, citing a potter, that it was cold.": [("that it was cold", "The guild")],
    "The note, since deleted, read: “It was me.”": [("It was me.", "The note")],
    "Aud Berg was heard to say “leave it” as she fell.": [("leave it", "Aud Berg")],
    "The guild paid tribute to a “warm heart”.": [("warm heart", "The guild")],
    "The head potter, Aud Berg, said on a call with critics that demand “remains cold”.": [
        ("that demand remains cold", "Aud Berg")
    ],
    "The guild expects potters to wait until June.": [("potters to wait until June", "The guild")],
    "The guild denied any wrongdoing.": [("any wrongdoing", "The guild")],
}


@pytest.mark.parametrize("text", _AROUND_A_VERB)
def test_what_stands_around_a_verb(text):
    """A source that is cited, a participle in commas, a tribute, and a noun before marks that begin with a verb."""
    assert _said(text) == _AROUND_A_VERB[text]


_PRECISELY = {
    "Rep. Aud Berg, R-W.Va., left Voss and said it was cold.": "Aud Berg",
    "Rep. Aud Berg (D-N.J.) said it was cold.": "Aud Berg",
    "Norkiln Motor Co. said it was cold.": "Norkiln Motor Co.",
    "Kim Co said she was cold.": "Kim Co",
    "Kari Holt left. The victim's mother said it was cold.": "The victim's mother",
    "The guild sued Norkiln.\n\nThe firm said it was cold.\n\nRigga Pots, the firm that owns it, left.": "The firm",
    "Norkiln sold a car. The automaker said it was cold.": "Norkiln",
    "Holt and his team said it was cold.": "Holt and his team",
    "The guild said it was fine, while police deny it and say it was cold.": "police",
    "The U.S. Attorney's Office for the District of Voss said it was cold.": (
        "U.S. Attorney's Office for the District of Voss"
    ),
    "Norway's Department of Works said it was cold.": "Department of Works",
}


@pytest.mark.parametrize("text", _PRECISELY)
def test_who_it_is_precisely(text):
    """Parties and places, legal forms, owners and what is joined to somebody belong to who speaks."""
    assert _said(text)[-1][1] == _PRECISELY[text]


def test_one_and_his_team_are_several():
    """Whoever speaks with his team is a group."""
    assert find_quotes("Holt and his team said it was cold.")[0][0].kind == "group"


_WHOLE_WORDS = {
    "It has a .45-caliber gun and a kiln, police said.": ["It has a .45-caliber gun and a kiln"],
    "It rose by .5 percent, police said.": ["It rose by .5 percent"],
    "Aud Berg said she was told by Bo Roe — her boss — to leave.": ["she was told by Bo Roe — her boss — to leave"],
    "They left a Voss Potters plan to light it.": [],
    "She heads the advertising and branding firm behind the “Hot Pots” prize.": [],
}


@pytest.mark.parametrize("text", _WHOLE_WORDS)
def test_words_that_are_not_cut(text):
    """A point before a number ends no sentence, and a noun behind a name or a participle is no verb."""
    assert [words for words, _ in _said(text)] == _WHOLE_WORDS[text]


_BY_LINES = {
    "By AUD BERG FOR THE KILN COURIER": ["AUD BERG"],
    "By AUD BERG FOR KILNONLINE": ["AUD BERG"],
    "By AUD BERG IN VOSS": ["AUD BERG"],
    "By AUD BERG AND BO ROE": ["AUD BERG", "BO ROE"],
    "By Aud Berg for the Courier": ["Aud Berg"],
}


@pytest.mark.parametrize("line", _BY_LINES)
def test_for_whom_a_byline_was_written(line):
    """In capitals, too, "for" and "in" divide a byline; an outlet may have an article."""
    article = read_text(f"Guild lights kiln\n\n{line}\n\nThe guild said on Monday it would light a kiln.")
    assert ([one.name for one in article.authors], article.byline) == (_BY_LINES[line], line)


def test_an_agency_behind_the_town_of_a_dateline():
    """An agency may stand behind the town and a comma."""
    article = read_text("SYDNEY, AAP - The kiln will crack, its owner says.")
    assert (article.dateline.place, article.credit) == ("SYDNEY", "AAP")


_PLACE_FIRST = {
    "Voss: The kiln will crack, its owner said.": [("The kiln will crack", "its owner")],
    "Voss - Norkiln will crack, the guild said.": [("Norkiln will crack", "the guild")],
    "Voss - the coldest town - will burn, the guild said.": [("Voss - the coldest town - will burn", "the guild")],
    "Berg: It was late, I said.": [("It was late, I said", "Berg")],
    "Berg: It was late and so I left.": [("It was late and so I left", "Berg")],
    "SYDNEY, AAP - The kiln will crack, its owner says.": [("The kiln will crack", "its owner")],
}


@pytest.mark.parametrize("text", _PLACE_FIRST)
def test_a_place_before_what_somebody_says(text):
    """A place before a dash or a colon is none of the words, and does not say them."""
    assert _said(text) == _PLACE_FIRST[text]


_OTHERS = {
    "“No kiln”, says Aud Berg as talks fail.": [("No kiln", "Aud Berg")],
    "Berg has won, her party said.": [("Berg has won", "her party")],
    "Norkiln has won, the firm said.": [("Norkiln has won", "Norkiln")],
}


@pytest.mark.parametrize("text", _OTHERS)
def test_whose_party_it_is(text):
    """What somebody owns is not herself; a clause behind a speaker does not end the words before."""
    assert _said(text) == _OTHERS[text]


_CALLED = {
    "Dr. Aud Berg, Ph.D., said it was cold.": ["Aud Berg"],
    "Xi said it was cold. Mr Xi said it was late.": ["Xi", "Xi"],
    "President Xi said it was cold.": ["Xi"],
    "Mr Justice Berg said it was cold.": ["Berg"],
    "HHJ Berg said it was cold.": ["Berg"],
    "Dag Will said it was cold. Will said it was late.": ["Dag Will", "Dag Will"],
    "Theresa May said it was cold. May said it was late. May it be cold, she said.": ["Theresa May"] * 3,
    "Walt Berg Co. said it was cold.": ["Walt Berg Co."],
    "Morgan Stanley said it was cold.": ["Morgan Stanley"],
}


@pytest.mark.parametrize("text", _CALLED)
def test_how_somebody_is_called(text):
    """Titles are no part of a name; a short surname may look like a number, a month or a helping verb."""
    assert [label for _, label in _said(text)] == _CALLED[text]


@pytest.mark.parametrize("name", ["Walt Berg Co.", "Morgan Stanley"])
def test_firms_with_given_names(name):
    """A firm may begin with a given name."""
    assert find_quotes(f"{name} said it was cold.")[0][0].kind == "organisation"


_DESCRIBED_ONE_BY_ONE = {
    "Aud Berg, Norkiln's head of sales, and Bo Roe, its chief executive, said it was cold.": "Aud Berg and Bo Roe",
    "Aud Berg, head of sales, and Bo Roe, chief executive, said it was cold.": "Aud Berg and Bo Roe",
    "Both Berg and Roe said it was cold.": "Berg and Roe",
    "Messrs Berg and Roe said it was cold.": "Berg and Roe",
    "Ann Doe, potter Bo Roe, and baker Jo Lie said it was cold.": "Ann Doe, Bo Roe and Jo Lie",
}


@pytest.mark.parametrize("text", _DESCRIBED_ONE_BY_ONE)
def test_who_speaks_as_one(text):
    """Several may be described one by one, and "both" says that they are two."""
    sources, quotes = find_quotes(text)
    assert [(one.label, one.kind) for one in sources if one.id == quotes[0].source] == [
        (_DESCRIBED_ONE_BY_ONE[text], "group")
    ]


_NOT_OF_HIMSELF = {
    "Bo Roe leads the guild. Sadeq Moe, a potter, met Roe.\n\nHe said Roe was late.": "Sadeq Moe",
    "Bo Roe left. He said Roe was late.": "Bo Roe",
    "Bo Roe met Dag Holt. He said the Holt camp was late.": "Bo Roe",
    "Kari Holt spoke. Asked if she would sell it to Lady Aud Berg, she said: “No.”": "Kari Holt",
    "Kari Holt said no. When asked about Aud Berg, she said: “I like her.”": "Kari Holt",
    "Kari Holt said it was late. Asked if a new potter would be paid: “It is as late as it was.”": "Kari Holt",
    "Asked if a new potter would be paid: “It is as late as it was.”": "a new potter",
}


@pytest.mark.parametrize("text", _NOT_OF_HIMSELF)
def test_few_speak_of_themselves_by_name(text):
    """Whoever is named in the words, or in what somebody is asked, is rather not who says them."""
    assert _said(text)[-1][1] == _NOT_OF_HIMSELF[text]


_OF_A_COUNTRY = {"CPA Norway": "organisation", "AJ Ireland": "person", "The alliance": "organisation"}


@pytest.mark.parametrize("who", _OF_A_COUNTRY)
def test_initials_before_a_country(who):
    """Initials before a country are a body's, and two letters may be a person's."""
    assert find_quotes(f"{who} said it was cold.")[0][0].kind == _OF_A_COUNTRY[who]


def test_a_treaty_is_no_person():
    """A paper whose name begins like a person's is none: nobody else is "he"."""
    assert _said("Bo Roe left the Paris Kiln Accord. He said it was cold.") == [("it was cold", "Bo Roe")]


_NOT_HIS = {
    "“It is cold,” Aud Berg said while Bo Roe called it “fine”.": [("It is cold,", "Aud Berg"), ("it fine", "Bo Roe")],
    "“It is cold,” Aud Berg said as she lit “The Old Kiln”.": [("It is cold,", "Aud Berg")],
    "“It is cold,” Aud Berg said as she left, “and wet.”": [("It is cold, and wet.", "Aud Berg")],
    "Aud Berg, asked about the guild’s claim that it was cold, said it was fine.": [
        ("that it was cold", "the guild"),
        ("it was fine", "Aud Berg"),
    ],
    "Aud Berg said it was cold, in a post on X.": [("it was cold", "Aud Berg")],
    "Aud Berg said it was cold, in a town with few kilns.": [("it was cold, in a town with few kilns", "Aud Berg")],
    "Aud Berg said it was cold (she later withdrew the remark).": [("it was cold", "Aud Berg")],
    "Aud Berg said it cost £300 ($400).": [("it cost £300 ($400)", "Aud Berg")],
    "Aud Berg said it was late (as it is in May).": [("it was late (as it is in May)", "Aud Berg")],
}


@pytest.mark.parametrize("text", _NOT_HIS)
def test_what_others_say_and_the_narrator_adds(text):
    """What another says meanwhile, a title, and what the narrator adds in brackets are none of the words."""
    assert _said(text) == _NOT_HIS[text]


_CUT_IN_TWO = {
    "It was, Aud Berg said, “a cold day”.": [("It was a cold day", "Aud Berg")],
    "It was, according to Aud Berg, a cold day.": [("It was a cold day", "Aud Berg")],
    "It was, according to the potter, in Voss.": [("It was in Voss", "the potter")],
    "What Aud Berg called “a cold day” is over.": [("a cold day", "Aud Berg")],
    "“It is cold” was how Aud Berg put it.": [("It is cold", "Aud Berg")],
    "“It is cold” is what Aud Berg wears.": [],
}


@pytest.mark.parametrize("text", _CUT_IN_TWO)
def test_a_clause_that_marks_complete(text):
    """Behind a helping verb the words go on; what somebody called something ends with the marks."""
    assert _said(text) == _CUT_IN_TWO[text]


def test_what_is_not_told_and_then_said():
    """Behind "did not say", a verb in the past is the next thing that somebody does."""
    said = _said("The guild did not say when it fell and told potters it was cold.")
    assert [words for words, _ in said] == ["when it fell", "it was cold"]


def test_another_is_one():
    """Another is a person whom the text does not name."""
    source = find_quotes("One potter left. Another said it was cold.")[0][0]
    assert (source.kind, source.anonymity) == ("person", "anonymous")


_HALVES = {
    "North Korea left. The North said it was cold.": "North Korean government",
    "South Korea left. The North said it was cold.": "North",
    "The North said it was cold.": "North",
}


@pytest.mark.parametrize("text", _HALVES)
def test_half_of_a_country(text):
    """Where the text names North Korea, "the North" is it."""
    assert _said(text) == [("it was cold", _HALVES[text])]


_LABELLED = {
    "“It is cold,” Lions head coach Aud Berg said. “It was wet.”": [("It is cold, It was wet.", "Aud Berg")],
    "“It is cold,” a potter who asked not to be identified told the Post.": [("It is cold,", "a potter")],
    "A potter who wished to remain anonymous said it was cold.": [("it was cold", "A potter")],
    "Campaigners from Save Our Kilns said it was cold.": [("it was cold", "Campaigners from Save Our Kilns")],
    "Stop The Kiln said it was cold.": [("it was cold", "Stop The Kiln")],
    "A spokesman for the Department for the Environment, Food and Rural Kilns said it was cold.": [
        ("it was cold", "A spokesman for the Department for the Environment, Food and Rural Kilns")
    ],
    "Fed Chair Aud Berg said it was cold. The Fed chair said it was late.": [
        ("it was cold", "Aud Berg"),
        ("it was late", "Aud Berg"),
    ],
    "Potters say it is late. One, Ann Berg, says it is cold.": [("it is late", "Potters"), ("it is cold", "Ann Berg")],
    "The potters were told: “Light the kilns again.”": [("Light the kilns again.", None)],
    "Aud Berg was asked: “Is it cold?”": [("Is it cold?", None)],
}


@pytest.mark.parametrize("text", _LABELLED)
def test_who_is_named_before_and_behind(text):
    """Whoever is told or asked says nothing; what stands before and behind a speaker is read with it."""
    assert _said(text) == _LABELLED[text]


def test_a_number_is_no_denial():
    """Downing Street denies nothing by its number."""
    _, quotes = find_quotes("No 10 said it was cold. No one said it was late.")
    assert [one.attribution.polarity for one in quotes] == [Polarity.AFFIRMED, Polarity.DENIED]


_LEFT_OUT = {
    "Aud Berg said the kiln was cold, but she gave no details on the fire.": ["the kiln was cold"],
    "Aud Berg said the kiln was cold but did not elaborate.": ["the kiln was cold"],
    "Aud Berg said the kiln was cold, though she gave no reason.": ["the kiln was cold"],
    "Aud Berg said the kiln was cold, without giving any details.": ["the kiln was cold"],
    "Aud Berg said the guild still gave no reason.": ["the guild still gave no reason"],
    "Aud Berg said the guild closed it but gave no warning.": ["the guild closed it but gave no warning"],
    "Aud Berg said the kiln was cold without rain.": ["the kiln was cold without rain"],
    "Aud Berg said the kiln was cold, despite a row over its cost.": ["the kiln was cold"],
    "Aud Berg said the kiln was cold, raising fears for the guild.": ["the kiln was cold"],
    "Aud Berg said the kiln would stay, raising its own rent.": ["the kiln would stay, raising its own rent"],
}


@pytest.mark.parametrize("text", _LEFT_OUT)
def test_what_the_speaker_leaves_out(text):
    """That somebody gave no details is the narrator's, and so is what her words go against or set off."""
    assert [words for words, _ in _said(text)] == _LEFT_OUT[text]


_SINCE_WHEN = {
    "Aud Berg, the guild's head since 2009, said it was cold.": ("it was cold", "Aud Berg"),
    "Aud Berg, a member since last year, said it was cold.": ("it was cold", "Aud Berg"),
    "Aud Berg, head of the guild since May, said it was cold.": ("it was cold", "Aud Berg"),
    "Aud Berg has built kilns since she left the guild, Bo Roe said.": (
        "Aud Berg has built kilns since she left the guild",
        "Bo Roe",
    ),
}


@pytest.mark.parametrize("text", _SINCE_WHEN)
def test_since_when_somebody_is_what_he_is(text):
    """A year or a time behind "since" belongs to what describes a speaker, and opens no clause."""
    assert _said(text) == [_SINCE_WHEN[text]]


def test_marks_that_close_together():
    """Whatever verb stands behind marks that close with those of another inside them, it reports."""
    assert ("My aunt goes, ‘Is it warm?’", "Aud Berg") in _said("“My aunt goes, ‘Is it warm?’” jokes Aud Berg.")
    assert ("My aunt goes, ‘Is it warm?’", None) in _said("“My aunt goes, ‘Is it warm?’” Jokes were told.")


_PROMISED_BEFORE = {
    "Kilns will be warm, Aud Berg promised.": [("Kilns will be warm", "Aud Berg")],
    "A new kiln, Aud Berg vowed, would be warm.": [("A new kiln would be warm", "Aud Berg")],
    "Filling the kiln with peat, Aud Berg promised a fire.": [],
    "The kiln would not be as warm as Aud Berg promised.": [],
}


@pytest.mark.parametrize("text", _PROMISED_BEFORE)
def test_words_before_a_promise(text):
    """What will be is said before somebody who promises it, and other words are not."""
    assert _said(text) == _PROMISED_BEFORE[text]


_FIELDS_OF_OFFICES = {
    "Minister for Kilns and Ferries Jane Berg said it was cold.": ("Jane Berg", "Minister for Kilns and Ferries"),
    "Secretary for Peat and the Islands Jane Berg said it was cold.": (
        "Jane Berg",
        "Secretary for Peat and the Islands",
    ),
    "“It is cold,” said Minister for Kilns and Ferries Jane Berg.": ("Jane Berg", "Minister for Kilns and Ferries"),
    "“It is cold,” said Education Minister Jane Berg after the fire.": ("Jane Berg", "Education Minister"),
    "MEC for Works and Traditional Affairs, Jane Berg, said it was cold.": ("Jane Berg", None),
    "Leader of Voss Council, Councillor Jane Berg, said it was cold.": ("Jane Berg", "Leader of Voss Council"),
}


@pytest.mark.parametrize("text", _FIELDS_OF_OFFICES)
def test_who_has_an_office_of_several_fields(text):
    """The fields of an office are no part of the name behind them, and all of them of the office."""
    (source,) = [source for source in find_quotes(text)[0] if source.name]
    name, role = _FIELDS_OF_OFFICES[text]
    assert source.name == name
    assert role is None or source.role == role


def test_a_firm_of_several_names():
    """A firm is one body by all its names, and persons who speak together are none."""
    assert _said("Berg, Roe & Lund said it was cold.") == [("it was cold", "Berg, Roe & Lund")]
    names = {source.name for source in find_quotes("Aud Berg, Bo Roe and Eva Lund said it was cold.")[0]}
    assert names >= {"Aud Berg", "Bo Roe", "Eva Lund"}


def test_marks_around_the_name_that_a_speaker_gives():
    """A nickname in marks is no speech; words behind it are."""
    said = _said("“It is cold,” said a potter who gave only his nickname, “Ember”. “It is late.”")
    assert said == [("It is cold, It is late.", "a potter")]
    assert _said("“It is cold,” said a potter, and gave a reason, “the peat”.")[1] == ("the peat", "a potter")


_QUOTED_AS_SAYING = {
    "“It is cold,” the Voss Post quoted Aud Berg as saying.": ("It is cold,", "Aud Berg"),
    "“It is cold,” the paper quoted the police chief, Bo Roe, as saying on Monday.": ("It is cold,", "Bo Roe"),
    "The kiln was cold, the agency quoted Aud Berg as saying.": ("The kiln was cold", "Aud Berg"),
    "On Monday, the agency quoted Aud Berg as saying it was cold.": ("it was cold", "Aud Berg"),
    "“It is cold,” the Voss Post quoted Aud Berg.": ("It is cold,", "Voss Post"),
    "“It is cold,” Aud Berg said, as saying so hurts nobody.": ("It is cold,", "Aud Berg"),
}


@pytest.mark.parametrize("text", _QUOTED_AS_SAYING)
def test_who_is_quoted_as_saying_what_stands_before(text):
    """Words before a verb of quoting are those of whom it quotes, and who quotes relays them."""
    assert _said(text) == [_QUOTED_AS_SAYING[text]]


def test_who_quotes_relays():
    """Who quotes somebody as saying what stands before is who relays it."""
    (quote,) = find_quotes("“It is cold,” the Voss Post quoted Aud Berg as saying.")[1]
    assert quote.attribution is not None
    assert quote.attribution.via is not None
    assert quote.attribution.via.text == "the Voss Post"


_CLAIMED_AND_DID = {
    "Aud Berg claimed her third prize and set a record.": [],
    "Aud Berg claimed her third prize and then took the kiln.": [],
    "The fire claimed 14 lives.": [],
    "Aud Berg claimed that prizes and kilns cost too much.": [("that prizes and kilns cost too much", "Aud Berg")],
    "Aud Berg claimed the peat and a fault had cost her the prize.": [
        ("the peat and a fault had cost her the prize", "Aud Berg")
    ],
    "Aud Berg said 14 lives had been lost.": [("14 lives had been lost", "Aud Berg")],
    "One in 14 lives in Voss, Aud Berg said.": [("One in 14 lives in Voss", "Aud Berg")],
}


@pytest.mark.parametrize("text", _CLAIMED_AND_DID)
def test_what_is_claimed_and_what_is_done_next(text):
    """A verb behind "and" tells what the same person does next, and makes no clause of what was claimed."""
    assert _said(text) == _CLAIMED_AND_DID[text]


def test_a_paper_and_when_it_was_published():
    """A day may stand between what was done with a paper and by whom."""
    text = "Kilns are cold, according to a report published on Monday by the guild."
    (source,) = find_quotes(text)[0]
    assert source.description == "a report published on Monday by the guild"


def test_verbs_that_tell_what_is_to_be_done():
    """What somebody is asked to do begins with a verb, and a name that looks like one is none."""
    assert _said("Aud Berg asked the potters to suspend deliveries.") == [("to suspend deliveries", "Aud Berg")]
    assert _said("United Kilns said it was cold.") == [("it was cold", "United Kilns")]


_UNTIL_WHEN = {
    "Aud Berg, head of the guild until 2021 and a mother of two, said it was cold.": ("it was cold", "Aud Berg"),
    "Aud Berg, a member from 1994 until 2010, said it was cold.": ("it was cold", "Aud Berg"),
    "Aud Berg said the kiln was warm until she left the guild.": (
        "the kiln was warm until she left the guild",
        "Aud Berg",
    ),
}


@pytest.mark.parametrize("text", _UNTIL_WHEN)
def test_until_when_somebody_was_what_he_was(text):
    """A year behind "until" belongs to what describes a speaker, and no year speaks."""
    assert _said(text) == [_UNTIL_WHEN[text]]


_CALLED_SO = {
    "A lawyer for the guild called the claim “scrambled”.": [("the claim scrambled", "A lawyer for the guild")],
    "A potter from the guild called the fire “a mess” and left.": [("the fire a mess", "A potter from the guild")],
    "Aud Berg fired a kiln in a town called the Nook.": [],
}


@pytest.mark.parametrize("text", _CALLED_SO)
def test_who_calls_something_and_what_is_called_so(text):
    """Where only its subject stands before it, "called" tells what somebody calls another thing."""
    assert _said(text) == _CALLED_SO[text]


def test_a_paper_in_what_suggests():
    """A paper with the name of where it stands says what is before it; of a claim somebody says it."""
    assert _said("Kilns can burn, a study in the journal Ember suggests.") == [
        ("Kilns can burn", "a study in the journal Ember")
    ]
    assert _said("Kilns can burn, a claim Aud Berg denied.") == []


def test_whom_the_peer_is():
    """A lord or a lady is whom "the peer" means."""
    assert _said("Lady Berg said it was cold. Bo Roe left. “It is late,” the peer added.")[-1] == (
        "It is late,",
        "Berg",
    )


def test_the_field_of_an_office_and_its_body():
    """A field with an article belongs to an office in capitals; a body behind its head keeps its name."""
    sources, _ = find_quotes("Minister for the Peat Jane Berg said it was cold.")
    assert [source.name for source in sources] == ["Jane Berg"]
    sources, _ = find_quotes("The head of the Service Potters Union is worried because she thinks it is cold.")
    assert "Potters Union" not in [source.name for source in sources]


_WHOSE_TALE = {
    "So begins the story of Aud Berg, who is 83.": "Aud Berg",
    "So begins the memoir by Aud Berg.": "Aud Berg",
    "So begins the story of the kiln.": None,
    "So begins the story.": None,
    "So begins the day for Aud Berg.": None,
}


@pytest.mark.parametrize("behind", _WHOSE_TALE)
def test_whose_tale_words_open(behind):
    """Words alone are those of whose tale they begin, and a kiln tells none."""
    assert _said(f"“We sat by the kiln for eleven years.”\n\n{behind}") == [
        ("We sat by the kiln for eleven years.", _WHOSE_TALE[behind])
    ]


_AS_SOMEBODY_PUTS_IT = {
    "“The kiln,” as Aud Berg put it, “is a hungry beast.”": ("The kiln, is a hungry beast.", "Aud Berg"),
    "“The kiln,” as she said, “is a hungry beast.”": ("The kiln, is a hungry beast.", "she"),
    "The kiln, as Aud Berg put it, “is a hungry beast”.": ("is a hungry beast", "Aud Berg"),
}


@pytest.mark.parametrize("text", _AS_SOMEBODY_PUTS_IT)
def test_marks_on_both_sides_of_as_somebody_puts_it(text):
    """Marks before "as she said" are hers where marks go on behind it, and other words are the narrator's."""
    assert _AS_SOMEBODY_PUTS_IT[text] in _said(text)


_CALLS_FOR = {
    "The letter warns of “lasting harm” and calls for a ban.": [("lasting harm", "The letter")],
    "The letter criticises “cold” kilns and calls on the guild to act.": [("cold", "The letter")],
    "She spoke of “warm kilns” and calls for help.": [("warm kilns and calls for help", "She")],
    "She spoke of “warm kilns” and calls from her mother.": [("warm kilns and calls from her mother", "She")],
}


@pytest.mark.parametrize("text", _CALLS_FOR)
def test_what_a_paper_calls_for_next(text):
    """Behind a verb in the present, "and calls for" goes on with what a paper does."""
    assert _said(text) == _CALLS_FOR[text]


def test_names_with_accents_and_honours():
    """A given name is known with accents and without; what somebody earned is no part of the name."""
    sources, _ = find_quotes("María Berg left. Lars Roe stayed. “It is cold,” she said. “It is late,” he said.")
    assert [source.name for source in sources] == ["María Berg", "Lars Roe"]
    (source,) = find_quotes("Jane Roe QPM said it was cold.")[0]
    assert (source.name, source.kind) == ("Jane Roe", "person")


_WHO_IS_RELATED = {
    "A potter who asked not to be named said it was cold.": [("it was cold", "A potter")],
    "A potter who requested anonymity to speak freely said it was cold.": [("it was cold", "A potter")],
    "A potter who spoke on condition of anonymity because he was not allowed to speak publicly said it was cold.": [
        ("it was cold", "A potter")
    ],
    "A potter who spoke on condition of anonymity because she was told not to talk said it was cold.": [
        ("it was cold", "A potter")
    ],
    "A potter who did not wish to come because of the rain said it was cold.": [("it was cold", "A potter")],
    "A potter who saw the fire from her shed told the Chronicle it was cold.": [("it was cold", "A potter")],
    "A potter who said the kiln was cold has left.": [("the kiln was cold", "A potter")],
    "Anyone who knows the potter should call the guild.": [],
}


@pytest.mark.parametrize("text", _WHO_IS_RELATED)
def test_speakers_with_a_relative_clause(text):
    """What somebody saw or asked for in a relative clause ends before the verb by which she speaks."""
    assert _said(text) == _WHO_IS_RELATED[text]


_AVOWED = {
    "Bo Roe admitted to stealing the jar.": [("stealing the jar", "Bo Roe")],
    "Bo Roe confessed to stealing the jar.": [("stealing the jar", "Bo Roe")],
    "Bo Roe admitted stealing the jar.": [("stealing the jar", "Bo Roe")],
    "Bo Roe confessed to the theft.": [],
    "Bo Roe smiles when I ask about the jar. “It is cold,” he says.": [("It is cold,", "Bo Roe")],
}


@pytest.mark.parametrize("text", _AVOWED)
def test_what_somebody_owns_up_to(text):
    """What somebody confesses to having done is said; "I" who asks is no "he"."""
    assert _said(text)[-1:] == _AVOWED[text]


_OWNED_OFFICES = {
    "Zi Quon, Norkiln's head of sales, said it was cold.": ("person", "head of sales", "Norkiln"),
    "Zi Quon, the head of sales, said it was cold.": ("person", "head of sales", None),
    "Norkiln, Norway's biggest brewery, said it was cold.": ("organisation", "biggest brewery", None),
    "Aud Berg, Norkiln's, said it was cold.": ("person", None, None),
}


@pytest.mark.parametrize("text", _OWNED_OFFICES)
def test_an_office_that_a_body_owns(text):
    """A name that owns an office behind a comma is where its holder works."""
    (source,) = find_quotes(text)[0]
    assert (source.kind, source.role, source.affiliation) == _OWNED_OFFICES[text]


_NOT_NAMED = {
    "“We left,” says Peter Dahl. His wife shakes her head. “We stayed,” she says.": "His wife",
    "“We left,” says Peter Dahl. His sister nods. “We stayed,” she says.": "His sister",
    "“We left,” says Peter Dahl. His wife arrives with Ann Lie. “We stayed,” she says.": "Ann Lie",
    "“We left,” says Peter Dahl. The guild met. “We stayed,” he says.": "Peter Dahl",
    "Peter Dahl sent a letter to the mayor that said it was cold.": "a letter",
    "A potter sent a letter to a judge who said it was cold.": "a judge",
}


@pytest.mark.parametrize("text", _NOT_NAMED)
def test_who_is_not_named(text):
    """A pronoun takes up the one of its gender who opens the sentence before; "that" takes up what was sent."""
    assert _said(text)[-1][1] == _NOT_NAMED[text]


def test_what_is_told_and_not_said():
    """Behind "but" the narrator tells what a speaker did not say."""
    said = _said("Aud Berg told potters that it was cold but did not say when. She said it was old and did not burn.")
    assert [words for words, _ in said] == ["that it was cold", "when", "it was old and did not burn"]


_SET_OFF = {
    "Aud Berg said the kiln was cold, in what was seen as a blow to the guild.": ["the kiln was cold"],
    "Aud Berg said the kiln was cold, drawing criticism from the guild.": ["the kiln was cold"],
    "Aud Berg said the kiln was cold, drawing water from the well.": ["the kiln was cold, drawing water from the well"],
    "Aud Berg said the kiln was cold, to loud applause.": ["the kiln was cold"],
    "Norkiln said sales rose 4%, beating analysts' estimates.": ["sales rose 4%"],
    "Norkiln said sales rose 4%, compared with analysts' estimates of 2%.": ["sales rose 4%"],
    "Norkiln said sales rose 4%, compared with 2% last year.": ["sales rose 4%, compared with 2% last year"],
}


@pytest.mark.parametrize("text", _SET_OFF)
def test_what_words_set_off(text):
    """What words lead to, and which guesses figures beat, is the narrator's."""
    assert [words for words, _ in _said(text)] == _SET_OFF[text]


_NO_COMMENT = {
    "Aud Berg was not immediately available for comment.": "for comment",
    "Aud Berg, who left in May, was not available to comment.": "to comment",
    "Aud Berg did not return calls.": "return calls",
    "The guild did not immediately return a message seeking comment.": "return a message",
}


@pytest.mark.parametrize("text", _NO_COMMENT)
def test_who_gives_no_comment(text):
    """Who is not available, or does not return calls, gives no comment."""
    (quote,) = find_quotes(text)[1]
    assert quote.attribution is not None
    assert (quote.attribution.polarity, quote.words[: len(_NO_COMMENT[text])]) == ("refused", _NO_COMMENT[text])


@pytest.mark.parametrize("text", ["Aud Berg did not return jars.", "Aud Berg was not happy to comment on it."])
def test_who_refuses_nothing(text):
    """Who returns no jars refuses nothing."""
    assert [
        quote for quote in find_quotes(text)[1] if quote.attribution and quote.attribution.polarity == "refused"
    ] == []


def test_that_is_a_pronoun():
    """A pronoun behind a verb is none of the words."""
    assert _said("“I never said that,” Aud Berg said.") == [("I never said that,", "Aud Berg")]


@pytest.mark.parametrize("words", ["The 54-year-old", "Her deputy"])
def test_persons_by_age_and_rank(words):
    """Who is called by an age or by the rank alone is a person."""
    assert find_quotes(f"{words} said it was cold.")[0][0].kind == "person"


_MADE_CLEAR = {
    "The court rejected the warning that it was cold.": [],
    "The court rejected its first finding that it was cold.": [],
    "The guild issued a warning that it was cold.": [("that it was cold", "The guild")],
    "The letter covered the guild's first finding that it was cold.": [("that it was cold", "the guild")],
    "The rain led the guild to conclude that it was cold.": [("that it was cold", "the guild")],
    "Aud Berg described how it burst.": [("how it burst", "Aud Berg")],
    "Potters saw Bo Roe close it. Potters saw it had burst.": [("it had burst", "Potters")],
    "The kiln has been “very cold” and the guild is late but now, “we will see,” Aud Berg said.": [
        ("The kiln has been very cold and the guild is late but now we will see,", "Aud Berg")
    ],
    "While it helps “for now,” Aud Berg said, in the long run, the kiln is cold.": [
        ("While it helps for now, in the long run, the kiln is cold", "Aud Berg")
    ],
    "“It is cold,” Aud Berg said. “It has been so for many winters now :)”": [
        ("It is cold, It has been so for many winters now :)", "Aud Berg")
    ],
}


@pytest.mark.parametrize("text", _MADE_CLEAR)
def test_whose_clause_it_is(text):
    """A noun in -ing before "that" is no verb; a clause goes on behind whoever interrupts it, up to its end."""
    assert _said(text) == _MADE_CLEAR[text]


_INTRODUCED = {
    "Dag Dahl saw a potter with a sign. The potter said it was cold. Aud Berg, a potter, left.": "The potter",
    "Aud Berg, a potter, left. The potter said it was cold.": "Aud Berg",
    "It was in the KBP yard. The Kiln Barn Panel met. KBP said it was cold.": "Kiln Barn Panel",
    "Ines Berg fears the effect Aud Roe may have. She said it was cold.": "Ines Berg",
}


@pytest.mark.parametrize("text", _INTRODUCED)
def test_who_was_introduced(text):
    """Who was introduced by a noun is meant by it, and initials by the name that follows."""
    sources, quotes = find_quotes(text)
    labels = {source.id: source.label for source in sources}
    assert labels[quotes[-1].source or ""] == _INTRODUCED[text]


def test_voters_who_were_interviewed():
    """Who was interviewed is somebody in particular."""
    assert find_quotes("Voters interviewed in Voss said it was cold.")[0][0].anonymity == "anonymous"


_OFFICES_ABROAD = {
    "Norway's ambassador to Britain blamed the guild. Norway's ambassador to Britain Zi Quon said it was old.",
    "Norway's ambassador to Britain blamed the guild. Norway's ambassador to Britain, Zi Quon, said it was old.",
}


@pytest.mark.parametrize("text", _OFFICES_ABROAD)
def test_an_office_abroad_and_its_holder(text):
    """Behind the place of an office stands a name, and the office alone is that one's."""
    sources, quotes = find_quotes(text, min_confidence=0)
    assert [source.name for source in sources] == ["Zi Quon"]
    assert {quote.source for quote in quotes} == {sources[0].id}


_WHOSE_NOUN = {
    "Mr Dahl's lawyer, Aud Berg, said it was cold. Mr Roe's lawyer said it was old.": ["Aud Berg", "Mr Roe's lawyer"],
    "The works minister, Aud Berg, said it was cold. Norway's works minister said it was old.": [
        "Aud Berg",
        "Aud Berg",
    ],
    "Aud Berg leads the Potters Group in Turkey, which says it is cold.": ["Potters Group"],
    "Aud Berg is the head of the Potters Group in Turkey, which says it is cold.": ["Potters Group"],
    "The host, Kiln Council board member Aud Berg, said it was cold.": ["Aud Berg"],
    "The host said it was cold. A host of potters said it was old.": ["The host", "A host of potters"],
    "Customs and Border Protection said it was cold. CBP said it was old.": ["Customs and Border Protection"] * 2,
    "The Centers for Kiln Control said it was cold.": ["Centers for Kiln Control"],
    "The Norway Organisation for Applied Kiln Research (NTO) met. NTO said it was cold.": [
        "Norway Organisation for Applied Kiln Research"
    ],
}


@pytest.mark.parametrize("text", _WHOSE_NOUN)
def test_who_is_meant_by_a_noun(text):
    """Who owns a noun, what "which" takes up, and bodies of more words than their initials."""
    assert [label for _, label in _said(text)] == _WHOSE_NOUN[text]


_SENT = {
    "The guild sent a letter to potters last week saying that it was cold.": [("that it was cold", "The guild")],
    "However, while it may be “cold for once,” it is old, Aud Berg said.": [
        ("while it may be cold for once, it is old", "Aud Berg")
    ],
}


@pytest.mark.parametrize("text", _SENT)
def test_what_is_sent_and_what_opens_a_sentence(text):
    """To whom a letter goes is none of its words, and neither is "however"."""
    assert _said(text) == _SENT[text]


_SUBJECTS_OF_LATER_VERBS = {
    "Bo Roe met Ms Berg, called the kiln “cold and far too old” and left.": [
        ("the kiln cold and far too old", "Bo Roe")
    ],
    "Bo Roe, angry that the kiln was cold, said it was old.": [("it was old", "Bo Roe")],
    "The guild, alarmed that the kiln was cold, is urging potters to stay away.": [
        ("that the kiln was cold", "The guild"),
        ("to stay away", "The guild"),
    ],
    "Bo Roe closed the shed, years after saying that it was cold.": [("that it was cold", "Bo Roe")],
    "Bo Roe declared the shed, only weeks after believing that it was cold.": [("that it was cold", "Bo Roe")],
}


@pytest.mark.parametrize("text", _SUBJECTS_OF_LATER_VERBS)
def test_whose_a_later_verb_is(text):
    """Whom somebody met is not who goes on behind a comma, and a clause about a subject takes none of its verbs."""
    assert _said(text) == _SUBJECTS_OF_LATER_VERBS[text]


_CLAUSE_OR_OBJECT = {
    "Police say the potter who broke the jar was away.": "the potter who broke the jar was away",
    "Police say the potter who broke the jar, Bo Roe, was away.": "the potter who broke the jar, Bo Roe, was away",
    "Potters worry the kiln is cold.": "the kiln is cold",
    "Bo Roe lamented the fact that it was cold.": "that it was cold",
    "Bo Roe pleaded with potters to stay away.": "to stay away",
    "Bo Roe appealed to potters to stay away.": "to stay away",
    "Bo Roe has urged an “end to all of the cold”.": "an end to all of the cold",
    "Bo Roe spoke of a “lost age of very cold kilns”.": "lost age of very cold kilns",
    "Bo Roe spoke, describing it as “very cold, and far too old” before leaving the shed.": (
        "it as very cold, and far too old"
    ),
}


@pytest.mark.parametrize("text", _CLAUSE_OR_OBJECT)
def test_a_clause_or_an_object(text):
    """What follows a verb is a clause where a verb of its own follows, also behind who it is about."""
    assert [words for words, _ in _said(text)] == [_CLAUSE_OR_OBJECT[text]]


@pytest.mark.parametrize("text", ["The kiln worries potters.", "Bo Roe appealed to the court.", "It surprised her."])
def test_what_only_affects_somebody(text):
    """What worries somebody says nothing."""
    assert _said(text) == []


_ASIDES_BEFORE_THAT = {
    "Aud Berg claimed — in a post, of all things — that the kiln was cold.": [("that the kiln was cold", "Aud Berg")],
    "Bo Roe argued on Monday - though nobody asked - that it was cold.": [("that it was cold", "Bo Roe")],
    "Aud Berg said before visiting the kiln on Tuesday that it was cold.": [("that it was cold", "Aud Berg")],
    "Aud Berg warned, while opening the shed, that the kiln was cold.": [("that the kiln was cold", "Aud Berg")],
    "Aud Berg said when asked about the fire that it was cold.": [("that it was cold", "Aud Berg")],
    "Aud Berg left after telling the guild that it was cold.": [("that it was cold", "Aud Berg")],
    "Most believe the kiln is cold.": [("the kiln is cold", "Most")],
    "But most said that the kiln was cold.": [("that the kiln was cold", "most")],
    "Most importantly, the kiln is cold, Aud Berg said.": [("Most importantly, the kiln is cold", "Aud Berg")],
    "A potter who works here and who asked not to be named said it was cold.": [("it was cold", "A potter")],
    "A potter who lives here and who saw the fire told the Post it was cold.": [("it was cold", "A potter")],
    "Even as Bo Roe insists the kiln is “cold and far too old,” Aud Berg laughs.": [
        ("the kiln is cold and far too old,", "Bo Roe")
    ],
    "Twelve potters have said it is cold, eight have said it is warm.": [
        ("it is cold", "Twelve potters"),
        ("it is warm", "eight"),
    ],
    "“It is cold. Is it late?” Berg, a potter from Voss, said softly into the phone.": [
        ("It is cold. Is it late?", "Berg")
    ],
    "“Is it cold?” Berg, a potter from Voss, left the shed.": [],
}


@pytest.mark.parametrize("text", _ASIDES_BEFORE_THAT)
def test_asides_and_clauses_around_a_cue(text):
    """An aside between a verb and "that", a clause with a speaker of its own, and who is one of most."""
    assert _said(text) == _ASIDES_BEFORE_THAT[text]


_WHEN_SAID = {
    "Aud Berg told the Voss Post before she spoke at the hall that it was cold.": [("that it was cold", "Aud Berg")],
    "Aud Berg said after the guild met on Monday that it was cold.": [("that it was cold", "Aud Berg")],
    "Aud Berg told the guild after Bo Roe said that it was cold.": [("that it was cold", "Bo Roe")],
    "Aud Berg asked the guild if the rain meant that it was cold.": [
        ("if the rain meant that it was cold", "Aud Berg")
    ],
    "Aud Berg said in May, when the story broke, “I lit the kiln.”": [("I lit the kiln.", "Aud Berg")],
    "Aud Berg went out of her way to say that it was cold.": [("that it was cold", "Aud Berg")],
    "Aud Berg got out of her car to say that it was cold.": [],
    "Potters are slightly more likely to say it is cold.": [("it is cold", "Potters")],
    "Potters are most likely to say it is cold.": [],
    "Even members who back the plan said on Monday that it was late.": [("that it was late", "members")],
    "“It is cold,” said the fire chief known as Ember.": [("It is cold,", "Ember")],
    "“It is cold,” said Aud Berg, who said potters often fail to see it.": [
        ("It is cold,", "Aud Berg"),
        ("potters often fail to see it", "Aud Berg"),
    ],
    "Bo Roe, founder of a guild that sends potters to Voss, said he saw it.": [("he saw it", "Bo Roe")],
}


@pytest.mark.parametrize("text", _WHEN_SAID)
def test_occasions_and_what_leads_to_a_cue(text):
    """When somebody speaks is none of the words, and "more likely to say" says."""
    assert _said(text) == _WHEN_SAID[text]


_WHERE_CLAUSES_JOIN = {
    "Jars can break, and as Bo Roe noted, kilns can burn.": [("kilns can burn", "Bo Roe")],
    "In the town where both live - her father worked here, as she said on Monday - they met.": [
        ("her father worked here", "she")
    ],
    "Bo Roe told the hall that it was cold, as Aud Berg has said.": [("that it was cold", "Bo Roe")],
    "Few potters stay, but in the end, Aud Berg said, Bo Roe will leave.": [
        ("Few potters stay, but in the end Bo Roe will leave", "Aud Berg")
    ],
    "It is a gamble, potters say, that would pay off.": [("It is a gamble that would pay off", "potters")],
    "He had no jars, the guild added, and had sold his kiln.": [("He had no jars and had sold his kiln", "the guild")],
    "In Voss, potters marched, the Post reported, while in Bergen the fair was quiet, the Echo reported.": [
        ("In Voss, potters marched", "Post"),
        ("while in Bergen the fair was quiet", "Echo"),
    ],
    "When asked which jar was best, only 23 percent of those who came chose hers.": [("which jar was best", None)],
    "Asked whether it was cold, Bo Roe answered.": [("whether it was cold", None)],
    "Some in the hall booed, and when Bo Roe thanked Voss and said it was good, a man yelled.": [
        ("it was good", "Bo Roe")
    ],
    "Bo Roe hired Ann Berg as head of the guild, then said it was late.": [("it was late", "Bo Roe")],
    "Bo Roe told the guild “it is cold”, as Aud Berg said.": [("it is cold", "Bo Roe")],
    "He was late. Some 16 percent of Norwegian registered voters say it is cold.": [
        ("it is cold", "Some 16 percent of Norwegian registered voters")
    ],
    "42% say they are warm, 32% call it cold.": [("they are warm", "42%")],
    "While 37 percent say it is “very cold”, 39 percent blame the rain.": [("it is very cold", "37 percent")],
    "In addition, according to the guild, twelve potters who left will be paid.": [
        ("In addition twelve potters who left will be paid", "the guild")
    ],
    "The jars were sorted according to size.": [],
    "The kiln will close, according to the plan.": [("The kiln will close", "the plan")],
    "Bo Roe said his band and the star Bo Lind, known as Jar, wrote a host of songs.": [
        ("his band and the star Bo Lind, known as Jar, wrote a host of songs", "Bo Roe")
    ],
    "Some 52 percent of registered voters say it is cold.": [("it is cold", "Some 52 percent of registered voters")],
}


@pytest.mark.parametrize("text", _WHERE_CLAUSES_JOIN)
def test_where_joined_clauses_begin_and_end(text):
    """What stands before a joint, between dashes or behind a comma belongs to whoever says it."""
    assert _said(text) == _WHERE_CLAUSES_JOIN[text]


def test_answers_keep_their_guest():
    """Whom a guest speaks of is not who answers next."""
    text = (
        "Aud Berg spoke to the Post.\n\nQ: Is it cold?\n\nA: It is.\n\nMy crew warned me.\n\n"
        "Bo Roe left.\n\nQ: Will you go?\n\nA: No, I will stay."
    )
    assert _said(text)[0] == ("It is", "Aud Berg")
    assert _said(text)[-1] == ("No, I will stay", "Aud Berg")


_THINGS_THAT_LOOK_SAID = {
    "The guild ended the pro-kiln protests that began in May.": [],
    "The mayor claims that was late.": [("that was late", "The mayor")],
    "In a letter and tweet that wrongly named the warden, the guild left.": [],
    "It adds to the pressure on its allies and states that support Agder with boats.": [],
    "The guild left, and claims that it was late.": [("that it was late", "The guild")],
    "Shares in Norkiln declined 3%, and the guild declined an interview.": [("an interview", "the guild")],
    "Teens love the ferry. That's according to a new poll by the guild.": [],
    "That is late, according to Aud Berg.": [("That is late", "Aud Berg")],
    "The “Salt. It sells” drive has been facing doubts since May.": [],
    "“It is cold,” crowed the mayor.": [("It is cold,", "the mayor")],
    "The bank set aside a smaller than expected sum to protect itself.": [],
    "The bank expected a sum to be paid.": [("a sum to be paid", "The bank")],
    "See posts :\nThe council met.": [],
    "Let’s quickly recap what we said in May.": [],
    "Make Agder said it was late.": [("it was late", "Make Agder")],
    "Aud Berg said that it was cold.\n\nIt is. “And so on and on it goes in here.”": [
        ("that it was cold", "Aud Berg"),
        ("And so on and on it goes in here.", None),
    ],
}


@pytest.mark.parametrize("text", _THINGS_THAT_LOOK_SAID)
def test_things_that_look_said(text):
    """Nouns, comparisons, amounts and biddings are told, and nobody says them."""
    assert _said(text) == _THINGS_THAT_LOOK_SAID[text]


_WHO_OPENS_THE_SENTENCE = {
    "Backers of the tax say that it helps.": "Backers of the tax",
    "Makers of kilns say that it helps.": "Makers of kilns",
    "Ex-friends told the Courier that she was tired.": "Ex-friends",
    "Backers said that it was late.": "Backers",
    "Aud Berg left. Yes, it was late. She said that it was cold.": "Aud Berg",
    "Over the course of that interview, Dale and Martha said it was late.": "Dale and Martha",
    "Last month Gov. Aud Berg said it was late.": "Aud Berg",
    "Last summer camp staff said it was late.": "Last summer camp staff",
    "The Courier reported last month Aud Berg had left.": "Courier",
    "People who like the kilns say they are warm.": "People",
    "Potters who have done the sums say it is late.": "Potters",
    "Day-by-day Aud Berg’s kilns cool. Aud Berg says it is late.": "Aud Berg",
    "The Agder and Voss ministries accused the guild of holding “secret kilns”.": "The Agder and Voss ministries",
    "Aud Berg’s recently named aide Bo Roe said it was late.": "Bo Roe",
    "Job cuts are due, said the firm’s recently named chair Bo Roe in an email.": "Bo Roe",
    "A rise is due, according to the media tracking firm AdKiln.": "AdKiln",
    "Friends calling singer Aud Berg said it was late.": "Aud Berg",
}


@pytest.mark.parametrize("text", _WHO_OPENS_THE_SENTENCE)
def test_who_opens_the_sentence(text):
    """Nouns with a capital are no names, and what stands before a speaker or inside the phrase is no speaker."""
    assert [source for _, source in _said(text)] == [_WHO_OPENS_THE_SENTENCE[text]]


_WHO_SAID_WHAT_IN_MARKS = {
    "The rule was described by the charity Norhelp as a “chance for all of us”.": [
        ("The rule a chance for all of us", "Norhelp")
    ],
    "The rule was hailed as a “chance for all” by Norhelp.": [("The rule a chance for all", "Norhelp")],
    "Aud Berg, identified as “Minor Victim 1” in the files, left.": [],
    "She left what Aud Berg, a potter, described as “a mess”.": [("a mess", "Aud Berg")],
    "“The guild has met its match,” was how Aud Berg described it to friends.": [
        ("The guild has met its match,", "Aud Berg")
    ],
    "Here is how it went in the words of the captain: “We were late and it was cold.”": [
        ("We were late and it was cold.", "the captain")
    ],
    "Here is the story of the kiln: “We were late and it was cold.”": [("We were late and it was cold.", None)],
    "“I did it for you,” the “Kiln” actor said on “Today.”": [("I did it for you,", "the “Kiln” actor")],
    "“I did it.” “Kiln” actors said it was late.": [("it was late", "actors")],
    "A note by the guild confirming the sale read: “It is sold.”": [
        ("It is sold.", "A note by the guild confirming the sale")
    ],
    "The fire led Aud Berg, a guild backer, to urge Bo Roe to “be a hero”.": [("to be a hero", "Aud Berg")],
    "She dismissed the plan in May in a room full of potters, as ever: “It is cold and so very late.”": [
        ("It is cold and so very late.", "She")
    ],
    "Aud Berg told the court on Monday, 28 April, that “it is late”.": [("that it is late", "Aud Berg")],
    "Aud Berg told the court on Monday, April 28, that “it is late”.": [("that it is late", "Aud Berg")],
    "On Monday, two potters said it was late.": [("it was late", "two potters")],
    "She then told the guilds, who had met in Voss, what she would do: “I would sell it all at once.”": [
        ("what she would do I would sell it all at once.", "She")
    ],
}


@pytest.mark.parametrize("text", _WHO_SAID_WHAT_IN_MARKS)
def test_who_said_what_in_marks(text):
    """Marks go to whoever is named for them in the sentence, before or behind; what is only called so is nobody's."""
    assert _said(text) == _WHO_SAID_WHAT_IN_MARKS[text]


_WHOM_A_PRONOUN_CARRIES_ON = {
    "Aud Berg laughed. She gave me the address of Bo’s sister, Eva Fry. “It is late,” she said.": "Aud Berg",
    "Aud Berg laughed. She met her sister, and later Eva Fry, she said, was late.": "Aud Berg",
    "Aud Berg left. He met Eva Fry. “It is late,” she said.": "Eva Fry",
    "Potters were late. On Monday, hundreds of nurses met in Voss. “It is cold,” they said.": "hundreds of nurses",
    "Two boys ran. They said it was late.": "Two boys",
    "Prices rose. They said it was late.": "They",
    "The firm sent its report of 4 May 2024, which found the ban was illegal.": "its report",
    "The firm sent its report from May 2024, which found the ban was illegal.": "its report",
    "Agder’s Department of Roads (Dor) director-general, Zane Berg, said it was late.": "Zane Berg",
}


@pytest.mark.parametrize("text", _WHOM_A_PRONOUN_CARRIES_ON)
def test_whom_a_pronoun_carries_on(text):
    """A pronoun that opens a sentence goes on with the one before, and "they" are those whom that is about."""
    assert [source for _, source in _said(text)] == [_WHOM_A_PRONOUN_CARRIES_ON[text]]


_PHRASES_AROUND_CLAUSES = {
    "The guild wrote a report, citing experts who say that kilns will go cold.": [
        ("that kilns will go cold", "experts")
    ],
    "The letters made public since May were late.": [],
    "“It is cold,” she made clear.": [("It is cold,", "she")],
    "Aud Berg made it known that it was late.": [("that it was late", "Aud Berg")],
    "The idea of running a kiln does not answer basic points.": [],
    "Aud Berg did not answer our questions.": [("answer our questions", "Aud Berg")],
}


@pytest.mark.parametrize("text", _PHRASES_AROUND_CLAUSES)
def test_phrases_around_clauses(text):
    """A clause inside a phrase is whole, and what a phrase describes is not said."""
    assert _said(text) == _PHRASES_AROUND_CLAUSES[text]


_AROUND_THE_STORY = {
    "Share this page": True,
    "Share the ferry with friends, the guild says.": False,
    "Media caption: The kiln at Voss": True,
    "Image caption, The kiln at Voss": True,
    "Main image credit: Bo Roe/Norpix": True,
    "Follow Voss News on Facebook and X.": True,
    "Like many potters on Facebook, she was late.": False,
    "Leave a comment": True,
    "CLICK FOR FULL KILN RESULTS": True,
    "This article has been adapted from its original source.": True,
    "This article has been on her mind since May, she said.": False,
}


@pytest.mark.parametrize("line", _AROUND_THE_STORY)
def test_lines_around_a_story(line):
    """Links, captions and what was made of a story are no part of it, wherever they stand, and no corrections."""
    body = "The kiln in Voss was lit in 1911, and it has never gone out since that winter."
    article = read_text(f"The kiln that warmed a town\n\n{body}\n\n{body}\n\n{line}")
    assert (line in article.text, article.corrections) == (not _AROUND_THE_STORY[line], ())


def test_the_head_of_a_blog():
    """The way to a page, and a byline with what it is filed under."""
    body = "A man was held on Monday after a fire at a kiln, police said."
    line = "by Eva Lund | Mar 3, 2026 | Crime, Local News | 0 comments"
    article = read_text(f"Home » News » Local\n\nMan held after kiln fire\n\n{line}\n\nShare this story\n\n{body}")
    assert (article.headline, article.section, article.text) == (
        "Man held after kiln fire",
        "Home » News » Local",
        body,
    )
    assert ([author.name for author in article.authors], str(article.published)) == (["Eva Lund"], "2026-03-03")


def test_a_byline_with_bars_and_no_date():
    """Bars divide the parts of a byline, too."""
    body = "A man was held on Monday after a fire at a kiln, police said."
    article = read_text(f"Man held after kiln fire\n\nBy Eva Lund | Voss Courier\n\n{body}")
    assert [(author.name, author.affiliation) for author in article.authors] == [("Eva Lund", "Voss Courier")]


def test_questions_that_a_page_links():
    """Titles that end with a question are links as others are."""
    body = "The kiln in Voss was lit in 1911, and it has never gone out since that winter."
    article = read_text(f"The kiln\n\n{body}\n\n{body}\n\nMore on this story\n\nKilns: a guide\n\nWhy are kilns hot?")
    assert article.text == f"{body}\n\n{body}"


def test_a_known_town_and_an_agency_with_no_dash():
    """A town that is known needs no capitals and no dash before an agency."""
    article = read_text("London (CNN Business) A muddled view of trade talks is weighing on investors.")
    assert (article.credit, article.dateline and article.dateline.place) == ("CNN Business", "London")
    assert read_text("Rosewood (CNN Business) A muddled view of talks is weighing on investors.").dateline is None


_WORDS_OF_TWO_SENSES = {
    "Aud Berg told the tale of a guild who met in May.": [],
    "Aud Berg told the guild who met in May.": [("who met in May", "Aud Berg")],
    "Although she had written a will, it was lost.": [],
    "Proponents say it is late.": [("it is late", "Proponents")],
    "An attendee said it was late.": [("it was late", "An attendee")],
    "“It is late,” He Jiaming said.": [("It is late,", "He Jiaming")],
    "He said it was late.": [("it was late", "He")],
}


@pytest.mark.parametrize("text", _WORDS_OF_TWO_SENSES)
def test_words_of_two_senses(text):
    """A tale is told to nobody, a will is none that will, and "He" before a surname is a given name."""
    assert _said(text) == _WORDS_OF_TWO_SENSES[text]


_WHO_IS_PRESIDENT = {
    "President Eva Lund’s aides met. Bo Roe, president of the Kiln Bureau, said it was late. "
    "The president said it was cold.": "Eva Lund",
    "Eva Lund’s aides met. Bo Roe, president of the Kiln Bureau, said it was late. "
    "The president said it was cold.": "Bo Roe",
    "President Eva Lund’s aides met. Bo Roe, president of the Kiln Bureau, said it was late. "
    "The guild president said it was cold.": "Bo Roe",
}


@pytest.mark.parametrize("text", _WHO_IS_PRESIDENT)
def test_the_president_is_not_that_of_a_body(text):
    """A bare office is that of whoever has it by itself, and not in a body."""
    assert _said(text)[-1][1] == _WHO_IS_PRESIDENT[text]


_CUES_BEHIND_WORDS = {
    "“It is late,” Aud Berg noted as she left.": "noted",
    "“It is late,” officers announced on the radio.": "announced",
    "“It is late,” Aud Berg said on Monday.": "said",
    "Aud Berg described the kiln as “a mess”.": "described",
}


@pytest.mark.parametrize("text", _CUES_BEHIND_WORDS)
def test_cues_behind_words(text):
    """A preposition behind a cue is none of its own where the words stand before it."""
    quote = find_quotes(text, min_confidence=0)[1][0]
    assert quote.attribution is not None
    assert quote.attribution.cue is not None
    assert quote.attribution.cue.text == _CUES_BEHIND_WORDS[text]


def test_what_somebody_says_next():
    """What another says behind "and then" is no part of what was said before."""
    assert _said("Aud Berg said it was late, and then Bo Roe said it was cold.") == [
        ("it was late", "Aud Berg"),
        ("it was cold", "Bo Roe"),
    ]


_ADJECTIVES_OF_NAMES = {
    "A study by the Kiln Centre, a London-based think tank, found that it was late.": "A study by the Kiln Centre",
    "The guild, a think tank, said it was late.": "The guild",
    "Voss-born Aud Berg said it was late.": "Aud Berg",
    "The UN-backed guild said it was late.": "The UN-backed guild",
    "Ann Smith-Reed said it was late.": "Ann Smith-Reed",
}


@pytest.mark.parametrize("text", _ADJECTIVES_OF_NAMES)
def test_adjectives_made_of_names(text):
    """What is made of a name and a participle describes what comes behind it, and is no name."""
    assert [source for _, source in _said(text)] == [_ADJECTIVES_OF_NAMES[text]]


_COMMAS_BEFORE_THAT = {
    "Aud Berg wrote on X, the site owned by Bo Roe, that it was cold.": [("that it was cold", "Aud Berg")],
    "Aud Berg wrote on Kiln, formerly Jar, that it was cold.": [("that it was cold", "Aud Berg")],
    "Aud Berg said on Monday, based on the count, that it was cold.": [("that it was cold", "Aud Berg")],
    "Aud Berg said, her voice shaking, that it was cold.": [("that it was cold", "Aud Berg")],
    "Aud Berg said, as rain fell, that it was cold.": [("that it was cold", "Aud Berg")],
    "Aud Berg says despite the rain, the fair will open.": [("despite the rain, the fair will open", "Aud Berg")],
    "Aud Berg said in Voss, the fair would open.": [],
    "And, Aud Berg tells the crowd, it has been a long year.": [("it has been a long year", "Aud Berg")],
    "He was away, and people familiar with his thinking say he wants a kiln.": [
        ("he wants a kiln", "people familiar with his thinking")
    ],
    "The guild hoped that after the Voss talks “a deal will be signed soon”.": [
        ("that after the Voss talks a deal will be signed soon", "The guild")
    ],
    "Aud Berg talks “of kilns that sing”.": [("of kilns that sing", "Aud Berg")],
}


@pytest.mark.parametrize("text", _COMMAS_BEFORE_THAT)
def test_commas_behind_a_cue(text):
    """What stands between commas behind a verb is no part of the clause with "that"."""
    assert _said(text) == _COMMAS_BEFORE_THAT[text]


_NOT_SAID_BEFORE = {
    "Asked on Monday about it, Aud Berg said “I know nothing about the kiln,” she said.": [
        ("I know nothing about the kiln,", "Aud Berg")
    ],
    "Aud Berg said “it is cold,” police say.": [
        ("Aud Berg said it is cold,", "police"),
        ("it is cold,", "Aud Berg"),
    ],
    "Aud Berg has told friends since the spring, at fairs and in sheds, that it is cold.": [
        ("that it is cold", "Aud Berg")
    ],
    "Not long after Bo Roe left, the Post asked Aud Berg about the kiln.": [],
    "In her speech at the fair, held in May, Aud Berg told the story of a kiln.": [],
    "In a talk on how guilds can grow, Aud Berg tells one joke about kilns.": [],
    "In a letter that was sent on Monday, Aud Berg asked the guild for money.": [],
    "Days after the kiln burned, Aud Berg told the guild.": [],
    "To show that it was cold, Aud Berg wrote to the guild.": [],
    "Years after it was built, Aud Berg said, the kiln is cold.": [
        ("Years after it was built the kiln is cold", "Aud Berg")
    ],
    "More than half of the kilns are cold, figures show.": [("More than half of the kilns are cold", "figures")],
    "The kiln was cold, Aud Berg complained to the guild.": [("The kiln was cold", "Aud Berg")],
    "When asked who won, the vast majority – 55 percent – named Aud Berg.": [("who won", None)],
    "Bo Roe said the guild and the mayor agreed that it was cold.": [
        ("the guild and the mayor agreed that it was cold", "Bo Roe"),
        ("that it was cold", "the guild and the mayor"),
    ],
}


@pytest.mark.parametrize("text", _NOT_SAID_BEFORE)
def test_what_stands_before_and_is_not_said(text):
    """What opens a sentence in which somebody asks or tells a story is not said, nor who was said to speak."""
    assert _said(text) == _NOT_SAID_BEFORE[text]


_ALONE_BEHIND_DEEDS = {
    "Aud Berg wants to fire the kiln by May. “It could be hard, but we are confident that it will happen.”": [
        ("It could be hard, but we are confident that it will happen.", "Aud Berg")
    ],
    "“It is cold,” Aud Berg said. She then went back to the kiln. “I do not like it at all.”": [
        ("It is cold,", "Aud Berg"),
        ("I do not like it at all.", "Aud Berg"),
    ],
    "The guild waits, but Aud Berg wants to fire the kiln. “We have peat enough for a year.”": [
        ("We have peat enough for a year.", "Aud Berg")
    ],
    "The guild wants to fire the kiln by May. “It could be hard, but it will happen.”": [
        ("It could be hard, but it will happen.", "The guild")
    ],
    "Aud Berg said the kiln was cold. “It has been so for many years.”": [
        ("the kiln was cold It has been so for many years.", "Aud Berg")
    ],
}


@pytest.mark.parametrize("text", _ALONE_BEHIND_DEEDS)
def test_words_alone_behind_what_is_hardly_said(text):
    """Words alone in marks behind somebody's plans and deeds are a quotation of their own, and no part of these."""
    assert _said(text) == _ALONE_BEHIND_DEEDS[text]


_SAID_AND_SPEAKER_LAST = {
    "The kiln “will not be fired” this year, said the potter Aud Berg.": [
        ("The kiln will not be fired this year", "Aud Berg")
    ],
    "Bo Roe, a potter of “Cold Yard” in Voss, said nothing.": [],
    "Potters like Bo Roe challenge the view of the guild, said Aud Berg, a historian.": [
        ("Potters like Bo Roe challenge the view of the guild", "Aud Berg")
    ],
    "Potters like Bo Roe in the long view of the guild, said goodbye.": [],
    "“Is it cold?” Aud Berg softly asked before she left.": [("Is it cold?", "Aud Berg")],
}


@pytest.mark.parametrize("text", _SAID_AND_SPEAKER_LAST)
def test_said_and_its_speaker_close_a_sentence(text):
    """Words are said where a verb stands in the marks amid them, or looks like a noun."""
    assert _said(text) == _SAID_AND_SPEAKER_LAST[text]


_AMID_LATER_WORDS = {
    "“It is cold,” Aud Berg said. As a potter, “we have to fire it every day.”": [
        ("It is cold,", "Aud Berg"),
        ("we have to fire it every day.", "Aud Berg"),
    ],
    "Aud Berg said the kiln was cold. Bo Roe had left the yard “without a word to any of us.”": [
        ("the kiln was cold", "Aud Berg"),
        ("without a word to any of us.", "Aud Berg"),
    ],
    "Aud Berg said the kiln was cold. (They go there “without a word to any of us.”)": [
        ("the kiln was cold", "Aud Berg"),
        ("without a word to any of us.", None),
    ],
    "Aud Berg said it was cold. The yard was, in the guild's phrase, “a place of smoke and of peat.”": [
        ("it was cold", "Aud Berg"),
        ("a place of smoke and of peat.", None),
    ],
    "Aud Berg wants a kiln. Bo Roe had left the yard “without a word to any of us.”": [
        ("without a word to any of us.", None)
    ],
    "Aud Berg said it was cold.\n\nBo Roe had left the yard “without a word to any of us.”": [
        ("it was cold", "Aud Berg"),
        ("without a word to any of us.", None),
    ],
}


@pytest.mark.parametrize("text", _AMID_LATER_WORDS)
def test_marks_amid_the_narrators_words_behind_a_speaker(text):
    """Long words in marks that no verb gives to anybody are those of whoever speaks before them in the paragraph."""
    assert _said(text) == _AMID_LATER_WORDS[text]


_OF_ONE_SURNAME = {
    "Aud Berg built the kiln. “It is cold,” Berg said.\n\nHer uncle, Jan Berg, left.\n\n“It is late,” said Berg.": [
        ("It is cold,", "Aud Berg"),
        ("It is late,", "Aud Berg"),
    ],
    "Aud Berg built the kiln.\n\nJan Berg of Voss built the shed.\n\n“It is late,” said Berg.": [
        ("It is late,", "Jan Berg")
    ],
    "Aud Berg built the kiln, and Ms Berg likes it.\n\nJan Berg built the shed.\n\n“It is late,” said Ms Berg.": [
        ("It is late,", "Aud Berg")
    ],
}


@pytest.mark.parametrize("text", _OF_ONE_SURNAME)
def test_whose_a_surname_of_several_is(text):
    """A surname alone is that of whom the text has called so before; else of who was named last."""
    assert _said(text) == _OF_ONE_SURNAME[text]


_BEHIND_ASIDES = {
    "He quoted a guild's memo, found in 2023 in a shed in Voss, which said it was cold.": "a guild's memo",
    "They found a letter, dated March 3, which said it was cold.": "a letter",
    "Bo Roe, hired by the guild in 2019, who said it was cold, has left.": "Bo Roe",
    "It was opposed by potters, backed by the guild, which said it was cold.": "the guild",
    "They met Aud Berg, a potter from Voss, who said it was cold.": "a potter from Voss",
    "Aud Berg, the mayor, replied to Bo Roe, who said it was cold.": "Bo Roe",
    "Aud Berg left, replied late.\n\nThe guild lined up with Bo Roe, who said it was cold.": "Bo Roe",
}


@pytest.mark.parametrize("text", _BEHIND_ASIDES)
def test_relative_behind_an_aside(text):
    """A relative behind an aside takes up what the aside describes, if that is of its kind."""
    assert [_BEHIND_ASIDES[text]] == [label for words, label in _said(text)]


_AMID = {
    "The guild, according to an audit seen by the Post, sold its kiln.": [
        ("The guild sold its kiln", "an audit seen by the Post")
    ],
    "The guild, according to papers released on Monday, knew of the fire.": [("The guild knew of the fire", "papers")],
    "The guild, according to a letter that was sent to staff, is to close.": [("The guild is to close", "a letter")],
    "Sales, according to Aud Berg, rose by half.": [("Sales rose by half", "Aud Berg")],
    "The kiln fell, according to Aud Berg, built in 1912.": [("The kiln fell", "Aud Berg")],
    "Sales rose, according to figures published today, and it was cold.": [("Sales rose", "figures")],
    "Meanwhile, according to Aud Berg, sales rose.": [("sales rose", "Aud Berg")],
    "“A mess” is how Bo Roe described the shed.": [("A mess", "Bo Roe")],
    "“A mess” was how Aud Berg, the warden, summed it up.": [("A mess", "Aud Berg")],
    "“A mess” is what Bo Roe left.": [],
    "The vicar, the Rev Aud Berg, said it was cold.": [("it was cold", "Aud Berg")],
    "The kiln, the Berg guild said, was cold.": [("The kiln was cold", "the Berg guild")],
    "“It is cold,” joked outgoing guild master Bo Roe.": [("It is cold,", "Bo Roe")],
    "“It is cold,” admitted acting mayor Aud Berg.": [("It is cold,", "Aud Berg")],
    "“It is cold,” quipped outgoing Speaker Bo Roe.": [("It is cold,", "Bo Roe")],
    "“It is cold,” he joked, facing coach Bo Roe.": [("It is cold,", "he")],
    "Police chief Bo Roe met Aud Berg. “It is cold,” the police chief said.": [("It is cold,", "Bo Roe")],
    "The police chief executive said it was cold.": [("it was cold", "The police chief executive")],
}


@pytest.mark.parametrize("text", _AMID)
def test_whoever_stands_amid_what_is_said(text):
    """What goes on behind "according to", who speaks behind "is how", and offices that look like deeds."""
    assert _said(text) == _AMID[text]


_OWN_VIEWS = {
    "In Aud Berg's view, the kiln is cold.": [("the kiln is cold", "Aud Berg")],
    "Aud Berg left. In her view, the kiln is cold.": [("the kiln is cold", "Aud Berg")],
    "The kiln, in Aud Berg's view, is cold and old.": [("The kiln is cold and old", "Aud Berg")],
    "Aud Berg lit it. It was, in her own words, “a wall of mud”.": [("It was a wall of mud", "Aud Berg")],
    "Aud Berg lit it. It was “a wall of mud”, in her words.": [("It was a wall of mud", "Aud Berg")],
    "In Aud Berg's words: “It was a wall of mud.”": [("It was a wall of mud.", "Aud Berg")],
    "Aud Berg left because, in her words, “it was a wall of mud”.": [("it was a wall of mud", "Aud Berg")],
    "Aud Berg left early and, in her view, late.": [],
    "In her view, Aud Berg said, the kiln was cold.": [("In her view the kiln was cold", "Aud Berg")],
    "Aud Berg said it was cold. The yard was, in the guild's words, “a place of smoke and of peat.”": [
        ("it was cold", "Aud Berg"),
        ("The yard was a place of smoke and of peat.", "the guild"),
    ],
    "In my view, the kiln is cold.": [],
    "In her view of the guild, Aud Berg is alone.": [],
}


@pytest.mark.parametrize("text", _OWN_VIEWS)
def test_in_whose_view(text):
    """A view or words that belong to somebody are attributed to him, if nobody else speaks there."""
    assert _said(text) == _OWN_VIEWS[text]


_DENIED = {
    "The guild denied reports that it was late.": [("reports that it was late", "The guild")],
    "The guild recalled a report on jars.": [],
    "The guild denied having sold the kiln.": [("having sold the kiln", "The guild")],
    "Bo Roe admits being late.": [("being late", "Bo Roe")],
    "Bo Roe likes being late.": [],
    "Bo Roe said having two kilns was a luxury.": [("having two kilns was a luxury", "Bo Roe")],
}


@pytest.mark.parametrize("text", _DENIED)
def test_what_is_denied_or_admitted(text):
    """Reports are denied as claims are; what somebody has done or was is denied as what he does."""
    assert _said(text) == _DENIED[text]


_SHARE_CODES = {
    "Norline (NORL.OL) will sell its kilns, the firm said.": [("Norline (NORL.OL) will sell its kilns", "Norline")],
    "Norline (7203.T) said it was cold.": [("it was cold", "Norline")],
    "Norline (NORL.OL), opens new tab said it was cold.": [("it was cold", "Norline")],
    "The guild said in a statement, opens new tab that it was cold.": [("that it was cold", "The guild")],
    "The shed (cold.) said no.": [],
}


@pytest.mark.parametrize("text", _SHARE_CODES)
def test_what_pages_put_behind_a_name(text):
    """The code of a share ends no sentence, and what a link leaves in the copy is no word of it."""
    assert _said(text) == _SHARE_CODES[text]


_DESCRIBED_TWICE = {
    "Aud Berg, head of the guild, which owns the kiln, said it was cold.": "Aud Berg",
    "Aud Berg, a potter from Voss, who lit the kiln, said it was cold.": "Aud Berg",
    "In Voss, the warden, who lit the kiln, said it was cold.": "the warden",
    "When Bo Roe left, the warden, who lit the kiln, said it was cold.": "the warden",
    "Sen. Aud Berg, D-Ariz., who lit the kiln, said it was cold.": "Aud Berg",
    "Sen. Aud Berg, R-Texas, the warden of the guild, said it was cold.": "Aud Berg",
    "Sen. Aud Berg, D-N.J., said it was cold.": "Aud Berg",
    "D-Day potters said it was cold.": "D-Day potters",
}


@pytest.mark.parametrize("text", _DESCRIBED_TWICE)
def test_whoever_is_described_twice_is_the_one_named(text):
    """An office or a seat behind a name, and a clause behind that, are of the one named."""
    assert _said(text) == [("it was cold", _DESCRIBED_TWICE[text])]


_ASKED_WHEN = {
    "“Never,” said Aud Berg when asked whether it was cold.": [("Never,", "Aud Berg"), ("whether it was cold", None)],
    "Bo Roe shrugged when asked if the kiln was cold.": [("if the kiln was cold", None)],
    "Ms Berg, when asked whether the kiln was cold, said “no”.": [
        ("whether the kiln was cold", None),
        ("no", "Berg"),
    ],
    "Bo Roe laughed when a potter asked whether it was cold.": [("whether it was cold", "a potter")],
    "Bo Roe asked whether it was cold.": [("whether it was cold", "Bo Roe")],
}


@pytest.mark.parametrize("text", _ASKED_WHEN)
def test_whoever_is_asked_does_not_ask(text):
    """A participle behind "when" without a subject is a passive."""
    assert _said(text) == _ASKED_WHEN[text]


@pytest.mark.parametrize(
    ("who", "label", "kind"),
    [
        ("A potter known to everybody as “Sparrow”", "Sparrow", SourceKind.PERSON),
        ("A potter known online as Sparrow", "Sparrow", SourceKind.PERSON),
        ("An artist who calls himself “Ghost”", "Ghost", SourceKind.PERSON),
        ("A firm known as Sparrow", "Sparrow", SourceKind.ORGANISATION),
        ("Bo Roe, aka “Sparrow”,", "Bo Roe", SourceKind.PERSON),
        ("A potter from Norline", "A potter from Norline", SourceKind.PERSON),
    ],
)
def test_what_somebody_is_known_as(who, label, kind):
    """Whoever goes by a name is called by it, and is a person where the words before it say so."""
    sources, _ = find_quotes(f"{who} said it was cold.")
    assert [(source.label, source.kind) for source in sources] == [(label, kind)]


_RANGES = {
    "Aud Berg says that a cook earns €300–350 (US$350–410) a month.": "that a cook earns €300–350 (US$350–410) a month",
    "Aud Berg said the Norway–Sweden deal would hold.": "the Norway–Sweden deal would hold",
    "Aud Berg says that the kiln is cold – the coldest in Voss.": "that the kiln is cold",
    "Aud Berg says that the kiln is cold–and leaves.": "that the kiln is cold",
}


@pytest.mark.parametrize("text", _RANGES)
def test_a_dash_within_a_range_ends_nothing(text):
    """A dash between two numbers or two names is part of a word; any other may end what is said."""
    assert _said(text) == [(_RANGES[text], "Aud Berg")]


_ACCORDING_AGAIN = {
    "They call it “Cold Yard.” According to Aud Berg, it is warm.": ("it is warm", "Aud Berg"),
    "In May, according to a guide her uncle has sold, Aud Berg led a strike.": (
        "In May Aud Berg led a strike",
        "a guide",
    ),
    "The kiln, according to the guild, burned down.": ("The kiln burned down", "the guild"),
    "Seven potters left, according to the guild, led by Aud Berg.": ("Seven potters left", "the guild"),
    "According to Aud Berg, a potter who has left, it is cold.": ("it is cold", "Aud Berg"),
    "According to Aud Berg, a potter based in Voss, it is cold.": ("it is cold", "Aud Berg"),
    "According to Aud Berg, a kiln that was built in May, the third, has burned.": (
        "a kiln that was built in May, the third, has burned",
        "Aud Berg",
    ),
    "According to the guild, a potter who has left, Aud Berg, saw it.": (
        "a potter who has left, Aud Berg, saw it",
        "the guild",
    ),
}


@pytest.mark.parametrize("text", _ACCORDING_AGAIN)
def test_according_behind_marks_and_around_who_it_is(text):
    """What "according to" tells begins behind who it is, and may go on behind it."""
    assert _ACCORDING_AGAIN[text] in _said(text)


@pytest.mark.parametrize(
    "text",
    [
        "Alleged boat thieves working on the coast have become a worry.",
        "Proposed cuts to the guild will be made by May.",
        "The guild's planned “free” fair is late.",
        "Aud Berg has to explain that high bill.",
        "The guild likes it that way.",
        "The only reason why they stay is the smell.",
    ],
)
def test_what_only_qualifies_or_points(text):
    """A participle that qualifies a noun, and "that" that points to a thing, tell of nothing said."""
    assert not _said(text)


_URGED_AND_MORE = {
    "Aud Berg explained that floods harm it.": [("that floods harm it", "Aud Berg")],
    "Berg's warned “it is cold and it will stay so”.": [("it is cold and it will stay so", "Berg's")],
    "Aud Berg urged the potters of Voss, “Stay with us.”": [("Stay with us.", "Aud Berg")],
    "Aud Berg urged the potters of Voss to stay.": [("to stay", "Aud Berg")],
}


@pytest.mark.parametrize("text", _URGED_AND_MORE)
def test_neighbours_of_what_only_qualifies(text):
    """What does take a clause keeps it, and whoever is urged is no part of the words."""
    assert _said(text) == _URGED_AND_MORE[text]


_COMPANY = {
    "Kiln Inc. said it was cold. Bo Roe said Glaze AG was for sale. The company declined to comment.": "Glaze AG",
    "Kiln Inc. said it was cold. Bo Roe left. The company declined to comment.": "Kiln Inc.",
    "Kiln Inc. said it was cold. Bo Roe said Glaze AG was late. The agency declined to comment.": "Kiln Inc.",
}


@pytest.mark.parametrize("text", _COMPANY)
def test_company_is_the_one_named_last(text):
    """A company that is not named is the body that the sentence before is about, and else the one that spoke."""
    assert _COMPANY[text] == _said(text)[-1][1]


_NARRATED = {
    "Bo Roe told them the kiln was “cold,” and suggested that Aud Berg had left.": [
        ("the kiln was cold,", "Bo Roe"),
        ("that Aud Berg had left", "Bo Roe"),
    ],
    "Bo Roe told his sons the mayor had gone and said that she was ill.": [
        ("the mayor had gone", "Bo Roe"),
        ("that she was ill", "Bo Roe"),
    ],
    "Bo Roe said it would cost a million, a figure that Aud Berg has dismissed as “cold comfort”.": [
        ("it would cost a million", "Bo Roe"),
        ("cold comfort", "Aud Berg"),
    ],
    "According to a guild report released last week, it is cold.": [
        ("it is cold", "a guild report released last week")
    ],
}


@pytest.mark.parametrize("text", _NARRATED)
def test_what_goes_on_behind_words_that_somebody_was_told(text):
    """Who told somebody something goes on to speak, and what another calls a figure is that other's."""
    assert _NARRATED[text] == _said(text)


def test_paper_released_on_a_day():
    """A paper with the day behind it on which it came out is a document."""
    (source,) = find_quotes("According to a guild report released last week, it is cold.")[0]
    assert SourceKind.DOCUMENT is source.kind


_IN_RELATIVES = {
    "The film is about Eva, who, in the words of Bo Roe, “never came ashore”.": [("who never came ashore", "Bo Roe")],
    "Eva Lund, who, in the words of Bo Roe, “never came ashore”, has left.": [("who never came ashore", "Bo Roe")],
    "The kiln, which, according to Bo Roe, was late, burned.": [("which was late", "Bo Roe")],
    "They met a potter who, according to Bo Roe, was late.": [("who was late", "Bo Roe")],
    "The kiln, according to Bo Roe, was late.": [("The kiln was late", "Bo Roe")],
}


@pytest.mark.parametrize("text", _IN_RELATIVES)
def test_according_in_a_relative_clause(text):
    """Behind a relative, only its clause is whose the words are."""
    assert _said(text) == _IN_RELATIVES[text]


_LATER_VERBS = {
    "Aud Berg thanked the guild but added: “It is late.”": [("added:", "It is late.")],
    "Aud Berg praised the guild and warned “it is late, too late”.": [("warned", "it is late, too late")],
    "Aud Berg praised the guild: “It is late.”": [("praised", "It is late.")],
    "As Aud Berg observes late in the film, “It is late.”": [("observes", "It is late.")],
}


@pytest.mark.parametrize("text", _LATER_VERBS)
def test_cue_is_the_verb_at_the_marks(text):
    """The verb that leads to marks is their cue, not one that praises somebody before it."""
    quotes = find_quotes(text)[1]
    assert _LATER_VERBS[text] == [
        (quote.attribution.cue.text, quote.words) for quote in quotes if quote.attribution and quote.attribution.cue
    ]


_THINGS_OF_ITS_OWN = {
    "Kiln Voss said on Monday that its oven is hot.": SourceKind.ORGANISATION,
    "Zizi Vossen said on Monday that his oven is hot.": SourceKind.PERSON,
    "Le Monde found it “cold and late”.": SourceKind.ORGANISATION,
}


@pytest.mark.parametrize("text", _THINGS_OF_ITS_OWN)
def test_whoever_has_things_of_its_own_is_a_body(text):
    """A name that says something of what is its own is that of a body."""
    assert [_THINGS_OF_ITS_OWN[text]] == [source.kind for source in find_quotes(text)[0]]


_KINDS_OF_SOURCES = {
    "An investigation in Voss found that it was late.": ("An investigation in Voss", "document", "described"),
    "Article 40 of the deed says that it is late.": ("Article 40 of the deed", "document", "described"),
    "Bo Roe and his colleagues said it was late.": ("Bo Roe and his colleagues", "group", "described"),
    "Bo Roe's colleagues said it was late.": ("Bo Roe's colleagues", "group", "described"),
    "Colleagues of his said it was late.": ("Colleagues of his", "group", "generic"),
    "Millennials say it is late.": ("Millennials", "group", "generic"),
    "According to the new paper, it is late. It was in a journal on kilns.": ("the new paper", "document", "described"),
    "According to the paper, it is late. It came out on Monday.": ("the paper", "organisation", "described"),
    "Three in 10 potters said it was late.": ("Three in 10 potters", "group", "generic"),
    "Four out of 10 potters said it was late.": ("Four out of 10 potters", "group", "generic"),
    "Potters out of Agder's Kiln Center in Voss, Norway, said it was late.": (
        "Potters out of Agder's Kiln Center in Voss, Norway",
        "group",
        "generic",
    ),
    "A rift among Kiln Scientists\n\nScientists said it was late.": ("Scientists", "group", "generic"),
    "The Voss Broncos won. The Broncos said it was late.": ("Voss Broncos", "organisation", "named"),
    "Rolling Stone said it was late.": ("Rolling Stone", "organisation", "named"),
    "A potter at Agder Ferries David Roe said it was late.": ("David Roe", "person", "named"),
    "A potter at Agder Ferries said it was late.": ("A potter at Agder Ferries", "person", "anonymous"),
    "It will warm by 2°C, and the C said it was late.": ("C", "organisation", "named"),
}


@pytest.mark.parametrize("text", _KINDS_OF_SOURCES)
def test_what_a_source_is_and_how_far_it_is_told(text):
    """Papers, groups, bodies and persons, by their nouns and by the words around their names."""
    sources, _ = find_quotes(text)
    assert _KINDS_OF_SOURCES[text] in [(source.label, source.kind, source.anonymity) for source in sources]


@pytest.mark.parametrize(
    "text",
    [
        "TIP-INS\n\nBroncos: Bo Roe missed his third game.\n\nUP NEXT\n\nBroncos: Host the Rovers on Friday.",
        "The guild of Voss, Norway, has kilns.\n\nIt is hot by 2°C. The C is a letter.",
    ],
)
def test_teams_and_degrees_say_nothing(text):
    """The name of a team before a colon is a heading, and no letter behind a degree is a name."""
    assert not _said(text)


def test_a_region_is_no_body():
    """The region behind a town is not what "the agency" takes up."""
    text = "Bo Roe met a crew in Greenbelt, Maryland, has a kiln.\n\nIt is late, according to the agency."
    assert _said(text) == [("It is late", "the agency")]


_SUBJECTS_WITH_THAT = {
    "The firm that sells kilns to Norway said it was late.": [("it was late", "The firm")],
    "The union that represents potters at Acme said it was late.": [("it was late", "The union")],
    "The company that runs the fair, Dag Pell Productions, denies that it is late.": [
        ("that it is late", "Dag Pell Productions")
    ],
    "The woman who leads the Voss Guild, Aud Berg, said it was late.": [("it was late", "Aud Berg")],
    "Aud Berg told PTI that export curbs were “too late for us”.": [
        ("that export curbs were too late for us", "Aud Berg")
    ],
    "Aud Berg said that exports to Norway fell.": [("that exports to Norway fell", "Aud Berg")],
    "Aud Berg said it had cooled overnight but warned that it was late.": [
        ("it had cooled overnight", "Aud Berg"),
        ("that it was late", "Aud Berg"),
    ],
}


@pytest.mark.parametrize("text", _SUBJECTS_WITH_THAT)
def test_that_behind_a_noun_or_a_verb(text):
    """A subject keeps its clause with "that", and behind a verb "that" has a noun after it."""
    assert _said(text) == _SUBJECTS_WITH_THAT[text]


_THE_NARRATOR_ASKS = {
    "“It is cold,” says Aud Berg.\n\nIs Bo Roe a good potter?\n\n“Well, I like him, and I want him to stay.”": [
        ("It is cold,", "Aud Berg"),
        ("Well, I like him, and I want him to stay.", "Aud Berg"),
    ],
    "“It is cold,” says Aud Berg.\n\nBut it is your kiln, I say.\n\n“No, I did not build it, I only fire it.”": [
        ("It is cold,", "Aud Berg"),
        ("it is your kiln", "I"),
        ("No, I did not build it, I only fire it.", "Aud Berg"),
    ],
    "I wondered if it was cold. The letter came late.\n\n“No, the kiln is warm, and it will stay so.”": [
        ("if it was cold", "I"),
        ("No, the kiln is warm, and it will stay so.", None),
    ],
    "“It is cold,” the guild said.\n\nIs it late?\n\n“No, the kiln is warm, and it will stay so.”": [
        ("It is cold,", "the guild"),
        ("No, the kiln is warm, and it will stay so.", None),
    ],
    "Potters like it. We called it “a kiln that may work in time”.": [("it a kiln that may work in time", "We")],
    "Aud Berg said it was late.\n\nThe motto? “We fire any kiln.”": [("it was late", "Aud Berg")],
    "Potters said it was late. They called it “a kiln that may work”.": [
        ("it was late", "Potters"),
        ("it a kiln that may work", "Potters"),
    ],
    "Leaving Voss allowed Aud Berg to claim that it was “a cold place”.": [("that it was a cold place", "Aud Berg")],
    "Aud Berg introduced Bo Roe as “a man who fires any kiln”.": [("Bo Roe as a man who fires any kiln", "Aud Berg")],
    "Aud Berg introduced the kiln as a new one.": [],
}


@pytest.mark.parametrize("text", _THE_NARRATOR_ASKS)
def test_who_answers_the_narrator(text):
    """Words alone behind what the narrator asks are his guest's, and "we" of the narrator is nobody else."""
    assert _said(text) == _THE_NARRATOR_ASKS[text]


@pytest.mark.parametrize("who", ["a court has heard", "the jury heard", "Bo Roe said"])
def test_words_around_marks_before_who_hears_them(who):
    """What stands before marks was said too, whether somebody said or heard it."""
    assert "He spent it on a tub and a dog" == _said(f"He spent it on “a tub and a dog”, {who}.")[0][0]


_STAND_INS = {
    "Aud Berg shared tips.\n\n“Fire it early,” Aud Berg said.\n\n“It is late,” the expert explained.": "Aud Berg",
    "Aud Berg shared tips.\n\nAn expert came by.\n\n“It is late,” the expert explained.": "the expert",
    "Aud Berg left.\n\nThe deed gave her a kiln, but Article 40 puts a cap on it, she said.": "Aud Berg",
}


@pytest.mark.parametrize("text", _STAND_INS)
def test_who_stands_in_for_whom(text):
    """The expert is whom the text is about, unless it speaks of another; a numbered article is nobody."""
    assert _said(text)[-1][1] == _STAND_INS[text]


_SHARED_SUBJECTS = {
    "Aud Berg blamed the guild for the fire the town saw in May, saying it was late.": ("it was late", "Aud Berg"),
    "Aud Berg has a note the guild sent saying it was late.": ("it was late", "the guild"),
    "Aud Berg is back, and the club the Voss Rovers left and said it was late.": ("it was late", "Voss Rovers"),
}


@pytest.mark.parametrize("text", _SHARED_SUBJECTS)
def test_whose_a_verb_behind_a_clause_on_a_noun_is(text):
    """A clause on a noun gives its subject to no verb behind it that is set off."""
    assert _SHARED_SUBJECTS[text] in _said(text)


_ONE_OF_THEM = {"one": "anonymous", "another": "anonymous", "she": "unresolved"}


@pytest.mark.parametrize("who", _ONE_OF_THEM)
def test_one_of_those_before_is_anonymous(who):
    """Of "one" and "another" a text withholds the name; of a pronoun only the text before tells."""
    sources, _ = find_quotes(f"It was cold. “It is late,” {who} said.")
    assert [_ONE_OF_THEM[who]] == [source.anonymity for source in sources]


_BODIES_THAT_SPEAK = {
    "The guild condemned the fire, which it described as “a disgrace”.": [("a disgrace", "The guild")],
    "Bo Roe told the News Agency of Norway (NAN) that it was “cold and late”.": [
        ("that it was cold and late", "Bo Roe")
    ],
    "It was described as “a disgrace”.": [],
}


@pytest.mark.parametrize("text", _BODIES_THAT_SPEAK)
def test_bodies_and_initials_in_brackets(text):
    """A body describes a thing in a relative clause, and initials in brackets are of who is told."""
    assert _said(text) == _BODIES_THAT_SPEAK[text]


_CALLS_AND_DAYS = {
    "Aud Berg told potters on a conference call that it was late.": [("that it was late", "Aud Berg")],
    "Data from the census show that it was late.": [("that it was late", "Data from the census")],
    "Mr Sunday Berg said it was late.": [("it was late", "Sunday Berg")],
    "The Army Corps of Engineers said it was late.": [("it was late", "Army Corps of Engineers")],
    "Aud Berg said little had changed.": [("little had changed", "Aud Berg")],
    "The jar was hot at night, scientists have discovered.": [("The jar was hot at night", "scientists")],
}


@pytest.mark.parametrize("text", _CALLS_AND_DAYS)
def test_calls_days_and_little(text):
    """A call is no verb behind who was told, "Sunday" may be a name, and "little" a subject."""
    assert _said(text) == _CALLS_AND_DAYS[text]


@pytest.mark.parametrize("who", ["crew", "crowd", "couple", "family"])
def test_several_in_a_noun_are_a_group(who):
    """A noun for several persons is a group."""
    assert [SourceKind.GROUP] == [source.kind for source in find_quotes(f"The {who} said it was late.")[0]]


_ONE_BODY_OR_TWO = {
    "Agder County Council left.\n\nAgder and Troms Police said it was late.": ["Agder and Troms Police"],
    "Glaze Bank fell.\n\nGlaze and Norges Bank said it was late.": ["Glaze Bank and Norges Bank"],
}


@pytest.mark.parametrize("text", _ONE_BODY_OR_TWO)
def test_places_of_one_body(text):
    """Two places are in the name of one body, though another body has the first in its name."""
    assert _ONE_BODY_OR_TWO[text] == [label for words, label in _said(text)]


@pytest.mark.parametrize("office", ["Director-General", "Secretary-General", "Attorney-General", "Editor-in-Chief"])
@pytest.mark.parametrize("text", ["The {}, Prof. Aud Berg, said it was late.", "{} Aud Berg said it was late."])
def test_offices_with_a_hyphen(office, text):
    """An office with a hyphen is no name beside the one of whoever has it."""
    assert [("it was late", "Aud Berg")] == _said(text.format(office))
