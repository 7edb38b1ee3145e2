"""NewsBank, wiso and others: a head of a few lines, and marks at the end."""

from pathlib import Path
from types import ModuleType

import pytest
from tests.readers.databases.made import OTHER, TEXT, exported
from tests.readers.made import written

from dateline.readers.databases.headed import entries

NEWSBANK = """Crane falls into the harbour
The Ostrey Messenger (Ostrey) - March 14, 2025

Author/Byline: Ada Brandt
Edition: Final
Section: News

{}

Record: 1A2B3C
Copyright: Copyright (c) 2025 The Ostrey Messenger

Council to rebuild the crane
The Ostrey Messenger (Ostrey) - April 2, 2025

Section: Local

{}

Record: 1A2B3D
Copyright: Copyright (c) 2025 The Ostrey Messenger
"""

WISO = """Dokument 1 von 2

Quelle:  The Ostrey Messenger vom 14.03.2025, S. 7
Ressort: Lokales

Crane falls into the harbour

{}

Alle Rechte vorbehalten: (c) The Ostrey Messenger

Dokument 2 von 2

Quelle:  The Ostrey Messenger vom 02.04.2025, S. 3
Ressort: Lokales

Council to rebuild the crane

{}

Alle Rechte vorbehalten: (c) The Ostrey Messenger
"""


@pytest.mark.parametrize("form", [NEWSBANK, WISO])
@pytest.mark.parametrize("name", ["export.txt", "export.docx"])
def test_each_article_has_its_own_date(form: str, name: str, tmp_path: Path, make: ModuleType) -> None:
    first, _ = exported(form, tmp_path / name, make)
    assert first.site == "The Ostrey Messenger"


def test_a_head_without_its_day_is_not_given_that_of_another(tmp_path: Path) -> None:
    made = NEWSBANK.replace("(Ostrey) - April 2, 2025", "(Ostrey)")
    assert [a.published for a in written(tmp_path / "export.txt", made.format(TEXT, OTHER))] == [None]


def test_the_title_stands_above_the_head_or_below_it() -> None:
    for form in (NEWSBANK, WISO):
        titles = [entry.title for entry in entries(form.format(TEXT, OTHER).splitlines())]
        assert titles[1] == "Council to rebuild the crane"


def test_one_article_alone_is_no_such_file() -> None:
    """The marks part articles: with one there is nothing to part."""
    first, _, _ = NEWSBANK.format(TEXT, OTHER).partition("Council to rebuild")
    assert entries(first.splitlines()) == []
