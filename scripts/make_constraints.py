"""Write the versions that development is done with: `python scripts/make_constraints.py [--upgrade | --check]`.

`constraints.txt` pins every package of the dependency groups, for every supported Python and system, and
`scripts/env.py` installs by it. Without an option, what is pinned stays as it is while it fits, and what pyproject.toml
has gained is added. `--upgrade` takes the newest versions. `--check` writes nothing and names what has no fitting pin.
The group `LEFT_OUT` cannot stand with the others. Needs `uv` (in the group `lint`), `--check` needs `packaging`.
"""

import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

from env import LEFT_OUT, requirements
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "constraints.txt"
HEAD = "# Made by scripts/make_constraints.py; scripts/env.py installs by it.\n"


def wanted() -> list[str]:
    """All that the project and its groups ask for, the project itself apart."""
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    project, groups = pyproject["project"], pyproject["dependency-groups"]
    extras = [item for extra in project["optional-dependencies"].values() for item in extra]
    in_groups = requirements(groups, [name for name in groups if name not in LEFT_OUT])
    every = [*project["dependencies"], *extras, *in_groups]
    return sorted({item for item in every if Requirement(item).name != project["name"]})


def unpinned(text: str, requirements: Sequence[str]) -> Iterator[str]:
    """The requirements that no pin of the file fits.

    Args:
        text: The constraints.
        requirements: What is asked for.
    """
    pins = [Requirement(line) for line in text.splitlines() if line and not line.startswith("#")]
    versions: dict[str, list[str]] = {}
    for pin in pins:
        versions.setdefault(canonicalize_name(pin.name), []).append(str(pin.specifier).removeprefix("=="))
    for item in requirements:
        asked = Requirement(item)
        found = versions.get(canonicalize_name(asked.name), [])
        if not found or not all(asked.specifier.contains(version, prereleases=True) for version in found):
            yield item


def compile_constraints(requirements: Sequence[str], *, upgrade: bool) -> None:
    """Have uv choose the versions, and write them."""
    with tempfile.TemporaryDirectory() as folder:
        asked, made = Path(folder) / "requirements.in", Path(folder) / "constraints.txt"
        asked.write_text("\n".join(requirements) + "\n", "utf-8")
        if TARGET.exists() and not upgrade:
            made.write_text(TARGET.read_text("utf-8"), "utf-8")
        options = ("--universal", "--python-version", "3.11", "--no-header", "--no-annotate", "--no-emit-index-url")
        command = ["uv", "pip", "compile", "--quiet", str(asked), *options, "--output-file", str(made)]
        subprocess.run(command, check=True)  # noqa: S603 - our own words
        lines = [re.sub(r"\s+", " ", line).strip() for line in made.read_text("utf-8").splitlines()]
        TARGET.write_text(HEAD + "\n".join(line for line in lines if line and line[0] != "#") + "\n", "utf-8")


def main(words: Sequence[str]) -> int:
    """Write the file, or say what it lacks.

    Args:
        words: One option, or nothing.

    Returns:
        The exit code.
    """
    requirements = wanted()
    if list(words) == ["--check"]:
        missing = list(unpinned(TARGET.read_text("utf-8"), requirements))
        for item in missing:
            print(f"constraints.txt has no version that fits {item!r}: run `python scripts/make_constraints.py`")
        return int(bool(missing))
    compile_constraints(requirements, upgrade=list(words) == ["--upgrade"])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
