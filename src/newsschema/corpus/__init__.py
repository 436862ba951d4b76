"""Whole corpora: find, decode and read files of any format, and write their articles to one file.

Every file is accounted for: in the articles, in the faults, or among the files passed over, with the reason. An
interrupted run continues where it was.

Examples:
    >>> from newsschema.corpus import read_document
    >>> [outcome.article.text for outcome in read_document(b"Rain fell, she said.")]
    ['Rain fell, she said.']
"""

from newsschema._model.homes import name_home
from newsschema.corpus._find import File, find_files
from newsschema.corpus._job import Summary, iter_corpus, write_corpus
from newsschema.corpus._notes import CorpusError, Note, NoteCode
from newsschema.corpus._parts import Tally
from newsschema.corpus._read import Outcome, ReadOptions, read_document, read_stream

__all__ = [
    "CorpusError",
    "File",
    "Note",
    "NoteCode",
    "Outcome",
    "ReadOptions",
    "Summary",
    "Tally",
    "find_files",
    "iter_corpus",
    "read_document",
    "read_stream",
    "write_corpus",
]

name_home(__name__, map(globals().get, __all__))
