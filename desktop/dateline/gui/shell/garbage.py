"""Python's garbage, collected where it is safe.

Left to itself, Python collects in whichever thread makes the next object, and in the middle of whatever Qt is doing:
windows that are no longer needed would be destroyed on a worker's thread, or while Qt walks over the widgets that it
gives a new font. Either ends the process. So collecting waits for the window's event loop.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 1000
"""Milliseconds between looks at how much there is to collect."""


class Garbage(QObject):
    """Collects from the event loop while it lives; until then, and meanwhile, Python does not collect by itself."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(collect)
        self._timer.start(EVERY)


def collect() -> None:
    """Collect what Python itself would by now: the oldest generation that is due, and those younger."""
    counts = zip(gc.get_count(), gc.get_threshold(), strict=True)
    due = [generation for generation, (count, limit) in enumerate(counts) if count > limit]
    if due:
        gc.collect(due[-1])
