"""How the program is asked, and what it says when asked wrongly."""

import json
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


def test_without_a_display_the_window_says_so_in_one_line(dateline: Any, write: Callable[..., Path]) -> None:
    file = write("a.txt", "The bridge fell on Tuesday.")
    for arguments in ([], ["open"], [file]):
        ran = dateline(*arguments, QT_QPA_PLATFORM="")
        assert ran.status == 2
        assert ran.out == ""
        (line,) = ran.err.splitlines()
        assert "no display" in line
        assert all(name in line for name in COMMANDS if name != "open")


@pytest.mark.parametrize("display", [":4711", "nowhere.invalid:0", "rubbish", ":"])
def test_a_display_that_does_not_answer_is_none(display: str, dateline: Any) -> None:
    ran = dateline(QT_QPA_PLATFORM="", DISPLAY=display)
    assert ran.status == 2
    assert len(ran.err.splitlines()) == 1


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


def test_a_range_holds_for_text_and_data_too(dateline: Any, write: Callable[..., Path], folder: Path) -> None:
    file = write("a.txt", TWO)
    both = dateline("timeline", file).out
    late = dateline("timeline", file, "--from", "2026").out
    early = dateline("timeline", file, "--until", "2025").out
    assert ["dam" in both, "mayor" in both] == [True, True]
    assert ["dam" in late, "mayor" in late] == [True, False]
    assert ["dam" in early, "mayor" in early] == [False, True]
    dateline("timeline", file, "--from", "2026", "-o", "late.csv")
    assert "mayor" not in (folder / "late.csv").read_text()


def test_how_much_is_shown_holds_for_text_and_data_too(dateline: Any, write: Callable[..., Path], folder: Path) -> None:
    file = write("a.txt", TWO + "The strike of Friday had cost the town a day, and the talks about the vote went on.\n")

    def told(*words: str) -> list[tuple[str, float]]:
        dateline("timeline", file, *words, "-o", "told.json")
        events = json.loads((folder / "told.json").read_text(encoding="utf-8"))["events"]
        return [(event["title"], event["weight"]) for event in events]

    every, main = told(), told("--show", "main")
    assert told("--show", "all") == every
    assert main == [(title, weight) for title, weight in every if weight >= 0.5]
    assert 0 < len(main) < len(every)
    assert len(told("--show", "key", "--most", "1")) == 1
    one = dateline("timeline", file, "--show", "key", "--most", "1").out
    assert sum(line.startswith("  ") for line in one.splitlines()) == 1


def test_title_and_way_of_writing_dates_hold_for_text_too(dateline: Any, write: Callable[..., Path]) -> None:
    ran = dateline("timeline", write("a.txt", TWO), "--title", "Two things", "--dates", "iso")
    assert ran.out.startswith("Two things\n\n")
    assert "  2026-03-02 " in ran.out


def test_what_was_written_is_said(dateline: Any, write: Callable[..., Path]) -> None:
    assert dateline("timeline", write("a.txt", TWO), "-o", "out.png").out == "out.png: 2 events from 1 article\n"


@pytest.mark.parametrize("name", ["a.md", "./a.md", "link.md"])
def test_an_article_is_never_overwritten_by_its_timeline(name: str, dateline: Any, folder: Path) -> None:
    (folder / "a.md").write_text(TWO)
    (folder / "link.md").hardlink_to(folder / "a.md")
    ran = dateline("timeline", "a.md", "-o", name)
    assert ran.status == 2
    assert "is itself read" in ran.err
    assert (folder / "a.md").read_text() == TWO


def test_a_library_is_never_overwritten_by_its_export(dateline: Any, folder: Path) -> None:
    (folder / "a.txt").write_text(TWO)
    dateline("import", "a.txt", "--library", "l.dateline")
    ran = dateline("export", "--library", "l.dateline", "-o", "l.dateline", "--format", "json")
    assert ran.status == 2
    assert dateline("library", "check", "--library", "l.dateline").status == 0


def test_the_timeline_of_an_export_without_articles(dateline: Any, folder: Path) -> None:
    (folder / "plan.csv").write_text("title,date\nThe quay opens,2026-05-04\n")
    ran = dateline("timeline", "plan.csv")
    assert ran.status == 0
    assert "4 May 2026" in ran.out


@pytest.mark.parametrize("report", ["a.txt", "l.dateline"])
def test_a_report_overwrites_nothing_that_is_read(report: str, dateline: Any, folder: Path) -> None:
    (folder / "a.txt").write_text(TWO)
    dateline("import", "a.txt", "--library", "l.dateline")
    ran = dateline("import", "a.txt", "--library", "l.dateline", "--report", report)
    assert ran.status == 2
    assert (folder / "a.txt").read_text() == TWO
    assert dateline("library", "check", "--library", "l.dateline").status == 0


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


def test_without_the_window_s_parts_a_picture_says_what_to_install(dateline: Any, folder: Path, tmp_path: Path) -> None:
    (folder / "a.txt").write_text(TWO)
    hidden = tmp_path / "hidden"
    hidden.mkdir()
    (hidden / "sitecustomize.py").write_text("import sys\nsys.modules['PySide6'] = None\n")
    paths = os.pathsep.join((str(hidden), str(Path(__file__).resolve().parents[2] / "desktop")))
    for output in ("a.png", "a.chronology.pdf"):
        ran = dateline("timeline", "a.txt", "-o", output, PYTHONPATH=paths)
        assert (ran.status, ran.out) == (1, "")
        assert "dateline[app]" in ran.err
        assert len(ran.err.splitlines()) == 1
    assert dateline("timeline", "a.txt", "-o", "a.json", PYTHONPATH=paths).status == 0


def test_one_library_opens_at_a_time(dateline: Any, folder: Path) -> None:
    for name in ("a.dateline", "b.dateline"):
        (folder / name).touch()
    for arguments in (["a.dateline", "b.dateline"], ["a.dateline", "--library", "b.dateline"]):
        ran = dateline(*arguments)
        assert ran.status == 2
        assert "one library at a time" in ran.err


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
