"""Factiva: articles with two-letter codes (HD, PD, LP, TD), or displayed and ended by "Document COURIE0020250314…"."""

import re

from dateline.readers.databases.entry import COPYRIGHT, Entry, blocks, day_in, is_date_line, paragraphs

_CODE = re.compile(
    r"\s{0,3}(HD|BY|CR|WC|PD|ET|SN|SC|PG|ED|LA|CY|LP|TD|CO|IN|NS|RE|PUB|AN|SE|VOL|ART|CLM|RF|IPC|IPD)(?:\s+|$)(.*)$"
)
_END = re.compile(r"\s*(?:Document|Dokument)\s+[A-Z]{2,8}\w{12,}\s*")
_WORDS = re.compile(
    r"\s*[\d.,\s]{1,7}\s*(?:words?|Wörter|mots|palabras|parole|palavras|woorden|слов)\s*", re.IGNORECASE
)
_NOISE = re.compile(r"\s*(?:\d\d?:\d\d|[A-Z0-9]{3,8}|p?\.?\s?\d{1,4}|\d{1,4}|[A-Z]\d{1,3})\s*")
_LANGUAGE = re.compile(
    r"\s*(?:English|German|French|Spanish|Italian|Dutch|Portuguese|Russian|Polish|Swedish|Danish|Norwegian|Chinese\b.*"
    r"|Deutsch|Français|Español|Italiano|Englisch|Anglais)\s*"
)


def coded(lines: list[str]) -> list[Entry]:
    """The articles of a file with codes; none where it is no such file."""
    starts: list[int] = []
    head: int | None = None  # where the codes above a text began
    for n, line in enumerate(lines):
        code = match[1] if (match := _CODE.match(line)) else ""
        if code in ("SE", "HD") and head is None:
            head = n
        elif code in ("LP", "TD") and head is not None:
            starts.append(head)
            head = None
    found = [_coded(block) for block in blocks(lines, starts)]
    return found if all(entry.day is not None for entry in found) else []


def _coded(lines: list[str]) -> Entry:
    fields: dict[str, list[str]] = {}
    code = ""
    for line in lines:
        match = _CODE.match(line)
        if match and (match[1] not in fields or match[1] in ("LP", "TD")):
            code = match[1]
            fields.setdefault(code, []).append(match[2])
        elif code:
            fields[code].append(line)
    one = {key: " ".join(" ".join(value).split()) for key, value in fields.items()}
    text = "\n".join(part for key in ("LP", "TD") if (part := paragraphs(fields.get(key, []))))
    return Entry(
        title=one.get("HD", ""),
        text=text,
        date=one.get("PD", ""),
        source=one.get("SN", ""),
        authors=one.get("BY", ""),
        language=one.get("LA", ""),
    )


def displayed(lines: list[str]) -> list[Entry]:
    """The articles of a file as Factiva shows them; none where it is no such file."""
    ends = [n for n, line in enumerate(lines) if _END.fullmatch(line)]
    found: list[Entry] = []
    for a, b in zip([0, *(n + 1 for n in ends[:-1])], ends, strict=True) if ends else ():
        entry = _displayed(lines[a:b])
        if entry is None:
            return []
        found.append(entry)
    return found


def _displayed(lines: list[str]) -> Entry | None:
    head = [line.strip() for line in lines[:60]]
    words = next((n for n, line in enumerate(head) if _WORDS.fullmatch(line)), None)
    if words is None:
        return None
    above = [line for line in head[:words] if line]
    dated = next((n for n, line in enumerate(head[words:], words) if is_date_line(line)), None)
    if dated is None or day_in(head[dated]) is None:
        return None
    source, language, at = "", "", dated
    for n, line in enumerate(head[dated + 1 :], dated + 1):
        if COPYRIGHT.search(line):
            at = n
            break
        if _LANGUAGE.fullmatch(line):
            language, at = line, n
        elif not source and line and not _NOISE.fullmatch(line):
            source, at = line, n
        elif line and not _NOISE.fullmatch(line) and len(line) > 60:
            break
        else:
            at = n
    byline = above[-1] if len(above) > 1 and len(above[-1]) < 80 else ""
    title = above[-2] if byline else (above[-1] if above else "")
    return Entry(
        title=title,
        text=paragraphs(lines[at + 1 :]),
        date=head[dated],
        source=source,
        authors=byline,
        language=language,
    )
