"""One article of a news database's file, and what the readers of these share."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from dateline.core.model import Confidence
from dateline.readers import dates
from dateline.readers.base import Found
from dateline.readers.bylines import straight
from dateline.readers.dates import Day
from dateline.readers.evidence import Clue

_LANGUAGES = {
    "english": "en", "german": "de", "deutsch": "de", "french": "fr", "français": "fr", "spanish": "es",
    "español": "es", "italian": "it", "italiano": "it", "dutch": "nl", "nederlands": "nl", "portuguese": "pt",
    "português": "pt", "russian": "ru", "polish": "pl", "swedish": "sv", "danish": "da", "norwegian": "no",
    "anglais": "en", "allemand": "de", "englisch": "en", "inglés": "en",
}  # fmt: skip
COPYRIGHT = re.compile(
    r"(?:copyright\b|©|\(c\)|all rights reserved|alle rechte vorbehalten|tous droits)", re.IGNORECASE
)
COUNT = re.compile(
    r"\s*(?:document|dokument|documento|article|artikel)\s+\d+\s+(?:of|von|de|di|van|sur)\s+\d+\s*", re.IGNORECASE
)
"""The line over each article that counts them: "Document 1 of 2"."""
_JOB = re.compile(r"\b(?:correspondent|reporter|editor|writer|staff|columnist|korrespondent(?:in)?|redakteur(?:in)?)\b",
                  re.IGNORECASE)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a database states of one article; ``date`` is the line that tells when it was published."""

    title: str
    text: str
    date: str
    source: str = ""
    authors: str = ""
    language: str = ""
    url: str = ""

    @property
    def sound(self) -> bool:
        """Whether it has what an article has: a title or a date, and words."""
        return bool((self.title or self.day) and re.search(r"[^\W\d_]{2}", self.text))

    @property
    def day(self) -> Day | None:
        """The day in its line of date."""
        return day_in(self.date)

    def found(self, whole: Found) -> Found:
        """The article, of the file in which ``whole`` was found."""
        clues: tuple[Clue, ...] = ()
        if (day := self.day) is not None:
            clues = (Clue(day, "field", "the date that the database gives", self.date, Confidence.CERTAIN),)
        return replace(
            whole,
            text=self.text,
            title=" ".join(self.title.split())[:1000],
            authors=names(self.authors),
            site=" ".join(self.source.split())[:200],
            url=self.url,
            language=_LANGUAGES.get(re.split(r"\W", self.language.strip().lower())[0], whole.language),
            clues=clues,
            exact=False,
        )


def day_in(line: str) -> Day | None:
    """The first day in a line; None without any."""
    found = dates.scan(line[:200])
    if re.fullmatch(r"\s*\d{8}\s*", line) and (day := dates.machine(line)):
        found = iter([day])
    return next((day for day in found if dates.plausible(day.value)), None)


def is_date_line(line: str) -> bool:
    """Whether a line tells a day and little else (its weekday, a clock time, an edition)."""
    if len(line) > 90 or (day := day_in(line)) is None:
        return False
    beside = line[: day.start] + line[day.end :]
    return day.start < 25 and len(re.findall(r"[^\W\d_]{3,}", beside)) <= 5


def names(line: str) -> tuple[str, ...]:
    """The authors in a line."""
    line = re.sub(r"^(?:by|von|par|por|di|door)\s+", "", " ".join(line.split()), flags=re.IGNORECASE)
    parts = [part for one in line.split(";") for part in re.split(r"\s*,\s*| (?:and|und|et|y) ", straight(one.strip()))]
    return tuple(part for part in parts if 1 < len(part) < 80 and not _JOB.search(part))[:20]


def paragraphs(lines: Iterable[str]) -> str:
    """Lines as paragraphs: those of a text set to a width are joined, parted by its empty lines."""
    stripped = [line.strip() for line in lines]
    written = [line for line in stripped if line]
    if not written:
        return ""
    if "" not in stripped[stripped.index(written[0]) :] or median(map(len, written)) > 110:
        return "\n".join(written)
    groups = "\n".join(stripped).split("\n\n")
    return "\n".join(" ".join(group.split()) for group in groups if group.strip())


def labels(roles: dict[str, str]) -> dict[str, str]:
    """The role of each label, given the labels of each role: parted by spaces, with "_" for a space in one."""
    return {word.replace("_", " "): role for role, words in roles.items() for word in words.split()}


def blocks(lines: list[str], starts: list[int]) -> list[list[str]]:
    """The lines from each start to the next."""
    return [lines[a:b] for a, b in pairwise([*starts, len(lines)])]


def is_label(line: str, roles: dict[str, str]) -> tuple[str, str] | None:
    """(role, value) where a line begins with one of the labels and a colon."""
    match = re.match(r"\s*([^\W\d_][\w' /()-]{1,40}?)\s*:\s*(.*)$", line)
    role = roles.get(match[1].casefold()) if match else None
    return (role, match[2]) if match and role else None
