"""A mention on its way to becoming an expression."""

from dateline.core.moment import Granularity, moment
from dateline.times.mention import Mention


def test_placing_sets_value_and_interval_and_says_why() -> None:
    mention = Mention(0, 1, "date", "month", {"month": 5})
    mention.place("2020-05", (moment(2020, 5), moment(2020, 6)), Granularity.MONTH, "absolute", "by its name")
    assert (mention.value, mention.begin, mention.until) == ("2020-05", moment(2020, 5), moment(2020, 6))
    assert (mention.granularity, mention.anchor, mention.reasons) == (Granularity.MONTH, "absolute", ["by its name"])
    mention.place_day(moment(2020, 5, 4), "previous")
    assert (mention.value, mention.until, mention.granularity) == ("2020-05-04", moment(2020, 5, 5), Granularity.DAY)
    assert mention.reasons == ["by its name"]


def test_what_is_left_open_keeps_its_offset_and_has_no_place() -> None:
    mention = Mention(0, 1, "unit", "unit", {"unit": "day"})
    mention.leave_open("XXXX", Granularity.DAY, "-P1D", "it counts from publication")
    assert (mention.begin, mention.until, mention.offset) == (None, None, "-P1D")
    assert mention.reasons == ["it counts from publication"]
