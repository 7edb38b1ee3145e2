"""Dates in datelines and bylines near the top of an article, as evidence of its publication."""

import re

from dateline.core.moment import moment
from dateline.times.grammar import grammar
from dateline.times.mention import Mention
from dateline.times.reading import read
from dateline.times.scan import Tokens, scan

_NEAR_TOP = 2_000  # characters
_LINES = 15
_PLACE = re.compile(r"[^\W\d_][\w .,'’/()&-]{0,60}?[,(/]? *$")
_DASH = re.compile(r"[,.)]? *(\([^)\n]{1,40}\)|/[^/\n]{2,40}/)? *(-{1,2}|[–—]|:) ?\S")
_BYLINE = re.compile(
    r"\s*(by\b|from\b|published\b|posted\b|updated\b|last updated\b|last modified\b|first published\b|created\b|date\b"
    r"|written\b|reported\b|issued\b|story by\b|words by\b|veröffentlicht\b|von\b|stand\b|publié\b|par\b|mis à jour\b"
    r"|publicado\b|por\b|actualizado\b)",
    re.IGNORECASE,
)
_ONLY_DATE_EXTRA = 28  # letters that a line may hold besides its date: a weekday, a clock time, a zone, a separator


def find_published(text: str, language: str = "en") -> list[tuple[int, int, str, str]]:
    """The dates that a dateline or byline near the top gives: (start, end, value, kind), in order.

    ``value`` is a whole or partial ISO date, ``--03-30`` where the year is missing. ``kind`` is dateline ("KYIV,
    March 30 (Agency) —" opening a paragraph) or byline ("By X, 30 March 2025", "Published March 30, 2025", a line
    that is nothing but a date).
    """
    found: list[tuple[int, int, str, str]] = []
    rules = grammar(language)
    at = lines = 0
    for line in text[:_NEAR_TOP].splitlines(keepends=True):
        if line.strip():
            lines += 1
            tokens = Tokens(line, rules)
            for hit in scan(tokens, rules):
                mention = read(hit, tokens, rules)
                start, end = tokens.starts[mention.first], tokens.starts[mention.last]
                value = _value(mention)
                kind = _kind(line, start, end) if value else ""
                if kind:
                    found.append((at + start, at + end, value, kind))
        at += len(line)
        if lines >= _LINES:
            break
    return found


def _value(mention: Mention) -> str:
    f = mention.fields
    if mention.make != "date" or "month" not in f or "turn" in f:
        return ""
    year, month, day = f.get("year"), f["month"], f.get("day")
    try:
        moment(year or 2000, month, day or 1)
    except ValueError:
        return ""
    if year is None:
        return f"--{month:02d}-{day:02d}" if day else ""
    return f"{year:04d}-{month:02d}" + (f"-{day:02d}" if day else "")


def _kind(line: str, start: int, end: int) -> str:
    before, after = line[:start], line[end:]
    if (
        _DASH.match(after)
        and _PLACE.match(before)
        and before.lstrip()[:1].isupper()
        and not before.rstrip().endswith(".")
    ):
        place = re.split(r"[,(/]", before)[0].strip()
        if place.isupper() or len(place.split()) <= 3:
            return "dateline"
    if len(line) <= 160 and _BYLINE.match(before):
        return "byline"
    rest = sum(char.isalpha() for char in before + after)
    if rest <= _ONLY_DATE_EXTRA and len(line.strip()) <= 60 and not line.rstrip().endswith((".", "?", "!")):
        return "byline"
    return ""
