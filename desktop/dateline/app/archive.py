"""A list of articles too long for one sitting: worked through in shards, on this machine's cores or a Dask cluster.

Rows go out with the task and tables come back with its result, so workers need no files. Each process works on one
article after the other with one model. What a killed worker had in hand is done again; what kills every worker is a
row with its error. A shard that is done stays done, so a run that was stopped goes on where it was.
"""

import gzip
import hashlib
import json
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field, replace
from functools import partial
from itertools import islice
from pathlib import Path

from dateline import events, paths, times
from dateline.app import manifest, shards
from dateline.app.analysis import TOGETHER, find_times, in_each
from dateline.app.shards import Part
from dateline.core.model import Article, Bundle
from dateline.core.preferences import Preferences
from dateline.errors import DatelineError, UsageError, explained
from dateline.readers.identity import digest, fingerprint
from dateline.readers.text import headline
from dateline.version import __version__
from dateline.workers import Pool, cores, uncounted

_ALONE = threading.Lock()  # one model, one article at a time in a process


@dataclass(frozen=True, slots=True)
class Plan:
    """How a list is worked through: by what preferences, in what language where a row names none, and in what form."""

    preferences: Preferences = field(default_factory=Preferences)
    language: str = "en"
    form: str = "jsonl"
    shard: int = 256
    events: bool = True
    version: str = __version__


@dataclass(frozen=True, slots=True)
class Task:
    """Some rows of shard ``number``, each a JSON object; ``first`` is the place of the first in the list."""

    number: int
    first: int
    lines: tuple[bytes, ...]


Done = Callable[[int], None]
"""Told how many shards are done."""


def build(source: Path, out: Path, plan: Plan, scheduler: str | None = None, tell: Done = lambda _: None) -> None:
    """Work through a list (JSON Lines, also packed with gzip, or Parquet) into a folder (`shards`).

    ``scheduler`` is the address of a Dask scheduler; without it this machine's cores do it.

    Raises:
        UsageError: where the list cannot be read, or the folder holds something else.
        ModelMissing: without the language model.
    """
    if plan.events and not scheduler:
        events.load()  # says what is missing
    _begin(source, out, plan)
    tasks = (task for task in _tasks(source, plan) if not shards.done(out, task.number).exists())
    ready = _on_dask(tasks, plan, scheduler) if scheduler else _on_cores(tasks, plan)
    for count, (number, parts) in enumerate(ready, 1):
        shards.write(out, number, plan.form, parts)
        tell(count)


def analyse(plan: Plan, task: Task) -> Iterator[Part]:
    """The parts of a task, some articles each; runs in worker processes, on any machine that has Dateline."""
    if plan.version != __version__:
        raise DatelineError(f"a worker has Dateline {__version__}, and this is {plan.version}; install one on all")
    with _ALONE:
        with uncounted():
            times.find("")
            if plan.events:
                events.load()
        lines = iter(enumerate(task.lines, task.first))
        while some := list(islice(lines, TOGETHER)):
            yield shards.part(some[0][0], _told(plan, some))


# Analysing ----------------------------------------------------------------------------------------------------------


def _told(plan: Plan, lines: Iterable[tuple[int, bytes]]) -> list[tuple[str, str, Bundle | str]]:
    """The name, the topic and what was found, or what went wrong, of each row; together where nothing does."""
    rows = [_row(plan, number, line) for number, line in lines]
    sound = [article for _, _, article in rows if isinstance(article, Article)]
    told = in_each(partial(_found, plan), sound)
    found = iter([explained(each) if isinstance(each, Exception) else each for each in told])
    return [(doc, topic, each if isinstance(each, str) else next(found)) for doc, topic, each in rows]


def _row(plan: Plan, number: int, line: bytes) -> tuple[str, str, Article | str]:
    doc = f"row {number + 1}"
    try:
        topic, article = manifest.article(line, plan.language, plan.preferences)
    except ValueError as error:
        return doc, "", str(error)
    text = article.text
    if not text.strip():
        return article.file or doc, topic, "there is no text"
    named = replace(
        article,
        file=article.file or doc,
        title=article.title or headline(text),
        digest=digest(text),
        fingerprint=fingerprint(text),
    )
    return named.file, topic, named


def _found(plan: Plan, articles: Sequence[Article]) -> Iterator[Bundle]:
    pairs = [(article, find_times(article, plan.preferences.conventions)) for article in articles]
    told = events.find_all(pairs) if plan.events else ([] for _ in pairs)
    for (article, expressions), each in zip(pairs, told, strict=True):
        yield Bundle((article,), tuple(expressions), tuple(each))


# The list and the folder --------------------------------------------------------------------------------------------


def _begin(source: Path, out: Path, plan: Plan) -> None:
    """Make the folder, or check that it holds what this list and plan began."""
    try:
        with source.open("rb") as stream:
            start = hashlib.sha256(stream.read(1 << 20)).hexdigest()
        size = source.stat().st_size
        head = {
            "format": "dateline-archive",
            "manifest": {"bytes": size, "sha256_of_first_mebibyte": start},
            "plan": {**asdict(plan), "preferences": asdict(plan.preferences.conventions)},
        }
        content = json.dumps(head, indent=1).encode() + b"\n"
        file = out / shards.HEAD
        if file.is_file():
            if file.read_bytes() != content:
                raise UsageError(f"{out} holds what another list, version or choice began; name another folder")
            return
        if out.exists() and (not out.is_dir() or any(out.iterdir())):
            raise UsageError(f"{out} is there already and is no archive; name another folder")
        out.mkdir(parents=True, exist_ok=True)
        paths.replace_file(file, content)
    except OSError as error:
        raise UsageError(f"{error.filename}: {error.strerror}") from None


