"""TimeML: the text with its times and events inline."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.export.made import CRANE, marked

from dateline.core.model import Article, Bundle, Event
from dateline.export import timeml
from dateline.export.common import xml_text


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
