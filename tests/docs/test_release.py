"""What is published agrees with itself."""

import importlib.util
import re
import shutil
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "scripts" / "make_release.py"
if not SCRIPT.exists():
    pytest.skip("not in a copy of the repository", allow_module_level=True)
_spec = importlib.util.spec_from_file_location("make_release", SCRIPT)
make_release = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(make_release)


@pytest.fixture
def project(tmp_path):
    """A copy of the files that carry the version, with a release written down."""
    for name in ("pyproject.toml", "CITATION.cff"):
        shutil.copy(ROOT / name, tmp_path / name)
    version = make_release.version_of()
    changelog = f"# Changelog\n\n## [Unreleased]\n\n## [{version}] - 2026-11-23\n\n### Added\n\n- Rain.\n"
    (tmp_path / "CHANGELOG.md").write_text(changelog, "utf-8")
    return tmp_path


def test_repository_agrees():
    """Version, changelog and citation of this repository say the same."""
    assert make_release.disagreements(None) == []


def test_release_that_agrees(project):
    """A tag with its version, a dated section and nothing left over may go out, and the section is its notes."""
    version = make_release.version_of()
    assert make_release.disagreements(f"v{version}", project) == []
    assert make_release.section(version, project) == "### Added\n\n- Rain."


@pytest.mark.parametrize(
    ("name", "pattern", "replacement", "said"),
    [
        ("pyproject.toml", r'^version = ".*"', 'version = "9.9.9"', "the tag is"),
        ("CITATION.cff", r"^version: .*", "version: 9.9.9", "CITATION.cff has the version 9.9.9"),
        ("CITATION.cff", r"^version: .*", "", "CITATION.cff has the version None"),
        ("CHANGELOG.md", r" - 2026-11-23$", "", "no dated section"),
        ("CHANGELOG.md", r"^## \[Unreleased\]$", "## [Unreleased]\n\n- More.", "under Unreleased"),
        ("CHANGELOG.md", r"^### Added\n\n- Rain.$", "", "or an empty one"),
    ],
)
def test_release_that_disagrees(project, name, pattern, replacement, said):
    """Each thing that was forgotten is named, and stops the release."""
    tag = f"v{make_release.version_of()}"
    text = re.sub(pattern, replacement, (project / name).read_text("utf-8"), count=1, flags=re.MULTILINE)
    (project / name).write_text(text, "utf-8")
    assert [said in line for line in make_release.disagreements(tag, project) if said in line] == [True]
    assert make_release.main(["--tag", "v0.0.0"]) == 1


def test_changelog_must_say_something(project):
    """Between releases too, the changelog has something to say of what is on main."""
    (project / "CHANGELOG.md").write_text("# Changelog\n\n## [Unreleased]\n", "utf-8")
    assert len(make_release.disagreements(None, project)) == 1


def test_actions_are_pinned():
    """Every action in use is pinned by hash, with its version beside it, and permissions start at none."""
    workflows = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
    assert {"ci.yml", "docs.yml", "release.yml"} <= {path.name for path in workflows}
    for path in workflows:
        text = path.read_text("utf-8")
        used = re.findall(r"uses: (.+)$", text, re.MULTILINE)
        assert [use for use in used if not re.match(r"\./|[\w-]+/[\w-]+@[0-9a-f]{40} # v\d", use)] == []
        assert "\npermissions: {}\n" in text


def test_python_versions_agree():
    """The classifiers, the tests and the lower bound name the same versions of Python."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    classified = [line.rsplit(" ", 1)[1] for line in project["classifiers"] if re.search(r":: 3\.\d+$", line)]
    (tested,) = re.findall(r"python: (\[.+\])$", (ROOT / ".github/workflows/ci.yml").read_text("utf-8"), re.MULTILINE)
    assert classified == re.findall(r"3\.\d+", tested)
    assert f">={classified[0]}" == project["requires-python"]
