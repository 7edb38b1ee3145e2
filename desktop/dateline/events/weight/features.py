"""What the words show of an event that says whether it is worth a line: named numbers from 0 to 1, read by `model`.

Names are told in ``resources/weights/events.toml`` with what each is worth. A feature says only what is there; none of
them decides alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from dateline.core.model import Certainty, Event
from dateline.core.moment import DAY, Granularity, Interval
from dateline.events.find.triggers import Kind, Trigger
from dateline.events.lexicon import words
from dateline.events.syntax.clauses import Tense, auxiliaries, chain, child, clause_tense, is_question, negated, subject
from dateline.events.syntax.parser import Sentence, Token
from dateline.events.when.anchoring import How, Link
from dateline.events.when.discourse import stem

Marks = dict[str, float]

WAYS = {
    How.ATTACHED: "time attached", How.CLAUSE: "time in clause", How.GOVERNING: "time of clause above",
    How.DEEP: "time far above", How.INNER: "time inside", How.REPORTED: "time of telling", How.CARRIED: "time carried",
    How.EARLIER: "time of the news", How.SAME: "time told before", How.PUBLICATION: "time of publication",
    How.NONE: "no time",
}  # fmt: skip
PRONOUNS = frozenset(("it", "he", "she", "they", "them", "him", "this", "these", "which"))
SPEAKING = frozenset(("i", "we", "you", "my", "our", "us"))
HEADLINE = -1
"""The number of the headline among the sentences."""
OWN = (How.ATTACHED, How.CLAUSE)
LISTS = (
    ("verbs", "report", "verb of saying"), ("verbs", "plan", "verb of planning"), ("verbs", "state", "verb of state"),
    ("verbs", "aspect", "verb of beginning"), ("verbs", "light", "light verb"), ("verbs", "possible", "verb of doubt"),
    ("verbs", "negate", "verb of not doing"), ("prominence", "views", "verb of views"),
    ("prominence", "weighty", "weighty saying"), ("prominence", "acts", "act"), ("prominence", "talk", "talk"),
    ("prominence", "changes", "change of state"), ("verbs", "happen", "only takes place"),
)  # fmt: skip
CLAUSES = {"ROOT": "main clause", "conj": "joined clause", "ccomp": "content clause", "advcl": "adverbial clause",
           "relcl": "relative clause", "acl": "participle", "xcomp": "complement", "pcomp": "after a preposition",
           "parataxis": "aside"}  # fmt: skip
DIGITS = frozenset("0123456789")
WORDS = 10_000
"""Words of which the stem is kept."""
SPEAKERS = ("i", "we", "you", "us", "me")
GRAINS = {
    Granularity.MINUTE: "to the minute", Granularity.DAY: "to the day", Granularity.WEEK: "to the week",
    Granularity.MONTH: "to the month", Granularity.QUARTER: "to the month", Granularity.YEAR: "to the year",
    Granularity.VAGUE: "vague time",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Draft:
    """An event with the trigger it was made from and what dates it."""

    trigger: Trigger
    link: Link
    event: Event
    whole: bool = True
    """Whether its title says who it was."""


@dataclass(slots=True)
class Place:
    """Where the article stands: counted by `Telling` sentence by sentence."""

    sentence: int = 0
    paragraph: int = 0
    size: int = 1
    """Code points of the whole text."""


@dataclass(slots=True)
class Telling:
    """What is known of one event when its sentence is told; `repetition` compares tellings over the article."""

    event: Event
    shown: Marks
    """What its sentence and its place in the article show."""
    stems: frozenset[str]
    """Stems of the words of its title."""
    happens: str
    """Stem of the word that tells the happening."""
    above: frozenset[int] = frozenset()
    """Offsets of the words that govern it."""
    twins: set[int] = field(default_factory=set)
    """Ids of the events that tell the same in headline and text."""
    worth: float = 0.0
    """What its ``shown`` features are worth."""
    again: Marks = field(default_factory=dict)
    """What of it others have told better."""


def stems_of(text: str) -> frozenset[str]:
    """The stems of the words of a text that mean something by themselves."""
    return frozenset(map(_stem_of, text.replace("-", " ").split())) - {""}


@lru_cache(WORDS)
def _stem_of(text: str) -> str:
    """The stem of a word as it is written; "" where it means nothing by itself."""
    word = text.strip(".,;:'\"“”‘’()?!").lower()
    if not word or word in words("merging", "stop"):
        return ""
    return _short(word.removesuffix("'s").removesuffix("’s"))


def _short(word: str) -> str:
    word = word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word
    word = word[:-2] if len(word) > 5 and word.endswith("ed") else word
    return stem(word)


def measure(
    draft: Draft, drafts: Sequence[Draft], sentence: Sentence, place: Place, published: Interval | None, quoted: bool
) -> Marks:
    """The features of an event that its sentence shows; ``drafts`` are all events of the sentence."""
    marks: Marks = {}
    _time(draft, published, marks)
    _happening(draft, sentence, marks)
    _company(draft, drafts, sentence, marks)
    _who(draft, sentence, marks)
    _title(draft.event.title, marks)
    _position(draft, sentence, place, marks)
    if not draft.whole:
        marks["lost its subject"] = 1
    if quoted:
        marks["quoted"] = 1
    if is_question(sentence):
        marks["asked"] = 1
    return marks


def _time(draft: Draft, published: Interval | None, marks: Marks) -> None:
    link, event = draft.link, draft.event
    now = link.time is not None and link.time.expression.value == "PRESENT_REF"
    marks["time is now" if now else WAYS[link.how]] = 1
    if link.how in (How.CARRIED, How.EARLIER, How.SAME) and link.distance > 2:
        marks["time from afar"] = 1
    marks[GRAINS.get(event.granularity, "to the year")] = 1
    if event.earliest is None or event.latest is None:
        marks["open time"] = 1
    if link.time is not None:
        if link.time.relation:
            marks["time is a bound"] = 1
        if link.time.expression.anchor == "absolute":
            marks["date named"] = 1
    if published is None or published.begin is None or published.until is None:
        return
    if event.latest is not None and event.latest <= published.begin - 400 * DAY:
        marks["years ago"] = 1
    elif event.latest is not None and event.latest <= published.begin - 8 * DAY:
        marks["weeks ago"] = 1
    elif event.earliest is not None and event.earliest >= published.until:
        marks["to come"] = 1
    elif event.earliest is not None and event.earliest >= published.begin - 8 * DAY:
        marks["days of the news"] = 1


def _happening(draft: Draft, sentence: Sentence, marks: Marks) -> None:
    token, tokens = draft.trigger.token, sentence.tokens
    kind, certainty = draft.trigger.kind, draft.event.certainty
    own = draft.link.how in OWN
    marks[f"told by a {kind.value}" if kind is not Kind.ADJECTIVE else "told by an adjective"] = 1
    tense = clause_tense(token)
    if kind is Kind.NOUN:
        _noun(token, own, marks)
        if token.dep == "pobj" and token.head.lemma in ("after", "before", "since", "until", "following"):
            marks["told as a time"] = 1
    else:
        _verb(token, tense, marks)
    if certainty is not Certainty.REPORTED:
        marks[certainty.value] = 1
    if own and "verb of saying" in marks:
        marks["saying with its own time"] = 1
    if own and kind is Kind.VERB and tense in (Tense.PAST, Tense.PERFECT) and "verb of saying" not in marks:
        marks["happened at its own time"] = 1
    if own and kind is Kind.NOUN:
        marks["noun with its own time"] = 1
    if own and certainty is Certainty.PLANNED:
        marks["planned for its own time"] = 1
    if any(tokens[i].lemma in words("conditions", "markers") for i in _marks_above(token)):
        marks["supposed"] = 1


def _verb(token: Token, tense: Tense, marks: Marks) -> None:
    marks[f"{tense.value} tense"] = 1
    for section, name, feature in LISTS:
        if token.lemma in words(section, name) and (name != "report" or _says(token)):
            marks[feature] = 1
    if negated(token):
        marks["did not happen"] = 1
    if token.tag == "VBG":
        helped = any(part.lemma == "be" for part in auxiliaries(token))
        marks["going on" if helped else "bare -ing"] = 1
    if child(token, "dobj", "nsubjpass") is not None:
        marks["has an object"] = 1


def _says(token: Token) -> bool:
    """Whether a verb of saying says something, rather than does something ("found him guilty", "heard the case")."""
    if child(token, "ccomp", "parataxis") is not None or token.lemma in ("say", "tell"):
        return True
    return child(token, "dobj", "nsubjpass", "xcomp", "oprd") is None


def _noun(token: Token, own: bool, marks: Marks) -> None:
    if token.lemma in words("prominence", "things"):
        marks["noun of a thing"] = 1
    elif token.lemma in words("prominence", "happenings"):
        marks["noun of news"] = 1
        if own:
            marks["noun of news with its own time"] = 1


def _marks_above(token: Token) -> list[int]:
    found = []
    for above in chain(token):
        mark = child(above, "mark")
        found += [mark.i] if mark is not None else []
    return found


def _company(draft: Draft, drafts: Sequence[Draft], sentence: Sentence, marks: Marks) -> None:
    """What stands beside it in its sentence."""
    token, _tokens = draft.trigger.token, sentence.tokens
    above = chain(token)[1:]
    others = {other.trigger.token.i: other for other in drafts if other is not draft}
    governing = [others[one.i] for one in above if one.i in others]
    below = [other for other in others.values() if token in chain(other.trigger.token)]
    if draft.trigger.kind is not Kind.NOUN:
        base = _base(token)
        marks[CLAUSES.get(base.dep, "other clause")] = 1
        if base.i != token.i:
            marks["joined clause"] = 1
    if any(one.lemma in words("verbs", "report") for one in above):
        marks["said by somebody"] = 1
    if governing:
        marks["under another"] = 1
        if draft.trigger.kind is Kind.NOUN and any(o.trigger.kind is not Kind.NOUN for o in governing):
            marks["noun under its verb"] = 1
        same = draft.link.time is not None and any(
            o.link.time and o.link.time.expression is draft.link.time.expression for o in governing
        )
        if same:
            marks["shares the time of what it is under"] = 1
    content = [o for o in below if _is_content(o.trigger.token, token)]
    if content:
        marks["tells another"] = 1
        if "verb of saying" in marks:
            marks["saying that tells another"] = 1
    elif "verb of saying" in marks and child(token, "ccomp", "parataxis") is not None:
        marks["saying of no event"] = 1
    if len(drafts) > 4:
        marks["crowded sentence"] = 1
    if len(drafts) == 1:
        marks["alone in its sentence"] = 1


def _is_content(inner: Token, outer: Token) -> bool:
    way = chain(inner)
    if outer not in way or inner is outer:
        return False
    return way[way.index(outer) - 1].dep in ("ccomp", "parataxis", "xcomp")


def _base(token: Token) -> Token:
    while token.dep == "conj" and token.head is not token and token.head.tag.startswith("VB"):
        token = token.head
    return token


def _who(draft: Draft, sentence: Sentence, marks: Marks) -> None:
    event, _tokens = draft.event, sentence.tokens
    named = {part.name or part.text for part in event.participants if (part.name or part.text)[:1].isupper()}
    if named:
        marks["names somebody"] = 1
    if len(named) > 1:
        marks["names two"] = 1
    if any(part.kind == "place" for part in event.participants):
        marks["names a place"] = 1
    if any(part.role == "patient" for part in event.participants):
        marks["done to somebody"] = 1
    verb = draft.trigger.token
    verb = verb.head if verb.dep == "acomp" else verb  # "is payable"
    who = subject(verb) if draft.trigger.kind is not Kind.NOUN else None
    if draft.trigger.kind is Kind.NOUN:
        return
    if who is None:
        marks["no subject"] = 1
        if event.title.split()[0].lower() == draft.trigger.token.text.lower():
            marks["title says too little"] = 1  # "Launched a fundraiser"
    elif who.entity in ("DATE", "TIME"):
        marks["subject is a time"] = 1
    elif who.lemma in words("nouns", "event"):
        marks["subject is a happening"] = 1
    elif who.text.lower() in SPEAKERS:
        marks["I, we or you"] = 1
    elif who.text.lower() in ("it", "this", "that", "there", "which", "these", "those"):
        marks["it or this"] = 1
    elif who.tag == "PRP":
        marks["he, she or they"] = 1
    elif who.tag.startswith("NNP"):
        marks["subject named"] = 1
    elif child(who, "det", "poss") is None and who.tag == "NNS" and child(who, "nummod") is None:
        marks["subject general"] = 1


def _title(title: str, marks: Marks) -> None:
    size = len(title)
    if not reads_alone(title):
        marks["title says too little"] = 1
    if size > 100:
        marks["title long"] = 1
    elif size < 25:
        marks["title short"] = 1
    if not DIGITS.isdisjoint(title):
        marks["numbers"] = 1
    if "“" in title or '"' in title:
        marks["title quotes"] = 1
    if ": " in title:
        marks["title says who says it"] = 1
    marks["title names"] = min(3, sum(word[0].isupper() for word in title.split()[1:])) / 3
    if title.endswith("…"):
        marks["title cut"] = 1
    first = title.split()[0].lower() if title else ""
    if first in words("prominence", "vague"):
        marks["title begins with a pronoun"] = 1
    inner = title.lower().split()
    if not PRONOUNS.isdisjoint(inner[1:]):
        marks["title holds a pronoun"] = 1
    if not SPEAKING.isdisjoint(inner):
        marks["title speaks"] = 1


def reads_alone(title: str) -> bool:
    """Whether a title can be understood without the text: it says more than a word or two, and names who or what."""
    parts = title.removeprefix("Denied: ").split()
    if len(parts) < 3:
        return False
    first, second = parts[0].lower().strip("“”"), parts[1].lower()
    if first in words("prominence", "vague") or (first in ("the", "a") and second in words("prominence", "vague")):
        return False
    if not first[:1].isalnum() or parts[-1].lower() in words("prominence", "dangling"):
        return False
    return second not in ("of", "had") or first not in ("one", "some", "the")


def _position(draft: Draft, sentence: Sentence, place: Place, marks: Marks) -> None:
    if place.sentence == HEADLINE:
        marks["headline"] = 1
        return
    if place.sentence == 0:
        marks["lead"] = 1
        if draft.link.how is How.PUBLICATION:
            marks["lead without a time"] = 1
    elif place.sentence < 4:
        marks["near the lead"] = 1
    marks["long article"] = round(min(1.0, place.size / 8000), 2)
    marks["late in the article"] = round(min(1.0, draft.event.start / max(1, place.size)), 2)
    if sentence.start == sentence.paragraph_start:
        marks["opens its paragraph"] = 1
    if draft.trigger.token.i > 25:
        marks["late in its sentence"] = 1
