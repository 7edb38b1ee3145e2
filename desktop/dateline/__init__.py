"""Dateline: what happened when, across one news article or four hundred.

For notebooks and scripts: `find_times`, `find_events`, `read`, `key_events` and `Library` (see `dateline.api`), each
loaded when it is first asked for.
"""

from typing import TYPE_CHECKING

from dateline.version import __version__ as __version__

if TYPE_CHECKING:
    from dateline.api import (
        Article,
        Event,
        KeyEvent,
        Library,
        Time,
        find_events,
        find_times,
        key_events,
        read,
    )

__all__ = ["Article", "Event", "KeyEvent", "Library", "Time", "find_events", "find_times", "key_events", "read"]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from dateline import api

    value = globals()[name] = getattr(api, name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
