"""The real window on a real (virtual) display, driven by mouse and keys from outside: xdotool under Xvfb.

A window of ours offers files by XDND, as a file manager does; they are dragged into Dateline. Then, with keys and
mouse alone: date, filter, select, edit, undo, export. What happened is read from the library and from the disk.
"""

import os
import shutil
import subprocess
import sys
import textwrap
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import pytest

from dateline.core.change import added
from dateline.core.model import Article, Event
from dateline.core.moment import DAY, moment
from dateline.library import Library

T = TypeVar("T")

pytestmark = [
    pytest.mark.xvfb,
    pytest.mark.xdist_group("xvfb"),
    pytest.mark.skipif(
        not (shutil.which("Xvfb") and shutil.which("xdotool")),
        reason="needs Xvfb and xdotool (apt install xvfb xdotool)",
    ),
]

STORY = (
    "Bridge closed at Kolding\n\nThe bridge at Kolding was closed on 3 March 2025 after a lorry hit a pillar. "
    "Engineers inspected the pillar last week. The mayor opened a temporary ferry on Saturday night.\n"
)

SOURCE = """
import sys
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QApplication, QLabel

class Source(QLabel):
    def mousePressEvent(self, event):
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(file) for file in sys.argv[1:]])
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.actionChanged.connect(lambda action: print(action.name, flush=True))  # what the other window answers
        drag.exec(Qt.DropAction.CopyAction)

app = QApplication([])
source = Source("drag me")
source.setWindowTitle("file source")
source.setWindowFlag(Qt.WindowType.FramelessWindowHint)
source.setGeometry(0, 760, 180, 120)
source.show()
app.exec()
"""


@dataclass
class Screen:
    """A virtual display and what runs on it."""

    number: int
    running: list[subprocess.Popen[bytes]] = field(default_factory=list)

    @property
    def environment(self) -> dict[str, str]:
        return {**os.environ, "DISPLAY": f":{self.number}", "QT_QPA_PLATFORM": "xcb", "LANG": "C.UTF-8"}

    def start(self, *command: str) -> subprocess.Popen[bytes]:
        with self.log(len(self.running)).open("wb") as stream:
            process = subprocess.Popen(command, env=self.environment, stdout=stream, stderr=stream)
        self.running.append(process)
        return process

    @staticmethod
    def log(number: int) -> Path:
        """Where the process started as that one writes what it prints."""
        return Path(os.environ["HOME"]) / f"log-{number}.txt"

    def do(self, *arguments: object) -> str:
        command = ["xdotool", *map(str, arguments)]
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True, timeout=30, check=False)
        return done.stdout.strip()

    def window(self, title: str, seconds: float = 30, *, count: int = 1) -> str:
        """A window of a title, as soon as so many of it are there and have taken in what was done."""

        def shown() -> list[str]:
            found = self.do("search", "--onlyvisible", "--name", title).splitlines()
            return found if len(found) >= count else []

        found = wait_for(shown, seconds)
        self.settle()
        return found[-1]

    def focus(self, window: str) -> None:
        """Let a window have the keys, and wait until it has them."""
        self.do("windowfocus", "--sync", window)
        self.settle()

    def key(self, *keys: str) -> None:
        """Press keys one after the other, each when what came of the one before is done."""
        for key in keys:
            self.do("key", "--clearmodifiers", key)
            self.settle()

    def type(self, text: str) -> None:
        self.do("type", text)
        self.settle()

    def windows(self) -> set[str]:
        """All windows that are shown, tips among them."""
        return set(self.do("search", "--onlyvisible", "--maxdepth", 1, ".*").splitlines())

    def settle(self) -> None:
        """Wait until everything that runs here has taken in what was done: it sleeps, and has not worked since the
        last look."""
        before: list[int] = []

        def rests() -> bool:
            nonlocal before
            asleep, worked = True, []
            for stat in self._threads():
                state, *figures = stat.rpartition(")")[2].split()
                asleep = asleep and state in "SItT"
                worked.append(int(figures[10]) + int(figures[11]))  # processor time in user and kernel mode, in ticks
            last, before = before, worked
            return asleep and worked == last

        wait_for(rests, 60)

    def _threads(self) -> Iterator[str]:
        """What Linux says of each thread of what was started here and of what that started."""
        waiting = [process.pid for process in self.running if process.poll() is None]
        while waiting:
            for thread in Path(f"/proc/{waiting.pop()}/task").glob("*"):
                try:
                    waiting += map(int, (thread / "children").read_text().split())
                    yield (thread / "stat").read_text()
                except FileNotFoundError:
                    continue  # it has ended


def wait_for(look: Callable[[], T], seconds: float = 30) -> T:
    """What ``look`` finds, as soon as it finds something; asked ten times a second."""
    pause = threading.Event()
    for _ in range(int(seconds * 10)):
        if found := look():
            return found
        pause.wait(0.1)
    pytest.fail("waited in vain")


@pytest.fixture
def screen() -> Iterator[Screen]:
    reading, writing = os.pipe()
    xvfb = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1600x900x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    number = int(os.read(reading, 16))
    made = Screen(number)
    yield made
    for process in made.running:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
    xvfb.terminate()
    xvfb.wait(10)
    os.close(reading)


