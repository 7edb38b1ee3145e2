"""The dialogs: opened from the menu, and what they change."""

import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from dateline import paths
from dateline.core.change import added
from dateline.core.model import Offer, new_id
from dateline.gui.commands.actions import Command
from dateline.gui.commands.menus import MENUS
from dateline.gui.dialogs.columns import ColumnsDialog
from dateline.gui.dialogs.versions import differences
from dateline.gui.shell.main_window import MainWindow
from dateline.gui.widgets import plain
from dateline.library import Library, edits
from dateline.settings import SETTINGS


def opened(window: MainWindow, action: str) -> Any:
    window.actions_.named(action).trigger()
    dialogs = [child for child in window.findChildren(QDialog) if child.isVisible()]
    assert dialogs, action
    return dialogs[-1]


@pytest.mark.parametrize(
    "action",
    ["reports", "history", "backups", "bin", "preferences", "add_event", "edit_article", "versions", "export_image",
     "export_data", "shortcuts", "about", "guide"],
)  # fmt: skip
def test_every_dialog_opens_named_and_closes(window: MainWindow, action: str, qtbot: QtBot) -> None:
    dialog = opened(window, action)
    assert dialog.windowTitle()
    for part in dialog.findChildren(QWidget):
        if (
            part.focusPolicy() & Qt.FocusPolicy.TabFocus
            and part.isVisible()
            and part.metaObject().className()[0] == "Q"
        ):
            assert part.accessibleName() or part.whatsThis() or _inner(part), part
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not any(child.isVisible() for child in window.findChildren(QDialog))


def _inner(part: QWidget) -> bool:
    """A part that belongs to a named one, as the line of a spin box or the view of a list."""
    parent = part.parentWidget()
    while parent is not None and not parent.isWindow():
        if parent.accessibleName():
            return True
        parent = parent.parentWidget()
    return part.objectName().startswith("qt_") or part.metaObject().className() in _FRAMES


_FRAMES = ("QScrollArea", "QTabBar", "QHeaderView")


def test_every_action_is_a_command_and_no_shortcut_is_twice(window: MainWindow) -> None:
    commands = [each for _, entries in MENUS for each in entries if each is not None]
    every = [each for kind in type(window.commands).__mro__ for each in vars(kind).values()]
    assert {each for each in every if isinstance(each, Command)} == set(commands)
    keys = [key.toString() for each in commands for key in window.actions_[each].shortcuts()]
    assert len(keys) == len(set(keys))
    assert len({title for title, _ in MENUS}) == len(MENUS)


def test_history_takes_a_change_back(window: MainWindow, ids: dict[str, int]) -> None:
    window.selection.select([ids["aground"]])
    window.actions_.named("confirm").trigger()
    dialog = opened(window, "history")
    dialog._table.setCurrentCell(0, 0)
    dialog.take_back()
    event = window.document.library.event(ids["aground"])
    assert event is not None
    assert event.status == "found"
    window.document.stack.undo()
    event = window.document.library.event(ids["aground"])
    assert event is not None
    assert event.status == "confirmed"
    dialog.close()


def test_the_bin_puts_back_and_deletes_for_good(
    window: MainWindow, ids: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    window.selection.select([ids["aground"]])
    window.actions_.named("delete").trigger()
    dialog = opened(window, "bin")
    dialog.restore()
    assert window.document.library.count()[1] == 7
    window.selection.read(ids["ferry"])
    window.commands.delete_articles([ids["ferry"]])
    monkeypatch.setattr(plain, "asked", lambda *_a: True)
    dialog._table.setCurrentCell(0, 0)
    dialog.delete()
    assert window.document.library.article(ids["ferry"]) is None
    window.document.stack.undo()
    assert window.document.library.article(ids["ferry"]) is not None
    dialog.close()


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


def test_an_event_is_added_from_a_selection(window: MainWindow, qtbot: QtBot) -> None:
    article = window.reader.article
    assert article is not None
    start = article.text.index("Nobody was hurt")
    window.reader.text.setTextCursor(window.reader.text.cursor_at(start, start + 15))
    dialog = opened(window, "add_event")
    dialog.when.setText("not a date at all")
    dialog.add()
    assert dialog.when_field.problem.isVisible()
    dialog.when.setText("29 March 2025")
    dialog.when_field.look()
    assert dialog.when_field.preview.text() == "29 March 2025: at some time on 29 March 2025"
    how = dialog.when_field.how
    how.setCurrentIndex(how.findData("between"))
    how.activated.emit(0)
    assert (dialog.when.text(), dialog.when.selectedText()) == ("between 29 March 2025 and …", "…")
    dialog.add()
    assert "…" in dialog.when_field.problem.text()
    dialog.when.setText("29 March 2025")
    dialog.add()
    event = window.document.library.event(window.selection.last or 0)
    assert event is not None
    assert (event.title, event.text, event.status) == ("Nobody was hurt", "Nobody was hurt", "added")


def test_properties_of_an_article_are_one_change(window: MainWindow, ids: dict[str, int]) -> None:
    dialog = opened(window, "edit_article")
    dialog.title.setText("Aurora aground")
    dialog.collections.setText("Sea; Sandholm")
    dialog.tags.setText("ferry")
    dialog.note.setPlainText("to be checked")
    dialog.save()
    article = window.document.library.article(ids["ferry"])
    assert article is not None
    assert (article.title, article.collections, article.tags) == ("Aurora aground", ("Sea", "Sandholm"), ("ferry",))
    assert window.document.stack.count() == 1
    window.document.stack.undo()
    article = window.document.library.article(ids["ferry"])
    assert article is not None
    assert article.collections == ()


def chosen_file(monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(file), "PNG (*.png)"))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a, **_k: (str(file), ""))


