"""The filter as text and back, part by part."""

import json
from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.core.filter import Filter
from dateline.core.model import MAIN_WEIGHT, Certainty, Event, Status
from dateline.core.moment import Granularity, moment

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=10)
several = st.lists(texts, max_size=3).map(tuple)
filters = st.builds(
    Filter,
    text=texts,
    begin=st.none() | st.integers(moment(-9999), moment(99_999)),
    until=st.none() | st.integers(moment(-9999), moment(99_999)),
    articles=st.lists(st.integers(0, 2**53 - 1), max_size=3).map(tuple),
    collections=several,
    tags=several,
    people=several,
    places=several,
    certainties=st.lists(st.sampled_from(Certainty), max_size=3).map(tuple),
    precisions=st.lists(st.sampled_from([g.value for g in Granularity]), max_size=3).map(tuple),
    statuses=st.lists(st.sampled_from(Status), max_size=3).map(tuple),
    dated=st.none() | st.booleans(),
    weight=st.sampled_from([0.0, 0.25, 1.0]),
)


@given(filters)
def test_a_filter_survives_its_json(wanted: Filter) -> None:
    back = Filter.from_json(wanted.to_json())
    assert back == wanted
    assert all(isinstance(value, Certainty) for value in back.certainties)
    assert all(isinstance(value, Status) for value in back.statuses)


@given(filters)
def test_without_clears_one_part_and_no_other(wanted: Filter) -> None:
    for part in (field.name for field in fields(Filter)):
        cleared = wanted.without(part)
        assert getattr(cleared, part) == getattr(Filter(), part)
        assert all(getattr(cleared, f.name) == getattr(wanted, f.name) for f in fields(Filter) if f.name != part)


def test_only_the_empty_filter_is_false() -> None:
    assert not Filter()
    assert Filter(text="flood")
    assert Filter(dated=False)
    assert Filter(begin=0)


def test_parts_of_a_later_version_are_passed_over() -> None:
    raw = {**json.loads(Filter(text="flood").to_json()), "mood": ["grim"]}
    assert Filter.from_json(json.dumps(raw)) == Filter(text="flood")


def test_parts_that_an_older_version_had_not_are_empty() -> None:
    assert Filter.from_json('{"text": "flood"}') == Filter(text="flood")


@pytest.mark.parametrize(
    "part",
    [
        {"certainties": ["rumoured"]},
        {"statuses": "found"},
        {"precisions": ["fortnight"]},
        {"begin": "2025"},
        {"articles": ["one"]},
        {"dated": 1},
        {"people": None},
    ],
)
def test_values_that_it_does_not_know_are_passed_over(part: dict[str, object]) -> None:
    assert Filter.from_json(json.dumps({"text": "flood", **part})) == Filter(text="flood")


@pytest.mark.parametrize("text", ["", "[]", "7", "{"])
def test_what_is_no_filter_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"no filter|Expecting"):
        Filter.from_json(text)


def test_a_filter_saved_before_events_had_weights_still_loads() -> None:
    assert Filter.from_json('{"main": true, "text": "quay"}') == Filter(weight=MAIN_WEIGHT, text="quay")
    assert Filter.from_json('{"main": null}') == Filter()
    assert Filter.from_json('{"weight": 0.8, "main": true}') == Filter(weight=0.8)
    assert Filter.from_json('{"weight": "heavy"}') == Filter()


def test_what_the_reader_confirmed_is_shown_whatever_it_weighs() -> None:
    light = Event(id=1, article=None, title="Quay swept", weight=0.1)
    assert not Filter(weight=0.5).weighs_enough(light)
    assert Filter(weight=0.5).weighs_enough(replace(light, status=Status.CONFIRMED))