def the_article(library: Path) -> Article | None:
    with Library.open(library, read_only=True) as opened:
        return next(iter(opened.articles()), None)


def the_events(library: Path) -> list[Event]:
    with Library.open(library, read_only=True) as opened:
        return opened.events()


def test_a_person_works_with_the_real_window(screen: Screen, tmp_path: Path) -> None:
    story, library = tmp_path / "bridge.txt", tmp_path / "Work.dateline"
    story.write_text(STORY)
    app = screen.start(sys.executable, "-m", "dateline", "--library", str(library))
    window = screen.window("^Work")
    screen.do("windowmove", window, 200, 0)
    screen.do("windowsize", window, 1380, 740)
    screen.start(sys.executable, "-c", textwrap.dedent(SOURCE), str(story))
    screen.window("file source")

    # Drag the file from the other window into Dateline.
    screen.do("mousemove", 60, 800, "mousedown", 1)
    for x, y in ((90, 780), (200, 700), (500, 500), (800, 400), (810, 405)):
        screen.do("mousemove", "--sync", x, y)
        screen.settle()
    wait_for(lambda: "CopyAction" in screen.log(1).read_text())
    screen.do("mouseup", 1)
    article = wait_for(lambda: the_article(library), 90)
    assert article is not None
    assert article.text.startswith("Bridge closed")
    assert article.published is None
    undated = {event.title for event in the_events(library) if not event.dated}

    # The publication date: Ctrl+D, type, Enter.
    screen.focus(window)
    screen.key("ctrl+d")
    screen.type("30 March 2025")
    screen.key("Return")
    wait_for(lambda: (the_article(library) or article).published == "2025-03-30", 60)
    assert len([event for event in the_events(library) if not event.dated]) <= len(undated)

    # Filter, select the next event in the text, rename it, take that back.
    screen.key("ctrl+k")
    screen.type("bridge")
    screen.key("Return")
    screen.key("ctrl+shift+k", "alt+Down")
    before = {event.id: event.title for event in the_events(library)}
    screen.key("F2", "ctrl+a")
    screen.type("Kolding bridge closed")
    screen.key("Return")
    wait_for(lambda: "Kolding bridge closed" in {event.title for event in the_events(library)})
    screen.key("ctrl+alt+1", "ctrl+z")
    wait_for(lambda: {event.id: event.title for event in the_events(library)} == before)

    # Export the data: dialog, file name, Enter.
    screen.key("ctrl+shift+e")
    screen.window("^Export data")
    screen.key("Return")
    screen.window("^Export data", count=2)  # the form, and over it the file's name
    exported = tmp_path / "out.json"
    screen.key("ctrl+a")
    screen.type(str(exported))
    screen.key("Return")
    wait_for(lambda: exported.exists(), 30)
    assert "Kolding" in exported.read_text()

    # Close: the session is kept, the library is backed up and whole.
    screen.focus(window)
    screen.key("ctrl+q")
    assert app.wait(30) == 0
    with Library.open(library, read_only=True) as opened:
        assert opened.check() == []


@pytest.mark.skipif(not shutil.which("strace"), reason="needs strace (apt install strace)")
def test_no_file_is_opened_for_what_a_title_says(screen: Screen, tmp_path: Path) -> None:
    bait, log = tmp_path / "bait.png", tmp_path / "calls.txt"
    bait.write_bytes(b"no picture")
    markup = f'<img src="file://{bait}"><b>Harbour</b>'
    article = Article(id=1, text=f"{markup} burns on 3 March 2025.", title=markup, site=markup, note=markup)
    day = moment(2025, 3, 3)
    event = Event(
        id=2, article=1, title=markup, sentence_end=len(article.text), tags=(markup,), note=markup,
        earliest=day, latest_start=day + DAY, earliest_end=day, latest=day + DAY,
    )  # fmt: skip
    library = tmp_path / "Work.dateline"
    with Library.open(library) as made:
        made.apply(added(markup, [article, event]))
    command = [sys.executable, "-m", "dateline", "--library", str(library)]
    app = screen.start("strace", "-f", "-qq", "-e", "trace=open,openat,openat2,stat", "-o", str(log), *command)
    window = screen.window("^Work", 120)
    screen.do("windowmove", window, 0, 0)
    screen.do("windowsize", window, 1380, 740)
    screen.focus(window)
    screen.key("alt+Down")
    without = screen.windows()
    for x, y in ((110, 138), (110, 168), (880, 145), (981, 145)):  # the article's row, the event's bar and title
        screen.do("mousemove", "--sync", x, y)
        wait_for(lambda: screen.windows() > without)  # its tip
        screen.do("mousemove", "--sync", 700, 600)
        wait_for(lambda: screen.windows() == without)
    screen.key("ctrl+alt+2", "ctrl+h")
    screen.window("^History")
    screen.key("Escape")
    screen.focus(window)
    screen.key("ctrl+q")
    app.wait(60)
    calls = log.read_text(encoding="utf-8", errors="replace")
    assert "Work.dateline" in calls
    assert "bait.png" not in calls
