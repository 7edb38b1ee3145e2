"""Bytes into text."""

import pytest

from dateline.errors import Refused
from dateline.readers.encoding import decode


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Deux personnes ont été tuées samedi lorsque le vieux pont s'est effondré. Être prêt, ça, où.", "cp1252"),
        ("Duas pessoas morreram, informou a polícia. Não há informações sobre as ações dos órgãos.", "cp1252"),
        ("Två personer omkom på lördagskvällen när den gamla bron rasade.", "cp1252"),
        ("Dva lidé zemřeli v sobotu v noci, když se zřítil starý most přes řeku.", "cp1250"),
        ("Dwie osoby zginęły w sobotę w nocy, gdy zawalił się stary most.", "cp1250"),
        ("Ketten meghaltak, amikor leomlott a régi híd, közölte a rendőrség; tűz is volt.", "cp1250"),
        ("Cumartesi gecesi eski köprünün çökmesi sonucu iki kişi öldü, polis açıkladı.", "cp1254"),
        ("Δύο άνθρωποι σκοτώθηκαν το Σάββατο το βράδυ όταν κατέρρευσε η παλιά γέφυρα.", "cp1253"),
        ("Двоє людей загинули в суботу вночі, коли обвалився старий міст через річку.", "cp1251"),
        ("경찰은 일요일 다리가 무너져 두 명이 숨졌다고 밝혔다.", "euc_kr"),
        ("“They’re late” — he said", "cp1252"),
        ("The café", "cp1252"),
    ],
)
def test_the_code_page_is_found(text: str, name: str) -> None:
    assert decode(text.encode(name)) == text


@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_in_every_form(name: str) -> None:
    text = "The bridge “fell” on Saturday night — in Köln."
    assert decode(text.encode(name)) == text


def test_what_is_declared_comes_first_unless_it_cannot_be() -> None:
    assert decode("Мост".encode("koi8-r"), "koi8-r") == "Мост"
    assert decode("Größe".encode(), "ascii; nonsense") == "Größe"
    assert decode("Größe".encode("cp1252"), "iso-8859-1") == "Größe"
    assert decode("Größe".encode(), "iso-8859-1") == "Größe"  # saved anew as UTF-8, its declaration kept


def test_a_cut_download_is_still_read() -> None:
    assert decode("Der Fluß ist über die Ufer getreten, heißt es. Größ".encode()[:-1]).endswith("�")


def test_pages_take_any_bytes_but_texts_do_not() -> None:
    broken = b"<p>Bridge falls \xff\xfe\x81\x8d\x90 on Saturday \xff\xff\xff\xff</p>"
    with pytest.raises(Refused, match="not text"):
        decode(broken)
    assert "Bridge falls" in decode(broken, lenient=True)
