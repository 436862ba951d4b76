"""Put what the playground runs on beside the pages: `python scripts/make_playground.py`.

Python for the browser comes from npm and the packages from PyPI, by the versions and hashes in `scripts/playground`;
newsschema itself is taken as it is here. The files go to `docs/assets/playground`, which git does not know. A site that
is built without them says so on its page. Needs `npm`, and pip for this Python.

To try it: `python3 scripts/env.py docs -- mkdocs serve`, and open the page "Playground".
"""

import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PINS = ROOT / "scripts" / "playground"
TARGET = ROOT / "docs" / "assets" / "playground"
PYODIDE = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
PLATFORM = ("--platform=pyemscripten_2026_0_wasm32", "--implementation=cp", "--python-version=3.14", "--abi=cp314")
EPOCH = (1980, 1, 1, 0, 0, 0)


def _run(*command: str | Path) -> None:
    subprocess.run([str(word) for word in command], check=True)  # noqa: S603 - our own words


def wheels(folder: Path) -> list[Path]:
    """Download the packages.

    Args:
        folder: Where to.
    """
    pip = (sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps")
    _run(*pip, "--require-hashes", *PLATFORM, "--only-binary=:all:", "-r", PINS / "requirements.txt", "-d", folder)
    return sorted(folder.glob("*.whl"))


def members(packages: list[Path]) -> Iterator[tuple[str, bytes]]:
    """The files of the packages, and those of newsschema itself.

    Args:
        packages: Wheels.
    """
    for package in packages:
        with zipfile.ZipFile(package) as wheel:
            yield from ((name, wheel.read(name)) for name in sorted(wheel.namelist()))
    source = ROOT / "src"
    for path in sorted((source / "newsschema").rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            yield path.relative_to(source).as_posix(), path.read_bytes()


def main() -> None:
    """Make the folder anew."""
    shutil.rmtree(TARGET, ignore_errors=True)
    TARGET.mkdir(parents=True)
    _run("npm", "ci", "--silent", "--ignore-scripts", "--prefix", PINS)
    for name in PYODIDE:
        shutil.copy(PINS / "node_modules" / "pyodide" / name, TARGET / name)
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(TARGET / "packages.zip", "w") as packages:
        for name, content in members(wheels(Path(folder))):  # equal files give equal bytes
            packages.writestr(zipfile.ZipInfo(name, EPOCH), content, zipfile.ZIP_DEFLATED)
    print("to try it: python3 scripts/env.py docs -- mkdocs serve, and open the page Playground")


if __name__ == "__main__":
    main()
