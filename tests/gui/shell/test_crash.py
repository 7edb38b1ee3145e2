"""When something goes wrong that nobody foresaw."""

import sys
import threading

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from dateline import paths
from dateline.gui.shell import crash


def test_a_crash_is_logged_and_told(qapp: QApplication) -> None:
    shown: list[str] = []

    def look() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        shown.append(box.text() + box.informativeText())
        box.reject()

    hook = crash.CrashHook(qapp)
    hook.install()
    try:
        QTimer.singleShot(50, look)
        try:
            raise RuntimeError("a wheel came off")
        except RuntimeError:
            sys.excepthook(*sys.exc_info())
    finally:
        hook.remove()
    assert "library is safe" in shown[0]
    (log,) = paths.logs().glob("crash-*.txt")
    assert "a wheel came off" in log.read_text()


def test_only_so_many_crash_logs_are_kept() -> None:
    for n in range(crash.KEPT + 3):
        assert crash.write_log(f"crash {n}") is not None
    assert len(list(paths.logs().glob("crash-*.txt"))) == crash.KEPT


def test_a_fault_in_a_thread_is_told_as_well(qapp: QApplication) -> None:
    caught: list[str] = []
    hook = crash.CrashHook(qapp)
    hook.caught.disconnect()
    hook.caught.connect(caught.append)
    hook.install()
    try:
        worker = threading.Thread(target=lambda: divmod(1, 0))
        worker.start()
        worker.join()
        qapp.processEvents()
    finally:
        hook.remove()
        hook.deleteLater()
    assert "ZeroDivisionError" in caught[0]
    assert sys.excepthook is sys.__excepthook__


def test_where_no_log_can_be_written_the_reader_is_told_all_the_same(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object, **_named: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(paths, "private_folder", full)
    assert crash.write_log("a wheel came off") is None
    box = crash.dialog("a wheel came off", None)
    assert "is written in" not in box.informativeText()
    assert box.detailedText() == "a wheel came off"
    box.deleteLater()
