"""What a reader of news knows of names: nations and their capitals, offices, bodies and papers."""

from __future__ import annotations

import re
from typing import Final

from newsschema.reading._words import WORDS

#: Capitals, countries and their other names: when one speaks, it is its government.
STATES: Final = frozenset(form for row in WORDS.states for form in row[:2] + row[3:])
CAPITALS: Final = frozenset(row[0] for row in WORDS.states)
#: Capital, country, adjective and other names, each with the adjective.
NATIONS: Final = {form: row[2] for row in WORDS.states for form in row}
NATION: Final = re.compile(rf"\b(?=[A-Z])(?:{'|'.join(sorted(map(re.escape, NATIONS), key=len, reverse=True))})(?!\w)")
#: The shape of nouns for a person by what he or she does or is.
ROLE: Final = re.compile(
    r"(?:\w*(?:man|woman|person|er|or|ist|ian|ant|ent|ary|oy|eer|cial|ive|ate|al|ess|mate|wife|mother|father|son)"
    r"|chief|head|aide|source|king|queen|nurse|judge|coach|friend|colleague|citizen|employee|nominee|fan|star|pundit)s?$"
)
