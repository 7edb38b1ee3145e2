"""The settings in one table: name, type, default, choices and what each does. Kept as one JSON file."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from dateline import paths


class Setting(NamedTuple):
    """One setting. ``choices`` lists (value, words) where only some make sense; ``low`` and ``high`` bound a number."""

    name: str
    default: str | int | float | bool
    group: str
    label: str
    help: str
    choices: tuple[tuple[str | int, str], ...] = ()
    low: int = 0
    high: int = 0


SETTINGS: tuple[Setting, ...] = (
    Setting(
        "theme",
        "system",
        "Appearance",
        "Theme",
        "Colours of the window.",
        (("system", "As the system"), ("light", "Light"), ("dark", "Dark"), ("contrast", "High contrast")),
    ),
    Setting(
        "text_size",
        13,
        "Appearance",
        "Text size",
        "Size of the article's text, in points; the rest of the window keeps in step.",
        (),
        8,
        40,
    ),
    Setting(
        "line_height", 150, "Appearance", "Line height", "Height of a line of the article, in per cent.", (), 100, 250
    ),
    Setting(
        "interface_language",
        "system",
        "Appearance",
        "Language",
        "Language of menus and messages (after a restart).",
        (("system", "As the system"), ("en", "English"), ("de", "Deutsch")),
    ),
    Setting(
        "date_locale",
        "system",
        "Appearance",
        "Dates shown in",
        "How dates are written in the window and in images.",
        (
            ("system", "As the system"),
            ("en_GB", "30 March 2025"),
            ("en_US", "March 30, 2025"),
            ("de_DE", "30. März 2025"),
            ("iso", "2025-03-30"),
        ),
    ),
    Setting(
        "week_start",
        0,
        "Meaning of words",
        "Weeks start on",
        "What 'this week' and 'last week' cover.",
        ((0, "Monday"), (6, "Sunday"), (5, "Saturday")),
    ),
    Setting(
        "day_first",
        "auto",
        "Meaning of words",
        "3/4/2025 means",
        "How dates in figures are read.",
        (("auto", "What the article's language and its other dates say"), ("day", "3 April"), ("month", "March 4")),
    ),
    Setting("morning_from", 6, "Meaning of words", "Morning from", "Hour at which 'morning' begins.", (), 0, 12),
    Setting(
        "afternoon_from", 12, "Meaning of words", "Afternoon from", "Hour at which 'afternoon' begins.", (), 10, 18
    ),
    Setting(
        "evening_from",
        18,
        "Meaning of words",
        "Evening and night from",
        "Hour at which 'evening' and 'night' begin.",
        (),
        15,
        23,
    ),
    Setting(
        "night_until", 6, "Meaning of words", "Night until", "Hour of the next day at which 'night' ends.", (), 1, 12
    ),
    Setting(
        "backups",
        5,
        "Library",
        "Backups kept",
        "Verified copies of the library kept, the oldest replaced first.",
        (),
        1,
        50,
    ),
    Setting(
        "workers",
        0,
        "Import",
        "Worker processes",
        "How many files are read at once; 0 for one a processor core.",
        (),
        0,
        64,
    ),
    Setting(
        "file_seconds", 60, "Import", "Time limit for a file", "Seconds after which a file is given up.", (), 5, 3600
    ),
)
"""Every setting, in the order shown."""


class Settings(Mapping[str, Any]):
    """The reader's settings over the defaults; unknown or impossible values in the file are passed over."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self._values: dict[str, object] = {}
        if file is not None and file.exists():
            try:
                raw = json.loads(file.read_text(encoding="utf-8"))
            except (OSError, ValueError):
                raw = {}
            if isinstance(raw, dict):
                self._values = {s.name: raw[s.name] for s in SETTINGS if s.name in raw and _allowed(s, raw[s.name])}

    @classmethod
    def load(cls) -> "Settings":
        """The settings from the platform's configuration folder."""
        return cls(paths.config() / "settings.json")

    def __getitem__(self, name: str) -> Any:
        return self._values.get(name, _BY_NAME[name].default)

    def __iter__(self) -> Iterator[str]:
        return iter(_BY_NAME)

    def __len__(self) -> int:
        return len(_BY_NAME)

    def set(self, name: str, value: str | float | bool) -> None:
        """Change one setting and save; raises ValueError for a value it cannot have."""
        if not _allowed(_BY_NAME[name], value):
            raise ValueError(f"{name} cannot be {value!r}")
        self._values[name] = value
        if self._file is not None:
            paths.private_folder(self._file.parent)
            paths.replace_file(self._file, json.dumps(self._values, indent=1).encode(), private=True)


_BY_NAME = {setting.name: setting for setting in SETTINGS}


def _allowed(setting: Setting, value: object) -> bool:
    if type(value) is not type(setting.default):
        return False
    if setting.choices:
        return value in {choice for choice, _ in setting.choices}
    if setting.high and isinstance(value, int | float):
        return setting.low <= value <= setting.high
    return True
