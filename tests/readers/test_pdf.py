"""PDF beyond one column: browser prints, folio lines, headlines over columns, database files."""

from pathlib import Path

import pytest
from tests.readers.made_pdf import TITLE, Run, article, body, stories


def test_two_short_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    runs = [(60.0, 700.0, 11, "The committee looked at the yearly"), (60.0, 688.0, 11, "accounts and"),
            (330.0, 700.0, 11, "then passed plans for the"), (330.0, 688.0, 11, "two following winters.")]  # fmt: skip
    assert "accounts and then passed" in article(tmp_path, runs).text


def test_a_database_s_documents_in_a_pdf(tmp_path: Path) -> None:
    def document(title: str, day: str) -> list[Run]:
        head = [(40.0, 790.0, 16, title), (40.0, 765.0, 10, "The Ostrey Messenger"), (40.0, 752.0, 10, day)]
        fields = ["Section: NEWS; Pg. 4", "Length: 180 words", "Byline: Ada Brandt", "Body"]
        tail = [(40.0, 600.0, 10, "Load-Date: June 1, 2025"), (40.0, 580.0, 10, "End of Document")]
        return [*head, *((40.0, 739.0 - 13 * n, 10, words) for n, words in enumerate(fields)), *body(top=670), *tail]

    pages = document(TITLE, "March 14, 2025 Friday"), document("Council to rebuild it", "May 2, 2025")
    found = stories(tmp_path, *pages)
    assert [(a.title, a.published) for a in found] == [(TITLE, "2025-03-14"), ("Council to rebuild it", "2025-05-02")]
    assert found[0].text.endswith("what becomes of the foundations.")


FOLIO = (40.0, 822.0, 8, "The Ostrey Messenger   Friday, 14 March 2025   Page 3")


def column(left: float, top: float, mark: str, count: int = 9) -> list[Run]:
    return [(left, top - 12 * n, 9, f"{mark}{n} words of a narrow line") for n in range(count)]


class TestNewspapers:
    def test_stories_one_above_the_other(self, tmp_path: Path) -> None:
        lefts = (40, 220, 400)
        page = [FOLIO, (40.0, 780.0, 24, "Old crane is taken down"), (40.0, 760.0, 9, "By Ilse Marn")]
        page += [run for n, left in enumerate(lefts) for run in column(left, 745, f"A{n}")]
        page += [(40.0, 600.0, 20, "Council votes on the quay"), *(r for n, left in enumerate(lefts) for r in column(left, 580, f"B{n}"))]  # fmt: skip  # noqa: E501
        first, second = stories(tmp_path, page)
        assert (first.title, first.authors) == ("Old crane is taken down", ("Ilse Marn",))
        assert (second.title, second.published) == ("Council votes on the quay", "2025-03-14")
        assert "B0" not in first.text
        places = [first.text.find(f"A{n}{k} ") for n in range(3) for k in range(9)]
        assert places == sorted(places)
        assert min(places) > 0

    def test_a_story_beside_and_below_another(self, tmp_path: Path) -> None:
        page = [FOLIO, (40.0, 780.0, 24, "Old crane is taken down in the night after the storm")]
        page += [run for n, left in enumerate((40, 180, 320)) for run in column(left, 755, f"A{n}", 20)]
        page += column(460, 755, "A3", 6)
        page += [(460.0, 655.0, 18, "Ferry stays"), (460.0, 636.0, 18, "in the port"), *column(460, 620, "B", 12)]
        first, second = stories(tmp_path, page)
        assert second.title == "Ferry stays in the port"
        assert all(f"B{n} " in second.text for n in range(12))
        assert "A" not in second.text
        places = [first.text.find(f"A{n}{k} ") for n in range(4) for k in range(20 if n < 3 else 6)]
        assert places == sorted(places)

    def test_columns_alone_tell_a_newspaper(self, tmp_path: Path) -> None:
        lefts = (40, 220, 400)
        page = [(40.0, 780.0, 24, "Old crane is taken down in the night")]
        page += [run for n, left in enumerate(lefts) for run in column(left, 745, f"A{n}")]
        page += [(40.0, 600.0, 20, "Council votes on the old northern quay"), *(r for n, left in enumerate(lefts) for r in column(left, 580, f"B{n}"))]  # fmt: skip  # noqa: E501
        assert len(stories(tmp_path, page)) == 2

    def test_the_next_page_goes_on(self, tmp_path: Path) -> None:
        page = [FOLIO, (40.0, 780.0, 24, "Old crane is taken down"), *column(40, 755, "A", 15)]
        page += [(320.0, 780.0, 24, "Ferry stays in port"), *column(320, 755, "B", 15)]
        first, second = stories(tmp_path, page, column(40, 780, "C", 15))
        assert ("C0 " in first.text, "C0 " in second.text) == (False, True)

    @pytest.mark.parametrize("columns", [(40,), (40, 320)])
    def test_the_headings_of_a_report_part_nothing(self, columns: tuple[float, ...], tmp_path: Path) -> None:
        page = [(40.0, 790.0, 24, "Report of the port for the year")]
        for left in columns:
            page += [(left, 750.0, 16, "What was built in the year"), *column(left, 730, "A", 15)]
            page += [(left, 500.0, 16, "What is to be built next"), *column(left, 480, "B", 15)]
        assert len(stories(tmp_path, page)) == 1

    def test_a_quotation_set_large_is_no_headline(self, tmp_path: Path) -> None:
        page = [FOLIO, (40.0, 780.0, 24, "Old crane is taken down"), *column(40, 755, "A", 15)]
        page += [(40.0, 560.0, 18, "“Nobody was told of it”"), *column(40, 540, "B", 15)]
        (found,) = stories(tmp_path, page)
        assert "B14" in found.text
