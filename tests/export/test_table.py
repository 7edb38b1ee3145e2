import contextlib
import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.export.made import kept_of

from dateline.core.model import Bundle, Certainty, Conventions, Relation
from dateline.core.moment import DAY, Granularity, iso_or_none, moment
from dateline.errors import Refused
from dateline.export import table
from dateline.export.common import Options


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_a_row_holds_words_bounds_certainty_quote_and_offsets(bundle: Bundle) -> None:
    row = next(row for row in rows(table.write(bundle, Options())) if row["id"] == "20")
    assert row["words"] == "Saturday night"
    assert row["earliest"] == "2025-03-29T18:00"
    assert row["latest"] == "2025-03-30T06:00"
    assert row["certainty"] == "claimed"
    assert row["attributed_to"] == "the port"
    assert row["quote"] == "A crane fell into the old harbour on Saturday night, the port said."
    text = bundle.articles[0].text
    assert text[int(row["quote_start"]) : int(row["quote_end"])] == row["quote"]
    assert text[int(row["trigger_start"]) : int(row["trigger_end"])] == row["trigger"] == "fell"
    assert row["who"] == "Port of Elm"
    assert row["merged_as"] == "Crane falls into the harbour"
    assert row["edtf"] == ""


def test_every_event_is_a_row_in_the_order_of_time(bundle: Bundle) -> None:
    assert [row["id"] for row in rows(table.write(bundle, Options()))] == ["26", "23", "21", "24", "20", "22", "25"]


def test_formulas_are_escaped_and_come_back(bundle: Bundle) -> None:
    content = table.write(bundle, Options())
    row = next(row for row in rows(content) if row["id"] == "21")
    assert row["title"].startswith("'=Two")
    assert row["note"] == "'+check the count"
    assert row["quote"].startswith("'=Two")
    caesar = next(row for row in rows(content) if row["id"] == "26")
    assert caesar["earliest"] == "'-0043-03-15"
    back = {event.title: event for event in table.read(content).events}
    assert "=Two workers hurt <script>alert(1)</script>" in back
    assert back["Caesar dies"].earliest == moment(-43, 3, 15)


@given(st.text() | st.from_regex(r"'*\s*[=+@\-\t\r]?.*"))
def test_escaping_is_undone_exactly_and_leaves_no_formula(cell: str) -> None:
    escaped = table.escape(cell)
    assert table.unescape(escaped) == cell
    assert not escaped.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r"))


@given(data=st.data())
def test_any_bundle_gives_a_table_with_a_row_an_event(bundles: st.SearchStrategy[Bundle], data: st.DataObject) -> None:
    bundle = data.draw(bundles)
    found = rows(table.write(bundle, Options()))
    assert sorted(row["id"] for row in found) == sorted(str(event.id) for event in bundle.events)
    lengths = {
        len(cells) for cells in csv.reader(io.StringIO(table.write(bundle, Options()).decode("utf-8-sig"), newline=""))
    }
    assert lengths == {len(table.COLUMNS)}


def test_own_table_comes_back_as_events_without_an_article(bundle: Bundle) -> None:
    back = {event.title: event for event in table.read(table.write(bundle, Options())).events}
    assert len(back) == len(bundle.events)
    fell, told = back["Crane falls into harbour"], bundle.events[0]
    assert fell.article is None
    assert (kept_of(fell), fell.tags) == (kept_of(told), told.tags)
    assert "A crane fell into the old harbour" in fell.note
    assert back["Ferry stops sailing"].latest is None
    assert not back["Added by hand"].dated


@pytest.mark.parametrize(
    ("text", "begin", "until", "granularity"),
    [
        ("2025", moment(2025), moment(2026), Granularity.YEAR),
        ("2025-12", moment(2025, 12), moment(2026, 1), Granularity.MONTH),
        ("2025-03-30", moment(2025, 3, 30), moment(2025, 3, 31), Granularity.DAY),
        ("2025-03-30 14:05", moment(2025, 3, 30, 14, 5), moment(2025, 3, 30, 14, 6), Granularity.MINUTE),
        ("2025-03-30T14:05:59Z", moment(2025, 3, 30, 14, 5), moment(2025, 3, 30, 14, 6), Granularity.MINUTE),
        ("2025-03-28/2025-03-30", moment(2025, 3, 28), moment(2025, 3, 31), Granularity.DAY),
        ("30 March 2025", moment(2025, 3, 30), moment(2025, 3, 31), Granularity.DAY),
        ("March 2025", moment(2025, 3), moment(2025, 4), Granularity.MONTH),
    ],
)
def test_dates_as_others_write_them(text: str, begin: int | None, until: int | None, granularity: Granularity) -> None:
    content = f"Date;Event\n{text};Ball\n".encode()
    (event,) = table.read(content).events
    assert (event.earliest, event.latest, event.granularity) == (begin, until, granularity)


