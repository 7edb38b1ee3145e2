"""What a page's address tells: the date in it, and how its country writes dates."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dateline.core.model import Confidence
from dateline.readers import dates
from dateline.readers.dates import Day
from dateline.readers.evidence import Clue

_URL_DAY = re.compile(
    r"[/\-_.=](?P<y>19[89]\d|20[0-4]\d)(?P<s>[/\-_.])(?P<m>\d{1,2}|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"(?P=s)(?P<d>\d{1,2})(?![\d])",
    re.IGNORECASE,
)
_URL_DIGITS = re.compile(
    r"(?<![\da-f])(?P<y>19[89]\d|20[0-4]\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?![\da-f])"
)
_URL_MONTH_DAY = re.compile(r"/(?P<y>19[89]\d|20[0-4]\d)/(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?=[/\-_.])")
_URL_MONTH = re.compile(r"/(?P<y>19[89]\d|20[0-4]\d)[/-](?P<m>0?[1-9]|1[0-2])(?=/)")


_ARCHIVED = re.compile(
    r"https?://(?:web\.archive\.org/web|(?P<today>(?:www\.)?archive\.(?:today|ph|is|li|vn|md|fo))"
    r"|arquivo\.pt/(?:no[Ff]rame/)?wayback|webarchive\.nationalarchives\.gov\.uk(?:/ukgwa)?|wayback\.archive-it\.org/\d+"
    r"|web\.archive\.bibalex\.org/web)"
    r"/(?P<y>\d{4})[.-]?(?P<m>\d\d)[.-]?(?P<d>\d\d)[\d-]*(?:[a-z]{2}_)?/(?P<url>https?:/{1,2}\S+)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Capture:
    """A page kept by an archive: the page's own address, the day it was kept (ISO), and whether the archive writes its
    own stamps into the page (archive.today does)."""

    url: str
    day: str
    stamped: bool


def capture(url: str) -> Capture | None:
    """What the address of an archive's copy tells; None for another address."""
    match = _ARCHIVED.match(url)
    if match is None:
        return None
    own = re.sub(r"^(https?):/(?!/)", r"\1://", match["url"])
    return Capture(own, f"{match['y']}-{match['m']}-{match['d']}", match["today"] is not None)


def from_url(url: str) -> Iterator[Clue]:
    """The date in an address: /2025/03/30/, /2025/mar/30/, -2025-03-30, /20250330; or the month in /2025/03/."""
    path = re.sub(r"^[a-z]+://[^/]*", "", url.split("#")[0], flags=re.IGNORECASE)
    for pattern in (_URL_DAY, _URL_MONTH_DAY, _URL_DIGITS):
        for match in pattern.finditer(path):
            month = dates.month_number(match["m"]) if match["m"].isalpha() else int(match["m"])
            day = _date(int(match["y"]), month or 0, int(match["d"]))
            if day is not None:
                number = (
                    pattern is _URL_DIGITS and path[match.start() - 1 : match.start()] != "/"
                )  # maybe of the article
                sure = Confidence.GUESS if number else Confidence.LIKELY
                yield Clue(Day(day, match.start(), match.end()), "url", "the page's address", url, sure)
                return
    if (month_match := _URL_MONTH.search(path)) and (day := _date(int(month_match["y"]), int(month_match["m"]), 1)):
        yield Clue(Day(day, 0, 0), "url", "the page's address", url, Confidence.GUESS, month_only=True)


def day_order(language: str, region: str, host: str) -> bool | None:
    """Whether the page writes the day before the month in figures; None where nothing tells."""
    if region:
        return region.upper() not in ("US", "PH") or not language.startswith("en")
    if not language.startswith("en"):
        return True if language else None
    end = host.rpartition(".")[2].lower()
    if end in ("us", "gov", "mil", "edu"):
        return False
    return True if len(end) == 2 and end not in ("tv", "io", "co", "me", "ly", "fm", "ai") else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
