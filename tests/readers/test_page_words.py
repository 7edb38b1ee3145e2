"""The names and words around a page's dates: what each list takes, and what looks like it and is left."""

import re

import pytest

from dateline.readers import page_words


@pytest.mark.parametrize(
    ("pattern", "takes", "leaves"),
    [
        ("META_OTHER", "x-publish-stamp", "article_expire_publish_date"),
        ("META_OTHER", "ns:date-created", "event_created_at"),
        ("META_OTHER_UPDATED", "x:lastmod-at", "x:lastmost-at"),
        ("ARTICLE_TYPES", "ReportageNewsArticle", "WebPage"),
        ("PAGE_TYPES", "ItemPage", "Organization"),
        ("DATE_ATTRIBUTE", "data-publish-time", "data-date-modified"),
        ("NOISE", "most-read-box", "correspondent"),
        ("NOISE", "stock ticker", "newssticker"),
        ("HARD_NOISE", "comment-list", "commentary"),
        ("NO_NOISE", "entry-footer", "site-footer"),
        ("DATE_CLASS", "c-article__date", "candidate"),
        ("UPDATED_CLASS", "time-Updated", "time-upcoming"),
        ("PUBLISHED_CLASS", "entry-date", "entry-title"),
        ("SAID_PUBLISHED", "First published on Friday, ", "First published. The day was "),
        ("SAID_PUBLISHED", "Veröffentlicht am ", "Geöffnet am "),
        ("SAID_PUBLISHED_CLOSE", "公開日：", "公開日から数えて"),
        ("PUBLISHED_BEHIND", " 14時30分 公開", " 14時30分 開始"),
        ("SAID_STATE", "Stand: ", "Verstand: "),
        ("UPDATED_BEHIND", " | 10:15 updated", " | 10:15 Ostrey"),
        ("SAID_PUBLISHED_OF_IT", "This article was first published on ", "This article tells of "),
        ("SAID_UPDATED", "Zuletzt geändert am ", "reviewed by Ada on "),
        ("SAID_UPDATED_CLOSE", "最終更新日：", "発表："),
        ("NOT_PUBLICATION_LABEL", "Effective date: Friday, ", "Effective since then, the paper wrote: "),
        ("NOT_PUBLICATION", "open until ", "runtil "),
    ],
)
def test_a_list_takes_its_kind_and_leaves_what_looks_like_it(pattern: str, takes: str, leaves: str) -> None:
    made: re.Pattern[str] = getattr(page_words, pattern)
    anchored = pattern.startswith("META_OTHER") or pattern.endswith("_BEHIND") or pattern == "DATE_ATTRIBUTE"
    find = made.match if anchored else made.search  # as the readers ask
    assert find(takes)
    assert not find(leaves)


def test_a_field_is_of_one_kind() -> None:
    """A name in two lists would be read as the first that is asked, whatever the other says."""
    lists = (page_words.META_CERTAIN, page_words.META_LIKELY, page_words.META_UPDATED)
    assert sum(map(len, lists)) == len(frozenset.union(*lists))


def test_names_of_fields_are_compared_in_small_letters() -> None:
    names = page_words.META_CERTAIN | page_words.META_LIKELY | page_words.META_UPDATED
    assert {name for name in names if name != name.lower()} == set()


@pytest.mark.parametrize(
    ("script", "value"),
    [
        ("{'publishDate': '2025-03-30', 'author': 'Roe'}", "2025-03-30"),
        (r"{\"datePublished\":\"2025-03-30T10:00\"}", "2025-03-30T10:00"),
        ("publishedAt: 1743328800,", "1743328800"),
        ("page.pubDate: 2025-03-30", None),
        ("{unpublishDate: '2025-03-30'}", None),
    ],
)
def test_dates_in_the_data_of_scripts(script: str, value: str | None) -> None:
    match = page_words.SCRIPT_DATE.search(script)
    assert (match["value"] if match else None) == value


def test_hard_noise_is_noise() -> None:
    for name in ("comments", "cookie-bar", "site-header", "current-date", "author-bio", "outbrain", "copyright-line"):
        assert page_words.HARD_NOISE.search(name)
        assert page_words.NOISE.search(name)
