"""Mails, alone, in mailboxes, in digests, and what was forwarded."""

from pathlib import Path
from types import ModuleType

import pytest
from tests.readers.made import BODY, OTHER, articles, written

from dateline.readers.mail import letter

DIGEST = """From: list@example.org
To: reader@example.org
Subject: Ports Digest, Vol 12, Issue 3
Date: Wed, 19 Mar 2025 12:00:00 +0100
Content-Type: text/plain; charset=utf-8

Today's Topics:

   1. Crane falls (Ada Brandt)
   2. Council votes (Tom Weller)

----------------------------------------------------------------------

Message: 1
Date: Fri, 14 Mar 2025 08:00:00 +0100
From: Ada Brandt <ada@example.org>
Subject: [Ports] Crane falls
Content-Type: text/plain; charset="iso-8859-1"

{}

------------------------------

Message: 2
Date: Tue, 18 Mar 2025 09:00:00 +0100
From: Tom Weller <tom@example.org>
Subject: [Ports] Council votes

{}

------------------------------

Subject: Digest Footer

_______________________________________________
Ports mailing list

------------------------------

End of Ports Digest, Vol 12, Issue 3
"""


def test_a_digest_is_the_mails_in_it(tmp_path: Path) -> None:
    first, second = written(tmp_path / "digest.eml", DIGEST.format(BODY + " Müller left.", OTHER))
    assert [first.published, second.published] == ["2025-03-14", "2025-03-18"]
    assert [first.authors, second.authors] == [("Ada Brandt",), ("Tom Weller",)]
    assert first.text == BODY + " Müller left."
    assert second.text == OTHER


@pytest.mark.parametrize(
    ("head", "day"),
    [
        (
            "Van: Bode <b@example.org>\nVerzonden: vrijdag 14 maart 2025 08:00\nAan: Kim\nOnderwerp: Kraan\n",
            "2025-03-14",
        ),
        ("From: Mail <b@example.org>\nSent: Friday, March 14, 2025 8:00 AM\nTo: Kim\nSubject: Crane\n", "2025-03-14"),
        ("От: Вестник <b@example.org>\nДата: 14 марта 2025 г. 08:00\nКому: Kim\nТема: Кран\n", "2025-03-14"),
    ],
)
def test_what_was_forwarded_has_the_day_of_its_own_head(head: str, day: str, tmp_path: Path) -> None:
    mail = (
        "From: Kim <kim@example.org>\nTo: me@example.org\nSubject: FW: Crane\nDate: Mon, 30 Jun 2025 10:00:00 +0200\n"
        "Content-Type: text/plain; charset=utf-8\n\nSee below.\n\n"
    )
    (article,) = written(tmp_path / "fw.eml", f"{mail}{head}\n{BODY}\n{OTHER}\n")
    assert article.published == day
    assert article.text == f"{BODY}\n{OTHER}"


def test_a_mail_of_apples(tmp_path: Path, make: ModuleType) -> None:
    mail = make.letter(plain="\n".join(make.PARAGRAPHS))
    file = tmp_path / "1.emlx"
    file.write_bytes(str(len(mail)).encode() + b"\n" + mail + b"<?xml version='1.0'?><plist/>")
    (article,) = articles(file)
    assert article.published == make.DAY
    assert "plist" not in article.text


def test_a_mail_and_its_attached_article(folder: Path) -> None:
    letter, attached = articles(folder / "letter.eml")
    assert (letter.format, attached.format) == ("mail", "html")
    assert letter.authors == ("The Arle Letter",)
    assert letter.candidates[0].source == "header"
    assert attached.file.endswith("letter.eml/story.html")


def test_a_mailbox_gives_each_message(folder: Path) -> None:
    first, second = articles(folder / "letters.mbox")
    assert (first.published, second.published) == ("2025-03-30", "2025-03-31")


@pytest.mark.parametrize(
    ("sender", "who"),
    [
        ("Ada Brandt", ("Ada Brandt",)),
        ("Brandt, Ada", ("Ada Brandt",)),
        ('"Brandt, Ada" <ada@example.org>', ("Ada Brandt",)),
        ("Ada Brandt </o=Post/cn=brandt>", ("Ada Brandt",)),
    ],
)
def test_a_sender_is_named_with_an_address_or_without(sender: str, who: tuple[str, ...]) -> None:
    found = letter(title="Crane", sender=sender, sent="", plain=BODY, html="")
    assert found.authors == who
