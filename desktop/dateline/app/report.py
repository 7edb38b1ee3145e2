"""What became of each file of an import: one line a file, as a library keeps it and window and command show it."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields, replace
from datetime import datetime

from dateline.core.message import pack, unpacked
from dateline.core.model import Import, new_id


@dataclass(frozen=True, slots=True)
class Line:
    """The outcome of one article of one file; ``entry`` is its number in the history.

    ``outcome`` is "read", "version", "already here", "refused" or "left out".
    """

    file: str
    outcome: str
    reason: str = ""
    title: str = ""
    published: str = ""
    article: int | None = None
    events: int = 0
    entry: int | None = None


def as_json(lines: Iterable[Line]) -> str:
    """The lines as JSON lines, as `Import.report` keeps them."""
    return "\n".join(json.dumps(asdict(line) | {"reason": pack(line.reason)}, ensure_ascii=False) for line in lines)


def from_json(report: str) -> list[Line]:
    """Read what `as_json` wrote; fields it does not know are passed over."""
    known = {field.name for field in fields(Line)}
    lines = [
        Line(**{name: value for name, value in json.loads(row).items() if name in known})
        for row in report.splitlines()
        if row.strip()
    ]
    return [replace(line, reason=unpacked(line.reason)) for line in lines]


def row_of(label: str, lines: Iterable[Line]) -> Import:
    """The lines as a library keeps them."""
    return Import(id=new_id(), label=label, when=now(), report=as_json(lines))


def now() -> str:
    """The local civil time, to the second."""
    return datetime.now().isoformat(timespec="seconds")  # noqa: DTZ005 # civil time, as everywhere
