"""The date over an article is whole at any width; how sure it is goes first where there is no room."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dateline.core.message import Message
from dateline.core.model import Article, Confidence
from dateline.gui.article.date_bar import DateBar


def test_the_date_is_never_cut(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    bar = DateBar(window)
    evidence = Message("the date by the headline: “{words}”", words="16 April 2026")
    bar.resize(900, 40)
    window.show()
    bar.show_article(
        Article(id=1, text="", published="2026-04-16", published_confidence=Confidence.LIKELY, evidence=evidence), ()
    )
    qtbot.waitUntil(lambda: bar.evidence.isVisible())
    assert bar.badge.isVisible()
    bar.resize(bar.date.sizeHint().width() + 78, 40)
    qtbot.waitUntil(lambda: not bar.evidence.isVisible())
    assert not bar.badge.isVisible()
    qtbot.waitUntil(lambda: bar.date.width() >= bar.date.sizeHint().width())
    assert "likely" in bar.date.toolTip()
