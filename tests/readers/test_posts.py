"""Posts in exports, mails in digests, what was forwarded, and tables whose columns have names of their own."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from dateline.core.model import Article, Confidence
from dateline.readers import read

BODY = "A crane fell into the harbour of Ostrey late on Thursday, the port said. Nobody was hurt."
OTHER = "The council of Ostrey voted on Tuesday to rebuild the crane, its mayor said. Work begins in June."


def articles(path: Path, text: str) -> list[Article]:
    path.write_text(text, encoding="utf-8")
    return [article for article in read(path) if isinstance(article, Article)]


@pytest.mark.parametrize(
    "data",
    [
        {"db": [{"meta": {}, "data": {"posts": [{"title": "Crane", "html": f"<p>{BODY}</p><p>{OTHER}</p>",
                                                 "published_at": "2025-03-14T08:00:00.000Z"}]}}]},
        {"post_stream": {"posts": [{"username": "ada", "created_at": "2025-03-14T08:00:00.000Z",
                                    "cooked": f"<p>{BODY}</p><p>{OTHER}</p>"}]}},
        [{"data": {"children": [{"data": {"title": "Crane", "selftext": BODY, "created_utc": 1741939200.0}}]}}],
        {"feed": [{"post": {"record": {"$type": "app.feed.post", "createdAt": "2025-03-14T08:00:00Z", "text": BODY}}}]},
    ],
    ids=["blog", "forum", "thread", "network"],
)  # fmt: skip
def test_a_post_is_published_when_it_is_made(data: Any, tmp_path: Path) -> None:
    (article,) = articles(tmp_path / "export.json", json.dumps(data))
    assert article.published == "2025-03-14"
    assert article.text.startswith("A crane fell")


def test_what_is_no_post_is_not_published_when_it_was_made(tmp_path: Path) -> None:
    (article,) = articles(tmp_path / "x.json", json.dumps([{"text": BODY, "created_at": "2025-03-14T08:00:00Z"}]))
    assert article.published is None


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
    first, second = articles(tmp_path / "digest.eml", DIGEST.format(BODY + " Müller left.", OTHER))
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
    (article,) = articles(tmp_path / "fw.eml", f"{mail}{head}\n{BODY}\n{OTHER}\n")
    assert article.published == day
    assert article.text == f"{BODY}\n{OTHER}"


def test_a_column_of_long_texts_is_the_text_whatever_its_name(tmp_path: Path) -> None:
    table = io.StringIO()
    writer = csv.writer(table, delimiter=";")
    writer.writerows(
        [["Titel", "Erschienen", "Meldung"], ["Kran", "14.03.2025", BODY * 5], ["Rat", "18.03.2025", OTHER * 5]]
    )
    first, second = articles(tmp_path / "table.csv", table.getvalue())
    assert [first.published, second.published] == ["2025-03-14", "2025-03-18"]
    assert first.published_confidence == Confidence.CERTAIN
    assert first.text == BODY * 5
