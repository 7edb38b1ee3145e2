"""Runs the commands as a person or a script does: in a process of their own, from a folder of their own."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from tests.cli.contract import STORM, VOTE


@pytest.fixture
def texts() -> dict[str, str]:
    return {"storm": STORM, "vote": VOTE}


@pytest.fixture
def library(imported: Path, folder: Path) -> Path:
    """A copy of the samples' library, to be changed."""
    return Path(shutil.copyfile(imported, folder / "Copy.dateline"))


SOURCE = Path(__file__).resolve().parents[2] / "desktop"


@dataclass(frozen=True)
class Ran:
    """A command that has ended."""

    status: int
    out: str
    err: str

    @property
    def records(self) -> list[dict[str, Any]]:
        """Standard output as JSON Lines."""
        return [json.loads(line) for line in self.out.splitlines()]


Run = Callable[..., Ran]


def run_in(folder: Path, *arguments: object, stdin: bytes = b"", **environment: str) -> Ran:
    """Run `dateline` in a folder; fails on a traceback, whatever the exit status."""
    kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    done = subprocess.run(
        [sys.executable, "-m", "dateline", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        cwd=folder,
        env={**kept, "PYTHONPATH": str(SOURCE), "PYTHONUTF8": "1", **environment},
        timeout=120,
        check=False,
    )
    err = done.stderr.decode()
    if "Traceback" in err or done.returncode < 0:
        pytest.fail(f"died with {done.returncode}:\n{err}", pytrace=False)
    return Ran(done.returncode, done.stdout.decode(), err)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the command runs: an empty folder."""
    here = tmp_path / "here"
    here.mkdir()
    return here


@pytest.fixture
def dateline(folder: Path) -> Run:
    """``dateline(*arguments, stdin=b"", **environment)``: a command run in an empty folder."""
    return partial(run_in, folder)


@pytest.fixture(scope="session")
def imported(tmp_path_factory: pytest.TempPathFactory, samples: Path) -> Path:
    """A library of the sample articles, made by the command; tests that write take a copy."""
    here = tmp_path_factory.mktemp("imported")
    ran = run_in(here, "import", samples, "--library", "Samples.dateline")
    assert (ran.status, ran.err) == (0, "")
    return here / "Samples.dateline"


@pytest.fixture
def manifest(folder: Path) -> Callable[..., bytes]:
    """``manifest(("id", text, published), …)`` writes the texts to files and gives the manifest that names them."""

    def make(*documents: tuple[str, str | bytes, str | None]) -> bytes:
        lines = []
        for number, (name, text, published) in enumerate(documents):
            file = folder.parent / f"{number}.txt"
            file.write_bytes(text if isinstance(text, bytes) else text.encode())
            lines.append(json.dumps({"id": name, "path": str(file), "published": published}))
        return ("\n".join(lines) + "\n").encode()

    return make
