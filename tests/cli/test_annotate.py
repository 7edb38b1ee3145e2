"""Documents in, annotations out, whichever the command."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.cli.contract import VOTE, Manifest

from dateline import paths


def test_each_documents_records_come_before_its_closing_line(dateline: Any, manifest: Manifest) -> None:
    lines = manifest(("a", VOTE, "2024-05-08"), ("b", VOTE, "2024-05-08"), ("c", VOTE, "2024-05-08"))
    records = dateline("times", "--format", "jsonl", "--manifest", "-", stdin=lines).records[:-1]
    assert [r["doc"] for r in records] == sorted(r["doc"] for r in records)
    ends = [n for n, r in enumerate(records) if r.get("done")]
    assert all(n + 1 == len(records) or records[n]["doc"] != records[n + 1]["doc"] for n in ends)


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
