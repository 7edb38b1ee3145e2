"""What the timeline to scale is told of its rows: captions, lanes in their order, and today."""

from collections.abc import Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from dateline.core.model import Certainty, Event
from dateline.core.moment import Moment, moment
from dateline.gui.language.dates import when
from dateline.gui.language.i18n import tr
from dateline.gui.language.words import CERTAINTY
from dateline.timeline.text import Caption


def nameless_last(codes: NDArray[np.int32], listed: Sequence[str]) -> tuple[NDArray[np.int32], list[str]]:
    """The lanes with the one of events that belong to none at the end."""
    order = sorted(range(len(listed)), key=lambda lane: not listed[lane])
    place = np.empty(len(listed), np.int32)
    place[order] = np.arange(len(listed), dtype=np.int32)
    return place[codes], [listed[lane] for lane in order]


def caption(event: Event, title: str) -> Caption:
    """An event's title, and when, with the certainty where it is not plainly reported."""
    told = when(event)
    if event.certainty is not Certainty.REPORTED:
        told = f"{told} · {tr(CERTAINTY[event.certainty]).lower()}"
    return Caption(title[:1].upper() + title[1:], told)


def today() -> Moment:
    """The reader's own day."""
    now = date.today()  # noqa: DTZ011 # the reader's own calendar
    return moment(now.year, now.month, now.day)
