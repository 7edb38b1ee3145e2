"""What became of each file of an import, in words: one line a file, shown, and saved as text."""

from collections import Counter
from collections.abc import Sequence

from dateline.app.report import Line, now
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


def detail(line: Line) -> str:
    """What there is to say of a line: the article read and how much of it, or why it was not."""
    title = line.title if line.outcome == "read" or not line.reason else ""
    return ": ".join(part for part in (title, told(line.reason)) if part)


def as_text(lines: Sequence[Line]) -> str:
    """The report as a person keeps it."""
    rows = [tr("Dateline import, {when}").format(when=now()), summary(lines), ""]
    for line in lines:
        parts = (tr(KINDS.get(line.outcome, line.outcome)), line.file, detail(line))
        rows.append("\t".join(part for part in parts if part))
    return "\n".join(rows) + "\n"
