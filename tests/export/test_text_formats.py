"""Markdown, markwhen, the Timeline Project's XML, TimeML, the web page and the list of dates."""

import base64
import hashlib
import re
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html
from markdown_it import MarkdownIt

from dateline.core.model import Article, Bundle, Conventions, Event
from dateline.core.moment import DAY, Granularity, moment
from dateline.export import FORMATS, edtf_list, markdown, markup, markwhen, page, timelineproject, timeml
from dateline.export.common import Options, sections, xml_text

CRANE = Options(title="The crane")


def text_of(content: bytes) -> str:
    """What a reader sees of Markdown."""
    return str(parsed(MarkdownIt().render(content.decode())).text_content())


def parsed(content: bytes | str) -> Any:
    """A web page's tree, whose `xpath` may give anything."""
    return html.document_fromstring(content)


def marked(content: bytes) -> Any:
    """A tree of TimeML whose parts are all there."""
    return etree.fromstring(content)


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


def test_markwhen_has_a_dated_line_an_event(bundle: Bundle) -> None:
    lines = markwhen.write(bundle, CRANE).decode().splitlines()
    assert lines[:3] == ["---", 'title: "The crane"', "---"]
    assert "2025-03-29/2025-03-30: Crane falls into harbour #claimed" in lines
    assert "2025-03-29: Crane falls #reported" in lines
    assert "> Quote: A crane fell into the old harbour on Saturday night, the port said." in lines
    assert sum(line.startswith("// ") for line in lines) == 3  # a heading, the undated and the one in 44 BC


def test_timeline_project_has_every_event_in_a_category_that_exists(bundle: Bundle) -> None:
    root = ET.fromstring(timelineproject.write(bundle, CRANE))
    assert [child.tag for child in root] == ["version", "timetype", "eras", "categories", "events", "view"]
    categories = {name.text for name in root.iter("name")}
    events = {event.findtext("text"): event for event in root.iter("event")}
    assert len(events) == len(bundle.events)
    assert {event.findtext("category") for event in events.values()} <= categories
    crane = events["Crane falls into harbour"]
    assert (crane.findtext("start"), crane.findtext("end")) == ("2025-03-29 18:00:00", "2025-03-30 06:00:00")
    assert "Quote: A crane fell" in (crane.findtext("description") or "")
    assert [child.tag for child in crane][:8] == [
        "start", "end", "text", "progress", "fuzzy", "locked", "ends_today", "category",
    ]  # fmt: skip


def test_timeml_holds_the_text_with_times_and_events_inline(bundle: Bundle) -> None:
    root = marked(timeml.write(bundle, CRANE))
    assert root.tag == "TimeMLCorpus"
    first = root[0]
    assert "".join(first.find("TEXT").itertext()) == bundle.articles[0].text
    assert [node.text for node in first.find("TEXT").iter("TIMEX3")] == [
        "Saturday night",
        "early on Sunday",
        "2027",
        "January",
    ]
    night = next(first.find("TEXT").iter("TIMEX3"))
    assert (night.get("value"), night.get("type"), night.get("anchorTimeID")) == ("2025-03-29TNI", "DATE", "t0")
    assert [node.text for node in first.iter("EVENT")] == ["fell", "hurt", "rebuild", "sailed"]
    assert first.find("DCT/TIMEX3").get("functionInDocument") == "CREATION_TIME"
    links = {link.get("eventInstanceID"): link for link in first.iter("TLINK")}
    assert links["ei1"].get("relatedToTime") == night.get("tid")
    assert links["ei4"].get("relType") == "BEGUN_BY"
    identifiers = [
        value for node in first.iter() for key, value in node.items() if key in ("tid", "eid", "eiid", "lid")
    ]
    assert len(set(identifiers)) == len(identifiers)


