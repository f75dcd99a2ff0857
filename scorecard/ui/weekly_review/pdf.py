"""The review as a PDF in memory: it is written to its file as a whole."""

from PySide6.QtCore import QBuffer, QIODevice, QLocale
from PySide6.QtGui import QPageSize, QPdfWriter

from scorecard.ui.weekly_review.paper import Printed, Stop, paint

_RESOLUTION = 600  # dots per inch in which places are told: nothing is drawn in dots


def page_size_of(locale: QLocale) -> QPageSize:
    """What printers of the country hold."""
    imperial = locale.measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
    return QPageSize(QPageSize.PageSizeId.Letter if imperial else QPageSize.PageSizeId.A4)


def pdf_of(printed: Printed, size: QPageSize, stopped: Stop = lambda: False) -> bytes:
    """Empty when it was stopped. May run in a thread. What the file says of itself names the week and nothing else."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_RESOLUTION)
    writer.setPageSize(size)
    writer.setTitle(printed.document.title)
    writer.setCreator("Scorecard")
    pages = paint(printed, writer, stopped)
    del writer  # ends the document
    return bytes(buffer.data().data()) if pages else b""
