"""`dateline times`: what it prints as JSON Lines is a contract that other programs read, to the letter."""

from itertools import pairwise
from typing import Any

import pytest
from tests.cli.contract import GRANULARITIES, STORM, VOTE, Manifest, check_moment, split

TIME_KEYS = {
    *("doc", "start", "end", "text", "type", "value", "mod", "quant", "freq", "begin", "until", "granularity"),
    *("anchor", "rule", "why"),
}


@pytest.mark.parametrize("where", ["standard input", "file"])
def test_times(where: str, dateline: Any, manifest: Manifest, texts: dict[str, str], folder: Any) -> None:
    lines = manifest(("storm", STORM, "2025-03-30"), ("vote", VOTE, "2024-05-08"))
    if where == "file":
        (folder / "list.jsonl").write_bytes(lines)
        ran = dateline("times", "--format", "jsonl", "--manifest", "list.jsonl")
    else:
        ran = dateline("times", "--format", "jsonl", "--manifest", "-", stdin=lines)
    assert (ran.status, ran.err) == (0, "")
    found, closing, summary = split(ran.records)
    assert [(c["doc"], c["done"], c["chars"]) for c in closing] == [
        ("storm", True, len(STORM)),
        ("vote", True, len(VOTE)),
    ]
    assert all(set(c) == {"doc", "done", "chars", "ms"} and c["ms"] >= 0 for c in closing)
    assert set(summary) == {"summary", "docs", "chars", "load_ms", "tag_ms"}
    assert (summary["docs"], summary["chars"]) == (2, len(STORM) + len(VOTE))
    for name, text in texts.items():
        mine = [r for r in found if r["doc"] == name]
        assert mine
        assert all(r["text"] == text[r["start"] : r["end"]] for r in mine)
        assert all(before["end"] <= after["start"] for before, after in pairwise(mine))
    for record in found:
        assert set(record) == TIME_KEYS
        assert record["type"] in {"DATE", "TIME", "DURATION", "SET"}
        assert record["granularity"] in GRANULARITIES
        assert record["anchor"] in {"publication", "previous", "absolute", "none"}
        assert isinstance(record["value"], str)
        assert record["rule"]
        assert record["why"]
        assert all(record[key] is None or isinstance(record[key], str) for key in ("mod", "quant", "freq"))
        check_moment(record["begin"])
        check_moment(record["until"])


def test_times_mean_what_they_say(dateline: Any, manifest: Manifest) -> None:
    lines = manifest(("storm", STORM, "2025-03-30"), ("vote", VOTE, "2024-05-08"))
    records = dateline("times", "--format", "jsonl", "--manifest", "-", stdin=lines).records
    spans = {(r["doc"], r["text"]): (r["begin"], r["until"]) for r in records if "begin" in r}
    assert spans["storm", "Tuesday night"] == ("2025-03-25T18:00", "2025-03-26T06:00")
    assert spans["storm", "earlier this week"] == ("2025-03-24", "2025-03-30")
    assert spans["storm", "Friday"] == ("2025-04-04", "2025-04-05")
    assert spans["vote", "3 May 2024"] == ("2024-05-03", "2024-05-04")
    assert spans["vote", "Monday"] == ("2024-05-06", "2024-05-07")
    assert spans["vote", "March"] == ("2024-03-01", "2024-04-01")


@pytest.mark.usefixtures("time_zone")
def test_times_do_not_depend_on_the_time_zone(dateline: Any, manifest: Manifest) -> None:
    lines = manifest(("storm", STORM, "2025-03-30"))
    records = dateline("times", "--format", "jsonl", "--manifest", "-", stdin=lines).records
    spans = {r["text"]: r["begin"] for r in records if "begin" in r}
    assert spans["Tuesday night"] == "2025-03-25T18:00"


def test_without_a_publication_date_nothing_relative_has_a_place(dateline: Any, manifest: Manifest) -> None:
    lines = manifest(("storm", STORM, None), ("vote", VOTE, None))
    records = dateline("times", "--format", "jsonl", "--manifest", "-", stdin=lines).records
    places = {(r["doc"], r["text"]): r["begin"] or r["until"] for r in records if "begin" in r}
    assert places["vote", "3 May 2024"] == "2024-05-03"
    assert [text for (doc, text), place in places.items() if doc == "storm" and place] == []
