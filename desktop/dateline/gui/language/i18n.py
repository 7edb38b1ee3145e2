"""The window's words in the reader's language: English in the code, other languages in resources/i18n/NAME.toml.

`tr("Open…")` looks the English sentence up; a sentence that the language lacks stays English. `trn` does the same for
the two forms of a count. Qt's own buttons and menus come from the translations that Qt brings.
"""

from functools import cache

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from dateline import paths
from dateline.timeline.words import LOCALES

_words: dict[str, str] = {}
_locale = QLocale()
_dates = "en_GB"
_language = "en"


@cache
def languages() -> tuple[str, ...]:
    """The languages there are: English, and each that has a file."""
    return ("en", *sorted(file.stem for file in (paths.resources() / "i18n").glob("*.toml")))


def read(language: str) -> dict[str, str]:
    """Every sentence of a language: English to translated. English itself has none."""
    file = paths.resources() / "i18n" / f"{language}.toml"
    if language == "en" or not file.exists():
        return {}
    import tomllib  # English has no file

    with file.open("rb") as stream:
        return {english: words for group in tomllib.load(stream).values() for english, words in group.items()}


def install(language: str = "system", date_locale: str = "system") -> str:
    """Speak a language from now on ("system": the system's, where we have it) and return its code."""
    global _language
    if language == "system":
        system = QLocale.system().name().split("_")[0]
        language = system if system in languages() else "en"
    _words.clear()
    _words.update(read(language))
    _language = language
    set_dates(date_locale)
    app = QCoreApplication.instance()
    if isinstance(app, QApplication):
        _install_qt(app, language)
        app.setLayoutDirection(QLocale(language).textDirection())
    return language


def language() -> str:
    """The code of the language that is spoken."""
    return _language


def set_dates(date_locale: str) -> None:
    """Write dates and numbers in another way from now on ("system": the system's)."""
    global _locale, _dates
    _locale = _date_locale(date_locale, _language)
    _dates = date_locale if date_locale != "system" else _nearest(_locale.name())


def tr(english: str) -> str:
    """The sentence in the reader's language."""
    return _words.get(english, english)


def trn(one: str, many: str, n: int, **parts: str) -> str:
    """The form for one or for many, with ``{n}`` filled in as the reader's numbers are, and ``parts``."""
    return tr(one if n == 1 else many).format_map(_Parts(parts, n=number(n)))


def number(n: int) -> str:
    """A whole number as the reader writes it."""
    return _locale.toString(n)


def locale() -> QLocale:
    """The locale that dates and numbers are shown in."""
    return _locale


def date_locale() -> str:
    """The name that `dateline.timeline.words` knows that locale by."""
    return _dates


def _date_locale(name: str, language: str) -> QLocale:
    if name == "system":
        system = QLocale.system()
        return system if system.name() != "C" else QLocale("en_GB" if language == "en" else language)
    return QLocale("en_GB" if name == "iso" else name)


class _Parts(dict[str, str]):
    """What is not given stays in its braces."""

    def __missing__(self, name: str) -> str:
        return f"{{{name}}}"


def _nearest(name: str) -> str:
    if name in LOCALES:
        return name
    return next((known for known in LOCALES if known.split("_")[0] == name.split("_")[0]), "en_GB")


def _install_qt(app: QApplication, language: str) -> None:
    old = app.findChild(QTranslator, "qt-words")
    if old is not None:
        app.removeTranslator(old)
        old.setParent(None)
        old.deleteLater()
    if language == "en":
        return
    from PySide6.QtCore import QLibraryInfo  # English has no file here either

    translator = QTranslator(app)
    translator.setObjectName("qt-words")
    if translator.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)
