"""Closed classes of English, common verbs and their forms: what the tagger knows before it looks at a word's shape."""

from __future__ import annotations

from functools import cache
from typing import Final

from newsschema.reading._vocabulary import NOUNS, VERBS

#: Tag of each word of a closed class; the tags are listed in `newsschema.reading._tokens`.
_CLOSED: Final = {
    "D": """a an the this these those his her its their our my your some any no every each both all many most several few
    another such either neither more less fewer certain enough half dozens hundreds thousands""",
    "R": """he she they it we i you one everyone everybody someone somebody anyone nobody others there""",
    "r": """him them us me himself herself themselves itself myself yourself ourselves something anything nothing everything
    hers theirs ours mine yours""",
    "W": "who which what where why how whether whose whom whatever whoever",
    "T": "that",
    "t": "to",
    "O": "of",
    "I": """in on at with from by about for against into over under between among amid during toward towards through throughout
    upon without within across behind beyond near despite per via outside inside off around alongside above below down up out
    including regarding concerning unlike like along past versus vs""",
    "C": "and or & nor",
    "U": "but yet so",
    "L": "because although though while as if when after before since until unless than once whereas",
    "X": """is are was were be been being am has have had having do does did will would can could may might must should shall
    cannot don didn doesn isn aren wasn weren hasn haven hadn wouldn couldn shouldn ain mustn""",
    "B": """also not never still just now then again even already later earlier too very quite rather perhaps maybe often always
    sometimes soon yet ever only almost instead moreover meanwhile however therefore thus nevertheless indeed first once twice
    together away back here recently reportedly far well further long more most less seldom anyway nonetheless though
    afterward afterwards today yesterday tomorrow tonight thereby hardly barely newly""",
    "M": """monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december jan. feb. aug. sept. oct. nov. dec.""",
    "#": """one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand million
    billion trillion""",
    "A": """new old former senior top local federal chief big small large high low good bad great other own same many early late
    young foreign recent major main key leading final current next last little best better worst long public private human
    white black red blue green first second third presumptive likely able sure clear happy proud eager ready willing aware
    afraid confident unable unclear open different similar possible real true full free strong hard easy right wrong right-wing
    left-wing far-right middle american russian french british german chinese republican democratic conservative unnamed
    anonymous several various longtime vocal fellow retired joint""",
    "K": "people women men children police media officials others folks staff polls",
    "N": """week month year day night morning afternoon evening time president man woman official spokesman spokeswoman
    thing king morning something evening wedding building meeting ceiling during nothing anything everything hearing ring
    spring string king being bed seed need speed weed deed feed breed hundred shed sled campaign candidate""",
}

#: Verbs that are hardly ever nouns in the forms listed here; those after the bar are nouns as often as verbs.
_VERBS: Final = """
accept achieve acquire adapt adjust admire adopt affect afford agree allow amount appear apply appoint approve argue
arise arrive ask assume assure attach attend attract avoid be bear beat become begin behave believe belong bind blow
borrow bring build burn bury buy carry cast catch choose cite clean climb collect combine come commit compare complain
complete concede confirm connect consider consist contain continue contribute convince cook create criticize cross cry
declare decline defend deliver deny depend describe deserve destroy determine develop die dig disappear discover
discuss distribute divide draw earn eat edit elect eliminate embrace emerge enable encourage enjoy ensure enter
establish examine exist expand expect explain express extend fail fall feel find finish fire fit fix flee fly follow
forget forgive freeze gather get give go grow handle hang happen hear hide ignore imagine imply improve include
increase indicate inform insist intend introduce invite involve join keep kill know lay lean learn leave lend let
listen live lose maintain make marry matter mean meet melt mention miss obtain occur operate overrun overtake owe
perform persuade possess prefer prepare present prevent proceed produce promote propose protect prove provide pursue
put read realize receive recognize recommend reduce reflect refuse regard reject relate release remain remember remove
repeat replace reply represent require resign resist respond retain reveal save say see seek seem sell send serve
settle share shoot shout shut sing sink sit sleep slip smile solve sort spend spread stand steal step stop strike
struggle succeed suffer suggest surround survive suspect swear sweep swim take teach tear tell tend think threaten
throw touch treat try undergo understand urge use vote wait want warn wash watch wear weep write yield
|
act address aim answer arrest attack ban bid blast boost call campaign cause challenge change chant charge cheer claim
comment concern cost cover cut deal debate decree demand display doubt drive drop dub echo end estimate face fall
favor favour fear feed fight figure fill finance flow focus force forecast fund gain guarantee guess hate head help
hint hit hold hope host hurt increase interest issue joke judge jump kick label lack lament land laugh launch lead lie
like limit link list look love mark measure mock move name need note object offer order pass pay permit pick picture
place plan play pledge point poll position post praise press project promise protest pull push question quote raise
rally reach record reject remark report request resolve rest result return review ride ring rise rule run score search
seat sense set shake share shift shot show sign signal slam sound speak speech spin start state stay step stick stop
stress strike struggle study sue support surprise talk target test thank tie touch tour track trade train transfer
trust turn tweet use value view visit voice vote vow wager wait walk warrant watch welcome while win wish wonder work
worry
"""

