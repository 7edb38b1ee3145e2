"""In which words a title is written, and how it is made short."""

from collections.abc import Sequence

from dateline.events.lexicon import any_of, words
from dateline.events.syntax.clauses import SUBJECTS, below, chain, child, children, subject
from dateline.events.syntax.parser import Token, clock
from dateline.events.title.phrases import (
    ASIDE,
    QUOTES,
    RELATIVE,
    Scope,
    commas,
    needed,
    phrase,
    prepositions_of_times,
    trim,
)
from dateline.events.who.names import KINDS, Names, persons

LONGEST = 104
"""Code points of a title; longer ones lose their last phrases, then their end."""
PRICES = {
    "appos": 0.5,
    "relcl": 0.8,
    "advmod": 1.2,
    "npadvmod": 1.0,
    "advcl": 1.0,
    "acl": 1.4,
    "conj": 5.0,
    "agent": 5.5,
}
"""How much a title misses a part of a sentence."""
SHORT = {
    "'d": ("had", "would"),
    "'ll": ("will", "will"),
    "'s": ("has", "is"),
    "'re": ("are", "are"),
    "'ve": ("have", "have"),
}
"""Auxiliaries glued to a pronoun, in full: before a participle, and else."""
WHOLE = 150
"""Up to this length a clause that no phrase can leave stands as it is; what is longer loses its end."""
PHRASE = 5
"""Tokens of a quotation that is never shortened."""
CHANGING = ("auxpass", "pobj", "poss", "det")
"""Places in a clause at which a word may be written otherwise than it stands."""
OPENING = (*QUOTES, "—", "–", ":", "|")
"""After these a word has a capital as at the head of a sentence."""


def shorten(parts: list[int], scope: Scope, limit: int = LONGEST) -> list[int]:
    """Drop whole phrases until the title fits, what says least first; the trigger and what it completes stay."""
    tokens = scope.tokens
    keep = list(parts)
    if not keep or tokens[keep[-1]].end - tokens[keep[0]].start <= limit - 15 or len(join(keep, scope)) <= limit:
        return keep  # full names make some titles longer than their words
    who = child(tokens[scope.head], *SUBJECTS)
    under = set() if who is None else below(who)
    stays = {one.i for name in (scope.trigger, scope.head) for one in chain(tokens[name])}
    tried: set[int] = set()
    while len(join(keep, scope)) > limit:
        costs = {i: price for i in keep if i not in stays | tried and (price := _price(tokens[i], under, scope))}
        best = min(costs, key=lambda i: (costs[i], -i), default=None)
        if best is None:
            break
        tried.add(best)
        gone = below(tokens[best])
        if tokens[best].dep == "conj":
            gone |= {part.i for part in tokens[best].head.children if part.i < best and part.dep in ("cc", "punct")}
            last = max((i for i in gone if tokens[i].lemma == "and" and tokens[i].dep == "cc"), default=None)
            if last is not None and who is not None and not who.tag.endswith("S") and best in _joined(who):
                gone.remove(last)
                scope.instead[last] = "and others"
        elif tokens[best].dep == "appos":
            gone |= commas(tokens[best])
        smaller = trim([i for i in keep if i not in gone], scope)
        if 2 < len(smaller) < len(keep) and (scope.trigger in smaller or scope.trigger not in keep):
            keep = smaller  # a word of a hyphened one may have brought the others back
    return keep


def _joined(noun: Token) -> set[int]:
    """The indices of what "and" joins to a noun, however many."""
    found: set[int] = set()
    for part in children(noun, "conj"):
        found |= {part.i} | _joined(part)
    return found


def _price(part: Token, under: set[int], scope: Scope) -> float:
    """How much a title misses a phrase: the higher, the later it goes; 0 for what has to stay."""
    above = part.head
    if part.text in ("longer", "never", "only", "no", "yet", "not") or part.i == scope.head:
        return 0
    if any(first <= above.i and part.i <= last < first + PHRASE for first, last in scope.quoted):
        return 0  # the words quoted are whole or not there
    if part.dep == "advmod" and not (part.text.endswith("ly") and above.tag.startswith("VB")):
        return 0
    if part.dep == "appos" and part.tag.startswith("NNP"):
        return PRICES["conj"]
    infinitive = part.tag == "VB" and part.dep == "relcl"
    if part.dep in PRICES and part.dep != "acl" and not infinitive:
        return PRICES[part.dep]
    if part.dep == "acl" or infinitive:
        if part.tag == "VB" and above.lemma in words("nouns", "plan"):
            return 0  # a plan without what is planned says nothing
        counted = above.dep == "pobj" and above.head.head.lemma in words("names", "parts")
        return 3.0 if counted else PRICES["acl"]  # nor do "a number of people" without what happened to them
    if part.dep != "prep" or needed(part):
        return 0
    if not above.tag.startswith("NN"):
        object_ = child(above, "dobj", "nsubjpass", "attr", "acomp", "prt")
        return 3.0 if above.tag.startswith("VB") and object_ is not None else 4.5
    amount = above.lemma in any_of(("names", "parts"), ("names", "titles"))
    named = child(part, "pobj")
    small = 0.5 if named is not None and named.tag.startswith("NNP") else 0.0
    if part.lemma in ("of", "for"):
        return 0 if amount else 4.0 - (0.8 if part.i in under else 0) + small
    return (1.5 if part.i in under else 2.0) + small


