"""For each meaning, container, preposition, tense and weekday of publication, value and interval tell the same time."""

import re
from itertools import product

import pytest

from dateline.core.moment import DAY, HOUR, Moment, add_months, from_iso_week, iso_or_none, moment
from dateline.times import find

WEEK = [f"2025-06-{day}" for day in range(16, 23)]
PREPOSITIONS = ("", "on ", "in ", "since ", "until ", "by ", "before ", "after ", "around ", "from ")
CLAUSES = ("It closed {}.", "It will close {}.", "It closes {}.", "It has been closed {}.")
TIMES = {
    "en": (
        "Friday", "last Friday", "next Friday", "Friday afternoon", "3 May", "May 3, 2024", "May", "next May",
        "2024", "the 1990s", "the 12th century", "yesterday", "tomorrow", "tonight", "last night",
        "this morning", "last week", "next month", "this year", "last quarter", "the third quarter",
        "the second half of 2023", "the end of May", "early 2024", "mid-July", "the weekend", "last weekend",
        "three days ago", "two years ago", "half a century ago", "the first Monday in July", "Easter",
        "9 a.m. on Monday", "the first week of May", "the final quarter of 2021",
        "the first six months of last year", "the week of 7 July", "Monday of next week", "summer",
        "the spring of 2020", "44 BC", "noon on Friday", "the day before yesterday",
    ),
    "de": (
        "Freitag", "letzten Freitag", "3. Mai", "Mai 2024", "2024", "gestern", "morgen", "letzte Woche",
        "nächsten Monat", "Freitagabend", "drittes Quartal 2023", "vor drei Tagen", "ersten Montag im Juli",
        "Ostern", "80er-Jahre", "Vorjahr",
    ),
    "fr": (
        "vendredi", "vendredi dernier", "le 3 mai", "mai 2024", "2024", "hier", "demain", "la semaine dernière",
        "le mois prochain", "vendredi soir", "troisième trimestre 2023", "il y a trois jours",
        "le premier lundi de juillet", "Pâques", "XIXe siècle",
    ),
    "es": (
        "el viernes", "el viernes pasado", "el 3 de mayo", "mayo de 2024", "2024", "ayer", "mañana",
        "la semana pasada", "el próximo mes", "el viernes por la tarde", "el tercer trimestre de 2023",
        "hace tres días", "el siglo XIX",
    ),
}  # fmt: skip
YEARS = ("2023", "last year", "this year", "next year", "the year")
MONTHS = (
    "May", "May 2024", "May in 2024", "May last year", "last May", "next May", "next month", "last month", "this month",
    "the month", "March of last year",
)  # fmt: skip
EDGES = (
    "early", "late", "the beginning of", "the start of", "the middle of", "the end of", "the first half of",
    "the second half of", "the latter half of",
)  # fmt: skip
OF_YEARS = (
    "the first week of", "the last week of", "the first month of", "the final quarter of", "the third quarter of",
    "the first six months of", "the last three months of", "the first two weeks of", "the opening weekend of",
    "the last day of", "the summer of", "spring of", "the first Monday of", "the last Friday in", "the first day of",
)  # fmt: skip
OF_MONTHS = (
    "the first week of", "the second week of", "the last week of", "the first ten days of", "the last weekend of",
    "the first day of", "the last day of", "the third Monday of", "the last Friday in", "the first Sunday in",
    "the opening days of", "the last three days of",
)  # fmt: skip
DAYS = (
    "Friday", "last Friday", "next Friday", "yesterday", "tomorrow", "May 3", "3 May 2024", "the 14th of May",
    "Christmas Eve", "April 2nd", "Tuesday of last week", "Monday, May 5",
)  # fmt: skip
HOURS = (
    "{} morning", "{} night", "{} at 9 a.m.", "{} at noon", "{} at midnight", "{} at 21:30", "{} at half past six",
    "{} at 7 o'clock", "9 a.m. on {}", "9:30 p.m. {}", "noon on {}", "21:30 on {}", "half past six on {}",
    "the morning of {}", "the night of {}", "the early hours of {}", "{}, at 6.15 p.m.", "10 p.m. local time on {}",
    "{} afternoon at 3 p.m.",
)  # fmt: skip
ENDS = (
    "Monday", "last Monday", "yesterday", "May 3", "3 May 2024", "May", "May 2024", "2019", "last year",
    "the end of April", "early May", "noon on Friday", "the 14th of May", "Christmas", "today", "now", "this week",
)  # fmt: skip
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def _span(value: str) -> tuple[Moment, Moment] | None:
    """The interval that a TIMEX3 value names; None for what has no one place."""
    sign = 1
    if value.startswith("BC"):
        sign, value = -1, value[2:]
    if match := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)(T.*)?", value):
        begin = moment(_year(match[1], sign), int(match[2]), int(match[3]))
        return begin, begin + DAY + (6 * HOUR if match[4] == "TNI" else 1 if match[4] == "T24:00" else 0)
    if match := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        monday = from_iso_week(int(match[1]), int(match[2]))
        return monday - (DAY if match[3] else 0), monday + 8 * DAY  # a holiday stretches a weekend
    if match := re.fullmatch(r"(\d{4})-(Q|H)(\d)", value):
        months = 3 if match[2] == "Q" else 6
        begin = moment(int(match[1]), 1 + (int(match[3]) - 1) * months)
        return begin, add_months(begin, months)
    if match := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value):
        begin = moment(int(match[1]), SEASONS[match[2]])
        return begin, add_months(begin, 3)
    if match := re.fullmatch(r"(\d{4})-(\d\d)", value):
        begin = moment(_year(match[1], sign), int(match[2]))
        return begin, add_months(begin, 1)
    if match := re.fullmatch(r"\d{4}", value):
        return moment(_year(value, sign)), moment(_year(value, sign) + 1)
    if re.fullmatch(r"\d{3}", value):
        return moment(int(value) * 10), moment(int(value) * 10 + 10)
    if re.fullmatch(r"\d{2}", value):
        return moment(int(value) * 100), moment(int(value) * 100 + 101)
    return None


