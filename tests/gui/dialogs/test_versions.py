"""Versions of an article beside each other."""

from dateline.gui.dialogs.versions import differences


def test_differences_mark_what_came_and_went() -> None:
    html = differences("Four people died", "Five people died today")
    assert "<s" in html
    assert "Four" in html
    assert "today" in html
    assert "<b>" not in differences("a", "a <b>x</b>")
