"""What a reader is told: intervals, relations, ranges, stories, the reasons, and what is no time at all."""

from tests.times.found import SUNDAY, interval

from dateline.core.moment import Granularity, iso_or_none
from dateline.times import find


def test_without_publication_absolute_ones_resolve_and_relative_ones_keep_their_offset() -> None:
    found = {each.text: each for each in find("He left last year, three days ago, on 3 May 2020 and on Friday.", None)}
    assert interval(found["3 May 2020"]) == ("2020-05-03", "2020-05-04")
    assert (found["last year"].offset, found["last year"].resolved) == ("-P1Y", False)
    assert (found["three days ago"].offset, found["three days ago"].resolved) == ("-P3D", False)
    assert (found["Friday"].value, found["Friday"].resolved) == ("XXXX-WXX-5", False)
    assert "not known" in found["Friday"].why


def test_granularities() -> None:
    found = find(
        "In 1990, in May 1990, on Friday; last week; the 1980s; the 12th century; 5 p.m. on 3 May 2020.", SUNDAY
    )
    assert [each.granularity for each in found] == [
        Granularity.YEAR, Granularity.MONTH, Granularity.DAY, Granularity.WEEK, Granularity.DECADE, Granularity.CENTURY,
        Granularity.MINUTE,
    ]  # fmt: skip


def test_a_long_text_is_read_in_pieces() -> None:
    text = "Nothing happened here at all, they say, until 3 May 2020. " * 10_000
    found = find(text, SUNDAY)
    assert len(found) == 10_000
    assert all(text[each.start : each.end] == "3 May 2020" for each in found)


def test_what_was_published_before_christ_is_read_like_the_rest() -> None:
    (year,) = find("Brutus fled this year.", "-0043-03-15")
    assert iso_or_none(year.begin) == "-0043-01-01"
