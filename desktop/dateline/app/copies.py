"""Copies of one sentence in several articles, as of a wire report: what they tell is one event without being asked."""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import combinations

from dateline.core.change import Change, joined
from dateline.core.model import Article, Event, weightiest
from dateline.core.moment import DAY, iso, parse_partial
from dateline.library import Library, edits
from dateline.timeline.disagreement import disagreements

NEAR = 3
"""Days between the publication of a sentence and of its copies."""
SHARED = 0.9
"""The share of the longer sentence's words that a copy has too."""
LEAST = 6
"""Words of a sentence that is no common phrase."""
_WORD = re.compile(r"\w+")


def join_copies(article: Article, told: Iterable[Event], library: Library) -> Change:
    """The change that joins events of a new article with those that copies of their sentences tell; false if none do.

    A copy has nearly the same words and the same trigger, in an article published within `NEAR` days, and its telling
    does not contradict. What was said not to be the same is not joined. The merge is marked as made of copies.
    """
    sentences = {event.id: _words(article.text[event.sentence_start : event.sentence_end]) for event in told}
    new = [event for event in told if event.dated and len(sentences[event.id]) >= LEAST]
    if not new or article.published is None or len(article.published) < len("2025-03-30"):
        return Change("")
    day = parse_partial(article.published).begin or 0
    first, last = iso(day - NEAR * DAY)[:10], iso(day + NEAR * DAY)[:10]
    there = [
        (id_, trigger, _words(sentence))
        for id_, trigger, sentence in library.tellings(first, last, {event.text for event in new})
    ]
    if not there:
        return Change("")
    apart = library.kept_apart()
    changes: list[Change] = []
    used: set[int] = set()
    for event in new:
        ids = [id_ for id_, trigger, words in there if trigger == event.text and _alike(sentences[event.id], words)]
        fitting = [one for one in library.events_by_id(ids) if one.dated and not disagreements([event, one])]
        members, merges = library.with_merged(fitting)
        group = [one for one in members if one.article != (article.version_of or article.id)]
        ids = sorted(one.id for one in [*group, event])
        if not group or not used.isdisjoint(ids) or not apart.isdisjoint(combinations(ids, 2)):
            continue
        used.update(ids)
        title = "" if merges else weightiest([*group, event]).title
        changes.append(edits.merge([*group, event], title, merges, copies=not merges or merges[0].copies))
    return joined("", changes)


def _words(sentence: str) -> Counter[str]:
    return Counter(_WORD.findall(sentence.casefold()))


def _alike(one: Counter[str], other: Counter[str]) -> bool:
    return (one & other).total() >= SHARED * max(one.total(), other.total())
