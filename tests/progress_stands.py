"""When the Progress page has come to rest."""

from PySide6.QtWidgets import QWidget


def progress_stands(tab: QWidget) -> bool:
    """Whether every card is filled and every chart that is seen is drawn; a tab that is not seen stands."""
    from scorecard.ui.progress_tab.canvas import ChartCanvas
    from scorecard.ui.progress_tab.tab import ProgressTab

    assert isinstance(tab, ProgressTab)
    seen = [canvas for canvas in tab.findChildren(ChartCanvas) if not canvas.visibleRegion().isEmpty()]
    return not tab.isVisible() or (tab.filled and all(canvas.up_to_date for canvas in seen))
