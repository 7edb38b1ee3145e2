"""Times that stand in a sentence without dating a word of it: what is compared, gone back to, or somebody's to do."""

from dataclasses import dataclass

from dateline.core.model import TimeExpression
from dateline.core.moment import DAY, Interval
from dateline.events.find.triggers import Trigger, is_event_noun, is_verb
from dateline.events.lexicon import words
from dateline.events.syntax.clauses import SUBJECTS, Tense, auxiliaries, chain, child, children, clause_tense, tense
from dateline.events.syntax.labels import Dep
from dateline.events.syntax.parser import Token

CLAUSES: tuple[Dep, ...] = ("relcl", "advcl", "acl")
INNER: tuple[Dep, ...] = (*CLAUSES, "dobj")
"""What a time stands in that is no part of its verb alone."""
COMPARING = ("above", "below", "than", "like", "unlike", "compare", "versus", "include", "including")
FORMER = ("from", "against", "with", "than", "versus")
"""What stands before the amount or time that another is compared with."""
MODIFYING: tuple[Dep, ...] = ("nummod", "nmod", "poss", "compound", "amod")
"""How a time hangs on a noun as its attribute."""
TOPIC = ("about", "against", "for", "from", "into", "of", "over", "to")
"""What ties a noun to a verb that happens at another time than it ("testified about the 2005 trial")."""
ABOUT = ("about", "against", "into", "over")
"""What ties to a noun the happening that it came of ("the inquiry into the 2019 fire")."""
CONCEDING = ("although", "though", "whereas")
"""What opens a clause that sets something else against the main one, of no time with it."""
ENTERED: tuple[Dep, ...] = ("ccomp", "relcl", "advcl", "acl", "csubj", "pcomp", "parataxis")
NEWS = 4 * DAY
"""How long before publication the day of the news may lie."""


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression where a sentence has it: the token that heads it, and the words that tie it on."""

    expression: TimeExpression
    head: Token
    relation: str


def is_news(expression: TimeExpression, published: Interval | None) -> bool:
    """Whether a time lies in the days that the article is the news of."""
    if published is None or published.begin is None or published.until is None:
        return False
    begin, until = expression.begin, expression.until
    if begin is None or until is None or until - begin > 2 * DAY or expression.value == "PRESENT_REF":
        return False
    return begin < published.until and until > published.begin - NEWS


def compared(time: Time, rising: list[Dep]) -> bool:
    """Whether a time only belongs to what something is compared with ("more than last year's")."""
    way = chain(time.head)[: len(rising)]
    for n, token in enumerate(way):
        if token.dep in ("prep", "agent") and token.lemma in COMPARING:
            return True
        away = token.lemma == "from" and token.dep == "prep" and token.head.lemma not in ("far", "away")
        if away and (n > 1 or _counts(token.head)):
            return True
    return False


def _counts(noun: Token) -> bool:
    """Whether a noun tells a number ("54 points", "an increase of 54 points")."""
    of = child(noun, "prep")
    inner = child(of, "pobj") if of is not None and of.lemma == "of" else None
    return any(one is not None and child(one, "nummod") is not None for one in (noun, inner))


def ends(time: TimeExpression, other: Time) -> bool:
    """Whether a time only says where the one before it ends ("the three months to the end of June")."""
    length = other.expression
    if length.begin is None or time.begin is None or other.relation:
        return False
    return 0 < time.start - length.end <= len(" ended ") and length.begin < time.begin and time.until == length.until


def listed(head: Token, heads: set[int]) -> bool:
    """Whether "and" joins a time to others."""
    joined = [part.i for part in children(head, "conj")] + ([head.head.i] if head.dep == "conj" else [])
    return not heads.isdisjoint(joined)


def with_amount(time: Time) -> bool:
    """Whether a time dates an amount that another is compared with ("to $9 million from $8 million a year before")."""
    tokens = time.head.sentence
    at = next((token.i for token in tokens if token.end > time.expression.start), 0) - 1
    said = time.expression.text.lower()
    if said.endswith(("earlier", "ago", "before")) and at >= 0 and tokens[at].lemma in FORMER:
        return True  # "rose 22 percent from a year earlier"
    number = False
    while at >= 0 and (tokens[at].tag in ("CD", "$") or tokens[at].lemma in words("story", "amounts")):
        number = number or tokens[at].tag in ("CD", "$")
        at -= 1
    return number and tokens[at].lemma in FORMER


def of_the_most(time: Time) -> bool:
    """Whether a time is only what something is the most of ("the second-biggest loss of 2007")."""
    of = time.head.head
    noun = of.head
    most = (part.tag in ("JJS", "RBS") for part in noun.children)
    return of.lemma == "of" and noun.tag.startswith("NN") and noun.entity not in ("DATE", "TIME") and any(most)


def of_before(time: Time, falling: list[Dep], published: Interval | None) -> bool:
    """Whether what a clause tells of a thing in an object's phrase was before ("last week made a study of the blast
    which killed 11").
    """
    return falling[-4:] == ["dobj", "prep", "pobj", "relcl"] and not is_news(time.expression, published)


def looks_back(time: Time, trigger: Trigger, rising: list[Dep], published: Interval | None) -> bool:
    """Whether a time is that of what a verb goes back to: "recalled a 2003 raid", "praised tests in 1988 that"."""
    if trigger.token.lemma not in words("verbs", "back") or is_news(time.expression, published):
        return False
    after = [token for token in trigger.token.sentence if token.start >= time.expression.end][:2]
    which = time.head.i > trigger.token.i and any(token.tag in ("WDT", "WRB", "WP") for token in after)
    return which or "dobj" in rising or rising.count("pobj") > 1


def of_noun(time: Time, trigger: Trigger, published: Interval | None, strict: bool) -> bool:
    """Whether a time only tells which thing a verb has to do with ("dropped an inquiry into the 2019 fire"); if not
    strict, "in the wake of the 2019 fire" tells when.
    """
    if time.head.dep not in MODIFYING or is_news(time.expression, published):
        return False
    noun = time.head.head
    if noun.i == trigger.token.i or time.expression.begin is None:
        return False
    above = noun.head
    if not is_verb(trigger.token):  # "the row over the 2019 fire"
        return noun.dep == "pobj" and above.lemma in ABOUT and above.head.i == trigger.token.i
    if strict and time.head.dep == "nummod" and noun.dep in ("pobj", "dobj") and not is_event_noun(noun):
        return True  # "approved 2029 spending plans"
    topic = above.lemma in TOPIC and (strict or above.lemma != "of" or above.head.dep != "pobj")
    return noun.dep == "pobj" and (topic or (strict and above.head.tag.startswith("NN")))


def of_another(time: Time, trigger: Trigger, way: tuple[list[Dep], list[Dep]], published: Interval | None) -> bool:
    """Whether a time dates something else in its sentence than a trigger, by the labels on the way up and down."""
    rising, falling = way
    return (
        of_speaker(time, trigger, rising, published)
        or compared(time, rising)
        or spoken_of(time, trigger.token, rising)
        or of_subject(trigger, rising, falling)
        or conceded(time, rising)
        or of_what_is_meant(time, trigger, rising, published)
        or of_past_beside(time, trigger, falling, published)
    )


def of_speaker(time: Time, trigger: Trigger, rising: list[Dep], published: Interval | None) -> bool:
    """Whether a time only belongs to what is told of who acts ("the champion, a winner here in 2012, lost") or speaks
    ("said Oskar Venn, who left Hallin in 1962").
    """
    if not is_verb(trigger.token) or not rising or rising[-1] not in SUBJECTS:
        return False
    speaks = trigger.token.lemma in words("verbs", "report") and "relcl" in rising
    return (speaks or "appos" in rising) and not is_news(time.expression, published)


def too_old(time: Time, trigger: Trigger, rising: list[Dep], published: Interval | None) -> bool:
    """Whether a time that is over stands by what is yet to come: "will close the plant that it opened in 1987", "could
    be fined over a leak in 2021"; not "may have left in 2021", nor "he would lead it in 1904" of history.
    """
    until, here = time.expression.until, published.begin if published else None
    if not is_verb(trigger.token) or until is None or here is None or until > here - NEWS:
        return False
    helpers = [part.text.lower() for part in auxiliaries(trigger.token)]
    inner = rising.count("pobj") > 1 or any(dep in INNER for dep in rising)
    told = tense(trigger.token)
    if told is Tense.FUTURE or (told is Tense.MODAL and "have" not in helpers):
        return inner or "would" not in helpers
    plan = told is Tense.PRESENT and trigger.token.lemma in words("verbs", "plan")
    bare = told is Tense.INFINITE and trigger.token.tag == "VB"
    return (plan or bare) and any(dep in ("relcl", "acl") for dep in rising)


def bidden(time: Time, verb: Token, published: Interval | None) -> bool:
    """Whether a time of the news is that of what somebody is to do ("were told not to travel on Wednesday")."""
    begin, here = time.expression.begin, published.begin if published else None
    late = begin is None or here is None or begin >= here - NEWS
    return late and verb.lemma in words("verbs", "bid")


def spoken_of(time: Time, verb: Token, rising: list[Dep]) -> bool:
    """Whether a time only says which happenings somebody speaks of ("described the events of today as a beginning")."""
    told = is_verb(verb) and verb.lemma in words("verbs", "report")
    return told and rising == ["pobj", "prep", "dobj"] and time.head.head.lemma == "of"


def of_subject(trigger: Trigger, rising: list[Dep], falling: list[Dep]) -> bool:
    """Whether a time is what a sentence speaks about, and the trigger stands in a clause of another tense ("while
    we face great challenges, 2030 was a good year").
    """
    apart = clause_tense(trigger.token) not in (Tense.PAST, Tense.PLUPERFECT)
    return apart and rising == ["nsubj"] and any(dep in ENTERED for dep in falling)


def conceded(time: Time, rising: list[Dep]) -> bool:
    """Whether a time stands in a clause that "although" sets against the one of the trigger."""
    way = chain(time.head)[: len(rising)]
    marks = (child(one, "mark") for one in way if one.dep == "advcl")
    return any(mark is not None and mark.lemma in CONCEDING for mark in marks)


def of_what_is_meant(time: Time, trigger: Trigger, rising: list[Dep], published: Interval | None) -> bool:
    """Whether a time to come is that of what somebody means to do: "is seeking to cut 900 jobs by 2034" holds today."""
    verb, now = trigger.token, published.until if published else None
    if not is_verb(verb) or tense(verb) is not Tense.PRESENT or now is None:
        return False
    if verb.lemma in words("verbs", "ahead") and child(verb, "auxpass") is not None:
        return False  # "are scheduled to be held in July"
    edge = time.expression.until if time.relation in ("by", "before", "until") else time.expression.begin
    if edge is None or edge < now:
        return False
    meant = child(verb, "xcomp")
    later = meant is not None and meant.tag == "VB" and verb.i < meant.i < time.head.i
    return later or any(dep in ("xcomp", "acl", "ccomp") for dep in rising)


def of_past_beside(time: Time, trigger: Trigger, falling: list[Dep], published: Interval | None) -> bool:
    """Whether a time that is over stands above a clause that tells what holds ("broke the 2016 pact with a shop that
    sells maps").
    """
    until, here = time.expression.until, published.begin if published else None
    if time.relation or until is None or here is None or until > here or not is_verb(trigger.token):
        return False
    return tense(trigger.token) is Tense.PRESENT and any(dep in ENTERED for dep in falling)
