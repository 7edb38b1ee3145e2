"""What holds for all times of an article together."""

from tests.times.found import SUNDAY, interval, mentions

from dateline.core.model import Conventions
from dateline.times import find, passes
from dateline.times.context import Context


def test_numeric_dates_follow_the_article() -> None:
    values = [each.value for each in find("It was held on 25/1/2024 and on 3/2/2024.", SUNDAY)]
    assert values == ["2024-01-25", "2024-02-03"]


def test_bare_numbers_are_years_where_years_before_christ_are_told() -> None:
    text = "It was 499 BC. " + "In 498 BC, in 494 BC, in 492 BC, in 480 BC and in 479 BC they fought. In 490, they won."
    assert find(text, SUNDAY)[-1].value == "BC0490"
    assert find("In 490, they won.", SUNDAY) == []


def test_what_is_run_is_resolved_in_the_order_of_the_text() -> None:
    found, tokens, grammar = mentions("On 4 May 2020, a Monday, the mill burned. The next day it rained.")
    done = passes.run(found, tokens, grammar, Context(None, "", Conventions()))
    assert [each.first for each in done] == sorted(each.first for each in done)
    assert interval(done[-1]) == ("2020-05-05", "2020-05-06")
    assert not any(each.dropped for each in done)


def test_a_month_goes_on_from_one_to_come_in_its_sentence() -> None:
    values = [each.value for each in find("She will go to Rome in November, to Nice in February.", SUNDAY)]
    assert values == ["2025-11", "2026-02"]
