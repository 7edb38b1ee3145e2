"""One window a library: a second start hands its files over to the window that is open."""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from dateline import paths

PATIENCE = 1500
"""Milliseconds to wait for the other window."""


def name_of(library: Path) -> str:
    """The name of the socket of the window on this library, for this user."""
    key = f"{paths.config()}|{library.absolute()}"
    return f"dateline-{hashlib.sha256(key.encode()).hexdigest()[:20]}"


def hand_over(library: Path, files: Sequence[Path]) -> bool:
    """Give files to the window that is open on this library; False where none is."""
    socket = QLocalSocket()
    socket.connectToServer(name_of(library))
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
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)
        self.listen(library)

    def listen(self, library: Path) -> None:
        """Listen for those who want this library, and no longer for another."""
        self._server.close()
        name = name_of(library)
        if not self._server.listen(name):
            QLocalServer.removeServer(name)  # left behind by a window that died
            self._server.listen(name)

    def close(self) -> None:
        """Listen no more."""
        self._server.close()

    def _greet(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(lambda socket=socket: self._read(socket))
            socket.disconnected.connect(socket.deleteLater)
            if socket.canReadLine():
                self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            return
        try:
            files = json.loads(bytes(socket.readLine().data()))
        except ValueError:
            return
        socket.write(b"taken\n")
        socket.flush()
        if isinstance(files, list):
            self.rung.emit([Path(file) for file in files if isinstance(file, str)])
