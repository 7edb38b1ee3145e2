"""Feeds and what is written like them: RSS, Atom and RDF with their texts, WordPress and Blogger exports, Evernote."""

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from dateline.core.message import Message
from dateline.core.model import Confidence
from dateline.errors import Refused
from dateline.readers import dates, text_dates
from dateline.readers.addresses import from_url
from dateline.readers.base import Found, Read, Refusal, Source
from dateline.readers.bylines import authors_of, named
from dateline.readers.cleaning import without_boilerplate
from dateline.readers.evidence import Clue, Kind
from dateline.readers.markup import element_text, name_of, text_of, words_of, xml

_TEXTS = ("encoded", "content", "description", "summary")
_DATES: tuple[tuple[str, Kind], ...] = (
    ("post_date", "published"), ("pubDate", "published"), ("published", "published"), ("date", "published"),
    ("issued", "published"), ("updated", "updated"), ("modified", "updated"), ("post_modified", "updated"),
)  # fmt: skip
_UNPUBLISHED = ("draft", "auto-draft", "trash", "pending", "private", "future")
_NO_POSTS = ("attachment", "nav_menu_item", "revision", "custom_css", "wp_global_styles", "wp_template")
_ITEMS = 20_000
_DATA = re.compile(rb"<data\b[^>]*>[^<]*</data>", re.IGNORECASE)


def read(source: Source) -> Read:
    """The items of a feed that hold a text, each an article with its own date."""
    root = xml(source.data)
    name = name_of(root)
    if name == "opml":
        raise Refused("it is a list of feeds (subscriptions), not of articles; save the articles themselves")
    channel = next((e for e in root.iter() if name_of(e) in ("channel", "feed")), root)
    site = next((words_of(e) for e in channel if name_of(e) == "title"), "")
    language = next((words_of(e) for e in channel if name_of(e) == "language"), "") or _language(root)
    items = [e for e in root.iter() if name_of(e) in ("item", "entry")][:_ITEMS]
    people = _people(root)
    count = drafts = 0
    for item in items:
        if _is_draft(item):
            drafts += 1
            continue
        found = _item(item, site, language)
        if found is not None:
            count += 1
            yield replace(found, authors=tuple(people.get(name, name) for name in found.authors))
    if drafts:
        yield Refusal(f"{source.name}/drafts", Message("what was not published is left out (drafts: {n})", n=drafts))
    if not count and not drafts:
        raise Refused(
            "it is a feed whose entries hold no text, only titles and links; open the articles and save them themselves"
        )


def _people(root: etree._Element) -> dict[str, str]:
    """The names that WordPress shows, by those that its authors log in with."""
    told = (
        {name_of(e): words_of(e) for e in author}
        for author in root.iter()
        if name_of(author) == "author" and len(author)
    )
    return {
        each["author_login"]: name
        for each in told
        if "author_login" in each and (name := each.get("author_display_name"))
    }


def _item(item: etree._Element, site: str, language: str) -> Found | None:
    children: dict[str, etree._Element] = {}
    for child in item:
        if isinstance(child.tag, str):
            children.setdefault(name_of(child), child)
    kind = words_of(children["post_type"]) if "post_type" in children else "post"
    if kind in _NO_POSTS or _is_comment(item):
        return None
    title = text_of(words_of(children["title"])) if "title" in children else ""
    texts = [_markup(children[name]) for name in _TEXTS if name in children]
    text = without_boilerplate(max((text_of(markup) for markup in texts), key=len, default=""), title)
    if not re.search(r"[^\W\d_]{2}", text) or text.casefold() == title.casefold():
        return None
    url = _link(item, children)
    authors = [words_of(e) for e in item.iter() if name_of(e) == "creator" or (name_of(e) == "author" and not len(e))]
    authors += [words_of(e) for a in item if name_of(a) == "author" for e in a if name_of(e) == "name"]
    return Found(
        text=text,
        format="feed",
        title=" ".join(title.split()),
        authors=authors_of([re.sub(r"^\S+@\S+ \((.+)\)$", r"\1", name) for name in authors]),
        site=site,
        url=url,
        language=_language(item) or language,
        clues=(*_clues(children), *from_url(url), *text_dates.find(text)),
    )


