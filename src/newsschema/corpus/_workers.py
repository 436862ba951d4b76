"""Processes that a run shares its work among, and that end with it."""

import os
import signal
import threading
from collections.abc import Generator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import active_children, get_context, parent_process
from typing import Any


class Workers(ProcessPoolExecutor):
    """Processes that do not hear of an interruption, from their first moment on: they are ended by this one.

    They end at once when the work is broken off, since what they are at is written whole or not at all.
    """

    def __init__(self, number: int) -> None:
        super().__init__(number, mp_context=get_context("spawn"), initializer=_begin_worker)
        self._own: set[Any] = set()

    def submit(self, *args: Any, **kwargs: Any) -> Any:
        others = {*active_children()}
        with _signals_held():  # and so they are in a process that begins here
            future = super().submit(*args, **kwargs)
        self._own |= {*active_children()} - others
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT002 - as it is inherited
        if cancel_futures:  # what is under way comes to nothing, or there is nothing
            for process in self._own:
                process.kill()
        super().shutdown(wait, cancel_futures=cancel_futures)


@contextmanager
def _signals_held() -> Generator[None, None, None]:
    """Let what interrupts wait until the block is done."""
    if not hasattr(signal, "pthread_sigmask"):  # pragma: no cover - Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin_worker() -> None:  # pragma: no cover - runs in a process of its own
    """Leave interruptions to the command, and leave no worker behind when it is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    assert parent is not None

    def watch() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
