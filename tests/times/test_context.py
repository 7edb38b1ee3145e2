"""What relative words lean on."""

from tests.times.found import interval, mention, one

from dateline.core.model import Conventions
from dateline.core.moment import Granularity, moment
from dateline.times.context import Context


def test_the_readers_conventions() -> None:
    conventions = Conventions(week_start=6, night=(20, 28), day_first=True)
    assert interval(one("It was shut last week.", conventions=conventions)) == ("2025-03-23", "2025-03-30")
    assert interval(one("It fell last night.", conventions=conventions)) == ("2025-03-29T20:00", "2025-03-30T04:00")
    assert one("It was held on 3/2/2025.", conventions=conventions).value == "2025-02-03"
    assert one("It was held on 3/2/2025.").value == "2025-03-02"


def known(published: tuple[int, ...], unit: str) -> Context:
    begin = moment(*published)
    return Context((begin, begin + 1440), unit, Conventions())


def test_publication_carries_units_no_finer_than_itself() -> None:
    assert [known((2025, 3, 30), "day").carries(unit) for unit in ("day", "month", "year")] == [True, True, True]
    assert [known((2025, 3), "month").carries(unit) for unit in ("day", "month", "year")] == [False, True, True]
    assert not Context(None, "", Conventions()).carries("century")


def test_what_has_no_place_yet_says_why() -> None:
    assert "is not known" in Context(None, "", Conventions()).unknown()
    assert "not known to the day" in known((2025,), "year").unknown()
    assert str(known((2025, 3), "month").told()) == "publication, March 2025"


def test_a_base_is_the_date_before_where_it_is_fine_enough() -> None:
    context = known((2025, 3, 30), "day")
    assert context.base("day") == (moment(2025, 3, 30), False)
    context.previous, _, _ = mention("on 4 May 2020")
    context.previous.place_day(moment(2020, 5, 4), "absolute")
    assert context.base("day") == (moment(2020, 5, 4), True)
    context.previous.place("2020", (moment(2020), moment(2021)), Granularity.YEAR, "absolute")
    assert context.base("day") == (moment(2025, 3, 30), False)
    context.storied = True
    assert context.base("day") is None