@pytest.mark.parametrize(
    ("text", "trigger", "polarity"),
    [
        ("The ferry did not reach Elm.", "reach", "NEG"),
        ("The ferry didn’t reach Elm.", "reach", "NEG"),
        ("The quay has never been properly repaired.", "repaired", "NEG"),
        ("No strike was called.", "strike", "NEG"),
        ("It did not sink, and reached Elm.", "reached", "POS"),
        ("The port said not all ferries sailed.", "sailed", "POS"),
        ("The ferry knew the way and reached Elm.", "reached", "POS"),
    ],
)
def test_timeml_tells_what_did_not_happen(text: str, trigger: str, polarity: str) -> None:
    start = text.index(trigger)
    event = Event(id=2, article=1, title=text, start=start, end=start + len(trigger), text=trigger,
                  sentence_end=len(text))  # fmt: skip
    root = marked(timeml.write(Bundle(articles=(Article(id=1, text=text),), events=(event,)), CRANE))
    assert next(root.iter("MAKEINSTANCE")).get("polarity") == polarity


@given(data=st.data())
def test_any_bundle_gives_well_formed_timeml_with_the_text_unharmed(
    bundles: st.SearchStrategy[Bundle], data: st.DataObject
) -> None:
    bundle = data.draw(bundles)
    root = marked(timeml.write(bundle, CRANE))
    documents = [root] if root.tag == "TimeML" else list(root)
    assert ["".join(d.find("TEXT").itertext()) for d in documents] == [xml_text(a.text) for a in bundle.articles]


@given(data=st.data())
def test_any_bundle_gives_a_well_formed_timeline_and_page(
    bundles: st.SearchStrategy[Bundle], data: st.DataObject
) -> None:
    bundle = data.draw(bundles)
    assert len(list(ET.fromstring(timelineproject.write(bundle, CRANE)).iter("event"))) == len(bundle.events)
    tree = parsed(page.write(bundle, CRANE))
    assert len(tree.findall(".//li")) == len(bundle.events)
    assert markdown.write(bundle, CRANE)
    assert len(edtf_list.write(bundle, CRANE).decode().split("\n")) == len(bundle.events) + 1
    dated = [
        line for line in markwhen.write(bundle, CRANE).decode().split("\n") if line.startswith(("//", *"0123456789"))
    ]
    assert len(dated) >= len(bundle.events)


def test_the_page_is_whole_in_itself(bundle: Bundle) -> None:
    content = page.write(bundle, CRANE).decode()
    tree = parsed(content)
    assert not tree.xpath("//*[@src] | //link | //iframe | //object | //img | //@style | //@onclick")
    policy = tree.xpath("//meta[@http-equiv]/@content")[0]
    assert "default-src 'none'" in policy
    for kind in ("style", "script"):
        (block,) = tree.xpath(f"//{kind}")
        digest = base64.b64encode(hashlib.sha256(block.text.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy


def test_the_page_leads_from_events_to_the_text_and_back(bundle: Bundle) -> None:
    tree = parsed(page.write(bundle, CRANE))
    identifiers = tree.xpath("//@id")
    assert len(set(identifiers)) == len(identifiers)
    targets = {href[1:] for href in tree.xpath("//a/@href") if href.startswith("#")}
    assert targets <= set(identifiers)
    trigger = tree.xpath("//a[contains(@class, 'trigger')]")[0]
    assert trigger.text == "fell"
    assert trigger.get("href") == "#e20"
    assert tree.xpath("//li[@id='e20']//a/@href")[0] == "#" + trigger.get("id")
    assert [node.text_content() for node in tree.xpath("//div[@class='text']")] == [a.text for a in bundle.articles]
    assert tree.xpath("//html/@lang") == ["en"]
    assert tree.xpath("//li[@id='e21']//script") == []


def test_links_in_the_page_never_nest(bundle: Bundle) -> None:
    article = Article(id=1, text="the long strike ended")
    make = bundle.events[1].__class__
    events = tuple(
        make(id=n, article=1, title="x", start=a, end=b) for n, (a, b) in enumerate([(4, 15), (9, 15), (9, 21)])
    )
    tree = parsed(page.write(Bundle((article,), (), events), CRANE))
    assert not tree.xpath("//a//a")
    targets = set(tree.xpath("//li//p[@class='what']/a/@href"))
    assert targets == {"#t1-4-15"}


def test_addresses_that_are_not_of_the_web_are_no_links(bundle: Bundle) -> None:
    article = Article(id=1, text="x", url="javascript:alert(1)")
    made = page.write(Bundle((article,)), CRANE).decode() + markdown.write(Bundle((article,)), CRANE).decode()
    assert "javascript:" not in made


def test_the_list_gives_edtf_or_else_the_words(bundle: Bundle) -> None:
    assert edtf_list.write(bundle, CRANE).decode().splitlines() == [
        "-0043-03-15\tCaesar dies",
        "2025-01/..\tFerry stops sailing",
        "2025-03-29\t=Two workers hurt <script>alert(1)</script>",
        "2025-03-29\tCrane falls",
        "Saturday night\tCrane falls into harbour",
        "../2027\tRebuild quay",
        "some day\tAdded by hand",
    ]


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([(0, 4), (5, 8)], "[0|long] [5|ago]"),
        ([(0, 8), (5, 8)], "[0|long [5|ago]]"),
        ([(0, 6), (5, 8)], "[0|long [5|a]]go"),
        ([(0, 4), (4, 5), (3, 3)], "[0|long][4| ]ago"),
        ([(0, 8), (0, 4)], "[0|[0|long] ago]"),
    ],
)
def test_tags_nest(spans: list[tuple[int, int]], expected: str) -> None:
    tags = [markup.Tag(start, end, f"[{start}|", "]") for start, end in spans]
    assert markup.inline("long ago", tags, str) == expected


