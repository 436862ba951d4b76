"""Files are written whole or not at all."""

import gzip
import os
import threading
from pathlib import Path

import pytest

from newsschema import ValidationError
from newsschema._files import atomic_write, open_read

WHOLE = gzip.compress(b"rain")


def names(folder):
    """What is in a folder."""
    return [path.name for path in folder.iterdir()]


@pytest.mark.parametrize("name", ["story.json", "story.json.gz"])
def test_a_complete_file_takes_its_place(tmp_path, name):
    """What was written is there after the block, compressed where the name says so, and nothing else is."""
    with atomic_write(tmp_path / name) as file:
        file.write("Åse 🌧\n".encode())
        assert not (tmp_path / name).exists()
    with open_read(tmp_path / name) as file:
        assert file.read().decode() == "Åse 🌧\n"
    assert names(tmp_path) == [name]
    assert (tmp_path / name).read_bytes().startswith(b"\x1f\x8b") == name.endswith(".gz")


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt, GeneratorExit])
def test_an_interrupted_run_leaves_the_old_file(tmp_path, error):
    """Whatever ends the block early leaves the file as it was, and nothing beside it."""
    path = tmp_path / "story.txt"
    path.write_text("old")

    def interrupted():
        with atomic_write(path) as file:
            file.write(b"half")
            raise error

    with pytest.raises(error):
        interrupted()
    assert (path.read_text(), names(tmp_path)) == ("old", ["story.txt"])


def test_equal_content_gives_equal_bytes(tmp_path):
    """A compressed file says neither when nor under which name it was written."""
    for name in ("a.gz", "b.gz"):
        with atomic_write(tmp_path / name) as file:
            file.write(b"rain")
    assert (tmp_path / "a.gz").read_bytes() == (tmp_path / "b.gz").read_bytes()


POSIX = pytest.mark.skipif(os.name != "posix", reason="permissions, owners and links as POSIX has them")


@POSIX
def test_permissions_owner_and_links_stay(tmp_path, monkeypatch):
    """A file that is replaced hands on its permissions and its owner, and a link keeps pointing to it."""
    path, link, owners = tmp_path / "story.txt", tmp_path / "link.txt", []
    path.write_text("old")
    path.chmod(0o640)
    link.symlink_to(path)
    monkeypatch.setattr(os, "chown", lambda _, *owner: owners.append(owner))
    with atomic_write(link) as file:
        file.write(b"new")
    assert (path.read_text(), path.stat().st_mode & 0o777, link.is_symlink()) == ("new", 0o640, True)
    assert owners == [(os.getuid(), os.getgid())]


@POSIX
def test_who_may_not_give_files_away_becomes_the_owner(tmp_path, monkeypatch):
    """Where the system keeps the owner from being handed on, the file is written all the same."""

    def refused(*_):
        raise PermissionError

    path = tmp_path / "story.txt"
    path.write_text("old")
    monkeypatch.setattr(os, "chown", refused)
    with atomic_write(path) as file:
        file.write(b"new")
    assert path.read_text() == "new"


@POSIX
def test_a_file_that_is_being_written_is_private(tmp_path):
    """Nobody else can read it until it takes its place; then it has what any new file has."""
    (tmp_path / "usual").touch()
    with atomic_write(tmp_path / "story.txt") as file:
        file.write(b"Rain fell.")
        (beside,) = {*names(tmp_path)} - {"usual"}
        assert (tmp_path / beside).stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "story.txt").stat().st_mode == (tmp_path / "usual").stat().st_mode


@POSIX
@pytest.mark.parametrize("name", ["story.txt", "story.txt.gz"])
def test_a_full_disk_is_told_with_the_name_of_the_file(tmp_path, name):
    """An error of writing, which has no name of its own, names the file that the caller gave."""
    import resource

    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, limits[1]))  # nothing can be written any more
    try:
        with pytest.raises(OSError, match="File too large") as caught, atomic_write(tmp_path / name) as file:
            file.write(b"Rain fell.")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert (caught.value.filename, names(tmp_path)) == (str(tmp_path / name), [])


@pytest.mark.parametrize(("where", "what"), [(os, "fsync"), (Path, "replace")])
def test_an_error_of_the_last_moment_names_the_file(tmp_path, monkeypatch, where, what):
    """Where flushing or renaming fails, the error names the file too, and nothing is left."""

    def fail(*_):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(where, what, fail)
    with pytest.raises(OSError, match="Input/output") as caught, atomic_write(tmp_path / "story.txt") as file:
        file.write(b"Rain fell.")
    assert (caught.value.filename, names(tmp_path)) == (str(tmp_path / "story.txt"), [])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_written_to_directly(tmp_path):
    """What is not a regular file is not replaced by one."""
    pipe, found = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: found.append(pipe.read_bytes()))
    reader.start()
    with atomic_write(pipe) as file:
        file.write(b"rain")
    reader.join()
    assert (found, names(tmp_path)) == ([b"rain"], ["pipe"])


def test_an_error_names_the_file_that_was_asked_for(tmp_path):
    """A folder that is not there is told with the name that the caller gave."""
    with pytest.raises(FileNotFoundError) as caught, atomic_write(tmp_path / "no" / "story.txt"):
        pass
    assert caught.value.filename == str(tmp_path / "no" / "story.txt")


@pytest.mark.parametrize(
    "broken",
    [
        pytest.param(WHOLE[:-9], id="cut short"),
        pytest.param(b"rain", id="not compressed"),
        pytest.param(WHOLE[:10] + b"\xff" * 9, id="broken block"),
    ],
)
def test_broken_compression_is_bad_data(tmp_path, broken):
    """A file cut short, one that is not compressed, and one with broken blocks are all refused as invalid."""
    (tmp_path / "story.gz").write_bytes(broken)
    with pytest.raises(ValidationError) as caught, open_read(tmp_path / "story.gz") as file:
        file.read()
    assert [issue.code for issue in caught.value.issues] == ["invalid-json"]
