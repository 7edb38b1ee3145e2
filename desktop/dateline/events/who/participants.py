"""Who and what takes part in an event, and where: the words, the role, the kind, and the fullest name."""

from dataclasses import replace

from dateline.core.model import Participant
from dateline.events.find.triggers import Kind, Trigger
from dateline.events.lexicon import any_of, words
from dateline.events.syntax.clauses import better_name, child, children, subject
from dateline.events.syntax.parser import Sentence, Token, clock
from dateline.events.who.names import KINDS, Names, persons, titles_before

PLACING = ("in", "at", "near", "into", "across", "outside", "inside", "around", "along", "throughout", "within", "from",
           "to", "on", "toward", "towards", "over")  # fmt: skip
INNER = ("det", "amod", "nummod", "compound", "poss", "case", "nmod", "quantmod", "punct", "advmod", "predet", "prep",
         "pobj", "cc", "conj", "neg")  # fmt: skip
SMALL = ("det", "amod", "nummod", "compound", "poss", "case", "nmod", "quantmod", "predet")


def of(trigger: Trigger, sentence: Sentence, names: Names, source: Token | None) -> tuple[Participant, ...]:
    """The participants of an event, each once."""
    token = trigger.token
    found: list[tuple[Token, str]] = []
    if trigger.kind is Kind.NOUN:
        found += [(part, "agent") for part in children(token, "poss", "nmod") if part.tag != "PRP$"]
        for prep in children(token, "prep"):
            role = "agent" if prep.lemma == "by" else "patient" if prep.lemma in ("of", "against", "on") else "other"
            found += [(part, _or_place(part, prep, role, names)) for part in _joined(prep)]
        verb = trigger.clause
        if token.dep in ("dobj", "nsubj", "nsubjpass", "pobj") and verb.tag.startswith("VB"):
            preps = children(verb, "prep")
            found += [(part, _or_place(part, prep, "", names)) for prep in preps for part in _joined(prep)]
    else:
        found += _of_verb(token, names)
    if source is not None:
        found.append((source, "source"))
    return tuple(_unique(found, sentence, names))


def settle(part: Participant, names: Names) -> Participant:
    """A participant as the whole article knows it: named in full, and of the kind that most of it says."""
    name = part.name or part.text
    last = name.rsplit(" ", 1)[-1]
    if last not in names.forms or not name[:1].isupper():
        return part
    full = names.body(name) if name in names.bodies else names.full(name)
    vague = " " not in name or part.kind in ("other", "thing")
    kind = names.kind(full) or part.kind if vague else part.kind
    return part if (full, kind) == (part.name, part.kind) else replace(part, name=full, kind=kind)


def phrase(token: Token, deps: tuple[str, ...] = SMALL) -> tuple[int, int]:
    """First and last index of the run of tokens around a noun that name it, its clauses left out."""
    tokens = token.sentence
    low = high = token.i
    stack = [token]
    inside = {token.i}
    while stack:
        here = stack.pop()
        for part in here.children:
            if part.dep in deps and not (part.dep == "punct" and part.text not in ("-", "–")):
                inside.add(part.i)
                stack.append(part)
    while low - 1 in inside or _hyphened(low, tokens):
        low -= 1 if low - 1 in inside else 2
    while high + 1 in inside and tokens[high + 1].dep != "amod":
        high += 1
    if high > token.i and tokens[high].tag == "CD" and high + 1 < len(tokens) and tokens[high + 1].text in ("-", "–"):
        high -= 1  # "beat Hallin 2-1"
    return low + (low < token.i and clock(tokens[low].text)), high


def _hyphened(index: int, tokens: list[Token]) -> bool:
    """Whether a hyphen ties a word to the one before ("six-year-old")."""
    if index < 2 or tokens[index - 1].text not in ("-", "–"):
        return False
    return tokens[index - 2].end == tokens[index - 1].start and tokens[index - 1].end == tokens[index].start


def _of_verb(token: Token, names: Names) -> list[tuple[Token, str]]:
    found: list[tuple[Token, str]] = []
    passive = child(token, "auxpass", "nsubjpass") is not None or (
        token.tag == "VBN" and token.dep in ("acl", "relcl", "conj") and child(token, "aux") is None
    )
    who = subject(token)
    if who is None and token.dep in ("acl", "relcl"):
        who = token.head
    if who is not None and who.tag in ("WP", "WDT") and who.head.dep == "relcl":
        who = who.head.head  # "the guard, who fled"
    if who is not None:
        heads = [who, *_conjuncts(who)]
        found += [(head, "patient" if passive else "agent") for head in heads]
    for agent in children(token, "agent"):
        found += [(part, "agent") for part in _joined(agent)]
    for part in children(token, "dobj", "dative"):
        if part.tag in ("IN", "TO"):
            found += [(head, "other") for head in _joined(part)]  # "sent flowers to the widow"
        else:
            found += [(head, "patient") for head in (part, *_conjuncts(part))]
    return found + _places(token, names)


def _places(token: Token, names: Names) -> list[tuple[Token, str]]:
    found: list[tuple[Token, str]] = []
    for prep in children(token, "prep"):
        found += [(part, _or_place(part, prep, "other", names)) for part in _joined(prep)]
    for part in children(token, "dobj", "nsubj", "nsubjpass", "advmod"):
        for prep in children(part, "prep"):
            inner = _joined(prep)
            found += [(part, "place") for part in inner if _or_place(part, prep, "", names) == "place"]
    return found


def _or_place(part: Token, prep: Token, role: str, names: Names) -> str:
    return "place" if prep.lemma in PLACING and kind_of(part, names) == "place" else role


