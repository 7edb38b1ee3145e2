"""The pool must outlive whatever a task does to its worker."""

import importlib
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from dateline.workers import Pool, Result

WORK = """
import os, threading, time

def work(task):
    yield f"{task}: begun"
    if task == "crash":
        os._exit(9)
    if task == "hang":
        threading.Event().wait()
    if task == "spin":
        while True:
            pass
    if task == "load":
        from dateline.workers import uncounted
        with uncounted():
            until = time.process_time() + 0.6
            while time.process_time() < until:
                pass
    if task == "raise":
        raise ValueError("broken")
    if task == "greedy":
        bytearray(8 * 1024**3)
    yield f"{task}: ended"
"""


@pytest.fixture
def tasks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A module that worker processes can import, as they get our module path."""
    (tmp_path / "pool_tasks.py").write_text(WORK, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    sys.modules.pop("pool_tasks", None)
    return importlib.import_module("pool_tasks")


def results(
    tasks: ModuleType, names: list[str], seconds: float = 30, wall: float = 0
) -> dict[str, list[Result[str, Any]]]:
    with Pool(tasks.work, count=2, seconds=seconds, wall=wall) as pool:
        pool.add(names)
        found: dict[str, list[Result[str, Any]]] = {name: [] for name in names}
        for result in pool:
            found[result.task].append(result)
    return found


def test_values_come_in_order_and_end_with_done(tasks: ModuleType) -> None:
    found = results(tasks, ["one", "two", "three"])
    for name, given in found.items():
        assert [r.value for r in given] == [f"{name}: begun", f"{name}: ended", None]
        assert given[-1].done
        assert given[-1].failure is None


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited on Linux only")
def test_a_bad_task_costs_only_itself(tasks: ModuleType) -> None:
    found = results(tasks, ["crash", "raise", "greedy", "good", "fine"])
    assert found["crash"][-1].failure == "reading it crashed the reader"
    assert "ValueError: broken" in str(found["raise"][-1].failure)
    assert "memory" in str(found["greedy"][-1].failure)
    assert found["good"][1].value == "good: ended"
    assert found["fine"][1].value == "fine: ended"


def test_a_hung_task_is_given_up(tasks: ModuleType) -> None:
    found = results(tasks, ["hang", "good"], seconds=5, wall=2)
    assert "more than 5 seconds" in str(found["hang"][-1].failure)
    assert found["good"][-1].failure is None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not end a process by its processor time")
def test_what_is_limited_is_work_and_neither_loading_nor_waiting(tasks: ModuleType) -> None:
    found = results(tasks, ["spin", "load"], seconds=0.3, wall=50)
    assert "more than 0 seconds" in str(found["spin"][-1].failure)
    assert found["load"][-1].failure is None


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited on Linux only")
def test_a_lower_hard_limit_of_memory_refuses_nothing() -> None:
    program = (
        "import resource; from dateline import workers;"
        "resource.setrlimit(resource.RLIMIT_DATA, (1 << 30, 1 << 30)); workers._limit_memory();"
        "print(resource.getrlimit(resource.RLIMIT_DATA)[0])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == str(1 << 30)


def test_cancel_returns_what_was_not_done(tasks: ModuleType) -> None:
    pool = Pool(tasks.work, count=1, seconds=30)
    pool.add(["hang", "later"])
    while not pool.poll(0.1):
        pass
    assert pool.cancel() == ["hang", "later"]
    assert not pool.busy
    assert pool.poll() == []


def test_processes_end_with_the_pool(tasks: ModuleType) -> None:
    with Pool(tasks.work, count=1) as pool:
        pool.add(["good"])
        assert list(pool)
        (pid,) = [worker.process.pid for worker in pool._workers]
    assert pid is not None
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
