"""`dateline archive`."""

import json
from pathlib import Path

import pytest

from dateline import cli

ROWS = [{"doc": "a", "text": "It rained on Friday.", "published": "2025-03-30"}, {"doc": "b"}]


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    """A list of an article and a row that is none."""
    file = tmp_path / "list.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in ROWS))
    return file


def test_what_was_done_is_said_and_a_failed_row_is_the_status(
    listed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert cli.run(["archive", "--manifest", str(listed), "-o", str(out), "--no-events"]) == 1
    assert capsys.readouterr().out == f"{out}: 1 articles, 1 times, 0 events; 1 rows failed\n"
    times = (out / "times" / "000000.jsonl").read_text().splitlines()
    assert [json.loads(line)["value"] for line in times] == ["2025-03-28"]


@pytest.mark.parametrize(
    ("more", "said"),
    [(["--shard", "0"], "a shard has at least one article"), (["--language", "xx"], "'xx' is not the code")],
)
def test_what_makes_no_sense_is_refused_before_anything_is_written(
    more: list[str], said: str, listed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert cli.run(["archive", "--manifest", str(listed), "-o", str(out), *more]) == 2
    assert said in capsys.readouterr().err
    assert not out.exists()
