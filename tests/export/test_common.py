"""What every format shares."""

from dataclasses import replace
from typing import Any

import pytest

from dateline.core.model import Article, Bundle, Certainty, Conventions, Event, Merge, Relation
from dateline.core.moment import DAY, Granularity, moment
from dateline.export import FORMATS, common
from dateline.export.common import Options, sections


@pytest.mark.parametrize("name", ["markdown", "html"])
def test_parts_of_a_day_have_the_names_that_the_reader_set(name: str) -> None:
    begin = moment(2025, 3, 29, 17)
    event = Event(id=1, article=None, title="Crane falls", earliest=begin, latest=begin + 7 * 60,
                  granularity=Granularity.DAY_PART)  # fmt: skip
    options = Options(conventions=Conventions(evening=(17, 24)))
    assert "29 March 2025, evening" in FORMATS[name].write(Bundle(events=(event,)), options).decode()


def test_what_is_told_by_the_century_is_headed_so() -> None:
    rows = [
        (1101, 1201, Granularity.CENTURY, "monks build a bridge"),
        (1101, 1102, Granularity.YEAR, "the river floods"),
        (1870, 1880, Granularity.DECADE, "a culvert is dug"),
    ]
    events = tuple(
        Event(id=n, article=1, title=title, granularity=grain, earliest=moment(begin), latest_start=moment(until),
              earliest_end=moment(begin), latest=moment(until))
        for n, (begin, until, grain, title) in enumerate(rows, 1)
    )  # fmt: skip
    said = [heading for heading, _ in sections(events, Options())]
    assert said == ["12th century", "1101", "1870s"]


DAY_ONE = moment(2025, 3, 3)
FELL = Event(id=1, article=1, title="", text="fell", sentence_start=0, sentence_end=14, merge=5, words="Monday",
             earliest=DAY_ONE, latest_start=DAY_ONE + DAY, earliest_end=DAY_ONE, latest=DAY_ONE + DAY)  # fmt: skip
QUAY = Article(id=1, text="The quay fell. It rained.", title="The quay.", authors=("Ada Pine",), site="Herald",
               published="2025-03-04", file="in\\box/quay.txt", url="file:///home/quay.html")  # fmt: skip


def test_a_bundle_is_looked_up_by_id() -> None:
    lookup = common.Lookup(Bundle((QUAY,), (), (FELL,), (Merge(id=5, title="The fall"),)))
    assert (lookup.article(FELL), lookup.events_of(QUAY), lookup.expressions_of(QUAY)) == (QUAY, [FELL], [])
    assert (lookup.quote(FELL), lookup.title(FELL), lookup.merged_title(FELL)) == ("The quay fell.", "fell", "The fall")
    alone = replace(FELL, article=9, merge=None, text=" ")
    assert (lookup.article(alone), lookup.quote(alone), lookup.title(alone)) == (None, "", "Untitled event")


def test_where_an_article_lay_stays_with_its_reader() -> None:
    told = common.public(QUAY, Options())
    assert (told.file, told.url) == ("quay.txt", "")
    assert common.public(QUAY, Options(paths=True)) is QUAY
    assert common.citation(QUAY) == "The quay. Ada Pine. Herald. published 2025-03-04."


@pytest.mark.parametrize(
    ("bounds", "begin", "until"),
    [
        ({}, DAY_ONE, DAY_ONE + DAY),
        ({"earliest": None, "latest_start": None, "earliest_end": None}, DAY_ONE, DAY_ONE + DAY),
        ({"latest": None, "earliest_end": None}, DAY_ONE, DAY_ONE + DAY),
    ],
)
def test_an_open_side_is_drawn_as_a_day(bounds: dict[str, Any], begin: int, until: int) -> None:
    assert common.extent(replace(FELL, **bounds)) == (begin, until)


def test_the_undated_are_not_drawn_and_come_last() -> None:
    undated = Event(id=2, article=None, title="x", words="some\nday")
    assert common.extent(undated) is None
    assert common.chronological((undated, FELL)) == [FELL, undated]
    assert common.when(undated, Options()) == "undated (“some day”)"
    assert common.when(FELL, Options()) == "3 March 2025 (“Monday”)"
    assert common.days(common.Extent(DAY_ONE + 5, DAY_ONE + DAY + 1)) == (DAY_ONE, DAY_ONE + 2 * DAY)


def test_bounds_and_certainty_in_words() -> None:
    assert common.bounds_words(FELL) == (
        "began between 2025-03-03 and 2025-03-04, ended between 2025-03-03 and 2025-03-04"
    )
    assert common.bounds_words(replace(FELL, earliest=None, latest=None)) == (
        "began before 2025-03-04, ended 2025-03-03 or later"
    )
    leans = replace(FELL, relation=Relation.SINCE, earliest_end=DAY_ONE + DAY, latest=DAY_ONE + DAY)
    assert common.bounds_words(leans) == "began between 2025-03-03 and 2025-03-04, still so when published"
    assert (common.certainty_mark(FELL), common.certainty_mark(replace(FELL, certainty=Certainty.DENIED))) == (
        "",
        " (denied)",
    )
    facts = dict(common.known_facts(FELL, common.Lookup(Bundle((QUAY,), (), (FELL,))), Options()))
    assert facts["Quote"] == "The quay fell."
    assert "Note" not in facts


def test_text_that_a_file_can_carry() -> None:
    assert common.xml_text("a\x00b\ufffec") == "a\ufffdb\ufffdc"
    assert [common.web_address(url) for url in ("https://a.example", "javascript:x", "")] == [
        "https://a.example",
        "",
        "",
    ]
    assert (common.counted(1, "event"), common.counted(2, "event")) == ("1 event", "2 events")
