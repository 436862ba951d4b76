"""What the words of a mention say: name, kind and anonymity."""

import pytest

from newsschema.reading import find_quotes

#: Mention, the name or the description that comes out, kind, anonymity.
_WITHHELD = {
    "A person briefed on the deal": ("A person briefed on the deal", "person", "anonymous"),
    "A source familiar with the talks": ("A source familiar with the talks", "person", "anonymous"),
    "Three people with direct knowledge of the plan": (
        "Three people with direct knowledge of the plan",
        "group",
        "anonymous",
    ),
    "People close to the board": ("People close to the board", "group", "anonymous"),
    "Several aides": ("Several aides", "group", "anonymous"),
    "A senior Whitehall official": ("A senior Whitehall official", "person", "anonymous"),
    "A police source": ("A police source", "person", "anonymous"),
    "One lifelong conservative": ("One lifelong conservative", "person", "anonymous"),
    "Two divers": ("Two divers", "group", "anonymous"),
    "Two fans": ("Two fans", "group", "anonymous"),
    "Two divers, Ann Pike and Bo Roe,": ("Two divers, Ann Pike and Bo Roe", "group", "anonymous"),
    "Allies of the mayor": ("Allies of the mayor", "group", "anonymous"),
    "Her friends": ("Her friends", "group", "anonymous"),
    "A couple from Voss": ("A couple from Voss", "group", "anonymous"),
    "An inside source": ("An inside source", "person", "anonymous"),
    "A Kenyan": ("A Kenyan", "person", "anonymous"),
    "Somebody near to the singer": ("Somebody near to the singer", "person", "anonymous"),
    "Two former employees": ("Two former employees", "group", "anonymous"),
    "One resident": ("One resident", "person", "anonymous"),
    "One of the divers": ("One of the divers", "person", "anonymous"),
    "Some of the ministers": ("Some of the ministers", "group", "anonymous"),
    "A spokeswoman for the airline": ("A spokeswoman for the airline", "person", "anonymous"),
    "The spokesman": ("The spokesman", "person", "anonymous"),
    "The patient": ("The patient", "person", "anonymous"),
    "Another diplomat": ("Another diplomat", "person", "anonymous"),
    "A Labour MP": ("A Labour MP", "person", "anonymous"),
    "Western officials": ("Western officials", "group", "anonymous"),
    "Half a dozen lawmakers": ("Half a dozen lawmakers", "group", "anonymous"),
    "A group of nurses": ("A group of nurses", "group", "anonymous"),
    "An aide to the mayor, who would not be named,": ("An aide to the mayor", "person", "anonymous"),
    "A storm, Bo Roe,": ("A storm", "unknown", "anonymous"),
    "A local charity": ("A local charity", "organisation", "anonymous"),
}
_DESCRIBED = {
    "The foreign ministry": ("The foreign ministry", "government", "described"),
    "The Norwegian and Danish governments": ("The Norwegian and Danish governments", "group", "described"),
    "The justices": ("The justices", "group", "described"),
    "The Danish delegation": ("The Danish delegation", "group", "described"),
    "The families": ("The families", "group", "described"),
    "A letter this month to the bank": ("A letter this month to the bank", "document", "described"),
    "The airline": ("The airline", "organisation", "described"),
    "The court": ("The court", "organisation", "described"),
    "The Kenyan": ("The Kenyan", "person", "described"),
    "The Dutch": ("The Dutch", "unknown", "described"),
    "A jury": ("A jury", "group", "described"),
    "State television": ("State television", "organisation", "described"),
    "A legal opinion": ("A legal opinion", "document", "described"),
    "Mr Speaker": ("Mr Speaker", "person", "described"),
    "The navy": ("The navy", "organisation", "described"),
    "Police": ("Police", "organisation", "described"),
    "The bishop": ("The bishop", "person", "described"),
    "The judge": ("The judge", "person", "described"),
    "The home secretary": ("The home secretary", "person", "described"),
    "Her mother": ("Her mother", "person", "described"),
    "The victim's brother": ("The victim's brother", "person", "described"),
    "The parents": ("The parents", "group", "described"),
    "The couple": ("The couple", "group", "described"),
    "The family": ("The family", "group", "described"),
    "The memo": ("The memo", "document", "described"),
    "The defence": ("The defence", "organisation", "described"),
    "The prosecution": ("The prosecution", "organisation", "described"),
    "The think tank": ("The think tank", "organisation", "described"),
    "The manufacturer": ("The manufacturer", "organisation", "described"),
    "The band": ("The band", "group", "described"),
    "The advert": ("The advert", "document", "described"),
    "The minutes": ("The minutes", "document", "described"),
    "The regulator": ("The regulator", "organisation", "described"),
    "The review, by Tide and Sons,": ("The review, by Tide and Sons", "document", "described"),
    "The divers' report": ("The divers' report", "document", "described"),
    "A new study": ("A new study", "document", "described"),
    "The Labour leader": ("The Labour leader", "person", "described"),
    "The Department of works and ports": ("The Department of works and ports", "organisation", "described"),
    "The Director of Public Prosecutions": ("The Director of Public Prosecutions", "person", "described"),
    "The owner of the club Chelsea FC": ("The owner of the club Chelsea FC", "person", "described"),
    "Police and Crime Commissioner": ("Police and Crime Commissioner", "person", "described"),
    "The country": ("The country", "unknown", "described"),
    "The company, which lost a case in May,": ("The company", "organisation", "described"),
}
_GENERIC = {
    name: (name, "group", "generic")
    for name in (
        *("Critics", "Analysts", "Many fans", "Scientists", "Some economists", "Locals", "Supporters", "Most voters"),
        *("Campaigners", "Farmers", "Parents", "Traders", "Opponents of the plan", "Fishermen", "Health experts"),
        *(
            "Those in favour of the wall",
            "Businesses and residents",
            "Everybody",
            "Some families",
            "Millions of divers",
        ),
        *(
            "Two-thirds of divers",
            "Three-quarters of the divers",
            "Some 48 per cent of divers",
            "51 percent of voters",
        ),
        *("His critics", "The diver's rivals", "The majority of the crew", "A majority", "A chorus of divers"),
        *("House Democrats", "White Voters", "New Yorkers", "Texas Republicans", "Israelis", "Virginians"),
        *("Nearly eight in 10 divers overall", "About 2 in 10", "Most of them", "Those surveyed", "Other countries"),
    )
} | {
    "Many studies": ("Many studies", "document", "generic"),
    "Every diver": ("Every diver", "person", "generic"),
    "Nobody": ("Nobody", "person", "generic"),
}
_BODIES = {
    "Siemens": ("Siemens", "organisation", "named"),
    "WeSail": ("WeSail", "organisation", "named"),
    "BP": ("BP", "organisation", "named"),
    "Roe & Partners": ("Roe & Partners", "organisation", "named"),
    "Marks & Roe": ("Marks & Roe", "organisation", "named"),
    "Lund Shipping": ("Lund Shipping", "organisation", "named"),
    "Agder Sjø ASA": ("Agder Sjø ASA", "organisation", "named"),
    "The Ministry of Fisheries": ("Ministry of Fisheries", "government", "named"),
    "The Department of Works": ("Department of Works", "government", "named"),
    "The Home Office": ("Home Office", "government", "named"),
    "The University of Agder": ("University of Agder", "organisation", "named"),
    "The Office for Tide Tables": ("Office for Tide Tables", "organisation", "named"),
    "The Royal Society for the Care of Seals": ("Royal Society for the Care of Seals", "organisation", "named"),
    "The Institute of Ropes and Knots": ("Institute of Ropes and Knots", "organisation", "named"),
    "The Women's Guild": ("Women's Guild", "organisation", "named"),
    "The Farmers' Union": ("Farmers' Union", "organisation", "named"),
    "Harbour Chiefs’ Council": ("Harbour Chiefs’ Council", "organisation", "named"),
    "Lloyd's of London": ("Lloyd's of London", "organisation", "named"),
    "McDonald's": ("McDonald's", "organisation", "named"),
    "Save the Children": ("Save the Children", "organisation", "named"),
    "Campaign group Save the Ferries": ("Save the Ferries", "organisation", "named"),
    "The charity Friends of the Earth": ("Friends of the Earth", "organisation", "named"),
    "Devon and Cornwall Police": ("Devon and Cornwall Police", "organisation", "named"),
    "Norway's Royal Navy": ("Royal Navy", "organisation", "named"),
    "Bergen-based Norbygg": ("Norbygg", "organisation", "named"),
    "Montana GOP": ("Montana GOP", "organisation", "named"),
    "Developer Norbygg": ("Norbygg", "organisation", "named"),
    "The militant group Dawn": ("Dawn", "organisation", "named"),
    "Health authorities in Norway's Agder": ("Health authorities in Norway's Agder", "government", "anonymous"),
    "The port authority": ("The port authority", "organisation", "described"),
    "Official estimates": ("Official estimates", "document", "described"),
    "The new regulations": ("The new regulations", "document", "described"),
    "The Justice Department": ("Justice Department", "government", "named"),
    "The Selby Fire Department": ("Selby Fire Department", "organisation", "named"),
    "The Tide Survey Report": ("Tide Survey Report", "organisation", "named"),
    "The Doe Memo": ("Doe Memo", "document", "named"),
    "The Liberal Democrats": ("Liberal Democrats", "organisation", "named"),
    "Sweden Democrats": ("Sweden Democrats", "organisation", "named"),
    "The New Yorker": ("New Yorker", "organisation", "named"),
    "Norway": ("Norwegian government", "government", "named"),
    "The US": ("US government", "government", "named"),
    "Texas": ("Texas", "organisation", "named"),
    "Brunel County": ("Brunel County", "organisation", "named"),
    "The Roe White House": ("Roe White House", "government", "named"),
    "Santa Marta": ("Santa Marta", "organisation", "named"),
}
_PERSONS = {
    mention: (name, "person", "named")
    for mention, name in {
        "Biologist Mia Sele": "Mia Sele",
        "Nurses’ leader Bo Roe": "Bo Roe",
        "Farmer Bo Roe": "Bo Roe",
        "Ann Baker Roe": "Ann Baker Roe",
        "Carter Roe": "Carter Roe",
        "Conservative MP Bo Roe": "Bo Roe",
        "Democrat Ann Pike": "Ann Pike",
        "Norwegian Bo Roe": "Bo Roe",
        "Chief Constable Ann Pike": "Ann Pike",
        "Chief Justice Roe": "Roe",
        "Major-Gen Bo Roe": "Bo Roe",
        "Secretary of State for Wales Ann Pike": "Ann Pike",
        "Archbishop of Bergen Jan Lund": "Jan Lund",
        "Bank of Norway governor Ida Wold": "Ida Wold",
        "Professor of Physics Tom Baker": "Tom Baker",
        "head of operations Jo Lind": "Jo Lind",
        "Acme Robotics CEO Masayoshi Son": "Masayoshi Son",
        "Harbour Board Chair Ann Pike": "Ann Pike",
        "Chelsea Manager Frank Pike": "Frank Pike",
        "Public Works Director Eva Lund": "Eva Lund",
        "Detective Sergeant Mark May": "Mark May",
        "Mark Will": "Mark Will",
        "April Dunn": "April Dunn",
        "Van Dunn": "Van Dunn",
        "Rose March": "Rose March",
        "Ben Long": "Ben Long",
        "Don Roe": "Don Roe",
        "Per Lund, one of the divers,": "Per Lund",
        "Maria dos Santos": "Maria dos Santos",
        "Ludwig van ’t Hoff": "Ludwig van ’t Hoff",
        "Bashar al-Jaafari": "Bashar al-Jaafari",
        "Seán Ó hÓgáin": "Seán Ó hÓgáin",
        "Jean-Luc de la Tour": "Jean-Luc de la Tour",
        "Mary “Mo” Dunn": "Mary “Mo” Dunn",
        "Bo 'The Dock' Roe": "Bo 'The Dock' Roe",
        "Bob Barkley Jr.": "Bob Barkley Jr.",
        "Queen Ann II": "Ann II",
        "Ann Hall": "Ann Hall",
        "Ann Hill": "Ann Hill",
        "Mr Park": "Park",
        "Mr King": "King",
        "Ms Bishop": "Bishop",
        "Mr Ireland": "Ireland",
        "Mr English": "English",
        "Senator Bo King of Maine": "Bo King",
        "Senator Peter T. King of Maine": "Peter T. King",
        "Unseeded Norwegian Ida Pike": "Ida Pike",
        "Heavyweight Ida Pike": "Ida Pike",
        "Waheed Ali Roe": "Waheed Ali Roe",
        "Father-of-four Bo Roe": "Bo Roe",
        "Ten-year-old Bo Roe": "Bo Roe",
        "Det Con Bo Roe": "Bo Roe",
        "Alhaji Musa Roe": "Musa Roe",
        "Eyewitness Bo Roe": "Bo Roe",
        "Pope Bo XIII": "Bo XIII",
        "A sailor named Bo Roe": "Bo Roe",
        "A drummer known as “Moth”": "Moth",
        "A forger called ‘Inky’": "Inky",
        "Georgia Lind": "Georgia Lind",
        "Acme’s Ann Pike": "Ann Pike",
        "Ann Pike of Acme": "Ann Pike",
        "Ann Pike, head of sales at Acme,": "Ann Pike",
        "The bank's chief economist, Ann Pike,": "Ann Pike",
        "Another witness, Fiona Hill,": "Fiona Hill",
        "Afghan President Ashraf Ghani first": "Ashraf Ghani",
        "White House Chief of Staff Zebedi Okpo": "Zebedi Okpo",
        "President-elect Roe": "Roe",
        "JESSICA HOLT": "JESSICA HOLT",
        "Public Works Eva Lund": "Eva Lund",
        "Labour Party Ann Pike": "Ann Pike",
        "Frenchman Corentin Moutet": "Corentin Moutet",
        "Christian Democrat Ann Pike": "Ann Pike",
        "Mrs May": "May",
        "local baker Zizinho": "Zizinho",
        "Zizinho, a former striker,": "Zizinho",
        "Zizinho, 43,": "Zizinho",
        "Zizinho, who left in May,": "Zizinho",
    }.items()
}
_ALL = {**_WITHHELD, **_DESCRIBED, **_GENERIC, **_BODIES, **_PERSONS}


