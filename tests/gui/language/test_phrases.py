"""How the reader says when, in each language of the window."""

import pytest

from dateline.core.bounds import Bounds
from dateline.core.model import Article
from dateline.core.moment import moment
from dateline.errors import UsageError
from dateline.gui.language import i18n, phrases

PAIRS = {"between", "from"}


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("name", phrases.PHRASES)
def test_each_way_of_saying_when_is_recognised_as_it_is_said(language: str, name: str) -> None:
    i18n.install(language, {"en": "en_GB", "de": "de_DE"}[language])
    second = "5. 4. 2025" if name in PAIRS else ""
    said = phrases.said(name, "3. 4. 2025", second)
    assert phrases.taken_apart(said) == (name, "3. 4. 2025", second)
    assert phrases.taken_apart(f"  {said.upper()} ") == (name, "3. 4. 2025", second)  # as carelessly as one types


def test_every_way_has_a_name_to_choose_it_by() -> None:
    assert phrases.NAMES.keys() == phrases.PHRASES.keys()


def test_english_is_understood_in_every_language_and_other_words_are_a_date() -> None:
    i18n.install("de", "de_DE")
    assert phrases.taken_apart("since 3 March 2025") == ("since", "3 March 2025", "")
    assert phrases.taken_apart("3. März 2025") == ("on", "3. März 2025", "")
    assert phrases.taken_apart("") == ("on", "", "")


def test_a_missing_date_is_left_blank_and_asked_for() -> None:
    half = phrases.said("between", "3 March 2025")
    assert half == "between 3 March 2025 and …"
    with pytest.raises(UsageError, match="in place of"):
        phrases.read_bounds(half)
    with pytest.raises(UsageError, match="not a date"):
        phrases.read_bounds("the quay")


@pytest.mark.parametrize(
    ("name", "earliest", "latest"),
    [
        ("on", moment(2025, 3, 3), moment(2025, 3, 4)),
        ("between", moment(2025, 3, 3), moment(2025, 3, 6)),
        ("from", moment(2025, 3, 3), moment(2025, 3, 6)),
        ("around", moment(2025, 3, 2), moment(2025, 3, 5)),
        ("before", None, moment(2025, 3, 3)),
        ("by", None, moment(2025, 3, 4)),
        ("until", None, moment(2025, 3, 4)),
        ("after", moment(2025, 3, 4), None),
        ("since", moment(2025, 3, 3), None),
    ],
)
@pytest.mark.parametrize("language", ["en", "de"])
def test_what_is_offered_can_be_read(name: str, earliest: int | None, latest: int | None, language: str) -> None:
    i18n.install(language, {"en": "en_GB", "de": "de_DE"}[language])
    first, second = {"en": ("3 March 2025", "5 March 2025"), "de": ("3. März 2025", "5. März 2025")}[language]
    found = phrases.read_bounds(phrases.said(name, first, second if name in PAIRS else ""))
    assert (found.earliest, found.latest) == (earliest, latest)


def test_a_date_may_be_in_the_language_of_its_article_and_lean_on_its_day() -> None:
    article = Article(id=1, text="", title="", published="2025-03-30", language="fr")
    assert phrases.read_bounds("3 mars 2025", article).earliest == moment(2025, 3, 3)
    assert phrases.read_bounds("yesterday", article).earliest == moment(2025, 3, 29)
    assert phrases.read_publication("30 mars 2025", article) == "2025-03-30"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("3 March 2025", "3 March 2025: at some time on 3 March 2025"),
        ("since 3 March 2025", "since 3 March 2025: began on 3 March 2025, end open"),
        ("before May 2025", "before May 2025: at some time before 1 May 2025"),
    ],
)
def test_what_typed_words_mean_is_told(typed: str, meant: str) -> None:
    assert phrases.meaning(phrases.read_bounds(typed)) == meant


def test_no_bounds_mean_no_date() -> None:
    assert phrases.meaning(Bounds()) == "An event without a date."


def test_dates_are_typed_in_german() -> None:
    i18n.install("de", "de_DE")
    english = phrases.read_bounds("between 3 March 2025 and 5 March 2025", None)
    german = phrases.read_bounds("zwischen 3. März 2025 und 5. März 2025", None)
    assert (german.earliest, german.latest) == (english.earliest, english.latest)
    assert phrases.said("around", "1870") == "um 1870"
    assert phrases.taken_apart("um 1870") == ("around", "1870", "")
    i18n.install("en", "en_GB")


def test_months_typed_in_small_letters_are_read() -> None:
    assert phrases.read_publication("30 march 2025") == "2025-03-30"
    assert phrases.read_publication("may 2025") == "2025-05"
    assert phrases.read_bounds("between 3 and 5 march 2025", None).earliest == moment(2025, 3, 3)
