"""Dates in the words and figures of files, and which of them is the publication."""

from datetime import date
from pathlib import Path

import pytest

from dateline.core.model import Article, Confidence
from dateline.readers import addresses, dates, read
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


@pytest.mark.parametrize(
    ("language", "region", "host", "order"),
    [
        ("en", "US", "post.example", False), ("en", "GB", "post.example", True), ("en", "", "post.co.uk", True),
        ("en", "", "city.gov", False), ("en", "", "post.com", None), ("de", "", "", True), ("es", "US", "", True),
    ],
)  # fmt: skip
def test_the_order_of_day_and_month(language: str, region: str, host: str, order: bool | None) -> None:
    assert addresses.day_order(language, region, host) is order


@pytest.mark.parametrize(
    ("url", "value"),
    [
        ("https://post.example/2025/03/30/bridge", "2025-03-30"),
        ("https://post.example/world/2025/mar/30/x", "2025-03-30"),
        ("https://post.example/bridge-2025-03-30.html", "2025-03-30"),
        ("https://post.example/20250330/bridge", "2025-03-30"),
        ("https://post.example/2025/03/bridge", "2025-03"), ("https://post.example/id/2025033099", None),
        ("https://post.example/2025/13/40/x", None), ("https://2025-03-30.example/x", None),
    ],
)  # fmt: skip
def test_dates_in_addresses(url: str, value: str | None) -> None:
    found = list(addresses.from_url(url))
    assert [clue.value for clue in found] == ([value] if value else [])


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


STORIES = {
    "ru": "Администрация порта во вторник сообщила, что северный причал будет закрыт на ремонт до осени.",
    "pl": "Zarząd portu poinformował we wtorek, że nabrzeże północne będzie zamknięte do jesieni z powodu remontu.",
    "ar": "قالت سلطة الميناء يوم الثلاثاء إن الرصيف الشمالي سيغلق للإصلاحات حتى الخريف بعد أن عثر الغواصون على شقوق.",
    "ko": "항만청은 화요일 잠수부들이 말뚝에서 균열을 발견한 뒤 북부 부두를 가을까지 보수를 위해 폐쇄한다고 밝혔다.",
    "ja": "港湾局は火曜日、ダイバーが杭に亀裂を発見したため、北埠頭を秋まで修理のために閉鎖すると発表した。",
    "fr": "Les autorités du port ont annoncé mardi que le quai nord sera fermé pour travaux jusqu'à l'automne.",
    "pt": "A autoridade portuária disse na terça-feira que o cais norte ficará fechado para reparações até ao outono.",
    "nl": "De havenautoriteit zei dinsdag dat de noordelijke kade tot de herfst gesloten blijft voor reparaties.",
    "hi": "बंदरगाह प्राधिकरण ने मंगलवार को कहा कि गोताखोरों को खंभों में दरारें मिलने के बाद उत्तरी घाट बंद रहेगा।",
    "th": "การท่าเรือกล่าวเมื่อวันอังคารว่าท่าเรือเหนือจะปิดซ่อมจนถึงฤดูใบไม้ร่วงหลังจากนักประดาน้ำพบรอยแตกในเสาเข็ม",
    "en": "The port said on Tuesday that the northern quay would be closed until autumn, after divers found cracks.",
}


@pytest.mark.parametrize(
    ("language", "head"),
    [
        ("ru", "МОСКВА, 30 марта 2025 — "), ("ru", "Москва, 30 марта 2025 г.\n\n"),
        ("ru", "Москва, 30 марта 2025 г. (Агентство) - "), ("ru", "Дата публикации: 30 марта 2025\n\n"),
        ("pl", "Gdańsk, 30 marca 2025 r.\n\n"), ("pl", "niedziela, 30 marca 2025\n\n"),
        ("pl", "Data publikacji: 30.03.2025, 10:12\n\n"), ("ar", "القاهرة - 30 مارس 2025\n\n"),
        ("ar", "القاهرة، 30 مارس 2025 (وكالة) - "), ("ar", "الأحد 30 مارس 2025\n\n"), ("ar", "٣٠ مارس ٢٠٢٥\n\n"),
        ("ko", "입력 2025.03.30. 오전 8:00 수정 2025.04.02. 오후 2:00\n\n"), ("ja", "公開日：2025年3月30日\n\n"),
        ("ja", "東京、2025年3月30日\n\n"), ("fr", "Ostrey, le 30 mars 2025\n\n"), ("fr", "dimanche 30 mars 2025\n\n"),
        ("pt", "Lisboa, 30 de março de 2025 (Agência) - "), ("nl", "zondag 30 maart 2025, 10:00\n\n"),
        ("hi", "नई दिल्ली, 30 मार्च 2025\n\n"), ("th", "30 มีนาคม 2568\n\n"), ("en", "Lagos, March 30, 2025 (Agency) - "),
    ],
)  # fmt: skip
def test_datelines_and_heads_in_many_languages(language: str, head: str, tmp_path: Path) -> None:
    file = tmp_path / "article.txt"
    file.write_text(f"{head}{STORIES[language]}\n\n{STORIES[language]}", encoding="utf-8")
    (article,) = read(file)
    assert isinstance(article, Article)
    assert article.published == "2025-03-30"


@pytest.mark.parametrize(
    "head",
    [
        "It opened on 3 May 1994 — ",
        "In Ostrey, 3 May 1994 (the day of the flood) - ",
        "Tickets from 3 May 2024 (Box office) - ",
    ],
)
def test_what_a_sentence_tells_is_no_dateline(head: str, tmp_path: Path) -> None:
    file = tmp_path / "article.txt"
    file.write_text(f"{head}{STORIES['en']}\n\n{STORIES['en']}", encoding="utf-8")
    (article,) = read(file)
    assert isinstance(article, Article)
    assert article.published is None
