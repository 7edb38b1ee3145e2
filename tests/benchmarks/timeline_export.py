"""How long and how much memory it takes to export a timeline of 10,000 events as PNG, SVG and PDF.

    .venv/bin/python tests/benchmarks/timeline_export.py [--events 10000]

Each format runs in a process of its own; prints seconds and the
highest memory of the process.
"""

import argparse
import random
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.core.model import Bundle

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "desktop"))


def made_up(count: int) -> "Bundle":
    """A bundle of invented events over two years."""
    from dateline.core.model import Article, Bundle, Certainty, Event
    from dateline.core.moment import DAY, Granularity, moment

    rng = random.Random(3)
    article = Article(id=1, text="", title="The council's year", published="2025-03-30", site="Brennay Courier")
    events = []
    for number in range(count):
        begin = moment(2024) + int(rng.betavariate(3, 1.5) * 730) * DAY
        until = begin + rng.choice([1, 1, 1, 2, 7, 30]) * DAY
        events.append(
            Event(
                id=number + 1, article=1, title=f"council of ward {number % 97} votes on plan {number}",
                earliest=begin, latest_start=until, earliest_end=begin, latest=until,
                granularity=Granularity.DAY, certainty=rng.choice(list(Certainty)),
            )
        )  # fmt: skip
    return Bundle((article,), (), tuple(events))


def one(suffix: str, count: int, layout: str) -> None:
    """Export once and print what it took."""
    from dateline.export.image import ImageOptions, write

    bundle = made_up(count)
    options = {
        "down": ImageOptions(title="A year"),
        "right": ImageOptions(title="A year", vertical=False, width=2000, height=1200),
        "tiled": ImageOptions(title="A year", paper="A4", pages="tile"),
    }[layout]
    with tempfile.TemporaryDirectory() as folder:
        start = perf_counter()
        files = write(bundle, Path(folder) / f"out{suffix}", options)
        seconds = perf_counter() - start
        size = sum(file.stat().st_size for file in files)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{suffix[1:].upper()} {layout:<6} {seconds:6.2f} s   {memory:6.0f} MB   {len(files)} file(s), {size:,} bytes"
    )


def main() -> None:
    """Print a row a format and layout."""
    parser = argparse.ArgumentParser(description="Time and memory of image exports")
    parser.add_argument("--events", type=int, default=10_000)
    parser.add_argument("--one", nargs=2, metavar=("SUFFIX", "LAYOUT"))
    arguments = parser.parse_args()
    if arguments.one:
        one(arguments.one[0], arguments.events, arguments.one[1])
        return
    print(f"{arguments.events:,} events")
    for layout in ("down", "right", "tiled"):
        for suffix in (".png", ".svg", ".pdf"):
            if (suffix, layout) == (".svg", "tiled"):
                continue  # an SVG is one drawing
            command = [sys.executable, __file__, "--events", str(arguments.events), "--one", suffix, layout]
            subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
