"""Articles as data: JSON, JSON Lines, NewsML-G2 and NITF, feeds' items not among them; and links, which are refused."""

import json
import re
from base64 import b64decode
from collections.abc import Iterator, Mapping
from typing import Any, Literal

from lxml import etree

from dateline.core.message import Message
from dateline.core.model import Confidence
from dateline.errors import Refused
from dateline.readers import chats, dates, references, text_dates, transcripts
from dateline.readers.addresses import from_url
from dateline.readers.base import Found, Read, Refusal, Source
from dateline.readers.bylines import authors_of
from dateline.readers.encoding import decode
from dateline.readers.evidence import Clue
from dateline.readers.html import read_page
from dateline.readers.markup import element_text, name_of, text_of, words_of, xml

_TEXT = (
    "text",
    "body",
    "content",
    "maintext",
    "articleBody",
    "article_body",
    "full_text",
    "fulltext",
    "story",
    "article",
    "bodyText",
    "body_text",
    "content_html",
    "content_text",
    "articleText",
    "article_text",
    "lead_paragraph",
    "cooked",
    "selftext",
    "post",
    "html",
)
_TITLE = ("title", "headline", "heading", "webTitle", "name")
_URL = ("url", "webUrl", "web_url", "link", "canonical_url", "source_url", "uri")
_SITE = ("site", "source", "publication", "publisher", "source_domain", "domain", "site_name", "sitename", "outlet")
_AUTHOR = ("authors", "author", "byline", "creator", "by", "username")
_PUBLISHED = ("datePublished", "published", "date_published", "publish_date", "published_at", "publishedAt", "pubDate",
              "pub_date", "publication_date", "date_publish", "publishDate", "published_date", "date", "created_at",
              "webPublicationDate", "first_published_at", "dateTimePub", "seendate", "dateCreated", "createdAt",
              "created_utc", "timestamp")  # fmt: skip
_UPDATED = (
    "dateModified",
    "updated",
    "modified",
    "date_modify",
    "updated_at",
    "updatedAt",
    "date_modified",
    "last_modified",
    "lastModified",
)
_CREATED = frozenset({"created_at", "createdAt", "created_utc", "dateCreated", "timestamp"})
_POSTS = frozenset({"cooked", "selftext", "post", "$type"})
"""Keys of posts, which are published when they are made."""
_INSIDE = ("fields", "attributes", "_source", "data", "object", "node")
"""Keys under which a record keeps its text, its date outside."""
_ARTICLES = 20_000


def read_json(source: Source) -> Read:
    """The articles in a JSON file (one, a list, or a list under any key) or in JSON Lines."""
    text = decode(source.data)
    try:
        data = json.loads(text, strict=False)
    except RecursionError as error:
        raise Refused("it nests too deeply") from error
    except ValueError:
        yield from _lines(source, text)
        return
    if isinstance(data, dict):
        told = transcripts.of_segments(data)
        if told is not None:
            yield told
            return
        pages = _har(data)
        if pages is not None:
            yield from pages
            return
        posts = chats.of_telegram(data)
        if posts is not None:
            yield from posts
            return
    records = list(_records(data))
    if not records:
        if references.looks_like_references(data):
            yield from references.of_json(source, data)
            return
        if any(_first(node, _URL) for node in _objects(data)):
            raise Refused("it is a list of links, not an article; open each address in a browser and save the page")
        raise Refused("it is JSON, but no article is in it (none has a field text, body or content)")
    yield from (_record(record) for record in records[:_ARTICLES])


def _har(data: dict[str, object]) -> Iterator[Found] | None:
    """The pages in a browser's recording (HAR); None where it is another JSON."""
    log = data.get("log")
    entries = log.get("entries") if isinstance(log, dict) else None
    if not isinstance(entries, list):
        return None
    return _har_pages(entries[:_ARTICLES])


