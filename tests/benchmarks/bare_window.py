"""The floor of every start: QApplication, QMainWindow, first picture."""

import os
import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow


class Window(QMainWindow):
    told = False

    def paintEvent(self, event):  # type: ignore[no-untyped-def]
        super().paintEvent(event)
        if not self.told:
            self.told = True
            QTimer.singleShot(0, self, tell)


def tell() -> None:
    os.write(int(os.environ["SCORECARD_MILESTONES_FD"]), b"painted\n")


app = QApplication(sys.argv[:1])
window = Window()
window.resize(1180, 860)
window.show()
app.exec()
