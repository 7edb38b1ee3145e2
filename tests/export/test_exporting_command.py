import json
from dataclasses import replace
from pathlib import Path

import pytest

from dateline import cli, export
from dateline.core.change import Change, added, edited, joined
from dateline.core.filter import Filter
from dateline.core.model import Bundle, Conventions, SavedFilter, Status
from dateline.export import dateline_json
from dateline.library import Library


def rows(bundle: Bundle) -> Change:
    parts = (bundle.articles, bundle.merges, bundle.expressions, bundle.events)
    return joined("Bring in", (added("", part) for part in parts))


@pytest.fixture
def library(bundle: Bundle, tmp_path: Path) -> Path:
    """The bundle as a library, with one event rejected, one binned and a saved filter."""
    file = tmp_path / "Crane.dateline"
    with Library.open(file) as made:
        made.apply(rows(bundle))
        made.apply(added("", [SavedFilter(id=50, name="Plans", query='{"certainties": ["planned"]}')]))
    return file


def run(*arguments: object) -> int:
    return cli.run(["export", *map(str, arguments)])


def test_a_library_is_taken_away_whole_by_suffix(
    library: Path, bundle: Bundle, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.json"
    assert run("--library", library, "-o", out, "--title", "The crane") == 0
    back = dateline_json.read(out.read_bytes())
    assert {row.id for row in back.events} == {row.id for row in bundle.events}
    assert len(back.articles) == 2
    assert json.loads(out.read_bytes())["title"] == "The crane"
    assert "7 events from 2 articles" in capsys.readouterr().out


@pytest.mark.parametrize("name", export.FORMATS)
def test_every_format_is_written(library: Path, tmp_path: Path, name: str) -> None:
    out = tmp_path / "out.data"
    assert run("--library", library, "-o", out, "--format", name) == 0
    written = out.read_bytes()
    if name in ("docx", "chronology"):
        assert written.startswith((b"PK", b"%PDF"))
        return
    # Caesar was typed by the reader, no article tells of him, and he died before the first year of Timesketch.
    of_articles = ("timeml", "csl", "ris", "bibtex", "timesketch")
    assert (b"Crane" if name in of_articles else b"Caesar") in written


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--certainty", "planned"], {22}),
        (["--certainty", "planned", "--certainty", "claimed"], {20, 22, 24}),  # 24 is merged with 20
        (["--undated"], {25}),
        (["--saved", "Plans"], {22}),
        (["--tag", "accident"], {20, 24}),
        (["--text", "ferry"], {23}),
        (["--sources", "2"], {20, 24}),
        (["--outright"], {20, 21, 22, 23, 24, 25}),
        (["--from", "2026"], {22, 23}),
        (["--until", "0100"], {22, 26}),
    ],
)
def test_filters_narrow_what_is_taken(library: Path, tmp_path: Path, arguments: list[str], expected: set[int]) -> None:
    out = tmp_path / "out.json"
    assert run("--library", library, "-o", out, *arguments) == 0
    assert {row.id for row in dateline_json.read(out.read_bytes()).events} == expected


def test_only_the_articles_of_what_is_shown_come_along(library: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    assert run("--library", library, "-o", out, "--article", "CRANE FALLS") == 0
    assert {row.id for row in dateline_json.read(out.read_bytes()).articles} >= {1}
    assert run("--library", library, "-o", out, "--text", "quay") == 0
    back = dateline_json.read(out.read_bytes())
    assert [row.id for row in back.articles] == [1]
    assert {row.article for row in back.expressions} == {1}


def test_a_whole_copy_gives_the_same_library_rows(library: Path, bundle: Bundle, tmp_path: Path) -> None:
    with Library.open(library) as made:
        hurt, alone = made.events_by_id([21, 25])
        made.apply(edited("", [(hurt, replace(hurt, status=Status.REJECTED)), (alone, replace(alone, binned=True))]))
        before = made.everything()
        assert len(made.events(Filter())) < len(before.events) == 7
    out = tmp_path / "copy.json"
    assert run("--library", library, "-o", out, "--everything", "--folders") == 0
    with Library.open(tmp_path / "Copy.dateline") as copy:
        back = export.read_back(out, Conventions())
        assert back is not None
        copy.apply(rows(back))
        after = copy.everything()
    for name in ("articles", "expressions", "events", "merges", "apart"):
        assert sorted(getattr(after, name), key=lambda row: row.id) == sorted(
            getattr(before, name), key=lambda row: row.id
        )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["-o", "out.xyz"], "there is no format of this suffix; give one of .png .svg .pdf .json"),
        (["-o", "out.json", "--saved", "Nope"], "no filter 'Nope'; it has: Plans"),
        (["-o", "out.json", "--article", "Nope"], "no article's title"),
        (["-o", "out.json", "--from", "soon"], "is not a date"),
        (["-o", "out.json", "--everything", "--text", "x"], "goes without filters"),
    ],
)
def test_what_makes_no_sense_is_said(
    library: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    message: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("--library", library, *arguments) == 2
    assert message in capsys.readouterr().err
    assert not (tmp_path / "out.json").exists()


def test_a_library_that_is_not_there_is_not_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--library", tmp_path / "none.dateline", "-o", tmp_path / "out.json") == 2
    assert "dateline import" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_written_is_said(
    library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("--library", library, "-o", tmp_path / "no" / "out.json") == 1
    assert "could not be written" in capsys.readouterr().err


def test_a_page_is_headed_by_its_library_or_what_is_asked_for(library: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"

    def heading(*arguments: object) -> str:
        assert run("--library", library, "-o", page, *arguments) == 0
        return page.read_text(encoding="utf-8").split("<h1>")[1].split("</h1>")[0]

    assert heading() == "Crane"
    assert heading("--title", "What fell, and when") == "What fell, and when"
