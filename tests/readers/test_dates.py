"""Dates in the words and figures of files, and which of them is the publication."""

from datetime import date
from pathlib import Path

import pytest

from dateline.core.model import Confidence
from dateline.readers import dates, read
from dateline.readers.dates import Day
from dateline.readers.evidence import Clue, weigh

DAY = date(2025, 3, 30)


@pytest.mark.parametrize(
    "text",
    [
        "2025-03-30", "2025-03-30T22:30:00Z", "2025-03-30 22:30:00 +0200", "20250330", "20250330T101112Z", "1743373800",
        "1743373800000", "Sun, 30 Mar 2025 10:00:00 +0200", "Sun Mar 30 10:00:00 EST 2025", "March 30, 2025",
        "Mar. 30,2025", "30 March 2025", "30th of March 2025", "Sunday, March 30th, 2025 at 5 pm", "30. März 2025",
        "30.03.2025", "30/03/2025", "03/30/2025", "2025/03/30", "2025. 3. 30.", "30 mars 2025", "30 de marzo de 2025",
        "30 марта 2025 г.", "2025年3月30日", "30-Mar-2025", "30 Mart 2025", "30 marca 2025",
    ],
)  # fmt: skip
def test_a_day_in_many_forms(text: str) -> None:
    day = dates.machine(text)
    assert day is not None
    assert day.value == DAY


@pytest.mark.parametrize(
    "text",
    ["", "tomorrow", "2025-02-31", "Market 30, 2014", "version 1.2.2025.7", "12:30", "99999999999", "March 2025"],
)
def test_no_day(text: str) -> None:
    assert dates.machine(text) is None


def test_a_language_without_a_table_is_asked_of_dateparser() -> None:
    day = dates.machine("30 मार्च 2025", language="hi")
    assert day is not None
    assert day.value == DAY


def test_the_buddhist_era() -> None:
    assert dates.machine("30 มีนาคม 2568", language="th") == Day(DAY, 0, 14)


def test_a_clock_without_a_day_is_never_today() -> None:
    assert dates.machine("Šodien, 17:40", language="lv") is None


def test_figures_are_read_as_the_place_has_them() -> None:
    assert dates.machine("03/04/2025", day_first=True) == Day(date(2025, 4, 3), 0, 10)
    assert dates.machine("03/04/2025", day_first=False) == Day(date(2025, 3, 4), 0, 10)
    assert dates.machine("Thu, 03/04/2025 - 10:01") == Day(date(2025, 4, 3), 5, 15)
    unknown = dates.machine("03/04/2025")
    assert unknown is not None
    assert {unknown.value, unknown.other} == {date(2025, 3, 4), date(2025, 4, 3)}


def clue(
    day: date, source: str = "json-ld", sure: Confidence = Confidence.CERTAIN, kind: str = "published", zone: str = ""
) -> Clue:
    return Clue(Day(day, 0, 0, zone=zone), source, f"the {source}", str(day), sure, kind)  # type: ignore[arg-type]