@pytest.mark.parametrize("mention", _ALL)
def test_a_mention_is_read(mention):
    """A mention gives a name or a description, without what hangs on it, and says what it is and how far named."""
    sources, quotes = find_quotes(f"{mention} said it would rain.")
    (source,) = [source for source in sources if source.id == quotes[-1].source]
    assert _ALL[mention] == (source.label, source.kind, source.anonymity)


_ROLES = {
    "Economist Jo Lind": ("Economist", None),
    "Minister of Fisheries Ines Okafor": ("Minister of Fisheries", None),
    "Mrs Ann Pike": (None, None),
    "Acme’s Ann Pike": (None, "Acme"),
    "Ann Pike of the Harbour Board": (None, "Harbour Board"),
    "Ann Pike, 71, a retired teacher,": ("retired teacher", None),
    "The bank's chief economist, Ann Pike,": ("chief economist", "bank"),
    "A State Department official": ("State Department official", "State Department"),
    "Norway’s ambassador": ("Norway’s ambassador", "Norway"),
    "One of the divers": ("divers", None),
    "One of the authors of the bill, Bo Roe,": ("authors of the bill", None),
}


@pytest.mark.parametrize("mention", _ROLES)
def test_role_and_affiliation_are_read(mention):
    """What stands before a name or behind its comma is the role; what owns it or stands behind "of" the affiliation."""
    (source,), _ = find_quotes(f"{mention} said it would rain.")
    assert _ROLES[mention] == (source.role, source.affiliation)


_LONE = {
    "Norline will cut fares. Norline said it would be cheap.": "organisation",
    "Norline cut its fares. Norline said so: “It is cheap.”": "organisation",
    "Norline shares fell. “It is late,” Norline said.": "organisation",
    "Norline, which flies to Bergen, said it was late.": "organisation",
    "Zizinho scored in his first match. “It is late,” Zizinho said.": "person",
    "Zizinho, 43, was glad. “It is late,” Zizinho said.": "person",
    "“It is late,” Ms Zizinho said.": "person",
    "Lee Waters left. “It is late,” Waters said.": "person",
    "Lee King left. “It is late,” King said.": "person",
}


@pytest.mark.parametrize("text", _LONE)
def test_a_lone_name_is_a_person_or_a_firm_by_what_stands_around_it(text):
    """Pronouns, ages, belongings and whole names elsewhere tell what a name of one word is."""
    sources, quotes = find_quotes(text)
    kinds = {source.id: source.kind for source in sources}
    assert _LONE[text] == kinds[quotes[-1].source]
