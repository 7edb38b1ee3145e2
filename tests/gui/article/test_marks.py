"""Where marks stand in Qt's document, and how they are drawn."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QTextCharFormat, QTextDocument
from PySide6.QtWidgets import QApplication

from dateline.core.model import Certainty
from dateline.gui.article.marks import Marker, Places, formats
from dateline.gui.widgets.theme import theme


@given(st.text(alphabet="ab é🚢𝄞\n", max_size=20), st.integers(0, 9))
def test_every_code_point_is_found_again(text: str, head: int) -> None:
    places = Places(text, head)
    assert len(places) == len(text)
    for place in range(len(text) + 1):
        units = len(text[:place].encode("utf-16-le")) // 2
        assert places.to_qt(place) == head + units
        assert places.to_text(head + units) == place


def test_what_lies_outside_is_at_an_end() -> None:
    places = Places("🚢 quay", 5)
    assert (places.to_qt(-3), places.to_qt(99)) == (5, 5 + 7)
    assert (places.to_text(0), places.to_text(99)) == (0, 6)


def look(ground: str = "", underline: bool = False) -> QTextCharFormat:
    made = QTextCharFormat()
    if ground:
        made.setBackground(QColor(ground))
    if underline:
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    return made


def drawn(document: QTextDocument, block: int) -> list[tuple[int, int, str, bool]]:
    """Each piece of a block that is drawn: from, length, ground and whether it is underlined."""
    layout = document.findBlockByNumber(block).layout()
    none = QTextCharFormat.UnderlineStyle.NoUnderline
    return [
        (each.start, each.length, each.format.background().color().name(), each.format.underlineStyle() != none)
        for each in layout.formats()
    ]


@pytest.fixture
def document(qapp: QApplication) -> QTextDocument:
    made = QTextDocument()
    made.setPlainText("The quay was closed.\nIt opens in May.")
    return made


def test_spans_are_drawn_in_their_block_and_the_document_stays(document: QTextDocument) -> None:
    marker = Marker(document)
    marker.show({1: [(3, 5, look("#ff0000"))]})
    assert drawn(document, 0) == []
    assert drawn(document, 1) == [(3, 5, "#ff0000", False)]
    marker.show({0: [(4, 4, look("#00ff00"))]})
    assert drawn(document, 1) == []  # the ones before are gone
    assert drawn(document, 0) == [(4, 4, "#00ff00", False)]
    assert not document.isUndoAvailable()


def test_where_two_overlap_both_are_seen(document: QTextDocument) -> None:
    Marker(document).show({0: [(4, 8, look("#ff0000")), (9, 10, look(underline=True))]})
    red_and_line = {
        place for start, n, ground, line in drawn(document, 0) if line and ground == "#ff0000"
        for place in range(start, start + n)
    }  # fmt: skip
    assert red_and_line == {9, 10, 11}


def test_many_blocks_are_drawn_as_well(qapp: QApplication) -> None:
    document = QTextDocument()
    document.setPlainText("\n".join("A quay" for _ in range(100)))
    Marker(document).show({n: [(2, 4, look("#ff0000"))] for n in range(100)})
    assert all(drawn(document, n) == [(2, 4, "#ff0000", False)] for n in range(100))


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_marks_differ_by_more_than_their_colour(qapp: QApplication, name: str) -> None:
    theme().choose(name)
    looks = formats()
    lines = {key: each.underlineStyle() for key, each in looks.items()}
    theme().choose("light")
    assert {style for kind, style in looks if kind == "event"} == {*(each.value for each in Certainty), "passing"}
    expressions = [lines["expression", style] for style in ("resolved", "vague", "unresolved")]
    assert len(set(expressions)) == 3
    reported, planned, denied = (lines["event", c] for c in (Certainty.REPORTED, Certainty.PLANNED, Certainty.DENIED))
    assert len({reported, planned, denied}) == 3
