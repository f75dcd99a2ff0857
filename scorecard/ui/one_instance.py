"""One window for one store: a second start brings the first one's window to the front and ends."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE = 2000  # milliseconds


def _server_name(lock: Path) -> str:
    return "scorecard-" + hashlib.blake2s(str(lock).encode(), digest_size=8).hexdigest()


class Doorbell(QObject):
    """The first instance listens; `rung` says that somebody started the program again."""

    rung = Signal()

    def __init__(self, lock: Path, parent: QObject) -> None:
        super().__init__(parent)
        name = _server_name(lock)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        # Left over by a killed program; the lock file says that nobody else is there.
        QLocalServer.removeServer(name)
        self._server.newConnection.connect(self._follow_connection)
        self._server.listen(name)

    def _follow_connection(self) -> None:
        connection = self._server.nextPendingConnection()
        if connection is not None:
            connection.disconnected.connect(connection.deleteLater)
            connection.disconnectFromServer()
        self.rung.emit()


def ring(lock: Path) -> bool:
    """Asks the running instance to show its window; False when nobody answers."""
    socket = QLocalSocket()
    socket.connectToServer(_server_name(lock))
    answered = socket.waitForConnected(PATIENCE)
    if answered:
        socket.waitForDisconnected(PATIENCE)
    return answered
