"""Who wrote the article of a web page: by its data, its fields and its markup, or the byline that it shows."""

import itertools
import json
import re
from collections.abc import Iterable, Iterator, Sequence, Set
from html import unescape

from lxml.html import HtmlElement

from dateline.readers import page_words as vocabulary
from dateline.readers.markup import called, letters, line, words_of
from dateline.readers.page import alike
from dateline.readers.patterns import any_of

_FIELDS = (
    "author", "article:author", "parsely-author", "dc.creator", "dcterms.creator", "byl", "citation_author",
    "sailthru.author", "article:author_name", "og:article:author", "rbauthors", "cxenseparse:author",
)  # fmt: skip
_LABEL = re.compile(
    r"(?:written by|by|authors?|verfasst von|geschrieben von|autor(?:in)?|écrit par|escrito por|scritto da)"
)
_BYLINE = any_of(r"""
    (?<![a-z])by-?line  (?<![a-z])author(?!s?[-_]?(?:bio|box|desc|about|more|info-text|social|image|avatar))
    (?<![a-z])autor(?:en|es|in)?(?![a-z])  (?<![a-z])auteurs?(?![a-z])  writer  reporter  journalist
    (?:^|[-_ ])auth(?:$|[-_ ])
""")
_NOISE = re.compile(r"comment|related|teaser|sidebar|footer|recommend|widget|bio\b|more-from", re.IGNORECASE)
_BY_WORDS = "by|von|par|por|di|door|av|af|od"
_LABELS = (
    r"auth?ore?s?|autor(?:in|en|es|zy|ka)?|auteure?s?|words|text|texte|texto|testo|tekst|story|report|bericht|reportage"
    r"|redacci[óo]n|protokoll|oprac|haber|автор|текст"
)
"""Words before a colon or a "by" that call what follows who wrote it."""
_PIECES = (
    rf"{_LABELS}|written|reported|posted|published|report(?:ing)?|writing|article|analysis|interview|additional|column"
    r"|verfasst|geschrieben|aufgezeichnet|gastbeitrag|beitrag|kommentar|analyse|interview|article|propos|recueillis?"
    r"|rédigée?|écrite?|enquête|chronique|entretien|crónica|reportaje|entrevista|análisis|escrit[oa]|reportagem"
    r"|articolo|servizio|intervista|a cura|scritto|opracowa[łl]a?|napisa[łl]a?|zpracova[lv]a?"
)
_ONES = r"(?:(?:an?|the|eine?|une?|una?|um|uma|uno|een|ett?)\s+)?"
_OURS = (
    r"(?:(?:our|unsere[mnr]?|notre|nos|onze|nostr[oai]|nuestr[oa]s?|noss[oa]s?|vores?|vår[at]?)\s+(?:[^\W\d_]+\s+){1,2}?"
    r"(?:(?:à|in|a|en|em|i)\s+[^\W\d_]+\s*,\s*)?)?"
)
"""Whose correspondent somebody is, and where."""
_LEAD = re.compile(
    rf"^\W*{_ONES}(?:(?:{_PIECES})\s+){{0,3}}(?:(?:{_BY_WORDS}|de|dall[ao]?|{_LABELS}|opracowa[łl]a?|napisa[łl]a?"
    r"|بقلم|كتب(?:ت)?|作者|記者|记者|文)\b\.?\s*:?|(?<=\w):)\s*" + _OURS,
    re.IGNORECASE,
)
_BY = re.compile(
    rf"\W*(?:{_ONES}(?:(?:{_PIECES})\s+){{0,3}}(?:{_BY_WORDS})\b:?\s+|{_ONES}(?:(?:{_PIECES})\s+){{1,3}}d[ei]\s+"
    rf"|(?:{_LABELS})\.?\s?:\s*|oprac\.\s+|(?:door|par|de|von|dall[ao])\s+(?=our|unsere|notre|onze|nostr|nuestr)){_OURS}(?=\w)",
    re.IGNORECASE,
)
"""How a line begins that is a byline whatever its markup is called."""
_LEFT_OPEN = re.compile(r"\b((?:by|von|par|por|di|door|av|af|od|de)\b:?)\|", re.IGNORECASE)
"""A piece of a byline that the next one, in an element of its own, goes on with."""
_PARTED = re.compile(
    r"\s*(?:;|,|\||/|•|·|&|\n|\b(?:and|und|et|y|e|en|og|och|i|with|mit|avec|con|met|и)\b)\s*", re.IGNORECASE
)
_BEHIND = re.compile(
    r"\s+(?:(?:reports?|berichtet|in|im|aus|at|on|am|from|for|für|to|pour|para|per|voor|à|bei|of)\s|[-–—]).*"
    r"|\s*[\d@(].*"
)
"""What may follow a name: where somebody writes from or for, and when."""
_PARTICLE = r"(?:van|von|de|der|den|du|da|das|dos|di|del|della|la|le|bin|ben|ibn|al|ter|ten|zu|zum|zur|af|av|st\.)"
_NAME = re.compile(
    rf"(?:[^\W\d_]\.\s?)*[^\W\d_][\w'’.-]+(?:\s+(?:{_PARTICLE}\s+)*(?:d['’])?[^\W\d_][\w'’.-]*){{1,4}}", re.IGNORECASE
)
_NO_NAME = re.compile(
    r"\b(?:staff|newsroom|desk|team|editors?|redaktion|r[ée]daction|redacci[óo]n|redazione|agency|agencies|press|news"
    r"|updated|published|correspondents?|reporters?|contributors?|minutes?|read|by|photo(?:s|gra\w+)?"
    r"|fotos?(?:gra\w+)?|bilde?r?|illustrations?|pictures?|graphics?"
    r"|(?:mon|tue|wed|thu|fri|sat|sun),? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"|videos?|january|february|march|april|june|july|august|september|october|november|december|monday|tuesday"
    r"|wednesday|thursday|friday|saturday|sunday|online|digital|wire|info|radio|tv|zeitung|magazine)\b",
    re.IGNORECASE,
)
_PICTURES = re.compile(r"\((?:ph|f)otos?(?:gra\w+)?\)|\((?:bilde?r?|pictures?|illustrations?|video)\)", re.IGNORECASE)
_BEFORE_PICTURES = re.compile(r"\s(?=(?:ph|f)otos?(?:gra\w+)?\s*(?::|by\b|von\b))", re.IGNORECASE)
_NOBODY = re.compile(r"super user|[a-z0-9._-]+", re.ASCII)  # who is logged in: admin, guest, jsmith
_LONGEST, _MOST, _OPENING = 140, 60, 3


