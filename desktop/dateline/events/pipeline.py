"""From the sentences of one article to its events: keeps what the story has told so far."""

import operator
from collections.abc import Sequence
from dataclasses import replace

from dateline.core.bounds import Bounds
from dateline.core.model import Article, Certainty, Event, TimeExpression, new_id
from dateline.core.moment import Granularity, Interval, parse_partial
from dateline.events import headline
from dateline.events.find import certainty, triggers
from dateline.events.find.triggers import Kind, Trigger
from dateline.events.lexicon import lines, words
from dateline.events.selection import worth_telling
from dateline.events.syntax.clauses import (
    Tense,
    along,
    clause_tense,
    held,
    is_question,
    main_clause,
    negated,
    tense,
    told_tense,
)
from dateline.events.syntax.parser import Sentence, Token
from dateline.events.syntax.repair import mend
from dateline.events.title import titles
from dateline.events.title.mentions import Mentions
from dateline.events.title.phrases import Spans, quotations
from dateline.events.weight import Weigher
from dateline.events.weight.features import Draft
from dateline.events.when import anchoring, bounds, confidence, explain, relative
from dateline.events.when.anchoring import PAST, How, Link
from dateline.events.when.asides import Time, is_news
from dateline.events.when.discourse import LEAD_SENTENCES, Story, is_same_day
from dateline.events.who import participants
from dateline.events.who.attribution import Speech
from dateline.events.who.continuity import Continuity
from dateline.events.who.coreference import Pronouns
from dateline.events.who.descriptions import Descriptions
from dateline.events.who.names import Names

OPENING = 4
"""Sentences that may be the lead."""
NEWS_SENTENCES = 8
"""Sentences from the beginning that tell the news; what comes later is background."""
PAGE = 40
"""Code points before the end of a trigger that hold the page's own words ("this article was last updated")."""
AHEAD = 6
"""Time expressions looked through for the day of the news that a lead leaves to what follows it."""
LEAD = 600
"""How many code points after a lead that day may be named."""


