"""`dateline library …`."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.cli.made import GOOD, Write

from dateline import cli, paths
from dateline.core.change import added, edited
from dateline.core.model import Article, Event
from dateline.events.merge import merging
from dateline.events.merge.merging import Suggestion
from dateline.library import Library, backups

ARTICLE = Article(id=1, text="The flood came.", title="Flood", published="2025-03-31", site="example.org")

EVENT = Event(id=10, article=1, title="Flood came", sentence_end=15)


@pytest.fixture
def path() -> Path:
    """The default library, in the test's own home."""
    file = paths.default_library()
    with Library.open(file) as library:
        library.apply(added("Imported “Flood”", [ARTICLE, EVENT]))
        library.apply(edited("Renamed “Flood came” to “Water”", [(EVENT, replace(EVENT, title="Water"))]))
    return file


def test_list_and_history(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["library", "list"]) == 0
    assert capsys.readouterr().out == "2025-03-31\tFlood\texample.org\t1\n"
    assert cli.run(["library", "history", "--json", "--library", str(path)]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["what"] for row in rows] == ["Renamed “Flood came” to “Water”", "Imported “Flood”"]


def test_undo(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["library", "undo"]) == 0
    assert "Undone: Renamed" in capsys.readouterr().out
    with Library.open(path, read_only=True) as library:
        assert library.event(10) == EVENT
    assert cli.run(["library", "undo", "--entry", "2"]) == 1
    assert "changed meanwhile" in capsys.readouterr().err


