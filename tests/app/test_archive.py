"""An archive must say what the plain commands say, whatever its rows hold and whoever is killed on the way."""

import importlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from dateline import events, paths, readers
from dateline.app import archive, importing, shards
from dateline.app.analysis import analyse
from dateline.app.archive import Plan, Task, build
from dateline.core.model import Article, Bundle, Conventions, Event
from dateline.core.preferences import Preferences
from dateline.errors import DatelineError, UsageError
from dateline.library import Library

QUICK = Plan(shard=4, events=False, preferences=Preferences(workers=2))
CRASHING = """
import os
from dateline.app import archive

def analyse(plan, task):
    if any(b"crash" in line for line in task.lines):
        os._exit(9)
    yield from archive.analyse(plan, task)
"""


def row(doc: str, text: str = "It rained on Friday.", **more: str) -> str:
    return json.dumps({"doc": doc, "text": text, "published": "2025-03-30", **more})


@pytest.fixture
def listed(tmp_path: Path) -> Callable[..., Path]:
    """``listed(*rows)`` writes a list of articles and gives its path."""

    def make(*rows: str) -> Path:
        file = tmp_path / "list.jsonl"
        file.write_text("\n".join(rows) + "\n", encoding="utf-8")
        return file

    return make


@pytest.fixture
def stories(samples: Path) -> list[Article]:
    """The sample articles."""
    return [item for file in readers.expand([samples]) for item in readers.read(file) if isinstance(item, Article)]


def rows_of(articles: list[Article]) -> list[str]:
    return [row(a.file, a.text, title=a.title, published=a.published or "", language=a.language, topic="all")
            for a in articles if a.published]  # fmt: skip


def told(out: Path) -> dict[str, Bundle | str]:
    return {doc: found for file in shards.articles(out) for doc, _, found in shards.read(file)}


def tables(out: Path) -> dict[str, bytes]:
    return {str(file.relative_to(out)): file.read_bytes() for file in sorted(out.rglob("*.*"))}


def said(event: Event) -> Event:
    """An event without its ids, which are random elsewhere, and with its reason as text."""
    return replace(event, id=0, article=None, expression=None, why=str(event.why))


