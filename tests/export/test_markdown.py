"""A chronology in Markdown."""

import re

from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from markdown_it import MarkdownIt
from tests.export.made import CRANE, parsed, told_by_two

from dateline.core.model import Bundle, Event
from dateline.core.moment import Granularity, moment
from dateline.export import markdown, page


def text_of(content: bytes) -> str:
    """What a reader sees of Markdown."""
    return str(parsed(MarkdownIt().render(content.decode())).text_content())


def test_markdown_shows_every_event_with_quote_and_numbered_source(bundle: Bundle) -> None:
    content = markdown.write(bundle, CRANE)
    shown = text_of(content)
    assert "## January 2025\n" in content.decode()
    assert "## 2027\n" in content.decode()  # the words give a year, so no month is made up
    for event in bundle.events:
        assert " ".join(event.title.split()) in shown
    assert "A crane fell into the old harbour on Saturday night, the port said." in shown
    assert "<b>workers</b>" in shown  # shown as text, not as bold
    assert "Crane falls into “old” harbour [live] *updated*. Ada Pine, Bo Marsh. Harbour & Quay Herald" in shown
    assert "Without a date" in shown
    assert "[1]" in shown


def test_a_heading_stands_once_and_a_year_before_its_months() -> None:
    def event(number: int, begin: int | None, until: int | None, granularity: Granularity) -> Event:
        return Event(id=number, article=None, title=f"Event {number}", earliest=begin, latest_start=until,
                     earliest_end=begin, latest=until, granularity=granularity)  # fmt: skip

    events = (
        event(1, moment(2026, 2, 3), moment(2026, 2, 4), Granularity.DAY),
        event(2, moment(2026, 2, 10), moment(2027), Granularity.YEAR),
        event(3, moment(2026, 2, 20), moment(2026, 2, 21), Granularity.DAY),
        event(4, moment(2027), moment(2028), Granularity.YEAR),
        Event(id=5, article=None, title="Event 5"),
    )
    content = markdown.write(Bundle(events=events), CRANE).decode()
    assert re.findall(r"^## .*|Event \d", content, re.MULTILINE) == [
        "## 2026", "Event 2", "## February 2026", "Event 1", "Event 3", "## 2027", "Event 4", "## Without a date",
        "Event 5",
    ]  # fmt: skip
    headings = [each.text for each in html.fromstring(page.write(Bundle(events=events), CRANE)).findall(".//h3")]
    assert headings == ["2026", "February 2026", "2027", "Without a date"]


@given(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1))
def test_markdown_shows_text_as_it_is(text: str) -> None:
    assert (
        MarkdownIt()
        .renderInline(markdown.escape(text))
        .replace("&quot;", '"')
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
        == text
    )


def test_what_two_articles_tell_is_one_item_with_both_sources() -> None:
    told = text_of(markdown.write(told_by_two(), CRANE))
    assert told.count("Ferry Trevane sinks") == 1
    assert "Ferry Trevane sinks [1] [2]" in told
    assert "characters 0–35 [1]: Trevane sank off Sellin" in told
