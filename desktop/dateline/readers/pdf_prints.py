"""What a browser prints round a page, and a newspaper over one: not of the article's text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol, TypeVar

from dateline.core.model import Confidence
from dateline.readers import dates
from dateline.readers.evidence import Clue

_PRINTED = re.compile(
    r"(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2}),?\s+\d{1,2}[:.]\d\d(?:\s*[AP]M)?", re.IGNORECASE
)
_ADDRESS = re.compile(r"(?:https?://|file:///)\S+(?:\s.{0,40})?")
_NUMBER = re.compile(r"(?:(?:page|seite)\s+)?\d{1,4}\s*(?:/|of|von|de|sur)\s*\d{1,4}", re.IGNORECASE)
_MOST_WORDS = 9
_EDGE = 3  # runs from the top or bottom


class Placed(Protocol):
    """A run of letters with its place on the page."""

    @property
    def bottom(self) -> float:
        """Points from the page's bottom."""

    @property
    def top(self) -> float:
        """Likewise."""

    @property
    def text(self) -> str:
        """Its letters."""


Run = TypeVar("Run", bound=Placed)


@dataclass(slots=True)
class Prints:
    """What was taken off the pages: the address and the day of printing, and the days in the folio lines."""

    url: str = ""
    printed: str = ""
    folios: list[str] = field(default_factory=list)

    def strip(self, runs: Sequence[Run]) -> list[Run]:
        """The runs of a page without what a browser printed round them, and without a newspaper's folio line."""
        ordered = sorted(runs, key=lambda run: -run.top)
        edge = [*ordered[:_EDGE], *ordered[-_EDGE:]] if len(ordered) > 2 * _EDGE else ordered
        printed = next((run for run in edge if _PRINTED.fullmatch(run.text.strip())), None)
        address = next((run for run in edge if _ADDRESS.fullmatch(run.text.strip())), None)
        number = next((run for run in edge if _NUMBER.fullmatch(run.text.strip())), None)
        if printed is not None and (address is not None or number is not None):
            self.printed = self.printed or printed.text.strip()
            if address is not None and address.text.startswith("http"):
                self.url = self.url or address.text.split()[0]
            rows = [run.bottom for run in (printed, address, number) if run is not None]
            return [run for run in runs if run not in edge or not any(abs(run.bottom - y) < 4 for y in rows)]
        for run in ordered[:1] + ordered[-1:] if len(ordered) > 8 else []:
            if _is_folio(run.text):
                self.folios.append(run.text.strip())
                return [other for other in runs if other is not run]
        return list(runs)

    def clues(self) -> list[Clue]:
        """The day of the newspaper, where its folio lines agree, and the day of printing as that of saving."""
        found: list[Clue] = []
        days = {day.value: (day, line) for line in self.folios if (day := next(dates.scan(line), None))}
        if len(days) == 1:
            ((day, line),) = days.values()
            told = replace(day, start=0, end=0)
            found.append(Clue(told, "byline", "the line over the page", line, Confidence.LIKELY))
        if self.printed and (day := dates.machine(self.printed)):
            found.append(Clue(day, "metadata", "the day the page was printed", self.printed, Confidence.GUESS, "saved"))
        return found


def _is_folio(line: str) -> bool:
    """Whether a line at a page's edge is a newspaper's: its name, a whole date, a page number, and no sentence."""
    day = next(dates.scan(line), None)
    words = re.findall(r"[^\W\d_]{2,}", line)
    return (
        day is not None
        and 2 <= len(words) <= _MOST_WORDS
        and not line.rstrip().endswith((".", "!", "?"))
        and re.search(r"(?:\bpage|\bseite|\bp(?:g|ágina)?\.?|\bS\.)?\s*\b[A-Z]?\d{1,3}\s*$|^\s*[A-Z]?\d{1,3}\b", line)
        is not None
    )
