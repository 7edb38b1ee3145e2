"""Europresse: source, a line of date, page and number of words, title, author, text, and the notice of rights."""

import re

from dateline.readers.databases.entry import Entry, day_in, paragraphs
from dateline.readers.databases.marks import DATED

_RIGHTS = re.compile(
    r"\s*(?:©|\(c\)|Cet article est paru dans|Ce document est|Le présent document|Aussi paru dans|This article"
    r" appeared in|news[·.]\d{8}|Tous droits réservés|All Rights Reserved).*",
    re.IGNORECASE,
)
_COVER = re.compile(
    r"\s*(?:Nom de la source|Type de source|Périodicité|Couverture géographique|Provenance|Source name|Source type"
    r"|Periodicity|Geographical coverage|Origin|p\.\s*\S+|Documents? sélectionnés?.*)\s*(?::.*)?",
    re.IGNORECASE,
)
_AUTHOR = re.compile(r"(?:par|by|de|von)?\s*[A-ZÀ-Ý][\w'’.-]+(?:[\s,;-]+[A-ZÀ-Ý][\w'’.-]+){0,8}")


def entries(lines: list[str]) -> list[Entry]:
    """The articles; none where it is no such file."""
    dated = [n for n, line in enumerate(lines) if DATED.fullmatch(line.strip()) and day_in(line)]
    if not dated or not any(_RIGHTS.fullmatch(line) for line in lines[dated[0] :]):
        return []
    found = []
    for a, b in zip(dated, [*dated[1:], len(lines)], strict=True):
        below = [line for line in lines[a + 1 : b] if not _COVER.fullmatch(line)]
        above = [line.strip() for line in lines[max(a - 4, 0) : a] if line.strip() and not _COVER.fullmatch(line)]
        end = next((n for n, line in enumerate(below) if _RIGHTS.fullmatch(line)), len(below))
        body = [line for line in below[:end] if line.strip()]
        author = next((n for n, line in enumerate(body[1:4], 1) if _AUTHOR.fullmatch(line.strip())), None)
        found.append(
            Entry(
                title=body[0].strip() if body else "",
                text=paragraphs(body[1 if author is None else author + 1 :]),
                date=lines[a].strip(),
                source=above[-1] if above else "",
                authors=body[author].strip() if author is not None else "",
            )
        )
    return found
