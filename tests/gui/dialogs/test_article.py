"""The properties of an article."""

from tests.gui.dialogs.made import opened

from dateline.gui.shell.main_window import MainWindow


def test_properties_of_an_article_are_one_change(window: MainWindow, ids: dict[str, int]) -> None:
    dialog = opened(window, "edit_article")
    dialog.title.setText("Aurora aground")
    dialog.collections.setText("Sea; Sandholm")
    dialog.tags.setText("ferry")
    dialog.note.setPlainText("to be checked")
    dialog.save()
    article = window.document.library.article(ids["ferry"])
    assert article is not None
    assert (article.title, article.collections, article.tags) == ("Aurora aground", ("Sea", "Sandholm"), ("ferry",))
    assert window.document.stack.count() == 1
    window.document.stack.undo()
    article = window.document.library.article(ids["ferry"])
    assert article is not None
    assert article.collections == ()
