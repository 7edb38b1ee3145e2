"""Which time in a sentence dates what it tells, and which is only the time of something inside."""

from collections.abc import Callable

import pytest

from dateline.core.model import Event
from dateline.core.moment import iso_or_none

One = Callable[..., Event]
Tell = Callable[..., list[Event]]


def when(event: Event) -> tuple[str | None, str | None]:
    return iso_or_none(event.earliest), iso_or_none(event.latest)


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("dropped", "Police have dropped an inquiry into a theft claim made against the mayor in 2019."),
        ("rose", "The bakery said that its sales rose to 8,000 from 6,000 a year ago."),
        ("reported", "Plexa reported a loss in the fourth quarter of 2030."),
        ("announced", "Plexa has announced 900 job cuts over the next four years."),
        ("issued", "Warnings were issued in a valley that burned in 2019."),
        ("filled", "Plexa has filled nine posts since it was founded in March 2021."),
    ],
)
def test_time_of_what_stands_inside_does_not_date_the_verb(one: One, word: str, text: str) -> None:
    assert one(word, text).carried == "inferred"


@pytest.mark.parametrize(
    ("word", "text", "time"),
    [
        ("killed", "He spoke of the 2019 fire that killed six people.", "2019"),
        ("said", "The mayor said Thursday, May 15, that he would resign.", "Thursday, May 15"),
        ("sold", "The bakery said it sold 8,000 cakes last year.", "last year"),
        ("loss", "Plexa made 90 million, compared with a loss of 8 million last year.", "last year"),
    ],
)
def test_time_of_its_own_does(one: One, word: str, text: str, time: str) -> None:
    assert one(word, text).words == time


def test_other_event_is_not_counted_back_from_a_time_inside_itself(one: One) -> None:
    text = "Some 400 soldiers remain in Norland, 12 years after Sudria invaded it in the wake of the May 3, 2019 raids."
    assert when(one("invaded", text)) == ("2019-05-03", "2019-05-04")


@pytest.mark.parametrize("text", ["The hall is full of people who have slept in the hall since", "She was elected as"])
def test_text_that_is_cut_off_is_told_as_far_as_it_goes(tell: Tell, text: str) -> None:
    assert all(event.title for event in tell(text))


def test_year_of_an_amount_compared_with_dates_nothing_in_its_sentence(tell: Tell) -> None:
    found = tell("The bakery said that its sales rose to 8,000 from 6,000 a year ago.")
    assert "a year ago" not in {event.words for event in found}


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("increased", "Interest in the village has increased since the painter's death in 2009."),
        ("lost", "The region has lost a third of its farms since the flood of 2009."),
        ("told", "The widow told a reporter that, after long talks, including a trial last year, she was tired."),
        ("built", "The ferry was built in Norland and failed an inspection in 2029."),
        ("painted", "The hall was painted by a pupil of Aro and burned in 1931."),
    ],
)
def test_time_of_another_noun_or_verb_is_not_its_own(one: One, word: str, text: str) -> None:
    assert one(word, text).carried != "own"


@pytest.mark.parametrize(
    "text",
    [
        "Police did not search the mill until 3 May.",
        "The bridge didn't open until 3 May.",
        "Nobody claimed the prize until 3 May.",
    ],
)
def test_what_was_not_done_until_a_day_was_done_then(tell: Tell, text: str) -> None:
    first = tell(text)[0]
    assert when(first) == ("2031-05-03", "2031-05-04")
    assert first.title.endswith("until 3 May")


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("signed", "The pact has held since 3 May, when the two towns signed it."),
        ("destroyed", "Nobody has lived on the island since 3 May, when a flood destroyed the harbour."),
        ("bought", "The mill was closed until 3 May, when a new owner bought it."),
        ("failed", "The firm had grown until 3 May, when its bank failed."),
        ("opened", "No ferry had sailed before 3 May, when the port opened."),
    ],
)
def test_when_tells_what_was_at_the_time_itself(one: One, word: str, text: str) -> None:
    assert when(one(word, text)) == ("2031-05-03", "2031-05-04")


