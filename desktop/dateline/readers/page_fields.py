"""The dates that a web page states for programs: meta fields, schema.org data and markup, its scripts."""

import itertools
import json
import re
from collections.abc import Iterator
from dataclasses import replace

from dateline.core.model import Confidence
from dateline.readers import page_words as vocabulary
from dateline.readers.evidence import Clue, Kind
from dateline.readers.page import Page, alike

CERTAIN, LIKELY, GUESS = Confidence.CERTAIN, Confidence.LIKELY, Confidence.GUESS
_MOST = 1_000  # scripts or marked elements; no article has more

_ITEM_DATES: dict[str, tuple[Confidence, Kind]] = {
    "datepublished": (CERTAIN, "published"),
    "datecreated": (LIKELY, "published"),
    "datemodified": (LIKELY, "updated"),
    "dc:date": (LIKELY, "published"),
    "dc:created": (LIKELY, "published"),
    "dc:issued": (LIKELY, "published"),
    "dc:modified": (LIKELY, "updated"),
}
_PREFIX = re.compile(r"^(?:schema|rnews|https?://schema\.org/)[:]?|(?<=^dc)(?:terms|t)(?=:)")
_PARSELY = re.compile(r'"pub_date"\s*:\s*"([^"]+)"')


def meta(page: Page) -> Iterator[Clue]:
    """Dates in meta fields, by the fields' names."""
    for element in page.tree.iter("meta"):
        content = (element.get("content") or "").strip()
        if not content or not any(map(str.isdigit, content)) or element.get("itemprop"):
            continue
        if (element.get("name") or "").lower() == "parsely-page" and (match := _PARSELY.search(content)):
            yield from page.clue(match[1], "meta", "the page's field “parsely-page”", CERTAIN)
        for attribute in ("property", "name", "http-equiv"):
            name = (element.get(attribute) or "").strip().lower()
            where = f"the page's field “{name}”"
            if name in vocabulary.META_UPDATED:
                yield from page.clue(content, "meta", where, LIKELY, "updated")
            elif name in vocabulary.META_CERTAIN:
                yield from page.clue(content, "meta", where, CERTAIN)
            elif name in vocabulary.META_LIKELY:
                yield from page.clue(content, "meta", where, GUESS if attribute == "http-equiv" else LIKELY)
            elif len(content) < 60 and vocabulary.META_OTHER_UPDATED.match(name):
                yield from page.clue(content, "meta", where, GUESS, "updated")
            elif len(content) < 60 and vocabulary.META_OTHER.match(name):
                yield from page.clue(content, "meta", where, LIKELY)
            else:
                continue
            break


def json_ld(page: Page) -> Iterator[Clue]:
    """Dates in schema.org data, those of the surest kind of item."""
    found: list[tuple[dict[str, object], Confidence]] = []
    if _is_wiki(page):
        return
    for script in itertools.islice(page.tree.iter("script"), _MOST):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            found += [(node, sure) for node in nodes(script.text) if (sure := _standing(node))]
    best = max((sure for _, sure in found), key=[GUESS, LIKELY, CERTAIN].index, default=GUESS)
    chosen = [node for node, sure in found if sure == best]
    titled = [node for node in chosen if alike(_text(node.get("headline") or node.get("name")), page.title)]
    chosen = titled or chosen
    sure = best if len({str(node.get("datePublished"))[:10] for node in chosen}) <= 1 else GUESS
    for node in chosen:
        keys = ("datePublished", "dateCreated", "uploadDate")
        key = next((key for key in keys if _text(node.get(key))), None)
        if key:
            own = sure if key == "datePublished" else GUESS if sure != CERTAIN else LIKELY
            yield from page.clue(_text(node[key]), "json-ld", f"the page's data (schema.org {key})", own)
        if modified := _text(node.get("dateModified")):
            yield from page.clue(modified, "json-ld", "the page's data (schema.org dateModified)", LIKELY, "updated")


