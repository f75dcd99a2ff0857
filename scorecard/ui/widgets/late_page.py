"""A page of the window that is made when it is first looked at."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scorecard.overriding import override

Page = TypeVar("Page", bound=QWidget)


class LatePage(QWidget, Generic[Page]):
    """Fills itself with its page when it is first shown, or when somebody asks for the page."""

    def __init__(self, make: Callable[[], Page], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self._page: Page | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def made(self) -> Page | None:
        """The page, if it was made already."""
        return self._page

    @property
    def page(self) -> Page:
        if self._page is None:
            self._page = self._make()
            self._column.addWidget(self._page)
            self.setFocusProxy(self._page)
        return self._page

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self.page.show()
        super().showEvent(event)
