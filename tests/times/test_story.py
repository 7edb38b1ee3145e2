"""Articles that tell of years past, in which a date follows the one told before it."""

import pytest
from tests.times.found import SUNDAY

from dateline.times import find

YEARS = "War came in 1901. Peace came in 1905. It sank in 1911. It moved in 1914. It fell in 1918. It closed in 1920. "


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


def test_an_obituary_keeps_its_news_and_its_story_apart() -> None:
    years = "She was born in 1933, studied in 1951, taught in 1957, wrote in 1962, sailed in 1970 and retired in 1991. "
    found = find("Anna Kovel died on Tuesday. " + years + "In March 1992 she wed. In May she moved.", SUNDAY)
    assert (found[0].text, found[0].value) == ("Tuesday", "2025-03-25")
    assert (found[-1].text, found[-1].value) == ("May", "1992-05")


def test_both_years_of_a_pair_are_dates_of_a_story() -> None:
    found = find(YEARS + "In 1923-24 it recovered.", SUNDAY)
    assert [each.value for each in found[-2:]] == ["1923", "1924"]


def test_that_year_is_the_one_named_last() -> None:
    found = find(YEARS + "In March 1924 trade, which lay still until 1923, began. In May of that year it fell.", SUNDAY)
    assert found[-1].value == "1923-05"


def test_a_story_stays_in_its_year_when_it_looks_back_or_ahead() -> None:
    story = YEARS + "In March 1924 the port burned. "
    for aside in (
        "In June 1919 its owner had insured it.",
        "The siege lasted until the fall of the tower in June 1925.",
    ):
        assert find(story + aside + " In August it was rebuilt.", SUNDAY)[-1].value == "1924-08", aside


def test_a_story_goes_on_by_years() -> None:
    story = YEARS + "In March 1924 the port burned. Its owner rebuilt it in June 1929. It opened in August."
    assert find(story, SUNDAY)[-1].value == "1929-08"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In April 2011 the navy found the wreck, and in May it raised the engine.", "2011-05"),
        ("On April 3, 2011, divers found the wreck 4,000 feet down; they raised it in May.", "2011-05"),
        ("He resigned on 3 March 2019 and was charged in June.", "2019-06"),
        ("The law was passed in 2015 and came into force in July.", "2015-07"),
        ("The club was sold in November 2020 and moved in March.", "2021-03"),
        ("The trial began in January 2018 but was halted in March.", "2018-03"),
        ("The 2028 Harbour Games are to be held in Varna in July.", "2028-07"),
        ("The 2028 Harbour Games will be held in Varna on July 27-August 7.", "2028-07-27"),
        ("Founded in June 2010 and based in Varna, the firm filed for bankruptcy in March.", "2025-03"),
        ("The museum, which opened in June 1985 and closed in March, will be sold.", "2025-03"),
        ("The bridge was built in June 1987 and has been shut since January.", "2025-01"),
        ("The company moved here in 2012 and in February it said it would leave.", "2025-02"),
        ("The museum opened in 1985 and will close in July.", "2025-07"),
    ],
)
def test_a_month_goes_on_from_the_year_of_the_clause_that_it_is_joined_to(text: str, value: str) -> None:
    assert find(text, SUNDAY)[-1].value == value


HISTORY = "It opened in 1951. It burned in 1958. It closed in 1963. It sold in 1970. It fell in 1977. It went in 1984."


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (f"She died on March 22.\n\n{HISTORY} Her son spoke on Monday. A book came last year.", ("2025-03-22",)),
        (f"{HISTORY} He spoke on Monday.\n\nA hearing is set for 4 October. A film came last year.", ("2025-10-04",)),
        (f"{HISTORY} He spoke on Monday. A film came last year. It will reopen next spring.", ("2026-SP",)),
    ],
)
def test_a_story_of_years_told_in_the_news_leaves_its_news_to_publication(text: str, values: tuple[str, ...]) -> None:
    assert set(values) <= {each.value for each in find(text, SUNDAY)}


def test_the_following_month_follows_the_year_told_in_passing() -> None:
    found = find(
        YEARS + "In March 1924 the port burned. Its owner was killed in 1926. The following June it sank.", SUNDAY
    )
    assert found[-1].value == "1927-06"
