"""Which time a trigger hangs on: the time in its clause, in the clause above, of the sentence before, or publication.

The way through the tree from a time to a trigger is priced by the labels on it; the cheapest time wins.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import pairwise

from dateline.core.model import TimeExpression
from dateline.core.moment import Granularity, Interval, add_months
from dateline.events.find.triggers import Trigger, clause_of, is_event_noun, is_verb
from dateline.events.lexicon import any_of, words
from dateline.events.syntax.clauses import SUBJECTS, Tense, chain, child, children, clause_tense, negated, route, tense
from dateline.events.syntax.labels import Dep
from dateline.events.syntax.parser import Sentence, Token
from dateline.events.when.asides import (
    MODIFYING,
    Time,
    bidden,
    is_news,
    looks_back,
    of_another,
    of_before,
    of_noun,
    of_the_most,
    too_old,
    with_amount,
)


class How(Enum):
    """The way in which a trigger came by its time."""

    ATTACHED = "attached"
    CLAUSE = "clause"
    GOVERNING = "governing"
    DEEP = "deep"
    INNER = "inner"
    REPORTED = "reported"
    CARRIED = "carried"
    EARLIER = "earlier"
    SAME = "same"
    PUBLICATION = "publication"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Link:
    """What dates a trigger. ``cost`` is the price of the way; ``distance`` counts tokens, or sentences if carried."""

    how: How
    time: Time | None = None
    cost: float = 0.0
    distance: int = 0


UP: dict[Dep, float] = {
    "ccomp": 2.5, "relcl": 2.5, "advcl": 1.5, "acl": 1.5, "xcomp": 0.7, "conj": 1.0, "pcomp": 1.0,
    "parataxis": 1.5, "nsubj": 0.4, "nsubjpass": 0.4, "dobj": 0.4, "appos": 0.8,
}  # fmt: skip
"""Price of leaving a phrase towards the word that governs it."""
DOWN: dict[Dep, float] = {
    "ccomp": 2.0, "relcl": 1.6, "advcl": 0.8, "acl": 0.9, "xcomp": 0.3, "conj": 0.8, "pcomp": 0.5, "parataxis": 1.5,
    "nsubj": 0.5, "nsubjpass": 0.5, "dobj": 0.4, "appos": 0.9, "pobj": 0.2, "prep": 0.2, "compound": 0.6,
}  # fmt: skip
"""Price of entering a phrase from the word that governs it."""
OTHER = 0.3
TELLS = 2.0
"""How much less a noun's own relative clause costs."""
CLAUSES = ("ccomp", "relcl", "advcl", "acl", "csubj", "pcomp", "parataxis")
HELPERS = ("was", "were", "has", "have", "had")
FREE: tuple[Dep, ...] = ("pobj", "prep", "npadvmod", "advmod", "nmod", "nummod", "amod")
BOUNDING = ("since", "until", "by", "before", "after", "around")
"""Relations that make more of a time than its own interval."""
NAMED = (Granularity.MINUTE, Granularity.HOUR, Granularity.DAY)
"""What may be the day on which a report is to be printed."""
PAST = (Tense.PAST, Tense.PLUPERFECT)
AHEAD = (Tense.FUTURE, Tense.MODAL)


def place(sentence: Sentence, times: Sequence[TimeExpression]) -> list[Time]:
    """The times of a sentence that can date something, each with its head and relation."""
    placed = []
    for expression in times:
        inside = [t for t in sentence.tokens if t.start < expression.end and t.end > expression.start]
        if not inside or expression.type == "SET" or (expression.type == "DURATION" and not expression.resolved):
            continue
        indices = {t.i for t in inside}
        if expression.granularity is Granularity.SEASON and inside[-1].dep == "compound":
            continue  # "before the spring festival"
        head = next((t for t in inside if t.head.i not in indices or t.head is t), inside[0])
        measured = expression.relation == "since" and _superlative_before(inside[0])
        if measured and child(head, "relcl") is None:
            continue  # "since 1964, when 112 died", is when they died
        told = None if head.dep in MODIFYING else _saying_before(inside[0]) or _since_before(inside[0])
        placed.append(Time(expression, told or head, _tie(expression)))
    return [_with_joined(time, placed) for time in placed]


