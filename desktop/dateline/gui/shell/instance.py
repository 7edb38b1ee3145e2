"""One window a library: a second start hands its files over to the window that is open."""

import json
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from dateline import paths

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalSocket

PATIENCE = 1500
"""Milliseconds to wait for the other window."""
_FILES = os.name != "nt"
"""Whether sockets are files."""


def name_of(library: Path) -> str:
    """The name of the socket of the window on this library, for this user: a file's where sockets are files."""
    key = f"{paths.config()}|{library.absolute()}"
    name = f"dateline-{Random(os.fsencode(key)).getrandbits(80):020x}"  # a seed is hashed; hashlib would load OpenSSL
    return str(Path(tempfile.gettempdir()) / name) if _FILES else name


def hand_over(library: Path, files: Sequence[Path]) -> bool:
    """Give files to the window that is open on this library; False where none is."""
    name = name_of(library)
    if _FILES and not Path(name).exists():
        return False  # without loading Qt's network, which the first window can do later
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(PATIENCE):
        return False
    socket.write(json.dumps([str(file) for file in files]).encode() + b"\n")
    socket.flush()
    taken = socket.waitForReadyRead(PATIENCE) and socket.readAll().data() == b"taken\n"
    socket.disconnectFromServer()
    return bool(taken)


class Doorbell(QObject):
    """Listens for second starts; `rung` carries the files that they bring."""

    rung = Signal(object)

    def __init__(self, library: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        from PySide6.QtNetwork import QLocalServer

        self._guests: list[QLocalSocket] = []
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)
        self.listen(library)

    def listen(self, library: Path) -> None:
        """Listen for those who want this library, and no longer for another."""
        self._server.close()
        name = name_of(library)
        if not self._server.listen(name):
            self._server.removeServer(name)  # left behind by a window that died
            self._server.listen(name)

    def close(self) -> None:
        """Listen no more."""
        self._server.close()

    def _greet(self) -> None:
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
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