def test_undo_steps_back_through_the_history(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for said in ("Undone: Renamed", "Undone: Imported"):
        assert cli.run(["library", "undo"]) == 0
        assert said in capsys.readouterr().out
    assert cli.run(["library", "undo"]) == 2
    assert "nothing that is not undone" in capsys.readouterr().err
    assert cli.run(["library", "undo", "--entry", "4"]) == 0  # an undo, undone, stands again
    assert cli.run(["library", "undo"]) == 0
    assert "Undone: Imported" in capsys.readouterr().out
    with Library.open(path, read_only=True) as library:
        assert library.articles() == []


def test_an_import_of_many_files_is_one_step_of_undo(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    for place in ("Karvel", "Sandholm", "Brenn"):
        (folder / f"{place}.txt").write_text(
            f"Harbour of {place} closes\n\nThe harbour of {place} closed. {place * 9}."
        )
    assert cli.run(["import", str(folder)]) == 0
    with Library.open(path) as library:
        entry = next(entry.id for entry in library.history() if "Brenn" in entry.label)
        library.apply(library.change(entry).inverse())  # taken back by itself before
        assert len(library.articles()) == 3
    capsys.readouterr()
    assert cli.run(["library", "undo"]) == 0
    assert capsys.readouterr().out == "Undone: Kept the report of the import, and what it brought in: 2 changes\n"
    with Library.open(path, read_only=True) as library:
        assert [article.title for article in library.articles()] == ["Flood"]
        assert library.imports() == []
    assert cli.run(["library", "undo"]) == 0
    assert "Undone: Renamed" in capsys.readouterr().out


def test_an_import_whose_article_was_changed_since_is_taken_back_whole_or_not(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for place in ("Karvel", "Brenn"):
        (tmp_path / f"{place}.txt").write_text(
            f"Harbour of {place} closes\n\nThe harbour of {place} closed. {place * 9}."
        )
    assert cli.run(["import", str(tmp_path / "Karvel.txt"), str(tmp_path / "Brenn.txt")]) == 0
    with Library.open(path) as library:
        report = library.history()[0].id
        old = next(article for article in library.articles() if "Karvel" in article.title)
        library.apply(edited("Noted", [(old, replace(old, note="Ask the harbour master"))]))
    assert cli.run(["library", "undo", "--entry", str(report)]) == 1
    with Library.open(path, read_only=True) as library:
        assert len(library.articles()) == 3
        assert len(library.imports()) == 1
    assert cli.run(["library", "undo"]) == 0
    assert cli.run(["library", "undo"]) == 0
    with Library.open(path, read_only=True) as library:
        assert len(library.articles()) == 1


def test_check_backup_and_restore(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["library", "check"]) == 0
    assert "is sound: 1 articles, 1 events" in capsys.readouterr().out
    assert cli.run(["library", "backup"]) == 0
    backup = Path(capsys.readouterr().out.strip())
    assert backup in backups.listed(path)
    with path.open("r+b") as stream:
        stream.seek(4096)
        stream.write(b"\xde\xad" * 6000)
    assert cli.run(["library", "check"]) == 1
    assert "dateline library restore" in capsys.readouterr().err
    assert cli.run(["library", "restore"]) == 0
    assert "is kept as" in capsys.readouterr().out
    assert cli.run(["library", "check"]) == 0
    assert cli.run(["library", "reindex"]) == 0


def test_a_missing_library_is_a_wrong_argument(tmp_path: Path) -> None:
    for action in ("list", "check", "backup", "undo", "restore"):
        assert cli.run(["library", action, "--library", str(tmp_path / "none.dateline")]) == 2
    assert list(tmp_path.iterdir()) == []


def test_suggestions_are_listed_and_the_sure_ones_accepted(
    path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    others = [replace(EVENT, id=n, article=n, title=f"Flood {n}") for n in (2, 3, 4)]
    articles = [Article(id=n, text="The flood came.", title=f"Flood {n}") for n in (2, 3, 4)]
    with Library.open(path) as library:
        library.apply(added("More", [*articles, *others]))
    said = [
        Suggestion((2, 3), 0.95, "the same words"),
        Suggestion((4, 10), 0.5, "the same day"),
        Suggestion((3, 4), 0.92, ""),
    ]
    monkeypatch.setattr(merging, "suggest", lambda *_: said)
    assert cli.run(["library", "merges", "--json"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert rows[0] == {"sure": "0.95", "events": "Flood 2 | Flood 3", "disagree on": "", "why": "the same words"}
    assert cli.run(["library", "merges", "--accept", "0.9"]) == 0
    assert "Merged 2 events into “Flood 2”" in capsys.readouterr().out
    with Library.open(path, read_only=True) as library:
        (merge,) = library.merges()
        assert {event.id for event in library.merge_members(merge.id)} == {2, 3}
    assert cli.run(["library", "undo"]) == 0
    with Library.open(path, read_only=True) as library:
        assert library.merges() == []
    assert cli.run(["library", "merges", "--accept", "9"]) == 2


def test_every_sample_is_listed_with_its_date_and_events(dateline: Any, imported: Path, samples: Path) -> None:
    rows = dateline("library", "list", "--library", imported, "--json").records
    assert len(rows) == len(list(samples.iterdir()))
    assert all(row["events"] > 5 for row in rows)
    assert [row["title"] for row in rows if not row["published"]] == ["The week that decides about Halmer"]
    assert {row["published"][:4] for row in rows if row["published"]} == {"2026"}


def test_a_change_of_the_history_can_be_undone(dateline: Any, library: Path) -> None:
    history = dateline("library", "history", "--library", library, "--json").records
    last = next(row for row in history if row["what"].startswith("Imported"))
    assert dateline("library", "undo", "--library", library, "--entry", last["entry"]).status == 0
    titles = [row["title"] for row in dateline("library", "list", "--library", library, "--json").records]
    assert titles
    assert not any(title in last["what"] for title in titles)
    assert dateline("library", "history", "--library", library).out.splitlines()[0].endswith(last["what"])


def test_a_backup_brings_back_what_was_lost(dateline: Any, library: Path) -> None:
    before = dateline("library", "list", "--library", library).out
    assert dateline("library", "backup", "--library", library).status == 0
    library.write_bytes(library.read_bytes()[:50_000])
    damaged = dateline("library", "check", "--library", library)
    assert damaged.status == 1
    assert "damaged" in damaged.out + damaged.err
    restored = dateline("library", "restore", "--library", library)
    assert (restored.status, restored.err) == (0, "")
    assert dateline("library", "check", "--library", library).status == 0
    assert dateline("library", "list", "--library", library).out == before


def test_what_is_no_library_is_left_as_it_is(dateline: Any, write: Write) -> None:
    good = write("good.txt", GOOD)
    other = write("other.dateline", "This is a letter, not a library. " * 100)
    content = other.read_bytes()
    for arguments in (["library", "list", "--library", other], ["import", good, "--library", other]):
        ran = dateline(*arguments)
        assert ran.status == 1
        assert len(ran.err.splitlines()) == 1
    assert other.read_bytes() == content
