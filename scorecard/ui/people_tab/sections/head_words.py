"""When one was last in touch, in a line under the name. Pure."""

from scorecard.domain.touches import Contact
from scorecard.ui.people_tab.list_words import say_ago
from scorecard.ui.say_promises import say_plain_day
from scorecard.ui.text import tr


def say_contact(contact: Contact) -> str:
    """ "Last in touch 12 days ago, due Fri 27 Nov"; nothing is said of a rhythm that nobody chose."""
    if contact.last is None or contact.days is None:
        return tr("Not yet in touch") if contact.rhythm is not None else ""
    if contact.days <= 1:
        ago = tr("Last in touch {when}").format(when=say_ago(contact.days))
    else:
        ago = tr("Last in touch %n day(s) ago", "", contact.days)
    if contact.due_on is None:
        return ago
    if contact.overdue:
        return tr("{ago} · it is time again").format(ago=ago)
    return tr("{ago} · next by {day}").format(ago=ago, day=say_plain_day(contact.due_on, contact.today))
