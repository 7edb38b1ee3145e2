"""The File menu: bringing articles in, libraries, and taking things away."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from dateline import paths

from .commands_base import CommandsBase
from .drop import paths_of
from .i18n import tr
from .jobs import ImportJob
from .reports import Line, summary

if TYPE_CHECKING:
    from dateline.analysis import Outcome


class FileCommands(CommandsBase):
    """Commands of the File menu."""

    def import_files(self) -> None:
        """Ask for files and bring them in."""
        names, _ = QFileDialog.getOpenFileNames(self.window, tr("Add articles"), self._folder(), tr("All files (*)"))
        self._remember(names[:1])
        self.import_paths([Path(name) for name in names])

    def import_folder(self) -> None:
        """Ask for a folder and bring in what is in it."""
        name = QFileDialog.getExistingDirectory(self.window, tr("Add a folder of articles"), self._folder())
        if name:
            self._remember([name])
            self.import_paths([Path(name)])

    def import_paths(self, files: Sequence[Path]) -> None:
        """Bring in files and folders; a library among them is opened instead."""
        libraries = [file for file in files if file.suffix == ".dateline"]
        if libraries:
            self.window.open_library(libraries[0])
        rest = [file for file in files if file not in libraries]
        if rest:
            job = self._job()
            if job is not None:
                job.start(rest)

    def import_text(self, text: str, html: str | None) -> None:
        """Bring in text or HTML that was pasted or dropped."""
        from dateline.analysis import conventions_of

        from . import tasks

        if not text.strip() and not html:
            self.say(tr("There is no text to paste. Copy an article's text or page first."))
            return
        self.window.assistant.ask(
            tasks.read_pasted,
            text,
            html,
            conventions_of(self.window.settings),
            then=self._bring_in,
            failed=self.warn,
        )

    def paste(self) -> None:
        """Bring in what the clipboard holds: files, a page or text."""
        data = QGuiApplication.clipboard().mimeData()
        files = paths_of(data)
        if files:
            self.import_paths(files)
        else:
            self.import_text(data.text(), data.html() if data.hasHtml() else None)

    def add_sample(self) -> None:
        """Bring in the sample stories."""
        self.import_paths([paths.resources() / "samples"])

    def quit(self) -> None:
        """Close the window."""
        self.window.close()

    # Bringing in ------------------------------------------------------------------------------------------------------

    def _job(self) -> ImportJob | None:
        if self.window.import_panel.running:
            self.say(tr("An import is still running. Wait until it is done, or stop it first."))
            return None
        job = ImportJob(self.window.document, self.window.settings, self.window)
        self.window.import_panel.follow(job, self._imported)
        return job

    def _bring_in(self, outcome: "Outcome") -> None:
        job = self._job()
        if job is not None:
            job.start_with([outcome])

    def _imported(self, lines: Any) -> None:
        report = cast("list[Line]", lines)
        if not report:
            self.say(tr("There was no file to read in what you dropped."))
            return
        fresh = [line.article for line in report if line.article is not None]
        if fresh and (self.window.selection.article is None or len(report) == 1):
            self.window.selection.read(fresh[0])
        refused = [line for line in report if line.outcome == "refused"]
        if len(report) == 1 and refused:
            self.warn(
                tr("{file} was not read: {reason}").format(file=Path(refused[0].file).name, reason=refused[0].reason)
            )
            return
        if len(report) == 1 and report[0].outcome == "already here":
            self.say(tr("Already here: {reason}.").format(reason=report[0].reason))
            return
        tell = self.window.notice.warn if refused else self.window.notice.tell
        tell(summary(report) + ".", tr("Show the report"), self.reports)

    # Folders ----------------------------------------------------------------------------------------------------------

    def _folder(self) -> str:
        return self.window.session.text("folder") or str(Path.home())

    def _remember(self, names: Sequence[str]) -> None:
        if names:
            place = Path(names[0])
            self.window.session.set(folder=str(place if place.is_dir() else place.parent))

    # Dialogs ----------------------------------------------------------------------------------------------------------

    def reports(self) -> None:
        """Show what became of each file of the imports."""
        from .dialogs.reports import ReportsDialog

        ReportsDialog(self.window).open()
