"""Datelines in their forms, and what looks like one and is none."""

import pytest

from newsschema.reading import find_quotes, read_text
from newsschema.reading._story.datelines import find_dateline

_BODY = "The bridge is safe, engineers say."


@pytest.mark.parametrize(
    ("line", "place", "day", "credit"),
    [
        ("BERGEN, Norway (AP) _ ", "BERGEN, Norway", None, "AP"),
        ("BERGEN, Norway (NTB) — ", "BERGEN, Norway", None, "NTB"),
        ("BERGEN, March 3 (NTB) - ", "BERGEN", "March 3", "NTB"),
        ("BERGEN, 3 March (NTB) – ", "BERGEN", "3 March", "NTB"),
        ("BERGEN — ", "BERGEN", None, None),
        ("BERGEN—", "BERGEN", None, None),
        ("BERGEN ― ", "BERGEN", None, None),
        ("BERGEN | ", "BERGEN", None, None),
        ("Oslo | ", "Oslo", None, None),
        ("Oslo/New York | ", "Oslo/New York", None, None),
        ("Oslo | Monday | ", "Oslo", "Monday", None),
        ("BERGEN, Tuesday — ", "BERGEN", "Tuesday", None),
        ("NEW YORK (AP) -- ", "NEW YORK", None, "AP"),
        ("NEW YORK (AP) ", "NEW YORK", None, "AP"),
        ("LOS ANGELES--(BUSINESS WIRE)--", "LOS ANGELES", None, "BUSINESS WIRE"),
        ("ST. GALLEN, Switzerland (AFP) — ", "ST. GALLEN, Switzerland", None, "AFP"),
        ("ÅLESUND, 3 March (NTB) — ", "ÅLESUND", "3 March", "NTB"),
        ("L’AQUILA (ANSA) — ", "L’AQUILA", None, "ANSA"),
        ("HIGH TIDE ON THE COAST (EFE) — ", None, None, None),
        ("OFF THE COAST OF VIGO (EFE) — ", "OFF THE COAST OF VIGO", None, "EFE"),
        ("ON BOARD THE NORSE STAR (NTB) — ", "ON BOARD THE NORSE STAR", None, "NTB"),
        ("TULSA, Oklahoma--(BUSINESS WIRE)--", "TULSA, Oklahoma", None, "BUSINESS WIRE"),
        ("Winston-Salem, N.C. — ", "Winston-Salem, N.C.", None, None),
        ("Tulsa, Okla. — ", "Tulsa, Okla.", None, None),
        ("Rio de Janeiro — ", "Rio de Janeiro", None, None),
        ("OSLO. March 3 (Interfax) - ", "OSLO", "March 3", "Interfax"),
        ("OSLO, 3rd March 2026: ", "OSLO", "3rd March 2026", None),
        ("3 March (dpa) – ", None, "3 March", "dpa"),
        ("ON THE RHINE (DPA) — ", "ON THE RHINE", None, "DPA"),
        ("OSLO/BERGEN, Nov 3 (Reuters) - ", "OSLO/BERGEN", "Nov 3", "Reuters"),
        ("OSLO and BERGEN (March 3, 2026) — ", "OSLO and BERGEN", "March 3, 2026", None),
        ("OSLO, Norway — March 3, 2026 — ", "OSLO, Norway", "March 3, 2026", None),
        ("OSLO, Norway, March 3, 2026 /PRNewswire/ -- ", "OSLO, Norway", "March 3, 2026", "PRNewswire"),
        ("OSLO\u00a0(NTB)\u00a0—\u00a0", "OSLO", None, "NTB"),
        ("OSLO, March 3 (Harbour News) — ", "OSLO", "March 3", "Harbour News"),
        ("Oslo (NTB) – ", "Oslo", None, "NTB"),
        ("Oslo (NTB): ", "Oslo", None, "NTB"),
        ("Oslo (KVN): ", "Oslo", None, "KVN"),
        ("Oslo: ", "Oslo", None, None),
        ("Bergen, VL, Norway: ", "Bergen, VL, Norway", None, None),
        ("Oslo, March 3: ", "Oslo", "March 3", None),
        ("Bergen, 3 March 2026 – ", "Bergen", "3 March 2026", None),
        ("New York: ", "New York", None, None),
        ("BERGEN, VESTL. (March 3, 2026) – ", "BERGEN, VESTL.", "March 3, 2026", None),
        ("Bergen, 3 June (NTB) ", "Bergen", "3 June", "NTB"),
        ("New Delhi, May 3 (PTI) ", "New Delhi", "May 3", "PTI"),
        ("Oslo – ", "Oslo", None, None),
        ("Jaipur: ", "Jaipur", None, None),
        ("Jaipur (Rajasthan) [India], May 3 (ANI): ", "Jaipur (Rajasthan) [India]", "May 3", "ANI"),
        ("Tulsa, OK, USA: ", "Tulsa, OK, USA", None, None),
        ("Tulsa, Oklahoma — ", "Tulsa, Oklahoma", None, None),
        ("AP — ", None, None, "AP"),
        ("(CNN) ", None, None, "CNN"),
        ("(Reuters) - ", None, None, "Reuters"),
        ("[AFP] - ", None, None, "AFP"),
        ("March 3 (Reuters) - ", None, "March 3", "Reuters"),
        ("BERGEN, Norway--(BUSINESS WIRE)--", "BERGEN, Norway", None, "BUSINESS WIRE"),
        ("Bergen, Norway--(Newsfile Corp. - March 3, 2026) - ", "Bergen, Norway", "March 3, 2026", "Newsfile Corp."),
        ("(Bergen, Norway - March 3, 2026) - ", "Bergen, Norway", "March 3, 2026", None),
        ("BERGEN, Norway, and KIEL, Germany (AP) — ", "BERGEN, Norway, and KIEL, Germany", None, "AP"),
        ("BERGEN, MARCH 3: ", "BERGEN", "MARCH 3", None),
        ("Oslo | AFP — ", "Oslo", None, "AFP"),
        ("OSLO — AFP — ", "OSLO", None, "AFP"),
        ("ON BOARD THE RED STAR FERRY (NTB) - ", "ON BOARD THE RED STAR FERRY", None, "NTB"),
    ],
)
def test_datelines_are_read(line, place, day, credit):
    """Place, date and credit are read as printed, and no quotation takes the line in."""
    found = find_dateline(line + _BODY)
    if place is day is credit is None:
        assert found is None  # five words in capitals are a heading as likely
        return
    assert (place, day, credit, len(line)) == (found.place, found.date, found.credit, found.end)
    article = read_text(f"Bridge to reopen\n\n{line}{_BODY}")
    assert (place, line + _BODY) == (article.dateline.place, article.text)
    assert ["The bridge is safe"] == [quote.words for quote in article.quotes]


