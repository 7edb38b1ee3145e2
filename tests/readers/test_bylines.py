"""Lines under a headline, in the words of many languages: the publication beside an update, and bylines."""

import pytest

from dateline.core.model import Article, Confidence
from dateline.readers import read_clipboard
from dateline.readers.bylines import names_in, straight

TEXT = (
    "The old crane on the quay was taken down on Tuesday night after an inspector had found cracks in its foot, the "
    "harbour office said. Some forty residents watched from behind a fence while the boom was lowered on to a barge.",
    "The council had argued about the crane since 2019, when a first report called it unsafe. It was built in 1931 and "
    "last used in 1987. A museum has asked for the cabin, and the rest is to be melted down, the office added.",
)


def shown(language: str, line: str, names: str = "x") -> Article:
    """The article of a page with such a line under its headline, in an element with such a class."""
    text = "".join(f"<p>{words}</p>" for words in TEXT)
    found = read_clipboard(
        "",
        f"<!doctype html><html lang='{language}'><head><title>Old crane is taken down | The Quay</title></head>"
        f"<body><main><article><h1>Old crane is taken down</h1><div class='{names}'>{line}</div>{text}</article></main>"
        "</body></html>",
    )
    assert isinstance(found, Article)
    return found


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "12.03.2025, 10:00 Uhr (aktualisiert: 13.03.2025)"),
        ("de", "Erstellt: 12.03.2025 &middot; Stand: 13.03.2025, 08:12"),
        ("de", "<span>12.03.25</span> <span>Stand: 13.03.25, 10:00 Uhr</span>"),
        ("de", "Aktualisiert am 13. März 2025, veröffentlicht am 12. März 2025"),
        ("de", "Update: 13.03.2025, 14:00 | Erstveröffentlichung 12.03.2025"),
        ("de", "Letztes Update: 13.03.2025, 09:00 Uhr<br>Zuerst erschienen am 12.03.2025"),
        ("de", "Stand: 12.03.2025"),
        ("fr", "12/03/2025 &bull; Mis à jour le 13/03/2025 à 8h00"),
        ("fr", "Actualisé le 13 mars 2025 - Publié le 12 mars 2025"),
        ("fr", "Mise à jour : 13/03/2025 - 09:12 | Première publication : 12/03/2025 - 18:12"),
        ("es", "Publicado el 12/03/2025 - Última actualización: 13/03/2025"),
        ("es", "Actualizado: 13/03/2025 00:11h Creado: 12/03/2025 20:00h"),
        ("es", "Última modificación 13 de marzo de 2025. Publicada: 12 de marzo de 2025"),
        ("it", "Aggiornato il 13 marzo 2025, pubblicato il 12 marzo 2025"),
        ("it", "12 marzo 2025 (modifica il 13 marzo 2025 | 09:11)"),
        ("pt", "Atualizado em 13/03/2025 10h &bull; Publicado em 12/03/2025 8h"),
        ("pt-BR", "12/03/2025 às 08:00 - Atualizado às 10:00 de 13/03/2025"),
        ("pl", "12 marca 2025, 10:00 | aktualizacja: 13 marca 2025, 8:00"),
        ("pl", "Data utworzenia: 12 marca 2025, 14:32 Data modyfikacji: 13 marca 2025, 9:00"),
        ("nl", "Bijgewerkt: 13-03-2025, geplaatst: 12-03-2025 08:00"),
        ("nl", "Laatst aangepast op 13 maart 2025. Gepubliceerd op 12 maart 2025"),
        ("sv", "Senast uppdaterad 13 mars 2025. Publicerad 12 mars 2025"),
        ("cs", "Aktualizováno 13. 3. 2025, publikováno 12. 3. 2025"),
        ("ru", "Обновлено 13.03.2025, 12.03.2025 10:00"),
        ("en", "Updated 13 March 2025 | First published 12 March 2025"),
        ("en", "March 12, 2025 / Last edited on March 13, 2025"),
        ("en", "Originally published March 12, 2025; corrected March 13, 2025"),
        ("en", "March 12, 2025 (Correction, March 13, 2025)"),
        ("en", "Wed 12 Mar 2025 17.00 CET, last modified on Thu 13 Mar 2025"),
        ("tr", "Güncelleme: 13.03.2025 09:00 Yayınlanma: 12.03.2025 10:00"),
        ("da", "Opdateret 13. mar. 2025. Offentliggjort 12. mar. 2025"),
        ("en", "March 12, 2025 (Updated March 13, 2025)"),
        ("en", "<span>March 12, 2025</span> - Updated: <time datetime='2025-03-13'>March 13, 2025</time>"),
        ("ja", "公開日：2025年3月12日　更新日：2025年3月20日"),
        ("zh", "2025-03-12 10:00 发布，2025-03-20 更新"),
        ("ko", "입력 2025.03.12. 10:00 수정 2025.03.13. 09:00"),
        ("ar", "نشر في: 12 مارس 2025 تحديث: 13 مارس 2025"),
        ("he", "פורסם: 12.03.2025 עודכן: 13.03.2025"),
    ],
)
def test_the_day_of_an_update_beside_it_is_not_the_publication(language: str, line: str) -> None:
    article = shown(language, line, "meta")
    assert (article.published, article.published_confidence) == ("2025-03-12", Confidence.LIKELY)


_BARE = (  # names without a word that calls them a byline are read only where the markup does
    "Jane Roe |", "Jane Roe reports", "Jane Roe,", "Jane Roe (", "Jane Roe /",
)  # fmt: skip


