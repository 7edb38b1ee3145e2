"""What programs for notes and posts state of an article: its address, its author, and the day on which it was kept."""

from pathlib import Path

import pytest
from tests.readers.made import TEXT, TITLE, one

BODY = "\n\n".join(TEXT)


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
