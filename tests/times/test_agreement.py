"""For each meaning, container, preposition, tense and weekday of publication, value and interval tell the same time."""

import re
from itertools import product

import pytest

from dateline.core.moment import DAY, HOUR, Moment, add_months, from_iso_week, moment
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
