"""What the date library knows: the words that languages have for dates, and which day a phrase means.

Imported when the first phrase is read, a tenth of a second: never on the way to the first picture. Only phrases whose
shape is clear are handed to the library. Left alone with a line it takes "3" for a day and "2026-13-01" for 1 January.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from threading import Lock
from typing import Any

from scorecard.services.quick_line.tokens import fold

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
UNITS = ("day", "week", "month", "year")
# The library's own keys. Others ("1 day ago", "in 1 decade") say nothing that a promise can be due on.
_NAMED = {
    "0 day ago": "day", "in 1 day": "day", "in 2 day": "day", "in 3 day": "day",
    "0 week ago": "week", "in 1 week": "week", "0 month ago": "month", "in 1 month": "month",
}  # fmt: skip
_REMEMBERED = 512


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of some languages, folded. `named` are phrases such as "tomorrow" and "next week", with their unit."""

    weekdays: Mapping[str, int]
    months: Mapping[str, int]
    units: Mapping[str, str]
    numbers: frozenset[str]
    ahead: frozenset[str]  # "in" and whatever else stands around "3 days"
    named: Mapping[tuple[str, ...], str]
    month_first: bool


@dataclass(slots=True)
class SpokenDates:
    """The library for some languages, the user's first. It may be prepared in a thread."""

    languages: Sequence[str]
    no_dates: frozenset[str] = frozenset()
    _locales: list[str] = field(default_factory=list)
    _lexicon: Lexicon | None = None
    _parser: Any = None
    _base: date | None = None
    _read: dict[str, date | None] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    @property
    def lexicon(self) -> Lexicon:
        if self._lexicon is None:
            with self._lock:
                if self._lexicon is None:
                    self._lexicon = self._learn()
        return self._lexicon

    def day(self, phrase: str, today: date) -> date | None:
        """The day that `phrase` means on `today`; None if the library sees none, or a time of day."""
        self.lexicon  # noqa: B018 - it names the locales
        with self._lock:
            if self._base != today or len(self._read) > _REMEMBERED:
                self._begin(today)
            if phrase not in self._read:
                self._read[phrase] = self._ask(phrase)
            return self._read[phrase]

    def _begin(self, today: date) -> None:
        from dateparser.date import DateDataParser

        noon = datetime.combine(today, time(12))
        settings = {"PREFER_DATES_FROM": "future", "RELATIVE_BASE": noon}
        self._parser = DateDataParser(locales=self._locales, use_given_order=True, settings=settings)
        self._base = today
        self._read = {}

    def _ask(self, phrase: str) -> date | None:
        found = self._parser.get_date_data(phrase)
        if found.date_obj is None or "time" in found.parts:
            return None
        day: date = found.date_obj.date()
        return day

    def _learn(self) -> Lexicon:
        from dateparser.languages.loader import default_loader

        self._locales = _known_locales(self.languages)
        loaded = default_loader.get_locale_map(locales=self._locales, use_given_order=True)
        return _lexicon([locale.info for locale in loaded.values()], self.no_dates)


def _known_locales(languages: Iterable[str]) -> list[str]:
    """As the library calls them: "de_AT" is "de-AT", and a region it does not know is left away. One a language."""
    from dateparser.data.languages_info import language_locale_dict as regions

    known: dict[str, str] = {}
    for asked in (*languages, "en"):
        name = asked.replace("_", "-")
        language = name.partition("-")[0].lower()
        if language in regions:
            known.setdefault(language, name if name in regions[language] else language)
    return list(known.values())


def _lexicon(languages: Sequence[Mapping[str, Any]], no_dates: frozenset[str]) -> Lexicon:
    weekdays: dict[str, int] = {}
    months: dict[str, int] = {}
    units: dict[str, str] = {}
    named: dict[tuple[str, ...], str] = {}
    numbers: set[str] = set()
    ahead: set[str] = set()
    for language in languages:
        for number, key in enumerate(WEEKDAYS):
            weekdays |= {word: number for word in _words(language, key) if word not in weekdays}
        for number, key in enumerate(MONTHS, 1):
            months |= {word: number for word in _words(language, key) if word not in months}
        for key in UNITS:
            units |= {word: key for word in _words(language, key) if word not in units}
        numbers |= {fold(word) for one in language.get("simplifications", ()) for word in one if word.isalpha()}
        ahead |= _ahead(language)
        named |= _named(language)
    short = {word for word in weekdays if word.isascii() and len(word) < 3 and word not in _others(languages)}
    weekdays = {word: day for word, day in weekdays.items() if word not in no_dates | short}
    return Lexicon(
        weekdays, months, units, frozenset(numbers), frozenset(ahead - units.keys()), named,
        month_first=languages[0].get("date_order") == "MDY",
    )  # fmt: skip


def _others(languages: Sequence[Mapping[str, Any]]) -> set[str]:
    """Weekdays in languages other than English, whose "we" and "so" are seldom days."""
    others = (language for language in languages if not str(language["name"]).startswith("en"))
    return {word for language in others for key in WEEKDAYS for word in _words(language, key)}


def _words(language: Mapping[str, Any], key: str) -> set[str]:
    """Single words only; a single Latin letter is none."""
    words = (fold(word).rstrip(".") for word in language.get(key, ()))
    return {word for word in words if " " not in word and not (word.isascii() and len(word) < 2)}


def _ahead(language: Mapping[str, Any]) -> set[str]:
    phrases = [fold(phrase) for phrase in language.get("in", ())]
    for unit in UNITS:
        phrases += language.get("relative-type-regex", {}).get(f"in \\1 {unit}", ())
    return {word for phrase in phrases for word in fold(phrase).split() if word.isalpha()}


def _named(language: Mapping[str, Any]) -> dict[tuple[str, ...], str]:
    phrases = language.get("relative-type", {})
    return {
        tuple(fold(phrase).split()): unit for key, unit in _NAMED.items() for phrase in phrases.get(key, ())
    }  # fmt: skip
