"""Opening a library, and what helps where it does not open."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from dateline.errors import LibraryError, LibraryLocked
from dateline.gui.shell import opening
from dateline.gui.widgets import plain
from dateline.library import Library


def test_a_damaged_library_opens_for_reading_where_one_asks(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "Broken.dateline"
    file.write_bytes(b"this is no library" * 100)
    told: list[str] = []
    monkeypatch.setattr(plain, "tell", lambda _parent, sentence: told.append(sentence))

    def cancel(self: QMessageBox) -> int:
        told.append(self.text())
        return 0

    monkeypatch.setattr(QMessageBox, "exec", cancel)
    monkeypatch.setattr(QMessageBox, "clickedButton", lambda self: None)
    assert opening.open_library(file, None) is None
    assert told
    assert file.read_bytes() == b"this is no library" * 100


def test_a_library_that_is_taken_is_tried_again_as_long_as_one_wants(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = [True, True, False]
    asked: list[str] = []

    def locked(*_: object, **__: object) -> Library:
        raise LibraryLocked("Another program is writing to it.")

    def answer(_parent: object, _name: str, text: str, *_: str) -> bool:
        asked.append(text)
        return answers.pop(0)

    monkeypatch.setattr(Library, "open", locked)
    monkeypatch.setattr(plain, "asked", answer)
    assert opening.open_library(tmp_path / "Taken.dateline", None) is None
    assert asked == ["Another program is writing to it."] * 3


def test_any_other_trouble_is_told_and_no_library_opens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []

    def fail(*_: object, **__: object) -> Library:
        raise LibraryError("The disk is gone.")

    monkeypatch.setattr(Library, "open", fail)
    monkeypatch.setattr(plain, "tell", lambda _parent, sentence: told.append(sentence))
    assert opening.open_library(tmp_path / "Gone.dateline", None) is None
    assert told == ["The disk is gone."]


def test_a_sound_library_is_opened_without_a_word(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(plain, "tell", lambda _parent, sentence: told.append(sentence))
    library = opening.open_library(file, None)
    assert library is not None
    assert library.count() == (7, 7)
    assert told == []
    library.close(backup=False)
