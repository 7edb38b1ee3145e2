"""The log is folded into the file at quiet moments."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.core.change import added
from dateline.core.model import Article
from dateline.library import Library
from dateline.library.folding import Folding


def test_a_quiet_moment_folds_the_log_in(monkeypatch: pytest.MonkeyPatch, weir: Path) -> None:
    monkeypatch.setattr("dateline.library.folding.QUIET", 0.01)
    library = Library.open(weir)
    library.apply(added("More", [Article(id=3, text="A ferry ran aground.", title="Ferry")]))
    assert folded_soon(lambda: b"A ferry ran aground." in weir.read_bytes())
    library.close()


def folded_soon(seen: Callable[[], bool]) -> bool:
    import threading

    for thread in threading.enumerate():
        if thread.name == "dateline folding":
            for _ in range(500):
                if seen():
                    return True
                thread.join(0.02)
    return seen()


def test_folding_ends_with_its_library(tmp_path: Path) -> None:
    calls: list[Path] = []
    folding = Folding(tmp_path, calls.append)
    folding.written()
    folding.end()
    assert calls == []
