"""How long the window takes to open on a library of 1,000 articles, against an empty QMainWindow in the same run.

    .venv/bin/python tests/benchmarks/window_start.py [ROUNDS]

Each start is a new process, from before Python's own start until the window is painted and answers: articles listed,
one of them shown, and its timeline painted. The two take turns. Offscreen, from compiled modules as installed. Fails
where the language model was loaded, which it must not be.
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from dateline import times
from dateline.core.change import added
from dateline.core.model import Article, Event, Row, new_id
from dateline.library import Library

ARTICLES, EVENTS = 1000, 12

EMPTY = """
import os
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, lambda: os._exit(0))
window = Window()
window.resize(1280, 800)
window.show()
app.exec()
"""
OURS = """
import os
import sys
from pathlib import Path
from dateline import gui
gui.prepare()  # as dateline.gui.run does
from dateline.gui.shell import app
from dateline.gui.language import i18n
from dateline.gui.workspace.session import Session
from dateline.gui.widgets.builders import viewport
from dateline.settings import Settings
from PySide6.QtCore import QEvent, QObject, QTimer
qt = app.application()
settings, session = Settings.load(), Session()
i18n.install(settings["interface_language"], settings["date_locale"])
window = app.start(Path(sys.argv[1]), settings, session)
painted = set()
class Eye(QObject):
    def eventFilter(self, target, event):
        if event.type() == QEvent.Type.Paint:
            painted.add(target)
        return False
eye = Eye()
wanted = {viewport(window.articles), viewport(window.reader.text), window.times.current}
for widget in wanted:
    widget.installEventFilter(eye)
def leave():
    if not wanted <= painted:
        return
    right = window.articles.articles.rowCount() == 1000 and "spacy" not in sys.modules
    right = right and "council" in window.reader.text.toPlainText() and len(window.times.current.spans) == 12000
    os._exit(0 if right else 1)
timer = QTimer()
timer.timeout.connect(leave)
timer.start(0)
qt.exec()
"""


def make(path: Path) -> None:
    """A library of 1,000 articles of invented news, 12 events each."""
    text = " ".join(f"On {day} March 2025 the council of Sandholm met about the harbour again." for day in range(1, 13))
    found = times.find(text, "2025-03-30")
    with Library.open(path) as library:
        rows: list[Row] = []
        for n in range(ARTICLES):
            article = Article(
                id=new_id(),
                text=text,
                title=f"Council meets, part {n}",
                published=f"2025-03-{n % 28 + 1:02d}",
                language="en",
            )
            rows.append(article)
            rows += [
                Event(
                    id=new_id(),
                    article=article.id,
                    title=f"Council met ({n})",
                    start=expression.end + 24,
                    end=expression.end + 27,
                    earliest=expression.begin,
                    latest_start=expression.until,
                    earliest_end=expression.begin,
                    latest=expression.until,
                    granularity=expression.granularity,
                )
                for expression in found[:EVENTS]
            ]
        library.apply(added("Made for measuring", rows))
        library.changed = False


def seconds(code: str, *arguments: str) -> tuple[float, float]:
    """How long a process with this code takes, whole: by the clock, and of the processor (where others use it too)."""
    began, used = time.perf_counter(), _processor()
    subprocess.run([sys.executable, "-c", code, *arguments], check=True, stderr=subprocess.DEVNULL, timeout=60)
    return time.perf_counter() - began, _processor() - used


def _processor() -> float:
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def main() -> int:
    """Print the figures."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    with tempfile.TemporaryDirectory() as folder:
        for kind in ("CONFIG", "DATA", "STATE", "CACHE"):
            os.environ[f"XDG_{kind}_HOME"] = f"{folder}/{kind}"
        os.environ |= {"QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": f"{folder}/compiled"}
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        library = Path(folder) / "Thousand.dateline"
        make(library)
        seconds(EMPTY), seconds(OURS, str(library))  # the first reads from the disk what later ones do not
        empty, ours = [], []
        for _ in range(rounds):
            empty.append(seconds(EMPTY))
            ours.append(seconds(OURS, str(library)))
    ratios = []
    for place, of in enumerate(("by the clock", "of the processor")):
        low, high = (statistics.median(pair[place] for pair in pairs) for pairs in (empty, ours))
        print(f"{of}: empty QMainWindow {low:.3f} s, Dateline {high:.3f} s, ratio {high / low:.2f}")
        ratios.append(high / low)
    print(f"{ARTICLES} articles, medians of {rounds}; the ratio is to be at most 2.5")
    return 0 if ratios[0] <= 2.5 else 1


if __name__ == "__main__":
    sys.exit(main())