_IRREGULAR: Final = """
bear bore borne|beat beat beaten|become became become|begin began begun|bet bet bet|bind bound bound|bite bit bitten|blow blew blown|
break broke broken|bring brought brought|build built built|buy bought bought|cast cast cast|catch caught caught|choose chose chosen|
come came come|cut cut cut|deal dealt dealt|dig dug dug|draw drew drawn|drive drove driven|eat ate eaten|fall fell fallen|
feed fed fed|feel felt felt|fight fought fought|find found found|flee fled fled|fly flew flown|forbid forbade forbidden|
foresee foresaw foreseen|forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|get got gotten|give gave given|
go went gone|grow grew grown|hang hung hung|hear heard heard|hide hid hidden|hit hit hit|hold held held|hurt hurt hurt|
keep kept kept|know knew known|lay laid laid|lead led led|leave left left|lend lent lent|let let let|lie lay lain|lose lost lost|
make made made|mean meant meant|meet met met|pay paid paid|put put put|read read read|ride rode ridden|ring rang rung|
rise rose risen|run ran run|say said said|see saw seen|seek sought sought|sell sold sold|send sent sent|set set set|
shake shook shaken|shoot shot shot|show showed shown|shut shut shut|sing sang sung|sink sank sunk|sit sat sat|sleep slept slept|
speak spoke spoken|spend spent spent|spread spread spread|spin spun spun|stand stood stood|steal stole stolen|stick stuck stuck|
strike struck struck|swear swore sworn|sweep swept swept|swim swam swum|take took taken|teach taught taught|tear tore torn|
tell told told|think thought thought|throw threw thrown|understand understood understood|wear wore worn|weep wept wept|
win won won|overrun overran overrun|overtake overtook overtaken|undergo underwent undergone|write wrote written|overrule overruled overruled|retweet retweeted retweeted|uphold upheld upheld|
withhold withheld withheld|misread misread misread|foretell foretold foretold|retell retold retold|rebut rebutted rebutted|
plan planned planned|admit admitted admitted|commit committed committed|permit permitted permitted|refer referred referred|
quip quipped quipped|prefer preferred preferred|chat chatted chatted|drop dropped dropped|stop stopped stopped|
slam slammed slammed|ban banned banned|dub dubbed dubbed|nod nodded nodded|pan panned panned|tip tipped tipped|
step stepped stepped|slip slipped slipped|occur occurred occurred|regret regretted regretted|concur concurred concurred|
rap rapped rapped|omit omitted omitted|submit submitted submitted|deter deterred deterred|infer inferred inferred|
brag bragged bragged|blog blogged blogged|rip ripped ripped|tap tapped tapped|trumpet trumpeted trumpeted|
panic panicked panicked|rebel rebelled rebelled|compel compelled compelled|expel expelled expelled|label labeled labeled|
snap snapped snapped|plot plotted plotted|hem hemmed hemmed|rub rubbed rubbed|whip whipped whipped|cheer cheered cheered
"""