def join(order: Sequence[int | str], scope: Scope, verb: Token | None = None) -> str:
    """The words of a title in this order; marks of quotation where a whole quotation stands in it."""
    tokens = scope.tokens
    here = {i for i in order if isinstance(i, int)}
    whole = [(first, last) for first, last in scope.quoted if first in here and last in here]
    opens, closes = {first for first, _ in whole}, {last for _, last in whole}
    text = ""
    before = -9
    for i in order:
        if isinstance(i, int) and tokens[i].tag == "DT" and i and tokens[i - 1].text.lower() == tokens[i].text.lower():
            continue  # "the the"
        if isinstance(i, str):
            text += i if not text or i.startswith(("’s", ",")) else " " + i
            before = -9
            continue
        key = (i, verb is None)
        word = scope.written.get(key)
        if word is None:
            scope.written[key] = tokens[i].text  # where its own phrase has it in it
            word = scope.written[key] = _word(tokens[i], scope, verb)
        if not word:
            before = i if before == i - 1 else before
            continue
        if i in scope.names.meant and word.removesuffix("’s") in text:
            word = tokens[i].text  # one name twice in a title reads badly
        if before != i - 1 and text.endswith((" a", " an")) and tokens[before].tag == "DT":
            text = text.removesuffix("n") if word[0].lower() not in "aeiou" else text.removesuffix("n") + "n"
        full = _in_full(tokens[i], before) if before in scope.names.meant else ""
        word = full or word
        glued = not full and before == i - 1 and tokens[before].end == tokens[i].start
        if _marked(before, i, scope) and before not in scope.promoted:
            text += tokens[i - 1].text
        word = ("“" if i in opens else "") + word + ("”" if i in closes else "")
        text += word if (glued and i not in opens) or not text or word in (",", "’s", "'s", "%") else " " + word
        before = i
    return text


def _marked(before: int, index: int, scope: Scope) -> bool:
    """Whether a comma or colon stands between two words of a title, and nothing else but a time."""
    if before < 0 or scope.tokens[index - 1].text not in (",", ":"):
        return False
    said = scope.skip | prepositions_of_times(scope)
    listed = before < index - 2 and scope.tokens[index].dep in ("conj", "xcomp")
    return before == index - 2 or (listed and said.issuperset(range(before + 1, index - 1)))


def _in_full(token: Token, before: int) -> str:
    """An auxiliary that was glued to a pronoun, behind the name in its place: "Aro would", not "Aro'd"; "" for none."""
    short = token.text.replace("’", "'").lower()
    if before != token.i - 1 or short not in SHORT or token.tag == "POS":
        return ""
    past, other = SHORT[short]
    return past if token.dep == "aux" and token.head.tag in ("VBN", "VBD") else other


def _word(token: Token, scope: Scope, verb: Token | None) -> str:
    _tokens, names = scope.tokens, scope.names
    lower = token.text.lower()
    if token.i in scope.instead:
        return scope.instead[token.i]
    if token.i in scope.fuller or (token.dep == "det" and token.head.i in scope.fuller):
        return scope.fuller.get(token.i, "")
    ordinary = token.text.islower() and token.dep not in CHANGING and not token.tag.startswith("NNP")
    if ordinary and token.i not in names.meant and lower not in words("names", "towns"):
        return token.text  # most words
    if token.text in QUOTES:
        return ""
    if scope.quoted and any(first <= token.i <= last for first, last in scope.quoted):
        return token.text
    if verb is not None and token.dep == "auxpass" and token.head is verb and lower in ("was", "were"):
        return "" if headline(verb) else token.text
    if lower in RELATIVE and token.tag.startswith("W") and token.dep in ("pobj", "poss"):
        return ""
    if token.i in names.meant:
        return names.meant[token.i]
    if lower in ("its", "their") and token.dep == "poss":
        return _owner(token, scope) or plain(token)
    place = names.place_at(token.i)
    if lower in ("the", "this") and token.dep == "det" and place and _needs_name(token.head):
        return "the " + place if token.head.lemma in words("names", "areas") else ""
    if place and lower in words("names", "towns") and _needs_name(token):
        return place
    if (part := _part_of_name(token, names)) is not None:
        return part
    return token.text if lower not in ("a", "the") and _is_name(token, names) else plain(token)


