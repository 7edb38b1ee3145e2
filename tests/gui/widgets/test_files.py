"""Where a file is to be written, and the folder that one lies in."""

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from dateline.gui.widgets import plain
from dateline.gui.widgets.files import save_as, show_folder

KINDS = "Tables (*.csv);;All files (*)"


class Reader:
    """A person who names files in turn, and agrees to replace one or not."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.names: list[str] = []
        self.agrees: list[bool] = []
        self.seen: list[str] = []
        self.asked: list[str] = []
        monkeypatch.setattr(QFileDialog, "getSaveFileName", self._name)
        monkeypatch.setattr(plain, "asked", self._answer)

    def _name(self, _parent: QWidget, _name: str, place: str, *_more: object) -> tuple[str, str]:
        self.seen.append(place)
        return self.names.pop(0), "Tables (*.csv)"

    def _answer(self, _parent: QWidget, _name: str, question: str, *_more: str) -> bool:
        self.asked.append(question)
        return self.agrees.pop(0)


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Reader:
    return Reader(monkeypatch)


def test_a_new_file_is_taken_without_a_question(reader: Reader, tmp_path: Path) -> None:
    reader.names = [str(tmp_path / "new.csv")]
    assert save_as(QWidget(), "Export", tmp_path / "proposed.csv", KINDS) == (tmp_path / "new.csv", "Tables (*.csv)")
    assert reader.seen == [str(tmp_path / "proposed.csv")]
    assert reader.asked == []


def test_a_file_that_is_there_is_replaced_only_when_agreed(reader: Reader, tmp_path: Path) -> None:
    old = tmp_path / "<b>old.csv"
    old.write_text("kept")
    reader.names, reader.agrees = [str(old), str(old)], [False, True]
    assert save_as(QWidget(), "Export", tmp_path / "proposed.csv", KINDS)[0] == old
    assert reader.seen == [str(tmp_path / "proposed.csv"), str(old)]  # asked anew, from where one was
    assert reader.asked == ["“<b>old.csv” is there already. Replace it?"] * 2
    assert old.read_text() == "kept"


def test_no_file_where_the_reader_wants_none(reader: Reader, tmp_path: Path) -> None:
    reader.names = [""]
    assert save_as(QWidget(), "Export", tmp_path / "proposed.csv", KINDS)[0] is None


def test_the_folder_of_a_file_or_of_the_archive_around_it_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []

    def opens(url: QUrl) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", opens)
    (tmp_path / "papers").mkdir()
    archive = tmp_path / "papers" / "all.zip"
    archive.write_bytes(b"PK")
    assert show_folder(archive)
    assert show_folder(archive / "inside" / "ferry.html")
    assert opened == [QUrl.fromLocalFile(str(tmp_path / "papers"))] * 2
    assert not show_folder(tmp_path / "papers" / "gone.html")  # the folder alone says nothing
    assert len(opened) == 2
