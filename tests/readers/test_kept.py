"""What programs export and archive: each article of it with its own date; the day of saving is never its date."""

from pathlib import Path
from types import ModuleType

import pytest
from tests.readers.made import articles_among

from dateline.readers import Refusal, read


@pytest.mark.parametrize(
    "name",
    [
        "feed.rss", "blog.atom", "blog.xml", "clips.enex", "page.warc", "page.warc.gz", "page.wacz", "page.webarchive",
        "unpacking.html", "page.html.gz", "page.html.bz2", "page.html.xz", "table.xlsx", "tweets.js", "channel.json",
        "messages.html", "letter.msg",
    ],
)  # fmt: skip
def test_one_article_with_its_own_date(name: str, make: ModuleType, tmp_path: Path) -> None:
    file = tmp_path / name
    file.write_bytes(make.kept()[name])
    (article,) = articles_among(file)
    assert article.published == make.DAY
    assert make.PARAGRAPHS[0][:40] in article.text
    if name not in ("tweets.js", "messages.html"):
        assert article.title == make.TITLE
    assert not any(c.value == article.published and c.kind == "saved" for c in article.candidates)


@pytest.mark.parametrize(
    ("name", "day"), [("clips.enex", "2025-04-02"), ("page.warc", "2025-06-03"), ("unpacking.html", "2025-06-03")]
)
def test_the_day_of_saving_is_told_as_such(name: str, day: str, make: ModuleType, tmp_path: Path) -> None:
    file = tmp_path / name
    file.write_bytes(make.kept()[name])
    (article,) = articles_among(file)
    assert [c.value for c in article.candidates if c.kind == "saved"] == [day]


REFUSED = {
    "links.csv": ("title,url,time_added\nA bridge falls,https://post.example/a,1741996800\n", "list of links"),
    "links.txt": ("https://post.example/a\nhttps://post.example/b\n", "list of links"),
    "links.html": (
        "<!DOCTYPE NETSCAPE-Bookmark-file-1><title>Bookmarks</title><dl><dt><a href='https://post.example/a'>A bridge"
        "</a><dt><a href='https://post.example/b'>Another</a></dl>",
        "list of links",
    ),
    "feeds.opml": ("<?xml version='1.0'?><opml><body><outline xmlUrl='https://post.example/f'/></body></opml>",
                   "list of feeds"),
    "titles.rss": ("<rss><channel><item><title>A bridge</title><link>https://post.example</link></item></channel></rss>",
                   "only titles and links"),
    "events.csv": ("title,start,end\nFair,2024-01-01,2024-01-02\n", "table of events"),
    "links.json": ('{"articles": [{"url": "https://post.example/a", "title": "A", "seendate": "20250314T080000Z"}]}',
                   "list of links"),
    "mails.pst": ("!BDN and more of it, which is no text", "store of Outlook"),
    "words.docx": ("Just words, and not a document at all.", "it is not a Word document"),
    "references.json": ('[{"title": "A book", "issued": {"date-parts": [[2025]]}}]', "list of references"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_a_reason_says_what_the_file_is(name: str, tmp_path: Path) -> None:
    file = tmp_path / name
    text, part = REFUSED[name]
    file.write_text(text, encoding="utf-8")
    (refusal,) = read(file)
    assert isinstance(refusal, Refusal)
    assert part in refusal.reason


def test_documents_of_other_programs_name_the_way_out(make: ModuleType, tmp_path: Path) -> None:
    file = tmp_path / "a.pages"
    file.write_bytes(make.zipped({"Index/Document.iwa": b"x", "preview.jpg": b"y"}))
    (refusal,) = read(file)
    assert isinstance(refusal, Refusal)
    assert "Pages" in refusal.reason
    assert ".docx" in refusal.reason


class TestMail:
    def test_the_fuller_part_is_the_letter(self, tmp_path: Path, make: ModuleType) -> None:
        file = tmp_path / "a.eml"
        file.write_bytes(
            make.letter(plain=make.PARAGRAPHS[0] + "\nRead on: https://post.example/x", html=make.markup())
        )
        (article,) = articles_among(file)
        assert make.PARAGRAPHS[3] in article.text

    def test_what_was_forwarded_has_its_own_head(self, tmp_path: Path, make: ModuleType) -> None:
        inner = (
            "FYI\n\n---------- Forwarded message ---------\nFrom: The Arle Post <news@post.example>\n"
            "Date: Sun, 30 Mar 2025"
            f" at 18:02\nSubject: {make.TITLE}\nTo: <me@home.example>\n\n\n" + "\n\n".join(make.PARAGRAPHS)
        )
        file = tmp_path / "a.eml"
        file.write_bytes(make.letter(plain=inner, subject="Fwd: " + make.TITLE, date="Tue, 3 Jun 2025 09:00:00 +0100"))
        (article,) = articles_among(file)
        assert (article.title, article.published) == (make.TITLE, make.DAY)
        assert article.text.startswith(make.PARAGRAPHS[0][:30])
        assert article.authors == ("The Arle Post",)

    def test_without_a_date_the_receipt_tells_it(self, tmp_path: Path, make: ModuleType) -> None:
        file = tmp_path / "a.eml"
        data = make.letter(plain="\n".join(make.PARAGRAPHS), date="")
        file.write_bytes(b"Received: by mx.example; Sun, 30 Mar 2025 17:00:00 -0400\n" + data)
        (article,) = articles_among(file)
        assert article.published == make.DAY

    def test_a_digest_is_its_mails(self, tmp_path: Path, make: ModuleType) -> None:
        mails = b"".join(b"--b\n\n" + make.letter(plain="\n".join(make.PARAGRAPHS[n:])) + b"\n" for n in range(2))
        head = b"From: list@post.example\nSubject: Digest\nMIME-Version: 1.0\n"
        head += b"Content-Type: multipart/digest; boundary=b\n\n"
        file = tmp_path / "a.eml"
        file.write_bytes(head + mails + b"--b--\n")
        assert [article.published for article in articles_among(file)] == [make.DAY] * 2


class TestArchivedPages:
    def test_the_address_is_the_page_s_own(self, tmp_path: Path, make: ModuleType) -> None:
        file = tmp_path / "a.html"
        link = (
            '<link rel="canonical" href="https://web.archive.org/web/20250603101112/https://post.example/2025/03/30/a">'
        )
        file.write_text(make.page(head=link))
        (article,) = articles_among(file)
        assert (article.url, article.published) == ("https://post.example/2025/03/30/a", make.DAY)

    def test_archive_today_s_stamps_are_the_day_of_saving(self, tmp_path: Path, make: ModuleType) -> None:
        file = tmp_path / "a.html"
        head = (
            '<meta property="article:published_time" content="2025-06-03T10:11:12Z"><link rel="canonical" '
            'href="https://archive.ph/2025.06.03-101112/https://post.example/a">'
        )
        file.write_text(make.page(head=head))
        (article,) = articles_among(file)
        assert article.published is None
        assert {c.kind for c in article.candidates} == {"saved"}

    def test_a_clipped_note_without_a_date_of_publication(self, tmp_path: Path, make: ModuleType) -> None:
        file = tmp_path / "a.md"
        file.write_text(
            '---\ntitle: A\nauthor:\n  - "[[Jane Roe]]"\n  - "[[Ada Brandt]]"\ncreated: 2025-06-03\n---\n'
            + make.PARAGRAPHS[0]
        )
        (article,) = articles_among(file)
        assert (article.published, article.authors) == (None, ("Jane Roe", "Ada Brandt"))
