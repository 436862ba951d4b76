"""How often "he" or "she" is linked to somebody whose given name is of the other gender.

    python bench/pronouns.py TEXTS

TEXTS is a folder of texts, one in each file. A name counts that the reader's own list has for one gender alone.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from newsschema.reading import find_quotes
from newsschema.reading._lexicon.gazetteer import Gender, given_gender

GENDERS = {"he": Gender.MAN, "she": Gender.WOMAN}


def links(text: str) -> Iterator[bool]:
    """Whether each pronoun that speaks is linked to a given name of its gender, where that is known."""
    sources, quotes = find_quotes(text)
    names = {source.id: source.name for source in sources}
    for quote in quotes:
        mention = quote.attribution and quote.attribution.mention
        gender = GENDERS.get(mention.text.lower()) if mention else None
        given = given_gender((names.get(quote.source or "") or " ").split(" ")[0])
        if gender is not None and given in GENDERS.values():
            yield given is gender


def main(folder: Path) -> None:
    """Print how many links there are, and how many of them are of the other gender."""
    found = [same for path in sorted(folder.iterdir()) for same in links(path.read_text("utf-8"))]
    print(f"{found.count(False)} of {len(found)} linked to a given name of the other gender")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
