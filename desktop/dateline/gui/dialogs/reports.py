"""What became of each file of the imports, to read and to keep."""

from pathlib import Path

from dateline import paths
from dateline.app.report import Line, from_json
from dateline.core.model import Import
from dateline.gui.language.dates import moment_words
from dateline.gui.language.i18n import tr
from dateline.gui.widgets import builders as w
from dateline.gui.widgets.files import save_as
from dateline.gui.workspace.reports import KINDS, as_text, detail, summary
from dateline.gui.workspace.workspace import Workspace

from .base import Dialog, Table


class ReportsDialog(Dialog):
    """Chooses one of the imports and shows its report, newest first."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace.window, tr("Import reports"), (760, 500))
        self._workspace = workspace
        imports = workspace.document.library.imports()
        self._which = w.choice(tr("Import"), [(each, _words(each)) for each in imports])
        self._which.currentIndexChanged.connect(lambda _row: self._show())
        self._summary = w.label("", wrap=True)
        self._table = Table(tr("Files"), [tr("Outcome"), tr("File"), tr("Article or reason"), tr("Date")], 2, wrap=True)
        self._table.cellDoubleClicked.connect(lambda _row, _column: self._open())
        self._save = w.button(tr("Save the report…"), self.save, picture="export")
        self._lines: list[Line] = []
        body = w.column(self._which, 8, self._summary, 8, self._table)
        if not imports:
            body = w.column(w.Empty("import", tr("No imports yet"), tr("Drop articles onto the window to begin.")))
        self.lay_out(body, self._save, None, self.close_button())
        self._save.setEnabled(bool(imports))
        if imports:
            self._show()

    def save(self) -> None:
        """Ask for a file and write the report as text."""
        file, _ = save_as(self, tr("Save the report"), Path.home() / "dateline-import.txt", tr("Text (*.txt)"))
        if file is None:
            return
        try:
            paths.replace_file(file, as_text(self._lines).encode())
        except OSError as error:
            self.complain(tr("“{name}” could not be written ({why}).").format(name=file, why=error.strerror))

    def _show(self) -> None:
        row: Import = self._which.currentData()
        self._lines = from_json(row.report)
        self._summary.setText(summary(self._lines) + ".")
        self._table.fill(
            [
                (
                    line.article,
                    (
                        tr(KINDS.get(line.outcome, line.outcome)),
                        Path(line.file).name or line.file,
                        detail(line),
                        line.published,
                    ),
                )
                for line in self._lines
            ]
        )

    def _open(self) -> None:
        for article in self._table.chosen():
            if isinstance(article, int):
                self._workspace.selection.read(article)


def _words(row: Import) -> str:
    return f"{moment_words(row.when)} — {summary(from_json(row.report))}"
