"""What every test stands on: a home that is never the real one, no display, and properties that repeat in CI."""

import importlib.util
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import HealthCheck, settings

# Before any test module imports Qt: tests that drive a window under Xvfb set their own platform in a subprocess.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

ROOT = Path(__file__).resolve().parents[1]
TIME_ZONES = ("UTC", "America/St_Johns", "Pacific/Kiritimati", "Asia/Kathmandu")
"""Zones with odd offsets on both sides of the date line: civil time must not notice any of them."""

_slow_start = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
settings.register_profile("quick", max_examples=60, deadline=None, database=None, suppress_health_check=_slow_start)
settings.register_profile("ci", settings.get_profile("quick"), derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "quick")


@pytest.fixture(scope="session", autouse=True)
def _home_of_the_session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A home for what session-scoped fixtures make."""
    with pytest.MonkeyPatch.context() as patch:
        _move_home(patch, tmp_path_factory.mktemp("session-home"))
        yield


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh home folder for the test: settings, libraries and logs go here, in subprocesses too."""
    folder = tmp_path_factory.mktemp("home")
    _move_home(monkeypatch, folder)
    return folder


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of measuring material beside the checkout; the test is skipped where it is absent."""
    folder = ROOT.parent / "shared"
    if not (folder / "seed").is_dir():
        pytest.skip(f"needs the measuring material in {folder}")
    return folder


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of sample articles that `dateline demo` reads."""
    return ROOT / "resources" / "samples"


@pytest.fixture(scope="session")
def script() -> Callable[[str], ModuleType]:
    """A script of the project as a module: ``script("tests/benchmarks/times_speed.py")``."""

    def load(path: str) -> ModuleType:
        file = ROOT / path
        spec = importlib.util.spec_from_file_location(file.stem, file)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules[spec.name] = module  # its dataclasses look their module up
        spec.loader.exec_module(module)
        return module

    return load


@pytest.fixture(params=TIME_ZONES)
def time_zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Runs the test once under each of TIME_ZONES, in this process and in those it starts."""
    if not hasattr(time, "tzset"):
        pytest.skip("this system cannot change a process's time zone")
    with monkeypatch.context() as patch:
        patch.setenv("TZ", request.param)
        time.tzset()
        yield request.param
    time.tzset()


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Writes a file of the test's own: ``write(name, text or bytes)`` gives its path."""

    def make(name: str, content: str | bytes) -> Path:
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return file

    return make


def _move_home(patch: pytest.MonkeyPatch, folder: Path) -> None:
    patch.setenv("HOME", str(folder))
    patch.setenv("USERPROFILE", str(folder))
    for kind in ("CONFIG", "DATA", "STATE", "CACHE"):
        patch.setenv(f"XDG_{kind}_HOME", str(folder / kind.lower()))