def _har_pages(entries: list[Any]) -> Iterator[Found]:
    read = 0
    for entry in entries:
        try:
            url, content = entry["request"]["url"], entry["response"]["content"]
            kind, text, coded = str(content["mimeType"]), content["text"], content.get("encoding") == "base64"
        except (KeyError, TypeError, AttributeError):
            continue
        if "html" not in kind or not isinstance(text, str):
            continue
        try:
            page = read_page(decode(b64decode(text), lenient=True) if coded else text, url=str(url), kind="har")
        except (Refused, ValueError):  # a frame of advertisements, or broken base64
            continue
        read += 1
        yield page
    if not read:
        raise Refused("there is no page with an article in this web archive")


def _objects(data: object) -> Iterator[dict[str, object]]:
    """The objects at the top of a JSON document, in lists under any key."""
    stack, seen = [data], 0
    while stack and seen < 500:
        node = stack.pop()
        seen += 1
        if isinstance(node, list):
            stack.extend(reversed(node[:50]))
        elif isinstance(node, dict):
            yield node
            stack.extend(value for value in node.values() if isinstance(value, list))


def _lines(source: Source, text: str) -> Read:
    good = 0
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        where = f"{source.name}/line {number}"
        try:
            record = json.loads(line, strict=False)
        except (ValueError, RecursionError):
            if not good and number == 1:
                raise Refused("it begins like JSON but is not whole; export or download it again") from None
            yield Refusal(where, "the line is not whole JSON")
            continue
        if isinstance(record, dict) and _first(record, _TEXT):
            good += 1
            yield _record(record)
        else:
            yield Refusal(where, "no article is in this line (it has no field text, body or content)")
        if good >= _ARTICLES:
            raise Refused(Message("it holds more than {n} articles; the first were read", n=_ARTICLES))


def _records(data: object) -> Iterator[dict[str, object]]:
    """The objects with text, outermost first."""
    stack: list[tuple[object, int]] = [(data, 0)]
    while stack:
        node, depth = stack.pop()
        if isinstance(node, list):
            stack.extend((item, depth) for item in reversed(node))
        elif isinstance(node, dict):
            inner = next((node[k] for k in _INSIDE if isinstance(node.get(k), dict) and _first(node[k], _TEXT)), None)
            if _first(node, _TEXT):
                yield node
            elif inner is not None:
                yield {k: v for k, v in node.items() if not isinstance(v, dict | list)} | inner
            elif depth < 4:
                stack.extend(
                    (item, depth + 1) for item in reversed(list(node.values())) if isinstance(item, list | dict)
                )


def _record(record: Mapping[str, object]) -> Found:
    body = _first(record, _TEXT)
    url = _first(record, _URL)
    title = _first(record, _TITLE)
    text, clues, exact = body, list(text_dates.find(body)), True
    if re.match(r"\s*<(?:!doctype|html|head|body)\b", body, re.IGNORECASE):
        page = read_page(body, url=url)
        text, title, clues, exact = page.text, title or page.title, list(page.clues), False
    elif len(re.findall(r"</?(?:p|div|br|a|h\d|span|em|strong)\b[^>]*>", body[:5000])) >= 2:
        text, exact = text_of(body), False
    for keys, kind in ((_PUBLISHED, "published"), (_UPDATED, "updated")):
        for key in keys:
            value = _plain(record.get(key))
            if value and (day := dates.machine(value)):
                sure = Confidence.LIKELY if kind == "updated" else Confidence.CERTAIN
                if key in _CREATED:
                    sure = Confidence.LIKELY if _POSTS & record.keys() else Confidence.GUESS
                told: Literal["published", "updated"] = "updated" if kind == "updated" else "published"
                clues.append(Clue(day, "field", f"the field “{key}”", value, sure, told))
                break
    clues += from_url(url)
    return Found(
        text=text,
        format="json",
        title=" ".join(title.split())[:500],
        authors=_names(next((record[key] for key in _AUTHOR if record.get(key)), None)),
        site=_first(record, _SITE),
        url=url if url.startswith("http") else "",
        language=_plain(record.get("language") or record.get("lang"))[:8],
        clues=tuple(clues),
        exact=exact,
    )


