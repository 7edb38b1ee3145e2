"""`dateline key`: the days that mattered in running stories, from a list of articles; no library is needed."""

import argparse
import json
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TextIO

from dateline import events
from dateline.app import analysis, manifest, shards
from dateline.app.key import KeyDay, Told, key_days
from dateline.cli.streams import manifest_lines
from dateline.core.model import Article, Conventions
from dateline.errors import UsageError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `key`."""
    add = parser.add_argument
    rows = '{"doc", "published", "title", "text", "topic"}'
    add("archive", nargs="?", metavar="ARCHIVE", help="the output of dateline archive, instead of a manifest")
    add("--manifest", metavar="FILE", help=f"JSON Lines of {rows}; - for standard input")
    add("-o", "--output", metavar="OUT", default="-", help="the JSON Lines to write (- for standard output)")
    add("--no-events", dest="events", action="store_false", help="rank by times alone and tell sentences: much faster")
    add("--key", metavar="N", type=int, help="only the N days that mattered most in each topic")
    add("--language", metavar="CODE", default="en", help="language of every text (en)")


def run(arguments: argparse.Namespace) -> int:
    """Write the ranked days of each topic, in the order in which the topics come; exit status 1 where a row failed."""
    if bool(arguments.archive) == bool(arguments.manifest):
        raise UsageError("give --manifest with a list of articles, or the output of dateline archive")
    stories: dict[str, list[Told]] = {}
    failed = 0
    for topic, told in _archived(Path(arguments.archive)) if arguments.archive else _listed(arguments):
        if isinstance(told, str):
            failed = 1
            print(told, file=sys.stderr)
        else:
            stories.setdefault(topic, []).append(told)
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


def _listed(arguments: argparse.Namespace) -> Iterator[tuple[str, Told | str]]:
    """The topic of each row of the manifest, and what its article tells or what is wrong with it."""
    if arguments.events:
        events.load()
    language = manifest.check_language(arguments.language) or "en"
    for number, line in manifest_lines(arguments.manifest):
        try:
            topic, article = manifest.article(line, language, arguments.preferences)
            yield topic, _told(article, arguments.preferences.conventions, with_events=arguments.events)
        except ValueError as error:
            yield "", f"line {number} of the manifest: {error}"


def _archived(out: Path) -> Iterator[tuple[str, Told | str]]:
    """The same of an archive's output."""
    for file in shards.articles(out):
        for doc, topic, found in shards.read(file):
            if isinstance(found, str):
                yield topic, f"{doc}: {found}"
            else:
                yield topic, Told(found.articles[0], found.expressions, found.events)


def _told(article: Article, conventions: Conventions, *, with_events: bool) -> Told:
    found = analysis.find_times(article, conventions)
    return Told(article, found, events.find(article, found) if with_events else ())


def _output(name: str) -> AbstractContextManager[TextIO]:
    return nullcontext(sys.stdout) if name == "-" else Path(name).open("w", encoding="utf-8", newline="")
