"""The page of a person: what is known of them, read and written in its place."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from scorecard.domain.between import ConcernKind
from scorecard.domain.errors import KnownError
from scorecard.domain.profiles import PersonField, PersonKind, Profile
from scorecard.domain.relations import RelationLevel
from scorecard.services.people.person_page import PersonPage
from scorecard.services.people.profiles import PersonDraft
from scorecard.services.services import Services
from scorecard.ui.desk import Desk
from scorecard.ui.people_tab import page
from scorecard.ui.people_tab.page import PersonPageView
from scorecard.ui.people_tab.section import Section
from scorecard.ui.people_tab.sections.concerns import ConcernsSection
from scorecard.ui.people_tab.sections.head import HeadSection
from scorecard.ui.people_tab.sections.level import LevelSection
from scorecard.ui.people_tab.sections.notes import NotesSection
from scorecard.ui.people_tab.sections.script import ScriptSection
from scorecard.ui.people_tab.sections.team import TeamSection
from scorecard.ui.people_tab.short_lines import ShortLines
from scorecard.ui.widgets.scroll_area import ScrollArea
from tests.ui.conftest import TODAY, Choose

_Key = Qt.Key
Kind = TypeVar("Kind", bound=Section)


@dataclass
class Reader:
    """Somebody at the page of a person."""

    window: QWidget
    view: PersonPageView
    desk: Desk
    services: Services
    failures: list[KnownError]
    said: list[str]

    def section(self, kind: type[Kind]) -> Kind:
        return next(one for one in self.view.sections if isinstance(one, kind))

    @property
    def stored(self) -> PersonPage:
        found = self.services.people.page(self.view.person_id or "")
        assert found is not None
        return found

    @property
    def profile(self) -> Profile:
        return self.stored.profile

    def press(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            QTest.keyClick(QApplication.focusWidget() or self.view, key, modifier)

    def type(self, text: str, *keys: Qt.Key) -> None:
        QTest.keyClicks(QApplication.focusWidget() or self.view, text)
        self.press(*keys)

    def choose(self, words: str) -> None:
        """A line of the menu that is open."""
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        action = next(one for one in menu.actions() if one.text().replace("&", "").startswith(words))
        menu.close()
        action.trigger()

    def undo(self) -> None:
        self.services.undoing.undo()


@pytest.fixture
def read(services: Services, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Reader]:
    """Opens the page of somebody, who is new unless their id is given. What is between us has tests of its own."""
    monkeypatch.setattr(page, "_second_column", lambda: ())

    def open_page(person_id: str = "", **known: object) -> Reader:
        if not person_id:
            person_id = services.people.profiles.add(PersonDraft("Cassandra Kelly", **known))  # type: ignore[arg-type]
        desk = Desk()
        failures: list[KnownError] = []
        said: list[str] = []
        desk.attach(services)
        desk.failed.connect(failures.append)
        desk.said.connect(said.append)
        window = QWidget()
        qtbot.addWidget(window)
        desk.setParent(window)
        content = QWidget()
        view = PersonPageView(desk, content)
        QVBoxLayout(content).addWidget(view)
        QVBoxLayout(window).addWidget(ScrollArea(content, window))
        window.resize(820, 860)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        view.show_person(person_id)
        return Reader(window, view, desk, services, failures, said)

    return open_page


def test_a_line_of_the_head_is_edited_in_its_place_and_saved_by_enter(read: Callable[..., Reader]) -> None:
    reader = read()
    role = reader.section(HeadSection).lines[PersonField.ROLE]
    role.setFocus()
    reader.press(_Key.Key_F2)
    reader.type("Head of IT", _Key.Key_Return)

    assert reader.profile.role == "Head of IT"
    assert not role.editing
    reader.undo()
    assert (reader.profile.role, role.text()) == ("", "")


def test_escape_puts_back_what_stood_there_also_when_it_was_saved_meanwhile(read: Callable[..., Reader]) -> None:
    reader = read(role="CIO")
    role = reader.section(HeadSection).lines[PersonField.ROLE]
    QTest.mouseClick(role, Qt.MouseButton.LeftButton)
    reader.type("x")
    role.save_now()
    saved = reader.profile.role
    reader.press(_Key.Key_Escape)

    assert saved != "CIO"
    assert (reader.profile.role, role.text(), role.editing) == ("CIO", "CIO", False)


def test_a_name_is_never_empty_and_is_found_by_its_old_one_after_a_change(read: Callable[..., Reader]) -> None:
    reader = read()
    name = reader.section(HeadSection).name
    name.setFocus()
    reader.press(_Key.Key_Return, _Key.Key_Delete, _Key.Key_Return)
    kept = name.text()
    reader.press(_Key.Key_Return)
    reader.type("Cassandra Moore", _Key.Key_Return)

    assert kept == "Cassandra Kelly"
    assert reader.stored.person.name == "Cassandra Moore"
    assert reader.failures == []


def test_what_is_being_typed_is_saved_for_whom_it_was_typed(read: Callable[..., Reader]) -> None:
    reader = read()
    other = reader.services.people.profiles.add(PersonDraft("Neal"))
    first = reader.view.person_id or ""
    head = reader.section(HeadSection)
    head.ask.edit()
    reader.type("How did it go?")
    reader.view.show_person(other)

    before = reader.services.people.page(first)
    assert before is not None
    assert before.profile.ask_next == "How did it go?"
    assert (head.ask.text(), head.ask.editing, reader.profile.ask_next) == ("", False, "")


def test_group_rhythm_team_and_kind_are_chosen_from_menus(read: Callable[..., Reader]) -> None:
    reader = read()
    team = reader.services.people.profiles.add(PersonDraft("Finance", PersonKind.TEAM))
    head = reader.section(HeadSection)
    for line, words in ((head.groups, "Client"), (head.rhythm, "Every two weeks"), (head.team, "Finance")):
        line.setFocus()
        reader.press(_Key.Key_Return)
        reader.choose(words)
    head.groups.setFocus()
    reader.press(_Key.Key_Down)
    reader.choose("Another word")
    reader.type("Mentors", _Key.Key_Return)

    assert reader.stored.row.groups == ("client", "Mentors")
    assert (reader.profile.rhythm, reader.profile.team_id) == (14, team)
    assert head.groups.accessibleName() == "Groups: Client, Mentors"


def test_a_rhythm_of_ones_own_is_typed_and_an_impossible_one_refused_in_words(read: Callable[..., Reader]) -> None:
    reader = read()
    head = reader.section(HeadSection)
    for typed in ("10", "never"):
        head.rhythm.open_menu()
        reader.choose("Another number")
        reader.type(typed, _Key.Key_Return)

    assert reader.profile.rhythm == 10
    assert len(reader.failures) == 1
    assert head.rhythm.hasFocus()


def test_somebody_archived_is_said_to_be_and_brought_back(read: Callable[..., Reader]) -> None:
    reader = read()
    head = reader.section(HeadSection)
    reader.services.people.profiles.archive(reader.view.person_id or "")
    assert head.bring_back.isVisible()
    head.bring_back.click()

    assert not reader.profile.archived
    assert not head.bring_back.isVisible()


def test_a_step_up_takes_a_sentence_and_a_day_and_can_be_undone(read: Callable[..., Reader]) -> None:
    reader = read()
    level = reader.section(LevelSection)
    level.stair.setFocus()
    reader.press(_Key.Key_Up, _Key.Key_Return)
    reader.type("She called me first.")
    level.form.day.setFocus()
    reader.press(_Key.Key_Down, _Key.Key_Return)

    step = reader.stored.steps[0].relation
    assert (step.level, step.evidence) == (RelationLevel.PROBLEM_SOLVER, "She called me first.")
    assert step.day == TODAY - timedelta(days=1)
    assert level.stair.hasFocus()
    reader.undo()
    assert reader.stored.level is None
    assert level.hint.isVisible()


def test_escape_leaves_a_step_unmade(read: Callable[..., Reader]) -> None:
    reader = read()
    level = reader.section(LevelSection)
    level.step.click()
    reader.type("Perhaps")
    reader.press(_Key.Key_Escape)

    assert reader.stored.level is None
    assert (level.form.isVisible(), level.step.isVisible()) == (False, True)


def test_a_step_begun_with_a_sentence_is_noted_when_the_page_is_left(read: Callable[..., Reader]) -> None:
    reader = read()
    level = reader.section(LevelSection)
    level.step.click()
    reader.type("The first order.")

    assert reader.view.unsaved_text() == "The first order."
    assert reader.view.flush()
    assert reader.stored.level is RelationLevel.VENDOR


def test_a_level_that_is_looked_at_says_what_it_means_and_what_to_do_about_it(read: Callable[..., Reader]) -> None:
    reader = read()
    level = reader.section(LevelSection)
    known = reader.services.people.definitions().levels
    reader.services.people.relations.step(reader.view.person_id or "", RelationLevel.PARTNER, "We plan together.")
    level.stair.setFocus()
    reader.press(_Key.Key_Home)

    top = known[RelationLevel.TRUSTED_PARTNER]
    assert level.meaning.means.text() == top.means
    assert level.meaning.attributes.points == top.attributes
    assert level.meaning.acting.isHidden()
    assert level.meaning.drops.points == top.would_drop
    assert level.step.text().replace("&", "") == "Note a step up to trusted partner…"


def test_a_step_is_edited_and_removed_from_its_history(read: Callable[..., Reader]) -> None:
    reader = read()
    person = reader.view.person_id or ""
    reader.services.people.relations.step(person, RelationLevel.VENDOR, "Order", TODAY - timedelta(days=9))
    reader.services.people.relations.step(person, RelationLevel.PARTNER, "Plans")
    steps = reader.section(LevelSection).steps
    steps.setFocus()
    reader.press(_Key.Key_Return, _Key.Key_End)
    reader.type(" together", _Key.Key_Return)
    edited = reader.stored.steps[0].relation.evidence
    reader.press(_Key.Key_Delete)

    assert edited == "Plans together"
    assert [step.relation.evidence for step in reader.stored.steps] == ["Order"]
    assert steps.hasFocus()


def test_a_day_to_come_is_refused_and_the_sentence_stays(read: Callable[..., Reader]) -> None:
    reader = read()
    level = reader.section(LevelSection)
    level.step.click()
    reader.type("Soon")
    level.form.day.set_day(TODAY + timedelta(days=1))
    level.form.act()

    assert len(reader.failures) == 1
    assert (level.form.isVisible(), level.form.words.text()) == (True, "Soon")


def test_concerns_are_added_edited_moved_and_removed_by_keys(read: Callable[..., Reader]) -> None:
    reader = read()
    concerns = reader.section(ConcernsSection).kinds[ConcernKind.CONCERN]
    concerns.field.setFocus()
    reader.type("Late news", _Key.Key_Return)
    reader.type("Budget", _Key.Key_Return)
    concerns.lines.setFocus()
    reader.press(_Key.Key_Home, _Key.Key_F2)
    QApplication.processEvents()
    reader.press(_Key.Key_End)
    reader.type(" from others", _Key.Key_Return)
    QApplication.processEvents()
    concerns.lines.setFocus()
    reader.press(_Key.Key_Down, modifier=Qt.KeyboardModifier.AltModifier)
    moved = [one.words for one in reader.stored.concerns]
    reader.press(_Key.Key_Delete)

    assert moved == ["Budget", "Late news from others"]
    assert _words(concerns.lines) == [one.words for one in reader.stored.concerns] == ["Budget"]


def test_a_concern_typed_and_not_entered_is_added_when_the_page_is_left(read: Callable[..., Reader]) -> None:
    reader = read()
    other = reader.services.people.profiles.add(PersonDraft("Neal"))
    first = reader.view.person_id or ""
    reader.section(ConcernsSection).kinds[ConcernKind.RESPONSIBILITY].field.setFocus()
    reader.type("The budget")
    reader.view.show_person(other)

    before = reader.services.people.page(first)
    assert before is not None
    assert [one.words for one in before.responsibilities] == ["The budget"]
    assert reader.stored.responsibilities == ()


def test_the_map_of_their_role_is_one_click_away_while_nothing_stands_there(read: Callable[..., Reader]) -> None:
    reader = read(role="Interim CIO")
    concerns = reader.section(ConcernsSection)
    offered = concerns.start.text()
    concerns.start.click()
    known = reader.services.people.definitions().map_of("cio")

    assert offered == "Begin with the map of a CIO"
    assert known is not None
    assert tuple(one.words for one in reader.stored.concerns) == known.concerns
    assert (concerns.start.isVisible(), concerns.maps.isVisible()) == (False, True)
    concerns.maps.click()
    reader.choose("CIO")
    assert reader.said == ["All lines of this map stand here already."]


def test_the_script_and_notes_are_saved_while_they_are_written(read: Callable[..., Reader], qtbot: QtBot) -> None:
    reader = read()
    script, notes = reader.section(ScriptSection), reader.section(NotesSection)
    script.areas[PersonField.BAD_OUTCOME].setFocus()
    reader.type("A second delay")
    notes.area.setFocus()
    reader.type("Reads *every* line")
    qtbot.waitUntil(lambda: reader.profile.notes == "Reads *every* line")

    assert reader.profile.script.bad_outcome == "A second delay"
    assert reader.view.unsaved_text() == ""


def test_what_cannot_be_saved_is_kept_and_said(read: Callable[..., Reader]) -> None:
    reader = read()
    area = reader.section(ScriptSection).areas[PersonField.IMPORTANT]
    area.setPlainText("x" * 2001)

    assert not reader.view.flush()
    assert len(reader.view.unsaved_text()) == 2001
    assert len(reader.failures) == 1
    reader.view.give_up_text()
    assert reader.view.flush()


def test_members_of_a_team_are_added_by_name_opened_and_taken_out(read: Callable[..., Reader], qtbot: QtBot) -> None:
    reader = read(kind=PersonKind.TEAM)
    ana = reader.services.people.profiles.add(PersonDraft("Ana"))
    members = reader.section(TeamSection).members
    members.field.setFocus()
    reader.type("ana", _Key.Key_Return)
    reader.type("Grace")
    hint = members.hint.text()
    reader.press(_Key.Key_Return)
    names = [row.name for row in reader.stored.members]
    members.lines.setFocus()
    with qtbot.waitSignal(reader.view.person_asked) as asked:
        reader.press(_Key.Key_Home, _Key.Key_Return)
    reader.press(_Key.Key_Delete)

    assert names == ["Ana", "Grace"]
    assert "Somebody new" in hint
    assert asked.args == [ana]
    assert [row.name for row in reader.stored.members] == ["Grace"]


def test_measures_are_agreed_from_the_card_and_the_day_can_be_changed(
    read: Callable[..., Reader], choose: Choose
) -> None:
    choose("Calls", target=3)
    reader = read()
    agreed = reader.section(TeamSection).agreed
    assert agreed.hint.isVisible()
    agreed.add.click()
    reader.choose("Calls")
    agreed.lines.setFocus()
    reader.press(_Key.Key_Return, _Key.Key_Down, _Key.Key_Return)
    day = reader.stored.agreed[0].agreed_on
    reader.press(_Key.Key_Delete)

    assert day == TODAY - timedelta(days=1)
    assert reader.stored.agreed == ()


def test_the_next_quality_review_is_chosen_from_a_menu_or_by_day(read: Callable[..., Reader]) -> None:
    reader = read(kind=PersonKind.TEAM)
    review = reader.section(TeamSection).review
    review.line.setFocus()
    reader.press(_Key.Key_Return)
    reader.choose("In 4 week")
    first = reader.profile.review_day
    review.line.open_menu()
    reader.choose("Another day")
    reader.press(_Key.Key_Up, _Key.Key_Return)

    assert first == TODAY + timedelta(weeks=4)
    assert reader.profile.review_day == TODAY + timedelta(weeks=4, days=1)
    assert review.line.hasFocus()


def test_a_team_has_a_line_of_plan_for_each_factor_of_trust(read: Callable[..., Reader]) -> None:
    reader = read(kind=PersonKind.TEAM)
    plans = reader.section(TeamSection).plans
    field = plans.fields["transparency"]
    field.edit()
    reader.type("Decisions on the wall", _Key.Key_Return)

    assert len(plans.fields) == 5
    plan = reader.stored.plan_of("organisational_trust", "transparency")
    assert plan is not None
    assert plan.words == "Decisions on the wall"
    reader.undo()
    assert field.text() == ""


def test_for_a_person_the_section_shows_the_way_to_their_team(read: Callable[..., Reader], qtbot: QtBot) -> None:
    reader = read()
    team = reader.services.people.profiles.add(PersonDraft("Finance", PersonKind.TEAM))
    reader.services.people.profiles.set_team(reader.view.person_id or "", team)
    section = reader.section(TeamSection)
    with qtbot.waitSignal(reader.view.person_asked) as asked:
        section.team.click()

    assert asked.args == [team]
    assert not section.members.isVisible()
    assert not section.plans.isVisible()


def test_everything_on_the_page_is_reached_by_tab_and_has_a_name(read: Callable[..., Reader]) -> None:
    reader = read(kind=PersonKind.TEAM, role="CIO")
    own = [one for one in reader.view.sections if type(one).__module__.rpartition(".")[2] in _OWN]
    stops = [
        widget for section in own for widget in section.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]  # fmt: skip
    nameless = [widget for widget in stops if not (widget.accessibleName() or getattr(widget, "text", str)())]
    first = reader.section(HeadSection).name
    first.setFocus()
    reached: set[QWidget] = {first}
    for _ in range(2 * len(stops) + 60):
        QTest.keyClick(QApplication.focusWidget() or reader.view, _Key.Key_Tab)
        focus = QApplication.focusWidget()
        if focus is not None:
            reached.add(focus)

    assert nameless == []
    assert [widget for widget in stops if widget not in reached and not _inside(widget, reached)] == []


def test_the_menu_of_a_line_offers_what_its_keys_do(read: Callable[..., Reader]) -> None:
    reader = read()
    kinds = reader.section(ConcernsSection).kinds[ConcernKind.CONCERN]
    for words in ("One", "Two"):
        reader.services.people.concerns.add(reader.view.person_id or "", ConcernKind.CONCERN, words)
    kinds.lines.setCurrentRow(0)
    kinds.lines.show_menu(QPoint(10, 10))
    reader.choose("Move down")

    assert [one.words for one in reader.stored.concerns] == ["Two", "One"]
    assert kinds.lines.key == reader.stored.concerns[1].id


def test_what_is_being_written_is_part_of_the_page_before_a_meeting(read: Callable[..., Reader]) -> None:
    from scorecard.ui.people_tab.meeting.dialog import MeetingDialog

    reader = read()
    head = reader.section(HeadSection)
    head.ask.edit()
    reader.type("How did it go?")
    QTest.keyClick(head.meeting, _Key.Key_Return)
    dialog = reader.window.findChild(MeetingDialog)

    assert dialog is not None
    assert reader.profile.ask_next == "How did it go?"
    dialog.reject()


def test_the_other_side_is_shown_only_what_was_agreed(read: Callable[..., Reader], choose: Choose) -> None:
    measure = choose("Calls", target=3)
    reader = read()
    agreed = reader.section(TeamSection).agreed
    hidden = agreed.share.isVisible()
    reader.services.people.agreements.agree(reader.view.person_id or "", measure)
    agreed.share.click()
    dialog = reader.window.findChild(QDialog)

    assert not hidden
    assert dialog is not None
    dialog.reject()


_OWN = {"head", "level", "concerns", "script", "notes", "team"}


def _words(lines: ShortLines) -> list[str]:
    return [line.words for line in lines.lines]


def _inside(widget: QWidget, reached: set[QWidget]) -> bool:
    """A field whose focus another one has for it."""
    return any(other.isAncestorOf(widget) or widget.isAncestorOf(other) for other in reached)
