"""One run at a time: a lock that ends with the process that holds it, however that ends."""

import os
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

if sys.platform == "win32":  # pragma: no cover - another system
    import msvcrt

    def _take(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class LockedError(Exception):
    """Somebody else holds the lock."""


@contextmanager
def locked(path: Path) -> Generator[None, None, None]:
    """Hold a lock while the block runs.

    Args:
        path: A file for it, which may be removed while the lock is held, except on Windows.

    Raises:
        LockedError: Somebody holds it.
        OSError: It cannot be made.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            _take(descriptor)
            same = os.path.samestat(os.fstat(descriptor), path.stat())
        except (BlockingIOError, PermissionError, FileNotFoundError):  # on Windows a lock is a permission
            same = False
        if not same:  # held, or removed by who held it until now
            raise LockedError
        yield
    finally:
        os.close(descriptor)
