"""Annotation files and the text files beside them: two files that are one document."""

from collections.abc import Iterable, Mapping
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Final

from attrs import evolve

from newsschema.corpus._notes import Note, NoteCode

if TYPE_CHECKING:
    from newsschema.corpus._find import File

_ALONE: Final = frozenset({"", ".json", ".jsonl", ".ndjson", ".gz", ".parquet", ".txt", ".xml", ".html"})
"""Suffixes of documents that are one file; among them alone no format needs to be asked."""


def with_texts(files: "Iterable[File]") -> "tuple[list[File], list[Note]]":
    """Give annotation files the text files beside them.

    Args:
        files: All files that were found.

    Returns:
        The files, without the text files that were found in folders; and a note on each of those.
    """
    found = list(files)
    suffixes = {PurePath(file.path).suffix for file in found}
    pairs: Mapping[str, tuple[str, str]] = {} if suffixes <= _ALONE else _paired_suffixes()
    texts: dict[str, str] = {}
    for index, file in enumerate(found):
        path = PurePath(file.path)
        form = pairs.get(path.suffix)
        if form is not None and Path(text := str(path.with_suffix(form[1]))).is_file():
            found[index] = evolve(file, format=form[0], text=text)
            texts[text] = file.name
    notes = [
        Note(
            origin=file.name,
            code=NoteCode.TEXT_FILE,
            message=f"this is the text of {texts[file.path]}, and is read with it",
        )
        for file in found
        if not file.is_named and file.path in texts
    ]
    return [file for file in found if file.is_named or file.path not in texts], notes


def _paired_suffixes() -> Mapping[str, tuple[str, str]]:
    """The name and the suffix of the text file of each format that has one, by its own suffix."""
    from newsschema.interop import formats  # which a corpus of our own documents does not need

    return {form.suffix: (form.name, form.text_suffix) for form in formats().values() if form.text_suffix}