def _with_joined(time: Time, others: Sequence[Time]) -> Time:
    """A time with those that "and" joins to it: "in 2018 and 2019" lies in both."""
    joined = {part.i for part in children(time.head, "conj") if part.i > time.head.i}
    ends = [
        other.expression.until
        for other in others
        if other.head.i in joined and other.expression.granularity is time.expression.granularity
    ]
    last = max((end for end in ends if end is not None), default=None)
    until = time.expression.until
    if last is None or until is None or last <= until or time.relation:
        return time
    return replace(time, expression=replace(time.expression, until=last))


def _tie(expression: TimeExpression) -> str:
    """The relation where it makes a bound; "on" and "in" say no more than that it was then."""
    return expression.relation if expression.relation in BOUNDING else ""


def _superlative_before(first: Token) -> bool:
    """Whether a time is only what the latest is measured by ("the worst flood since 1968", "the first since May")."""
    before = first.sentence[max(0, first.i - 9) : first.i]
    return any(t.tag in ("JJS", "RBS") or t.lemma == "first" for t in before)


def _saying_before(first: Token) -> Token | None:
    """The verb of saying that a time follows at once ("said on Tuesday they had …"): it dates that verb."""
    tokens = first.sentence
    before = first.i - 1
    if before >= 0 and tokens[before].lemma == "on":
        before -= 1
    verb = tokens[before] if before >= 0 else None
    if verb is None or verb.tag not in ("VBD", "VBZ") or verb.lemma not in words("verbs", "report"):
        return None
    return verb


def _since_before(first: Token) -> Token | None:
    """The event that "since" goes back to and that a time follows ("since his death last June"): it dates that."""
    before = first.sentence[max(0, first.i - 5) : first.i]
    if before and before[-1].lemma in ("in", "on"):
        before = before[:-1]
    since = any(token.lemma == "since" for token in before)
    return before[-1] if since and is_event_noun(before[-1]) else None


def price(time: Time, trigger: Trigger) -> tuple[float, list[Dep], list[Dep]]:
    """What the way from a time to a trigger costs, with its labels up and down."""
    rising, falling, _ = route(time.head, trigger.token)
    if time.head.i == trigger.token.i:
        return 0.0, [], []
    cost = sum(0.0 if dep in FREE else UP.get(dep, OTHER) for dep in rising)
    if len(rising) > 1 and rising[0] in MODIFYING:
        named = rising[-1] in SUBJECTS and is_verb(trigger.token)
        cost += 1.0 if named else 0.5  # "the 1995 shooting": the noun's own time first; "the 2030 games open on Friday"
    if rising[-1:] == ["relcl"] and not falling and not is_verb(trigger.token):
        cost -= TELLS  # "the flood that killed six a week ago": the clause tells of the noun
    cost += sum(DOWN.get(dep, OTHER) for dep in falling)
    cost += 0.02 * abs(time.head.i - trigger.token.i)
    return cost, rising, falling


