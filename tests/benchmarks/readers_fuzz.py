"""Mutates the readers' fixtures and reads every mutation: nothing may crash, hang, fill the memory or go unexplained.

    .venv/bin/python tests/benchmarks/readers_fuzz.py [--mutations 20000] [--seed 1] [--late]

Prints how many mutations were read and refused, and what was wrong: exceptions that a reader did not expect (they are
refusals all the same), crashes of the process, files over 10 s, peak memory, refusals without a reason. Exit status 1
when there was a crash, a hang, over 1 GB, or a refusal without a reason. ``--late`` mutates only what programs export,
files of databases, newspapers' pages and lists of references.
"""

import argparse
import importlib.util
import json
import random
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType

from dateline.readers import Refusal, read
from dateline.workers import Pool

SECONDS = 10
BYTES = 1024**3
CHUNK = 50


def of_tests(name: str) -> ModuleType:
    """A module of the readers' tests, as the one that makes the fixtures."""
    spec = importlib.util.spec_from_file_location(name, Path(__file__).parents[1] / "readers" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def late() -> dict[str, bytes]:
    """Name and bytes of files of databases, a newspaper's page, and lists of references."""
    base, printed, lists = of_tests("test_databases"), of_tests("test_pdf"), of_tests("test_references")
    names = [name for name in vars(base) if name.isupper() and "{}" in str(vars(base)[name])]
    files = {f"{name.lower()}.txt": vars(base)[name].format(base.TEXT, base.OTHER).encode() for name in names}
    page = [printed.FOLIO]
    for top, title in ((780.0, "Old crane is taken down"), (400.0, "Council votes on the quay")):
        page.append((40.0, top, 24, title))
        page += [run for left in (40, 220, 400) for run in printed.column(left, top - 30, "A", 12)]
    lists_of = {"list.rdf": lists.RDF.format(path="files/page.html"), "list.json": json.dumps([lists.ITEM])}
    return files | {"newspaper.pdf": printed.pdf(page)} | {name: text.encode() for name, text in lists_of.items()}


def mutate(data: bytes, others: list[bytes], dice: random.Random) -> bytes:
    """One of: bytes changed, cut out, doubled, inserted; cut short; two files spliced; signs of the format repeated."""
    raw = bytearray(data)
    for _ in range(dice.choice((1, 1, 2, 5, 20))):
        at = dice.randrange(len(raw) + 1)
        size = dice.choice((1, 2, 8, 64, 512, 4096))
        match dice.randrange(9):
            case 0:
                for i in range(at, min(at + size, len(raw))):
                    raw[i] = dice.randrange(256)
            case 1:
                del raw[at : at + size]
            case 2:
                raw[at:at] = raw[at : at + size] * dice.choice((1, 3, 50))
            case 3:
                raw[at:at] = dice.randbytes(size)
            case 4:
                del raw[at:]
            case 5:
                other = dice.choice(others)
                begin = dice.randrange(len(other) + 1)
                raw[at:] = other[begin : begin + 100_000]
            case 6:
                raw[at:at] = dice.choice(_SIGNS) * dice.choice((1, 10, 1000))
            case 7:
                if at < len(raw):
                    raw[at] ^= 1 << dice.randrange(8)
            case 8:
                other = dice.choice(others)
                begin = dice.randrange(len(other) + 1)
                raw[at:at] = other[begin : begin + size]
    return bytes(raw[:2_000_000])


_SIGNS = (
    b"<div>", b"</p>", b"<table><tr>", b"{", b"[", b'"', b"\\u0000", b"\0", b"\xff\xfe", b"&amp;", b"&#x0;",
    b"<![CDATA[", b"2025-99-99", b"99999999999999999999", b"\r", b"\n\n", b"From a 2025\n", b"--boundary",
    b"obj<<", b"\\par", b"{\\rtf1", b"<script type='application/ld+json'>[", b"<time datetime='", b"PK\x03\x04",
    "\u202e\u0301".encode(), b"%PDF-1.7",
)  # fmt: skip


def work(task: tuple[str, int, int]) -> Iterator[tuple[str, int, str, float, int]]:
    """Read a run of mutations; yields (name, seed, outcome, seconds, peak memory) for each."""
    folder, first, last = task
    files = sorted(Path(folder).iterdir())
    every = [file.read_bytes() for file in files]
    with TemporaryDirectory() as scratch:
        (Path(scratch) / "files" / "3").mkdir(parents=True)
        for name in ("page.html", "3/a page.html"):  # what lists of references name
            (Path(scratch) / "files" / name).write_bytes(every[0])
        for seed in range(first, last):
            dice = random.Random(seed)
            which = seed % len(files)
            name = files[which].name if dice.random() < 0.9 else dice.choice(files).name
            file = Path(scratch) / name
            file.write_bytes(mutate(every[which], every, dice))
            began = time.perf_counter()
            outcomes = [_said(item) for item in read(file)]
            seconds = time.perf_counter() - began
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
            yield name, seed, "; ".join(sorted(set(outcomes))) or "nothing", seconds, peak


def _said(item: object) -> str:
    if not isinstance(item, Refusal):
        return "read"
    return f"refused: {item.reason}" if item.reason.strip() else "WITHOUT A REASON"


def main() -> int:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--mutations", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--late", action="store_true", help="only what was added last")
    parser.add_argument("--processes", type=int, default=2)
    arguments = parser.parse_args()
    made = of_tests("make_fixtures")
    counts: Counter[str] = Counter()
    wrong: list[str] = []
    unexpected: Counter[str] = Counter()
    slowest, peak, began = (0.0, ""), 0, time.perf_counter()
    with TemporaryDirectory() as folder:
        bad = {name: data for name, (data, _) in made.bad().items() if len(data) < 100_000}
        for name, data in (late() | (made.kept() if arguments.late else made.good() | bad)).items():
            (Path(folder) / name).write_bytes(data)
        with Pool(work, count=arguments.processes, seconds=SECONDS) as pool:
            end = arguments.seed + arguments.mutations
            pool.add((folder, at, min(at + CHUNK, end)) for at in range(arguments.seed, end, CHUNK))
            for result in pool:
                if result.failure:
                    wrong.append(f"{result.task[1:]}: {result.failure}")
                elif result.value is not None:
                    name, seed, said, seconds, memory = result.value
                    whole, none = said == "read", "read" not in said.split("; ")
                    counts["read" if whole else "refused" if none else "in part"] += 1
                    slowest, peak = max(slowest, (seconds, f"{name} {seed}")), max(peak, memory)
                    if "WITHOUT" in said or said == "nothing":
                        wrong.append(f"{name} {seed}: {said}")
                    if "seems to be damaged" in said:
                        unexpected[f"{Path(name).suffix}: {said.rpartition('(')[2].rstrip(')')}"] += 1
    done = sum(counts.values())
    print(f"{done:,} mutations in {time.perf_counter() - began:.0f} s: {dict(counts)}")
    print(f"slowest {slowest[0]:.2f} s ({slowest[1]}), peak memory {peak / 1024**2:.0f} MB")
    print(
        f"told as damaged by a parser's exception: {sum(unexpected.values())}", *unexpected.most_common(12), sep="\n  "
    )
    print(f"crashes, hangs, refusals without a reason: {len(wrong)}", *wrong[:20], sep="\n  ")
    return 1 if wrong or done < arguments.mutations or slowest[0] > SECONDS or peak > BYTES else 0


if __name__ == "__main__":
    sys.exit(main())