def _clues(children: dict[str, etree._Element]) -> Iterator[Clue]:
    seen = False
    for name, kind in _DATES:
        if name not in children or (kind == "published" and seen):
            continue
        value = words_of(children[name])
        if (day := dates.machine(value)) is not None:
            seen = seen or kind == "published"
            sure = Confidence.CERTAIN if kind == "published" else Confidence.LIKELY
            yield Clue(day, "field", f"the entry's “{name}” in the feed", value, sure, kind)


def _is_draft(item: etree._Element) -> bool:
    return any(
        (name_of(e) == "status" and (e.text or "").strip() in _UNPUBLISHED)
        or (name_of(e) == "draft" and words_of(e) == "yes")
        for e in item.iter()
    )


def _is_comment(item: etree._Element) -> bool:
    return any(
        name_of(e) == "category" and str(e.get("term", "")).endswith(("#comment", "#settings", "#template"))
        for e in item
    )


def _link(item: etree._Element, children: dict[str, etree._Element]) -> str:
    links = [e for e in item if name_of(e) == "link"]
    chosen = [e.get("href") or words_of(e) for e in links if (e.get("rel") or "alternate") == "alternate"]
    url = str(next(iter(chosen), "")) or (words_of(children["guid"]) if "guid" in children else "")
    return url if url.startswith("http") else ""


def _markup(element: etree._Element) -> str:
    if len(element):  # Atom's XHTML
        return etree.tostring(element, encoding="unicode", method="html")
    return element.text or ""


def _language(element: etree._Element) -> str:
    return str(element.get("{http://www.w3.org/XML/1998/namespace}lang") or "")[:8]


# Evernote ------------------------------------------------------------------------------------------------------------


def read_enex(source: Source) -> Read:
    """The notes of an Evernote export. When a note was made is when it was clipped, not when it was published."""
    root = xml(_DATA.sub(b"", source.data))  # attached pictures, which would only cost memory
    notes = list(root.iter("note"))[:_ITEMS]
    if not notes:
        raise Refused("it is an Evernote export without notes")
    for number, note in enumerate(notes, 1):
        found = _note(note)
        yield found if found is not None else Refusal(f"{source.name}/note {number}", "the note holds no text")


def _note(note: etree._Element) -> Found | None:
    title = " ".join((note.findtext("title") or "").split())
    markup = re.sub(r"^\s*(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE[^>]*>)?", "", note.findtext("content") or "")
    text = without_boilerplate(text_of(markup), title)
    if not re.search(r"[^\W\d_]{2}", text):
        return None
    url = (note.findtext(".//source-url") or "").strip()
    clues = [*text_dates.find(text), *from_url(url)]
    created, noted = note.findtext("created") or "", note.findtext(".//author") or ""  # of a clip, who clipped it
    if (day := dates.machine(created)) is not None:
        clues.append(Clue(day, "metadata", "the day the note was made", created, Confidence.GUESS, "saved"))
    return Found(
        text=text,
        format="enex",
        title=title,
        authors=next(filter(None, map(named, text.split("\n")[:3])), ()) if url else authors_of([noted]),
        url=url if url.startswith("http") else "",
        clues=tuple(clues),
    )


def read_other(source: Source) -> Read:
    """XML whose outermost element tells what it is; raises Refused for kinds that Dateline does not know."""
    root = xml(_DATA.sub(b"", source.data))
    name = name_of(root)
    if name == "html":
        from dateline.readers.encoding import decode
        from dateline.readers.html import read_page

        yield read_page(decode(source.data))
    elif name == "en-export":
        yield from read_enex(source)
    elif name in ("rss", "feed", "RDF", "opml"):
        yield from read(source)
    elif name == "plist":
        raise Refused("it is a list of a program's settings (plist), not an article")
    elif name in ("svg", "math", "project", "configuration", "settings"):
        raise Refused(Message("it is XML of a program ({name}), not an article", name=name))
    else:
        text = element_text(root)
        if text.count("\n") > 2 and re.search(r"[^\W\d_][.!?]\s", text):
            raise Refused(
                Message(
                    "it is XML of a kind that Dateline does not know ({name}); save its text as .txt to have it read",
                    name=name,
                )
            )
        raise Refused(Message("it is XML of a kind that Dateline does not know ({name})", name=name))