def test_what_will_now_be_has_the_day_that_is_named(one: One) -> None:
    assert when(one("held", "The fair will now be held on 3 June.")) == ("2031-06-03", "2031-06-04")
    assert when(one("held", "The fair will now be held by the council."))[1] is None


def test_what_is_said_of_a_subject_in_passing_was_at_another_time(one: One, tell: Tell) -> None:
    assert [event.text for event in tell("The rig, built in Norland, sank on Monday.")] == ["sank"]
    assert one("killing", "A bomb killing six went off on Monday.").carried in ("own", "sentence")


@pytest.mark.parametrize(
    ("word", "text", "day"),
    [
        (
            "entered",
            "Two men robbed a bank on Monday. They entered at around 7:15 p.m. with a saw.",
            "2031-05-12T19:15",
        ),
        ("closed", "The dam broke on Tuesday. The sluice closed at 9:30 a.m. and held.", "2031-05-13T09:30"),
        ("warned", "The dam broke on Monday. The mayor was warned earlier that day.", "2031-05-12"),
        ("left", "The fire of May 2030 killed six. The guard left at around 9 p.m. as usual.", None),
    ],
)
def test_time_of_the_clock_lies_on_the_day_of_the_story(one: One, word: str, text: str, day: str | None) -> None:
    event = one(word, text)
    assert (iso_or_none(event.earliest) or "").startswith(day or "2030-05-01")


def test_day_on_which_somebody_spoke_is_not_that_of_what_follows(one: One) -> None:
    text = (
        "A fire destroyed a mill on Monday. The owner told police on Tuesday that he left a stove on.\n\n"
        "Hundreds of people were evacuated."
    )
    assert one("evacuated", text).words == "Monday"


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("called", "A meeting of shareholders has been called for May 28."),
        ("invited", "The minister invited both sides to new talks in Tessa on May 28."),
        ("moved", "The club moved the final to June 3."),
    ],
)
def test_what_was_done_hangs_on_no_day_to_come(one: One, word: str, text: str) -> None:
    assert one(word, text).carried == "inferred"


@pytest.mark.parametrize(
    ("word", "text", "days"),
    [
        (
            "opened",
            "The thefts began in March 2019. Over the next four years she opened 61 accounts.",
            ("2019-03-01", "2023-03-01"),
        ),
        ("open", "The thefts began in 2019. Over the next two years it will open 61 shops.", ("2031-05-15", None)),
    ],
)
def test_length_of_time_that_is_told_of_the_past_counts_from_the_story(
    one: One, word: str, text: str, days: tuple[str, str | None]
) -> None:
    found = when(one(word, text))
    assert found == days or (days[1] is None and found[0] == days[0])


def test_years_in_a_list_open_no_scene(one: One) -> None:
    text = "Marlow won on Monday. Eastfield won the cup in 2027 and 2029. Their owner left before the end."
    assert one("left", text).words == "Monday"


def test_season_in_the_name_of_a_feast_dates_nothing_else(one: One) -> None:
    assert one("broke", "A ceasefire broke before the spring festival on Monday.").words == "Monday"


@pytest.mark.parametrize(
    ("word", "text", "time"),
    [
        ("testify", "Two nurses refused to testify about the 2005 trial of the surgeon.", "2005"),
        ("praised", "The jury praised an experiment in 1988 in which gas was cooled.", "1988"),
        ("fell", "The index fell two points, marking the second-biggest loss of 2027.", "2027"),
        ("finished", "The index finished at 7,223, an increase of 54 points from 12 March 2031.", "12 March 2031"),
        ("born", "Ane Moe was born in Norsted and has worked in Aro since 1991.", "1991"),
        ("stored", "He came on Tuesday. Some 75 hours of film can be stored on it.", "75 hours"),
    ],
)
def test_verb_keeps_from_the_time_of_what_it_comes_back_to(one: One, word: str, text: str, time: str) -> None:
    assert one(word, text).words != time