def _tasks(source: Path, plan: Plan) -> Iterator[Task]:
    lines = _lines(source)
    first = number = 0
    while some := tuple(islice(lines, plan.shard)):
        yield Task(number, first, some)
        first += len(some)
        number += 1


def _lines(source: Path) -> Iterator[bytes]:
    if source.suffix == ".parquet":
        pa = shards.arrow()
        for batch in pa.parquet.ParquetFile(source).iter_batches(1024):
            yield from (json.dumps(row, default=str).encode() for row in batch.to_pylist())
        return
    with gzip.open(source) if source.suffix == ".gz" else source.open("rb") as stream:
        yield from (line for line in stream if line.strip())


# Where the work is done ---------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Open:
    """The shards in hand: the parts that have come, and how many tasks are still to come."""

    parts: dict[int, list[Part]] = field(default_factory=dict)
    waiting: dict[int, int] = field(default_factory=dict)

    def add(self, task: Task) -> Task:
        self.parts.setdefault(task.number, [])
        self.waiting[task.number] = self.waiting.get(task.number, 0) + 1
        return task

    def ended(self, task: Task, reason: str | None = None) -> list[Task]:
        """A task has ended, or failed for a reason; what is to be done instead.

        Which of its rows ended the process is not known, so those that it had together are done one by one.
        """
        self.waiting[task.number] -= 1
        if reason is None:
            return []
        here = [
            part.first for part in self.parts[task.number] if task.first <= part.first < task.first + len(task.lines)
        ]
        at = max((first - task.first + TOGETHER for first in here), default=0)
        if len(task.lines) == 1:
            self.parts[task.number].append(shards.part(task.first, [(_name(task), "", reason)]))
            return []
        singles = [replace(task, first=task.first + n, lines=task.lines[n : n + 1])
                   for n in range(at, min(at + TOGETHER, len(task.lines)))]  # fmt: skip
        rest = at + TOGETHER
        left = [replace(task, first=task.first + rest, lines=task.lines[rest:])] if task.lines[rest:] else []
        return [self.add(each) for each in (*singles, *left)]

    def take(self, number: int) -> list[Part] | None:
        """The parts of a shard of which nothing is to come any more."""
        if self.waiting[number]:
            return None
        del self.waiting[number]
        return self.parts.pop(number)


def _name(task: Task) -> str:
    try:
        return str(json.loads(task.lines[0])["doc"])
    except (ValueError, KeyError, TypeError):
        return f"row {task.first + 1}"


def _on_cores(tasks: Iterator[Task], plan: Plan) -> Iterator[tuple[int, list[Part]]]:
    count = plan.preferences.workers or cores()
    shelf = _Open()
    with Pool(partial(analyse, plan), count=count, seconds=plan.preferences.file_seconds) as pool:
        while True:
            pool.add(shelf.add(task) for task in islice(tasks, 2 * count - len(shelf.waiting)))
            if not shelf.waiting:
                return
            for result in pool.poll(1.0):
                task = result.task
                if result.value is not None:
                    shelf.parts[task.number].append(result.value)
                    continue
                pool.add(shelf.ended(task, result.failure))
                if (parts := shelf.take(task.number)) is not None:
                    yield task.number, parts


def _on_dask(tasks: Iterator[Task], plan: Plan, scheduler: str) -> Iterator[tuple[int, list[Part]]]:
    try:
        from distributed import Client, as_completed
    except ImportError:
        raise DatelineError("a scheduler needs the extra “archive”: pip install 'dateline[archive]'") from None
    shelf = _Open()
    try:
        client = Client(scheduler)
    except OSError as error:
        raise DatelineError(f"no Dask scheduler answers at {scheduler}: {error}") from None
    with client:
        running = as_completed()
        of: dict[object, Task] = {}

        def submit(some: Iterable[Task]) -> None:
            for task in some:
                future = client.submit(_whole, plan, task, pure=False)
                of[future] = task
                running.add(future)

        pieces = (_pieces(task) for task in tasks)
        submit(shelf.add(piece) for some in islice(pieces, _twice(client)) for piece in some)
        for future in running:
            task = of.pop(future)
            reason = None
            try:
                shelf.parts[task.number] += future.result()
            except DatelineError:
                raise
            except Exception as error:  # noqa: BLE001 # the worker's edge: what it died of is the row's error
                reason = f"it ended the worker: {error}" if len(task.lines) == 1 else str(error)
            submit(shelf.ended(task, reason))
            if (parts := shelf.take(task.number)) is not None:
                yield task.number, parts
            room = max(0, _twice(client) - len(shelf.waiting))
            submit(shelf.add(piece) for some in islice(pieces, room) for piece in some)


def _twice(client: object) -> int:
    """How many shards to have under way: two for each thread that works, and some before the first worker is there."""
    threads: dict[str, int] = client.nthreads()  # type: ignore[attr-defined]
    return max(4, 2 * sum(threads.values()))


def _pieces(task: Task) -> list[Task]:
    """The task in as many parts as `analyse` makes of it: a worker that is lost, or a stop, costs no more than one."""
    return [
        replace(task, first=task.first + n, lines=task.lines[n : n + TOGETHER])
        for n in range(0, len(task.lines), TOGETHER)
    ]


def _whole(plan: Plan, task: Task) -> list[Part]:
    return list(analyse(plan, task))
