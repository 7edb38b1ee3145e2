"""Where the verbs of a clause look, by their form: the perfect and the preterite back, all others ahead."""

from collections.abc import Iterator

from dateline.times.grammar import Grammar
from dateline.times.mention import Mention
from dateline.times.scan import Tokens
from dateline.times.sentences import ends_sentence

_NEAR = 8  # tokens, blanks counted, within which a verb that looks ahead governs the time
_SHORT = 3  # words; a clause with fewer belongs to its neighbour
_AFTER = 4  # words behind an auxiliary among which its participle stands
_FAR = 120  # tokens to look for the end of a clause


def of_clause(mention: Mention, tokens: Tokens, grammar: Grammar) -> tuple[str, bool]:
    """The tense of the clause around a mention (past, future or present) and whether what says so stands near."""
    first, last = _bound(mention.first, -1, tokens, grammar), _bound(mention.last, 1, tokens, grammar)
    for _ in range(3):
        places = [at for at in range(first, last) if not mention.first <= at < mention.last and _is_word(tokens, at)]
        if found := _by_forms(mention, places, tokens, grammar):
            return found
        if len(places) >= _SHORT:
            break
        wider = _bound(last + 1, 1, tokens, grammar) if _goes_on(last, tokens, grammar) else last
        if wider == last:
            before = _bound(first - 1, -1, tokens, grammar) if first > 1 and tokens.words[first - 1] in ",;:" else first
            if before == first:
                break
            first = before
        last = wider
    return "present", False


def _is_word(tokens: Tokens, at: int) -> bool:
    return tokens.words[at].isalpha()


def _goes_on(last: int, tokens: Tokens, grammar: Grammar) -> bool:
    return last < len(tokens.words) and grammar.tenses.get(tokens.codes[last]) == "pause"


def _bound(start: int, way: int, tokens: Tokens, grammar: Grammar) -> int:
    """The token with which the clause begins, or behind which it ends."""
    at = start - 1 if way < 0 else start
    for _ in range(_FAR):
        if not 0 <= at < len(tokens.words):
            break
        kind = grammar.tenses.get(tokens.codes[at])
        if kind == "pause" or (kind == "stop" and ends_sentence(tokens.words, at, grammar)):
            break
        at += way
    return at + 1 if way < 0 else at


def _by_forms(mention: Mention, places: list[int], tokens: Tokens, grammar: Grammar) -> tuple[str, bool] | None:
    """What the nearest verb form says; a perfect counts from its participle."""
    found = sorted(_forms(places, tokens, grammar), key=lambda form: _distance(mention, form[0]))
    if not found:
        return None
    tense = found[0][1]
    if tense == "future" and any(said == "planned" for _, said in found):
        tense = "planned"  # sollte eröffnet werden
    if tense == "future" and any(said == "perfect" for _, said in found):
        tense = "past"  # soll gestorben sein
    return ("past" if tense == "perfect" else tense), _distance(mention, found[0][0]) <= _NEAR


def _distance(mention: Mention, at: int) -> int:
    return mention.first - at if at < mention.first else at - mention.last + 1


def _forms(places: list[int], tokens: Tokens, grammar: Grammar) -> Iterator[tuple[int, str]]:
    verbs = grammar.verbs
    words = {at: tokens.words[at].lower() for at in places}
    for order, at in enumerate(places):
        word = words[at]
        if word in verbs.perfect or word in verbs.passive:
            behind = places if verbs.anywhere else places[order + 1 : order + 1 + _AFTER]
            reflexive = word in verbs.passive and at > 1 and tokens.words[at - 2].lower() in verbs.reflexive
            done = [
                place
                for place in behind
                if tokens.words[place].islower()
                and (_completes(word, words[place], grammar) or (reflexive and verbs.is_participle(words[place])))
            ]
            if done:
                yield (done[0] if word in verbs.passive else at), "perfect"
        elif word in verbs.planned:
            yield at, "planned"
        elif word in verbs.future or (tense := verbs.tense(word)) == "future":
            yield at, "future"
        elif tense == "past" and _is_verb(at, tokens, grammar):
            yield at, "past"


def _is_verb(at: int, tokens: Tokens, grammar: Grammar) -> bool:
    """Whether a form of the past is a verb here, and no adjective or name."""
    if tokens.words[at].islower():
        return not _is_adjective(at, tokens, grammar)
    return _opens(at, tokens) and (tokens.words[at].lower() in grammar.verbs.past or not grammar.verbs.anywhere)


def _opens(at: int, tokens: Tokens) -> bool:
    """Whether a word opens its sentence, where a verb has a capital: "Murió el viernes"."""
    return tokens.words[at].istitle() and (at < 2 or tokens.words[at - 2] in ".!?" or "\n" in tokens.words[at - 1])


def _completes(auxiliary: str, word: str, grammar: Grammar) -> bool:
    """Whether a participle makes a perfect with an auxiliary: "est mort", "a voté"; not "est prévu"."""
    verbs = grammar.verbs
    return word in verbs.done if auxiliary in verbs.passive else verbs.is_participle(word) or word in verbs.done


def _is_adjective(at: int, tokens: Tokens, grammar: Grammar) -> bool:
    """Whether an article before and a noun behind make a form an adjective: "der verletzte Mann"."""
    words = tokens.words
    noun = "".join(words[at + 2 : at + 3]).istitle()
    return at > 1 and noun and words[at - 2].islower() and words[at - 2] in grammar.verbs.articles
