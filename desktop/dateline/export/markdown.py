"""A chronology in Markdown: by year and month, each event with its date, quote and source; sources at the end."""

import re

from dateline.core.model import Bundle, Event
from dateline.export.common import (
    Lookup,
    Options,
    certainty_mark,
    citation,
    one_line,
    sections,
    tellings,
    web_address,
    when,
)

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#+\-!|~&])")
_NUMBERED = re.compile(r"^(\d+)([.)])")


def write(bundle: Bundle, options: Options) -> bytes:
    """Every event of the bundle as a list item under the year and month it began in; the undated last.

    What several articles tell as one is one item, with the words and the number of each.
    """
    lookup = Lookup(bundle)
    numbers = {article.id: i for i, article in enumerate(bundle.articles, start=1)}
    lines = [f"# {escape(one_line(options.heading))}", ""]
    leading = tellings(bundle.events)
    for heading, events in sections(tuple(members[0] for members in leading.values()), options):
        lines += [*([""] if lines[-1] else []), f"## {escape(heading)}", ""]
        lines += [line for event in events for line in _item(leading[event.id], lookup, numbers, options)]
    if bundle.articles:
        lines += ["", "## Sources", ""]
        for article in bundle.articles:
            address = f" <{web_address(article.url)}>" if _plain_address(article.url) else ""
            lines.append(f"{numbers[article.id]}. {escape(one_line(citation(article)))}{address}")
    return ("\n".join(lines) + "\n").encode()


def escape(text: str) -> str:
    """Text that Markdown shows as it is."""
    return _NUMBERED.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", text))


def _item(members: list[Event], lookup: Lookup, numbers: dict[int, int], options: Options) -> list[str]:
    event = members[0]
    told = dict.fromkeys(numbers[each.article] for each in members if each.article in numbers)
    source = "".join(f" [{number}]" for number in told)
    title = one_line(lookup.merged_title(event) or lookup.title(event))
    lines = [f"- **{escape(when(event, options))}**: {escape(title)}{certainty_mark(event)}{source}"]
    for each in members:
        by = f" [{numbers[each.article]}]" if len(told) > 1 and each.article in numbers else ""
        own = one_line(lookup.title(each))
        lines += _quoted(each, lookup, by if own == title else f"{by}: {escape(own)}{certainty_mark(each)}")
    for each in members:
        if each.note:
            lines += ["", f"  {escape(one_line(each.note))}", ""]
    return lines


def _quoted(event: Event, lookup: Lookup, source: str) -> list[str]:
    """The words that tell an event, and behind them whose they are."""
    quote = one_line(lookup.quote(event))
    if not quote:
        return []
    speaker = f" ({escape(one_line(event.attributed_to))})" if event.attributed_to else ""
    return [f"  > {escape(quote)}{speaker}, characters {event.sentence_start}–{event.sentence_end}{source}"]


def _plain_address(url: str) -> bool:
    return bool(web_address(url)) and not re.search(r"[\s<>]", url)