def authors(tree: HtmlElement, data: Sequence[dict[str, object]], title: str, papers: Set[str]) -> tuple[str, ...]:
    """Who wrote it: by the page's data, its fields, its markup, or the byline that it shows; people before others.

    ``data`` are the objects of its data, ``papers`` the names of its site, as `letters`: no authors.
    """
    stated = [list(_in_data(data, title)), list(_in_fields(tree)), list(_marked(tree))]
    for given in stated:
        people = [name for value in given for name in names_in(straight(value)) if not _is_paper(name, papers)]
        if len(people) == 1:  # a field may have the first of several
            byline = [name for name in shown(tree) if not _is_paper(name, papers)]
            return tuple(byline if people[0] in byline else people)
        if people:
            return tuple(dict.fromkeys(people))[:20]
    if found := tuple(name for name in shown(tree) if not _is_paper(name, papers)):
        return found
    posted = bool(tree.xpath("//*[contains(@itemtype, 'ForumPosting')]"))  # where people go by such names
    others = (authors_of([name for name in given if posted or not _NOBODY.fullmatch(name)]) for given in stated)
    return next(filter(None, (tuple(name for name in names if letters(name) not in papers) for names in others)), ())


def _is_paper(name: str, papers: Set[str]) -> bool:
    own = letters(name)
    return own in papers or any(len(paper) > 5 and paper in own for paper in papers)


def authors_of(names: Iterable[str]) -> tuple[str, ...]:
    """Names without "By", addresses and repetitions."""
    clean = [re.sub(r"^(?:by|von|par|por|di)\s+", "", line(unescape(name)), flags=re.IGNORECASE) for name in names]
    kept = (name for name in clean if 1 < len(name) < 100 and not re.match(r"https?:|www|\S+@\S+$", name))
    return tuple(dict.fromkeys(kept))[:20]


def straight(name: str) -> str:
    """A name with its first name first: "Brandt, Ada" is Ada Brandt."""
    return re.sub(r"^\s*([^\W\d_][\w'’-]+), ([^\W\d_][\w.'’-]+(?: \w\.)?)\s*$", r"\2 \1", name)


def _in_data(data: Sequence[dict[str, object]], title: str) -> Iterator[str]:
    """The authors of the article in the page's data, not those of a film or of another story."""
    told = [node for node in data if node.get("author") or node.get("creator")]
    articles = [node for node in told if vocabulary.ARTICLE_TYPES.search(str(node.get("@type")))]
    own = [node for node in articles if alike(str(node.get("headline") or node.get("name")), title)]
    named = {node["@id"]: node for node in data if isinstance(node.get("@id"), str) and node.get("name")}
    for node in own or articles or told:
        yield from _names(node.get("author") or node.get("creator"), named)


def _names(value: object, named: dict[object, dict[str, object]]) -> Iterator[str]:
    for item in itertools.islice(value, 20) if isinstance(value, list) else (value,):
        if isinstance(item, dict):
            name = item.get("name") or named.get(item.get("@id"), {}).get("name")
            yield from (each for each in (name if isinstance(name, list) else [name]) if isinstance(each, str))
        elif isinstance(item, str):
            yield item


