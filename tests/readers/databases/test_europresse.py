"""Europresse: a line of date, page and words under the source, and a notice of rights below."""

from pathlib import Path
from types import ModuleType

import pytest
from tests.readers.databases.made import OTHER, TEXT, exported

from dateline.readers.databases.europresse import entries

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


@pytest.mark.parametrize("form", [EUROPRESSE, EUROPRESSE_PAGES])
@pytest.mark.parametrize("name", ["export.txt", "export.docx"])
def test_each_article_has_its_own_date(form: str, name: str, tmp_path: Path, make: ModuleType) -> None:
    first, _ = exported(form, tmp_path / name, make)
    assert first.site == "The Ostrey Messenger"


def test_the_author_stands_under_the_title() -> None:
    first, second = entries(EUROPRESSE.format(TEXT, OTHER).splitlines())
    assert (first.authors, second.authors) == ("Ada Brandt", "")


def test_without_a_notice_of_rights_it_is_no_such_file() -> None:
    lines = EUROPRESSE.format(TEXT, OTHER).splitlines()
    assert entries([line for line in lines if not line.startswith("©")]) == []


def test_the_cover_of_the_selection_is_no_part_of_an_article() -> None:
    text = EUROPRESSE.format(TEXT, OTHER).replace("Crane falls", "Périodicité : Quotidien\nCrane falls")
    assert entries(text.splitlines())[0].title == "Crane falls into the harbour"
