"""What tells, behind a noun phrase, that it is the subject of a clause: patterns over the chunks that follow."""

from __future__ import annotations

from typing import Final

from newsschema.reading._syntax.chunks import KINDS

#: The verb behind a relative clause on its subject: "said the man who took it was away", "the kilns she had broke".
RELATED_CLAUSE: Final = KINDS.pattern("""
    (?: <relative> (?: <noun> (?: <link> <nominal> )* )? | <subject> ) <adverb>* <predicate>
    (?: <conjunction> <participle> )? <nominal|link|adverb|adjective|time|infinitive>*
    (?: , <nominal> (?: <link> <nominal> )* , )? <verb>
""")
#: The same behind "that" or a preposition, for verbs of saying alone: "said the boat that sank in May was old", "said
#: the question of who would pay was open", but "announced a plan that critics say was hers".
RELATED_SAID: Final = KINDS.pattern("""
    <link>? <relative|that> (?: <noun> (?: <link> <nominal> )* )? <adverb>* <predicate>
    <nominal|link|adverb|adjective|time|infinitive|ing|marked>*
    (?: <subordinator> (?: <subject> | <nominal> (?: <link> <nominal> )* ) <adverb>* <predicate>
        <nominal|link|adverb|adjective|time|infinitive|marked>* )?
    (?: , <nominal> (?: <link> <nominal> )* , )? (?: <verb> | <participle> <common> )
""")
VERB_AHEAD: Final = KINDS.pattern(
    "(?! <nominal|link>* <time> <conjunction> )"  # but "saw a fall last year and fears the next"
    " <!point|marked|that|relative|subordinator|predicate|end>*"
    " (?<! <conjunction|contrast> ) (?<! <conjunction|contrast> <adverb> )"  # but "claimed her prize and left"
    " (?: <participle> (?= <verb> ) )? <verb>"  # "shows most of the kilns sold were cold"
)
#: The same, or a participle that can only be the verb: "said a guard noticed", "said demand and a fault led to".
VERBAL_AHEAD: Final = KINDS.pattern(
    "<!point|marked|that|relative|subordinator|predicate|end>* <verb>"
    "| <nominal>* (?: <conjunction> <nominal>+ )? <adverb>* <participle>"
    "| <infinitive> <nominal|link|time>* <participle> <common>"
    "| <nominal|link|brackets|adverb|adjective|ing>* (?: , <nominal> (?: <link> <nominal> )* )*"
    "  (?: ,? <conjunction> <nominal> (?: <link> <nominal> )* ) <adverb>*"
    "  (?: <verb> | <participle> (?! <link> ) )"
    "| <subject> <conjunction> <nominal> (?: <link> <nominal> )* <adverb>* <predicate>"
    "| <brackets> (?: <verb> | <participle> <nominal> )"
    "| <subject> <predicate> <!point|marked|that|relative|subordinator|predicate|end>* <subject> <predicate>"
)
#: Between a subject and its verb, what commas set off.
_SET_OFF: Final = ", (?! <adverb>* <predicate> | <conjunction> ) <!comma|stop|semicolon|newline|marked>{1,12}"
#: The same behind what is set in between the subject and its verb: "said the gain, if there was one, would last".
PARTED_AHEAD: Final = KINDS.pattern(rf"""
    (?: <!point|marked|that|relative|subordinator|predicate|end> | <subordinator> <nominal> )*
    (?<! <conjunction> ) (?: {_SET_OFF} ,
      | <dash> <!dash|stop|semicolon|newline|marked>{{1,40}} <dash>
        (?: <conjunction> <nominal> (?: <link> <nominal> )* )? )
    <adverb>* <verb>
""")
#: The same where commas set off several things, for verbs of saying alone, or each of several has an age.
_APART: Final = f"""
    (?: {_SET_OFF} | , <participle> <adverb>? <subordinator|preposition|infinitive|to>
        <!comma|stop|semicolon|newline>{{1,12}} )
"""
PARTED_TWICE: Final = KINDS.pattern(rf"""
    <nominal|link|conjunction>* (?<! <conjunction> )
    (?: {_APART}{{2,4}} | (?: , <nominal> ){{1,5}} ,? <conjunction> <nominal> {_APART}{{1,3}} ) ,
    <adverb>* (?: <verb> | <participle> (?: <preposition>? <nominal> | <end> | $ ) )
""")
#: The same with a word or two in marks before a noun: "says naming of ‘gifted’ potter is late", or before "and": "said
#: the “fee” and the rent were high".
MARKED_AHEAD: Final = KINDS.pattern(
    "<nominal|link>* <marked> <conjunction>? <nominal> (?: <link> <nominal> )* <adverb>* <verb>"
)
#: The same behind an aside: "said losing the cup - and the money - would hurt".
_APART_AHEAD: Final = KINDS.pattern("""
    <nominal> (?: <link|conjunction> <nominal> )*
    (?: <dash> <!dash|stop|semicolon|newline>{1,40} <dash> | , <!comma|stop|semicolon|newline|marked>{1,12} , ) <verb>
""")
DOING_AHEAD: Final = (VERBAL_AHEAD, MARKED_AHEAD, _APART_AHEAD)
