"""What hovering says of an event and of a time expression."""

from PySide6.QtGui import QTextDocument

from dateline.core.model import Certainty, Event, TimeExpression
from dateline.core.moment import DAY, Granularity, moment
from dateline.gui.language.tips import event_tip, expression_tip

AT = moment(2025, 3, 29)
EVENT = Event(
    id=1,
    article=1,
    title="The quay <b>closes</b> & opens",
    words="on Saturday",
    why="in the same clause",
    earliest=AT,
    latest_start=AT + DAY,
    earliest_end=AT,
    latest=AT + DAY,
    granularity=Granularity.DAY,
    certainty=Certainty.CLAIMED,
    attributed_to="the coast guard",
)


def lines(tip: str) -> list[str]:
    """The tip as it is shown."""
    document = QTextDocument()
    document.setHtml(tip)
    return document.toPlainText().split("\n")


def test_an_event_says_what_when_how_sure_and_why() -> None:
    assert lines(event_tip(EVENT)) == [
        "The quay <b>closes</b> & opens",
        "“on Saturday” means 29 March 2025",
        "Claimed, according to the coast guard",
        "in the same clause",
    ]
    assert lines(event_tip(EVENT, "told by three articles"))[-1] == "told by three articles"


def test_an_event_without_words_says_only_what_there_is() -> None:
    assert lines(event_tip(Event(id=1, article=1, title="A vigil"))) == ["A vigil", "undated", "Reported"]


def expression(**values: object) -> TimeExpression:
    known: dict[str, object] = {"id": 1, "article": 1, "start": 0, "end": 6, "text": "Monday", "type": "DATE"}
    return TimeExpression(**{**known, **values})  # type: ignore[arg-type]


def test_a_time_expression_says_its_words_its_date_and_why() -> None:
    monday = expression(value="2025-03-24", begin=moment(2025, 3, 24), until=moment(2025, 3, 25), why="the last one")
    assert lines(expression_tip(monday)) == ["“Monday”", "24 March 2025", "the last one"]


def test_a_time_expression_without_a_date_says_whether_one_would_help() -> None:
    assert lines(expression_tip(expression(value="XXXX-WXX-1")))[1] == "not resolved without a publication date"
    assert lines(expression_tip(expression(value="P1D", type="DURATION")))[1] == "no fixed date"
