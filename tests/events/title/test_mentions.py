""" "The boat" is told in a title as it was told at first; where it may be another one, as it stands."""

from collections.abc import Callable

import pytest

from dateline.core.model import Event

One = Callable[..., Event]


@pytest.mark.parametrize(
    ("text", "word", "title"),
    [
        ("A migrant boat off Sund sent a signal.\nThe boat sank on Monday.", "sank", "The migrant boat off Sund sank"),
        ("Guards saw a boat carrying 40 people.\nThe boat sank on Monday.", "sank", "The boat carrying 40 people sank"),
        ("Norland's oil tanker lost power.\nThe tanker sank on Monday.", "sank", "Norland's oil tanker sank"),
        (
            "The council has a plan to close the mill.\nThe union rejected the plan on Monday.",
            "rejected",
            "The union rejected the plan to close the mill",
        ),
        (
            "Holt leads peace talks in Durl.\nThe talks collapsed on Monday.",
            "collapsed",
            "The peace talks in Durl collapsed",
        ),
        ("A fishing trawler left Durl.\nThe ship sank on Monday.", "sank", "The fishing trawler sank"),
        (
            "Two divers from Hallin went down.\nThe divers drowned on Monday.",
            "drowned",
            "The two divers from Hallin drowned",
        ),
    ],
)
def test_it_is_told_as_at_first(one: One, text: str, word: str, title: str) -> None:
    assert one(word, text).title == title


@pytest.mark.parametrize(
    ("text", "word", "title"),
    [
        # Of two, neither.
        ("A migrant boat left Durl.\nA police boat left Hallin.\nThe boat sank on Monday.", "sank", "The boat sank"),
        # Another one is not the one told of before, nor is one that nobody has.
        ("A migrant boat left Durl.\nAnother boat sank on Monday.", "sank", "Another boat sank"),
        # What somebody calls his own, or new, says nothing to a stranger.
        ("Holt showed his plan.\nThe union rejected the plan on Monday.", "rejected", "The union rejected the plan"),
        ("A new boat left Durl.\nThe boat sank on Monday.", "sank", "The boat sank"),
        # Nothing is said twice.
        ("A migrant boat off Sund sent a signal.\nThe boat sank off Sund on Monday.", "sank", "The boat sank off Sund"),
    ],
)
def test_where_another_may_be_meant_it_stays(one: One, text: str, word: str, title: str) -> None:
    assert one(word, text).title == title


def test_no_words_of_a_long_title_are_given_up_for_it(one: One) -> None:
    first = "A fishing boat carrying 40 people left Durl."
    rest = "sank within sight of the old lighthouse after a collision with a container ship from Hallin"
    assert one("sank", f"{first}\nThe boat {rest} on Monday.").title == f"The boat {rest}"
