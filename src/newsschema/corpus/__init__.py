"""Whole corpora: files of any origin found, decoded and read, and their articles written to one file.

Nothing is read twice and nothing is skipped in silence: every file is in the articles, in the faults, or among what was
passed over, with its reason. A run that is ended, however it is ended, goes on where it was.

Examples:
    >>> from newsschema.corpus import read_document
    >>> [outcome.article.text for outcome in read_document(b"Rain fell, she said.")]
    ['Rain fell, she said.']
"""

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
