"""The events that one part of a filter lets through."""

import numpy as np
import pytest

from dateline.core.change import added
from dateline.core.filter import Filter
from dateline.core.model import Article, Certainty, Event, Status
from dateline.core.moment import DAY, moment
from dateline.library import Library, masks
from dateline.library.index import Index


def test_a_text_without_words_narrows_nothing(library: Library) -> None:
    library.apply(added("", [Event(id=1, article=None, title="a")]))
    assert [library.count(Filter(text=text))[0] for text in ("", " ", '"', "--", "a", "b")] == [1, 1, 1, 1, 1, 0]


def test_a_least_weight_leaves_out_what_is_lighter_and_nobody_confirmed(library: Library) -> None:
    told = [
        Event(id=1, article=None, title="a", weight=0.9),
        Event(id=2, article=None, title="b", weight=0.7),
        Event(id=3, article=None, title="c", weight=0.1, status=Status.CONFIRMED),
        Event(id=4, article=None, title="d", weight=0.1),
    ]
    library.apply(added("", told))
    assert [event.id for event in library.events(Filter(weight=0.7))] == [1, 2, 3]
    assert [event.id for event in library.events(Filter(weight=0.8))] == [1, 3]
    assert library.count(Filter()) == (4, 4)


DAY_ONE = moment(2025, 3, 1)


@pytest.mark.parametrize(
    ("part", "wanted", "shown"),
    [
        ("articles", Filter(articles=(1,)), [1]),
        ("articles", Filter(articles=(99,)), []),
        ("certainties", Filter(certainties=(Certainty.DENIED,)), [2]),
        ("dated", Filter(dated=False), [3]),
        ("time", Filter(begin=DAY_ONE, until=DAY_ONE + DAY), [1]),
        ("time", Filter(begin=DAY_ONE + DAY), [2]),
        ("tags", Filter(tags=("wet", "unknown")), [2]),
        ("as_of", Filter(as_of=DAY_ONE), [2, 3]),
        ("weight", Filter(weight=0.5), [1, 3]),
        ("text", Filter(text="weir"), [1]),
    ],
)
def test_each_part_lets_its_own_events_through(library: Library, part: str, wanted: Filter, shown: list[int]) -> None:
    library.apply(
        added(
            "",
            [
                Article(id=1, text="The weir gave way.", title="Weir", published="2025-03-20"),
                Event(id=1, article=1, title="Gave way", earliest=DAY_ONE, latest=DAY_ONE + DAY),
                Event(id=2, article=None, title="Sank", earliest=DAY_ONE + DAY, latest=DAY_ONE + 2 * DAY, tags=("wet",),
                      certainty=Certainty.DENIED, weight=0.2),
                Event(id=3, article=None, title="Spoke"),
            ],
        )
    )  # fmt: skip
    index = Index(library._db)
    mask = masks.of(part, wanted, library._db, index)
    assert index["id"][np.flatnonzero(mask & index.visible())].tolist() == shown


def test_days_of_publication_are_known_to_the_day_only(library: Library) -> None:
    library.apply(
        added(
            "",
            [
                Article(id=n, text="x", title="x", published=when)
                for n, when in ((1, "2025-03-20"), (2, "2025-03"), (3, None))
            ],
        )
    )
    days = masks.published(library._db, Index(library._db))
    assert (days == moment(2025, 3, 20) // DAY).tolist()[1:] == [True, False, False]
