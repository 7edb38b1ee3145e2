"""What a file is by its content, where no few bytes at its start tell."""

import pytest

from dateline.readers import signs

MAIL = b"From: Ada <ada@example.org>\nSubject: Crane\nDate: Fri, 14 Mar 2025 08:00:00 +0100\n\nIt fell.\n"


@pytest.mark.parametrize(
    ("data", "is_one"),
    [
        (MAIL, True),
        (b"\r\n" + MAIL.replace(b"\n", b"\r\n"), True),
        (b"Received: from a\n by b\nFrom: Ada\nTo: Tom\n\nwords", True),
        (b"From: the council\nSubject: the crane\n\nMinutes of the meeting", False),
        (b"Title: Crane falls\nDate: 14 March 2025\n\nIt fell.", False),
    ],
)
def test_a_mail_by_its_headers(data: bytes, is_one: bool) -> None:
    assert signs.mail(data) is is_one


def test_a_mailbox_by_its_first_line_and_a_header_under_it() -> None:
    assert signs.mailbox(b"From ada@example.org Fri Mar 14 08:00:00 2025\n" + MAIL)
    assert not signs.mailbox(b"From the harbour, 14 March 2025\nThe crane fell.\n")
    assert not signs.mailbox(MAIL)


def test_a_page_in_the_clothes_of_a_mail() -> None:
    page = b"From: <Saved by a browser>\nSnapshot-Content-Location: https://a.example\nMIME-Version: 1.0\n"
    page += b"Content-Type: multipart/related\n"
    assert signs.mhtml(page)
    assert not signs.mhtml(MAIL + b"MIME-Version: 1.0\nContent-Type: multipart/mixed\n")


def test_outlook_by_the_names_of_its_streams() -> None:
    assert signs.outlook(b"\xd0\xcf" + "__substg1.0_0037001F".encode("utf-16-le"))
    assert not signs.outlook(b"\xd0\xcf" + "WordDocument".encode("utf-16-le"))


def test_a_page_with_an_archive_in_it() -> None:
    assert signs.self_extracting(b" <html>PK\x03\x04 words PK\x05\x06</html>")
    assert not signs.self_extracting(b"PK\x03\x04 words PK\x05\x06")
    assert not signs.self_extracting(b"<html>words</html>")


@pytest.mark.parametrize(
    ("data", "is_one"),
    [
        (b'\xef\xbb\xbf {"title": 1}', True),
        (b"[{}]", True),
        (b"{}", True),
        (b"[]", True),
        (b"[Ostrey] The crane fell", False),
        (b"{\\rtf1}", False),
    ],
)
def test_json_from_the_first_sign_on(data: bytes, is_one: bool) -> None:
    assert signs.json(data) is is_one


def test_a_part_of_an_archive_of_posts() -> None:
    assert signs.tweets(b"window.YTD.tweets.part0 = [ {} ]")
    assert not signs.tweets(b"var tweets = [ {} ]")


@pytest.mark.parametrize(
    ("data", "is_one"),
    [
        (b"WEBVTT\n\n00:01.000 --> 00:02.000\nwords", True),
        (b"1\r\n00:00:01,000 --> 00:00:02,000\r\nwords", True),
        (b"[00:00.000 --> 00:09.000] The crane fell", True),
        (b"1\nThe crane fell --> at noon", False),
    ],
)
def test_a_transcript_by_its_first_cue(data: bytes, is_one: bool) -> None:
    assert signs.cues(data) is is_one


def test_a_spoken_line_gives_its_times_and_words() -> None:
    match = signs.SPOKEN.match("[01:02:03.500 --> 01:02:09,000]  The crane fell.")
    assert match is not None
    assert match.groups() == ("01:02:03.500", "01:02:09,000", "The crane fell.")
