"""The readers' fixtures, made once a session."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest


def _load(file: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(file.stem, file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def make() -> ModuleType:
    """The module that makes the fixtures."""
    return _load(Path(__file__).with_name("make_fixtures.py"))


@pytest.fixture(scope="session")
def folder(make: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with all of them in it; for reading only."""
    folder = tmp_path_factory.mktemp("fixtures")
    make.write(folder)
    return folder
