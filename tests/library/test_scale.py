"""The short form of `tests/benchmarks/library_scale.py`: it runs, and prints every figure with its limit."""

import subprocess
import sys
from pathlib import Path

BENCHMARK = Path(__file__).resolve().parents[1] / "benchmarks" / "library_scale.py"


def test_the_figures_are_printed() -> None:
    done = subprocess.run(
        [sys.executable, str(BENCHMARK), "--articles", "150"], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    for figure in ("opening", "first page of a search", "facet counts", "visible range", "bytes an event", "bare SQL"):
        assert figure in done.stdout
