"""What the tree of a sentence says about a clause: tense, voice, negation, subject, and the way between two words."""

from dateline.events.lexicon import words
from dateline.events.syntax.labels import Dep
from dateline.events.syntax.parser import Sentence, Token
from dateline.events.syntax.tense import Tense as Tense

SUBJECTS: tuple[Dep, ...] = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")


def child(token: Token, *deps: Dep) -> Token | None:
    """The first child with one of these labels."""
    for part in token.children:
        if part.dep in deps:
            return part
    return None


def children(token: Token, *deps: Dep) -> list[Token]:
    """The children with one of these labels, in order of words."""
    return [part for part in token.children if part.dep in deps]


def subject(token: Token) -> Token | None:
    """The subject of a verb; a verb joined to another by "and", or one that completes it, takes that verb's."""
    seen = 0
    here = token
    while seen < 8:
        own = child(here, *SUBJECTS)
        if own is not None:
            return own
        inner = next((part for part in here.children if reduced(part)), None)
        if inner is not None:
            return child(inner, "nsubj")
        if here.dep not in ("conj", "xcomp", "advcl") or here.head is here:
            return None
        here = here.head
        seen += 1
    return None


def reduced(token: Token) -> bool:
    """Whether a verb that looks finite is a participle of the main verb's subject ("Workers dismissed have not …")."""
    above = token.head
    if token.tag != "VBD" or token.dep not in ("ccomp", "advcl") or above.i <= token.i or child(token, "mark"):
        return False
    subjects = [t for t in token.sentence if t.dep in SUBJECTS and token in chain(t)]
    finite = above.tag.startswith("VB") and (above.tag != "VB" or bool(auxiliaries(above)))
    follows = child(above, *SUBJECTS) is None and finite
    return follows and len(subjects) == 1 and subjects[0].head is token and child(token, "dobj") is None


def better_name(here: Token) -> Token | None:
    """The apposition that says more than the noun it stands by: "its leader, Ane Moe," is Ane Moe to a reader."""
    for each in here.children:
        part = each
        if part.dep != "appos" or part.i < here.i or not part.tag.startswith("NN"):
            continue
        if here.tag in ("CD", "DT", "JJ"):
            return part if part.tag.startswith("NNP") or part.tag == "NN" else None
        owned = child(here, "poss")
        theirs = owned is not None and owned.tag == "PRP$" and here.tag.startswith("NN")
        return part if theirs and part.tag.startswith("NNP") else None
    return None


def auxiliaries(token: Token) -> list[Token]:
    """The auxiliaries of a verb; of the verb it is joined to where it has none of its own and shares its form."""
    own = children(token, "aux", "auxpass")
    if own or token.dep != "conj" or child(token, *SUBJECTS) is not None:
        return own
    head = token.head
    shares = head.tag == token.tag or {head.tag, token.tag} <= {"VBD", "VBN"} or {head.tag, token.tag} <= {"VB", "VBP"}
    either = negated(head) and any(part.text.lower() in ("or", "nor") for part in children(head, "cc"))
    return auxiliaries(head) if shares and (either or token.tag in ("VB", "VBN", "VBG")) else own


def tense(token: Token) -> Tense:
    """The tense of the clause that the verb heads; looked for once."""
    found = token.tense
    if found is None:
        found = token.tense = _tense(token)
    return found


def _tense(token: Token) -> Tense:
    helpers = auxiliaries(token)
    forms = [helper.text.lower() for helper in helpers]
    modal = next((h.text.lower() for h in helpers if h.tag == "MD"), None)
    if modal is not None:
        return Tense.FUTURE if modal in words("modals", "planned") else Tense.MODAL
    if "to" in forms:
        return Tense.INFINITE
    if token.tag == "VBG" and token.lemma == "go" and any(part.dep == "xcomp" for part in token.children):
        return Tense.FUTURE
    if any(form in ("had", "'d", "’d") for form in forms) and token.tag in ("VBN", "VBG", "VBD"):
        return Tense.PLUPERFECT
    if any(form in ("have", "has", "'ve", "’ve") for form in forms):
        return Tense.PERFECT
    if any(form in ("was", "were", "did") for form in forms):
        return Tense.PAST
    if any(form in ("is", "are", "am", "'re", "’re", "'m", "’m", "'s", "’s", "does", "do") for form in forms):
        return Tense.PRESENT
    if token.tag == "VBD":
        return Tense.PAST
    if token.tag in ("VBZ", "VBP"):
        return Tense.PRESENT
    if token.tag == "VBN" and token.dep in ("ROOT", "conj", "ccomp") and child(token, *SUBJECTS) is not None:
        return Tense.PAST
    return Tense.INFINITE


