"""Finding in many documents: each for itself whatever goes wrong in another, in their order, on all cores if many."""

import sys
import time
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, islice
from typing import Generic

from dateline.app import analysis
from dateline.app.analysis import TOGETHER
from dateline.cli.annotate import Document, Found, R
from dateline.core.model import Article, Conventions
from dateline.core.preferences import Preferences
from dateline.errors import explained

LARGE = 100_000
"""Code points after which no further document joins those analysed together."""

Find = Callable[[Sequence[Article], Conventions], Iterable[list[R]]]
"""Finds in several articles, a list for each; a module-level function, since it runs in worker processes too."""
Load = Callable[[], None]


@dataclass(frozen=True, slots=True)
class _Task:
    number: int
    articles: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class _Answer(Generic[R]):
    """Of one article of a task: the rows or the error; the first of a process tells how long loading took."""

    rows: list[R]
    error: str
    ms: float
    load_ms: float = 0.0


def find_each(
    documents: Iterable[Document],
    find: Find[R],
    load: Load,
    few: int,
    preferences: Preferences,
    *,
    verbose: bool = False,
) -> Iterator[Found[R]]:
    """What is found in each document, in their order.

    With no more than ``few`` batches (`TOGETHER`, `LARGE`) all is done in this process. ``verbose`` shows on standard
    error where an error came from.
    """
    chunks = _chunks(documents)
    first = list(islice(chunks, few + 1))
    work = partial(_work, find, load, preferences.conventions, verbose=verbose)
    if len(first) <= few:
        for number, chunk in enumerate(first):
            yield from _joined(chunk, list(work(_task(number, chunk))))
    else:
        yield from _in_processes(chain(first, chunks), work, preferences)


def _in_processes(
    chunks: Iterator[list[Document]], work: Callable[[_Task], Iterator[_Answer[R]]], preferences: Preferences
) -> Iterator[Found[R]]:
    from dateline.workers import Pool, cores

    count = preferences.workers or cores()
    waiting: deque[tuple[int, list[Document]]] = deque()
    answers: dict[int, list[_Answer[R]]] = {}
    done: set[int] = set()
    numbered = enumerate(chunks)
    with Pool(work, count=count, seconds=preferences.file_seconds) as pool:
        while True:
            for number, chunk in islice(numbered, 2 * count - len(waiting)):
                waiting.append((number, chunk))
                pool.add([_task(number, chunk)])
            if not waiting:
                return
            for result in pool.poll(1.0):
                number = result.task.number
                told = answers.setdefault(number, [])
                if result.failure is not None:  # the process hung or died: what it had not done fails with it
                    told += [_Answer([], result.failure, 0.0)] * (len(result.task.articles) - len(told))
                elif result.value is not None:
                    told.append(result.value)
                if result.done:
                    done.add(number)
            while waiting and waiting[0][0] in done:
                number, chunk = waiting.popleft()
                yield from _joined(chunk, answers.pop(number))


def _task(number: int, chunk: list[Document]) -> _Task:
    return _Task(number, tuple(document.article for document in chunk if document.article))


def _joined(chunk: list[Document], answers: list[_Answer[R]]) -> Iterator[Found[R]]:
    left = iter(answers)
    for document in chunk:
        if document.article is None:
            yield Found(document, [])
            continue
        answer = next(left)
        failed = replace(document, article=None, error=answer.error) if answer.error else document
        yield Found(failed, answer.rows, answer.ms, answer.load_ms)


def _work(find: Find[R], load: Load, conventions: Conventions, task: _Task, *, verbose: bool) -> Iterator[_Answer[R]]:
    """Find in the articles together, or each by itself where that fails; their time is shared out by length."""
    began = _milliseconds()
    load()
    load_ms = _milliseconds() - began
    began = _milliseconds()
    told = analysis.in_each(lambda articles: find(articles, conventions), task.articles)
    each = (_milliseconds() - began) / max(1, sum(len(article.text) for article in task.articles))
    for article, found in zip(task.articles, told, strict=True):
        rows, error = ([], explained(found)) if isinstance(found, Exception) else (found, "")
        if verbose and isinstance(found, Exception):
            traceback.print_exception(found, file=sys.stderr)
        yield _Answer(rows, error, each * len(article.text), load_ms)
        load_ms = 0.0


def _chunks(documents: Iterable[Document]) -> Iterator[list[Document]]:
    """The documents in order, as many together as make one batch."""
    chunk: list[Document] = []
    size = 0
    for document in documents:
        chunk.append(document)
        size += len(document.article.text) if document.article else 0
        if len(chunk) == TOGETHER or size >= LARGE:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _milliseconds() -> float:
    return time.perf_counter() * 1000
