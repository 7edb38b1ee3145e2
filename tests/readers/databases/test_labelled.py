"""ProQuest, EBSCO and others: every part of an article has its label."""

from pathlib import Path
from types import ModuleType

import pytest
from tests.readers.databases.made import OTHER, TEXT, exported

from dateline.readers.databases.labelled import entries

PROQUEST = """____________________________________________________________

Document 1 of 2

Crane falls into the harbour

Author: Ada Brandt

Publication info: The Ostrey Messenger ; Ostrey [Ostrey]14 Mar 2025.

Full text: {}

Title: Crane falls into the harbour

Publication title: The Ostrey Messenger

Publication date: Mar 14, 2025

Last updated: 2025-03-20

____________________________________________________________

Document 2 of 2

Council to rebuild the crane

Full text: {}

Publication title: The Ostrey Messenger

Publication date: Apr 2, 2025

Last updated: 2025-04-20
"""

LABELS = """Title: Crane falls into the harbour
Authors: Ada Brandt
Publication: The Ostrey Messenger
Publication Date: 20250314
Accession Number: 1
Full Text: {}

Title: Council to rebuild the crane
Publication: The Ostrey Messenger
Publication Date: 20250402
Accession Number: 2
Full Text: {}
"""

PROQUEST_SHOWN = """____________________________________________________________

Crane falls into the harbour: The Ostrey Messenger

Brandt, Ada. The Ostrey Messenger; Ostrey [Ostrey]. 14 Mar 2025: A.3.

FULL TEXT
{}

Title: Crane falls into the harbour

Publication title: The Ostrey Messenger; Ostrey

Publication date: Mar 14, 2025

Author: Brandt, Ada

ProQuest document ID: 3175550001

____________________________________________________________

Council to rebuild the crane

The Ostrey Messenger; Ostrey. 02 Apr 2025: 1.

FULL TEXT
{}

Title: Council to rebuild the crane

Publication title: The Ostrey Messenger; Ostrey

Publication date: Apr 2, 2025

ProQuest document ID: 3175550002
"""


@pytest.mark.parametrize("form", [PROQUEST, LABELS, PROQUEST_SHOWN])
@pytest.mark.parametrize("name", ["export.txt", "export.docx"])
def test_each_article_has_its_own_date(form: str, name: str, tmp_path: Path, make: ModuleType) -> None:
    first, _ = exported(form, tmp_path / name, make)
    assert first.authors == ("Ada Brandt",)
    assert first.site.startswith("The Ostrey Messenger")


def test_the_day_of_an_update_is_another_field() -> None:
    lines = PROQUEST.format(TEXT, OTHER).splitlines()
    assert [entry.date for entry in entries(lines)] == ["Mar 14, 2025", "Apr 2, 2025"]


def test_an_article_without_a_day_or_words_is_none() -> None:
    text = LABELS.format(TEXT, "").replace("Publication Date: 20250314\n", "")
    assert entries(text.splitlines()) == []


def test_labels_within_a_text_do_not_end_it() -> None:
    text = LABELS.format(TEXT + "\nPublication: what the mayor calls it", OTHER)
    first, second = entries(text.splitlines())
    assert "Publication: what the mayor calls it" in first.text
    assert second.title == "Council to rebuild the crane"


def test_the_address_is_the_link_in_its_field() -> None:
    text = LABELS.format(TEXT, OTHER).replace(
        "Accession Number: 1", "URL: at https://messenger.example/1 (subscribers)"
    )
    assert [entry.url for entry in entries(text.splitlines())] == ["https://messenger.example/1", ""]
