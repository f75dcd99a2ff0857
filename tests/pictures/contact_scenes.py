"""The dialogs of People that bring two together, let somebody go, and bring in or hand out contacts."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from scorecard.domain.profiles import PersonField
from scorecard.domain.relations import RelationLevel
from scorecard.domain.touches import Way
from scorecard.services.people.profiles import PersonDraft
from scorecard.ui.people_tab import person_deeds
from scorecard.ui.people_tab.contacts_dialog import ContactsDialog
from scorecard.ui.people_tab.contacts_page import ContactsPage
from scorecard.ui.people_tab.delete_dialog import DeleteDialog
from scorecard.ui.people_tab.merge_dialog import MergeDialog
from tests.pictures.people_scenes import go_to_people
from tests.pictures.stage import Act, Scene, Stage, front

_HEADINGS = (
    "First Name,Last Name,Organization Name,Organization Title,Birthday,Labels,Notes,E-mail 1 - Value,E-mail 2 - Value,"
    "Phone 1 - Value\n"
)
_PEOPLE = (
    "Cassandra,Kelly,Northwind Benefits,CIO,,* myContacts,,cassandra@northwind.example,,+49 30 901820\n"
    "Ana,Lima,Fabrikam,Head of purchasing,1980-02-03,,Met at the fair,ana.lima@fabrikam.example,,+351 21 000\n"
    ",,Woodgrove Bank,,,,,desk@woodgrove.example,,\n"
    "石川,美智子,青空保険株式会社,情報システム部長,,,,ishikawa@aozora.example,,\n"
    "Ana,Lima,Fabrikam,Head of purchasing,,,Met at the fair,ana.lima@fabrikam.example,,+351 21 000\n"
    ",,,,2001-01-01,,,,,\n"
)
_MANY = "".join(f"Person,{n:04},Woodgrove Bank,Developer,,,,p{n}@woodgrove.example,,\n" for n in range(600))


def _read(stage: Stage, text: str, name: str = "contacts.csv") -> ContactsDialog:
    go_to_people(stage)
    file = Path(stage.folder) / name
    file.write_text(text, encoding="utf-8")
    dialog = ContactsDialog(stage.window.desk, stage.window, ("client", "Steering committee"), file)
    dialog.open()
    while dialog.busy:
        QTest.qWait(10)
    return dialog


def start(stage: Stage) -> QWidget:
    go_to_people(stage)
    stage.commands.people.import_contacts()
    return front()


def planned(text: str, *, fill: bool = False) -> Act:
    def show(stage: Stage) -> QWidget:
        dialog = _read(stage, _HEADINGS + text)
        page = dialog.page
        assert isinstance(page, ContactsPage)
        if fill:
            page.known.cells[1].click()
        return dialog

    return show


def refused(stage: Stage) -> QWidget:
    return _read(stage, "BEGIN:VCARD\nFN:Ana\n", "half of it.vcf")


def done(stage: Stage) -> QWidget:
    dialog = _read(stage, _HEADINGS + _PEOPLE)
    dialog.primary.click()
    while dialog.busy:
        QTest.qWait(10)
    return dialog


def export(stage: Stage) -> QWidget:
    go_to_people(stage)
    stage.commands.people.tab.start_search("c")
    stage.commands.people.export_contacts()
    return front()


def _twin(stage: Stage) -> str:
    people = stage.services.people
    twin = people.profiles.add(
        PersonDraft("Cass Kelly", role="Head of IT", organisation="Northwind", groups=("friends",))
    )
    people.profiles.write(twin, PersonField.EMAIL, "cass@kelly.example")
    people.profiles.write(twin, PersonField.IMPORTANT, "That nobody has to call twice")
    people.touches.add(twin, Way.MET)
    people.touches.add(twin, Way.WROTE)
    people.relations.step(twin, RelationLevel.PARTNER, "Asked us first")
    return twin


def merge(stage: Stage) -> QWidget:
    twin = _twin(stage)
    go_to_people(stage)
    row = stage.services.people.row(twin)
    assert row is not None
    person_deeds.merge(stage.window.desk, stage.window, row)
    dialog = front()
    assert isinstance(dialog, MergeDialog)
    QTest.keyClick(dialog.search, Qt.Key.Key_Down)
    return dialog


def delete(stage: Stage) -> QWidget:
    go_to_people(stage)
    row = stage.services.people.row(stage.services.people.profiles.named("Cassandra Kelly")[0].id)
    assert row is not None
    person_deeds.delete_for_good(stage.window.desk, stage.window, row)
    return front()


def delete_unnamed(stage: Stage) -> QWidget:
    dialog = delete(stage)
    assert isinstance(dialog, DeleteDialog)
    QTest.keyClicks(dialog.typed, "Cass")
    dialog.primary.click()
    return dialog


CONTACT_SCENES = (
    Scene("people-import-start", start, front=True),
    Scene("people-import-plan", planned(_PEOPLE), front=True),
    Scene("people-import-fill", planned(_PEOPLE, fill=True), front=True),
    Scene("people-import-many", planned(_PEOPLE + _MANY), front=True),
    Scene("people-import-refused", refused, front=True),
    Scene("people-import-done", done, front=True),
    Scene("people-export", export, front=True),
    Scene("people-merge", merge, front=True),
    Scene("people-delete", delete, front=True),
    Scene("people-delete-unnamed", delete_unnamed, front=True),
)
