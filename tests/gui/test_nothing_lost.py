"""What the reader types, and what an import brings, is not lost while other things go on in the window."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from dateline.app.importing import Outcome
from dateline.core.bounds import Bounds
from dateline.core.change import added
from dateline.core.model import Article, Bundle, Status
from dateline.core.moment import moment
from dateline.gui.dialogs.columns import ColumnsDialog
from dateline.gui.dialogs.history import HistoryDialog
from dateline.gui.shell.main_window import MainWindow
from dateline.gui.workspace.jobs import ImportJob
from dateline.library import Library, edits


def chosen(window: MainWindow, event: int) -> None:
    window.selection.select([event])
    window.activateWindow()


def write(qtbot: QtBot, field: QWidget, words: str) -> None:
    field.setFocus()
    if hasattr(field, "selectAll"):
        field.selectAll()
    qtbot.keyClicks(field, words)


def test_what_is_being_typed_stays_while_an_import_goes_on(
    window: MainWindow, ids: dict[str, int], qtbot: QtBot
) -> None:
    chosen(window, ids["aground"])
    details = window.inspector
    fields = (
        (details.title, "Ferry stuck"),
        (details.who, "Jon Berg"),
        (details.when, "30 March 2025"),
        (details.note, "Ask the harbour"),
    )
    for field, words in fields:
        write(qtbot, field, words)
        window.document.tell()  # as an import does every second
        assert (field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()) == words
    details.title.setFocus()
    event = window.document.library.event(ids["aground"])
    assert event is not None
    assert (event.title, event.note) == ("Ferry stuck", "Ask the harbour")
    assert event.words == "30 March 2025"
    assert "Jon Berg" in [participant.name for participant in event.participants]
    window.document.stack.undo()
    assert details.note.toPlainText() == ""


def test_what_was_typed_is_kept_when_a_key_goes_to_the_next_event(
    window: MainWindow, ids: dict[str, int], qtbot: QtBot
) -> None:
    chosen(window, ids["aground"])
    write(qtbot, window.inspector.title, "Ferry stuck")
    window.inspector.note.setPlainText("")
    window.inspector.note.insertPlainText("Ask the harbour")
    window.commands.next_event()
    assert window.selection.events == (ids["refloat"],)
    event = window.document.library.event(ids["aground"])
    assert event is not None
    assert (event.title, event.note) == ("Ferry stuck", "Ask the harbour")
    assert window.inspector.title.text() == "She is refloated"
    assert window.inspector.note.toPlainText() == ""
    assert not window.notice.isVisible()
    write(qtbot, window.inspector.title, "Refloated at last")
    window.commands.delete()
    binned = window.document.library.event(ids["refloat"])
    assert binned is not None
    assert (binned.title, binned.binned) == ("Refloated at last", True)


def test_the_offer_to_undo_goes_with_the_next_change(window: MainWindow, ids: dict[str, int]) -> None:
    chosen(window, ids["aground"])
    window.commands.reject()
    assert window.notice._action.text() == "Undo"
    assert window.notice.isVisible()
    library = window.document.library
    window.document.do(edits.rename(library.events_by_id([ids["began"]])[0], "Dockers walk out"))
    assert not window.notice.isVisible()
    chosen(window, ids["refloat"])
    window.commands.reject()
    window.notice._action.click()
    event = library.event(ids["refloat"])
    assert event is not None
    assert event.status is Status.FOUND


def test_a_change_elsewhere_leaves_the_text_where_the_reader_is(window: MainWindow, ids: dict[str, int]) -> None:
    text = "First a ferry ran aground.\n\n" + "Much else was said.\n\n" * 200
    article = Article(id=77, text=text, title="Long")
    window.document.do(added("", [article]))
    window.document.do(edits.add_from_selection(article, 8, 13, Bounds()))
    event = window.document.library.events_of(77)[0]
    chosen(window, event.id)
    bar = window.reader.text.verticalScrollBar()
    bar.setValue(bar.maximum())
    window.document.tell()
    assert bar.value() == bar.maximum() > 0
    window.selection.select([])
    chosen(window, event.id)
    assert bar.value() < bar.maximum()


def test_an_import_that_another_library_cuts_short_is_told_in_its_own(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    for n in range(4):
        (folder / f"{n}.txt").write_text(f"Quarry closes\n\nThe quarry at Hallin closed. {n} people lost their jobs.\n")
    path = window.document.library.path
    assert path is not None
    job = ImportJob(window.document, window.workspace.settings, window)
    window.import_panel.follow(job, window.commands._imported)
    job.start([folder])
    qtbot.waitUntil(lambda: bool(job._known), timeout=30_000)
    window.show_library(Library.open(tmp_path / "Other.dateline"))
    assert not window.importing
    QApplication.processEvents()
    assert window.document.library.imports() == []
    assert window.document.library.history() == []
    with Library.open(path) as old:
        assert len(old.imports()) == 1


def test_what_was_read_but_not_brought_in_is_told_as_left_out(window: MainWindow, qtbot: QtBot) -> None:
    lines: list[object] = []
    job = ImportJob(window.document, window.workspace.settings, window)
    job.finished.connect(lines.append)
    job.start_with([Outcome("/news/one.txt", "refused", "it is empty"), Outcome("/news/two.txt", "refused", "too")])
    job.cancel()
    qtbot.waitUntil(lambda: bool(lines), timeout=10_000)
    assert [(line.file, line.outcome) for line in lines[0]] == [  # type: ignore[attr-defined] # a report's lines
        ("/news/one.txt", "left out"),
        ("/news/two.txt", "left out"),
    ]


def test_the_axis_has_the_reader_s_weeks(window: MainWindow) -> None:
    window.workspace.settings.set("week_start", 6)
    window.apply_settings()
    assert window.times.view.state.view.first_weekday == 6


def test_a_table_is_read_as_the_reader_reads_figures(window: MainWindow) -> None:
    window.workspace.settings.set("day_first", "day")
    got: list[object] = []
    dialog = ColumnsDialog(window.workspace, b"title,date\nFair opens,3/4/2025\n", "fair.csv", got.append)
    dialog.add()
    (bundle,) = got
    assert isinstance(bundle, Bundle)
    assert bundle.events[0].earliest == moment(2025, 4, 3)


def test_taking_an_import_back_from_the_history_takes_back_what_it_brought(window: MainWindow, qtbot: QtBot) -> None:
    before = window.document.library.count()[1]
    articles = [Article(id=n, text=f"A fair opens. {n}", title=f"Fair {n}", digest=f"fair {n}") for n in (901, 902)]
    events = [edits.add_from_selection(each, 7, 12, Bounds()).rows[0].after for each in articles]
    job = ImportJob(window.document, window.workspace.settings, window)
    job.start_with(
        Outcome(f"/news/{each.id}.txt", "read", bundle=Bundle((each,), (), (event,)))  # type: ignore[arg-type]
        for each, event in zip(articles, events, strict=True)
    )
    with qtbot.waitSignal(job.finished):
        pass
    assert window.document.library.count()[1] == before + 2
    dialog = HistoryDialog(window.workspace)
    dialog._table.setCurrentCell(0, 0)
    dialog.take_back()
    assert window.document.library.articles([901, 902]) == []
    assert window.document.library.imports() == []
    window.document.stack.undo()
    assert len(window.document.library.articles([901, 902])) == 2
    assert window.document.library.count()[1] == before + 2
    dialog.reject()


def test_a_setting_holds_where_the_disk_is_full(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object, **_named: object) -> None:
        raise OSError(28, "No space left on device")

    settings = window.workspace.settings
    monkeypatch.setattr(settings, "_file", tmp_path / "settings.json")
    monkeypatch.setattr("dateline.paths.replace_file", full)
    before = settings["text_size"]
    window.actions_.named("larger_text").trigger()
    assert settings["text_size"] == before + 1
    assert "No space left on device" in window.notice.text.text()
