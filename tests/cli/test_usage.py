"""How the program is asked, and what it says when asked wrongly."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dateline import __version__, paths
from dateline.cli import COMMANDS


def test_help_names_every_command(dateline: Any) -> None:
    ran = dateline("--help")
    assert ran.status == 0
    assert all(f"  {name} " in ran.out and what in ran.out for name, (_, what) in COMMANDS.items())


def test_version(dateline: Any) -> None:
    assert dateline("--version").out == f"dateline {__version__}\n"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(name: str, dateline: Any) -> None:
    ran = dateline(name, "--help")
    assert ran.status == 0
    assert ran.out.startswith(f"usage: dateline {name}")
    assert ran.err == ""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["times"], "give article files, or --manifest"),
        (["times", "a.txt", "--manifest", "b.jsonl"], "give article files, or --manifest"),
        (["times", "--manifest", "b.jsonl"], "add --format jsonl"),
        (["times", "--format", "jsonl", "--manifest", "b.jsonl"], "cannot read the manifest b.jsonl"),
        (["times", "a.txt", "--published", "soon"], "“soon” is not a date"),
        (["times", "a.txt", "--published", "2025-02-30"], "“2025-02-30” is not a date"),
        (["times", "a.txt", "--published", "20250330"], "“20250330” is not a date"),
        (["times", "a.txt", "--published", "2025-03-30-7"], "“2025-03-30-7” is not a date"),
        (["times", "a.txt", "--language", "xx"], "'xx' is not the code of a language"),
        (["times", "a.txt", "--format", "xml"], "invalid choice: 'xml'"),
        (["times", "--nonsense"], "dateline times: error:"),
        (["events"], "give article files, or --manifest"),
        (["timeline"], "dateline timeline: error:"),
        (["timeline", "a.txt", "-o", "out.exe"], "out.exe"),
        (["timeline", "a.txt", "--published", "soon"], "“soon” is not a date"),
        (["evnts", "a.txt"], "there is no file “evnts”, and no such command; do you mean “events”?"),
        (["open", "nowhere.txt"], "there is no file “nowhere.txt”"),
        (["demo", "--nonsense"], "dateline demo: error:"),
    ],
)
def test_what_makes_no_sense_is_said_and_ends_with_2(arguments: list[str], said: str, dateline: Any) -> None:
    ran = dateline(*arguments)
    assert ran.status == 2
    assert said in ran.err
    assert ran.out == ""


def test_a_reader_who_closes_the_pipe_is_no_error(dateline: Any, write: Callable[..., Path], folder: Path) -> None:
    file = write("a.txt", "The bridge fell on Tuesday. " * 20_000)
    with subprocess.Popen(
        [sys.executable, "-m", "dateline", "times", str(file), "--published", "2025-03-30"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2] / "desktop")},
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["times", "a.txt"]])
@pytest.mark.parametrize("device", ["/dev/full", "closed pipe"])
def test_output_that_cannot_be_written_is_said_in_one_line(arguments: list[str], device: str, folder: Path) -> None:
    if device == "/dev/full" and not Path(device).exists():
        pytest.skip("needs /dev/full")
    (folder / "a.txt").write_text("The bridge fell on Tuesday.")
    if device == "/dev/full":
        out = os.open(device, os.O_WRONLY)
    else:
        reader, out = os.pipe()
        os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "dateline", *arguments],
        stdout=out,
        stderr=subprocess.PIPE,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2] / "desktop")},
        check=False,
    )
    os.close(out)
    lines = done.stderr.decode().splitlines()
    assert done.returncode == (1 if device == "/dev/full" else 0)
    assert [line for line in lines if "No space left on device" not in line] == []
    assert len(lines) == done.returncode


TWO = "HARVEN, March 3, 2026 (Northern Press) — The dam at Marl broke on Monday. The mayor resigned in November 2025.\n"


def test_without_the_language_model_the_one_command_that_cures_it_is_said(
    dateline: Any, folder: Path, tmp_path: Path
) -> None:
    (folder / "a.txt").write_text(TWO)
    hidden = tmp_path / "hidden"
    hidden.mkdir()
    (hidden / "sitecustomize.py").write_text(
        "from importlib import util\n"
        "find = util.find_spec\n"
        "util.find_spec = lambda name, package=None: None if name.startswith('en_core') else find(name, package)\n"
    )
    paths = os.pathsep.join((str(hidden), str(Path(__file__).resolve().parents[2] / "desktop")))
    for command in (["events", "a.txt"], ["timeline", "a.txt"], ["demo", "--no-window"]):
        ran = dateline(*command, PYTHONPATH=paths)
        assert (ran.status, ran.out) == (1, "")
        assert "./packaging/run" in ran.err
        assert len(ran.err.splitlines()) == 1
    assert "2026-03-02 to 2026-03-03" in dateline("times", "a.txt", PYTHONPATH=paths).out
    ran = dateline("import", "a.txt", "--library", "l.dateline", PYTHONPATH=paths)
    assert ran.status == 0
    assert "./packaging/run" in ran.err


@pytest.mark.parametrize(("typed", "meant"), [("tmies", "times"), ("evnts", "events"), ("expotr", "export")])
def test_a_mistyped_command_is_said_also_where_a_file_follows(
    typed: str, meant: str, dateline: Any, write: Callable[..., Path]
) -> None:
    ran = dateline(typed, write("a.txt", "The bridge fell on Tuesday."))
    assert ran.status == 2
    assert f"no such command; do you mean “{meant}”?" in ran.err


def test_short_options_of_every_command(dateline: Any, write: Callable[..., Path], tmp_path: Path) -> None:
    assert dateline("-V").out == f"dateline {__version__}\n"
    file = write("a.txt", "The bridge fell on 3 May 2024.")
    for arguments in (["-q", "timeline", file], ["timeline", file, "-q"]):
        ran = dateline(*arguments, "-o", tmp_path / "out.json")
        assert (ran.status, ran.out, ran.err) == (0, "", "")


def test_no_settings_means_none(dateline: Any, write: Callable[..., Path]) -> None:
    file = write("a.txt", "The council met on 3/4/2025.")
    paths.config().mkdir(parents=True, exist_ok=True)
    (paths.config() / "settings.json").write_text('{"day_first": "day"}', encoding="utf-8")
    assert dateline("times", "--format", "jsonl", file).records[0]["value"] == "2025-04-03"
    assert dateline("times", "--no-settings", "--format", "jsonl", file).records[0]["value"] == "2025-03-04"
    assert dateline("--no-settings", "times", "--format", "jsonl", file).records[0]["value"] == "2025-03-04"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["export"], "-o"),
        (["export", "-o", "x.exe"], "x.exe"),
        (["export", "-o", "x.json", "--library", "none.dateline"], "none.dateline"),
        (["export", "-o", "x.png", "--from", "soon"], "“soon” is not a date"),
        (["library", "dance"], "dance"),
        (["library", "list", "--library", "none.dateline"], "none.dateline"),
        (["import"], "give article files"),
    ],
)
def test_what_makes_no_sense_ends_with_2(arguments: list[str], said: str, dateline: Any, folder: Path) -> None:
    ran = dateline(*arguments)
    assert ran.status == 2
    assert said in ran.err
    assert list(folder.iterdir()) == []
