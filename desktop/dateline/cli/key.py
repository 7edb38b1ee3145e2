"""`dateline key`: the days that mattered in running stories, from a list of articles; no library is needed."""

import argparse
import json
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TextIO

from dateline import events
from dateline.app import analysis
from dateline.app.key import KeyDay, Told, key_days
from dateline.cli import annotate
from dateline.core.model import Article, Conventions, new_id
from dateline.core.preferences import Preferences
from dateline.errors import UsageError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `key`."""
    add = parser.add_argument
    rows = '{"doc", "published", "title", "text", "topic"}'
    add("--manifest", metavar="FILE", required=True, help=f"JSON Lines of {rows}; - for standard input")
    add("-o", "--output", metavar="OUT", default="-", help="the JSON Lines to write (- for standard output)")
    add("--no-events", dest="events", action="store_false", help="rank by times alone and tell sentences: much faster")
    add("--key", metavar="N", type=int, help="only the N days that mattered most in each topic")
    add("--language", metavar="CODE", default="en", help="language of every text (en)")


def run(arguments: argparse.Namespace) -> int:
    """Write the ranked days of each topic, in the order in which the topics come; exit status 1 where a row failed."""
    if arguments.events:
        events.load()
    language = annotate.check_language(arguments.language) or "en"
    stories: dict[str, list[Told]] = {}
    failed = 0
    for number, line in enumerate(_lines(arguments.manifest), 1):
        try:
            topic, article = _article(line, language, arguments.preferences)
            stories.setdefault(topic, []).append(
                _told(article, arguments.preferences.conventions, with_events=arguments.events)
            )
        except ValueError as error:
            failed = 1
            print(f"line {number} of the manifest: {error}", file=sys.stderr)
    with _output(arguments.output) as out:
        for topic, story in stories.items():
            for count, day in enumerate(key_days(story)):
                if count == arguments.key:
                    break
                out.write(json.dumps({"topic": topic} | record(day), ensure_ascii=False) + "\n")
    return failed


def record(day: KeyDay) -> dict[str, object]:
    """A day as the contract has it."""
    return {
        "day": day.day,
        "articles": day.articles,
        "later": day.later,
        "score": day.score,
        "title": day.title,
        "why": day.why,
        "events": [{"title": line} for line in day.lines],
    }


def _lines(manifest: str) -> Iterator[bytes]:
    try:
        content = sys.stdin.buffer.read() if manifest == "-" else Path(manifest).read_bytes()
    except OSError as error:
        raise UsageError(f"cannot read the manifest {manifest}: {error.strerror}") from None
    yield from (line for line in content.splitlines() if line.strip())


def _article(line: bytes, language: str, preferences: Preferences) -> tuple[str, Article]:
    """The topic and the article of a manifest's line; raises ValueError."""
    row = json.loads(line)
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise ValueError('not a JSON object with "text"')
    published = row.get("published")
    try:
        published = annotate.check_published(published, preferences)
    except (UsageError, TypeError) as error:
        raise ValueError(str(error)) from None
    name = str(row.get("doc", ""))
    title = str(row.get("title") or "")
    article = Article(id=new_id(), text=row["text"], title=title, published=published, language=language, file=name)
    return str(row.get("topic", "")), article


def _told(article: Article, conventions: Conventions, *, with_events: bool) -> Told:
    found = analysis.find_times(article, conventions)
    return Told(article, found, events.find(article, found) if with_events else ())


def _output(name: str) -> AbstractContextManager[TextIO]:
    return nullcontext(sys.stdout) if name == "-" else Path(name).open("w", encoding="utf-8", newline="")
