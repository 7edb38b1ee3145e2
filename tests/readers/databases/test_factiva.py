"""Factiva: articles by their codes, and as they are displayed."""

from pathlib import Path
from types import ModuleType

import pytest
from tests.readers.databases.made import OTHER, TEXT, exported

from dateline.readers.databases.factiva import coded, displayed

FACTIVA = """HD  Crane falls into the harbour
BY  By Ada Brandt
WC  180 words
PD  14 March 2025
SN  The Ostrey Messenger
LA  English

LP
{}

NS  gcat : Political/General News
AN  Document OSTREY0020250314el3e00003

HD  Council to rebuild the crane
WC  90 words
PD  2 April 2025
SN  The Ostrey Messenger

TD
{}

AN  Document OSTREY0020250402el3e00003
"""

FACTIVA_SHOWN = """Crane falls into the harbour
Ada Brandt
180 words
14 March 2025
06:12
The Ostrey Messenger
OSTREY
4
English
(c) 2025 The Ostrey Messenger
{}
Document OSTREY0020250314el3e00003
Council to rebuild the crane
90 words
2 April 2025
The Ostrey Messenger
OSTREY
English
Copyright 2025.
{}
Document OSTREY0020250402el3e00003
"""


@pytest.mark.parametrize("form", [FACTIVA, FACTIVA_SHOWN])
@pytest.mark.parametrize("name", ["export.txt", "export.docx"])
def test_each_article_has_its_own_date(form: str, name: str, tmp_path: Path, make: ModuleType) -> None:
    first, _ = exported(form, tmp_path / name, make)
    assert (first.authors, first.site) == (("Ada Brandt",), "The Ostrey Messenger")


def test_each_form_is_told_from_the_other() -> None:
    codes, shown = (form.format(TEXT, OTHER).splitlines() for form in (FACTIVA, FACTIVA_SHOWN))
    assert [len(coded(codes)), len(displayed(codes))] == [2, 0]
    assert [len(coded(shown)), len(displayed(shown))] == [0, 2]


def test_one_article_without_its_day_leaves_the_file_whole() -> None:
    """Better one article without a date than two of which one has the other's."""
    assert coded(FACTIVA.format(TEXT, OTHER).replace("PD  2 April 2025\n", "").splitlines()) == []
    assert displayed(FACTIVA_SHOWN.format(TEXT, OTHER).replace("2 April 2025\n", "").splitlines()) == []


def test_the_language_is_what_stands_in_its_line() -> None:
    first, second = displayed(
        FACTIVA_SHOWN.format(TEXT, OTHER).replace("English\nCopyright", "German\n(c)").splitlines()
    )
    assert (first.language, second.language) == ("English", "German")
