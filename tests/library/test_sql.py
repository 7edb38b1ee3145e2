"""The short form of `tests/benchmarks/library_sql.py`: it runs, and prints every figure."""

import subprocess
import sys
from pathlib import Path

BENCHMARK = Path(__file__).resolve().parents[1] / "benchmarks" / "library_sql.py"


def test_the_figures_are_printed() -> None:
    done = subprocess.run(
        [sys.executable, str(BENCHMARK), "--articles", "20"], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    for figure in ("loading sqlite-utils", "by their ids", "ranks", "by its slot", "into their table", "as a change"):
        assert figure in done.stdout
