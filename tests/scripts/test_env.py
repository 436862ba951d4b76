"""`scripts/env.py`: environments from the dependency groups."""

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "scripts" / "env.py"


@pytest.fixture
def env():
    """The script as a module."""
    spec = importlib.util.spec_from_file_location("env_script", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_groups_are_resolved_with_those_they_include(env):
    """Requirements come once each, the project with all the extras asked for."""
    pyproject = {
        "project": {"name": "pkg"},
        "dependency-groups": {
            "test": ["pkg[b,a]", "pytest>=9"],
            "docs": ["pkg[c]", "mkdocs"],
            "dev": [{"include-group": "test"}, {"include-group": "docs"}, "mkdocs"],
        },
    }
    assert env.arguments(pyproject, ["dev"]) == ["--editable", ".[a,b,c]", "pytest>=9", "mkdocs"]


def test_a_group_without_the_project_gets_it_all_the_same(env):
    """The project is always installed, without extras where none are asked for."""
    pyproject = {"project": {"name": "pkg"}, "dependency-groups": {"lint": ["pkg-tools"]}}
    assert env.arguments(pyproject, ["lint"]) == ["--editable", ".", "pkg-tools"]


def test_a_wheel_takes_the_folders_place(env):
    """What was built is installed as it is, with the same extras."""
    pyproject = {"project": {"name": "pkg"}, "dependency-groups": {"test": ["pkg[a]", "pytest"]}}
    assert env.arguments(pyproject, ["test"], "dist/pkg.whl") == ["dist/pkg.whl[a]", "pytest"]


def test_an_unknown_group_is_named_with_those_there_are(env):
    """The message helps."""
    with pytest.raises(SystemExit, match="no dependency group 'tset'; there are docs, test"):
        list(env.requirements({"test": [], "docs": []}, ["tset"]))


def test_what_is_made_already_is_kept(env, tmp_path, capsys):
    """With the same content nothing is installed again."""
    (tmp_path / "made-of").write_text("this")
    env.make(tmp_path, ["--no-such-option"], "this")
    assert (capsys.readouterr().err, [path.name for path in tmp_path.iterdir()]) == ("", ["made-of"])


def test_without_groups_it_says_what_it_does():
    """The script explains itself, with the exit code of wrong usage."""
    done = subprocess.run([sys.executable, SCRIPT], capture_output=True, text=True, check=False)
    assert (done.returncode, "python3 scripts/env.py test -- pytest" in done.stdout) == (2, True)


def test_oldest_versions_are_the_lowest_that_are_allowed(env):
    """Each lower bound of the project and its extras becomes the only version allowed."""
    project = {
        "dependencies": ["attrs>=25.4", "msgspec>=0.22"],
        "optional-dependencies": {"cli": ["cyclopts>=5.4"], "arrow": ["pyarrow>=21"]},
    }
    assert env.oldest(project) == ["attrs==25.4", "msgspec==0.22", "cyclopts==5.4", "pyarrow==21"]


def test_versions_are_those_of_the_file_unless_told_otherwise(env):
    """The pinned versions count, but not for the newest, nor for a group that has no part in them."""
    pins = (SCRIPT.parents[1] / "constraints.txt").read_text("utf-8")
    assert env.constraints({}, ["test"], None) == pins
    assert env.constraints({}, ["test"], "newest") == ""
    assert env.constraints({}, ["fundus-test"], None) == ""


def test_every_requirement_has_a_version():
    """constraints.txt has a version that fits each requirement of pyproject.toml."""
    pytest.importorskip("packaging", reason="the lint group is not installed")
    done = subprocess.run(
        [sys.executable, SCRIPT.with_name("make_constraints.py"), "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.returncode) == ("", 0)


def test_uv_installs_where_there_is_one(env, tmp_path, monkeypatch):
    """It is told of the new environment, the versions and the requirements."""
    commands = []

    def run(command, **_):
        commands.append(command)
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(env.subprocess, "run", run)
    monkeypatch.setattr(env, "which", {"uv": "the-uv"}.get)
    env.make(tmp_path, ["pkg[a]"], "this", "pkg==1\n")
    python, allowed = env.bin_of(tmp_path) / "python", tmp_path / "constraints.txt"
    options = ["--python", python, "--compile-bytecode", "--quiet", "--constraint", allowed]
    assert commands == [["the-uv", "pip", "install", *options, "pkg[a]"]]
    assert allowed.read_text("utf-8") == "pkg==1\n"
