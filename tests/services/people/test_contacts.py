"""Contacts come in once, fill in only what is empty, go out without what is private, and one undo takes them back."""

import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from scorecard.domain.errors import StoppedError
from scorecard.domain.profiles import PersonField, PersonKind
from scorecard.domain.relations import RelationLevel
from scorecard.domain.touches import Way
from scorecard.services.people.contacts import Becomes, ContactsChoice, ContactsPlan, ContactsReceipt, KnownBy
from scorecard.services.people.persons import Persons
from scorecard.services.people.profiles import PersonDraft
from scorecard.services.services import Services
from tests.services.opened import seq, undos
from tests.store.raw import assert_sound

CARDS = """BEGIN:VCARD
VERSION:3.0
UID:ana-1
FN:Ana López
ORG:Fabrikam
TITLE:Director
EMAIL:ana@fabrikam.example
NOTE:Tea.
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Northwind
ORG:Northwind
X-ABShowAs:COMPANY
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:northwind
ORG:Northwind
X-ABShowAs:COMPANY
END:VCARD
"""

Read = Callable[[str], ContactsPlan]


def never() -> bool:
    return False


def no_progress(_done: int, _total: int) -> None:
    pass


@pytest.fixture
def read(people: Persons, tmp_path: Path) -> Read:
    def read_text(text: str) -> ContactsPlan:
        file = tmp_path / "contacts"
        file.write_text(text, encoding="utf-8")
        return people.contacts.reading(file).run(no_progress, never)

    return read_text


def bring_in(services: Services, plan: ContactsPlan, choice: ContactsChoice | None = None) -> ContactsReceipt:
    choice = choice or ContactsChoice(plan.first_choice(fill=False))
    imported = services.people.contacts.importing(plan, choice).run(no_progress, never)
    if imported.done is not None:
        services.take_over(imported.done)
    return imported.receipt


def test_they_come_in_with_their_groups_and_one_undo_takes_them_out(
    services: Services, people: Persons, read: Read, path: Path
) -> None:
    plan = read(CARDS)
    receipt = bring_in(services, plan, ContactsChoice(plan.first_choice(fill=False), groups=("client",)))

    ana, northwind = people.rows()
    profile = people.page(ana.id).profile  # type: ignore[union-attr]
    assert receipt == ContactsReceipt(added=2)
    assert (ana.name, ana.role, ana.organisation, ana.groups) == ("Ana López", "Director", "Fabrikam", ("client",))
    assert (profile.email, profile.notes, profile.origin) == ("ana@fabrikam.example", "Tea.", "vcard:ana-1")
    assert northwind.kind is PersonKind.TEAM
    assert undos(services) == 1
    assert people.rows() == ()
    assert_sound(path)


def test_who_stands_twice_in_the_file_comes_in_once(read: Read) -> None:
    assert read(CARDS).twice == 1


def test_a_second_import_adds_nothing(services: Services, people: Persons, read: Read, path: Path) -> None:
    bring_in(services, read(CARDS))
    before = seq(services)
    again = read(CARDS)

    assert [one.becomes(fill=False, taken=False) for one in again.contacts] == [Becomes.HERE, Becomes.HERE]
    assert [one.by for one in again.contacts] == [KnownBy.ORIGIN, KnownBy.NAME]
    assert bring_in(services, again) == ContactsReceipt()
    assert bring_in(services, again, ContactsChoice(again.first_choice(fill=True), fill=True)) == ContactsReceipt()
    assert seq(services) == before


def test_who_was_renamed_is_known_by_the_card(services: Services, people: Persons, read: Read) -> None:
    bring_in(services, read(CARDS))
    people.profiles.rename(people.rows()[0].id, "Ana Lima")

    assert read(CARDS).contacts[0].by is KnownBy.ORIGIN


def test_who_is_known_stays_as_they_are_unless_it_is_asked_for(services: Services, ana: str, read: Read) -> None:
    plan = read(CARDS)

    assert plan.contacts[0].becomes(fill=False, taken=False) is Becomes.STAYS
    assert bring_in(services, plan).added == 1
    assert services.people.page(ana).profile.email == ""  # type: ignore[union-attr]


