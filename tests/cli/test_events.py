"""`dateline events`: what it prints as JSON Lines is a contract that other programs read, to the letter."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.cli.contract import GRANULARITIES, STORM, VOTE, Manifest, check_moment, split

EVENT_KEYS = {
    *("doc", "start", "end", "text", "sentence", "title", "earliest", "latest_start", "earliest_end", "latest"),
    *("granularity", "relation", "certainty", "attributed_to", "participants", "via", "why", "confidence"),
    *("id", "weight", "main", "carried"),
}


def test_events(dateline: Any, manifest: Manifest, texts: dict[str, str]) -> None:
    lines = manifest(("storm", STORM, "2025-03-30"), ("vote", VOTE, "2024-05-08"), ("gone", b"", "2024-05-08"))
    ran = dateline("events", "--format", "jsonl", "--manifest", "-", stdin=lines)
    assert ran.status == 1  # one document is empty; the others are there
    found, closing, summary = split(ran.records)
    assert [c["doc"] for c in closing] == ["storm", "vote", "gone"]
    assert closing[2]["error"]
    assert summary["docs"] == 3
    for record in found:
        text = texts[record["doc"]]
        assert set(record) == EVENT_KEYS
        assert record["text"] == text[record["start"] : record["end"]]
        begin, end = record["sentence"]
        assert begin <= record["start"] < record["end"] <= end <= len(text)
        assert record["title"] == " ".join(record["title"].split()) != ""
        for bound in ("earliest", "latest_start", "earliest_end", "latest"):
            check_moment(record[bound])
        assert not (record["earliest"] and record["latest"]) or record["earliest"] < record["latest"]
        assert record["granularity"] in GRANULARITIES
        assert record["relation"] in {"on", "within", "before", "after", "since", "until", "around", "unknown"}
        assert record["certainty"] in {"reported", "claimed", "planned", "possible", "unlikely", "denied"}
        assert record["attributed_to"] is None or record["attributed_to"]
        assert record["why"]
        assert 0 <= record["confidence"] <= 1
        if record["via"]:
            assert 0 <= record["via"][0] < record["via"][1] <= len(text)
        for someone in record["participants"]:
            assert set(someone) == {"text", "start", "end", "role", "kind"}
            assert someone["text"] == text[someone["start"] : someone["end"]]
    told = {(r["doc"], r["text"]): r for r in found}
    assert told["storm", "collapsed"]["earliest"] == "2025-03-25T18:00"
    assert told["storm", "collapsed"]["latest"] == "2025-03-26T06:00"
    assert told["storm", "killed"]["latest"] == "2025-03-30"
    assert told["storm", "vote"]["certainty"] == "planned"
    assert told["vote", "resigned"]["certainty"] == "denied"


def test_events_of_several_articles_are_put_together(dateline: Any, write: Callable[..., Path]) -> None:
    one = write("a.txt", "The Harven bridge collapsed on 3 May 2024, killing two workers, police said.")
    other = write(
        "b.txt", "Two workers were killed when the Harven bridge collapsed on 3 May 2024. A mayor sang in 1990."
    )
    ran = dateline("events", "--together", "--format", "jsonl", one, other)
    told = [row for row in ran.records if "title" in row]
    groups = {row["doc"]: row["group"] for row in told if row["text"] == "collapsed"}
    assert set(groups.values()) == {1}
    assert len(groups) == 2
    assert {row["group"] for row in told if row["text"] == "sang"} <= {None}
    assert "(told by 2 articles)" in dateline("events", "--together", "--all", one, other).out
