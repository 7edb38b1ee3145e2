"""The version of the program."""

from importlib import metadata
from pathlib import Path

import dateline
from dateline import paths

ROOT = Path(__file__).resolve().parents[1]


def test_the_version_stands_in_one_place() -> None:
    assert metadata.version("dateline") == dateline.__version__
    assert paths.resources() == ROOT / "resources"