class TestWeighing:
    def test_a_field_meant_for_it_is_certain(self) -> None:
        verdict = weigh([clue(DAY)])
        assert (verdict.best, verdict.confidence) == ("2025-03-30", Confidence.CERTAIN)

    def test_two_kinds_of_evidence_make_it_certain(self) -> None:
        verdict = weigh([clue(DAY, "url", Confidence.LIKELY), clue(DAY, "byline", Confidence.LIKELY)])
        assert verdict.confidence is Confidence.CERTAIN

    def test_disagreement_is_shown_and_lowers_the_confidence(self) -> None:
        other = date(2024, 1, 5)
        verdict = weigh([clue(DAY), clue(other, "byline", Confidence.LIKELY)])
        assert (verdict.best, verdict.confidence) == ("2025-03-30", Confidence.LIKELY)
        assert "but the byline says 2024-01-05" in verdict.why
        assert [c.value for c in verdict.candidates] == ["2025-03-30", "2024-01-05"]

    def test_a_tie_is_a_guess(self) -> None:
        verdict = weigh([clue(DAY, "url", Confidence.LIKELY), clue(date(2024, 1, 5), "byline", Confidence.LIKELY)])
        assert verdict.confidence is Confidence.GUESS

    def test_the_same_evening_on_two_continents_is_one_date_as_written_locally(self) -> None:
        verdict = weigh([clue(date(2025, 3, 31), zone="utc"), clue(DAY, "byline", Confidence.LIKELY)])
        assert (verdict.best, verdict.confidence) == ("2025-03-30", Confidence.CERTAIN)

    def test_a_visible_date_that_is_the_update_does_not_contradict(self) -> None:
        later = date(2025, 4, 9)
        verdict = weigh(
            [clue(DAY), clue(later, "time", Confidence.LIKELY), clue(later, "meta", Confidence.LIKELY, "updated")]
        )
        assert (verdict.best, verdict.confidence) == ("2025-03-30", Confidence.CERTAIN)

    def test_an_update_alone_is_a_guess(self) -> None:
        verdict = weigh([clue(DAY, "meta", Confidence.LIKELY, "updated")])
        assert (verdict.best, verdict.confidence) == ("2025-03-30", Confidence.GUESS)
        assert "update" in verdict.why

    def test_placeholders_and_days_to_come_are_no_dates(self) -> None:
        verdict = weigh([clue(date(1970, 1, 1)), clue(date(2999, 1, 1))])
        assert (verdict.best, verdict.candidates) == (None, ())

    def test_ambiguous_figures_are_settled_by_another_date(self) -> None:
        figures = Clue(
            Day(date(2025, 3, 4), 0, 0, date(2025, 4, 3)), "byline", "the byline", "03/04/2025", Confidence.LIKELY
        )
        assert weigh([figures]).confidence is Confidence.GUESS
        verdict = weigh([figures, clue(date(2025, 4, 3), "url", Confidence.LIKELY)])
        assert (verdict.best, verdict.confidence) == ("2025-04-03", Confidence.CERTAIN)


class TestText:
    @pytest.mark.parametrize(
        "head",
        [
            "Bridge falls\nBy Jane Roe\n30 March 2025\n", "Bridge falls\nPublished: March 30, 2025 10:15 am\n",
            "MARLOW FERRY, March 30, 2025 (Arle Press) — ", "Bridge falls\nSunday 30 March 2025\n",
            "Date: 2025-03-30\nBridge falls\n", "Bridge falls\nBy Jane Roe | March 30, 2025\n",
        ],
    )  # fmt: skip
    def test_bylines_and_datelines(self, head: str, tmp_path: Path) -> None:
        file = tmp_path / "a.txt"
        file.write_text(
            f"{head}Two people were killed when the old bridge fell, the police said on Sunday.\nMore later."
        )
        (article,) = read(file)
        assert getattr(article, "published", None) == "2025-03-30"

    @pytest.mark.parametrize(
        "text",
        [
            "Bridge falls\nThe bridge was opened on 30 March 2025 and fell on Saturday.\nNobody knows why it fell.",
            "Bridge falls\nThe bridge fell.\n© 30 March 2025 The Arle Post",
            "Bridge falls\nIt fell.\nReader, 30 March 2025: a comment",
        ],
    )
    def test_dates_told_in_sentences_are_not_the_publication(self, text: str, tmp_path: Path) -> None:
        file = tmp_path / "a.txt"
        file.write_text(text)
        (article,) = read(file)
        assert getattr(article, "published", "") is None

    def test_a_dateline_without_a_year_needs_one_from_elsewhere(self, tmp_path: Path) -> None:
        page = (
            "<html><head><link rel='canonical' href='https://post.example/2025/03/30/x'></head><body><article><h1>Bridge"
            " falls</h1><p>MARLOW FERRY, March 30 (Arle Press) — Two people were killed when the old bridge over the "
            "river fell, the police said. Rescue workers searched all night for others.</p></article></body></html>"
        )
        (tmp_path / "a.html").write_text(page)
        (tmp_path / "b.html").write_text(page.replace("/2025/03/30/x", "/x"))
        (dated,) = read(tmp_path / "a.html")
        (undated,) = read(tmp_path / "b.html")
        assert {c.source for c in getattr(dated, "candidates", ())} == {"url", "dateline"}
        assert getattr(undated, "candidates", None) == ()


def test_never_today_and_never_the_files_own_date(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Bridge falls\nTwo people were killed on Saturday, the police said.\nAn inquiry begins next week.")
    (article,) = read(file)
    assert getattr(article, "published", "") is None
    assert getattr(article, "candidates", None) == ()


def test_the_founding_article_names_no_date(shared: Path) -> None:
    (article,) = read(shared / "seed" / "escalating-battles.txt")
    assert getattr(article, "published", "") is None
    assert getattr(article, "candidates", None) == ()