def test_data_is_exported_and_comes_back(
    window: MainWindow, make_window: Callable[..., MainWindow], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "all.json"
    chosen_file(monkeypatch, file)
    dialog = opened(window, "export_data")
    dialog.export()
    assert file.stat().st_size > 1000
    window.commands.add_events(file)
    assert "already here" in window.notice.text.text()
    window.document.library.close()
    window.show_library(Library.open(tmp_path / "Other.dateline"), closed=True)
    assert window.articles.articles.rowCount() == 0
    window.commands.add_events(file)
    assert window.articles.articles.rowCount() == 2
    assert window.document.library.count()[0] == 7


def test_a_table_is_mapped_to_events(window: MainWindow, tmp_path: Path) -> None:
    file = tmp_path / "plan.csv"
    file.write_text("Datum;Was;Anderes\n2025-05-01;Council meets;x\n".replace(";", ","))
    window.commands.add_events(file)
    dialog = next(child for child in window.findChildren(ColumnsDialog) if child.isVisible())
    dialog.fields["title"].setCurrentIndex(dialog.fields["title"].findData("Anderes"))
    dialog.add()
    assert [event.title for event in window.document.library.events() if event.article is None] == ["x"]


def test_an_image_is_previewed_exported_and_copied(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "timeline.png"
    chosen_file(monkeypatch, file)
    dialog = opened(window, "export_image")
    assert dialog.picture.pixmap().width() > 200
    dialog.width_.setValue(60)
    dialog.refresh()
    assert dialog.problem.isVisible()
    dialog.width_.setValue(900)
    dialog.copy()
    assert QGuiApplication.clipboard().image().width() == 1800
    dialog.export()
    assert file.read_bytes().startswith(b"\x89PNG")


def test_a_backup_is_made_and_restored(
    window: MainWindow, ids: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(window, "backups")
    dialog.make()
    assert dialog._table.rowCount() == 1
    window.commands.delete_articles([ids["ferry"]])
    assert window.articles.articles.rowCount() == 1
    monkeypatch.setattr(plain, "asked", lambda *_a: True)
    assert re.fullmatch(r"\d{1,2} \w+ \d{4}, \d\d:\d\d", dialog._table.item(0, 0).text())
    dialog.restore()
    assert window.articles.articles.rowCount() == 2
    assert "again as it was backed up" in window.notice.text.text()
    assert window.notice._action.text() == "Show in its folder"


def test_differences_mark_what_came_and_went() -> None:
    html = differences("Four people died", "Five people died today")
    assert "<s" in html
    assert "Four" in html
    assert "today" in html
    assert "<b>" not in differences("a", "a <b>x</b>")


def test_suggested_merges_are_merged(window: MainWindow, ids: dict[str, int], qtbot: QtBot) -> None:
    from dateline.events.merge.merging import Suggestion

    dialog = opened(window, "suggestions")
    qtbot.waitUntil(lambda: not window.workspace.assistant.busy, timeout=60_000)
    assert dialog.state.text()
    dialog._fill([Suggestion(events=(ids["aground"], ids["ended"]), score=0.8, why="made for the test")])
    dialog.merge()
    (merge,) = window.document.library.merges()
    assert {event.id for event in window.document.library.merge_members(merge.id)} == {ids["aground"], ids["ended"]}
    assert window.inspector.sources.isVisible()
    dialog.close()


def test_all_sure_suggestions_are_merged_in_one_step_of_undo(
    window: MainWindow, ids: dict[str, int], qtbot: QtBot
) -> None:
    from dateline.events.merge.merging import Suggestion

    dialog = opened(window, "suggestions")
    qtbot.waitUntil(lambda: not window.workspace.assistant.busy, timeout=60_000)
    pairs = {("aground", "ended"): 0.97, ("refloat", "reopened"): 0.93, ("asleep", "began"): 0.6}
    dialog._fill([Suggestion(tuple(ids[name] for name in pair), score, "made up") for pair, score in pairs.items()])
    dialog._all.click()
    library = window.document.library
    assert len(library.merges()) == 2
    assert dialog.table.rowCount() == 1
    assert not dialog._all.isEnabled()
    window.document.stack.undo()
    assert library.merges() == []
    dialog.close()


def test_what_is_not_the_same_is_kept(window: MainWindow, ids: dict[str, int], qtbot: QtBot) -> None:
    from dateline.events.merge.merging import Suggestion

    dialog = opened(window, "suggestions")
    qtbot.waitUntil(lambda: not window.workspace.assistant.busy, timeout=60_000)
    dialog._fill([Suggestion(events=(ids["aground"], ids["ended"]), score=0.8, why="made for the test")])
    dialog.keep_apart()
    (pair,) = window.document.library.apart()
    assert {pair.one, pair.other} == {ids["aground"], ids["ended"]}
    assert not dialog.table.rowCount()
    dialog.close()


def test_corrections_and_the_new_analysis_are_both_offered(window: MainWindow, ids: dict[str, int]) -> None:
    event = window.document.library.event(ids["aground"])
    assert event is not None
    offers = [
        Offer(id=new_id(), event=event.id, fields='{"title": "The ferry struck a rock"}'),
        Offer(id=new_id(), event=ids["ended"]),
    ]
    window.document.do(added("Analysed again", offers))
    dialog = opened(window, "offers")
    shown = {dialog.table.item(row, 0).text(): dialog.table.item(row, 1).text() for row in range(2)}
    titles = {mine.split(" · ")[0]: new.split(" · ")[0] for mine, new in shown.items()}
    assert titles["The ferry ran aground"] == "The ferry struck a rock"
    assert "bin" in titles["The strike ended"]
    while dialog.table.rowCount():
        (dialog.take if dialog.table.item(0, 0).text().startswith("The ferry") else dialog.keep)()
    taken, kept = (window.document.library.event(ids[name]) for name in ("aground", "ended"))
    assert taken is not None
    assert kept is not None
    assert (taken.title, kept.title, kept.binned) == ("The ferry struck a rock", "The strike ended", False)
    dialog.close()


def test_what_was_lost_of_a_damaged_library_is_told(window: MainWindow) -> None:
    window.document.library.damage = "“Test.dateline” is damaged. Two articles were read."
    window.commands.tell_damage()
    assert window.notice.text.text() == window.document.library.damage
    assert window.notice.isVisible()


def test_the_guide_opens_where_the_keyboard_is_and_lists_its_contents(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    dialog = opened(window, "guide")
    assert dialog.contents.currentItem().text() == "Using Dateline"
    qtbot.waitUntil(lambda: dialog._browser.verticalScrollBar().value() < 20)
    assert dialog._browser.horizontalScrollBar().maximum() == 0 or not dialog._browser.horizontalScrollBar().isVisible()
    dialog.open_at("Reading the timeline")
    cursor = dialog._browser.textCursor()
    assert cursor.block().text() == "Reading the timeline"
    dialog._find.setText("sound copy")
    dialog._search()
    assert dialog._browser.textCursor().selectedText().casefold() == "sound copy"
    for link, heading in (
        ("#settings", "Settings"),
        ("dates.md", "What a date means"),
        ("guide.md#export-formats", "Export formats"),
    ):
        dialog._browser.anchorClicked.emit(QUrl(link))
        assert dialog._browser.textCursor().block().text() == heading
    dialog.close()


def test_about_says_where_a_bundle_has_the_licence_texts(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "_internal"), raising=False)
    assert paths.notices() is None
    (tmp_path / "THIRD-PARTY-NOTICES.txt").write_text("licences")
    dialog = opened(window, "about")
    assert any(str(tmp_path) in label.text() for label in dialog.findChildren(QLabel))
    dialog.close()


def test_a_chronology_is_laid_out_as_chosen(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for layout, exhibits in (("court", True), ("thesis", False)):
        dialog = opened(window, "export_data")
        dialog.format.setCurrentIndex(dialog.format.findData("csv"))
        assert dialog.layouts.isHidden()
        dialog.format.setCurrentIndex(dialog.format.findData("docx"))
        assert not dialog.layouts.isHidden()
        dialog.layouts.setCurrentIndex(dialog.layouts.findData(layout))
        file = tmp_path / f"{layout}.docx"
        chosen_file(monkeypatch, file)
        dialog.export()
        words = [each.text for each in docx.Document(str(file)).paragraphs]
        assert ("Exhibits" in words) is exhibits
    assert opened(window, "export_data").layouts.currentData() == "thesis"


def test_a_group_of_copies_says_that_it_was_made_by_itself(window: MainWindow, ids: dict[str, int]) -> None:
    library = window.document.library
    pair = library.events_by_id([ids["aground"], ids["ended"]])
    window.document.do(edits.merge(pair, copies=True))
    window.selection.select([ids["aground"]])
    assert window.inspector.sources.copies.isVisible()
    window.document.stack.undo()
    window.document.do(edits.merge(pair))
    window.selection.select([])
    window.selection.select([ids["aground"]])
    assert not window.inspector.sources.copies.isVisible()