def kind_of(token: Token, names: Names) -> str:
    """The kind of thing that a noun names."""
    if token.i in names.meant and token.tag != "PRP":
        return names.kind(names.meant[token.i]) or "other"
    if token.tag.startswith("NNP") and token.text[:1].isupper():
        return names.kind(token.text) or KINDS.get(token.entity, "") or "other"
    lemma = token.lemma
    if lemma in words("names", "places"):
        return "place"
    many = token.tag in ("NNS", "NNPS")
    if lemma in words("names", "organisations"):
        return "group" if many and lemma != "police" else "organisation"
    if lemma in persons() or lemma.endswith(("woman", "sman")):
        return "group" if many else "person"
    if token.tag in ("PRP", "WP"):
        if token.i not in names.meant:
            return "other"
        return "person" if names.kind(names.meant[token.i]) == "person" else "group"
    counted = many and lemma in words("names", "parts")  # "dozens"
    return "group" if counted or lemma in ("people", "family") or token.entity == "NORP" else "thing"


def _joined(prep: Token) -> list[Token]:
    found = []
    for part in children(prep, "pobj"):
        found += [part, *_conjuncts(part)]
    for inner in children(prep, "prep"):
        found += _joined(inner)
    return found


def _conjuncts(token: Token) -> list[Token]:
    found = []
    for part in children(token, "conj"):
        if part.tag.startswith(("NN", "PRP", "CD")):
            found += [part, *_conjuncts(part)]
    return found


def _unique(found: list[tuple[Token, str]], sentence: Sentence, names: Names) -> list[Participant]:
    tokens = sentence.tokens
    seen: set[int] = set()
    unique = []
    for head, role in found:
        head = named(head)
        dated = head.entity in ("DATE", "TIME") and head.i not in names.meant
        if not role or head.i in seen or dated or head.tag in ("WDT", "EX", "DT", "PRP$"):
            continue
        if (
            head.tag in ("WP", "WP$")
            or head.dep == "expl"
            or head.text.lower() in ("it", "that", "this", "which", "what")
        ):
            continue
        seen.add(head.i)
        low, high = phrase(head)
        if head.tag.startswith("NNP") and head.lemma in words("names", "organisations"):
            high = _of_what(head, high)
        while low < high and (tokens[low].dep in ("det", "punct", "predet") or tokens[low].tag in ("PRP$", "WP$")):
            low += 1
        while high > head.i and tokens[high].tag == "POS":
            high -= 1
        text = _between(tokens, low, high)
        first = tokens[low]
        proper = first.tag.startswith("NNP") or first.entity in KINDS or first.text == "I" or first.text in names.forms
        common = (first.i == 0 or (first.i == 1 and clock(tokens[0].text))) and not proper
        name = _full_name(head, text[:1].lower() + text[1:] if common else text, names)
        unique.append(Participant(text=text, start=tokens[low].start, end=tokens[high].end, role=role,
                                  kind=kind_of(head, names), name=name))  # fmt: skip
    return unique


def _of_what(head: Token, high: int) -> int:
    """The end of a body's name that goes on with "of" or "for" ("the Bank of Sund")."""
    prep = child(head, "prep")
    if prep is None or prep.i != high + 1 or prep.lemma not in ("of", "for"):
        return high
    inner = child(prep, "pobj")
    return phrase(inner)[1] if inner is not None and inner.tag.startswith("NNP") else high


def named(head: Token) -> Token:
    """The word that names who or what a noun is said of.

    "The city of Kharkiv" is Kharkiv, "the chief executive, Viktor Ames," Viktor Ames, "most of the people" the people.
    """
    if head.tag.startswith("NNP"):
        return head
    if head.apposed and (said := _appositive(head) or better_name(head)) is not None:
        return said
    if head.lemma not in any_of(("names", "parts"), ("names", "places"), ("names", "professions")):
        return head
    for prep in children(head, "prep"):
        inner = child(prep, "pobj")
        if inner is None or not inner.tag.startswith("NN"):
            continue
        if prep.lemma == "of" and head.lemma in words("names", "parts"):
            return named(inner)
        if prep.lemma == "of" and head.lemma in words("names", "places") and inner.tag.startswith("NNP"):
            return inner
        if prep.lemma in ("of", "for") and head.tag == "NN" and head.lemma in words("names", "professions"):
            said = _appositive(inner)
            if said is not None and said.entity == "PERSON":
                return said  # "a spokesman for the front, Idris Hamad,"
    return head


def _appositive(head: Token) -> Token | None:
    return next((part for part in children(head, "appos") if part.tag == "NNP" and part.i > head.i), None)


def _full_name(head: Token, text: str, names: Names) -> str:
    if (meant := names.meant.get(head.i)) is not None:
        if " and " in meant and names.kind(meant) == "person":
            return text  # "the two" are no one participant
        return meant[4:] if meant.startswith("the ") and meant[4:5].isupper() else meant
    if not head.tag.startswith("NNP"):
        return names.body(text) if head.tag == "NN" else text
    parts = text.split()
    capital = next((i for i, part in enumerate(parts) if part[:1].isupper()), None)
    if capital is None or not head.text[:1].isupper():
        return text
    parts = parts[capital:]
    return names.body(names.full(" ".join(parts[titles_before(tuple(parts)) :])))


def _between(tokens: list[Token], low: int, high: int) -> str:
    text = tokens[low].text
    for before, after in zip(tokens[low:high], tokens[low + 1 : high + 1], strict=True):
        text += " " * min(1, after.start - before.end) + after.text
    return text
