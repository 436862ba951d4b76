"""`newsschema corpus`."""

import os
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Self

from cyclopts import Parameter
from cyclopts.validators import Number

from newsschema._model.errors import ValidationError
from newsschema.cli._app import Exit, Stop, console, counted

if TYPE_CHECKING:
    from newsschema.arrow._corpus import Tally


def corpus(
    *inputs: Annotated[Path, Parameter(metavar="IN")],
    output: Annotated[Path, Parameter(name=("--output", "-o"), metavar="OUT")],
    workers: Annotated[int | None, Parameter(name=("--workers", "-j"), validator=Number(gte=1))] = None,
) -> int:
    """Read, check and write a whole corpus, with all cores.

    ```
    newsschema corpus 1998/ 1999/ -o archive.parquet
    newsschema corpus wire.jsonl.gz -o wire.parquet
    newsschema corpus archive.parquet -o archive.jsonl.gz
    ```

    Plain text (`.txt`) is read and its quotations are found; articles (`.json`, `.jsonl`, `.ndjson`, `.parquet`) are
    checked; both also with `.gz` behind the name. A run that was interrupted goes on where it was when it is started
    again in the same way. What has faults is left out and listed in `OUT.faults.jsonl`.

    Args:
        inputs: Files, and folders whose files of the kinds above are taken.
        output: Where the articles go: `.parquet` or `.jsonl.gz`.
        workers: How many processes work; as many as there are cores where nothing is said.
    """
    from newsschema.arrow._corpus import OUTPUTS, UnfinishedError, faults_beside, run
    from newsschema.arrow._inputs import KINDS, files_in, kind_of
    from newsschema.arrow._untyped import pa

    pa.set_memory_pool(pa.system_memory_pool())  # a third less is held than with Arrow's own, at no cost in time
    if not output.name.endswith(OUTPUTS):
        raise Stop(f"{output}: the name must end in {' or '.join(OUTPUTS)}")
    files = list(files_in(inputs))
    for file in files:
        if file.exists() and kind_of(file) is None:
            raise Stop(f"{file}: the name says nothing known; it should end in {', '.join(KINDS)}")
    if not files:
        raise Stop("there is nothing to read")
    try:
        with _Progress(sum(file.stat().st_size for file in files)) as progress:
            total = run(files, output, workers=workers or os.cpu_count() or 1, advance=progress.advance)
    except (ValidationError, UnfinishedError) as error:
        raise Stop(*str(error).splitlines()) from None
    except BrokenProcessPool:
        raise Stop("a worker came to a sudden end; the same command goes on where it was") from None
    lines = [f"{counted(total.articles, 'article')} with {counted(total.quotes, 'quote')}: {output}"]
    if progress.earlier:
        lines.append(f"done before: {counted(progress.earlier, 'document')}")
    if total.faulty:
        lines.append(f"{counted(total.faulty, 'document')} with faults: {faults_beside(output)}")
    for line in lines:
        print(line)  # noqa: T201 - what the command is for
    return Exit.FAULTS if total.faulty else Exit.FINE


class _Progress:
    """A bar with rate and time left, on a terminal."""

    def __init__(self, size: int) -> None:
        from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

        shown = console(stderr=True)
        columns = (BarColumn(), TextColumn("{task.percentage:3.0f}%"), TextColumn("{task.description}"))
        self._bar = Progress(*columns, TimeRemainingColumn(), console=shown, disable=not shown.is_terminal)
        self._task = self._bar.add_task("", total=size)
        self._worked = 0
        self.earlier = 0

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    def advance(self, tally: "Tally", earlier: bool) -> None:
        documents = tally.articles + tally.faulty
        if earlier:
            self.earlier += documents
        else:
            self._worked += documents
        rate = self._worked / max(self._bar.tasks[0].elapsed or 0, 1e-9)
        self._bar.update(self._task, advance=tally.size, description=f"{rate:,.0f} documents a second")
