"""vCards and tables of contacts: what is in them comes out, and what can't be read is refused with its line."""

import contextlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scorecard.domain.errors import KnownError
from scorecard.formats.contacts import ContactPart, ContactsFile, ForeignContact
from scorecard.formats.contacts_cards import read_cards
from scorecard.formats.contacts_reading import read_contacts
from scorecard.formats.contacts_tables import read_table
from scorecard.formats.contacts_writing import cards_file
from scorecard.formats.errors import (
    Amount,
    FileFault,
    FileTooLargeError,
    ImportCancelledError,
    NotRecognisedError,
    UnreadableFileError,
)  # fmt: skip


def never() -> bool:
    return False


def cards(*lines: str, version: str = "3.0") -> ContactsFile:
    card = "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""])
    return read_cards(card.encode(), never)


def only(file: ContactsFile) -> ForeignContact:
    (contact,) = file.contacts
    return contact


def test_a_card_of_version_3_is_read_whole() -> None:
    contact = only(
        cards(
            "UID:abc-1",
            "N:Kelly;Cassandra;;Dr.;",
            "FN:Dr. Cassandra Kelly",
            "ORG:Northwind Benefits;Information\\, technology",
            "TITLE:CIO",
            "EMAIL;TYPE=INTERNET,HOME:cass@home.example",
            "item1.EMAIL;TYPE=INTERNET,PREF:cassandra@northwind.example",
            "TEL;TYPE=CELL:+49 30 1234",
            "NOTE:Met in Berlin.\\nLikes tea\\; no coffee.",
            "PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQ",
            " AAAQABAAD//gA7Q1JFQVRPUjogZ2Qt",
            "X-ABLabel:_$!<HomePage>!$_",
        )
    )

    assert contact == ForeignContact(
        line=1,
        name="Dr. Cassandra Kelly",
        role="CIO",
        organisation="Northwind Benefits, Information, technology",
        email="cassandra@northwind.example, cass@home.example",
        phone="+49 30 1234",
        note="Met in Berlin.\nLikes tea; no coffee.",
        uid="abc-1",
    )


def test_a_card_of_version_2_1_has_its_own_encodings() -> None:
    contact = only(
        cards(
            "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=B6rg;;;",
            "ORG;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Stra=C3=9Fen=",
            "bau;a=3Bb",
            "LABEL;QUOTED-PRINTABLE:street=0D=0A=",
            "TEL:no number",
            "TEL;WORK;VOICE:030 99",
            "EMAIL;INTERNET:j@x.example",
            version="2.1",
        )
    )

    assert (contact.name, contact.organisation) == ("Jörg Müller", "Straßenbau, a;b")
    assert (contact.phone, contact.email) == ("030 99", "j@x.example")


def test_a_card_of_version_4_has_addresses_as_links() -> None:
    contact = only(
        cards(
            "KIND:org",
            "FN:Northwind",
            'TEL;VALUE=uri;TYPE="voice,home":tel:+1-555;ext=1',
            "UID:urn:uuid:1",
            version="4.0",
        )
    )

    assert (contact.name, contact.is_team, contact.phone, contact.uid) == ("Northwind", True, "+1-555", "urn:uuid:1")


def test_a_charset_that_is_named_is_used() -> None:
    raw = b"BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET=windows-1250:\x8a\xe1rka\nEND:VCARD\n"

    assert only(read_cards(raw, never)).name == "Šárka"
    assert not read_cards(raw, never).guessed


def test_letters_of_windows_are_read_and_told_of() -> None:
    file = read_cards(b"BEGIN:VCARD\nFN:J\xf6rg\nEND:VCARD\n", never)

    assert (only(file).name, file.guessed) == ("Jörg", True)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_mark_at_the_beginning_tells_the_encoding(encoding: str, tmp_path: Path) -> None:
    file = tmp_path / "contacts.vcf"
    file.write_bytes("BEGIN:VCARD\r\nFN:Zoë 石川\r\nEND:VCARD\r\n".encode(encoding))

    assert only(read_contacts(file, never)).name == "Zoë 石川"


def test_every_card_of_a_file_is_read_but_those_nobody_could_name() -> None:
    text = "".join(f"BEGIN:VCARD\nFN:{name}\nEND:VCARD\n\n" for name in ("Ana", "", "Neal"))
    file = read_cards(text.encode(), never)

    assert [one.name for one in file.contacts] == ["Ana", "Neal"]
    assert file.nameless == (5,)


def test_a_card_within_a_card_is_passed_over() -> None:
    contact = only(cards("FN:Ana", "AGENT:", "BEGIN:VCARD", "FN:Agent", "TEL:1", "END:VCARD", "TITLE:CEO"))

    assert (contact.name, contact.role, contact.phone) == ("Ana", "CEO", "")


