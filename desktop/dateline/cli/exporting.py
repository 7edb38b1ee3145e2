"""`dateline export`: take a library's timeline or data away, all of it or what a filter shows."""

import argparse
from enum import StrEnum
from pathlib import Path

from dateline import paths
from dateline.app.exporting import shown
from dateline.cli import output
from dateline.core.filter import Filter
from dateline.core.model import MAIN_WEIGHT, Certainty, Status
from dateline.core.moment import Granularity
from dateline.errors import UsageError
from dateline.library import Library


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `export`."""
    add = parser.add_argument
    add("--library", type=Path, metavar="PATH", help="the library (default: the one the window opens)")
    add("-o", "--output", type=Path, metavar="OUT", required=True, help="the file to write (- for standard output)")
    output.add_format(parser)
    add("--everything", action="store_true", help="also rejected events and what is in the bin, for a whole copy")
    add = parser.add_argument_group("what to take; several of one kind mean any of them").add_argument
    add("--text", default="", metavar="WORDS", help="events with these words in title, sentence, article or note")
    add("--article", action="append", default=[], metavar="TITLE", help="articles whose title has this in it")
    add("--collection", action="append", default=[], metavar="NAME", help="articles of this collection")
    add("--tag", action="append", default=[], metavar="TAG", help="events or articles with this tag")
    add("--person", action="append", default=[], metavar="NAME", help="this person or organisation takes part")
    add("--place", action="append", default=[], metavar="NAME", help="at this place")
    add("--certainty", action="append", default=[], choices=_values(Certainty), help="how surely it happened")
    add("--status", action="append", default=[], choices=_values(Status), help="what you said of it")
    add("--precision", action="append", default=[], choices=_values(Granularity), help="how fine the date is")
    add("--sources", action="append", default=[], type=int, metavar="N", help="that so many articles tell")
    add("--disagreeing", action="store_true", help="merged events whose sources cannot all be right")
    known = "what was known on this day: of articles published by its end, and what was added by hand"
    add("--as-of", metavar="DATE", help=known)
    add("--saved", metavar="NAME", help="a filter saved in the library, narrowed by the others")
    add("--outright", action="store_true", help="only what articles tell outright, not what they mention in passing")
    dated = parser.add_mutually_exclusive_group()
    dated.add_argument("--dated", action="store_true", default=None, help="only events with a date")
    dated.add_argument("--undated", dest="dated", action="store_false", help="only events without one")
    output.add_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    """Write what the filter shows; the exit status is 0, or that of the error raised."""
    file = arguments.library or paths.default_library()
    output.check(arguments.output, arguments.format, [file])
    options = output.image_options(arguments)
    if not file.exists():
        raise UsageError(f"there is no library {file}; `dateline import --library {file} FILE…` makes one")
    with Library.open(file, read_only=True) as library:
        wanted = _filter(arguments, library, options.begin, options.until)
        if arguments.everything and wanted:
            raise UsageError("--everything goes without filters")
        bundle = library.everything() if arguments.everything else shown(library, wanted)
    name = "" if file == paths.default_library() else file.stem
    output.save(arguments, bundle, arguments.output, options, name)
    return 0


def _filter(arguments: argparse.Namespace, library: Library, begin: int | None, until: int | None) -> Filter:
    saved = Filter()
    if arguments.saved is not None:
        named = {row.name: row for row in library.saved_filters()}
        if arguments.saved not in named:
            raise UsageError(f"the library has no filter {arguments.saved!r}; it has: {', '.join(named) or 'none'}")
        saved = Filter.from_json(named[arguments.saved].query)
    return Filter(
        text=arguments.text or saved.text,
        begin=saved.begin if begin is None else begin,
        until=saved.until if until is None else until,
        articles=_articles(arguments.article, library) or saved.articles,
        collections=tuple(arguments.collection) or saved.collections,
        tags=tuple(arguments.tag) or saved.tags,
        people=tuple(arguments.person) or saved.people,
        places=tuple(arguments.place) or saved.places,
        certainties=tuple(Certainty(value) for value in arguments.certainty) or saved.certainties,
        precisions=tuple(arguments.precision) or saved.precisions,
        statuses=tuple(Status(value) for value in arguments.status) or saved.statuses,
        weight=max(saved.weight, MAIN_WEIGHT) if arguments.outright else saved.weight,
        sources=tuple(arguments.sources) or saved.sources,
        as_of=output.day(arguments.as_of, arguments.preferences) if arguments.as_of else saved.as_of,
        disagreeing=arguments.disagreeing or saved.disagreeing,
        key=arguments.key or saved.key,
        dated=saved.dated if arguments.dated is None else arguments.dated,
    )


def _articles(titles: list[str], library: Library) -> tuple[int, ...]:
    headings = library.headings() if titles else []
    found: dict[int, None] = {}
    for title in titles:
        ids = [row.id for row in headings if title.casefold() in row.title.casefold()]
        if not ids:
            raise UsageError(f"no article's title has {title!r} in it")
        found |= dict.fromkeys(ids)
    return tuple(found)


def _values(kind: type[StrEnum]) -> tuple[str, ...]:
    return tuple(member.value for member in kind)
