"""Tables of articles."""

import csv
import io
from pathlib import Path
from types import ModuleType

from tests.readers.made import BODY, OTHER, articles, written

from dateline.core.model import Confidence


def test_a_column_of_long_texts_is_the_text_whatever_its_name(tmp_path: Path) -> None:
    table = io.StringIO()
    writer = csv.writer(table, delimiter=";")
    writer.writerows(
        [["Titel", "Erschienen", "Meldung"], ["Kran", "14.03.2025", BODY * 5], ["Rat", "18.03.2025", OTHER * 5]]
    )
    first, second = written(tmp_path / "table.csv", table.getvalue())
    assert [first.published, second.published] == ["2025-03-14", "2025-03-18"]
    assert first.published_confidence == Confidence.CERTAIN
    assert first.text == BODY * 5


def test_one_cell_tells_the_order_of_day_and_month_for_its_column(make: ModuleType, tmp_path: Path) -> None:
    file = tmp_path / "table.csv"
    file.write_bytes(make.kept()["table.csv"])
    assert [article.published for article in articles(file)] == [make.DAY, "2025-03-04"]


def test_a_wide_table_and_many_lines_are_read(folder: Path) -> None:
    assert "Bridge 9999 closed" in articles(folder / "table.html")[0].text
    assert len(articles(folder / "many.jsonl")) == 2_000
