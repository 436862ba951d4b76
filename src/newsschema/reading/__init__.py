from newsschema.reading._assembly import Assembler
from newsschema.reading._building import Builder
from newsschema.reading._cues import find_cues, find_inner_cues
from newsschema.reading._lexicon import Lexicon
from newsschema.reading._marks import mark
from newsschema.reading._tokens import tokenize


def drafts(text,lexicon=None):
    lexicon=lexicon or Lexicon.default()
    m=mark(tokenize(text, lexicon.tags))
    return m,Assembler(m,find_cues(m,lexicon),find_inner_cues(m,lexicon),lexicon).run()
def find_quotes(text,lexicon=None):
    return Builder(*drafts(text,lexicon)).build()
