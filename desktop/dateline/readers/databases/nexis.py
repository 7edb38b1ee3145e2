"""Nexis, Nexis Uni and Lexis+: documents parted by "1 of 3 DOCUMENTS" above or "End of Document" below."""

import re
from itertools import takewhile

from dateline.readers.databases.entry import COPYRIGHT, COUNT, Entry, blocks, is_date_line, is_label, labels, paragraphs

_COUNT = re.compile(
    r"\s*(?:Document|Dokument|Documento)?\s*\d+\s+(?:of|von|de|di|van)\s+\d+\s+(?:DOCUMENT|DOKUMENT|DOCUMENTO)\w*\s*",
    re.IGNORECASE,
)
_END = re.compile(
    r"\s*(?:End of Document|Ende des Dokuments?|Fin du document|Fin del documento|Fine del documento"
    r"|Einde van document)\s*",
    re.IGNORECASE,
)
_BODY = re.compile(r"\s*(?:Body|Volltext|Text|Texte|Corps|Cuerpo|Texto|Testo|Inhalt)\s*", re.IGNORECASE)
_COVER = re.compile(
    r"\s*(?:(?:User Name|Date and Time|Job Number|Client/Matter|Search Terms?|Search Type|Narrowed by|Content Type"
    r"|Benutzername|Datum und Uhrzeit|Auftragsnummer)\s*:.*|(?:Documents?|Dokumente?)\s*\(\d+\)|\d+\.\s.*"
    r"|\|? ?About LexisNexis.*|.*Copyright © \d+ LexisNexis.*|Page \d+ of \d+|Link to (?:PDF|Image).*)",
    re.IGNORECASE,
)
_EDITION = re.compile(r".*(?:\bedition|ausgabe|édition|edición|final|correction appended)\b.*", re.IGNORECASE)
_LABELS = labels(
    {
        "author": "byline autor auteur author autorin verfasser",
        "length": "length länge longueur longitud lunghezza lengte",
        "head": "section rubrik ressort rubrique sección seccion dateline highlight series source anchors anchor guests"
                " reporters pagina page seite",
        "tail": "load-date graphic publication-type subject industry person geographic organization organisation"
                " company ticker update correction journal-code document-type notes classification url type"
                " correction-date erstellungsdatum grafik state city country"
                " load_date publication_type document_type date_de_chargement"
                " date-chargement date-charge",
        "language": "language sprache langue idioma lingua taal",
    }
)  # fmt: skip
_TAILS = re.compile(r"\s*(?:Classification|Graphic|Notes|Load-Date|Bibliography|Appendix)\s*$", re.IGNORECASE)


def entries(lines: list[str]) -> list[Entry]:
    """The documents; none where it is no such file."""
    return [entry for block in _blocks(lines) if (entry := _entry(block)) is not None]


def _blocks(lines: list[str]) -> list[list[str]]:
    roles = {label[0] for line in lines if (label := is_label(line, _LABELS))}
    forms = (_COUNT, COUNT) if {"length", "tail"} <= roles else (_COUNT,)
    counts = [n for n, line in enumerate(lines) if any(form.fullmatch(line) for form in forms)]
    ends = [n for n, line in enumerate(lines) if _END.fullmatch(line)]
    if counts:
        return [block[1:] for block in blocks(lines, counts)]
    if ends and roles:
        return [lines[a:b] for a, b in zip([0, *(n + 1 for n in ends[:-1])], ends, strict=True)]
    return []


def _entry(lines: list[str]) -> Entry | None:
    at = next((n for n, line in enumerate(lines) if _BODY.fullmatch(line)), None)
    if at is None:
        at = _last_of_head(lines)
    head = [line.strip() for line in lines[: at + 1] if line.strip()]
    fields = dict(reversed([label for line in head if (label := is_label(line, _LABELS))]))
    body = list(takewhile(lambda line: not _is_tail(line), lines[at + 1 :]))
    tail = dict(reversed([label for line in lines[at + 1 :] if (label := is_label(line, _LABELS))]))
    covers = [n for n, line in enumerate(head) if _COVER.fullmatch(line) and not is_date_line(line)]
    plain = [line for line in head[covers[-1] + 1 if covers else 0 :] if not is_label(line, _LABELS)]
    plain = [line for line in plain if not _BODY.fullmatch(line)]
    dated = next((n for n, line in enumerate(plain) if is_date_line(line)), None)
    if dated is None:
        return None
    before = [line for line in plain[:dated] if not COPYRIGHT.match(line)]
    after = list(takewhile(lambda line: not COPYRIGHT.match(line), plain[dated + 1 :]))
    after = [line for line in after if not _EDITION.fullmatch(line) or len(line) > 60]
    title, source = (
        (" ".join(after), before[-1:]) if after else (" ".join(dict.fromkeys(before[:-1][-3:])), before[-1:])
    )
    return Entry(
        title=title,
        text=paragraphs(body),
        date=plain[dated],
        source="".join(source),
        authors=fields.get("author", ""),
        language=tail.get("language", ""),
    )


def _last_of_head(lines: list[str]) -> int:
    """The last line of the fields above the text: they follow each other with nothing else between."""
    last = -1
    for n, line in enumerate(lines):
        label = is_label(line, _LABELS)
        if label and label[0] in ("author", "length", "head"):
            last = n
        elif last >= 0 and line.strip() and (n - last > 3 or len(line) > 60):
            break
    return last


def _is_tail(line: str) -> bool:
    label = is_label(line, _LABELS)
    return bool(
        (label and label[0] in ("tail", "language"))
        or _TAILS.fullmatch(line)
        or _END.fullmatch(line)
        or (COPYRIGHT.match(line.strip()) and len(line.strip()) < 120)
    )