class Teller:
    """Tells the events of an article, sentence by sentence; give the sentences in order."""

    def __init__(self, article: Article, times: Sequence[TimeExpression]) -> None:
        self.article = article
        self.times = [time for time in times if not _measured(time, article.text)]
        self.next_time = 0
        self.story = Story(_published(article))
        self.names = Names()
        self.pronouns = Pronouns()
        self.continuity = Continuity()
        self.descriptions = Descriptions()
        self.mentions = Mentions()
        self.speech = Speech()
        self.quoted: Spans = ()
        self.habit = False
        self.weigher = Weigher(article, self.story.published)
        self.headlines: list[tuple[Sentence, list[Time]]] = []

    def tell(self, sentence: Sentence) -> list[Event]:
        """The events of the next sentence."""
        mend(sentence)
        expressions = self.story.placed(self._times_of(sentence), sentence.paragraph)
        times = self.story.shifted(anchoring.place(sentence, expressions))
        if is_caption(sentence, times, self.story.published):
            return []
        if is_heading(sentence, self.article.text):
            self.story.heading()
            if not _in_capitals(sentence):
                self.names.note(sentence)
            self.names.meant, self.names.fuller = {}, {}
            self.continuity.close()
            if self.story.sentence == 0 and headline.is_headline(sentence, self.article):
                self.headlines.append((sentence, times))
            return []
        self.names.note(sentence)
        self.speech.open(sentence)
        self.pronouns.hear(sentence, self.names, self.speech.quotes)
        going_on = self.continuity.hear(sentence, self.names, self.pronouns, self.speech.quotes)
        called = self.descriptions.hear(sentence, self.names, self.pronouns.alone, self.pronouns.sole)
        self.names.meant = self.pronouns.meant | going_on | called
        self.names.fuller = self.mentions.hear(sentence, self.names)
        self.speech.hear(sentence, self.names)
        found = triggers.find(sentence)
        distances = relative.distances(sentence, found, expressions)
        counted = relative.times_of(distances, self.story.when)
        times += [one for one in counted if one.expression.resolved or not times]
        self.story.upcoming = self._upcoming(sentence)
        self.story.period = any(map(anchoring.is_period, expressions))
        self.habit = any(one.type == "SET" for one in expressions)
        self.story.voices = self.speech.voices(sentence, self.names)
        links = self.story.link(sentence, found, times)
        links = relative.turned(distances, sentence, found, links, lambda one: self.story.news(one, sentence))
        told: list[Draft] = []
        skip = _time_words(sentence, times)
        self.quoted = quotations(sentence.tokens) if found else ()
        for trigger, link in zip(found, links, strict=True):
            dated = Link(How.PUBLICATION) if link.time is None else link
            opinion = link.time is None and self.speech.quotes(trigger.token)
            ours = not (opinion or _vague(trigger, link) or self._of_page(trigger))
            if ours and worth_telling(trigger, dated):
                event = self._event(trigger, dated, sentence, skip)
                if titles.stands(event.title):
                    told.append(Draft(trigger, dated, event, titles.stands(event.title, trigger.token)))
        times += [one.time for one in links if one.time is not None and _counted_here(one.time, sentence)]
        self.story.note(sentence, times, found, links)
        self.weigher.hear(told, sentence, [self.speech.quotes(draft.trigger.token) for draft in told])
        return [draft.event for draft in told]

    def _of_page(self, trigger: Trigger) -> bool:
        """Whether a trigger ends words of the page itself that run into the text: "Last updated at 9:40 Help"."""
        end = trigger.token.end
        return self.article.text[max(0, end - PAGE) : end].lower().endswith(furniture())

    def settle(self, events: Sequence[Event]) -> list[Event]:
        """The events with everybody named as the whole article names them; after the last sentence."""
        settled = []
        first = [event for sentence, times in self.headlines for event in self._headline(sentence, times)]
        for event in (*first, *events):
            parts = tuple(participants.settle(part, self.names) for part in event.participants)
            source = event.attributed_to
            full = self.names.full(source) if source[:1].isupper() else source
            same = full == source and all(map(operator.is_, parts, event.participants))
            settled.append(event if same else replace(event, participants=parts, attributed_to=full))
        return self.weigher.weigh(settled)

    def _headline(self, sentence: Sentence, times: Sequence[Time]) -> list[Event]:
        """The events of the headline, when the text's are known."""
        headline.read(sentence)
        if is_question(sentence):
            return []
        tokens, published = sentence.tokens, self.story.published
        self.story.sentence = 0
        self.names.meant, self.names.fuller = {}, {}
        self.quoted = quotations(tokens)
        tellings = list(self.weigher.tellings.values())
        told, twins = [], []
        for trigger in triggers.find(sentence):
            if not headline.tells(trigger):
                continue
            link = headline.own_time(trigger, times, published)
            event = self._event(trigger, link, sentence, _time_words(sentence, times))
            if trigger.token.dep == "ROOT":
                event = replace(event, title=headline.title_of(sentence, self.article))
            if headline.is_planned(trigger.token) and event.certainty is Certainty.REPORTED:
                event = replace(event, certainty=Certainty.PLANNED)
            twin = headline.twin(trigger.token, event.title, tellings)
            if twin is not None and link.how is How.PUBLICATION and headline.shares_time(event, twin.event, published):
                event = _when(event, twin.event)
            if twin is not None or trigger.kind is Kind.VERB:
                told.append(Draft(trigger, link, event))
                twins.append(twin)
        self.weigher.hear_headline(told, sentence, twins)
        return [draft.event for draft in told]

    def _times_of(self, sentence: Sentence) -> list[TimeExpression]:
        while self.next_time < len(self.times) and self.times[self.next_time].end <= sentence.start:
            self.next_time += 1
        index = self.next_time
        found = []
        while index < len(self.times) and self.times[index].start < sentence.end:
            found.append(self.times[index])
            index += 1
        return found

    def _upcoming(self, sentence: Sentence) -> TimeExpression | None:
        """The first day of the news named soon after a sentence, for a lead that names none itself."""
        if self.story.told or self.story.sentence >= OPENING:
            return None
        for time in self.times[self.next_time : self.next_time + AHEAD]:
            if time.start > sentence.end + LEAD:
                return None
            if time.start >= sentence.end and is_news(time, self.story.published) and not is_same_day(time):
                return time
        return None

    def _is_news(self, token: Token, tense: Tense) -> bool:
        """Whether what has no time of its own is the news of the day: a main clause in the simple past, or in the lead
        in the perfect; not what "originally" or "earlier" was.
        """
        if self.habit:
            return False  # "called every year"
        if token.lemma in words("verbs", "report") and tense is Tense.PAST and main_clause(token):
            return True  # who is quoted spoke for the article
        if tense is Tense.PERFECT and self.story.sentence >= LEAD_SENTENCES:
            return False
        if self.story.sentence >= LEAD_SENTENCES and held(token):
            return False
        back = any(part.lemma in words("story", "earlier") for part in token.children)
        return not back and self.story.sentence < NEWS_SENTENCES and main_clause(along(token))

    def _by_publication(self, how_sure: Certainty, trigger: Trigger, tense: Tense, found: Bounds) -> Certainty:
        """How sure an event is by when it lies: what begins after publication is yet to come ("returns on Monday"), and
        what a noun tells of ("the victims of the fire on 9 April") is not planned where it was over.
        """
        published = self.story.published
        if published is None or published.begin is None or published.until is None:
            return how_sure
        if how_sure is Certainty.REPORTED and tense not in PAST and (found.earliest or 0) >= published.until:
            return Certainty.PLANNED
        over = found.latest is not None and found.latest <= published.begin
        return Certainty.REPORTED if how_sure is Certainty.PLANNED and over and trigger.kind is Kind.NOUN else how_sure

    def _event(self, trigger: Trigger, link: Link, sentence: Sentence, skip: set[int]) -> Event:
        tokens = sentence.tokens
        token = trigger.token
        judged = certainty.judge(sentence, token)
        source, said = self.speech.source(token, judged, self.names)
        how_sure = Certainty.CLAIMED if said and judged.certainty is Certainty.REPORTED else judged.certainty
        tense = clause_tense(token)
        if tense is Tense.INFINITE:
            tense = Tense.FUTURE if how_sure is Certainty.PLANNED else told_tense(token)
        news = self._is_news(token, tense)
        found = bounds.of(link, tense, tense is Tense.PRESENT, news, self.story.published)
        how_sure = self._by_publication(how_sure, trigger, tense, found)
        time = link.time.expression if link.time else None
        if time is not None and time.relation == "until" and negated(token):
            skip = {i for i in skip if not time.start <= tokens[i].start < time.end}  # "did not open until May"
        return Event(
            id=new_id(), article=self.article.id,
            title=titles.of(trigger, sentence, skip, self.quoted, self.names, how_sure),
            start=token.start, end=token.end, text=self.article.text[token.start : token.end],
            sentence_start=sentence.start, sentence_end=sentence.end,
            earliest=found.earliest, latest_start=found.latest_start,
            earliest_end=found.earliest_end, latest=found.latest,
            granularity=found.granularity, relation=found.relation,
            certainty=how_sure, attributed_to=source,
            participants=participants.of(trigger, sentence, self.names, judged.source),
            expression=(time.id or None) if time else None,
            via_start=time.start if time else None, via_end=time.end if time else None,
            words=explain.words(link, found), why=explain.why(trigger, link, found, judged, source),
            confidence=confidence.of(link, trigger.kind, how_sure),
            carried=_CARRIED[link.how],
        )  # fmt: skip


