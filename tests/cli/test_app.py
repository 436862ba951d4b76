"""What all commands have in common: help, errors, exit codes."""

import gzip
import io
import json
import os
import runpy
import shlex
import signal
import subprocess
import sys
import threading
import warnings
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest

from newsschema import Article, Limits, MissingExtraError, NewsSchemaError, NewsSchemaWarning, json_schema, to_json
from newsschema.cli import _app, _inputs, main

COMMANDS = sorted(name for name in _app.app.resolved_commands() if not name.startswith("-"))


def help_of(run, *command):
    """The help of a command, without the frames."""
    ran = run(*command, "--help")
    assert (ran.code, ran.err) == (0, "")
    return ran.out


def test_help_lists_every_command_with_what_it_does(run):
    """The list has each command's first sentence, and the exit codes."""
    words = " ".join(help_of(run).replace("│", " ").split())
    for command in COMMANDS:
        summary = " ".join(_app.app[command].help.split("\n\n")[0].split())
        assert f"{command} {summary}" in words
    assert "Exit codes: 0 fine; 1 faults found; 2 wrong usage, or input that cannot be read;" in words


def test_no_arguments_are_a_question_for_help(run):
    """The command alone says what it can do."""
    assert run() == run("--help")


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_each_command_teaches_by_examples_that_work(run, command):
    """Every example begins with the command and has only options that exist."""
    lines = [line.strip() for line in help_of(run, command).splitlines()]
    examples = [
        words for words in map(shlex.split, filter(lambda line: f"newsschema {command} " in line, lines)) if words
    ]
    examples = [words for words in examples if not {"[OPTIONS]", "SHELL"} & {*words}]
    assert examples != []
    for words in examples:
        ours = []
        while "newsschema" in words:
            words = words[words.index("newsschema") + 1 :]
            end = next((place for place, word in enumerate(words) if word in ("|", ">", "<")), None)
            ours.append(_app.app.parse_args(words[:end], exit_on_error=False, print_error=False)[0].__name__)
        assert command in ours


def test_version_names_the_library_and_the_schema(run):
    """`--version` and `-V` say both versions."""
    assert run("--version").out.split()[::2] == ["newsschema", "(schema"]
    assert run("-V") == run("--version")


@pytest.mark.parametrize(
    ("tokens", "expected"),
    [
        (["reed"], 'Unknown command "reed". Did you mean "read"?'),
        (["show"], "newsschema: FILE is missing (see newsschema show --help)"),
        (["corpus", "stories"], "newsschema: -o OUT is missing (see newsschema corpus --help)"),
        (["show", "a.json", "--htlm"], "Unknown option: --htlm. Did you mean --html?"),
        (["show", "--htlm"], "newsschema: unknown option --htlm; for a file of that name write ./--htlm"),
        (["show", "a.json", "b.json"], "newsschema: unexpected argument 'b.json' (see newsschema show --help)"),
        (["schema", "-o"], "requires an argument (see newsschema schema --help)"),
        (["schema", "-o", "--htlm"], "unknown option --htlm"),
        (["show", "nowhere.json"], "nowhere.json: No such file or directory"),
        (["show", "."], ".: Is a directory"),
    ],
)
def test_wrong_usage_is_one_line_on_standard_error(run, tokens, expected):
    """The line says what is wrong; nothing goes to standard output; the exit code is 2."""
    code, out, err = run(*tokens)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith("newsschema: ")
    assert expected in err


def test_faults_are_named_with_the_file_and_exit_code_1(run, tmp_path):
    """Each fault has its line: file, path, message, code."""
    path = tmp_path / "broken.json"
    path.write_text('{"schema_version": "1.0", "id": "urn:example:1", "txet": "Rain."}', "utf-8")
    code, out, err = run("show", path)
    assert (code, out) == (1, "")
    assert err.splitlines() == [
        f"newsschema: {path}: /txet: unknown field 'txet'; did you mean 'text'? (unknown-field)",
        f"newsschema: {path}: /text: the field 'text' is missing (missing-field)",
    ]


def test_a_newer_minor_version_is_a_warning(run, article):
    """What was passed over is said in one line, and the story shown."""
    newer = to_json(article).replace(b'"1.0"', b'"1.1","mood":"calm"', 1)
    code, out, err = run("show", "-", given=newer)
    assert (code, "Ferry to sail again" in out) == (0, True)
    told = "this is a field of a newer version of the schema, which this library does not know (no-place)"
    assert err == f"newsschema: warning: -: /mood: {told}\n"


