"""Web pages: the article by trafilatura, title, authors and site from the page's data, dates by `page_dates`."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from lxml import etree, html
from lxml.html import HtmlElement

from dateline.core.model import Confidence
from dateline.errors import Refused
from dateline.readers import (
    addresses,
    bodies,
    bylines,
    chats,
    databases,
    dates,
    headlines,
    page_dates,
    page_fields,
)
from dateline.readers.base import Found, Read, Source
from dateline.readers.cleaning import without_boilerplate
from dateline.readers.encoding import decode
from dateline.readers.evidence import Clue
from dateline.readers.markup import letters, line, text_of

_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]+)|<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w:.-]+)""",
    re.IGNORECASE,
)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->", re.IGNORECASE)
_VERBATIM = ("pre", "script", "style", "textarea")
_CONTROL = re.compile("[\x00-\x1f\ufffe\uffff]+")  # which no tree takes, though its parser gives some
_DATABASES = ("factiva", "nexis", "proquest", "europresse", "docpublicationname", "enheadline")
_CROWDED = 30_000  # elements
_LINKS = "it is a list of links (bookmarks), not an article; open each address in a browser and save the page"
_UNLOADED = "the page was saved before it had loaded: it shows no article; open it again, wait for the text and save it"
_NO_ARTICLE = "no article was found on this page"


def read(source: Source) -> Read:
    """The article of one saved page, or the several that a database or a channel's export shows on one."""
    text = decode(source.data, charset(source.data), lenient=True)
    small = text.lower()  # and not a pattern blind to case, which takes a hundred times as long
    if any(name in small for name in _DATABASES):
        several = databases.split(Found(text=text_of(text), format="html"))
        if len(several) > 1:
            yield from several
            return
    if "chat_page" in text and (posts := chats.of_telegram_page(parse(text))):
        yield from posts
        return
    yield read_page(text)


def charset(data: bytes) -> str | None:
    """The encoding that a page declares for itself; None where it does not."""
    match = _CHARSET.search(data[:32_768])
    return next((group.decode("ascii") for group in match.groups() if group), None) if match else None


def read_page(text: str, *, url: str = "", kind: str = "html", comment: str = "") -> Found:
    """The article of a page given as text; raises Refused where there is none.

    ``url`` is where it was, if known; ``comment`` is what the program that saved it wrote before it, if it is no more
    part of the text.
    """
    if not text.strip():
        raise Refused("it is empty")
    tree = parse(text)
    _alive = list(itertools.islice(tree.iter(), _CROWDED))  # else lxml makes each element anew at every look
    note = _note(comment or text[:4000])
    facts = list(_json_ld(tree))
    metas = _metas(tree)
    url = _address(tree, metas, text, note.get("url") or url)
    kept = addresses.capture(url) or next(filter(None, map(addresses.capture, _links(tree))), None)
    url = kept.url if kept is not None else url
    host = re.sub(r"^[a-z]+://([^/:]*).*$", r"\1", url, flags=re.IGNORECASE | re.DOTALL)
    site = _site(metas, facts, host)
    papers = {letters(name) for name in (site, host, *headlines.names_of_site(tree))} - {""}
    told = [line(str(node["headline"])) for node in facts if isinstance(node.get("headline"), str)]
    title = headlines.title(tree, metas, told, papers)
    declared = (tree.get("lang") or metas.get("og:locale") or metas.get("content-language") or "").strip()
    language, _, region = declared.replace("_", "-").partition("-")
    language = language.lower() if re.fullmatch(r"[A-Za-z]{2,3}", language) else ""
    order = addresses.day_order(language or "en", region if re.fullmatch("[A-Za-z]{2}", region) else "", host)
    clues = page_dates.find(tree, url=url, title=title, language=language or "en", day_first=order)
    clues = [*_without_stamps(clues, kept), *_saved(note.get("saved", ""), kept)]
    stated = any(clue.confidence is Confidence.CERTAIN for clue in clues)
    papers |= {letters(part) for part in headlines.SEPARATOR.split(line(tree.findtext(".//title") or ""))[1:]}
    authors = bylines.authors(tree, facts, title, papers)
    body, omitted = _body(tree, bodies.stated(tree), title, metas.get("og:description", "") if stated else None)
    return Found(
        text=body,
        format=kind,
        title=title,
        authors=authors,
        site=site,
        url=url,
        language=language,
        clues=tuple(clues),
        omitted=omitted,
    )


