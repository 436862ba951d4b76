"""What is published agrees with itself, and the workflows do what they say, as far as can be told without GitHub."""

import importlib.util
import json
import os
import re
import shutil
import subprocess
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
    (tmp_path / "docs" / "project").mkdir(parents=True)
    for name in ("install.md", "project/changelog.md"):
        shutil.copy(ROOT / "docs" / name, tmp_path / "docs" / name)
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


def test_release_is_written_down_at_once(project):
    """One command writes version and date wherever they stand, and what it leaves may be tagged."""
    text = (project / "CHANGELOG.md").read_text("utf-8")
    (project / "CHANGELOG.md").write_text(text.replace("## [Unreleased]\n", "## [Unreleased]\n\n- Snow.\n"), "utf-8")
    for version in ("77.0.1", "77.0.2"):
        make_release.prepare(version, project)
        assert make_release.disagreements(f"v{version}", project) == []
        assert f"newsschema~={version}`" in (project / "docs" / "install.md").read_text("utf-8")
        links = (project / "docs" / "project" / "changelog.md").read_text("utf-8")
        assert f"[{version}]: https://github.com/newsschema/newsschema/releases/tag/v{version}\n" in links
        dates = [
            re.findall(pattern, (project / name).read_text("utf-8"), re.MULTILINE)[0]
            for name, pattern in (("CITATION.cff", r"^date-released: (.*)$"), ("CHANGELOG.md", r"^## \[77.* - (.*)$"))
        ]
        assert dates[0] == dates[1]
        changelog = (project / "CHANGELOG.md").read_text("utf-8")
        (project / "CHANGELOG.md").write_text(changelog.replace("d]\n", "d]\n\n- More.\n", 1), "utf-8")
    assert make_release.section("77.0.1", project) == "- Snow."


@pytest.mark.parametrize(
    ("version", "name", "text", "said"),
    [
        ("77.0", "CITATION.cff", "", "no version of three numbers"),
        ("77.0.0", "CHANGELOG.md", "## [Unreleased]\n\n## [77.0.0] - 2026-11-23\n\n- Rain.", "has the section"),
        ("77.0.0", "CHANGELOG.md", "## [Unreleased]\n", "nothing under Unreleased"),
        ("77.0.0", "docs/install.md", "newsschema~=1 newsschema~=1", "has 2 places"),
    ],
)
def test_release_that_cannot_be_written_down(project, version, name, text, said):
    """A wrong number, one that is taken, and a release without news are refused."""
    (project / "CHANGELOG.md").write_text("## [Unreleased]\n\n- Rain.\n", "utf-8")
    (project / name).write_text(text, "utf-8")
    with pytest.raises(SystemExit, match=said):
        make_release.prepare(version, project)


@pytest.mark.parametrize("words", [["--tag"], ["--release", "1.2.3"], ["v1.2.3"]])
def test_unknown_options_are_refused(words, capsys):
    """Words that mean nothing build nothing."""
    assert (2, True) == (make_release.main(words), "--prepare" in capsys.readouterr().out)


def test_notes_have_a_line_for_each_item():
    """The notes of a release keep paragraphs and items, each on one line, since GitHub would keep the ends of lines."""
    section = "Words that\nrun on.\n\n### Added\n\n- **One**, which\n  goes on:\n  - part\n    of it.\n- Two."
    expected = "Words that run on.\n\n### Added\n\n- **One**, which goes on:\n  - part of it.\n- Two."
    assert expected == make_release.unwrapped(section)


def test_changelog_must_say_something(project):
    """Between releases too, the changelog has something to say of what is on main."""
    (project / "CHANGELOG.md").write_text("# Changelog\n\n## [Unreleased]\n", "utf-8")
    assert len(make_release.disagreements(None, project)) == 1


def test_each_state_has_a_version_of_its_own(project):
    """Between releases a state is numbered before the next release, and after the last one that the changelog has."""
    (project / "CHANGELOG.md").write_text("# Changelog\n\n## [Unreleased]\n\n- Rain.\n", "utf-8")
    version = make_release.version_of()
    assert make_release.development_version("45", project) == f"{version}.dev45"
    (project / "CHANGELOG.md").write_text(f"# Changelog\n\n## [{version}] - 2026-11-23\n\n- Rain.\n", "utf-8")
    head, _, last = version.rpartition(".")
    assert make_release.development_version("45", project) == f"{head}.{int(last) + 1}.dev45"


def test_copy_carries_the_version(tmp_path):
    """The copy that a state between releases is built from is the project with another version, and nothing else."""
    copy = make_release.copy_with_version(tmp_path / "copy", "0.0.7.dev1")
    before, after = ((path / "pyproject.toml").read_text("utf-8").splitlines() for path in (ROOT, copy))
    changed = [line for line, other in zip(after, before, strict=True) if line != other]
    assert changed == ['version = "0.0.7.dev1"']
    assert (copy / "src" / "newsschema" / "py.typed").is_file()


