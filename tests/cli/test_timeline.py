"""`dateline timeline`."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

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


@pytest.mark.parametrize("name", ["a.md", "./a.md", "link.md"])
def test_an_article_is_never_overwritten_by_its_timeline(name: str, dateline: Any, folder: Path) -> None:
    (folder / "a.md").write_text(TWO)
    (folder / "link.md").hardlink_to(folder / "a.md")
    ran = dateline("timeline", "a.md", "-o", name)
    assert ran.status == 2
    assert "is itself read" in ran.err
    assert (folder / "a.md").read_text() == TWO


def test_the_timeline_of_an_export_without_articles(dateline: Any, folder: Path) -> None:
    (folder / "plan.csv").write_text("title,date\nThe quay opens,2026-05-04\n")
    ran = dateline("timeline", "plan.csv")
    assert ran.status == 0
    assert "4 May 2026" in ran.out
