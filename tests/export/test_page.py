"""The web page."""

import base64
import hashlib
import re
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st
from tests.export.made import CRANE, parsed, told_by_two

from dateline.core.model import Article, Bundle, Event
from dateline.core.moment import DAY, Granularity, moment
from dateline.export import edtf_list, markdown, markwhen, page, timelineproject
from dateline.export.common import Options


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


def test_what_two_articles_tell_is_one_card_with_both_sources() -> None:
    bundle = told_by_two()
    (card,) = parsed(page.write(bundle, CRANE)).xpath("//li[contains(@class, 'event-card')]")
    assert card.xpath("string(p[@class='what'])") == "Ferry Trevane sinks"
    assert [quote.text for quote in card.xpath(".//blockquote")] == [each.text for each in bundle.articles]
    assert "2 articles" in card.xpath("string(p[@class='date'])")


def test_the_page_offers_as_many_key_events_as_the_window() -> None:
    tree = parsed(page.write(told_by_two(60), CRANE))
    shows = [field.get("value") for field in tree.xpath("//input[@name='show']")]
    assert shows == ["10", "25", "50", "main", "all"]
    places = {int(card.get("data-key")): card for card in tree.xpath("//li[@data-key]")}
    assert sorted(places) == list(range(1, 51))
    assert places[1].xpath("string(p[@class='what'])") == "Ferry Trevane sinks"  # not the weightiest
    assert "Key event 1: its day is named in 2 articles" in places[1].text_content()


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