#: Verbs of the vocabulary that are nouns as often.
_ALSO_NOUNS: Final = frozenset(
    """air poll study survey list blog post text email message brand term name cast fault blast cheer laugh gauge rate rank measure record
    register log mouth sound phrase frame word credit interest side feud panic table scheme tip plot contest field grill quiz probe stir
    spur prompt rally anger outrage alarm concern trouble upset puzzle tag bill style peg share leak witness watch guess trust hype pitch
    float document feature highlight file sign mandate bar block ban stress charge lament remark scorn value desire bet wager gamble
    challenge judge""".split()
)


@cache
def _irregular() -> dict[str, tuple[str, str]]:
    rows = (entry.split() for entry in _IRREGULAR.split("|"))
    return {base: (past, participle) for base, past, participle in rows}


def forms(base: str) -> dict[str, str]:
    """Inflect a verb: its forms by letter (``v`` base, ``z`` -s, ``V`` past, ``E`` participle, ``G`` -ing).

    >>> forms("deny")
    {'v': 'deny', 'z': 'denies', 'V': 'denied', 'E': 'denied', 'G': 'denying'}
    """
    past, participle = _irregular().get(base, ("", ""))
    sibilant = base.endswith(("s", "x", "z", "ch", "sh", "o"))
    to_i = base.endswith("y") and base[-2:-1] not in "aeiou"
    third = base[:-1] + "ies" if to_i else base + ("es" if sibilant else "s")
    if not past:
        past = participle = base + "d" if base.endswith("e") else (base[:-1] + "ied" if to_i else base + "ed")
    if base.endswith("ie"):
        going = base[:-2] + "ying"
    elif base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        going = base[:-1] + "ing"
    elif past.endswith(base[-1] * 2 + "ed") and not base.endswith(("ss", "ll", base[-2:-1] + base[-1] * 2)):
        going = past[:-2] + "ing"
    elif base in {"begin", "cut", "get", "hit", "let", "put", "run", "set", "shut", "sit", "spin", "swim", "win", "dig", "forget"}:
        going = base + base[-1] + "ing"
    else:
        going = base + ("king" if base.endswith("ic") else "ing")
    return {"v": base, "z": third, "V": past, "E": participle, "G": going}


@cache
def known_tags() -> dict[str, str]:
    """Tag of every word the tagger knows, in lower case."""
    tags: dict[str, str] = {}
    plain, nouns = _VERBS.split("|")
    for words, noun in ((plain, False), (nouns, True)):
        for base in words.split():
            made = forms(base)
            if made["V"] != made["E"]:
                tags[made["V"]] = "V"
            tags.setdefault(made["E"], "E")
            tags[made["G"]] = "G"
            tags[made["v"]] = "b" if noun else "v"
            tags[made["z"]] = "s" if noun else "z"
    for base in VERBS:
        made = forms(base)
        noun = base in NOUNS or base in _ALSO_NOUNS
        if made["V"] != made["E"]:
            tags.setdefault(made["V"], "V")
        tags.setdefault(made["E"], "E")
        tags.setdefault(made["G"], "G")
        tags.setdefault(made["v"], "b" if noun else "v")
        tags.setdefault(made["z"], "s" if noun else "z")
    for tag, words_ in _CLOSED.items():
        tags.update(dict.fromkeys(words_.split(), tag))
    tags.update({"said": "V", "told": "V", "'s": "S", "’s": "S", "'": "S", "’": "S", "n't": "B"})
    for clitic in ("re", "ll", "ve", "d", "m"):
        tags["'" + clitic] = tags["’" + clitic] = "X"
    tags["'t"] = tags["’t"] = "B"
    return tags
