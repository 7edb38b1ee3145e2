"""The words of `resources/grammar/en/events.toml` as sets, read once."""

import tomllib
from functools import cache

from dateline import paths


@cache
def table() -> dict[str, dict[str, str]]:
    """The file as it stands: sections, names, words parted by blanks."""
    file = paths.resources() / "grammar" / "en" / "events.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


@cache
def words(section: str, name: str) -> frozenset[str]:
    """The words listed under a section and a name."""
    return frozenset(table()[section][name].split())


@cache
def any_of(*lists: tuple[str, str]) -> frozenset[str]:
    """The words of several lists, each given by its section and name."""
    return frozenset().union(*(words(section, name) for section, name in lists))


@cache
def lines(section: str, name: str) -> tuple[str, ...]:
    """What is listed line by line under a section and a name."""
    return tuple(filter(None, table()[section][name].splitlines()))


@cache
def phrases(section: str, name: str) -> frozenset[str]:
    """The phrases listed under a section and a name, which commas part."""
    return frozenset(map(str.strip, table()[section][name].split(",")))


@cache
def endings(section: str, name: str) -> tuple[str, ...]:
    """The same, as a tuple that `str.endswith` takes."""
    return tuple(sorted(words(section, name)))
