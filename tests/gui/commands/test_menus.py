"""Where each command stands in the menus."""

from itertools import pairwise

from dateline.gui.commands.actions import Command
from dateline.gui.commands.menus import ARTICLE_MENU, EVENT_MENU, MENUS, WORDS_MENU, Commands
from dateline.gui.shell.main_window import MainWindow

LISTED = [each for _, entries in MENUS for each in entries if each is not None]


def test_every_command_is_in_one_menu_and_no_shortcut_is_twice(window: MainWindow) -> None:
    every = [each for kind in Commands.__mro__ for each in vars(kind).values()]
    assert {each for each in every if isinstance(each, Command)} == set(LISTED)
    assert len(LISTED) == len(set(LISTED))
    keys = [key.toString() for each in LISTED for key in window.actions_[each].shortcuts()]
    assert "" not in keys  # one that Qt does not know
    assert len(keys) == len(set(keys))
    assert len({title for title, _ in MENUS}) == len(MENUS)


def test_lines_stand_between_commands_only() -> None:
    for _, entries in MENUS:
        assert entries[0] is not None
        assert entries[-1] is not None
        assert not any(one is other is None for one, other in pairwise(entries))


def test_what_a_right_click_offers_is_in_the_menus_too_and_fits_what_is_clicked() -> None:
    assert set(EVENT_MENU) | set(WORDS_MENU) | set(ARTICLE_MENU) <= set(LISTED)
    assert {each.needs for each in EVENT_MENU} <= {"event", "events", "merged", "corrected"}
    assert {each.needs for each in ARTICLE_MENU} == {"article"}


def test_the_shortcuts_of_text_fields_are_left_to_them() -> None:
    own = {"Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+A"}
    assert {key for each in LISTED for key in each.keys} & own == set()
