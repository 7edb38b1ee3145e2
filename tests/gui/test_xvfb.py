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
import time
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
        log = Path(os.environ["HOME"]) / f"log-{len(self.running)}.txt"
        with log.open("wb") as stream:
            process = subprocess.Popen(command, env=self.environment, stdout=stream, stderr=stream)
        self.running.append(process)
        return process

    def do(self, *arguments: object) -> str:
        command = ["xdotool", *map(str, arguments)]
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True, timeout=30, check=False)
        return done.stdout.strip()

    def window(self, title: str, seconds: float = 30) -> str:
        found = wait_for(lambda: self.do("search", "--onlyvisible", "--name", title).splitlines()[:1], seconds)
        return found[0]

    def key(self, *keys: str) -> None:
        for key in keys:
            self.do("key", "--clearmodifiers", key)
            time.sleep(0.08)

    def type(self, text: str) -> None:
        self.do("type", "--delay", "15", text)
        time.sleep(0.15)


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
        time.sleep(0.15)
        screen.do("mousemove", x, y)
    time.sleep(0.4)
    screen.do("mouseup", 1)
    article = wait_for(lambda: the_article(library), 90)
    assert article is not None
    assert article.text.startswith("Bridge closed")
    assert article.published is None
    undated = {event.title for event in the_events(library) if not event.dated}

    # The publication date: Ctrl+D, type, Enter.
    screen.do("windowfocus", "--sync", window)
    screen.key("ctrl+d")
    screen.type("30 March 2025")
    screen.key("Return")
    wait_for(lambda: (the_article(library) or article).published == "2025-03-30", 60)
    assert len([event for event in the_events(library) if not event.dated]) <= len(undated)

    # Filter, select the next event in the text, rename it, take that back.
    screen.key("ctrl+k")
    screen.type("bridge")
    screen.key("Return")
    time.sleep(0.4)
    screen.key("ctrl+shift+k", "alt+Down")
    time.sleep(0.4)
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
    time.sleep(1.2)
    exported = tmp_path / "out.json"
    screen.key("ctrl+a")
    screen.type(str(exported))
    screen.key("Return")
    wait_for(lambda: exported.exists(), 30)
    assert "Kolding" in exported.read_text()

    # Close: the session is kept, the library is backed up and whole.
    screen.do("windowfocus", "--sync", window)
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
    screen.do("windowfocus", window)
    screen.key("alt+Down")
    for x in range(60, 1380, 60):  # rest on everything that may have a tip
        for y in (120, 220, 330, 450):
            screen.do("mousemove", x, y)
        time.sleep(0.8 if x % 240 == 60 else 0.02)
    for keys in ("ctrl+alt+2", "ctrl+h", "Escape"):
        screen.key(keys)
        time.sleep(0.5)
    screen.do("windowfocus", window)
    screen.key("ctrl+q")
    app.wait(60)
    calls = log.read_text(encoding="utf-8", errors="replace")
    assert "Work.dateline" in calls
    assert "bait.png" not in calls
