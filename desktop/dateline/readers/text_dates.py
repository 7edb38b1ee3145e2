"""Dates in plain text that tell of its publication: bylines, datelines and header lines. A date told in a sentence
is not one."""

import re
from collections.abc import Iterator
from typing import Literal

from dateline.core.model import Confidence
from dateline.readers import dates
from dateline.readers.evidence import Clue

_TOP, _BOTTOM, _LONGEST = 12, 3, 160
_HEADER = re.compile(
    r"\s*(?:date|published|publication date|pubdate|posted|issued|datum|veröffentlicht|fecha|дата)\s*(?::|\bon\b:?)\s*",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"(?:published|posted|first published|issued|released|filed|veröffentlicht|erschienen|publié|publicado|pubblicato|gepubliceerd"
    r"|опубликовано|publicerad)\b[^.!?\d]{0,40}$",
    re.IGNORECASE,
)
_UPDATED = re.compile(
    r"(?:updated|modified|revised|aktualisiert|mis à jour|actualizado|aggiornato|обновлено)\b[^.!?\d]{0,40}$",
    re.IGNORECASE,
)
_OTHER = re.compile(r"©|\(c\)|copyright|all rights|comment|retrieved|accessed", re.IGNORECASE)
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d(?:\s*[ap]\.?m\.?)?\b|\b(?:[A-Z]{2,4}T|UTC|GMT)\b|\bat\b", re.IGNORECASE)
_WEEKDAY = re.compile(r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?", re.IGNORECASE)


def find(text: str, *, language: str = "en", day_first: bool | None = None) -> list[Clue]:
    """The dates in the first and the last lines that stand as a byline, a dateline or a line of their own."""
    lines = [line for line in text[:6000].split("\n") if line.strip()]
    clues: list[Clue] = []
    for i, line in enumerate(lines[:_TOP]):
        clues += _in_line(line, language, day_first, top=True)
        if i < 6:
            clues += _dateline(line, language, day_first)
    for line in [line for line in text[-1500:].split("\n") if line.strip()][-_BOTTOM:] if len(lines) > _TOP else []:
        clues += _in_line(line, language, day_first, top=False)
    return clues


def _in_line(line: str, language: str, day_first: bool | None, *, top: bool) -> Iterator[Clue]:
    if len(line) > _LONGEST or _OTHER.search(line):
        return
    for day in dates.scan(line, day_first=day_first, language=language):
        before, after = line[: day.start], line[day.end :]
        kind: Literal["published", "updated"] = "published"
        if _UPDATED.search(before):
            kind, sure = "updated", Confidence.LIKELY
        elif (
            _HEADER.fullmatch(_bare(before))
            or _PUBLISHED.search(before)
            or (top and not _words(_bare(before + " " + after)))
            or (
                top and re.match(r"\s*(?:by|von|par|por)\s+\S", before, re.IGNORECASE) and len(_words(_bare(after))) < 4
            )
        ):
            sure = Confidence.LIKELY
        elif top and len(_words(_bare(before + " " + after))) <= 6 and re.search(r"[|•·/—–]\s*(?:\w+,?\s*)?$", before):
            sure = Confidence.GUESS
        else:
            continue
        yield Clue(day, "byline", "a line of its own in the text", line.strip(), sure, kind)


def _dateline(line: str, language: str, day_first: bool | None) -> Iterator[Clue]:
    """KYIV, March 30, 2025 (Agency) — …, BERLIN (Agency), 30 March 2025 – …"""
    head = line[:120]
    for day in dates.scan(head, day_first=day_first, language=language):
        place, after = head[: day.start], head[day.end :]
        if len(place) > 60 or not re.search(r"[—–-]|\)\s*:?|:", after[:45]):
            return
        name = re.sub(r"\([^)]*\)", "", place).strip(" ,—–-/")
        capital = name.split(",")[0].strip()
        if len(capital) > 2 and capital == capital.upper() and any(map(str.isalpha, capital)):
            words = head[: day.end].strip()
            yield Clue(day, "dateline", "the dateline of the text", words, Confidence.LIKELY)
        return


def _bare(text: str) -> str:
    return _WEEKDAY.sub(" ", _CLOCK.sub(" ", text))


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]{2,}", text)
