"""The longest time that the window does not answer while 500 articles are imported.

    .venv/bin/python tests/benchmarks/window_import.py [ARTICLES]

A watchdog timer on the window's thread fires every 5 ms; the longest gap between two firings, less those 5 ms, is
what a reader would feel. Offscreen, with the real worker processes, parser, library file and every pane open.
"""

import os
import random
import sys
import tempfile
import time
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QTimer

from dateline.gui.language import i18n
from dateline.gui.shell import app
from dateline.gui.workspace.session import Session
from dateline.settings import Settings

PLACES = ("Sandholm", "Kolding", "Hallin", "Orrin", "Varrick", "Trevane")
ACTS = ("closed the bridge", "reopened the port", "arrested two men", "rejected the plan", "elected a mayor", "flooded")
TIMES = ("on 3 March 2025", "last week", "on Monday", "yesterday", "in 2019", "early this month", "on Saturday night")


def story(n: int) -> str:
    """One article of invented news, no two alike."""
    chance = random.Random(n)
    lines = [
        f"The council of {chance.choice(PLACES)} {chance.choice(ACTS)} {chance.choice(TIMES)}, case {n}-{i}."
        for i in range(chance.randint(12, 40))
    ]
    return f"Story number {n} of {chance.choice(PLACES)}\n\n" + " ".join(lines) + "\n"


class Watchdog:
    """Measures gaps between firings of a timer."""

    def __init__(self) -> None:
        self.gaps: list[float] = []
        self.work: list[float] = []
        self._last, self._used = time.perf_counter(), time.thread_time()
        self._timer = QTimer()
        self._timer.setInterval(5)
        self._timer.timeout.connect(self._fire)
        self._timer.start()

    def _fire(self) -> None:
        now, used = time.perf_counter(), time.thread_time()
        self.gaps.append(now - self._last - 0.005)
        self.work.append(used - self._used)
        self._last, self._used = now, used


def main() -> int:
    """Print the figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    with tempfile.TemporaryDirectory() as folder:
        for kind in ("CONFIG", "DATA", "STATE", "CACHE"):
            os.environ[f"XDG_{kind}_HOME"] = f"{folder}/{kind}"
        news = Path(folder) / "news"
        news.mkdir()
        for n in range(count):
            (news / f"{n:04d}.txt").write_text(story(n), encoding="utf-8")
        qt = app.application()
        i18n.install("en", "en_GB")
        window = app.start(Path(folder) / "Import.dateline", Settings(), Session())
        assert window is not None
        began = time.perf_counter()
        dogs: list[Watchdog] = []
        QTimer.singleShot(300, lambda: dogs.append(Watchdog()))
        QTimer.singleShot(400, lambda: window.commands.import_paths([news]))
        figures: list[int] = []

        def look() -> None:
            if window.document.library.imports() and not window.import_panel.running:
                figures[:] = [window.articles.articles.rowCount(), window.document.library.count()[1]]
                window.document.library.changed = False
                qt.quit()

        done = QTimer()
        done.timeout.connect(look)
        done.start(500)
        qt.exec()
        spent = time.perf_counter() - began
        gaps = sorted(dogs[0].gaps)
    articles, events = figures
    print(f"{articles} articles and {events} events in {spent:.1f} s, {articles / spent:.1f} articles a second")
    worst, often = gaps[-1] * 1000, gaps[int(len(gaps) * 0.99)] * 1000
    print(f"longest block {worst:.0f} ms (at most 100), 99 of 100 under {often:.0f} ms, {len(gaps)} looks")
    print(
        f"longest stretch of the window's own work {max(dogs[0].work) * 1000:.0f} ms (without waiting for a processor)"
    )
    return 0 if worst <= 100 else 1


if __name__ == "__main__":
    sys.exit(main())
