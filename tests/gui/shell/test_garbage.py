"""Python's garbage, collected where it is safe."""

import gc
import threading
import weakref

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dateline.gui.shell.garbage import Garbage


def test_garbage_is_collected_from_the_event_loop_only(qapp: QApplication, qtbot: QtBot) -> None:
    class Loop:
        """Refers to itself, so that only collecting ends it."""

        def __init__(self) -> None:
            self.itself = self

    ended: list[int] = []
    garbage = Garbage(qapp)
    assert not gc.isenabled()  # neither a worker's thread nor Qt's own work is ever interrupted by it
    before = gc.get_threshold()
    gc.set_threshold(1, 1, 1)
    try:
        weakref.finalize(Loop(), ended.append, 1)
        worker = threading.Thread(target=lambda: [Loop() for _ in range(100)])
        worker.start()
        worker.join()
        assert not ended
        qtbot.waitUntil(lambda: bool(ended), timeout=10_000)
    finally:
        gc.set_threshold(*before)
        garbage.deleteLater()
