"""What the tree of a sentence says about a clause: tense, voice, negation, subject, and the way between two words."""

from dateline.events.labels import Dep
from dateline.events.lexicon import words
from dateline.events.parser import Sentence, Token
from dateline.events.tense import Tense as Tense

SUBJECTS: tuple[Dep, ...] = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")


def child(token: Token, tokens: list[Token], *deps: Dep) -> Token | None:
    """The first child with one of these labels."""
    for i in token.children:
        if tokens[i].dep in deps:
            return tokens[i]
    return None


def children(token: Token, tokens: list[Token], *deps: Dep) -> list[Token]:
    """The children with one of these labels, in order of words."""
    return [tokens[i] for i in token.children if tokens[i].dep in deps]


def subject(token: Token, tokens: list[Token]) -> Token | None:
    """The subject of a verb; a verb joined to another by "and", or one that completes it, takes that verb's."""
    seen = 0
    here = token
    while seen < 8:
        own = child(here, tokens, *SUBJECTS)
        if own is not None:
            return own
        inner = next((tokens[i] for i in here.children if reduced(tokens[i], tokens)), None)
        if inner is not None:
            return child(inner, tokens, "nsubj")
        if here.dep not in ("conj", "xcomp", "advcl") or here.head == here.i:
            return None
        here = tokens[here.head]
        seen += 1
    return None


def reduced(token: Token, tokens: list[Token]) -> bool:
    """Whether a verb that looks finite is a participle of the main verb's subject ("Workers dismissed have not …")."""
    above = tokens[token.head]
    if token.tag != "VBD" or token.dep not in ("ccomp", "advcl") or above.i <= token.i or child(token, tokens, "mark"):
        return False
    subjects = [t for t in tokens if t.dep in SUBJECTS and token.i in chain(t, tokens)]
    follows = child(above, tokens, *SUBJECTS) is None and above.tag.startswith("VB")
    return follows and len(subjects) == 1 and subjects[0].head == token.i and child(token, tokens, "dobj") is None


def better_name(here: Token, tokens: list[Token]) -> Token | None:
    """The apposition that says more than the noun it stands by: "its leader, Ane Moe," is Ane Moe to a reader."""
    for i in here.children:
        part = tokens[i]
        if part.dep != "appos" or part.i < here.i or not part.tag.startswith("NN"):
            continue
        if here.tag in ("CD", "DT", "JJ"):
            return part if part.tag.startswith("NNP") or part.tag == "NN" else None
        owned = child(here, tokens, "poss")
        theirs = owned is not None and owned.tag == "PRP$" and here.tag.startswith("NN")
        return part if theirs and part.tag.startswith("NNP") else None
    return None


def auxiliaries(token: Token, tokens: list[Token]) -> list[Token]:
    """The auxiliaries of a verb; of the verb it is joined to where it has none of its own and shares its form."""
    own = children(token, tokens, "aux", "auxpass")
    if own or token.dep != "conj" or child(token, tokens, *SUBJECTS) is not None:
        return own
    head = tokens[token.head]
    shares = head.tag == token.tag or {head.tag, token.tag} <= {"VBD", "VBN"} or {head.tag, token.tag} <= {"VB", "VBP"}
    either = negated(head, tokens) and any(part.text.lower() in ("or", "nor") for part in children(head, tokens, "cc"))
    return auxiliaries(head, tokens) if shares and (either or token.tag in ("VB", "VBN", "VBG")) else own


def tense(token: Token, tokens: list[Token]) -> Tense:
    """The tense of the clause that the verb heads; looked for once."""
    found = token.tense
    if found is None:
        found = token.tense = _tense(token, tokens)
    return found


def _tense(token: Token, tokens: list[Token]) -> Tense:
    helpers = auxiliaries(token, tokens)
    forms = [helper.text.lower() for helper in helpers]
    modal = next((h.text.lower() for h in helpers if h.tag == "MD"), None)
    if modal is not None:
        return Tense.FUTURE if modal in words("modals", "planned") else Tense.MODAL
    if "to" in forms:
        return Tense.INFINITE
    if token.tag == "VBG" and token.lemma == "go" and any(tokens[i].dep == "xcomp" for i in token.children):
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
    if token.tag == "VBN" and token.dep in ("ROOT", "conj", "ccomp") and child(token, tokens, *SUBJECTS) is not None:
        return Tense.PAST
    return Tense.INFINITE


