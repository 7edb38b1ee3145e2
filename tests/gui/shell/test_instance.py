"""One window a library: whoever comes second hands over, and nobody but the same user is listened to."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dateline.gui.shell import instance
from dateline.gui.shell.main_window import MainWindow

pytestmark = pytest.mark.skipif(os.name == "nt", reason="sockets are files elsewhere")

SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
app = QCoreApplication([])
from dateline.gui.shell import instance
where, files = Path(sys.argv[1]), [Path(f) for f in sys.argv[2:]]
held = instance.claim(where)
print(held is None and instance.hand_over(where, files))
"""
DIES = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
app = QCoreApplication([])
from dateline.gui.shell import instance
bell = instance.Doorbell(instance.claim(Path(sys.argv[1])))
os._exit(0)
"""


@pytest.fixture(autouse=True)
def runtime(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A runtime folder of the test's own; short, as names of sockets must be."""
    base = tmp_path_factory.mktemp("run")
    base.chmod(0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(base))
    return base / "dateline"


def test_a_second_start_hands_its_files_over(tmp_path: Path, qtbot: QtBot) -> None:
    library = tmp_path / "Mine.dateline"
    held = instance.claim(library)
    assert held is not None
    bell = instance.Doorbell(held)
    brought: list[list[Path]] = []
    bell.rung.connect(brought.append)
    by_link = tmp_path / "Link.dateline"
    by_link.symlink_to(library)
    command = [sys.executable, "-c", SECOND, str(by_link), "/news/one.txt"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as second:
        qtbot.waitUntil(lambda: bool(brought), timeout=20_000)
        assert second.communicate(timeout=20)[0].strip() == "True"
    assert brought == [[Path("/news/one.txt")]]
    bell.close()
    gone = subprocess.run(command, capture_output=True, text=True, timeout=20, check=True)
    assert gone.stdout.strip() == "False"


def test_of_two_started_together_one_has_the_library_and_the_other_waits_for_it(tmp_path: Path, qtbot: QtBot) -> None:
    library = tmp_path / "Mine.dateline"
    held = instance.claim(library)
    assert held is not None
    assert instance.claim(library) is None
    command = [sys.executable, "-c", SECOND, str(library), "/news/one.txt"]
    brought: list[list[Path]] = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as second:
        bell = instance.Doorbell(held)  # only now does the first one listen
        bell.rung.connect(brought.append)
        qtbot.waitUntil(lambda: bool(brought), timeout=20_000)
        assert second.communicate(timeout=20)[0].strip() == "True"
    bell.close()


def test_a_window_that_died_leaves_nothing_in_the_way(tmp_path: Path, runtime: Path, qapp: QApplication) -> None:
    library, other = tmp_path / "Mine.dateline", tmp_path / "Other.dateline"
    for each in (library, other):
        subprocess.run([sys.executable, "-c", DIES, str(each)], timeout=20, check=True)
    assert len(list(runtime.glob("*.socket"))) == 2
    held = instance.claim(library)
    assert held is not None
    instance.sweep()
    assert [file.suffix for file in runtime.iterdir()] == [".lock"]
    held.give_up()


def test_the_folder_is_for_this_user_alone(runtime: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert instance.runtime_folder() == runtime
    assert runtime.stat().st_mode & 0o777 == 0o700
    runtime.chmod(0o755)
    assert instance.runtime_folder() is None
    runtime.rmdir()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir(mode=0o700)
    runtime.symlink_to(elsewhere)
    assert instance.runtime_folder() is None
    assert instance.claim(tmp_path / "Mine.dateline") is None


def test_a_stranger_is_neither_written_to_nor_read(
    tmp_path: Path, runtime: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = tmp_path / "Mine.dateline"
    held = instance.claim(library)
    assert held is not None
    monkeypatch.setattr(instance, "owner", lambda _descriptor: os.getuid() + 1)
    stranger = QLocalServer()
    assert stranger.listen(held.socket)
    assert not instance.hand_over(library, [Path("/secret/source.txt")], patience=0)
    assert stranger.waitForNewConnection(1000)
    guest = stranger.nextPendingConnection()
    guest.waitForReadyRead(200)
    assert guest.readAll().data() == b""
    stranger.close()
    bell = instance.Doorbell(held)
    brought: list[object] = []
    bell.rung.connect(brought.append)
    visitor = QLocalSocket()
    visitor.connectToServer(held.socket)
    visitor.write(b'["/etc/passwd"]\n')
    qtbot.waitUntil(lambda: visitor.state() == QLocalSocket.LocalSocketState.UnconnectedState, timeout=5000)
    assert brought == []
    bell.close()


def test_whose_process_the_other_end_is(tmp_path: Path, runtime: Path, qapp: QApplication) -> None:
    held = instance.claim(tmp_path / "Mine.dateline")
    assert held is not None
    bell = instance.Doorbell(held)
    visitor = QLocalSocket()
    visitor.connectToServer(held.socket)
    assert visitor.waitForConnected(1000)
    assert instance.owner(visitor.socketDescriptor()) == os.getuid()
    assert instance.owner(-1) == -1
    visitor.abort()
    bell.close()


def test_a_library_that_another_window_has_is_not_opened_twice(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    rung: list[Path] = []

    def ring(file: Path, _files: object, patience: object) -> bool:
        rung.append(file)
        return True

    monkeypatch.setattr(instance, "hand_over", ring)
    before = window.document.library
    window.commands.show_library(tmp_path / "Elsewhere.dateline")
    assert window.document.library is before
    assert rung == [tmp_path / "Elsewhere.dateline"]
    assert "another window" in window.notice.text.text()


def test_the_lock_knows_the_living(tmp_path: Path) -> None:
    lock = QLockFile(str(tmp_path / "a.lock"))
    assert lock.tryLock(0)
    assert not QLockFile(str(tmp_path / "a.lock")).tryLock(0)
