"""Which time a trigger hangs on: the time in its clause, in the clause above, of the sentence before, or publication.

The way through the tree from a time to a trigger is priced by the labels on it; the cheapest time wins.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum

from dateline.core.model import TimeExpression
from dateline.core.moment import DAY, Interval
from dateline.events.clauses import Tense, clause_tense, route
from dateline.events.lexicon import words
from dateline.events.parser import Sentence, Token
from dateline.events.triggers import Trigger


class How(Enum):
    """The way in which a trigger came by its time."""

    ATTACHED = "attached"
    CLAUSE = "clause"
    GOVERNING = "governing"
    INNER = "inner"
    REPORTED = "reported"
    CARRIED = "carried"
    EARLIER = "earlier"
    PUBLICATION = "publication"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression where a sentence has it: the token that heads it, and the words that tie it on."""

    expression: TimeExpression
    head: Token
    relation: str


@dataclass(frozen=True, slots=True)
class Link:
    """What dates a trigger. ``cost`` is the price of the way; ``distance`` counts tokens, or sentences if carried."""

    how: How
    time: Time | None = None
    cost: float = 0.0
    distance: int = 0


UP = {"ccomp": 2.5, "relcl": 2.5, "advcl": 1.5, "acl": 1.5, "xcomp": 0.7, "conj": 1.0, "pcomp": 1.0, "parataxis": 1.5,
      "nsubj": 0.4, "nsubjpass": 0.4, "dobj": 0.4, "appos": 0.8}  # fmt: skip
"""Price of leaving a phrase towards the word that governs it."""
DOWN = {"ccomp": 2.0, "relcl": 1.6, "advcl": 0.8, "acl": 0.9, "xcomp": 0.3, "conj": 0.8, "pcomp": 0.5, "parataxis": 1.5,
        "nsubj": 0.5, "nsubjpass": 0.5, "dobj": 0.4, "appos": 0.9, "pobj": 0.2, "prep": 0.2, "compound": 0.6}  # fmt: skip
"""Price of entering a phrase from the word that governs it."""
OTHER = 0.3
CLAUSES = ("ccomp", "relcl", "advcl", "acl", "csubj", "pcomp", "parataxis")
FREE = ("pobj", "prep", "npadvmod", "advmod", "nmod", "nummod", "amod", "tmod")
NEAR, FAR = 4, 12
"""Sentences over which a time is carried, in its paragraph and as the day of the news."""
NEWS = 4 * DAY
"""How long before publication the day of the news may lie."""


def place(sentence: Sentence, times: Sequence[TimeExpression]) -> list[Time]:
    """The times of a sentence that can date something, each with its head and relation."""
    placed = []
    for expression in times:
        inside = [t for t in sentence.tokens if t.start < expression.end and t.end > expression.start]
        if not inside or expression.type == "SET":
            continue
        indices = {t.i for t in inside}
        head = next((t for t in inside if t.head not in indices or t.head == t.i), inside[0])
        placed.append(Time(expression, head, expression.relation))
    return placed


def price(time: Time, trigger: Trigger, tokens: list[Token]) -> tuple[float, list[str], list[str]]:
    """What the way from a time to a trigger costs, with its labels up and down."""
    rising, falling, _ = route(time.head, trigger.token, tokens)
    cost = sum(0.0 if dep in FREE else UP.get(dep, OTHER) for dep in rising)
    cost += sum(DOWN.get(dep, OTHER) for dep in falling)
    cost += 0.02 * abs(time.head.i - trigger.token.i)
    return cost, rising, falling


def nearest(trigger: Trigger, times: Sequence[Time], tokens: list[Token]) -> Link:
    """The link to the cheapest of the times."""
    best = Link(How.NONE)
    for time in times:
        if time.head.i == trigger.token.i:
            continue
        cost, rising, falling = price(time, trigger, tokens)
        if best.time is None or cost < best.cost:
            best = Link(_how(rising, falling), time, cost, abs(time.head.i - trigger.token.i))
    return best


def _how(rising: list[str], falling: list[str]) -> How:
    if any(dep in CLAUSES for dep in rising):
        return How.INNER
    if "ccomp" in falling:
        return How.REPORTED
    if any(dep in CLAUSES for dep in falling):
        return How.GOVERNING
    return How.CLAUSE if rising and falling else How.ATTACHED


@dataclass(slots=True)
class Story:
    """What has been told so far: the times that later sentences may go on with."""

    published: Interval | None
    anchors: list[tuple[Time, int, int]] = field(default_factory=list)
    sentence: int = 0

    def heading(self) -> None:
        """A heading: the story starts anew."""
        self.anchors.clear()

    def note(self, sentence: Sentence, links: Sequence[tuple[Trigger, Link]]) -> None:
        """Remember the times that dated something told as past in this sentence, and count it."""
        for trigger, link in links:
            if link.time is None or link.how not in (How.ATTACHED, How.CLAUSE) or link.time.relation:
                continue
            tense = clause_tense(trigger.token, sentence.tokens)
            if tense in (Tense.PAST, Tense.PLUPERFECT) and link.time.expression.resolved:
                self.anchors.append((link.time, self.sentence, sentence.paragraph))
        del self.anchors[:-24]
        self.sentence += 1

    def carried(self, trigger: Trigger, sentence: Sentence) -> Link:
        """The time that a sentence without one goes on with: that of the sentence before, or the day of the news."""
        if clause_tense(trigger.token, sentence.tokens) not in (Tense.PAST, Tense.PLUPERFECT):
            return Link(How.NONE)
        report = trigger.token.lemma in words("verbs", "report")
        for time, number, paragraph in reversed(self.anchors):
            distance = self.sentence - number
            if paragraph == sentence.paragraph and distance <= NEAR and (not report or self._news(time)):
                return Link(How.CARRIED, time, float(distance), distance)
            if self._news(time) and distance <= FAR:
                return Link(How.EARLIER, time, float(distance), distance)
        return Link(How.NONE)

    def _news(self, time: Time) -> bool:
        """Whether a time lies in the days that the article is the news of."""
        if self.published is None or self.published.begin is None or self.published.until is None:
            return False
        begin, until = time.expression.begin, time.expression.until
        if begin is None or until is None or until - begin > 2 * DAY:
            return False
        return begin < self.published.until and until > self.published.begin - NEWS


def link(sentence: Sentence, found: Sequence[Trigger], times: Sequence[Time], story: Story) -> list[Link]:
    """What dates each trigger of a sentence; does not yet tell the story of it (`Story.note`)."""
    links = []
    for trigger in found:
        best = nearest(trigger, times, sentence.tokens)
        if best.how in (How.NONE, How.INNER):
            carried = story.carried(trigger, sentence)
            if best.how is How.NONE or (carried.time is not None and trigger.token.lemma in words("verbs", "report")):
                best = carried
        links.append(best)
    return links