def nearest(trigger: Trigger, times: Sequence[Time], published: Interval | None, strict: bool = True) -> Link:
    """The link to the cheapest of the times; if not strict, also of those in clauses that keep theirs to themselves."""
    best = Link(How.NONE)
    for time in times:
        if time.expression.start <= trigger.token.start < time.expression.end:
            continue
        cost, rising, falling = price(time, trigger)
        inner = not strict or any(dep in CLAUSES for dep in rising) or "dobj" in rising
        if (inner or (not falling and _done(time, trigger.token))) and ahead(time, trigger, published):
            continue  # "has announced job cuts over the next four years", "has called a meeting for 4 June"
        if of_another(time, trigger, (rising, falling), published) or _amid(time, rising, falling):
            continue
        if time.expression.value == "PRESENT_REF" and clause_tense(trigger.token) in (*AHEAD, *PAST):
            continue  # "will now be held in July" is not held now, nor was what "is on sale now" shown now
        if _out_of_reach(time, trigger, rising, published) or too_old(time, trigger, rising, published):
            continue
        if rising and (is_verb(trigger.token) or falling[:1] == ["nsubj"]) and with_amount(time):
            continue  # "rose to 9,000 from 7,000 a year ago"
        if falling[-2:] in (["nsubj", "acl"], ["nsubjpass", "acl"]) and trigger.token.tag == "VBN":
            continue  # "the rig, built in Norland, sank on Monday"
        if not falling and of_noun(time, trigger, published, strict):
            continue
        if rising[-1:] == ["xcomp"] and bidden(time, trigger.token, published):
            continue
        before = of_before(time, falling, published)
        if is_verb(trigger.token) and (before or of_the_most(time) or looks_back(time, trigger, rising, published)):
            continue
        if (time.relation == "since" or _since_event(time)) and _not_since(time, trigger, falling):
            continue
        if _apart(time, trigger, rising, falling, published) if strict else _shut(time, rising, published):
            continue
        if best.time is None or cost < best.cost:
            best = Link(_how(rising, falling), _of(time, trigger, published), cost, abs(time.head.i - trigger.token.i))
    return best


def _shut(time: Time, rising: list[Dep], published: Interval | None) -> bool:
    """Whether a time that is not of the news stands in a clause that never gives it away: one that tells of a noun, or
    one joined with somebody else in it.
    """
    joined = _joined(time, rising)
    if joined is not None and child(joined, *SUBJECTS) is not None:
        return _other_tense(joined.head, joined) or not is_news(time.expression, published)
    return "relcl" in rising and not is_news(time.expression, published)


def _joined(time: Time, rising: list[Dep]) -> Token | None:
    """The verb on the way up from a time that "and" joins to another."""
    way = chain(time.head)[: len(rising)]
    return next((one for one in way if one.dep == "conj" and is_verb(one)), None)


def _since_event(time: Time) -> bool:
    """Whether "since" goes back to an event that a time dates."""
    return time.head.head.lemma == "since" and time.head.tag == "NN"


def _not_since(time: Time, trigger: Trigger, falling: list[Dep]) -> bool:
    """Whether what has gone on since a time is another clause: "has been bombed since March by the man who tries to go"
    tells nothing of the trying, nor of when somebody said what is still to come.
    """
    if _superlative_before(time.head) and "relcl" not in falling:
        return True
    if "relcl" in falling or "acl" in falling:
        return is_verb(trigger.token) and time.head not in (one.head for one in chain(trigger.token))  # "May, when"
    if "advcl" in falling and clause_tense(trigger.token) is Tense.PAST:
        return is_verb(trigger.token)  # "has been shut since March because a flood destroyed the pumps"
    return "ccomp" in falling and clause_tense(trigger.token) in AHEAD


def _done(time: Time, verb: Token) -> bool:
    """Whether a verb tells outright what was done: no more than that it was "scheduled", nor what was "given until"."""
    helpers = {part.text.lower() for part in children(verb, "aux", "auxpass")}
    finite = verb.tag == "VBD" or (verb.tag == "VBN" and not helpers.isdisjoint(HELPERS))
    return finite and time.relation != "until" and verb.lemma not in any_of(("verbs", "ahead"), ("verbs", "report"))