def test_input_may_be_compressed(run, story, article, tmp_path):
    """A file whose name ends in `.gz` is read as what is in it."""
    packed = tmp_path / "story.json.gz"
    packed.write_bytes(gzip.compress(to_json(article)))
    assert run("show", packed) == run("show", story)


def test_input_may_not_be_larger_than_an_article(run, monkeypatch):
    """What is too large is refused before it is looked at."""
    monkeypatch.setattr(_inputs, "DEFAULT_LIMITS", Limits(bytes=8))
    assert run("show", "-", given=b"123456789") == (2, "", "newsschema: -: larger than 8 bytes\n")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0", "this is a picture (PNG), and in no format that can be read here (unknown-format)"),
        (b" \n", "there is nothing in it (no-text)"),
        (b"a,b\n1,2\n3,4\n", "this is comma-separated values, and in no format that can be read here (unknown-format)"),
    ],
)
@pytest.mark.parametrize("command", ["read", "show", "convert", "quotes"])
def test_input_that_is_no_text_is_refused(run, command, given, expected):
    """What is no story and no article is told by what it looks like, in one line."""
    code, out, err = run(command, "-", given=given)
    assert (out, err.splitlines()[0]) == ("", f"newsschema: -: {expected}")
    assert code == 2


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_shells_can_complete_the_command(run, shell):
    """There is a script for each shell, and the commands are in it."""
    code, out, err = run("completion", shell)
    assert (code, err) == (0, "")
    assert all(command in out for command in COMMANDS)


def test_schema_prints_the_json_schema(run, tmp_path):
    """`schema` gives what the library gives, to standard output or a file."""
    out = run("schema").out
    assert json.loads(out) == json_schema()
    assert run("schema", "-o", "-").out == out
    assert run("schema", "-o", tmp_path / "schema.json") == (0, "", "")
    assert (tmp_path / "schema.json").read_text("utf-8") == out


@pytest.mark.parametrize(
    "tokens", [["schema"], ["show", "STORY"], ["show", "--html", "STORY"], ["quotes", "STORY"], ["corpus", "STORY"]]
)
@pytest.mark.parametrize("name", ["", "new/", "new.jsonl/"])
def test_one_file_is_not_written_into_a_folder(run, story, tmp_path, tokens, name):
    """A folder, be it there or not, is no name for one document."""
    code, out, err = run(*(story if one == "STORY" else one for one in tokens), "-o", f"{tmp_path}/{name}")
    assert (code, out, "this is a folder" in err or "the name of the output must end in" in err) == (2, "", True)
    assert [path.name for path in tmp_path.iterdir()] == ["story.json"]


@pytest.mark.parametrize("tokens", [["read", "TEXT"], ["convert", "TEXT"]])
def test_a_slash_at_the_end_makes_a_folder(run, tmp_path, tokens):
    """A name that ends in a slash is a folder, made with all above it, even for one document."""
    text = tmp_path / "a.txt"
    text.write_text("“Rain fell,” said Anna Li.")
    assert run(*(text if one == "TEXT" else one for one in tokens), "-o", f"{tmp_path}/new/one/") == (0, "", "")
    assert [path.name for path in (tmp_path / "new" / "one").iterdir()] == ["a.json"]


@pytest.mark.parametrize(
    ("error", "code", "line"),
    [
        (KeyboardInterrupt(), 130, ""),
        (
            MissingExtraError("This", "html"),
            2,
            "newsschema: This needs an optional dependency: pip install 'newsschema[html]'\n",
        ),
        (NewsSchemaError("two\nlines"), 1, "newsschema: two\nnewsschema: lines\n"),
        (OSError(5, "Input/output error", "/dev/tape"), 2, "newsschema: /dev/tape: Input/output error\n"),
        (OSError(9, "Bad file descriptor", 7), 2, "newsschema: file: Bad file descriptor\n"),
        (OSError(2, "No such file", b"caf\xe9"), 2, "newsschema: caf\\xe9: No such file\n"),
        (MemoryError(), 2, "newsschema: there is not enough memory\n"),
        (_app.Terminated(), 143, ""),
        (NewsSchemaError("a\x1b[31m\u202eb"), 1, "newsschema: a␛[31m[U+202E]b\n"),
    ],
)
def test_whatever_ends_a_command_becomes_lines_and_a_code(run, monkeypatch, error, code, line):
    """An interruption, a missing extra, bad data and a failing disk each have their exit code, never a traceback."""

    def fail() -> None:
        raise error

    monkeypatch.setattr("newsschema.cli._schema.json_schema", fail)
    assert run("schema") == (code, "", line)


