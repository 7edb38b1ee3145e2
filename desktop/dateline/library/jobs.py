"""Long work on a library file in a thread of its own, which the window watches from a timer."""

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")

Progress = Callable[[float], bool]
"""Told several times a second how much is done, from 0 to 1; what it returns says whether to go on.

It may be called in any thread and must not raise.
"""


def unwatched(_done: float) -> bool:
    """Go on, whoever is not watching."""
    return True


class Job(Generic[T]):
    """Work that runs at once in a thread of its own, with its own connection to the file.

    Ask `done` and `part` from a timer, then `result`. A program that ends waits for its jobs, so one that is to end
    sooner calls `stop` first.
    """

    def __init__(self, work: Callable[[Progress], T]) -> None:
        self.part = 0.0
        """How much is done, from 0 to 1."""
        self._stopped = threading.Event()
        self._results: list[T] = []
        self._error: Exception | None = None
        self._thread = threading.Thread(target=self._run, args=(work,), name="dateline library job")
        self._thread.start()

    @property
    def done(self) -> bool:
        """Whether there is a result, or a reason why there is none."""
        return not self._thread.is_alive()

    def stop(self) -> None:
        """Ask the work to stop soon, leaving everything as it was; `result` then raises Stopped."""
        self._stopped.set()

    def result(self) -> T:
        """What the work returned; waits for it, and raises what it raised."""
        try:
            self._thread.join()
        except BaseException:  # who waits is interrupted
            self.stop()
            raise
        if self._error is not None:
            raise self._error
        return self._results[0]

    def _run(self, work: Callable[[Progress], T]) -> None:
        try:
            self._results.append(work(self._progress))
        except Exception as error:  # noqa: BLE001 # the thread's edge: `result` raises it where it is asked for
            self._error = error

    def _progress(self, done: float) -> bool:
        self.part = min(max(self.part, done), 1.0)
        return not self._stopped.is_set()
