"""Pages a second: reading alone against trafilatura alone on the same pages in one run, and the whole import.

    .venv/bin/python tests/benchmarks/readers_speed.py [--pages 200] [--whole 100] [FOLDER of saved pages]

Without a folder the pages are the made-up ones of `readers_pages.py`, every other one with 60 KB of furniture. The
goal is reading at trafilatura's speed or better; exit status 1 when it is slower.
"""

import argparse
import logging
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from readers_pages import furnished, pages
from trafilatura import extract

from dateline.readers import Refusal, read


def rates(files: list[Path], *works: Callable[[Path], object]) -> list[float]:
    """Files a second of processor time for each way of reading, which take turns; after a few to warm up."""
    for file in files[:5]:
        for work in works:
            work(file)
    spent = [0.0] * len(works)
    for file in files:
        for number, work in enumerate(works):
            began = time.process_time()
            work(file)
            spent[number] += time.process_time() - began
    return [len(files) / seconds for seconds in spent]


def whole_import(files: list[Path], folder: Path) -> float:
    """Articles a second through reading, times, events and storing, in this one process."""
    from dateline.app import analysis, importing
    from dateline.core.preferences import Preferences
    from dateline.library import Library

    job = importing.Job(Preferences())
    analysis.load()
    library = Library.open(folder / "speed.dateline")
    began = time.perf_counter()
    for file in files:
        for outcome in importing.read_file(job, file):
            _, change = importing.import_outcome(outcome, library)
            if change:
                library.apply(change)
    seconds = time.perf_counter() - began
    library.close()
    return len(files) / seconds


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("--whole", type=int, default=100, help="pages for the whole import; 0 leaves it out")
    arguments = parser.parse_args()
    logging.disable(logging.CRITICAL)
    with TemporaryDirectory() as scratch:
        folder = arguments.folder or Path(scratch)
        if arguments.folder is None:
            for number, page in enumerate(pages(arguments.pages)):
                (folder / f"{number:04}.html").write_text(
                    furnished(page.html, number) if number % 2 else page.html, encoding="utf-8"
                )
        files = sorted(folder.glob("*.htm*"))[: arguments.pages]
        refused = sum(isinstance(item, Refusal) for file in files for item in read(file))
        own, rival = rates(files, lambda file: list(read(file)), lambda file: extract(file.read_bytes()))
        size = sum(file.stat().st_size for file in files) / len(files) / 1024
        print(f"{len(files)} pages of {size:.0f} KB on average, {refused} refused")
        print(
            f"reading alone {own:.0f} pages/s, trafilatura alone {rival:.0f} pages/s: {own / rival:.2f} times "
            "(at least 1)"
        )
        if arguments.whole:
            whole = whole_import(files[: arguments.whole], Path(scratch))
            print(f"whole import (read, times, events, stored), one process: {whole:.1f} pages/s")
    return 0 if own >= rival else 1


if __name__ == "__main__":
    sys.exit(main())
