"""What a word without a time of its own goes on with: the lead, the last report, the same happening told before."""

from collections.abc import Callable

from dateline.core.model import Event
from dateline.core.moment import iso_or_none

One = Callable[..., Event]
Tell = Callable[..., list[Event]]


def when(event: Event) -> tuple[str | None, str | None]:
    return iso_or_none(event.earliest), iso_or_none(event.latest)


def test_lead_without_a_time_takes_the_first_day_of_the_news(one: One) -> None:
    text = "A fire destroyed the old mill in Norsted.\n\nFlames were seen from the harbour on Tuesday."
    assert when(one("destroyed", text)) == ("2031-05-13", "2031-05-14")


def test_lead_keeps_to_publication_where_no_day_of_the_news_follows(one: One) -> None:
    text = "A fire destroyed the old mill in Norsted.\n\nThe mill was built in 1871."
    assert one("destroyed", text).expression is None


def test_perfect_goes_on_with_the_last_main_day(one: One) -> None:
    text = "Police arrested Oskar Venn on Tuesday.\n\nHis brother has left the country."
    assert one("left", text).words == "Tuesday"


def test_report_takes_the_latest_day_of_the_news_not_the_last_named(one: One) -> None:
    text = "Oskar Venn resigned on Tuesday.\n\nHe had left Hallin on Monday.\n\nThe mayor said he would be missed."
    assert when(one("said", text)) == ("2031-05-13", "2031-05-14")


def test_definite_noun_takes_the_day_of_the_same_told_in_other_words(one: One) -> None:
    text = "A bomb exploded at the harbour on 3 May.\n\nPolice closed the port on Tuesday.\n\nThe attack hurt nobody."
    assert one("attack", text).words == "3 May"


def test_past_is_not_carried_to_what_only_might_come(tell: Tell) -> None:
    text = "Talks may resume in late 2031. The meeting in Hallin did not lead to anything new."
    for event in tell(text, None):
        if event.text == "lead":
            assert event.expression is None


def test_sentence_that_opens_with_he_goes_on_across_paragraphs(one: One) -> None:
    text = (
        "Police closed the port on Monday.\n\nOskar Venn founded the mill in 1998.\n\nHe sold the house by the river."
    )
    assert one("sold", text).words == "1998"


def test_a_noun_with_its_own_day_keeps_it_under_before(one: One) -> None:
    event = one("talks", "The minister will leave before Friday’s talks in Hallin.")
    assert when(event) == ("2031-05-16", "2031-05-17")


def test_past_takes_no_time_of_what_might_come_in_the_same_sentence(one: One) -> None:
    text = "The meeting did not bring peace, Oskar Venn said, adding that a deal might come in late 2031."
    assert one("bring", text, None).expression is None
    assert one("said", text, None).expression is None