def test_age_of_the_dead_is_no_happening_and_has_no_part_in_its_date(one: One, tell: Tell) -> None:
    text = "The inquiry followed Orla Penn's death aged 50 in June 2029."
    assert "aged" not in {event.text for event in tell(text)}
    assert when(one("death", text)) == ("2029-06-01", "2029-07-01")


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("resign", "The minister would resign after an inquiry found in March that he had lied."),
        ("play", "The club will play its first match since it was relegated in April."),
        ("fined", "The trust could be fined over the deaths of three babies in 2021."),
        ("told", "Passengers were told not to travel on Wednesday."),
    ],
)
def test_what_is_to_come_takes_no_time_that_is_over_nor_an_order_that_of_what_is_ordered(
    one: One, word: str, text: str
) -> None:
    assert one(word, text).carried == "inferred"


def test_what_may_have_been_takes_a_time_that_is_over(one: One) -> None:
    assert one("left", "The driver may have left the town in 2021.").words == "2021"


def test_what_is_not_expected_before_a_day_comes_from_then_on(one: One) -> None:
    event = one("return", "Trains are not expected to return before Friday.")
    assert when(event) == ("2031-05-16", None)


def test_two_years_joined_by_and_are_both_meant(one: One) -> None:
    assert when(one("led", "Failings led to three deaths in 2018 and 2019.")) == ("2018-01-01", "2020-01-01")


def test_a_year_earlier_counts_from_the_year_told_of(one: One) -> None:
    text = "Jan Lund, who stepped down in 2022, sold his shares a year earlier."
    assert when(one("sold", text)) == ("2021-01-01", "2022-01-01")


@pytest.mark.parametrize(
    ("word", "text", "time"),
    [
        ("killed", "Ten people were killed in a raid not far from the same spot on Saturday.", "Saturday"),
        ("pay", "The firm expects to pay $4 billion in 2029 production taxes.", "publication"),
    ],
)
def test_time_at_the_end_is_the_verbs_and_a_year_before_a_noun_is_not(
    one: One, word: str, text: str, time: str
) -> None:
    assert one(word, text).words == time


def test_what_an_object_is_about_was_before(one: One) -> None:
    text = "The firm last week produced a study of the blast which killed 11 workers."
    assert one("killed", text).words != "last week"


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("seeking", "Plexa Motors is seeking to cut 900 jobs by 2034."),
        ("intends", "Plexa intends to open a plant in November 2032."),
        ("expects", "Lene Holm expects that rents will rise next year."),
        ("has", "The firm has options on six ships to exercise by 2036."),
    ],
)
def test_time_of_what_is_meant_is_not_that_of_meaning_it(one: One, word: str, text: str) -> None:
    assert when(one(word, text)) == ("2031-05-14", "2031-05-15")


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("shelled", "Although the pact was signed on May 2, the army shelled the town."),
        ("raised", "Though voters rejected the levy in 2029, the council raised rents."),
        ("face", "While we still face great challenges, 2030 was a good year for the firm."),
        ("sells", "The suit says that Brenn broke the 2016 pact with a shop, which sells maps."),
    ],
)
def test_time_of_a_clause_set_against_another_does_not_date_that_one(tell: Tell, word: str, text: str) -> None:
    assert all(event.expression is None for event in tell(text) if event.text == word)


def test_noun_takes_the_time_of_its_own_participle_in_a_clause_that_holds_today(one: One) -> None:
    text = "Orla's latest suit, filed in September 2028, claims that Brenn violated the 2016 agreement with its store."
    assert when(one("suit", text)) == ("2028-09-01", "2028-10-01")


def test_past_told_of_a_year_that_is_the_subject_lies_in_it(one: One) -> None:
    assert when(one("ruined", "2029 brought floods that ruined the crops.")) == ("2029-01-01", "2030-01-01")


def test_level_of_another_day_does_not_date_what_is_measured_by_it(one: One) -> None:
    assert one("fell", "The index fell below its November 20, 2030 low.").carried == "inferred"


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("went", "The debate about the 2029 levy went on."),
        ("row", "The row over the April 20 blast is spreading to Hallin."),
        ("opened", "The tram opened two weeks later than promised."),
        ("advised", "Lund counselled firms, advised towns about suits and has recently turned to writing."),
    ],
)
def test_time_of_another_thing_dates_nothing_beside_it(tell: Tell, word: str, text: str) -> None:
    assert all(event.expression is None for event in tell(text) if event.text == word)


