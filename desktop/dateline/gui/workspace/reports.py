"""What became of each file of an import: one line a file, kept in the library, shown, and saved as text."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import datetime

from dateline.gui.language.i18n import number, tr, trn
from dateline.gui.language.told import told

KINDS = {
    "read": "read",
    "version": "another version",
    "already here": "already here",
    "refused": "not read",
    "left out": "left out",
}
COUNTED = {"already here": "{n} already here", "refused": "{n} not read", "left out": "{n} left out"}
"""How many came to nothing, and why."""


@dataclass(frozen=True, slots=True)
class Line:
    """The outcome of one article of one file; ``outcome`` is one of `KINDS`, ``entry`` its number in the history."""

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
    return "\n".join(json.dumps(asdict(line), ensure_ascii=False) for line in lines)


def from_json(report: str) -> list[Line]:
    """Read what `as_json` wrote; fields it does not know are passed over."""
    known = {field.name for field in fields(Line)}
    return [
        Line(**{name: value for name, value in json.loads(row).items() if name in known})
        for row in report.splitlines()
        if row.strip()
    ]


def summary(lines: Sequence[Line]) -> str:
    """The lines in one sentence: "12 articles read, 2 already here, 1 not read"."""
    counts = Counter(line.outcome for line in lines)
    parts = [trn("{n} article read", "{n} articles read", counts["read"] + counts["version"])]
    if counts["version"]:
        parts.append(trn("{n} of them another version", "{n} of them other versions", counts["version"]))
    for kind, words in COUNTED.items():
        if counts[kind]:
            parts.append(tr(words).format(n=number(counts[kind])))
    return ", ".join(parts)


def as_text(lines: Sequence[Line]) -> str:
    """The report as a person keeps it."""
    rows = [tr("Dateline import, {when}").format(when=now()), summary(lines), ""]
    for line in lines:
        detail = told(line.reason) or line.title
        rows.append("\t".join(part for part in (tr(KINDS.get(line.outcome, line.outcome)), line.file, detail) if part))
    return "\n".join(rows) + "\n"


def now() -> str:
    """The local civil time, to the second."""
    return datetime.now().isoformat(timespec="seconds")  # noqa: DTZ005 # civil time, as everywhere
