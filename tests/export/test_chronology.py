"""Chronologies, as a Word reader and a PDF reader that are not ours see them."""

from collections.abc import Callable
from dataclasses import replace

from tests.export.made import Told

from dateline.core.model import Bundle, Status
from dateline.export.chronology import LAYOUTS


def test_entries_are_numbered_in_the_order_of_time(told: Callable[..., Told]) -> None:
    entries = [words for style, words in told() if style == "entry"]
    assert entries[0] == "1. 15 March 44 BC (“Ides of March”): Caesar dies"
    assert [words.split()[0] for words in entries] == [f"{n}." for n in range(1, len(entries) + 1)]
    assert entries[-1] == f"{len(entries)}. undated (“some day”): Added by hand"


def test_what_two_articles_tell_is_one_entry_with_both_sources(told: Callable[..., Told]) -> None:
    rows = told()
    (at,) = (n for n, (_, words) in enumerate(rows) if "Crane falls into the harbour" in words)
    assert [style for style, _ in rows[at : at + 5]] == ["entry", "quote", "source", "quote", "source"]
    assert {rows[at + 2][1].split(",")[0], rows[at + 4][1].split(",")[0]} == {"Exhibit 1", "Exhibit 2"}
    assert any("claimed by the port" in words for _, words in rows[at : at + 5])
    quotes = [rows[at + 1][1], rows[at + 3][1]]
    assert "“A crane fell into the old harbour on Saturday night, the port said.”" in quotes


def test_exhibits_have_the_hash_of_the_file_as_it_was_imported(told: Callable[..., Told], proved: Bundle) -> None:
    rows = told("court", proved)
    hashes = [words for style, words in rows if style == "hash"]
    assert hashes[0] == f"File crane.html, imported 2025-04-01 09:30:00, SHA-256 {'ab' * 32}"
    assert hashes[1].endswith("no hash was kept")
    assert not [style for style, _ in told("thesis", proved) if style == "hash"]


def test_layouts_differ_in_what_they_have(told: Callable[..., Told]) -> None:
    styles = {layout: {style for style, _ in told(layout)} for layout in LAYOUTS}
    assert "quote" in styles["court"] & styles["thesis"]
    assert "quote" not in styles["desk"]
    assert any(words.endswith("[1]") for style, words in told("desk") if style == "entry")
    assert any("+check the count" in words for _, words in told("thesis"))
    assert not any("+check the count" in words for _, words in told("court"))


def test_what_the_reader_rejected_is_left_out(told: Callable[..., Told], bundle: Bundle) -> None:
    events = tuple(replace(event, status=Status.REJECTED) for event in bundle.events)
    assert not [style for style, _ in told("court", replace(bundle, events=events)) if style == "entry"]
