"""Kill a library's writer at random moments: every acknowledged change must be there, and the file sound.

    python tests/benchmarks/library_kill.py [--runs N] [--seed N]

Each run starts a process that imports and edits, says "done N" after each change that `apply` acknowledged, and is
killed with SIGKILL at a random moment; then the library is opened, checked and compared. In every fourth run that
process is the window (offscreen): titles, notes and dates are typed in it key by key and entered, so that it is often
killed with a half-typed edit, of which nothing may be there while all that was entered is.
"""

import argparse
import os
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "desktop"))

from dateline.core.change import Change, added, edited, joined
from dateline.core.model import Article, Event, TimeExpression
from dateline.library import Library


def step(library: Library, number: int) -> Change:
    """The change with this number: imports and edits by turns, of sizes from one row to hundreds."""
    if number % 3 or number < 2:
        rows: list[Article | Event | TimeExpression] = []
        for part in range(1 + number * 7 % 12):
            base = number * 100_000 + part * 1_000
            rows.append(Article(id=base + 1, text=f"Flood {number}. " + "It rained. " * 300, title=f"Flood {number}"))
            rows += [
                TimeExpression(
                    id=base + 100 + n, article=base + 1, start=n, end=n + 2, text="x", type="DATE", value="2025"
                )
                for n in range(20)
            ]
            rows += [Event(id=base + 200 + n, article=base + 1, title=f"Flood {n}", sentence_end=9) for n in range(20)]
        return added(f"step {number}", rows)
    pairs = [
        (event, replace(event, title=f"Edited by {number}", tags=(f"t{number}",))) for event in library.events(limit=40)
    ]
    return joined(f"step {number}", [edited("", pairs), added("", [Event(id=number, article=None, title="By hand")])])


def write(path: Path) -> None:
    """Apply one step after another for ever."""
    library = Library.open(path, wait=10)
    number = max((int(entry.label.split()[1]) for entry in library.history(1)), default=0)
    print("open", flush=True)
    while True:
        number += 1
        library.apply(step(library, number))
        print(f"done {number}", flush=True)


def type_in(path: Path) -> None:
    """Edit one event after another in the window for ever, key by key; says the label of each change it shows."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    for kind in ("CONFIG", "DATA", "STATE", "CACHE"):
        os.environ[f"XDG_{kind}_HOME"] = f"{path.parent}/{kind}"
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from dateline.gui.shell import app
    from dateline.gui.workspace.session import Session
    from dateline.settings import Settings

    qt = app.application()
    window = app.start(path, Settings(path.parent / "settings.json"), Session(path.parent / "window.json"))
    assert window is not None
    library = window.document.library
    events = [event.id for event in library.events()]
    number = len(library.history(10**9))
    window.document.changed.connect(lambda change: print(f"done {change.label}", flush=True) if change else None)
    print("open", flush=True)
    while True:
        number += 1
        window.selection.select([events[number % len(events)]])
        details = window.inspector
        for field, words in ((details.title, f"Typed {number}"), (details.note, f"Noted {number}")):
            field.selectAll()
            QTest.keyClicks(field, words)
        details.when.selectAll()
        QTest.keyClicks(details.when, f"{1 + number % 28} March 2025")
        QTest.keyClick(details.when, Qt.Key.Key_Return)
        qt.processEvents()


def run_window(path: Path, delay: float) -> int:
    """One run of the window on a library; how many changes it showed.

    Raises:
        AssertionError: where one of them is missing, half a typed text is there, or the file is not sound.
    """
    if not path.exists():
        with Library.open(path) as library:
            library.apply(step(library, 1))
    process = subprocess.Popen([sys.executable, __file__, "--type", str(path)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline().strip() == "open", "it did not open without a question"
    time.sleep(delay)
    process.kill()
    said, _ = process.communicate()
    shown = [line.removeprefix("done ") for line in said.splitlines(keepends=True) if line.endswith("\n")]
    with Library.open(path) as library:
        library.changed = False
        problems = library.check()
        assert problems == [], problems
        labels = Counter(entry.label for entry in library.history(10**9))
        missing = Counter(line.strip() for line in shown) - labels
        assert not missing, f"shown but not there: {missing}"
        for event in library.events():
            assert re.fullmatch(r"Typed \d+|Flood \d+", event.title), f"half-typed: {event.title!r}"
            assert re.fullmatch(r"(Noted \d+)?", event.note), f"half-typed: {event.note!r}"
    return len(shown)


def run(path: Path, delay: float, *, opening: bool = False) -> tuple[int, int]:
    """One run on a library; how many changes were acknowledged in it, and how many there are now.

    The delay counts from when the library is open, or with ``opening`` from the start of the process.

    Raises:
        AssertionError: where an acknowledged change is missing or the file is not sound.
    """
    process = subprocess.Popen([sys.executable, __file__, "--write", str(path)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert opening or process.stdout.readline().strip() == "open", "it did not open without a question"
    time.sleep(delay)
    process.kill()
    said, _ = process.communicate()
    acknowledged = [
        int(line.split()[1]) for line in said.splitlines() if line.startswith("done") and line[-1:].isdigit()
    ]
    with Library.open(path) as library:
        library.changed = False  # no backup: it is the file itself that is looked at
        problems = library.check()
        assert problems == [], problems
        labels = {entry.label for entry in library.history(10**9)}
        missing = [number for number in acknowledged if f"step {number}" not in labels]
        assert not missing, f"acknowledged but not there: {missing}"
        for entry in library.history(2):  # the last change is there whole, in the rows and in what is derived
            for row in library.change(entry.id).rows:
                if row.table == "events" and entry.id == library.history(1)[0].id:
                    assert library.event(row.id) == row.after
        rows = library._db.execute("SELECT count(*) FROM events").fetchone()[0]
        assert rows == library.count()[0] == int((library._fresh().index["id"] != 0).sum())
        library._db.execute("INSERT INTO articles_fts (articles_fts, rank) VALUES ('integrity-check', 1)")
        return len(acknowledged), len(labels)


def runs(folder: Path, count: int, seed: int, longest: float = 0.6) -> int:
    """So many runs, a new library every twenty, every fifth killed while it opens; how many were acknowledged."""
    dice = random.Random(seed)
    total = typed = 0
    delays = []
    path = folder / "0.dateline"
    for number in range(count):
        if number % 20 == 0:
            path = folder / f"{number}.dateline"
        delays.append(dice.random() * longest)
        if number % 4 == 3:
            typed += run_window(folder / "window" / f"{number // 80}.dateline", 5 * delays[-1])
            continue
        made, there = run(path, delays[-1], opening=number % 5 == 0)
        total += made
        if sys.stdout.isatty() or number % 20 == 19:
            print(f"run {number + 1}: {total} changes acknowledged so far, {there} in this library", flush=True)
    print(
        f"{count} runs, killed after {statistics.median(delays):.2f} s (median): {total} changes acknowledged, "
        f"{typed} more shown by the window, 0 missing, every file sound and opened at once"
    )
    return total


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--write", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--type", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.write is not None:
        write(arguments.write)
    if arguments.type is not None:
        type_in(arguments.type)
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "window").mkdir()
        runs(Path(folder), arguments.runs, arguments.seed)


if __name__ == "__main__":
    main()
