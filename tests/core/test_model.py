"""What the values of the model say of themselves."""

from dataclasses import replace

import pytest

from dateline.core.model import Article, Conventions, Event, TimeExpression, new_id, up_to_date, weight_of, weightiest
from dateline.settings import Settings


@pytest.mark.parametrize("hours", [(12, 10, 15, 1), (12, 12, 15, 12), (0, 18, 15, 6), (12, 18, 23, 1)])
def test_each_part_of_a_day_has_an_hour_whatever_is_set(hours: tuple[int, int, int, int]) -> None:
    names = ("morning_from", "afternoon_from", "evening_from", "night_until")
    parts = Conventions.of({**Settings(), **dict(zip(names, hours, strict=True))})
    for begin, end in (parts.morning, parts.afternoon, parts.evening, parts.night):
        assert begin < end
    assert parts.morning[0] == hours[0]
    assert parts.morning[1] == parts.afternoon[0]
    assert parts.afternoon[1] == parts.evening[0] == parts.night[0] < 24


def test_ids_fit_javascripts_numbers() -> None:
    made = {new_id() for _ in range(1000)}
    assert len(made) == 1000
    assert max(made) < 2**53


@pytest.mark.parametrize(("earliest", "latest", "dated"), [(None, None, False), (1, None, True), (None, 1, True)])
def test_an_event_with_one_outer_bound_has_a_place(earliest: int | None, latest: int | None, dated: bool) -> None:
    assert Event(id=1, article=None, title="", earliest=earliest, latest=latest).dated is dated


def test_an_expression_with_one_end_has_a_place() -> None:
    bare = TimeExpression(id=1, article=1, start=0, end=1, text="x", type="DATE", value="PAST_REF")
    assert not bare.resolved
    assert replace(bare, until=5).resolved


def test_the_weight_decides_what_is_a_main_event_and_what_stands_for_others() -> None:
    passing, main = (Event(id=at, article=None, title="", weight=weight_of(main=at == 2)) for at in (1, 2))
    assert (passing.main, main.main) == (False, True)
    sure = replace(main, id=3, confidence=0.9)
    assert weightiest([passing, main, sure]) is sure
    assert weightiest([main, replace(main, id=4)]) is main


@pytest.mark.parametrize(
    ("carried", "corrected", "told"),
    [("own", (), True), ("sentence", (), True), ("", (), True), ("lead", (), False), ("lead", ("earliest",), True)],
)
def test_a_date_is_told_by_its_sentence_or_the_reader(carried: str, corrected: tuple[str, ...], told: bool) -> None:
    assert Event(id=1, article=1, title="", carried=carried, corrected=corrected).date_told is told


def test_rows_from_before_there_were_weights_get_one() -> None:
    assert up_to_date(Event, {"main": 0})["weight"] == weight_of(main=False)
    assert up_to_date(Event, {"main": 1, "weight": 0.6})["weight"] == 0.6
    assert up_to_date(Article, {"main": 1}) == {"main": 1}


@pytest.mark.parametrize(("setting", "day_first"), [("day", True), ("month", False), ("auto", None)])
def test_the_order_of_day_and_month_is_the_readers(setting: str, day_first: bool | None) -> None:
    assert Conventions.of({**Settings(), "day_first": setting}).day_first is day_first
