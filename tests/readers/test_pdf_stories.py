"""Stories of a newspaper page do not run into each other."""

from pathlib import Path

from tests.readers.made_pdf import TITLE, Run, article, body


def test_the_line_over_a_newspaper_page_is_its_day(tmp_path: Path) -> None:
    folio = (40.0, 820.0, 8, "The Ostrey Messenger   Friday, 14 March 2025   Page 3")
    found = article(tmp_path, [folio, (40, 780, 18, TITLE), *body(), *body(top=600)])
    assert found.published == "2025-03-14"
    assert "Page 3" not in found.text


def test_stories_in_columns_do_not_run_into_each_other(tmp_path: Path) -> None:
    def columns(top: float, mark: str) -> list[Run]:
        return [
            run
            for n, left in enumerate((40, 175, 310, 445))
            for run in body(
                left, top, (f"{mark}{n} one of the lines in", "a narrow column of words", "that ends here.")
            )
        ]

    runs = [(40.0, 790.0, 18, "First headline on this page"), *columns(760, "A")]
    found = article(tmp_path, [*runs, (40, 640, 14, "Second headline lower down"), *columns(610, "B")])
    places = [found.text.find(f"{mark}{n}") for mark in "AB" for n in range(4)]
    assert places == sorted(places)