def test_filling_in_leaves_what_stands_there(services: Services, people: Persons, ana: str, read: Read) -> None:
    plan = read(CARDS)
    assert bring_in(services, plan, ContactsChoice(plan.first_choice(fill=True), fill=True)) == ContactsReceipt(1, 1)

    profile = people.page(ana).profile  # type: ignore[union-attr]
    assert (profile.role, profile.organisation, profile.email) == ("CIO", "Fabrikam", "ana@fabrikam.example")
    assert (profile.rhythm, profile.origin) == (14, "vcard:ana-1")

    services.undoing.undo()
    assert people.page(ana).profile.organisation == ""  # type: ignore[union-attr]


def test_somebody_else_of_the_same_name_comes_in_when_ticked(services: Services, ana: str, read: Read) -> None:
    plan = read(CARDS)

    assert plan.contacts[0].becomes(fill=False, taken=True) is Becomes.BESIDE
    bring_in(services, plan, ContactsChoice(frozenset({0})))
    assert sorted(row.role for row in services.people.rows()) == ["CIO", "Director"]


def test_who_is_here_with_all_that_the_file_says_is_nobody_else(
    services: Services, people: Persons, read: Read
) -> None:
    table = "name,email,role\nAna,a@x.example ::: b@x.example,CEO\nNeal,,\n"
    bring_in(services, read(table))
    people.profiles.write(people.rows()[0].id, PersonField.EMAIL, "c@x.example, B@x.example, a@x.example")

    assert not any(one.is_offered(fill) for one in read(table).contacts for fill in (False, True))


def test_nobody_is_filled_in_whom_a_name_does_not_tell_apart(people: Persons, ana: str, read: Read) -> None:
    people.profiles.add(PersonDraft("ana lópez"))

    assert read(CARDS).contacts[0].fills == ()


def test_who_was_merged_is_found_by_the_old_name(people: Persons, ana: str, neal: str, read: Read) -> None:
    people.profiles.merge(neal, ana)

    assert read(CARDS).contacts[0].known == people.page(neal).person  # type: ignore[union-attr]


def test_what_is_too_long_is_cut_and_said(services: Services, people: Persons, read: Read) -> None:
    addresses = ",".join(f'"{n}@{"x" * 90}.example"' for n in range(20)).replace('","', " ::: ")
    plan = read(f"name,email,role\n{'N' * 300},{addresses},{'R' * 900}\n\x07,,x\n")
    bring_in(services, plan)

    (row,) = people.rows()
    email = people.page(row.id).profile.email  # type: ignore[union-attr]
    assert (plan.cut, plan.file.nameless) == (1, (3,))
    assert (len(row.name), len(row.role)) == (200, 200)
    assert email.endswith(".example")
    assert 800 < len(email) <= 1000


def test_stopping_changes_nothing(services: Services, read: Read, path: Path) -> None:
    plan = read(CARDS)
    before = seq(services)

    with pytest.raises(StoppedError):
        services.people.contacts.importing(plan, ContactsChoice(frozenset({0}))).run(no_progress, lambda: True)
    assert seq(services) == before


def test_an_export_holds_nothing_private_and_is_for_its_owner_only(
    services: Services, people: Persons, ana: str, tmp_path: Path
) -> None:
    people.profiles.write(ana, PersonField.NOTES, "canary")
    people.profiles.write(ana, PersonField.IMPORTANT, "canary")
    people.profiles.write(ana, PersonField.EMAIL, "ana@fabrikam.example")
    people.relations.step(ana, RelationLevel.VENDOR, "canary")
    people.touches.add(ana, Way.MET, note="canary")
    people.profiles.set_groups(ana, ("canary",))
    file = tmp_path / "contacts.vcf"

    assert people.contacts.export([ana]).write(file) == 1
    text = file.read_text(encoding="utf-8")
    assert "FN:Ana López" in text
    assert "EMAIL;TYPE=INTERNET:ana@fabrikam.example" in text
    assert "canary" not in text
    assert "vendor" not in text
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_the_card_that_somebody_came_from_is_named_in_an_export(
    services: Services, people: Persons, read: Read
) -> None:
    bring_in(services, read(CARDS))
    ids = [row.id for row in people.rows()]

    assert [contact.uid for contact in people.contacts.export(ids).contacts] == ["ana-1", f"{ids[1]}@scorecard"]


def test_an_own_export_is_known_again(people: Persons, ana: str, neal: str, read: Read, tmp_path: Path) -> None:
    file = tmp_path / "own.vcf"
    people.contacts.export([ana, neal]).write(file)
    people.profiles.rename(ana, "Ana Lima")

    assert [one.by for one in read(file.read_text(encoding="utf-8")).contacts] == [KnownBy.ORIGIN, KnownBy.ORIGIN]
