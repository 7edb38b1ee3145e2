"""The documents say what stands: every command, option and setting; no dead link; no picture too heavy or unused."""

import argparse
import re
import shlex
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from dateline import export
from dateline.app.analysis import analyse
from dateline.cli import COMMANDS, parser_of
from dateline.core.model import Article, Conventions
from dateline.core.moment import iso_or_none
from dateline.gui.commands.actions import Command, plain
from dateline.gui.commands.menus import MENUS
from dateline.gui.dialogs import about
from dateline.settings import SETTINGS, Setting

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "resources" / "docs"
GUIDE = (DOCS / "guide.md").read_text(encoding="utf-8")
PAGES = [ROOT / "README.md", *sorted(DOCS.glob("*.md"))]
PICTURES = sorted((DOCS / "images").glob("*"))
LINK = re.compile(r"(?<!`)!?\[[^\]]*\]\(([^)\s]+)\)|<img[^>]+src=\"([^\"]+)\"")
MAX_PICTURE = 300_000


def section(title: str) -> str:
    """The guide's text from a heading to the next of its rank or above."""
    found = re.search(rf"^(#+) {re.escape(title)}$", GUIDE, re.MULTILINE)
    assert found, f"the guide has no section {title!r}"
    rest = GUIDE[found.end() :]
    following = re.search(rf"^#{{1,{len(found[1])}}} ", rest, re.MULTILINE)
    return rest[: following.start()] if following else rest


EVERYWHERE = ("-q", "--quiet", "-v", "--verbose", "--no-settings")
"""Options of every command, told once."""


def test_what_every_command_has_is_documented_once() -> None:
    text = section("Commands")
    for option in (*EVERYWHERE, "-V", "--version"):
        assert f"`{option}`" in text


def options(parser: argparse.ArgumentParser) -> set[str]:
    """Every option of the command and every action it can be given, -h left out."""
    found: set[str] = set()
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, sub in action.choices.items():
                found |= {name} | options(sub)
        elif action.option_strings:
            found |= set(action.option_strings) - {"-h", "--help", *EVERYWHERE}
        elif action.choices:
            found |= set(action.choices)
    return found


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_documented_and_no_other(name: str) -> None:
    text = section(f"dateline {name}")
    there = options(parser_of(name))
    for option in there:
        assert re.search(rf"`[^`]*(?<![\w-]){re.escape(option)}(?![\w-])[^`]*`", text), f"{name}: {option}"
    told = {
        option for code in re.findall(r"`([^`]+)`", text) for option in re.findall(r"(?<![\w-])--[a-z][\w-]*", code)
    }
    assert told <= there | {"--help"}, f"options that {name} does not have"


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_every_setting_is_documented(setting: Setting) -> None:
    rows = [line for line in section("Settings").splitlines() if line.startswith(f"| {setting.label} | ")]
    assert len(rows) == 1, f"one row of the table for {setting.label!r}"
    assert f"`{setting.name}`" in rows[0]
    default = dict[object, str](setting.choices).get(setting.default, str(setting.default))
    assert f"**{default}**" in rows[0]
    for _, choice in setting.choices:
        assert choice in rows[0]
    if setting.high:
        assert f"{setting.low}–{setting.high}" in rows[0]


def test_no_setting_is_documented_that_is_not_there() -> None:
    told = set(re.findall(r"^\| [^|]+ \| `(\w+)` \|", section("Settings"), re.MULTILINE))
    assert told == {setting.name for setting in SETTINGS}


def test_every_export_format_is_documented() -> None:
    text = section("Export formats")
    for form in export.FORMATS.values():
        assert f"`{form.suffix}`" in text, form.suffix
        assert f"`{form.name}`" in text, form.name


def commands() -> list[Command]:
    """Every command of the menus."""
    return [each for _, entries in MENUS for each in entries if each is not None]


def test_the_pages_of_formats_and_keys_are_those_of_the_tables(script: Callable[[str], ModuleType]) -> None:
    pages = script("packaging/pages.py")
    assert (DOCS / "formats.md").read_text(encoding="utf-8") == pages.formats_page()
    assert (DOCS / "keyboard.md").read_text(encoding="utf-8") == pages.keyboard_page()


def test_the_guide_shows_pages_that_are_there() -> None:
    assert [page for page in about.PAGES if not (DOCS / page).is_file()] == []
    for page in about.PAGES[1:]:
        assert f"]({page})" in GUIDE, page


def examples_of_dates() -> list[list[str]]:
    """The rows of the page on dates: a sentence, and its event's four bounds."""
    rows = (DOCS / "dates.md").read_text(encoding="utf-8").splitlines()
    return [
        [cell.strip() for cell in row.strip("|").split("|")] for row in rows if "**" in row and row.startswith("| ")
    ]


@pytest.mark.parametrize(("sentence", "bounds"), [(row[0], row[1:]) for row in examples_of_dates()])
def test_dates_mean_what_their_page_says(sentence: str, bounds: list[str]) -> None:
    article = Article(id=1, text=sentence.replace("**", ""), published="2026-03-30", language="en")
    (event,) = analyse(article, Conventions()).events
    found = (event.earliest, event.latest_start, event.earliest_end, event.latest)
    assert [iso_or_none(each) or "" for each in found] == bounds


def test_every_entry_of_the_menus_is_named() -> None:
    told = " ".join((GUIDE + (DOCS / "keyboard.md").read_text(encoding="utf-8")).casefold().split())
    for each in commands():
        assert plain(each.text).casefold() in told, each.text


def commands_shown() -> list[tuple[str, str]]:
    """Every `dateline …` or `./packaging/run …` line of the shell examples in all pages."""
    blocks = [
        (page.name, block)
        for page in PAGES
        for block in re.findall(r"^```sh\n(.*?)^```", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    ]
    start = re.compile(r"(\./packaging/run|(\.venv/bin/)?dateline)( |$)")
    return [(name, line) for name, block in blocks for line in block.splitlines() if start.match(line)]


@pytest.mark.parametrize(("page", "line"), commands_shown())
def test_every_command_shown_is_understood(page: str, line: str) -> None:
    words = shlex.split(line.split("#")[0].split(" | ")[0].split(" > ")[0])[1:]
    if not words or words[0] in ("--help", "--version"):
        return
    name, rest = (words[0], words[1:]) if words[0] in COMMANDS else ("open", words)
    if rest != ["--help"]:
        parser_of(name).parse_args(rest)


def anchors(page: Path) -> set[str]:
    """The anchors that a forge makes of a page's headings."""
    titles = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_and_pictures_exist(page: Path) -> None:
    for groups in LINK.findall(page.read_text(encoding="utf-8")):
        target = groups[0] or groups[1]
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = target.partition("#")
        file = (page.parent / name).resolve() if name else page
        assert file.exists(), target
        if anchor:
            assert anchor in anchors(file), target


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
def test_pictures_are_light_and_used(picture: Path) -> None:
    assert picture.stat().st_size < MAX_PICTURE
    assert any(f"images/{picture.name}" in page.read_text(encoding="utf-8") for page in PAGES)


def test_paths_named_in_the_pages_exist() -> None:
    for page in PAGES:
        for path in re.findall(r"`((?:desktop|resources|tests|packaging)/[\w./-]+)`", page.read_text(encoding="utf-8")):
            assert (ROOT / path).exists(), f"{page.name}: {path}"
