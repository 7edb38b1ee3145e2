"""Merges that are suggested."""

from pytestqt.qtbot import QtBot
from tests.gui.dialogs.made import opened

from dateline.gui.shell.main_window import MainWindow


def test_suggested_merges_are_merged(window: MainWindow, ids: dict[str, int], qtbot: QtBot) -> None:
    from dateline.events.merge.merging import Suggestion

    dialog = opened(window, "suggestions")
    qtbot.waitUntil(lambda: not window.workspace.assistant.busy, timeout=60_000)
    assert dialog.state.text()
    dialog._fill([Suggestion(events=(ids["aground"], ids["ended"]), score=0.8, why="made for the test")])
    dialog.merge()
    (merge,) = window.document.library.merges()
    assert {event.id for event in window.document.library.merge_members(merge.id)} == {ids["aground"], ids["ended"]}
    assert window.inspector.sources.isVisible()
    dialog.close()


def test_all_sure_suggestions_are_merged_in_one_step_of_undo(
    window: MainWindow, ids: dict[str, int], qtbot: QtBot
) -> None:
    from dateline.events.merge.merging import Suggestion

    dialog = opened(window, "suggestions")
    qtbot.waitUntil(lambda: not window.workspace.assistant.busy, timeout=60_000)
    pairs = {("aground", "ended"): 0.97, ("refloat", "reopened"): 0.93, ("asleep", "began"): 0.6}
    dialog._fill([Suggestion(tuple(ids[name] for name in pair), score, "made up") for pair, score in pairs.items()])
    dialog._all.click()
    library = window.document.library
    assert len(library.merges()) == 2
    assert dialog.table.rowCount() == 1
    assert not dialog._all.isEnabled()
    window.document.stack.undo()
    assert library.merges() == []
    dialog.close()


def test_one_can_go_on_from_row_to_row(window: MainWindow, ids: dict[str, int], qtbot: QtBot) -> None:
    from dateline.events.merge.merging import Suggestion

    dialog = opened(window, "suggestions")
    assert not dialog.sources.isVisible()  # nothing is said of sources while it looks
    qtbot.waitUntil(lambda: not window.workspace.assistant.busy, timeout=60_000)
    pairs = [("asleep", "began"), ("aground", "ended"), ("refloat", "reopened")]
    dialog._fill([Suggestion(tuple(ids[name] for name in pair), 0.6, "made up") for pair in pairs])
    dialog.table.selectRow(1)
    dialog._merge.click()
    assert [one.events for one in dialog._chosen()] == [tuple(ids[name] for name in pairs[2])]
    assert dialog.sources.isVisible()
    dialog._pass.click()
    assert [one.events for one in dialog._chosen()] == [tuple(ids[name] for name in pairs[0])]
    dialog._merge.click()
    assert dialog._chosen() == []
    assert not dialog._merge.isEnabled()
    dialog.close()


def test_what_is_not_the_same_is_kept(window: MainWindow, ids: dict[str, int], qtbot: QtBot) -> None:
    from dateline.events.merge.merging import Suggestion

    dialog = opened(window, "suggestions")
    qtbot.waitUntil(lambda: not window.workspace.assistant.busy, timeout=60_000)
    dialog._fill([Suggestion(events=(ids["aground"], ids["ended"]), score=0.8, why="made for the test")])
    dialog.keep_apart()
    (pair,) = window.document.library.apart()
    assert {pair.one, pair.other} == {ids["aground"], ids["ended"]}
    assert not dialog.table.rowCount()
    dialog.close()
