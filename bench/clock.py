"""Timing: variants run interleaved in random order, so that whatever slows the machine slows all of them."""

import gc
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple

HERE = Path(__file__).parent
Times = dict[str, list[float]]
"""Processor seconds for one article by variant, one value for each round."""


class Ratio(NamedTuple):
    """How long one variant takes for what another does in 1, with the quartiles over the rounds."""

    value: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.value:.2f} ({self.low:.2f} to {self.high:.2f})"


def ratio(times: Times, name: str, against: str) -> Ratio:
    """The ratio of two variants, from the rounds they shared."""
    each = [one / other for one, other in zip(times[name], times[against], strict=True)]
    low, _, high = quantiles(each, n=4, method="inclusive") if len(each) > 1 else each * 3
    return Ratio(median(each), low, high)


def fastest(times: Times, names: Sequence[str]) -> str:
    """The variant with the least median."""
    return min(names, key=lambda name: median(times[name]))


def interleaved(variants: dict[str, Callable[[], object]], count: int, *, rounds: int, block: float = 0.02) -> Times:
    """Time every variant.

    Args:
        variants: Each does all the work once.
        count: How many articles that is.
        rounds: How often each is timed.
        block: For how many seconds at least, each time.
    """
    repeats = {}
    for name, work in variants.items():
        work()
        began = time.process_time()
        work()
        repeats[name] = max(1, round(block / max(time.process_time() - began, 1e-9)))
    order, shuffle, times = list(variants), random.Random(0).shuffle, {name: [] for name in variants}  # type: ignore[var-annotated]
    gc.collect()
    gc.freeze()
    for _ in range(rounds):
        shuffle(order)
        for name in order:
            work, again = variants[name], range(repeats[name])
            gc.collect()
            began = time.process_time()
            for _ in again:
                work()
            times[name].append((time.process_time() - began) / (repeats[name] * count))
    gc.unfreeze()
    return times


def children(scripts: dict[str, str], *arguments: str, rounds: int, **variables: str) -> Times:
    """What fresh interpreters print, interleaved: each script prints one number.

    Args:
        scripts: The source by name.
        *arguments: What they find in `sys.argv`.
        rounds: How often each is run.
        **variables: What they find in their environment besides what is there.
    """
    environment = {**os.environ, **variables}
    order, times = list(scripts), {name: [] for name in scripts}  # type: ignore[var-annotated]
    for _ in range(rounds):
        random.Random(len(times[order[0]])).shuffle(order)
        for name in order:
            command = [sys.executable, "-c", scripts[name], *arguments]
            done = subprocess.run(command, cwd=HERE, env=environment, check=True, capture_output=True, text=True)
            times[name].append(float(done.stdout))
    return times