def _in_fields(tree: HtmlElement) -> Iterator[str]:
    """The authors in the first of the page's fields that tells them."""
    fields: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        name = (element.get("property") or element.get("name") or "").strip().lower()
        if content := (element.get("content") or "").strip():
            fields.setdefault(name, []).append(content)
    for key in _FIELDS:
        if names := [name for name in fields.get(key, ()) if not re.match(r"https?:|\S+@\S+$", name)]:
            yield from names
            return
    for number in ("1", "2"):
        if any(map(_LABEL.fullmatch, map(str.lower, fields.get(f"twitter:label{number}", ())))):
            yield from fields.get(f"twitter:data{number}", ())
    for page in fields.get("parsely-page", ())[:1]:
        try:
            told = json.loads(page)
        except (ValueError, RecursionError):
            return
        if isinstance(told, dict):
            yield from _names(told.get("authors") or told.get("author"), {})


def _marked(tree: HtmlElement) -> Iterator[str]:
    """The authors in markup that names them: the first that is not of another story, and those beside it."""
    first: HtmlElement | None = None
    for element in tree.xpath(
        "//a[@rel='author'] | //*[@itemprop='author' or @itemprop='creator'] | //*[contains(@class, 'author-name')]"
        " | //*[contains(concat(' ', @class, ' '), ' fn ')]"
        " | //a[contains(@href, '/author') or contains(@href, '/autor')]"
    )[:_MOST]:
        if _is_noise(element):
            continue
        box = element.getparent()
        if first is None:
            first = box
        elif box is not first and box.getparent() is not first.getparent():
            return
        inner = element.xpath(".//*[@itemprop='name']")[:1] or [element]
        yield inner[0].get("content") or _text(inner[0])


def _is_noise(element: HtmlElement) -> bool:
    """Whether an element lies in a place that is of other stories, or of the site."""
    for node in itertools.chain((element,), element.iterancestors()):
        if node.tag in ("article", "main"):
            return False
        names = called(node)
        if node.tag in ("aside", "nav", "footer") or (_NOISE.search(names) and not vocabulary.NO_NOISE.search(names)):
            return True
    return False


def shown(tree: HtmlElement) -> tuple[str, ...]:
    """The names in the first byline that the page shows; none where no line is told as one."""
    for element in itertools.chain(_lines(tree), _told(tree)):
        if text := _short(element):
            pieces = _LEFT_OPEN.sub(r"\1 ", "|".join(filter(None, (line(str(part)) for part in element.itertext()))))
            if found := names_in(pieces) or names_in(text):
                return found
    return ()


def _lines(tree: HtmlElement) -> Iterator[HtmlElement]:
    count = 0
    for element in tree.iter("p", "div", "span", "address", "a", "li", "h4", "h5", "h6", "small", "em", "strong"):
        names = called(element)
        if (len(names) > 3 and _BYLINE.search(names) and not _NOISE.search(names)) or element.tag == "address":
            if any(
                _NOISE.search(parent.get("class") or "") for parent in element.iterancestors("div", "section", "aside")
            ):
                continue
            count += 1
            yield element
        if count > _MOST:
            return


def _told(tree: HtmlElement) -> Iterator[HtmlElement]:
    """Those that begin as bylines do, from the heading to the first paragraphs and in the last ones."""
    elements = list(tree.iter("h1", "h2", "p", "div", "span", "td", "font", "b", "strong", "em", "i", "h3", "li"))
    heading = next((n for n, element in enumerate(elements) if element.tag in ("h1", "h2")), 0)
    long = [n for n, element in enumerate(elements) if element.tag == "p" and not _short(element)]
    first, last = long[_OPENING - 1 : _OPENING] or [len(elements)], long[-1:] or [len(elements)]
    for element in itertools.chain(elements[heading : first[0]], elements[last[0] : last[0] + _MOST]):
        text = _short(element)
        if _BY.match(text) and (text[:1] == "(" or text[-1:] not in ".!?") and not _is_noise(element):
            yield element


def _text(element: HtmlElement) -> str:
    return line(words_of(element))


def named(text: str) -> tuple[str, ...]:
    """The names in a line that begins as bylines do; none in another."""
    return names_in(text) if len(text) <= _LONGEST and _BY.match(text) and not text.endswith((".", "!", "?")) else ()


def _short(element: HtmlElement) -> str:
    """Its text where that is a line; "" where it is longer."""
    text = ""
    for piece in element.itertext():
        text = f"{text} {piece}"
        if len(text) > 2 * _LONGEST:
            return ""
    text = line(text)
    return text if len(text) <= _LONGEST else ""


def names_in(text: str) -> tuple[str, ...]:
    """The names in a line that is a byline: capitalised, two words or more."""
    text = _LEAD.sub("", line(unescape(re.sub(r"\S+@\S+|https?:\S+|@\w+", "|", text))).replace("\n", "|"))
    text = _BEFORE_PICTURES.sub("|", _PICTURES.sub(" photo|", text))
    found = []
    for part in _PARTED.split(re.sub(r"\([^()]*\)", "|", text.strip("()"))):
        name = _BEHIND.sub("", _LEAD.sub("", part)).strip(" .:")
        if not _NAME.fullmatch(name) or _NO_NAME.search(name):
            continue
        words = [word for word in name.split() if not re.fullmatch(_PARTICLE, word)]
        if len(words) > 1 and not any(re.sub(r"^d['’]", "", word)[:1].islower() for word in (name.split()[-1], *words)):
            found.append(name)
    return tuple(dict.fromkeys(found))[:20]
