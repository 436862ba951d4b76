"""The words of the default lexicon: what can say, be said, or be held to be so in English news.

Lists of words, sorted; how much each is worth in which frame stands in ``weights.txt``.
"""

from __future__ import annotations

from typing import Final

#: Verbs of saying, writing, thinking, wanting, showing, judging, deciding.
VERBS: Final = frozenset(
    """
    abhor accept accuse acknowledge acquiesce add address admire admit admonish adopt adore advise advocate affirm
    agonize agree aim air alarm alert allege allow allude amaze analyze anger announce answer anticipate apologise
    apologize appeal appear applaud apply appoint appreciate approve argue articulate ascribe ask aspire assail
    assert assess assume assure attack attest attribute authorize back backpedal backtrack baffle balk ban bar bash
    become beg believe belittle bemoan berate bet bicker bill blame blast blister block blog boast boo brag brand
    bring bristle brush calculate call calm care cast castigate caution celebrate chafe chalk challenge champion
    chant characterise characterize charge cheer cherish chide choose christen chronicle cite claim clarify clash
    coin come command commend comment commit communicate compare complain compliment conceal concede concern
    conclude concur condemn confess confide confirm confuse congratulate consent consider conspire construe
    contemplate contend contest continue contradict contrast convey convince correct couch counter covet crave
    credit cringe criticise criticize dare debate decide declaim declare decline decree decry deduce deem defend
    defy delight deliver demand demonstrate denigrate denounce deny depict deride derive describe desire despise
    detail determine detest differ digress direct disagree disappoint disapprove disavow disclose discourage
    discover discuss dislike dismiss disparage display dispute distinguish distrust disturb divulge document doubt
    downplay draw dread dream dub echo elaborate elect email embrace empathize emphasise emphasize enact encourage
    endorse enjoy enrage enthuse entitle entreat envision envy equate erupt esteem estimate evaluate exaggerate
    examine exclaim excoriate excuse expect explain explore expose expound express extol fabricate fancy fault favor
    favour fear feature feel feud field file find float focus forbid forecast foresee foreshadow forget frame fret
    frustrate fume gamble gather gauge get give gloat go grill groan grumble guess gush hail hammer hate have
    headline hear hesitate hide highlight hint hit hold hope horrify hype hypothesize identify idolize ignore
    illustrate imagine implore imply impress include indicate infer inform inquire insist inspire instruct insult
    intend interject interpret interview introduce investigate invite invoke issue jeer joke judge justify keep
    knock know label lambast lambaste lament lash laud laugh lay leak learn lecture legislate lie like liken limit
    link list loathe lobby log long look love maintain make mandate marvel mean measure mention message mind
    minimize misinterpret mislead misread misrepresent misstate mistrust moan mock monitor moot mourn mouth mull
    murmur muse mutter name narrate need neglect negotiate nickname nod nominate note notice notify object observe
    obsess offer opine oppose opt order outline outrage overhear overlook overrule overturn paint panic pass peg
    pepper perceive permit persuade petition phrase pillory pitch pivot plan play plead please pledge plot point
    poll ponder portray posit post postulate pour praise pray preach predict prefer present press pressure presume
    preview probe proclaim prod prohibit project promise promote prompt pronounce propose protest prove publish push
    put puzzle quarrel quash question quip quiz quote rail raise rally rank rant rate ratify rationalise rationalize
    rattle read realise realize reason reassure rebuff rebuke rebut recall recant recap recite reckon recognise
    recognize recoil recommend reconsider record recount refer reference reflect refuse refute regard register
    regret reiterate reject rejoin relate relay release relent relish remark remember remind renounce repeat reply
    report repudiate request require resent resist resolve respect respond restrict retort retract retweet reveal
    revel revere revile revisit ridicule rip rouse rubbish rue rule salute say scheme scoff scold scorn scotch
    scream see seek seem seethe segue sell sense set share shock shout show shrug side sigh sign signal sing single
    skewer slam slate smart snap sneer soothe sound spar speak specify speculate spot spread spur stand state stir
    stress strike strive study stun style submit subpoena sue suggest summarise summarize summon support suppose
    surprise survey suspect swear sympathise sympathize table tag take talk tease telegraph tell term testify text
    thank theorise theorize think threaten thrill tie tip title tout trace trash trouble trumpet trust turn tweet
    underline underscore understand unveil uphold upset urge utter vacillate value vent view voice volunteer vote
    vouch vow wager walk want warn warrant watch weigh welcome whisper win wish withhold witness wonder word worry
    worship write yearn yell
    """.split()
)

