"""The order of lines, and the range that holds nearly all."""

from tests.timeline.chronicle.made import G, days, spans_of

from dateline.core.moment import DAY, HOUR, moment
from dateline.timeline.chronicle.order import Order
from dateline.timeline.spans import Spans


def test_of_those_that_begin_together_the_longest_comes_first() -> None:
    month = moment(2031, 5)
    spans = spans_of(
        (month, month + DAY, G.DAY), (month, moment(2031, 6), G.MONTH), (month + HOUR, month + 61, G.MINUTE)
    )
    assert Order(spans).spans.ids[Order(spans).rows].tolist() == [2, 1, 3]


def test_the_range_holds_nearly_all_and_leaves_out_what_is_far_off() -> None:
    far = (moment(1874), moment(1875), G.YEAR)
    spans = spans_of(far, *((moment(2031, 5, 1 + n), moment(2031, 5, 2 + n), G.DAY) for n in range(25)))
    assert Order(spans).nearly_all == (1, 26)
    assert Order(days(*range(25))).nearly_all == (0, 25)
    assert Order(Spans.from_events([])).nearly_all == (0, 0)
