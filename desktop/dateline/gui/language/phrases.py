"""How the reader says when: On, Around, Before, After, Since, Until, Between, From … to, in the window's language.

Typed dates are read by `dateline.times.typed`; here are the ways that the window offers, and what was typed means.
"""

import re

from dateline.core.bounds import Bounds
from dateline.core.model import Article
from dateline.core.moment import Moment
from dateline.errors import UsageError
from dateline.timeline.words import date_words

from . import i18n
from .dates import conventions, four_words
from .i18n import tr

PHRASES = {
    "between": "between {first} and {second}",
    "from": "from {first} to {second}",
    "around": "around {first}",
    "before": "before {first}",
    "by": "by {first}",
    "until": "until {first}",
    "after": "after {first}",
    "since": "since {first}",
    "on": "{first}",
}
"""Each way of saying when; the first that fits is meant."""
NAMES = {
    "on": "On",
    "around": "Around",
    "before": "Before",
    "by": "By",
    "after": "After",
    "since": "Since",
    "until": "Until",
    "between": "Between",
    "from": "From … to",
}
"""What the ways are called, in the order offered."""
BLANK = "…"
"""Stands where a date is still to be typed."""


def taken_apart(text: str) -> tuple[str, str, str]:
    """Which of `PHRASES` a text is, and its one or two dates ("" where there is none)."""
    words = " ".join(text.split())
    for name, english in PHRASES.items():
        for phrase in (tr(english), english):
            if match := re.fullmatch(_pattern(phrase), words, re.IGNORECASE):
                return name, match["first"], match.groupdict().get("second") or ""
    return "on", "", ""


def said(name: str, first: str, second: str = "") -> str:
    """The dates as this way of saying when has them, in the window's language; a missing date is left blank."""
    return tr(PHRASES[name]).format(first=first or BLANK, second=second or BLANK)


def read_bounds(text: str, article: Article | None = None) -> Bounds:
    """The bounds of typed words, leaning on the article's publication date; raises UsageError where they are none.

    Dates may be in the article's language, in English, and as the window writes them.
    """
    from dateline.times import typed  # its grammar is not loaded before a date is typed

    if BLANK in text:
        raise UsageError(tr("Type a date in place of “{blank}”.").format(blank=BLANK))
    published = article.published if article is not None else None
    return typed.read(text, conventions=conventions(), languages=_languages(article), published=published)


def read_publication(text: str, article: Article | None = None) -> str:
    """A typed publication date as a whole or partial ISO date; raises UsageError where it is none."""
    from dateline.times import typed

    return typed.read_publication(text, conventions=conventions(), languages=_languages(article))


def _languages(article: Article | None) -> tuple[str, ...]:
    return (article.language if article is not None else "", i18n.language(), i18n.date_locale().split("_")[0])


def meaning(bounds: Bounds) -> str:
    """What typed bounds mean, in a sentence: "29 March 2025: at some time between …"."""
    four: tuple[Moment | None, Moment | None, Moment | None, Moment | None] = (
        bounds.earliest,
        bounds.latest_start,
        bounds.earliest_end,
        bounds.latest,
    )
    if four == (None, None, None, None):
        return tr("An event without a date.")
    when = date_words(four, bounds.granularity, i18n.date_locale(), bounds.relation)
    return f"{when}: {four_words(four)}"


def _pattern(phrase: str) -> str:
    parts = re.split(r"\{(\w+)\}", phrase)
    gaps = [
        re.escape(part).replace(r"\ ", r"\s+") if n % 2 == 0 else f"(?P<{part}>.+?)" for n, part in enumerate(parts)
    ]
    return "".join(gaps)
