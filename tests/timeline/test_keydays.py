import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dateline.timeline.keydays import LATER, UNKNOWN, WEIGHTS, KeyDays, days_in, places_of, rank


def ranked(published: list[int], mentions: list[tuple[int, int]]) -> KeyDays:
    article = np.array([each for each, _ in mentions], np.int64)
    day = np.array([each for _, each in mentions], np.int64)
    return rank(article, day, np.array(published, np.int64))


def test_a_day_that_is_come_back_to_is_before_one_that_is_only_written_on() -> None:
    flood, vote = 1000, 1003
    published = [1001, 1003, 1003, 1020, 1030]
    mentions = [(0, flood), (1, vote), (2, vote), (3, flood), (4, flood)]
    days = ranked(published, mentions)
    assert days.day[0] == flood
    assert (days.articles[0], days.later[0], days.published[0]) == (3, 2, 0)
    assert days.day[1] == vote
    assert (days.articles[1], days.later[1], days.published[1]) == (2, 0, 2)


def test_an_article_counts_once_for_a_day_however_often_it_names_it() -> None:
    days = ranked([500, 500], [(0, 400), (0, 400), (0, 400), (1, 401), (1, 400)])
    assert dict(zip(days.day.tolist(), days.articles.tolist(), strict=True))[400] == 2


def test_looking_back_begins_after_a_week() -> None:
    days = ranked([100 + LATER - 1, 200 + LATER], [(0, 100), (1, 200)])
    later = dict(zip(days.day.tolist(), days.later.tolist(), strict=True))
    assert (later[100], later[200]) == (0, 1)


def test_an_article_without_a_date_names_days_but_never_looks_back() -> None:
    days = ranked([UNKNOWN], [(0, 77)])
    assert (days.day.tolist(), days.articles.tolist(), days.later.tolist()) == ([77], [1], [0])


def test_nothing_told_ranks_nothing() -> None:
    assert len(ranked([], [])) == 0


_article = st.integers(0, 4)


@given(st.lists(st.integers(700, 800), min_size=5, max_size=5), st.lists(st.tuples(_article, st.integers(650, 850))))
def test_scores_fall_and_every_day_stands_once(published: list[int], mentions: list[tuple[int, int]]) -> None:
    days = ranked(published, mentions)
    assert sorted(days.day.tolist()) == sorted({*published, *(day for _, day in mentions)})
    assert (np.diff(days.score) <= 1e-12).all()
    assert days.score.max() <= sum(WEIGHTS.values()) + 1e-9
    assert (days.later <= days.articles).all()


def test_days_are_looked_up_alike_near_and_far_apart() -> None:
    for day in ([730_000, 730_400, 730_000, 729_990], [-3_650_000, 730_000, 3_600_000, 730_000]):
        found = days_in(np.array(day, np.int64), np.empty(0, np.int64))
        assert found.tolist() == sorted(set(day))
        assert found[places_of(found, np.array(day, np.int64))].tolist() == day
    assert len(days_in(np.empty(0, np.int64))) == len(places_of(np.empty(0, np.int64), np.empty(0, np.int64))) == 0
