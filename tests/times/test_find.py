"""What a reader is told: intervals, relations, ranges, stories, the reasons, and what is no time at all."""

import pytest

from dateline.core.model import Conventions, TimeExpression
from dateline.core.moment import Granularity, iso_or_none
from dateline.times import find, find_published
from dateline.times.grammar import grammar

SUNDAY = "2025-03-30"


def _one(text: str, published: str | None = SUNDAY, **options: object) -> TimeExpression:
    [found] = find(text, published, **options)  # type: ignore[arg-type]
    return found


def _interval(each: TimeExpression) -> tuple[str | None, str | None]:
    return iso_or_none(each.begin), iso_or_none(each.until)


@pytest.mark.parametrize(
    ("text", "words", "begin", "until"),
    [
        ("The lease runs from 2010 to 2014.", "from 2010 to 2014", "2010-01-01", "2015-01-01"),
        ("It rained between Monday and Wednesday.", "between Monday and Wednesday", "2025-03-24", "2025-03-27"),
        ("The fair was held from March 3 to 5, 2024.", "from March 3 to 5, 2024", "2024-03-03", "2024-03-06"),
        ("He was mayor 2010–2014.", "2010–2014", "2010-01-01", "2015-01-01"),
    ],
)
def test_a_range_is_one_expression(text: str, words: str, begin: str, until: str) -> None:
    found = _one(text)
    assert (found.text, *_interval(found)) == (words, begin, until)
    assert found.relation == "between"


def test_days_of_a_list_share_their_month_and_year() -> None:
    found = find("They met on April 24 and 25, 2023.", SUNDAY)
    assert [each.value for each in found] == ["2023-04-24", "2023-04-25"]
    found = find("They met on 7, 8 and 9 May.", SUNDAY)
    assert [each.value for each in found] == ["2024-05-07", "2024-05-08", "2024-05-09"]


def test_decades_in_a_row() -> None:
    assert [each.value for each in find("In the 1970s and 80s it was closed.", SUNDAY)] == ["197", "198"]


@pytest.mark.parametrize(
    "text",
    [
        "May said so.",
        "The troops march on.",
        "A second man fell.",
        "One, she thought, was enough.",
        "The Sun sat low.",
        "Prices fall.",
        "He paid $1990 for it.",
        "They counted 1,500 men and 2082.1 points.",
        "A 6-year-old boy was found.",
        "The fall of the city came.",
        "Jan Novák spoke.",
        "Three-quarters of them left.",
        "It costs $500 million a year.",
    ],
)
def test_false_hits_are_dropped(text: str) -> None:
    assert find(text, SUNDAY) == []


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("It has been shut since January.", "since"),
        ("It will be shut until Friday.", "until"),
        ("It must be paid by Friday.", "by"),
        ("He left before Christmas.", "before"),
        ("He left after Christmas.", "after"),
        ("He left around noon.", "around"),
    ],
)
def test_the_word_before_is_the_relation(text: str, relation: str) -> None:
    assert _one(text).relation == relation or _one(text).text.startswith(relation)


def test_a_verb_that_looks_ahead_takes_the_date_to_come() -> None:
    assert _one("The court will rule on Wednesday.").value == "2025-04-02"
    assert _one("The court ruled on Wednesday.").value == "2025-03-26"
    assert _one("The plan is to be published in May.").value == "2025-05"
    assert _one("The plan was published in May.").value == "2024-05"
    assert _one("Wednesday's ruling would surprise everyone who had followed the case so far.").value == "2025-03-26"


def test_a_day_of_the_month_told_before_keeps_that_month_and_no_more() -> None:
    found = find("The mill burned in October 2023. That same day it rained; three days later it snowed.", SUNDAY)
    assert [(each.value, each.resolved) for each in found[1:]] == [("2023-10-XX", False), ("2023-XX-XX", False)]


def test_an_offset_from_an_event_stays_relative() -> None:
    found = _one("He fled two days after the vote.")
    assert (found.text, found.type, found.offset, found.resolved) == ("two days", "DURATION", "+P2D", False)


def test_without_publication_absolute_ones_resolve_and_relative_ones_keep_their_offset() -> None:
    found = {each.text: each for each in find("He left last year, three days ago, on 3 May 2020 and on Friday.", None)}
    assert _interval(found["3 May 2020"]) == ("2020-05-03", "2020-05-04")
    assert (found["last year"].offset, found["last year"].resolved) == ("-P1Y", False)
    assert (found["three days ago"].offset, found["three days ago"].resolved) == ("-P3D", False)
    assert (found["Friday"].value, found["Friday"].resolved) == ("XXXX-WXX-5", False)
    assert "not known" in found["Friday"].why