@pytest.mark.parametrize(
    ("lines", "name", "is_team"),
    [
        (["N:Lima;Ana;Maria;;", "ORG:Fabrikam"], "Ana Maria Lima", False),
        (["NICKNAME:Nana"], "Nana", False),
        (["ORG:Fabrikam;Sales"], "Fabrikam, Sales", True),
        (["EMAIL:ana@x.example"], "ana@x.example", False),
        (["FN:Fabrikam", "X-ABShowAs:COMPANY"], "Fabrikam", True),
    ],
)
def test_a_name_is_found_where_there_is_one(lines: list[str], name: str, is_team: bool) -> None:
    contact = only(cards(*lines))

    assert (contact.name, contact.is_team) == (name, is_team)


GOOGLE = (
    "First Name,Middle Name,Last Name,Organization Name,Organization Title,Notes,Labels,"
    "E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Value,Phone 1 - Value\n"
    'Ana,,Lima,Fabrikam,CEO,"Tea,\nno coffee",* myContacts,Work,a@x.example ::: b@x.example,c@x.example,+1 555\n'
)
OLD_GOOGLE = (
    "Name,Given Name,Family Name,Organization 1 - Name,Organization 1 - Title,E-mail 1 - Value,Phone 1 - Value\n"
)
OUTLOOK = (
    "Title;First Name;Last Name;Company;Department;Job Title;Business Fax;Business Phone;Mobile Phone;"
    "E-mail Address;E-mail 2 Address\nDr.;Jörg;Müller;Straßenbau;Ost;Leiter;1;2;3;j@x.example;k@x.example\n"
)
GERMAN = "Vorname\tNachname\tFirma\tE-Mail-Adresse\tTelefon geschäftlich\nJörg\tMüller\tBau\tj@x.example\t1\n"
LINKEDIN = (
    'Notes:\n"When exporting, some addresses are missing."\n\nFirst Name,Last Name,URL,Email Address,Company,Position\n'
    "Neal,Byrne,https://x.example,,Contoso,Buyer\n"
)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (GOOGLE, ("Ana Lima", "CEO", "Fabrikam", "a@x.example, b@x.example, c@x.example", "+1 555")),
        (
            OLD_GOOGLE + "Ana Lima,Ana,Lima,Fabrikam,CEO,a@x.example,1\n",
            ("Ana Lima", "CEO", "Fabrikam", "a@x.example", "1"),
        ),
        (OUTLOOK, ("Dr. Jörg Müller", "Leiter", "Straßenbau", "j@x.example, k@x.example", "2, 3")),
        (GERMAN, ("Jörg Müller", "", "Bau", "j@x.example", "1")),
        (LINKEDIN, ("Neal Byrne", "Buyer", "Contoso", "", "")),
        ("email\nx@y.example\n", ("x@y.example", "", "", "x@y.example", "")),
    ],
    ids=["google", "google before", "outlook", "german", "linkedin", "addresses only"],
)
def test_a_table_is_read_by_the_names_of_its_columns(text: str, wanted: tuple[str, ...]) -> None:
    found = only(read_table(text.encode(), never))

    assert (found.name, found.role, found.organisation, found.email, found.phone) == wanted


def test_it_is_told_what_each_column_was_taken_for() -> None:
    columns = {one.heading: one.part for one in read_table(OUTLOOK.encode(), never).columns}

    assert columns["Job Title"] is ContactPart.ROLE
    assert columns["Title"] is ContactPart.NAME
    assert columns["Department"] is None
    assert columns["Business Fax"] is None


def test_a_table_of_windows_letters_is_read_and_told_of() -> None:
    file = read_table(OUTLOOK.encode("cp1252"), never)

    assert (only(file).name, file.guessed) == ("Dr. Jörg Müller", True)


