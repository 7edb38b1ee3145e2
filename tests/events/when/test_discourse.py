"""What a word without a time of its own goes on with: the lead, the last report, the same happening told before."""

from collections.abc import Callable

import pytest

from dateline.core.model import Certainty, Event
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


def test_perfect_is_news_in_the_lead_and_else_only_known_to_be_over_by_publication(one: One) -> None:
    lead = "Police arrested Oskar Venn on Tuesday. His brother has left the country."
    assert when(one("left", lead)) == ("2031-05-13", "2031-05-15")
    later = "Police arrested Oskar Venn on Tuesday. He said nothing.\n\nHis brother has left the country."
    assert when(one("left", later)) == (None, "2031-05-15")


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


def test_source_speaks_on_the_day_on_which_it_last_spoke(one: One) -> None:
    text = (
        "Oskar Venn resigned on Sunday.\n\nKarin Holt said on Monday that he would be missed.\n\n"
        "The harbour closed on Tuesday.\n\nHolt told reporters: “He built this town.”"
    )
    assert one("told", text).words == "Monday"


def test_what_is_told_of_a_speaker_does_not_date_the_speech(one: One) -> None:
    text = "The mill closed on Tuesday.\n\n“We were betrayed,” said Oskar Venn, who left Hallin in 1962."
    assert one("said", text).words == "Tuesday"


def test_time_in_a_quotation_does_not_date_the_speech(one: One) -> None:
    text = "The mill closed on Tuesday.\n\n“It was the worst blow of the past century,” Oskar Venn said."
    assert one("said", text).words == "Tuesday"


def test_noun_comes_back_to_the_day_of_its_first_telling(tell: Tell) -> None:
    text = (
        "Guards foiled a raid on the harbour on 3 May.\n\nPolice closed the port on Tuesday.\n\nThe raid hurt nobody."
    )
    assert [event.words for event in tell(text) if event.text == "raid"] == ["3 May", "3 May"]


def test_amount_compared_with_does_not_carry_its_time_on(one: One) -> None:
    text = "Net rose to $9 million in April from $8 million a year earlier. Sales fell to $3 million from $4 million."
    assert one("fell", text).words == "April"


def test_a_report_takes_no_time_from_what_it_says(one: One) -> None:
    lead = "The Osterby works announced it has lost six million crowns in the first quarter of 2031."
    assert when(one("announced", lead)) == ("2031-05-13", "2031-05-15")


def test_what_is_told_of_a_whole_year_is_not_put_on_the_day_of_the_news(one: One) -> None:
    text = "The Osterby works told shareholders on Tuesday of its losses.\n\nSales for the year fell by a tenth."
    assert when(one("fell", text)) != ("2031-05-13", "2031-05-14")


def test_the_perfect_does_not_hang_on_a_time_to_come(one: One) -> None:
    lead = "The Osterby works has announced 900 job cuts over the next four years."
    assert when(one("announced", lead)) == ("2031-05-13", "2031-05-15")


def test_bare_clock_in_the_story_of_another_day_lies_on_that_day(one: One) -> None:
    text = "A fire destroyed the old mill in Norsted on 3 May. Flames broke out around 4:30 a.m. in the attic."
    assert when(one("broke", text)) == ("2031-05-03T04:30", "2031-05-03T04:31")


def test_bare_clock_in_the_news_of_the_day_keeps_its_hour(one: One) -> None:
    assert one("burst", "A dam burst in Norsted at 4:30 a.m. today.").granularity.value == "minute"


@pytest.mark.parametrize(
    ("first", "again", "word"),
    [
        ("A clerk filed a lawsuit against Plexa on 3 May.", "The suit was filed after months of talks.", "filed"),
        ("Two men were arrested at the port on 3 May.", "Guards arrested the suspects at a gate.", "arrested"),
        (
            "The council closed the iron bridge on 3 May.",
            "Engineers had checked it before the bridge was closed.",
            "closed",
        ),
    ],
)
def test_verb_that_tells_the_same_again_takes_its_day(tell: Tell, first: str, again: str, word: str) -> None:
    text = f"{first}\n\nPlexa said on Monday that it was surprised.\n\n{again}"
    assert when([event for event in tell(text) if event.text == word][-1]) == ("2031-05-03", "2031-05-04")