@given(st.text(max_size=20), st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), max_size=5))
def test_tags_leave_the_text_as_it_is(text: str, spans: list[tuple[int, int]]) -> None:
    tags = [markup.Tag(min(a, b, len(text)), min(max(a, b), len(text)), "\0(", "\0)") for a, b in spans]
    marked = markup.inline(text, tags, lambda part: part.replace("\0", "\1"))
    assert re.sub("\0[()]", "", marked) == text.replace("\0", "\1")


@pytest.mark.parametrize("name", ["markdown", "html"])
def test_parts_of_a_day_have_the_names_that_the_reader_set(name: str) -> None:
    begin = moment(2025, 3, 29, 17)
    event = Event(id=1, article=None, title="Crane falls", earliest=begin, latest=begin + 7 * 60,
                  granularity=Granularity.DAY_PART)  # fmt: skip
    options = Options(conventions=Conventions(evening=(17, 24)))
    assert "29 March 2025, evening" in FORMATS[name].write(Bundle(events=(event,)), options).decode()


def test_the_page_is_a_chronicle_with_days_weights_and_empty_time() -> None:
    made = [
        Event(id=n, article=None, title="the crane falls", earliest=begin, latest_start=begin + DAY,
              earliest_end=begin, latest=begin + DAY, granularity=Granularity.DAY, weight=weight)
        for n, weight, begin in ((1, 0.9, moment(2031, 5, 7)), (2, 0.2, moment(2031, 5, 7)), (3, 0.6, moment(2031, 9)))
    ]  # fmt: skip
    tree = parsed(page.write(Bundle(events=tuple(made)), CRANE))
    assert [node.text_content().strip() for node in tree.find_class("on")] == ["7 Wed", "1 Mon"]
    assert [node.get("id") for node in tree.xpath("//li[@data-passing]")] == ["e2"]
    assert [node.text for node in tree.find_class("silence")] == ["≈ 4 months in which nothing is told"]
    assert len(tree.xpath("//svg")) == 3


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


def test_a_page_says_a_headline_once() -> None:
    title = "Council closes the bridge"
    text = f"{title}\n\nThe council closed the bridge on Friday."
    start = text.index("closed")
    events = (
        Event(id=2, article=1, title="Council closes the bridge", start=8, end=14, text="closes"),
        Event(id=3, article=1, title="The council closed the bridge", start=start, end=start + 6, text="closed"),
    )
    made = page.write(Bundle((Article(id=1, text=text, title=title),), (), events), Options()).decode()
    texts = made[made.index('<h2>Council <a class="trigger') :]
    assert "closes</a> the bridge</h2>" in texts
    assert re.search(r'<div class="text">The council <a [^>]*>closed</a> the bridge on Friday', texts)
