"""`pip install .` gives a program that works: its resources lie in the wheel, its dependencies in its metadata."""

import subprocess
import sys
import zipfile
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy of what git tracks, so that the checkout stays clean."""
    copy, out = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    wanted = ("desktop", "resources", "pyproject.toml", "README.md", "LICENSE")
    names = [name for name in listed.decode().split("\0") if name.startswith(wanted)]
    subprocess.run(["tar", "-cf", out / "t.tar", *names], cwd=ROOT, check=True)
    subprocess.run(["tar", "-xf", out / "t.tar", "-C", copy], check=True)
    build: list[str | Path] = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "-w",
        out,
        copy,
    ]
    subprocess.run(build, check=True, capture_output=True)
    return next(out.glob("*.whl"))


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="no git checkout")
def test_the_wheel_runs_from_anywhere_with_its_own_resources(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as content:
        names = content.namelist()
        content.extractall(tmp_path)
    for needed in (
        "grammar/en/events.toml",
        "themes/light.json",
        "icons/dateline.svg",
        "docs/guide.md",
        "samples/port-strike-wire.txt",
    ):
        assert f"dateline/resources/{needed}" in names
    asked = "from dateline import paths, times; print(paths.resources()); print(times.find('on 5 May 2021')[0].value)"
    ran = subprocess.run(
        [sys.executable, "-c", asked],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.splitlines() == [str(tmp_path / "dateline/resources"), "2021-05-05"]


def test_what_the_package_needs_is_pinned() -> None:
    pinned = (ROOT / "packaging/requirements.txt").read_text(encoding="utf-8")
    for line in metadata.requires("dateline") or []:
        wanted = Requirement(line)
        if wanted.marker is None or "app" in str(wanted.marker):
            assert f"\n{wanted.name.lower()}==" in f"\n{pinned.lower()}", wanted.name
