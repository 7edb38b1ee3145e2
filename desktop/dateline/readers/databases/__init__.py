"""Files of news databases that hold many articles: Nexis, Factiva, ProQuest, Europresse and their like.

Each is told by its shape, repeated blocks of source, date, length and end marks, whatever the format of the file.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from dateline.core.message import Message
from dateline.readers.base import Found
from dateline.readers.databases.marks import DATED, ENDS

_HEAD = re.compile(
    r"(?i)\s*(?:body|volltext|copyright\b.*|©.*"
    r"|(?:section|length|byline|load-date|language|rubrik|länge|autor)\s*:.*"
    r"|documents? \(\d+\)|(?:user name|date and time|job number)\s*:.*|.{0,14}\b\w+ \d{1,2}, \d{4}\b.{0,25})"
    r"\s*$"
)
_SEVERAL = Message("it seems to hold several articles, which could not be told apart: no date in it is of all of them")
_MOST = 20_000


def parts_lines(lines: list[str]) -> Callable[[str], bool] | None:
    """Which lines of a database's file are no part of a paragraph; None for other files."""
    text = "\n".join(lines)
    if not any(mark.search(text) for mark in ENDS):
        return None
    return lambda line: _HEAD.match(line) is not None or ends(line)


def ends(line: str) -> bool:
    """Whether a line is one of the marks that stand once in each article."""
    return any(mark.match(line) for mark in ENDS)


def split(found: Found) -> list[Found]:
    """The articles in what was found; itself where it is one article.

    Where the marks of several articles stand in it but the articles cannot be told apart, it is given back as
    ``undated``, so that no date of one is taken for the date of all.
    """
    text = found.text
    if len(text) < 200 or (not any(mark.search(text) for mark in ENDS) and not DATED.search(text)):
        return [found]
    from dateline.readers.databases import europresse, factiva, headed, labelled, nexis

    splitters = (nexis.entries, factiva.coded, factiva.displayed, labelled.entries, europresse.entries, headed.entries)
    lines = text.splitlines()
    for entries_of in splitters:
        entries = entries_of(lines)
        if entries and all(entry.sound for entry in entries):
            return [entry.found(found) for entry in entries[:_MOST]]
    several = any(len(mark.findall(text)) > 1 for mark in ENDS)
    return [replace(found, undated=_SEVERAL)] if several else [found]
