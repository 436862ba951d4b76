"""Make a virtual environment with this project and some of its dependency groups, and run a command in it.

    python3 scripts/env.py test -- pytest
    python3 scripts/env.py lint docs -- mkdocs build --strict
    python3 scripts/env.py --wheel dist/newsschema-1.0-py3-none-any.whl test -- pytest
    python3 scripts/env.py --oldest test -- pytest

The groups are those of pyproject.toml; the project itself is installed so that changes to it count at once, or as it
was built where a wheel is named. Versions are those of constraints.txt; with `--oldest` the lowest that pyproject.toml
allows for what the project needs, and with `--newest` whatever is newest. Needs only Python 3.11 or later with pip 22.3
or later, and never touches the Python that runs it. Where uv is on the path, it installs, in less time. An environment
is kept, one for each set of groups and each Python, and made anew when what it should hold has changed.
"""

import os
import re
import subprocess
import sys
import tomllib
import venv
from collections.abc import Iterator, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from shutil import which
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
LEFT_OUT = ("fundus-test",)
"""Groups that cannot be installed beside the others, and have no part in constraints.txt."""


def requirements(groups: Mapping[str, Sequence[str | Mapping[str, str]]], names: Sequence[str]) -> Iterator[str]:
    """What some dependency groups ask for, with the groups that they include (PEP 735).

    Args:
        groups: The table `dependency-groups` of pyproject.toml.
        names: The groups.

    Raises:
        SystemExit: There is no such group.
    """
    for name in names:
        if name not in groups:
            raise SystemExit(f"no dependency group {name!r}; there are {', '.join(sorted(groups))}")
        for item in groups[name]:
            if isinstance(item, str):
                yield item
            else:
                yield from requirements(groups, [item["include-group"]])


def arguments(pyproject: Mapping[str, Any], names: Sequence[str], wheel: str | None = None) -> list[str]:
    """What pip is to install: the requirements, and the project with all the extras that they ask for.

    Args:
        pyproject: The content of pyproject.toml.
        names: The groups.
        wheel: The built project; `None` for the folder itself, so that changes count at once.
    """
    own = re.compile(rf"{re.escape(pyproject['project']['name'])}\s*(?:\[(.*)\])?")
    wanted = dict.fromkeys(requirements(pyproject["dependency-groups"], names))
    ours = [match for match in map(own.fullmatch, wanted) if match]
    extras = sorted({extra.strip() for match in ours for extra in (match[1] or "").split(",")} - {""})
    others = [item for item in wanted if not own.fullmatch(item)]
    project = (wheel or ".") + (f"[{','.join(extras)}]" if extras else "")
    return [*(() if wheel else ("--editable",)), project, *others]


def oldest(project: Mapping[str, Any]) -> list[str]:
    """The lowest versions that the project allows of what it needs, as constraints.

    Args:
        project: The table `project` of pyproject.toml.
    """
    extras = (item for extra in project["optional-dependencies"].values() for item in extra)
    lowest = (re.fullmatch(r"([\w.-]+)(?:\[.*\])?>=([\d.]+)", item) for item in (*project["dependencies"], *extras))
    return [f"{match[1]}=={match[2]}" for match in lowest if match]


def constraints(pyproject: Mapping[str, Any], names: Sequence[str], mode: str | None) -> str:
    """Which versions pip may take, as the content of a file of constraints.

    Args:
        pyproject: The content of pyproject.toml.
        names: The groups.
        mode: `oldest`, `newest`, or `None` for the versions of constraints.txt.
    """
    if mode == "oldest":
        return "\n".join(oldest(pyproject["project"])) + "\n"
    pins = ROOT / "constraints.txt"  # not in the source archive's copy of the tests
    return "" if mode == "newest" or set(names) & set(LEFT_OUT) or not pins.exists() else pins.read_text("utf-8")


def make(place: Path, install: Sequence[str], stamp: str, pins: str = "") -> None:
    """Make the environment, unless it is there and holds what it should.

    Args:
        place: Its folder.
        install: What pip is to install.
        pins: The versions that pip may take.
        stamp: Tells this content from any other.

    Raises:
        SystemExit: pip failed.
    """
    mark = place / "made-of"
    if mark.exists() and mark.read_text("utf-8") == stamp:
        return
    print(f"making {place.name}: pip install {' '.join(install)}", file=sys.stderr)
    bundled = find_spec("pip") is None  # then venv brings one; where pip is, venv may lack its own, as on Debian
    uv = which("uv")
    venv.create(place, clear=True, with_pip=bundled and not uv)
    python = bin_of(place) / "python"
    allowed = place / "constraints.txt"
    allowed.write_text(pins, "utf-8")
    command: list[str | Path] = [python, "-m", "pip", "install"]
    if uv:
        command = [uv, "pip", "install", "--python", python, "--compile-bytecode"]
    elif not bundled:
        command = [sys.executable, "-m", "pip", "--python", python, "install"]
    command += ["--quiet", "--constraint", allowed, *install]
    code = subprocess.run(command, cwd=ROOT, check=False).returncode  # noqa: S603 - from pyproject.toml
    if code:
        raise SystemExit(code)
    mark.write_text(stamp, "utf-8")


def bin_of(place: Path) -> Path:
    """The folder of an environment's commands."""
    return place / ("Scripts" if os.name == "nt" else "bin")


def main(words: Sequence[str]) -> int:
    """Make the environment that the words ask for and run their command.

    Args:
        words: Groups, and after `--` a command.

    Returns:
        The command's exit code; 2 where no group is named.
    """
    wheel, mode = None, None
    while words and words[0] in ("--wheel", "--oldest", "--newest"):
        if words[0] == "--wheel":
            wheel, words = words[1], words[2:]
        else:
            mode, words = words[0].removeprefix("--"), words[1:]
    cut = words.index("--") if "--" in words else len(words)
    names, command = words[:cut], list(words[cut + 1 :])
    if not names or names[0].startswith("-"):
        print(__doc__)
        return 2
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    install, pins = arguments(pyproject, names, wheel), constraints(pyproject, names, mode)
    parts = [*names, *(["wheel"] if wheel else []), *([mode] if mode else [])]
    place = ROOT / f".venv-{'-'.join(parts)}-{sys.version_info.major}.{sys.version_info.minor}"
    built = Path(wheel).read_bytes() if wheel else b""
    content = [sys.version, str(ROOT), pyproject["build-system"], pyproject["project"], install, built, pins]
    make(place, install, repr(content), pins)
    path = os.pathsep.join((str(bin_of(place)), os.environ.get("PATH", "")))
    environment = {**os.environ, "PATH": path, "VIRTUAL_ENV": str(place)}
    if not command:
        print(bin_of(place))
        return 0
    return subprocess.run(command, env=environment, check=False).returncode  # noqa: S603 - what was asked for


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
