"""The lines by which the file of a news database is told, and those of other texts that look like them."""

import pytest

from dateline.readers.databases.marks import DATED, ENDS


@pytest.mark.parametrize(
    "line",
    [
        "LENGTH: 180 words",
        "  Länge: 180 Wörter",
        "End of Document",
        "AN  Document OSTREY0020250314el3e00003",
        "1,180 words".replace(",", ""),
        "Full text: A crane fell",
        "ProQuest document ID: 3175550001",
        "Record: 1A2B3C4D",
        "2 of 3 DOCUMENTS",
        "Dokument 1 von 2",
    ],
)
def test_a_mark_that_stands_once_in_each_article(line: str) -> None:
    text = f"Nobody was hurt.\n{line}\nThe council voted."
    assert sum(bool(mark.search(text)) for mark in ENDS) == 1


@pytest.mark.parametrize(
    "line",
    [
        "The length: 180 metres of quay",
        "It was the end of document 3.",
        "He wrote 180 words a day",
        "The record: 12 goals",
        "Two of three documents were lost",
        "Document 1 of the inquiry",
    ],
)
def test_what_a_sentence_tells_is_no_mark(line: str) -> None:
    assert not any(mark.search(f"Nobody was hurt.\n{line}\nThe council voted.") for mark in ENDS)


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("Vendredi 14 mars 2025 • p. 4 • 180 mots", True),
        ("14 March 2025 - 1 180 words p. 4", True),
        ("Région, vendredi 14 mars 2025, p. 7", True),
        ("News, Friday, 14 March 2025, page A7", True),
        ("The council met on Friday and spoke of 2025", False),
        ("He spoke 180 words on 14 March.", False),
    ],
)
def test_a_line_of_date_and_size(line: str, is_one: bool) -> None:
    assert (DATED.search(f"The Ostrey Messenger\n{line}\nCrane falls") is not None) is is_one
