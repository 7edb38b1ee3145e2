"""Work away from the window's thread: worker processes polled from a timer, and the import that fills the library."""

import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from dateline.app.report import Line, row_of
from dateline.core import change
from dateline.core.model import new_id
from dateline.core.preferences import Preferences
from dateline.errors import explained
from dateline.gui.language.i18n import tr
from dateline.paths import shown
from dateline.settings import Settings

from . import tasks, waiting
from .document import Document

if TYPE_CHECKING:
    from dateline.app.importing import Outcome
    from dateline.workers import Pool

V = TypeVar("V")

PATIENCE = 400
"""Milliseconds after which the reader is told that an answer takes long."""
POLL = 25
"""Milliseconds between two looks at the worker processes."""
PAUSE = 0.8
"""Seconds between two times that the panes show what has come."""
SLICE = 0.03
"""Seconds of work on the window's thread before it turns to the reader again."""


class Assistant(QObject):
    """One worker process for single calls; answers arrive on the window's thread, in order.

    `busy_changed` says whether something is being worked out.
    """

    busy_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool: Pool[tasks.Call, tasks.Answer] | None = None
        self._waiting: deque[tuple[Callable[[Any], None], Callable[[str], None]]] = deque()
        self._timer = QTimer(self)
        self._timer.setInterval(POLL)
        self._timer.timeout.connect(self._poll)
        self._wanted = 0

    @property
    def busy(self) -> bool:
        """Whether an answer that was asked for is still to come."""
        return self._wanted > 0 and bool(self._waiting)

    def ask(
        self,
        function: Callable[..., V],
        *arguments: object,
        then: Callable[[V], None],
        failed: Callable[[str], None],
    ) -> None:
        """Call a module-level function in the worker; ``then`` gets its value, ``failed`` a sentence."""
        self._call(function, arguments, then, failed)
        self._wanted += 1
        self.busy_changed.emit(True)

    def _call(
        self,
        function: Callable[..., V],
        arguments: tuple[object, ...],
        then: Callable[[V], None],
        failed: Callable[[str], None],
    ) -> None:
        if self._pool is None:
            from dateline.workers import Pool  # multiprocessing is not loaded before it is needed

            self._pool = Pool(tasks.work, count=1, seconds=600)
        self._pool.add([tasks.Call(function, arguments)])
        self._waiting.append((then, failed))
        self._timer.start()

    def warm_up(self) -> None:
        """Load the language model while the reader is still typing what will need it."""
        if self._pool is None:
            self._call(tasks.warm_up, (), lambda _nothing: None, lambda _sentence: None)

    def close(self) -> None:
        """End the worker; answers that are still to come never do."""
        self._timer.stop()
        self._waiting.clear()
        if self._pool is not None:
            self._pool.cancel()

    def _poll(self) -> None:
        if waiting.at_work():
            return
        for result in self._pool.poll() if self._pool is not None else ():
            if result.failure is not None:
                self._waiting.popleft()[1](result.failure)
            elif result.value is not None:
                then, failed = self._waiting[0]
                if result.value.refusal:
                    failed(result.value.refusal)
                else:
                    then(result.value.value)
            elif self._waiting:
                self._waiting.popleft()
        if not self._waiting:
            self._timer.stop()
            if self._wanted:
                self._wanted = 0
                self.busy_changed.emit(False)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an import is: files done and known of, articles read, and seconds left (None while unknown)."""

    done: int
    total: int
    articles: int
    left: float | None
    current: str = ""


class ImportJob(QObject):
    """Reads files and folders in worker processes and brings each article in as it comes.

    `progressed` carries a `Progress`, `finished` the report's lines. Cancelling keeps what is done. All that one job
    brings in is undone in one go.
    """

    progressed = Signal(object)
    finished = Signal(object)

    def __init__(self, document: Document, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._settings = document, settings
        self._batch = new_id() & 0x3FFFFFFF or 1
        self._pool: Pool[Path, Outcome] | None = None
        self._files: deque[Path] = deque()  # filled in the thread while it is emptied here
        self._expanding = True
        self._unwalked: list[Line] = []
        self._outcomes: deque[Outcome] = deque()
        self._lines: list[Line] = []
        self._done = self._known = self._articles = 0
        self._cancelled = self._untold = self._unwritten = False
        self._told = 0.0
        self._began = time.monotonic()
        self._timer = QTimer(self)
        self._timer.setInterval(POLL)
        self._timer.timeout.connect(self._step)

    def start(self, paths: Sequence[Path]) -> None:
        """Begin with these files and folders."""
        threading.Thread(target=self._expand, args=(list(paths),), daemon=True).start()
        self._timer.start()

    def start_with(self, outcomes: Iterable["Outcome"]) -> None:
        """Bring in what was read already, as from the clipboard."""
        self._outcomes.extend(outcomes)
        self._done = self._known = 1
        self._expanding = False
        self._timer.start()

    def cancel(self) -> None:
        """Stop; what has been brought in stays."""
        self._cancelled = True

    def finish_now(self) -> None:
        """Stop at once rather than at the next look; the report is kept."""
        if self._timer.isActive():
            self._stop()

    def _expand(self, paths: list[Path]) -> None:
        # Walking folders and importing the readers takes time: not on the window's thread.
        path = paths[0]
        try:
            from dateline import readers
            from dateline.app import importing  # noqa: F401 # loaded here, `_step` finds it there

            for path in paths:
                for file in readers.expand([path]):
                    self._files.append(file)
        except Exception as error:  # noqa: BLE001 # the thread's edge: the report tells it
            reason = explained(error)
            self._unwalked = [Line(shown(left), "refused", reason) for left in paths[paths.index(path) :]]
        finally:
            self._expanding = False

    def _step(self) -> None:
        if waiting.at_work():
            return
        if self._cancelled:
            self._stop()
            return
        if self._untold and time.monotonic() > self._told + PAUSE:
            self._tell()
            return
        until = time.monotonic() + SLICE
        self._feed()
        while self._outcomes and time.monotonic() < until:
            self._bring_in(self._outcomes.popleft())
        if self._pool is not None and not self._outcomes:
            from dateline.app.importing import outcome_of

            for result in self._pool.poll():
                outcome = outcome_of(result)
                if outcome is not None:
                    self._outcomes.append(outcome)
                self._done += result.done
        self.progressed.emit(self._progress())
        working = self._pool is not None and self._pool.busy
        if not (self._expanding or self._outcomes or working or self._files):
            self._finish()

    def _feed(self) -> None:
        if not self._files:
            return
        if self._pool is None:
            from dateline.app import importing

            job = importing.Job(Preferences.of(self._settings)).knowing(self._document.library)
            self._pool = importing.pool(job)
        known = [self._files.popleft() for _ in range(len(self._files))]
        self._known += len(known)
        self._pool.add(known)

    def _bring_in(self, outcome: "Outcome") -> None:
        from dateline.app.importing import bring_in

        line = bring_in(outcome, self._document.library, self._apply)
        if self._unwritten:
            line = Line(outcome.file, "refused", tr("The library could not be written."))
        self._untold = self._untold or line.entry is not None
        self._articles += line.entry is not None
        self._lines.append(line)

    def _apply(self, rows: change.Change) -> None:
        if not self._document.do(rows, self._batch, quiet=True):
            self._cancelled = self._unwritten = True

    def _tell(self) -> None:
        """Let the panes show what has come; not at every article, which would leave the reader no time."""
        self._untold, self._told = False, time.monotonic()
        self._document.tell()

    def _progress(self) -> Progress:
        known = self._known or self._done
        spent = time.monotonic() - self._began
        left = spent / self._done * (known - self._done) if self._done > 2 and not self._expanding else None
        current = self._lines[-1].file if self._lines else ""
        return Progress(self._done, known, self._articles, left, current)

    def _stop(self) -> None:
        left = [shown(path) for path in [*(self._pool.cancel() if self._pool is not None else ()), *self._files]]
        left = list(dict.fromkeys([*(outcome.file for outcome in self._outcomes), *left]))
        self._files.clear()
        self._outcomes.clear()
        self._lines += [Line(file, "left out", tr("the import was cancelled")) for file in left]
        self._finish()

    def _finish(self) -> None:
        self._timer.stop()
        self._lines += self._unwalked
        if self._pool is not None:
            self._pool.close()
        if self._lines:
            row = row_of(tr("Import"), self._lines)
            self._document.do(change.added(tr("Import"), [row]), self._batch, quiet=True)
            self._tell()
        self.finished.emit(self._lines)