def mandative(token: Token) -> bool:
    """Whether a clause says what ought to be: "that the law be changed", "that she leave"."""
    if token.dep not in ("ccomp", "acl", "relcl"):
        return False
    if child(token, "nsubj", "nsubjpass") is None:
        return False
    helpers = [(part.text.lower(), part.tag) for part in children(token, "aux", "auxpass")]
    marked = child(token, "mark") is not None  # "asked that he leave", but also "asked the firm be fined"
    return helpers == [("be", "VB")] or (marked and not helpers and token.tag == "VB")


def clause_tense(token: Token) -> Tense:
    """The tense that a word stands under: its own, or that of the nearest verb above that has one."""
    here = token
    while True:
        if here.tag.startswith("VB") or here.tag == "MD":
            found = tense(here)
            if found is not Tense.INFINITE:
                return found
            if here.tag == "VB" and any(part.text.lower() == "to" for part in here.children):
                return Tense.INFINITE
        if here.head is here:
            return Tense.INFINITE
        here = here.head


def told_tense(token: Token) -> Tense:
    """The tense by which an infinitive is told that something came of ("began to burn", "rose to close at 9")."""
    for above in chain(token)[1:]:
        found = tense(above) if above.tag.startswith("VB") else Tense.INFINITE
        if found is not Tense.INFINITE:
            return found if found in (Tense.PAST, Tense.PLUPERFECT, Tense.PERFECT) else Tense.INFINITE
    return Tense.INFINITE


def held(token: Token) -> bool:
    """Whether a clause is what somebody says whenever asked, or has said ("prosecutors say he gave her the drug")."""
    while token.dep == "conj" and token.head is not token:
        token = token.head
    return token.dep == "ccomp" and tense(token.head) in (Tense.PRESENT, Tense.PERFECT)


def main_clause(token: Token) -> bool:
    """Whether a verb heads the sentence, is joined to its head by "and", or is what the head says."""
    while token.dep in ("conj", "ccomp") and token.head is not token:
        token = token.head
    return token.dep == "ROOT"


BESIDE = ("although", "though", "whereas", "while")
"""What sets a clause beside the main one, as "and" does, rather than before, after or under it."""


def along(token: Token) -> Token:
    """The verb with which a clause goes along in time: that above a participle ("fell, losing a third of its value"),
    above what completes it ("kept climbing", "rose to close at 9"), or above a clause that "although" sets beside it.
    """
    while token.head is not token:
        above = token.head
        marks = [part.lemma for part in children(token, "mark", "advmod", "prep") if part.i < token.i]
        beside = token.dep == "advcl" and any(mark in BESIDE for mark in marks)
        bare = token.tag == "VBG" and not marks and child(token, "aux") is None
        participle = bare and (token.dep in ("advcl", "xcomp") or (token.dep == "conj" and above.tag == "VBG"))
        if not (beside or participle or (token.dep == "xcomp" and token.tag == "VB")):
            return token
        token = above
    return token


def negated(token: Token) -> bool:
    """Whether the clause says that it did not happen."""
    if any(part.dep == "neg" or part.lemma in ("never", "no longer") for part in token.children):
        return True
    for part in children(token, "nsubj", "nsubjpass", "dobj", "attr", "advmod", "preconj"):
        if part.lemma in ("nobody", "nothing", "none", "neither") and part.dep != "advmod":
            return True
        if any(
            each.lemma in ("no", "neither")
            and each.dep in ("det", "neg", "nummod")
            and not (each.next and each.next.tag in ("CD", "RBR", "JJR"))  # "No 26 seed Evans", "no later than"
            for each in part.children
        ):
            return True
    return False


def chain(token: Token) -> list[Token]:
    """The token and all that govern it, up to the root."""
    found = [token]
    while found[-1].head is not found[-1]:
        found.append(found[-1].head)
    return found


def below(token: Token) -> set[int]:
    """The indices of a token and of all that it governs."""
    inside, stack = {token.i}, [token]
    while stack:
        for part in stack.pop().children:
            inside.add(part.i)
            stack.append(part)
    return inside


def route(source: Token, target: Token) -> tuple[list[Dep], list[Dep], Token]:
    """The labels on the way up from source to where the two meet, those down to target, and the word at that place."""
    up, down = chain(source), chain(target)
    meet = next((one for one in up if one in down), up[-1])
    rising = [one.dep for one in up[: up.index(meet)]]
    falling = [one.dep for one in (down[: down.index(meet)] if meet in down else down)][::-1]
    return rising, falling, meet


def is_question(sentence: Sentence) -> bool:
    """Whether the sentence asks."""
    return any(token.text in ("?", "?”", '?"') for token in sentence.tokens[-3:])
