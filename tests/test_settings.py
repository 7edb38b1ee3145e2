"""The table of settings, and the file that keeps them."""

import json
from pathlib import Path

import pytest

from dateline import paths
from dateline.settings import SETTINGS, Setting, Settings

BY_NAME = {setting.name: setting for setting in SETTINGS}


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_every_default_is_allowed_and_every_setting_explained(setting: Setting) -> None:
    Settings().set(setting.name, setting.default)
    assert setting.label
    assert setting.help.endswith(".")
    if setting.choices:
        assert len({value for value, _ in setting.choices}) == len(setting.choices)
    elif not isinstance(setting.default, bool | str):
        assert setting.low <= setting.default <= setting.high


def test_names_are_unique() -> None:
    assert len(BY_NAME) == len(SETTINGS)


def test_without_a_file_the_defaults_hold_and_nothing_is_written(home: Path) -> None:
    settings = Settings.load()
    assert dict(settings) == {setting.name: setting.default for setting in SETTINGS}
    assert list(home.rglob("*")) == []


def test_a_change_is_kept_and_the_rest_stays_default() -> None:
    Settings.load().set("theme", "dark")
    Settings.load().set("text_size", 20)
    again = Settings.load()
    assert (again["theme"], again["text_size"]) == ("dark", 20)
    assert again["week_start"] == 0


def test_the_file_is_written_whole_with_no_temporary_left() -> None:
    Settings.load().set("theme", "dark")
    assert [file.name for file in paths.config().iterdir()] == ["settings.json"]
    assert json.loads((paths.config() / "settings.json").read_text()) == {"theme": "dark"}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "purple"),
        ("theme", 3),
        ("text_size", 7),
        ("text_size", 41),
        ("text_size", "15"),
        ("text_size", True),
        ("week_start", 1),
        ("workers", -1),
        ("workers", 2.0),
    ],
)
def test_a_value_that_it_cannot_have_is_refused(name: str, value: str | float, tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")
    with pytest.raises(ValueError, match=f"{name} cannot be"):
        settings.set(name, value)
    assert settings[name] == BY_NAME[name].default
    assert not (tmp_path / "settings.json").exists()


def test_an_unknown_name_is_an_error_of_the_program() -> None:
    with pytest.raises(KeyError):
        Settings()["colour"]
    with pytest.raises(KeyError):
        Settings().set("colour", "blue")


@pytest.mark.parametrize("content", ["", "{", "[]", "3", '"theme"', "\udcff", "null"])
def test_a_file_that_is_no_settings_gives_the_defaults(content: str, tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(content.encode(errors="surrogateescape"))
    assert dict(Settings(file)) == dict(Settings())


def test_what_the_file_has_wrong_is_passed_over_and_the_rest_kept(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text('{"theme": "dark", "text_size": 4000, "colour": "blue", "week_start": "0", "backups": 9}')
    settings = Settings(file)
    assert (settings["theme"], settings["text_size"], settings["week_start"], settings["backups"]) == ("dark", 13, 0, 9)
