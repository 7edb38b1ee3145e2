"""What it costs to start: `dateline times` on a paragraph, and `import dateline`, beside a bare Python.

    .venv/bin/python tests/benchmarks/commands_start.py [runs (9)]

Printed: the least processor time of the runs, of each beside that of `python -c pass` in the same run. The modules are
compiled beforehand, as pip does it. What `times` loads, tests/cli/test_streams.py holds. A text of fewer than twenty
words needs the model of languages where its own is not said: that row shows what it costs.
"""

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

COMMANDS = {
    "python -c pass": ("-c", "pass"),
    "import dateline": ("-c", "import dateline"),
    "times, paragraph": ("-m", "dateline", "times", "-", "--published", "2025-03-30"),
    "times, sentence": ("-m", "dateline", "times", "-", "--published", "2025-03-30"),
}
SENTENCE = "The mayor resigned on Saturday, three weeks after the flood. "
TEXTS = {"times, sentence": SENTENCE, "times, paragraph": SENTENCE * 3}


def used(name: str, folder: str) -> float:
    """Processor seconds of one run."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": folder, "PYTHONPATH": str(Path("desktop").resolve())}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    text = TEXTS.get(name, "").encode()
    subprocess.run(
        [sys.executable, *COMMANDS[name]], input=text, stdout=subprocess.DEVNULL, env=environment, check=True
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def main() -> None:
    """Run each in turn, and print the least."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    with tempfile.TemporaryDirectory() as folder:
        least = {name: min(used(name, folder) for _ in range(runs)) for name in COMMANDS}
    for name, seconds in least.items():
        print(f"{name:<18} {seconds:.2f} s of processor")


if __name__ == "__main__":
    main()
