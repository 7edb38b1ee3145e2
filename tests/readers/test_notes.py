"""What programs for notes and posts state of an article: its address, its author, and the day on which it was kept."""

import json
from pathlib import Path

import pytest

from dateline.core.model import Article
from dateline.readers import read

TITLE = "Crane falls into the harbour"
TEXT = (
    "A crane fell into the harbour of Ostrey late on Thursday, the port said. It had stood idle since the yard closed.",
    "Nobody was hurt. The council had argued for years about who should pay for its repair, a spokeswoman said.",
)
BODY = "\n\n".join(TEXT)


def one(path: Path, text: str) -> Article:
    path.write_text(text, encoding="utf-8")
    (article,) = read(path)
    assert isinstance(article, Article)
    return article


READWISE = f"""# {TITLE}

## Metadata
- Author: [[Ada Brandt]]
- Full Title: {TITLE}
- URL: https://messenger.example/2025/03/14/crane
- Saved: 2025-04-20

## Full Document
{BODY}
"""
FRONT = f"""---
title: {TITLE}
source: https://messenger.example/2025/03/14/crane
author: "[[Ada Brandt]]"
created: 2025-04-20
---
{BODY}
"""
JOPLIN = f"""{TITLE}

{BODY}

id: 0123456789abcdef0123456789abcdef
parent_id: fedcba9876543210fedcba9876543210
created_time: 2025-04-20T10:00:00.000Z
author: Ada Brandt
source_url: https://messenger.example/2025/03/14/crane
is_conflict: 0
type_: 1"""


@pytest.mark.parametrize("note", [READWISE, FRONT, JOPLIN])
def test_a_note_of_a_page_is_dated_by_its_address_and_not_by_its_keeping(note: str, tmp_path: Path) -> None:
    article = one(tmp_path / "note.md", note)
    assert (article.title, article.authors) == (TITLE, ("Ada Brandt",))
    assert article.published == "2025-03-14"
    assert article.text == "\n".join(TEXT)
    assert article.url == "https://messenger.example/2025/03/14/crane"
    assert [c.kind for c in article.candidates if c.value == "2025-04-20"] == ["saved"]


def test_wordpress_shows_another_name_than_the_one_for_its_login(tmp_path: Path) -> None:
    names = (
        'xmlns:wp="http://wordpress.org/export/1.2/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    )
    shown = "<wp:author_display_name>Ada Brandt</wp:author_display_name>"
    who = f"<wp:author><wp:author_login>abrandt</wp:author_login>{shown}</wp:author>"
    item = (
        f"<item><title>{TITLE}</title><dc:creator>abrandt</dc:creator><content:encoded>{BODY}</content:encoded>"
        "<wp:post_date>2025-03-14 09:00:00</wp:post_date><wp:status>publish</wp:status></item>"
    )
    article = one(tmp_path / "blog.xml", f'<?xml version="1.0"?><rss {names}><channel>{who}{item}</channel></rss>')
    assert (article.authors, article.published) == (("Ada Brandt",), "2025-03-14")


def test_who_clipped_a_page_did_not_write_it(tmp_path: Path) -> None:
    def note(inside: str) -> str:
        content = "".join(f"<div>{text}</div>" for text in ("By Ada Brandt", *TEXT))
        return (
            f'<?xml version="1.0"?><en-export><note><title>{TITLE}</title>'
            f"<content><![CDATA[<en-note>{content}</en-note>]]></content><note-attributes><author>jo</author>{inside}</note-attributes></note></en-export>"
        )

    clipped = one(tmp_path / "clip.enex", note("<source-url>https://messenger.example/crane</source-url>"))
    assert clipped.authors == ("Ada Brandt",)
    assert one(tmp_path / "own.enex", note("")).authors == ("jo",)


def test_a_post_of_x_has_signs_for_its_entities(tmp_path: Path) -> None:
    words = "The crane is gone &amp; nobody was hurt, says the port."
    tweet = {"tweet": {"created_at": "Fri Mar 14 09:00:00 +0000 2025", "full_text": words}}
    article = one(tmp_path / "tweets.js", f"window.YTD.tweets.part0 = {json.dumps([tweet])}")
    assert article.text == "The crane is gone & nobody was hurt, says the port."
