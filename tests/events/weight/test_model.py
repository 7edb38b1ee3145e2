"""The fitted weights."""

from dateline.events.weight.model import table, worth


def test_the_worth_is_the_sum_of_what_the_features_are_worth() -> None:
    assert worth({"a": 1.0, "b": 2.0, "unknown": 9.0}, {"a": 0.5, "b": -0.25}) == 0.0
    assert worth({}, {"a": 0.5}) == 0.0


def test_both_tables_are_there_and_hold_numbers() -> None:
    weights = table()
    assert {"shown", "told"} <= set(weights)
    assert all(isinstance(value, float) for part in weights.values() for value in part.values())
