"""What hovering says: words, then the date, then why."""

from dateline.core.model import Event, TimeExpression

from .dates import expression_words, when
from .i18n import tr
from .told import told
from .words import CERTAINTY


def expression_tip(expression: TimeExpression) -> str:
    """A time expression: its words, what they mean, and why."""
    return _rows(f"“{expression.text}”", expression_words(expression), told(expression.why))


def event_tip(event: Event, key: str = "") -> str:
    """An event: what, the words and their date, how sure, why, and why it is a key event where it is one."""
    sure = tr(CERTAINTY[event.certainty])
    if event.attributed_to:
        sure = tr("{sure}, according to {source}").format(sure=sure, source=event.attributed_to)
    words = tr("“{words}” means {date}").format(words=event.words, date=when(event)) if event.words else when(event)
    return _rows(event.title, words, sure, told(event.why), told(key))


_PLAIN = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def _rows(head: str, *rows: str) -> str:
    shown = "".join(f"<div>{part.translate(_PLAIN)}</div>" for part in rows if part)
    return f"<div><b>{head.translate(_PLAIN)}</b>{shown}</div>"