@pytest.mark.parametrize("names", ["byline", "x"])
@pytest.mark.parametrize(
    ("language", "line", "authors"),
    [
        ("en", "Words by <b>Jane Roe</b>, photographs by <b>Tom Weller</b>", ("Jane Roe",)),
        ("en", "Jane Roe | Photography: Tom Weller", ("Jane Roe",)),
        ("en", "By: Jane Roe", ("Jane Roe",)),
        ("en", "Author: Jane Roe", ("Jane Roe",)),
        (
            "en",
            "<span>by</span> <a>Jane Roe</a> <span>and</span> <a>Tom Weller</a> <span>/</span> <span>Photos</span>",
            ("Jane Roe", "Tom Weller"),
        ),
        ("en", "Jane Roe reports from Ostrey", ("Jane Roe",)),
        ("en", "Jane Roe, Chief Political Correspondent, and Tom Weller, Economics Editor", ("Jane Roe", "Tom Weller")),
        ("en", "BY JANE ROE AND TOM WELLER", ("JANE ROE", "TOM WELLER")),
        ("de", "Von: Jane Roe (Text) und Tom Weller (Fotos)", ("Jane Roe",)),
        ("de", "Text: Jane Roe, Fotos: Tom Weller", ("Jane Roe",)),
        ("de", "Eine Reportage von Jane Roe", ("Jane Roe",)),
        ("de", "Ein Gastbeitrag von Jane Roe", ("Jane Roe",)),
        ("de", "Jane Roe, Reporterin", ("Jane Roe",)),
        ("de", "Protokoll: Jane Roe", ("Jane Roe",)),
        ("de", "Von Jane Roe/dpa", ("Jane Roe",)),
        ("fr", "Propos recueillis par Jane Roe", ("Jane Roe",)),
        ("fr", "Jane Roe (avec AFP)", ("Jane Roe",)),
        ("fr", "De notre correspondante à Ostrey, Jane Roe", ("Jane Roe",)),
        ("fr", "Article rédigé par Jane Roe", ("Jane Roe",)),
        ("fr", "Rédigé par Jane Roe et Tom Weller", ("Jane Roe", "Tom Weller")),
        ("es", "Por: Jane Roe y Tom Weller", ("Jane Roe", "Tom Weller")),
        ("es", "Redacción: Jane Roe", ("Jane Roe",)),
        ("es", "Una crónica de Jane Roe", ("Jane Roe",)),
        ("es", "Texto: Jane Roe Fotos: Tom Weller", ("Jane Roe",)),
        ("pt", "Por Jane Roe e Tom Weller; O Cais", ("Jane Roe", "Tom Weller")),
        ("pt", "Texto de Jane Roe", ("Jane Roe",)),
        ("it", "di Jane Roe e Tom Weller", ("Jane Roe", "Tom Weller")),
        ("it", "a cura di Jane Roe", ("Jane Roe",)),
        ("it", "dalla nostra inviata Jane Roe", ("Jane Roe",)),
        ("pl", "Autor: Jane Roe", ("Jane Roe",)),
        ("pl", "Oprac. Jane Roe", ("Jane Roe",)),
        ("pl", "Jane Roe / PAP", ("Jane Roe",)),
        ("pl", "Tekst: Jane Roe", ("Jane Roe",)),
        ("nl", "Door onze verslaggever Jane Roe", ("Jane Roe",)),
        ("nl", "Door: Jane Roe", ("Jane Roe",)),
        ("sv", "Av: Jane Roe", ("Jane Roe",)),
        ("cs", "Autor: Jane Roe", ("Jane Roe",)),
        ("ru", "Автор: Джейн Роу", ("Джейн Роу",)),
        ("tr", "Haber: Jane Roe", ("Jane Roe",)),
        ("en", "Reuters Staff", ()),
        ("de", "Redaktion", ()),
        ("fr", "La rédaction avec AFP", ()),
        ("es", "Redacción Puertos", ()),
        ("it", "Redazione Cronaca", ()),
        ("en", "Guest Contributor", ()),
    ],
)
def test_who_wrote_it_in_the_words_of_many_languages(
    language: str, line: str, authors: tuple[str, ...], names: str
) -> None:
    told = names == "byline" or not line.startswith(_BARE)
    assert shown(language, line, names).authors == (authors if told else ())


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ilse Marn in Ostrey and Odo Feld in Arle", ("Ilse Marn", "Odo Feld")),
        ("Von Odo Feld, 14. März 2025", ("Odo Feld",)),
        ("By Jan van der Meer, Harbour Press Agency", ("Jan van der Meer",)),
        ("(Reporting by Ilse Marn; Editing by Odo Feld)", ("Ilse Marn",)),
        ("Text: Ilse Marn | Fotos: Odo Feld", ("Ilse Marn",)),
        ("By Monday evening the harbour was shut", ()),
        ("By Odo Feld's account nobody was there", ()),
        ("The newsroom", ()),
    ],
)
def test_names_in_a_line(line: str, names: tuple[str, ...]) -> None:
    assert names_in(line) == names


@pytest.mark.parametrize(("name", "turned"), [("Marn, Ilse", "Ilse Marn"), ("Ilse Marn, Odo Feld", None)])
def test_a_name_with_its_last_name_first(name: str, turned: str | None) -> None:
    assert straight(name) == (turned or name)
