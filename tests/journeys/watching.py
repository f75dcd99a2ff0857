"""What the window costs, counted inside its process: queries, pictures of charts, timers that run on."""

import threading
from collections import Counter

from matplotlib.backends.backend_agg import FigureCanvasAgg
from PySide6.QtCore import QAbstractEventDispatcher, QCoreApplication, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication
from sqlalchemy import Connection, Engine, event

A_SECOND = 1000
_PLANNED = ("SELECT", "UPDATE", "DELETE", "INSERT")


class Watching(QObject):
    """Counts from the moment it is made; matplotlib and SQLAlchemy are loaded then."""

    def __init__(self) -> None:
        super().__init__()
        self._pictures: Counter[int] = Counter()
        self._plans: dict[str, list[str]] = {}
        event.listen(Engine, "before_cursor_execute", self._note_query)
        FigureCanvasAgg.draw = self._note_picture(FigureCanvasAgg.draw)  # type: ignore[method-assign]

    @property
    def pictures(self) -> int:
        """How many charts were drawn."""
        return len(self._pictures)

    @property
    def most_pictures(self) -> int:
        """How often the chart was drawn that was drawn most often."""
        return max(self._pictures.values(), default=0)

    @property
    def plans(self) -> dict[str, list[str]]:
        """Every query since then, with SQLite's plan for it."""
        return self._plans

    def _note_query(
        self, connection: Connection, cursor: object, statement: str, parameters: object, context: object, many: bool
    ) -> None:
        if threading.current_thread() is not threading.main_thread():
            return  # a backup is checked as a whole, and nobody waits for it
        if statement in self._plans or not statement.startswith(_PLANNED):
            return
        raw = connection.connection.cursor()
        first = parameters[0] if many else parameters  # type: ignore[index]
        raw.execute(f"EXPLAIN QUERY PLAN {statement}", first)
        self._plans[statement] = [row[3] for row in raw.fetchall()]
        raw.close()

    def _note_picture(self, draw):  # type: ignore[no-untyped-def]
        def counting(canvas):  # type: ignore[no-untyped-def]
            self._pictures[id(canvas)] += 1
            return draw(canvas)

        return counting


def restless_timers() -> list[str]:
    """Timers that wake an idle program: all but single shots of a second or more that need not be punctual.

    The cursor of a field that has the keyboard blinks by the user's own setting, and is not counted.
    """
    application = QApplication.instance()
    dispatcher = QAbstractEventDispatcher.instance()
    assert isinstance(application, QApplication)
    roots: list[QObject] = [application, *application.topLevelWidgets()]
    found = {id(thing): thing for root in roots for thing in (root, *root.findChildren(QObject))}
    return [
        f"{thing.metaObject().className()} of {_owner(thing)}, {timer.interval} ms"
        for thing in found.values()
        for timer in dispatcher.registeredTimers(thing)
        if not (_is_calm(thing) or thing.metaObject().className() == "QWidgetLineControl")
    ]


def _is_calm(thing: QObject) -> bool:
    if not isinstance(thing, QTimer):
        return False
    punctual = thing.timerType() is Qt.TimerType.PreciseTimer
    return thing.isSingleShot() and thing.interval() >= A_SECOND and not punctual


def _owner(thing: QObject) -> str:
    parent = thing.parent()
    return type(parent).__name__ if parent is not None else QCoreApplication.applicationName()