_CARRIED = {
    How.ATTACHED: "own", How.CLAUSE: "own", How.GOVERNING: "sentence", How.DEEP: "sentence", How.INNER: "sentence",
    How.REPORTED: "sentence", How.CARRIED: "earlier", How.EARLIER: "earlier", How.SAME: "same",
    How.PUBLICATION: "inferred", How.NONE: "",
}  # fmt: skip
"""`Event.carried` for each way to come by a time."""


def _when(event: Event, other: Event) -> Event:
    """An event at the time of another that tells the same."""
    return replace(
        event, earliest=other.earliest, latest_start=other.latest_start, earliest_end=other.earliest_end,
        latest=other.latest, granularity=other.granularity, relation=other.relation, expression=other.expression,
        via_start=other.via_start, via_end=other.via_end, words=other.words, carried="same",
    )  # fmt: skip


def _vague(trigger: Trigger, link: Link) -> bool:
    """Whether nothing but a "recent" further off dates what no main clause tells."""
    time = link.time.expression.value if link.time else ""
    return time == "PAST_REF" and link.how is not How.ATTACHED and trigger.token.dep not in ("ROOT", "conj", "relcl")


def is_heading(sentence: Sentence, text: str) -> bool:
    """Whether a paragraph is a heading or a page's furniture: short, and without the mark that ends a sentence."""
    if sentence.paragraph_end - sentence.paragraph_start > 140:
        return False
    paragraph = text[sentence.paragraph_start : sentence.paragraph_end].rstrip("”’\"')] ")
    if paragraph.lower().startswith(furniture()) or paragraph.count("|") > 1:
        return True
    return not paragraph.endswith((".", "!", "?", "…", ":", ";", ","))