@pytest.mark.parametrize(
    "line",
    [
        "Bergen — It is late.",
        "Okafor: “It is late.”",
        "JO LIND: It is late.",
        "JO LIND (SNP): It is late.",
        "Senator Jo Lind (D): It is late.",
        "Norway (Group A): Tenth time",
        "(D) It is late.",
        "WATCH — The bridge falls",
        "NATO — The alliance meets",
        "Virginia: It is late.",
        "BERGEN — the town where it rains — is wet.",
        "BE — The verb",
        "The bridge (NTB) is late.",
        "BRIDGES OF THE WHOLE NORTH — Five of them",
        "Culture | It is late.",
        "Aud Berg | It is late.",
        "Voss (NTB) | It is late.",
        "a bridge — It is late.",
        "(Bo Roe) — It is late.",
        "(Bergen, Norway) — It is late.",
        "Voss | AFP is late.",
        "ON BOARD THE OLD RED STAR FERRY TO KIEL - It is late.",
        "Bank of Bergen — It is late.",
        "3 March – It is late.",
        "3 March was late.",
    ],
)
def test_what_only_looks_like_one_is_none(line):
    """A speaker, a label, a party or a sentence with a dash is no dateline."""
    assert find_dateline(line) is None


@pytest.mark.parametrize(
    "line", ["BERGEN, NORWAY", "Bergen, Norway", "Oslo, 3 March 2026", "BERGEN, VL (NTB)", "NEW DELHI:"]
)
def test_a_line_alone_is_a_dateline(line):
    """A town on a line of its own, before the body, is the dateline: no headline, and nobody's words."""
    article = read_text(f"{line}\n\n“It is late,” Ines Okafor said.\n\nIt rained.")
    assert (None, line.rstrip(":"), 1) == (article.headline, article.dateline.text, len(article.quotes))
    assert article.text.startswith(line)


@pytest.mark.parametrize("line", ["BERGEN", "Bergen", "WORLD NEWS", "D.C.", "LIVE", "Oslo"])
def test_other_lines_alone_are_none(line):
    """A word alone may be a town, a kicker or a headline: it is not taken for a dateline."""
    assert find_dateline(line) is None


def test_each_story_of_a_text_has_its_own():
    """A text of several stories begins anew after each dateline."""
    quotes = find_quotes(f"OSLO (NTB) — {_BODY}\n\nST. PAUL, Minn. (AP) — The arch is old, officials say.")[1]
    assert ["The bridge is safe", "The arch is old"] == [quote.words for quote in quotes]
