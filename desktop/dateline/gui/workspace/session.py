"""Where the reader left off: library, article, filter, panes and the window's place, kept in one small file."""

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from dateline import paths

RECENT = 12
"""Libraries remembered."""


class Values:
    """Named values of which none need be there or be right: a file that was tampered with costs only the session."""

    def __init__(self, values: Mapping[str, object]) -> None:
        self._values = dict(values)

    def text(self, name: str) -> str:
        """A text, "" where there is none."""
        value = self._values.get(name)
        return value if isinstance(value, str) else ""

    def flag(self, name: str, *, default: bool = False) -> bool:
        """A yes or no."""
        value = self._values.get(name)
        return value if isinstance(value, bool) else default

    def numbers(self, name: str) -> list[int]:
        """Whole numbers, none where there are none."""
        value = self._values.get(name)
        return list(value) if isinstance(value, list) and all(type(item) is int for item in value) else []

    def texts(self, name: str) -> list[str]:
        """Texts, none where there are none."""
        value = self._values.get(name)
        return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []

    def mapping(self, name: str) -> Mapping[str, object]:
        """Named values, none where there are none."""
        value = self._values.get(name)
        return value if isinstance(value, dict) else {}


class Session(Values):
    """Named values in ``window.json`` of the configuration folder; a file that cannot be read counts as empty."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file or paths.config() / "window.json"
        raw: object = {}
        if self._file.exists():
            with suppress(OSError, ValueError):
                raw = json.loads(self._file.read_text(encoding="utf-8"))
        super().__init__(raw if isinstance(raw, dict) else {})

    def set(self, **values: object) -> None:
        """Keep values; they are written by `save`."""
        self._values |= values

    def libraries(self) -> list[Path]:
        """The libraries that were open, the last one first."""
        return [Path(name) for name in reversed(list(self.mapping("libraries")))]

    def of_library(self, library: Path | None) -> Values:
        """Where the reader left off in a library."""
        kept = self.mapping("libraries").get(str(library))
        return Values(kept if isinstance(kept, dict) else {})

    def set_library(self, library: Path, **values: object) -> None:
        """Keep where the reader left off in a library, which is then the last one."""
        kept = {name: each for name, each in self.mapping("libraries").items() if name != str(library)}
        kept[str(library)] = values
        self.set(library=str(library), libraries=dict(list(kept.items())[-RECENT:]))

    def save(self) -> None:
        """Write the file; a folder that cannot be written costs only the session."""
        try:
            paths.private_folder(self._file.parent)
            paths.replace_file(self._file, json.dumps(self._values, indent=1).encode(), private=True)
        except OSError:
            return