def is_caption(sentence: Sentence, times: Sequence[Time], published: Interval | None) -> bool:
    """Whether a sentence stands under a picture: it tells as present what a full date at its end says is past."""
    root = next(token for token in sentence.tokens if token.dep == "ROOT")
    now = published.until if published else None
    if now is None or tense(root) is not Tense.PRESENT or not times:
        return False
    last = times[-1].expression
    bare = last.anchor == "absolute" and last.granularity is Granularity.DAY and not times[-1].relation
    begin = next((token for token in sentence.tokens if token.start >= last.start), root)
    plain = begin.i > 0 and sentence.tokens[begin.i - 1].tag not in ("IN", "TO")
    return bare and plain and sentence.end - last.end <= 2 and last.begin is not None and last.begin < now


def furniture() -> tuple[str, ...]:
    """What a page's own lines begin with ("read more:", "page last updated")."""
    return lines("story", "furniture")


def _in_capitals(sentence: Sentence) -> bool:
    """Whether a heading writes its words with capitals, names or not."""
    long = [token.text for token in sentence.tokens if len(token.text) > 3 and token.text[0].isalpha()]
    return sum(word[0].isupper() for word in long) > 0.8 * len(long)


def _published(article: Article) -> Interval | None:
    return parse_partial(article.published) if article.published else None


def _counted_here(time: Time, sentence: Sentence) -> bool:
    """Whether a time was counted from another event in this sentence, and not carried from one before."""
    here = time.head.i < len(sentence.tokens) and sentence.tokens[time.head.i] is time.head
    return here and time.expression.id == relative.NO_EXPRESSION


def _measured(time: TimeExpression, text: str) -> bool:
    """Whether a distance says by how much something is late or early, not when ("a day later than planned")."""
    return time.text.lower().endswith(("later", "earlier")) and text[time.end : time.end + 6].split()[:1] == ["than"]


def _time_words(sentence: Sentence, times: Sequence[Time]) -> set[int]:
    spans = [(time.expression.start, time.expression.end) for time in times]
    if not spans:
        return set()
    found = {t.i for t in sentence.tokens if any(t.start < end and t.end > start for start, end in spans)}
    # "former" and "recent" say more of their noun than the date beside the title does.
    return {i for i in found if not _adjective(sentence.tokens[i]) or {i - 1, i + 1} & found}


def _adjective(token: Token) -> bool:
    return token.tag == "JJ" and token.dep == "amod" and not token.entity
