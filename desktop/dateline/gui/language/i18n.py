"""The window's words in the reader's language: English in the code, other languages in resources/i18n/NAME.toml.

`tr("Open…")` looks the English sentence up; a sentence that the language lacks stays English. `trn` does the same for
the two forms of a count. A language that has more than these two says so, as gettext does, in its group ``Plurals``
(``rule = "nplurals=3; plural=…"``), and gives a list of forms for what hangs on a number.
Qt's own buttons and menus come from the translations that Qt brings.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from dateline import paths
from dateline.timeline.words import LOCALES

PLURALS = "Plurals"
"""The group that has no sentences, but the rule for plurals."""
_RULE = re.compile(r"nplurals=(\d);\s*plural=([^;]+);?")


class Translation(NamedTuple):
    """A language: English to translated. ``form`` says which of a sentence's ``forms`` a number takes."""

    words: dict[str, str]
    forms: dict[str, list[str]]
    form: Callable[[int], int]
    kinds: int = 2


_ENGLISH = Translation({}, {}, lambda n: int(n != 1))
_spoken = _ENGLISH
_locale = QLocale()
_dates = "en_GB"
_language = "en"


@cache
def languages() -> tuple[str, ...]:
    """The languages there are: English, and each that has a file."""
    return ("en", *sorted(file.stem for file in (paths.resources() / "i18n").glob("*.toml")))


def read(language: str, *groups: str) -> Translation:
    """Every sentence of a language, or those of some groups; English itself has none.

    Raises:
        ValueError: where the rule for plurals is none.
    """
    file = paths.resources() / "i18n" / f"{language}.toml"
    if language == "en" or not file.exists():
        return _ENGLISH
    import tomllib  # English has no file

    with file.open("rb") as stream:
        found: dict[str, dict[str, str | list[str]]] = tomllib.load(stream)
    rule = found.pop(PLURALS, {}).get("rule")
    rows = {english: said for group in groups or found for english, said in found.get(group, {}).items()}
    words = {english: said if isinstance(said, str) else said[-1] for english, said in rows.items()}
    forms = {english: said for english, said in rows.items() if isinstance(said, list)}
    return Translation(words, forms, *(_ENGLISH[2:] if rule is None else _plural(str(rule))))


def _plural(rule: str) -> tuple[Callable[[int], int], int]:
    from gettext import c2py

    parts = _RULE.fullmatch(rule)
    if parts is None:
        raise ValueError(f"a rule for plurals is “nplurals=…; plural=…”, as gettext has it, and not {rule!r}")
    return c2py(parts[2]), int(parts[1])


def install(language: str = "system", date_locale: str = "system") -> str:
    """Speak a language from now on ("system": the system's, where we have it) and return its code."""
    global _language, _spoken
    if language == "system":
        system = QLocale.system().name().split("_")[0]
        language = system if system in languages() else "en"
    _spoken, _language = read(language), language
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


def tr(english: str, n: int | None = None, /) -> str:
    """The sentence in the reader's language, in the form that it has with the number ``n``."""
    forms = None if n is None else _spoken.forms.get(english)
    return _spoken.words.get(english, english) if forms is None or n is None else forms[_spoken.form(abs(n))]


def trn(one: str, many: str, n: int, **parts: str) -> str:
    """The form for one, for many or between, with ``{n}`` filled in as the reader's numbers are, and ``parts``."""
    return tr(one if n == 1 and many not in _spoken.forms else many, n).format_map(_Parts(parts, n=number(n)))


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
