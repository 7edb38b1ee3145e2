"""`dateline timeline`: a timeline of articles as an image, as data, or as text."""

import argparse
import sys
from dataclasses import replace
from operator import itemgetter
from pathlib import Path

from dateline.app import analysis, importing
from dateline.app.key import only_key
from dateline.app.known import known_by
from dateline.app.manifest import check_published
from dateline.cli import annotate, output
from dateline.cli.listing import event_lines, within
from dateline.cli.streams import inputs
from dateline.core.model import Bundle
from dateline.export.image import ImageOptions


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `timeline`."""
    add = parser.add_argument
    add("files", nargs="+", metavar="FILE", help="article files; folders are walked; - for standard input")
    add("--published", metavar="DATE", help="publication date (YYYY-MM-DD, YYYY-MM or YYYY) of every file")
    add("--as-of", metavar="DATE", help="what was known on this day: only articles published by its end")
    add("-o", "--output", metavar="OUT", help="the file to write (- for standard output); without it, text is printed")
    output.add_format(parser)
    output.add_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    """Make the timeline of what could be read; the exit status is 1 where some of it could not."""
    published = check_published(arguments.published, arguments.preferences)
    files = inputs(arguments.files)
    file = Path(arguments.output) if arguments.output else None
    if file is not None:
        output.check(file, arguments.format, sources=files)
    options = output.image_options(arguments)
    bundle, failed = collect(files, importing.Job(arguments.preferences, published=published))
    if not bundle.articles and not bundle.events:
        print("dateline timeline: nothing could be read, so there is no timeline", file=sys.stderr)
        return 1
    bundle = known_by(bundle, output.day(arguments.as_of, arguments.preferences)) if arguments.as_of else bundle
    bundle = replace(bundle, events=tuple(within(bundle.events, options.begin, options.until)))
    bundle = only_key(bundle, arguments.key) if arguments.key else bundle
    if file is None:
        print_timeline(output.narrowed(arguments, bundle), options, every=arguments.all or arguments.show is not None)
    else:
        output.save(arguments, bundle, file, options)
    return failed


def collect(files: list[Path], job: importing.Job) -> tuple[Bundle, int]:
    """All that the files hold as one bundle, the same text once; and 1 where a file was refused, which is said."""
    analysis.load()
    bundles: dict[str, tuple[str, Bundle]] = {}
    failed = 0
    for outcome in importing.import_files(files, job):
        if outcome.bundle is None:
            failed = 1
            print(f"{outcome.file}: {outcome.reason}", file=sys.stderr)
        else:
            key = outcome.file if outcome.export else outcome.bundle.articles[0].digest
            bundles.setdefault(key, (outcome.file, outcome.bundle))
    return analysis.merged(bundle for _, bundle in sorted(bundles.values(), key=itemgetter(0))), failed


def print_timeline(bundle: Bundle, options: ImageOptions, *, every: bool = False) -> None:
    """The timeline as text: its title, the articles with their dates, then the events."""
    if options.title:
        print(options.title, end="\n\n")
    for article in bundle.articles:
        print(annotate.describe(article, article.title or article.file))
    print()
    lines = event_lines(bundle.events, options.locale, every=every, conventions=options.conventions)
    print("\n".join(lines) or "  no events found")
