"""Plain text and Markdown. Plain text stays exactly as it was decoded, so that offsets into the file hold."""

import re
from dataclasses import replace

from dateline.core.message import Message
from dateline.core.model import Confidence
from dateline.errors import Refused
from dateline.readers import dates, text_dates
from dateline.readers.addresses import from_url
from dateline.readers.base import Found, Read, Source
from dateline.readers.encoding import decode
from dateline.readers.evidence import Clue
from dateline.readers.identity import CJK

_FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^([A-Za-z_ -]{2,30}):[ \t]*(\S.*?)[ \t]*$", re.MULTILINE)
_BEHIND = re.compile(r"\n\s*\nid: [0-9a-f]{32}\n(?:[a-z_]+:.*(?:\n|\Z))*?type_:.*\s*\Z")
"""Of a note that Joplin exported."""
_METADATA = re.compile(r"^#{1,4}[ \t]+Metadata[ \t]*\r?\n+((?:[ \t]*[-*][ \t]+\S.*(?:\r?\n|\Z))+)", re.MULTILINE)
"""As Readwise writes it."""
_WHOLE = re.compile(r"^#{1,4}[ \t]+Full Document[ \t]*$", re.MULTILINE)
_LINE = re.compile(
    r"[\u200e\u200f]?\[?(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2}),?\s\d{1,2}[:.]\d\d(?:[:.]\d\d)?"
    r"(?:[\s\u202f\u00a0]?[ap]\.?\s?m\.?)?\]?\s?(?:[-–]\s)?[^:\n]{1,60}:\s",
    re.IGNORECASE,
)
_CONVERSATION = Message("it is a conversation: each line has its own day, and there is no publication")
_RENDERED = 500_000  # longer Markdown is kept with its marks: rendering it takes too much memory
_PUBLISHED_FIELDS = frozenset(
    {"date", "published", "pubdate", "publish_date", "publishdate", "date_published", "publication date"}
)
_SAVED_FIELDS = frozenset(
    {
        "created",
        "created_time",
        "saved",
        "date_saved",
        "date saved",
        "clipped",
        "date_added",
        "added",
        "accessed",
        "retrieved",
    }
)
"""When a note was made or a page was clipped."""
_LISTED = re.compile(r"^([A-Za-z_ -]{2,30}):[ \t]*\r?\n((?:[ \t]*-[ \t]+.*(?:\r?\n|\Z))+)", re.MULTILINE)


def read(source: Source) -> Read:
    """A text file, as it is: its title is the first line where that looks like a headline, and stays in the text."""
    text = decode(source.data)
    if _is_list_of_links(text):
        raise Refused("it is a list of links, not an article; open each address in a browser and save the page")
    found = plain(text)
    if is_conversation(text):
        found = replace(found, clues=(), undated=_CONVERSATION)
    yield found


def _is_list_of_links(text: str) -> bool:
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return len(lines) > 0 and sum(
        line.startswith(("http://", "https://")) and " " not in line for line in lines
    ) > 0.8 * len(lines)


