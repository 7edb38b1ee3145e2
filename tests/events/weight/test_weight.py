"""What an editor would give a line weighs more than what is mentioned in passing."""

from collections.abc import Callable

import pytest

from dateline.core.model import Certainty, Event
from dateline.events.weight import model

Tell = Callable[..., list[Event]]


@pytest.fixture
def weights(tell: Tell) -> Callable[[str], dict[str, float]]:
    """The weight of each event of a text, by its trigger; of several the last."""
    return lambda text: {event.text: event.weight for event in tell(text)}


Weights = Callable[[str], dict[str, float]]


def test_a_verb_weighs_more_than_its_object(weights: Weights) -> None:
    found = weights("The town of Norsted imposed a curfew on Monday.")
    assert found["imposed"] >= 0.5
    assert found.get("curfew", 0.0) < found["imposed"]


def test_what_is_said_weighs_more_than_the_saying(weights: Weights) -> None:
    found = weights("The police said on Tuesday that two guards had been arrested in Norsted on Monday.")
    assert found["arrested"] > found["said"]


def test_a_pronoun_does_not_hide_a_dated_event(weights: Weights) -> None:
    text = "Police in Norsted named the driver as Ola Ruud. He was arrested on 3 April in a hotel in Vikby."
    assert weights(text)["arrested"] >= 0.5


def test_a_quotation_is_no_reason_to_show(weights: Weights) -> None:
    found = weights("The mayor said: “We opened our hearts on Monday.” The mayor opened the bridge on Monday.")
    assert found["opened"] >= 0.5
    quoted = weights("The mayor said: “We opened our hearts on Monday.”")
    assert quoted["opened"] < 0.5


def test_a_state_weighs_less_than_an_act(weights: Weights) -> None:
    found = weights("Ane Moe stayed calm. Ane Moe was sentenced to two years in prison on Monday.")
    assert found["sentenced"] > found.get("stayed", 0.0)


def test_told_again_it_weighs_less(tell: Tell) -> None:
    text = "A fire destroyed the mill in Norsted on Monday.\n\nThe owner wept. A fire destroyed the mill on Monday."
    first, second = (event.weight for event in tell(text) if event.text == "destroyed")
    assert first >= 0.5 > second


@pytest.mark.parametrize(
    "text",
    [
        "Norsted closed the mill on Monday. A fire at the same site in 2021 killed a night watchman.",
        "Norra beat Kestrel on Monday to win the cup for the first time.",
        "Alder Bank said on Tuesday that it would cut 900 jobs in May.",
        "Divers found the wreck in Norsted on Monday. Divers from Aro found the wreck of the ferry on Monday.",
    ],
)
def test_one_happening_is_shown_once(tell: Tell, text: str) -> None:
    shown = [event.title for event in tell(text) if event.main]
    told = [title for title in shown if any(word in title for word in ("fire", "Norra", "Alder", "wreck"))]
    assert len(told) == 1


def test_two_happenings_of_a_kind_are_shown_both(tell: Tell) -> None:
    text = "Police in Norsted arrested Ola Ruud on Monday. Police in Norsted arrested Ane Moe on Monday, a court heard."
    assert [event.text for event in tell(text) if event.main and event.text == "arrested"] == ["arrested", "arrested"]


def test_weights_are_chances_and_every_one_is_a_number() -> None:
    table = model.table()
    assert set(table) == {"shown", "told"}
    assert all(isinstance(value, (int, float)) for part in table.values() for value in part.values())


def test_what_holds_now_weighs_less_than_what_was_on_a_day(tell: Tell) -> None:
    told = tell("Norsa hired 900 workers on Monday. Some 900 workers are now engaged in the search.")
    found = {event.text: event.weight for event in told}
    assert found["engaged"] < found["hired"]


def test_the_end_of_a_year_is_no_news(tell: Tell) -> None:
    text = "Plexa lost 9 million crowns in the year ended 31 August. Plexa sold its mills on 3 May."
    found = {event.text: event.weight for event in tell(text)}
    assert found.get("ended", 0.0) < found["sold"]


def test_news_of_the_lead_needs_no_time_to_be_shown(weights: Weights) -> None:
    lead = "The dock workers of Norsted have ended their strike. It began in March."
    assert weights(lead)["ended"] >= 0.5


def test_a_number_that_looks_like_a_negation_is_none(weights: Weights) -> None:
    found = weights("A fire broke out in Norsted on Monday. No 26 seed Ola Ruud won a silver cup on Tuesday.")
    assert found["won"] >= 0.5


def test_what_was_voted_is_told_on_the_day_of_the_vote(tell: Tell) -> None:
    text = (
        "Protesters shouted from the gallery as councillors voted to close four libraries.\n\nThe decision, taken at a "
        "meeting of the council on Monday night, means that they will shut on June 30."
    )
    told = [event for event in tell(text) if event.title == "Councillors voted to close four libraries"]
    assert max(told, key=lambda event: event.weight).text == "voted"


def test_what_was_due_to_be_done_is_told_when_it_was_to_be(tell: Tell) -> None:
    text = "Jan Holt was arrested on Monday. He was due to be released from Arle in April after serving his term."
    told = [event for event in tell(text) if "due to be released" in event.title]
    assert max(told, key=lambda event: event.weight).certainty is Certainty.PLANNED
