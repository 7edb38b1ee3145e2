"""A chronology in Markdown: by year and month, each event with its date, quote and source; sources at the end."""

import re

from dateline.core.model import Bundle, Event
from dateline.export.common import Lookup, Options, certainty_mark, citation, one_line, sections, web_address, when

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#+\-!|~&])")
_NUMBERED = re.compile(r"^(\d+)([.)])")


def write(bundle: Bundle, options: Options) -> bytes:
    """Every event of the bundle as a list item under the year and month it began in; the undated last."""
    lookup = Lookup(bundle)
    numbers = {article.id: i for i, article in enumerate(bundle.articles, start=1)}
    lines = [f"# {escape(one_line(options.heading))}", ""]
    for heading, events in sections(bundle.events, options):
        lines += [*([""] if lines[-1] else []), f"## {escape(heading)}", ""]
        lines += [line for event in events for line in _item(event, lookup, numbers, options)]
    if bundle.articles:
        lines += ["", "## Sources", ""]
        for article in bundle.articles:
            address = f" <{web_address(article.url)}>" if _plain_address(article.url) else ""
            lines.append(f"{numbers[article.id]}. {escape(one_line(citation(article)))}{address}")
    return ("\n".join(lines) + "\n").encode()


def escape(text: str) -> str:
    """Text that Markdown shows as it is."""
    return _NUMBERED.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", text))


def _item(event: Event, lookup: Lookup, numbers: dict[int, int], options: Options) -> list[str]:
    number = numbers.get(event.article) if event.article is not None else None
    source = f" [{number}]" if number else ""
    title = escape(one_line(lookup.title(event))) + certainty_mark(event)
    lines = [f"- **{escape(when(event, options))}**: {title}{source}"]
    quote = one_line(lookup.quote(event))
    speaker = f" ({escape(one_line(event.attributed_to))})" if event.attributed_to else ""
    place = f", characters {event.sentence_start}–{event.sentence_end}" if quote else ""
    if quote:
        lines.append(f"  > {escape(quote)}{speaker}{place}")
    if event.note:
        lines += ["", f"  {escape(one_line(event.note))}", ""]
    return lines


def _plain_address(url: str) -> bool:
    return bool(web_address(url)) and not re.search(r"[\s<>]", url)
