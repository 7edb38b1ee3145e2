"""What `times` and `events` print as JSON Lines: a contract that other programs read, to the letter."""

import json
import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from dateline import paths

Manifest = Callable[..., bytes]

MOMENT = re.compile(r"[+-]?\d{4,6}-\d\d-\d\d(T\d\d:\d\d)?")
GRANULARITIES = {
    *("minute", "hour", "day_part", "day", "weekend", "week", "month", "season", "quarter", "half", "year"),
    *("decade", "century", "millennium", "vague"),
}
TIME_KEYS = {
    *("doc", "start", "end", "text", "type", "value", "mod", "quant", "freq", "begin", "until", "granularity"),
    *("anchor", "rule", "why"),
}
EVENT_KEYS = {
    *("doc", "start", "end", "text", "sentence", "title", "earliest", "latest_start", "earliest_end", "latest"),
    *("granularity", "relation", "certainty", "attributed_to", "participants", "via", "why", "confidence"),
    *("id", "weight", "main", "carried"),
}

# Not ASCII, not in the basic plane, and with every kind of line end: offsets count code points and touch nothing.
STORM = (
    "Störm 🌊 “Elsa”\r\nThe bridge at Pell collapsed on Tuesday night, police said.\n\n"
    "Two farmers were killed earlier this week. The council will vote on Friday.\r"
)
VOTE = "The senate voted on 3 May 2024.\n\nThe minister denied on Monday that he had resigned in March.\n"


def check_moment(value: object) -> None:
    assert value is None or (isinstance(value, str) and MOMENT.fullmatch(value)), value


@pytest.fixture
def texts() -> dict[str, str]:
    return {"storm": STORM, "vote": VOTE}


def split(records: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], list[dict[str, Any]], dict[str, Any]]:
    """The findings, the closing lines and the summary."""
    assert [r for r in records if r.get("summary")] == records[-1:]
    closing = [r for r in records[:-1] if r.get("done") or "error" in r]
    return [r for r in records[:-1] if not (r.get("done") or "error" in r)], closing, records[-1]


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


def test_each_documents_records_come_before_its_closing_line(dateline: Any, manifest: Manifest) -> None:
    lines = manifest(("a", VOTE, "2024-05-08"), ("b", VOTE, "2024-05-08"), ("c", VOTE, "2024-05-08"))
    records = dateline("times", "--format", "jsonl", "--manifest", "-", stdin=lines).records[:-1]
    assert [r["doc"] for r in records] == sorted(r["doc"] for r in records)
    ends = [n for n, r in enumerate(records) if r.get("done")]
    assert all(n + 1 == len(records) or records[n]["doc"] != records[n + 1]["doc"] for n in ends)


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


def test_a_manifest_with_faulty_lines_does_the_others(dateline: Any, manifest: Manifest) -> None:
    good = manifest(("good", VOTE, "2024-05-08"))
    bad = b'nonsense\n{"id": "lost", "path": "nowhere.txt", "published": null}\n{"path": 3}\n\n[1]\n'
    undated = good.replace(b'"good"', b'"undated"').replace(b"2024-05-08", b"soon")
    ran = dateline("times", "--format", "jsonl", "--manifest", "-", stdin=bad + undated + good)
    assert ran.status == 1
    errors = {r["doc"]: r["error"] for r in ran.records if "error" in r}
    assert len(errors) == 5
    assert "nowhere.txt" in errors["lost"] or "No such file" in errors["lost"]
    assert "“soon” is not a date" in errors["undated"]
    assert [r["doc"] for r in ran.records if r.get("done")] == ["good"]
    assert ran.records[-1]["docs"] == 6


def test_an_empty_manifest_is_no_documents(dateline: Any) -> None:
    ran = dateline("times", "--format", "jsonl", "--manifest", "-", stdin=b"")
    assert ran.status == 0
    assert [(r["summary"], r["docs"], r["chars"]) for r in ran.records] == [(True, 0, 0)]


def test_one_file_is_printed_for_people(dateline: Any, write: Callable[..., Any]) -> None:
    file = write("vote.txt", VOTE)
    ran = dateline("times", file, "--published", "2024-05-08")
    assert ran.status == 0
    assert ran.out.startswith(f"{file}: published 2024-05-08")
    assert re.search(r"3 May 2024 +2024-05-03 to 2024-05-04", ran.out)
    assert "{" not in ran.out


def test_files_may_be_annotated_as_json_lines(dateline: Any, write: Callable[..., Any]) -> None:
    file = write("vote.txt", VOTE)
    ran = dateline("times", file, "--published", "2024-05-08", "--format", "jsonl")
    assert ran.status == 0
    assert {r["doc"] for r in ran.records if "doc" in r} == {str(file)}


@pytest.mark.parametrize(("day_first", "expected"), [("day", "2025-04-03"), ("month", "2025-03-04")])
def test_every_command_obeys_the_settings(dateline: Any, tmp_path: Path, day_first: str, expected: str) -> None:
    file = tmp_path / "a.txt"
    file.write_text("The council met on 3/4/2025.", encoding="utf-8")
    folder = paths.config()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "settings.json").write_text(json.dumps({"day_first": day_first}), encoding="utf-8")
    for command, field in (("times", "begin"), ("events", "earliest")):
        ran = dateline(command, "--format", "jsonl", str(file))
        assert ran.records[0][field] == expected, command
    out = tmp_path / "out.json"
    assert dateline("timeline", str(file), "-o", str(out)).status == 0
    assert json.loads(out.read_text(encoding="utf-8"))["events"][0]["earliest"] == expected


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
