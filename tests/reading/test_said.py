"""What was said, where a sentence comes in variations or only a part of the answer is certain."""

import pytest

from newsschema.reading import find_quotes
from newsschema.reading._syntax.chunks import np_left

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


def test_a_condition_in_a_sentence_of_its_own():
    """A sentence that only tells why somebody is not named belongs to the one quoted before."""
    (quote,) = find_quotes("An aide said the wall fell. She was granted anonymity for her safety.")[1]
    assert "was granted anonymity" == quote.attribution.condition.text


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
    # what is said of somebody, and a verb that is left out
    "Okafor is said to have more.": ["Okafor to have more"],
    "The wall is expected to coincide with the fair.": ["The wall to coincide with the fair"],
    "Ms Roe vowed to root for Leeds.": ["to root for Leeds"],
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


@pytest.mark.parametrize(
    "text", ["Aud Berg talked about half of the kiln.", "Aud Berg told about a kiln that it was old."]
)
def test_what_is_talked_about_is_no_quantity(said, text):
    """Behind a verb of talk, "about" leads to its subject."""
    assert "half of the kiln" not in [words for words, _ in said(text)]
    assert "about a kiln that it was old" not in [words for words, _ in said(text)]


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


_SPOKE = "“It is late,” said Aud Berg. "


@pytest.mark.parametrize("text", _BEHIND_MARKS)
def test_words_behind_those_of_another(said, text):
    """Marks that open a sentence are not those of the one before where a noun or a name behind them takes them."""
    told = [each for each in said(_SPOKE + text) if each[1] is not None]
    assert told[-1] == _BEHIND_MARKS[text]


_ECHOED = {
    "“It is as cold as it was.”\n\nThe rain fell.\n\n“It is as cold as it was,” Aud Berg said.": "Aud Berg",
    "Aud Berg said the shed was “as cold as it ever was”.\n\n“As cold as it ever was”\n\nThe rain fell.": "Aud Berg",
    "“It is as cold as it was.”\n\nThe rain fell.\n\n“It is as dark as it was,” Aud Berg said.": None,
    "“It is as cold as it was.”\n\nThe rain fell.\n\n“As it was, as it was, as it was.”": None,
    "“It is as cold as it was.”\n\nThe rain fell.\n\n“It is,” Aud Berg said.": None,
    "It was said that it was late.\n\nThe rain fell.\n\nIt is “as cold as it ever was”.": None,
}


@pytest.mark.parametrize("text", _ECHOED)
def test_words_alone_are_of_whoever_says_them_elsewhere(said, text):
    """A pull quote or a headline in marks is said by whoever says its words in the story."""
    marked = [label for words, label in said(text) if words.lower().startswith(("it is as cold", "as cold"))]
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
def test_who_goes_on_in_a_sentence_of_the_narrator(said, text):
    """Long words in marks amid a sentence with no cue are of whoever spoke before it in the paragraph."""
    long = [label for words, label in said(text) if "as ever" in words or "ever was" in words]
    assert long == [_STILL_SPEAKING[text]]


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
def test_who_signs_words(said, text):
    """Whoever is named behind marks and a dash says the words, with any age, trade and town; nobody before does."""
    told = said(f"Kari Holt said it was “fair”.\n\n{text}\n\nThe shed fell.")
    assert [label for words, label in told if "cold" in words] == [_SIGNED[text]]


def test_what_one_writes_to_somebody(said):
    """A participle goes on with a verb of writing, and what it says is no part of whom one writes to."""
    told = ("they would be paid", "A spokesman for the guild")
    assert told in said("A spokesman for the guild wrote to potters saying they would be paid.")


@pytest.mark.parametrize("close", ["\"', ", "\",' ", "?\"', "])
def test_outer_single_marks_close_with_the_inner_double(said, close):
    """Words in single marks may end with words in double ones."""
    text = f"'We met \"late, as ever{close}Aud Berg told the guild. 'It was \"cold\" there,' she said."
    assert [label for words, label in said(text) if "met" in words or "there" in words] == ["Aud Berg"] * 2


def test_those_who_are_there_are_people():
    """Who speaks is told by the noun before "there"."""
    (quote,) = find_quotes("The shed will not reopen, parents there recalled.")[1]
    assert quote.attribution is not None
    assert (quote.attribution.confidence or 0) > 0.9


_DONE = {
    "The judge said that the guild had been “cold” and awarded Aud Berg a kiln.": ("that the guild had been cold",),
    "Aud Berg told the court she was “sorry” and wept.": ("she was sorry",),
    "Aud Berg said the kiln was “cold” and denied that it was lit.": ("the kiln was cold", "that it was lit"),
    "Aud Berg said the kiln was “cold” and would stay so.": ("the kiln was cold and would stay so",),
    "Aud Berg said the kiln was “cold” and “dead”.": ("the kiln was cold and dead",),
}


