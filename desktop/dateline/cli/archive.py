"""`dateline archive`: times, events and days of a list of articles too long for one sitting, in shards."""

import argparse
import sys
from pathlib import Path

from dateline.app import archive, manifest, shards
from dateline.errors import UsageError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `archive`."""
    add = parser.add_argument
    rows = '{"doc", "published", "title", "text", "topic", "language"}'
    defaults = archive.Plan()
    add("--manifest", metavar="FILE", required=True, help=f"{rows} a row: .jsonl, .jsonl.gz or .parquet")
    add("-o", "--output", metavar="OUT", required=True, help="the folder to write; one that was begun is gone on with")
    add("--format", choices=shards.FORMS, default=defaults.form, help=f"of the tables ({defaults.form})")
    add("--scheduler", metavar="ADDRESS", help="a Dask scheduler (tcp://…:8786) instead of this machine's cores")
    add("--shard", metavar="N", type=int, default=defaults.shard, help=f"articles to a shard ({defaults.shard})")
    add("--no-events", dest="events", action="store_false", help="times and days alone: much faster")
    add("--language", metavar="CODE", default=defaults.language, help="of the rows that name none (en)")


def run(arguments: argparse.Namespace) -> int:
    """Write the shards; the exit status is 1 where a row failed. Raises ModelMissing."""
    if arguments.shard < 1:
        raise UsageError("a shard has at least one article")
    plan = archive.Plan(
        preferences=arguments.preferences,
        language=manifest.check_language(arguments.language) or "en",
        form=arguments.format,
        shard=arguments.shard,
        events=arguments.events,
    )
    if arguments.format == "parquet":
        shards.arrow()  # says what is missing
    out = Path(arguments.output)

    def tell(count: int) -> None:
        if not arguments.quiet and sys.stderr.isatty():
            print(f"\r{count} shards done", end="", file=sys.stderr, flush=True)

    archive.build(Path(arguments.manifest), out, plan, arguments.scheduler, tell)
    counts = shards.totals(out)
    if not arguments.quiet:
        kinds = ", ".join(f"{counts[name]} {name}" for name in ("articles", "times", "events"))
        print(f"{out}: {kinds}" + (f"; {counts['failed']} rows failed" if counts["failed"] else ""))
    return 1 if counts["failed"] else 0
