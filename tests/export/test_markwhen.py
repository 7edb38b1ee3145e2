"""markwhen: what is written, and what is read back."""

import pytest
from tests.export.made import CRANE, MARKWHEN

from dateline.core.model import Bundle, Certainty, Conventions
from dateline.core.moment import moment
from dateline.errors import Refused
from dateline.export import markwhen


def test_markwhen_has_a_dated_line_an_event(bundle: Bundle) -> None:
    lines = markwhen.write(bundle, CRANE).decode().splitlines()
    assert lines[:3] == ["---", 'title: "The crane"', "---"]
    assert "2025-03-29/2025-03-30: Crane falls into harbour #claimed" in lines
    assert "2025-03-29: Crane falls #reported" in lines
    assert "> Quote: A crane fell into the old harbour on Saturday night, the port said." in lines
    assert sum(line.startswith("// ") for line in lines) == 3  # a heading, the undated and the one in 44 BC


def test_the_lines_of_markwhen_are_events() -> None:
    fall, closed, plans, idle = markwhen.read(MARKWHEN.encode(), Conventions()).events
    assert (fall.title, fall.certainty, fall.tags) == ("The crane falls", Certainty.CLAIMED, ("port",))
    assert fall.note == "Nobody was hurt.\nIt had stood for [forty years](https://example.org)."
    assert (fall.earliest, fall.latest) == (moment(2025, 3, 30), moment(2025, 3, 31))
    assert (closed.earliest, closed.latest) == (moment(2025, 4, 3), moment(2025, 4, 6))
    assert (plans.title, plans.earliest, plans.latest) == ("A year of plans", moment(2024), moment(2025))
    assert (idle.earliest, idle.latest) == (moment(1998), moment(2004))


def test_without_a_word_markwhens_figures_begin_with_the_month() -> None:
    (event,) = markwhen.read(b"3/4/2025: A fair", Conventions(day_first=True)).events
    assert event.earliest == moment(2025, 3, 4)


def test_a_text_without_dated_lines_is_no_markwhen() -> None:
    with pytest.raises(Refused):
        markwhen.read(b"A note: nothing has a date here.\n", Conventions())
