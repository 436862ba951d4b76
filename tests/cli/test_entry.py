"""Where the command begins: an interruption before it can be answered, and after the end, ends it in silence."""

import os
import signal
import subprocess
import sys

import pytest

import newsschema.cli
from _newsschema_command import main

POSIX = pytest.mark.skipif(os.name != "posix", reason="signals as POSIX has them")
ENTRY = [sys.executable, "-c", "import sys; from _newsschema_command import main; sys.exit(main())"]
INTERRUPTED = "import os, signal\nos.kill(os.getpid(), signal.SIGINT)\nraise ImportError('unheard')\n"


@pytest.fixture(autouse=True)
def _handler_kept():
    before = signal.getsignal(signal.SIGINT)
    yield
    signal.signal(signal.SIGINT, before)


@POSIX
@pytest.mark.parametrize("module", ["msgspec", "cyclopts"])
def test_an_interruption_while_modules_are_imported_ends_in_silence(tmp_path, module):
    """Be it the core that is being imported or the command's own library, there is no traceback."""
    (tmp_path / f"{module}.py").write_text(INTERRUPTED)
    paths = os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run(
        [*ENTRY, "-V"],
        env={**os.environ, "PYTHONPATH": paths},
        capture_output=True,
        check=False,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    assert (done.returncode, done.stdout, done.stderr) == (-signal.SIGINT, b"", b"")


@pytest.mark.parametrize(
    ("before", "during", "after"),
    [
        (signal.default_int_handler, signal.default_int_handler, signal.SIG_DFL),
        (signal.SIG_IGN, signal.SIG_IGN, signal.SIG_IGN),
    ],
    ids=["heard", "not heard"],
)
def test_the_command_answers_an_interruption_while_it_runs(monkeypatch, before, during, after):
    """Python's handler stands while the command runs, and the system's around it; what is not to be heard is not."""
    seen = []

    def load():
        seen.append(signal.getsignal(signal.SIGINT))
        return lambda: seen.append(signal.getsignal(signal.SIGINT)) or 1

    monkeypatch.setattr(newsschema.cli, "load", load)
    signal.signal(signal.SIGINT, before)
    assert main() == 1
    assert [*seen, signal.getsignal(signal.SIGINT)] == [after, during, after]
