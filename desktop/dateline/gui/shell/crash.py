"""When something goes wrong that nobody foresaw: it is logged, and the reader is told what is safe and what to do."""

import faulthandler
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from dateline import paths
from dateline.gui.language.i18n import tr
from dateline.gui.widgets import plain
from dateline.version import __version__

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox

KEPT = 20
"""Crash logs kept, the oldest removed first."""


class CrashHook(QObject):
    """Catches exceptions that nothing else caught, from any thread."""

    caught = Signal(str)

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._showing = False
        self._hard: IO[str] | None = None
        self.caught.connect(self._show)

    def install(self) -> None:
        """Catch from now on; deaths inside Qt go to their own log."""
        sys.excepthook = self._from_python
        threading.excepthook = lambda caught: self._from_thread(caught)
        try:
            paths.private_folder(paths.logs())
            paths.private_file(paths.logs() / "hard-crash.txt")
            self._hard = (paths.logs() / "hard-crash.txt").open("a", encoding="utf-8")
        except OSError:
            return  # without a place for logs the dialog still shows
        faulthandler.enable(self._hard)

    def remove(self) -> None:
        """Catch no more."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        if self._hard is not None:
            faulthandler.disable()
            self._hard.close()
            self._hard = None

    def _from_python(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        self.caught.emit("".join(traceback.format_exception(kind, error, trace)))

    def _from_thread(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None:
            self._from_python(caught.exc_type, caught.exc_value, caught.exc_traceback)

    def _show(self, details: str) -> None:
        print(details, file=sys.stderr)
        file = write_log(details)
        if self._showing:
            return
        self._showing = True
        from PySide6.QtWidgets import QMessageBox

        box = dialog(details, file)
        leave = box.button(QMessageBox.StandardButton.Close)
        box.exec()
        self._showing = False
        if box.clickedButton() is leave:
            for window in QApplication.topLevelWidgets():
                window.close()


def write_log(details: str) -> Path | None:
    """Keep what happened in the folder of logs; None where it cannot be written."""
    import platform
    from datetime import datetime

    from PySide6 import __version__ as qt_version

    now = datetime.now()  # noqa: DTZ005 # civil time, as everywhere
    file = paths.logs() / f"crash-{now:%Y-%m-%d-%H%M%S-%f}.txt"
    head = f"Dateline {__version__}, Qt {qt_version}, Python {platform.python_version()}, {platform.platform()}\n\n"
    try:
        paths.private_folder(file.parent)
        paths.private_file(file)
        file.write_text(head + details, encoding="utf-8")
        for old in sorted(file.parent.glob("crash-*.txt"))[:-KEPT]:
            old.unlink()
    except OSError:
        return None
    return file


def dialog(details: str, file: Path | None) -> "QMessageBox":
    """What the reader is told."""
    from PySide6.QtWidgets import QMessageBox

    safe = tr("Your library is safe: every change that was made is already on the disk.")
    todo = tr("You can go on. If it happens again, close Dateline and open it anew.")
    where = tr("What happened is written in {file}.").format(file=file) if file is not None else ""
    more = "\n\n".join(part for part in (safe, todo, where) if part)
    box = plain.box(
        None, tr("Something went wrong in Dateline."), more, name=tr("Something went wrong"), details=details
    )
    box.setIcon(QMessageBox.Icon.Warning)
    box.addButton(tr("Go on"), QMessageBox.ButtonRole.AcceptRole)
    box.addButton(QMessageBox.StandardButton.Close)
    return box
