"""What a later analysis makes of a correction."""

from tests.gui.dialogs.made import opened

from dateline.core.change import added
from dateline.core.model import Offer, new_id
from dateline.gui.shell.main_window import MainWindow


def test_corrections_and_the_new_analysis_are_both_offered(window: MainWindow, ids: dict[str, int]) -> None:
    event = window.document.library.event(ids["aground"])
    assert event is not None
    offers = [
        Offer(id=new_id(), event=event.id, fields='{"title": "The ferry struck a rock"}'),
        Offer(id=new_id(), event=ids["ended"]),
    ]
    window.document.do(added("Analysed again", offers))
    dialog = opened(window, "offers")
    shown = {dialog.table.item(row, 0).text(): dialog.table.item(row, 1).text() for row in range(2)}
    titles = {mine.split(" · ")[0]: new.split(" · ")[0] for mine, new in shown.items()}
    assert titles["The ferry ran aground"] == "The ferry struck a rock"
    assert "bin" in titles["The strike ended"]
    while dialog.table.rowCount():
        (dialog.take if dialog.table.item(0, 0).text().startswith("The ferry") else dialog.keep)()
    taken, kept = (window.document.library.event(ids[name]) for name in ("aground", "ended"))
    assert taken is not None
    assert kept is not None
    assert (taken.title, kept.title, kept.binned) == ("The ferry struck a rock", "The strike ended", False)
    dialog.close()
