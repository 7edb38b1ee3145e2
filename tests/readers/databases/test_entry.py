"""One article of a database's file: its day, its authors, its paragraphs and its labels."""

from datetime import date

import pytest

from dateline.core.model import Confidence
from dateline.readers.base import Found
from dateline.readers.databases.entry import Entry, blocks, day_in, is_date_line, is_label, labels, names, paragraphs


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Ostrey, 14 March 2025, page 3", date(2025, 3, 14)),
        ("20250314", date(2025, 3, 14)),
        ("No. 20250314", None),
        ("Friday", None),
        ("14 March 1066", None),
    ],
)
def test_the_first_day_in_a_line(line: str, day: date | None) -> None:
    found = day_in(line)
    assert (found.value if found else None) == day


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("March 14, 2025 Friday 6:12 AM GMT", True),
        ("Freitag, 14. März 2025, Gesamtausgabe", True),
        ("A crane fell into the harbour of Ostrey on 14 March 2025", False),
        ("On 14 March 2025 a crane fell into the harbour of Ostrey and nobody was hurt", False),
        ("Final Edition", False),
    ],
)
def test_a_line_of_date_tells_little_else(line: str, is_one: bool) -> None:
    assert is_date_line(line) is is_one


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("By Ada Brandt and Tom Weller", ("Ada Brandt", "Tom Weller")),
        ("Brandt, Ada; Weller, Tom", ("Ada Brandt", "Tom Weller")),
        ("von  Ada   Brandt, Korrespondentin", ("Ada Brandt",)),
        ("", ()),
    ],
)
def test_the_authors_in_a_line(line: str, who: tuple[str, ...]) -> None:
    assert names(line) == who


def test_lines_set_to_a_width_are_joined_and_others_are_paragraphs() -> None:
    assert (
        paragraphs(["", " A crane fell", " at noon.", "", " Nobody was hurt."])
        == "A crane fell at noon.\nNobody was hurt."
    )
    assert paragraphs(["A crane fell.", "Nobody was hurt."]) == "A crane fell.\nNobody was hurt."
    long = (
        "The crane stood by the harbour for a century and was the pride of the whole town until it fell one night. " * 2
    )
    assert paragraphs([long, "", long.upper()]) == f"{long.strip()}\n{long.strip().upper()}"
    assert paragraphs(["", "  "]) == ""


def test_a_label_has_the_role_of_its_list() -> None:
    roles = labels({"date": "day published_on", "author": "by"})
    assert is_label("  Published on : 14 March", roles) == ("date", "14 March")
    assert is_label("BY: Ada Brandt", roles) == ("author", "Ada Brandt")
    assert is_label("Colour: red", roles) is None
    assert is_label("by Ada Brandt", roles) is None


def test_blocks_run_from_each_start_to_the_next() -> None:
    assert blocks(["x", "a", "b", "c"], [1, 3]) == [["a", "b"], ["c"]]
    assert blocks(["x"], []) == []


def test_an_entry_without_title_and_day_or_without_words_is_not_sound() -> None:
    assert Entry(title="Crane falls", text="It fell.", date="").sound
    assert Entry(title="", text="It fell.", date="14 March 2025").sound
    assert not Entry(title="", text="It fell.", date="Friday").sound
    assert not Entry(title="Crane falls", text="* * *", date="14 March 2025").sound


def test_an_entry_as_an_article_has_what_the_database_states() -> None:
    whole = Found(text="all", format="text", language="en", exact=True)
    entry = Entry(
        title="Crane\n falls", text="Er fiel.", date="14 March 2025", authors="Ada Brandt", language="German; Deutsch"
    )
    found = entry.found(whole)
    assert (found.title, found.authors, found.language, found.exact) == ("Crane falls", ("Ada Brandt",), "de", False)
    (clue,) = found.clues
    assert (clue.value, clue.confidence) == ("2025-03-14", Confidence.CERTAIN)
    undated = Entry(title="Crane falls", text="It fell.", date="", language="Klingon").found(whole)
    assert (undated.clues, undated.language) == ((), "en")
