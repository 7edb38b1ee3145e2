"""A large library looked through while it is open."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dateline.errors import LibraryError
from dateline.gui.workspace.checking import LibraryCheck
from dateline.library import Job, Library, files


@pytest.fixture
def found() -> list[tuple[Library, str]]:
    """What was found in which library."""
    return []


@pytest.fixture
def check(found: list[tuple[Library, str]], qapp: QApplication) -> LibraryCheck:
    made = LibraryCheck(lambda library, problem: found.append((library, problem)), qapp)
    made.setParent(None)
    return made


@pytest.fixture
def large(library: Library, monkeypatch: pytest.MonkeyPatch) -> Library:
    """A library that counts as too large to be looked through on opening."""
    monkeypatch.setattr(files, "QUICK_CHECK_BYTES", 0)
    return library


def look(check: LibraryCheck, qtbot: QtBot) -> None:
    """Look until it is done, without waiting for the timer."""

    def done() -> bool:
        check._look()
        return not check.running

    qtbot.waitUntil(done)


def finding(monkeypatch: pytest.MonkeyPatch, work: Callable[[object], str | None]) -> None:
    monkeypatch.setattr(Library, "start_check", lambda _library: Job(work))


def test_a_small_library_was_looked_through_on_opening(check: LibraryCheck, library: Library) -> None:
    check.start(library)
    assert not check.running


def test_a_sound_library_says_nothing(
    check: LibraryCheck, large: Library, found: list[tuple[Library, str]], qtbot: QtBot
) -> None:
    check.start(large)
    assert check.running
    look(check, qtbot)
    assert found == []


def test_what_is_found_is_told_with_its_library(
    check: LibraryCheck, large: Library, found: list[tuple[Library, str]], qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    finding(monkeypatch, lambda _progress: "two rows are gone")
    check.start(large)
    look(check, qtbot)
    assert found == [(large, "two rows are gone")]


def test_a_library_that_cannot_be_read_is_told_as_well(
    check: LibraryCheck, large: Library, found: list[tuple[Library, str]], qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    def fail(_progress: object) -> str | None:
        raise LibraryError("The disk is gone.")

    finding(monkeypatch, fail)
    check.start(large)
    look(check, qtbot)
    assert found == [(large, "The disk is gone.")]


def test_once_stopped_nothing_is_told(
    check: LibraryCheck, large: Library, found: list[tuple[Library, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    finding(monkeypatch, lambda _progress: "two rows are gone")
    check.start(large)
    check._look()
    check.stop()
    assert not check.running
    check._look()
    assert found == []
