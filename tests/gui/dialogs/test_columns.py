"""What the columns of a table mean."""

from pathlib import Path

from dateline.gui.dialogs.columns import ColumnsDialog
from dateline.gui.shell.main_window import MainWindow


def test_a_table_is_mapped_to_events(window: MainWindow, tmp_path: Path) -> None:
    file = tmp_path / "plan.csv"
    file.write_text("Datum;Was;Anderes\n2025-05-01;Council meets;x\n".replace(";", ","))
    window.commands.add_events(file)
    dialog = next(child for child in window.findChildren(ColumnsDialog) if child.isVisible())
    dialog.fields["title"].setCurrentIndex(dialog.fields["title"].findData("Anderes"))
    dialog.add()
    assert [event.title for event in window.document.library.events() if event.article is None] == ["x"]
