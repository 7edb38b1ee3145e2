"""Nexis: documents counted above or ended below, in several languages."""

from pathlib import Path
from types import ModuleType

import pytest
from tests.readers.databases.made import OTHER, TEXT, exported
from tests.readers.made import written

from dateline.readers.databases.nexis import entries

NEXIS = """
                               1 of 2 DOCUMENTS

                              The Ostrey Messenger

                            March 14, 2025 Friday
                              Final Edition

Crane falls into the harbour

BYLINE: Ada Brandt

LENGTH: 180 words

{}

LOAD-DATE: March 16, 2025

LANGUAGE: ENGLISH

                    Copyright 2025 The Ostrey Messenger

                               2 of 2 DOCUMENTS

                              The Ostrey Messenger

                            April 2, 2025 Wednesday

Council to rebuild the crane

LENGTH: 90 words

{}

LOAD-DATE: April 4, 2025
"""

NEXIS_GERMAN = """
Dokument 1 von 2 DOKUMENTEN

Ostreyer Bote

14. März 2025 Freitag
Gesamtausgabe

Crane falls into the harbour

AUTOR: Ada Brandt

LÄNGE: 180 Wörter

{}

UPDATE: 15. März 2025

Dokument 2 von 2 DOKUMENTEN

Ostreyer Bote

2. April 2025 Mittwoch

Council to rebuild the crane

LÄNGE: 90 Wörter

{}

SPRACHE: GERMAN; DEUTSCH
"""

NEXIS_UNI = """User Name: desk
Date and Time: June 3, 2025 9:12:00 AM EDT
Documents (2)
1. Crane falls into the harbour
2. Council to rebuild the crane
Crane falls into the harbour
The Ostrey Messenger
March 14, 2025 Friday
Copyright 2025 The Ostrey Messenger All Rights Reserved
Section: NEWS; Pg. 4
Length: 180 words
Byline: Ada Brandt
Body
{}
Load-Date: March 15, 2025
End of Document
Council to rebuild the crane
The Ostrey Messenger
April 2, 2025 Wednesday
Length: 90 words
Body
{}
Load-Date: April 4, 2025
End of Document
"""

NEXIS_FRENCH = """Document 1 sur 2

The Ostrey Messenger

14 mars 2025 vendredi

Crane falls into the harbour

AUTEUR: Ada Brandt

LONGUEUR: 180 mots

{}

DATE-CHARGEMENT: 15 mars 2025

Document 2 sur 2

The Ostrey Messenger

2 avril 2025 mercredi

Council to rebuild the crane

LONGUEUR: 90 mots

{}

DATE-CHARGEMENT: 3 avril 2025
"""


@pytest.mark.parametrize("form", [NEXIS, NEXIS_GERMAN, NEXIS_UNI, NEXIS_FRENCH])
@pytest.mark.parametrize("name", ["export.txt", "export.docx"])
def test_each_article_has_its_own_date(form: str, name: str, tmp_path: Path, make: ModuleType) -> None:
    first, _ = exported(form, tmp_path / name, make)
    assert first.authors == ("Ada Brandt",)
    assert first.site in ("The Ostrey Messenger", "Ostreyer Bote")


def test_the_trade_of_an_author_is_no_author(tmp_path: Path) -> None:
    made = NEXIS_FRENCH.replace("Ada Brandt", "Ada Brandt, Transport Correspondent")
    assert written(tmp_path / "export.txt", made.format(TEXT, OTHER))[0].authors == ("Ada Brandt",)


def test_the_day_of_loading_is_never_the_day_of_the_document() -> None:
    lines = NEXIS.format(TEXT, OTHER).replace("March 14, 2025 Friday", "Friday").splitlines()
    assert [entry.date.strip() for entry in entries(lines)] == ["April 2, 2025 Wednesday"]


def test_lines_without_its_marks_are_no_such_file() -> None:
    assert entries(["Crane falls into the harbour", "March 14, 2025", *TEXT.splitlines()]) == []