def test_bill_of_materials_describes_the_wheel(tmp_path):
    """The bill names the component it is about: the published file, by version, package URL and digest."""
    bill, wheel = tmp_path / "sbom.json", tmp_path / "newsschema-0.1.0.dev7-py3-none-any.whl"
    bill.write_text('{"metadata": {"component": {"name": "newsschema", "version": "0.1.0"}}}', "utf-8")
    wheel.write_bytes(b"")
    make_release.name_component(bill, wheel)
    assert json.loads(bill.read_text("utf-8"))["metadata"]["component"] == {
        "name": "newsschema",
        "version": "0.1.0.dev7",
        "purl": "pkg:pypi/newsschema@0.1.0.dev7",
        "hashes": [{"alg": "SHA-256", "content": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}],
    }


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
    """The classifiers, the lower bound and every list of Pythons in a workflow name the same versions."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    classified = [line.rsplit(" ", 1)[1] for line in project["classifiers"] if re.search(r":: 3\.\d+$", line)]
    workflows = [(ROOT / ".github" / "workflows" / name).read_text("utf-8") for name in ("ci.yml", "release.yml")]
    tested = [found for text in workflows for found in re.findall(r"python: (\[.+\])$", text, re.MULTILINE)]
    assert [classified] * 2 == [re.findall(r"3\.\d+", found) for found in tested]
    assert f">={classified[0]}" == project["requires-python"]


def test_systems_agree():
    """The systems that the page on compatibility names are those that the tests run on."""
    promised = (ROOT / "docs" / "project" / "compatibility.md").read_text("utf-8")
    (tested,) = re.findall(r"system: \[(.+)\]$", (ROOT / ".github/workflows/ci.yml").read_text("utf-8"), re.MULTILINE)
    assert [name for name in ("Linux", "macOS", "Windows") if name in promised] == ["Linux", "macOS", "Windows"]
    assert ["ubuntu", "windows", "macos"] == re.findall(r"([a-z]+)-[\d.]+", tested)


@pytest.fixture
def steps():
    """The scripts of a workflow's job, in their order."""
    yaml = pytest.importorskip("yaml", reason="the docs group is not installed")

    def read(workflow, job):
        parsed = yaml.safe_load((ROOT / ".github" / "workflows" / workflow).read_text("utf-8"))
        return [step["run"] for step in parsed["jobs"][job]["steps"] if "run" in step]

    return read


def run(script, folder, tools, **environment):
    """Run a step as the workflow's shell does, with stand-ins for some of its commands."""
    bin_ = folder / "bin"
    bin_.mkdir(exist_ok=True)
    for name, text in tools.items():
        (bin_ / name).write_text(f"#!/bin/sh\n{text}\n", "utf-8")
        (bin_ / name).chmod(0o755)
    path = os.pathsep.join((str(bin_), os.environ["PATH"]))
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    done = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, "PATH": path, "HOME": str(folder), **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


bash = pytest.mark.skipif(os.name == "nt", reason="the step runs in the workflow's Linux")


@bash
def test_github_release_can_be_repeated(steps, tmp_path):
    """The step that makes the release page makes it once, and puts the files on it as often as it runs."""
    (script,) = steps("release.yml", "github")
    for name in ("dist/newsschema.whl", "notes/sbom.cdx.json", "notes/notes.md"):
        (tmp_path / "built" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "built" / name).touch()
    gh = """
        echo "$1 $2" >> said
        case "$2" in
          view) test -e made;;
          create) test ! -e made && touch made;;
          upload) test -e made && echo "$*" | grep -q -- --clobber;;
        esac"""
    for _ in range(2):
        run(script, tmp_path, {"gh": gh}, TAG="v0.1.0", REPOSITORY="newsschema/newsschema")
    said = (tmp_path / "said").read_text("utf-8").splitlines()
    assert said == ["release view", "release create", "release upload", "release view", "release upload"]


@bash
def test_pages_are_pushed_by_a_job_that_runs_git_alone(steps, tmp_path):
    """The commits of the job that builds arrive through its bundle, from the first push on."""
    (build,), (push,) = steps("docs.yml", "build"), steps("docs.yml", "publish")
    remote, work = tmp_path / "remote.git", tmp_path / "work"
    subprocess.run(["git", "init", "--quiet", "--bare", str(remote)], check=True)
    commit = "[ $5 = scripts/publish_docs.py ] || exit 0\n"  # what else the job makes is no commit
    commit += "git checkout -q gh-pages || git checkout -q --orphan gh-pages; git commit -q --allow-empty -m $6"
    for kind in ("dev", "release", "dev"):
        shutil.rmtree(work, ignore_errors=True)
        subprocess.run(["git", "init", "--quiet", str(work)], check=True)
        run(build, work, {"python": commit}, KIND=kind, REPOSITORY=str(remote))
        run(push, work, {"gh": "true"}, REPOSITORY=str(remote))
    log = subprocess.run(
        ["git", "log", "--format=%s", "gh-pages"], cwd=remote, capture_output=True, text=True, check=True
    )
    assert log.stdout.split() == ["dev", "release", "dev"]


def test_no_job_that_installs_may_write():
    """A job that runs code from a package index has no permission to write anything."""
    yaml = pytest.importorskip("yaml", reason="the docs group is not installed")
    installing = []
    for path in sorted((ROOT / ".github" / "workflows").glob("*.yml")):
        for name, job in yaml.safe_load(path.read_text("utf-8"))["jobs"].items():
            script = "\n".join(step.get("run", "") for step in job.get("steps", ()))
            if re.search(r"pip install|env\.py|\.ci/run|run\.py", script):
                installing.append(name)
                assert "write" not in str(job["permissions"]), (path.name, name)
    assert {"everything", "tests", "build", "test", "downstream"} <= set(installing)
