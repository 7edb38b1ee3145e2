"""TimeML 1.2: the article's own text with TIMEX3 and EVENT inline, and links from events to their times.

One article is one TimeML document; several are documents in a corpus element. The characters between the tags of TEXT
are the article's, one for one (a character that XML cannot hold becomes U+FFFD). Spans that cross are cut where the
earlier one ends, since tags must nest.
"""

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from dateline.core.model import Article, Bundle, Certainty, Event, Relation, TimeExpression
from dateline.core.moment import iso_or_none
from dateline.export.common import Lookup, Options, one_line, xml_text
from dateline.export.markup import Tag, inline

_NEGATED = re.compile(
    r"(?:\b(?:not|never|cannot)|n['’]t)(?:\s+(?:yet|been|be|have|even|to|\w+ly))*\s+$|\b(?:no|neither|nor|without)\s+$",
    re.IGNORECASE,
)
"""What says at once before a trigger that it did not happen; with more words between it could mean another."""
_MODALITY = {Certainty.PLANNED: "will", Certainty.POSSIBLE: "may", Certainty.UNLIKELY: "unlikely"}
_LINKS = {
    Relation.ON: "IS_INCLUDED",
    Relation.WITHIN: "IS_INCLUDED",
    Relation.AROUND: "SIMULTANEOUS",
    Relation.BEFORE: "BEFORE",
    Relation.AFTER: "AFTER",
    Relation.SINCE: "BEGUN_BY",
    Relation.UNTIL: "ENDED_BY",
}


def write(bundle: Bundle, options: Options) -> bytes:
    """The bundle's articles as TimeML; events without an article have no text to stand in and are left out."""
    lookup = Lookup(bundle)
    documents = [_document(article, lookup) for article in bundle.articles]
    if len(documents) == 1:
        body = documents[0]
    else:
        body = f"<TimeMLCorpus title={_attribute(options.heading)}>\n" + "".join(documents) + "</TimeMLCorpus>\n"
    return ('<?xml version="1.0" encoding="UTF-8"?>\n' + body).encode()


def _document(article: Article, lookup: Lookup) -> str:
    times, events = lookup.expressions_of(article), lookup.events_of(article)
    tid = {row.id: f"t{i}" for i, row in enumerate(times, start=1)}
    triggers: dict[tuple[int, int], str] = {}  # events told by one word share its EVENT and are instances of it
    for event in events:
        triggers.setdefault((event.start, event.end), f"e{len(triggers) + 1}")
    tags = [_timex(row, tid[row.id]) for row in times]
    tags += [
        Tag(*span, f'<EVENT eid="{eid}" class="OCCURRENCE">', "</EVENT>")
        for span, eid in triggers.items()
        if span[0] < span[1]
    ]
    dct = article.published or ""
    head = [
        "<TimeML>",
        f"<DOCID>{_text(str(article.id))}</DOCID>",
        f"<TITLE>{_text(article.title)}</TITLE>",
        f'<DCT><TIMEX3 tid="t0" type="DATE" value={_attribute(dct or "XXXX-XX-XX")} temporalFunction="false"'
        f' functionInDocument="CREATION_TIME">{_text(dct or "unknown")}</TIMEX3></DCT>',
        f"<TEXT>{inline(article.text, tags, _text)}</TEXT>",
    ]
    tail = [
        line for i, event in enumerate(events, start=1) for line in _instance(event, i, triggers, tid, article.text)
    ]
    return "\n".join([*head, *tail, "</TimeML>"]) + "\n"


def _timex(row: TimeExpression, tid: str) -> Tag:
    begin, until = iso_or_none(row.begin), iso_or_none(row.until)
    pairs = {
        "tid": tid,
        "type": row.type,
        "value": row.value,
        "mod": row.mod,
        "quant": row.quant,
        "freq": row.freq,
        "temporalFunction": "true" if row.anchor in ("publication", "previous") else "false",
        "anchorTimeID": "t0" if row.anchor == "publication" else None,
        "comment": f"begin {begin or 'open'}, until {until or 'open'}, {row.granularity.value}. {row.why}".strip(),
    }
    attributes = " ".join(f"{name}={_attribute(value)}" for name, value in pairs.items() if value is not None)
    return Tag(row.start, row.end, f"<TIMEX3 {attributes}>", "</TIMEX3>")


def _instance(
    event: Event, number: int, triggers: dict[tuple[int, int], str], tid: dict[int, str], text: str
) -> Iterator[str]:
    negated = event.start < event.end and _NEGATED.search(text[event.sentence_start : event.start])
    pairs = {
        "eiid": f"ei{number}",
        "eventID": triggers[event.start, event.end],
        "polarity": "NEG" if event.certainty is Certainty.DENIED or negated else "POS",
        "modality": _MODALITY.get(event.certainty),
        "comment": one_line(
            f"{event.title}. {event.certainty.value}. earliest {iso_or_none(event.earliest) or 'open'}, latest start "
            f"{iso_or_none(event.latest_start) or 'open'}, earliest end {iso_or_none(event.earliest_end) or 'open'}, "
            f"latest {iso_or_none(event.latest) or 'open'}. {event.words}"
        ),
    }
    attributes = " ".join(f"{name}={_attribute(value)}" for name, value in pairs.items() if value is not None)
    yield f"<MAKEINSTANCE {attributes}/>"
    relation = _LINKS.get(event.relation)
    if event.expression in tid and relation:
        time = tid[event.expression]
        yield f'<TLINK lid="l{number}" eventInstanceID="ei{number}" relatedToTime="{time}" relType="{relation}"/>'


def _text(text: str) -> str:
    return escape(xml_text(text), {"\r": "&#13;"})


def _attribute(value: str) -> str:
    return quoteattr(xml_text(value), {"\r": "&#13;"})