def test_rows_are_those_that_the_plain_analysis_gives(
    listed: Callable[..., Path], stories: list[Article], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    build(listed(*rows_of(stories)), out, Plan(shard=4, preferences=Preferences(workers=2)))
    found = told(out)
    for article in stories:
        if not article.published:
            continue
        plain, mine = analyse(article, Conventions()), found[article.file]
        assert isinstance(mine, Bundle)
        assert [said(event) for event in mine.events] == [said(event) for event in plain.events]
        spans = [(each.start, each.end, each.value, each.begin, str(each.why)) for each in mine.expressions]
        assert spans == [(each.start, each.end, each.value, each.begin, str(each.why)) for each in plain.expressions]
        assert {each.article for each in mine.events} <= {mine.articles[0].id}
        places = {each.id: each.start for each in mine.expressions}
        there = {each.id: each.start for each in plain.expressions}
        assert [places.get(each.expression or 0) for each in mine.events] == [
            there.get(each.expression or 0) for each in plain.events
        ]


def test_a_bad_row_is_a_row_with_its_error(listed: Callable[..., Path], tmp_path: Path) -> None:
    bad = ["no json", '{"doc": "a"}', row("b", " "), row("c", published="soon"), row("d", language="xx-nonsense")]
    out = tmp_path / "out"
    build(listed(row("first"), *bad, row("last")), out, QUICK)
    found = told(out)
    assert list(found) == ["first", "row 2", "row 3", "b", "row 5", "row 6", "last"]
    assert [isinstance(each, str) for each in found.values()] == [False, True, True, True, True, True, False]
    assert shards.totals(out)["failed"] == 5
    assert shards.totals(out)["articles"] == 2


def test_days_are_counted_by_topic(listed: Callable[..., Path], tmp_path: Path) -> None:
    rows = [row("a", "It rained on 28 March 2025.", topic="x"), row("b", "On 28 March 2025 it rained.", topic="x")]
    rows += [row("c", "It rained on 28 March 2025.", topic="x", published="2025-04-20")]
    out = tmp_path / "out"
    build(listed(*rows), out, QUICK)
    days = [json.loads(line) for line in (out / "days" / "000000.jsonl").read_text().splitlines()]
    assert days == [
        {"topic": "x", "day": "2025-03-28", "articles": 3, "later": 1, "published": 0},
        {"topic": "x", "day": "2025-03-30", "articles": 0, "later": 0, "published": 2},
        {"topic": "x", "day": "2025-04-20", "articles": 0, "later": 0, "published": 1},
    ]


@pytest.fixture
def crashing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The word "crash" in a text ends the process that analyses it."""
    (tmp_path / "crashing_tasks.py").write_text(CRASHING, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    sys.modules.pop("crashing_tasks", None)
    monkeypatch.setattr(archive, "analyse", importlib.import_module("crashing_tasks").analyse)


@pytest.mark.usefixtures("crashing")
def test_a_row_that_ends_its_process_costs_that_row(listed: Callable[..., Path], tmp_path: Path) -> None:
    rows = [row(f"{n}", "A crash on Friday." if n in (1, 40) else "Rain on Friday.") for n in range(45)]
    out = tmp_path / "out"
    build(listed(*rows), out, replace(QUICK, shard=45))
    found = told(out)
    assert list(found) == [f"{n}" for n in range(45)]
    assert [doc for doc, each in found.items() if isinstance(each, str)] == ["1", "40"]


def test_what_was_killed_goes_on_to_the_same_end(listed: Callable[..., Path], tmp_path: Path) -> None:
    source = listed(*(row(f"{n}") for n in range(20)))
    whole, out = tmp_path / "whole", tmp_path / "out"
    build(source, whole, QUICK)
    killed = (
        "import os, signal; from pathlib import Path; from dateline.app.archive import *\n"
        "if __name__ == '__main__':\n"
        f" build(Path({str(source)!r}), Path({str(out)!r}),"
        " Plan(shard=4, events=False, preferences=Preferences(workers=2)),"
        " tell=lambda n: n == 2 and os.kill(os.getpid(), signal.SIGKILL))"
    )
    script = tmp_path / "killed.py"
    script.write_text(killed, encoding="utf-8")
    ended = subprocess.run([sys.executable, script], check=False, env={**os.environ, "PYTHONPATH": _desktop()})
    assert ended.returncode == -signal.SIGKILL
    before = {file: file.stat().st_mtime_ns for file in (out / "done").iterdir()}
    assert len(before) == 2
    (out / "events" / "000004.jsonl").write_text("half a li", encoding="utf-8")  # a shard that was not done
    build(source, out, QUICK)
    assert tables(out) == tables(whole)
    assert {file: file.stat().st_mtime_ns for file in before} == before


def _desktop() -> str:
    return str(Path(archive.__file__).parents[2])


def test_a_folder_of_another_list_is_left_alone(listed: Callable[..., Path], tmp_path: Path) -> None:
    out = tmp_path / "out"
    build(listed(row("a")), out, QUICK)
    with pytest.raises(UsageError, match="another list"):
        build(listed(row("b")), out, QUICK)
    with pytest.raises(UsageError, match="another list"):
        build(listed(row("a")), out, replace(QUICK, language="de"))
    with pytest.raises(UsageError, match="no archive"):
        build(listed(row("a")), tmp_path, QUICK)
    with pytest.raises(UsageError, match="No such file"):
        build(tmp_path / "none", tmp_path / "new", QUICK)
    assert list(told(out)) == ["a"]


def test_a_worker_of_another_version_ends_the_run() -> None:
    with pytest.raises(DatelineError, match=r"a worker has Dateline .*, and this is 0\.0\.0"):
        list(archive.analyse(replace(QUICK, version="0.0.0"), Task(0, 0, (row("a").encode(),))))


@pytest.mark.parametrize("form", shards.FORMS)
def test_an_archive_is_imported_as_it_is(
    listed: Callable[..., Path], tmp_path: Path, library: Library, stories: list[Article], form: str
) -> None:
    if form == "parquet":
        pytest.importorskip("pyarrow")
    out = tmp_path / "out"
    build(listed(*rows_of(stories[:3]), "bad"), out, Plan(shard=2, form=form))
    job = importing.Job(Preferences(workers=1))
    for kinds in (["read"] * 3 + ["refused"], ["already here"] * 3 + ["refused"]):
        outcomes = list(importing.import_files([out], job.knowing(library)))
        lines = [importing.bring_in(outcome, library, library.apply) for outcome in outcomes]
        assert sorted(line.outcome for line in lines) == sorted(kinds), lines
    kept = [event for article in library.everything().articles for event in library.events_of(article.id, all=True)]
    assert len(kept) == shards.totals(out)["events"] > 0


def test_parquet_holds_the_same(listed: Callable[..., Path], tmp_path: Path, stories: list[Article]) -> None:
    pytest.importorskip("pyarrow")
    source = listed(*rows_of(stories[:2]), "bad")
    for form in shards.FORMS:
        build(source, tmp_path / form, Plan(form=form))
    assert told(tmp_path / "parquet") == told(tmp_path / "jsonl")


def test_the_list_may_be_parquet(tmp_path: Path, listed: Callable[..., Path]) -> None:
    pa = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    source = tmp_path / "list.parquet"
    rows = [row(f"{n}") for n in range(6)]
    parquet.write_table(pa.Table.from_pylist([json.loads(each) for each in rows]), source)
    build(source, tmp_path / "one", QUICK)
    build(listed(*rows), tmp_path / "other", QUICK)
    assert told(tmp_path / "one") == told(tmp_path / "other")


@pytest.mark.timeout(900)
@pytest.mark.filterwarnings("default")  # Dask's own
def test_a_cluster_that_loses_a_worker_and_its_command_says_what_the_plain_commands_say(
    script: Callable[[str], ModuleType], tmp_path: Path
) -> None:
    pytest.importorskip("distributed")
    measured = script("tests/benchmarks/archive.py")
    page = (paths.resources() / "docs/archive.md").read_text(encoding="utf-8")
    for name, value in measured.QUIET.items():
        assert f"DASK_{name.upper().replace('.', '__').replace('-', '_')}={value}" in page
    found = measured.compared(40, tmp_path, shard=4, dask=True)
    assert found.killed
    assert found.same
    assert found.failed == 1


def test_no_scheduler_at_an_address_is_said(listed: Callable[..., Path], tmp_path: Path) -> None:
    pytest.importorskip("distributed")
    import dask

    with dask.config.set({"distributed.comm.timeouts.connect": "100ms"}), pytest.raises(DatelineError, match="answers"):
        build(listed(row("a")), tmp_path / "out", QUICK, "tcp://127.0.0.1:1")


def test_events_are_sought_unless_not_wanted(listed: Callable[..., Path], tmp_path: Path) -> None:
    events.load()
    build(listed(row("a", "The mayor resigned on Friday.")), tmp_path / "out", Plan())
    assert shards.totals(tmp_path / "out")["events"] == 1
