"""What a browser prints round a page."""

from pathlib import Path

import pytest
from tests.readers.made_pdf import TITLE, article, body

PRINT = [(25, 824, 7, "03/06/2025, 18:02"), (250, 824, 7, TITLE[:30] + " | The Ostrey Messenger"),
         (25, 15, 7, "https://messenger.example/n/118"), (560, 15, 7, "1/1")]  # fmt: skip


@pytest.mark.parametrize(("line", "day"), [("Published Friday 14 March 2025, 8.12am", "2025-03-14"), ("", None)])
def test_what_a_browser_prints_round_a_page(line: str, day: str | None, tmp_path: Path) -> None:
    found = article(tmp_path, [*PRINT, (40, 780, 18, TITLE), *([(40, 750, 9, line)] if line else []), *body()])
    assert (found.title, found.published, found.url) == (TITLE, day, "https://messenger.example/n/118")
    assert "18:02" not in found.text
    assert [c.value for c in found.candidates if c.where == "the day the page was printed"][:1] != [found.published]
