"""The readers' fixtures, made once a session."""

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="session")
def make(script: Callable[[str], ModuleType]) -> ModuleType:
    """The module that makes the fixtures."""
    return script("tests/readers/make_fixtures.py")


@pytest.fixture(scope="session")
def folder(make: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with all of them in it; for reading only."""
    folder = tmp_path_factory.mktemp("fixtures")
    make.write(folder)
    return folder