def test_verb_of_something_new_does_not(tell: Tell) -> None:
    text = "Two men were arrested at the port on 3 May.\n\nPlexa spoke on Monday.\n\nGuards arrested a boy at a gate."
    assert when(tell(text)[-1]) == ("2031-05-12", "2031-05-13")


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        # A speaker's "today" is no day of the news.
        ("Rovers won on Monday.\n\n“We were good today,” said Pim Aro.\n\nTown beat Vask later.", "beat", 12),
        # "Earlier in the day" is the day spoken of.
        ("Rovers won on Monday.\n\nEarlier in the day, Town beat Vask.", "beat", 12),
        # What is said in passing of somebody's earlier win is not the day of what follows.
        ("Rovers took the cup on Monday.\n\nThose left out include Aro, the winner of a race on Sunday.\n\n"
         "Town beat Vask in the other match.", "beat", 12),
    ],
)  # fmt: skip
def test_past_goes_on_from_the_day_of_the_news(one: One, text: str, word: str, day: int) -> None:
    assert when(one(word, text)) == (f"2031-05-{day}", f"2031-05-{day + 1}")


def test_old_time_inside_a_clause_is_not_carried(one: One) -> None:
    text = "The flood is the worst since the river was measured for the first time 40 years ago. A bridge fell."
    assert when(one("fell", text))[1] == "2031-05-15"


def test_what_was_counted_is_carried_on(one: One) -> None:
    text = "The letter came a week after police announced the arrests of two clerks. The two were charged with theft."
    assert when(one("charged", text)) == ("2031-05-05", "2031-05-12")


def test_what_was_counted_is_carried_into_a_shorter_sentence(tell: Tell) -> None:
    text = (
        "Energy minister Greta Lindh resigned in Hallin on Monday, hours after the evening paper Post reported that "
        "the firm of her old friend and partner had been paid. The letter came a week after police in the town of "
        "Orr had once more announced the arrests of two clerks. He was charged. She fled."
    )
    assert tell(text)[-1].text == "fled"


def test_what_is_told_as_present_holds_when_it_is_published(one: One) -> None:
    text = "Plexa showed a telephone on Monday.\n\nThe telephone has two cameras.\n\nIt comes in red."
    assert when(one("has", text)) == ("2031-05-14", "2031-05-15")
    assert when(one("comes", text)) == ("2031-05-14", "2031-05-15")


def test_who_is_quoted_far_on_spoke_for_the_article(one: One) -> None:
    text = "A mill burned.\n\n" + "The river is wide. " * 9 + "\n\nThe owner denied a fault."
    assert when(one("denied", text)) == ("2031-05-13", "2031-05-15")


def test_now_dates_nothing_past(one: One) -> None:
    assert one("showed", "Plexa showed a telephone, on sale now.").carried == "inferred"


@pytest.mark.parametrize(
    ("text", "word", "days"),
    [
        ("The board did not search the depot until October.", "search", ("2030-10-01", "2030-11-01")),
        ("The board did not search the depot until April.", "search", ("2031-04-01", "2031-05-01")),
        (
            "Shares fell on Tuesday. The index rose from Friday's close. Copper climbed 2 percent.",
            "climbed",
            ("2031-05-13", "2031-05-14"),
        ),
    ],
)
def test_what_is_compared_with_opens_no_scene_and_what_was_not_done_until_a_month_is_past(
    one: One, text: str, word: str, days: tuple[str, str]
) -> None:
    assert when(one(word, text)) == days


def test_close_of_the_day_is_what_came_of_it(one: One) -> None:
    assert one("close", "Shares fell 3 percent on Tuesday to close at 90.").certainty is Certainty.REPORTED


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("gave", "Aro met Brandt in June 2014.\n\nAro paid him in June 2014. Brandt, who left in 2021, gave evidence."),
        ("fell", "Joan Feld, who took over in January, cut jobs. Shares fell by 6 per cent."),
    ],
)
def test_story_does_not_go_on_with_the_time_of_an_aside(one: One, word: str, text: str) -> None:
    assert one(word, text).carried == "inferred"


def test_what_had_been_before_gives_the_news_no_day(one: One) -> None:
    text = "A slope gave way in Irma.\n\nThe council had issued a warning on Tuesday.\n\nThe mayor cancelled a visit."
    assert when(one("cancelled", text)) == ("2031-05-13", "2031-05-15")


