"""Which language the window speaks, and how it writes dates and numbers.

The source texts are English. A translation is a file `resources/i18n/scorecard_<language>.qm`; whichever lies there is
offered by its own name. Dates and numbers follow the region: they may be those of another country than the language's.
"""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from scorecard.resources import resource

ENGLISH = "en"

_PREFIX, _SUFFIX = "scorecard_", ".qm"


def translations(folder: Path | None = None) -> tuple[str, ...]:
    """The codes of the languages there are, e.g. "en", "pt_BR"."""
    files = (folder or resource("i18n")).glob(f"{_PREFIX}*{_SUFFIX}")
    return tuple(sorted(file.name.removeprefix(_PREFIX).removesuffix(_SUFFIX) for file in files))


def own_name(code: str) -> str:
    """ "Deutsch", "português (Brasil)": as those say it who speak it."""
    locale = QLocale(code)
    language, country = locale.nativeLanguageName(), locale.nativeTerritoryName()
    name = f"{language} ({country})" if "_" in code and country else language
    if code == ENGLISH:
        name = "English"  # Qt says "American English"
    return name[:1].upper() + name[1:]


def chosen_language(kept: str, known: Sequence[str], wished: Sequence[str] | None = None) -> str:
    """What is spoken: the language kept, else the first of those the system wishes that there is, else English."""
    if kept in known:
        return kept
    for wish in QLocale.system().uiLanguages() if wished is None else wished:
        code = wish.replace("-", "_")
        while code:
            if code in known:
                return code
            code = code.rpartition("_")[0]
    return ENGLISH


def speak(app: QApplication, kept: str = "") -> str:
    """Loads the translation; the language that is spoken from now on. To be called before any widget is made."""
    folder = resource("i18n")
    # English needs a translation too: it is where "1 measure" and "2 measures" part.
    _load(app, folder / f"{_PREFIX}{ENGLISH}{_SUFFIX}")
    language = chosen_language(kept, translations(folder))
    if language != ENGLISH:
        _load(app, Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / f"qtbase_{language}{_SUFFIX}")
        _load(app, folder / f"{_PREFIX}{language}{_SUFFIX}")
        app.setLayoutDirection(QLocale(language).textDirection())
    return language


def _load(app: QApplication, file: Path) -> None:
    translator = QTranslator(app)
    if file.is_file() and translator.load(str(file)):
        app.installTranslator(translator)


def write_as(kept: str, language: str) -> None:
    """From now on dates and numbers are written so; `kept` names a locale, empty: as the system."""
    QLocale.setDefault(QLocale(kept) if kept in locales_of(language) else locale_of_system(language))


def locale_of_system(language: str, system: QLocale | None = None) -> QLocale:
    """The system's own; in another language than the system's, that of its country where there is such a one.

    Sentences in one language with the days and months of another would be read by nobody with pleasure.
    """
    system = system or QLocale.system()
    spoken = QLocale(language)
    if system.language() in (spoken.language(), QLocale.Language.C):
        return system
    there = QLocale(spoken.language(), system.territory())
    return there if there.territory() == system.territory() else system


def locales_of(language: str) -> dict[str, str]:
    """The ways in which a language is written down: name of a locale → name of its country in that language."""
    spoken = QLocale(language)
    found = QLocale.matchingLocales(spoken.language(), spoken.script(), QLocale.Country.AnyCountry)
    return {locale.name(): locale.nativeTerritoryName() for locale in found}


def wished_languages() -> tuple[str, ...]:
    """Those in which something may be typed, the likeliest first: what the window speaks, and what the system does."""
    return tuple(dict.fromkeys((QLocale().name(), *QLocale.system().uiLanguages())))
