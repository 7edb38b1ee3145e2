"""Being ended from outside: SIGTERM, a closed terminal or the end of the session close the window in order."""

import os
import signal
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal
from PySide6.QtGui import QGuiApplication

SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT")


class Ending(QObject):
    """`asked` says, on the window's thread, that the process is to end."""

    asked = Signal()

    def __init__(self, app: QGuiApplication) -> None:
        super().__init__(app)
        app.commitDataRequest.connect(lambda _manager: self.asked.emit())
        if os.name == "nt":
            return
        self._read, self._write = os.pipe()
        for end in (self._read, self._write):
            os.set_blocking(end, False)
        signal.set_wakeup_fd(self._write, warn_on_full_buffer=False)  # Qt's loop would not run Python for a signal
        for name in SIGNALS:
            signal.signal(getattr(signal, name), _heard)
        self._notifier = QSocketNotifier(self._read, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._look)

    def remove(self) -> None:
        """Listen no more."""
        if os.name == "nt":
            return
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(-1)
        for name in SIGNALS:
            signal.signal(getattr(signal, name), signal.SIG_DFL)
        os.close(self._read)
        os.close(self._write)

    def _look(self) -> None:
        heard = os.read(self._read, 64)
        if any(getattr(signal, name) in heard for name in SIGNALS):
            self.asked.emit()


def _heard(_number: int, _frame: FrameType | None) -> None:
    """Python's own handler does nothing: the number goes through the pipe."""
