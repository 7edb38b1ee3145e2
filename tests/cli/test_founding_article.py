"""The article that Dateline was made for. It is not ours to keep: skipped where it is not beside the checkout."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Dateline = Callable[..., Any]


@pytest.fixture(scope="module")
def article(shared: Path) -> Path:
    return shared / "seed" / "escalating-battles.txt"


@pytest.fixture(scope="module")
def expected(shared: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((shared / "seed" / "expected.json").read_text(encoding="utf-8"))
    return loaded


def test_without_a_date_no_candidate_and_nothing_relative_placed(dateline: Any, article: Path) -> None:
    ran = dateline("times", article)
    assert ran.status == 0
    first, *rest = ran.out.splitlines()
    assert "publication date unknown" in first
    assert "candidates" not in first
    placed = [line for line in rest if "unresolved" not in line]
    assert all("late 2025" in line for line in placed), placed


def test_without_a_date_the_events_are_without_a_place(dateline: Any, article: Path) -> None:
    records = dateline("events", article, "--format", "jsonl").records
    placed = [r for r in records if r.get("earliest") or r.get("latest")]
    assert all("late 2025" in r["title"] + r["why"] or r["earliest"] == "2025-09-01" for r in placed), placed


def test_times_with_the_date_set(dateline: Any, article: Path, expected: dict[str, Any]) -> None:
    records = dateline("times", article, "--published", expected["published"], "--format", "jsonl").records
    found = {(r["start"], r["end"]): (r["begin"], r["until"]) for r in records if "begin" in r}
    wanted = {(t["start"], t["end"]): (t["begin"], t["until"]) for t in expected["times"]}
    assert {span: found.get(span) for span in wanted} == wanted


def test_events_with_the_date_set(dateline: Any, article: Path, expected: dict[str, Any]) -> None:
    records = dateline("events", article, "--published", expected["published"], "--format", "jsonl").records
    events = [r for r in records if "title" in r]
    text = article.read_text(encoding="utf-8")
    assert sum(r["main"] for r in events) <= 25
    assert all(r["start"] < text.rindex("Comments") for r in events)
    right = []
    for wanted in expected["events"]:
        over = [e for e in events if e["start"] < wanted["end"] and e["end"] > wanted["start"]]
        keys = ("earliest", "latest", "certainty")
        if any(all(e[key] == wanted[key] for key in keys) for e in over):
            right.append(wanted["quote"])
    assert len(right) == 11, right
