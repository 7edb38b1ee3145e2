"""What the reader is told beside a date: the words it rests on, and why the event stands there."""

from dateline.core.bounds import Bounds
from dateline.core.message import Message, as_message, together
from dateline.core.model import Certainty
from dateline.events.find.certainty import Judgement
from dateline.events.find.triggers import Trigger
from dateline.events.when.anchoring import How, Link
from dateline.events.when.relative import NO_EXPRESSION

WAYS = {
    How.ATTACHED: "in the same clause",
    How.CLAUSE: "in the same clause",
    How.GOVERNING: "from the clause above it",
    How.DEEP: "from a clause above it",
    How.INNER: "from a clause inside it",
    How.REPORTED: "when it was told",
    How.CARRIED: "carried over from the sentence before",
    How.SAME: "where the same was told before",
    How.EARLIER: "carried over from the day of the news",
}
NO_DATE = "it cannot be placed without a publication date"


def words(link: Link, found: Bounds) -> str:
    """The words shown beside the date."""
    if link.time is None:
        return "" if found.relation == "unknown" else "publication"
    text = " ".join(link.time.expression.text.split())
    if link.how is How.REPORTED:
        return f"told {text}"
    relation = link.time.relation
    return f"{relation} {text}" if relation and not text.lower().startswith(relation) else text


def why(trigger: Trigger, link: Link, found: Bounds, judged: Judgement, source: str) -> Message:
    """A sentence that says why the event stands where it does and how sure it is."""
    name = trigger.token.text
    if link.time is None:
        if found.relation == "unknown":
            parts = [Message("“{name}” has no time in the text, and the publication date is unknown", name=name)]
        else:
            parts = [
                Message(
                    "“{name}” has no time of its own, so it is placed by its tense against the publication date",
                    name=name,
                )
            ]
    else:
        way = as_message(WAYS[link.how])
        if link.how in (How.CARRIED, How.EARLIER) and link.distance > 1:
            way = Message("carried over from {n} sentences before", n=link.distance)
        told = words(link, found).removeprefix("told ")
        parts = [Message("“{name}”: “{words}”, {way}", name=name, words=told, way=way)]
        if not link.time.expression.resolved:
            chained = link.time.expression.id == NO_EXPRESSION
            parts.append(Message("the article does not say when that was") if chained else as_message(NO_DATE))
    if judged.certainty is not Certainty.REPORTED and judged.because:
        certainty = as_message(judged.certainty.value)
        parts.append(Message("{certainty} by “{words}”", certainty=certainty, words=judged.because))
    if source:
        parts.append(Message("according to {source}", source=source))
    return together(parts)
