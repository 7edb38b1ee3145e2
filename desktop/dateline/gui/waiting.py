"""Waiting for work on a library file that goes on in a thread: with progress and a way out after a moment."""

from typing import TypeVar

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QProgressDialog, QWidget

from dateline.library import Job

from .i18n import tr

T = TypeVar("T")

PATIENCE = 400
"""Milliseconds after which the reader sees what is going on."""


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
