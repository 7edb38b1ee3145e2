""" "It", "they" and "the two" go on about the subject of the sentence before, where nothing rivals it."""

from collections.abc import Callable

import pytest

from dateline.core.model import Event

One = Callable[..., Event]


@pytest.mark.parametrize(
    ("text", "word", "title"),
    [
        ("The tapestry was stolen on Monday. It was found on Tuesday.", "found", "The tapestry was found"),
        ("A lighthouse was built in 1911. It was pulled down in 1960.", "pulled", "The lighthouse was pulled down"),
        (
            "The ski lift at Horn opened in 2004. It was shut in May.",
            "shut",
            "The ski lift was shut",
        ),
        (
            "The town made Greta Holm a citizen in 1990 and in 2005 it named a park after Jonas Wick.",
            "named",
            "The town named a park after Jonas Wick",
        ),
        (
            "Volunteers said on Monday they had found a mine. They left the beach on Tuesday.",
            "left",
            "Volunteers left the beach",
        ),
        (
            "The energy and climate change committee held a hearing on Monday. Its report was published on Tuesday.",
            "published",
            "The energy and climate change committee’s report was published",
        ),
        ("Two gunmen entered the bank on Monday. They fled on Tuesday.", "fled", "The two gunmen fled"),
        (
            "Jonas Wick met Greta Holm on Monday. The two spoke again on Friday.",
            "spoke",
            "Jonas Wick and Greta Holm spoke again",
        ),
        (
            "Greta Holm rested. Jonas Wick met Holm on Monday evening but left at once. The two meet again on Friday.",
            "meet",
            "Jonas Wick and Greta Holm meet again",
        ),
        (
            "Jonas Wick and Greta Holm were held on Monday. They were freed on Friday.",
            "freed",
            "Jonas Wick and Greta Holm were freed",
        ),
        (
            "The chapel burned down on Monday. Its roof fell in on Tuesday.",
            "fell",
            "The chapel’s roof fell in",
        ),
        (
            "The tapestry was stolen on Monday. It was found on Tuesday. It was cleaned on Friday.",
            "cleaned",
            "The tapestry was cleaned",
        ),
    ],
)
def test_it_goes_on_about_the_subject(one: One, text: str, word: str, title: str) -> None:
    assert one(word, text).title == title


@pytest.mark.parametrize(
    ("text", "word", "title"),
    [
        ("The museum lost a painting on Monday. It was found on Tuesday.", "found", "It was found"),
        ("The ferry hit a barge on Monday. It sank on Tuesday.", "sank", "It sank"),
        ("The ferry collided with a barge on Monday. It sank on Tuesday.", "sank", "It sank"),
        ("The deal was signed in May. It halted work on Tuesday.", "halted", "It halted work"),
        ("Guards chased two gunmen on Monday. They fled on Tuesday.", "fled", "They fled"),
        ("The tapestry was stolen on Monday.\n\nArt news\n\nIt was found on Tuesday.", "found", "It was found"),
        ("Jonas Wick said Greta Holm had resigned on Monday. They left on Friday.", "left", "They left"),
        ("The chapel burned down on Monday. “It was restored in May,” a priest said.", "restored", "It was restored"),
    ],
)
def test_it_stays_where_something_rivals_the_subject(one: One, text: str, word: str, title: str) -> None:
    assert one(word, text).title == title


def test_the_two_are_no_one_participant(one: One) -> None:
    event = one("spoke", "Jonas Wick met Greta Holm on Monday. The two spoke again on Friday.")
    assert "Jonas Wick and Greta Holm" not in [part.name for part in event.participants]
