"""Build what is released: `python scripts/make_release.py [--prepare 1.2.3 | --tag v1.2.3 | --development 45]`.

Checks that version, changelog, citation and tag agree; builds the source archive and the wheel twice and compares them
bit for bit; has them checked; and writes into `build/release/` the changelog's section and a bill of materials. `dist/`
then holds what is published. With `--development` and a number, such as that of a workflow's run, the archives carry a
version of their own before the next release, so that every push can be tried from TestPyPI. Needs the group `release`;
where uv is on the path, it installs what a build needs, in less time.

With `--prepare` it builds nothing: it writes the version and today's date where they belong, and closes the changelog's
section. That needs no group.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
import venv
from collections.abc import Sequence
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_SECTION = re.compile(r"^## \[(?P<version>[^\]]+)\](?: - (?P<date>\d{4}-\d{2}-\d{2}))?$", re.MULTILINE)


def version_of(root: Path = ROOT) -> str:
    """The version that pyproject.toml gives."""
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    return str(project["version"])


def section(version: str, root: Path = ROOT) -> str | None:
    """What the changelog says of a version; `None` where it has no section, or an undated one."""
    text = (root / "CHANGELOG.md").read_text("utf-8")
    found = list(_SECTION.finditer(text))
    for match, following in zip(found, [*found[1:], None], strict=True):
        if match["version"] == version and (match["date"] or version == "Unreleased"):
            return text[match.end() : following.start() if following else len(text)].strip()
    return None


WRITTEN = (
    ("pyproject.toml", r'^version = ".*"$', 'version = "{version}"'),
    ("CITATION.cff", r"^version: .*(?:\ndate-released: .*)?$", "version: {version}\ndate-released: {day}"),
    ("CHANGELOG.md", r"^## \[Unreleased\]$", "## [Unreleased]\n\n## [{version}] - {day}"),
    ("docs/install.md", r"newsschema~=[\d.]+", "newsschema~={version}"),
    (
        "docs/project/changelog.md",
        r"^(\[Unreleased\]: (.*)/commits/main)$",
        "\\1\n[{version}]: \\2/releases/tag/v{version}",
    ),
)
"""Where a person would write the version of a release, by which words it is found, and what stands there then."""


def prepare(version: str, root: Path = ROOT) -> None:
    """Write a release down.

    Args:
        version: Its version.
        root: The project's folder.

    Raises:
        SystemExit: This is no version, the changelog has it already or has nothing new, or the words are not found.
    """
    if not re.fullmatch(r"\d+\.\d+\.\d+", version):
        raise SystemExit(f"{version} is no version of three numbers, such as 1.2.3")
    if section(version, root):
        raise SystemExit(f"the changelog has the section [{version}] already")
    if not section("Unreleased", root):
        raise SystemExit("the changelog says nothing under Unreleased")
    day = datetime.now(UTC).date().isoformat()
    for name, pattern, words in WRITTEN:
        text, path = words.format(version=version, day=day), root / name
        written, count = re.subn(pattern, text, path.read_text("utf-8"), flags=re.MULTILINE)
        if count != 1:
            raise SystemExit(f"{name} has {count} places for the version, and not one: {pattern}")
        path.write_text(written, "utf-8")


def unwrapped(text: str) -> str:
    """A section of the changelog with each paragraph and each item on one line: GitHub keeps the ends of lines."""
    return re.sub(r"(?<=\S)\n *(?=[^\s*#-])", " ", text)


def disagreements(tag: str | None, root: Path = ROOT) -> list[str]:
    """Where version, changelog, citation and tag do not say the same.

    Args:
        tag: The tag that is released, `v` and the version; `None` where nothing is released yet.
        root: The project's folder.
    """
    version = version_of(root)
    cited = re.search(r"^version: (.+)$", (root / "CITATION.cff").read_text("utf-8"), re.MULTILINE)
    found = []
    if cited is None or cited[1] != version:
        found.append(f"CITATION.cff has the version {cited and cited[1]}, and pyproject.toml {version}")
    if tag is None:
        if not section(version, root) and not section("Unreleased", root):
            found.append(f"the changelog says nothing of {version} and nothing under Unreleased")
        return found
    if tag != f"v{version}":
        found.append(f"the tag is {tag}, and the version {version}")
    if not section(version, root):
        found.append(f"the changelog has no dated section [{version}], or an empty one")
    if section("Unreleased", root):
        found.append("the changelog still has something under Unreleased")
    return found


def development_version(number: str, root: Path = ROOT) -> str:
    """The version of a state between releases: after the last release, and before the next.

    Args:
        number: Counts the states.
        root: The project's folder.

    Examples:
        With version 0.1.0 in pyproject.toml, run 45 is `0.1.0.dev45` until 0.1.0 has its section in the changelog, and
        `0.1.1.dev45` from then on.
    """
    version = version_of(root)
    if section(version, root):
        head, _, last = version.rpartition(".")
        version = f"{head}.{int(last) + 1}"
    return f"{version}.dev{number}"


def copy_with_version(target: Path, version: str) -> Path:
    """Copy what the source archive is made of, with another version.

    Args:
        target: The folder of the copy, not there yet.
        version: The version.

    Returns:
        The folder of the copy.
    """
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    included = tomllib.loads(text)["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]
    for name in included:
        source, copy = ROOT / name.strip("/"), target / name.strip("/")
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(source, copy) if source.is_dir() else shutil.copy2(source, copy)
    stamped = re.sub(r'^version = ".*"$', f'version = "{version}"', text, count=1, flags=re.MULTILINE)
    (target / "pyproject.toml").write_text(stamped, "utf-8")
    shutil.copy2(ROOT / ".gitignore", target)  # what it names stays out of the archives
    return target


def build(source: Path, target: Path) -> dict[str, str]:
    """Build both archives, the wheel from the source archive; their SHA-256 by name."""
    installer = "uv" if shutil.which("uv") else "pip"
    _run(sys.executable, "-m", "build", "--installer", installer, "--outdir", target, source)
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in sorted(target.iterdir())}


def bill_of_materials(wheel: Path, target: Path) -> None:
    """Write what comes with an installation of the wheel, in CycloneDX; the wheel is the component it describes."""
    with tempfile.TemporaryDirectory() as folder:
        uv = shutil.which("uv")
        venv.create(folder, with_pip=not uv)
        python = Path(folder) / ("Scripts" if os.name == "nt" else "bin") / "python"
        if uv:
            _run(uv, "pip", "install", "--quiet", "--python", python, wheel)
        else:
            _run(python, "-m", "pip", "install", "--quiet", wheel)
            _run(python, "-m", "pip", "uninstall", "--quiet", "--yes", "pip", "setuptools")
        options = ("--output-reproducible", "--output-format", "JSON", "--output-file", target)
        described = ("--pyproject", ROOT / "pyproject.toml", "--mc-type", "library")
        _run(sys.executable, "-m", "cyclonedx_py", "environment", *described, *options, python)
    name_component(target, wheel)


def name_component(bill: Path, wheel: Path) -> None:
    """Make the bill describe the wheel that is published: its version, its package URL and its SHA-256.

    Args:
        bill: The bill of materials; it is changed.
        wheel: The wheel.
    """
    document = json.loads(bill.read_text("utf-8"))
    name, version = wheel.name.split("-")[:2]
    digest = {"alg": "SHA-256", "content": sha256(wheel.read_bytes()).hexdigest()}
    document["metadata"]["component"] |= {
        "version": version,
        "purl": f"pkg:pypi/{name}@{version}",
        "hashes": [digest],
    }
    bill.write_text(json.dumps(document, indent=2) + "\n", "utf-8")


def _run(*command: str | Path) -> None:
    print("$", *command, flush=True)
    subprocess.run([str(word) for word in command], cwd=ROOT, check=True)  # noqa: S603 - our own words


def main(words: Sequence[str]) -> int:
    """Build the release, or say why it cannot be.

    Args:
        words: `--prepare` and a version, `--tag` and the tag, `--development` and a number, or nothing.

    Returns:
        The exit code.
    """
    option, value = words if len(words) == 2 else (None, None)  # noqa: PLR2004 - an option and its value
    if words and option not in ("--prepare", "--tag", "--development"):
        print(__doc__)
        return 2
    if option == "--prepare" and value:
        prepare(value)
        return 0
    tag = value if option == "--tag" else None
    if found := disagreements(tag):
        print(*found, sep="\n", file=sys.stderr)
        return 1
    dist, notes = ROOT / "dist", ROOT / "build" / "release"
    for folder in (dist, notes):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as folder:
        source = ROOT
        if option == "--development" and value:
            source = copy_with_version(Path(folder) / "source", development_version(value))
        first, second = build(source, dist), build(source, Path(folder) / "again")
    if first != second:
        print(f"two builds differ: {first} {second}", file=sys.stderr)
        return 1
    _run("validate-pyproject", "pyproject.toml")
    _run("twine", "check", "--strict", *sorted(dist.iterdir()))
    (wheel,) = dist.glob("*.whl")
    _run("check-wheel-contents", wheel)
    bill_of_materials(wheel, notes / "sbom.cdx.json")
    said = section(version_of()) or section("Unreleased") or ""
    (notes / "notes.md").write_text(unwrapped(said) + "\n", "utf-8")
    for name, digest in first.items():
        print(f"{digest}  {name}  {(dist / name).stat().st_size:,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
