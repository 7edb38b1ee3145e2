"""Mails of Outlook: their parts in whichever form they are kept, what is attached, and rich text unpacked."""

import struct
from pathlib import Path
from types import ModuleType

import pytest
from tests.readers.made import articles_among

from dateline.errors import Refused
from dateline.readers import Refusal, read
from dateline.readers.base import Limits, Source
from dateline.readers.outlook import read as read_mail
from dateline.readers.outlook import unpack

BODY = "A crane fell into the harbour of Ostrey late on Thursday, the port said. Nobody was hurt."


def wide(text: str) -> bytes:
    return text.encode("utf-16-le")


def kept(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def test_subject_sender_and_the_time_of_sending(make: ModuleType, tmp_path: Path) -> None:
    (article,) = articles_among(kept(tmp_path / "a.msg", make.outlook()))
    assert (article.format, article.authors, article.published) == ("mail", ("Jane Roe",), "2025-03-30")
    assert article.text == "\n".join(make.PARAGRAPHS)


def test_the_header_goes_before_the_properties(make: ModuleType, tmp_path: Path) -> None:
    header = wide("Date: Fri, 14 Mar 2025 08:00:00 +0100\r\nSubject: Crane\r\n\r\n")
    (article,) = articles_among(kept(tmp_path / "a.msg", make.outlook({"__substg1.0_007D001F": header})))
    assert article.published == "2025-03-14"


def test_text_in_a_code_page(make: ModuleType, tmp_path: Path) -> None:
    streams = {
        "__substg1.0_1000001F": b"",
        "__substg1.0_1000001E": f"{BODY} Müller sah zu.".encode("cp1252").ljust(4096),
    }
    (article,) = articles_among(kept(tmp_path / "a.msg", make.outlook(streams)))
    assert article.text == f"{BODY} Müller sah zu."


def test_a_mail_with_a_page_only(make: ModuleType, tmp_path: Path) -> None:
    page = f"<html><body><p>{BODY}</p><p>It was old.</p></body></html>".encode().ljust(4096)
    streams = {"__substg1.0_1000001F": b"", "__substg1.0_10130102": page}
    (article,) = articles_among(kept(tmp_path / "a.msg", make.outlook(streams)))
    assert article.text == f"{BODY}\nIt was old."


def test_a_mail_with_rich_text_only(make: ModuleType, tmp_path: Path) -> None:
    raw = rb"{\rtf1\ansi " + BODY.encode() + rb"{\*\htmltag64 <b>}\par It was old.}"
    packed = struct.pack("<III", len(raw) + 12, len(raw), 0x414C454D) + bytes(4) + raw
    streams = {"__substg1.0_1000001F": b"", "__substg1.0_10090102": packed}
    (article,) = articles_among(kept(tmp_path / "a.msg", make.outlook(streams)))
    assert article.text.split("\n") == [BODY, "It was old."]


def attached(data: bytes, name: str) -> dict[str, bytes]:
    folder = "__attach_version1.0_#00000000"
    return {f"{folder}/__substg1.0_37010102": data, f"{folder}/__substg1.0_3707001F": wide(name)}


def test_an_attached_article_is_read_and_a_picture_is_not(make: ModuleType, tmp_path: Path) -> None:
    story = f"<html><body><p>{BODY}</p></body></html>".encode().ljust(4096)
    mail, article = articles_among(kept(tmp_path / "a.msg", make.outlook(attached(story, "crane.html"))))
    assert (mail.format, article.format) == ("mail", "html")
    assert (article.file.endswith("a.msg/crane.html"), article.text) == (True, BODY)
    assert len(list(read(kept(tmp_path / "b.msg", make.outlook(attached(story, "logo.PNG")))))) == 1


def test_an_attachment_that_is_too_large_costs_itself_only(make: ModuleType) -> None:
    data = make.outlook(attached(bytes(5_000), "film.txt"))
    letter, refusal = read_mail(Source("a.msg", data, Limits(member_bytes=4_999)))
    assert not isinstance(letter, Refusal)
    assert isinstance(refusal, Refusal)
    assert (refusal.file, "larger" in str(refusal.reason)) == ("a.msg/film.txt", True)


def test_a_damaged_file_says_so() -> None:
    with pytest.raises(Refused, match="damaged mail of Outlook"):
        list(read_mail(Source("a.msg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), Limits())))


class TestRichText:
    """The examples are those that the format's public description works through (MS-OXRTFCP, section 4)."""

    PACKED = "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0"
    CROSSING = "1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0"

    @pytest.mark.parametrize(
        ("packed", "raw"),
        [
            (PACKED, b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"),
            (CROSSING, b"{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}"),
        ],
    )
    def test_what_is_packed_is_unpacked(self, packed: str, raw: bytes) -> None:
        assert unpack(bytes.fromhex(packed)) == raw

    @pytest.mark.parametrize("data", [b"", b"short", bytes(16), struct.pack("<IIII", 9, 2**31, 0x75465A4C, 0) + b"a"])
    def test_what_is_damaged_gives_nothing(self, data: bytes) -> None:
        assert unpack(data) == b""

    def test_what_is_cut_off_gives_what_came_before(self) -> None:
        assert b"{\\rtf1\\ansi\\ansicpg1252\\pard hel".startswith(unpack(bytes.fromhex(self.PACKED)[:36]))
        assert unpack(bytes.fromhex(self.PACKED)[:36])