def mandative(token: Token, tokens: list[Token]) -> bool:
    """Whether a clause says what ought to be: "that the law be changed", "that she leave"."""
    if token.dep not in ("ccomp", "acl", "relcl") or child(token, tokens, "mark") is None:
        return False
    if child(token, tokens, "nsubj", "nsubjpass") is None:
        return False
    helpers = [(part.text.lower(), part.tag) for part in children(token, tokens, "aux", "auxpass")]
    return helpers == [("be", "VB")] or (not helpers and token.tag == "VB")


def clause_tense(token: Token, tokens: list[Token]) -> Tense:
    """The tense that a word stands under: its own, or that of the nearest verb above that has one."""
    here = token
    while True:
        if here.tag.startswith("VB") or here.tag == "MD":
            found = tense(here, tokens)
            if found is not Tense.INFINITE:
                return found
            if here.tag == "VB" and any(tokens[i].text.lower() == "to" for i in here.children):
                return Tense.INFINITE
        if here.head == here.i:
            return Tense.INFINITE
        here = tokens[here.head]


def told_tense(token: Token, tokens: list[Token]) -> Tense:
    """The tense by which an infinitive is told that something came of ("began to burn", "rose to close at 9")."""
    for i in chain(token, tokens)[1:]:
        found = tense(tokens[i], tokens) if tokens[i].tag.startswith("VB") else Tense.INFINITE
        if found is not Tense.INFINITE:
            return found if found in (Tense.PAST, Tense.PLUPERFECT, Tense.PERFECT) else Tense.INFINITE
    return Tense.INFINITE


def held(token: Token, tokens: list[Token]) -> bool:
    """Whether a clause is what somebody says whenever asked ("prosecutors say he gave her the drug")."""
    while token.dep == "conj" and token.head != token.i:
        token = tokens[token.head]
    return token.dep == "ccomp" and tense(tokens[token.head], tokens) is Tense.PRESENT


def main_clause(token: Token, tokens: list[Token]) -> bool:
    """Whether a verb heads the sentence, is joined to its head by "and", or is what the head says."""
    while token.dep in ("conj", "ccomp") and token.head != token.i:
        token = tokens[token.head]
    return token.dep == "ROOT"


def negated(token: Token, tokens: list[Token]) -> bool:
    """Whether the clause says that it did not happen."""
    if any(tokens[i].dep == "neg" or tokens[i].lemma in ("never", "no longer") for i in token.children):
        return True
    for part in children(token, tokens, "nsubj", "nsubjpass", "dobj", "attr", "advmod", "preconj"):
        if part.lemma in ("nobody", "nothing", "none", "neither") and part.dep != "advmod":
            return True
        if any(
            tokens[i].lemma in ("no", "neither")
            and tokens[i].dep in ("det", "neg", "nummod")
            and tokens[i + 1].tag not in ("CD", "RBR", "JJR")  # "No 26 seed Evans", "no later than"
            for i in part.children
        ):
            return True
    return False


def chain(token: Token, tokens: list[Token]) -> list[int]:
    """The token's index and those of all that govern it, up to the root."""
    found = [token.i]
    while tokens[found[-1]].head != found[-1]:
        found.append(tokens[found[-1]].head)
    return found


def below(index: int, tokens: list[Token]) -> set[int]:
    """The indices of a token and of all that it governs."""
    inside, stack = {index}, [index]
    while stack:
        for i in tokens[stack.pop()].children:
            inside.add(i)
            stack.append(i)
    return inside


def route(source: Token, target: Token, tokens: list[Token]) -> tuple[list[Dep], list[Dep], int]:
    """The labels on the way up from source to where the two meet, those down to target, and that place's index."""
    up, down = chain(source, tokens), chain(target, tokens)
    below = set(down)
    meet = next((i for i in up if i in below), up[-1])
    rising = [tokens[i].dep for i in up[: up.index(meet)]]
    falling = [tokens[i].dep for i in (down[: down.index(meet)] if meet in below else down)][::-1]
    return rising, falling, meet


def is_question(sentence: Sentence) -> bool:
    """Whether the sentence asks."""
    return any(token.text in ("?", "?”", '?"') for token in sentence.tokens[-3:])
