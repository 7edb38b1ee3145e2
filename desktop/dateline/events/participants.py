"""Who and what takes part in an event, and where: the words, the role, the kind, and the fullest name."""

from dateline.core.model import Participant
from dateline.events.clauses import child, children, subject
from dateline.events.lexicon import any_of, words
from dateline.events.names import KINDS, Names
from dateline.events.parser import Sentence, Token
from dateline.events.triggers import Kind, Trigger

PLACING = ("in", "at", "near", "into", "across", "outside", "inside", "around", "along", "throughout", "within", "from",
           "to", "on", "toward", "towards", "over")  # fmt: skip
INNER = ("det", "amod", "nummod", "compound", "poss", "case", "nmod", "quantmod", "punct", "advmod", "predet", "prep",
         "pobj", "cc", "conj", "neg")  # fmt: skip
SMALL = ("det", "amod", "nummod", "compound", "poss", "case", "nmod", "quantmod", "predet")


def of(trigger: Trigger, sentence: Sentence, names: Names, source: Token | None) -> tuple[Participant, ...]:
    """The participants of an event, each once."""
    tokens = sentence.tokens
    token = trigger.token
    found: list[tuple[Token, str]] = []
    if trigger.kind is Kind.NOUN:
        found += [(part, "agent") for part in children(token, tokens, "poss", "nmod") if part.tag != "PRP$"]
        for prep in children(token, tokens, "prep"):
            role = "agent" if prep.lemma == "by" else "patient" if prep.lemma in ("of", "against", "on") else "other"
            found += [(part, _or_place(part, prep, role, names)) for part in _joined(prep, tokens)]
        verb = tokens[trigger.clause]
        if token.dep in ("dobj", "nsubj", "nsubjpass", "pobj") and verb.tag.startswith("VB"):
            found += _places(verb, tokens, names)
    else:
        found += _of_verb(token, tokens, names)
    if source is not None:
        found.append((source, "source"))
    return tuple(_unique(found, sentence, names))


def phrase(token: Token, tokens: list[Token], deps: tuple[str, ...] = SMALL) -> tuple[int, int]:
    """First and last index of the run of tokens around a noun that name it, its clauses left out."""
    low = high = token.i
    stack = [token]
    inside = {token.i}
    while stack:
        here = stack.pop()
        for i in here.children:
            if tokens[i].dep in deps and not (tokens[i].dep == "punct" and tokens[i].text not in ("-", "–")):
                inside.add(i)
                stack.append(tokens[i])
    while low - 1 in inside:
        low -= 1
    while high + 1 in inside:
        high += 1
    return low, high


def _of_verb(token: Token, tokens: list[Token], names: Names) -> list[tuple[Token, str]]:
    found: list[tuple[Token, str]] = []
    passive = child(token, tokens, "auxpass", "nsubjpass") is not None or (
        token.tag == "VBN" and token.dep in ("acl", "relcl", "conj") and child(token, tokens, "aux") is None
    )
    who = subject(token, tokens)
    if who is None and token.dep in ("acl", "relcl"):
        who = tokens[token.head]
    if who is not None and who.tag in ("WP", "WDT") and tokens[who.head].dep == "relcl":
        who = tokens[tokens[who.head].head]  # "the guard, who fled"
    if who is not None:
        heads = [who, *_conjuncts(who, tokens)]
        found += [(head, "patient" if passive else "agent") for head in heads]
    for agent in children(token, tokens, "agent"):
        found += [(part, "agent") for part in _joined(agent, tokens)]
    for part in children(token, tokens, "dobj", "dative"):
        found += [(head, "patient") for head in (part, *_conjuncts(part, tokens))]
    return found + _places(token, tokens, names)


def _places(token: Token, tokens: list[Token], names: Names) -> list[tuple[Token, str]]:
    found: list[tuple[Token, str]] = []
    for prep in children(token, tokens, "prep"):
        found += [(part, _or_place(part, prep, "other", names)) for part in _joined(prep, tokens)]
    for part in children(token, tokens, "dobj", "nsubj", "nsubjpass", "advmod"):
        for prep in children(part, tokens, "prep"):
            inner = _joined(prep, tokens)
            found += [(part, "place") for part in inner if _or_place(part, prep, "", names) == "place"]
    return found


