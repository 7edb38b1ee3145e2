"""The preferences, made from the one table of settings; each change holds at once."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGroupBox, QScrollArea, QSpinBox, QWidget

from dateline.gui.language.i18n import tr
from dateline.gui.widgets import builders as w
from dateline.gui.workspace.workspace import Workspace
from dateline.settings import SETTINGS, Setting

from .base import Dialog


class PreferencesDialog(Dialog):
    """A field for every setting, in its groups."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace.window, tr("Preferences"), (700, 660))
        self._workspace = workspace
        self.fields: dict[str, QWidget] = {}
        groups = w.column()
        for name in dict.fromkeys(setting.group for setting in SETTINGS):
            form = w.form(18)
            for setting in SETTINGS:
                if setting.group == name:
                    part = self.fields[setting.name] = self._field(setting)
                    form.addRow(tr(setting.label), part)
            box = QGroupBox(tr(name))
            box.setLayout(form)
            groups.addWidget(box)
        groups.addStretch(1)
        inside = QWidget()
        inside.setLayout(groups)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        hint = w.label(
            tr("What words mean holds for articles added from now on; “Analyse again” applies it to those here."),
            "muted",
            wrap=True,
        )
        self.restart = w.label(tr("The language changes when Dateline is opened again."), "warning", wrap=True)
        self.restart.hide()
        self.lay_out(w.column(scroll, 6, hint, self.restart), None, self.close_button())

    def _field(self, setting: Setting) -> QWidget:
        value = self._workspace.settings[setting.name]
        part: QWidget
        if setting.choices:
            combo = w.choice(tr(setting.label), [(choice, tr(words)) for choice, words in setting.choices])
            combo.setCurrentIndex(combo.findData(value))
            combo.activated.connect(lambda _row: self._set(setting, combo.currentData()))
            part = combo
        elif isinstance(setting.default, bool):
            box = w.check(tr(setting.label), on=bool(value))
            box.toggled.connect(lambda on: self._set(setting, on))
            part = box
        else:
            spin = QSpinBox()
            spin.setAccessibleName(tr(setting.label))
            spin.setRange(setting.low, setting.high)
            spin.setValue(int(value))
            spin.valueChanged.connect(lambda n: self._set(setting, n))
            part = spin
        part.setToolTip(tr(setting.help))
        part.setAccessibleDescription(tr(setting.help))
        return part

    def _set(self, setting: Setting, value: str | int | bool) -> None:
        self._workspace.set(setting.name, value)
        if setting.name == "interface_language":
            self.restart.show()