_NOTE = re.compile(r"<!--\s*Page saved with SingleFile(?P<text>.*?)-->", re.IGNORECASE | re.DOTALL)


def _note(text: str) -> dict[str, str]:
    """What SingleFile wrote at the top of a page: its address, and when it was saved."""
    match = _NOTE.search(text)
    if match is None:
        return {}
    url = re.search(r"^\s*url:\s*(https?://\S+)", match["text"], re.MULTILINE)
    when = re.search(r"^\s*saved date:\s*(.+?)\s*$", match["text"], re.MULTILINE)
    return {"url": url[1] if url else "", "saved": when[1] if when else ""}


def _links(tree: HtmlElement) -> Iterator[str]:
    return (str(link.get("href") or "") for link in itertools.islice(tree.iter("link"), 100))


def _saved(when: str, kept: addresses.Capture | None) -> Iterator[Clue]:
    for value, where in ((when, "the day the page was saved"), (kept.day if kept else "", "the day it was archived")):
        if day := dates.machine(re.sub(r"^[A-Z][a-z]{2} ([A-Z][a-z]{2} \d{1,2} \d{4}).*", r"\1", value)):
            yield Clue(day, "metadata", where, value, Confidence.GUESS, "saved")


def _without_stamps(clues: list[Clue], kept: addresses.Capture | None) -> list[Clue]:
    """The clues, those that an archive wrote into its copy told as the day of saving."""
    if kept is None or not kept.stamped:
        return clues
    return [
        replace(clue, kind="saved", confidence=Confidence.GUESS)
        if clue.value == kept.day and clue.source != "url"
        else clue
        for clue in clues
    ]


def parse(text: str) -> HtmlElement:
    """The page's tree; nothing is fetched and no entity of a document type is followed. Raises Refused."""
    try:
        tree = html.document_fromstring(text.encode("utf-8", "replace"), parser=_parser())
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise Refused(_NO_ARTICLE) from error
    return tree


def _parser() -> html.HTMLParser:
    return html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_pis=True)


def _body(tree: HtmlElement, told: str, title: str, summary: str | None) -> tuple[str, int]:
    """The article's paragraphs, and how many words of it are not in them; what the page's data tells where that is much
    fuller. Little text will do, or its ``summary``, where the page states that it is an article.

    Raises Refused.
    """
    text = ""
    boxes = bodies.Boxes(tree)
    extract, *options, quick = _trafilatura()
    _unwrap(tree)
    _open_layout_tables(tree)
    crowded = next(itertools.islice(tree.iter(), _CROWDED, None), None) is not None
    for option in [quick] if crowded else options:
        document = extract(tree, options=option)
        text = without_boilerplate((document.text if document is not None else "") or "", title)
        if len(text) >= 200 and not boxes.lost(text):
            break
    text = boxes.fuller(text)
    if len(told) >= 200 and len(told) > 1.5 * len(text):
        text = without_boilerplate(told, title)
    omitted = boxes.omitted(text)
    if summary is not None and len(text or summary) >= 20:
        return text or line(summary), omitted
    if len(text) < 200 and not re.search(r"\w[^\n]{20,}[.!?…。！？।؟»”\"'’)]", text):
        if scripted := bodies.in_script(tree):
            return without_boilerplate(scripted, title), 0
        raise Refused(_LINKS if _is_list_of_links(tree) else _UNLOADED if _is_unloaded(tree) else _NO_ARTICLE)
    return text, omitted


