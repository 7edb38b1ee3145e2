"""Which column of a table means what, before its rows become events."""

from collections.abc import Callable

from PySide6.QtWidgets import QScrollArea, QWidget

from dateline.core.model import Bundle
from dateline.errors import Refused
from dateline.export import table
from dateline.gui.language.i18n import tr
from dateline.gui.widgets import builders as w
from dateline.gui.workspace.workspace import Workspace

from .base import Dialog

SHOWN = ("title", "date", "end", "words", "certainty", "tags", "note", "quote", "source")


class ColumnsDialog(Dialog):
    """Maps a CSV file's columns; ``then`` gets the bundle."""

    def __init__(self, workspace: Workspace, content: bytes, name: str, then: Callable[[Bundle], None]) -> None:
        names = table.header(content)  # before there is a dialog that would stay behind where this is no table
        super().__init__(workspace.window, tr("Events from “{name}”").format(name=name), (520, 480))
        self._workspace, self._content, self._then = workspace, content, then
        guess = table.guess_mapping(names)
        form = w.form(down=8)
        self.fields = {}
        for field in (f for f in table.FIELDS if f in SHOWN or f in guess):
            choices = [("", tr("no column")), *((column, column) for column in names)]
            part = self.fields[field] = w.choice(tr(table.FIELDS[field]), choices)
            part.setCurrentIndex(max(part.findData(guess.get(field, "")), 0))
            form.addRow(tr(table.FIELDS[field]), part)
        inside = QWidget()
        inside.setLayout(form)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        add = w.button(tr("Add the events"), self.add, kind="primary")
        add.setDefault(True)
        text = w.label(tr("Say what each column of the table holds."), wrap=True)
        self.lay_out(w.column(text, 8, scroll), None, w.button(tr("Cancel"), self.reject), add)

    def add(self) -> None:
        """Read the table by these columns, or say what is wrong."""
        mapping = {field: part.currentData() for field, part in self.fields.items() if part.currentData()}
        try:
            bundle = table.read_csv(self._content, mapping, self._workspace.preferences.conventions)
        except Refused as error:
            self.complain(str(error))
            return
        self.accept()
        self._then(bundle)
