"""The shape of the house: no circles, no long modules, few untyped values."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DESKTOP = ROOT / "desktop"
FILES = sorted((DESKTOP / "dateline").rglob("*.py"))

LONGEST = 400
ANY = {
    "": 2,  # settings of any kind
    "app": 0,
    "cli": 1,
    "core": 4,  # rows as columns and JSON, whatever their kind
    "events": 0,
    "export": 3,  # JSON of strangers, functions imported when called
    "gui": 6,
    "library": 5,  # rows of SQLite and codes in arrays
    "readers": 4,  # untyped libraries, recordings of browsers
    "timeline": 0,
    "times": 1,  # TOML
}
"""Lines that say `Any`, by layer: at most so many."""

TESTS = ROOT / "tests"
UNTESTED = TESTS / "modules_without_tests.txt"
"""Modules without a test file of their name, each with the reason after a #: a list that only gets shorter."""


def module_of(file: Path) -> str:
    parts = file.relative_to(DESKTOP).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_of(file): file for file in FILES}


def imported(name: str, file: Path) -> Iterator[str]:
    """The modules of ours that one imports, those for its types and within functions included."""
    package = name if file.name == "__init__.py" else name.rpartition(".")[0]
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in MODULES)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            for alias in node.names:
                found = f"{base}.{alias.name}" if f"{base}.{alias.name}" in MODULES else base
                if found in MODULES and found != name:
                    yield found


def circles(graph: dict[str, set[str]]) -> set[frozenset[str]]:
    """The strongly connected sets of more than one module (Kosaraju)."""
    back: dict[str, set[str]] = {name: set() for name in graph}
    for name, others in graph.items():
        for other in others:
            back[other].add(name)
    order: list[str] = []
    seen: set[str] = set()
    for start in graph:
        walk(start, graph, seen, order)
    found, seen = set(), set()
    for start in reversed(order):
        together: list[str] = []
        walk(start, back, seen, together)
        if len(together) > 1:
            found.add(frozenset(together))
    return found


def walk(start: str, graph: dict[str, set[str]], seen: set[str], order: list[str]) -> None:
    """Visit what can be reached and was not seen, the last left first in ``order``."""
    if start in seen:
        return
    seen.add(start)
    for other in graph[start]:
        walk(other, graph, seen, order)
    order.append(start)


def test_no_module_imports_itself_by_way_of_others() -> None:
    assert circles({name: set(imported(name, file)) for name, file in MODULES.items()}) == set()


def test_circles_are_found() -> None:
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}, "e": set()}) == {frozenset("abc")}


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(DESKTOP / "dateline")))
def test_a_module_is_short_enough_to_read(file: Path) -> None:
    lines = len(file.read_text(encoding="utf-8").splitlines())
    assert lines <= LONGEST


def test_few_lines_say_any() -> None:
    said: Counter[str] = Counter()
    for file in FILES:
        layer = file.relative_to(DESKTOP / "dateline").parts[0] if file.parent.name != "dateline" else ""
        lines = file.read_text(encoding="utf-8").splitlines()
        said[layer] += sum(bool(re.search(r"""(?<!["'])\bAny\b""", line)) and "import" not in line for line in lines)
    assert {layer: count for layer, count in said.items() if count > ANY.get(layer, 0)} == {}


def own_test(file: Path) -> Path:
    """Where the test of a module lies: dateline/times/why.py has tests/times/test_why.py."""
    folder = TESTS / file.relative_to(DESKTOP / "dateline").parent
    return folder / f"test_{file.stem.strip('_')}.py"


def listed_with_reason(line: str) -> tuple[str, str]:
    """A line of the list: the module, and why it needs no test of its own."""
    name, _, reason = line.partition("#")
    return name.strip(), reason.strip()


def test_each_module_has_a_test_file_of_its_name() -> None:
    modules = {
        str(file.relative_to(DESKTOP / "dateline")): file for file in FILES if file.name != "__init__.py"
    }  # a package says what it is by its modules
    without = {name for name, file in modules.items() if not own_test(file).exists()}
    reasons = dict(map(listed_with_reason, UNTESTED.read_text(encoding="utf-8").splitlines()))
    listed = reasons.keys()
    assert without - listed == set(), "write a test file of this name in the folder that mirrors the module's"
    assert listed - without == set(), f"these have a test now, or are gone: take them off {UNTESTED.name}"
    assert [name for name, reason in reasons.items() if " " not in reason] == [], "say why, in words after a #"


MEASURED = {"gui/test_window.py": 1}
"""Fixed waits, by test file, where the time is the very thing that is measured, as the test says there."""
WAITS = {"time.sleep", "qtbot.wait", "QTest.qWait", "QTest.qSleep", "QThread.msleep", "QThread.sleep", "asyncio.sleep"}
CLOCKS = {"time.time", "time.monotonic", "time.perf_counter", "time.perf_counter_ns", "time.time_ns"}


def called(file: Path) -> Iterator[str]:
    """What a file calls, as it is written: "time.sleep" also where it is imported by its own name."""
    nodes = list(ast.walk(ast.parse(file.read_text(encoding="utf-8"))))
    own = {
        alias.asname or alias.name: f"{node.module}.{alias.name}"
        for node in nodes
        if isinstance(node, ast.ImportFrom) and node.module in ("time", "asyncio")
        for alias in node.names
    }
    for node in nodes:
        if isinstance(node, ast.Call):
            name = ast.unparse(node.func)
            yield own.get(name, name)


def test_no_test_waits_for_a_time_or_looks_at_a_clock() -> None:
    """A test waits until something is so, or counts; how long it takes is for a benchmark to say."""
    files = (file for file in TESTS.rglob("*.py") if "benchmarks" not in file.parts)
    found = {file.relative_to(TESTS).as_posix(): Counter(called(file)) for file in files}
    waits = {name: total for name, calls in found.items() if (total := sum(calls[wait] for wait in WAITS))}
    assert waits == MEASURED
    assert {name for name, calls in found.items() if CLOCKS & calls.keys()} == set()


def test_waits_are_found_under_any_name(tmp_path: Path) -> None:
    file = tmp_path / "test_it.py"
    file.write_text("import time\nfrom time import sleep as rest\nrest(1)\ntime.sleep(1)\nqtbot.wait(5)\n")
    assert Counter(called(file)) == {"time.sleep": 2, "qtbot.wait": 1}
