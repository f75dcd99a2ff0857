"""Contacts of other programs as they can be stored here, and by what they are known again. Pure."""

from scorecard.domain.profiles import PersonField, PersonKind
from scorecard.domain.texts import NAME_LENGTH, clean_line, clean_name, clean_text
from scorecard.formats.contacts import BESIDE, ForeignContact
from scorecard.services.people.profiles import PersonDraft

OWN = "@scorecard"  # ends the UIDs of cards that were written here
_ORIGIN = "vcard:"
_LONGEST_UID = 500  # what is longer tells nobody anything


def field_of(draft: PersonDraft, of: PersonField) -> str:
    """What a draft says in one of the fields that contacts have."""
    return {
        PersonField.ORGANISATION: draft.organisation,
        PersonField.ROLE: draft.role,
        PersonField.EMAIL: draft.email,
        PersonField.PHONE: draft.phone,
        PersonField.NOTES: draft.notes,
    }[of]


def draft_of(contact: ForeignContact) -> tuple[PersonDraft, bool]:
    """As it can be stored, and whether something had to be cut. Raises EmptyNameError."""
    name, long_name = _cut(contact.name, NAME_LENGTH)
    cuts = [long_name]
    texts = {}
    for of, text in (
        (PersonField.ROLE, contact.role),
        (PersonField.ORGANISATION, contact.organisation),
        (PersonField.EMAIL, contact.email),
        (PersonField.PHONE, contact.phone),
    ):
        texts[of], long = _cut(text, of.longest)
        if long and BESIDE in texts[of]:
            texts[of] = texts[of].rpartition(BESIDE)[0]
        cuts.append(long)
    note, long_note = _cut_note(contact.note)
    draft = PersonDraft(
        name=clean_name(name),
        kind=PersonKind.TEAM if contact.is_team else PersonKind.PERSON,
        role=texts[PersonField.ROLE],
        organisation=texts[PersonField.ORGANISATION],
        email=texts[PersonField.EMAIL],
        phone=texts[PersonField.PHONE],
        notes=note,
        origin=_origin_of(contact.uid),
    )
    return draft, any((*cuts, long_note))


def _cut(text: str, longest: int) -> tuple[str, bool]:
    """On one line; what is pasted may be of any length."""
    line = clean_line(text[: 3 * longest], 3 * longest)
    return line[:longest].rstrip(), len(line) > longest or len(text) > 3 * longest


def _cut_note(text: str) -> tuple[str, bool]:
    longest = PersonField.NOTES.longest
    note = clean_text(text[: 2 * longest], 10 * longest).strip()
    return note[:longest].rstrip(), len(note) > longest or len(text) > 2 * longest


def _origin_of(uid: str) -> str | None:
    line, long = _cut(uid, _LONGEST_UID)
    return f"{_ORIGIN}{line}" if line and not long else None


def uid_of(person_id: str, origin: str | None) -> str:
    """By which other address books, and this program, know somebody again."""
    return origin.removeprefix(_ORIGIN) if origin and origin.startswith(_ORIGIN) else f"{person_id}{OWN}"
