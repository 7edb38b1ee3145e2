"""`dateline import`: printed as JSON Lines, or read into a library with a report."""

import csv
import io
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from dateline import cli
from dateline.core.model import Article
from dateline.library import Library


def printed(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_manifest_is_printed_line_by_line(
    folder: Path, tmp_path: Path, make: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    manifest = tmp_path / "m.jsonl"
    rows = [{"id": name, "path": str(folder / name)} for name in ("page.html", "bare.html", "empty.txt", "none.html")]
    manifest.write_text("\n".join([*map(json.dumps, rows), "not json", ""]))
    assert cli.run(["import", "--format", "jsonl", "--manifest", str(manifest)]) == 1
    page, bare, empty, none, broken = printed(capsys)
    assert (page["doc"], page["title"], page["published"]) == ("page.html", make.TITLE, make.DAY)
    assert (page["published_confidence"], page["language"]) == ("certain", "en")
    assert page["text"] == "\n".join(make.PARAGRAPHS)
    assert {"value", "kind", "source", "where", "words", "confidence"} <= page["candidates"][0].keys()
    assert (bare["published"], bare["published_confidence"], bare["candidates"]) == (None, "unknown", [])
    assert empty == {"doc": "empty.txt", "error": "it is empty"}
    assert none == {"doc": "none.html", "error": "there is no such file"}
    assert "line 5" in broken["error"]


def test_the_manifest_may_come_from_standard_input(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    line = json.dumps({"id": 7, "path": str(folder / "article.txt")}).encode()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(line)))
    assert cli.run(["import", "--format", "jsonl", "--manifest", "-"]) == 0
    (row,) = printed(capsys)
    assert (row["doc"], row["published"]) == ("7", "2025-03-30")


def test_a_guess_is_printed_as_one(tmp_path: Path, capsys: pytest.CaptureFixture[str], make: ModuleType) -> None:
    file = tmp_path / "a.html"
    file.write_text(make.page(head='<meta property="article:modified_time" content="2025-04-02">'))
    assert cli.run(["import", "--format", "jsonl", str(file)]) == 0
    (row,) = printed(capsys)
    assert (row["published"], row["published_confidence"]) == ("2025-04-02", "guess")


def test_many_files_are_read_by_workers_and_printed_in_order(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = ["page.html", "empty.txt", "article.pdf", "none.html", "letters.mbox"] * 5
    manifest = tmp_path / "m.jsonl"
    rows = [json.dumps({"id": str(n), "path": str(folder / name)}) for n, name in enumerate(names)]
    manifest.write_text("\n".join([*rows, "broken"]))
    assert cli.run(["import", "--format", "jsonl", "--manifest", str(manifest)]) == 1
    found = printed(capsys)
    expected = [label for n, name in enumerate(names) for label in ([str(n), f"{n}#2"] if "mbox" in name else [str(n)])]
    assert [row["doc"] for row in found] == [*expected, "line 26 of the manifest"]
    assert sum("error" in row for row in found) == 11


@pytest.mark.parametrize(
    "arguments",
    [[], ["a.txt", "--manifest", "m"], ["--manifest", "m"], ["--format", "jsonl", "--library", "l", "a.txt"],
     ["a.txt", "--published", "yesterday"], ["--format", "jsonl", "--manifest", "/none/m.jsonl"]],
)  # fmt: skip
def test_wrong_usage(arguments: list[str]) -> None:
    assert cli.run(["import", *arguments]) == 2


def test_files_are_read_into_a_library_with_a_report(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], make: ModuleType
) -> None:
    library, report, copy = tmp_path / "new" / "l.dateline", tmp_path / "report.csv", tmp_path / "copy.txt"
    copy.write_bytes((folder / "article.txt").read_bytes())
    files = [str(folder / name) for name in ("page.html", "article.txt", "empty.txt")] + [str(copy)]
    for file in files:  # one at a time: no worker processes needed
        status = cli.run(["import", "--library", str(library), "--report", str(report), file])
        assert status == (1 if file.endswith("empty.txt") else 0)
        (row,) = csv.DictReader(report.read_text(encoding="utf-8").splitlines())
        assert row["file"] == file
    assert (row["outcome"], "the same text as" in row["reason"]) == ("already here", True)
    kept = Library.open(library)
    articles = kept.articles()
    imports = kept.imports()
    kept.close()
    assert {article.file for article in articles} == {str(folder / "page.html"), str(folder / "article.txt")}
    assert all(isinstance(article, Article) and article.published == make.DAY for article in articles)
    assert len(imports) == 4
    assert {json.loads(entry.report.splitlines()[0])["outcome"] for entry in imports} >= {"read", "refused"}
    assert "already here" in capsys.readouterr().out


def test_a_date_given_counts_for_every_file(folder: Path, tmp_path: Path) -> None:
    library = tmp_path / "l.dateline"
    assert cli.run(["import", "--library", str(library), "--published", "2024-02", str(folder / "bare.html")]) == 0
    kept = Library.open(library)
    (article,) = kept.articles()
    kept.close()
    assert (article.published, article.evidence) == ("2024-02", "given at the import")


def test_an_empty_folder_is_said_and_makes_no_library(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty").mkdir()
    library = tmp_path / "l.dateline"
    assert cli.run(["import", "--library", str(library), str(tmp_path / "empty")]) == 1
    assert "there is no file to read in" in capsys.readouterr().err
    assert not library.exists()
    assert cli.run(["import", "--format", "jsonl", str(tmp_path / "empty")]) == 1
