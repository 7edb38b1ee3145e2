"""FollowTheMoney, as Aleph and OpenSanctions read it: an entity a line, of articles, events, and who takes part.

Dates are those of FollowTheMoney, the first and the last day of what an event's bounds allow; bounds outside the years
1 to 9999 are left out, and the summary has the date in words.
"""

import json
import re
from collections.abc import Iterator
from hashlib import blake2b

from dateline.core.model import Article, Bundle, Event
from dateline.core.moment import DAY, Moment, civil
from dateline.export.citations import title
from dateline.export.common import Lookup, Options, certainty_mark, one_line, public, web_address, when

_KINDS = {"person": "Person", "organisation": "Organization"}
"""What of the participants becomes an entity; places are words."""


def write(bundle: Bundle, options: Options) -> bytes:
    """The entities as JSON Lines, articles first, each once."""
    lookup = Lookup(bundle)
    entities = {each["id"]: each for each in _entities(bundle, lookup, options)}
    return "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in entities.values()).encode()


def _entities(bundle: Bundle, lookup: Lookup, options: Options) -> Iterator[dict[str, object]]:
    for article in bundle.articles:
        yield _entity(f"article-{article.id}", "Article", _article(public(article, options)))
    for event in bundle.events:
        involved = {}
        for each in event.participants:
            name = one_line(each.name or each.text)
            if name and each.kind in _KINDS:
                involved[name] = _KINDS[each.kind]
        for name, schema in involved.items():
            yield _entity(_id(schema, name), schema, {"name": name})
        more = {"involved": [_id(schema, name) for name, schema in involved.items()]}
        yield _entity(f"event-{event.id}", "Event", _event(event, lookup, options) | more)


def _article(article: Article) -> dict[str, object]:
    published = (article.published or "").partition("T")[0]
    return {
        "title": title(article),
        "author": list(article.authors),
        "publisher": article.site,
        "publishedAt": published if re.fullmatch(r"\d{4}(?:-\d\d){0,2}", published) else "",
        "sourceUrl": web_address(article.url),
        "fileName": article.file,
        "bodyText": article.text,
    }


def _event(event: Event, lookup: Lookup, options: Options) -> dict[str, object]:
    speaker = f", by {one_line(event.attributed_to)}" if event.attributed_to else ""
    article = lookup.article(event)
    begin, last = _day(event.earliest), _day(None if event.latest is None else event.latest - 1)
    return {
        "name": one_line(lookup.title(event)),
        "summary": f"{when(event, options)}: {one_line(lookup.title(event))}{certainty_mark(event)}{speaker}",
        "description": one_line(lookup.quote(event)),
        "startDate": begin,
        "endDate": last,
        "date": begin if begin == last else "",
        "location": [one_line(each.name or each.text) for each in event.participants if each.kind == "place"],
        "proof": "" if article is None else f"article-{article.id}",
        "sourceUrl": "" if article is None else web_address(article.url),
        "notes": one_line(event.note),
    }


def _day(moment: Moment | None) -> str:
    if moment is None:
        return ""
    day = civil(moment // DAY * DAY)
    return f"{day.year:04}-{day.month:02}-{day.day:02}" if 1 <= day.year <= 9999 else ""


def _entity(id_: str, schema: str, values: dict[str, object]) -> dict[str, object]:
    """An entity; every property is a list of texts, and an empty one is left out."""
    lists = {name: value if isinstance(value, list) else [value] for name, value in values.items()}
    kept = {name: [text for text in texts if text] for name, texts in lists.items()}
    return {"id": id_, "schema": schema, "properties": {name: texts for name, texts in kept.items() if texts}}


def _id(schema: str, name: str) -> str:
    return f"{schema.lower()}-{blake2b(name.casefold().encode(), digest_size=10).hexdigest()}"
