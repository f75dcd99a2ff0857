"""From something that was found to the place where it stands."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Protocol, assert_never

from scorecard.domain.reflections import OF_WEEKS
from scorecard.domain.weeks import Week
from scorecard.services.searching import AnswerPlace, CheckinPlace, HitPlace, NotePlace, PersonPlace, PromisePlace
from scorecard.ui.find_dialog.note_dialog import open_note
from scorecard.ui.main_window import COMMITMENTS, REFLECTION, MainWindow

if TYPE_CHECKING:
    from scorecard.ui.commitments_tab.tab import CommitmentsTab
    from scorecard.ui.reflection_tab.tab import ReflectionTab


class Ways(Protocol):
    """What `WindowCommands` knows of the pages that are made late."""

    @property
    def commitments(self) -> CommitmentsTab: ...
    @property
    def reflection(self) -> ReflectionTab: ...
    def open_people(self, person_id: str | None = None, part: str = "") -> None: ...
    def review_week(self, week: Week | None = None, prompt_id: str = "") -> None: ...


def go_to(place: HitPlace, window: MainWindow, ways: Ways) -> None:
    match place:
        case NotePlace(day, measure_id):
            _open_note(window, day, measure_id)
        case PromisePlace(promise_id):
            window.go_to_page(COMMITMENTS)
            ways.commitments.show_promise(promise_id)
        case PersonPlace(person_id, part):
            ways.open_people(person_id, part)
        case AnswerPlace(day, prompt_id) if prompt_id in OF_WEEKS:
            ways.review_week(Week.of(day), prompt_id)
        case AnswerPlace(day, prompt_id):
            window.go_to_page(REFLECTION)
            ways.reflection.open_place(day, prompt_id)
        case CheckinPlace(day, checkin_id):
            window.go_to_page(REFLECTION)
            ways.reflection.show_day(day)
            _open_checkin(window, checkin_id)
        case _ as never:
            assert_never(never)


def _open_note(window: MainWindow, day: date, measure_id: str) -> None:
    window.open_day(day)
    row = window.scorecard.row_of(measure_id)
    if row is not None:
        row.open_note()
    else:
        open_note(window.desk, window, day, measure_id)


def _open_checkin(window: MainWindow, checkin_id: str) -> None:
    """All results of its kind, with that one chosen."""
    from scorecard.ui.reflection_tab.checkin_history import CheckinHistoryDialog

    page = window.desk.ask(lambda services: services.checkins.card())
    if page is None:
        return
    for series in page.series:
        ids = [result.id for result in reversed(series.results)]
        if checkin_id in ids:
            dialog = CheckinHistoryDialog(window.desk, window, page, series)
            dialog.table.selectRow(ids.index(checkin_id))
            dialog.open()
