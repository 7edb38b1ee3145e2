"""The preferences."""

from PySide6.QtWidgets import QApplication
from tests.gui.dialogs.made import opened

from dateline.gui.shell.main_window import MainWindow
from dateline.settings import SETTINGS


def test_preferences_have_every_setting_and_hold_at_once(window: MainWindow) -> None:
    dialog = opened(window, "preferences")
    assert set(dialog.fields) == {setting.name for setting in SETTINGS}
    size = dialog.fields["text_size"]
    size.setValue(22)
    assert window.reader.text.document().defaultFont().pointSize() == 22
    assert window.workspace.settings["text_size"] == 22
    theme = dialog.fields["theme"]
    theme.setCurrentIndex(theme.findData("dark"))
    theme.activated.emit(theme.currentIndex())
    assert QApplication.palette().window().color().lightness() < 60
    dates = dialog.fields["date_locale"]
    dates.setCurrentIndex(dates.findData("iso"))
    dates.activated.emit(dates.currentIndex())
    assert window.reader.date_bar.date.text() == "2025-03-30"
    dialog.close()