def is_conversation(text: str) -> bool:
    """Whether a text is a chat, each line with its day, time and name (WhatsApp, Signal and others)."""
    lines = [line for line in text[:20_000].split("\n") if line.strip()][:60]
    return len(lines) > 2 and sum(_LINE.match(line) is not None for line in lines) >= max(3, len(lines) // 3)


def plain(text: str) -> Found:
    """An article of bare text; raises Refused where there are no words."""
    if not re.search(r"[^\W\d_]{2}", text):
        raise Refused("it holds no text" if text.strip() else "it is empty")
    return Found(text=text, format="text", title=headline(text), clues=tuple(text_dates.find(text)), exact=True)


def headline(text: str) -> str:
    """The first line, where it looks like a headline: short, no sentence's end, and more text below; else ""."""
    lines = [line.strip() for line in text[:5000].split("\n") if line.strip()]
    if len(lines) < 2:
        return ""
    first = lines[0]
    words = len(first.split()) if not CJK.search(first) else len(first) // 2
    long = len(first) <= 800 and re.match(r"[^\n]+\n\s*\n", text.lstrip()) is not None  # a line of its own
    if words < 2 or ((words > 30 or len(first) > 200) and not long):
        return ""
    if first[-1] in ".;,:" or next(iter(dates.scan(first)), None):
        return ""
    return first if any(len(line) > len(first) for line in lines[1:]) or words <= 14 or len(first) > 200 else ""


def read_markdown(source: Source) -> Read:
    """A Markdown file: its front matter gives title, date and author; the text is what it shows, without marks."""
    from markdown_it import MarkdownIt

    text = decode(source.data)
    if len(text) > _RENDERED:
        yield plain(text)
        return
    fields, text = _fields(text)
    lines: list[str] = []
    title = fields.get("title", "")
    tokens = MarkdownIt("commonmark", {"maxNesting": 20}).parse(text)
    for i, token in enumerate(tokens):
        if token.type == "inline":
            shown = "".join("\n" if c.type in ("softbreak", "hardbreak") else c.content for c in token.children or [])
            shown = re.sub(r"<[^>]{1,200}>", "", shown.replace("\n", " ")).strip()
            if not title and tokens[i - 1].type == "heading_open" and tokens[i - 1].tag == "h1" and not lines:
                title = shown
            elif shown:
                lines.append(shown)
        elif token.type in ("fence", "code_block"):
            lines.append(token.content.strip())
    body = "\n".join(lines)
    if not body:
        raise Refused("it holds no text")
    url = fields.get("url") or fields.get("source") or fields.get("source_url") or ""
    clues = [*text_dates.find(body), *from_url(url)]
    for name, value in fields.items():
        if name in _PUBLISHED_FIELDS and (day := dates.machine(value)):
            clues.append(Clue(day, "field", f"the file's field “{name}”", value, Confidence.CERTAIN))
        elif name in _SAVED_FIELDS and (day := dates.machine(value)):
            clues.append(Clue(day, "field", f"the file's field “{name}”", value, Confidence.GUESS, "saved"))
    yield Found(
        text=body,
        format="markdown",
        title=title or headline(body),
        authors=_names(fields.get("author") or fields.get("authors") or ""),
        url=url,
        language=fields.get("lang", fields.get("language", "")),
        clues=tuple(clues),
    )


def _fields(text: str) -> tuple[dict[str, str], str]:
    """What a note states of itself, before its text (front matter), behind it, or in a list; and its text."""
    if (front := _FRONT_MATTER.match(text)) is not None:
        fields = _stated(front[1])
        for m in _LISTED.finditer(front[1] + "\n"):
            fields[m[1].strip().lower()] = "; ".join(re.findall(r"-[ \t]+[\"']?(.*?)[\"']?[ \t]*(?:\r?\n|$)", m[2]))
        return fields, text[front.end() :]
    if (behind := _BEHIND.search(text)) is not None:
        title, _, rest = text[: behind.start()].partition("\n")
        return {"title": title.strip()} | _stated(behind[0]), rest
    if (listed := _METADATA.search(text)) is not None:
        fields = _stated(re.sub(r"^[ \t]*[-*][ \t]+", "", listed[1], flags=re.MULTILINE))
        return fields, text[: listed.start()] + _WHOLE.sub("", text[listed.end() :], count=1)
    return {}, text


def _stated(lines: str) -> dict[str, str]:
    return {m[1].strip().lower(): m[2].strip("\"' ") for m in _FIELD.finditer(lines)}


def _names(value: str) -> tuple[str, ...]:
    """Authors in a field: one, several with semicolons, a YAML list, or links of a wiki ([[Name]])."""
    parts = re.split(
        r"\s*(?:;|,(?=\s*[\"'\[]))\s*",
        value.strip("[]") if value.startswith("[") and not value.startswith("[[") else value,
    )
    return tuple(
        name for part in parts if (name := re.sub(r"\[\[(?:[^|\]]*\|)?([^\]]*)\]\]", r"\1", part).strip("\"' "))
    )[:20]
