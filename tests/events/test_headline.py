"""Headlines tell the article's own news, in their own grammar."""

import pytest

from dateline import events, times
from dateline.core.model import Article, Certainty, Event
from dateline.core.moment import DAY, moment
from dateline.readers.text import headline

MONDAY = moment(2031, 5, 12)


def told(head: str, body: str, published: str = "2031-05-14") -> list[Event]:
    if not events.available():
        pytest.skip("the English language model is not installed")
    text = f"{head}\n\n{body}"
    article = Article(id=7, text=text, title=headline(text), published=published, language="en")
    found = events.find(article, times.find(text, published, article=7))
    return [event for event in found if event.start < len(head)]


BODY = "The town of Norsted said on Monday that it would look into the matter again and report to the council."


@pytest.mark.parametrize(
    ("head", "word"),
    [
        ("Police arrest two over theft in Norsted", "arrest"),
        ("Two arrested over theft of bell in Norsted", "arrested"),
        ("Storm topples 40 trees in Norsted", "topples"),
        ("Demands sent to three companies in Norsted", "sent"),
        ("Old bridge opens to traffic in Norsted", "opens"),
    ],
)
def test_the_verb_of_a_headline_tells_its_event_under_the_headline(head: str, word: str) -> None:
    found = [event for event in told(head, BODY) if event.text == word]
    assert found, head
    assert found[0].title == head
    assert found[0].certainty is Certainty.REPORTED


def test_to_says_what_is_planned() -> None:
    (found,) = [event for event in told("Norsted mill to close in June", BODY) if event.text == "close"]
    assert found.certainty is Certainty.PLANNED
    assert found.earliest == moment(2031, 6, 1)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Dam burst after heavy rain, officials say", "Dam burst after heavy rain"),
        ("Mayor: Council sold the old harbour", "Council sold the old harbour"),
        ("Council sold the old harbour cheaply - mayor", "Council sold the old harbour cheaply"),
    ],
)
def test_who_says_it_is_no_part_of_the_title(head: str, title: str) -> None:
    assert title in {event.title for event in told(head, BODY)}


def test_it_stands_when_the_text_tells_it() -> None:
    body = "A court in Norsted sentenced the former mayor to two years in prison on Monday for fraud, it said."
    (found,) = [
        event for event in told("Former mayor sentenced to two years for fraud", body) if event.text == "sentenced"
    ]
    assert (found.earliest, found.latest) == (MONDAY, MONDAY + DAY)
    assert found.carried == "same"


def test_headline_and_text_give_one_line() -> None:
    head, body = "Fire destroys old mill in Norsted", "A fire destroyed the old mill in Norsted on Monday."
    text = f"{head}\n\n{body} The owner, Ane Moe, wept as the roof fell in. It had stood there for three centuries."
    article = Article(id=7, text=text, title=headline(text), published="2031-05-14", language="en")
    if not events.available():
        pytest.skip("the English language model is not installed")
    found = events.find(article, times.find(text, "2031-05-14", article=7))
    assert len([event for event in found if event.main and "mill" in event.title]) == 1


def test_a_question_or_a_name_tells_nothing() -> None:
    assert not told("What is the Norsted treaty, and why does it matter?", BODY)
    assert not told("The last lamplighter of Norsted", BODY)


def test_it_stands_when_the_clause_that_tells_most_of_it_does() -> None:
    head = "Hallin judge clears Norsa and Plexa of manslaughter in 2029 crash"
    body = "On Monday a judge in Hallin found Norsa and Plexa not guilty of manslaughter in the 2029 crash of a tram."
    assert next(event for event in told(head, body) if event.text == "clears").earliest == MONDAY


def test_time_ahead_is_not_that_of_what_a_headline_tells_as_done() -> None:
    found = told("Premier loses confidence vote, calls election for June", "The premier lost a vote on Monday.")
    assert (next(event for event in found if event.text == "loses").latest or 0) <= MONDAY + 3 * DAY
