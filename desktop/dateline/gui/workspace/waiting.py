"""Waiting for what takes long: a job of the library, or many changes, which only this thread may make."""

import time
from collections import deque
from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QProgressDialog, QWidget

from dateline.gui.language.i18n import tr
from dateline.library import Job

T = TypeVar("T")

PATIENCE = 400
"""Milliseconds after which the reader sees what is going on."""
FEW = 5
"""Steps that are taken at once."""
SLICE = 0.03
"""Seconds of work on the window's thread before it paints again."""

_at_work: list[QProgressDialog] = []


def at_work() -> bool:
    """Whether `in_slices` is making many changes, so that nothing else may change the library."""
    return bool(_at_work)


def in_slices(steps: Sequence[Callable[[], bool]], words: str, parent: QObject | None) -> bool:
    """Take the steps until one says False; whether all were taken. What one raises is raised.

    Many are taken a few at a time: the window paints meanwhile and shows how far they are, but takes no input.
    """
    if len(steps) <= FEW:
        return all(step() for step in steps)
    loop, timer, left, errors = QEventLoop(), QTimer(), deque(steps), list[Exception]()
    dialog = _Unstoppable(words, "", 0, len(steps), parent if isinstance(parent, QWidget) else None)
    dialog.setCancelButton(None)
    dialog.setWindowTitle("Dateline")
    dialog.setWindowModality(Qt.WindowModality.ApplicationModal)
    dialog.setAutoReset(False)

    def work() -> None:
        until = time.monotonic() + SLICE
        try:
            while left and time.monotonic() < until:
                if not left[0]():
                    loop.quit()
                    return
                left.popleft()
        except Exception as error:  # noqa: BLE001 # raised below: Qt's event loop would lose it
            errors.append(error)
        dialog.setValue(len(steps) - len(left))
        if errors or not left:
            loop.quit()

    timer.timeout.connect(work)
    _at_work.append(dialog)
    try:
        dialog.show()  # at once: it keeps the reader's keys from the window
        timer.start(0)
        loop.exec()
    finally:
        timer.stop()
        _at_work.remove(dialog)
        dialog.hide()
        dialog.deleteLater()
    if errors:
        raise errors[0]
    return not left


class _Unstoppable(QProgressDialog):
    """Progress that neither Escape nor closing ends."""

    def reject(self) -> None:
        pass

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()


def wait(job: Job[T], words: str, parent: QWidget | None) -> T:
    """The job's result, or what it raised; the window stays alive meanwhile, and Cancel stops the job."""
    loop, timer = QEventLoop(), QTimer()
    dialog = QProgressDialog(words, tr("Cancel"), 0, 1000, parent)
    dialog.setWindowTitle("Dateline")
    dialog.setWindowModality(Qt.WindowModality.ApplicationModal)
    dialog.setMinimumDuration(PATIENCE)
    dialog.setAutoReset(False)

    def look() -> None:
        dialog.setValue(min(round(job.part * 1000), 999))
        if dialog.wasCanceled():
            job.stop()
        if job.done:
            loop.quit()

    timer.timeout.connect(look)
    timer.start(25)
    loop.exec()
    timer.stop()
    dialog.close()
    dialog.deleteLater()
    return job.result()
