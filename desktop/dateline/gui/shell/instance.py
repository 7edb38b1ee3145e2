"""One window a library: a second start hands its files over to the window that is open.

Who holds the lock of a library's real path has its window, and listens on the socket beside the lock. Both lie in a
folder that only this user can enter, and both ends ask the system whose process the other is: what a stranger
listens on is never written to, and what a stranger writes is never read.
"""

import ctypes
import json
import os
import stat
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QLockFile, QObject, QThread, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalSocket

PATIENCE = 1500
"""Milliseconds to wait for the other window's answer."""
STARTING = 15_000
"""Milliseconds to wait for the other window where it is only just opening."""
AGAIN = 50
"""Milliseconds between two looks whether it listens."""
_FILES = os.name != "nt"
"""Whether sockets are files, and users have numbers."""
_LINUX = sys.platform.startswith("linux")


def runtime_folder() -> Path | None:
    """The folder for locks and sockets, which only this user can enter; None where there is none to be had."""
    if not _FILES:
        return Path(tempfile.gettempdir())  # the user's own there
    base = os.environ.get("XDG_RUNTIME_DIR", "")
    folder = Path(base) / "dateline" if base and _private(Path(base)) else None
    folder = folder or Path(tempfile.gettempdir()) / f"dateline-{os.getuid()}"
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError:
        return None
    return folder if _private(folder) else None


def _private(folder: Path) -> bool:
    """Whether it is a folder of this user that no one else can enter, and no link to one."""
    try:
        found = folder.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and not found.st_mode & 0o077


def name_of(library: Path) -> str:
    """The name of a library's lock and socket: the same by whatever way it is reached."""
    seed = os.fsencode(os.path.realpath(library))
    return f"{Random(seed).getrandbits(80):020x}"  # a seed is hashed; hashlib would load OpenSSL


class Claim:
    """The right to be the one window on a library, until it is given up or the process ends."""

    def __init__(self, folder: Path, name: str, lock: QLockFile) -> None:
        self._folder, self._name, self._lock = folder, name, lock

    @property
    def socket(self) -> str:
        """What the window listens on."""
        return _socket(self._folder, self._name)

    def give_up(self) -> None:
        """Let others have the library."""
        self._lock.unlock()


def claim(library: Path) -> Claim | None:
    """Claim a library; None where another window has it (or where there is no folder to claim it in)."""
    folder = runtime_folder()
    if folder is None:
        return None
    name = name_of(library)
    lock = QLockFile(str(folder / f"{name}.lock"))
    lock.setStaleLockTime(0)  # only the end of its process makes a lock stale, not its age
    if not lock.tryLock(0):
        return None
    if _FILES:  # a socket whose lock is free was left behind by a window that died
        (folder / f"{name}.socket").unlink(missing_ok=True)
    return Claim(folder, name, lock)


def sweep() -> None:
    """Take away what windows that died have left in the folder."""
    folder = runtime_folder()
    if folder is None or not _FILES:
        return
    for each in [*folder.glob("*.socket"), *folder.glob("*.lock")]:
        lock = QLockFile(str(each.with_suffix(".lock")))
        lock.setStaleLockTime(0)
        if lock.tryLock(0):
            each.with_suffix(".socket").unlink(missing_ok=True)
            lock.unlock()


def hand_over(library: Path, files: Sequence[Path], patience: int = STARTING) -> bool:
    """Give files to the window that has this library, once it listens; False where it does not, or is not ours."""
    folder = runtime_folder()
    if folder is None:
        return False
    name = _socket(folder, name_of(library))
    if _FILES and not patience and not Path(name).exists():
        return False
    from PySide6.QtNetwork import QLocalSocket

    clock, socket = QElapsedTimer(), QLocalSocket()
    clock.start()
    socket.connectToServer(name)
    while not socket.waitForConnected(PATIENCE):
        if clock.elapsed() > patience:
            return False
        QThread.msleep(AGAIN)
        socket.connectToServer(name)
    if not _ours(socket):
        socket.abort()
        return False
    socket.write(json.dumps([str(file) for file in files]).encode() + b"\n")
    socket.flush()
    taken = socket.waitForReadyRead(PATIENCE) and socket.readAll().data() == b"taken\n"
    socket.disconnectFromServer()
    return bool(taken)


class Doorbell(QObject):
    """Listens for second starts; `rung` carries the files that they bring."""

    rung = Signal(object)

    def __init__(self, held: Claim, parent: QObject | None = None) -> None:
        super().__init__(parent)
        from PySide6.QtNetwork import QLocalServer

        self._guests: list[QLocalSocket] = []
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)
        self._claim = held
        self._server.listen(held.socket)

    def listen(self, library: Path) -> None:
        """Listen for those who want this library, and no longer for another."""
        self.close()
        held = claim(library)
        if held is not None:
            self._claim = held
            self._server.listen(held.socket)

    def close(self) -> None:
        """Listen no more."""
        self._server.close()
        self._claim.give_up()

    def _greet(self) -> None:
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            if not _ours(socket):
                socket.abort()
                socket.deleteLater()
                continue
            self._guests.append(socket)  # a slot that held it would be torn down within its own end
            socket.readyRead.connect(self._look)
            socket.disconnected.connect(self._look)
        self._look()

    def _look(self) -> None:
        for socket in list(self._guests):
            if socket.canReadLine():
                self._read(socket)
            elif socket.state() == socket.LocalSocketState.UnconnectedState:
                self._guests.remove(socket)
                socket.deleteLater()

    def _read(self, socket: "QLocalSocket") -> None:
        try:
            files = json.loads(bytes(socket.readLine().data()))
        except ValueError:
            return
        socket.write(b"taken\n")
        socket.flush()
        if isinstance(files, list):
            self.rung.emit([Path(file) for file in files if isinstance(file, str)])


def _socket(folder: Path, name: str) -> str:
    return str(folder / f"{name}.socket") if _FILES else f"dateline-{name}"


def _ours(socket: "QLocalSocket") -> bool:
    """Whether the process at the other end is this user's; where the system does not say, its folder vouches."""
    return not _FILES or owner(socket.socketDescriptor()) in (os.getuid(), None)


def owner(descriptor: int) -> int | None:
    """The number of the user whose process is at the other end of a socket; None where the system does not say."""
    system = ctypes.CDLL(None)
    if _LINUX:
        who, size = (ctypes.c_uint32 * 3)(), ctypes.c_uint32(12)  # process, user, group
        peer_credentials = (1, 17)  # SOL_SOCKET, SO_PEERCRED: the module that names them is the network's
        if system.getsockopt(descriptor, *peer_credentials, who, ctypes.byref(size)) == 0:
            return int(who[1])
        return -1
    if hasattr(system, "getpeereid"):
        user, group = ctypes.c_uint32(), ctypes.c_uint32()
        return user.value if system.getpeereid(descriptor, ctypes.byref(user), ctypes.byref(group)) == 0 else -1
    return None
