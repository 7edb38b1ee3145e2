"""Articles a second of the whole (times and events) with all cores busy, against spaCy's own `nlp.pipe`.

    .venv/bin/python tests/benchmarks/events_speed.py [copies of the sample stories]

Both run in the same worker processes on the same texts, in turns, with the same components loaded; the rival only
parses, and runs them all on every word, where the whole finds base forms once a word (`dateline.events.syntax.lemmas`).
A worker's memory is what it holds in the end (RSS), after the whole.
"""

import multiprocessing
import os
import statistics
import sys
import time
from dataclasses import replace

import psutil

from dateline import events, paths, readers, times
from dateline.core.model import Article
from dateline.events.syntax import parser

ROUNDS = 5


def stories() -> list[Article]:
    """The English sample stories."""
    found = [item for file in sorted((paths.resources() / "samples").iterdir()) for item in readers.read(file)]
    return [item for item in found if isinstance(item, Article) and item.language == "en"]


def whole(batch: list[Article]) -> int:
    """Times and events of each article; returns the number of events."""
    pairs = ((a, times.find(a.text, a.published, article=a.id)) for a in batch)
    return sum(len(found) for found in events.find_all(pairs))


def parse(batch: list[Article]) -> int:
    """spaCy alone; returns the number of tokens."""
    return sum(len(doc) for doc in parser.model().pipe(article.text for article in batch))


def warm(_: int) -> None:
    """Load the model and the grammar."""
    events.load()
    whole(stories()[:1])


def memory(_: int) -> tuple[int, float]:
    """The worker's process and its resident memory in MB; sleeps so that each worker answers once."""
    time.sleep(0.3)
    return os.getpid(), psutil.Process().memory_info().rss / 1e6


def main() -> None:
    """Print articles a second of both, their ratio, and the memory of a worker."""
    copies = int(sys.argv[1]) if len(sys.argv) > 1 else 8
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    articles = [replace(story, id=n * 100 + i) for n in range(copies) for i, story in enumerate(stories())]
    size = max(1, len(articles) // (cores * 4))
    batches = [articles[i : i + size] for i in range(0, len(articles), size)]
    with multiprocessing.get_context("spawn").Pool(cores) as pool:
        pool.map(warm, range(cores), chunksize=1)
        speeds: dict[str, list[float]] = {"whole": [], "parse": []}
        for _ in range(ROUNDS):
            for name, work in (("whole", whole), ("parse", parse)):
                began = time.perf_counter()
                pool.map(work, batches, chunksize=1)
                speeds[name].append(len(articles) / (time.perf_counter() - began))
        worst = max(dict(pool.map(memory, range(cores * 2), chunksize=1)).values())
    ours, theirs = (statistics.median(speeds[name]) for name in ("whole", "parse"))
    print(f"{len(articles)} articles, {sum(len(a.text) for a in articles) / 1000:.0f} KB, {cores} cores")
    print(f"times and events: {ours:.1f} articles/s")
    print(f"spaCy's nlp.pipe: {theirs:.1f} articles/s")
    ratio = statistics.median(one / other for one, other in zip(speeds["whole"], speeds["parse"], strict=True))
    print(f"ratio: {ratio:.2f} (the median of {ROUNDS} turns)")
    print(f"memory of a worker: {worst:.0f} MB")


if __name__ == "__main__":
    main()
