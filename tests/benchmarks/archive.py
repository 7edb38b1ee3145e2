"""`dateline archive` on made articles against `dateline times` and `events` in one process, killed on the way.

    .venv/bin/python tests/benchmarks/archive.py [articles (5000)] [--dask] [--shard N] [--paragraphs N] [--keep FOLDER]

The articles are paragraphs of the English sample stories in ever new order, with a bad row among each thousand. With
``--dask`` a LocalCluster of two workers does the work, one of which is killed after the first shard; without, two
processes of the command. Halfway the command itself is killed and given again. `events` runs beside it, so that both
have the same neighbours on the machine: what else runs makes an article cost half as much again. Printed: processor
time of all processes, its ratio to that of `events`, articles a second, bytes out, and whether every row is the same.
"""

import argparse
import ctypes
import json
import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path

from dateline import paths, readers
from dateline.app import shards
from dateline.cli import events, times
from dateline.core.model import Article

DATELINE = (sys.executable, "-m", "dateline")
QUIET = {
    "distributed.worker.profile.enabled": False,
    "distributed.worker.memory.monitor-interval": "1s",
    "distributed.admin.tick.interval": "1s",
    "distributed.admin.system-monitor.interval": "5s",
}
"""What resources/docs/archive.md sets for Dask's workers."""

POLITE = "import os; os.setpriority(os.PRIO_PROCESS, 0, 10)"
"""Dask's workers wait for others as the processes do that `events` starts: a process that has to wait costs more."""
BAD = 7  # of each thousand rows the one that is no article
PUBLISHED = ("2025-03-30", "2025-06-12", "2024-11-05")

Rows = dict[str, list[object] | None]
"""By document: its expressions and events as `times` and `events` print them; None for one that failed."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What one comparison gave; times are seconds of processor."""

    articles: int
    failed: int
    plain: float
    archive: float
    seconds: float
    size: int
    same: bool
    killed: bool


