"""Dates at the head of a plain text."""

from pathlib import Path

import pytest

from dateline.core.model import Article
from dateline.readers import read

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


@pytest.mark.parametrize(
    "head",
    [
        "Bridge falls\nBy Jane Roe\n30 March 2025\n", "Bridge falls\nPublished: March 30, 2025 10:15 am\n",
        "MARLOW FERRY, March 30, 2025 (Arle Press) — ", "Bridge falls\nSunday 30 March 2025\n",
        "Date: 2025-03-30\nBridge falls\n", "Bridge falls\nBy Jane Roe | March 30, 2025\n",
    ],
)  # fmt: skip
def test_bylines_and_datelines(head: str, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(f"{head}Two people were killed when the old bridge fell, the police said on Sunday.\nMore later.")
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
def test_dates_told_in_sentences_are_not_the_publication(text: str, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(text)
    (article,) = read(file)
    assert getattr(article, "published", "") is None


def test_a_dateline_without_a_year_needs_one_from_elsewhere(tmp_path: Path) -> None:
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