def test_the_reason_in_plain_english() -> None:
    assert _one("Drones hit the hospital on Saturday night.").why == (
        "Saturday night: the Saturday before publication, Sunday 30 March 2025; nights run from 18:00 to 06:00."
    )


def test_the_readers_conventions() -> None:
    conventions = Conventions(week_start=6, night=(20, 28), day_first=True)
    assert _interval(_one("It was shut last week.", conventions=conventions)) == ("2025-03-23", "2025-03-30")
    assert _interval(_one("It fell last night.", conventions=conventions)) == ("2025-03-29T20:00", "2025-03-30T04:00")
    assert _one("It was held on 3/2/2025.", conventions=conventions).value == "2025-02-03"
    assert _one("It was held on 3/2/2025.").value == "2025-03-02"


def test_numeric_dates_follow_the_article() -> None:
    values = [each.value for each in find("It was held on 25/1/2024 and on 3/2/2024.", SUNDAY)]
    assert values == ["2024-01-25", "2024-02-03"]


def test_granularities() -> None:
    found = find(
        "In 1990, in May 1990, on Friday; last week; the 1980s; the 12th century; 5 p.m. on 3 May 2020.", SUNDAY
    )
    assert [each.granularity for each in found] == [
        Granularity.YEAR, Granularity.MONTH, Granularity.DAY, Granularity.WEEK, Granularity.DECADE, Granularity.CENTURY,
        Granularity.MINUTE,
    ]  # fmt: skip


STORY = """The war began in March 1871. In June the northern army crossed the Harl. On 4 July 1871 it took the port.
The next day the duke fled. In November the river froze, and in February the siege was lifted.

In 1874 a second army was raised. It marched in May. A treaty was signed on 12 October 1875 and kept until 1890.
Two years later the last garrison left.

The port was rebuilt in 1880, in 1884 and in 1891."""


def test_a_story_leans_on_the_date_told_before() -> None:
    found = {each.text: each.value for each in find(STORY, SUNDAY)}
    assert found["June"] == "1871-06"
    assert found["The next day"] == "1871-07-05"
    assert found["November"] == "1871-11"
    assert found["February"] == "1872-02"
    assert found["May"] == "1874-05"
    assert found["Two years later"] == "1877"


def test_bare_numbers_are_years_where_years_before_christ_are_told() -> None:
    text = "It was 499 BC. " + "In 498 BC, in 494 BC, in 492 BC, in 480 BC and in 479 BC they fought. In 490, they won."
    assert find(text, SUNDAY)[-1].value == "BC0490"
    assert find("In 490, they won.", SUNDAY) == []


def test_quarters_compared() -> None:
    text = "Profit in the third quarter of 2024 was 5 million, up from 4 a year earlier. In the quarter, costs fell."
    assert [each.value for each in find(text, SUNDAY)] == ["2024-Q3", "2023-Q3", "2024-Q3"]


@pytest.mark.parametrize(
    ("text", "value", "days"),
    [
        ("Easter 2024 was cold.", "2024-03-31", 1),
        ("Thanksgiving 2023 was calm.", "2023-11-23", 1),
        ("Election Day 2024 was calm.", "2024-11-05", 1),
        ("Ramadan 2024 was calm.", "2024-03-11", 30),
        ("Hanukkah 2023 was calm.", "2023-12-08", 8),
        ("Lunar New Year 2024 was calm.", "2024-02-10", 1),
        ("Yom Kippur 1973 was not.", "1973-10-06", 1),
        ("Passover 2024 was calm.", "2024-04-23", 7),
        ("Rosh Hashanah 2024 was calm.", "2024-10-03", 1),
    ],
)
def test_holidays(text: str, value: str, days: int) -> None:
    found = _one(text)
    assert found.value == value
    assert found.begin is not None
    assert found.until == found.begin + days * 1440


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("KYIV, March 30 (Agency) — Drones hit the city.", "--03-30", "dateline"),
        ("LONDON, Jan. 3, 2024 (Agency) - The bank said so.", "2024-01-03", "dateline"),
        ("By Jane Doe, 30 March 2025\n\nThe text.", "2025-03-30", "byline"),
        ("Published March 30, 2025", "2025-03-30", "byline"),
        ("Title\nUpdated: 3 May 2024, 10:00 am\nThe text.", "2024-05-03", "byline"),
    ],
)
def test_a_dateline_or_byline_is_evidence_of_publication(text: str, value: str, kind: str) -> None:
    [(start, end, found, what)] = find_published(text)
    assert (found, what) == (value, kind)
    assert any(char.isdigit() for char in text[start:end])


