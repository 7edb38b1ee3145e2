"""How an import is going, in one place at the foot of the window."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QProgressBar, QWidget

from dateline.gui.language.i18n import number, tr, trn
from dateline.gui.widgets import builders as w
from dateline.gui.workspace.jobs import ImportJob, Progress


class ImportPanel(QFrame):
    """Shows the import that is running, with time left and a way to stop it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        w.flat(self)
        self.setProperty("kind", "foot")
        self.setAccessibleName(tr("Import"))
        self._job: ImportJob | None = None
        self._words = w.label("")
        self._left = w.label("", "muted")
        self._bar = QProgressBar()
        self._bar.setAccessibleName(tr("Progress of the import"))
        self._bar.setTextVisible(False)
        self._stop = w.button(tr("Stop, keep what is done"), self.cancel)
        layout = w.row(w.Picture("import"), self._words, self._bar, self._left, self._stop, margins=(16, 7, 12, 7))
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self.hide()

    @property
    def running(self) -> bool:
        """Whether an import is going on."""
        return self._job is not None

    def follow(self, job: ImportJob, then: Callable[[object], None]) -> None:
        """Show this job until it is finished; ``then`` gets its report."""
        self._job = job
        self._words.setText(tr("Looking for articles…"))
        self._left.setText("")
        self._bar.setRange(0, 0)
        self._stop.setEnabled(True)
        job.progressed.connect(self._show)
        job.finished.connect(lambda lines: self._finish(lines, then))
        self.show()

    def cancel(self) -> None:
        """Stop the import; what has been brought in stays."""
        if self._job is not None:
            self._stop.setEnabled(False)
            self._job.cancel()

    def stop(self) -> None:
        """Stop the import at once, as the window closes."""
        if self._job is not None:
            self._job.cancel()
            self._job.finish_now()

    def _show(self, progress: Progress) -> None:
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)
        n, of = number(progress.done), number(progress.total)
        loading = tr("Loading the language model: this takes a few seconds…")
        self._words.setText(tr("{n} of {of} files read").format(n=n, of=of) if progress.done else loading)
        self._left.setText("" if progress.left is None else time_left(progress.left))

    def _finish(self, lines: object, then: Callable[[object], None]) -> None:
        self._job = None
        self.hide()
        then(lines)


def time_left(seconds: float) -> str:
    """How long it will still take, in words no finer than one can know."""
    if seconds < 10:
        return tr("a few seconds left")
    if seconds < 90:
        return trn("about {n} second left", "about {n} seconds left", round(seconds / 10) * 10)
    return trn("about {n} minute left", "about {n} minutes left", max(round(seconds / 60), 2))
