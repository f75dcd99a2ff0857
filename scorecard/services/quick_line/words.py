"""The small words of a quick-add line, in each language the reader speaks.

The names of weekdays, months and units come from the library (`spoken_dates`), which knows some two hundred languages.
The words that stand around them are here.
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words of one language, or of several together. Case and accents do not matter."""

    to: Words = ()
    me: Words = ()
    by: Words = ()
    on: Words = ()  # before a weekday or a date, and not before "tomorrow"
    before: Words = ()
    within: Words = ()
    during: Words = ()  # before a month or a week: "in March"
    about: Words = ()  # before a day it means the day, before a month mostly the subject: "the budget for March"
    not_due: Words = ()  # what follows one of these is a date, and not the one that the promise is due on
    articles: Words = ()
    next: Words = ()
    this: Words = ()
    coming: Words = ()
    end: Words = ()
    week: Words = ()  # before a number: "week 48"
    today: Words = ()
    end_of_week: Words = ()
    end_of_month: Words = ()
    end_of_year: Words = ()
    of_month: Words = ()
    of_year: Words = ()
    no_dates: Words = ()  # the library takes them for short weekdays
    commitment: Words = ()
    effort: Words = ()
    intention: Words = ()

    def __or__(self, other: "Vocabulary") -> "Vocabulary":
        """The words of both."""
        return Vocabulary(*(getattr(self, field.name) + getattr(other, field.name) for field in fields(self)))


ENGLISH = Vocabulary(
    to=("to",),
    me=("me", "myself"),
    by=(
        "by",
        "until",
        "till",
        "due",
        "due by",
        "due on",
        "not later than",
        "no later than",
        "on or before",
    ),
    on=("on",),
    before=("before",),
    within=("within",),
    during=("in", "during", "due in"),
    about=("for",),
    not_due=("to", "from", "since", "after", "of", "than", "last", "past", "every", "each", "between", "and"),
    articles=("the",),
    next=("next",),
    this=("this",),
    coming=("coming",),
    end=("end",),
    week=("week", "wk", "w"),
    today=("tonight", "this evening", "eod", "end of day", "end of the day", "end of today"),
    end_of_week=("eow",),
    end_of_month=("eom",),
    end_of_year=("eoy",),
    commitment=("commitment",),
    effort=("effort", "best-effort", "best_effort"),
    intention=("intention", "good-intention", "good_intention"),
)

GERMAN = Vocabulary(
    to=("an",),
    me=("mich", "mir"),
    by=(
        "bis",
        "bis zum",
        "bis zur",
        "bis am",
        "zum",
        "zur",
        "fällig",
        "fällig am",
        "spätestens",
        "spätestens am",
        "bis spätestens",
    ),
    on=("am",),
    before=("vor",),
    within=("innerhalb von", "binnen"),
    during=("im", "in"),
    about=("für",),
    not_due=("von", "vom", "seit", "ab", "nach", "als", "letzten", "letzte", "jeden", "zwischen", "und"),
    articles=("den", "dem", "der", "des", "die", "das"),
    next=("nächsten", "nächster", "nächste", "nächstem", "nächstes"),
    this=("diesen", "dieser", "diese", "diesem", "dieses"),
    coming=("kommenden", "kommender", "kommende", "kommendem", "kommendes"),
    end=("Ende",),
    week=("Woche", "KW"),
    today=("heute Abend", "heute Nacht"),
    of_month=("Monats",),
    of_year=("Jahres",),
    no_dates=("die", "mit", "don", "son", "sam"),
    commitment=("Verpflichtung", "Zusage"),
    effort=("Bemühen", "Einsatz"),
    intention=("Absicht", "Vorsatz"),
)

SPOKEN = {"en": ENGLISH, "de": GERMAN}


def spoken(languages: Iterable[str], more: Vocabulary) -> Vocabulary:
    """The words of `languages` ("de", "de_AT") and `more`; English is always among them."""
    known = {language.replace("_", "-").partition("-")[0].lower() for language in languages}
    words = ENGLISH
    for language, its_own in SPOKEN.items():
        if language in known and its_own is not ENGLISH:
            words |= its_own
    return words | more