def _out_of_reach(time: Time, trigger: Trigger, rising: list[Dep], published: Interval | None) -> bool:
    """Whether a time cannot be that of a perfect, or of a report: a time of old in a clause inside, the quarter that
    figures are of, or what is still to come ("has announced job cuts over the next four years").
    """
    if _of_the_next(time, trigger.token):
        return True
    report = trigger.token.lemma in words("verbs", "report") and is_verb(trigger.token)
    if report and time.expression.granularity in (Granularity.QUARTER, Granularity.HALF):
        return True
    if report and time.expression.granularity not in NAMED and ahead(time, trigger, published):
        return True
    own = is_verb(trigger.token) and ("relcl" in rising or "acl" in rising)
    perfect = is_verb(trigger.token) and clause_tense(trigger.token) is Tense.PERFECT
    inner = any(one.tag.startswith("NN") for one in chain(time.head)[1 : len(rising) + 1])
    meant = time.relation == "until" and "xcomp" in rising
    perfect = perfect and (meant or any(dep in CLAUSES for dep in rising) or (inner and _over(time, published)))
    return (own or perfect) and not is_news(time.expression, published)


def _over(time: Time, published: Interval | None) -> bool:
    """Whether a time was over by publication: inside a noun it is none of a perfect's ("since his death in 2009")."""
    until, now = time.expression.until, published.begin if published else None
    return not time.relation and until is not None and now is not None and until <= now


def _of_the_next(time: Time, verb: Token) -> bool:
    """Whether a time follows another verb that "and" joins to a passive ("was built in Norland and sank in 2009")."""
    if not is_verb(verb) or child(verb, "auxpass") is None:
        return False
    return any(verb.i < one.i < time.head.i and one.tag == "VBD" for one in children(verb, "conj"))


def _of(time: Time, trigger: Trigger, published: Interval | None) -> Time:
    """The time as a trigger has it: "before Monday's talks" says nothing of when the talks were but Monday, nor "since
    2019, when it was signed" of when that was but 2019; what was not done until May was done in May.
    """
    if _since_event(time) and trigger.token is not time.head:
        return replace(time, relation="since")  # "has sold nine books since his death last June"
    if not time.relation and _before_it(time, trigger, published):
        return replace(time, relation="before")
    modified = time.head.dep in MODIFYING and time.head.head is trigger.token
    told = any(one.dep == "relcl" and one.head is time.head for one in chain(trigger.token))
    own = time.relation and (modified or told)
    first = time.relation == "until" and clause_tense(trigger.token) in PAST and negated(trigger.token)
    if first and published is not None and time.expression.granularity is Granularity.MONTH:
        time = _last_year(time, published)
    if time.relation in ("before", "until") and _not_before(time, trigger, published):
        return replace(time, relation="since")  # "are not expected to return before Thursday"
    return replace(time, relation="") if own or first else time


def _before_it(time: Time, trigger: Trigger, published: Interval | None) -> bool:
    """Whether something is to come before what lies at a time ("a deal will be done before the meeting on 8 May")."""
    begin, now = time.expression.begin, published.until if published else None
    if begin is None or now is None or begin < now or not is_verb(trigger.token):
        return False
    way = chain(time.head)
    under = way[: way.index(trigger.token)] if trigger.token in way else []
    return any(one.dep == "prep" and one.lemma == "before" and is_event_noun(part) for part, one in pairwise(under))


def _not_before(time: Time, trigger: Trigger, published: Interval | None) -> bool:
    """Whether something is told not to happen before a time that is to come."""
    begin, now = time.expression.begin, published.until if published else None
    verbs = chain(trigger.token)[:2]
    return begin is not None and now is not None and begin >= now and any(negated(verb) for verb in verbs)


def _last_year(time: Time, published: Interval) -> Time:
    """A bare month ahead as that of a year before: "they did not search it until October", told in May."""
    begin, until, now = time.expression.begin, time.expression.until, published.until
    if begin is None or until is None or now is None or begin < now or time.expression.anchor == "absolute":
        return time
    moved = replace(time.expression, begin=add_months(begin, -12), until=add_months(until, -12))
    return replace(time, expression=moved)


