"""One window for one store: a second start hands over what it was asked for to the first, and ends."""

import hashlib
import os
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from scorecard.domain.starts import LONGEST, TOKENS, Arrival

PATIENCE = 2000  # milliseconds


def _server_name(lock: Path) -> str:
    return "scorecard-" + hashlib.blake2s(str(lock).encode(), digest_size=8).hexdigest()


class Doorbell(QObject):
    """The first instance listens; `rung` carries the Arrival of whoever started the program again."""

    rung = Signal(object)

    def __init__(self, lock: Path, parent: QObject) -> None:
        """Only for who holds the lock: what a killed program left behind is taken away."""
        super().__init__(parent)
        name = _server_name(lock)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(name)
        self._server.newConnection.connect(self._follow_connection)
        self._server.listen(name)

    def close(self) -> None:
        self._server.close()

    def _follow_connection(self) -> None:
        connection = self._server.nextPendingConnection()
        if connection is not None:
            connection.disconnected.connect(connection.deleteLater)
            connection.readyRead.connect(lambda: self._follow_words(connection))
            self._follow_words(connection)

    def _follow_words(self, connection: QLocalSocket) -> None:
        if not connection.canReadLine():
            if connection.bytesAvailable() > LONGEST:
                connection.abort()
            return
        line = bytes(connection.readLine(LONGEST).data()).decode(errors="replace")
        connection.disconnectFromServer()
        self.rung.emit(Arrival.from_text(line))


def ring(lock: Path, arrival: Arrival) -> bool:
    """Asks the running instance to show its window and what `arrival` says; False when nobody answers."""
    socket = QLocalSocket()
    socket.connectToServer(_server_name(lock))
    if not socket.waitForConnected(PATIENCE):
        return False
    socket.write(arrival.to_text().encode() + b"\n")
    socket.flush()
    # Whoever listens hangs up when it has understood.
    return socket.state() is QLocalSocket.LocalSocketState.UnconnectedState or socket.waitForDisconnected(PATIENCE)


def use_token(token: str) -> None:
    """Qt looks for it in the environment when a window asks to be in front."""
    for name in TOKENS if token else ():
        os.environ[name] = token