def _part_of_name(token: Token, names: Names) -> str | None:
    """A name in full, without the forms of address and titles that are a part of it; None where it is as it stands."""
    if token.dep != "compound":
        before = [part.text.lower().rstrip(".") for part in token.children if part.dep == "compound"]
        whole = _is_name(token, names) and not _of_a_firm(token) and words("names", "titles").issuperset(before)
        full = names.full(token.text) if whole else None
        last = token.sentence[token.i - 1] if token.i else token
        if full and last.dep == "conj" and f"{last.text} {token.text}" == full:
            return token.text  # "the Health and Safety Executive"
        owner = child(token, "poss")
        return token.text if full and owner is not None and owner.text in full.split() else full
    if _of_a_firm(token):
        return None
    lower, head = token.text.lower().rstrip("."), token.head.text
    full = names.full(head)
    if lower in words("names", "titles") and full.startswith(f"{token.text} "):
        return ""  # "Emperor" is told with the name
    return "" if lower in words("names", "address") and full != head else None


def _of_a_firm(token: Token) -> bool:
    """Whether "&" joins a name to another: "Holt & Moe" is no person's."""
    tokens = token.sentence
    return any(0 <= i < len(tokens) and tokens[i].text == "&" for i in (token.i - 1, token.i + 1))


def _is_name(token: Token, names: Names) -> bool:
    """Whether a word is a name, also where the tagger missed it at the head of a sentence."""
    return token.tag == "NNP" or (token.tag == "NN" and token.text[:1].isupper() and token.text in names.forms)


def plain(token: Token) -> str:
    """The word as it is written within a sentence: only names keep the capital of the first word."""
    tokens = token.sentence
    first = token.i == 0 or tokens[token.i - 1].text in OPENING or (token.i == 1 and clock(tokens[0].text))
    name = token.tag.startswith("NNP") or token.entity in KINDS
    common = token.text in ("A", "The") or (not name and token.text != "I" and token.text[1:].islower())
    return token.text[:1].lower() + token.text[1:] if first and common else token.text


def headline(verb: Token) -> bool:
    """Whether a passive may go without "was": what it tells cannot be taken for what its subject did."""
    who = child(verb, *SUBJECTS)
    named = who is not None and who.tag in ("NNS", "NNPS", "CD") and who.lemma not in ("nobody", "nothing", "none")
    return named and verb.lemma in words("prominence", "headline") and child(verb, "neg") is None


def _needs_name(token: Token) -> bool:
    """Whether "the city", "the region" is said of a place that only the text before names."""
    if token.lemma not in any_of(("names", "areas"), ("names", "towns")) or token.tag != "NN":
        return False
    said = child(token, "det")
    others = [part.i for part in token.children if part.dep not in ("det", "punct")]
    return said is not None and said.text.lower() in ("the", "this") and not others


def _owner(token: Token, scope: Scope) -> str:
    """ "its troops" in what a ministry claims are the ministry's."""
    owned = token.head
    clause = owned.head
    if owned.dep not in SUBJECTS or clause.dep != "ccomp" or clause.head.i == scope.head:
        return ""
    who = subject(clause.head)
    if who is None or not who.tag.startswith("NN") or (token.text.lower() == "its") == who.tag.endswith("S"):
        return ""
    if who.lemma in persons() or scope.names.kind(who.text) == "person":
        return ""  # "its troops" are not a spokesman's
    return owner(who, scope)


def owner(who: Token, scope: Scope) -> str:
    """A noun's phrase as the owner of something: "the ministry’s"."""
    name = join(trim(phrase(who, scope, (*ASIDE, "prep", "acl", "conj", "cc")), scope), scope)
    return f"{name}’" if who.tag in ("NNS", "NNPS") and name.endswith("s") else f"{name}’s"


def cut(text: str) -> str:
    """A title that is still too long, without its end: whole words, none of which wants another behind it."""
    if len(text) <= WHOLE:
        return text
    parts = text[:LONGEST].rsplit(" ", 1)[0].split()
    commas = [place for place, word in enumerate(parts) if word.endswith((",", ";")) and place > len(parts) // 2]
    if commas:
        parts = parts[: commas[-1] + 1]
    while len(parts) > 3 and parts[-1].lower().strip(",;:“”") in words("prominence", "dangling"):
        parts.pop()
    text = " ".join(parts).rstrip(",;:–—- ")
    return text + "”" if text.count("“") > text.count("”") else text
