"""`dateline archive` on made articles against the plain analysis of the same articles in one process: processor time.

    .venv/bin/python tests/benchmarks/archive.py [articles (5000)] [--dask]

The articles are the English sample stories under new names, some cut short, with a bad row among each thousand. With
``--dask`` a LocalCluster of two workers does it, one of which is killed after the first shard. Printed: processor time
of both (all processes), their ratio, articles a second, bytes out, and whether every row is the same.
"""

import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from dateline import paths, readers
from dateline.app import shards
from dateline.app.archive import Plan, Task, analyse, build
from dateline.core.model import Article
from dateline.core.preferences import Preferences

SHARD = 128


def made(count: int, file: Path) -> None:
    """Write the list."""
    samples = sorted((paths.resources() / "samples").iterdir())
    stories = [item for sample in samples for item in readers.read(sample) if isinstance(item, Article)]
    stories = [story for story in stories if story.language == "en"]
    with file.open("w", encoding="utf-8") as out:
        for number in range(count):
            story = stories[number % len(stories)]
            text = story.text[: len(story.text) - number * 37 % (len(story.text) // 2)]
            row = {"doc": f"{number}", "published": story.published, "title": story.title, "text": text, "topic": "all"}
            out.write(("broken" if number % 1000 == 999 else json.dumps(row)) + "\n")


def plain(source: Path) -> None:
    """The analysis in one process, its rows written to the folder beside the list as shards."""
    lines = source.read_bytes().splitlines()
    out = source.parent / "plain"
    out.mkdir()
    for number, first in enumerate(range(0, len(lines), SHARD)):
        shards.write(out, number, "jsonl", analyse(Plan(), Task(number, first, tuple(lines[first : first + SHARD]))))


def archived(source: Path, *, dask: bool) -> None:
    """The archive."""
    plan = Plan(shard=SHARD, preferences=Preferences(workers=2))
    out = source.parent / "archive"
    if not dask:
        build(source, out, plan)
        return
    from distributed import LocalCluster

    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:

        def kill(done: int) -> None:
            if done == 1:
                os.kill(next(iter(cluster.workers.values())).pid, signal.SIGKILL)

        build(source, out, plan, cluster.scheduler_address, kill)


def measured(*arguments: str) -> tuple[float, float]:
    """Processor time and seconds of this file run with these arguments, its workers included."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run([sys.executable, __file__, *arguments], check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime, time.perf_counter() - began


def main() -> None:
    """Run one side, or both and compare."""
    if sys.argv[1:2] == ["plain"]:
        plain(Path(sys.argv[2]))
    elif sys.argv[1:2] == ["archive"]:
        archived(Path(sys.argv[2]), dask="--dask" in sys.argv)
    else:
        count = next((int(word) for word in sys.argv[1:] if word.isdigit()), 5000)
        dask = [word for word in sys.argv[1:] if word == "--dask"]
        with tempfile.TemporaryDirectory() as folder:
            source = Path(folder) / "list.jsonl"
            made(count, source)
            one, _ = measured("plain", str(source))
            many, seconds = measured("archive", str(source), *dask)
            sides = [Path(folder) / side for side in ("plain", "archive")]
            same = all(
                file.read_bytes() == (sides[1] / file.relative_to(sides[0])).read_bytes()
                for file in sides[0].rglob("*.json*")
            )
            size = sum(file.stat().st_size for file in sides[1].rglob("*.json*"))
            print(
                f"{count} articles: {shards.totals(sides[1])['failed']} failed; "
                f"one process {one:.1f} s of processor, archive {many:.1f} s, ratio {many / one:.2f}; "
                f"{count / seconds:.1f} articles a second, {size / count / 1000:.1f} kB an article out; "
                f"every row {'the same' if same else 'NOT THE SAME'}"
            )


if __name__ == "__main__":
    main()