#: Nouns that carry an attribution: "his claim that", "criticism of".
NOUNS: Final = frozenset(
    """
    account accusation acknowledgment admiration admission advice advocate agenda agreement aim alarm allegation
    analysis anger announcement answer anticipation anxiety apology appeal applause approval argument assertion
    assessment assumption attack awareness belief boo broadside call case chant chatter claim comment commitment
    complaint concern conclusion confession confidence consensus contention conversation conviction counsel critic
    criticism debate decision declaration demand denial description desire disappointment disclosure discussion
    dislike doubt eagerness email endorsement enthusiasm estimate evidence expectation explanation fan fear feeling
    finding forecast frustration goal guidance hatred headline hope hostility idea impression indication insistence
    intention interest interview jab judgment knowledge lawsuit letter line love memory mention message mission
    motto narrative notion opinion opponent opposition optimism order outrage passion perception pessimism petition
    phrase plan pledge policy poll position praise prediction preference promise proof proposal question quote
    reason recognition recommendation reference refusal rejection reluctance remark reply report request research
    respect response revelation rhetoric ruling rumor sense shock sign skepticism slogan speculation speech stance
    statement story strategy study suggestion support supporter surprise survey suspicion swipe sympathy talk
    testimony thought threat tribute tweet understanding verdict version view vote vow warning willingness wish word
    worry
    """.split()
)

#: Adjectives that do with a form of "be": "was confident that".
ADJECTIVES: Final = frozenset(
    """
    adamant afraid angry anxious ashamed aware bent careful certain clear comfortable committed concerned confident
    content convinced critical curious dedicated determined devoted disappointed dismissive divided doubtful eager
    enthusiastic excited familiar fond frustrated furious glad grateful guilty happy hopeful hostile intent
    interested keen likely mad nervous opposed optimistic outspoken pleased proud ready reluctant resigned serious
    set shocked sick skeptical sorry split supportive sure surprised sympathetic thankful thrilled tired unaware
    uncertain unhappy unsure upset vocal wary willing worried
    """.split()
)

#: Verbs that may stand after or inside what was said without marks: "..., officials said".
PARENTHETICAL: Final = frozenset(
    """
    acknowledge add admit advise affirm agree allege announce answer argue ask assert assure attest begin believe
    bellow blog boast brag call caution chant claim clarify comment complain concede conclude confirm contend
    continue counter crack croon crow deadpan declaim declare demand deny describe disclose elaborate email
    emphasize estimate exclaim explain fear feel find fume go guess gush hiss hope implore imply indicate inform
    inquire insist interject intone joke know lament laugh learn maintain marvel murmur muse mutter nod note object
    observe opine plead pledge post predict proclaim promise pronounce protest put quip quote rasp read recall
    reckon recount reiterate rejoin relate remark remind repeat reply report respond retort retweet reveal say scoff
    scream see shout show sigh sing snap sneer speculate start state stress suggest suppose suspect tell testify
    text think thunder tweet urge vow warn whisper wonder write yell
    """.split()
)

#: Verbs that name the addressee first: "told reporters that".
ADDRESSED: Final = frozenset("advise ask assure convince inform notify persuade promise reassure remind show teach tell warn".split())

#: Verbs that leave the meaning to a noun: "made an announcement", "voiced fears".
LIGHT: Final = frozenset("deliver express give have issue make offer post publish put raise release send share show take voice".split())

#: Verbs whose preposition is no part of the cue: "said of her".
PLAIN: Final = frozenset({"say"})

#: Verbs whose subject belongs to what is said: "the plan seems dead", "is expected to".
RAISING: Final = frozenset("appear expect look seem sound".split())

#: Particles that belong to a verb: "pointed out".
PARTICLES: Final = {
    base: frozenset(particles.split())
    for base, particles in (
        ("point", "out"), ("lay", "out"), ("shoot", "back"), ("fire", "back"), ("hit", "back out"), ("speak", "out"), ("lash", "out"),
        ("set", "out forth"), ("push", "back"), ("bring", "up"), ("shrug", "off"), ("brush", "off aside"), ("single", "out"),
        ("weigh", "in"), ("play", "down up"), ("strike", "down"), ("find", "out"), ("call", "out"), ("go", "on"),
        ("put", "forth forward out"), ("turn", "down"), ("back", "up down"), ("stand", "by"), ("write", "in"), ("rule", "out"),
    )
}

#: Verbs of feeling whose cause is the subject and whose holder the object: "the deal angered officials".
AFFECTING: Final = frozenset(
    """alarm amaze anger baffle calm concern confuse convince disappoint disturb encourage enrage frustrate horrify impress inspire
    outrage please puzzle rattle shock soothe stun surprise thrill trouble upset worry""".split()
)