@pytest.mark.parametrize("text", _DONE)
def test_what_the_speaker_did_behind_marks(said, text):
    """A deed in the past behind marks and "and" is the narrator's, unless a helping verb goes on with the words."""
    assert tuple(words for words, _ in said(text)) == _DONE[text]


def test_a_day_before_a_noun_is_no_paper(said):
    """A weekday between an article and a name with a noun only tells when."""
    assert said("The guild met, the Monday Norkiln shift said.")[0][1] != "Monday Norkiln"


def test_who_that_stands_for_nobody(said):
    """A question behind a preposition takes up no noun."""
    assert ("she was cold", "Aud Berg") in said(
        "It was so hot over who backed which kiln that Aud Berg said she was cold."
    )


@pytest.mark.parametrize("end", ["to", "compared", "compared with", "raising", "beating", "in", "in what", "despite"])
def test_a_sentence_that_breaks_off(said, end):
    """Where a text breaks off behind a comma, it is read as far as it goes."""
    assert [("it was cold", "Aud Berg")] == [
        (words.partition(",")[0], who) for words, who in said(f"Aud Berg said it was cold, {end}")
    ]


_ANSWERED = {
    "“No,” came the reply from Aud Berg.": [("No,", "Aud Berg")],
    "“It is cold” – that was the message from head potter Aud Berg.": [("It is cold", "Aud Berg")],
    "“It is cold.” Those were Aud Berg’s first words.": [("It is cold.", "Aud Berg")],
    "“It is cold.” Those were the words of Aud Berg.": [("It is cold.", "Aud Berg")],
    "Aud Berg’s message to the guild was clear: “It is cold.”": [("It is cold.", "Aud Berg")],
    "The message from the guild was blunt: “Stay away.”": [("Stay away.", "the guild")],
    "Asked whether it was cold, Aud Berg smiled. “Wait and see.”": [("Wait and see.", "Aud Berg")],
    "It is said that it is cold. “It is dark.”": [],
}


@pytest.mark.parametrize("text", _ANSWERED)
def test_whose_an_answer_is(said, text):
    """A message, words and a reply are those of whom the noun or the sentence names."""
    assert [one for one in said(text) if one[0] != "that it is cold"] == _ANSWERED[text]


def test_what_is_not_told_and_then_said(said):
    """Behind "did not say", a verb in the past is the next thing that somebody does."""
    told = said("The guild did not say when it fell and told potters it was cold.")
    assert [words for words, _ in told] == ["when it fell", "it was cold"]


def test_marks_that_close_together(said):
    """Whatever verb stands behind marks that close with those of another inside them, it reports."""
    assert ("My aunt goes, ‘Is it warm?’", "Aud Berg") in said("“My aunt goes, ‘Is it warm?’” jokes Aud Berg.")
    assert ("My aunt goes, ‘Is it warm?’", None) in said("“My aunt goes, ‘Is it warm?’” Jokes were told.")


def test_a_firm_of_several_names(said):
    """A firm is one body by all its names, and persons who speak together are none."""
    assert said("Berg, Roe & Lund said it was cold.") == [("it was cold", "Berg, Roe & Lund")]
    names = {source.name for source in find_quotes("Aud Berg, Bo Roe and Eva Lund said it was cold.")[0]}
    assert names >= {"Aud Berg", "Bo Roe", "Eva Lund"}


def test_marks_around_the_name_that_a_speaker_gives(said):
    """A nickname in marks is no speech; words behind it are."""
    told = said("“It is cold,” said a potter who gave only his nickname, “Ember”. “It is late.”")
    assert told == [("It is cold, It is late.", "a potter")]
    assert said("“It is cold,” said a potter, and gave a reason, “the peat”.")[1] == ("the peat", "a potter")


def test_a_paper_and_when_it_was_published():
    """A day may stand between what was done with a paper and by whom."""
    text = "Kilns are cold, according to a report published on Monday by the guild."
    (source,) = find_quotes(text)[0]
    assert source.description == "a report published on Monday by the guild"


_AVOWED = {
    "Bo Roe admitted to stealing the jar.": [("stealing the jar", "Bo Roe")],
    "Bo Roe confessed to stealing the jar.": [("stealing the jar", "Bo Roe")],
    "Bo Roe admitted stealing the jar.": [("stealing the jar", "Bo Roe")],
    "Bo Roe confessed to the theft.": [],
    "Bo Roe smiles when I ask about the jar. “It is cold,” he says.": [("It is cold,", "Bo Roe")],
}


@pytest.mark.parametrize("text", _AVOWED)
def test_what_somebody_owns_up_to(said, text):
    """What somebody confesses to having done is said; "I" who asks is no "he"."""
    assert said(text)[-1:] == _AVOWED[text]


def test_what_is_told_and_not_said(said):
    """Behind "but" the narrator tells what a speaker did not say."""
    told = said("Aud Berg told potters that it was cold but did not say when. She said it was old and did not burn.")
    assert [words for words, _ in told] == ["that it was cold", "when", "it was old and did not burn"]


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
