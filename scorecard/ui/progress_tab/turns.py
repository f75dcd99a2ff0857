"""One heavy thing in each round of the event loop, so that keys and the mouse never wait for two."""

from PySide6.QtCore import QCoreApplication, QObject, QTimer

_NAME = "turns of the charts"


class Turns(QObject):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(_NAME)
        self._taken = False
        self._round = QTimer(self)
        self._round.setSingleShot(True)
        self._round.timeout.connect(self._begin_anew)

    def take(self) -> bool:
        """Whether whoever asks may do something heavy now; if not, it asks again in the next round."""
        if self._taken:
            return False
        self._taken = True
        self._round.start(0)
        return True

    def _begin_anew(self) -> None:
        self._taken = False


def turns() -> Turns:
    """Those that all charts of the program share."""
    application = QCoreApplication.instance()
    assert application is not None
    return application.findChild(Turns, _NAME) or Turns(application)
