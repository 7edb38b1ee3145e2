import contextlib
import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.core.change import Value, to_columns
from dateline.core.digest import digest
from dateline.core.model import Article, Bundle, Event
from dateline.errors import Refused
from dateline.export import FORMATS, dateline_json
from dateline.export.common import Lookup, Options


def rows(bundle: Bundle) -> list[dict[str, Value]]:
    return [
        to_columns(row) for part in (bundle.articles, bundle.expressions, bundle.events, bundle.merges) for row in part
    ]


def test_round_trip_gives_the_same_rows(bundle: Bundle) -> None:
    assert rows(dateline_json.read(dateline_json.write(bundle, Options(paths=True)))) == rows(bundle)


@given(data=st.data())
def test_round_trip_gives_the_same_rows_whatever_they_hold(
    bundles: st.SearchStrategy[Bundle], data: st.DataObject
) -> None:
    bundle = data.draw(bundles)
    assert dateline_json.read(dateline_json.write(bundle, Options(paths=True))) == bundle


def test_an_article_whose_number_is_0_is_no_version_of_itself() -> None:
    bundle = Bundle((Article(id=0, text="Crane"),), (), (), ())
    assert dateline_json.read(dateline_json.write(bundle, Options())) == bundle


def test_dates_are_readable_and_the_quote_stands_beside_them(bundle: Bundle) -> None:
    event = json.loads(dateline_json.write(bundle, Options(title="Crane")))["events"][0]
    assert event["earliest"] == "2025-03-29T18:00"
    assert event["latest"] == "2025-03-30T06:00"
    assert event["certainty"] == "claimed"
    assert event["derived"]["quote"] == "A crane fell into the old harbour on Saturday night, the port said."


@pytest.mark.parametrize(
    ("path", "value", "reason"),
    [
        (("version",), 2, "version 2"),
        (("format",), "other", "not a Dateline export"),
        (("events",), {}, "events is not a list"),
        (("events", 0), 3, "events[0] is not an object"),
        (("events", 0, "earliest"), "2025-02-30", "events[0], earliest is '2025-02-30'"),
        (("events", 0, "earliest"), "9" * 5000, "not a date"),
        (("events", 0, "title"), 7, "title is not text"),
        (("events", 0, "start"), 10**6, "outside its article"),
        (("events", 0, "start"), 10**30, "at most 64 bits"),
        (("events", 0, "start"), True, "at most 64 bits"),
        (("events", 0, "confidence"), "high", "confidence is not a number"),
        (("events", 0, "certainty"), "sure", "can only be one of: reported"),
        (("events", 0, "certainty"), ["reported"], "can only be one of"),
        (("events", 0, "binned"), 1, "neither true nor false"),
        (("events", 0, "article"), 99, "article 99, which is not in the file"),
        (("events", 0, "expression"), 99, "expression 99, which is not in the file"),
        (("events", 1, "id"), 20, "two of the events have the same id"),
        (("events", 0, "participants"), [{}], "participants[0] has no text"),
        (("articles", 0, "published"), "yesterday", "'yesterday', not a whole or partial ISO date"),
        (("articles", 0, "authors"), "Ada", "authors is not a list"),
    ],
)
def test_broken_exports_are_refused_with_the_place(bundle: Bundle, path: Any, value: Any, reason: str) -> None:
    data = json.loads(dateline_json.write(bundle, Options()))
    place = data
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    with pytest.raises(Refused) as refusal:
        dateline_json.read(json.dumps(data).encode())
    assert reason in str(refusal.value)


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe\x00", b"[]", b"null", b"{" * 100, b"[" * 200_000, b'{"format": "dateline"}']
)
def test_what_is_not_an_export_is_refused(content: bytes) -> None:
    with pytest.raises(Refused):
        dateline_json.read(content)


@given(data=st.data())
def test_reading_damaged_files_raises_nothing_but_refusals(bundle: Bundle, data: st.DataObject) -> None:
    content = bytearray(dateline_json.write(bundle, Options()))
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(Refused):
        dateline_json.read(bytes(content))


def test_an_older_file_that_says_only_main_or_not_keeps_that(bundle: Bundle) -> None:
    data = json.loads(dateline_json.write(bundle, Options()))
    assert all(row["main"] == (row["weight"] >= 0.5) for row in data["events"])
    for row in data["events"]:
        del row["weight"]
        row["main"] = False
    assert not any(event.main for event in dateline_json.read(json.dumps(data).encode()).events)


def test_a_zero_character_is_replaced_and_moves_nothing() -> None:
    bundle = Bundle((Article(id=1, text="a\0b", tags=("bri\0dge",)),))
    (article,) = dateline_json.read(dateline_json.write(bundle, Options())).articles
    assert (article.text, article.tags) == ("a\ufffdb", ("bri\ufffddge",))


def test_a_date_too_far_away_to_be_one_is_left_open(bundle: Bundle) -> None:
    data = json.loads(dateline_json.write(bundle, Options()))
    data["events"][0]["earliest"] = "-273788676-07-19"
    assert dateline_json.read(json.dumps(data).encode()).events[0].earliest is None


def test_folders_are_told_and_texts_left_out_only_where_asked() -> None:
    home = Article(id=1, text="A crane fell.", file="/home/ines/leaks/pages.zip/crane.html", url="file:///home/ines/x")
    event = Event(id=2, article=1, title="Crane", start=8, end=12, sentence_end=13)
    bundle = Bundle((home,), (), (event,))
    for form in ("json", "csv", "html"):
        assert b"ines" not in FORMATS[form].write(bundle, Options())
    assert b"/home/ines/leaks" in FORMATS["json"].write(bundle, Options(paths=True))
    for form in ("json", "html"):
        content = FORMATS[form].write(bundle, Options(texts=False))
        assert content.count(b"A crane fell.") == 1  # the quotation
    back = dateline_json.read(dateline_json.write(bundle, Options(texts=False)))
    assert (back.articles[0].text, back.events[0].end) == ("", 12)


def test_an_article_is_no_version_of_itself_and_has_the_digest_of_its_text() -> None:
    one, other = Article(id=1, text="A.", version_of=2), Article(id=2, text="A b.", version_of=1)
    with pytest.raises(Refused, match="a version of itself"):
        dateline_json.read(dateline_json.write(Bundle((one, other)), Options()))
    (article,) = dateline_json.read(dateline_json.write(Bundle((replace(one, digest="0" * 32),)), Options())).articles
    assert article.digest == digest("A.")


def test_a_long_chain_of_versions_is_looked_through_once(monkeypatch: pytest.MonkeyPatch) -> None:
    chain = tuple(Article(id=n, text=str(n), digest="", version_of=n - 1 or None) for n in range(1, 2001))
    looked: list[int] = []
    real = Lookup.__init__

    class Counting(dict[int, Article]):
        def get(self, key: int, default: object = None) -> Article | None:  # type: ignore[override]
            looked.append(key)
            return super().get(key)

    def counting(lookup: Lookup, bundle: Bundle) -> None:
        real(lookup, bundle)
        lookup.articles = Counting(lookup.articles)

    monkeypatch.setattr(Lookup, "__init__", counting)
    dateline_json._check(Bundle(articles=chain[::-1]))
    assert len(looked) <= 2 * len(chain)
