"""Whether something was said: denied, refused, only supposed, or said by nobody."""

import pytest

from newsschema import Polarity
from newsschema.reading import find_quotes

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
    "The guild has not commented on reports that it was late.": ("refused", "that it was late"),
    "The guild did not respond to claims that it was late.": ("refused", "that it was late"),
    "The guild did not answer that it was late.": ("denied", "that it was late"),
    "Nobody said it was late.": ("denied", "it was late"),
    "Neither Roe nor Pike said it was dark.": ("denied", "it was dark"),
    "None of the ministers said it was dark.": ("denied", "it was dark"),
    "The owners have not said when they will open the yard.": ("refused", "when they will open the yard"),
    "Neither Berg nor Lind would say how much the kiln will cost.": ("refused", "how much the kiln will cost"),
    "No one would say who paid for the kiln.": ("refused", "who paid for the kiln"),
    "Aud Berg could not say how many jars broke.": ("refused", "how many jars broke"),
    "Aud Berg won't explain why the kiln fell.": ("refused", "why the kiln fell"),
    "The guild has yet to say who paid.": ("refused", "who paid"),
    "Nor would the guild say who paid.": ("refused", "who paid"),
    "Aud Berg did not ask why the kiln fell.": ("denied", "why the kiln fell"),
    "Aud Berg said why the kiln fell.": ("affirmed", "why the kiln fell"),
    "Aud Berg could not confirm that it was cold.": ("refused", "that it was cold"),
    "Aud Berg confirmed that it was cold.": ("affirmed", "that it was cold"),
    "Aud Berg could not say that it was cold.": ("denied", "that it was cold"),
    "Okafor never said the wall was safe.": ("denied", "the wall was safe"),
    "It is not true that Okafor said the wall was safe.": ("denied", "the wall was safe"),
    "It is untrue that Okafor said the wall was safe.": ("denied", "the wall was safe"),
    "It is true that Okafor said the wall was safe.": ("affirmed", "the wall was safe"),
    "It is not clear that Okafor said the wall was safe.": ("affirmed", "the wall was safe"),
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
    "Aud Berg dismissed rumours that it was late as “rubbish”.": Polarity.AFFIRMED,
    "Aud Berg is expected to say that it was late.": Polarity.HYPOTHETICAL,
    "Experts would say: “It is late.”": Polarity.HYPOTHETICAL,
    "Aud Berg might later say that it was late.": Polarity.HYPOTHETICAL,
    "Fewer rules would mean the kiln was cold, he would say.": Polarity.HYPOTHETICAL,
}


@pytest.mark.parametrize("text", _POLARITIES)
def test_whether_it_was_said(text):
    """A negation may turn the verb round; "would" tells of the past as well as of what may be."""
    polarities = {quote.attribution.polarity for quote in find_quotes(text)[1] if quote.attribution is not None}
    assert polarities == {_POLARITIES[text]}


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


def test_a_number_is_no_denial():
    """Downing Street denies nothing by its number."""
    _, quotes = find_quotes("No 10 said it was cold. No one said it was late.")
    assert [one.attribution.polarity for one in quotes] == [Polarity.AFFIRMED, Polarity.DENIED]


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


_DENIED_AND_REFUSED = {
    "Aud Berg denied that she had lied.": ("that she had lied", Polarity.DENIED),
    "Aud Berg issued a denial that she had lied.": ("that she had lied", Polarity.DENIED),
    "Aud Berg ruled out that it was cold.": ("that it was cold", Polarity.DENIED),
    "Aud Berg rejected claims that she had lied.": ("claims that she had lied", Polarity.DENIED),
    "Aud Berg dismissed the suggestion that she had lied.": ("the suggestion that she had lied", Polarity.DENIED),
    "Aud Berg refused to deny that she had lied.": ("to deny that she had lied", Polarity.REFUSED),
    "Aud Berg declined to rule out that it was cold.": ("to rule out that it was cold", Polarity.REFUSED),
    "Aud Berg refused to say that it was cold.": ("to say that it was cold", Polarity.REFUSED),
    "Aud Berg refused to admit that it was cold.": ("to admit that it was cold", Polarity.REFUSED),
    "The guild neither admitted nor denied wrongdoing.": ("wrongdoing", Polarity.REFUSED),
    "Aud Berg could neither deny nor confirm that it was cold.": ("that it was cold", Polarity.REFUSED),
    "Nobody would confirm or deny that it was cold.": ("that it was cold", Polarity.REFUSED),
    "The guild has yet to confirm or deny that it was cold.": ("that it was cold", Polarity.REFUSED),
    "The guild settled without admitting or denying that it lied.": ("that it lied", Polarity.REFUSED),
    "Without saying that it was cold, Aud Berg left.": ("that it was cold", Polarity.DENIED),
}


@pytest.mark.parametrize("text", _DENIED_AND_REFUSED)
def test_what_is_denied_and_what_is_left_open(text):
    """Whoever refuses to deny something, or says neither it nor its contrary, gives no answer."""
    (quote,) = find_quotes(text)[1]
    assert (quote.words, quote.attribution.polarity) == _DENIED_AND_REFUSED[text]


@pytest.mark.parametrize(
    "text",
    [
        "Aud Berg did not deny that she had lied.",
        "Aud Berg did not deny the charge.",
        "Aud Berg does not deny having lied.",
        "Aud Berg never denied it was “a mess”.",
        "Aud Berg cannot deny that she had lied.",
        "Aud Berg has yet to deny that she had lied.",
        "Aud Berg stopped short of denying that she had lied.",
        "Without denying that she had lied, Aud Berg left.",
        "Nobody denied that she had lied.",
        "Nor did the guild dispute that she had lied.",
        "It was not denied that she had lied.",
        "The guild issued no denial that she had lied.",
        "The guild has not ruled out that it was cold.",
        "The guild did not reject claims that it was cold.",
        "The guild never refused to say who paid.",
        "Aud Berg was asked to confirm or deny that she had lied.",
    ],
)
def test_a_denial_that_is_denied_is_nothing(text):
    """It is no denial, and says nothing for sure; words in marks inside it are nobody's, and no epithet."""
    assert find_quotes(text, min_confidence=0) == ((), ())


def test_others_speak_inside_a_denial_that_is_denied():
    """What another is said to have said is his all the same, inside nobody's words."""
    sources, (quote,) = find_quotes("Aud Berg did not deny that Bo Lind had said it was cold.")
    assert [source.name for source in sources] == ["Bo Lind"]
    assert (quote.words, quote.parent, quote.attribution.polarity) == ("it was cold", None, Polarity.AFFIRMED)


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("The guild rejected the plan.", Polarity.AFFIRMED),
        ("The guild rejected claims for damages.", Polarity.AFFIRMED),
        ("Aud Berg refused to admit potters.", Polarity.DENIED),
    ],
)
def test_deeds_are_no_denials(text, polarity):
    """Who rejects a plan denies nothing, and who admits nobody to a house gives no answer to none; both are unsure."""
    (quote,) = find_quotes(text, min_confidence=0)[1]
    assert (quote.attribution.polarity, find_quotes(text)[1]) == (polarity, ())
