"""From the sentences of one article to its events: keeps what the story has told so far."""

from collections.abc import Sequence

from dateline.core.model import Article, Certainty, Event, TimeExpression, new_id
from dateline.core.moment import Interval, parse_partial
from dateline.events import anchoring, bounds, certainty, confidence, participants, titles, triggers, wording
from dateline.events.anchoring import How, Link, Story, Time
from dateline.events.attribution import Speech
from dateline.events.clauses import Tense, child, clause_tense
from dateline.events.lexicon import words
from dateline.events.names import Names
from dateline.events.parser import Sentence, Token
from dateline.events.triggers import Kind, Trigger

DIRECT = (How.ATTACHED, How.CLAUSE)
NEARBY = (How.GOVERNING, How.INNER, How.CARRIED)
ARGUMENTS = ("nsubj", "nsubjpass", "dobj", "pobj", "ROOT")


class Teller:
    """Tells the events of an article, sentence by sentence; give the sentences in order."""

    def __init__(self, article: Article, times: Sequence[TimeExpression]) -> None:
        self.article = article
        self.times = times
        self.next_time = 0
        self.story = Story(_published(article))
        self.names = Names()
        self.speech = Speech()

    def tell(self, sentence: Sentence) -> list[Event]:
        """The events of the next sentence."""
        times = anchoring.place(sentence, self._times_of(sentence))
        if is_heading(sentence, self.article.text):
            self.story.heading()
            self.names.note(sentence)
            return []
        self.names.note(sentence)
        found = triggers.find(sentence)
        links = anchoring.link(sentence, found, times, self.story)
        told = []
        skip = _time_words(sentence, times)
        self.speech.hear(sentence, self.names)
        for trigger, link in zip(found, links, strict=True):
            link = _or_publication(trigger, link, sentence)
            if _worth(trigger, link, sentence) and not (
                link.how is How.PUBLICATION and self.speech.quotes(trigger.token)
            ):
                told.append(self._event(trigger, link, sentence, skip))
        self.story.note(sentence, times, found)
        self.names.remember(sentence)
        return told

    def _times_of(self, sentence: Sentence) -> list[TimeExpression]:
        while self.next_time < len(self.times) and self.times[self.next_time].end <= sentence.start:
            self.next_time += 1
        index = self.next_time
        found = []
        while index < len(self.times) and self.times[index].start < sentence.end:
            found.append(self.times[index])
            index += 1
        return found

    def _event(self, trigger: Trigger, link: Link, sentence: Sentence, skip: set[int]) -> Event:
        tokens = sentence.tokens
        token = trigger.token
        judged = certainty.judge(sentence, token)
        source, said = self.speech.source(token, sentence, judged, self.names)
        how_sure = Certainty.CLAIMED if said and judged.certainty is Certainty.REPORTED else judged.certainty
        tense = clause_tense(token, tokens)
        if how_sure in (Certainty.PLANNED,) and tense not in (Tense.PAST,):
            tense = Tense.FUTURE if tense is Tense.INFINITE else tense
        found = bounds.of(link, tense, _lasting(trigger, sentence, tense), self.story.published)
        time = link.time.expression if link.time else None
        return Event(
            id=new_id(), article=self.article.id,
            title=titles.of(trigger, sentence, skip, self.names),
            start=token.start, end=token.end, text=self.article.text[token.start : token.end],
            sentence_start=sentence.start, sentence_end=sentence.end,
            earliest=found.earliest, latest_start=found.latest_start,
            earliest_end=found.earliest_end, latest=found.latest,
            granularity=found.granularity, relation=found.relation,
            certainty=how_sure, attributed_to=source,
            participants=participants.of(trigger, sentence, self.names, judged.source),
            expression=time.id if time else None,
            via_start=time.start if time else None, via_end=time.end if time else None,
            words=wording.words(link, found), why=wording.why(trigger, link, found, judged, source),
            confidence=confidence.of(link, trigger.kind, how_sure),
        )  # fmt: skip


def is_heading(sentence: Sentence, text: str) -> bool:
    """Whether a paragraph is a heading or a page's furniture: short, and without the mark that ends a sentence."""
    if sentence.paragraph_end - sentence.paragraph_start > 140:
        return False
    paragraph = text[sentence.paragraph_start : sentence.paragraph_end].rstrip("”’\"')] ")
    return not paragraph.endswith((".", "!", "?", "…", ":", ";", ","))


def _published(article: Article) -> Interval | None:
    return parse_partial(article.published) if article.published else None


def _time_words(sentence: Sentence, times: Sequence[Time]) -> set[int]:
    spans = [(time.expression.start, time.expression.end) for time in times]
    return {t.i for t in sentence.tokens if any(t.start < end and t.end > start for start, end in spans)}


def _or_publication(trigger: Trigger, link: Link, sentence: Sentence) -> Link:
    return Link(How.PUBLICATION) if link.time is None else link


def _worth(trigger: Trigger, link: Link, sentence: Sentence) -> bool:
    """Whether a trigger becomes an event: what a time dates, and what a main clause tells."""
    tokens = sentence.tokens
    token = trigger.token
    if token.lemma == "be" or trigger.kind is Kind.ADJECTIVE:
        return link.how in DIRECT
    if link.how is How.DEEP:
        return trigger.kind is Kind.VERB and token.dep != "acl"
    if trigger.kind is Kind.STATE and token.dep == "acl" and tokens[token.head].tag.startswith("NN"):
        return False
    if trigger.kind is Kind.STATE:
        return link.how in DIRECT or (link.time is not None and (link.how in NEARBY or token.dep in ("ROOT", "advcl")))
    if trigger.kind is Kind.NOUN:
        if link.how in DIRECT:
            happens = token.dep == "nsubj" and tokens[token.head].lemma in words("verbs", "happen")
            return link.how is How.ATTACHED or (token.dep != "compound" and not happens)
        if link.how in (How.GOVERNING, How.INNER):
            return token.dep in ARGUMENTS
        return link.how is How.SAME or (link.how is How.EARLIER and token.dep in ARGUMENTS and _definite(token, tokens))
    if link.how is How.PUBLICATION:
        return token.dep == "ROOT" and child(token, tokens, "nsubj", "nsubjpass") is not None
    if link.how is How.EARLIER:
        return token.dep not in ("xcomp", "pcomp", "acl") or token.tag == "VBG"
    if link.how is How.REPORTED:
        return token.dep in ("ccomp", "conj", "relcl")
    return True


def _definite(token: Token, tokens: list[Token]) -> bool:
    """Whether an event noun in a past clause is one that the reader knows of, or is told of now."""
    if token.lemma not in words("nouns", "event"):
        return False
    said = child(token, tokens, "det", "poss")
    if said is None or (said.dep == "det" and said.lemma in ("no", "any", "this", "some", "that", "those", "both")):
        return False
    return clause_tense(token, tokens) in (Tense.PAST, Tense.MODAL)


def _lasting(trigger: Trigger, sentence: Sentence, tense: Tense) -> bool:
    """Whether it is a state or goes on, rather than happens once."""
    if trigger.kind in (Kind.STATE, Kind.ADJECTIVE):
        return tense is Tense.PRESENT
    return tense is Tense.PRESENT
