"""The settings as one value."""

from dateline.core.preferences import LOCALE, Preferences
from dateline.settings import Settings


def test_the_defaults_are_those_of_the_settings() -> None:
    assert Preferences.of(Settings()) == Preferences()


def test_what_the_reader_set_is_in_it() -> None:
    settings = Settings()
    chosen: dict[str, str | int] = {"day_first": "day", "evening_from": 17, "date_locale": "de_DE", "workers": 3}
    for name, value in chosen.items():
        settings.set(name, value)
    preferences = Preferences.of(settings)
    assert preferences.conventions.day_first is True
    assert preferences.conventions.evening == (17, 24)
    assert (preferences.locale, preferences.workers) == ("de_DE", 3)


def test_without_a_window_the_systems_way_of_writing_dates_is_ours() -> None:
    assert Preferences.of(Settings()).locale == LOCALE
