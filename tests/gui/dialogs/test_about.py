"""The guide, and what Dateline says of itself."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from tests.gui.dialogs.made import opened

from dateline import paths
from dateline.gui.shell.main_window import MainWindow


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