def made(count: int, folder: Path, paragraphs: int = 0) -> None:
    """Write the articles, ``list.jsonl`` for the archive and ``files.jsonl`` for the plain commands.

    They have so many paragraphs on average (0: as many as the sample stories).
    """
    samples = sorted((paths.resources() / "samples").iterdir())
    stories = [item for sample in samples for item in readers.read(sample) if isinstance(item, Article)]
    parts = sorted({part for story in stories if story.language == "en" for part in story.text.split("\n\n")})
    length = paragraphs or sum(len(story.text.split("\n\n")) for story in stories) // len(stories)
    chance = random.Random(1)
    (folder / "texts").mkdir()
    with (folder / "list.jsonl").open("w") as rows, (folder / "files.jsonl").open("w") as files:
        for number in range(count):
            if number % 1000 == BAD:
                rows.write("broken\n")
                files.write("broken\n")
                continue
            text = "\n\n".join(chance.sample(parts, chance.randint(length // 2, 3 * length // 2)))
            published = chance.choice(PUBLISHED)
            file = folder / "texts" / f"{number}.txt"
            file.write_text(text, encoding="utf-8")
            row = {"doc": f"{number}", "published": published, "text": text, "topic": "all"}
            rows.write(json.dumps(row) + "\n")
            files.write(json.dumps({"id": f"{number}", "path": str(file), "published": published}) + "\n")


def adopt(*, orphans: bool) -> None:
    """Let what a killed process has started come to this one, so that its time is counted."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(36, int(orphans))  # PR_SET_CHILD_SUBREAPER


def used(work: Callable[[], object]) -> tuple[float, float]:
    """Processor time of the processes that the work starts and that end by then, and seconds."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    adopt(orphans=True)
    work()
    with suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    adopt(orphans=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime, time.perf_counter() - began


def environment(folder: Path, workers: int) -> dict[str, str]:
    """Settings of so many processes."""
    config = folder / f"config-{workers}"
    (config / "dateline").mkdir(parents=True, exist_ok=True)
    (config / "dateline" / "settings.json").write_text(json.dumps({"workers": workers}))
    return {**os.environ, "XDG_CONFIG_HOME": str(config)}


def plain(command: str, folder: Path) -> subprocess.Popen[bytes]:
    """`dateline times` or `events` in one process, begun; its lines go to a file of its name."""
    words = [*DATELINE, command, "--manifest", str(folder / "files.jsonl"), "--format", "jsonl"]
    with (folder / f"{command}.jsonl").open("wb") as out:
        return subprocess.Popen(words, env=environment(folder, 1), stdout=out)


def ended(running: subprocess.Popen[bytes]) -> float:
    """Wait for a process; its processor time with that of its children."""
    _, status, usage = os.wait4(running.pid, 0)
    running.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_utime + usage.ru_stime


def archive(folder: Path, shard: int, halfway: int, *, dask: bool) -> bool:
    """`dateline archive`, killed when ``halfway`` shards are done, and given again; whether all was killed."""
    out = folder / "archive"
    words = [*DATELINE, "archive", "--manifest", str(folder / "list.jsonl"), "-o", str(out), "--shard", str(shard)]
    killed = 0
    with ExitStack() as stack:
        if dask:
            from dask import config
            from distributed import LocalCluster

            stack.enter_context(config.set(QUIET))
            cluster = stack.enter_context(
                LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, preload=[POLITE])
            )
            words += ["--scheduler", cluster.scheduler_address]
        running = subprocess.Popen(words, env=environment(folder, 2), stdout=subprocess.DEVNULL)
        for shards_done in (1, max(2, halfway)):
            while running.poll() is None and len(list(out.glob("done/*"))) < shards_done:
                time.sleep(0.05)
            if shards_done == 1 and dask:
                os.kill(next(iter(cluster.workers.values())).pid, signal.SIGKILL)
                killed += 1
        if running.poll() is None:
            running.kill()
            killed += 1
        running.wait()
        subprocess.run(words, env=environment(folder, 2), stdout=subprocess.DEVNULL, check=False)
    return killed == 1 + dask


def printed(folder: Path) -> Rows:
    """What the plain commands said."""
    rows: Rows = defaultdict(list)
    for command in ("times", "events"):
        for line in (folder / f"{command}.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            doc = row.pop("doc", "").replace("line ", "row ").removesuffix(" of the manifest")
            row.pop("id", None)
            if "error" in row:
                rows[doc] = None
            elif "start" in row:
                rows[doc].append(row)  # type: ignore[union-attr] # what failed has no rows
            elif doc:
                rows[doc]
    return rows


def tabled(folder: Path) -> Rows:
    """What the archive's tables say."""
    rows: Rows = {}
    for file in shards.articles(folder / "archive"):
        for doc, _, found in shards.read(file):
            if isinstance(found, str):
                rows[doc] = None
                continue
            told = [*map(times.record, found.expressions), *map(events.record, found.events)]
            rows[doc] = [{name: value for name, value in row.items() if name != "id"} for row in told]
    return rows


def compared(count: int, folder: Path, shard: int, paragraphs: int = 0, *, dask: bool) -> Measured:
    """Do it all in a folder."""
    made(count, folder, paragraphs)
    killed: list[bool] = []
    halfway = count // shard // 2
    ones: list[float] = []

    def both() -> None:
        beside = plain("events", folder)
        killed.append(archive(folder, shard, halfway, dask=dask))
        ones.append(ended(beside))

    both_used, seconds = used(both)
    (one,) = ones
    many = both_used - one
    ended(plain("times", folder))
    out = folder / "archive"
    size = sum(file.stat().st_size for table in shards.TABLES for file in (out / table).iterdir())
    failed = shards.totals(out)["failed"]
    # The order of events is that of the text in both, so lists are compared as they are.
    return Measured(count, failed, one, many, seconds, size, printed(folder) == tabled(folder), all(killed))


def main() -> None:
    """Compare, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="?", type=int, default=5000)
    parser.add_argument("--dask", action="store_true")
    parser.add_argument("--shard", type=int, default=32, help="articles to a shard (32); a kill costs a few of them")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="a new folder, to look into afterwards")
    parser.add_argument("--paragraphs", type=int, default=0, help="to an article (as in the sample stories)")
    given = parser.parse_args()
    with ExitStack() as stack:
        folder = given.keep or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        folder.mkdir(parents=True, exist_ok=True)
        found = compared(given.articles, folder, given.shard, given.paragraphs, dask=given.dask)
    killed = "killed on the way and given again" if found.killed else "NOT KILLED"
    print(
        f"{found.articles} articles, {found.failed} failed; {killed}: `events` in one process beside it "
        f"{found.plain:.1f} s of processor, archive {found.archive:.1f} s, ratio {found.archive / found.plain:.2f}; "
        f"{found.articles / found.seconds:.1f} articles a second, "
        f"{found.size / found.articles / 1000:.1f} kB an article out; "
        f"every row {'the same' if found.same else 'NOT THE SAME'}"
    )


if __name__ == "__main__":
    main()