@pytest.mark.parametrize(
    ("raw", "fault", "line"),
    [
        (b"BEGIN:VCARD\nFN:Ana\nEND:VCARD\nBEGIN:VCARD\nFN:Neal\n", FileFault.OPEN_CARD, 4),
        (b'BEGIN:VCARD\nFN:Ana\nTEL;TYPE="a:1\nEND:VCARD\n', FileFault.BAD_LINE, 3),
        (b"BEGIN:VCARD\nFN:Ana\0\nEND:VCARD\n", FileFault.NUL, 2),
        (b"BEGIN:VCARD\nFN:\x81\x8d\nEND:VCARD\n", FileFault.WRONG_ENCODING, 2),
        (b"BEGIN:VCARD\nNOTE:" + b"a" * 1_000_001 + b"\nEND:VCARD\n", FileFault.LONG_LINE, 2),
        (b"BEGIN:VCARD\nNOTE:a" + b"\n b" * 600_000 + b"\nEND:VCARD\n", FileFault.LONG_LINE, 2),
        (b'name,email\nAna,"a@x.example\n', FileFault.QUOTES, 2),
        (b"name,email\nAna,a@x.example\nNeal,b,c\n", FileFault.RAGGED, 3),
        (b"name\nAna\n\x81\x8d\n", FileFault.WRONG_ENCODING, 3),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_line(raw: bytes, fault: FileFault, line: int, tmp_path: Path) -> None:
    file = tmp_path / "contacts"
    file.write_bytes(raw)

    with pytest.raises(UnreadableFileError) as refused:
        read_contacts(file, never)

    assert (refused.value.fault, refused.value.line) == (fault, line)


@pytest.mark.parametrize(
    "raw", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"<html><b>name</b>", b"date,calls\n2026-01-01,3\n", b"\xff\xfe\0\xd8"]
)
def test_what_is_no_file_of_contacts_is_not_recognised(raw: bytes, tmp_path: Path) -> None:
    file = tmp_path / "contacts.vcf"
    file.write_bytes(raw)

    with pytest.raises(NotRecognisedError):
        read_contacts(file, never)


def test_ten_thousand_contacts_are_the_most() -> None:
    with pytest.raises(FileTooLargeError) as refused:
        read_table(b"name\n" + b"Ana\n" * 10_001, never)

    assert refused.value.amount is Amount.CONTACTS


def test_reading_can_be_stopped() -> None:
    with pytest.raises(ImportCancelledError):
        read_cards(b"BEGIN:VCARD\n" * 5000, lambda: True)


@pytest.mark.parametrize("lines", [b"\n" * 1_000_001, b"TEL:1\n" * 300_001], ids=["blank", "of one card"])
def test_a_file_that_would_take_for_ever_is_given_up(lines: bytes) -> None:
    with pytest.raises(UnreadableFileError) as refused:
        read_cards(b"BEGIN:VCARD\n" + lines + b"END:VCARD\n", never)

    assert refused.value.fault is FileFault.TOO_COSTLY


def test_a_large_picture_takes_no_time() -> None:
    picture = b"PHOTO;ENCODING=b:" + b"\n ".join([b"A" * 74] * 100_000)
    file = read_cards(b"BEGIN:VCARD\nFN:Ana\n" + picture + b"\nEND:VCARD\n", never)

    assert only(file).name == "Ana"


_LINES = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), max_size=120).map(
    lambda text: " ".join(text.split())
)
_NAMES = _LINES.filter(bool)
_CONTACTS = st.builds(
    ForeignContact,
    line=st.just(1),
    name=_NAMES,
    is_team=st.booleans(),
    role=_LINES,
    organisation=_LINES,
    email=st.one_of(_LINES, st.lists(_NAMES, max_size=4, unique_by=str.casefold).map(", ".join)),
    phone=_LINES,
    uid=_LINES,
)


@settings(max_examples=120)
@given(_CONTACTS)
def test_what_is_written_comes_back_the_same(contact: ForeignContact) -> None:
    assert read_cards(cards_file([contact]), never).contacts == (contact,)


def test_a_line_is_folded_and_never_longer_than_others_expect() -> None:
    written = cards_file([ForeignContact(1, "Ä" * 150, role=r"a\Nb;c,d")])

    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    assert only(read_cards(written, never)).role == r"a\Nb;c,d"


_PIECES = st.sampled_from([
    b"BEGIN:VCARD", b"END:VCARD", b"VERSION:2.1", b"FN:", b"N:", b";", b":", b"=", b"\n", b"\r\n", b"\n ", b"\n\t",
    b"TEL;", b"EMAIL;TYPE=", b"ENCODING=QUOTED-PRINTABLE", b";CHARSET=utf-16", b"=C3=", b"\\", b"\\n", b"\xff", b",",
    b"BASE64", b"ORG", b"UID", b"name,email", b"First Name", b"\xef\xbb\xbf", b"^n", b"%2C", b"a.", b'"',
])  # fmt: skip


@settings(max_examples=150)
@given(st.lists(st.one_of(_PIECES, st.binary(max_size=6)), max_size=40).map(b"".join))
def test_no_file_makes_it_crash(raw: bytes) -> None:
    for read, content in ((read_cards, raw), (read_cards, b"BEGIN:VCARD\n" + raw + b"\nEND:VCARD"), (read_table, raw)):
        with contextlib.suppress(KnownError):
            read(content, never)