def test_a_warning_is_one_line(run, monkeypatch):
    """What warns within a command is said on standard error, and the command goes on."""

    def warn() -> dict[str, object]:
        warnings.warn("the tape is wet", NewsSchemaWarning, stacklevel=1)
        return {}

    monkeypatch.setattr("newsschema.cli._schema.json_schema", warn)
    ran = run("schema")
    assert (ran.code, ran.err) == (0, "newsschema: warning: the tape is wet\n")


@pytest.mark.parametrize("tokens", [["schema"], ["show", "-"], ["--help"]])
def test_a_closed_pipe_ends_the_command_quietly(run, monkeypatch, article, tokens):
    """When the reader of the output has gone, nothing is said and the exit code is the shell's for it."""
    reader, writer = os.pipe()
    os.close(reader)
    with open(writer, "w", encoding="utf-8") as out:  # noqa: PTH123 - a descriptor has no path
        monkeypatch.setattr(sys, "stdout", out)
        assert run(*tokens, given=to_json(article)) == (141, "", "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("tokens", [["schema"], ["show", "-"], ["--help"]])
def test_a_full_disk_is_one_line(run, monkeypatch, article, tokens):
    """Output that cannot be written is said in one line."""
    with Path("/dev/full").open("w") as out:
        monkeypatch.setattr(sys, "stdout", out)
        assert run(*tokens, given=to_json(article)) == (2, "", "newsschema: output: No space left on device\n")


def test_the_package_runs_as_the_command(run, monkeypatch):
    """`python -m newsschema` is the same command."""
    monkeypatch.setattr(sys, "argv", ["newsschema", "--version"])
    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(SystemExit) as stopped:
        runpy.run_module("newsschema", run_name="__main__")
    signal.signal(signal.SIGINT, before)
    assert stopped.value.code == 0
    first, second = run("--version").out.splitlines()
    assert first == second


def started(*tokens, **options):
    """The command in a process of its own."""
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | options
    return subprocess.Popen([sys.executable, "-m", "newsschema", *map(str, tokens)], **pipes)


def test_the_installed_command_passes_its_exit_code_on(article):
    """A real process, its output cut off, ends without a word from Python."""
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "newsschema", "show", "-"]
    done = subprocess.run(command, input=to_json(article), stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    assert (done.returncode, done.stderr) == (141, b"")


def test_without_the_extra_one_line_says_how_to_install_it(monkeypatch, capsys):
    """Where the command's own library is missing, the message names the extra."""
    monkeypatch.delitem(sys.modules, "newsschema.cli._app")
    monkeypatch.setitem(sys.modules, "cyclopts", None)
    assert main([]) == 2
    assert (
        capsys.readouterr().err
        == "The command newsschema needs an optional dependency: pip install 'newsschema[cli]'\n"
    )


def test_another_missing_module_is_not_taken_for_the_extra(monkeypatch):
    """A broken installation is not explained away."""
    monkeypatch.setitem(sys.modules, "newsschema.cli._app", None)
    with pytest.raises(ModuleNotFoundError):
        main([])


def test_importing_the_library_imports_nothing_optional():
    """Whoever imports newsschema pays for none of rich, the command's library and hypothesis."""
    code = "import sys, newsschema; print(sorted({'rich', 'cyclopts', 'hypothesis', 'pydantic'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


POSIX = pytest.mark.skipif(os.name != "posix", reason="descriptors, signals and names as POSIX has them")


@POSIX
@pytest.mark.parametrize(
    ("shell", "code", "words"),
    [
        ("read - <&-", 2, "-: standard input is closed"),
        ("show - <&-", 2, "-: standard input is closed"),
        ("check - <&-", 2, "-: standard input is closed"),
        ("quotes - <&-", 2, "-: standard input is closed"),
        ("schema >&-", 2, "standard output is closed"),
        ("quotes story.json >&-", 2, "standard output is closed"),
        ("schema 2>&- > schema.json", 0, None),
        ("show nowhere.json 2>&-", 2, None),
    ],
)
def test_what_is_closed_is_told_in_one_line(story, shell, code, words):
    """A command whose input or output is closed says so; without standard error, its exit code does."""
    command = f"{shlex.quote(sys.executable)} -m newsschema {shell}"
    done = subprocess.run(["sh", "-c", command], cwd=story.parent, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (code, f"newsschema: {words}\n" if words else "")


ASCII = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


@POSIX
@pytest.mark.parametrize(
    ("command", "more"),
    [("show", ASCII), ("show", {"PYTHONIOENCODING": "cp1252"}), ("check", ASCII), ("quotes", ASCII), ("read", ASCII)],
    ids=["show", "code page", "check", "quotes", "read"],
)
def test_an_encoding_that_lacks_signs_is_no_error(tmp_path, command, more):
    """Where the system's encoding is ASCII, or a program asks for a code page, nothing fails, odd names included."""
    name = os.fsdecode(b"caf\xe9.txt")
    (tmp_path / name).write_text("Åse’s ferry\n\n“It’s safe 🌊,” Åse Brå said.", "utf-8")
    with started(command, name, cwd=tmp_path, env={**os.environ, **more}) as process:
        out, err = process.communicate()
    assert process.returncode == (1 if command == "check" else 0)
    assert b"Traceback" not in err
    assert (b"caf\\xe9.txt:1:1: error" in out) == (command == "check")


@POSIX
@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_signal_ends_a_command_and_nothing_is_left(tmp_path, number, code):
    """What was being written is removed, and the exit code is the shell's for the signal."""
    lines = to_json(Article(id="urn:example:1", text="“No,” she said.")) + b"\n"
    heard = partial(signal.signal, number, signal.SIG_DFL)  # what runs in the background may not hear of it
    with started("quotes", "-", "-o", tmp_path / "out.csv", preexec_fn=heard, bufsize=0) as process:
        while not list(tmp_path.iterdir()):
            process.stdin.write(lines * 100)
        assert [path.suffix for path in tmp_path.iterdir()] == [".part"]
        process.send_signal(number)
        with suppress(BrokenPipeError):
            while process.poll() is None:  # one that waits for input hears of it when there is some
                process.stdin.write(lines * 100)
        assert (process.wait(), process.stderr.read(), list(tmp_path.iterdir())) == (code, b"", [])


def test_in_another_thread_signals_are_left_alone():
    """A program may run the command in a thread, where no handler can be set."""
    codes = []
    thread = threading.Thread(target=lambda: codes.append(main(["schema", "-o", os.devnull])))
    thread.start()
    thread.join()
    assert codes == [0]


@pytest.mark.parametrize(
    ("tokens", "closed"),
    [
        (["read", "-"], ("stdin", "newsschema: -: standard input is closed\n")),
        (["schema"], ("stdout", "newsschema: standard output is closed\n")),
        (["quotes", "STORY"], ("stdout", "newsschema: standard output is closed\n")),
        (["show", "nowhere.json"], ("stderr", "")),
    ],
)
def test_a_stream_that_is_not_there_is_no_traceback(monkeypatch, capsys, story, tokens, closed):
    """Where Python has no such stream, the command says so on the one it has, or by its exit code alone."""
    name, words = closed
    monkeypatch.setattr(sys, name, None)
    assert main([str(story) if token == "STORY" else token for token in tokens]) == 2
    assert capsys.readouterr().err == words


def test_an_error_without_a_name_where_there_is_no_output(monkeypatch, capsys):
    """What cannot be written where nothing is there to write to is told all the same."""

    def fail() -> None:
        raise OSError(9, "Bad file descriptor")

    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr("newsschema.cli._schema.json_schema", fail)
    assert (main(["schema"]), capsys.readouterr().err) == (2, "newsschema: output: Bad file descriptor\n")


def test_a_command_that_prints_nothing_needs_no_output(monkeypatch, tmp_path):
    """A file can be written where standard output is closed, and streams without an encoding are left as they are."""
    monkeypatch.setattr(sys, "stdout", None)
    assert main(["schema", "-o", str(tmp_path / "a.json")]) == 0
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    assert main(["schema", "-o", str(tmp_path / "a.json")]) == 0


@POSIX
def test_a_signal_in_this_process_ends_the_command_alone(run, monkeypatch):
    """SIGTERM is an exit code while a command runs, and afterwards what it was before."""
    before = signal.getsignal(signal.SIGTERM)
    monkeypatch.setattr("newsschema.cli._schema.json_schema", lambda: signal.raise_signal(signal.SIGTERM))
    assert run("schema") == (143, "", "")
    assert signal.getsignal(signal.SIGTERM) == before
