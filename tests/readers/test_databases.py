"""Files of news databases are split into their articles, or said to hold several; never one with a sure date."""

from pathlib import Path
from types import ModuleType

import pytest

from dateline.core.model import Article
from dateline.readers import read

TEXT = "A crane fell into the harbour of Ostrey late on Thursday, the port said.\n\nNobody was hurt."
OTHER = "The council of Ostrey voted on Tuesday to rebuild the crane, its mayor said.\n\nWork begins in June."

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

EUROPRESSE = """The Ostrey Messenger
Vendredi 14 mars 2025 • p. 4 • 180 mots
Crane falls into the harbour
Ada Brandt
{}
© 2025 The Ostrey Messenger. Tous droits réservés.

The Ostrey Messenger
Mercredi 2 avril 2025 • p. 2 • 90 mots
Council to rebuild the crane
{}
© 2025 The Ostrey Messenger. Tous droits réservés.
"""


@pytest.mark.parametrize("form", [NEXIS, NEXIS_GERMAN, NEXIS_UNI, FACTIVA, FACTIVA_SHOWN, PROQUEST, LABELS, EUROPRESSE])
@pytest.mark.parametrize("suffix", ["txt", "docx"])
def test_each_article_has_its_own_date(form: str, suffix: str, tmp_path: Path, make: ModuleType) -> None:
    file = tmp_path / f"a.{suffix}"
    text = form.format(TEXT, OTHER)
    file.write_bytes(text.encode() if suffix == "txt" else make.docx_of(text.split("\n")))
    first, second = read(file)
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.title, first.published, first.authors) == (
        "Crane falls into the harbour",
        "2025-03-14",
        ("Ada Brandt",),
    )
    assert first.text.endswith("Nobody was hurt.")
    assert first.text.startswith("A crane fell")
    assert (second.title, second.published) == ("Council to rebuild the crane", "2025-04-02")
    assert second.text.endswith("Work begins in June.")
    assert "Messenger" in first.site or "Bote" in first.site


def test_articles_that_cannot_be_told_apart_have_no_sure_date(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("March 14, 2025\n\nLENGTH: 180 words\n" + TEXT + "\nLENGTH: 90 words\n" + OTHER * 4)
    (article,) = read(file)
    assert isinstance(article, Article)
    assert article.published is None
    assert "several articles" in article.evidence


def test_an_article_about_words_and_lengths_is_one(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("A crane falls\nMarch 14, 2025\n\n" + TEXT * 3 + "\n\nLength: 40 metres\n" + OTHER)
    (article,) = read(file)
    assert isinstance(article, Article)
    assert article.published == "2025-03-14"


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

EUROPRESSE_PAGES = """The Ostrey Messenger
Région, vendredi 14 mars 2025, p. 7

Crane falls into the harbour
BRANDT Ada

{}

© 2025 The Ostrey Messenger. Tous droits réservés.

The Ostrey Messenger
Région, mercredi 2 avril 2025, p. 3

Council to rebuild the crane

{}

© 2025 The Ostrey Messenger. Tous droits réservés.
"""


def articles(path: Path, text: str) -> list[Article]:
    path.write_text(text, encoding="utf-8")
    return [article for article in read(path) if isinstance(article, Article)]


@pytest.mark.parametrize("made", [NEWSBANK, WISO, NEXIS_FRENCH, EUROPRESSE_PAGES])
def test_heads_with_few_labels_are_told_apart(made: str, tmp_path: Path) -> None:
    first, second = articles(tmp_path / "export.txt", made.format(TEXT, OTHER))
    assert [str(first.published), str(second.published)] == ["2025-03-14", "2025-04-02"]
    assert [first.title, second.title] == ["Crane falls into the harbour", "Council to rebuild the crane"]
    assert {first.site, second.site} == {"The Ostrey Messenger"}
    for article, whole in ((first, TEXT), (second, OTHER)):
        assert article.text.split() == whole.split()


def test_the_trade_of_an_author_is_no_author(tmp_path: Path) -> None:
    made = NEXIS_FRENCH.replace("Ada Brandt", "Ada Brandt, Transport Correspondent")
    assert articles(tmp_path / "export.txt", made.format(TEXT, OTHER))[0].authors == ("Ada Brandt",)


def test_a_head_without_its_day_is_not_given_that_of_another(tmp_path: Path) -> None:
    made = NEWSBANK.replace("(Ostrey) - April 2, 2025", "(Ostrey)")
    assert [a.published for a in articles(tmp_path / "export.txt", made.format(TEXT, OTHER))] == [None]


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


def test_the_label_of_the_text_may_stand_alone(tmp_path: Path) -> None:
    first, second = articles(tmp_path / "a.txt", PROQUEST_SHOWN.format(TEXT, OTHER))
    assert (first.title, first.published) == ("Crane falls into the harbour", "2025-03-14")
    assert first.authors == ("Ada Brandt",)
    assert (second.title, second.published) == ("Council to rebuild the crane", "2025-04-02")
    assert second.text.endswith("Work begins in June.")
