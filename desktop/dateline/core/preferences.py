"""What the reader prefers, as one value that the window and every command hand on."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dateline.core.model import Conventions

LOCALE = "en_GB"
"""How dates are written where the reader left it to the system and there is no window to ask it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """The meaning of words, how dates are written, the language typed, and how much an import may take.

    ``locale`` is one of `timeline.words.LOCALES`, ``language`` a code. ``workers`` are the files read at once, 0 for
    one a processor core; ``file_seconds`` is the time after which a file is given up.
    """

    conventions: Conventions = Conventions()
    locale: str = LOCALE
    language: str = "en"
    workers: int = 0
    file_seconds: int = 60

    @classmethod
    def of(cls, settings: Mapping[str, Any]) -> "Preferences":
        """What the reader set (`dateline.settings`)."""
        locale, language = settings["date_locale"], settings["interface_language"]
        return cls(
            conventions=Conventions.of(settings),
            locale=LOCALE if locale == "system" else locale,
            language="en" if language == "system" else language,
            workers=settings["workers"],
            file_seconds=settings["file_seconds"],
        )
