"""The states of the People page: its list, the page beside it, and what stands there when there is nobody."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from scorecard.domain.profiles import PersonField
from scorecard.domain.relations import RelationLevel
from scorecard.domain.touches import Way
from scorecard.services.people.profiles import PersonDraft
from scorecard.ui.main_window import PEOPLE
from scorecard.ui.people_tab.add_dialog import AddDialog
from scorecard.ui.people_tab.kept import ONLY, Shown
from tests.pictures.stage import TODAY, Act, Scene, Stage, front

_LONG = "Maximiliane von und zu Hohenlohe-Schillingsfürst-Waldenburg, geborene Prinzessin"
_SCRIPTS = (
    (_LONG, "Chief transformation and integration officer for everything digital", "Northwind Benefits International"),
    ("石川 美智子、東京本社、基幹システム刷新プロジェクト推進室", "情報システム部長", "青空保険株式会社"),
    ("عبد الرحمن بن محمد الأنصاري القرطبي الأندلسي الأصل", "مدير تقنية المعلومات", "شركة التأمين المتحدة"),
    ("Александра Константиновна Воскресенская-Преображенская", "Начальница отдела закупок", "Северный ветер"),
    ("ศุภลักษณ์ วัฒนธรรมประเสริฐ", "ผู้อำนวยการ", "กรุงเทพประกันภัย"),
)


def go_to_people(stage: Stage, name: str = "") -> None:
    stage.window.go_to_page(PEOPLE)
    tab = stage.commands.people.tab
    if name:
        found = stage.services.people.profiles.named(name)
        tab.open_person(found[0].id, with_keyboard=False)
    QApplication.processEvents()


def one(name: str) -> Act:
    return lambda stage: go_to_people(stage, name)


def filtered(shown: Shown, search: str = "") -> Act:
    def choose(stage: Stage) -> None:
        stage.services.people.profiles.archive("p5")
        go_to_people(stage)
        stage.commands.people.tab._choose(shown)
        if search:
            stage.commands.people.tab.start_search(search)

    return choose


def write_scripts(stage: Stage) -> None:
    profiles = stage.services.people.profiles
    for place, (name, role, organisation) in enumerate(_SCRIPTS):
        groups = ("client", "Steering committee of the integration programme")
        made = profiles.add(PersonDraft(name, role=role, organisation=organisation, groups=groups, rhythm=30))
        profiles.write(made, PersonField.ASK_NEXT, f"{organisation}: {role}? {name}")
        stage.services.people.relations.step(made, tuple(RelationLevel)[place])
        stage.services.people.touches.add(made, Way.MET, day=TODAY - timedelta(days=20 * place))
        stage.services.people.owed.make(made, "The offer", TODAY - timedelta(days=1), TODAY - timedelta(days=9))
    go_to_people(stage, _LONG)


def many(stage: Stage) -> None:
    drafts = [PersonDraft(f"Person {n:04}", role="Developer", groups=("client",), rhythm=30) for n in range(1000)]
    stage.services.people.profiles.add_all(drafts, "sample")
    go_to_people(stage)


def filter_menu(stage: Stage) -> QMenu:
    go_to_people(stage)
    return stage.commands.people.tab.header.filter.open_menu()


def add(stage: Stage) -> QWidget:
    go_to_people(stage)
    stage.commands.people.add()
    dialog = front()
    assert isinstance(dialog, AddDialog)
    QTest.keyClicks(dialog.name, "ana")
    dialog.level.setCurrentIndex(3)
    return dialog


def rename(stage: Stage) -> QWidget:
    go_to_people(stage)
    QTest.keyClick(stage.commands.people.tab.list, Qt.Key.Key_F2)
    return front()


PEOPLE_SCENES = (
    Scene("people", one("Cassandra Kelly")),
    Scene("people-list", go_to_people),
    Scene("people-empty", go_to_people, store="empty"),
    Scene("people-scripts", write_scripts),
    Scene("people-many", many),
    Scene("people-filtered", filtered(Shown(group="client", overdue=True))),
    Scene("people-archive", filtered(Shown(archived=ONLY))),
    Scene("people-nobody-found", filtered(Shown(), "elephant")),
    Scene("people-filter-menu", filter_menu, front=True),
    Scene("people-add", add, front=True),
    Scene("people-rename", rename, front=True),
)
