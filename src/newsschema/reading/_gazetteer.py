"""What a reader of news knows of names: titles, capitals that stand for governments, nouns for bodies and papers."""

from __future__ import annotations

import re
from typing import Final

#: Capital, country, adjective: a capital that speaks is its government.
_STATES: Final = """
Washington,United States,US|Moscow,Russia,Russian|Damascus,Syria,Syrian|London,Britain,British|Paris,France,French|Berlin,Germany,German|
Rome,Italy,Italian|Madrid,Spain,Spanish|Lisbon,Portugal,Portuguese|Athens,Greece,Greek|Ankara,Turkey,Turkish|Tehran,Iran,Iranian|
Baghdad,Iraq,Iraqi|Riyadh,Saudi Arabia,Saudi|Cairo,Egypt,Egyptian|Beijing,China,Chinese|Tokyo,Japan,Japanese|Seoul,South Korea,South Korean|
Pyongyang,North Korea,North Korean|New Delhi,India,Indian|Islamabad,Pakistan,Pakistani|Kabul,Afghanistan,Afghan|Kyiv,Ukraine,Ukrainian|
Kiev,Ukraine,Ukrainian|Warsaw,Poland,Polish|Budapest,Hungary,Hungarian|Prague,Czech Republic,Czech|Vienna,Austria,Austrian|Bern,Switzerland,Swiss|
Stockholm,Sweden,Swedish|Oslo,Norway,Norwegian|Copenhagen,Denmark,Danish|Helsinki,Finland,Finnish|Dublin,Ireland,Irish|Canberra,Australia,Australian|
Wellington,New Zealand,New Zealand|Ottawa,Canada,Canadian|Mexico City,Mexico,Mexican|Havana,Cuba,Cuban|Caracas,Venezuela,Venezuelan|
Brasilia,Brazil,Brazilian|Buenos Aires,Argentina,Argentine|Bogota,Colombia,Colombian|Lima,Peru,Peruvian|Nairobi,Kenya,Kenyan|
Pretoria,South Africa,South African|Abuja,Nigeria,Nigerian|Addis Ababa,Ethiopia,Ethiopian|Khartoum,Sudan,Sudanese|Tripoli,Libya,Libyan|
Tunis,Tunisia,Tunisian|Algiers,Algeria,Algerian|Rabat,Morocco,Moroccan|Beirut,Lebanon,Lebanese|Amman,Jordan,Jordanian|Jerusalem,Israel,Israeli|
Ramallah,Palestine,Palestinian|Doha,Qatar,Qatari|Sanaa,Yemen,Yemeni|Minsk,Belarus,Belarusian|Belgrade,Serbia,Serbian|Hanoi,Vietnam,Vietnamese|
Manila,Philippines,Philippine|Jakarta,Indonesia,Indonesian|Bangkok,Thailand,Thai|Dhaka,Bangladesh,Bangladeshi|Taipei,Taiwan,Taiwanese
"""
CAPITALS: Final = {capital: adjective for capital, _, adjective in (row.strip().split(",") for row in _STATES.split("|"))}
NATIONS: Final = {
    form: adjective
    for capital, country, adjective in (row.strip().split(",") for row in _STATES.split("|"))
    for form in (capital, country, adjective, f"{country}'s")
}
NATION: Final = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, NATIONS), key=len, reverse=True))})\b")

#: Words that stand before a name and are no part of it.
TITLES: Final = frozenset(
    """mr mrs ms miss dr sir dame lord lady sen rep gov gen rev col lt sgt capt maj cmdr adm prof president vice-president senator
    representative governor general reverend colonel lieutenant sergeant captain major commander admiral professor king queen prince
    princess pope bishop cardinal archbishop judge justice minister secretary chancellor premier mayor speaker ambassador envoy
    congressman congresswoman councillor councilman councilwoman chairman chairwoman chair chief director executive officer
    spokesman spokeswoman spokesperson attorney prosecutor detective inspector superintendent constable sheriff deputy assistant
    prime foreign defence defense interior finance justice health state vice former ex-president house senate majority minority leader
    coach manager striker captain us u.s uk un democratic republican texas florida ohio democrat""".split()
)
FEMALE: Final = frozenset("mrs ms miss dame lady queen princess congresswoman councilwoman chairwoman spokeswoman she her actress mother sister wife daughter woman".split())
MALE: Final = frozenset("mr sir lord king prince congressman councilman chairman spokesman he his actor father brother husband son man pope".split())

#: Nouns for many people, for bodies and for papers, by which a mention is sorted.
PEOPLE: Final = frozenset(
    """people voters officials experts analysts critics supporters republicans democrats americans lawmakers leaders members men women
    students police prosecutors lawyers aides sources residents scientists researchers economists others many some most few several
    all both those workers activists conservatives liberals advisers investigators authorities doctors observers diplomats witnesses
    opposition media friends relatives neighbours neighbors teachers nurses farmers union unions opponents ministers rebels""".split()
)
BODIES: Final = frozenset(
    """campaign committee department agency company court party group council commission team house senate congress university board
    union association office bureau organisation organization newspaper network staff body institute foundation bank firm club force
    observatory service authority league charity corporation society center centre times post journal coalition panel army navy
    military ngo chain airline maker retailer operator""".split()
)
GOVERNMENTS: Final = frozenset("government regime administration ministry kremlin cabinet state".split())
PAPERS: Final = frozenset(
    """poll polls report survey study statement letter article document documents email emails results data bill law ad book story tweet
    memo numbers records figures editorial post analysis research ruling order filing lawsuit indictment paper website site transcript
    headline sign placard note release petition""".split()
)
ROLE: Final = re.compile(
    r"(?:\w*(?:man|woman|person|er|or|ist|ian|ant|ent|ary|oy|eer|cial|ive|ate|al|ess|mate|wife|mother|father|son)|chief|head|aide|source|king|queen|nurse|judge|coach)s?$"
)
#: Nouns that make a phrase of place an occasion on which something is said.
OCCASIONS: Final = frozenset(
    """interview interviews statement speech tweet tweets email letter conference briefing rally debate meeting hearing call telephone phone
    post memo report op-ed article column event appearance forum podcast broadcast address news video message testimony court summit
    session ceremony blog book note show radio television tv press release filing parliament congress talk talks presentation lecture
    twitter facebook instagram youtube cnn fox nbc abc cbs msnbc bbc npr reddit snapchat telegram""".split()
)
