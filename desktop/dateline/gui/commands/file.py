"""The File menu: bringing articles in, libraries, and taking things away."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtGui import QGuiApplication

from dateline import paths
from dateline.core.model import Bundle
from dateline.errors import Refused
from dateline.gui.language.dates import conventions
from dateline.gui.language.i18n import tr
from dateline.gui.language.told import told
from dateline.gui.shell.drop import paths_of

from .actions import action
from .libraries import LibrariesCommands

if TYPE_CHECKING:
    from dateline.app.importing import Outcome
    from dateline.app.report import Line
    from dateline.gui.workspace.jobs import ImportJob


class FileCommands(LibrariesCommands):
    """Commands of the File menu."""

    @action("&Add articles…", "Ctrl+O", picture="import", needs="write", hint="Add articles from files")
    def import_files(self) -> None:
        """Ask for files and bring them in."""
        from PySide6.QtWidgets import QFileDialog

        names, _ = QFileDialog.getOpenFileNames(
            self.workspace.window, tr("Add articles"), self._folder(), tr("All files (*)")
        )
        self._remember(names[:1])
        self.import_paths([Path(name) for name in names])

    @action("Add a &folder…", "Ctrl+Shift+O", picture="folder", needs="write")
    def import_folder(self) -> None:
        """Ask for a folder and bring in what is in it."""
        from PySide6.QtWidgets import QFileDialog

        name = QFileDialog.getExistingDirectory(self.workspace.window, tr("Add a folder of articles"), self._folder())
        if name:
            self._remember([name])
            self.import_paths([Path(name)])

    def import_paths(self, files: Sequence[Path]) -> None:
        """Bring in files and folders; a library among them is opened instead."""
        libraries = [file for file in files if file.suffix == ".dateline"]
        if libraries:
            self.show_library(libraries[0])
        calendars = [file for file in files if file.suffix.lower() == ".ics"]
        for file in calendars:
            self.add_events(file)
        rest = [file for file in files if file not in (*libraries, *calendars)]
        if rest:
            job = self._job()
            if job is not None:
                job.start(rest)

    def import_text(self, text: str, html: str | None) -> None:
        """Bring in text or HTML that was pasted or dropped."""
        from dateline.gui.workspace import tasks

        if not text.strip() and not html:
            self.say(tr("There is no text to paste. Copy an article's text or page first."))
            return
        self.workspace.assistant.ask(
            tasks.read_pasted,
            text,
            html,
            self.workspace.preferences.conventions,
            then=self._bring_in,
            failed=self.warn,
        )

    @action("&Paste an article", "Ctrl+Shift+V", picture="paste", needs="write")
    def paste(self) -> None:
        """Bring in what the clipboard holds: files, a page or text."""
        data = QGuiApplication.clipboard().mimeData()
        files = paths_of(data)
        if files:
            self.import_paths(files)
        else:
            self.import_text(data.text(), data.html() if data.hasHtml() else None)

    @action("Add the &sample stories", picture="sample", needs="write")
    def add_sample(self) -> None:
        """Bring in the sample stories."""
        self.import_paths([paths.resources() / "samples"])

    @action("&Quit", "Ctrl+Q", picture="quit")
    def quit(self) -> None:
        """Close the window."""
        self.panes.close()

    # Bringing in ------------------------------------------------------------------------------------------------------

    def _job(self) -> "ImportJob | None":
        from dateline.gui.workspace.jobs import ImportJob

        if self.panes.import_panel.running:
            self.say(tr("An import is still running. Wait until it is done, or stop it first."))
            return None
        job = ImportJob(self.workspace.document, self.workspace.settings, self.workspace.window)
        self.panes.import_panel.follow(job, self._imported)
        return job

    def _bring_in(self, outcome: "Outcome") -> None:
        job = self._job()
        if job is not None:
            job.start_with([outcome])

    def _imported(self, lines: object) -> None:
        from dateline.gui.workspace.reports import summary

        report = cast("list[Line]", lines)
        if not report:
            self.say(tr("There was no file there that can be read."))
            return
        fresh = [line.article for line in report if line.article is not None]
        if fresh and (self.workspace.selection.article is None or len(report) == 1):
            self.workspace.selection.read(fresh[0])
        refused = [line for line in report if line.outcome == "refused"]
        if len(report) == 1 and refused:
            self.warn(
                tr("{file} was not read: {reason}").format(file=Path(refused[0].file).name, reason=refused[0].reason)
            )
            return
        if len(report) == 1 and report[0].outcome == "already here":
            self.say(tr("Already here: {reason}.").format(reason=report[0].reason))
            return
        tell = self.workspace.notices.warn if refused else self.workspace.notices.tell
        tell(summary(report) + ".", tr("Show the report"), self.reports)

    # Folders ----------------------------------------------------------------------------------------------------------

    def _folder(self) -> str:
        return self.workspace.session.text("folder") or str(Path.home())

    def _remember(self, names: Sequence[str]) -> None:
        if names:
            place = Path(names[0])
            self.workspace.session.set(folder=str(place if place.is_dir() else place.parent))

    # Dialogs ----------------------------------------------------------------------------------------------------------

    @action("Import &reports…", picture="note")
    def reports(self) -> None:
        """Show what became of each file of the imports."""
        from dateline.gui.dialogs.reports import ReportsDialog

        ReportsDialog(self.workspace).open()

    @action("Export &image…", "Ctrl+E", picture="image", needs="all")
    def export_image(self) -> None:
        """Take the timeline away as an image."""
        from dateline.gui.dialogs.export_image import ExportImageDialog

        ExportImageDialog(self.workspace).open()

    @action("Export &data…", "Ctrl+Shift+E", picture="export", needs="all")
    def export_data(self) -> None:
        """Take the events away as data."""
        from dateline.gui.dialogs.export_data import ExportDataDialog

        ExportDataDialog(self.workspace).open()

    @action("&Copy the timeline as an image", "Ctrl+Alt+C", picture="copy", needs="all")
    def copy_image(self) -> None:
        """Put the timeline of what the filter shows on the clipboard."""
        from dateline.gui.dialogs.export_image import ExportImageDialog

        dialog = ExportImageDialog(self.workspace)
        if not dialog.copy():
            self.warn(dialog.problem.text())
        dialog.reject()

    # Events from files ------------------------------------------------------------------------------------------------

    @action("Add &events from a file…", picture="event", needs="write")
    def import_events(self) -> None:
        """Ask for a file of events (own JSON, CSV, iCalendar, other programs' timelines) and add them."""
        from PySide6.QtWidgets import QFileDialog

        from dateline.export import suffixes_read

        patterns = " ".join(f"*{suffix}" for suffix in suffixes_read())
        name, _ = QFileDialog.getOpenFileName(
            self.workspace.window,
            tr("Add events from a file"),
            self._folder(),
            f"{tr('Events')} ({patterns});;{tr('All files (*)')}",
        )
        if not name:
            return
        self._remember([name])
        self.add_events(Path(name))

    def add_events(self, file: Path) -> None:
        """Add the events that a file holds; for a table the reader first says which column is what."""
        from dateline.export import read_back

        try:
            if file.suffix.lower() == ".csv":
                from dateline.gui.dialogs.columns import ColumnsDialog

                content = file.read_bytes()
                ColumnsDialog(
                    self.workspace, content, file.name, lambda bundle: self._add_bundle(bundle, file.name)
                ).open()
                return
            bundle = read_back(file, conventions())
        except Refused as error:
            self.warn(tr("{file} was not read: {reason}").format(file=file.name, reason=error))
            return
        except OSError as error:
            self.warn(tr("{file} was not read: {reason}").format(file=file.name, reason=error.strerror))
            return
        if bundle is None:
            self.warn(
                tr("{file} holds no events that we can read. Add it as an article instead.").format(file=file.name)
            )
            return
        self._add_bundle(bundle, file.name)

    def _add_bundle(self, bundle: Bundle, name: str) -> None:
        from dateline.library.combining import combine

        combined = combine(bundle, self.library, tr("Added the events of {file}").format(file=name))
        if not combined.change:
            self.say(tr("All events of {file} are already here.").format(file=name))
        elif self.do(combined.change):
            self.say(tr("Added from {file}: {what}.").format(file=name, what=told(combined.words())))
