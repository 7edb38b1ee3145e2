"""An invented library: some 800 events of 60 articles on a harbour, its strike and its storm, always the same."""

from dataclasses import replace
from random import Random

from dateline.core.model import Article, Bundle, Certainty, Event, Merge, Relation
from dateline.core.moment import DAY, HOUR, Granularity, civil, moment

WHO = (
    "The harbour board", "Mayor Inga Sorell", "The dockers' union", "A pilot boat", "The coastguard", "Judge Amos Pell",
    "The ferry company", "Police", "Residents of the quay", "The insurer",
)  # fmt: skip
DID = (
    "rejects the offer of {n} million", "calls for an inquiry into the collapse of the north mole", "arrests {n}",
    "rescues {n} people", "closes the strait to traffic", "opens a second terminal", "denies that it was warned",
    "votes by {n} percent for a strike that is to last until the wages are paid", "signs the contract",
    "publishes the report of {n} pages on the night of the storm and on what the authority knew of it",
)  # fmt: skip
START = moment(2031, 9, 1)


def made_library(events: int = 800, articles: int = 60) -> Bundle:
    """The bundle. Most events lie within six months, some decades and centuries before, a few are to come."""
    random = Random(24)
    told = tuple(
        Article(id=n + 1, text="", title=f"{random.choice(WHO)} in the news, part {n + 1}", site=f"Paper {n % 7}",
                published=_iso(START + random.randrange(180) * DAY))
        for n in range(articles)
    )  # fmt: skip
    merges = tuple(Merge(id=n + 1, title="") for n in range(40))
    rows = [_event(n + 1, random, articles) for n in range(events)]
    for n in range(120 if events > 200 else 0):
        rows[n] = replace(rows[n], merge=n % 40 + 1, earliest=rows[n % 40].earliest, latest=rows[n % 40].latest,
                          latest_start=rows[n % 40].latest_start, earliest_end=rows[n % 40].earliest_end)  # fmt: skip
    return Bundle(told, (), tuple(rows), merges)


def _event(number: int, random: Random, articles: int) -> Event:
    title = f"{random.choice(WHO)} {random.choice(DID).format(n=random.randrange(2, 90))}"
    begin, length, granularity = _when(random)
    certainty = random.choices(tuple(Certainty), (70, 10, 8, 6, 3, 3))[0]
    event = Event(
        id=number, article=1 + random.randrange(articles), title=title, earliest=begin, latest=begin + length,
        latest_start=begin + length, earliest_end=begin, granularity=granularity, certainty=certainty,
        relation=Relation.WITHIN, attributed_to="a witness" if certainty is Certainty.CLAIMED else "",
        weight=random.betavariate(3, 3), confidence=random.random(),
    )  # fmt: skip
    kind = random.random()
    if kind < 0.04:
        return replace(event, earliest=None, latest_start=None, earliest_end=None, relation=Relation.BEFORE)
    if kind < 0.08:
        return replace(event, latest=None, earliest_end=None, relation=Relation.SINCE)
    if kind < 0.1:
        return replace(event, earliest=None, latest=None, latest_start=None, earliest_end=None)
    return event


def _when(random: Random) -> tuple[int, int, Granularity]:
    kind = random.random()
    day = START + int(random.betavariate(2, 2) * 180) * DAY
    if kind < 0.03:
        return moment(random.randrange(1400, 2020)), 365 * DAY, Granularity.YEAR
    if kind < 0.06:
        return moment(2033, random.randrange(1, 12)), 30 * DAY, Granularity.MONTH
    if kind < 0.2:
        return day + random.randrange(24) * HOUR, 1, Granularity.MINUTE
    if kind < 0.35:
        return day + 18 * HOUR, 12 * HOUR, Granularity.DAY_PART
    if kind < 0.4:
        return day // (7 * DAY) * 7 * DAY, 7 * DAY, Granularity.WEEK
    return day, DAY, Granularity.DAY


def _iso(m: int) -> str:
    c = civil(m)
    return f"{c.year:04d}-{c.month:02d}-{c.day:02d}"