def _is_wiki(page: Page) -> bool:
    """Whether a page is of a wiki, whose datePublished is the day on which somebody began it."""
    generator = next((e.get("content") or "" for e in page.tree.iter("meta") if e.get("name") == "generator"), "")
    body = page.tree.find("body")
    return "MediaWiki" in generator or (body is not None and "mediawiki" in (body.get("class") or "").split())


def microdata(page: Page) -> Iterator[Clue]:
    """Dates of schema.org and Dublin Core in attributes; of several items' dates those of the item with the
    headline. Names of noise (a signature, an aside) say nothing of what is stated within that item."""
    found: list[tuple[bool, str, str]] = []
    for element in page.tree.xpath("//*[@itemprop or (@property and not(self::meta))]"):
        stated = (element.get("itemprop") or element.get("property") or "").split()
        names = [name for name in stated if _PREFIX.sub("", name.lower()) in _ITEM_DATES]
        scope = next((e for e in element.iterancestors() if e.get("itemscope") is not None), None) if names else None
        if names and (scope in page.spine or not page.noisy(element)):
            text = element.get("content") or element.get("datetime") or element.text_content()
            found += [(scope in page.spine, text, name) for name in names]
            if len(found) > _MOST:
                break
    own = [item for item in found if item[0]] or found
    several = len({text.strip()[:10] for _, text, name in own if name.lower().endswith("datepublished")}) > 1
    for i, (_, text, name) in enumerate(own):
        sure, kind = _ITEM_DATES[_PREFIX.sub("", name.lower())]
        if several and sure == CERTAIN:
            sure = LIKELY if i == 0 else GUESS
        yield from page.clue(text, "microdata", f"the page's markup ({name})", sure, kind)


def scripts(page: Page) -> Iterator[Clue]:
    """The dates in the data of the page's own scripts; where they tell several days, none is more than a guess."""
    found: dict[object, Clue] = {}
    if _is_wiki(page):
        return
    for script in page.tree.iter("script"):
        if script.text and ("ublish" in script.text or "pubDate" in script.text):
            for match in vocabulary.SCRIPT_DATE.finditer(script.text[:2_000_000]):
                for clue in page.clue(match["value"], "script", "the page's own data", LIKELY):
                    found.setdefault(clue.day.value, clue)
            if len(found) > 1:
                break
    for clue in itertools.islice(found.values(), 1):
        yield clue if len(found) == 1 else replace(clue, confidence=GUESS)


def nodes(text: str) -> Iterator[dict[str, object]]:
    """The objects of a JSON-LD script, at the top, in @graph or as main entity; broken scripts give what they can."""
    text = re.sub(r"^\s*(?:<!--|//<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\]\]>|\]\]>)\s*$", "", text).strip()
    try:
        data = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        flat = {m[1]: m[2] for m in reversed(list(re.finditer(r'"(@type|headline|date\w+)"\s*:\s*"([^"]*)"', text)))}
        if "datePublished" in flat:
            yield flat | {"@type": flat.get("@type", "WebPage")}
        return
    stack: list[object] = [data]
    for _ in range(2000):
        if not stack:
            return
        node = stack.pop()
        if isinstance(node, list):
            stack.extend(reversed(node))
        elif isinstance(node, dict):
            yield node
            stack.extend(
                value
                for key, value in node.items()
                if isinstance(value, dict | list) and key not in vocabulary.SKIPPED_KEYS
            )


def _standing(node: dict[str, object]) -> Confidence | None:
    if not any(_text(node.get(key)) for key in ("datePublished", "dateCreated", "uploadDate", "dateModified")):
        return None
    types = node.get("@type")
    names = types if isinstance(types, list) else [types]
    if any(isinstance(name, str) and vocabulary.ARTICLE_TYPES.search(name) for name in names):
        return CERTAIN
    page = any(isinstance(name, str) and vocabulary.PAGE_TYPES.search(name) for name in names)
    return LIKELY if page or _text(node.get("headline")) else GUESS


def _text(value: object) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("@value", "")
    return str(value).strip() if isinstance(value, str | int | float) and not isinstance(value, bool) else ""
