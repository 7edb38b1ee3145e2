"""Feeds and the exports of blogs."""

from pathlib import Path
from types import ModuleType

from tests.readers.made import TEXT, TITLE, one

from dateline.readers import Refusal, read

BODY = "\n\n".join(TEXT)


def test_drafts_of_a_blog_are_left_out_and_counted(make: ModuleType, tmp_path: Path) -> None:
    file = tmp_path / "blog.xml"
    file.write_bytes(make.kept()["blog.xml"])
    assert [item.reason for item in read(file) if isinstance(item, Refusal)] == [
        "what was not published is left out (drafts: 1)"
    ]


def test_entities_in_feeds_are_not_expanded(tmp_path: Path) -> None:
    file = tmp_path / "a.rss"
    file.write_text(
        '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss><channel><item><title>x'
        "</title><description>&b; and some words</description></item></channel></rss>"
    )
    (refusal,) = read(file)
    assert isinstance(refusal, Refusal)
    assert "entities" in refusal.reason


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
