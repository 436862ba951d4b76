"""Work in several processes, with results in order."""

from collections import deque
from collections.abc import Callable, Generator, Iterable
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Executor

T = TypeVar("T")

_UNDER_WAY: Final = 4
"""Tasks under way for each process: enough that none waits while their results are being worked on."""


def ordered(
    tasks: Iterable[Callable[[], T]], processes: int, pool: "Callable[[int], Executor] | None" = None
) -> Generator[T, None, None]:
    """The results of tasks, of which only a few are under way at a time.

    Args:
        tasks: Taken as they are needed; they and what they return must pickle.
        processes: How many to share them among; one does without another process.
        pool: Makes the processes.
    """
    if processes == 1:
        yield from (task() for task in tasks)
        return
    from concurrent.futures import Future, ProcessPoolExecutor

    executor = (pool or ProcessPoolExecutor)(processes)
    under_way: deque[Future[T]] = deque()
    try:
        for task in tasks:
            under_way.append(executor.submit(task))
            if len(under_way) == _UNDER_WAY * processes:
                yield under_way.popleft().result()
        while under_way:
            yield under_way.popleft().result()
    finally:
        executor.shutdown(cancel_futures=True)