@pytest.mark.parametrize(
    ("word", "text", "first"),
    [
        ("sold", "Brenn has sold nine million books since his death last June.", "2030-06-01"),
        ("lost", "Orla has lost votes since the election in 2029.", "2029-01-01"),
    ],
)
def test_since_an_event_is_since_its_time(one: One, word: str, text: str, first: str) -> None:
    event = one(word, text)
    assert (event.relation, when(event)) == ("since", (first, "2031-05-15"))


def test_since_of_a_main_clause_is_not_that_of_a_relative_clause(tell: Tell) -> None:
    text = "The fleet has shelled Sudria since late March to drive out Bo Lund, who tries to put down a revolt."
    assert all(event.relation != "since" for event in tell(text) if event.text in ("tries", "put"))


def test_quarter_of_results_dates_no_delay_of_them(tell: Tell) -> None:
    text = "Plexa has been forced to delay publication of its third quarter results because of a fire."
    assert all(event.expression is None for event in tell(text) if event.text == "forced")


def test_since_an_event_reaches_no_clause_beside_its_verb(tell: Tell) -> None:
    text = "The value of his tools has risen since his death in 2029 because a museum bought the bench that he built."
    assert all(event.relation != "since" for event in tell(text) if event.text in ("bought", "built"))


@pytest.mark.parametrize(
    ("word", "text", "begin"),
    [
        ("scheduled", "The 2032 Harbour Games are scheduled to be held in Varna on July 27.", "2032-07-27"),
        ("retrieved", "On April 3, 2011, divers found the wreck; they retrieved the engine in May.", "2011-05-01"),
        ("sold", "She closed four plants, sold the belt works in 2021 and moved the group to Varna.", "2021-01-01"),
    ],
)
def test_of_two_times_the_one_by_the_verb_dates_it(one: One, word: str, text: str, begin: str) -> None:
    assert when(one(word, text))[0] == begin


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("overcame", "The two-time champion, a winner here in 2012, overcame an awkward opponent 6-2 6-3."),
        ("closed", "She closed four plants, sold the belt works in 2021 and moved the group to Varna."),
        ("moved", "She closed four plants, sold the belt works in 2021 and moved the group to Varna."),
        ("phoned", "For two decades Carol Brand phoned the police every year on the same day."),
        ("wounded", "The army raided Gorna in October 2029. It has killed 52 people and wounded about 118 others."),
    ],
)
def test_time_of_something_else_leaves_a_verb_without_one(one: One, word: str, text: str) -> None:
    assert one(word, text).expression is None


@pytest.mark.parametrize(
    ("word", "text", "begin"),
    [
        ("killed", "That is the highest since May 1999, when the storm known as Anna killed 20 people.", "1999-05-01"),
        ("died", "It was the deadliest dam failure there since 1964, when 112 people died at Hval.", "1964-01-01"),
        ("took", "Norsted paid them to stop, and between 2008 and 2013 some owners in Arra took money.", "2008-01-01"),
    ],
)
def test_when_behind_a_year_says_what_was_then(one: One, word: str, text: str, begin: str) -> None:
    assert when(one(word, text))[0] == begin


def test_time_of_another_in_a_joined_clause_is_not_taken(one: One) -> None:
    text = "Norsted paid them to stop, and between 2008 and 2013 some owners in Arra took money."
    assert one("paid", text).expression is None


def test_agreement_before_a_meeting_to_come_lies_before_its_day(one: One) -> None:
    text = "Holt said a deal would be reached before the annual general meeting on June 8."
    assert when(one("reached", text)) == ("2031-05-14", "2031-06-08")


def test_amount_from_a_year_earlier_is_not_of_that_year(one: One) -> None:
    assert one("rose", "Revenue rose 22 percent from a year earlier, to $118 million.").words != "a year earlier"
