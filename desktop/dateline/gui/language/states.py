"""What the reader made of an event, in words."""

from dateline.core.model import Event, Status

from .i18n import tr
from .words import CORRECTED, STATUS


def _corrected(event: Event) -> list[str]:
    return list(dict.fromkeys(CORRECTED[name] for name in event.corrected if name in CORRECTED))


def status_words(event: Event) -> str:
    """Whether it was found, corrected, confirmed, rejected or added."""
    corrected = bool(_corrected(event))
    if event.status is Status.FOUND and corrected:
        return tr("Corrected")
    words = tr(STATUS[event.status])
    return tr("{status}, corrected").format(status=words) if corrected and event.status is not Status.ADDED else words


def corrected_words(event: Event) -> str:
    """What the reader set of it, in a sentence; "" for nothing."""
    parts = _corrected(event)
    return tr("You set: {what}.").format(what=", ".join(map(tr, parts))) if parts else ""
