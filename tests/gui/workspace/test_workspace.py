"""What is worked on in one window, and what is told of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dateline import paths
from dateline.gui.workspace.session import Session
from dateline.gui.workspace.workspace import Workspace
from dateline.library import Library
from dateline.settings import Settings


@pytest.fixture
def workspace(library: Library, tmp_path: Path, qtbot: QtBot) -> Iterator[Workspace]:
    window = QWidget()
    qtbot.addWidget(window)
    yield Workspace(window, library, Settings(tmp_path / "settings.json"), Session(tmp_path / "window.json"))
    window.deleteLater()


def test_what_is_set_holds_is_kept_and_told(workspace: Workspace, tmp_path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(workspace.settings_changed):
        workspace.set("text_size", 21)
    assert workspace.settings["text_size"] == 21
    assert Settings(tmp_path / "settings.json")["text_size"] == 21


def test_what_cannot_be_kept_holds_all_the_same_and_is_said(
    workspace: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object, **_named: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(paths, "replace_file", full)
    qtbot.addWidget(workspace.notices)
    with qtbot.waitSignal(workspace.settings_changed):
        workspace.set("text_size", 21)
    assert workspace.settings["text_size"] == 21
    assert "No space left on device" in workspace.notices.text.text()


def test_preferences_follow_the_settings(workspace: Workspace) -> None:
    before = workspace.preferences
    workspace.set("evening_from", 16)
    assert workspace.preferences != before


def test_no_other_process_is_started_before_it_is_needed(workspace: Workspace) -> None:
    assert not workspace.assisted
    assert workspace.visible_range() is None


def test_what_takes_long_is_said_and_taken_back_when_it_is_done(
    workspace: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.addWidget(workspace.notices)
    assistant = workspace.assistant
    assert workspace.assisted
    said = []
    at_work = [True, False]
    monkeypatch.setattr(type(assistant), "busy", property(lambda _assistant: at_work[0]))
    for _ in range(2):
        workspace._tell_busy()
        said.append((workspace.notices.text.text()[:14], workspace.notices.isHidden()))
        at_work.pop(0)
    assert said == [("Working it out", False), ("Working it out", True)]
    monkeypatch.undo()
    assistant.close()
