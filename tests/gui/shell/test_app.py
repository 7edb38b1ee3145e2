"""The application around the window: one instance, crashes, themes, libraries that do not open, and blocked work."""

import gc
import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QProgressDialog, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from dateline.errors import Stopped
from dateline.gui.shell import app
from dateline.gui.shell.main_window import MainWindow
from dateline.gui.workspace.document import Document
from dateline.gui.workspace.jobs import Assistant
from dateline.gui.workspace.session import Session
from dateline.gui.workspace.tasks import warm_up
from dateline.gui.workspace.waiting import wait
from dateline.library import Job, Library, backups
from dateline.settings import Settings


def test_the_assistant_answers_and_tells_refusals(qtbot: QtBot) -> None:
    assistant = Assistant()
    answers: list[object] = []
    assistant.ask(os.path.basename, "/a/b", then=answers.append, failed=answers.append)
    assistant.ask(warm_up, 1, 2, then=answers.append, failed=lambda sentence: answers.append(("failed", sentence)))
    qtbot.waitUntil(lambda: len(answers) == 2, timeout=60_000)
    assert answers[0] == "b"
    assert isinstance(answers[1], tuple)
    assert not assistant.busy
    assistant.close()


def test_every_control_has_a_name(window: MainWindow, ids: dict[str, int]) -> None:
    window.selection.select([ids["aground"]])
    unnamed = []
    for part in window.findChildren(QWidget):
        interactive = part.focusPolicy().value & 1 and part.isVisible() and part.isEnabled()
        inner = part.objectName().startswith("qt_") or part.metaObject().className() in _FRAMES
        if interactive and not part.accessibleName() and not inner:
            unnamed.append(part)
    assert unnamed == []


_FRAMES = ("QScrollArea", "QHeaderView", "QMenuBar")


def test_tab_goes_through_the_whole_window(window: MainWindow, qtbot: QtBot) -> None:
    from PySide6.QtCore import Qt

    window.articles.setFocus()
    seen = set()
    for _ in range(80):
        focus = QApplication.focusWidget()
        assert focus is not None
        seen.add(focus.accessibleName())
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    assert {"Articles", "Article text", "Chronicle", "Search all events"} <= seen


def test_closing_waits_for_the_backup_without_freezing(window: MainWindow, qtbot: QtBot) -> None:
    path = window.document.library.path
    assert path is not None
    beats: list[int] = []
    timer = QTimer()
    timer.timeout.connect(lambda: beats.append(1))
    timer.start(1)
    window.close()
    assert beats  # the window's thread went on while the copy was made
    assert len(backups.listed(path)) == 1


def test_a_backup_can_be_stopped(window: MainWindow, qtbot: QtBot) -> None:
    def work(progress: Callable[[float], bool]) -> None:
        while progress(0.5):
            begun.set()
        raise Stopped("stopped")

    def cancel() -> None:
        for dialog in window.findChildren(QProgressDialog):
            if begun.is_set():
                dialog.cancel()

    begun, timer = threading.Event(), QTimer()
    timer.timeout.connect(cancel)
    timer.start(1)
    with pytest.raises(Stopped):
        wait(Job(work), "Copying…", window)
    timer.stop()


def test_a_closed_window_leaves_nothing_behind(file: Path, tmp_path: Path, qapp: QApplication) -> None:
    def once() -> None:
        opened = app.start(file, Settings(tmp_path / "settings.json"), Session(tmp_path / "window.json"))
        assert opened is not None
        opened.selection.select([opened.document.library.events()[0].id])
        for action in ("history", "preferences", "export_data", "confirm"):
            opened.actions_.named(action).trigger()
        opened.show_view(1)
        opened.close()

    def left() -> int:
        qapp.processEvents()
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        return sum(isinstance(each, QWidget | Document | Library) for each in gc.get_objects())

    once()
    before = left()
    for _ in range(4):
        once()
    assert left() <= before
    assert [each for each in qapp.topLevelWidgets() if isinstance(each, MainWindow) and isValid(each)] == []
