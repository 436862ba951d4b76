"""Try the library as its users do: `python tests/downstream/run.py DIST`.

Makes an empty environment, installs the wheel that lies in the folder DIST and the small project beside this file, and
runs that project's tests and both type checkers over it. Where uv is on the path, it installs, in less time.
"""

import os
import subprocess
import sys
import tempfile
import venv
from collections.abc import Sequence
from pathlib import Path
from shutil import which

HERE = Path(__file__).resolve().parent


def main(words: Sequence[str]) -> int:
    """Install, test, check.

    Args:
        words: The folder with the wheel.

    Returns:
        The exit code: 0 when all passed.
    """
    (wheel,) = Path(words[0]).resolve().glob("*.whl")
    with tempfile.TemporaryDirectory() as folder:
        uv = which("uv")
        venv.create(folder, with_pip=not uv)
        bin_ = Path(folder) / ("Scripts" if os.name == "nt" else "bin")
        environment = {**os.environ, "VIRTUAL_ENV": folder, "PATH": f"{bin_}{os.pathsep}{os.environ['PATH']}"}

        def run(*command: str | Path) -> None:
            sys.stderr.write(" ".join(["$", *map(str, command)]) + "\n")
            subprocess.run([str(word) for word in command], cwd=HERE, env=environment, check=True)

        install = (uv, "pip", "install", "--quiet") if uv else (bin_ / "python", "-m", "pip", "install", "--quiet")
        if not uv:
            run(*install, "pip>=25.1")
        run(*install, f"newsschema[arrow,cli,hypothesis] @ {wheel.as_uri()}", ".", "--group", "test")
        run(bin_ / "python", "-m", "pytest", "-q", "-p", "no:cacheprovider")
        run(bin_ / "mypy", "--cache-dir", folder)
        run(bin_ / "pyright")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
