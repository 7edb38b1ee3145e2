"""Which events an article reports outright, and which it only mentions in passing."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from dateline.core.model import Certainty, Event
from dateline.events.anchoring import How, Link
from dateline.events.clauses import Tense, chain, child, clause_tense, is_question, subject
from dateline.events.lexicon import words
from dateline.events.parser import Sentence, Token
from dateline.events.triggers import Kind, Trigger

OWN = (How.ATTACHED, How.CLAUSE)
NAMED = (*OWN, How.GOVERNING, How.CARRIED, How.REPORTED)
"""Ways on which the time was said near by."""
PASSING = ("relcl", "acl", "advcl", "pcomp", "csubj")
"""Clauses that only qualify what the sentence tells."""
TOLD = (Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT, Tense.FUTURE)


@dataclass(frozen=True, slots=True)
class Draft:
    """An event with the trigger it was made from and what dates it."""

    trigger: Trigger
    link: Link
    event: Event


@dataclass(slots=True)
class Prominence:
    """Judges the events of one article, sentence by sentence; remembers what was told, to know a repetition."""

    told: set[tuple[str, int | None, int | None]] = field(default_factory=set)

    def judge(self, drafts: Sequence[Draft], sentence: Sentence) -> list[bool]:
        """For each event of a sentence, in order, whether it is a main one."""
        tokens = sentence.tokens
        stands = {draft.trigger.token.i for draft in drafts if is_main(draft, drafts, sentence)}
        for draft in drafts:
            token = draft.trigger.token
            if token.i in stands and _only_says(draft, tokens) and _content(token, stands, tokens):
                stands.discard(token.i)
        mains = []
        for draft in drafts:
            event = draft.event
            key = (event.title.lower(), event.earliest, event.latest)
            main = draft.trigger.token.i in stands and key not in self.told
            if main:
                self.told.add(key)
            mains.append(main)
        return mains


def is_main(draft: Draft, drafts: Sequence[Draft], sentence: Sentence) -> bool:
    """Whether an event is told outright, under a title that reads by itself; says nothing of repetitions."""
    trigger, link, event = draft.trigger, draft.link, draft.event
    tokens = sentence.tokens
    if not reads_alone(event.title) or is_question(sentence):
        return False
    if trigger.kind is Kind.NOUN:
        return _noun(draft, drafts, tokens)
    token = trigger.token
    if subject(token, tokens) is None and token.dep not in ("acl", "relcl"):
        return False
    if trigger.kind is not Kind.VERB or token.lemma in words("prominence", "views"):
        return link.how in OWN
    if _conditional(token, tokens) or (event.certainty is Certainty.POSSIBLE and link.how not in NAMED):
        return False
    base = _base(token, tokens)
    if base.dep == "xcomp" and any(other.trigger.token.i == base.head for other in drafts):
        return tokens[base.head].lemma in words("verbs", "plan")  # "plans to close": the plan is to close
    if token.lemma in words("verbs", "plan") and _content(token, {other.trigger.token.i for other in drafts}, tokens):
        return False
    if base.dep in PASSING:
        return link.how in OWN or _follows(base, token, link, tokens)
    if link.how in (How.PUBLICATION, How.EARLIER, How.SAME):
        return clause_tense(token, tokens) in TOLD
    return True


def reads_alone(title: str) -> bool:
    """Whether a title can be understood without the text: it says more than a word or two, and names who or what."""
    parts = title.removeprefix("Denied: ").split()
    if len(parts) < 3:
        return False
    first, second = parts[0].lower().strip("“”"), parts[1].lower()
    if first in words("prominence", "vague") or (first in ("the", "a") and second in words("prominence", "vague")):
        return False
    if not first[0].isalnum() or parts[-1].lower() in words("prominence", "dangling"):
        return False
    return second not in ("of", "had") or first not in ("one", "some", "the")


def _noun(draft: Draft, drafts: Sequence[Draft], tokens: list[Token]) -> bool:
    """An event noun counts where it has a time that its verb has not, or where nothing else tells its clause."""
    token, link = draft.trigger.token, draft.link
    if link.how not in OWN or token.lemma in words("prominence", "things") or token.dep == "compound":
        return False
    if draft.event.certainty in (Certainty.POSSIBLE, Certainty.DENIED):
        return False
    beside = [other for other in drafts if other is not draft and other.trigger.clause == draft.trigger.clause]
    above = [other for other in beside if other.trigger.token.i in chain(token, tokens)]
    if not above:
        return not any(other.trigger.kind is not Kind.NOUN or other.trigger.token.i < token.i for other in beside)
    mine = link.time.expression.id if link.time else None
    theirs = {other.link.time.expression.id for other in above if other.link.time}
    return link.how is How.ATTACHED and mine not in theirs


def _only_says(draft: Draft, tokens: list[Token]) -> bool:
    """Whether an event is an act of telling that matters only for what is told."""
    token = draft.trigger.token
    if draft.trigger.kind is not Kind.VERB or token.lemma not in words("verbs", "report"):
        return False
    weighty = token.lemma in words("prominence", "weighty") and draft.link.how in OWN
    return not weighty or child(token, tokens, "ccomp", "parataxis") is None


def _content(token: Token, stands: set[int], tokens: list[Token]) -> bool:
    """Whether what a verb governs as its complement holds another event of these."""
    for i in stands:
        way = chain(tokens[i], tokens)
        if i != token.i and token.i in way:
            first = tokens[way[way.index(token.i) - 1]]
            if first.dep in ("ccomp", "parataxis", "xcomp"):
                return True
    return False


def _base(token: Token, tokens: list[Token]) -> Token:
    """The first of the verbs that "and" joins: the others stand where it stands."""
    while token.dep == "conj" and token.head != token.i and tokens[token.head].tag.startswith("VB"):
        token = tokens[token.head]
    return token


def _follows(base: Token, token: Token, link: Link, tokens: list[Token]) -> bool:
    """Whether a participle tells what came of the clause before it ("…, injuring three guards")."""
    return (
        base.dep == "advcl"
        and token.tag == "VBG"
        and base.i > base.head
        and child(base, tokens, "mark", "advmod", "prep") is None
        and child(token, tokens, "dobj") is not None
        and link.how in NAMED
    )


def _conditional(token: Token, tokens: list[Token]) -> bool:
    """Whether a word stands in a clause that only supposes ("if the dam breaks")."""
    for i in chain(token, tokens):
        mark = child(tokens[i], tokens, "mark")
        supposes = mark is not None and mark.lemma in words("conditions", "markers")
        if supposes or tokens[i].text.lower() in words("conditions", "markers"):
            return True
    return False
