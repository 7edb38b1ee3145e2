"""What the views are told of their rows: captions, lines, and today."""

from datetime import date

from dateline.core.model import Certainty, Event
from dateline.core.moment import Moment, moment
from dateline.gui.language.dates import when
from dateline.gui.language.i18n import tr
from dateline.gui.language.words import CERTAINTY
from dateline.timeline.chronicle.blocks import Told
from dateline.timeline.text import Caption


def caption(event: Event, title: str) -> Caption:
    """An event's title, and when, with the certainty where it is not plainly reported."""
    told = when(event)
    if event.certainty is not Certainty.REPORTED:
        told = f"{told} · {tr(CERTAINTY[event.certainty]).lower()}"
    return Caption(title[:1].upper() + title[1:], told)


def told(event: Event, title: str, by: int) -> Told:
    """What an event's line in the chronicle says, told ``by`` so many articles."""
    tag = ""
    if event.certainty is not Certainty.REPORTED:
        tag = tr(CERTAINTY[event.certainty]).lower()
        if event.certainty is Certainty.CLAIMED and event.attributed_to:
            tag = f"{tag} · {event.attributed_to}"
    return Told(title[:1].upper() + title[1:], when(event), tag, max(by, 1))


def today() -> Moment:
    """The reader's own day."""
    now = date.today()  # noqa: DTZ011 # the reader's own calendar
    return moment(now.year, now.month, now.day)