def _is_unloaded(tree: HtmlElement) -> bool:
    """Whether a page shows next to nothing, and its scripts were to fetch what it would show."""
    body = tree.find("body")
    shown = 0 if body is None else len(" ".join(body.xpath(".//text()[not(parent::script or parent::style)]")).split())
    return shown < 30 and next(tree.iter("script"), None) is not None


def _is_list_of_links(tree: HtmlElement) -> bool:
    links = [element for element in tree.iter("a") if re.match("https?:", element.get("href") or "")]
    linked = sum(len(" ".join(element.itertext())) for element in links)
    return len(links) > 1 and linked > 0.5 * len(" ".join("".join(str(part) for part in tree.itertext()).split()))


def _unwrap(tree: HtmlElement) -> None:
    """Make line ends in running text the spaces that they are, else they part sentences in the extracted text."""
    kept = {child for element in tree.iter(*_VERBATIM) for child in element.iter()}
    for element in tree.iter():
        if element.text and "\n" in element.text and element not in kept:
            element.text = _CONTROL.sub(" ", element.text)
        if element.tail and "\n" in element.tail and (element not in kept or element.tag in _VERBATIM):
            element.tail = _CONTROL.sub(" ", element.tail)


def _open_layout_tables(tree: HtmlElement) -> None:
    """Make sections of the cells of tables that lay a page out, else the article is read as a table of one row.

    Such a table is told by a cell with a heading of the page or several paragraphs in it, or by its role.
    """
    for table in list(tree.iter("table")):
        cells = [cell for cell in table.iter("td", "th") if next(cell.iterancestors("table")) is table]
        if table.get("role") != "presentation" and not any(_lays_out(cell) for cell in cells):
            continue
        for row in [row for row in table.iter("tbody", "tr") if next(row.iterancestors("table")) is table]:
            row.tag = "div"
        for part in (*cells, table):
            part.tag = "div"


def _lays_out(cell: HtmlElement) -> bool:
    return cell.find(".//h1") is not None or len(cell.findall(".//p")) > 2


@cache
def _trafilatura() -> tuple[Any, Any, Any, Any]:
    """Its extraction, and its options: favouring precision, balanced for pages that gives little of, and quick for
    those with so many elements that comparing its ways would take long."""
    import logging

    from trafilatura import bare_extraction  # half a second to load; other formats need it not
    from trafilatura.settings import Extractor

    # It reports every page without an article as a warning; the reader gets a refusal instead.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    precise = Extractor(output_format="python", comments=False, precision=True)
    quick = Extractor(output_format="python", comments=False, fast=True)
    return bare_extraction, precise, Extractor(output_format="python", comments=False), quick


def _metas(tree: HtmlElement) -> dict[str, str]:
    metas: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = (element.get("content") or "").strip()
        name = (element.get("property") or element.get("name") or element.get("http-equiv") or "").strip().lower()
        if content and name:
            metas.setdefault(name, content)
    return metas


def _json_ld(tree: HtmlElement) -> Iterator[dict[str, object]]:
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            yield from page_fields.nodes(script.text)


def _address(tree: HtmlElement, metas: dict[str, str], text: str, given: str) -> str:
    links = {(link.get("rel") or "").lower(): link.get("href") or "" for link in tree.iter("link")}
    saved = _SAVED_FROM.search(text[:2000])
    base = next((element.get("href") or "" for element in tree.iter("base")), "")
    for address in (links.get("canonical"), metas.get("og:url"), saved[1] if saved else "", given, base):
        address = re.sub(r"^//", "https://", (address or "").strip())
        if re.match(r"https?://[^/\s]+/.", address, re.IGNORECASE):
            return address[:2000]
    return ""


def _site(metas: dict[str, str], facts: list[dict[str, object]], host: str) -> str:
    if metas.get("og:site_name"):
        return line(metas["og:site_name"])
    for node in facts:
        publisher = node.get("publisher")
        if isinstance(publisher, dict) and isinstance(publisher.get("name"), str):
            return line(publisher["name"])
    return host.removeprefix("www.")