def test_a_date_of_the_story_is_no_dateline() -> None:
    assert (
        find_published("The mayor, who took office on 3 May 2020 after a long vote, said on Monday that he left.") == []
    )


def test_a_long_text_is_read_in_pieces() -> None:
    text = "Nothing happened here at all, they say, until 3 May 2020. " * 10_000
    found = find(text, SUNDAY)
    assert len(found) == 10_000
    assert all(text[each.start : each.end] == "3 May 2020" for each in found)


def test_other_languages_are_read_by_dateparser() -> None:
    found = find("Il 3 marzo 2020 il ponte crollò. Nel marzo 2019 era chiuso. Ieri ha riaperto.", SUNDAY, language="it")
    assert [(each.value, each.anchor) for each in found] == [
        ("2020-03-03", "absolute"), ("2019-03", "absolute"), ("2025-03-29", "publication"),
    ]  # fmt: skip
    assert [each.resolved for each in find("Ieri ha riaperto.", None, language="it")] == [False]
    assert find("hello 3 May", SUNDAY, language="zz") == []


@pytest.mark.parametrize("name", sorted(grammar("en").phrases["holiday"]))
def test_every_holiday_is_found_or_has_no_such_day(name: str) -> None:
    for year in (1, 1582, 1924, 2024, 2150, 9999):
        find(f"In {year} they kept {name.title()} {year}.", f"{year:04d}-06-30")
    assert find(f"They kept {name.title()}.", SUNDAY)[0].resolved


@pytest.mark.parametrize(
    ("language", "text", "relation"),
    [
        ("de", "Vor dem 12. Februar war es ruhig.", "before"),
        ("de", "Nach dem 12. Februar kam er.", "after"),
        ("de", "Seit dem 12. Februar ist es ruhig.", "since"),
        ("de", "Bis zum 12. Februar gilt das.", "until"),
        ("de", "Am 12. Februar kam er.", "on"),
        ("fr", "Il est parti avant le 12 février.", "before"),
        ("fr", "Depuis le 12 février, il pleut.", "since"),
        ("fr", "Jusqu'au 12 février, il a plu.", "until"),
        ("fr", "Le 12 février, il est parti.", ""),
        ("es", "Llegó antes del 12 de febrero.", "before"),
        ("es", "Después del 12 de febrero llovió.", "after"),
        ("es", "Desde el 12 de febrero llueve.", "since"),
        ("es", "A más tardar el 12 de febrero deberá pagar.", "by"),
        ("fr", "Au plus tard le 12 février, il devra payer.", "by"),
        ("de", "Spätestens am 12. Februar muss er zahlen.", "by"),
        ("en", "It must be paid not later than February 12.", "by"),
    ],
)
def test_an_article_does_not_hide_the_word_that_ties_the_time(language: str, text: str, relation: str) -> None:
    assert _one(text, language=language).relation == relation


@pytest.mark.parametrize(
    "text",
    [
        "The alarm rang at 10:50 p.m. and again at 11:35 p.m. on Friday.",
        "The alarm rang at 10:50 p.m., 11 p.m. and 11:35 p.m. on Friday.",
        "The alarm rang on Friday at 10:50 p.m. and at 11:35 p.m.",
    ],
)
def test_clock_times_in_a_row_share_their_day(text: str) -> None:
    assert {(iso_or_none(each.begin) or "")[:10] for each in find(text, SUNDAY)} == {"2025-03-28"}


def test_what_was_asked_to_be_done_is_not_to_come() -> None:
    asked = _one("He had asked for the gates to be opened on 22 February.")
    assert _interval(asked) == ("2025-02-22", "2025-02-23")
    expected = _one("The plant is expected to be opened on 22 February.")
    assert _interval(expected) == ("2026-02-22", "2026-02-23")


def test_what_lies_ten_thousand_years_away_has_no_place() -> None:
    for text in ("It fell 99999999999 days ago.", "It will end in 90000 years."):
        for found in find(text, "2025-03-30"):
            assert (found.begin, found.until) == (None, None)


def test_what_was_published_before_christ_is_read_like_the_rest() -> None:
    (year,) = find("Brutus fled this year.", "-0043-03-15")
    assert iso_or_none(year.begin) == "-0043-01-01"
