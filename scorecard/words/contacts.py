"""What is said before, while and after contacts are brought in, and before they are handed out."""

from collections.abc import Callable
from typing import assert_never

from scorecard.domain.errors import KnownError
from scorecard.domain.profiles import PersonField
from scorecard.services.importing_outcomes import NotRecognisedError
from scorecard.services.people.contacts import (
    Becomes,
    ContactPart,
    ContactsKind,
    ContactsPlan,
    ContactsReceipt,
    PlannedContact,
)
from scorecard.words.importing import say_source
from scorecard.words.importing_steps import say_problem
from scorecard.words.people import say_person_field

Tr = Callable[..., str]
_BY_SAME_NAME = (Becomes.FILLED, Becomes.HERE, Becomes.STAYS)
_MOST_LINES = 5  # whose numbers are told
_FIELDS = {
    ContactPart.ROLE: PersonField.ROLE,
    ContactPart.ORGANISATION: PersonField.ORGANISATION,
    ContactPart.EMAIL: PersonField.EMAIL,
    ContactPart.PHONE: PersonField.PHONE,
    ContactPart.NOTE: PersonField.NOTES,
}


def say_contacts_readable(tr: Tr) -> str:
    """What can be brought in, for whoever has to choose a file."""
    return tr(
        "Scorecard reads vCard files (.vcf) and tables (.csv) as Google, Outlook, LinkedIn and others export them. You "
        "see first who would come in; nothing is changed before you say so."
    )


def say_contacts_problem(error: KnownError, tr: Tr) -> str:
    if isinstance(error, NotRecognisedError) and not error.program:
        return tr("This is neither a vCard file nor a table with a column for names or mail addresses.")
    return say_problem(error, tr)


def say_contacts_source(plan: ContactsPlan, tr: Tr) -> str:
    """ "vCards · 12 contacts"."""
    source = say_source(plan.file.kind.value, tr)
    return tr("{source} · {count}").format(
        source=source[:1].upper() + source[1:], count=tr("%n contact(s)", "", len(plan.contacts))
    )


def say_columns(plan: ContactsPlan, tr: Tr) -> str:
    """What each column of a table was taken for; empty for cards."""
    if plan.file.kind is not ContactsKind.TABLE:
        return ""
    used = [(one.heading, one.part) for one in plan.file.columns if one.part is not None]
    unused = [one.heading for one in plan.file.columns if one.part is None]
    lines = [tr("{heading} → {field}").format(heading=heading, field=_say_part(part, tr)) for heading, part in used]
    said = tr("Columns: {columns}").format(columns=" · ".join(lines))
    if not unused:
        return said
    return "\n".join((said, tr("Not used: {columns}").format(columns=" · ".join(unused))))


def _say_part(part: ContactPart, tr: Tr) -> str:
    if part is ContactPart.NAME:
        return tr("Name")
    if part is ContactPart.UID:
        return tr("what it is known again by")
    return say_person_field(_FIELDS[part], tr)


def say_contacts_notes(plan: ContactsPlan, tr: Tr) -> str:
    """What does not come along, and how the file was read, a line each."""
    lines = []
    if plan.file.guessed:
        lines.append(
            tr(
                "The file does not say how its letters are written; they were read as Western European. If names look "
                "wrong, save it as UTF-8 and try again."
            )
        )
    if plan.twice:
        lines.append(tr("In the file more than once, but coming in once: %n contact(s).", "", plan.twice))
    if plan.file.nameless:
        lines.append(_say_nameless(plan.file.nameless, tr))
    if plan.cut:
        lines.append(tr("%n contact(s) with a text too long to keep whole: it is cut.", "", plan.cut))
    if plan.file.kind is ContactsKind.CARDS:
        lines.append(tr("Pictures, addresses, birthdays and groups of the file do not come along."))
    return "\n".join(lines)


def _say_nameless(numbers: tuple[int, ...], tr: Tr) -> str:
    said = tr("%n contact(s) without a name, organisation or mail address left out", "", len(numbers))
    told = ", ".join(str(number) for number in numbers[:_MOST_LINES])
    more = "…" if len(numbers) > _MOST_LINES else ""
    return tr("{contacts} (line {numbers}).").format(contacts=said, numbers=f"{told}{more}")


def say_becomes_contact(one: PlannedContact, becomes: Becomes, tr: Tr) -> str:
    name = one.known.name if one.known is not None else ""
    if name.casefold() == one.draft.name.casefold() and becomes in _BY_SAME_NAME:
        return _say_same_name(one, becomes, tr)
    match becomes:
        case Becomes.NEW:
            return tr("New", "a contact")
        case Becomes.BESIDE:
            return tr("New, beside “{name}”").format(name=name)
        case Becomes.FILLED:
            fields = ", ".join(say_person_field(of, tr) for of in one.fills)
            return tr("“{name}” gets: {fields}").format(name=name, fields=fields)
        case Becomes.HERE:
            return tr("“{name}” is here already").format(name=name)
        case Becomes.STAYS:
            return tr("“{name}” is here, stays as it is").format(name=name)
        case Becomes.LEFT_OUT:
            return tr("Left out")
        case _ as never:
            assert_never(never)


def _say_same_name(one: PlannedContact, becomes: Becomes, tr: Tr) -> str:
    """Where the name stands in the line already."""
    if becomes is Becomes.FILLED:
        return tr("Gets {fields}").format(fields=", ".join(say_person_field(of, tr) for of in one.fills))
    return tr("Here already") if becomes is Becomes.HERE else tr("Here, stays as it is")


def say_contacts_button(receipt: ContactsReceipt, tr: Tr) -> str:
    """With its mnemonic."""
    if receipt.added or not receipt.filled:
        return tr("&Import %n contact(s)", "", receipt.added)
    return tr("&Fill in %n contact(s)", "", receipt.filled)


def say_contacts_done(receipt: ContactsReceipt, tr: Tr) -> str:
    parts = []
    if receipt.added:
        parts.append(tr("%n contact(s) came in", "", receipt.added))
    if receipt.filled:
        parts.append(tr("%n filled in", "", receipt.filled))
    if not parts:
        return tr("There was nothing new.")
    return tr("{what}. One undo takes it back.").format(what=", ".join(parts))


def say_nothing_to_import(plan: ContactsPlan, tr: Tr) -> str:
    """Why nobody would come in."""
    if not plan.contacts:
        return tr("There is nobody in this file who has a name, an organisation or a mail address.")
    return tr("Everybody in this file is here already, with all that it says of them.")


def say_what_is_exported(tr: Tr) -> str:
    return tr("Goes along: name, organisation, role, mail addresses and telephone numbers.")


def say_what_is_not_exported(tr: Tr) -> str:
    return tr(
        "Stays here: your notes, groups, relationship levels, concerns, scripts, touches and promises. The file can be "
        "read by you alone."
    )
