"""What an article has told so far, and which of its times a trigger without one goes on with."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import takewhile

from dateline.core.model import TimeExpression
from dateline.core.moment import DAY, Granularity, Interval, add_months, day_start, year_start
from dateline.events.find.triggers import Kind, Trigger, clause_of
from dateline.events.lexicon import lines, phrases, words
from dateline.events.syntax.clauses import Tense, chain, child, children, clause_tense, held, subject
from dateline.events.syntax.labels import Dep
from dateline.events.syntax.parser import Sentence, Token
from dateline.events.when.anchoring import PAST, How, Link, nearest, price
from dateline.events.when.asides import MODIFYING, Time, compared, ends, is_news, listed, spoken_of, with_amount
from dateline.events.who.attribution import Voices
from dateline.events.who.names import persons

YEAR = 366 * DAY
NEAR = 4
"""Sentences over which a time is carried in its paragraph."""
LEAD_SENTENCES = 2
"""Sentences of the lead, whose perfect tells the news of the day ("has resigned")."""
ASIDE = ("advcl", "relcl", "acl")
"""Clauses whose time the next sentence does not go on with."""
NOWHERE = Interval(None, None)
"""Stands for the day of a story that names none."""
ENDINGS = ("ation", "ition", "sion", "tion", "ment", "ance", "ence", "ing", "al", "e", "s")


@dataclass(frozen=True, slots=True)
class Told:
    """A time of the story so far: where it stood, and whether what it dated was past and a main clause."""

    time: Time
    sentence: int
    paragraph: int
    past: bool
    main: bool
    said: bool = False
    """Whether it dates only a saying ("the owner told police on Friday")."""
    beside: bool = False
    """Whether what it dated only stood beside something else ("since it was first measured 40 years ago")."""
    before: bool = False
    """Whether it dated what had happened before the news ("the town had issued a warning on Tuesday")."""
    company: frozenset[str] = frozenset()
    """Who and what took part in what it dated, as lemmas."""


@dataclass(slots=True)
class Story:
    """What has been told so far: the times that later sentences may go on with."""

    published: Interval | None
    told: list[Told] = field(default_factory=list)
    known: dict[str, Told] = field(default_factory=dict)
    named: dict[str, Told] = field(default_factory=dict)
    spoke: dict[str, Told] = field(default_factory=dict)
    sentence: int = 0
    upcoming: TimeExpression | None = None
    period: bool = False
    """Whether the sentence at hand tells of a length of time that has no place ("for the full year")."""
    here: Sequence[Time] = ()
    """The times of the sentence at hand."""
    voices: Voices = field(default_factory=Voices)
    """Who speaks in the sentence at hand."""

    def heading(self) -> None:
        """A heading: the story starts anew."""
        self.told.clear()
        self.known.clear()
        self.named.clear()

    def note(self, sentence: Sentence, times: Sequence[Time], found: Sequence[Trigger], links: Sequence[Link]) -> None:
        """Remember the times of a sentence with what they dated, and count it."""
        heads = {time.head.i for time in times}
        for time in times:
            if time.relation or not time.expression.resolved or with_amount(time):
                continue
            if any(ends(time.expression, other) for other in times):
                continue
            if time.head.i in self.voices.quoted or (is_same_day(time.expression) and time.head.dep == "nsubj"):
                continue  # a speaker's "today" is the day of the speech
            if time.expression.granularity is Granularity.YEAR and listed(time.head, heads):
                continue  # "won the cup in 2029 and 2031" opens no scene
            host = min(found, key=lambda one: price(time, one)[0], default=None)
            if host is None or compared(time, _way_up(time)):
                continue
            told = self._told(time, host.token, sentence.paragraph)
            self.told.append(told)
            if not told.said:
                self.known[same(host.token.lemma)] = told
        for trigger, link in zip(found, links, strict=True):
            self._note_link(trigger, link, sentence.paragraph)
        del self.told[:-40]
        self.sentence += 1

    def _told(self, time: Time, host: Token, paragraph: int) -> Told:
        """What there is to remember of a time and the word that it dates."""
        which = time.head.dep in MODIFYING and time.head.head is not host  # "unveiled at this year's fair"
        aside = host.dep in ASIDE and time.expression.id != 0  # what was counted leads on
        held_so = host.lemma in words("verbs", "state")  # "had sales of 9 million last year"
        told_in = clause_tense(host)
        return Told(
            time, self.sentence, paragraph, past=told_in in PAST, main=_leads(host) and not which,
            said=host.lemma in words("verbs", "report"), before=told_in is Tense.PLUPERFECT, company=_company(host),
            beside=aside or which or held_so or spoken_of(time, clause_of(time.head), _way_up(time)),
        )  # fmt: skip

    def _note_link(self, trigger: Trigger, link: Link, paragraph: int) -> None:
        """Remember when a happening was that a noun names, and on which day of the news somebody spoke."""
        if link.time is None or link.time.relation or not link.time.expression.resolved:
            return
        told = Told(link.time, self.sentence, paragraph, past=False, main=False)
        speaker = self.voices.speakers.get(trigger.token.i, "")
        if trigger.token.lemma in words("nouns", "event") and link.how is not How.REPORTED:
            self.named.setdefault(same(trigger.token.lemma), told)
        elif speaker and link.how in (How.ATTACHED, How.CLAUSE) and is_news(link.time.expression, self.published):
            self.spoke[speaker] = told

    def when(self, lemma: str) -> Interval | None:
        """When what a word tells was told to have happened."""
        told = self.known.get(same(lemma))
        return Interval(told.time.expression.begin, told.time.expression.until) if told else None

    def placed(self, times: Sequence[TimeExpression], paragraph: int) -> list[TimeExpression]:
        """The times of a sentence: a bare clock time ("around 7 p.m.") and "earlier that day" on the day of the story.

        They are left out where the story of other days names none.
        """
        found = ((time, self._day_for(time, paragraph)) for time in times)
        placed = [time if day is None else _on(time, day) for time, day in found if day != NOWHERE]
        return [self._year_before(time, placed[:n]) for n, time in enumerate(placed)]

    def _year_before(self, time: TimeExpression, before: Sequence[TimeExpression]) -> TimeExpression:
        """ "A year earlier" counted from a year of the past that was told of before it, not from publication."""
        if time.granularity is not Granularity.YEAR or time.text.lower() not in phrases("story", "year_before"):
            return time
        near = [one.time.expression for one in self.told if self.sentence - one.sentence == 1]
        told = next((one for one in reversed([*near, *before]) if one.resolved and one.relation != "since"), None)
        begin, here = told.begin if told is not None else None, self.published.begin if self.published else None
        if begin is None or here is None or year_start(begin) + YEAR > here:
            return time
        first = add_months(year_start(begin), -12)
        return replace(time, begin=first, until=add_months(first, 12))

    def _day_for(self, time: TimeExpression, paragraph: int) -> Interval | None:
        """The day of the story that a time read as of publication belongs to; None where it stays."""
        here = self.published.begin if self.published else None
        told = next((one for one in reversed(self.told) if not one.said), self.told[-1] if self.told else None)
        last = told.time.expression if told else None
        if not self.told and is_same_day(time):
            return NOWHERE
        if here is None or told is None or last is None or last.begin is None or last.until is None:
            return None
        same_day, near = is_same_day(time), self.sentence - told.sentence <= NEAR and told.paragraph >= paragraph - 1
        days = {_day(one) for one in self.told if one.past and is_news(one.time.expression, self.published)}
        news = told.past and is_news(last, self.published) and (told.main or len(days) == 1)
        if not (same_day or (is_clock(time) and (near or news))):
            return None
        if last.begin <= here < last.until or (same_day and last.begin >= here):
            return None
        first = day_start(last.begin)
        if last.until > first + DAY + DAY // 2:
            return None if same_day else NOWHERE
        return Interval(first, first + DAY)

    def shifted(self, times: Sequence[Time]) -> list[Time]:
        """Times of which "over the next four years she stole", told of the past, counts from where the story was."""
        return [self._shifted(time) for time in times]

    def _shifted(self, time: Time) -> Time:
        expression, here = time.expression, self.published.begin if self.published else None
        verb = clause_of(time.head)
        fronted = time.head.i < verb.i and verb.tag == "VBD" and clause_tense(time.head) is Tense.PAST
        if not fronted or words("story", "next").isdisjoint(expression.text.lower().split()):
            return time
        last = next((one.time.expression for one in reversed(self.told) if one.past and self._over(one)), None)
        begin, until, first = expression.begin, expression.until, last.begin if last else None
        if begin is None or until is None or first is None or here is None or begin < here or until - begin < DAY:
            return time
        return replace(time, expression=replace(expression, begin=first, until=min(first + until - begin, here + DAY)))

    def _elsewhere(self, verb: Token, last: Told) -> bool:
        """Whether a clause under a verb is of another time, so that the story has left the one it had: "Brandt, who
        pleaded guilty in 2021, gave evidence" does not go on with what happened in 2014.
        """
        left = last.time.expression
        if left.begin is None or left.until is None or is_news(left, self.published):
            return False
        for time in self.here:
            if time.expression.value.endswith("_REF"):
                continue
            begin, until = time.expression.begin, time.expression.until
            apart = begin is not None and until is not None and (begin >= left.until or until <= left.begin)
            if apart and verb in chain(time.head):
                return True
        return False

    def link(self, sentence: Sentence, found: Sequence[Trigger], times: Sequence[Time]) -> list[Link]:
        """What dates each trigger of the next sentence; does not yet take the sentence in (`note`)."""
        self.here = times
        return [self._one(trigger, sentence, times) for trigger in found]

    def _one(self, trigger: Trigger, sentence: Sentence, times: Sequence[Time]) -> Link:
        if trigger.token.lemma in words("verbs", "report") and trigger.token.i not in self.voices.quoted:
            times = [one for one in times if one.head.i not in self.voices.quoted]
        best = nearest(trigger, times, self.published)
        if best.how in (How.NONE, How.INNER):
            carried = self.carried(trigger, sentence)
            if best.how is How.NONE or trigger.token.lemma in words("verbs", "report"):
                best = carried
        report = trigger.token.lemma in words("verbs", "report")
        if best.how in (How.NONE, How.EARLIER) and trigger.kind is Kind.VERB:
            plain = [one for one in times if not one.relation and not one.expression.value.endswith("_REF")]
            if report:
                plain = [one for one in plain if is_news(one.expression, self.published)]
            loose = nearest(trigger, plain, self.published, strict=False)
            if loose.time is not None and clause_tense(trigger.token) in (*PAST, Tense.PERFECT):
                best = loose
        return best

    def carried(self, trigger: Trigger, sentence: Sentence) -> Link:
        """The time that a trigger without one goes on with.

        A noun takes that of the same event told before, else that of the last main clause; a report the day on which
        its source last spoke, else the last day of the news; a verb told as past the time last named in its paragraph,
        else the last day of the news.
        """
        told = self.told
        if not told and trigger.kind is Kind.VERB and self.upcoming is not None:
            led = clause_tense(trigger.token) in (*PAST, Tense.PERFECT, Tense.PRESENT)
            return Link(How.EARLIER, Time(self.upcoming, trigger.token, ""), 1.0, 1) if led else Link(How.NONE)
        if trigger.kind is Kind.NOUN:
            again = same(trigger.token.lemma)
            before = self.known.get(again) or self.named.get(again)
            said = child(trigger.token, "det", "poss")
            if before is not None and said is not None and said.lemma not in ("a", "an", "any", "no", "another"):
                return self._link(How.SAME, before)
            return self._last(How.EARLIER, [one for one in told if one.past and one.main])
        told_in = clause_tense(trigger.token)
        news = [one for one in told if not one.before and is_news(one.time.expression, self.published)]
        news = [one for one in news if not one.beside] or news
        if trigger.token.lemma in words("verbs", "report") and told_in not in (Tense.FUTURE, Tense.MODAL):
            past = [one for one in news if one.past] or news
            here = [one for one in past if one.paragraph == sentence.paragraph and told_in in (*PAST, Tense.INFINITE)]
            spoke = self.spoke.get(self.voices.speakers.get(trigger.token.i, ""))
            if here:
                return self._last(How.CARRIED, here)
            if told_in in (Tense.PERFECT, Tense.PLUPERFECT):
                return Link(How.NONE)
            return self._link(How.EARLIER, spoke) if spoke else self._last(How.EARLIER, _latest(past))
        if told_in in PAST:
            last = next((one for one in reversed(told) if self._carries(one)), None)
            if last and last.paragraph == sentence.paragraph and self.sentence - last.sentence <= NEAR:
                other = self._elsewhere(trigger.token, last)
                return Link(How.NONE) if other else self._link(How.CARRIED, last)
            if last and self.sentence - last.sentence == 1 and last.main and last.past and _goes_on(sentence):
                return self._link(How.CARRIED, last)
            before = self.known.get(same(trigger.token.lemma))
            if before is not None and _again_of(trigger.token, before):
                return self._link(How.SAME, before)
            standing = self.sentence >= LEAD_SENTENCES and held(trigger.token)
            if told_in is Tense.PLUPERFECT or self.period or standing:
                return Link(How.NONE)
            past = [one for one in news if one.main and one.past] or news
            return self._last(How.EARLIER, [one for one in past if not one.said] or past)
        if told_in is Tense.PRESENT and trigger.token.tag == "VBG":
            return self._last(How.EARLIER, _latest([one for one in news if one.main and one.past]))
        return Link(How.NONE)  # what is told as present holds when it is published

    def news(self, trigger: Trigger, sentence: Sentence) -> Time | None:
        """The day of the news for what a sentence without a time tells: the one named, else that of publication."""
        carried = self.carried(trigger, sentence).time
        if carried is not None or self.published is None:
            return carried
        begin, until = self.published.begin, self.published.until
        token = trigger.token
        here = TimeExpression(
            id=0, article=0, start=token.start, end=token.end, text=token.text, type="DATE", value="",
            begin=begin, until=until, granularity=Granularity.DAY,
        )  # fmt: skip
        return Time(here, token, "")

    def _carries(self, told: Told) -> bool:
        """Whether the past goes on from a time: one told as past or over, and not only beside something else."""
        beside = told.beside and not is_news(told.time.expression, self.published)
        return not beside and (told.past or self._over(told))

    def _over(self, told: Told) -> bool:
        """Whether a time is known to have begun by publication."""
        begin, now = told.time.expression.begin, self.published.until if self.published else None
        return begin is not None and now is not None and begin < now

    def _last(self, how: How, told: Sequence[Told]) -> Link:
        return self._link(how, told[-1]) if told else Link(How.NONE)

    def _link(self, how: How, told: Told) -> Link:
        distance = self.sentence - told.sentence
        return Link(how, told.time, float(distance), distance)


def _leads(verb: Token) -> bool:
    """Whether a verb heads its sentence, or the part before a colon ("Two towns fell on Friday: rebels took Varna")."""
    head = verb.head
    before = verb.dep in ("ccomp", "parataxis") and verb.i < head.i and head.lemma not in words("verbs", "report")
    return verb.dep == "ROOT" or (before and head.dep == "ROOT")


def _way_up(time: Time) -> list[Dep]:
    """The labels on the way from a time to the verb of its clause."""
    verb = clause_of(time.head)
    return [one.dep for one in takewhile(lambda one: one is not verb, chain(time.head))]


def _company(verb: Token) -> frozenset[str]:
    """Who and what takes part in what a verb tells, as lemmas."""
    parts = children(verb, "nsubjpass", "dobj", "nsubj")
    shared = subject(verb)
    return frozenset(part.lemma for part in (*parts, *([shared] if shared is not None else [])))


def _again_of(verb: Token, before: Told) -> bool:
    """Whether a verb tells again what was told before: of what is known by now ("the suit was filed"), as then."""
    patient = child(verb, "nsubjpass", "dobj")
    if patient is None or not (patient.tag.startswith("NNP") or child(patient, "det", "poss") is not None):
        return False
    if patient.tag == "NN" and child(patient, "det") is not None:
        said = child(patient, "det")
        if said is not None and said.lemma not in ("the", "this", "that", "these", "those"):
            return False
    ours = _company(verb)
    return any(one.endswith(other) or other.endswith(one) for one in ours for other in before.company) or (
        patient.lemma in persons() and not persons().isdisjoint(before.company)
    )


def _goes_on(sentence: Sentence) -> bool:
    """Whether a sentence speaks on of what the one before told: it opens with "he", "it", "this" or "the two"."""
    return sentence.tokens[0].tag in ("PRP", "PRP$") or sentence.tokens[0].lemma in ("this", "these", "those", "such")


def _latest(news: Sequence[Told]) -> list[Told]:
    """Those of the latest day among days of the news."""
    last = max((_day(one) for one in news), default=0)
    return [one for one in news if _day(one) == last]


def _day(told: Told) -> int:
    return (told.time.expression.begin or 0) // DAY


def is_clock(time: TimeExpression) -> bool:
    """Whether an expression names a time of the clock and no day."""
    if time.granularity not in (Granularity.MINUTE, Granularity.HOUR) or time.type == "DURATION":
        return False
    said = re.findall(r"[a-z]+", time.text.lower().replace(".", ""))
    return words("story", "clock").issuperset(said)


def _on(time: TimeExpression, day: Interval) -> TimeExpression:
    """A time read as of publication, on another day."""
    if day.begin is None or day.until is None or time.begin is None or time.until is None or is_same_day(time):
        return replace(time, begin=day.begin, until=day.until, granularity=Granularity.DAY)
    off = day.begin - day_start(time.begin)
    return replace(time, begin=time.begin + off, until=time.until + off)


def is_same_day(time: TimeExpression) -> bool:
    """Whether an expression only says that it was on the day spoken of ("earlier in the day")."""
    said = time.text.lower().split()
    return "day" in said and words("story", "same_day").issuperset(said)


def same(lemma: str) -> str:
    """What an article may come back to under another word: "the blast" and "the attack" give the same."""
    return _again().get(lemma) or stem(lemma)


@cache
def _again() -> dict[str, str]:
    rows = map(str.split, lines("story", "again"))
    return {word: row[0] for row in rows for word in row}


def stem(lemma: str) -> str:
    """A crude stem by which "exploded" and "the explosion" meet."""
    for ending in ENDINGS:
        if lemma.endswith(ending) and len(lemma) - len(ending) >= 4:
            return lemma[: -len(ending)]
    return lemma
