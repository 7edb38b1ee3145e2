"""The story of a ferry that the golden pictures show, and what an image has of it."""

import re
from functools import partial
from typing import Any

from dateline.core.model import Article, Bundle, Certainty, Event, Participant, Relation
from dateline.core.moment import DAY, Granularity, moment
from dateline.export.image import ImageOptions as Options
from dateline.export.image.files import lay_out

ImageOptions = partial(Options, to_scale=True, show="all")
M, G, C = moment, Granularity, Certainty
ARTICLES = (
    Article(id=1, text="", title="Ferry with 212 aboard runs aground off Brennay as storm closes the strait",
            published="2025-03-30", authors=("Ilse Hartog",), site="The Brennay Courier"),
    Article(id=2, text="", title="Rescuers reach last passengers of stranded ferry", published="2025-03-31",
            authors=("P. Lund",), site="Strait News"),
)  # fmt: skip


def event(
    number: int,
    title: str,
    earliest: int | None,
    latest: int | None,
    grain: Granularity = G.DAY,
    certainty: Certainty = C.REPORTED,
    place: str = "Brennay",
    **more: Any,
) -> Event:
    bounds = {"latest_start": latest, "earliest_end": earliest} if earliest and latest else {}
    where = (Participant(text=place, start=0, end=1, role="place", kind="place"),)
    return Event(id=number, article=1 + number % 2, title=title, earliest=earliest, latest=latest, granularity=grain,
                 certainty=certainty, participants=where, **(bounds | more))  # fmt: skip


EVENTS = (
    event(1, "ferry Alcyone runs aground on the Harrow reef", M(2025, 3, 29, 18), M(2025, 3, 30, 6), G.DAY_PART),
    event(2, "coastguard receives a distress call", M(2025, 3, 29, 21, 40), M(2025, 3, 29, 21, 41), G.MINUTE),
    event(3, "first helicopter lifts 14 passengers to safety", M(2025, 3, 29, 23), M(2025, 3, 30), G.HOUR,
          place="Harrow"),
    event(4, "captain says the radar failed", M(2025, 3, 30), M(2025, 3, 31), certainty=C.CLAIMED),
    event(5, "operator denies that warnings were ignored", M(2025, 3, 30), M(2025, 3, 31), certainty=C.DENIED),
    event(6, "storm warning in force for the strait", M(2025, 3, 28), M(2025, 4, 1), place="the strait",
          latest_start=M(2025, 3, 28), earliest_end=M(2025, 4, 1)),
    event(7, "inquiry to open", M(2025, 4, 7), M(2025, 4, 14), G.WEEK, C.PLANNED, "Port Sel"),
    event(8, "salvage could begin", M(2025, 4), M(2025, 5), G.MONTH, C.POSSIBLE, "Harrow"),
    event(9, "ferry passes its yearly inspection", M(2025, 1), M(2025, 2), G.MONTH, place="Port Sel"),
    event(10, "route reopened after two years of repairs to the piers at both ends of the crossing",
          M(2024, 10), M(2025, 1), G.QUARTER),
    event(11, "fuel trace reported on the northern beaches", M(2025, 3, 30, 6), M(2025, 3, 30, 12), G.DAY_PART),
    event(12, "last passengers brought ashore", M(2025, 3, 31), M(2025, 4, 1)),
    event(13, "union warns of crew shortages", M(2025, 1), None, G.MONTH, latest_start=M(2025, 2),
          earliest_end=M(2025, 3, 30), relation=Relation.SINCE),
    event(14, "hull repairs finished", None, M(2025, 3), G.MONTH, relation=Relation.BEFORE),
    event(15, "reef claims the trawler Osprey", M(2011), M(2012), G.YEAR, place="Harrow"),
    event(16, "insurer unlikely to pay for the cargo", M(2025, 5), M(2025, 6), G.MONTH, C.UNLIKELY),
    event(17, "residents had complained about the timetable", None, None, G.VAGUE),
)  # fmt: skip
STORY = Bundle(ARTICLES, (), EVENTS)
TITLE = "The stranding of the Alcyone"


def many(count: int) -> Bundle:
    events = [event(i, f"council votes on plan {i}", M(2024) + i * 37 % 700 * DAY, M(2024) + (i * 37 % 700 + 1) * DAY)
              for i in range(1, count + 1)]  # fmt: skip
    return Bundle(ARTICLES, (), tuple(events))


def counted(bundle: Bundle, options: Options) -> int:
    sheet = lay_out(bundle, options)[0]
    scene = sheet.scene
    return sheet.left_out + len(scene.marks) + sum(c.count for c in scene.clusters) + sum(b.count for b in scene.bins)


def texts(svg: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", "", text) for text in re.findall(r"<text.*?</text>", svg, re.DOTALL))
