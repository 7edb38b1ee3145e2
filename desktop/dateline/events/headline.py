"""Headlines in their own grammar: present for past, no auxiliaries, "to" for what is planned, "X:" for who says it.

The headline tells the article's own news, so its events stand when the text's do: `twin` finds them there.
"""

from collections.abc import Iterable, Sequence

from dateline.core.model import Article, Certainty, Event
from dateline.core.moment import DAY, Interval
from dateline.events.find.triggers import Kind, Trigger
from dateline.events.lexicon import any_of, words
from dateline.events.syntax.clauses import Tense, child
from dateline.events.syntax.parser import Sentence, Token
from dateline.events.weight.features import Telling, stems_of
from dateline.events.when.anchoring import How, Link, nearest
from dateline.events.when.asides import MODIFYING, Time
from dateline.events.when.discourse import same

LOOKED = 60
"""Events of the text among which the headline's are looked for."""
ALIKE = 0.4
"""The share of common words from which the lead tells what the headline tells under another verb."""
KNOWN = (("verbs", "report"), ("verbs", "plan"), ("verbs", "aspect"), ("prominence", "acts"),
         ("prominence", "talk"), ("prominence", "changes"))  # fmt: skip
LONG, LATE = 14 * DAY, 45 * DAY
"""How long a time and how long ago may be that of a headline's news."""
PRESENT = ("VBZ", "VBP")


def is_headline(sentence: Sentence, article: Article) -> bool:
    """Whether a heading, or a part of it, is the article's title."""
    words_ = article.text[sentence.start : sentence.end].strip()
    return bool(words_) and words_ in article.title


def read(sentence: Sentence) -> None:
    """Mend the parse of a headline: its verb is a verb, governs the rest, and tells of the past."""
    tokens = sentence.tokens
    root = next((token for token in tokens if token.head is token and token.dep == "ROOT"), tokens[0])
    if not root.tag.startswith("VB") and (verb := _verb(root)) is not None:
        _govern(verb, root)
        root = verb
    for token in tokens:
        finite = token.tag in PRESENT or (token.tag == "VB" and not _has_to(token))
        passive = token.tag in ("VBN", "VBD") and token.dep in ("ROOT", "conj", "ccomp")
        if (finite and token.dep not in ("aux", "auxpass", "amod", "compound")) or passive:
            if child(token, "aux") is None or token.dep == "ROOT":
                token.tense = Tense.FUTURE if _has_to(token) else Tense.PAST
        elif _has_to(token) and token.i == root.i:
            token.tense = Tense.FUTURE


def _has_to(token: Token) -> bool:
    return any(part.text.lower() == "to" and part.dep == "aux" for part in token.children)


def is_planned(token: Token) -> bool:
    """Whether a headline's main verb says what is to come ("Council to vote on bridge")."""
    return token.dep == "ROOT" and _has_to(token)


def _verb(root: Token) -> Token | None:
    """The verb that the parse took for a part of a noun phrase."""
    tokens = root.sentence
    hanging = [part for part in root.children if part.dep in ("acl", "relcl", "xcomp") and part.i > root.i]
    for part in hanging:
        if part.tag == "VBN" or (part.tag == "VB" and _has_to(part)):
            return part
    for token in tokens[1:-1]:
        looks = token.tag in ("NNS", "NN", "VBZ") and token.text.islower() and token.text.endswith("s")
        if looks and _between(token) and tokens[token.i - 1].tag[:2] == "NN":
            return token
    return None


def _between(token: Token) -> bool:
    """Whether a word that may be verb or noun does what verbs do: known as one, or with a new phrase behind it."""
    known = token.text.rstrip("s").removesuffix("e") in _stems()
    return known or token.sentence[token.i + 1].tag in ("CD", "DT", "NNP", "PRP$")


def _stems() -> frozenset[str]:
    return frozenset(word.removesuffix("e") for word in any_of(*KNOWN))


def _govern(verb: Token, root: Token) -> None:
    """Make a verb the root, and what was the root its subject."""
    if verb.tag not in ("VBN", "VB", "VBZ"):
        verb.tag, verb.lemma = "VBZ", verb.text.lower().removesuffix("s")
    if verb is not root:
        before = root.i < verb.i
        root.dep = ("nsubjpass" if verb.tag == "VBN" else "nsubj") if before else "dobj"
        verb.hang(verb)
        root.hang(verb)
        for part in [part for part in root.children if part.i > verb.i]:
            part.hang(verb)  # what hung on the noun after the verb belongs to the verb
    verb.hang(verb)
    verb.dep = "ROOT"


def tells(trigger: Trigger) -> bool:
    """Whether a word of a headline can tell an event: not a part of a name, nor a letter ("£40m")."""
    tokens = trigger.token.sentence
    token = trigger.token
    capital = token.i > 0 and token.text[0].isupper() and sum(t.text[0].isupper() for t in tokens) < len(tokens) * 0.6
    return len(token.text) > 1 and not (capital and trigger.kind is not Kind.NOUN)


def own_time(trigger: Trigger, times: Sequence[Time], published: Interval | None) -> Link:
    """The time that the headline itself gives an event, but for one that says which ("the 2009 crash"), and one ahead
    of what is done ("loses vote, calls election for April").
    """
    verb, now = trigger.token, published.until if published else None
    others = [one for one in times if one.head.dep not in MODIFYING or one.head.head is verb]
    if verb.tense is Tense.PAST and now is not None and verb.lemma not in any_of(("verbs", "ahead"), ("verbs", "plan")):
        others = [one for one in others if one.relation or (one.expression.begin or 0) < now]
    link = nearest(trigger, others, published)
    return link if link.how in (How.ATTACHED, How.CLAUSE) else Link(How.PUBLICATION)


def title_of(sentence: Sentence, article: Article) -> str:
    """The headline as a title: without who says it, before a colon or at its end."""
    text = " ".join(article.text[sentence.start : sentence.end].split())
    before, colon, after = text.partition(": ")
    if colon and len(before.split()) <= 4 and len(after.split()) >= 4:
        text = after
    for mark in (" - ", " – ", " — "):
        head, dash, tail = text.rpartition(mark)
        if dash and len(tail.split()) <= 3 and len(head.split()) >= 4:
            text = head
    head, comma, tail = text.rpartition(", ")
    last = tail.split()[-1] if tail.split() else ""
    if comma and len(tail.split()) <= 4 and last.removesuffix("s") in words("verbs", "report"):
        text = head
    return text[:1].upper() + text[1:]


def twin(token: Token, title: str, tellings: Iterable[Telling]) -> Telling | None:
    """The telling in the text of what a word of the headline tells."""
    stems, happens = stems_of(title), same(token.lemma)
    best, most = None, 0.0
    for place, telling in zip(range(LOOKED), tellings, strict=False):
        if not telling.event.dated or not telling.stems:
            continue
        common = len(telling.stems & stems)
        alike = common / min(len(telling.stems), len(stems) or 1)
        again = telling.happens == happens
        main = token.dep == "ROOT" and "lead" in telling.shown and alike >= ALIKE
        score = again + alike + 0.1 * common + 0.5 * ("lead" in telling.shown) - 0.02 * place
        if (again or main) and (best is None or score > most):
            best, most = telling, score
    return best


def shares_time(event: Event, other: Event, published: Interval | None) -> bool:
    """Whether an event of the headline stands when the text's does: news of these weeks, or what is planned."""
    if other.earliest is None or other.latest is None:
        return False
    if published is None or published.begin is None or event.certainty is Certainty.PLANNED:
        return True
    return other.latest - other.earliest <= LONG and published.begin - other.latest <= LATE