@pytest.mark.parametrize("text", ["", "2025-13", "soon", "last Saturday", "2025-02-30", "99999999", "--", "2025 or so"])
def test_what_is_no_date_leaves_the_event_undated_with_its_words(text: str) -> None:
    (event,) = table.read(f"Date,Event\n{text},Ball\n".encode()).events
    assert not event.dated
    assert event.words == text


def test_a_start_and_an_end_bound_the_event(bundle: Bundle) -> None:
    (event,) = table.read(b"start\tend\ttitle\n2025-03-28\t2025-03-30\tStrike\n").events
    assert (event.earliest, event.latest_start) == (moment(2025, 3, 28), moment(2025, 3, 29))
    assert (event.earliest_end, event.latest) == (moment(2025, 3, 30), moment(2025, 3, 31))
    assert event.relation is Relation.ON


def test_columns_are_mapped_by_hand() -> None:
    content = "Wer,Was,Wann,Wie\nAda,Rücktritt,2025-03-30,claimed\n,,,\n".encode("cp1252")
    assert table.header(content) == ["Wer", "Was", "Wann", "Wie"]
    mapping = {"title": "Was", "date": "Wann", "certainty": "Wie", "attributed_to": "Wer"}
    (event,) = table.read_csv(content, mapping, Conventions()).events
    assert (event.title, event.certainty, event.attributed_to) == ("Rücktritt", Certainty.CLAIMED, "Ada")
    assert event.earliest == moment(2025, 3, 30)
    assert event.latest == event.earliest + DAY


def test_the_mapping_is_guessed_from_names_of_any_case() -> None:
    assert table.guess_mapping(["Start Date", "HEADLINE", "Details", "x"]) == {
        "title": "HEADLINE", "date": "Start Date", "note": "Details",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"one column\n1\n", "no table"),
        (b"a,b\n1,2\n", "what happened"),
        (b"title,date\n", "no events"),
        (b"title,date\n,2025\n", "no events"),
        (b"title,date\nx,\0\n", "not text"),
        (b"\xff\xfetitle", "not text"),
        (b'title,date\n"' + b"x" * 200_000 + b'",2025\n', "cannot be read"),
    ],
)
def test_what_is_no_table_is_refused(content: bytes, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        table.read(content)


def test_a_column_that_is_not_there_is_refused() -> None:
    with pytest.raises(Refused, match="no column 'Wann'"):
        table.read_csv(b"title,b\n1,2\n", {"title": "title", "date": "Wann"}, Conventions())


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    with contextlib.suppress(Refused):
        assert table.read(content).events


def test_a_spreadsheet_sees_the_encoding(bundle: Bundle) -> None:
    accented = replace(bundle.events[5], title="Müller—Łódź")
    assert table.write(Bundle(events=(accented,)), Options()).startswith(b"\xef\xbb\xbfid,title")


@pytest.mark.parametrize(("day_first", "expected"), [(True, "2025-04-03"), (False, "2025-03-04")])
def test_dates_in_figures_are_read_as_the_reader_set(day_first: bool, expected: str) -> None:
    (event,) = table.read(b"title,date\nQuay opens,3/4/2025\n", Conventions(day_first=day_first)).events
    assert iso_or_none(event.earliest) == expected


@pytest.mark.parametrize("words", ["30. März 2025", "spring 2024", "um 1870", "before May 2025", "1990s"])
def test_a_date_column_may_hold_what_can_be_typed(words: str) -> None:
    (event,) = table.read(f"title,date\nQuay opens,{words}\n".encode()).events
    assert event.dated
    assert event.words == words


def test_one_cell_tells_the_order_of_day_and_month_for_its_column() -> None:
    content = b"title,date\nMill burns,5/4/1871\nMill rebuilt,23/9/1872\n"
    first, _ = table.read(content).events
    assert first.earliest == moment(1871, 4, 5)


def test_year_month_and_day_in_columns_of_their_own_are_one_date() -> None:
    content = (
        b"Year,Month,Day,Time,End Year,End Month,End Day,Headline\n1871,4,5,,,,,Mill burns\n1872,,,,1874,,,Works\n"
    )
    first, second = table.read(content).events
    assert (first.earliest, first.latest) == (moment(1871, 4, 5), moment(1871, 4, 6))
    assert (second.earliest, second.latest) == (moment(1872), moment(1875))


def test_the_first_slide_of_a_timelinejs_sheet_is_no_event() -> None:
    sheet = "Year,Month,Day,Headline,Type,Group\n,,,The crane,title,\n1931,,,Built,,\n2025,3,12,Taken down,,Port\n"
    events = table.read(sheet.encode()).events
    assert [event.title for event in events] == ["Built", "Taken down"]
