"""Which ids have been met: on the disk, so that the memory does not grow with the corpus."""

import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path


class MetIds:
    """Digests of the ids of articles, each with the place where it was first met."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        connection.executescript(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -16384;"
            "CREATE TABLE met (id BLOB PRIMARY KEY, place TEXT) WITHOUT ROWID; BEGIN"
        )

    def first(self, digest: bytes, place: str) -> str | None:
        """Where an id was met before; `None` where this is the first time."""
        done = self._connection.execute("INSERT OR IGNORE INTO met VALUES (?, ?)", (digest, place))
        if done.rowcount:
            return None
        (found,) = self._connection.execute("SELECT place FROM met WHERE id = ?", (digest,)).fetchone()
        return str(found)


@contextmanager
def met_ids(path: Path) -> Generator[MetIds, None, None]:
    """Ids that are remembered while the block runs.

    Args:
        path: Where; what was there is replaced, and nothing is left.
    """
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        yield MetIds(connection)
    finally:
        connection.close()
        path.unlink(missing_ok=True)