def _year(figures: str, sign: int) -> int:
    return int(figures) if sign > 0 else 1 - int(figures)


@pytest.mark.parametrize("language", TIMES)
@pytest.mark.parametrize("published", WEEK)
def test_value_and_interval_agree(language: str, published: str) -> None:
    for time, preposition, clause in product(TIMES[language], PREPOSITIONS, CLAUSES):
        text = clause.format(preposition + time)
        for each in find(text, published, language=language):
            assert text[each.start : each.end] == each.text, text
            span = _span(each.value)
            if span is None or each.type == "DURATION":
                continue
            for end in (each.begin, each.until):
                assert end is None or span[0] <= end <= span[1], (text, each.text, each.value)


@pytest.mark.parametrize("clause", ["It closed in {}.", "It will close in {}."])
@pytest.mark.parametrize(
    "words",
    [f"{part} {whole}" for parts, wholes in ((EDGES + OF_YEARS, YEARS), (EDGES + OF_MONTHS, MONTHS))
     for part, whole in product(parts, wholes)],
)  # fmt: skip
def test_a_part_goes_with_what_it_is_a_part_of(words: str, clause: str) -> None:
    text = clause.format(words)
    (found,) = find(text, "2025-06-18")
    whole = next(whole for whole in sorted((*YEARS, *MONTHS), key=len, reverse=True) if words.endswith(whole))
    (container,) = find(clause.format(whole), "2025-06-18") if whole not in ("the year", "the month") else (found,)
    assert found.text == words
    assert found.until is not None
    span = _span(container.value)
    if span is not None and whole not in ("the year", "this year", "May", "the month"):
        assert (
            span[0] <= (found.begin if found.begin is not None else span[0]) < found.until <= span[1] + DAY
        )  # of a weekend


@pytest.mark.parametrize("hours", HOURS)
def test_each_day_goes_with_each_hour(hours: str) -> None:
    for day in DAYS:
        (found,) = find(f"It closed {hours.format(day)}", "2025-06-18")
        assert found.text.rstrip(".") == hours.format(day).rstrip(".")
        assert found.until is not None


@pytest.mark.parametrize("form", ["from {} to {}", "from {} until {}", "between {} and {}", "from {} through {}"])
def test_each_end_goes_with_each_other(form: str) -> None:
    for one, two in product(ENDS[:-3], ENDS):
        ends = [find(f"It was closed on {end}.", "2025-06-18")[0] for end in (one, two)]
        begin, until = ends[0].begin, ends[1].until
        if begin is None or until is None or ends[1].begin is None or begin >= ends[1].begin:
            continue
        found = find(f"It was closed {form.format(one, two)}.", "2025-06-18")
        assert found[0].begin is not None, (one, two)
        assert found[0].until is not None, (one, two)
        assert len(found) == 1 or [each.value for each in found] == [each.value for each in ends], (one, two)


@pytest.mark.parametrize(
    ("words", "begin", "until"),
    [
        ("from 10 p.m. on Friday until 6 a.m.", "2025-06-13T22:00", "2025-06-14T06:01"),
        ("between 11 p.m. and 4 a.m. on Saturday", "2025-06-13T23:00", "2025-06-14T04:01"),
        ("from 9 a.m. on Friday to 5 p.m.", "2025-06-13T09:00", "2025-06-13T17:01"),
        ("from noon on Monday to 9 a.m. on Tuesday", "2025-06-16T12:00", "2025-06-17T09:01"),
        ("from 8:30 p.m. to 2 a.m. on Sunday", "2025-06-14T20:30", "2025-06-15T02:01"),
    ],
)
def test_hours_may_run_over_midnight(words: str, begin: str, until: str) -> None:
    (found,) = find(f"The bridge was shut {words}.", "2025-06-18")
    assert (iso_or_none(found.begin), iso_or_none(found.until)) == (begin, until)
