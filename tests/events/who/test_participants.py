"""Who takes part in an event: each under one name, whole, and of the right kind."""

from collections.abc import Callable

import pytest

from dateline.core.model import Event

One = Callable[..., Event]


@pytest.mark.parametrize(
    ("text", "word", "name", "kind"),
    [
        ("A fisherman discovered the wreck on Monday.", "discovered", "fisherman", "person"),
        ("Two plumbers repaired the pipe on Monday.", "repaired", "two plumbers", "group"),
        ("The storm damaged forty homes on Monday.", "damaged", "forty homes", "thing"),
        ("The government dropped the plans on Monday.", "dropped", "government", "organisation"),
        ("The government dropped the plans on Monday.", "dropped", "plans", "thing"),
        ("A six-year-old boy was rescued on Monday.", "rescued", "six-year-old boy", "person"),
        ("Most of the passengers were rescued on Monday.", "rescued", "passengers", "group"),
        ("Transport Minister Olena Ruiz resigned on Monday.", "resigned", "Olena Ruiz", "person"),
        ("Det Sgt Karin Holt arrested a man on Monday.", "arrested", "Karin Holt", "person"),
        ("Rail operator Transvelt cut its fares on Monday.", "cut", "Transvelt", "organisation"),
        ("The owner, Arno Vell, sold the mill on Monday.", "sold", "Arno Vell", "person"),
        ("Shares in Plexal were listed on Monday. Plexal rose on Tuesday.", "rose", "Plexal", "organisation"),
        ("A spokesman for the Northern League, Idris Ham, left on Monday.", "left", "Idris Ham", "person"),
        ("Secretary of State Ida Roke left Hallin on Monday.", "left", "Ida Roke", "person"),
        ("The Justice Department dropped a case on Monday.", "dropped", "Justice Department", "organisation"),
        ("The Bank of Sund cut its rates on Monday.", "cut", "Bank of Sund", "organisation"),
        ("Norsk Mills Inc. said on Monday it would close.", "said", "Norsk Mills Inc.", "organisation"),
        ("The mayor sent flowers to the widow on Monday.", "sent", "widow", "person"),
        ("Thieves stole watches worth a million on Monday.", "stole", "watches", "thing"),
    ],
)
def test_names_and_kinds(one: One, text: str, word: str, name: str, kind: str) -> None:
    assert (name, kind) in {(part.name, part.kind) for part in one(word, text).participants}


def test_the_clock_of_a_ticker_is_no_part_of_a_name(one: One) -> None:
    event = one("closed", "09:35 Police have closed the bridge at Hallin.")
    assert event.title == "Police have closed the bridge at Hallin"
    assert event.participants[0].name == "police"


def test_the_source_is_named_where_an_apposition_names_it(one: One) -> None:
    text = "“The roof fell on Monday,” said the union's leader, Ane Moss. Her aunt, Ida Roke, left."
    assert one("fell", text).attributed_to == "Ane Moss"


def test_a_name_that_opens_a_paragraph_is_whom_she_means(one: One) -> None:
    text = "The wake was held by her niece, Ane Moss.\n\nIda Strand left school in 1941. She married Erik Dahl in 1963."
    assert one("married", text).title == "Ida Strand married Erik Dahl"


def test_somebody_spoken_of_before_may_be_meant(one: One) -> None:
    text = "Erik Dahl resigned on Monday.\n\nOskar Venn praised him on Tuesday. He had led the party since 2020."
    assert one("led", text).title.startswith("He had led")


def test_the_article_settles_how_somebody_is_called(tell: Callable[..., list[Event]]) -> None:
    text = (
        "A bus took Farvell to Hallin on Monday.\n\nThe bakery of Oskar Farvell closed. Oskar Farvell wept on Tuesday."
    )
    by_word = {event.text: event for event in tell(text)}
    assert [(part.name, part.kind) for part in by_word["took"].participants if part.role == "patient"] == [
        ("Oskar Farvell", "person")
    ]


def test_a_town_is_not_its_hospital(tell: Callable[..., list[Event]]) -> None:
    text = (
        "Two men arrived in Marlen on Monday. Marlen General Hospital said on Tuesday they were well. "
        "Petra Lindh returned to Marlen on Friday."
    )
    names = {part.name for event in tell(text) for part in event.participants if part.role == "place"}
    assert names == {"Marlen"}


def test_headings_in_capitals_name_nobody(tell: Callable[..., list[Event]]) -> None:
    text = "Norland Gains Ground As Sund Waits\nTroops of Norland crossed a river on Monday. Norland rejoiced."
    assert "Norland Gains Ground" not in {part.name for event in tell(text) for part in event.participants}


def test_an_event_noun_is_no_part_of_itself(one: One) -> None:
    event = one("meeting", "The council will hold a meeting in Hallin on Monday.")
    assert [(part.name, part.role) for part in event.participants] == [("Hallin", "place")]