def _first(record: Mapping[str, object], keys: tuple[str, ...]) -> str:
    for key in keys:
        value = record.get(key)
        if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
            value = "\n".join(value)
        if isinstance(value, dict):
            value = (
                value.get("name")
                or value.get("title")
                or value.get("rendered")
                or value.get("main")
                or value.get("domain")
            )
        if isinstance(value, str) and value.strip():
            return value
    return ""


def _plain(value: object) -> str:
    if isinstance(value, dict):
        value = value.get("$date") or value.get("value")
    return str(value).strip() if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def _names(value: object) -> tuple[str, ...]:
    items = (
        value
        if isinstance(value, list)
        else re.split(r"\s*(?:;|,| and )\s*", value)
        if isinstance(value, str)
        else [value]
    )
    names = [item.get("name") or item.get("original") if isinstance(item, dict) else item for item in items]
    return authors_of([name for name in names if isinstance(name, str)])


_ITEM_DATES: tuple[tuple[str, str, Confidence, Literal["published", "updated"]], ...] = (
    ("firstCreated", "", Confidence.CERTAIN, "published"), ("FirstCreated", "", Confidence.CERTAIN, "published"),
    ("published", "", Confidence.CERTAIN, "published"), ("contentCreated", "", Confidence.LIKELY, "published"),
    ("date.issue", "norm", Confidence.CERTAIN, "published"), ("date.release", "norm", Confidence.LIKELY, "published"),
    ("pubdata", "date.publication", Confidence.CERTAIN, "published"),
    ("story.date", "norm", Confidence.LIKELY, "published"),
    ("versionCreated", "", Confidence.LIKELY, "updated"), ("contentModified", "", Confidence.LIKELY, "updated"),
    ("ThisRevisionCreated", "", Confidence.LIKELY, "updated"),
)  # fmt: skip
"""Where a news item keeps its dates: element, attribute ("" for its text), how sure, of what."""


def read_newsml(source: Source) -> Read:
    """NewsML-G2 (newsItem, in a message or alone) and NITF."""
    root = xml(source.data)
    items = [e for e in root.iter() if isinstance(e.tag, str) and name_of(e) in ("newsItem", "nitf", "NewsItem")]
    items = [e for e in items if not any(parent in items for parent in e.iterancestors())]
    if not items:
        raise Refused("there is no news item in it")
    for item in items[:_ARTICLES]:
        try:
            yield _news_item(item)
        except Refused as refused:
            yield Refusal(source.name, refused.reason)


def _news_item(item: etree._Element) -> Found:
    bodies = [e for e in item.iter() if name_of(e) in ("body.content", "body", "inlineXML", "inlineData")]
    content = next((e for e in bodies if name_of(e) == "body.content"), bodies[0] if bodies else None)
    text = "" if content is None else element_text(content)
    if not text:
        raise Refused("the news item holds no text")
    title = next(
        (words_of(e) for n in ("headline", "hl1", "title", "HeadLine") for e in _all(item, n)),
        "",
    )
    names = [words_of(e) for n in ("by", "byline") for e in _all(item, n)][:1]
    language = next((v for e in item.iter() for k, v in e.attrib.items() if str(k).endswith("}lang")), "")
    return Found(
        text="\n".join(line for line in text.split("\n") if line != title),
        format="newsml",
        title=title,
        authors=authors_of(names),
        site=next((words_of(e) for n in ("provider", "infoSource", "creditline") for e in _all(item, n)), "")[:200],
        language=str(language)[:8],
        clues=(*_item_dates(item), *text_dates.find(text)),
    )


def _item_dates(item: etree._Element) -> Iterator[Clue]:
    for name, attribute, sure, kind in _ITEM_DATES:
        for element in _all(item, name):
            value = (element.get(attribute) if attribute else element.text) or ""
            if day := dates.machine(value):
                yield Clue(day, "field", f"the news item's “{name}”", value, sure, kind)


def _all(item: etree._Element, name: str) -> Iterator[etree._Element]:
    return (e for e in item.iter() if name_of(e) == name)


def read_link(source: Source) -> Read:
    """A link to a page: refused, since Dateline makes no network request, ever."""
    yield Refusal(
        source.name, "it is a link; Dateline never goes online, so open the page in a browser and save it as a file"
    )