def _apart(time: Time, trigger: Trigger, rising: list[Dep], falling: list[Dep], published: Interval | None) -> bool:
    """Whether a clause lies between that seldom says anything of when the trigger was."""
    if _inside(rising, falling, trigger) and not _may_be(time, trigger, rising, published):
        return True
    return _across(time, trigger, rising, falling)


def _inside(rising: list[Dep], falling: list[Dep], trigger: Trigger) -> bool:
    """Whether a time stands in a clause that keeps its times to itself."""
    if "relcl" in rising or ("ccomp" in rising and trigger.token.lemma in words("verbs", "report")):
        return True
    told = rising[-1:] == ["acl"] and not falling and not is_verb(trigger.token)  # "the suit, filed in May, says that"
    return "acl" in rising and not told and clause_tense(trigger.token) in (Tense.PRESENT, Tense.PERFECT)


def _across(time: Time, trigger: Trigger, rising: list[Dep], falling: list[Dep]) -> bool:
    """Whether the way leads from one clause to another that "and" only sets beside it."""
    verb = trigger.clause
    if "conj" in rising:
        joined = _joined(time, rising)
        if joined is None:
            return False
        return child(joined, *SUBJECTS) is not None or _other_tense(joined.head, joined)
    if falling and falling[0] == "conj" and is_verb(verb):
        return _other_tense(chain(trigger.token)[len(falling)], verb)
    return False


def _amid(time: Time, rising: list[Dep], falling: list[Dep]) -> bool:
    """Whether a time stands by one amid a row of verbs ("closed four plants, sold a fifth in 2021 and left")."""
    verb = clause_of(time.head)
    row = verb.dep == "conj" and verb.i > 0 and verb.sentence[verb.i - 1].text == ","
    amid = row and any(part.i > time.head.i for part in children(verb, "conj"))
    return amid and ("conj" in rising or falling[:1] == ["conj"])


def _other_tense(above: Token, verb: Token) -> bool:
    """Whether two joined verbs are told in tenses of different times ("was born in Bergen and has worked since …")."""
    pair = {tense(above), tense(verb)} - {Tense.INFINITE}
    return is_verb(above) and len(pair) == 2 and pair != {Tense.PAST, Tense.PLUPERFECT}


def _how(rising: list[Dep], falling: list[Dep]) -> How:
    if any(dep in CLAUSES for dep in rising):
        return How.INNER
    if "ccomp" in falling:
        return How.REPORTED
    if any(dep in CLAUSES for dep in falling):
        return How.GOVERNING if sum(dep in CLAUSES for dep in falling) == 1 else How.DEEP
    return How.CLAUSE if falling else How.ATTACHED


def ahead(time: Time, trigger: Trigger, published: Interval | None) -> bool:
    """Whether something told as past would hang on a time after publication; if unknown, on one told as to come."""
    if clause_tense(trigger.token) not in (*PAST, Tense.PERFECT):
        return False
    if published is None or published.until is None:
        return clause_tense(time.head) in AHEAD
    return time.expression.begin is not None and time.expression.begin >= published.until


def _may_be(time: Time, trigger: Trigger, rising: list[Dep], published: Interval | None) -> bool:
    """Whether a time in a clause inside could be the trigger's own: both past, and for reports in the news."""
    if clause_tense(trigger.token) not in PAST or time.relation:
        return False
    if "relcl" in rising or trigger.token.lemma in words("verbs", "report"):
        return is_news(time.expression, published)
    until, now = time.expression.until, published.until if published else None
    return until is not None and now is not None and until <= now


def is_period(expression: TimeExpression) -> bool:
    """Whether an expression is a month or longer that has no place: what it measures is not told of the day's news."""
    long = expression.granularity in (Granularity.MONTH, Granularity.QUARTER, Granularity.HALF, Granularity.YEAR)
    return long and not expression.resolved and expression.relation in PERIODS


PERIODS = ("for", "in", "over", "during", "within")
