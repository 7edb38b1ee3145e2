"""Tags, and the cards that say where an event is told."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCompleter, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from dateline.core.change import edited
from dateline.core.model import Certainty, Event
from dateline.core.moment import DAY, Granularity, moment
from dateline.gui.details.parts import Sources, Tags, differences
from dateline.gui.workspace.document import Document
from dateline.library import edits


@pytest.fixture
def tags(qtbot: QtBot) -> Tags:
    made = Tags()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def buttons(part: QWidget) -> dict[str, QPushButton]:
    """The buttons that are seen, by name."""
    QApplication.processEvents()  # what was put into a layout shows from then on
    return {each.accessibleName(): each for each in part.findChildren(QPushButton) if not each.isHidden()}


def said(part: QWidget) -> list[str]:
    return [label.text() for label in part.findChildren(QLabel) if not label.isHidden() and label.text()]


def test_a_click_on_a_tag_takes_it_off(tags: Tags, qtbot: QtBot) -> None:
    tags.show_tags(["sea", "R&D"], [])
    assert list(buttons(tags)) == ["Remove the tag sea", "Remove the tag R&D"]
    assert buttons(tags)["Remove the tag R&D"].text() == "R&&D ×"
    with qtbot.waitSignal(tags.removed) as gone:
        qtbot.mouseClick(buttons(tags)["Remove the tag sea"], Qt.MouseButton.LeftButton)
    assert gone.args == ["sea"]
    tags.show_tags(["R&D"], [])
    assert list(buttons(tags)) == ["Remove the tag R&D"]


def test_a_tag_is_typed_and_the_field_is_free_for_the_next(tags: Tags, qtbot: QtBot) -> None:
    qtbot.keyClicks(tags.field, "  high   seas ")
    with qtbot.waitSignal(tags.added) as added:
        qtbot.keyClick(tags.field, Qt.Key.Key_Return)
    assert added.args == ["high seas"]
    assert tags.field.text() == ""
    with qtbot.assertNotEmitted(tags.added):
        qtbot.keyClick(tags.field, Qt.Key.Key_Return)


def test_tags_that_are_known_are_offered(tags: Tags) -> None:
    tags.show_tags([], ["Harbour", "Sea"])
    completer = tags.field.completer()
    assert isinstance(completer, QCompleter)
    completer.setCompletionPrefix("har")
    assert completer.currentCompletion() == "Harbour"


@pytest.fixture
def sources(qtbot: QtBot) -> Sources:
    made = Sources()
    qtbot.addWidget(made)
    made.resize(700, 300)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_one_telling_is_quoted_with_its_article(
    sources: Sources, document: Document, ids: dict[str, int], qtbot: QtBot
) -> None:
    sources.show_sources(document, document.events([ids["refloat"]]))
    assert said(sources)[0] == "Told by 1 article"
    assert "“The company plans to refloat her next week.”" in said(sources)
    assert any(text.startswith("30 March 2025 · ") and text.endswith("Planned") for text in said(sources))
    with qtbot.waitSignal(sources.chosen) as chosen:
        qtbot.mouseClick(buttons(sources)["Ferry runs aground off Sandholm"], Qt.MouseButton.LeftButton)
    assert chosen.args == [ids["ferry"]]
    assert not any(name.startswith("Split off") for name in buttons(sources))


def merged(document: Document, *events: int, copies: bool = False) -> list[Event]:
    document.do(edits.merge(document.events(events), copies=copies))
    return document.events(events)


def test_several_tellings_stand_side_by_side_and_say_what_they_disagree_on(
    sources: Sources, document: Document, ids: dict[str, int], qtbot: QtBot
) -> None:
    members = merged(document, ids["accident"], ids["began"])
    sources.show_sources(document, members)
    assert said(sources)[0] == "Told by 2 articles"
    assert sources.disagree.text() == "The sources disagree: Date."
    assert {"Date: 2019", "Date: 3 March 2025"} <= set(said(sources))
    assert sources.copies.isHidden()
    with qtbot.waitSignal(sources.apart) as apart:
        qtbot.mouseClick(buttons(sources)["Split off: The strike began"], Qt.MouseButton.LeftButton)
    [member] = apart.args or [None]
    assert isinstance(member, Event)
    assert member.id == ids["began"]


def test_copies_say_that_they_were_joined_by_themselves(
    sources: Sources, document: Document, ids: dict[str, int]
) -> None:
    sources.show_sources(document, merged(document, ids["ended"], ids["asleep"], copies=True))
    assert not sources.copies.isHidden()


def test_where_nothing_can_be_split_off_it_is_not_offered(
    document: Document, ids: dict[str, int], qtbot: QtBot
) -> None:
    sources = Sources(splits=False)
    qtbot.addWidget(sources)
    sources.show_sources(document, merged(document, ids["accident"], ids["began"]))
    assert len(buttons(sources)) == 2


def test_an_article_in_the_bin_is_named_so_and_an_event_by_hand_has_no_source(
    sources: Sources, document: Document, ids: dict[str, int]
) -> None:
    events = document.events([ids["aground"]])
    article = document.article(ids["ferry"])
    assert article is not None
    document.do(edited("Binned", [(article, replace(article, binned=True))]))
    sources.show_sources(document, events)
    assert "An article in the bin" in buttons(sources)
    sources.show_sources(document, [Event(id=5, article=None, title="A vigil")])
    assert sources.isHidden()


def told(id_: int, day: int, certainty: Certainty = Certainty.REPORTED) -> Event:
    at = moment(2025, 3, day)
    return Event(id=id_, article=id_, title="The quay closes", earliest=at, latest_start=at + DAY, earliest_end=at,
                 latest=at + DAY, granularity=Granularity.DAY, certainty=certainty)  # fmt: skip


def test_tellings_that_agree_differ_in_nothing() -> None:
    assert differences([told(1, 3), told(2, 3)]) == ("", {1: "", 2: ""})


def test_each_telling_says_what_it_has_otherwise() -> None:
    about, said_of = differences([told(1, 3), told(2, 5, Certainty.DENIED)])
    assert about.startswith("The sources disagree: Date")
    assert said_of[1].startswith("Date: 3 March 2025")
    assert "Date: 5 March 2025" in said_of[2]
