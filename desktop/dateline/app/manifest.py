"""Rows of a list of articles: ``{"doc", "published", "title", "text", "topic", "language"}``; the text is needed."""

import json

from dateline.core import moment
from dateline.core.model import Article, Confidence, new_id
from dateline.core.preferences import Preferences
from dateline.errors import UsageError


def article(line: bytes, language: str, preferences: Preferences) -> tuple[str, Article]:
    """The topic of a row and its article; ``language`` is for rows that name none. Raises ValueError."""
    row = json.loads(line)
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise ValueError('not a JSON object with "text"')
    try:
        published = check_published(row.get("published"), preferences)
        language = check_language(row.get("language")) or language
    except (UsageError, TypeError, AttributeError) as error:
        raise ValueError(str(error)) from None
    made = Article(
        id=new_id(),
        text=row["text"],
        title=str(row.get("title") or ""),
        published=published,
        published_confidence=Confidence.CERTAIN if published else Confidence.UNKNOWN,
        evidence="given in the list" if published else "",
        language=language,
        file=str(row.get("doc", "")),
    )
    return str(row.get("topic", "")), made


def check_published(value: str | None, preferences: Preferences) -> str | None:
    """A publication date as typed, in words or figures, as ISO; raises UsageError where it is none."""
    if value is None:
        return None
    try:
        moment.parse_partial(value)
    except ValueError:
        from dateline.times import typed  # which ISO dates do without

        return typed.read_publication(value, conventions=preferences.conventions, languages=[preferences.language])
    return value


def check_language(code: str | None) -> str | None:
    """The code of a language, in small letters; raises UsageError where times are found in no language of this code."""
    from dateline import times

    if code is None or (code := code.lower()) in times.languages():
        return code
    from dateline.times import foreign

    if not foreign.knows(code):
        raise UsageError(f"{code!r} is not the code of a language that Dateline knows; write en, de, fr, es, it, …")
    return code
