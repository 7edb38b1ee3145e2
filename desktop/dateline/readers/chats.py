"""Exports of messages: Telegram's channels (JSON, HTML), X's archive, WhatsApp. A message of a channel is an article
with its own date; a conversation is one text without a date of publication."""

import json
from collections.abc import Iterator
from html import unescape

from lxml.html import HtmlElement

from dateline.core.model import Confidence
from dateline.errors import Refused
from dateline.readers import dates
from dateline.readers.base import Found, Read, Source
from dateline.readers.encoding import decode
from dateline.readers.evidence import Clue
from dateline.readers.markup import element_text
from dateline.readers.text import headline

_MESSAGES = 50_000
_LETTERS = 12  # of a message that is worth reading


def read_tweets(source: Source) -> Read:
    """The posts in a part of X's archive."""
    text = decode(source.data)
    try:
        data = json.loads(text[text.index("[") :].rstrip().rstrip(";"), strict=False)
    except (ValueError, RecursionError) as error:
        raise Refused("it is a damaged part of an archive of X") from error
    found = 0
    for item in data if isinstance(data, list) else []:
        record = next((item[key] for key in ("tweet", "noteTweet", "article") if _has(item, key)), item)
        if not isinstance(record, dict):
            continue
        core = record.get("core") if isinstance(record.get("core"), dict) else {}
        words = record.get("full_text") or record.get("text") or core.get("text")  # type: ignore[union-attr]
        if isinstance(words, str) and _enough(words):
            found += 1
            words = unescape(words)  # X writes & and < as entities
            when = str(record.get("created_at") or record.get("createdAt") or "")
            yield _post(words, when, "the post's field “created_at”", language=str(record.get("lang") or ""))
    if not found:
        raise Refused("it is a part of an archive of X without posts; the posts are in tweets.js")


def _has(item: object, key: str) -> bool:
    return isinstance(item, dict) and isinstance(item.get(key), dict)


def of_telegram(data: dict[str, object]) -> Iterator[Found] | None:
    """What Telegram's JSON holds; None where it is another JSON."""
    several = data.get("chats")
    listed = several.get("list") if isinstance(several, dict) else None
    chats = [chat for chat in listed if isinstance(chat, dict)] if isinstance(listed, list) else [data]
    if not any(_is_telegram(chat) for chat in chats):
        return None
    return (found for chat in chats if _is_telegram(chat) for found in _chat(chat))


def _is_telegram(chat: dict[str, object]) -> bool:
    messages = chat.get("messages")
    if not isinstance(messages, list) or "type" not in chat:
        return False
    return any(isinstance(m, dict) and m.get("type") in ("message", "service") and "date" in m for m in messages[:20])


def _chat(chat: dict[str, object]) -> Iterator[Found]:
    site = str(chat.get("name") or "")
    listed = chat["messages"] if isinstance(chat["messages"], list) else []
    messages = [m for m in listed if isinstance(m, dict) and m.get("type") == "message"][:_MESSAGES]
    parts = [(str(m.get("date") or ""), str(m.get("from") or ""), _telegram_text(m.get("text"))) for m in messages]
    if "channel" in str(chat.get("type")):
        for when, _, words in parts:
            if _enough(words):
                yield _post(words, when, "the message's date", site=site)
    elif text := "\n".join(f"{when[:16].replace('T', ' ')} {name}: {words}" for when, name, words in parts if words):
        yield Found(text=text, format="chat", title=site, site="Telegram")


def _telegram_text(value: object) -> str:
    pieces = value if isinstance(value, list) else [value]
    words = [p if isinstance(p, str) else p.get("text", "") if isinstance(p, dict) else "" for p in pieces]
    return "".join(word for word in words if isinstance(word, str)).strip()


def of_telegram_page(tree: HtmlElement) -> list[Found]:
    """The messages of a channel's HTML export; none where the page is another."""
    messages = tree.xpath("//div[contains(@class, 'history')]/div[contains(concat(' ', @class, ' '), ' message ')]")
    site = " ".join(" ".join(tree.xpath("//div[contains(@class,'page_header')]//text()")).split())
    found: list[Found] = []
    for message in messages[:_MESSAGES]:
        when = next(iter(message.xpath(".//div[contains(@class,'date')]/@title")), "")
        texts = message.xpath(".//div[contains(concat(' ', @class, ' '), ' text ')]")
        words = element_text(texts[0]) if texts else ""
        if when and _enough(words):
            found.append(_post(words, str(when), "the message's date", site=site))
    return found


def _post(words: str, when: str, where: str, *, site: str = "", language: str = "") -> Found:
    day = dates.machine(when, day_first=True)
    clues = (Clue(day, "field", where, when, Confidence.CERTAIN),) if day is not None else ()
    return Found(text=words, format="post", title=headline(words), site=site, language=language[:8], clues=clues)


def _enough(words: str) -> bool:
    return sum(map(str.isalpha, words)) >= _LETTERS
