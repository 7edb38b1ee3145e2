"""Export of data: which events, and as what."""

from pathlib import Path

from dateline import paths
from dateline.errors import DatelineError
from dateline.export import FORMATS, Options
from dateline.export.chronology import LAYOUTS
from dateline.gui.language import i18n
from dateline.gui.language.dates import conventions
from dateline.gui.language.i18n import tr, trn
from dateline.gui.widgets import builders as w
from dateline.gui.widgets import plain
from dateline.gui.widgets.files import save_as, show_folder
from dateline.gui.workspace.amount import AMOUNTS, amount_of
from dateline.gui.workspace.takeaway import SCOPES, collect
from dateline.gui.workspace.workspace import Workspace

from .base import Dialog

WHOLE_TEXTS = ("html", "json")
"""The formats that can hold the articles' texts, or be without them."""
CHRONOLOGIES = ("docx", "chronology")
"""The formats that have a layout."""


class ExportDataDialog(Dialog):
    """Writes one of the data formats."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace.window, tr("Export data"), (520, 300))
        self._workspace = workspace
        self.scope = w.choice(tr("Events"), [(name, tr(words)) for name, words in SCOPES.items()])
        if not workspace.selection.events:
            self.scope.removeItem(self.scope.findData("selection"))
        self.amount = w.choice(tr("How much"), [(name, tr(each.words)) for name, each in AMOUNTS.items()])
        self.amount.setCurrentIndex(max(self.amount.findData(amount_of(workspace.document.filter)), 0))
        self.format = w.choice(tr("Format"), [(f.name, tr(f.label)) for f in FORMATS.values()])
        self.format.setCurrentIndex(max(self.format.findData(workspace.session.text("format")), 0))
        self.texts = w.check(tr("With the articles' whole texts"), on=True)
        self.texts.setToolTip(plain.tip(tr("Without them, the sentences that tell of the events are still quoted.")))
        self.layouts = w.choice(tr("Layout"), [(name, tr(each.label)) for name, each in LAYOUTS.items()])
        self.layouts.setCurrentIndex(max(self.layouts.findData(workspace.session.text("layout")), 0))
        self.title = w.field(tr("Title"), tr("Timeline"))
        form = w.form()
        form.addRow(tr("Events"), self.scope)
        form.addRow(tr("How much"), self.amount)
        form.addRow(tr("Format"), self.format)
        form.addRow(tr("Layout"), self.layouts)
        form.addRow("", self.texts)
        form.addRow(tr("Title"), self.title)
        self._form = form
        self.format.currentIndexChanged.connect(lambda _row: self._show_what_applies())
        self.scope.currentIndexChanged.connect(lambda _row: self._show_what_applies())
        self._show_what_applies()
        export = w.button(tr("Export…"), self.export, kind="primary")
        export.setDefault(True)
        self.lay_out(w.column(form, None), None, w.button(tr("Cancel"), self.reject), export)

    def _show_what_applies(self) -> None:
        self._form.setRowVisible(self.texts, self.format.currentData() in WHOLE_TEXTS)
        self._form.setRowVisible(self.layouts, self.format.currentData() in CHRONOLOGIES)
        self._form.setRowVisible(self.amount, self.scope.currentData() != "selection")

    def export(self) -> None:
        """Ask for a file and write it."""
        form = FORMATS[self.format.currentData()]
        workspace = self._workspace
        stem = self.title.text().strip() or "timeline"
        place = Path(workspace.session.text("export") or str(Path.home())) / f"{stem.replace('/', ' ')}{form.suffix}"
        file, _ = save_as(self, tr("Export data"), place, f"{tr(form.label)} (*{form.suffix})")
        if file is None:
            return
        if not file.name.endswith(form.suffix):
            file = file.with_name(file.name + form.suffix)
        try:
            bundle = collect(
                workspace.document.library,
                self.scope.currentData(),
                workspace.document.filter,
                workspace.selection.events,
                workspace.visible_range(),
                self.amount.currentData(),
            )
            title = self.title.text().strip()
            texts = self.texts.isChecked()
            options = Options(
                title=title,
                locale=i18n.date_locale(),
                conventions=conventions(),
                texts=texts,
                layout=self.layouts.currentData(),
            )
            paths.replace_file(file, form.write(bundle, options))
        except DatelineError as error:
            self.complain(str(error))
            return
        except OSError as error:
            self.complain(tr("“{name}” could not be written ({why}).").format(name=file, why=error.strerror))
            return
        workspace.session.set(export=str(file.parent), format=form.name, layout=options.layout)
        told = trn(
            "{n} event written to “{name}”.", "{n} events written to “{name}”.", len(bundle.events), name=file.name
        )
        workspace.notices.tell(told, tr("Show in its folder"), lambda: show_folder(file))
        self.accept()
