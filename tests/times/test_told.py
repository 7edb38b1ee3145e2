"""News sentences of many kinds, each with the intervals that a reader takes from it. Told on Sunday 30 March 2025."""

import pytest
from tests.times.found import SUNDAY

from dateline.core.moment import iso_or_none
from dateline.times import find

COURTS = [
    ("The court set a June 9 trial date.", [("June 9", "2025-06-09", "2025-06-10")]),
    ("The case was adjourned until Tuesday week.", [("Tuesday week", "2025-04-08", "2025-04-09")]),
    (
        "She drove without insurance between January and June last year.",
        [("between January and June last year", "2024-01-01", "2024-07-01")],
    ),
    ("The hearing was moved to April 22.", [("April 22", "2025-04-22", "2025-04-23")]),
    ("The stay had been due to expire on Friday.", [("Friday", "2025-03-28", "2025-03-29")]),
    ("Bail runs out by late Monday.", [("Monday", "2025-03-31", "2025-04-01")]),
    (
        "In January, a week after the ruling of Pike vs. Hale, a fire in Tulsa, Okla., killed two.",
        [("January", "2025-01-01", "2025-02-01"), ("a week", None, None)],
    ),
]
MONEY = [
    (
        "Revenue for the three months ended Dec. 31 rose 7 percent.",
        [("the three months", "2024-10-01", "2025-01-01"), ("Dec. 31", "2024-12-31", "2025-01-01")],
    ),
    (
        "It lost 40 million in the week to 22 March.",
        [("the week", "2025-03-16", "2025-03-23"), ("22 March", "2025-03-22", "2025-03-23")],
    ),
    ("Crude for June delivery fell.", [("June", "2025-06-01", "2025-07-01")]),
    ("Debt stood at 4 million at year-end.", [("year-end", "2024-12-31", "2025-01-01")]),
    ("Output grew 8 percent annually.", []),
    ("Sales fell in the 2023-24 season.", [("2023-24", "2023-01-01", "2025-01-01")]),
]
FIGHTING = [
    (
        "It struck at 10:35 a.m. (0735 GMT) on Friday.",
        [
            ("10:35 a.m.", "2025-03-28T10:35", "2025-03-28T10:36"),
            ("0735 GMT", "2025-03-28T07:35", "2025-03-28T07:36"),
            ("Friday", "2025-03-28", "2025-03-29"),
        ],
    ),
    ("Jets struck at around 0300 on Friday.", [("around 0300 on Friday", "2025-03-28T03:00", "2025-03-28T03:01")]),
    ("Shelling resumed overnight on Thursday.", [("overnight on Thursday", "2025-03-27T18:00", "2025-03-28T06:00")]),
    ("The truce is to last 72 hours.", [("72 hours", None, None)]),
    (
        "The road was shut until the early hours of this morning.",
        [("the early hours of this morning", "2025-03-30", "2025-03-30T06:00")],
    ),
    (
        "Two were found on Wednesday, five days after the collapse.",
        [("Wednesday", "2025-03-26", "2025-03-27"), ("five days", None, None)],
    ),
    (
        "On Friday the guns fell silent. In the morning the convoy left.",
        [("Friday", "2025-03-28", "2025-03-29"), ("the morning", "2025-03-28T06:00", "2025-03-28T12:00")],
    ),
    ("Three days on, nobody knows why.", [("Three days on", None, None)]),
]
DAILY_LIFE = [
    ("A vote will be held on the first Thursday in May.", [("the first Thursday in May", "2025-05-01", "2025-05-02")]),
    ("It was a Tuesday in November.", [("a Tuesday in November", "2024-11-01", "2024-12-01")]),
    ("The strike from 28 March to 2 April hit thousands.", [("from 28 March to 2 April", "2025-03-28", "2025-04-03")]),
    (
        "The bridge will be shut from Monday, April 7, to Friday, April 11.",
        [("from Monday, April 7, to Friday, April 11", "2025-04-07", "2025-04-12")],
    ),
    ("Manuel came the day before last Tuesday's feast.", [("the day before last Tuesday", "2025-03-24", "2025-03-25")]),
    ("He fell ill in February. The first snow came.", [("February", "2025-02-01", "2025-03-01")]),
    ("It will open in two weeks.", [("two weeks", "2025-04-07", "2025-04-14")]),
    ("It was the worst flood in ten years.", [("ten years", None, None)]),
    (
        "It was stolen between 9 p.m. and 11 p.m. on Friday.",
        [("between 9 p.m. and 11 p.m. on Friday", "2025-03-28T21:00", "2025-03-28T23:01")],
    ),
    (
        "The fair ran from a quarter past nine to half past ten on Friday morning.",
        [("from a quarter past nine to half past ten on Friday morning", "2025-03-28T09:15", "2025-03-28T10:31")],
    ),
    ("It fell on Friday at 12 at night.", [("Friday at 12 at night", "2025-03-29", "2025-03-29T00:01")]),
    (
        "Open on Saturday, April 5, 9 a.m. to 5 p.m.",
        [("Saturday, April 5, 9 a.m. to 5 p.m.", "2025-04-05T09:00", "2025-04-05T17:01")],
    ),
    ("He came at half-past nine last night.", [("half-past nine last night", "2025-03-29T21:30", "2025-03-29T21:31")]),
    ("It fell between 11 and 1 a.m.", [("between 11 and 1 a.m.", "2025-03-29T23:00", "2025-03-30T01:01")]),
    ("It was shot between 11:30 and 1 p.m.", [("between 11:30 and 1 p.m.", "2025-03-30T11:30", "2025-03-30T13:01")]),
    ("It killed 9 and 11 p.m. was quiet.", [("11 p.m.", "2025-03-30T23:00", "2025-03-30T23:01")]),
    ("It was past midnight on Saturday when it sank.", [("midnight on Saturday", "2025-03-30", "2025-03-30T00:01")]),
    ("They met on the last day.", []),
    ("He is in his late 50s.", []),
    ("The shop is open 24 hours a day.", []),
    ("USA Today said so.", []),
    ("He told '60 Minutes' so.", []),
    ("She told '48 Hours.", []),
    ("The '92 Games were held by the town's men.", [("'92", "1992-01-01", "1993-01-01")]),
    ("The average daily catch fell.", []),
    ("The fee rose from a quarter to three percent.", []),
    ("At five to eight people were hurt.", []),
    ("The club lost five to eight.", []),
    ("Bids must be in no later than Friday.", [("Friday", "2025-04-04", "2025-04-05")]),
    ("Nobody in today's world reads.", []),
    ("Flight 1967 landed.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), COURTS + MONEY + FIGHTING + DAILY_LIFE, ids=lambda part: str(part)[:40])
def test_what_a_reader_is_told(text: str, told: list[tuple[str, str | None, str | None]]) -> None:
    found = [(each.text, iso_or_none(each.begin), iso_or_none(each.until)) for each in find(text, SUNDAY)]
    assert found == told
