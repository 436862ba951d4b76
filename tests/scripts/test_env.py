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
