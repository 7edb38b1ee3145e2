"""Where files are, and that one is written whole or not at all."""

import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from dateline import paths


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "out.json"
    file.write_bytes(b"before")
    file.chmod(0o640)
    paths.replace_file(file, b"after")
    assert file.read_bytes() == b"after"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space left"):
        paths.replace_file(file, b"half")
    assert file.read_bytes() == b"after"
    assert [each.name for each in tmp_path.iterdir()] == ["out.json"]


def test_a_link_is_followed_and_a_pipe_is_written_to(tmp_path: Path) -> None:
    file, link, pipe = tmp_path / "file", tmp_path / "link", tmp_path / "pipe"
    file.write_bytes(b"before")
    link.symlink_to(file)
    paths.replace_file(link, b"after")
    assert link.is_symlink()
    assert file.read_bytes() == b"after"
    os.mkfifo(pipe)
    with ThreadPoolExecutor() as threads:
        reading = threads.submit(pipe.read_bytes)
        paths.replace_file(pipe, b"through")
        assert reading.result(10) == b"through"


def test_resources_are_those_of_the_checkout() -> None:
    assert (paths.resources() / "grammar" / "en").is_dir()


def test_a_bundle_has_its_licences_beside_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert paths.notices() is None
    monkeypatch.setattr("sys._MEIPASS", str(tmp_path / "_internal"), raising=False)
    assert paths.notices() is None
    (tmp_path / "THIRD-PARTY-NOTICES.txt").write_text("all of them")
    assert paths.notices() == tmp_path / "THIRD-PARTY-NOTICES.txt"


def test_the_readers_folders_lie_in_the_readers_home(home: Path) -> None:
    folders = (paths.data(), paths.config(), paths.logs())
    assert len(set(folders)) == 3
    assert all(folder.is_relative_to(home) and not folder.exists() for folder in folders)
    assert paths.default_library().parent == paths.data()


def test_a_name_that_is_no_unicode_can_be_shown() -> None:
    assert paths.shown(Path("odd\udcffname.txt")) == "odd?name.txt"


def test_a_private_folder_and_file_are_their_owners_alone(tmp_path: Path) -> None:
    folder = tmp_path / "one" / "two"
    paths.private_folder(folder)
    paths.private_file(folder / "log")
    assert [stat.S_IMODE(each.stat().st_mode) for each in (folder.parent, folder, folder / "log")] == [
        0o700,
        0o700,
        0o600,
    ]


def test_what_is_there_already_stays_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "log"
    file.write_text("kept")
    file.chmod(0o644)
    paths.private_file(file)
    paths.private_folder(tmp_path)
    assert (file.read_text(), stat.S_IMODE(file.stat().st_mode)) == ("kept", 0o644)
    with pytest.raises(FileExistsError):
        paths.private_folder(file)
