"""Numbers that look like a time and are none, and years that a number beside a noun still is."""

import pytest

from dateline.times import find

WEDNESDAY = "2025-06-18"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The barn at 1987 Quarry Lane burned."),
        ("en", "Police searched the 2100 block of Elm Street."),
        ("en", "See No. 1999 of the list and Article 2010 of the code."),
        ("en", "Kittens must be 9 weeks or older."),
        ("en", "Children aged 18 months and older may come."),
        ("en", "Ana Ruiz won the marathon in 2:29:11."),
        ("en", "Kovar scored at 14:05 of the second period and again with 3:12 left."),
        ("en", "June Abbott said so."),
        ("en", "It rained on 34 August."),
        ("en", "Dial 555-1987."),
        ("en", "The QX-2010 failed."),
        ("en", "Look at https://example.org/2019/03/28/mill.html first."),
        ("en", "The points were 4311."),
        ("de", "Das Haus Nr. 1999 brannte."),
        ("de", "Kinder ab 6 Monaten dürfen mit."),
        ("fr", "La maison au 1999, rue du Port, a brûlé."),
        ("es", "La casa del número 1999 ardió."),
        ("ru", "Возьмите 400 г муки и ждите 35 минут."),
    ],
)
def test_a_number_of_another_shape_is_no_time(language: str, text: str) -> None:
    assert [each.text for each in find(text, WEDNESDAY, language=language)] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("In 2018 day labourers were scarce.", "2018"),
        ("In 1987 Quarry Lane was paved.", "1987"),
        ("In April Abbott resigned.", "April"),
        ("The train leaves at 7:14.", "7:14"),
    ],
)
def test_a_year_a_month_and_an_hour_stay(text: str, words: str) -> None:
    assert [each.text for each in find(text, WEDNESDAY)] == [words]
