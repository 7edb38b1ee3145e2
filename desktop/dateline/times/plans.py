"""What was still to come at the time of what is told: set for Friday, agreed to meet, moved to Monday, was due."""

from dateline.times.grammar import Grammar
from dateline.times.mention import Mention
from dateline.times.scan import Tokens
from dateline.times.sentences import ends_sentence

_ASKED = 16  # tokens, blanks counted, to look back for who asked, before what was to be done
_INFINITIVE = 4  # the same for the least before an infinitive
_FAR = 40  # the same to look back for an infinitive
_GOVERNS = 8  # tokens, blanks counted, within which a verb governs a time
_MOVED = 14  # the same with the time before between them


def names_day(mention: Mention, place: int, tokens: Tokens, grammar: Grammar) -> bool:
    """Whether a day is what was named: "set June 27 as the deadline", "fixed Friday for the vote"."""
    after = tokens.words[mention.last + 1 : mention.last + 2]
    named = tokens.words[place].lower() in grammar.lists["due_named"] and mention.first - place == 2
    return named and after in (["as"], ["for"])


def aims(mention: Mention, tokens: Tokens, place: int, grammar: Grammar) -> bool:
    """Whether a verb of the past tells what was still to be done then: "agreed to meet", "ordered him to appear"."""
    words = [word for word in tokens.words[place : min(place + 9, mention.first)] if not word.isspace()]
    if words[0].lower() not in grammar.lists["aims"]:
        return False
    infinitives = [at for at, word in enumerate(words) if word in grammar.lists["infinitive"]]
    what = words[infinitives[0] + 1 : infinitives[0] + 2] if infinitives else ["be"]
    return what != ["be"] and grammar.lists["determiners"].isdisjoint(what)  # not "agreed to the sale"


def is_moved(mention: Mention, tokens: Tokens, place: int, grammar: Grammar) -> bool:
    """Whether a meeting was put off to the time: "was moved to April 22", "was brought forward to Friday"."""
    to = tokens.words[mention.first - 2 : mention.first - 1]
    moved = tokens.words[place].lower() in grammar.lists["moved"] and mention.first - place < _MOVED
    return moved and grammar.lists["moved_to"].issuperset(to)


def is_changed(first: int, tokens: Tokens, grammar: Grammar) -> bool:
    """Whether one time gives way to another: "moved from Friday to Monday"; not "shut from Friday to Monday"."""
    before = tokens.words[max(0, first - _GOVERNS) : first]
    return not grammar.lists["moved"].isdisjoint(word.lower() for word in before)


def was_due(tokens: Tokens, place: int, grammar: Grammar) -> bool:
    """Whether what was to come is told as over: "had been due to sail"."""
    words = tokens.words
    while place > 3 and words[place - 2] in grammar.lists["infinitive"]:
        place -= 4
    return place > 3 and words[place - 2] in grammar.lists["been"] and words[place - 4] in grammar.lists["had"]


def was_planned(tokens: Tokens, place: int, grammar: Grammar) -> bool:
    """Whether what is to come was planned so at the time of what is told: "was due to open", "were scheduled for"."""
    before = tokens.words[max(0, place - 4) : place : 2]
    return tokens.words[place].lower() in grammar.lists["plans"] and not grammar.lists["were"].isdisjoint(before)


def looks_ahead(tokens: Tokens, place: int, grammar: Grammar) -> bool:
    """Whether "set", "plans" and their like are followed by what makes them look ahead: "set for", "plans to"."""
    return place + 2 < len(tokens.words) and tokens.words[place + 2] in grammar.lists["after_set"]


def of_participle(tokens: Tokens, place: int, grammar: Grammar) -> str:
    """The tense of what looks like a verb of the past: "to be held" is to come, "is heard" neither, else past.

    "Asked for it to be held" was said in the past of what came later: neither. "Will have" is to come.
    """
    before = tokens.words[place - 2]
    if before in grammar.lists["being"]:  # is being sold in May; not "was being sold"
        return "past" if grammar.lists["were"].intersection(tokens.words[max(0, place - 4) : place - 3]) else "future"
    if grammar.tenses.get(tokens.codes[place - 2]) == "future":
        return "future"
    if before.lower() in grammar.lists["conditions"]:
        return "future"  # if elected on Sunday
    if before in grammar.lists["passive"]:
        if grammar.lists["could"].intersection(tokens.words[max(0, place - 6) : place - 2]):
            return "past"  # "could not be reached" has been tried
        above = (at for at in range(place - 4, max(1, place - _ASKED), -1) if tokens.codes[at] in grammar.tenses)
        asked = next((at for at in above if grammar.tenses[tokens.codes[at]] != "pause"), 0)
        if asked and grammar.tenses[tokens.codes[asked]] != "past" and was_planned(tokens, asked, grammar):
            return "planned"
        told = (
            asked and grammar.tenses[tokens.codes[asked]] == "past" and of_participle(tokens, asked, grammar) == "past"
        )
        return "" if told else "future"
    return "present" if before in grammar.lists["present_passive"] else "past"


def is_infinitive_of_past(place: int, tokens: Tokens, grammar: Grammar) -> bool:
    """Whether an infinitive hangs on a verb of the past: "refused to meet"; not "are to meet", "hope to meet"."""
    if place < _INFINITIVE or tokens.words[place - 2] not in grammar.lists["infinitive"]:
        return False
    above = (grammar.tenses.get(tokens.codes[at], "") for at in range(place - 4, max(-1, place - _ASKED), -1))
    were = grammar.lists["were"].isdisjoint(tokens.words[place - 4 : place - 3])
    return were and next((tense for tense in above if tense not in ("", "pause")), "") == "past"


def hangs_on_infinitive(first: int, tokens: Tokens, grammar: Grammar) -> bool:
    """Whether an infinitive stands before a place in its sentence: "want to vote in May"; not "back to Rome in May"."""
    words, lists = tokens.words, grammar.lists
    for at in range(first - 4, max(1, first - _FAR), -1):
        if grammar.tenses.get(tokens.codes[at]) == "stop" and ends_sentence(words, at, grammar):
            return False
        if words[at] in lists["infinitive"]:
            above, verb = words[at - 2], words[at + 2]
            known = lists["prepositions"] | lists["function_words"] | lists["determiners"]
            bare = verb.isalpha() and verb.islower() and not verb.endswith(_NO_INFINITIVE) and verb not in known
            return bare and above.islower() and above not in known | lists["before_place"]
    return False


_NO_INFINITIVE = ("s", "ed", "ing", "ly")