def _or_place(part: Token, prep: Token, role: str, names: Names) -> str:
    return "place" if prep.lemma in PLACING and kind_of(part, names) == "place" else role


def kind_of(token: Token, names: Names) -> str:
    """The kind of thing that a noun names."""
    if token.tag.startswith("NNP"):
        return names.kind(token.text) or KINDS.get(token.entity, "") or "other"
    lemma = token.lemma
    if lemma in words("names", "places"):
        return "place"
    many = token.tag in ("NNS", "NNPS")
    if lemma in words("names", "professions"):
        return "group" if many else "person"
    if lemma in words("names", "organisations"):
        return "group" if many and lemma != "police" else "organisation"
    if token.tag in ("PRP", "WP"):
        return "person" if token.i in names.meant and names.kind(names.meant[token.i]) == "person" else "other"
    return "group" if token.tag in ("NNS", "NNPS") else "thing"


def _joined(prep: Token, tokens: list[Token]) -> list[Token]:
    found = []
    for part in children(prep, tokens, "pobj"):
        found += [part, *_conjuncts(part, tokens)]
    for inner in children(prep, tokens, "prep"):
        found += _joined(inner, tokens)
    return found


def _conjuncts(token: Token, tokens: list[Token]) -> list[Token]:
    found = []
    for part in children(token, tokens, "conj"):
        if part.tag.startswith(("NN", "PRP", "CD")):
            found += [part, *_conjuncts(part, tokens)]
    return found


def _unique(found: list[tuple[Token, str]], sentence: Sentence, names: Names) -> list[Participant]:
    tokens = sentence.tokens
    seen: set[int] = set()
    unique = []
    for head, role in found:
        head = _named(head, tokens)
        if head.i in seen or head.entity in ("DATE", "TIME") or head.tag in ("WDT", "EX", "DT", "PRP$"):
            continue
        if head.dep == "expl" or head.text.lower() in ("it", "that", "this", "which", "what"):
            continue
        seen.add(head.i)
        low, high = phrase(head, tokens)
        while low < high and (tokens[low].dep in ("det", "punct", "predet") or tokens[low].tag == "PRP$"):
            low += 1
        while high > head.i and tokens[high].tag == "POS":
            high -= 1
        text = _between(tokens, low, high)
        first = tokens[low]
        common = first.i == 0 and not first.tag.startswith("NNP") and first.entity not in KINDS
        name = _full_name(head, text[:1].lower() + text[1:] if common else text, names)
        if role in ("agent", "patient", "source", "place", "other"):
            unique.append(Participant(text=text, start=tokens[low].start, end=tokens[high].end, role=role,
                                      kind=kind_of(head, names), name=name))  # fmt: skip
    return unique


def _named(head: Token, tokens: list[Token]) -> Token:
    """ "the city of Kharkiv" is Kharkiv, "the chief executive, Viktor Ames," is Viktor Ames."""
    if not head.tag.startswith("NNP"):
        said = next((part for part in children(head, tokens, "appos") if part.tag == "NNP"), None)
        if said is not None:
            return said
    if head.lemma in words("names", "places"):
        of = next((p for p in children(head, tokens, "prep") if p.lemma == "of"), None)
        inner = child(of, tokens, "pobj") if of is not None else None
        if inner is not None and inner.tag.startswith("NNP"):
            return inner
    return head


def _full_name(head: Token, text: str, names: Names) -> str:
    if head.i in names.meant:
        return names.meant[head.i]
    if not head.tag.startswith("NNP"):
        return names.body(text) if head.tag == "NN" else text
    parts = text.split()
    while len(parts) > 1 and parts[0].lower().rstrip(".") in any_of(("names", "titles"), ("names", "professions")):
        parts.pop(0)
    proper = [part for part in parts if part[:1].isupper() or part in ("de", "van", "von", "der", "la", "al")] or parts
    return names.body(names.full(" ".join(proper)))


def _between(tokens: list[Token], low: int, high: int) -> str:
    text = tokens[low].text
    for before, after in zip(tokens[low:high], tokens[low + 1 : high + 1], strict=True):
        text += " " * min(1, after.start - before.end) + after.text
    return text
