"""What is said in a line, and of the time between two."""

from tests.timeline.chronicle.made import G, choice_of, days, spans_of, told

from dateline.core.moment import DAY, Granularity, moment
from dateline.timeline.chronicle.blocks import Kind, Told, blocks_of, column, screen
from dateline.timeline.text import Measure


def test_what_follows_a_title_is_shortened_before_it_takes_a_line_of_its_own() -> None:
    def lines_of(width: float) -> tuple[str, bool]:
        choice = choice_of(days(0, 0, 0, 3, 3, 3, weight=[0.9, 0.1, 0.1, 0.2, 0.1, 0.1]), 1)
        (entry,) = [b for b in blocks_of(choice, 0, told, screen(width, Measure(10.0))) if b.kind is Kind.ENTRY]
        title, more = entry.lines[0], next(line for line in entry.lines if line.role == "more")
        return more.text, more.y > title.y

    seen = list(dict.fromkeys(lines_of(width) for width in range(640, 370, -4)))
    assert seen == [("▸ 5 more to 4 May", False), ("▸ 5 more", False), ("▸ 5 more to 4 May", True)]


def test_a_day_under_its_year_is_told_without_the_year() -> None:
    at = [moment(year, 6, 25) for year in range(2001, 2009)]
    choice = choice_of(spans_of(*((m, m + DAY, G.DAY) for m in at)))
    telling = lambda ids: [Told("The dam breaks", f"25 June {2000 + event}, 04:00") for event in ids]  # noqa: E731
    assert choice.level.inner == "year"
    (entry,) = [b for b in blocks_of(choice, 1, telling, screen(700, Measure())) if b.kind is Kind.ENTRY]
    assert "25 Jun, 04:00" in [line.text for line in entry.lines]
    assert entry.name == "25 June 2002, 04:00; The dam breaks"


def test_empty_time_is_folded_and_said() -> None:
    choice = choice_of(days(0, 0, 1, 1, 2, 2, 3, 30, 30, 31, 31, 32))
    said = [
        b.name
        for i in range(len(choice))
        for b in blocks_of(choice, i, told, screen(700, Measure()))
        if b.kind is Kind.SILENCE
    ]
    assert said == ["≈ 26 days in which nothing is told"]


def test_a_month_below_a_quarter_of_the_same_month_says_its_name() -> None:
    april, may, july = moment(2031, 4), moment(2031, 5), moment(2031, 7)
    month = (april, may, G.MONTH)
    later = [(april + n * DAY, april + (n + 1) * DAY, G.DAY) for n in range(8)]

    def said(*rows: tuple[int, int, Granularity]) -> list[list[str]]:
        choice, style = choice_of(spans_of(*rows)), screen(700, Measure())
        blocks = [block for index in range(2) for block in blocks_of(choice, index, told, style)]
        return [[line.text for line in block.lines] for block in blocks if block.kind is Kind.ENTRY]

    quarter, below = said((april, july, G.QUARTER), month, *later)
    assert "Apr" in quarter
    assert "Apr" in below
    assert "Apr" not in said(month, *later)[0]  # the heading above says it


def test_a_heading_stands_clear_of_the_frame_about_a_chosen_event_and_is_not_cut() -> None:
    week = (moment(2026, 2, 23), moment(2026, 3, 2), G.WEEK)
    rows = [week, *((moment(2026, 3, n), moment(2026, 3, n + 1), G.DAY) for n in range(3, 12))]
    choice, seen = choice_of(spans_of(*rows)), set()
    styles = [screen(width, Measure()) for width in range(300, 700, 20)]
    for style in (*styles, column(300, Measure())):
        for index in range(len(choice)):
            for block in blocks_of(choice, index, told, style):
                if block.kind is not Kind.ENTRY or block.box is None:
                    continue
                head = [line for line in block.lines if line.x < block.box.x - 20]
                reach = block.box.x - (0 if style.short else 6)
                assert all(line.x + style.measure.width(line.text, line.role) < reach for line in head)
                seen |= {line.text for line in head}
    assert {"23–1", "Feb–Mar"} <= seen
    assert not any("…" in text for text in seen)
