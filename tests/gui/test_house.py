"""How the window's code stands: no modules that import each other round in a circle, and none too long to read."""

import ast
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

from dateline import gui

ROOT = Path(gui.__file__).parent
LONGEST = 400


def modules() -> dict[str, Path]:
    return {
        ".".join(("dateline.gui", *file.relative_to(ROOT).with_suffix("").parts)).removesuffix(".__init__"): file
        for file in ROOT.rglob("*.py")
    }


def imports(name: str, file: Path, known: dict[str, Path]) -> Iterator[str]:
    """The modules of the window that one imports, anywhere in it and for types alone as well."""
    package = name if file.name == "__init__.py" else name.rpartition(".")[0]
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names if each.name in known)
        elif isinstance(node, ast.ImportFrom):
            source = node.module or ""
            if node.level:
                source = ".".join(part for part in (package, source) if part)
            for each in node.names:
                inner = f"{source}.{each.name}"
                if inner in known or source in known:
                    yield inner if inner in known else source


def test_no_modules_import_each_other_round_in_a_circle() -> None:
    known = modules()
    sorter = TopologicalSorter({name: set(imports(name, file, known)) - {name} for name, file in known.items()})
    try:
        sorter.prepare()
    except CycleError as error:
        raise AssertionError(" → ".join(error.args[1])) from error


def test_no_module_is_too_long_to_read() -> None:
    long = {name: n for name, file in modules().items() if (n := len(file.read_text().splitlines())) > LONGEST}
    assert long == {}