def test_what_is_said_again_and_again_is_no_news_of_the_day(one: One) -> None:
    text = "The surgeon came to court on Tuesday. He was calm.\n\nProsecutors say he gave her the drug."
    assert one("gave", text).earliest is None


def test_infinitive_of_what_came_about_lies_back(one: One) -> None:
    assert when(one("burn", "The mill in Norsted began to burn."))[1] == "2031-05-15"


def test_time_of_day_told_elsewhere_gives_its_day_alone(one: One) -> None:
    text = "The pair set out on Tuesday evening. They carried tents."
    assert when(one("carried", text)) == ("2031-05-13", "2031-05-14")


def test_night_told_elsewhere_stays_a_night(one: One) -> None:
    text = "Shells hit a school on Tuesday night. Elsewhere in the town, two nurses were killed."
    assert when(one("killed", text)) == ("2031-05-13T18:00", "2031-05-14T06:00")


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("close", "Alder said on Tuesday it would cut 900 jobs and close 60 shops by the end of next year."),
        ("begun", "Work was to have begun in 2029."),
    ],
)
def test_what_was_meant_is_planned(one: One, word: str, text: str) -> None:
    assert one(word, text).certainty is Certainty.PLANNED


def test_saying_goes_on_with_the_main_clause_not_with_an_aside(one: One) -> None:
    text = "Judge Aron, who was criticised on Tuesday, dismissed the suit on Monday. She said that it had no merit."
    assert when(one("said", text)) == ("2031-05-12", "2031-05-13")


def test_day_of_what_somebody_describes_is_not_that_of_describing_it(one: One) -> None:
    text = (
        "At 10:00 on May 12, Oskar Venn set out a plan. Venn described the events of today as a turn. He said no more."
    )
    assert when(one("described", text)) == ("2031-05-12", "2031-05-13")
    assert when(one("said", text)) == ("2031-05-12", "2031-05-13")


def test_time_that_says_which_is_not_gone_on_with(one: One) -> None:
    text = "Yesterday, at this year's Hallin fair, Lene Holm showed a tram. The announcement was no surprise."
    assert when(one("announcement", text)) == ("2031-05-13", "2031-05-14")


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("losing", "Shares of Brenn Motors fell sharply, losing a third of their value."),
        ("climbing", "The river kept climbing through the session."),
        ("rejected", "The council met, although its mayor rejected the plan."),
        ("signed", "Nordal has agreed to buy the mill, while Brenn has signed a deal for two ferries."),
    ],
)
def test_what_goes_along_with_the_news_is_of_its_days(one: One, word: str, text: str) -> None:
    assert when(one(word, text)) == ("2031-05-13", "2031-05-15")


def test_lead_takes_no_day_that_is_only_spoken_of_further_on(one: One) -> None:
    text = "The bread index rose at a bound.\n\nIt had a gain as well to end the day."
    assert when(one("rose", text)) == ("2031-05-13", "2031-05-15")


def test_past_goes_on_with_the_day_before_a_colon(one: One) -> None:
    text = (
        "The index fell on Monday.\n\nTwo others fell Tuesday: the bread index lost 9 points.\n\nThe oil index lost 1."
    )
    assert [when(event)[0] for event in [one("lost", text)]] == ["2031-05-13"]


@pytest.mark.parametrize(
    ("word", "text"),
    [("talk", "The mayor moved on to talk about the harbour."), ("win", "The club managed to win the cup.")],
)
def test_what_completes_the_news_is_of_its_days(one: One, word: str, text: str) -> None:
    assert when(one(word, text)) == ("2031-05-13", "2031-05-15")


def test_figures_go_on_with_the_whole_quarter(one: One) -> None:
    text = "Profit climbed to 9 million in the three months to the end of March. Orders grew 6%."
    assert when(one("grew", text)) == ("2031-01-01", "2031-04-01")


def test_what_a_firm_had_is_not_gone_on_with(one: One) -> None:
    text = "The company had sales of 588 million last year. The union cautiously welcomed the pledge."
    assert one("welcomed", text).expression is None


def test_bare_clock_lies_on_the_only_day_of_the_news(one: One) -> None:
    text = (
        "Police are looking for two men who robbed a shop on Monday afternoon.\n\nNobody was hurt in it.\n\nThe shop "
        "is old.\n\nThe men came in at about 3:15 p.m. and asked for rings."
    )
    assert when(one("came", text))[0] == "2031-05-12T15:15"
