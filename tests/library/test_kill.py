"""The short form of `tests/benchmarks/library_kill.py`."""

import subprocess
import sys
from pathlib import Path

BENCHMARK = Path(__file__).resolve().parents[1] / "benchmarks" / "library_kill.py"


def test_what_was_acknowledged_outlives_kill_9() -> None:
    done = subprocess.run(
        [sys.executable, str(BENCHMARK), "--runs", "6", "--seed", "3"],
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "0 missing" in done.stdout
