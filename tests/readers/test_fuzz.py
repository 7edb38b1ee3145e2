"""A small run of the fuzzing; the full one is `tests/benchmarks/readers_fuzz.py`."""

import random
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from dateline.readers import Refusal, read

MUTATIONS = 600


@pytest.fixture(scope="module")
def fuzz(script: Callable[[str], ModuleType]) -> ModuleType:
    return script("tests/benchmarks/readers_fuzz.py")


def test_mutated_files_are_read_or_refused_with_a_reason(fuzz: ModuleType, make: ModuleType, tmp_path: Path) -> None:
    bad = {name: data for name, (data, _) in make.bad().items() if len(data) < 100_000}
    files = sorted((make.good() | bad).items())
    every = [data for _, data in files]
    for seed in range(MUTATIONS):
        dice = random.Random(seed)
        name, data = files[seed % len(files)]
        file = tmp_path / name
        file.write_bytes(fuzz.mutate(data, every, dice))
        outcomes = list(read(file))
        assert outcomes, (name, seed)
        assert all(item.reason.strip() for item in outcomes if isinstance(item, Refusal)), (name, seed)
