"""What was known on a day, and what moved since."""

from dataclasses import replace

import pytest

from dateline.app.known import known_by, moved_since
from dateline.core.change import added, edited
from dateline.core.filter import Filter
from dateline.core.model import Article, Bundle, Certainty, Event, Merge, Participant, Status
from dateline.core.moment import DAY, moment
from dateline.library import Library

FIRST = Article(id=1, text="The quay fell on Monday.", title="Early", published="2025-03-04")
LATER = Article(id=2, text="The quay fell on Sunday.", title="Late", published="2025-03-20")
UNDATED = Article(id=3, text="The quay fell.", title="Undated")
MONTHLY = Article(id=4, text="A quay fell.", title="Monthly", published="2025-03")


def event(id_: int, article: int | None, day: int, **more: object) -> Event:
    at = moment(2025, 3, day)
    times = {"earliest": at, "latest_start": at + DAY, "earliest_end": at, "latest": at + DAY}
    return replace(Event(id=id_, article=article, title="The quay fell", confidence=id_ / 100), **(times | more))  # type: ignore[arg-type]


@pytest.fixture
def quay(library: Library) -> Library:
    rows = [event(10, 1, 3, merge=5), event(11, 2, 2, merge=5), event(12, 3, 3), event(13, None, 9), event(14, 4, 3)]
    library.apply(added("", [FIRST, LATER, UNDATED, MONTHLY, Merge(id=5, title="The quay fell"), *rows]))
    return library


def shown(library: Library, **parts: object) -> set[int]:
    return {each.id for each in library.events(Filter(**parts))}  # type: ignore[arg-type]


def test_only_what_was_published_by_a_day_was_known_on_it(quay: Library) -> None:
    assert shown(quay) == {11, 12, 13, 14}
    assert shown(quay, as_of=moment(2025, 3, 3)) == {13}
    assert shown(quay, as_of=moment(2025, 3, 4, 23, 59)) == {10, 13}
    assert shown(quay, as_of=moment(2025, 3, 31)) == {11, 13, 14}
    quay.apply(edited("", [(FIRST, replace(FIRST, published="2025-03-05"))]))
    assert shown(quay, as_of=moment(2025, 3, 4)) == {13}


def test_articles_are_counted_as_of_a_day_too(quay: Library) -> None:
    day = moment(2025, 3, 4)
    assert shown(quay, sources=(2,)) == {11}
    assert shown(quay, sources=(1,), as_of=day) == {10}
    assert dict(quay.facets(Filter(as_of=day)).sources) == {0: 1, 1: 1}
    assert quay.told_by([10, 11, 12, 13, 99]) == [2, 2, 1, 0, 0]
    assert quay.told_by([10, 11], as_of=day) == [1, 1]
    assert [each.id for each in quay.merged(Filter())] == [11]


def test_dates_that_later_articles_moved(quay: Library) -> None:
    assert [(then.id, now.id) for then, now in moved_since(quay, moment(2025, 3, 4))] == [(10, 11)]
    assert moved_since(quay, moment(2025, 3, 20)) == []
    assert moved_since(quay, moment(2025, 3, 4), Filter(text="nothing of it")) == []


def test_a_bundle_as_of_a_day() -> None:
    told = (event(10, 1, 3), event(11, 2, 2), event(13, None, 9))
    known = known_by(Bundle((FIRST, LATER, UNDATED), (), told), moment(2025, 3, 4))
    assert [article.id for article in known.articles] == [1]
    assert [each.id for each in known.events] == [10, 13]


@pytest.mark.parametrize(
    ("other", "disagree"),
    [
        ({}, True),  # Sunday against Monday
        ({"earliest": moment(2025, 3, 3), "latest": moment(2025, 3, 4)}, False),
        (
            {"earliest": None, "latest_start": None, "earliest_end": None, "latest": moment(2025, 3, 20)},
            False,
        ),  # before
        ({"earliest": moment(2025, 3, 1), "latest": moment(2025, 4, 1)}, False),  # "in March"
        ({"earliest": moment(2025, 3, 3), "latest": moment(2025, 3, 4), "certainty": Certainty.DENIED}, True),
        ({"earliest": moment(2025, 3, 3), "latest": moment(2025, 3, 4), "title": "Two quays fell"}, False),
    ],
)
def test_sources_disagree_where_they_cannot_all_be_right(
    other: dict[str, object], disagree: bool, library: Library
) -> None:
    rows = [event(10, 1, 3, merge=5), replace(event(11, 2, 2, merge=5), **other)]  # type: ignore[arg-type]
    library.apply(added("", [FIRST, LATER, Merge(id=5, title="The quay fell"), *rows]))
    assert bool(shown(library, disagreeing=True)) is disagree
    assert shown(library, disagreeing=True, as_of=moment(2025, 3, 4)) == set()
    library.apply(edited("", [(rows[1], replace(rows[1], status=Status.REJECTED))]))
    assert shown(library, disagreeing=True) == set()


def test_other_numbers_and_other_names_disagree(library: Library) -> None:
    def who(name: str) -> tuple[Participant, ...]:
        return (Participant(text=name, start=0, end=1, role="patient", kind="person", name=name),)

    library.apply(added("", [FIRST, LATER, Merge(id=5, title="a"), Merge(id=6, title="b"), Merge(id=7, title="c")]))
    rows = [
        event(10, 1, 3, merge=5, title="Two hurt"), event(11, 2, 3, merge=5, title="3 hurt"),
        event(20, 1, 3, merge=6, participants=who("Jon Berg")), event(21, 2, 3, merge=6, participants=who("Mr Berg")),
        event(30, 1, 3, merge=7, participants=who("Jon Berg")), event(31, 2, 3, merge=7, participants=who("Ane Lie")),
    ]  # fmt: skip
    library.apply(added("", rows))
    assert {each.merge for each in library.events(Filter(disagreeing=True))} == {5, 7}
