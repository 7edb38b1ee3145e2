"""What takes long and only the window's thread may do: undoing a large import, and looking through a large library."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QProgressDialog
from pytestqt.qtbot import QtBot

from dateline.core.change import added, edited
from dateline.core.model import Article, Event, new_id
from dateline.gui.shell.main_window import MainWindow
from dateline.gui.workspace import waiting
from dateline.gui.workspace.jobs import ImportJob
from dateline.library import Library, backups, files

MANY = 300


def bring_in(window: MainWindow) -> None:
    """An import of many articles, as one step on the undo stack."""
    batch = 77
    for n in range(MANY):
        article = Article(id=new_id(), text=f"Well {n} ran dry. It was closed.", title=f"Well {n}", digest=f"w{n}")
        told = [Event(id=new_id(), article=article.id, title="Well ran dry", end=4, sentence_end=17) for _ in range(8)]
        assert window.document.do(added(f"Imported “Well {n}”", [article, *told]), batch, quiet=True)
    window.document.tell()


class Clock:
    """A clock that goes on by as much at each look, however busy the computer is."""

    def __init__(self) -> None:
        self._now = 0.0

    def monotonic(self) -> float:
        self._now += waiting.SLICE / 4
        return self._now


class Watch:
    """How many steps were taken at most between two turns of the event loop, and how often progress was seen."""

    def __init__(self) -> None:
        self.most, self.shown = 0, 0
        self._last = 0
        self._timer = QTimer()
        self._timer.timeout.connect(self._look)
        self._timer.start(0)

    def _look(self) -> None:
        for dialog in QApplication.topLevelWidgets():
            if isinstance(dialog, QProgressDialog) and dialog.isVisible() and waiting.at_work():
                self.most = max(self.most, dialog.value() - self._last)
                self._last = dialog.value()
                self.shown += 1

    def stop(self) -> None:
        self._timer.stop()


def test_a_large_import_is_undone_and_redone_while_the_window_stays_alive(
    empty_window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = empty_window
    monkeypatch.setattr(waiting, "time", Clock())
    bring_in(window)
    for command, left in ((window.commands.undo, 0), (window.commands.redo, MANY)):
        watch = Watch()
        command()
        watch.stop()
        assert len(window.document.library.articles()) == left
        assert window.articles.articles.rowCount() == left
        assert watch.shown > MANY // 20
        assert 0 < watch.most <= 20
        assert not waiting.at_work()


def test_nothing_changes_the_library_while_an_import_is_undone(empty_window: MainWindow, tmp_path: Path) -> None:
    window, refused = empty_window, list[str]()
    bring_in(window)
    window.document.failed.connect(refused.append)
    job = ImportJob(window.document, window.workspace.settings, window)
    tried: list[bool] = []

    def interfere() -> None:
        if waiting.at_work() and not tried:
            tried.append(window.document.do(added("Noted", [Article(id=1, text="x", digest="x")])))
            job.cancel()
            job._step()
            for dialog in QApplication.topLevelWidgets():
                if isinstance(dialog, QProgressDialog):
                    dialog.close()
                    dialog.reject()

    timer = QTimer()
    timer.timeout.connect(interfere)
    timer.start(0)
    window.commands.undo()
    timer.stop()
    assert tried == [False]
    assert "wait until" in refused[0]
    assert window.document.library.articles() == []
    assert window.document.stack.canRedo()


def test_an_undo_that_is_refused_in_the_middle_ends_there(empty_window: MainWindow) -> None:
    window, refused = empty_window, list[str]()
    bring_in(window)
    window.document.failed.connect(refused.append)
    library = window.document.library
    held = library.articles()[MANY // 2]
    library.apply(edited("", [(held, Article(id=held.id, text=held.text, title="Other", digest=held.digest))]))
    window.commands.undo()
    assert refused
    assert len(library.articles()) == MANY // 2 + 1
    assert window.articles.articles.rowCount() == MANY // 2 + 1


def test_what_a_step_raises_is_raised(qapp: QApplication) -> None:
    def fail() -> bool:
        raise KeyError("lost")

    with pytest.raises(KeyError, match="lost"):
        waiting.in_slices([lambda: True] * 10 + [fail], "Working…", None)
    assert not waiting.at_work()


# Looking through a large library --------------------------------------------------------------------------------------


def damaged(file: Path) -> None:
    """Make a library in which rows point to rows that are not there."""
    import sqlite3

    with Library.open(file) as library:
        library.apply(added("", [Article(id=1, text="Well ran dry.", digest="a")]))
        library.apply(added("", [Event(id=2, article=1, title="Well ran dry", sentence_end=13)]))
    connection = sqlite3.connect(file)
    connection.execute("UPDATE events SET article = 99")
    connection.commit()
    connection.close()


def test_damage_in_a_large_library_is_told_while_it_is_open(
    make_window: Callable[..., MainWindow], tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    damaged(tmp_path / "Large.dateline")
    monkeypatch.setattr(files, "QUICK_CHECK_BYTES", 0)
    window = make_window(Library.open(tmp_path / "Large.dateline"))
    qtbot.waitUntil(window.notice.isVisible, timeout=10_000)
    assert "Large.dateline” is damaged" in window.notice.text.text()
    assert window.notice._action.text() == "Go back to the backup"
    window.notice._action.click()
    assert [event.article for event in window.document.library.events()] == [1]
    qtbot.waitUntil(lambda: not window.commands.checking.running, timeout=10_000)
    assert not window.document.library.damage


def test_without_a_backup_a_damaged_library_can_be_opened_for_reading(
    make_window: Callable[..., MainWindow], tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    damaged(tmp_path / "Large.dateline")
    for backup in backups.listed(tmp_path / "Large.dateline"):
        backup.unlink()
    monkeypatch.setattr(files, "QUICK_CHECK_BYTES", 0)
    window = make_window(Library.open(tmp_path / "Large.dateline"))
    qtbot.waitUntil(window.notice.isVisible, timeout=10_000)
    assert window.notice._action.text() == "Open for reading only"
    window.notice._action.click()
    assert window.document.library.read_only


def test_a_sound_large_library_is_looked_through_in_silence_and_closing_stops_it(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def looking() -> bool:
        return window.commands.checking.running

    assert not looking()
    monkeypatch.setattr(files, "QUICK_CHECK_BYTES", 0)
    window.commands.look_after_library()
    assert looking()
    qtbot.waitUntil(lambda: not looking(), timeout=10_000)
    assert not window.notice.isVisible()
    window.commands.look_after_library()
    window.close()
    assert not looking()
