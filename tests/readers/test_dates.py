"""Dates in the words and figures of files, and which of them is the publication."""

from datetime import date
from pathlib import Path

import pytest

from dateline.readers import dates, read
from dateline.readers.dates import Day

DAY = date(2025, 3, 30)


@pytest.mark.parametrize(
    "text",
    [
        "2025-03-30", "2025-03-30T22:30:00Z", "2025-03-30 22:30:00 +0200", "20250330", "20250330T101112Z", "1743373800",
        "1743373800000", "Sun, 30 Mar 2025 10:00:00 +0200", "Sun Mar 30 10:00:00 EST 2025", "March 30, 2025",
        "Mar. 30,2025", "30 March 2025", "30th of March 2025", "Sunday, March 30th, 2025 at 5 pm", "30. März 2025",
        "30.03.2025", "30/03/2025", "03/30/2025", "2025/03/30", "2025. 3. 30.", "30 mars 2025", "30 de marzo de 2025",
        "30 марта 2025 г.", "2025年3月30日", "30-Mar-2025", "30 Mart 2025", "30 marca 2025",
    ],
)  # fmt: skip
def test_a_day_in_many_forms(text: str) -> None:
    day = dates.machine(text)
    assert day is not None
    assert day.value == DAY


@pytest.mark.parametrize(
    "text",
    ["", "tomorrow", "2025-02-31", "Market 30, 2014", "version 1.2.2025.7", "12:30", "99999999999", "March 2025"],
)
def test_no_day(text: str) -> None:
    assert dates.machine(text) is None


def test_a_language_without_a_table_is_asked_of_dateparser() -> None:
    day = dates.machine("30 मार्च 2025", language="hi")
    assert day is not None
    assert day.value == DAY


def test_the_buddhist_era() -> None:
    assert dates.machine("30 มีนาคม 2568", language="th") == Day(DAY, 0, 14)


def test_a_clock_without_a_day_is_never_today() -> None:
    assert dates.machine("Šodien, 17:40", language="lv") is None


def test_figures_are_read_as_the_place_has_them() -> None:
    assert dates.machine("03/04/2025", day_first=True) == Day(date(2025, 4, 3), 0, 10)
    assert dates.machine("03/04/2025", day_first=False) == Day(date(2025, 3, 4), 0, 10)
    assert dates.machine("Thu, 03/04/2025 - 10:01") == Day(date(2025, 4, 3), 5, 15)
    unknown = dates.machine("03/04/2025")
    assert unknown is not None
    assert {unknown.value, unknown.other} == {date(2025, 3, 4), date(2025, 4, 3)}


def test_never_today_and_never_the_files_own_date(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Bridge falls\nTwo people were killed on Saturday, the police said.\nAn inquiry begins next week.")
    (article,) = read(file)
    assert getattr(article, "published", "") is None
    assert getattr(article, "candidates", None) == ()


def test_the_founding_article_names_no_date(shared: Path) -> None:
    (article,) = read(shared / "seed" / "escalating-battles.txt")
    assert getattr(article, "published", "") is None
    assert getattr(article, "candidates", None) == ()
