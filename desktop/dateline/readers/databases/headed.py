"""NewsBank, wiso and others: articles with a head of a few lines, a text without a label, and marks at its end."""

import re
from itertools import pairwise

from dateline.readers.databases.entry import COUNT, Entry, blocks, day_in, is_label, labels, paragraphs

_LABELS = labels(
    {
        "author": "author byline author/byline autor auteur verfasser",
        "info": "quelle source fuente",
        "head": "edition section page readability ressort rubrik dokumentnummer document_number series seite topic"
                " column memo word_count",
        "tail": "record record_number index_terms copyright accession_number dateline"
                " alle_rechte_vorbehalten",
    }
)  # fmt: skip
_HEAD = 8  # lines in which an article says where and when it appeared


def entries(lines: list[str]) -> list[Entry]:
    """The articles; none where it is no such file, or where one of them has no day."""
    starts = [n for n, line in enumerate(lines) if COUNT.fullmatch(line)] or _after_tails(lines)
    parts = [[line for line in block if not COUNT.fullmatch(line)] for block in blocks(lines, starts)]
    found = [_entry(part) for part in parts]
    if len(found) < 2 or not all(any(map(_role, part)) for part in parts):
        return []
    return [entry for entry in found if entry is not None] if None not in found else []


def _role(line: str) -> str:
    label = is_label(line, _LABELS)
    return label[0] if label else ""


def _after_tails(lines: list[str]) -> list[int]:
    """Where articles begin: at the first line, and behind the marks at the end of each."""
    written = [(n, _role(line)) for n, line in enumerate(lines) if line.strip()]
    behind = [n for (_, last), (n, role) in pairwise(written) if last == "tail" and role != "tail"]
    return [0, *behind] if behind else []


def _entry(lines: list[str]) -> Entry | None:
    """One article; None where no line of its head has a day."""
    written = [n for n, line in enumerate(lines) if line.strip()]
    dated = next((n for n in written[:_HEAD] if len(lines[n]) < 120 and day_in(lines[n])), None)
    if dated is None:
        return None
    fields = dict(reversed([label for n in written[:_HEAD] if (label := is_label(lines[n], _LABELS))]))
    last = max([dated, *(n for n in written[:_HEAD] if _role(lines[n]) in ("author", "info", "head"))])
    above = [lines[n].strip() for n in written if n < dated and not _role(lines[n])]
    body = [line for line in lines[last + 1 :] if _role(line) != "tail"]
    if not above:  # the title stands under the head
        at = next((n for n, line in enumerate(body) if line.strip()), 0)
        above, body = [body[at].strip()] if body else [], body[at + 1 :]
    info = fields.get("info") or lines[dated].strip()
    source = re.split(r"\s+(?:vom|of|du|del|-|–|—)\s+|\s*[,;]\s*|\s*\(", info)[0]
    return Entry(
        title=" ".join(above[-2:]),
        text=paragraphs(body),
        date=lines[dated].strip(),
        source=source if not day_in(source) else "",
        authors=fields.get("author", ""),
    )
