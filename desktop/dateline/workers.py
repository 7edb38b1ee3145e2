"""A pool of worker processes in which a hung, crashed or greedy task costs that task only.

Unlike the standard library's pools, this one survives the death of a worker and limits the time of each step, which
reading strangers' files needs. What is limited is work: a worker's start, what it loads (`uncounted`) and its waiting
for a processor do not count. Tasks and results are plain picklable values.
"""

import multiprocessing
import os
import signal
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

from dateline.errors import explained

MEMORY = 3 * 1024**3
"""Bytes of data that one worker may hold, where the platform can limit it."""

_WALL = 10
"""How many times its limit of processor time a step may last by the clock; a task that only sleeps ends so."""

_START = 600.0  # seconds by the clock for a process to come up and import what the work needs
_CPU_TIMER = getattr(signal, "ITIMER_PROF", None)  # where the system ends a process by its processor time (not Windows)
_CPU_SIGNAL = getattr(signal, "SIGPROF", None)

_SPAWN = multiprocessing.get_context("spawn")  # forking a process that has Qt threads is not safe


def cores() -> int:
    """How many processes can work at once here."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # only Linux tells
        return os.cpu_count() or 1


T = TypeVar("T")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Result(Generic[T, V]):
    """What a task gave: one of the values it yields, the reason it failed, or (both None) that it is done."""

    task: T
    value: V | None = None
    failure: str | None = None

    @property
    def done(self) -> bool:
        """Whether this is the task's last result."""
        return self.value is None


@dataclass(slots=True)
class _Worker(Generic[T]):
    process: BaseProcess
    pipe: Connection
    task: T
    deadline: float = 0.0
    busy: bool = field(default=False)
    begun: bool = field(default=False)


class Pool(Generic[T, V]):
    """Runs ``work`` on each task in ``count`` processes (0: one a core); `poll` gives results as they come.

    ``work`` is a module-level function of a task that yields values; each value must come within ``seconds`` of
    processor time after the one before it, and within ``wall`` by the clock (ten times as long where it is not given).
    The window polls from a timer; a command iterates.
    """

    def __init__(
        self, work: Callable[[T], Iterable[V]], *, count: int = 0, seconds: float = 60.0, wall: float = 0.0
    ) -> None:
        self._work = work
        self._count = count or cores()
        self._seconds = seconds
        self._wall = wall or seconds * _WALL
        self._tasks: deque[T] = deque()
        self._workers: list[_Worker[T]] = []

    def add(self, tasks: Iterable[T]) -> None:
        """Queue further tasks."""
        self._tasks.extend(tasks)

    @property
    def busy(self) -> bool:
        """Whether results are still to come."""
        return bool(self._tasks) or any(worker.busy for worker in self._workers)

    def poll(self, timeout: float = 0.0) -> list[Result[T, V]]:
        """The results that are there, waiting for the first at most ``timeout`` seconds."""
        self._hand_out()
        results: list[Result[T, V]] = []
        ready = wait([worker.pipe for worker in self._workers if worker.busy], timeout)
        for worker in [w for w in self._workers if w.busy and w.pipe in ready]:
            try:
                value, failure = worker.pipe.recv()
            except (EOFError, OSError):  # the process died: its pipe is closed
                results.append(Result(worker.task, failure=self._death(worker)))
                self._drop(worker)
                continue
            worker.deadline = time.monotonic() + self._wall
            if not worker.begun:  # its first message: it has come up
                worker.begun = True
                continue
            results.append(Result(worker.task, value, failure))
            worker.busy = value is not None
        for worker in [w for w in self._workers if w.busy and time.monotonic() > w.deadline]:
            results.append(Result(worker.task, failure=self._late()))
            self._drop(worker)
        self._hand_out()
        return results

    def _late(self) -> str:
        return f"it took more than {self._seconds:.0f} seconds; the preferences set the time limit for a file"

    def _death(self, worker: _Worker[T]) -> str:
        worker.process.join(5)
        ended = worker.process.exitcode
        return self._late() if _CPU_SIGNAL and ended == -_CPU_SIGNAL else "reading it crashed the reader"

    def cancel(self) -> list[T]:
        """Drop what is queued, stop what is running, and return the tasks that were not done."""
        left = [worker.task for worker in self._workers if worker.busy] + list(self._tasks)
        self._tasks.clear()
        self.close()
        return left

    def close(self) -> None:
        """End the processes."""
        for worker in list(self._workers):
            self._drop(worker)

    def __enter__(self) -> "Pool[T, V]":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __iter__(self) -> Iterator[Result[T, V]]:
        while self.busy:
            yield from self.poll(0.2)

    def _hand_out(self) -> None:
        while self._tasks:
            idle = next((w for w in self._workers if not w.busy), None)
            if idle is None and len(self._workers) >= self._count:
                return
            task = self._tasks.popleft()
            worker = idle or self._start(task)
            try:
                worker.pipe.send(task)
            except OSError:  # it died while idle: another takes the task
                self._tasks.appendleft(task)
                self._drop(worker)
                continue
            wall = self._wall if worker.begun else _START
            worker.task, worker.busy, worker.deadline = task, True, time.monotonic() + wall

    def _start(self, task: T) -> _Worker[T]:
        here, there = _SPAWN.Pipe()
        process = _SPAWN.Process(target=_serve, args=(there, self._work, self._seconds), daemon=True)
        process.start()
        there.close()
        worker = _Worker(process, here, task)
        self._workers.append(worker)
        return worker

    def _drop(self, worker: _Worker[T]) -> None:
        self._workers.remove(worker)
        worker.pipe.close()
        worker.process.kill()
        worker.process.join()
        worker.process.close()


@contextmanager
def uncounted() -> Iterator[None]:
    """Work within this does not count against the step's processor time: loading what every task needs."""
    left = _limit_processor(0)
    try:
        yield
    finally:
        _limit_processor(left)


def _serve(pipe: Connection, work: Callable[[T], Iterable[object]], seconds: float) -> None:
    _limit_memory()
    if hasattr(os, "nice"):
        os.nice(10)  # so that the window answers while every core reads
    begun = False
    while True:
        try:
            if not begun:
                pipe.send((None, None))  # that it has come up
                begun = True
            task = pipe.recv()
        except (EOFError, OSError, KeyboardInterrupt):  # the program has ended, or was killed
            return
        failure = None
        try:
            _limit_processor(seconds)
            for value in work(task):
                _limit_processor(0)
                pipe.send((value, None))
                _limit_processor(seconds)
        except MemoryError:
            failure = "it needs more memory than one file may take"
        except KeyboardInterrupt:
            return
        except Exception as error:  # noqa: BLE001 # the worker's edge: the reader is told, with the place it happened
            failure = explained(error)
        _limit_processor(0)
        try:
            pipe.send((None, failure))
        except OSError:  # likewise
            return


def _limit_processor(seconds: float) -> float:
    """End this process once it has used so many seconds of processor from now on (0: no limit); what was left before.

    The system does it, so that it holds within a library that never returns to Python.
    """
    return signal.setitimer(_CPU_TIMER, seconds)[0] if _CPU_TIMER is not None else 0.0


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    hard = resource.getrlimit(resource.RLIMIT_DATA)[1]
    soft = MEMORY if hard == resource.RLIM_INFINITY else min(MEMORY, hard)
    resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))
